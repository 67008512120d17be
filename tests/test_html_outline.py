"""The HTML form: safe whatever the page holds, and the same document as the Markdown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from boilerstrip import Page, Style, extract, extract_text
from boilerstrip.render.url import ALLOWED_SCHEMES
from tests import test_hostile_properties as hostile
from tests import test_render_properties as invented
from tests.outlines import of_html, of_markdown
from tests.test_render import ARTICLE, page_of

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
URL = "https://example.org/a/page.html"
VALUES = {
    "class": re.compile(
        r"language-[\w+#.-]+|math (?:inline|display)|footnotes|markdown-alert(?:-title| markdown-alert-[a-z]+)"
    ),
    "style": re.compile("text-align:(?:left|center|right)"),
    "id": re.compile(r"fn(?:ref)?-[\w-]+"),
    "type": re.compile("checkbox"),
    **dict.fromkeys(("start", "colspan", "rowspan"), re.compile("[0-9]+")),
    "value": re.compile("[0-9]+"),
}
"""What attributes may be that are no words or addresses of the page."""
ROW_RE = re.compile(r"^\| `([^|]+)` \|([^|]*)\|$", re.MULTILINE)
ATTACKS = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<a href='java\nscript:alert(1)'>x</a>"),
    *(
        "<svg onload=alert(1)>",
        "<iframe src=//evil.example>",
        "<a href='data:text/html,x'>y</a>",
        "<style>*{}</style>",
    ),
    *(
        "<a href=\"https://e.org/' onmouseover='x\">z</a>",
        "<math><mi href=javascript:x>m</mi></math>",
        "<base href=//e>",
    ),
    *(
        '<img src="/a" alt="&quot;><script>">',
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<form action=/x><input name=q>",
    ),
    *(
        "<p onclick=x style='position:fixed' class=a id=b>p</p>",
        "<object data=x>",
        "<a href=vbscript:x>v</a>",
        "\0",
    ),
    *(
        "<pre><code class='language-\"><img src=x'>c</code></pre>",
        "<ol start='\"><b>'><li>1</ol>",
        "]]>",
        "-->",
    ),
)


def allowed() -> dict[str, set[str]]:
    """Tags and their attributes, as docs/library.md lists them."""
    text = (
        (ROOT / "docs" / "library.md").read_text("utf-8").split("\n## The HTML form\n")[1].split("\n## ")[0]
    )
    return {
        tag: set(re.findall(r"`(\w+)`", attributes))
        for tags, attributes in ROW_RE.findall(text)
        for tag in tags.split()
    }


def faults(html: str) -> list[str]:
    """What a fragment holds that it may not hold."""
    if not html:
        return []
    tags = allowed()
    found = []
    for element in lxml_html.fragment_fromstring(html).iter():
        if not isinstance(element.tag, str) or element.tag not in tags:
            found.append(str(element.tag))
            continue
        found += [f"{element.tag} {name}" for name in element.attrib if name not in tags[element.tag]]
        found += [
            f"{element.tag} {name}={value}"
            for name, value in element.attrib.items()
            if name in VALUES and not VALUES[name].fullmatch(value)
        ]
        for address in (element.get("href"), element.get("src")):
            scheme = re.match(r"\s*([^/?#]*?):", address or "")
            if scheme and scheme[1].lower() not in ALLOWED_SCHEMES:
                found.append(address or "")
    return found


def test_the_list_of_what_html_may_hold_is_read() -> None:
    tags = allowed()
    assert len(tags) > 25
    assert tags["a"] == {"href", "id", "title"}
    assert tags["em"] == set()
    assert faults(
        "<article><p onclick='x' class='big'>a<script>b</script><a href='x:y'>c</a></p></article>"
    ) == [
        "p onclick",
        "p class=big",
        "script",
        "x:y",
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_the_same_document_in_both_forms(path: Path) -> None:
    page = extract(path.read_bytes(), URL)
    for style in (Style(), Style(comments="separate", links="drop")):
        html, markdown = page.render("html", style), page.render("md", style)
        assert faults(html) == []
        if style == Style():
            assert of_html(html) == of_markdown(markdown)
        else:  # readers' words are plain there
            assert of_html(html).links == of_markdown(markdown).links == []


def test_every_kind_of_structure_is_the_same_in_both_forms() -> None:
    page = page_of(ARTICLE, url="https://e.org/")
    outline = of_markdown(page.markdown)
    assert outline == of_html(page.html)
    assert outline.blocks[:3] == ["h1: The title", "text: One <b> & two three", "<ul>"]
    assert "code c: a < b;" in outline.blocks
    assert [block for block in outline.blocks if block.startswith("cell")] == [
        *("cell: k", "cell: v", "cell: 1", "cell: x2"),
    ]
    assert outline.links == [("https://e.org/x?a=1&b=2", "two")]
    assert outline.images == [("https://e.org/i.png", 'say "i"'), ("https://e.org/f.png", "")]


def test_an_outline_that_differs_is_seen() -> None:
    assert of_markdown("# a\n\n- b") != of_html("<article><h1>a</h1><p>b</p></article>")
    assert of_markdown("- a\n- b") != of_html("<article><ul><li>a b</li></ul></article>")


@invented.thorough
@given(page=invented.pages)
def test_an_invented_page_is_the_same_document_in_both_forms(page: Page) -> None:
    html, markdown = of_html(page.html), of_markdown(page.markdown)
    assert html.blocks == markdown.blocks
    assert len(html.images) == len(markdown.images)
    assert faults(page.html) == []


@given(
    st.lists(st.one_of(st.sampled_from((*ATTACKS, *hostile.PIECES)), st.text(max_size=8)), max_size=20).map(
        "".join
    ),
    st.none() | st.text(max_size=20),
)
def test_no_page_gives_html_that_is_not_safe(source: str, url: str | None) -> None:
    prose = "A sentence of some length, with a comma in it, that a page of prose would have. " * 6
    page = extract(f"<main><h1>Title</h1><p>{prose}</p>{source}<p>{prose}</p></main>", url)
    assert faults(page.html) == []
    assert faults(page.render("html", Style(comments="separate", links="reference"))) == []
    assert faults(extract_text(f"{prose}\n\n{source}\n\n{prose}", url).html) == []
