"""Several texts as one batch for `learner.Learner`.

What a line is told by the spans around it (all lines before, all after) are means over so many lines
that no matrix could list them; a running sum gives each as the difference of two of its rows, and so the
gradients.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from boilerstrip.training.batch import Array, Batch, assemble, part, starts_of
from boilerstrip.training.textsample import TextSample

__all__ = ["MAX_LINES", "gather_texts"]

MAX_LINES = 1_000
"""Lines of a text that are looked at in one step; of a longer one a random part."""


class _Means:
    """Means over groups and over spans of a batch's lines: applied with `@`, as a matrix would be.

    Args:
        group: Group of each line, numbers over the whole batch, shape (n,).
        first, end: Spans of lines, shape (n_spans,).
    """

    def __init__(self, group: NDArray[np.intp], first: NDArray[np.intp], end: NDArray[np.intp]) -> None:
        from scipy.sparse import csr_array

        n, n_groups, n_spans = len(group), int(group.max()) + 1, len(first)
        sizes = np.bincount(group, minlength=n_groups)
        self._groups = csr_array(
            ((1 / sizes)[group].astype(np.float32), (group, np.arange(n))), shape=(n_groups, n)
        )
        share = (1 / np.maximum(end - first, 1)).astype(np.float32)
        rows = np.arange(n_spans)
        self._ends = csr_array(
            (np.concatenate((share, -share)), (np.concatenate((rows, rows)), np.concatenate((end, first)))),
            shape=(n_spans, n + 1),
        )
        self.shape = (n_groups + n_spans, n)
        self._n_groups = n_groups

    def __matmul__(self, values: Array) -> Array:
        sums = np.concatenate(
            (np.zeros((1, values.shape[1]), np.float64), np.cumsum(values, axis=0, dtype=np.float64))
        )
        spans = (self._ends @ sums).astype(np.float32)
        return np.concatenate((self._groups @ values, spans))

    @property
    def T(self) -> _Back:  # noqa: N802 - as numpy has it
        """What takes gradients back."""
        return _Back(self)

    def back(self, gradients: Array) -> Array:
        """Gradients of the means -> gradients of the lines."""
        of_sums = self._ends.T @ gradients[self._n_groups :].astype(np.float64)
        of_lines = np.cumsum(of_sums[::-1], axis=0)[::-1][1:]
        found: Array = (self._groups.T @ gradients[: self._n_groups] + of_lines).astype(np.float32)
        return found


class _Back:
    def __init__(self, means: _Means) -> None:
        self._means = means

    def __matmul__(self, gradients: Array) -> Array:
        return self._means.back(gradients)


class _Rows:
    """Takes rows, as a matrix with one 1 a row would.

    Args:
        rows: The row that each line takes; where `alone`, each is taken once.
    """

    def __init__(self, rows: NDArray[np.intp], n_related: int, *, alone: bool) -> None:
        self._rows, self._n, self._alone = rows, n_related, alone

    def __matmul__(self, values: Array) -> Array:
        taken: Array = values.take(self._rows, axis=0)
        return taken

    @property
    def T(self) -> _RowsBack:  # noqa: N802 - as numpy has it
        """What takes gradients back."""
        return _RowsBack(self)

    def back(self, gradients: Array) -> Array:
        """Gradients of the lines -> gradients of the rows."""
        out = np.zeros((self._n, gradients.shape[1]), dtype=np.float32)
        if self._alone:
            out[self._rows] = gradients
        else:
            from scipy.sparse import csr_array

            n = len(self._rows)
            out = (
                csr_array((np.ones(n, np.float32), (self._rows, np.arange(n))), shape=(self._n, n))
                @ gradients
            )
        return out


class _RowsBack:
    def __init__(self, rows: _Rows) -> None:
        self._rows = rows

    def __matmul__(self, gradients: Array) -> Array:
        return self._rows.back(gradients)


def gather_texts(
    samples: Sequence[TextSample], types: Sequence[str], random: np.random.Generator | None
) -> Batch:
    """Make a batch; see `batch.gather`.

    Args:
        samples: The texts; each has at least one block.
        types: All page types, in order.
        random: Chooses the part of a long text; None takes texts whole.
    """
    parts = [part(sample.features.n_blocks, MAX_LINES, random) for sample in samples]
    return assemble(samples, parts, types, *_relations(samples, parts))


def _relations(samples: Sequence[TextSample], parts: Sequence[slice]) -> tuple[_Means, tuple[_Rows, ...]]:
    """`Batch.mean` and `Batch.picks`."""
    groups, firsts, ends, n_groups = [], [], [], 0
    for sample, lines, start in zip(samples, parts, starts_of(parts).tolist(), strict=True):
        features, size = sample.features, lines.stop - lines.start
        where = np.unique(features.group[lines], return_inverse=True)[1]
        groups.append(where + n_groups)
        n_groups += int(where.max()) + 1
        firsts.append(np.clip(features.first[:, lines].astype(np.intp) - lines.start, 0, size) + start)
        ends.append(np.clip(features.end[:, lines].astype(np.intp) - lines.start, 0, size) + start)
    group, first, end = np.concatenate(groups), np.concatenate(firsts, axis=1), np.concatenate(ends, axis=1)
    n_spans, n = first.shape
    mean = _Means(group, first.ravel(), end.ravel())
    n_related = mean.shape[0]
    spans = [_Rows(n_groups + k * n + np.arange(n), n_related, alone=True) for k in range(n_spans)]
    return mean, (_Rows(group, n_related, alone=False), *spans)
