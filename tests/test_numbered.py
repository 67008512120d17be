"""Numbers of clauses that stand in terms or cells of their own come back before what they count."""

from __future__ import annotations

import pytest

from tests.test_render import page_of, written

TERMS = (
    "<div>Who votes<dl><dt>1.</dt><dd><div>is sixteen,</div></dd><dt>2.</dt><dd><div>works at a lock"
    "<dl><dt>a)</dt><dd><div>of the first order</div></dd><dt>b)</dt><dd><div>of the second</div></dd></dl>"
    "and</div></dd><dt>3.</dt><dd><div>is not barred.</div></dd></dl></div>"
)
POINT = "<table><col><col><tbody><tr><td><p>{}</p></td><td><p>{}</p></td></tr></tbody></table>"


def test_numbered_terms_are_a_list_and_letters_stay_in_their_lines() -> None:
    assert written(TERMS) == (
        "Who votes\n\n1. is sixteen,\n\n2. works at a lock\n\n   a) of the first order\n\n"
        "   b) of the second\n\n   and\n\n3. is not barred."
    )
    assert page_of(TERMS).text.endswith("a) of the first order\nb) of the second\nand\nis not barred.")
    assert "<ol><li>" in page_of(TERMS).html.replace("\n", "")


def test_a_point_in_a_table_of_its_own_is_a_line() -> None:
    points = POINT.format("(1)", "Poles guide the boats.") + POINT.format("(2a)", "They are of wood.")
    assert written(points) == "(1) Poles guide the boats.\n\n(2a) They are of wood."
    inner = POINT.format("i)", "rings;") + POINT.format("ii)", "digits.")
    assert written(POINT.format("b)", f"signs:{inner}")) == "b) signs:\n\ni) rings;\n\nii) digits."


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((("•", "oak"), ("•", "larch")), "- oak\n- larch"),
        ((("4.", "oak"), ("5.", "larch")), "4. oak\n5. larch"),
        ((("4.", "oak"), ("6.", "larch")), "4\\. oak\n\n6\\. larch"),
        ((("1°", "oak"), ("2°", "larch")), "1° oak\n\n2° larch"),
    ],
)
def test_kinds_of_numbers(cells: tuple[tuple[str, str], ...], expected: str) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>{words}</td></tr>" for number, words in cells)
    assert written(f"<table>{rows}</table>") == expected


@pytest.mark.parametrize(
    "source",
    [
        "<table><tr><td>1.</td><td>oak</td><td>7</td></tr><tr><td>2.</td><td>larch</td><td>4</td></tr></table>",
        "<table><tr><th>No.</th><th>Tree</th></tr><tr><td>1.</td><td>oak</td></tr></table>",
        "<table><tr><td>1.</td><td>oak</td></tr><tr><td>Sum</td><td>1</td></tr></table>",
        "<table><tr><td>1930</td><td>oak</td></tr><tr><td>1931</td><td>larch</td></tr></table>",
    ],
)
def test_tables_of_data_stay(source: str) -> None:
    assert written(source).count("|") > 8


def test_terms_that_are_words_stay() -> None:
    assert written("<dl><dt>1.</dt><dd>oak</dd><dt>Larch</dt><dd>of the north</dd></dl>") == (
        "**1.**\n\noak\n\n**Larch**\n\nof the north"
    )
    assert written("<dl><dt>1.</dt><dt>2.</dt><dd>oak</dd><dd>larch</dd></dl>").startswith("**1.**")
