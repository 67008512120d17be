"""Lines of the package that run, counted, where a test would time a loop: no neighbour on the machine adds one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import boilerstrip
from tests.pure import pure

__all__ = ["lines_run"]

_PACKAGE = str(Path(boilerstrip.__file__).parent)


class _TooManyError(Exception):
    pass


def lines_run(run: Callable[[], Any], most: int) -> int:
    """How many lines of the package run, in Python alone; at `most` and one it is stopped."""
    n_lines = 0

    def count(_: FrameType, event: str, __: Any) -> Any:
        nonlocal n_lines
        n_lines += event == "line"
        if n_lines > most:
            raise _TooManyError
        return count

    def begin(frame: FrameType, _: str, __: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(_PACKAGE) else None

    before = sys.gettrace()
    with pure():
        sys.settrace(begin)
        try:
            run()
        except _TooManyError:
            pass
        finally:
            sys.settrace(before)
    return n_lines
