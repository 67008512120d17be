"""Gold pages as text, in the ways in which other programs print a whole page.

A scorer that had seen one of them alone would learn that program's habits: who joins what to one line,
where blank lines stand, what a list looks like.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from boilerstrip.block import BlockTable

__all__ = [
    "CASELESS",
    "GOLD",
    "INTERVIEW",
    "INVENTED",
    "RENDERINGS",
    "RESIDUE",
    "THREAD",
    "UNSPACED",
    "render_page",
]

GOLD: Final = "gold"
"""Name of the rendering that is the main content by itself, all of which is to be kept."""
THREAD: Final = "thread"
"""The main content with invented comments below it."""
INTERVIEW: Final = "interview"
"""The main content with names over its paragraphs, all of which is to be kept."""
RESIDUE: Final = "residue"
"""The main content with a little of what stood around it on the page."""
UNSPACED: Final = "unspaced"
CASELESS: Final = "caseless"
"""A rendering in letters without capitals, and without blanks between words."""
INVENTED: Final = frozenset({GOLD, THREAD, INTERVIEW, RESIDUE, UNSPACED, CASELESS})
"""Texts that no program made of a page."""

_BLANK_RE: Final = re.compile(r"\n\s*\n")

Renderer = Callable[[str, BlockTable], str]


def render_page(html: str, table: BlockTable) -> dict[str, str]:
    """A page in every rendering of `RENDERINGS`; "" where a program fails on it.

    Args:
        html: The page, decoded.
        table: Its blocks.
    """
    return {name: _tried(renderer, html, table) for name, renderer in RENDERINGS.items()}


def _tried(renderer: Renderer, html: str, table: BlockTable) -> str:
    try:
        return renderer(html, table)
    except Exception:  # noqa: BLE001 - what other programs raise on bad pages is theirs to know
        return ""


def _lines(_html: str, table: BlockTable) -> str:
    """Every block a line, as Common Crawl's WET files have it."""
    return "\n".join(text for text in table.text if text)


def _spaced_lines(_html: str, table: BlockTable) -> str:
    return "\n\n".join(text for text in table.text if text)


def _html2text(html: str, _table: BlockTable) -> str:
    """Markdown in long lines, without addresses."""
    return _markdown(html, body_width=0, ignore_links=True, ignore_images=True)


def _html2text_wrapped(html: str, _table: BlockTable) -> str:
    """Markdown as the program gives it unasked: lines of 78 characters, links with their addresses."""
    return _markdown(html)


def _markdown(html: str, **options: Any) -> str:
    import html2text

    writer = html2text.HTML2Text()
    for name, value in options.items():
        setattr(writer, name, value)
    return str(writer.handle(html))


def _inscriptis(html: str, _table: BlockTable) -> str:
    """Laid out as on a screen: tables in columns, items set in."""
    import inscriptis

    return str(inscriptis.get_text(html))


def _trafilatura(html: str, _table: BlockTable) -> str:
    """All on one line."""
    from trafilatura import html2txt

    return str(html2txt(html))


def _resiliparse(html: str, _table: BlockTable) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=False))


def _without_blank_lines(renderer: Renderer) -> Renderer:
    return lambda html, table: _BLANK_RE.sub("\n", renderer(html, table))


RENDERINGS: Final[Mapping[str, Renderer]] = MappingProxyType(
    {
        "lines": _lines,
        "spaced-lines": _spaced_lines,
        "html2text": _html2text,
        "html2text-wrapped": _html2text_wrapped,
        "inscriptis": _inscriptis,
        "inscriptis-tight": _without_blank_lines(_inscriptis),
        "html2txt": _trafilatura,
        "resiliparse": _resiliparse,
        "resiliparse-tight": _without_blank_lines(_resiliparse),
    }
)
"""Renderings of a whole page by name."""
