"""The features of a page are the same, compiled or not, bit by bit."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boilerstrip.block import BlockTable
from boilerstrip.features import (
    Features,
    arrays,
    characters,
    context,
    kinds,
    matrix,
    measure,
    overlap,
    phrases,
)
from boilerstrip.features.arrays import PageArrays
from boilerstrip.features.characters import CharacterCounts, count_characters
from boilerstrip.features.compact import Compact
from boilerstrip.features.joined import Joined
from boilerstrip.features.markup import unpack
from boilerstrip.features.numbers import numbered
from boilerstrip.features.overlap import UNSPACED, has_unspaced, word_set
from boilerstrip.features.phrase_search import find_all
from boilerstrip.phrases import PHRASES
from boilerstrip.pipeline import read_page
from tests.effort import examples
from tests.hostile.case import FULL
from tests.hostile.catalogue import CASES
from tests.pure import PAGES, pure

FAST: Any = phrases.COMPILED
if None in (FAST, arrays.COMPILED, characters.COMPILED, overlap.COMPILED) or not matrix.are_compiled():
    pytest.skip("parts of features are not built, or kept out", allow_module_level=True)

PIECES = (
    *"share Share this on read more privacy policy sign up is _x_ İ ẞ ǅ Пошире 水循環 กข 한국어 été ١٢٣ ²".split(
        " "
    ),
    *"1999 2024 19 9:05 12:30:45 3.50 : . ... ?! ) 」 。 » © € @ ,".split(" "),
    *("\ud800", "\U0001f600", "\U00020000", "\uffff"),
    *(" ", "  ", "\n", "\t", "\u3000", "\xa0", "\x1c", "\u2028", "a" * 700),
)
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.text(st.characters(codec=None), max_size=60),
)


def told_of(features: Features) -> list[tuple[str, list[tuple[int, str]]]]:
    """The phrases of a page, in their order."""
    return [(role, list(found.items())) for role, found in features.told.items()]


def whole(array: Any) -> Any:
    """An array, of large pages made of what is held in its place."""
    return array[:] if isinstance(array, Compact) else array


def assert_same(table: BlockTable, title: str | None, *clues: Any) -> None:
    """Everything that is measured of a page is what Python makes of it."""
    found = measure(table, title, *clues)
    with pure():
        expected = measure(table, title, *clues)
    assert told_of(found) == told_of(expected)
    for name in ("blocks", "page", "weight", "group", "first", "end"):
        one, other = whole(getattr(found, name)), whole(getattr(expected, name))
        assert (one.dtype, one.shape, one.strides) == (other.dtype, other.shape, other.strides), name
        if one.tobytes() != other.tobytes():
            places = np.argwhere(one != other)[:5].tolist()
            pytest.fail(f"{name} differs at {places}")


def assert_page(content: bytes) -> None:
    page = read_page(content, "https://example.org/blog/a-1?b")
    assert_same(page.table, page.metadata.title, page.clues)


def counted(some: Sequence[str]) -> list[bytes]:
    counts = count_characters(some)
    return [getattr(counts, name).tobytes() for name in CharacterCounts.__slots__]


def assert_counted(some: list[str]) -> None:
    found = counted(some)
    with pure():
        assert found == counted(some)


# Pages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_page(path.read_bytes())


@pytest.mark.skipif(FULL, reason="cases of full size are run by themselves")
@pytest.mark.parametrize("name", sorted(CASES)[::10])  # test_compiled.py holds more of them
def test_hostile_pages(name: str) -> None:
    content = CASES[name].make()
    assert_page(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))


def table_of(some: list[str], parents: list[int], labels: list[str]) -> BlockTable:
    """A page of these blocks; each stands in the element of its number, or in the last one."""
    n = len(parents)
    first = [min(element, len(some)) for element in range(n)]
    return BlockTable(
        text=some,
        inline=[(text,) for text in some],
        element=[min(block, n - 1) for block in range(len(some))],
        n_chars=[len(text.replace(" ", "")) for text in some],
        n_link_chars=[len(text.replace(" ", "")) // (block % 3 + 1) for block, text in enumerate(some)],
        tag=["div" if element % 2 else "li" for element in range(n)],
        parent=parents,
        label=labels,
        mask=[1 << element % 40 for element in range(n)],
        around=[(1 << element % 56) | 1 for element in range(n)],
        first_block=first,
        end_block=[len(some) if not element else min(f + 3, len(some)) for element, f in enumerate(first)],
    )


@st.composite
def tables(draw: st.DrawFn) -> BlockTable:
    """Blocks in elements of any shape; some are roots of their own."""
    n = draw(st.integers(1, 12))
    parents = [-1, *(draw(st.integers(-1, element - 1)) for element in range(1, n))]
    labels = draw(
        st.lists(st.sampled_from(["", "post-1 a", "post-2", "a b", "a\tb c"]), min_size=n, max_size=n)
    )
    return table_of(draw(st.lists(texts, min_size=1, max_size=8)), parents, labels)


@settings(max_examples=examples(300))
@given(tables(), st.none() | texts)
def test_any_page(table: BlockTable, title: str | None) -> None:
    assert_same(table, title)


def test_block_outside_of_all_elements() -> None:
    """numpy counts -1 from the end."""
    table = table_of(["Share this", "b"], [-1, 0, 0], ["", "x", "y"])
    table.element[1] = -1
    assert_same(table, "Share this")


# Characters and words


@settings(max_examples=examples(500))
@given(st.lists(texts, max_size=6))
@example([])
@example([""])
@example(["", "", "a.", ""])
@example(["1999", "2024:11:59", "x 1:23", "12:34567", ":11", "a1:22", "19990", "1999 20.", "2015"])
@example([")", ".)", ".))", ".)))", "))", "?", "a?”", ":", "…", "…)"])
def test_characters(some: list[str]) -> None:
    assert_counted(some)


def test_each_character() -> None:
    """First on a page, so that it may not have been looked at, then beside others."""
    for start in range(0, sys.maxunicode + 1, 0x4000):
        points = [chr(point) for point in range(start, min(start + 0x4000, sys.maxunicode + 1))]
        assert_counted(points)
        assert_counted(["A1:0" + char + ".9" + char for char in points])
        for char in points:
            assert overlap.COMPILED.words(f"x{char} {char}y") == re.findall(r"\w+", f"x{char} {char}y"), hex(
                ord(char)
            )


@pytest.mark.parametrize("start", range(0, sys.maxunicode, 0x10000))
def test_kinds_of_each_character(start: int) -> None:
    """Those that Unicode tells, and those that are lists of characters."""
    points = range(start, start + 0x10000)
    found = kinds.kinds_of(points)
    with pure():
        assert np.array_equal(found, kinds.kinds_of(points))


def test_scripts_that_were_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def first() -> list[bytes]:
        fresh = kinds.Characters()
        monkeypatch.setattr(characters, "known_characters", lambda: fresh)
        return counted(["Привет, мир! 2024", "水"])

    found = first()
    with pure():
        assert found == first()


def test_millions_of_a_character() -> None:
    """More than single precision counts one by one."""
    assert_counted(["a" * (2**24 + 3) + "B" * 3 + "水" * 5 + " x" * 7])


@given(texts)
def test_words(text: str) -> None:
    assert overlap.COMPILED.words(text) == re.findall(r"\w+", text)
    found = word_set(text), has_unspaced(text)
    with pure():
        assert found == (word_set(text), has_unspaced(text))


@pytest.mark.parametrize(
    "char", [*UNSPACED.replace("-", ""), "\u0dff", "\u2e7f", "\ud800", "\uf900", "é", "a"]
)
def test_scripts_without_blanks(char: str) -> None:
    found = has_unspaced(f"a{char}")
    with pure():
        assert found == has_unspaced(f"a{char}")


# Phrases


def found_in(text: str) -> list[tuple[str, str, int]]:
    """The phrases of a text, and in which line."""
    return find_all(Joined(text.split("\n"), len(text)))


def assert_phrases(some: list[str]) -> None:
    found = list(map(found_in, some))
    with pure():
        expected = list(map(found_in, some))
    assert found == expected, [
        text for text, one, other in zip(some, found, expected, strict=True) if one != other
    ]


@pytest.mark.parametrize("role", PHRASES)
def test_each_phrase(role: str) -> None:
    """What is known of its beginning lets it through, by itself, at the end, with an ending, and cut."""
    pages = [
        page
        for text in PHRASES[role]
        for page in (text, f"The {text}", f"the {text}s and", f"is {text[:-1]}", f"{text}\n{text}")
    ]
    assert all(map(found_in, PHRASES[role]))
    assert_phrases(pages)


@given(st.lists(st.sampled_from([*PIECES, *PHRASES["related"][:40], *PHRASES["share"][:40]]), max_size=30))
def test_phrases_anywhere(some: list[str]) -> None:
    assert_phrases([" ".join(some).lower(), "".join(some).lower()])


@pytest.mark.parametrize(
    "text",
    [
        *("xкомментарии комментарии к", "комментарии комментарии к нам", "nalazite se nalazite se na"),
        *(
            "_share this",
            "_share this share, this",
            "log in_",
            "log in_ log in",
            "log_in",
            "log in _",
            "_log in",
        ),
        *(
            "x(required)",
            "_(required)",
            "((required))",
            "¿¿no tienes cuenta",
            "a © copyright",
            "(required) log in",
        ),
        *(
            "sign  up",
            "sign up",
            "sign\nup",
            "log in\U0001f600",
            "\u0130log in",
            "log in\u0301",
            "水循環 log in 水",
        ),
    ],
)
def test_phrases_beside_others(text: str) -> None:
    """That overlap themselves, stand beside "_", begin with a sign, or have no blank between their words."""
    assert_phrases([text, f"a {text} b", f"{text}{text}", f"{text}\n{text}"])


def test_what_is_no_phrase_is_refused() -> None:
    for text in ("", "--", " " * 100 + "a"):
        with pytest.raises(ValueError, match="without words"):
            FAST.Index({"share": (text,)}, has_unspaced)
    with pytest.raises(TypeError):
        FAST.Index({"share": (None,)}, has_unspaced)


# Elements


def test_bits() -> None:
    masks = np.array([0, 1, 5, -1, 1 << 62, (1 << 40) | 3], dtype=np.int64)
    for n_bits in (1, 8, 9, 29, 40, 64):
        found = unpack(masks, n_bits)
        with pure():
            expected = unpack(masks, n_bits)
        assert found.dtype == expected.dtype
        assert found.tolist() == expected.tolist()


@given(tables())
def test_trees(table: BlockTable) -> None:
    def found() -> list[list[Any]]:
        page = PageArrays(table)
        wanted = page.mask % 3 == 1
        of_each = [page.depth.tolist(), page.nearest(wanted).tolist(), page.like_siblings().tolist()]
        return [*of_each, page.group.tolist(), page.main_container]

    compiled = found()
    with pure():
        assert compiled == found()


@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=9),
    st.lists(st.booleans(), min_size=9, max_size=9),
    st.integers(0, 1_000),
)
def test_main_containers(sizes: list[int], is_outside: list[bool], seed: int) -> None:
    """Blocks of prose, one in each element, whose spans are any."""
    n = len(sizes)
    page = PageArrays(table_of(["a"] * n, [-1, *range(n - 1)], [""] * n))
    page.prose[:] = [size if size > 30 else 0 for size in sizes]
    page.around[:] = [arrays._OUTSIDE if outside else 0 for outside in is_outside[:n]]
    page.end[1:] = np.maximum(page.first, np.random.default_rng(seed).integers(0, n + 1, size=n))[1:]
    compiled = page.main_container
    del page.main_container
    with pure():
        assert compiled == page.main_container


@given(st.lists(st.sampled_from(PIECES) | st.text("ab", max_size=9) | st.text(max_size=20), max_size=20))
@example(["a" * 9, "a" * 8, "a" * 9 + "b", "b" + "a" * 8, "á" * 4, "\u00e1\u00e1\u4e00", "", "a" * 9])
@example(["a\0", "a", "a\0\0", "\u6161", "aa"])  # the same bytes in letters of another width, and fewer
def test_numbers_of_texts(some: list[str]) -> None:
    some = [text[:-1] + text[-1:] for text in some] + some  # of other objects
    found = numbered(some)
    with pure():
        expected = numbered(some)
    assert (found[0], found[1].tolist()) == (expected[0], expected[1].tolist())


def test_arrays_of_another_size_are_refused() -> None:
    labels, numbers = ["a", "b", "c"], np.zeros(2, dtype=np.intp)
    with pytest.raises(ValueError, match="another size"):
        arrays.COMPILED.numbered(labels, numbers)
    with pytest.raises(ValueError, match="another size"):
        arrays.COMPILED.stems(labels, numbers.astype(np.uint64))
    with pytest.raises(ValueError, match="another size"):
        arrays.COMPILED.like_siblings(numbers, numbers, numbers, numbers[1:].copy())
    with pytest.raises(TypeError):
        arrays.COMPILED.numbered([None, "a"], numbers)
    with pytest.raises(TypeError):
        arrays.COMPILED.stems([None, "a"], numbers.astype(np.uint64))


@given(st.lists(st.text("a1٣é29 -", max_size=5) | st.text("ab7 ", min_size=250, max_size=260), max_size=12))
@example(
    [
        "post-17 a",
        "post-19",
        "post-18 é",
        "post-29é",
        "post-00",
        "post-",
        "1",
        "é",
        "",
        " a",
        "\ud800 1",
        "\0",
        "\0 b",
        "\tc",
    ]
)
def test_stems(labels: list[str]) -> None:
    found = np.full(len(labels), 99, dtype=np.uint64)
    arrays.COMPILED.stems(labels, found)
    stems = [label.split(" ")[0].translate(str.maketrans("", "", "0123456789")) for label in labels]
    assert found.tolist() == [list(dict.fromkeys(stems)).index(stem) for stem in stems]


# Whatever happens


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("element", 7, IndexError),
        ("element", -7, IndexError),
        ("parent", 7, IndexError),
        ("first_block", 9, IndexError),
        ("mask", 1 << 70, OverflowError),
        ("n_chars", None, TypeError),
    ],
)
def test_tables_that_make_no_sense(name: str, value: Any, error: type[Exception]) -> None:
    """An error, as Python has it: no memory is read that is not theirs."""
    table = table_of(["One text.", "And one"], [-1, 0, 0], ["", "x", "y"])
    getattr(table, name)[1] = value
    with pytest.raises(error):
        measure(table, "One")
    with pure(), pytest.raises(error):
        measure(table, "One")


def test_arrays_that_do_not_fit() -> None:
    for rows in ((1, 1), (22, 0), (22, 2)):
        with pytest.raises(ValueError, match="another shape"):
            characters._compiled().count(["a"], np.zeros(rows, dtype=np.float32))
    with pytest.raises(ValueError, match="another shape"):
        characters.COMPILED.Known(np.zeros(65_535, dtype=np.uint16))
    kinds = np.zeros(65_536, dtype=np.uint16)
    kinds[1:63] = np.arange(1, 63)
    characters.COMPILED.Known(kinds)
    kinds[-1] = 63
    with pytest.raises(ValueError, match="too many classes"):
        characters.COMPILED.Known(kinds)
    for start in (-1, 0x110000):
        with pytest.raises(ValueError, match="no such characters"):
            characters.COMPILED.told_kinds(start, unicodedata.category, kinds[:1])


@pytest.mark.parametrize("name", ["_HEIGHTS", "_WINDOWS", "_CONTAINER_CHARS", "CONTEXT_COLUMNS"])
def test_columns_of_another_number(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Who changes what Python measures is told that the compiled part knows nothing of it."""
    monkeypatch.setattr(context, name, getattr(context, name)[:-1])
    with pytest.raises(ValueError, match="another shape"):
        measure(table_of(["a", "b"], [-1, 0], ["", ""]), None)


def test_threads() -> None:
    read = [read_page(path.read_bytes(), "https://example.org/") for path in PAGES[:6]]
    expected = [measure(page.table, page.metadata.title, page.clues) for page in read]
    with ThreadPoolExecutor(8) as pool:
        jobs = [
            (i, pool.submit(measure, page.table, page.metadata.title, page.clues))
            for _ in range(8)
            for i, page in enumerate(read)
        ]
        for i, job in jobs:
            assert job.result().blocks.tobytes() == expected[i].blocks.tobytes()
            assert told_of(job.result()) == told_of(expected[i])


def test_nothing_is_left_behind() -> None:
    page = read_page(PAGES[0].read_bytes(), "https://example.org/")

    def run(n: int) -> int:
        for _ in range(n):
            measure(page.table, page.metadata.title, page.clues)
        return sys.getallocatedblocks()

    before = run(200)  # lists of free objects fill up first
    assert run(200) - before < 100
