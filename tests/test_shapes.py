"""What stands for something, and what only looks as if it did."""

from __future__ import annotations

import pytest

from boilerstrip.shapes import may_shape, shape
from boilerstrip.shapes.code import is_copy_button
from tests.test_render import page_of, written

NONE: dict[str, str] = {}


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("div", {"class": "alert alert-dismissible fade show"}, NONE),
        ("div", {"class": "alert alert-success"}, {"as": "#callout", "kind": "TIP"}),
        ("div", {"class": "ALERT ALERT-INFO"}, {"as": "#callout", "kind": "NOTE"}),
        ("div", {"class": "note"}, {"as": "#callout", "kind": "NOTE"}),
        ("div", {"class": "note", "id": "note-12"}, NONE),  # what somebody notes in a tracker
        ("div", {"class": "note", "id": "note-on-ice"}, {"as": "#callout", "kind": "NOTE"}),
        ("div", {"class": "note", "id": "note-"}, {"as": "#callout", "kind": "NOTE"}),
        ("div", {"class": "note sidebar"}, NONE),
        ("p", {"class": "note"}, NONE),
        ("p", {"class": "notice--danger"}, {"as": "#callout", "kind": "CAUTION"}),
        ("div", {"class": "callout"}, NONE),
        ("div", {"class": "callout", "data-callout": "unheard-of"}, {"as": "#callout", "kind": "NOTE"}),
        ("div", {"role": "note", "class": "hatnote navigation-not-searchable"}, NONE),
        ("details", {"class": "menu"}, NONE),
        ("details", {"class": "warning"}, {"as": "#callout", "kind": "WARNING"}),
        ("h2", {"role": "heading", "aria-level": "4"}, NONE),
        ("p", {"role": "heading", "aria-level": "0"}, {"as": "h2"}),
        ("p", {"role": "heading", "aria-level": "\N{SUPERSCRIPT TWO}"}, {"as": "h2"}),
        ("p", {"role": "heading", "aria-level": "9" * 9_000}, {"as": "h6"}),
        ("button", {"aria-label": "Copy code"}, {"as": "#gone"}),
        ("button", {"class": "accordion"}, {"as": "summary"}),
        ("button", {"class": "accordions"}, NONE),
        ("button", {"aria-expanded": "false", "aria-haspopup": "false"}, {"as": "summary"}),
        ("button", {"aria-expanded": "false", "aria-haspopup": "menu"}, NONE),
        ("button", {"data-bs-toggle": "collapse"}, {"as": "summary"}),
        ("button", {"data-toggle": "collapse"}, {"as": "summary"}),
        ("button", {"data-toggle": "modal"}, NONE),
        ("button", {"aria-expanded": "false", "class": "copy"}, {"as": "#gone"}),
        ("div", {"role": "button", "aria-expanded": "true"}, {"as": "summary"}),
        ("div", {"role": "button", "aria-expanded": "true", "class": "note"}, {"as": "summary"}),
        ("div", {"role": "button"}, NONE),
        ("div", {"aria-expanded": "true"}, NONE),
        ("div", {"class": "accordion"}, NONE),
        ("li", {"role": "button", "aria-expanded": "true"}, NONE),
        ("h3", {"role": "button", "aria-expanded": "true"}, NONE),
        ("p", {"class": "wp-caption-text"}, {"as": "#caption"}),
        ("p", {"class": "captions-off"}, NONE),
        ("div", {"class": "note caption"}, {"as": "#caption"}),
        ("figcaption", {"class": "caption"}, NONE),
        ("button", {"class": "caption"}, NONE),
        ("div", {"class": "language-switcher"}, {"as": "#wrapper", "lang": "switcher"}),
        ("pre", {"class": "highlighttable"}, NONE),
        ("table", {"class": "highlighttable"}, {"as": "pre"}),
        ("li", {"class": "task-list-item", "data-task": "-"}, {"task": " "}),
        ("div", {"class": "fragment"}, {"as": "#lines"}),
        ("li", {"class": "fragment"}, NONE),
        ("div", {"class": "highlight language-sh"}, {"as": "#wrapper", "lang": "sh"}),
        ("div", {"class": "stanza"}, {"as": "#verse"}),
        ("p", {"style": "text-indent:-18.0pt;mso-list:l0 level2 lfo1"}, {"as": "#item", "listed": "1"}),
        ("p", {"class": "MsoListParagraph", "style": "margin-left:1.0in"}, {"as": "#item", "listed": "1"}),
        ("p", {"class": "MsoListParagraph"}, {"as": "#item", "listed": "0"}),
        ("p", {"class": "MsoListParagraph", "style": "mso-list:none"}, NONE),
        ("p", {"class": "MsoNormal", "style": "margin-left:1.0in"}, NONE),
        ("h1", {"style": "mso-list:l0 level1 lfo1"}, NONE),
        ("div", {"style": "white-space: pre; font-family: Menlo, monospace"}, {"as": "#typed"}),
        ("div", {"style": "font:12px Courier;WHITE-SPACE:pre; white-space: pre"}, {"as": "#typed"}),
        ("div", {"style": "white-space: pre-wrap; font-family: monospace"}, NONE),
        ("div", {"style": "white-space: pre; font-family: serif"}, NONE),
        ("p", {"style": "white-space: pre; font-family: monospace"}, NONE),
        ("div", {"role": "listitem"}, {"as": "#item"}),
        ("li", {"role": "listitem"}, NONE),
        ("div", {"class": "stanzas"}, NONE),
        ("h2", {"class": "anchor sr-only", "id": "footnote-label"}, {"as": "#gone"}),
        ("h2", {"class": "anchor", "id": "footnote-label"}, NONE),
        ("h2", {"class": "sr-only", "id": "notes"}, NONE),
        ("aside", {"class": "notice"}, {"as": "#callout", "kind": "NOTE"}),
        ("aside", {"class": "success"}, {"as": "#callout", "kind": "TIP"}),
        ("div", {"class": "notice"}, NONE),
        ("p", {"class": "success"}, NONE),
        ("aside", {"class": "notice sidebar"}, NONE),
    ],
)
def test_shape(tag: str, attributes: dict[str, str], expected: dict[str, str]) -> None:
    assert shape(tag, tuple(attributes.items())) == expected


def test_the_first_look_lets_all_through_that_have_a_shape() -> None:
    for label in (
        "NOTE",
        "CodeMirror-code",
        "admonitionHeading_x1",
        "language-ts",
        "notice--info",
        "cm-content",
        "fragment",
        "stanza one",
        "footnote-label",
        "MsoListParagraphCxSpFirst",
    ):
        assert may_shape(label), label
    assert not may_shape("entry-content article-body notes")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Copy", True), ("Code kopieren", True), ("复制", True), ("Copy editor", False), ("", False)],
)
def test_copy_button(words: str, expected: bool) -> None:
    assert is_copy_button(words) is expected


def test_tags_that_are_called_as_shapes_are_read_as_any_other() -> None:
    page = page_of(
        "<h1>T</h1><gone><p>a</p></gone><callout><p>b</p></callout><bar><title-x>c</title-x></bar>"
    )
    assert page.markdown == "# T\n\na\n\nb\n\nc"


def test_a_heading_in_a_callout_that_names_its_kind_is_not_said_twice() -> None:
    box = "<p>Text.</p><div class=note><h3 class=title>{}</h3><p>It is open.</p></div>"
    assert page_of(box.format("Note")).markdown == "Text.\n\n> [!NOTE]\n> It is open."
    assert "### Gates" in page_of(box.format("Gates")).markdown


@pytest.mark.parametrize("around", ["button", "button><div", "button><div><div"])
def test_a_button_that_copies_is_not_written(around: str) -> None:
    code = "Run it:\n\n```\nnpm i\n```"
    assert written(f"<p>Run it:</p><div><{around}>Copy</button><pre>npm i</pre></div>") == code
    assert written(f"<p>Run it:</p><{around}>Call us</button>") == "Run it:\n\nCall us"
    assert written("<p>Run it:</p><div>Copy</div>") == "Run it:\n\nCopy"
