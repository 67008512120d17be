"""What forum software adds to posts: when, their subject, that they were edited, a signature below a line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.patterns import late_pattern

__all__ = ["find_postscripts", "is_edit_note"]

_LONGEST: Final = 200
"""Characters of such a line; some edit notes have a reason, and subjects may be long."""
_RULE: Final = "_" * 10
"""How the line begins that phpBB 2 (17 of them) and vBulletin 3 (18) set above a signature."""
_EDITED: Final = (
    r"(?:this (?:post|message|topic) (?:was|has been) |message |post )?"
    r"(?:last )?(?:edited|modified) (?:by|at|on) "
    r"|last edit(?:ed)?\s?:|edited \d{1,3} times?\b"
    r"|(?:zuletzt )?(?:bearbeitet|geändert|editiert)(?: von |:| am )"
    r"|letzte (?:änderung|bearbeitung)(?: von |\s?:)"
    r"|dieser beitrag wurde (?:bereits |zuletzt )?(?:\d|von |am |bearbeitet)"
    r"|dernière (?:modification|édition)(?: par |\s?:)|(?:message )?(?:modifié|édité) par "
    r"|ce message a été (?:modifié|édité)"
    r"|última (?:edición|modificación|edição|modificação)(?: por |\s?:)"
    r"|(?:mensaje )?(?:editado|modificado) por "
    r"|editado (?:pela )?última vez |(?:el mensaje|este mensaje|esta mensagem) (?:ha sido|fue|foi) editad"
    r"|ultima modifica(?: di | da |\s?:)|(?:messaggio )?modificato da "
    r"|laatst (?:aangepast|gewijzigd|bewerkt)(?: door | op |\s?:)"
    r"|ostatnio (?:zmieniony|edytowan[ey]|zmodyfikowan[ey])\b|ostatnia edycja(?: przez |\s?:)|post edytowany "
    r"|последний раз редактировалось|последнее редактирование"
    r"|(?:сообщение )?(?:отредактировал|отредактировано|изменено) "
    r"|востаннє редаг|останнє редагування|naposledy (?:upravil|upraveno|editoval)|naposledy upravené"
    r"|(?:senast (?:redigera|ändra)[dt]|sidst (?:rettet|redigeret)|sist (?:redigert|endret))(?: a[vf] |\s?:)"
    r"|viimeksi muoka(?:nnut|ttu)\b|en son [^\0]{1,40} tarafından düzenlen|son düzenle(?:me|yen)\b"
    r"|a hozzászólást [^\0]{1,60} szerkesztette|utoljára szerkesztette"
    r"|ultima (?:modificare|editare)(?: făcută| de |\s?:)|editat ultima dată "
    r"|τελευταία επεξεργασία(?: από |\s?:)|最后(?:编辑|修改)|最後(?:編輯|に編集)|本帖最[后後]由"
)
_DATED: Final = (
    r"(?:edited|bearbeitet|modifié le|editado(?: el| em)?|modificato(?: il)?|edytowane|bewerkt|redigerat) "
    r"(?:\d{1,2}\.? (?:de )?[^\W\d_]{3,12}|[^\W\d_]{3,12} \d{1,2})(?:,? (?:de )?\d{4})? "
    r"(?:by|von|par|por|da|przez|door|av) "
)
"""The same as Invision writes it: "Edited January 29 by Ann", with the year only where it is not this one."""
_MOMENT_RE: Final = late_pattern(
    r"\d{4}|\d{1,2}[:.h]\d\d|\d{1,2}[./-]\d{1,2}|\d{1,3}(?:-mal|\s?(?:x|times?|mal|fois|ve[cz]es|volt[ae]|keer|raz\w?))\b",
    re.IGNORECASE,
)
"""A day, an hour, or how often."""
_ANSWERED: Final = r"(?:re|aw|antw|odp|sv|vs|ynt|rif|res|rép|ответ|відп)\s?[:：]\s?(?=\S)"
"""What stands before the subject of an answer."""
_POSTED: Final = (
    r"(?:posted|verfasst am|posté le|publié le|publicado|enviado|inviato|geplaatst|wysłany|добавлено"
    r"|zaslal|elküldve|skrevet|innlegg|skickat|lähetetty|tarih)\s?:[^\0]{8,60}?\s"
    r"(?:post subject|titel|sujet du message|asunto|título da mensagem|assunto|oggetto|onderwerp|temat postu"
    r"|заголовок сообщения|předmět|tárgy|emne|tittel|rubrik|viestin aihe|mesaj konusu)\s?:"
)
"""When phpBB 2 says that a post was posted, and its subject, in one line."""
_BEFORE: Final = r"[\s«»\[(*_—–-]{0,6}"
"""What may stand before an edit note in its line."""
_SEAM: Final = "\0"
"""Stands between blocks, of which none holds it, so that all of them are looked through at once."""
_BEGINS_RE: Final = late_pattern(
    rf"{_SEAM}[ \n]{{0,3}}(?:(?P<rule>{_RULE})|(?P<answered>{_ANSWERED})|(?P<posted>{_POSTED})"
    rf"|{_BEFORE}(?:(?P<dated>{_DATED})|(?P<edited>{_EDITED})))",
    re.IGNORECASE,
)
_NOTE_RE: Final = late_pattern(rf"{_BEFORE}(?:{_DATED}|{_EDITED})", re.IGNORECASE)


@lru_cache(maxsize=1)  # asked of a page when it is decided what is kept, and for its posts
def find_postscripts(table: BlockTable) -> dict[int, tuple[str, Reason]]:
    """Lines above and below posts, each with its role and the reason.

    That is when one was posted, with its subject, the subject of an answer that repeats a line, that it was
    edited, and a signature.

    Whether kept or not: what is dropped is not brought back, as a heading of the text below it.

    Of 106 notes, signatures and lines that date a post in the forums among the development pages and those
    written for this project 1 is in a gold, and 1 of 131 subjects.

    Args:
        table: The blocks of a page that is a forum.
    """
    found = dict[int, tuple[str, Reason]]()
    text, block, counted = _SEAM + _SEAM.join(table.text), 0, 0
    first = dict[str, int]()  # where each line stands first
    for beginning in _BEGINS_RE.finditer(text):
        block += text.count(_SEAM, counted, beginning.start())
        counted = beginning.start()
        line = table.text[block]
        if len(line) > _LONGEST and not beginning["rule"]:
            continue
        if beginning["rule"]:
            found[block] = ("author-bio", Reason("phrase", _RULE))
        elif posted := beginning["posted"]:
            found[block] = ("other", Reason("phrase", posted.partition(":")[0].strip()))
        elif dated := beginning["dated"]:
            found[block] = ("other", Reason("phrase", dated.split()[0]))
        elif note := beginning["edited"]:
            if _MOMENT_RE.search(line):
                found[block] = ("other", Reason("phrase", note.strip()))
        else:
            first = first or dict(zip(reversed(table.text), range(table.n_blocks - 1, -1, -1), strict=True))
            of = first.get(line.strip()[len(beginning["answered"]) :], block)
            if of < block:
                found[block] = ("duplicate", Reason("duplicate", f"block {of}"))
    return found


def is_edit_note(line: str) -> bool:
    """Whether a line with a date says that something was edited then.

    >>> is_edit_note("Last edited by Ann; 12-03-2011 at 08:15 PM."), is_edit_note("Ann, 12-03-2011 (edited)")
    (True, False)
    """
    return _NOTE_RE.match(line) is not None
