"""Train a model on a gold standard."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from boilerstrip.errors import GoldError, OptionError
from boilerstrip.scoring import Model
from boilerstrip.scoring.modelfile import read_model
from boilerstrip.training.crossfit import N_FITS, TrainingSet, fit_models
from boilerstrip.training.evaluate import Watch, unwatched
from boilerstrip.training.gold import Gold, gold_digest, load_gold, read_gold
from boilerstrip.training.read import read_samples
from boilerstrip.training.sample import Sample

__all__ = ["Trained", "check_number", "check_others", "check_tools", "require", "train"]

_TOOLS: Final = ("rapidfuzz", "scipy", "threadpoolctl")
"""What training needs beyond extraction; the extra `train` installs it."""
_MIN_PAGES: Final = 20
"""Pages below which nothing can be learned that would hold for another page."""


class Trained(NamedTuple):
    """A new model.

    Attributes:
        model: The model, as it will be read from its file.
        content: The file's bytes.
        left_out: Ids of the pages, auxiliary ones too, whose main content is not in their HTML.
    """

    model: Model
    content: bytes
    left_out: tuple[str, ...]


def train(
    folder: str | Path, seed: int = 0, watch: Watch = unwatched, auxiliary: str | Path | None = None
) -> Trained:
    """Train a model.

    Args:
        folder: The gold standard's directory, see `gold.read_gold`.
        seed: Of all random choices: the same pages and seed give the same model.
        watch: Entered once the number of steps (pages to read and networks to fit) is known.
        auxiliary: Directory of another gold standard, of which is learned as well. Its labels may follow
            other rules: those of the first hold. See docs/training.md.

    Raises:
        GoldError: a gold standard cannot be read, or the first is too small to learn from.
        OptionError: the training tools are not installed.
    """
    check_tools()
    pages, digest = read_gold(folder), gold_digest(folder)
    others = None if auxiliary is None else load_gold(auxiliary)
    check_others(digest, others)
    with watch(len(pages) + len(others.pages if others else ()) + N_FITS) as advance:
        samples = read_samples(pages, advance)
        check_samples(samples, folder)
        everything = TrainingSet(tuple(range(len(samples))), digest, seed, others.digest if others else "")
        known = [*samples, *read_samples(others.pages if others else (), advance, is_auxiliary=True)]
        (content,) = fit_models(known, [everything], advance)
    left_out = tuple(sample.id for sample in known if not sample.is_usable)
    return Trained(read_model(content, str(folder)), content, left_out)


def check_others(digest: str, auxiliary: Gold | None) -> None:
    """See that an auxiliary gold standard is another one.

    Args:
        digest: Of the gold standard itself.
        auxiliary: The other one, or None.

    Raises:
        GoldError: it is the same.
    """
    if auxiliary and auxiliary.digest == digest:
        raise GoldError(
            str(auxiliary.pages[0].path.parent), "is the gold standard itself, not an auxiliary one"
        )


def check_tools() -> None:
    """See that the training tools are there.

    Raises:
        OptionError: one is missing.
    """
    require(_TOOLS, "boilerstrip[train]")


def require(tools: Sequence[str], extra: str) -> None:
    """See that packages are installed.

    Args:
        tools: Their names, as they are imported.
        extra: What installs them.

    Raises:
        OptionError: one is missing.
    """
    missing = [name for name in tools if find_spec(name) is None]
    if missing:
        raise OptionError(f"training needs {', '.join(missing)}; pip install '{extra}'")


def check_samples(samples: list[Sample], folder: str | Path) -> None:
    """See that there is enough to learn from.

    Raises:
        GoldError: there is not.
    """
    check_number(sum(sample.is_usable for sample in samples), folder)


def check_number(n_usable: int, folder: str | Path) -> None:
    """See that so many pages are enough to learn from.

    Raises:
        GoldError: they are not.
    """
    if n_usable < _MIN_PAGES:
        raise GoldError(
            str(folder),
            f"has {n_usable} pages to learn from (with a whole gold that is in the HTML); "
            f"at least {_MIN_PAGES} are needed",
        )
