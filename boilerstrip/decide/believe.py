"""Whom to believe about a dropped block, where several speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from boilerstrip.block import BlockTable, Entry, Reason
from boilerstrip.decide.says import NO_MENU_ITEMS, Said, Saying, Speaker
from boilerstrip.decide.shapes import Shapes, duplicates
from boilerstrip.decide.told import phrases_of, spread
from boilerstrip.features import Told
from boilerstrip.threads import are_posts

__all__ = ["WITHIN_COMMENTS", "Witnesses", "entries_of"]

WITHIN_COMMENTS: Final = frozenset({"comment-form", "advertisement", "cookie-notice"})
"""Widgets that stand in threads without being part of a comment."""


class Witnesses:
    """All that speaks about the dropped blocks of a page: its comments, elements, phrases and links.

    Args:
        table: The page's blocks.
        kept: Which are kept.
        told: Phrases of the page.
        entries: Blocks of comments, of `entries_of`.
    """

    def __init__(self, table: BlockTable, kept: list[bool], told: Told, entries: Mapping[int, str]) -> None:
        self._table, self._entries = table, entries
        self._shapes = shapes = Shapes(table, kept)
        self._around = Speaker(table, shapes.kept, shapes.kept_sums, shapes.sums).sayings()
        self._own = phrases_of(table, kept, told)
        self._boxed = spread(table, kept, self._own)
        self._copies = duplicates(table, kept)
        self._spoken_of = {*self._entries, *self._own, *self._boxed, *self._copies}

    def believed(self, block: int) -> Said | None:
        """The role of a dropped block, and who says so: of a comment, the innermost widget, its own words,
        its box, its place, its links; None where nobody says anything."""
        around = self._around[self._table.element[block]]
        if around.widget is None and block not in self._spoken_of:  # true of most
            place = around.footer or around.menu or self._of_header(around, block)
            return place or self._shapes.say(block) or around.hidden
        widget, own = around.widget, self._own.get(block)
        entry = self._entries.get(block)
        if entry is not None and (widget is None or widget.role not in WITHIN_COMMENTS):
            return Said("comment", Reason("thread", entry))
        if widget is not None and widget.role == "comment":
            for form in (own, self._boxed.get(block)):
                if form is not None and form.role == "comment-form":
                    return form
        place = around.footer or around.menu
        is_link = self._shapes.is_link[block]
        is_entry = around.menu is not None or (is_link and (place or around.header) is not None)
        if own is not None and own.role == "navigation" and around.footer is not None:
            own = None  # a footer's menus are its own
        for said in (widget, own):
            if said is not None and not (is_entry and _only_leads_there(said, around, is_link=is_link)):
                return said
        if not is_entry and (boxed := self._boxed.get(block)) is not None:
            return boxed
        return place or self._of_header(around, block) or self._of_itself(around, block)

    def _of_header(self, around: Saying, block: int) -> Said | None:
        """The header it is in, unless it is one of several links there, a menu nobody calls one."""
        if around.header is not None and self._shapes.is_link[block] and (shape := self._shapes.say(block)):
            return shape._replace(role="navigation")
        return around.header

    def _of_itself(self, around: Saying, block: int) -> Said | None:
        copy = self._copies.get(block)
        if copy is not None and not self._shapes.is_link[block]:
            return copy
        return self._shapes.say(block) or around.hidden


def entries_of(table: BlockTable, kept: list[bool], threads: Sequence[Entry]) -> dict[int, str]:
    """Blocks of readers' comments, or words of posts, each with the one it is part of: "comment 2 of 14".

    What stands about a post, as who wrote it has since when, is no comment.
    """
    found: dict[int, str] = {}
    if not threads:
        return found
    of_posts = are_posts(threads, table.n_chars, kept)
    for number, entry in enumerate(threads, start=1):
        evidence = f"{'post' if of_posts else 'comment'} {number} of {len(threads)}"
        found.update(dict.fromkeys(entry.blocks if of_posts else (*entry.blocks, *entry.about), evidence))
    return found


def _only_leads_there(said: Said, around: Saying, *, is_link: bool) -> bool:
    """Whether an entry of a menu or a footer is not itself what it says."""
    if said.role == "search":
        return is_link and around.menu is not None
    if said.role == "navigation":
        return is_link
    return said.role in NO_MENU_ITEMS
