"""Names of authors out of bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from boilerstrip.metadata.sources import LABELS, POSTED_BY
from boilerstrip.metadata.strings import clean, distinct, squash
from boilerstrip.page import Metadata
from boilerstrip.patterns import late_pattern

__all__ = ["author_names", "shown_authors", "signed", "site_marks", "without_sites"]

_MAX_NAME: Final = 100  # characters; longer is a sentence
_MAX_WORDS: Final = 8
_MAX_SHOWN_WORDS: Final = 4
_MAX_ACCOUNT: Final = 30
_MAX_BYLINE_WORDS: Final = 12
_MAX_AUTHORS: Final = 50

_BY_RE: Final = late_pattern(
    r"^(?:(?:posted|written|words(?:\sand\sphotos)?|recipe|article|story|text|reporting|published|created"
    r"|authored)\s)?"
    r"(?:by|von|par|por|(?-i:per)|di|door|av|af|autor|author|authors|auteur|autore)\b[:\s]{1,3}(?:the\s(?=author\b))?"
    rf"|^(?:{'|'.join(LABELS)})\s?[:：・／/]\s?|^(?:بقلم|بواسطة)\s|^(?:{'|'.join(POSTED_BY)})[\s:：]{{1,3}}",
    re.I,
)
_GLUED_RE: Final = late_pattern(r"^(?:[Ww]ritten |[Pp]osted )?[Bb]y:?(?=[A-Z])")
# What stands behind the name in a visible byline: a date, a reading time, the next part of the line.
_BEHIND_RE: Final = late_pattern(
    r"(?<![\s.,])[\s.,]*(?:[|•·–—∙⋅»<]|\s-\s|\b\d"
    r"|\b(?:on|in|at|published|updated|posted|last updated|reviewed|edited|follow|contributor)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,3},)",
    re.I,
)
_ADDRESS_RE: Final = late_pattern(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
_AND_RE: Final = late_pattern(r"\s(?:and|und|et|y|e|og|och|en|with|&|&amp;)\s|\s\|\s|\s/\s")
_SEMICOLON_RE: Final = late_pattern(r"\s?;\s?")
_COMMA_RE: Final = late_pattern(r"\s?,\s?(?:and\s|&\s|und\s|et\s)?")
# What follows a name and its comma and is no name: degrees and memberships, all capitals and dots.
_DEGREE_RE: Final = late_pattern(
    r"(?:[A-Z][A-Za-z]{0,3}\.){1,4}[A-Za-z]?|[A-Z][A-Za-z®-]{0,4}[A-Z®]|Jr\.?|Sr\.?|I{1,3}|Esq\.?|MD|PhD"
)
# Accounts and placeholders that stand where an author should.
_NOBODY: Final = frozenset(
    "admin|administrator|adminn|anonymous|author|authored by|blogger|by|guest|logged|n/a|none|null|posted by"
    "|published by|redaktion|root|siteadmin|super user|test|the|undefined|unknown|user|view|view more posts"
    "|webmaster|words by|wpadmin|written by|بقلم|بواسطة".split("|")
)
# What people are, where it stands behind two words of name; and a name said again, or "(Author)".
_ROLE_RE: Final = late_pattern(
    r",?\s(?:(?:Senior|Staff|Chief|Lead|Deputy|Associate|Assistant|Managing|Contributing|Executive|Guest|Special"
    r"|Freelance|Tech|News|Health|Science|Business|Political|Sports|Features|Content|Editorial|Digital)\s){0,3}(?:Writer|Editor|Reporter|Contributor|Correspondent|Columnist|Journalist"
    r"|Producer|Analyst|Author|Moderator|Member|Photographer|Freelancer|Discussion starter)\b.*"
)
_IN_BRACKETS_RE: Final = late_pattern(r"\s*\([^()]*\)$")
# How labels of buttons and menus begin, which stand where bylines do.
_LABELS: Final = frozenset(
    "about account all articles by category comment comments contact contributors create date edited explore"
    " follow forum get home insights join log login main menu more name number popularity posted posts price"
    " profile published rating read register request researched resume reviewed reviews search see share sign"
    " start state submission subscribe topic try type updated user value view visit write written year your"
    " bluesky facebook github instagram linkedin mastodon reddit threads twitter x youtube".split()
)
# Of a template that nobody filled in: "page.head.author".
_PLACEHOLDER_RE: Final = late_pattern(r"[a-z_]{3,30}(?:\.[a-z_]{3,30}){2,5}")
_SITE_TAIL_RE: Final = late_pattern(r"(?:\.(?:com|org|net|co|io|de|fr|uk|eu)){1,2}$")


def _looks_like_name(part: str) -> bool:
    """Whether one part of an enumeration is a full name of its own: two to five words, no digit."""
    words = part.split()
    return 2 <= len(words) <= 5 and not any(char.isdigit() for char in part) and words[0][:1].isupper()


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
    if len(set(pieces)) == len(pieces) > 1 and (
        all(map(_looks_like_name, pieces)) or all(" " not in piece for piece in pieces)
    ):
        return pieces
    return [byline]


def _name(text: str) -> str:
    """One name without what is around it; "" where it is none."""
    text = _BY_RE.sub("", text).strip(' \t,;:|-–—•·/*"').rstrip("( ")
    if "@" in text and not text.startswith("@"):
        text = _ADDRESS_RE.sub("", text).strip(" ()<>,")
    if not text or len(text) > _MAX_NAME or len(text.split()) > _MAX_WORDS:
        return ""
    if text.casefold() in _NOBODY or text.startswith(("http:", "https:", "www.", "//", "@", "{", "[")):
        return ""
    if _PLACEHOLDER_RE.fullmatch(text):
        return ""
    return text if any(char.isalpha() for char in text) else ""


def site_marks(sites: Iterable[str]) -> frozenset[str]:
    """Names of a site in the form in which names are compared with them."""
    return frozenset(squash(name) for site in sites if site for name in (site, _SITE_TAIL_RE.sub("", site)))


def author_names(bylines: Iterable[str], whole: bool = False) -> list[str]:
    """The people named in bylines, in order.

    Args:
        bylines: Strings such as "By Ann Lee and Bo Ek"; cleaned.
        whole: Take each string for one name, as where the page lists authors one by one.
    """
    names = []
    for byline in bylines:
        text = _BY_RE.sub("", byline)
        names += [name for part in ([text] if whole else _split(text)) if (name := _name(part))]
    return names[:_MAX_AUTHORS]


def shown_authors(bylines: Iterable[str]) -> list[str]:
    """The people named by the first visible byline that looks like names, without what follows them."""
    for byline in bylines:
        text = _without_role(_GLUED_RE.sub("", _BY_RE.sub("", byline)).lstrip("& "))
        behind = _BEHIND_RE.search(text, text[:1].isdigit())
        names = [_alone(name) for name in author_names([text[: behind.start()] if behind else text])]
        lengthy = len(byline.split()) > _MAX_BYLINE_WORDS
        if names and all(_is_short(name, lengthy) for name in names):
            return names
    return []


def _alone(name: str) -> str:
    """A visible name without brackets behind it."""
    return _IN_BRACKETS_RE.sub("", name) or name


def _without_role(text: str) -> str:
    """What stands before a role, where that is two words or more."""
    role = _ROLE_RE.search(text)
    return text[: role.start()] if role and len(text[: role.start()].split()) >= 2 else text


def _is_short(name: str, lengthy: bool) -> bool:
    """Whether a visible name is one: an account's, or a few words of which the first has a capital.

    Args:
        name: The name.
        lengthy: It was in a sentence or more, where a single word is no name.
    """
    words = name.split()
    if len(name) < 2 or words[0].casefold() in _LABELS or (words[0].isdigit() and len(words) > 1):
        return False
    if len(words) == 1:
        return not lengthy and len(name) <= _MAX_ACCOUNT and name[-1].isalnum()
    begins = words[1] if words[0] == "the" else name
    return len(words) <= _MAX_SHOWN_WORDS and not begins[0].islower() and not name.endswith((".", ":", "?"))


def without_sites(names: Iterable[str], marks: frozenset[str]) -> tuple[str, ...]:
    """The names that are not the site's, each once."""
    return distinct([name for name in names if squash(name) not in marks])


def signed(metadata: Metadata, name: str | None) -> Metadata:
    """The metadata with one author, whose name the page shows; as they are where it is none."""
    author = _name(clean(name))
    return replace(metadata, authors=(author,), author=author) if author else metadata
