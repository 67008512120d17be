"""What of a title is the site's name: before the headline, without blanks, alone, and in links to the front page."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.parts import site_behind, without_site
from boilerstrip.page import Metadata
from boilerstrip.parse import parse

URL = "https://www.example.com/2024/05/post.html"
LINKED = "<h1><a href='/'>Moth Hours</a></h1><h2>How to read a hedge</h2>"


def read(title: str, body: str, og: str = "", url: str | None = URL) -> Metadata:
    meta = f"<meta property='og:title' content='{og}'>" if og else ""
    html = f"<html><head><title>{title}</title>{meta}</head><body>{body}<p>Text.</p></body></html>"
    return read_metadata(collect(parse(html).roots[0]), url)


@pytest.mark.parametrize("sign", [": ", " | ", " — ", " » ", " - "])
@pytest.mark.parametrize(
    "headline", ["<h1>Moth Hours</h1>", "<h1>Moth Hours</h1><h1>How to read a hedge</h1>"]
)
def test_what_is_before_the_other_title_is_the_site(sign: str, headline: str) -> None:
    """Blogger, Tumblr and others write the blog's name first, and as the page's <h1>."""
    title = f"Moth Hours{sign}How to read a hedge"
    assert read(title, headline, og="How to read a hedge").title == "How to read a hedge"


def test_a_site_that_gives_its_name_to_every_page_does_not_own_the_headline() -> None:
    page = read("Reading a hedge | Moth Hours", "<h1>Reading a hedge</h1>", og="Moth Hours")
    assert page.title == "Reading a hedge"


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("Moth Hours: How to read a hedge", "/"),
        ("Moth Hours — How to read a hedge", "https://example.com/"),
        ("How to read a hedge", "/"),
        ("How to read a hedge - Moth Hours", "/"),
    ],
)
def test_an_h1_that_is_a_link_to_the_front_page_is_the_sites_name(title: str, home: str) -> None:
    page = read(title, LINKED.replace("'/'", f"'{home}'"))
    assert (page.title, page.sitename) == ("How to read a hedge", "Moth Hours")


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (LINKED.replace("'/'", "'/moth-hours'"), URL),
        (LINKED.replace("'/'", "'https://hedges.example.org/'"), URL),
        (LINKED, None),  # which may be the front page itself, with its motto
        (LINKED.replace("Hours</a>", "Hours</a>, a start"), URL),
    ],
    ids=["elsewhere on the site", "another site", "no address", "half of it"],
)
def test_other_links_in_an_h1_say_nothing_of_it(body: str, url: str | None) -> None:
    shown = "Moth Hours, a start" if "a start" in body else "Moth Hours"
    assert read(f"{shown}: How to read a hedge", body, url=url).title == shown


@pytest.mark.parametrize("title", ["Weir Post", "WEIR POST", "Home", "Startseite"])
def test_a_title_that_is_only_the_sites_name_gives_way_to_the_only_h1(title: str) -> None:
    logo = "<header><a href='/'><img alt='Weir Post' src='/l.png'></a><a href='/n'>News</a></header>"
    assert read(title, f"{logo}<h1>The night the cat slept</h1>").title == "The night the cat slept"
    assert read(title, f"{logo}<h1>One night</h1><h1>Two nights</h1>").title == title


def test_a_title_that_is_more_than_the_sites_name_stays() -> None:
    logo = "<header><a href='/'>Weir Post</a><a href='/n'>News</a></header>"
    assert read("Floods", f"{logo}<h1>The night the cat slept</h1>").title == "Floods"
    assert read("Floods - Weir Post", f"{logo}<h1>The night the cat slept</h1>").title == "Floods"
    front = read("Weir Post", f"{logo}<h1>The night the cat slept</h1>", url="https://www.example.com/")
    assert front.title == "Weir Post"


class TestEastern:
    @pytest.mark.parametrize(
        ("title", "rest"),
        [
            ("老城里的修表匠_江湾网", "老城里的修表匠"),
            ("老城里的修表匠_江湾网新闻频道", "老城里的修表匠"),
            ("老城里的修表匠：三代人_频道_江湾网", "老城里的修表匠：三代人"),
            ("老城里的修表匠_JW News", "老城里的修表匠"),
            ("老城里的修表匠丨江湾网", "老城里的修表匠"),
            ("古い時計を直す人びと｜朝の新聞", "古い時計を直す人びと"),
            ("老城里的修表匠|江湾网", "老城里的修表匠"),
            # a column's name before the headline, a hyphen and a dash inside it
            ("观察丨老城里的修表匠", "观察丨老城里的修表匠"),
            ("中国-东盟博览会开幕", "中国-东盟博览会开幕"),
            ("老城里的修表匠——三代人的铺子", "老城里的修表匠——三代人的铺子"),
            ("站_老城里的修表匠", "站_老城里的修表匠"),
            ("load_table and its_friends", "load_table and its_friends"),
            (
                "老城里的修表匠 | 三代人守着一间七平方米的铺子",
                "老城里的修表匠 | 三代人守着一间七平方米的铺子",
            ),
        ],
    )
    def test_signs_without_blanks_end_a_title(self, title: str, rest: str) -> None:
        assert without_site(title, []) == rest

    def test_a_known_name_goes_from_behind_weaker_signs(self) -> None:
        assert without_site("老城里的修表匠-江湾网", ["江湾网"]) == "老城里的修表匠"
        assert without_site("江湾网：老城里的修表匠", ["江湾网"]) == "老城里的修表匠"

    @pytest.mark.parametrize("tail", ["_江湾网", "丨江湾网", "-江湾网", "|江湾网", "——江湾网"])
    def test_the_h1_says_where_a_title_ends(self, tail: str) -> None:
        page = read(f"老城里的修表匠{tail}", "<article><h1>老城里的修表匠</h1>")
        assert (page.title, page.sitename) == ("老城里的修表匠", "江湾网")

    def test_an_h1_is_compared_by_pairs_of_characters(self) -> None:
        page = read("老城里修表匠的故事", "<h1>老城里的修表匠</h1>")
        assert page.title == "老城里的修表匠"
        assert read("老城里修表匠的故事", "<h1>今日推荐阅读</h1>").title == "老城里修表匠的故事"


class TestSite:
    @pytest.mark.parametrize(
        ("title", "headline", "site"),
        [
            ("Quick start – Lockworks", "Quick start", "Lockworks"),
            ("Quick start | Guide | Lockworks", "Quick start", "Lockworks"),
            ("Quick Start – Lockworks", "quick start", "Lockworks"),
            ("Quick start: a guide", "Quick start", ""),
            ("Quick starts - Lockworks", "Quick start", ""),
            ("Lockworks - Quick start", "Quick start", ""),
            ("Quick start - all that you need to begin today", "Quick start", ""),
            ("Quick start - ", "Quick start", ""),
            ("Quick start", "", ""),
        ],
    )
    def test_what_stands_behind_the_headline(self, title: str, headline: str, site: str) -> None:
        assert site_behind(title, headline) == site

    def test_the_h1_tells_the_sites_name_from_the_rest_of_a_title(self) -> None:
        page = read("Waxed jacket – Fell Gear", "<h1>Waxed jacket</h1>")
        assert (page.title, page.sitename) == ("Waxed jacket", "Fell Gear")
        assert read("Waxed jacket – Fell Gear", "<h2>Waxed jacket</h2>").sitename is None
        assert read("Example - A better way to write", "<h1>Example</h1>").sitename == "Example"


@pytest.mark.parametrize(
    "title",
    [
        "How to read a hedge (Page 1) / Lanes / Moth Hours",
        "How to read a hedge - Page 12 - Moth Hours",
        "How to read a hedge [Page 3] - Moth Hours",
        "How to read a hedge – Seite 2 | Moth Hours",
        "How to read a hedge - Страница 2 - Moth Hours",
        "Thema: How to read a hedge",
        "Тема: How to read a hedge",
    ],
)
def test_what_boards_write_beside_a_topic(title: str) -> None:
    assert read(title, "<h1>Moth Hours</h1>").title == "How to read a hedge"
    assert read("How to read a hedge", "<h1>Tema: How to read a hedge</h1>").title == "How to read a hedge"


@pytest.mark.parametrize(
    "title", ["Page 3", "The yellow page 3", "How to read a hedge (part 2)", "Home Page [2]", "Themata: four"]
)
def test_numbers_that_are_of_a_title(title: str) -> None:
    assert read(title, "").title == title


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("lock:gates [Lock Wiki]", "<h1><a href='/start'>Lock Wiki</a></h1><h1>Gates</h1>", ("Gates", None)),
        ("Gates [Lock Wiki]", "<h1>Lock Wiki</h1><h1>Gates</h1>", ("Gates", "Lock Wiki")),
        ("Gates [2nd edition]", "<h1>Lock Wiki</h1><h1>Of gates</h1>", ("Gates [2nd edition]", None)),
    ],
)
def test_the_site_stands_in_brackets_behind_the_name_of_a_wikis_page(
    title: str, body: str, expected: tuple[str, str | None]
) -> None:
    page = read(title, body, url="https://example.org/lock/gates")
    assert (page.title, page.sitename) == expected
