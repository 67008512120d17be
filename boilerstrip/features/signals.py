"""Telling phrases in the short lines of a text, and the words of comment threads.

A phrase tells in a line that hardly says more than it; inside a long one it is what somebody writes about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from operator import attrgetter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.overlap import has_unspaced
from boilerstrip.phrases import PHRASES
from boilerstrip.phrases.whole import WHOLE

__all__ = ["MAX_TOLD", "SIGNALS", "Signals", "find_signals"]

MAX_TOLD: Final = 120
"""Characters of a line above which it is prose, whatever phrase it holds."""

SIGNALS: Final = (*PHRASES, "counted", "button", "ago", "member")
"""Roles whose phrases are looked for, and four kinds of words in threads: what comments are called where they
are counted, what their buttons say, what makes a number of days a time, and what boards say of a member."""

_COUNTED: Final = (
    "gedanken réflexions comment comments replies response responses answer answers thoughts kommentar "
    "kommentare commentaire commentaires réponses réactions comentario comentarios respuestas comentário "
    "comentários respostas commento commenti risposte reactie reacties antwoorden komentarz komentarze "
    "komentarzy odpowiedzi komentář komentáře komentářů odpovědi комментарий комментария комментариев "
    "комментарии ответов коментар коментарі коментарів yorum yorumlar yanıt kommentarer svar kommenttia "
    "kommentit hozzászólás hozzászólások komentárov comentarii comentariu σχόλια σχόλιο komentari "
    "komentara komentar تعليق تعليقات تعليقا نظر دیدگاه תגובות टिप्पणियाँ टिप्पणी"
).split()
_COUNTED_UNSPACED: Final = ("评论", "評論", "留言", "コメント", "댓글", "ความคิดเห็น", "回复", "回覆")
_BUTTONS: Final = (
    "reply replies like likes share report flag quote upvote downvote permalink antworten melden "
    "zitieren gefällt répondre signaler citer j'aime responder denunciar citar rispondi segnala cita "
    "responda curtir gostei odpowiedz zgłoś cytuj ответить пожаловаться нравится цитировать відповісти "
    "yanıtla cevapla beğen svara svar gilla synes beantwoorden reageer reageren vastaa رد الرد إبلاغ "
    "پاسخ balas trả válasz răspunde απάντηση odpovědět edited says wrote sagt dit dijo dice disse scrive "
    "zegt mówi napisał пишет yazdı"
).split()
_BUTTONS_UNSPACED: Final = ("返信", "回复", "回覆", "举报", "いいね", "답글", "신고", "ตอบกลับ")
_AGO: Final = (
    "ago | vor | il y a | hace | fa | há | atrás | geleden | temu | před | назад | тому | önce | sitten "
    "| sedan | siden | ezelőtt | în urmă | πριν | منذ | پیش | לפני | trước | yang lalu | today | "
    "yesterday | gestern | hier | ayer"
).split(" | ")
_AGO_UNSPACED: Final = ("前", "전", "ที่แล้ว")
_MEMBER: Final = (
    "joined posts member registered mitglied beiträge messages inscrit membre mensajes registrado "
    "miembro messaggi iscritto сообщений сообщения регистрация üye mesajlar rejestracja posty berichten "
    "lid geregistreerd mensagens membro příspěvky"
).split()
_MOST_CHARS: Final = {"counted": 90, "button": 40, "ago": 50, "member": 40, "advertisement": 40}
"""Characters above which a line with such a word is no line of that kind."""
_MARKS: Final = " \t:.…»«›‹→←↑↓*|+-–—·•()[]!?0123456789"

_SIGNS: Final = ',.:;!?()[]|»"*'
"""What touches words at their ends."""
_SIGNS_SET: Final = frozenset(_SIGNS)


class _Phrase(NamedTuple):
    role: int
    text: str
    most: int  # characters of a line that may hold it
    is_unspaced: bool
    is_word: bool  # stands whole: nothing may follow it in the same word
    first: str  # its first word without signs, in scripts without blanks its first character
    rank: tuple[str, int]  # what of several in a line tells is the least one


def _phrases() -> Iterator[_Phrase]:
    numbers = count()
    own = {
        "counted": (*_COUNTED, *_COUNTED_UNSPACED),
        "button": (*_BUTTONS, *_BUTTONS_UNSPACED),
        "ago": (*_AGO, *_AGO_UNSPACED),
        "member": _MEMBER,
    }
    for number, role in enumerate(SIGNALS):
        for text in own.get(role) or PHRASES[role]:
            is_unspaced = has_unspaced(text)
            most = _MOST_CHARS.get(role, MAX_TOLD)
            # Only the last of several words may be a stem.
            is_word = text.isalnum() or role in own
            first = text[0] if is_unspaced else text.split()[0].strip(_SIGNS)
            yield _Phrase(number, text, most, is_unspaced, is_word, first, (first, next(numbers)))


def _index(*, unspaced: bool) -> dict[str, list[tuple[str, _Phrase]]]:
    """The phrases, with their texts, by a word that a line holds if it holds the phrase.

    In scripts without blanks that is the first character.
    """
    index: dict[str, list[tuple[str, _Phrase]]] = {}
    for phrase in _phrases():
        if phrase.is_unspaced is unspaced:
            key = phrase.first if unspaced else _telling(phrase)
            index.setdefault(key, []).append((phrase.text, phrase))
    return index


def _telling(phrase: _Phrase) -> str:
    """The longest word of a phrase, for short ones stand everywhere; the last one may be a stem."""
    words = phrase.text.split()[1:-1]
    return max([phrase.first, *(word for word in words if _SIGNS_SET.isdisjoint(word))], key=len)


_BY_WORD: Final = _index(unspaced=False)
_BY_CHARACTER: Final = _index(unspaced=True)
_WORDS: Final = frozenset(_BY_WORD)
_rank: Final = attrgetter("rank")
_CHARACTERS: Final = frozenset(_BY_CHARACTER)
_MOST_LABEL: Final = 30
"""Characters of the longest label of `phrases.whole.WHOLE`, and some marks around it."""
_ROLE_NUMBERS: Final = {role: number for number, role in enumerate(SIGNALS)}


class Signals(NamedTuple):
    """What the lines of a text tell.

    Attributes:
        flags: uint8 of 0 and 1, shape (len(SIGNALS), n_lines).
        is_whole: Lines that are nothing but a label, shape (n_lines,).
        told: Role -> lines by index -> the first phrase found in each; only roles of `phrases.PHRASES`.
    """

    flags: NDArray[np.uint8]
    is_whole: NDArray[np.bool_]
    told: Mapping[str, Mapping[int, str]]


def find_signals(lowered: str, n_lines: int, *, is_unspaced: bool) -> Signals:
    """Look for the phrases of all roles in the short ones of a text's lines.

    Args:
        lowered: The lines in lower case, each followed by a line end; long ones may be shortened.
        n_lines: How many they are.
        is_unspaced: Whether there may be words of scripts without blanks.
    """
    lines = lowered.split("\n")
    bare = lowered
    for sign in _SIGNS:
        bare = bare.replace(sign, " ")
    words = bare.split("\n")
    short = [i for i, line in enumerate(lines) if 0 < len(line) <= MAX_TOLD]
    told: dict[str, dict[int, str]] = {}
    of_role, at, whole = list[int](), list[int](), list[int]()
    for i in short:
        line = lines[i]
        if len(line) <= _MOST_LABEL and (role := WHOLE.get(line.strip(_MARKS))) is not None:
            told.setdefault(role, {})[i] = line
            of_role.append(_ROLE_NUMBERS[role])
            at.append(i)
            whole.append(i)
    is_free = _WORDS.isdisjoint
    hits = [
        (i, phrases)
        for i in short
        if not is_free(held := words[i].split()) and (phrases := _held(lines[i], held))
    ]
    if is_unspaced:
        hits += [(i, phrases) for i in short if (phrases := _held_unspaced(lines[i]))]
    for i, phrases in hits:
        for phrase in phrases:
            of_role.append(phrase.role)
            at.append(i)
            if (role := SIGNALS[phrase.role]) in PHRASES:
                told.setdefault(role, {}).setdefault(i, phrase.text)
    flags = np.zeros((len(SIGNALS), n_lines), dtype=np.uint8)
    flags[of_role, at] = 1
    is_whole = np.zeros(n_lines, dtype=bool)
    is_whole[whole] = True
    return Signals(flags, is_whole, told)


def _held(line: str, words: list[str]) -> list[_Phrase]:
    """The phrases that a line with these words holds."""
    held = [
        phrase
        for word in _WORDS.intersection(words)
        for text, phrase in _BY_WORD[word]
        if text in line and phrase.first in words and _stands(line, phrase)
    ]
    if len(held) > 1:
        held.sort(key=_rank)
    return held


def _held_unspaced(line: str) -> list[_Phrase]:
    held = [
        phrase
        for char in _CHARACTERS.intersection(line)
        for text, phrase in _BY_CHARACTER[char]
        if text in line and _stands(line, phrase)
    ]
    return sorted(held, key=_rank)


def _stands(line: str, phrase: _Phrase) -> bool:
    """Whether a line holds the phrase where a word begins, and is not too long for it."""
    if len(line) > phrase.most:
        return False
    if phrase.is_unspaced:
        return True
    at = line.find(phrase.text)
    while at >= 0:
        end = at + len(phrase.text)
        if not line[at - 1 : at].isalnum() and not (phrase.is_word and line[end : end + 1].isalnum()):
            return True
        at = line.find(phrase.text, end)
    return False
