"""An editable install compiles what is out of date, and takes the rest from an earlier build."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("setuptools", reason="is not in environments of Python 3.12 and later by itself")
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

from boilerstrip._building import BuildParts, newest_of

PART = Extension("boilerstrip._part", sources=["boilerstrip/_part.pyx"], depends=[])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one part, made at second 100."""
    monkeypatch.chdir(tmp_path)
    for name in ("boilerstrip/_part.pyx", "boilerstrip/_shared.pxd", "pyproject.toml"):
        write(Path(name), 100)
    return tmp_path


def write(path: Path, second: int, text: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (second, second))


def built(monkeypatch: pytest.MonkeyPatch, *, is_editable: bool = True, is_forced: bool = False) -> str:
    """What the command leaves of the part: "compiled", or the text of the file that it took."""
    command = BuildParts(Distribution({"ext_modules": [PART]}))
    command.ensure_finalized()
    command.build_lib, command.inplace = "new", False
    command.editable_mode, command.force = is_editable, is_forced
    target = Path(command.get_ext_fullpath(PART.name))
    monkeypatch.setattr(build_ext, "build_extension", lambda _self, _ext: write(target, 0, "compiled"))
    command.build_extension(PART)
    return target.read_text()


def suffix() -> str:
    return Path(BuildParts(Distribution()).get_ext_filename("x")).name[1:]


def test_what_an_earlier_build_left_is_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert built(monkeypatch) == "compiled", "there was none"
    wheel, beside = Path(f"build/lib.some/boilerstrip/_part{suffix()}"), Path(f"boilerstrip/_part{suffix()}")
    write(wheel, 200, "wheel")
    assert built(monkeypatch) == "wheel"
    write(beside, 300, "beside")
    assert built(monkeypatch) == "beside"
    write(wheel, 400, "wheel")
    assert built(monkeypatch) == "wheel", "the later of both"
    assert built(monkeypatch, is_editable=False) == built(monkeypatch, is_forced=True) == "compiled"


@pytest.mark.parametrize("name", ["boilerstrip/_part.pyx", "boilerstrip/_shared.pxd", "pyproject.toml"])
def test_what_is_out_of_date_is_compiled(name: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path(f"boilerstrip/_part{suffix()}"), 200, "beside")
    assert built(monkeypatch) == "beside"
    write(Path(name), 200)
    assert built(monkeypatch) == "compiled", "written in the same moment, too"


def test_another_python_s_is_not_taken(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(Path("build/lib.some/boilerstrip/_part.cpython-39-x86_64-linux-gnu.so"), 200, "wheel")
    assert built(monkeypatch) == "compiled"


def test_the_newest_is_named_only_if_it_is_newer_than_all_sources(project: Path) -> None:
    write(Path("one"), 200)
    write(Path("two"), 300)
    assert newest_of(map(Path, ("one", "two", "three")), [Path("pyproject.toml")]) == Path("two")
    assert newest_of([Path("one")], [Path("pyproject.toml"), Path("two")]) is None
