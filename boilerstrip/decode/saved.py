"""Pages that a browser or a mail program saved in one file: the HTML in it, its address and its charset.

MHTML (RFC 2557: ".mhtml" of Chrome and Edge, ".mht" of Internet Explorer and Word) is a message of parts, as
a mail is (".eml"); Safari's ".webarchive" is a binary property list.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from boilerstrip.patterns import late_pattern

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["Saved", "is_saved", "unpack"]

_HTML: Final = ("text/html", "application/xhtml+xml")
_PROPERTY_LIST: Final = b"bplist00"
_HEAD: Final = 16_384
"""Bytes in which the headers of a message end, or at least say that it is one."""
_FIRST_RE: Final = late_pattern(rb"[!-9;-~]{1,60}:", re.I)
"""What a message begins with: the name of a header."""
_VERSION_RE: Final = late_pattern(rb"^mime-version[ \t]*:", re.I | re.M)
_END_RE: Final = late_pattern(rb"\r\n\r\n|\n\n|\r\r")
_HTML_RE: Final = late_pattern(rb"^content-type:\s{0,9}(?:text/html|application/xhtml\+xml)\b", re.I | re.M)
_NESTED_RE: Final = late_pattern(rb"^content-type:\s{0,9}multipart/", re.I | re.M)
_MOST_NESTED: Final = 20
"""Parts in parts; a mail has three. A line costs a look for each around it, and many overflow the stack."""


class Saved(NamedTuple):
    """What a file holds that a page was saved in.

    Attributes:
        html: The page's bytes.
        url: Its address, as the file states it.
        charset: Its charset, as the file states it.
    """

    html: bytes
    url: str | None
    charset: str | None


def is_saved(data: bytes) -> bool:
    """Whether it is such a file: a property list, or a message with HTML in it."""
    return data.startswith(_PROPERTY_LIST) or _is_message(data)


def unpack(file: str | bytes) -> Saved | None:
    """The page in such a file; None where it is none, or has no page in it. Text is taken for UTF-8."""
    data = file if isinstance(file, bytes) else file.encode("utf-8", "replace")
    if not is_saved(data):
        return None
    return _of_property_list(data) if data.startswith(_PROPERTY_LIST) else _of_message(data)


def _is_message(data: bytes) -> bool:
    if _FIRST_RE.match(data) is None:
        return False
    headers = _END_RE.split(data[:_HEAD], 1)[0]
    return _VERSION_RE.search(headers) is not None and _HTML_RE.search(data) is not None


def _of_message(data: bytes) -> Saved | None:
    import email  # for the few pages that come so

    if sum(1 for _ in islice(_NESTED_RE.finditer(data), _MOST_NESTED + 1)) > _MOST_NESTED:
        return None
    message = email.message_from_bytes(data)
    parts = [part for part in message.walk() if part.get_content_type() in _HTML]
    if not parts:
        return None
    root = _start_of(message, parts)
    html = root.get_payload(decode=True)
    places = (root["Content-Location"], message["Snapshot-Content-Location"], message["Content-Location"])
    url = next((url for url in map(_address, places) if url), None)
    return Saved(html if isinstance(html, bytes) else b"", url, root.get_content_charset())


def _start_of(message: Message, parts: list[Message]) -> Message:
    """The part that is the page: the one that the message names, else the first one (RFC 2387)."""
    start = str(message.get_param("start", ""))
    return next((part for part in parts if start and part["Content-ID"] == start), parts[0])


def _address(value: object) -> str | None:
    """An address of the web; a header may have been folded."""
    address = "".join(str(value).split())
    return address if address.lower().startswith(("http://", "https://")) else None


def _of_property_list(data: bytes) -> Saved | None:
    import plistlib

    try:
        page = plistlib.loads(data)["WebMainResource"]
        html, kind = page["WebResourceData"], page["WebResourceMIMEType"]
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):  # damaged, or another list
        return None
    if kind not in _HTML or not isinstance(html, bytes):
        return None
    charset = page.get("WebResourceTextEncodingName")
    return Saved(html, _address(page.get("WebResourceURL")), charset if isinstance(charset, str) else None)
