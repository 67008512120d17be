"""A button that opens what stands below it is kept with that, and written as a `<summary>` is."""

from __future__ import annotations

import pytest

from boilerstrip import load_page
from tests.pure import pure
from tests.test_decide import decided, marks
from tests.test_render import page_of

BOOTSTRAP = (
    "<div class=accordion-item><h2><button data-bs-toggle=collapse>{}</button></h2>"
    "<div class=accordion-collapse><div>{}</div></div></div>"
)
W3SCHOOLS = "<button class=accordion>{}</button><div class=panel><p>{}</p></div>"
SQUARESPACE = (
    "<li><h4><button aria-expanded=false><span>{}</span></button></h4><div><div><p>{}</p></div></div></li>"
)
ELEMENTOR = "<div><div role=button aria-expanded=false><span class=icon></span><a tabindex=0>{}</a></div><div>{}</div></div>"
BARE = "<div><button aria-expanded=true>{}</button><p>{}</p></div>"
FORMS = (BOOTSTRAP, W3SCHOOLS, SQUARESPACE, ELEMENTOR, BARE)
TOGGLE = "<button aria-expanded=false>{}</button>"


@pytest.mark.parametrize("form", FORMS)
def test_a_question_is_kept_with_its_answer(form: str) -> None:
    source = (
        f"<p>Some words.</p><div>{form.format('Is it?', 'It is.')}{form.format('Was it?', 'It was.')}</div>"
    )
    result = decided(source, "kdkdk")
    assert marks(result) == "kkkkk"
    assert [result.reason[i] for i in (1, 3)] == [("kept-whole", "summary")] * 2
    assert marks(decided(source, "kdddk")) == "kddkk", "the answer to the first is not kept"
    assert marks(decided(source, "kkdkd")) == "kkdkd", "answers are not kept for their questions"
    with pure():
        assert marks(decided(source, "kdkdk")) == "kkkkk"
        assert marks(decided(source, "kdddk")) == "kddkk"


@pytest.mark.parametrize(
    ("source", "scored"),
    [
        # A button that opens something else than what stands below it, or nothing.
        (f"<div>{TOGGLE.format('Share')}<p>a</p><p>b</p></div>", "dkk"),
        ("<div><button>Play</button><p>a</p></div>", "dk"),
        ("<div><button aria-expanded=false aria-haspopup=true>Language</button><p>a</p></div>", "dk"),
        (f"<div><div>{TOGGLE.format('Share')}<i>x</i></div><p>a</p></div>", "dkk"),
        (f"<div><p>a</p>{TOGGLE.format('More')}</div><p>b</p>", "kdk"),
        # The same again and again.
        (BARE.format("Read more", "a") + BARE.format("Read more", "b"), "dkdk"),
        # The button holds it all.
        ("<div role=button aria-expanded=true><p>a</p><p>b</p><p>c</p><p>d</p></div><p>e</p>", "ddddk"),
        (f"<div>{TOGGLE.format('<img src=/a.png>')}<p>a</p></div>", "dk"),
        # Text of the box itself, without an element of its own.
        (f"<div>{TOGGLE.format('More')}a</div>", "dk"),
    ],
)
def test_what_is_no_question(source: str, scored: str) -> None:
    assert marks(decided(source, scored)) == scored
    with pure():
        assert marks(decided(source, scored)) == scored


def test_a_question_is_bold_or_the_heading_that_it_stands_in() -> None:
    for form, expected in ((W3SCHOOLS, "**Is it?**\n\nIt is."), (BOOTSTRAP, "## Is it?\n\nIt is.")):
        page = page_of(form.format("Is it?", "It is."))
        assert page.markdown == expected
        assert page.text == "Is it?\n\nIt is."
        assert load_page(page.to_json()).markdown == expected
        with pure():
            assert page_of(form.format("Is it?", "It is.")).markdown == expected
