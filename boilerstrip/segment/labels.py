"""What a mark of a footnote looks like, and the links to places on the page that a block holds."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from boilerstrip.block import Inline
from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern

__all__ = ["COMPILED", "PieceLink", "can_name_note", "key_of", "label_of", "links_in"]

COMPILED: Final = compiled("segment._targets")
"""Finds links as what is here does, where it is built."""

_MOST_CHARS: Final = 24
"""Characters of a note's mark, brackets and blanks around it included."""
_BRACKETS: Final = "[](){}〔〕【】〈〉 \t\r\n\xa0.:,"
_LABEL_RE: Final = late_pattern(
    r"""
    [*※#]? \d{1,4} (?: [a-z] | :\d{1,3} )?                        # 1, *1 as in Japan, 3b, 1:2 the second time
  | [A-Za-z]{1,2}                                                # a, aa
  | [ivxlcdm]{1,7}                                               # Roman
  | [*†‡§¶‖⁂]{1,6}
  | [^\W\d_]{1,12} (?: -[^\W\d_]{1,12} )? [ .\xa0-]{0,2} \d{1,3}  # note 1, lower-alpha 2, 注1
    """,
    re.VERBOSE,
)
_UNUSABLE_RE: Final = late_pattern(r"[*※#†‡§¶‖⁂]+")
_NAME_RE: Final = re.compile(r"\d|note|fn|ref|cite")
_OTHER_RE: Final = late_pattern("comment|respond|repl(?:y|ies)|review|discuss|kommentar|page|slide|tab")
_BETWEEN_RE: Final = late_pattern(r"[ .\xa0-]+")


def label_of(text: str) -> str | None:
    """A note's label, from the words of the link to it; None where they are something else.

    >>> label_of("[1]"), label_of(" †"), label_of("[note 3]"), label_of("Read more")
    ('1', '†', 'note 3', None)
    """
    if not text or len(text) > _MOST_CHARS:
        return None
    if not text.isascii():  # superscript digits have no other sign of what they are
        text = unicodedata.normalize("NFKC", text)
    label = text.strip(_BRACKETS)
    return label if _LABEL_RE.fullmatch(label) else None


def key_of(label: str) -> str:
    """A label as letters, digits and hyphens; "" where it has none, as a dagger.

    >>> key_of("note 3"), key_of("*1"), key_of("**")
    ('note-3', '1', '')
    """
    return _BETWEEN_RE.sub("-", _UNUSABLE_RE.sub("", label.partition(":")[0])).strip("-")


def can_name_note(href: str) -> bool:
    """Whether an address may name a note: it has a number in it, or says what it is.

    >>> can_name_note("#fn1"), can_name_note("/a#comment-12"), can_name_note("#A")
    (True, False, False)
    """
    name = href[href.find("#") + 1 :].lower()
    return _NAME_RE.search(name) is not None and not _OTHER_RE.match(name)


class PieceLink(NamedTuple):
    """A link to a place on a page: the pieces from `start` to `stop` (exclusive), its address and words."""

    start: int
    stop: int
    href: str
    text: str
    in_code: bool


def links_in(pieces: Inline) -> list[PieceLink]:
    """The links in a block whose address names a place on a page."""
    if COMPILED:
        links: list[PieceLink] = COMPILED.links_in(pieces, PieceLink)
        return links
    found, start, href = list[PieceLink](), -1, ""
    words: list[str] = []
    n_code = 0
    for at, piece in enumerate(pieces):
        if isinstance(piece, str):
            words.append(piece)
        elif piece.kind == "a":
            start, href = (at, piece.value) if "#" in piece.value else (-1, "")
            words.clear()
        elif piece.kind == "/a" and start >= 0:
            found.append(PieceLink(start, at + 1, href, "".join(words), n_code > 0))
            start = -1
        elif piece.kind in ("code", "/code"):
            n_code += 1 if piece.kind == "code" else -1
    return found
