"""Dates and names that stand in the text, a table or a list are not the page's; those beside the headline are."""

from __future__ import annotations

import json

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.page import Metadata
from boilerstrip.parse import parse
from tests.pure import pure

TEXT = "<p>The keeper writes down the number of the boats that came in, in ink, and signs it with a full name.</p>"


def read(body: str, head: str = "", before: str = TEXT) -> Metadata:
    html = (
        f"<title>Old Quay Boats</title>{head}<main><h1>Old Quay Boats</h1>{before}{body}{TEXT}{TEXT}</main>"
    )
    found = read_metadata(collect(parse(html).roots[0]), "https://www.example.com/boats")
    with pure():
        assert read_metadata(collect(parse(html).roots[0]), "https://www.example.com/boats") == found
    return found


def time(day: str, words: str = "that day") -> str:
    return f"<time datetime={day}>{words}</time>"


ROW = "<tr><th>day</th><th>m</th></tr><tr><td>2022-11-01</td><td>0.04</td></tr>"
EVENT = {"@type": "Event", "name": "Regatta", "startDate": "2026-08-14T19:30"}


@pytest.mark.parametrize("before", [TEXT, ""])
@pytest.mark.parametrize(
    "body",
    [
        f"<table>{ROW}</table>",
        f"<p>The next count is on {time('2031-04-01', '1 April 2031')} at noon, by the quay.</p>",
        "<p>The next count is on <b>1 April 2031</b>, at noon by the quay.</p>",
        f"<p>When: {time('2026-08-14T19:30')}, on the slipway.</p>",
        f"<p>Due {time('2023-04-01')}</p>",
        "".join(f"<li>{time(f'2026-0{n}-14', '14 March')} <a href=/{n}>Talk</a></li>" for n in (3, 4, 5)),
        "".join(f"<li><div>{time(f'2026-0{n}-14T19:30', '14 March')}</div></li>" for n in (3, 4, 5)),
        "".join(f"<li><span class=date>{n} March 2026</span> Talk</li>" for n in (3, 4, 5)),
        "".join(f"<p>{time(f'2026-0{n}-14T19:30')} Talk</p>" for n in (3, 4, 5)),
        f"<article class=tribe_events>{time('2027-02-14').replace('>', ' class=tribe-events-datetime>', 1)}</article>",
        f"<div class=event-details><p>{time('2027-02-14')}</p></div>",
        f"<p>{time('2027-02-14').replace('datetime', 'itemprop=startDate datetime')}</p>",
        f"<p>{time('2025-06-14T11:00', '2025-06-14, 11:00–11:45 (Europe/Oslo)')}, Boathouse 2</p>",
        f"<p>{time('2025-06-14T11:00', '14 June, 11:00')} – {time('2025-06-14T11:45', '11:45')}, Boathouse 2</p>",
        f"<div>{time('2025-06-14', '14 June 2025')}, 11:00 am to 1:00 pm</div>",
        f"<p>{time('2025-06-14', '14')}–{time('2025-06-16', '16 June 2025')}</p>",
        "<p><b>14. Juni 2025</b>, 11.00 Uhr bis 12.30 Uhr</p>",
        "<p>14 June 2025, 7-9 pm</p>",
        f"<p>{time('2025-06-14', '14 June 2025')} @ 7 pm – 9 p.m.</p>",
        "<div><span>14 juin 2025</span> de 14h à 16h</div>",
        "".join(f"<article class=b>{time(f'202{n}-05-04')}<p>Good.</p></article>" for n in (3, 2)),
    ],
)
def test_a_date_of_something_else_is_not_the_pages(body: str, before: str) -> None:
    assert read(body, before=before).date is None


@pytest.mark.parametrize(
    "body",
    [
        f"<ul><li>Ask <a href=/imke>Imke Tjarks</a> about a second boat {time('2023-04-01')}</li></ul>",
        f"<dl><dt>Keel</dt><dd>{time('2023-04-01')}</dd></dl>",
        f"<p>Keel laid: {time('2023-04-01')}</p>",
        f"{TEXT}{TEXT}<p>1 April 2023</p>",
    ],
)
def test_a_date_in_an_entry_behind_text_is_not_the_pages(body: str) -> None:
    assert read(body).date is None


@pytest.mark.parametrize("before", [TEXT, ""])
@pytest.mark.parametrize(
    "body",
    [
        f"<p>{time('2024-03-05')}</p>",
        "<p>5 March 2024</p>",
        "<p><b>Imke Tjarks</b> – 5 March 2024</p>",
        f"<p>Posted by Imke on Friday {time('2024-03-05')} from the slipway of the old quay.</p>",
        f"<p>Veröffentlicht am {time('2024-03-05')} in Boote.</p>",
        f"<ul><li>Published {time('2024-03-05')}</li><li>Boats</li></ul>",
        f"<ul class=post-meta><li>{time('2024-03-05')}</li><li>Boats</li></ul>",
        "<table><tr><th>Published</th><td>5 March 2024</td></tr></table>",
        f"<div class=calendar></div><div>{time('2024-03-05')}</div>",
        f"<div>{time('2024-03-05')}, 19:30 - 2 min read</div>",
        f"<div>{time('2024-03-05', 'March 5')} - 9 h ago</div>",
        f"<div>{time('2024-03-05')} <p>Open 9:00–17:00</p></div>",
        f"<article>{time('2024-03-05')}</article><article class=card>A boat</article>",
    ],
)
def test_a_date_beside_the_headline_is_the_pages(body: str, before: str) -> None:
    assert read(body, before=before).published == "2024-03-05"


def test_an_event_of_which_the_page_tells_does_not_date_it() -> None:
    script = f'<script type="application/ld+json">{json.dumps(EVENT)}</script>'
    line = f"<p>{time('2026-08-14', '14 August 2026')}</p>"
    assert read(line, before="").date == "2026-08-14"
    assert read(line, script, "").date is None
    assert read("<p>5 March 2024</p>", script, "").date == "2024-03-05"


@pytest.mark.parametrize("said", ["This page was last modified on", "Aktualisiert:", "最終更新"])
def test_the_day_of_a_change_is_no_day_of_publication(said: str) -> None:
    page = read(f"{TEXT}<footer><p>{said} {time('2024-03-05')} by the keepers.</p></footer>")
    assert (page.published, page.modified, page.date) == (None, "2024-03-05", "2024-03-05")


def test_posts_that_go_on_are_a_thread_and_events_are_not() -> None:
    def posts(clock: str) -> str:
        return "".join(f"<div><p>{time(f'2024-03-0{n}T{clock}')}</p>{TEXT}</div>" for n in (1, 2, 3))

    assert read(posts("09:17"), before="").date == "2024-03-01"
    assert read(posts("19:30:00"), before="").date is None


NAME = "<a href=/people/sigrid-haug>Sigrid Haug</a>"


@pytest.mark.parametrize(
    "body",
    [
        "<div class=testimonial-item><p>Good.</p><h4 class=author>Noel Farrugia</h4></div>",
        "<blockquote><p>Good.</p><cite class=author>Noel Farrugia</cite></blockquote>",
        "<figure><blockquote>Good.</blockquote><figcaption class=author>Noel Farrugia</figcaption></figure>",
        "<div class='our-clients'><p>Good.</p><span class=author>Noel Farrugia</span></div>",
        "<article><b class=autor>Noel Farrugia</b><p>Good.</p></article>" * 2,
        f"<p>Ask {NAME} about larch.</p>",
        f"<p>We read {NAME.replace('people', 'authors')} at lunch.</p>",
        f"<div class=card><img src=a.jpg><h3>{NAME}</h3><p>Boatbuilder</p></div>",
        f"<ul><li>{NAME}</li><li><div>{NAME.replace('Sigrid', 'Bo')}</div></li><li>{NAME.replace('Sigrid', 'Al')}</li></ul>",
        f"{TEXT}<ul><li><div><div>{NAME}</div></div></li><li>{NAME.replace('Sigrid', 'Bo')}</li></ul>",
        f"<p>{TEXT[3:-4]} {TEXT[3:-4]} It is written <em>by boatbuilders</em>, depending on the tide.</p>",
    ],
)
def test_who_is_named_in_a_quote_or_the_text_signs_nothing(body: str) -> None:
    assert read(body).authors == ()


@pytest.mark.parametrize("before", [TEXT, ""])
@pytest.mark.parametrize(
    "body",
    [
        "<h4 class=author>Sigrid Haug</h4>",
        f"<p>By {NAME}</p>",
        f"<p>{NAME} | Boats</p>",
        f"<div>{NAME}</div>",
        f"<p>5 March 2024 {NAME}</p>",
        f"<ul><li>{NAME}</li><li>Boats</li></ul>",
        f"<div class=author-box><p>{NAME}</p></div>",
        f"<div class=clientele-news><p class=byline>{NAME}</p></div>",
        f"<article><p class=byline>{NAME}</p></article><article class=card>A boat</article>",
    ],
)
def test_who_is_named_beside_the_headline_signs(body: str, before: str) -> None:
    assert read(body, before=before).authors == ("Sigrid Haug",)


@pytest.mark.parametrize(
    "body",
    [
        "<p>By <b property=author><span property=name>Haug, Sigrid</span>, <i property=jobTitle>keeper</i></b></p>",
        "<h5 class=author>By: <b property=author><span property=name>Haug, Sigrid</span></b> <i>[author.]</i></h5>",
        "<p class=author><span itemprop=name>Haug, Sigrid</span> (VerfasserIn)</p>",
    ],
)
def test_of_a_marked_person_the_name_alone_is_read(body: str) -> None:
    assert read(body).authors == ("Haug, Sigrid",)


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Publié le 05 mars 2024 à 06h00, modifié le 06 mars 2024 à 09h10", "2024-03-05", "2024-03-06"),
        ("5 marzo 2024 (modifica il 6 marzo 2024)", "2024-03-05", "2024-03-06"),
        ("5 March 2024 - 6 March 2024", None, None),
    ],
)
def test_two_days_in_a_line_are_those_of_publication_and_change(
    line: str, published: str | None, modified: str | None
) -> None:
    page = read(f"<p>{line}</p>")
    assert (page.published, page.modified) == (published, modified)


def test_a_day_by_which_something_comes_is_not_the_pages() -> None:
    assert read(f"<p>Arrives by {time('2026-12-01')}.</p>", before="").date is None


def test_two_days_at_full_hours_are_no_list_of_events() -> None:
    first = time("2024-03-05T06:00", "5 March 2024, 6:00")
    page = read(f"<header>{first}<span>Aktualisiert am 6. März 2024, 9:00 Uhr</span></header>", before="")
    assert (page.published, page.modified) == ("2024-03-05T06:00:00", "2024-03-06T09:00:00")


def test_of_the_days_of_a_paper_the_first_version_counts() -> None:
    days = "<meta name=citation_online_date content=2024/05/06><meta name=citation_date content=2024/03/02>"
    assert read("", days).published == "2024-03-02"


@pytest.mark.parametrize("path", ["autor", "autores", "auteurs", "autoren"])
def test_pages_of_authors_in_other_languages(path: str) -> None:
    assert read(f"<div><a href=/{path}/lucia-vega/>Lucía Vega</a></div>").authors == ("Lucía Vega",)
    assert read(f"<div><a href=/{path}idad/lucia-vega/>Lucía Vega</a></div>").authors == ()
