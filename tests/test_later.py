"""What waits until it is asked for: roles, reasons, threads. It is the same whenever that is."""

from __future__ import annotations

import copy
import gc
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from boilerstrip import Page, extract, extract_text, pipeline, pipeline_text
from boilerstrip.block import Decisions
from boilerstrip.collector import collector_paused
from boilerstrip.later import Later

SAMPLES = Path(__file__).parents[1] / "samples"
THREAD = (SAMPLES / "xenforo-thread.html").read_bytes()
NEWS = (SAMPLES / "news-donation-wpdiscuz.html").read_bytes()
DUMPS = Path(__file__).parent / "dumps"
DUMP = (DUMPS / "news-wpdiscuz-en.txt").read_bytes()


def test_it_is_made_once_and_what_it_is_made_of_is_let_go() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return len(made)

    later = Later(make)
    assert (later(), later(), made) == (1, 1, [1])
    assert later._make is None


def test_none_is_a_value() -> None:
    made: list[int] = []
    later = Later(lambda: made.append(1))
    assert (later(), later(), made) == (None, None, [1])


def test_it_is_pickled_as_its_value() -> None:
    later = Later(lambda: 42)
    assert pickle.loads(pickle.dumps(later))() == 42


def test_markdown_needs_no_roles_and_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        pytest.fail("nobody asked")

    monkeypatch.setattr(pipeline, "_explained", fail)
    monkeypatch.setattr(pipeline, "_found_threads", fail)
    page = extract(NEWS)
    assert page.markdown
    assert page.text
    assert page.html


def test_roles_are_the_same_after_other_pages() -> None:
    """What was measured of the page is forgotten by then, and measured again."""
    at_once = extract(THREAD).to_json()
    page = extract(THREAD)
    for path in sorted(SAMPLES.glob("*.html"))[:6]:
        extract(path.read_bytes())
    assert page.to_json() == at_once


@pytest.mark.parametrize("looked_at", [False, True])
@pytest.mark.parametrize("copied", [lambda page: pickle.loads(pickle.dumps(page)), copy.copy, copy.deepcopy])
def test_a_copy_says_the_same(copied: Any, *, looked_at: bool) -> None:
    page = extract(THREAD)
    said = extract(THREAD).to_json()
    if looked_at:
        assert page.to_json() == said
    again: Page = copied(page)
    assert again.to_json() == said
    assert again.threads == page.threads
    assert again.decisions.reason == page.decisions.reason


def test_a_pickle_holds_plain_decisions_and_no_notes() -> None:
    page = extract(NEWS)
    before = len(pickle.dumps(page))
    assert page.markdown
    assert len(pickle.dumps(page)) < before + 2 * len(page.markdown) + 1_000
    assert type(pickle.loads(pickle.dumps(page)).decisions) is Decisions


def test_a_page_of_text_is_pickled_too() -> None:
    page = extract_text("A line that says something, and says it twice.\n\nAnother line of the same kind.\n")
    assert pickle.loads(pickle.dumps(page)).to_json() == page.to_json()


def test_markdown_of_a_text_needs_no_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline_text, "_explained", lambda *_: pytest.fail("nobody asked"))
    page = extract_text(DUMP)
    assert page.markdown
    assert page.text
    assert page.html


@pytest.mark.parametrize("most", [0, 5_000])
def test_roles_of_a_text_are_the_same_after_other_texts(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was measured of it is forgotten by then; of a large text it is never remembered."""
    at_once = extract_text(DUMP).to_json()
    monkeypatch.setattr(pipeline_text, "_MOST_REMEMBERED", most)
    page = extract_text(DUMP)
    assert (pipeline_text._measured.cache_info().currsize > 0) == (most > 0)
    for path in sorted(DUMPS.glob("*.truth.txt"))[:6]:
        extract_text(path.read_bytes())
    assert page.to_json() == at_once


def test_threads_of_the_process_may_ask_at_the_same_time() -> None:
    page, said = extract(THREAD), extract(THREAD).to_json()
    with ThreadPoolExecutor(8) as pool:
        assert {*pool.map(lambda _: page.to_json(), range(16))} == {said}


def test_a_large_page_is_explained_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was measured of it is too large to be kept."""
    monkeypatch.setattr(pipeline, "_MOST_REMEMBERED", 10)
    page = extract(NEWS)
    assert pipeline._measured.cache_info().currsize == 0
    asked: list[int] = []
    monkeypatch.setattr(pipeline, "_explained", lambda *_: asked.append(1))
    assert len(page.decisions.role) == page.table.n_blocks > 10
    assert not asked


def test_the_collector_runs_again_afterwards() -> None:
    assert gc.isenabled()
    extract(NEWS).to_json()
    assert gc.isenabled()
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_a_collector_that_somebody_stopped_stays_so() -> None:
    gc.disable()
    try:
        extract(NEWS).to_json()
        assert not gc.isenabled()
    finally:
        gc.enable()
