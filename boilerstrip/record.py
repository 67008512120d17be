"""What `Page.to_dict` says about blocks and elements: enough to render the page again from it alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from boilerstrip.block import BlockTable, Decisions, Inline
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

__all__ = ["LISTED_TAGS", "SCHEMA", "fold", "reads_as", "record_blocks"]

SCHEMA: Final = 1
"""Number of the layout; another one cannot be loaded by this version."""

LISTED_TAGS: Final = (
    frozenset("ul ol menu dir li dt dd blockquote table thead tr td th caption figure figcaption".split())
    | frozenset(HEADING_TAGS)
    | frozenset(PREFORMATTED_TAGS)
)
"""Tags that a renderer looks at."""

_PARENT_COUNTS: Final = frozenset({"li", "tr"})
"""Tags whose parent is looked at, whatever it is: items of one parent are one list, and a row is a
header where a `<thead>` holds it directly."""

_PROSE, _HEADING, _PREFORMATTED = range(3)
"""How a renderer reads a block: from its text unless there is markup, piece by piece, as written."""


def record_blocks(table: BlockTable, decided: Decisions) -> dict[str, Any]:
    """The blocks and the elements around them as plain values.

    Returns:
        "headline": Index of the block that is the headline, None where none is.
        "blocks": A dict for each block. "element" is the index of the innermost listed element
            around it, None where there is none. "inline" is the content as a list of strings and
            [kind, value, alt] marks, see `block.Mark`; it is there only where "text" does not
            tell all that a renderer needs.
        "elements": [tag, parent, first block, end block (exclusive)] of each element that a
            renderer looks at, in document order, and its attributes as a fifth where it has any.
            The parent is the nearest listed one, -1 where there is none.
    """
    listed = _listed(table)
    nearest = _nearest(table, listed)
    reading = _readings(table)
    blocks = []
    for at, (text, inline, element, xpath) in enumerate(
        zip(table.text, table.inline, table.element, table.xpaths(), strict=True)
    ):
        reason = decided.reason[at]
        block: dict[str, Any] = {
            "text": text,
            "kept": decided.kept[at],
            "role": decided.role[at],
            "score": decided.score[at],
            "reason": {"code": reason.code, "evidence": reason.evidence},
            "xpath": xpath,
            "element": around if (around := nearest[element]) >= 0 else None,
        }
        content = _content(text, inline, _HEADING if at == decided.headline else reading[element])
        if content is not None:
            block["inline"] = content
        blocks.append(block)
    return {
        "headline": decided.headline if decided.headline >= 0 else None,
        "blocks": blocks,
        "elements": [_element(table, element, nearest) for element in listed],
    }


def _listed(table: BlockTable) -> list[int]:
    """The elements that a renderer looks at, in document order."""
    wanted = set[int]()
    for element, (tag, parent) in enumerate(zip(table.tag, table.parent, strict=True)):
        if tag in LISTED_TAGS:
            wanted.add(element)
            if tag in _PARENT_COUNTS and parent >= 0:
                wanted.add(parent)
        elif parent >= 0 and parent == element - 1 and table.tag[parent] in PREFORMATTED_TAGS:
            wanted.add(element)  # where it is a `<code>`, it may name the language
    return sorted(wanted)


def _nearest(table: BlockTable, listed: Sequence[int]) -> list[int]:
    """By element: the place in `listed` of itself or else of the innermost one around it, or -1.

    One longer than there are elements, so that the element -1 has none.
    """
    place = {element: at for at, element in enumerate(listed)}
    nearest = [-1] * (table.n_elements + 1)
    for element, parent in enumerate(table.parent):
        nearest[element] = place.get(element, nearest[parent])
    return nearest


def _readings(table: BlockTable) -> list[int]:
    """By element: how blocks in it are read; one longer than there are elements, as `_nearest`."""
    reading = [_PROSE] * (table.n_elements + 1)
    own = dict.fromkeys(HEADING_TAGS, _HEADING) | dict.fromkeys(PREFORMATTED_TAGS, _PREFORMATTED)
    for element, (tag, parent) in enumerate(zip(table.tag, table.parent, strict=True)):
        around = reading[parent]
        if around or tag in own:
            reading[element] = max(own.get(tag, _PROSE), around)
    return reading


def _element(table: BlockTable, element: int, nearest: Sequence[int]) -> list[Any]:
    parent = table.parent[element]
    row = [table.tag[element], nearest[parent], table.first_block[element], table.end_block[element]]
    attributes = table.attributes.get(element)
    return [*row, dict(attributes)] if attributes else row


def _content(text: str, inline: Inline, reading: int) -> list[Any] | None:
    """A block's content as plain values, None where its text tells as much."""
    if reading == _PREFORMATTED:  # no markup is written there
        written = "".join(
            [piece if isinstance(piece, str) else "\n" * (piece.kind == "br") for piece in inline]
        )
        return None if reads_as(written, text) else [written]
    if len(inline) < 2 and all(isinstance(piece, str) for piece in inline):
        return None
    if reading == _PROSE and all(isinstance(piece, str) for piece in inline):
        return None
    return [fold(piece) if isinstance(piece, str) else list(piece) for piece in inline]


def reads_as(written: str, text: str) -> bool:
    """Whether preformatted content is the block's text but for the newlines that a renderer drops.

    It drops one at the start. What begins with a character that might not be written is no such case.
    """
    return written == text or (text[:1].isprintable() and written.removeprefix("\n").rstrip("\n") == text)


def fold(piece: str) -> str:
    """Text with each run of white space as one blank, also at the edges.

    >>> fold("\\n  two\\n words")
    ' two words'
    """
    if piece.isprintable() and "  " not in piece:
        return piece
    words = " ".join(piece.split())
    if not words:
        return " " if piece else ""
    return f"{' ' if piece[0].isspace() else ''}{words}{' ' if piece[-1].isspace() else ''}"
