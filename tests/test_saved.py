"""Pages that a browser saved in one file give what the page itself gives."""

from __future__ import annotations

import base64
import plistlib
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import boilerstrip
from boilerstrip.cli.main import run
from boilerstrip.decode.saved import is_saved, unpack
from boilerstrip.pipeline_text import extract_either

SAMPLES = Path(__file__).parents[1] / "samples"
URL = "https://www.example.org/2026/a-page?id=3"
NAMES = ("japanese-news", "russian-windows-1251", "recipe", "static-disqus")


def mhtml(html: bytes, coding: str = "quoted-printable", charset: str = "", start: str = "") -> bytes:
    """A page as Chrome writes it, with a style sheet before it that it does not begin with."""
    encoded = {
        "quoted-printable": lambda: quopri.encodestring(html).replace(b"\n", b"\r\n"),
        "base64": lambda: base64.encodebytes(html).replace(b"\n", b"\r\n"),
        "8bit": lambda: html,
    }[coding]()
    named = f"; charset={charset}" if charset else ""
    first = f'\r\n\tstart="{start}";' if start else ""
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nSubject: =?utf-8?Q?A=20page?=\r\n"
        "Date: Sat, 28 Nov 2026 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{first}\r\n\tboundary="--=_b.1"\r\n\r\n\r\n'
        "----=_b.1\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: cid:css-1@mhtml.blink\r\n\r\nbody { margin: 0 }\r\n"
        f"----=_b.1\r\nContent-Type: text/html{named}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {coding}\r\nContent-Location: {URL}\r\n\r\n"
    ).encode() + encoded + b"\r\n----=_b.1--\r\n"  # fmt: skip


def web_archive(html: bytes, **changed: object) -> bytes:
    resource = {
        "WebResourceData": html,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": URL,
        "WebResourceFrameName": "",
    }
    return plistlib.dumps({"WebMainResource": {**resource, **changed}}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_mhtml_gives_what_the_page_gives(name: str, coding: str) -> None:
    html = (SAMPLES / f"{name}.html").read_bytes()
    saved = mhtml(html, coding)
    page, there = boilerstrip.extract(saved), boilerstrip.extract(html.rstrip(b"\n"), URL)
    assert page.to_dict() == there.to_dict()
    assert page.base_url == there.base_url
    assert page.text
    # A pipe or a file without a telling name is looked at; base64 has no tag in it.
    assert extract_either(saved).markdown == extract_either(saved, is_named=True).markdown == page.markdown


@pytest.mark.parametrize("name", [name for name in NAMES if "1251" not in name])
def test_a_web_archive_gives_what_the_page_gives(name: str) -> None:
    html = (SAMPLES / f"{name}.html").read_bytes()
    options = boilerstrip.Options(encoding="utf-8")  # as the archive states it
    assert (
        boilerstrip.extract(web_archive(html)).to_dict() == boilerstrip.extract(html, URL, options).to_dict()
    )


def test_the_callers_address_and_charset_are_believed_first() -> None:
    html = "<h1>Über die Mühle</h1><p>Das Rad dreht sich <a href=/bremse>wieder</a>, und niemand weiß, wie lange.</p>"
    saved = mhtml(html.encode("cp1252"), charset="utf-8")
    options = boilerstrip.Options(encoding="windows-1252")
    page = boilerstrip.extract(saved, "https://other.example/x", options)
    assert "[wieder](https://other.example/bremse), und niemand weiß" in page.markdown


def test_a_charset_that_the_file_states_is_a_hint() -> None:
    html = "<h1>Мельница</h1><p>Колесо старой мельницы снова вертится, и никто не знает, надолго ли.</p>"
    page = boilerstrip.extract(mhtml(html.encode("koi8-r"), charset="koi8-r"))
    assert page.encoding.name == "koi8-r"
    assert "Колесо старой мельницы" in page.text


def test_text_of_such_a_file_is_read_as_its_bytes_are() -> None:
    saved = mhtml((SAMPLES / "japanese-news.html").read_bytes())
    assert boilerstrip.extract(saved.decode()).text == boilerstrip.extract(saved).text != ""


def test_a_message_may_name_the_part_that_it_begins_with() -> None:
    frame = b"<p>What an advertiser wants to say stands in a frame of its own, and comes first here.</p>"
    page = b"<h1>The mill</h1><p>The wheel turns again after thirty years, and nobody knows for how long.</p>"
    saved = mhtml(frame, start="<frame-2@mhtml.blink>")
    part = (
        b"\r\n----=_b.1\r\nContent-Type: text/html\r\nContent-ID: <frame-2@mhtml.blink>\r\n"
        b"Content-Location: https://www.example.org/two\r\n\r\n" + page + b"\r\n----=_b.1--\r\n"
    )
    found = unpack(saved.replace(b"\r\n----=_b.1--\r\n", part))
    assert found is not None
    assert (found.html.strip(), found.url) == (page, "https://www.example.org/two")


def test_a_mail_gives_its_html() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "The mill", "news@example.org"
    mail.set_content("The wheel turns again.")
    mail.add_alternative(
        "<h1>The mill</h1><p>The wheel turns again, and nobody knows for how long.</p>", "html"
    )
    assert boilerstrip.extract(mail.as_bytes()).markdown == (
        "# The mill\n\nThe wheel turns again, and nobody knows for how long."
    )


def test_a_mail_without_html_stays_text() -> None:
    mail = EmailMessage()
    mail["Subject"] = "The mill"
    mail.set_content("The wheel turns again, and nobody knows for how long.\n\nIt has turned since spring.\n")
    assert not is_saved(mail.as_bytes())
    assert "It has turned since spring." in extract_either(mail.as_bytes()).text


@pytest.mark.parametrize(
    "start",
    [
        "MIME-Version of what this says: none. Content-Type: text/html is quoted here.\n\n",
        "Note: a page\n\nMIME-Version: 1.0\nContent-Type: text/html\n\n",
    ],
)
def test_text_about_such_files_is_none(start: str) -> None:
    text = f"{start}The wheel turns again, and nobody knows for how long.\n"
    assert "The wheel turns again" in boilerstrip.extract(f"<p>{text}").text
    assert "The wheel turns again" in extract_either(text.encode()).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (web_archive(b"<p>x")[:-9], "not-html"),
        (web_archive(b"%PDF-1.7", WebResourceMIMEType="application/pdf"), "not-html"),
        (web_archive("<p>x"), "not-html"),  # type: ignore[arg-type]  # not bytes
        (plistlib.dumps([1, 2], fmt=plistlib.FMT_BINARY), "not-html"),
        (plistlib.dumps({"WebMainResource": 3}, fmt=plistlib.FMT_BINARY), "not-html"),
        (web_archive(b""), "empty-input"),
        (mhtml(b""), "empty-input"),
        (mhtml(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "base64"), "not-html"),
    ],
)
def test_files_without_a_page_say_so(data: bytes, code: str) -> None:
    page = boilerstrip.extract(data)
    assert page.text == ""
    assert code in {warning.code for warning in page.warnings}


@pytest.mark.parametrize("n_parts", [21, 2_000])
def test_parts_in_parts_in_parts_are_not_followed(n_parts: int) -> None:
    heads = [b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(n_parts)]
    page = b"Content-Type: text/html\r\n\r\n<p>The wheel turns again, and nobody knows for how long.</p>\r\n"
    data = b"".join([b"MIME-Version: 1.0\r\n", *heads, page])
    assert unpack(data) is None
    assert unpack(b"".join([b"MIME-Version: 1.0\r\n", *heads[:3], page])) is not None
    assert "The wheel turns again" in boilerstrip.extract(data).text, "it is read as what it is"


@settings(max_examples=300)
@given(st.binary(max_size=300), st.integers(0, 3_000), st.integers(0, 300))
def test_any_damage_leaves_a_page(put: bytes, at: int, cut: int) -> None:
    saved = mhtml(b"<h1>The mill</h1><p>The wheel turns again, and nobody knows for how long.</p>" * 3)
    for data in (saved, web_archive(b"<p>The wheel turns again, and nobody knows for how long.</p>")):
        place = at % len(data)
        page = boilerstrip.extract(data[:place] + put + data[place + cut :])
        assert page.text or page.warnings


@pytest.mark.parametrize("share", [0.5, 0.9])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64"])
def test_what_is_there_of_a_file_that_is_cut_off_is_read(share: float, coding: str) -> None:
    html = (SAMPLES / "static-disqus.html").read_bytes()
    saved = mhtml(html, coding)
    text = boilerstrip.extract(saved[: int(share * len(saved))]).text
    assert len(text) > 0.5 * share * len(boilerstrip.extract(html).text) > 100


def test_the_command_reads_them_and_names_results_by_them(tmp_path: Path) -> None:
    html = (SAMPLES / "recipe.html").read_bytes()
    folder = tmp_path / "saved"
    folder.mkdir()
    for name, data in (
        ("a.mhtml", mhtml(html)),
        ("b.MHT", mhtml(html, "base64")),
        ("c.webarchive", web_archive(html)),
    ):
        (folder / name).write_bytes(data)
    assert run([str(folder), "-o", f"{tmp_path}/out/"]) == 0
    results = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in results] == ["a.md", "b.md", "c.md"]
    assert {path.read_text("utf-8") for path in results} == {boilerstrip.extract(html, URL).markdown + "\n"}
