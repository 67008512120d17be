"""Large pages: their columns are held in the room they need, and say the same bit by bit."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import numpy as np
import pytest

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, Compact, Features, measure
from boilerstrip.parse import parse
from boilerstrip.scoring import default_model
from boilerstrip.segment import segment

SECTION = (
    "<section class=comment><h2>Of mills</h2><p>{}</p><ul><li><a href=/x>One</a><li>Subscribe to our "
    "newsletter<li>Two, and three.</ul></section>"
)


def table_of(n_sections: int) -> BlockTable:
    words = (
        f"The wheel of mill {i} turned again, and nobody saw it. " * (1 + i % 9) for i in range(n_sections)
    )
    return segment(parse(f"<body><main>{''.join(map(SECTION.format, words))}</main>").roots)


@pytest.fixture(scope="module")
def both() -> Iterator[tuple[Features, Features]]:
    """The same page as a matrix, and as a large one."""
    table = table_of(300)
    whole = measure(table, "Of mills")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("boilerstrip.features.matrix._LARGE", 100)
        yield whole, measure(table, "Of mills")


def test_only_a_large_page_is_held_so(both: tuple[Features, Features]) -> None:
    whole, large = both
    assert isinstance(whole.blocks, np.ndarray)
    assert isinstance(large.blocks, Compact)
    assert isinstance(measure(table_of(2_000), None).blocks, Compact)


def test_all_that_is_looked_at_is_the_same(both: tuple[Features, Features]) -> None:
    whole, large = both[0].blocks, both[1].blocks
    heading = COLUMNS.index("tag_heading")
    indices = np.array([3, 700, 3, 0])
    keys = (
        *(slice(None), slice(0, 960), slice(900, 5_000), slice(5, 5), indices),
        *(
            (slice(None), heading),
            (slice(7, 9), 0),
            (slice(None), (2, heading)),
            (slice(3, 8), slice(40, 90)),
        ),
        *((indices, heading), (indices, slice(None))),
    )
    assert len(large) == len(whole) == both[0].n_blocks > 1_000
    for key in keys:
        found, wanted = large[key], whole[key]
        assert found.dtype == wanted.dtype == np.float32
        assert found.shape == wanted.shape, key
        assert found.tobytes() == wanted.tobytes(), key
    assert np.asarray(large).tobytes() == whole[:].tobytes()
    assert np.asarray(large, dtype=np.float16).dtype == np.float16


def test_it_is_scored_chosen_and_weighed_the_same(both: tuple[Features, Features]) -> None:
    model, blocks = default_model(), np.arange(0, both[0].n_blocks, 7)
    told, table = [], table_of(300)
    for features in both:
        scores = model.score(features)
        kept = model.choose(features, scores, table).kept
        weights = model.weigh(features, scores, blocks)
        told.append([part.tobytes() for part in (scores.blocks, scores.types, *scores.layers, kept, weights)])
    assert told[0] == told[1]


def test_what_a_block_takes_until_it_is_scored() -> None:
    """It took 1.2 KB and 2.1 KB: four bytes for each column, and three layers of 48 numbers."""
    table, model = table_of(4_000), default_model()
    model.score(measure(table_of(3), None))
    tracemalloc.start()
    try:
        features = measure(table, "Of mills")
        held = tracemalloc.get_traced_memory()[0]
        tracemalloc.reset_peak()
        model.score(features)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert features.n_blocks == 20_000
    assert held / features.n_blocks <= 740
    assert peak / features.n_blocks <= 1_180
