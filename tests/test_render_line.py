"""JSON written by parts is what `json.dumps` writes of the whole."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from boilerstrip import Page, extract
from boilerstrip.block import Decisions
from boilerstrip.render.clean import clean
from boilerstrip.render.line import _is_suspect, line_of
from boilerstrip.render.record import json_line

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))

ODD = """<title>"Quoted" \\ back</title><body><h1>"Quoted" \\ back <a href="#x" title='"'>¶</a></h1>
<p class='a"b'>He said "no" \\ and left. <a href="/x?a=%22&amp;b=1">link "there" \\</a> <b>bold</b></p>
<x:"y id=1><p>In an element whose name has a quote, with a tab\tand an emoji \U0001f600, 水循環.</x:"y>
<x-\\y>In one with a sign that JSON escapes.</x-\\y><x-y\x17z>And one with a control character.</x-y\x17z><pre>  two
    lines\twith "tabs"</pre><img src="/a.png" alt='say "x"'>"""
"""Characters that JSON escapes, in every field that is a string."""


@pytest.mark.parametrize("html", [*(path.read_bytes() for path in SAMPLES), ODD.encode(), b"<p>x", b""])
@pytest.mark.parametrize("blocks", [True, False])
def test_it_is_what_json_writes(html: bytes, *, blocks: bool) -> None:
    page = extract(html, "https://example.org/?q=%22")
    line = line_of(page, blocks=blocks)
    assert line.text == json.dumps(page.to_dict(blocks=blocks), ensure_ascii=False)
    assert line.is_suspect == _is_suspect(line.text)


def scored(page: Page, *scores: float) -> Page:
    """The page with other scores."""
    told = page.decisions
    return replace(page, decisions=Decisions([*scores], told.kept, told.role, told.reason, told.headline))


def test_whole_numbers_stay_whole() -> None:
    """1 and 1.0 are the same to a cache that does not look at their types."""
    line = line_of(scored(extract("<p>a<p>b<p>c<p>d"), 1.0, 1, 0.25, 1.0), blocks=True)
    scores = [found["score"] for found in json.loads(line.text)["blocks"]]
    assert [*map(repr, scores)] == ["1.0", "1", "0.25", "1.0"]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("field", ["confidence", "score"])
def test_numbers_that_json_has_not(bad: float, field: str) -> None:
    page = extract("<p>x")
    page = scored(page, bad) if field == "score" else replace(page, confidence=bad)
    with pytest.raises(ValueError, match=r"."):
        line_of(page, blocks=True)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a\u202eb", id="text"),
        pytest.param("<p>a <a href='/\x85'>b</a>", id="address"),
        pytest.param("<p class='nav-\u202e'>a", id="evidence"),
        pytest.param("<x\x7f-y>a</x\x7f-y>", id="tag"),
        pytest.param("<ol start='\x7f1'><li>a<li>b</ol>", id="attribute"),
    ],
)
def test_what_has_to_be_cleaned_is_found_wherever_it_is(html: str) -> None:
    page = extract(f"<body>{html}<p>x")
    assert _is_suspect(json.dumps(page.to_dict(), ensure_ascii=False))
    assert line_of(page, blocks=True).is_suspect


@pytest.mark.parametrize("beside", ["a", "é", "水"])
def test_just_what_has_to_be_cleaned_is_suspect(beside: str) -> None:
    """Tried for every character, as JSON writes it: not one too many, for each costs a second look at all."""
    for char in [*map(chr, range(0x10000)), "\U00010000", "\U0001f600", "\U0010ffff"]:
        line = json.dumps({"text": f"{beside}{char}{beside}"}, ensure_ascii=False)
        assert _is_suspect(line) == (clean(char) != char or char in "\u2028\u2029"), hex(ord(char))


@pytest.mark.parametrize("text", [r"\rho", r"C:\bin", r"\\f", r"\u0007", r"a\b\f\r"])
def test_a_backslash_of_the_page_is_no_escape(text: str) -> None:
    page = extract(f"<p>{text}")
    assert page.table.text == [text]
    assert not _is_suspect(json.dumps(text))
    assert not line_of(page, blocks=True).is_suspect


def test_a_word_that_looks_like_an_escape() -> None:
    assert json.loads(json_line(extract("<p>C:\\u0007\\bin \\r NaN Infinity"), blocks=True))["blocks"][0][
        "text"
    ].startswith("C:")
