"""Charsets of two and four bytes a character: byte order marks, and the zero bytes of the markup."""

from __future__ import annotations

from typing import Final

from boilerstrip.decode.labels import Charset, by_name

__all__ = ["by_mark", "by_zeros"]

# utf-32le before utf-16le, whose mark it begins with.
_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32le"),
    (b"\x00\x00\xfe\xff", "utf-32be"),
    (b"\xff\xfe", "utf-16le"),
    (b"\xfe\xff", "utf-16be"),
)
_HEAD: Final = 4096  # bytes that are looked at; a multiple of 4

# Share of characters whose upper byte is zero: all of an English page, and the tags and blanks of a
# Chinese one (0.1 and more). Without a single tag only plain ASCII is told from damage.
_MIN_ZEROS: Final = 0.05
_MIN_ZEROS_BARE: Final = 0.3
_MIN_BARE: Final = 4  # characters


def by_mark(data: bytes) -> tuple[Charset, int] | None:
    """The charset a byte order mark names, and the mark's length in bytes."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return by_name(name), len(mark)
    return None


def _share(lane: bytes) -> float:
    return lane.count(0) / len(lane) if lane else 0.0


def _is_utf16(low: bytes, high: bytes) -> bool:
    """Whether characters with these lower and upper bytes are a text with ASCII in it."""
    zeros, stray = _share(high), _share(low)
    if zeros < _MIN_ZEROS or stray > zeros / 10:
        return False
    n_opened = low.count(b"<")
    if n_opened == 0:
        return zeros >= _MIN_ZEROS_BARE and len(high) >= _MIN_BARE
    # The same byte is half of some CJK characters, hence a half and not all.
    n_tags = sum(1 for a, b in zip(low, high, strict=False) if a == ord("<") and b == 0)
    return n_tags * 2 >= n_opened


def by_zeros(data: bytes) -> Charset | None:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes of ASCII characters lie."""
    head = data[:_HEAD]
    if b"\0" not in head:
        return None
    lanes = [head[i::4] for i in range(4)]
    zeros = [_share(lane) for lane in lanes]
    n_rows = len(lanes[3])
    if n_rows and min(zeros[2], zeros[3]) > 0.9 and zeros[0] < 0.1:
        return by_name("utf-32le")
    if n_rows and min(zeros[0], zeros[1]) > 0.9 and zeros[3] < 0.1:
        return by_name("utf-32be")
    if _is_utf16(head[0::2], head[1::2]):
        return by_name("utf-16le")
    if _is_utf16(head[1::2], head[0::2]):
        return by_name("utf-16be")
    return None
