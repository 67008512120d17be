"""The first scorer: a weighted sum of named columns, squashed to a probability.

It is there to be replaced by a learned model behind the same interface.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.features import COLUMNS

__all__ = ["BIAS", "RULES", "THRESHOLD", "WEIGHTS", "RuleScorer"]

WEIGHTS: Final = MappingProxyType(
    {
        # the block's own text: per natural-log unit, or for a share of 1
        "log_chars": 0.2,
        "ends_sentence": 0.3,
        "link_density": -0.5,
        "punctuation_share": 0.8,
        "is_prose": 0.2,
        # its tag and the tags around it: 0 or 1
        "tag_p": 0.4,
        "tag_h1": -1.6,  # the headline is kept by the decision; other h1 are mostly site names
        "tag_heading": 0.5,
        "tag_definition": -1.1,
        "tag_cell": 0.2,
        "tag_control": -1.1,
        "tag_caption": -1.7,
        "tag_division": -0.3,
        "in_list": 0.4,
        "in_table": 0.7,
        "in_form": -1.0,
        # class and id words on the three innermost elements: 0 or 1
        "near_article": 0.2,
        "near_content": 0.1,
        "near_comment": -1.0,
        "near_forum": 0.7,
        "near_navigation": -0.8,
        "near_footer": -0.7,
        "near_sidebar": -0.2,
        "near_related": -1.1,
        "near_advertisement": -0.8,
        "near_newsletter": -1.2,
        "near_popup": -0.8,
        "near_caption": -0.3,
        "near_legal": -2.0,
        "near_form": -0.7,
        # class and id words on any element around it: 0 or 1
        "around_article": 0.6,
        "around_content": 0.5,
        "around_main": 0.3,
        "around_forum": -0.9,
        "around_navigation": -0.6,
        "around_pagination": -1.1,
        "around_header": -0.6,
        "around_footer": -1.6,
        "around_sidebar": -0.2,
        "around_related": -0.7,
        "around_share": -0.8,
        "around_author": -3.5,
        "around_byline": -0.5,
        "around_login": -1.6,
        "around_popup": -0.9,
        "around_tags": 0.3,
        "around_caption": -1.3,
        "around_legal": -0.6,
        "around_commerce": -0.2,
        "around_teaser": -0.1,
        "around_documentation": 0.4,
        "around_donation": -2.0,
        "around_cookie": -1.0,
        # telling phrases: 0 or 1
        "phrase_donation": -1.5,
        "phrase_newsletter": -1.3,
        "phrase_cookie-notice": -1.0,
        "phrase_related": -3.0,
        "phrase_advertisement": -4.0,
        "phrase_comment-form": -2.0,
        "phrase_share": -3.6,
        "boxed_donation": -4.5,
        "boxed_newsletter": -2.5,
        "boxed_cookie-notice": -3.2,
        "boxed_comment-form": -1.0,
        "after_related": -2.5,
        # where it stands: 0 or 1, shares 0..1, or per natural-log unit
        "position": -0.9,
        "log_page_blocks": -0.3,
        "page_prose_share": -0.7,
        "page_link_density": 2.1,
        "main_holds": 1.1,
        "main_height": -0.2,
        "after_main": -0.1,
        "window_3_prose": 0.3,
        "window_8_links": -0.6,
        "next_chars": 0.1,
        "previous_links": -0.2,
        "next_links": -0.5,
        "previous_heading": 0.2,
    }
)
"""What one unit of a column adds to the log-odds of being main content.

A logistic regression on the development pages proposed them; they were rounded to tenths by hand,
weights below 0.1 dropped, and those of rare words (donation, cookie) set by hand.
"""

BIAS: Final = 0.0
"""Log-odds of a block whose columns are all 0."""

THRESHOLD: Final = 0.38
"""Probability from which a block is kept; flat optimum of F1 on the development pages."""


class RuleScorer:
    """Scores blocks by `WEIGHTS`; see `base.Scorer`."""

    name: Final = "rules-1"
    threshold: Final = THRESHOLD

    def __init__(self) -> None:
        self._weights = np.array([WEIGHTS.get(column, 0.0) for column in COLUMNS], dtype=np.float32)

    def score(self, matrix: NDArray[np.float32]) -> NDArray[np.float32]:
        """Content probabilities 0..1, shape (n_blocks,)."""
        # einsum sums each row by itself in one order; a BLAS product may round a row differently
        # with the number of rows.
        log_odds = np.einsum("ij,j->i", matrix, self._weights) + np.float32(BIAS)
        probability: NDArray[np.float32] = (1 / (1 + np.exp(-log_odds))).astype(np.float32)
        return probability


RULES: Final = RuleScorer()
