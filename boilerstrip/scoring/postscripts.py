"""What forum software adds to posts: their subject, that they were edited, a signature below a line."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.patterns import late_pattern

__all__ = ["edit_note", "find_postscripts"]

_LONGEST: Final = 200
"""Characters of an edit note; some have a reason."""
_RULE: Final = "_" * 10
"""How the line begins that phpBB 2 (17 of them) and vBulletin 3 (18) set above a signature."""
_EDITED_RE: Final = late_pattern(
    r"[\s«»\[(*_—–-]{0,6}(?:"
    r"(?:this (?:post|message|topic) (?:was|has been) |message |post )?"
    r"(?:last )?(?:edited|modified) (?:by|at|on) "
    r"|last edit(?:ed)?\s?:|edited \d{1,3} times?\b"
    r"|(?:zuletzt )?(?:bearbeitet|geändert|editiert)(?: von |:| am )|letzte (?:änderung|bearbeitung)\b"
    r"|dieser beitrag wurde (?:bereits |zuletzt )?(?:\d|von |am |bearbeitet)"
    r"|dernière (?:modification|édition)\b|(?:message )?(?:modifié|édité) par "
    r"|ce message a été (?:modifié|édité)"
    r"|última (?:edición|modificación|edição|modificação)\b|(?:mensaje )?(?:editado|modificado) por "
    r"|editado (?:pela )?última vez |(?:el mensaje|este mensaje|esta mensagem) (?:ha sido|fue|foi) editad"
    r"|ultima modifica\b|(?:messaggio )?modificato da |laatst (?:aangepast|gewijzigd|bewerkt)\b"
    r"|ostatnio (?:zmieniony|edytowan[ey]|zmodyfikowan[ey])\b|ostatnia edycja\b|post edytowany "
    r"|последний раз редактировалось|последнее редактирование"
    r"|(?:сообщение )?(?:отредактировал|отредактировано|изменено) "
    r"|востаннє редаг|останнє редагування|naposledy (?:upravil|upraveno|editoval)|naposledy upravené"
    r"|senast (?:redigerad|ändrad)\b|sidst (?:rettet|redigeret)\b|sist (?:redigert|endret)\b|redigerad av "
    r"|viimeksi muoka(?:nnut|ttu)\b|en son .{1,40} tarafından düzenlen|son düzenle(?:me|yen)\b"
    r"|a hozzászólást .{1,60} szerkesztette|utoljára szerkesztette"
    r"|ultima (?:modificare|editare)\b|editat ultima dată "
    r"|τελευταία επεξεργασία|最后(?:编辑|修改)|最後(?:編輯|に編集)|本帖最[后後]由"
    r")",
    re.IGNORECASE,
)
_ANSWER_RE: Final = late_pattern(
    r"(?:re|aw|antw|odp|sv|vs|ynt|rif|res|rép|ответ|відп)\s?[:：]\s?(?=\S)", re.IGNORECASE
)
"""What stands before the subject of an answer."""
_LONGEST_SUBJECT: Final = 200


def edit_note(text: str) -> str:
    """How a line begins that says when a post was edited, or by whom; "" for any other.

    >>> edit_note("Last edited by mira; 12-03-2011 at 08:15 PM."), edit_note("Edited by hand, and fine.")
    ('Last edited by', '')
    """
    note = _EDITED_RE.match(text) if len(text) <= _LONGEST else None
    return note[0].strip() if note and any(map(str.isdecimal, text)) else ""


def find_postscripts(table: BlockTable) -> dict[int, tuple[str, Reason]]:
    """Subjects of answers that repeat a line, edit notes and signatures, each with its role and the reason.

    Whether kept or not: what is dropped is not brought back, as a heading of the text below it.

    Of 93 notes and signatures on the development pages and those written for this project 92 are in no
    gold, and of some 130 subjects 1 is in one.

    Args:
        table: The blocks of a page that is a forum.
    """
    found = dict[int, tuple[str, Reason]]()
    subjects = dict[int, str]()
    for block, text in enumerate(map(str.strip, table.text)):
        if text.startswith(_RULE):
            found[block] = ("author-bio", Reason("phrase", _RULE))
        elif note := edit_note(text):
            found[block] = ("other", Reason("phrase", note))
        elif len(text) <= _LONGEST_SUBJECT and (answer := _ANSWER_RE.match(text)):
            subjects[block] = text[answer.end() :]
    if subjects:
        first = dict(
            zip(map(str.strip, reversed(table.text)), range(table.n_blocks - 1, -1, -1), strict=True)
        )
        for block, subject in subjects.items():
            if (of := first.get(subject, block)) < block:
                found[block] = ("duplicate", Reason("duplicate", f"block {of}"))
    return found
