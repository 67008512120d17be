"""Columns on the page as a whole: what kind of page it is by its address, its head and its counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log1p
from types import MappingProxyType
from typing import Final

import numpy as np

from boilerstrip.compiled import compiled
from boilerstrip.features.arrays import EXACT, PageArrays, Vector
from boilerstrip.features.characters import CountedRows
from boilerstrip.features.markup import unpack
from boilerstrip.metadata import Clues
from boilerstrip.vocabulary import CATEGORIES, CATEGORY_BIT, HEADING_TAGS

__all__ = ["PAGE_COLUMNS", "measure_page"]

COMPILED: Final = compiled("features._filled")

_TYPES: Final = (
    *(
        "article",
        "blogposting",
        "newsarticle",
        "techarticle",
        "product",
        "offer",
        "aggregaterating",
        "review",
    ),
    *("itemlist", "collectionpage", "discussionforumposting", "qapage", "question", "faqpage", "comment"),
    *("webpage", "website", "organization", "person", "breadcrumblist", "recipe", "localbusiness"),
    *("videoobject", "service", "softwareapplication"),
)
"""schema.org types, lower case."""
_OG_TYPES: Final = ("article", "website", "product")
_GENERATORS: Final = MappingProxyType(
    {
        "blog": ("wordpress", "ghost", "blogger", "hugo", "jekyll", "drupal", "joomla", "typo3"),
        "forum": (
            "discourse",
            "phpbb",
            "vbulletin",
            "xenforo",
            "flarum",
            "nodebb",
            "invision",
            "smf",
            "mybb",
        ),
        "shop": ("shopify", "woocommerce", "magento", "prestashop", "bigcommerce", "shopware"),
        "documentation": ("docusaurus", "sphinx", "mkdocs", "mediawiki", "gitbook", "doxygen", "docutils"),
        "builder": ("wix", "squarespace", "webflow", "elementor", "hubspot", "divi"),
    }
)
_METAS: Final = MappingProxyType(
    {
        "published": ("article:published_time", "datepublished", "citation_publication_date", "pubdate"),
        "price": ("product:price:amount", "og:price:amount", "twitter:label1"),
    }
)
_PAGE_WORDS: Final = MappingProxyType(
    {
        "single": ("single", "single-post", "wp-singular", "postid", "post", "article", "node-article"),
        "archive": ("archive", "category", "blog", "tag", "search", "search-results", "index", "list"),
        "home": ("home", "front", "frontpage", "homepage", "is-homepage", "front-page"),
        "page": ("page", "page-template", "page-child", "landing-page"),
        "product": ("product", "product-page", "template-product", "single-product", "view-item"),
        "shop": ("woocommerce", "woocommerce-page", "collection", "template-collection", "shop", "catalog"),
        "forum": ("forum", "topic", "thread", "phpbb", "discourse", "board", "question-page"),
        "documentation": ("docs", "docs-wrapper", "docs-doc-page", "documentation", "wiki", "mediawiki"),
    }
)
"""Class and id words of `<html>` and `<body>`."""
_ADDRESS_WORDS: Final = MappingProxyType(
    {
        "product": "product products p dp item itm sku pd prod gp produkt produkte produit produits producto "
        "productos prodotto artikel",
        "collection": "collection collections category categories cat c shop store browse catalog catalogue "
        "department deals list listing tag tags topics archive archives kategorie kategorien categorie "
        "categoria kategoria sklep tienda boutique",
        "forum": "forum forums foro thread threads t topic viewtopic showthread discussion discussions "
        "question questions community comments r answers board boards talk",
        "documentation": "docs doc documentation reference api guide guides manual learn help tutorial "
        "tutorials wiki man library stable latest kb support developer developers handbook",
        "article": "blog blogs news article articles story stories post posts magazine insights resources "
        "opinion politics world sport sports nachrichten actualite actualites noticias notizie aktuelles "
        "artykul wiadomosci",
        "service": "services service solutions solution pricing features platform about company industries "
        "plans business practice treatment treatments leistungen ueber kontakt contact",
    }
)
"""Words of a path or host that tell the kind of page."""


def _bits(words_of: Iterable[Iterable[str]]) -> dict[str, int]:
    """Which of some groups each word is in, as bits."""
    bits = dict[str, int]()
    for bit, words in enumerate(words_of):
        for word in words:
            bits[word] = bits.get(word, 0) | 1 << bit
    return bits


_META_BITS: Final = _bits(_METAS.values())
_PAGE_BITS: Final = _bits(_PAGE_WORDS.values())
_ADDRESS_BITS: Final = _bits(map(str.split, _ADDRESS_WORDS.values()))
_COUNTED_TAGS: Final = (
    *HEADING_TAGS,
    *("p", "li", "a", "button", "form", "td", "pre", "code", "time", "article", "section", "blockquote"),
    *("dt", "label", "figure", "details", "option"),
)
_DENSE_TAGS: Final = ("p", "li", "h2", "td", "pre")
_SHARED: Final = ("comment", "forum", "product", "commerce", "documentation", "teaser", "article", "code")
"""Word categories whose share of the page's characters is measured."""
_SHARED_BITS: Final = tuple(CATEGORY_BIT[name] for name in _SHARED)
_SHORT: Final = 80
"""Characters below which a block with a price, a date or a time of day is counted as one."""
_ADDRESS_RE: Final = re.compile(r"https?://([^/?#]{1,255})([^?#]{0,2000})(\?)?", re.I)
_BETWEEN_RE: Final = re.compile(r"[^a-z0-9]+")
_BETWEEN: Final = "".join([char if char.isalnum() else " " for char in map(chr, range(128))])
"""The same for `str.translate`, of ASCII in small letters."""
_FILE_RE: Final = re.compile(r"\.(?:s?html?|php|aspx?|jsp)$")
_NUMBER_RE: Final = re.compile(r"\d{4}")
_YEAR_RE: Final = re.compile(r"/(?:19|20)\d\d(?=/)")

PAGE_COLUMNS: Final = (
    *(f"type_{name}" for name in _TYPES),
    *(f"og_{name}" for name in (*_OG_TYPES, "none", "other")),
    *(f"generator_{name}" for name in _GENERATORS),
    *(f"meta_{name}" for name in _METAS),
    *(f"body_{name}" for name in _PAGE_WORDS),
    *(f"url_{name}" for name in ("known", "depth", "front", "query", "slash", "hyphens", "length", "file")),
    *("url_number", "url_year"),
    *(f"segment_{kind}" for kind in _ADDRESS_WORDS),
    *(f"path_{kind}" for kind in _ADDRESS_WORDS),
    *(f"host_{kind}" for kind in _ADDRESS_WORDS),
    *("log_blocks", "log_chars", "log_prose", "log_prose_blocks", "log_longest", "prose_share", "link_share"),
    *("mean_chars", "wide_share", "log_groups", "largest_group", "largest_group_share"),
    *("log_prices", "log_dates", "log_clocks"),
    *(f"count_{tag}" for tag in _COUNTED_TAGS),
    *(f"density_{tag}" for tag in _DENSE_TAGS),
    *(f"elements_{name}" for name in CATEGORIES),
    *(f"share_{name}" for name in _SHARED),
)
"""type_*, og_*, generator_*, meta_*, body_*, segment_*, path_*, host_*, url_known, _front, _query,
_slash, _file, _number, _year: 0 or 1. url_depth: segments over 3; url_hyphens, url_length (of the last
segment), log_*, count_*, elements_* (with that word category), mean_chars, largest_group (in blocks):
log of 1 + the count; density_*: elements a block; *share: of the page's characters, 0..1."""


def measure_page(arrays: PageArrays, clues: Clues) -> Vector:
    """The columns of `PAGE_COLUMNS`, float32 of shape (n_columns,)."""
    values = [*_head(clues), *_address(clues.url), *_counts(arrays)]
    if COMPILED is None:
        return np.array(values, dtype=np.float32)
    columns: Vector = np.empty(len(values), dtype=np.float32)
    COMPILED.singles(values, columns)
    return columns


def _head(clues: Clues) -> list[float]:
    is_named = [name in clues.og_type for name in _OG_TYPES]
    return [
        *map(clues.types.__contains__, _TYPES),
        *is_named,
        not clues.og_type,
        bool(clues.og_type) and True not in is_named,
        *_generators(clues.generator),
        *_told(clues.metas, _META_BITS, len(_METAS)),
        *_told(clues.words, _PAGE_BITS, len(_PAGE_WORDS)),
    ]


def _told(words: Iterable[str], bits_of: Mapping[str, int], n: int) -> list[int]:
    """1 for each of some groups that one of the words is in."""
    bits = 0
    for word in words:
        bits |= bits_of.get(word, 0)
    return [bits >> bit & 1 for bit in range(n)]


def _generators(generator: str) -> list[bool]:
    if not generator:
        return [False] * len(_GENERATORS)
    return [any(name in generator for name in names) for names in _GENERATORS.values()]


def _address(url: str) -> list[float]:
    """What the address tells; 0 throughout where it is not known."""
    match = _ADDRESS_RE.match(url)
    host, path = (match[1].lower(), match[2].lower()) if match else ("", "")
    segments = [*filter(None, path.split("/"))]
    last = segments[-1] if segments else ""
    return [
        match is not None,
        len(segments) / 3,
        match is not None and not segments,
        match is not None and match[3] is not None,
        path.endswith("/") and bool(segments),
        *(log1p(last.count("-") + last.count("_")), log1p(len(last))),
        _FILE_RE.search(last) is not None,
        _NUMBER_RE.search(path) is not None,
        _YEAR_RE.search(path) is not None,
        *_told(segments, _ADDRESS_BITS, len(_ADDRESS_WORDS)),
        *_told(_words(path), _ADDRESS_BITS, len(_ADDRESS_WORDS)),
        *_told(_words(host), _ADDRESS_BITS, len(_ADDRESS_WORDS)),
    ]


def _words(lowered: str) -> list[str]:
    """Letters and digits of ASCII in a row."""
    return lowered.translate(_BETWEEN).split() if lowered.isascii() else _BETWEEN_RE.split(lowered)


def _counts(arrays: PageArrays) -> list[float]:
    n_of = arrays.n_of_tag
    n, n_chars = arrays.n_blocks, max(float(arrays.char_sums[-1]), 1.0)
    n_prose_chars = float(arrays.prose_sums[-1])
    held, shares, elements = _held(arrays)
    tags = [n_of.get(tag, 0) for tag in _COUNTED_TAGS]
    *n_short, n_prose, longest, n_groups, largest, group_chars, wide = held
    counted = [n, n_chars, n_prose_chars, n_prose, longest, n_chars / n, n_groups, largest, *n_short, *tags]
    logs = [*map(log1p, counted)]
    return [
        *logs[:5],
        n_prose_chars / n_chars,
        float(arrays.link_sums[-1]) / n_chars,
        logs[5],
        wide / n_chars,
        *logs[6:8],
        group_chars / n_chars,
        *logs[8:],
        *(n_of.get(tag, 0) / n for tag in _DENSE_TAGS),
        *np.log1p(elements).tolist(),
        *(share / n_chars for share in shares),
    ]


def _held(arrays: PageArrays) -> tuple[Sequence[float], Sequence[float], Vector]:
    """What blocks and elements hold.

    Returns:
        What the compiled part counts, in its order; characters under each of `_SHARED`; elements of each
        category.
    """
    counts, chars, group = arrays.counts, arrays.chars, arrays.group
    if COMPILED is not None and isinstance(counts, CountedRows) and arrays.char_sums[-1] < EXACT:
        n_elements = np.zeros(len(CATEGORIES), dtype=np.float32)
        held, of_shared = COMPILED.page_counts(
            *(counts.rows, chars, arrays.prose, group, _SHORT, arrays.element, arrays.mask, arrays.around),
            *(_SHARED_BITS, n_elements),
        )
        if held[-1] < EXACT:
            return held, of_shared, n_elements
    is_short, around = chars < _SHORT, arrays.around[arrays.element]
    signs = (counts.currency, counts.years, counts.clocks)
    of_group = np.bincount(group, weights=chars)
    found = (
        *(int(np.count_nonzero(is_short & (kind > 0))) for kind in signs),
        *(int(np.count_nonzero(arrays.prose)), float(arrays.prose.max())),
        *(len(of_group), int(np.bincount(group).max()), float(of_group.max()), float(counts.wide.sum())),
    )
    shares = [float(chars[(around & bit) != 0].sum()) for bit in _SHARED_BITS]
    told = arrays.mask[arrays.mask != 0]
    return found, shares, unpack(told, len(CATEGORIES)).sum(axis=1, dtype=np.float32)
