"""Markdown and HTML as plain text: what gold texts and peers' HTML are compared by."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import boilerstrip
from boilerstrip.training.metrics import count_words
from boilerstrip.training.plain import html_text, markdown_text

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("plain text, *as* it **comes**", "plain text, as it comes"),
        ("# One #\n\nTwo\n===\n\n### `three`", "One\n\nTwo\n\nthree"),
        ("soft\nbreak\\\nhard  \nbreak", "soft\nbreak\nhard\nbreak"),
        ("- a\n- b\n  1. c\n\n> d\n> > e", "a\n\nb\n\nc\n\nd\n\ne"),
        (
            "[words](https://a.example/path 'title') and [more][1]\n\n[1]: https://b.example/",
            "words and more",
        ),
        ("<https://a.example/> and https://b.example/", "https://a.example/ and https://b.example/"),
        ("![A ferry at its pier](ferry.jpg) leaves", "leaves"),
        ("```python\nx = 1\n\n# y\n```\n\n    indented *code*", "x = 1\n\n# y\n\nindented *code*"),
        ("| Pier | At |\n|---|--:|\n| *North* | 6 |", "Pier\n\nAt\n\nNorth\n\n6"),
        ("~~gone~~ kept", "gone kept"),
        (r"\*kept\* &amp; &#8211; 2 \< 3", "*kept* & – 2 < 3"),
        ("one\n\n***\n\ntwo", "one\n\ntwo"),
        ("H<sub>2</sub>O<br>and <!-- no word --> more", "H2O\nand  more"),
        (
            "<table><tr><td>a<td>b</table>\n\n<!-- none -->\n\n<script>no()</script>\n\nend",
            "a\nb\n\nend",
        ),
        ("Zeile&nbsp;eins", "Zeile\xa0eins"),
        ("> " * 60 + "deep", "deep"),
    ],
)
def test_markdown(markdown: str, text: str) -> None:
    assert markdown_text(markdown) == text


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: The ferry\n---\n",
        "---\n# made by hand\n\ntitle: >-\n  The\n  ferry\ntags: [a, b]\n...\n",
        '---  \n"title": a: b\nurl: https://a.example/\n---',
        "---\ntags:\n- a\n- b\n---\n",
    ],
)
def test_front_matter_is_no_text(front: str) -> None:
    assert markdown_text(front) == ""
    assert markdown_text(f"{front}\n\n# The ferry\n\n---\n\nIt sails.") == "The ferry\n\nIt sails."


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("---\n\nA rule comes first.\n\n---\n\nAnd another: here.", "A rule comes first And another here"),
        ("---\ntitle: never closed\n\nIt sails.", "title never closed It sails"),
        ("\n---\ntitle: not at the top\n---\n", "title not at the top"),
        ("---\nAt six:00 it sails.\n---\n", "At six 00 it sails"),
        ("----\ntitle: four dashes\n----\n", "title four dashes"),
    ],
)
def test_rules_across_the_page_are_no_front_matter(markdown: str, words: str) -> None:
    assert count_words(markdown_text(markdown)) == count_words(words)


@given(st.text("ab-:.#\n ", max_size=200))
def test_front_matter_is_looked_for_without_end(middle: str) -> None:
    """The same in any text that begins like it; none takes long."""
    assert isinstance(markdown_text("---\n" * 50 + middle), str)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_markdown_gives_back_our_text(path: Path) -> None:
    """So a page's own Markdown, corrected by hand, is a fair gold text."""
    page = boilerstrip.extract(path.read_bytes())
    assert count_words(markdown_text(page.markdown)) == count_words(page.text)


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 3


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("no tag", ""),
        ("<!-- none -->", ""),
        ("<p>a<p>b", "a\nb"),
        ("<html><body><div>a<p>b</p>c</div></body></html>", "a\nb\nc"),
        ("<ul><li>a<li>b</ul><table><tr><td>c<td>d</table>", "a\nb\nc\nd"),
        ("<p>one\n  two\t three&nbsp;four<br/>fi<b>v</b>e", "one two three four\nfive"),
        ("<p>a<script>b</script>c<style>d</style>e", "ace"),
        ("<p>&lt;b&gt; &amp; é", "<b> & é"),
        ("<my-card>a</my-card><my-card>b</my-card>", "a\nb"),
    ],
)
def test_html(html: str, text: str) -> None:
    assert html_text(html) == text


def test_a_plain_text_gold_pays_for_no_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>a")
    (tmp_path / "a.txt").write_text("a")
    code = (
        "import sys\n"
        "from boilerstrip.training.gold import read_gold\n"
        "read_gold(sys.argv[1])\n"
        "print('markdown_it' in sys.modules)\n"
    )
    out = subprocess.check_output([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, text=True)
    assert out.split() == ["False"]
