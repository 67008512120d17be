"""The address that `--url` names: one of the web, or a usage error."""

from __future__ import annotations

import re
from typing import Final

import click

from boilerstrip.cli.terminal import quoted

__all__ = ["web_address"]

_BARE_RE: Final = re.compile(r"(?://)?((?:[\w-]+\.)+[\w-]+\.?|localhost)(?::[0-9]+)?(?=[/?#]|\Z)")
"""A host without a scheme before it."""


def web_address(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """An option's address as given. Where the scheme is missing it is http, as curl has it.

    Raises:
        click.BadParameter: Nothing could be resolved against it.
    """
    if given is None:
        return None
    from boilerstrip.metadata.strings import web_url

    address = given.strip()
    if _BARE_RE.match(address):
        address = f"http://{address.removeprefix('//')}"
    if not address.lower().startswith(("http://", "https://")) or web_url(address) is None:
        raise click.BadParameter(f"{quoted(given)} is no web address, as https://example.org/page is.")
    return address
