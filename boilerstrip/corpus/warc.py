"""Pages of a WARC file (ISO 28500), or their text: what a crawler has archived, one record after the other.

Reading is fastwarc's, of the extra `warc`.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, NamedTuple, cast
from urllib.parse import urlsplit

from boilerstrip.corpus.document import Document, unreadable
from boilerstrip.corpus.naming import WARC_SUFFIX_RE
from boilerstrip.corpus.reading import GZIP_MAGIC, MAX_INPUT_BYTES, because
from boilerstrip.decode.labels import by_label
from boilerstrip.errors import SourceError
from boilerstrip.notices import warn

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["pages_of"]

_KINDS: Final = ("response", "resource", "conversion")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_TEXT_TYPE: Final = "text/plain"
"""Of a conversion: the text of a page, as Common Crawl's WET files have it."""
_CHARSET_RE: Final = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,60})", re.IGNORECASE)
_DAMAGED: Final = (OSError, EOFError, ValueError, zlib.error)
"""What fastwarc, and gzip below it, raise of a file that is cut off or damaged."""


def pages_of(key: str, origin: str, opened: Callable[[], BinaryIO]) -> Iterator[Document]:
    """The pages in a WARC file, in its order: responses with status 2xx and resources that are HTML, and
    conversions that are text.

    Each is read before the next one comes. Where the file is damaged, what stands before that comes, and
    then a document that cannot be read; so does one where no page is in it.

    Args:
        key, origin: Of the file, as of a `Document`.
        opened: Opens it; raises `SourceError`.
    """
    n_pages, n_records = 0, 0
    try:
        with io.BufferedReader(cast("io.RawIOBase", opened())) as file:
            for n_records, record in enumerate(_records(file, origin), 1):  # noqa: B007 - said below
                page = _page(record, key, origin)
                n_pages += page is not None
                if page is not None:
                    yield page
    except SourceError as error:
        yield unreadable(key, origin, error.reason)
    except _DAMAGED as error:
        yield unreadable(key, origin, f"damaged from record {n_records + 1} on: {because(error)}")
    else:
        if not n_pages:
            yield unreadable(key, origin, f"no web page among the {n_records} records of this WARC file")


def _records(file: io.BufferedReader[io.RawIOBase], origin: str) -> Iterator[WarcRecord]:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        raise SourceError(origin, "to read WARC files: pip install 'boilerstrip[warc]'") from None

    yield from ArchiveIterator(_Unpacked(file), parse_http=False)


class _Unpacked(io.RawIOBase):
    """A file to be read from its start, gzip or not, seekable or not.

    gzip's own reader tells where a file is cut off, which fastwarc's does not.

    Args:
        file: What is read; it stays open.
    """

    def __init__(self, file: io.BufferedReader[io.RawIOBase]) -> None:
        super().__init__()
        self._file = gzip.GzipFile(fileobj=file) if file.peek(2)[:2] == GZIP_MAGIC else file
        self._n_read = 0

    def read(self, size: int = -1) -> bytes:
        """So many bytes or less: what can be read before the place that is damaged is given first."""
        read = self._file.read1(size)
        self._n_read += len(read)
        return read

    def tell(self) -> int:
        """Bytes read so far, which fastwarc asks for first; a pipe would refuse to say."""
        return self._n_read


def _page(record: WarcRecord, key: str, origin: str) -> Document | None:
    """A record's page; None where it holds none. Its body is read now, since the next record is behind it."""
    block = record.reader.read(MAX_INPUT_BYTES + 1)
    is_whole = len(block) >= min(record.content_length, MAX_INPUT_BYTES)
    if not is_whole or "Content-Length" not in record.headers:  # fastwarc takes that for the end of the file
        raise EOFError("the end of the file is missing")
    if record.headers.get("WARC-Type") not in _KINDS:
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ").encode("utf-8", "replace").decode()
    key, origin = f"{WARC_SUFFIX_RE.sub('', key)}/{_place(url)}", f"{origin}#{url}"
    try:
        stated = record.headers.get("Content-Type") or ""
        served = _served(block) if record.is_http else _Served(200, stated, block)
    except _DAMAGED as error:
        return unreadable(key, origin, f"damaged: {because(error)}")
    kind = served.stated.partition(";")[0].strip().lower()
    types = (_TEXT_TYPE,) if record.headers["WARC-Type"] == "conversion" else _PAGE_TYPES
    if not 200 <= served.status < 300 or (kind and kind not in types):
        return None
    if max(len(block), len(served.body)) > MAX_INPUT_BYTES:
        return unreadable(key, origin, f"holds more than {MAX_INPUT_BYTES // 1_000_000} MB")
    if not kind and served.body.lstrip()[:1] != b"<":
        return None
    charset = _CHARSET_RE.search(served.stated)
    is_known = charset is not None and by_label(charset[1]) is not None
    encoding = charset[1] if charset and is_known else None
    cut = record.headers.get("WARC-Truncated")
    warnings = (warn("cut-off", cut),) if cut else ()
    return Document(key, origin, lambda: served.body, url, encoding, types is _PAGE_TYPES, warnings)


_Coded = Literal["all", "content", "transfer", "none"]
"""Which of an answer's encodings are undone."""


class _Served(NamedTuple):
    """What a server answered: status, Content-Type and body."""

    status: int
    stated: str
    body: bytes


def _served(block: bytes) -> _Served:
    """An answer, unpacked as its header says, or as far as that is true: some crawlers leave it as it came.

    Raises:
        OSError: It has no header of HTTP.
    """
    coded: _Coded
    for coded in ("all", "content", "transfer"):
        with suppress(*_DAMAGED):
            return _unpacked(block, coded)
    return _unpacked(block, "none")


def _unpacked(block: bytes, coded: _Coded) -> _Served:
    from fastwarc.warc import WarcRecord, WarcRecordType

    # A record of its own: the iterator does not go on behind a body that is not as its header says.
    answer = WarcRecord()
    answer.record_type, answer.is_http = WarcRecordType.response, True
    answer.set_bytes_content(block)
    answer.parse_http(auto_decode=coded, quirks_mode=True)
    body = answer.reader.read(MAX_INPUT_BYTES + 1)
    headers = answer.http_headers
    return _Served(headers.status_code or 200, headers.get("Content-Type") or "", body)


def _place(url: str) -> str:
    """Where a result goes: below its host, as its path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    name = f"{parts.path}index" if parts.path.endswith("/") or not parts.path else parts.path
    return f"{parts.netloc}/{name.lstrip('/')}" + (f"?{parts.query}" if parts.query else "")
