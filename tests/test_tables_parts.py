"""Tables in parts, as infoboxes of wikis are, cells that span, and what refers to a note in a caption."""

from __future__ import annotations

import pytest

from boilerstrip import load_page
from boilerstrip.render.outline import Cell
from boilerstrip.render.spanned import find_spans
from tests.outlines import of_html, of_markdown
from tests.pure import pure
from tests.test_captions import FIGURE, titles, without_captions
from tests.test_render import page_of, written

ROWS = "<tr><th>Length</th><td>200 m</td></tr><tr><th>Width</th><td>10 m</td></tr>"
PART = "<tr><th colspan=2>{}</th></tr>"
INFOBOX = (
    "<table><caption>Portside</caption><tr><td colspan=2>Quay in 2009</td></tr>"
    f"{PART.format('Size')}{ROWS}{PART.format('History')}<tr><th>Built</th><td>1869</td></tr></table>"
)


def test_the_heading_of_the_first_part_is_a_row_as_those_of_the_others() -> None:
    assert written(INFOBOX).split("\n\n") == [
        "Portside",
        "Quay in 2009",
        "| Size |  |\n| --- | --- |\n| Length | 200 m |\n| Width | 10 m |\n| History |  |\n| Built | 1869 |",
    ]


def test_a_title_across_a_table_without_parts_stands_before_it() -> None:
    assert written(f"<table>{PART.format('Size')}{ROWS}</table>").startswith("Size\n\n|  |  |\n")
    cell = INFOBOX.replace("<th colspan=2>Size</th>", "<td colspan=2>Size</td>")
    assert "Quay in 2009\n\nSize\n\n|  |  |" in written(cell)


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


def table_of(source: str) -> list[str]:
    page = page_of(f"<p>a</p><table>{source}</table>")
    with pure():
        again = page_of(f"<p>a</p><table>{source}</table>")
        assert (again.html, again.markdown) == (page.html, page.markdown)
    assert of_html(page.html).blocks == of_markdown(page.markdown).blocks
    assert load_page(page.to_json()).html == page.html
    return [line for line in page.html.split("\n") if line.startswith("<tr>")]


def test_html_has_the_spans_of_cells() -> None:
    source = (
        "<thead><tr><th rowspan=2>Year<th colspan=2>Clocks<tr><th>a<th>b</thead>"
        "<tr><td rowspan=2>1911<td>4<td>5<tr><td colspan=2>none<tr><td>1912<td>6<td>7"
    )
    assert table_of(source) == [
        '<tr><th rowspan="2">Year</th><th colspan="2">Clocks</th></tr>',
        "<tr><th>a</th><th>b</th></tr>",
        '<tr><td rowspan="2">1911</td><td>4</td><td>5</td></tr>',
        '<tr><td colspan="2">none</td></tr>',
        "<tr><td>1912</td><td>6</td><td>7</td></tr>",
    ]


def test_a_span_counts_the_rows_and_columns_that_are_written() -> None:
    source = "<tr><th colspan=4>A<th>B<tr><td>1<td><td><td>2<td>3<tr><td colspan=3 rowspan=0>4<td>5<td>6<tr><td>7<td>8"
    assert table_of(source) == [
        '<tr><th colspan="2">A</th><th>B</th></tr>',
        "<tr><td>1</td><td>2</td><td>3</td></tr>",
        '<tr><td rowspan="2">4</td><td>5</td><td>6</td></tr>',
        "<tr><td>7</td><td>8</td></tr>",
    ]


def test_no_span_reaches_out_of_the_header_or_over_words() -> None:
    assert table_of("<tr><th rowspan=2>A<th>B<tr><td>1<tr><td>2<td>3") == [
        "<tr><th>A</th><th>B</th></tr>",
        "<tr><td></td><td>1</td></tr>",
        "<tr><td>2</td><td>3</td></tr>",
    ]
    over = "<tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e<tr><td>f<td>g<td>h"
    assert any("rowspan" in row for row in table_of(over))


@pytest.mark.parametrize("value", ["99999", "0", "-1", "x", ""])
def test_any_number_is_no_more_than_the_table(value: str) -> None:
    rows = f"<tr><td colspan='{value}' rowspan='{value}'>a<td>b<tr><td>c<td>d<tr><td>e<td>f"
    assert table_of(rows)


def test_places_beyond_what_a_table_may_have_span_nothing() -> None:
    cell = Cell(False, ("a",))
    rows = [(cell, *[Cell(False, ())] * 999)] * 300
    spans = [{0: (1000, row + 1)} for row in range(300)]
    assert len(find_spans(range(300), spans, range(1000), rows, 0)) == 200
