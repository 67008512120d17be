"""Ids that are made of titles say nothing of what a section is; those that a site gives do."""

from __future__ import annotations

import re

import pytest

from boilerstrip import extract
from boilerstrip.block import BlockTable
from boilerstrip.vocabulary import CATEGORY_BIT
from tests.test_compiled_walk import assert_same_source

SENTENCES = (
    "The keeper writes down each boat that goes through the lock, and sends the list to the office in spring.",
    "A gate that is painted every second year lasts twice as long as one which nobody looks after.",
    "Those who come from upstream wait behind the island, since the current there is weaker than elsewhere.",
    "What the weir lets through depends on the height of the river, which is read off in the morning.",
)
PLAIN = ("Sluices of oak", "Painting the gates", "Reading the gauge")


def slug(heading: str) -> str:
    return re.sub(r"\W+", "-", heading.lower()).strip("-")


def section(heading: str, form: str = '<section id="{}">') -> str:
    """A section of a tool for documentation: heading and two paragraphs."""
    at = sum(map(ord, heading)) % 3
    body = f"<h2>{heading}</h2><p>{SENTENCES[at]}</p><p>{heading}: {SENTENCES[at + 1]}</p>"
    tag = form[1:].partition(" ")[0]
    return f"{form.format(slug(heading))}{body}</{tag}>"


def said_around(table: BlockTable, words: str) -> set[str]:
    """The word categories around the block that begins so."""
    block = next(i for i, text in enumerate(table.text) if text.startswith(words))
    return {name for name, bit in CATEGORY_BIT.items() if table.around[table.element[block]] & bit}


FORMS = (
    '<section id="{}">',
    '<div class="section" id="{}">',
    '<section id="{}" class="level2">',
    '<div class="section level3" id="{}">',
    '<section id="{}-section-indexable">',
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "heading",
    ["Comments in code", "Comments", "Related work", "Pagination", "4.2. Cookie handling", "Réclame ads"],
)
def test_sections_named_after_their_headings_are_kept(form: str, heading: str) -> None:
    parts = [section(one, form) for one in (*PLAIN, heading)]
    page = f"<main><h1>Keeping locks</h1><p>{SENTENCES[3]}</p>{''.join(parts)}</main>"
    markdown = extract(page).markdown
    for one in (*PLAIN, heading):
        assert f"\n\n## {one}\n\n" in markdown
        assert f"\n\n{one}: " in markdown


def test_ids_of_sections_say_nothing_and_classes_do() -> None:
    parts = "".join(map(section, (*PLAIN, "Related work", "Pagination")))
    inner = '<p class="comment">A word.</p>'
    table = assert_same_source(
        f'<main class="article">{parts.replace("</section>", inner + "</section>")}</main>'
    )
    assert (
        said_around(table, "Related work: ") == said_around(table, "Sluices of oak: ") == {"article", "main"}
    )
    assert said_around(table, "A word") == {"article", "main", "comment"}
    assert table.label[table.tag.index("section")] == "sluices-of-oak"


def test_the_section_around_all_is_one_of_them() -> None:
    parts = "".join(map(section, PLAIN))
    table = assert_same_source(
        f'<body><section id="pagination"><h1>Pagination</h1><p>All of it.</p>{parts}</section></body>'
    )
    assert said_around(table, "All of it") == said_around(table, "Reading the gauge: ") == set()


def test_a_title_of_many_words_is_no_name() -> None:
    title = "What to write in a comment on the weir"
    assert said_around(assert_same_source(f"<body>{section(title)}</body>"), title) == set()


@pytest.mark.parametrize(
    "page",
    [
        "{comments}",  # alone
        "<div>{parts}</div>{comments}",  # of another kind
        "<article>{parts}</article>{alike}",  # beside the article that has such sections
        "{hand_made}",  # among others that a site names
    ],
)
def test_a_name_that_a_site_gives_says_what_it_names(page: str) -> None:
    comments = section("Comments", '<div id="{}">')
    source = page.format(
        comments=comments,
        parts="".join(map(section, PLAIN)),
        alike=section("Comments"),
        hand_made="".join(map(section, ("About", "Related", "Newsletter", "Comments"))),
    )
    assert "comment" in said_around(assert_same_source(f"<body>{source}</body>"), "Comments: ")


def test_comments_below_an_article_are_dropped() -> None:
    parts = "".join(map(section, PLAIN))
    words = "I have seen the gate last year, and it was in a sorry state, as was the keeper."
    entries = "".join(f"<div><b>Anna {n}</b><p>{words} {n}</p></div>" for n in range(3))
    page = f'<article><h1>Locks</h1>{parts}</article><div id="comments"><h2>Comments</h2>{entries}</div>'
    assert "sorry state" not in extract(f"<body>{page}</body>").markdown


def test_a_class_that_is_the_heading_is_a_name() -> None:
    parts = "".join(section(one, '<section class="{}">') for one in (*PLAIN, "Comments"))
    assert "comment" in said_around(assert_same_source(f"<body>{parts}</body>"), "Comments: ")


def test_many_sections_are_read_in_time() -> None:
    n = 1_500
    deep = "".join(f'<section id="comments-{at}"><h2>Comments {at}</h2>' for at in range(n))
    table = assert_same_source(f"<body>{deep}{''.join(map(section, PLAIN))}</body>")
    assert table.n_blocks > n
