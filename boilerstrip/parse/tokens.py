"""The tags of a source, found as browsers find them, in one pass: for pages whose source is repaired.

Too slow for every page (it costs a third of a parse), and not needed for nearly all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["ATTRIBUTES_RE", "BEFORE_END_RE", "RAW", "Token", "tags"]

# A tag without quotes, slashes and "<" in it is read at once.
_OPENING_RE: Final = late_pattern(rb"""<(?:(/?)([a-zA-Z][^\s/>]*)([^<>"'/]*>)?|!--|[!?/])""")
# HTML Standard, 13.2.5.32 to 13.2.5.39: an attribute's name may hold quotes and "<", and only a value in
# quotes may hold ">". The repetition always ends at ">" or at the end of the source, so nothing is tried
# twice; it is bounded, since each round costs memory.
ATTRIBUTES_RE: Final = late_pattern(
    rb"""(?:[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|\Z)|'[^']*(?:'|\Z)|[^\s>"'][^\s>]*)?)?){0,512}"""
)
"""Up to 512 attributes, from the end of the tag's name on."""
BEFORE_END_RE: Final = late_pattern(rb"[\s/]*")
"""What may stand between the last attribute and the end of the tag."""
_COMMENT_END_RE: Final = late_pattern(rb"--!?>")
RAW: Final = {
    name: late_pattern(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
    for name in (b"script", b"style", b"xmp", b"iframe", b"noembed", b"noframes", b"title", b"textarea")
}
"""Elements whose content is text, by what ends it (HTML Standard, 13.2.6.2)."""


Token = tuple[int, int, bytes, bool, bool, int]
"""A tag: where it starts and ends (exclusive); its name in lower case; whether it is an end tag; whether
it ends with "/>", which libxml2 takes for start and end; where its name ends."""


def tags(source: bytes) -> Iterator[Token]:
    """All tags of a source in order; comments and the text of scripts and the like hold none.

    A tag that the source breaks off in is none. Linear in the length of the source.
    """
    at, size, search = 0, len(source), _OPENING_RE.search
    while (found := search(source, at)) is not None:
        slash, name, rest = found.groups()
        if name is None:
            at = _end_of_other(source, found)
            continue
        at, is_whole = (found.end(), False) if rest else _end_of_tag(source, found.end())
        if at > size:
            return
        name = name.lower()
        yield found.start(), at, name, slash != b"", is_whole, found.end(2)
        if slash:
            continue
        if name == b"plaintext":
            return
        if ends := RAW.get(name):
            end = ends.search(source, at)
            if end is None:
                return
            at = end.start()


def _end_of_tag(source: bytes, at: int) -> tuple[int, bool]:
    """Where the tag ends whose name ends there, past the end of the source where nothing ends it; and
    whether with "/>". The slash of `<a href=x/>` is the address's.
    """
    while True:
        found = ATTRIBUTES_RE.match(source, at)
        after = BEFORE_END_RE.match(source, found.end() if found else at)
        end = after.end() if after else at
        if end >= len(source):
            return len(source) + 1, False
        if source[end] == ord(">"):
            return end + 1, after is not None and after[0].endswith(b"/")
        at = end


def _end_of_other(source: bytes, found: re.Match[bytes]) -> int:
    """Where a comment, doctype, instruction or what browsers take for a comment ends."""
    if found[0] == b"<!--":
        if source.startswith((b">", b"->"), found.end()):  # an abruptly closed comment
            return source.index(b">", found.end()) + 1
        end = _COMMENT_END_RE.search(source, found.end())
        return end.end() if end else len(source)
    end_at = source.find(b">", found.end())
    return end_at + 1 if end_at >= 0 else len(source)
