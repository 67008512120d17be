"""Documents from the arguments of a command: files, folders and standard input.

Each argument becomes `Document`s lazily; nothing is opened before `read`. What cannot be listed
is a document, too, whose `read` says why: every input gives one result or one error.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO, Final, NamedTuple

from boilerstrip.corpus.document import Document, unreadable
from boilerstrip.corpus.naming import PAGE_SUFFIX_RE, WARC_SUFFIX_RE
from boilerstrip.corpus.reading import because, open_file, open_stdin, read_file, read_stdin
from boilerstrip.errors import SourceError

__all__ = ["STDIN", "Document", "common_folder", "count_documents", "documents", "is_warc"]

STDIN: Final = "-"
"""The argument that means standard input."""


class _Input(NamedTuple):
    """One file, or standard input: what it is as a page, and what opens it where it may hold many."""

    document: Document
    opened: Callable[[], BinaryIO] | None


def documents(
    paths: Sequence[str], leave_out: str | None = None, *, as_warc: bool = False
) -> Iterator[Document]:
    """The documents behind the paths: in the order given, folders walked in sorted order.

    A folder gives its `.html`, `.htm`, `.xhtml`, `.mhtml`, `.mht` and `.webarchive` files, also with `.gz`,
    and WARC files (in any case), at any depth. Symbolic links, pipes and devices in it are passed over; so is
    `leave_out`, the file or folder where results are written. A folder without any gives one document that
    cannot be read. A WARC file gives the pages in it, each read before the next one comes.

    Args:
        paths, leave_out: As above.
        as_warc: Whether all inputs are WARC files, whatever they are called.
    """
    for document, opened in _inputs(paths, leave_out):
        if opened is not None and (as_warc or is_warc(document.origin)):
            from boilerstrip.corpus.warc import pages_of  # for those who have such files

            yield from pages_of(document.key, document.origin, opened)
        else:
            yield document


def count_documents(paths: Sequence[str], leave_out: str | None = None) -> int | None:
    """How many documents are behind the paths; None where a WARC file is, which nobody has read yet."""
    n_documents = 0
    for n_documents, (document, _) in enumerate(_inputs(paths, leave_out), 1):  # noqa: B007 - returned
        if is_warc(document.origin):
            return None
    return n_documents


def is_warc(path: str) -> bool:
    """Whether a path is that of a WARC file, by its name."""
    return WARC_SUFFIX_RE.search(path) is not None


def _inputs(paths: Sequence[str], leave_out: str | None) -> Iterator[_Input]:
    base = common_folder(paths)
    for path in paths:
        if path == STDIN:
            yield _Input(Document(STDIN, STDIN, read_stdin), open_stdin)
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


def _file(path: str, base: str | None) -> _Input:
    place = _absolute(path)
    below = os.path.relpath(place, base) if base else os.path.splitdrive(place)[1]
    origin = _said(path)
    document = Document(_said(below).replace(os.sep, "/"), origin, partial(read_file, path, origin))
    return _Input(document, partial(open_file, path, origin))


def _unreadable(path: str, base: str | None, reason: str) -> _Input:
    document = _file(path, base).document
    return _Input(unreadable(document.key, document.origin, reason), None)


def _pages_of(folder: str, base: str | None, leave_out: str | None) -> Iterator[_Input]:
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
        yield _unreadable(folder, base, "no .html, .htm, .xhtml or other files with pages in this folder")


def _listed(folder: str, leave_out: str | None) -> list[tuple[str, bool]]:
    """Pages and folders in a folder, sorted by name: `(path, is_folder)`. Links are not followed."""
    found = []
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if leave_out is not None and _same(entry, leave_out):
                continue
            if entry.is_dir(follow_symlinks=False):
                found.append((entry.path, True))
            elif _has_pages(entry.name) and entry.is_file(follow_symlinks=False):
                found.append((entry.path, False))
    return found


def _has_pages(name: str) -> bool:
    return PAGE_SUFFIX_RE.search(name) is not None or is_warc(name)


def _same(entry: os.DirEntry[str], path: str) -> bool:
    try:  # the name first: asking the file system about every entry would cost more than the walk
        return entry.name == os.path.basename(os.path.abspath(path)) and os.path.samefile(entry.path, path)
    except OSError:
        return False


def _said(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")
