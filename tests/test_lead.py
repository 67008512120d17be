"""The only `<h1>` of a page whose title says something else."""

from __future__ import annotations

import numpy as np
import pytest

from boilerstrip.decide import Choice
from boilerstrip.features import measure
from boilerstrip.parse import parse
from boilerstrip.segment import segment
from tests.deciding import decide, unweighed


def headline(source: str, title: str | None) -> int:
    """The headline of a page of which the blocks that say "text" are kept."""
    table = segment(parse(source).roots)
    kept = np.array([text == "text" for text in table.text])
    scores = np.zeros(table.n_blocks, dtype=np.float32)
    choice = Choice(scores, kept, unweighed)
    return decide(table, measure(table, title), choice).headline


@pytest.mark.parametrize(
    ("source", "lead"),
    [
        ("<nav>menu</nav><main><section><h1>Leaks end here</h1></section><p>text</p></main>", 1),
        ("<header>logo</header><h1>Leaks end here</h1><p>text</p>", 1),
        ("<main><header role=group><h1>Leaks end here</h1></header><p>text</p></main>", 0),
        ("<header><h1>Dawson Plumbing</h1></header><p>text</p>", -1),
        ("<main><h1>Leaks end here</h1></main><p>text</p>", -1),
        ("<p>text</p><h1>Leaks end here</h1><p>text</p>", -1),
        ("<h1>Leaks end here</h1><p>text</p><h1>Boilers too</h1>", -1),
        ("<h1><a href=/>Dawson Plumbing</a></h1><p>text</p>", -1),
        ("<h1 class=sr-only>Home</h1><p>text</p>", -1),
        ("<h1 hidden>Home</h1><p>text</p>", -1),
        ("<h2>Leaks end here</h2><p>text</p>", -1),
        (f"<h1>{'Leaks end here. ' * 30}</h1><p>text</p>", -1),
    ],
)
def test_the_only_h1_before_all_that_is_kept_leads_it_whatever_the_title_says(source: str, lead: int) -> None:
    assert headline(source, "Plumber in Wendouree") == headline(source, None) == lead
