"""What is left over of dropped parts: lines that name another page, newsletter boxes, lines below posts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from boilerstrip import extract
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.scoring.leftovers import find_leftovers
from boilerstrip.segment import segment

PARAGRAPH = "<p>The lower gate stuck on Monday, and two dozen barges wait for a repair on either side.</p>"
ISSUE = "".join(PARAGRAPH.replace("Monday", f"the {n}th") for n in range(4, 12))
ARTICLE: Mapping[str, float] = {"article": 0.9, "listing": 0.1}


def left_over(
    html: str, dropped: str = "", types: Mapping[str, float] = ARTICLE, score: float = 0.8
) -> dict[str, tuple[str, str, str]]:
    """Text of each block left over -> role, code and evidence, where blocks with some words are dropped."""
    table = segment(parse(PARAGRAPH * 8 + html).roots)
    kept = np.array([not (dropped and dropped in text) for text in table.text])
    found = find_leftovers(measure(table, None), kept, np.full(len(kept), score), types, table)
    return {table.text[block]: (role, *reason) for block, (role, reason) in found.items()}


# Questions what readers think of the page


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Was this page helpful?",
            "Was this helpful to you?",
            "Is this article useful ?",
            "Did this page help you?",
        ),
        *(
            "Did you find this article helpful?",
            "Did this answer your question?",
            "How helpful was this page?",
        ),
        *(
            "War dieser Artikel hilfreich?",
            "War diese Seite für Sie hilfreich?",
            "Hat Ihnen diese Seite geholfen?",
        ),
        *("Cet article vous a-t-il été utile ?", "Cette page vous a-t-elle été utile ?"),
        *(
            "¿Te ha resultado útil este artículo?",
            "¿Fue útil esta página?",
            "Questo articolo ti è stato utile?",
        ),
        *("Este artigo foi útil?", "Was dit artikel nuttig?", "Heeft deze pagina je geholpen?"),
        *("Czy ten artykuł był pomocny?", "Была ли эта статья полезной?", "Var den här artikeln till hjälp?"),
        *("Byl tento článek užitečný?", "Bu makale yardımcı oldu mu?"),
        *("このページは役に立ちましたか？", "此页面有帮助吗？", "這篇文章對您有幫助嗎？"),
    ],
)
def test_a_question_what_readers_think_of_the_page_goes(line: str) -> None:
    assert left_over(f"<h4> {line} </h4>{PARAGRAPH}") == {line: ("other", "phrase", line)}
    assert not left_over(f"<p>{line}</p>", types={"forum": 0.9, "article": 0.1})


@pytest.mark.parametrize(
    "line",
    [
        "Was this bridge helpful to the traders of the valley?",
        "Was this page helpful to whoever wrote it, and was it read at all by those for whom it was?",
        "Helpful?",
        "What helped you most?",
        "Was this page helpful",
    ],
)
def test_other_questions_stay(line: str) -> None:
    assert not left_over(f"<p>{line}</p>")


# Lines that name another page


@pytest.mark.parametrize(
    "line",
    [
        "<p>Read also: <a href=/x>The harbour master counts the barges by night</a></p>",
        "<p><strong>Baca juga: <a href=/x>Cuaca di danau cerah sampai akhir pekan</a></strong></p>",
        "<p><a href=/x>READ MORE: Why the crane waits for a calm day</a></p>",
        "<p>&gt;&gt; Related: <a href=/x>Three locks with worn hinges</a>.</p>",
        "<table><tr><td>See also: <a href=/x>The harbour master counts barges</a></td></tr></table>",
        "<div>[Lees ook: <a href=/x>De sluiswachter telt de schepen in de nacht</a>]</div>",
        "<p>À lire aussi : <a href=/x>Trois écluses aux charnières usées</a></p>",
    ],
)
def test_a_label_of_related_links_and_one_link_go(line: str) -> None:
    ((role, code, label),) = left_over(line).values()
    assert (role, code) == ("related", "phrase")
    assert label == label.casefold()
    assert ":" not in label


@pytest.mark.parametrize(
    "line",
    [
        "<p>Read also: <a href=/x>Ice</a></p>",  # what a text refers to
        "<p>Read also: <a href=/x>The harbour master</a>, who counted the barges by night and by day.</p>",
        "<p>Read also: the harbour master counts the barges by night</p>",  # no link
        "<p>The crane: <a href=/x>The harbour master counts the barges by night</a></p>",
        "<h2>Read also: <a href=/x>The harbour master counts the barges by night</a></h2>",
        "<table><tr><td>1911<td>See also: <a href=/x>The harbour master counts barges</a></td></tr></table>",
        "<p>Read also: <a href=/x>" + "The harbour master counts the barges by night. " * 8 + "</a></p>",
    ],
)
def test_other_lines_with_links_stay(line: str) -> None:
    assert not left_over(line)


def test_documentation_points_to_other_parts_of_itself() -> None:
    line = "<p>See also: <a href=/x>How the gate of a lock is hung</a></p>"
    assert left_over(line)
    assert not left_over(line, types={"documentation": 0.6, "article": 0.4})


# Newsletter boxes

FORM = '<form action="/s"><input type="email" name="email"><button>Sign me up</button></form>'
BOX = "<h3>The best of hedges, weekly</h3><p>A short note from the ditch every Friday, with sawdust.</p>"


@pytest.mark.parametrize("name", ["newsletter-box", "mc4wp-form", "kg-signup-card", "c-subscribe-form"])
def test_a_box_in_which_one_subscribes_goes_whole(name: str) -> None:
    found = left_over(f'<div class="{name}">{BOX}{FORM}</div>')
    assert len(found) == 3
    assert set(found.values()) == {("newsletter", "class-word", f"div.{name}")}


@pytest.mark.parametrize(
    "html",
    [
        f'<div class="newsletter-box">{BOX}</div>',  # nothing to subscribe with
        f'<div class="box">{BOX}{FORM}</div>',
        f'<div class="card subscription-eligible">{BOX}{FORM}</div>',  # a product
        f'<article class="newsletter-post">{ISSUE}{FORM}</article>',  # an issue of it
    ],
)
def test_what_only_has_something_of_such_a_box_stays(html: str) -> None:
    assert not left_over(html)


# Below posts

FORUM: Mapping[str, float] = {"forum": 0.9, "article": 0.1}


@pytest.mark.parametrize(
    "line",
    [
        "Last edited by mira; 12-03-2011 at 08:15 PM. Reason: typo",
        "Last edited by mira on Sat Mar 12, 2011 8:15 pm, edited 2 times in total.",
        "« Last Edit: March 12, 2011, 08:15:02 pm by mira »",
        "This post was edited by mira: Mar 12 2011",
        "Edited 1 time by mira",
        "Edited March 12, 2011 by mira",
        "Edited March 12 by mira (see edit history)",
        "Modifié le 12 mars 2011 par mira",
        "Bearbeitet 12. März 2011 von mira",
        "Zuletzt bearbeitet von mira am 12.03.2011 20:15, insgesamt 2-mal bearbeitet.",
        "Dieser Beitrag wurde bereits 2 mal editiert, zuletzt von »mira« (12. März 2011, 20:15)",
        "« Letzte Änderung: 12. März 2011, 20:15:02 von mira »",
        "Dernière modification par mira ; 12/03/2011 à 20h15.",
        "Modifié par mira le 12 mars 2011",
        "Última edición por mira; 12/03/2011 a las 20:15",
        "Editado pela última vez por mira em 12 mar 2011, 20:15, em um total de 2 vezes.",
        "Ultima modifica di mira; 12-03-2011 alle 20:15",
        "Senast redigerat: 12 mars 2011",
        "Laatst aangepast door mira op 12 mrt 2011, 2 keer aangepast",
        "Ostatnio zmieniony przez mira dnia Sob Mar 12, 2011 8:15 pm, w całości zmieniany 1 raz",
        "Последний раз редактировалось mira; 12.03.2011 в 20:15.",
        "Сообщение отредактировал mira: 12 марта 2011",
        "Naposledy upravil mira dne 12.3.2011 20:15, celkem upraveno 2 x.",
        "Senast redigerad av mira 2011-03-12 klockan 20:15",
        "En son mira tarafından düzenlendi: 12 Mar 2011",
        "A hozzászólást 1 alkalommal szerkesztette mira, utoljára 2011. márc. 12-én.",
        "Τελευταία επεξεργασία από το μέλος mira την 12 Μαρ 2011",
        "本帖最后由 mira 于 2011-3-12 20:15 编辑",
        "_________________ Gates open at six.",
        "Posted: Mon Oct 08, 2007 7:41 pm Post subject: Lock gates",
        "Verfasst am: Mo Okt 08, 2007 7:41 pm Titel: Schleusentore",
        "Wysłany: Sob Mar 12, 2011 8:15 pm Temat postu: Wrota",
        "Добавлено: Вс Апр 13, 2008 9:17 pm Заголовок сообщения:",
    ],
)
def test_edit_notes_and_signatures_of_posts_go(line: str) -> None:
    html = f"<div>{line.replace('_ ', '_<br>')}</div>"
    assert [*left_over(html, types=FORUM)] == [line]
    assert not left_over(html)  # where nobody posts


@pytest.mark.parametrize("label", ["Re:", "RE: ", "AW: ", "Antw: ", "Odp: ", "Ответ: "])
def test_so_do_subjects_of_answers_that_repeat_that_of_the_thread(label: str) -> None:
    answers = (
        f"<h2>{label}Lock gates</h2><p>They stick.</p><h2>{label}Lock keepers</h2><p>They are asleep.</p>"
    )
    html = f"<h1>Lock gates</h1><p>Do yours stick?</p>{answers}"
    assert left_over(html, types=FORUM) == {f"{label}Lock gates": ("duplicate", "duplicate", "block 8")}
    assert not left_over(html)


@pytest.mark.parametrize(
    "line",
    [
        "Edited by hand, it took me 3 evenings.",
        "Edited March 12, 2011, and not by me.",
        "Última edición de la feria: 12 puestos, lluvia y mucha gente.",
        "Dernière édition du festival en 2019, si je me souviens bien.",
        "Ultima modifica che ho fatto al tornio: 12 viti.",
        "I last edited by phone at 8:15, and lost it all.",
        "Zuletzt bearbeitet habe ich 12 Bretter.",
        "Last edited by 3 people. " + "Their names are on the gate. " * 8,
        "___ is what the form has for a name, 3 times.",
        "Re: what you said of hinges, I agree.",
        "Posted: a parcel with two hinges and a note.",
    ],
)
def test_what_people_say_of_it_stays(line: str) -> None:
    assert not left_over(f"<div>{line}</div>", types=FORUM)


# On a page


def test_they_are_told_with_their_reason() -> None:
    texts = (
        "The festival by the lake began on Friday with a parade of boats that twelve villages had decorated.",
        "More than three thousand people came on the first day, twice as many as last year, and all inns are full.",
        "The great race is on Sunday morning, and its winner gets a wooden boat made by a local builder.",
    )  # fmt: skip
    teaser = '<p><strong>Also read: <a href="/x">Weather by the lake is likely to be fair until Monday</a></strong></p>'
    box = f'<div class="newsletter-box">{BOX}{FORM}</div>'
    body = f"<p>{texts[0]}</p>{teaser}<p>{texts[1]}</p>{box}<p>{texts[2]} {texts[0]}</p>{PARAGRAPH}"
    page = extract(f"<title>The lake</title><article><h1>The lake</h1>{body}</article>")
    assert page.text.split("\n\n")[:3] == ["The lake", *texts[:2]]
    assert "Friday, with" not in page.text
    reasons = {block.text[:9]: (block.role, *block.reason) for block in page.blocks if not block.kept}
    assert reasons["Also read"] == ("related", "phrase", "also read")
    assert reasons["The best "] == ("newsletter", "class-word", "div.newsletter-box")


# Buttons in what people say

BUTTON = '<a role="button" tabindex="0">Kliknij, aby rozwinąć...</a>'


def said(line: str) -> dict[str, tuple[str, str, str]]:
    return left_over(
        f'<div class="forum"><div class="post"><blockquote>{PARAGRAPH}{line}</blockquote></div></div>'
    )


def test_a_line_that_is_a_button_goes() -> None:
    gone = ("other", "tag", 'a[role="button"]')
    assert said(f"<div>{BUTTON}</div>") == {"Kliknij, aby rozwinąć...": gone}
    assert said(f"<p>{BUTTON}</p>") == {"Kliknij, aby rozwinąć...": gone}


@pytest.mark.parametrize(
    "line",
    [
        f"<div>Two barges, {BUTTON}</div>",
        f"<h3>{BUTTON}</h3>",
        '<div><a role="button" href="/locks">The locks of the river</a></div>',
        '<div><a role="button" aria-expanded="false">Which locks are open?</a></div>',
        '<div><a tabindex="0">The locks of the river</a></div>',
    ],
)
def test_a_title_a_link_and_a_sentence_with_a_button_stay(line: str) -> None:
    assert said(line) == {}
