"""Images without a description that are written again and again: bullets, stars, rules. They say nothing."""

from __future__ import annotations

from boilerstrip import Page, extract, load_page
from tests.pure import pure
from tests.test_images_between import AFTER, BEFORE

CHECK = '<img src=/x/check.svg alt="">'
PHOTO = '<img src=/x/gate.jpg alt="">'
WORDS = (
    "The boards are numbered from one to eleven.",
    "The hinges are greased in spring.",
    "The gate opens by itself.",
)


def page_with(between: str) -> Page:
    source = f"{BEFORE}{between}{AFTER}"
    page = extract(source, url="https://weir.example/")
    with pure():
        assert extract(source, url="https://weir.example/").to_json() == page.to_json()
    assert load_page(page.to_json()).markdown == page.markdown
    assert len(page.images) == page.markdown.count("![")
    return page


def n_images(between: str) -> int:
    return page_with(between).markdown.count("![")


def test_bullets_and_rules_go() -> None:
    items = "".join(f"<li>{CHECK}{words}" for words in WORDS)
    assert "\n- The hinges are greased in spring.\n" in page_with(f"<ul>{items}</ul>").markdown
    paragraphs = "<img src=/divider.gif>".join(f"<p>{words}</p>" for words in ("", *WORDS, ""))
    page = page_with(paragraphs)
    assert "![" not in page.markdown
    assert [block.kept for block in page.blocks if not block.text] == [False] * 4


def test_what_is_an_image_of_its_own_stays() -> None:
    items = "".join(f"<li><img src=/x/{words[4]}.svg alt=''>{words}" for words in WORDS)
    assert n_images(f"<ul>{items}</ul>") == 3
    assert n_images("".join(f"<p><img src=/x/check.svg alt=Done>{words}</p>" for words in WORDS)) == 3


def test_twice_is_not_again_and_again_and_only_what_is_kept_counts() -> None:
    items = "".join(f"<li>{CHECK}{words}" for words in WORDS[:2])
    assert n_images(f"<ul>{items}</ul></article></main><footer><ul><li>{CHECK}Imprint</ul></footer>") == 2


def test_of_what_may_be_a_photograph_the_first_stays() -> None:
    assert n_images("".join(f"<p>{words}</p><p>{PHOTO}</p>" for words in WORDS)) == 1
    assert n_images("".join(f"<p>{PHOTO}{words}</p>" for words in WORDS)) == 0
    assert n_images("".join(f"<p>{words}</p><p>{CHECK}</p>" for words in WORDS)) == 0


def test_images_of_figures_and_between_words_that_touch_stay() -> None:
    assert n_images("".join(f"<p>{words}</p><figure>{CHECK}</figure>" for words in WORDS)) == 3
    assert n_images("".join(f"<p>Open:{CHECK}{words}</p>" for words in WORDS)) == 3
    assert n_images("".join(f"<p>Open {CHECK}{words} {CHECK}</p>" for words in WORDS)) == 0
    assert n_images("".join(f"<p>Open:<br>{CHECK}{words}{CHECK}.</p>" for words in WORDS)) == 0


def test_a_cell_with_nothing_else_keeps_its_sign() -> None:
    rows = "".join(f"<tr><td>{words}<td>{CHECK}" for words in WORDS)
    assert n_images(f"<table><tr><th>Rule<th>Holds{rows}</table>") == 3
    rows = "".join(f"<tr><td>{CHECK}{words}<td>Yes" for words in WORDS)
    assert n_images(f"<table><tr><th>Rule<th>Holds{rows}</table>") == 0


def test_a_link_that_would_be_empty_keeps_its_image_unless_it_is_a_drawing() -> None:
    assert n_images("".join(f"<p>{words} <a href=/{words[4]}>{PHOTO}</a></p>" for words in WORDS)) == 3
    assert n_images("".join(f"<p>{words} <a href=/{words[4]}>{CHECK}{CHECK}</a></p>" for words in WORDS)) == 0
    page = page_with("".join(f"<p>{words} <a href=/{words[4]}>{PHOTO} More</a></p>" for words in WORDS))
    assert "eleven. [More](https://weir.example/b)\n" in page.markdown
