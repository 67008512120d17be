"""Elements that are left out or show nothing are read the same, compiled or not."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from boilerstrip.block import BlockTable
from boilerstrip.parse import parse
from boilerstrip.segment import code, columns, targets, walk
from boilerstrip.segment.labels import PieceLink, links_in
from boilerstrip.segment.walk import _Walk
from boilerstrip.shapes.code import LINE_RE, MARGINAL_RE, POP_UP_RE
from tests.effort import examples
from tests.pure import PAGES, pure

pytestmark = pytest.mark.skipif(walk.COMPILED is None, reason="the compiled walk is not built")

PLAYER = '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A song"></iframe>'
PARTS = (
    "Please switch scripts on. ",
    " \n",
    "Größe\u2003\xa0二 ",
    "&#x1F600; x",
    "<!-- no -->",
    "<p>one</p>",
    "<style>p { x: y }</style>",
    '<img src="https://example.org/tr?id=1" width=1 height="1" style="display:none">',
    "<img src=/a.jpg width=0px>",
    '<img src="/photo.jpg" alt="A  photo" width=640>',
    '<img width=2 src="/small.png">',
    '<img src="data:image/gif;base64,R0lGOD" alt="later">',
    '<img src="/spacer.gif" srcset="/a.jpg 320w, /b.jpg 640w">',
    '<img data-lazy-srcset="" srcset="/c.jpg 2x" alt=C>',
    '<img alt="nothing">',
    "<img src=''>",
    '<picture><source srcset="/d.webp"><source srcset="/e.jpg"><img alt=E></picture>',
    '<picture><source srcset="/f.webp"><img src="data:," alt=F></picture>',
    '<iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1" height=0 width=0></iframe>',
    PLAYER,
)
SOURCES = st.lists(
    st.lists(st.sampled_from(PARTS), max_size=4)
    .map("".join)
    .flatmap(lambda inner: st.sampled_from((inner, f"<noscript>{inner}</noscript>"))),
    max_size=6,
).map("".join)


def walked(source: str, *, noscript: bool) -> tuple[object, ...]:
    made = _Walk(noscript=noscript)
    table = made.run(parse(source).roots)
    values = [getattr(table, field.name) for field in fields(BlockTable)]
    return made.n_noscript_chars, made.images, made.spare_source, *values


def assert_same(source: str) -> tuple[object, ...]:
    for noscript in (True, False):
        found = walked(source, noscript=noscript)
        with pure():
            assert walked(source, noscript=noscript) == found
    return found


@pytest.mark.parametrize("part", PARTS)
def test_each_part(part: str) -> None:
    assert_same(f"<p>before</p>{part}<p>after</p>")
    assert_same(f"<p>before</p><noscript>{part}</noscript><p>after</p>")


def test_what_is_in_a_noscript_counts_and_its_player_shows() -> None:
    n_chars, images, *_ = assert_same(f"<p>a</p><noscript>Grö ße{PARTS[7]}{PLAYER}</noscript>")
    assert n_chars == 5
    assert images == {"https://www.youtube.com/watch?v=dQw4w9WgXcQ"}


@given(SOURCES)
@settings(max_examples=examples(300), deadline=None)
def test_any_of_them(source: str) -> None:
    assert_same(source)


def test_an_image_that_is_a_root() -> None:
    for source in ("<img>", "<img src=data:,>", "<p><img></p>"):
        found = walk.segment((next(html.fromstring(source).iter("img")),))
        with pure():
            assert walk.segment((next(html.fromstring(source).iter("img")),)).inline == found.inline


@pytest.mark.parametrize("path", PAGES[::4], ids=lambda path: path.stem)
def test_texts_as_written(path: Path) -> None:
    blocks = walk.segment(parse(path.read_text("utf-8", "replace")).roots).inline
    assert columns.COMPILED is not None
    assert columns.COMPILED.raws(blocks) == [*map(columns.raw, blocks)]


@given(
    st.lists(
        st.lists(st.one_of(st.text(max_size=3), st.sampled_from(("br", "a", "/a", "img")).map(walk.Mark)))
    )
)
def test_texts_of_any_blocks(blocks: list[list[object]]) -> None:
    made = [*map(tuple, blocks)]
    assert columns.COMPILED is not None
    assert columns.COMPILED.raws(made) == [columns.raw(block) for block in made]  # type: ignore[arg-type]


@given(
    st.lists(
        st.one_of(
            st.text(max_size=3),
            st.sampled_from(("br", "a", "/a", "code", "/code")).map(walk.Mark),
            st.sampled_from(("#", "/x", "/x#fn1")).map(lambda href: walk.Mark("a", href)),
        )
    )
)
def test_links_of_any_block(pieces: list[Any]) -> None:
    found = links_in(tuple(pieces))
    with pure():
        assert links_in(tuple(pieces)) == found
    assert {type(link) for link in found} <= {PieceLink}


@given(st.lists(st.integers(-1, 12), max_size=12))
def test_last_elements(parents: list[int]) -> None:
    made = [
        min(parent, index - 1) for index, parent in enumerate(parents)
    ]  # each stands before what is in it
    found = targets._last(made)
    with pure():
        assert targets._last(made) == found


IN_CODE = (
    "line token-line code-line codeline_x1 view-line ace_line cm-line codemirror-line crayon-line blob-code"
    " hljs-ln-code react-code-text linecontent ltx_listingline blob-num lineno linenos linenodiv line-numbers line_numbers"
    " linenumber-rows line-numbers-wrapper ln lnt gutter crayon-num crayon-nums hljs-ln-numbers hljs-ln-n"
    " codelinenumber_a codemirror-linenumber codemirror-gutter-wrapper cm-gutters ace_gutter rouge-gutter toolbar"
    " ltx_tag_listingline ltx_listing_data twoslash-popup-container twoslash-meta-line twoslash-completion-list"
    " meta-line popover"
).split()


@pytest.mark.parametrize("name", IN_CODE)
def test_each_class_in_code_is_looked_at(name: str) -> None:
    assert LINE_RE.search(name) or MARGINAL_RE.search(name) or POP_UP_RE.search(name)
    for written in (name, f"x {name.upper()} y", name.replace("i", "\u0131")):
        pre = html.fragment_fromstring(f"<pre><code><b></b><i class='{written}'>1</i>x</code></pre>")
        assert targets.COMPILED.may_have_margin(pre)  # type: ignore[union-attr]


CODE = (
    *(
        "<code>x",
        "</code>",
        "<span class=k>def</span> ",
        "<b data-line=1>x\n</b>",
        "<!--c-->",
        "<br>",
        "<p>x",
        "<div>js</div>",
        "<header>js</header>",
        "<span class=twoslash-popup-code><p>x</p></span>",
    ),
    *(
        "<button class=copy>Copy</button>",
        "<button>Copy</button>",
        "<copy-code>c</copy-code>",
        "<clipboard-copy>d</clipboard-copy>",
    ),
    *(
        f"<{tag} class={name}>1</{tag}>"
        for tag in ("span", "div")
        for name in ("Line", "gutter", "hljs", "ltx_x")
    ),
)


@given(st.lists(st.sampled_from(CODE), max_size=8).map("".join))
def test_margins_of_any_code(source: str) -> None:
    for pre in html.document_fromstring(f"<pre class=twoslash>{source}</pre>").iter(etree.Element):
        found = code.has_margin(pre)
        with pure():
            assert code.has_margin(pre) == found
