"""Footnotes that stand in the paragraph which they are about; what is no footnote; and what Markdown makes of text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from boilerstrip.block import BlockTable, Mark
from boilerstrip.parse import parse
from boilerstrip.segment import segment, walk
from boilerstrip.segment.targets import Tree, numbered
from tests.test_render import page_of

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))

MODERN = """<p>The bar shifts<sup class="modern-footnotes-footnote " data-mfn="1" data-mfn-post-scope="0077"><a href="javascript:void(0)" role="button" aria-pressed="false" aria-describedby="mfn-content-0077-1">1</a></sup><span id="mfn-content-0077-1" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" data-mfn="1">Each <em>winter</em>.</span> and is deep.</p>"""
BY_MCI = """<p>The bar shifts<span class="footnote_referrer"><a role="button" tabindex="0" onclick="footnote_moveToReference_77_1('footnote_plugin_reference_77_1_1');"><sup id="footnote_plugin_tooltip_77_1_1" class="footnote_plugin_tooltip_text">[1]</sup></a><span id="footnote_plugin_tooltip_text_77_1_1" class="footnote_tooltip">Each <em>winter</em>.</span></span> and is deep.</p>"""
LATEXML = """<p class="ltx_p">The bar shifts<span id="footnote1" class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer"><span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>Each <em class="ltx_emph">winter</em>.</span></span></span> and is deep.</p>"""
TUFTE = """<p>The bar shifts<label for="sn-w" class="margin-toggle sidenote-number"></label><input type="checkbox" id="sn-w" class="margin-toggle"/><span class="sidenote">Each <em>winter</em>.</span> and is deep.</p>"""
MARGIN = """<p>The bar shifts<label for="mn-w" class="margin-toggle">&#8853;</label><input type="checkbox" id="mn-w" class="margin-toggle"/><span class="marginnote">Each <em>winter</em>.</span> and is deep.</p>"""
DISTILL = (
    """<p>The bar shifts<d-footnote id="d-footnote-1">Each <em>winter</em>.</d-footnote> and is deep.</p>"""
)
ASIDE_MD = """The bar shifts[^1] and is deep.

[^1]: Each *winter*."""

ASIDES = {
    "Modern Footnotes": MODERN,
    "Footnotes by MCI": BY_MCI,
    "LaTeXML": LATEXML,
    "Tufte": TUFTE,
    "Tufte, in the margin": MARGIN,
    "Distill": DISTILL,
}


@pytest.mark.parametrize("system", ASIDES)
def test_aside(system: str) -> None:
    assert page_of(ASIDES[system]).markdown == ASIDE_MD


def test_a_formula_in_a_note_in_the_paragraph() -> None:
    math = '<math class="ltx_Math" alttext="h&gt;0"><mi>h</mi><annotation encoding="application/x-tex">h&gt;0</annotation></math>'
    katex = f'<span class="katex"><span class="katex-mathml">{math}</span><span class="katex-html"><i>h</i></span></span>'
    script = '<span class="MathJax_Preview">h</span><script type="math/tex">h>0</script>'
    for formula in (math, katex, script):
        said = f"Each {formula}, and {formula}"
        source = LATEXML.replace('Each <em class="ltx_emph">winter</em>.', said)
        assert page_of(source + "<p>New.</p>").markdown == (
            "The bar shifts[^1] and is deep.\n\nNew.\n\n[^1]: Each $h>0$, and $h>0$"
        )
        behind = LATEXML.replace("and is deep", f"{formula} and is deep")
        assert page_of(behind).markdown == "The bar shifts[^1] $h>0$ and is deep.\n\n[^1]: Each *winter*."


def test_two_asides_in_a_paragraph() -> None:
    once = '<label class="margin-toggle sidenote-number"></label><span class="sidenote">{}</span>'
    source = f"<p>One{once.format('Same.')} two{once.format('Same.')}, <b>three{once.format('<i>Last.</i>')}</b> end.</p>"
    assert page_of(source).markdown == (
        "One[^1] two[^2], **three[^3]** end.\n\n[^1]: Same.\n\n[^2]: Same.\n\n[^3]: *Last.*"
    )


def test_two_notes_that_cut_a_paragraph() -> None:
    source = "<p>One<d-footnote>First.</d-footnote> two<d-footnote><p>Second.</p><p>More.</p></d-footnote>, end.</p><p>New."
    assert page_of(source).markdown == (
        "One[^1] two[^2], end.\n\nNew.\n\n[^1]: First.\n\n[^2]: Second.\n\n    More."
    )


# What is no footnote

NO_NOTES = {
    "a table of contents": "<ol><li><a href='#s1'>1</a></li><li><a href='#s2'>2</a></li></ol><h2 id=s1>1 One</h2><p>Words.</p><h2 id=s2>2 Two</h2><p>Words.</p>",
    "a table of contents with anchors and a way back": "<p><a href='#s1' name='c1'>1</a> <a href='#s2' name='c2'>2</a></p><h2><a name=s1 href='#c1'>1</a> One</h2><p>Words.</p><h2><a name=s2 href='#c2'>2</a> Two</h2><p>Words.</p>",
    "sections": "<p>See <a href='#s1'>1</a>.</p><section id=s1><p>Words of a section.</p></section>",
    "a section with a heading": "<p>See <sup><a href='#s1'>1</a></sup>.</p><div id=s1><h3>1 One</h3><p>Words.</p></div>",
    "a count of comments": "<p>Words. <a href='#comments'>12</a></p><div id=comments><p>Nice.</p><p><a href='#top'>Top</a></p></div>",
    "comments with numbers": "<ol><li id=comment-1><a href='#comment-1'>1</a> <p>Nice.</p></li><li id=comment-2><a href='#comment-2'>2</a> <p>Nice.</p></li></ol>",
    "more": "<p>Words. <a href='#more-12'>more</a></p><p><span id=more-12></span>Other words.</p>",
    "an equation": "<p>By (<a href='#eq1'>1</a>) it follows.</p><div id=eq1><p>a = b (1)</p></div>",
    "a figure": "<p>See figure <sup><a href='#fig1'>1</a></sup>.</p><figure id=fig1><img src=/a.png><figcaption>1. Shown.</figcaption></figure>",
    "a citation in documents": "<p>See <a href='#id1' role='doc-biblioref'>[1]</a>.</p><div id=id1 class=citation><p>[1] <a href='#id0'>A book.</a></p></div>",
    "a numbered list of works": "<p>See [<a href='#b1'>1</a>].</p><ol><li id=b1>A book.</li></ol>",
    "letters of an index": "<p id=index><a href='#A'>A</a> <a href='#B'>B</a></p><p><a name=A></a>Anchor <a href='#index'>^</a></p><p><a name=B></a>Bar <a href='#index'>^</a></p>",
    "slides": "<p><a href='#slide-1'>1</a> <a href='#slide-2'>2</a></p><div id=slide-1><p>Words.</p></div><div id=slide-2><p>Words.</p></div>",
    "a way up": "<p id=top>Words.</p><p><sup><a href='#top'>1</a></sup> More.</p>",
    "a note that is not there": "<p>Words.<sup class=footnote-ref><a href='#fn1'>1</a></sup></p>",
    "code": "<p>Words.</p><pre>x<a href='#fn1' id=r1>1</a></pre><p id=fn1>1. Note. <a href='#r1'>↩</a></p>",
    "inline code": "<p>Words <code>x<a href='#fn1' id=r1>1</a></code></p><p id=fn1>Note. <a href='#r1'>↩</a></p>",
}


@pytest.mark.parametrize("case", NO_NOTES)
def test_no_footnote(case: str) -> None:
    assert "[^" not in page_of(NO_NOTES[case]).markdown


# Where references and notes stand

NOTES = "<ol><li id=fn1>One. <a href='#r1'>↩</a></li><li id=fn2>Two.<sup><a href='#fn1' id=r1b>1</a></sup> <a href='#r2'>↩</a></li></ol>"


def ref(number: int) -> str:
    return f"<sup><a href='#fn{number}' id=r{number}>{number}</a></sup>"


def test_in_tables_headings_and_items() -> None:
    source = f"<h1>Top{ref(2)}</h1><h2>Bar{ref(1)}</h2><table><tr><th>a<th>b<tr><td>c{ref(1)}<td>d</table><ul><li>e{ref(2)}</ul>{NOTES}"
    assert page_of(source).markdown == (
        "# Top[^2]\n\n## Bar[^1]\n\n| a | b |\n| --- | --- |\n| c[^1] | d |\n\n- e[^2]\n\n[^2]: Two.[^1]\n\n[^1]: One."
    )


def test_a_note_that_another_note_refers_to() -> None:
    notes = "<ol><li id=fn1>One.<sup><a href='#fn2' id=r2>2</a></sup> <a href='#r1'>↩</a></li><li id=fn2>Two. <a href='#r2'>↩</a></li></ol>"
    assert page_of(f"<p>Words{ref(1)}.</p>{notes}").markdown == "Words[^1].\n\n[^1]: One.[^2]\n\n[^2]: Two."


def test_a_note_that_nothing_refers_to_stays() -> None:
    source = "<p>Words<sup><a href='#fn2' id=r2>2</a></sup>.</p><ol><li id=fn1>One. <a href='#r1'>↩</a></li><li id=fn2>Two. <a href='#r2'>↩</a></li></ol>"
    assert page_of(source).markdown == "Words[^2].\n\n1. One. [↩](#r1)\n\n[^2]: Two."


def test_the_same_number_twice() -> None:
    def chapter(name: str) -> str:
        return f"<p>{name}<sup><a href='#{name}1' id={name}r1>1</a></sup>.</p><p id={name}1><a href='#{name}r1'>1</a> Of {name}.</p>"

    assert page_of(chapter("A") + chapter("B")).markdown == ("A[^1].\n\nB[^2].\n\n[^1]: Of A.\n\n[^2]: Of B.")


def test_a_dagger_among_numbers() -> None:
    source = (
        f"<p>Words<sup><a href='#fn0' id=r0>*</a></sup>.{ref(1)}</p><p id=fn0><a href='#r0'>*</a> Of it.</p>"
        + NOTES
    )
    assert page_of(source).markdown == "Words[^2].[^1]\n\n1. Two.[^1] [↩](#r2)\n\n[^2]: Of it.\n\n[^1]: One."


def test_a_note_may_begin_with_its_number_in_words() -> None:
    source = "<p>Words<sup><a href='#fn1' id=r1>1</a></sup>.</p><ol><li id=fn1>1 Corinthians 3. <a href='#r1'>↩</a></li></ol>"
    assert page_of(source).markdown == "Words[^1].\n\n[^1]: 1 Corinthians 3."


def test_a_mark_and_a_colon_begin_a_paragraph() -> None:
    source = f"<p>{ref(1)}: words<br>{ref(1)}: more (<a href='/x'>x</a>)</p><p>{ref(2)}(aside)</p>{NOTES}"
    assert page_of(source).markdown.split("\n\n")[:2] == [
        "[^1]\\: words\\\n[^1]\\: more ([x](/x))",
        "[^2]\\(aside)",
    ]


def test_text_that_looks_like_a_footnote() -> None:
    source = "<p>[^1] and [^1]: x and ^[x] and 2^[3] and [^a b]</p><p>[^1]: x</p><p>^<a href='/x'>x</a> <a href='/y'>^1</a></p>"
    assert page_of(source).markdown == (
        "\\[^1] and \\[^1]: x and \\^[x] and 2\\^[3] and [^a b]\n\n\\[^1]: x\n\n\\^[x](/x) [\\^1](/y)"
    )


def test_the_forms() -> None:
    page = page_of(f"<p>Words{ref(1)}, more{ref(1)}.</p><p>End{ref(2)}.</p>{NOTES}")
    assert page.text == "Words[1], more[1].\n\nEnd[2].\n\n[1] One.\n\n[2] Two.[1]"
    assert page.html.split("\n") == [
        "<article>",
        '<p>Words<sup><a href="#fn-1" id="fnref-1">1</a></sup>, more<sup><a href="#fn-1" id="fnref-1-2">1</a></sup>.</p>',
        '<p>End<sup><a href="#fn-2" id="fnref-2">2</a></sup>.</p>',
        *('<section class="footnotes">', "<ol>", '<li id="fn-1">One.</li>'),
        '<li id="fn-2">Two.<sup><a href="#fn-1" id="fnref-1-3">1</a></sup></li>',
        *("</ol>", "</section>", "</article>"),
    ]


def test_a_tree_of_xhtml() -> None:
    source = f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Words{ref(1)}<sup>2</sup><span class='sidenote'>Side.</span></p><ol><li id='fn1'>One. <a href='#r1'>↩</a></li></ol></body></html>"
    root = etree.fromstring(re.sub("=([a-z]+[0-9]+)", r"='\1'", source))
    noted = [piece for pieces in segment([root]).inline for piece in pieces if isinstance(piece, Mark)]
    assert [mark.value for mark in noted if mark.kind == "note"] == ["1", "2"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_elements_have_the_numbers_of_the_table(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[BlockTable, Tree]] = []
    monkeypatch.setattr(walk, "mark_notes", lambda table, tree, *_: read.append((table, tree)))
    segment(parse(path.read_text("utf-8", "replace")).roots)
    ((table, tree),) = read
    pairs = [(table.tag[index], node.tag.rpartition("}")[2]) for index, node in numbered(table, tree)]
    assert len(pairs) == table.n_elements
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
