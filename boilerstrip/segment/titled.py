"""Ids that are made of titles: they name a section by what it is about, not by what it is.

Sphinx, docutils, pandoc, Quarto, Twilio's manual and others make the id of each section of its heading, so
that "Comments in code" stands in `<section id="comments-in-code">`. What a site calls "comments" may have
that as its heading as well, but stands among no sections that are named after theirs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from unicodedata import normalize

from boilerstrip.block import TALK_BIT, BlockTable
from boilerstrip.elements import describe, look_up
from boilerstrip.segment.targets import Tree, headed, named_elements
from boilerstrip.words import ZEROED, classify, words_in

__all__ = ["forget_titles"]

_MOST_WORDS: Final = 4
"""Words of a name; a longer heading is a title."""
_FEWEST: Final = 3
"""Ids made of headings that say nothing, beside which those that say something are no names either."""


class _Section(NamedTuple):
    """An element that begins with a heading, whose words its id begins with."""

    element: int
    identity: str
    kind: tuple[str, str, str]  # its tag, its classes, and what its id has behind the words
    is_long: bool  # whether these are more than a name has


def forget_titles(table: BlockTable, tree: Tree) -> None:
    """Take out of a table what ids say that are made of titles.

    Args:
        table: The table; its columns `mask` and `around` are changed.
        tree: What it was made of.
    """
    if not any(map(_says, _sections(table, is_telling=True))):
        return
    sections = list(_sections(table, is_telling=False))
    by_kind = defaultdict[tuple[str, str, str], list[_Section]](list)
    for section in sections:
        by_kind[section.kind].append(section)
    titled = [section for section in sections if section.is_long]
    for alike in by_kind.values():
        titled += _made_alike(table, alike)
    telling = {section.element: section.identity for section in titled if _says(section)}
    changed = list[int]()
    for element, node in named_elements(table, tree) if telling else ():
        if element in telling and node.get("id") == telling[element]:
            others = [(name, value) for name, value in node.items() if name != "id"]
            tag = table.tag[element]
            table.mask[element] = look_up(tag).mask | describe(tag, *others)[1]
            changed.append(element)
    if changed:
        _hand_down(table, changed[0])


def _sections(table: BlockTable, *, is_telling: bool) -> Iterator[_Section]:
    """The elements of a page that begin with a heading, and whose ids begin with its words."""
    for element, block in headed(table, is_telling=is_telling):
        classes, _, identity = table.label[element].rpartition(" ")
        words, letters = words_in(_spelled(table.text[block])), "".join(words_in(_spelled(identity)))
        title = "".join(words)
        if title and letters.startswith(title):
            kind = (table.tag[element], classes.translate(ZEROED), letters.removeprefix(title))
            yield _Section(element, identity, kind, len(words) > _MOST_WORDS)


def _spelled(text: str) -> str:
    """A text without accents, as docutils writes ids."""
    return text if text.isascii() else normalize("NFKD", text).encode("ascii", "ignore").decode()


def _says(section: _Section) -> bool:
    """Whether the id would tell something, were it a name."""
    return classify(section.identity.translate(ZEROED)) != 0


def _made_alike(table: BlockTable, sections: list[_Section]) -> Iterable[_Section]:
    """Those sections of one kind that stand beside each other or in each other, if enough ids say nothing."""
    if len({section.identity for section in sections if not _says(section)}) < _FEWEST:
        return ()
    elements = {section.element for section in sections}
    beside = Counter(table.parent[element] for element in elements)
    return [
        section
        for section in sections
        if beside[section.element]
        or beside[parent := table.parent[section.element]] > 1
        or parent in elements
    ]


def _hand_down(table: BlockTable, first: int) -> None:
    """Tell elements from the first that has changed on anew what is said around them."""
    arounds = table.around
    for element in range(first, table.n_elements):
        outer, said = table.parent[element], arounds[element] & TALK_BIT
        arounds[element] = said | table.mask[element] | (arounds[outer] if outer >= 0 else 0)
