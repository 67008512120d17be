"""What is left over of dropped parts: bare headings, lines that name a page, newsletter boxes, buttons."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from operator import methodcaller
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable, Reason
from boilerstrip.features import COLUMNS, TITLE_OVERLAP, Features
from boilerstrip.scoring.bare import find_bare_headings, related_labels
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["LeftOver", "find_leftovers"]

LeftOver = Mapping[int, tuple[str, Reason]]
"""Blocks that are dropped for what they are left over of, each with its role and the reason."""

_LINKS: Final = COLUMNS.index("link_density")
_HEADING: Final = COLUMNS.index("tag_heading")
_QUESTION: Final = COLUMNS.index("ends_question")
_ITEM: Final = COLUMNS.index("tag_list_item")
_COPIES: Final = COLUMNS.index("log_copies")
_NAVIGATION: Final = COLUMNS.index("around_navigation")
_NEWSLETTER: Final = COLUMNS.index("around_newsletter")

_TITLED: Final = 0.8
"""Overlap with the page's title from which a line says it."""

_BUTTON: Final = ("role", "button")
_OPENS: Final = frozenset({"href", "aria-controls", "aria-expanded"})
"""Attributes of a button that leads somewhere, or is the title of a panel."""

_OF_ENTRIES: Final = ("forum", "listing")
"""Types of pages that show entries, some of which show each twice."""
_LABEL_RE: Final = re.compile(r"\W{0,6}(.{3,40}?)\s?[:：]\s*")
_MIN_TITLE_CHARS: Final = 15
"""Characters behind a label ("Read also:") from which they are a title, rather than what a text refers to."""
_MAX_LINE_CHARS: Final = 250
_MIN_LINKED: Final = 0.5

_MAX_LABEL_WEIGHT: Final = 6.0
"""Square root of the characters of a label of a table of contents."""
_bare_words: Final = methodcaller("strip", " :：.…↓▼▾▸►+-–—")
"""A label without the signs around it."""
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
    newsletter, the label of a table of contents, the last of the breadcrumbs, a question what readers think
    of the page, a button, an edit note or a signature in what people say, a post once more, the same text
    twice, what stands where a script has not been, and a heading of whose section nothing is kept.

    Args:
        features: Of the page.
        kept: The choice so far, shape (n_blocks,).
        probability: Of the blocks, shape (n_blocks,).
        types: Probability of each page type.
        table: The page's blocks.
    """
    likely = max(types, key=types.__getitem__, default="")
    found = {**_newsletters(features, kept, table), **_buttons(kept, table)}
    if "button" in table.tag or "summary" in table.tag:
        from boilerstrip.scoring.controls import find_controls

        found.update(find_controls(table, kept.tolist()))
    found.update(_contents(features, kept, table))
    found.update(_crumbs(features, kept, table))
    if likely == "forum":
        from boilerstrip.threads.postscripts import find_postscripts

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
    if likely != "documentation" and (again := _said_again(kept, table, likely)):
        found.update((i, ("duplicate", Reason("duplicate", f"block {of}"))) for i, of in again.items())
        kept = kept.copy()
        kept[[*again]] = False
    found.update(find_bare_headings(features, kept, probability, likely, table))
    if likely != "documentation":  # which tells of templates; headings stay above them
        found.update(_placeholders(features, kept, table))
    return found


def _said_again(kept: NDArray[np.bool_], table: BlockTable, likely: str) -> dict[int, int]:
    """Kept blocks whose words stand in another one, each with that one.

    Documentation says a thing in short and at length; on most other pages no text stands twice.
    """
    shown: list[int] = np.flatnonzero(kept).tolist()
    found: dict[int, int] = {}
    if len({table.text[block] for block in shown}) < len(shown):
        from boilerstrip.scoring.copies import find_copies

        found = find_copies(table, shown, has_teasers=likely != "forum")
    if likely == "forum":  # where people quote each other
        return found
    if [label for label in {*table.label} if "uote" in label and "ull" in label]:
        from boilerstrip.scoring.copies import find_pulled

        found.update(find_pulled(table, [block for block in shown if block not in found]))
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
    return (
        phrase if is_linked and n_chars - n_label >= _MIN_TITLE_CHARS and phrase in related_labels() else ""
    )


def _has_cells_beside(table: BlockTable, element: int) -> bool:
    """Whether an element is a cell in a row with others: what they say is data."""
    if element < 0 or table.tag[element] not in ("td", "th"):
        return False
    row = table.parent[element]
    return (
        table.end_block[row] - table.first_block[row] > table.end_block[element] - table.first_block[element]
    )


def _crumbs(features: Features, kept: NDArray[np.bool_], table: BlockTable) -> LeftOver:
    """Kept items at the end of a list of links that are dropped, which say where on its site a page is."""
    blocks = features.blocks
    items = np.flatnonzero(kept & ~np.concatenate(((True,), kept[:-1])) & (blocks[:, _ITEM] > 0))
    items = items[blocks[:, _HEADING][items] == 0]
    if not len(items):
        return {}
    headings = np.flatnonzero(kept & (blocks[:, _HEADING] > 0))
    above = headings[0] if len(headings) else len(kept)
    named = (blocks[:, _NAVIGATION][items] > 0) & (items < above)
    named |= blocks[:, TITLE_OVERLAP][items] >= _TITLED
    likely = named | (blocks[:, _COPIES][items] > 0)
    if not likely.any():
        return {}
    from boilerstrip.scoring.crumbs import find_crumbs  # of few pages

    return find_crumbs(table, kept.tolist(), items[likely].tolist(), named[likely].tolist())


def _contents(features: Features, kept: NDArray[np.bool_], table: BlockTable) -> LeftOver:
    """Labels of tables of contents that are not kept themselves.

    Also above what is kept: there a dropped one would be brought back as its heading.
    """
    near = kept | np.concatenate((kept[1:], (False,)))
    short = np.flatnonzero(near & (features.weight <= _MAX_LABEL_WEIGHT)).tolist()
    texts = map(str.lower, [table.text[block] for block in short])
    words, labels = [*map(_bare_words, texts)], _contents_labels()
    if labels.keys().isdisjoint(words):
        return {}
    from boilerstrip.scoring.contents import find_lone_labels  # of few pages

    told = {block: labels[line] for block, line in zip(short, words, strict=True) if line in labels}
    return find_lone_labels(table, kept.tolist(), told)


@cache
def _contents_labels() -> Mapping[str, bool]:
    """Labels of tables of contents, in all languages, and whether they say nothing else."""
    from boilerstrip.phrases import spelled
    from boilerstrip.phrases.contents import BY_LANGUAGE, MAYBE

    return dict.fromkeys(spelled(MAYBE), False) | dict.fromkeys(spelled(BY_LANGUAGE), True)


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
