"""The characters that never reach an output: controls, surrogates, non-characters, loose bidi controls."""

from __future__ import annotations

from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["clean"]

_DIRTY_RE: Final = late_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# Python counts these as white space, so words they stand between must not grow together.
_SPACING_RE: Final = late_pattern("[\x0b-\x0d\x1c-\x1f\x85]")
# Overrides go always: they make a terminal show other words than the text has.
_REMOVED_RE: Final = late_pattern("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
_BIDI_RE: Final = late_pattern("[\u202a-\u202c\u2066-\u2069]")
_EMBEDDINGS: Final = "\u202a\u202b"
_END_EMBEDDING: Final = "\u202c"
_END_ISOLATE: Final = "\u2069"


def clean(text: str) -> str:
    """The text without characters that no reader should get; white space, soft hyphens and ZWJ/ZWNJ stay.

    Gone are C0 controls but tab and newline, DEL, C1 controls, lone surrogates, U+FFFE, U+FFFF,
    bidi overrides, and bidi embeddings and isolates that are not closed (or not opened). Controls
    that `str.split` takes for white space become a blank.

    >>> clean("a\\x1b[31mb\\x0bc")
    'a[31mb c'
    """
    if text.isprintable() or not _DIRTY_RE.search(text):
        return text
    text = _REMOVED_RE.sub("", _SPACING_RE.sub(" ", text))
    return _balanced(text) if _BIDI_RE.search(text) else text


def _balanced(text: str) -> str:
    """The text without the bidi controls that lack their partner (Unicode UAX #9, BD9 and BD11)."""
    open_at: list[int] = []
    n_isolates = 0
    loose: set[int] = set()
    for match in _BIDI_RE.finditer(text):
        at, char = match.start(), match[0]
        if char == _END_EMBEDDING:
            if open_at and text[open_at[-1]] in _EMBEDDINGS:
                open_at.pop()
            else:
                loose.add(at)
        elif char == _END_ISOLATE:
            if not n_isolates:
                loose.add(at)
                continue
            n_isolates -= 1
            while text[open_at[-1]] in _EMBEDDINGS:
                loose.add(open_at.pop())
            open_at.pop()
        else:
            n_isolates += char not in _EMBEDDINGS
            open_at.append(at)
    loose.update(open_at)
    return "".join([char for at, char in enumerate(text) if at not in loose]) if loose else text
