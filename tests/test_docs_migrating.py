"""docs/migrating.md: every line of it runs, those of other extractors where these are installed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path

import pytest
import trafilatura
from trafilatura.deduplication import Simhash, content_fingerprint

import boilerstrip

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "migrating.md").read_text("utf-8")
BLOCK_RE = re.compile(r"^```(python|sh) (\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PEERS = ("trafilatura", "readability", "resiliparse", "newspaper", "justext")
SAMPLE = ROOT / "samples" / "blog-native-comments.html"
URL = "https://blog.example.org/dew-points/"


def blocks(kind: str) -> list[object]:
    """The blocks of code of a kind, each with the extractor that it needs."""
    return [
        pytest.param(peer, code, id=f"{peer}-{number}")
        for number, (found, peer, code) in enumerate(BLOCK_RE.findall(DOCUMENT), 1)
        if found == kind
    ]


def need(peer: str) -> None:
    if find_spec(peer) is None:
        pytest.skip(f"{peer} is not installed; it comes with the extra 'bench'")


def test_every_extractor_has_its_examples() -> None:
    assert {peer for _, peer, _ in BLOCK_RE.findall(DOCUMENT)} == set(PEERS)
    assert DOCUMENT.count("```") == 2 * len(BLOCK_RE.findall(DOCUMENT))


@pytest.mark.parametrize(("peer", "code"), blocks("python"))
def test_the_calls_run(peer: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    need(peer)
    monkeypatch.chdir(ROOT)
    names = {"boilerstrip": boilerstrip, "html": SAMPLE.read_bytes(), "url": URL, "Path": Path}
    names["trafilatura"] = trafilatura  # a block may go on where another one left off
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what other packages warn of is not ours
        exec(compile(code, "migrating.md", "exec"), names)
    for name in ("text", "fields", "metadata", "authors", "date", "image"):
        assert names.get(name, "-"), f"{name} is empty"


@pytest.mark.parametrize(("peer", "lines"), blocks("sh"))
def test_the_commands_run(peer: str, lines: str, tmp_path: Path) -> None:
    need(peer)
    if os.name == "nt":
        pytest.skip("the examples are for a POSIX shell")
    (tmp_path / "dump").mkdir()
    for place in ("page.html", "dump/page.html"):
        (tmp_path / place).write_bytes(SAMPLE.read_bytes())
    (tmp_path / "bin").mkdir()
    for name, module in (("boilerstrip", "boilerstrip"), ("trafilatura", "trafilatura.cli"), ("python", "")):
        script = tmp_path / "bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {"-m " * bool(module)}{module} "$@"\n')
        script.chmod(0o755)
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    commands = [line for line in lines.split("\n") if line]
    assert len(commands) % 2 == 0
    for command in commands:
        n_files = len(list(tmp_path.glob("*/*.*")))
        run = subprocess.run(
            ["sh", "-c", command],
            check=False,
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=120,
        )
        assert run.returncode == 0, (command, run.stderr.decode())
        assert run.stdout or len(list(tmp_path.glob("*/*.*"))) > n_files, command


# What trafilatura's names mean


NAMES = (
    "title author date url hostname description sitename language image categories tags fingerprint comments text license"
).split()


def test_as_dict_has_trafilaturas_names_and_each_is_in_the_table() -> None:
    fields = boilerstrip.extract(SAMPLE.read_bytes(), URL).as_dict()
    assert sorted(fields) == sorted(NAMES)
    table = DOCUMENT.split("| trafilatura | in `as_dict()`")[1].split("\n\n")[0]
    rows = [row.split("|")[1] for row in table.split("\n")[2:]]
    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(NAMES)


def test_as_dict_says_what_the_page_says() -> None:
    page = boilerstrip.extract(SAMPLE.read_bytes(), URL)
    fields = page.as_dict()
    assert (fields["title"], fields["text"]) == (page.title, page.text)
    for name in (
        "author",
        "date",
        "url",
        "hostname",
        "description",
        "sitename",
        "language",
        "image",
        "license",
    ):
        assert fields[name] == getattr(page.metadata, name), name
    assert fields["categories"] == list(page.metadata.categories)
    assert page.comments[0].text in fields["comments"]
    assert page.comments[-1].text in fields["comments"]


def test_the_fingerprint_is_trafilaturas_of_title_and_text() -> None:
    page = boilerstrip.extract(SAMPLE.read_bytes(), URL)
    assert page.fingerprint == content_fingerprint(f"{page.title} {page.text}")
    assert 0 < int(page.fingerprint, 16) < 1 << 64
    other = boilerstrip.extract(SAMPLE.read_bytes().replace(b"cellar", b"attic"), URL)
    unlike = boilerstrip.extract((ROOT / "samples" / "recipe.html").read_bytes())
    prints = [Simhash(existing_hash=each.fingerprint) for each in (page, other, unlike)]
    assert prints[0].similarity(prints[1]) > 0.85 > prints[0].similarity(prints[2])


def test_a_page_without_text_has_no_fingerprint() -> None:
    assert boilerstrip.extract("").fingerprint is None
    assert boilerstrip.extract("").as_dict()["comments"] == ""
