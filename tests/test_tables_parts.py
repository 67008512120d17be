"""Tables in parts, as infoboxes of wikis are, and what refers to a note in a caption."""

from __future__ import annotations

from boilerstrip import load_page
from tests.pure import pure
from tests.test_captions import FIGURE, titles, without_captions
from tests.test_render import page_of

ROWS = "<tr><th>Length</th><td>200 m</td></tr><tr><th>Width</th><td>10 m</td></tr>"
PART = "<tr><th colspan=2>{}</th></tr>"
INFOBOX = (
    "<table><caption>Portside</caption><tr><td colspan=2>Quay in 2009</td></tr>"
    f"{PART.format('Size')}{ROWS}{PART.format('History')}<tr><th>Built</th><td>1869</td></tr></table>"
)


def markdown(source: str) -> str:
    page = page_of(source)
    with pure():
        assert page_of(source).markdown == page.markdown
    assert load_page(page.to_json()).html == page.html
    return page.markdown


def test_the_heading_of_the_first_part_is_a_row_as_those_of_the_others() -> None:
    assert markdown(INFOBOX).split("\n\n") == [
        "Portside",
        "Quay in 2009",
        "| Size |  |\n| --- | --- |\n| Length | 200 m |\n| Width | 10 m |\n| History |  |\n| Built | 1869 |",
    ]


def test_a_title_across_a_table_without_parts_stands_before_it() -> None:
    assert markdown(f"<table>{PART.format('Size')}{ROWS}</table>").startswith("Size\n\n|  |  |\n")
    cell = INFOBOX.replace("<th colspan=2>Size</th>", "<td colspan=2>Size</td>")
    assert "Quay in 2009\n\nSize\n\n|  |  |" in markdown(cell)


def test_a_caption_stays_in_a_table_before_which_nothing_stands() -> None:
    page = page_of(f"<table><caption>Portside</caption>{ROWS}</table>")
    assert "<caption>Portside</caption>" in page.html
    assert page.markdown.startswith("Portside\n\n|")


def test_what_refers_to_a_note_is_no_part_of_a_title() -> None:
    called = FIGURE.replace("hour.", "hour.<sup id=r2><a href=#n2>[2]</a></sup>")
    notes = "<p>b<sup id=r1><a href=#n1>[1]</a></sup></p><ol><li id=n1>Jones<li id=n2>Smith</ol>"
    page = without_captions(called + notes)
    assert titles(page.markdown) == ["The crumb of loaf 112, cut after an hour."]
    assert page.images[0].caption == "The crumb of loaf 112, cut after an hour."
