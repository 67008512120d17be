"""The word tables: consistent with each other, and no term that can never match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boilerstrip.decide.names import telling
from boilerstrip.phrases import PHRASES
from boilerstrip.vocabulary import (
    ARIA_ROLES,
    BLOCK_TAGS,
    CATEGORIES,
    CATEGORY_BIT,
    DROPPED_ROLES,
    HEADING_TAGS,
    KEPT_ROLES,
    MARK_TAGS,
    PREFORMATTED_TAGS,
    SKIPPED_TAGS,
    STRUCTURE_SHIFT,
    STRUCTURES,
    TAG_MASKS,
)
from boilerstrip.words import classify

MISLEADING_NAMES = (
    "overflow-hidden overflow-x-hidden backface-hidden scrollbar-hidden text-secondary bg-secondary-subtle "
    "border-secondary elementor-element-5ad3 wp-elements-9cc1 wp-container-core-sidebar-1 fl-node-5ad3 "
    "field--label-hidden field-label-hidden product-footer et_pb_fullwidth_header_0 deprecation-comment "
    "code-comment rdfs-comment row-offcanvas-left "
    "wp-lightbox-container accordion-item__dropdown wp--skip-link--target skip-link-target"
    " subscriber-preview"
).split()
TERMS = [(name, term) for name, terms in CATEGORIES.items() for term in terms.split()]


def categories(label: str) -> set[str]:
    mask = classify(label)
    return {name for name, bit in CATEGORY_BIT.items() if mask & bit}


def examples(term: str) -> list[str]:
    """Labels that a term is to find."""
    bare = term.strip("*")
    return [
        bare,
        *([f"{bare}zz"] if term.endswith("*") else []),
        *([f"zz{bare}"] if term.startswith("*") else []),
    ]


def test_each_term_finds_its_category() -> None:
    missed = [
        (name, label) for name, term in TERMS for label in examples(term) if name not in categories(label)
    ]
    assert not missed


def test_each_term_is_written_as_the_table_says() -> None:
    assert [term for _, term in TERMS if not re.fullmatch(r"\*?[a-z]+|[a-z]+\*|[a-z]+-[a-z]+", term)] == []


def test_no_term_stands_twice_in_a_category() -> None:
    assert len(TERMS) == len(set(TERMS))


@pytest.mark.parametrize(
    "label", ["post-comments", "postComments", "post_comments", "x POST-COMMENTS", "b12comments3"]
)
def test_words_are_found_however_a_name_is_written(label: str) -> None:
    assert "comment" in categories(label)


def test_pairs_are_two_words_in_a_row() -> None:
    assert "login" in categories("site-sign-in")
    assert "login" in categories("signIn")
    assert "login" not in categories("sign-here-in")


@pytest.mark.parametrize("label", ["", "x7", "   ", "123 - _", "css-1q2w3e", "zzqq zqzq"])
def test_labels_without_a_word_have_no_category(label: str) -> None:
    assert classify(label) == 0


@pytest.mark.parametrize(
    "label", ["tag-newsletter", "category-comments", "has-sidebar", "no-menu", "x tag-donations"]
)
def test_names_that_tell_about_something_else_do_not_count(label: str) -> None:
    assert classify(label) == 0


@pytest.mark.parametrize("label", MISLEADING_NAMES)
def test_names_with_words_of_something_else_do_not_count(label: str) -> None:
    assert classify(label) == 0
    assert telling([label]) == {}


def test_some_name_no_role_though_the_model_has_learned_from_them() -> None:
    assert telling(["newsletter-post post", "header-anchor", "header-anchor-post"]) == {}
    assert "newsletter" in categories("newsletter-post")


@pytest.mark.parametrize(
    ("label", "category"),
    [
        ("content overflow-hidden", "content"),
        ("hidden overflow-x-hidden", "hidden"),
        ("product product-footer", "product"),
        ("site-footer", "footer"),
        ("post-comment", "comment"),
        ("page-header", "header"),
        ("newsletter-box", "newsletter"),
        ("w-dropdown-list", "navigation"),
        ("offcanvas-menu", "navigation"),
        ("sidebar-content", "sidebar"),
    ],
)
def test_names_beside_them_or_like_them_count(label: str, category: str) -> None:
    assert category in categories(label)


def test_names_of_adobe_components_are_no_consent_box() -> None:
    assert categories("cmp-text") == {"content"}
    assert "cookie" not in categories("cmp-container")
    assert "navigation" in categories("cmp-breadcrumb")


def test_a_false_friend_does_not_silence_the_words_beside_it() -> None:
    assert categories("post tag-comments sidebar") >= {"sidebar"}
    assert "comment" not in categories("post tag-comments sidebar")


def test_all_words_of_a_label_count() -> None:
    assert categories("wpdCommentText") == {"comment", "content"}


def test_words_far_into_a_label_are_not_looked_at() -> None:
    assert classify("zz " * 200 + "comments") == 0


@given(st.text(max_size=60))
def test_any_label_has_a_mask_of_known_categories(label: str) -> None:
    assert 0 <= classify(label) < 1 << len(CATEGORIES)


def test_each_category_has_a_bit_of_its_own() -> None:
    assert list(CATEGORY_BIT) == list(CATEGORIES)
    assert sum(CATEGORY_BIT.values()) == (1 << len(CATEGORIES)) - 1


def test_masks_of_roles_are_single_categories() -> None:
    assert set(ARIA_ROLES.values()) <= set(CATEGORY_BIT.values())


def test_masks_of_tags_are_at_most_a_category_and_a_structure() -> None:
    for mask in TAG_MASKS.values():
        words, structures = mask & ((1 << STRUCTURE_SHIFT) - 1), mask >> STRUCTURE_SHIFT
        assert words in {0, *CATEGORY_BIT.values()}
        assert structures in {0, *(1 << bit for bit in range(len(STRUCTURES)))}
        assert mask < 1 << 62, "must fit a signed 64-bit column"


def test_tags_that_tell_something_bound_blocks() -> None:
    assert set(TAG_MASKS) <= BLOCK_TAGS, "only block-level elements have words"
    assert set(HEADING_TAGS) <= BLOCK_TAGS
    assert PREFORMATTED_TAGS <= BLOCK_TAGS


def test_no_tag_is_of_two_kinds() -> None:
    assert not BLOCK_TAGS & SKIPPED_TAGS
    assert not BLOCK_TAGS & set(MARK_TAGS)
    assert not SKIPPED_TAGS & set(MARK_TAGS)
    assert not {"br", "img"} & (BLOCK_TAGS | SKIPPED_TAGS | set(MARK_TAGS))


def test_roles_are_kept_or_dropped_and_listed_once() -> None:
    roles = KEPT_ROLES + DROPPED_ROLES
    assert len(roles) == len(set(roles))


def test_phrases_are_of_dropped_roles_and_can_match() -> None:
    assert set(PHRASES) <= set(DROPPED_ROLES)
    for phrases in PHRASES.values():
        for phrase in phrases:
            assert phrase == phrase.lower().strip(), "blocks are lower-cased before the search"
            assert " ".join(phrase.split()) == phrase, "white space in blocks is folded"


def test_no_phrase_stands_twice() -> None:
    for phrases in PHRASES.values():
        assert len(phrases) == len(set(phrases))
