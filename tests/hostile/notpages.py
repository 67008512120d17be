"""Inputs that are no page: empty ones, files of other kinds, bombs, noise."""

from __future__ import annotations

import gzip
import io
import json
import random
import struct
import zipfile
import zlib

from tests.hostile.case import Case, scaled

__all__ = ["CASES"]

_GROUP = "not a page"
_NOTHING = ("empty-input", "not-html")


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = b"".join(b"\0" + bytes([shade]) * 300 for shade in range(200))
    header = struct.pack(">IIBBBBB", 100, 200, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(pixels))
        + chunk(b"IEND", b"")
    )


def _pdf() -> bytes:
    stream = zlib.compress(b"BT /F1 12 Tf 72 720 Td (<html><p>no page</p>) Tj ET" * 50)
    objects = b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 4 0 obj<</Length %d>>stream\n" % len(stream)
    return b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + objects + stream + b"\nendstream endobj\n%%EOF"


def _zip() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("page.html"), "<html><body><p>packed</p></body></html>" * 20)
    return target.getvalue()


def _bomb() -> bytes:
    """2 MB that unpack to 2 GB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"<p>" + b"\0" * (1 << 20)
    return b"".join([packer.compress(zeros) for _ in range(scaled(2_048, 16))]) + packer.flush()


def _noise(seed: int, n: int) -> bytes:
    return random.Random(seed).randbytes(n)


def _json() -> str:
    rows = [{"id": i, "text": "a < b and c > d", "tags": ["x", None, 1.5]} for i in range(2_000)]
    return json.dumps({"rows": rows})


def _nothing(name: str, data: bytes | str) -> Case:
    return Case(f"not-{name}", _GROUP, lambda: data, warns=_NOTHING)


CASES = (
    _nothing("empty", b""),
    _nothing("empty-text", ""),
    _nothing("white-space", b" \t\r\n\x0c" * 1_000),
    _nothing("no-break-spaces", "\N{NO-BREAK SPACE}" * 1_000),
    _nothing("bom-alone", b"\xef\xbb\xbf"),
    _nothing("bom-utf16-alone", b"\xff\xfe"),
    _nothing("nuls", b"\0" * 100_000),
    Case("not-png", _GROUP, _png, warns=("not-html",)),
    Case("not-pdf", _GROUP, _pdf, warns=("not-html",)),
    Case("not-zip", _GROUP, _zip, warns=("not-html",)),
    Case("not-gzip", _GROUP, lambda: gzip.compress(b"<p>packed</p>" * 99, mtime=0), warns=("not-html",)),
    Case("not-gzip-bomb", _GROUP, _bomb, warns=("not-html",)),
    Case("not-random-bytes", _GROUP, lambda: _noise(1, 1_000_000), warns=("not-html",)),
    Case("not-random-bytes-few", _GROUP, lambda: _noise(2, 64)),
    Case("not-high-bytes", _GROUP, lambda: bytes(b | 0x80 for b in _noise(3, 300_000))),
    Case("not-json", _GROUP, _json, warns=("not-html",)),
    Case("not-plain-text", _GROUP, lambda: "One line of a letter, 3 < 4.\n" * 5_000, warns=("not-html",)),
    _nothing("comment-alone", "<!-- nothing else -->"),
    _nothing("doctype-alone", "<!DOCTYPE html>"),
    _nothing("one-bracket", "<"),
)
