"""Callouts: the boxes of documentation that say "Note" or "Warning", under the names of many systems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["CALLOUT_CLASSES", "KINDS", "callout_kind", "is_callout_title"]

_WORDS_OF_KINDS: Final = MappingProxyType(
    {
        "NOTE": "note notes info information abstract summary seealso tldr todo question faq example "
        "quote primary secondary",
        "TIP": "tip tips hint success check done",
        "IMPORTANT": "important",
        "WARNING": "warning warn attention",
        "CAUTION": "caution danger error failure fail bug",
    }
)
KINDS: Final = MappingProxyType(
    {word: kind for kind, words in _WORDS_OF_KINDS.items() for word in words.split()}
)
"""Words that systems call callouts by, and the kind of GitHub's five that each becomes."""

_ALWAYS: Final = frozenset(
    """admonition theme-admonition admonitionblock markdown-alert custom-block custom-container hint-container
    notecard starlight-aside blockquote-tag bd-callout confluence-information-macro""".split()
)
"""Classes that name a callout, whatever its kind."""
_WITH_KIND: Final = frozenset({"alert", "callout", "hint", "notice", "message", "aside"})
"""Classes that name one where another class gives its kind: `alert alert-info`, `hint style-tip`."""
_ALONE: Final = frozenset({"note", "tip", "important", "warning", "caution", "danger", "hint", "attention"})
"""Classes that name one where the element has no other."""
_ASIDES: Final = MappingProxyType({"notice": "NOTE", "success": "TIP"})
"""The same of an `<aside>` alone (Slate), and its kind."""
CALLOUT_CLASSES: Final = (
    _ALWAYS
    | _ASIDES.keys()
    | _WITH_KIND
    | _ALONE
    | {"custom-block-title", "custom-container-title", "hint-container-title", "blockquote-tag-title"}
    | {"starlight-aside__title", "message-header", "notice-title", "conf-macro-render"}
    | {f"notice--{kind}" for kind in ("info", "warning", "danger", "success", "primary")}
)
"""Classes of callouts and their titles, but those that hold "admonition", "alert" or "callout"."""
_BOXES: Final = frozenset({"div", "aside", "section"})
_KIND_RE: Final = late_pattern(
    r"(?:(?:theme-|bd-)?(?:admonition|alert|callout|hint|notice|message|aside)|markdown-alert|is|style|"
    r"blockquote-tag|starlight-aside|confluence-information-macro)(?:--?)([a-z]{3,11})"
)
_TITLE_RE: Final = late_pattern(
    r"(?:markdown-alert|admonition|callout|alert|custom-block|custom-container|hint-container|hint|notecard|"
    r"notice|message|blockquote-tag|starlight-aside)[-_]{0,2}(?:title|heading|header)(?![a-z])|conf-macro-render$"
)
_POINTERS: Final = frozenset({"hatnote", "navigation-not-searchable"})
"""Classes of notes that lead to another article, on wikis."""


def callout_kind(tag: str, classes: Sequence[str], attributes: Mapping[str, str]) -> str | None:
    """The kind of the callout that such an element is, None where it is none.

    Args:
        tag: The element's tag.
        classes: Its class names in lower case.
        attributes: All of its attributes.

    >>> callout_kind("div", ["alert", "alert-danger"], {})
    'CAUTION'
    """
    if named := attributes.get("data-callout"):
        return KINDS.get(named.lower(), "NOTE")
    if len(classes) == 1 and classes[0] in _ALONE and tag in _BOXES:
        return None if _is_one_of_many(classes[0], attributes.get("id", "")) else KINDS[classes[0]]
    if tag == "aside" and len(classes) == 1 and classes[0] in _ASIDES:
        return _ASIDES[classes[0]]
    kind = next((found for name in classes if (found := _kind_of(name))), None)
    if tag == "details":
        return kind
    is_note = attributes.get("role") == "note" and _POINTERS.isdisjoint(classes)
    is_box = not _ALWAYS.isdisjoint(classes) and "details" not in classes  # a box of VitePress that opens
    is_figure = tag == "figure" and "callout" in classes  # Notion's export
    if is_note or is_box or is_figure:
        return kind or "NOTE"
    is_told = not _WITH_KIND.isdisjoint(classes) or (classes and classes[0].startswith("notice--"))
    return kind if is_told else None


def _is_one_of_many(name: str, known_as: str) -> bool:
    """Whether an element is known by its class and a number: `note-7` is the seventh in a tracker."""
    return known_as.startswith(f"{name}-") and known_as[len(name) + 1 :].isdecimal()


def _kind_of(name: str) -> str | None:
    if name in KINDS:
        return None if name in _WITH_KIND else KINDS[name]  # "hint" is both
    found = _KIND_RE.fullmatch(name)
    return KINDS.get(found[1]) if found else None


def is_callout_title(classes: Sequence[str]) -> bool:
    """Whether an element of these classes, in lower case, is the title of the callout around it.

    >>> is_callout_title(["first", "admonition-title"]), is_callout_title(["title"])
    (True, False)
    """
    return any(_TITLE_RE.match(name) for name in classes)
