"""Gold pages -> samples: read, cut, labelled and measured, just as `extract` reads a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from boilerstrip.features import measure
from boilerstrip.metadata.strings import host_of, web_url
from boilerstrip.pipeline import read_page
from boilerstrip.training.gold import GoldPage
from boilerstrip.training.labels import label_blocks
from boilerstrip.training.sample import Sample

__all__ = ["read_sample", "read_samples"]


def read_samples(
    pages: Iterable[GoldPage], advance: Callable[[], object] = lambda: None, *, is_auxiliary: bool = False
) -> list[Sample]:
    """The samples of those pages that have a whole gold.

    Args:
        pages: Of one gold standard.
        advance: Called after each page.
        is_auxiliary: Whether that is the auxiliary one.

    Raises:
        GoldError: the HTML of a page cannot be read.
    """
    samples = []
    for page in pages:
        if page.main_content is not None:
            sample = read_sample(page, page.main_content)
            samples.append(replace(sample, is_auxiliary=is_auxiliary))
        advance()
    return samples


def read_sample(page: GoldPage, gold: str) -> Sample:
    """One page as a sample.

    Raises:
        GoldError: its HTML cannot be read.
    """
    read = read_page(page.read_html(), page.url)
    # Inline markup is for renderers; without it a thousand tables are half as large.
    table = replace(read.table, inline=[()] * read.table.n_blocks)
    labels = label_blocks(table, gold)
    return Sample(
        id=page.id,
        page_type=page.page_type,
        group=host_of(web_url(page.url)) or page.id.partition("/")[0],
        table=table,
        title=read.metadata.title,
        clues=read.clues,
        features=measure(table, read.metadata.title, read.clues),
        n_words=labels.n_words,
        n_matched=labels.n_matched,
        n_gold=labels.n_gold,
    )
