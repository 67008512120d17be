"""Posts that nothing but their numbers tells from items of a list; pages that are named for their sidebar."""

from __future__ import annotations

import pytest

from tests.test_threads import NAMES, WORDS, entries, native, thread, words


def fluxbb(i: int, number: str = "#{}") -> str:
    """A post of FluxBB: no class, address or button says who wrote it."""
    return (
        f'<div id="p{i + 70}" class="blockpost"><h2><span class="conr">{number.format(i + 1)}</span> '
        f'<a href="viewtopic.php?pid={i + 70}#p{i + 70}">2025-11-0{i + 1} 15:14:37</a></h2><div class="box">'
        f'<div class="postleft"><dl><dt><strong>{NAMES[i]}</strong></dt><dd>Registered: 2016-07-02</dd></dl></div>'
        f'<div class="postright"><div class="postmsg"><p>{WORDS[i]}</p><p class="postedit"><em>Last edited by '
        f"{NAMES[i]} (2025-11-01 15:15:18)</em></p></div></div></div></div>"
    )


@pytest.mark.parametrize("n", [2, 5])
@pytest.mark.parametrize("number", ["#{}", "#{} |", "{}#"])
def test_posts_that_are_numbered(n: int, number: str) -> None:
    page = thread(lambda i: fluxbb(i, number), n, around="<div>%s</div>")
    found = entries(page)
    assert [entry.author for entry in found] == list(NAMES[:n])
    assert [entry.date for entry in found] == [f"2025-11-0{i + 1} 15:14:37" for i in range(n)]
    assert words(page) == [[text] for text in WORDS[:n]]


@pytest.mark.parametrize("number", ["", "#7", "No. {}", "#{0}{0}"])
def test_what_is_not_numbered_may_be_any_list(number: str) -> None:
    assert not entries(thread(lambda i: fluxbb(i, number), around="<div>%s</div>"))


def test_a_page_named_for_its_sidebar_is_none() -> None:
    def post(i: int) -> str:
        return native(i).replace('class="comment"', 'class="message"').replace("comment-", "m-")

    posts = thread(post, around="%s")
    menu = "<ul><li><p>Rules of the house, which nobody has read in years</p></li></ul>"
    wide = f'<div class="body--withSidebar"><div>{posts}</div>{menu}</div>'
    assert [entry.author for entry in entries(wide)] == list(NAMES)
    text = f"<main>{''.join(f'<p>{text}</p>' for text in WORDS * 3)}</main>"
    assert not entries(f'{text}<div class="sidebar"><div>{posts}</div></div>')
    assert not entries(
        f'<div class="body--withSidebar">{text}<div class="sidebar"><div>{posts}</div></div></div>'
    )


def test_entries_that_hold_most_of_a_page_are_no_sidebar_whatever_they_are_called() -> None:
    def post(i: int) -> str:
        return native(i).replace('class="comment"', 'class="widget_message"').replace("comment-", "m-")

    posts = thread(post, around="<div>%s</div>")
    assert [entry.author for entry in entries(posts)] == list(NAMES)
    text = "".join(f"<p>{text}</p>" for text in WORDS * 3)
    assert not entries(f"<main>{text}</main>{posts}")
    assert not entries(f'<main>{text}</main><div class="sidebar">{posts}</div>')
