"""Who opened a thread, and when, for a page that says neither in its head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from boilerstrip.block import BlockTable, Entry
from boilerstrip.metadata.people import signed
from boilerstrip.page import Metadata
from boilerstrip.threads import are_posts
from boilerstrip.threads.dates import has_date
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["opened"]

_PROSE: Final = 100
"""Characters without white space of a paragraph that opens a thread."""
_LINE_CHARS: Final = 90
"""The same of a line with its date, at most."""
_MOST_LEVELS: Final = 4
"""Elements around that paragraph in which the date is looked for."""
_MOMENT_RE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
"""A date as machines read it."""


def opened(metadata: Metadata, threads: Sequence[Entry], table: BlockTable, kept: Sequence[bool]) -> Metadata:
    """The metadata with who wrote the first entry of a thread and when, where they do not say so themselves.

    As they are where that entry does not open the thread.
    """
    if not _opens(threads, table, kept):
        return metadata
    first = threads[0]
    if not metadata.authors:
        metadata = signed(metadata, first.author)
    if not metadata.published and first.date and _MOMENT_RE.fullmatch(first.date):
        metadata = replace(metadata, published=first.date, date=first.date[:10])
    return metadata


def _opens(threads: Sequence[Entry], table: BlockTable, kept: Sequence[bool]) -> bool:
    """Whether the page is a thread whose first entry opens it: all answer that one, or none answers any.

    One that another template wrote does. Where several entries have answers of their own, they are what
    readers say of something that is no entry; so are they where a paragraph with a date stands before them.
    """
    if not threads or not are_posts(threads, table.n_chars, kept):
        return False
    if threads[0].opens:
        return True
    end = table.first_block[threads[0].element]
    if any(kept[block] and _is_prose(table, block) and _is_dated(table, block, end) for block in range(end)):
        return False
    n_roots = sum(entry.parent < 0 for entry in threads)
    return n_roots in (1, len(threads))


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
