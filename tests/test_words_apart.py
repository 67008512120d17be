"""Inline elements that touch: words apart where CSS holds them so, one word where an editor has cut it."""

from __future__ import annotations

import pytest

from tests.test_segment_lines import texts


@pytest.mark.parametrize(
    ("source", "block"),
    [
        # prices, numbers of clauses, labels
        ("<b class=t>Soup</b><span class=s></span><span class=p>€ 14</span>", "Soup € 14"),
        ("<span class=t>Soup</span><span class=p>$14</span>", "Soup $14"),
        ("<span class=t>Soup</span><span class=p>$daily</span>", "Soup$daily"),
        ("<span class=n>14</span><span class=p>€</span>", "14€"),
        ("<span class=n>(1)</span><span class=t>the fee</span>", "(1) the fee"),
        ("<span class=n>4.</span><span class=t>the fee</span>", "4. the fee"),
        ("<span class=q>Question:</span><span class=t>Why?</span>", "Question: Why?"),
        ("<span class=q>It was shut.</span><span class=t>He went.</span>", "It was shut. He went."),
        ("<span class=q>weir.</span><span class=t>GapError</span>", "weir.GapError"),
        ("<span class=q>std::</span><span class=t>Vector</span>", "std::Vector"),
        ("<span class=q>https:</span><span class=t>//weir.example</span>", "https://weir.example"),
        ("<span class=q>www.</span><span class=t>weir.example</span>", "www.weir.example"),
        ("<span class=l>Serves</span><span class=v>4</span>", "Serves 4"),
        ("<span class=l>CO</span><span class=v>2</span>", "CO2"),
        ("<i>weir</i><a href=1>3</a>", "weir3"),
        (
            "a single page<span class=s></span><span class=n><i>3</i></span>",
            "a single page3",
        ),  # the number of a note
        ("<code><span class=p>f(x).</span><span class=n>Map</span></code>", "f(x).Map"),
        # whole spans, of which nothing says what they are
        ("<span>Fulda</span><span>Permanent</span><span>Full time</span>", "Fulda Permanent Full time"),
        ("<span>Mc</span><span>Donald</span>", "McDonald"),
        ("<span id=a>Fulda</span><span>Permanent</span>", "FuldaPermanent"),
        ("<span>javax</span><span>.Swing</span>", "javax.Swing"),
        # a line of its own
        ("<span style='display: block'>One.</span><span style='display:block'>Two.</span>", "One. Two."),
        ("<span style='color:red'>One.</span><span style='color:red'>Two.</span>", "One.Two."),
    ],
)
def test_boxes_and_labels_that_touch_are_apart(source: str, block: str) -> None:
    assert texts(f"<p>{source}</p>") == [block]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<div><span role=cell>Clock</span><span role=cell>Turns</span></div>", "Clock Turns"),
        ("<div><label for=a>Python</label><label for=b>Julia</label></div>", "Python Julia"),
        ("<p><span style='display:block'>One</span><span style='display:block'>Two</span></p>", "One Two"),
        ("<p><span lang=en>Dampf</span><span lang=de>schiff</span></p>", "Dampfschiff"),
    ],
)
def test_boxes_without_a_class_are_set_apart(source: str, text: str) -> None:
    assert texts(source) == [text]


RUN = "NormalTextRun SCXW6 BCX0"


@pytest.mark.parametrize(
    ("source", "block"),
    [
        # editors that cut words with classes
        (f"<span class='{RUN}'>the ri</span><span class='{RUN}'>ver bank</span>", "the river bank"),
        (f"<span class='{RUN}'>the ri</span><span class='TextRun SCXW6'>ver bank</span>", "the river bank"),
        ("<span class=SCXO21>Lock</span><span class='SCXO21 EOP'>keepers</span>", "Lockkeepers"),
        ("<span class='C9DxTc aw5Odc '>Le</span><span class='C9DxTc '>arn to row</span>", "Learn to row"),
        ("<span class=s1>The wei</span><span class='s1 s12'>rs of Ely</span>", "The weirs of Ely"),
        ("<span class=T1>The wei</span><span class=T12>rs of Ely</span>", "The weirs of Ely"),
        ("<span class=CharOverride-1>The wei</span><span class=CharOverride-2>rs</span>", "The weirs"),
        ("<span class=step-1>Open</span><span class=step-2>close</span>", "Open close"),
        ("<span class=Total>twelve</span><span class=state>open</span>", "twelve open"),
        ("<span class=SCX>twelve</span><span class=SCX>open</span>", "twelve open"),
        # one link that became two
        ("<a href=/locks>wa</a><a href=/locks rel=nofollow>ter gates</a>", "water gates"),
        ("<a href=/locks>water</a><a href=/weirs>gates</a>", "water gates"),
        ("<a href=/locks>Water</a><a href=/locks>Gates</a>", "Water Gates"),
        ("<a href=#>join</a><a href=#>leave</a>", "join leave"),
        ("<a href='javascript:go()'>join</a><a href='javascript:go()'>leave</a>", "join leave"),
        ("<a href=/locks class=btn>see all</a><a href=/locks class=btn>read more</a>", "see all read more"),
        ("<a href=/locks>water</a><i></i><a href=/locks>gates</a>", "water gates"),
        # first letters
        (
            "<b>One</b> <span class=dropcap>\u201cC</span><span class=rest>anals froze</span>",
            "One \u201cCanals froze",
        ),
        ("<span class=dropcap>\nC</span><span class=rest>anals froze</span>", "Canals froze"),
        (
            "<span class=x>a lock for the boats of N</span><span class=y>ew Ely, he said</span>",
            "a lock for the boats of New Ely, he said",
        ),
        ("<span class=x>Vitamin C</span><span class=y>per day</span>", "Vitamin C per day"),
        (
            "<span class=x>now and then so do I</span><span class=y>said he to her</span>",
            "now and then so do I said he to her",
        ),
        (
            "<span class=x>the water of the basin C</span><span class=y>litres</span>",
            "the water of the basin C litres",
        ),
        # types beside names
        ("<span class=name>currency</span><span class=type>enum</span>", "currency enum"),
    ],
)
def test_words_that_are_cut_in_two_stay_whole(source: str, block: str) -> None:
    assert texts(f"<p>{source}</p>") == [block]
