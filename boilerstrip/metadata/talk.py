"""Comments, answers and reviews as JSON-LD states them, for pages that do not show them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import Stated
from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.jsonld import Node, Script, flatten, names_of, types_of
from boilerstrip.metadata.strings import clean
from boilerstrip.patterns import late_pattern

__all__ = ["read_stated"]

_ANSWERS: Final = ("acceptedAnswer", "suggestedAnswer")
_POSTING: Final = '"DiscussionForumPosting"'
_KEYS: Final = tuple(f'"{key}"' for key in ("comment", "review", *_ANSWERS))
_HINT_RE: Final = late_pattern(rf"(?:{'|'.join(_KEYS)})\s{{0,20}}:|{_POSTING}")
"""What the text of a block has that is worth reading."""
_HINTS: Final = (*_KEYS, _POSTING)
"""One of these is in it, which is seen faster; most blocks have none."""
_REPLIES: Final = ("comment", "replies", "reply", *_ANSWERS)
"""Properties that hold what answers their object."""
_TEXTS: Final = ("text", "commentText", "reviewBody", "articleBody", "description")
_DATES: Final = ("dateCreated", "datePublished", "commentTime")
_SIGNS: Final = ("author", "creator", *_DATES, "upvoteCount")
"""Properties of what somebody said of which one is there."""
_ENTRIES: Final = frozenset({"Comment", "Answer", "Question", "Review", "DiscussionForumPosting"})
_POSTS: Final = frozenset({"Answer", "Question", "DiscussionForumPosting"})
_MOST: Final = 20_000
"""Objects that are looked at."""
_MOST_CHARS: Final = 100_000
"""Characters of one text."""
_BREAK_RE: Final = late_pattern(
    r"<(?:br|/?p|/?div|/?li|/?ul|/?ol|/?blockquote|/?pre|/?h[1-6]|/?tr)\b[^<>]{0,400}>", re.IGNORECASE
)
_TAG_RE: Final = late_pattern(r"</?[a-z][^<>]{0,2000}>", re.IGNORECASE)
_NUMBER_RE: Final = late_pattern(r"[+-]?\d{1,12}")


class _Waiting(NamedTuple):
    """A value that is still to be read, the place of what it answers, and whether it must be an entry."""

    value: object
    parent: int
    is_answer: bool


def read_stated(scripts: Sequence[Script]) -> tuple[Stated, ...]:
    """The comments that JSON-LD holds, each before its answers; empty where there is none.

    Args:
        scripts: The blocks of JSON-LD. What is no JSON, or of a type it should not be, is passed over.
    """
    wanted = [script for script in scripts if _may_hold_any(script.text)]
    found: list[Stated] = []
    seen: set[int] = set()
    places: dict[str, int] = {}
    for node in flatten(wanted):
        if id(node) not in seen:
            _read(node, found, seen, places)
    return tuple(found)


def _may_hold_any(text: str) -> bool:
    return any(map(text.__contains__, _HINTS)) and _HINT_RE.search(text) is not None


def _read(top: Node, found: list[Stated], seen: set[int], places: dict[str, int]) -> None:
    """Add the entries of one object, with a stack of what waits."""
    is_faq = "FAQPage" in types_of(top)
    waiting = [_Waiting(top, -1, False)]
    while waiting and len(seen) < _MOST:
        value, parent, is_answer = waiting.pop()
        if isinstance(value, list):
            waiting.extend(_Waiting(item, parent, is_answer) for item in reversed(value))
            continue
        if not isinstance(value, dict) or id(value) in seen or is_faq:
            continue
        seen.add(id(value))
        place = parent
        types = set(types_of(value))
        if _may_be_said(value, types, parent) if is_answer else _stands_alone(value, types):
            entry = _entry(value, _referred(value, parent, places), found, is_post=bool(types & _POSTS))
            if entry:
                place = len(found)
                found.append(entry)
                for key in (value.get("@id"), value.get("url")):
                    if isinstance(key, str):
                        places.setdefault(key, place)
        keys = _REPLIES if is_answer else (*_REPLIES, "review", "reviews")
        if "DiscussionForumPosting" in types:  # a thread, whose posts answer no single one
            place = parent
        waiting.extend(_Waiting(value[key], place, True) for key in reversed(keys) if key in value)


def _may_be_said(node: Node, types: set[str], parent: int) -> bool:
    """Whether what answers something is an entry: not an answer without any sign, to a question without one.

    A shop's or an article's own questions and answers are such, whatever their page calls itself.
    """
    return parent >= 0 or "Answer" not in types or any(key in node for key in _SIGNS)


def _stands_alone(node: Node, types: set[str]) -> bool:
    """Whether an object that answers nothing is an entry: a question somebody asked, an opening post."""
    return bool(types & {"Question", "DiscussionForumPosting"}) and any(
        key in node for key in ("author", *_DATES)
    )


def _referred(node: Node, parent: int, places: dict[str, int]) -> int:
    """The place of what an entry names as the one that it answers."""
    item = node.get("parentItem")
    named = item.get("@id") or item.get("url") if isinstance(item, dict) else item
    return places.get(named, parent) if isinstance(named, str) else parent


def _entry(node: Node, parent: int, found: Sequence[Stated], *, is_post: bool) -> Stated | None:
    """One object as an entry; None where it says nothing."""
    words = next((text for key in _TEXTS if (text := _plain(node.get(key)))), "")
    if not words:
        return None
    address = node.get("url")
    if not isinstance(address, str):
        address = node.get("@id")
    return Stated(
        text=words,
        author=next(iter(names_of(node.get("author") or node.get("creator"), {})), None),
        date=next((date for key in _DATES if (date := _date(node.get(key)))), None),
        permalink=address if isinstance(address, str) and address else None,
        score=_votes(node),
        parent=parent,
        depth=found[parent].depth + 1 if parent >= 0 else 0,
        is_post=is_post,
    )


def _plain(value: object) -> str:
    """Text without HTML, lines kept; "" for what is no string."""
    if not isinstance(value, str):
        return ""
    import html

    words = value[:_MOST_CHARS]
    if "&lt;" in words and "<" not in words:
        words = html.unescape(words)
    words = _TAG_RE.sub("", _BREAK_RE.sub("\n", words))
    lines = [" ".join(line.split()) for line in html.unescape(words).replace("\r\n", "\n").split("\n")]
    return "\n".join(_without_doubles(lines)).strip()


def _without_doubles(lines: Sequence[str]) -> Iterator[str]:
    """The lines, of several empty ones in a row the first."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _date(value: object) -> str:
    words = clean(value)
    return iso_date(words) or words


def _votes(node: Node) -> int | None:
    """Votes less those against."""
    up, down = _number(node.get("upvoteCount")), _number(node.get("downvoteCount"))
    if up is None and down is None:
        return None
    return (up or 0) - abs(down or 0)


def _number(value: object) -> int | None:
    if isinstance(value, str) and _NUMBER_RE.fullmatch(value.strip()):
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value
