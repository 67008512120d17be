"""Time and memory on large pages: python tests/bench/large_page.py [MB ...]

Prints a line for each size (1 2 5 10 20 MB unless given), each measured in a process of its own. The
page is made of the bodies of four samples, over and over.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("news-donation-wpdiscuz", "docs-sphinx", "magazine-consent-newsletter", "recipe")
BODY_RE = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


def make_page(megabytes: float) -> bytes:
    """A page of about that size."""
    bodies = [BODY_RE.findall((SAMPLES / f"{name}.html").read_text("utf-8"))[0] for name in NAMES]
    unit = "".join(bodies).encode()
    head = b"<html><head><title>Large</title></head><body>"
    return head + unit * max(1, round(megabytes * 1e6 / len(unit))) + b"</body></html>"


def measure(megabytes: float) -> str:
    """Extract one page and render its Markdown; one line of figures."""
    from boilerstrip import extract

    html = make_page(megabytes)
    extract(b"<p>first use loads what is not to be timed</p>")
    start = time.perf_counter()
    page = extract(html)
    middle = time.perf_counter()
    n_chars = len(page.markdown)
    end = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{len(html) / 1e6:5.1f} MB  {page.table.n_blocks:6} blocks  extract {middle - start:5.2f} s  "
        f"with Markdown {end - start:5.2f} s  peak {peak:4.0f} MB  {n_chars} characters kept"
    )


def main(sizes: list[str]) -> None:
    """Measure each size in a fresh process, so that memory is its own."""
    for size in sizes or ["1", "2", "5", "10", "20"]:
        subprocess.run([sys.executable, __file__, "--one", size], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(measure(float(sys.argv[2])))
    else:
        main(sys.argv[1:])
