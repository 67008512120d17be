"""What class names, ids and properties inside a thread say: looked up word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from boilerstrip.compiled import compiled
from boilerstrip.remembered import MOST_CHARS, remembered
from boilerstrip.threads.joined import SEPARATOR, owners, places_of
from boilerstrip.threads.terms import (
    ABOUT,
    ABOUT_ENDS,
    ABOUT_PROPS,
    ABOUT_STARTS,
    ABOUT_WORDS,
    ACTIONS,
    ASIDE,
    ASIDE_WORDS,
    AUTHOR_ENDS,
    AUTHOR_PARTS,
    AUTHOR_WEIGHTS,
    BODY,
    BODY_ENDS,
    BODY_LAST,
    BODY_PROPS,
    BODY_WORDS,
    ENTRY_ENDS,
    ENTRY_NOUNS,
    LOCKED,
    MANY,
    NEUTRAL,
    NO_AUTHOR,
    NO_BODY,
    NO_VOTE,
    PARTS,
    QUOTE_BUTTONS,
    QUOTES,
    REPLIES,
    VOTE_WEIGHTS,
)

__all__ = [
    "are_actions",
    "author_weight",
    "body_name",
    "entry_rank",
    "fold",
    "is_reply_word",
    "naming",
    "part_of",
    "part_of_prop",
    "tokens_of",
    "vote_weight",
    "words_of",
]

COMPILED: Final = compiled("threads._labels")
_SPLIT_RE: Final = re.compile(r"[^\W\d_]+")
_CAMEL_RE: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS_RE: Final = re.compile(r"[0-9]+")
_MOST_TOKENS: Final = 12
"""Class names of an element that are looked at; more is styling, not meaning."""


@remembered
def words_of(label: str) -> tuple[str, ...]:
    """The words of a class name, id or property, in lower case."""
    if COMPILED and (found := COMPILED.words_of(label)) is not None:
        return cast("tuple[str, ...]", found)
    label = label[:MOST_CHARS]
    if not label.islower():
        label = _CAMEL_RE.sub(" ", label).lower()
    return tuple(_SPLIT_RE.findall(label))


@remembered
def fold(token: str) -> str:
    """A class name or id with each number as "0": `post-71220` and `post-71222` are of one kind."""
    return _DIGITS_RE.sub("0", token)


@remembered
def tokens_of(label: str) -> tuple[str, ...]:
    """The names in a class-and-id label, folded, each once."""
    if COMPILED and (found := COMPILED.tokens_of(label)) is not None:
        return cast("tuple[str, ...]", found)
    names = label[:MOST_CHARS].split()[:_MOST_TOKENS]
    if _DIGITS_RE.search(label):
        names = [*map(fold, names)]
    return tuple(dict.fromkeys(names))


@remembered
def part_of(label: str) -> str:
    """Which part of an entry an element with that class-and-id label is: BODY, ABOUT, LOCKED or "".

    The last telling word of a name decides ("comment-author-text" is text), the first telling name.
    """
    if COMPILED and (found := COMPILED.part_of(label)) is not None:
        return cast("str", found)
    said = [_part_of_name(name) for name in label[:MOST_CHARS].split()[:_MOST_TOKENS]]
    return ABOUT if ASIDE in said else next(filter(None, said), "")


@remembered
def body_name(label: str) -> str:
    """The first name in a label that says BODY, "" where none does."""
    if COMPILED and (found := COMPILED.body_name(label)) is not None:
        return cast("str", found)
    return next((n for n in label[:MOST_CHARS].split()[:_MOST_TOKENS] if _part_of_name(n) == BODY), "")


@remembered
def _part_of_name(name: str) -> str:
    words = words_of(name)
    if not ASIDE_WORDS.isdisjoint(words):
        return ASIDE
    if not QUOTES.isdisjoint(words) and QUOTE_BUTTONS.isdisjoint(words):
        return LOCKED
    is_head = True  # what follows, if anything, only says what it is of: not "text-normal"
    for at, word in enumerate(reversed(words)):
        if is_head and at == 0 and word in BODY_LAST:
            return BODY
        said = _part_of_word(word)
        if said == ABOUT or (said == BODY and is_head):
            return said
        is_head = is_head and (word in ENTRY_NOUNS or word in NEUTRAL)
    return ""


@remembered
def _part_of_word(word: str) -> str:
    if word in BODY_WORDS or (word.endswith(BODY_ENDS) and word not in NO_BODY and word not in ABOUT_WORDS):
        return BODY
    if word in ABOUT_WORDS or word.startswith(ABOUT_STARTS) or word.endswith(ABOUT_ENDS):
        return ABOUT
    return ""


def part_of_prop(prop: str) -> str:
    """The same for a microdata property."""
    names = prop.lower().split()
    if not BODY_PROPS.isdisjoint(names):
        return LOCKED
    return ABOUT if not ABOUT_PROPS.isdisjoint(names) else ""


@remembered
def author_weight(label: str) -> int:
    """How surely an element with that class-and-id label holds a name, 0 for not at all."""
    if COMPILED and (found := COMPILED.author_weight(label)) >= 0:
        return cast("int", found)
    return max(map(_author_weight_of, label[:MOST_CHARS].split()[:_MOST_TOKENS]), default=0)


def naming(labels: Iterable[str]) -> set[str]:
    """Those of some labels that have an `author_weight`."""
    if COMPILED:
        named: set[str] = COMPILED.naming(labels)
        return named
    found = [label for label in labels if label]
    page = SEPARATOR.join(found).lower()
    likely = owners(places_of(AUTHOR_PARTS, page), page)
    return {found[i] for i in likely if author_weight(found[i])}


@remembered
def _author_weight_of(name: str) -> int:
    words = words_of(name)
    if not NO_AUTHOR.isdisjoint(words):
        return 0
    return sum([AUTHOR_WEIGHTS.get(word, 3 if word.endswith(AUTHOR_ENDS) else 0) for word in words])


@remembered
def vote_weight(label: str) -> int:
    """How surely an element with that class-and-id label holds a count of votes, 0 for not at all."""
    if COMPILED and (found := COMPILED.vote_weight(label)) >= 0:
        return cast("int", found)
    words = words_of(label)
    if not NO_VOTE.isdisjoint(words):
        return 0
    return max((VOTE_WEIGHTS.get(word, 0) for word in words), default=0)


@remembered
def entry_rank(token: str) -> int:
    """How much a name says that its element is one entry: 3 "comment", 2 "comment-box", 1 "comment-list"."""
    words = words_of(token)
    is_of_many = bool(words) and (words[-1] in MANY or (len(words) > 1 and words[-1] in PARTS))
    if is_of_many:
        return 1 if not ENTRY_NOUNS.isdisjoint(words) else 0
    telling = [word for word in words if word not in NEUTRAL]
    if not telling:
        return 0
    if telling[-1].endswith(ENTRY_ENDS) and telling[-1] not in ENTRY_NOUNS:
        return 2
    if telling[-1] in ENTRY_NOUNS or (telling[0] in ENTRY_NOUNS and len(telling) == 1):
        return 3 if len(telling) == len(words) else 2
    return 1 if not ENTRY_NOUNS.isdisjoint(words) else 0


def is_reply_word(text: str) -> bool:
    """Whether a short text is that of a button to reply, like or report, in some language."""
    return not REPLIES.isdisjoint(text.lower().split())


def are_actions(text: str) -> bool:
    """Whether a short text is nothing but names of such buttons, and how many answers there are.

    >>> are_actions("Antworten Melden"), are_actions("返信2件"), are_actions("I like it")
    (True, True, False)
    """
    words = _DIGITS_RE.sub("", text.lower()).split()
    return bool(words) and ACTIONS.issuperset(words)
