"""One process that extracts hostile cases under limits: python -m tests.hostile.worker NAME ...

Writes a line of JSON when it begins a case and one with what came of it; the kernel ends it where a
case takes more than twice the time it may, or more than 3 GB of address space.
"""

from __future__ import annotations

import json
import resource
import sys
import time

from tests.effort import FULL
from tests.hostile.case import Case
from tests.hostile.catalogue import CASES
from tests.hostile.safety import unsafe_in_html, unsafe_in_json, unsafe_in_markdown, unsafe_in_text

__all__ = ["MAX_MB", "cpu_limit"]

MAX_MB = 512
"""Resident memory that a case may reach, in MB."""
_LARGE = 10_000_000  # bytes
_SMALL_SECONDS = 3.5
"""Seconds of CPU where cases have a tenth of their size."""
_ADDRESS_SPACE = 3 << 30  # bytes


def cpu_limit(n_bytes: int) -> float:
    """Seconds of CPU that a page of that size may take until all its forms are written."""
    if not FULL:
        return _SMALL_SECONDS
    return 10.0 if n_bytes > _LARGE else 5.0


def _peak() -> float:
    """Most memory this process ever had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024 if sys.platform != "darwin" else 1 << 20
    )


def _allow(seconds: float) -> None:
    """Let the kernel end this process after so many more seconds of CPU."""
    limit = int(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _run(case: Case) -> dict[str, object]:
    """Extract a case, write every form, and look at all of it."""
    from boilerstrip import Style, extract

    source = case.make()
    n_bytes = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "replace"))
    limit = cpu_limit(n_bytes)
    _allow(2 * limit + 1)
    start = time.process_time()
    page = extract(source, case.url)
    markdown = page.markdown
    seconds = time.process_time() - start
    forms = {"md": markdown, "txt": page.text, "html": page.html}
    line = page.to_json()
    in_all = time.process_time() - start
    peak = _peak()
    _allow(60)
    faults = [f"{seconds:.1f} s of CPU to Markdown"] if seconds > limit else []
    faults += [f"{in_all:.1f} s of CPU for all forms"] if in_all > limit else []
    faults += [f"unsafe md: {fault}" for fault in unsafe_in_markdown(forms["md"])]
    faults += [f"unsafe txt: {fault}" for fault in unsafe_in_text(forms["txt"])]
    faults += [f"unsafe html: {fault}" for fault in unsafe_in_html(forms["html"])]
    faults += [f"unsafe json: {fault}" for fault in unsafe_in_json(line)]
    front = page.render("md", Style(frontmatter=True, comments="separate"))
    faults += [f"unsafe front matter: {fault}" for fault in unsafe_in_text(front)]
    codes = [warning.code for warning in page.warnings]
    faults += [f"lost: {word!r} is in no block" for word in _lost(case.shown, page.table.text)]
    for form, text in forms.items():
        faults += [f"lost: {word!r} is not in {form}" for word in case.main if word not in text]
    faults += [f"not wanted: {text!r}" for text in case.absent if text in line or text in front]
    if case.warns and not set(case.warns) & set(codes):
        faults.append(f"warnings are {codes}")
    return {
        "name": case.name,
        "bytes": n_bytes,
        "seconds": round(seconds, 2),
        "in all": round(in_all, 2),
        "mb": round(peak),
        "warnings": codes,
        "faults": faults,
    }


def _tell(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _lost(words: tuple[str, ...], blocks: list[str]) -> list[str]:
    return [word for word in words if not any(word in block for block in blocks)]


def main(names: list[str]) -> None:
    """Run the named cases, one after the other."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, resource.getrlimit(resource.RLIMIT_AS)[1]))
    from boilerstrip import extract

    extract("<p>first use loads the model</p>").to_json()
    before = _peak()
    for name in names:
        _tell({"begun": name})
        try:
            result = _run(CASES[name])
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this case's fault
            result = {
                "name": name,
                "faults": [f"raised {type(error).__name__}: {error}"[:300]],
                "mb": round(_peak()),
            }
        after = _peak()
        if isinstance(peak := result["mb"], int) and peak > MAX_MB >= before:
            result["faults"] = [*result["faults"], f"{peak} MB"]  # type: ignore[misc]
        before = after
        _tell(result)


if __name__ == "__main__":
    main(sys.argv[1:])
