"""A letter in the archive of a mailing list: who wrote it and when."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from boilerstrip.threads import find_threads
from tests.test_threads import WORDS, table_of

TEXT = "Hi Dorte,\n\n" + "\n".join(WORDS)
PIPERMAIL = (
    '<B>Anselm Okafor</B> <A HREF="mailto:users%40lists.example?Subject=Re" TITLE="Index">anselm at unilib.example'
    "</A><BR><I>Tue Mar  4 11:40:06 CET 2025</I><P><UL><LI>Previous message: <A HREF='4.html'>Index</A></LI></UL>"
    f"<HR><PRE>{TEXT}</PRE>"
)
MHONARC = (
    "<ul><li><em>To</em>: users@xxxxx</li><li><em>From</em>: Anselm Okafor &lt;anselm@xxxxx&gt;</li>"
    f"<li><em>Date</em>: Tue, 4 Mar 2025 11:40:06 -0500</li></ul><hr><pre>{TEXT}</pre>"
)
LORE = (
    "<pre>From: Anselm Okafor &lt;anselm@unilib.example&gt;\nTo: Dorte\nSubject: Index\n"
    f'Date: Tue, 4 Mar 2025 12:40:06 +0100\t[<a href="#r">thread overview</a>]\n\n{TEXT}</pre>'
)


@pytest.mark.parametrize(
    ("letter", "date"),
    [
        (PIPERMAIL, "2025-03-04T11:40:06"),
        (MHONARC, "Tue, 4 Mar 2025 11:40:06 -0500"),
        (LORE, "Tue, 4 Mar 2025 12:40:06 +0100"),
    ],
)
def test_a_letter_has_its_author_and_date(letter: str, date: str) -> None:
    table = table_of(f"<h1>Index run slow</h1>{letter}")
    (entry,) = find_threads(table, [True] * table.n_blocks)
    assert (entry.author, entry.date, entry.opens) == ("Anselm Okafor", date, True)
    assert [table.tag[table.element[block]] for block in entry.blocks] == ["pre"]
    assert not find_threads(table)
    assert not find_threads(table, [False] * table.n_blocks)


@pytest.mark.parametrize(
    "page",
    [
        f"<p>From: Anselm</p><pre>{TEXT}</pre>",
        f'<p><a href="mailto:a@b.example">Write to us</a></p><p>4 March 2025</p><pre>{TEXT}</pre>',
        f"<ul><li>From: Anselm</li><li>Date: Tue, 4 Mar 2025</li></ul><p>{TEXT}</p>",
        "<ul><li>From: Anselm</li><li>Date: Tue, 4 Mar 2025</li></ul><pre>make</pre>",
    ],
)
def test_what_is_no_letter(page: str) -> None:
    table = table_of(f"<h1>Index run slow</h1>{page}")
    assert not find_threads(table, [True] * table.n_blocks)


def test_the_page_has_them_too() -> None:
    page = extract(
        f"<html><head><title>[users] Index run slow</title></head><body><h1>[users] Index run slow</h1>{PIPERMAIL}"
    )
    assert page.page_type is not None
    assert page.page_type.name == "forum"
    assert (page.metadata.author, page.metadata.date) == ("Anselm Okafor", "2025-03-04")
