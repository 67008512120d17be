"""A post that stands on the page once more, folded into one line, is there once."""

from __future__ import annotations

import pytest

from boilerstrip.parse import parse
from boilerstrip.scoring.repeats import repeats
from boilerstrip.segment import segment

WORDS = (
    "The lamp hums since the second coil was wound, and nobody knows why.",
    "Turn one of the two plugs, and listen again.",
)
WHOLE = f"<p>{WORDS[0]}</p><p>{WORDS[1]}</p>"
LINE = "<p>Ann Lee added a comment - 3 May 2024 10:15 {}</p>"


def repeated(*lines: str) -> dict[int, int]:
    table = segment(parse("<h1>The lamp</h1>" + "".join(lines)).roots)
    return repeats(table, range(table.n_blocks))


@pytest.mark.parametrize(
    "words", [" ".join(WORDS), WORDS[0], WORDS[0][:40], WORDS[0][:40] + "...", WORDS[0] + WORDS[1]]
)
def test_a_post_once_more_behind_who_and_when_goes(words: str) -> None:
    assert repeated(WHOLE, LINE.format(words)) == {3: 1}
    assert repeated(WHOLE, "<p>Reply</p>", LINE.format(words)) == {4: 1}
    assert repeated(WHOLE, LINE.format(words), WHOLE.replace("lamp", "bulb"), LINE.format("x")) == {3: 1}


@pytest.mark.parametrize(
    "line",
    [
        LINE.format(WORDS[0] + " And louder."),  # more
        LINE.format("Turn it"),
        LINE.format(WORDS[1] + " " + WORDS[0]),
        f"<p>Ann Lee wrote: {WORDS[0]}</p>",  # no date: a quotation
        f"<p>{WORDS[0]}</p>",  # a refrain
        LINE.format("x " * 60 + WORDS[0]),
    ],
)
def test_what_says_more_or_something_else_stays(line: str) -> None:
    assert repeated(WHOLE, line) == {}


def test_what_stands_before_the_post_stays() -> None:
    assert repeated(LINE.format(WORDS[0]), WHOLE) == {}


def test_short_words_and_none() -> None:
    assert repeated("<p>It hums.</p>", LINE.format("It hums.")) == {}
    assert repeated() == {}
