"""The command as a process of its own: closed pipes, full disks, locales, signals, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="descriptors and signals are POSIX's")

REPOSITORY = Path(__file__).parents[1]
FULL = Path("/dev/full")
TIMEOUT = 60  # seconds; only a hang takes so long

# The real entry with pages that render as their source. "HANG" says so in the file "hanging" and waits.
DRIVER = """
import json, sys, time
from pathlib import Path
from types import SimpleNamespace
from boilerstrip.cli.main import main
from boilerstrip.page import warn

def extract(html, url=None, options=None):
    text = html.decode().strip()
    if text == "HANG":
        Path("hanging").touch()
        time.sleep(600)
    warnings = (warn("no-main-content"),) if text == "nothing" else ()
    return SimpleNamespace(
        warnings=warnings,
        render=lambda form, style: json.dumps({"text": text}, ensure_ascii=False) if form == "json" else text,
    )

def extract_either(content, url=None, options=None, *, kind="auto", is_named=False):
    return extract(content, url, options)

sys.modules["boilerstrip.pipeline"] = SimpleNamespace(extract=extract)
sys.modules["boilerstrip.pipeline_text"] = SimpleNamespace(extract_either=extract_either)
"""
CALL = DRIVER + "sys.exit(main())"


def start(
    *arguments: str, code: str = CALL, env: dict[str, str] | None = None, **more: Any
) -> subprocess.Popen[bytes]:
    streams: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE) | more
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment, **streams)


def call(*arguments: str, stdin: bytes = b"", **more: Any) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error (b"" for what is not a pipe)."""
    with start(*arguments, **more) as process:
        out, err = process.communicate(stdin if process.stdin else None, timeout=TIMEOUT)
        return process.returncode, out or b"", err or b""


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(**contents: str) -> None:
    Path("in").mkdir(exist_ok=True)
    for stem, content in contents.items():
        Path(f"in/{stem}.html").write_text(content, "utf-8")


def names() -> set[str]:
    return {path.as_posix() for path in Path().rglob("*") if path.is_file() and path.parts[0] != "in"}


# What comes out


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "C.UTF-8"},
    ],
    ids=str,
)
def test_output_is_utf8_in_every_locale(env: dict[str, str]) -> None:
    page = "日本 é\nline"
    make(a=page)
    expected = (0, page.encode() + b"\n", b"")
    assert call(stdin=page.encode(), env=env) == expected
    assert call("in/a.html", env=env) == expected
    assert call("in/a.html", "-o", "out.md", env=env) == (0, b"", b"")
    assert Path("out.md").read_bytes() == expected[1]


def test_a_name_of_any_bytes_is_read_and_told_in_every_locale() -> None:
    name = b"\xff\xc3\xa9\x1b.html"
    with open(name, "wb") as file:
        file.write(b"nothing")
    for env in ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LC_ALL": "C.UTF-8"}):
        code, out, err = call(".", "-f", "jsonl", env=env)
        assert (code, json.loads(out)["source"]) == (1, "./\\xffé\x1b.html")
        assert b"no main content found" in err
        assert b"\x1b" not in err


def test_python_m_is_the_same_command() -> None:
    words = [sys.executable, "-m", "boilerstrip", "-h"]
    assert subprocess.check_output(words, cwd=REPOSITORY, timeout=TIMEOUT).startswith(b"Usage: boilerstrip [")


def test_a_page_is_extracted_without_what_it_does_not_need() -> None:
    make(a="fine")
    unneeded = '{"rich", "trafilatura", "lxml", "numpy", "importlib.metadata"}'
    code, out, _ = call("in/a.html", code=f"{DRIVER}print(main(), *{unneeded} & set(sys.modules))")
    assert (code, out) == (0, b"fine\n0\n")


# Closed pipes


@pytest.mark.parametrize(
    "arguments", [["in"], ["in", "-f", "json"], ["in/a.html"], ["--help"], ["--version"]], ids=str
)
def test_a_closed_pipe_is_quiet(arguments: list[str]) -> None:
    make(**dict.fromkeys("abc", "word " * 50_000))
    reader, writer = os.pipe()
    os.close(reader)
    code, _, err = call(*arguments, stdout=writer)
    os.close(writer)
    assert (code, err) == (141, b"")


def test_the_run_stops_when_the_reader_leaves() -> None:
    make(a="one", b="two", c="HANG")
    reader, writer = os.pipe()
    with start("in", "-f", "jsonl", stdout=writer) as process:
        os.close(writer)
        assert os.read(reader, 10) == b'{"source":'
        os.close(reader)
        for _ in range(TIMEOUT * 20):  # b may have been written before the reader left
            if process.poll() is not None or Path("hanging").exists():
                break
            time.sleep(0.05)
        process.kill()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode in (141, -signal.SIGKILL)


def test_head_gets_its_line() -> None:
    make(**{f"p{n:03}": "word " * 5_000 for n in range(40)})
    with start("in", "-f", "jsonl", stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        head = subprocess.check_output(["head", "-1"], stdin=process.stdout, timeout=TIMEOUT)
        process.stdout.close()
        assert process.wait(TIMEOUT) == 141
        assert process.stderr.read() == b""
    assert json.loads(head)["source"] == "in/p000.html"


def test_nobody_reading_the_messages_does_not_stop_the_results() -> None:
    make(a="nothing", b="fine")
    reader, writer = os.pipe()
    os.close(reader)
    code, out, _ = call("in", "-f", "jsonl", stderr=writer)
    os.close(writer)
    assert (code, len(out.splitlines())) == (0, 2)


# Streams that are closed or full


def closing(descriptor: int) -> Callable[[], None]:
    return lambda: os.close(descriptor)


@pytest.mark.parametrize("arguments", [["in"], ["in/a.html"], ["--help"], ["--version"]], ids=str)
def test_closed_standard_output(arguments: list[str]) -> None:
    make(a="fine")
    code, _, err = call(*arguments, preexec_fn=closing(1))
    assert (code, err) == (74, b"boilerstrip: standard output: is closed\n")


def test_closed_standard_output_does_not_matter_to_a_file() -> None:
    make(a="fine")
    assert call("in/a.html", "-o", "a.md", preexec_fn=closing(1)) == (0, b"", b"")
    assert Path("a.md").read_bytes() == b"fine\n"


def test_closed_standard_input() -> None:
    assert call(preexec_fn=closing(0)) == (66, b"", b"boilerstrip: standard input: is closed\n")


def test_closed_standard_error() -> None:
    make(a="nothing")
    assert call("in/a.html", preexec_fn=closing(2)) == (1, b"nothing\n", b"")


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize(
    "arguments", [["in"], ["in", "-f", "json"], ["in/a.html"], ["--help"], ["--version"]], ids=str
)
def test_a_full_disk_behind_standard_output(arguments: list[str]) -> None:
    make(a="fine", b="x" * 100_000)
    with FULL.open("wb") as full:
        code, _, err = call(*arguments, stdout=full)
    assert (code, err) == (74, b"boilerstrip: standard output: no space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="/dev/full is Linux's")
def test_full_devices_as_output_file_and_for_messages() -> None:
    make(a="nothing")
    code, _, err = call("in/a.html", "-o", str(FULL))
    assert (code, err) == (74, b"boilerstrip: /dev/full: no space left on device\n")
    with FULL.open("wb") as full:
        assert call("in/a.html", stderr=full) == (1, b"nothing\n", b"")
    assert FULL.is_char_device()


def limit_file_size() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))


@pytest.mark.parametrize(
    ("output", "left"), [("old.md", {"old.md"}), ("new.jsonl", {"old.md"}), ("out", {"old.md", "out/a.md"})]
)
def test_a_disk_that_fills_leaves_whole_files_only(output: str, left: set[str]) -> None:
    make(a="fine", b="x" * 5_000)
    Path("old.md").write_text("old")
    code, out, err = call("in", "-o", output, preexec_fn=limit_file_size)
    assert (code, out) == (74, b"")
    assert err == f"boilerstrip: {output}{'/b.md' if output == 'out' else ''}: file too large\n".encode()
    assert names() == left
    assert Path("old.md").read_text() == "old"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written() -> None:
    make(a="fine")
    Path("locked").mkdir(mode=0o500)
    for output in ("locked/a.md", "locked/", "locked/deeper/"):
        code, out, err = call("in/a.html", "-o", output)
        assert (code, out, len(err.splitlines())) == (74, b"", 1)


def test_devices_named_as_output_are_written_to() -> None:
    make(a="fine")
    assert call("in/a.html", "-o", "/dev/stdout") == (0, b"fine\n", b"")
    assert call("in/a.html", "-o", "/dev/null") == (0, b"", b"")
    assert Path("/dev/null").is_char_device()


# Signals


ENDING = [(1, 129), (2, 130), (15, 143)]
"""SIGHUP, SIGINT and SIGTERM, which Windows has not all by name, and the exit code of each."""


def heed_interrupts() -> None:
    """Where the tests run behind a shell's "&" or nohup, they are ignored, in the command as well."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def interrupted(number: int, *arguments: str) -> tuple[int, bytes, bytes]:
    """Start the command, send the signal when it is in the page that hangs."""
    with start(*arguments, preexec_fn=heed_interrupts) as process:
        for _ in range(TIMEOUT * 20):
            if Path("hanging").exists():
                break
            time.sleep(0.05)
        process.send_signal(number)
        out, err = process.communicate(timeout=TIMEOUT)
        return process.returncode, out, err


@pytest.mark.parametrize(("number", "code"), ENDING)
def test_a_signal_leaves_whole_output(number: int, code: int) -> None:
    make(a="fine", b="HANG")
    returned, out, err = interrupted(number, "in", "-f", "json")
    assert (returned, err) == (code, b"")
    assert json.loads(out) == [{"source": "in/a.html", "text": "fine"}]


@pytest.mark.parametrize(("number", "code"), ENDING)
@pytest.mark.parametrize(("output", "left"), [("all.jsonl", set()), ("out", {"out/a.md"})])
def test_a_signal_leaves_no_half_file(number: int, code: int, output: str, left: set[str]) -> None:
    make(a="fine", b="HANG")
    returned, out, err = interrupted(number, "in", "-o", output)
    assert (returned, out, err) == (code, b"", b"")
    assert names() - {"hanging"} == left


def ignore_hangup() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def test_a_closed_terminal_ends_nothing_under_nohup() -> None:
    make(a="HANG")
    with start("in/a.html", preexec_fn=ignore_hangup) as process:
        for _ in range(TIMEOUT * 20):
            if Path("hanging").exists():
                break
            time.sleep(0.05)
        process.send_signal(signal.SIGHUP)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(TIMEOUT) == 143


# Terminals


def on_terminal(*arguments: str, streams: tuple[str, ...]) -> tuple[int, bytes, bytes]:
    """Call with these standard streams on a terminal; gives what the terminal showed last."""
    import pty

    master, slave = pty.openpty()
    more: dict[str, Any] = dict.fromkeys(streams, slave)
    with start(*arguments, env={"TERM": "xterm"}, **more) as process:
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 4096):
                shown += chunk
        except OSError:  # Linux's way to say that the other side has closed
            pass
        out = process.stdout.read() if process.stdout else b""
        code = process.wait(TIMEOUT)
    os.close(master)
    return code, out, shown


def test_a_terminal_as_input_gets_a_hint() -> None:
    code, out, shown = on_terminal(streams=("stdin", "stderr"))
    assert (code, out) == (2, b"")
    assert shown.count(b"\n") == 1
    assert b"Give a PATH" in shown


def test_a_bar_is_shown_to_a_terminal_that_gets_no_results() -> None:
    make(a="fine", b="nothing")
    code, _, shown = on_terminal("in", "-o", "out", streams=("stderr",))
    assert code == 0
    assert "━".encode() in shown
    assert b"in/b.html: no main content found" in shown
    assert b"2 pages: 1 with content, 1 without, 0 failed" in shown
    for arguments in (["in"], ["in", "-o", "out", "-q"], ["in/a.html", "-o", "a.md"]):
        assert "━".encode() not in on_terminal(*arguments, streams=("stderr",))[2]
