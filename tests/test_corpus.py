"""Where pages come from and where results go: sources, names, frames, sinks, and one run."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.corpus import reading
from boilerstrip.corpus.framing import ALONE, FORMS, RENDERED_AS, SEVERAL, source_label
from boilerstrip.corpus.naming import Names
from boilerstrip.corpus.reading import read_file, read_stdin
from boilerstrip.corpus.run import Job, Outcome, Status, outcomes, result_of
from boilerstrip.corpus.sinks import Place, StreamSink, WholeFile, file_sink, folder_sink, stdout_sink
from boilerstrip.corpus.sources import Document, documents
from boilerstrip.errors import OptionError, SinkError, SourceError
from boilerstrip.options import Options
from boilerstrip.page import Page, warn

posix_only = pytest.mark.skipif(os.name == "nt", reason="pipes, links and bytes in names are POSIX's")


def fake_extract(html: bytes, _url: str | None, options: Options) -> Page:
    """A page whose every form is its source; words in it choose what happens."""
    text = html.decode()
    if "BOOM" in text:
        raise RuntimeError("out of order")
    if "BAD-OPTION" in text:
        raise OptionError("no such thing")
    codes = [
        code for code in ("not-html", "no-main-content", "empty-input", "nul-characters") if code in text
    ]
    forms = {"md": text, "txt": text, "html": text, "json": json.dumps({"text": text})}
    page = SimpleNamespace(warnings=tuple(map(warn, codes)), render=lambda form, _style: forms[form])
    return cast(Page, page)


def tree(root: Path, files: Iterable[str]) -> Path:
    """Make files that hold their own name."""
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        content = name.encode()
        path.write_bytes(gzip.compress(content) if name.lower().endswith(".gz") else content)
    return root


def document(key: str, content: bytes = b"") -> Document:
    return Document(key, key, lambda: content)


def listing(root: Path) -> dict[str, str]:
    """Every file below `root` with its content, hidden and temporary ones too."""
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


# Sources


def test_a_folder_gives_its_pages_in_sorted_order(tmp_path: Path) -> None:
    tree(tmp_path, ["b.html", "a/z.HTM", "a/a.xhtml", "c.html.GZ", "notes.txt", "a.htmlx", "a/page.pdf"])
    found = list(documents([str(tmp_path)]))
    assert [each.key for each in found] == ["a/a.xhtml", "a/z.HTM", "b.html", "c.html.GZ"]
    assert [each.read() for each in found] == [each.key.encode() for each in found]
    assert found[0].origin == os.path.join(str(tmp_path), "a", "a.xhtml")


def test_keys_are_below_the_folder_that_all_inputs_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree(tmp_path, ["x/a.html", "x/b.html", "y/a.html", "y/deep/c.html"]))

    def keys(*paths: str) -> list[str]:
        return [each.key for each in documents(paths)]

    assert keys("x/a.html") == ["a.html"]
    assert keys("x/a.html", "x/b.html") == ["a.html", "b.html"]
    assert keys("x/a.html", "y/a.html") == ["x/a.html", "y/a.html"]
    assert keys("x", "y") == ["x/a.html", "x/b.html", "y/a.html", "y/deep/c.html"]
    assert keys("y", "y/deep") == ["a.html", "deep/c.html", "deep/c.html"]
    assert keys("x/../y/deep") == ["c.html"]
    assert keys("-", str(tmp_path / "x/a.html")) == ["-", "a.html"]


def test_documents_are_read_only_when_asked(tmp_path: Path) -> None:
    gone = tmp_path / "a.html"
    gone.write_bytes(b"x")
    found = list(documents([str(tmp_path)]))
    gone.unlink()
    with pytest.raises(SourceError, match="no such file"):
        found[0].read()


@posix_only
def test_a_walk_follows_no_links_and_opens_no_pipes(tmp_path: Path) -> None:
    tree(tmp_path, ["in/a.html", "out/b.html"])
    inside = tmp_path / "in"
    (inside / "loop").symlink_to(inside)
    (inside / "link.html").symlink_to(tmp_path / "out/b.html")
    (inside / "folder.html").mkdir()
    os.mkfifo(inside / "pipe.html")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(inside / "s.html"))
        assert [each.key for each in documents([str(inside)])] == ["a.html"]


@posix_only
def test_links_given_as_arguments_are_followed(tmp_path: Path) -> None:
    tree(tmp_path, ["in/a.html"])
    (tmp_path / "file").symlink_to(tmp_path / "in/a.html")
    (tmp_path / "folder").symlink_to(tmp_path / "in")
    for name in ("file", "folder"):
        assert [each.read() for each in documents([str(tmp_path / name)])] == [b"in/a.html"]


def test_results_are_not_taken_for_pages(tmp_path: Path) -> None:
    tree(tmp_path, ["a.html", "out/a.html", "deep/out/c.html", "all.html"])
    for leave_out, lost in [("out", "out/a.html"), ("out/", "out/a.html"), ("all.html", "all.html")]:
        keys = {each.key for each in documents([str(tmp_path)], f"{tmp_path}/{leave_out}")}
        assert keys == {"a.html", "out/a.html", "deep/out/c.html", "all.html"} - {lost}


def test_a_folder_without_pages_says_so(tmp_path: Path) -> None:
    tree(tmp_path, ["deep/notes.txt"])
    (only,) = documents([str(tmp_path)])
    with pytest.raises(SourceError, match=r"no \.html"):
        only.read()


def test_a_folder_that_cannot_be_listed_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree(tmp_path, ["a.html", "locked/b.html", "z.html"])
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = list(documents([str(tmp_path)]))
    assert [each.key for each in found] == ["a.html", "locked", "z.html"]
    with pytest.raises(SourceError, match="permission denied"):
        found[1].read()


@posix_only
def test_names_that_are_not_utf8_are_read_and_can_be_written(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"\xff.html"), "wb") as file:
        file.write(b"here")
    (only,) = documents([str(tmp_path)])
    assert (only.key, only.read()) == ("\\xff.html", b"here")
    assert only.origin.encode("utf-8")


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    deep = "/".join(["d"] * 400)
    tree(tmp_path, [f"{deep}/a.html"])
    assert [each.key for each in documents([str(tmp_path)])] == [f"{deep}/a.html"]


# Reading


@pytest.mark.parametrize("name", ["a.html.gz", "a.html"])
def test_gzip_is_told_by_content(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(b"one ") + gzip.compress(b"two"))
    assert read_file(str(path), name) == b"one two"
    path.write_bytes(b"not packed")
    assert read_file(str(path), name) == b"not packed"


def test_damaged_gzip_is_an_error_at_every_cut(tmp_path: Path) -> None:
    whole = gzip.compress(b"a page " * 20)
    path = tmp_path / "a.html.gz"
    for cut in range(2, len(whole)):
        path.write_bytes(whole[:cut])
        with pytest.raises(SourceError, match="damaged gzip"):
            read_file(str(path), "a")
    path.write_bytes(whole[:12] + b"\xff\xff\xff" + whole[15:])
    with pytest.raises(SourceError, match="damaged gzip"):
        read_file(str(path), "a")


@pytest.mark.parametrize("packed", [False, True])
def test_inputs_over_the_cap_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    monkeypatch.setattr(reading, "MAX_INPUT_BYTES", 3_000_000)
    path = tmp_path / "a.html.gz"
    at_cap, over_cap = (b" " * n_bytes for n_bytes in (3_000_000, 3_000_001))
    path.write_bytes(gzip.compress(at_cap) if packed else at_cap)
    assert read_file(str(path), "a") == at_cap
    path.write_bytes(gzip.compress(over_cap) if packed else over_cap)
    with pytest.raises(SourceError, match="more than 3 MB"):
        read_file(str(path), "a")


@posix_only
def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, why in [
        (str(tmp_path / "pipe"), "pipe"),
        ("/dev/zero", "device"),
        (str(tmp_path), "folder"),
        (str(tmp_path / "nothing"), "no such file"),
        (f"{tmp_path}/nul\0", "null"),
    ]:
        with pytest.raises(SourceError, match=why):
            read_file(path, "a")


@posix_only
def test_a_pipe_that_takes_the_place_of_a_file_does_not_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    os.mkfifo(path)
    ordinary = os.stat(__file__)
    monkeypatch.setattr(os, "stat", lambda *_: ordinary)  # as it was a moment ago
    with pytest.raises(SourceError, match="pipe"):
        read_file(str(path), "a")


@posix_only
def test_a_pipe_from_the_shell_is_read() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"from a command")
    os.close(writer)
    try:
        assert read_file(f"/dev/fd/{reader}", "a") == b"from a command"
    finally:
        os.close(reader)


def test_closed_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError, match="closed"):
        read_stdin()


# Names


def taken(suffix: str, *keys: str) -> list[str]:
    names = Names(suffix)
    return [names.take(key) for key in keys]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("a/b.html", "a/b.md"),
        ("a/b.HTML.gz", "a/b.md"),
        ("a.xhtml", "a.md"),
        ("index.php", "index.php.md"),
        ("page.php.gz", "page.php.md"),
        ("a.html.html", "a.html.md"),
        ("-", "stdin.md"),
        (".html", "_.md"),
        ("../../etc/passwd", "etc/passwd.md"),
        ("/etc/x.html", "etc/x.md"),
        ("C:\\x.html", "C__x.md"),
        ("a\0\n\x1b.html", "a___.md"),
        ("CON.html", "_CON.md"),
        ("nul/lpt1.x.html", "_nul/_lpt1.x.md"),
        ("dots./a.html", "dots._/a.md"),
        ("q?a=1.html", "q_a=1.md"),
        ("a.md/b.html", "a.md_/b.md"),
        ("Straße/日本.html", "Straße/日本.md"),
        ("", "_.md"),
    ],
)
def test_a_key_gives_a_safe_name(key: str, name: str) -> None:
    assert taken(".md", key) == [name]


@pytest.mark.parametrize(
    "keys",
    [
        ("a.htm", "a.html", "a.html.gz", "a.xhtml"),
        ("A/x.html", "a/x.html", "a/X.html"),
        (unicodedata.normalize("NFC", "é.html"), unicodedata.normalize("NFD", "é.html")),
        ("a?.html", "a*.html", "a:.html"),
        ("a.html", "a.html", "a.html"),
        ("x.html", "x.md/y.html", "x.MD_/y.html"),
        ("l" * 250 + "1.html", "l" * 250 + "2.html"),
        ("Strasse.html", "Straße.html"),
    ],
)
def test_colliding_keys_get_names_of_their_own(keys: tuple[str, ...]) -> None:
    names = taken(".md", *keys)
    assert len({unicodedata.normalize("NFC", name).casefold() for name in names}) == len(keys)
    assert names == taken(".md", *keys)


def test_the_first_in_order_keeps_its_name_and_no_digest_takes_anothers() -> None:
    plain, marked = taken(".md", "a.htm", "a.html")
    assert plain == "a.md"
    stolen = marked.replace(".md", ".html")
    assert len(set(taken(".md", stolen, "a.htm", "a.html"))) == 3


@given(st.lists(st.text(st.sampled_from("aA.é/\\?\0 ~-_md") | st.characters(), max_size=12), max_size=8))
def test_names_stay_below_the_folder_and_differ(keys: list[str]) -> None:
    names = taken(".md", *keys)
    folded = {unicodedata.normalize("NFC", unicodedata.normalize("NFC", n).casefold()) for n in names}
    assert len(folded) == len(keys)
    for name in names:
        parts = name.split("/")
        assert all(part not in ("", ".", "..") and "\\" not in part and "\0" not in part for part in parts)
        assert all(len(part.encode()) <= 200 for part in parts)
        assert name.endswith(".md")
        assert not any(part.endswith((".md", ".", " ")) for part in parts[:-1])


# Frames


def test_every_format_is_framed() -> None:
    assert tuple(ALONE) == tuple(SEVERAL) == tuple(RENDERED_AS) == FORMS


def stream_of(form: str, *results: tuple[str, str]) -> str:
    stream = io.BytesIO()
    sink = StreamSink(stream, "memory", SEVERAL[form])
    for origin, text in results:
        sink.write(Place(origin), text)
    sink.finish()
    return stream.getvalue().decode()


NASTY = 'a --> "b" <c>\n\f100%&\x1b\u202e\u2028é日.html'


@given(st.text(max_size=20))
def test_labels_print_and_come_back(origin: str) -> None:
    label = source_label(origin)
    assert label.isprintable()
    assert not set('<>"&') & set(label)
    assert unquote(label, errors="strict") == origin


def test_several_in_jsonl_and_json_read_back() -> None:
    results = [(NASTY, '{"text": "x\u2028y"}\n'), ("b", '{\n "text": "z"\n}')]
    expected = [{"source": NASTY, "text": "x\u2028y"}, {"source": "b", "text": "z"}]
    lines = stream_of("jsonl", *results)
    assert [json.loads(line) for line in lines.split("\n")[:-1]] == expected
    assert "\x1b" not in lines
    assert "\u202e" not in lines
    assert json.loads(stream_of("json", *results)) == expected
    assert json.loads(stream_of("json", results[0])) == expected[:1]
    assert json.loads(stream_of("json")) == []
    assert stream_of("jsonl") == ""


def test_several_in_txt_split_at_form_feeds() -> None:
    stream = stream_of("txt", (NASTY, "one\fstill one"), ("b", ""), ("c", "three\n"))
    parts = [part.split("\n\n", 1) for part in stream.split("\f\n")]
    assert [unquote(head.removeprefix("source: ")) for head, _ in parts] == [NASTY, "b", "c"]
    assert [body for _, body in parts] == ["one still one\n", "", "three\n"]


def test_several_in_markdown_stand_under_comments() -> None:
    assert stream_of("md", ("a", "# A"), ("b -->", "B\n")) == (
        "<!-- source: a -->\n\n# A\n\n<!-- source: b --%3E -->\n\nB\n"
    )


def test_several_in_html_stand_in_articles() -> None:
    assert stream_of("html", ('a"', "<p>A</p>"), ("b", "")) == (
        '<article data-source="a%22">\n<p>A</p>\n</article>\n<article data-source="b">\n</article>\n'
    )
    assert stream_of("html", ("a", "<article>\n<p>A</p>\n</article>\n")) == (
        '<article data-source="a">\n<p>A</p>\n</article>\n'
    )


@pytest.mark.parametrize("form", ["md", "txt", "html", "json"])
def test_one_result_is_only_ended_with_a_newline(form: str) -> None:
    entry = ALONE[form].entry
    assert (entry("a", "x"), entry("a", "x\n"), entry("a", "")) == ("x\n", "x\n", "")


def test_one_result_in_jsonl_has_its_source() -> None:
    assert json.loads(ALONE["jsonl"].entry("a", '{"text": ""}')) == {"source": "a", "text": ""}


def test_a_stray_surrogate_costs_a_character_only() -> None:
    assert stream_of("md", ("a", "x\ud800y")).endswith("x?y\n")


# Sinks


def test_a_file_is_there_after_commit_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    with WholeFile(str(path), "a.md") as file:
        file.write(b"new")
        assert path.read_text() == "old"
        file.commit()
    assert listing(tmp_path) == {"a.md": "new"}


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_a_file_left_in_the_middle_leaves_nothing(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def leave() -> None:
        with WholeFile(str(path), "a.md") as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        leave()
    assert listing(tmp_path) == {"a.md": "old"}


def test_a_file_that_cannot_be_put_in_place_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_paths: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(SinkError, match="no space left") as caught, folder_sink(str(tmp_path), "md") as sink:
        sink.write(Place("x", "a/b.md"), "text")
    assert caught.value.path == os.path.join(str(tmp_path), "a/b.md")
    assert listing(tmp_path) == {}


@posix_only
def test_a_file_keeps_its_permissions_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    private = tmp_path / "a.md"
    private.touch(mode=0o600)
    umask = os.umask(0o027)
    try:
        for name in ("a.md", "b.md"):
            with file_sink(str(tmp_path / name), ALONE["md"]) as sink:
                sink.write(Place("x"), "text")
    finally:
        os.umask(umask)
    assert private.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "b.md").stat().st_mode & 0o777 == 0o640


def test_a_temporary_name_that_exists_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / f".boilerstrip-{os.getpid()}-0.tmp"
    mine.write_text("mine")
    monkeypatch.setattr("boilerstrip.corpus.sinks._serial", iter([0, 1]))
    with file_sink(str(tmp_path / "a.md"), ALONE["md"]) as sink:
        sink.write(Place("x"), "text")
    assert listing(tmp_path) == {mine.name: "mine", "a.md": "text\n"}


def test_one_file_without_a_result_is_not_made(tmp_path: Path) -> None:
    with file_sink(str(tmp_path / "a.md"), ALONE["md"]):
        pass
    assert listing(tmp_path) == {}


@posix_only
def test_one_file_follows_a_link_and_a_folder_replaces_it(tmp_path: Path) -> None:
    tree(tmp_path, ["real.md", "secret"])
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    with file_sink(str(tmp_path / "link.md"), ALONE["md"]) as stream:
        stream.write(Place("x"), "text")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "text\n"
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.md").symlink_to(tmp_path / "secret")
    with folder_sink(str(tmp_path / "out"), "md") as folder:
        folder.write(Place("x", "a.md"), "text")
    assert (tmp_path / "secret").read_text() == "secret"
    assert not (tmp_path / "out/a.md").is_symlink()


@posix_only
def test_a_link_in_the_output_folder_leads_nowhere(tmp_path: Path) -> None:
    for name in ("out", "outside"):
        (tmp_path / name).mkdir()
    (tmp_path / "out/a").symlink_to(tmp_path / "outside")
    with pytest.raises(SinkError, match="symbolic link"), folder_sink(str(tmp_path / "out"), "md") as sink:
        sink.write(Place("x", "a/b.md"), "text")
    assert listing(tmp_path / "outside") == {}


@posix_only
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with file_sink(str(pipe), ALONE["md"]) as sink:
            sink.write(Place("x"), "text")
        assert os.read(reader, 100) == b"text\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_places_do_not_depend_on_which_documents_fail(tmp_path: Path) -> None:
    keys = ["a.htm", "a.html"]
    with folder_sink(str(tmp_path), "md") as sink:
        places = [sink.reserve(document(key)) for key in keys]
        sink.write(places[1], "second")
    assert places[0].path == "a.md"
    assert listing(tmp_path) == {places[1].path: "second\n"}


def test_what_is_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    tree(tmp_path, ["out", "ok/a"])
    with pytest.raises(SinkError), folder_sink(str(tmp_path / "out"), "md"):
        pass
    with pytest.raises(SinkError), folder_sink(str(tmp_path / "ok"), "md") as sink:
        sink.write(Place("x", "a/b.md"), "text")
    with pytest.raises(SinkError, match="folder"), file_sink(str(tmp_path / "ok"), ALONE["md"]):
        pass


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_an_array_on_standard_output_is_closed_when_interrupted(
    capsysbinary: pytest.CaptureFixture[bytes], error: type[BaseException]
) -> None:
    def interrupted() -> None:
        with stdout_sink(SEVERAL["json"]) as sink:
            sink.write(Place("a"), '{"text": "x"}')
            raise error

    with pytest.raises(error):
        interrupted()
    assert json.loads(capsysbinary.readouterr().out) == [{"source": "a", "text": "x"}]


# One run


@pytest.mark.parametrize(
    ("content", "status", "message"),
    [
        (b"fine", Status.CONTENT, ""),
        (b"fine nul-characters", Status.CONTENT, ""),
        (b"no-main-content", Status.NO_CONTENT, "no main content found"),
        (b"empty-input", Status.NO_CONTENT, "no main content found"),
        (b"not-html no-main-content", Status.NOT_HTML, "The input is not a web page: ."),
        (b"BOOM", Status.CRASHED, "unexpected RuntimeError: out of order"),
    ],
)
def test_each_document_has_one_outcome(content: bytes, status: Status, message: str) -> None:
    outcome, text = result_of(document("a", content), Job(fake_extract))
    assert (outcome.origin, outcome.status, outcome.message) == ("a", status, message)
    assert text == (None if status.failed else content.decode())
    assert ("out of order" in outcome.traceback) == (status is Status.CRASHED)


def test_a_page_for_which_memory_does_not_do_says_so() -> None:
    def extract(*_: object) -> Page:
        raise MemoryError

    outcome, text = result_of(document("a"), Job(extract))
    assert (outcome.status, outcome.message, text) == (Status.CRASHED, "not enough memory", None)


def test_an_unreadable_document_is_an_outcome(tmp_path: Path) -> None:
    (missing,) = documents([str(tmp_path / "a.html")])
    outcome, text = result_of(missing, Job(fake_extract))
    assert outcome == Outcome(missing.origin, Status.UNREADABLE, "no such file or directory")
    assert text is None


def test_a_renderer_that_breaks_costs_its_page_only() -> None:
    def extract(html: bytes, url: str | None, options: Options) -> Page:
        page = fake_extract(html, url, options)
        if html == b"bad":
            page.render = None  # type: ignore[method-assign, assignment]
        return page

    stream = io.BytesIO()
    sink = StreamSink(stream, "memory", SEVERAL["jsonl"])
    pages = [document("a", b"bad"), document("b", b"good")]
    assert [each.status for each in outcomes(pages, Job(extract, "jsonl"), sink)] == [
        Status.CRASHED,
        Status.CONTENT,
    ]
    assert json.loads(stream.getvalue()) == {"source": "b", "text": "good"}


def test_a_wrong_option_ends_the_run() -> None:
    with pytest.raises(OptionError):
        result_of(document("a", b"BAD-OPTION"), Job(fake_extract))


def test_a_run_is_lazy_and_writes_before_it_tells() -> None:
    stream = io.BytesIO()
    n_asked = 0

    def source() -> Iterable[Document]:
        nonlocal n_asked
        for key in "abc":
            n_asked += 1
            yield document(key, key.encode())

    run = outcomes(source(), Job(fake_extract), StreamSink(stream, "memory", ALONE["md"]))
    next(run)
    assert (n_asked, stream.getvalue()) == (1, b"a\n")
