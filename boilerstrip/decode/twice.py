"""Text that was encoded twice: UTF-8 bytes taken for Latin-1 and written as UTF-8 once more."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["may_be_twice", "undo_second_encoding"]

_C1_RE: Final = re.compile(rb"\xc2[\x80-\x9f]")
"""C1 controls in UTF-8, which no page writes on purpose: the middle bytes of most sequences."""
_TWICE_RE: Final = late_pattern(
    rb"\xc3(?:[\x82-\x9f]\xc2[\x80-\xbf]|[\xa0-\xaf](?:\xc2[\x80-\xbf]){2}|[\xb0-\xb4](?:\xc2[\x80-\xbf]){3})"
)
"""A UTF-8 sequence (Unicode Standard, table 3-7, but for its exclusions) shown as Latin-1, in UTF-8.

Of bytes, as one that begins with a single byte is looked for ten times as fast as a range of characters.
"""


def may_be_twice(data: bytes) -> bool:
    """Whether UTF-8 bytes hold a C1 control. Without any, "Ã©" may well be meant as it stands."""
    return _C1_RE.search(data) is not None


def undo_second_encoding(text: str) -> tuple[str, int]:
    """The text with what was encoded twice put right, and how many characters that were.

    >>> undo_second_encoding("It\u00e2\u0080\u0099s late")
    ('It’s late', 1)
    """
    n_undone = 0

    def undo(found: re.Match[bytes]) -> bytes:
        nonlocal n_undone
        once = found[0].decode().encode("latin-1")
        try:
            once.decode()
        except UnicodeDecodeError:  # one of the excluded sequences
            return found[0]
        n_undone += 1
        return once

    return _TWICE_RE.sub(undo, text.encode()).decode(), n_undone
