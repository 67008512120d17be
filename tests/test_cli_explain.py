"""`boilerstrip explain`: what was decided about every block of a page, for people and for programs."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from rich.cells import cell_len

from boilerstrip import Options, Page, Reason, extract, load_page
from boilerstrip.block import Decisions
from boilerstrip.cli import explained
from boilerstrip.cli.main import run
from boilerstrip.page import warn
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs" / "cli.md"
SAMPLE = ROOT / "samples" / "news-donation-wpdiscuz.html"
EMPTY = "<html><head><title>Nothing</title></head><body></body></html>"


class Said(NamedTuple):
    """What a call of the command gave."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]
Extract = Callable[[bytes, "str | None", Options], Page]


@pytest.fixture
def explain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Command:
    """Call `boilerstrip explain` in an empty folder, with `stdin` as standard input."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "40")  # must not matter where no terminal is

    def call(*arguments: str, stdin: bytes = b"", extract: Extract | None = None) -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(["explain", *arguments], extract)
        caught = capsysbinary.readouterr()
        return Said(code, caught.out.decode(), caught.err.decode())

    return call


@pytest.fixture(scope="module")
def page() -> Page:
    return extract(SAMPLE.read_bytes())


ROW_RE = re.compile(r" *(\d+) +([█▏▎▍▌▋▊▉]*) *([01]\.\d\d) +(kept|dropped) +(\S+) +(\S.*?)(?:  +(\S.*))?")


def rows(out: str) -> list[tuple[str, ...]]:
    """The rows of the first table: number, bar, score, state, role, reason, words."""
    found = [ROW_RE.fullmatch(line) for line in out.splitlines()]
    return [match.groups(default="") for match in found if match]


# The table


def test_the_table_has_every_block_in_page_order(explain: Command, page: Page) -> None:
    said = explain(str(SAMPLE))
    assert (said.code, said.err) == (0, "")
    shown = rows(said.out)
    assert [int(row[0]) for row in shown] == list(range(len(page.blocks)))
    for row, block in zip(shown, page.blocks, strict=True):
        _, bar, score, state, role, reason, words = row
        assert (score, state) == (f"{block.score:.2f}", "kept" if block.kept else "dropped")
        assert role == block.role
        assert reason.startswith(block.reason.code)
        evidence = reason.removeprefix(block.reason.code).strip().removesuffix("…")
        assert " ".join(block.reason.evidence.split()).startswith(evidence)
        assert words == "(image)" if not block.text else " ".join(block.text.split()).startswith(words[:-1])
        assert len(bar) == -(-round(40 * block.score) // 8)


def test_the_second_table_counts_every_word_and_block(explain: Command, page: Page) -> None:
    below = explain(str(SAMPLE)).out.split("\n\n")[1:]
    lines = [re.split(r"  +", line.strip()) for part in below for line in part.splitlines()]
    table = {tuple(cells[:2]): cells[2:] for cells in lines if len(cells) == 6}
    counted = {key: [int(cells[at].replace(",", "")) for at in (0, 2)] for key, cells in table.items()}
    n_blocks, n_words = counted["page", "all"]
    assert n_blocks == len(page.blocks)
    assert n_words == len(re.findall(r"\w+", "\n".join(block.text for block in page.blocks)))
    for state, kept in (("kept", True), ("dropped", False)):
        roles = {block.role for block in page.blocks if block.kept == kept}
        assert {role for of, role in table if of == state} == {*roles, "all"}
        for at in (0, 1):
            assert counted[state, "all"][at] == sum(counted[state, role][at] for role in roles)
    assert counted["kept", "all"][1] + counted["dropped", "all"][1] == n_words
    share = 100 * counted["kept", "all"][1] / n_words
    assert table["kept", "all"][3] == f"{share:.1f} %"
    other = 100 * counted["dropped", "other"][1] / counted["dropped", "all"][1]
    assert f'Of the words dropped, {other:.1f} % are "other"' in below[-1]


def test_no_line_is_wider_than_a_hundred_columns_where_it_goes_to_no_terminal(explain: Command) -> None:
    for name in ("japanese-news", "arabic-news", "docs-sphinx"):
        lines = explain(str(ROOT / "samples" / f"{name}.html")).out.splitlines()
        widths = [cell_len(line) for line in lines]
        assert max(widths) == 100
        assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("n_columns", [30, 80, 130])
def test_a_terminal_is_filled_and_no_more(
    page: Page, monkeypatch: pytest.MonkeyPatch, n_columns: int
) -> None:
    monkeypatch.setattr(explained, "is_terminal", lambda _: True)
    monkeypatch.setenv("COLUMNS", str(n_columns))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = explained.as_table(page, frozenset())
    assert "\x1b[32m" in out  # kept blocks are green
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert max(map(cell_len, plain.splitlines())) == max(n_columns, 60)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[32m" not in explained.as_table(page, frozenset())


def hostile(html: bytes, url: str | None, options: Options) -> Page:
    """A page whose words, reasons and addresses would drive a terminal."""
    page = extract(f"<p>{html.decode()}</p>", url, options)
    n = len(page.blocks)
    reason = Reason("class-word", "div.\x1b]0;owned\x07 \u202egnp.exe\r\nx")
    decisions = Decisions([0.5] * n, [True] * n, ["paragraph"] * n, [reason] * n, -1)
    table = replace(page.table, text=["\x1b[31mred\x1b[0m \u202elatem\u202c \x9b5m \ud800 line\nbreak"] * n)
    return replace(page, table=table, decisions=decisions)


def test_nothing_on_a_page_drives_the_terminal(explain: Command) -> None:
    out = explain("-", stdin=b"any words", extract=hostile).out
    assert all(char.isprintable() for char in out.replace("\n", ""))
    assert "\\x1b[31mred" in out
    assert "\\u202elate" in out
    assert "class-word div.\\x1b]0;" in out
    for form in ("json", "jsonl"):
        out = explain("-", "-f", form, stdin=b"any words", extract=hostile).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff]", out)


def test_escapes_in_class_names_and_text_of_a_page_are_shown(explain: Command) -> None:
    prose = f"<p>{'The harbour office keeps the tables of the tides, as it has for a century. ' * 5}"
    html = f"{prose * 6}<div class='comment-list &#27;[2J &#8238;x'>{'<p>Thanks&#8238; for this.' * 4}</div>"
    said = explain("-", "--only", "comment", stdin=html.encode())
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out
    assert "Thanks\\u202e for" in said.out


def test_a_page_of_twenty_thousand_blocks_takes_no_longer_than_its_rows(page: Page) -> None:
    """Each row is one line laid out by hand: work for a block does not grow with the blocks."""

    def n_calls(n_blocks: int) -> int:
        table, decided = page.table, page.decisions
        many = [at % len(table.text) for at in range(n_blocks)]
        columns = {
            name: [getattr(table, name)[at] for at in many]
            for name in ("text", "inline", "element", "n_chars", "n_link_chars")
        }
        decisions = Decisions(
            *([getattr(decided, name)[at] for at in many] for name in ("score", "kept", "role", "reason")), -1
        )
        long = replace(page, table=replace(table, **columns), decisions=decisions)
        count = 0

        def profile(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal count
            count += event == "call"

        assert len(long.blocks) == n_blocks
        sys.setprofile(profile)
        try:
            explained.as_table(long, frozenset())
        finally:
            sys.setprofile(None)
        return count

    few, many = n_calls(1_000), n_calls(2_000)
    assert many < 2.2 * few
    assert many / 2_000 < 200  # rich's own tables take twenty times as many for such a row


# For programs


def test_json_is_everything_about_the_page(explain: Command, page: Page) -> None:
    said = explain(str(SAMPLE), "-f", "json", "--url", "https://example.org/a")
    record = json.loads(said.out)
    totals = record.pop("totals")
    assert record == json.loads(extract(SAMPLE.read_bytes(), "https://example.org/a").to_json())
    assert load_page(said.out).markdown == load_page(record).markdown
    assert totals["all"]["blocks"] == len(page.blocks)
    kept, dropped = totals["kept"], totals["dropped"]
    assert kept["words"] + dropped["words"] == totals["all"]["words"]
    assert kept["words_share"] + dropped["words_share"] == pytest.approx(1)
    assert sum(role["blocks"] for role in dropped["roles"].values()) == dropped["blocks"]
    assert dropped["other_words_share"] == dropped["roles"]["other"]["words"] / dropped["words"]


def test_jsonl_is_a_block_a_line(explain: Command, page: Page) -> None:
    said = explain(str(SAMPLE), "--format", "jsonl")
    lines = [json.loads(line) for line in said.out.splitlines()]
    record = json.loads(page.to_json())
    assert [list(line) for line in lines] == [
        ["index", "kept", "role", "score", "reason", "xpath", "text"]
    ] * len(page.blocks)
    assert [line.pop("index") for line in lines] == list(range(len(lines)))
    known = ("kept", "role", "score", "reason", "xpath", "text")
    assert lines == [{name: block[name] for name in known} for block in record["blocks"]]


@pytest.mark.parametrize(
    "wanted",
    [
        *(("kept",), ("dropped",)),
        *((role,) for role in (*KEPT_ROLES, *DROPPED_ROLES)),
        ("title", "comment"),
        ("kept", "donation"),
    ],
    ids="+".join,
)
def test_only_what_is_asked_for_is_shown_and_all_is_counted(
    explain: Command, page: Page, wanted: tuple[str, ...]
) -> None:
    asked = frozenset(wanted)
    chosen = [
        at
        for at, block in enumerate(page.blocks)
        if block.role in asked or ("kept" if block.kept else "dropped") in asked
    ]
    only = [word for role in wanted for word in ("--only", role)]
    extract_again = lambda *_: page  # noqa: E731
    table = explain(str(SAMPLE), *only, extract=extract_again).out
    assert [int(row[0]) for row in rows(table)] == chosen
    whole = explained.as_table(page, frozenset())
    assert table.split("\n\n")[-2:] == f"{whole}\n".split("\n\n")[-2:]
    lines = explain(str(SAMPLE), "-f", "jsonl", *only, extract=extract_again).out.splitlines()
    assert [json.loads(line)["index"] for line in lines] == chosen
    record = json.loads(explain(str(SAMPLE), "-f", "json", *only, extract=extract_again).out)
    assert [block["index"] for block in record["blocks"]] == chosen
    assert [block["text"] for block in record["blocks"]] == [page.blocks[at].text for at in chosen]
    assert record["totals"]["all"]["blocks"] == len(page.blocks)


# Inputs, messages and exit codes are those of the main command


@pytest.mark.parametrize("by", ["gzip", "pipe", "dash"])
def test_one_page_by_every_way(explain: Command, by: str) -> None:
    raw = SAMPLE.read_bytes()
    Path("page.html.gz").write_bytes(gzip.compress(raw))
    expected = explain(str(SAMPLE))
    said = {
        "gzip": lambda: explain("page.html.gz"),
        "pipe": lambda: explain(stdin=raw),
        "dash": lambda: explain("-", stdin=gzip.compress(raw)),
    }[by]()
    assert said == expected


def test_the_reading_options_reach_the_page(explain: Command, tmp_path: Path) -> None:
    seen: list[Any] = []

    def watching(html: bytes, url: str | None, options: Options) -> Page:
        seen.append((url, options.encoding))
        return extract(html, url, options)

    words = "Слова этой страницы записаны в старой кодировке, и без неё их не прочесть. " * 4
    raw = f"<p>{words}".encode("cp1251")
    said = explain("-", "--url", "https://a.example/", "--encoding", "cp1251", stdin=raw, extract=watching)
    assert seen == [("https://a.example/", "cp1251")]
    assert "Слова этой страницы" in said.out
    said = explain("-", "--model", "none.npz", stdin=raw)
    assert (said.code, said.out) == (66, "")
    assert said.err.startswith("boilerstrip: none.npz: ")
    said = explain("-", "--encoding", "klingon", stdin=raw)
    assert said.code == 2
    assert "unknown encoding 'klingon'" in said.err


def test_a_wrong_role_is_told_with_the_right_ones(explain: Command) -> None:
    said = explain(str(SAMPLE), "--only", "ads")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    for role in ("kept", "dropped", *KEPT_ROLES, *DROPPED_ROLES):
        assert f"'{role}'" in said.err


def test_an_empty_page_is_told_and_its_tables_are_empty(explain: Command) -> None:
    said = explain("-", stdin=EMPTY.encode())
    assert (said.code, said.err) == (1, "boilerstrip: standard input: no main content found\n")
    assert rows(said.out) == []
    assert re.search(r"page +all +0 +- +0 +-", said.out)
    assert said.out.endswith("No word is dropped.\n")
    assert explain("-", "-f", "jsonl", "-q", stdin=EMPTY.encode()) == (1, "", "")
    assert json.loads(explain("-", "-f", "json", stdin=EMPTY.encode()).out)["totals"]["all"]["words"] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "err"),
    [
        (["-"], 65, "boilerstrip: standard input: The input is not a web page: a PNG image.\n"),
        (["none.html"], 66, "boilerstrip: none.html: no such file or directory\n"),
        (["."], 2, "boilerstrip: . holds many pages; give one. Try 'boilerstrip explain -h' for help.\n"),
        (
            ["crawl.warc.gz"],
            2,
            "boilerstrip: crawl.warc.gz holds many pages; give one. Try 'boilerstrip explain -h' for help.\n",
        ),
        (
            ["-", "-q", "-v"],
            2,
            "boilerstrip: -q and -v exclude each other. Try 'boilerstrip explain -h' for help.\n",
        ),
    ],
)
def test_failures_are_told_as_ever(explain: Command, arguments: list[str], code: int, err: str) -> None:
    assert explain(*arguments, stdin=b"\x89PNG\r\n\x1a\n" + bytes(50)) == (code, "", err)


def test_warnings_are_told_on_demand(explain: Command) -> None:
    def warned(html: bytes, url: str | None, options: Options) -> Page:
        return replace(extract(html, url, options), warnings=(warn("nul-characters", 3),))

    raw = SAMPLE.read_bytes()
    assert explain("-", stdin=raw, extract=warned).err == ""
    assert "3 NUL characters" in explain("-", "-v", stdin=raw, extract=warned).err


def test_a_fault_costs_one_line(explain: Command) -> None:
    def broken(*_: Any) -> Page:
        raise RuntimeError("out of order\x1b[31m")

    said = explain("-", stdin=b"x", extract=broken)
    assert said == (70, "", "boilerstrip: standard input: unexpected RuntimeError: out of order\\x1b[31m\n")


@pytest.mark.skipif(os.name == "nt", reason="a POSIX matter")
def test_a_closed_pipe_is_no_fault() -> None:
    command = [sys.executable, "-m", "boilerstrip", "explain", str(SAMPLE)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()  # before a byte is written
        assert process.stderr is not None
        said = process.stderr.read()
        assert (process.wait(60), said) == (141, b"")


def test_every_option_and_format_is_documented() -> None:
    from boilerstrip.cli.explain import explain as command

    section = DOCS.read_text("utf-8").split("\n### `explain`\n")[1].split("\n### ")[0].split("\n## ")[0]
    flags = {flag for each in command.params for flag in each.opts if flag.startswith("-")}
    assert {flag for flag in flags if f"`{flag}`" not in section} == set()
    assert "table\\|json\\|jsonl" in section
