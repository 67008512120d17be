"""boilerstrip turns a web page into its article.

>>> import boilerstrip
>>> boilerstrip.extract("").warnings[0].code
'empty-input'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from boilerstrip.block import Block, Reason
from boilerstrip.errors import (
    BoilerstripError,
    DetectorMissingError,
    GoldError,
    ModelError,
    OptionError,
    RecordError,
    SinkError,
    SourceError,
)
from boilerstrip.options import Options, Style
from boilerstrip.page import Comment, Encoding, Metadata, Page, PageType, PageWarning
from boilerstrip.resources import Image, Link

if TYPE_CHECKING:
    from boilerstrip.pipeline import extract
    from boilerstrip.pipeline_text import extract_text
    from boilerstrip.render.replay import load_page

__all__ = [
    "Block",
    "BoilerstripError",
    "Comment",
    "DetectorMissingError",
    "Encoding",
    "GoldError",
    "Image",
    "Link",
    "Metadata",
    "ModelError",
    "OptionError",
    "Options",
    "Page",
    "PageType",
    "PageWarning",
    "Reason",
    "RecordError",
    "SinkError",
    "SourceError",
    "Style",
    "__version__",
    "extract",
    "extract_text",
    "load_page",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load what works on first use: numpy and lxml take longer to import than all the rest."""
    if name == "extract":
        from boilerstrip.pipeline import extract

        return extract
    if name == "extract_text":
        from boilerstrip.pipeline_text import extract_text

        return extract_text
    if name == "load_page":
        from boilerstrip.render.replay import load_page

        return load_page
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
