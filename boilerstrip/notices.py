"""What a page's result says of the input: every warning with its code and sentence."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

__all__ = ["WARNINGS", "PageWarning", "warn"]


class PageWarning(NamedTuple):
    """Something the caller should know about this page: a stable code and a sentence."""

    code: str
    message: str


WARNINGS = MappingProxyType(
    {
        "empty-input": "The input holds nothing but white space.",
        "not-html": "The input is not a web page: {detail}.",
        "undecodable": "{detail} could not be decoded and were replaced.",
        "wrong-charset": "The page says {detail}.",
        "encoded-twice": "{detail} characters had been encoded as UTF-8 twice and were put right.",
        "nul-characters": "{detail} NUL characters were removed.",
        "depth-flattened": "The page nests too deep: the text of elements with {detail} or more around "
        "them was kept, their tags were not.",
        "noscript-used": "The main content was read from <noscript>: the page shows little without it.",
        "text-left-out": "A browser shows text on this page that was not read: that of {detail}.",
        "cut-off": "The page was cut off when it was archived: {detail}.",
        "no-main-content": "No main content was found.",
    }
)
"""Every warning code with its sentence."""


def warn(code: str, detail: object = "") -> PageWarning:
    """Make the warning of that code.

    >>> warn("not-html", "a PNG image").message
    'The input is not a web page: a PNG image.'
    """
    return PageWarning(code, WARNINGS[code].format(detail=detail))
