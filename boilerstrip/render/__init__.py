"""Page -> string: Markdown, text, HTML, JSON. A renderer never changes which words are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from boilerstrip.errors import OptionError
from boilerstrip.options import Style
from boilerstrip.page import Page
from boilerstrip.render.build import outline
from boilerstrip.render.markdown import markdown
from boilerstrip.render.markup import html
from boilerstrip.render.outline import Node
from boilerstrip.render.plain import text
from boilerstrip.render.record import front_matter, json_line
from boilerstrip.render.talk import section

__all__ = ["RENDERERS", "render"]

_COMMENT_STYLES: Final = ("drop", "separate")


def render(page: Page, form: str, style: Style) -> str:
    """The page in a form; "" for md, txt and html where no block is kept.

    Args:
        page: The page with its decisions.
        form: A key of `RENDERERS`.
        style: Choices about links, images, front matter and comments; JSON heeds none of them.

    Returns:
        The document without a newline at its end. It can be encoded as UTF-8 and holds no control
        characters but newline and tab.

    Raises:
        OptionError: No such form or style of comments.
    """
    renderer = RENDERERS.get(form)
    if renderer is None:
        raise OptionError(f"unknown format {form!r}; choose one of: {', '.join(RENDERERS)}")
    if style.comments not in _COMMENT_STYLES:
        raise OptionError(f"unknown style of comments {style.comments!r}; choose one of: drop, separate")
    return renderer(page, style)


def _nodes(page: Page, style: Style) -> Sequence[Node]:
    """The page's outline, and its comments below where the style wants them."""
    known: Sequence[Node] | None = page.outlines.get(style)
    if known is not None:
        return known
    nodes = outline(page, style)
    if nodes and style.comments == "separate":
        nodes = (*nodes, *section(page.comments, style))
    if len(page.outlines) > 1:
        page.outlines.clear()
    page.outlines[style] = nodes
    return nodes


def _render_markdown(page: Page, style: Style) -> str:
    document = markdown(_nodes(page, style))
    if document and style.frontmatter and (head := front_matter(page.metadata)):
        return f"{head}\n\n{document}"
    return document


def _render_text(page: Page, style: Style) -> str:
    return text(_nodes(page, replace(style, links=False, images=False)))


def _render_html(page: Page, style: Style) -> str:
    return html(_nodes(page, style))


def _render_json(page: Page, _: Style) -> str:
    return json_line(page)


RENDERERS: Final[Mapping[str, Callable[[Page, Style], str]]] = MappingProxyType(
    {"md": _render_markdown, "txt": _render_text, "html": _render_html, "json": _render_json}
)
"""Every form with what renders it."""
