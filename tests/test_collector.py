"""What the cyclic garbage collector is spared, and that all is freed for all that."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from boilerstrip import collector, extract, pipeline
from boilerstrip.block import BlockTable
from boilerstrip.collector import leave_out
from tests.pure import PAGES, pure

needs_compiled = pytest.mark.skipif(collector.COMPILED is None, reason="_acyclic is not built")


@contextmanager
def stopped() -> Iterator[None]:
    """Nothing is looked through meanwhile: what is freed is freed by its last reference."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def is_plain(thing: object) -> bool:
    """Whether a thing is a number, a text, or has nothing else in it, so that nothing leads back to it."""
    if isinstance(thing, dict):
        return all(map(is_plain, thing)) and all(map(is_plain, thing.values()))
    if isinstance(thing, tuple | list):
        return not hasattr(thing, "__dict__") and all(map(is_plain, thing))
    return thing is None or type(thing) in (str, int, float, bool)


def all_in(thing: Any) -> Iterator[object]:
    """A thing and all that is in it."""
    yield thing
    for inner in (*thing, *thing.values()) if isinstance(thing, dict) else thing:
        if isinstance(inner, dict | list | tuple):
            yield from all_in(inner)


@needs_compiled
def test_only_containers_are_left_out() -> None:
    container = [1, "two"]
    leave_out(container)
    assert not gc.is_tracked(container)
    with pytest.raises(TypeError):
        leave_out({1})  # type: ignore[arg-type]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_is_left_out_of_a_page_is_plain(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once all is said of a page as well."""
    seen: list[Any] = []

    class Seen:
        leave_out = staticmethod(lambda *containers: seen.extend(containers))

    monkeypatch.setattr(collector, "COMPILED", Seen)
    page = extract(path.read_bytes(), "https://example.org/a")
    assert page.markdown is not None
    assert page.to_json()
    assert len(seen) > len(BlockTable.__slots__)
    assert all(map(is_plain, seen))
    left_out = [thing for thing in gc.get_referents(page.table) if type(thing) in (list, dict)]
    assert len(left_out) == len(BlockTable.__slots__) - 2
    assert {*map(id, left_out)} <= {*map(id, seen)}


def read(source: bytes) -> None:
    page = extract(source, "https://example.org/a")
    assert page.to_json()
    assert page.markdown is not None


@pytest.mark.parametrize("compiled", [True, False])
def test_a_page_that_is_dropped_is_freed(compiled: bool) -> None:
    """By its last reference: nothing in it is in a cycle, and nothing of it stays in a cache for ever."""
    path = min(PAGES[:20], key=lambda path: abs(path.stat().st_size - 10_000))
    source = path.read_bytes()

    def grown(n: int) -> int:
        for _ in range(n):
            read(source)
        pipeline._measured.cache_clear()
        return tracemalloc.get_traced_memory()[0]

    def growth() -> int:
        with stopped():
            tracemalloc.start()
            try:
                before = grown(8)  # which fills the caches of names and words
                return grown(9) - before
            finally:
                tracemalloc.stop()

    if compiled:
        assert growth() < 20_000
    else:
        with pure():
            assert growth() < 20_000


@needs_compiled
@pytest.mark.parametrize("path", PAGES[:40], ids=lambda path: path.stem)
def test_hardly_anything_of_a_page_is_left_to_look_at(path: Path) -> None:
    page = extract(path.read_bytes())
    table, decisions = page.table, page.decisions
    columns = [getattr(table, name) for name in BlockTable.__slots__]
    columns += [decisions.score, decisions.kept, decisions.role, decisions.reason]
    for column in columns:
        assert not gc.is_tracked(column) or isinstance(column, set)
    things = [inner for column in columns if isinstance(column, list | dict) for inner in all_in(column)]
    assert sum(map(gc.is_tracked, things)) <= len(things) / 2
