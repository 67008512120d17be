"""Cost of text, from bytes to Markdown: python -m tests.bench.text_speed GOLD_DIR [--pages N]

Pages of the gold standard are rendered to text, as `tests.bench.text` does, in every rendering; of the texts those of
3 to 8 KB are taken, which is what a page comes to. Each is read by `extract_text` and rendered, beside the bare
`lxml.html.fromstring` of the page that it comes from, in turn, three times over, in one thread; CPU time, the
median of each. Rendering the page to text is not timed. Then texts of 1 to 10 MB, each in a process of its own: one
line, and short lines. Needs the extra `train-text`.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import lxml.html
from threadpoolctl import threadpool_limits

from boilerstrip import extract_text
from boilerstrip.decode import decode
from boilerstrip.pipeline import read_page
from boilerstrip.training.renderings import render_page
from tests.bench.speed import Sample, pages

_ROOT = Path(__file__).parents[2]
_BYTES = range(3_000, 8_001)
_N_REPEATS = 3
_SIZES = (1.0, 2.5, 5.0, 10.0)  # MB
_SENTENCE = "The keeper of the lock opened the gate at six, as he had done every day since the flood. "
LARGE = {"one line": _SENTENCE, "short lines": "Reply to Ann\nab\nHome\n12\n"}


def texts_of(page: Sample) -> list[bytes]:
    """The renderings of a page that are of the usual size."""
    rendered = render_page(decode(page.html).text, read_page(page.html, page.url).table)
    encoded = [text.encode("utf-8", "replace") for text in rendered.values()]
    return [text for text in encoded if len(text) in _BYTES]


def seconds(function: Callable[[], object]) -> float:
    """CPU seconds of a call."""
    start = time.process_time()
    function()
    return time.process_time() - start


def measure(samples: Sequence[tuple[bytes, bytes]]) -> dict[str, float]:
    """CPU seconds of all samples, each a text and the page that it comes from, by what was done."""
    jobs: dict[str, Callable[[bytes, bytes], object]] = {
        "bare parse of the page": lambda _, html: lxml.html.fromstring(html),
        "text -> Markdown": lambda text, _: extract_text(text).markdown,
        "text -> JSON with reasons": lambda text, _: extract_text(text).to_json(),
    }
    sums = dict.fromkeys(jobs, 0.0)
    for text, html in samples:
        for name, job in jobs.items():
            taken = [seconds(partial(job, text, html)) for _ in range(_N_REPEATS)]
            sums[name] += statistics.median(taken)
    return sums


def large(name: str, megabytes: float) -> None:
    """Print the time and the memory of a large text."""
    text = (LARGE[name] * int(megabytes * 1e6 / len(LARGE[name]))).encode()
    _ = extract_text("first use loads what is not to be timed").markdown
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took = seconds(lambda: extract_text(text).markdown)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{name}, {megabytes:.1f} MB: {took:.2f} s, {len(text) / took / 1e6:.1f} MB/s, {grown:.0f} MB more")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--large", nargs=2)
    asked = parser.parse_args()
    threadpool_limits(1)
    if asked.large:
        large(asked.large[0], float(asked.large[1]))
        return
    samples = [(text, page.html) for page in pages(asked.gold, asked.pages) for text in texts_of(page)]
    for text, _ in samples[:20]:
        _ = extract_text(text).markdown
    n_bytes, sums = sum(len(text) for text, _ in samples), measure(samples)
    print(f"{len(samples)} texts of {n_bytes / len(samples) / 1000:.1f} KB on average")
    for name, total in sums.items():
        times = total / sums["bare parse of the page"]
        each = f"{1000 * total / len(samples):.2f} ms, {times:.2f} of the bare parse"
        speed = f", {n_bytes / total / 1e6:.2f} MB/s, {len(samples) / total:.0f} texts a second"
        print(f"{name}: {each}{speed if name.startswith('text') else ''}")
    for name in LARGE:
        for size in _SIZES:
            command = [
                sys.executable,
                "-m",
                "tests.bench.text_speed",
                str(asked.gold),
                "--large",
                name,
                str(size),
            ]
            subprocess.run(command, cwd=_ROOT, check=True)


if __name__ == "__main__":
    main()
