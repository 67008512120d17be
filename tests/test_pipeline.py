"""`extract()`: whatever comes in gives a page, the same one however and how often it comes in."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from boilerstrip import extract, extract_text
from boilerstrip.errors import OptionError
from boilerstrip.options import Options, Style
from boilerstrip.page import Metadata, Page
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES
from tests.test_render_properties import HtmlReader, words_of

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
LABEL_RE = re.compile(r'<li id="fn-([^"]+)">|(?<=<sup>)<a href="#fn-[^"]+" id="fnref-[^"]+">([^<]+)</a>')
"""Where HTML has the label of a footnote."""
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)

PROSE = "The lower gate was torn from its hinges on Thursday night, and nobody was hurt. It will take weeks."
ARTICLE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lock gate strands barges</title></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Lock gate strands barges</h1><p>{PROSE}</p>
<p>Divers found the broken hinge on Friday, twelve metres down, beside a bicycle. Naïve — “quoted”.</p>
<p>A new one is on its way, says <a href="/lock">the keeper of the <b>lock</b></a>, and <code>code</code>.</p>
<ul><li>Two dozen barges wait above the lock, most of them with gravel for the new bridge.</li>
<li>Below it lie nine more, and one of them has carried the same load of coal for a week.</li></ul></article></main>
<div class="newsletter"><p>Subscribe to our newsletter</p></div><footer><a href="/imprint">Imprint</a></footer></body></html>
"""


def codes(page: Page) -> list[str]:
    return [warning.code for warning in page.warnings]


WORD_RE = re.compile(r"\w+")  # a heading's permalink sign ("¶") is no word


def kept_words(page: Page) -> list[str]:
    """Words of the kept blocks, the headline's first."""
    blocks = [block for block in page.blocks if block.kept]
    return [
        word
        for block in sorted(blocks, key=lambda b: b.role != "title")
        for word in WORD_RE.findall(block.text)
    ]


# What comes in


@pytest.mark.parametrize(
    "given_", [None, 7, bytearray(b"<p>x"), ["<p>x"], etree.ElementTree(etree.Element("p"))]
)
def test_a_page_of_another_type_is_a_type_error_that_names_it(given_: Any) -> None:
    with pytest.raises(
        TypeError, match=f"html must be str, bytes or an lxml element, not {type(given_).__name__}"
    ):
        extract(given_)


@pytest.mark.parametrize(
    ("url", "options"), [(b"https://a.example", None), (7, None), (None, {}), (None, "utf-8")]
)
def test_other_arguments_of_another_type_are_type_errors(url: Any, options: Any) -> None:
    with pytest.raises(TypeError, match=r"(url|options) must be"):
        extract("<p>x", url, options)


@pytest.mark.parametrize("form", ["md", "txt", "html", "json"])
@pytest.mark.parametrize("style", [None, {}, "md"])
def test_a_style_of_another_type_is_a_type_error(form: str, style: Any) -> None:
    with pytest.raises(TypeError, match=f"style must be Style, not {type(style).__name__}"):
        extract("<p>x").render(form, style)


def test_an_unknown_encoding_is_an_option_error() -> None:
    with pytest.raises(OptionError, match="unknown encoding 'utf-88'"):
        Options(encoding="utf-88")
    with pytest.raises(TypeError, match="encoding must be str or None, not bytes"):
        Options(encoding=b"utf-8")  # type: ignore[arg-type]


class Served(bytes):
    """Bytes of another class, as clients of the network and numpy's arrays of strings hold."""


@pytest.mark.parametrize("made", [Served, np.bytes_])
@pytest.mark.parametrize("reads", [extract, extract_text])
@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "latin-1", "utf-16"])
def test_bytes_of_another_class_are_read_as_bytes_are(made: Any, reads: Any, encoding: str) -> None:
    source = ARTICLE.replace("“quoted”", "quoted").replace("—", "-")
    source = source.replace("Naïve", "Naive") if encoding == "ascii" else source
    raw = source.replace("utf-8", encoding).encode(encoding)
    assert reads(made(raw)).to_json() == reads(raw).to_json()


USELESS: list[tuple[str | bytes, str]] = [
    ("", "empty-input"),
    (b"", "empty-input"),
    (" \n\t", "empty-input"),
    (b" \n\t", "empty-input"),
    (b"\xef\xbb\xbf", "empty-input"),
    ("<!-- only a comment -->", "empty-input"),
    ("<!DOCTYPE html>", "empty-input"),
    ("just words", "not-html"),
    (b"just words", "not-html"),
    (b"%PDF-1.7\n1 0 obj\n<<>>\nendobj", "not-html"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-html"),
    (bytes(range(256)) * 8, "not-html"),
    ("<p></p>", "no-main-content"),
    ("<html><head><title>T</title></head><body><script>x</script></body></html>", "no-main-content"),
    ("<img src=a.jpg>", "no-main-content"),
]


@pytest.mark.parametrize(("source", "code"), USELESS)
def test_a_useless_input_gives_a_page_without_text_that_says_why(source: str | bytes, code: str) -> None:
    page = extract(source)
    assert (page.text, page.markdown, page.html) == ("", "", "")
    assert code in codes(page)
    assert "no-main-content" in codes(page)
    assert json.loads(page.to_json())["text"] == ""
    assert not any(block.kept for block in page.blocks)
    assert page.confidence == 0


@pytest.mark.parametrize("tree", [etree.Comment("x"), etree.ProcessingInstruction("x"), etree.Entity("x")])
def test_a_tree_that_is_no_element_gives_a_page_without_text(tree: etree._Element) -> None:
    page = extract(tree)
    assert page.text == ""
    assert codes(page) == ["not-html", "no-main-content"]


@given(st.one_of(st.binary(max_size=60), st.text(st.characters(codec=None), max_size=60)))
def test_any_input_gives_a_page_that_renders(source: str | bytes) -> None:
    page = extract(source)
    for form in ("md", "txt", "html"):
        assert page.render(form).encode("utf-8").decode("utf-8") == page.render(form)
    assert json.loads(page.render("json").encode("utf-8"))["schema"] == 1


# The same page, however it comes in


def facts(page: Page) -> dict[str, Any]:
    record = page.to_dict()
    return {name: value for name, value in record.items() if name != "encoding"}


def test_bytes_text_and_tree_give_the_same_page() -> None:
    from_text = extract(ARTICLE)
    assert from_text.text.startswith("Lock gate strands barges\n\nThe lower gate")
    assert facts(from_text) == facts(extract(ARTICLE.encode()))
    assert facts(from_text) == facts(extract(html.document_fromstring(ARTICLE)))
    assert facts(from_text) == facts(extract(ARTICLE.encode("utf-16")))
    cp1252 = ARTICLE.replace('charset="utf-8"', 'charset="windows-1252"')
    assert facts(from_text) == facts(extract(cp1252.encode("windows-1252")))


def test_the_encoding_says_what_spoke_for_it() -> None:
    assert extract(ARTICLE).encoding == ("utf-8", "given")
    assert extract(html.document_fromstring(ARTICLE)).encoding.evidence == "given"
    assert extract(ARTICLE.encode()).encoding == ("utf-8", "meta")
    known = Options(encoding="utf-8")
    assert extract(ARTICLE.encode(), options=known).encoding == ("utf-8", "hint")
    assert extract(ARTICLE, options=known).encoding == ("utf-8", "given")


def test_only_the_given_element_is_read() -> None:
    tree = html.document_fromstring(ARTICLE)
    article = tree.find(".//article")
    assert article is not None
    article.tail = "not part of it"
    page = extract(article)
    assert "".join(page.text.split()) == "".join("".join(article.itertext()).split())


def test_a_tree_is_the_same_after_it_was_read() -> None:
    tree = html.document_fromstring(ARTICLE)
    before = etree.tostring(tree.getroottree())
    first = extract(tree).to_json()
    assert etree.tostring(tree.getroottree()) == before
    assert extract(tree).to_json() == first


def test_warnings_of_all_steps_arrive() -> None:
    assert codes(extract(f"<p>{PROSE}\0</p>")) == ["nul-characters"]
    assert codes(extract(b"<meta charset=shift_jis><p>" + "Привет, мир. ".encode() * 9)) == ["wrong-charset"]
    assert codes(extract("<div>" * 5_000 + PROSE)) == ["depth-flattened"]
    assert codes(extract(f"<body><p>Wait</p><noscript><p>{PROSE}</p><p>{PROSE}</p></noscript>")) == [
        "noscript-used"
    ]


def test_links_are_resolved_against_the_given_address_or_the_pages_base() -> None:
    assert "(https://a.example/lock)" in extract(ARTICLE, "https://a.example/news/1").markdown
    based = ARTICLE.replace("<head>", '<head><base href="https://b.example/x/">')
    assert "(https://b.example/lock)" in extract(based, "https://a.example/news/1").markdown


# Determinism


def test_the_same_page_comes_out_whatever_was_read_before() -> None:
    pages = [path.read_bytes() for path in SAMPLES[:5]]
    forward = [extract(page).to_json() for page in pages]
    backward = [extract(page).to_json() for page in reversed(pages)]
    assert forward == backward[::-1]


def test_another_process_with_other_hashes_gives_the_same_bytes() -> None:
    script = (
        "import sys, hashlib; from boilerstrip import extract\n"
        "for path in sys.argv[1:]: print(hashlib.sha256(extract(open(path, 'rb').read()).to_json().encode()).hexdigest())"
    )
    paths = [str(path) for path in SAMPLES[::3]]
    results = set()
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", script, *paths], capture_output=True, check=True, env=environment
        )
        results.add(run.stdout)
    assert len(results) == 1
    assert len(results.pop().split()) == len(paths)


# One decision, many forms


@each_sample
def test_kept_and_dropped_blocks_are_all_blocks(path: Path) -> None:
    page = extract(path.read_bytes())
    assert [block.text for block in page.blocks] == page.table.text
    assert len(page.blocks) == page.table.n_blocks > 0
    for block in page.blocks:
        assert block.role in (KEPT_ROLES if block.kept else DROPPED_ROLES)
        assert 0 <= block.score <= 1


@each_sample
def test_the_text_is_the_words_of_the_kept_blocks_headline_first(path: Path) -> None:
    page = extract(path.read_bytes())
    assert any(block.role == "title" for block in page.blocks), "else a title of the metadata would lead"
    if page.table.noted:  # footnotes stand last, and their numbers are set apart
        kept = " ".join(block.text for block in page.blocks if block.kept)
        words = re.compile(r"[^\W\d_]+")
        assert sorted(words.findall(page.text)) == sorted(words.findall(kept))
    else:
        blocks = sorted((block for block in page.blocks if block.kept), key=lambda b: b.role != "title")
        text, kept = letters(page.text), letters(" ".join(block.text for block in blocks))
        has_tabs = any(noted.get("as") == "#panel" for noted in page.table.attributes.values())
        # Labels of tabs stand above their panels.
        assert sorted(text) == sorted(kept) if has_tabs else text == kept


def test_a_title_that_no_block_shows_leads_the_text() -> None:
    page = extract(ARTICLE.replace("<h1>Lock gate strands barges</h1>", ""))
    assert page.title == "Lock gate strands barges"
    words = page.title.split() if page.text.startswith(page.title) else []
    assert WORD_RE.findall(page.text) == words + kept_words(page)


def letters(text: str) -> str:
    """The letters and digits of a text, as if none were above or below the line; no boxes of tasks, no smileys."""
    text = re.sub(r"^\[[ x]\] |:\w{2,20}:", "", text, flags=re.MULTILINE)
    return "".join(WORD_RE.findall(unicodedata.normalize("NFKC", text)))


@each_sample
@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("images", [True, False])
def test_no_style_changes_which_words_are_kept(path: Path, links: bool, images: bool) -> None:
    page = extract(path.read_bytes(), "https://example.org/a")
    style = Style(links=links, images=images)
    words = "".join(page.text.split())
    assert page.render("txt", style) == page.text
    written = page.render("html", style)
    # Which has no brackets around the numbers of footnotes.
    written = LABEL_RE.sub(lambda found: f"[{found[1] or found[2]}]", written)
    assert "".join(HtmlReader(written).words) == words
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    assert "".join(words_of(reader.parse(page.render("md", style)))) == words


def test_rendering_in_one_form_does_not_change_another() -> None:
    one, other = extract(ARTICLE), extract(ARTICLE)
    first = (one.text, one.html, one.markdown, one.to_json())
    assert (other.to_json(), other.markdown, other.html, other.text) == first[::-1]


# The record

KEYS = [
    "schema",
    "title",
    "text",
    "markdown",
    "html",
    "metadata",
    "links",
    "images",
    "comments",
    "posts",
    "page_type",
    "confidence",
    "encoding",
    "warnings",
]
METADATA_KEYS = (
    "title authors author date published modified sitename url hostname description language image "
    "categories tags license"
).split()


def test_the_keys_of_the_record_and_their_order_are_pinned() -> None:
    record = extract(ARTICLE, "https://a.example/1").to_dict()
    assert list(record) == [*KEYS, "base_url", "headline", "blocks", "elements"]
    assert list(extract(ARTICLE).to_dict(blocks=False)) == [*KEYS, "base_url"]
    assert record["schema"] == 1
    assert list(record["metadata"]) == METADATA_KEYS
    assert list(record["encoding"]) == ["name", "evidence"]
    keys = ["text", "kept", "role", "score", "reason", "xpath"]
    assert {tuple(block) for block in record["blocks"]} == {(*keys, "element"), (*keys, "element", "inline")}
    assert list(record["blocks"][0]["reason"]) == ["code", "evidence"]
    warned = extract("").to_dict()["warnings"]
    assert [list(warning) for warning in warned] == [["code", "message"]] * len(warned)


def test_the_record_is_plain_values_and_its_json_is_one_line_of_the_same() -> None:
    page = extract(ARTICLE, "https://a.example/1")

    def fail(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    line = page.to_json()
    assert "\n" not in line
    assert json.loads(line, parse_constant=fail) == page.to_dict()
    assert page.render("json", Style(blocks=True)) == line
    assert json.loads(page.render("json")) == page.to_dict(blocks=False)


def test_forms_are_rendered_once_and_an_unknown_one_is_an_option_error() -> None:
    page = extract(ARTICLE)
    assert page.markdown is page.markdown
    assert page.blocks is page.blocks
    with pytest.raises(OptionError, match="unknown format 'pdf'"):
        page.render("pdf")


def test_full_metadata_fills_in_what_the_page_does_not_state() -> None:
    source = ARTICLE.replace("</h1>", "</h1><p>Published 7 March 2025, by the staff</p>")
    fast, full = extract(source), extract(source, options=Options(metadata="full"))
    assert (fast.text, fast.metadata.title) == (full.text, full.metadata.title)
    stated = [name for name in Metadata.__slots__ if getattr(fast.metadata, name)]
    assert all(getattr(full.metadata, name) == getattr(fast.metadata, name) for name in stated)


def test_unknown_metadata_is_an_option_error() -> None:
    with pytest.raises(OptionError, match="unknown metadata 'slow'; choose one of: fast, full"):
        Options(metadata="slow")


def test_probabilities_are_told_with_four_decimals() -> None:
    """Not as the doubles nearest to single precision, such as 0.007400000002235174."""
    page = extract((Path(__file__).parents[1] / "samples" / "news-donation-wpdiscuz.html").read_bytes())
    assert page.page_type
    told = [*page.decisions.score, page.page_type.probability]
    assert any(told)
    assert told == [round(number, 4) for number in told]
    lines = extract_text("\n".join(f"Line {n} about the gates of the old town." for n in range(40)))
    assert lines.decisions.score == [round(number, 4) for number in lines.decisions.score]
