"""Images of grids, whose template tells more of them than their place: the first has no text before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.decide.images import FIGURE_LEVELS, is_in_widget

__all__ = ["keep_alike"]

_FEWEST_ALIKE: Final = 2
"""Kept images of a template from which others of it are kept."""
_MAX_CARD_BLOCKS: Final = 24
"""Blocks of a box with an image; a larger one is no card of a grid."""
_MOSTLY: Final = 0.5
"""Share of kept characters of a box from which an image that it begins with is kept, whatever comes next."""


def keep_alike(table: BlockTable, group: NDArray[np.intp], kept: list[bool]) -> None:
    """Keep images of boxes whose words are kept, where as many that the same template wrote are kept already:
    before the first of a grid there is no kept text.

    Args:
        table: The page's blocks.
        group: Of each block, the number of the template that wrote it.
        kept: Which are kept; changed.
    """
    images = [*_images(table.n_chars)]
    shown = [image for image in images if kept[image]]
    if not _FEWEST_ALIKE <= len(shown) < len(images):
        return
    of = dict(zip(images, group[images].tolist(), strict=True))
    n_kept = Counter([of[image] for image in shown])
    added = [
        image
        for image in images
        if not kept[image] and n_kept[of[image]] >= _FEWEST_ALIKE and _is_with_kept(table, image, kept)
    ]
    n_added = Counter([of[image] for image in added])
    for image in added:
        if n_added[of[image]] <= n_kept[of[image]]:
            kept[image] = True


def _images(n_chars: list[int]) -> Iterator[int]:
    """The blocks without words; a list finds the next faster than Python looks at each."""
    at = -1
    for _ in range(n_chars.count(0)):
        at = n_chars.index(0, at + 1)
        yield at


def _is_with_kept(table: BlockTable, image: int, kept: Sequence[bool]) -> bool:
    """Whether the innermost box of an image that has words goes on behind it with kept ones, or begins with
    it and is mostly kept."""
    n_chars = table.n_chars
    for element in table.ancestors(table.element[image], FIGURE_LEVELS):
        span = range(table.first_block[element], table.end_block[element])
        if len(span) > _MAX_CARD_BLOCKS:
            return False
        if not any(n_chars[span.start : span.stop]):
            continue
        if is_in_widget(table, table.element[image]):
            return False
        behind = next((at for at in range(image + 1, span.stop) if n_chars[at]), -1)
        if behind < 0 or kept[behind] or any(n_chars[span.start : image]):
            return behind >= 0 and kept[behind]
        n_kept = sum(n_chars[at] for at in span if kept[at])
        return n_kept >= _MOSTLY * sum(n_chars[span.start : span.stop])
    return False
