"""Reviews whose class names say so in other languages than English are read, as comments are."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from tests.pure import pure

TEXT = "<p>The harness is sewn by hand, with two needles and waxed linen, and fitted to the horse in the yard.</p>"
SAID = {"Gundula R.": "They saved a saddle that two others had given up.", "Fred Eisel": "Sits like a glove."}


def read(entry: str, section: str) -> list[tuple[str | None, str | None]]:
    entries = "".join(
        f"<div class={entry}><span class={entry}__author>{name}</span> <time datetime=2023-05-0{n}>May {n}</time>"
        f"<p>{said}</p></div>"
        for n, (name, said) in enumerate(SAID.items(), 4)
    )
    source = (
        f"<title>Saddler</title><main><h1>Saddler</h1>{TEXT * 3}<div class={section}>{entries}</div></main>"
    )
    page = extract(source)
    with pure():
        assert (extract(source).comments, extract(source).posts) == (page.comments, page.posts)
    return [(comment.author, comment.text) for comment in (*page.comments, *page.posts)]


@pytest.mark.parametrize(
    ("entry", "section"),
    [
        ("bewertung", "bewertungen"),
        ("kundenbewertung", "kundenbewertungen"),
        ("rezension", "rezensionen"),
        ("valoracion", "valoraciones"),
        ("resena", "resenas"),
        ("recensione", "recensioni"),
        ("avis", "avis-clients"),
        ("beoordeling", "beoordelingen"),
        ("avaliacao", "avaliacoes"),
        ("opinia", "opinie"),
        ("recenzja", "recenzje"),
    ],
)
def test_reviews(entry: str, section: str) -> None:
    assert read(entry, section) == [*SAID.items()]


def test_other_boxes() -> None:
    assert read("wertung", "wertungen") == []
