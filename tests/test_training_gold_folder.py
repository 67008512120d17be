"""A folder of pages with a text beside each, as a gold standard."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.corpus import naming
from boilerstrip.errors import GoldError
from boilerstrip.training import gold_folder
from boilerstrip.training.evaluate import evaluate
from boilerstrip.training.gold import gold_digest, load_gold, read_gold
from boilerstrip.training.gold_folder import N_FOLDS, folds

FERRY = """<html lang="en"><head><title>Ferry to Norholm back in service | Skerry Post</title></head><body>
<ul class="menu"><li><a href="/">Front page</a></li><li><a href="/tides">Tide tables</a></li></ul>
<article><h1>Ferry to Norholm back in service</h1>
<p>After nine weeks in the yard the ferry to Norholm sails again, twice a day until the end of April.</p>
<p>The harbour master expects long queues on the first weekend and asks drivers to book their places.</p>
</article><footer><a href="/imprint">Imprint</a></footer></body></html>"""
FERRY_TEXT = """Ferry to Norholm back in service

After nine weeks in the yard the ferry to Norholm sails again, twice a day until the end of April.

The harbour master expects long queues on the first weekend and asks drivers to book their places.
"""
FERRY_MARKDOWN = """---
title: Ferry to Norholm back in service
author: Ida Skarsgaard
---

# Ferry to Norholm back in service

After *nine weeks* in the yard the ferry to [Norholm](https://norholm.example/) sails again, twice a
day until the end of April.

The harbour master expects long queues on the first weekend and asks drivers to **book their places**.
"""


def fill(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write these files; names with "/" lie in subfolders."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def texts(folder: Path) -> dict[str, str | None]:
    return {page.id: page.main_content for page in read_gold(folder)}


# What is there is read


def test_pages_with_a_text_beside_them(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "skerry/2024/ferry.html": FERRY,
            "skerry/2024/ferry.txt": FERRY_TEXT,
            "skerry/tides.HTM": "<p>High water at six.",
            "skerry/tides.TXT": "High water at six.",
            "b.x.xhtml.gz": gzip.compress(b"<p>b"),
            "b.x.md": "**b**",
            "Über uns.html.gz": gzip.compress("<p>Wir über uns".encode("latin-1")),
            "Über uns.txt": "Wir über uns",
        },
    )
    pages = read_gold(tmp_path)
    assert [page.id for page in pages] == ["b.x", "skerry/2024/ferry", "skerry/tides", "Über uns"]
    plain, ferry, _, about = pages
    assert (plain.read_html(), plain.main_content) == (b"<p>b", "b")
    assert (ferry.read_html(), ferry.main_content) == (FERRY.encode(), FERRY_TEXT)
    assert ferry.path == tmp_path / "skerry" / "2024" / "ferry.html"
    assert (ferry.url, ferry.page_type, ferry.with_snippets, ferry.without_snippets) == (None, "", (), ())
    assert about.read_html() == "<p>Wir über uns".encode("latin-1")  # as served; decoding is the engine's


def test_gzip_is_told_by_content_too(tmp_path: Path) -> None:
    """wget keeps the suffix of what the server sent packed."""
    fill(tmp_path, {"a.html": gzip.compress(b"<p>a"), "a.txt": "a"})
    assert read_gold(tmp_path)[0].read_html() == b"<p>a"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"one\ntwo\n", "one\ntwo\n"),
        (b"\xef\xbb\xbfone\r\ntwo\rthree", "one\ntwo\nthree"),
        ("straße\u2028Ω".encode(), "straße\u2028Ω"),
        (b"", ""),
        (b"# kept *as it is*", "# kept *as it is*"),
    ],
)
def test_texts(tmp_path: Path, raw: bytes, text: str) -> None:
    assert texts(fill(tmp_path, {"a.html": "<p>a", "a.txt": raw})) == {"a": text}


def test_markdown_and_text_are_the_same_gold(tmp_path: Path) -> None:
    fill(tmp_path / "one", {"ferry.html": FERRY, "ferry.txt": FERRY_TEXT})
    fill(tmp_path / "two", {"ferry.html": FERRY, "ferry.md": FERRY_MARKDOWN.replace("\n", "\r\n")})
    assert texts(tmp_path / "one")["ferry"] is not None
    assert str(texts(tmp_path / "two")["ferry"]).split() == FERRY_TEXT.split()
    scores = [evaluate(tmp_path / name).total.f1 for name in ("one", "two")]
    assert scores[0] == scores[1]
    assert scores[0] is not None
    assert scores[0] > 0.9


def test_a_linked_file_is_read_and_a_linked_folder_is_not(tmp_path: Path) -> None:
    fill(tmp_path / "store", {"a.html": "<p>a", "a.txt": "a"})
    gold = fill(tmp_path / "gold", {"b.txt": "a"})
    try:
        (gold / "b.html").symlink_to(tmp_path / "store" / "a.html")
        (gold / "again").symlink_to(gold, target_is_directory=True)
        (gold / "round.html").symlink_to(gold / "round.html")
        (gold / "gone.html").symlink_to(gold / "nowhere.html")
    except OSError as error:
        pytest.skip(f"no links here: {error}")
    assert texts(gold) == {"b": "a"}
    assert load_gold(gold).passed_over == ()


# What has no other half


def test_half_pages_are_passed_over_and_named(tmp_path: Path) -> None:
    fill(
        tmp_path,
        {
            "README.md": "# How these pages were chosen",
            "a/page.html": "<p>a",
            "a/page.txt": "a",
            "a/unlabelled.html": "<p>b",
            "b/unlabelled.html": "<p>b",
            "b/unlabelled.html.gz": gzip.compress(b"<p>b"),
            "b/lost.txt": "c",
            "b/Case.html": "<p>d",
            "b/case.txt": "d",
            "notes.ods": "not a page at all",
            "a/page_files/style.css": "p {}",
            ".git/page.html": "<p>hidden",
            ".git/page.txt": "hidden",
            "a/._page.html": b"\x00\x05\x16\x07",
            "a/._page.txt": b"\x00\x05\x16\x07\xff",
        },
    )
    gold = load_gold(tmp_path)
    assert [page.id for page in gold.pages] == ["a/page"]
    assert gold.passed_over == (
        "README.md",
        "a/unlabelled.html",
        "b/Case.html",
        "b/case.txt",
        "b/lost.txt",
        "b/unlabelled.html",
        "b/unlabelled.html.gz",
    )


@pytest.mark.parametrize(
    ("files", "half"),
    [({}, ""), ({"a.html": "<p>a", "sub/a.txt": "a"}, "; files without their other half: 2")],
)
def test_a_folder_without_gold_says_what_belongs_there(
    tmp_path: Path, files: dict[str, str], half: str
) -> None:
    fill(tmp_path, files)
    for read in (read_gold, gold_digest):
        with pytest.raises(GoldError) as caught:
            read(tmp_path)
        assert caught.value.path == str(tmp_path)
        assert "gold.jsonl.gz" in caught.value.reason
        assert caught.value.reason.endswith(f"(page.html and page.txt or page.md){half}")


def test_an_index_wins(tmp_path: Path) -> None:
    record = {"id": "indexed", "main_content": "a"}
    fill(
        tmp_path,
        {
            "gold.jsonl": json.dumps(record),
            "html/indexed.html": "<p>a",
            "other.html": "<p>b",
            "other.txt": "b",
        },
    )
    assert texts(tmp_path) == {"indexed": "a"}


# What is broken is named


@pytest.mark.parametrize(
    ("files", "path", "reason"),
    [
        (
            {"a.html": "<p>a", "a.txt": "a", "a.md": "a"},
            "a.md",
            "is not the only text of its name (a.md and a.txt); keep one",
        ),
        (
            {"s/a.html": "<p>a", "s/a.htm": "<p>a", "s/a.html.gz": "", "s/a.txt": "a"},
            "s/a.htm",
            "is not the only page of its name (a.htm and a.html and a.html.gz); keep one",
        ),
        (
            {"a.html": "<p>a", "a.txt": "caf\u00e9".encode("latin-1")},
            "a.txt",
            "is not UTF-8 (byte 3); save it as UTF-8",
        ),
        (
            {"a.html": "<p>a", "a.md": "a".encode("utf-16")},
            "a.md",
            "is not UTF-8 (byte 0); save it as UTF-8",
        ),
    ],
)
def test_what_cannot_be_gold(tmp_path: Path, files: dict[str, str | bytes], path: str, reason: str) -> None:
    fill(tmp_path, {"good.html": "<p>a", "good.txt": "a", **files})
    for read in (read_gold, gold_digest):
        with pytest.raises(GoldError) as caught:
            read(tmp_path)
        assert (caught.value.path, caught.value.reason) == (str(tmp_path / path), reason)


def test_damaged_html_is_told_when_it_is_read(tmp_path: Path) -> None:
    fill(tmp_path, {"a.html.gz": gzip.compress(b"<p>a" * 99)[:-9], "a.txt": "a"})
    with pytest.raises(GoldError, match=r"a\.html\.gz: cannot be read"):
        evaluate(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows may read everything")
@pytest.mark.parametrize("name", ["a.html", "a.txt", "sub"])
def test_what_may_not_be_read(tmp_path: Path, name: str) -> None:
    fill(tmp_path, {"a.html": "<p>a", "a.txt": "a", "sub/b.html": "<p>b"})
    (tmp_path / name).chmod(0)
    try:
        with pytest.raises(GoldError, match=r"cannot be read \(Permission denied\)") as caught:
            read_gold(tmp_path)
        assert caught.value.path == str(tmp_path / name)
    finally:
        (tmp_path / name).chmod(0o700)


# Digest

GOLD = {"s/a.html": "<p>a", "s/a.txt": "a", "t/b.html": "<p>b", "t/b.txt": "b"}


def test_the_digest_is_of_ids_and_texts_wherever_they_lie(tmp_path: Path) -> None:
    first = gold_digest(fill(tmp_path / "one", GOLD))
    assert first == "010897b95eb60ee02688c4bee11fcf363c829a9738c602c484bab4da8c6ed39b"
    assert gold_digest(fill(tmp_path / "elsewhere" / "two", dict(reversed(GOLD.items())))) == first
    shutil.move(tmp_path / "one", tmp_path / "three")
    assert gold_digest(tmp_path / "three") == load_gold(tmp_path / "three", 1).digest == first
    records = [{"id": "s/a", "main_content": "a"}, {"id": "t/b", "main_content": "b"}]
    same = fill(tmp_path / "same", {"gold.jsonl": "".join(json.dumps(record) + "\n" for record in records)})
    assert gold_digest(same) == first


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"s/a.txt": "A"}, True),
        ({"t/b.txt": "b "}, True),
        ({"c.html": "", "c.txt": ""}, True),
        ({"s/a.txt": b"\xef\xbb\xbfa"}, False),
        ({"s/a.html": "<p>other"}, False),
        ({"README.md": "b"}, False),
    ],
)
def test_the_digest_changes_with_any_text(
    tmp_path: Path, change: dict[str, str | bytes], differs: bool
) -> None:
    first = gold_digest(fill(tmp_path, GOLD))
    assert (gold_digest(fill(tmp_path, change)) != first) is differs


def test_a_name_is_the_same_in_every_normal_form(tmp_path: Path) -> None:
    """Folders copied from a Mac have letters and accents apart."""
    one = fill(tmp_path / "one", {"u\u0308ber.html": "<p>a", "\u00fcber.txt": "a"})
    assert [page.id for page in read_gold(one)] == ["\u00fcber"]


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path)
    try:
        for name, content in ((b"caf\xe9.html", b"<p>a"), (b"caf\xe9.txt", b"a")):
            with open(os.path.join(raw, name), "wb") as file:
                file.write(content)
    except OSError as error:
        pytest.skip(f"no such names here: {error}")
    (page,) = read_gold(tmp_path)
    assert (page.id, page.read_html()) == ("caf\\xe9", b"<p>a")
    assert len(gold_digest(tmp_path)) == 64


# Folds


def test_with_few_subfolders_each_page_has_a_fold_of_its_own(tmp_path: Path) -> None:
    ids = [f"{site}/{i}" for site in "abcd" for i in range(50)] + [str(i) for i in range(50)]
    assigned = folds(ids)
    assert list(assigned) == ids
    assert set(assigned.values()) == set(range(N_FOLDS))
    assert min(Counter(assigned.values()).values()) > 25  # 50 each on average
    assert folds(["a/1"]) == {"a/1": assigned["a/1"]}  # whatever other pages there are
    pages = read_gold(fill(tmp_path, {"a/1.html": "", "a/1.txt": ""}))
    assert pages[0].fold == assigned["a/1"]


def test_with_enough_subfolders_each_stays_together() -> None:
    sizes = {"a": 9, "b": 1, "c": 5, "d": 4, "e": 3, "f": 2, "g": 2}
    ids = [f"{site}/deep/{i}" for site, n in sizes.items() for i in range(n)]
    assigned = folds([*ids, "b", "alone"])
    by_site = {site: {assigned[i] for i in ids if i.startswith(site)} for site in sizes}
    assert by_site == {"a": {0}, "c": {1}, "d": {2}, "e": {3}, "f": {4}, "g": {4}, "b": {3}}
    assert folds([*reversed(ids), "alone", "b"]) == assigned
    assert assigned["b"] == folds(["b"])["b"]  # a page beside the folders is no site


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g", ""]), max_size=40))
def test_pages_of_a_subfolder_share_a_fold_where_there_are_enough(sites: list[str]) -> None:
    ids = [f"{site}/{i}" if site else str(i) for i, site in enumerate(sites)]
    assigned = folds(ids)
    assert set(assigned) == set(ids)
    assert set(assigned.values()) <= set(range(N_FOLDS))
    names = {site for site in sites if site}
    if len(names) >= N_FOLDS:
        by_site = {site: {assigned[i] for i in ids if i.startswith(f"{site}/")} for site in names}
        assert {len(found) for found in by_site.values()} == {1}
        assert set.union(*by_site.values()) == set(range(N_FOLDS))  # none is empty


# One list of names


def test_pages_are_those_that_the_extraction_takes_from_a_folder() -> None:
    assert gold_folder.PAGE_SUFFIX_RE.pattern == naming.PAGE_SUFFIX_RE.pattern
    assert gold_folder.PAGE_SUFFIX_RE.flags == naming.PAGE_SUFFIX_RE.flags
