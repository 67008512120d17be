"""What a page says about itself: title, authors, dates, address, language, tags, licence.

`collect` reads raw strings out of the tree once; `read_metadata` judges them. The first source that
has a usable value wins:

title        JSON-LD headline, og:title, citation_title, dc.title, parsely, sailthru, twitter, <title>.
             An <h1> that one of these contains, or the only <h1> where it shares half of its words
             with them or has more of the address's words than they, is the headline itself; so is the only
             one where they are the site's name. That is taken off, and a section in bars behind it.
authors      JSON-LD author, citation_author, dc.creator, article:author, author, parsely, sailthru,
             twitter:data ("Written by"), microdata, texts marked as a byline around the headline,
             rel=author. The site's own name only where nobody else is named.
published,   JSON-LD, article:*, og:*, datePublished, citation_*, dc.*, parsely, sailthru, further metas,
modified     <time>, a date around the headline, the first of rising times (a thread), the address.
sitename     og:site_name, JSON-LD WebSite or publisher, application-name, an <h1> that links to the front
             page, the end of <title> where it is the host's name or follows the headline.
url          rel=canonical, og:url, the address given.
description  JSON-LD, og:description, description, twitter:description, dc.
image        JSON-LD, og:image, twitter:image, rel=image_src.
language     html lang, body lang, og:locale, content-language, JSON-LD inLanguage.
categories   JSON-LD articleSection, article:section, parsely; else rel=tag of categories; else breadcrumbs
             without the first ("Home") and the last (the page itself).
tags         article:tag, JSON-LD keywords, keywords metas, rel=tag, all together.
license      rel=license, JSON-LD, dc.rights; an address before a name.

`full.fill_in` adds trafilatura's heuristics where something is missing, `language.checked_language`
holds the stated language against the text; both are imported only where they are asked for.
"""

from __future__ import annotations

from boilerstrip.metadata.clues import NO_CLUES, Clues, read_clues
from boilerstrip.metadata.facts import Facts, collect
from boilerstrip.metadata.read import base_url, read_metadata
from boilerstrip.metadata.talk import read_stated

__all__ = ["NO_CLUES", "Clues", "Facts", "base_url", "collect", "read_clues", "read_metadata", "read_stated"]
