"""Steps that a regular expression takes, counted by a matcher that backtracks as that of Python does.

Python's own tells no steps, and how long it takes depends on what else the machine does. This one leaves out the
short cuts of that (literal beginnings, sets of first characters), which save a share of the steps and no growth.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

try:  # the parser of patterns has no public name; Python 3.11 moved it
    from re import _parser as sre_parse  # type: ignore[attr-defined]
except ImportError:
    import sre_parse  # type: ignore[no-redef]

__all__ = ["Counted", "on_deep_stack", "sre_parse"]

Result = TypeVar("Result")

Then = Callable[[int], "int | None"]
Matcher = Callable[[int, Then], "int | None"]
Test = Callable[[str], bool]

_STACK = 256 * 1_048_576  # bytes, and calls inside each other: a few for each round of a repeat
_DEPTH = 100_000
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def on_deep_stack(function: Callable[[], Result]) -> Result:
    """What a function returns that may call itself some ten thousand times, in a thread of its own."""
    before, size = sys.getrecursionlimit(), threading.stack_size(_STACK)
    sys.setrecursionlimit(_DEPTH)
    try:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(function).result()
    finally:
        sys.setrecursionlimit(before)
        threading.stack_size(size)


class TooManyError(Exception):
    """More steps than asked for."""


class Counted:
    """A pattern, and the steps that it took on its last text."""

    def __init__(self, pattern: re.Pattern[Any]) -> None:
        self._is_ascii = isinstance(pattern.pattern, bytes) or bool(pattern.flags & re.ASCII)
        self._text = ""
        self._spans: dict[int, tuple[int, int]] = {}
        self._most = self.steps = 0
        parsed = sre_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
        self._match = self._sequence(list(parsed), pattern.flags)

    def spans(
        self, text: str | bytes, at_start: bool = False, most: int = 10**9
    ) -> Iterator[tuple[int, int]]:
        """What `finditer` finds, or only what is at the start of the text; raises after so many steps."""
        self._text = text.decode("latin-1") if isinstance(text, bytes) else text
        self._spans.clear()
        self._most, self.steps, start = most, 0, 0
        while start <= len(self._text) and not (at_start and start):
            end = self._match(start, lambda place: place)
            if end is not None:
                yield start, end
            start = max(start + 1, end or 0)

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self._most:
            raise TooManyError

    def _sequence(self, nodes: Sequence[tuple[Any, Any]], flags: int) -> Matcher:
        matchers = [self._node(str(op), value, flags) for op, value in nodes]

        def match(place: int, then: Then, at: int = 0) -> int | None:
            if at == len(matchers):
                return then(place)
            return matchers[at](place, lambda end: match(end, then, at + 1))

        return matchers[0] if len(matchers) == 1 else match

    def _node(self, op: str, value: Any, flags: int) -> Matcher:
        test = self._test(op, value, flags)
        if test is not None:
            return self._one(test)
        if op in _REPEATS:
            return self._repeat(op, value, flags)
        makers: dict[str, Callable[[Any, int], Matcher]] = {
            "BRANCH": self._branch,
            "SUBPATTERN": self._group,
            "ATOMIC_GROUP": self._atomic,
            "ASSERT": lambda value, flags: self._look(value, flags, wanted=True),
            "ASSERT_NOT": lambda value, flags: self._look(value, flags, wanted=False),
            "AT": self._at,
            "GROUPREF": self._again,
        }
        return makers[op](value, flags)

    def _test(self, op: str, value: Any, flags: int) -> Test | None:
        """Whether one character matches; None for what is not one character."""
        if op == "ANY":
            return (lambda _: True) if flags & re.DOTALL else (lambda char: char != "\n")
        if op not in ("LITERAL", "NOT_LITERAL", "IN"):
            return None
        items = value if op == "IN" else [(op, value)]
        known: dict[str, bool] = {}

        def test(char: str) -> bool:
            if char not in known:
                cases = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
                found = any(self._is_in(items, case) for case in cases if len(case) == 1)
                known[char] = found != (str(items[0][0]) in ("NEGATE", "NOT_LITERAL"))
            return known[char]

        return test

    def _is_in(self, items: Sequence[tuple[Any, Any]], char: str) -> bool:
        for op, value in items:
            name = str(op)
            if name in ("LITERAL", "NOT_LITERAL") and ord(char) == value:
                return True
            if name == "RANGE" and value[0] <= ord(char) <= value[1]:
                return True
            if name == "CATEGORY" and self._is_of(str(value), char):
                return True
        return False

    def _is_of(self, category: str, char: str) -> bool:
        kind = category.removeprefix("CATEGORY_").removeprefix("NOT_")
        tests = {
            "SPACE": str.isspace,
            "DIGIT": str.isdecimal,
            "WORD": lambda char: char.isalnum() or char == "_",
        }
        found = tests[kind](char) and not (self._is_ascii and not char.isascii())
        return bool(found) != ("NOT_" in category)

    def _one(self, test: Test) -> Matcher:
        def match(place: int, then: Then) -> int | None:
            self._step()
            return then(place + 1) if place < len(self._text) and test(self._text[place]) else None

        return match

    def _repeat(self, op: str, value: Any, flags: int) -> Matcher:
        least, most, inner = int(value[0]), int(value[1]), list(value[2])
        test = self._test(str(inner[0][0]), inner[0][1], flags) if len(inner) == 1 else None
        if test is not None:
            return self._run(op, least, most, test)
        inside = self._sequence(inner, flags)
        if op == "POSSESSIVE_REPEAT":
            return self._kept(self._rounds(inside, least, most, lazy=False))
        return self._rounds(inside, least, most, lazy=op == "MIN_REPEAT")

    def _run(self, op: str, least: int, most: int, test: Test) -> Matcher:
        """Of single characters, without a call for each."""

        def match(place: int, then: Then) -> int | None:
            n, text = 0, self._text
            limit = min(most, len(text) - place)
            if op == "MIN_REPEAT":
                while n < least and n < limit and test(text[place + n]):
                    n += 1
                while n >= least:
                    self._step()
                    if (end := then(place + n)) is not None or n >= limit or not test(text[place + n]):
                        return end
                    n += 1
                return None
            while n < limit and test(text[place + n]):
                self._step()
                n += 1
            for count in range(n, least - 1, -1):
                self._step()
                if (end := then(place + count)) is not None or op == "POSSESSIVE_REPEAT":
                    return end
            return None

        return match

    def _rounds(self, inside: Matcher, least: int, most: int, *, lazy: bool) -> Matcher:
        def match(place: int, then: Then, n: int = 0) -> int | None:
            self._step()

            def again(end: int) -> int | None:
                return None if end == place and n >= least else match(end, then, n + 1)

            if lazy and n >= least and (end := then(place)) is not None:
                return end
            if n < most and (end := inside(place, again)) is not None:
                return end
            return then(place) if n >= least and not lazy else None

        return match

    def _kept(self, inside: Matcher) -> Matcher:
        def match(place: int, then: Then) -> int | None:
            end = inside(place, lambda end: end)
            return None if end is None else then(end)

        return match

    def _atomic(self, value: Any, flags: int) -> Matcher:
        return self._kept(self._sequence(list(value), flags))

    def _branch(self, value: Any, flags: int) -> Matcher:
        ways = [self._sequence(list(way), flags) for way in value[1]]

        def match(place: int, then: Then) -> int | None:
            self._step()
            for way in ways:
                if (end := way(place, then)) is not None:
                    return end
            return None

        return match

    def _group(self, value: Any, flags: int) -> Matcher:
        number, added, removed, inner = value
        inside = self._sequence(list(inner), (flags | added) & ~removed)

        def match(place: int, then: Then) -> int | None:
            def closed(end: int) -> int | None:
                before = self._spans.get(number)
                self._spans[number] = (place, end)
                found = then(end)
                if found is None and before is not None:
                    self._spans[number] = before
                return found

            return inside(place, closed if number is not None else then)

        return match

    def _again(self, number: int, _: int) -> Matcher:
        def match(place: int, then: Then) -> int | None:
            self._step()
            start, end = self._spans.get(number, (0, -1))
            said = self._text[start:end]
            return then(place + len(said)) if end >= 0 and self._text.startswith(said, place) else None

        return match

    def _look(self, value: Any, flags: int, *, wanted: bool) -> Matcher:
        direction, inner = value
        inside = self._sequence(list(inner), flags)
        back = int(inner.getwidth()[0]) if direction < 0 else 0

        def match(place: int, then: Then) -> int | None:
            self._step()
            start = place - back
            found = start >= 0 and inside(start, lambda end: end) is not None
            return then(place) if found == wanted else None

        return match

    def _at(self, value: Any, flags: int) -> Matcher:
        name = str(value)
        lines = bool(flags & re.MULTILINE)

        word = self._test("IN", [("CATEGORY", "CATEGORY_WORD")], 0) or bool

        def is_word(place: int) -> bool:
            return 0 <= place < len(self._text) and word(self._text[place])

        def holds(place: int) -> bool:
            text = self._text
            if "BOUNDARY" in name:
                return (is_word(place - 1) != is_word(place)) != ("NON" in name)
            if "BEGINNING" in name:
                return place == 0 or (lines and name == "AT_BEGINNING" and text[place - 1] == "\n")
            if name == "AT_END" and lines:
                return place == len(text) or text[place] == "\n"
            return place == len(text) or (name == "AT_END" and text[place:] == "\n")

        def match(place: int, then: Then) -> int | None:
            self._step()
            return then(place) if holds(place) else None

        return match

    def count(self, text: str | bytes, at_start: bool = False, most: int = 10**9) -> int:
        """Steps to find everything in a text; one more than `most` where there are more.

        It calls itself for each round of a repeat: ask within `on_deep_stack`.
        """
        try:
            for _ in self.spans(text, at_start, most):
                pass
        except TooManyError:
            pass
        return self.steps
