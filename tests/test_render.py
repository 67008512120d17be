"""Page -> string: the case files, the forms, the styles, and pages that go to extremes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from boilerstrip import load_page
from boilerstrip.block import Decisions, Reason, Stated
from boilerstrip.errors import OptionError
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.page import Encoding, Metadata, Page, warn
from boilerstrip.parse import parse
from boilerstrip.render import RENDERERS, render
from boilerstrip.render.places import MAX_NEST
from boilerstrip.render.resources import find_resources
from boilerstrip.render.talk import tell
from boilerstrip.segment import segment
from tests.pure import pure

CASE_FILES = sorted((Path(__file__).parent / "cases").glob("*.md"))
ARTICLE = """<h1>The <i>title</i></h1><p>One &lt;b&gt; &amp; <a href="/x?a=1&amp;b=2">two</a><br>three</p>
<img src="/i.png" alt='say "i"'><ul><li>a<li>b<ol start=3><li>c</ol></ul>
<table><tr><th>k<th>v<tr><td>1<td>x<sup>2</sup></table><pre><code class="language-c">a &lt; b;\n</code></pre>
<figure><img src="/f.png"><figcaption>Shown.</figcaption></figure><blockquote><p>q</p><p>r</p></blockquote>"""


def page_of(source: str, *, keep: bool = True, title: str | None = None, url: str | None = None) -> Page:
    """A page whose blocks are all kept (or none); the first `<h1>` is the headline."""
    table = segment(parse(source).roots)
    n = table.n_blocks
    headline = next((b for b in range(n) if table.tag[table.element[b]] == "h1"), -1)
    decisions = Decisions(
        [0.5] * n, [keep] * n, ["paragraph"] * n, [Reason("score")] * n, headline if keep else -1
    )
    encoding = Encoding("utf-8", "given")
    page = Page(title, Metadata(), table, decisions, None, 1.0, (), encoding, url, render)
    return replace(page, finder=find_resources)


def written(source: str) -> str:
    """The Markdown of a page whose blocks are all kept: the same in Python alone, and from its record."""
    page = page_of(source)
    with pure():
        assert page_of(source).markdown == page.markdown
    again = load_page(page.to_json())
    assert (again.markdown, again.html) == (page.markdown, page.html)
    return page.markdown


def cases() -> Sequence[object]:
    """Title, HTML and Markdown of every case; each is set off by lines that hold a full stop alone."""
    found = []
    for path in CASE_FILES:
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        for at in range(0, len(parts) - 1, 3):
            title, source, expected = parts[at : at + 3]
            found.append(pytest.param(source, expected, id=f"{path.stem}: {title.strip()}"))
    return found


def test_case_files_are_found() -> None:
    """An empty folder would pass every case."""
    assert len(CASE_FILES) >= 8
    assert len(cases()) >= 90


@pytest.mark.parametrize(("source", "expected"), cases())
def test_case(source: str, expected: str) -> None:
    """The page's Markdown is as written in the case file."""
    assert page_of(source, url="https://example.org/dir/page").markdown == expected


def test_order_of_the_forms() -> None:
    """The table of renderers is what messages and help list, in this order."""
    assert list(RENDERERS) == ["md", "txt", "html", "json"]


@pytest.mark.parametrize("form", ["pdf", ""])
def test_unknown_forms(form: str) -> None:
    """A form that does not exist is an error that names the choices."""
    with pytest.raises(OptionError, match="choose one of"):
        page_of("<p>a").render(form, DEFAULT_STYLE)


def test_text_form() -> None:
    """Paragraphs are apart by a blank line; items, rows and lines have lines, cells a tab."""
    assert page_of(ARTICLE).text.split("\n") == [
        *("The title", "", "One <b> & two", "three", "", "a", "b", "c", ""),
        *("k\tv", "1\tx²", "", "a < b;", "", "Shown.", "", "q", "", "r"),
    ]


def test_html_form() -> None:
    """Minimal, escaped, one node a line."""
    assert page_of(ARTICLE, url="https://e.org/").html.split("\n") == [
        "<article>",
        "<h1>The <em>title</em></h1>",
        '<p>One &lt;b&gt; &amp; <a href="https://e.org/x?a=1&amp;b=2">two</a><br>three</p>',
        '<p><img src="https://e.org/i.png" alt="say &quot;i&quot;"></p>',
        *("<ul>", "<li>a</li>", "<li>b", '<ol start="3">', "<li>c</li>", "</ol></li>", "</ul>"),
        *("<table>", "<thead>", "<tr><th>k</th><th>v</th></tr>", "</thead>", "<tbody>"),
        *("<tr><td>1</td><td>x<sup>2</sup></td></tr>", "</tbody>", "</table>"),
        '<pre><code class="language-c">a &lt; b;</code></pre>',
        *("<figure>", '<img src="https://e.org/f.png" alt="">'),
        *("<figcaption>Shown.</figcaption>", "</figure>"),
        *("<blockquote>", "<p>q</p>", "<p>r</p>", "</blockquote>", "</article>"),
    ]


def test_json_form() -> None:
    """All of the page on one line, its strings clean."""
    page = replace(page_of("<p>a\x1b\u2028b"), warnings=(warn("noscript-used"),))
    line = page.to_json()
    assert "\n" not in line
    assert "\u2028" not in line
    record = json.loads(line)
    assert list(record) == list(page.to_dict())
    assert record["markdown"] == "a b"
    assert record["blocks"][0]["text"] == "a b"


def test_json_has_no_nan() -> None:
    """A number that JSON lacks is null."""
    page = replace(page_of("<p>a"), confidence=float("nan"))
    assert json.loads(page.to_json(), parse_constant=pytest.fail)["confidence"] is None


def test_nothing_kept() -> None:
    """A page without main content is empty in every form, whatever its title; JSON is whole."""
    said = Stated("y", "x", None, None, None, -1, 0, is_post=False)
    page = replace(page_of("<p>a", keep=False, title="T"), stated=(said,), teller=tell)
    style = Style(frontmatter=True, comments="separate")
    assert [page.render(form, style) for form in ("md", "txt", "html")] == ["", "", ""]
    assert json.loads(page.to_json())["title"] == "T"


def test_title_without_headline() -> None:
    """Where no headline is visible, the page's title stands for it."""
    page = page_of("<p>text</p>", title=" 1 <b> \x07title")
    assert page.markdown == "# 1 \\<b> title\n\ntext"


def test_without_links() -> None:
    """The linked words stay."""
    page = page_of("<p><b><a href='/x'>a</a></b> [<a href='/y'>1</a>]")
    assert page.render("md", Style(links=False)) == "**a** [1]"
    assert page.render("html", Style(links=False)) == "<article>\n<p><strong>a</strong> [1]</p>\n</article>"


def test_without_images() -> None:
    """Images go, and the links and paragraphs that held nothing else."""
    page = page_of("<p>a<a href='/x'><img src='/i.png'></a></p><img src='/j.png'><p>b")
    assert page.render("md", Style(images=False)) == "a\n\nb"


def test_no_base() -> None:
    """Without the page's address, relative ones stay as they are."""
    assert page_of("<a href='#x'>a</a> <a href='../b'>b</a>").markdown == "[a](#x) [b](../b)"


def test_front_matter() -> None:
    """The fields that are present, in the order of `Metadata`, quoted where YAML would take more than a string."""
    metadata = Metadata(
        title='Say: "no"',
        authors=("A: b", "C\x00"),
        date="2025-01-01",
        language="no",
        description="x\u2028\ty",
    )
    page = replace(page_of("<p>text</p>"), metadata=metadata)
    assert page.render("md", Style(frontmatter=True)).split("\n") == [
        "---",
        "title: 'Say: \"no\"'",
        *("authors:", "- 'A: b'", "- C"),
        'date: "2025-01-01"',
        r'description: "x\L\ty"',
        'language: "no"',
        "---",
        "",
        "text",
    ]
    assert page_of("<p>text</p>").render("md", Style(frontmatter=True)) == "text"


def test_comments() -> None:
    """A section of its own in every form; dropped by default."""
    stated = (
        Stated("First *line*\nsecond", "Ann", "2025-01-02", None, None, -1, 0, is_post=False),
        Stated("b", None, None, None, None, -1, 0, is_post=False),
    )
    page = replace(page_of("<p>text</p>"), stated=stated, teller=tell)
    assert page.markdown == "text"
    separate = Style(comments="separate")
    assert page.render("md", separate) == (
        "text\n\n## Comments\n\nAnn, 2025-01-02\n\n> First \\*line*\\\n> second\n\n> b"
    )
    assert page.render("txt", separate) == "text\n\nComments\n\nAnn, 2025-01-02\n\nFirst *line*\nsecond\n\nb"


@pytest.mark.parametrize("tag", ["ul><li", "blockquote", "table><tr><td", "figure", "dl><dt", "i", "div"])
def test_deep_nesting(tag: str) -> None:
    """No depth breaks a renderer, and no words are lost to it."""
    page = page_of(f"<{tag}>word " * 600)
    assert page.text.split() == ["word"] * 600
    assert max(len(line) - len(line.lstrip(" >-")) for line in page.markdown.split("\n")) <= 2 * MAX_NEST


@pytest.mark.parametrize(
    "source",
    [
        "<tr><td rowspan=65534 colspan=1000>a<td>b" * 1_000,
        "<tr><td rowspan=65534>a<td>b" * 2_000,
        "".join(f"<tr>{'<td>' * n}a<td>b" for n in range(800)),
    ],
)
def test_tables_that_explode(source: str) -> None:
    """A table whose spans or ragged rows make too many cells comes as its words."""
    page = page_of(f"<table>{source}</table>")
    assert "|" not in page.markdown
    assert page.text.split() == ["a", "b"] * (page.table.n_blocks // 2)


@pytest.mark.parametrize("second", ["", "<td>3<tr><td>4<td>5"])
@pytest.mark.parametrize(
    "loose", ["<div>between</div>", "<caption>between</caption>", "<caption>x<p>y</caption>"]
)
def test_what_stands_in_no_cell_comes_before_any_table(loose: str, second: str) -> None:
    """Whether images or more cells make it a table or not: the order of the words is the same."""
    page = page_of(f"<p>above<table><tr><td>1<td>2<tr>{loose}{second}</table>")
    words = page.text.split()
    assert words[:2] == ["above", "between" if "between" in loose else "x"]
    assert words == page.markdown.replace("|", "").replace("---", "").split()


@pytest.mark.parametrize("words", ["<b>Mind the gap</b>", "<sup><b>Mind the gap</b></sup>"])
def test_bold_words_of_a_callout_do_not_look_like_its_title(words: str) -> None:
    box = f"<div class='markdown-alert markdown-alert-note'><p>{words}</p><p>Really.</p></div>"
    assert page_of(f"<h1>T</h1>{box}").markdown == "# T\n\n> [!NOTE]\n>\n> **Mind the gap**\n>\n> Really."


def test_a_callout_that_is_only_an_image_is_the_image_in_every_form() -> None:
    page = page_of(
        "<h1>T</h1><div class='markdown-alert markdown-alert-note'><p><img src=/i.png alt=i></p></div>"
    )
    assert (page.markdown, page.text) == ("# T\n\n![i](/i.png)", "T")


def test_the_title_of_something_embedded_is_no_word_of_the_text() -> None:
    frame = "<iframe src='https://www.youtube.com/embed/dQw4w9WgXcQ' title='Shaping a loaf'></iframe>"
    page = page_of(f"<h1>T</h1><p>a</p>{frame}<p>b</p>")
    assert "[Shaping a loaf](https://www.youtube.com/watch?v=dQw4w9WgXcQ)" in page.markdown
    assert page.text == "T\n\na\n\nb"


def test_a_cell_that_looks_like_a_callout_is_a_cell() -> None:
    page = page_of(
        "<h1>T</h1><table><tr><th>a<th>b<tr><td>1<td class='admonition note'>2<tr><td>3<td>4</table>"
    )
    assert page.markdown == "# T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |"
