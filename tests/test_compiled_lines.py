"""A page's line of JSON is the same, compiled or not."""

from __future__ import annotations

import json
import math
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boilerstrip import Page, extract, extract_text, load_page
from boilerstrip.block import BlockTable, Decisions, Mark, Reason
from boilerstrip.record import record_page
from boilerstrip.render import line as module
from boilerstrip.render.clean import clean
from boilerstrip.render.line import _line, line_of
from boilerstrip.render.record import _clean_line, json_line
from tests.effort import examples
from tests.hostile.case import FULL
from tests.hostile.catalogue import CASES
from tests.pure import PAGES, pure

FAST: Any = module.COMPILED
if FAST is None:
    pytest.skip("render._lines is not built", allow_module_level=True)

TESTS = Path(__file__).parent
DUMPS = sorted((TESTS / "dumps").glob("*.txt"))
CHARACTERS = [
    *map(chr, range(0x180)),
    *"\u2002\u2027\u2028\u2029\u202a\u202b\u202c\u202e\u2060\u2066\u2068\u2069\u3000水",
    *(
        "\ud800",
        "\udbff",
        "\udc00",
        "\udfff",
        "\ufeff",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "\U00010000",
        "\U0001f600",
    ),
]


def assert_same(page: Page) -> None:
    """Compiled, a page's line is what Python makes of it, and the compiled part takes on all of it."""
    for blocks in (True, False):
        record = record_page(page, blocks=False)
        expected = _line(page, record, blocks=blocks)
        text, is_suspect = FAST.line(record, page.table, page.decisions, blocks)
        assert text == expected.text
        assert sys.getsizeof(text) == sys.getsizeof(expected.text)  # as narrow as its characters allow
        assert expected.is_suspect or not is_suspect
        if expected.is_suspect:
            cleaned, fast = json_line(page, blocks=blocks), _clean_line(page, blocks=blocks)
            with pure():
                assert json_line(page, blocks=blocks) == cleaned
            assert fast in (cleaned, None)
            assert fast is None or sys.getsizeof(fast) == sys.getsizeof("".join([*cleaned]))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes(), url="https://example.org/a?b=%22")
    assert_same(page)
    assert_same(load_page(page.to_json()))


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_texts(path: Path) -> None:
    assert_same(extract_text(path.read_bytes()))


@pytest.mark.skipif(FULL, reason="cases of full size are run by themselves")
@pytest.mark.parametrize("name", sorted(CASES)[::10])  # test_compiled.py holds more of them
def test_hostile_pages(name: str) -> None:
    assert_same(extract(CASES[name].make()))


@pytest.mark.parametrize("n", [0, 1, 4_095, 4_096, 4_097, 100_000])
@pytest.mark.parametrize("char", ["a", "\x01", '"', "é", "\u2028", "水", "\ud800", "\U0001f600"])
def test_long_strings(char: str, n: int) -> None:
    """Room is made for some characters at a time."""
    assert_same(page_of([f"<{char * n}>"], title=char * n, inline=((f" {char * n}  {char}", Mark("br")),)))


@pytest.mark.parametrize("char", ["", '"', " ", "  ", "\n", "é", "水", "\U0001f600"])
def test_what_is_left_when_sixteen_are_taken(char: str) -> None:
    """Characters go over sixteen at once, the last ones together with some that went over before."""
    text = [
        f"{'ab cdefgh' * 5}"[:before] + char + "xyz" * behind
        for before in range(40)
        for behind in (0, 1, 5, 9)
    ]
    assert_same(page_of(text, inline=tuple((words, Mark("br"), f"{words} ", f" {words}") for words in text)))


@pytest.mark.parametrize(
    "inline",
    [
        ("a b",),
        ("\na b\n\n",),
        ("a", " b"),
        ("a", Mark("b"), " b", Mark("/b")),
        ("a", Mark("br"), "b"),
        ("a b", Mark("br")),
        (Mark("br"),),
        (),
        ("a", Mark("ref", "1"), " b", Mark("/ref")),
        ("a", Mark("note", "1"), " b", Mark("/note")),
    ],
    ids=repr,
)
def test_code(inline: tuple[str | Mark, ...]) -> None:
    """Code has no markup, and no content where its text tells as much; but what is a footnote has all of it."""
    for text in ("a b", "a\nb", "\x01a b", ""):
        page = page_of([text, text], tags=["html", "pre"], inline=(inline, inline), headline=1)
        assert_same(page)
        assert_same(replace(page, table=replace(page.table, noted=[0])))


def test_a_large_page_before_a_small_one() -> None:
    """The memory of a line is there for the next one, unless it is a lot."""
    for n in (10, 300_000, 10, 2_000_000, 10):
        assert_same(page_of(["é" * n]))


@pytest.mark.parametrize("char", CHARACTERS, ids=lambda char: f"{ord(char):x}")
def test_each_character(char: str) -> None:
    for beside in ("", "a", "é", "水", "\U0001f600"):
        text = f"{beside}{char}{char} {char}"
        inline = ((text, Mark("a", text, text), f"{char} ", Mark("/a"), f" {char}"),)
        page = page_of([text], title=text, tags=["html", f"x-{char}"], inline=inline, evidence=text)
        assert_same(page)
        line = line_of(page, blocks=True)
        assert line.is_suspect == (clean(text) != text or clean(char) != char or char in "\u2028\u2029")


@pytest.mark.parametrize(
    "score",
    [
        *(0.0, 1.0, 0.5, 0.25, 0.1, 0.0001, 0.001, 0.01, 0.1234, 0.9999, 1e-5, 0.00005, 0.99995, 0.12345),
        *(1, 0, 1 / 3, 1e300, -0.1, 0.9999999999999999, 5e-324, 0.1 + 0.2, 12.5, 10**30),
    ],
)
def test_each_number(score: float) -> None:
    page = page_of(["a"], score=score)
    assert_same(page)
    assert f'"score": {score!r}, ' in line_of(page, blocks=True).text
    assert_same(replace(page, confidence=score))


def test_all_probabilities() -> None:
    scores = [float(np.float32(i / 10_000)) for i in range(10_001)]
    page = page_of(["a"] * len(scores))
    assert_same(replace(page, decisions=replace(page.decisions, score=scores)))


def test_numbers_that_begin_alike() -> None:
    """What is remembered of a number is no answer for its neighbours."""
    for score in (0.12341, 0.12342, 0.1234, 0.12341, 0.99999999, 1.0, 0.00004, 0.00005, 0.00006):
        assert_same(page_of(["a"], score=score))


def test_numbers_of_all_lengths() -> None:
    """Of few digits, of as many as there may be, and beside them; in halves, where two decimals are as near."""
    numbers = [k / 10**n for n in range(1, 18) for k in (1, 7, 12, 999, 2**40 - 1, 10**n - 1, 10**n // 9)]
    numbers += [k / 2**n for n in range(1, 30) for k in (1, 3, 2**n - 1, 2**n // 3)]
    numbers += [math.nextafter(number, to) for number in numbers for to in (0, 2)]
    numbers += [float(np.float32(number)) for number in numbers]
    assert FAST.line({"x": numbers}, None, None, False) == (json.dumps({"x": numbers}), False)


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.floats(0, 1) | st.floats(5e-5, 2e-4) | st.floats(0, 1, width=32)))
def test_numbers_of_any_kind(numbers: list[float]) -> None:
    assert FAST.line({"x": numbers}, None, None, False) == (json.dumps({"x": numbers}), False)


@pytest.mark.parametrize("evidence", ["e", "é水" * 999, "\u202e"])
def test_reasons_that_blocks_share(evidence: str) -> None:
    """A reason is written anew where the block before has another one, the same words or not."""
    page = page_of(["a"] * 60)
    one, same, other = Reason("c", evidence), Reason("c", evidence), Reason("d", "x")
    reasons = [one, one, same, other, other, one] * 10
    assert_same(replace(page, decisions=replace(page.decisions, reason=reasons)))


@pytest.mark.parametrize("char", ["é", "水", "\U0001f600"])
def test_tags_that_no_path_has(char: str) -> None:
    """A string made for wider characters than it has equals no other one."""
    assert_same(page_of(["a"], tags=["html", f"x-{char}", "p"], parent=[-1, 0, 0]))
    assert_same(page_of(["a"], tags=["html", f"x-{char}", "p"]))


def test_characters_that_need_a_second_look() -> None:
    """Each that is cleaned or ends a line, and none of the others."""
    page = page_of(["a"])
    others: list[str] = []
    for char in map(chr, range(sys.maxunicode + 1)):
        if clean(char) == char and char not in "\u2028\u2029":
            others.append(char)
        else:
            assert FAST.line({"a": char}, page.table, page.decisions, False)[1], hex(ord(char))
    assert not FAST.line({"a": "".join(others)}, page.table, page.decisions, False)[1]


def test_tags_that_are_equal_but_not_one() -> None:
    names = ["html", *("".join(["x-", str(i % 90)]) for i in range(400))]
    assert_same(page_of(["a"] * 5, tags=names, element=[9, 99, 190, 280, 400]))
    assert_same(page_of(["a"], tags=["html", "x" * 40, "".join(["x"] * 40)]))


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_numbers_that_json_has_not(bad: float) -> None:
    page = page_of(["a"], score=bad)
    with pytest.raises(ValueError, match=r"."):
        FAST.line({}, page.table, page.decisions, True)
    with pytest.raises(ValueError, match=r"."):
        FAST.line({"confidence": bad}, page.table, page.decisions, False)


@pytest.mark.parametrize(
    "value",
    [
        (1, 2),
        {1: 2},
        True,
        10**30,
        [],
        {},
        [[[]]],
        {"a": {}},
        Reason("a", "b"),
        None,
        [None, False, "x", 1.5, -7],
    ],
    ids=repr,
)
def test_other_values(value: object) -> None:
    page = page_of(["a"])
    text, _ = FAST.line({"a": value}, page.table, page.decisions, False)
    assert text == json.dumps({"a": value}, ensure_ascii=False)


def test_values_that_nest_deep() -> None:
    deep: list[Any] = []
    for _ in range(500):
        deep = [deep]
    page = page_of(["a"])
    assert FAST.line({"a": deep}, page.table, page.decisions, False)[0] == json.dumps({"a": deep})


@pytest.mark.parametrize(
    "wrong",
    [
        {"parent": [-1, 1]},
        {"parent": [-1, -2]},
        {"parent": [-1]},
        {"parent": [-1, 2**40]},
        {"element": [2]},
        {"element": [-2]},
        {"element": []},
        {"text": [None]},
        {"text": [b"x"]},
        {"inline": [("x", None)]},
        {"inline": [("x", ("a", "b"))]},
        {"inline": [["x"]]},
        {"tag": ["html", None]},
        {"end_block": []},
        {"attributes": {2: {"as": "p"}}},
        {"attributes": {-1: {"as": "p"}}},
        {"attributes": []},
        {"noted": [1]},
        {"noted": [-1]},
        {"noted": ["0"]},
        {"noted": [0], "inline": []},
        {"noted": [0], "inline": [("x", None)]},
    ],
    ids=repr,
)
def test_what_is_no_table_of_the_walk_is_left_to_python(wrong: dict[str, Any]) -> None:
    page = page_of(["a"])
    assert FAST.line({}, replace(page.table, **wrong), page.decisions, True) is None


@pytest.mark.parametrize("wrong", [{"score": ["x"]}, {"role": [None]}, {"reason": [("a",)]}, {"kept": []}])
def test_nor_what_are_no_decisions(wrong: dict[str, Any]) -> None:
    page = page_of(["a"])
    assert FAST.line({}, page.table, replace(page.decisions, **wrong), True) is None


def page_of(  # noqa: PLR0913 - what a test does not say is harmless
    text: list[str],
    *,
    title: str = "t",
    tags: list[str] | None = None,
    parent: list[int] | None = None,
    element: list[int] | None = None,
    inline: tuple[tuple[str | Mark, ...], ...] | None = None,
    attributes: dict[int, dict[str, str]] | None = None,
    score: float = 0.5,
    evidence: str = "e",
    headline: int = -1,
) -> Page:
    """A page of such blocks, all of them dropped."""
    tags = tags or ["html", "p"]
    n, zeros = len(text), [0] * len(tags)
    table = BlockTable(
        text=text,
        inline=[*inline] if inline else [(words,) for words in text],
        element=element or [len(tags) - 1] * n,
        n_chars=[len(words) for words in text],
        n_link_chars=[0] * n,
        tag=tags,
        parent=parent or [i - 1 for i in range(len(tags))],
        label=[""] * len(tags),
        mask=zeros,
        around=zeros,
        first_block=zeros,
        end_block=[n] * len(tags),
        attributes=attributes or {},
    )
    told = Decisions([score] * n, [False] * n, ["other"] * n, [Reason("c", evidence)] * n, headline)
    return replace(extract("<p>x"), title=title, table=table, decisions=told)


UNCLEAN = {
    "in a text": page_of(["a\x01b  c", "d", "e\u2028\u202ef"]),
    "before the edge": page_of(["\x1f a\x1c"]),
    "in a title": page_of(["a"], title="a\x85b\u2029\u202e", headline=0),
    "in code": page_of(
        ["a\r\n\tb\x01\r", "c\r"], tags=["html", "pre"], inline=(("a\r\n\tb\x01\r",), ("\nc\r",))
    ),
    "in code that is the headline": page_of(["a\r\n\tb\x01"], tags=["html", "pre"], headline=0),
    "in code of another kind": page_of(["a\x01  b"], attributes={1: {"as": "pre", "lang": "\x01c"}}),
    "in content": page_of(
        ["a b"], inline=(("a\x01  b\u2028", Mark("a", "/x\x02?#", "t\x03"), "c\u202a", Mark("/a")),)
    ),
    "beside content that is only looked at again": page_of(
        ["a b"],
        inline=(("a\n\u2067\n\u2069", Mark("a", "/x"), "\u2067  \u2069", Mark("/a")),),
        attributes={0: {"lang": "\x01"}},
    ),
    "in a footnote in code": page_of(
        ["a b"], tags=["html", "pre"], inline=(("a\r\x01", Mark("note", "1"), "c\r", Mark("/note")),)
    ),
    "in reasons that blocks share": page_of(["a", "b\x01", "c", "d"], evidence="e\x01\u202eé"),
    "in one text of blocks that share a reason": page_of(["a", "b\x01", "c", "d\x02", "e\x03"], evidence="é"),
    "in what attributes say": page_of(["a"], attributes={0: {"lang": "\u202ec"}, 1: {"start": "7\x01"}}),
    "in the address": replace(page_of(["a"]), base_url="https://e.org/\x01?#\u202e"),
    "in an address that is none": replace(page_of(["a"]), base_url="\x01"),
}


@pytest.mark.parametrize("page", UNCLEAN.values(), ids=UNCLEAN)
def test_what_is_made_clean(page: Page) -> None:
    assert_same(page)
    for blocks in (True, False):
        assert _clean_line(page, blocks=blocks)


def test_what_python_makes_clean() -> None:
    """Paths with such characters, and values of other kinds."""
    page = page_of(["a"], tags=["html", "x-\x01"])
    assert_same(page)
    assert _clean_line(page, blocks=True) is None
    record, steady = {"a": (1, "\x01")}, (str, None, None)
    assert FAST.line(record, page.table, page.decisions, False, steady) is None


TEXT = st.text(
    st.one_of(st.sampled_from(CHARACTERS), st.sampled_from(' \n\t"\\u'), st.characters()), max_size=12
)
CLOSED = TEXT.map(lambda text: f"\u2067{text}\u2069")
"""Mostly clean, though there are characters in it that may have to go."""
MARK = st.builds(Mark, st.sampled_from(("a", "/a", "b", "br", "img", "note", "/note")), TEXT, TEXT)
TAGS = st.sampled_from(("html", "div", "p", "p", "li", "ul", "tr", "td", "pre", "code", "h2", "x:'\"y", "é"))


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Pages whose elements nest in any way and whose blocks are in any of them."""
    tags = draw(st.lists(TAGS, min_size=1, max_size=12))
    parent = [draw(st.integers(-1, i - 1)) for i in range(len(tags))]
    element = draw(st.lists(st.integers(-1, len(tags) - 1), max_size=6))
    n = len(element)
    text = [draw(TEXT) for _ in element]
    inline = tuple(tuple(draw(st.lists(st.one_of(TEXT, CLOSED, MARK), max_size=5))) for _ in element)
    attributes = draw(
        st.dictionaries(
            st.integers(0, len(tags) - 1),
            st.dictionaries(st.sampled_from(("as", "start")), st.one_of(TAGS, TEXT), max_size=2),
            max_size=3,
        )
    )
    page = page_of(
        text,
        title=draw(TEXT),
        tags=tags,
        parent=parent,
        element=element,
        inline=inline,
        attributes=attributes,
        evidence=draw(TEXT),
        headline=draw(st.integers(-1, n - 1)),
    )
    noted = {
        i for i, pieces in enumerate(inline) if any(type(p) is Mark and p.kind == "note" for p in pieces)
    }
    noted |= draw(st.sets(st.sampled_from(range(n)))) if n else set()
    return replace(page, table=replace(page.table, noted=sorted(noted)))


@given(pages())
@settings(max_examples=examples(400))
@example(page_of([]))
def test_any_page(page: Page) -> None:
    assert_same(page)


def test_threads() -> None:
    page = extract(PAGES[0].read_bytes())
    record = record_page(page, blocks=False)
    expected = _line(page, record, blocks=True)
    with ThreadPoolExecutor(8) as pool:
        made = [pool.submit(FAST.line, record, page.table, page.decisions, True) for _ in range(64)]
    assert {future.result() for future in made} == {tuple(expected)}


@pytest.mark.skipif(sys.platform == "win32", reason="no count of its memory there")
def test_nothing_leaks() -> None:
    import resource

    page, odd = extract(PAGES[0].read_bytes()), page_of(["a"], score=float("nan"))
    record = record_page(page, blocks=False)
    broken = replace(page.table, text=[*page.table.text[:-1], None])

    def run() -> int:
        for _ in range(100):
            FAST.line(record, page.table, page.decisions, True)
            FAST.line(record, broken, page.decisions, True)
            with pytest.raises(ValueError, match="nan"):
                FAST.line(record, odd.table, odd.decisions, True)
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    before = run()
    assert run() - before < 4_000  # 100 lines are some 10 MB
