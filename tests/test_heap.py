"""What the tree of a large page took is given back while the process goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import boilerstrip
from boilerstrip import heap, pipeline

SCRIPT = """
from lxml import html
from boilerstrip.heap import give_back

def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

before = resident()
tree = html.fromstring("<p>Plovers <b>nest</b> <i>on</i> <a href=/x>stones</a>." * 60_000)
pin = html.fromstring("<p>What is made last lies on top, and is still used.")
del tree
held = resident()
give_back()
print(held - before, resident() - before)
"""


@pytest.mark.skipif(
    heap._trim() is None or not Path("/proc/self/status").exists(), reason="needs glibc on Linux"
)
def test_freed_memory_below_what_is_used_is_given_back() -> None:
    run = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True)
    held, left = map(int, run.stdout.split())
    assert held > 60_000, "glibc keeps what lies below"
    assert left < held / 4


@pytest.mark.parametrize(("n_chars", "n_times"), [(1_900_000, 0), (2_100_000, 1)])
def test_it_is_done_after_a_large_page_alone(
    n_chars: int, n_times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[bool] = []
    monkeypatch.setattr(pipeline, "give_back", lambda: done.append(True))
    boilerstrip.extract("<p>" + "Plovers nest on stones. " * (n_chars // 24))
    assert len(done) == n_times


@pytest.mark.parametrize("fault", [AttributeError, OSError, TypeError])
def test_without_glibc_nothing_happens(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(_: None) -> None:
        raise fault

    monkeypatch.setattr("ctypes.CDLL", no_library)
    heap._trim.cache_clear()
    try:
        heap.give_back()
        assert heap._trim() is None
    finally:
        heap._trim.cache_clear()
