"""Presentation MathML -> TeX, for formulas that do not bring their TeX along.

The elements are read from the last to the first, so that what is in one is written before itself:
nothing recurses, and a formula that nests deeper than any real one comes as its plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from string import ascii_letters
from types import MappingProxyType
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.segment.leaves import Part, identifier, number, operator, space, words
from boilerstrip.segment.rows import BEGIN, EMPTY, END, STACK, grown, row
from boilerstrip.segment.symbols import ACCENTS, UNDER_ACCENTS, VARIANTS
from boilerstrip.segment.tex import local_name

__all__ = ["MATHML_TAGS", "to_tex"]

_MAX_DEPTH: Final = 100
"""Elements inside each other in a formula; what is in one is copied once for each around it."""
_SCRIPTED: Final = frozenset({"row", "script"})
"""Kinds that need braces before a script is set to them."""
_ARROWS: Final = MappingProxyType({"\\to": "\\xrightarrow", "\\leftarrow": "\\xleftarrow"})
_WIDE: Final = MappingProxyType(
    {"hat": "widehat", "tilde": "widetilde", "bar": "overline", "vec": "overrightarrow"}
)
"""Accents over more than one sign."""
_LABEL_RE: Final = re.compile(r"\\text\{\(?([^(){}]{1,40})\)?\}|\(([^(){}]{1,40})\)")


class _Read(NamedTuple):
    """An element whose content is written."""

    node: etree._Element
    kids: list[Part]  # of the element children, in order
    tags: list[str]  # of the same


def to_tex(math: etree._Element) -> str:
    """A `<math>` element as TeX, white space not yet folded; "" where it shows nothing.

    >>> to_tex(etree.fromstring("<math><mfrac><mn>1</mn><mi>n</mi></mfrac></math>"))
    '\\\\frac{1}{n}'
    """
    nodes = [node for node in math.iter() if isinstance(node.tag, str)]
    depths = {math: 0}
    for node in nodes[1:]:
        parent = node.getparent()
        depths[node] = depth = depths[parent] + 1 if parent is not None else 0
        if depth > _MAX_DEPTH:
            return words(" ".join(" ".join(math.itertext()).split())).tex
    kids: dict[etree._Element, list[tuple[str, Part]]] = {}
    for node in reversed(nodes[1:]):
        inside = kids.pop(node, [])[::-1]
        read = _Read(node, [part for _, part in inside], [tag for tag, _ in inside])
        tag = local_name(node)
        parent = node.getparent()
        if parent is not None:
            kids.setdefault(parent, []).append((tag, _WRITERS.get(tag, _in_row)(read)))
    return row([part for _, part in kids.get(math, [])[::-1]]).tex


# Elements


def _text_of(node: etree._Element) -> str:
    return "".join(node.itertext())


def _in_row(read: _Read) -> Part:
    return row(read.kids)


def _first(read: _Read) -> Part:
    """`<semantics>` and `<maction>`: the first child, or the one selected."""
    chosen = read.node.get("selection", "1")
    at = int(chosen) - 1 if chosen.isascii() and chosen.isdigit() and len(chosen) < 4 else 0
    return read.kids[at] if 0 <= at < len(read.kids) else EMPTY


def _style(read: _Read) -> Part:
    inside = row(read.kids)
    command = VARIANTS.get(read.node.get("mathvariant", ""))
    return Part(f"\\{command}{{{inside.tex}}}") if command and inside.tex else inside


def _phantom(read: _Read) -> Part:
    inside = row(read.kids)
    return Part(f"\\phantom{{{inside.tex}}}") if inside.tex else EMPTY


def _enclosed(read: _Read) -> Part:
    inside = row(read.kids)
    notation = read.node.get("notation", "longdiv")
    for sign, command in (
        ("box", "boxed"),
        ("strike", "cancel"),
        ("radical", "sqrt"),
        ("top", "overline"),
        ("bottom", "underline"),
    ):
        if sign in notation:
            return Part(f"\\{command}{{{inside.tex}}}", tall=inside.tall)
    return inside


def _fraction(read: _Read) -> Part:
    above, below = _several(read, 2)
    thickness = read.node.get("linethickness", "").strip()
    if read.node.get("bevelled") == "true":
        return Part(f"{_base(above)}/{_base(below)}", "row")
    if thickness[:1] == "0" and not thickness.strip("0." + ascii_letters):
        return Part(f"{STACK}{{{above.tex}}}{{{below.tex}}}", "stack", True)
    return Part(f"\\frac{{{above.tex}}}{{{below.tex}}}", tall=True)


def _root(read: _Read) -> Part:
    if local_name(read.node) == "msqrt":
        inside = row(read.kids)
        return Part(f"\\sqrt{{{inside.tex}}}", tall=inside.tall)
    inside, degree = _several(read, 2)
    return Part(f"\\sqrt[{degree.tex}]{{{inside.tex}}}", tall=inside.tall)


def _fences(read: _Read) -> Part:
    """`<mfenced>`, an old way to write brackets."""
    get = read.node.get
    left, right = (operator(get(name, default)) for name, default in (("open", "("), ("close", ")")))
    separators = "".join(get("separators", ",").split())
    parts: list[Part] = []
    for at, kid in enumerate(read.kids):
        if at and separators:
            parts.append(operator(separators[min(at, len(separators)) - 1]))
        parts.append(kid)
    if any(part.tall for part in parts):
        return grown(left.tex, parts, right.tex)
    return Part(f"{left.tex}{row(parts).tex}{right.tex}", "fenced")


def _several(read: _Read, n: int) -> list[Part]:
    """The first `n` children; what there is not is empty, what there is more joins the last."""
    kids = [*read.kids, *[EMPTY] * (n - len(read.kids))]
    return [*kids[: n - 1], row(kids[n - 1 :])] if len(kids) > n else kids


def _base(part: Part) -> str:
    return f"{{{part.tex}}}" if part.kind in _SCRIPTED or not part.tex else part.tex


def _with_scripts(base: str, below: str, above: str) -> str:
    if below:
        base = f"{base}_{{{below}}}"
    if not above:
        return base
    if not above.strip("'"):
        return base + above
    return f"{base}^{{{above.removeprefix('{}^')}}}"


def _scripts(read: _Read) -> Part:
    tag = local_name(read.node)
    base, *scripts = _several(read, 3 if tag == "msubsup" else 2)
    below = "" if tag == "msup" else scripts[0].tex
    above = "" if tag == "msub" else scripts[-1].tex
    kind = "op" if base.kind == "op" else "script"
    return Part(_with_scripts(_base(base), below, above), kind, base.tall)


def _limits(read: _Read) -> Part:
    """`<munder>`, `<mover>` and `<munderover>`: limits, accents, and what else stands over something."""
    tag = local_name(read.node)
    base, *marks = _several(read, 3 if tag == "munderover" else 2)
    below = EMPTY if tag == "mover" else marks[0]
    above = EMPTY if tag == "munder" else marks[-1]
    tex = base.tex
    if base.kind == "op" or tex.startswith(("\\overbrace", "\\underbrace")):
        if tex.startswith("\\operatorname{"):
            tex = f"\\operatorname*{tex[13:]}"
        return Part(_with_scripts(tex, below.tex, above.tex), "op", True)
    if arrow := _ARROWS.get(tex):
        lower = f"[{below.tex}]" if below.tex else ""
        return Part(f"{arrow}{lower}{{{above.tex}}}", "rel")
    tex = _accented(tex, below, UNDER_ACCENTS, "underset")
    return Part(_accented(tex, above, ACCENTS, "overset"), tall=base.tall)


def _accented(tex: str, mark: Part, accents: Mapping[str, str], otherwise: str) -> str:
    if not mark.tex:
        return tex
    command = accents.get(mark.char)
    if command is None:
        return f"\\{otherwise}{{{mark.tex}}}{{{tex}}}"
    if len(tex) > 1 and (tex[0] != "\\" or not tex[1:].isalpha()):
        command = _WIDE.get(command, command)
    return f"\\{command}{{{tex}}}"


def _multiscripts(read: _Read) -> Part:
    """`<mmultiscripts>`: a base, pairs of scripts behind it, and behind `<mprescripts>` those before it."""
    if not read.kids:
        return EMPTY
    at = read.tags.index("mprescripts") if "mprescripts" in read.tags else len(read.tags)
    before = [_with_scripts("{}", below, above) for below, above in _pairs(read.kids[at + 1 :])]
    base = _base(read.kids[0])
    behind = [
        _with_scripts("{}" if n else base, below, above)
        for n, (below, above) in enumerate(_pairs(read.kids[1:at]) or [("", "")])
    ]
    return Part("".join([*before[::-1], *behind]), "script")


def _pairs(scripts: list[Part]) -> list[tuple[str, str]]:
    tex = [part.tex for part in scripts]
    return list(zip(tex[::2], [*tex[1::2], ""], strict=False))


def _cells(read: _Read) -> Part:
    """A row of a table; the label of a numbered one comes last."""
    cells = [part.tex for part in read.kids]
    if local_name(read.node) == "mlabeledtr" and len(cells) > 1:
        label = _LABEL_RE.fullmatch(cells[0])
        if label and len(cells) == 2:
            return Part(f"{cells[1]} \\tag{{{label[1] or label[2]}}}", "tagged")
        cells = [*cells[1:], cells[0]]
    return Part(" & ".join(cells), "cells" if len(cells) > 1 else "cell")


def _table(read: _Read) -> Part:
    rows = [part.tex for part in read.kids]
    if len(rows) == 1 and read.kids[0].kind == "tagged":
        return Part(rows[0], "row", True)
    body = " \\\\ ".join(rows).replace(" \\tag{", " & \\text{").strip()
    if read.node.get("columnalign", "").startswith("right left") and any(
        part.kind == "cells" for part in read.kids
    ):
        return Part(f"\\begin{{aligned}} {body} \\end{{aligned}}", tall=True)
    return Part(f"{BEGIN}{body}{END}", "table", True) if body else EMPTY


def _nothing(_: _Read) -> Part:
    return EMPTY


def _identifier(read: _Read) -> Part:
    after = read.node.getnext()
    is_applied = after is not None and "\N{FUNCTION APPLICATION}" in (after.text or "")
    return identifier(_text_of(read.node), read.node.get("mathvariant", ""), is_applied=is_applied)


_WRITERS: Final[Mapping[str, Callable[[_Read], Part]]] = MappingProxyType(
    {
        "mi": _identifier,
        "mn": lambda read: number(_text_of(read.node), read.node.get("mathvariant", "")),
        "mo": lambda read: operator(_text_of(read.node), read.node.get("form", "")),
        "mtext": lambda read: words(_text_of(read.node)),
        "ms": lambda read: words(f'"{_text_of(read.node)}"'),
        "mspace": lambda read: space(read.node.get("width", "")),
        "mglyph": lambda read: words(read.node.get("alt", "")),
        "mstyle": _style,
        "mphantom": _phantom,
        "menclose": _enclosed,
        "mfrac": _fraction,
        "msqrt": _root,
        "mroot": _root,
        "mfenced": _fences,
        "semantics": _first,
        "maction": _first,
        **dict.fromkeys(("msub", "msup", "msubsup"), _scripts),
        **dict.fromkeys(("munder", "mover", "munderover"), _limits),
        "mmultiscripts": _multiscripts,
        "mtable": _table,
        **dict.fromkeys(("mtr", "mlabeledtr"), _cells),
        **dict.fromkeys(
            ("none", "mprescripts", "annotation", "annotation-xml", "maligngroup", "malignmark"), _nothing
        ),
    }
)
"""By tag: from an element whose children are written to itself; others are rows."""
MATHML_TAGS: Final = frozenset({*_WRITERS, "mrow", "mpadded", "merror", "mtd", "mfrac", "mstack", "msrow"})
"""Tags that belong in a formula."""
