"""Pages whose parts React's server streams: they come as if they had stood in their places all along."""

from __future__ import annotations

import re
from collections import Counter

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import extract
from boilerstrip.page import Page
from boilerstrip.parse import parse

GATE = "About 140 barges are waiting on both sides of the lock, after its lower gate broke on Sunday morning."
LOG = "According to a log that the authority released, a tanker struck the gate at walking pace and in fog."
CRANE = (
    "The crane that is to lift the gate may work only while the wind is weak, which it seldom is in March."
)
WAITING = "<p>One moment please, the article is on its way to you.</p>"

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Broken gate strands 140 barges</title></head><body>
<header><nav><a href="/">Home</a> <a href="/river">River</a> <a href="/about">About us</a></nav></header>
<main>{main}</main>
<footer><p>Copyright 2026 The Inland Observer</p><a href="/imprint">Imprint</a></footer>{streamed}</body></html>"""


def boundary(number: str, waiting: str = WAITING) -> str:
    return f'<!--$?--><template id="B:{number}"></template>{waiting}<!--/$-->'


def part(number: str, html: str, call: str = '$RC("B:{0}","S:{0}")') -> str:
    script = f"<script>{call.format(number)}</script>" if call else ""
    return f'<div hidden id="S:{number}">{html}</div>{script}'


def read(main: str, *streamed: str) -> Page:
    return extract(PAGE.format(main=main, streamed="".join(streamed)))


def assert_like(page: Page, main: str) -> None:
    """It reads like a page that was served whole."""
    whole = read(main)
    assert whole.markdown.count("\n\n") >= 2, "nothing to compare"
    assert page.markdown == whole.markdown
    assert [(block.text, block.kept, block.xpath) for block in page.blocks] == [
        (block.text, block.kept, block.xpath) for block in whole.blocks
    ]


ARTICLE = f"<article><h1>Broken gate strands 140 barges</h1><p>{GATE}</p><p>{LOG}</p><p>{CRANE}</p></article>"


def test_part_comes_where_it_belongs() -> None:
    assert_like(read(boundary("0"), part("0", ARTICLE)), ARTICLE)


def test_numbers_of_part_and_place_may_differ() -> None:
    # React 18.2 counts places and parts each by themselves
    first, second = f"<p>{GATE}</p>", f"<p>{LOG}</p><p>{CRANE}</p>"
    page = read(
        boundary("0") + boundary("1"),
        part("1", first, '$RC("B:0","S:1")'),
        part("a", second, '$RR("B:1","S:a",[["/river.css"]])'),
    )
    assert_like(page, first + second)


def test_part_in_a_part() -> None:
    outer = f'<article><p>{GATE}</p><template id="P:1"></template><p>{CRANE}</p></article>'
    call = '$RS("S:{0}","P:{0}")'
    whole = f"<article><p>{GATE}</p><p>{LOG}</p><p>{CRANE}</p></article>"
    assert_like(read(boundary("0"), part("0", outer), part("1", f"<p>{LOG}</p>", call)), whole)
    # what is ready first comes first
    assert_like(read(boundary("0"), part("1", f"<p>{LOG}</p>", call), part("0", outer)), whole)


def test_boundary_in_a_sentence() -> None:
    ends = f"<p>{LOG}</p><p>{CRANE}</p>"
    page = read(
        f"<p>The gate broke {boundary('0', '<i>...</i>')} in fog.</p>{ends}", part("0", "on <b>Sunday</b>")
    )
    assert_like(page, f"<p>The gate broke on <b>Sunday</b> in fog.</p>{ends}")


def test_rows_of_a_table() -> None:
    head = f"<p>{GATE}</p><p>{LOG}</p><table><thead><tr><th>Lock</th><th>Barges</th></tr></thead><tbody>"
    rows = "<tr><td>Halden</td><td>140</td></tr><tr><td>Corran</td><td>12</td></tr>"
    page = read(
        f'{head}<template id="P:1"></template></tbody></table>',
        f'<table hidden><tbody id="S:1">{rows}</tbody></table><script>$RS("S:1","P:1")</script>',
    )
    assert "| Halden | 140 |\n| Corran | 12 |" in page.markdown
    assert page.markdown == read(f"{head}{rows}</tbody></table>").markdown


def test_what_waits_may_hold_boundaries_of_its_own() -> None:
    waiting = f"{WAITING}<!--$--><p>Still on its way.</p><!--/$--><!--$!--><p>Any moment now.</p><!--/$-->"
    assert_like(read(boundary("0", waiting), part("0", ARTICLE)), ARTICLE)


def test_page_without_its_scripts_and_comments() -> None:
    # as crawlers store it: what stands in for a part cannot be told from what follows
    page = read(
        f'<template id="B:0"></template><aside>Loading</aside><p>{CRANE}</p>', part("0", ARTICLE, call="")
    )
    texts = [block.text for block in page.blocks]
    assert texts.index(LOG) < texts.index("Loading") < texts.index("Copyright 2026 The Inland Observer")


def test_what_no_place_waits_for_stays() -> None:
    page = read(ARTICLE, part("0", "<p>Nobody asked for this note about the weather.</p>"))
    assert page.blocks[-1].text == "Nobody asked for this note about the weather."
    assert page.blocks[-1].role == "hidden"


def test_text_behind_a_part_stays() -> None:
    page = read(boundary("0"), part("0", ARTICLE, call="") + "A word at the very end.")
    assert page.blocks[-1].text == "A word at the very end."


def test_tree_of_a_caller_is_left_alone() -> None:
    html = PAGE.format(main=boundary("0"), streamed=part("0", ARTICLE))
    tree = lxml.html.fromstring(html)
    before = lxml.html.tostring(tree)
    extract(tree)
    assert lxml.html.tostring(tree) == before


@pytest.mark.parametrize(
    "streamed",
    [
        part("0", f'<p>{GATE}</p><template id="B:0"></template>'),  # in itself
        part("0", f'<p>{GATE}</p><template id="P:1"></template>')
        + part("1", f'{LOG}<template id="B:0"></template>'),
        part("0", f"<p>{GATE}</p>") * 3,  # all of one name
        f'<div hidden id="S:"><p>{GATE}</p></div><template id="B:"></template>',
        f'<p>{GATE}</p><template id="P:9"><div id="S:9"></div></template>',
        f'<html id="S:3"><p>{GATE}</p><template id="P:3"></template>',
    ],
)
def test_parts_that_make_no_sense(streamed: str) -> None:
    assert GATE in [block.text for block in read("", streamed).blocks]


def test_many_parts_deep_in_each_other() -> None:
    n = 400
    parts = [
        part(f"{i:x}", f"<p>Part {i}.</p><div>" * 3 + f'<template id="B:{i + 1:x}"></template>')
        for i in range(n)
    ]
    page = read(boundary("0", ""), *parts)
    assert "depth-flattened" in [warning.code for warning in page.warnings]
    texts = {block.text for block in page.blocks}
    assert texts >= {f"Part {i}." for i in range(n)}


FRAGMENTS = st.recursive(
    st.one_of(
        st.integers(0, 4).map(lambda i: f'<template id="{"BP"[i % 2]}:{i}"></template>'),
        st.integers(0, 99).map(lambda i: f"<p>word{i:02}</p>"),
        st.sampled_from(
            ["text", "<!--$?-->", "<!--/$-->", "<!--x-->", "<br>", '<script>$RC("B:0","S:3")</script>']
        ),
    ),
    lambda inner: st.tuples(st.integers(0, 4), st.lists(inner, max_size=5)).map(
        lambda both: f'<div hidden id="S:{both[0]}">{"".join(both[1])}</div>'
    ),
    max_leaves=30,
)


@given(st.lists(FRAGMENTS, max_size=6).map("".join))
@settings(max_examples=300)
def test_any_parts(html: str) -> None:
    (root, *_) = parse(f"<html><body>{html}<p>end</p></body></html>").roots
    words = "".join(root.itertext())
    assert "end" in words
    assert "placed-part" not in {element.tag for element in root.iter()}
    if "<!--/$-->" not in html:  # then nothing may go
        assert Counter(re.findall(r"word\d\d", words)) == Counter(re.findall(r"word\d\d", html))
