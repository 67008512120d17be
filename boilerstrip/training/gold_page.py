"""One page of a gold standard, and how files of a gold standard are read."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from boilerstrip.errors import GoldError

__all__ = ["GoldPage", "read_unpacked", "unreadable"]

_GZIP_MAGIC: Final = b"\x1f\x8b"  # RFC 1952, 2.3.1; no web page and no UTF-8 text starts so


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One labelled page.

    Attributes:
        id: Name of the page, unique in its gold standard.
        path: Where its HTML lies, gzipped or not.
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
        return read_unpacked(self.path)


def read_unpacked(path: Path) -> bytes:
    """The bytes of a file, unpacked where its name ends in `.gz` or it begins as gzip does.

    Raises:
        GoldError: the file is missing, unreadable or damaged.
    """
    try:
        raw = path.read_bytes()
        packed = path.suffix.lower() == ".gz" or raw.startswith(_GZIP_MAGIC)
        return gzip.decompress(raw) if packed else raw
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> GoldError:
    """The error to raise where a file or folder cannot be read, with the system's reason."""
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return GoldError(str(path), f"cannot be read ({reason})")
