"""The same text twice: boxes for telephones and for desktops, clones in a carousel, a teaser and the whole.

A reader sees one of them. A sentence of the text in large letters says nothing new either.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.vocabulary import HEADING_TAGS
from boilerstrip.widths import widths_in
from boilerstrip.words import QUOTATION_MARKS

__all__ = ["find_copies", "find_pulled"]

_FEW_WORDS: Final = 3
"""Words of a text that is a copy where boxes say that one of them is shown; "Learn more" may be anything."""
_WORDS: Final = 8
"""Words of a text that is one wherever another template wrote it."""
_MOST: Final = 500
"""Copies that are looked at."""
_MOST_AROUND: Final = 40
"""Elements around a block that are."""
_MOST_IN_BOX: Final = 200
"""Kept blocks in a box that are compared with those in another."""
_MOST_NAME: Final = 200
"""Characters of a class that are."""
_CALLED: Final = ("pullquote", "pulledquote")
"""What a sentence in large letters is called, without "-" and "_"."""
_LEAST_PULLED: Final = 30
"""Characters of such a sentence."""
_MOST_SOURCE: Final = 60
"""Characters of all else in its box, who said it."""
_MOST_QUOTES: Final = 50
"""Quotes that are looked at."""
_SAID_AGAIN: Final = frozenset({"blockquote", "pre", "td", "th"})
"""Elements in which something is said again on purpose."""


def find_copies(table: BlockTable, kept: Sequence[int], has_teasers: bool = True) -> dict[int, int]:
    """Kept blocks whose words stand in another one that readers see instead, each with that one.

    Of two the one goes that is no heading, or has less kept text around it, else the later.

    Args:
        table: The page's blocks.
        kept: Those that are kept, ascending.
        has_teasers: Whether what another template wrote is a copy, whatever the boxes say.
    """
    text = table.text
    first, found, n_seen = dict[str, int](), dict[int, int](), 0
    is_kept = set(kept)
    n_chars = [0] * table.n_blocks
    for block in kept:
        n_chars[block] = table.n_chars[block]
    n_before = [0, *accumulate(n_chars)]
    for block in kept:
        words = text[block]
        other = first.setdefault(words, block)
        while other in found:  # went with the box around it
            other = found[other]
        n_words = len(words.split()) if other != block and block not in found and n_seen < _MOST else 0
        if n_words < _FEW_WORDS:
            continue
        n_seen += 1
        branches = _branches(table, other, block)
        if not _differ(table, branches, has_teasers and n_words >= _WORDS):
            continue
        copy = _lesser(table, (other, block), branches, n_before)
        whole = block if copy == other else other
        first[words] = whole
        found[copy] = whole
        beside = _beside(table, branches if copy == other else branches[::-1], is_kept)
        # What is dropped already is no reason to drop the other one.
        found.update((one, its) for one, its in beside.items() if one not in found and its not in found)
    return found


def find_pulled(table: BlockTable, kept: Sequence[int]) -> dict[int, int]:
    """Kept blocks of pull quotes that repeat a sentence of the kept text, each with the block that it is of.

    They are called so; other quotes quote somebody, if only again.

    Args:
        table: The page's blocks.
        kept: Those that are kept, ascending.
    """
    labelled = [at for at, label in enumerate(table.label) if "uote" in label and "ull" in label]
    quotes = [at for at in labelled if _is_pulled(table.label[at])]
    found, is_kept = dict[int, int](), {*kept}
    for at in quotes[:_MOST_QUOTES]:
        first, end = table.first_block[at], table.end_block[at]
        held = [block for block in range(first, end) if block in is_kept and block not in found]
        longest = max(held, key=table.n_chars.__getitem__, default=-1)
        said = table.text[longest].strip(QUOTATION_MARKS) if longest >= 0 else ""
        n_others = sum(table.n_chars[block] for block in held if block != longest)
        if len(said) < _LEAST_PULLED or n_others > _MOST_SOURCE:
            continue
        others = (block for block in kept if not first <= block < end and block not in found)
        whole = next((block for block in others if said in table.text[block]), -1)
        if whole >= 0:
            found.update(dict.fromkeys(held, whole))
    return found


def _is_pulled(label: str) -> bool:
    name = label[:_MOST_NAME].lower().replace("-", "").replace("_", "")
    return any(called in name for called in _CALLED)


def _beside(table: BlockTable, branches: tuple[list[int], list[int]], kept: set[int]) -> dict[int, int]:
    """What else is kept of the largest box around a copy that has the same texts as one around the other."""
    found = dict[int, int]()
    for here, there in zip(*branches, strict=False):
        mine, its = (
            [block for block in range(table.first_block[i], table.end_block[i]) if block in kept]
            for i in (here, there)
        )
        if (
            len(mine) != len(its)
            or len(mine) > _MOST_IN_BOX
            or any(table.text[one] != table.text[other] for one, other in zip(mine, its, strict=True))
        ):
            break
        found = dict(zip(mine, its, strict=True))
    return found


def _branches(table: BlockTable, one: int, other: int) -> tuple[list[int], list[int]]:
    """The elements around either of two blocks, innermost first, that are not around both."""
    here = table.ancestors(table.element[one], _MOST_AROUND)
    there = table.ancestors(table.element[other], _MOST_AROUND)
    both = {*here} & {*there}
    return [i for i in here if i not in both], [i for i in there if i not in both]


def _differ(table: BlockTable, branches: tuple[list[int], list[int]], may_be_teaser: bool) -> bool:
    """Whether two branches say that they are shown at different widths, or another template wrote them."""
    if may_be_teaser and not any(table.tag[i] in _SAID_AGAIN for branch in branches for i in branch):
        one, other = ([(table.tag[i], *table.label[i].split()[:1]) for i in branch] for branch in branches)
        if one != other:
            return True
    here, there = ([table.label[i][:_MOST_NAME] for i in branch] for branch in branches)
    return here != there and _widths(here) != _widths(there)


def _widths(labels: list[str]) -> frozenset[str]:
    """What the names of some boxes say of widths."""
    return frozenset().union(*map(widths_in, labels))


def _lesser(
    table: BlockTable, blocks: tuple[int, int], branches: tuple[list[int], list[int]], n_before: list[int]
) -> int:
    """Which of two blocks with the same words goes."""
    one, other = blocks
    ranks = [HEADING_TAGS.get(table.tag[table.element[block]], len(HEADING_TAGS) + 1) for block in blocks]
    if ranks[0] != ranks[1]:
        return one if ranks[0] > ranks[1] else other
    here, there = (_n_around(table, branch, n_before) for branch in branches)
    return one if here < there else other


def _n_around(table: BlockTable, branch: list[int], n_before: list[int]) -> int:
    """Kept characters in the outermost element of a branch; 0 where there is none."""
    if not branch:
        return 0
    return n_before[table.end_block[branch[-1]]] - n_before[table.first_block[branch[-1]]]
