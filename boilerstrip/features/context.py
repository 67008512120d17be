"""Columns on where a block stands: its containers, its neighbours, its place on the page."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.arrays import Matrix, PageArrays, Vector

__all__ = ["CONTEXT_COLUMNS", "measure_context"]

_WINDOWS: Final = (1, 3, 8)
"""Blocks on each side that a windowed mean looks at."""
_CONTAINER_CHARS: Final = (200, 1000, 4000)
"""Characters a container must hold; the nearest such ancestor is looked at for each size."""

_MAX_PAGE_BLOCKS: Final = 2_000
"""Blocks beyond which a page counts as no larger: dumps of books are no more boilerplate for it."""

CONTEXT_COLUMNS: Final = (
    "position",
    "log_page_blocks",
    "page_prose_share",
    "page_link_density",
    "main_holds",
    "main_height",
    "before_main",
    "after_main",
    *(f"container_{size}_{what}" for size in _CONTAINER_CHARS for what in ("links", "prose", "mean")),
    *(f"window_{n}_{what}" for n in _WINDOWS for what in ("prose", "links", "chars")),
    "previous_chars",
    "next_chars",
    "previous_links",
    "next_links",
    "previous_heading",
    "next_heading",
)
"""Shares and densities 0..1 of characters; position 0..1; main_holds: 1 inside the main container;
main_height: how many levels above the main container the ancestor stands that also holds this block
(0 inside), log of 1 + levels; log_page_blocks: of at most `_MAX_PAGE_BLOCKS`; *_mean and *_chars: log
of 1 + mean characters a block."""


def measure_context(arrays: PageArrays, is_heading: Vector) -> Matrix:
    """The columns of `CONTEXT_COLUMNS`, float32 of shape (n_blocks, n_columns)."""
    n = arrays.n_blocks
    page_chars = max(float(arrays.chars.sum()), 1.0)
    index = np.arange(n)
    height, container = _main_height(arrays), arrays.main_container
    columns: list[NDArray[np.floating]] = [
        (index + 0.5) / n,
        np.full(n, np.log1p(min(n, _MAX_PAGE_BLOCKS))),
        np.full(n, arrays.prose.sum() / page_chars),
        np.full(n, arrays.link_chars.sum() / page_chars),
        (height == 0).astype(np.float32),
        np.log1p(height),
        (index < arrays.first[container]).astype(np.float32),
        (index >= arrays.end[container]).astype(np.float32),
    ]
    columns.extend(_containers(arrays))
    columns.extend(_windows(arrays))
    log_chars = np.log1p(arrays.chars)
    for vector in (log_chars, arrays.link_density, is_heading):
        columns.append(np.concatenate(([0], vector[:-1])))
        columns.append(np.concatenate((vector[1:], [0])))
    return np.stack(columns, axis=1).astype(np.float32)


def _main_height(arrays: PageArrays) -> Vector:
    """Levels from the main container up to the first ancestor that also holds the block."""
    height = np.full(arrays.n_blocks, len(arrays.main_path), dtype=np.float32)
    for level in range(len(arrays.main_path) - 1, -1, -1):
        element = arrays.main_path[level]
        height[arrays.first[element] : arrays.end[element]] = level
    return height


def _containers(arrays: PageArrays) -> list[NDArray[np.floating]]:
    """Link density, prose share and mean length of the nearest ancestor of each size."""
    chars, links, prose = (arrays.sums(v) for v in (arrays.chars, arrays.link_chars, arrays.prose))
    first, end = arrays.first, arrays.end
    held = chars[end] - chars[first]
    nearest = np.stack([arrays.nearest(held >= size) for size in _CONTAINER_CHARS])
    a, b = first[nearest], end[nearest]
    total = np.maximum(held[nearest], 1)
    measured = (
        (links[b] - links[a]) / total,
        (prose[b] - prose[a]) / total,
        np.log1p(total / np.maximum(b - a, 1)),
    )
    return [column[size] for size in range(len(_CONTAINER_CHARS)) for column in measured]


def _windows(arrays: PageArrays) -> list[NDArray[np.floating]]:
    """Prose share, link density and mean length over the blocks around each block, itself included."""
    chars, links, prose = (arrays.sums(v) for v in (arrays.chars, arrays.link_chars, arrays.prose))
    index = np.arange(arrays.n_blocks)
    columns: list[NDArray[np.floating]] = []
    for n in _WINDOWS:
        a, b = np.maximum(index - n, 0), np.minimum(index + n + 1, arrays.n_blocks)
        total = np.maximum(chars[b] - chars[a], 1)
        columns.append((prose[b] - prose[a]) / total)
        columns.append((links[b] - links[a]) / total)
        columns.append(np.log1p(total / (b - a)))
    return columns
