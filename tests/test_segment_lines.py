"""Tree -> block table: what is a part of a line of words, and what in a line is not seen."""

from __future__ import annotations

import pytest

from boilerstrip.segment import signs
from tests.test_compiled_walk import assert_same_source


def texts(source: str) -> list[str]:
    return assert_same_source(source).text


# Elements that bound a block elsewhere


@pytest.mark.parametrize(
    ("source", "block"),
    [
        (
            "<p>The <gl-term>penstock</gl-term> on <relative-time>May 1</relative-time>, too.</p>",
            "The penstock on May 1, too.",
        ),
        ("<h2>The flood <x-badge>new</x-badge></h2>", "The flood new"),
        ("<p><gl-term>Penstocks</gl-term> are greased.</p>", "Penstocks are greased."),
        ("<p><b><gl-term>Penstocks</gl-term></b> are greased.</p>", "Penstocks are greased."),
        ("<p>See <a href=x>the weir <ext-icon></ext-icon></a> and go.</p>", "See the weir and go."),
        ("<li>A <x-a><x-b>deep</x-b> <i>word</i></x-a> here</li>", "A deep word here"),
        (
            "<p>He greased the <button class=glossary>penstock</button> and the paddle.</p>",
            "He greased the penstock and the paddle.",
        ),
        ("<li>Press <button>Open</button> and wait.</li>", "Press Open and wait."),
        ("<li><button>Open</button> lets the water in.</li>", "Open lets the water in."),
        ("<p>A word <button aria-label=Info><svg></svg></button> More of it.</p>", "A word More of it."),
        ("<p>The <code>x = 1</code> <button>Copy</button> is all.</p>", "The x = 1 is all."),
        (
            "<p>Call 0163 960001 <button aria-label='Copy number'>Go</button> and ask.</p>",
            "Call 0163 960001 and ask.",
        ),
        ("<p>Call <b>x</b> <clipboard-copy>Copy</clipboard-copy> and ask.</p>", "Call x and ask."),
        ("<p>It is <select><option>high<option>low</select> today.</p>", "It is today."),
        ("<p>A weir <dialog>A wall in a river.</dialog> was built.</p>", "A weir was built."),
    ],
)
def test_a_custom_element_or_button_in_a_sentence_is_a_part_of_it(source: str, block: str) -> None:
    assert texts(source) == [block]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<div>Text <my-card>Card</my-card> more</div>", ["Text", "Card", "more"]),
        ("<li><my-link>Home</my-link> <my-link>About</my-link></li>", ["Home", "About"]),
        ("<p>Text <my-box><div>a</div><div>b</div></my-box> more</p>", ["Text", "a", "b", "more"]),
        ("<h2>Opening hours <button>Edit</button></h2>", ["Opening hours", "Edit"]),
        (
            "<p>The text ends. <button>Read more</button> Another.</p>",
            ["The text ends.", "Read more", "Another."],
        ),
        ("<h3><button>Is it open?</button></h3>", ["Is it open?"]),
        ("<p>See <dialog open>the weir</dialog> there</p>", ["See", "the weir", "there"]),
        ("<td><amp-img src=/a.png></amp-img> text</td>", ["", "text"]),
    ],
)
def test_one_that_stands_alone_bounds_a_block(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


def test_paths_name_elements_beside_what_is_not_read() -> None:
    table = assert_same_source("<p>a <b hidden>x</b> <gl-term>c</gl-term> <b>d</b></p><p>e</p>")
    assert table.tag == ["html", "body", "p", "b", "gl-term", "b", "p"]
    assert table.text == ["a c d", "e"]
    assert [table.tag[element] for element in table.element] == ["p", "p"]


@pytest.mark.parametrize("tag", ["x-y", "button", "span hidden", "span aria-hidden=true", "select"])
def test_many_inside_or_beside_each_other_are_read_in_time(tag: str) -> None:
    name = tag.partition(" ")[0]
    beside = f"a <{tag}>b</{name}> " * 20_000
    assert "a" in texts(f"<p>{beside}</p>")[0]
    assert texts(f"<p>a {f'<{tag}>' * 200} b{f'</{name}>' * 200} c</p>")


# Words that are not seen


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<td><span style='display:none'>1911</span>MCMXI</td>", "MCMXI"),
        ("<p>keeper<span style='display: none'>nospam</span>@weir</p>", "keeper@weir"),
        ("<p>Green.<span hidden>More <b>hidden</b> words.</span> It</p>", "Green. It"),
        ("<p>May 1 <span style='visibility:hidden'>(<i>1899-05-01</i>)</span></p>", "May 1"),
        ("<td><i hidden>0012</i><b>Twelve</b></td>", "Twelve"),
        ("<p>A <x-tip hidden>tip</x-tip> too</p>", "A too"),
        ("<p>A <span class=tip>weir<span role=tooltip>A wall.</span></span> too</p>", "A weir too"),
        ("<p>A <span>weir<span class=tooltiptext>A wall.</span></span> too</p>", "A weir too"),
    ],
)
def test_hidden_words_in_a_line_are_not_read(source: str, text: str) -> None:
    assert texts(source) == [text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p><span style='display:none'>All there is.</span></p>", "All there is."),
        (f"<p>It began. <span hidden>{'And went on. ' * 20}</span></p>", "It began. " + "And went on. " * 20),
        ("<p>A <span aria-hidden=true>star</span> too</p>", "A star too"),
        ("<p>A <span hidden=until-found>b</span></p>", "A b"),
        ("<p>A<sup>1</sup><span class='sidenote' hidden>A note.</span> too</p>", "A1A note. too"),
        ("<pre>a <span hidden>b</span></pre>", "a b"),
        ("<p>A <span style='display:none'><math><mi>x</mi></math></span> too</p>", "A x too"),
    ],
)
def test_what_may_be_shown_or_is_needed_elsewhere_is_read(source: str, text: str) -> None:
    assert texts(source) == [text.strip()]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "<p>The <span aria-hidden=true><i>g</i><i>ate</i></span><span class=sr-only>gate</span> is shut.</p>",
            "The gate is shut.",
        ),
        ("<p><span class=a-offscreen>$12.99</span><span aria-hidden=true>$12.99</span></p>", "$12.99"),
        (
            "<p><b aria-hidden=true>A</b><span class=sr-only>And</span><span aria-hidden=true>nd</span> so on</p>",
            "And so on",
        ),
        ("<p><span aria-hidden=true>★★☆</span><span class=sr-only>2 of 3</span></p>", "★★☆2 of 3"),
        ("<p><span aria-hidden=true>And</span> <span>And</span></p>", "And And"),
    ],
)
def test_words_are_read_once_where_screen_readers_have_a_copy(source: str, text: str) -> None:
    assert texts(source) == [text]


@pytest.mark.parametrize(
    "said",
    [
        "(opens in a new tab)",
        "(Opens in new window)",
        ", external link, opens in new tab",
        "- (Opens in a new window)",
        "• opens in a new window",
        "[2] new window-",
        "» external link ⧉",
        "(öffnet in neuem Tab)",
        "(s’ouvre dans une nouvelle fenêtre)",
        "(se abre en una nueva ventana)",
        "(si apre in una nuova scheda)",
        "(abre em nova janela)",
        "(opent in een nieuw venster)",
        "(открывается в новом окне)",
        "（新しいウィンドウで開きます）",
    ],
)
def test_where_a_link_opens_is_not_read(said: str) -> None:
    assert texts(f"<p><a href=x>the survey<span class=visually-hidden> {said}</span></a></p>") == [
        "the survey"
    ]


@pytest.mark.parametrize("said", ["of the river", "in the window", "a new house", "page", "–", "- new", "x"])
def test_other_words_for_screen_readers_are_read(said: str) -> None:
    assert texts(f"<p>a view <span class=sr-only>{said}</span></p>") == [f"a view {said}"]


def test_the_box_before_an_ingredient_is_not_read() -> None:
    box = "<label><span class='sr-only screen-reader-text'>▢ </span></label>"
    assert texts(f"<ul><li>{box}200 g eel</li></ul>") == ["200 g eel"]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p><span class=material-icons>directions_walk</span> Forty minutes</p>", ["Forty minutes"]),
        ("<p><i class='material-icons-outlined'>info</i></p>", []),
        ("<h2><span class='x material-symbols-outlined'>water</span>The river</h2>", ["The river"]),
        ("<p><mat-icon>close</mat-icon> Never</p>", ["Never"]),
        ("<div><mat-icon>arrow_back</mat-icon></div>", []),
        ("<p><mat-icon>Not a name</mat-icon></p>", ["Not a name"]),
        ("<td><mat-icon>check</mat-icon></td>", ["check"]),
        ("<td><div><i class=material-icons>check</i></div></td>", ["check"]),
        ("<td><i class=material-icons>check</i> Yes</td>", ["Yes"]),
        ("<p><span class=material-icons>Forty minutes</span></p>", ["Forty minutes"]),
        ("<p><span class=material>directions_walk</span></p>", ["directions_walk"]),
    ],
)
def test_names_of_icons_are_not_read(source: str, blocks: list[str]) -> None:
    assert texts(source) == blocks


def test_each_class_that_tells_of_the_unseen_has_a_hint_in_it() -> None:
    parts = ("material-icons", "mat-icon", "google-symbols", "sr-only", "visuallyhidden", "tooltip__text")
    assert set(parts) < set(signs._PARTS)
    assert all(any(hint in part for hint in signs.TELLING_HINTS) for part in signs._PARTS)


# Characters without width


@pytest.mark.parametrize(
    "empty",
    [
        "\u200d",
        "\u200b \ufeff",
        "\xad",
        "\n\u3164\n",
        "<b>\u2060</b>",
        "&nbsp;&zwnj;",
        "<a href=x>\u200b</a>",
    ],
)
def test_a_paragraph_of_characters_without_width_is_no_block(empty: str) -> None:
    assert texts(f"<p>a</p><p>{empty}</p><p>b</p>") == ["a", "b"]


def test_characters_without_width_in_words_stay() -> None:
    assert texts("<p><i>\ufeff</i>a</p>") == ["\ufeffa"]
    assert texts("<p>می\u200cشود</p><pre>\u200b\nx</pre><p>👩\u200d🔬</p>") == [
        "می\u200cشود",
        "\u200b\nx",
        "👩\u200d🔬",
    ]
