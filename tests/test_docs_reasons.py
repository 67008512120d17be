"""docs/reasons.md explains every role and reason, and what it says of its examples is what happens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

import boilerstrip
from boilerstrip.block import Block, Reason
from boilerstrip.decide import REASON_CODES
from boilerstrip.features import COLUMNS
from boilerstrip.page import WARNINGS
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES

DOCUMENT = (Path(__file__).parents[1] / "docs" / "reasons.md").read_text("utf-8")
SECTION_RE = re.compile(r"^### `([^`\n]+)`\n", re.MULTILINE)
EXAMPLE_RE = re.compile(r"^```html\n(.*?)^```\n\n([^\n]*)\n", re.MULTILINE | re.DOTALL)
STATEMENT_RE = re.compile(r"(?:“([^”\n]+)”|The image) is `([^`\n]+)`: `([^`\n]+)`(?: `([^`\n]+)`)?\.")
COLUMN = "|".join(map(re.escape, COLUMNS))
WEIGHED_RE = re.compile(rf"[01]\.\d\d: (?:{COLUMN}), (?:{COLUMN}), (?:{COLUMN})")
SCORED = {
    "scored-high": WEIGHED_RE,
    "scored-low": WEIGHED_RE,
    "same-template": re.compile(r"0\.\d\d: \d+ blocks"),
}

HEADLINE = "Spare Parts Delay Repair Of Lower Gate At Halden Lock"
PARAGRAPHS = (
    "About 140 barges are waiting on both sides of Halden Lock after the lower gate of the main chamber broke on Monday night. The canal authority said that the repair cannot begin before a new bearing has been delivered.",
    "According to a preliminary log of the authority, the tanker barge Marieke touched the closed gate at walking pace shortly before ten in the evening. Nobody was hurt, and no oil was spilled into the canal.",
    "The gate was built in 1931 and was due to be replaced in two years. Its hinges have been inspected every spring since 1994, when a leaf of the upper gate had to be taken out for a whole summer.",
    "Grain and gravel make up most of what is stuck. Two mills downstream said that they have stock for nine days, and that lorries would cost them three times as much as the barges that usually supply them.",
    "A foundry in the north still has the drawings of the bearing. It could cast a new one within four weeks, the authority said, but the casting has to cool slowly and cannot be hurried by money.",
    "Whether the date in April can be kept depends above all on the weather. The crane may only lift when the wind is weak, and the river has to be high enough for the pontoon to reach the lock.",
)
HEAD = f"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{HEADLINE} - The Inland Observer</title>
<meta property="og:site_name" content="The Inland Observer"></head>
"""
PLACE = "<!-- article -->"


class Example(NamedTuple):
    """An example of the document, and what the line below it says of one block of it.

    `text` begins the block and ends with "…" where it goes on; it is "" for an image. `evidence` is None
    where none is stated.
    """

    section: str
    html: str
    text: str
    role: str
    code: str
    evidence: str | None


def sections(heading: str) -> dict[str, str]:
    """The sections under a second-level heading of the document, by the name in their own."""
    under = DOCUMENT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    _, *parts = SECTION_RE.split(under)
    assert len(set(parts[::2])) == len(parts[::2])
    return dict(zip(parts[::2], parts[1::2], strict=True))


def examples(heading: str) -> list[Example]:
    """The examples of all sections under a second-level heading."""
    found = []
    for section, body in sections(heading).items():
        for html, line in EXAMPLE_RE.findall(body):
            stated = STATEMENT_RE.fullmatch(line)
            assert stated, (section, line)
            text, role, code, evidence = stated.groups()
            found.append(Example(section, html, text or "", role, code, evidence))
    return found


ROLES, REASONS = examples("Roles"), examples("Reasons")


def page_with(example: Example) -> str:
    """A page with the example: around its article where it says so, else in the midst of the article."""
    headline = "" if HEADLINE in example.html else f"<h1>{HEADLINE}</h1>\n"
    paragraphs = [f"<p>{text}</p>\n" for text in PARAGRAPHS]
    if PLACE in example.html:
        article = f"<article>\n{headline}{''.join(paragraphs)}</article>"
        return f"{HEAD}<body>\n{example.html.replace(PLACE, article)}</body></html>"
    body = [headline, *paragraphs[:3], example.html, *paragraphs[3:]]
    return f"{HEAD}<body><article>\n{''.join(body)}</article></body></html>"


def is_meant(block: Block, example: Example) -> bool:
    """Whether the line below the example is about this block, by its words."""
    if example.text.endswith("…"):
        return block.text.startswith(example.text[:-1])
    return block.text == example.text


def agrees(reason: Reason, example: Example) -> bool:
    """Whether a reason is the stated one; of scores the figures and columns are not stated."""
    if example.code in SCORED:
        return reason.code == example.code and SCORED[reason.code].fullmatch(reason.evidence) is not None
    return reason == (example.code, example.evidence or "")


def test_there_is_a_section_for_each_role_in_order() -> None:
    assert list(sections("Roles")) == [*KEPT_ROLES, *DROPPED_ROLES]


def test_there_is_a_section_for_each_reason_in_order() -> None:
    assert list(sections("Reasons")) == list(REASON_CODES)


def test_the_tables_list_every_reason_and_every_warning_in_order() -> None:
    for heading, codes in (("Reasons", REASON_CODES), ("Warnings", WARNINGS)):
        under = DOCUMENT.split(f"\n## {heading}\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `([\w-]+)` \|", under, re.MULTILINE) == list(codes)


@pytest.mark.parametrize("heading", ["Roles", "Reasons"])
def test_each_section_says_what_it_means_and_shows_it(heading: str) -> None:
    for name, body in sections(heading).items():
        assert len(body.split("```")[0].strip()) > 20, name
        assert body.count("```html\n") == len(EXAMPLE_RE.findall(body)) >= 1, name


def test_the_examples_of_a_section_are_about_it() -> None:
    assert [example.role for example in ROLES] == [example.section for example in ROLES]
    assert [example.code for example in REASONS] == [example.section for example in REASONS]


@pytest.mark.parametrize(
    "example",
    [
        pytest.param(example, id=f"{kind}-{example.section}")
        for kind, found in (("role", ROLES), ("reason", REASONS))
        for example in found
    ],
)
def test_what_is_said_of_an_example_is_what_happens(example: Example) -> None:
    page = boilerstrip.extract(page_with(example))
    blocks = [block for block in page.blocks if is_meant(block, example)]
    found = [(block.role, block.reason) for block in blocks]
    assert any(role == example.role and agrees(reason, example) for role, reason in found), found
    assert all(block.kept == (block.role in KEPT_ROLES) for block in blocks)
    assert all(text in page.text for text in PARAGRAPHS), "the article around it is read"
