"""Tree -> block table: what stands in a line of words, and what of it is not seen."""

from __future__ import annotations

import pytest

from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.pure import pure, with_compiled


def texts(source: str) -> list[str]:
    """The texts of the blocks, which compiled parts read as well."""
    found = segment(parse(source).roots).text
    if with_compiled():
        with pure():
            assert segment(parse(source).roots).text == found
    return found


# Characters without width


@pytest.mark.parametrize(
    "empty",
    [
        "\u200d",
        "\u200b \ufeff",
        "\xad",
        "\n\u3164\n",
        "<b>\u2060</b>",
        "&nbsp;&zwnj;",
        "<a href=x>\u200b</a>",
    ],
)
def test_a_paragraph_of_characters_without_width_is_no_block(empty: str) -> None:
    assert texts(f"<p>a</p><p>{empty}</p><p>b</p>") == ["a", "b"]


def test_characters_without_width_in_words_stay() -> None:
    assert texts("<p>می\u200cشود</p><pre>\u200b\nx</pre><p>👩\u200d🔬</p>") == [
        "می\u200cشود",
        "\u200b\nx",
        "👩\u200d🔬",
    ]
