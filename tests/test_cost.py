"""What a page costs in calls, which no machine and no neighbour on it changes.

A call of a function, Python's or a library's, takes a tenth of a microsecond or more; where there are more of
them, a step has become slower. Where there are fewer, lower the bound.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from boilerstrip import extract, extract_text
from boilerstrip.pipeline import read_page
from tests.pure import pure, with_compiled

TESTS = Path(__file__).parent
DUMPS = [path.read_bytes() for path in sorted((TESTS / "dumps").glob("*.txt"))]
SAMPLES = [path.read_bytes() for path in sorted((Path(__file__).parents[1] / "samples").glob("*.html"))]


def calls(run: Callable[[bytes], Any], inputs: Sequence[bytes] = SAMPLES, is_pure: bool = True) -> int:
    """Calls of functions while all inputs are read, once what is remembered from page to page is known.

    What compiled parts do is not counted, only what they leave to Python.
    """
    for content in inputs:
        run(content)
    with pure() if is_pure else nullcontext():
        for content in inputs:
            run(content)
        return _counted(run, inputs)


def _counted(run: Callable[[bytes], Any], inputs: Sequence[bytes]) -> int:
    n_calls = 0

    def count(_: FrameType, event: str, __: Any) -> None:
        nonlocal n_calls
        n_calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        for content in inputs:
            run(content)
    finally:
        sys.setprofile(before)
    return n_calls


def everything(html: bytes) -> Any:
    page = extract(html)
    return page.markdown, page.to_json()


def without_blocks(html: bytes) -> Any:
    page = extract(html)
    return page.markdown, page.render("json")


N_ELEMENTS = sum(read_page(html).table.n_elements for html in SAMPLES)


@pytest.mark.parametrize(
    ("run", "most", "most_compiled"),
    [
        pytest.param(read_page, 32.1, 3.5, id="reading"),
        pytest.param(extract, 47.2, 7.1, id="extract"),
        pytest.param(lambda html: extract(html).markdown, 53.7, 8.3, id="Markdown"),
        pytest.param(without_blocks, 72.5, 12.6, id="without blocks"),
        pytest.param(everything, 86.4, 12.9, id="everything"),
    ],
)
def test_calls_per_element(run: Callable[[bytes], Any], most: float, most_compiled: float) -> None:
    """What was counted with Python 3.11, and at most 5 % more."""
    assert calls(run) / N_ELEMENTS <= most
    if not with_compiled():
        pytest.skip("compiled parts are not built here")
    assert calls(run, is_pure=False) / N_ELEMENTS <= most_compiled


@pytest.mark.parametrize(
    ("run", "most"),
    [
        pytest.param(extract_text, 42.0, id="extract_text"),
        pytest.param(lambda text: extract_text(text).markdown, 57.1, id="Markdown"),
        pytest.param(lambda text: extract_text(text).to_json(), 81.5, id="JSON"),
    ],
)
def test_calls_per_line_of_text(run: Callable[[bytes], Any], most: float) -> None:
    """`most` is what was counted with Python 3.11, and 5 % more."""
    n_lines = sum(text.count(b"\n") for text in DUMPS)
    assert calls(run, DUMPS) / n_lines <= most
