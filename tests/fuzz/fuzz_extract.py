"""Coverage-guided fuzzing of `extract` (Linux, Python up to 3.13; pip install atheris):

    python -m tests.fuzz.fuzz_extract tests/fuzz/corpus -max_len=4096 -timeout=5 -max_total_time=3600

New inputs go to the first folder; a finding is written to a file beside (crash-..., timeout-...), and
belongs into tests/hostile as the smallest page that shows it.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["boilerstrip"]):
    from boilerstrip import Style, extract

from tests.hostile.safety import unsafe_in_html, unsafe_in_json, unsafe_in_markdown, unsafe_in_text

_AS_TEXT = 0x80
"""Bit of the first byte by which the rest is given as `str`."""


def check(data: bytes) -> None:
    """Extract an input and look at every form; whatever raises is a finding."""
    source: bytes | str = data[1:]
    if data and data[0] & _AS_TEXT:
        source = data[1:].decode("utf-8", "surrogateescape")
    page = extract(source, "https://mill.example/a/" if data and data[0] & 1 else None)
    front = page.render("md", Style(frontmatter=True, comments="separate"))
    faults = [
        *unsafe_in_markdown(page.markdown),
        *unsafe_in_text(page.text),
        *unsafe_in_text(front),
        *unsafe_in_html(page.html),
        *unsafe_in_json(page.to_json()),
    ]
    if faults:
        raise AssertionError(faults)


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
