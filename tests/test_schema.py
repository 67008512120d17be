"""The published schema of JSON: every record is valid, and every field of one is described."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from boilerstrip import Page, RecordError, Style, extract, extract_text, load_page
from boilerstrip.cli.main import run
from boilerstrip.metadata.strings import web_url
from tests import test_render_properties as invented
from tests.outlines import bare, of_html
from tests.test_render import page_of

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
URL = "https://example.org/a/page.html"
FIGURE = """<main><h1>Tides</h1><p>Read <a href="/atlas">the <b>atlas</b></a> before you sail, and mind the times
it gives, which are those of the harbour and not of the bar.</p><figure><a href="big.jpg"><img src="map.jpg"
alt="A map"></a><figcaption>The bar in <i>1911</i>.</figcaption></figure><p>The bar moves a little every winter,
and the atlas says by how much it moved in each of the last forty years.<img src="x.png"></p>
<pre><a href="/no">x</a></pre><p>Nobody should sail over it by night, whatever the atlas says of the tide.</p></main>"""


def refuse(constant: str) -> NoReturn:
    raise AssertionError(f"{constant} is not JSON")


def assert_valid(page: Page) -> None:
    """The page's JSON, with blocks and without, is valid by the schema, and UTF-8."""
    for blocks in (True, False):
        line = page.to_json(blocks=blocks)
        record = json.loads(line.encode("utf-8"), parse_constant=refuse)
        assert [error.message for error in VALIDATOR.iter_errors(record)] == []
        assert ("blocks" in record) is blocks
        assert undescribed(record, SCHEMA) == []
        assert "\n" not in line


def undescribed(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Fields of a record that its schema says nothing of."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema:
        schema = next((one for one in schema["oneOf"] if one.get("type") == "object"), {})
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        missing = [f"{place}.{name}" for name in value if name not in known]
        return missing + [
            fault
            for name, inner in value.items()
            if name in known
            for fault in undescribed(inner, known[name], f"{place}.{name}")
        ]
    if isinstance(value, list) and "items" in schema:
        return [fault for inner in value for fault in undescribed(inner, schema["items"], f"{place}[]")]
    return []


def parts(schema: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that the schema has, with its own schema."""
    if isinstance(schema, dict):
        for name, inner in schema.get("properties", {}).items():
            yield f"{place}.{name}", inner
        for name, inner in schema.items():
            yield from parts(inner, f"{place}.{name}")
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner, place)


def test_the_schema_is_one_and_describes_every_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    found = list(parts(SCHEMA))
    assert len(found) > 50
    assert [place for place, schema in found if not schema.get("description", "").endswith(".")] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_valid(path: Path) -> None:
    assert_valid(extract(path.read_bytes(), URL))


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "dumps").glob("*.txt")), ids=lambda path: path.stem)
def test_a_dump_of_text_is_valid(path: Path) -> None:
    assert_valid(extract_text(path.read_bytes(), URL))


@pytest.mark.parametrize(
    "source",
    ["", " ", "<p>", "<!-- a -->", b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfe", "plain", b"\xc3"],
)
def test_a_page_with_nothing_on_it_is_valid(source: str | bytes) -> None:
    assert_valid(extract(source))
    assert_valid(extract_text(source))


@given(page=invented.pages)
@settings(max_examples=60)
def test_an_invented_page_is_valid(page: Page) -> None:
    assert_valid(page)


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_is_valid(text: str) -> None:
    assert_valid(extract(f"<title>{text}</title><p title='{text}'>{'Words of some length. ' * 20}{text}</p>"))
    assert_valid(extract_text(text))


def test_what_is_not_so_is_seen() -> None:
    record = extract(FIGURE, URL).to_dict()
    for name, value in (("schema", 2), ("text", None), ("confidence", 1.5), ("links", [{"url": ""}])):
        assert list(VALIDATOR.iter_errors(record | {name: value})), name
    del record["elements"]
    assert list(VALIDATOR.iter_errors(record))
    assert undescribed(record | {"new": 1}, SCHEMA) == [".new"]


# Links and images


def test_links_and_images_of_the_main_content() -> None:
    page = page_of(FIGURE, url=URL)
    blocks = [block.text for block in page.blocks]
    assert [link[:2] for link in page.links] == [
        ("https://example.org/atlas", "the atlas"),
        ("https://example.org/a/big.jpg", ""),
    ]
    assert [blocks[link.block][:4] for link in page.links] == ["Read", ""]
    assert [image[:3] for image in page.images] == [
        ("https://example.org/a/map.jpg", "A map", "The bar in 1911."),
        ("https://example.org/a/x.png", "", ""),
    ]
    assert [blocks[image.block][:7] for image in page.images] == ["", "The bar"]
    assert page.to_dict()["images"][0] == {
        "url": "https://example.org/a/map.jpg",
        "alt": "A map",
        "caption": "The bar in 1911.",
        "block": page.images[0].block,
    }
    none = page_of(FIGURE, url=URL, keep=False)
    assert (none.links, none.images) == ((), ())


def test_links_of_footnotes_are_those_of_what_they_say() -> None:
    page = page_of(
        "<p>See<sup id=r1><a href=#n1>1</a></sup> and <a href=/x>that</a>.</p>"
        "<ol><li id=n1>A note with <a href=/y>a link</a>. <a href=#r1>\u21a9</a></li></ol>",
        url=URL,
    )
    assert [(link.url, link.text) for link in page.links] == [
        ("https://example.org/x", "that"),
        ("https://example.org/y", "a link"),
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_links_and_images_are_those_of_the_html(path: Path) -> None:
    page = extract(path.read_bytes(), URL)
    outline = of_html(page.html)
    assert [(link.url, bare(link.text)) for link in page.links] == outline.links
    assert [(image.url, image.alt) for image in page.images] == outline.images
    for link in page.links:
        assert page.blocks[link.block].kept
    for address in (*(link.url for link in page.links), *(image.url for image in page.images)):
        assert web_url(address) or address.startswith(("mailto:", "tel:"))


# With blocks and without


def test_the_command_writes_blocks_where_they_are_asked_for(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "page.html").write_text(FIGURE)
    for arguments, has_blocks in (([], False), (["--blocks"], True)):
        for form in ("json", "jsonl"):
            assert run(["-f", form, "--url", URL, str(tmp_path / "page.html"), *arguments]) == 0
            record = json.loads(capsysbinary.readouterr().out)
            assert list(VALIDATOR.iter_errors(record)) == []
            assert ("blocks" in record) is has_blocks
            if has_blocks:
                assert load_page(record).markdown == extract(FIGURE, URL).markdown


def test_a_page_cannot_be_made_of_a_record_without_blocks() -> None:
    page = extract(FIGURE, URL)
    with pytest.raises(RecordError, match=r"blocks: is missing.*--blocks"):
        load_page(page.render("json", Style()))
    assert load_page(page.to_json()).links == page.links
    assert load_page(page.to_json()).images == page.images
