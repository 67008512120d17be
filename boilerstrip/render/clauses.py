"""Clauses and their numbers, which stood in terms or cells of their own: a list, or each in one line."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise

from boilerstrip.render.outline import List, Node, Paragraph

__all__ = ["Clause", "counted"]

Clause = tuple[str, tuple[Node, ...]]
"""A number, "" where none is kept, and what it counts."""


def counted(clauses: Sequence[Clause], bullets: Container[str]) -> list[Node]:
    """A list where the numbers are those of one, else each number before the first words of its clause.

    Args:
        clauses: In page order.
        bullets: The signs that are no numbers.
    """
    numbers = [number for number, _ in clauses]
    items = tuple(nodes for _, nodes in clauses)
    if all(items):
        if all(number in bullets for number in numbers):
            return [List(False, 1, items)]
        if _count_up(numbers):
            return [List(True, int(numbers[0][:-1]), items)]
    return [node for number, nodes in clauses for node in _line(number, nodes)]


def _count_up(numbers: Sequence[str]) -> bool:
    """Whether numbers are those of a list in Markdown: "4.", "5."."""
    if not all(number[-1:] == "." and number[:-1].isdecimal() and number.isascii() for number in numbers):
        return False
    return all(int(after[:-1]) == int(before[:-1]) + 1 for before, after in pairwise(numbers))


def _line(number: str, nodes: Sequence[Node]) -> Sequence[Node]:
    """A clause with its number before its first words."""
    if not number:
        return nodes
    if nodes and isinstance(first := nodes[0], Paragraph):
        return (Paragraph((f"{number} ", *first.inline)), *nodes[1:])
    return (Paragraph((number,)), *nodes)
