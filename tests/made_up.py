"""Tables and choices for tests of compiled parts, in ways that no walk makes either."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from boilerstrip.block import BlockTable
from boilerstrip.role_words import ROLE_OF_TAG

__all__ = ["pages", "table_of"]

LABELS = (
    *(
        "site-nav",
        "menu-item",
        "newsletter",
        "comment",
        "comment-form",
        "comments",
        "cookie-notice",
        "breadcrumb",
    ),
    *(
        "related",
        "footer",
        "header",
        "hidden",
        "hidden md:flex",
        "donation",
        "ad",
        "x7",
        "",
        "search",
        "share",
    ),
    *("login", "pagination", "author-bio", "paywall", "newsletter site-nav footer"),
)
PURPOSES = (
    {"role": "navigation"},
    {"role": "banner", "hidden": ""},
    {"itemtype": "https://schema.org/Comment"},
    {"style": "display:none"},
    {"role": "x"},
)


def table_of(lengths: list[int], elements: list[tuple[str, int, str, int, int]]) -> BlockTable:
    """Blocks of so many characters, and elements: tag, parent, label, first and end block."""
    n, zeros = len(lengths), [0] * len(elements)
    tag, parent, label, first, end = map(list, zip(*elements, strict=True))
    return BlockTable(
        text=["x" * length for length in lengths],
        inline=[()] * n,
        element=[0] * n,
        n_chars=lengths,
        n_link_chars=[0] * n,
        tag=tag,  # type: ignore[arg-type]
        parent=parent,  # type: ignore[arg-type]
        label=label,  # type: ignore[arg-type]
        mask=zeros,
        around=zeros,
        first_block=first,  # type: ignore[arg-type]
        end_block=end,  # type: ignore[arg-type]
    )


@st.composite
def pages(draw: st.DrawFn) -> tuple[BlockTable, list[bool]]:
    """Any elements around any blocks, in ways that no walk makes either."""
    lengths = draw(st.lists(st.integers(0, 20), min_size=1, max_size=8))
    elements: list[tuple[str, int, str, int, int]] = []
    for i in range(draw(st.integers(1, 12))):
        tag = draw(st.sampled_from(("html", "body", "div", "li", "article", "h2", *ROLE_OF_TAG)))
        first = draw(st.integers(0, len(lengths)))
        end = draw(st.integers(first, len(lengths)))
        elements.append((tag, draw(st.integers(-1, i - 1)), draw(st.sampled_from(LABELS)), first, end))
    purposes = draw(st.dictionaries(st.integers(0, len(elements) - 1), st.sampled_from(PURPOSES), max_size=3))
    table = replace(table_of(lengths, elements), purposes=purposes)
    return table, [draw(st.booleans()) for _ in lengths]
