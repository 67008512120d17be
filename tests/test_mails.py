"""Addresses of e-mail that Cloudflare hides are read, offline, and what hides none is left as it is."""

from __future__ import annotations

import pytest
from lxml import html

from boilerstrip import extract
from boilerstrip.block import BlockTable, Mark
from tests.test_compiled_walk import assert_same_source

PATH = "/cdn-cgi/l/email-protection"
PROSE = "<p>The lower gate opens at half tide, and boats wait below it until the bell has rung twice.</p>"


def hidden(text: str, key: int = 0x5A) -> str:
    """A text as Cloudflare's servers write it."""
    return bytes([key, *(byte ^ key for byte in text.encode())]).hex()


def plain(text: str) -> str:
    """Words of a page that were taken for an address."""
    return f'<a href="{PATH}" class="__cf_email__" data-cfemail="{hidden(text)}">[email&#160;protected]</a>'


def linked(target: str, text: str) -> str:
    """A link to an address, with that as its words."""
    words = f'<span class="__cf_email__" data-cfemail="{hidden(text, 0x07)}">[email&#160;protected]</span>'
    return f'<a href="https://velm.example{PATH}#{hidden(target)}">{words}</a>'


def targets(table: BlockTable) -> list[str]:
    return [p.value for pieces in table.inline for p in pieces if isinstance(p, Mark) and p.kind == "a"]


@pytest.mark.parametrize(
    ("inner", "text", "target"),
    [
        (plain("info@velm.example"), "info@velm.example", "mailto:info@velm.example"),
        (linked("info@velm.example", "info@velm.example"), "info@velm.example", "mailto:info@velm.example"),
        (linked("a@b.example?subject=Hi", "a@b.example"), "a@b.example", "mailto:a@b.example?subject=Hi"),
        (f'<a href="{PATH}#{hidden("a@b.example")}">write</a>', "write", "mailto:a@b.example"),
        (f'<a href="{PATH}#{hidden("?subject=Tides")}">share</a>', "share", "mailto:?subject=Tides"),
        (plain("müller@öst.example"), "müller@öst.example", "mailto:müller@öst.example"),
        (plain("icon@2x.png"), "icon@2x.png", None),
        (plain("left-pad@1.3.0"), "left-pad@1.3.0", None),
        (plain("@one@other.example"), "@one@other.example", None),
    ],
)
def test_an_address_is_read(inner: str, text: str, target: str | None) -> None:
    table = assert_same_source(f"<p>Ask {inner} or call.</p>")
    assert table.text == [f"Ask {text} or call."]
    assert targets(table) == [target] * (target is not None)


@pytest.mark.parametrize(
    "digits",
    ["", "5", "5a", "5a3", "zz33", "5a 33", "٣٣٣٣", hidden("no sign"), hidden("a@b.example")[:-1], "00ff40"],
)
def test_what_hides_none_is_left_as_it_is(digits: str) -> None:
    table = assert_same_source(
        f'<p>Ask <a href="{PATH}" data-cfemail="{digits}">[email&#160;protected]</a> or '
        f'<a href="{PATH}#{digits}"><b data-cfemail="{digits}">[email protected]</b></a>.</p>'
    )
    assert table.text == ["Ask [email protected] or [email protected]."]


def test_a_link_that_hides_nothing_leads_where_it_led() -> None:
    table = assert_same_source(
        f'<p>Ask <a href="{PATH}#5a3">us</a>, <a href="{PATH}#{hidden("x")}!">them</a>, or go.</p>'
    )
    assert targets(table) == [f"{PATH}#5a3", f"{PATH}#{hidden('x')}!"]


def test_words_that_begin_with_a_bracket_are_read() -> None:
    assert assert_same_source("<p>So <i>[sic]</i> it <a href=x>[1]</a> said.</p>").text == [
        "So [sic] it [1] said."
    ]


@pytest.mark.parametrize("margin", ["", '<span class="line-number">1</span>'])
def test_an_address_in_code_is_read(margin: str) -> None:
    table = assert_same_source(
        f"<pre><code>{margin}git clone {plain('git@code.example')}:locks.git\n</code></pre>"
    )
    assert table.text == ["git clone git@code.example:locks.git"]


def test_an_address_comes_out_as_a_link() -> None:
    page = f"<main><h1>Locks</h1>{PROSE}<p>Questions go to {{}}, at any time of the day, and are answered.</p></main>"
    words = "Questions go to <info@velm.example>, at any time"
    for form in (plain("info@velm.example"), linked("info@velm.example", "info@velm.example")):
        assert words in extract(page.format(form), url="https://velm.example/").markdown
        assert words in extract(html.fromstring(page.format(form))).markdown
