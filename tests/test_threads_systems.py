"""Threads of many systems: everything that people say on a sample page, as a person wrote it down.

`truth/NAME.talk.json` holds {"kind": "posts" or "comments", "entries": [...]}, an entry being author, date, text
(paragraphs on lines of their own), parent, depth, permalink and score.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from boilerstrip import Comment, Page, extract
from boilerstrip.metadata.dates import iso_date

HERE = Path(__file__).parent
TRUTHS = sorted((HERE / "truth").glob("*.talk.json"))
SHOWN_BESIDE_A_NAME = {"phpbb-thread": {3, 5, 9}}
"""Posts in which the page has the date of what is quoted in the same line as the quotation itself; the truth
leaves it out, records of blocks cannot."""

Truth = dict[str, Any]


@cache
def page(name: str) -> Page:
    return extract((HERE.parent / "samples" / f"{name}.html").read_bytes())


@cache
def truth(name: str) -> Truth:
    found: Truth = json.loads((HERE / "truth" / f"{name}.talk.json").read_text("utf-8"))
    return found


def pairs(name: str) -> list[tuple[Comment, Truth]]:
    return list(zip(page(name).comments or page(name).posts, truth(name)["entries"], strict=True))


def squeezed(text: str) -> str:
    """Text without white space and without the bars that stand between cells in the truth."""
    return "".join(text.replace("|", "").split())


def test_there_are_truths_for_every_system() -> None:
    assert len(TRUTHS) >= 20


every_system = pytest.mark.parametrize("name", [path.name.removesuffix(".talk.json") for path in TRUTHS])


@every_system
def test_every_entry_is_found_and_nothing_else(name: str) -> None:
    found = {"comments": len(page(name).comments), "posts": len(page(name).posts)}
    assert found == {"comments": 0, "posts": 0} | {truth(name)["kind"]: len(truth(name)["entries"])}


@every_system
def test_authors(name: str) -> None:
    assert [said.author for said, _ in pairs(name)] == [true["author"] for _, true in pairs(name)]


@every_system
def test_parents_and_depths(name: str) -> None:
    assert [(said.parent, said.depth) for said, _ in pairs(name)] == [
        (true["parent"], true["depth"]) for _, true in pairs(name)
    ]


@every_system
def test_dates(name: str) -> None:
    """A date for machines as ISO 8601 (the truth has those in titles as written); else the page's words."""
    for said, true in pairs(name):
        assert said.date in (true["date"], iso_date(true["date"] or ""))


@every_system
def test_words(name: str) -> None:
    for place, (said, true) in enumerate(pairs(name)):
        if place not in SHOWN_BESIDE_A_NAME.get(name, ()):
            # The truth was written without boxes of tasks and without the names of smileys, which are images.
            shown = re.sub(r"^\[[ x]\] |:\w{2,20}:", "", said.text, flags=re.MULTILINE)
            assert squeezed(shown) == squeezed(re.sub(r":\w{2,20}:", "", true["text"])), place


@every_system
def test_scores(name: str) -> None:
    assert [said.score for said, _ in pairs(name)] == [true["score"] for _, true in pairs(name)]


@every_system
def test_permalinks(name: str) -> None:
    base = page(name).base_url or ""
    for said, true in pairs(name):
        assert urljoin(base, said.permalink or "") == urljoin(base, true["permalink"] or "")


@pytest.mark.parametrize(
    "name",
    ["docs-sphinx", "japanese-news", "listing-category", "magazine-consent-newsletter", "service-page"],
)
def test_pages_on_which_nobody_speaks_have_no_thread(name: str) -> None:
    assert page(name).comments == page(name).posts == ()
