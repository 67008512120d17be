"""A page's record -> the page again: what `Page.to_dict` says is all that rendering needs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, NamedTuple, NoReturn

from boilerstrip.block import BlockTable, Decisions, Inline, Mark, Reason
from boilerstrip.errors import RecordError
from boilerstrip.page import Comment, Encoding, Metadata, Page, PageType, PageWarning, Talk
from boilerstrip.record import SCHEMA
from boilerstrip.render import render
from boilerstrip.render.clean import clean
from boilerstrip.render.fields import (
    Fields,
    are_strings,
    read_each,
    read_flag,
    read_index,
    read_list,
    read_number_or_none,
    read_share,
    read_text,
    read_text_or_none,
    read_texts,
    read_value,
    read_within,
)
from boilerstrip.render.resources import find_resources
from boilerstrip.shapes.marks import MARK_TAGS

__all__ = ["load_page"]

_SPANS: Final = frozenset({*MARK_TAGS.values(), "math", "ref", "note", "back"})
_LONE_MARKS: Final = frozenset({"br", "img", "embed", "emoji"})
_LISTS: Final = frozenset(name for name in Metadata.__slots__ if getattr(Metadata(), name) == ())
"""Fields of the metadata that hold several strings."""


@dataclass(frozen=True, slots=True, eq=False)
class _Replayed(BlockTable):
    """A table of which only what renderers look at is known, and the paths, which are written down."""

    paths: Sequence[str] = ()

    def xpaths(self) -> list[str]:
        """The XPath of each block's element in the page that was read."""
        return list(self.paths)


def load_page(record: Mapping[str, Any] | str | bytes) -> Page:
    """The page that a record is of; it renders in every form and style as that page does.

    Only `clean_urls` leaves the addresses in comments and posts as the record has them.

    The record alone counts: where "kept" of a block says otherwise than it did, so do the Markdown,
    the text and the HTML. "text", "markdown" and "html" are not looked at, nor are unknown keys.
    Of the columns of `page.table` only those that renderers need are filled.

    Args:
        record: `page.to_dict()`, or `page.to_json()` as text or bytes.

    Raises:
        RecordError: It is not such a record; the message says where.
        TypeError: An argument of another type.
    """
    if not isinstance(record, Mapping | str | bytes):
        raise TypeError(f"record must be a mapping, str or bytes, not {type(record).__name__}")
    fields = record if isinstance(record, Mapping) else _parsed(record)
    schema = read_value(fields, "schema")
    if type(schema) is not int or schema != SCHEMA:
        raise RecordError("schema", f"is not {SCHEMA}, the only one that this version reads")
    if "blocks" not in fields:
        raise RecordError("blocks", "is missing: make the record with them, by to_json() or --blocks")
    table, decisions = _tables(fields)
    return Page(
        title=read_text_or_none(fields, "title"),
        metadata=read_within(fields, "metadata", _metadata),
        table=table,
        decisions=decisions,
        page_type=None
        if read_value(fields, "page_type") is None
        else read_within(fields, "page_type", _page_type),
        confidence=read_share(fields, "confidence"),
        warnings=tuple(read_each(fields, "warnings", _warning)),
        encoding=read_within(fields, "encoding", _encoding),
        base_url=read_text_or_none(fields, "base_url"),
        renderer=render,
        teller=partial(_given, Talk(_said(fields, "comments"), _said(fields, "posts"))),
        finder=find_resources,
    )


def _parsed(source: str | bytes) -> Fields:
    try:
        record = json.loads(source, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:  # also of bytes that are no Unicode, and of long numbers
        raise RecordError("record", "is not JSON") from error
    if not isinstance(record, dict):
        raise RecordError("record", "is not a JSON object")
    return record


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _metadata(fields: Fields) -> Metadata:
    read = {
        name: read_texts(fields, name) if name in _LISTS else read_text_or_none(fields, name)
        for name in Metadata.__slots__
    }
    return Metadata(**read)  # type: ignore[arg-type]  # each name has its type


def _said(fields: Fields, name: str) -> tuple[Comment, ...]:
    """Comments or posts; what one answers is another of them."""
    said = read_each(fields, name, _comment)
    for at, comment in enumerate(said):
        if comment.parent is not None and (comment.parent == at or not 0 <= comment.parent < len(said)):
            raise RecordError(f"{name}[{at}].parent", "is the index of no other one")
    return tuple(said)


def _comment(fields: Fields) -> Comment:
    return Comment(
        author=read_text_or_none(fields, "author"),
        date=read_text_or_none(fields, "date"),
        text=read_text(fields, "text"),
        markdown=clean(read_text(fields, "markdown")),  # it is written as it is
        parent=read_number_or_none(fields, "parent"),
        depth=read_number_or_none(fields, "depth") or 0,
        permalink=read_text_or_none(fields, "permalink"),
        score=read_number_or_none(fields, "score"),
    )


def _given(talk: Talk, _: Page) -> Talk:
    return talk


def _page_type(fields: Fields) -> PageType:
    return PageType(read_text(fields, "name"), read_share(fields, "probability"))


def _warning(fields: Fields) -> PageWarning:
    return PageWarning(read_text(fields, "code"), read_text(fields, "message"))


def _encoding(fields: Fields) -> Encoding:
    return Encoding(read_text(fields, "name"), read_text(fields, "evidence"))


def _reason(fields: Fields) -> Reason:
    return Reason(read_text(fields, "code"), read_text(fields, "evidence"))


# Blocks and elements


class _Block(NamedTuple):
    text: str
    inline: Inline
    element: int
    kept: bool
    role: str
    score: float
    reason: Reason
    xpath: str


def _block(fields: Fields) -> _Block:
    text = read_text(fields, "text")
    return _Block(
        text=text,
        inline=_inline(fields["inline"]) if "inline" in fields else (text,) if text else (),
        element=read_index(fields, "element"),
        kept=read_flag(fields, "kept"),
        role=read_text(fields, "role"),
        score=read_share(fields, "score"),
        reason=read_within(fields, "reason", _reason),
        xpath=read_text(fields, "xpath"),
    )


def _inline(pieces: Any) -> Inline:
    """A block's content; its marks balance."""
    inline: list[str | Mark] = []
    opened: list[str] = []
    for piece in read_list(pieces, "inline"):
        if isinstance(piece, str):
            inline.append(piece)
            continue
        if not isinstance(piece, list | tuple) or len(piece) != 3 or not are_strings(piece):
            raise RecordError("inline", "holds what is neither a string nor a mark of three strings")
        mark = Mark(*piece)
        if mark.kind in _SPANS:
            opened.append(mark.kind)
        elif mark.kind not in _LONE_MARKS and (not opened or mark.kind != "/" + opened.pop()):
            raise RecordError("inline", "holds marks that are unknown or do not balance")
        inline.append(mark)
    if opened:
        raise RecordError("inline", "holds marks that are not closed")
    return tuple(inline)


def _tables(fields: Fields) -> tuple[BlockTable, Decisions]:
    blocks = read_each(fields, "blocks", _block)
    n_blocks = len(blocks)
    headline = read_index(fields, "headline")
    if headline >= n_blocks:
        raise RecordError("headline", "is the index of no block")
    elements = _elements(fields, n_blocks)
    for at, block in enumerate(blocks):
        _check_place(at, block.element, elements)
    table = _Replayed(
        text=[block.text for block in blocks],
        inline=[block.inline for block in blocks],
        element=[block.element for block in blocks],
        n_chars=[len("".join(block.text.split())) for block in blocks],
        n_link_chars=[0] * n_blocks,
        tag=[element.tag for element in elements],
        parent=[element.parent for element in elements],
        label=[""] * len(elements),
        mask=[0] * len(elements),
        around=[0] * len(elements),
        first_block=[element.first_block for element in elements],
        end_block=[element.end_block for element in elements],
        attributes={at: element.attributes for at, element in enumerate(elements) if element.attributes},
        noted=[
            at
            for at, block in enumerate(blocks)
            if any(isinstance(piece, Mark) and piece.kind in ("ref", "note") for piece in block.inline)
        ],
        paths=[block.xpath for block in blocks],
    )
    decisions = Decisions(
        score=[block.score for block in blocks],
        kept=[block.kept for block in blocks],
        role=[block.role for block in blocks],
        reason=[block.reason for block in blocks],
        headline=headline,
    )
    return table, decisions


class _Element(NamedTuple):
    tag: str
    parent: int
    first_block: int
    end_block: int
    attributes: dict[str, str]


def _elements(fields: Fields, n_blocks: int) -> list[_Element]:
    """The elements, in document order, each in the span of its parent."""
    elements: list[_Element] = []
    around: list[int] = []  # the last element and those around it, outermost first
    for at, row in enumerate(read_list(read_value(fields, "elements"), "elements")):
        name = f"elements[{at}]"
        element = _element(row, name)
        while around and around[-1] != element.parent:
            around.pop()
        if element.parent != -1 and not around:
            raise RecordError(name, "does not stand in document order")
        first, end = elements[element.parent][2:4] if around else (0, n_blocks)
        if not first <= element.first_block <= element.end_block <= end:
            raise RecordError(name, "has a span of blocks that there is not, or not in its parent")
        around.append(at)
        elements.append(element)
    return elements


def _element(row: Any, name: str) -> _Element:
    if not isinstance(row, list | tuple) or len(row) not in (4, 5):
        raise RecordError(name, "is not a list of four or five")
    tag, *numbers = row[:4]
    attributes = row[4] if len(row) == 5 else {}
    if not isinstance(tag, str) or not all(type(number) is int for number in numbers):
        raise RecordError(name, "does not begin with a tag and three whole numbers")
    if not isinstance(attributes, Mapping) or not are_strings([*attributes.keys(), *attributes.values()]):
        raise RecordError(name, "has attributes that are not strings")
    return _Element(tag, numbers[0], numbers[1], numbers[2], dict(attributes))


def _check_place(at: int, element: int, elements: Sequence[_Element]) -> None:
    if element < 0:
        return
    if element >= len(elements) or not elements[element].first_block <= at < elements[element].end_block:
        raise RecordError(f"blocks[{at}].element", "is the index of no element around the block")
