"""What holds for any input at all: a page comes out, readable by everybody, the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from boilerstrip import Options, Page, Style, extract
from boilerstrip.parse import parse
from tests.bench.again import share_kept
from tests.hostile.catalogue import ALONE, CASES
from tests.hostile.safety import unsafe_in_html, unsafe_in_json, unsafe_in_markdown, unsafe_in_text

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
PROSE = "The wheel of the mill turned again on Tuesday, after eleven years, and nine people watched it turn. "

# Pieces of pages, good and bad; put together at random they make every kind of broken nesting.
PIECES = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<ul><li>",
        "<table><tr><td>",
        "</table>",
        "<pre>",
        "</pre>",
        "<blockquote>",
    ),
    *(
        "<article>",
        "<h1>",
        "</h1>",
        "<a href='/x'>",
        "<a href=javascript:x>",
        "</a>",
        "<b>",
        "</i>",
        "<br>",
        "<img src=/a>",
    ),
    *(
        "<script>",
        "</script>",
        "<style>",
        "<title>",
        "</title>",
        "<textarea>",
        "<noscript>",
        "</noscript>",
        "<template>",
    ),
    *(
        "<svg>",
        "</svg>",
        "<select>",
        "<frameset>",
        "</body>",
        "</html>",
        "<html>",
        "<head>",
        "<!--",
        "-->",
        "<![CDATA[",
    ),
    *(
        "&amp;",
        "&lt;b&gt;",
        "&#27;",
        "&#xD800;",
        "&",
        "<",
        ">",
        '"',
        "\0",
        "\x1b[31m",
        "\u202e",
        "\ud800",
        "\u2028",
        "\ufeff",
    ),
    *(
        '<meta charset="utf-16">',
        '<base href="//x">',
        '<script type="application/ld+json">{"@type":"Article",',
        "]}",
    ),
    *(
        "# x",
        "```",
        "| a |",
        "[x](y)",
        "<!DOCTYPE html>",
        "\n\n",
        " ",
        "Привет",
        "日本語",
        "é",
        PROSE,
        PROSE * 3,
    ),
)
sources = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
pages = st.one_of(
    st.binary(max_size=400),
    sources,
    sources.map(lambda text: text.encode("utf-8", "replace")),
    sources.map(lambda text: text.encode("utf-16-le", "replace")),
    st.text(st.characters(codec=None), max_size=200),
)
thorough = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def faults_of(page: Page) -> list[str]:
    """What is wrong with the forms of a page."""
    front = page.render("md", Style(frontmatter=True, comments="separate"))
    texts = (page.markdown, page.text, page.html, front, page.to_json())
    for text in texts:
        text.encode("utf-8")
    return [
        *unsafe_in_markdown(page.markdown),
        *unsafe_in_text(page.text),
        *unsafe_in_html(page.html),
        *unsafe_in_text(front),
        *unsafe_in_json(page.to_json()),
    ]


@thorough
@given(pages, st.none() | st.text(max_size=40))
def test_any_input_gives_a_page_in_safe_forms(source: bytes | str, url: str | None) -> None:
    assert faults_of(extract(source, url)) == []


@given(
    st.binary(max_size=200),
    st.sampled_from(["utf-8", "utf-16", "utf-7", "shift_jis", "koi8-r", "cp037", "hex"]),
)
def test_any_bytes_with_any_charset_named_give_a_page(source: bytes, encoding: str) -> None:
    assert faults_of(extract(b"<p>" + source, options=Options(encoding=encoding))) == []


def bare(text: str) -> str:
    return "".join(text.split())


@thorough
@given(sources)
def test_kept_text_is_in_the_page_in_the_same_order(source: str) -> None:
    page = extract(source)
    roots = parse(source).roots
    shown = bare("".join(text for root in roots for text in root.itertext() if isinstance(text, str)))
    at = 0
    for block in page.blocks:
        at = shown.find(bare(block.text), at)
        assert at >= 0, block.text
        at += len(bare(block.text))
    kept = bare("".join(block.text for block in page.blocks if block.kept))
    assert set(bare(page.text)) <= set(kept) | set("�"), "the text has a character of no kept block"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_our_own_html_of_a_page_is_an_article(path: Path) -> None:
    kept, words = share_kept(extract(path.read_bytes()).html)
    assert kept >= 0.98 * words > 0


@thorough
@given(sources)
def test_no_word_is_in_the_main_content_that_the_page_does_not_show(source: str) -> None:
    """Kept text is a subsequence of what stands in the page, in every form that is words alone."""
    page = extract(source)
    shown = iter(bare(" ".join(page.table.text)))
    kept = bare(" ".join(block.text for block in page.blocks if block.kept))
    assert all(char in shown for char in kept)


def test_the_text_of_deep_pages_stays_in_order() -> None:
    words = [f"w{at}" for at in range(5_000)]
    source = "".join(f"<div><p>{word}</p>" for word in words) + "</div>" * 5_000
    assert " ".join(extract(source).table.text).split() == words


_DIGEST = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from boilerstrip import Style, extract
from tests.hostile.catalogue import ALONE, CASES
digest = hashlib.sha256()
for name in {names!r}:
    page = extract(CASES[name].make(), CASES[name].url)
    digest.update(page.to_json().encode())
for path in {samples!r}:
    page = extract(Path(path).read_bytes(), "https://mill.example/")
    digest.update((page.to_json() + page.render("md", Style(frontmatter=True, comments="separate"))).encode())
print(digest.hexdigest())
"""


def run_python(code: str, **environment: str) -> str:
    """What a program prints, run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.strip()


def test_two_processes_with_other_hash_seeds_and_locales_write_the_same() -> None:
    names = [
        name
        for name in CASES
        if name not in ALONE and CASES[name].group in ("markup", "metadata", "encoding")
    ][::3]
    code = _DIGEST.format(root=str(ROOT), names=names, samples=[str(path) for path in SAMPLES])
    first = run_python(code, PYTHONHASHSEED="1")
    assert len(first) == 64
    assert run_python(code, PYTHONHASHSEED="2", LC_ALL="C", PYTHONUTF8="0") == first


_NO_NETWORK = """
import socket, sys
from pathlib import Path
tried = []
class NoSocket:
    def __init__(self, *a, **k):
        tried.append(a)
        raise OSError("no network in here")
socket.socket = NoSocket
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = NoSocket
sys.addaudithook(lambda event, args: tried.append(event) if event.startswith("socket.") else None)
sys.path.insert(0, {root!r})
from boilerstrip import Style, extract
from tests.hostile.catalogue import CASES
for path in {samples!r}:
    extract(Path(path).read_bytes(), "http://127.0.0.1:9/").to_json()
for name in ("markup-xxe", "markup-xinclude", "markup-entity-bomb", "markup-frameset", "metadata-base-1"):
    extract(CASES[name].make(), "http://127.0.0.1:9/").to_json()
if {try_one}:
    try:
        socket.create_connection(("127.0.0.1", 9))
    except OSError:
        pass
print(len(tried))
"""


@pytest.mark.parametrize("try_one", [False, True])
def test_no_page_makes_it_open_a_socket(try_one: bool) -> None:
    code = _NO_NETWORK.format(root=str(ROOT), samples=[str(path) for path in SAMPLES], try_one=try_one)
    assert int(run_python(code)) == try_one  # the one it tries itself is seen


def test_a_file_that_an_entity_names_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-in-the-mill", "utf-8")
    source = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>{PROSE}&x;</p>'
    assert "canary" not in extract(source).to_json()
    assert "canary" not in extract(f'<?xml version="1.0"?>{source}'.encode()).to_json()


def test_a_tree_made_by_another_parser_gives_a_page() -> None:
    root = etree.fromstring("<div>" * 2_000 + PROSE + "</div>" * 2_000, etree.XMLParser(huge_tree=True))
    page = extract(root)
    assert PROSE.strip() in " ".join(page.table.text)
    assert faults_of(page) == []
