"""Text without markup: what is a block, what its signs and shapes show, and what is text at all."""

from __future__ import annotations

import time

import numpy as np
import pytest

from boilerstrip.block import BlockTable
from boilerstrip.textdump.kind import looks_like_text
from boilerstrip.textdump.read import read_lines, read_text

PROSE = (
    "The ferry left the harbour an hour late, and nobody on board seemed to mind, because the sun had come "
    "out for the first time in three weeks and somebody had brought plums."
)
WRAPPED = """\
The ferry left the harbour an hour late, and nobody on board
seemed to mind, because the sun had come out for the first
time in three weeks and somebody had brought plums.

On the island the shop was closed, as it is every Thursday,
so we walked along the shore until the path ended at a gate
with a sign that nobody had painted since the war.
"""


def path_of(table: BlockTable, block: int) -> str:
    """The tags around a block, outermost first."""
    return ">".join(reversed([table.tag[element] for element in table.ancestors(table.element[block])]))


def shown(text: str) -> list[tuple[str, str]]:
    table = read_text(text)
    return [(path_of(table, i), words) for i, words in enumerate(table.text)]


def test_every_line_is_a_block_where_lines_are_whole_paragraphs():
    assert shown(f"one line\n{PROSE}\n\nAnother line") == [
        ("body>p", "one line"),
        ("body>p", PROSE),
        ("body>p", "Another line"),
    ]


def test_lines_of_a_wrapped_text_are_joined_to_paragraphs():
    texts = read_text(WRAPPED).text
    assert len(texts) == 2
    assert texts[0].startswith("The ferry")
    assert texts[0].endswith("had brought plums.")
    assert " ".join(texts) == " ".join(WRAPPED.split())


def test_a_poem_is_not_taken_for_a_wrapped_text():
    poem = "The cat sat down\nupon the mat\nand looked at me\nand that was that\nand then it went\nand sat on a hat"
    assert len(read_text(poem).text) == 6


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_all_line_ends_end_lines(end):
    assert read_text(f"one{end}two{end}{end}three").text == ["one", "two", "three"]


def test_blank_lines_before_blocks_are_counted_up_to_three():
    read = read_lines("\n\na\nb\n\nc\n\n\n\n\n\nd")
    assert read.n_blank.tolist() == [2, 0, 1, 3]
    assert read.n_blank.dtype == np.int8


def test_bullets_become_items_of_one_list():
    table = read_text("Take with you:\n• a lamp\n• a rope\nThat is all.")
    assert [path_of(table, i) for i in range(4)] == ["body>p", "body>ul>li", "body>ul>li", "body>p"]
    assert table.text[1:3] == ["a lamp", "a rope"]
    assert table.tag.count("ul") == 1


def test_items_that_are_set_in_further_lie_in_the_item_before():
    table = read_text("  * one\n  * two\n    + inner\n  * three")
    assert path_of(table, 2) == "body>ul>li>ul>li"
    assert path_of(table, 3) == "body>ul>li"


def test_numbered_lines_keep_their_numbers():
    table = read_text("3. dig a hole\n4. fill it")
    ordered = table.tag.index("ol")
    assert table.attributes[ordered] == {"start": "3"}
    assert table.tag.count("ol") == 1


def test_a_number_out_of_order_begins_a_list_of_its_own():
    table = read_text("1. dig a hole\n7. fill it")
    assert table.tag.count("ol") == 2


def test_markdown_becomes_elements():
    text = (
        "# Title\n\nSome **bold** words and [a link](https://example.org/a_(b)).\n\n> quoted\n\n"
        "```python\nx = 1\n\n# no heading\n```\n\nUnderlined\n---\n\nend"
    )
    assert shown(text) == [
        ("body>h1", "Title"),
        ("body>p", "Some bold words and a link."),
        ("body>blockquote>p", "quoted"),
        ("body>pre", "x = 1\n\n# no heading"),
        ("body>h2", "Underlined"),
        ("body>p", "end"),
    ]


def test_links_of_markdown_count_as_linked_characters():
    table = read_text("see [the list](https://example.org/) here")
    assert table.n_link_chars == [len("thelist")]
    assert ("a", "https://example.org/", "") in [
        tuple(piece) for piece in table.inline[0] if not isinstance(piece, str)
    ]


def test_a_link_that_was_wrapped_is_one_link():
    assert read_text("# T\n\nsee [the long\nlist](https://example.org/) here").text == [
        "T",
        "see the long list here",
    ]


def test_signs_are_words_where_the_text_is_no_markdown():
    assert read_text("call f(*args, **options) and _name_ it").text == [
        "call f(*args, **options) and _name_ it"
    ]


def test_rows_of_a_table_become_cells():
    table = read_text("Town | People\n---|---\nAsk | 1,200\nBro | 90")
    assert table.text == ["Town", "People", "Ask", "1,200", "Bro", "90"]
    paths = [path_of(table, i) for i in range(6)]
    assert paths == ["body>table>tr>th"] * 2 + ["body>table>tr>td"] * 4


def test_a_short_line_over_prose_is_a_heading():
    assert shown(f"{PROSE}\nThe way back\n{PROSE}")[1] == ("body>h2", "The way back")


@pytest.mark.parametrize("line", ["and then home", "He sighed.", "Photo: A. Lind. Agency", "Mira"])
def test_what_is_no_heading_by_its_shape_stays_a_paragraph(line):
    text = f"{PROSE}\n{line}\n{PROSE}\n{line}\n{PROSE}" if line == "Mira" else f"{PROSE}\n{line}\n{PROSE}"
    assert shown(text)[1] == ("body>p", line)


def test_a_text_on_one_long_line_is_cut_at_sentences():
    text = "Home About Contact Login Shop Help News Terms Jobs " + " ".join(
        f"{PROSE} {i}." for i in range(30)
    )
    texts = read_text(text).text
    assert len(texts) > 20
    assert " ".join(texts) == text
    assert texts[0].startswith("Home About")
    assert "ferry" not in texts[0]


def test_a_long_paragraph_among_others_stays_whole():
    long = " ".join([PROSE] * 12)
    assert read_text(f"{long}\n\n{PROSE}\n\n{long}").text == [long, PROSE, long]


def test_elements_cover_their_blocks():
    table = read_text("* a\n  * b\n* c\n\n> q\n> r\n\np\n\na|b\n-|-\n|c")
    for block, element in enumerate(table.element):
        for around in table.ancestors(element):
            assert table.first_block[around] <= block < table.end_block[around]
    assert all(parent < element for element, parent in enumerate(table.parent))
    lengths = {
        len(getattr(table, name)) for name in ("tag", "parent", "label", "mask", "around", "first_block")
    }
    assert lengths == {len(table.end_block)}


HOSTILE = {
    "nothing": "",
    "blanks": " \n\t\n" * 12_500,
    "one line": "word and " * 75_000,
    "one line of sentences": "Word and word. " * 37_500,
    "no blank": "x" * 500_000,
    "short lines": "ab\n" * 37_500,
    "dots": "." * 500_000,
    "brackets": "# x\n" + "[" * 250_000 + "](",
    "links": "# x\n" + "[![a](b" * 37_500,
    "stars": "# x\n" + "*a " * 75_000,
    "ticks": "# x\n" + "`" * 250_000,
    "fences": "```a\n" * 25_000,
    "nested items": "".join(" " * (i % 60) + "- a\n" for i in range(15_000)),
    "tables": "a|b\n--|--\n" * 12_500,
    "quotes": ">" * 250_000,
    "surrogates and controls": "\ud800\0a\x01\r\nb\rc\x85d\u2028e\udfff" * 5_000,
    "tags": "<div " * 50_000,
    "comments": "<b>" + "<!--" * 75_000 + ">",
    "comments before": "<!-- -->" * 37_500 + "<!-- <b>",
    "paragraphs": "<p>\n" * 75_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_raises_or_takes_long(name):
    start = time.process_time()
    read = read_lines(HOSTILE[name])
    looks_like_text(HOSTILE[name])
    assert (
        time.process_time() - start < 8
    )  # a second on the slowest machine so far; quadratic time is minutes
    assert len(read.n_blank) == read.table.n_blocks


def test_nuls_are_left_out_and_surrogates_stay():
    assert read_text("a\0b \ud800c").text == ["ab \ud800c"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Just words.",
        "Use <b> for bold and <i> for italics.",
        "The element <div> has no meaning; <p> and </p> enclose a paragraph, and <table> a table.",
        "<b>Note</b> that this is a line of text.",
        "5 < 6 and 7 > 3, said the teacher.",
        "# How to\n\n```html\n<!doctype html>\n<html><body><p>x</p></body></html>\n```\n\nThat was it.",
        "Write `<div><p>x</p></div>` in the template.\n" + PROSE,
        "<https://example.org> is where it was.",
        "<3 this recipe",
        "<img src=logo.png>\n\n# A library\n\nIt draws maps.\n\n<a href=docs>More</a>",
        "<p>: the element of a paragraph\n<div>: one without a meaning\n<table>: one of tables",
        "<ada> Is it open?\n<ben> It is.\n<ada> Then <ben>",
        "# Cut off\n\n```html\n<div><p>x</p></div>",
    ],
)
def test_text_is_told_from_html(text):
    assert looks_like_text(text)
    assert looks_like_text(text.encode())


@pytest.mark.parametrize(
    "html",
    [
        "<!DOCTYPE html><title>x</title><p>y",
        "\ufeff\n<html lang=en><body>x",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<!-- saved -->\n<!-- twice --><html>",
        "<p>One paragraph</p>",
        '<div class="post"><h1>Title</h1><p>Words</p></div>',
        "<table><tr><td>1</td></tr></table>",
        "<article>\n<h2>Title</h2>\n<p>" + PROSE + "</p>\n</article>",
        "Some words first <div><p>then</p><ul><li>a</li><li>b</li></ul></div>",
        '<meta http-equiv="refresh" content="0;url=/login">',
        "<!-- cached -->",
        "<!-- cached -->\n<img src=x>\n<!-- by the cache -->",
        "<a href=/x>Moved</a>",
        "<center>nginx</center>",
        "<app-root></app-root>",
        "<br />\n<b>Fatal error</b>:  No such class in <b>/a.php</b> on line <b>3</b><br />\n",
        "<my-el>prose</my-el>",
        "<span>prose</span>",
        "<p>one\n<p>two\n\n<p>three",
        " " * 70_000 + "<html><p>x</p></html>",
        "<!-- " + "licence " * 9_000 + "-->\n<!doctype html><p>x</p>",
    ],
)
def test_html_is_told_from_text_even_without_its_frame(html):
    assert not looks_like_text(html)
    assert not looks_like_text(html.encode())


def test_utf_16_html_is_html():
    assert not looks_like_text("<!doctype html><p>x</p>".encode("utf-16"))
    assert not looks_like_text("<html><p>x</p>".encode("utf-16-le"))
