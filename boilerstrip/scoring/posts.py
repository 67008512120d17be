"""Whether what lies in comments is written like all else that is kept: then it is posts, or no comments.

A forum whose first post lies in no comment, a product whose reviews stand in a tab of its description: one
template wrote both. What is said about an article stands in elements of its own.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable

__all__ = ["are_posts"]

_MOST: Final = 0.5
"""Share of the prose outside of comments that one template wrote with what is in them, from which they are
posts. Out-of-fold F1 by the labels of blocks is 0.0006 or 0.0007 higher with that, for each of three sets of
networks fitted anew."""
_DIGITS: Final = str.maketrans("", "", "0123456789")


def are_posts(
    table: BlockTable, group: NDArray[np.intp], chars: NDArray[np.floating], commented: NDArray[np.bool_]
) -> bool:
    """Whether most of the prose outside of comments is written like some in comments.

    Args:
        table: The page's blocks.
        group: Which of them one template wrote, as `Features.group`, shape (n_blocks,).
        chars: Characters of what is kept and prose, 0 for other blocks, shape (n_blocks,).
        commented: Which blocks lie in comments, shape (n_blocks,).
    """
    prose = chars > 0
    groups, firsts = np.unique(group[prose & commented], return_index=True)
    like = dict(zip(groups.tolist(), np.flatnonzero(prose & commented)[firsts].tolist(), strict=True))
    known: dict[tuple[int, int], bool] = {}
    n_like = 0.0
    for block in np.flatnonzero(prose & ~commented & np.isin(group, groups)).tolist():
        pair = table.element[block], table.element[like[int(group[block])]]
        n_like += float(chars[block]) * _are_alike(table, pair, known)
    return n_like >= _MOST * float(chars[~commented].sum())


def _are_alike(table: BlockTable, pair: tuple[int, int], known: dict[tuple[int, int], bool]) -> bool:
    """Whether two elements, and those around them up to the first around both, look the same.

    Args:
        table: The page's blocks.
        pair: The elements.
        known: Of which pairs it is known, and what; those on the way are added.
    """
    passed = []
    while pair not in known:
        one, other = pair
        passed.append(pair)
        if one == other:
            known[pair] = True
        elif one < 0 or other < 0 or _look(table, one) != _look(table, other):
            known[pair] = False
        else:
            pair = table.parent[one], table.parent[other]
    are_alike = known[pair]
    known.update(dict.fromkeys(passed, are_alike))
    return are_alike


def _look(table: BlockTable, element: int) -> tuple[str, str]:
    """Tag and first class of an element without digits, as `Features.group` compares them."""
    return table.tag[element], table.label[element].partition(" ")[0].translate(_DIGITS)
