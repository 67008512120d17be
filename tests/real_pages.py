"""Pages that properties are held against: the samples, and every seventh labelled page where there are any."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

from boilerstrip import Page, extract

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))
EVERY = 7


@cache
def sample(path: Path) -> Page:
    """A sample's page, read once."""
    return extract(path.read_bytes(), url="https://example.org/a/page.html")


@cache
def labelled(bench: Path) -> tuple[tuple[str, Page], ...]:
    """Some two hundred labelled pages with their names, read once."""
    folder = bench / "wcxb-dev"
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines][::EVERY]
    return tuple(
        (
            row["id"],
            extract(gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes()), url=row["url"]),
        )
        for row in rows
    )
