"""What is left over of dropped parts: bare headings, lines that name a page, newsletter boxes, buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Reason
from boilerstrip.features import COLUMNS, Features
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["LeftOver", "find_leftovers"]

LeftOver = Mapping[int, tuple[str, Reason]]
"""Blocks that are dropped for what they are left over of, each with its role and the reason."""

_LEVELS: Final = tuple(map(COLUMNS.index, ("tag_h1", "tag_h2", "tag_h3", "tag_lesser_heading")))
_LINKS: Final = COLUMNS.index("link_density")
_HEADING: Final = COLUMNS.index("tag_heading")
_QUESTION: Final = COLUMNS.index("ends_question")
_NEWSLETTER: Final = COLUMNS.index("around_newsletter")

_BUTTON: Final = ("role", "button")
_OPENS: Final = frozenset({"href", "aria-controls", "aria-expanded"})
"""Attributes of a button that leads somewhere, or is the title of a panel."""

_OF_TEXTS: Final = frozenset({"article", "documentation", "forum", "product"})
"""Types of pages whose headings stand over text; on others a heading may be all there is of an entry."""
_OF_ENTRIES: Final = ("forum", "listing")
"""Types of pages that show entries, some of which show each twice."""
_SURE_HEADING: Final = 0.9
"""Probability from which a heading is kept whatever follows it. That the others go changes 101 of 1,497
development pages, 66 of them for the better; on pages of all types and without this bar F1 fell by 0.0003."""
_BARE: Final = ("other", Reason("bare-heading"))
_MANY: Final = 3
"""Headings over nothing that one template wrote from which they are entries."""

_LABEL_RE: Final = re.compile(r"\W{0,6}(.{3,40}?)\s?[:：]\s*")
_MIN_TITLE_CHARS: Final = 15
"""Characters behind a label ("Read also:") from which they are a title, rather than what a text refers to."""
_MAX_LINE_CHARS: Final = 250
_MIN_LINKED: Final = 0.5

_PLACEHOLDER_WEIGHT: Final = 9.0
"""Of a line that may stand where a script has not been: the root of its characters."""
_LAST_CHARS: Final = frozenset("…}中")
_LAST_LETTERS: Final = frozenset({"...", "ipt", "pt.", "ore", "ORE", "iew", "IEW", "all", "ALL", "see"})
"""How such lines end: "Loading...", "{{title}}", "requires JavaScript", "Scroll for more"."""

_BOX_RE: Final = re.compile(
    r"newsletter|mailing-?list|mc4wp|mailchimp|convertkit|formkit|signup-(?:card|form|box)|subscri(?:be|ption)-"
    r"?(?:form|box|widget|card)|nieuwsbrief|nyhetsbrev|infolettre",
    re.IGNORECASE,
)
"""What only boxes call themselves in which one subscribes; products are offered by subscription, too."""
_MAX_BOX_CHARS: Final = 600
_MAX_BOX_SHARE: Final = 0.3
"""Of the kept characters: an issue of a newsletter calls itself so, too."""


def find_leftovers(
    features: Features,
    kept: NDArray[np.bool_],
    probability: NDArray[np.floating],
    types: Mapping[str, float],
    table: BlockTable,
) -> LeftOver:
    """Kept blocks that are left over of dropped parts.

    That is a line that names another page ("Read also: ..."), a box with a form in which one subscribes to a
    newsletter, a question what readers think of the page, a button, an edit note or a signature in what
    people say, a post once more, what stands where a script has not been, and a heading of whose section
    nothing is kept.

    Args:
        features: Of the page.
        kept: The choice so far, shape (n_blocks,).
        probability: Of the blocks, shape (n_blocks,).
        types: Probability of each page type.
        table: The page's blocks.
    """
    likely = max(types, key=types.__getitem__, default="")
    found = {**_newsletters(features, kept, table), **_buttons(kept, table)}
    if likely == "forum":
        from boilerstrip.scoring.postscripts import find_postscripts

        found.update(find_postscripts(table))
    asking = kept & (features.blocks[:, _QUESTION] > 0)
    if likely != "forum" and asking.any():  # in forums people ask it of their words
        from boilerstrip.scoring.feedback import find_feedback

        found.update(find_feedback(table, np.flatnonzero(asking).tolist()))
    if likely != "documentation":  # which points to other parts of itself
        found.update(_teasers(features, kept, table))
    if likely in _OF_ENTRIES:
        from boilerstrip.scoring.repeats import repeats  # of few pages

        again = repeats(table, np.flatnonzero(kept).tolist())
        found.update(
            (block, ("duplicate", Reason("duplicate", f"block {of}"))) for block, of in again.items()
        )
    if found:
        kept = kept.copy()
        kept[[*found]] = False
    while likely in _OF_TEXTS and (bare := _bare_headings(features, kept, probability, table)):
        found.update(dict.fromkeys(bare, _BARE))
        kept = kept.copy()  # once more: a heading over nothing but such headings stands over nothing
        kept[bare] = False
    if np.count_nonzero(kept) == 1:
        found.update(dict.fromkeys(_lone_heading(features, int(kept.argmax()), probability), _BARE))
    if likely != "documentation":  # which tells of templates; headings stay above them
        found.update(_placeholders(features, kept, table))
    return found


def _placeholders(
    features: Features, kept: NDArray[np.bool_], table: BlockTable
) -> dict[int, tuple[str, Reason]]:
    """Kept lines that stand where a script has not been; one is looked at if it ends as these do."""
    short = np.flatnonzero(kept & (features.weight <= _PLACEHOLDER_WEIGHT)).tolist()
    texts = table.text
    asked = [i for i in short if texts[i][-1:] in _LAST_CHARS or texts[i][-3:] in _LAST_LETTERS]
    if not asked:
        return {}
    from boilerstrip.scoring.placeholders import find_placeholders

    return find_placeholders(table, asked, np.flatnonzero(kept).tolist())


def _teasers(features: Features, kept: NDArray[np.bool_], table: BlockTable) -> dict[int, tuple[str, Reason]]:
    """Kept lines that are a label of related links, and a link."""
    lines = kept & (features.blocks[:, _LINKS] >= _MIN_LINKED) & (features.blocks[:, _HEADING] == 0)
    labels = (
        (block, _teaser(table, block))
        for block in np.flatnonzero(lines).tolist()
        if ":" in table.text[block] or "：" in table.text[block]
    )
    return {block: ("related", Reason("phrase", label)) for block, label in labels if label}


def _teaser(table: BlockTable, block: int) -> str:
    """The label of a line that names another page, "" for any other."""
    n_chars = table.n_chars[block]
    if n_chars > _MAX_LINE_CHARS or not (label := _LABEL_RE.match(table.text[block])):
        return ""
    if _has_cells_beside(table, table.element[block]):
        return ""
    n_label = len("".join(label[0].split()))
    is_linked = n_chars - table.n_link_chars[block] <= n_label + 1  # a full stop, or a bracket
    phrase = label[1].casefold()
    return phrase if is_linked and n_chars - n_label >= _MIN_TITLE_CHARS and phrase in _labels() else ""


def _has_cells_beside(table: BlockTable, element: int) -> bool:
    """Whether an element is a cell in a row with others: what they say is data."""
    if element < 0 or table.tag[element] not in ("td", "th"):
        return False
    row = table.parent[element]
    return (
        table.end_block[row] - table.first_block[row] > table.end_block[element] - table.first_block[element]
    )


@cache
def _labels() -> frozenset[str]:
    """Labels of related links, in all languages."""
    from boilerstrip.phrases import PHRASES

    return frozenset(phrase.strip(" :：") for phrase in PHRASES["related"])


def _buttons(kept: NDArray[np.bool_], table: BlockTable) -> dict[int, tuple[str, Reason]]:
    """Kept lines of a thread that are nothing but a button by its role, which opens no page and no panel.

    "Click to expand ..." below a quotation is nobody's words. Elsewhere inline elements are not written down.
    """
    if not table.details:
        return {}
    found, is_kept = {}, kept.tolist()
    for element, attributes in table.details.items():
        block = table.first_block[element]
        if table.end_block[element] != block + 1 or not is_kept[block] or _BUTTON not in attributes:
            continue
        is_all = ("#text", table.text[block]) in attributes
        is_heading = is_all and table.tag[table.element[block]] in HEADING_TAGS
        if is_all and not is_heading and _OPENS.isdisjoint(dict(attributes)):
            found[block] = ("other", Reason("tag", f'{table.tag[element]}[role="button"]'))
    return found


def _newsletters(
    features: Features, kept: NDArray[np.bool_], table: BlockTable
) -> dict[int, tuple[str, Reason]]:
    """Kept blocks of boxes in which one subscribes to a newsletter."""
    named = np.flatnonzero(kept & (features.blocks[:, _NEWSLETTER] > 0)).tolist()
    if not named:
        return {}
    most = min(_MAX_BOX_CHARS, _MAX_BOX_SHARE * int(np.asarray(table.n_chars)[kept].sum()))
    boxes = ((block, _box(table, block, most)) for block in named)
    return {block: ("newsletter", Reason("class-word", box)) for block, box in boxes if box}


def _box(table: BlockTable, block: int, most: float) -> str:
    """Tag and name of the small element around a block in which one subscribes by a form, "" without one."""
    for element in table.ancestors(table.element[block]):
        first, end = table.first_block[element], table.end_block[element]
        if sum(table.n_chars[first:end]) > most:
            break
        name = next(filter(_BOX_RE.search, table.label[element].split()), "")
        if name and _holds_form(table, element):
            return f"{table.tag[element]}.{name}"
    return ""


def _holds_form(table: BlockTable, element: int) -> bool:
    end = table.end_block[element]
    for inner in range(element, table.n_elements):
        if table.first_block[inner] >= end:
            return False
        if table.tag[inner] == "form":
            return True
    return False


def _lone_heading(features: Features, block: int, probability: NDArray[np.floating]) -> list[int]:
    """The only block that is kept of a page, where it is a heading below the first level, over nothing.

    Out-of-fold three development pages, shells of one shop, have such a one, and are rightly empty.
    """
    columns = (_HEADING, _LEVELS[0], _LINKS)
    heading, first, links = (features.blocks[:, column][block] for column in columns)
    is_bare = heading > 0 and not first and links <= _MIN_LINKED
    return [block] if is_bare and probability[block] <= _SURE_HEADING else []


def _bare_headings(
    features: Features, kept: NDArray[np.bool_], probability: NDArray[np.floating], table: BlockTable
) -> list[int]:
    """Kept headings of whose sections nothing is kept, but for the first on the page, and for entries.

    A section ends with the next heading, or with a box that the heading stands in with others.
    """
    level = np.zeros(len(kept), dtype=np.intp)
    for depth, column in enumerate(_LEVELS, 1):
        level[features.blocks[:, column] > 0] = depth
    headings = np.flatnonzero(level)
    asked = headings[kept[headings]][1:]
    asked = asked[(probability[asked] <= _SURE_HEADING) & (level[asked] > 1)]
    if not len(asked):
        return []
    kept_before = np.concatenate(([0], np.cumsum(kept))).tolist()
    ends, next_of = dict[int, int](), [len(kept)] * (len(_LEVELS) + 1)
    for block in headings[::-1].tolist():
        ends[block] = next_of[level[block]]
        for rank in range(level[block], len(next_of)):
            next_of[rank] = block
    bare = [
        block
        for block in asked[features.blocks[:, _LINKS][asked] <= _MIN_LINKED].tolist()
        if _is_bare(block, ends[block], kept_before) or _is_alone(table, block, kept_before)
    ]
    alike = np.bincount(features.group[bare], minlength=1) if bare else ()
    return [block for block in bare if alike[features.group[block]] < _MANY]


def _is_bare(block: int, end: int, kept_before: list[int]) -> bool:
    """Whether something follows a heading in its section, and nothing of that is kept."""
    return end > block + 1 and kept_before[end] == kept_before[block + 1]


def _is_alone(table: BlockTable, block: int, kept_before: list[int]) -> bool:
    """Whether a heading is all that is kept of what stands beside it, before and after."""
    if table.element[block] < 0:
        return False
    around = table.parent[table.element[block]]
    first, end = table.first_block[around], table.end_block[around]
    return first < block and end > block + 1 and kept_before[end] - kept_before[first] == 1
