"""Invented texts: what the gold pages hold too little of, made of their main content.

A thread of comments that reads like prose under an article (all comments go), and an interview whose
turns look like comments (all stay).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from boilerstrip.phrases.by_language import PHRASES_BY_LANGUAGE

__all__ = [
    "Surroundings",
    "add_thread",
    "make_interview",
    "posts_of",
    "surround",
    "surroundings",
    "write_otherwise",
]

_NAMES: Final = (
    "Ada Brook | Tom | Li Wei | mike_42 | Jürgen K. | Sofía Ramos | Kowalski | Anon | Priya N | Dr. Hale "
    "| Мария | Олег Петров | أحمد | 田中 | Bob S | grumpycat | Zoë | M. Laurent | Guest | Elif Kaya | "
    "Nguyễn An | old sailor | Ingrid | Paulo Reis"
).split(" | ")
_DATES: Final = (
    "March 3, 2019 at 4:12 pm | 2 hours ago | 12/04/2021 | 3 years ago | vor 2 Tagen | il y a 5 heures | "
    "2018-07-21 09:14 | 5h | hace 3 días | 1 год назад | 3 mai 2020 | 14. Juni 2022 um 18:03 | 2 gün "
    "önce | May 2016"
).split(" | ")
_BUTTONS: Final = (
    "Reply | Like | Share | Report | Antworten | Répondre | Responder | 3 | +1 | Ответить | 0 | 回复"
).split(" | ")
_COUNTS: Final = (
    "{} Comments | Comments ({}) | {} thoughts on this | {} Kommentare | {} commentaires | Comentarios "
    "({}) | {} comentários | {} reacties | Комментарии ({}) | {} commenti | Komentarze: {} | {} yorum | "
    "{} Responses | 댓글 {} | コメント {} | {} 条评论"
).split(" | ")
_CASELESS: Final = {
    letter: 0x05D0 + (letter | 32) % 26
    for letter in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))
}
"""Latin letters as Hebrew ones."""
_WIDE: Final = str.maketrans(
    {",": "、", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"} | {".": "。"}
)
_WORD_RE: Final = re.compile(r"[^\W\d_]+")
_BLANK_RE: Final = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_MIN_POST, _MAX_POST = 20, 700
"""Characters of a line that may be (part of) a comment."""


def posts_of(texts: Sequence[str]) -> list[str]:
    """Lines of forum pages that may stand in a comment, in order."""
    lines = [" ".join(line.split()) for text in texts for line in text.splitlines()]
    return [line for line in lines if _MIN_POST <= len(line) <= _MAX_POST and " " in line]


def add_thread(gold: str, posts: Sequence[str], random: np.random.Generator) -> str:
    """An article with a thread of comments below it.

    Args:
        gold: The article, a line each paragraph.
        posts: Lines that comments are made of; at least one.
        random: Chooses the opener and its language, what stands beside a comment, and the blank lines.
    """
    between = "\n" * int(random.integers(1, 3))
    lines = [line for line in gold.splitlines() if line.strip()]
    parts = [between.join(lines), between.join(_opener(random))]
    n_comments = int(random.integers(2, 40) if random.random() < 0.7 else random.integers(40, 130))
    with_name, with_date, with_button, reply_before = random.random(4) < (0.55, 0.4, 0.4, 0.2)
    start = int(random.integers(len(posts)))
    inner = "\n" * int(random.integers(1, 3))
    for _ in range(n_comments):
        n_lines = int(random.choice((1, 1, 1, 2, 3)))
        comment = [posts[(start + i) % len(posts)] for i in range(n_lines)]
        start += n_lines
        about = [str(random.choice(_NAMES))] if with_name else []
        if with_date:
            about.append(str(random.choice(_DATES)))
        button = [str(random.choice(_BUTTONS))] if with_button else []
        parts.append(
            inner.join(
                [*(button if reply_before else ()), *about, *comment, *(() if reply_before else button)]
            )
        )
    return ("\n" * int(random.integers(1, 4))).join(parts)


class Surroundings(NamedTuple):
    """Lines of a page that stand before its main content, and behind it."""

    before: Sequence[str]
    after: Sequence[str]


def surroundings(lines: Sequence[str], is_content: Sequence[bool]) -> Surroundings:
    """What stands around the main content; nothing where there is none."""
    places = [i for i, is_part in enumerate(is_content) if is_part]
    return Surroundings(lines[: places[0]], lines[places[-1] + 1 :]) if places else Surroundings((), ())


def surround(text: str, around: Surroundings, random: np.random.Generator) -> str:
    """A text with a few lines, or with all, of what stood around a main content.

    What a weak extractor has left is often no menu, just a counter, a share button, the name of the site.
    """
    between = "\n" * int(random.integers(1, 3))
    parts = list[str]()
    for lines, ends in ((around.before, True), (around.after, False)):
        n = len(lines) if random.random() < 0.3 else min(len(lines), int(random.integers(0, 9)))
        start = len(lines) - n if ends and random.random() < 0.5 else int(random.integers(len(lines) - n + 1))
        parts.append(between.join(lines[start : start + n]))
    return between.join(part for part in (parts[0], text, parts[1]) if part)


def _opener(random: np.random.Generator) -> list[str]:
    """One to four lines that open a thread, in one language."""
    lines = list[str]()
    by_language = PHRASES_BY_LANGUAGE["comment"]
    language = str(random.choice(["en", "en", "en", *by_language]))
    if random.random() < 0.6:
        lines.append(str(random.choice(_COUNTS)).format(int(random.integers(1, 300))))
    for role in ("comment", "comment-form"):
        known = PHRASES_BY_LANGUAGE[role].get(language) or PHRASES_BY_LANGUAGE[role]["en"]
        if random.random() < 0.6:
            chosen = random.choice(np.array(known, dtype=object), int(random.integers(1, 3)))
            lines += [text[0].upper() + text[1:] for text in chosen]
    return lines or ["Comments"]


def write_otherwise(text: str, *, unspaced: bool) -> str:
    """A text in letters that know no capitals, with or without blanks between words: the shape alone is left.

    Every word becomes the same one wherever it stands, so that labels can be told as before.

    >>> write_otherwise("The end. The end", unspaced=True)
    '娆湱。娆湱'
    """
    if not unspaced:
        return text.translate(_CASELESS)
    return _BLANK_RE.sub("", _WORD_RE.sub(_ideographs, text).translate(_WIDE))


def _ideographs(word: re.Match[str]) -> str:
    """One to four characters that stand for a word of letters."""
    code = zlib.crc32(word[0].lower().encode())
    n_chars = min(1 + len(word[0]) // 4, 4)
    return "".join(chr(0x4E00 + (code >> 7 * i) % 20_000) for i in range(n_chars))


def make_interview(gold: str, random: np.random.Generator) -> str:
    """An article whose paragraphs are turns of two or three people, named over or before their words."""
    lines = [line for line in gold.splitlines() if line.strip()]
    names = [
        str(name)
        for name in random.choice(np.array(_NAMES, dtype=object), int(random.integers(2, 4)), replace=False)
    ]
    joint = str(random.choice(("\n", ": ", "\n\n")))
    turns = list[str]()
    for i, line in enumerate(lines):
        is_turn = i > 1 and len(line) > _MIN_POST and random.random() < 0.85
        turns.append(names[i % len(names)] + joint + line if is_turn else line)
    return ("\n" * int(random.integers(1, 3))).join(turns)
