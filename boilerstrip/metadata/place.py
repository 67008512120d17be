"""Where on a page a date or a name stands: beside the headline, or in the text, a table or a list below it.

Asked only where a page states neither. On 150 of the 1,497 pages of WCXB a day that readers see is the right
one; of those that are no `<time>` and do not say what they are, none stands behind more than two paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lxml import etree

from boilerstrip.metadata.entries import is_appointed, is_of_entry
from boilerstrip.metadata.found import (
    AROUND,
    CHANGED,
    ELSEWHERE,
    PEOPLE,
    WHOLE,
    following,
    is_marked,
    owner_at,
    text_of,
)
from boilerstrip.metadata.sources import CHANGED_RE
from boilerstrip.patterns import late_pattern

__all__ = ["Places", "places"]

_Element = etree._Element

_INLINE: Final = frozenset(
    "a abbr b bdi cite em font i img label mark q s small span strong sub sup svg time u".split()
)
_TEXTS: Final = frozenset({"p", "li", "dd", "dt", "td", "th", "blockquote", "figcaption"})
_ITEMS: Final = frozenset({"li", "dd", "dt", "td", "th"})
_CELLS: Final = frozenset({"td", "th"})
_HEADINGS: Final = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONG: Final = 80  # characters of a paragraph that is text, not a subtitle or a byline
_FAR: Final = 2  # paragraphs behind which two people in a list are no authors; before, it takes three
_DEEP: Final = 3  # paragraphs behind which a bare date is not the page's
_MAX_CHARS: Final = 400  # of a block that is looked at
_MOST_BYLINE: Final = 200  # characters of a line in which "by" begins a byline
_MAX_WALKED: Final = 5_000  # elements on the way to the last `<time>`
_MAX_BESIDE: Final = 20  # entries of a list that are looked at
_MANY: Final = 3  # entries of a list with dates or people, of which none is the page's
_LEVELS: Final = 4  # elements around a value of which the class may say what it is
_LEAST_BESIDE: Final = 12  # characters of a sentence beside the date in it
_LEAST_WORDS: Final = 3  # before a date, where no sign parts them from it
_ENDS_RE: Final = late_pattern(r"[.!?…。！？][\"'”’)]?$")
_YEAR_RE: Final = late_pattern(r"20\d\d")
_MOST_IN_LINE: Final = 50
"""Elements in a box that may be a line with a day and hours."""
_PARTED_RE: Final = late_pattern(r"[|•·●∙–—,;»/-]")
_SAYS_RE: Final = late_pattern(
    r"\b(?:post|publish|written|created|submitted|asked|started|filed|issued|added|uploaded|veröffentlicht"
    r"|erschienen|erstellt|publi|gepubliceerd|geplaatst|pubblicat|опубликован|добавлен|создан|dodan|opublikowan"
    r"|julkaistu|yayın)|发布|發佈|發布|公開|投稿|掲載|게시|등록|작성",
    re.I,
)
_DAY_RE: Final = late_pattern(r"\b(?:date|datum|fecha|data|дата|päivä|tarih)\b|日期|日付|날짜", re.I)
_OTHER_RE: Final = late_pattern(
    r"\b(?:when|wann|quand|cu[aá]ndo|due|deadline|until|expires?|valid|frist|fällig|termin)\b", re.I
)
_HAPPENS_RE: Final = late_pattern(
    r"event|tribe|calendar|schedul|deadline|timeline|due-?date|(?:start|end)-?date|dt(?:start|end)|valid(?:from|through)"
)
_DATED_RE: Final = late_pattern(r"date|time|meta|publish|byline|header|posted")
_QUOTED_RE: Final = late_pattern(r"testimonial|quote|(?<![a-z])(?:customer|client)s?(?![a-z])")
_SIGNED_RE: Final = late_pattern(
    r"\b(?:by|von|par|por|per|di|door|av|af|od|auth?or\w{0,4}|auteur\w?|text\w?|words|written|posted)\b"
    r"|[|•·●:：]|\d",
    re.I,
)
_SIGNS_RE: Final = late_pattern(r"author|autor|auteur|byline|writer|contributor")
_PERSON_RE: Final = late_pattern(PEOPLE)


def places(root: _Element, headline: _Element | None) -> Iterator[str]:
    """Of each `<time>` whether it is elsewhere, or says when the page was changed."""
    texts: list[_Element] = []
    below = headline is None
    for element in islice(root.iter("p", "time", "h1", "h2"), _MAX_WALKED):
        if element is headline:
            below = True
        elif element.tag == "time":
            before = _before(element)
            if _is_of_change(before):
                yield CHANGED
            else:
                yield ELSEWHERE if _is_elsewhere(element, before, "", _n_before(element, texts)) else ""
        elif element.tag == "p" and below and len(texts) < _DEEP and _is_text(element):
            texts.append(element)


class Places:
    """Whether what stands around a headline is the page's; looked at where something is found."""

    def __init__(self, headline: _Element, most: int) -> None:
        """Of so many elements behind the headline, which are asked for in their order."""
        self._behind = islice(following(headline), most)
        self._texts: list[_Element] = []
        self._last: tuple[_Element, int] = (headline, 0)

    def dated(self, element: _Element, lines: Sequence[str]) -> Sequence[str]:
        """Lines with a date, in or behind an element, with what is said before; none if not the page's."""
        n_texts, before, said = self._depth(element), _before(element), " ".join(lines)
        if owner_at(element) or (n_texts >= _DEEP and not _says(said)):
            return ()
        if _is_elsewhere(element, f"{before} {said}", lines[-1], n_texts):
            return ()
        return [f"updated {line}" for line in lines] if _is_of_change(before) and not _says(said) else lines

    def is_of_author(self, element: _Element) -> bool:
        """Whether who is named by an element with a mark signs the page."""
        if owner_at(element) or _is_quoted(element) or is_of_entry(element):
            return False
        by_address = element.tag == "a" and not is_marked(_told_by(element))
        return not (by_address and _is_named_elsewhere(element, self._depth(element)))

    def is_byline(self, element: _Element) -> bool:
        """Whether an element that begins with "By" is not a few words of the text."""
        return element.tag not in _INLINE or len(text_of(_block_of(element), _MAX_CHARS)) < _MOST_BYLINE

    def _depth(self, element: _Element) -> int:
        """How many paragraphs of text stand between the headline and an element; 0 where it is before it."""
        if self._last[0] is not element:
            self._last = (element, self._passed(element))
        return self._last[1]

    def _passed(self, element: _Element) -> int:
        texts = self._texts
        for passed in self._behind:
            if passed is element:
                n_texts = _n_before(element, texts)
            if passed.tag == "p" and len(texts) < _DEEP and _is_text(passed):
                texts.append(passed)
            if passed is element:
                return n_texts
        return 0


def _told_by(link: _Element) -> str:
    """What a link says of itself, but for where it leads."""
    return " ".join(value for name, value in link.items() if name != "href")[:_MAX_CHARS].lower()


def _is_text(paragraph: _Element) -> bool:
    return len(text_of(paragraph, _MAX_CHARS)) >= _LONG


def _n_before(element: _Element, texts: list[_Element]) -> int:
    """How many of these are before an element, of which the last may be around it."""
    inside = bool(texts) and texts[-1] in element.iterancestors()
    return len(texts) - inside


def _is_elsewhere(element: _Element, before: str, line: str, n_texts: int) -> bool:
    words, block = _words_around(element), _block_of(element)
    if (
        _HAPPENS_RE.search(words)
        or _OTHER_RE.search(before)
        or _is_of_data(block)
        or _has_dated(_entry_of(block))
        or is_of_entry(element)
    ):
        return True
    is_settled = block.tag not in _TEXTS or _says(before)
    if is_settled and len(block) > _MOST_IN_LINE:
        return False
    said = text_of(block, _MAX_CHARS)
    own = line if line and line in said else text_of(element)
    if is_appointed(element, said, own):
        return True
    if is_settled:
        return False
    label = said.partition(own)[0].strip() if own else ""
    if _says(label):
        return False
    is_sentence = bool(label) and len(said) - len(own) >= _LEAST_BESIDE and _ENDS_RE.search(said) is not None
    is_item = block.tag in _ITEMS and not _DATED_RE.search(words)
    return is_sentence or (n_texts > 0 and (is_item or _goes_on(label)))


def _says(text: str) -> bool:
    """Whether a text says that a day is that of publication or of a change."""
    return _SAYS_RE.search(text) is not None or CHANGED_RE.search(text) is not None


def _is_of_change(label: str) -> bool:
    """Whether a label says that a day is that of a change, and of nothing else."""
    return CHANGED_RE.search(label) is not None and _SAYS_RE.search(label) is None


def _goes_on(label: str) -> bool:
    """Whether what stands before a date is a label, or the beginning of a sentence."""
    return label.endswith(":") or (len(label.split()) >= _LEAST_WORDS and not _PARTED_RE.search(label))


def _words_around(element: _Element) -> str:
    """Classes, and what else says what an element is, of it and a few around it."""
    words = [element.get("class") or "", element.get("itemprop") or ""]
    for around in islice(element.iterancestors(), _LEVELS):
        if around.tag in WHOLE:
            break
        words += [around.get("class") or "", around.get("id") or ""]
    return " ".join(words)[:_MAX_CHARS].lower()


def _block_of(element: _Element) -> _Element:
    """The element, or the nearest around it, that begins a line."""
    for around in islice(element.iterancestors(), AROUND):
        if element.tag not in _INLINE:
            break
        element = around
    return element


def _before(element: _Element) -> str:
    """What stands before an element in its line."""
    for around in islice(element.iterancestors(), _LEVELS):
        beside = element.getprevious()
        text = (around.text if beside is None else beside.tail) or ""
        if not text.strip() and beside is not None:
            text = text_of(beside, _LONG)
        if text.strip():
            return text[-_LONG:]
        if around.tag not in _INLINE:
            break
        element = around
    return ""


def _entry_of(block: _Element) -> _Element | None:
    """The entry of a list that a block is, or that is close around it."""
    near = (block, *islice(block.iterancestors(), _LEVELS))
    return next((around for around in near if around.tag == "li"), None)


def _is_of_data(cell: _Element) -> bool:
    """Whether a block is a cell of a table with headers, the first in its row not saying "Published"."""
    row = cell.getparent()
    table = next((around for around in islice(cell.iterancestors("table"), 1)), None)
    if cell.tag not in _CELLS or row is None or table is None or next(table.iter("th"), None) is None:
        return False
    label = text_of(row[0], _LONG) if row[0] is not cell else ""
    return not _says(label) and _DAY_RE.search(label) is None


def _has_dated(entry: _Element | None) -> bool:
    """Whether entries beside one have a date, too, so that it is a list of things that have."""
    around = None if entry is None else entry.getparent()
    if around is None:
        return False
    dated = 0
    for other in islice(around.iterchildren("li"), _MAX_BESIDE):
        dated += next(other.iter("time"), None) is not None or bool(_YEAR_RE.search(text_of(other, _LONG)))
    return dated >= _MANY


def _is_quoted(element: _Element) -> bool:
    """Whether a name is of somebody who is quoted, as in a testimonial."""
    for around in islice(element.iterancestors(), AROUND):
        if around.tag in ("blockquote", "figure"):
            return True
        if around.tag in WHOLE:
            return False
        if _QUOTED_RE.search(f"{around.get('class')} {around.get('id')}"[:_MAX_CHARS].lower()):
            return True
    return False


def _is_named_elsewhere(link: _Element, n_texts: int) -> bool:
    """Whether a link to a person's page stands in the text or in a list of people, and signs nothing."""
    if _SIGNS_RE.search(_words_around(link)):
        return False
    block = _block_of(link)
    said, own = text_of(block, _MAX_CHARS), text_of(link, _MAX_CHARS)
    if _n_people(_entry_of(block)) >= (_MANY if n_texts < _FAR else _MANY - 1):
        return True
    if _SIGNED_RE.search(said.replace(own, "", 1)):
        return len(said) - len(own) > _MAX_CHARS / 2
    if block.tag == "p" or block.tag in _HEADINGS:
        return n_texts > 0 or len(said) > len(own)
    return block.tag in _CELLS


def _n_people(entry: _Element | None) -> int:
    """How many entries of a list name people."""
    around = None if entry is None else entry.getparent()
    beside = () if around is None else islice(around.iterchildren("li"), _MAX_BESIDE)
    links = [link for other in beside for link in islice(other.iter("a"), 1)]
    addresses = [(link.get("href") or "")[:_MAX_CHARS].lower() for link in links]
    return sum(_PERSON_RE.search(address) is not None for address in addresses)
