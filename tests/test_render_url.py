"""The gate for addresses: what passes, what becomes of it, and what never does."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from boilerstrip.render.url import ALLOWED_SCHEMES, MAX_LENGTH, _place_of, _read, resolver, safe_url
from tests.effort import examples

BASE = "https://example.org/a/b?c"
BAD_SCHEMES = (
    "javascript",
    "data",
    "vbscript",
    "file",
    "blob",
    "view-source",
    "feed",
    "about",
    "livescript",
    "x",
)
SPELLINGS = (
    "{}:alert(1)",
    " {}:alert(1)",
    "\x01{}:alert(1)",
    "{}:\talert(1)",
    "{}\n:alert(1)",
    "{}\x00:alert(1)",
    "{}\u200b:alert(1)",
    "{}\u202e:alert(1)",
    "\ufeff{}:alert(1)",
    "{}:javascript:alert(1)",
    "{}://x/%0aalert(1)",
)


@pytest.mark.parametrize("base", [BASE, None, "javascript:x", "file:///etc/"])
@pytest.mark.parametrize(("scheme", "spelling"), list(itertools.product(BAD_SCHEMES, SPELLINGS)))
def test_other_schemes_go(scheme: str, spelling: str, base: str | None) -> None:
    """In any spelling: case, white space, controls, invisible characters."""
    for name in (scheme, scheme.upper(), "\t".join(scheme), scheme[:1] + "\r\n" + scheme[1:]):
        assert safe_url(spelling.format(name), base) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://e.org/x?y=(z)#a", "https://e.org/x?y=(z)#a"),
        ("HTTP://E.org", "HTTP://E.org"),
        ("x", "https://example.org/a/x"),
        ("../x", "https://example.org/x"),
        ("/x/../y", "https://example.org/y"),
        ("/x.html", "https://example.org/x.html"),
        ("//h.org/x", "https://h.org/x"),
        ("?q", "https://example.org/a/b?q"),
        ("#f", "https://example.org/a/b?c#f"),
        ("mailto:a@e.org", "mailto:a@e.org"),
        ("tel:+49 30", "tel:+49%2030"),
        (" /a\n b ", "https://example.org/a%20b"),
        ("/a\\b?c\\d", "https://example.org/a/b?c%5Cd"),
        ("\\\\h.org\\x", "https://h.org/x"),
        ("/\"<>^`{|}'", "https://example.org/%22%3C%3E%5E%60%7B%7C%7D'"),
        ("/ü\u00a0x", "https://example.org/ü%C2%A0x"),
        ("javascript%3Aalert(1)", "https://example.org/a/javascript%3Aalert(1)"),
        ("/javascript:x", "https://example.org/javascript:x"),
        ("", None),
        ("#", None),
        (" ", None),
        ("http://", None),
        ("http:///x", None),
        ("http://[x/", None),
        ("/" + "x" * MAX_LENGTH, None),
        ("/" + "<" * (MAX_LENGTH // 2), None),
    ],
)
def test_resolved(url: str, expected: str | None) -> None:
    """Resolved as a browser does, escaped so that it can stand anywhere."""
    assert safe_url(url, BASE) == expected
    assert resolver(BASE)(url) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("../x y", "../x%20y"),
        ("#f", "#f"),
        ("//h/x", "//h/x"),
        ("a:b", None),
        ("a/b:c", "a/b:c"),
        ("é:b", None),
    ],
)
def test_without_base(url: str, expected: str | None) -> None:
    """Relative addresses stay relative; one that could be taken for a scheme goes."""
    assert safe_url(url) == expected


@given(
    st.text(max_size=30) | st.text(alphabet="javscript:/\\.?#[]@ht p\n\t\x00", max_size=20),
    st.sampled_from([BASE, None, "http://[x", "http://h\udc00/", "mailto:x"]),
)
def test_any_address(url: str, base: str | None) -> None:
    """Never raises; what passes is allowed, free of what could end it, and passes again unchanged."""
    address = safe_url(url, base)
    if address is not None:
        scheme, colon, _ = address.partition(":")
        assert not colon or scheme.lower() in ALLOWED_SCHEMES or set(scheme) & set("/?#")
        assert not set(address) & set('"<>\\^`{|} \t\n\r\x00\x7f\u2028')
        address.encode()
        assert safe_url(address, base) == address or (address[0] in "/?#." and base is None)


PARTS = (
    "#",
    "?",
    "//",
    "/",
    ".",
    "..",
    "./",
    "../",
    ":",
    ";",
    "a",
    "b.c",
    "-1",
    "h.org",
    "a%20",
    "=",
    "&",
    "x:y",
)
BASES = (
    BASE,
    None,
    "https://example.org",
    "HTTPS://User@Example.org:8080//x//y;p=1/../z.html?q=/a/b#c",
    "https://example.org/a b/<c>/./d/..",
    "http://[x",
    "http://[::1]/x/",
    "http:///x",
    "https://h/" + "x/" * (MAX_LENGTH // 2 - 10),
    "mailto:x",
)


@given(st.lists(st.sampled_from(PARTS), max_size=9).map("".join), st.sampled_from(BASES))
@settings(max_examples=examples(2_000))
@example("#" + "x" * 20, BASES[-2])
@example("x" * 9, BASES[-2])
def test_near_addresses(url: str, base: str | None) -> None:
    """Relative addresses that need no second look become what the long way makes of them."""
    if not url.startswith("/") or url.startswith("//"):
        assert safe_url(url, base) == _read(url, _place_of(base))
