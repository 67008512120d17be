"""A question's answers are kept with it, where microdata say which these are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable

__all__ = ["answers"]

_ANSWER: Final = "Answer"
_QUESTION: Final = "Question"
_TEXT: Final = ("itemprop", "text")


def answers(table: BlockTable, kept: Sequence[bool]) -> list[int]:
    """The dropped blocks in texts of answers (schema.org), where words of the text of a question are kept.

    What readers remark on either is of another type. The questions of an FAQ have a name and no text.

    Args:
        table: The page's blocks.
        kept: The choice.
    """
    kinds = {
        at: said["itemtype"].rpartition("/")[2] for at, said in table.purposes.items() if "itemtype" in said
    }
    spans: dict[str, list[range]] = {_ANSWER: [], _QUESTION: []}
    for element, attributes in table.details.items():
        if _TEXT not in attributes:
            continue
        around = element
        while around >= 0 and around not in kinds:
            around = table.parent[around]
        spans.setdefault(kinds.get(around, ""), []).append(
            range(table.first_block[element], table.end_block[element])
        )
    if not any(kept[block] for span in spans[_QUESTION] for block in span):
        return []
    return [block for span in spans[_ANSWER] for block in span if not kept[block]]
