"""What an element stands for beside its tag: a heading, a callout, code, a task, or nothing to be read.

Only shapes that common systems and standards share; each by class names or ARIA roles. An element that
has one is told so by the attribute "as" in `BlockTable.attributes`: "h1" to "h6", "#callout" (with "kind"),
"#title" of a callout, "summary", "pre", "#wrapper" of code, "#bar" in one, "#gone"; and until the walk ends
"#caption", of which `segment.captions` makes the roles "#figure" and "#caption", and "#tabs", of which
`segment.tabs` makes panels. "#lines" and "#verse" are
of boxes that may hold lines, see `segment.lined`, "#typed" is of what may be code pasted from an editor.
"#item" is of what may be an item, of which `segment.items` makes a list of one, "ul" or "ol", or an "li" by
its role. "task" is "x" or " ".
"#panel" is what a tab shows, with its label as "title", the block of which is "label" (`segment.tabs`).
"listed" is the list of which a list is a part, and how deep that part stands in it, "7z3k-1".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from boilerstrip.patterns import late_pattern
from boilerstrip.shapes.callouts import CALLOUT_CLASSES, callout_kind, is_callout_title
from boilerstrip.shapes.code import (
    CODE_BOXES,
    CODE_CLASSES,
    COPIER_ATTRIBUTES,
    LINED_CODE,
    TYPED,
    code_part,
    is_typed,
    language_of_wrapper,
)
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = [
    "ACCORDION",
    "COPIER_ATTRIBUTES",
    "OPENING_ATTRIBUTES",
    "SHAPED_ROLES",
    "SHAPED_TAGS",
    "SHAPES",
    "SHAPING",
    "SHAPING_ATTRIBUTES",
    "SHAPING_PARTS",
    "TASK_ID",
    "TYPED",
    "WORD_LIST",
    "may_shape",
    "shape",
    "task_state",
]

SHAPES: Final = frozenset(
    {
        "#callout",
        "#title",
        "summary",
        "pre",
        "#wrapper",
        "#bar",
        "#gone",
        "#panel",
        "ul",
        "ol",
        "li",
        *HEADING_TAGS,
    }
)
"""All that "as" may be."""

_DEEPEST: Final = 6
_MOST_DIGITS: Final = 9
_NEVER: Final = PREFORMATTED_TAGS - {"textarea"}
SHAPED_ROLES: Final = frozenset({"heading", "note", "checkbox", "button", "listitem", "tablist"})
SHAPED_TAGS: Final = frozenset({"button", "details", "clipboard-copy", "copy-code", "copy-button"})
TASK_ID: Final = "data-inline-task-id"
"""Attribute of items that are tasks in Confluence."""
SHAPING_ATTRIBUTES: Final = frozenset(
    {"class", "role", "aria-level", "aria-checked", "aria-haspopup", "data-task", TASK_ID, "data-callout"}
)
"""All attributes that `shape` looks at, but `COPIER_ATTRIBUTES` and `OPENING_ATTRIBUTES` of buttons."""
OPENING_ATTRIBUTES: Final = frozenset({"aria-expanded", "data-toggle", "data-bs-toggle"})
"""Attributes of a button that may say that it opens what stands below it (WAI-ARIA, Bootstrap)."""
ACCORDION: Final = "accordion"
"""A class of such buttons where they have no attribute (w3schools)."""
_PART_OF_LIST: Final = "lst-kix_"
"""What Google Docs calls the parts of a list: all of one depth, with no part inside another."""
_CAPTIONS: Final = ("caption", "caption-text")
"""How names of classes of captions end (WordPress, Blogger, Bootstrap), and those of some boxes with one."""
_FIGURES: Final = frozenset({"figure", "figcaption", "caption"})
_NOTES: Final = frozenset({"footnote-label", "user-content-footnote-label"})
"""Ids of headings of footnotes (GitHub, remark), which are for screen readers alone."""
_RADIO_TABS: Final = frozenset({"tabbed-labels", "tabs"})
"""Classes of boxes of labels that choose a panel without scripts (Material for MkDocs, VitePress)."""
_PARTED: Final = frozenset({"bulleted-list", "to-do-list"})
"""Classes of lists of which each item is a list of its own (Notion's export; those with numbers count on)."""
_LINED: Final = frozenset({"div", "section", "figure", "blockquote", "ol", "ul"})
"""Tags of boxes that hold lines."""
_VERSES: Final = frozenset(
    """stanza strophe poem poetry o-poem lg tei-lg line-block line-group linegroup verse verses""".split()
)
"""Classes of boxes that may hold lines of verse, TEI's and those of docutils among them."""
_LEVEL_RE: Final = late_pattern(r"mso-list:\s{0,4}l\d{1,4} level([1-9])\b")
_MARGIN_RE: Final = late_pattern(r"margin-left:\s{0,4}(\d{0,4}(?:\.\d{1,4})?)(pt|in|cm|mm|px)")
"""How far a paragraph is set in, where Word says no more (its "filtered" HTML)."""
_STEPS: Final = MappingProxyType({"pt": 36.0, "in": 0.5, "cm": 1.27, "mm": 12.7, "px": 48.0})
"""How far a list is set in within another: half an inch."""
_PART_RE: Final = late_pattern(r"lst-kix_\w{1,40}-\d")
SHAPING: Final = (
    CODE_CLASSES
    | CALLOUT_CLASSES
    | LINED_CODE
    | _VERSES
    | _NOTES
    | {name.upper() for name in CALLOUT_CLASSES}  # Microsoft Learn
    | {
        "CodeMirror-code",
        "CodeMirror-gutter-wrapper",
        "CodeMirror-gutters",
        "jp-InputPrompt",
        "jp-OutputPrompt",
    }
    | _RADIO_TABS
    | _PARTED
    | {"checkbox-on", "checkbox-off", "task-list-item"}
)
"""Classes that can give a shape."""
_WORD_ITEM: Final = "MsoListParagraph"
"""How classes of Word's items begin."""
WORD_LIST: Final = "mso-list:"
"""Part of the style of what is in a list of Word, which says in which one and how deep."""
SHAPING_PARTS: Final = (
    *("admonition", "callout", "alert", "language-", "caption", _PART_OF_LIST, _WORD_ITEM),
)
"""Parts of class names that can."""


def shape(tag: str, attributes: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What a block-level element is beside its tag, as attributes for renderers; none for most.

    It is so only of one with a tag of `SHAPED_TAGS`, a role of `SHAPED_ROLES`, a `TASK_ID`, `WORD_LIST` or
    `TYPED` in its style, or classes of which `may_shape` says so.

    >>> shape("div", (("role", "heading"), ("aria-level", "3")))
    {'as': 'h3'}
    >>> shape("button", (("aria-expanded", "false"),))
    {'as': 'summary'}
    """
    named = dict(attributes)
    classes = named.get("class", "").lower().split()
    found = _task(tag, classes, named)
    if tag == "button":  # the most frequent of those that get here
        if code_part(tag, classes, named) == "#gone":
            return {"as": "#gone"}
        return {"as": "summary"} if _opens(classes, named) else found
    if tag not in _NEVER and (what := _what(tag, classes, named)):
        found["as"] = what
        if what == "#callout":
            found["kind"] = callout_kind(tag, classes, named) or ""
        elif what == "#wrapper" and (language := language_of_wrapper(classes)):
            found["lang"] = language
    elif tag == "div" and named.get("role") == "listitem":
        found["as"] = "#item"
    elif tag == "p" and (level := _level(named)) is not None:
        found |= {"as": "#item", "listed": str(level)}
    elif named.get("role") == "tablist" or not _RADIO_TABS.isdisjoint(classes):
        found["as"] = "#tabs"
    elif tag in ("ul", "ol") and (part := next(filter(_PART_RE.fullmatch, classes), None)):
        found["listed"] = part.removeprefix(_PART_OF_LIST)
    elif tag == "ul" and (parts := _PARTED.intersection(classes)):
        found["listed"] = f"{min(parts)}-0"
    return found


def may_shape(label: str) -> bool:
    """Whether a class attribute can give its element a shape: a quick first look.

    >>> may_shape("theme-admonition-note"), may_shape("entry-content")
    (True, False)
    """
    return any(map(label.__contains__, SHAPING_PARTS)) or not SHAPING.isdisjoint(label.split())


def _what(tag: str, classes: list[str], named: dict[str, str]) -> str | None:
    if not CODE_BOXES.isdisjoint(classes):
        return "pre"
    is_gone = tag in HEADING_TAGS and "sr-only" in classes and named.get("id") in _NOTES
    if what := "#gone" if is_gone else code_part(tag, classes, named):
        return what
    if classes and is_callout_title(classes):
        return "#title"
    if named.get("role") == "heading" and tag not in HEADING_TAGS:
        return _heading(named.get("aria-level", "").strip())
    if tag == "div" and named.get("role") == "button":
        return "summary" if _opens(classes, named) else None
    is_caption = tag not in _FIGURES and any(name.endswith(_CAPTIONS) for name in classes)
    beside = "#caption" if is_caption else _lines(tag, classes, named)
    return "#callout" if callout_kind(tag, classes, named) else beside


def _level(named: dict[str, str]) -> int | None:
    """How deep in a list a paragraph of Word stands, 0..9; None for one that is in none."""
    style = named.get("style", "")
    if found := _LEVEL_RE.search(style):
        return int(found[1]) - 1
    if WORD_LIST in style or not named.get("class", "").startswith(_WORD_ITEM):
        return None
    margin = _MARGIN_RE.search(style)
    if not margin or margin[1] in ("", "."):
        return 0
    return max(0, min(round(float(margin[1]) / _STEPS[margin[2]]), 10) - 1)


def _lines(tag: str, classes: list[str], named: dict[str, str]) -> str | None:
    """What a box may be of which each element is a line."""
    if tag not in _LINED:
        return None
    if not LINED_CODE.isdisjoint(classes):
        return "#lines"
    if tag == "div" and TYPED in (style := named.get("style", "")) and is_typed(style):
        return "#typed"
    return None if _VERSES.isdisjoint(classes) else "#verse"


def _opens(classes: list[str], named: dict[str, str]) -> bool:
    """Whether a button opens what stands below it, as a `<summary>` does, and no menu."""
    if named.get("aria-haspopup", "false") != "false":
        return False
    return (
        "aria-expanded" in named
        or "collapse" in (named.get("data-toggle"), named.get("data-bs-toggle"))
        or ACCORDION in classes
    )


def _heading(level: str) -> str:
    """The tag of a `role="heading"` of that level; one without a level is of the second (WAI-ARIA 1.2)."""
    if not level.isdecimal() or not level.strip("0"):
        return "h2"
    return f"h{min(int(level[:_MOST_DIGITS]), _DEEPEST)}"


def _task(tag: str, classes: list[str], named: dict[str, str]) -> dict[str, str]:
    if named.get("role") == "checkbox":
        return {"task": task_state(named.get("aria-checked") == "true")}
    if tag == "li" and "data-task" in named:
        return {"task": task_state(named["data-task"] in ("x", "X"))}
    if tag == "li" and TASK_ID in named:
        return {"task": task_state("checked" in classes)}
    if "checkbox" in classes:  # Notion's export
        if "checkbox-on" in classes:
            return {"task": task_state(True)}
        if "checkbox-off" in classes:
            return {"task": task_state(False)}
    return {}


def task_state(is_done: bool) -> str:
    """How a task is written, between its brackets.

    >>> task_state(True)
    'x'
    """
    return "x" if is_done else " "
