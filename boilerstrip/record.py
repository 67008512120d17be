"""What `Page.to_dict` says about blocks and elements: enough to render the page again from it alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from boilerstrip.block import BlockTable, Decisions, Inline, Mark
from boilerstrip.vocabulary import HEADING_TAGS, PREFORMATTED_TAGS

if TYPE_CHECKING:
    from boilerstrip.page import Page

__all__ = [
    "HEADING",
    "LISTED_TAGS",
    "PARENT_COUNTS",
    "PREFORMATTED",
    "PROSE",
    "SCHEMA",
    "content_of",
    "fold",
    "headline_of",
    "listed_elements",
    "reading_of",
    "reads_as",
    "record_blocks",
    "record_page",
    "recorded",
]

SCHEMA: Final = 1
"""Number of the layout; another one cannot be loaded by this version."""

LISTED_TAGS: Final = (
    frozenset(
        """ul ol menu dir li dl dt dd blockquote table thead tr td th caption figure figcaption hr summary
        button""".split()
    )
    | frozenset(HEADING_TAGS)
    | frozenset(PREFORMATTED_TAGS)
)
"""Tags that a renderer looks at."""

PARENT_COUNTS: Final = frozenset({"li", "tr"})
"""Tags whose parent is looked at, whatever it is: items of one parent are one list, and a row is a
header where a `<thead>` holds it directly."""

PROSE, HEADING, PREFORMATTED = range(3)
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
        "links": [{"url": url, "text": text, "block": block} for url, text, block in page.links],
        "images": [
            {"url": url, "alt": alt, "caption": caption, "block": block}
            for url, alt, caption, block in page.images
        ],
        "comments": [_fields(comment) for comment in page.comments],
        "posts": [_fields(post) for post in page.posts],
        "page_type": page.page_type._asdict() if page.page_type else None,
        "confidence": page.confidence,
        "encoding": page.encoding._asdict(),
        "warnings": [warning._asdict() for warning in page.warnings],
        "base_url": page.base_url,
        **(record_blocks(page) if blocks else {}),
    }


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a value on the page, in order; tuples as lists."""
    return {
        name: list(field) if isinstance(field := getattr(value, name), tuple) else field
        for name in value.__slots__
    }


def record_blocks(page: Page) -> dict[str, Any]:
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
    told = recorded(page.table, page.decisions)
    blocks = []
    for block, place, content in zip(page.blocks, told.places, told.contents, strict=True):
        record = {
            **_fields(block),
            "reason": block.reason._asdict(),
            "element": place if place >= 0 else None,
        }
        if content is not None:
            record["inline"] = [piece if type(piece) is str else list(piece) for piece in content]
        blocks.append(record)
    return {"headline": headline_of(page.decisions), "blocks": blocks, "elements": told.elements}


class Recorded(NamedTuple):
    """What a record says of blocks and elements beside what their tables say.

    Attributes:
        places: By block: the place of the innermost listed element around it, -1 for none.
        contents: By block: its content, None where its text tells as much.
        elements: The listed elements, as `record_blocks` has them.
    """

    places: list[int]
    contents: list[Sequence[str | Mark] | None]
    elements: list[list[Any]]


def recorded(table: BlockTable, decided: Decisions) -> Recorded:
    """What a record says of the blocks of a page and the elements around them."""
    reading = _readings(table)
    listed = listed_elements(table, reading)
    nearest = _nearest(table, listed)
    contents: list[Sequence[str | Mark] | None] = []
    for text, inline, element in zip(table.text, table.inline, table.element, strict=True):
        if reading[element]:
            contents.append(content_of(text, inline, reading[element]))
        elif len(inline) == 1 and type(inline[0]) is str:  # true of many: nothing but a piece of text
            contents.append(None)
        else:
            contents.append(_prose(inline))
    title = decided.headline
    if title >= 0:
        contents[title] = content_of(table.text[title], table.inline[title], HEADING)
    tags, first, end, attributes = table.tag, table.first_block, table.end_block, table.attributes
    rows: list[list[Any]] = [
        [tags[element], nearest[table.parent[element]], first[element], end[element]] for element in listed
    ]
    for element, row in zip(listed, rows, strict=True):
        if attributes.get(element):
            row.append(dict(attributes[element]))
    return Recorded([nearest[element] for element in table.element], contents, rows)


def headline_of(decided: Decisions) -> int | None:
    """The block that is the headline, None where none is."""
    return decided.headline if decided.headline >= 0 else None


def listed_elements(table: BlockTable, reading: Sequence[int]) -> list[int]:
    """The elements that a renderer looks at, in document order; `reading` is that of each element."""
    tags, parents = table.tag, table.parent
    wanted = {element for element, tag in enumerate(tags) if tag in LISTED_TAGS}
    wanted.update([parents[element] for element in wanted if tags[element] in PARENT_COUNTS])
    if not PREFORMATTED_TAGS.isdisjoint(tags):
        outer = [element for element, tag in enumerate(tags[:-1]) if tag in PREFORMATTED_TAGS]
        # Where what is in it is a `<code>`, it may name the language.
        wanted.update([element + 1 for element in outer if parents[element + 1] == element])
    wanted.update(table.attributes)
    for block in table.noted:
        says_note = _says_note(table.inline[block])
        if says_note:  # which of those around it hold all of the note is found by the renderer
            wanted.update(table.ancestors(table.element[block]))
        if says_note or reading[table.element[block]] != PREFORMATTED:
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
    own = {tag: reading_of(tag) for tag in set(table.tag)}
    reading = [*map(own.__getitem__, table.tag), PROSE]
    for element, attributes in table.attributes.items():
        if "as" in attributes:  # as what it is read
            reading[element] = reading_of(attributes["as"])
    for element, parent in enumerate(table.parent):
        if reading[parent]:
            reading[element] = max(reading[element], reading[parent])
    return reading


def reading_of(tag: str) -> int:
    """How a renderer reads a block in an element of this tag: `PROSE`, `HEADING` or `PREFORMATTED`."""
    return PREFORMATTED if tag in PREFORMATTED_TAGS else HEADING if tag in HEADING_TAGS else PROSE


def content_of(text: str, inline: Inline, reading: int) -> Sequence[str | Mark] | None:
    """A block's content, None where its text tells as much."""
    if reading == PREFORMATTED:  # no markup is written there
        if _says_note(inline):
            return inline
        written = "".join(
            [piece if isinstance(piece, str) else "\n" * (piece.kind == "br") for piece in inline]
        )
        return None if reads_as(written, text) else [written]
    if len(inline) < 2 or reading == PROSE:
        return _prose(inline)
    return [fold(piece) if type(piece) is str else piece for piece in inline]


def _prose(inline: Inline) -> Sequence[str | Mark] | None:
    """The content of a block of prose, None where it has no markup."""
    # Exact types: `Mark` is a tuple, pieces are plain strings, and there are many of them.
    for piece in inline:
        if type(piece) is not str:
            break
    else:
        return None
    return [
        piece if type(piece) is not str or (piece.isprintable() and "  " not in piece) else fold(piece)
        for piece in inline
    ]


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
