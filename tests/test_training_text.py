"""Training on texts: renderings, invented texts, batches, and a fit that learns."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.pipeline import read_page
from boilerstrip.scoring.network import Network
from boilerstrip.training.calibrate import label_f1
from boilerstrip.training.fit import answer
from boilerstrip.training.gold_page import GoldPage
from boilerstrip.training.invented import add_thread, make_interview, posts_of, write_otherwise
from boilerstrip.training.renderings import INVENTED, RENDERINGS, render_page
from boilerstrip.training.textcalibrate import calibrate_texts, choose_text_threshold
from boilerstrip.training.textfit import TEXT_SHAPE, fit_texts
from boilerstrip.training.textsample import TextSample, sample_texts

pytest.importorskip("scipy")
pytest.importorskip("rapidfuzz")

PROSE = "The ferry left an hour late, and nobody minded, because the sun had come out and there were plums on board."
MENU = "Home\nNews\nSport\nContact\nLog in"
HTML = f"<html><body><ul><li>Home</li><li>News</li></ul><h1>The ferry</h1><p>{PROSE}</p><p>{PROSE}</p></body></html>"


def page_of(number: int) -> GoldPage:
    return GoldPage(
        id=f"p{number}",
        path=None,  # type: ignore[arg-type]  # nothing is read
        url=f"https://s{number}.example/",
        fold=None,
        page_type="article",
        main_content="",
        with_snippets=(),
        without_snippets=(),
    )


def samples_of(number: int) -> list[TextSample]:
    gold = "\n".join(f"{PROSE} {number} {i}." for i in range(3 + number % 4))
    return sample_texts(page_of(number), {"lines": (f"{MENU}\n{gold}\n{MENU}", gold), "gold": (gold, gold)})


def test_every_rendering_holds_the_words_of_the_page():
    for name in ("html2text", "inscriptis", "trafilatura", "resiliparse"):
        pytest.importorskip(name)
    rendered = render_page(HTML, read_page(HTML).table)
    assert list(rendered) == list(RENDERINGS)
    for name, text in rendered.items():
        assert "nobody minded" in " ".join(text.split()), name
        assert "News" in text, name
    assert INVENTED.isdisjoint(RENDERINGS)
    assert "\n\n" not in rendered["inscriptis-tight"]


def test_a_thread_stands_below_the_whole_article():
    gold = f"Title\n{PROSE}"
    text = add_thread(gold, [f"I do not agree with number {i}." for i in range(9)], np.random.default_rng(0))
    lines = [line for line in text.splitlines() if line]
    assert lines[:2] == ["Title", PROSE]
    assert sum(line.startswith("I do not agree") for line in lines) >= 2


def test_an_interview_keeps_the_words_of_the_article():
    gold = "\n".join(f"{PROSE} {i}" for i in range(6))
    text = make_interview(gold, np.random.default_rng(0))
    assert len(text.split()) > len(gold.split())
    remaining = iter(text.split())
    assert all(word in remaining for word in gold.split())


def test_only_lines_that_might_be_comments_are_posts():
    assert posts_of(["short\n" + PROSE + "\n" + "x" * 900]) == [PROSE]


def test_words_written_otherwise_are_the_same_everywhere():
    one, other = (write_otherwise(text, unspaced=True) for text in (PROSE, f"Plums. {PROSE}"))
    assert other.endswith(one)
    assert " " not in one
    assert not any(char.isupper() for char in write_otherwise(PROSE, unspaced=False))


def test_blocks_are_labelled_by_the_gold():
    lines = next(sample for sample in samples_of(0) if sample.rendering == "lines")
    share = lines.n_matched / lines.n_words
    assert share.tolist() == [0] * 5 + [1] * 3 + [0] * 5


def test_a_batch_takes_gradients_back_as_it_took_values_forth():
    from boilerstrip.training.textbatch import gather_texts

    samples = [samples_of(1)[0], samples_of(2)[0]]
    batch = gather_texts(samples, ["article"], None)
    random = np.random.default_rng(1)
    n, related = len(batch.rows), batch.mean.shape[0]
    values, back = (
        random.normal(size=(n, 2)).astype(np.float32),
        random.normal(size=(related, 2)).astype(np.float32),
    )
    forth = (batch.mean @ values * back).sum()
    assert forth == pytest.approx((values * (batch.mean.T @ back)).sum(), rel=1e-4)
    for pick in batch.picks:
        rows, grads = (
            random.normal(size=(related, 2)).astype(np.float32),
            random.normal(size=(n, 2)).astype(np.float32),
        )
        assert (pick @ rows * grads).sum() == pytest.approx((rows * (pick.T @ grads)).sum(), rel=1e-4)


def test_means_of_a_batch_are_those_that_the_network_takes():
    from boilerstrip.training.textbatch import gather_texts

    sample = samples_of(3)[0]
    batch = gather_texts([samples_of(1)[0], sample], ["article"], None)
    values = np.arange(len(batch.rows), dtype=np.float32)[:, None]
    own = values[-sample.features.n_blocks :, 0]
    for span, pick in enumerate(batch.picks[1:]):
        got = (pick @ (batch.mean @ values))[-sample.features.n_blocks :, 0]
        first, end = sample.features.first[span], sample.features.end[span]
        wanted = [own[a:b].mean() for a, b in zip(first, end, strict=True)]
        np.testing.assert_allclose(got, wanted, rtol=1e-5)


def test_a_fit_learns_to_tell_menus_from_prose_and_can_be_repeated():
    pages = {f"p{i}": samples_of(i) for i in range(24)}
    weights = fit_texts(pages, ["article"], epochs=6, seed=3)
    again = fit_texts(pages, ["article"], epochs=6, seed=3)
    assert all((weights[name] == again[name]).all() for name in weights)
    network = Network(weights, TEXT_SHAPE.rounds)
    known = [(sample, answer(network, sample)) for i in (30, 31) for sample in samples_of(i)]
    threshold = choose_text_threshold(known)
    assert all(label_f1(sample, found.blocks >= threshold) > 0.95 for sample, found in known)
    calibration = calibrate_texts(known, threshold)
    assert 0 <= calibration.nothing <= 1
    assert calibration.f1
