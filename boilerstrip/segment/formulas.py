"""The formulas of a page, found before it is walked: which element is one, and which only shows one again.

MathML, and what KaTeX, MathJax 2 and 3, MediaWiki, LaTeXML, Pandoc, Sphinx and GitHub make. Each writes a
formula two or three times: for the eye, for screen readers, and as its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from boilerstrip.parse import parse
from boilerstrip.patterns import late_pattern
from boilerstrip.segment.running import is_typesetter
from boilerstrip.segment.tex import ALONE, DISPLAY, INLINE, Formula, is_tex, local_name, read_tex
from boilerstrip.vocabulary import BLOCK_TAGS

__all__ = ["FORMULA_TAGS", "Formulas", "find_formulas"]

Formulas = dict[etree._Element, "Formula | None"]
"""By element: the formula that takes its place, or None where nothing does."""

FORMULA_TAGS: Final = ("math", "m:math", "mml:math", "math-renderer")
"""Tags of elements that are formulas."""
_WANTED: Final = tuple(tag if ":" in tag else "{*}" + tag for tag in (*FORMULA_TAGS, "script"))
_AROUND: Final = frozenset(
    """katex katex-display MathJax MathJax_Display MathJax_SVG MathJax_SVG_Display MathJax_CHTML mjx-chtml
    MathJax_MathML MathJax_NativeMML mwe-math-element""".split()
)
"""Classes of elements that hold one formula in all its forms."""
_SHOWN: Final = _AROUND | {"MathJax_Preview", "MathJax_PHTML", "MathJax_PlainSource", "MJXc-display"}
"""Classes of what MathJax 2 writes before a script."""
_DISPLAYS: Final = frozenset(
    """katex-display MathJax_Display MathJax_SVG_Display MJXc-display mwe-math-mathml-display
    mwe-math-element-block""".split()
)
_LEVELS: Final = 4
"""Elements up from a `<math>` in which the one that holds all forms of the formula is looked for."""
_MOST_SHOWN: Final = 3
_TEXTUAL: Final = frozenset({"mtext", "ms", "mi", "mo", "mn", "annotation", "annotation-xml"})
"""MathML that may hold HTML."""
_LABEL_RE: Final = late_pattern(r"\(?([^()\s]{1,20})\)?")


def find_formulas(roots: Iterable[etree._Element]) -> Formulas:
    """The elements of a page that are formulas, or other forms of one; empty for most pages."""
    found: Formulas = {}
    for root in roots:
        has_typesetter = False
        for node in root.iter(*_WANTED):
            name = local_name(node)
            if name == "script":
                if is_typesetter(node):
                    has_typesetter = True
                    _read_script(node, found)
            elif name == "math":
                _read_math(node, found)
            elif formula := read_tex("".join(node.itertext()), INLINE):
                is_display = "js-display-math" in _classes(node)
                found[node] = formula._replace(mode=DISPLAY) if is_display else formula
        if has_typesetter:
            _read_classes(root, found)
    return found


def _classes(node: etree._Element) -> list[str]:
    return (node.get("class") or "").split()


# MathML


def _read_math(node: etree._Element, found: Formulas) -> None:
    if _is_broken(node):
        _read_part(node, found)
        return
    tex = _tex_of(node)
    row = _equation_row(node)
    if row is not None:
        _read_row(row, found)
    if row is not None and row in found:
        return
    around, mode = _around(node)
    formula = read_tex(tex, mode)
    if formula and around not in found:
        found[around] = formula


def _tex_of(node: etree._Element) -> str:
    """The TeX of a `<math>`: what it says of itself, else its elements as TeX."""
    for inner in node.iter("{*}annotation", "m:annotation", "mml:annotation"):
        if "tex" in (inner.get("encoding") or "").lower() and (text := "".join(inner.itertext()).strip()):
            return text
    stated = node.get("alttext") or node.get("data-latex") or ""
    if stated.strip() and is_tex(stated):
        return stated
    from boilerstrip.segment.mathml import to_tex  # most pages have no use for it

    return to_tex(node) or stated


def _around(node: etree._Element) -> tuple[etree._Element, str]:
    """The element that holds the formula in all its forms, and how the formula is shown."""
    is_display = "block" in (node.get("display") or "") or node.get("mode") == "display"
    mode = DISPLAY if is_display else INLINE
    outermost, outer = node, node.getparent()
    for _ in range(_LEVELS):
        if outer is None:
            break
        classes = _classes(outer)
        if not _DISPLAYS.isdisjoint(classes):
            mode = DISPLAY
        if local_name(outer) == "mjx-container":
            mode = DISPLAY if outer.get("display") in ("true", "block") else mode
            return outer, mode
        if not _AROUND.isdisjoint(classes):
            outermost = outer
            if "mwe-math-element" in classes and mode == INLINE and _is_indented(outer):
                mode = ALONE
        outer = outer.getparent()
    return outermost, mode


def _is_indented(node: etree._Element) -> bool:
    """Whether a formula of MediaWiki stands in `<dd>`, which is how displays are written there."""
    parent = node.getparent()
    return parent is not None and local_name(parent) == "dd"


def _is_broken(node: etree._Element) -> bool:
    """Whether there is more in a `<math>` than formulas are made of: one that was left open, mostly."""
    from boilerstrip.segment.mathml import MATHML_TAGS

    textual: set[etree._Element] = set()
    if _says(node.text) and local_name(node) not in _TEXTUAL:
        return True
    for inner in node.iterdescendants():
        name, parent = local_name(inner), inner.getparent()
        if parent is not None and (parent in textual or local_name(parent) in _TEXTUAL):
            textual.add(inner)
            if name in BLOCK_TAGS and local_name(parent) != "annotation-xml":
                return True
        elif name and (
            name not in MATHML_TAGS or _says(inner.tail) or (name not in _TEXTUAL and _says(inner.text))
        ):
            return True
    return False


def _says(text: str | None) -> bool:
    return text is not None and not text.isspace()


def _read_part(node: etree._Element, found: Formulas) -> None:
    """The formula at the start of a `<math>` that goes on with other things."""
    from boilerstrip.segment.mathml import MATHML_TAGS

    parts = []
    for child in node:
        if local_name(child) not in MATHML_TAGS or _is_broken(child):
            break
        parts.append(child)
        if _says(child.tail):
            break
    if not parts:
        return
    alone = etree.Element("math")
    alone.extend(map(deepcopy, parts))
    if formula := read_tex(_tex_of(alone), INLINE):
        found.update(dict.fromkeys(parts))
        found[parts[0]] = formula


# LaTeXML


def _equation_row(node: etree._Element) -> etree._Element | None:
    """The row of LaTeXML's table around an equation that the formula is a part of."""
    if "ltx_Math" not in _classes(node):
        return None
    cell = node.getparent()
    row = cell.getparent() if cell is not None and "ltx_eqn_cell" in _classes(cell) else None
    return row if row is not None and "ltx_eqn_row" in _classes(row) else None


def _read_row(row: etree._Element, found: Formulas) -> None:
    """One display of all formulas in a row, with its number; not where there are words beside them."""
    if row in found:
        return
    tex, label, beside = [], "", []
    for cell in row:
        maths = list(cell.iter("{*}math"))
        if maths:
            read = [read_tex(_tex_of(math), DISPLAY) for math in maths]
            tex += [formula.tex.removeprefix("\\displaystyle ") for formula in read if formula]
            beside += [cell.text, *(child.tail for child in cell)]
        elif "ltx_eqn_eqno" in _classes(cell):
            label = "".join(cell.itertext())
        else:
            beside.append("".join(cell.itertext()))
    formula = read_tex(" ".join(tex), DISPLAY)
    if formula and not any(text and not text.isspace() for text in beside):
        found[row] = _numbered(formula, label)


def _numbered(formula: Formula, label: str) -> Formula:
    number = _LABEL_RE.fullmatch(label.strip())
    if number is None or "\\tag" in formula.tex:
        return formula
    return formula._replace(tex=f"{formula.tex} \\tag{{{number[1]}}}")


# Scripts and classes


def _read_script(node: etree._Element, found: Formulas) -> None:
    """A `<script>` that holds a formula; what MathJax 2 shows of it stands before it."""
    kind = (node.get("type") or "").lower()
    mode = DISPLAY if "mode=display" in kind.replace(" ", "") else INLINE
    formula = None
    if kind.startswith("math/tex"):
        formula = read_tex(node.text, mode)
    elif kind.startswith("math/mml"):
        formula = _from_source(node.text, mode)
    if formula is None:
        return
    before = node.getprevious()
    for _ in range(_MOST_SHOWN):
        if before is None or _SHOWN.isdisjoint(_classes(before)) or (before.tail or "").strip():
            break
        if not _DISPLAYS.isdisjoint(_classes(before)):
            formula = formula._replace(mode=DISPLAY)
        found[before] = None
        before = before.getprevious()
    found[node] = formula


def _from_source(source: str | None, mode: str) -> Formula | None:
    """A formula of MathML that is given as text."""
    for root in parse(source).roots if source else ():
        for math in root.iter("{*}math"):
            is_display = math.get("display") == "block" or math.get("mode") == "display"
            return read_tex(_tex_of(math), DISPLAY if is_display else mode)
    return None


def _read_classes(root: etree._Element, found: Formulas) -> None:
    """Elements that a script sets when the page is shown, or has set, on a page that loads one."""
    for node in root.iter("{*}span", "{*}div"):
        if node in found:
            continue
        classes, formula = _classes(node), None
        if "math" in classes:
            formula = _raw_formula(node, classes)
        elif "MathJax" in classes and not any(outer in found for outer in _above(node)):
            formula = _from_source(node.get("data-mathml"), INLINE)
        if formula:
            found[node] = formula


def _above(node: etree._Element) -> Iterator[etree._Element]:
    for _, outer in zip(range(_LEVELS), node.iterancestors(), strict=False):
        yield outer


def _raw_formula(node: etree._Element, classes: list[str]) -> Formula | None:
    """Pandoc's `span.math.inline` and Sphinx's `div.math`, whose text is TeX, with a number perhaps."""
    children = list(node)
    mode = DISPLAY if "display" in classes or local_name(node) == "div" else INLINE
    if not children:
        is_named = not {"inline", "display", "notranslate"}.isdisjoint(classes)
        return read_tex(node.text, mode) if is_named else None
    if len(children) == 1 and "eqno" in _classes(children[0]) and not (node.text or "").strip():
        formula = read_tex(children[0].tail, mode)
        return formula and _numbered(formula, children[0].text or "")
    return None
