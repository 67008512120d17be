"""Read a gold standard: pages whose main content somebody wrote down.

Two layouts: an index of records beside the pages (here), and pages with a text beside each
(`gold_folder`). Where there is an index, it is one of the first kind.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from boilerstrip.errors import GoldError, OptionError
from boilerstrip.training.gold_folder import digest_pages, read_folder
from boilerstrip.training.gold_page import GoldPage, read_unpacked

__all__ = ["Gold", "GoldPage", "gold_digest", "load_gold", "read_gold"]

_T = TypeVar("_T")

_INDEXES: Final = ("gold.jsonl.gz", "gold.jsonl")
"""Names of the index; the first that is there is read."""

_MEASURES: Final = ("main_content", "with", "without")
"""Fields of a record to measure against; a record has one of them at least."""


class _RecordError(ValueError):
    """One clause on what is wrong with a record."""


class Gold(NamedTuple):
    """A gold standard, or an even spread of it.

    Attributes:
        pages: The labelled pages, in the order of the index or of their ids.
        digest: As `gold_digest` has it, of the whole gold standard.
        passed_over: Names of the files, below the folder, that are half of a page: HTML without a text
            beside it, a text without HTML. Always empty where there is an index.
    """

    pages: list[GoldPage]
    digest: str
    passed_over: tuple[str, ...] = ()


def load_gold(folder: str | Path, limit: int | None = None) -> Gold:
    """Read a gold standard.

    Args:
        folder: The gold standard's directory, in one of the layouts of docs/evaluation.md: an index
            `gold.jsonl.gz` with `html/ID.html.gz`, or HTML files with a `.txt` or `.md` beside each.
        limit: At most this many pages, spread evenly so that all kinds are met.

    Raises:
        GoldError: the folder is not laid out so, a line or a text is not what it should be, or a page
            that is to be read has no HTML.
        OptionError: `limit` is less than 1.
    """
    if limit is not None and limit < 1:
        raise OptionError(f"limit is {limit}; give 1 or more, or None for all pages")
    folder = Path(folder)
    index = _index_of(folder)
    gold = _read_index(folder, index) if index else _read_pairs(folder)
    chosen = gold.pages if limit is None else _spread(gold.pages, limit)
    for page in chosen:  # said now, not after minutes of work
        if not _is_file(page.path):
            raise GoldError(str(page.path), "is missing")
        if not os.access(page.path, os.R_OK):
            raise GoldError(str(page.path), "cannot be read (Permission denied)")
    return gold._replace(pages=chosen)


def read_gold(folder: str | Path, limit: int | None = None) -> list[GoldPage]:
    """The pages alone; arguments and errors as `load_gold`."""
    return load_gold(folder, limit).pages


def gold_digest(folder: str | Path) -> str:
    """SHA-256 of what is measured against, in hex: figures compare where it is the same.

    Of an index the bytes, unpacked; of pages with texts the records that `gold_folder.digest_pages`
    makes of them. The pages' HTML is not in it.

    Raises:
        GoldError: the records cannot be read.
    """
    folder = Path(folder)
    index = _index_of(folder)
    return _digest(read_unpacked(index)) if index else _read_pairs(folder).digest


def _digest(records: bytes) -> str:
    return hashlib.sha256(records).hexdigest()


def _index_of(folder: Path) -> Path | None:
    for name in _INDEXES:
        if os.path.lexists(folder / name):  # a broken one is to be told, not passed over
            return folder / name
    return None


def _read_pairs(folder: Path) -> Gold:
    found = read_folder(folder)
    if not found.pages:
        half = f"; files without their other half: {len(found.passed_over)}" if found.passed_over else ""
        raise GoldError(
            str(folder),
            "holds no gold standard: neither gold.jsonl.gz nor a page with a text beside it "
            f"(page.html and page.txt or page.md){half}",
        )
    return Gold(found.pages, digest_pages(found.pages), found.passed_over)


def _read_index(folder: Path, index: Path) -> Gold:
    records = read_unpacked(index)
    pages = list(_read_lines(folder, index, records))
    if not pages:
        raise GoldError(str(index), "holds no page")
    return Gold(pages, _digest(records))


def _spread(pages: Sequence[_T], limit: int) -> list[_T]:
    """At most `limit` of the pages, in order, at even distances from the first one on."""
    n_chosen = min(limit, len(pages))
    return [pages[i * len(pages) // n_chosen] for i in range(n_chosen)]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be entered, a name that is too long
        return False


def _read_lines(folder: Path, index: Path, records: bytes) -> Iterator[GoldPage]:
    seen: set[str] = set()
    # Not splitlines(): JSON may hold U+2028 and U+0085 inside a string, where a record does not end.
    for number, line in enumerate(records.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            page = _gold_page(folder, json.loads(line.decode("utf-8")))
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{index}:{number}", f"is not a gold record ({error})") from error
        if page.id in seen:
            raise GoldError(f"{index}:{number}", f"has the id of a line before, {page.id!r}")
        seen.add(page.id)
        yield page


def _gold_page(folder: Path, record: Any) -> GoldPage:
    """The page of one record of the index."""
    if not isinstance(record, dict):
        raise _RecordError("it is no JSON object")
    if all(record.get(name) is None for name in _MEASURES):
        raise _RecordError(f"it has none of {', '.join(_MEASURES)}")
    page_id = record.get("id")
    if not isinstance(page_id, str) or not page_id or Path(page_id).name != page_id:
        raise _RecordError(f"its id {page_id!r} cannot name a file")
    return GoldPage(
        id=page_id,
        path=_html_of(folder / "html", page_id),
        url=_optional(record, "url", str),
        fold=_optional(record, "fold", int),
        page_type=_optional(record, "page_type", str) or "",
        main_content=_optional(record, "main_content", str),
        with_snippets=_snippets(record, "with"),
        without_snippets=_snippets(record, "without"),
    )


def _html_of(folder: Path, page_id: str) -> Path:
    """The page's file: gzipped, or plain where only that is there."""
    packed, plain = folder / f"{page_id}.html.gz", folder / f"{page_id}.html"
    return plain if not _is_file(packed) and _is_file(plain) else packed


def _optional(record: dict[str, Any], name: str, kind: type[_T]) -> _T | None:
    value = record.get(name)
    if value is not None and not isinstance(value, kind):
        raise _RecordError(f"its {name} is not of type {kind.__name__}")
    return value


def _snippets(record: dict[str, Any], name: str) -> tuple[str, ...]:
    values = record.get(name) or []
    if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
        raise _RecordError(f"its {name} is not a list of strings with something in them")
    return tuple(values)
