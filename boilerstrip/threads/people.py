"""Who wrote an entry, as its markup or its lines say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.threads.dates import date_in, has_date, is_date, is_later
from boilerstrip.threads.labels import are_actions, author_weight, fold, vote_weight
from boilerstrip.threads.marked import Marked
from boilerstrip.threads.reading import Reading, is_profile
from boilerstrip.threads.telling import WHO
from boilerstrip.threads.terms import AUTHOR_PROPS

__all__ = ["Name", "find_name", "known_names", "without_suffixes"]

COMPILED: Final = compiled("threads._told")
_MOST_CHARS: Final = 60
_LINE_CHARS: Final = 90
"""Characters without white space of a line in which a name is guessed."""
_MOST_WORDS: Final = 8
_TEMPLATE_CHARS: Final = 12
"""Characters of a line that many entries have from which the template wrote more than a label."""
_AT_RE: Final = re.compile(r"\s(?:at|on|am|um|le|el|il|em|op|den|,)\s*$", re.IGNORECASE)
"""What leads from a name to the date behind it."""
_WRITTEN: Final = (
    *("posted", "written", "submitted", "reviewed", "asked", "answered", "started"),
    *("comment", "review", "reply"),
)
_BY: Final = tuple("by von par por av af door autor author auteur автор от ο/η".split())
_BEGINNINGS: Final = _WRITTEN + _BY
_PREFIX_RE: Final = re.compile(
    rf"^(?:(?:{'|'.join(_WRITTEN)})\s+by|{'|'.join(_BY)})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE
)
_SAYS: Final = (
    *("says", "said", "wrote", "writes", "commented", "replied", "schrieb", "schreibt", "sagt", "sagte"),
    *("meint", "dit", "a dit", "a écrit", "dice", "dijo", "escribió", "ha scritto", "ha detto", "disse"),
    *("diz", "zegt", "schreef", "pisze", "napisał", "говорит", "пишет", "sade", "skriver", "sier"),
    *("kirjoitti", "diyor ki", "dedi ki", "hat gesagt", "zei", "sagde", "sanoi", "powiedział(a)", "řekl(a)"),
    *("írta", "spunea", "комментирует", "каже", "каза", "είπε", "אמר", "אמר/ה", "يقول", "ने कहा", "กล่าวว่า"),
    *("nói", "mengatakan", "说", "說", "さんのコメント"),
)
_SUFFIX_RE: Final = re.compile(rf"\s(?:{'|'.join(map(re.escape, _SAYS))})\.{{0,3}}$", re.IGNORECASE)
_EDGES: Final = " \t\r\n,;|•·–—-:…"
_SPLIT_RE: Final = re.compile(r"[|•·»\n]")
_BRACKETS_RE: Final = re.compile(r"(\([^()]{1,40}\))$")
_LETTER_RE: Final = re.compile(r"[^\W\d_]")
_TAG_RE: Final = re.compile(r"</?[a-z]{1,10}>", re.IGNORECASE)
_NO_NAMES: Final = frozenset(
    "by de posted written submitted comment reply permalink link at on from via edited says wrote"
    " commented asked answered opened closed created started issue followers views 关注者 被浏览 发表于"
    " 發表於 发布于 發佈於 投稿日 投稿日時 작성일 등록일".split()
)
"""Words that stand beside names."""
_NO_NAME: Final = (
    *("#", "Re:", "RE:", "Re :", "re:"),
    *("Originally posted", "Originally Posted", "Reviewed in", "Verified Purchase"),
)
"""How numbers of posts begin, subjects of answers, and other lines that stand where a name may."""
_LABEL_RE: Final = re.compile(r"#\d|: ")
"""What a line has that names something else: "Reply #1 on", "Location: Ostend"."""
_PROP, _DATA, _LINK = 10.0, 8.0, 4.0
"""Weights of a microdata property, a data attribute of the entry and a link to a person's page, beside
those of `labels.author_weight` (2 to 6)."""
_REPEATED: Final = 2.0
"""Weight that a name loses where many entries have it."""
_TOLD: Final = 2.9
"""Weight from which markup says that it is the author, also where one wrote most entries."""
_INSIDE: Final = 0.5
"""Weight that an element without a telling name has less than the one around it."""
_SURE_SHARE: Final = 0.75
"""Share of entries with a marked-up author from which others are not guessed."""
_ATTRIBUTES: Final = ("data-author", "data-author-name", "data-user-name", "author")
_STATED: Final = ("@author", "@creator")
_METAS: Final = (*_STATED, "@name")
_WEIGHTS: Final = (_PROP, _LINK, _INSIDE, _REPEATED, _TOLD)


class Name(NamedTuple):
    """A name and the block it stands in (-1: in an attribute); `is_guess` where no markup says so."""

    text: str
    block: int
    is_guess: bool = False


def find_name(
    reading: Reading, entry: int, elements: Sequence[Marked], lines: Sequence[int], same: set[str]
) -> Name | None:
    """The name of who wrote an entry.

    Args:
        entry: The entry's element.
        elements: Those inside it that have attributes and are not part of its words.
        lines: Its blocks that are not part of its words, in page order.
        same: Lines that many entries of the thread have.
    """
    best, best_weight = None, 0.0
    detail = reading.detail(entry)
    for name in _ATTRIBUTES:
        if name in detail and (text := _clean(detail[name])):
            best, best_weight = Name(text, -1), _DATA
            break
    for name in _STATED:
        if name in detail and (text := _clean(detail[name])):
            best, best_weight = Name(text, -1), _PROP
            break
    if COMPILED:
        known = best.text if best else ""
        told = COMPILED.name(reading, elements, known, best_weight, same, (_clean, _named, _METAS, _WEIGHTS))
        return (Name(*told) if told else best) or _in_lines(reading, lines, same)
    for item in elements:
        if not item.tells & WHO:
            continue
        weight = _weight(reading, item)
        if not weight or weight < best_weight:
            continue
        found = _name_in(reading, item)
        if found is None or is_date(found.text):
            continue
        if fold(found.text) in same:  # one who wrote most entries, or a label
            weight = weight - _REPEATED if weight >= _TOLD else 0
        is_core = best is not None and found.text != best.text and found.text in best.text
        if weight > best_weight or (is_core and weight == best_weight):  # of equals the first, without more
            best, best_weight = found, weight
    return best or _in_lines(reading, lines, same)


def _weight(reading: Reading, item: Marked) -> float:
    """How surely an element holds the author's name; 0 for not at all."""
    detail = item.detail
    weight = float(author_weight(item.label)) if item.label else 0.0
    if item.is_author:
        if "name" in item.props or "@name" in detail:
            return 2 * _PROP
        if not AUTHOR_PROPS.isdisjoint(item.props):
            weight += _PROP
    elif "@author" in detail or "@creator" in detail:
        return _PROP
    if "author" in detail.get("rel", ""):
        weight += _LINK
    if not detail:
        return weight
    parent = reading.table.parent[item.element]
    outer = reading.table.label[parent] or reading.detail(parent).get("class", "")
    if "href" in detail and is_profile(detail["href"]):
        if outer and vote_weight(outer):  # one who liked it
            return 0
        weight += _LINK
    return weight or (max(author_weight(outer) - _INSIDE, 0) if outer else 0)


def _name_in(reading: Reading, item: Marked) -> Name | None:
    """The name that an element holds."""
    table, detail = reading.table, item.detail
    for name in _METAS:
        if name in detail and (name != "@name" or item.is_author) and (text := _clean(detail[name])):
            return Name(text, -1)
    block = table.first_block[item.element]
    text = detail.get("#text", "")
    if not text:
        is_block = bool(table.label[item.element] or item.props)
        if not is_block or table.end_block[item.element] - block not in (1, 2):
            return None
        text = _named(table.inline[block]) or table.text[block]
    text = _clean(text)
    return Name(text, block) if text else None


def _named(pieces: Inline) -> str:
    """What in a line that names somebody is the name, "" for all of it.

    A link that it begins with, but none to a place on a page; what stands before a date, or on the first
    of its lines.

    >>> _named(("by ", Mark("a", "/u/1"), "Ann", Mark("/a"), " [staff] ", "3 May 2024"))
    'Ann'
    """
    said, start = "", -1
    for piece in pieces if len(pieces) > 1 else ():
        if isinstance(piece, str):
            if has_date(piece) and _clean(said):
                return _AT_RE.sub("", said)
            said += piece
        elif piece.kind == "a":
            start = -1 if _clean(said) or "#" in piece.value else len(said)
        elif piece.kind == "/a" and start >= 0:
            if _clean(said[start:]) and not has_date(said[start:]):
                return said[start:]
            start = -1
        elif piece.kind == "br" and _clean(said):
            return said
    return ""


def _clean(text: str) -> str:
    """A name without "by" before and "says:" behind it; "" for what is none."""
    text = " ".join(text[: 4 * _MOST_CHARS].split()).strip(_EDGES)
    if " " in text or ":" in text:
        is_plain, small = text.isascii(), text.lower()  # in others letters have more forms
        if not is_plain or small.startswith(_BEGINNINGS):
            text = _PREFIX_RE.sub("", text)
        if not is_plain or small.rstrip(".").endswith(_SAYS):
            text = _SUFFIX_RE.sub("", text)
        text = text.strip(_EDGES)
    if "«" not in text:
        text = text.rstrip(" »")
    if "<" in text:
        text = _TAG_RE.sub("", text)
    if not text or len(text) > _MOST_CHARS or text.count(" ") >= _MOST_WORDS or text.startswith(_NO_NAME):
        return ""
    if not _LETTER_RE.search(text) or _NO_NAMES.issuperset(text.lower().replace(":", " ").split()):
        return ""
    return text


def _in_lines(reading: Reading, lines: Sequence[int], same: set[str]) -> Name | None:
    """The first piece of text that may be a name, links to people's pages before others.

    What stands before the date in its line, or behind "by", is no mere guess. A line that most entries begin
    with, but for numbers, is read after the others: "Posted on 3/4/2025 | Only this author".
    """
    table = reading.table
    first: Name | None = None
    short = [b for b in lines if table.n_chars[b] <= _LINE_CHARS and table.tag[table.element[b]] != "pre"]
    short = [block for block in short if not (reading.is_dated[block] and is_later(table.text[block]))]
    written = tuple([line for line in same if len(line) >= _TEMPLATE_CHARS])
    dated = [block for block in short if reading.is_dated[block]]
    told = {block for block in dated if not fold(table.text[block]).startswith(written)}
    for block in sorted(short, key=lambda block: block not in told):
        href, is_by, may_follow = "", False, reading.is_dated[block]
        for piece in table.inline[block]:
            if isinstance(piece, Mark):
                href = piece.value if piece.kind == "a" else "" if piece.kind == "/a" else href
                continue
            is_linked = href != "" and is_profile(href)
            if first and not is_linked:
                continue
            for text in _SPLIT_RE.split(piece):
                words = text.lower().split()
                was_by = is_by or bool(words and words[0].rstrip(":") in _BY)
                is_by = words[-1].rstrip(":") in _BY if words else is_by
                date = date_in(text)
                may_follow = may_follow and not date
                name = _clean(_AT_RE.sub("", text.replace(date, " ")) if date else text)
                if len(name) < 2 or fold(name) in same or fold(text.strip()) in same or are_actions(name):
                    continue
                if is_linked:
                    return Name(name, block)
                if _LABEL_RE.search(name):
                    continue
                first = first or Name(name, block, is_guess=not (may_follow or was_by))
    return first


def known_names(names: Sequence[Name | None]) -> list[str | None]:
    """The names; guesses only where hardly any entry has its author marked up."""
    n_sure = sum(name is not None and not name.is_guess for name in names)
    guesses = n_sure < _SURE_SHARE * len(names)
    return [name.text if name and (guesses or not name.is_guess) else None for name in names]


def without_suffixes(names: Sequence[str | None]) -> list[str | None]:
    """The names without what stands in brackets behind several different ones: "(not verified)"."""
    found = Counter(
        match[1] for name in {name for name in names if name} if (match := _BRACKETS_RE.search(name))
    )
    return [
        name[: match.start()].rstrip()
        if name and (match := _BRACKETS_RE.search(name)) and found[match[1]] > 1 and match.start()
        else name
        for name in names
    ]
