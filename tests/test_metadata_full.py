"""Heuristics for what a page does not state, and the language checked against the text."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from lxml import etree

from boilerstrip.errors import DetectorMissingError
from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.full import fill_in
from boilerstrip.metadata.language import checked_language
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

URL = "https://www.example.com/news/bridge"
BODY = "<p>After two years of works the old bridge over the river is open again, the city said.</p>" * 5
FAR = f"""<html><head><title>Old bridge opens</title></head><body><h1>Old bridge opens</h1>{"<p>words</p>" * 120}
    <article>{BODY}<div class="post-meta">Published: <span class="date">5 January 2024</span></div></article></body></html>"""
GERMAN = "Nach zwei Jahren Bauzeit ist die alte Brücke über den Fluss wieder für den Verkehr geöffnet. " * 4
ENGLISH = "After two years of works the old bridge over the river is open to traffic again, they said. " * 4


def fast(html: str) -> Metadata:
    return read_metadata(collect(parse(html).roots[0]), URL)


def test_a_date_far_from_the_headline_is_found_by_heuristics_alone() -> None:
    assert fast(FAR).date is None
    filled = fill_in(fast(FAR), FAR, URL)
    assert (filled.date, filled.published) == ("2024-01-05", None)


def test_bytes_text_and_tree_give_the_same() -> None:
    root = parse(FAR).roots[0]
    given = [fill_in(fast(FAR), page, URL) for page in (FAR, FAR.encode(), root)]
    assert given[0] == given[1] == given[2]
    assert given[0].date


def test_the_tree_is_left_as_it_was() -> None:
    root = parse(FAR).roots[0]
    before = etree.tostring(root)
    fill_in(Metadata(), root, URL)
    assert etree.tostring(root) == before


def test_what_the_page_states_is_kept() -> None:
    stated = Metadata(
        title="Another", authors=("Ann Lee",), author="Ann Lee", date="2020-02-02", language="de"
    )
    filled = fill_in(stated, FAR, URL)
    assert replace(filled, sitename=None, url=None, hostname=None, description=None) == stated
    assert filled.hostname == "example.com"


def test_nothing_is_imported_where_nothing_is_missing() -> None:
    code = """if True:
        import sys
        from boilerstrip.metadata.full import fill_in
        from boilerstrip.page import Metadata
        whole = Metadata(**{n: ("x",) if n in ("authors", "categories", "tags") else "x" for n in Metadata.__slots__})
        assert fill_in(whole, "<p>x</p>", None) == whole
        assert "trafilatura" not in sys.modules and "py3langid" not in sys.modules
        fill_in(Metadata(), "<p>x</p>", None)
        assert "trafilatura" in sys.modules
    """
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "page",
    [
        "",
        "   ",
        "<",
        "<p>",
        "\x00",
        "<p>" * 3_000,
        b"\xff\xfe\x00",
        "<meta name=date content='2024-99-99'>",
        "\ud800",
    ],
)
def test_odd_pages_leave_the_metadata_as_they_are(page: str | bytes) -> None:
    filled = fill_in(Metadata(title="T"), page, None)
    assert (filled.title, filled.authors, filled.date) == ("T", (), None)


def test_a_stated_language_that_the_text_contradicts_is_corrected() -> None:
    assert checked_language("en-US", GERMAN) == "de"
    assert checked_language(None, GERMAN) == "de"


def test_a_stated_language_that_fits_keeps_its_region() -> None:
    assert checked_language("de-AT", GERMAN) == "de-AT"
    assert checked_language("en-GB", ENGLISH) == "en-GB"


def test_kin_of_the_stated_language_are_not_corrected() -> None:
    norwegian = "Etter to år med arbeid er den gamle broen over elven åpen for trafikk igjen, sier byen. " * 4
    assert checked_language("nb", norwegian) == "nb"


@pytest.mark.parametrize("text", ["", "ok", "Hallo Welt", "1 2 3 4 5 " * 100, "\ud800" * 500])
def test_too_little_text_leaves_what_is_stated(text: str) -> None:
    assert checked_language("fr", text) == "fr"
    assert checked_language(None, text) is None


def test_the_same_text_gives_the_same_language_however_often_it_is_asked() -> None:
    mixed = GERMAN[:200] + ENGLISH[:200]
    assert len({checked_language(None, mixed) for _ in range(20)}) == 1


def test_without_the_detector_the_error_names_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    from boilerstrip.metadata import language

    language._identifier.cache_clear()
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    with pytest.raises(DetectorMissingError, match=r"boilerstrip\[language\]"):
        checked_language("en", GERMAN)
