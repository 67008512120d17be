"""How much a text reads like a language: the check behind every charset decision.

A text decoded with the wrong charset betrays itself: letters that no language uses together, small
letters followed by capitals, signs and control characters inside words, Han characters nobody
writes. `plausibility` turns that into one number.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache
from typing import Final
from unicodedata import category

from boilerstrip.decode.alphabets import CHARSETS, COMMON, LETTERS
from boilerstrip.patterns import late_pattern

__all__ = ["plausibility"]

# Worth of one character outside ASCII, on a scale where a usual letter of the language is 1.
# Set by hand on the texts of tests/test_decode.py and on 465 re-encoded real pages.
_FOREIGN: Final = -0.6
_BROKEN: Final = -3.0
_SIGN: Final = -0.2
_USUAL_SIGN: Final = 0.8
_PUNCTUATED: Final = 1.0  # as much as a letter: English pages have nothing else outside ASCII
_MARKS_ALONE: Final = 8  # punctuation marks that count where there are no letters
_CAPITAL: Final = 0.75
_WHOLE_ALPHABET: Final = 26  # letters; Hebrew has 27 with its final forms
# Worth of one implausible pair of characters.
_ODD_PAIR: Final = -1.5

_INNER: Final = frozenset("‘·\xa0\xad")  # may stand between two letters, as the apostrophe does
_PUNCTUATION: Final = frozenset("“”„‚«»‹›–—…•")
_SIGNS: Final = frozenset("©®™€£¥§¶°½¼¾×±²³µ№†″′→←")
_CJK_PUNCTUATION: Final = frozenset("，。、；：？！（）「」『』《》“”‘’・ー〜～　…—【】")

# Class letters: a/A ASCII, l/L other Latin, y/Y Cyrillic, g/G Greek, h r t Hebrew Arabic Thai,
# H Han, K kana, k half-width kana, w full width, N Hangul, x other letters, m mark, q i p
# punctuation, e and s signs, c broken, blank other ASCII.
_RANGES: Final = (
    (0x0000, " "),
    (0x00AA, "l"),
    (0x0370, "g"),
    (0x0400, "y"),
    (0x0530, "x"),
    (0x0590, "h"),
    (0x0600, "r"),
    (0x0700, "x"),
    (0x0E00, "t"),
    (0x0E80, "x"),
    (0x1E00, "l"),
    (0x1F00, "g"),
    (0x2000, "x"),
    (0x3040, "K"),
    (0x3100, "x"),
    (0x3400, "H"),
    (0xA000, "x"),
    (0xAC00, "N"),
    (0xD7B0, "x"),
    (0xF900, "H"),
    (0xFB00, "x"),
    (0xFF00, "w"),
    (0xFF61, "k"),
    (0xFFA0, "x"),
    (0x20000, "H"),
    (0x32000, "x"),
)
_STARTS: Final = tuple(start for start, _ in _RANGES)

_ODD_RE: Final = late_pattern(
    r"[aAlL](?=[yYgGhrt])|[yY](?=[aAlLgGhrt])|[gG](?=[aAlLyYhrt])|[hrt](?=[aAlLyYgG])"  # scripts mixed
    r"|[al](?=L)|l(?=A)|y(?=Y)|g(?=G)"  # a small letter, then a capital
    r"|(?<=[aAlLyYgGhr])[es](?=[aAlLyYgGhr])"  # a sign inside a word
    r"|[es](?=[lyg])"  # a sign before one
    r"|(?<=[lLyYgGhr])p(?=[lLyYgGhr])"  # a quotation mark inside a word
    r"|(?<= )q(?=[lLyYgGhr])"  # an apostrophe before one
    r"|[lL](?=[lL]{3})"  # four accented letters in a row
)


@lru_cache(maxsize=8192)
def _class(char: str) -> str:
    if char < "\x80":
        return ("A" if char.isupper() else "a") if char.isalpha() else " "
    for kind, chars in (("q", "’"), ("i", _INNER), ("p", _PUNCTUATION), ("e", _SIGNS)):
        if char in chars:
            return kind
    kind = category(char)
    if kind in ("Cc", "Co", "Cn", "Cs") or char == "\ufffd":
        return "c"
    if kind[0] == "M":
        return "m"
    if kind[0] != "L":
        return "s"
    script = _RANGES[bisect_right(_STARTS, ord(char)) - 1][1]
    return script.upper() if script in "lyg" and char.isupper() else script


@cache
def _worths(language: str) -> dict[str, float]:
    """Worth of each character of the language; the charsets of a language share it."""
    if language in COMMON:
        worths = dict.fromkeys(_CJK_PUNCTUATION, 0.8)
        worths.update(dict.fromkeys(COMMON[language], 1.0))
        return worths
    letters = LETTERS[language]
    # Beside ASCII letters the few accented ones say little by their order.
    step = (1.0 if len(letters) >= _WHOLE_ALPHABET else 0.5) / len(letters)
    worths = {letter: 1.0 - step * place for place, letter in enumerate(letters)}
    capitals = {letter.upper(): _CAPITAL * worth for letter, worth in worths.items()}
    return {**capitals, **worths}


_CLASS_WORTH: Final = {
    "e": _USUAL_SIGN,
    "s": _SIGN,
    "c": _BROKEN,
    "m": 0.0,
}
# The standard that lists what a language needs, in its two-byte code: the first byte after its
# usual characters, and after its rarer ones. What is further out comes up in wrong readings.
_LEVELS: Final = {
    "zh-hans": ("gb2312", 0xD8, 0xF8),
    "zh-hant": ("big5", 0xC9, 0xFA),
    "ja": ("euc_jp", 0xD0, 0xF5),
    "ko": ("euc_kr", 0xC9, 0xC9),
}
_LEVEL_WORTH: Final = (0.4, 0.0, -0.5)
_SCRIPT_WORTH: Final = {
    "ja": {"K": 0.9, "k": -1.0, "w": 0.2},
    "ko": {"w": 0.2},
}


@lru_cache(maxsize=8192)
def _level_worth(char: str, language: str) -> float:
    codec, usual, rare = _LEVELS[language]
    code = char.encode(codec, "ignore")
    lead = code[0] if len(code) == 2 else 0xFF
    return _LEVEL_WORTH[(lead >= usual) + (lead >= rare)]


def _fit(counts: list[tuple[str, str, int]], language: str) -> float:
    """Worth of all characters together, if the language is this one."""
    worths, scripts = _worths(language), _SCRIPT_WORTH.get(language, {})
    total = 0.0
    for char, kind, count in counts:
        worth = worths.get(char)
        if worth is None:
            worth = scripts.get(kind) or _CLASS_WORTH.get(kind, _FOREIGN)
            if kind in "HN" and language in _LEVELS:
                worth = _level_worth(char, language)
        total += worth * count
    return total


def plausibility(text: str, charset: str) -> float:
    """How much `text` reads like one of the languages of `charset`, per character outside ASCII.

    A right reading scores about 0.4 to 0.9, a wrong one under 0.3; 0 where all is ASCII.
    """
    counts = [(char, _class(char), count) for char, count in Counter(text).items()]
    classes = text.translate({ord(char): kind for char, kind, _ in counts})
    letters = [item for item in counts if item[0] > "\x7f" and item[1] not in "qip"]
    marks = [item for item in counts if item[1] in "qip"]
    # Punctuation stands in any page: a few of it count, so that it cannot outvote the letters.
    n_letters, n_marks = (sum(item[2] for item in items) for items in (letters, marks))
    n_counted = min(n_marks, n_letters // 2 + _MARKS_ALONE)
    if not n_letters + n_counted:
        return 0.0
    odd = len(_ODD_RE.findall(classes)) * _ODD_PAIR
    fit = max(_fit(letters, language) for language in CHARSETS.get(charset, LETTERS))
    return (fit + odd + n_counted * _PUNCTUATED) / (n_letters + n_counted)
