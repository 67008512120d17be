"""Buttons that say what they do to the page are none of its words; titles of panels on buttons are."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.decide import Choice
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring.leftovers import find_leftovers
from boilerstrip.segment import segment
from tests.deciding import decide, unweighed
from tests.test_leftovers import PARAGRAPH, left_over

GONE = ("other", "tag", "button")


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Expand all",
            "Collapse all",
            "Show Details",
            "Show child attributes",
            "Show more",
            "Hide code",
            "Copy",
        ),
        *(
            "Copy to clipboard",
            "Copied!",
            "Reset sort",
            "Select tab",
            "Toggle card detail view",
            "Toggle menu",
        ),
        *("Alle anzeigen", "Mehr anzeigen", "Kopieren", "Afficher plus", "Copier", "Mostrar más", "Copiar"),
    ],
)
def test_a_button_that_says_what_it_does_goes(words: str) -> None:
    assert left_over(f"<div><button> {words} </button></div>{PARAGRAPH}") == {words: GONE}
    assert left_over(f"<button><div><div>{words}</div></div></button>") == {words: GONE}
    assert not left_over(f"<p>{words}</p>")


@pytest.mark.parametrize(
    "words",
    [
        *("How do I show more?", "Show jumping", "Copy a page to another space", "Reset your password"),
        *("Expand your team", "Hide ads in the app", "Details", "Which locks are open", "Copy editing"),
    ],
)
def test_titles_of_panels_stay(words: str) -> None:
    assert not left_over(f"<h3><button aria-expanded=false>{words}</button></h3>{PARAGRAPH}")


def test_so_does_a_button_with_more_than_that() -> None:
    assert not left_over("<button><p>Copy</p><p>The hinges of the gate</p></button>")


TOLD = PARAGRAPH.replace("Monday", "Friday")


def test_the_summary_of_rustdoc_goes_and_no_other() -> None:
    details = f"<details open><summary class=hideme><span>Expand description</span></summary>{TOLD}</details>"
    assert left_over(details) == {"Expand description": ("other", "tag", "summary.hideme")}
    assert not left_over(details.replace("hideme", "title"))


def test_buttons_come_not_back_with_what_is_completed() -> None:
    terms = "<dt>hinge(leaf)</dt><dd>Hangs the leaf in its hinges.<div><button>Copy</button></div></dd>"
    table = segment(parse(f"<h1>Hinges</h1><dl>{terms}</dl>").roots)
    kept = np.array([text != "Copy" for text in table.text])
    scores, measured = np.full(len(kept), 0.8, dtype=np.float32), measure(table, None)
    left = find_leftovers(measured, kept, scores, {"documentation": 1.0}, table)
    assert decide(table, measured, Choice(scores, kept, unweighed)).kept == [True] * len(kept)
    assert decide(table, measured, Choice(scores, kept, unweighed, left_over=left)).kept == kept.tolist()
