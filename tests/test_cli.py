"""The command, called in this process: formats, places, messages, exit codes, docs."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, cast

import click
import pytest

from boilerstrip import __version__
from boilerstrip.cli import front as front_module
from boilerstrip.cli.exits import MEANINGS, ExitCode
from boilerstrip.cli.front import COMMANDS, CommandEntry, front
from boilerstrip.cli.main import run
from boilerstrip.cli.terminal import quoted, visible
from boilerstrip.corpus.framing import SUFFIXES
from boilerstrip.errors import GoldError, OptionError
from boilerstrip.options import Options, Style
from boilerstrip.page import Page, PageWarning, warn

DOCS = Path(__file__).parents[1] / "docs" / "cli.md"

posix_only = pytest.mark.skipif(os.name == "nt", reason="a POSIX matter")


def fake_extract(html: bytes, url: str | None, options: Options) -> Page:
    """A page that renders as its source and the arguments; words in it choose what happens."""
    text = html.decode("utf-8", "replace").strip()
    if "BOOM" in text:
        raise RuntimeError("out of order\x1b[31m\nsecond line")
    if "BAD-OPTION" in text:
        raise OptionError("that address cannot work")
    warnings = [warn(code) for code in ("not-html", "no-main-content") if code in text]
    if "nul" in text:
        warnings.append(PageWarning("nul-characters", "7 NUL\x07 characters were removed."))

    def render(form: str, style: Style) -> str:
        if form == "json":
            return json.dumps({"schema": 1, "text": text})
        flags = f"{style.links != 'drop':d}{style.images != 'drop':d}{style.frontmatter:d}"
        said = f"{form}|{text}|{url}|{options.encoding}|{flags}"
        return f"{said}|{style.comments}"

    return cast(Page, SimpleNamespace(warnings=tuple(warnings), render=render))


class Said(NamedTuple):
    """What a call of the command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture
def boilerstrip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Command:
    """Call the command in an empty folder, with the fake pages and `stdin` as standard input."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "40")  # messages must not be wrapped

    def call(*arguments: str, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(arguments, fake_extract)
        caught = capsysbinary.readouterr()
        return Said(code, caught.out.decode(), caught.err.decode())

    return call


def make(*names: str, **contents: str) -> None:
    """Files in the current folder: `names` hold "fine"; by keyword, `page` becomes page.html."""
    for name, content in [(name, "fine") for name in names] + [
        (f"{stem}.html", content) for stem, content in contents.items()
    ]:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        packed = gzip.compress(content.encode()) if name.endswith(".gz") else content.encode()
        Path(name).write_bytes(packed)


def files(folder: str) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file()}


# One page, by file and by pipe


@pytest.mark.parametrize("by", ["file", "gzip", "pipe", "dash", "packed pipe"])
@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        ([], "md|héllo|None|None|110|drop\n"),
        (["-f", "txt"], "txt|héllo|None|None|110|drop\n"),
        (["--format", "HTML"], "html|héllo|None|None|110|drop\n"),
        (["--url", "https://a.example/"], "md|héllo|https://a.example/|None|110|drop\n"),
        (["--encoding", "cp1251"], "md|héllo|None|cp1251|110|drop\n"),
        (["--no-links", "--no-images"], "md|héllo|None|None|000|drop\n"),
        (["--links", "drop", "--images", "drop"], "md|héllo|None|None|000|drop\n"),
        (["--links", "inline", "--images", "keep", "--frontmatter"], "md|héllo|None|None|111|drop\n"),
        (["--comments", "separate"], "md|héllo|None|None|110|separate\n"),
        (["-f", "json"], '{"schema": 1, "text": "h\\u00e9llo"}\n'),
        (["-o", "-"], "md|héllo|None|None|110|drop\n"),
        (["-q"], "md|héllo|None|None|110|drop\n"),
        (["-v"], "md|héllo|None|None|110|drop\n"),
    ],
)
def test_one_page(boilerstrip: Command, by: str, arguments: list[str], out: str) -> None:
    raw = "héllo".encode()
    packed = gzip.compress(raw)
    Path("page.html").write_bytes(raw)
    Path("page.html.gz").write_bytes(packed)
    said = {
        "file": lambda: boilerstrip(*arguments, "page.html"),
        "gzip": lambda: boilerstrip("page.html.gz", *arguments),
        "pipe": lambda: boilerstrip(*arguments, stdin=raw),
        "dash": lambda: boilerstrip("-", *arguments, stdin=raw),
        "packed pipe": lambda: boilerstrip(*arguments, stdin=packed),
    }[by]()
    assert said == Said(0, out, "")


@pytest.mark.parametrize(("arguments", "source"), [(["page.html"], "page.html"), (["-"], "-"), ([], "-")])
def test_a_jsonl_record_has_its_source(boilerstrip: Command, arguments: list[str], source: str) -> None:
    make(page="fine")
    said = boilerstrip(*arguments, "-f", "jsonl", stdin=b"fine")
    assert json.loads(said.out) == {"source": source, "schema": 1, "text": "fine"}
    assert said.out.count("\n") == 1


@pytest.mark.parametrize("by", ["file", "pipe"])
@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        ("fine", ExitCode.CONTENT, ""),
        ("no-main-content", ExitCode.NO_CONTENT, "no main content found"),
        ("not-html no-main-content", ExitCode.NOT_HTML, "The input is not a web page: ."),
        ("BOOM", ExitCode.INTERNAL, r"unexpected RuntimeError: out of order\x1b[31m\nsecond line"),
    ],
)
def test_exit_code_and_message_of_one_page(
    boilerstrip: Command, by: str, content: str, code: int, message: str
) -> None:
    make(page=content)
    said = boilerstrip("page.html") if by == "file" else boilerstrip(stdin=content.encode())
    name = "page.html" if by == "file" else "standard input"
    assert (said.code, said.err) == (code, f"boilerstrip: {name}: {message}\n" if message else "")
    assert bool(said.out) == (code in (ExitCode.CONTENT, ExitCode.NO_CONTENT))


def test_a_missing_page(boilerstrip: Command) -> None:
    assert boilerstrip("a b.html") == Said(66, "", "boilerstrip: a b.html: no such file or directory\n")


def test_an_unreadable_page_is_found_out_by_reading(
    boilerstrip: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_arguments: object) -> int:
        raise PermissionError(13, "Permission denied")

    make(a="fine")
    monkeypatch.setattr(os, "access", lambda *_: False)  # what click would ask, and call wrong usage
    monkeypatch.setattr(os, "open", locked)
    assert boilerstrip("a.html") == Said(66, "", "boilerstrip: a.html: permission denied\n")


def test_damaged_gzip_is_unreadable(boilerstrip: Command) -> None:
    Path("a.html.gz").write_bytes(gzip.compress(b"fine")[:-4])
    said = boilerstrip("a.html.gz")
    assert (said.code, said.out) == (66, "")
    assert "damaged gzip" in said.err


def test_an_option_that_cannot_work_is_wrong_usage(boilerstrip: Command) -> None:
    make(page="BAD-OPTION")
    assert boilerstrip("page.html") == Said(2, "", "boilerstrip: that address cannot work\n")
    said = boilerstrip("page.html", "--encoding", "nonsense")
    assert said.code == 2
    assert "nonsense" in said.err


# Messages


def test_verbose_says_warnings_and_where_code_broke(boilerstrip: Command) -> None:
    make(a="nul", b="BOOM")
    assert boilerstrip("a.html").err == ""
    assert boilerstrip("a.html", "-v").err == (
        "boilerstrip: a.html: warning: 7 NUL\\x07 characters were removed. [nul-characters]\n"
    )
    assert "Traceback" not in boilerstrip("b.html").err
    trace = boilerstrip("b.html", "-v").err
    assert "Traceback" in trace
    assert "in fake_extract" in trace
    assert "\x1b" not in trace


def test_quiet_says_errors_only(boilerstrip: Command) -> None:
    make("a.html", b="no-main-content", c="BOOM")
    assert boilerstrip("-q", "a.html", "b.html").err == ""
    assert re.fullmatch(
        r"boilerstrip: c\.html: unexpected .*\n", boilerstrip("-q", ".").err.replace("./", "")
    )


def test_a_run_over_several_is_summed_up(boilerstrip: Command) -> None:
    make("a.html", "b.html", c="no-main-content", d="BOOM", e="not-html")
    err = boilerstrip("a.html", "b.html", "c.html", "d.html", "e.html", "gone.html").err
    assert re.fullmatch(
        r"boilerstrip: 6 pages: 2 with content, 1 without, 3 failed, \d+\.\d s", err.splitlines()[-1]
    )
    make("only/a.html")
    assert boilerstrip("only").err.startswith("boilerstrip: 1 page: 1 with content, 0 without, 0 failed, ")
    assert boilerstrip("a.html").err == ""


HOSTILE = "\x1b[31m\n\r\u202e\x9b'\".html"


@posix_only
@pytest.mark.parametrize("content", ["no-main-content", "BOOM", "not-html", "nul"])
def test_file_names_reach_no_terminal_unescaped(boilerstrip: Command, content: str) -> None:
    Path(HOSTILE).write_text(content)
    for said in (boilerstrip(HOSTILE, "-v"), boilerstrip(".", "-v", "-f", "jsonl"), boilerstrip(".", "-v")):
        assert all(char.isprintable() or char == "\n" for char in said.out + said.err)
        assert "\\x1b[31m\\n\\r\\u202e\\x9b" in said.err
        assert len(said.err.splitlines()) in (1, 2) or "Traceback" in said.err


def test_arguments_in_usage_errors_are_escaped(boilerstrip: Command) -> None:
    for arguments in (
        ["--no\x1bsuch"],
        ["-f", "\x1b"],
        ["a", "b", "-o", "\x1b.gz"],
        ["--encoding", "\x1b", "a"],
    ):
        said = boilerstrip(*arguments)
        assert said.code == 2
        assert "\x1b" not in said.err


def test_long_messages_are_cut() -> None:
    assert visible("x" * 10_000) == "x" * 500 + " ..."
    assert quoted("a b/ü-1.html") == "a b/ü-1.html"
    assert [quoted(name) for name in ("", " a", "a\\b", "$x")] == ["''", "' a'", r"'a\\b'", "'$x'"]


# Several pages


@pytest.mark.parametrize(
    ("contents", "code"),
    [
        (["fine", "fine"], ExitCode.CONTENT),
        (["fine", "no-main-content"], ExitCode.CONTENT),
        (["no-main-content", "no-main-content"], ExitCode.NO_CONTENT),
        (["fine", "not-html"], ExitCode.SOME_FAILED),
        (["no-main-content", "BOOM"], ExitCode.SOME_FAILED),
        (["BOOM", "not-html"], ExitCode.SOME_FAILED),
        (["not-html"], ExitCode.NOT_HTML),
        (["BOOM"], ExitCode.INTERNAL),
        (["no-main-content"], ExitCode.NO_CONTENT),
    ],
)
@pytest.mark.parametrize("by", ["folder", "folder to folder", "folder to file", "paths", "with stdin"])
def test_exit_code_of_several(boilerstrip: Command, by: str, contents: list[str], code: int) -> None:
    Path("in").mkdir()
    paths = [f"in/{n}.html" for n in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        Path(path).write_text(content)
    arguments, stdin = {
        "folder": (["in"], b""),
        "folder to folder": (["in", "-o", "out"], b""),
        "folder to file": (["in", "-o", "out.jsonl"], b""),
        "paths": (paths, b""),
        "with stdin": ([*paths[1:], "-"], contents[0].encode()),
    }[by]
    assert boilerstrip(*arguments, stdin=stdin).code == code


def test_a_folder_without_pages_is_unreadable(boilerstrip: Command) -> None:
    make("empty/notes.txt", "a.html")
    said = boilerstrip("empty")
    assert (said.code, said.out) == (66, "")
    assert "empty: no .html" in said.err
    assert boilerstrip("empty", "-o", "out").code == 66
    assert boilerstrip("empty", "a.html").code == 3


def test_one_bad_page_costs_that_page_only(boilerstrip: Command) -> None:
    make("a.html", "z.html", m="BOOM", n="not-html")
    said = boilerstrip("a.html", "m.html", "n.html", "gone.html", "z.html", "-f", "jsonl")
    assert said.code == 3
    assert [json.loads(line)["source"] for line in said.out.splitlines()] == ["a.html", "z.html"]
    assert len(said.err.splitlines()) == 4


@pytest.mark.parametrize("where", [[], ["-o", "all.json"]])
def test_json_of_several_is_an_array(boilerstrip: Command, where: list[str]) -> None:
    make("d/a.html", "d/b.htm")
    said = boilerstrip("d", "-f", "json", *where)
    text = Path("all.json").read_text() if where else said.out
    assert [record["source"] for record in json.loads(text)] == ["d/a.html", "d/b.htm"]


def test_several_in_each_format(boilerstrip: Command) -> None:
    make("d/a.html", "d/b.html")

    def out(form: str) -> str:
        return boilerstrip("d", "-f", form).out

    assert out("md").startswith("<!-- source: d/a.html -->\n\nmd|fine|")
    assert out("txt").split("\f\n")[1].startswith("source: d/b.html\n\ntxt|fine|")
    assert out("html").count('<article data-source="d/') == 2
    assert len(out("jsonl").splitlines()) == 2


def test_a_folder_of_one_is_framed_like_a_folder_of_many(boilerstrip: Command) -> None:
    make("d/a.html")
    assert isinstance(json.loads(boilerstrip("d", "-f", "json").out), list)
    assert boilerstrip("d").out.startswith("<!-- source: d/a.html -->")


# Where results go


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["d", "-o", "out"], {"a.md", "sub/b.md"}),
        (["d/", "-o", "out/"], {"a.md", "sub/b.md"}),
        (["d", "-o", "out", "-f", "jsonl"], {"a.jsonl", "sub/b.jsonl"}),
        (["d", "-o", "out/deep/er", "-f", "txt"], {"deep/er/a.txt", "deep/er/sub/b.txt"}),
        (["d/a.html", "d/sub/b.htm.gz", "-o", "out", "-f", "html"], {"a.html", "sub/b.html"}),
        (["d/sub/b.htm.gz", "-o", "out/"], {"b.md"}),
        (["-", "-o", "out/", "-f", "json"], {"stdin.json"}),
    ],
)
def test_results_in_a_folder(boilerstrip: Command, arguments: list[str], names: set[str]) -> None:
    make("d/a.html", "d/sub/b.htm.gz", "d/notes.txt")
    said = boilerstrip(*arguments, stdin=b"fine")
    assert (said.code, said.out) == (0, "")
    assert files("out") == names


def test_a_folder_that_exists_takes_one_page_and_replaces_old_results(boilerstrip: Command) -> None:
    make("a.html", "out/a.md", "out/old.md")
    assert boilerstrip("a.html", "-o", "out").code == 0
    assert Path("out/a.md").read_text() == "md|fine|None|None|110|drop\n"
    assert Path("out/old.md").read_text() == "fine"


def test_results_beside_the_pages(boilerstrip: Command) -> None:
    make("d/a.html")
    assert boilerstrip("d", "-o", "d").code == 0
    assert files("d") == {"a.html", "a.md"}


def test_colliding_pages_all_have_results(boilerstrip: Command) -> None:
    make("d/a.htm", "d/a.html", "d/a.html.gz", "d/a.xhtml")
    assert boilerstrip("d", "-o", "out").code == 0
    assert len(files("out")) == 4
    assert "a.md" in files("out")


def test_a_failed_page_has_no_file_and_an_empty_one_has(boilerstrip: Command) -> None:
    make("d/a.html")
    Path("d/b.html").write_text("BOOM")
    Path("d/c.html").write_text("no-main-content")
    assert boilerstrip("d", "-o", "out").code == 3
    assert files("out") == {"a.md", "c.md"}


def test_results_inside_the_input_folder_are_not_read_again(boilerstrip: Command) -> None:
    make("a.html", "b.html")
    for _ in range(2):
        assert boilerstrip(".", "-o", "out", "-f", "html").code == 0
        assert files("out") == {"a.html", "b.html"}
    for _ in range(2):
        assert boilerstrip(".", "-o", "all.html").code == 0
        assert Path("all.html").read_text().count("<article") == 4  # a and b, here and in out


@pytest.mark.parametrize("form", ["md", "json", "jsonl", "txt", "html"])
def test_the_suffix_of_the_output_file_tells_the_format(boilerstrip: Command, form: str) -> None:
    make("a.html")
    assert boilerstrip("a.html", "-f", form).out
    for suffix in (each for each, told in SUFFIXES.items() if told == form):
        assert boilerstrip("a.html", "-o", f"x{suffix.upper()}") == Said(0, "", "")
        assert Path(f"x{suffix.upper()}").read_text() == boilerstrip("a.html", "-f", form).out


def test_the_format_asked_for_outranks_the_suffix(boilerstrip: Command) -> None:
    make("a.html")
    boilerstrip("a.html", "-o", "x.txt", "-f", "html")
    assert Path("x.txt").read_text().startswith("html|")


@pytest.mark.parametrize("content", ["BOOM", "not-html"])
def test_a_failed_page_leaves_an_old_result_alone(boilerstrip: Command, content: str) -> None:
    make("old.md", page=content)
    assert boilerstrip("page.html", "-o", "old.md").code in (65, 70)
    assert boilerstrip("page.html", "-o", "new.md").code in (65, 70)
    assert files(".") == {"page.html", "old.md"}
    assert Path("old.md").read_text() == "fine"


@pytest.mark.parametrize(
    "output", ["missing/x.md", "a.html/x.md", "a.html/", "is-a-folder.md/../../gone/x.md"]
)
def test_what_cannot_be_written(boilerstrip: Command, output: str) -> None:
    make("a.html")
    said = boilerstrip("a.html", "-o", output)
    assert (said.code, said.out) == (74, "")
    assert len(said.err.splitlines()) == 1
    assert files(".") == {"a.html"}


def test_a_file_in_place_of_the_folder_is_not_replaced(boilerstrip: Command) -> None:
    make("d/a.html", "out")
    assert boilerstrip("d", "-o", "out").code == 74
    assert Path("out").read_text() == "fine"


def test_a_working_folder_that_is_gone_is_said_of_the_input(boilerstrip: Command, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    os.chdir(gone)  # the fixture leads back
    gone.rmdir()
    said = boilerstrip("a.html")
    assert (said.code, said.out) == (66, "")
    assert said.err == "boilerstrip: a.html: the working folder: no such file or directory\n"


# Usage


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--nonsense"], "nonsense"),
        (["-f", "pdf", "d/a.html"], "pdf"),
        (["--comments", "all", "d/a.html"], "all"),
        (["--url", "https://a.example", "d"], "--url"),
        (["--url", "https://a.example", "d/a.html", "d/b.html"], "--url"),
        (["-", "-"], "once"),
        (["-q", "-v", "d/a.html"], "-q"),
        (["d/a.html", "-o", "d/a.html"], "replace"),
        (["d/a.html", "d/b.html", "-o", "d/b.html"], "replace"),
        (["d", "-o", "d", "-f", "html"], "replace"),
        (["d/a.html", "-o", "d", "-f", "html"], "replace"),
        (["d", "-o", "all.jsonl.gz"], "packed"),
        (["d/a.html", "-o", ""], "-o needs a name"),
    ],
)
def test_wrong_usage(boilerstrip: Command, arguments: list[str], word: str) -> None:
    make("d/a.html", "d/b.html")
    said = boilerstrip(*arguments)
    assert (said.code, said.out) == (2, "")
    assert word in said.err
    assert said.err.endswith("Try 'boilerstrip -h' for help.\n")
    assert files("d") == {"a.html", "b.html"}
    assert Path("d/a.html").read_text() == "fine"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_shows_options_commands_and_exit_codes(boilerstrip: Command, flag: str) -> None:
    said = boilerstrip(flag)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: boilerstrip [OPTIONS] [PATH|-]...")
    for word in [*COMMANDS, *(str(int(code)) for code in ExitCode)]:
        assert re.search(rf"^  {word} ", said.out, re.MULTILINE)


def test_version(boilerstrip: Command) -> None:
    said = boilerstrip("--version")
    assert said == Said(0, f"boilerstrip {__version__}\n", "")


# Commands


@pytest.fixture
def _greet(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command `greet`, in a module made for the test."""

    @click.command()
    @click.argument("name")
    @click.option("--fault")
    def greet(name: str, fault: str | None) -> int | None:
        """Greet somebody."""
        if fault == "gold":
            raise GoldError("gold\x1b", "is not there")
        if fault == "own":
            raise KeyError("hm")
        click.echo(f"hello {name}")
        return 1 if fault == "one" else None

    monkeypatch.setitem(sys.modules, "greeting", SimpleNamespace(greet=greet))
    monkeypatch.setattr(
        front_module, "COMMANDS", {"greet": CommandEntry("greeting:greet", "Greet somebody.")}
    )


@pytest.mark.usefixtures("_greet")
def test_a_command_is_the_first_word(boilerstrip: Command) -> None:
    make("greet", "d/greet")
    assert boilerstrip("greet", "you") == Said(0, "hello you\n", "")
    assert boilerstrip("greet", "you", "--fault", "one").code == 1
    assert boilerstrip("greet", "-h").out.startswith("Usage: boilerstrip greet [OPTIONS] NAME")
    assert "  greet  Greet somebody." in boilerstrip("-h").out
    assert boilerstrip("greet").code == 2


@pytest.mark.usefixtures("_greet")
@pytest.mark.parametrize(
    "arguments", [["./greet"], ["--", "greet"], ["-f", "md", "greet"], ["d/greet"], ["-q", "greet"]]
)
def test_a_file_named_like_a_command(boilerstrip: Command, arguments: list[str]) -> None:
    make("greet", "d/greet")
    assert boilerstrip(*arguments) == Said(0, "md|fine|None|None|110|drop\n", "")


@pytest.mark.usefixtures("_greet")
def test_errors_of_commands_have_exit_codes(boilerstrip: Command) -> None:
    assert boilerstrip("greet", "x", "--fault", "gold") == Said(
        66, "", "boilerstrip: 'gold\\x1b': is not there\n"
    )
    said = boilerstrip("greet", "x", "--fault", "own")
    assert (said.code, len(said.err.splitlines())) == (70, 1)
    assert "KeyError" in said.err


# Docs


def test_every_option_is_documented() -> None:
    text = DOCS.read_text("utf-8")
    flags = [flag for each in front.params for flag in each.opts + each.secondary_opts if flag[0] == "-"]
    assert len(flags) >= 15
    assert [flag for flag in (*flags, "-h", "--help") if f"`{flag}`" not in text] == []
    choices = [each.type.choices for each in front.params if isinstance(each.type, click.Choice)]
    assert all("|".join(choice) in text.replace("\\|", "|") for choice in choices)
    assert [suffix for suffix in SUFFIXES if suffix not in text] == []


def test_no_option_is_documented_that_is_not_there() -> None:
    flags = {flag for each in front.params for flag in each.opts + each.secondary_opts}
    options = DOCS.read_text("utf-8").split("## Options")[1].split("\n## ")[0]
    named = {
        flag for row in re.findall(r"^\| (.*?) \|", options, re.M) for flag in re.findall(r"`(-[-\w]+)`", row)
    }
    assert named - flags == {"-h", "--help"}


def test_exit_codes_are_documented_in_the_same_words() -> None:
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert rows == [(str(int(code)), meaning) for code, meaning in MEANINGS.items()]
    assert set(MEANINGS) == set(ExitCode)


def test_commands_are_documented() -> None:
    commands = DOCS.read_text("utf-8").split("## Commands")[1]
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", commands, re.MULTILINE))
    assert rows == {name: entry.summary for name, entry in COMMANDS.items()}
