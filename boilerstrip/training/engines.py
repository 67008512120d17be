"""The engines that can be measured.

Each is imported when it is wanted: one engine does not pay for another's imports, nor does `--help`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import boilerstrip
from boilerstrip.errors import OptionError
from boilerstrip.training.engine import Basis, Engine, Extracted
from boilerstrip.training.peers import PEERS

__all__ = ["ENGINES", "Basis", "Engine", "Extracted", "load_engine"]

WCXB_DEV: Final = "9c93ff8abf028cc265eccde9eb60a768d005c68f07ea67a92e83c40c4a931d1f"
"""`gold.gold_digest` of the 1,497 development pages of WCXB, as packed in shared/bench."""


def load_engine(name: str) -> Engine:
    """Import what an engine needs.

    Raises:
        OptionError: there is no such engine, or its package cannot be imported.
    """
    if name not in ENGINES:
        raise OptionError(f"engine {name!r} is none of {', '.join(ENGINES)}")
    try:
        return ENGINES[name]()
    except ImportError as error:
        cure = "pip install 'boilerstrip[bench]'"
        raise OptionError(f"engine {name} cannot be imported ({error}); {cure}") from error


def _boilerstrip() -> Engine:
    from boilerstrip.pipeline import extract
    from boilerstrip.scoring import RULES

    def run(html: bytes, url: str | None) -> Extracted:
        page = extract(html, url)
        return Extracted(page.text, page.table.text)

    return Engine(
        version=f"{boilerstrip.__version__}, scorer {RULES.name}",
        timed="extract(html, url) and its .text",
        run=run,
        basis=_basis_of_rules,
    )


def _basis_of_rules(digest: str) -> Basis:
    if digest == WCXB_DEV:
        return Basis(
            "in-sample",
            "In-sample: a regression on these very development pages proposed the rule scorer's weights, "
            "and its threshold was set on them. Expect less on pages it has not seen.",
        )
    return Basis(
        "other-pages",
        "The rule scorer's weights come from the development pages of WCXB, and by its digest this gold "
        "standard is another one. A part of those pages would be in-sample all the same.",
    )


ENGINES: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType({"boilerstrip": _boilerstrip, **PEERS})
"""Every engine by its name; a call imports it."""
