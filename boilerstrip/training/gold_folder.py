"""A folder as a gold standard: HTML files with a text beside each, `a/b.html` and `a/b.txt` or `a/b.md`."""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from boilerstrip.corpus.naming import PAGE_SUFFIX_RE
from boilerstrip.errors import GoldError
from boilerstrip.training.gold_page import GoldPage, read_unpacked, unreadable
from boilerstrip.training.plain import markdown_text
from boilerstrip.training.split import share_out

__all__ = ["N_FOLDS", "FolderGold", "digest_pages", "folds", "read_folder"]

N_FOLDS: Final = 5
"""Folds for cross-validation, as many as the WCXB development pages have."""

_TEXT_SUFFIX_RE: Final = re.compile(r"\.(?:txt|md)\Z", re.IGNORECASE)


class FolderGold(NamedTuple):
    """What a folder holds: labelled pages by id, and names of files without their other half."""

    pages: list[GoldPage]
    passed_over: tuple[str, ...]


@dataclass(slots=True)
class _Files:
    """The files of one stem."""

    pages: list[Path] = field(default_factory=list)
    texts: list[Path] = field(default_factory=list)


def read_folder(folder: Path) -> FolderGold:
    """The pages of a folder, at any depth, that have a text beside them.

    A page's id is its path below the folder, with "/" and without suffix. Names that begin with a
    dot are passed over, links to folders are not followed.

    Raises:
        GoldError: the folder or a text cannot be read, a text is not UTF-8, or a stem stands for
            several pages or several texts.
    """
    texts: dict[str, str] = {}
    paths: dict[str, Path] = {}
    passed_over: list[str] = []
    for stem, files in sorted(_by_stem(folder).items()):
        if files.pages and files.texts:
            paths[stem] = _only(files.pages, "page")
            texts[stem] = _read_text(_only(files.texts, "text"))
        else:
            passed_over += [_said(path, folder) for path in files.pages + files.texts]
    fold_of = folds(texts)
    pages = [
        GoldPage(
            id=stem,
            path=paths[stem],
            url=None,
            fold=fold_of[stem],
            page_type="",
            main_content=text,
            with_snippets=(),
            without_snippets=(),
        )
        for stem, text in texts.items()
    ]
    return FolderGold(pages, tuple(passed_over))


def digest_pages(pages: Iterable[GoldPage]) -> str:
    """SHA-256 of ids and texts, in hex: of the lines `{"id": ..., "main_content": ...}`, sorted by id."""
    digest = hashlib.sha256()
    for page in sorted(pages, key=lambda page: page.id):
        record = {"id": page.id, "main_content": page.main_content}
        digest.update(json.dumps(record, ensure_ascii=False).encode() + b"\n")
    return digest.hexdigest()


def folds(ids: Iterable[str]) -> dict[str, int]:
    """The cross-validation fold of each page, 0 to `N_FOLDS` - 1: pages of one site share one.

    A site is what lies in one subfolder of the gold standard. With `N_FOLDS` of them or more, each
    goes as a whole into the fold that is emptiest by then, the largest ones first. With fewer, and
    for pages in no subfolder, a hash of the id decides: nothing tells which pages belong together.

    >>> folds(["a/1", "a/2", "a/3", "b/1", "b/2", "c/1", "d/1", "e/1", "f/1"])["f/1"]
    2
    """
    ids = list(ids)
    sizes = Counter(_site(page_id) for page_id in ids if "/" in page_id)
    by_site = share_out(sizes, N_FOLDS) if len(sizes) >= N_FOLDS else {}
    return {page_id: by_site.get(_site(page_id), _hashed_fold(page_id)) for page_id in ids}


def _site(page_id: str) -> str:
    """The subfolder that a page lies in, with the "/"; "" for none, so that no page's name is a site."""
    site, slash, _ = page_id.partition("/")
    return site + slash if slash else ""


def _hashed_fold(page_id: str) -> int:
    return int.from_bytes(hashlib.sha256(page_id.encode()).digest()[:8], "big") % N_FOLDS


def _by_stem(folder: Path) -> dict[str, _Files]:
    """The pages and texts below a folder, by path without suffix."""
    found: dict[str, _Files] = {}
    for path in _walk(folder):
        name = _said(path, folder)
        if PAGE_SUFFIX_RE.search(name):
            found.setdefault(PAGE_SUFFIX_RE.sub("", name), _Files()).pages.append(path)
        elif _TEXT_SUFFIX_RE.search(name):
            found.setdefault(_TEXT_SUFFIX_RE.sub("", name), _Files()).texts.append(path)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted within each; with a stack, as folders nest deeper than calls."""
    pending = [folder]
    while pending:
        here = pending.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            raise unreadable(here, error) from error
        shown = [entry for entry in listed if not entry.name.startswith(".")]
        pending += [Path(entry.path) for entry in shown if entry.is_dir(follow_symlinks=False)]
        yield from [Path(entry.path) for entry in shown if os.path.isfile(entry.path)]


def _said(path: Path, folder: Path) -> str:
    """The path below the folder, the same on every system: "/", composed letters, valid Unicode."""
    below = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", below)


def _only(paths: list[Path], what: str) -> Path:
    if len(paths) > 1:
        names = " and ".join(path.name for path in paths)
        raise GoldError(str(paths[0]), f"is not the only {what} of its name ({names}); keep one")
    return paths[0]


def _read_text(path: Path) -> str:
    """A text with "\\n" line ends; Markdown as the text in it."""
    try:
        text = read_unpacked(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(str(path), f"is not UTF-8 (byte {error.start}); save it as UTF-8") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return markdown_text(text) if path.suffix.lower() == ".md" else text
