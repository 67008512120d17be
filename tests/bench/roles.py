"""How many roles are right, against blocks labelled by reading: python tests/bench/roles.py GOLD_DIR [MODEL_DIR]

GOLD_DIR is that of WCXB; MODEL_DIR holds a model `FOLD.npz` for each fold, trained without it. Without
MODEL_DIR the model that ships is used, which has seen the pages: what it keeps is in-sample then.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from boilerstrip import Options, Page, extract
from boilerstrip.training.gold import load_gold
from boilerstrip.training.gold_page import GoldPage

BLOCKS = Path(__file__).parents[1] / "roles" / "blocks.jsonl"


class Told(NamedTuple):
    """A labelled block: the set it is of, the roles a reader would say, best first, and the program's."""

    of: str
    roles: tuple[str, ...]
    given: str


def compare(gold: Iterable[GoldPage], extracted: Callable[[GoldPage], Page]) -> list[Told]:
    """Every labelled block with its role, but for those that are no more: pages are read otherwise by now."""
    labels = defaultdict(list)
    for line in BLOCKS.read_text("utf-8").splitlines():
        record = json.loads(line)
        labels[record["page"]].append(record)
    told = []
    for page in gold:
        if page.id in labels:
            roles = defaultdict(list)
            for block in extracted(page).blocks:
                roles[block.xpath].append(block.role)
            for label in labels[page.id]:
                for given in roles[label["xpath"]][label["nth"] :][:1]:
                    told.append(Told(label["set"], tuple(label["roles"]), given))
    return told


def accuracy(told: Iterable[Told]) -> tuple[float, float]:
    """Share of blocks with one of the reader's roles, and with the first of them."""
    blocks = list(told)
    either = sum(block.given in block.roles for block in blocks)
    return either / len(blocks), sum(block.given == block.roles[0] for block in blocks) / len(blocks)


def main() -> None:
    """Measure and print a table."""
    folder = Path(sys.argv[1])
    models = Path(sys.argv[2]) if len(sys.argv) > 2 else None

    def extracted(page: GoldPage) -> Page:
        return extract(page.read_html(), page.url, Options(model=models and models / f"{page.fold}.npz"))

    told = compare(load_gold(folder).pages, extracted)
    print(f"{len(BLOCKS.read_text('utf-8').splitlines()) - len(told)} labelled blocks are no more")
    for name in ("development", "test"):
        chosen = [block for block in told if block.of == name]
        either, first = accuracy(chosen)
        print(f"{name}: {len(chosen)} blocks, role right {either:.3f}, the first named {first:.3f}")
    given, right, wanted, found = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for block in told:
        given[block.given] += 1
        wanted[block.roles[0]] += 1
        right[block.given] += block.given in block.roles
        found[block.roles[0]] += block.given in block.roles
    for role in sorted({*given, *wanted}):
        print(
            f"{role:16}precision {right[role]:3}/{given[role]:<3}  recall {found[role]:3}/{wanted[role]:<3}"
        )


if __name__ == "__main__":
    main()
