"""Styles of Markdown: lines of some length, links at the end, images as text, tables as lines."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip import OptionError, Page, Style, extract
from boilerstrip.block import Stated
from boilerstrip.cli.main import run
from boilerstrip.render.talk import tell
from boilerstrip.render.wrap import wrapped
from tests import test_render_properties as invented
from tests.outlines import of_markdown
from tests.test_render import page_of
from tests.test_render_properties import READERS, assert_same_words

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
URL = "https://example.org/dir/page"
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def md(source: str, **style: Any) -> str:
    """The Markdown of a small page of which every block is kept."""
    return page_of(source, url=URL).render("md", Style(**style))


# What is refused


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ({"links": "footnote"}, "unknown links 'footnote'; choose one of: inline, reference, drop"),
        ({"images": "inline"}, "unknown images 'inline'; choose one of: keep, alt, drop"),
        ({"tables": "csv"}, "unknown tables 'csv'; choose one of: markdown, text"),
        ({"comments": "inline"}, "unknown comments 'inline'; choose one of: drop, separate"),
        ({"links": None}, "unknown links None; choose one of: inline, reference, drop"),
        ({"wrap": -1}, "wrap is -1; give a number of columns, or 0 for no wrapping"),
    ],
)
def test_a_style_that_is_none_is_refused(style: dict[str, Any], said: str) -> None:
    with pytest.raises(OptionError, match=re.escape(said)):
        Style(**style)


@pytest.mark.parametrize(
    "style", [{"wrap": True}, {"wrap": "80"}, {"wrap": 80.0}, {"blocks": 1}, {"frontmatter": None}]
)
def test_a_style_of_another_type_is_refused(style: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Style(**style)


def test_true_and_false_are_styles_of_links_and_images() -> None:
    assert Style(links=True, images=True) == Style()
    assert Style(links=False, images=False) == Style(links="drop", images="drop")


@pytest.mark.parametrize(
    "arguments",
    [["--links", "none"], ["--images", "none"], ["--tables", "csv"], ["--wrap", "-1"], ["--wrap", "wide"]],
)
def test_the_command_refuses_them_too(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "page.html"]) == 2
    assert arguments[0] in capsys.readouterr().err


# Lines

PROSE = "The mill stood idle for eleven years before anybody asked what it would cost to turn it again."


def test_a_paragraph_is_wrapped_at_the_columns() -> None:
    assert md(f"<p>{PROSE}</p>", wrap=40).split("\n") == [
        "The mill stood idle for eleven years",
        "before anybody asked what it would cost",
        "to turn it again.",
    ]
    assert md(f"<p>{PROSE}</p>", wrap=0) == md(f"<p>{PROSE}</p>") == PROSE


def test_lines_of_items_and_quotes_are_set_in_and_count_that() -> None:
    source = (
        f"<ol><li>{PROSE}<ul><li>{PROSE}</ul></ol><blockquote><p>{PROSE}</p><ul><li>{PROSE}</ul></blockquote>"
    )
    assert md(source, wrap=48).split("\n") == [
        "1. The mill stood idle for eleven years before",
        "   anybody asked what it would cost to turn it",
        "   again.",
        "   - The mill stood idle for eleven years before",
        "     anybody asked what it would cost to turn it",
        "     again.",
        "",
        "> The mill stood idle for eleven years before",
        "> anybody asked what it would cost to turn it",
        "> again.",
        ">",
        "> - The mill stood idle for eleven years before",
        ">   anybody asked what it would cost to turn it",
        ">   again.",
    ]


def test_line_breaks_of_the_page_stay() -> None:
    assert md("<p>one two three<br>four five six</p>", wrap=9).split("\n") == [
        "one two",
        "three\\",
        "four five",
        "six",
    ]


def test_headings_code_and_tables_are_never_wrapped() -> None:
    source = (
        f"<h1>{PROSE}</h1><h2>{PROSE}</h2><pre>{PROSE}</pre>"
        f"<table><tr><th>a<th>b<tr><td>{PROSE}<td>c</table><ul><li><pre>{PROSE}</pre></ul>"
    )
    assert md(source, wrap=20) == md(source)
    assert md(source, wrap=20, tables="text") == md(source, tables="text")


def test_code_in_a_line_and_addresses_stay_whole() -> None:
    source = (
        '<p>call <code>make all the things now</code> and see <a href="/a-long-address">here</a> then</p>'
    )
    assert md(source, wrap=12).split("\n") == [
        "call",
        "`make all the things now`",
        "and see",
        "[here](https://example.org/a-long-address)",
        "then",
    ]


def test_text_without_blanks_is_not_cut() -> None:
    text = "水車は十一年のあいだ止まっていた。もう一度回すのにいくらかかるのか、誰も尋ねなかった。"
    assert md(f"<p>{text}</p>", wrap=10) == text


@pytest.mark.parametrize(
    "word",
    [
        *(
            "-",
            "+",
            "*",
            "1.",
            "12)",
            "#",
            "######",
            ">",
            ">x",
            "---",
            "===",
            "=",
            "--",
            "|",
            ":-",
            "~~~",
            "~~~x",
            "[ ]",
        ),
        *(
            "[x]",
            "[^1]:x",
            "<b>",
            "<!--",
            "```",
            "`",
            "``",
            "\\",
            "&amp;",
            "-----|----",
            "[a]:",
            "***",
            "___",
            "<div>",
        ),
    ],
)
def test_no_line_begins_or_ends_as_markup(word: str) -> None:
    """Wherever the line is cut, a reader gets the paragraph that it gets of one line."""
    written = word.replace("&", "&amp;").replace("<", "&lt;")
    words = f"{written} aa {written} {written} b\\ {written} c"
    for source in (f"<p>{words}</p>", f"<ul><li><p>c {words}</p></ul>"):
        page = page_of(source, url=URL)
        expected = of_markdown(page.markdown)
        for columns in range(1, 4 * len(word) + 12):
            shown = page.render("md", Style(wrap=columns))
            assert of_markdown(shown) == expected, shown


def test_code_that_looks_like_markup_is_not_cut_open() -> None:
    source = "<p>aa <code>x <div> - y</code> bb <code>``` a``b</code> cc</p>".replace("<div>", "&lt;div&gt;")
    page = page_of(source)
    for columns in range(1, 40):
        assert of_markdown(page.render("md", Style(wrap=columns))) == of_markdown(page.markdown)


@invented.thorough
@given(page=invented.pages, columns=st.integers(1, 30), links=st.sampled_from(["inline", "reference"]))
def test_a_wrapped_page_reads_as_the_page(page: Page, columns: int, links: str) -> None:
    plain = page.render("md", Style(links=links))
    assert of_markdown(page.render("md", Style(links=links, wrap=columns))) == of_markdown(plain)


@each_sample
def test_a_wrapped_sample_reads_as_the_sample(path: Path) -> None:
    page = extract(path.read_bytes(), URL)
    plain, narrow = page.markdown, page.render("md", Style(wrap=60))
    assert of_markdown(narrow) == of_markdown(plain)
    assert narrow.split() == plain.split() or ">" in narrow
    whole = {*plain.split("\n")}  # headings, rows and code stay as they are
    for line in narrow.split("\n"):
        assert len(line) <= 60 or line in whole or max(map(len, line.split())) > 50, line


def test_wrapping_takes_time_in_proportion() -> None:
    def seconds(n: int) -> float:
        texts = ("a- - # ` b " * n, "`" * n + " x", "* " * n, "[x] " * n, "a" * n, "` `` " * n)
        taken = list[float]()
        for _ in range(3):  # the least of them, for other programs run too
            start = time.process_time()
            for text in texts:
                wrapped(text, 20)
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(16_000) < 12 * max(seconds(4_000), 0.05)


# Links

LINKED = '<p>See <a href="/a">the <b>atlas</b></a>, <a href="/b(c">b</a> and <a href="/a">it</a> again.</p>'


def test_links_as_references_stand_at_the_end_each_once() -> None:
    assert md(LINKED, links="reference") == (
        "See [the **atlas**][1], [b][2] and [it][1] again.\n"
        "\n"
        "[1]: https://example.org/a\n"
        "[2]: https://example.org/b\\(c"
    )
    assert md(LINKED, links="drop") == "See the **atlas**, b and it again."
    assert md("<p>No links [1](x).</p>", links="reference") == "No links [1\\](x)."


def test_numbers_that_the_page_has_in_brackets_are_not_taken_for_links() -> None:
    source = '<p>As shown [1] by <a href="/a">others</a> [ 2 ].</p>'
    shown = md(source, links="reference")
    assert shown == "As shown [1] by [others][3] [ 2 ].\n\n[3]: https://example.org/a"
    assert of_markdown(shown) == of_markdown(md(source))


def test_links_in_lists_tables_and_images_are_references_too() -> None:
    source = (
        '<ul><li><a href="/a">a</a></ul><table><tr><th>k<th>v<tr><td><a href="/t|x">t</a><td>2</table>'
        '<p><a href="/big"><img src="/i.png" alt="i"></a></p><pre><a href="/no">x</a>](y)</pre>'
    )
    assert of_markdown(md(source, links="reference")) == of_markdown(md(source))
    assert "[![i](https://example.org/i.png)][3]" in md(source, links="reference")


@invented.thorough
@given(page=invented.pages)
def test_a_page_with_references_reads_as_the_page(page: Page) -> None:
    shown = page.render("md", Style(links="reference"))
    assert of_markdown(shown) == of_markdown(page.markdown)
    assert "\0" not in shown


def test_words_of_comments_keep_their_links_where_they_are() -> None:
    stated = (Stated("words", "Ann", None, None, None, -1, 0, is_post=False),)
    page = replace(page_of(LINKED, url=URL), stated=stated, teller=tell)
    shown = page.render("md", Style(links="reference", comments="separate"))
    assert shown.endswith("> words\n\n[1]: https://example.org/a\n[2]: https://example.org/b\\(c")


# Images

PICTURE = '<p>Before<img src="/i.png" alt="a *map*">after.</p><p><img src="/j.png" alt=""></p><p><img src="/k.png" alt="A tide"></p>'


def test_images_are_kept_or_their_alternative_text_or_nothing() -> None:
    assert md(PICTURE).split("\n\n") == [
        "Before![a \\*map\\*](https://example.org/i.png)after.",
        "![](https://example.org/j.png)",
        "![A tide](https://example.org/k.png)",
    ]
    assert md(PICTURE, images="alt").split("\n\n") == ["Before a \\*map* after.", "A tide"]
    assert md(PICTURE, images="drop").split("\n\n") == ["Before after."]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("May 9, 2026{}If", "May 9, 2026 If"),
        ("at:{}the lock", "at: the lock"),
        ("Open on<a href=/b>{}</a>this week", "Open on this week"),
        ("<b>Open</b>{}<b>this <i>week</i></b>", "Open this week"),
        ("one {} two, (see{}) and {}three", "one two, (see) and three"),
        ("({}this)", "(this)"),
        ("水{}门", "水门"),
        ("one<br>{}two{}<br>three", "one\ntwo\nthree"),
        ("<code>one{}two</code>", "onetwo"),
        ("one{}{}two", "one two"),
        ("weir{}<sup>2</sup> is H<sub>{}2</sub>{}O", "weir² is H₂ O"),
    ],
)
def test_words_on_both_sides_of_an_image_are_apart(source: str, words: str) -> None:
    page = page_of(f"<p>{source.replace('{}', '<img src=/i.png alt=x>')}</p>", url=URL)
    assert page.text == words
    markdown = page.render("md", Style(links="drop", images="drop"))
    assert markdown.replace("\\\n", "\n").translate(dict.fromkeys(b"*`")) == words


def test_what_is_no_image_of_the_page_holds_no_words_apart() -> None:
    page = page_of("<p>one<img src=/p.gif width=1>two<img src=/a.jpg class=avatar>three")
    assert page.text == "onetwothree"


def test_a_linked_image_as_text_is_the_words_of_the_link() -> None:
    source = '<p><a href="/big"><img src="/i.png" alt="A map"></a></p>'
    assert md(source, images="alt") == "[A map](https://example.org/big)"


def test_text_has_alternative_texts_only_where_they_are_asked_for() -> None:
    page = page_of(PICTURE, url=URL)
    assert page.text == page.render("txt", Style(images="drop")) == "Before after."
    assert page.render("txt", Style(images="alt")) == "Before a *map* after.\n\nA tide"
    assert "<img" not in page.render("html", Style(images="alt"))


@invented.thorough
@given(page=invented.pages)
def test_alternative_texts_are_words_of_the_document(page: Page) -> None:
    shown = of_markdown(page.render("md", Style(images="alt")))
    assert shown.images == []


# Tables

TABLE = """<table><caption>Tides</caption><tr><th>Port<th>High<th>Low<tr><td><a href="/h">Halden</a><td><td>0.4
<tr><td><td>3<br>m<td>- 1 *</table>"""


def test_tables_as_text_are_a_line_a_row() -> None:
    assert md(TABLE, tables="text") == (
        "Tides\n\nPort\tHigh\tLow\\\n[Halden](https://example.org/h)\t\t0.4\\\n3 m\t- 1 *"
    )
    assert page_of(TABLE).render("html", Style(tables="text")) == page_of(TABLE).html
    assert page_of(TABLE).render("txt", Style(tables="text")) == page_of(TABLE).text


@invented.thorough
@given(page=invented.pages)
def test_tables_as_text_have_their_words(page: Page) -> None:
    tokens = READERS["html=True"].parse(page.render("md", Style(tables="text")))
    assert not any(token.type == "table_open" for token in tokens)
    assert_same_words(tokens, page)


# JSON


def test_json_heeds_none_of_them() -> None:
    page = page_of(LINKED + PICTURE, url=URL)
    style = Style(links="drop", images="alt", tables="text", wrap=9, frontmatter=True, comments="separate")
    assert json.loads(page.render("json", style)) == json.loads(page.render("json"))


def test_the_box_of_a_task_is_never_wrapped() -> None:
    address = "https://example.org/" + "a" * 40
    page = page_of(f"<ul><li><input type=checkbox disabled> tide <a href={address}>link</a></li></ul>")
    assert page.render("md", Style(wrap=10)) == f"- [ ] tide\n  [link]({address})"
    page = page_of(f"<ul><li><input type=checkbox disabled> <a href={address}>link</a></li></ul>")
    assert page.render("md", Style(wrap=10)) == f"- [ ] [link]({address})"
