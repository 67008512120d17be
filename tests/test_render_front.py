"""Front matter in YAML: what a reader of YAML gets is what the page says, whatever is in it."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip import Metadata, Style, extract
from boilerstrip.render.clean import clean
from tests.test_render import page_of

ROOT = Path(__file__).parents[1]
HEAD_RE = re.compile(r"\A---\n(.*?)\n---\n\n", re.DOTALL)


def front_of(metadata: Metadata, title: str | None = None) -> Any:
    """What YAML reads out of the front matter of a page with these metadata."""
    page = replace(page_of("<p>text</p>", title=title), metadata=metadata)
    document = page.render("md", Style(frontmatter=True))
    head = HEAD_RE.match(document)
    assert head is not None
    assert document[head.end() :].endswith("text")
    return yaml.safe_load(head[1])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a: b",
            'Say "no"',
            "it's",
            "---",
            "--- a",
            "...",
            "# a",
            "a # b",
            "- a",
            "? a",
            "| a",
            "> a",
            "@a",
            "`a`",
        ),
        *(
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "n",
            "true",
            "null",
            "~",
            "Null",
            "=",
            "<<",
            "!tag a",
            "&a",
            "*a",
            "%a",
        ),
        *(
            "2024-01-05",
            "2024-01-05T10:00:00Z",
            "12:30:45",
            "1e3",
            "0o17",
            "0x1F",
            "1_000",
            ".5",
            "+1",
            "-1",
            ".inf",
        ),
        *(
            "[a]",
            "{a}",
            "a, b",
            " a ",
            "a\nb",
            "a\n\n---\nb",
            "\ta",
            "a\\b",
            "\\n",
            "日本語",
            "é: ü",
            "😀",
            "a\u2028b",
        ),
        *(
            "\ufeffa",
            "a\u0085b",
            "x" * 500 + " " + "y" * 500,
            "a:",
            ":a",
            "'",
            '"',
            "a\u00a0b",
            "1985",
            "v1.0",
            "0123",
        ),
    ],
)
def test_a_string_comes_back_as_that_string(text: str) -> None:
    read = front_of(Metadata(sitename=text, tags=(text, "b")))
    assert read == {"sitename": clean(text), "tags": [clean(text), "b"]}


@given(st.text(min_size=1))
def test_any_string_comes_back_as_that_string(text: str) -> None:
    read = front_of(Metadata(description=text, language="en"))
    assert read == ({"description": clean(text)} if clean(text) else {}) | {"language": "en"}


def test_fields_stand_in_the_order_of_the_metadata_and_empty_ones_are_left_out() -> None:
    full = {
        name: ("a", "b") if isinstance(getattr(Metadata(), name), tuple) else name
        for name in Metadata.__slots__
    }
    assert list(front_of(Metadata(**full))) == list(Metadata.__slots__)  # type: ignore[arg-type]
    assert list(front_of(Metadata(url="u", authors=("A",)))) == ["authors", "url"]
    assert "---" not in page_of("<p>text</p>").render("md", Style(frontmatter=True))


def test_days_are_strings_as_in_json() -> None:
    assert front_of(Metadata(date="2024-01-05", published="2024-01-05T10:00:00+01:00")) == {
        "date": "2024-01-05",
        "published": "2024-01-05T10:00:00+01:00",
    }


def test_the_title_is_that_of_the_page() -> None:
    assert front_of(Metadata(title="Salt | The Site"), "Salt") == {"title": "Salt"}


def test_letters_of_every_script_are_written_as_they_are() -> None:
    page = replace(page_of("<p>text</p>"), metadata=Metadata(title="Соль и море: 塩 😀"))
    assert page.render("md", Style(frontmatter=True)).split("\n")[1] == "title: 'Соль и море: 塩 😀'"


@pytest.mark.parametrize("path", sorted((ROOT / "samples").glob("*.html")), ids=lambda path: path.stem)
def test_the_front_matter_of_a_sample_reads_as_its_metadata(path: Path) -> None:
    page = extract(path.read_bytes(), "https://example.org/a")
    head = HEAD_RE.match(page.render("md", Style(frontmatter=True)))
    assert head is not None
    stated = {name: getattr(page.metadata, name) for name in Metadata.__slots__}
    expected = {name: list(v) if isinstance(v, tuple) else v for name, v in stated.items() if v}
    assert yaml.safe_load(head[1]) == expected | ({"title": page.title} if page.title else {})


def test_yaml_is_imported_only_where_it_is_wanted() -> None:
    script = (
        "import sys, boilerstrip\n"
        "page = boilerstrip.extract('<title>A salt marsh</title><h1>A salt marsh</h1><p>' + 'Marshes store carbon, and much of it. ' * 9)\n"
        "page.markdown, page.to_json(); print('yaml' in sys.modules)\n"
        "page.render('md', boilerstrip.Style(frontmatter=True)); print('yaml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT, text=True)
    assert run.stdout.split() == ["False", "True"]
