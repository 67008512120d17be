"""The engines that can be measured.

Each is imported when it is wanted: one engine does not pay for another's imports, nor does `--help`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import boilerstrip
from boilerstrip.errors import OptionError
from boilerstrip.training.engine import Basis, Engine, Extracted
from boilerstrip.training.peers import PEERS

if TYPE_CHECKING:
    from boilerstrip.scoring.model import Training

__all__ = ["ENGINES", "OWN", "Basis", "Engine", "Extracted", "load_boilerstrip", "load_engine"]

OWN: Final = "boilerstrip"
"""Name of our own engine."""


def load_engine(name: str) -> Engine:
    """Import what an engine needs.

    Raises:
        OptionError: there is no such engine, or its package cannot be imported.
        ModelError: the model that ships cannot be read.
    """
    if name not in ENGINES:
        raise OptionError(f"engine {name!r} is none of {', '.join(ENGINES)}")
    try:
        return ENGINES[name]()
    except ImportError as error:
        cure = "pip install 'boilerstrip[bench]'"
        raise OptionError(f"engine {name} cannot be imported ({error}); {cure}") from error


def load_boilerstrip(model: str | os.PathLike[str] | None = None) -> Engine:
    """Our own engine, with a model or the one that ships.

    Raises:
        ModelError: the model cannot be read.
    """
    from boilerstrip.options import Options
    from boilerstrip.pipeline import extract
    from boilerstrip.scoring import default_model, load_model

    loaded = default_model() if model is None else load_model(model)
    options = Options(model=model)

    def run(html: bytes, url: str | None) -> Extracted:
        page = extract(html, url, options)
        told = page.page_type.name if page.page_type else None
        return Extracted(page.text, page.table.text, told, page.confidence)

    return Engine(
        version=f"{boilerstrip.__version__}, model {loaded.name}",
        timed="extract(html, url) and its .text",
        run=run,
        basis=lambda digest: _basis(digest, loaded.training),
    )


def _basis(digest: str, learned: Training) -> Basis:
    if digest in (learned.gold_sha256, learned.auxiliary_sha256):
        return Basis(
            "in-sample",
            "In-sample: the model was trained on these very pages. Expect less on pages it has not seen; "
            "--cv measures that.",
        )
    return Basis(
        "other-pages",
        "The model was trained on another gold standard, by its digest. A part of the pages it was trained "
        "on would have another digest, too, and be in-sample all the same.",
    )


ENGINES: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType({OWN: load_boilerstrip, **PEERS})
"""Every engine by its name; a call imports it."""
