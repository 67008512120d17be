"""From labelled pages to a model, whole: training, cross-validation, and both commands."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import boilerstrip
from boilerstrip import GoldError, ModelError, OptionError, Options
from boilerstrip.cli.main import run
from boilerstrip.cli.train import train as command
from boilerstrip.scoring import load_model
from boilerstrip.training import crossfit
from boilerstrip.training import train as train_module
from boilerstrip.training.calibrate import Answer, calibrate, choose_threshold, label_f1
from boilerstrip.training.crossfit import N_FITS, TrainingSet, fit_models
from boilerstrip.training.crossval import cross_validate
from boilerstrip.training.gold import gold_digest, load_gold
from boilerstrip.training.read import read_samples
from boilerstrip.training.sample import Sample
from boilerstrip.training.train import Trained, train
from tests.training_pages import labelled_page, write_gold, write_two_folds

N_PAGES = 35
"""Five of each of the seven made-up sites."""


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    assert len(list(write_gold(folder, N_PAGES))) == N_PAGES
    return folder


@pytest.fixture(scope="module")
def two_folds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two-folds")
    write_two_folds(folder, 2 * N_PAGES)
    return folder


@pytest.fixture(scope="module")
def samples(gold: Path) -> list[Sample]:
    return read_samples(load_gold(gold).pages)


@pytest.fixture(scope="module")
def trained(gold: Path) -> Trained:
    return train(gold)


# The model


def test_a_model_learns_what_its_pages_have_in_common(trained: Trained, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(trained.content)
    html, text = labelled_page(1_000)  # which it has not seen
    page = boilerstrip.extract(html, options=Options(model=path))
    assert page.text.split() == text.split()
    assert page.page_type is not None
    assert page.page_type.name == "page"  # the pages had no types
    assert page.confidence > 0.9


def test_a_model_says_where_it_comes_from(trained: Trained, gold: Path) -> None:
    training = trained.model.training
    assert training.gold_sha256 == gold_digest(gold)
    assert (training.n_pages, training.n_left_out, training.seed) == (N_PAGES, 0, 0)
    assert training.version == boilerstrip.__version__
    assert trained.left_out == ()


def test_the_same_pages_and_seed_give_the_same_bytes_however_many_processes(samples: list[Sample]) -> None:
    chosen = TrainingSet(tuple(range(24)), "digest", 7)
    other = chosen._replace(seed=8)
    one = fit_models(samples, [chosen], n_workers=1)
    several = fit_models(samples, [other, chosen], n_workers=3)
    assert several[1] == one[0]
    assert several[0] != one[0]


def test_each_fit_is_told(samples: list[Sample]) -> None:
    calls = []
    fit_models(samples, [TrainingSet(tuple(range(20)), "", 0)], lambda: calls.append(1))
    assert len(calls) == N_FITS


def test_pages_without_their_main_content_are_left_out_and_named(tmp_path: Path) -> None:
    list(write_gold(tmp_path, 21))
    (tmp_path / "observer" / "0.txt").write_text(
        "None of these things stands anywhere in that page.", "utf-8"
    )
    trained = train(tmp_path)
    assert trained.left_out == ("observer/0",)
    assert (trained.model.training.n_pages, trained.model.training.n_left_out) == (20, 1)


def test_auxiliary_pages_are_learned_by_all_networks_and_asked_about_by_none(
    samples: list[Sample],
) -> None:
    others = [replace(sample, is_auxiliary=True) for sample in samples[:6]]
    chosen = TrainingSet(tuple(range(24)), "digest", 0, "other digest")
    tasks = crossfit._tasks([*samples, *others], chosen)
    theirs = set(range(len(samples), len(samples) + 6))
    assert [theirs <= set(task.learned) for task in tasks] == [True] * N_FITS
    assert [set(task.learned) - theirs <= set(range(24)) for task in tasks] == [True] * N_FITS
    assert set().union(*(task.asked for task in tasks)) == set(range(24))


def test_a_model_says_of_what_auxiliary_pages_it_learned(
    trained: Trained, gold: Path, tmp_path: Path
) -> None:
    list(write_gold(tmp_path, 10))
    (tmp_path / "ledger" / "1.txt").write_text("None of these things stands in that page.", "utf-8")
    found = train(gold, auxiliary=tmp_path)
    with_others, training = found.model, found.model.training
    assert (training.n_pages, training.n_auxiliary, training.n_left_out) == (N_PAGES, 9, 0)
    assert found.left_out == ("ledger/1",)
    assert training.gold_sha256 == gold_digest(gold)
    assert training.auxiliary_sha256 == gold_digest(tmp_path)
    assert with_others.name != trained.model.name
    assert (trained.model.training.n_auxiliary, trained.model.training.auxiliary_sha256) == (0, "")


def test_a_gold_standard_is_not_its_own_auxiliary_one(gold: Path) -> None:
    with pytest.raises(GoldError, match="is the gold standard itself"):
        train(gold, auxiliary=gold)
    pages = load_gold(gold)
    with pytest.raises(GoldError, match="is the gold standard itself"):
        cross_validate(pages, auxiliary=pages)


def test_too_few_pages_are_an_error(tmp_path: Path) -> None:
    list(write_gold(tmp_path, 19))
    with pytest.raises(GoldError, match=r"has 19 pages to learn from .* at least 20"):
        train(tmp_path)


def test_missing_tools_are_an_error_that_says_what_to_install(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_module, "_TOOLS", ("rapidfuzz", "no_such_tool"))
    with pytest.raises(OptionError, match=r"needs no_such_tool; pip install 'boilerstrip\[train\]'"):
        train(gold)


# Parts


def split(groups: list[str], samples: list[Sample]) -> list[int]:
    """The parts of samples of these groups."""
    renamed = [replace(samples[0], group=group) for group in groups]
    parts = crossfit._parts(renamed, range(len(groups)))
    return [parts[i] for i in range(len(groups))]


def test_parts_hold_whole_sites_and_stay_when_sites_are_added(samples: list[Sample]) -> None:
    sites = [f"site-{i % 40}.example" for i in range(200)]
    parts = split(sites, samples)
    assert len(set(zip(sites, parts, strict=True))) == 40
    assert 60 < sum(parts) < 140
    more = split([*sites, *(f"more-{i}.example" for i in range(50))], samples)
    assert more[:200] == parts


@pytest.mark.parametrize("n_sites", [2, 3, 4])
def test_few_sites_are_shared_out_by_their_size(samples: list[Sample], n_sites: int) -> None:
    for name in range(20):  # by their hash, some of these would all fall into one part
        sites = [f"{name}-{i % n_sites}.example" for i in range(24)]
        parts = split(sites, samples)
        assert len(set(zip(sites, parts, strict=True))) == n_sites
        assert 6 <= sum(parts) <= 18


def test_pages_of_one_site_are_split_all_the_same(samples: list[Sample]) -> None:
    assert sum(split(["one.example"] * 24, samples)) == 12


# Threshold and confidence


def known(samples: list[Sample], quality: float) -> list[tuple[Sample, Answer]]:
    """Answers that tell main content from boilerplate as well as said, 0 (by chance) to 1."""
    random = np.random.default_rng(0)
    answers = []
    for sample in samples:
        true = sample.n_matched / np.maximum(sample.n_words, 1)
        noise = random.uniform(size=len(true))
        blocks = (quality * true + (1 - quality) * noise).astype(np.float32)
        answers.append((sample, Answer(blocks, np.ones(1, dtype=np.float32))))
    return answers


def test_of_thresholds_that_are_as_good_the_highest_is_taken(samples: list[Sample]) -> None:
    perfect = known(samples, 1)
    assert choose_threshold(perfect, ("page",)) == 0.7  # the highest that is looked at
    near = [(s, Answer(0.4 + 0.2 * a.blocks, a.types)) for s, a in perfect]  # 0.4 is boilerplate, 0.6 is not
    assert 0.5 < choose_threshold(near, ("page",)) <= 0.6


def test_label_f1_worked_by_hand(samples: list[Sample]) -> None:
    sample = replace(samples[0], n_words=np.array([4, 6, 2]), n_matched=np.array([4, 3, 0]), n_gold=10)
    assert label_f1(sample, np.array([True, True, False])) == pytest.approx(2 * 7 / (10 + 10))
    assert label_f1(sample, np.zeros(3, dtype=bool)) == 0
    assert label_f1(replace(sample, n_gold=0), np.zeros(3, dtype=bool)) == 1


def test_the_confidence_is_higher_where_answers_were_better(samples: list[Sample]) -> None:
    good, bad = known(samples[:15], 0.95), known(samples[15:], 0.2)
    calibration = calibrate([*good, *bad], 0.5, ("page",))
    assert list(calibration.f1) == sorted(calibration.f1)
    assert calibration.f1[-1] > calibration.f1[0] + 0.2
    assert list(calibration.sums) == sorted(set(calibration.sums))


def test_a_confidence_is_fitted_where_nothing_is_kept(samples: list[Sample]) -> None:
    nothing = [(s, Answer(np.zeros(len(s.n_words), np.float32), np.ones(1, np.float32))) for s in samples]
    calibration = calibrate(nothing, 0.5, ("page",))
    assert calibration.f1 == (0.0,)
    assert calibration.nothing == pytest.approx(1 / (N_PAGES + 2))  # all of them were wrong


# Cross-validation


def test_cross_validation_measures_each_page_once_with_a_model_that_has_not_seen_it(
    gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = load_gold(gold)
    sets = []

    def noted(samples: list[Sample], chosen: list[TrainingSet], advance: Callable[[], object]) -> list[bytes]:
        sets.extend({samples[i].id for i in each.chosen} for each in chosen)
        return fit_models(samples, chosen, advance)

    steps = []

    @contextmanager
    def watch(n_steps: int) -> Iterator[Callable[[], object]]:
        yield lambda: steps.append(1)
        assert len(steps) == n_steps

    monkeypatch.setattr("boilerstrip.training.crossval.fit_models", noted)
    result = cross_validate(pages, watch=watch)
    assert [page.id for page in result.pages] == [page.id for page in pages.pages]
    by_fold = {fold: {page.id for page in pages.pages if page.fold == fold} for fold in range(5)}
    assert [sets[i] & by_fold[i] for i in range(5)] == [set()] * 5
    assert [sets[i] | by_fold[i] for i in range(5)] == [{page.id for page in pages.pages}] * 5
    assert (result.basis.code, result.total.n_errors) == ("out-of-fold", 0)
    assert result.total.f1 is not None
    assert result.total.f1 > 0.95
    assert "5 models" in result.engine_version


def test_cross_validation_needs_folds(gold: Path) -> None:
    pages = load_gold(gold)
    with pytest.raises(GoldError, match='has no "fold"'):
        cross_validate(pages._replace(pages=[*pages.pages[1:], replace(pages.pages[0], fold=None)]))
    with pytest.raises(GoldError, match="of one fold only"):
        cross_validate(pages._replace(pages=[replace(page, fold=1) for page in pages.pages]))
    with pytest.raises(GoldError, match=r"without fold 0: has .* pages to learn from"):
        cross_validate(pages._replace(pages=pages.pages[:22]))


# The commands


def test_the_commands_train_a_model_and_use_it(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, page = tmp_path / "model.npz", tmp_path / "page.html"
    assert run(["train", str(gold), "-o", str(model)]) == 0
    assert f"from {N_PAGES} pages" in capsys.readouterr().err
    html, text = labelled_page(1_001)
    page.write_text(html, "utf-8")
    assert run(["--model", str(model), "-f", "txt", str(page)]) == 0
    assert capsys.readouterr().out.split() == text.split()
    assert run(["evaluate", str(gold), "--model", str(model), "--limit", "5", "-f", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["basis"]["code"] == "in-sample"
    assert record["engine_version"].endswith(load_model(model).name)


def test_the_command_for_cross_validation(two_folds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", str(two_folds), "--cv", "-q"]) == 0
    out = capsys.readouterr().out
    assert "Out-of-fold" in out
    assert "ean error of the confidence in ten equal bins" in out


def test_the_commands_learn_of_auxiliary_pages(
    gold: Path, two_folds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, others = tmp_path / "model.npz", tmp_path / "others"
    list(write_gold(others, 9))
    assert run(["train", str(gold), "--auxiliary", str(others), "-o", str(model)]) == 0
    assert f"from {N_PAGES} pages and 9 auxiliary ones in" in capsys.readouterr().err
    assert run(["evaluate", str(others), "--model", str(model), "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["basis"]["code"] == "in-sample"
    assert run(["evaluate", str(two_folds), "--cv", "--auxiliary", str(others), "-f", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["basis"]["code"] == "out-of-fold"
    assert record["total"]["n_pages"] == 2 * N_PAGES


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a page and a gold standard too small to learn from."""
    monkeypatch.chdir(tmp_path)
    list(write_gold(tmp_path / "gold", 10))
    Path("page.html").write_text("<p>A page.</p>", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["train", "gold"], 2, "-o"),
        (["train", "nothing", "-o", "m.npz"], 66, "nothing"),
        (["train", "gold", "-o", "missing/m.npz"], 74, "missing/m.npz"),
        (["train", "gold", "-o", "m.npz", "--seed", "-1"], 2, "-1"),
        (["evaluate", "gold", "--cv", "--model", "m.npz"], 2, "--cv"),
        (["evaluate", "gold", "--cv", "--engine", "trafilatura"], 2, "--cv"),
        (["evaluate", "gold", "--model", "m.npz"], 66, "m.npz"),
        (["evaluate", "gold", "--cv"], 66, "pages to learn from"),
        (["evaluate", "gold", "--auxiliary", "gold"], 2, "--cv"),
        (["evaluate", "gold", "--cv", "--auxiliary", "nothing"], 66, "nothing"),
        (["train", "gold", "--auxiliary", "nothing", "-o", "m.npz"], 66, "nothing"),
        (["train", "gold", "--auxiliary", "gold", "-o", "m.npz"], 66, "itself"),
        (["train", "gold", "--auxiliary", "gold", "--text", "-o", "m.npz"], 2, "--text"),
        (["train", "gold", "-o", ""], 2, "-o needs a name"),
        (["--model", "m.npz", "page.html"], 66, "m.npz"),
        (["--model", "page.html", "page.html"], 66, "is no model file"),
    ],
)
def test_wrong_calls(
    in_folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, words: str
) -> None:
    assert run(arguments) == code
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert not (in_folder / "m.npz").exists()


def test_a_model_of_too_few_pages_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    list(write_gold(tmp_path / "gold", 3))
    target = tmp_path / "m.npz"
    target.write_text("what was there before", "utf-8")
    assert run(["train", str(tmp_path / "gold"), "-o", str(target)]) == 66
    assert "at least 20" in capsys.readouterr().err
    assert target.read_text("utf-8") == "what was there before"


@pytest.mark.skipif(os.name == "nt", reason="pipes with a name are POSIX's")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boilerstrip.cli.train._made", lambda *_, **__: SimpleNamespace(content=b"a model"))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(["train", str(tmp_path), "-o", str(pipe), "-q"]) == 0
        assert pipe.is_fifo()
        assert os.read(reader, 100) == b"a model"
    finally:
        os.close(reader)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


def test_a_model_that_cannot_be_read_is_an_error_of_the_call(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no-such\.npz: cannot be read"):
        boilerstrip.extract("<p>A page.</p>", options=Options(model=tmp_path / "no-such.npz"))


def test_the_options_of_the_command_are_documented() -> None:
    text = (Path(__file__).parents[1] / "docs" / "training.md").read_text("utf-8")
    rows = re.findall(r"^\| (`-.*?) \|", text, re.MULTILINE)
    named = {flag for row in rows for flag in re.findall(r"`(-[-\w]+)`", row)}
    assert named == {flag for each in command.params for flag in each.opts} - {"gold_dir"} | {"-h", "--help"}
