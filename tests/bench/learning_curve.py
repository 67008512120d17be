"""F1 against the number of training pages.

    boilerstrip evaluate GOLD_DIR --cv -f json > cv.json
    python tests/bench/learning_curve.py GOLD_DIR cv.json PICTURE [FOLD ...]

For each fold (all unless given) models are trained on an eighth, a quarter and a half of the pages of the
other folds, sites kept whole, and measured on the fold's pages with `extract`; for all of the pages that
has been done by the first command. The figures go to standard output, the picture to PICTURE (.svg or
.png). Needs matplotlib and the extra `train`.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from boilerstrip.training.crossfit import TrainingSet, fit_models
from boilerstrip.training.engines import load_boilerstrip, load_engine
from boilerstrip.training.evaluate import measure_pages
from boilerstrip.training.gold import load_gold
from boilerstrip.training.read import read_samples
from boilerstrip.training.results import PageResult, summarize
from boilerstrip.training.sample import Sample

SHARES = (1 / 8, 1 / 4, 1 / 2)
SEED = 0


def part_of_sites(samples: list[Sample], left_out: set[str], share: float) -> tuple[int, ...]:
    """Indices of that share of the samples that are not left out; smaller parts lie in larger ones."""
    kept = [i for i, sample in enumerate(samples) if sample.id not in left_out]
    sites = sorted({samples[i].group for i in kept})
    random.Random(SEED).shuffle(sites)
    place = {site: number for number, site in enumerate(sites)}
    kept.sort(key=lambda i: (place[samples[i].group], i))
    return tuple(sorted(kept[: round(share * len(kept))]))


def main(folder: str, measured_before: str, picture: str, folds: list[int]) -> None:
    """Train, measure, print and draw."""
    gold = load_gold(folder)
    folds = folds or sorted({page.fold for page in gold.pages if page.fold is not None})
    asked = {fold: [page for page in gold.pages if page.fold == fold] for fold in folds}
    samples = read_samples(gold.pages)
    sets = [
        TrainingSet(part_of_sites(samples, {page.id for page in asked[fold]}, share), gold.digest, SEED)
        for share in SHARES
        for fold in folds
    ]
    models = iter(fit_models(samples, sets))
    numbers = iter(len(chosen.chosen) for chosen in sets)
    points = []
    for _ in SHARES:
        results: list[PageResult] = []
        n_pages = 0
        for fold in folds:
            n_pages += next(numbers)
            results += measured(next(models), asked[fold])
        points.append((n_pages / len(folds), summarize(results).f1 or 0.0))
        print(f"{points[-1][0]:6.0f} pages: F1 {points[-1][1]:.4f} on {len(results)} pages", flush=True)
    pages = [page for fold in folds for page in asked[fold]]
    before = json.loads(Path(measured_before).read_text("utf-8"))
    f1 = {page["id"]: page["f1"] for page in before["pages"]}
    n_pages = len(samples) - len(pages) / len(folds)
    points.append((n_pages, sum(f1[page.id] for page in pages) / len(pages)))
    print(f"{n_pages:6.0f} pages: F1 {points[-1][1]:.4f}, from {measured_before}")
    peer = summarize(measure_pages(pages, load_engine("trafilatura"))).f1 or 0.0
    print(f"trafilatura: {peer:.4f}")
    draw(points, peer, picture)


def measured(model: bytes, pages: list) -> list[PageResult]:
    """The pages' results with a model."""
    with TemporaryDirectory() as place:
        path = Path(place, "model.npz")
        path.write_bytes(model)
        return measure_pages(pages, load_boilerstrip(path))


def draw(points: list[tuple[float, float]], peer: float, picture: str) -> None:
    """The picture: F1 against pages, with trafilatura's as a line."""
    import matplotlib.pyplot as plt  # of no extra: the tests look for doctests here without it

    plt.rcParams.update({"svg.hashsalt": "boilerstrip", "font.family": "sans-serif"})
    figure, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    numbers, f1 = zip(*points, strict=True)
    axes.plot(numbers, f1, marker="o", color="#1f5f8b", label="boilerstrip, out-of-fold")
    for number, value in points:
        axes.annotate(f"{value:.3f}", (number, value), textcoords="offset points", xytext=(0, 8), ha="center")
    axes.axhline(peer, color="#888888", linestyle="--", label=f"trafilatura ({peer:.3f})")
    axes.set_xscale("log", base=2)
    axes.set_xticks(numbers, [f"{number:.0f}" for number in numbers])
    axes.minorticks_off()
    axes.margins(y=0.2)
    axes.set_xlabel("training pages")
    axes.set_ylabel("word F1, mean over pages")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower right", frameon=False)
    figure.savefig(picture, metadata={"Date": None} if picture.endswith(".svg") else None)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:4], [int(fold) for fold in sys.argv[4:]])
