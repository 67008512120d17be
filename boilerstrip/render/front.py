"""Metadata as YAML front matter."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import Any, Final

from boilerstrip.page import Metadata, Page
from boilerstrip.patterns import late_pattern
from boilerstrip.render.clean import clean

__all__ = ["front_matter"]

# YAML 1.1 and 1.2 do not agree which of these are numbers, dates and truth values ("1e3", "0o17", "y").
_DOUBTFUL_RE: Final = late_pattern(r"[0-9.+-]|[yntf]\Z|yes\Z|no\Z|on\Z|off\Z", re.IGNORECASE)


def front_matter(page: Page) -> str:
    """The metadata that are present as a YAML block, "" where none is.

    Every value is a string or a list of strings, also the dates; quotes stand where YAML would read one
    as something else. The title is the page's.
    """
    fields: dict[str, Any] = {}
    for name in Metadata.__slots__:
        value = getattr(page.metadata, name)
        if name == "title":
            value = page.title or value
        if isinstance(value, tuple):
            value = [text for text in map(clean, value) if text]
        elif value:
            value = clean(value)
        if value:
            fields[name] = value
    return f"---\n{_dumped(fields)}---" if fields else ""


def _dumped(fields: dict[str, Any]) -> str:
    import yaml

    written = yaml.dump(
        fields,
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=sys.maxsize,
    )
    return str(written)


@cache
def _dumper() -> Any:
    """PyYAML's safe dumper, with quotes around what another reader could take for no string."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """A dumper of its own, as representers are kept on the class."""

        def ignore_aliases(self, data: Any) -> bool:
            """Write a list again rather than a reference to it."""
            return True

    def quoted(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        style = '"' if _DOUBTFUL_RE.match(text) or not text.isprintable() else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, quoted)
    return Dumper
