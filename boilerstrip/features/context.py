"""Columns on where a block stands: its containers, its neighbours, its place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import Columns, Indices, Matrix, PageArrays, Vector
from boilerstrip.features.logs import log_table, single_logs

__all__ = ["CONTEXT_COLUMNS", "containers", "fill_context", "measure_context"]

_Doubles = NDArray[np.float64]

COMPILED: Final = compiled("features._context")

_WINDOWS: Final = (1, 3, 8)
"""Blocks on each side that a windowed mean looks at."""
_CONTAINER_CHARS: Final = (200, 1000, 4000)
"""Characters a container must hold; the nearest such ancestor is looked at for each size."""
_HEIGHTS: Final = (0, 1, 2, 3, 4, 6)
"""Levels above the block's own element whose element is looked at."""
_LEVEL: Final = ("chars", "links", "prose", "blocks", "share", "place", "children", "siblings")
"""What is said of the element at each height."""
_LINKS, _PROSE, _PLACE = map(_LEVEL.index, ("links", "prose", "place"))
_FAR: Final = 50
"""Distance in blocks that stands for "none on this side"."""
_MIN_HEADLINE: Final = 0.5
"""Overlap with the title, 0..1, from which a block may be the headline."""
_H1_BONUS: Final = 0.2
"""What an `<h1>` is worth against overlap in the choice of the headline."""

CONTEXT_COLUMNS: Final = (
    "position",
    "char_position",
    "prose_position",
    "log_index",
    "log_blocks_after",
    "main_holds",
    "main_height",
    "before_main",
    "after_main",
    "has_headline",
    "after_headline",
    "from_headline",
    "since_heading",
    "since_prose",
    "until_prose",
    *(f"container_{size}_{what}" for size in _CONTAINER_CHARS for what in ("links", "prose", "mean")),
    *(f"window_{n}_{what}" for n in _WINDOWS for what in ("prose", "links", "chars")),
    *(f"level_{height}_{what}" for height in _HEIGHTS for what in _LEVEL),
    "depth",
    "log_group",
    "group_chars",
    "group_share",
    "group_links",
)
"""Shares and densities 0..1 of characters; *position and *_place 0..1, of blocks, characters or prose
before over all; main_holds: 1 inside the main container; main_height: how many levels above the main
container the ancestor stands that also holds this block (0 inside), log of 1 + levels; since_*, until_*:
log of 1 + blocks; from_headline: the same with the sign of the side, over 3; *_chars, *_blocks,
*_children, log_*: log of 1 + count; *_siblings: log of the number of elements beside it of the same tag,
class and id; *_mean and window_*_chars: log of 1 + mean characters a block; depth: elements around it,
over 20; group_*: of the blocks that the same template wrote."""


def measure_context(
    arrays: PageArrays, is_heading: NDArray[np.uint8], overlap: Vector, is_h1: NDArray[np.uint8]
) -> Iterator[NDArray[Any]]:
    """The columns of `CONTEXT_COLUMNS`, a few at a time: of a large page all take as much memory as it.

    Args:
        arrays: The page.
        is_heading, is_h1: 1 for such blocks, shape (n_blocks,).
        overlap: Overlap with the title, 0..1, shape (n_blocks,).
    """
    n = arrays.n_blocks
    index = np.arange(n)
    height, container = _main_height(arrays), arrays.main_container
    yield from (
        (index + 0.5) / n,
        arrays.char_sums[:-1] / max(arrays.char_sums[-1], 1),
        arrays.prose_sums[:-1] / max(arrays.prose_sums[-1], 1),
        np.log1p(index),
        np.log1p(n - 1 - index),
        height == 0,
        np.log1p(height),
        index < arrays.first[container],
        index >= arrays.end[container],
        *_headline(overlap + _H1_BONUS * is_h1, overlap.max() >= _MIN_HEADLINE),
        np.log1p(_since(is_heading > 0)),
        np.log1p(_since(arrays.prose > 0)),
        np.log1p(_since((arrays.prose > 0)[::-1])[::-1]),
    )
    held = _Held(arrays)
    yield from _containers(arrays, held)
    yield from _windows(arrays)
    yield from _levels(arrays, held)
    yield arrays.depth[arrays.element] / 20
    yield from _groups(arrays)


def _main_height(arrays: PageArrays) -> Vector:
    """Levels from the main container up to the first ancestor that also holds the block."""
    height = np.full(arrays.n_blocks, len(arrays.main_path), dtype=np.float32)
    for level in range(len(arrays.main_path) - 1, -1, -1):
        element = arrays.main_path[level]
        height[arrays.first[element] : arrays.end[element]] = level
    return height


def _headline(likeness: Vector, is_there: bool) -> Columns:
    """Whether there is a headline, and where a block stands to it."""
    n = len(likeness)
    if not is_there:
        return [np.zeros(n, dtype=np.float32)] * 3
    distance = np.arange(n) - int(np.argmax(likeness))
    signed = np.sign(distance) * np.log1p(np.abs(distance)) / 3
    return [np.ones(n, dtype=np.float32), distance > 0, signed]


def _since(is_one: NDArray[np.bool_]) -> Indices:
    """Blocks back to the last one of a kind, at most `_FAR`; 0 for such a block itself."""
    index = np.arange(len(is_one))
    last = np.maximum.accumulate(np.where(is_one, index, -_FAR))
    return np.minimum(index - last, _FAR)


def _between(arrays: PageArrays, a: Indices, b: Indices) -> tuple[_Doubles, _Doubles, _Doubles]:
    """Characters (1 at least) of the blocks from a on before b, the share in links, and that in prose."""
    total = arrays.char_sums.take(b)
    total -= arrays.char_sums.take(a)
    np.maximum(total, 1, out=total)
    links, prose = arrays.link_sums.take(b), arrays.prose_sums.take(b)
    links -= arrays.link_sums.take(a)
    prose -= arrays.prose_sums.take(a)
    links /= total
    prose /= total
    return total, links, prose


def _windows(arrays: PageArrays) -> Iterator[_Doubles]:
    """Prose share, link density and mean length over the blocks around each block, itself included."""
    index, reach = np.arange(arrays.n_blocks), np.array(_WINDOWS)[:, None]
    a, b = np.maximum(index - reach, 0), np.minimum(index + reach + 1, arrays.n_blocks)
    total, links, prose = _between(arrays, a, b)
    total /= b - a
    for of_reach in zip(prose, links, np.log1p(total), strict=True):
        yield from of_reach


class _Held:
    """What the elements hold: it is the same for all blocks in an element, so it is worked out by element.

    Attributes:
        level: What a level says of an element, shape (len(_LEVEL), n_elements); its "place", which is the
            block's own, is left out.
        mean: Log of 1 + mean characters a block, shape (n_elements,).
        least: Blocks, 1 at least, shape (n_elements,).
    """

    def __init__(self, arrays: PageArrays) -> None:
        total, links, prose = _between(arrays, arrays.first, arrays.end)
        n_blocks = arrays.end - arrays.first
        self.least: Indices = np.maximum(n_blocks, 1)
        self.mean: Vector = np.log1p(total / self.least).astype(np.float32)
        self.level: Matrix = np.zeros((len(_LEVEL), len(total)), dtype=np.float32)
        self.level[0] = np.log1p(total)
        self.level[_LINKS] = links
        self.level[_PROSE] = prose
        self.level[3] = np.log1p(n_blocks)
        self.level[4] = total / max(arrays.char_sums[-1], 1)
        self.level[6] = np.log1p(np.bincount(arrays.up[1:], minlength=len(arrays.up)))
        self.level[7] = np.log(arrays.like_siblings())


def _containers(arrays: PageArrays, held: _Held) -> Iterator[NDArray[Any]]:
    """Link density, prose share and mean length of the nearest ancestor of each size."""
    for size in _CONTAINER_CHARS:
        elements = arrays.nearest(arrays.held_chars >= size)
        yield held.level[_LINKS].take(elements)
        yield held.level[_PROSE].take(elements)
        yield held.mean.take(elements)


def _levels(arrays: PageArrays, held: _Held) -> Iterator[Matrix]:
    """What the elements at fixed heights above a block hold, and where in them it stands."""
    index, elements, climbed = np.arange(arrays.n_blocks), arrays.element, 0
    for height in _HEIGHTS:
        for _ in range(climbed, height):
            elements = arrays.up.take(elements)
        climbed = height
        level = held.level.take(elements, axis=1)
        level[_PLACE] = (index - arrays.first.take(elements)) / held.least.take(elements)
        yield level


def _groups(arrays: PageArrays) -> Columns:
    """Size, characters, share of the page and link density of the blocks that one template wrote."""
    group = arrays.group
    chars = np.bincount(group, weights=arrays.chars)
    measured = (
        np.log1p(np.bincount(group)),
        np.log1p(chars),
        chars / max(arrays.char_sums[-1], 1),
        np.bincount(group, weights=arrays.link_chars) / np.maximum(chars, 1),
    )
    return [column[group] for column in measured]


def fill_context(arrays: PageArrays, rows: tuple[int, ...], columns: Matrix) -> None:
    """The columns of `CONTEXT_COLUMNS` by the compiled part, as the last ones of the block matrix.

    Args:
        arrays: The page, whose indices are sound.
        rows: Which columns say that a block is a heading, how much it is the title, and that it is an `<h1>`.
        columns: Shape (n_columns, n_blocks).
    """
    if COMPILED is None:
        raise RuntimeError("not compiled")
    n_elements, n_groups, logs = len(arrays.up), int(arrays.group.max()) + 1, log_table(arrays)
    # What logarithms are taken of lies in one array.
    raw: _Doubles = np.empty(len(_WINDOWS) * arrays.n_blocks + n_groups + 2 * n_elements)
    places: Indices = np.empty((2, n_elements), dtype=np.intp)
    page = (arrays.block_sums, arrays.spans, arrays.element, arrays.group, n_groups, _WINDOWS)
    told = raw[: COMPILED.raw(*page, logs.shape[1], raw, places)]
    np.log1p(told, out=told)
    said = (raw, places, arrays.like_siblings(), logs, single_logs(n_elements), arrays.main_container)
    bounds, first = (_MIN_HEADLINE, _H1_BONUS, _FAR), len(columns) - len(CONTEXT_COLUMNS)
    COMPILED.fill(*page, *said, _HEIGHTS, _CONTAINER_CHARS, bounds, (*rows, first), columns)


def containers(arrays: PageArrays, sizes: tuple[int, ...]) -> Indices:
    """Where the innermost element of each size in characters around each block begins and ends.

    Returns:
        Indices of blocks, shape (2, n_sizes, n_blocks).
    """
    if COMPILED is not None and arrays.is_sound:
        spans = np.empty((2, len(sizes), arrays.n_blocks), dtype=np.intp)
        COMPILED.containers(arrays.block_sums, arrays.spans, arrays.element, sizes, spans)
        return spans
    nearest = np.stack([arrays.nearest(arrays.held_chars >= size) for size in sizes])
    return np.stack((arrays.first[nearest], arrays.end[nearest]))
