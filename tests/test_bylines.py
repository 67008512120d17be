"""Who signs: labels in other languages, names of publications in the head, and names that sign something else."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.people import shown_authors
from boilerstrip.page import Metadata
from boilerstrip.parse import parse


def read(body: str, head: str = "") -> Metadata:
    page = f"<html><head>{head}</head><body><h1>How to read a hedge</h1>{body}<p>Text.</p></body></html>"
    return read_metadata(collect(parse(page).roots[0]), "https://www.example.com/hedge")


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("Автор: Глеб Ершов", "Глеб Ершов"),
        ("بقلم: ليلى الحداد", "ليلى الحداد"),
        ("بقلم ليلى الحداد", "ليلى الحداد"),
        ("文・田所みのり", "田所みのり"),
        ("作者：周敏", "周敏"),
        ("記者／林默", "林默"),
        ("लेखक: आशा वर्मा", "आशा वर्मा"),
        ("Yazan: Elif Karaca", "Elif Karaca"),
        ("Kirjoittaja: Aino Salo", "Aino Salo"),
        ("Autor: Agata Wrońska", "Agata Wrońska"),
        # no labels
        ("文天祥", "文天祥"),
        ("Teksti Salo", "Teksti Salo"),
    ],
)
def test_labels_are_no_part_of_a_name(byline: str, name: str) -> None:
    assert shown_authors([byline]) == [name]
    assert read(f"<div class=author>{byline}</div>").authors == (name,)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2025-03-02 08:15　来源：江湾日报　作者：周敏", "周敏"),
        ("作者:周敏 2025-03-02", "周敏"),
        ("АВТОР: Глеб Ершов", "Глеб Ершов"),
        ("Autor: Agata Wrońska", "Agata Wrońska"),
        ("Auteur: Joris Maes", "Joris Maes"),
        ("Writing about 作者 and 2025", None),
    ],
)
def test_a_line_with_a_label_is_a_byline(line: str, name: str | None) -> None:
    assert read(f"<div class=info>{line}</div>").author == name


BYLINE = "<p class=byline>By <a rel=author href=/ann>Ann Lee</a></p>"
PAPER = "<title>How to read a hedge - The Hedge Times</title><meta name=author content='The Hedge Times'>"


def test_a_name_behind_the_title_gives_way_to_who_signs() -> None:
    assert read(BYLINE, PAPER).authors == ("Ann Lee",)
    assert read("", PAPER).authors == ("The Hedge Times",)
    assert read(BYLINE, PAPER.replace("Times'", "Post'")).authors == ("The Hedge Post",)


def test_a_name_that_begins_what_is_behind_the_title_does_so_too() -> None:
    head = "<title>How to read a hedge_江湾网新闻频道</title><meta name=author content=江湾网>"
    assert read("<p>2025-03-02　作者：周敏</p>", head).authors == ("周敏",)


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote><p>Fine hedges.</p><footer class=testimonial-author>Noel Farrugia</footer></blockquote>",
        "<span class=et_pb_testimonial_author>Noel Farrugia</span>",
        "<div class=quote-author>Noel Farrugia</div>",
    ],
)
def test_who_is_quoted_does_not_sign(body: str) -> None:
    assert read(body).authors == ()


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        # a list of terms, as Javadoc writes it
        ("<dl><dt>Since:</dt><dd>2.1</dd><dt>Author:</dt><dd>Imke Tjarks</dd></dl>", ("Imke Tjarks",)),
        ("<dl><dt>Author:</dt><dd>Imke Tjarks</dd><dt>See Also:</dt><dd>x</dd></dl>", ("Imke Tjarks",)),
        (
            "<dl>\n<dt>Authors</dt>\n<dd>Imke Tjarks</dd>\n<dd>Bo Ek</dd>\n<dt>On</dt></dl>",
            ("Imke Tjarks", "Bo Ek"),
        ),
        ("<dl><dt>Autor:</dt><dd>Imke Tjarks</dd></dl>", ("Imke Tjarks",)),
        ("<dl><dt>By the quay</dt><dd>Three boats</dd></dl>", ()),
        ("<dl><dt>Author:</dt></dl>", ()),
        # one element for each
        ("<p><span class=author>Ann Lee</span>, <span class=author>Bo Ek</span></p>", ("Ann Lee", "Bo Ek")),
        ("<p><span class=author>Ann Lee</span> <span class=editor>Bo Ek</span></p>", ("Ann Lee",)),
    ],
)
def test_each_author_is_one(body: str, authors: tuple[str, ...]) -> None:
    assert read(body).authors == authors


@pytest.mark.parametrize("blank", ["", "\n"])
def test_the_institute_of_an_author_is_none(blank: str) -> None:
    """As LaTeXML writes both."""

    def creator(name: str) -> str:
        notes = "<span class='ltx_contact ltx_role_affiliation'>Institute for Harbours, Corran</span>"
        notes = f"<span class=ltx_author_notes>{blank}{notes}</span>"
        name = f"<span class=ltx_personname>{name}{blank}</span>"
        return f"<span class='ltx_creator ltx_role_author'>{blank}{name}{notes}</span>"

    authors = creator("Ilse Quandt") + "<span class=ltx_author_before></span>" + creator("Bo Ek")
    assert read(f"<div class=ltx_authors>{blank}{authors}</div>").authors == ("Ilse Quandt", "Bo Ek")
