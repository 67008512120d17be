"""What a forum's software adds above and below the words of a post: who writes, a signature."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from boilerstrip.block import BlockTable, Reason
from boilerstrip.threads.parts import Parts

__all__ = ["Shown", "without_added"]

_LINE_CHARS: Final = 100
"""Characters without white space of a line of a user's box, at most."""
_SAID_TAGS: Final = frozenset({"p", "li", "pre", "blockquote", "code"})
"""Tags of short lines that somebody says."""
_LEADS_RE: Final = re.compile(r"[:：↑]\s*$")
"""The end of a line that names whom the lines below it quote."""
_RULE_RE: Final = re.compile(r"\s*_{17,18}(?!_)")
"""The line that phpBB 2 and vBulletin 3 set above a signature."""


class Shown(NamedTuple):
    """What is known of a forum's page: which blocks are kept, and its `find_postscripts`."""

    kept: Sequence[bool]
    postscripts: Mapping[int, tuple[str, Reason]]


def without_added(
    table: BlockTable, parts: Parts, blocks: Sequence[int], words: Sequence[int], shown: Shown
) -> list[int]:
    """The words of an entry without edit notes, subjects and signatures, and lines of the user's box.

    Those lines stand above all others, are dropped, and in nothing that calls itself the entry's words.

    Args:
        table: The page's blocks.
        parts: What each element of the entry is.
        blocks: Its blocks, in page order.
        words: Those of them that may be its own words, in page order.
        shown: What is known of the page.
    """
    left = _without_postscripts(table, blocks, words, shown.postscripts)
    lines = [block for block in left if table.n_chars[block]]  # images are of the entry
    if not any(shown.kept[block] for block in lines):
        return left
    unsaid = set(parts.unsaid([table.element[block] for block in lines]))
    beside = {
        block
        for block in lines
        if not shown.kept[block] and table.element[block] in unsaid and _may_be_of_box(table, block)
    }
    box = {*takewhile(beside.__contains__, lines)}
    return [block for block in left if block not in box]


def _may_be_of_box(table: BlockTable, block: int) -> bool:
    """Whether a block is a short line that does not lead to a quotation."""
    return (
        table.n_chars[block] <= _LINE_CHARS
        and table.tag[table.element[block]] not in _SAID_TAGS
        and not _LEADS_RE.search(table.text[block])
    )


def _without_postscripts(
    table: BlockTable,
    blocks: Sequence[int],
    words: Sequence[int],
    postscripts: Mapping[int, tuple[str, Reason]],
) -> list[int]:
    """The words without what software adds to posts, and without all of a signature."""
    added = {block for block in blocks if block in postscripts}
    end = 0
    for block in sorted(added):
        if block >= end and _RULE_RE.match(table.text[block]):
            end = table.end_block[table.element[block]]
            added.update(range(block, end))
    return [block for block in words if block not in added]
