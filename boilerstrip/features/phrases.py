"""Columns on telling phrases: in the block itself, and in the small box around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import MAX_LOOKED_AT, PageArrays
from boilerstrip.features.joined import Joined
from boilerstrip.features.overlap import UNSPACED, has_unspaced
from boilerstrip.phrases import LEARNED_ROLES, PHRASES
from boilerstrip.vocabulary import PREFORMATTED_TAGS

__all__ = ["PHRASE_COLUMNS", "Told", "fill_phrases", "find_phrases", "measure_phrases"]

COMPILED: Final = compiled("features._phrases")

_MAX_CHARS: Final = {"advertisement": 30, "related": 60, "share": 60}
"""Characters above which a block that holds such a phrase is prose that happens to use it."""
_FORM, _PAYMENT = "comment-form", "paypal"
_BOXED: Final = ("donation", "newsletter", "cookie-notice", _FORM)
"""What comes as a box: its other paragraphs need not say what it is."""
_MAX_BOX_SHARE: Final = 0.3
"""Share of the page's prose above which an element is no box but (part of) the article."""
_BOX_TAGS: Final = frozenset({"div", "section", "aside", "form", "table", "fieldset", "dialog", "details"})
_MIN_LINKS: Final = 0.5
"""Link density from which the lines under a "related" label belong to it."""

_MOST_WORDS: Final = 12
"""Words of the longest phrase, and some more."""
_WORD_RE: Final = re.compile(r"\w+")
_FIRST_RE: Final = re.compile(r"[^\w\n]{0,8}(\w+)[^\n]*")
"""The first word of each line."""


class _Phrase(NamedTuple):
    role: str
    text: str
    is_unspaced: bool
    is_word: bool  # stands whole: nothing may follow it in the same word


class _Begun(NamedTuple):
    """The phrases that begin with a word.

    Attributes:
        alone: Those of this word alone.
        longer: Those of several words, each with its further words.
        seconds: How the second words of these begin.
    """

    alone: list[_Phrase]
    longer: list[tuple[list[str], _Phrase]]
    seconds: tuple[str, ...]


class _Index(dict[str, _Begun]):
    """Phrases by their first word, but for those in scripts without blanks.

    The first page of a process waits for it, and of seven thousand phrases it has the first words of some
    dozens: only of these more is worked out than the first word.

    Attributes:
        texts: The phrases that begin with a word, by it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        for texts in PHRASES.values():
            for first, text in zip(_FIRST_RE.findall("\n".join(texts)), texts, strict=True):
                self.texts.setdefault(first, []).append(text)

    def __missing__(self, first: str) -> _Begun:
        alone, longer, seconds = list[_Phrase](), list[tuple[list[str], _Phrase]](), set[str]()
        for text in self.texts[first]:
            if has_unspaced(text):
                continue
            role, (_, *more) = _roles()[text], _WORD_RE.findall(text)
            if more:
                longer.append((more, _Phrase(role, text, False, False)))
                seconds.add(more[0])
            else:
                alone.append(_Phrase(role, text, False, first == text))
        self[first] = begun = _Begun(alone, longer, tuple(seconds))
        return begun


_index = cache(_Index)


@cache
def _search(index: Callable[[dict[str, tuple[str, ...]], Callable[[str], bool]], Any]) -> Any:
    """The compiled search."""
    return index(dict(PHRASES), has_unspaced)


@cache
def _roles() -> dict[str, str]:
    """The role of each phrase."""
    return {text: role for role, texts in PHRASES.items() for text in texts}


@cache
def _unspaced() -> dict[str, list[tuple[frozenset[str], _Phrase]]]:
    """Those in scripts without blanks, each with its characters of such, by one of these."""
    by_letter: dict[str, list[tuple[frozenset[str], _Phrase]]] = {}
    for text, role in _roles().items():
        if has_unspaced(text):
            letters = frozenset(filter(has_unspaced, text))
            by_letter.setdefault(min(letters), []).append((letters, _Phrase(role, text, True, False)))
    return by_letter


Told = Mapping[str, Mapping[int, str]]
"""Which phrases a page holds: a dropped role -> blocks by index -> the first phrase found in each."""

PHRASE_COLUMNS: Final = (
    *(f"phrase_{role}" for role in LEARNED_ROLES),
    *(f"boxed_{role}" for role in _BOXED),
    "after_related",
)
"""All 0 or 1. phrase_*: the block holds such a phrase; boxed_*: the nearest box-like element around
it that is small beside the page's prose holds one; after_related: one of the link lines that follow
a "related" label."""
_ROW: Final = {role: row for row, role in enumerate(LEARNED_ROLES)}
_FIRST_BOXED: Final = len(LEARNED_ROLES)


def find_phrases(arrays: PageArrays) -> Told:
    """The phrases of all roles that a page's blocks hold; of those that are no long prose."""
    lowered, table = arrays.lowered, arrays.table
    told: dict[str, dict[int, str]] = {}
    for role, text, block in _found(lowered):
        element = table.element[block]
        is_code = element >= 0 and table.tag[element] in PREFORMATTED_TAGS
        if not is_code and table.n_chars[block] <= _MAX_CHARS.get(role, MAX_LOOKED_AT):
            of_role = told.setdefault(role, {})
            if of_role.setdefault(block, text) == _PAYMENT:
                of_role[block] = text  # which says more
    return told


def _found(lowered: Joined) -> list[tuple[str, str, int]]:
    """Role and text of the phrases that stand in some texts, and index of the text, in order of these."""
    page = lowered.page
    found: list[tuple[str, str, int]] | None = None
    if COMPILED is not None:
        found = _search(COMPILED.Index).find(page, lowered.starts)
    if found is None:
        found = [
            (phrase.role, phrase.text, block)
            for phrase in _begun(page)
            for block in lowered.owners(_places(page, phrase))
        ]
    letters = lowered.letters(UNSPACED) if COMPILED is not None or has_unspaced(page) else frozenset()
    if letters:
        by_letter = _unspaced()
        might = [
            phrase
            for letter in letters & by_letter.keys()
            for of_it, phrase in by_letter[letter]
            if letters.issuperset(of_it)
        ]
        found += [
            (phrase.role, phrase.text, block)
            for phrase, places in zip(might, _all_places(lowered, might), strict=True)
            for block in lowered.owners(places)
        ]
    found.sort()
    return found


def _begun(page: str) -> set[_Phrase]:
    """Phrases that a text may hold: all their words stand there, one after the other.

    Phrases begin where a word begins; only the last of several words may be a stem. No phrase goes over the
    end of a line, so each different line is looked at once: large pages say the same again and again.
    """
    index = _index()
    words, firsts = _WORD_RE.findall("\n".join(dict.fromkeys(page.split("\n")))), index.texts
    words += [""] * _MOST_WORDS
    found, begun = set[_Phrase](), list[tuple[int, list[tuple[list[str], _Phrase]]]]()
    for at in [at for at, word in enumerate(words) if word in firsts]:
        alone, longer, seconds = index[words[at]]
        if seconds and words[at + 1].startswith(seconds):
            begun.append((at, longer))
        if alone:
            found.update(alone)
    for at, longer in begun:
        for more, phrase in longer:
            *whole, last = more
            end = at + len(more)
            if words[end].startswith(last) and words[at + 1 : end] == whole:
                found.add(phrase)
    return found


def measure_phrases(arrays: PageArrays, told: Told) -> NDArray[np.uint8]:
    """The columns of `PHRASE_COLUMNS` by a page's phrases, of `find_phrases`: shape (n_columns, n_blocks)."""
    columns = np.zeros((len(PHRASE_COLUMNS), arrays.n_blocks), dtype=np.uint8)
    fill_phrases(arrays, told, columns)
    return columns


def fill_phrases(arrays: PageArrays, told: Told, out: NDArray[Any]) -> None:
    """The same columns, into zeros of that shape; most pages have phrases of a few roles only."""
    rows = [(_ROW[role], _FIRST_BOXED + _BOXED.index(role)) for role in _BOXED if told.get(role)]
    labels, away = sorted(told.get("related", ())), list[int]()
    if linked := [block for block in told.get(_FORM, ()) if arrays.table.n_link_chars[block]]:
        from boilerstrip.features.links import leading_away

        away = leading_away(arrays.table, linked)  # which name no box
    if COMPILED is not None and out.dtype == np.float32:
        COMPILED.mark(told, _ROW, out)
        if rows:
            out[_ROW[_FORM], away] = 0
            kinds = np.array(list(map(_kind_of_box, arrays.tags)), dtype=np.intp)
            spans = (arrays.tag_number, arrays.up, arrays.first, arrays.end, arrays.element)
            room = (np.empty_like(arrays.up), np.empty(arrays.n_blocks + 1, dtype=np.intp))
            COMPILED.boxed(kinds, *spans, arrays.prose_sums, _MAX_BOX_SHARE, rows, *room, out)
            out[_ROW[_FORM], away] = 1
        COMPILED.after(arrays.link_density, arrays.chars, _MIN_LINKS, labels, out[-1])
        return
    for role, blocks in told.items():
        if role in _ROW:
            out[_ROW[role], list(blocks)] = 1
    if rows:
        out[_ROW[_FORM], away] = 0
        boxes = _boxes(arrays)
        is_boxed, first, end = boxes >= 0, arrays.first.take(boxes), arrays.end.take(boxes)
        for row, boxed in rows:
            holds = arrays.sums(out[row])
            out[boxed] = is_boxed & (holds.take(end) > holds.take(first))
        out[_ROW[_FORM], away] = 1
    _mark_after_related(arrays, labels, out[-1])


def _all_places(lowered: Joined, phrases: list[_Phrase]) -> list[list[int]]:
    """Where a page holds each of the phrases."""
    places = lowered.places(
        [phrase.text for phrase in phrases],
        [not phrase.is_unspaced for phrase in phrases],
        [phrase.is_word for phrase in phrases],
    )
    return [_places(lowered.page, phrase) for phrase in phrases] if places is None else places


def _places(page: str, phrase: _Phrase) -> list[int]:
    """Where a text holds the phrase."""
    places = list[int]()
    at = page.find(phrase.text)
    while at >= 0:
        end = at + len(phrase.text)
        begins = phrase.is_unspaced or not page[at - 1 : at].isalnum()
        if begins and not (phrase.is_word and page[end : end + 1].isalnum()):
            places.append(at)
        at = page.find(phrase.text, end)
    return places


def _boxes(arrays: PageArrays) -> NDArray[np.intp]:
    """For each block the nearest box-like element around it that is small; -1 where none.

    "Small" is measured against the page's prose outside of the box as well, so that a page about
    donations is not taken for a donation box.
    """
    prose = arrays.prose_sums
    held = prose.take(arrays.end) - prose.take(arrays.first)
    kind = arrays.of_tags(_kind_of_box)
    is_box = (kind == 1) | ((kind == 2) & (arrays.end - arrays.first > 1))
    is_box &= held <= _MAX_BOX_SHARE * prose[-1]
    nearest = arrays.nearest(is_box)
    return np.where(is_box[nearest], nearest, -1)


def _kind_of_box(tag: str) -> int:
    """1 for elements that are boxes, 2 for items, which are none where they hold a single block."""
    return 2 if tag == "li" else tag in _BOX_TAGS


def _mark_after_related(arrays: PageArrays, labels: list[int], after: NDArray[Any]) -> None:
    """1 for the link lines that follow a label, each of which is followed to its end.

    Args:
        arrays: The page.
        labels: Indices of the blocks that are one, rising.
        after: Zeros.
    """
    density, chars = arrays.link_density, arrays.chars
    for i in labels:
        # What is marked already has been followed to its end, from the label before.
        while (i := i + 1) < arrays.n_blocks and not after[i] and (density[i] >= _MIN_LINKS or not chars[i]):
            after[i] = 1
