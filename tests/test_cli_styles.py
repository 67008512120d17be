"""The command's styles, on a real page: what each option writes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from boilerstrip import DetectorMissingError, Options, extract, extract_text
from boilerstrip.cli.main import run

PAGE = """<html lang="en"><head><title>Tides | The Atlas</title></head><body><main><h1>Tides</h1>
<p>Read <a href="/atlas">the atlas</a> before you sail, and mind the times that it gives of the harbour.</p>
<p><img src="/map.png" alt="A map of the bar"> The bar moves a little every winter, and the atlas says how much.</p>
<table><tr><th>Port<th>High water, in metres above the datum<tr><td>Halden<td>3.1, and more of it at springs</table>
<p>Nobody should sail over the bar by night, whatever the atlas says, and nobody who knows it well ever does.</p>
</main></body></html>"""
GERMAN = (
    "Die Mühle am Fluss stand elf Jahre still, bevor jemand fragte, was es kosten würde, sie zu drehen. " * 4
)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    return str(path)


def lines_of(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> list[str]:
    assert run(["--url", "https://example.org/x", *arguments]) == 0
    return capsysbinary.readouterr().out.decode().rstrip("\n").split("\n")


def test_links_at_the_end_and_lines_of_some_length(
    page: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = lines_of(capsysbinary, page, "--links", "reference", "--wrap", "50")
    assert lines[2:4] == [
        "Read [the atlas][1] before you sail, and mind the",
        "times that it gives of the harbour.",
    ]
    assert lines[-1] == "[1]: https://example.org/atlas"


def test_words_instead_of_links_and_images(page: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    words = "\n".join(lines_of(capsysbinary, page, "--no-links", "--images", "alt"))
    assert "Read the atlas before" in words
    assert "\n\nA map of the bar The bar moves" in words
    assert "](" not in words
    bare = "\n".join(lines_of(capsysbinary, page, "--no-images"))
    assert "A map" not in bare
    assert "[the atlas](https://example.org/atlas)" in bare


def test_tables_as_lines(page: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = lines_of(capsysbinary, page, "--tables", "text")
    assert "Port\tHigh water, in metres above the datum\\" in lines
    assert "Halden\t3.1, and more of it at springs" in lines


def test_json_is_the_same_whatever_the_style(page: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    plain = lines_of(capsysbinary, page, "-f", "json")
    assert (
        lines_of(capsysbinary, page, "-f", "json", "--links", "drop", "--wrap", "20", "--images", "alt")
        == plain
    )
    assert json.loads(plain[0])["links"][0]["url"] == "https://example.org/atlas"


def test_the_language_is_checked_where_it_is_asked_for(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html lang=en><body><article><h1>Die Mühle</h1><p>{GERMAN}</article>", "utf-8")
    for arguments, language in (([], "en"), (["--check-language"], "de")):
        assert run(["-f", "json", str(path), *arguments]) == 0
        assert json.loads(capsysbinary.readouterr().out)["metadata"]["language"] == language


def test_the_library_checks_the_language_of_pages_and_of_text() -> None:
    checked = Options(check_language=True)
    assert extract(f"<html lang=en><p>{GERMAN}", options=checked).metadata.language == "de"
    assert extract(f"<html lang=en><p>{GERMAN}").metadata.language == "en"
    assert extract_text(GERMAN, options=checked).metadata.language == "de"
    assert extract_text(GERMAN).metadata.language is None
    with pytest.raises(TypeError, match="check_language must be bool"):
        Options(check_language="yes")  # type: ignore[arg-type]


def test_without_the_detector_the_error_says_how_to_get_it(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from boilerstrip.metadata import language

    language._identifier.cache_clear()
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    with pytest.raises(DetectorMissingError, match=r"boilerstrip\[language\]"):
        extract(f"<p>{GERMAN}", options=Options(check_language=True))
    Path(page).write_text(PAGE.replace("Nobody should", GERMAN * 3), "utf-8")
    assert run(["--check-language", page]) == 2
    assert "pip install 'boilerstrip[language]'" in capsys.readouterr().err


def test_files_named_as_html_are_read_as_html(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    source = "Read the <b>news</b> of the harbour, where nine barges lie since Tuesday, as the keeper says."
    (tmp_path / "crawl").mkdir()
    for name in ("a.html", "b.HTM", "c.txt", "crawl/d.xhtml"):
        (tmp_path / name).write_text(source, "utf-8")
    named = [str(tmp_path / name) for name in ("a.html", "b.HTM", "c.txt", "crawl")]
    assert run([*named, "-f", "jsonl", "-q"]) == 0
    found = [json.loads(line)["markdown"] for line in capsysbinary.readouterr().out.splitlines()]
    kinds = ["\\<b>" in markdown for markdown in found]
    assert kinds == [False, False, True, False]
    assert run(["explain", str(tmp_path / "a.html"), "-fjson"]) in (0, 1)
    assert "<b>" not in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("https://example.org/a/", "https://example.org/a/b"),
        ("HTTP://example.org", "http://example.org/b"),
        ("example.org/a/", "http://example.org/a/b"),
        ("//www.example.org/a/?q=1", "http://www.example.org/a/b"),
        ("localhost:8000", "http://localhost:8000/b"),
    ],
)
@pytest.mark.parametrize("command", [[], ["explain"]])
def test_links_resolve_against_the_address_that_curl_would_take(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], given: str, link: str, command: list[str]
) -> None:
    (tmp_path / "a.html").write_text(PAGE.replace("/atlas", "b"), "utf-8")
    assert run([*command, str(tmp_path / "a.html"), "--url", given, "-fjson"]) == 0
    assert link in json.loads(capsysbinary.readouterr().out)["markdown"]


@pytest.mark.parametrize(
    "given",
    [
        "",
        "not a url",
        "ftp://example.org/",
        "file:///a",
        "http://",
        "http://u:p@example.org/",
        "mailto:a@b.example",
    ],
)
@pytest.mark.parametrize("command", [[], ["explain"]])
def test_what_is_no_address_of_the_web_is_wrong_usage(
    page: str, capsysbinary: pytest.CaptureFixture[bytes], given: str, command: list[str]
) -> None:
    assert run([*command, page, "--url", given]) == 2
    said = capsysbinary.readouterr()
    assert said.out == b""
    assert said.err.count(b"\n") == 1
    assert b"--url" in said.err
    assert b"is no web address" in said.err
