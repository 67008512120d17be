"""What is compiled of the renderers writes what the Python writes, byte by byte, whatever is on the page."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from boilerstrip import Page, Style, extract
from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.render import escape
from boilerstrip.render.formulas import DOLLARS
from boilerstrip.render.inline import tidy
from boilerstrip.render.marks import CLOSING
from boilerstrip.render.markup import html
from boilerstrip.render.outline import Paragraph
from boilerstrip.render.spans import markdown_inline
from boilerstrip.render.url import resolver
from tests.effort import examples
from tests.hostile.catalogue import CASES
from tests.pure import PAGES, growth, pure, with_compiled
from tests.test_hostile_properties import sources
from tests.test_render import page_of

FAST: Any = compiled("render._pieces")
pytestmark = pytest.mark.skipif(FAST is None, reason="the compiled part of the renderers is not built")

ROOT = Path(__file__).parents[1]
CASE_FILES = sorted((ROOT / "tests/cases").glob("*.md"))
URL = "https://example.org/dir/page"
STYLES = (
    Style(),
    Style(links="drop", images="drop"),
    Style(images="alt"),
    Style(links="reference", tables="text"),
)


def forms(page: Page, styles: Sequence[Style] = STYLES) -> list[str]:
    """All that is written of a page, each form anew."""
    written = []
    for style in styles:
        for form in ("md", "txt", "html"):
            page.__dict__.pop("notes", None)
            written.append(page.render(form, style))
    for name in ("notes", "markdown", "text", "html", "_resources", "_talk"):
        page.__dict__.pop(name, None)
    return [*written, page.to_json()]


def assert_same(page: Page, styles: Sequence[Style] = STYLES) -> None:
    written = forms(page, styles)
    with pure():
        expected = forms(page, styles)
    assert written == expected


def test_parts_that_are_built_are_in_use() -> None:
    names = {module.__name__ for module in with_compiled()}
    assert {"boilerstrip.render.inline", "boilerstrip.render.spans"} <= names
    with pure():
        assert not with_compiled()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    source = path.read_bytes()
    assert_same(extract(source, url=URL))
    assert_same(page_of(source.decode("utf-8", "replace"), url=URL))


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.stem)
def test_cases(path: Path) -> None:
    parts = path.read_text("utf-8").split("\n.\n")
    assert len(parts) > 4
    for part in parts:
        assert_same(page_of(part, url=URL))


@pytest.mark.parametrize("name", sorted(CASES)[::10])  # test_compiled.py holds more of them
def test_hostile_pages(name: str) -> None:
    made = CASES[name].make()
    assert_same(extract(made, url=URL), STYLES[:1])


@settings(max_examples=examples(100), suppress_health_check=[HealthCheck.too_slow])
@given(sources)
def test_any_source(source: str) -> None:
    assert_same(page_of(source, url=URL))


# Pieces that no page may have, but a record that somebody changed

SIGNS = "ab1 \t\n\r *_`~[]()<>&;#!|\\-+=.:{}$^\"'/@é“ß。€\xa0\xad\x0b\x1f\x7f\x85\u2028\u202a\u202c\u2066\ud800\ufffe😀"
TEXTS = st.one_of(
    st.text(SIGNS, max_size=12),
    st.text(max_size=8),
    st.sampled_from(
        ["a  b", " ", "", "&am", "p;", "[^1]", "x_y", "**", "5 * 3", "2", "<b", "!", "https://e.org/"]
    ),
)
ADDRESSES = st.one_of(
    st.sampled_from(
        [
            "/a",
            "https://e.org/",
            "#top",
            "",
            "javascript:x",
            "a b(",
            "mailto:a@e.org",
            "https://e.org/?a&amp;b",
        ]
    ),
    st.text(SIGNS, max_size=6),
)
LONE = st.one_of(
    st.just(Mark("br")),
    st.builds(Mark, st.sampled_from(["img", "embed"]), ADDRESSES, TEXTS),
    st.builds(Mark, st.just("emoji"), st.just(""), TEXTS),
    st.builds(Mark, st.just("footnote"), st.sampled_from(["1", "a-b"])),
)
SPANS = st.one_of(
    st.builds(Mark, st.just("a"), ADDRESSES),
    st.builds(Mark, st.just("i"), st.sampled_from(["", "line"])),
    st.builds(Mark, st.just("math"), st.sampled_from(["", "display"])),
    st.builds(Mark, st.sampled_from("b code del sup sub q rt ref note back unknown".split())),
)


def _around(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    spans = st.builds(lambda mark, inside: (mark, *inside, Mark(f"/{mark.kind}")), SPANS, inner)
    return st.lists(st.one_of(spans, inner), max_size=4).map(lambda parts: sum(parts, ()))


INLINES: st.SearchStrategy[Inline] = st.recursive(
    st.lists(st.one_of(TEXTS, LONE), max_size=4).map(tuple), _around, max_leaves=8
)


def outcome(run: Callable[[], Any]) -> Any:
    """What comes of it, or the error that does, with the types of all pieces."""
    try:
        found = run()
    except Exception as error:  # noqa: BLE001 - whatever it is, the two must agree on it
        return type(error)
    return [(type(piece), piece) for piece in found] if isinstance(found, tuple) else found


def assert_same_outcome(run: Callable[[], Any]) -> Any:
    got = outcome(run)
    with pure():
        expected = outcome(run)
    assert got == expected
    return got


@settings(max_examples=examples(500), suppress_health_check=[HealthCheck.too_slow])
@given(INLINES, st.booleans(), st.sampled_from(["keep", "alt", "drop"]), st.sampled_from([None, URL]))
@example((Mark("code"), Mark("a", "/a"), "x", Mark("/a"), Mark("/code")), True, "keep", None)
@example((Mark("b"), "a", Mark("/b"), " ", Mark("b"), "b", Mark("/b")), True, "keep", None)
@example((Mark("q"), Mark("q"), "a ", Mark("/q"), Mark("/q")), True, "keep", None)
@example(("a\n", Mark("br"), "\t b\xa0 c ", "\x0b", "d"), True, "keep", None)
def test_any_content(inline: Inline, links: bool, images: str, base: str | None) -> None:
    resolve = resolver(base)
    assert_same_outcome(lambda: tidy(inline, resolve, links=links, images=images))
    with pure():
        content = tidy(inline, resolve, links=links, images=images)
    if content:
        assert_same_outcome(lambda: markdown_inline(content, "\\\n"))
        assert_same_outcome(lambda: markdown_inline((DOLLARS, *content), " "))


@settings(max_examples=examples(200))
@given(st.lists(st.one_of(TEXTS, LONE, SPANS, SPANS.map(lambda mark: Mark(f"/{mark.kind}"))), max_size=8))
def test_marks_that_do_not_balance_come_to_the_same_or_fail_the_same(pieces: list[str | Mark]) -> None:
    inline = tuple(pieces)
    resolve = resolver(URL)
    assert_same_outcome(lambda: tidy(inline, resolve, links=True, images="keep"))


@pytest.mark.parametrize("wide", ["", "é", "水", "😀"])
def test_a_sign_anywhere_in_a_text(wide: str) -> None:
    """Compiled, sixteen characters are looked at together, the last ones with some of those before them."""
    texts = [
        f"{('ab ' * n)[:at]}{sign}{('c d' * n)[: n - at]}{wide}"
        for n in (14, 15, 16, 31, 33)
        for at in range(n + 1)
        for sign in ("", "  ", "\t", "\x7f", "\x1f", "\xa0", "\u200b", "*a*", "&amp;", "<b", "\\!", "]", '"')
    ]

    def written() -> list[object]:
        links = [(Mark("a", "/a"), text, Mark("/a")) for text in texts]
        content = [tidy(inline, resolver(URL), links=True, images="keep") for inline in links]
        inlines = [*content, *((text,) for text in texts)]
        nodes = [*map(Paragraph, inlines), *(Paragraph((Mark("img", "/i", text),)) for text in texts)]
        return [content, *[markdown_inline(inline, " ") for inline in inlines], html(nodes)]

    found = written()
    with pure():
        assert written() == found


def test_emphasis_beside_any_character() -> None:
    """Compiled, emphasis that a reader surely takes for such is not looked at a second time."""
    beside = ("", *" a.“€")
    around = [Mark("i"), "k", Mark("/i")]
    inlines: list[Inline] = []
    for before, first, last, behind in product(beside, repeat=4):
        bold = [before, Mark("b"), first, "x", last, Mark("/b"), behind]
        for pieces in (bold, [*around[:2], *bold, "k", around[2]], [*around, *bold, *around]):
            inlines.append(tuple(piece for piece in pieces if piece))
    found = [markdown_inline(inline, " ") for inline in inlines]
    with pure():
        assert [markdown_inline(inline, " ") for inline in inlines] == found


BESIDE = ("", *" ab1_-.*~^[]()<>&;#!/?@`\\é\xa0。😀")


@pytest.mark.parametrize("sign", escape.SIGNS)
def test_signs_beside_any_character(sign: str) -> None:
    """Compiled, what can be no markup is not looked at a second time."""
    texts = [before + sign + behind for before in BESIDE for behind in BESIDE]
    texts += [
        f"a {sign}{more} b"
        for more in (
            "amp;",
            "amp",
            "a1;",
            "#38;",
            "#x26;",
            "#x;",
            ";",
            "é;",
            "^1]",
            "b:c",
            "b@c",
            "!--",
            "b c@d",
        )
    ]
    inlines: list[Inline] = [(text,) for text in texts]
    inlines += [(Mark("a", "/a"), text, Mark("/a")) for text in texts]
    found = [markdown_inline(inline, " ") for inline in inlines]
    with pure():
        assert found == [markdown_inline(inline, " ") for inline in inlines]


@pytest.mark.parametrize("between", ["", " ", "  ", "\n", "-"])
@pytest.mark.parametrize("kind", CLOSING)
def test_neighbours_of_a_kind(kind: str, between: str) -> None:
    """With words alone in them, and with another span around the words."""
    mark, end = Mark(kind, "/a"), Mark(f"/{kind}")
    for inside in (("x",), (Mark("b"), "x", Mark("/b")), (Mark("sup"), "x", Mark("/sup"))):
        pieces: Inline = (mark, *inside, end)
        for inline in (
            (*pieces, between, *pieces),
            ("y ", *pieces, *((between,) if between else ()), *pieces),
        ):
            assert_same_outcome(lambda: tidy(inline, resolver(None), links=True, images="keep"))  # noqa: B023


@settings(max_examples=examples(300))
@given(
    st.lists(st.tuples(st.sampled_from(["", "b", "i", "del", "a", "code"]), TEXTS), min_size=1, max_size=6)
)
def test_any_seam(parts: list[tuple[str, str]]) -> None:
    """Texts beside each other with marks between, which no tidying has made harmless."""
    inline = tuple(
        piece
        for kind, text in parts
        if text.strip()
        for piece in ((Mark(kind, "/a?b&c"), text, Mark(f"/{kind}")) if kind else (text,))
    )
    if inline:
        assert_same_outcome(lambda: markdown_inline(inline, "\\\n"))


class Words(str):
    """A string of another class, as somebody may put into a record."""

    __slots__ = ()


def test_strings_of_another_class_become_plain_ones() -> None:
    for words in (Words("a"), Words(" a\n b "), Words("")):
        inline = (words, Mark("b"), words, Mark("/b"))
        assert_same_outcome(lambda: tidy(inline, resolver(None), links=True, images="keep"))  # noqa: B023
        assert_same_outcome(lambda: markdown_inline((words,), " "))  # noqa: B023


@pytest.mark.parametrize("broken", [(1,), (("a",),), (None,), (["a", "", ""],)])
def test_what_is_no_piece_raises_and_does_not_crash(broken: Any) -> None:
    with pytest.raises((TypeError, AttributeError, IndexError, KeyError)):
        tidy(broken, resolver(None), links=True, images="keep")
    with pytest.raises((TypeError, AttributeError, IndexError, KeyError)):
        markdown_inline(("a", *broken), " ")


def test_errors_of_what_it_calls_come_through() -> None:
    def resolve(_: str) -> str:
        raise ValueError("no such address")

    with pytest.raises(ValueError, match="no such address"):
        tidy((Mark("a", "/a"), "x", Mark("/a")), resolve, links=True, images="keep")


def test_threads_write_the_same_at_once() -> None:
    pages = [extract(path.read_bytes(), url=URL) for path in PAGES[:6]]
    expected = [page.render("md") for page in pages]
    found: list[list[str]] = []

    def write() -> None:
        again = [extract(path.read_bytes(), url=URL) for path in PAGES[:6]]
        found.append([page.render("md") for page in again])

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_nothing_is_left_behind() -> None:
    inline = (
        *(
            "some words\n",
            Mark("a", "/a"),
            "linked & *more*",
            Mark("/a"),
            Mark("b"),
            "[x",
            Mark("/b"),
            "](y) ",
        ),
        *(
            Mark("img", "/i.png", "a  picture"),
            Mark("q"),
            "said",
            Mark("/q"),
            Mark("code"),
            "x",
            Mark("/code"),
        ),
    )

    def many() -> None:
        resolve = resolver(URL)
        for _ in range(2_000):
            markdown_inline(tidy(inline, resolve, links=True, images="keep"), " ")
            with pytest.raises(TypeError):
                tidy((*inline, 1), resolve, links=True, images="keep")  # type: ignore[arg-type]

    assert growth(many) < 30_000  # an object left each time is twice as much
