"""A page from its record alone: the same in every form, and other where the record says other."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip import Page, RecordError, Style, extract, load_page
from boilerstrip.block import Mark
from boilerstrip.record import LISTED_TAGS
from boilerstrip.render import places
from tests import test_properties as sources
from tests import test_render_properties as invented
from tests.test_render import page_of

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.html"))
STYLES = (
    Style(),
    Style(links=False),
    Style(images=False),
    Style(comments="separate"),
    Style(links=False, images=False, frontmatter=True),
)
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


def assert_same(loaded: Page, page: Page) -> None:
    """Both render alike, in every form and style."""
    for form in ("md", "txt", "html"):
        for style in STYLES:
            assert loaded.render(form, style) == page.render(form, style), (form, style)


def assert_replays(page: Page) -> None:
    """The page comes back from its dictionary and from its JSON."""
    record = page.to_dict()
    loaded = load_page(record)
    assert loaded.to_dict() == record
    assert loaded.blocks == page.blocks
    assert_same(loaded, page)
    line = page.to_json()
    read_back = load_page(line)
    assert read_back.to_json() == line
    for form in ("md", "txt", "html"):
        assert read_back.render(form, Style()) == page.render(form, Style()), form
        bare = Style(links=False, images=False)
        assert read_back.render(form, bare) == page.render(form, bare), form


@each_sample
def test_a_sample_is_the_same_from_its_record(path: Path) -> None:
    page = extract(path.read_bytes(), url="https://example.org/a/page.html")
    assert_replays(page)
    loaded = load_page(page.to_json().encode())
    assert_same(loaded, page)
    assert (loaded.title, loaded.metadata) == (page.title, page.metadata)
    assert (loaded.comments, loaded.posts) == (page.comments, page.posts)
    assert (loaded.page_type, loaded.confidence) == (page.page_type, page.confidence)
    assert (loaded.warnings, loaded.encoding) == (page.warnings, page.encoding)
    assert loaded.blocks == page.blocks


@invented.thorough
@given(page=invented.pages)
def test_an_invented_page_is_the_same_from_its_record(page: Page) -> None:
    assert_replays(page)


@given(source=st.lists(st.sampled_from(sources.TOKENS), max_size=40).map("".join))
@settings(max_examples=150)
def test_any_source_is_the_same_from_its_record(source: str) -> None:
    assert_replays(extract(f"<p>{'A sentence of some length, to be kept. ' * 9}</p>{source}"))


@given(tree=sources.trees())
@settings(max_examples=100)
def test_any_tree_is_the_same_from_its_record(tree: Any) -> None:
    assert_replays(extract(tree))


DIRTY = (
    "\x01",
    "\x0b",
    "\x0c",
    "\r",
    "\r\n",
    "\x85",
    "\u202a",
    "\u202c",
    "\u2067",
    "\u2069",
    "\ud800",
    "\n",
    " ",
)
dirty = st.lists(
    st.sampled_from([*DIRTY, "a", "#", "?", "/x", "http://e.org/", "3", "[", "*"]), max_size=6
).map("".join)
dirty_marks = st.one_of(
    st.builds(lambda href, text: [Mark("a", href), text, Mark("/a")], dirty, dirty),
    st.builds(
        lambda kind, src, alt: [Mark(kind, src, alt)],
        st.sampled_from(["img", "embed", "emoji"]),
        dirty,
        dirty,
    ),
    st.lists(dirty, max_size=3),
)
dirty_attributes = st.fixed_dictionaries({}, optional={"value": dirty, "start": dirty, "lang": dirty})


@invented.thorough
@given(
    trees=st.lists(
        st.tuples(
            st.sampled_from(["p", "pre", "h2", "li", "td"]),
            dirty_attributes,
            st.lists(dirty_marks, min_size=1, max_size=2),
        ),
        max_size=4,
    ),
    outer=st.tuples(st.sampled_from(["ol", "div", "table", "pre"]), dirty_attributes),
    headline=st.integers(-1, 1),
)
def test_characters_that_no_output_has_change_nothing(trees: Any, outer: Any, headline: int) -> None:
    """JSON is clean of them, and yet what is read from it renders as the page does."""
    assert_replays(invented.page_of((*outer, trees), headline=headline))


LINK = [Mark("a", "/a\x01?"), "word", Mark("/a")]
LONG_LINK = [Mark("a", "mailto:" + "x" * 8_184 + "\x01\x01"), "word", Mark("/a")]
PERMALINK = [Mark("a", "\x01" + "x" * 9_000 + "#s"), "#", Mark("/a")]
CORNERS = {
    "a table by its roles": (
        "div",
        {"role": "table"},
        [
            ("div", {"role": "row"}, [("div", {"role": "columnheader"}, [[name]]) for name in ("a", "b")]),
            ("div", {"role": "row"}, [("div", {"role": "cell"}, [[name]]) for name in ("c", "d")]),
        ],
    ),
    "an alignment that is none": (
        "table",
        {},
        [
            ("tr", {}, [("td", {"align": 'x" onclick="y'}, [["a"]]), ("td", {}, [["b"]])]),
            ("tr", {}, [("td", {"align": 'x" onclick="y'}, [["c"]]), ("td", {"align": "\x01"}, [["d"]])]),
        ],
    ),
    "a foot before the body": (
        "table",
        {},
        [
            ("tfoot", {}, [("tr", {}, [("td", {}, [["a"]]), ("td", {}, [["b"]])])]),
            ("tbody", {}, [("tr", {}, [("td", {"align": "right"}, [["c"]]), ("td", {}, [["d"]])])]),
        ],
    ),
    "an image of nothing, a sign and a player": (
        "p",
        {},
        [[Mark("img"), "a", Mark("emoji", "", ":)"), Mark("embed", "https://e.org/v", "x\x01 [y]"), "b"]],
    ),
    "items of two parents are two lists": (
        "div",
        {},
        [("div", {}, [("li", {}, [["a"]])]), ("div", {}, [("li", {}, [["b"]])])],
    ),
    "a row that no head holds directly": (
        "table",
        {},
        [
            ("thead", {}, [("div", {}, [("tr", {}, [("td", {}, [["a"]]), ("td", {}, [["b"]])])])]),
            ("tr", {}, [("td", {}, [["c"]]), ("td", {}, [["d"]])]),
        ],
    ),
    "code that is not the first in its box": (
        "pre",
        {},
        [("span", {}, [["x"]]), ("code", {"lang": "python"}, [["y"]])],
    ),
    "code deeper in its box": ("pre", {}, [("span", {}, [("code", {"lang": "python"}, [["y"]])])]),
    "a newline behind a control character": ("pre", {}, [["\n\x00\nx"]]),
    "lines ended as on Windows": ("pre", {}, [["a\r\n  b\x01\r\nc"]]),
    "an address with a control character and an empty query": ("p", {}, [LINK]),
    "an address that is too long by its control characters": ("p", {}, [LONG_LINK]),
    "a heading's link to itself that is far too long": ("div", {}, [("h2", {}, [["Salt", *PERMALINK]])]),
    "a number with a control character": ("ol", {"start": "3\x01"}, [("li", {}, [["a"]])]),
    "an item's number that is none": ("ol", {"start": "5"}, [("li", {"value": "\x01"}, [["a"]])]),
    "a language with a control character": ("pre", {"lang": "py\x01"}, [["x"]]),
    "a blank behind a control character": ("p", {}, [["\x01 x \x01 y"]]),
    "a heading in two pieces": ("h2", {}, [["Price", "*"]]),
    "a turn of direction over two pieces": ("h2", {}, [["\u202aa", "b\u202c"]]),
}


@pytest.mark.parametrize("name", CORNERS)
@pytest.mark.parametrize("headline", [-1, 0])
def test_a_corner_is_the_same_from_its_record(name: str, headline: int) -> None:
    tree = ("body", {}, [("p", {}, [["First."]]), CORNERS[name]] if headline else [CORNERS[name]])
    assert_replays(invented.page_of(tree, headline=headline))


def test_a_record_brings_no_attributes_into_the_html() -> None:
    page = load_page(invented.page_of(("body", {}, [CORNERS["an alignment that is none"]])).to_dict())
    assert "<td>a</td>" in page.html
    assert "onclick" not in page.html


# The record is the data


def page_and_record() -> tuple[Page, dict[str, Any]]:
    page = extract((SAMPLES[0].parent / "news-donation-wpdiscuz.html").read_bytes())
    return page, json.loads(page.to_json())


def test_a_paragraph_dropped_by_hand_is_gone() -> None:
    page, record = page_and_record()
    at = next(i for i, b in enumerate(page.blocks) if b.role == "paragraph" and len(b.text) > 200)
    assert page.blocks[at].text in page.text
    record["blocks"][at]["kept"] = False
    changed = load_page(record)
    assert page.blocks[at].text not in changed.text
    paragraphs = page.markdown.split("\n\n")
    left = changed.markdown.split("\n\n")
    gone = [paragraph for paragraph in paragraphs if paragraph not in left]
    assert len(gone) == 1
    assert [paragraph for paragraph in paragraphs if paragraph not in gone] == left


def test_a_dropped_block_kept_by_hand_appears() -> None:
    page, record = page_and_record()
    at = next(i for i, b in enumerate(page.blocks) if b.role == "comment" and b.text.isalpha())
    assert len(page.blocks[at].text) > 3
    record["blocks"][at]["kept"] = True
    changed = load_page(record)
    assert len(changed.text.split(page.blocks[at].text)) == len(page.text.split(page.blocks[at].text)) + 1
    assert changed.blocks[at].kept


def test_what_is_rendered_already_is_not_looked_at() -> None:
    page, record = page_and_record()
    for name in ("text", "markdown", "html"):
        record[name] = "not this"
    record["source"] = "a.html"
    record["blocks"][0]["note"] = 1
    assert load_page(record).markdown == page.markdown


def test_a_list_and_a_table_come_back_as_such() -> None:
    page = extract(
        "<article><h1>Tide tables</h1><p>The harbour office publishes its tables each year, and sailors read "
        "them with care, because the bar cannot be crossed at low water.</p><ol start=3><li>Read the <b>date</b>, "
        "then the hour, which is given in local time.<li value=7>Add an hour in summer, as the office "
        "recommends.</ol><table><thead><tr><th>Port<th>High water</thead><tr><td>Velm<td>06:10<tr><td>Ost<td>07:45"
        "</table><pre><code class=language-python>print('tide')\n  twice</code></pre></article>"
    )
    record = json.loads(page.to_json())
    for block in record["blocks"]:
        block["kept"] = True
    markdown = load_page(record).markdown
    assert "3. Read the **date**, then" in markdown
    assert "7. " not in markdown  # Markdown counts on from the first
    assert "| Port | High water |\n| --- | --- |\n| Velm | 06:10 |\n" in markdown
    assert "```python\nprint('tide')\n  twice\n```" in markdown


def test_all_that_builds_an_outline_is_listed() -> None:
    assert {tag for tag in places.STRUCTURAL if tag[0] != "#"} <= LISTED_TAGS


def test_what_the_text_tells_is_not_said_twice() -> None:
    page, record = page_and_record()
    with_content = [block for block in record["blocks"] if "inline" in block]
    assert 0 < len(with_content) < len(page.blocks)
    plain = [b for b in with_content if all(isinstance(piece, str) for piece in b["inline"])]
    assert all(b["role"] in ("title", "heading") or not b["kept"] for b in plain)
    assert len(page.table.tag) > 2 * len(record["elements"])


def test_comments_come_back_with_all_they_say() -> None:
    page, record = page_and_record()
    loaded = load_page(record)
    assert len(loaded.comments) > 20
    assert loaded.comments == page.comments
    separate = Style(comments="separate")
    assert loaded.render("md", separate) == page.render("md", separate) != page.markdown
    record["comments"][0]["parent"] = len(page.comments)
    with pytest.raises(RecordError, match=r"comments\[0\]\.parent: is the index of no other one"):
        load_page(record)


# Damaged records


def _set(record: dict[str, Any], way: list[Any], value: Any) -> None:
    *outer, last = way
    for step in outer:
        record = record[step]
    if value is KeyError:
        del record[last]
    else:
        record[last] = value


SMALL = extract(
    "<article><h1>Salt <i>marsh</i></h1><p>They store <a href='/c'>carbon</a>, and more of it than most forests "
    "do, as the survey of the coast found.</p><ul><li>one<li value=3>two</ul></article>",
    url="https://example.org/",
).to_dict()
AT = next(i for i, block in enumerate(SMALL["blocks"]) if "carbon" in block["text"])
ITEM = next(i for i, row in enumerate(SMALL["elements"]) if row[0] == "li")


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        (["schema"], KeyError, "schema: is missing"),
        (["schema"], 2, "schema: is not 1, the only one that this version reads"),
        (["schema"], True, "schema: is not 1"),
        (["title"], 5, "title: is not a string"),
        (["title"], KeyError, "title: is missing"),
        (["metadata"], None, "metadata: is not an object"),
        (["metadata", "authors"], "Ann", "metadata.authors: is not a list"),
        (["metadata", "tags"], [1], "metadata.tags: does not hold strings only"),
        (["metadata", "date"], KeyError, "metadata.date: is missing"),
        (["comments"], {}, "comments: is not a list"),
        (["comments"], [3], "comments[0]: is not an object"),
        (["page_type"], "article", "page_type: is not an object"),
        (["page_type", "probability"], 1.5, "page_type.probability: is not a number from 0 to 1"),
        (["confidence"], None, "confidence: is not a number from 0 to 1"),
        (["confidence"], float("nan"), "confidence: is not a number from 0 to 1"),
        (["confidence"], 10**400, "confidence: is not a number from 0 to 1"),
        (["warnings"], [{"code": "x"}], "warnings[0].message: is missing"),
        (["encoding", "name"], [], "encoding.name: is not a string"),
        (["base_url"], 1, "base_url: is not a string"),
        (["headline"], 99, "headline: is the index of no block"),
        (["headline"], -2, "headline: is not an index"),
        (["headline"], True, "headline: is not an index"),
        (["blocks"], None, "blocks: is not a list"),
        (["blocks", 0], [], "blocks[0]: is not an object"),
        (["blocks", 0, "kept"], 1, "blocks[0].kept: is not true or false"),
        (["blocks", 0, "score"], "high", "blocks[0].score: is not a number from 0 to 1"),
        (["blocks", 0, "reason", "code"], KeyError, "blocks[0].reason.code: is missing"),
        (["blocks", 0, "xpath"], KeyError, "blocks[0].xpath: is missing"),
        (["blocks", 0, "element"], 99, "blocks[0].element: is the index of no element around the block"),
        (["blocks", 0, "element"], ITEM, "blocks[0].element: is the index of no element around the block"),
        (["blocks", AT, "inline"], "x", f"blocks[{AT}].inline: is not a list"),
        (["blocks", AT, "inline"], [["a", "/c"]], f"blocks[{AT}].inline: holds what is neither"),
        (
            ["blocks", AT, "inline"],
            [["a", "/c", ""]],
            f"blocks[{AT}].inline: holds marks that are not closed",
        ),
        (["blocks", AT, "inline"], [["/a", "", ""]], "holds marks that are unknown or do not balance"),
        (["blocks", AT, "inline"], [["a", "", ""], ["/b", "", ""]], "unknown or do not balance"),
        (["blocks", AT, "inline"], [["script", "", ""]], "unknown or do not balance"),
        (["elements"], KeyError, "elements: is missing"),
        (["elements", 0], ["h1", -1, 0], "elements[0]: is not a list of four or five"),
        (["elements", 0, 0], None, "elements[0]: does not begin with a tag and three whole numbers"),
        (["elements", 0, 2], 0.0, "elements[0]: does not begin with a tag and three whole numbers"),
        (["elements", 0, 1], 0, "elements[0]: does not stand in document order"),
        (["elements", 0, 1], 2, "elements[0]: does not stand in document order"),
        (["elements", ITEM, 1], 0, f"elements[{ITEM}]: does not stand in document order"),
        (["elements", 0, 3], 99, "elements[0]: has a span of blocks that there is not"),
        (["elements", ITEM, 2], 0, f"elements[{ITEM}]: has a span of blocks that there is not, or not in"),
        (["elements", 0], ["ol", -1, 0, 1, {"start": 3}], "elements[0]: has attributes that are not strings"),
    ],
)
def test_a_damaged_record_says_where(way: list[Any], value: Any, said: str) -> None:
    record = deepcopy(SMALL)
    _set(record, way, value)
    with pytest.raises(RecordError) as caught:
        load_page(record)
    assert said in str(caught.value)


def test_the_record_that_is_damaged_was_sound() -> None:
    assert load_page(deepcopy(SMALL)).to_dict() == SMALL


@pytest.mark.parametrize(
    "source", ["", "{", "[]", "null", "3", b"\xff\xfe\x00", "[" * 100_000, '{"schema": NaN}', "1" * 5_000]
)
def test_what_is_no_json_object_is_no_record(source: str | bytes) -> None:
    with pytest.raises(RecordError, match=r"record: is not (a )?JSON"):
        load_page(source)


def test_what_is_no_record_at_all_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="record must be a mapping, str or bytes, not list"):
        load_page([])  # type: ignore[arg-type]


ODD: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 12),
    st.floats(),
    st.text(max_size=3),
    st.sampled_from([[], {}, [""], ["li"], [["br", "", ""]], KeyError, 10**30, "ul", "pre", "\ud800"]),
)


def _ways(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way] * bool(way) + [found for key, each in inner for found in _ways(each, (*way, key))]


WAYS = _ways(SMALL)


@given(changes=st.lists(st.tuples(st.sampled_from(WAYS), ODD), min_size=1, max_size=3))
@settings(max_examples=400)
def test_a_changed_record_is_refused_or_renders(changes: list[tuple[tuple[Any, ...], Any]]) -> None:
    record = deepcopy(SMALL)
    for way, value in changes:
        try:
            _set(record, list(way), value)
        except (KeyError, IndexError, TypeError, AttributeError):  # an earlier change took that place away
            continue
    try:
        page = load_page(record)
    except RecordError:  # any other error fails the test
        return
    for form in ("md", "txt", "html", "json"):
        page.render(form, Style(comments="separate")).encode()
    assert load_page(page.to_json()).markdown == page.markdown


@pytest.mark.parametrize("load", [json.loads, lambda line: line, str.encode])
def test_a_record_is_read_from_all_it_can_be_in(load: Callable[[str], Any]) -> None:
    page, _ = page_and_record()
    assert load_page(load(page.to_json())).markdown == page.markdown


def test_a_footnote_in_preformatted_text_with_control_characters_is_the_same_from_its_record() -> None:
    tree = (
        "body",
        {},
        [
            ["See", Mark("ref", "1", "1"), "1", Mark("/ref")],
            (
                "pre",
                {},
                [[Mark("note", "1"), Mark("back", "1"), "1", Mark("/back"), "a\x01b\rc", Mark("/note")]],
            ),
        ],
    )
    page = invented.page_of(tree)
    page.table.noted.extend([0, 1])
    assert_replays(page)


@pytest.mark.parametrize("listed", ["", "x", "a-", "a-b", "a-99999999999", "-"])
def test_a_list_that_says_nonsense_of_its_parts_is_a_list(listed: str) -> None:
    """Records come from anywhere; no page has such an attribute."""
    page = page_of("<h1>T</h1><ul class=lst-kix_a-0><li>one</ul><ul class=lst-kix_a-1><li>two</ul>")
    record = page.to_dict()
    for element in record["elements"]:
        if len(element) > 4 and "listed" in element[4]:
            element[4]["listed"] = listed
    assert load_page(json.dumps(record)).markdown == "# T\n\n- one\n\n* two"
