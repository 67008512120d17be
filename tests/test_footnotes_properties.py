"""Properties of footnotes over invented pages: read back they are the words of the text form, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from boilerstrip.block import BlockTable, Mark
from boilerstrip.page import Page
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests import test_render_properties as invented
from tests.effort import examples
from tests.test_render_properties import assert_same_words
from tests.test_replay import assert_replays

READERS = {
    f"html={html}": MarkdownIt("commonmark", {"html": html})
    .enable(["table", "strikethrough"])
    .use(footnote_plugin)
    for html in (True, False)
}

numbers = st.sampled_from(["1", "2", "3"])
labels = st.sampled_from(["", "1", "2", "a", "A", "note-1"])
references = st.builds(
    lambda number, label, words: (Mark("ref", number, label), words, Mark("/ref")),
    numbers,
    labels,
    invented.texts,
)
notes = st.tuples(numbers, st.booleans(), st.booleans())
changes = st.lists(
    st.one_of(st.none(), notes, st.tuples(st.booleans(), references, st.booleans())), max_size=12
)


def changed(page: Page, wanted: list[Any]) -> Page:
    """The page, some of its blocks made notes, and references put before or behind the content of others."""
    table = page.table
    for block, change in enumerate(wanted[: table.n_blocks]):
        pieces = table.inline[block]
        if change is None:
            continue
        if isinstance(change[0], str):
            number, has_back, is_part = change
            back = (Mark("back", number), "9", Mark("/back")) if has_back else ()
            outside = ("more", Mark("br")) if is_part else ()
            pieces = (*outside, Mark("note", number), *back, *pieces, Mark("/note"))
        else:
            is_first, reference, is_raised = change
            raised = (Mark("sup"), *reference, Mark("/sup")) if is_raised else reference
            pieces = (*raised, *pieces) if is_first else (*pieces, *raised)
        table.inline[block] = pieces
        raw = "".join(p if isinstance(p, str) else " " * (p.kind == "br") for p in pieces)
        table.text[block] = " ".join(raw.split())
        table.noted.append(block)
    return page


noted_pages = st.builds(changed, invented.pages, changes)


@pytest.mark.parametrize("reader", READERS)
@settings(invented.thorough, max_examples=examples(300))
@given(page=noted_pages)
def test_markdown_reads_back_as_the_text(reader: str, page: Page) -> None:
    tokens = READERS[reader].parse(page.markdown)
    assert_same_words(tokens, page)
    assert not [t for t in invented.flat(tokens) if t.type in ("html_block", "html_inline")]


@invented.thorough
@given(page=noted_pages)
def test_a_page_with_footnotes_is_the_same_from_its_record(page: Page) -> None:
    assert_replays(page)


@invented.thorough
@given(page=invented.pages)
def test_a_page_without_notes_has_no_footnotes(page: Page) -> None:
    """Also to a reader that knows footnotes, whatever the text looks like."""
    tokens = READERS["html=True"].parse(page.markdown)
    assert not [token for token in invented.flat(tokens) if token.type.startswith("footnote")]
    assert_same_words(tokens, page)


BODY = (
    *(
        "<p>",
        "</p>",
        "<br>",
        "<sup>",
        "</sup>",
        "<b>",
        "</b>",
        "<h2>",
        "<code>",
        "<pre>",
        "<td>",
        "words ",
        "[",
        "]",
        ": x",
    ),
    *(
        "<sup><a href=#n1 id=r1>1</a></sup>",
        "<a href=#n2 id=r2 class=footnote-ref>[2]</a>",
        "<p>x<a href=#n3 id=r3>*</a>",
    ),
    *(
        "<label class=margin-toggle></label><span class=sidenote>",
        "</span>",
        "<sup>1</sup><span class=marginnote>a <b>b</b></span>",
    ),
    *(
        "<d-footnote>",
        "</d-footnote>",
        "<template>",
        "<noscript>",
        "<img src=/x>",
        "<table><tr><td>",
        "</table>",
    ),
)
NOTES = (
    *(
        "<ol>",
        "<ul>",
        "<li id=n1>",
        "<li id=n2>1. ",
        "<li id=n3>words <a href=#r3>↩</a>",
        "</ol>",
        "<div id=n1>",
        "</div>",
    ),
    *(
        "<p><a name=n2 href=#r2>[2]</a> ",
        "<p><a name=n1></a>1. words<br>",
        "<br><a name=n2></a>2. ",
        "<p>more",
        "<pre>x",
    ),
    *(
        "<td id=n1>",
        "<dt id=n2>2",
        "<dd>",
        "<h2 id=n3>",
        "<blockquote>",
        "<a href=#r1>^</a>",
        "<a href=#n1>1</a>",
        "1",
        "words ",
    ),
)
sources = st.tuples(
    st.lists(st.sampled_from(BODY), min_size=3, max_size=15),
    st.lists(st.sampled_from(NOTES), min_size=2, max_size=12),
).map(lambda both: "".join([*both[0], "<p>", *both[1]]))


@settings(invented.thorough, max_examples=examples(300))
@given(source=sources)
def test_marks_of_notes_balance_and_change_no_words(source: str) -> None:
    """On any page, what is added to a block are marks that stand in pairs; its text is that of its pieces."""
    table: BlockTable = segment(parse(source).roots)
    for block, pieces in enumerate(table.inline):
        opened: list[str] = []
        for piece in pieces:
            if isinstance(piece, Mark) and piece.kind not in ("br", "img"):
                if piece.kind[0] != "/":
                    opened.append(piece.kind)
                else:
                    assert opened.pop() == piece.kind[1:]
        assert not opened
        raw = "".join(p if isinstance(p, str) else " " * (p.kind == "br") for p in pieces)
        assert raw.split() == table.text[block].split()


@settings(invented.thorough, max_examples=examples(300))
@given(source=sources)
def test_any_page_with_notes_reads_back(source: str) -> None:
    from tests.test_render import page_of

    page = page_of(source)
    assert_same_words(READERS["html=True"].parse(page.markdown), page)
    assert_replays(page)
