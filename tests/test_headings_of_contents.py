"""Headings of kept text: those that a table of contents names, though they stand on the page twice, likely ones, titles."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.decide.headline import find_sections, find_titles
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.vocabulary import HEADING_TAGS
from tests.pure import pure

TEXT = """<p>For thirty years the weir at Aldmere was kept by one man, who lived in the house beside it and slept with
the window open so that he would hear the water change.</p>"""
FIRST, LAST = "What to do first", "The salt"
CONTENTS = f"<ul class=toc><li><a href='#a'>{FIRST}</a></li><li><a href='#b'>{LAST}</a></li></ul>"


def markdown(contents: str, last: str = TEXT, tag: str = "h3") -> str:
    source = (
        f"<title>Weirs</title><body><header><a href=/>Papers</a></header><main><article><h1>Weirs</h1>{TEXT}"
        f"{contents}<{tag} id=a>{FIRST}</{tag}><img src=/a.jpg>{TEXT}{TEXT}<{tag} id=b>{LAST}</{tag}>{last}"
        "</article></main><footer>© Papers</footer>"
    )
    page = extract(source)
    with pure():
        assert extract(source).to_json() == page.to_json()
    return page.markdown


@pytest.mark.parametrize("tag", ["h2", "h3", "h4"])
def test_headings_that_the_contents_name(tag: str) -> None:
    lines = markdown(CONTENTS, tag=tag).splitlines()
    assert [line.lstrip("# ") for line in lines if line.startswith("##")] == [FIRST, LAST]
    assert markdown(CONTENTS, tag=tag).count(FIRST) == 1


def test_a_heading_of_dropped_text_goes() -> None:
    last = "<div class=related><ul><li><a href=/1>Eels</a></li><li><a href=/2>Hinges</a></li></ul></div>"
    assert LAST not in markdown(CONTENTS, last)


def test_a_link_to_another_page_is_no_entry_of_the_contents() -> None:
    assert FIRST not in markdown(CONTENTS.replace("#a", "/a"))


def test_a_heading_between_kept_paragraphs_is_kept_whatever_its_words() -> None:
    assert "\n## Advertisement\n" in markdown("<h2>Advertisement</h2>" + TEXT)
    assert "Advertisement" not in markdown("<div><h2>Advertisement</h2></div>" + TEXT)
    assert "Advertisement" not in markdown("<h2><a href=/ads>Advertisement</a></h2>" + TEXT)


@pytest.mark.parametrize(
    ("body", "score", "is_kept"),
    [
        ("<div><h3>Dishwasher safe</h3></div><p>text</p>", 0.3, True),
        ("<div><h3>Dishwasher safe</h3></div><p>text</p>", 0.2, False),
        ("<div><h3>Dishwasher safe</h3></div><p>other</p>", 0.3, False),
        ("<div><h3>Dishwasher safe</h3></div><img src=a.jpg><p>text</p>", 0.3, False),
        ("<div><h3>Dishwasher safe</h3></div><h4>text</h4>", 0.3, False),
        ("<div><h3><a href=/safe>Dishwasher safe</a></h3></div><p>text</p>", 0.3, False),
    ],
)
def test_a_likely_heading_right_above_kept_text_is_kept(body: str, score: float, *, is_kept: bool) -> None:
    table = segment(parse(f"<main><h1>Mugs</h1>{body}</main>").roots)
    headings = np.array([table.tag[element] in HEADING_TAGS for element in table.element])
    headings |= np.array([text == "Dishwasher safe" for text in table.text])
    kept = [text in ("Mugs", "text") for text in table.text]
    scores = np.array([score if text == "Dishwasher safe" else 0.9 for text in table.text], dtype=np.float32)
    found = find_sections(table, headings, kept, scores)
    assert [table.text[block] for block in found] == ["Dishwasher safe"] * is_kept


def entry(n: int, text: str = "text") -> str:
    return f"<li><h3><a href=/{n}>Course {n}</a></h3><p>{text} {n}</p><p>Online</p></li>"


@pytest.mark.parametrize(
    ("body", "n_kept"),
    [
        ("".join(map(entry, range(4))), 4),
        ("".join(map(entry, range(3))) + entry(3, "other"), 3),  # most have their text
        ("".join(map(entry, range(2))), 0),  # too few to tell
        ("".join(map(entry, range(3))) + entry(3, "other") + entry(4, "other"), 0),  # many have none
        ("".join(map(entry, range(4))).replace("h3", "b"), 0),  # no headings
        ("".join(f"<h3><a href=/{n}>Course {n}</a></h3><p>text {n}</p>" for n in range(4)), 0),  # no boxes
    ],
)
def test_titles_of_entries_whose_texts_are_kept(body: str, n_kept: int) -> None:
    table = segment(parse(f"<main><h1>Courses</h1><p>text</p><ul>{body}</ul></main>").roots)
    headings = np.array(
        [any(table.tag[e] in HEADING_TAGS for e in table.ancestors(element, 2)) for element in table.element]
    )
    kept = [text.startswith("text") for text in table.text]
    found = find_titles(table, headings, measure(table, None).group, kept)
    assert [table.text[block] for block in found] == [f"Course {n}" for n in range(n_kept)]
    assert set(found.values()) <= {"h3"}
