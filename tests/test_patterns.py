"""Every regular expression of the package takes steps in proportion to its text, whatever the text is."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pytest

import boilerstrip
from boilerstrip.patterns import LatePattern, late_pattern
from tests.effort import FULL
from tests.hostile.traps import RUNS
from tests.steps import Counted, on_deep_stack, sre_parse

Text = Any  # str or bytes, as the pattern wants

SIZES = ((48, 96), (300, 600), (900, 1_800))
"""Characters of texts of which one is twice as long as the other; what is slow on some is asked on the next."""
FREE = 3
"""Steps for a character that are looked at no further: reading it, and a branch or two."""
MOST = 2.8
"""Times as many steps that a text twice as long may take: between linear and quadratic."""
TOO_MANY = 900_000
"""Steps after which nothing is waited for: 500 for each character of the longest."""
BOUNDED_STEPS = 500
"""Steps for each character of a text of the length that a pattern is given at most."""

AT_START = {"match", "fullmatch"}
"""Methods that try one place only, where others try each."""

BOUNDED = {
    "metadata.people._IN_BRACKETS_RE": 2_000,
    "metadata.parts._EAST_SEPARATOR_RE": 2_000,
    "metadata.parts._SEPARATOR_RE": 2_000,
    "metadata.visible._PARTS_RE": 2_000,
}
"""Patterns that are not linear, and the most characters that they are given: values that
`metadata.strings.clean` has cut, and folded the white space of."""

KNOWN: dict[str, str] = {}
"""Patterns that are not linear, and the cure."""


def held(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Patterns in a value of a module: itself, or in tuples, lists, sets and dicts."""
    if isinstance(value, LatePattern):
        yield value.compiled
    elif isinstance(value, re.Pattern):
        yield value
    elif depth < 5 and isinstance(value, tuple | list | set | frozenset):
        for inner in value:
            yield from held(inner, depth + 1)
    elif depth < 5 and isinstance(value, Mapping):
        for inner in (*value.keys(), *value.values()):
            yield from held(inner, depth + 1)


class Held(NamedTuple):
    """A pattern, and the methods of it that its module calls; none where it is called by another name."""

    pattern: re.Pattern[Any]
    methods: frozenset[str]


def all_patterns() -> dict[str, Held]:
    """Every compiled pattern of the package by the module and name that hold it."""
    found = dict[str, Held]()
    seen = set[re.Pattern[Any]]()
    names = [module.name for module in pkgutil.walk_packages(boilerstrip.__path__, "boilerstrip.")]
    apart = ("__main__", "_building")  # the second one needs setuptools
    imported = {name: importlib.import_module(name) for name in names if not name.endswith(apart)}
    # Compiled parts have the patterns of the Python that they stand in for.
    modules = {name: module for name, module in imported.items() if str(module.__file__).endswith(".py")}
    sources = {name: inspect.getsource(module) for name, module in modules.items()}
    everything = "".join(sources.values())
    for module_name, module in modules.items():
        for name, value in vars(module).items():
            source = sources[module_name] if name.startswith("_") else everything
            for at, pattern in enumerate(dict.fromkeys(held(value))):
                if pattern not in seen:
                    seen.add(pattern)
                    full_name = f"{module_name.removeprefix('boilerstrip.')}.{name}" + f"[{at}]" * (at > 0)
                    found[full_name] = Held(pattern, _methods(name, source))
    return found


def _methods(name: str, source: str) -> frozenset[str]:
    """The methods of a pattern that are called; none where it is kept under another name, or a method is."""
    uses = re.findall(rf"\b{re.escape(name)}\b(\.\w+\(|: Final|,? *(?:[\w, ]+)?\n|\")?", source)
    calls = {use[1:-1] for use in uses if use.startswith(".")}
    return frozenset() if "" in uses else frozenset(calls)


PATTERNS = all_patterns()


def sample(parsed: Any) -> str:
    """A short text that a parsed pattern matches, or nearly: first branches, one round of each repeat."""
    return "".join(_sample_of(str(op), value) for op, value in parsed)


def _sample_of(op: str, value: Any) -> str:
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return sample(value[2]) * max(1, min(value[0], 4))
    makers = {
        "LITERAL": chr,
        "NOT_LITERAL": lambda code: "b" if code == ord("a") else "a",
        "ANY": lambda _: "a",
        "IN": _member,
        "BRANCH": lambda branch: sample(branch[1][0]),
        "SUBPATTERN": lambda group: sample(group[-1]),
        "ATOMIC_GROUP": sample,
    }
    return makers[op](value) if op in makers else ""


_CATEGORIES = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "7", "CATEGORY_WORD": "a"}


def _member(items: list[tuple[Any, Any]]) -> str:
    """A character of a class."""
    if str(items[0][0]) == "NEGATE":
        literals = {chr(value) for op, value in items if str(op) == "LITERAL"}
        return next(char for char in "a7.-\u00e9\u6c34\x01" if char not in literals)
    op, value = items[0]
    if str(op) == "LITERAL":
        return chr(value)
    return chr(value[0]) if str(op) == "RANGE" else _CATEGORIES.get(str(value), ".")


def texts_for(pattern: re.Pattern[Any], size: int) -> Iterator[tuple[str, Text]]:
    """Texts meant to be the worst for a pattern, each with a name."""
    is_text = isinstance(pattern.pattern, str)
    units = {f"run of {name}": ("", unit) for name, unit in RUNS.items()}
    own = sample(sre_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG))[:12]
    for end in range(1, len(own) + 1):
        units[f"its start, {end}"] = ("", own[:end])
        units[f"its start with a tail, {end}"] = (own[:end], own[end - 1])
        units[f"its start with blanks, {end}"] = (own[:end], " ")
    for name, (prefix, unit) in units.items():
        text = (prefix + unit * (size // len(unit) + 1))[:size] + "\x01"
        yield name, text if is_text else text.encode("utf-8", "replace")[:size]


def slow_texts(held: Held) -> list[str]:
    """The first text on which a pattern takes more than its share, and how many steps it took."""
    return on_deep_stack(lambda: _slow_texts(held))


def _slow_texts(held: Held) -> list[str]:
    counted, at_start = Counted(held.pattern), bool(held.methods) and held.methods <= AT_START
    texts = functools.cache(
        lambda size: dict(texts_for(held.pattern, size))
    )  # few are slow on the first ones
    for name in texts(SIZES[0][1]):
        for few, many in SIZES:
            taken = counted.count(texts(many)[name], at_start, TOO_MANY)
            if taken <= FREE * many and not FULL:
                break
            less = counted.count(texts(few)[name], at_start, TOO_MANY)
            if taken <= MOST * less and taken <= TOO_MANY:
                break
        else:
            return [f"{name}: {taken} steps for {many} characters, {less} for {few}"]
    return []


def slow_bounded(held: Held, size: int) -> list[str]:
    """Texts of the length that a pattern is given at most, on which it takes more steps than are free."""
    counted, most = Counted(held.pattern), BOUNDED_STEPS * size
    texts = {name: _folded(text) for name, text in texts_for(held.pattern, size)}
    return on_deep_stack(lambda: [name for name in texts if counted.count(texts[name], most=most) > most])


def _folded(text: Text) -> Text:
    blank = " " if isinstance(text, str) else b" "
    return blank.join(text.split())


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_is_linear(name: str) -> None:
    if name in BOUNDED:
        assert slow_bounded(PATTERNS[name], BOUNDED[name]) == []
        return
    slow = slow_texts(PATTERNS[name])
    if name in KNOWN:
        assert slow or not FULL, f"{name} is linear now: take it off the list"
        pytest.xfail(KNOWN[name])
    assert slow == []


def test_what_is_bounded_is_there() -> None:
    assert {*BOUNDED, *KNOWN} <= set(PATTERNS)


def test_patterns_are_found_wherever_they_are_kept() -> None:
    assert len(PATTERNS) > 100
    first, second, third = (re.compile(source) for source in ("a", "b", "c"))
    assert list(held((first, {"x": [second]}, {third: 1}))) == [first, second, third]
    assert list(held([late_pattern("a")])) == [first]


@pytest.mark.parametrize("source", [r"\s+$", r"(?:x+)+!", r"<a [^>]*>", r"\d+-\d+-\d+!", rb"\s*\n"])
def test_a_pattern_that_is_not_linear_is_seen(source: str | bytes) -> None:
    assert slow_texts(Held(re.compile(source), frozenset()))


@pytest.mark.parametrize("source", [r"\s", r"a{1,20}b", r"[^<]+", r"\bword\b"])
def test_a_linear_pattern_passes(source: str) -> None:
    assert slow_texts(Held(re.compile(source), frozenset())) == []


@pytest.mark.parametrize("name", PATTERNS)
def test_what_counts_steps_finds_what_the_pattern_finds(name: str) -> None:
    pattern = PATTERNS[name].pattern
    counted = Counted(pattern)
    for _, text in [*texts_for(pattern, 24)][::3]:
        found = [span for span in counted.spans(text) if span[0] < span[1]]
        assert found == [match.span() for match in pattern.finditer(text) if match[0]]
