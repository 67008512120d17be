"""What a caller can import, and what importing costs."""

from __future__ import annotations

import importlib
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields, is_dataclass
from pathlib import Path

import pytest

import boilerstrip
from boilerstrip import Metadata, Options, Page, Style, extract

ROOT = Path(__file__).parents[1]


def test_the_public_names_are_pinned() -> None:
    assert boilerstrip.__all__ == [
        "Block",
        "BoilerstripError",
        "Comment",
        "DetectorMissingError",
        "Encoding",
        "GoldError",
        "Image",
        "Link",
        "Metadata",
        "ModelError",
        "OptionError",
        "Options",
        "Page",
        "PageType",
        "PageWarning",
        "Reason",
        "RecordError",
        "SinkError",
        "SourceError",
        "Style",
        "__version__",
        "extract",
        "extract_text",
        "load_page",
    ]


def test_every_public_name_is_there_and_documented() -> None:
    for name in boilerstrip.__all__:
        value = getattr(boilerstrip, name)
        assert name.startswith("__") or value.__doc__, name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'boilerstrip' has no attribute 'extrakt'"):
        _ = boilerstrip.extrakt


def test_the_import_loads_nothing_heavy() -> None:
    script = (
        "import sys; before = set(sys.modules); import boilerstrip\n"
        "heavy = {'click', 'rich', 'trafilatura', 'numpy', 'lxml', 'charset_normalizer', 'json', 'urllib.parse'}\n"
        "print(sorted(heavy & set(sys.modules) - before), boilerstrip.__version__)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True)
    assert run.stdout.split()[0] == "[]"


def test_reading_a_page_loads_no_command_line_and_no_other_extractor() -> None:
    script = (
        "import sys, boilerstrip; boilerstrip.extract('<p>A page.</p>').to_json()\n"
        "loaded = {'click', 'rich', 'trafilatura', 'socket', 'ssl', 'http.client', 'urllib.request', 'asyncio'}\n"
        "print(sorted(loaded & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True)
    assert run.stdout.strip() == "[]"


def test_errors_are_one_family() -> None:
    for name in ("OptionError", "SourceError", "SinkError", "GoldError", "ModelError", "RecordError"):
        assert issubclass(getattr(boilerstrip, name), boilerstrip.BoilerstripError)
    assert issubclass(boilerstrip.OptionError, ValueError)
    error = boilerstrip.SourceError("a.html", "no such file")
    assert (str(error), error.path, error.reason) == ("a.html: no such file", "a.html", "no such file")


def test_options_and_style_are_few_and_pinned() -> None:
    assert [field.name for field in fields(Options)] == [
        "encoding",
        "model",
        "metadata",
        "check_language",
    ]
    assert [field.name for field in fields(Style)] == [
        "links",
        "images",
        "frontmatter",
        "comments",
        "tables",
        "wrap",
        "blocks",
        "clean_urls",
    ]


@pytest.mark.parametrize("value", [Options(), Style(), Metadata(), extract("<p>x")])
def test_values_cannot_be_changed(value: Options | Style | Metadata | Page) -> None:
    assert is_dataclass(value)
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(value)[0].name, None)


def test_a_page_reads_well_when_printed() -> None:
    shown = repr(extract("<title>T</title><p>x"))
    assert shown.startswith("Page(title=")
    assert "table" not in shown


@pytest.mark.parametrize(
    "name", ["block", "errors", "options", "page", "parse", "segment", "decide", "pipeline"]
)
def test_modules_say_what_they_export(name: str) -> None:
    module = importlib.import_module(f"boilerstrip.{name}")
    for exported in module.__all__:
        assert hasattr(module, exported)
