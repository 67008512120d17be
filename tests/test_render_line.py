"""JSON written by parts is what `json.dumps` writes of the whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from boilerstrip import extract
from boilerstrip.render.clean import clean
from boilerstrip.render.line import json_of
from boilerstrip.render.record import _is_suspect, json_line

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))

ODD = """<title>"Quoted" \\ back</title><body><h1>"Quoted" \\ back <a href="#x" title='"'>¶</a></h1>
<p class='a"b'>He said "no" \\ and left. <a href="/x?a=%22&amp;b=1">link "there" \\</a> <b>bold</b></p>
<x:"y id=1><p>In an element whose name has a quote, with a tab\tand an emoji \U0001f600, 水循環.</x:"y>
<x-y\\\x17z>In one whose name has a control character and a backslash.</x-y\\\x17z>
<pre>  two
    lines\twith "tabs"</pre><img src="/a.png" alt='say "x"'>"""
"""Characters that JSON escapes, in every field that is a string."""


@pytest.mark.parametrize("html", [*(path.read_bytes() for path in SAMPLES), ODD.encode(), b"<p>x", b""])
def test_it_is_what_json_writes(html: bytes) -> None:
    record = extract(html, "https://example.org/?q=%22").to_dict()
    assert json_of(record) == json.dumps(record, ensure_ascii=False)


def test_a_record_without_blocks() -> None:
    record: dict[str, Any] = {"a": 1, "text": 'x"\n', "blocks": [], "b": None}
    assert json_of(record) == json.dumps(record, ensure_ascii=False)


def test_whole_numbers_stay_whole() -> None:
    """1 and 1.0 are the same to a cache that does not look at their types."""
    block = extract("<p>x").to_dict()["blocks"][0]
    record = {"blocks": [{**block, "score": score} for score in (1.0, 1, 0.25, 1.0)]}
    scores = [found["score"] for found in json.loads(json_of(record))["blocks"]]
    assert [*map(repr, scores)] == ["1.0", "1", "0.25", "1.0"]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("field", ["confidence", "score"])
def test_numbers_that_json_has_not(bad: float, field: str) -> None:
    record = extract("<p>x").to_dict()
    (record["blocks"][0] if field == "score" else record)[field] = bad
    with pytest.raises(ValueError, match=r"."):
        json_of(record)


@pytest.mark.parametrize("beside", ["a", "é", "水"])
def test_just_what_has_to_be_cleaned_is_suspect(beside: str) -> None:
    """Tried for every character, as JSON writes it: not one too many, for each costs a second look at all."""
    for char in [*map(chr, range(0x10000)), "\U00010000", "\U0001f600", "\U0010ffff"]:
        line = json.dumps({"text": f"{beside}{char}{beside}"}, ensure_ascii=False)
        assert _is_suspect(line) == (clean(char) != char or char in "\u2028\u2029"), hex(ord(char))


def test_a_word_that_looks_like_an_escape() -> None:
    assert json.loads(json_line(extract("<p>C:\\u0007\\bin \\r NaN Infinity"), blocks=True))["blocks"][0][
        "text"
    ].startswith("C:")
