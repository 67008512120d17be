"""Where an image really is, by the attributes of its element."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from boilerstrip.block import Mark
from boilerstrip.images import image_kind, image_source
from boilerstrip.parse import parse
from boilerstrip.segment import segment


def source(**attributes: str) -> str | None:
    node = etree.Element("img")
    for name, value in attributes.items():
        node.set(name.replace("_", "-"), value)
    return image_source(node)


def test_a_plain_image_is_where_its_src_says() -> None:
    assert source(src=" /photos/lock gate.jpg\n") == "/photos/lock gate.jpg"


@pytest.mark.parametrize(
    "name", ["data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file"]
)
def test_the_address_of_a_lazy_loader_outranks_the_placeholder(name: str) -> None:
    node = etree.Element("img", {"src": "/img/loading.gif", name: "/photos/gate.jpg"})
    assert image_source(node) == "/photos/gate.jpg"


@pytest.mark.parametrize(
    "placeholder",
    [
        "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==",
        "about:blank",
        "/static/spacer.gif",
        "https://cdn.example.org/img/blank-16x9.png",
        "/1x1.png",
        "/img/TRANSPARENT.GIF",
        "lazy.svg",
        "/plugins/lazy-load/images/1x1.trans.gif",
        "/assets/placeholder.60f9b1840c.svg",
        "/g/transparent-pixel._V192234675_.gif?x=1",
        "/grey-placeholder.png",
        "/img/gray-pixel.gif",
        "/uploads/woocommerce-placeholder-400x400.png",
        "/uploads/woocommerce-placeholder.webp",
        "/assets/empty.png",
    ],
)
def test_a_placeholder_alone_is_no_image(placeholder: str) -> None:
    assert source(src=placeholder) is None
    assert source(src=placeholder, data_srcset="/photos/gate.jpg 2x") == "/photos/gate.jpg"


@pytest.mark.parametrize("name", ["photo.jpg", "/blanket/red.png", "/pixels.html", "spacer/photo.webp"])
def test_an_address_that_only_resembles_a_placeholder_is_an_image(name: str) -> None:
    assert source(src=name) == name


@pytest.mark.parametrize("size", [{"width": "1"}, {"height": "1px"}, {"width": "0", "height": "40"}])
def test_a_tracking_pixel_is_no_image(size: dict[str, str]) -> None:
    assert source(src="https://stats.example.org/p?id=1", **size) is None


def test_sizes_of_a_real_image_do_not_matter() -> None:
    assert source(src="a.jpg", width="100%", height="10") == "a.jpg"


@pytest.mark.parametrize(
    ("srcset", "largest"),
    [
        ("a.jpg", "a.jpg"),
        ("a.jpg 320w, b.jpg 1024w, c.jpg 640w", "b.jpg"),
        ("a.jpg 1x, b.jpg 2x", "b.jpg"),
        ("a.jpg, b.jpg 1.5x", "b.jpg"),
        ("a.jpg 2x, b.jpg 2x", "a.jpg"),
        ("\n  a.jpg 320w,\n  b.jpg 640w\n", "b.jpg"),
        ("a.jpg 320w,b.jpg 640w", "b.jpg"),
        ("/w_320,h_200/a.jpg 320w, /w_640,h_400/a.jpg 640w", "/w_640,h_400/a.jpg"),
        ("data:image/gif;base64,R0lGOD 1x, b.jpg 2x", "b.jpg"),
        ("a.jpg 100w 50h, b.jpg 90w", "a.jpg"),
        ("a.jpg wide, b.jpg 2x", "b.jpg"),
        ("", None),
        (" , ,", None),
        ("a.jpg -5w", None),
        ("a.jpg nanw", None),
    ],
)
def test_of_several_candidates_the_largest_is_taken(srcset: str, largest: str | None) -> None:
    assert source(srcset=srcset) == largest


def test_an_image_without_any_address_is_none() -> None:
    assert source() is None
    assert source(alt="x", src="  ") is None


@given(st.text(st.sampled_from("ab.jpg/ ,wx12\t\n:-e"), max_size=40))
def test_any_list_of_candidates_gives_an_address_from_it_or_none(srcset: str) -> None:
    found = source(srcset=srcset)
    assert found is None or (found in srcset and found == found.strip(" ,\t\n"))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "pixel-6-review.png",
            "lazy-afternoon.png",
            "blank-canvas.png",
            "loading-dock.png",
            "empty-dock.png",
        ),
        *("grey.png", "grey-gate.png", "woocommerce.svg", "transparent.poster.png", "empty.jpg"),
    ],
)
def test_a_name_that_only_begins_like_a_placeholder_is_an_image(name: str) -> None:
    assert image_source(etree.fromstring(f'<img src="/photos/{name}"/>')) == f"/photos/{name}"


@pytest.mark.parametrize(
    "name", ["spacer.gif", "1x1.png", "lazy-placeholder.svg", "blank_300x200.gif?v=2", "Loading.gif"]
)
def test_a_placeholder_is_no_image(name: str) -> None:
    assert image_source(etree.fromstring(f'<img src="/assets/{name}"/>')) is None


@pytest.mark.parametrize(
    ("source", "attributes", "kind"),
    [
        ("/a.jpg", {}, None),
        ("/a.jpg", {"class": "wp-image-7 alignleft"}, None),
        ("/a.jpg", {"class": "emojipedia avatarless smileyface"}, None),
        ("/a.jpg", {"class": "photo avatar-64"}, "furniture"),
        ("/a.jpg", {"class": "userAvatar"}, None),
        ("/a.jpg", {"class": "Emoji Emoji--forText"}, "emoji"),
        ("/a.jpg", {"class": "wp-smiley"}, "emoji"),
        ("/a.jpg", {"class": "smilie smilie--sprite smilie--sprite1"}, "emoji"),
        ("https://s.w.org/images/core/emoji/72x72/1f600.png", {}, "emoji"),
        ("/movies/the-emoji-movie.jpg", {}, None),
        ("https://pixel.wp.com/g.gif?v=ext", {}, "furniture"),
        ("https://www.facebook.com/tr?id=1&ev=PageView", {}, "furniture"),
        ("https://example.org/?u=https://pixel.wp.com.example.net/x", {}, None),
        ("/a.jpg", {"width": "2"}, "furniture"),
        ("/a.jpg", {"src": "/a.jpg", "style": "width:1px;height:1px"}, "furniture"),
        ("/a.jpg", {"src": "/a.jpg", "style": "max-width:1px;"}, None),
        ("/a.jpg", {"src": "/t.jpg", "data-src": "/a.jpg", "style": "display:none"}, None),
    ],
)
def test_what_an_image_shows_is_told_by_its_class_and_address(
    source: str, attributes: dict[str, str], kind: str | None
) -> None:
    assert image_kind(source, attributes) == kind


def test_a_picture_gives_its_best_candidate_however_it_was_parsed() -> None:
    for source in (
        '<picture><source srcset="/a.jpg 1x, /b.jpg 2x"/><source srcset="/c.jpg"/><img src="about:blank"/></picture>',
        '<picture><source srcset="/a.jpg 1x, /b.jpg 2x"><source srcset="/c.jpg"><img/></source></source></picture>',
    ):
        picture = etree.fromstring(source)
        assert image_source(next(picture.iter("img"))) == "/b.jpg"


@pytest.mark.parametrize(
    "blank", ["//cdn.example/gate_{width}x.jpg", "/im/{w}/gate.jpg", "/im/gate{.width}.jpg"]
)
def test_an_address_that_lacks_its_size_is_none(blank: str) -> None:
    assert source(src="/gate_300x.jpg", data_src=blank) == "/gate_300x.jpg"
    assert source(data_srcset=f"{blank} 2x, /gate.jpg 1x") == "/gate.jpg"
    whole = source(src=blank)  # where there is no other
    assert whole is not None
    assert "1024" in whole
    assert "{" not in whole
    alone = segment(parse(f"<p>a <img data-src='{blank}'> b</p>").roots)
    assert [p.value for p in alone.inline[0] if isinstance(p, Mark)] == [whole]
    page = f"<p>a <img data-src='{blank}' src='/b.jpg'> <img srcset='{blank} 2x, /c.jpg 1x'></p>"
    table = segment(parse(page).roots)
    assert [p.value for p in table.inline[0] if isinstance(p, Mark)] == ["/b.jpg", "/c.jpg"]


@pytest.mark.parametrize("name", ["gate{1}.jpg", "gate{}.jpg", "{gate.jpg", "{ga te}.jpg"])
def test_an_address_with_braces_is_one(name: str) -> None:
    assert source(src="/small.jpg", data_src=f"/photos/{name}") == f"/photos/{name}"
