"""Several samples as one batch: their rows one below the other, and who is told about whom.

What a block is told is a mean over other blocks, so every relation is a sparse matrix: `mean` makes
one row for each group, container and page, and `pick` hands that row to the blocks it concerns. The
gradient goes back through the transposed matrices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features import CONTAINER_CHARS, Features
from boilerstrip.scoring.network import SHIFTS
from boilerstrip.training.sample import Sample

if TYPE_CHECKING:
    from scipy.sparse import csr_array

__all__ = [
    "MAX_BLOCKS",
    "Array",
    "Batch",
    "Labelled",
    "Means",
    "Related",
    "assemble",
    "gather",
    "part",
    "starts_of",
]

MAX_BLOCKS: Final = 1_200
"""Blocks of one page that are looked at in one step; of a longer page a random part."""

Array = NDArray[np.float32]


class Labelled(Protocol):
    """What a batch takes of a sample, as `Sample` and `TextSample` have it."""

    @property
    def page_type(self) -> str: ...
    @property
    def features(self) -> Features: ...
    @property
    def n_words(self) -> NDArray[np.int64]: ...
    @property
    def n_matched(self) -> NDArray[np.int64]: ...
    @property
    def n_gold(self) -> int: ...


class Related(Protocol):
    """What `@` and `.T` work on as on a matrix: a relation between blocks and what is said to them."""

    @property
    def T(self) -> Any: ...  # noqa: N802 - as numpy has it
    def __matmul__(self, values: Array) -> Array: ...


class Means(Related, Protocol):
    """Means over blocks, a row each."""

    @property
    def shape(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Pages for one step: n blocks, k pages.

    Attributes:
        rows: Block columns, shape (n, n_columns).
        pages: Page columns, shape (k, n_page_columns).
        page: Page of each block, shape (n,).
        starts: First block of each page, shape (k,).
        beside: For each of `SHIFTS`, whether the block so far away is of the same page, shape (n, 1).
        mean: (n_related, n), every row sums to 1: groups, then containers of each size.
        picks: For the groups and for each size of container, (n, n_related), one 1 a row.
        page_means: Two of shape (k, n): every block the same, and by the root of its characters.
        labels, words, n_gold: Share of matched words and words of each block, (n,); words of the
            gold, (k,). Where only a part of a page is taken, what of the gold is in that part.
        types: 1 for each page's type, (k, n_types); all 0 where it is not known.
        auxiliary: 1 for each page of another gold standard, (k, 1); None where there is none such.
    """

    rows: Array
    pages: Array
    page: NDArray[np.intp]
    starts: NDArray[np.intp]
    beside: tuple[Array, ...]
    mean: Means
    picks: tuple[Related, ...]
    page_means: tuple[Related, Related]
    labels: Array
    words: Array
    n_gold: Array
    types: Array
    auxiliary: Array | None = None

    @property
    def n_pages(self) -> int:
        """Number of pages."""
        return len(self.pages)


def gather(
    samples: Sequence[Sample],
    types: Sequence[str],
    random: np.random.Generator | None,
) -> Batch:
    """Make a batch.

    Args:
        samples: The pages; each has at least one block.
        types: All page types, in order.
        random: Chooses the part of a long page; None takes pages whole.
    """
    parts = [part(sample.features.n_blocks, MAX_BLOCKS, random) for sample in samples]
    batch = assemble(samples, parts, types, *_relations(samples, parts))
    if not any(sample.is_auxiliary for sample in samples):
        return batch
    return replace(batch, auxiliary=np.array([[s.is_auxiliary] for s in samples], dtype=np.float32))


def part(n: int, most: int, random: np.random.Generator | None) -> slice:
    """The blocks of one page that a batch holds: all n, or, where they are too many, a random run of them."""
    if random is None or n <= most:
        return slice(0, n)
    start = int(random.integers(n - most + 1))
    return slice(start, start + most)


def assemble(
    samples: Sequence[Labelled],
    parts: Sequence[slice],
    types: Sequence[str],
    mean: Means,
    picks: tuple[Related, ...],
) -> Batch:
    """Put a batch together.

    Args:
        samples: The pages; each has at least one block.
        parts: The blocks taken of each.
        types: All page types, in order.
        mean, picks: See `Batch`.
    """
    pairs = list(zip(samples, parts, strict=True))
    lengths = np.array([part.stop - part.start for part in parts])
    page = np.repeat(np.arange(len(samples)), lengths)
    words = _joined([s.n_words[p] for s, p in pairs])
    matched = _joined([s.n_matched[p] for s, p in pairs])
    is_whole = np.array([len(s.n_words) for s in samples]) == lengths
    n_gold = np.where(is_whole, [s.n_gold for s in samples], np.bincount(page, matched, len(samples)))
    weight = _joined([s.features.weight[p] for s, p in pairs])
    return Batch(
        rows=_joined([s.features.blocks[p] for s, p in pairs]),
        pages=np.stack([s.features.page for s in samples]),
        page=page,
        starts=starts_of(parts),
        beside=tuple(_beside(page, shift) for shift in SHIFTS),
        mean=mean,
        picks=picks,
        page_means=(_page_mean(page, np.ones_like(weight)), _page_mean(page, weight)),
        labels=(matched / np.maximum(words, 1)).astype(np.float32),
        words=words,
        n_gold=n_gold.astype(np.float32),
        types=np.array([[s.page_type == name for name in types] for s in samples], dtype=np.float32),
    )


def starts_of(parts: Sequence[slice]) -> NDArray[np.intp]:
    """The first block of each part among those of the batch."""
    lengths = [part.stop - part.start for part in parts]
    return np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)


def _joined(vectors: Sequence[NDArray[Any]]) -> Array:
    return np.concatenate(vectors).astype(np.float32, copy=False)


def _beside(page: NDArray[np.intp], shift: int) -> Array:
    """Whether the block `shift` before each block is of the same page, shape (n, 1)."""
    same = np.zeros((len(page), 1), dtype=np.float32)
    if shift > 0:
        same[shift:, 0] = page[shift:] == page[:-shift]
    else:
        same[:shift, 0] = page[:shift] == page[-shift:]
    return same


def _page_mean(page: NDArray[np.intp], weight: Array) -> csr_array[Any, Any]:
    from scipy.sparse import csr_array

    totals = np.maximum(np.bincount(page, weight), 1e-6).astype(np.float32)
    index = np.arange(len(page))
    return csr_array((weight / totals[page], (page, index)), shape=(len(totals), len(page)))


def _relations(
    samples: Sequence[Sample], parts: Sequence[slice]
) -> tuple[csr_array[Any, Any], tuple[csr_array[Any, Any], ...]]:
    """`Batch.mean` and `Batch.picks`."""
    from scipy.sparse import csr_array

    starts = starts_of(parts)
    n = int(starts[-1] + parts[-1].stop - parts[-1].start)
    lengths, members, picked, n_related = [], [], [], 0
    for sample, part, start in zip(samples, parts, starts.tolist(), strict=True):
        features, size = sample.features, part.stop - part.start
        groups, where = np.unique(features.group[part], return_inverse=True)
        order = np.argsort(where, kind="stable")
        first = np.clip(features.first[:, part] - part.start, 0, size)
        end = np.clip(features.end[:, part] - part.start, 0, size)
        spans, span = np.unique(first * (size + 1) + end, return_inverse=True)
        a, b = spans // (size + 1), spans % (size + 1)
        lengths += [np.bincount(where), b - a]
        members += [
            order + start,
            *(np.arange(x, y) + start for x, y in zip(a.tolist(), b.tolist(), strict=True)),
        ]
        picked.append(
            np.concatenate((where[None], span.reshape(len(CONTAINER_CHARS), size) + len(groups))) + n_related
        )
        n_related += len(groups) + len(spans)
    counts = np.concatenate(lengths)
    ends = np.concatenate(([0], np.cumsum(counts)))
    values = np.repeat(1 / np.maximum(counts, 1), counts).astype(np.float32)
    mean = csr_array((values, np.concatenate(members), ends), shape=(n_related, n))
    ones, rows = np.ones(n, dtype=np.float32), np.arange(n + 1)
    picks = tuple(
        csr_array((ones, columns, rows), shape=(n, n_related)) for columns in np.concatenate(picked, axis=1)
    )
    return mean, picks
