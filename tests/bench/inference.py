"""Time of the model alone, on a page of about 300 blocks: python tests/bench/inference.py

One thread, median of 300 runs after 20 that are not counted. The page is the sample that comes nearest.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from threadpoolctl import threadpool_limits

from boilerstrip.features import measure
from boilerstrip.pipeline import read_page
from boilerstrip.scoring import default_model

SAMPLES = Path(__file__).parents[2] / "samples"
N_BLOCKS = 300
N_RUNS, N_WARM = 300, 20


def main() -> None:
    """Measure and print one line."""
    threadpool_limits(1)
    pages = [read_page(path.read_bytes()) for path in sorted(SAMPLES.glob("*.html"))]
    page = min(pages, key=lambda read: abs(read.table.n_blocks - N_BLOCKS))
    features, model = measure(page.table, page.metadata.title, page.clues), default_model()
    seconds = []
    for _ in range(N_WARM + N_RUNS):
        start = time.perf_counter()
        model.score(features)
        seconds.append(time.perf_counter() - start)
    median = 1_000 * statistics.median(seconds[N_WARM:])
    print(f"{model.name}: {median:.2f} ms for {features.n_blocks} blocks")


if __name__ == "__main__":
    main()
