"""Addresses without what only tells who sent a reader: parameters of campaigns, addresses that redirect."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from boilerstrip.patterns import late_pattern
from boilerstrip.render.url import ALLOWED_SCHEMES, Resolver, safe_url

__all__ = ["TRACKING_PARAMETERS", "TRACKING_PREFIXES", "cleaned", "cleaning"]

TRACKING_PREFIXES: Final = (
    "utm_",
    "mtm_",
    "matomo_",
    "pk_",
    "piwik_",
    "hsa_",
    "__hs",
    "_hs",
    "vero_",
    "oly_",
    "guce_",
)
"""How parameters begin that only name a campaign: Google Analytics and those that read its own (see
support.google.com/analytics/answer/10917952), Matomo, HubSpot, Vero, Omeda, Yahoo."""
TRACKING_PARAMETERS: Final = frozenset(
    """fbclid gclid gclsrc dclid gbraid wbraid srsltid msclkid yclid ysclid twclid ttclid igshid igsh
    li_fat_id epik wickedid rb_clickid mc_cid mc_eid mkt_tok _openstat _ga _gl s_cid wt_mc xtor
    hsctatracking _branch_match_id guccounter at_medium at_campaign spm""".split()
)
"""Names of those that only follow a click, in lower case. Those that Firefox and Brave take out of queries:
Facebook, Google, Microsoft, Yandex, X, TikTok, Instagram, LinkedIn, Pinterest, Mailchimp, Marketo. And
those that the rules of ClearURLs name for every site: Adobe, Webtrekk, AT Internet, Branch, Alibaba."""

_REDIRECT_RE: Final = late_pattern(
    r"""https?://(?:
        (?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?/url\?(?:[^\#]{0,2000}&)?(?:q|url)=
      | (?:l|lm)\.(?:facebook|instagram|messenger)\.com/(?:l\.php)?\?(?:[^\#]{0,2000}&)?u=
      | [a-z0-9.-]{1,60}\.safelinks\.protection\.outlook\.com/(?:ap/[^?]{0,80})?\?(?:[^\#]{0,2000}&)?url=
      | (?:www\.)?youtube\.com/redirect\?(?:[^\#]{0,2000}&)?q=
      | (?:www\.)?linkedin\.com/(?:redir/redirect|safety/go)/?\?(?:[^\#]{0,2000}&)?url=
      | out\.reddit\.com/[^?]{0,80}\?(?:[^\#]{0,2000}&)?url=
      | t\.umblr\.com/redirect\?(?:[^\#]{0,2000}&)?z=
      | (?:www\.)?vk\.(?:com|ru)/away\.php\?(?:[^\#]{0,2000}&)?to=
      | steamcommunity\.com/linkfilter/\?(?:[^\#]{0,2000}&)?u(?:rl)?=
      | slack-redir\.net/link\?(?:[^\#]{0,2000}&)?url=
      | duckduckgo\.com/l/\?(?:[^\#]{0,2000}&)?uddg=
    )(?P<target>https?(?::|%3A)[^&\#]{1,6000})""",
    re.IGNORECASE | re.VERBOSE,
)
"""Addresses of services that lead on to the one that they hold."""
_MAX_REDIRECTS: Final = 3
"""Of such addresses inside each other that are followed."""


def cleaning(resolve: Resolver) -> Resolver:
    """The resolver, its addresses without tracking."""

    def resolve_cleaned(url: str) -> str | None:
        address = resolve(url)
        return cleaned(address) if address else address

    return resolve_cleaned


def cleaned(url: str) -> str:
    """A safe address without tracking parameters, and not by way of a service that only redirects.

    >>> cleaned("https://example.org/tides?utm_source=x&day=7&fbclid=1#low")
    'https://example.org/tides?day=7#low'
    >>> cleaned("https://www.google.com/url?q=https://example.org/tides%3Fday%3D7&sa=D")
    'https://example.org/tides?day=7'
    """
    if "?" not in url:
        return url
    for _ in range(_MAX_REDIRECTS):
        redirect = _REDIRECT_RE.match(url)
        target = safe_url(unquote(redirect["target"])) if redirect else None
        if target is None:
            break
        url = target
    return _without_parameters(url)


def _without_parameters(url: str) -> str:
    address, hash_sign, fragment = url.partition("#")
    address, sign, query = address.partition("?")
    if not sign or address.partition(":")[0].lower() in ALLOWED_SCHEMES - {"http", "https"}:
        return url
    parameters = query.split("&")
    kept = [parameter for parameter in parameters if not _is_tracking(parameter.partition("=")[0].lower())]
    if len(kept) == len(parameters):
        return url
    return f"{address}{'?' if kept else ''}{'&'.join(kept)}{hash_sign}{fragment}"


def _is_tracking(name: str) -> bool:
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)
