"""Block table -> matrix: counts in any script, and columns that say what their names say."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from boilerstrip.block import BlockTable
from boilerstrip.features import COLUMNS, PAGE_COLUMNS
from boilerstrip.features import measure as measure_all
from boilerstrip.features.arrays import PageArrays
from boilerstrip.features.characters import CharacterCounts, count_characters
from boilerstrip.features.context import CONTEXT_COLUMNS
from boilerstrip.features.markup import MARKUP_COLUMNS
from boilerstrip.features.overlap import UNSPACED, has_unspaced
from boilerstrip.features.phrases import PHRASE_COLUMNS, _mark_after_related
from boilerstrip.features.text import TEXT_COLUMNS
from boilerstrip.metadata import Clues
from boilerstrip.parse import parse
from boilerstrip.segment import segment

COUNTS = CharacterCounts.__slots__
GOLDEN = Path(__file__).parent / "golden" / "columns.txt"
PROSE = "The lower gate was torn from its hinges on Thursday night, and nobody was hurt."


def read(source: str) -> BlockTable:
    return segment(parse(source).roots)


def measure(table: BlockTable, title: str | None) -> NDArray[np.float32]:
    """The columns of the blocks alone."""
    return measure_all(table, title).blocks


def column(matrix: NDArray[np.float32], name: str) -> list[float]:
    return [round(float(value), 4) for value in matrix[:, COLUMNS.index(name)]]


def counted(text: str) -> dict[str, float]:
    counts = count_characters([text])
    return {name: float(getattr(counts, name)[0]) for name in COUNTS}


# Characters


@pytest.mark.parametrize(
    ("text", "words", "sentences", "commas", "ends_sentence"),
    [
        ('Hello, "world". It costs 3.50 dollars... Really?!', 7, 3, 1, 1),
        ("No end: one, two; three", 5, 0, 3, 0),
        ("He said “yes.” (She did not.)", 6, 2, 0, 1),
        ("Version 2.6.1 of lxml.html", 4, 0, 0, 0),
        ("Привет, мир. Это «проверка»: да?", 5, 2, 2, 1),
        ("مرحبا، كيف حالك؟ أنا بخير.", 5, 2, 1, 1),
        ("یہ ایک جملہ ہے۔ یہ دوسرا ہے۔", 7, 2, 0, 1),
        ("यह एक वाक्य है। दूसरा।", 5, 2, 0, 1),
        # in scripts without blanks two characters, punctuation included, are a word
        ("你好，世界。今天天气很好！", 6.5, 2, 1, 1),
        ("これはテストです。「はい」と言った。", 9, 2, 0, 1),
        ("彼は「はい。」", 3.5, 1, 0, 1),
        ("한국어 문장입니다. 둘째", 6, 1, 0, 0),  # its full stop, not being wide, is one more
        ("Python 3 は楽しい。", 4.5, 1, 0, 1),
        ("２０２６年、東京", 4, 0, 1, 0),
        # Thai has no blanks between words, but is counted by those it has
        ("สวัสดีครับ ยินดีต้อนรับ", 2, 0, 0, 0),
        ("\U0001f600\U0001f600", 1, 0, 0, 0),
        ("", 0, 0, 0, 0),
    ],
)
def test_words_sentences_and_commas_are_counted_in_any_script(
    text: str, words: float, sentences: int, commas: int, ends_sentence: int
) -> None:
    counts = counted(text)
    assert (counts["words"], counts["sentences"], counts["commas"], counts["ends_sentence"]) == (
        words,
        sentences,
        commas,
        ends_sentence,
    )


@pytest.mark.parametrize(
    ("text", "letters", "upper", "digits", "punctuation"),
    [
        ('Hello, "world". It costs 3.50 dollars... Really?!', 30, 3, 3, 10),
        ("ÉTÉ été", 6, 3, 0, 0),
        ("МОСКВА 1812", 6, 6, 4, 0),
        ("٣ كتب", 3, 0, 1, 0),
        ("中文 12。", 2, 0, 2, 1),
        ("a_b-c/d", 4, 0, 0, 3),
        ("ＡＢ１２", 2, 2, 2, 0),
    ],
)
def test_letters_capitals_digits_and_punctuation_are_counted(
    text: str, letters: int, upper: int, digits: int, punctuation: int
) -> None:
    counts = counted(text)
    assert [counts[name] for name in ("letters", "upper", "digits", "punctuation")] == [
        letters,
        upper,
        digits,
        punctuation,
    ]


@given(st.text(st.characters(max_codepoint=0x7F), max_size=40).map(lambda text: " ".join(text.split())))
def test_words_of_plain_text_are_its_runs_between_blanks(text: str) -> None:
    assert counted(text)["words"] == len(text.split())


@given(
    st.lists(
        st.text(st.sampled_from('aB1 .,?!"»。「、中\ud800\U0001f600ก'), max_size=12), min_size=1, max_size=6
    )
)
def test_counts_of_a_block_do_not_depend_on_its_neighbours(texts: list[str]) -> None:
    together = count_characters(texts)
    for i, text in enumerate(texts):
        assert {name: float(getattr(together, name)[i]) for name in COUNTS} == counted(text)


# The matrix


def test_the_columns_and_their_order_are_pinned(rewrite_golden: bool) -> None:
    written = "\n".join([*COLUMNS, "", *PAGE_COLUMNS]) + "\n"
    if rewrite_golden:
        GOLDEN.write_text(written, "utf-8")
    assert GOLDEN.read_text("utf-8") == written
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert len(set(PAGE_COLUMNS)) == len(PAGE_COLUMNS)
    overlaps = ("title_overlap", "description_overlap")
    assert (*TEXT_COLUMNS, *overlaps, *MARKUP_COLUMNS, *PHRASE_COLUMNS, *CONTEXT_COLUMNS) == COLUMNS


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<p>x",
        f"<p>{PROSE}",
        "<img src=a.jpg>",
        "<p><img src=a.jpg></p><p><img src=b.jpg></p><div><img src=c.jpg></div>",
        "<pre>\n\n x \n</pre>",
        "<p>t</p><pre><span> </span></pre>",
        "<p>\ud800</p><p>\U0001f600</p><p>&#1114111;</p><p>.</p>",
        f"<a href=x>{PROSE}</a>" * 3,
        "<nav><a href=1>a</a></nav>" + f"<article><h1>Title</h1><p>{PROSE}</p></article>" * 2,
    ],
)
def test_the_matrix_is_finite_float32_with_a_row_for_each_block(source: str) -> None:
    table = read(source)
    matrix = measure(table, "Title words")
    assert matrix.shape == (table.n_blocks, len(COLUMNS))
    assert matrix.dtype == np.float32
    assert np.isfinite(matrix).all()


def test_columns_that_are_shares_or_flags_stay_between_0_and_1() -> None:
    table = read(
        f"<h1>Title</h1><p>{PROSE}</p><ul class=menu><li><a href=1>A, B.</a></ul><img src=x.jpg><p>12!</p>"
        * 9
    )
    matrix = measure(table, "Title")
    logs = ("log_", "main_height", "_mean", "_chars", "_blocks", "_children", "_siblings", "since_", "until_")
    others = ("word_length", "capitals_per_word", "from_headline")
    for name in COLUMNS:
        if name not in others and not any(part in name for part in logs):
            values = matrix[:, COLUMNS.index(name)]
            assert values.min() >= 0, name
            assert values.max() <= 1, name


def test_the_matrix_of_a_page_of_one_block() -> None:
    matrix = measure(read(f"<p>{PROSE}</p>"), None)
    values = {name: float(matrix[0, i]) for i, name in enumerate(COLUMNS)}
    assert values["position"] == 0.5
    assert values["main_holds"] == values["is_prose"] == values["tag_p"] == values["ends_sentence"] == 1
    assert values["window_8_prose"] == values["page_share"] == values["longest_share"] == 1
    assert values["log_chars"] == pytest.approx(np.log1p(len(PROSE.replace(" ", ""))))
    assert values["link_density"] == values["title_overlap"] == values["description_overlap"] == 0


def test_a_page_of_images_has_no_prose_and_no_links() -> None:
    matrix = measure(read("<p><a href=x><img src=a.jpg></a></p><p><img src=b.jpg></p>"), "a title")
    assert column(matrix, "is_image") == [1, 1]
    for name in (
        "log_chars",
        "link_density",
        "is_prose",
        "page_share",
        "title_overlap",
    ):
        assert column(matrix, name) == [0, 0]


def test_text_columns_describe_the_blocks_own_text() -> None:
    matrix = measure(read("<p>AB cd, <a href=x>12</a>.</p><p>x</p>"), None)
    assert column(matrix, "link_density") == [0.25, 0]
    assert column(matrix, "digit_share") == [0.25, 0]
    assert column(matrix, "upper_share") == [0.25, 0]
    assert column(matrix, "punctuation_share") == [0.25, 0]
    assert column(matrix, "ends_sentence") == [1, 0]
    assert column(matrix, "log_words") == [round(float(np.log1p(3)), 4), round(float(np.log1p(1)), 4)]


def test_a_paragraph_of_a_script_without_full_stops_is_prose_and_a_long_address_is_not() -> None:
    thai = "เช้าวันจันทร์ที่ผ่านมาประตูบานล่างชำรุด เรือบรรทุกสินค้ายี่สิบสี่ลำต้องจอดรอ เจ้าหน้าที่ได้ยินเสียงดังทึบ"
    address = "inland-observer-example-org/" + "halden-lock-" * 8
    assert column(measure(read(f"<p>{thai}</p><p>{address}</p>"), None), "is_prose") == [1, 0]


def test_prose_is_long_says_something_and_is_not_mostly_link() -> None:
    source = f"<p>{PROSE}</p><p>{PROSE[:30]}.</p><p>{'word ' * 20}</p><p><a href=x>{PROSE}</a></p>"
    assert column(measure(read(source), None), "is_prose") == [1, 0, 0, 0]


def test_title_overlap_is_the_share_of_common_words() -> None:
    source = (
        "<h1>The Lock Gate</h1><p>The lock gate, torn</p><p>gate</p><p>Something else</p><p>lock gate the</p>"
    )
    matrix = measure(read(source), "The Lock Gate")
    assert column(matrix, "title_overlap") == [1, round(6 / 7, 4), 0, 0, 1], "a plain block must be as long"
    heading = measure(read("<h2>Lock</h2><h2>The gate</h2>"), "The Lock Gate")
    assert column(heading, "title_overlap") == [0.5, 0.8]
    assert column(measure(read(source), None), "title_overlap") == [0] * 5
    assert column(measure(read(source), " — "), "title_overlap") == [0] * 5


def test_a_long_paragraph_is_never_the_title() -> None:
    matrix = measure(read(f"<p>{'The lock gate. ' * 40}</p>"), "The Lock Gate")
    assert column(matrix, "title_overlap") == [0]


def test_markup_columns_tell_tags_and_words_near_and_around() -> None:
    table = read(
        "<div class=comments><section><div><p>far</p></div></section><div><p>near</p></div></div>"
        "<ul><li>item</ul><table><tr><th>cell</table><figure><figcaption>cap</figcaption></figure>"
    )
    matrix = measure(table, None)
    assert table.text == ["far", "near", "item", "cell", "cap"]
    assert column(matrix, "around_comment") == [1, 1, 0, 0, 0]
    assert column(matrix, "near_comment") == [0, 1, 0, 0, 0]
    assert column(matrix, "tag_p") == [1, 1, 0, 0, 0]
    assert column(matrix, "tag_list_item") == column(matrix, "in_list") == [0, 0, 1, 0, 0]
    assert column(matrix, "tag_cell") == column(matrix, "in_table") == [0, 0, 0, 1, 0]
    assert column(matrix, "tag_caption") == column(matrix, "in_figure") == [0, 0, 0, 0, 1]


def test_a_phrase_marks_its_block_and_the_box_around_it() -> None:
    article = f"<p>{PROSE}</p>" * 6
    table = read(f"<main>{article}<div><p>Donate</p><p>Any amount helps us.</p></div><p>{PROSE}</p></main>")
    matrix = measure(table, None)
    assert column(matrix, "phrase_donation") == [0] * 6 + [1, 0, 0]
    assert column(matrix, "boxed_donation") == [0] * 6 + [1, 1, 0]


def test_a_page_about_donations_is_no_donation_box() -> None:
    matrix = measure(read(f"<div>{f'<p>Donate. {PROSE}</p>' * 5}</div>"), None)
    assert column(matrix, "phrase_donation") == [1] * 5
    assert column(matrix, "boxed_donation") == [0] * 5


@pytest.mark.parametrize(
    ("address", "is_boxed"),
    [("/post/#respond", 0), ("https://a.example/p#x", 0), ("#respond", 1), ("/post", 1)],
)
def test_a_link_to_the_form_of_another_page_makes_no_box(address: str, is_boxed: int) -> None:
    meta = f"<p><a href='{address}'>Leave a Comment</a> / Garden</p>"
    teaser = f"<div><h2>How to sharpen a scythe</h2>{meta}</div>"
    form = "<div><h3>Leave a reply</h3><p>Your name</p></div>"
    matrix = measure(read(f"<main>{f'<p>{PROSE}</p>' * 6}{teaser}{form}</main>"), None)
    assert column(matrix, "phrase_comment-form")[6:] == [0, 1, 1, 0]
    assert column(matrix, "boxed_comment-form")[6:] == [is_boxed, is_boxed, 1, 1]


def test_the_phrases_that_a_block_holds_are_told_by_role() -> None:
    table = read("<p>Donate</p><p>Any amount helps us.</p><p>Advertisement</p><p>Donate with PayPal</p>")
    told = measure_all(table, None).told
    assert told == {"donation": {0: "donate", 3: "donate"}, "advertisement": {2: "advertisement"}}


def test_phrases_in_code_say_nothing() -> None:
    matrix = measure(read("<pre>title_reply = 'Leave a reply'</pre><p>Leave a reply</p>"), None)
    assert column(matrix, "phrase_comment-form") == [0, 1]


def test_an_item_of_a_list_is_no_box_of_its_own() -> None:
    article = f"<p>{PROSE}</p>" * 6
    one = read(f"<main>{article}<ul><li>PayPal takes a little over one per cent.</li></ul></main>")
    two = read(f"<main>{article}<ul><li><p>Donate</p><p>Any amount helps us.</p></li></ul></main>")
    assert column(measure(one, None), "boxed_donation") == [0] * 7
    assert column(measure(two, None), "boxed_donation") == [0] * 6 + [1, 1]


def test_link_lines_after_a_related_label_belong_to_it() -> None:
    links = (
        "<p><a href=1>One</a></p><p><img src=x.jpg></p><p><a href=2>Read more</a></p><p><a href=3>Two</a></p>"
    )
    matrix = measure(
        read(f"<p>{PROSE}</p><p>Related articles</p>{links}<p>{PROSE}</p><p><a href=4>x</a></p>"), None
    )
    assert column(matrix, "after_related") == [0, 0, 1, 1, 1, 1, 0, 0]


def test_a_page_of_related_labels_is_looked_at_once() -> None:
    class Looks(list[float]):
        n_looks = 0

        def __getitem__(self, at: Any) -> Any:
            Looks.n_looks += 1
            return super().__getitem__(at)

    n = 500
    page = SimpleNamespace(n_blocks=n, link_density=Looks([1.0] * n), chars=[9] * n)
    after = np.zeros(n, dtype=np.uint8)
    _mark_after_related(cast(PageArrays, page), list(range(n)), after)
    assert after.tolist() == [0] + [1] * (n - 1)
    assert Looks.n_looks <= 3 * n


# Where a block stands

PAGE = (
    f"<body><nav><a href=1>Home page</a></nav><div id=wrap><main><h1>Title</h1><p>{PROSE}</p><p>{PROSE}</p></main>"
    "<aside><a href=2>Other page</a></aside></div><footer>Imprint</footer>"
)


def test_context_columns_tell_where_a_block_stands() -> None:
    table = read(PAGE)
    assert [table.tag[e] for e in table.element] == ["nav", "h1", "p", "p", "aside", "footer"]
    matrix = measure(table, None)
    assert column(matrix, "position") == [round((i + 0.5) / 6, 4) for i in range(6)]
    assert column(matrix, "before_main") == [1, 0, 0, 0, 0, 0]
    assert column(matrix, "main_holds") == [0, 1, 1, 1, 0, 0]
    assert column(matrix, "after_main") == [0, 0, 0, 0, 1, 1]
    one, two = round(float(np.log1p(1)), 4), round(float(np.log1p(2)), 4)
    assert column(matrix, "main_height") == [two, 0, 0, 0, one, two]
    chars = [len(text.replace(" ", "")) for text in table.text]
    before = [sum(chars[:i]) / sum(chars) for i in range(6)]
    assert column(matrix, "char_position") == [round(share, 4) for share in before]
    assert column(matrix, "prose_position") == [0, 0, 0, 0.5, 1, 1]
    logs = [round(float(np.log1p(n)), 4) for n in range(51)]
    assert column(matrix, "log_index") == logs[:6]
    assert column(matrix, "log_blocks_after") == logs[5::-1]
    assert column(matrix, "since_heading") == [logs[50], logs[0], logs[1], logs[2], logs[3], logs[4]]
    assert column(matrix, "since_prose") == [logs[50], logs[50], logs[0], logs[0], logs[1], logs[2]]
    assert column(matrix, "until_prose") == [logs[2], logs[1], logs[0], logs[0], logs[50], logs[50]]


def test_the_headline_divides_a_page() -> None:
    matrix = measure(read(PAGE), "Title")
    assert column(matrix, "has_headline") == [1] * 6
    assert column(matrix, "after_headline") == [0, 0, 1, 1, 1, 1]
    logs = [round(float(np.log1p(n)) / 3, 4) for n in range(6)]
    assert column(matrix, "from_headline") == [-logs[1], 0, logs[1], logs[2], logs[3], logs[4]]
    without = measure(read(PAGE), "Something else")
    for name in ("has_headline", "after_headline", "from_headline"):
        assert column(without, name) == [0] * 6


def test_levels_look_at_the_elements_above() -> None:
    table = read(
        "<div><ul><li class=a>one</li><li class=a>two</li><li class=b><a href=1>three</a></li></ul><p>four</p></div>"
    )
    matrix = measure(table, None)

    def counted(*numbers: int) -> list[float]:
        return [round(float(np.log1p(n)), 4) for n in numbers]

    assert column(matrix, "level_0_chars") == counted(3, 3, 5, 4)
    assert column(matrix, "level_0_siblings") == [round(float(np.log(n)), 4) for n in (2, 2, 1, 1)]
    assert column(matrix, "level_1_blocks") == counted(3, 3, 3, 4)
    assert column(matrix, "level_1_place") == [0, 0.3333, 0.6667, 0.75]
    assert column(matrix, "level_1_links") == [0.4545, 0.4545, 0.4545, 0.3333]
    assert column(matrix, "level_1_share") == [0.7333, 0.7333, 0.7333, 1]
    assert column(matrix, "level_1_children") == counted(3, 3, 3, 2)
    depths = column(matrix, "depth")  # html, body, div and ul stand around an li
    assert depths == [0.2, 0.2, 0.2, 0.15]


def test_blocks_that_one_template_wrote_are_a_group() -> None:
    card = "<div class='card post-{0}'><h2>{1}</h2><p class=sum>{1} told</p></div>"
    table = read("<main>" + card.format(1, "Salt") + card.format(22, "Tides") + "<p>End</p></main>")
    group = measure_all(table, None).group.tolist()
    assert group[0] == group[2] != group[1] == group[3]
    assert len(set(group)) == 3
    matrix = measure(table, None)
    assert column(matrix, "log_group") == [round(float(np.log1p(n)), 4) for n in (2, 2, 2, 2, 1)]


def test_copies_of_a_text_are_counted_and_the_first_is_none() -> None:
    matrix = measure(read("<p>More</p><p>Once</p><p>More</p><p>More</p>"), None)
    assert column(matrix, "is_copy") == [0, 0, 1, 1]
    assert column(matrix, "log_copies") == [round(float(np.log1p(n)), 4) for n in (2, 0, 2, 2)]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Why so?", {"ends_question", "begins_upper"}),
        ("为什么？", {"ends_question"}),
        ("Sizes:", {"ends_colon", "begins_upper"}),
        ("read more →", {"ends_more", "begins_lower"}),
        ("$ 12.50", {"has_currency", "begins_sign"}),
        ("12,50 €", {"has_currency", "begins_digit"}),
        ("© 2024 Orrin Canal", {"has_copyright", "has_year", "begins_sign"}),
        ("at 9:05 pm", {"has_clock", "begins_lower"}),
        ("ratio 3:2", {"begins_lower"}),
        ("In 1998, and not 21998", {"has_year", "begins_upper"}),
        ("item 20251", {"begins_lower"}),
        ("office@orrin.example", {"has_at", "begins_lower"}),
        ("مرحبا", set()),
    ],
)
def test_signs_that_tell_something_in_any_language(text: str, columns: set[str]) -> None:
    matrix = measure(read(f"<p>{text}</p>"), None)
    signs = ["ends_question", "ends_colon", "ends_more", "begins_upper", "begins_lower", "begins_digit"]
    signs += ["begins_sign", "has_currency", "has_copyright", "has_at", "has_clock", "has_year"]
    assert {name for name in signs if column(matrix, name) == [1]} == columns


def test_links_and_bold_spans_are_counted() -> None:
    matrix = measure(read("<p><a href=1>a</a> <b>b</b> <a href=2><strong>c</strong></a></p><p>d</p>"), None)
    two = round(float(np.log1p(2)), 4)
    assert column(matrix, "log_links") == [two, 0]
    assert column(matrix, "log_bold") == [two, 0]


def test_the_title_of_a_page_without_blanks_is_found() -> None:
    source = "<h1>河流的水循環</h1><h2>天氣預報</h2>"
    assert column(measure(read(source), "河流的水循環 - 報紙"), "title_overlap") == [0.95, 0]
    assert column(measure(read("<h1>河流的水循環史</h1>"), "河流的水循環"), "title_overlap")[0] > 0.8


def test_the_summary_is_found_in_the_paragraph_that_begins_with_it() -> None:
    table = read(f"<p>{PROSE} More was said.</p><p>Short nobody hurt.</p><p>{'Other words here. ' * 5}</p>")
    clues = Clues(description=PROSE)
    matrix = measure_all(table, None, clues).blocks
    assert column(matrix, "description_overlap") == [1, 0, 0]
    assert column(measure_all(table, None).blocks, "description_overlap") == [0, 0, 0]


def test_windows_look_at_the_blocks_beside() -> None:
    table = read(PAGE)
    matrix = measure(table, None)
    n = [len(text.replace(" ", "")) for text in table.text]
    prose = [0, 0, n[2], n[3], 0, 0]
    links = [n[0], 0, 0, 0, n[4], 0]
    for size in (1, 3, 8):
        for i in range(6):
            a, b = max(i - size, 0), min(i + size + 1, 6)
            total = sum(n[a:b])
            row = matrix[i]
            assert row[COLUMNS.index(f"window_{size}_prose")] == pytest.approx(sum(prose[a:b]) / total)
            assert row[COLUMNS.index(f"window_{size}_links")] == pytest.approx(sum(links[a:b]) / total)
            assert row[COLUMNS.index(f"window_{size}_chars")] == pytest.approx(np.log1p(total / (b - a)))


def test_containers_are_the_nearest_ancestors_of_their_size() -> None:
    long = PROSE * 4  # 268 characters: a container of the first size by itself
    table = read(f"<body><div><p>{long}</p><p><a href=1>{long}</a></p></div><p>x</p>")
    matrix = measure(table, None)
    whole = sum(table.n_chars)
    assert column(matrix, "container_200_links") == [0, 1, pytest.approx(table.n_chars[1] / whole, abs=1e-4)]
    assert column(matrix, "container_200_prose") == [1, 0, pytest.approx(table.n_chars[0] / whole, abs=1e-4)]
    assert column(matrix, "container_4000_mean") == [round(float(np.log1p(whole / 3)), 4)] * 3


def test_the_main_container_is_the_smallest_with_most_of_the_prose() -> None:
    arrays = PageArrays(read(PAGE))
    assert arrays.table.tag[arrays.main_container] == "main"


def test_a_long_comment_thread_is_not_the_main_container() -> None:
    comments = f"<div class=comments>{f'<p>{PROSE}</p>' * 9}</div>"
    arrays = PageArrays(read(f"<article>{f'<p>{PROSE}</p>' * 3}</article>{comments}"))
    assert arrays.table.tag[arrays.main_container] == "article"


def test_a_block_whose_words_begin_the_title_is_more_it_than_a_breadcrumb() -> None:
    name = "Nine kilometres of silence on the narrow gauge"
    title = f"{name} » Shore Country - a local portal"
    source = f"<p>Shore Country » Transport » {name}</p><p>{name}</p><p>Nine kilometres</p>"
    crumb, headline, short = column(measure(read(source), title), "title_overlap")
    assert headline > crumb > short == 0


def test_the_nearest_wanted_element_is_found_however_deep() -> None:
    arrays = PageArrays(read("<main>" + "<div>" * 1_500 + "<p>x</p>" * 3))
    wanted = np.array([tag == "main" for tag in arrays.table.tag])
    assert [arrays.table.tag[e] for e in arrays.nearest(wanted)] == ["main"] * 3
    assert arrays.nearest(~wanted).tolist() == arrays.table.element
    assert arrays.nearest(np.zeros(len(wanted), dtype=bool)).tolist() == [0, 0, 0]
    assert measure(arrays.table, None).shape == (3, len(COLUMNS))


def test_the_main_container_of_a_page_without_prose_is_the_whole_page() -> None:
    arrays = PageArrays(read("<div><p>a</p><p>b</p></div>"))
    assert arrays.main_container == 0


@pytest.mark.parametrize("words", ["Urteilen und verteilen", "Reklamation", "unteilbar", "anteilen"])
def test_a_word_phrase_is_not_found_inside_another_word(words: str) -> None:
    source = (
        f"<p>teilen</p><p>Anzeige</p><p>reklam</p><p>{words}</p>"  # the phrases stand elsewhere on the page
    )
    matrix = measure(read(source), None)
    assert column(matrix, "phrase_share") == [1, 0, 0, 0]
    assert column(matrix, "phrase_advertisement") == [0, 1, 1, 0]


def test_the_last_word_of_a_phrase_may_be_a_stem_and_the_first_is_not() -> None:
    matrix = measure(read("<p>Share this story</p><p>We share thistles</p><p>Timeshare this week</p>"), None)
    assert column(matrix, "phrase_share") == [1, 1, 0]


def test_a_character_of_a_script_without_blanks_is_one_of_the_ranges() -> None:
    unspaced = re.compile(f"[{UNSPACED}]")
    every = map(chr, range(0x11000))
    assert [char for char in every if has_unspaced(f"a {char}") != bool(unspaced.match(char))] == []


@pytest.mark.parametrize("source", ["", f"<p>{PROSE}"])
def test_features_travel_between_processes(source: str) -> None:
    """Models are fitted in processes of their own."""
    features = measure_all(read(source), None)
    assert pickle.loads(pickle.dumps(features)).n_blocks == features.n_blocks == bool(source)
