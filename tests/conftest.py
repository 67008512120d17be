"""Fixtures and settings that all tests share."""

from __future__ import annotations

import importlib
import os
import pkgutil
from pathlib import Path

import pytest
from hypothesis import Phase, settings

import boilerstrip

ROOT = Path(__file__).parents[1]

collect_ignore_glob = ["fuzz/*"]  # a program of its own, which needs atheris

# The same examples in every run: a failure found by one person is found by all.
# It is shown as it was made: to shrink a page takes many minutes (--hypothesis-profile=shrink does so).
settings.register_profile(
    "boilerstrip",
    derandomize=True,
    deadline=None,
    max_examples=50,
    phases=(Phase.explicit, Phase.generate),
    print_blob=True,
)
settings.register_profile("shrink", settings.get_profile("boilerstrip"), phases=tuple(Phase))
settings.load_profile("boilerstrip")
# Hypothesis tries constants of the modules that are imported: without this, those of whichever tests ran before.
for _module in pkgutil.walk_packages(boilerstrip.__path__, "boilerstrip."):
    if not _module.name.rpartition(".")[2].startswith("_"):
        importlib.import_module(_module.name)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write tests/golden anew from what the code gives now; review the difference",
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session")
def bench() -> Path:
    """The folder of the gold standards, by BOILERSTRIP_BENCH or ../shared/bench; skips without it."""
    named = os.environ.get("BOILERSTRIP_BENCH")
    folder = Path(named) if named else ROOT.parent / "shared" / "bench"
    if not (folder / "wcxb-dev" / "gold.jsonl.gz").is_file():
        pytest.skip(f"no gold standards in {folder} (set BOILERSTRIP_BENCH)")
    return folder
