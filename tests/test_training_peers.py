"""Other extractors as engines: called as documented, silent, and never on the network."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from boilerstrip.errors import OptionError
from boilerstrip.training import peers
from boilerstrip.training.engine import Engine
from boilerstrip.training.engines import ENGINES, load_engine
from boilerstrip.training.metrics import score_text
from boilerstrip.training.peers import PEERS, declared_stoplist
from boilerstrip.training.stoplists import STOPLISTS

DOCS = Path(__file__).parents[1] / "docs" / "evaluation.md"

MODULES = {
    "trafilatura": "trafilatura",
    "resiliparse": "resiliparse",
    "readability-lxml": "readability",
    "justext": "justext",
    "newspaper4k": "newspaper",
}
"""What each engine imports, by its name."""

TITLE = "Lighthouse on Stornay gets its old lamp back"
PARAGRAPHS = [
    "For eleven years the tower on Stornay has shown an electric light that nobody on the island liked, and "
    "for eleven years the keeper's daughter has asked the harbour office to bring the old lamp home. On "
    "Tuesday it came up the hill on a hay cart, packed in blankets and straw, with half the school behind it.",
    "The lamp was built in 1911 and had been in a museum on the mainland since the tower was wired. It is as "
    "tall as a man and made of two hundred pieces of glass, of which four were broken when it was taken down "
    "and have now been cast again by a workshop that still had the drawings in its cellar.",
    "It will not be lit every night, because the office cannot pay a keeper, but on the first Saturday of "
    "each month it will turn again as it did before the war. The electric light stays where it is and goes "
    "out for those hours, which the coast guard has agreed to after two meetings and a letter.",
    "What the island will do with the visitors is another question. There are nine beds in the only inn, and "
    "the ferry leaves at five. The council has asked for a later boat on lamp days and expects an answer by "
    "the end of the month, when the timetable for the summer has to go to the printers.",
]
STORY = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>'
    + TITLE
    + '</title><meta http-equiv="refresh" content="600; url=https://stornay.example/next">'
    '<meta property="og:image" content="https://stornay.example/lamp.jpg"></head><body>'
    '<nav class="menu"><ul><li><a href="/">Front page</a></li><li><a href="/boats">Boats</a></li>'
    '<li><a href="/weather">Weather</a></li></ul></nav>'
    f"<article><h1>{TITLE}</h1>"
    '<img src="https://stornay.example/lamp.jpg" width="900" height="600" alt="Lamp on a cart">'
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    + "</article>"
    '<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Herring at a record price</a></li>'
    '<li><a href="/2">New roof for the school</a></li></ul></aside>'
    '<footer class="footer"><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></footer>'
    "</body></html>"
)
GOLD = "\n\n".join([TITLE, *PARAGRAPHS])


@pytest.fixture(params=sorted(PEERS))
def peer(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn, where its package is installed."""
    pytest.importorskip(
        MODULES[request.param],
        reason=f"{request.param} is not installed (pip install '.[bench]')",
        exc_type=ImportError,
    )
    return load_engine(request.param)


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What somebody tries to reach on the network, which he cannot; also where he swallows the error."""
    reached: list[object] = []

    def refuse(*arguments: object, **_more: object) -> NoReturn:
        reached.append(arguments)
        raise OSError("no network in tests")

    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return reached


# The real ones


@pytest.mark.parametrize("url", [None, "https://stornay.example/lamp"])
def test_a_plain_story_comes_out(
    peer: Engine, url: str | None, reached: list[object], capfd: pytest.CaptureFixture[str]
) -> None:
    extracted = peer.run(STORY.encode(), url)
    assert extracted.blocks is None
    assert score_text(extracted.text, GOLD).f1 > 0.9
    assert "Imprint" not in extracted.text
    assert reached == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("charset", "declared"), [("utf-8", "utf-8"), ("iso-8859-1", "ISO-8859-1"), ("windows-1252", "latin1")]
)
def test_the_bytes_are_theirs_to_decode(peer: Engine, charset: str, declared: str) -> None:
    text = PARAGRAPHS[0].replace("Stornay", "Störnäy")
    page = STORY.replace(PARAGRAPHS[0], text).replace('charset="utf-8"', f'charset="{declared}"')
    assert "Störnäy" in peer.run(page.encode(charset), None).text


def test_paragraphs_do_not_run_into_each_other(peer: Engine) -> None:
    words = peer.run(STORY.encode(), None).text.split()
    assert {"it.", "cellar.", "letter."} <= set(words)  # the last of each paragraph but one


@pytest.mark.parametrize(
    "page", [b"", b" \n", b"<!-- -->", b"\xff\xfe\x00", b"no tags", b"<p>\x80\x81</p>" * 9]
)
def test_useless_pages_are_silent(peer: Engine, page: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """What it raises is counted by `measure_page`; nothing is printed in any case."""
    with suppress(Exception):
        assert isinstance(peer.run(page, None).text, str)
    assert capfd.readouterr() == ("", "")


def test_what_an_engine_says_of_itself(peer: Engine) -> None:
    assert peer.basis("0" * 64).code == "peer"
    assert "fitted here" in peer.basis("0" * 64).message
    assert peer.version.split(".")[0].isdigit()
    assert "html" in peer.timed


# How they are called


def test_each_has_a_name_and_a_place_in_the_docs() -> None:
    assert list(ENGINES) == ["boilerstrip", *PEERS]
    assert set(MODULES) == set(PEERS)
    text = DOCS.read_text("utf-8")
    assert [name for name in ENGINES if f"\n| {name} |" not in text] == []


@pytest.mark.parametrize("name", sorted(PEERS))
def test_a_missing_package_is_told_with_the_cure(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for loaded in list(sys.modules):
        if loaded.partition(".")[0] == MODULES[name]:
            monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setitem(sys.modules, MODULES[name], None)
    with pytest.raises(OptionError, match=rf"engine {name} .*pip install 'boilerstrip\[bench\]'"):
        load_engine(name)


Fake = Callable[..., list[tuple[tuple[Any, ...], dict[str, Any]]]]


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Put a module with one function in place of a peer's; gives the list of its calls."""

    def put(module: str, function: str, result: object, **others: object) -> list[Any]:
        calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

        def called(*arguments: Any, **options: Any) -> object:
            calls.append((arguments, options))
            return result

        monkeypatch.setitem(sys.modules, module, SimpleNamespace(**{function: called}, **others))
        monkeypatch.setattr(peers, "version", lambda name: f"{name} 9.9")
        return calls

    return put


def test_newspaper_is_given_the_bytes_and_told_to_fetch_nothing(fake: Fake) -> None:
    calls = fake("newspaper", "article", SimpleNamespace(title="T", text="a\n\nb"))
    engine = load_engine("newspaper4k")
    assert engine.run(b"<p>a", "https://a.example/").text == "T\n\na\n\nb"
    assert engine.version == "newspaper4k 9.9"
    engine.run(b"", None)
    options = {"fetch_images": False, "follow_meta_refresh": False, "max_text": sys.maxsize}
    assert calls == [
        (("https://a.example/",), {"input_html": b"<p>a", **options}),
        (("",), {"input_html": b"", **options}),
    ]


def test_justext_counts_words_of_the_declared_language(fake: Fake) -> None:
    parts = [SimpleNamespace(text=text, is_boilerplate=text == "menu") for text in ("menu", "a", "b")]
    calls = fake("justext", "justext", parts, get_stoplist=lambda name: frozenset({name}))
    engine = load_engine("justext")
    page = b'<html lang="pl"><p>a'
    assert engine.run(page, "https://a.example/").text == "a\nb"
    assert calls == [((page, frozenset({"Polish"})), {})]


def test_readability_gets_the_bytes_and_its_html_becomes_text(fake: Fake) -> None:
    summary = "<html><body><div><p>a</p><p>b <b>c</b></p></div></body></html>"
    calls = fake("readability", "Document", SimpleNamespace(summary=lambda: summary))
    assert load_engine("readability-lxml").run(b"<p>a", "https://a.example/").text == "a\nb c"
    assert calls == [((b"<p>a",), {})]


# Languages


@pytest.mark.parametrize(
    ("html", "name"),
    [
        (b'<html lang="de">', "German"),
        (b"<HTML LANG=fr-CA class=x>", "French"),
        (b"<!doctype html>\n<html\n  dir='rtl' lang='ar'>", "Arabic"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nb-NO">', "Norwegian_Bokmal"),
        (b'<html lang="ast">', "Asturian"),
        (b'<html lang="ja">', "English"),
        (b'<html lang="">', "English"),
        (b'<html data-lang="de">', "English"),
        (b'<html><p lang="de">', "English"),
        (b'<html lang="deutsch">', "English"),
        (b"", "English"),
        (b"\xff\xfe<\x00h\x00t\x00m\x00l\x00", "English"),
    ],
)
def test_declared_languages(html: bytes, name: str) -> None:
    assert declared_stoplist(html) == name


def test_every_stop_list_that_is_named_is_there() -> None:
    justext = pytest.importorskip("justext", reason="jusText is not installed (pip install '.[bench]')")
    lists = justext.get_stoplists()
    assert set(STOPLISTS.values()) <= lists
    # Varieties of a language that has another list.
    assert lists - set(STOPLISTS.values()) == {"Belarusian_Taraskievica", "Simple_English"}
    assert version("jusText")
