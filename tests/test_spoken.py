"""Words for screen readers alone that tell what an icon does, or what code is."""

from __future__ import annotations

import pytest

from tests.test_render import written

SPOKEN = "<span class=sr-only>View Source</span>"


@pytest.mark.parametrize(
    "heading",
    [
        f"<h2><a href=/src title='View Source'><i class=icon aria-hidden=true></i>{SPOKEN}</a><b>The weir</b></h2>",
        f"<h2>The weir <button>{SPOKEN}</button></h2>",
        f"<h2>The weir <span><a href=/src>{SPOKEN}</a></span></h2>",
    ],
)
def test_an_icon_is_no_part_of_a_heading(heading: str) -> None:
    assert written(heading + "<p>It holds.</p>") == "## The weir\n\nIt holds."


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<h2><a href=/src>{SPOKEN}</a></h2>", "## [View Source](/src)"),
        (f"<h2>The weir <a href=/src>{SPOKEN} of it</a></h2>", "## The weir [View Source of it](/src)"),
        (f"<h2>The weir {SPOKEN}</h2>", "## The weir View Source"),
        (f"<p>The weir <a href=/src>{SPOKEN}</a></p>", "The weir [View Source](/src)"),
    ],
)
def test_other_words_for_screen_readers_stay(source: str, expected: str) -> None:
    assert written(source) == expected


def test_the_name_of_a_file_stands_above_its_code() -> None:
    code = (
        "<figure><figcaption><span class=title>{}</span>{}</figcaption><pre><code>lift</code></pre></figure>"
    )
    spoken = "<span class=sr-only>Terminal window</span>"
    assert written(code.format("weir.sh", "")) == "weir.sh\n\n```\nlift\n```"
    assert written(code.format("", spoken)) == "```\nlift\n```"
    assert written(f"<figure><pre>lift</pre><figcaption>{spoken} in blue</figcaption></figure>") == (
        "```\nlift\n```\n\nin blue"
    )
    shown = f"<figure><figcaption>The weir {spoken}</figcaption><img src=/w.png alt=weir></figure>"
    assert written(shown) == "![weir](/w.png)\n\nThe weir Terminal window"
