"""Numbers of clauses in cells or terms of their own, as laws have them, back before what they count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from types import MappingProxyType
from typing import Final

from boilerstrip.block import BlockTable
from boilerstrip.patterns import late_pattern
from boilerstrip.render.containers import BULLETS, CLAUSE, LONGEST_NUMBER, NUMBER, NUMBER_ENDS, NUMBERED

__all__ = ["with_numbered"]

_NUMBER_RE: Final = late_pattern(
    r"\(?(?:\d{1,3}[a-z]{0,2}|[A-Za-z]{1,2}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7})(?:[.)]|°\)?)"
)
"""What counts a clause: "1.", "(2a)", "aa)", "iv)", "1°"."""
_PARTS: Final = MappingProxyType({"dl": ("dt", "dd"), "table": ("td", "th")})
"""By tag: those of what numbers and clauses stand in."""
_FIRST: Final = ("dt", "td")
_NEVER_SECOND: Final = ("dt", "th")


def with_numbered(table: BlockTable, tags: Sequence[str]) -> list[str] | None:
    """The tags of a page's elements, where all terms of a list, or all first cells of a table of two columns,
    are numbers or bullets; None where there is no such thing.

    Args:
        table: The page's blocks.
        tags: The tags of its elements.
    """
    wholes = [*compress(count(), map(_PARTS.__contains__, tags))]
    may_be = [whole for whole in wholes if _is_number(table, table.first_block[whole])]
    parts: dict[int, list[int]] = {whole: [] for whole in may_be}
    if not parts:
        return None
    of: dict[int, int] = dict(zip(wholes, wholes, strict=True))  # by element: the list or table that it is in
    for element in range(wholes[0], len(tags)):
        around = of.get(table.parent[element], -1)
        of.setdefault(element, around)
        if around in parts and tags[element] in _PARTS[tags[around]]:
            parts[around].append(element)
    changed: list[str] | None = None
    for whole, inside in parts.items():
        if _are_numbered(table, tags, inside):
            changed = changed or [*tags]
            changed[whole] = NUMBERED
            for number, clause in zip(inside[::2], inside[1::2], strict=True):
                changed[number], changed[clause] = NUMBER, CLAUSE
    return changed


def _are_numbered(table: BlockTable, tags: Sequence[str], parts: Sequence[int]) -> bool:
    """Whether parts come in pairs, each of a number and what it counts, those of a table each in a row."""
    firsts, seconds = parts[::2], parts[1::2]
    if not parts or len(firsts) != len(seconds) or any(tags[part] not in _FIRST for part in firsts):
        return False
    if any(tags[part] in _NEVER_SECOND for part in seconds):
        return False
    rows = [table.parent[part] for part in firsts]
    if tags[parts[0]] == "td" and (len({*rows}) < len(rows) or rows != [table.parent[p] for p in seconds]):
        return False
    return all(
        table.end_block[part] - table.first_block[part] == 1 and _is_number(table, table.first_block[part])
        for part in firsts
    )


def _is_number(table: BlockTable, block: int) -> bool:
    return block < table.n_blocks and _counts(table.text[block])


def _counts(words: str) -> bool:
    """Whether words are a number or a bullet.

    >>> _counts("2a)"), _counts("1."), _counts("Bob"), _counts("7")
    (True, True, False, False)
    """
    if len(words) > LONGEST_NUMBER or not (said := words.strip()):
        return False
    return said in BULLETS or (said[-1] in NUMBER_ENDS and _NUMBER_RE.fullmatch(said) is not None)
