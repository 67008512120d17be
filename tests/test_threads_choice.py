"""Nothing is asked about entries chosen before while there are none: it would say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.threads import choice
from boilerstrip.threads.groups import find_groups
from boilerstrip.threads.likeness import Likeness
from boilerstrip.threads.reading import Reading

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))
ENTRY = "<div class='comment c{}'><b class=author>Ann</b> <time>May {}, 2024</time>{}{}</div>"


def nested(n: int, words: str) -> str:
    """Entries that each answer the one around them."""
    return ENTRY.format(n % 2, n, words * n, nested(n - 1, words) if n > 1 else "")


SOURCES = [
    *(path.read_text(errors="replace") for path in SAMPLES),
    nested(6, "<p>Words of hers about gates.</p>"),
    nested(6, "") + nested(3, "<p>Words of hers about gates.</p>"),
    "<ul class=comments>" + "<li>" * 3 + nested(2, "<i>Words about gates.</i>") * 3 + "</ul>",
]


@pytest.mark.parametrize("source", SOURCES)
def test_the_first_group_stands_for_itself(source: str) -> None:
    reading = Reading(segment(parse(source).roots))
    for group in find_groups(reading):
        members = [*group.members]
        assert members == sorted(set(members))
        picture = choice._Picture(reading, members, [], set())
        assert not picture.is_core_of(members)
        assert not picture.are_cores(picture.inside_known(members))
        assert all(picture.is_entry(element, group, alone=len(members) == 1) for element in members)
        assert choice._with_group(reading, [], group, Likeness(reading, [])) in (members, [])


def test_there_are_first_groups() -> None:
    assert sum(bool(find_groups(Reading(segment(parse(source).roots)))) for source in SOURCES) > 3
