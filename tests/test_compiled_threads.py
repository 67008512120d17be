"""What is read of a thread is the same, compiled or not: dates, names, elements, entries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boilerstrip.block import TALK_BIT, BlockTable
from boilerstrip.pipeline import read_page
from boilerstrip.threads import dates, find_threads, labels, terms
from boilerstrip.threads.keys import by_key
from boilerstrip.threads.marked import marked
from boilerstrip.threads.nesting import holders, own_sums
from boilerstrip.threads.parts import parts_of
from boilerstrip.threads.reading import Reading
from boilerstrip.threads.terms import AUTHOR_PARTS, DATE_EDGES, DATE_HINTS, MONTHS
from boilerstrip.vocabulary import CATEGORY_BIT
from tests.effort import examples
from tests.pure import PAGES, pure

if dates.COMPILED is None:
    pytest.skip("threads._text is not built, or kept out", allow_module_level=True)

PIECES = (
    *"1 2 12 2024 '24 123 20245 ١٢ ² 3rd 1st 2nd 4th 5er 6º 7. de del of der 月 日 년 월 T10 h 10h30 9:05".split(),
    *"Jan feb. MAY sept october Mai janvier _ x-ſep K İ Σ a.m. pm : - / . , ' # ( ) | • d mo hrs ago".split(),
    *DATE_HINTS,
    *DATE_EDGES,
    *(" ", "  ", "\n", "\t", "\xa0", "\u3000", "\x1c", "\U0001f600", "\ud800", "abcdefghijklm"),
)
lines = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.text(st.characters(codec=None, exclude_characters="\0"), max_size=30),  # no page holds it
    st.from_regex(
        r"\A[0-9]{1,5}(st|er|\.|º)?[ -]{0,3}(de |of )?[a-zé]{0,13}\.?,?[ -]{0,3}(de |del )?[0-9]{3,5}\Z"
    ),
)


def assert_same(made: Callable[[], Any]) -> None:
    found = made()
    with pure():
        assert made() == found


def unremembered(ask: Any) -> Callable[[str], Any]:
    """A function of labels that asks anew each time."""
    asked: Callable[[str], Any] = ask.__self__.ask
    return asked


# Lines and labels


@settings(max_examples=examples(600))
@given(st.lists(lines, max_size=5))
@example([""])
@example(["3d", "#2 mo ·", "12", "3d4", " d ", "5 d."])
@example(["1.2.3", "1.22.3", "1/222/3", "12345/6/7", "123-4-5", "1-2-x", "1.2."])
@example(
    ["7.1.0", "10.0.12", "4.7/5", "1.2.30.4", "1.2.3004.", "1.2.345", "123.4.56", "2024.1.2.3", "1-2-30"]
)
@example(["5 月", "1234月", "12345月", "5  月", "5월"])
@example(["5th may", "5th, 2024", "5,  2024", "5,   2024", "123 2024", "5 202"])
@example(
    [
        "5 de mayo de 2024",
        "5 de 2024",
        "5 of of 2024",
        "5-m-2024",
        "5 abcdefghijklm 2024",
        "5 mm., - del 2024",
    ]
)
@example(["may 5", "maybe 5", "mayorships 5", "dismay. 5", "may  5", "5 may", "xxxxxxmay 5", "xxxxxxxmay 5"])
@example(
    ["Chicago 5", "Chicago", "ago", "x NOW", "now y", "  now  ", "a now b", "aujourd'hui", "حين 前", "3前"]
)
def test_lines_with_dates(some: list[str]) -> None:
    n_chars = [len(text) for text in some]
    assert_same(lambda: dates.dated_lines(some, n_chars, 25))
    assert_same(lambda: [dates.has_date(text) for text in some])
    assert_same(lambda: [dates.is_date(text) for text in some])
    assert_same(lambda: [dates._may_hold(text) for text in some])
    assert likely(some) == sorted(dates._likely(some, range(len(some)))[1])


def likely(some: list[str]) -> list[int]:
    """Which of some texts have what dates have, as the compiled part tells."""
    found: list[int] = dates.COMPILED.likely_dates(some, [1] * len(some), 1, 12, dates._EDGES)[1]  # type: ignore[union-attr]
    return found


@pytest.mark.parametrize("word", sorted({*MONTHS, *DATE_HINTS, *DATE_EDGES}))
def test_each_word_of_dates(word: str) -> None:
    some = [word, f"x{word}", f"{word.upper()} 5", f"7 {word} x", f"a {word}", f"{word} b", f"{word[:-1]} 1"]
    some += [
        f"a {word.upper()}",
        f"{word.title()} b",
        f"{word[0]}{'e' * (len(word) - 2)}{word[-1]}",
        f"{word}\u0130",
    ]
    assert_same(lambda: [dates._may_hold(text) for text in some])
    assert likely(some) == sorted(dates._likely(some, range(len(some)))[1])


@pytest.mark.parametrize("word", AUTHOR_PARTS)
def test_each_word_of_authors(word: str) -> None:
    some = [word, f"x-{word.title()}", f"a{word}b", f"{word[:-1]} b", f"{word}-avatar", "", "\u0130" + word]
    assert_same(lambda: labels.naming(some))


ASKED = (
    *(labels.words_of, labels.tokens_of, labels.part_of, labels.body_name),
    *(labels.author_weight, labels.vote_weight),
)
NAMES = (
    *(
        "comment",
        "Comment-Body",
        "userName",
        "text",
        "msg",
        "item",
        "quote",
        "btn",
        "signature",
        "ABc",
        "aBC1d",
    ),
    *(
        "post-12",
        "p1a22",
        "authorBox",
        "avatar",
        "subtext",
        "datetime",
        "reactions",
        "by",
        "@container",
        "md:flex",
    ),
    *("é", "\u0130x", "a_b", "1", "-", "\x1f", "\t", "voteCount", "header", "nickname", "x" * 390, "aside"),
)
called = st.one_of(
    st.lists(st.sampled_from(NAMES), max_size=15).map(" ".join),
    st.lists(st.sampled_from(NAMES), max_size=6).map("".join),
    st.lists(st.sampled_from(NAMES), max_size=6).map("-".join),
    st.text(max_size=12),
)


@settings(max_examples=examples(600))
@given(called)
def test_labels(label: str) -> None:
    assert_same(lambda: [unremembered(ask)(label) for ask in ASKED])


@pytest.mark.parametrize("n", [10, 11, 12, 13])
def test_so_many_names_of_a_label_are_looked_at(n: int) -> None:
    label = "x " * n + "author"
    assert_same(lambda: [unremembered(ask)(label) for ask in ASKED if ask is not labels.words_of])
    assert bool(unremembered(labels.author_weight)(label)) == (n < 12)


@pytest.mark.parametrize("n", [393, 394, 395, 399, 400, 401])
def test_so_many_characters_of_a_label_are_looked_at(n: int) -> None:
    for label in ("x" * (n - 1) + "-author", "x" * (n - 1) + "1-2", "x" * n):
        assert_same(lambda: [unremembered(ask)(label) for ask in ASKED])  # noqa: B023


@pytest.mark.parametrize("name", sorted(name for name in vars(terms) if name.isupper()))
def test_each_word_of_labels(name: str) -> None:
    forms = ("%s", "x-%s", "%sItem", "%s-x", "my%s", "%ss", "%s body")
    some = [form % word for word in words_in(getattr(terms, name)) for form in forms]
    assert_same(lambda: [unremembered(ask)(label) for ask in ASKED for label in some])


def words_in(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [*value]


# Pages


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_table(read_page(path.read_bytes()).table)


def assert_table(table: BlockTable) -> None:
    assert_same(lambda: find_threads(table))
    assert_same(lambda: read(table))


def read(table: BlockTable) -> list[Any]:
    """What compiled parts tell of a page, with the order in which keys were seen."""
    reading = Reading(table)
    found: list[Any] = [reading.is_dated, reading.is_named, reading.prose, reading.end]
    found.append([*by_key(reading).items()])
    for element in range(0, table.n_elements, max(1, table.n_elements // 20)):
        own = [*range(element + 1, reading.end[element])][:60]
        parts = parts_of(reading, element, own)
        found += [fields(parts), marked(reading, parts.unsaid(own)), marked(reading, (element,))]
    some = [*range(0, table.n_elements, 3)]
    inside = holders(some, reading.end)
    found += [inside, own_sums(some, inside, reading.prose, table.first_block, table.end_block)]
    return found


def fields(parts: Any) -> tuple[Any, ...]:
    """What the elements of an entry are, compiled or not."""
    return tuple(parts.plain()) if hasattr(parts, "plain") else tuple(parts)


LABELS = (
    *("", "comment", "comment-1", "comment-2", "comment-body", "author", "user-name", "meta", "post-date"),
    *("quote", "text-lg", "chakra-text", "footer", "by", "@container", "signature", "time votes", "reply x9"),
    *(
        "edited date",
        "upvote count",
        "score down",
        "permalink",
        "\xe9crit author",
        "\xe9 text",
        "\xe9 edited date",
    ),
)
DETAILS = (
    *(("class", "author"), ("class", "date"), ("class", "x"), ("datetime", "2024-05-01"), ("datetime", "")),
    *(("itemprop", "author"), ("itemprop", "datePublished"), ("itemprop", "text"), ("itemprop", "comment")),
    *(("itemtype", "https://schema.org/Comment"), ("itemtype", "x/"), ("rel", "author"), ("role", "button")),
    *(("href", "/user/ann"), ("href", "#c1"), ("data-author", "Ann"), ("data-author", ""), ("id", "c1")),
    *(
        ("title", "3 May 2024"),
        ("title", "Reply"),
        ("#text", "Ann  said"),
        ("#text", "3 May 2024"),
        ("rel", "x"),
    ),
    *(("@datePublished", "2024-05-01"), ("@name", "Ann"), ("data-time", "1700000000"), ("class", "author")),
    *(
        ("class", "permalink"),
        ("class", "\xe9 bookmark"),
        ("rel", "reply"),
        ("data-role", "upvote"),
        ("href", "/c?x#c1"),
    ),
    *(("href", "/\xe9/user/ann"), ("title", "Version 1.2.3"), ("title", "1.2.34")),
    *(("aria-label", "3 votes"), ("name", "c1"), ("data-id", "1"), ("data-times", "1700000000")),
    *(
        ("id", "comment-1x"),
        ("id", "c\u0663"),
        ("name", "c-"),
        ("name", "c\xb2"),
        ("title", "1h20 on 1.2.34"),
    ),
)
TEXTS = (
    *("Ann said", "3 May 2024", "Reply", "A gate is a gate, is a gate, is a gate.", "#1", "", "2 hours ago"),
    *(
        "Ann said on 3 May 2024",
        "yesterday",
        "12",
        "It is red",
        "longwordwithoutblanks",
        "two words",
        "\u6c34",
    ),
)
TAGS = ("div", "li", "p", "time", "blockquote", "h2", "button", "my-comment", "pre", "a", "header")
MASKS = (0, 0, CATEGORY_BIT["comment"], CATEGORY_BIT["hidden"], CATEGORY_BIT["navigation"])


@st.composite
def tables(draw: st.DrawFn) -> BlockTable:
    """Elements of any shape, in document order, with blocks in some; inline ones cover the block they stand in."""
    n = draw(st.integers(2, 24))
    tags = [draw(st.sampled_from(TAGS)) for _ in range(n)]
    parents, path = [-1], [0]
    for element in range(1, n):
        del path[draw(st.integers(1, len(path))) :]
        parents.append(path[-1])
        path.append(element)
    holding = [draw(st.integers(0, 2)) for _ in range(n)]
    first, end, element_of = [0] * n, [0] * n, list[int]()
    for element in range(n):
        first[element] = len(element_of)
        element_of += [element] * holding[element]
        end[element] = len(element_of)
    for element in range(n - 1, 0, -1):
        end[parents[element]] = max(end[parents[element]], end[element])
    for element in range(1, n):
        outer = parents[element]
        if (
            first[element] == end[element] and first[outer] < end[outer] and "-" not in tags[element]
        ):  # inline
            first[element], end[element] = first[outer], first[outer] + 1
    texts = [draw(st.sampled_from(TEXTS)) for _ in element_of]
    n_chars = [len(text.replace(" ", "")) for text in texts]
    masks = [draw(st.sampled_from(MASKS)) for _ in range(n)]
    told = draw(
        st.dictionaries(st.integers(0, n - 1), st.lists(st.sampled_from(DETAILS), min_size=1, max_size=5))
    )
    return BlockTable(
        text=texts,
        inline=[(text,) for text in texts],
        element=element_of,
        n_chars=n_chars,
        n_link_chars=[draw(st.sampled_from((0, 0, n))) for n in n_chars],
        tag=tags,
        parent=parents,
        label=[draw(st.sampled_from(LABELS)) for _ in range(n)],
        mask=masks,
        around=[mask | TALK_BIT for mask in masks],
        first_block=first,
        end_block=end,
        details=told,
    )


def comments(inner: str) -> str:
    return f'<div class="comments">{"".join(f"<div class=comment>{inner}</div>" for _ in range(3))}</div>'


@pytest.mark.parametrize(
    "inner",
    [
        '<div class="comment-body"><span class="author">Ann</span> was here, and so was I.</div>',
        '<div class="comment-body"><span class="author">Ann</span> on 3 May 2024</div><p>Here I was.</p>',
        '<div class="comment-body"><span class="author">Ann</span></div><p>Here I was, and so was I.</p>',
        '<div class="text">A gate.<p class="text">Red.</p><span role="button">Reply</span> yesterday</div>',
    ],
)
def test_what_stands_among_the_words(inner: str) -> None:
    assert_table(read_page(comments(inner).encode()).table)


def test_an_inline_element_of_its_own_name_that_is_named_or_dated() -> None:
    for text, detail in (
        ("Ann was here, and so was I.", ("rel", "author")),
        ("It is red, I say. " * 9, ("datetime", "2024")),
    ):
        table = BlockTable(
            text=[text],
            inline=[(text,)],
            element=[0],
            n_chars=[len(text)],
            n_link_chars=[0],
            tag=["div", "my-comment"],
            parent=[-1, 0],
            label=["", "comment"],
            mask=[0, CATEGORY_BIT["comment"]],
            around=[TALK_BIT, TALK_BIT],
            first_block=[0, 0],
            end_block=[1, 1],
            details={1: [detail]},
        )
        assert_same(lambda: read(table))  # noqa: B023
        assert ("my-comment", "comment") in by_key(Reading(table))


@settings(max_examples=examples(400), deadline=None)
@given(tables())
def test_any_page(table: BlockTable) -> None:
    assert_table(table)
