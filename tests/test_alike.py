"""On pages that are made of entries, what one template wrote is kept or dropped together."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.features import Features, measure
from boilerstrip.parse import parse
from boilerstrip.scoring.alike import share_scores
from boilerstrip.scoring.choose import Chosen, choose
from boilerstrip.segment import segment

POSTS = [
    "The second coil had been wound the wrong way round, so that both halves worked against each other.",
    "Mine hummed as well until I turned one of the two plugs; since then it has been quiet.",
    "Have you measured the voltage before the rectifier? Ours was a tenth too high at night.",
    "It was the plug. Thank you all, the lamp burns and nothing hums.",
]
THREAD = "".join(f"<div class=post><div class=body><p>{text}</p></div></div>" for text in POSTS)
END = "The board is kept by three people in their evenings, who read all of it and answer what nobody else does."
PAGE = f"<h1>The lamp hums</h1><ul class=menu><li>Boards</li></ul>{THREAD}<p class=end>{END}</p>"
FORUM = {"forum": 0.8, "article": 0.2}


def measured(html: str = PAGE) -> Features:
    return measure(segment(parse(f"<html><body>{html}</body></html>").roots), None)


def chosen(scores: list[float], types: dict[str, float]) -> tuple[list[bool], dict[int, tuple[str, str]]]:
    """What is kept of heading, menu, four posts and last line at a threshold of 0.36, and by what is alike."""
    table = segment(parse(f"<html><body>{PAGE}</body></html>").roots)
    found: Chosen = choose(measure(table, None), np.array(scores, dtype=np.float32), types, 0.36, table)
    return found.kept.tolist(), {block: (*reason,) for block, reason in found.alike.items()}


def test_a_post_is_kept_with_the_others() -> None:
    kept, alike = chosen([0.9, 0.1, 0.9, 0.2, 0.8, 0.9, 0.1], FORUM)
    assert kept == [True, False, True, True, True, True, False]
    assert alike == {3: ("same-template", "0.75: 4 blocks")}


def test_a_post_is_dropped_with_the_others() -> None:
    kept, alike = chosen([0.9, 0.1, 0.1, 0.4, 0.1, 0.2, 0.9], {"listing": 0.31, "article": 0.69})
    assert kept == [True, False, False, False, False, False, True]
    assert [*alike] == [3]


@pytest.mark.parametrize("types", [{"article": 1.0}, {"forum": 0.1, "listing": 0.19, "product": 0.71}, {}])
def test_on_other_pages_each_block_stands_for_itself(types: dict[str, float]) -> None:
    kept, alike = chosen([0.9, 0.1, 0.9, 0.2, 0.8, 0.9, 0.1], types)
    assert kept == [True, False, True, False, True, True, False]
    assert not alike


def test_what_the_model_is_sure_of_stays() -> None:
    """All of a mail is written alike, its small print as well."""
    lines = "".join(f"<td class=text>{text}</td>" for text in (*POSTS, "Unsubscribe from this list"))
    features = measured(f"<table><tr>{lines}</tr></table>")
    scores = np.array([0.5, 0.5, 0.5, 0.5, 0.001], dtype=np.float32)
    shared = share_scores(features, scores, FORUM)
    assert (shared[:4] > 0.36).all()
    assert shared[4] < 0.36


def test_long_blocks_count_for_more() -> None:
    features = measured(f"<p class=x>{POSTS[0]}</p><p class=x>Hm.</p>")
    shared = share_scores(features, np.array([0.8, 0.3], dtype=np.float32), FORUM)
    assert (shared > 0.5).all()
    shared = share_scores(features, np.array([0.3, 0.8], dtype=np.float32), FORUM)
    assert (shared < 0.5).all()


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("row", "row2", True),  # every second post of Simple Machines, YaBB
        ("post-9 hentry", "post-10 hentry", True),
        ("alt1", "alt2", True),
        ("row", "rows2", False),
        ("post-1-a", "post-1-b", False),
    ],
)
def test_numbers_in_a_class_make_no_other_template(one: str, other: str, are_alike: bool) -> None:
    post = "<div class='{}'><div class=body><p>{}</p></div></div>"
    group = measured(post.format(one, POSTS[0]) + post.format(other, POSTS[1])).group
    assert (group[0] == group[1]) == are_alike


def test_a_block_without_its_like_keeps_its_score() -> None:
    features = measured("<h1>The lamp hums</h1><p>a</p><div>b</div>")
    scores = np.array([0.0, 0.4321, 1.0], dtype=np.float32)
    assert share_scores(features, scores, FORUM) == pytest.approx([0.0001, 0.4321, 0.9999], abs=1e-6)


def test_a_page_without_blocks() -> None:
    assert not len(share_scores(measured(""), np.zeros(0, dtype=np.float32), FORUM))
