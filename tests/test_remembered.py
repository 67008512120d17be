"""What names say is remembered from page to page, but not more than is read of them."""

from __future__ import annotations

import sys
from collections.abc import Callable

import lxml.html
import pytest

from boilerstrip import elements, images
from boilerstrip.block import BlockTable
from boilerstrip.decide import kept, names
from boilerstrip.remembered import MOST_CHARS, remembered
from boilerstrip.segment import segment
from boilerstrip.threads import find_threads, labels, moments, telling
from boilerstrip.threads.marked import _told_with
from boilerstrip.words import WordTable, classify

ENTRY = "<div class=comment><b class=author>Ann</b><p>{}</p><time>May 5, 2024</time></div>"
THREAD = "<div>" + "".join(ENTRY.format(f"Words of hers, number {n}. " * 4) for n in range(4)) + "</div>"


def talk_in(label: str) -> BlockTable:
    """A thread whose elements all have a label, and attributes that are called so."""
    table = segment([lxml.html.fromstring(THREAD)])
    table.label[:] = [label] * len(table.label)
    for element in range(len(table.label)):
        table.details[element] = [("class", label), ("itemprop", label), (label, label)]
    return table


ASKED: list[Callable[[str], object]] = [
    *(labels.words_of, labels.tokens_of, labels.part_of, labels.body_name, labels.entry_rank),
    *(labels.author_weight, labels.vote_weight, telling.told_by, telling.told_with, kept.words_told),
    *(classify, elements.named, images._kind_of_class),
    lambda label: labels.naming([label]),
    lambda label: names.telling([label]),
    lambda label: _told_with((label,)),
    lambda label: moments._dating((label,)),
    lambda label: find_threads(talk_in(label)),
]


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("letter", ["q", "é"])
def test_long_labels_are_not_remembered(ask: Callable[[str], object], letter: str) -> None:
    label = f"{ASKED.index(ask)} comment-author {letter}".ljust(MOST_CHARS + 1, "-")
    n_refs = sys.getrefcount(label)
    ask(label)
    assert sys.getrefcount(label) == n_refs


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("letter", ["q", "é"])
def test_short_labels_are_remembered(ask: Callable[[str], object], letter: str) -> None:
    label = f"{ASKED.index(ask)} comment-author {letter}".ljust(MOST_CHARS, "-")
    n_refs = sys.getrefcount(label)
    ask(label)
    assert sys.getrefcount(label) > n_refs


def test_so_many_names_are_remembered() -> None:
    asked: list[str] = []

    @remembered
    def ask(name: str) -> int:
        asked.append(name)
        return len(name)

    some = [str(n) for n in range(8_192)]
    assert [ask(name) for name in some * 2] == [*map(len, some * 2)]
    assert asked == some
    ask("one more")
    ask(some[0])
    assert asked == [*some, "one more", some[0]]


@pytest.mark.parametrize("is_remembered", [True, False])
def test_long_words_are_not_remembered(is_remembered: bool) -> None:
    """A table of words holds those of ids, which have any length."""
    table = WordTable({1: "comment*", 2: "*menu"})
    word = "comment".ljust(MOST_CHARS + (not is_remembered), "q")
    for _ in range(2):
        assert table.mask([word]) == 1
        assert table.counting({word}) == {word}
    assert (word in table.known) is is_remembered
