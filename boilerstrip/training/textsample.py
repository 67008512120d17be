"""Gold pages as texts -> samples: rendered in several ways, cut, labelled and measured."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.decode import decode
from boilerstrip.features.lines import measure_lines
from boilerstrip.features.matrix import Features
from boilerstrip.metadata.strings import host_of, web_url
from boilerstrip.pipeline import read_page
from boilerstrip.textdump.read import read_lines, read_text
from boilerstrip.training.gold import GoldPage
from boilerstrip.training.invented import (
    Surroundings,
    add_thread,
    make_interview,
    surround,
    surroundings,
    write_otherwise,
)
from boilerstrip.training.labels import Labels, label_blocks
from boilerstrip.training.renderings import CASELESS, GOLD, INTERVIEW, RESIDUE, THREAD, UNSPACED, render_page

__all__ = ["TextSample", "group_of", "read_texts", "sample_texts"]

_MOST_CHARS: Final = 400_000
"""Characters of a text above which nothing is learned of it: it would take longer than a hundred others."""
_MIN_ARTICLE: Final = 500
"""Characters of main content that readers may comment on."""
_PLAIN: Final = "lines"
"""The rendering whose lines are set around invented texts."""
_SURROUNDED: Final = 0.7
"""Share of the invented texts that are."""
_MOSTLY: Final = 0.5
"""Share of a line's words that are the gold's from which it belongs to the main content."""
_COMMENTED: Final = frozenset({"article", "documentation", "service", ""})
"""Page types below whose main content comments are invented."""


class TextSample(NamedTuple):
    """One text, labelled.

    Attributes:
        id, page_type: Of the gold page.
        group: Its domain, which must not be torn apart.
        rendering: How it was made text.
        features: What was measured of it; the columns in half precision, there are many texts.
        n_words, n_matched, n_gold: Labels, see `labels.Labels`.
    """

    id: str
    page_type: str
    group: str
    rendering: str
    features: Features
    n_words: NDArray[np.int64]
    n_matched: NDArray[np.int64]
    n_gold: int

    @property
    def is_usable(self) -> bool:
        """Whether something can be learned of it."""
        return self.features.n_blocks > 0 and Labels(self.n_words, self.n_matched, self.n_gold).are_usable


def group_of(page: GoldPage) -> str:
    """A page's domain, or the folder it lies in."""
    return host_of(web_url(page.url)) or page.id.partition("/")[0]


def read_texts(page: GoldPage, posts: Sequence[Sequence[str]]) -> list[TextSample]:
    """A gold page, which has a main content, in all its renderings.

    Args:
        page: The page.
        posts: Lines that invented comments are made of, of several kinds.

    Raises:
        GoldError: its HTML cannot be read.
    """
    gold = page.main_content or ""
    content = page.read_html()
    rendered = render_page(decode(content).text, read_page(content, page.url).table)
    texts = {name: (text, gold) for name, text in rendered.items() if text.strip()}
    return sample_texts(page, {**texts, **dict(_invent(page, gold, texts, posts))})


def _invent(
    page: GoldPage, gold: str, texts: Mapping[str, tuple[str, str]], posts: Sequence[Sequence[str]]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Texts that are made of the main content and of renderings, each with its own main content."""
    random = np.random.default_rng(zlib.crc32(page.id.encode()))
    yield GOLD, (gold, gold)
    for name, unspaced in ((UNSPACED, True), (CASELESS, False)):
        if texts:
            text = texts[list(texts)[int(random.integers(len(texts)))]][0]
            yield name, (write_otherwise(text, unspaced=unspaced), write_otherwise(gold, unspaced=unspaced))
    around = _around(texts.get(_PLAIN, ("", ""))[0], gold)
    yield RESIDUE, (surround(gold, around, random), gold)
    if len(gold) < _MIN_ARTICLE or page.page_type not in _COMMENTED:
        return
    kinds = [lines for lines in posts if lines]
    if kinds:
        thread = add_thread(gold, kinds[int(random.integers(len(kinds)))], random)
        yield THREAD, (surround(thread, around, random) if random.random() < _SURROUNDED else thread, gold)
    if page.page_type in ("article", ""):
        interview = make_interview(gold, random)
        text = surround(interview, around, random) if random.random() < _SURROUNDED else interview
        yield INTERVIEW, (text, interview)


def _around(text: str, gold: str) -> Surroundings:
    """What stands around the main content of a page that is rendered a line each block."""
    table = read_text(text)
    labels = label_blocks(table, gold)
    is_content = labels.n_matched >= _MOSTLY * np.maximum(labels.n_words, 1)
    return surroundings(list(table.text), is_content.tolist())


def sample_texts(page: GoldPage, texts: Mapping[str, tuple[str, str]]) -> list[TextSample]:
    """Texts made of a page as samples.

    Args:
        page: The page.
        texts: Text and main content by rendering.
    """
    samples, known = list[TextSample](), dict[tuple[str, ...], Labels]()
    for rendering, (text, gold) in texts.items():
        if len(text) > _MOST_CHARS:
            continue
        read = read_lines(text)
        key = (gold, *read.table.text)  # blank lines alone make no other labels
        if key not in known:
            known[key] = label_blocks(read.table, gold)
        features = measure_lines(read.table, read.n_blank)
        packed = features._replace(blocks=np.asarray(features.blocks, dtype=np.float16), told={})
        samples.append(TextSample(page.id, page.page_type, group_of(page), rendering, packed, *known[key]))
    return samples
