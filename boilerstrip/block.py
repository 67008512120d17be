"""The values that travel between the steps: the block table of a page, and one public `Block`.

A page is two parallel tables. *Elements* are listed in document order, so an element's subtree is
a contiguous run; *blocks* are the runs of text between block-level boundaries, in page order, so
an element covers the contiguous span `first_block[e] .. end_block[e]` of blocks. Any statistic of
an ancestor is thereby two look-ups in a prefix sum over the blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from boilerstrip.later import Later

__all__ = [
    "TALK_BIT",
    "Block",
    "BlockTable",
    "Decisions",
    "Entry",
    "Inline",
    "Mark",
    "PendingDecisions",
    "Reason",
    "Stated",
]

TALK_BIT = 1 << 55
"""Of `BlockTable.around` alone: an element around is, by schema.org, what people say (Comment, Answer)."""


class Mark(NamedTuple):
    """A piece of inline markup inside a block.

    `kind` opens ("a", "b", "i", "code", "del", "sup", "sub", "q", "rt", "math") or closes ("/a", "/b", ...) a
    span, or stands alone ("br", "img", "embed", "emoji"). Opening and closing marks of one block always
    balance. `value` is the href of an "a", the src of an "img" ("" where it shows none of the content), the
    address of an "embed", "display" of a "math" and "line" of an "i" (who is quoted) on a line of its own,
    else "". `alt` is the description of an "img", the title of an "embed", the sign that an image shows of an
    "emoji". What is inside a "math" is TeX.

    Of footnotes: "ref" is around what refers to one, "note" around what one says, "back" around what goes
    where it is written as a footnote (its own number, links back). `value` is the note's number on the
    page, `alt` of a "ref" its label. Renderers have "footnote" in place of a "ref"; its `value` is the label.
    """

    kind: str
    value: str = ""
    alt: str = ""


Inline = tuple["str | Mark", ...]
"""A block's content: raw text pieces (white space not yet folded) and marks, in page order."""


@dataclass(frozen=True, slots=True, eq=False)
class BlockTable:
    """Every block of one page and the elements around them.

    Per block (length n_blocks):
        text: Visible words, white space folded to single blanks; as written inside `<pre>`.
            "" for a block that is only an image or something embedded.
        inline: The same content with its inline markup.
        element: Index of the innermost block-level element around the block.
        n_chars: Characters of `text` without white space.
        n_link_chars: Those of them inside links.

    Per element (length n_elements, document order; index 0 is the root):
        tag: Lower-case tag name.
        parent: Index of the parent element, -1 for a root.
        label: Class and id as written, separated by one blank; "" where it has neither.
        mask: Word categories and structure of this element alone, bits of `vocabulary.CATEGORY_BIT`
            and, above them, of `vocabulary.STRUCTURES`.
        around: The same bits of the element and all its ancestors together, and `TALK_BIT`.
        first_block, end_block: The span of blocks the element covers (end exclusive).
        attributes: The few attributes renderers need, by element index: start and value of
            lists and items, colspan and rowspan of cells, the lang of a code block, and what an
            element is beside its tag ("as", "kind", "task", see `shapes`).
        purposes: Attributes that say what an element is for, beside class and id, by element index: role,
            itemtype, and those that hide it.
        details: Attributes as written (name, value), by element index, of elements (inline ones too)
            inside what calls itself comments or a forum, and of dated ones (`<time>`) anywhere. "#text"
            is the text of an inline one, "@name" what a `<meta>` or `<link>` in it says of a property,
            "#width" the width of an image in it that sets it in.
        spoken: Indices of the elements that by schema.org are what people say (Comment, Answer).
        panels: Indices of the elements that a tab shows whose label heads them.

    Page:
        noted: Indices of the blocks that are a footnote or refer to one, see `Mark`.
        from_noscript: True where `<noscript>` content was read because little else was there.
        left_out: What has text that browsers show and that is in no block, in words.
    """

    text: list[str]
    inline: list[Inline]
    element: list[int]
    n_chars: list[int]
    n_link_chars: list[int]
    tag: list[str]
    parent: list[int]
    label: list[str]
    mask: list[int]
    around: list[int]
    first_block: list[int]
    end_block: list[int]
    attributes: dict[int, dict[str, str]] = field(default_factory=dict)
    purposes: dict[int, dict[str, str]] = field(default_factory=dict)
    from_noscript: bool = False
    details: dict[int, list[tuple[str, str]]] = field(default_factory=dict)
    noted: list[int] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    spoken: list[int] = field(default_factory=list)
    panels: list[int] = field(default_factory=list)

    @property
    def n_blocks(self) -> int:
        """Number of blocks."""
        return len(self.text)

    @property
    def n_elements(self) -> int:
        """Number of elements."""
        return len(self.tag)

    def ancestors(self, element: int, most: int | None = None) -> list[int]:
        """The element itself and the elements around it, innermost first, at most so many."""
        chain: list[int] = []
        parent = self.parent
        while element >= 0 and len(chain) != most:
            chain += (element,)  # no call: it is asked often
            element = parent[element]
        return chain

    def around_all(self, blocks: Sequence[int]) -> int:
        """The innermost element around all of these blocks, of which there is at least one."""
        parents = self.parent
        top = self.element[blocks[0]]
        for block in blocks[1:]:
            other = self.element[block]
            while top != other:  # a parent's index is smaller
                if top > other:
                    top = parents[top]
                else:
                    other = parents[other]
        return top

    def xpaths(self) -> list[str]:
        """The XPath of each block's element, length n_blocks; each finds just that element.

        A path counts siblings of the same tag from 1, as XPath does: `/html/body/div[2]/p[1]`.
        """
        from boilerstrip.xpaths import xpaths_of  # for those who look at blocks one by one

        return xpaths_of(self.tag, self.parent, self.element)


class Reason(NamedTuple):
    """Why a block was kept or dropped.

    `code` is stable and meant for programs; `evidence` is the class word, tag or column behind
    it, as the page has it.
    """

    code: str
    evidence: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """What was decided for each block of a table; all lists have length n_blocks.

    Attributes:
        score: Content probability, 0..1.
        kept: True for main content.
        role: What the block is, one of `vocabulary.KEPT_ROLES` or `vocabulary.DROPPED_ROLES`.
        reason: Why.
        headline: Index of the block that is the page's headline, -1 where none is visible.
    """

    score: list[float]
    kept: list[bool]
    role: list[str]
    reason: list[Reason]
    headline: int


class PendingDecisions(Decisions):
    """Decisions whose roles and reasons are worked out when one of them is first looked at."""

    __slots__ = ("_told",)
    _told: Later[tuple[list[str], list[Reason]]]

    def __init__(
        self, score: list[float], kept: list[bool], headline: int, told: Later[tuple[list[str], list[Reason]]]
    ) -> None:
        for name, value in (("score", score), ("kept", kept), ("headline", headline), ("_told", told)):
            object.__setattr__(self, name, value)

    @property
    def role(self) -> list[str]:
        """What each block is."""
        return self._told()[0]

    @property
    def reason(self) -> list[Reason]:
        """Why."""
        return self._told()[1]

    def __reduce__(self) -> tuple[type[Decisions], tuple[object, ...]]:
        return Decisions, (self.score, self.kept, self.role, self.reason, self.headline)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page with its decision, as `page.blocks` lists it.

    Attributes:
        text: The block's visible words.
        kept: True for main content.
        role: What the block is: "paragraph", "heading" ... when kept, "navigation", "comment" ...
            when dropped.
        score: Content probability, 0..1.
        reason: Why it was kept or dropped.
        xpath: Where it stands in the parsed page.
    """

    text: str
    kept: bool
    role: str
    score: float
    reason: Reason
    xpath: str


class Entry(NamedTuple):
    """What one person says in a thread of comments or posts.

    Attributes:
        element: Index of the element that holds it.
        blocks, about: Indices of the blocks that are its own words, and of others: author, votes, buttons.
        author, date, permalink: As `page.Comment` has them, the permalink as written on the page.
        score: Votes, those against taken off; None where the page does not say.
        parent: Index of the entry it answers, in the same tuple; -1 for none.
        depth: Entries around it, 0 for one that answers none.
        opens: It opens the thread, and another template wrote it than wrote the others.
    """

    element: int
    blocks: tuple[int, ...]
    about: tuple[int, ...]
    author: str | None
    date: str | None
    permalink: str | None
    score: int | None
    parent: int
    depth: int
    opens: bool = False


class Stated(NamedTuple):
    """A comment or post that only the page's JSON-LD holds; the fields are as in `Entry`.

    `text` is plain text of one or more lines; `is_post` says that it stands in a forum's thread.
    """

    text: str
    author: str | None
    date: str | None
    permalink: str | None
    score: int | None
    parent: int
    depth: int
    is_post: bool
