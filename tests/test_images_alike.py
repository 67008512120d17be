"""Images of boxes that one template wrote: the first of them is kept with the others."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.decide import Choice, settle
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.deciding import unweighed
from tests.pure import pure


def kept(source: str, scored: str) -> str:
    """Which blocks are kept, where the scorer keeps the blocks marked "k"."""
    table = segment(parse(source).roots)
    assert table.n_blocks == len(scored), table.text
    scores = np.array([0.9 if mark == "k" else 0.1 for mark in scored], dtype=np.float32)
    choice = Choice(scores, scores >= 0.5, unweighed)
    settled = settle(table, measure(table, ""), choice).kept
    with pure():
        assert settle(table, measure(table, ""), choice).kept == settled
    return "".join("k" if keep else "d" for keep in settled)


def card(words: str, image: str = "<img src=/a.jpg>") -> str:
    return f"<li><div><a href=/x>{image}</a></div><h3>{words}</h3></li>"


CARDS = card("Bell") + card("Lamp") + card("Cleat")


@pytest.mark.parametrize(
    ("source", "scored", "expected"),
    [
        (f"<p>Sort by</p><ul>{CARDS}</ul>", "ddkdkdk", "dkkkkkk"),
        (f"<ul>{CARDS}</ul>", "dkdkdk", "kkkkkk"),
        (
            f"<ul>{CARDS.replace('<h3>', '<b>New</b><h3>', 1)}</ul>",
            "ddkdkdk",
            "kdkkkkk",
        ),  # a badge between them
        (f"<ul>{CARDS}{card('Rope')}{card('Oar')}</ul>", "dkdkdddkdk", "kkkkddkkkk"),  # the third has none
    ],
)
def test_an_image_is_kept_as_most_of_those_of_its_template(source: str, scored: str, expected: str) -> None:
    assert kept(source, scored) == expected


@pytest.mark.parametrize(
    ("source", "scored", "expected"),
    [
        (f"<p>Sort by</p><ul>{card('Bell')}{card('Lamp')}</ul>", "ddkdk", "ddkkk"),  # one is not most
        (
            f"<p><img src=/ad.jpg></p><p>Sort by</p><ul>{CARDS}</ul>",
            "dddkdkdk",
            "ddkkkkkk",
        ),  # another template's
        (f"<ul>{CARDS}<li><p>Sort by</p></li>{card('Rope')}{card('Oar')}</ul>", "ddddddddkdk", "ddddddddkkk"),
        (
            f"<ul>{CARDS.replace('<h3>', '<p>Sort by price, or by the day</p><h3>', 1)}</ul>",
            "ddkdkdk",
            "ddkkkkk",
        ),
        (f"<ul class=related-products>{CARDS}</ul>", "dkdkdk", "dkdkdk"),  # a widget has none
        ("".join(f"<div><h3>{n}</h3><img src=/a.jpg></div>" for n in "abcd"), "ddkdkdkd", "ddkkkkkd"),
    ],
)
def test_other_images_are_not(source: str, scored: str, expected: str) -> None:
    assert kept(source, scored) == expected


@pytest.mark.parametrize(("n_words", "expected"), [(23, "k"), (24, "d")])
def test_a_long_box_is_no_card(n_words: int, expected: str) -> None:
    long = card("Bell").replace("</h3>", "</h3>" + "<p>Words.</p>" * (n_words - 1))
    scored = "d" + "k" * n_words + "dkdk"
    assert kept(f"<ul>{long}{card('Lamp')}{card('Cleat')}</ul>", scored) == expected + "k" * (n_words + 4)
