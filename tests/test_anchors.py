"""What is looked at before a pattern is asked leaves nothing out that the pattern would find."""

from __future__ import annotations

import pytest

from boilerstrip.render.anchors import _ANCHOR_RE, _names_anchor
from tests.pure import pure
from tests.test_render import page_of

NAMES = """Permalink|permanent link to this|anchor|copy link|direct link|section link|link to this heading|
link for the section|copy link to it|direct link to it|link to this table|section titled a|navigate to section|
lien permanent|enlace permanente|dauerlink""".replace("\n", "").split("|")


@pytest.mark.parametrize("words", NAMES)
def test_names_of_anchors(words: str) -> None:
    assert _names_anchor(words)
    for start in map(chr, range(0x3000)):
        other = start + words[1:]
        assert _names_anchor(other) == (_ANCHOR_RE.fullmatch(other) is not None)
    assert not _names_anchor("")


@pytest.mark.parametrize("sign", ["#", "§", "🔗", "\N{PILCROW SIGN}"])
def test_a_definition_does_not_link_to_itself(sign: str) -> None:
    link = f"<a class=headerlink href=#weir.open title='Link to this definition'>{sign}</a>"
    for source in (
        f"<dl><dt id=weir.open><code>open</code>(height){link}</dt><dd>Opens the weir.</dd></dl>",
        f"<p><code>open</code>(height) <a href=/src/weir.html>Source</a> {link}</p><p>Opens the weir.</p>",
    ):
        page = page_of(source)
        assert sign not in page.markdown
        assert "(height)" in page.markdown
        with pure():
            assert page_of(source).markdown == page.markdown


@pytest.mark.parametrize(
    "source",
    [
        "<p>A <a href=#sharp>#</a> raises a note by half a tone.</p>",
        "<p>It is written in <a href=#csharp>C#</a></p>",
        "<p>The sign of a paragraph is <a href=/wiki/section>§</a></p>",
    ],
)
def test_signs_that_are_words_stay(source: str) -> None:
    page = page_of(source)
    assert any(sign in page.markdown.partition("](")[0] for sign in "#§")
