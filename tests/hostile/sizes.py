"""Large pages, and pages with very many or very large ones of something."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.case import Case, block_case, head_case, page, scaled, spread

__all__ = ["CASES", "SCALED", "large_page"]

_GROUP = "size"
_SAMPLES = Path(__file__).parents[2] / "samples"
_WORDS = "barley grease ledger sluice paddle oak river bridge miller flour stone wheel eel valley"


def _sentences(n_chars: int) -> str:
    """Prose of about that length, of words that are not the story's."""
    sentence = " ".join(spread(_WORDS, 12)).capitalize() + ". "
    return sentence * (n_chars // len(sentence) + 1)


def _paragraphs(n_chars: int) -> str:
    return f"<p>{_sentences(400)}</p>\n" * (n_chars // 430)


def large_page(n_bytes: int) -> str:
    """The bodies of four samples, over and over."""
    names = ("news-donation-wpdiscuz", "docs-sphinx", "magazine-consent-newsletter", "recipe")
    bodies = []
    for name in names:
        source = (_SAMPLES / f"{name}.html").read_text("utf-8")
        start = source.index(">", source.index("<body")) + 1
        bodies.append(source[start : source.rindex("</body>")])
    unit = "".join(bodies)
    return page(unit * max(1, n_bytes // len(unit.encode())))


def _rows(n: int) -> str:
    return "<table>" + "<tr><td>barley<td>sluice</tr>" * n + "</table>"


def _columns(n: int) -> str:
    cells = "<td>oak</td>" * n
    return f"<table><tr>{cells}</tr><tr>{cells}</tr></table>"


def _spanning(n: str) -> str:
    return f'<table><tr><td colspan="{n}" rowspan="{n}">wide</td><td>after</td></tr><tr><td>below</td></tr></table>'


def _ids(n: int) -> str:
    return "".join(f'<p id="section-{i}" class="c{i}">oak {i}</p>' for i in range(n))


def _attributes(n: int) -> str:
    return "<div " + " ".join(f'data-a{i}="{i}"' for i in range(n)) + "><p>many attributes</p></div>"


def _same_attributes(n: int) -> str:
    return "<div " + 'onclick="x()" ' * n + "><p>one attribute</p></div>"


def _phrases(n: int) -> str:
    """Phrases of which one may stand where its first word does not, behind as many of another."""
    return "<p>Share this page</p>" * n + "<p>mill « previous</p>" * n


SCALED = {
    "samples": large_page,
    "paragraphs": lambda n: page(_paragraphs(n)),
    "one paragraph": lambda n: page(f"<p>{_sentences(n)}</p>"),
    "br": lambda n: page("<br>" * (n // 4)),
    "inline": lambda n: page("<p>" + "<b>oak</b> " * (n // 11) + "</p>"),
    "links": lambda n: page('<a href="/mill/42">oak</a> ' * (n // 28)),
    "list": lambda n: page("<ul>" + "<li>barley and grease</li>" * (n // 26) + "</ul>"),
    "rows": lambda n: page(_rows(n // 29)),
    "columns": lambda n: page(_columns(n // 24)),
    "headings": lambda n: page("<h2>sluice gate</h2>" * (n // 20)),
    "attributes": lambda n: page(_attributes(n // 18)),
    "unclosed": lambda n: page("<div>oak " * (n // 9)),
    "script": lambda n: page(f"<script>{'let x = [1, 2];' * (n // 15)}</script>"),
    "comments": lambda n: page("<!-- oak -->" * (n // 12)),
    "entities": lambda n: page(f"<p>{'&amp;&eacute; ' * (n // 15)}</p>"),
    "brackets": lambda n: page(f"<p>{'< ' * (n // 2)}</p>"),
}
"""The size classes, by name: each makes a page of about so many bytes, for measures of growth."""

CASES = (
    Case(
        "size-page-20mb", _GROUP, lambda: large_page(scaled(20_000_000)), shown=("Quernstone", "tallowlight")
    ),
    block_case(_GROUP, "br-million", lambda: "<br>" * scaled(1_000_000)),
    block_case(_GROUP, "br-words", lambda: "oak<br>" * scaled(200_000), "oak"),
    block_case(_GROUP, "paragraph-5mb", lambda: f"<p>{_sentences(scaled(5_000_000))} cygnet</p>", "cygnet"),
    block_case(
        _GROUP, "paragraphs-12mb", lambda: _paragraphs(scaled(12_000_000)) + "<p>cygnet</p>", "cygnet"
    ),
    block_case(_GROUP, "text-11mb", lambda: f"<p>{'oak ' * scaled(2_750_000)}</p><p>cygnet</p>", "cygnet"),
    block_case(_GROUP, "one-word-5mb", lambda: f"<p>{'x' * scaled(5_000_000)}</p><p>cygnet</p>", "cygnet"),
    block_case(_GROUP, "inline-500k", lambda: "<p>" + "<b>oak</b> " * scaled(500_000) + "</p>", "oak"),
    block_case(_GROUP, "inline-mixed", lambda: "<p>" + "a<i>b</i><code>c</code>" * scaled(100_000) + "</p>"),
    block_case(
        _GROUP,
        "links-100k",
        lambda: "".join(f'<a href="/m/{i}">oak</a> ' for i in range(scaled(100_000))),
        "oak",
    ),
    block_case(
        _GROUP,
        "links-list",
        lambda: "<ul>" + "".join(f'<li><a href="/m/{i}">oak</a>' for i in range(scaled(100_000))) + "</ul>",
        "oak",
    ),
    block_case(
        _GROUP,
        "images-50k",
        lambda: "".join(f'<img src="/m/{i}.jpg" alt="oak">' for i in range(scaled(50_000))),
    ),
    block_case(_GROUP, "headings-100k", lambda: "<h2>sluice gate</h2>" * scaled(100_000), "gate"),
    block_case(_GROUP, "rows-100k", lambda: _rows(scaled(100_000)), "barley"),
    block_case(_GROUP, "columns-100k", lambda: _columns(scaled(100_000)), "oak"),
    block_case(
        _GROUP,
        "cells-nested",
        lambda: "<table><tr><td>" + _rows(scaled(20_000)) + "</td></tr></table>",
        "barley",
    ),
    block_case(
        _GROUP,
        "options-100k",
        lambda: "<select>" + "<option value=1>oak</option>" * scaled(100_000) + "</select>",
    ),
    block_case(_GROUP, "list-100k", lambda: "<ol>" + "<li>barley</li>" * scaled(100_000) + "</ol>", "barley"),
    block_case(
        _GROUP, "definitions-50k", lambda: "<dl>" + "<dt>oak<dd>barley" * scaled(50_000) + "</dl>", "barley"
    ),
    block_case(_GROUP, "phrases-60k", lambda: _phrases(scaled(30_000))),
    block_case(_GROUP, "divs-200k", lambda: "<div>oak</div>" * scaled(200_000), "oak"),
    block_case(_GROUP, "divs-empty", lambda: "<div></div>" * scaled(400_000)),
    block_case(_GROUP, "ids-100k", lambda: _ids(scaled(100_000)), "oak"),
    block_case(
        _GROUP, "custom-tags", lambda: "".join(f"<x-{i}>oak</x-{i}>" for i in range(scaled(50_000))), "oak"
    ),
    block_case(
        _GROUP,
        "class-tokens",
        lambda: f'<div class="{" ".join(f"c{i}" for i in range(scaled(100_000)))}"><p>cygnet</p></div>',
        "cygnet",
    ),
    block_case(
        _GROUP,
        "class-long",
        lambda: f'<div class="{"widget-" * scaled(200_000)}"><p>cygnet</p></div>',
        "cygnet",
    ),
    block_case(_GROUP, "attributes-100k", lambda: _attributes(scaled(100_000)), "attributes"),
    block_case(_GROUP, "attributes-same", lambda: _same_attributes(scaled(300_000)), "attribute"),
    block_case(
        _GROUP,
        "attributes-bare",
        lambda: f"<p {' '.join(f'a{i}' for i in range(scaled(50_000)))}>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "attributes-end-tag",
        lambda: f"<p>cygnet</p {' '.join(f'a{i}=1' for i in range(scaled(50_000)))}>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "attributes-1000-tags",
        lambda: f"<p {' '.join(f'a{i}' for i in range(500))}>oak</p>" * 1_000,
        "oak",
    ),
    block_case(
        _GROUP,
        "attribute-10mb",
        lambda: f'<div data-state="{"y" * scaled(10_500_000)}"><p>cygnet</p></div>',
        "cygnet",
    ),
    block_case(
        _GROUP, "attribute-unclosed", lambda: f'<p>cygnet</p><div title="{"y " * scaled(50_000)}>', "cygnet"
    )._replace(main=(), shown=("Quernstone", "cygnet")),
    block_case(
        _GROUP,
        "data-uri-6mb",
        lambda: f'<p><img src="data:image/png;base64,{"iVBORw0K" * scaled(750_000)}" alt="a"> cygnet</p>',
        "cygnet",
    ),
    block_case(
        _GROUP,
        "script-8mb",
        lambda: f"<script>{'if(a<b){x()}' * scaled(700_000)}</script><p>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "script-11mb",
        lambda: f"<script>{'let x = [1, 2];' * scaled(740_000)}</script><p>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "scripts-50k",
        lambda: "<script>x('<p>')</script>" * scaled(50_000) + "<p>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "style-8mb",
        lambda: f"<style>{'.a > .b { color: red }' * scaled(360_000)}</style><p>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP, "comment-8mb", lambda: f"<!-- {'oak - ' * scaled(1_300_000)} --><p>cygnet</p>", "cygnet"
    ),
    block_case(_GROUP, "comments-300k", lambda: "<!-- oak -->" * scaled(300_000) + "<p>cygnet</p>", "cygnet"),
    block_case(
        _GROUP, "instructions", lambda: "<?php echo 1 ?>" * scaled(200_000) + "<p>cygnet</p>", "cygnet"
    ),
    block_case(
        _GROUP,
        "pre-5mb",
        lambda: f"<pre>{'  if x:' * 5 + chr(10)}{'let x = 1' + chr(10)}</pre>" * scaled(100_000),
        "let",
    ),
    block_case(_GROUP, "colspan", lambda: _spanning("1000000000"), "wide after below"),
    block_case(
        _GROUP,
        "colspan-many",
        lambda: "<table>" + '<tr><td colspan="1000" rowspan="65534">oak</td></tr>' * 2_000 + "</table>",
        "oak",
    ),
    block_case(
        _GROUP, "colspan-words", lambda: _spanning("\N{ARABIC-INDIC DIGIT ONE}e9\N{SUPERSCRIPT TWO}"), "wide"
    ),
    block_case(
        _GROUP,
        "list-start",
        lambda: (
            '<ol start="99999999999999999999"><li value="-99999999999999999999">oak<li value="1e9">eel</ol>'
        ),
        "oak eel",
    ),
    block_case(
        _GROUP,
        "list-start-unicode",
        lambda: '<ol start="\N{SUPERSCRIPT TWO}\N{ARABIC-INDIC DIGIT ONE}"><li>oak</ol>',
        "oak",
    ),
    block_case(
        _GROUP,
        "noscripts",
        lambda: '<noscript><img src="/a.png"><p>no</p></noscript>' * scaled(20_000) + "<p>cygnet</p>",
        "cygnet",
    ),
    block_case(
        _GROUP,
        "comment-sections",
        lambda: '<div class="comment"><span class="author">Ida</span><p>oak</p></div>' * scaled(20_000),
        "oak",
    ),
    block_case(
        _GROUP,
        "times",
        lambda: (
            '<div class="comments">'
            + '<time datetime="2024-01-01">now</time> oak ' * scaled(50_000)
            + "</div>"
        ),
        "oak",
    ),
    head_case(_GROUP, "metas-100k", lambda: '<meta property="og:image" content="/a.png">' * scaled(100_000)),
    head_case(
        _GROUP,
        "metas-names",
        lambda: "".join(f'<meta name="k{i}" content="oak, eel">' for i in range(scaled(50_000))),
    ),
    head_case(
        _GROUP, "meta-5mb", lambda: f'<meta name="description" content="{"oak " * scaled(1_250_000)}">'
    ),
    head_case(
        _GROUP, "keywords-1mb", lambda: f'<meta name="keywords" content="{"oak, " * scaled(200_000)}">'
    ),
    head_case(
        _GROUP, "links-head", lambda: '<link rel="alternate" hreflang="de" href="/de/">' * scaled(50_000)
    ),
)
