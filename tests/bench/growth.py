"""How time and memory grow with a page: python -m tests.bench.growth [MB ...] [--plot FILE] [-- CLASS ...]

Each class of large pages at 1, 2, 4, 8 and 16 MB unless given, each page in a process of its own, from
bytes to Markdown. Prints a line for each class: seconds of CPU and MB of memory beyond that of an empty
process at each size, and the exponent of each (1 is linear) over the sizes that took 0.1 s, and over what
each step from one size to the next adds to the memory, from 10 MB on. With
`--plot` a drawing of both is written as SVG (extra `plot`).
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from tests.hostile.sizes import SCALED

__all__ = ["exponent"]

_ROOT = Path(__file__).parents[2]
_SIZES = (1.0, 2.0, 4.0, 8.0, 16.0)  # MB
_LEAST_SECONDS, _LEAST_MB = 0.1, 10.0


def measure(name: str, megabytes: float) -> tuple[float, float]:
    """CPU seconds from bytes to Markdown, and MB of memory that this process came to need for it."""
    from boilerstrip import extract

    html = SCALED[name](int(megabytes * 1e6)).encode()
    _ = extract("<p>first use loads what is not to be timed</p>").markdown
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    _ = extract(html).markdown
    seconds = time.process_time() - start
    return seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def exponent(sizes: Sequence[float], values: Sequence[float], least: float) -> float:
    """Slope of the line through the logarithms (least squares), NaN for fewer than two values.

    >>> round(exponent([1, 2, 4], [3, 12, 48], 0), 3)
    2.0
    """
    points = [(math.log(x), math.log(y)) for x, y in zip(sizes, values, strict=True) if y >= least and y > 0]
    if len(points) < 2:
        return math.nan
    mean_x, mean_y = (sum(column) / len(points) for column in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def _added(sizes: Sequence[float], values: Sequence[float]) -> tuple[list[float], list[float]]:
    """What each step adds: small pages fit into memory that the process has already."""
    return _steps(sizes), _steps(values)


def _steps(values: Sequence[float]) -> list[float]:
    return [after - before for before, after in pairwise(values)]


def _one(name: str, size: float) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.bench.growth", "--one", name, str(size)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def plot(path: Path, sizes: Sequence[float], found: Mapping[str, Sequence[tuple[float, float]]]) -> None:
    """Draw seconds and MB of each class over the size, both axes logarithmic, as SVG."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "growth"  # the same figures give the same file
    from matplotlib import pyplot

    figure, panels = pyplot.subplots(1, 2, figsize=(10, 5), sharex=True)
    for panel, at, label in zip(
        panels, (0, 1), ("seconds of CPU, bytes to Markdown", "MB of memory"), strict=True
    ):
        for name, values in found.items():
            panel.loglog(sizes, [value[at] for value in values], marker=".", linewidth=1, label=name)
        panel.set_xlabel("MB of HTML")
        panel.set_title(label)
        panel.set_xticks(sizes, [f"{size:g}" for size in sizes])
        panel.minorticks_off()
        panel.grid(visible=True, linewidth=0.3)
    panels[1].legend(fontsize="x-small", ncols=2)
    figure.tight_layout()
    figure.savefig(path, format="svg", metadata={"Date": None})


def main(arguments: list[str]) -> None:
    """Measure and print, a class a line."""
    path = None
    if "--plot" in arguments:
        at = arguments.index("--plot")
        path = Path(arguments[at + 1])
        del arguments[at : at + 2]
    at = arguments.index("--") if "--" in arguments else len(arguments)
    sizes = [float(size) for size in arguments[:at]] or list(_SIZES)
    names = list(arguments[at + 1 :]) or list(SCALED)
    print(f"{'class':14}", *(f"{f'{size:g} MB':>14}" for size in sizes), "  time memory")
    found = dict[str, list[tuple[float, float]]]()
    for name in names:
        found[name] = measured = [_one(name, size) for size in sizes]
        times, peaks = zip(*measured, strict=True)
        cells = [f"{seconds:6.2f}s {memory:4.0f}MB" for seconds, memory in measured]
        slopes = exponent(sizes, times, _LEAST_SECONDS), exponent(*_added(sizes, peaks), _LEAST_MB)
        print(
            f"{name:14}",
            *(f"{cell:>14}" for cell in cells),
            *(f"{slope:6.2f}" for slope in slopes),
            flush=True,
        )
        if path is not None:
            plot(path, sizes, found)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(sys.argv[2], float(sys.argv[3]))))
    else:
        main(sys.argv[1:])
