"""Which charset bytes are in, when what is declared is missing or cannot be true."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from boilerstrip.decode.alphabets import CHARSETS
from boilerstrip.decode.labels import Charset, by_label, by_name
from boilerstrip.patterns import late_pattern

__all__ = ["Fit", "advantage", "best_fit", "detected", "fit", "read", "sample"]

_WINDOW: Final = 65536  # bytes from the first one outside ASCII on that are looked at at all
_SAMPLE: Final = 1536  # bytes that are scored: some 150 words, after which rankings do not change
_TASTE: Final = 256  # bytes that sort out the hopeless
_HOPELESS: Final = 0.5  # behind the best by this much on the taste
# A word from its first byte outside ASCII on, cut where it is no word (a script, a data URL).
# Two-byte characters have no byte below 0x30 in them, so a blank or "<" never cuts one.
_LETTERS: Final = frozenset(bytes((byte,)) for byte in range(128) if chr(byte).isalpha())
_WORD_RE: Final = late_pattern(rb"([\x80-\xff][^\s<>]{,240})[^\s<>]*")

# What a charset must make up for, in characters of full worth, and for each character: seldom met
# ones need more evidence. Those that are in neither table are the detector library's own.
_HANDICAP: Final = {"windows-1252": 0.0, "koi8-u": 1.5, "x-mac-cyrillic": 3.0, "ibm866": 3.0}
_USUAL_HANDICAP: Final = 1.0
_STRANGER_HANDICAP: Final = 4.0
_STRANGER_DISCOUNT: Final = 0.15


class Fit(NamedTuple):
    """How well a charset fits: plausibility per character, and how many characters speak for it."""

    score: float
    n_chars: int
    charset: Charset


def read(data: bytes, charset: Charset) -> tuple[str, int]:
    """The text, and how many places of it could not be decoded and became U+FFFD."""
    choices = charset.codec.split()
    for codec in choices:
        try:
            return data.decode(codec), 0
        except UnicodeDecodeError:
            continue
    text = data.decode(choices[-1], "replace")
    return text, text.count("\N{REPLACEMENT CHARACTER}")


def sample(data: bytes) -> bytes:
    """Words with bytes outside ASCII, each once, evenly from the part that has them; `_SAMPLE` bytes.

    A word begins one letter before its first such byte.
    """
    first = _WORD_RE.search(data)
    if first is None:
        return b""
    found = _WORD_RE.finditer(data, first.start(), first.start() + _WINDOW)
    spans = [match.span(1) for match in found]
    words = list(dict.fromkeys([data[a - (data[a - 1 : a] in _LETTERS) : b] for a, b in spans]))
    step = max(1, sum(map(len, words)) // _SAMPLE)
    return b" ".join(words[::step])[:_SAMPLE]


def fit(words: bytes, charset: Charset) -> Fit:
    """How well `charset` fits a sample."""
    from boilerstrip.decode.plausible import plausibility

    text, _ = read(words, charset)
    n_chars = len(text) - len(text.encode("ascii", "ignore"))
    return Fit(plausibility(text, charset.name), n_chars, charset)


def advantage(found: Fit) -> float:
    """The score less what the charset must make up for, per character."""
    name, n_chars = found.charset.name, max(found.n_chars, 1)
    if name in CHARSETS and name != "macintosh":
        return found.score - _HANDICAP.get(name, _USUAL_HANDICAP) / n_chars
    return found.score - _STRANGER_HANDICAP / n_chars - _STRANGER_DISCOUNT


def best_fit(words: bytes, names: Iterable[str]) -> Fit | None:
    """The best of the named charsets for a sample; None where none is named."""
    charsets = [by_name(name) for name in names]
    if len(words) > _TASTE:
        tasted = [fit(words[:_TASTE], charset) for charset in charsets]
        bar = max((found.score for found in tasted), default=0.0) - _HOPELESS
        charsets = [found.charset for found in tasted if found.score >= bar]
    return max((fit(words, charset) for charset in charsets), key=advantage, default=None)


def detected(data: bytes, words: bytes) -> Fit | None:
    """The best of what the detector library (charset-normalizer) proposes.

    It knows charsets and languages that `best_fit` does not, and confuses more of those it shares,
    so it is asked second and its proposals are ranked here.
    """
    from charset_normalizer import from_bytes

    found = _WORD_RE.search(data)
    start = found.start() if found else 0
    names = [match.encoding for match in from_bytes(data[start : start + _WINDOW])]
    charsets = [charset for charset in map(by_label, names) if charset and "utf" not in charset.name]
    return max((fit(words, charset) for charset in charsets), key=advantage, default=None)
