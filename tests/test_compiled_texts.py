"""What texts hold and have in common is the same, compiled or not."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, joined, measure, overlap
from boilerstrip.features.joined import Joined
from boilerstrip.features.overlap import UNSPACED, has_unspaced
from boilerstrip.features.phrase_search import _all_places, _Phrase
from boilerstrip.metadata import Clues
from tests.pure import pure

FAST: Any = joined.COMPILED
if FAST is None or overlap.COMPILED is None:
    pytest.skip("parts of features are not built, or kept out", allow_module_level=True)

PIECES = (
    *("ha", "ha ha", "haha", "Share", "shares", "_ha", "ΟΔΟΣ", "οδος", "İstanbul", "ẞ", "水循環", "กข", "x"),
    *(" ", " ", "\n", ".", "a" * 20, "\U0001f600", "\ud800", "é", "—"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=12)
words = st.sampled_from(["ha", "ha ha", "haha", "share", "οδος", "οδοσ", "水循", "x", "aa", "é—"]) | st.text(
    min_size=1, max_size=3
).filter(lambda word: "\n" not in word)


@given(st.lists(texts, min_size=1, max_size=6), st.lists(words, min_size=1, max_size=4), st.integers(0, 30))
@example(["", "ha", ""], ["ha"], 0)
@example(["haha ha", "xha ha ha"], ["ha ha", "ha"], 30)
def test_texts_that_hold_words(some: list[str], wanted: list[str], most: int) -> None:
    def found() -> list[Any]:
        page = Joined(some, most)
        starts = [page.owners([place]) for place in range(len(page.page))]
        return [page.page, page.longer, starts, page.holding(wanted)]

    compiled = found()
    with pure():
        assert compiled == found()


def test_each_character_in_lower_case() -> None:
    """By itself and behind others, in a text that is as wide as its widest letter and no wider."""
    for start in range(0, sys.maxunicode + 1, 0x800):
        some = [chr(point) for point in range(start, min(start + 0x800, sys.maxunicode + 1))]
        some += [f"Ab{char}C" for char in some]
        page, expected = Joined(some, 9).page, "\n".join([text.lower() for text in some])
        assert page == expected, hex(start)
    for some in (
        ["\u212a"],
        ["A", "\u212a", "b"],
        ["É", "\u212a"],
        ["Ā"],
        [""],
        ["", ""],
        ["\U0001f600A", "B"],
    ):
        page, expected = Joined(some, 9).page, "\n".join(some).lower()
        assert page in {expected}
        assert (page.isascii(), sys.getsizeof(page)) == (expected.isascii(), sys.getsizeof(expected))


@given(texts, st.lists(st.tuples(words, st.booleans(), st.booleans()), max_size=5))
@example("xha ha ha", [("ha ha", False, False), ("ha", True, False), ("ha", False, True)])
def test_places_of_phrases(text: str, wanted: list[tuple[str, bool, bool]]) -> None:
    some = [_Phrase("share", *each) for each in wanted]
    compiled = _all_places(Joined([text], 1_000), some)
    with pure():
        assert compiled == _all_places(Joined([text], 1_000), some)


@pytest.mark.parametrize(
    "text", ["", "abc é — ’", "水循環 a 水", "กข\U0001f600", "\ud800\ud7ff\u2e80\u2e7f\u0dff"]
)
def test_letters_of_scripts_without_blanks(text: str) -> None:
    joined = Joined([text], 99)
    assert joined.letters(UNSPACED) == frozenset(filter(has_unspaced, text))
    with pure():
        assert joined.letters(UNSPACED) >= frozenset(filter(has_unspaced, text))
    with pytest.raises(ValueError, match="ranges"):
        joined.letters("a-z" * 17)


def test_so_many_phrases_that_numbers_would_not_do() -> None:
    with pytest.raises(ValueError, match="too many"):
        FAST.places("a", ["ab"] * 40_000, [False] * 40_000, [False] * 40_000)


def overlaps(some: list[str], title: str, summary: str) -> list[list[float]]:
    """Columns on what blocks have in common with title and summary; each second one is a heading."""
    n = len(some)
    table = BlockTable(
        text=some,
        inline=[(text,) for text in some],
        element=[1 + i % 2 for i in range(n)],
        n_chars=[len("".join(text.split())) for text in some],
        n_link_chars=[0] * n,
        tag=["body", "h1", "p"],
        parent=[-1, 0, 0],
        label=["", "", ""],
        mask=[0, 0, 0],
        around=[0, 0, 0],
        first_block=[0, 0, 0],
        end_block=[n, n, n],
    )
    blocks = measure(table, title, Clues(description=summary)).blocks[:]
    return [blocks[:, COLUMNS.index(f"{name}_overlap")].tolist() for name in ("title", "description")]


SENTENCE = "The ferry to Hellevik leaves every morning at seven and comes back at night"


@pytest.mark.parametrize(
    ("some", "title", "summary"),
    [
        pytest.param(
            ["The ferry to Hellevik", SENTENCE, "The ferry"], "The ferry to Hellevik", SENTENCE, id="plain"
        ),
        pytest.param(
            [f"{SENTENCE} {'and so on ' * 100}", SENTENCE.upper()], "Ferry", SENTENCE, id="longer than is read"
        ),
        pytest.param([f"{'α' * 295} ΟΔΟΣΣΟΔ"], "", "ένα δύο τρία τέσσερα πέντε οδος", id="cut at a sigma"),
        pytest.param(["水循環とは何か。水は循環する。" * 4], "水循環とは", "水循環とは何か。水は循環する。" * 3, id="no blanks"),
        pytest.param(["a b c d e f" * 8], "A", "a b c d e f g", id="short words"),
        pytest.param(["The Ferry to Hellevik", "Ferry to Hellevik"], "The ferry to Hellevik - Sundet News", "", id="begins the title"),
        pytest.param(["Die FÄHRE nach Hellevik"], "Die Fähre nach Hellevik - Neues vom Sund", "", id="begins it, not in ASCII"),
    ],
)  # fmt: skip
def test_overlaps(some: list[str], title: str, summary: str) -> None:
    compiled = overlaps(some, title, summary)
    assert any(map(any, compiled)), "nothing in common"
    with pure():
        assert compiled == overlaps(some, title, summary)


@given(st.lists(texts.map(lambda text: text * 3), min_size=1, max_size=5), texts, texts)
def test_any_overlaps(some: list[str], title: str, summary: str) -> None:
    summary = f"{summary} ha share x é one two three"
    compiled = overlaps(some, title, summary)
    with pure():
        assert compiled == overlaps(some, title, summary)
