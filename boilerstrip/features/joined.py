"""Many short texts as one, so that to look for a phrase in all of them is one call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from boilerstrip.compiled import compiled

__all__ = ["Joined"]

COMPILED: Final = compiled("features._texts")


class Joined:
    """Texts in lower case, a line end between each two.

    Args:
        texts: At least one.
        most: Characters of a text above which it is taken for "".

    Attributes:
        page: All of them.
        longer: Indices of those that are taken for "".
        starts: Where each text begins in the page, shape (n_texts,).
    """

    page: str
    longer: list[int]

    def __init__(self, texts: list[str], most: int) -> None:
        self.starts = np.empty(len(texts), dtype=np.intp)
        if COMPILED is not None:
            self.page, self.longer = COMPILED.lowered(texts, most, self.starts)
            return
        self.longer = [i for i, text in enumerate(texts) if len(text) > most]
        texts = texts.copy()
        for i in self.longer:
            texts[i] = ""
        page = "\n".join(texts)
        self.page = page.lower()
        if len(self.page) != len(page):  # a letter or two get longer: İ
            texts = [text.lower() for text in texts]
        ends = np.cumsum(list(map(len, texts)), dtype=np.intp)
        self.starts[0], self.starts[1:] = 0, ends[:-1]
        self.starts += np.arange(len(texts))

    def holding(self, words: list[str]) -> list[int]:
        """Indices of the texts that hold one of these words, of which there is at least one; in order."""
        if COMPILED is not None and min(map(len, words)) > 1:
            found: list[int] = COMPILED.holding(self.page, self.starts, words)
            return found
        places = list[int]()
        for word in words:
            at = self.page.find(word)
            while at >= 0:
                places.append(at)
                end = self.page.find("\n", at)
                at = self.page.find(word, end) if end >= 0 else -1
        return sorted(set(self.owners(places)))

    def places(self, texts: list[str], begins: list[bool], is_whole: list[bool]) -> list[list[int]] | None:
        """Where each of some texts stands in the page; None where only Python can tell.

        Args:
            texts: What is looked for.
            begins: Of each whether it must stand where a word begins.
            is_whole: Of each whether it must stand where a word ends.
        """
        if COMPILED is None or min(map(len, texts), default=2) < 2:
            return None
        found: list[list[int]] = COMPILED.places(self.page, texts, begins, is_whole)
        return found

    def letters(self, ranges: str) -> frozenset[str]:
        """The different characters of the page that are in some ranges, as `a-z`, and maybe others."""
        if COMPILED is None:
            return frozenset(self.page)
        found: frozenset[str] = COMPILED.letters_between(self.page, ranges)
        return found

    def owners(self, places: Sequence[int]) -> list[int]:
        """Indices of the texts that these places of `page` lie in, one for each place."""
        if not places:
            return []
        found: list[int] = (np.searchsorted(self.starts, places, side="right") - 1).tolist()
        return found
