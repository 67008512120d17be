"""Other extractors, each called as its makers would have it called for the main content as plain text.

All get the page's bytes; decoding is theirs, and is in the time. Their options are their defaults but
where a comment says why not. Packages of the extra `bench`; each is imported when it is wanted.
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import version
from types import MappingProxyType
from typing import Final

from boilerstrip.training.engine import Basis, Engine, Extracted
from boilerstrip.training.stoplists import ENGLISH, STOPLISTS

__all__ = ["PEERS", "declared_stoplist"]

_SILENCE: Final = logging.NullHandler()
"""For engines that log what they think of each page: without a handler Python prints that."""

_ROOT_RE: Final = re.compile(rb"<html\b[^>]*", re.IGNORECASE)
_LANGUAGE_RE: Final = re.compile(rb"[\s:]lang\s{0,9}=\s{0,9}[\"']?([a-z]{2,3})\b", re.IGNORECASE)
"""The primary subtag of `lang` or `xml:lang` on the root element."""


def _trafilatura() -> Engine:
    import trafilatura

    _silence("trafilatura")

    def run(html: bytes, url: str | None) -> Extracted:
        # Without readers' comments, which ours drops as well: so it scores best, and so the figures in
        # shared/bench/README.md were measured.
        return Extracted(trafilatura.extract(html, url=url, include_comments=False) or "")

    return Engine(
        version=trafilatura.__version__,
        timed="trafilatura.extract(html, url=url, include_comments=False)",
        run=run,
        basis=lambda _digest: Basis(
            "peer",
            "Nothing in trafilatura was fitted here. Which pages its makers looked at is not known to this "
            "command; the snippets in shared/bench are from their own evaluation.",
        ),
    )


def _resiliparse() -> Engine:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def run(html: bytes, _url: str | None) -> Extracted:
        # It takes text only, and offers these two to get it. Bullets and descriptions of images are no
        # text of the page; no other engine here gives them.
        page = bytes_to_str(html, detect_encoding(html, from_html_meta=True) or "utf-8")
        return Extracted(extract_plain_text(page, main_content=True, list_bullets=False, alt_texts=False))

    return Engine(
        version=version("resiliparse"),
        timed="extract_plain_text(bytes_to_str(html, detect_encoding(html, from_html_meta=True)), "
        "main_content=True, list_bullets=False, alt_texts=False)",
        run=run,
        basis=lambda _digest: _basis("resiliparse"),
    )


def _readability() -> Engine:
    import readability

    from boilerstrip.training.plain import html_text

    _silence("readability")

    def run(html: bytes, _url: str | None) -> Extracted:
        return Extracted(html_text(readability.Document(html).summary()))

    return Engine(
        version=version("readability-lxml"),
        timed="Document(html).summary(), and the text of that HTML with a line for each block",
        run=run,
        basis=lambda _digest: _basis("readability-lxml"),
    )


def _justext() -> Engine:
    import justext

    stoplist = cache(justext.get_stoplist)

    def run(html: bytes, _url: str | None) -> Extracted:
        paragraphs = justext.justext(html, stoplist(declared_stoplist(html)))
        return Extracted("\n".join(part.text for part in paragraphs if not part.is_boilerplate))

    return Engine(
        version=version("jusText"),
        timed="justext(html, get_stoplist(language)) with the language that the page declares, else English, "
        "and its paragraphs that are no boilerplate",
        run=run,
        basis=lambda _digest: _basis("jusText"),
    )


def _newspaper() -> Engine:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it wants packages for a summary, which is not asked for
        import newspaper

    _silence("newspaper", "bs4")

    def run(html: bytes, url: str | None) -> Extracted:
        # Never to the network: it would fetch images to measure them, and follow a refresh. All of the
        # text: by default it ends after 100,000 characters. Its text is without the headline on purpose.
        article = newspaper.article(
            url or "", input_html=html, fetch_images=False, follow_meta_refresh=False, max_text=sys.maxsize
        )
        return Extracted(f"{article.title}\n\n{article.text}")

    return Engine(
        version=version("newspaper4k"),
        timed="article(url, input_html=html, fetch_images=False, max_text=all), its title and its text",
        run=run,
        basis=lambda _digest: _basis("newspaper4k"),
    )


PEERS: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType(
    {
        "trafilatura": _trafilatura,
        "resiliparse": _resiliparse,
        "readability-lxml": _readability,
        "justext": _justext,
        "newspaper4k": _newspaper,
    }
)
"""Every other extractor by the name of its package; a call imports it."""


def declared_stoplist(html: bytes) -> str:
    """The name of jusText's stop list for the language that a page declares, else for English.

    >>> declared_stoplist(b'<!doctype html><html class="no-js" lang="de-AT">')
    'German'
    """
    root = _ROOT_RE.search(html)
    found = _LANGUAGE_RE.search(root[0]) if root else None
    return STOPLISTS.get(found[1].decode().lower(), ENGLISH) if found else ENGLISH


def _silence(*names: str) -> None:
    for name in names:
        logging.getLogger(name).addHandler(_SILENCE)


def _basis(name: str) -> Basis:
    return Basis(
        "peer",
        f"Nothing in {name} was fitted here. Which pages its makers looked at is not known to this command.",
    )
