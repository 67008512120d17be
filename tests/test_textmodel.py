"""Columns of lines, the network of texts, its file, and what is kept of its answer."""

from __future__ import annotations

import io
import zipfile

import numpy as np
import pytest

from boilerstrip.errors import ModelError
from boilerstrip.features import Features
from boilerstrip.features.lettering import COUNTERS, Lettering, shorten
from boilerstrip.features.lines import LINE_COLUMNS, SPANS, TEXT_PAGE_COLUMNS, measure_lines
from boilerstrip.features.signals import SIGNALS, find_signals
from boilerstrip.scoring.confidence import EVIDENCE, Calibration
from boilerstrip.scoring.model import Training
from boilerstrip.scoring.network import SHIFTS
from boilerstrip.scoring.textheadline import settle_headline
from boilerstrip.scoring.textmodel import TextModel, choose_lines
from boilerstrip.scoring.textmodelfile import default_text_model, pack_text_model, read_text_model
from boilerstrip.textdump.read import read_lines

ARTICLE = """\
Town council moves the clock by a minute

The clock on the town hall of Ostermark will run a minute slow from Monday on. The council decided so on
Thursday, after a debate of four hours, with nine votes against eight.

Mayor Hanne Lund said that the trains had been leaving late for years, and that it was cheaper to move one
clock than eleven trains. “Leave a reply at the town hall,” she told those who were not content, “and we will
read each of them aloud.”

The watchmaker has been paid until the spring. After that, according to the council's minutes, the question
will be put to everybody who owns a watch."""
ARTICLE = "\n\n".join(" ".join(part.split()) for part in ARTICLE.split("\n\n"))
THREAD = """\

14 Comments

Newest Most Voted

View all comments

I have lived here for forty years, and in all that time nobody has asked me what time it is.

You are wrong about the trains, they leave on time, it is you who arrive early.

Good. Now do the church."""


def measured(text: str) -> Features:
    read = read_lines(text)
    return measure_lines(read.table, read.n_blank)


def column(text: str, name: str) -> list[float]:
    return measured(text).blocks[:, LINE_COLUMNS.index(name)].tolist()


def small_model(seed: int = 0) -> TextModel:
    random = np.random.default_rng(seed)
    hidden, told, page = 4, 3, 2
    n_mixed = hidden + told * (len(SHIFTS) + 1 + len(SPANS)) + 2 * told + page
    shapes = {
        **{"mean": (len(LINE_COLUMNS),), "scale": (len(LINE_COLUMNS),)},
        **{"page_mean": (len(TEXT_PAGE_COLUMNS),), "page_scale": (len(TEXT_PAGE_COLUMNS),)},
        **{"encode": (len(LINE_COLUMNS), hidden), "encode_bias": (hidden,)},
        **{"page": (len(TEXT_PAGE_COLUMNS), page), "page_bias": (page,)},
        **{"round_0_tell": (hidden, told), "round_0_tell_bias": (told,)},
        **{"round_0_mix": (n_mixed, hidden), "round_0_mix_bias": (hidden,)},
        **{"block": (hidden,), "block_bias": (), "type": (2 * told + page, 2), "type_bias": (2,)},
    }
    arrays = {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    arrays["scale"], arrays["page_scale"] = np.abs(arrays["scale"]) + 1, np.abs(arrays["page_scale"]) + 1
    return TextModel(
        name="",
        threshold=0.4,
        page_types=("article", "forum"),
        calibration=Calibration((0.0,) * (len(EVIDENCE) + 2), 0.5, (0.0, 1.0), (0.2, 0.9), 0.1),
        training=Training("0" * 64, 20, 1, 3, "1.0"),
        arrays=arrays,
        n_rounds=1,
    )


def test_each_column_has_a_name_and_a_finite_value():
    features = measured(ARTICLE + THREAD)
    assert features.blocks.shape == (10, len(LINE_COLUMNS))
    assert features.page.shape == (len(TEXT_PAGE_COLUMNS),)
    assert np.isfinite(features.blocks).all()
    assert np.isfinite(features.page).all()
    assert len(set(LINE_COLUMNS)) == len(LINE_COLUMNS)


def test_a_text_without_lines_has_no_rows():
    features = measured("\n \n")
    assert features.n_blocks == 0
    assert features.blocks.shape == (0, len(LINE_COLUMNS))
    assert features.first.shape == (len(SPANS), 0)


def test_characters_are_counted_by_kind():
    line = 'Über 1,200 Leute kamen. "Schön!" 水'
    counts = Lettering(line + "\n", np.array([len(line)])).counts[:, 0]
    found = dict(zip(COUNTERS, counts.tolist(), strict=True))
    assert found == {
        **{"upper": 3, "letters": 17, "digits": 4, "commas": 1, "ends": 2, "blanks": 5, "signs": 2, "wide": 1}
    }


def test_of_a_long_line_its_beginning_and_end_are_looked_at():
    (short,) = shorten(["a" * 1_000 + "END."])
    assert len(short) == 240
    assert short.startswith("aaa")
    assert short.endswith("END.")


def test_an_opener_opens_a_region_to_the_end():
    opens, inside = column(ARTICLE + THREAD, "opens_thread"), column(ARTICLE + THREAD, "in_thread")
    assert opens == [0, 0, 0, 0, 1, 1, 1, 0, 0, 0]
    assert inside == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1]


def test_the_words_of_an_opener_inside_a_sentence_open_nothing():
    assert sum(column(ARTICLE, "opens_thread")) == 0


@pytest.mark.parametrize(
    "line",
    [
        "12 Comments",
        "Kommentare (3)",
        "Leave a Reply",
        "Laisser un commentaire",
        "Ver comentarios",
        "댓글 12",
        "Комментарии (16)",
    ],
)
def test_openers_are_known_in_many_languages(line):
    assert sum(column(f"{ARTICLE}\n\n{line}\n\nwell said", "opens_thread")) == 1


@pytest.mark.parametrize(
    "line", ["Reply", "Antworten", "14 Reply", "We had two comments from readers on that, both of them kind."]
)
def test_buttons_and_sentences_open_nothing(line):
    assert sum(column(f"{ARTICLE}\n\n{line}\n\nwell said", "opens_thread")) == 0


def test_a_phrase_is_told_in_a_short_line_only():
    long = "She asked us to subscribe to our newsletter " + "and to many other things " * 5
    texts = ["Subscribe to our newsletter", long]
    signals = find_signals("".join(f"{text.lower()}\n" for text in texts), 2, is_unspaced=False)
    assert signals.flags[SIGNALS.index("newsletter")].tolist() == [1, 0]
    assert list(signals.told["newsletter"]) == [0]


def test_a_label_is_told_where_it_is_all_the_line_says():
    signals = find_signals("facebook\nfacebook has a new office\n", 2, is_unspaced=False)
    assert signals.is_whole.tolist() == [True, False]


def test_the_repeated_headline_is_found():
    text = (
        "Menu\nTown council moves the clock\nSupport us\nTown council moves the clock\n"
        + ARTICLE.split("\n\n", 1)[1]
    )
    assert column(text, "is_headline")[:4] == [0, 0, 0, 1]


def test_spans_hold_their_line_and_stay_in_the_text():
    features = measured(ARTICLE + THREAD)
    index = np.arange(features.n_blocks)
    assert (features.first <= index).all()
    assert (features.end > index).all()
    assert features.first.min() == 0
    assert features.end.max() == features.n_blocks


def test_a_model_that_is_packed_and_read_says_the_same():
    model, features = small_model(), measured(ARTICLE + THREAD)
    content = pack_text_model(model)
    again = read_text_model(content, "model")
    assert pack_text_model(again) == content
    np.testing.assert_allclose(again.score(features).blocks, model.score(features).blocks, atol=0.01)
    assert again.threshold == 0.4
    assert again.name.startswith("text-")


def test_a_damaged_file_is_refused():
    content = pack_text_model(small_model())
    for bad in (b"", b"PK", content[: len(content) // 2], content.replace(b'"text-1"', b'"text-0"')):
        with pytest.raises(ModelError):
            read_text_model(bad, "model")


def test_a_file_for_other_columns_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pack_text_model(small_model()))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'"log_chars"', b'"log_chart"'))
    with pytest.raises(ModelError, match="columns"):
        read_text_model(out.getvalue(), "model")


def test_blocks_are_kept_from_the_threshold_on():
    features = measured(ARTICLE)
    scores = np.array([0.9, 0.39, 0.4, 0.1])
    assert choose_lines(features, scores, 0.4).tolist() == [True, False, True, False]


def test_a_text_full_of_prose_is_not_left_empty():
    features = measured(ARTICLE)
    scores = np.array([0.05, 0.3, 0.2, 0.02])
    assert choose_lines(features, scores, 0.4).tolist() == [False, True, True, False]


def test_below_a_comment_widget_only_what_is_sure_is_kept():
    features = measured(ARTICLE + THREAD)
    scores = np.full(features.n_blocks, 0.5)
    scores[-1] = 0.7
    assert choose_lines(features, scores, 0.4).tolist() == [True] * 4 + [False] * 5 + [True]


def test_one_opener_alone_is_no_widget():
    features = measured(f"{ARTICLE}\n\nComments\n\nWell said, and well written.")
    scores = np.full(features.n_blocks, 0.5)
    assert choose_lines(features, scores, 0.4).all()


def test_a_text_of_labels_may_be_left_empty():
    features = measured("Home\nAbout\nContact")
    assert not choose_lines(features, np.array([0.1, 0.2, 0.1]), 0.4).any()


def settled(text: str, *dropped: str) -> tuple[list[str], str | None]:
    """The kept lines, and the headline, where all are kept but those dropped."""
    read = read_lines(text)
    kept = np.array([words not in dropped for words in read.table.text])
    headed = settle_headline(read.table, measure_lines(read.table, read.n_blank), kept)
    lines = [words for words, keep in zip(read.table.text, headed.kept, strict=True) if keep]
    return lines, read.table.text[headed.headline] if headed.headline >= 0 else None


TITLE, BODY = ARTICLE.split("\n\n", 1)


def test_the_headline_that_stands_twice_is_kept_once_and_nothing_above_it():
    lines, headline = settled(f"0 $\n2,500 $\nMARCH 2025\n{TITLE}\nSupport us\n{TITLE}\n{BODY}\nSupport us")
    assert headline == TITLE
    assert lines == [TITLE, *BODY.split("\n\n")]


def test_a_headline_that_was_dropped_is_kept():
    lines, headline = settled(f"Menu\n{ARTICLE}", "Menu", TITLE)
    assert headline == TITLE
    assert lines == [TITLE, *BODY.split("\n\n")]


def test_above_a_doubtful_headline_nothing_is_dropped():
    lines, headline = settled(f"A letter from Ostermark\n{ARTICLE}")
    assert headline == TITLE
    assert lines[0] == "A letter from Ostermark"


def test_headings_that_a_table_of_contents_names_stay():
    lines, headline = settled(f"The question\n# {TITLE}\n\n## The question\n\n{BODY}")
    assert headline == TITLE
    assert lines == [TITLE, "The question", *BODY.split("\n\n")]


def test_a_text_without_a_headline_gets_none():
    lines, headline = settled(BODY)
    assert headline is None
    assert lines == BODY.split("\n\n")


def test_where_nothing_is_kept_there_is_no_headline():
    assert settled(TITLE, TITLE) == ([], None)


def kept_lines(text: str) -> list[str]:
    """What the model that ships keeps of a text."""
    read = read_lines(text)
    features, model = measure_lines(read.table, read.n_blank), default_text_model()
    kept = model.choose(features, model.score(features), read.table).kept
    headed = settle_headline(read.table, features, kept)
    return [words for words, keep in zip(read.table.text, headed.kept, strict=True) if keep]


LONGER = f"{ARTICLE}\n\n" + "\n\n".join(
    " ".join(part.split())
    for part in (
        """Not everybody waited for the spring. The baker on Mill Street has set his oven by the old time, and the
        school bell, which rings by the church, has been right and wrong twice a day since then.""",
        """“We are not against minutes,” said Aksel Brandt of the railway office, “but we would like to be told
        before one is taken from us.” The railway will print a second timetable, for passengers from
        other towns.""",
        """The council meets again in March. On its agenda are the weathercock, which points north whatever the
        wind, and the question of who winds the clock when the watchmaker is on holiday.""",
    )
)
COMMENTS = "\n\n".join(
    (
        "I have lived here for forty years, and in all that time nobody has asked me what time it is. Well done.",
        "You are wrong about the trains, they leave on time, it is you who arrive early. Read the timetable.",
        "Good. Now do the church, and then do the school, and leave the baker alone.",
        "My grandfather built that clock and he would have told all seventeen of them where to put their minute.",
        "Typical. Nine people decide and eleven thousand have to change their watches, and who pays for that?",
        "Nobody pays for a minute. You get one for free every minute, that is the whole point of them.",
        "The weathercock is a different matter. It has pointed north since the storm, and we got used to it.",
    )
)


def test_an_article_alone_is_unchanged():
    assert kept_lines(LONGER) == LONGER.split("\n\n")


def test_a_thread_that_reads_like_prose_goes():
    widget = "Notify of\nNewest Most Voted\nInline Feedbacks\nView all comments"
    kept = kept_lines(f"{LONGER}\n\n{widget}\n\n{COMMENTS}")
    assert kept == LONGER.split("\n\n")


def test_turns_of_an_interview_stay():
    parts = LONGER.split("\n\n")
    names = ("Hanne Lund", "The Courier")
    turns = [part for i, words in enumerate(parts[1:]) for part in (names[i % 2], words)]
    kept = kept_lines("\n\n".join([parts[0], *turns]))
    assert [words for words in kept if words not in names] == parts


def test_menus_and_footers_go():
    menu = "Home\nNews\nSport\nWeather\nContact\nLog in\nSearch"
    footer = "Privacy policy\nTerms of use\n© 2024 The Ostermark Courier\nBack to top"
    assert kept_lines(f"{menu}\n{LONGER}\n{footer}") == LONGER.split("\n\n")
