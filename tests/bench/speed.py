"""Cost of a page beside that of its bare parse: python -m tests.bench.speed GOLD_DIR [--pages N] [--json FILE]

Every page of a sample of the gold standard is parsed by `lxml.html.fromstring`, and turned into Markdown
and JSON by boilerstrip, and into text by resiliparse and trafilatura where they are installed; one after
the other, `N_REPEATS` times over, in one thread and process. What is given are multiples of the bare parse
in CPU time: of the sums over all pages, each page by the median of its repeats, and beside it the quartiles
over the pages. Then the same of each step of the pipeline by itself, the cost of the first page, of the
command, and the memory after a thousand pages, each in processes of their own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.clock import Clock

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

ROOT = Path(__file__).parents[2]
N_PAGES, N_REPEATS, N_SLOW, N_STARTS = 500, 3, 60, 9
"""Pages, how often each is read, pages that slow extractors read, and processes started for each figure."""
N_REMEMBERED = 1_000
"""Pages after which the memory of a process is looked at."""
COMMAND_BYTES = 100_000
"""Size of the page that the command is given."""

# Compiled modules are kept on the disk, as they are for a user.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

STEPS = {
    "decode": ("pipeline.decode",),
    "parse": ("pipeline.parse",),
    "segment": ("pipeline.segment",),
    "metadata": tuple(
        f"pipeline.{name}" for name in ("collect", "read_metadata", "read_clues", "base_url", "read_stated")
    ),
    "features": ("pipeline.measure",),
    "threads": ("threads.find_threads",),
    "decide": ("pipeline.settle", "decide.roles.explain"),
}
"""The pipeline's steps: functions of modules in `boilerstrip`. What `Model` does is the step "score"."""


class Sample(NamedTuple):
    """A page as it was served."""

    html: bytes
    url: str


def pages(folder: Path, n_pages: int) -> Iterator[Sample]:
    """So many pages of a gold standard, always the same ones."""
    lines = gzip.decompress((folder / "gold.jsonl.gz").read_bytes()).splitlines()
    rows = [(row["id"], row["url"]) for row in map(json.loads, lines)]
    random.Random(0).shuffle(rows)
    for identity, url in rows[:n_pages]:
        yield Sample(gzip.decompress((folder / "html" / f"{identity}.html.gz").read_bytes()), url)


def _bare(page: Sample) -> object:
    import lxml.html

    return lxml.html.fromstring(page.html)


def _both(page: Sample) -> object:
    from boilerstrip import extract

    read = extract(page.html, page.url)
    return read.markdown, read.to_json()


def _plain(page: Sample) -> object:
    from boilerstrip import extract

    read = extract(page.html, page.url)
    return read.markdown, read.render("json")


def _markdown(page: Sample) -> object:
    from boilerstrip import extract

    return extract(page.html, page.url).markdown


def _resiliparse(page: Sample) -> object:
    from resiliparse.extract.html2text import extract_plain_text

    return extract_plain_text(page.html.decode("utf-8", "replace"), main_content=True)


def _trafilatura(page: Sample) -> object:
    import trafilatura

    return trafilatura.extract(page.html, url=page.url, output_format="markdown")


ENGINES: dict[str, Callable[[Sample], object]] = {
    "lxml.html.fromstring": _bare,
    "boilerstrip, Markdown and JSON": _both,
    "boilerstrip, both without blocks": _plain,
    "boilerstrip, Markdown": _markdown,
    "resiliparse": _resiliparse,
    "trafilatura": _trafilatura,
}
SLOW = ("trafilatura",)


def seconds(run: Callable[[Sample], object], page: Sample) -> float:
    """CPU seconds of one run; freeing what it made is not counted."""
    start = time.process_time()
    made = run(page)
    end = time.process_time()
    del made
    return end - start


def compare(sample: Sequence[Sample], engines: Sequence[str]) -> dict[str, list[float]]:
    """Seconds of each page by engine, the median of its repeats; fewer pages for slow engines."""
    for name in engines:
        for page in sample[:3]:
            ENGINES[name](page)  # first use loads what is not to be timed
    times: dict[str, list[float]] = {name: [] for name in engines}
    for number, page in enumerate(sample):
        taken: dict[str, list[float]] = {name: [] for name in engines}
        for _ in range(N_REPEATS):
            for name in engines:
                if name not in SLOW or number < N_SLOW:
                    taken[name].append(seconds(ENGINES[name], page))
        for name, found in taken.items():
            if found:
                times[name].append(statistics.median(found))
    return times


def by_step(sample: Sequence[Sample]) -> dict[str, float]:
    """CPU seconds of each step over all pages, of the bare parse as well, medians of the repeats."""
    from boilerstrip import extract
    from boilerstrip.scoring import Model

    clock = Clock()
    places = [(step, *place.rpartition(".")[::2]) for step, names in STEPS.items() for place in names]
    patches: list[tuple[Any, str, str]] = [
        (import_module(f"boilerstrip.{module}"), name, step) for step, module, name in places
    ]
    patches += [(Model, name, "score") for name in ("score", "choose", "confidence")]
    before = [getattr(owner, name) for owner, name, _ in patches]
    for (owner, name, step), function in zip(patches, before, strict=True):
        setattr(owner, name, clock.timed(step, function))
    try:
        rounds = []
        for _ in range(N_REPEATS):
            clock.spent = {}
            for page in sample:
                with clock.step("bare parse"):
                    bare = _bare(page)
                with clock.step("all else"):
                    read = extract(page.html, page.url)
                with clock.step("Markdown"):
                    _ = read.markdown
                with clock.step("JSON"):
                    read.to_json()
                del bare, read
            rounds.append(clock.spent)
    finally:
        for (owner, name, _), function in zip(patches, before, strict=True):
            setattr(owner, name, function)
    return {step: statistics.median([spent[step] for spent in rounds]) for step in rounds[0]}


def _child(*command: str) -> tuple[float, float]:
    """Seconds of CPU and of the clock on the wall that a process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *command], check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=_ENVIRONMENT
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def starts(sample: Sequence[Sample]) -> dict[str, tuple[float, float]]:
    """Seconds (CPU, wall) of what a process needs at first; medians."""
    page = min(sample, key=lambda page: abs(len(page.html) - COMMAND_BYTES))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.html")
        path.write_bytes(page.html)
        first = f"import boilerstrip; boilerstrip.extract(open({str(path)!r}, 'rb').read())"
        commands = {
            "python": ("-c", "pass"),
            "import": ("-c", "import boilerstrip"),
            "first page": ("-c", first),
            "command": ("-m", "boilerstrip", str(path)),
        }
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for round_ in range(N_STARTS + 1):
            for name, command in commands.items():
                spent = _child(*command)
                if round_:  # in the first one modules are compiled
                    taken[name].append(spent)
    return {
        name: (statistics.median([cpu for cpu, _ in found]), statistics.median([wall for _, wall in found]))
        for name, found in taken.items()
    }


def memory(folder: Path) -> dict[str, float]:
    """MB that a process holds after 1 page and after a thousand, and at most."""
    command = [sys.executable, "-m", "tests.bench.speed", str(folder), "--memory"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _status(name: str) -> float:
    """MB that the kernel counts for this process; what `getrusage` gives begins with its parent's."""
    return int(Path("/proc/self/status").read_text().split(f"{name}:")[1].split()[0]) / 1024


def _memory(folder: Path) -> dict[str, float]:
    held = {}
    for number, page in enumerate(pages(folder, N_REMEMBERED), start=1):
        _both(page)
        if number in (1, N_REMEMBERED):
            held[f"after {number} page{'s' * (number > 1)}"] = _status("VmRSS")
    held["at most"] = _status("VmHWM")
    return held


def _quartiles(ratios: Sequence[float]) -> tuple[float, float, float]:
    low, middle, high = statistics.quantiles(ratios, n=4)
    return low, middle, high


def main(arguments: argparse.Namespace) -> None:
    """Measure, print, and write the figures down."""
    sample = list(pages(arguments.gold, arguments.pages))
    if arguments.loop:
        for page in sample * N_REPEATS:
            _both(page)
        return
    engines = [name for name in ENGINES if name not in arguments.without]
    times = compare(sample, engines)
    bare = times["lxml.html.fromstring"]
    results: dict[str, Any] = {"pages": len(sample), "bare_ms": 1_000 * sum(bare) / len(bare), "engines": {}}
    print(f"{len(sample)} pages; bare parse {results['bare_ms']:.2f} ms a page\n")
    print(f"{'':32}{'of sums':>8}  quartiles over pages")
    for name in engines[1:]:
        found = times[name]
        ratio = sum(found) / sum(bare[: len(found)])
        spread = _quartiles([own / one for own, one in zip(found, bare, strict=False)])
        results["engines"][name] = {"ratio": ratio, "quartiles": spread}
        print(f"{name:32}{ratio:8.2f}  {spread[0]:.2f} {spread[1]:.2f} {spread[2]:.2f}")
    steps = by_step(sample)
    one = steps.pop("bare parse")
    results["steps"] = {name: spent / one for name, spent in steps.items()}
    print("\nsteps" + " " * 27 + f"{'of bare':>8}")
    for name, share in results["steps"].items():
        print(f"{name:32}{share:8.2f}")
    print(f"{'together':32}{sum(results['steps'].values()):8.2f}")
    if not arguments.quick:
        results["starts"], results["memory_mb"] = starts(sample), memory(arguments.gold)
        print()
        for name, (cpu, wall) in results["starts"].items():
            print(f"{name:32}{cpu:8.2f} s CPU {wall:8.2f} s")
        for name, held in results["memory_mb"].items():
            print(f"{'memory ' + name:32}{held:8.0f} MB")
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--pages", type=int, default=N_PAGES)
    parser.add_argument("gold", metavar="GOLD_DIR", type=Path, help="folder of the gold standard")
    parser.add_argument("--without", nargs="*", default=[], help="engines that are left out")
    parser.add_argument("--quick", action="store_true", help="no figures of whole processes")
    parser.add_argument("--json", type=Path, help="file for the figures")
    parser.add_argument("--loop", action="store_true", help="nothing but pages, for a profiler to look at")
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    print(json.dumps(_memory(given.gold))) if given.memory else main(given)
