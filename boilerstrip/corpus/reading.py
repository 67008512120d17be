"""Bytes of one input: never blocked by a pipe, never larger than a cap, gzip unpacked on the way."""

from __future__ import annotations

import io
import os
import stat
import sys
from typing import BinaryIO, Final

from boilerstrip.errors import SourceError

__all__ = [
    "GZIP_MAGIC",
    "MAX_INPUT_BYTES",
    "STDIN_NAME",
    "because",
    "open_file",
    "open_stdin",
    "read_file",
    "read_stdin",
]

MAX_INPUT_BYTES: Final = 200_000_000
"""Largest input read, in bytes, before and after unpacking; the largest real pages have 20 MB."""

STDIN_NAME: Final = "standard input"

_CHUNK_BYTES: Final = 1 << 20
GZIP_MAGIC: Final = b"\x1f\x8b"
"""First bytes of gzip (RFC 1952, 2.3.1); no web page starts so."""
_WARC_MAGIC: Final = (b"WARC/0.", b"WARC/1.")  # ISO 28500, 4

# Descriptors that the shell hands over, as in `boilerstrip <(zstdcat page.zst)`: their writer exists.
_HANDED_OVER: Final = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


def read_file(path: str, name: str) -> bytes:
    """The bytes of the file at `path`, unpacked where they are gzip; `name` is for messages.

    Raises:
        SourceError: The file is missing, unreadable, not a regular file, damaged gzip, or has
            more than `MAX_INPUT_BYTES` before or after unpacking.
    """
    try:
        with _open(path, name) as stream:
            return _one_page(_unpacked(_read_capped(stream, name), name), name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise SourceError(name, because(error)) from error


def read_stdin() -> bytes:
    """The bytes of standard input to its end, unpacked where they are gzip.

    Raises:
        SourceError: As `read_file`, or standard input is closed.
    """
    try:
        return _one_page(_unpacked(_read_capped(open_stdin(), STDIN_NAME), STDIN_NAME), STDIN_NAME)
    except OSError as error:
        raise SourceError(STDIN_NAME, because(error)) from error


def open_file(path: str, name: str) -> BinaryIO:
    """The file at `path`, open to be read piece by piece; `name` is for messages.

    Raises:
        SourceError: The file is missing, unreadable or not a regular file.
    """
    try:
        return _open(path, name)
    except (OSError, ValueError) as error:
        raise SourceError(name, because(error)) from error


def open_stdin() -> BinaryIO:
    """Standard input, to be read piece by piece.

    Raises:
        SourceError: It is closed.
    """
    if sys.stdin is None:  # None where the shell said `<&-`
        raise SourceError(STDIN_NAME, "is closed")
    return sys.stdin.buffer


def because(error: BaseException) -> str:
    """One clause on why the system refused, without the path.

    >>> because(FileNotFoundError(2, "No such file or directory"))
    'no such file or directory'
    """
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason[:1].lower() + reason[1:] if reason else type(error).__name__


def _open(path: str, name: str) -> BinaryIO:
    """Open for reading; what is not a regular file is refused, as it may block or never end."""
    handed_over = path.startswith(_HANDED_OVER)
    if not handed_over:
        _refuse_irregular(os.stat(path).st_mode, name)  # before opening, which can wake a device
    # Non-blocking, because between the look and the opening a named pipe may have taken the place.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | (0 if handed_over else getattr(os, "O_NONBLOCK", 0))
    descriptor = os.open(path, flags)
    try:
        if not handed_over:
            _refuse_irregular(os.fstat(descriptor).st_mode, name)
        return open(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def _refuse_irregular(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise SourceError(name, "is a folder")
    if not stat.S_ISREG(mode):
        raise SourceError(name, "is a pipe or a device, not a file; feed it through standard input")


def _read_capped(stream: BinaryIO, name: str) -> bytes:
    chunks, n_bytes = [], 0
    while chunk := stream.read(_CHUNK_BYTES):
        n_bytes += len(chunk)
        if n_bytes > MAX_INPUT_BYTES:
            raise SourceError(name, f"holds more than {MAX_INPUT_BYTES // 1_000_000} MB")
        chunks.append(chunk)
    return b"".join(chunks)


def _one_page(raw: bytes, name: str) -> bytes:
    """`raw`, unless it holds many pages under a name that does not say so."""
    if raw.startswith(_WARC_MAGIC):
        raise SourceError(name, "is a WARC file, of many pages; read it with --from warc")
    return raw


def _unpacked(raw: bytes, name: str) -> bytes:
    """`raw`, or what it unpacks to where it is gzip. Told by content, since suffixes lie both ways."""
    if not raw.startswith(GZIP_MAGIC):
        return raw
    import gzip
    import zlib

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
            return _read_capped(packed, name)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(name, f"damaged gzip: {because(error)}") from error
