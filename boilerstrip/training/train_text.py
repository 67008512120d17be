"""Train a model of texts on a gold standard of web pages, rendered to text in several ways.

As in `crossfit`, the network that ships is fitted to all pages, and two more, each to half of the sites,
tell what to expect of it on pages that it has not seen: of their answers come threshold and confidence.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from boilerstrip import __version__
from boilerstrip.scoring.model import Training
from boilerstrip.scoring.network import Network
from boilerstrip.scoring.textmodel import TextModel
from boilerstrip.scoring.textmodelfile import pack_text_model, read_text_model
from boilerstrip.training.calibrate import Answer
from boilerstrip.training.evaluate import Watch, unwatched
from boilerstrip.training.fit import answer
from boilerstrip.training.gold import GoldPage, gold_digest, read_gold
from boilerstrip.training.invented import posts_of
from boilerstrip.training.learner import Weights
from boilerstrip.training.renderings import INVENTED
from boilerstrip.training.textcalibrate import calibrate_texts, choose_text_threshold
from boilerstrip.training.textfit import TEXT_SHAPE, fit_texts
from boilerstrip.training.textsample import TextSample, group_of, read_texts
from boilerstrip.training.train import check_number, require

__all__ = ["TrainedText", "check_text_tools", "fit_text_model", "train_text"]

_TOOLS: Final = (
    "rapidfuzz",
    "scipy",
    "threadpoolctl",
    "html2text",
    "inscriptis",
    "trafilatura",
    "resiliparse",
)
"""What training needs beyond extraction: to align, to fit, and to render pages as others do."""
_EPOCHS: Final = 8
_N_PARTS: Final = 2
_FORUM: Final = "forum"

Pages = Mapping[str, Sequence[TextSample]]


class TrainedText(NamedTuple):
    """A new model, and the bytes of its file."""

    model: TextModel
    content: bytes


def train_text(folder: str | Path, seed: int = 0, watch: Watch = unwatched) -> TrainedText:
    """Train a model of texts.

    Args:
        folder: The gold standard's directory, see `gold.read_gold`.
        seed: Of all random choices: the same pages and seed give the same model.
        watch: Entered once the number of steps (pages to read and networks to fit) is known.

    Raises:
        GoldError: the gold standard cannot be read, or is too small to learn from.
        OptionError: the training tools are not installed.
    """
    check_text_tools()
    pages = [page for page in read_gold(folder) if page.main_content is not None]
    parts = {page.id: _part(group_of(page)) for page in pages}
    posts = [_posts(pages, parts, part) for part in range(_N_PARTS)]
    with (
        watch(len(pages) + 1 + _N_PARTS) as advance,
        ProcessPoolExecutor(os.cpu_count() or 1, get_context("spawn"), initializer=_one_thread) as pool,
    ):
        read = dict[str, list[TextSample]]()
        futures = [pool.submit(read_texts, page, posts[parts[page.id]]) for page in pages]
        for page, future in zip(pages, futures, strict=True):
            read[page.id] = [sample for sample in future.result() if sample.is_usable]
            advance()
        usable = {name: samples for name, samples in read.items() if samples}
        check_number(len(usable), folder)
        training = Training(gold_digest(folder), len(usable), len(pages) - len(usable), seed, __version__)
        content = fit_text_model(usable, training, pool)
    return TrainedText(read_text_model(content, str(folder)), content)


def check_text_tools() -> None:
    """See that the training tools are there.

    Raises:
        OptionError: one is missing.
    """
    require(_TOOLS, "boilerstrip[all]")


def fit_text_model(pages: Pages, training: Training, pool: ProcessPoolExecutor) -> bytes:
    """Fit a model to pages, given as samples by page; the bytes of its file.

    Args:
        pages: Usable samples of each page.
        training: Where they come from; gives the seed.
        pool: Runs the fits.
    """
    types = tuple(sorted({samples[0].page_type for samples in pages.values()} - {""})) or ("page",)
    whole = pool.submit(_fit, pages, {}, types, training.seed)
    halves = [
        pool.submit(
            _fit,
            {name: samples for name, samples in pages.items() if _part(samples[0].group) != part},
            {name: samples for name, samples in pages.items() if _part(samples[0].group) == part},
            types,
            training.seed + 1 + part,
        )
        for part in range(_N_PARTS)
    ]
    known = [pair for half in halves for pair in half.result()[1]]
    threshold = choose_text_threshold(known)
    return pack_text_model(
        TextModel(
            name="",
            threshold=threshold,
            page_types=types,
            calibration=calibrate_texts(known, threshold),
            training=training,
            arrays=whole.result()[0],
            n_rounds=TEXT_SHAPE.rounds,
        )
    )


def _fit(
    learned: Pages, asked: Pages, types: Sequence[str], seed: int
) -> tuple[Weights, list[tuple[TextSample, Answer]]]:
    """Weights fitted to some pages, and what they say of the rendered texts of others."""
    weights = fit_texts(learned, types, _EPOCHS, seed)
    network = Network(weights, TEXT_SHAPE.rounds)
    texts = [s for samples in asked.values() for s in samples if s.rendering not in INVENTED]
    return weights, [(sample, answer(network, sample)) for sample in texts]


def _one_thread() -> None:
    from threadpoolctl import threadpool_limits

    # More would fight for the processors, and sums would depend on their number.
    threadpool_limits(1)


def _part(group: str) -> int:
    """A site stays in its part whatever other sites there are."""
    return zlib.crc32(group.encode()) % _N_PARTS


def _posts(pages: Sequence[GoldPage], parts: Mapping[str, int], part: int) -> list[list[str]]:
    """What comments are made of: lines of the forums of the same part, and lines of its other pages."""
    of_part = [page for page in pages if parts[page.id] == part]
    return [
        posts_of([page.main_content or "" for page in of_part if (page.page_type == _FORUM) is is_forum])
        for is_forum in (True, False)
    ]
