"""The pages that no model has learned of (tests/unseen): whole, unlike those that one has, and read well."""

from __future__ import annotations

from pathlib import Path

import pytest

from boilerstrip.scoring import default_model
from boilerstrip.training.engines import load_engine
from boilerstrip.training.evaluate import evaluate_gold
from boilerstrip.training.gold import Gold, load_gold
from boilerstrip.training.read import read_samples

UNSEEN = Path(__file__).parent / "unseen"
WRITTEN = Path(__file__).parent / "written"
MIN_F1 = 0.90
"""0.933 was measured; another model may do worse on some of so few pages."""


@pytest.fixture(scope="module")
def gold() -> Gold:
    return load_gold(UNSEEN)


def test_each_page_has_its_record_and_the_main_content_is_in_it(gold: Gold) -> None:
    assert {page.id for page in gold.pages} == {
        path.name.removesuffix(".html.gz") for path in (UNSEEN / "html").iterdir()
    }
    assert f"{len(gold.pages)} pages" in (UNSEEN / "README.md").read_text("utf-8")
    samples = read_samples(gold.pages)
    assert [s.id for s in samples if s.n_matched.sum() < 0.98 * s.n_gold] == []


def test_the_model_that_ships_has_not_seen_them(gold: Gold) -> None:
    training, written = default_model().training, load_gold(WRITTEN)
    assert gold.digest not in (training.gold_sha256, training.auxiliary_sha256)
    assert training.auxiliary_sha256 == written.digest  # of which these are none
    texts = {page.main_content for page in written.pages}
    assert [page.id for page in gold.pages if page.main_content in texts] == []


def test_floor(gold: Gold) -> None:
    (result,) = evaluate_gold(gold, {"boilerstrip": load_engine("boilerstrip")})
    assert (result.total.n_errors, result.basis.code) == (0, "other-pages")
    assert result.total.f1 is not None
    assert result.total.f1 > MIN_F1
