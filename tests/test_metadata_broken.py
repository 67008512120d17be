"""JSON-LD as it is met, and input that is made to hurt."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.jsonld import parse_block
from boilerstrip.metadata.repair import tidy
from boilerstrip.page import Metadata
from boilerstrip.parse import parse
from tests.lines import lines_run

URL = "https://www.example.com/a"
MOST = 100_000
"""Lines that one page may run."""


def read(block: str, rest: str = "") -> Metadata:
    html = f'<title>The page</title><script type="application/ld+json">{block}</script>{rest}'
    return read_metadata(collect(parse(html).roots[0]), URL)


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "Article",\n  "url": "https://a.com/b" // the canonical one\n, "headline": "Found it"}',
        '{"@type": "Article", /* "headline": "no" */ "headline": "Found it"}',
        '{"@type": "Article", "headline": "Found it", /* end */ }',
        '{"@type": "Article", "headline": "Found it", // end\n}',
        '{"@type": "Article", "description": "Ann\\\'s \\_ way \\uZZ", "headline": "Found it"}',
        '{"@type": "Article", "description": "two\nlines\tand a tab", "headline": "Found it",}',
        '{"@type": "Article", "image": ["a", "b", ], "headline": "Found it", }',
        '\ufeff{"@type": "Article", "headline": "Found it"}',
    ],
)
def test_what_templates_break_is_repaired(block: str) -> None:
    assert read(block).title == "Found it"


def test_comments_and_commas_inside_strings_are_text() -> None:
    text = '{"a": "https://x.com//y /* z */ , ]", "b": "say \\"// no\\"",}'
    assert parse_block(text) == {"a": "https://x.com//y /* z */ , ]", "b": 'say "// no"'}


def test_known_escapes_stay() -> None:
    assert parse_block('{"a": "\\u00e4 \\n \\/ \\\\ \\"",}') == {"a": 'ä \n / \\ "'}


@pytest.mark.parametrize("unit", ['"\\', "/*", "//", "/**", '"', "\\", ",", ", ", "*/", "<!--", "{", "\\u"])
def test_repairs_take_lines_in_proportion_to_the_text(unit: str) -> None:
    few, many = (lines_run(lambda n=n: tidy(unit * (n // len(unit))), 500_000) for n in (10_000, 20_000))
    assert many <= 2 * few + 50


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "Article", "headline": "' + "x" * 10_000_000 + '"}',
        "[" * 100_000 + "]" * 100_000,
        '{"@graph":' * 100_000,
        '{"@type": "Article", "headline": NaN, "author": Infinity, "datePublished": -Infinity}',
        '{"@type": "Article", "author": [[[{"name": [["x"]]}]]], "headline": [[1]], "publisher": [1]}',
        '{"@type": "Article", "datePublished": "2024-02-31T25:61:00+99:99", "dateModified": 1e400}',
        '{"@type": "FAQPage", "mainEntity": 7}',
        '{"@type": [7, null, {"a": 1}], "@graph": {"@graph": null}}',
    ],
)
def test_blocks_of_no_use_leave_the_rest_of_the_page(block: str) -> None:
    assert read(block) == Metadata(title="The page", url=URL, hostname="example.com")
    assert lines_run(lambda: read(block), MOST) <= MOST


def test_lone_surrogates_never_reach_a_value() -> None:
    found = read(
        '{"@type": "Article", "headline": "\\ud800 x", "author": "Ann \\udfff Lee", "keywords": ["\\ud800"]}'
    )
    assert (found.title, found.authors, found.tags) == ("x", ("Ann Lee",), ())


@pytest.mark.parametrize(
    "body",
    [
        "<h1>T</h1>" + "<div class='author'>" * 1_500 + "x",
        "<h1>T</h1><p class='byline'>" + "<a href='/author/x'>Ann Lee</a>" * 20_000 + "</p>",
        "<h1>T</h1>"
        + "<div itemprop='author'>x</div>" * 20_000
        + "<time itemprop='a' datetime='2024'>x</time>",
        "<h1>T</h1>" + "<time datetime='2024-01-05'>x</time>" * 20_000,
        "<h1>T</h1><p>" + "2024 " * 100_000 + "</p>",
        "<h1>" + "T | " * 100_000 + "</h1>",
        "<h1>T</h1><p class='author'>" + "Ann (" * 50_000 + "</p>",
        "<h1>T</h1>" + "<br>By 2024 " * 20_000,
    ],
)
def test_bodies_made_to_hurt_take_few_steps(body: str) -> None:
    root = parse(f"<title>T</title>{body}").roots[0]

    def read_all() -> Metadata:
        return read_metadata(collect(root), "https://a.com/" + "2024/" * 10_000)

    read_all()  # so that no pattern is compiled while lines are counted
    assert lines_run(read_all, MOST) <= MOST


def test_lines_are_counted_where_they_run() -> None:
    few, many = (
        lines_run(lambda n=n: collect(parse("<time>2024</time>" * n).roots[0]), MOST) for n in (1, 40)
    )
    assert 0 < few < many
    assert lines_run(lambda: read("{}"), 10) == 11
