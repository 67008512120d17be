"""Sites shared out among folds or parts, each as a whole: a model that saw a site knows its templates."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["share_out"]


def share_out(sizes: Mapping[str, int], n_parts: int) -> dict[str, int]:
    """The part of each site: the largest sites first, each into the part that is emptiest by then.

    Args:
        sizes: Pages of each site.
        n_parts: Parts, numbered from 0.

    >>> share_out({"a": 3, "b": 2, "c": 1, "d": 1}, 2)
    {'a': 0, 'b': 1, 'c': 1, 'd': 0}
    """
    part_of, filled = {}, [0] * n_parts
    for site in sorted(sizes, key=lambda site: (-sizes[site], site)):
        part_of[site] = filled.index(min(filled))
        filled[part_of[site]] += sizes[site]
    return part_of
