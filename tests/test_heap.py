"""What a large page took is given back while the process goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from boilerstrip import heap

SCRIPT = """
import boilerstrip
from boilerstrip import heap, pipeline

def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))

boilerstrip.extract("<p>A first page.")
if {is_kept}:
    pipeline.give_back = lambda: None
before = resident()
page = boilerstrip.extract("<p>Plovers <b>nest</b> <i>on</i> <a href=/x>stones</a>." * 60_000)
del page
print(resident() - before)
"""


def grown(*, is_kept: bool) -> int:
    """MB that a process has more after a large page."""
    script = SCRIPT.format(is_kept=is_kept)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    return int(run.stdout)


@pytest.mark.skipif(
    heap._trim() is None or not Path("/proc/self/status").exists(), reason="needs glibc on Linux"
)
def test_what_the_tree_of_a_large_page_took_is_given_back() -> None:
    kept, given = grown(is_kept=True), grown(is_kept=False)
    assert given < 0.75 * kept, (given, kept)


@pytest.mark.parametrize("fault", [AttributeError, OSError, TypeError])
def test_without_glibc_nothing_happens(fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(_: None) -> None:
        raise fault

    monkeypatch.setattr("ctypes.CDLL", no_library)
    heap._trim.cache_clear()
    try:
        heap.give_back()
    finally:
        heap._trim.cache_clear()
