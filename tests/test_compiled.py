"""Compiled parts: found where they were built and wanted; where not, the Python runs and nobody notices."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from boilerstrip import Page, extract
from boilerstrip.compiled import PURE_VARIABLE, compiled
from tests.hostile.case import FULL
from tests.hostile.catalogue import CASES
from tests.pure import pure, with_compiled

ROOT = Path(__file__).parents[1]
PROJECT = (ROOT / "pyproject.toml").read_text()
EXTRACTS = """
import sys, boilerstrip
page = boilerstrip.extract(open("samples/news-donation-wpdiscuz.html", "rb").read())
built = [name for name in sys.modules if name.startswith("boilerstrip.") and name.rpartition(".")[2][0] == "_"]
print(len(built), len(page.markdown), page.to_json()[:0])
"""
LISTS = """
page.markdown, page.to_json(), page.text, page.html
loaded = {name: module for name, module in sys.modules.items() if hasattr(module, "COMPILED")}
print(len(loaded), *[name for name, module in loaded.items() if module.COMPILED is None])
"""


def parts() -> list[str]:
    return re.findall(r'(?m)^  \{ name = "(boilerstrip\.[\w.]+)"', PROJECT)


def said(variables: dict[str, str], script: str) -> list[str]:
    """The words that a process of its own writes."""
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **variables},
        text=True,
    )
    return run.stdout.split()


def n_built_and_markdown(variables: dict[str, str], script: str = EXTRACTS) -> tuple[int, int]:
    n_built, n_chars = said(variables, script)
    return int(n_built), int(n_chars)


def test_every_part_has_a_source_and_may_fail_to_compile() -> None:
    assert PROJECT.count(".pyx") == PROJECT.count(", optional = true },\n") == len(parts())
    sources = {path.relative_to(ROOT).with_suffix("") for path in (ROOT / "boilerstrip").rglob("*.pyx")}
    assert {*parts()} == {".".join(source.parts) for source in sources}


def test_what_is_not_there_is_none() -> None:
    assert compiled("segment._nothing_of_that_name") is None


def test_the_variable_keeps_all_parts_out_and_changes_no_output() -> None:
    n_built, n_chars = n_built_and_markdown({PURE_VARIABLE: "1"})
    assert n_built == 0
    assert n_chars == n_built_and_markdown({})[1] > 1_000


def test_without_the_global_lock_the_python_runs() -> None:
    script = "import sys; sys._is_gil_enabled = lambda: False\n" + EXTRACTS
    assert n_built_and_markdown({}, script)[0] == 0


def test_a_part_built_for_something_else_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_layout(name: str) -> None:
        raise TypeError(f"C function {name}.text_at has wrong signature")

    monkeypatch.setattr("boilerstrip.compiled.import_module", other_layout)
    assert compiled("segment._walk") is None


def test_where_one_part_is_built_all_are() -> None:
    """Else something in a source does not compile, and `optional` hides it."""
    built = {name for name in parts() if is_built(name)}
    if not built:
        pytest.skip("compiled parts are not built here")
    assert built == {*parts()}


def test_what_is_built_is_used() -> None:
    """Else a part imports the module that loads it, which then has its Python run, as fast as that is."""
    if not with_compiled():
        pytest.skip("compiled parts are not built here, or not wanted")
    n_loaded, *without = said({}, EXTRACTS.rpartition("built =")[0] + LISTS)
    assert int(n_loaded) > 50
    assert without == []


def test_what_is_built_is_not_older_than_its_source() -> None:
    """A pull brings sources, and nobody compiles them: `pip install -e .` again."""
    built = {name: Path(str(import_module(name).__file__)) for name in filter(is_built, parts())}
    stale = {
        name
        for name, path in built.items()
        if path.stat().st_mtime < max(source.stat().st_mtime for source in sources_of(name))
    }
    assert stale == set()


def sources_of(name: str) -> list[Path]:
    """What a compiled part is made of: its own file and those that it includes or takes declarations from."""
    own = ROOT.joinpath(*name.split(".")).with_suffix(".pyx")
    text = own.read_text()
    included = [own.with_name(file) for file in re.findall(r'(?m)^include "(.*)"$', text)]
    modules = [name, *re.findall(r"(?m)^from (boilerstrip\S*) cimport", text)]
    declared = [ROOT.joinpath(*module.split(".")).with_suffix(".pxd") for module in modules]
    return [own, *included, *filter(Path.exists, declared)]


def is_built(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def forms(page: Page) -> tuple[str, ...]:
    return page.markdown, page.text, page.html, page.to_json()


@pytest.mark.parametrize("name", [*CASES] if FULL else [*CASES][::4])
def test_hostile_pages_come_out_the_same(name: str) -> None:
    made = CASES[name].make()
    found = forms(extract(made))
    if not with_compiled():
        pytest.skip("compiled parts are not built here")
    with pure():
        assert forms(extract(made)) == found
