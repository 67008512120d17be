"""What most pages hold most of is written on a short path, and comes out as on the long one."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

import pytest

from boilerstrip import extract
from boilerstrip.block import Inline, Mark
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.render.inline import tidy
from boilerstrip.render.outlined import outline
from boilerstrip.render.url import resolver
from tests.test_cost import calls
from tests.test_render import page_of

SAMPLES: Final = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))
HEAD: Final = "<tr><th>Mill</th><th>Wheels</th></tr>"
CELLS: Final = {
    "words": "<td>Oak</td><td>2</td>",
    "marks": "<td>The <b>upper</b> one</td><td><a href='/m/2'>two</a>, <code>a | b</code></td>",
    "white space": "<td> Oak\n  mill </td><td>\N{NO-BREAK SPACE}2\t</td>",
    "empty": "<td></td><td>2</td>",
    "image alone": "<td><img src='/m.png' alt='wheel'></td><td>2</td>",
    "line break": "<td>Oak<br>mill</td><td>2</td>",
    "two paragraphs": "<td><p>Oak</p><p>mill</p></td><td>2</td>",
    "words and a paragraph": "<td>Oak <p>mill</p></td><td>2</td>",
    "a paragraph": "<td><p>Oak</p></td><td>2</td>",
    "list": "<td><ul><li>Oak<li>Elm</ul></td><td>2</td>",
    "code": "<td><pre>a\n b</pre></td><td>2</td>",
    "heading": "<td><h3>Oak</h3></td><td>2</td>",
    "words around a list": "<td>Oak <ul><li>Elm</ul> mill</td><td>2</td>",
    "heading by its role": "<td role='heading' aria-level='3'>Oak</td><td>2</td>",
    "callout": "<td class='alert alert-warning'>Oak</td><td>2</td>",
    "formula": "<td>\\(x^2\\)</td><td>$2$</td>",
    "spans": "<td colspan='2'>Oak</td><td>2</td>",
    "rows": "<td rowspan='2' align='right'>Oak</td><td align='center'>2</td></tr><tr><td>3</td>",
    "button": "<td><button>Copy</button></td><td>2</td>",
    "anchor": "<td><a href='#oak'>Permalink</a></td><td>2</td>",
    "rule": "<td>Oak<hr>mill</td><td>2</td>",
    "table": "<td><table><tr><td>Oak<td>Elm</tr><tr><td>1<td>2</tr></table></td><td>2</td>",
}


def tables(row: str) -> list[str]:
    """A row of cells in all that may stand around it."""
    rows = f"{HEAD}<tr>{row}</tr><tr>{row}</tr>"
    table = f"<table><caption>Mills</caption>{rows}</table>"
    return [
        table,
        f"<table><thead>{HEAD}</thead><tbody><tr>{row}</tr></tbody></table><p>After.",
        f"<table role='presentation'>{rows}</table>",
        f"<ul><li>One {table} <li>Two</ul>",
        f"<blockquote>{table}</blockquote><table>{rows}</table>",
        f"<h2>Of mills {table}</h2><p>After.",
        "<ul><li>" * 7 + table + "</ul>" * 7,
        "<ul><li>" * 8 + table + "</ul>" * 8,
        "<ul><li>" * 7 + f"<blockquote>{table}</blockquote>" + "</ul>" * 7,
        f"<ul>{row}</ul>{table}<ul><li>One<li>{row}</ul>",
        f"<table>{HEAD}<tr><pre>{row}</pre></tr></table>{table}",
        f"<dl><dt>Mills<dd>{table}</dl>",
        f"<div role='table'><div role='row'>{row}</div><div role='row'>{row}</div></div>",
        f"<div role=table><div role=row><span role=cell>Oak</span> <span role=cell>2</span></div>{table}</div>",
    ]


def long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boilerstrip.render.build.Builder._add_cell", lambda *_: False)
    monkeypatch.setattr("boilerstrip.render.inline._Reader._span", lambda *_: False)


@pytest.mark.parametrize("row", CELLS.values(), ids=CELLS)
def test_cells_are_the_same_as_in_frames_of_their_own(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tables(row)
    styles = (DEFAULT_STYLE, Style(links="drop", images="drop"))
    found = [outline(page_of(source), style) for source in sources for style in styles]
    assert "Table(" in repr(found)
    long_way(monkeypatch)
    assert [outline(page_of(source), style) for source in sources for style in styles] == found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_are_the_same(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = outline(extract(sample.read_bytes()), DEFAULT_STYLE)
    long_way(monkeypatch)
    assert outline(extract(sample.read_bytes()), DEFAULT_STYLE) == found


def test_a_cell_of_words_costs_few_calls() -> None:
    """Each made a frame of its own before, was closed again, and looked at in seven ways: 96 calls."""
    table = "<p>Of mills.</p><table>" + "<tr><td>barley</td><td>sluice</td></tr>" * 500 + "</table>"
    page = page_of(table)

    def write(_: bytes) -> str:
        page.notes.clear()
        return page.render("md")

    assert write(b"").count("\n| barley | sluice |") == 500
    assert calls(write, [b""]) / 1_000 <= 46.5


PIECES: Final = ("", " ", "a", " a", "a ", "oak  elm", "\n", "x\ty", "\N{ZERO WIDTH SPACE}", "(", "1.")
SPANS: Final = (*"bi", "code", "del", "sup", "sub", "q", "math", "a", "ref")
ADDRESSES: Final = ("/m", "https://example.org/a b", "javascript:x()", "#", "")


def some_inline(chance: random.Random, depth: int = 0) -> list[str | Mark]:
    """Balanced content of any kind."""
    pieces: list[str | Mark] = []
    for _ in range(chance.randrange(5)):
        kind = chance.choice(SPANS)
        if depth < 3 and chance.random() < 0.6:
            value = chance.choice(ADDRESSES) if kind == "a" else ""
            value = "line" if kind == "i" and chance.random() < 0.2 else value
            inside = some_inline(chance, depth + 1) if chance.random() < 0.5 else [chance.choice(PIECES)]
            pieces += [Mark(kind, value), *inside, Mark(f"/{kind}")]
        elif chance.random() < 0.2:
            pieces.append(chance.choice([Mark("br"), Mark("img", "/m.png", "alt"), Mark("emoji", "", "!")]))
        else:
            pieces.append(chance.choice(PIECES))
    return pieces


def test_spans_of_words_are_the_same_as_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    chance, resolve = random.Random(7), resolver("https://example.org/")
    contents: list[Inline] = [tuple(some_inline(chance)) for _ in range(4_000)]
    found = [
        tidy(content, resolve, links=at % 3 > 0, images=("keep", "alt")[at % 2])
        for at, content in enumerate(contents)
    ]
    long_way(monkeypatch)
    for at, content in enumerate(contents):
        again = tidy(content, resolve, links=at % 3 > 0, images=("keep", "alt")[at % 2])
        assert again == found[at], content


def test_a_footnote_that_is_a_cell_is_written_without_its_table() -> None:
    story = "The lower gate was torn from its hinges on Thursday night, and nobody was hurt by it. " * 3
    page = extract(
        f"<main><h1>Gate</h1><p>{story}<a href='#n1' id='r1'><sup>1</sup></a></p><p>{story}</p>"
        "<table><tr><td id='n1'><a href='#r1'>^</a> The hinges were made in 1874 by two brothers.</table></main>"
    )
    assert page.markdown.endswith(
        "[^1]\n\n" + story.strip() + "\n\n[^1]: The hinges were made in 1874 by two brothers."
    )
