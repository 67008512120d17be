"""What pages say about themselves: JSON-LD, dates and addresses that cannot be true."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.hostile.case import FIRST, LAST, Case, head_case, page

__all__ = ["CASES"]

_GROUP = "metadata"


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def _case(name: str, text: Callable[[], str], absent: tuple[str, ...] = ()) -> Case:
    return head_case(_GROUP, f"jsonld-{name}", lambda: _ld(text()), absent)


def _article(**fields: object) -> str:
    return json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", **fields})


def _cycle() -> str:
    graph = [
        {"@id": "#a", "@type": "Article", "author": {"@id": "#b"}, "mainEntityOfPage": {"@id": "#a"}},
        {"@id": "#b", "@type": "Person", "name": {"@id": "#b"}, "worksFor": {"@id": "#a"}},
    ]
    return json.dumps({"@context": "https://schema.org", "@graph": graph})


def _comments(n: int, *, nested: bool) -> str:
    one = '{"@type":"Comment","text":"oak barley","author":{"@type":"Person","name":"Ida"}'
    inside = ',"comment":[' + one
    listed = one + inside * (n - 1) + "}" + "]}" * (n - 1) if nested else ",".join([one + "}"] * n)
    return '{"@type":"DiscussionForumPosting","headline":"x","comment":[' + listed + "]}"


def _wrong_types() -> str:
    fields = dict.fromkeys(
        (
            "headline",
            "name",
            "author",
            "datePublished",
            "dateModified",
            "image",
            "publisher",
            "url",
            "keywords",
        ),
        3.5,
    )
    more = {
        **{name: {} for name in fields},
        "author": [[[]], None, {"name": {"name": []}}],
        "@type": {"x": 1},
    }
    return json.dumps(
        [{"@type": "NewsArticle", **fields}, more, None, 7, "x", [[], [[{"@type": [None, 3]}]]]]
    )


def _dates(date: str) -> str:
    return (
        f'<meta property="article:published_time" content="{date}"><meta name="date" content="{date}">'
        + _ld(_article(datePublished=date, dateModified=date))
        + f'<time datetime="{date}" itemprop="datePublished">{date}</time>'
    )


def _base(at: int, href: str) -> Case:
    return Case(
        f"metadata-base-{at}",
        _GROUP,
        lambda: page('<a href="x">owlery</a><img src="y.png" alt="a">', head=f'<base href="{href}">'),
        main=(FIRST, LAST),
        shown=("owlery",),
        url="https://mill.example/a/b",
    )


_DATES = (
    "0000-00-00",
    "9999-99-99",
    "2024-02-31T25:61:61Z",
    "99999999999-01-01",
    "-0001-01-01",
    "2024-13-01",
    "1e9",
    "NaN",
    "\u0662\u0660\u0662\u0664-\u0661-\u0661",
    "32/13/2024",
    "2024-01-01T00:00:00+99:99",
    "10" * 5_000,
)
_BASES = (
    "",
    "http://",
    "http://[x",
    "//",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/",
    "http://e.example:99999999/",
    "http://" + "a" * 100_000,
    "\x01http://e.example/",
    "http://user:pw@e.example/\\..\\..",
)

CASES = (
    _case("malformed", lambda: '{"@type": "NewsArticle", "headline": "x", "author": {"name": }'),
    _case("trailing-commas", lambda: '{"@type": "NewsArticle", "headline": "x",' + " ," * 50_000 + "}"),
    _case("empty", lambda: ""),
    _case("10mb", lambda: _article(headline="owlery", articleBody="oak barley " * 900_000)),
    _case("10mb-of-keys", lambda: json.dumps({f"key{i}": i for i in range(450_000)})),
    head_case(
        _GROUP, "jsonld-5000-scripts", lambda: _ld(_article(headline="x", author={"name": "Ida"})) * 5_000
    ),
    _case("deep-lists", lambda: "[" * 100_000 + "]" * 100_000),
    _case("deep-objects", lambda: '{"a":' * 100_000 + "1" + "}" * 100_000),
    _case("deep-unclosed", lambda: '{"@graph":[' * 100_000),
    _case("deep-comments", lambda: _comments(100_000, nested=True)),
    _case("many-comments", lambda: _comments(50_000, nested=False)),
    _case("comments-nested-60", lambda: _comments(25, nested=True)),
    _case(
        "graph-wide",
        lambda: json.dumps({"@graph": [{"@type": "Article", "headline": f"h{i}"} for i in range(50_000)]}),
    ),
    _case("cyclic", _cycle),
    _case("wrong-types", _wrong_types),
    _case("nan", lambda: '{"@type":"NewsArticle","headline":NaN,"datePublished":Infinity,"x":[-Infinity]}'),
    _case(
        "huge-integer", lambda: '{"@type":"NewsArticle","headline":"x","commentCount":' + "9" * 100_000 + "}"
    ),
    _case(
        "huge-float",
        lambda: '{"@type":"NewsArticle","headline":"x","ratingValue":1e999999,"v":0.' + "1" * 100_000 + "}",
    ),
    _case(
        "huge-votes",
        lambda: (
            '{"@type":"Question","name":"x","upvoteCount":1e400,"suggestedAnswer":[{"@type":"Answer","text":"owl","upvoteCount":"'
            + "9" * 5_000
            + '"}]}'
        ),
    ),
    _case(
        "surrogates",
        lambda: r'{"@type":"NewsArticle","headline":"a\ud800b","author":{"name":"\udfff\ud83d"}}',
    ),
    _case(
        "controls",
        lambda: r'{"@type":"NewsArticle","headline":"a\u001b[31m\u0000b\u202e","author":"\u009bx"}',
    ),
    _case(
        "html",
        lambda: _article(
            headline="<b onclick=x>owl</b><img src=x onerror=alert(1)>",
            author="<a href='javascript:alert(1)'>Ida</a>",
        ),
    ),
    _case(
        "links",
        lambda: _article(
            url="javascript:alert(1)", image=["data:text/html,x", "vbscript:y"], license="javascript:alert(1)"
        ),
    ),
    _case(
        "comment-html",
        lambda: json.dumps(
            {
                "@type": "Question",
                "name": "x",
                "suggestedAnswer": [
                    {
                        "@type": "Answer",
                        "text": "<script>alert(1)</script><p>oak" * 200,
                        "url": "javascript:alert(1)",
                    }
                ],
            }
        ),
    ),
    _case("duplicate-keys", lambda: "{" + '"@type":"NewsArticle",' * 50_000 + '"headline":"x"}'),
    _case(
        "closes-script", lambda: '{"@type":"NewsArticle","headline":"<\\/script>x"}</script><script>{"y":1}'
    ),
    _case("comments-in-json", lambda: "/*" * 50_000 + "//<![CDATA[" * 10_000 + "{}"),
    *(head_case(_GROUP, f"date-{at}", lambda date=date: _dates(date)) for at, date in enumerate(_DATES)),  # type: ignore[misc]
    *(_base(at, href) for at, href in enumerate(_BASES)),
    head_case(
        _GROUP,
        "canonical",
        lambda: (
            '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x"><meta property="og:image" content="vbscript:x">'
        ),
    ),
    head_case(_GROUP, "refresh", lambda: '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'),
    head_case(
        _GROUP,
        "author-markup",
        lambda: '<meta name="author" content="&lt;script&gt;alert(1)&lt;/script&gt; Ida\x1b[31m">',
    ),
    head_case(
        _GROUP, "languages", lambda: '<meta http-equiv="content-language" content="' + "en-" * 20_000 + '">'
    ),
    Case(
        "metadata-lang",
        _GROUP,
        lambda: page("").replace('lang="en"', f'lang="{"x-" * 50_000}\x1b"'),
        main=(FIRST, LAST),
    ),
    Case(
        "metadata-microdata",
        _GROUP,
        lambda: page(
            '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Ida</span><p itemprop="text">owlery</p></div>'
            * 5_000
        ),
        shown=(FIRST, "owlery", LAST),
    ),
    Case(
        "metadata-microdata-deep",
        _GROUP,
        lambda: page('<div itemscope itemtype="https://schema.org/Comment"><p>oak</p>' * 1_500),
        shown=(FIRST, LAST),
    ),
)
