"""What is kept arrives whole: each page in tests/structure with its Markdown, read back as what it was."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it.token import Token

from boilerstrip import Style, load_page
from tests.test_render import page_of
from tests.test_render_properties import READERS, flat, words_of

FOLDER = Path(__file__).parent / "structure"
PAGES = sorted(FOLDER.glob("*.html"))
each_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
URL = "https://example.org/dir/page"


def tokens_of(markdown: str) -> list[Token]:
    return READERS["html=True"].parse(markdown)


def test_there_are_pages_and_each_has_its_markdown() -> None:
    assert len(PAGES) >= 60
    assert {path.stem for path in FOLDER.glob("*.md")} == {path.stem for path in PAGES}


@each_page
def test_the_markdown_is_as_written(path: Path) -> None:
    page = page_of(path.read_text("utf-8"), url=URL)
    assert f"{page.markdown}\n" == path.with_suffix(".md").read_text("utf-8")


@each_page
def test_the_markdown_reads_back_as_the_text(path: Path) -> None:
    page = page_of(path.read_text("utf-8"), url=URL)
    tokens = tokens_of(page.markdown)
    assert words_of(tokens) == page.text.split()
    assert not [token for token in flat(tokens) if token.type in ("html_block", "html_inline", "code_block")]
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1


@each_page
def test_the_markdown_has_as_much_as_the_html(path: Path) -> None:
    page = page_of(path.read_text("utf-8"), url=URL)
    counts = Counter(token.type for token in flat(tokens_of(page.markdown)))
    tags = Counter(re.findall(r"<(\w+)", page.html))
    assert counts["link_open"] == tags["a"]
    assert counts["fence"] == tags["pre"]
    assert counts["hr"] == tags["hr"]
    assert counts["list_item_open"] == tags["li"]
    assert counts["bullet_list_open"] + counts["ordered_list_open"] == tags["ul"] + tags["ol"]
    assert counts["blockquote_open"] == tags["blockquote"] + page.html.count('<div class="markdown-alert ')


@each_page
def test_the_page_is_the_same_from_its_record(path: Path) -> None:
    page = page_of(path.read_text("utf-8"), url=URL)
    loaded = load_page(page.to_json())
    for form in ("md", "txt", "html"):
        assert loaded.render(form, Style()) == page.render(form, Style())


@each_page
def test_its_own_html_reads_as_the_same_again(path: Path) -> None:
    """What the HTML form writes, callouts and tasks among it, is understood when it is read."""
    page = page_of(path.read_text("utf-8"), url=URL)
    again = page_of(page.html, url=URL)
    assert again.markdown == page.markdown
