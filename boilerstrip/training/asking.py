"""Boxes that ask readers for something, made up: donations, subscriptions, comments, consent.

Sites put them into their articles, in prose like that around them; only a phrase tells. Labelled pages
have few, so some are made: sentences of other pages, one of them with a phrase of
`phrases.by_language`.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Final

import numpy as np

from boilerstrip.block import BlockTable
from boilerstrip.parse import parse
from boilerstrip.phrases.by_language import PHRASES_BY_LANGUAGE
from boilerstrip.segment import segment

__all__ = ["asking_box", "may_ask"]

_ROLES: Final = (
    "donation",
    "donation",
    "donation",
    "newsletter",
    "newsletter",
    "comment-form",
    "cookie-notice",
)
"""What a box asks for; what is there more often is made more often."""
_LABELS: Final = ("", "", "", "", "box", "wp-block-group", "callout", "c-12", "textwidget", "inset-text")
"""Classes of boxes; most say nothing of what is in them."""
_MAX_PARAGRAPHS: Final = 3
_CHARS: Final = (60, 400)
"""Characters of a paragraph, from and to."""
_LINK_RATE: Final = 0.3
"""Share of the boxes that end with a link to where one gives."""
_ENGLISH_RATE: Final = 0.5
_HEADING_RATE: Final = 0.2


def may_ask(text: str) -> bool:
    """Whether a paragraph's text can be one of such a box."""
    return _CHARS[0] <= len(text) <= _CHARS[1]


def _one_language(role: str, random: np.random.Generator) -> Sequence[str]:
    """The phrases of a role in a language: mostly English, as the pages among which the boxes are put."""
    tables = PHRASES_BY_LANGUAGE[role]
    languages = sorted(tables)
    language = languages[random.integers(len(languages))]
    return tables["en" if random.random() < _ENGLISH_RATE else language]


def asking_box(paragraphs: Sequence[str], random: np.random.Generator) -> BlockTable:
    """A page that is one such box, its first `<div>`.

    Args:
        paragraphs: Where its text is taken from: at least one, each of which `may_ask`.
        random: Chooses.
    """
    chosen = [
        paragraphs[i] for i in random.integers(len(paragraphs), size=random.integers(1, _MAX_PARAGRAPHS + 1))
    ]
    phrases = _one_language(_ROLES[random.integers(len(_ROLES))], random)
    phrase = phrases[int(random.integers(len(phrases)))].capitalize()
    telling = int(random.integers(len(chosen)))
    sentences = chosen[telling].split(". ")
    sentences.insert(int(random.integers(len(sentences) + 1)), phrase)
    chosen[telling] = ". ".join(sentences)
    parts = [f"<p>{html.escape(text)}</p>" for text in chosen]
    if random.random() < _HEADING_RATE:
        parts.insert(0, f"<h3>{html.escape(phrase)}</h3>")
    if random.random() < _LINK_RATE:
        parts.append(f'<p><a href="#">{html.escape(phrase)}</a></p>')
    label = _LABELS[random.integers(len(_LABELS))]
    return segment(parse(f'<body><div class="{label}">{"".join(parts)}</div></body>').roots)
