"""Who wrote the one letter on a page of a mailing list's archive, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from boilerstrip.block import BlockTable, Entry, Mark
from boilerstrip.metadata.dates import iso_date
from boilerstrip.threads.dates import date_in

__all__ = ["find_letter"]

_LEAST_CHARS: Final = 100
"""Characters without white space of a letter's text, which stands in a `<pre>`."""
_MOST_BEFORE: Final = 40
"""Blocks before it in which its head stands."""
_HEAD_LINES: Final = 20
"""Lines of the `<pre>` in which its head stands, if it does there."""
_HEAD_RE: Final = re.compile(r"(From|Date)\s?:\s{0,8}(\S.{0,200})")
_ADDRESS_RE: Final = re.compile(r"(?:<[^<>]{0,200}>|\([^()]{0,200}\)|(?<!\S)\S{1,100}(?:@| at )\S{1,100})$")
"""An address behind a name."""
_CTIME_RE: Final = re.compile(r"\b([A-Z][a-z]{2}) (\d{1,2}) (\d\d:\d\d:\d\d) (?:[A-Z]{2,5} )?(\d{4})\b")
"""What C's `ctime` writes: "Tue Mar 4 11:40:06 CET 2025"."""
_MOST_CHARS, _MOST_NAME = 200, 60
"""Characters in which a name and its address are looked for, and of the name."""


def find_letter(table: BlockTable, kept: Sequence[bool]) -> Entry | None:
    """The letter as an entry, from what "From:" and "Date:" say, or a name before its address above a date.

    None where the page has no text in a `<pre>`, or nothing says both.
    """
    letter = next((block for block in range(table.n_blocks) if kept[block] and _is_letter(table, block)), -1)
    if letter < 0:
        return None
    before = range(max(0, letter - _MOST_BEFORE), letter)
    lines = [line for block in before for line in table.text[block].split("\n")]
    told = _headed([*lines, *table.text[letter].split("\n")[:_HEAD_LINES]]) or _addressed(table, before)
    if told is None:
        return None
    return Entry(table.element[letter], (letter,), tuple(before), *told, None, None, -1, 0, opens=True)


def _is_letter(table: BlockTable, block: int) -> bool:
    return table.n_chars[block] >= _LEAST_CHARS and table.tag[table.element[block]] == "pre"


def _headed(lines: Sequence[str]) -> tuple[str, str] | None:
    """Name and date in the first lines of a letter's head."""
    found: dict[str, str] = {}
    for line in lines:
        if match := _HEAD_RE.match(line):
            found.setdefault(match[1], match[2].strip())
    name, date = _name(found.get("From", "")), found.get("Date", "")
    return (name, date.split("\t")[0]) if name and date_in(date) else None


def _addressed(table: BlockTable, blocks: Sequence[int]) -> tuple[str, str] | None:
    """Name and date in a block with a name, its address as a link, and a date in a line of its own."""
    for block in blocks:
        links = [piece for piece in table.inline[block] if isinstance(piece, Mark) and piece.kind == "a"]
        if not (links and links[0].value.startswith("mailto:")):
            continue
        name, date = _name("".join(_before_link(table, block))), _last_line(table, block)
        if name and date_in(date):
            return name, _as_machines_read(date)
    return None


def _before_link(table: BlockTable, block: int) -> Iterator[str]:
    for piece in table.inline[block]:
        if isinstance(piece, str):
            yield piece
        elif piece.kind == "a":
            return


def _last_line(table: BlockTable, block: int) -> str:
    """What stands behind the last line break of a block."""
    line = ""
    for piece in table.inline[block]:
        if isinstance(piece, str):
            line += piece
        elif piece.kind == "br":
            line = ""
    return " ".join(line.split())


def _as_machines_read(date: str) -> str:
    """A date as C writes it, in ISO 8601; others as they are.

    >>> _as_machines_read("Tue Mar 4 11:40:06 CET 2025")
    '2025-03-04T11:40:06'
    """
    found = _CTIME_RE.search(date)
    return (found and iso_date(f"{found[2]} {found[1]} {found[4]} {found[3]}")) or date


def _name(text: str) -> str:
    """A name without the address behind it; "" where it is none."""
    name = _ADDRESS_RE.sub("", text[:_MOST_CHARS].strip()).strip(" \"'")
    return name if 0 < len(name) <= _MOST_NAME else ""
