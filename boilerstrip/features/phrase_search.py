"""Where a page holds telling phrases: an index of them by their first words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

from boilerstrip.compiled import compiled
from boilerstrip.features.joined import Joined
from boilerstrip.features.overlap import UNSPACED, has_unspaced
from boilerstrip.phrases import PHRASES

__all__ = ["find_all"]

COMPILED: Final = compiled("features._phrases")

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
        alone: list[_Phrase] = []
        longer: list[tuple[list[str], _Phrase]] = []
        seconds: set[str] = set()
        for text in self.texts[first]:
            if has_unspaced(text):
                continue
            role = _roles()[text]
            _, *more = _WORD_RE.findall(text)
            if more:
                longer.append((more, _Phrase(role, text, False, False)))
                seconds.add(more[0])
            else:
                alone.append(_Phrase(role, text, False, first == text))
        self[first] = begun = _Begun(alone, longer, tuple(seconds))
        return begun


_index = cache(_Index)


@cache
def _compiled(index: Callable[[dict[str, tuple[str, ...]], Callable[[str], bool]], Any]) -> Any:
    """The compiled search, of a class of the compiled part; made once, as `_Index`."""
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


def find_all(lowered: Joined) -> list[tuple[str, str, int]]:
    """Role and text of all phrases that stand in some texts, and index of the text; in order of these."""
    page = lowered.page
    found: list[tuple[str, str, int]] | None = None
    if COMPILED is not None:
        found = _compiled(COMPILED.Index).find(page, lowered.starts)
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
    firsts = index.texts
    words = _WORD_RE.findall("\n".join(dict.fromkeys(page.split("\n"))))
    words += [""] * _MOST_WORDS
    found: set[_Phrase] = set()
    begun: list[tuple[int, list[tuple[list[str], _Phrase]]]] = []
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
