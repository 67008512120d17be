"""Bylines in lines without a mark, in languages other than English; and lines that only begin as one does."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import around, collect, read_metadata
from boilerstrip.metadata.people import author_names
from boilerstrip.parse import parse

TEXT = f"<p>{'It goes on and on, as texts do. ' * 9}</p>" * 3


def read(line: str) -> tuple[str, ...]:
    page = f"<html><body><article><h1>How to read a hedge</h1>{line}{TEXT}</article></body></html>"
    return read_metadata(collect(parse(page).roots[0]), "https://www.example.com/hedge").authors


@pytest.fixture(params=["compiled", "pure"], autouse=True)
def _form(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(around, "COMPILED", None)


@pytest.mark.parametrize(
    "line",
    [
        "<p>{} <a href=/p/1>Marte Eik</a></p>",
        "<p>{}\n<a href=/p/1>Marte Eik</a>, 6. mars 2025</p>",
        "<p>6.3.2025 | {} <a href=/p/1>Marte Eik</a></p>",
        "<div><time datetime=2025-03-06>6.3.2025</time> {} <a href=/p/1>Marte Eik</a></div>",
        "<div><span>{}</span> <a href=/p/1>Marte Eik</a></div>",
        "<p>{}: Marte Eik</p>",
    ],
)
@pytest.mark.parametrize(
    "word", ["Av", "af", "Di", "DOOR", "Oleh", "Piše", "Пише", "Skrevet av", "A cura di"]
)
def test_a_word_and_a_name(line: str, word: str) -> None:
    assert read(line.format(word)) == ("Marte Eik",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>Av Marte Eik</p>", ("Marte Eik",)),
        ("<p>Door Wieke van der Hoek | 6-3-2025</p>", ("Wieke van der Hoek",)),
        ("<p>Av <a href=/1>Marte Eik</a> og <a href=/2>Ole Sund</a></p>", ("Marte Eik", "Ole Sund")),
        (
            "<p>De <a href=/1>Ana Sá</a>, <a href=/2>Rui Paz</a> e <a href=/3>Eva Luz</a></p>",
            ("Ana Sá", "Rui Paz", "Eva Luz"),
        ),
        ("<p>Kirjoittaja: Aino Salo</p>", ("Aino Salo",)),
        ("<p><b>Tekst:</b> Ola Vik</p>", ("Ola Vik",)),
        ("<p>Words and photos by Ann Lee</p>", ("Ann Lee",)),
        ("<p>ByAnn Lee</p>", ("Ann Lee",)),
        ("<p>تحریر: <a href=/1>نادیہ گیلانی</a></p>", ("نادیہ گیلانی",)),
        ("<p>Te\u212ast: Ola Vik</p>", ("Ola Vik",)),  # the sign of Kelvin, a k to those who ignore case
    ],
)
def test_who_signs(line: str, authors: tuple[str, ...]) -> None:
    assert read(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        # words that only begin as one of bylines does
        *("<p>Bygd 1877, 21 meter høyt</p>", "<p>Byen sover</p>", "<p>Bye</p>", "<p>BYRON 2024</p>"),
        # what is no name
        *("<p>Von Montag bis Freitag</p>", "<p>Par exemple</p>", "<p>Di notte</p>", "<p>Words 1200</p>"),
        *("<p>Text: A A A</p>", "<p>Text size</p>", "<p>Door Hinges</p>", "<p>Reporter: x y</p>"),
        # links in a sentence, to a place, or not directly behind
        "<p>Di <a href=/roma>Roma Capitale</a> si parla</p>",
        "<p>Von <a href=/berlin>Berlin</a> nach <a href=/rom>Rom</a></p>",
        "<p>Av <b>x</b> <a href=/1>Marte Eik</a></p>",
        "<p>Sett av <a href=/1>Marte Eik</a></p>",
        "<p>Av <a href=/1>Marte Eik</a> og andre</p>",
    ],
)
def test_who_does_not(line: str) -> None:
    assert read(line) == ()


def test_a_first_name_is_no_word_before_one() -> None:
    assert author_names(["Per Hansen"]) == ["Per Hansen"]
    assert author_names(["per Anna Rossi"]) == ["Anna Rossi"]
