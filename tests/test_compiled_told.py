"""What entries say and what is told of them is the same, compiled or not: names, dates, votes, addresses, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.block import BlockTable, Mark
from boilerstrip.pipeline import read_page
from boilerstrip.threads import find_threads, groups, moments, own, people, votes
from boilerstrip.threads.marked import having, marked
from boilerstrip.threads.parts import parts_of
from boilerstrip.threads.places import find_permalink
from boilerstrip.threads.reading import Reading
from boilerstrip.vocabulary import CATEGORY_BIT
from tests.effort import examples
from tests.pure import growth, pure
from tests.test_compiled_threads import comments, fields

if own.COMPILED is None or people.COMPILED is None:
    pytest.skip("threads._own or threads._told is not built, or kept out", allow_module_level=True)

TEXTS = (
    *(
        "It was red then",
        "It was so red then",
        "It was a red gate now",
        "Gate " * 19,
        "A gate (x.y)",
        "b" * 40,
    ),
    *("Ann said", "3 May 2024", "Reply", "A gate is a gate, is a gate.", "#1", "", "2 hours ago", "x", "A b"),
    *(
        "12 votes",
        "Score: \u0663",
        "3 like it",
        "\u0663 LI\u212aES",
        "+4 points",
        "photo.jpg (12 KB)",
        "\u6c34 \u6728",
    ),
    *(
        "1 MB of it is here, and more",
        "Code:",
        "by Ann, 3 May",
        "yesterday",
        "1,204",
        "9" * 60,
        "two 2",
        "two 3",
    ),
)
ATTRIBUTES = {
    "class": (
        "author",
        "date",
        "vote-count",
        "score up",
        "votes down",
        "permalink",
        "reply",
        "x",
        "user edited",
    ),
    "itemprop": ("author", "datePublished", "dateModified", "text", "url", "name", "upvoteCount", "Author X"),
    "datetime": ("2024-05-01", "", "x"),
    "content": ("2024-05-01", "12", "x"),
    "title": (
        "3 May 2024",
        "12 votes",
        "Like: 7",
        "\u0663 votes",
        "",
        "x",
        "1714559400",
        "4 may 2024 1714780800",
    ),
    "aria-label": ("3 votes", "votes", "Score: 12"),
    "href": ("/user/ann", "#c1", "/a#c1", "#", "/reply/3", "/thread/4", "javascript:x"),
    "rel": ("author", "x"),
    "id": ("c1", "comment-12", "x"),
    "name": ("c1", "p22", "x"),
    "role": ("button",),
    "data-role": ("up", "down"),
    "data-time": ("1700000000", "x"),
    "data-count": ("7", "x"),
    "data-depth": ("1",),
    "data-author": ("Ann", ""),
    "#text": ("Ann", "3 May 2024", "12", "+3", "by Bo:", "Ann  said", "", "5k"),
    "@name": ("Ann", ""),
    "@author": ("Bo",),
    "@datePublished": ("2024-05-01", "x"),
    "@url": ("/c/1",),
}
LABELS = (
    *(
        "",
        "",
        "comment",
        "comment-body",
        "author",
        "user-name",
        "meta",
        "post-date",
        "quote",
        "title label",
        "score",
    ),
    *("vote-up", "edited time", "code-header", "text"),
)
TAGS = ("div", "li", "p", "time", "blockquote", "h2", "button", "pre", "a", "span", "td")
MASKS = (0, 0, 0, CATEGORY_BIT["hidden"])
MARKS = (
    Mark("a", "#"),
    Mark("a", "javascript:x"),
    Mark("a", "#c1"),
    Mark("a", "/user/ann"),
    Mark("img", "#"),
)
attributes = st.sampled_from(sorted(ATTRIBUTES)).flatmap(
    lambda name: st.tuples(st.just(name), st.sampled_from(ATTRIBUTES[name]))
)


@st.composite
def entries(draw: st.DrawFn) -> BlockTable:
    """One entry, element 1, with elements and blocks in it."""
    n = draw(st.integers(3, 12))
    parents = [-1, 0, *(draw(st.integers(1, element - 1)) for element in range(2, n))]
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8))
    n_chars = [len(text.replace(" ", "")) for text in texts]
    firsts = [draw(st.integers(0, len(texts) - 1)) for _ in range(n)]
    ends = [draw(st.integers(first, len(texts))) for first in firsts]
    links = [draw(st.sampled_from((0, n))) for n in n_chars]
    return BlockTable(
        text=texts,
        inline=[
            (draw(st.sampled_from(MARKS)), text, Mark("/a")) if link else (text,)
            for text, link in zip(texts, links, strict=True)
        ],
        element=[draw(st.integers(1, n - 1)) for _ in texts],
        n_chars=n_chars,
        n_link_chars=links,
        tag=[draw(st.sampled_from(TAGS)) for _ in range(n)],
        parent=parents,
        label=[draw(st.sampled_from(LABELS)) for _ in range(n)],
        mask=[draw(st.sampled_from(MASKS)) for _ in range(n)],
        around=[0] * n,
        first_block=[0, 0, *firsts[2:]],
        end_block=[len(texts), len(texts), *ends[2:]],
        details=draw(st.dictionaries(st.integers(1, n - 1), st.lists(attributes, min_size=1, max_size=5))),
    )


def told(table: BlockTable) -> list[Any]:
    """What is read of element 1, step by step."""
    reading = Reading(table)
    inner, blocks = [*range(2, table.n_elements)], [*range(table.n_blocks)]
    parts = parts_of(reading, 1, inner)
    every = marked(reading, inner)
    whole = [*marked(reading, (1,)), *every]
    found: list[Any] = [fields(parts), every, own.unsaid(reading, parts, blocks)]
    found += [having(table.details, inner, frozenset({"title", "id"})), own.constants(reading, [blocks] * 3)]
    found.append(groups._has_buttons(reading, [blocks, blocks[1:], blocks[2:]]))
    for same in (set[str](), {"Ann", "two 0", "Reply", "Ann said"}):
        found.append(people.find_name(reading, 1, every, blocks, same))
        found += [own.own_words(reading, parts, blocks, same, some) for some in (set[int](), {0})]
    found += [moments.find_moment(reading, 1, whole, blocks), votes.find_score(reading, 1, every, blocks)]
    return [
        *found,
        votes._told(reading, every),
        find_permalink(reading, 1, whole, blocks, 0),
        [[*reading.detail(element).items()] for element in inner],
    ]


def assert_same(made: Callable[[], Any]) -> None:
    found = made()
    with pure():
        assert made() == found


@settings(max_examples=examples(400), deadline=None)
@given(entries())
def test_any_entry(table: BlockTable) -> None:
    assert_same(lambda: told(table))


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name in ATTRIBUTES for value in ATTRIBUTES[name]]
)
@pytest.mark.parametrize("label", ["", "author", "vote-count", "edited date"])
def test_each_attribute(label: str, name: str, value: str) -> None:
    table = BlockTable(
        text=["Ann said", "It was a gate, and is one still."],
        inline=[("Ann said",), ("It was a gate, and is one still.",)],
        element=[1, 1],
        n_chars=[7, 25],
        n_link_chars=[0, 0],
        tag=["html", "div", "a", "time"],
        parent=[-1, 0, 1, 2],
        label=["", "comment", label, ""],
        mask=[0] * 4,
        around=[0] * 4,
        first_block=[0, 0, 0, 0],
        end_block=[2, 2, 1, 1],
        details={2: [(name, value)]},
    )
    assert_same(lambda: told(table))
    assert_same(lambda: told(replace(table, details={2: [(name, value)], 3: [("#text", "Ann 3 May 2024")]})))


@pytest.mark.parametrize("text", TEXTS)
def test_each_line(text: str) -> None:
    table = BlockTable(
        text=[text],
        inline=[(text,)],
        element=[1],
        n_chars=[len(text.replace(" ", ""))],
        n_link_chars=[0],
        tag=["html", "div"],
        parent=[-1, 0],
        label=["", "comment"],
        mask=[0, 0],
        around=[0, 0],
        first_block=[0, 0],
        end_block=[1, 1],
    )
    assert_same(lambda: told(table))


def test_each_length_of_a_line_beside_the_words() -> None:
    lines = [" ".join(["gateposts"] * n) for n in range(1, 12)] + [
        "b" * n for n in (19, 20, 21, 39, 40, 41, 100, 101)
    ]
    lines += [f"{'b' * n}.txt (1 KB)" for n in (70, 85, 95)] + ["a", "ab", "1 a", "1 ab", f"{'1' * 39}ab"]
    for line in lines:
        for label in ("", "comment-body"):
            for links in (0, len(line.replace(" ", ""))):
                for text in ("It was a gate, and is one still, of course. " * 5, "x"):
                    for tag in ("pre", "div"):
                        table = beside(line, links, label, text, tag)
                        assert_same(lambda: told(table))  # noqa: B023


def beside(line: str, n_links: int, label: str, text: str, tag: str) -> BlockTable:
    """An entry with a line, of which so many characters are linked, above its words."""
    return BlockTable(
        text=[line, text],
        inline=[(Mark("a", "/x"), line, Mark("/a")), (text,)],
        element=[2, 3],
        n_chars=[len(line.replace(" ", "")), len(text.replace(" ", ""))],
        n_link_chars=[n_links, 0],
        tag=["html", "div", "div", tag],
        parent=[-1, 0, 1, 1],
        label=["", "comment", "lang", label],
        mask=[0] * 4,
        around=[0] * 4,
        first_block=[0, 0, 0, 1],
        end_block=[2, 2, 1, 2],
    )


def talk() -> BlockTable:
    inner = '<div class="comment-body"><span class="author">Ann</span> was here on 3 May 2024, and so was I.</div>'
    return read_page(comments(inner).encode()).table


def test_what_elements_are_is_told_as_of_the_last_entry_that_they_were_in() -> None:
    table = talk()
    reading = Reading(table)
    entries = [element for element, label in enumerate(table.label) if label == "comment"]
    inner = [[*range(element + 1, reading.end[element])] for element in entries]
    before = parts_of(reading, entries[0], inner[0])
    assert before.unsaid(inner[0]) is not None
    with pytest.raises(KeyError):
        before.unsaid(inner[1])
    with pytest.raises(KeyError):
        before.unsaid([table.n_elements])
    parts_of(reading, entries[1], inner[1])
    assert before.unsaid(inner[0]) is not None
    parts_of(reading, entries[0], inner[0])
    with pytest.raises(KeyError):
        before.unsaid(inner[0])
    with pytest.raises(IndexError):
        parts_of(reading, table.n_elements, [])
    with pytest.raises(KeyError):  # one that does not lie in the entry
        parts_of(reading, entries[0], inner[1])


def test_what_was_read_of_a_page_is_given_back() -> None:
    table = talk()
    assert growth(lambda: [find_threads(table) for _ in range(50)]) < 20_000
