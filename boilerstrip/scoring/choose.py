"""Probabilities -> which blocks are kept: what a block's own probability does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Reason
from boilerstrip.features import COLUMNS, Features
from boilerstrip.scoring.alike import explain_alike, share_scores
from boilerstrip.scoring.leftovers import LeftOver, find_leftovers

__all__ = ["Chosen", "choose", "drop_comments", "drop_told", "is_fragment", "is_thread", "lowest_kept"]

_FORUM: Final = "forum"
_PRODUCT: Final = "product"

_IS_PROSE: Final = COLUMNS.index("is_prose")
_IN_COMMENTS: Final = COLUMNS.index("around_comment")
_MIN_PROSE_CHARS: Final = 1_000
"""Characters of prose from which a page has main content, whatever its blocks score. Out-of-fold on the
development pages no block was kept on 23; the 3 with so much prose were wrong to be empty."""
_MOSTLY: Final = 0.5
"""Share of prose in a page's characters from which it is more than anything else; of the pages that were
right to be empty the highest had 0.46."""
_MIN_KEPT: Final = 0.05
"""Share of a page's prose that reaches the threshold, below which that is an accident. Out-of-fold F1
is the same with 0, 0.05 and 0.15; with 0 a page may be lost for one line that just reaches it."""
_LIKELY: Final = 0.3
"""Share of the likeliest block's probability from which blocks are kept there."""
_NEXT_TO_NOTHING: Final = 0.01
"""Probability of the likeliest block of a small page below which none is likelier than the others: a page of
one paragraph, of which there are next to none to learn of, may have 0.0000."""
_OF_FRAGMENT: Final = 0.02
"""Probability from which prose, headings and items of a fragment are kept: nothing in it is boilerplate."""
_LINK_DENSITY: Final = COLUMNS.index("link_density")
_OF_CONTENT: Final = "article content main caption heading documentation code".split()
_FRAME: Final = tuple(
    i
    for i, (kind, _, name) in enumerate(column.partition("_") for column in COLUMNS)
    if kind == "around" and name not in _OF_CONTENT
)
"""Columns of the names of elements around a block, but for those that main content has."""
_DONATION: Final = (COLUMNS.index("phrase_donation"), COLUMNS.index("boxed_donation"))
_READABLE: Final = (COLUMNS.index("is_prose"), COLUMNS.index("tag_heading"), COLUMNS.index("tag_list_item"))
_MIN_LIKE: Final = 2
"""Kept blocks of the same template from which prose among them that speaks of donations is content, too."""
_RELATED: Final = COLUMNS.index("phrase_related")
_SURE_CONTENT: Final = 0.6
"""Probability from which a block is kept though its words, or its box, ask for a donation: an article may
speak of donations. Out-of-fold F1 is the same with it as without; a bar of 0.8 cost 0.0002."""
_SURE_FORUM: Final = 0.97
"""Probability of the type "forum" from which what lies in comments is taken for posts.

Made-up articles of three to five paragraphs with comments got up to 0.968, made-up forums that say so above
the thread 0.995 and more. Out-of-fold no development page differs from what it is with 0.96; with 0.98 two of
four sets of networks lose one thread.
"""
_MIN_ARTICLE_CHARS: Final = 500
"""Characters of kept prose outside of comments from which they are comments on it. On two folds of the
development pages, out-of-fold, dropping them raised F1 by 0.001 to 0.002, with either of two networks."""
_MIN_SHORT_CHARS: Final = 200
"""The same where the comments have no more characters of prose than that, as under a short article.
Out-of-fold it changes no development page."""


class Chosen(NamedTuple):
    """Which blocks are kept.

    Attributes:
        kept: Of each block, shape (n_blocks,).
        left_over: Those that are dropped as what is left over of dropped parts.
        alike: Those whose own score says otherwise, but not that of what the same template wrote.
        is_forum: Whether "forum" is the page's likeliest type.
    """

    kept: NDArray[np.bool_]
    left_over: LeftOver
    alike: Mapping[int, Reason]
    is_forum: bool = False


def choose(
    features: Features,
    probability: NDArray[np.floating],
    types: Mapping[str, float],
    threshold: float,
    table: BlockTable,
) -> Chosen:
    """Which blocks are kept.

    Args:
        features: Of the page.
        probability: Of its blocks, shape (n_blocks,).
        types: Probability of each page type that the model tells.
        threshold: The model's.
        table: The page's blocks.
    """
    shared = share_scores(features, probability, types)
    lowest = lowest_kept(threshold, features, shared)
    likely = shared >= lowest
    if is_fragment(features):
        likely |= _is_any(features, _READABLE) & (shared >= _OF_FRAGMENT)
    kept = drop_told(features, likely, shared)
    kept = drop_comments(features, kept, types.get(_FORUM, 0.0), table)
    left_over = find_leftovers(features, kept, shared, types, table)
    if left_over:
        kept = kept.copy()
        kept[[*left_over]] = False
    is_forum = max(types, key=types.__getitem__, default="") == _FORUM
    if shared is probability:  # as on most pages
        return Chosen(kept, left_over, {}, is_forum)
    changed = (likely != (probability >= lowest)) & (likely == kept)
    return Chosen(kept, left_over, explain_alike(features, shared, changed), is_forum)


def lowest_kept(threshold: float, features: Features, probability: NDArray[np.floating]) -> float:
    """The probability from which blocks of a page are kept.

    That is the threshold, unless next to no prose reaches it on a page that is full of prose, or has more of
    it than of all else, as a small page: then what is likely beside the likeliest prose is kept.
    Out-of-fold F1 on the development pages is 0.0013 higher than where any block that reaches the
    threshold, as a label, counts: 14 pages of 1,497 differ, 8 of them for the better.

    Args:
        threshold: The model's.
        features: Of the page.
        probability: Of its blocks, shape (n_blocks,).
    """
    chars = _prose_chars(features)
    prose = chars > 0
    best = float(probability.max(initial=0.0, where=prose if prose.any() else True))
    n_prose, n_kept = float(chars.sum()), float(chars[probability >= threshold].sum())
    if best >= threshold and n_kept >= _MIN_KEPT * n_prose:
        return threshold
    n_chars = float(np.square(features.weight).sum())
    is_mostly_prose = n_prose >= _MOSTLY * n_chars > 0
    is_full = n_prose >= _MIN_PROSE_CHARS
    if best < _NEXT_TO_NOTHING and is_mostly_prose and not is_full:
        return 0.0
    if not best:
        return threshold
    return min(threshold, _LIKELY * best) if is_mostly_prose or is_full else threshold


def is_fragment(features: Features) -> bool:
    """Whether a page is a part of one, such as the text of a feed's entry: it has no frame.

    Nothing in it is called by a name of boilerplate, no block is a link, and most of it is prose. The network
    scores such a text lower and lower towards its end; of the 1,497 development pages none is one.

    Args:
        features: Of the page.
    """
    if (features.blocks[:, _LINK_DENSITY] > _MOSTLY).any() or _is_any(features, _FRAME).any():
        return False
    return float(_prose_chars(features).sum()) >= _MOSTLY * float(np.square(features.weight).sum())


def drop_comments(
    features: Features, kept: NDArray[np.bool_], forum: float, table: BlockTable
) -> NDArray[np.bool_]:
    """The choice without what an element around calls comments, where it is comments on something.

    It is not in a forum, nor where it is written just as what it would be comments on; what a plug-in for
    comments wrote is in any case.

    Args:
        features: Of the page.
        kept: The choice so far, shape (n_blocks,).
        forum: Probability of the page to be a forum, where the same words name what is main content.
        table: The page's blocks.
    """
    commented = features.blocks[:, _IN_COMMENTS] > 0
    if not (kept & commented).any():
        return kept
    from boilerstrip.scoring.plugins import comments_by_plugin  # few pages come so far

    chars = _prose_chars(features) * kept
    if float(chars[~commented].sum()):
        kept = kept & ~comments_by_plugin(table)
        chars *= kept
    if forum >= _SURE_FORUM:
        return kept
    n_article, n_comments = float(chars[~commented].sum()), float(chars[commented].sum())
    if n_article < _MIN_ARTICLE_CHARS and not _MIN_SHORT_CHARS <= n_article >= n_comments:
        return kept
    from boilerstrip.scoring.posts import are_posts

    return kept if are_posts(table, features.group, chars, commented) else kept & ~commented


def is_thread(features: Features, kept: NDArray[np.bool_], page_type: str) -> bool:
    """Whether what is kept of a page is a thread: it is a forum, or most of the prose stands in comments.

    So do the reviews of a product, of which none is what the page is.

    Args:
        features: Of the page.
        kept: Which blocks are kept, shape (n_blocks,).
        page_type: The likeliest.
    """
    if page_type in (_FORUM, _PRODUCT):
        return page_type == _FORUM
    commented = features.blocks[:, _IN_COMMENTS] > 0
    if not (kept & commented).any():  # as on most pages
        return False
    chars = _prose_chars(features) * kept
    return bool(chars[commented].sum() > chars[~commented].sum())


def drop_told(
    features: Features, kept: NDArray[np.bool_], probability: NDArray[np.floating]
) -> NDArray[np.bool_]:
    """The choice without what asks for a donation, and without labels of related links.

    A label ("More on the topic:") goes where what follows it goes.

    Args:
        features: Of the page.
        kept: The choice so far, shape (n_blocks,).
        probability: Of the blocks, shape (n_blocks,).
    """
    asks = _is_any(features, _DONATION)
    if asks.any():
        drops, reads = asks & (probability < _SURE_CONTENT), _is_any(features, _READABLE)
        kept = kept & ~(drops & ~(reads & _like_content(features, kept & ~asks)))
    is_label = features.blocks[:, _RELATED] > 0
    if is_label.any():
        kept = kept & ~(is_label & ~np.append(kept[1:], False))
    return kept


def _is_any(features: Features, columns: tuple[int, ...]) -> NDArray[np.bool_]:
    """Which blocks have something in one of these columns, shape (n_blocks,)."""
    found: NDArray[np.bool_] = features.blocks[:, columns[0]] > 0
    for column in columns[1:]:
        found |= features.blocks[:, column] > 0
    return found


def _like_content(features: Features, sure: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which blocks the same template wrote as several that are sure to be content, shape (n_blocks,)."""
    counts = np.bincount(features.group, weights=sure)
    like: NDArray[np.bool_] = (counts >= _MIN_LIKE)[features.group]
    return like


def _prose_chars(features: Features) -> NDArray[np.float32]:
    """Characters of each block that is prose, else 0."""
    chars: NDArray[np.float32] = np.square(features.weight) * features.blocks[:, _IS_PROSE]
    return chars
