"""The parts of a title: where one ends, and which of them is the name of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from boilerstrip.metadata.strings import squash
from boilerstrip.patterns import late_pattern

__all__ = [
    "holds",
    "marks_of",
    "parts_of",
    "plain",
    "set_off",
    "site_behind",
    "split_head",
    "split_tail",
    "without_known",
    "without_site",
    "words_of",
]

# A separator with white space around it ends a title; a colon needs white space after it only.
_SEPARATOR: Final = r"\s+[|–—·•»«/~-]+\s+|\s+::\s+|:\s+|\s[|»]|[|»]\s"
_SEPARATOR_RE: Final = re.compile(_SEPARATOR)
_EAST: Final = "\u2e80-\u4e27\u4e29-\ud7af\uff00-\uff5b\uff5d-\uffef"
"""Characters of scripts that set no blanks, and their signs, but for a stroke and a bar between parts."""
# Between those, separators have no white space: "标题_频道_站名", "标题丨站名", "标题-站名".
_EAST_SEPARATOR_RE: Final = late_pattern(
    rf"{_SEPARATOR}|\s?[丨｜]\s?|(?<=[{_EAST}])\s?[_|：–—-]{{1,2}}\s?(?=[{_EAST}])"
    rf"|(?<=[{_EAST}])[_|]|[_|](?=[{_EAST}])"
)
_FIRST_EASTERN: Final = "\u2e80"
_SEPARATING: Final = frozenset("|–—·•»«/~-:_丨｜：")
"""Characters of which each separator has one."""
_STRONG_RE: Final = late_pattern(r"[|·•»~_丨｜]|::|\s[–—]")
_TAIL_WORDS: Final = 5  # a last part of so many words at most is a site's name rather than a headline
_TAIL_SIGNS: Final = 12  # the same where words have no blanks between them, in characters
_ENDS_SET_OFF_RE: Final = late_pattern(r"[|–—·•»«/~:_丨｜：-]\s*$")
_ENDS_OWNED_RE: Final = late_pattern(r"[|–—·•»«/~_丨｜-]\s*$")  # not a colon: what follows that is no owner
_BEGINS_SET_OFF_RE: Final = late_pattern(rf"\s*(?:[|–—·•»«/~:-]+\s|[_丨｜]|[|–—-]{{1,2}}(?=[{_EAST}]))")
_WORD_RE: Final = late_pattern(r"\w+")
_SUBTITLING: Final = frozenset({":", "：", "/", "~"})
"""Separators behind which a headline goes on."""
# One form for what writers and their software write in two.
_PLAIN: Final = tuple(zip("‘’“”–—\xa0", "''\"\"-- ", strict=True))


def marks_of(sites: Iterable[str]) -> list[str]:
    """Names of a site in the form in which parts are compared with them."""
    return [squashed for site in sites if len(squashed := squash(site)) > 1]


def _is_site(part: str, sites: Sequence[str]) -> bool:
    squashed = squash(part)
    return bool(squashed) and any(
        squashed == site or (len(squashed) > 3 and (site.startswith(squashed) or squashed.startswith(site)))
        for site in sites
    )


def without_site(title: str, sites: Iterable[str]) -> str:
    """The title without a first or last part that is the site's name.

    Args:
        title: "Headline | Site", "Headline - Site", "Site: Headline"; cleaned.
        sites: Names the site is known by, and its host. Where none of them is in the title, a short
            last part after `| – — · »` is taken for one.

    Returns:
        What is left; the title itself where nothing would be.
    """
    known = marks_of(sites)
    kept = without_known(title, known)
    spans = _separators(kept)
    while spans and _is_site(kept[: spans[0][0]], known):
        kept, spans = kept[spans[0][1] :], tuple((a - spans[0][1], b - spans[0][1]) for a, b in spans[1:])
    if kept == title and spans:
        place = _ending(title, spans)
        cut, after = spans[place]
        tail = title[after:]
        if _STRONG_RE.search(title[cut:after]) and _is_short(tail) and (place >= 0 or cut > len(tail)):
            kept = title[:cut]
    return kept.strip() or title


def _ending(title: str, spans: Sequence[tuple[int, int]]) -> int:
    """Which separator ends the headline: the last; of strokes the first, if no part behind it is longer."""
    strokes = [place for place, (start, end) in enumerate(spans) if "_" in title[start:end]]
    if not strokes:
        return -1
    cut, after = spans[strokes[0]]
    return strokes[0] if cut >= max(map(len, title[after:].split("_"))) else -1


def _is_short(tail: str) -> bool:
    """Whether a last part may be a name rather than a headline."""
    return len(tail.split()) <= _TAIL_WORDS and (len(tail) <= _TAIL_SIGNS or not _is_eastern(tail))


def without_known(title: str, known: Sequence[str]) -> str:
    """The title without last parts that are among these names."""
    end = len(title)
    for start, behind in reversed(_separators(title)):
        if not _is_site(title[behind:end], known):
            break
        end = start
    return title[:end].strip() or title


def _is_eastern(text: str) -> bool:
    """Whether a text may have words without blanks between them."""
    return not text.isascii() and max(text) >= _FIRST_EASTERN


@lru_cache(maxsize=256)  # the titles of a page are compared with several names
def _separators(title: str) -> tuple[tuple[int, int], ...]:
    """Where the separators of a title are."""
    if _SEPARATING.isdisjoint(title):
        return ()
    pattern = _EAST_SEPARATOR_RE if _is_eastern(title) else _SEPARATOR_RE
    return tuple([match.span() for match in pattern.finditer(title)])


def parts_of(title: str) -> list[str]:
    """The parts between the separators of a title."""
    spans = _separators(title)
    return [title[a:b] for (_, a), (b, _) in zip(((0, 0), *spans), (*spans, (len(title), 0)), strict=True)]


def site_behind(title: str, headline: str) -> str:
    """The short last part of a title that begins with the headline, set off from it; "" where it has none.

    On 474 of 518 pages of WCXB that have one and name their site elsewhere, it is that name, or one of the
    two is a part of the other.
    """
    start = len(headline)
    if not headline or not plain(title).startswith(plain(headline)):
        return ""
    spans = [(a, b) for a, b in _separators(title) if a >= start]
    if not spans or title[start : spans[0][0]].strip() or title[slice(*spans[0])].strip() in _SUBTITLING:
        return ""
    tail = title[spans[-1][1] :].strip()
    return tail if squash(tail) and _is_short(tail) else ""


def plain(text: str) -> str:
    """A text to compare with others: without case, with the plain one of two forms of a sign."""
    folded = text.casefold()
    if not folded.isascii():
        for written, simple in _PLAIN:
            folded = folded.replace(written, simple)
    return folded


def set_off(title: str, shown: Sequence[str]) -> str:
    """A title with the site's name behind a bar, which wikis (DokuWiki) have in brackets and as an `<h1>`.

    >>> set_off("lock:gates [Lock Wiki]", ["Lock Wiki", "Gates"]), set_off("Gates [2nd ed.]", ["Gates"])
    ('lock:gates | Lock Wiki', 'Gates [2nd ed.]')
    """
    head, _, name = title.removesuffix("]").rpartition(" [") if title.endswith("]") else ("", "", "")
    return f"{head} | {name}" if head and squash(name) in map(squash, shown) else title


def split_tail(whole: str, part: str) -> str:
    """What a title has before the part that it ends with, set off by a separator; "" where it does not."""
    before = whole.removesuffix(part)
    return before if 0 < len(before) < len(whole) and _ENDS_OWNED_RE.search(before) else ""


def split_head(whole: str, part: str) -> str:
    """What a title has behind the part that it begins with, and the separator; "" where it does not."""
    rest = whole.removeprefix(part)
    sign = _BEGINS_SET_OFF_RE.match(rest) if 0 < len(rest) < len(whole) else None
    return rest[sign.end() :].strip() if sign else ""


def holds(whole: str, part: str) -> bool:
    """Whether a title is the part, or the part and something set off by a separator."""
    start = whole.find(part)
    if start < 0:
        return False
    before, after = whole[:start], whole[start + len(part) :]
    return (not before.strip() or bool(_ENDS_SET_OFF_RE.search(before))) and (
        not after.strip() or bool(_BEGINS_SET_OFF_RE.match(after))
    )


def words_of(line: str) -> set[str]:
    """The different words of a line; pairs of characters where they have no blanks between them."""
    words = set(_WORD_RE.findall(line))
    if _is_eastern(line):
        for word in [word for word in words if len(word) > 2 and _is_eastern(word)]:
            words.remove(word)
            words.update(word[i : i + 2] for i in range(len(word) - 1))
    return words
