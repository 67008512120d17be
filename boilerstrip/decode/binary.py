"""Bytes that are no text at all: files known by their first bytes, and runs of control characters."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = ["known_file", "looks_binary"]

# First bytes and what they are. Signatures from the formats' own specifications; two-letter ones
# ("BM", "MZ") are left out, since a text may begin so: control characters tell those apart.
_MAGIC: Final = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Microsoft Office document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "an ELF program"),
    (b"\xca\xfe\xba\xbe", "a Java class"),
    (b"\x00asm", "a WebAssembly module"),
    (b"OggS", "an Ogg media file"),
    (b"fLaC", "a FLAC audio file"),
    (b"ID3", "an MP3 audio file"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM video"),
    (b"FLV\x01", "a Flash video"),
    (b"wOFF", "a WOFF font"),
    (b"wOF2", "a WOFF font"),
    (b"\x00\x01\x00\x00\x00", "a TrueType font"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"bplist00", "a property list without a page in it"),
)
_BEGINNINGS: Final = tuple(magic for magic, _ in _MAGIC)
_RIFF: Final = {b"WEBP": "a WebP image", b"WAVE": "a WAVE audio file", b"AVI ": "an AVI video"}
_FTYP: Final = {b"avif": "an AVIF image", b"heic": "a HEIC image", b"mif1": "a HEIC image"}

_HEAD: Final = 4096
# C0 controls that no text has; tab, line ends, form feed and ESC (ISO-2022) are not among them.
_CONTROLS: Final = bytes([*range(1, 9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])
# Random bytes have 10 % of them, text none; a page with a few stray ones stays a page.
_MAX_CONTROLS: Final = 0.04
# Text with padding NULs has few; a bitmap or a database has mostly NULs.
_MAX_NULS: Final = 0.3
_MARKUP_RE: Final = late_pattern(
    rb"<(?:!doctype|!--|html|head|body|title|meta|script|link|div|span|table|p|a|h[1-6]|ul|br)[\s/>]", re.I
)


def known_file(data: bytes) -> str | None:
    """What kind of file the first bytes announce ("a PNG image"), or None."""
    if data.startswith(_BEGINNINGS):
        return next(what for magic, what in _MAGIC if data.startswith(magic))
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12])
    if data[4:8] == b"ftyp":
        return _FTYP.get(data[8:12], "an MP4 video")
    return None


def looks_binary(data: bytes) -> bool:
    """Whether the first 4 KB have so many control characters that this is no text.

    Anything with a common tag in it stays a page, however damaged.
    """
    head = data[:_HEAD]
    n_controls = len(head) - len(head.translate(None, _CONTROLS))
    n_nuls = head.count(0)
    if n_controls <= _MAX_CONTROLS * len(head) and n_nuls <= _MAX_NULS * len(head):
        return False
    return _MARKUP_RE.search(head) is None
