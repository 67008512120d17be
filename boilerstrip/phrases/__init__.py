"""Phrases that give a block away, by what it is and by language. Data, and how its spellings multiply.

All are lower case and looked for in the lower-cased text. A phrase begins where a word begins; the
last word of several may be a stem, which covers its endings; a single word stands whole; in scripts
without blanks a phrase is found anywhere. A phrase must be one that an article on the subject seldom
writes in a short line: what it says about a block is weighed against where the block stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Final

from boilerstrip.phrases import (
    advertisement,
    author_bio,
    breadcrumb,
    comment,
    comment_form,
    cookie_notice,
    donation,
    hidden,
    legal,
    login,
    navigation,
    newsletter,
    pagination,
    paywall,
    related,
    search,
    share,
)

__all__ = ["BETWEEN", "LEARNED_ROLES", "PHRASES", "TABLES", "spelled"]

LEARNED_ROLES: Final = (
    "donation",
    "newsletter",
    "cookie-notice",
    "related",
    "advertisement",
    "comment-form",
    "share",
)
"""The roles whose phrases are columns of the model, in the order of the columns: English phrases that
are added to them change what the model that ships was trained on."""

TABLES: Final[Mapping[str, Mapping[str, str]]] = {
    "donation": donation.BY_LANGUAGE,
    "newsletter": newsletter.BY_LANGUAGE,
    "cookie-notice": cookie_notice.BY_LANGUAGE,
    "related": related.BY_LANGUAGE,
    "advertisement": advertisement.BY_LANGUAGE,
    "comment-form": comment_form.BY_LANGUAGE,
    "share": share.BY_LANGUAGE,
    "comment": comment.BY_LANGUAGE,
    "login": login.BY_LANGUAGE,
    "search": search.BY_LANGUAGE,
    "paywall": paywall.BY_LANGUAGE,
    "legal": legal.BY_LANGUAGE,
    "pagination": pagination.BY_LANGUAGE,
    "breadcrumb": breadcrumb.BY_LANGUAGE,
    "author-bio": author_bio.BY_LANGUAGE,
    "hidden": hidden.BY_LANGUAGE,
    "navigation": navigation.BY_LANGUAGE,
}
"""A dropped role -> language -> phrases as that language's spelling has them, set apart by `BETWEEN`.

Languages are codes of ISO 639-1, "zh" is simplified and "zh-hant" traditional Chinese; "mul" holds what
is written the same everywhere: names of payment services, the copyright sign.
"""

BETWEEN: Final = " | "
"""What stands between the phrases of a table."""
_DOTTED: Final = "i\u0307"
"""What `str.lower` makes of the Turkish capital İ; it makes an i of the capital of ı."""
_SPELLINGS: Final[Mapping[str, tuple[tuple[tuple[str, str], ...], ...]]] = {
    "ar": ((("أ", "ا"), ("إ", "ا"), ("آ", "ا")),),  # the hamza is often left out
    "de": ((("ß", "ss"),),),  # Switzerland
    "el": (  # capitals have no accents
        tuple(zip("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ", strict=True)),
    ),
    "fa": (  # words of two parts are also written apart or as one, and with the Arabic letters
        (("\u200c", " "),),
        (("\u200c", ""),),
        (("ی", "ي"), ("ک", "ك")),
        (("\u200c", " "), ("ی", "ي"), ("ک", "ك")),
    ),
    "hi": (  # letters with a dot below are also one character
        tuple((f"{letter}\u093c", chr(whole)) for whole, letter in enumerate("कखगजडढफ", start=0x958)),
    ),
    "ro": (  # the older letters with a cedilla, and none at all
        (("ș", "ş"), ("ț", "ţ")),
        (("ș", "s"), ("ț", "t"), ("ă", "a"), ("â", "a"), ("î", "i")),
    ),
    "ru": ((("ё", "е"),),),
    "tr": (  # its first letter, the first of each word, or all letters as capitals
        (("| i", f"| {_DOTTED}"),),
        ((" i", f" {_DOTTED}"),),
        (("i", _DOTTED), ("ı", "i")),
    ),
}
"""Language -> other ways in which sites write it, each as what replaces what; a phrase begins with "| "."""


def _spellings(language: str, text: str) -> Iterator[list[str]]:
    """Phrases of a table in each way that a lower-cased page may have them, the table's own first."""
    for replacements in ((), *_SPELLINGS.get(language, ())):
        written = f"| {text}"
        for old, new in replacements:
            written = written.replace(old, new)
        yield written[2:].split(BETWEEN)
        if "'" in written:
            yield written[2:].replace("'", "’").split(BETWEEN)


def spelled(table: Mapping[str, str]) -> tuple[str, ...]:
    """The phrases of all languages in all their spellings, each once.

    Args:
        table: Language -> phrases.
    """
    return tuple(dict.fromkeys(chain(*(phrases for cell in table.items() for phrases in _spellings(*cell)))))


PHRASES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {role: spelled(table) for role, table in TABLES.items()}
)
"""What a block is (a dropped role) -> phrases of all languages in all their spellings."""
