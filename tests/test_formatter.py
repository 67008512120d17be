"""What is written is Markdown that a formatter takes as it is: formatting keeps what it says, and is done once."""

from __future__ import annotations

import re
from pathlib import Path

import mdformat
import pytest
from markdown_it import MarkdownIt

from tests.real_pages import SAMPLES, labelled, sample

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def formatted(markdown: str) -> str:
    return mdformat.text(markdown, extensions={"gfm"})


def shown(markdown: str) -> str:
    """The HTML that Markdown reads as, white space folded."""
    return re.sub(r"\s+", " ", READER.render(markdown))


def faults(markdown: str) -> list[str]:
    once = formatted(markdown)
    found = []
    if shown(once) != shown(markdown):
        found.append("formatting changes what it says")
    if formatted(once) != once:
        found.append("formatting it again changes it")
    return found


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_stays_what_it_is_when_formatted(path: Path) -> None:
    assert faults(sample(path).markdown) == []


def test_many_real_pages_stay_what_they_are_when_formatted(bench: Path) -> None:
    wrong = {name: found for name, page in labelled(bench) if (found := faults(page.markdown))}
    assert wrong == {}


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("<b>x</b>", []),
        ("a |b\n--- | ---\nc | d", []),
        ("- a\n- b\n\n* c", []),
        ("1. > a\n\n   > b", ["formatting changes what it says"]),
    ],
)
def test_what_a_formatter_may_change(markdown: str, said: list[str]) -> None:
    assert formatted(markdown) != markdown
    assert faults(markdown) == said
