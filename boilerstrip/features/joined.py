"""Many short texts as one, so that looking for a word in all of them is one call."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Joined"]


class Joined:
    """Texts in lower case, each followed by a line end.

    Attributes:
        page: All of them.
        starts: Where each begins in it, shape (n_texts,).
    """

    def __init__(self, texts: Sequence[str]) -> None:
        page = "\n".join(texts)
        self.page = page.lower()
        if len(self.page) != len(page):  # a letter or two get longer: İ
            texts = [text.lower() for text in texts]
        ends = np.cumsum(list(map(len, texts)), dtype=np.intp)
        self.starts = np.concatenate((np.zeros(1, dtype=np.intp), ends[:-1])) + np.arange(len(texts))

    def __getitem__(self, index: int) -> str:
        """One of the texts."""
        end = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else len(self.page)
        return self.page[self.starts[index] : end]

    def holding(self, parts: Iterable[str]) -> NDArray[np.bool_]:
        """Which texts hold one of these, shape (n_texts,)."""
        page, places = self.page, list[int]()
        for part in parts:
            at = page.find(part)
            while at >= 0:
                places.append(at)
                at = page.find(part, at + len(part))
        return self.at(places)

    def owners(self, places: Sequence[int]) -> list[int]:
        """Indices of the texts that these places of `page` lie in, one for each place."""
        if not places:
            return []
        found: list[int] = (np.searchsorted(self.starts, places, side="right") - 1).tolist()
        return found

    def at(self, places: Sequence[int]) -> NDArray[np.bool_]:
        """Which texts these places of `page` lie in, shape (n_texts,)."""
        found = np.zeros(len(self.starts), dtype=bool)
        if places:
            found[self.owners(places)] = True
        return found
