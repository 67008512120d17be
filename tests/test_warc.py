"""WARC files give their pages, each with its address and charset, and say what is damaged."""

from __future__ import annotations

import gzip
import io
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from boilerstrip import SourceError
from boilerstrip.cli.main import run
from boilerstrip.corpus import reading, warc
from boilerstrip.corpus.document import Document
from boilerstrip.corpus.sources import count_documents
from boilerstrip.corpus.warc import pages_of

pytest.importorskip("fastwarc", reason="needs the extra [warc]")

PAGE = """<html><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>
<p>{text} The wheel of the old mill had stood still for thirty years when the new owners decided to have it turn
again.</p><p>It took <a href=months>four months</a> and two floods until the wheel moved, and then it did not stop
for a week.</p></article></body></html>"""


def record(
    kind: str, uri: str, block: bytes, content_type: str = "application/http; msgtype=response"
) -> bytes:
    """A record as ISO 28500 has it."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:0b29d5a2-8d2f-4c1c-9b53-{len(block):012d}>\r\n"
        f"WARC-Date: 2026-11-28T10:00:00Z\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(
    body: bytes, content_type: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    stated = f"Content-Type: {content_type}\r\n" if content_type else ""
    return f"HTTP/1.1 {status}\r\n{stated}{more}\r\n".encode() + body


def page(title: str, text: str = "") -> bytes:
    return PAGE.format(title=title, text=text).encode()


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


HOST = "https://www.example.org"
RUSSIAN = PAGE.format(title="Мельница", text="Колесо старой мельницы снова вертится.").encode("koi8-r")
RECORDS = [
    record("warcinfo", "urn:x", b"software: none\r\n", "application/warc-fields"),
    record("request", f"{HOST}/one", b"GET /one HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", f"{HOST}/one", response(page("One"))),
    record("response", f"{HOST}/wheel.png", response(b"\x89PNG\r\n\x1a\n", "image/png")),
    record("response", f"{HOST}/old", response(b"<p>moved", status="301 Moved", more="Location: /one\r\n")),
    record("response", f"<{HOST}/two?x=1>", response(gzip.compress(page("Two")), more="Content-Encoding: gzip\r\n")),
    record("response", f"{HOST}/ru/", response(RUSSIAN, 'text/html; charset="KOI8-R"')),
    record("response", f"{HOST}/three", response(chunked(page("Three")), more="Transfer-Encoding: chunked\r\n")),
    record("resource", f"{HOST}/four", page("Four"), "text/html"),
    record("response", f"{HOST}/gone", response(page("Not found"), status="404 Not Found")),
    record("response", f"{HOST}/five", response(page("Five"), "")),
    record("response", f"{HOST}/api", response(b'{"pages": 5}', "")),
    record("response", f"{HOST}/six", response(page("Six"), "application/xhtml+xml; charset=no-such")),
]  # fmt: skip
TITLES = ["One", "Two", "Мельница", "Three", "Four", "Five", "Six"]
FORMS = {
    "crawl.warc": b"".join(RECORDS),
    "crawl.warc.gz": b"".join(map(gzip.compress, RECORDS)),
    "CRAWL.WARC.GZ": gzip.compress(b"".join(RECORDS)),  # not as the standard asks, but as people do
}


@pytest.fixture(params=FORMS)
def crawl(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_bytes(FORMS[request.param])
    return path


def found(data: bytes) -> Iterator[Document]:
    return pages_of("a/crawl.warc", "dump/a/crawl.warc", lambda: io.BytesIO(data))


def told(captured: str) -> list[str]:
    return [json.loads(line)["title"] for line in captured.splitlines()]


def test_its_pages_come_in_order_each_with_its_address(
    crawl: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(crawl), "-f", "jsonl"]) == 0
    out, err = capsys.readouterr()
    assert told(out) == TITLES
    first, second, russian = (json.loads(line) for line in out.splitlines()[:3])
    assert first["metadata"]["url"] == f"{HOST}/one"
    assert first["source"] == f"{crawl}#{HOST}/one"
    assert f"[four months]({HOST}/months)" in first["markdown"]
    assert second["metadata"]["url"] == f"{HOST}/two?x=1"
    assert russian["encoding"]["name"] == "koi8-r"
    assert "7 pages: 7 with content" in err


def test_a_folder_of_results_has_a_file_for_each_page(crawl: Path, tmp_path: Path) -> None:
    assert run([str(crawl), "-o", f"{tmp_path}/out/"]) == 0
    top = tmp_path / "out" / crawl.name.partition(".")[0] / "www.example.org"
    names = sorted(str(path.relative_to(top)) for path in top.rglob("*.md"))
    assert names == ["five.md", "four.md", "one.md", "ru/index.md", "six.md", "three.md", "two_x=1.md"]
    assert (top / "ru" / "index.md").read_text("utf-8").startswith("# Мельница\n")


def test_files_of_a_folder_are_taken_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_bytes(page("Lone"))
    (tmp_path / "b.warc.gz").write_bytes(FORMS["crawl.warc.gz"])
    assert count_documents([str(tmp_path)]) is None, "nobody has counted the pages in it"
    assert run([str(tmp_path), "-f", "jsonl"]) == 0
    assert told(capsys.readouterr().out) == ["Lone", *TITLES]


@pytest.mark.parametrize("name", FORMS)
def test_standard_input_may_be_one(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, code in ((["--from", "warc", "-f", "jsonl"], 0), (["-f", "jsonl"], 66)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FORMS[name])))
        assert run(arguments) == code
        out, err = capsys.readouterr()
        assert told(out) == (TITLES if code == 0 else [])
        assert ("is a WARC file, of many pages; read it with --from warc" in err) == bool(code)


@pytest.mark.parametrize("name", FORMS)
def test_a_pipe_may_be_one(name: str) -> None:
    command = [sys.executable, "-m", "boilerstrip", "--from", "warc", "-f", "jsonl"]
    done = subprocess.run(command, input=FORMS[name], capture_output=True, check=True)
    assert told(done.stdout.decode()) == TITLES


def test_a_file_of_another_name_may_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crawl.dat"
    path.write_bytes(FORMS["crawl.warc.gz"])
    assert run([str(path)]) == 66
    assert "is a WARC file, of many pages; read it with --from warc" in capsys.readouterr().err
    assert run([str(path), "--from", "warc", "-f", "jsonl"]) == 0
    assert told(capsys.readouterr().out) == TITLES


@pytest.mark.parametrize("name", ["crawl.warc.wet.gz", "crawl.wet", "crawl.WET.gz"])
def test_text_of_pages_is_read_as_text(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        f"{HOST}/a.html": "The mill\nHome\nContact\nLog in\nThe wheel turns again after <b>thirty</b> years, and nobody"
        " knows for how long it will.\nIt took four months and two floods until the wheel moved.\n",
        f"{HOST}/b": "Das Mühlrad dreht sich wieder, und niemand weiß, wie lange es sich noch drehen wird.\n",
    }
    records = [
        RECORDS[0],
        *(record("conversion", url, text.encode(), "text/plain") for url, text in texts.items()),
    ]
    path = tmp_path / name
    path.write_bytes(b"".join(map(gzip.compress, records) if name.lower().endswith("gz") else records))
    assert run([str(path), "-f", "jsonl"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert "after <b>thirty</b> years" in first["text"], "it is no HTML, whatever its address says"
    assert first["metadata"]["url"] == f"{HOST}/a.html"
    assert "niemand weiß, wie lange" in second["text"]


def test_a_page_that_the_crawler_cut_off_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = record("response", f"{HOST}/one", response(page("One")))
    path = tmp_path / "a.warc"
    path.write_bytes(whole.replace(b"WARC-Type:", b"WARC-Truncated: length\r\nWARC-Type:", 1) + whole)
    assert run([str(path), "-f", "jsonl", "-v"]) == 0
    out, err = capsys.readouterr()
    cut, other = ([one["code"] for one in json.loads(line)["warnings"]] for line in out.splitlines())
    assert (cut, other) == (["cut-off"], [])
    assert "cut off when it was archived: length" in err


def test_the_callers_charset_is_believed_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(record("response", f"{HOST}/ru", response(RUSSIAN, "text/html; charset=windows-1251")))
    assert run([str(path), "-f", "txt", "--encoding", "koi8-r"]) == 0
    assert "Колесо старой мельницы" in capsys.readouterr().out


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("share", [0.35, 0.6, 0.95])
def test_what_stands_before_the_end_of_a_file_that_is_cut_off_is_kept(
    name: str, share: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(FORMS[name][: int(share * len(FORMS[name]))])
    code = run([str(path), "-f", "jsonl"])
    out, err = capsys.readouterr()
    titles = told(out)
    assert titles == TITLES[: len(titles)]
    # What is packed as a whole is mostly in its first half: its pages are much alike.
    assert len(titles) > share * len(TITLES) - (4 if name.isupper() else 2)
    assert code == (3 if titles else 66)
    assert f"{name}: damaged from record " in err


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (page("Two"), "Content-Encoding: gzip"),
        (page("Two"), "Content-Encoding: br"),
        (page("Two"), "Content-Encoding: none"),
        (page("Two"), "Transfer-Encoding: chunked"),
        (page("Two"), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (gzip.compress(page("Two")), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (chunked(page("Two")), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
        (chunked(gzip.compress(page("Two"))), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip"),
    ],
)
def test_a_body_may_be_unpacked_already(body: bytes, more: str) -> None:
    data = record("response", f"{HOST}/two", response(body, more=f"{more}\r\n")) + RECORDS[8]
    first, second = found(data)
    assert first.read() == page("Two")
    assert second.read() == page("Four")


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (response(gzip.compress(page("Two"))[:40] + bytes(90), more="Content-Encoding: gzip\r\n"), 3),
        (response(b"4000\r\n" + bytes(range(256)) * 40, more="Transfer-Encoding: chunked\r\n"), 3),
        (response(b""), 0),  # a page all the same, without main content
    ],
)
def test_a_damaged_page_costs_itself_alone(
    block: bytes, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join([RECORDS[2], record("response", f"{HOST}/two", block), RECORDS[8]]))
    assert run([str(path), "-f", "jsonl"]) == code
    out, err = capsys.readouterr()
    assert [title for title in told(out) if title] == ["One", "Four"]
    assert f"a.warc#{HOST}/two" in err


def test_a_page_may_not_be_larger_than_an_input(monkeypatch: pytest.MonkeyPatch) -> None:
    large = gzip.compress(page("Large", "word " * 9_000))
    data = b"".join(
        [RECORDS[2], record("response", f"{HOST}/two", response(large, more="Content-Encoding: gzip\r\n"))]
    )
    monkeypatch.setattr(warc, "MAX_INPUT_BYTES", 9_000)
    first, second = found(data)
    assert len(first.read()) < 9_000
    with pytest.raises(SourceError, match="holds more than 0 MB"):
        second.read()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no web page among the 0 records"),
        (RECORDS[0] + RECORDS[3] + RECORDS[4], "no web page among the 3 records"),
        (b"<html><p>This is a page.", "damaged from record 1 on"),
        (bytes(range(256)) * 40, "damaged from record 1 on"),
        (b"\x1f\x8b" + bytes(300), "damaged from record 1 on"),
    ],
)
def test_a_file_without_pages_says_so(data: bytes, reason: str) -> None:
    (only,) = found(data)
    assert only.origin == "dump/a/crawl.warc"
    with pytest.raises(SourceError, match=reason):
        only.read()


def test_a_file_that_is_not_there_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([f"{tmp_path}/none.warc.gz"]) == 66
    assert "no such file" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(FORMS["crawl.warc"])
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert run([str(path)]) == 66
    assert "pip install 'boilerstrip[warc]'" in capsys.readouterr().err


@pytest.mark.parametrize("seed", range(60))
def test_any_damage_leaves_documents_or_errors(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(dice.choice([*FORMS.values()]))
    for _ in range(dice.choice((1, 2, 20))):
        at = dice.randrange(len(data))
        cut = dice.choice((0, 1, 40))
        data[at : at + cut] = dice.choice(
            (b"", b"\r\n", b"WARC/1.0\r\n", b"Content-Length: -5\r\n", dice.randbytes(9))
        )
    for document in found(bytes(data)):
        assert document.key.startswith("a/crawl")
        with suppress(SourceError):
            assert isinstance(document.read(), bytes)


def test_first_bytes_of_such_files_are_known() -> None:
    assert FORMS["crawl.warc"].startswith(reading._WARC_MAGIC)
