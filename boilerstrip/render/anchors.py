"""What stands in a heading, or alone, and is no words of it: signs that link to it, links to edit it."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.block import BlockTable, Inline, Mark
from boilerstrip.patterns import late_pattern
from boilerstrip.render.clean import clean
from boilerstrip.render.inline import plain_text
from boilerstrip.render.noted import unreferred
from boilerstrip.render.url import MAX_LENGTH
from boilerstrip.shapes.code import is_copy_button

__all__ = [
    "LONGEST",
    "PILCROW",
    "SIGNS",
    "WRAPPERS",
    "caption_words",
    "is_in_button",
    "may_link_to_itself",
    "says_nothing",
    "shows_only",
    "without_bold",
    "without_permalinks",
]

_ANCHOR_RE: Final = late_pattern(
    r"(?:perma(?:nent )?link|anchor|(?:copy|direct|section) link|"
    r"link (?:to|for) (?:this|the)? ?(?:heading|section|headline)|"
    r"copy link to|direct link to|link to (?:this )?(?:definition|code|table|image|figure)|section titled|"
    r"navigate to (?:heading|section)|lien permanent|enlace permanente|dauerlink)\b.{0,400}",
    re.IGNORECASE | re.DOTALL,
)
"""How links say that they lead to the heading that they stand in."""
_ANCHOR_STARTS: Final = frozenset("acdelnpsACDELNPS")
"""The letters of ASCII with which they do so."""
_EDIT_RE: Final = late_pattern(r"[?&;](?:ve)?action=(?:edit|editsource)\b")
"""In the address of a link that edits a section of a wiki, whatever its language."""
WRAPPERS: Final = ("#wrapper", "#panel")
"""What boxes around code are, in which the name of its language may stand by itself."""
PILCROW: Final = "\N{PILCROW SIGN}"
"""The sign that Sphinx and others put behind captions and definitions, too, as a link to them."""
SIGNS: Final = ("#", "§", "🔗")
"""Signs that themes put there instead (numpy's and pandas', Haddock), at the end: text may have others."""
LONGEST: Final = 80
"""Characters of a block that may be an anchor or a link to edit, and nothing else."""


def without_permalinks(inline: Inline) -> Inline:
    """A heading's content without what links to itself or edits it, as documentation tools and wikis add it.

    A link to itself goes to a fragment and holds no letter or digit ("¶", "#", "§"), or it says
    what it is ("Permalink") beside other words. A heading that is
    all one link to a place on the page stays without the link. A link to edit stands in brackets at the end.
    """
    if not _may_hold_links(inline):
        return inline
    kept: list[str | Mark] = []
    n_letters = -1  # in all of it, counted when it matters
    opened = -1  # where in `kept` a link to a fragment began
    for piece in _without_edit(inline):
        kept.append(piece)
        if not isinstance(piece, Mark):
            continue
        if piece.kind == "a":
            opened = len(kept) - 1 if "#" in piece.value else -1
        elif piece.kind == "/a" and opened >= 0:
            words = _words(kept[opened:])
            if not (here := _count_letters(words)):
                del kept[opened:]
            elif _is_own(kept[opened]) or _names_anchor(words):
                n_letters = n_letters if n_letters >= 0 else _count_letters(_words(inline))
                if n_letters == here:
                    kept.pop()
                    del kept[opened]
                elif _names_anchor(words):
                    del kept[opened:]
            opened = -1
    return tuple(kept)


def may_link_to_itself(text: str) -> bool:
    """Whether a block that is no heading may hold a link to itself, by its text."""
    return PILCROW in text or text.endswith(SIGNS)


def without_bold(inline: Inline) -> Inline:
    """A heading's content without the marks of bold, where all of its words are: headings are bold anyway."""
    is_bold = is_open = False
    for piece in inline:
        if isinstance(piece, str):
            if not is_open and not piece.isspace():
                return inline
        elif piece.kind in ("b", "/b"):
            is_bold, is_open = True, piece.kind == "b"
    if not is_bold:
        return inline
    return tuple(piece for piece in inline if isinstance(piece, str) or piece.kind not in ("b", "/b"))


def _may_hold_links(inline: Inline) -> bool:
    """Whether a link may lead to a place on a page, or edit something: both say so behind a sign."""
    return any(
        type(piece) is not str and piece[0] == "a" and ("#" in piece[1] or "=" in piece[1])
        for piece in inline
    )


def _names_anchor(words: str) -> bool:
    """Whether a link with these words says that it leads to its heading; most tell by their first letter."""
    first = words[:1]
    return (first in _ANCHOR_STARTS or not first.isascii()) and _ANCHOR_RE.fullmatch(words) is not None


def _is_own(link: str | Mark) -> bool:
    return isinstance(link, Mark) and link.value.startswith("#")


def caption_words(table: BlockTable, element: int) -> str:
    """What a caption says, without what links to its figure or refers to a note; kept or not."""
    blocks = range(table.first_block[element], table.end_block[element])
    said = (
        plain_text(without_permalinks(unreferred(table.inline[block])))
        if may_link_to_itself(table.text[block]) or block in table.noted
        else table.text[block]
        for block in blocks
    )
    return " ".join(clean(" ".join(said)).split())


def says_nothing(table: BlockTable, block: int, inline: Inline) -> bool:
    """Whether a block is no words of the page, for what it says: a button that copies, the name of a
    language above its code, a link to the heading beside it, or one to edit its section.

    Args:
        table: The page's blocks.
        block: One of them.
        inline: Its content as `inline.tidy` gives it.
    """
    element, pieces = table.element[block], table.inline[block]
    if is_in_button(table, element):
        return is_copy_button(plain_text(inline))
    shaped = table.attributes.get(element)
    if shaped and shaped.get("as") in WRAPPERS:
        return plain_text(inline).lower() == shaped.get("lang")
    # What the block says is as long as the words of its pieces, but for signs and blanks.
    return len(pieces) > 1 and len(table.text[block]) <= 2 * LONGEST and _is_anchor_alone(pieces)


def shows_only(inline: Inline) -> bool:
    """Whether the content of a block is images and no words: of a heading that names nothing."""
    return all(piece.isspace() for piece in inline if isinstance(piece, str))


def is_in_button(table: BlockTable, element: int) -> bool:
    """Whether an element is a button, or a box in one."""
    while element >= 0 and table.tag[element] == "div":
        element = table.parent[element]
    return element >= 0 and table.tag[element] == "button"


def _is_anchor_alone(inline: Inline) -> bool:
    """Whether all of a paragraph is a link to a heading that says so, or a link to edit a section."""
    first = inline[0]
    if isinstance(first, str):
        if first[:1].isalnum():  # true of most
            return False
        if clean(first).strip()[:1] not in ("", "["):
            return False
    elif first.kind == "a" and "#" not in first.value:
        return False
    links = [piece for piece in inline if isinstance(piece, Mark) and piece.kind == "a"]
    if not links or not _may_hold_links(inline) or len(words := _words(inline)) > LONGEST:
        return False
    if len(links) == 1 and "#" in links[0].value and _names_anchor(words):
        return True
    return words[:1] == "[" and words[-1:] == "]" and all(_edits(link.value) for link in links)


def _without_edit(inline: Inline) -> Inline:
    """The content up to the bracket that opens a link to edit."""
    at = next(
        (i for i, p in enumerate(inline) if isinstance(p, Mark) and p.kind == "a" and _edits(p.value)), -1
    )
    while at > 0:
        at -= 1
        piece = inline[at]
        if not isinstance(piece, str):
            return inline
        before, bracket, after = piece.rpartition("[")
        if bracket and not after.strip():
            return (*inline[:at], before) if before else inline[:at]
        if piece.strip():
            return inline
    return inline


def _words(pieces: Inline | list[str | Mark]) -> str:
    return " ".join(clean("".join([piece for piece in pieces if isinstance(piece, str)])).split())


def _edits(address: str) -> bool:
    return len(address) <= MAX_LENGTH and _EDIT_RE.search(clean(address)) is not None


def _count_letters(words: str) -> int:
    return sum(map(str.isalnum, words))
