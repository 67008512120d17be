"""Page after page in one process, and pages side by side: each as if it were alone, and nothing is left behind."""

from __future__ import annotations

import gc
import json
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from boilerstrip import extract
from boilerstrip.elements import look_up
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.bench.steady import fresh

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))
PAGES = [path.read_bytes()[:12_000] for path in SAMPLES]
N_THREADS = 8


def record(page: bytes) -> str:
    """Everything about a page, as one line."""
    return extract(page, "https://mill.example/").to_json()


def test_threads_give_what_one_gives_alone() -> None:
    alone = [record(page) for page in PAGES]
    gate = threading.Barrier(N_THREADS)

    def all_of_them(shift: int) -> list[str]:
        gate.wait(60)
        order = [*range(shift, len(PAGES)), *range(shift)]
        found = {at: record(PAGES[at]) for at in order}
        return [found[at] for at in range(len(PAGES))]

    with ThreadPoolExecutor(N_THREADS) as pool:
        for found in pool.map(all_of_them, range(N_THREADS)):
            assert found == alone


def test_a_page_is_the_same_after_others() -> None:
    before = record(PAGES[0])
    for at, page in enumerate(PAGES):
        record(fresh(page, at))
    assert record(PAGES[0]) == before


def test_three_hundred_pages_leave_nothing_behind() -> None:
    """Of the same few pages: caches are full after a round, and what grows from then on is a leak."""
    few = PAGES[:6]
    for page in few * 2:
        record(page)
    gc.collect()
    tracemalloc.start()
    try:
        for page in few:
            record(page)
        gc.collect()
        before, n_before = tracemalloc.get_traced_memory()[0], len(gc.get_objects())
        for page in few * 48:
            record(page)
        gc.collect()
        after, n_after = tracemalloc.get_traced_memory()[0], len(gc.get_objects())
    finally:
        tracemalloc.stop()
    assert after - before < 100_000, "bytes"
    assert n_after - n_before < 300, "objects"


@pytest.mark.parametrize("kind", ["class", "id", "itemprop"])
def test_labels_of_any_length_are_kept_short(kind: str) -> None:
    """Caches live as long as the process, and labels are their keys."""
    table = segment(parse(f'<div {kind}="{"post-body " * 5_000}"><p>text</p></div>').roots)
    assert max(map(len, table.label)) <= 2_100


def test_names_of_any_length_are_kept_short() -> None:
    assert len(look_up("x" * 5_000).name) <= 256


def test_a_long_label_is_cut_between_names() -> None:
    table = segment(parse(f'<div class="{"post-body " * 500}"><p>text</p></div>').roots)
    (label,) = {label for label in table.label if label}
    assert set(label.split()) == {"post-body"}


def test_a_large_page_is_read_in_a_thread_of_its_own() -> None:
    """Whose list of names goes with it; the tree is the same as of a page that is not large."""
    names = set()
    started = threading.Thread.start

    def start(self: threading.Thread) -> None:
        names.add(self.name)
        started(self)

    page = f"<p>{'word ' * 200_000}</p><p>end</p>"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        roots = parse(page).roots
        assert len(names) == 1
        parse(page[:5_000])
        assert len(names) == 1
    assert [node.tag for root in roots for node in root.iter()] == ["html", "body", "p", "p"]


def test_where_no_thread_can_be_started_a_large_page_is_read_all_the_same() -> None:
    def start(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threading.Thread, "start", start)
        page = extract(f"<p>{'word ' * 200_000}</p><p>end</p>")
    assert json.loads(page.to_json())["blocks"][-1]["text"] == "end"
