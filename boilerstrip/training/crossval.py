"""Cross-validation: every page measured with a model that has seen no page of its fold."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from boilerstrip.errors import GoldError
from boilerstrip.training.crossfit import N_FITS, TrainingSet, fit_models
from boilerstrip.training.engine import Basis, Engine
from boilerstrip.training.engines import OWN, load_boilerstrip
from boilerstrip.training.evaluate import Watch, measure_pages, sum_up, unwatched
from boilerstrip.training.gold import Gold, GoldPage
from boilerstrip.training.read import read_samples
from boilerstrip.training.results import Evaluation, PageResult
from boilerstrip.training.sample import Sample
from boilerstrip.training.train import check_others, check_samples, check_tools

__all__ = ["cross_validate"]

_BASIS: Final = Basis(
    "out-of-fold",
    "Out-of-fold: each page was measured with a model trained on the other folds alone, its threshold and "
    "its confidence included.",
)


def cross_validate(
    gold: Gold, seed: int = 0, watch: Watch = unwatched, auxiliary: Gold | None = None
) -> Evaluation:
    """Train a model without each fold of a gold standard, and measure it on that fold.

    Everything that is fitted is fitted anew for each fold. The pages are measured with `extract`, just
    as with any other model; only reading and labelling the pages for training is done once for all.

    Args:
        gold: The gold standard; each of its pages must have a fold.
        seed: As for `train.train`.
        watch: Entered with the number of steps: pages to read, networks to fit, pages to measure.
        auxiliary: As for `train.train`; all models learn of it, and it is not measured. It must hold no
            page of the first.

    Raises:
        GoldError: a page has no fold or cannot be read, there is only one fold, or what is left
            without a fold is too little to learn from; the auxiliary one is the same.
        OptionError: the training tools are not installed.
    """
    check_tools()
    check_others(gold.digest, auxiliary)
    folds = _folds(gold)
    others = auxiliary.pages if auxiliary else []
    with watch(2 * len(gold.pages) + len(others) + N_FITS * len(folds)) as advance:
        samples = read_samples(gold.pages, advance)
        sets = [_without(samples, pages, gold, seed) for pages in folds.values()]
        models = fit_models([*samples, *read_samples(others, advance, is_auxiliary=True)], sets, advance)
        results: dict[str, PageResult] = {}
        with TemporaryDirectory() as folder:
            for pages, model in zip(folds.values(), models, strict=True):
                path = Path(folder, f"{len(results)}.npz")
                path.write_bytes(model)
                engine = load_boilerstrip(path)
                results.update((result.id, result) for result in measure_pages(pages, engine, advance))
        whole = Engine(
            version=f"{engine.version.partition(',')[0]}, {len(folds)} models, seed {seed}",
            timed=engine.timed,
            run=engine.run,
            basis=lambda _digest: _BASIS,
        )
    return sum_up(gold, OWN, whole, [results[page.id] for page in gold.pages])


def _folds(gold: Gold) -> dict[int, list[GoldPage]]:
    folds: dict[int, list[GoldPage]] = {}
    for page in gold.pages:
        if page.fold is None:
            raise GoldError(str(page.path), 'has no "fold" in its record, which --cv needs')
        folds.setdefault(page.fold, []).append(page)
    if len(folds) < 2:
        raise GoldError(str(gold.pages[0].path.parent), "has pages of one fold only; --cv needs two at least")
    return dict(sorted(folds.items()))


def _without(samples: list[Sample], left_out: list[GoldPage], gold: Gold, seed: int) -> TrainingSet:
    ids = {page.id for page in left_out}
    chosen = tuple(i for i, sample in enumerate(samples) if sample.id not in ids)
    check_samples([samples[i] for i in chosen], f"the gold standard without fold {left_out[0].fold}")
    return TrainingSet(chosen, gold.digest, seed)
