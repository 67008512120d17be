"""Every element of HTML as all that a caller gives: a page in every form, as of one that is inside a document."""

from __future__ import annotations

import pytest
from lxml import etree, html

from boilerstrip import extract, load_page

TAGS = (
    "a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite "
    "code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label "
    "legend li link main map mark math menu meta meter nav noframes noscript object ol optgroup option output p "
    "param picture pre progress q rp rt ruby s samp script search section select slot small source span strong "
    "style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video "
    "wbr my-card"
).split()
PROSE = (
    "Salt marshes store carbon, and more of it than most forests, which is why people drain fewer of them "
    "than they did a century ago."
)
ATTRIBUTES: list[dict[str, str]] = [
    {},
    {"src": "marsh.jpg", "alt": "A salt marsh at low tide"},
    {"href": "/marsh", "class": "post"},
    {"src": "https://www.youtube.com/embed/marsh", "data": "https://www.youtube.com/embed/marsh"},
]


@pytest.mark.parametrize("text", [PROSE, "Marshes", None])
@pytest.mark.parametrize("tag", TAGS)
def test_an_element_alone_gives_a_page(tag: str, text: str | None) -> None:
    for attributes in ATTRIBUTES:
        element = etree.Element(tag, attributes)
        element.text = text
        page = extract(element)
        assert page.to_json()
        again = load_page(page.to_json())
        assert (again.markdown, again.text, again.html) == (page.markdown, page.text, page.html)


def test_a_paragraph_alone_is_kept() -> None:
    assert extract(html.fragment_fromstring(f"<p>{PROSE}</p>")).text == PROSE


def test_each_paragraph_and_image_of_a_tree_may_be_given() -> None:
    tree = html.fromstring(
        f"<html><body><p>{PROSE}</p><p><img src=a.jpg></p><p>{PROSE} Again.</p></body></html>"
    )
    found = [extract(element).text for element in tree.iter("p", "img")]
    assert found == [PROSE, "", "", f"{PROSE} Again."]
