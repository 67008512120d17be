"""Where results go: standard output, one file, or a folder with a file for each.

A sink has `reserve`, called once for each document in the order of the sources, and `write`,
called for those with a result, in any order: a place depends on keys alone, never on which pages
failed or which worker was first. Files are written whole or not at all.
"""

from __future__ import annotations

import itertools
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import BinaryIO, Final, Literal, NamedTuple, Protocol

from boilerstrip.corpus.framing import ALONE, Frame
from boilerstrip.corpus.naming import Names
from boilerstrip.corpus.reading import because
from boilerstrip.corpus.sources import Document
from boilerstrip.errors import SinkError

__all__ = [
    "STDOUT_NAME",
    "FolderSink",
    "Place",
    "Sink",
    "StreamSink",
    "WholeFile",
    "file_sink",
    "folder_sink",
    "is_device",
    "stdout_sink",
    "whole_file",
]

STDOUT_NAME: Final = "standard output"

_serial = itertools.count()


class Place(NamedTuple):
    """Where one result goes: the document's origin and, in a folder, the path below it."""

    origin: str
    path: str = ""


class Sink(Protocol):
    """What `run.outcomes` writes to."""

    def reserve(self, document: Document) -> Place:
        """The place of this document's result. Called for every document, in order."""

    def write(self, place: Place, text: str) -> None:
        """Write a rendered page to its place.

        Raises:
            SinkError: It cannot be written; nothing of a file is left then.
            BrokenPipeError: The reader of standard output has gone.
        """


class StreamSink:
    """Results one after the other in a stream, in UTF-8 with "\\n"."""

    def __init__(self, stream: BinaryIO, name: str, frame: Frame) -> None:
        self._stream = stream
        self._name = name
        self._frame = frame
        self.n_written = 0

    def reserve(self, document: Document) -> Place:
        """The document's origin; order is the order of writing."""
        return Place(document.origin)

    def write(self, place: Place, text: str) -> None:
        """Add one result and flush, so that a reader who has left is noticed at once."""
        before = self._frame.between if self.n_written else self._frame.start
        self._put(before + self._frame.entry(place.origin, text))
        self.n_written += 1

    def finish(self) -> None:
        """Write what closes the stream; with no result at all, still a valid document."""
        self._put(self._frame.end if self.n_written else self._frame.start + self._frame.end.lstrip("\n"))

    def _put(self, text: str) -> None:
        with _as_sink_error(self._name):
            self._stream.write(_encoded(text))
            self._stream.flush()


class FolderSink:
    """One file for each result, at its document's key below a folder."""

    def __init__(self, folder: str, form: str) -> None:
        self._folder = os.path.realpath(folder)
        self._said = folder
        self._names = Names(f".{form}")
        self._entry = ALONE[form].entry
        self._known_parents: set[str] = set()

    def reserve(self, document: Document) -> Place:
        """The path below the folder that no other document of this run has."""
        return Place(document.origin, self._names.take(document.key))

    def write(self, place: Place, text: str) -> None:
        """Write one file, whole or not at all; a file of an earlier run is replaced."""
        path = os.path.join(self._folder, *place.path.split("/"))
        self._make_parent(os.path.dirname(path), place)
        with WholeFile(path, os.path.join(self._said, place.path)) as file:
            file.write(_encoded(self._entry(place.origin, text)))
            file.commit()

    def _make_parent(self, parent: str, place: Place) -> None:
        if parent in self._known_parents:
            return
        said = os.path.join(self._said, place.path)
        with _as_sink_error(said):
            os.makedirs(parent, exist_ok=True)
        if os.path.realpath(parent) != parent:  # somebody put a link there
            raise SinkError(said, "a symbolic link in the output folder leads elsewhere")
        self._known_parents.add(parent)


class WholeFile:
    """A file that appears at `path` on `commit` and not before; left without it, nothing changes.

    The bytes go to a temporary file in the same folder.

    Args:
        path: Where the file shall be; a symbolic link there is replaced, not followed.
        name: What messages call it.

    Raises:
        SinkError: From any method, where the system refuses.
    """

    def __init__(self, path: str, name: str) -> None:
        self._path = path
        self._name = name
        self._temporary: str | None = None
        with _as_sink_error(name):
            self.stream = self._opened()

    def _opened(self) -> BinaryIO:
        if os.path.isdir(self._path):  # said before the work, not after it
            raise SinkError(self._name, "is a folder")
        while True:
            name = f".boilerstrip-{os.getpid()}-{next(_serial)}.tmp"
            temporary = os.path.join(os.path.dirname(self._path), name)
            with suppress(FileExistsError):  # "x" follows no link and overwrites nothing
                stream = _opened(temporary, "xb")
                self._temporary = temporary
                return stream

    def write(self, content: bytes) -> None:
        """Add bytes to the file."""
        with _as_sink_error(self._name):
            self.stream.write(content)

    def commit(self) -> None:
        """Put the file in place. Permissions of a file that was there are kept."""
        with _as_sink_error(self._name):
            self.stream.close()
            if self._temporary is None:
                return
            with suppress(FileNotFoundError):
                if stat.S_ISREG(os.lstat(self._path).st_mode):
                    shutil.copymode(self._path, self._temporary)
            os.replace(self._temporary, self._path)
            self._temporary = None

    def __enter__(self) -> WholeFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # a second failure of the same flush says nothing new
            self.stream.close()
        if self._temporary is not None:
            with suppress(OSError):
                os.unlink(self._temporary)


class _Straight(WholeFile):
    """A pipe or a device, which is written to and never replaced."""

    def _opened(self) -> BinaryIO:
        return _opened(self._path, "wb")


def whole_file(path: str) -> WholeFile:
    """A file that a user names: a symbolic link is followed, pipes and devices are written to straight.

    A regular file in place of `/dev/null` would be a bad surprise.

    Raises:
        SinkError: The file cannot be made.
    """
    if is_device(path):
        return _Straight(path, path)
    with _as_sink_error(path):
        place = os.path.realpath(path)
    return WholeFile(place, path)


@contextmanager
def stdout_sink(frame: Frame) -> Iterator[StreamSink]:
    """Results to standard output; closed properly after Ctrl-C as well.

    Raises:
        SinkError: Standard output is closed, or on the way refuses to be written.
    """
    if sys.stdout is None:  # None where the shell said `>&-`
        raise SinkError(STDOUT_NAME, "is closed")
    sink = StreamSink(sys.stdout.buffer, STDOUT_NAME, frame)
    try:
        yield sink
    except (KeyboardInterrupt, SystemExit):
        sink.finish()
        raise
    sink.finish()


@contextmanager
def file_sink(path: str, frame: Frame) -> Iterator[StreamSink]:
    """Results to one file, there only if the run came to its end and had a result; see `whole_file`.

    Raises:
        SinkError: The file cannot be made or written.
    """
    with whole_file(path) as file:
        sink = StreamSink(file.stream, path, frame)
        yield sink
        if sink.n_written or isinstance(file, _Straight):
            sink.finish()
            file.commit()


@contextmanager
def folder_sink(folder: str, form: str) -> Iterator[FolderSink]:
    """Results to files in a folder, which is made where it is missing.

    Raises:
        SinkError: The folder cannot be made.
    """
    with _as_sink_error(folder):
        os.makedirs(folder, exist_ok=True)
    yield FolderSink(folder, form)


@contextmanager
def _as_sink_error(name: str) -> Iterator[None]:
    """Refusals of the system become `SinkError`; a closed pipe stays what it is, for it is no fault."""
    try:
        yield
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise SinkError(name, because(error)) from error


def _encoded(text: str) -> bytes:
    """UTF-8. One stray surrogate must not cost the page, let alone the run, so it becomes "?"."""
    return text.encode("utf-8", "replace")


def _opened(path: str, mode: Literal["wb", "xb"]) -> BinaryIO:
    return open(path, mode)


def is_device(path: str) -> bool:
    """Whether a pipe, a terminal or a device is there, which is written to and never replaced."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
