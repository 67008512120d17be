"""Headings of whose sections nothing is kept, above all those over other pages and shops."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Reason
from boilerstrip.features import COLUMNS, Features
from boilerstrip.patterns import late_pattern

__all__ = ["find_bare_headings", "related_labels"]

_LEVELS: Final = tuple(map(COLUMNS.index, ("tag_h1", "tag_h2", "tag_h3", "tag_lesser_heading")))
_LINKS: Final = COLUMNS.index("link_density")
_HEADING: Final = COLUMNS.index("tag_heading")

_OF_TEXTS: Final = frozenset({"article", "documentation", "forum", "product"})
"""Types of pages whose headings stand over text; on others a heading may be all there is of an entry."""
_OF_ENTRIES: Final = ("listing", "collection")
"""Types of pages on which a heading stands right over titles of its own level."""
_SURE_HEADING: Final = 0.9
"""Probability from which a heading is kept whatever follows it. That the others go changes 101 of 1,497
development pages, 66 of them for the better; on pages of all types and without this bar F1 fell by 0.0003."""
_BARE: Final = ("other", Reason("bare-heading"))
_MANY: Final = 3
"""Headings over nothing that one template wrote, each with words of its own, from which they are entries."""
_MIN_LINKED: Final = 0.5

_MAX_LABEL_CHARS: Final = 60
_PAGES: Final = (
    "(?:articles?|posts?|stories|products?|items?|content|readings?|reads|news|insights?|resources?|topics?"
    "|services?|offerings?|solutions?|links?|pages?|searches|videos?|guides?|blogs?|publications?|documents?"
    "|events?|recipes?|case studies|books?|reviews?|courses?|questions?|tags?|categories|updates?)"
)
_OTHERS_RE: Final = late_pattern(
    r"(?:related|recommended|similar|latest|popular|trending|suggested|recent|more)(?: [\w&'’-]+){0,2} "
    rf"{_PAGES}|related(?: [\w&'’-]+){{1,3}}|(?:further|recommended|suggested) reading"
    r"|recommended (?:for you|by our editors)"
    r"|(?:(?:you|people|customers|readers|others)(?: may| might|[’']ll)?|we) also "
    r"(?:like|love|enjoy|viewed|bought|read|ask(?:ed)?|need|be interested in)\b.{0,20}"
    r"|(?:you may|you might) (?:like|love|enjoy|be interested in)\b.{0,20}"
    r"|where to buy(?: it| them)?|buy (?:it )?now(?: (?:at|from|on) .{1,45})?|available (?:at|from)|shop now"
    r"|(?:learn|read|discover|explore|find out|see) more\b.{0,40}|more (?:from|in|on|about|like) .{1,40}"
    r"|(?:up|read|what to read) next|(?:keep|continue) reading|trending(?: now)?|in case you missed it"
    r"|(?:ähnliche|passende|weitere|verwandte|beliebte) (?:produkte|themen|nachrichten|seiten|inhalte)"
    r"|das könnte (?:ihnen|dir) auch gefallen|produits (?:similaires|associés|complémentaires)"
    r"|(?:productos|contenidos?|temas|enlaces) relacionados?|también te puede gustar|últimas noticias"
    r"|(?:prodotti|contenuti) correlati|potrebbe (?:anche )?piacerti(?: anche)?|ultime notizie"
    r"|(?:produtos|conteúdos?) relacionados?|(?:gerelateerde|vergelijkbare) producten|laatste nieuws"
    r"|(?:podobne|powiązane) produkty|(?:ostatnie|najnowsze) wpisy|(?:похожие|сопутствующие) товары"
    r"|последние новости|relater(?:ade|ede|te) produ[kc]ter|関連商品|おすすめ商品"
    r"|(?:相关|最新)(?:产品|内容|文章|新闻)|(?:相關|最新)(?:產品|內容|文章|新聞)",
    re.IGNORECASE,
)
"""What stands over other pages and shops, beside the labels of links in `phrases`."""


@cache
def related_labels() -> frozenset[str]:
    """Labels of related links, in all languages."""
    from boilerstrip.phrases import PHRASES

    return frozenset(phrase.strip(" :：") for phrase in PHRASES["related"])


def find_bare_headings(
    features: Features,
    kept: NDArray[np.bool_],
    probability: NDArray[np.floating],
    likely: str,
    table: BlockTable,
) -> dict[int, tuple[str, Reason]]:
    """Kept headings of whose sections nothing is kept, each with its role and the reason.

    Args:
        features: Of the page.
        kept: Which blocks are kept, shape (n_blocks,).
        probability: Of the blocks, shape (n_blocks,).
        likely: The likeliest type of the page.
        table: The page's blocks.
    """
    level = np.zeros(len(kept), dtype=np.intp)
    for depth, column in enumerate(_LEVELS, 1):
        level[features.blocks[:, column] > 0] = depth
    unsure = (probability <= _SURE_HEADING) & (likely in _OF_TEXTS)
    found, ends = list[int](), dict[int, int]()
    # Once more where some were found: a heading over nothing but such headings stands over nothing.
    while len(asked := _may_be_bare(features, kept, level)):
        ends = ends or _ends(level)
        sections = [(block, ends[block], bool(unsure[block])) for block in asked.tolist()]
        bare = _bare(features, kept, table, sections, likely not in _OF_ENTRIES)
        if not bare:
            break
        found += bare
        kept = kept.copy()
        kept[bare] = False
    if np.count_nonzero(kept) == 1:
        found += _lone_heading(features, int(kept.argmax()), probability)
    return dict.fromkeys(found, _BARE)


def _may_be_bare(features: Features, kept: NDArray[np.bool_], level: NDArray[np.intp]) -> NDArray[np.intp]:
    """Kept headings below the first level that are no links, right above a dropped block or a heading.

    The first on the page is none of them, unless one of the first level stands before it (a headline is kept
    whatever its score), and a lesser heading below one speaks for it.
    """
    headings = np.flatnonzero(kept & (level > 0))
    if len(headings) and not (level[: headings[0]] == 1).any():
        headings = headings[1:]
    level_below, kept_below = (
        np.concatenate((level, (1,)))[headings + 1],
        np.concatenate((kept, (True,)))[headings + 1],
    )
    is_bare = ~kept_below | ((level_below > 0) & (level_below <= level[headings]))
    headings = headings[is_bare & (level[headings] > 1)]
    return headings[features.blocks[:, _LINKS][headings] <= _MIN_LINKED]


def _ends(level: NDArray[np.intp]) -> dict[int, int]:
    """Of each heading the block that ends its section: the next heading that is no lesser one."""
    ends, next_of = dict[int, int](), [len(level)] * (len(_LEVELS) + 1)
    for block in np.flatnonzero(level)[::-1].tolist():
        ends[block] = next_of[level[block]]
        for rank in range(level[block], len(next_of)):
            next_of[rank] = block
    return ends


def _bare(
    features: Features,
    kept: NDArray[np.bool_],
    table: BlockTable,
    asked: list[tuple[int, int, bool]],
    is_filled: bool,
) -> list[int]:
    """Those of some headings of whose sections nothing is kept, but for entries.

    A section ends with the next heading, or with a box that the heading stands in with others. One over
    other pages and shops goes even if the model is sure of it.

    Args:
        features: Of the page.
        kept: Which blocks are kept.
        table: The page's blocks.
        asked: Headings, each with where its section ends, and whether the model is unsure of it.
        is_filled: Whether a script is to fill what stands over other pages and has nothing below it.
    """
    kept_before = np.concatenate(([0], np.cumsum(kept))).tolist()
    often = Counter(table.text[block] for block, _, _ in asked)
    labels, others, texts = list[int](), list[int](), dict[int, set[str]]()
    for block, end, is_unsure in asked:
        is_empty = kept_before[end] == kept_before[block + 1]
        has_words = any(table.n_chars[block + 1 : end])
        may_go = has_words or (is_filled and often[table.text[block]] == 1)  # else it is part of the next
        if is_empty and may_go and _is_over_others(table.text[block]):
            labels.append(block)
        elif is_unsure and ((is_empty and end > block + 1) or _is_alone(table, block, kept_before)):
            others.append(block)
            texts.setdefault(int(features.group[block]), set()).add(table.text[block])
    return labels + [block for block in others if len(texts[int(features.group[block])]) < _MANY]


def _is_over_others(text: str) -> bool:
    """Whether a heading is a label of other pages or of shops."""
    if len(text) > _MAX_LABEL_CHARS:
        return False
    words = text.strip(" :：.…!?»>›*").lower()
    return words in related_labels() or _OTHERS_RE.fullmatch(words) is not None


def _is_alone(table: BlockTable, block: int, kept_before: list[int]) -> bool:
    """Whether a heading is all that is kept of what stands beside it, before and after."""
    if table.element[block] < 0:
        return False
    around = table.parent[table.element[block]]
    first, end = table.first_block[around], table.end_block[around]
    return first < block and end > block + 1 and kept_before[end] - kept_before[first] == 1


def _lone_heading(features: Features, block: int, probability: NDArray[np.floating]) -> list[int]:
    """The only block that is kept of a page, where it is a heading below the first level, over nothing.

    Out-of-fold three development pages, shells of one shop, have such a one, and are rightly empty.
    """
    columns = (_HEADING, _LEVELS[0], _LINKS)
    heading, first, links = (features.blocks[:, column][block] for column in columns)
    is_bare = heading > 0 and not first and links <= _MIN_LINKED
    return [block] if is_bare and probability[block] <= _SURE_HEADING else []
