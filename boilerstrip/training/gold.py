"""Read a gold standard: pages whose main content somebody wrote down."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from boilerstrip.errors import GoldError

__all__ = ["GoldPage", "read_gold"]


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
        try:
            return gzip.decompress(self.path.read_bytes())
        except (OSError, EOFError, ValueError) as error:
            raise GoldError(str(self.path), f"cannot be read ({error})") from error


def read_gold(folder: str | Path, limit: int | None = None) -> list[GoldPage]:
    """The labelled pages of a gold standard: `gold.jsonl.gz` beside `html/ID.html.gz`.

    Args:
        folder: The gold standard's directory.
        limit: At most this many pages, spread evenly over the file so that all kinds are met.

    Returns:
        The pages in the order of the file.

    Raises:
        GoldError: the folder is not laid out so, or a line is not what it should be.
    """
    folder = Path(folder)
    pages = list(_read_lines(folder, folder / "gold.jsonl.gz"))
    if not pages:
        raise GoldError(str(folder / "gold.jsonl.gz"), "holds no page")
    if limit is None or limit >= len(pages):
        return pages
    return [pages[i * len(pages) // limit] for i in range(limit)]


def _read_lines(folder: Path, index: Path) -> Iterator[GoldPage]:
    try:
        lines = gzip.decompress(index.read_bytes()).decode("utf-8").split("\n")
    except (OSError, EOFError, ValueError) as error:
        raise GoldError(str(index), f"cannot be read ({error})") from error
    for number, line in enumerate(lines, 1):  # not splitlines(): JSON may hold U+2028
        if not line.strip():
            continue
        try:
            yield _gold_page(folder, json.loads(line))
        except (ValueError, TypeError, KeyError) as error:
            raise GoldError(f"{index}:{number}", f"is not a gold record ({error!r})") from error


def _gold_page(folder: Path, record: dict[str, Any]) -> GoldPage:
    return GoldPage(
        id=str(record["id"]),
        path=folder / "html" / f"{record['id']}.html.gz",
        url=record.get("url"),
        fold=record.get("fold"),
        page_type=record.get("page_type") or "",
        main_content=record.get("main_content"),
        with_snippets=tuple(record.get("with", ())),
        without_snippets=tuple(record.get("without", ())),
    )
