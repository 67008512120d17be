"""Read a gold standard: pages whose main content somebody wrote down."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from boilerstrip.errors import GoldError, OptionError

__all__ = ["GoldPage", "gold_digest", "read_gold"]

_T = TypeVar("_T")

_INDEX: Final = "gold.jsonl.gz"

_MEASURES: Final = ("main_content", "with", "without")
"""Fields of a record to measure against; a record has one of them at least."""


class _RecordError(ValueError):
    """One clause on what is wrong with a record."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page.

    Attributes:
        id: Name of the page, unique in its gold standard.
        path: Where its HTML lies, gzipped.
        url: Address it was served from, or None.
        fold: Cross-validation fold (by domain), or None.
        page_type: article, forum, product ...; "" where the gold standard does not say.
        main_content: The main content as plain text; None where only snippets are known.
        with_snippets, without_snippets: Strings a right extraction holds, and must not hold.
    """

    id: str
    path: Path
    url: str | None
    fold: int | None
    page_type: str
    main_content: str | None
    with_snippets: tuple[str, ...]
    without_snippets: tuple[str, ...]

    def read_html(self) -> bytes:
        """The page's bytes as it was served.

        Raises:
            GoldError: the file is missing or damaged.
        """
        return _unpacked(self.path)


def read_gold(folder: str | Path, limit: int | None = None) -> list[GoldPage]:
    """The labelled pages of a gold standard: `gold.jsonl.gz` beside `html/ID.html.gz`.

    Args:
        folder: The gold standard's directory.
        limit: At most this many pages, spread evenly over the file so that all kinds are met.

    Returns:
        The pages in the order of the file.

    Raises:
        GoldError: the folder is not laid out so, a line is not what it should be, or a page that is
            to be read has no HTML.
        OptionError: `limit` is less than 1.
    """
    if limit is not None and limit < 1:
        raise OptionError(f"limit is {limit}; give 1 or more, or None for all pages")
    folder = Path(folder)
    pages = list(_read_lines(folder, folder / _INDEX))
    if not pages:
        raise GoldError(str(folder / _INDEX), "holds no page")
    chosen = pages if limit is None else _spread(pages, limit)
    for page in chosen:  # said now, not after minutes of work
        if not _is_file(page.path):
            raise GoldError(str(page.path), "is missing")
    return chosen


def gold_digest(folder: str | Path) -> str:
    """SHA-256 of the gold standard's records, unpacked, in hex: figures compare where it is the same.

    Raises:
        GoldError: the records cannot be read.
    """
    return hashlib.sha256(_unpacked(Path(folder) / _INDEX)).hexdigest()


def _spread(pages: Sequence[_T], limit: int) -> list[_T]:
    """At most `limit` of the pages, in order, at even distances from the first one on."""
    n_chosen = min(limit, len(pages))
    return [pages[i * len(pages) // n_chosen] for i in range(n_chosen)]


def _unpacked(path: Path) -> bytes:
    try:
        return gzip.decompress(path.read_bytes())
    except (OSError, EOFError, ValueError, zlib.error) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise GoldError(str(path), f"cannot be read ({reason})") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a folder that may not be entered, a name that is too long
        return False


def _read_lines(folder: Path, index: Path) -> Iterator[GoldPage]:
    seen: set[str] = set()
    # Not splitlines(): JSON may hold U+2028 and U+0085 inside a string, where a record does not end.
    for number, line in enumerate(_unpacked(index).split(b"\n"), 1):
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
        path=folder / "html" / f"{page_id}.html.gz",
        url=_optional(record, "url", str),
        fold=_optional(record, "fold", int),
        page_type=_optional(record, "page_type", str) or "",
        main_content=_optional(record, "main_content", str),
        with_snippets=_snippets(record, "with"),
        without_snippets=_snippets(record, "without"),
    )


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
