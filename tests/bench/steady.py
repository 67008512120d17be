"""Whether one process that extracts page after page stays as small as it was:

    python -m tests.bench.steady [--fresh] [N] [FOLDER]

`N` pages (20,000 unless given), those of a folder (the samples unless given; `.html` or `.html.gz`) over and
over, each cut to 12 KB and written as Markdown, text and JSON. With `--fresh` each has names that no page
before it had: tags, attributes, classes, addresses, words. Prints the resident memory after each tenth part,
and how much it grew between the first tenth and the last.
"""

from __future__ import annotations

import gzip
import itertools
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["fresh", "resident_mb", "run"]

_SAMPLES = Path(__file__).parents[2] / "samples"
_MOST_BYTES = 12_000


def resident_mb() -> float:
    """Memory that this process has resident now, in MB (Linux)."""
    pages = Path("/proc/self/statm").read_text("ascii").split()[1]
    return int(pages) * 4_096 / 1e6


def fresh(page: bytes, number: int) -> bytes:
    """A page with names in front that no page with another number has."""
    names = b"".join(
        b'<x%d-%d data-y%d-%d="v%d" class="c%d-%d" id="i%d-%d"><a href="/u%d/%d">word%dx%d</a></x%d-%d>'
        % ((number, at) * 2 + (number,) + (number, at) * 5)
        for at in range(20)
    )
    return page.replace(b"</head>", b"</head>" + names, 1)


def _pages(folder: Path) -> list[bytes]:
    paths = sorted(path for path in folder.iterdir() if path.name.endswith((".html", ".html.gz")))
    return [_start(path) for path in paths]


def _start(path: Path) -> bytes:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        return file.read(_MOST_BYTES)


def run(pages: Sequence[bytes], n: int, *, is_fresh: bool) -> Iterator[tuple[int, float]]:
    """Extract `n` pages; after each tenth part, how many were and the memory in MB."""
    from boilerstrip import extract

    for at, page in enumerate(itertools.islice(itertools.cycle(pages), n), start=1):
        result = extract(
            fresh(page, at) if is_fresh else page, f"https://mill.example/{at if is_fresh else 0}"
        )
        _ = result.markdown, result.text, result.to_json()
        if at % (n // 10) == 0:
            yield at, resident_mb()


def main(arguments: Sequence[str]) -> None:
    """Run and print."""
    is_fresh = "--fresh" in arguments
    given = [argument for argument in arguments if argument != "--fresh"]
    pages = _pages(Path(given[1]) if len(given) > 1 else _SAMPLES)
    measured = []
    for at, memory in run(pages, int(given[0]) if given else 20_000, is_fresh=is_fresh):
        measured.append(memory)
        print(f"{at:6} pages {memory:7.1f} MB {time.process_time():7.0f} s", flush=True)
    print(f"{len(pages)} different pages; grew by {measured[-1] - measured[0]:.1f} MB after the first tenth")


if __name__ == "__main__":
    main(sys.argv[1:])
