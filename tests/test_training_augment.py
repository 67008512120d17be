"""Varied pages: the tables stay tables, and labels stay with their blocks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, PHRASES, measure
from boilerstrip.metadata import NO_CLUES
from boilerstrip.parse import parse
from boilerstrip.phrases import PHRASES as ASKED
from boilerstrip.pipeline import read_page
from boilerstrip.segment import segment
from boilerstrip.training.asking import asking_box
from boilerstrip.training.augment import Augmenter
from boilerstrip.training.labels import label_blocks
from boilerstrip.training.sample import Sample, measured
from boilerstrip.training.scripts import SCRIPTS, transcribe
from boilerstrip.training.tables import Place, insert, subtree_ends
from boilerstrip.training.wrapping import Wrapper, wrap, wrap_content, wrappers_of
from tests.training_pages import labelled_page

pytest.importorskip("rapidfuzz", reason="needs the extra [train]")


def sample(number: int, page_type: str = "article") -> Sample:
    return labelled(*labelled_page(number), number=number, page_type=page_type)


def labelled(html: str, text: str, number: int = 0, page_type: str = "article") -> Sample:
    read = read_page(html)
    labels = label_blocks(read.table, text)
    return measured(
        Sample(
            id=str(number),
            page_type=page_type,
            group=str(number),
            table=read.table,
            title=read.metadata.title,
            clues=NO_CLUES,
            features=None,  # type: ignore[arg-type]  # measured just now
            n_words=labels.n_words,
            n_matched=labels.n_matched,
            n_gold=labels.n_gold,
        )
    )


def check(table: BlockTable) -> None:
    """A table as `segment` makes them: spans nest, parents come first, masks are inherited."""
    n = table.n_elements
    assert len(table.parent) == len(table.label) == len(table.mask) == len(table.around) == n
    assert len(table.inline) == len(table.element) == len(table.n_chars) == table.n_blocks
    for e, parent in enumerate(table.parent):
        assert parent < e
        assert table.around[e] == table.mask[e] | (table.around[parent] if parent >= 0 else 0)
        if parent >= 0:
            assert table.first_block[parent] <= table.first_block[e]
            assert table.end_block[e] <= table.end_block[parent]
    for i, e in enumerate(table.element):
        assert table.first_block[e] <= i < table.end_block[e]


def test_subtrees_end_where_the_next_sibling_begins() -> None:
    table = segment(parse("<body><div><p>a</p><p>b</p></div><ul><li>c</li></ul></body>").roots)
    assert list(zip(table.tag, subtree_ends(table), strict=True)) == [
        ("html", 7), ("body", 7), ("div", 5), ("p", 4), ("p", 5), ("ul", 7), ("li", 7),
    ]  # fmt: skip


def test_a_box_is_put_in_as_if_it_had_been_written_there() -> None:
    page = segment(parse("<body><main class=article><p>a</p><p>b</p></main><footer>z</footer></body>").roots)
    other = segment(
        parse("<body><nav>m</nav><div class=donation><p>x</p><p><a href=1>y</a></p></div></body>").roots
    )
    box = other.tag.index("div")
    beside, parent = page.tag.index("p"), page.tag.index("main")
    place = Place(parent, subtree_ends(page)[beside], page.end_block[beside])
    merged = insert(page, place, other, box, subtree_ends(other)[box])
    written = segment(
        parse(
            "<body><main class=article><p>a</p><div class=donation><p>x</p><p><a href=1>y</a></p></div><p>b</p></main>"
            "<footer>z</footer></body>"
        ).roots
    )
    check(merged)
    for name in BlockTable.__dataclass_fields__:
        assert getattr(merged, name) == getattr(written, name), name


def test_varied_pages_keep_their_main_content_and_their_labels() -> None:
    samples = [sample(number) for number in range(8)]
    before = [repr(s.table) for s in samples]
    augmenter, random = Augmenter(samples), np.random.default_rng(5)
    seen = set()
    for _ in range(20):
        for old in samples:
            new = augmenter.vary(old, random)
            check(new.table)
            assert new.features.blocks.shape == (new.table.n_blocks, len(COLUMNS))
            assert len(new.n_words) == len(new.n_matched) == new.table.n_blocks
            assert new.n_matched.sum() == old.n_matched.sum(), "main content neither comes nor goes"
            assert new.n_gold == old.n_gold
            seen.add((new.table.n_blocks > old.table.n_blocks, new.table.mask == old.table.mask))
    assert seen >= {(False, True), (True, False)}, "some pages stay, some get boxes"
    assert [repr(s.table) for s in samples] == before, "the pages themselves are not changed"


def test_the_same_seed_varies_alike() -> None:
    samples = [sample(number) for number in range(4)]
    augmenter = Augmenter(samples)
    one, two = (
        [augmenter.vary(s, random).features.blocks.tobytes() for s in samples for _ in range(5)]
        for random in (np.random.default_rng(1), np.random.default_rng(1))
    )
    assert one == two


def test_main_content_is_put_in_a_box_as_if_it_had_been_written_there() -> None:
    before = "<body><main class=article><h1>t</h1><p>a</p><ul><li>b<li>c</ul><p>d</p></main><footer>z</footer></body>"
    page = segment(parse(before).roots)
    first = page.tag.index("p")
    written = segment(
        parse(before.replace("<p>a", "<div class='box note'><p>a").replace("</ul>", "</ul></div>")).roots
    )
    box = written.tag.index("div")
    wrapper = Wrapper("div", "box note", written.mask[box])
    boxed = wrap(page, first, subtree_ends(page)[page.tag.index("ul")], wrapper)
    check(boxed)
    for name in BlockTable.__dataclass_fields__:
        assert getattr(boxed, name) == getattr(written, name), name


def test_boxes_around_main_content_are_taken_from_pages_where_they_hold_nothing_else() -> None:
    html = """<body><div class=page><div class=story><div class=para><p>one two three four five six</p></div>
        <div class=para><p>seven eight nine ten eleven twelve</p></div></div>
        <div class=more><p>seven other words that nobody wants here</p></div></div></body>"""
    found = wrappers_of(labelled(html, "one two three four five six seven eight nine ten eleven twelve"))
    assert [wrapper.label for wrapper in found] == ["story", "para"]


def test_boxes_go_around_main_content_alone_and_text_between_elements_stays_outside() -> None:
    html = """<body><article><h1>a title of five words</h1><p>one two three four five six</p>
        loose words between the two
        <p>seven eight nine ten eleven twelve</p><p>and read this as well today</p></article></body>"""
    text = "a title of five words one two three four five six seven eight nine ten eleven twelve"
    old, random = labelled(html, text), np.random.default_rng(3)
    seen = set()
    for _ in range(200):
        new = wrap_content(old, [Wrapper("div", "box", 0)], random)
        check(new.table)
        assert new.table.text == old.table.text
        for e, label in enumerate(new.table.label):
            if label == "box":
                inside = tuple(new.table.text[new.table.first_block[e] : new.table.end_block[e]])
                assert not {"loose words between the two", "and read this as well today"} & {*inside}
                seen.add(len(inside))
    assert seen == {1, 2}, "single blocks, and those side by side"


def test_pages_without_main_content_are_not_put_into_boxes() -> None:
    old = labelled("<body><p>one two three four five six</p></body>", "nothing of the kind")
    assert wrap_content(old, [Wrapper("div", "box", 0)], np.random.default_rng(0)) is old


def test_boxes_hold_no_main_content() -> None:
    samples = [sample(number) for number in range(4)]
    for box in Augmenter(samples).boxes:
        table, matched = samples[box.sample].table, samples[box.sample].n_matched
        assert not matched[table.first_block[box.first] : table.end_block[box.first]].any()


@pytest.mark.parametrize(
    ("script", "text", "written_alike"),
    [
        ("wide", "The gate broke, twice. It did.", r"[一-鿿]+，[一-鿿]+。[一-鿿]+。"),
        ("joined", "The gate broke, twice. It did.", r"[ก-ฮ-๎]+ [ก-ฮ-๎]+ [ก-ฮ-๎]+"),
        ("caseless", "The gate, or 3.5 t?", r"[ا-ي\u063b-\u064f]+ [ا-ي\u063b-\u064f]+، [ا-ي\u063b-\u064f]+ 3\.5 [ا-ي\u063b-\u064f]+؟"),
    ],
)  # fmt: skip
def test_scripts_keep_what_is_left_of_a_text(script: str, text: str, written_alike: str) -> None:
    import re

    assert re.fullmatch(written_alike, SCRIPTS[script](text)), SCRIPTS[script](text)


def test_a_page_in_another_script_keeps_its_labels_its_links_and_its_title() -> None:
    old = sample(3)
    for seed in range(12):
        new = transcribe(old, np.random.default_rng(seed))
        check(new.table)
        assert (new.n_matched == old.n_matched).all()
        linked = [n > 0 for n in old.table.n_link_chars]
        assert [n > 0 for n in new.table.n_link_chars] == linked
        overlap = new.features.blocks[:, COLUMNS.index("title_overlap")]
        assert overlap.argmax() == old.features.blocks[:, COLUMNS.index("title_overlap")].argmax()
        assert overlap.max() >= 0.9


def test_phrases_of_a_page_are_kept_in_most_other_scripts() -> None:
    old = sample(3)
    assert old.features.blocks[:, PHRASES].any()
    kept = [
        (transcribe(old, np.random.default_rng(seed)).features.blocks[:, PHRASES] == old.features.blocks[:, PHRASES]).all()
        for seed in range(30)
    ]  # fmt: skip
    assert 0.4 < np.mean(kept) < 0.95


def test_a_page_of_one_block_is_varied() -> None:
    old = sample(1)
    table = segment(parse("<p>One block, and that is all.</p>").roots)
    ones = np.ones(1, dtype=np.int64)
    lone = measured(replace(old, table=table, n_words=ones * 6, n_matched=ones))
    augmenter, random = Augmenter([lone, old]), np.random.default_rng(2)
    grown = 0
    for _ in range(30):
        new = augmenter.vary(lone, random)
        check(new.table)
        assert len(new.n_words) == new.features.n_blocks == new.table.n_blocks
        assert new.n_matched.sum() == 1, "the one block keeps its label, wherever it stands now"
        grown += new.table.n_blocks > 1
    assert 0 < grown < 30


# Boxes that ask


def test_an_asking_box_holds_a_phrase_and_words_of_other_pages() -> None:
    paragraphs = [
        "The keeper waited for the barges by the lower gate. Nobody came until noon, and then six at once.",
        "A hinge had broken in the night. It took four days to bring another one from the foundry upstream.",
    ]
    random = np.random.default_rng(0)
    asked = [
        phrase
        for role in ("donation", "newsletter", "comment-form", "cookie-notice")
        for phrase in ASKED[role]
    ]
    for _ in range(40):
        box = asking_box(paragraphs, random)
        text = " ".join(box.text).lower()
        assert any(phrase in text for phrase in asked)
        assert "barges" in text or "foundry" in text
        first = box.tag.index("div")
        assert (box.first_block[first], box.end_block[first]) == (0, box.n_blocks)


def test_a_box_that_asks_is_put_into_the_main_content_and_is_none() -> None:
    samples = [sample(number) for number in range(4)]
    augmenter, random = Augmenter(samples), np.random.default_rng(5)
    old, seen = samples[0], 0
    for _ in range(200):
        new = augmenter.vary(old, random)
        told = measure(new.table, None).blocks[:, COLUMNS.index("phrase_donation")] > 0
        seen += bool(told.any())
        assert not new.n_matched[told].any()
        assert new.n_matched.sum() == old.n_matched.sum()
    assert seen
