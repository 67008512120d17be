"""Features -> probabilities, page type, confidence; and the file a model is kept in."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from boilerstrip import ModelError
from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, CONTAINER_CHARS, PAGE_COLUMNS, Features, measure
from boilerstrip.metadata import NO_CLUES
from boilerstrip.parse import parse
from boilerstrip.scoring import Model, default_model, load_model
from boilerstrip.scoring.choose import choose, drop_comments, drop_told, is_fragment, lowest_kept
from boilerstrip.scoring.confidence import EVIDENCE, Calibration, measure_evidence
from boilerstrip.scoring.model import Training
from boilerstrip.scoring.modelfile import DEFAULT_MODEL, pack_model, read_model
from boilerstrip.scoring.network import CLIP, PAGE_CLIP, SHIFTS, Network, array_names
from boilerstrip.scoring.stored import stored_arrays
from boilerstrip.segment import segment

TYPES = ("article", "forum")
SAMPLE = Path(__file__).parents[1] / "samples" / "news-donation-wpdiscuz.html"
Arrays = dict[str, NDArray[np.float32]]


def random_arrays(hidden: int = 6, told: int = 3, page: int = 4, rounds: int = 2) -> Arrays:
    random = np.random.default_rng(3)
    n_whole = 2 * told + page
    shapes: dict[str, tuple[int, ...]] = {
        "mean": (len(COLUMNS),),
        "scale": (len(COLUMNS),),
        "page_mean": (len(PAGE_COLUMNS),),
        "page_scale": (len(PAGE_COLUMNS),),
        "encode": (len(COLUMNS), hidden),
        "encode_bias": (hidden,),
        "page": (len(PAGE_COLUMNS), page),
        "page_bias": (page,),
        "block": (hidden,),
        "block_bias": (),
        "type": (n_whole, len(TYPES)),
        "type_bias": (len(TYPES),),
    }
    for i in range(rounds):
        n_around = hidden + told * (len(SHIFTS) + 1 + len(CONTAINER_CHARS))
        shapes[f"round_{i}_tell"], shapes[f"round_{i}_tell_bias"] = (hidden, told), (told,)
        shapes[f"round_{i}_mix"], shapes[f"round_{i}_mix_bias"] = (n_around + n_whole, hidden), (hidden,)
    arrays = {name: random.normal(0, 0.3, shapes[name]).astype(np.float32) for name in array_names(rounds)}
    for name in ("scale", "page_scale"):
        arrays[name] = np.abs(arrays[name]) + np.float32(0.5)
    return {name: array.astype(np.float16).astype(np.float32) for name, array in arrays.items()}


def a_model(**changed: Any) -> Model:
    values: dict[str, Any] = {
        "name": "",
        "threshold": 0.4,
        "page_types": TYPES,
        "calibration": Calibration((0.1,) * (len(EVIDENCE) + len(TYPES)), 0.2, (0.0, 2.0), (0.25, 0.75), 0.5),
        "training": Training("0" * 64, 100, 3, 0, "0.1.0"),
        "arrays": random_arrays(),
        "n_rounds": 2,
    }
    return Model(**{**values, **changed})


def features_of(source: str) -> Features:
    return measure(segment(parse(source).roots), None, NO_CLUES)


def sample_features() -> Features:
    return features_of(SAMPLE.read_text("utf-8"))


# The network


def naive_logits(arrays: Arrays, features: Features) -> tuple[list[float], list[float]]:
    """What the network computes, block by block in plain loops."""

    def relu(values: NDArray[np.floating]) -> NDArray[np.floating]:
        return np.maximum(values, 0)

    n = features.n_blocks
    rows = np.clip((features.blocks - arrays["mean"]) / arrays["scale"], -CLIP, CLIP)
    page = np.clip((features.page - arrays["page_mean"]) / arrays["page_scale"], -PAGE_CLIP, PAGE_CLIP)
    said = relu(page @ arrays["page"] + arrays["page_bias"])
    hidden = [relu(rows[i] @ arrays["encode"] + arrays["encode_bias"]) for i in range(n)]
    for k in range(2):
        tell, bias = arrays[f"round_{k}_tell"], arrays[f"round_{k}_tell_bias"]
        told = [relu(hidden[i] @ tell + bias) for i in range(n)]
        nothing = np.zeros(tell.shape[1])
        weights = features.weight / features.weight.sum()
        whole = [np.mean(told, axis=0), sum(w * t for w, t in zip(weights, told, strict=True)), said]
        mixed = []
        for i in range(n):
            beside = [told[i - shift] if 0 <= i - shift < n else nothing for shift in SHIFTS]
            group = np.mean([told[j] for j in range(n) if features.group[j] == features.group[i]], axis=0)
            containers = [
                np.mean(told[a:b], axis=0)
                for a, b in zip(features.first[:, i], features.end[:, i], strict=True)
            ]
            around = np.concatenate([hidden[i], *beside, group, *containers, *whole])
            mixed.append(relu(around @ arrays[f"round_{k}_mix"] + arrays[f"round_{k}_mix_bias"]))
        hidden = mixed
    blocks = [float(h @ arrays["block"] + arrays["block_bias"]) for h in hidden]
    types = np.concatenate(whole) @ arrays["type"] + arrays["type_bias"]
    return blocks, types.tolist()


def test_the_network_computes_what_plain_loops_compute() -> None:
    arrays, features = random_arrays(), sample_features()
    blocks, types = naive_logits(arrays, features)
    outputs = Network(arrays, 2).run(features)
    np.testing.assert_allclose(outputs.blocks, blocks, rtol=2e-3, atol=2e-3)
    np.testing.assert_allclose(outputs.types, types, rtol=2e-3, atol=2e-3)


@pytest.mark.parametrize("n_rows", [1, 3, 1_000])
def test_it_does_not_matter_how_many_blocks_are_looked_at_together(
    n_rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    features, network = sample_features(), Network(random_arrays(), 2)
    whole = network.run(features)
    monkeypatch.setattr("boilerstrip.scoring.neighbours.ROWS", n_rows)
    parts = network.run(features)
    assert features.n_blocks > 3
    for one, other in zip((*whole[:2], *whole.layers), (*parts[:2], *parts.layers), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("n", [1, 2, 3, 7])
def test_pages_shorter_than_the_neighbourhood_are_scored(n: int) -> None:
    scores = a_model().score(features_of("<p>A paragraph, and what it says.</p>" * n))
    assert scores.blocks.shape == (n,)
    assert ((scores.blocks >= 0) & (scores.blocks <= 1)).all()


def test_scoring_changes_nothing_and_gives_the_same_again() -> None:
    model, features = a_model(), sample_features()
    before = [np.copy(part) for part in features]
    first, second = model.score(features), model.score(features)
    assert first.blocks.tobytes() == second.blocks.tobytes()
    assert first.types.tobytes() == second.types.tobytes()
    for part, old in zip(features, before, strict=True):
        assert (part == old).all()


def test_types_are_probabilities_and_a_page_without_blocks_has_even_ones() -> None:
    assert a_model().score(sample_features()).types.sum() == pytest.approx(1, abs=1e-3)
    nothing = a_model().score(features_of("<p></p>"))
    assert nothing.blocks.shape == (0,)
    assert nothing.types.tolist() == [0.5, 0.5]


def test_weights_cannot_be_changed_in_a_model() -> None:
    with pytest.raises(TypeError):
        a_model().arrays["mean"] = np.zeros(1, dtype=np.float32)  # type: ignore[index]  # what is tested


# The confidence


def test_evidence_of_a_sure_choice() -> None:
    chars = np.array([100.0, 50.0, 50.0])
    found = measure_evidence(
        chars, np.array([1.0, 1.0, 0.0]), np.array([True, True, False]), np.array([0.9, 0.1])
    )
    values = dict(zip(EVIDENCE, found, strict=False))
    assert values["f1"] == values["precision"] == values["recall"] == values["agreement"] == 1
    assert values["kept_share"] == 0.75
    assert values["sure_type"] == 0.9
    assert found[len(EVIDENCE) :].tolist() == [0.9, 0.1]


def test_evidence_is_the_expected_f1_in_characters() -> None:
    chars, probability = np.array([30.0, 10.0]), np.array([0.8, 0.5])
    found = measure_evidence(chars, probability, np.array([True, False]), np.array([1.0]))
    values = dict(zip(EVIDENCE, found, strict=False))
    assert values["precision"] == pytest.approx(0.8)
    assert values["recall"] == pytest.approx(24 / 29)
    assert values["f1"] == pytest.approx(2 * 24 / (30 + 29))
    assert values["log_missing_precision"] == pytest.approx(np.log(0.22))


def test_confidence_follows_the_curve_and_stays_on_it() -> None:
    curve = Calibration((1.0,), 0.5, (0.0, 1.0), (0.2, 0.8), 0.5)
    assert [curve.expect(np.array([x])) for x in (-9, -0.5, 0, 0.5, 9)] == pytest.approx(
        [0.2, 0.2, 0.5, 0.8, 0.8]
    )


def test_a_page_of_which_nothing_is_kept_has_the_confidence_of_such_pages() -> None:
    features, model = sample_features(), a_model()
    kept = np.zeros(features.n_blocks, dtype=bool)
    assert model.confidence(features, model.score(features), kept) == 0.5
    kept[3] = True
    assert 0.25 <= model.confidence(features, model.score(features), kept) <= 0.75


def test_a_page_without_blocks_has_no_confidence() -> None:
    features, model = measure(segment([]), None), a_model()
    assert model.confidence(features, model.score(features), np.zeros(0, dtype=bool)) == 0


# What is kept where nothing reaches the threshold


@pytest.mark.parametrize(
    ("n_paragraphs", "probabilities", "lowest"),
    [
        (20, [0.1, 0.3, 0.6], 0.5),  # one reaches it
        (20, [0.1, 0.3, 0.2], 0.09),  # none does on a page full of prose
        (20, [0.0, 0.0, 0.0], 0.5),  # nothing says what it could be
        (5, [0.0, 0.004, 0.001], 0.0),  # but a small page is not empty for that
        (5, [0.0, 0.02, 0.001], 0.006),
    ],
)
def test_the_lowest_probability_that_is_kept(
    n_paragraphs: int, probabilities: list[float], lowest: float
) -> None:
    paragraph = (
        "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
    )
    features = measure(segment(parse(f"<div class=sidebar>{paragraph * n_paragraphs}</div>").roots), None)
    told = np.resize(np.array(probabilities), features.n_blocks)
    assert lowest_kept(0.5, features, told) == pytest.approx(lowest)


# Comments


def test_nothing_is_kept_for_lack_of_better_where_a_page_is_mostly_menu() -> None:
    menu = "".join(f"<li><a href=/{i}>Section {i} of the paper</a></li>" for i in range(20))
    prose = "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
    features = measure(segment(parse(f"<ul>{menu}</ul>{prose}").roots), None)
    told = np.resize(np.array([0.1, 0.3]), features.n_blocks)
    assert lowest_kept(0.5, features, told) == 0.5


@pytest.mark.parametrize(
    ("n_likely", "prose", "lowest"),
    [
        (0, 0.2, 0.06),
        (0, 0.5, 0.5),
        (1, 0.2, 0.18),  # one in thirty is next to none
        (2, 0.2, 0.5),
    ],
)
def test_a_label_that_is_likely_does_not_stand_for_prose(n_likely: int, prose: float, lowest: float) -> None:
    paragraph = (
        "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
    )
    features = measure(segment(parse("<p><a href=#1>#1</a></p>" + paragraph * 30).roots), None)
    told = np.array([0.9, *[0.6] * n_likely, *[prose] * (30 - n_likely)])
    assert lowest_kept(0.5, features, told) == pytest.approx(lowest)


FRAGMENT = "<h1>Gate</h1>" + 4 * (
    "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
)


@pytest.mark.parametrize(
    ("more", "is_part"),
    [
        ("", True),
        ("<h2>Who pays</h2><ul><li>the council</li></ul>", True),
        ("<pre>a = 1</pre><figure><img src=/a.jpg><figcaption>The gate</figcaption></figure>", True),
        ("<p>Ask <a href=/k>the keeper</a> of the lock, who has the key to the house.</p>", True),
        ("<p><a href=/>More gates</a></p>", False),
        ("<div class=newsletter>One letter a week.</div>", False),
        ("<footer>All of the river</footer>", False),
        ("<p>Gate</p>" * 100, False),  # a list of something
    ],
)
def test_a_fragment_has_no_frame_and_keeps_its_prose(more: str, is_part: bool) -> None:
    table = segment(parse(FRAGMENT + more).roots)
    features = measure(table, None)
    assert is_fragment(features) is is_part
    told = np.array([0.9, 0.9, 0.1, 0.1, 0.01, *[0.1] * (table.n_blocks - 5)], dtype=np.float32)
    kept = choose(features, told, {"article": 1.0}, 0.5, table).kept
    assert kept[:5].tolist() == [True, True, is_part, is_part, False]
    short = [text for text, keep in zip(table.text[5:], kept[5:], strict=True) if keep and len(text) < 40]
    assert short == (["Who pays", "the council"] if "<h2>" in more else [])


def commented(n_paragraphs: int) -> BlockTable:
    paragraph = (
        "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
    )
    thread = f"<ol class=comments><li>{paragraph}</li><li>{paragraph}</li></ol>"
    return segment(parse(paragraph * n_paragraphs + thread).roots)


@pytest.mark.parametrize(
    ("n_paragraphs", "forum", "n_kept"),
    [
        (8, 0.1, 8),  # comments on an article go
        (8, 0.97, 10),  # in a forum they are the posts
        (8, 0.95, 8),  # short articles with comments look like one to the model
        (2, 0.1, 4),  # there is next to nothing that they could be comments on
    ],
)
def test_comments_go_where_they_are_comments_on_something(
    n_paragraphs: int, forum: float, n_kept: int
) -> None:
    table = commented(n_paragraphs)
    kept = drop_comments(measure(table, None), np.ones(table.n_blocks, dtype=bool), forum, table)
    assert kept.tolist() == [i < n_kept for i in range(n_paragraphs + 2)]


def test_no_comment_is_kept_by_being_dropped_elsewhere() -> None:
    table = commented(8)
    kept = np.array([*[True] * 8, False, True])
    assert drop_comments(measure(table, None), kept, 0.0, table).tolist() == [*[True] * 8, False, False]
    assert kept[-1], "what was given is not changed"


# What words tell

ASKING = (
    "<div><p>Reporting like this takes days, and somebody has to pay for the train.</p>"
    "<p>Please support our work: make a donation today.</p></div>"
)
LABEL = (
    '<p>More on this topic:</p><ul><li><a href="/1">Worn hinges</a></li><li><a href="/2">Ice</a></li></ul>'
)


def test_a_box_that_asks_for_a_donation_is_kept_only_where_the_model_is_sure() -> None:
    paragraph = (
        "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
    )
    features = measure(segment(parse(paragraph * 6 + ASKING).roots), None)
    kept = np.ones(8, dtype=bool)
    probability = np.full(8, 0.5)
    assert drop_told(features, kept, probability).tolist() == [*[True] * 6, False, False]
    probability[6:] = 0.9
    assert drop_told(features, kept, probability).all()


@pytest.mark.parametrize("links", [True, False])
def test_a_label_of_related_links_goes_with_them(links: bool) -> None:
    features = measure(segment(parse(f"<p>An article.</p>{LABEL}").roots), None)
    kept = np.array([True, True, links, links])
    assert drop_told(features, kept, np.full(4, 0.99)).tolist() == [True, links, links, links]


# The file


def test_a_model_comes_back_from_its_file() -> None:
    model = a_model()
    back = read_model(pack_model(model), "m.npz")
    assert back.name.startswith("network-")
    for name in ("threshold", "page_types", "calibration", "training", "n_rounds"):
        assert getattr(back, name) == getattr(model, name)
    features = sample_features()
    assert (back.score(features).blocks == model.score(features).blocks).all()


def test_the_same_model_makes_the_same_file() -> None:
    assert pack_model(a_model()) == pack_model(a_model())
    assert pack_model(read_model(pack_model(a_model()), "")) == pack_model(a_model())


def repacked(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A model's file with its header changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack_model(a_model()))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "header.npy":
                header = json.loads(np.load(io.BytesIO(content)).tobytes())
                change(header)
                packed = io.BytesIO()
                np.save(packed, np.frombuffer(json.dumps(header).encode(), dtype=np.uint8))
                content = packed.getvalue()
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda header: header.update(format=2), "has format 2, not 1"),
        (lambda header: header.pop("format"), "has format None"),
        (lambda header: header["columns"].append("new"), "was made for other columns"),
        (lambda header: header["columns"].reverse(), "was made for other columns"),
        (lambda header: header["page_columns"].pop(), "was made for other page_columns"),
        (lambda header: header.update(container_chars=[1]), "was made for other container_chars"),
        (lambda header: header.update(evidence=[]), "was made for other evidence"),
        (lambda header: header.pop("columns"), "damaged"),
        (lambda header: header.update(n_rounds=10**9), "no number of rounds"),
        (lambda header: header.update(n_rounds="2"), "no number of rounds"),
        (lambda header: header.update(n_rounds=3), "damaged"),
        (lambda header: header.update(page_types=[]), "no page type"),
        (lambda header: header.update(page_types=["a", "b", "c"]), "do not fit"),
        (lambda header: header.update(threshold=7), "threshold"),
        (lambda header: header.update(threshold=None), "damaged"),
        (lambda header: header["confidence"].update(weights=[1]), "do not fit"),
        (lambda header: header["confidence"].update(f1=[]), "damaged"),
        (lambda header: header.update(training={"who": 1}), "damaged"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(change: Callable[[dict[str, Any]], object], says: str) -> None:
    with pytest.raises(ModelError, match=says) as caught:
        read_model(repacked(change), "mine.npz")
    assert caught.value.path == "mine.npz"


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"no model", pack_model(a_model())[:-200], b"\x93NUMPY\x01\x00v\x00{}"],
    ids=["empty", "zip", "text", "cut", "numpy"],
)
def test_what_is_no_model_file_is_refused(content: bytes) -> None:
    with pytest.raises(ModelError, match="no model file") as caught:
        read_model(content, "m.npz")
    assert "pickle" not in caught.value.reason, "numpy's advice how to load it all the same is not ours"


def test_a_pickle_in_a_model_file_is_never_opened() -> None:
    out = io.BytesIO()
    np.savez(out, header=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ModelError):
        read_model(out.getvalue(), "m.npz")


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_weights_that_are_no_numbers_are_refused(value: float) -> None:
    arrays = random_arrays()
    arrays["encode"][0, 0] = value
    with pytest.raises(ModelError, match="no numbers"):
        read_model(pack_model(a_model(arrays=arrays)), "m.npz")


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.npz", tmp_path):
        with pytest.raises(ModelError, match="cannot be read") as caught:
            load_model(path)
        assert caught.value.path == str(path)


def test_a_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "m.npz"
    path.write_bytes(pack_model(a_model()))
    assert load_model(path).threshold == 0.4
    assert load_model(path) is load_model(str(path))
    path.write_bytes(pack_model(a_model(threshold=0.625)))
    assert load_model(path).threshold == 0.625


def test_the_model_that_ships_is_small_and_says_where_it_comes_from() -> None:
    assert DEFAULT_MODEL.stat().st_size < 2 * 1024 * 1024
    model = default_model()
    assert model is default_model()
    assert set(model.page_types) == {
        *("article", "forum", "product", "collection", "listing", "documentation", "service")
    }
    assert model.training.n_pages > 1_000
    assert len(model.training.gold_sha256) == 64
    assert 0 < model.threshold < 1


def test_the_weight_of_a_column_is_its_share_in_what_moves_the_logit() -> None:
    """Where no block tells another anything, a step towards the mean takes the same share of all weights."""
    features = sample_features()
    silent = {n: np.zeros_like(a) if "_tell" in n else a for n, a in random_arrays().items()}
    silent["scale"] = 1_000 * silent["scale"]  # no column is cut at its bounds
    silent["encode"] = 1_000 * silent["encode"]
    network, step = Network(silent, 2), 1e-3
    before = network.run(features)
    weights = network.weigh(features, before.layers, np.arange(features.n_blocks))
    assert weights.shape == features.blocks.shape
    moved = features._replace(blocks=features.blocks + step * (silent["mean"] - features.blocks))
    change = (before.blocks - network.run(moved).blocks) / step
    agree = np.isclose(change, weights.sum(axis=1), rtol=0.03, atol=1e-3)
    assert agree.mean() > 0.95, "but for blocks that the step takes over a kink of the network"


def test_a_file_as_it_is_written_is_read_without_numpys_help_and_no_other() -> None:
    content = pack_model(a_model())
    with np.load(io.BytesIO(content)) as stored:
        others = {name: stored[name] for name in stored.files}
    found = stored_arrays(content)
    assert found is not None
    assert list(found) == list(others)
    for name, array in others.items():
        assert (found[name].dtype, found[name].shape) == (array.dtype, array.shape), name
        assert found[name].tobytes() == array.tobytes(), name
    assert [cut for cut in range(0, len(content), 7) if stored_arrays(content[:cut]) is not None] == []
    for at in range(0, content.index(b"PK\1\2"), 97):
        changed = stored_arrays(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        for name in found if changed else ():  # it was in a member's date or name
            assert changed is not None
            assert name not in changed or changed[name].tobytes() == found[name].tobytes(), at
    for short in (b"", b"PK\1\2", b"PK\3\4", b"PK\1\2" * 6):
        assert stored_arrays(short) is None


def test_a_packed_file_is_a_model_as_well() -> None:
    out = io.BytesIO()
    written = io.BytesIO(pack_model(a_model()))
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert stored_arrays(out.getvalue()) is None
    assert pack_model(read_model(out.getvalue(), "packed.npz")) == pack_model(a_model())


def test_a_page_scored_some_rows_at_a_time_has_the_scores_of_one_scored_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bit for bit, with the neighbours and containers that lie in other rows."""
    section = (
        "<section><h2>Of mills</h2><p>{}</p><ul><li><a href=/x>One</a><li>Two, and three.</ul></section>"
    )
    source = "".join(
        section.format(f"The wheel of mill {i} turned again. " * (1 + i % 9)) for i in range(700)
    )
    table = segment(parse(f"<body><main>{source}</main>").roots)
    features, model = measure(table, "Of mills"), default_model()
    assert features.n_blocks > 2_500
    found = model.score(features)
    blocks = np.arange(0, features.n_blocks, 3)
    weights = model.weigh(features, found, blocks)
    for rows in (120, 10**6):
        monkeypatch.setattr("boilerstrip.scoring.neighbours.ROWS", rows)
        other = model.score(features)
        assert other.blocks.tobytes() == found.blocks.tobytes()
        assert other.types.tobytes() == found.types.tobytes()
        for layer, like in zip(other.layers, found.layers, strict=True):
            assert layer.tobytes() == like.tobytes()
    some = np.concatenate(
        [model.weigh(features, found, blocks[at : at + 120]) for at in range(0, len(blocks), 120)]
    )
    assert some.tobytes() == weights.tobytes()


_SCORED = """
import time
import numpy as np
from boilerstrip.features import COLUMNS, CONTAINER_CHARS, PAGE_COLUMNS, Features
from boilerstrip.scoring import default_model

def of_others():
    time.sleep(0.2)
    return time.process_time() - time.thread_time()

n, random = 48_000, np.random.default_rng(5)
at = np.arange(n)
features = Features(
    random.random((n, len(COLUMNS)), dtype=np.float32),
    random.random(len(PAGE_COLUMNS), dtype=np.float32),
    random.random(n, dtype=np.float32) * 20,
    at % 50,
    np.tile(at // 40 * 40, (len(CONTAINER_CHARS), 1)),
    np.tile(np.minimum(at // 40 * 40 + 40, n), (len(CONTAINER_CHARS), 1)),
    {},
)
model, before = default_model(), of_others()
scores = model.score(features)
confidence = model.confidence(features, scores, scores.blocks > scores.blocks.mean())
print(round(1_000 * (of_others() - before)))
print(confidence, *(hash(part.tobytes()) for part in (scores.blocks, scores.types, *scores.layers)))
"""


def test_a_large_page_is_scored_by_one_thread_with_the_same_result_on_any_number_of_processors() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-c", _SCORED],
            env={**os.environ, "OPENBLAS_NUM_THREADS": n_threads, "PYTHONHASHSEED": "0"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for n_threads in ("1", "2")
    ]
    assert told[0][1] == told[1][1]
    assert int(told[1][0]) <= 10  # ms of other threads
