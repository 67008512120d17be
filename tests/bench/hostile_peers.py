"""The hostile cases with other extractors, under the limits that ours has:

    python -m tests.bench.hostile_peers [ENGINE ...]

Each case from bytes to plain text. Prints for each engine and class of cases how many there are, and in how
many it raised or died, took more than its seconds of CPU or 512 MB, lost words that have to be in the main
content, or let control characters
through. Cases have a tenth of their size, unless BOILERSTRIP_HOSTILE is set. Wants the extra `bench`.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.hostile.catalogue import CASES
from tests.hostile.safety import unsafe_in_text
from tests.hostile.worker import MAX_MB, cpu_limit

__all__ = ["OURS", "main"]

OURS = "boilerstrip"
_ENGINES = (OURS, "trafilatura", "resiliparse", "readability-lxml", "justext")
_ROOT = Path(__file__).parents[2]
_FAULTS = ("raised", "time", "memory", "lost", "unsafe")
_ADDRESS_SPACE = 3 << 30


def _runner(engine: str) -> Callable[[bytes, str | None], str]:
    if engine == OURS:
        from boilerstrip import extract

        return lambda html, url: extract(html, url).text
    from boilerstrip.training.peers import PEERS

    run = PEERS[engine]().run
    return lambda html, url: run(html, url).text


def _faults(run: Callable[[bytes, str | None], str], name: str) -> list[str]:
    """What is wrong with one case in this process, which the kernel ends where it takes far too long."""
    case = CASES[name]
    made = case.make()
    html = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
    limit = cpu_limit(len(html))
    start = time.process_time()
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(start + 2 * limit) + 1, hard))
    try:
        text = run(html, case.url)
    except Exception:  # noqa: BLE001 - of whatever kind, it is what is counted
        return ["raised"]
    faults = ["time"] if time.process_time() - start > limit else []
    faults += ["memory"] if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MAX_MB * 1024 else []
    faults += ["lost"] if any(word not in text for word in case.main) else []
    return faults + (["unsafe"] if unsafe_in_text(text) else [])


def _child(engine: str, names: Sequence[str]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, resource.getrlimit(resource.RLIMIT_AS)[1]))
    run = _runner(engine)
    for name in names:
        faults = _faults(run, name)
        print(json.dumps([name, faults]), flush=True)
        if "memory" in faults:  # the peak stays: another process for the next ones
            return


def _outcomes(engine: str) -> Iterator[tuple[str, list[str]]]:
    waiting = list(CASES)
    while waiting:
        command = [sys.executable, "-m", "tests.bench.hostile_peers", "--child", engine, *waiting]
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
        found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
        yield from found
        waiting = waiting[len(found) :]
        if waiting and done.returncode:
            yield waiting.pop(0), ["time" if done.returncode == -24 else "raised"]  # -24: SIGXCPU


def main(engines: Sequence[str]) -> None:
    """Run and print a table for each engine."""
    for engine in engines or _ENGINES:
        counted: dict[str, Counter[str]] = {}
        for name, faults in _outcomes(engine):
            counted.setdefault(CASES[name].group, Counter()).update(
                ["cases", *faults, *["bad"] * bool(faults)]
            )
        print(f"{engine:16} {'cases':>6} {'bad':>6}", *(f"{fault:>7}" for fault in _FAULTS))
        for group, found in (*counted.items(), ("all", sum(counted.values(), Counter[str]()))):
            print(
                f"{group:16} {found['cases']:6} {found['bad']:6}", *(f"{found[fault]:7}" for fault in _FAULTS)
            )
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], sys.argv[3:])
    else:
        main(sys.argv[1:])
