"""What a page says about itself is found the same, compiled or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html, objectify

from boilerstrip.decode import decode
from boilerstrip.metadata import Facts, around, collect, found, strings
from boilerstrip.parse import parse
from boilerstrip.segment import segment, walk
from tests.effort import examples
from tests.pure import PAGES, pure

if found.COMPILED is None or around.COMPILED is None or walk.COMPILED is None:
    pytest.skip("metadata._found is not built", allow_module_level=True)

WORDS = (
    *(
        "2024",
        "2",
        "024",
        "By Ann Lee",
        "by",
        "\u00a0by Bo",
        "\u3000Written by X",
        "\u2003von Y",
        "Author:",
        "story by",
    ),
    *(
        "\x1cby Z",
        "words",
        "Posted 2023",
        "para",
        "Älter",
        "",
        " ",
        "text",
        "Bo & Co",
        "3 May 2021",
        "Кто",
        "&#x80;",
        "x20x",
    ),
)
NAMES = (
    "author",
    "byline",
    "AUTHOR-name",
    "By-Line",
    "user",
    "user-name",
    "x-creator",
    "people",
    "contributors",
    "wRiter",
)
VALUES = (
    *NAMES,
    *WORDS,
    "tag",
    "nofollow",
    "TAG x",
    "license",
    "canonical",
    "image_src",
    "/author/ann",
    "icon",
    "a" * 1_100,
)
KINDS = (
    *(
        "name",
        "property",
        "itemprop",
        "content",
        "http-equiv",
        "rel",
        "href",
        "class",
        "id",
        "datetime",
        "pubdate",
    ),
    *("type", "title", "lang", "n:rel", "xml:lang"),
)
TAGS = (
    *(
        "meta",
        "link",
        "script",
        "time",
        "h1",
        "h2",
        "base",
        "body",
        "a",
        "p",
        "div",
        "span",
        "img",
        "br",
        "svg",
    ),
    *("title", "head", "html", "b", "n:a", "template", "!--x--", "button", "footer", "x-y"),
)
ATTRIBUTES = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(VALUES)), max_size=3).map(
    lambda pairs: "".join(f' {name}="{value}"' for name, value in pairs)
)
SCRIPTS = st.sampled_from(
    (
        '<script type="application/LD+json">{"author": {"name": "Ann Lee"}, "datePublished": "2024-01-05"}</script>',
        '<script type="text/javascript">"author"</script>',
        '<script type=application/ld+json>{"@type": "Article"}</script>',
        '<meta property="article:published_time" content="2024-01-05"><meta name="author" content="Ann Lee">',
        '<div itemscope><b itemprop="author">Ann <i itemprop="name">Lee</i></b></div><meta itemprop="x" content="y">',
        "</div></div></p>",
    )
)
STARTS = st.builds(
    lambda tag, attributes, word: f"<{tag}{attributes}>{word}",
    st.sampled_from(TAGS),
    ATTRIBUTES,
    st.sampled_from(WORDS),
)
ENDS = st.builds(lambda tag, word: f"</{tag}>{word}", st.sampled_from(TAGS), st.sampled_from(WORDS))
SOURCES = st.lists(st.one_of(STARTS, STARTS, STARTS, ENDS, SCRIPTS), min_size=1, max_size=60).map("".join)


def assert_same(root: etree._Element) -> Facts:
    facts = collect(root)
    seen: list[object] = []
    segment([root], seen)
    assert len(seen) == walk.COMPILED.reads((root,))  # type: ignore[union-attr]
    assert collect(root, *seen) == facts  # the walk passes over no element that says something
    every = facts.every(*facts.metas, "none")
    marked = around.marked_authors(root)
    headlines = [*root.iter("h1", "h2", "p")][:5]
    shown = [around.shown(element, None, names, True) for element in headlines for names in (True, False)]
    with pure():
        assert collect(root) == facts
        assert facts.every(*facts.metas, "none") == every
        assert around.marked_authors(root) == marked
        assert [
            around.shown(element, None, names, True) for element in headlines for names in (True, False)
        ] == shown
    return facts


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    for root in parse(decode(path.read_bytes()).text).roots[:1]:
        assert_same(root)


@given(SOURCES)
@settings(max_examples=examples(500), suppress_health_check=[HealthCheck.too_slow])
def test_any_page(source: str) -> None:
    for root in parse(source).roots[:1]:
        assert_same(root)


def test_what_was_seen_of_another_tree_is_not_believed() -> None:
    one, other = etree.HTML("<title>One</title>"), etree.HTML("<title>Other</title>")
    seen: list[object] = []
    segment([one, other], seen)
    assert [collect(root, *seen).title for root in (one, other)] == ["One", "Other"]
    assert collect(other, "anything").title == "Other"


@given(SOURCES)
@settings(max_examples=examples(200), suppress_health_check=[HealthCheck.too_slow])
def test_any_part_of_a_page(source: str) -> None:
    """A caller's tree has comments in it, and the element that is given may be anywhere in it."""
    root = html.document_fromstring(f"<html>{source}")
    for element in [*root.iter(etree.Element)][:8]:
        assert_same(element)


@pytest.mark.parametrize("word", around._BY)
@pytest.mark.parametrize(
    "before", ["", "\n ", "\x1f", "\x85", "\u00a0", "\u1680", "\u2028", "\u205f", "\u3000"]
)
def test_each_word_of_a_byline(before: str, word: str) -> None:
    (root,) = parse(f"<h1>Title</h1><p>{before}{word.title()}: Ann Lee</p>").roots
    assert assert_same(root).bylines


@pytest.mark.parametrize(
    "name", ["author", "byline", "by-line", "writer", "user-name", "creator", "contributors", "/people/ann"]
)
def test_each_mark_of_a_byline(name: str) -> None:
    assert assert_same(etree.HTML(f"<h1>Title</h1><p data-x=1 class='x {name.upper()}'>Ann Lee</p>")).bylines


@pytest.mark.parametrize("hint", found.HINTS)
def test_each_hint_of_an_author_is_seen(hint: str) -> None:
    root = etree.HTML(f"<h1>Title</h1><p class='x'>A</p><p id='x{hint.upper()}y'>B</p><p>C</p>")
    assert [element.text for element in around.COMPILED.telling(root.find(".//h1"))] == ["B"]  # type: ignore[union-attr]


@pytest.mark.parametrize("rel", sorted(found.RELS))
def test_each_rel_is_seen(rel: str) -> None:
    source = (
        f"<meta name=author content='Ann Lee'><link rel='x {rel.upper()}' href=/l><a rel={rel} href=/a>t</a>"
    )
    assert [link.href for link in assert_same(etree.HTML(source)).links] == ["/l", "/a"]


@pytest.mark.parametrize(
    "attributes",
    [
        *("name=Description", "name='a B\tc' property='D  e'", "name='' property=x", "name='' http-equiv=X"),
        *(
            "http-equiv=Refresh",
            "itemprop=Name http-equiv=y",
            "name=' ' http-equiv=z",
            "name=\u00c4b",
            "name=\u0130",
        ),
        *("name='a\u00a0b'", "name='a&#x85;b'", "name='a&#x1f;b'", "", "property=&amp;x", "name='DC.Title '"),
        *(f"name='{'n' * n} b c'" for n in (94, 95, 96, 97, 98, 99, 100, 101, 300)),
        *(f"name='{'n' * n}\u00e9 b'" for n in (97, 98, 99)),
    ],
)
def test_names_of_metas(attributes: str) -> None:
    for content in ("Text", "", " ", "\u00e9" * 8_001, "x" * 7_999):
        assert_same(etree.HTML(f"<meta {attributes} content='{content}'><meta {attributes} content=2>"))


def test_so_many_metas_are_read() -> None:
    metas = "".join(f"<meta name=n{n} content=c>" for n in range(1_002))
    assert len(assert_same(etree.HTML(metas)).metas) == 1_000
    assert assert_same(
        etree.HTML(f"{metas}<meta itemprop=x content=y><b itemprop=author>Ann Lee</b>")
    ).bylines


def test_second_headlines() -> None:
    for before in ("", "<h1>Other</h1>", "<h1></h1>"):
        for n in (8, 9, 10):
            others = "".join(f"<h2>Part {place}</h2>" for place in range(n))
            source = f"<title>A title of it</title>{others}{before}<h2>A title</h2><p>By Ann Lee</p>"
            assert_same(etree.HTML(source))


VALUE = st.text(
    st.one_of(
        st.sampled_from(" \t\n\x1c\x7f\x80\xa0\xad\u2028\u3000\ufeff&<>a;"),
        st.characters(codec=None, categories=("Cs", "Cc", "Lu", "Zs")),
    ),
    max_size=12,
)


@given(VALUE)
@settings(max_examples=examples(400))
def test_what_is_clean(value: str) -> None:
    for text in (value, f"a{value}", value * 400):
        said = strings.clean(text)
        with pure():
            assert strings.clean(text) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *(
            ("a &amp; b", "a & b"),
            ("<b>a</b>", "a"),
            (" a", "a"),
            ("a ", "a"),
            ("a  b", "a b"),
            ("a\nb", "a b"),
        ),
        *(("a\x7fb", "ab"), ("a\u00adb", "ab"), ("a\u3000b", "a b"), ("a\u200db", "a\u200db"), ("", "")),
    ],
)
def test_what_is_cleaned(value: str, said: str) -> None:
    assert strings.clean(value) == said
    with pure():
        assert strings.clean(value) == said


@pytest.mark.parametrize("n", [1_999, 2_000, 2_001])
def test_what_is_too_long_is_cut(n: int) -> None:
    assert len(strings.clean("x" * n)) == min(n, 2_000)


@pytest.mark.parametrize("n", [1, 58, 59, 60, 61])
def test_so_many_elements_around_a_headline_are_looked_at(n: int) -> None:
    others = "<p>x</p>" * n
    after = etree.HTML(f"<h1>Title</h1>{others}<p>By Ann Lee</p>")
    assert bool(assert_same(after).bylines) == (n < 60)
    before = etree.HTML(f"<p>By Ann Lee</p><p>{'<i>x</i>' * (n // 3)}</p><h1>Title</h1>")
    assert bool(assert_same(before).bylines) == (n // 3 < 19)


def test_elements_in_namespaces_and_trees_of_other_kinds() -> None:
    source = (
        "<!DOCTYPE html><html xmlns:n='u:n'><head><title>T</title><n:meta name='author' content='X'/>"
        "<meta name='author' n:content='N' content='Y'/></head><body n:class='z'><h1>T</h1><n:a rel='tag'>t</n:a>"
        "<a n:rel='author' href='/x'>By Z</a><time n:datetime='2024'>2023</time></body></html>"
    )
    facts = assert_same(etree.fromstring(source.replace("<!DOCTYPE html>", "")))
    assert facts.metas["author"] == ("Y",)
    assert assert_same(etree.fromstring(source)).metas["author"] == ("Y",)
    assert assert_same(objectify.fromstring(source)).metas["author"] == ("Y",)
    xhtml = etree.fromstring(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head></html>"
    )
    assert assert_same(xhtml).title == ""


def test_text_in_pieces() -> None:
    parser = etree.XMLParser(strip_cdata=False, resolve_entities=False)
    pieces = (
        "<div><h1>T</h1><p>x2<![CDATA[0]]>24</p><p> <![CDATA[by Ann Lee]]></p><p>y</p>2<![CDATA[022]]></div>"
    )
    facts = assert_same(etree.fromstring(pieces, parser))
    assert facts.datelines == ("x2024", "2022")
    assert facts.bylines == ("by Ann Lee",)


def test_as_many_as_are_kept() -> None:
    times = "".join(f"<time datetime=2024-01-{n % 30 + 1:02}>t</time>" for n in range(60))
    headlines = "".join(f"<h1>Title {n}</h1>" for n in range(12))
    facts = assert_same(etree.HTML(f"<title>T</title>{times}{headlines}"))
    assert (len(facts.times), len(facts.headlines)) == (50, 10)
    names = "".join(f"<b itemprop=author>Name {n}</b>" for n in range(60))
    assert len(assert_same(etree.HTML(f"<meta itemprop=x content=y>{names}")).bylines) == 50


@pytest.mark.parametrize("n", [998, 999, 1_000])
def test_so_many_elements_beside_a_headline_are_gone_past(n: int) -> None:
    facts = assert_same(etree.HTML(f"<h1>Title</h1>{'<u></u>' * n}<p>By Ann Lee</p>"))
    assert bool(facts.bylines) == (n < 1_000)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_so_many_elements_around_a_headline_are_gone_up(n: int) -> None:
    source = f"<div><p>By Ann Lee</p>{'<div>' * n}<h1>Title</h1>"
    assert bool(assert_same(etree.HTML(source)).bylines) == (n < 4)
