"""Footnotes of the systems that write them: one small page each, and the Markdown that it becomes."""

from __future__ import annotations

import pytest

from boilerstrip import load_page
from tests.test_render import page_of

PANDOC = """<h1>Tides</h1><p>The bar shifts<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>,
and so do the charts.<a href="#fn2" class="footnote-ref" id="fnref2" role="doc-noteref"><sup>2</sup></a></p>
<section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes"><hr /><ol>
<li id="fn1"><p>Each winter.</p><p>See:</p><ul><li>the log</li><li>the chart</li></ul><pre><code>depth = 3
  + tide</code></pre><a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></li>
<li id="fn2"><blockquote><p>Drawn <em>anew</em>.<a href="#fnref2" class="footnote-back" role="doc-backlink">↩︎</a></p></blockquote></li>
</ol></section>"""
PANDOC_MD = """# Tides

The bar shifts[^1], and so do the charts.[^2]

[^1]: Each winter.

    See:

    - the log
    - the chart

    ```
    depth = 3
      + tide
    ```

[^2]:
    > Drawn *anew*."""

MARKDOWN_IT = """<p>The bar shifts.<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup> It shifts
again.<sup class="footnote-ref"><a href="#fn1" id="fnref1:1">[1:1]</a></sup> Twice.<sup class="footnote-ref"><a href="#fn2" id="fnref2">[2]</a></sup></p>
<hr class="footnotes-sep"><section class="footnotes"><ol class="footnotes-list">
<li id="fn1" class="footnote-item"><p>Each winter. <a href="#fnref1" class="footnote-backref">↩︎</a> <a href="#fnref1:1" class="footnote-backref">↩︎</a></p></li>
<li id="fn2" class="footnote-item"><p>So they say. <a href="#fnref2" class="footnote-backref">↩︎</a></p></li></ol></section>"""
MARKDOWN_IT_MD = """The bar shifts.[^1] It shifts again.[^1] Twice.[^2]

[^1]: Each winter.

[^2]: So they say."""

GITHUB = """<p>The bar shifts<sup><a href="#user-content-fn-1-8f1c" id="user-content-fnref-1-8f1c" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>.
And again<sup><a href="#user-content-fn-1-8f1c" id="user-content-fnref-1-2-8f1c" data-footnote-ref="" aria-describedby="footnote-label">1</a></sup>.</p>
<section data-footnotes="" class="footnotes"><h2 id="footnote-label" class="sr-only">Footnotes</h2><ol><li id="user-content-fn-1-8f1c">
<p>Each winter. <a href="#user-content-fnref-1-8f1c" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref"><g-emoji class="g-emoji" alias="leftwards_arrow_with_hook">↩</g-emoji></a> <a href="#user-content-fnref-1-2-8f1c" data-footnote-backref="" aria-label="Back to reference 1-2" class="data-footnote-backref">↩<sup>2</sup></a></p></li></ol></section>"""
GITHUB_MD = """The bar shifts[^1]. And again[^1].

[^1]: Each winter."""

KRAMDOWN = """<p>The bar shifts<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>
each winter<sup id="fnref:log"><a href="#fn:log" class="footnote">2</a></sup>.</p>
<div class="footnotes" role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote"><p>By a cable. <a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a></p></li>
<li id="fn:log"><p>As the log has it.&nbsp;<a href="#fnref:log" class="reversefootnote">&#8617;</a> <a href="#fnref:log:1" class="reversefootnote">&#8617;<sup>2</sup></a></p></li></ol></div>"""
KRAMDOWN_MD = """The bar shifts[^1] each winter[^2].

[^1]: By a cable.

[^2]: As the log has it."""

PYTHON_MARKDOWN = """<p>The bar shifts.<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p><div class="footnote"><hr />
<ol><li id="fn:1"><p>Each winter.&#160;<a class="footnote-backref" href="#fnref:1" title="Jump back to footnote 1 in the text">&#8617;</a></p></li></ol></div>"""
ONE_MD = """The bar shifts.[^1]

[^1]: Each winter."""

HUGO = """<p>The bar shifts.<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>Each winter.&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p></li></ol></div>"""

SPHINX = """<p>The bar shifts.<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref"><span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p>
<aside class="footnote-list brackets"><aside class="footnote brackets" id="id2" role="doc-footnote"><span class="label"><span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a><span class="fn-bracket">]</span></span>
<p>Each winter.</p></aside></aside>"""
SPHINX_DL = """<p>The bar shifts <a class="footnote-reference brackets" href="#id3" id="id1">1</a>
and again <a class="footnote-reference brackets" href="#id3" id="id2">1</a>, as told <a class="footnote-reference brackets" href="#named" id="id4">2</a>.</p>
<dl class="footnote brackets"><dt class="label" id="id3"><span class="brackets">1</span><span class="fn-backref">(<a href="#id1">1</a>,<a href="#id2">2</a>)</span></dt><dd><p>Each winter.</p><p>And spring.</p></dd>
<dt class="label" id="named"><span class="brackets"><a class="fn-backref" href="#id4">2</a></span></dt><dd><p>In the log.</p></dd></dl>"""
SPHINX_DL_MD = """The bar shifts [^1] and again [^1], as told [^2].

[^1]: Each winter.

    And spring.

[^2]: In the log."""
DOCUTILS = """<p>The bar shifts.<a class="footnote-reference" href="#f1" id="id1">[1]</a></p>
<table class="docutils footnote" frame="void" id="f1" rules="none"><colgroup><col class="label" /><col /></colgroup><tbody valign="top">
<tr><td class="label"><a class="fn-backref" href="#id1">[1]</a></td><td>Each winter.</td></tr></tbody></table>"""

ASCIIDOCTOR = """<div class="paragraph"><p>The bar shifts.<sup class="footnote">[<a id="_footnoteref_1" class="footnote" href="#_footnotedef_1" title="View footnote.">1</a>]</sup></p></div>
<div id="footnotes"><hr><div class="footnote" id="_footnotedef_1"><a href="#_footnoteref_1">1</a>. Each winter.</div></div>"""

WORDPRESS = """<p>The bar shifts.<sup data-fn="9d9c1f52-1b" class="fn"><a href="#9d9c1f52-1b" id="9d9c1f52-1b-link">1</a></sup></p>
<ol class="wp-block-footnotes"><li id="9d9c1f52-1b">Each winter. <a href="#9d9c1f52-1b-link" aria-label="Jump to footnote reference 1">↩︎</a></li></ol>"""
EASY = """<p>The bar shifts.<span id='easy-footnote-1-77' class='easy-footnote-margin-adjust'></span><span class='easy-footnote'><a href='https://example.org/bar/#easy-footnote-bottom-1-77' title='Each winter.'><sup>1</sup></a></span></p>
<div class="easy-footnote-title"><h4>Notes</h4></div><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-77" class="easy-footnote-margin-adjust"></span>Each winter.<a class="easy-footnote-to-top" href="https://example.org/bar/#easy-footnote-1-77"></a></li></ol>"""
EASY_MD = """The bar shifts.[^1]

#### Notes

[^1]: Each winter."""
SIMPLE = """<p>The bar shifts.<sup><a href="#note-77-1" class="simple-footnote" title="Each winter." id="return-note-77-1">1</a></sup></p>
<div class="simple-footnotes"><p class="notes">Notes:</p><ol><li id="note-77-1">Each winter. <a href="#return-note-77-1">&#8617;</a></li></ol></div>"""
SIMPLE_MD = """The bar shifts.[^1]

Notes:

[^1]: Each winter."""

WIKIPEDIA = """<p>The bar shifts<sup id="cite_ref-log_1-0" class="reference"><a href="#cite_note-log-1"><span class="cite-bracket">&#91;</span>1<span class="cite-bracket">&#93;</span></a></sup><sup id="cite_ref-2" class="reference"><a href="#cite_note-2">[2]</a></sup>
each winter,<sup id="cite_ref-log_1-1" class="reference"><a href="#cite_note-log-1">[1]</a></sup> and the light<sup id="cite_ref-3" class="reference"><a href="#cite_note-3">[a]</a></sup> is moved.<sup id="cite_ref-4" class="reference"><a href="#cite_note-4">[note 1]</a></sup></p>
<ol class="references"><li id="cite_note-3"><span class="mw-cite-backlink"><b><a href="#cite_ref-3" aria-label="Jump up" title="Jump up">^</a></b></span> <span class="reference-text">A lantern.</span></li></ol>
<ol class="references"><li id="cite_note-4"><span class="mw-cite-backlink"><b><a href="#cite_ref-4">^</a></b></span> <span class="reference-text">By boat.</span></li></ol>
<ol class="references"><li id="cite_note-log-1"><span class="mw-cite-backlink">^ <a href="#cite_ref-log_1-0"><span class="cite-accessibility-label">Jump up to: </span><sup><i><b>a</b></i></sup></a> <a href="#cite_ref-log_1-1"><sup><i><b>b</b></i></sup></a></span> <span class="reference-text"><cite class="citation book">Harbour log, <i>1911</i></cite></span></li>
<li id="cite_note-2"><span class="mw-cite-backlink"><b><a href="#cite_ref-2">^</a></b></span> <span class="reference-text"><a href="https://example.org/chart">Chart</a> of the bar</span></li></ol>"""
WIKIPEDIA_MD = """The bar shifts[^1][^2] each winter,[^1] and the light[^a] is moved.[^note-1]

[^1]: Harbour log, *1911*

[^2]: [Chart](https://example.org/chart) of the bar

[^a]: A lantern.

[^note-1]: By boat."""

SUBSTACK = """<p>The bar shifts.<a class="footnote-anchor" data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self">1</a></p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" contenteditable="false" target="_self">1</a><div class="footnote-content"><p>Each winter.</p><p>And spring.</p></div></div>"""
SUBSTACK_MD = """The bar shifts.[^1]

[^1]: Each winter.

    And spring."""

GOOGLE = """<p class="c1"><span class="c2">The bar shifts</span><sup class="c3"><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span class="c2">, as ever.</span><sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup></p>
<hr class="c4"><div><p class="c5"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span class="c6">&nbsp;Each winter.</span></p><p class="c5"><span>And spring.</span></p></div><div><p class="c5"><a href="#ftnt_ref2" id="ftnt2">[2]</a><span class="c6">&nbsp;So they say.</span></p></div>"""
GOOGLE_MD = """The bar shifts[^1], as ever.[^2]

[^1]: Each winter.

    And spring.

[^2]: So they say."""

WORD = """<p class=MsoNormal>The bar shifts.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span lang=EN-GB>[1]</span></span><![endif]></span></span></a></p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Each winter.</p></div></div>"""
LIBREOFFICE = """<p>The bar shifts.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Each winter.</p></div>"""

EPUB = """<p>The bar shifts.<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1" hidden><p>Each winter.</p></aside>"""
BIGFOOT = """<p>The bar shifts.<sup id="fnr1"><a href="#fn1" rel="footnote">1</a></sup></p><aside class="footnote" id="fn1" hidden><p>Each winter.</p></aside>"""
ARIA = """<p>The bar shifts.<a id="r1" href="#e1" role="doc-noteref">1</a></p><section role="doc-endnotes"><ol><li id="e1">Each winter. <a href="#r1" role="doc-backlink">Return to text</a></li></ol></section>"""

PLAIN = """<p>The bar shifts.<sup><a name="r1" href="#n1">1</a></sup></p><p>It is deep.<sup><a name="r2" href="#n2">2</a></sup></p>
<hr><p><a name="n1" href="#r1">1</a> Each winter.</p><p>By a cable.</p><p><a name="n2" href="#r2">2</a> Three fathoms.</p>"""
PLAIN_MD = """The bar shifts.[^1]

It is deep.[^2]

[^1]: Each winter.

    By a cable.

[^2]: Three fathoms."""
PLAIN_LINES = """<p>The bar shifts <sup><a href="#n1">[1]</a></sup> and is deep <sup>[<a href="#n2">2</a>]</sup>.</p>
<p>Notes<br><a name="n1"></a>[1] Each <b>winter</b>.<br><a name="n2"></a>[2] Three fathoms.<br></p>"""
PLAIN_LINES_MD = """The bar shifts [^1] and is deep [^2].

Notes

[^1]: Each **winter**.

[^2]: Three fathoms."""
PLAIN_PARAGRAPHS = """<p>The bar shifts (<a href="#note1">1</a>).</p><p id="note1">(1) Each winter.</p>"""
PLAIN_PARAGRAPHS_MD = """The bar shifts [^1].

[^1]: Each winter."""
SPIP = """<p>The bar shifts <span class="spip_note_ref">[<a href="#nb1" class="spip_note" rel="appendix" title="Each winter." id="nh1">1</a>]</span>.</p>
<div class="notes"><div id="nb1"><p><span class="spip_note_ref">[<a href="#nh1" class="spip_note" title="Notes 1" rev="appendix">1</a>]&nbsp;</span>Each winter.</p></div></div>"""
SPIP_MD = """The bar shifts [^1].

[^1]: Each winter."""
SYMBOLS = """<p>The bar<sup><a href="#s1" id="b1">*</a></sup> shifts<sup><a href="#s2" id="b2">&dagger;</a></sup>.</p>
<p id="s1"><a href="#b1">*</a> A bank of sand.</p><p id="s2"><a href="#b2">&dagger;</a> Each winter.</p>"""
SYMBOLS_MD = """The bar[^1] shifts[^2].

[^1]: A bank of sand.

[^2]: Each winter."""

TEXINFO = """<p>The bar shifts<a class="footnote" id="DOCF1" href="#FOOT1"><sup>1</sup></a>, so they
say<a class="footnote" id="DOCF2" href="#FOOT2"><sup>2</sup></a>.</p><div class="footnotes-segment"><hr><h4 class="footnotes-heading">Footnotes</h4>
<h5 class="footnote-body-heading"><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>Each winter.</p><p>Or spring.</p>
<h5 class="footnote-body-heading"><a id="FOOT2" href="#DOCF2">(2)</a></h5><p>In the log.</p></div>"""
TEXINFO_MD = """The bar shifts[^1], so they say[^2].

---

#### Footnotes

[^1]: Each winter.

    Or spring.

[^2]: In the log."""

SYSTEMS = {
    "Pandoc": (PANDOC, PANDOC_MD),
    "markdown-it-footnote": (MARKDOWN_IT, MARKDOWN_IT_MD),
    "GitHub": (GITHUB, GITHUB_MD),
    "kramdown": (KRAMDOWN, KRAMDOWN_MD),
    "Python-Markdown": (PYTHON_MARKDOWN, ONE_MD),
    "Hugo": (HUGO, ONE_MD),
    "Sphinx": (SPHINX, ONE_MD),
    "Sphinx, as definition list": (SPHINX_DL, SPHINX_DL_MD),
    "Docutils": (DOCUTILS, ONE_MD),
    "Asciidoctor": (ASCIIDOCTOR, ONE_MD),
    "WordPress": (WORDPRESS, ONE_MD),
    "Easy Footnotes": (EASY, EASY_MD),
    "Simple Footnotes": (SIMPLE, SIMPLE_MD),
    "Wikipedia": (WIKIPEDIA, WIKIPEDIA_MD),
    "Substack": (SUBSTACK, SUBSTACK_MD),
    "Google Docs": (GOOGLE, GOOGLE_MD),
    "Word": (WORD, ONE_MD),
    "LibreOffice": (LIBREOFFICE, ONE_MD),
    "EPUB": (EPUB, ONE_MD),
    "Bigfoot": (BIGFOOT, ONE_MD),
    "DPUB-ARIA": (ARIA, ONE_MD),
    "plain paragraphs that link back": (PLAIN, PLAIN_MD),
    "plain lines of a paragraph": (PLAIN_LINES, PLAIN_LINES_MD),
    "plain paragraphs with a name": (PLAIN_PARAGRAPHS, PLAIN_PARAGRAPHS_MD),
    "SPIP": (SPIP, SPIP_MD),
    "Texinfo": (TEXINFO, TEXINFO_MD),
    "daggers": (SYMBOLS, SYMBOLS_MD),
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_system(system: str) -> None:
    source, expected = SYSTEMS[system]
    page = page_of(source)
    assert page.markdown == expected
    assert load_page(page.to_json()).markdown == expected


def test_paragraphs_around_a_note_stay_apart_when_the_page_is_loaded() -> None:
    page = page_of(
        "<h1>T</h1><p>Words<sup><a href=#n1 id=r1>1</a></sup></p>"
        "<p id=n1>1. A note. <a href=#r1>\u21a9</a></p><p>The next paragraph.</p>"
    )
    assert page.markdown == "# T\n\nWords[^1]\n\nThe next paragraph.\n\n[^1]: A note."
    assert load_page(page.to_json()).markdown == page.markdown


def test_a_note_in_what_is_no_words_of_the_page_is_none() -> None:
    """Nothing would stand behind its mark."""
    page = page_of(
        "<h1>T</h1><p>Words<sup><a href=#n1 id=r1>1</a></sup></p>"
        "<div class=gist-meta><p id=n1>1. A note. <a href=#r1>\u21a9</a></p></div>"
    )
    assert "[^" not in page.markdown
    assert page.text.split() == ["T", "Words¹"]


def test_a_chapter_whose_heading_is_its_number_is_no_note() -> None:
    chapters = "".join(f"<h2 id=c{n}>{n}</h2><p>Chapter {n} of the log.</p>" for n in (1, 2))
    page = page_of(f"<h1>T</h1><p>See <a href=#c1>1</a> and <a href=#c2>2</a>.</p>{chapters}")
    assert "[^" not in page.markdown
    assert "## 2\n\nChapter 2 of the log." in page.markdown
