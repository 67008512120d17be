"""Whether a page may have a thread at all, by what is cheap to see: most have none."""

from __future__ import annotations

from boilerstrip.block import BlockTable
from boilerstrip.threads.groups import BUTTON_CHARS, MEDIUM, name_strength
from boilerstrip.threads.keys import ENTRY_TAGS, types
from boilerstrip.threads.labels import entry_names, is_reply_word, tokens_of
from boilerstrip.threads.reading import Reading

__all__ = ["may_have_thread"]


def may_have_thread(reading: Reading) -> bool:
    """Whether `groups.find_groups` could find any; what it needs least is looked at, dearer things last.

    Elements whose name or type says "comment" or the like need a date, or several of them names. Others
    need two dates in what calls itself comments or a forum; elsewhere three, and buttons.
    """
    table, talks = reading.table, reading.has_talk()
    elements = _named_like_entries(reading)
    if not (talks or elements or _has_reply_word(table)) and not (elements := _typed(reading)):
        return False
    n_dates = reading.dated[-1]
    if talks and n_dates >= 2:
        return True
    if not talks and (n_dates < 3 or _has_reply_word(table)):
        return n_dates >= 3
    elements = [*elements, *_typed(reading)]
    return any(reading.sum(reading.dated, e) for e in elements) or (
        len(elements) > 1 and sum([reading.sum(reading.named, e) > 0 for e in elements]) > 1
    )


def _named_like_entries(reading: Reading) -> list[int]:
    """Elements that hold blocks and may be entries by their tags, and by their names."""
    names = entry_names(reading.labels)
    labels = {label for label in names if any(name_strength(name)[0] >= MEDIUM for name in tokens_of(label))}
    table = reading.table
    return [
        element
        for element in reading.labelled(labels)
        if table.first_block[element] < table.end_block[element]
        and (table.tag[element] in ENTRY_TAGS or "-" in table.tag[element])
    ]


def _typed(reading: Reading) -> list[int]:
    """Elements that microdata call something said."""
    return [element for element in reading.table.details if any(types(reading.detail(element)))]


def _has_reply_word(table: BlockTable) -> bool:
    rows = zip(table.text, table.n_chars, strict=True)
    return is_reply_word(" ".join([text for text, n_chars in rows if n_chars <= BUTTON_CHARS]))
