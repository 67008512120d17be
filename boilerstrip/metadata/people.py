"""Names of authors out of bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from boilerstrip.metadata.strings import distinct

__all__ = ["author_names"]

_MAX_NAME: Final = 100  # characters; longer is a sentence
_MAX_WORDS: Final = 8
_MAX_AUTHORS: Final = 50

_BY_RE: Final = re.compile(
    r"^(?:(?:posted|written|words|article|story|text|reviewed|published|created|edited)\s)?"
    r"(?:by|von|par|por|per|di|door|av|af|autor|author|authors|auteur|autore)\b[:\s]{1,3}(?:the\s(?=author\b))?",
    re.I,
)
_ADDRESS_RE: Final = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_AND_RE: Final = re.compile(r"\s(?:and|und|et|y|e|og|och|en|&|&amp;)\s|\s\|\s|\s/\s")
_SEMICOLON_RE: Final = re.compile(r"\s?;\s?")
_COMMA_RE: Final = re.compile(r"\s?,\s?(?:and\s|&\s|und\s|et\s)?")
# What follows a name and its comma and is no name: degrees and memberships, all capitals and dots.
_DEGREE_RE: Final = re.compile(
    r"(?:[A-Z][A-Za-z]{0,3}\.){1,4}[A-Za-z]?|[A-Z][A-Za-z®-]{0,4}[A-Z®]|Jr\.?|Sr\.?|I{1,3}|Esq\.?|MD|PhD|E-RYT \d{3}"
)
# Accounts and placeholders that stand where an author should.
_NOBODY: Final = frozenset(
    {"admin", "administrator", "adminn", "author", "blogger", "root", "unknown", "user", "webmaster", "anonymous"}
    | {"guest", "none", "null", "undefined", "n/a", "test", "wpadmin", "siteadmin", "super user", "by", "redaktion"}
)
_SITE_TAIL_RE: Final = re.compile(r"(?:\.(?:com|org|net|co|io|de|fr|uk|eu)){1,2}$")


def _squash(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _looks_like_name(part: str) -> bool:
    """Whether one part of an enumeration is a full name of its own: two to five words, no digit."""
    words = part.split()
    return 2 <= len(words) <= 5 and not any(char.isdigit() for char in part) and words[0][:1].isupper()  # noqa: PLR2004


def _split(byline: str) -> list[str]:
    """The names in one byline. A comma divides only full names: "Kaufman, Jeff T." is one."""
    parts = [piece for piece in _SEMICOLON_RE.split(byline) if piece]
    if len(parts) > 1:
        return parts
    commas = [piece for piece in _COMMA_RE.split(byline) if piece]
    if len(commas) > 1:
        pieces = [name for piece in commas for name in _AND_RE.split(piece)]
        if all(map(_looks_like_name, pieces)) and not any(map(_DEGREE_RE.fullmatch, pieces)):
            return pieces
        return [byline]
    pieces = _AND_RE.split(byline)
    if len(pieces) > 1 and (all(map(_looks_like_name, pieces)) or all(" " not in piece for piece in pieces)):
        return pieces
    return [byline]


def _name(text: str) -> str:
    """One name without what is around it; "" where it is none."""
    text = _BY_RE.sub("", text).strip(" \t,;:|-–—•·/")
    if "@" in text and not text.startswith("@"):
        text = _ADDRESS_RE.sub("", text).strip(" ()<>,")
    if not text or len(text) > _MAX_NAME or len(text.split()) > _MAX_WORDS:
        return ""
    if text.casefold() in _NOBODY or text.startswith(("http:", "https:", "www.", "//", "@", "{", "[")):
        return ""
    return text if any(char.isalpha() for char in text) else ""


def author_names(bylines: Iterable[str], sites: Iterable[str] = (), whole: bool = False) -> tuple[str, ...]:
    """The people named in bylines, in order, each once.

    Args:
        bylines: Strings such as "By Ann Lee and Bo Ek"; cleaned.
        sites: Names and hosts of the site, which is no author of its pages.
        whole: Take each string for one name, as where the page lists authors one by one.
    """
    known = {_squash(_SITE_TAIL_RE.sub("", site)) for site in sites if site} | {_squash(site) for site in sites}
    names = []
    for byline in bylines:
        text = _BY_RE.sub("", byline)
        names += [name for part in ([text] if whole else _split(text)) if (name := _name(part))]
    return distinct([name for name in names if _squash(name) not in known])[:_MAX_AUTHORS]
