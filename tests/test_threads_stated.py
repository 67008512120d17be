"""Questions and answers in JSON-LD: which somebody asked and answered, and which a shop asks itself."""

from __future__ import annotations

import json

import pytest

from boilerstrip.metadata.jsonld import parsed
from boilerstrip.metadata.talk import read_stated

SIGNS = [
    {"author": {"@type": "Person", "name": "Ann"}},
    {"dateCreated": "2024-05-04T10:00:00Z"},
    {"upvoteCount": 0},
]


def stated(of_question: dict[str, object], of_answer: dict[str, object], *, within: str | None) -> list[str]:
    """Texts of what is said, of a question and its answer with these properties as well."""
    answer = {"@type": "Answer", "text": "With an oiled rag, and never with water.", **of_answer}
    question = {
        "@type": "Question",
        "name": "How is it cleaned?",
        "text": "How is it cleaned?",
        "acceptedAnswer": answer,
    }
    question.update(of_question)
    whole = {"@type": within, "mainEntity": [question]} if within else question
    return [one.text for one in read_stated(parsed([json.dumps(whole)]))]


@pytest.mark.parametrize("within", ["QAPage", "Product", None])
def test_answers_that_nobody_signs_to_questions_that_nobody_asks_are_no_posts(within: str | None) -> None:
    assert stated({}, {}, within=within) == []


@pytest.mark.parametrize("sign", SIGNS)
def test_an_answer_that_somebody_gives_is_one(sign: dict[str, object]) -> None:
    assert stated({}, sign, within="QAPage") == ["With an oiled rag, and never with water."]


def test_so_is_one_to_a_question_that_somebody_asks() -> None:
    assert len(stated({"author": "Ann"}, {}, within="QAPage")) == 2
