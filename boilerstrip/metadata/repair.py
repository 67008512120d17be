"""JSON-LD as templates write it, made JSON: what the ecosystem of validators and crawlers puts up with."""

from __future__ import annotations

import html
import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["tidy"]

# A string, what wraps the JSON, or a comment. Strings and comments end with the text where they are not
# closed, so that nothing is read twice.
_TOKEN_RE: Final = late_pattern(
    r'"[^"\\]*(?:\\.[^"\\]*)*"?'
    r"|/\*\s{0,20}<!\[CDATA\[\s{0,20}\*/|/\*\s{0,20}\]\]>\s{0,20}\*/|(?://\s{0,20})?(?:<!\[CDATA\[|\]\]>)|<!--|-->"
    r"|//[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/)?",
    re.DOTALL,
)
_COMMA_RE: Final = late_pattern(r'"[^"\\]*(?:\\.[^"\\]*)*"?|,(?=\s{0,200}[\]}])', re.DOTALL)
_ESCAPE_RE: Final = late_pattern(r"\\(.)", re.DOTALL)
_BLANKS: Final = " \t\r\n\f\ufeff"
_KNOWN: Final = '"\\/bfnrt'
_UNICODE_RE: Final = late_pattern(r"[0-9a-fA-F]{4}")
_ESCAPED: Final = ("[&quot;", "{&quot;", "{ &quot;")


def tidy(text: str) -> str:
    r"""The text without what is no JSON but common.

    That is CDATA, comments, commas before brackets, a final semicolon, quotes as entities, and escapes
    that JSON does not know ("\'").
    Line ends inside strings are left: Python's decoder takes them where it is not strict.
    """
    text = text.strip(_BLANKS)
    if text.startswith(_ESCAPED):
        text = html.unescape(text)
    text = _TOKEN_RE.sub(_token, text).strip(_BLANKS).removesuffix(";")
    return _COMMA_RE.sub(_without_comma, text)


def _without_comma(found: re.Match[str]) -> str:
    return "" if found[0] == "," else found[0]


def _token(found: re.Match[str]) -> str:
    token = found[0]
    if not token.startswith('"'):
        return " "
    return _ESCAPE_RE.sub(_escape, token) if "\\" in token else token


def _escape(found: re.Match[str]) -> str:
    char = found[1]
    if char in _KNOWN or (char == "u" and _UNICODE_RE.match(found.string, found.end())):
        return found[0]
    return char
