"""What pages say about themselves: each field, each source, and sources that lie."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from boilerstrip.metadata import base_url, collect, read_metadata
from boilerstrip.metadata.dates import iso_date
from boilerstrip.metadata.parts import without_site
from boilerstrip.metadata.people import author_names, shown_authors
from boilerstrip.metadata.strings import clean, web_url
from boilerstrip.page import Metadata
from boilerstrip.parse import parse
from tests.lines import lines_run

URL = "https://www.example.com/news/bridge-opens"


def read(html: str, url: str | None = URL) -> Metadata:
    return read_metadata(collect(parse(html).roots[0]), url)


def metas(**contents: str) -> str:
    """`<meta>` elements; "og_title" stands for "og:title"."""
    return "".join(
        f'<meta property="{key.replace("_", ":", 1)}" content="{value}">' for key, value in contents.items()
    )


def ld(*objects: Any) -> str:
    """JSON-LD scripts of these objects."""
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects)


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Old bridge opens again",
    "author": {"@type": "Person", "name": "Ann Lee"},
    "publisher": {"@type": "Organization", "name": "Riverside Post"},
    "datePublished": "2024-01-05T10:15:00+01:00",
    "dateModified": "2024-01-06T08:00:00+01:00",
    "description": "After two years of works the bridge is open.",
    "image": {"@type": "ImageObject", "url": "https://cdn.example.com/bridge.jpg"},
    "articleSection": ["City"],
    "keywords": "bridge, river, works",
    "inLanguage": "en-GB",
    "license": "https://creativecommons.org/licenses/by/4.0/",
}


def test_a_page_with_everything() -> None:
    html = f"""<html lang="en_gb"><head><title>Old bridge opens again | Riverside Post</title>
        <link rel="canonical" href="/news/bridge">{metas(og_site_name="Riverside Post")}{ld(ARTICLE)}</head>
        <body><h1>Old bridge opens again</h1><p>It was closed.</p></body></html>"""
    assert read(html) == Metadata(
        title="Old bridge opens again",
        authors=("Ann Lee",),
        author="Ann Lee",
        date="2024-01-05",
        published="2024-01-05T10:15:00+01:00",
        modified="2024-01-06T08:00:00+01:00",
        sitename="Riverside Post",
        url="https://www.example.com/news/bridge",
        hostname="example.com",
        description="After two years of works the bridge is open.",
        language="en-GB",
        image="https://cdn.example.com/bridge.jpg",
        categories=("City",),
        tags=("bridge", "river", "works"),
        license="https://creativecommons.org/licenses/by/4.0/",
    )


def test_a_page_with_nothing() -> None:
    assert read("<p>text</p>", None) == Metadata()


def test_the_tree_is_not_changed() -> None:
    html = f"<html><head>{ld(ARTICLE)}</head><body><h1>A <b>b</b></h1><p class=byline>By Ann Lee</p></body></html>"
    root = parse(html).roots[0]
    before = etree.tostring(root)
    read_metadata(collect(root), URL)
    assert etree.tostring(root) == before


class TestTitle:
    @pytest.mark.parametrize(
        ("title", "sites", "rest"),
        [
            ("Old bridge opens | Riverside Post", ["Riverside Post"], "Old bridge opens"),
            ("Old bridge opens - Riverside Post", ["Riverside Post"], "Old bridge opens"),
            ("Riverside Post: Old bridge opens", ["Riverside Post"], "Old bridge opens"),
            ("Riverside Post | Old bridge opens", ["Riverside Post"], "Old bridge opens"),
            ("Old bridge opens - City - Riverside Post", ["Riverside Post"], "Old bridge opens - City"),
            ("Old bridge opens — riversidepost.com", ["riversidepost.com"], "Old bridge opens"),
            ("Old bridge opens · The Post", [], "Old bridge opens"),
            ("Old bridge opens - again and again", [], "Old bridge opens - again and again"),
            ("Bridges: a history of the oldest ones", [], "Bridges: a history of the oldest ones"),
            ("Self-driving cars", ["cars"], "Self-driving cars"),
            ("Riverside Post", ["Riverside Post"], "Riverside Post"),
            ("A | B", [], "A | B"),
        ],
    )
    def test_without_site(self, title: str, sites: list[str], rest: str) -> None:
        assert without_site(title, sites) == rest

    @pytest.mark.parametrize(
        ("head", "body", "title"),
        [
            # the sources, strongest first
            (ld(ARTICLE) + metas(og_title="Other") + "<title>Third</title>", "", "Old bridge opens again"),
            (metas(og_title="Second title") + "<title>Third title</title>", "", "Second title"),
            (
                "<meta name=citation_title content='A study of bridges'><title>PDF</title>",
                "",
                "A study of bridges",
            ),
            ("<title>Third title</title>", "", "Third title"),
            ("", "<h1>Only a headline</h1>", "Only a headline"),
            # the headline on the page says where the title ends
            (
                "<title>Old bridge opens - City - News</title>",
                "<h1>Old bridge opens</h1>",
                "Old bridge opens",
            ),
            (
                "<title>Bridge open again</title>",
                "<h1>The old bridge is open again</h1>",
                "The old bridge is open again",
            ),
            ("<title>Bridge open again</title>", "<h1>Welcome</h1>", "Bridge open again"),
            (
                metas(og_site_name="The Post") + "<title>Bridge open</title>",
                "<h1>The Post</h1>",
                "Bridge open",
            ),
            ("<title>Quickstart - Docs</title>", "<h1>Quickstart<a href='#q'>¶</a></h1>", "Quickstart"),
            ("<title>Don't look - Post</title>", "<h1>Don\u2019t look</h1>", "Don\u2019t look"),
            # a headline cut to what search engines take
            (
                ld({**ARTICLE, "headline": "A long story of the"})
                + "<title>A long story of the bridge</title>",
                "",
                "A long story of the bridge",
            ),
            # escaped twice, tags, white space, controls
            ("<title>Fish &amp;amp; chips\n  \x07now</title>", "", "Fish & chips now"),
            (metas(og_title="The &lt;em&gt;old&lt;/em&gt; bridge"), "", "The old bridge"),
            ("<title>What &lt;canvas&gt; is for</title>", "", "What <canvas> is for"),
            ("<title></title>", "<svg><title>Icon</title></svg><p>text</p>", None),
        ],
    )
    def test_of_a_page(self, head: str, body: str, title: str | None) -> None:
        assert read(f"<html><head>{head}</head><body>{body}</body></html>").title == title

    def test_a_front_page_keeps_its_motto(self) -> None:
        assert (
            read("<title>Post: all the news</title><h1>News</h1>", "https://post.com/").title
            == "Post: all the news"
        )

    def test_breaks_divide_words_and_styles_are_no_words(self) -> None:
        html = "<title>Data Analytics Agency - X</title><h1>Data Analytics<br>Agency<style>.a{}</style></h1>"
        assert read(html).title == "Data Analytics Agency"


class TestAuthors:
    @pytest.mark.parametrize(
        ("byline", "names"),
        [
            ("Ann Lee", ["Ann Lee"]),
            ("By Ann Lee", ["Ann Lee"]),
            ("von Ann Lee", ["Ann Lee"]),
            ("Written by: Ann Lee", ["Ann Lee"]),
            ("Ann Lee and Bo Ek", ["Ann Lee", "Bo Ek"]),
            ("Ann Lee & Bo Ek", ["Ann Lee", "Bo Ek"]),
            ("Ann Lee, Bo Ek and Cy Diaz", ["Ann Lee", "Bo Ek", "Cy Diaz"]),
            ("Ann Lee; Bo Ek", ["Ann Lee", "Bo Ek"]),
            ("Lee, Ann", ["Lee, Ann"]),
            ("Ann Lee, MD, PhD", ["Ann Lee, MD, PhD"]),
            ("Department of Health and Safety", ["Department of Health and Safety"]),
            ("Ann Lee <ann@example.com>", ["Ann Lee"]),
            ("ann@example.com", []),
            ("https://facebook.com/ann", []),
            ("admin", []),
            ("@annlee", []),
            ("", []),
            ("—", []),
            ("x" * 150, []),
        ],
    )
    def test_names(self, byline: str, names: list[str]) -> None:
        assert author_names([byline]) == names

    @pytest.mark.parametrize(
        ("bylines", "names"),
        [
            (["By Ann Lee Published on July 18, 2025"], ["Ann Lee"]),
            (["By Ann Lee - June 12, 2025"], ["Ann Lee"]),
            (["Ann Lee Jul 18, 2025 7 min"], ["Ann Lee"]),
            (["ByAnn Lee"], ["Ann Lee"]),
            (["by annlee94 on 2 May"], ["annlee94"]),
            (["Written by", "Ann Lee · 5 min read"], ["Ann Lee"]),
            (["By refusing to buy plastic you help the seas and their fish.", "Ann Lee"], ["Ann Lee"]),
            (["May Chen"], ["May Chen"]),
            ([], []),
        ],
    )
    def test_visible(self, bylines: list[str], names: list[str]) -> None:
        assert shown_authors(bylines) == names

    @pytest.mark.parametrize(
        ("head", "body", "authors"),
        [
            (ld(ARTICLE) + '<meta name="author" content="Someone Else">', "", ("Ann Lee",)),
            (
                ld({**ARTICLE, "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}, {"name": "ann lee"}]}),
                "",
                ("Ann Lee", "Bo Ek"),
            ),
            (ld({**ARTICLE, "author": "Ann Lee and Bo Ek"}), "", ("Ann Lee", "Bo Ek")),
            (
                ld(
                    {
                        "@graph": [
                            {**ARTICLE, "author": {"@id": "#a"}},
                            {"@id": "#a", "@type": "Person", "name": "Ann Lee"},
                        ]
                    }
                ),
                "",
                ("Ann Lee",),
            ),
            (
                '<meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Ek, Bo">',
                "",
                ("Lee, Ann", "Ek, Bo"),
            ),
            (
                '<meta property="article:author" content="https://facebook.com/ann"><meta name="author" content="Ann Lee">',
                "",
                ("Ann Lee",),
            ),
            (
                '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">',
                "",
                ("Ann Lee",),
            ),
            (
                '<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="Ann Lee">',
                "",
                (),
            ),
            ("", '<h1>T</h1><div class="meta"><span class="author-name">Ann Lee</span></div>', ("Ann Lee",)),
            ("", '<h1>T</h1><p>By <a href="/people/7">Ann Lee</a></p>', ("Ann Lee",)),
            ("", "<h1>T</h1><p><span>By</span> <b>Ann Lee</b></p>", ("Ann Lee",)),
            ("", '<h1>T</h1><a rel="author" href="/x">Ann Lee</a>', ("Ann Lee",)),
            ("", '<h1>T</h1><div class="author-bio">Ann Lee writes about fish.</div>', ()),
            ("", "<h1>T</h1>" + "<p>word</p>" * 100 + '<span class="author">Far Below</span>', ()),
        ],
    )
    def test_of_a_page(self, head: str, body: str, authors: tuple[str, ...]) -> None:
        assert read(f"<html><head>{head}</head><body>{body}</body></html>").authors == authors

    def test_the_site_signs_only_where_nobody_else_does(self) -> None:
        signed = ld({**ARTICLE, "author": {"name": "Riverside Post"}})
        assert read(signed + "<p>x</p>").authors == ("Riverside Post",)
        assert read(signed + '<meta name="author" content="Ann Lee">').authors == ("Ann Lee",)

    def test_joined(self) -> None:
        assert read('<meta name="author" content="Ann Lee and Bo Ek">').author == "Ann Lee; Bo Ek"


class TestDates:
    @pytest.mark.parametrize(
        ("text", "iso"),
        [
            ("2024-01-05", "2024-01-05"),
            ("2024-1-5", "2024-01-05"),
            ("2024/01/05", "2024-01-05"),
            ("2024.01.05", "2024-01-05"),
            ("20240105", "2024-01-05"),
            ("2024-01-05T10:15:00Z", "2024-01-05T10:15:00Z"),
            ("2024-01-05T10:15:00.123+01:00", "2024-01-05T10:15:00+01:00"),
            ("2024-01-05 10:15:00 -0500", "2024-01-05T10:15:00-05:00"),
            ("2024-01-05T10:15", "2024-01-05T10:15:00"),
            ("20240105T101500Z", "2024-01-05T10:15:00Z"),
            ("Fri, 05 Jan 2024 10:15:00 +0100", "2024-01-05T10:15:00+01:00"),
            ("Fri, 05 Jan 2024 10:15:00 GMT", "2024-01-05T10:15:00Z"),
            ("Fri Jan 05 2024 10:15:00 GMT+0100 (CET)", "2024-01-05T10:15:00+01:00"),
            ("January 5, 2024", "2024-01-05"),
            ("Jan. 5, 2024 at 3:07 pm", "2024-01-05T15:07:00"),
            ("Updated: January 5th, 2024, 12:30 a.m.", "2024-01-05T00:30:00"),
            ("5 Jan 2024", "2024-01-05"),
            ("5. Januar 2024", "2024-01-05"),
            ("5. März 2024", "2024-03-05"),
            ("5 de enero de 2024", "2024-01-05"),
            ("5 août 2024", "2024-08-05"),
            ("5 stycznia 2024", "2024-01-05"),
            ("5 января 2024", "2024-01-05"),
            ("2024年1月5日", "2024-01-05"),
            ("2024 Jan 5", "2024-01-05"),
            ("05.01.2024", "2024-01-05"),
            ("05/01/2024", "2024-05-01"),
            ("25/01/2024", "2024-01-25"),
            ("01/25/2024", "2024-01-25"),
            ("1704449700", "2024-01-05T10:15:00Z"),
            ("1704449700000", "2024-01-05T10:15:00Z"),
            ("2024-01-05T99:99:99", "2024-01-05"),
            ("2024-01-05T10:15:00+99:99", "2024-01-05T10:15:00"),
            ("2024-02-30", None),
            ("2024-13-01", None),
            ("0000-00-00", None),
            ("31.04.2024", None),
            ("2024", None),
            ("99999999999999999999999999", None),
            ("9" * 10, None),
            ("1234567-01-01", None),
            ("yesterday", None),
            ("", None),
        ],
    )
    def test_formats(self, text: str, iso: str | None) -> None:
        assert iso_date(text) == iso

    def test_day_first_where_the_language_says_so(self) -> None:
        assert iso_date("05/01/2024", month_first=False) == "2024-01-05"
        assert read('<html lang="fr"><meta name="date" content="05/01/2024"></html>').date == "2024-01-05"

    @pytest.mark.parametrize(
        ("head", "body", "published", "modified"),
        [
            (
                ld(ARTICLE) + metas(article_published_time="2001-01-01"),
                "",
                "2024-01-05T10:15:00+01:00",
                "2024-01-06T08:00:00+01:00",
            ),
            (
                metas(article_published_time="2024-01-05", article_modified_time="2024-02-01"),
                "",
                "2024-01-05",
                "2024-02-01",
            ),
            (
                '<meta name="govuk:first-published-at" content="2024-01-05">'
                '<meta name="govuk:public-updated-at" content="2024-02-01">',
                "",
                "2024-01-05",
                "2024-02-01",
            ),
            ('<meta itemprop="datePublished" content="2024-01-05">', "", "2024-01-05", None),
            ('<meta name="citation_publication_date" content="2024/01/05">', "", "2024-01-05", None),
            ('<meta name="w-published-date" content="2024-01-05">', "", "2024-01-05", None),
            ('<meta name="expiration-date" content="2034-01-05">', "", None, None),
            (
                '<meta name="date" content="soon"><meta name="pubdate" content="2024-01-05">',
                "",
                "2024-01-05",
                None,
            ),
            (
                "",
                '<time class="entry-date published" datetime="2024-01-05">x</time><time class="updated" datetime="2024-02-01">y</time>',
                "2024-01-05",
                "2024-02-01",
            ),
            ("", '<time datetime="2024-01-05">5 January</time>', "2024-01-05", None),
            ("", "<h1>T</h1><p>January 5, 2024 • 7 min read</p><footer>© 2026</footer>", "2024-01-05", None),
            (
                "",
                "<p>News</p><time datetime='2021-01-01'></time><h1>T</h1><time datetime='2024-01-05T08:00Z'></time><time datetime='2024-03-01'></time>",
                "2024-01-05T08:00:00Z",
                None,
            ),
            ("", "<h1>T</h1><p>In 2024 and 2025 we built bridges.</p>", None, None),
        ],
    )
    def test_of_a_page(self, head: str, body: str, published: str | None, modified: str | None) -> None:
        found = read(f"<html><head>{head}</head><body>{body}</body></html>")
        assert (found.published, found.modified) == (published, modified)

    def test_the_day_is_the_published_else_the_modified(self) -> None:
        assert read(ld(ARTICLE)).date == "2024-01-05"
        assert read(metas(article_modified_time="2024-02-01T00:00:00Z")).date == "2024-02-01"


class TestAddresses:
    @pytest.mark.parametrize(
        ("value", "base", "url"),
        [
            ("https://a.com/x", None, "https://a.com/x"),
            ("/x", "https://a.com/y/z", "https://a.com/x"),
            ("//cdn.com/x", "https://a.com/", "https://cdn.com/x"),
            ("x y", "https://a.com/b/", "https://a.com/b/x%20y"),
            (" https://a.com/\n x\t", None, "https://a.com/%20x"),
            ("HTTP://A.com/x", None, "HTTP://A.com/x"),
            ("/x", None, None),
            ("javascript:alert(1)", "https://a.com/", None),
            ("java\nscript:alert(1)", "https://a.com/", None),
            ("data:text/html,x", "https://a.com/", None),
            ("file:///etc/passwd", None, None),
            ("https://", None, None),
            ("http://[x", None, None),
            ("//[x", "https://a.com/", None),
            ("https://a.com/" + "x" * 9000, None, None),
            ("", "https://a.com/", None),
            (None, "https://a.com/", None),
            (["https://a.com/"], None, None),
        ],
    )
    def test_web_url(self, value: object, base: str | None, url: str | None) -> None:
        assert web_url(value, base) == url

    @pytest.mark.parametrize(
        ("head", "given", "url"),
        [
            ('<link rel="canonical" href="https://example.com/a">', URL, "https://example.com/a"),
            ('<link rel="canonical" href="/a">', URL, "https://www.example.com/a"),
            ('<link rel="canonical" href="/">', URL, URL),
            ('<link rel="canonical" href="https://example.com">', URL, URL),
            (
                '<link rel="canonical" href="https://example.com/">',
                "https://example.com/",
                "https://example.com/",
            ),
            ('<link rel="canonical" href="https://example.com/">', None, "https://example.com/"),
            (
                '<link rel="canonical" href="javascript:0">' + metas(og_url="https://example.com/b"),
                URL,
                "https://example.com/b",
            ),
            ("", URL, URL),
            ("", "not an address", None),
            ("", None, None),
        ],
    )
    def test_url(self, head: str, given: str | None, url: str | None) -> None:
        assert read(f"<html><head>{head}</head><body>x</body></html>", given).url == url

    def test_hostname(self) -> None:
        assert read("<p>x</p>", "https://www.Example.co.uk:8080/a").hostname == "example.co.uk"

    @pytest.mark.parametrize(
        ("head", "base"),
        [
            ("", URL),
            ('<base href="/docs/">', "https://www.example.com/docs/"),
            ('<base target="_blank"><base href="https://other.org/x">', "https://other.org/x"),
            ('<base href="javascript:0">', URL),
        ],
    )
    def test_base_url(self, head: str, base: str) -> None:
        assert (
            base_url(collect(parse(f"<html><head>{head}</head><body>x</body></html>").roots[0]), URL) == base
        )

    def test_base_url_without_any(self) -> None:
        assert base_url(collect(parse("<p>x</p>").roots[0]), None) is None

    @pytest.mark.parametrize(
        ("head", "image"),
        [
            (ld({**ARTICLE, "image": ["/a.jpg", "/b.jpg"]}), "https://www.example.com/a.jpg"),
            (
                ld({"@graph": [{**ARTICLE, "image": {"@id": "#i"}}, {"@id": "#i", "contentUrl": "/c.png"}]}),
                "https://www.example.com/c.png",
            ),
            (metas(og_image="/d.png"), "https://www.example.com/d.png"),
            ('<link rel="image_src" href="e.png">', "https://www.example.com/news/e.png"),
            (metas(og_image="data:image/png;base64,AAAA"), None),
        ],
    )
    def test_image(self, head: str, image: str | None) -> None:
        assert read(f"<html><head>{head}</head><body>x</body></html>").image == image


class TestOtherFields:
    @pytest.mark.parametrize(
        ("html", "language"),
        [
            ('<html lang="en_US">', "en-US"),
            ('<html lang="DE">', "de"),
            ('<html lang="zh-hans-cn">', "zh-Hans-CN"),
            ('<html lang="">' + metas(og_locale="pt_BR"), "pt-BR"),
            ('<meta http-equiv="content-language" content="fr, en">', "fr"),
            (ld({**ARTICLE, "inLanguage": {"@type": "Language", "name": "es"}}), "es"),
            ('<html lang="{{ locale }}">', None),
        ],
    )
    def test_language(self, html: str, language: str | None) -> None:
        assert read(html + "<body>x</body>").language == language

    @pytest.mark.parametrize(
        ("head", "sitename"),
        [
            (metas(og_site_name="The Post") + ld(ARTICLE), "The Post"),
            (ld(ARTICLE), "Riverside Post"),
            (ld({"@type": "WebSite", "name": "The Site"}), "The Site"),
            ('<meta name="application-name" content="The App">', "The App"),
            (
                '<meta name="application-name" content="pretalx"><meta name=generator content="Pretalx v2">',
                None,
            ),
            ('<meta name="application-name" content="The App"><meta name=generator content=App>', "The App"),
            ("<title>Bridge opens | Example</title>", "Example"),
            ("<title>Bridge opens | City</title>", None),
            (metas(og_site_name="https://example.com"), None),
        ],
    )
    def test_sitename(self, head: str, sitename: str | None) -> None:
        assert read(f"<html><head>{head}</head><body>x</body></html>").sitename == sitename

    def test_categories_from_breadcrumbs(self) -> None:
        names = ["Home", "News", "City", "Bridge opens"]
        trail = {
            "@type": "BreadcrumbList",
            "itemListElement": [{"position": i, "item": {"name": n}} for i, n in enumerate(names)],
        }
        assert read(ld(trail)).categories == ("News", "City")
        assert read(ld({**ARTICLE, "articleSection": "Local"}, trail)).categories == ("Local",)

    def test_tags_from_everywhere_once(self) -> None:
        html = (
            metas(article_tag="River")
            + ld({**ARTICLE, "keywords": ["river", "bridge"]})
            + '<a rel="category tag">Works</a>'
        )
        assert read(html).tags == ("River", "bridge")  # links are not searched where metas have tags
        assert read(ld({**ARTICLE, "keywords": None}) + '<p><a rel="tag">Works</a></p>').tags == ("Works",)

    @pytest.mark.parametrize(
        ("html", "license_"),
        [
            (
                '<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">',
                "https://creativecommons.org/licenses/by-sa/4.0/",
            ),
            (ld(ARTICLE), "https://creativecommons.org/licenses/by/4.0/"),
            ('<meta name="dc.rights" content="CC BY 4.0">', "CC BY 4.0"),
            ('<meta name="dc.rights" content="All rights reserved">', None),
            (
                ld({**ARTICLE, "license": None}) + '<p><a rel="license" href="/terms">Terms</a></p>',
                "https://www.example.com/terms",
            ),
        ],
    )
    def test_license(self, html: str, license_: str | None) -> None:
        assert read(f"<html><body>{html}</body></html>").license == license_

    def test_descriptions(self) -> None:
        assert (
            read(metas(og_description="One") + '<meta name="description" content="Two">').description == "One"
        )
        assert read('<meta name="description" content="A &amp;quot;b&amp;quot; c">').description == 'A "b" c'


class TestJsonLd:
    @pytest.mark.parametrize(
        "text",
        [
            '{"@type":"Article","headline":"Found it",}',
            '[{"@type":"Article","headline":"Found it"},]',
            '<!-- {"@type":"Article","headline":"Found it"} -->',
            '//<![CDATA[\n{"@type":"Article","headline":"Found it"}\n//]]>',
            '/* <![CDATA[ */{"@type":"Article","headline":"Found it"}/* ]]> */',
            '{"@type":"Article","headline":"Found\n it"};',
            '{"@type":"Article","headline":"Found it","n":NaN,"m":' + "9" * 5000 + "}",
            '{"@type":"Article","headline":"Found it"} trailing words',
            "{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Found it&quot;}",
            '{"@type":["Thing","schema:NewsArticle"],"headline":"Found it"}',
            '{"@type":"http://schema.org/BlogPosting","headline":"Found it"}',
            '{"@type":"WebPage","mainEntity":{"@type":"Article","headline":"Found it"}}',
            '{"@graph":[{"@type":"Person","name":"X"},{"@graph":[{"@type":"Article","headline":"Found it"}]}]}',
        ],
    )
    def test_tolerated(self, text: str) -> None:
        assert (
            read(f'<script type="application/ld+json">{text}</script><title>Other</title>').title
            == "Found it"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "null",
            "1",
            '"x"',
            "[]",
            "{}",
            "{",
            '{"@type":',
            "not json",
            '{"@type":"Article","headline":' + "[" * 70 + "]" * 70 + "}",
            "[" * 100_000,
            '{"@type":{"a":1},"headline":"x"}',
            '{"@type":"Article","headline":7,"author":{"name":{"x":[]}},"image":[[1]],"datePublished":{},"keywords":[{}],"publisher":3}',
            '{"@type":"BreadcrumbList","itemListElement":{"a":1}}',
            '{"@type":"BreadcrumbList","itemListElement":[1,null,{"item":7}]}',
        ],
    )
    def test_of_no_use(self, text: str) -> None:
        found = read(f'<script type="application/ld+json">{text}</script><title>The page</title>')
        assert found == Metadata(title="The page", url=URL, hostname="example.com")

    def test_lone_surrogates_and_controls_are_dropped(self) -> None:
        found = read(
            '<script type="application/ld+json">{"@type":"Article","headline":"a\\ud800b\\u001b[0m\\u202ec"}</script>'
        )
        assert found.title == "ab[0mc"

    def test_of_several_articles_the_one_the_title_names(self) -> None:
        listed = [
            {**ARTICLE, "headline": f"Story {i}", "author": f"Writer Number{'ABC'[i]}"} for i in range(3)
        ]
        assert read(ld(listed) + "<title>Story 1 | Post</title>").authors == ("Writer NumberB",)
        assert read(ld(listed) + "<title>Latest stories</title>").authors == ()

    def test_huge_blocks_are_passed_over(self) -> None:
        big = {**ARTICLE, "articleBody": "x" * 1_100_000}
        assert read(ld(big) + "<title>The page</title>").title == "The page"


class TestHostile:
    @pytest.mark.parametrize(
        "html",
        [
            "<title>" + "a - " * 100_000 + "</title>",
            "<title>" + " " * 300_000 + "x</title>",
            '<meta name="author" content="' + "Ann Lee, " * 50_000 + '">',
            '<meta name="author" content="' + "a@" * 100_000 + '">',
            '<meta name="date" content="' + "1" * 200_000 + '">',
            '<meta name="keywords" content="' + "," * 300_000 + '">',
            '<script type="application/ld+json">{"a":"' + "," + " " * 300_000 + "," * 300_000 + "</script>",
            '<script type="application/ld+json">' + "//<!-- " * 100_000 + "</script>",
            "<h1>" + "<i>" * 1_500 + "x",
            "<h1>" + "<i></i>" * 200_000 + "</h1>",
            "<h1>T</h1>" + "<p class='author' data-x='" + "a" * 1_000_000 + "'>By x</p>",
            "".join(f'<meta name="k{i}" content="v">' for i in range(20_000)),
            '<link rel="canonical" href="' + "a" * 500_000 + '">',
            "<p>" + "<a rel=tag>t</a>" * 20_000,
        ],
    )
    def test_large_values_take_few_steps(self, html: str) -> None:
        root = parse(html).roots[0]
        assert lines_run(lambda: read_metadata(collect(root), URL), 100_000) <= 100_000

    def test_every_value_is_cut(self) -> None:
        found = read("<title>" + "x" * 10_000 + "</title>" + metas(og_description="y" * 10_000))
        assert found.title is not None
        assert found.description is not None
        assert len(found.title) == len(found.description) == 2_000

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            ("  a\n b\t", "a b"),
            ("a\x00b\x1b\x9b\ufeff\u202ec", "abc"),
            ("&amp;lt;", "&lt;"),
            ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
            (7, ""),
            (None, ""),
        ],
    )
    def test_clean(self, value: object, text: str) -> None:
        assert clean(value) == text


SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["Article", "WebPage", "#a", "2024-01-05"])
)
KEYS = st.sampled_from(
    "@type @id @graph mainEntity headline name author publisher datePublished image url keywords articleSection"
    " itemListElement item license inLanguage breadcrumb".split()
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
TAGS = st.sampled_from(["meta", "link", "h1", "time", "a", "title", "base", "p", "span"])
NAMES = st.sampled_from(
    ["name", "property", "content", "rel", "href", "class", "itemprop", "datetime", "lang"]
)
VALUES = st.text(max_size=12) | st.sampled_from(
    ["author", "canonical", "tag", "og:title", "http://[x", "https://a.com/", "date", "By A"]
)


@settings(derandomize=True, max_examples=120, deadline=None)
@given(
    value=JSON,
    elements=st.lists(st.tuples(TAGS, st.dictionaries(NAMES, VALUES, max_size=3), VALUES), max_size=8),
    url=st.none() | VALUES,
)
def test_nothing_raises_and_all_encodes(
    value: Any, elements: list[tuple[str, dict[str, str], str]], url: str | None
) -> None:
    from html import escape

    pieces = [ld(value)]
    for tag, attributes, text in elements:
        written = "".join(f' {name}="{escape(item)}"' for name, item in attributes.items())
        pieces.append(f"<{tag}{written}>{escape(text)}</{tag}>")
    found = read("".join(pieces), url)
    for name in Metadata.__slots__:
        item = getattr(found, name)
        for string in item if isinstance(item, tuple) else [item or ""]:
            string.encode("utf-8")
            assert string == " ".join(string.split())
