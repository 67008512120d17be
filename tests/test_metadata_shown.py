"""Bylines, days and licences that readers see: what marks them, what stands beside them, what they are not."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

TEXT = "".join(
    f"<p>Paragraph {n} tells how the keeper of the lower lock opened the gate by hand that winter.</p>"
    for n in range(6)
)


def read(top: str = "", bottom: str = "", head: str = "", url: str | None = None) -> Metadata:
    body = f"<body><h1>The lower gate sticks again</h1>{top}{TEXT}{bottom}</body>"
    page = f"<html><head><title>The lower gate sticks again</title>{head}</head>{body}</html>"
    return read_metadata(collect(parse(page).roots[0]), url)


@pytest.mark.parametrize(
    "byline",
    [
        # "role", "bio", "time", "review", "follow" in an address, a rel or a label
        "<div><a class=author href='/author/carole-smith'>Ann Lee</a></div>",
        "<div><a class=author href='/author/fabio-rossi'>Ann Lee</a></div>",
        "<div><a class=author rel=nofollow href='/profile/ann'>Ann Lee</a></div>",
        "<div><a class='author url fn' rel=author href='https://www.exampletimes.org/author/ann-lee'>Ann Lee</a></div>",
        "<div><a class=byline-link aria-label='Read more about Ann Lee' href='/authors/ann'>Ann Lee</a></div>",
        # what is beside the name, where nothing but boxes part them
        "<div class=post-author><p>Ann Lee</p><small>December 17, 2025</small></div>",
        "<div class=post-author><div>Ann Lee</div><a href=/all>| View all posts</a></div>",
        "<div><span>Written by</span><span>Ann Lee</span></div>",
        "<div><b>By:</b><span>Ann Lee</span></div>",
        "<aside class=post-author>Ann Lee</aside>",
        "<p class=authored-by>Authored by: Ann Lee</p>",
    ],
)
def test_the_author_is_who_the_byline_names(byline: str) -> None:
    assert read(byline).authors == ("Ann Lee",)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=author-bio>Keeper of a lock</div>",
        "<div class=authorDescription>Keeper of a lock</div>",
        "<p class=author-role>Lock keeper</p>",
        "<a class=author-follow href=/follow>Keep up</a>",
        "<span class='byline-date'>Harle Weekly</span>",
    ],
)
def test_what_else_is_said_of_an_author_is_no_name(box: str) -> None:
    assert read(box).authors == ()


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=author content=admin>",
        "<meta name=author content=page.head.extra.author>",
        "<meta name=author content=undefined>",
        "<script type='application/ld+json'>"
        '{"@type": "Article", "headline": "x", "author": {"@type": "Person", "name": "admin"}}</script>',
        # nobody but who publishes it
        "<script type='application/ld+json'>"
        '{"@type": "Article", "publisher": {"@type": "Organization", "name": "Harle Locks"}, '
        '"author": {"@type": "Organization", "name": "Harle Locks"}}</script>',
    ],
)
def test_a_name_that_is_nobodys_leaves_the_byline_to_tell(head: str) -> None:
    assert read("<p>By Ann Lee</p>", head=head).authors == ("Ann Lee",)
    assert read("<p>By Ann Lee</p>", head="<meta name=author content='Bo Ek'>").authors == ("Bo Ek",)


@pytest.mark.parametrize(
    "span",
    [
        "16-19 March 2026",
        "16–19 March 2026",
        "16 to 19 March 2026",
        "16. bis 19. März 2026",
        "du 16 au 19 mars 2026",
        "28 February – 2 March 2026",
        "16/17 March 2026",
        "16 & 17 March 2026",
        "Date: 16 and 17 March 2026",
        "March 16–19, 2026",
        "March 16 to April 2, 2026",
    ],
)
def test_a_span_of_days_is_no_day_of_publication(span: str) -> None:
    assert read(f"<p>{span}</p>").date is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Monday, 16 March 2026", "2026-03-16"),
        ("10:30, 16 March 2026", "2026-03-16"),
        ("Posted on March 16, 2026 - 3 comments", "2026-03-16"),
        ("2 - 16 March 2026", None),
        ("16-03-2026", "2026-03-16"),
    ],
)
def test_a_day_is_one_whatever_stands_beside_it(line: str, day: str | None) -> None:
    assert read(f"<p>{line}</p>").date == day


@pytest.mark.parametrize(
    "head",
    [
        "<meta name=updated_at content='2025-10-23T08:00:00Z'>",
        "<meta property=og:article:modified_time content=2025-10-23>",
        "<meta name=last-updated content=2025-10-23>",
        "<meta name=updated content=2025-10-23>",
        "<meta name=last-modified-date content=2025-10-23>",
        "<meta name=article.modified_date content=2025-10-23>",
        "<meta property=cdc:last_updated content='October 23, 2025'>",
    ],
)
def test_the_day_of_a_change_is_read_whatever_a_site_calls_it(head: str) -> None:
    page = read(head=head)
    assert (page.published, (page.modified or "")[:10]) == (None, "2025-10-23")


def test_what_is_to_be_changed_or_was_read_is_no_change() -> None:
    head = "<meta name=next-update content=2025-10-23><meta name=price-updated content=2025-10-24>"
    assert read(head=head).modified is None


@pytest.mark.parametrize(
    "line",
    [
        "<ul id=footer-info><li id=footer-info-lastmod> This page was last edited on 2 March 2026, at 10:32.</li></ul>",
        "<footer><p>Diese Seite wurde zuletzt am 2. März 2026 um 10:32 Uhr bearbeitet.</p></footer>",
        "<footer><p>La dernière modification de cette page a été faite le 2 mars 2026 à 10:32.</p></footer>",
        "<div class=meta>Last updated on <b>Mar 2, 2026</b>.</div>",
        "<footer>© Copyright 2019. <span class=lastupdated>Last updated on Mar 02, 2026. </span></footer>",
        "<div><p>Last updated 2026-03-02 UTC.</p></div>",
    ],
)
def test_the_end_of_a_page_says_when_it_was_changed(line: str) -> None:
    for text in ("", TEXT * 20):
        assert (read(bottom=text + line).modified or "")[:10] == "2026-03-02"


@pytest.mark.parametrize(
    "line",
    [
        "<footer><p>Privacy policy (updated 2 March 2026)</p></footer>",
        "<footer><p>Website Last Modified: 2 March 2026</p></footer>",
        "<ul><li><a href=/x>Terms last updated on 2 March 2026</a></li></ul>",
        "<footer><p>© 2026 Harle Locks</p></footer>",
        "<ul><li>Updated 2 March 2026: gates</li><li>Updated 1 March 2026: locks</li></ul>",
    ],
)
def test_days_at_the_end_of_a_page_that_are_not_its_own(line: str) -> None:
    assert read(bottom=TEXT * 20 + line).modified is None


@pytest.mark.parametrize(
    ("section", "categories"),
    [
        ("Mills, Rivers, water power", ("Mills", "Rivers", "water power")),
        ("Books", ("Books",)),
    ],
)
def test_a_list_in_one_string_is_several_categories_where_plug_ins_write_it(
    section: str, categories: tuple[str, ...]
) -> None:
    for mark in ("#article", "#blogposting", "#richSnippet"):
        head = (
            '<script type="application/ld+json">{"@graph": [{"@type": "BlogPosting", '
            f'"@id": "https://mill.example/{mark}", "headline": "The lower gate sticks again", '
            f'"articleSection": "{section}"}}]}}</script>'
        )
        assert read(head=head).categories == categories


def test_a_comma_in_a_category_is_its_own_elsewhere() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "The lower gate sticks again", '
        '"articleSection": "Books, Films & Music"}</script>'
    )
    assert read(head=head).categories == ("Books, Films & Music",)
    assert read(head="<meta property=article:section content='https://mill.example/x'>").categories == ()


def test_tags_come_apart_and_what_a_system_notes_is_none() -> None:
    head = (
        "<meta property=article:tag content='gates,locks'>"
        "<meta name=keywords content='rivers, locale: US, displayType: standard article'>"
    )
    assert read(head=head).tags == ("gates", "locks", "rivers")


TEASER = (
    "<article class=post><h3><a href=/{0}>Another lock {0}</a></h3>"
    "<a rel='category tag' href='/category/c{0}/'>Cat {0}</a> <a rel=tag href='/tag/t{0}/'>Tag {0}</a></article>"
)


@pytest.mark.parametrize("tag", ["article", "li", "div"])
def test_tags_of_other_posts_are_not_those_of_the_page(tag: str) -> None:
    teasers = "".join(TEASER.format(n) for n in range(3))
    if tag != "article":
        teasers = teasers.replace("<article class=post", f"<{tag} class='hentry post'").replace(
            "</article>", f"</{tag}>"
        )
    own = "<p>By Ann Lee</p><a rel='category tag' href='/category/mills/'>Mills</a> <a rel=tag href=/tag/a/>A</a>"
    page = read(own, bottom=f"<h2>Related posts</h2>{teasers}")
    assert (page.categories, page.tags) == (("Mills",), ("A",))


@pytest.mark.parametrize(
    "line",
    [
        "<footer><p>Content is licensed under <a href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a></p></footer>",
        "<footer><small>Text is available under the <a href='//creativecommons.org/licenses/by/4.0/'>Creative"
        " Commons Attribution License</a>; more terms may apply.</small></footer>",
        "<footer><p>Dieses Werk ist lizenziert unter einer <a href='https://creativecommons.org/licenses/by/4.0/'>"
        "Creative Commons Lizenz</a>.</p></footer>",
        "<footer><p>Content is licensed under <a target=_blank rel='noopener noreferrer'"
        " href='https://creativecommons.org/licenses/by/4.0/'>CC BY</a></p></footer>",
    ],
)
def test_a_licence_in_the_foot_of_a_page_is_its_own(line: str) -> None:
    page = read(bottom=line, url="https://lock.example/a.html")
    assert (page.license or "").endswith("creativecommons.org/licenses/by/4.0/")


def test_the_licence_of_a_picture_is_not_that_of_the_page() -> None:
    picture = (
        "<figure><img src=a.jpg><figcaption>Photo by Bo Ek, licensed under"
        " <a href='https://creativecommons.org/licenses/by/2.0/'>CC BY 2.0</a></figcaption></figure>"
    )
    assert read(picture).license is None


@pytest.mark.parametrize(
    ("title", "h1", "url", "site"),
    [
        # named as the host is, or more fully, behind a headline in other words
        ("Locks, explained | Millbrook.com", "What is a lock?", "https://www.millbrook.com/locks", "Millbrook.com"),
        ("Locks, explained | Millbrook Blog", "What is a lock?", "https://millbrook.com/blog/locks", "Millbrook Blog"),
        ("Locks, explained | Harle Canal Trust", "What is a lock?", "https://harle.example/l", "Harle Canal Trust"),
        ("Locks, explained | HCT", "What is a lock?", "https://hct.example/l", "HCT"),
        ("Harle Canal: Locks, explained", "What is a lock?", "https://harlecanal.example/l", "Harle Canal"),
        # not the page's own headline, nor a sentence that has a word of the host's
        ("Harle two-leaf gates | Old ones", "Two-leaf gates", "https://harle.example/l", None),
        ("Locks | Pricing", "Pricing", "https://mill.example/l", None),
        ("Locks | Why the Harle canal has so many of them", "Locks", "https://harle.example/l", None),
    ],
)  # fmt: skip
def test_the_site_is_what_the_title_has_of_the_host(title: str, h1: str, url: str, site: str | None) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{h1}</h1>{TEXT}</body></html>"
    assert read_metadata(collect(parse(page).roots[0]), url).sitename == site
