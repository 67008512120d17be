"""Labels: a block is main content as far as its words are aligned with the gold's."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.block import BlockTable
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from boilerstrip.training.labels import label_blocks, words_of

pytest.importorskip("rapidfuzz", reason="needs the extra [train]")


def read(source: str) -> BlockTable:
    return segment(parse(source).roots)


def shares(source: str, gold: str) -> list[float]:
    labels = label_blocks(read(source), gold)
    return (labels.n_matched / labels.n_words).round(2).tolist()


def test_blocks_of_the_gold_are_labelled_and_others_are_not() -> None:
    source = "<nav>Home News</nav><h1>A gate broke</h1><p>It broke at night.</p><footer>Imprint</footer>"
    assert shares(source, "A gate broke\n\nIt broke at night.") == [0, 1, 1, 0]


def test_words_count_where_they_stand() -> None:
    # "Prices" is a menu entry and a heading of the article
    source = "<li>Prices</li><li>About</li><p>All we sell.</p><h2>Prices</h2><p>They rise.</p><li>Prices</li>"
    assert shares(source, "All we sell. Prices They rise.") == [0, 0, 1, 1, 1, 0]


def test_of_two_copies_one_is_taken() -> None:
    text = "Salt marshes store carbon."
    assert sum(shares(f"<p>{text}</p><p>{text}</p>", text)) == 1


def test_a_block_that_is_partly_gold_has_a_share() -> None:
    assert shares("<p>one two three four and more</p>", "one two three") == [0.5]


def test_case_and_punctuation_do_not_matter() -> None:
    assert shares("<p>“Héllo,” she SAID…</p>", "héllo she said") == [1]


def test_scripts_without_blanks_are_aligned_letter_by_letter() -> None:
    assert words_of("今天 ok ไทย 3") == ["今", "天", "ok", "ไ", "ท", "ย", "3"]
    assert shares("<p>今天天气很好</p><p>广告</p>", "今天天气很好") == [1, 0]


def test_pages_whose_gold_is_not_in_the_html_are_not_usable() -> None:
    table = read("<p>Loading the page</p>")
    assert not label_blocks(table, "Salt marshes store carbon").are_usable
    assert not label_blocks(read("<p></p>"), "Salt").are_usable
    assert label_blocks(table, "the page").are_usable
    assert label_blocks(table, "").are_usable, "a page without main content has one to learn: nothing"


def test_a_page_without_blocks_has_labels() -> None:
    labels = label_blocks(read("<p></p>"), "")
    assert labels.n_words.dtype == labels.n_matched.dtype == np.int64
    assert (labels.n_words.tolist(), labels.n_matched.tolist(), labels.n_gold) == ([], [], 0)


def test_a_block_that_is_only_an_image_has_no_words() -> None:
    labels = label_blocks(read("<p><img src=a.jpg></p><p>Text</p>"), "Text")
    assert labels.n_words.tolist() == labels.n_matched.tolist() == [0, 1]
