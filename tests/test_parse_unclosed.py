"""A `<div>` that is never closed ends with the element around it, as in browsers."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

import boilerstrip
from boilerstrip.parse import parse
from boilerstrip.parse.source import to_source
from tests.pure import pure

AROUND = (
    *("address", "article", "aside", "blockquote", "button", "center", "details", "dialog", "fieldset"),
    *(
        "figcaption",
        "figure",
        "footer",
        "h2",
        "header",
        "hgroup",
        "main",
        "menu",
        "nav",
        "noscript",
        "object",
    ),
    *("ol", "pre", "search", "section", "select", "summary", "template", "ul"),
)
PIECES = (
    *(
        "<div>",
        "<div class='a>b'>",
        "</div>",
        "<DIV\n>",
        "</Div >",
        "<div/>",
        "<div / >",
        "x ",
        "<!-- <div> -->",
    ),
    *(
        "<section>",
        "</section>",
        "<ul>",
        "</ul>",
        "<li>",
        "</li>",
        "<dl><dt>",
        "<dd>",
        "</dd>",
        "</dl>",
        "<h2>",
    ),
    *("</h2>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<b>", "</b>", "<a href=/x>", "</a>"),
    *(
        "<p>",
        "</p>",
        "<script>'<div>'",
        "</script>",
        "<\\/div>",
        "<template>",
        "</template>",
        "<nav",
        ">",
        "'",
    ),
)


def outline(source: str) -> list[str]:
    """The words of a page in order, each behind the tags around it, without the page's own."""
    found, tags = list[str](), list[str]()
    for root in parse(source).roots:
        for event, node in etree.iterwalk(root, ("start", "end")):
            if event == "start":
                tags.append(node.tag)
            else:
                tags.pop()
            words = node.text if event == "start" else node.tail
            if words and words.strip():
                found.append(" ".join([*tags, words.strip()]).removeprefix("html body "))
    return found


def bare(source: str) -> bytes:
    """The tree that libxml2 makes of what stands there."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    return etree.tostring(etree.fromstring(source.encode(), parser))


def read(source: str) -> bytes:
    (root,) = parse(source).roots
    return etree.tostring(root)


@pytest.mark.parametrize("name", AROUND)
@pytest.mark.parametrize("inside", ["<div>", "<div><div class='b'>", "<div></div><div><p>a<div/>", "<DIV\n>"])
def test_what_follows_an_element_is_not_in_it(name: str, inside: str) -> None:
    found = outline(f"<main id=m><{name}>{inside}one</{name.title()} ><p>two</p></main>")
    assert found[-1] == "main p two"
    assert f"main {name} div" in found[0]


@pytest.mark.parametrize("name", ["li", "dd", "dt"])
def test_items_stand_beside_each_other(name: str) -> None:
    source = f"<ul><{name}><div>one</{name}><{name}><span><div>two</{name}></ul><h2>after</h2>"
    assert outline(source) == [f"ul {name} div one", f"ul {name} span div two", "h2 after"]


def test_a_list_ends_where_it_ends() -> None:
    source = "<div><ul><li>one<li><div>two</ul><p>after</p></div>last"
    assert outline(source) == ["div ul li one", "div ul li div two", "div p after", "last"]


def test_all_the_elements_in_between_end_with_it() -> None:
    source = "<main><header><div><section><div><ul><li>one</header>two</main>three"
    assert outline(source) == ["main header div section div ul li one", "main two", "three"]


def test_words_after_such_a_list_and_quote_are_written_beside_them() -> None:
    prose = "<p>The keeper of the upper lock opens its gates at six, before the first barge of the day is there.</p>"
    items = (
        "The first lock is here for boats",
        "The second lock is there for ships",
        "The third one is closed",
    )
    page = (
        f"<article><h1>Locks of the canal</h1>{prose * 2}<p>There are these:</p>"
        f"<ul>{''.join(f'<li><div>{item}</li>' for item in items)}</ul><h2>After the locks</h2>{prose}"
        f"<blockquote><div>The keeper has gone home for the night.</blockquote>{prose}</article>"
    )
    markdown = boilerstrip.extract(page).markdown
    assert (
        "\n- The first lock is here for boats\n- The second lock is there for ships\n- The third" in markdown
    )
    assert "\n\n## After the locks\n\nThe keeper" in markdown
    assert "\n\n> The keeper has gone home for the night.\n\nThe keeper" in markdown


@pytest.mark.parametrize(
    "source",
    [
        "<section>a</div><div>b</section>c",  # as many ends as starts
        "<section><div>a</section></div>b",
        "<div>a<section>b</section>c",
        "<b><div>a</b>b",  # browsers put formatting right in another way
        "<p><div>a</p>b",
        "<span><div>a</span>b",
        "<my-card><div>a</my-card>b",  # ignored by browsers as well
        "<form><div>a</form>b",
        "<section><table><tr><td><div>a</section>b",
        "<section><tr><div>a</section>b",
        "<li><div><ul>a</li>b",
        "<h2><div><h3>a</h2>b",
        "<section><div/>a</section>b",
        "<section><!-- <div> -->a</section>b",
        "<section title='<div>'>a</section>b",
        "<section><script>'<div>'</script>a</section>b",
        "<section><textarea><div></textarea>a</section>b",
        "</section><div>a</section>b",
    ],
)
def test_other_sources_are_read_as_they_are(source: str) -> None:
    assert read(source) == bare(source)


def test_a_tree_that_a_caller_gives_is_read_as_it_is() -> None:
    root = etree.fromstring(b"<ul><li><div>one</li><li>two</ul>", etree.HTMLParser())
    before = etree.tostring(root)
    boilerstrip.extract(root)
    assert etree.tostring(root) == before


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_bytes_in_any_encoding(encoding: str) -> None:
    page = (
        "<main><h1>Åse</h1><aside><div>Über uns</aside><p>Die Schleuse öffnet früh, das Wehr spät.</p></main>"
    )
    found = boilerstrip.extract(page.encode(encoding), options=boilerstrip.Options(encoding=encoding))
    assert [block.xpath for block in found.blocks] == [
        block.xpath for block in boilerstrip.extract(page).blocks
    ]
    assert found.blocks[-1].xpath == "/html/body/main/p"


@pytest.mark.parametrize(
    ("source", "lacks"),
    [
        ("<div><p>a</p></div>", False),
        ("<div><p>a</p></div> ", False),
        ("<div><p>a</p></DIV>", False),
        ("<DIV><p>a</p></p>", True),
        ("<div><script>'<div><\\/div>'</script></div>", False),
        ("<div><div>a</div>b</p>", True),
        ("<p>a</p></div>", False),
        ("<p>a</p>", False),
        ("a", False),
    ],
)
def test_a_page_is_looked_at_only_if_it_lacks_ends(source: str, lacks: bool) -> None:
    assert to_source(source).lacks_ends is lacks
    with pure():
        assert to_source(source).lacks_ends is lacks


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("<nav<section><div>x </section></div>x ")
def test_no_word_is_lost_or_moved_and_a_second_time_changes_nothing(source: str) -> None:
    from boilerstrip.parse.unclosed import close_divs

    data = source.encode()
    closed = close_divs(data)
    assert closed.replace(b"</div>", b"") == data.replace(b"</div>", b"")
    assert close_divs(closed) == closed
    with pure():
        assert close_divs(data) == closed


@pytest.mark.parametrize(
    ("opening", "middle", "closing"),
    [
        ("<li><div>", "", "</li>"),
        ("<section>", "<div>", "</section>"),
        ("<div>", "<li>", "</li>"),
        ("<ul><li><div>", "<table><tr>", "</li>"),
        ("<li><div><span>", "<ul>", "</li>"),
        ("<template><div>", "<td>", "</template></div>"),
        ("<dd><div><dt>", "", "</dl></dd>"),
    ],
)
def test_time_is_linear(opening: str, middle: str, closing: str) -> None:
    from boilerstrip.parse.unclosed import close_divs

    def seconds(n: int) -> float:
        sources = [(opening * n + middle * n + closing * n).encode() + b"<div>" * n for _ in range(3)]
        times = [process_time(), *((close_divs(source), process_time())[1] for source in sources)]
        return min(after - before for before, after in pairwise(times))

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.005)
