"""Who wrote an entry, as its markup or its lines say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from boilerstrip.block import Mark
from boilerstrip.threads.dates import date_in, is_date
from boilerstrip.threads.reading import PROFILE_RE, Reading
from boilerstrip.threads.terms import AUTHOR_PROPS, author_weight, fold

__all__ = ["Name", "find_name", "known_names", "without_suffixes"]

_MOST_CHARS: Final = 60
_LINE_CHARS: Final = 90
"""Characters without white space of a line in which a name is guessed."""
_AT_RE: Final = re.compile(r"\s(?:at|on|am|um|le|el|il|em|op|den|,)\s*$", re.IGNORECASE)
"""What leads from a name to the date behind it."""
_MOST_WORDS: Final = 8
_PREFIX_RE: Final = re.compile(
    r"^(?:(?:posted|written|submitted|reviewed|asked|answered|started|comment|review|reply)\s+by|by|von|par|por|av|af"
    r"|door|autor|author|auteur|автор|от)(?:\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_SUFFIX_RE: Final = re.compile(
    r"\s*(?:\b(?:says|said|wrote|writes|commented|replied|schrieb|schreibt|sagt|sagte|meint|dit|a dit|a écrit|dice|dijo"
    r"|escribió|ha scritto|ha detto|disse|diz|zegt|schreef|pisze|napisał|говорит|пишет|sade|skriver|sier|kirjoitti"
    r"|diyor ki|dedi ki)\b)?\s*[:,…|•·–—-]*\s*$",
    re.IGNORECASE,
)
_EDGES: Final = " \t\r\n,;|•·–—-:"
_SPLIT_RE: Final = re.compile(r"\s*[|•·»\n]\s*")
_BRACKETS_RE: Final = re.compile(r"\s*(\([^()]{1,40}\))$")
_LETTER_RE: Final = re.compile(r"[^\W\d_]")
_TAG_RE: Final = re.compile(r"</?[a-z]{1,10}>", re.IGNORECASE)
_NO_NAMES: Final = frozenset(
    "by posted written submitted comment reply permalink link at on from via edited says wrote commented".split()
)
"""Words that stand beside names."""
_PROP, _DATA, _LINK = 10, 8, 4
"""Weights of a microdata property, a data attribute of the entry and a link to a person's page, beside
those of `terms.author_weight` (2 to 6)."""
_REPEATED: Final = 2
"""Weight that a name loses where many entries have it."""
_TOLD: Final = 2.9
"""Weight from which markup says that it is the author, also where one wrote most entries."""
_SURE_SHARE: Final = 0.75
"""Share of entries with a marked-up author from which others are not guessed."""
_ATTRIBUTES: Final = ("data-author", "data-author-name", "data-user-name", "data-username", "data-name")


class Name(NamedTuple):
    """A name and the block it stands in (-1: in an attribute); `is_guess` where no markup says so."""

    text: str
    block: int
    is_guess: bool = False


def find_name(
    reading: Reading, entry: int, own: Sequence[int], lines: Sequence[int], same: set[str]
) -> Name | None:
    """The name of who wrote an entry.

    Args:
        entry: The entry's element.
        own: The elements inside it that are not part of its words, ascending.
        lines: Its blocks that are not part of its words, in page order.
        same: Lines that many entries of the thread have.
    """
    best, best_weight = None, 0.0
    detail = reading.detail(entry)
    for name in _ATTRIBUTES[:3]:
        if text := _clean(detail.get(name, "")):
            best, best_weight = Name(text, -1), _DATA
            break
    inside: dict[int, bool] = {}  # whether an element lies in what microdata call the author
    for element in own:
        found, weight = _named(reading, element, inside)
        if found and fold(found.text) in same:  # one who wrote most entries, or a label
            weight = weight - _REPEATED if weight >= _TOLD else 0
        if found and weight > best_weight and not is_date(found.text):
            best, best_weight = found, weight
    return best or _in_lines(reading, lines, same)


def _named(reading: Reading, element: int, inside: dict[int, bool]) -> tuple[Name | None, float]:
    """The name that an element holds, and how surely it is that of the author."""
    table = reading.table
    parent = table.parent[element]
    detail = reading.detail(element)
    prop = detail.get("itemprop", "").lower()
    is_author = not AUTHOR_PROPS.isdisjoint(prop.split()) or "@author" in detail
    is_inside = inside.get(parent, False)
    inside[element] = is_inside or is_author
    label = table.label[element] or detail.get("class", "")
    weight = float(author_weight(label)) if label else 0.0
    block = table.first_block[element]
    for name in ("@author", "@creator", "@name"):
        if (name != "@name" or inside[element]) and (text := _clean(detail.get(name, ""))):
            return Name(text, -1), _PROP
    if is_inside and "name" in prop.split():
        weight = 2 * _PROP
    elif is_author:
        weight += _PROP
    if "author" in detail.get("rel", ""):
        weight += _LINK
    if (href := detail.get("href")) and PROFILE_RE.search(href):
        weight += _LINK
    if not weight:
        if (outer := author_weight(table.label[parent] or reading.detail(parent).get("class", ""))) and detail:
            weight = outer - 0.5
        else:
            return None, 0
    text = detail.get("#text")
    if text is None and not table.label[element] and not detail.get("itemprop"):
        return None, 0
    if text is None:
        if table.end_block[element] - block not in (1, 2):
            return None, 0
        text = table.text[block]
    text = _clean(text)
    if not text:
        return None, 0
    return Name(text, block), weight - len(text) / 1000


def _clean(text: str) -> str:
    """A name without "by" before and "says:" behind it; "" for what is none."""
    text = " ".join(text.split()).strip(_EDGES)
    text = _PREFIX_RE.sub("", text)
    text = _SUFFIX_RE.sub("", text).strip(_EDGES)
    if "«" not in text:
        text = text.rstrip(" »")
    text = _TAG_RE.sub("", text)
    if not text or len(text) > _MOST_CHARS or text.count(" ") >= _MOST_WORDS or not _LETTER_RE.search(text):
        return ""
    if text.lower() in _NO_NAMES or text[0] == "#":
        return ""
    return text


def _in_lines(reading: Reading, lines: Sequence[int], same: set[str]) -> Name | None:
    """The first piece of text that may be a name, links to people's pages before others."""
    table = reading.table
    first: Name | None = None
    short = [block for block in lines if table.n_chars[block] <= _LINE_CHARS]
    for block in sorted(short, key=lambda block: not reading.is_dated[block]):
        href, is_dated = "", reading.is_dated[block]
        for piece in table.inline[block]:
            if isinstance(piece, Mark):
                href = piece.value if piece.kind == "a" else "" if piece.kind == "/a" else href
                continue
            for text in _SPLIT_RE.split(piece):
                date = date_in(text)
                is_dated = is_dated and not date
                name = _clean(_AT_RE.sub("", text.replace(date, " ")) if date else text)
                if len(name) < 2 or name.isdigit() or fold(name) in same or fold(text.strip()) in same:
                    continue
                if href and PROFILE_RE.search(href):
                    return Name(name, block)
                first = first or Name(name, block, is_guess=not is_dated or date_in(table.text[block]) is None)
    return first


def known_names(names: Sequence[Name | None]) -> list[str | None]:
    """The names; guesses only where hardly any entry has its author marked up."""
    n_sure = sum(name is not None and not name.is_guess for name in names)
    guesses = n_sure < _SURE_SHARE * len(names)
    return [name.text if name and (guesses or not name.is_guess) else None for name in names]


def without_suffixes(names: Sequence[str | None]) -> list[str | None]:
    """The names without what stands in brackets behind several different ones: "(not verified)"."""
    found = Counter(
        match[1] for name in {name for name in names if name} if (match := _BRACKETS_RE.search(name))
    )
    return [
        name[: match.start()]
        if name and (match := _BRACKETS_RE.search(name)) and found[match[1]] > 1 and match.start()
        else name
        for name in names
    ]
