"""Title, authors and date against a gold standard: python tests/bench/metadata.py GOLD_DIR [SYSTEM]...

`GOLD_DIR` holds gold.jsonl.gz (`id url fold title author date`) and html/ID.html.gz. Needs the extra
`bench`. A system is one of `SYSTEMS`; all are measured where none is named. All systems get the page's bytes and its address; none is shown the gold.

title       equal in letters and digits, case apart, over pages whose gold has one.
author      names, cut at ", ; | / &" "and", "with" in gold and answer alike, equal in letters and digits:
            precision and recall over the names of all pages whose gold has an author.
date        the same day (or month, where the gold knows no more): share of pages whose gold has one
            (found), and of those among them that were given one (right).
none        answers on pages whose gold has no author, no date. Not all of them are wrong: on some of
            those pages there is one.
time        CPU time of all pages as a multiple of the bare lxml parse of the same pages.
"""

from __future__ import annotations

import gzip
import json
import logging
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml.html import fromstring
from trafilatura.metadata import extract_metadata

from boilerstrip import extract
from boilerstrip.decode import decode
from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.full import fill_in
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

FOLDS = {"all": range(5), "folds 0-2": range(3), "folds 3-4": range(3, 5)}
"""The first three were read while the rules were written, the others were not."""
_BETWEEN_NAMES_RE = re.compile(r"\s*[,;|/&]\s*(?:and\s+)?|\s+(?:and|with)\s+")
_SIGNS = dict.fromkeys(map(ord, "\u2122\u00ae\u00a9\u2120"))  # trade marks, which NFKC would spell out
_MARKS_RE = re.compile(r"[\W_]+")


class Answer(NamedTuple):
    """What one system says about one page; "" where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""


def squash(text: str) -> str:
    """Letters and digits alone, without case and width."""
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS))
    return _MARKS_RE.sub("", plain.casefold())


def names(text: str) -> Counter[str]:
    """The names in a line of authors, squashed."""
    return Counter(name for part in _BETWEEN_NAMES_RE.split(text) if (name := squash(part)))


def share(part: int, whole: int) -> str:
    """ "0.875", or "-" of nothing."""
    return f"{part / whole:.3f}" if whole else "-"


def figures(pairs: Sequence[tuple[Answer, Answer]]) -> list[str]:
    """The cells of one row, of pairs of gold and answer."""
    titled = [(gold.title, said.title) for gold, said in pairs if gold.title]
    signed = [(names(gold.author), names(said.author)) for gold, said in pairs if gold.author]
    n_right = sum((gold & said).total() for gold, said in signed)
    dated = [(gold.date, said.date) for gold, said in pairs if gold.date]
    n_days = sum(said[: len(gold)] == gold for gold, said in dated)
    return [
        share(sum(squash(gold) == squash(said) for gold, said in titled), len(titled)),
        share(n_right, sum(said.total() for _, said in signed)),
        share(n_right, sum(gold.total() for gold, _ in signed)),
        f"{sum(bool(said.author) for gold, said in pairs if not gold.author)}",
        share(n_days, len(dated)),
        share(n_days, sum(bool(said) for _, said in dated)),
        f"{sum(bool(said.date) for gold, said in pairs if not gold.date)}",
    ]


def answer(metadata: Metadata, title: str | None = None) -> Answer:
    """Our metadata as an answer; another title than theirs where one is given."""
    return Answer(title or metadata.title or "", "; ".join(metadata.authors), metadata.date or "")


class Page(NamedTuple):
    """One page as bytes, as a tree, and by its address."""

    html: bytes
    root: Any
    url: str


def fast(page: Page) -> Answer:
    """The fast reader."""
    return answer(read_metadata(collect(page.root), page.url))


def full(page: Page) -> Answer:
    """The fast reader and trafilatura's heuristics for what it leaves open."""
    return answer(fill_in(read_metadata(collect(page.root), page.url), page.root, page.url))


def extracted(page: Page) -> Answer:
    """`page.title` as users get it, with the fast reader's metadata."""
    read = extract(page.html, page.url)
    return answer(read.metadata, read.title)


def trafilatura(page: Page) -> Answer:
    """trafilatura with its defaults, from bytes."""
    found = extract_metadata(page.html, default_url=page.url)
    return Answer(found.title or "", found.author or "", found.date or "")


SYSTEMS: dict[str, Callable[[Page], Answer]] = {
    "metadata, fast": fast,
    "metadata, full": full,
    "page.title": extracted,
    "trafilatura": trafilatura,
}


def timed(run: Callable[[Any], Any], value: object) -> tuple[Any, float]:
    """The result and its CPU time, seconds."""
    start = time.process_time()
    result = run(value)
    return result, time.process_time() - start


def read_gold(folder: Path) -> Iterator[tuple[int, Answer, bytes, str]]:
    """Fold, gold, bytes and address of each page."""
    for line in gzip.decompress((folder / "gold.jsonl.gz").read_bytes()).decode().split("\n"):
        if line:
            record = json.loads(line)
            html = gzip.decompress((folder / "html" / f"{record['id']}.html.gz").read_bytes())
            gold = Answer(*(record[name] or "" for name in Answer._fields))
            yield record["fold"], gold, html, record["url"]


def main() -> None:
    """Measure every system on every page and print a row for each and each group of folds."""
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1])
    systems = {name: SYSTEMS[name] for name in sys.argv[2:] or SYSTEMS}
    seconds = dict.fromkeys(["parse", *systems], 0.0)
    rows: list[tuple[int, Answer, dict[str, Answer]]] = []
    for fold, gold, html, url in read_gold(folder):
        _, spent = timed(fromstring, html)
        seconds["parse"] += spent
        page = Page(html, parse(decode(html).text).roots[0], url)
        said: dict[str, Answer] = {}
        for name, run in systems.items():
            said[name], spent = timed(run, page)
            seconds[name] += spent
        rows.append((fold, gold, said))
    print("| | folds | title | author precision | recall | none | date found | right | none | time |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for name in systems:
        for folds, wanted in FOLDS.items():
            cells = figures([(gold, said[name]) for fold, gold, said in rows if fold in wanted])
            ratio = f"{seconds[name] / seconds['parse']:.2f}" if folds == "all" else ""
            print(f"| {name} | {folds} | {' | '.join(cells)} | {ratio} |")
    none = [sum(not getattr(gold, name) for _, gold, _ in rows) for name in Answer._fields]
    print(f"\n{len(rows)} pages; {none[1]} have no author and {none[2]} no date in the gold")


if __name__ == "__main__":
    main()
