"""Tree -> block table: where blocks begin and end, what is in them, and what is not shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from boilerstrip.block import TALK_BIT, BlockTable, Mark
from boilerstrip.parse import parse, roots_of
from boilerstrip.segment import segment
from boilerstrip.vocabulary import CATEGORY_BIT

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))


def read(source: str) -> BlockTable:
    return segment(parse(source).roots)


def texts(source: str) -> list[str]:
    return read(source).text


def images(table: BlockTable) -> list[str]:
    """Addresses of all images, in page order."""
    return [p.value for pieces in table.inline for p in pieces if isinstance(p, Mark) and p.kind == "img"]


def written(pieces: tuple[str | Mark, ...]) -> str:
    """A block's content on one line, marks as <kind value>."""
    return "".join(
        piece if isinstance(piece, str) else f"<{' '.join(filter(None, piece))}>" for piece in pieces
    )


def element(table: BlockTable, tag: str, nth: int = 0) -> int:
    return [i for i, name in enumerate(table.tag) if name == tag][nth]


def span(table: BlockTable, tag: str, nth: int = 0) -> list[str]:
    """The texts of the blocks that an element covers."""
    at = element(table, tag, nth)
    return table.text[table.first_block[at] : table.end_block[at]]


# Where blocks begin and end


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<div>before<p>in</p>after</div>", ["before", "in", "after"]),
        ("<p>one <b>bold</b> <i>and</i> more</p>", ["one bold and more"]),
        ("<h1>Title</h1>Text", ["Title", "Text"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<dl><dt>term<dd>meaning</dl>", ["term", "meaning"]),
        ("<table><tr><td>1<td>2<tr><td>3</table>", ["1", "2", "3"]),
        ("<select><option>x<option>y</select>", ["x", "y"]),
        ("<button>Send</button><button>Stop</button>", ["Send", "Stop"]),
        ("a<hr>b", ["a", "b"]),
        ("<details><summary>More</summary>text</details>", ["More", "text"]),
        ("<fieldset><legend>Who</legend><label>Name</label> <input></fieldset>", ["Who", "Name"]),
        ("<p>  folded \n\t white\N{NO-BREAK SPACE}space </p>", ["folded white space"]),
        ("<p>  </p><div> \n </div>", []),
        ("<x-card>one</x-card><x-card>two</x-card>", ["one", "two"]),
        ("a<my-rating>4 of 5</my-rating>b", ["a", "4 of 5", "b"]),
        ("<o:p>Word</o:p><o:p>pad</o:p>", ["Wordpad"]),
    ],
)
def test_block_level_elements_bound_blocks(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>one<br>line</p>", ["one line"]),
        ("<p>one<br><br>two</p>", ["one", "two"]),
        ("<p>one<br> \n <br>two</p>", ["one", "two"]),
        ("<p>one<br><br><br><br>two</p>", ["one", "two"]),
        ("<p><br><br>one</p>", ["one"]),
        ("<p>one<br><!-- x --><br/>two<br></p>", ["one", "two"]),
        ("<p><b>one<br><br>two</b></p>", ["one", "two"]),
        ("<pre>one<br><br>two</pre>", ["one\n\ntwo"]),
    ],
)
def test_two_line_breaks_in_a_row_end_a_paragraph(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


@pytest.mark.parametrize(
    "tag", ["embed src=/a.swf", "source src=/a.webp", "track src=/a.vtt", "bgsound src=/a"]
)
def test_what_follows_an_empty_element_is_read(tag: str) -> None:
    """libxml2 does not know that these are empty, and puts into them what follows."""
    table = read(f"<p>one <{tag}> two <b>three</b></p><p>four</p>")
    assert table.text == ["one two three", "four"]
    assert table.xpaths()[1] == "/html/body/p[2]"


def test_a_block_names_the_innermost_block_level_element_around_it() -> None:
    table = read("<div><ul><li>one <b>two</b></li></ul>three</div><section><x-y>four</x-y></section>")
    assert [table.tag[e] for e in table.element] == ["li", "div", "x-y"]


def test_characters_are_counted_without_white_space() -> None:
    table = read("<p>ab cd <a href=x>e f</a> g<a>h</a></p><pre>a\n\n  b</pre><p><img src=i.jpg></p>")
    assert table.n_chars == [8, 2, 0]
    assert table.n_link_chars == [2, 0, 0]


# Inline markup


def test_inline_markup_becomes_marks() -> None:
    table = read(
        "<p>a <b>b</b> <em>c</em> <a href='/d'>d</a> <code>e</code> x<sup>2</sup><br>f <del>g</del>"
        "<img src=h.jpg alt=' the  h '>"
    )
    assert written(table.inline[0]) == (
        "a <b>b</b> <i>c</i> <a /d>d</a> <code>e</code> x<sup>2</sup><br>f <del>g</del><img h.jpg the h>"
    )


def test_inline_markup_open_across_blocks_is_closed_and_opened_again() -> None:
    table = read("<b>one<div>two <i>three<p>four</i> five</b> six</div>")
    assert [written(pieces) for pieces in table.inline][:2] == ["<b>one</b>", "<b>two <i>three</i></b>"]
    for pieces in table.inline:
        opened: list[str] = []
        for piece in pieces:
            if isinstance(piece, Mark) and piece.kind not in ("br", "img"):
                if piece.kind.startswith("/"):
                    assert opened.pop() == piece.kind[1:]
                else:
                    opened.append(piece.kind)
        assert not opened


def test_a_link_around_blocks_links_each_of_them() -> None:
    table = read("<a href='/x'><h2>Title</h2><div>Teaser <b>text</b></div></a> plain")
    assert [written(pieces).strip() for pieces in table.inline] == [
        "<a /x>Title</a>",
        "<a /x>Teaser <b>text</b></a>",
        "plain",
    ]
    assert table.n_link_chars == [5, 10, 0]


def test_an_anchor_without_address_is_no_link() -> None:
    table = read("<p><a name=top>Top</a> <a href=''>Here</a></p>")
    assert written(table.inline[0]) == "Top Here"
    assert table.n_link_chars == [0]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a href=1>Home</a><a href=2>About</a>", "Home About"),
        ("<a>Home</a><a>About</a>", "Home About"),
        ("<span class=y>2026</span><span class=l>1h 54m</span>", "2026 1h 54m"),
        ("<b>Name</b><time class=t>today</time>", "Name today"),
        ("<span class=a><a href=1>Home</a></span><span class=b><a href=2>About</a></span>", "Home About"),
        ("<a href=1><b>Дом</b></a><a href=2>Сад</a>", "Дом Сад"),
        ("<a href=1><span>Home</span></a><a href=2><span><b>About</b></span></a>", "Home About"),
        ("<b>Home</b><span class=x><i>today</i></span>", "Home today"),
        ("<span>frag</span><span><b>ment</b></span>", "fragment"),
        # drop caps and animated headlines
        ("<span class=dropcap>O</span><span class=rest>nce upon</span>", "Once upon"),
        ("<span class=w>w</span><span class=w>o</span><span class=w>r</span>", "wor"),
        # word processors cut words
        ("<span>frag</span><span>ment</span>", "fragment"),
        ("<span class=a>frag</span><span>ment</span>", "fragment"),
        ("<b>bo</b><i>ld</i>", "bold"),
        # punctuation is where it should be
        ("<a href=1>Home</a><span class=x>, sweet</span>", "Home, sweet"),
        ("<span class=x>(see</span><a href=1>this</a>)", "(see this)"),
        # text between them that says how they stand together
        ("<a href=1>Home</a>/<a href=2>About</a>", "Home/About"),
        # scripts without blanks
        ("<a href=1>首页新闻</a><a href=2>关于我们</a>", "首页新闻关于我们"),
        ("<a href=1>หน้าแรก</a><a href=2>ข่าว</a>", "หน้าแรกข่าว"),
    ],
)
def test_inline_elements_that_touch_are_set_apart_where_css_would(source: str, text: str) -> None:
    assert texts(f"<div>{source}</div>") == [text]


def test_touching_elements_in_preformatted_text_stay_together() -> None:
    assert texts("<pre><span class=k>def</span><span class=n>fun</span><a href=x>ction</a></pre>") == [
        "deffunction"
    ]


def test_a_link_after_text_is_not_set_apart_because_of_an_earlier_block() -> None:
    # The first block has three pieces when its <b> closes; so has the second before its link.
    assert texts("<p><b>z</b></p><p>foot<img src=i.jpg>not<a href=x>ed</a></p>") == ["z", "footnoted"]


# White space that counts


def test_preformatted_text_keeps_its_white_space() -> None:
    source = "<pre>\n  def f():\n\n      return <b>1</b>\n</pre><p>after   it</p>"
    assert texts(source) == ["  def f():\n\n      return 1", "after it"]


def test_white_space_before_the_first_words_of_preformatted_text_is_theirs_if_no_block_stands_between() -> (
    None
):
    assert texts("<pre>  <b>def</b> f</pre>") == ["  def f"]
    assert texts("<pre>\n<i> </i>  <b>def</b> f</pre>") == ["   def f"]
    assert texts("<pre>  <div>def</div> f</pre><p>g</p>") == ["def", " f", "g"]


def test_blocks_inside_preformatted_text_keep_theirs() -> None:
    assert texts("<pre><div>  a  b</div><div>    c</div></pre>") == ["  a  b", "    c"]


def test_a_text_area_shows_its_source_text() -> None:
    assert texts("<p>a</p><textarea>x  <b>y</b>\n z</textarea>b") == ["a", "x  <b>y</b>\n z", "b"]


@pytest.mark.parametrize("blank", [" ", "\n", "<span> </span>", "<b>\n</b>", " <span>\n</span><br>"])
def test_blank_preformatted_text_is_no_block_and_leaves_all_spans_right(blank: str) -> None:
    table = read(f"<p>a</p><pre>{blank}</pre><p>b</p>")
    assert table.text == ["a", "b"]
    pre = element(table, "pre")
    assert {(table.first_block[e], table.end_block[e]) for e in range(pre, element(table, "p", 1))} == {
        (1, 1)
    }


def test_an_image_in_preformatted_text_is_a_block_without_text() -> None:
    assert texts("<pre> <img src=i.jpg> </pre>") == [""]


def test_ruby_text_is_read_without_its_parentheses() -> None:
    assert texts("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字</p>") == ["漢かん字"]


# Spans


def test_nested_lists_cover_their_items_in_order() -> None:
    table = read("<ul><li>a<ul><li>b<li>c</ul>d<li>e</ul><p>f</p>")
    assert span(table, "ul") == ["a", "b", "c", "d", "e"]
    assert span(table, "ul", 1) == ["b", "c"]
    assert [span(table, "li", n) for n in range(4)] == [["a", "b", "c", "d"], ["b"], ["c"], ["e"]]


def test_an_inline_element_covers_the_blocks_it_has_a_part_in() -> None:
    table = read("<p>a <b>b</b> c</p><i></i><div><i>d<div>e</div>f</i></div><p><u>g</u></p>")
    assert table.text == ["a b c", "d", "e", "f", "g"]
    assert span(table, "b") == ["a b c"]
    assert [span(table, "i", n) for n in range(2)] == [[], ["d", "e", "f"]]
    assert span(table, "u") == ["g"]


def test_nested_tables_cover_their_cells_in_order() -> None:
    table = read("<table><caption>T</caption><tr><td>a<table><tr><td>b<td>c</table>d<td>e</table>")
    assert span(table, "table") == ["T", "a", "b", "c", "d", "e"]
    assert span(table, "table", 1) == ["b", "c"]
    assert span(table, "td") == ["a", "b", "c", "d"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_element_covers_a_span_inside_its_parents(path: Path) -> None:
    table = segment(parse(path.read_bytes().decode("utf-8", "replace")).roots)
    for e, parent in enumerate(table.parent):
        first, end = table.first_block[e], table.end_block[e]
        assert 0 <= first <= end <= table.n_blocks
        assert parent < e
        if parent >= 0:
            assert table.first_block[parent] <= first
            assert end <= table.end_block[parent]
            assert table.around[e] & ~TALK_BIT == table.mask[e] | (table.around[parent] & ~TALK_BIT)
            assert table.around[e] & TALK_BIT >= table.around[parent] & TALK_BIT
    for block, e in enumerate(table.element):
        assert table.first_block[e] <= block < table.end_block[e]


def test_attributes_that_renderers_need_are_kept() -> None:
    table = read(
        "<ol start=3 reversed><li value=7>a</ol><table><tr><td colspan=2 rowspan=3 width=9>b</table>"
        "<pre class='brush: python'>c</pre><div class='highlight-source-rust'><pre><code>d</code></pre></div>"
        "<pre><code class='hljs language-c++'>e</code></pre><pre data-lang=go>f</pre><ol><li>g</ol>"
        "<pre class='toolbar:2 lang:php decode:true'>h</pre>"
    )
    assert [(table.tag[e], kept) for e, kept in table.attributes.items()] == [
        ("ol", {"start": "3", "reversed": ""}),
        ("li", {"value": "7"}),
        ("td", {"colspan": "2", "rowspan": "3"}),
        ("pre", {"lang": "python"}),
        ("pre", {"lang": "rust"}),
        ("code", {"lang": "rust"}),
        ("code", {"lang": "c++"}),
        ("pre", {"lang": "go"}),
        ("pre", {"lang": "php"}),
    ]


# What is not shown


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x</script>",
        "<style>p {}</style>",
        "<svg><title>t</title><text>x</text></svg>",
        "<iframe src=x>fallback</iframe>",
        "<video><p>fallback</p></video>",
        "<audio>fallback</audio>",
        "<canvas>fallback</canvas>",
        "<object>fallback</object>",
        "<datalist><option>x</datalist>",
        "<template><p>x</p></template>",
        "<input value=x>",
        "<!-- x -->",
        "<noembed>x</noembed>",
    ],
)
def test_what_a_browser_does_not_show_is_no_text_but_what_follows_is(hidden: str) -> None:
    assert " ".join(texts(f"<p>be{hidden}fore</p><p>after</p>")) == "before after"


def test_the_content_of_a_head_is_no_text() -> None:
    assert texts("<head><title>T</title><style>x</style><noscript>n</noscript></head><body>b") == ["b"]


def test_the_content_of_an_image_map_is_shown() -> None:
    assert texts("<p>a <map name=m><area href=x>b</map> c</p>") == ["a b c"]


def test_a_declarative_shadow_root_is_shown_and_another_template_is_not() -> None:
    source = (
        "<x-a>{}<template shadowrootmode=open><p>shown</p></template><template><p>not</p></template></x-a>"
    )
    assert texts(source.format("")) == ["shown"]
    assert texts(source.replace("mode", "").format("")) == ["shown"]


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "hidden=until-found",
        "aria-hidden=true",
        "style='color: red; display : none'",
        "style='VISIBILITY:hidden'",
        "class=sr-only",
        "class='x d-none'",
        "id=hiddenPanel",
    ],
)
def test_hidden_elements_are_marked(attributes: str) -> None:
    table = read(f"<div {attributes}><p>x</p></div><p>y</p>")
    hidden = [bool(table.around[e] & CATEGORY_BIT["hidden"]) for e in table.element]
    assert hidden == [True, False]


@pytest.mark.parametrize(
    "attributes", ["aria-hidden=false", "style='display:block'", "class=x", "data-hidden"]
)
def test_shown_elements_are_not_marked_as_hidden(attributes: str) -> None:
    table = read(f"<div {attributes}><p>x</p></div>")
    assert not any(mask & CATEGORY_BIT["hidden"] for mask in table.around)


@pytest.mark.parametrize(
    ("markup", "category"),
    [
        ("<nav>{}</nav>", "navigation"),
        ("<div role=navigation>{}</div>", "navigation"),
        ("<div class=main-menu>{}</div>", "navigation"),
        ("<div id=comments>{}</div>", "comment"),
        ("<div itemprop=articleBody>{}</div>", "article"),
        ("<div aria-label='Cookie consent'>{}</div>", "cookie"),
        ("<div data-testid=related-stories>{}</div>", "related"),
    ],
)
def test_tags_roles_and_words_give_an_element_its_categories(markup: str, category: str) -> None:
    table = read(markup.format("<p>x</p>"))
    assert table.around[table.element[0]] & CATEGORY_BIT[category]


def test_the_label_of_an_article_is_its_title_and_tells_nothing() -> None:
    table = read("<article aria-label='Brown Butter Oatmeal Cookies'><p>x</p></article>")
    assert not table.around[table.element[0]] & CATEGORY_BIT["cookie"]


def test_the_classes_of_the_document_tell_nothing_about_its_blocks() -> None:
    table = read("<html class=comments><body class='menu-open hidden'><p>x</p>")
    assert table.around[table.element[0]] == 0
    assert table.label[:2] == ["comments", "menu-open hidden"]


# Noscript


def test_a_notice_in_noscript_is_left_out_of_an_ordinary_page() -> None:
    table = read("<noscript><p>Please enable JavaScript.</p></noscript><p>An article, and much longer.</p>")
    assert table.text == ["An article, and much longer."]
    assert not table.from_noscript


def test_noscript_is_read_where_the_page_shows_little_without_it() -> None:
    # as Discourse serves its threads
    table = read(
        "<div id=loading>Loading</div><script>app()</script>"
        "<noscript><div class=topic-body>The whole thread stands here.</div><div>And its answers.</div></noscript>"
    )
    assert table.text == ["Loading", "The whole thread stands here.", "And its answers."]
    assert table.from_noscript


def test_machinery_in_noscript_does_not_count_as_its_text() -> None:
    # as AMP pages hide themselves until their script has come
    table = read(
        f"<body><noscript><style>{'body{animation:none}' * 9}</style><p>No.</p></noscript><p>Short one.</p>"
    )
    assert table.text == ["Short one."]
    assert not table.from_noscript


def test_noscript_in_a_head_or_a_template_does_not_count() -> None:
    long = "enable scripts " * 9
    table = read(
        f"<template><noscript>{long}</noscript></template><svg><noscript>{long}</noscript></svg><p>x</p>"
    )
    assert table.text == ["x"]
    assert not table.from_noscript


@pytest.mark.parametrize(
    "source",
    [
        "<p>t <img src=a.gif data-src=a.jpg><noscript><img src=a.jpg></noscript></p>",
        "<p>t <noscript><img src=a.jpg></noscript><img src='data:,' data-src=a.jpg></p>",
        "<div>t</div><div><img data-lazy-src=a.jpg></div><noscript><img src=a.jpg></noscript>",
        "<div>t</div><figure><div><noscript><img src=a.jpg></noscript></div><img data-src=a.jpg></figure>",
        "<div>t<noscript><img src=a.jpg></noscript></div>",
        "<p>t <img src=a.jpg> <img src=b.jpg> <noscript><img src=a.jpg></noscript></p>",
    ],
)
def test_a_lazy_image_and_its_copy_in_noscript_are_one_image(source: str) -> None:
    found = images(read(source))
    assert found.count("a.jpg") == 1


def test_one_image_shown_twice_is_there_twice() -> None:
    assert images(read("<p>x <img src=a.jpg></p><p>y <img src=a.jpg></p>")) == ["a.jpg", "a.jpg"]


def test_an_image_that_links_to_its_own_file_is_kept() -> None:
    assert images(read("<p>See <a href=a.jpg><img src=a.jpg></a></p>")) == ["a.jpg"]
    assert images(read("<p><a href=a.jpg><img src=a.jpg></a></p>")) == ["a.jpg"]


def test_tracking_pixels_are_no_images() -> None:
    assert read("<p>x</p><img src=p.gif width=1 height=1><noscript><img src=q width=0></noscript>").text == [
        "x"
    ]


# Trees that a caller passes in


XHTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:svg="http://www.w3.org/2000/svg"><head><title>T</title>'
    "<script>var</script></head><body><div class='nav'><p>a<br/>b <img src='i.jpg'/><a href='/x'>c</a></p></div>"
    "<style>s</style><svg:svg><svg:text>d</svg:text></svg:svg><pre> e</pre><p>f</p></body></html>"
)


def test_a_tree_with_namespaces_reads_as_one_without() -> None:
    tree = etree.fromstring(XHTML.encode())
    table = segment(roots_of(tree))
    assert table.text == ["ab c".replace("ab", "a b"), " e", "f"]
    assert written(table.inline[0]) == "a<br>b <img i.jpg><a /x>c</a>"
    assert table.tag[:2] == ["html", "body"]
    assert table.around[table.element[0]] == CATEGORY_BIT["navigation"]


def test_noscript_and_its_images_are_found_in_a_namespace() -> None:
    source = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>text</p>{}</body></html>'
    short = etree.fromstring(source.format("<noscript><img src='a.jpg'/></noscript>").encode())
    assert images(segment(roots_of(short))) == ["a.jpg"]
    long = etree.fromstring(source.format("<noscript>more than the text</noscript>").encode())
    assert segment(roots_of(long)).text == ["text", "more than the text"]


def test_comments_instructions_and_entities_in_a_tree_are_no_text_and_what_follows_is() -> None:
    parser = etree.XMLParser(resolve_entities=False)
    tree = etree.fromstring(
        '<!DOCTYPE p [<!ENTITY e "x">]><p>a<!-- b -->c<?php d ?>e&e;f<![CDATA[g]]></p>', parser
    )
    assert segment(roots_of(tree)).text == ["acefg"]


@pytest.mark.parametrize(
    "tree", [etree.Comment("x"), etree.ProcessingInstruction("x", "y"), etree.Entity("x")]
)
def test_a_tree_that_is_no_element_has_no_blocks(tree: etree._Element) -> None:
    assert segment((tree,)).n_blocks == 0


def test_only_the_subtree_of_an_inner_element_is_read() -> None:
    tree = html.fromstring("<body>before<div><p>in</p>side</div>tail<p>after</p></body>")
    table = segment(roots_of(tree[0]))
    assert table.text == ["in", "side"]
    assert table.xpaths() == ["/div/p", "/div"]


def test_the_tail_of_an_inner_element_is_not_read() -> None:
    tree = html.fromstring("<body><p>in</p>tail<p><b>in</b></p>tail<br>tail</body>")
    assert segment(roots_of(tree[0])).text == ["in"]
    assert segment(roots_of(tree[1])).text == ["in"]
    assert segment(roots_of(tree[2])).text == []


def test_what_stands_after_the_root_is_read() -> None:
    tree = etree.fromstring(b"<html><body><p>a</p></body></html>b<p>c</p>", etree.HTMLParser())
    assert segment(roots_of(tree)).text == ["a", "b", "c"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_reading_does_not_change_the_tree(path: Path) -> None:
    tree = html.document_fromstring(path.read_bytes())
    before = etree.tostring(tree.getroottree())
    segment(roots_of(tree))
    assert etree.tostring(tree.getroottree()) == before


# Where blocks stand


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_each_path_finds_just_the_element_of_its_block(path: Path) -> None:
    parsed = parse(path.read_bytes().decode("utf-8", "replace"))
    assert_paths_find_elements(parsed.roots, segment(parsed.roots))


@pytest.mark.parametrize(
    "source",
    [
        "<p>a</p><p>b</p><div><p>c</p></div><div><p>d</p></div>",
        "<template><p>no</p></template><x-a><template shadowrootmode=open><p>yes</p></template></x-a>",
        "<ul><li>a<ul><li>b</ul></ul>c<svg><p>d</p></svg><p>e",
        "<foo:bar><p>a</p></foo:bar><foo:bar><p>b</p><p>c</p></foo:bar>",
        "<my-x:y>a</my-x:y><my-x:y>b</my-x:y>",
        "<div\"a->x</div\"a-><div'a->y</div'a->",
        "<x-é>a</x-é><x-1.2>b</x-1.2>",
        "<noscript><p>much text in here</p></noscript><noscript><p>and more</p></noscript><p>x</p>",
        "<p>a<script></script><b>b</b><br><br>c</p>",
    ],
)
def test_each_path_finds_its_element_on_odd_pages(source: str) -> None:
    roots = parse(source).roots
    assert_paths_find_elements(roots, segment(roots))


def test_each_path_finds_its_element_after_a_premature_end_of_the_page() -> None:
    tree = etree.fromstring(b"<html><body><p>a</p></body></html>b<p>c</p>", etree.HTMLParser())
    assert_paths_find_elements(roots_of(tree), segment(roots_of(tree)))


def assert_paths_find_elements(roots: tuple[etree._Element, ...], table: BlockTable) -> None:
    """Each path finds one element, of the block's tag, that holds the block's text."""
    tree = roots[0].getroottree()
    for i, path in enumerate(table.xpaths()):
        found = tree.xpath(path)
        assert len(found) == 1, path
        assert found[0].tag == table.tag[table.element[i]]
        holds = "".join(found[0].itertext())
        assert all(piece.strip() in holds for piece in table.inline[i] if isinstance(piece, str))


@pytest.mark.parametrize(("language", "kept"), [("python", "python"), ("en", None), ("de-AT", None)])
def test_the_lang_of_code_is_a_programming_language_only_if_it_is_no_tongue(
    language: str, kept: str | None
) -> None:
    table = read(f"<pre lang={language}>x = 1</pre>")
    assert [attributes.get("lang") for attributes in table.attributes.values()] == ([kept] if kept else [])


def test_what_an_element_is_for_is_kept_apart_from_what_renderers_need() -> None:
    table = read(
        "<ol start=3 role=menu><li>x</ol><div style='display:none'><pre hidden><code class=language-c>y</code></pre></div>"
    )
    assert [(table.tag[e], kept) for e, kept in table.attributes.items()] == [
        ("ol", {"start": "3"}),
        ("code", {"lang": "c"}),
    ]
    assert [(table.tag[e], kept) for e, kept in table.purposes.items()] == [
        ("ol", {"role": "menu"}),
        ("div", {"style": "display:none"}),
        ("pre", {"hidden": ""}),
    ]


def test_a_drawing_with_a_hidden_label_stays_one_block_with_the_words_around_it() -> None:
    icon = (
        "<svg class=icon><use href='#link'></use><div class=visually-hidden><title>link</title></div></svg>"
    )
    assert read(f"<p>one {icon} two</p>").text == ["one two"]
    assert read("<p>one</p><svg><path><p>text behind a drawing left open").text == [
        "one",
        "text behind a drawing left open",
    ]
