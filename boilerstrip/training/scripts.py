"""Pages as if written in another script, so that a model trained on English pages learns what is
left of the columns where words have no blanks between them, no capitals, or no full stops.

The words become nonsense of about the right length; only their shape counts. Three kinds:

wide        as Chinese and Japanese: no blanks, two and a half letters to one, wide punctuation
joined      as Thai: no blanks between words, no full stops, blanks between sentences
caseless    as Arabic: blanks, but no capitals, and punctuation of its own
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

import numpy as np

from boilerstrip.features import PHRASES
from boilerstrip.training.sample import Sample, measured

__all__ = ["SCRIPTS", "transcribe"]

_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_BLANK_RE: Final = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_LETTERS_PER_WIDE: Final = 2.5
_KEEP_PHRASES: Final = 0.7
"""Share of the pages that keep their phrase columns: phrases of other languages are in the table, too."""

_STOP_RE: Final = re.compile(r"\.(?=\s|$)")
_WIDE_MARKS: Final = str.maketrans(
    {",": "，", "!": "！", "?": "？", ":": "：", ";": "；", "(": "（", ")": "）"}
)
_CASELESS_MARKS: Final = str.maketrans({",": "،", ";": "؛", "?": "؟"})
_JOINED_MARKS: Final = str.maketrans({",": " ", ";": " "})


@lru_cache(maxsize=65_536)
def _ideographs(word: str) -> str:
    seed = zlib.crc32(word.lower().encode())
    n = max(1, round(len(word) / _LETTERS_PER_WIDE))
    return "".join([chr(0x4E00 + (seed + 7_919 * i) % 20_000) for i in range(n)])


@lru_cache(maxsize=65_536)
def _letters(word: str, first: int, n_letters: int) -> str:
    return "".join([chr(first + ord(letter) % n_letters) for letter in word.lower()])


def _wide(text: str) -> str:
    text = _WORD_RE.sub(lambda word: _ideographs(word[0]), text)
    return _BLANK_RE.sub("", _STOP_RE.sub("。", text).translate(_WIDE_MARKS))


def _joined(text: str) -> str:
    text = _WORD_RE.sub(lambda word: _letters(word[0], 0x0E01, 46), text)
    return " ".join(_STOP_RE.sub(" ", _BLANK_RE.sub("", text)).translate(_JOINED_MARKS).split())


def _caseless(text: str) -> str:
    return _WORD_RE.sub(lambda word: _letters(word[0], 0x0627, 36), text).translate(_CASELESS_MARKS)


SCRIPTS: Final[dict[str, Callable[[str], str]]] = {"wide": _wide, "joined": _joined, "caseless": _caseless}
"""How a text is written in each kind of script."""


def transcribe(sample: Sample, random: np.random.Generator) -> Sample:
    """The page in another script, measured; labels stay as they are."""
    write = list(SCRIPTS.values())[random.integers(len(SCRIPTS))]
    table = sample.table
    texts = [write(text) for text in table.text]
    n_chars = [len(text) - text.count(" ") for text in texts]
    shares = [n / max(old, 1) for n, old in zip(n_chars, table.n_chars, strict=True)]
    n_link_chars = [round(n * share) for n, share in zip(table.n_link_chars, shares, strict=True)]
    written = measured(
        replace(
            sample,
            table=replace(table, text=texts, n_chars=n_chars, n_link_chars=n_link_chars),
            title=write(sample.title) if sample.title else sample.title,
            clues=replace(sample.clues, description=write(sample.clues.description)),
        )
    )
    if random.random() < _KEEP_PHRASES:
        blocks = np.array(written.features.blocks)
        blocks[:, PHRASES] = sample.features.blocks[:, PHRASES]
        return replace(written, features=written.features._replace(blocks=blocks))
    return written
