"""Run hostile cases in processes of their own and print a table: python -m tests.hostile.run [PART ...]

Cases whose names have one of the parts in them; all of them where none is given. Ends with 1 where a
case fails that is not known to.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.hostile.catalogue import ALONE, CASES, KNOWN, LOST

__all__ = ["Outcome", "run_all"]

_ROOT = Path(__file__).parents[2]
_BATCH = 40
Outcome = dict[str, Any]
"""What a worker says of a case: name, bytes, seconds, mb, warnings, faults."""


def _batch(names: Sequence[str]) -> list[Outcome]:
    """Outcomes of some cases, in one process as long as it lives."""
    outcomes: list[Outcome] = []
    waiting = list(names)
    while waiting:
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.hostile.worker", *waiting]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        found = [line for line in lines if "begun" not in line]
        outcomes += found
        waiting = waiting[len(found) :]
        if waiting:
            tail = done.stderr.strip().splitlines()[-1:]
            fault = f"the process ended with {done.returncode} {tail}"
            outcomes.append({"name": waiting.pop(0), "faults": [fault]})
    return outcomes


def _batches(names: Sequence[str]) -> Iterator[list[str]]:
    """The large ones alone and first, the others in batches."""
    yield from ([name] for name in names if name in ALONE)
    small = [name for name in names if name not in ALONE]
    yield from (small[at : at + _BATCH] for at in range(0, len(small), _BATCH))


def run_all(names: Sequence[str], n_jobs: int | None = None) -> dict[str, Outcome]:
    """Outcomes of the named cases, by name; as many processes at once as there are processors."""
    with ThreadPoolExecutor(n_jobs or os.cpu_count() or 1) as pool:
        return {outcome["name"]: outcome for found in pool.map(_batch, _batches(names)) for outcome in found}


def _row(outcome: Outcome) -> str:
    size, seconds, in_all, peak = (outcome.get(key, "") for key in ("bytes", "seconds", "in all", "mb"))
    is_known = outcome["name"] in {*KNOWN, *LOST}
    state = ("known" if is_known else "FAILS") if outcome["faults"] else "cured" if is_known else ""
    faults = "; ".join(outcome["faults"])[:300]
    return f"{outcome['name']:32} {size!s:>9} {seconds!s:>6} {in_all!s:>6} {peak!s:>5} {state:5} {faults}"


def main(parts: Sequence[str]) -> int:
    """Print the table and a line for each class."""
    names = [name for name in CASES if not parts or any(part in name for part in parts)]
    outcomes = run_all(names, int(os.environ.get("HOSTILE_JOBS", "0")) or None)
    failing = {name for name in names if outcomes[name]["faults"]}
    lines = [
        f"{'case':32} {'bytes':>9} {'s':>6} {'in all':>6} {'MB':>5}",
        *(_row(outcomes[name]) for name in names),
    ]
    for group in dict.fromkeys(CASES[name].group for name in names):
        members = [name for name in names if CASES[name].group == group]
        lines.append(f"{group:12} {len(members):4} cases {len(failing.intersection(members)):4} fail")
    n_new = len(failing - {*KNOWN, *LOST})
    lines.append(f"{'all':12} {len(names):4} cases {len(failing):4} fail, {n_new} of them not known")
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if failing - {*KNOWN, *LOST} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
