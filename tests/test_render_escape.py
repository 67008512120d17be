"""Cleaning and escaping: no more backslashes than needed, and none too few."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from boilerstrip.block import Inline, Mark
from boilerstrip.render.clean import clean
from boilerstrip.render.escape import code_span, destination, fence
from boilerstrip.render.inline import tidy
from boilerstrip.render.markdown import markdown
from boilerstrip.render.outline import Paragraph
from tests.test_render import page_of

CODE_A = (Mark("code"), "a", Mark("/code"))
CODE_B = (Mark("code"), "b", Mark("/code"))
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\n\ttext", "plain\n\ttext"),
        ("a\x00b\x1b[0mc\x7fd\x9be", "ab[0mcde"),
        ("a\x0bb\x0cc\rd\x85e", "a b c d e"),
        ("a\ud800b\ufffec\uffffd", "abcd"),
        ("family \U0001f468\u200d\U0001f469", "family \U0001f468\u200d\U0001f469"),
        ("\u202eevil\u202c", "evil"),
        ("\u202bok\u202c", "\u202bok\u202c"),
        ("\u2066ok\u2069", "\u2066ok\u2069"),
        ("\u2066open", "open"),
        ("closed\u2069\u202c", "closed"),
        ("\u2066\u202ba\u2069b\u202c", "\u2066a\u2069b"),
        ("\u2067\u2066a\u2069", "\u2066a\u2069"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    """Controls go, white space among them becomes a blank, bidi controls stay in pairs."""
    assert clean(text) == expected
    assert clean(expected) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "AT&T and R&D;",
            "5 * 3 = 15",
            "snake_case_name",
            "Price*",
            "~100 km",
            "a < b > c",
            "C:\\Users\\me",
        ),
        *("[1] and [a][b]", "(x) [y] {z}", "#hashtag", "+1", "-5 degrees", "3.14", "1.5. x", "Wow! (really)"),
        *("a | b", "=)", "50 %", "$5", "e-mail: a@b.c", "https://e.org/a_b~c", 'it\'s "so"', "5' 3\""),
    ],
)
def test_needs_no_escape(text: str) -> None:
    """Text that no reader takes for markup has no backslash added."""
    assert markdown([Paragraph((text,))]) == text


@given(st.text(alphabet="ab1 *_`~[]()<>&;#!|\\-+=.:{}$\"'/é“。€", min_size=1, max_size=30))
@example("a\\")
@example("&#35;")
@example("~~a~~")
def test_text_reads_back(text: str) -> None:
    """Any text as a paragraph reads back as that text."""
    text = " ".join(text.split())
    tokens = READER.parse(markdown([Paragraph((text,))])) if text else []
    assert [token.type for token in tokens if token.nesting >= 0] == ["paragraph_open", "inline"] * bool(text)
    for token in tokens:
        assert token.type != "inline" or "".join([t.content for t in token.children or ()]) == text
        assert {t.type for t in token.children or ()} <= {"text", "text_special"}


@pytest.mark.parametrize(
    ("text", "expected"), [("a", "`a`"), ("`", "`` ` ``"), ("a``b", "```a``b```"), ("`a", "`` `a ``")]
)
def test_code_span(text: str, expected: str) -> None:
    """More backticks than inside, a blank where one stands at the edge."""
    assert code_span(text) == expected


def test_fence() -> None:
    """Three backticks, or more than stand together in the code."""
    assert (fence("a"), fence("a ``` b"), fence("`````")) == ("```", "````", "``````")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("a(b)c", "a(b)c"),
        ("a(b", "a\\(b"),
        ("a)(b", "a\\)\\(b"),
        ("((a))", "\\(\\(a\\)\\)"),
        ("?a&lt;", "?a\\&lt;"),
    ],
)
def test_destination(url: str, expected: str) -> None:
    """Parentheses stay where they are simple pairs; entities are escaped."""
    assert destination(url) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5* `x _y", "5* `x _y"),
        ("\\~_ \\*", "\\\\~_ \\\\*"),
        ("5* x*", "5* x*"),
        ("*then* now", "\\*then* now"),
        ("*a* and *b*", "\\*a* and \\*b*"),
        ("r***6 (272)", "r***6 (272)"),
        ("i***d and d***l", "i\\*\\*\\*d and d***l"),
        ('the "S*" and the "K*" scripts', 'the "S*" and the "K*" scripts'),
        ("about the _____ position", "about the _____ position"),
        ("____", "\\____"),
        ("* * *", "\\* * *"),
        ("a ` b `` c", "a ` b `` c"),
        ("a ` b ` c", "a \\` b ` c"),
        ("a ` b `` c `` d", "a \\` b \\`\\` c `` d"),
        ("a~", "a~"),
        ("~~a", "\\~~a"),
        ("impl<T, E> Result", "impl<T, E> Result"),
        ("Vec<u8> and <b>", "Vec\\<u8> and \\<b>"),
        ("a <b", "a \\<b"),
        ("<T, E>", "<T, E>"),
        ("<div class", "\\<div class"),
        ("see <x:y> or <a@b>", "see \\<x:y> or \\<a@b>"),
    ],
)
def test_of_what_could_pair_up_the_first_is_escaped(text: str, expected: str) -> None:
    """One run of delimiters alone pairs with nothing; nor does one that cannot open."""
    assert markdown([Paragraph((text,))]) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("2*3 ", Mark("a", "/x"), "four*", Mark("/a")), "2\\*3 [four*](/x)"),
        (("2*3 ", Mark("a", "/x"), "four", Mark("/a")), "2*3 [four](/x)"),
        (("2*3 ", Mark("b"), "four", Mark("/b")), "2\\*3 **four**"),
        (("2_ ", Mark("b"), "four", Mark("/b")), "2_ **four**"),
        (("a` ", *CODE_A), "a\\` `a`"),
        (("a` ", Mark("img", "/x", "`")), "a\\` ![\\`](/x)"),
        (("x<", Mark("sup"), "b", Mark("/sup"), ">"), "x\\<b>"),
        (("x<", Mark("i"), "b", Mark("/i"), ">"), "x<*b*>"),
        (("x", Mark("br"), "***"), "x\\\n\\***"),
    ],
)
def test_markup_beside_text_keeps_its_backslashes(pieces: Inline, expected: str) -> None:
    assert markdown([Paragraph(pieces)]) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((Mark("b"), " a ", Mark("/b"), "b"), (Mark("b"), "a", Mark("/b"), " ", "b")),
        ((Mark("b"), Mark("i"), Mark("/i"), Mark("/b")), ()),
        (("a", Mark("br"), Mark("br"), " b", Mark("br")), ("a", Mark("br"), "b")),
        ((Mark("a", "x:y"), "a", Mark("/a")), ("a",)),
        ((Mark("img", "data:x", "alt"),), ()),
        ((Mark("img", "mailto:x", "alt"), Mark("/b")), ()),
        ((Mark("b"), "left open"), (Mark("b"), "left open", Mark("/b"))),
        ((Mark("b"), "a", Mark("/b"), Mark("b"), "b", Mark("/b")), (Mark("b"), "a", "b", Mark("/b"))),
        ((*CODE_A, " ", *CODE_B), (*CODE_A, " ", *CODE_B)),
        ((*CODE_A, *CODE_B), (Mark("code"), "a", "b", Mark("/code"))),
        ((Mark("u"), "a", Mark("/u")), ("a",)),
    ],
)
def test_tidy(pieces: Inline, expected: Inline) -> None:
    """White space at the edges moves out, empty and doubled spans go, unsafe addresses go."""
    assert tidy(
        pieces, lambda url: None if ":" in url and "mailto" not in url else url, links=True, images="keep"
    ) == (expected)


@pytest.mark.parametrize("line", ["```", "````", "``` x", "```a``", "``` `` b ```"])
def test_backticks_at_the_start_of_a_line_open_no_fence(line: str) -> None:
    page = page_of(f"<h1>T</h1><p>{line}</p><p>x<br>{line}</p>")
    tokens = MarkdownIt("commonmark").parse(page.markdown)
    assert not [token for token in tokens if token.type == "fence"]
    shown = [child.content for token in tokens for child in token.children or ()]
    assert shown == ["T", line, "x", "", line]
