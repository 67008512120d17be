"""Pages about donations, cookies, comments, newsletters, paywalls, advertising and logins keep their text.

Each page in `topics/` has around its article the very widget that the article is about. Beside it lies a
text with the blocks of the article, one a line, in page order, white space squeezed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from boilerstrip import Page, extract
from boilerstrip.block import Block
from boilerstrip.vocabulary import KEPT_ROLES

TOPICS = Path(__file__).parent / "topics"
WIDGETS = {
    "advertising-history": (
        "Sponsored",
        "Print your own calendar in ten minutes.",
        "Old posters bought for cash.",
        "A typesetter’s lunch",
        "rate card",
    ),
    "charity-how-to-give": (
        "Quick gift",
        "Secure payment by Pennywise",
        "Four letters a year from the ward",
        "Work for us",
    ),
    "comment-moderation": (
        "two hundred spam messages a week",
        "I disagree about deleting without a word.",
        "You may well be right.",
        "Mine seems to ignore title_reply altogether.",
        "Required fields are marked",
        "Proudly powered by WordPress",
    ),
    "cookie-policy-guide": (
        "Manage consent",
        "We and our partners store information",
        "View preferences",
        "Terms of service in a thousand words",
    ),
    "cookie-recipe": (
        "to show advertisements that pay for the butter",
        "No, thanks",
        "One recipe every Friday",
        "Filed Under",
    ),
    "cookies-fr": (
        "vous autorisez le dépôt de traceurs",
        "Interdire tous les cookies",
        "Dans la même rubrique",
        "Réalisé avec SPIP",
    ),
    "donation-drives": (
        "Keep this magazine independent",
        "If our reporting is useful to you",
        "Donate with PayPal",
        "Custom amount",
        "Gift Aid, explained again",
    ),
    "donations-ru": (
        "Журнал живёт на деньги читателей",
        "вы можете поддержать проект любой суммой",
        "Нажимая на кнопку",
        "Последний бакенщик Вуоксы",
    ),
    "hate-comments-interview": (
        "What a calm and funny woman.",
        "I moderated a football board",
        "The tram one made my blood run cold.",
        "Comments are checked before they appear.",
        "Share this interview",
    ),
    "imprint-de": (
        "Lesezeichen per E-Mail",
        "Einmal im Monat unsere Empfehlungen.",
        "Newsletter bestellen",
        "Montag bis Freitag 9 bis 18 Uhr",
    ),
    "login-api-docs": (
        "View page source",
        "Log in to the console",
        "Create a free account",
        "Read the Docs",
    ),
    "newsletter-study": (
        "Stay informed",
        "Our research digest comes out four times a year.",
        "Second screens, third rooms",
        "Accessibility",
    ),
    "paywall-story": (
        "You have 1 free story left this month",
        "Get unlimited access",
        "Already a subscriber?",
        "Missing swan found in car wash",
    ),
    "privacy-policy": (
        "We would like to remember your choice of language.",
        "Only what is needed",
        "Terms of hire",
    ),
    "search-engines": (
        "Search the archive",
        "Popular searches",
        "bulletin boards",
        "A museum of error messages",
    ),
    "spenden-de": (
        "Lesepaten gesucht",
        "Unterstützen Sie uns mit einem Beitrag!",
        "Leseclub Nord e. V.",
        "Wärmepumpen im Altbau",
    ),
}
"""What is on each page beside its article: in the widget of its topic, and in others."""
OUTSIDE = {
    "advertising-history": ("advertisement", "A typesetter’s lunch"),
    "charity-how-to-give": ("donation", "Visiting"),
    "comment-moderation": ("comment", "September 2024"),
    "cookie-recipe": ("cookie-notice", "Filed Under: Cookies Tagged With: oats"),
    "donation-drives": ("donation", "Categories Fundraising Tags appeals, donations"),
    "paywall-story": ("paywall", "Missing swan found in car wash"),
    "privacy-policy": ("cookie-notice", "Privacy Policy · Terms of hire"),
}
"""The role of the widget a page is about, and a dropped block of the page that is no part of it."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def page_of(name: str) -> Page:
    return extract((TOPICS / f"{name}.html").read_bytes())


def article_of(name: str) -> list[str]:
    return (TOPICS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def blocks_of(name: str, line: str) -> list[Block]:
    """The blocks that read as the line; a menu may say what a heading says, so there may be several."""
    return [block for block in page_of(name).blocks if squeezed(block.text) == line]


def described(block: Block) -> str:
    code, evidence = block.reason
    return f"{block.role} ({code} {evidence}, score {block.score:.2f}): {block.text[:60]!r}"


topics = pytest.mark.parametrize("name", sorted(WIDGETS))


def test_every_page_of_the_folder_has_its_article_and_its_widgets() -> None:
    assert {path.stem for path in TOPICS.glob("*.html")} == WIDGETS.keys()
    assert {path.stem for path in TOPICS.glob("*.txt")} == WIDGETS.keys()


@topics
def test_what_is_asked_of_a_page_is_on_it(name: str) -> None:
    """Guards the pages: what is misspelt here would not be missed below."""
    article = article_of(name)
    assert [line for line in article if not blocks_of(name, line)] == []
    everything = squeezed(" ".join(block.text for block in page_of(name).blocks))
    assert [words for words in WIDGETS[name] if words not in everything] == []
    assert [words for words in WIDGETS[name] if any(words in line for line in article)] == []


@topics
def test_all_of_an_article_about_a_widget_is_in_the_text_in_its_order(name: str) -> None:
    text, at, missing = squeezed(page_of(name).text), 0, list[str]()
    for line in article_of(name):
        found = text.find(line, at)
        if found < 0:
            missing.append(line)
        else:
            at = found + len(line)
    assert missing == []


@topics
def test_the_widget_itself_is_not_in_the_text(name: str) -> None:
    text = squeezed(page_of(name).text)
    assert [words for words in WIDGETS[name] if words in text] == []


@topics
def test_no_block_of_an_article_about_a_widget_is_taken_for_one(name: str) -> None:
    wrong = []
    for line in article_of(name):
        blocks = blocks_of(name, line)
        if not any(block.kept and block.role in KEPT_ROLES for block in blocks):
            wrong += [described(block) for block in blocks]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(OUTSIDE))
def test_the_topic_of_a_page_does_not_name_what_lies_outside_of_its_widget(name: str) -> None:
    """The body and the article carry the topic as a class: `path-donate`, `category-cookies`."""
    widget, line = OUTSIDE[name]
    blocks = blocks_of(name, line)
    assert [block.kept for block in blocks] == [False]
    assert [described(block) for block in blocks if block.role == widget] == []
