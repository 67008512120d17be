"""What is looked at before a pattern is asked leaves nothing out that the pattern would find."""

from __future__ import annotations

import pytest

from boilerstrip.render.anchors import _ANCHOR_RE, _names_anchor

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
