"""Where the time of a page goes, as one picture: python tests/bench/flame.py STACKS PICTURE.svg

STACKS is what a sampling profiler saw, a stack a line, as `py-spy record -f raw` writes it of
`python -m tests.bench.speed GOLD_DIR --loop`. A bar is a function, as wide as its share of the time; what it calls
stands below it. Functions with less than half a percent are left out.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Final, NamedTuple

ROOT_NAME: Final = "_both"
"""The function of tests/bench/speed.py that handles one page; what is above it is left out."""
LEAST_SHARE: Final = 0.005
WIDTH, HEIGHT, CHAR_WIDTH = 1_200, 17, 6.2
COLORS: Final = ("#f4b183", "#f8cb9c", "#ffd966", "#f1c27d", "#e8a87c")
_LEAST_CHARS: Final = 4
_FRAME_RE: Final = re.compile(r"(.+) \((?:.*/)?((?:[^/]+/)?[^/]+?)\.py:\d+\)")
_INNER: Final = ("<listcomp>", "<genexpr>", "<setcomp>", "<dictcomp>", "<lambda>", "__get__", "wrapper")
"""Frames that say nothing beside the function they stand in."""


class Bar(NamedTuple):
    """A function: where it begins and how wide it is, as shares of all, and how deep it stands."""

    label: str
    start: float
    share: float
    depth: int


def stacks(lines: Iterator[str]) -> Counter[tuple[str, ...]]:
    """How often each chain of functions was seen, from the one that handles a page on."""
    seen: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        stack, _, count = line.rpartition(" ")
        if "importlib" in stack:  # what the first page loads is no part of what a page costs
            continue
        chain = list[str]()
        for frame in stack.split(";"):
            found = _FRAME_RE.fullmatch(frame)
            name = f"{found[1]} ({found[2]})" if found else frame
            is_inner = any(inner in name for inner in _INNER)
            if name.startswith(ROOT_NAME) or (chain and not is_inner and chain[-1] != name):
                chain.append(name)
        if chain:
            seen[tuple(chain)] += int(count)
    return seen


def bars(seen: Counter[tuple[str, ...]]) -> list[Bar]:
    """A bar for each chain that took enough time, those of one function side by side, the widest first."""
    total = sum(seen.values())
    spent: Counter[tuple[str, ...]] = Counter()
    for chain, count in seen.items():
        for depth in range(1, len(chain) + 1):
            spent[chain[:depth]] += count
    starts: dict[tuple[str, ...], float] = {(): 0.0}
    found = list[Bar]()
    for chain, count in sorted(spent.items(), key=lambda item: (len(item[0]), -item[1], item[0])):
        share = count / total
        if share < LEAST_SHARE or chain[:-1] not in starts:
            continue
        at = starts[chain[:-1]]
        starts[chain[:-1]], starts[chain] = at + share, at
        found.append(Bar(chain[-1], at, share, len(chain) - 1))
    return found


def picture(shown: Sequence[Bar]) -> str:
    """The bars as SVG."""
    height = (max(bar.depth for bar in shown) + 1) * HEIGHT
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'font-family="monospace" font-size="10">'
    ]
    for number, bar in enumerate(shown):
        x, width, y = bar.start * WIDTH, bar.share * WIDTH, bar.depth * HEIGHT
        name = f"{bar.label.partition(' ')[0]} {bar.share:.1%}"
        n_chars = int(width / CHAR_WIDTH)
        text = name[:n_chars] if n_chars >= _LEAST_CHARS else ""
        parts.append(
            f"<g><title>{escape(bar.label)} {bar.share:.1%}</title>"
            f'<rect x="{x:.1f}" y="{y}" width="{max(width - 0.5, 0.5):.1f}" height="{HEIGHT - 1}" '
            f'fill="{COLORS[number % len(COLORS)]}"/>'
            f'<text x="{x + 2:.1f}" y="{y + 12}">{escape(text)}</text></g>'
        )
    return "\n".join([*parts, "</svg>\n"])


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        Path(sys.argv[2]).write_text(picture(bars(stacks(iter(file)))), encoding="utf-8")
