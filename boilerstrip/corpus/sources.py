"""Documents from the arguments of a command: files, folders and standard input.

Each argument becomes `Document`s lazily; nothing is opened before `read`. What cannot be listed
is a document, too, whose `read` says why: every input gives one result or one error.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, NoReturn

from boilerstrip.corpus.naming import PAGE_SUFFIX_RE
from boilerstrip.corpus.reading import because, read_file, read_stdin
from boilerstrip.errors import SourceError

__all__ = ["STDIN", "Document", "common_folder", "documents"]

STDIN: Final = "-"
"""The argument that means standard input."""


@dataclass(frozen=True, slots=True)
class Document:
    """One input, not yet read.

    Attributes:
        key: Its place below the folder that all inputs share, with "/": "a/b.html". Results are
            named by it. "-" for standard input.
        origin: Where it is, as the user would say it: "dump/a/b.html", or "-" for standard input.
            Always encodes to UTF-8: bytes of a file name that are no UTF-8 stand as "\\xff".
        read: Gives its bytes; raises `SourceError`.
    """

    key: str
    origin: str
    read: Callable[[], bytes]


def documents(paths: Sequence[str], leave_out: str | None = None) -> Iterator[Document]:
    """The documents behind the paths: in the order given, folders walked in sorted order.

    A folder gives its `.html`, `.htm` and `.xhtml` files, also with `.gz` (in any case), at any
    depth. Symbolic links, pipes and devices in it are passed over; so is `leave_out`, the file or
    folder where results are written. A folder without pages gives one document that cannot be read.
    """
    base = common_folder(paths)
    for path in paths:
        if path == STDIN:
            yield Document(STDIN, STDIN, read_stdin)
        elif os.path.isdir(path):
            yield from _pages_of(path, base, leave_out)
        else:
            yield _file(path, base)


def common_folder(paths: Sequence[str]) -> str | None:
    """The deepest folder that holds all files and is or holds all folders given, absolute.

    None where there is no such folder: standard input alone, or paths on two Windows drives.

    Raises:
        SourceError: A path is relative, and the working folder is gone.
    """
    places = []
    for path in paths:
        if path != STDIN:
            place = _absolute(path)
            places.append(place if os.path.isdir(path) else os.path.dirname(place))
    try:
        return os.path.commonpath(places)
    except ValueError:
        return None


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)
    except OSError as error:
        raise SourceError(_said(path), f"the working folder: {because(error)}") from error


def _file(path: str, base: str | None) -> Document:
    place = _absolute(path)
    below = os.path.relpath(place, base) if base else os.path.splitdrive(place)[1]
    origin = _said(path)
    return Document(_said(below).replace(os.sep, "/"), origin, partial(read_file, path, origin))


def _unreadable(path: str, base: str | None, reason: str) -> Document:
    document = _file(path, base)

    def refuse() -> NoReturn:
        raise SourceError(document.origin, reason)

    return Document(document.key, document.origin, refuse)


def _pages_of(folder: str, base: str | None, leave_out: str | None) -> Iterator[Document]:
    """Pages below a folder in sorted order, with a stack: folders nest deeper than Python calls."""
    n_found = 0
    pending = [(folder, True)]
    while pending:
        path, is_folder = pending.pop()
        n_found += 1
        if not is_folder:
            yield _file(path, base)
            continue
        try:
            pending += reversed(_listed(path, leave_out))
            n_found -= 1
        except OSError as error:
            yield _unreadable(path, base, because(error))
    if not n_found:
        yield _unreadable(folder, base, "no .html, .htm or .xhtml files in this folder")


def _listed(folder: str, leave_out: str | None) -> list[tuple[str, bool]]:
    """Pages and folders in a folder, sorted by name: `(path, is_folder)`. Links are not followed."""
    found = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if leave_out is not None and _same(entry, leave_out):
                continue
            if entry.is_dir(follow_symlinks=False):
                found.append((entry.path, True))
            elif PAGE_SUFFIX_RE.search(entry.name) and entry.is_file(follow_symlinks=False):
                found.append((entry.path, False))
    return found


def _same(entry: os.DirEntry[str], path: str) -> bool:
    try:  # the name first: asking the file system about every entry would cost more than the walk
        return entry.name == os.path.basename(os.path.abspath(path)) and os.path.samefile(entry.path, path)
    except OSError:
        return False


def _said(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")
