"""Where an entry can be found again, and how many votes it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import Mark
from boilerstrip.threads.dates import is_date
from boilerstrip.threads.reading import PROFILE_RE, Reading
from boilerstrip.threads.terms import AUTHOR_PROPS, NO_PERMALINK, PERMALINK, vote_weight, words_of

__all__ = ["find_permalink", "find_score"]

_ID_RE: Final = re.compile(
    r"(?:comment|post|msg|message|reply|review|answer|c|p|r|comentario|kommentar|commentaire|entry)"
    r"[-_]?(?:id[-_])?\w{0,4}\d{1,20}",
    re.IGNORECASE,
)
"""Ids that pages link to."""
_HOST_RE: Final = re.compile(r"^https?://[^/]{1,255}")
_OLD_RE: Final = re.compile(r"javascript:|mailto:|[?&](?:do|mode|action|act)=(?!findpost)|replytocom|/(?:reply|quote|report|share|edit|react)\b")
_MOST_CHARS: Final = 2_048

_COUNT_RE: Final = re.compile(r"([+−–-]?)\s?(\d{1,9}(?:[.,]\d{1,3}){0,2})\s?([km]?)(?![\w:/%])", re.IGNORECASE)
_COUNTED_RE: Final = re.compile(
    r"([+−–-]?\d{1,3}(?:,\d{3}){1,2}|[+−–-]?\d{1,9})\s?(?:points?|likes?|votes?|upvotes?|votos|me gusta|j'aime|punkte|stimmen)\b",
    re.IGNORECASE,
)
_NAMED_RE: Final = re.compile(r"\b(?:like|upvote|vote|point|score|karma)s?\W{1,3}([+−–-]?\d{1,9})(?!\w)", re.IGNORECASE)
_VOTE_CHARS: Final = 24
_THOUSANDS: Final = {"": 1, "k": 1_000, "m": 1_000_000}
_UP: Final = frozenset("up upvote upvotes positive plus thumbsup favor".split())
_DOWN: Final = frozenset("down downvote downvotes dislike dislikes negative minus thumbsdown contra".split())


def find_permalink(
    reading: Reading, entry: int, own: Sequence[int], lines: Sequence[int], date_block: int
) -> str | None:
    """The address of an entry as written on the page, "#id" where only its element has one.

    Args:
        entry: The entry's element.
        own: The elements inside it that belong to no other entry, ascending.
        lines: Its blocks that are not part of its words.
        date_block: The block that its date stands in, -1 for none.
    """
    ids = _ids(reading, entry, own)
    best, best_weight = reading.detail(entry).get("data-permalink"), 2.5
    if not best:
        best_weight = 0.0
    inside: dict[int, bool] = {}
    for element in (entry, *own):
        detail = reading.detail(element)
        inside[element] = inside.get(reading.table.parent[element], False) or not AUTHOR_PROPS.isdisjoint(
            detail.get("itemprop", "").lower().split()
        )
        if inside[element] or not detail:
            continue
        if (url := detail.get("@url")) and best_weight < 5.5:
            best, best_weight = url, 5.5
        if href := detail.get("href"):
            weight = _weight(reading, element, detail, ids)
            if weight > best_weight:
                best, best_weight = href, weight
    best = best or _linked_date(reading, lines, date_block)
    if best is None and not ids:
        best = _linked_twice(reading, lines)
    if best is None:
        best = f"#{ids[0]}" if ids else None
    return best[:_MOST_CHARS] if best else None


def _ids(reading: Reading, entry: int, own: Sequence[int]) -> list[str]:
    """Ids in an entry and names of its anchors, those that pages link to first."""
    table = reading.table
    outer = table.parent[entry]
    last_name = table.label[entry].rpartition(" ")[2]
    found = [reading.detail(entry).get("id") or (last_name if _ID_RE.fullmatch(last_name) else "")]
    if outer >= 0 and (table.first_block[outer], table.end_block[outer]) == (
        table.first_block[entry],
        table.end_block[entry],
    ):
        found.append(reading.detail(outer).get("id", ""))
    for element in own:
        if element in table.details:
            detail = reading.detail(element)
            found.append(detail.get("id", ""))
            if table.tag[element] == "a":
                found.append(detail.get("name", ""))
    linked = [name for name in found if _ID_RE.fullmatch(name)]
    return list(dict.fromkeys([*linked, *(name for name in found[:1] if name)]))


def _weight(reading: Reading, element: int, detail: dict[str, str], ids: list[str]) -> float:
    """How surely a link is the entry's permalink; 0 for no sign of it."""
    href = detail["href"]
    if "url" in detail.get("itemprop", "").lower().split():
        return 5.0
    if _OLD_RE.search(href) or href in ("", "#") or PROFILE_RE.search(href):
        return 0
    table = reading.table
    words = {*words_of(detail.get("class", "")), *words_of(detail.get("rel", ""))}
    if not NO_PERMALINK.isdisjoint(words):
        return 0
    weight = 3.0 * (not PERMALINK.isdisjoint(words))
    fragment = href.rpartition("#")[2] if "#" in href else ""
    weight += 3.0 * (fragment in ids) if fragment else 0
    if is_date(detail.get("#text", "")) or (element + 1 < len(table.tag) and table.parent[element + 1] == element and table.tag[element + 1] in ("time", "abbr", "relative-time")):
        weight += 3.5
    if table.tag[table.parent[element]] == "time":
        weight += 2.5
    return weight


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
                if path in seen and len(path) > 1 and not PROFILE_RE.search(path) and not _OLD_RE.search(path):
                    return max(seen[path], piece.value, key=len)
                seen[path] = piece.value
    return None


def find_score(reading: Reading, entry: int, own: Sequence[int], lines: Sequence[int]) -> int | None:
    """The votes for an entry less those against it; None where the page does not say."""
    detail = reading.detail(entry)
    for name in ("@upvoteCount", "data-score", "data-votes", "data-likes"):
        if (value := detail.get(name)) and (count := _count(value)) is not None:
            return count
    best: list[int] = []
    best_weight = 0.0
    up, down = None, None
    for element in own:
        count, weight, words = _voted(reading, element)
        if count is None:
            continue
        if not _UP.isdisjoint(words) and _DOWN.isdisjoint(words):
            up = count if up is None else up
        elif not _DOWN.isdisjoint(words) and "likes" not in words:
            down = count if down is None else down
        if weight > best_weight:
            best, best_weight = [count], weight
        elif weight == best_weight:
            best.append(count)
    if up is not None and down is not None and best_weight < 3:
        return up - abs(down)
    if len(best) == 3 and max(best) - min(best) == 2:
        return sorted(best)[1]  # what it is without a vote of the reader's, with one against, with one for
    if best:
        return best[0]
    if up is not None:
        return up - abs(down or 0)
    for block in lines:
        text = reading.table.text[block]
        if len(text) <= 4 * _VOTE_CHARS and (found := _COUNTED_RE.search(text)):
            return _count(found[1])
    return None


def _voted(reading: Reading, element: int) -> tuple[int | None, float, set[str]]:
    """The count of votes that an element shows, how surely it is one, and the words that it uses."""
    table = reading.table
    detail = reading.detail(element)
    label = table.label[element] or detail.get("class", "")
    prop = detail.get("itemprop", "").lower()
    words = {*words_of(label), *words_of(prop), *words_of(detail.get("data-role", ""))}
    weight = 6.0 if prop == "upvotecount" else float(vote_weight(label))
    for name in ("aria-label", "title"):
        if (found := _NAMED_RE.search(detail.get(name, "")[:_MOST_CHARS])) or (
            found := _COUNTED_RE.search(detail.get(name, "")[:_MOST_CHARS])
        ):
            return _count(found[1]), max(weight, 2.5), words
    if not weight:
        return None, 0, words
    for name in ("content", "data-value", "data-count", "data-score"):
        if (value := detail.get(name)) and (count := _count(value)) is not None:
            return count, weight, words
    n_blocks = table.end_block[element] - table.first_block[element]
    text = detail.get("#text")
    if text is None and n_blocks == 1 and (table.label[element] or prop):
        text = table.text[table.first_block[element]]
    return (_count(text), weight, words) if text else (None, 0, words)


def _count(text: str) -> int | None:
    """A number of votes: "12", "+3", "−4", "1.2k", "1,204 points"."""
    if len(text) > 2 * _VOTE_CHARS:
        return None
    found = _COUNT_RE.search(text)
    if not found or len(_COUNT_RE.findall(text)) != 1 or len(text) - len(found[0]) > _VOTE_CHARS:
        return None
    sign, digits, unit = found.groups()
    scale = _THOUSANDS[unit.lower()]
    if scale > 1 and len(digits.replace(",", ".").rpartition(".")[2]) < 3 and "." in digits.replace(",", "."):
        number = round(float(digits.replace(",", ".")) * scale)
    else:
        number = int(digits.replace(",", "").replace(".", "")) * scale
    return -number if sign in ("−", "-", "–") else number
