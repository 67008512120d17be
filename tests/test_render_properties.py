"""Properties of the renderers over invented pages: what one form says, the others say."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from boilerstrip.block import BlockTable, Decisions, Mark, Reason
from boilerstrip.page import Encoding, Metadata, Page
from boilerstrip.render import render
from boilerstrip.render.resources import find_resources
from boilerstrip.render.scripts import with_signs
from boilerstrip.render.url import safe_url
from tests.effort import examples

BASE = "https://example.org/dir/page"
READERS = {
    f"html={html}": MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])
    for html in (True, False)
}
DIRTY_RE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
INLINE = frozenset(("a", "strong", "em", "code", "del", "sup", "sub", "img"))
SHOWN = ("text", "code_inline")
COUNTED = {
    "heading_open": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "bullet_list_open": ("ul",),
    "ordered_list_open": ("ol",),
    "list_item_open": ("li",),
    "blockquote_open": ("blockquote",),
    "table_open": ("table",),
    "tr_open": ("tr",),
    "fence": ("pre",),
    "hr": ("hr",),
}

# An invented page is a tree: (tag, attributes, children), where a child is a tree or a list of pieces.
Tree = tuple[str, dict[str, str], list[Any]]


class _Builder:
    """Makes a block table from a tree, as `segment` would."""

    def __init__(self) -> None:
        self.table = BlockTable([], [], [], [], [], [], [], [], [], [], [], [])

    def add(self, tree: Tree, parent: int = -1, *, preformatted: bool = False) -> BlockTable:
        tag, attributes, children = tree
        table, element = self.table, len(self.table.tag)
        table.tag.append(tag)
        table.parent.append(parent)
        table.label.append("")
        table.mask.append(0)
        table.around.append(0)
        table.first_block.append(table.n_blocks)
        table.end_block.append(0)
        if attributes:
            table.attributes[element] = attributes
        preformatted = preformatted or tag == "pre"
        for child in children:
            if isinstance(child, tuple):
                self.add(child, element, preformatted=preformatted)
            else:
                self._block(child, element, preformatted=preformatted)
        table.end_block[element] = table.n_blocks
        return table

    def _block(self, pieces: list[str | Mark], element: int, *, preformatted: bool) -> None:
        raw = "".join(piece if isinstance(piece, str) else " " * (piece.kind == "br") for piece in pieces)
        text = " ".join(raw.split())
        if text or any(isinstance(piece, Mark) and piece.kind == "img" for piece in pieces):
            self.table.text.append(raw.strip("\n") if preformatted else text)
            self.table.inline.append(tuple(pieces))
            self.table.element.append(element)
            self.table.n_chars.append(0)
            self.table.n_link_chars.append(0)


def page_of(tree: Tree, *, headline: int = -1, title: str | None = None) -> Page:
    """A page of which every block is kept."""
    table = _Builder().add(tree)
    n = table.n_blocks
    decisions = Decisions(
        [1.0] * n, [True] * n, ["paragraph"] * n, [Reason("score")] * n, min(headline, n - 1)
    )
    encoding = Encoding("utf-8", "given")
    page = Page(title, Metadata(title=title), table, decisions, None, 1.0, (), encoding, BASE, render)
    return replace(page, finder=find_resources)


MARKUP = "ab1 *_`~[]()<>&;#!|\\\n\t-+=.:{}$\"'/"
OTHERS = "é“”。「」€\u200b\u00a0\u202e\u2066\x01\x0b\x85\ud800\uffff😀"
SNIPPETS = (
    *("word", "*", "**", "_x_", "a*b", "`", "``", "~~", "~~~", "&amp;", "&#35", ";", "<b>", "</b>", "<!--"),
    *(
        "](x)",
        "![",
        "[x]: y",
        "[^1]: y",
        "[ ] x",
        "---",
        "===",
        ":-",
        "|",
        "a|b",
        "# h",
        "1. x",
        "- x",
        "> x",
    ),
    *(" ", "\n", ".", "!", "(x)", "http://e.org/a_b_", "C:\\x\\"),
)
ADDRESSES = (
    *(
        "/a",
        "b c",
        "#f",
        "https://e.org/a_(b)?x=1&amp;y=2",
        "//h/x",
        "?q",
        "http://[x",
        "mailto:a@b.c",
        ")(",
        "|",
    ),
    *("java\nscript:x", "data:x", "x:y", "", "\\"),
)
texts = st.one_of(
    st.text(alphabet=MARKUP, min_size=1, max_size=8),
    st.text(alphabet=MARKUP + OTHERS, min_size=1, max_size=8),
    st.sampled_from(SNIPPETS),
)
addresses = st.one_of(st.sampled_from(ADDRESSES), st.text(alphabet=MARKUP + OTHERS, max_size=10))
breaks = st.just([Mark("br")])
images = st.builds(
    lambda kind, src, alt: [Mark(kind, src, alt)], st.sampled_from(["img", "img", "emoji"]), addresses, texts
)


def _spans(inner: st.SearchStrategy[list[str | Mark]]) -> st.SearchStrategy[list[str | Mark]]:
    kinds = st.sampled_from(("a", "b", "i", "code", "del", "sup", "sub", "b", "i", "q", "rt"))
    return st.builds(
        lambda kind, href, pieces: [Mark(kind, href if kind == "a" else ""), *pieces, Mark("/" + kind)],
        kinds,
        addresses,
        st.lists(inner, max_size=3).map(lambda runs: [piece for run in runs for piece in run]),
    )


plain = texts.map(lambda text: [text])
runs = st.recursive(st.one_of(plain, plain, breaks, images), _spans, max_leaves=6)
pieces = st.lists(runs, min_size=1, max_size=4).map(lambda found: [piece for run in found for piece in run])
attributes = st.fixed_dictionaries(
    {},
    optional={
        "start": st.sampled_from(["0", "7", "-1", "123456", "99999999", "x"]),
        "value": st.sampled_from(["3", ""]),
        "colspan": st.sampled_from(["0", "2", "1000", "9007199254740991"]),
        "rowspan": st.sampled_from(["0", "2", "3", "65534"]),
        "lang": st.sampled_from(["python", "C++", "a b", "`"]),
        "reversed": st.just(""),
        "task": st.sampled_from(["x", " "]),
        "listed": st.sampled_from(["a-0", "a-1", "a-2", "b-0", "x", "", "-9", "a-999"]),
        "as": st.sampled_from(
            ["#callout", "#callout", "#title", "#gone", "#bar", "#wrapper", "h3", "pre", "ul"]
        ),
        "kind": st.sampled_from(["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "x"]),
    },
)
CONTAINERS = (
    *(
        "div",
        "ul",
        "ol",
        "li",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "tr",
        "td",
        "th",
        "tr",
        "td",
        "caption",
    ),
    *("thead", "pre", "figure", "figcaption", "dl", "dt", "dd", "h1", "h2", "h4", "p"),
    *("hr", "details", "summary", "button"),
)


def _trees(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    return st.tuples(st.sampled_from(CONTAINERS), attributes, st.lists(inner, max_size=4))


cells: st.SearchStrategy[Tree] = st.tuples(
    st.sampled_from(["td", "th"]), attributes, st.lists(pieces, max_size=2)
)
rows: st.SearchStrategy[Tree] = st.tuples(st.just("tr"), st.just({}), st.lists(cells, max_size=4))
tables: st.SearchStrategy[Tree] = st.tuples(st.just("table"), st.just({}), st.lists(rows, max_size=4))
items: st.SearchStrategy[Tree] = st.tuples(
    st.just("li"), attributes, st.lists(pieces, min_size=1, max_size=2)
)
lists: st.SearchStrategy[Tree] = st.tuples(
    st.sampled_from(["ul", "ol"]), attributes, st.lists(items, min_size=1, max_size=3)
)
trees = st.recursive(st.one_of(pieces, tables, lists), _trees, max_leaves=12).map(
    lambda found: found if isinstance(found, tuple) else ("p", {}, [found])
)
pages = st.builds(
    lambda tree, headline, title: page_of(("body", {}, [tree]), headline=headline, title=title),
    trees,
    st.integers(-1, 3),
    st.none() | texts,
)
thorough = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    max_examples=examples(100),
    derandomize=True,
    database=None,
)


ALERT_RE = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]")


def words_of(tokens: list[Token]) -> list[str]:
    """The words of parsed Markdown, images left out, labels of footnotes in brackets; of a callout its title,
    or else its kind where it holds words."""
    found = []
    for at, token in enumerate(tokens):
        if token.type == "fence":
            found.append(token.content)
        elif token.type == "footnote_open":
            found.append(f"[{token.meta['label']}]")
        elif token.type == "inline":
            inner = token.children or []
            if inner and (alert := ALERT_RE.fullmatch(inner[0].content)):
                is_silent = is_titled(inner) or not _says_something(tokens[at:], token.level - 2)
                found.append("" if is_silent else alert[1].capitalize())
                inner = inner[1:]
            found.append("".join(map(_word_of, inner)))
    return " ".join(found).split()


def _says_something(tokens: list[Token], level: int) -> bool:
    """Whether there are words between the first paragraph of a callout and its end, which is at this level."""
    for token in tokens:
        if token.type == "blockquote_close" and token.level == level:
            return False
        inner = token.children or []
        if inner and ALERT_RE.fullmatch(inner[0].content):
            inner = inner[1:]
        if token.type == "fence" or any(_word_of(one).strip() for one in inner):
            return True
    return False


def _word_of(token: Token) -> str:
    if token.type == "footnote_ref":
        return f"[{token.meta['label']}]"
    return "\n" if token.type in ("hardbreak", "softbreak") else token.content * (token.type in SHOWN)


def assert_same_words(tokens: list[Token], page: Page) -> None:
    """The words are those of the text form.

    Images, which it has not, decide about blanks before closing quotation marks and about signs of exponents.
    """
    words, text = words_of(tokens), page.text.split()
    if any(
        isinstance(p, Mark) and p.kind in ("q", "sup", "sub") for inline in page.table.inline for p in inline
    ):
        assert normalize("NFKC", "".join(words)) == normalize("NFKC", "".join(text))
    else:
        assert words == text


def is_titled(inner: list[Token]) -> bool:
    """Whether a line that is all bold stands below the kind of a callout."""
    kinds = [token.type for token in inner if token.content or token.type != "text"]
    return kinds[1:3] == ["softbreak", "strong_open"] and kinds[-1:] == ["strong_close"]


def flat(tokens: list[Token]) -> list[Token]:
    """The tokens with those of inline content."""
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


def with_rows_of_words(tokens: list[Token]) -> list[Token]:
    """The tokens without the empty header rows that tables without a header begin with."""
    kept: list[Token] = []
    for token in tokens:
        kept.append(token)
        if token.type == "thead_close":
            start = max(at for at, one in enumerate(kept) if one.type == "thead_open")
            if not words_of(kept[start:]) and not any(one.type == "image" for one in flat(kept[start:])):
                del kept[start:]
    return kept


class HtmlReader(HTMLParser):
    """Reads the HTML form back: its words, tags and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[str | Mark] = []
        self.tags: Counter[str] = Counter()
        self.addresses: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spans = [int(value or 1) for name, value in attrs if name in ("colspan", "rowspan")]
        self.tags[tag] += math.prod(spans)  # cells that span several are as many in Markdown
        if tag == "div":  # a callout
            self.tags["blockquote"] += 1
        if tag == "input":
            self.pieces.append("[x] " if ("checked", None) in attrs else "[ ] ")
        elif tag not in INLINE:
            self.pieces.append(" ")
        elif tag != "img":
            self.pieces.append(Mark(tag))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Mark(f"/{tag}") if tag in INLINE else " ")

    @property
    def words(self) -> list[str]:
        """All words, what is above or below the line as text forms write it."""
        return "".join([piece for piece in with_signs(tuple(self.pieces)) if isinstance(piece, str)]).split()

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


@pytest.mark.parametrize("reader", READERS)
@thorough
@given(page=pages)
def test_markdown_reads_back_as_the_text(reader: str, page: Page) -> None:
    """Parsed Markdown has the words of the text form, in order, and no raw HTML."""
    tokens = READERS[reader].parse(page.markdown)
    assert_same_words(tokens, page)
    assert not [token for token in flat(tokens) if token.type in ("html_block", "html_inline")]


@thorough
@given(page=pages)
def test_markdown_has_the_structure_of_the_html(page: Page) -> None:
    """Headings, lists, items, quotes, tables, rows and code are as many in both; so are the words."""
    html = HtmlReader(page.html)
    tokens = READERS["html=True"].parse(page.markdown)
    counts = Counter(token.type for token in with_rows_of_words(tokens))
    assert {kind: counts[kind] for kind in COUNTED} == {
        kind: sum(html.tags[tag] for tag in tags) for kind, tags in COUNTED.items()
    }
    assert counts["th_open"] + counts["td_open"] == html.tags["th"] + html.tags["td"]
    assert counts["code_block"] == 0
    assert [t.tag for t in tokens if t.type == "heading_open"] == re.findall(r"<(h\d)>", page.html)
    assert html.words == page.text.split()


@thorough
@given(page=pages)
def test_every_address_is_safe(page: Page) -> None:
    """What is linked or shown in Markdown and HTML passes `safe_url` unchanged."""
    html = HtmlReader(page.html)
    assert [address for address in html.addresses if safe_url(address) != address] == []
    for token in flat(READERS["html=True"].parse(page.markdown)):
        address = token.attrGet("href") or token.attrGet("src")
        assert address is None or safe_url(str(address)) is not None


@thorough
@given(page=pages)
def test_output_is_clean(page: Page) -> None:
    """No form holds control characters; each can be encoded; JSON is one line and reads back."""
    line = page.to_json()
    for output in (page.markdown, page.text, page.html, line):
        output.encode()
        assert not DIRTY_RE.search(output)
    assert len(line.splitlines()) == 1
    record = json.loads(line, parse_constant=pytest.fail)
    assert (record["markdown"], record["text"]) == (page.markdown, page.text)
    assert not DIRTY_RE.search(json.dumps(record, ensure_ascii=False).replace("\\n", ""))


@thorough
@given(page=pages)
def test_at_most_one_headline(page: Page) -> None:
    """Only the first line can be a first-level heading."""
    levels = re.findall(r"<h(\d)>", page.html)
    assert "1" not in levels[1:]
