"""The engines that can be measured.

Each is imported when it is wanted: one engine does not pay for another's imports, nor does `--help`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple

import boilerstrip
from boilerstrip.errors import OptionError

__all__ = ["ENGINES", "Basis", "Engine", "Extracted", "load_engine"]

WCXB_DEV: Final = "9c93ff8abf028cc265eccde9eb60a768d005c68f07ea67a92e83c40c4a931d1f"
"""`gold.gold_digest` of the 1,497 development pages of WCXB, as packed in shared/bench."""

_SILENCE: Final = logging.NullHandler()
"""For engines that log what they think of each page: without a handler Python prints that."""


class Extracted(NamedTuple):
    """What an engine made of a page: the main content as text, and the texts of all its blocks.

    `blocks` is None for an engine without blocks.
    """

    text: str
    blocks: Sequence[str] | None = None


class Basis(NamedTuple):
    """What kind of figure a measurement is: a stable code and a sentence for the reader."""

    code: str
    message: str


class Engine(NamedTuple):
    """An engine that is ready to run.

    Attributes:
        version: Version of the engine, with its scorer where it has one.
        timed: What the timed call is, in words.
        run: Bytes and address -> main content; may raise anything.
        basis: Digest of a gold standard -> what kind of figure this engine gets on it.
    """

    version: str
    timed: str
    run: Callable[[bytes, str | None], Extracted]
    basis: Callable[[str], Basis]


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
        raise OptionError(f"engine {name} cannot be imported ({error}); pip install {name}") from error


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


def _trafilatura() -> Engine:
    import trafilatura

    logging.getLogger("trafilatura").addHandler(_SILENCE)

    def run(html: bytes, url: str | None) -> Extracted:
        # Without readers' comments, which ours drops as well: so it scores best, and so the figures in
        # shared/bench/README.md were measured.
        return Extracted(trafilatura.extract(html, url=url, include_comments=False) or "")

    return Engine(
        version=trafilatura.__version__,
        timed="trafilatura.extract(html, url=url, include_comments=False)",
        run=run,
        basis=lambda _digest: Basis(
            "peer",
            "Nothing in trafilatura was fitted here. Which pages its makers looked at is not known to this "
            "command; the snippets in shared/bench are from their own evaluation.",
        ),
    )


ENGINES: Final[Mapping[str, Callable[[], Engine]]] = MappingProxyType(
    {"boilerstrip": _boilerstrip, "trafilatura": _trafilatura}
)
"""Every engine by its name; a call imports it."""
