"""What a process does before its first page is there, counted: no machine and no neighbour on it changes that."""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from boilerstrip.compiled import PURE_VARIABLE
from boilerstrip.features import characters, kinds
from boilerstrip.patterns import LatePattern, late_pattern
from boilerstrip.segment.services import SERVICES

ROOT = Path(__file__).parents[1]
SCRIPT = """
import json, re, sys
n_compiled, compile_ = 0, re.compile
def counted(*arguments):
    global n_compiled
    n_compiled += 1
    return compile_(*arguments)
re.compile = counted
import threading, urllib.parse, numpy, lxml.etree
n_compiled, before = 0, set(sys.modules)
import boilerstrip
boilerstrip.extract(open("samples/news-donation-wpdiscuz.html", "rb").read()).markdown
print(json.dumps([n_compiled, sorted(set(sys.modules) - before)]))
"""


@pytest.fixture(scope="module")
def start() -> tuple[int, set[str]]:
    """Patterns that are compiled and modules that are imported for a page of the news.

    Aside from numpy, lxml, and what some versions of Python have imported themselves by then.
    """
    pure = {**os.environ, PURE_VARIABLE: "1"}  # compiled parts are not built everywhere
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, cwd=ROOT, env=pure, text=True
    )
    n_compiled, modules = json.loads(run.stdout)
    return n_compiled, set(modules)


def test_the_first_page_imports_nothing_that_it_has_no_use_for(start: tuple[int, set[str]]) -> None:
    _, modules = start
    assert "boilerstrip.render.markdown" in modules
    others = {"zipfile", "shutil", "html", "tempfile", "hashlib", "yaml", "charset_normalizer"}
    own = {
        *("decode.plausible", "metadata.repair", "parse.depth", "parse.unclosed", "phrases.by_language"),
        *("phrases.whole",),
        *("render.callouts", "render.cells", "render.front", "render.grid", "render.markup", "render.plain"),
        *("render.talk", "render.tracking", "render.record", "threads", "textdump", "training"),
    }
    assert modules & (others | {f"boilerstrip.{name}" for name in own}) == set()


def test_the_first_page_compiles_few_patterns_and_imports_few_modules(start: tuple[int, set[str]]) -> None:
    """The bounds are what was counted; where there is less, lower them."""
    n_compiled, modules = start
    assert n_compiled <= 57
    assert len(modules) <= 175  # as many in an editable install, some less in a plain one


def test_a_late_pattern_is_compiled_when_it_is_used_and_then_is_the_compiled_one() -> None:
    late = late_pattern(r"(\d)-(\d)", re.ASCII)
    assert isinstance(late, LatePattern)
    assert vars(late).keys() == {"_source", "_flags"}
    assert late.sub(r"\2", "1-2") == "2"
    compiled = re.compile(r"(\d)-(\d)", re.ASCII)
    assert late.search.__self__ is compiled  # type: ignore[attr-defined]
    assert (late.pattern, late.flags, late.groups) == (compiled.pattern, compiled.flags, compiled.groups)
    with pytest.raises(AttributeError):
        _ = late.nothing


def test_characters_count_the_same_whichever_script_came_first() -> None:
    texts = ("Plain words, 12:30.", "Ёлка — 5 €!", "नमस्ते १२।", "水の循環（2020）", "“Ça va ?” 😀 ½", "")
    known = characters.count_characters(texts)
    for order in itertools.permutations(range(len(texts)), 3):
        kinds.known_characters.cache_clear()
        for at in order:
            alone = characters.count_characters((texts[at],))
            for name in characters.CharacterCounts.__slots__:
                assert np.array_equal(getattr(alone, name), getattr(known, name)[at : at + 1]), (order, name)


def test_of_a_service_all_addresses_have_its_sign() -> None:
    """By which it is chosen: its pattern has the sign where nothing is optional."""
    for service in SERVICES:
        needed = re.sub(r"\((?:[^()]|\([^()]*\))*\)[?]", "", service.embedded.pattern).replace("\\", "")
        assert service.sign in needed, service


def test_an_embed_compiles_the_patterns_of_its_own_service_alone() -> None:
    script = """
from boilerstrip.segment.embeds import find_embed
from boilerstrip.segment.services import SERVICES
print(find_embed("https://WWW.Loom.com/embed/0281766fa2d04bb7?sid=1").address)
print([service.name for service in SERVICES if "match" in vars(service.embedded)])
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True)
    # Mastodon's are on hosts of any name.
    assert run.stdout.splitlines() == ["https://www.loom.com/share/0281766fa2d04bb7", "['Mastodon', 'Loom']"]
