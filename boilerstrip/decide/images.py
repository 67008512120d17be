"""What is kept beyond the scorer's choice: images, and what is embedded, between kept blocks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from itertools import compress
from typing import Final

import numpy as np

from boilerstrip.block import BlockTable, Mark, Reason
from boilerstrip.features import COLUMNS, Features
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import CATEGORY_BIT, HEADING_TAGS, STRUCTURE_SHIFT, STRUCTURES

__all__ = [
    "CAPTION",
    "FIGURE",
    "FIGURE_LEVELS",
    "MAX_FIGURE_BLOCKS",
    "MAX_FIGURE_LINKS",
    "WIDGETS",
    "WIDGET_LEVELS",
    "figure_around",
    "find_opening",
    "find_signs",
    "find_strays",
    "is_in_widget",
    "is_with_strays",
    "leads_to_page",
    "settle_images",
]

FIGURE_LEVELS: Final = 6
"""How far up a figure is looked for around an image, in elements."""
MAX_FIGURE_BLOCKS: Final = 12
"""Blocks of a figure that are looked at."""
MAX_FIGURE_LINKS: Final = 0.5
"""Link density above which words in an image's figure are a teaser's rather than a credit or a counter."""
CAPTION: Final = CATEGORY_BIT["caption"]
FIGURE: Final = 1 << STRUCTURE_SHIFT + [*STRUCTURES].index("figure")
WIDGETS: Final = (
    CATEGORY_BIT["advertisement"]
    | CATEGORY_BIT["cookie"]
    | CATEGORY_BIT["donation"]
    | CATEGORY_BIT["newsletter"]
    | CATEGORY_BIT["related"]
    | CATEGORY_BIT["share"]
)
WIDGET_LEVELS: Final = 3
"""Elements around an image none of which calls itself such; those further out name what they hold."""
_BOX_LEVELS: Final = 12
"""Elements around an image among which the box is looked for that holds no kept words."""
_IMAGE_RE: Final = late_pattern(r"(?i)\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?![a-z])")
"""What is in the address of a larger copy of an image, to which it may be a link."""
_SAID: Final = slice(COLUMNS.index("phrase_donation"), COLUMNS.index("phrase_share") + 1)
"""Columns of the phrases of what only stands between paragraphs."""
_SAYS_RELATED: Final = COLUMNS.index("phrase_related")
_LINKS: Final = COLUMNS.index("link_density")
_MIN_LINKED: Final = 0.5
"""Of a line that names another page; a label alone is of what follows it."""
_MAX_STRAY_CHARS: Final = 250
_AGAIN: Final = 3
"""How often an image without a description is written that is a sign: a bullet, a star, a rule."""
_BARE: Final = "bare-heading"
"""Why headings of dropped parts are dropped, which end where those do."""


def find_strays(
    table: BlockTable, features: Features, left_over: Mapping[int, tuple[str, Reason]], kept: Sequence[bool]
) -> set[int]:
    """Dropped blocks whose words say that they only stand between the paragraphs of an article.

    That is a line that names another page, one that asks to subscribe, a label of advertisements.

    Args:
        table: The page's blocks.
        features: What was measured of them.
        left_over: Those that are dropped as what is left over of dropped parts.
        kept: Which are kept.
    """
    columns = features.blocks
    said = columns[:, _SAID].any(axis=1)
    said &= (columns[:, _SAYS_RELATED] == 0) | (columns[:, _LINKS] >= _MIN_LINKED)
    asked = {block for block, (_, reason) in left_over.items() if reason.code != _BARE}
    asked.update(np.flatnonzero(said).tolist())
    return {block for block in asked if not kept[block] and table.n_chars[block] <= _MAX_STRAY_CHARS}


def find_signs(table: BlockTable, kept: Sequence[bool]) -> list[str]:
    """Addresses of images without a description that what is kept shows again and again.

    Args:
        table: The page's blocks.
        kept: Which of them are kept.
    """
    shown = [
        piece[1]
        for pieces in compress(table.inline, kept)
        for piece in pieces
        if type(piece) is Mark and piece[0] == "img" and piece[1] and not piece[2]
    ]
    return [address for address, n in Counter(shown).items() if n >= _AGAIN] if len(shown) >= _AGAIN else []


def settle_images(table: BlockTable, kept: list[bool], strays: Container[int] = ()) -> list[bool]:
    """Blocks without words, an image or something embedded, go with the text around them.

    They are kept between kept neighbours, unless in a box of advertisements or the like, and in a figure
    whose caption is kept. A dropped caption is no neighbour: it is left out more often than its image. Nor
    are other words that are dropped in its figure, nor a button's, nor those of a box or line that only
    stands between the paragraphs; but what is in one box with them is theirs, and so is an image there that
    is a link to another page.

    Args:
        table: The page's blocks.
        kept: Which of them are kept.
        strays: Those whose words say that they only stand between paragraphs.
    """
    settled = list(kept)
    if 0 not in table.n_chars:
        return settled
    around, element, tag = table.around, table.element, table.tag
    has_figures = "figure" in tag
    images, passed = list[int](), list[int]()  # since the last text; dropped blocks between paragraphs
    before = -1  # the last text
    for i, (n, keep) in enumerate(zip(table.n_chars, kept, strict=True)):
        if not n:
            images.append(i)
            settled[i] = has_figures and _is_captioned(table, i, kept)
        elif keep:
            if before >= 0:
                for image in images:
                    settled[image] = not is_in_widget(table, element[image]) and not (
                        passed and is_with_strays(table, image, passed, before, i)
                    )
            images.clear()
            passed.clear()
            before = i
        elif before >= 0 and not (
            tag[element[i]] == "button" or _is_beside_image(table, i, around[element[i]])
        ):
            if i in strays or is_in_widget(table, element[i]):
                passed.append(i)
            else:
                images.clear()
                passed.clear()
                before = -1
    return settled


def is_with_strays(table: BlockTable, image: int, strays: Sequence[int], before: int, after: int) -> bool:
    """Whether an image is of what only stands between two paragraphs: in a box with it, or a link as it is.

    Args:
        table: The page's blocks.
        image: A block between the paragraphs.
        strays: Blocks between them that have words, in page order.
        before, after: The paragraphs.
    """
    box = -1
    for element in table.ancestors(table.element[image], _BOX_LEVELS):
        if table.first_block[element] <= before or table.end_block[element] > after:
            break
        box = element
    if box >= 0:
        at = bisect_left(strays, table.first_block[box])
        if at < len(strays) and strays[at] < table.end_block[box]:
            return True
    return leads_to_page(table, image)


def leads_to_page(table: BlockTable, block: int) -> bool:
    """Whether a link in a block leads to something else than an image, as a larger copy of one."""
    links = [piece.value for piece in table.inline[block] if isinstance(piece, Mark) and piece.kind == "a"]
    return any(not _IMAGE_RE.search(link) for link in links)


def _is_beside_image(table: BlockTable, block: int, around: int) -> bool:
    """Whether dropped words belong to an image: a caption, or in its figure a credit, a counter, a button.

    Args:
        table: The page's blocks.
        block: One of them, with words.
        around: What the elements around it are.
    """
    if not around & (CAPTION | FIGURE):
        return False
    if around & CAPTION:
        return True
    is_linked = table.n_link_chars[block] > MAX_FIGURE_LINKS * table.n_chars[block]
    if is_linked and leads_to_page(table, block):
        return False
    for element in table.ancestors(table.element[block], FIGURE_LEVELS):
        if table.tag[element] in HEADING_TAGS:
            return False
        if table.tag[element] == "figure":
            span = slice(table.first_block[element], table.end_block[element])
            return 0 in table.n_chars[span][:MAX_FIGURE_BLOCKS]
    return False


def is_in_widget(table: BlockTable, element: int) -> bool:
    """Whether an image belongs to a box that only stands between the paragraphs."""
    return any(table.mask[around] & WIDGETS for around in table.ancestors(element, WIDGET_LEVELS))


def find_opening(table: BlockTable, kept: Sequence[bool], headline: int) -> list[int]:
    """The image that opens an article: the only figure between its headline and its text.

    A subtitle, a byline and buttons stand around it, and are dropped more often than not; of a subtitle that
    is kept it stands behind. In a box with a name and no text it is a portrait.

    Args:
        table: The page's blocks.
        kept: Which of them are kept.
        headline: The block of the headline.
    """
    text = (block for block in range(headline + 1, table.n_blocks) if kept[block] and table.n_chars[block])
    first = next(text, headline)
    return _opening(table, headline, first) or _opening(table, first, next(text, first))


def _opening(table: BlockTable, before: int, after: int) -> list[int]:
    """The image of the only figure between two blocks."""
    figures = dict[int, list[int]]()
    for block in range(before + 1, after):
        if not table.n_chars[block] and (figure := figure_around(table, table.element[block])) >= 0:
            figures.setdefault(figure, []).append(block)
    if len(figures) != 1:
        return []
    ((figure, images),) = figures.items()
    span = range(table.first_block[figure], table.end_block[figure])
    is_own = all(_is_beside_image(table, i, table.around[table.element[i]]) for i in span if table.n_chars[i])
    if len(images) > 1 or not is_own or is_in_widget(table, figure) or leads_to_page(table, images[0]):
        return []
    return images if _stands_alone(table, figure, before, after) else []


def _stands_alone(table: BlockTable, figure: int, before: int, after: int) -> bool:
    """Whether the nearest words around a figure between two blocks are in a box with one of these."""
    own = range(table.first_block[figure], table.end_block[figure])
    for box in table.ancestors(figure, _BOX_LEVELS):
        span = range(table.first_block[box], table.end_block[box])
        if before in span or after in span:
            return before not in own and after not in own
        if any(table.n_chars[i] for i in span if i not in own):
            return False
    return False


def figure_around(table: BlockTable, element: int) -> int:
    """The figure that is an element or is around it, -1 for none."""
    above = table.ancestors(element, FIGURE_LEVELS)
    return next((around for around in above if table.tag[around] == "figure"), -1)


def _is_captioned(table: BlockTable, block: int, kept: Sequence[bool]) -> bool:
    """Whether a block stands in a figure with words, all of which are kept."""
    for around in table.ancestors(table.element[block], FIGURE_LEVELS):
        if table.tag[around] == "figure":
            span = range(table.first_block[around], table.end_block[around])
            words = [kept[i] for i in span[:MAX_FIGURE_BLOCKS] if table.n_chars[i]]
            return bool(words) and all(words)
    return False
