"""Many short texts as one, so that to look for a phrase in all of them is one call."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

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

    def owners(self, places: Sequence[int]) -> list[int]:
        """Indices of the texts that these places of `page` lie in, one for each place."""
        if not places:
            return []
        found: list[int] = (np.searchsorted(self.starts, places, side="right") - 1).tolist()
        return found
