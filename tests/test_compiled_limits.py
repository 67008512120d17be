"""Compiled parts of reading refuse what they cannot hold, and have each name that the Python has."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from boilerstrip import images
from boilerstrip.block import Mark
from boilerstrip.compiled import compiled
from boilerstrip.parse import attributes
from boilerstrip.segment import pictured, running, special
from tests.pure import pure
from tests.test_compiled_walk import assert_same_source

FAST: Any = compiled("segment._walk")
pytestmark = pytest.mark.skipif(FAST is None, reason="the compiled walk is not built")


def test_a_walker_of_nothing_is_refused_and_freed() -> None:
    """In a process of its own, as what was wrong ended it."""
    script = "from boilerstrip.segment import _walk\ntry:\n    _walk.Walker(None, True)\nexcept AttributeError:\n    print('refused')"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, text=True)
    assert (run.returncode, run.stdout) == (0, "refused\n"), run.stderr


@pytest.mark.parametrize(("n_tags", "is_long"), [(1, False), (2, False), (3, True)])
def test_long_tags_are_read_twice_and_no_more(n_tags: int, *, is_long: bool) -> None:
    source = b"<a " * n_tags + b'x="' + b"y" * 40_000 + b'">' + b"t" * 40_000
    assert attributes.has_long_tag(source) == is_long
    with pure():
        assert attributes.has_long_tag(source) == is_long


@pytest.mark.parametrize(
    "name", [*images.PLACEHOLDERS, *(f"{name}-pixel" for name in images.BEFORE_PLACEHOLDERS)]
)
def test_each_placeholder_shows_nothing(name: str) -> None:
    assert_same_source(
        f"<p>a<img src=/x/{name.upper()}.gif alt=b><img src=/x/{name}.gif data-image=/c.jpg></p>"
    )
    table = assert_same_source(f"<p>a</p><img src=/x/{name}.gif alt=b>")
    assert table.n_blocks == 1


@pytest.mark.parametrize("name", [*images.FURNITURE_CLASSES, *images.EMOJI_CLASSES])
def test_each_class_of_images_that_are_not_content(name: str) -> None:
    table = assert_same_source(f'<img src=/a.jpg alt=b class="x my-{name}"><p>c')
    assert table.inline[0] in {(Mark("img"),), (Mark("emoji"),)}


@pytest.mark.parametrize("part", [*images.RESIZED, *pictured.ADDRESS_PARTS])
def test_each_part_of_addresses_that_are_looked_into(part: str) -> None:
    address = f"https://a.example{images.RESIZED[0]}?url=%2Fb.jpg&amp;w=1"
    table = assert_same_source(f'<img src="{address}" alt=b>')
    assert table.inline == [(Mark("img", "/b.jpg", "b"),)]
    assert_same_source(f'<img src="https://a.example/{part}?latex=x^2&amp;chl=x" alt="x^2">')


@pytest.mark.parametrize("name", running.LOADERS)
def test_each_loader_of_formulas(name: str) -> None:
    script, words = (
        f'<script src="/js/{name}.js"></script>',
        '<p>a <span class="math inline">x^2</span> b</p>',
    )
    for source in (script + words, words + script):  # in the head, and in the body
        assert Mark("math") in assert_same_source(source).inline[0]


def test_gists_are_shown() -> None:
    table = assert_same_source(
        f'<p>a</p><script src="https://{special.GISTS}/ada/0123456789abcdef.js"></script>'
    )
    assert table.inline[1] == (Mark("embed", f"https://{special.GISTS}/ada/0123456789abcdef", "Gist"),)


@pytest.mark.parametrize("tag", ["sup", "label", "source", "img", "noscript", "a", "span", "input", "svg"])
def test_a_root_that_was_taken_out_of_its_tree(tag: str) -> None:
    """In a process of its own: libxml2 knows of nothing around such an element, and that it was read ended it."""
    script = f"""
from lxml import html
from boilerstrip import extract
around = html.fromstring('<p>a<{tag} class="note" id="x">1</{tag}>b</p>')
root = around.find('{tag}')
around.remove(root)
extract(root)
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
