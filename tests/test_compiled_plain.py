"""Bytes are UTF-8 as they stand, or are not, compiled or not."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.decode import decode, plain
from tests.effort import examples
from tests.pure import PAGES, pure

if plain.COMPILED is None:
    pytest.skip("decode._plain is not built", allow_module_level=True)

EDGES = (0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xC3, 0xDF, 0xE0, 0xE1)
EDGES += (0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
PARTS = st.one_of(
    st.text(max_size=12).map(lambda text: text.encode()),
    st.text(st.characters(max_codepoint=0x7F), max_size=20).map(lambda text: text.encode()),
    st.lists(st.sampled_from(EDGES), max_size=4).map(bytes),
)


def assert_same(data: bytes) -> bool:
    is_plain = plain.is_plain(data)
    with pure():
        assert plain.is_plain(data) == is_plain
    return is_plain


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages(path: Path) -> None:
    assert_same(path.read_bytes())


@given(st.lists(PARTS, max_size=8).map(b"".join))
@settings(max_examples=examples(500))
def test_any_bytes(data: bytes) -> None:
    assert_same(data)


def test_all_sequences_of_edges() -> None:
    lasts = (b"", *(bytes((code,)) for code in (0x41, 0x7F, 0x80, 0xBF, 0xC0)))
    sequences = [bytes(codes) + last for codes in product(EDGES, repeat=3) for last in lasts]
    found = [plain.is_plain(data) for data in sequences]
    with pure():
        assert [plain.is_plain(data) for data in sequences] == found


@pytest.mark.parametrize("n", range(18))
def test_a_stray_byte_anywhere(n: int) -> None:
    assert not assert_same(b"a" * n + b"\xff" + b"b" * (17 - n))
    assert not assert_same(b"a" * n + "\x85".encode() + b"b" * (17 - n))
    assert assert_same(b"a" * n + "\u00a0".encode() + b"b" * (17 - n))


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="windows-1251">'])
@pytest.mark.parametrize("text", ["text", "Straße", "Ã©", "â\u0080\u0099", "\ufeff", ""])
def test_a_page_is_the_bytes_where_they_are_its_text_as_they_stand(head: str, text: str) -> None:
    data = f"<html>{head}<p>{text}</p>".encode()
    found = decode(data)
    with pure():
        assert decode(data) == found
    is_wanted = "1251" not in head and "\u0080" not in text
    assert isinstance(found.page, bytes) == is_wanted
    if is_wanted:
        assert found.text == data.decode()
