"""Gold standards with an index: both kinds of records, and everything that can be wrong with them."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.errors import GoldError, OptionError
from boilerstrip.training import gold as gold_module
from boilerstrip.training.gold import GoldPage, gold_digest, load_gold, read_gold

WHOLE = {
    "id": "0001",
    "url": "https://a.example/x",
    "domain": "a.example",
    "fold": 3,
    "page_type": "article",
    "title": "T",
    "author": None,
    "date": "2024-05-06",
    "main_content": "T\n\nWords.",
    "with": ["Words"],
    "without": ["Menu", "Log in"],
}
"""A record as in wcxb-dev."""

SNIPPETS = {"id": "zeit.html", "url": "http://b.example/", "with": ["ja"], "without": []}
"""A record as in snippets."""


def write(folder: Path, index: bytes, *, pack: Callable[[bytes], bytes] = gzip.compress) -> Path:
    """A gold standard with that index, and HTML for every id in it that can be read."""
    (folder / "html").mkdir(parents=True, exist_ok=True)
    (folder / "gold.jsonl.gz").write_bytes(pack(index))
    for name in ("0001", "zeit.html"):
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(f"<p>{name}".encode()))
    return folder


def lines(*records: Any, end: str = "\n") -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + end for record in records).encode()


def many(folder: Path, n_pages: int) -> Path:
    (folder / "html").mkdir(exist_ok=True)
    for i in range(n_pages):
        (folder / "html" / f"{i}.html.gz").write_bytes(gzip.compress(b"<p>x"))
    return write(folder, lines(*({**SNIPPETS, "id": str(i)} for i in range(n_pages))))


# What is there is read


def test_both_layouts(tmp_path: Path) -> None:
    whole, snippets = read_gold(write(tmp_path, lines(WHOLE, SNIPPETS)))
    html = tmp_path / "html"
    assert whole == GoldPage(
        id="0001",
        path=html / "0001.html.gz",
        url="https://a.example/x",
        fold=3,
        page_type="article",
        main_content="T\n\nWords.",
        with_snippets=("Words",),
        without_snippets=("Menu", "Log in"),
    )
    assert snippets == GoldPage(
        "zeit.html", html / "zeit.html.html.gz", "http://b.example/", None, "", None, ("ja",), ()
    )
    assert whole.read_html() == b"<p>0001"


def test_an_empty_main_content_is_not_a_missing_one(tmp_path: Path) -> None:
    (page,) = read_gold(write(tmp_path, lines({"id": "0001", "main_content": ""})))
    assert page.main_content == ""


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\x1c", "\x0b", "\x0c"])
def test_no_line_ends_inside_a_string(tmp_path: Path, char: str) -> None:
    """`str.splitlines` would cut such a record in two; controls stand there escaped, as JSON wants."""
    record = {**WHOLE, "main_content": f"one{char}two"}
    (page,) = read_gold(write(tmp_path, lines(record)))
    assert page.main_content == f"one{char}two"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\n \n"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    assert [page.id for page in read_gold(write(tmp_path, lines(WHOLE, SNIPPETS, end=end)))] == [
        "0001",
        "zeit.html",
    ]
    assert len(read_gold(write(tmp_path, lines(WHOLE).rstrip()))) == 1


def test_nothing_has_to_be_packed(tmp_path: Path) -> None:
    """Plain files are the same gold standard; where a packed one lies beside, that is read."""
    write(tmp_path, lines(WHOLE, SNIPPETS))
    packed, digest = [page.read_html() for page in read_gold(tmp_path)], gold_digest(tmp_path)
    (tmp_path / "gold.jsonl.gz").rename(tmp_path / "elsewhere")
    (tmp_path / "gold.jsonl").write_bytes(lines(WHOLE, SNIPPETS))
    (tmp_path / "html" / "0001.html.gz").unlink()
    (tmp_path / "html" / "0001.html").write_bytes(b"<p>0001")
    (tmp_path / "html" / "zeit.html.html").write_bytes(b"<p>older")
    plain = read_gold(tmp_path)
    assert [page.read_html() for page in plain] == packed
    assert plain[0].path == tmp_path / "html" / "0001.html"
    assert gold_digest(tmp_path) == digest
    (tmp_path / "gold.jsonl").write_bytes(lines(SNIPPETS))
    (tmp_path / "elsewhere").rename(tmp_path / "gold.jsonl.gz")
    assert len(read_gold(tmp_path)) == 2


def test_all_at_once(tmp_path: Path) -> None:
    gold = load_gold(write(tmp_path, lines(WHOLE, SNIPPETS)), 1)
    assert (gold.pages, gold.digest) == (read_gold(tmp_path)[:1], gold_digest(tmp_path))
    assert gold.passed_over == ()


# What is broken is named


def deep() -> bytes:
    return b"[" * 200_000 + b"]" * 200_000


@pytest.mark.parametrize(
    ("broken", "clause"),
    [
        (b"{", "not a gold record"),
        (b"\xff", "not a gold record"),
        (b"null", "no JSON object"),
        (b'["id"]', "no JSON object"),
        (deep(), "not a gold record"),
        (lines({"with": ["a"]}), "id None"),
        (lines({**SNIPPETS, "id": 7}), "id 7"),
        (lines({**SNIPPETS, "id": ""}), "id ''"),
        (lines({**SNIPPETS, "id": "../0001"}), "cannot name a file"),
        (lines(WHOLE), "id of a line before"),
        (lines({"id": "x", "url": "http://a.example/"}), "none of main_content, with, without"),
        (lines({**SNIPPETS, "with": "abc"}), "its with"),
        (lines({**SNIPPETS, "without": [""]}), "its without"),
        (lines({**SNIPPETS, "with": [1]}), "its with"),
        (lines({**SNIPPETS, "main_content": ["a"]}), "its main_content"),
        (lines({**SNIPPETS, "page_type": 1}), "its page_type"),
        (lines({**SNIPPETS, "url": {}}), "its url"),
        (lines({**SNIPPETS, "fold": "1"}), "its fold"),
    ],
)
def test_a_bad_line_is_told_by_its_number(tmp_path: Path, broken: bytes, clause: str) -> None:
    index = lines(WHOLE) + b"\n" + broken.rstrip(b"\n") + b"\n" + lines(SNIPPETS)
    with pytest.raises(GoldError) as caught:
        read_gold(write(tmp_path, index))
    assert caught.value.path == f"{tmp_path / 'gold.jsonl.gz'}:3"
    assert clause in caught.value.reason


def damaged(packed: bytes) -> bytes:
    """Gzip whose header is fine and whose data are not: zlib's own error, which is no ValueError."""
    return packed[:10] + b"\xff" * 20


@pytest.mark.parametrize(
    ("index", "pack"),
    [
        (b"", bytes),
        (b"", gzip.compress),
        (b"\n \n", gzip.compress),
        (lines(WHOLE), bytes),
        (lines(WHOLE), lambda raw: gzip.compress(raw)[:-12]),
        (lines(WHOLE), lambda raw: damaged(gzip.compress(raw))),
    ],
    ids=["no bytes", "empty", "blank", "not gzip", "cut off", "damaged"],
)
def test_a_useless_index(tmp_path: Path, index: bytes, pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(write(tmp_path, index, pack=pack))
    assert caught.value.path == str(tmp_path / "gold.jsonl.gz")


@pytest.mark.parametrize("name", ["missing", "a-file", "a\0b"])
def test_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    for read in (read_gold, gold_digest):
        with pytest.raises(GoldError) as caught:
            read(tmp_path / name)
        assert caught.value.path == str(tmp_path / name)
        assert caught.value.reason.startswith("cannot be read (")


def test_an_index_that_cannot_be_opened_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl.gz").mkdir()
    (tmp_path / "page.html").write_text("<p>a")
    (tmp_path / "page.txt").write_text("a")
    for read in (read_gold, gold_digest):
        with pytest.raises(GoldError, match=r"gold\.jsonl\.gz: cannot be read \("):
            read(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read everything")
def test_html_that_may_not_be_read_is_told_before_the_work(tmp_path: Path) -> None:
    (page,) = read_gold(write(tmp_path, lines(WHOLE)))
    page.path.chmod(0)
    with pytest.raises(GoldError, match=r"0001\.html\.gz: cannot be read \(Permission denied\)"):
        read_gold(tmp_path)


def test_a_page_without_html_is_told_before_the_work(tmp_path: Path) -> None:
    write(tmp_path, lines(WHOLE, {**SNIPPETS, "id": "gone"}))
    with pytest.raises(GoldError) as caught:
        read_gold(tmp_path)
    assert caught.value.path == str(tmp_path / "html" / "gone.html.gz")
    assert [page.id for page in read_gold(tmp_path, 1)] == ["0001"]  # what is not wanted is not missed


@pytest.mark.parametrize("name", ["x" * 5000, "\x00", "\ud800"])
def test_an_id_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    index = json.dumps({**SNIPPETS, "id": name}).encode()
    with pytest.raises(GoldError):
        read_gold(write(tmp_path, index))


@pytest.mark.parametrize("content", [b"<p>plain", gzip.compress(b"<p>x" * 99, mtime=0)[:-9], b""])
def test_damaged_html(tmp_path: Path, content: bytes) -> None:
    (page,) = read_gold(write(tmp_path, lines(WHOLE)))
    page.path.write_bytes(content)
    if not content:
        assert page.read_html() == b""  # what gzip makes of no bytes
        return
    with pytest.raises(GoldError, match="cannot be read"):
        page.read_html()


# Some pages only


@pytest.mark.parametrize(
    ("limit", "ids"),
    [
        (None, list(range(10))),
        (1, [0]),
        (2, [0, 5]),
        (3, [0, 3, 6]),
        (9, [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        (10, list(range(10))),
        (99, list(range(10))),
    ],
)
def test_limit_spreads_over_the_file(tmp_path: Path, limit: int | None, ids: list[int]) -> None:
    assert [int(page.id) for page in read_gold(many(tmp_path, 10), limit)] == ids


@given(st.integers(1, 60), st.integers(1, 60))
def test_limit_leaves_gaps_of_one_size(n_pages: int, limit: int) -> None:
    chosen = gold_module._spread(list(range(n_pages)), limit)
    assert len(chosen) == min(limit, n_pages)
    gaps = {after - before for before, after in zip(chosen, [*chosen[1:], n_pages], strict=True)}
    assert max(gaps) - min(gaps) <= 1
    assert chosen[0] == 0


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one(tmp_path: Path, limit: int) -> None:
    with pytest.raises(OptionError, match="limit"):
        read_gold(many(tmp_path, 2), limit)


# Digest


def test_the_digest_is_of_the_records_however_packed(tmp_path: Path) -> None:
    write(tmp_path, b"{}\n", pack=lambda raw: gzip.compress(raw, 1, mtime=0))
    first = gold_digest(tmp_path)
    assert first == "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"
    write(tmp_path, b"{}\n", pack=lambda raw: gzip.compress(raw, 9, mtime=1))
    assert gold_digest(tmp_path) == first
    write(tmp_path, b"{} \n")
    assert gold_digest(tmp_path) != first
