"""Telling phrases in the short lines of a text, and the words of comment threads.

A phrase tells in a line that hardly says more than it; inside a long one it is what somebody writes about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features.overlap import UNSPACED
from boilerstrip.phrases import PHRASES
from boilerstrip.phrases.whole import WHOLE

__all__ = ["MAX_TOLD", "SIGNALS", "Signals", "find_signals"]

MAX_TOLD: Final = 160
"""Characters of a line above which it is prose, whatever phrase it holds."""

SIGNALS: Final = (*PHRASES, "counted", "button", "ago")
"""Roles whose phrases are looked for, and three kinds of words in threads: what comments are called
where they are counted, what their buttons say, what makes a number of hours or days a time."""

_COUNTED: Final = (
    "comment comments reply replies response responses answer answers thoughts kommentar kommentare beiträge antworten "
    "commentaire commentaires réponses réactions comentario comentarios respuestas comentário comentários respostas "
    "commento commenti risposte reactie reacties antwoorden komentarz komentarze komentarzy odpowiedzi komentář "
    "komentáře komentářů odpovědi комментарий комментария комментариев комментарии ответов коментар коментарі коментарів "
    "yorum yorumlar yanıt kommentarer svar kommenttia kommentit hozzászólás hozzászólások komentárov comentarii "
    "comentariu σχόλια σχόλιο κομεντάρια komentari komentara komentar تعليق تعليقات تعليقا نظر دیدگاه تגובות תגובות "
    "टिप्पणियाँ टिप्पणी"
).split()
_COUNTED_UNSPACED: Final = ("评论", "評論", "留言", "コメント", "댓글", "ความคิดเห็น", "回复", "回覆")
_BUTTONS: Final = (
    "reply replies like likes share report flag quote upvote downvote permalink antworten melden zitieren gefällt "
    "répondre signaler citer j'aime responder denunciar citar rispondi segnala cita responda curtir gostei odpowiedz "
    "zgłoś cytuj ответить пожаловаться нравится цитировать відповісти yanıtla cevapla beğen svara svar gilla synes "
    "beantwoorden reageer reageren vastaa رد الرد إبلاغ پاسخ balas trả válasz răspunde απάντηση odpovědět edited"
).split()
_BUTTONS_UNSPACED: Final = ("返信", "回复", "回覆", "举报", "いいね", "답글", "신고", "ตอบกลับ")
_AGO: Final = (
    "ago | vor | il y a | hace | fa | há | atrás | geleden | temu | před | назад | тому | önce | sitten | sedan | siden | "
    "ezelőtt | în urmă | πριν | منذ | پیش | לפני | trước | yang lalu | today | yesterday | gestern | hier | ayer"
).split(" | ")
_AGO_UNSPACED: Final = ("前", "전", "ที่แล้ว")
_MOST_CHARS: Final = {"counted": 60, "button": 40, "ago": 50, "advertisement": 40}
"""Characters above which a line with such a word is no line of that kind."""
_MARKS: Final = " \t:.…»«›‹→←↑↓*|+-–—·•()[]!?0123456789"

_WORD_RE: Final = re.compile(r"\w+")
_UNSPACED_RE: Final = re.compile(f"[{UNSPACED}]")


class _Phrase(NamedTuple):
    role: int
    text: str
    gate: frozenset[str]  # words a text must hold to hold the phrase
    is_unspaced: bool
    is_word: bool  # stands whole


def _phrases() -> Iterable[_Phrase]:
    own = {
        "counted": (*_COUNTED, *_COUNTED_UNSPACED),
        "button": (*_BUTTONS, *_BUTTONS_UNSPACED),
        "ago": (*_AGO, *_AGO_UNSPACED),
    }
    for number, role in enumerate(SIGNALS):
        for text in (own.get(role) or PHRASES[role]):
            words = _WORD_RE.findall(text)
            is_unspaced = _UNSPACED_RE.search(text) is not None
            # Only the last of several words may be a stem; it is not looked for as a word.
            gate = frozenset(() if is_unspaced else words if role in own else words[:-1] or words)
            yield _Phrase(number, text, gate, is_unspaced, gate == {text})


def _index() -> dict[str, list[_Phrase]]:
    """The phrases by the longest word of their gate, which is the rarest; "" for those without one."""
    index: dict[str, list[_Phrase]] = {}
    for phrase in _phrases():
        index.setdefault(max(sorted(phrase.gate), key=len, default=""), []).append(phrase)
    return index


_INDEX: Final = _index()
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


def find_signals(texts: Sequence[str]) -> Signals:
    """Look for the phrases of all roles in the short ones of a text's lines."""
    flags = np.zeros((len(SIGNALS), len(texts)), dtype=np.uint8)
    is_whole = np.zeros(len(texts), dtype=bool)
    told: dict[str, dict[int, str]] = {}
    short = [i for i, text in enumerate(texts) if len(text) <= MAX_TOLD]
    if not short:
        return Signals(flags, is_whole, told)
    lines = [texts[i].lower() for i in short]
    for i, line in zip(short, lines, strict=True):
        if len(line) <= 30 and (role := WHOLE.get(line.strip(_MARKS))):
            flags[_ROLE_NUMBERS[role], i] = is_whole[i] = 1
            told.setdefault(role, {})[i] = line
    joined = "\n" + "\n".join(lines) + "\n"
    starts = np.cumsum([1, *(len(line) + 1 for line in lines[:-1])])
    for phrase in _possible(joined):
        places = _places(joined, phrase)
        if not places:
            continue
        role, most = SIGNALS[phrase.role], _MOST_CHARS.get(SIGNALS[phrase.role], MAX_TOLD)
        for at in (np.searchsorted(starts, places, side="right") - 1).tolist():
            if len(lines[at]) <= most:
                flags[phrase.role, short[at]] = 1
                if role in PHRASES:
                    told.setdefault(role, {}).setdefault(short[at], phrase.text)
    return Signals(flags, is_whole, MappingProxyType(told))


def _possible(joined: str) -> list[_Phrase]:
    """The phrases whose words are all in a text."""
    words = set(_WORD_RE.findall(joined))
    keys = [*(words & _INDEX.keys()), *([""] if _UNSPACED_RE.search(joined) else ())]
    return [phrase for key in sorted(keys) for phrase in _INDEX[key] if phrase.gate <= words]


def _places(page: str, phrase: _Phrase) -> list[int]:
    """Where a text holds the phrase; it begins where a word begins."""
    places = list[int]()
    at = page.find(phrase.text)
    while at >= 0:
        end = at + len(phrase.text)
        if (phrase.is_unspaced or not page[at - 1].isalnum()) and not (phrase.is_word and page[end].isalnum()):
            places.append(at)
        at = page.find(phrase.text, end)
    return places
