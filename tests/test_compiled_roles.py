"""Roles of blocks, and the reasons that do not come from scores, are the same, compiled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.block import BlockTable, Mark, Reason
from boilerstrip.decide import roles
from boilerstrip.decide.believe import entries_of
from boilerstrip.decide.kept import WORDS
from boilerstrip.decide.told import LABELS, ORDER
from boilerstrip.features import Told, measure
from tests.effort import examples
from tests.made_up import pages, table_of
from tests.pure import PAGES, pure

if roles.COMPILED is None:
    pytest.skip("decide._roles is not built", allow_module_level=True)

NOTHING: Told = {}
TEXTS = (
    *LABELS,
    *(
        "Home",
        "» Home «",
        "HOME",
        "[ next ]",
        "© 2024 Example",
        "© " + "long " * 100,
        "x",
        "",
        "İ",
        "Kontakt",
    ),
    *("What is said here once is said again there.", "Another line that is said twice."),
    *(
        "By Anna Berg",
        "von A. B.",
        "By Anna Berg.",
        "by " + "a " * 20,
        "Автор: А. Б.",
        "Figure 2 Wind",
        "fig. 3",
        "表 1",
        "图 1",
    ),
    *("\\[x^2\\]", "$$x$$", "$5", "\\begin{a}", "What was said: it. " * 12),
)
INLINE = (
    *((), ("x",), (Mark("b"), "x", Mark("/b")), (Mark("img", "a.png"),)),
    *((Mark("math", kind), "x", Mark("/math"), after) for kind in ("display", "") for after in (".", "so")),
)
TAGS = "a ul h2 figure figcaption td pre blockquote time address li div".split()
KEPT_LABELS = (
    *("byline", "post-meta", "meta post", "Caption", "photoCredit", "photo-credit", "xcaption", "pullquote"),
    *("md:byline", "a-b-c-byline", "a-b-c-d-byline", "byline9", "é byline", "caption quote", "pull-quote"),
)


def assert_same(
    table: BlockTable, kept: list[bool], told: Told = NOTHING, entries: dict[int, str] | None = None
) -> tuple[list[str], list[Reason]]:
    said = roles.named(table, kept, told, entries or {})
    with pure():
        assert roles.named(table, kept, told, entries or {}) == said
    assert {type(reason) for reason in said[1]} <= {Reason}
    assert {type(role) for role in said[0]} <= {str}
    return said


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    page = extract(path.read_bytes())
    table, told = page.table, measure(page.table, page.title).told
    for kept in (
        page.decisions.kept,
        [False] * table.n_blocks,
        [i % 3 == 0 for i in range(table.n_blocks)],
        [i < table.n_blocks // 2 for i in range(table.n_blocks)],
    ):
        assert_same(table, kept, told, entries_of(table, kept, page.entries()))


@st.composite
def spoken_of(draw: st.DrawFn) -> tuple[BlockTable, list[bool], Told, dict[int, str]]:
    """A made-up page with texts, links, phrases and comments."""
    table, kept = draw(pages())
    n, n_elements = table.n_blocks, table.n_elements
    numbers = st.integers(0, n - 1)
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=n, max_size=n))
    lengths = [len(text.replace(" ", "")) for text in texts]
    table = replace(
        table,
        text=texts,
        n_chars=lengths,
        n_link_chars=[draw(st.sampled_from((0, length // 2, length))) for length in lengths],
        element=draw(st.lists(st.integers(-1, n_elements - 1), min_size=n, max_size=n)),
        inline=[draw(st.sampled_from(INLINE)) for _ in texts],
        tag=[draw(st.sampled_from((tag, *TAGS))) for tag in table.tag],
        label=[draw(st.sampled_from((label, "", *KEPT_LABELS))) for label in table.label],
    )
    told = draw(
        st.dictionaries(
            st.sampled_from(ORDER),
            st.dictionaries(numbers, st.sampled_from(("cookie policy", "sign up"))),
            max_size=3,
        )
    )
    return table, kept, told, draw(st.dictionaries(numbers, st.just("comment 1 of 2"), max_size=2))


@given(spoken_of())
@settings(max_examples=examples(500))
def test_any_page(page: tuple[BlockTable, list[bool], Told, dict[int, str]]) -> None:
    assert_same(*page)


def test_lists_of_links_and_teasers() -> None:
    links = [4] * 6
    flat = [("ul", -1, "", 0, 6), *(("li", 0, "", i, i + 1) for i in range(6))]
    table = replace(table_of(links, flat), n_link_chars=links, element=[1, 2, 3, 4, 5, 6])
    for tag in ("ul", "div", "nav"):
        for n_links in (2, 3, 4, 5, 6):
            for length in (4, 30, 31):
                tried = replace(
                    table,
                    tag=[tag, *table.tag[1:]],
                    text=["x" * length] * 6,
                    n_chars=[length] * 6,
                    n_link_chars=[length * (i < n_links) for i in range(6)],
                )
                assert_same(tried, [False] * 6)
                assert_same(replace(tried, tag=["h2", *tried.tag[1:]]), [False] * 6)
    said = assert_same(table, [False] * 6)
    assert said == (["navigation"] * 6, [Reason("links", "6 links in ul")] * 6)
    cards = [("div", -1, "", 0, 4), ("div", 0, "", 0, 2), ("div", 0, "", 2, 4)]
    table = replace(table_of([4] * 4, cards), n_link_chars=[4, 0, 4, 0], element=[1, 1, 2, 2])
    assert assert_same(table, [False] * 4)[1] == [Reason("links", "a linked box in div")] * 4
    rootless = replace(table, parent=[-1, -1, -1], first_block=[0, 0, 2], end_block=[0, 2, 4])
    assert_same(rootless, [False] * 4)
    boxes = replace(table, tag=["div", "a", "a"], n_link_chars=[4] * 4)
    assert assert_same(boxes, [False] * 4)[1] == [Reason("links", "a box that is one link")] * 4


@pytest.mark.parametrize("text", TEXTS)
def test_what_a_label_says(text: str) -> None:
    table = replace(table_of([3], [("p", -1, "", 0, 1)]), text=[text])
    for marked in (text, text.title(), text.upper(), f"» {text} …", f"{text}-{text}"):
        assert_same(replace(table, text=[marked]), [False])


@pytest.mark.parametrize(
    "wrong",
    [
        *({"element": [-2]}, {"element": [1]}, {"element": []}, {"n_chars": []}, {"n_link_chars": [0, 0]}),
        *({"first_block": [2]}, {"text": []}, {"parent": [0]}),
    ],
    ids=repr,
)
def test_what_no_walk_makes_is_refused(wrong: dict[str, Any]) -> None:
    table = table_of([5], [("html", -1, "", 0, 1)])
    with pytest.raises(ValueError, match=r"."):
        roles.named(replace(table, **wrong), [False], {}, {})


@pytest.mark.parametrize("block", [-1, 1])
def test_what_is_said_of_no_block_is_refused(block: int) -> None:
    table = table_of([5], [("html", -1, "", 0, 1)])
    with pytest.raises(ValueError, match=r"."):
        roles.named(table, [False], {}, {block: "comment 1 of 1"})
    with pytest.raises(ValueError, match=r"."):
        roles.named(table, [False], {"legal": {block: "terms"}}, {})


def test_every_word_of_kept_blocks_is_known() -> None:
    """One that compiled parts passed over would be told here."""
    table = table_of([9], [("div", -1, "", 0, 1)])
    words = {*WORDS.words, *WORDS.beginnings, *WORDS.endings, *WORDS.pairs}
    for word in words:
        for label in (word, word.title(), f"x-{word}", f"{word}s", f"x{word}", f"x9{word}", f"{word}-x-y-z"):
            assert_same(replace(table, label=[label]), [True])
    assert {assert_same(replace(table, label=[word]), [True])[0][0] for word in words} >= {
        "byline",
        "caption",
        "quote",
    }


def test_text_that_is_not_there_is_refused() -> None:
    table = table_of([5], [("html", -1, "", 0, 1)])
    with pytest.raises(ValueError, match="words"):
        roles.named(replace(table, text=[""]), [True], {}, {})
