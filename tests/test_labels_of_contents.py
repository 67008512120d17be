"""Labels of tables of contents whose list is dropped, or is never written."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from tests.test_leftovers import PARAGRAPH, left_over

LIST = "<ul><li><a href=#a>Gone: hinges</a></li><li><a href=#b>Gone: cranes</a></li></ul>"


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Table of Contents",
            "TABLE OF CONTENTS:",
            "In this article",
            "On this page",
            "Jump to ↓",
            "Contents",
        ),
        *("Inhaltsverzeichnis", "In diesem Artikel", "Inhalt", "Table des matières", "Sommaire"),
        *("Tabla de contenidos", "En este artículo", "Índice", "Indice dei contenuti", "Neste artigo"),
        *("Inhoudsopgave", "Spis treści", "Obsah článku", "Содержание статьи", "Содержание", "İçindekiler"),
        *("Innehållsförteckning", "Sisällysluettelo", "目次", "本文目录", "목차", "Mục lục", "Daftar isi"),
    ],
)
def test_the_label_goes_with_its_list(label: str) -> None:
    words = label.strip(":↓ ").lower()
    for html in (f"<h2>{label}</h2>{LIST}", f"<div><p>{label}</p><nav>{LIST}</nav></div>"):
        found = left_over(f"{html}{PARAGRAPH}", "Gone")
        assert [*found] == [label]
        assert found[label][:2] == ("navigation", "phrase")
        assert found[label][2].startswith(words)


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>In this guide</h2><div id=toc></div><h2>Worn hinges</h2>{PARAGRAPH}",
        f"<div><h4>In this guide</h4><div id=toc></div></div>{PARAGRAPH}",
        f"<nav><button><div>In this guide</div></button></nav>{PARAGRAPH}",
        f"<details><summary>In this guide</summary></details>{PARAGRAPH}",
        "<h2>In this guide</h2>",
    ],
)
def test_so_does_one_whose_list_a_script_writes(html: str) -> None:
    assert [*left_over(html)] == ["In this guide"]


@pytest.mark.parametrize(
    ("html", "dropped"),
    [
        (f"<h2>In this guide</h2>{LIST}", ""),
        (f"<div><h2>In this guide</h2></div><div>{LIST}</div>", ""),
        ("<p>Jump to:</p><p>How hinges wear</p><p>How cranes lift</p>", ""),
        ("<h2>In this guide</h2><h3><a href=#a>How hinges wear</a></h3>", ""),
        (f"<h1>In this guide</h1>{LIST}", "Gone"),
        (f"<p>In this guide we look at hinges.</p>{LIST}", "Gone"),
        ("<table><tr><th>Contents</th></tr><tr><td>Gone: two hinges</td></tr></table>", "Gone"),
        (f"<div><h3>contents</h3></div>{PARAGRAPH}", ""),  # a parameter
        (f"<h3>Contents</h3><h4>In the box</h4>{PARAGRAPH}", ""),
    ],
)
def test_other_labels_stay(html: str, dropped: str) -> None:
    assert not left_over(html, dropped)


def test_one_that_is_dropped_is_not_brought_back_as_the_heading_of_what_follows() -> None:
    html = f"<div><h3>In this guide</h3></div>{PARAGRAPH}"
    assert [*left_over(html, "In this guide")] == ["In this guide"]
    assert not left_over(html.replace(PARAGRAPH, "<p>In this guide</p>"), "In this guide")


def test_they_are_told_with_their_reason() -> None:
    texts = (
        "The gate broke on a night in March when the water stood high, and a barge that had lost its engine "
        "drifted against the lower leaf with its full weight.",
        "Ships may pass once the leaf hangs in its hinges again and has been opened and closed ten times under "
        "the eyes of the authority, which wants to see no leak.",
    )
    body = "".join(
        f"<h2>{title}</h2><p>{text}</p><p>{text}</p>" for title, text in zip("AB", texts, strict=True)
    )
    contents = "<h2>Table of Contents</h2><div id=toc></div>"
    page = extract(f"<title>The gate</title><main><h1>The gate</h1><p>{texts[0]}</p>{contents}{body}</main>")
    (label,) = (block for block in page.blocks if block.text == "Table of Contents")
    assert (label.kept, label.role, *label.reason) == (False, "navigation", "phrase", "table of contents")
