"""A caption whose words are dropped is the title of its image, in every form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from boilerstrip import load_page
from boilerstrip.block import Decisions
from boilerstrip.options import Style
from boilerstrip.page import Page
from tests.pure import pure
from tests.test_render import page_of

URL = "https://example.org/log"
FIGURE = (
    "<p>Before.</p><figure><img src=/crumb.jpg alt='An open crumb'>"
    "<figcaption>The crumb of loaf 112, <em>cut</em> after an hour.</figcaption></figure><p>After.</p>"
)
CAPTION = "The crumb of loaf 112, cut after an hour."


def without_captions(source: str) -> Page:
    """A page of which all is kept but captions."""
    page = page_of(source, url=URL)
    table, decided = page.table, page.decisions
    kept = [
        table.tag[element] not in ("figcaption", "em") and not text.startswith(CAPTION[:9])
        for element, text in zip(table.element, table.text, strict=True)
    ]
    return replace(
        page, decisions=Decisions(decided.score, kept, decided.role, decided.reason, decided.headline)
    )


def titles(markdown: str) -> list[str | None]:
    tokens = MarkdownIt("commonmark").parse(markdown)
    inner = [child for token in tokens for child in token.children or ()]
    return [child.attrGet("title") for child in inner if child.type == "image"]  # type: ignore[misc]


def test_a_dropped_caption_is_the_title_of_its_image() -> None:
    page = without_captions(FIGURE)
    assert (
        page.markdown == f'Before.\n\n![An open crumb](https://example.org/crumb.jpg "{CAPTION}")\n\nAfter.'
    )
    assert f'<img title="{CAPTION}" src="https://example.org/crumb.jpg" alt="An open crumb">' in page.html
    assert page.text == "Before.\n\nAfter."
    assert [image.caption for image in page.images] == [CAPTION]
    assert load_page(page.to_json()).markdown == page.markdown
    assert load_page(page.to_json()).html == page.html


def test_a_link_to_the_figure_is_no_part_of_its_caption() -> None:
    linked = FIGURE.replace("hour.", "hour.<a class=headerlink href=#id6 title='Link to this image'>¶</a>")
    page = without_captions(linked)
    assert titles(page.markdown) == [CAPTION]
    assert [image.caption for image in page.images] == [CAPTION]


def test_a_kept_caption_is_a_paragraph() -> None:
    page = page_of(FIGURE, url=URL)
    assert "crumb.jpg)\n\nThe crumb of loaf 112, *cut* after an hour.\n\nAfter." in page.markdown
    assert "title=" not in page.html


def test_the_title_of_a_linked_image_is_that_of_the_image() -> None:
    linked = FIGURE.replace("<img", "<a href=/crumb.jpg><img").replace("<figcaption", "</a><figcaption")
    assert (
        f'[![An open crumb](https://example.org/crumb.jpg "{CAPTION}")](https://example.org/crumb.jpg)'
        in (without_captions(linked).markdown)
    )


def same_without_compiled(source: str) -> Page:
    page = without_captions(source)
    with pure():
        again = without_captions(source)
        assert (again.markdown, again.html, again.text) == (page.markdown, page.html, page.text)
    assert load_page(page.to_json()).markdown == page.markdown
    assert page.text == "Before.\n\nAfter."
    return page


def test_of_several_images_the_first_has_the_title() -> None:
    gallery = FIGURE.replace("<figcaption", "<img src=/oven.jpg alt=Oven><figcaption")
    page = same_without_compiled(gallery)
    assert page.markdown.split("\n\n") == [
        "Before.",
        f'![An open crumb](https://example.org/crumb.jpg "{CAPTION}")',
        "![Oven](https://example.org/oven.jpg)",
        "After.",
    ]
    assert page.html.count("title=") == 1
    assert [image.caption for image in page.images] == [CAPTION, CAPTION]


def test_so_has_the_first_of_a_gallery_of_figures_without_captions() -> None:
    inner = "<figure><img src=/a.jpg alt=A></figure><figure><img src=/b.jpg alt=B>{}</figure>"
    gallery = f"<p>Before.</p><figure>{inner}<figcaption>{CAPTION}</figcaption></figure><p>After.</p>"
    page = same_without_compiled(gallery.format(""))
    assert titles(page.markdown) == [CAPTION, None]
    assert [image.caption for image in page.images] == [CAPTION, CAPTION]
    other = f"{CAPTION[:9]} else"
    page = same_without_compiled(gallery.format(f"<figcaption>{other}</figcaption>"))
    assert titles(page.markdown) == [None, other]
    assert [image.caption for image in page.images] == [CAPTION, other]


@pytest.mark.parametrize(
    ("embedded", "link"),
    [
        ("<video src=/tide.mp4></video>", "[tide.mp4](https://example.org/tide.mp4"),
        ("<div><audio src=/a.mp3></audio></div>", "[a.mp3](https://example.org/a.mp3"),
        (
            "<iframe src=https://www.youtube.com/embed/abcdefghijk title='High *tide*'></iframe>",
            r"[High \*tide*](https://www.youtube.com/watch?v=abcdefghijk",
        ),
    ],
)
def test_a_link_to_what_is_embedded_has_the_caption_as_title(embedded: str, link: str) -> None:
    figure = f"<p>Before.</p><figure>{embedded}<figcaption>{CAPTION}</figcaption></figure><p>After.</p>"
    page = same_without_compiled(figure)
    assert page.markdown == f'Before.\n\n{link} "{CAPTION}")\n\nAfter.'
    assert page.html.count(f'<a title="{CAPTION}" href="https://') == 1
    assert "\x00" not in page.render("md", Style(links="reference"))
    tokens = MarkdownIt("commonmark").parse(page.render("md", Style(wrap=20)))
    links = [child for token in tokens for child in token.children or () if child.type == "link_open"]
    assert ["".join(str(link.attrGet("title")).split()) for link in links] == ["".join(CAPTION.split())]


def test_a_link_in_the_words_of_a_figure_has_no_title() -> None:
    figure = f"<p>a</p><figure><p><a href=/x>Words</a></p><figcaption>{CAPTION}</figcaption></figure><p>b</p>"
    page = without_captions(figure)
    assert page.markdown == "a\n\n[Words](https://example.org/x)\n\nb"
    beside = figure.replace("<figcaption", "<video src=/v.mp4></video><figcaption")
    assert CAPTION not in without_captions(beside).markdown


@pytest.mark.parametrize(
    "caption", ['say "a" \\ b', "a &amp;lt; b", "*x* [y](z) `c`", "x" * 200, "a ) b", 'ends in \\"']
)
@pytest.mark.parametrize("wrap", [0, 20])
def test_any_caption_reads_back(caption: str, wrap: int) -> None:
    source = f"<figure><img src=/a.jpg alt=A><figcaption>{caption}</figcaption></figure><p>After.</p>"
    page = without_captions(source)
    found = titles(page.render("md", Style(wrap=wrap)))
    assert [" ".join((title or "").split()) for title in found] == [page.images[0].caption]


@pytest.mark.parametrize(
    "words",
    [
        "<span>© Ann</span>",
        " © Ann",
        "<div><img src=/oven.jpg alt=Oven> © Ann</div>",
        "<a href=/x>© Ann</a>",
    ],
)
def test_words_beside_an_image_in_a_figure_are_a_block_of_their_own(words: str) -> None:
    source = FIGURE.replace("<figcaption", f"{words}<figcaption")
    page = page_of(source, url=URL)
    with pure():
        again = page_of(source, url=URL).table
        assert (again.inline, again.element, again.end_block) == (
            page.table.inline,
            page.table.element,
            page.table.end_block,
        )
    crumb = page.table.text.index("© Ann") - page.markdown.count("![Oven")
    assert page.table.inline[crumb - 1][0][:2] == ("img", "/crumb.jpg")
    assert page.markdown.index("crumb.jpg)\n\n") > 0


@pytest.mark.parametrize(
    "figure",
    [
        "<figure><p>Words <img src=/a.jpg alt=A> words</p></figure>",
        "<figure>Words <img src=/e.png alt=:-) class=emoji> words</figure>",
        "<figure>Words <img src=/e.png width=1 height=1> words</figure>",
        "<figure><figcaption><img src=/a.jpg alt=A> words</figcaption></figure>",
        "<figure><pre>a <img src=/a.jpg alt=A> words</pre></figure>",
        "<p>Words <img src=/a.jpg alt=A> words</p>",
    ],
)
def test_an_image_in_other_words_is_a_part_of_them(figure: str) -> None:
    page = page_of(figure, url=URL)
    with pure():
        assert page_of(figure, url=URL).table.inline == page.table.inline
    assert page.table.n_blocks == 1


IMG = "<img src=/crumb.jpg alt='An open crumb'>"
CLASSIC = f"<div class='wp-caption alignleft'>{IMG}<p class=wp-caption-text>{CAPTION}</p></div>"
BLOGGER = (
    f"<table class=tr-caption-container><tbody><tr><td>{IMG}</td></tr>"
    f"<tr><td class=tr-caption>{CAPTION}</td></tr></tbody></table>"
)
LIST = f"<dl class=wp-caption><dt>{IMG}</dt><dd class=wp-caption-text>{CAPTION}</dd></dl>"
ABOVE = f"<div><div><p class=caption>{CAPTION}</p></div><p>{IMG}</p></div>"


@pytest.mark.parametrize("figure", [CLASSIC, BLOGGER, LIST, ABOVE])
def test_what_its_class_calls_a_caption_is_one_in_a_box_with_an_image(figure: str) -> None:
    source = f"<p>Before.</p>{figure}<p>After.</p>"
    page = without_captions(source)
    shown = f'![An open crumb](https://example.org/crumb.jpg "{CAPTION}")'
    assert page.markdown == f"Before.\n\n{shown}\n\nAfter."
    assert [image.caption for image in page.images] == [CAPTION]
    assert page.text == "Before.\n\nAfter."
    assert load_page(page.to_json()).markdown == page.markdown
    assert load_page(page.to_json()).html == page.html
    with pure():
        again = without_captions(source)
        assert (again.markdown, again.images) == (page.markdown, page.images)
    kept = page_of(source, url=URL)
    assert f"<figcaption>{CAPTION}</figcaption>" in kept.html
    assert CAPTION in kept.markdown.split("\n\n")
    assert "title=" not in kept.html


@pytest.mark.parametrize(
    "box",
    [
        CLASSIC.replace("</div>", "<p>Other words.</p></div>"),
        CLASSIC.replace("</div>", "<p><img src=/oven.jpg></p></div>"),
        CLASSIC.replace("wp-caption-text", "words"),
        CLASSIC.replace("div", "li"),
        f"<p class=caption>{CAPTION}</p><p>{IMG}</p>",
        f"<table><tr><td>{IMG}<td class=caption>{CAPTION}<tr><td>a<td>b</table>",
        f"<table><tr><td><div>{IMG}</div><p class=caption>{CAPTION}</p><td>b<tr><td>a<td>b</table>",
    ],
)
def test_what_is_beside_other_things_is_no_caption(box: str) -> None:
    page = without_captions(f"<p>Before.</p>{box}<p>After.</p>")
    assert CAPTION not in page.markdown
    assert not any(image.caption for image in page.images)
    assert all(
        "as" not in noted and "#figure" not in noted.values() for noted in page.table.attributes.values()
    )
