"""Pages of a WARC file (ISO 28500): what a crawler or a browser has archived, one record after the other.

Reading is fastwarc's, of the extra `warc`.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NoReturn, cast
from urllib.parse import urlsplit

from boilerstrip.corpus.document import Document
from boilerstrip.corpus.naming import WARC_SUFFIX_RE
from boilerstrip.corpus.reading import GZIP_MAGIC, MAX_INPUT_BYTES, because
from boilerstrip.decode.labels import by_label
from boilerstrip.errors import SourceError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["pages_of"]

_KINDS: Final = ("response", "resource")
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml")
_CHARSET_RE: Final = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:-]{1,60})", re.IGNORECASE)
_DAMAGED: Final = (OSError, EOFError, ValueError, zlib.error)
"""What fastwarc, and gzip below it, raise of a file that is cut off or damaged."""


def pages_of(key: str, origin: str, opened: Callable[[], BinaryIO]) -> Iterator[Document]:
    """The pages in a WARC file, in its order: responses with status 2xx and resources that are HTML.

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
        yield _unreadable(key, origin, error.reason)
    except _DAMAGED as error:
        yield _unreadable(key, origin, f"damaged behind {n_records} records: {because(error)}")
    else:
        if not n_pages:
            yield _unreadable(key, origin, f"no web page among the {n_records} records of this WARC file")


def _records(file: io.BufferedReader[io.RawIOBase], origin: str) -> Iterator[WarcRecord]:
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        raise SourceError(origin, "to read WARC files: pip install 'boilerstrip[warc]'") from None

    is_zipped = file.peek(2)[:2] == GZIP_MAGIC
    stream = _Unzipped(file) if is_zipped else file
    yield from ArchiveIterator(stream, parse_http=False)


class _Unzipped(io.RawIOBase):
    """A gzip file to be read. It tells where it is cut off, which fastwarc's own reader does not.

    Args:
        file: What is read; it stays open.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = gzip.GzipFile(fileobj=file)

    def read(self, size: int = -1) -> bytes:
        """So many bytes or less: what can be read before the place that is damaged is given first."""
        return self._file.read1(size)

    def tell(self) -> int:
        """Bytes read so far."""
        return self._file.tell()


def _page(record: WarcRecord, key: str, origin: str) -> Document | None:
    """A record's page; None where it holds none. Its body is read now, since the next record is behind it."""
    length = record.content_length
    if length <= MAX_INPUT_BYTES and record.freeze():  # its length is then what is there of it
        _refuse_cut(record, length)
    if record.headers.get("WARC-Type") not in _KINDS:
        return None
    if record.is_http:
        record.parse_http(auto_decode="all")
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ").encode("utf-8", "replace").decode()
    http: Any = record.http_headers  # None of a resource, whatever the stub says
    stated = (record.headers if http is None else http).get("Content-Type") or ""
    kind = stated.partition(";")[0].strip().lower()
    if (kind and kind not in _PAGE_TYPES) or not (http is None or 200 <= (http.status_code or 200) < 300):
        return None
    key, origin = f"{WARC_SUFFIX_RE.sub('', key)}/{_place(url)}", f"{origin}#{url}"
    try:
        body = record.reader.read(MAX_INPUT_BYTES + 1)
    except _DAMAGED as error:
        return _unreadable(key, origin, f"damaged: {because(error)}")
    if len(body) > MAX_INPUT_BYTES:
        return _unreadable(key, origin, f"holds more than {MAX_INPUT_BYTES // 1_000_000} MB")
    if not kind and body.lstrip()[:1] != b"<":
        return None
    charset = _CHARSET_RE.search(stated)
    is_known = charset is not None and by_label(charset[1]) is not None
    return Document(key, origin, lambda: body, url, charset[1] if charset and is_known else None)


def _refuse_cut(record: WarcRecord, length: int) -> None:
    """Raise where the file ends inside a record: fastwarc takes that for its end."""
    if record.content_length < length or record.headers.get("Content-Length") is None:
        raise EOFError("the end of the file is missing")


def _place(url: str) -> str:
    """Where a result goes: below its host, as its path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    name = f"{parts.path}index" if parts.path.endswith("/") or not parts.path else parts.path
    return f"{parts.netloc}/{name.lstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def _unreadable(key: str, origin: str, reason: str) -> Document:
    return Document(key, origin, partial(_refuse, origin, reason))


def _refuse(origin: str, reason: str) -> NoReturn:
    raise SourceError(origin, reason)
