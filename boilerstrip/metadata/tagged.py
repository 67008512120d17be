"""What a page is filed under and tagged with."""

from __future__ import annotations

from typing import Final

from boilerstrip.metadata.facts import Facts, Link
from boilerstrip.metadata.jsonld import Entities, texts_of
from boilerstrip.metadata.sources import HOME, KEYWORD_RE, KEYWORDS, MAX_KEYWORD, MAX_TAGS
from boilerstrip.metadata.strings import clean, distinct
from boilerstrip.patterns import late_pattern

__all__ = ["categories_of", "tags_of"]

_MAX_TAG_WORDS: Final = 6  # of a link; Drupal writes "Read more about ..." with rel=tag
_LISTED_AT: Final = ("#article", "#blogposting", "#richSnippet")
"""How the number of an article ends that All in One SEO or Rank Math wrote."""
_NOTED_RE: Final = late_pattern(r"(?:locale|[a-z]+[A-Z][A-Za-z]*): ")
"""How a keyword begins that a system keeps for itself: "locale: US", "displayType: list"."""


def categories_of(facts: Facts, found: Entities) -> tuple[str, ...]:
    """What a page is filed under: sections that it states, links to categories, else its breadcrumbs."""
    sections = _sections(found.main.get("articleSection"), str(found.main.get("@id") or ""))
    sections += facts.every("article:section", "parsely-section", "articlesection", "category")
    sections = [name for name in sections if len(name) <= MAX_KEYWORD and "://" not in name]
    sections = sections or [clean(link.text) for link in facts.links if "tag" in link.rel and _files(link)]
    if not sections:
        trail = [name for name in found.trail if name]
        start = 1 if trail and (trail[0].casefold() in HOME or len(trail) > 1) else 0
        sections = trail[start:-1]
    return distinct(sections)[:MAX_TAGS]


def _files(link: Link) -> bool:
    """Whether a link with rel=tag leads to a category, as WordPress writes it in one place or the other."""
    return "category" in link.rel or "/category/" in link.href


def tags_of(facts: Facts, found: Entities) -> tuple[str, ...]:
    """What a page is about: tags, keywords and links to tags."""
    tags = facts.every("article:tag", "og:article:tag", "video:tag")
    if len(tags) == 1:  # else a comma is a part of one: "Washington, DC"
        tags = KEYWORD_RE.split(tags[0])
    lists = [*texts_of(found.main.get("keywords")), *facts.every(*KEYWORDS)]
    tags += [word for words in lists for word in KEYWORD_RE.split(words)]
    linked = [clean(link.text) for link in facts.links if "tag" in link.rel and not _files(link)]
    tags += [tag for tag in linked if len(tag.split()) <= _MAX_TAG_WORDS]
    tags = [tag.strip() for tag in tags if len(tag) <= MAX_KEYWORD]
    return distinct([tag for tag in tags if ": " not in tag or not _NOTED_RE.match(tag)])[:MAX_TAGS]


def _sections(stated: object, number: str) -> list[str]:
    """Sections as an article states them; All in One SEO and Rank Math write a list as one string."""
    sections = texts_of(stated)
    is_list = isinstance(stated, str) and number.endswith(_LISTED_AT)
    return [part for section in sections for part in section.split(", ")] if is_list else sections
