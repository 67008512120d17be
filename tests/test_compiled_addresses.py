"""Addresses of a page are the same, compiled or not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boilerstrip.render import url as module
from boilerstrip.render.url import MAX_LENGTH, resolver, safe_url
from tests.pure import growth, pure

if module.COMPILED is None:
    pytest.skip("render._addresses is not built", allow_module_level=True)

BASES = (None, "https://example.org/a/b?c", "HTTP://Example.org", "http://a b/", "ftp://example.org/", "#")
BEGINNINGS = (
    *(
        "",
        "/",
        "//",
        "/.",
        "/a/../b",
        "a",
        "?",
        "#",
        "http",
        "http:",
        "http://",
        "https://",
        "https:/",
        "httpx://",
    ),
    *(
        "http://a",
        "http://-",
        "http://.a",
        "https://a.b:8/",
        "HTTPS://a",
        "mailto:a@b",
        "javascript:",
        "https://a?b",
    ),
    *(" /a", "http://a/b c", "https://é/", "/é", "\u200b/a", "httphttp://a"),
)


def assert_same(url: str, base: str | None) -> None:
    """Asked twice, for what is remembered counts."""
    resolve = resolver(base)
    found = [resolve(url), resolve(url)]
    with pure():
        assert found == [resolver(base)(url)] * 2
    assert found[0] == safe_url(url, base)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_each_character_behind(beginning: str) -> None:
    urls = [
        beginning,
        *(beginning + chr(char) + end for char in (*range(0x180), 0x202E, 0xD800) for end in ("", "a/")),
    ]
    for base in BASES:
        resolve = resolver(base)
        found = [resolve(url) for url in urls]
        with pure():
            assert found == [*map(resolver(base), urls)]


@pytest.mark.parametrize("beginning", ["/", "https://a/", "https://a", "a"])
@pytest.mark.parametrize("n", [MAX_LENGTH - 1, MAX_LENGTH, MAX_LENGTH + 1])
def test_long_ones(beginning: str, n: int) -> None:
    for base in BASES:
        assert_same(beginning + "a" * (n - len(beginning)), base)


@given(st.text("ahtps:/.?#-%@\\ \n&é\u202e[", max_size=14), st.sampled_from(BASES))
@example("https://a", None)
@example("/a", "https://example.org/")
def test_any(url: str, base: str | None) -> None:
    assert_same(url, base)


class Address(str):
    """A string of another class, as somebody may put into a record."""

    __slots__ = ()


def test_other_strings_and_what_is_none() -> None:
    for url in ("https://example.org/", "/a", "a b"):
        assert_same(Address(url), BASES[1])
    for wrong in (None, 1, b"/a", ["/a"]):
        with pytest.raises(TypeError):
            resolver(None)(wrong)  # type: ignore[arg-type]


def test_nothing_is_left_behind() -> None:
    urls = ["https://example.org/", "/a", "a b", "javascript:x"]

    def many() -> None:
        for _ in range(2_000):
            resolve = resolver(BASES[1])
            for url in urls:
                resolve(url)

    assert growth(many) < 30_000
