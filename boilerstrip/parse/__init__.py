"""Text -> lxml tree: the one place that makes a parser and repairs the source before it."""

from __future__ import annotations

import re
import threading
from typing import Final, NamedTuple

from lxml import etree

from boilerstrip.page import PageWarning, warn
from boilerstrip.parse.attributes import cut_attributes, has_long_tag
from boilerstrip.parse.source import to_source

__all__ = ["MAX_DEPTH", "Parsed", "max_depth", "parse", "roots_of"]

MAX_DEPTH: Final = 2_048
"""Open elements that libxml2 2.14 follows with `huge_tree`; it drops the text of deeper ones."""
_DEPTHS: Final = ((8_192, MAX_DEPTH), (32_768, 256), (65_536, 128))
"""How many elements may be around one in a page of at most so many tags, and 64 in a larger one.

Every block tells its place; an XPath to each of 100,000 blocks under 2,000 elements takes a gigabyte.
"""
_LEAST_DEPTH: Final = 64
_FLAT_DEPTH: Final = 256
"""Elements that stay around one, at most, where tags are taken out."""

_OWN_THREAD: Final = 1 << 19
"""Bytes from which on a source is parsed in a thread of its own, which costs a hundredth of the parse."""

_STREAMED: Final = b' id="S:'
"""What React's server writes into a part of a page that a script is to put in its place."""

_TAG_RE: Final = re.compile(r"<[a-zA-Z!/?]")
_UTF8_TAG_RE: Final = re.compile(_TAG_RE.pattern.encode())
# Level after level from the root on: a tenth of the time that counting ancestors takes.
_HAS_DEPTH: Final = {
    depth: etree.XPath(f"boolean({'/*' * (depth + 1)})") for depth in (_LEAST_DEPTH, 128, _FLAT_DEPTH)
}


class Parsed(NamedTuple):
    """The parsed page: its root elements in document order (none for an empty page), and warnings."""

    roots: tuple[etree._Element, ...]
    warnings: tuple[PageWarning, ...]


def parse(page: str | bytes) -> Parsed:
    """Parse a page's text as HTML. Never raises; text without any tag gives no tree and a warning.

    All text that a browser shows is in the tree. Where elements nest deeper than libxml2 follows, or than
    `max_depth` lets a large page, those further in are taken out around it, which a warning says.

    Args:
        page: Its text; or that as UTF-8 without NULs, where the caller has it.
    """
    if isinstance(page, bytes) and not _UTF8_TAG_RE.search(page):
        page = page.decode()
    if isinstance(page, str):
        if not page or page.isspace():
            return Parsed((), (warn("empty-input"),))
        if not _TAG_RE.search(page):
            return Parsed((), (warn("not-html", "there is no tag in it"),))
    warnings = [warn("nul-characters", page.count("\0"))] if isinstance(page, str) and "\0" in page else []
    source, n_tags, has_template, lacks_ends = to_source(page)
    if has_long_tag(source):
        source = cut_attributes(source)
    if lacks_ends:
        from boilerstrip.parse.unclosed import close_divs

        source = close_divs(source)
    most = max_depth(n_tags)
    if has_template and _STREAMED in source:
        from boilerstrip.parse.streamed import put_in_place

        tree = _read(source, keeps_comments=True)
        if tree.root is not None:
            put_in_place(tree.root, source)
            most = min(most, _FLAT_DEPTH)  # parts in parts nest deeper than libxml2 lets elements
    else:
        tree = _read(source)
    if tree.is_cut or (tree.root is not None and most < MAX_DEPTH and _HAS_DEPTH[most](tree.root)):
        from boilerstrip.parse.depth import flatten

        most = min(most, _FLAT_DEPTH)
        warnings.append(warn("depth-flattened", most))
        tree = _read(flatten(source, most))
        if tree.is_cut:  # end tags that libxml2 ignores, and `flatten` does not know about
            tree = _read(flatten(source, 0))
    if tree.root is None:  # nothing but comments or a doctype
        return Parsed((), (*warnings, warn("empty-input")))
    return Parsed(roots_of(tree.root), tuple(warnings))


def max_depth(n_tags: int) -> int:
    """How many elements may be around one in a page of so many tags.

    >>> max_depth(1_000), max_depth(20_000), max_depth(1_000_000)
    (2048, 256, 64)
    """
    return next((depth for most, depth in _DEPTHS if n_tags <= most), _LEAST_DEPTH)


def roots_of(root: etree._Element) -> tuple[etree._Element, ...]:
    """The element and, where it is the root of its document, the elements that stand after it.

    libxml2 hangs what follows a premature end of the document beside the root.
    """
    later = root.itersiblings() if root.getparent() is None else ()
    return (root, *(element for element in later if isinstance(element.tag, str)))


class _Tree(NamedTuple):
    root: etree._Element | None
    is_cut: bool  # whether libxml2 dropped what nests deeper than it follows


def _read(source: bytes, *, keeps_comments: bool = False) -> _Tree:
    """Parse; in a thread of its own what is large.

    libxml2 keeps every name of a tag or attribute it ever met, and lxml has one such list for each
    thread, so that a stream of pages with ever new names would take ever more memory.
    """
    if len(source) < _OWN_THREAD:
        return _read_here(source, keeps_comments)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as thread:
        try:
            reading = thread.submit(_read_here, source, keeps_comments)
        except RuntimeError:  # no more threads may be started
            return _read_here(source, keeps_comments)
        return reading.result()


def _new_parser(*, keeps_comments: bool) -> etree.HTMLParser:
    return etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=not keeps_comments,
        remove_pis=True,
        no_network=True,
        collect_ids=False,
    )


class _Own(threading.local):
    """A parser for each thread: to make one for each page costs a fiftieth of the parse, and a
    list of ids, which nobody asks for, a twentieth.
    """

    def __init__(self) -> None:
        self.parser = _new_parser(keeps_comments=False)


_OWN: Final = _Own()


def _read_here(source: bytes, keeps_comments: bool) -> _Tree:
    parser = _new_parser(keeps_comments=True) if keeps_comments else _OWN.parser
    root: etree._Element | None = etree.fromstring(source, parser)
    is_cut = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return _Tree(root, is_cut)
