"""Bold that is all of a heading is not written; tables that only say that they are none."""

from __future__ import annotations

import pytest

from boilerstrip.render.anchors import without_bold
from tests.pure import pure
from tests.test_render import page_of


def markdown(source: str) -> str:
    written = page_of(source).markdown
    with pure():
        assert page_of(source).markdown == written
    return written


@pytest.mark.parametrize("tag", ["h2", "h6"])
@pytest.mark.parametrize(
    ("inside", "heading"),
    [
        ("<b>Loch circuit</b>", "Loch circuit"),
        ("<strong>Loch</strong> <b>circuit</b>", "Loch circuit"),
        ("<strong>Loch <em>circuit</em></strong>", "Loch *circuit*"),
        ("<b><a href=/x>Loch</a></b>", "[Loch](/x)"),
        ("<a href=/x><b>Loch</b></a>", "[Loch](/x)"),
        ("<b>Loch</b> circuit", "**Loch** circuit"),
        ("A <b>loch</b>", "A **loch**"),
        ("<i>Loch</i>", "*Loch*"),
    ],
)
def test_bold_that_is_all_of_a_heading_is_not_written(tag: str, inside: str, heading: str) -> None:
    assert markdown(f"<p>a</p><{tag}>{inside}</{tag}><p>b</p>") == f"a\n\n{'#' * int(tag[1])} {heading}\n\nb"


@pytest.mark.parametrize(
    "inside", ["<b>Loch circuit</b>", "<a href=/x><b>Loch</b> <strong>circuit</strong></a>"]
)
def test_nor_is_it_in_the_headline(inside: str) -> None:
    source = f"<title>Loch circuit</title><h1>{inside}</h1><p>a</p>"
    assert markdown(source) == "# Loch circuit\n\na"
    assert "<h1>Loch circuit</h1>" in page_of(source).html
    assert markdown(source.replace("</h1>", " 2</h1>")).startswith("# **Loch")


def test_nothing_is_taken_from_words_without_bold() -> None:
    assert without_bold(()) == ()
    assert without_bold(("a",)) == ("a",)


ROWS = "<tr><{0}>Weight</{0}><td>6 pounds</td></tr><tr><{0}>Made in</{0}><td>Finland</td></tr>"


def test_a_table_that_says_that_it_is_none_is_one_with_header_cells_beside_others() -> None:
    table = "<table role=presentation>{}</table>"
    assert "| Weight | 6 pounds |" in markdown(table.format(ROWS.format("th")))
    assert "|" not in markdown(table.format(ROWS.format("td")))
    heads = ROWS.replace("td", "th").format("th")
    assert "|" not in markdown(table.format(heads))  # columns of newsletters
