"""`boilerstrip evaluate`, called in this process: tables, JSON, messages, exit codes, docs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from boilerstrip.cli import figures
from boilerstrip.cli.evaluate import evaluate
from boilerstrip.cli.main import run
from boilerstrip.cli.terminal import Reporter
from boilerstrip.training import engines
from boilerstrip.training.engines import Basis, Engine, Extracted
from boilerstrip.training.metrics import SnippetCounts
from boilerstrip.training.results import (
    Evaluation,
    PageResult,
    Speed,
    Summary,
    measure_speed,
    measure_trust,
    summarize,
)

DOCS = Path(__file__).parents[1] / "docs" / "evaluation.md"


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
    """Call `boilerstrip evaluate` in an empty folder, with an engine that keeps the page as it is."""
    monkeypatch.chdir(tmp_path)
    engine = Engine("1.0", "echo(html)", echo, lambda _digest: Basis("made-up", "For a test only."))
    monkeypatch.setattr(engines, "ENGINES", {"boilerstrip": lambda: engine})

    def call(*arguments: str) -> Said:
        code = run(["evaluate", *arguments])
        caught = capsysbinary.readouterr()
        return Said(code, caught.out.decode(), caught.err.decode())

    return call


def echo(html: bytes, _url: str | None) -> Extracted:
    text = html.decode()
    if "STOP" in text:
        raise KeyboardInterrupt
    if "BOOM" in text:
        raise ValueError("out of order\x1b[31m\nsecond line")
    return Extracted(text, [text])


PAGES = {
    "1": ("a b", {"page_type": "forum", "main_content": "a b", "with": ["a"], "without": ["b"]}),
    "2": ("a b c", {"page_type": "article", "main_content": "a", "with": ["a", "z"], "without": ["z"]}),
}


def make(pages: Mapping[str, tuple[str, dict[str, Any]]] | None = None, folder: str = "gold") -> None:
    """A gold standard of {id: (html, the record's other fields)} in the current folder."""
    pages = PAGES if pages is None else pages
    Path(folder, "html").mkdir(parents=True)
    records = [json.dumps({"id": name, **more}) for name, (_, more) in pages.items()]
    Path(folder, "gold.jsonl.gz").write_bytes(gzip.compress("\n".join(records).encode()))
    for name, (html, _) in pages.items():
        Path(folder, "html", f"{name}.html.gz").write_bytes(gzip.compress(html.encode()))


# The document


def test_the_tables(boilerstrip: Command) -> None:
    make()
    said = boilerstrip("gold")
    assert (said.code, said.err) == (0, "")
    rows = [line.split() for line in said.out.splitlines()]
    assert rows[0] == ["boilerstrip", "1.0", "on", "2", "pages"]
    words, snippets = rows[: rows.index(["Snippets"])], rows[rows.index(["Snippets"]) :]
    assert ["page", "type", "pages", "errors", "precision", "recall", "F1", "ceiling"] in words
    assert ["article", "1", "0", "0.333", "1.000", "0.500", "0.500"] in words
    assert ["forum", "1", "0", "1.000", "1.000", "1.000", "1.000"] in words
    assert ["all", "2", "0", "0.667", "1.000", "0.750", "0.750"] in words
    assert ["article", "1", "0", "0.500", "0.000", "1.000", "0.500", "0.667"] in snippets
    assert ["all", "2", "0", "0.667", "0.500", "0.667", "0.667", "0.667"] in snippets
    prose = " ".join(said.out.split())
    assert re.search(r"Time: \d+\.\d\d x the lxml parse of the same pages", prose)
    assert "Timed: echo(html), a page at a time." in prose
    assert said.out.endswith("For a test only.\n")
    assert [line for line in said.out.splitlines() if line != line.rstrip() or len(line) > 100] == []


def test_only_what_the_gold_lets_us_measure_has_a_table(boilerstrip: Command) -> None:
    make({"1": ("a", {"with": ["a"]})}, "snippets")
    out = boilerstrip("snippets").out
    assert "Words" not in out
    assert ["all", "1", "0", "1.000", "-", "1.000", "1.000", "1.000"] in [
        line.split() for line in out.split("\n")
    ]
    make({"1": ("a", {"main_content": "a"})}, "words")
    out = boilerstrip("words").out
    assert "Snippets" not in out
    assert ["all", "1", "0", "1.000", "1.000", "1.000", "1.000"] in [line.split() for line in out.split("\n")]


def test_the_json(boilerstrip: Command) -> None:
    make()
    said = boilerstrip("gold", "-f", "json")
    assert (said.code, said.err) == (0, "")
    record = json.loads(said.out)
    assert list(record) == [
        "schema",
        "engine",
        "engine_version",
        "gold_sha256",
        "basis",
        "total",
        "by_type",
        "trust",
        "speed",
        "pages",
    ]
    assert (record["schema"], record["engine"], record["engine_version"]) == (1, "boilerstrip", "1.0")
    assert record["basis"] == {"code": "made-up", "message": "For a test only."}
    assert list(record["total"]) == [field.name for field in fields(Summary)]
    assert list(record["by_type"]) == ["article", "forum"]
    assert list(record["speed"]) == ["timed", *(field.name for field in fields(Speed))]
    assert record["total"]["f1"] == 0.75
    assert record["by_type"]["article"]["snippet_precision"] == 1
    seconds = [(page.pop("seconds"), page.pop("parse_seconds")) for page in record["pages"]]
    assert all(second > 0 for pair in seconds for second in pair)
    assert record["pages"][1] == {
        "id": "2",
        "page_type": "article",
        "error": None,
        "precision": pytest.approx(1 / 3),
        "recall": 1,
        "f1": 0.5,
        "ceiling": 0.5,
        "n_with": 2,
        "n_with_found": 1,
        "n_without": 1,
        "n_without_found": 0,
        "told_type": None,
        "confidence": None,
    }


def test_json_without_measures_has_nulls(boilerstrip: Command) -> None:
    make({"1": ("", {"with": ["a"]})})
    record = json.loads(boilerstrip("gold", "-f", "json").out)
    assert (record["speed"], record["total"]["f1"], record["pages"][0]["page_type"]) == (None, None, None)
    assert record["by_type"] == {}


def test_limit(boilerstrip: Command) -> None:
    make()
    assert [
        page["id"] for page in json.loads(boilerstrip("gold", "-f", "json", "--limit", "1").out)["pages"]
    ] == ["1"]
    assert boilerstrip("gold", "--limit", "1").out.startswith("boilerstrip 1.0 on 1 page\n")


def test_page_types_and_texts_reach_no_terminal_unescaped(boilerstrip: Command) -> None:
    make({"1": ("a", {"page_type": "\x1b[31m[red]x", "main_content": "a"})})
    for form in ("table", "json"):
        out = boilerstrip("gold", "-f", form).out
        assert "\x1b" not in out
        assert "[31m[red]x" in out


def make_folder(names: Sequence[str], folder: str = "gold") -> None:
    """Files of these names, each holding "a b"."""
    for name in names:
        Path(folder, name).parent.mkdir(parents=True, exist_ok=True)
        Path(folder, name).write_text("a b")


def test_a_folder_of_pages_with_texts(boilerstrip: Command) -> None:
    make_folder(["one/1.html", "one/1.txt", "2.html", "2.md"])
    said = boilerstrip("gold")
    assert (said.code, said.err) == (0, "")
    assert ["all", "2", "0", "1.000", "1.000", "1.000", "1.000"] in [
        line.split() for line in said.out.splitlines()
    ]
    record = json.loads(boilerstrip("gold", "-f", "json").out)
    assert [page["id"] for page in record["pages"]] == ["2", "one/1"]
    assert (record["by_type"], record["total"]["f1"]) == ({}, 1)


# Several engines


@pytest.fixture
def two_engines(boilerstrip: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command with a second engine, which drops the last word and fails on less than two."""

    def cut(html: bytes, _url: str | None) -> Extracted:
        words = html.decode().split()
        if len(words) < 2:
            raise ValueError("too short")
        return Extracted(" ".join(words[:-1]))

    other = Engine("2.0", "cut(html)", cut, lambda _digest: Basis("made-up", "Of another."))
    monkeypatch.setattr(engines, "ENGINES", {**engines.ENGINES, "justext": lambda: other})
    return boilerstrip


BOTH = ("--engine", "justext", "--engine", "boilerstrip")


def untimed(text: str) -> str:
    return re.sub(r"Time: .*?Timed", "Timed", text, flags=re.DOTALL)


def test_several_engines_each_by_itself_and_side_by_side(two_engines: Command) -> None:
    make()
    said = two_engines("gold", *BOTH)
    assert (said.code, said.err) == (0, "")
    alone = [untimed(two_engines("gold", "--engine", name).out) for name in ("justext", "boilerstrip")]
    assert untimed(said.out).startswith("\n".join(alone))
    rows = [line.split() for line in untimed(said.out).removeprefix("\n".join(alone)).splitlines()]
    figures = [row[:-1] for row in rows if row and row[0] in ("justext", "boilerstrip")]
    assert figures == [
        ["justext", "0.667", "0.667", "0.667"],
        ["boilerstrip", "0.750", "0.500", "1.000"],
        ["justext", "0.667", "0.000", "1.000", "0.667", "0.800"],
        ["boilerstrip", "0.667", "0.500", "0.667", "0.667", "0.667"],
    ]
    assert ["engine", "all", "article", "forum", "time"] in rows
    assert ["engine", "with", "found", "without", "found", "precision", "recall", "F1", "time"] in rows
    times = [row[-1] for row in rows if row and row[0] in ("justext", "boilerstrip")]
    assert all(re.fullmatch(r"\d+\.\d", time) for time in times)
    assert times[0] == times[2]


def test_the_table_of_engines_is_not_folded_whatever_the_page_types(two_engines: Command) -> None:
    kinds = [f"kind-of-page-{i:02}" for i in range(20)]
    make({kind: ("a b", {"page_type": kind, "main_content": "a b"}) for kind in kinds})
    heads = [line for line in two_engines("gold", *BOTH).out.splitlines() if line.startswith(" engine ")]
    assert [head.split() for head in heads] == [["engine", "all", *kinds, "time"]]


def test_several_engines_in_json_are_a_list(two_engines: Command) -> None:
    make()
    records = json.loads(two_engines("gold", "-f", "json", *BOTH).out)
    assert [record["engine"] for record in records] == ["justext", "boilerstrip"]
    single = json.loads(two_engines("gold", "-f", "json", "--engine", "justext").out)
    assert list(records[0]) == list(single)
    assert records[0]["total"] == single["total"]


def test_the_same_engine_twice_is_one(two_engines: Command) -> None:
    make()
    out = two_engines("gold", "--engine", "justext", "--engine", "justext", "-f", "json").out
    assert json.loads(out)["engine"] == "justext"


def test_errors_of_several_engines_name_the_engine(two_engines: Command) -> None:
    make({str(i): ("a", {"main_content": "a"}) for i in range(12)} | {"bad": ("BOOM", {"main_content": "a"})})
    lines = two_engines("gold", *BOTH).err.splitlines()
    assert lines[0] == "boilerstrip: justext: 0: ValueError: too short"
    assert lines[10] == "boilerstrip: justext: 3 more pages failed; -f json lists them"
    assert lines[11].startswith("boilerstrip: boilerstrip: bad: ValueError: out of order")
    assert len(lines) == 12


# Messages


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            ["notes.md"],
            "1 file is passed over: it has no page or no text of the same name: notes.md",
        ),
        (
            [f"sub/{i}.html" for i in range(6)] + ["x\x1b.txt"],
            "7 files are passed over: they have no page or no text of the same name: "
            "sub/0.html, sub/1.html, sub/2.html, sub/3.html, sub/4.html and 2 more",
        ),
        (["x\x1b.txt"], "1 file is passed over: it has no page or no text of the same name: 'x\\x1b.txt'"),
    ],
)
def test_half_pages_are_told(boilerstrip: Command, names: list[str], message: str) -> None:
    make_folder(["1.html", "1.txt", *names])
    for form in ("table", "json"):
        said = boilerstrip("gold", "-f", form)
        assert (said.code, said.err) == (0, f"boilerstrip: {message}\n")
    assert boilerstrip("gold", "-q").err == ""


def test_errors_on_pages_are_told_and_counted(boilerstrip: Command) -> None:
    make({**PAGES, "bad": ("BOOM", {"page_type": "forum", "main_content": "a"})})
    said = boilerstrip("gold", "-q")
    assert (said.code, said.err) == (
        0,
        "boilerstrip: bad: ValueError: out of order\\x1b[31m\\nsecond line\n",
    )
    assert ["forum", "2", "1", "0.500", "0.500", "0.500", "1.000"] in [
        line.split() for line in said.out.split("\n")
    ]
    assert "\x1b" not in said.out


def test_many_errors_are_cut(boilerstrip: Command) -> None:
    make({str(i): ("BOOM", {"main_content": "a"}) for i in range(13)})
    lines = boilerstrip("gold").err.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "boilerstrip: 3 more pages failed; -f json lists them"


@pytest.mark.parametrize(
    ("arguments", "seen", "shown"),
    [([], True, [2]), (["-q"], True, []), ([], False, []), (["-f", "json"], True, [2])],
)
def test_progress_is_for_terminals(
    boilerstrip: Command, monkeypatch: pytest.MonkeyPatch, arguments: list[str], seen: bool, shown: list[int]
) -> None:
    bars: list[int] = []

    @contextmanager
    def progress(_self: Reporter, n_total: int) -> Iterator[Callable[[], object]]:
        bars.append(n_total)
        yield lambda: None

    monkeypatch.setattr(Reporter, "progress", progress)
    monkeypatch.setattr("boilerstrip.cli.terminal.is_terminal", lambda _stream: seen)
    make()
    assert boilerstrip("gold", *arguments).code == 0
    assert bars == shown


# Exit codes


@pytest.mark.parametrize("form", ["table", "json"])
@pytest.mark.parametrize(
    ("break_it", "message"),
    [
        (
            lambda gold: gold.rename("elsewhere"),
            "gold: cannot be read (No such file or directory)",
        ),
        (
            lambda gold: (gold / "gold.jsonl.gz").unlink(),
            "gold: holds no gold standard: neither gold.jsonl.gz nor a page with a text beside it",
        ),
        (lambda gold: (gold / "gold.jsonl.gz").write_bytes(b"{}"), "gold/gold.jsonl.gz: cannot be read"),
        (lambda gold: (gold / "gold.jsonl.gz").write_bytes(b""), "gold/gold.jsonl.gz: holds no page"),
        (lambda gold: (gold / "html" / "2.html.gz").unlink(), "gold/html/2.html.gz: is missing"),
        (lambda gold: (gold / "html" / "2.html.gz").write_bytes(b"x"), "gold/html/2.html.gz: cannot be read"),
        (
            lambda gold: (gold / "gold.jsonl.gz").write_bytes(gzip.compress(b'\n{"id": "1"\n')),
            "gold/gold.jsonl.gz:2: is not a gold record",
        ),
    ],
)
def test_broken_gold_is_66_and_one_line(
    boilerstrip: Command, break_it: Callable[[Path], object], message: str, form: str
) -> None:
    make()
    break_it(Path("gold"))
    said = boilerstrip("gold", "-f", form)
    assert (said.code, said.out, len(said.err.splitlines())) == (66, "", 1)
    assert said.err.startswith(f"boilerstrip: {message}")


def test_a_file_in_place_of_the_folder_is_66(boilerstrip: Command) -> None:
    Path("gold").write_bytes(b"")
    assert boilerstrip("gold").code == 66


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "GOLD_DIR"),
        (["gold", "more"], "more"),
        (["gold", "--limit", "0"], "0"),
        (["gold", "--limit", "many"], "many"),
        (["gold", "--engine", "readable"], "readable"),
        (["gold", "--engine", "boilerstrip", "--engine", "readable"], "readable"),
        (["gold", "-f", "md"], "md"),
        (["gold", "--nonsense"], "--nonsense"),
        (["gold", "--engine", "trafilatura"], "trafilatura"),  # which these tests have taken away
    ],
)
def test_wrong_usage(boilerstrip: Command, arguments: list[str], word: str) -> None:
    make()
    said = boilerstrip(*arguments)
    assert (said.code, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert word in said.err


def test_an_interrupt_is_130_and_quiet(boilerstrip: Command) -> None:
    make({"1": ("a", {"main_content": "a"}), "2": ("STOP", {"main_content": "a"})})
    assert boilerstrip("gold") == Said(130, "", "")


def test_help(boilerstrip: Command) -> None:
    said = boilerstrip("-h")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Usage: boilerstrip evaluate [OPTIONS] GOLD_DIR")


# Docs


def test_options_are_documented() -> None:
    text = DOCS.read_text("utf-8")
    flags = {flag for each in evaluate.params for flag in each.opts if flag[0] == "-"}
    assert {flag for flag in flags if f"`{flag}`" not in text} == set()
    rows = re.findall(r"^\| (.*?) \|", text.split("## The command")[1].split("\n## ")[0], re.M)
    named = {flag for row in rows for flag in re.findall(r"`(-[-\w]+)`", row)}
    assert named == flags | {"-h", "--help"}


def test_fields_of_the_json_are_documented() -> None:
    text = DOCS.read_text("utf-8").split("## JSON")[1]
    page = PageResult("1", "", None, None, SnippetCounts(1, 1, 1, 1), None, None, 1.0, 1.0, "")
    result = Evaluation(
        *("e", "1", "t", "d", Basis("c", "m"), summarize([page]), {}),
        *(measure_trust([page]), measure_speed([page]), (page,)),
    )
    record = result.to_dict()
    parts = (record["basis"], record["total"], record["trust"], record["speed"], record["pages"][0])
    names = {*record, *(name for part in parts for name in part)}
    assert len(names) > 30
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_the_columns_of_the_tables_are_documented() -> None:
    text = DOCS.read_text("utf-8")
    heads = {*figures._WORDS, *figures._SNIPPETS, "pages", "errors"}
    assert {head for head in heads if f"| {head} |" not in text} == set()
