"""Page -> string: Markdown, text, HTML, JSON. A renderer never changes which words are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from boilerstrip.errors import OptionError
from boilerstrip.options import DEFAULT_STYLE, Style
from boilerstrip.page import Page
from boilerstrip.render.markdown import markdown
from boilerstrip.render.outline import Footnotes, Node
from boilerstrip.render.outlined import has_words_of, outline, outline_of_words

__all__ = ["RENDERERS", "render"]


def render(page: Page, form: str, style: Style) -> str:
    """The page in a form; "" for md, txt and html where no block is kept.

    Args:
        page: The page with its decisions.
        form: A key of `RENDERERS`.
        style: Choices about the form; of them JSON heeds `blocks` and `clean_urls` alone.

    Returns:
        The document without a newline at its end. It can be encoded as UTF-8 and holds no control
        characters but newline and tab.

    Raises:
        OptionError: No such form.
        TypeError: The style is of another type.
    """
    if not isinstance(style, Style):
        raise TypeError(f"style must be Style, not {type(style).__name__}")
    renderer = RENDERERS.get(form)
    if renderer is None:
        raise OptionError(f"unknown format {form!r}; choose one of: {', '.join(RENDERERS)}")
    return renderer(page, style)


def _nodes(page: Page, style: Style) -> Sequence[Node]:
    """The page's outline, and its comments below where the style wants them; footnotes last."""
    return _with_comments(page, style, outline(page, style))


def _with_comments(page: Page, style: Style, nodes: Sequence[Node]) -> Sequence[Node]:
    if not nodes or style.comments != "separate":
        return nodes
    from boilerstrip.render.talk import section

    n_body = len(nodes) - isinstance(nodes[-1], Footnotes)
    comments = (_without_tracking(page) if style.clean_urls else page).comments
    return (*nodes[:n_body], *section(comments, style), *nodes[n_body:])


def _without_tracking(page: Page) -> Page:
    """The page with clean addresses in all that it says but its blocks, which hold those that it has."""
    from boilerstrip.render.build import keep_resolver, resolver_of

    cleaned = replace(page)
    keep_resolver(cleaned, DEFAULT_STYLE, resolver_of(page, replace(DEFAULT_STYLE, clean_urls=True)))
    return cleaned


def _render_markdown(page: Page, style: Style) -> str:
    nodes = _nodes(page, style)
    if style.tables == "text":
        from boilerstrip.render.rows import without_tables

        nodes = without_tables(nodes)
    if style.links == "reference":
        from boilerstrip.render.references import with_references

        document = with_references(nodes, markdown)
    else:
        document = markdown(nodes)
    if style.wrap:
        from boilerstrip.render.wrap import wrapped

        document = wrapped(document, style.wrap)
    if document and style.frontmatter:
        from boilerstrip.render.front import front_matter

        if head := front_matter(page):
            return f"{head}\n\n{document}"
    return document


def _render_text(page: Page, style: Style) -> str:
    from boilerstrip.render.plain import text

    # The words are the same with links and without, and on most pages with images and without, so that an
    # outline made for another form will do.
    if style.comments != "drop" or style.images == "alt" or not has_words_of(page):
        images = "drop" if style.images == "keep" else style.images
        bare = replace(style, links="drop", images=images)
        return text(_with_comments(page, bare, outline_of_words(page, bare, style)))
    return text(_nodes(page, style))


def _render_html(page: Page, style: Style) -> str:
    from boilerstrip.render.markup import html

    return html(_nodes(page, style))


def _render_json(page: Page, style: Style) -> str:
    from boilerstrip.render.record import json_line

    return json_line(_without_tracking(page) if style.clean_urls else page, blocks=style.blocks)


RENDERERS: Final[Mapping[str, Callable[[Page, Style], str]]] = MappingProxyType(
    {"md": _render_markdown, "txt": _render_text, "html": _render_html, "json": _render_json}
)
"""Every form with what renders it."""
