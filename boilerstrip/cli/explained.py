"""A page's blocks for `boilerstrip explain`: a table for people, JSON and lines of JSON for programs.

A row of the table is one line, laid out here: rich measures and wraps each cell of its own tables,
which takes half a minute for 20,000 blocks.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from boilerstrip.cli.terminal import is_terminal, visible
from boilerstrip.render.record import json_text
from boilerstrip.training.metrics import count_words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.segment import Segment
    from rich.table import Table

    from boilerstrip.block import Block
    from boilerstrip.page import Page

__all__ = ["DROPPED", "KEPT", "as_json", "as_lines", "as_table"]

KEPT: Final = "kept"
DROPPED: Final = "dropped"
_UNEXPLAINED: Final = "other"
"""The role of a dropped block about which nothing specific speaks."""

_PIPED_WIDTH: Final = 100
"""Columns where no terminal says how many it has: same input, same bytes out."""
_LEAST_WIDTH: Final = 60
"""Columns below which the table is not squeezed; a narrower terminal folds its lines."""
_BAR_CELLS: Final = 5
_SCORE_CELLS: Final = _BAR_CELLS + len(" 0.00")
_EIGHTHS: Final = " ▏▎▍▌▋▊▉"
"""Parts of a cell, in eighths (Unicode, block elements)."""
_REASON_SHARE: Final = 0.46
_MOST_FOR_REASON: Final = 48
"""Columns of the reason, as a share of what is left to it and the text, and at most."""
_CUT: Final = 4
"""Characters of a text or of evidence that are looked at, for each column there is: white space folds."""
_IMAGE: Final = "(image)"
"""What stands for the words of a block that has none."""


class _Columns(NamedTuple):
    """Widths, in terminal columns; `gap` stands between two."""

    number: int
    score: int
    state: int
    role: int
    reason: int
    text: int
    gap: int


def as_table(page: Page, only: Set[str]) -> str:
    """The blocks, a line each, and below them what each role amounts to; as wide as the terminal.

    Args:
        page: The page.
        only: "kept", "dropped" and roles of which the blocks are shown; all where empty.
    """
    from rich.segment import Segments

    console = _console()
    shown = _chosen(page, only)
    totals = _totals(page)
    console.print(Segments(list(_lines(shown, _columns(shown, console.width)))), end="", crop=False)
    console.print(_totals_table(totals), _unexplained(totals), sep="\n")
    written: io.StringIO = console.file  # type: ignore[assignment]  # made so below
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines())


def as_json(page: Page, only: Set[str]) -> str:
    """`page.to_json()` with "totals"; the blocks are those asked for, then with "index" in front."""
    line = page.to_json()
    if only:
        record = json.loads(line)
        chosen = [at for at, _ in _chosen(page, only)]
        record["blocks"] = [{"index": at, **record["blocks"][at]} for at in chosen]
        line = json_text(record)
    return f'{line[:-1]}, "totals": {json_text(_totals(page))}}}'


def as_lines(page: Page, only: Set[str]) -> str:
    """A JSON object for each block, one a line."""
    return "\n".join(
        json_text(
            {
                "index": at,
                "kept": block.kept,
                "role": block.role,
                "score": block.score,
                "reason": block.reason._asdict(),
                "xpath": block.xpath,
                "text": block.text,
            }
        )
        for at, block in _chosen(page, only)
    )


def _chosen(page: Page, only: Set[str]) -> list[tuple[int, Block]]:
    """The blocks asked for, with their numbers."""
    blocks = enumerate(page.blocks)
    if not only:
        return list(blocks)
    return [(at, block) for at, block in blocks if not only.isdisjoint((_state(block), block.role))]


def _state(block: Block) -> str:
    return KEPT if block.kept else DROPPED


# The blocks


def _console() -> Console:
    """Writes into a string, in colours where standard output is a terminal that has them."""
    from rich.console import Console

    on_terminal = is_terminal(sys.stdout)
    width = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns if on_terminal else _PIPED_WIDTH
    return Console(
        file=io.StringIO(),
        width=max(width, _LEAST_WIDTH),
        force_terminal=on_terminal,
        color_system="auto" if on_terminal else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _columns(shown: Sequence[tuple[int, Block]], width: int) -> _Columns:
    number = len(str(shown[-1][0])) if shown else 1
    role = max((len(block.role) for _, block in shown), default=0)
    role = max(role, len("role"))
    gap = 2 if width >= _PIPED_WIDTH else 1
    rest = width - number - _SCORE_CELLS - len(DROPPED) - role - 5 * gap
    reason = min(int(rest * _REASON_SHARE), _MOST_FOR_REASON)
    return _Columns(number, _SCORE_CELLS, len(DROPPED), role, reason, rest - reason, gap)


def _lines(shown: Sequence[tuple[int, Block]], columns: _Columns) -> Iterator[Segment]:
    from rich.segment import Segment
    from rich.style import Style

    bold, dim, green = Style(bold=True), Style(dim=True), Style(color="green")
    *widths, _ = columns
    gap, end = " " * columns.gap, Segment.line()
    heads = gap.join(map(_fitted, ("#", "score", "", "role", "reason", "first words"), widths))
    yield from (Segment(heads.rstrip(), bold), end)
    yield from (Segment(gap.join("─" * width for width in widths), dim), end)
    for at, block in shown:
        words = " ".join(block.text[: _CUT * columns.text].split()) or _IMAGE
        reason = f"{block.reason.code} {block.reason.evidence[: _CUT * columns.reason]}"
        state, quiet = (green, None) if block.kept else (dim, dim)
        yield Segment(f"{at:>{columns.number}}{gap}")
        yield Segment(_bar(block.score), state)
        yield Segment(f" {block.score:.2f}{gap}")
        yield Segment(f"{_state(block):{columns.state}}{gap}{block.role:{columns.role}}{gap}", state)
        yield Segment(_fitted(visible(reason), columns.reason) + gap)
        yield from (Segment(_fitted(visible(words), columns.text).rstrip(), quiet), end)


def _bar(score: float) -> str:
    """A score, 0..1, as a bar.

    >>> _bar(0.5), _bar(1)
    ('██▌  ', '█████')
    """
    cells, eighths = divmod(round(8 * _BAR_CELLS * score), 8)
    return f"{'█' * cells}{_EIGHTHS[eighths].strip()}".ljust(_BAR_CELLS)


def _fitted(text: str, width: int) -> str:
    """Text as wide as that on a terminal, cut or filled up.

    >>> _fitted("日本語", 5), _fitted("word", 5)
    ('日本…', 'word ')
    """
    from rich.cells import cell_len, set_cell_size

    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


# The totals


class _Amount(NamedTuple):
    """How many blocks, and words in them."""

    n_blocks: int
    n_words: int


def _amounts(page: Page) -> dict[str, dict[str, _Amount]]:
    """What each role amounts to, most words first, of what is kept and of what is dropped."""
    n_blocks, n_words = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for block in page.blocks:
        place = (_state(block), block.role)
        n_blocks[place] += 1
        n_words[place] += count_words(block.text).total()
    amounts: dict[str, dict[str, _Amount]] = {KEPT: {}, DROPPED: {}}
    for state, role in sorted(n_blocks, key=lambda place: (-n_words[place], place)):
        amounts[state][role] = _Amount(n_blocks[state, role], n_words[state, role])
    return amounts


def _total(roles: Iterable[_Amount]) -> _Amount:
    roles = list(roles)
    return _Amount(sum(amount.n_blocks for amount in roles), sum(amount.n_words for amount in roles))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _totals(page: Page) -> dict[str, Any]:
    """The amounts as plain values; shares are of the page, that of "other" is of what is dropped."""
    amounts = _amounts(page)
    whole = _total(amount for roles in amounts.values() for amount in roles.values())

    def said(amount: _Amount) -> dict[str, Any]:
        return {
            "blocks": amount.n_blocks,
            "blocks_share": _share(amount.n_blocks, whole.n_blocks),
            "words": amount.n_words,
            "words_share": _share(amount.n_words, whole.n_words),
        }

    totals = {
        state: {**said(_total(roles.values())), "roles": {role: said(each) for role, each in roles.items()}}
        for state, roles in amounts.items()
    }
    dropped = amounts[DROPPED]
    other = dropped.get(_UNEXPLAINED, _Amount(0, 0)).n_words
    totals[DROPPED]["other_words_share"] = _share(other, _total(dropped.values()).n_words)
    return {**totals, "all": said(whole)}


def _totals_table(totals: Mapping[str, Any]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    table.add_column("role")
    for head in ("blocks", "share", "words", "share"):
        table.add_column(head, justify="right")
    for state in (KEPT, DROPPED):
        for role, amount in totals[state]["roles"].items():
            table.add_row(state, role, *_figures(amount), style=None if state == KEPT else "dim")
        table.add_row(state, "all", *_figures(totals[state]), style="bold", end_section=True)
    table.add_row("page", "all", *_figures(totals["all"]), style="bold")
    return table


def _figures(amount: Mapping[str, Any]) -> tuple[str, str, str, str]:
    return (
        f"{amount['blocks']:,}",
        _percent(amount["blocks_share"]),
        f"{amount['words']:,}",
        _percent(amount["words_share"]),
    )


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _unexplained(totals: Mapping[str, Any]) -> str:
    share = totals[DROPPED]["other_words_share"]
    if share is None:
        return "No word is dropped."
    return (
        f'Of the words dropped, {_percent(share)} are "{_UNEXPLAINED}": nothing specific says what they are.'
    )
