"""How much of a page's main content is kept where its own HTML is extracted again:

    python -m tests.bench.again [N] [FOLDER]

`N` pages spread over a folder (the samples unless given; `.html` or `.html.gz`). Prints the share of words
kept in all, and the pages that keep less than 98 % of theirs.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from boilerstrip import extract

__all__ = ["share_kept"]

_SAMPLES = Path(__file__).parents[2] / "samples"
_WORD_RE = re.compile(r"\w+")
_TAG_RE = re.compile(r'<[^>]*?title="([^"]*)"[^>]*>|<[^>]*>')
"""A tag, and the title of an image, where its caption may stand."""
_ENOUGH = 0.98


def share_kept(html: str) -> tuple[int, int]:
    """Of the words in our own HTML of a page, how many are kept where it is extracted again, and all."""
    before = Counter(_WORD_RE.findall(re.sub(r"<[^>]*>", " ", html)))
    page = extract(html)
    after = Counter(_WORD_RE.findall(_TAG_RE.sub(r" \1 ", page.html)))
    return (before & after).total(), before.total()


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    folder = Path(arguments[1]) if len(arguments) > 1 else _SAMPLES
    paths = sorted(path for path in folder.iterdir() if path.name.endswith((".html", ".html.gz")))
    n = int(arguments[0]) if arguments else len(paths)
    n_kept = n_words = n_short = 0
    paths = paths[:: max(1, len(paths) // n)][:n]
    for path in paths:
        source = path.read_bytes()
        html = extract(gzip.decompress(source) if path.suffix == ".gz" else source).html
        kept, words = share_kept(html)
        n_kept, n_words = n_kept + kept, n_words + words
        if kept < _ENOUGH * words:
            n_short += 1
            print(f"{path.name:24} {words:7} words {kept / words:7.3f}", flush=True)
    print(
        f"{len(paths)} pages: {n_kept / n_words:.4f} of the words kept; {n_short} pages keep less than 98 %"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
