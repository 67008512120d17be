"""What a page says about itself: title, authors, dates, address, language, tags, licence.

`collect` reads raw strings out of the tree once; `read_metadata` judges them. The first source that
has a usable value wins:

| field | sources, strongest first |
|---|---|
| title | JSON-LD headline, og:title, citation_title, dc.title, parsely, sailthru, twitter, `<title>`; an `<h1>` that one of these contains is the headline itself; without the site's name |
| authors | JSON-LD author, citation_author, dc.creator, article:author, author, parsely, sailthru, twitter:data ("Written by"), microdata, rel=author, byline classes |
| published, modified | JSON-LD, article:*, og:*, microdata metas, citation_*, dc.*, parsely, sailthru, further metas, `<time>` |
| sitename | og:site_name, JSON-LD WebSite or publisher, application-name, the part of the title that is the host's name |
| url | rel=canonical, og:url, the address given |
| description | JSON-LD, og:, description, twitter:, dc. |
| image | JSON-LD, og:image, twitter:image, rel=image_src |
| language | html lang, og:locale, content-language, JSON-LD inLanguage |
| categories | JSON-LD articleSection, article:section, parsely; else breadcrumbs without home and the page |
| tags | article:tag, JSON-LD keywords, keywords metas, rel=tag |
| license | rel=license, JSON-LD, dc.rights; addresses first |
"""

from __future__ import annotations

from boilerstrip.metadata.facts import Facts, collect
from boilerstrip.metadata.read import base_url, read_metadata

__all__ = ["Facts", "base_url", "collect", "read_metadata"]
