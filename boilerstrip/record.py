"""What `Page.to_dict` says about blocks and elements: enough to render the page again from it alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from boilerstrip.block import BlockTable, Decisions, Inline, Mark
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

if TYPE_CHECKING:
    from boilerstrip.page import Page

__all__ = ["LISTED_TAGS", "SCHEMA", "fold", "reads_as", "record_blocks", "record_page"]

SCHEMA: Final = 1
"""Number of the layout; another one cannot be loaded by this version."""

LISTED_TAGS: Final = (
    frozenset(
        """ul ol menu dir li dt dd blockquote table thead tr td th caption figure figcaption hr summary
        button""".split()
    )
    | frozenset(HEADING_TAGS)
    | frozenset(PREFORMATTED_TAGS)
)
"""Tags that a renderer looks at."""

_PARENT_COUNTS: Final = frozenset({"li", "tr"})
"""Tags whose parent is looked at, whatever it is: items of one parent are one list, and a row is a
header where a `<thead>` holds it directly."""

_PROSE, _HEADING, _PREFORMATTED = range(3)
"""How a renderer reads a block: from its text unless there is markup, piece by piece, as written."""


def record_page(page: Page, *, blocks: bool) -> dict[str, Any]:
    """All that is said about a page as plain values; `docs/schema.json` describes every field."""
    markdown = page.markdown  # its outline is what text and links are made of
    return {
        "schema": SCHEMA,
        "title": page.title,
        "text": page.text,
        "markdown": markdown,
        "html": page.html,
        "metadata": _fields(page.metadata),
        "links": [link._asdict() for link in page.links],
        "images": [image._asdict() for image in page.images],
        "comments": [_fields(comment) for comment in page.comments],
        "posts": [_fields(post) for post in page.posts],
        "page_type": page.page_type._asdict() if page.page_type else None,
        "confidence": page.confidence,
        "encoding": page.encoding._asdict(),
        "warnings": [warning._asdict() for warning in page.warnings],
        "base_url": page.base_url,
        **(record_blocks(page.table, page.decisions) if blocks else {}),
    }


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a value on the page, in order; tuples as lists."""
    return {name: _plain(getattr(value, name)) for name in value.__slots__}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


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
    reading = _readings(table)
    listed = _listed(table, reading)
    nearest = _nearest(table, listed)
    blocks = []
    for at, (text, inline, element, xpath, kept, role, score, reason) in enumerate(
        zip(
            table.text,
            table.inline,
            table.element,
            table.xpaths(),
            decided.kept,
            decided.role,
            decided.score,
            decided.reason,
            strict=True,
        )
    ):
        place = nearest[element]
        block: dict[str, Any] = {
            "text": text,
            "kept": kept,
            "role": role,
            "score": score,
            "reason": {"code": reason.code, "evidence": reason.evidence},
            "xpath": xpath,
            "element": place if place >= 0 else None,
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


def _listed(table: BlockTable, reading: Sequence[int]) -> list[int]:
    """The elements that a renderer looks at, in document order; `reading` is that of each element."""
    wanted = {element for element, attributes in table.attributes.items() if "role" in attributes}
    for element, (tag, parent) in enumerate(zip(table.tag, table.parent, strict=True)):
        if tag in LISTED_TAGS or element in table.attributes:
            wanted.add(element)
            if tag in _PARENT_COUNTS and parent >= 0:
                wanted.add(parent)
        elif parent >= 0 and parent == element - 1 and table.tag[parent] in PREFORMATTED_TAGS:
            wanted.add(element)  # where it is a `<code>`, it may name the language
    for block in table.noted:
        says_note = _says_note(table.inline[block])
        if says_note:  # which of those around it hold all of the note is found by the renderer
            wanted.update(table.ancestors(table.element[block]))
        if says_note or reading[table.element[block]] != _PREFORMATTED:
            wanted.update(table.element[block : block + 2])  # whether the same paragraph goes on
    wanted.discard(-1)
    return sorted(wanted)


def _nearest(table: BlockTable, listed: Sequence[int]) -> list[int]:
    """By element: the place in `listed` of itself or else of the innermost one around it, or -1.

    One longer than there are elements, so that the element -1 has none.
    """
    nearest = [-1] * (table.n_elements + 1)
    for at, element in enumerate(listed):
        nearest[element] = at
    for element, parent in enumerate(table.parent):
        if nearest[element] < 0:
            nearest[element] = nearest[parent]
    return nearest


def _readings(table: BlockTable) -> list[int]:
    """By element: how blocks in it are read; one longer than there are elements, as `_nearest`."""
    own = {tag: _reading(tag) for tag in set(table.tag)}
    reading = [*map(own.__getitem__, table.tag), _PROSE]
    for element, attributes in table.attributes.items():
        if "as" in attributes:  # as what it is read
            reading[element] = _reading(attributes["as"])
    for element, parent in enumerate(table.parent):
        if reading[parent]:
            reading[element] = max(reading[element], reading[parent])
    return reading


def _element(table: BlockTable, element: int, nearest: Sequence[int]) -> list[Any]:
    parent = table.parent[element]
    row = [table.tag[element], nearest[parent], table.first_block[element], table.end_block[element]]
    attributes = table.attributes.get(element)
    return [*row, dict(attributes)] if attributes else row


def _reading(tag: str) -> int:
    return _PREFORMATTED if tag in PREFORMATTED_TAGS else _HEADING if tag in HEADING_TAGS else _PROSE


def _content(text: str, inline: Inline, reading: int) -> list[Any] | None:
    """A block's content as plain values, None where its text tells as much."""
    if reading == _PREFORMATTED:  # no markup is written there
        if _says_note(inline):
            return [piece if isinstance(piece, str) else list(piece) for piece in inline]
        written = "".join(
            [piece if isinstance(piece, str) else "\n" * (piece.kind == "br") for piece in inline]
        )
        return None if reads_as(written, text) else [written]
    # Exact types: `Mark` is a tuple, pieces are plain strings, and there are many of them.
    if len(inline) < 2 or reading == _PROSE:
        for piece in inline:
            if type(piece) is not str:
                break
        else:
            return None
    return [fold(piece) if type(piece) is str else list(piece) for piece in inline]


def _says_note(inline: Inline) -> bool:
    """Whether a part of the block is what a footnote says."""
    return any(isinstance(piece, Mark) and piece.kind == "note" for piece in inline)


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
