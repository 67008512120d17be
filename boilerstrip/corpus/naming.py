"""Names of result files, decided from the keys of the documents alone.

The rules are the same on every system, so that a folder of results can be copied to any other:
what Windows or a terminal cannot bear is replaced, and names that differ only in case or in
Unicode normal form count as the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["PAGE_SUFFIX_RE", "WARC_SUFFIX_RE", "Names"]

_SUFFIXES: Final = r"\.(?:html|htm|xhtml|mhtml|mht|webarchive)"
PAGE_SUFFIX_RE: Final = re.compile(rf"{_SUFFIXES}(?:\.gz)?\Z", re.IGNORECASE)
"""File names taken as pages when a folder is walked."""
WARC_SUFFIX_RE: Final = re.compile(r"\.(?:warc|warc\.wet|wet)(?:\.gz|\.zst|\.lz4)?\Z", re.IGNORECASE)
"""File names taken as WARC files; those of the text of pages (WET) are some as well."""

_DROPPED_SUFFIX_RE: Final = re.compile(rf"(?:{_SUFFIXES})?(?:\.gz)?\Z", re.IGNORECASE)
_UNSAFE_RE: Final = re.compile(
    r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]'
)
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED_RE: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|\Z)", re.IGNORECASE)

_MAX_NAME_BYTES: Final = 200
"""Bytes of one name in UTF-8; file systems end at 255, some encrypted ones earlier."""

_DIGEST_BYTES: Final = 4


class Names:
    """Gives each document of a run its own relative path, in the order of the keys given.

    >>> names = Names(".md")
    >>> names.take("a/b.html.gz"), names.take("-")
    ('a/b.md', 'stdin.md')
    >>> names.take("A/B.htm").startswith("A/B-")
    True
    """

    def __init__(self, suffix: str) -> None:
        self._suffix = suffix
        self._taken: set[str] = set()

    def take(self, key: str) -> str:
        """A path with "/" for the document of that key; no two calls give the same one.

        Two runs over the same keys in the same order give the same paths.
        """
        *folders, last = [part for part in key.split("/") if part not in ("", ".", "..")] or ["_"]
        stem = "stdin" if key == "-" else _DROPPED_SUFFIX_RE.sub("", last, count=1)
        parents = "".join(f"{self._folder(part)}/" for part in folders)
        stem = _safe(stem)
        name = _fitted(stem, self._suffix, key)
        n_tries = 0
        while (fold := _folded(parents + name)) in self._taken:
            n_tries += 1
            name = _fitted(stem, self._suffix, f"{key}\0{n_tries}", marked=True)
        self._taken.add(fold)
        return parents + name

    def _folder(self, part: str) -> str:
        """A safe folder name. It never ends like a result, so no result file can be in its way."""
        name = _safe(part)
        doubtful = name.endswith((".", " ")) or _folded(name).endswith(self._suffix)
        return _fitted(name, "_" if doubtful else "", part)


def _safe(name: str) -> str:
    name = _UNSAFE_RE.sub("_", name)
    return f"_{name}" if not name or _RESERVED_RE.match(name) else name


def _fitted(stem: str, suffix: str, key: str, *, marked: bool = False) -> str:
    """`stem + suffix` in `_MAX_NAME_BYTES`; a digest of the key where it is cut, or on demand."""
    room = _MAX_NAME_BYTES - len(suffix)
    if not marked and len(stem.encode()) <= room:
        return stem + suffix
    import hashlib  # which loads OpenSSL

    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
    return f"{stem.encode()[: room - len(digest) - 1].decode(errors='ignore')}-{digest}{suffix}"


def _folded(path: str) -> str:
    """What the least careful file system takes for the same path: any case, any normal form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
