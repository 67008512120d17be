"""Lists that a page writes in parts, one after the other."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from tests.pure import pure
from tests.test_render import page_of, written

NOTION = (
    "<ul class=bulleted-list id=a><li>Knife</li></ul>"
    "<ul class=bulleted-list id=b><li>Rope<ul class=bulleted-list><li>thin</li></ul></li></ul>"
    "<ul class=bulleted-list id=c><li>Matches</li></ul>"
    "<ul class=to-do-list><li><div class='checkbox checkbox-on'></div> <span>Patch</span></li></ul>"
    "<ul class=to-do-list><li><div class='checkbox checkbox-off'></div> <span>Fuel</span></li></ul>"
    "<ol type=1 class=numbered-list start=1><li>Load.</li></ol>"
    "<ol type=1 class=numbered-list start=2><li>Go.<p>Soon.</p></li></ol>"
    "<ol type=1 class=numbered-list start=3><li>Row.</li></ol>"
)


@pytest.mark.parametrize("is_pure", [True, False])
def test_items_that_notion_writes_as_lists_of_their_own(is_pure: bool) -> None:
    with pure() if is_pure else nullcontext():
        assert written(NOTION) == (
            "- Knife\n- Rope\n  - thin\n- Matches\n\n* [x] Patch\n* [ ] Fuel\n\n1. Load.\n\n2. Go.\n\n   Soon.\n\n3. Row."
        )


@pytest.mark.parametrize("is_pure", [True, False])
@pytest.mark.parametrize(
    "source",
    [
        "<ol><li>a<li>b</ol><ol start=4><li>d</ol>",  # one is missing
        "<ol><li>a</ol><p>then</p><ol start=2><li>b</ol>",
        "<ol><li>a</ol><ol><li>b</ol>",
        "<ul><li>a</ul><ol start=2><li>b</ol>",
        "<ul><li>a</ul><ul><li>b</ul>",
        "<ul class=bulleted-list><li>a</ul><ul class=to-do-list><li>b</ul>",
        "<ul class=bulleted-list><li>a</ul><ul><li>b</ul>",
        "<ol class=numbered-list><li>a</ol><ol class=numbered-list start=7><li>b</ol>",
    ],
)
def test_other_lists_stay_by_themselves(source: str, is_pure: bool) -> None:
    with pure() if is_pure else nullcontext():
        html = page_of(source).html
    assert [html.count(tag) for tag in ("<ul", "<ol")] == [source.count(tag) for tag in ("<ul", "<ol")]


@pytest.mark.parametrize(
    ("icon", "before"), [("<span class=icon>&#x1F4A1;</span>", ""), ("<b>Ask</b>", ">\n> **Ask**\n>\n")]
)
def test_a_callout_of_notion(icon: str, before: str) -> None:
    assert (
        written(
            "<figure class='block-color-gray_background callout'>"
            f"<div style='font-size:1.5em'>{icon}</div><div><p>Two days before.</p></div></figure>"
        )
        == f"> [!NOTE]\n{before}> Two days before."
    )
