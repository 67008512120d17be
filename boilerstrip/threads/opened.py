"""Who opened a thread, and when, for a page that says neither in its head."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from boilerstrip.block import BlockTable, Entry
from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.facts import Facts
from boilerstrip.metadata.people import signed
from boilerstrip.metadata.read import read_head
from boilerstrip.page import Metadata
from boilerstrip.threads import are_posts
from boilerstrip.threads.dates import has_date
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["opened", "read_opened"]

_PROSE: Final = 100
"""Characters without white space of a paragraph that opens a thread."""
_LINE_CHARS: Final = 90
"""The same of a line with its date, at most."""
_MOST_LEVELS: Final = 4
"""Elements around that paragraph in which the date is looked for."""

_MOMENT_RE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d")
"""A date as machines read it."""


def read_opened(
    metadata: Metadata,
    facts: Facts | None,
    find: Callable[[], Sequence[Entry]],
    table: BlockTable,
    kept: Sequence[bool],
) -> Metadata:
    """The same as `opened`, of a page's facts; its entries are only found where it does not state both."""
    stated = read_head(facts, metadata.url, metadata.language) if facts else metadata
    is_stated = stated.authors and stated.published
    return metadata if is_stated else opened(metadata, stated, find(), table, kept)


def opened(
    metadata: Metadata, stated: Metadata, threads: Sequence[Entry], table: BlockTable, kept: Sequence[bool]
) -> Metadata:
    """The metadata with who wrote the first entry of a thread and when, where the page does not state them.

    What the page merely shows is left as it is where that entry does not open the thread or does not say,
    but for a name and a date of another entry.

    Args:
        metadata: The page's.
        stated: The same without what only stands in lines and `<time>` elements.
        threads, table, kept: Its entries, its blocks, which of them are kept.
    """
    if not are_posts(threads, table.n_chars, kept):
        first = next((place for place, one in enumerate(threads) if not any(kept[b] for b in one.blocks)), 0)
        return metadata if stated.authors else _without_readers(metadata, threads[first:], table)
    opening = threads[0] if _opens(threads, table, kept) and not _is_late(threads) else None
    answers = threads[1:] if opening else threads
    if not stated.authors:
        metadata = _signed(metadata, opening, answers, table)
    return metadata if stated.published else _dated(metadata, opening, answers)


def _signed(
    metadata: Metadata, opening: Entry | None, answers: Sequence[Entry], table: BlockTable
) -> Metadata:
    """The metadata with who wrote the opening entry, and nobody who is named nowhere before the answers."""
    found = signed(metadata, opening.author) if opening else metadata
    return found if found is not metadata else _without_readers(metadata, answers, table)


def _without_readers(metadata: Metadata, answers: Sequence[Entry], table: BlockTable) -> Metadata:
    """The metadata without who wrote an answer, or a comment, and is named nowhere before the first."""
    if not metadata.authors or not answers:
        return metadata
    before = "\n".join(table.text[: table.first_block[answers[0].element]])
    names = {entry.author for entry in answers}
    if any(name in names and name not in before for name in metadata.authors):
        return replace(metadata, authors=(), author=None)
    return metadata


def _dated(metadata: Metadata, opening: Entry | None, answers: Sequence[Entry]) -> Metadata:
    """The metadata with the date of the opening entry, and not that of an answer."""
    month_first = metadata.language in (None, "en", "en-US")
    shown = metadata.published
    day = iso_date(opening.date, month_first) if opening and opening.date else None
    if day and not (shown and shown.startswith(day)):
        return replace(metadata, published=day, date=day[:10])
    if day or not shown or shown not in {iso_date(one.date, month_first) for one in answers if one.date}:
        return metadata
    return replace(metadata, published=None, date=metadata.modified[:10] if metadata.modified else None)


def _opens(threads: Sequence[Entry], table: BlockTable, kept: Sequence[bool]) -> bool:
    """Whether the page is a thread whose first entry opens it: all answer that one, or none answers any.

    One that another template wrote does, as does one that microdata call a question. Where several entries
    have answers of their own, they are what readers say of something that is no entry; so are they where a
    paragraph with a date stands before them.
    """
    kind = table.purposes.get(threads[0].element, {}).get("itemtype", "")
    if threads[0].opens or kind.endswith("/Question"):
        return True
    end = table.first_block[threads[0].element]
    if any(kept[block] and _is_prose(table, block) and _is_dated(table, block, end) for block in range(end)):
        return False
    n_roots = sum(entry.parent < 0 for entry in threads)
    return n_roots in (1, len(threads))


def _is_late(threads: Sequence[Entry]) -> bool:
    """Whether the first entry is later than most others: one that a page shows before them."""
    first = threads[0].date or ""
    later = [one for one in threads[1:] if one.date and len(one.date) == len(first) and one.date < first]
    return _MOMENT_RE.match(first) is not None and 2 * len(later) > len(threads)


def _is_prose(table: BlockTable, block: int) -> bool:
    """Whether a block is a paragraph: no heading, no line of links."""
    n_chars = table.n_chars[block]
    return (
        n_chars >= _PROSE
        and 2 * table.n_link_chars[block] < n_chars
        and table.tag[table.element[block]] not in HEADING_TAGS
    )


def _is_dated(table: BlockTable, block: int, end: int) -> bool:
    """Whether a small element around a block, that ends before the block `end`, has a line with a date."""
    for element in table.ancestors(table.element[block], _MOST_LEVELS):
        if table.end_block[element] > end:
            return False
        around = range(table.first_block[element], table.end_block[element])
        if any(0 < table.n_chars[near] <= _LINE_CHARS and has_date(table.text[near]) for near in around):
            return True
    return False
