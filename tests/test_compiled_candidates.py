"""Where images are is found the same, compiled or not: in attributes, in pictures, in what is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from boilerstrip.block import Mark
from boilerstrip.compiled import compiled
from tests.effort import examples
from tests.test_compiled_rare import assert_same as assert_walked_the_same
from tests.test_compiled_walk import assert_same

pytestmark = pytest.mark.skipif(compiled("segment._walk") is None, reason="the compiled walk is not built")

SRCSETS = st.lists(
    st.sampled_from(
        (
            *(
                "/a.jpg",
                "/b,c.jpg",
                "/d.webp",
                "spacer.gif",
                "data:image/gif;base64,AA",
                "/x/lazy.png",
                "/e é.jpg",
            ),
            *(
                " ",
                "  ",
                "\n",
                "\t",
                "\xa0",
                ",",
                ", ",
                ",,",
                " 1x",
                " 1.5x",
                " 2x",
                " 320w",
                " 1024w",
                " 0w",
                " -1w",
                " w",
            ),
            *(
                " 1e3w",
                " 1_0w",
                " infw",
                " nanw",
                " \u0663w",
                " 999999999999999w",
                " 9999999999999999w",
                " 2x 3h",
            ),
        )
    ),
    max_size=8,
).map("".join)


def images(*attributes: dict[str, str]) -> Callable[[], tuple[etree._Element]]:
    """What makes a tree of such images, each in a paragraph."""

    def made() -> tuple[etree._Element]:
        root = etree.Element("html")
        for one in attributes:
            etree.SubElement(etree.SubElement(root, "p"), "img", one)
        return (root,)

    return made


@given(
    st.lists(SRCSETS, min_size=1, max_size=5), st.sampled_from(("srcset", "data-srcset", "data-lazy-srcset"))
)
@settings(max_examples=examples(600), suppress_health_check=[HealthCheck.too_slow])
@example(
    ["/a.jpg 1x, /b.jpg 2x", "/a.jpg,", ",/a.jpg", "/a.jpg , /b.jpg 1x", "/a.jpg 1x,/b.jpg 3x"], "srcset"
)
def test_any_candidates(srcsets: list[str], name: str) -> None:
    assert_same(images(*({name: srcset} for srcset in srcsets)))


def test_the_largest_candidate() -> None:
    made = images(
        {"srcset": "/s.jpg 320w, /l.jpg 1024w", "alt": "a"},
        {"srcset": "/s.jpg, /l.jpg 1.5x"},
        {"src": "data:,", "data-srcset": "", "srcset": "spacer.gif 2x, /s.jpg 1x"},
        {"srcset": "spacer.gif 1x"},
        {"srcset": "/one,two.jpg, /x.jpg y"},
    )
    assert [*assert_same(made).inline] == [
        (Mark("img", f"/{name}.jpg", alt),)
        for name, alt in (("l", "a"), ("l", ""), ("s", ""), ("one,two", ""))
    ]


PARTS = (
    *(
        '<img src="/i.jpg" alt=i>',
        "<img alt=j>",
        '<img src="data:," srcset="/k.jpg 2x">',
        "<img src=/p.gif width=1>",
    ),
    *(
        '<source srcset="/l.webp 1x, /m.webp 2x">',
        '<source data-srcset="/n.webp">',
        '<source srcset="spacer.gif">',
    ),
    *(
        "<source>",
        '<source src="/o.mp4">',
        "</source>",
        "</picture>",
        "<picture>",
        "<span>",
        "</span>",
        "<svg>",
        "</svg>",
    ),
    *(" ", "words ", "\xa0", "<p>", "<video>", "</video>", "<!-- c -->", "<embed>"),
    *("<div class=comment>", "</div>", '<img width=20 src="/q.jpg">', '<img width=20 alt=r src="/r.jpg">'),
    *(
        '<meta itemprop=author content="Ada">',
        '<link itemprop=url href="/s">',
        "<meta itemprop=author>",
        "<meta name=x>",
    ),
    *(
        "<li>",
        "<input type=checkbox>",
        "<input type=checkbox name=t>",
        "<input type=checkbox id=u checked>",
        "<input>",
    ),
    *("<noscript>", "</noscript>", '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>'),
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@settings(max_examples=examples(600), suppress_health_check=[HealthCheck.too_slow])
@example("<picture><source srcset='/a.webp'><source srcset='/b.webp'><img alt=c></picture>")
@example("<source><source>words<img src=/a.jpg></source><img src=/b.jpg>")
def test_any_pictures(source: str) -> None:
    assert_walked_the_same(source)


def test_the_first_source_of_a_picture() -> None:
    sources = "<source srcset='/a.webp 1x'><source srcset='/b.webp'>"

    def made() -> tuple[etree._Element]:
        page = "<p>x</p><picture>{}<img alt='c'/></picture><picture><source><source srcset='/d.webp'><img/></source></source></picture>"
        return (etree.fromstring("<html>" + page.format(sources.replace("'>", "'/>")) + "</html>"),)

    assert assert_same(made).inline[1:] == [(Mark("img", "/a.webp", "c"), Mark("img", "/d.webp"))]


@pytest.mark.parametrize("levels", [15, 16, 17])
def test_a_picture_is_looked_for_so_far_above(levels: int) -> None:
    sources = "<source srcset='/a.jpg'>" + "<source>" * (levels - 1) + "<img/>" + "</source>" * levels
    found = assert_same(lambda: (etree.fromstring(f"<picture>{sources}</picture>"),)).inline
    assert found == ([(Mark("img", "/a.jpg"),)] if levels < 17 else [])


def test_classes_are_remembered_as_they_are() -> None:
    """More of them than there are places, twice, and those that are too long or not of ASCII."""
    names = [f"{word}-{number}" for number in range(400) for word in ("nav", "alert", "x")]
    names += [f"{'a' * length} comment" for length in (190, 191, 192, 193)] + ["é nav", "nav", "nav ", "Nav"]

    def made() -> tuple[etree._Element]:
        root = etree.Element("html")
        for name in (*names, *names):
            etree.SubElement(root, "p", {"class": name}).text = "word"
            etree.SubElement(root, "p", {"id": "menu", "class": name}).text = "word"
        return (root,)

    for _ in range(2):
        table = assert_same(made)
    assert table.label[1:9:2] == ["nav-0", "alert-0", "x-0", "nav-1"]
    assert table.mask[1]
    assert not table.mask[5]
