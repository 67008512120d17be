"""What the documents say is what the code does."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest

from boilerstrip.decide import REASON_CODES
from boilerstrip.page import WARNINGS
from boilerstrip.vocabulary import DROPPED_ROLES, KEPT_ROLES

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PYTHON_RE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = [
    pytest.param(code, id=f"{path.name}-{number}")
    for path in DOCUMENTS
    for number, code in enumerate(PYTHON_RE.findall(path.read_text("utf-8")), 1)
]


def codes_in(heading: str) -> list[str]:
    """The codes in the first column of the table under a heading of docs/reasons.md."""
    text = (ROOT / "docs" / "reasons.md").read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("code", EXAMPLES)
def test_examples_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(code, "example", "exec"), {})
    assert said.getvalue() or "print" not in code


def test_every_reason_code_is_documented() -> None:
    assert sorted(codes_in("Reasons")) == sorted(REASON_CODES)


def test_every_warning_code_is_documented() -> None:
    assert codes_in("Warnings") == list(WARNINGS)


def test_every_role_is_documented() -> None:
    text = (ROOT / "docs" / "reasons.md").read_text("utf-8")
    missing = [role for role in (*KEPT_ROLES, *DROPPED_ROLES) if f"`{role}`" not in text]
    assert missing == []


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        (path.name, target)
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []
