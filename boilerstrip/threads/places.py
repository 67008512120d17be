"""Where an entry can be found again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import Mark
from boilerstrip.compiled import compiled
from boilerstrip.threads.dates import is_date
from boilerstrip.threads.labels import words_of
from boilerstrip.threads.marked import Marked
from boilerstrip.threads.reading import Reading, is_profile
from boilerstrip.threads.telling import WHERE
from boilerstrip.threads.terms import NO_PERMALINK, PERMALINK

__all__ = ["find_permalink"]

COMPILED: Final = compiled("threads._places")
_ID_RE: Final = re.compile(
    r"(?:comment|post|msg|message|reply|review|answer|c|p|r|comentario|kommentar|commentaire|entry)"
    r"[-_]?(?:id[-_])?\w{0,4}\d{1,20}",
    re.IGNORECASE,
)
"""Ids that pages link to; a digit is their last character."""
_HOST_RE: Final = re.compile(r"^https?://[^/]{1,255}")
_OLD_RE: Final = re.compile(
    r"javascript:|mailto:|[?&](?:do|mode|action|act)=(?!findpost)|replytocom|/(?:reply|quote|report"
    r"|share|edit|react)\b"
)
_MOST_CHARS: Final = 2_048
_META, _PROP, _DATE, _TOLD, _DATA = 5.5, 5.0, 3.5, 3.0, 2.5
"""Weights of what speaks for an address: microdata, a date in its link, a telling class, an id of the entry
behind the "#", a data attribute."""
_TIME_TAGS: Final = frozenset({"time", "abbr", "relative-time"})
_HOW: Final = ((_META, _PROP, _DATE, _TOLD), _TIME_TAGS, _OLD_RE.search)
"""What a compiled part is given."""


def find_permalink(
    reading: Reading, entry: int, elements: Sequence[Marked], lines: Sequence[int], date_block: int
) -> str | None:
    """The address of an entry as written on the page, "#id" where only its element has one.

    Args:
        entry: The entry's element.
        elements: It and those inside it that have attributes and are not part of its words.
        lines: Its blocks that are not part of its words.
        date_block: The block that its date stands in, -1 for none.
    """
    ids = _ids(reading, entry, elements)
    detail = reading.detail(entry)
    best = detail.get("data-permalink") or detail.get("permalink")
    best_weight = _DATA if best else 0.0
    if COMPILED:
        best = COMPILED.permalink(reading, elements, ids, best, best_weight, _HOW)
    else:
        best = _surest(reading, elements, ids, best, best_weight)
    best = best or _linked_date(reading, lines, date_block)
    if best is None:
        best = f"#{ids[0]}" if ids else _linked_twice(reading, lines)
    return best[:_MOST_CHARS] if best else None


def _surest(
    reading: Reading, elements: Sequence[Marked], ids: Sequence[str], best: str | None, best_weight: float
) -> str | None:
    """The address that elements tell surest, if any is surer than the best one there is."""
    for item in elements:
        if not item.tells & WHERE or item.is_author or not item.detail:
            continue
        if (url := item.detail.get("@url")) and best_weight < _META:
            best, best_weight = url, _META
        if item.detail.get("href"):
            weight = _weight(reading, item, ids)
            if weight > best_weight:
                best, best_weight = item.detail["href"], weight
    return best


def _ids(reading: Reading, entry: int, elements: Sequence[Marked]) -> list[str]:
    """Ids in an entry and names of its anchors that pages link to, and its own."""
    table = reading.table
    last_name = table.label[entry].rpartition(" ")[2]
    own = reading.detail(entry).get("id") or (
        last_name if last_name[-1:].isdecimal() and _ID_RE.fullmatch(last_name) else ""
    )
    outer = table.parent[entry]
    found = [own]
    if outer >= 0 and (table.first_block[outer], table.end_block[outer]) == (
        table.first_block[entry],
        table.end_block[entry],
    ):
        found.append(reading.detail(outer).get("id", ""))
    if COMPILED:
        linked = COMPILED.ids(reading, elements, found, _ID_RE.fullmatch)
    else:
        for item in elements:
            if not item.tells & WHERE:
                continue
            found.append(item.detail.get("id", ""))
            if table.tag[item.element] == "a":
                found.append(item.detail.get("name", ""))
        linked = [name for name in found if name[-1:].isdecimal() and _ID_RE.fullmatch(name)]
    return list(dict.fromkeys([*linked, own])) if own else list(dict.fromkeys(linked))


def _weight(reading: Reading, item: Marked, ids: Sequence[str]) -> float:
    """How surely a link is the entry's permalink; 0 for no sign of it."""
    detail = item.detail
    href = detail["href"]
    if "url" in item.props:
        return _PROP
    words = {*words_of(detail.get("class", "")), *words_of(detail.get("rel", ""))}
    if href == "#" or not NO_PERMALINK.isdisjoint(words):
        return 0
    weight = _TOLD * (not PERMALINK.isdisjoint(words))
    if "#" in href and href.rpartition("#")[2] in ids:
        weight += _TOLD
    weight += _DATE if _is_around_date(reading, item) else 0
    return 0 if not weight or _OLD_RE.search(href) or is_profile(href) else weight


def _is_around_date(reading: Reading, item: Marked) -> bool:
    """Whether a link is around a date, or a `<time>` around it."""
    table = reading.table
    inner = item.element + 1
    return (
        is_date(item.detail.get("#text", ""))
        or (inner < len(table.tag) and table.parent[inner] == item.element and table.tag[inner] in _TIME_TAGS)
        or table.tag[table.parent[item.element]] == "time"
    )


def _linked_date(reading: Reading, lines: Sequence[int], date_block: int) -> str | None:
    """Where the date of an entry links to."""
    if date_block not in lines:
        return None
    href = ""
    for piece in reading.table.inline[date_block]:
        if isinstance(piece, Mark):
            href = piece.value if piece.kind == "a" else "" if piece.kind == "/a" else href
        elif href and is_date(" ".join(piece.split())) and not _OLD_RE.search(href) and href != "#":
            return href
    return None


def _linked_twice(reading: Reading, lines: Sequence[int]) -> str | None:
    """The address that several of the lines link to: a title and the count of comments."""
    seen: dict[str, str] = {}
    for block in lines:
        for piece in reading.table.inline[block]:
            if isinstance(piece, Mark) and piece.kind == "a" and "/" in piece.value:
                path = _HOST_RE.sub("", piece.value[:_MOST_CHARS])
                if path in seen and len(path) > 1 and not is_profile(path) and not _OLD_RE.search(path):
                    return max(seen[path], piece.value, key=len)
                seen[path] = piece.value
    return None
