"""Markdown that compiled code writes of nodes is what Python writes, whatever nodes there are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.render.formulas import guarded
from boilerstrip.render.inline import tidy
from boilerstrip.render.markdown import markdown
from boilerstrip.render.outline import (
    Callout,
    Cell,
    Code,
    Figure,
    Footnotes,
    Heading,
    List,
    Node,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    Verbatim,
)
from boilerstrip.render.url import resolver
from tests.effort import examples
from tests.pure import pure, with_compiled
from tests.test_compiled_pieces import INLINES

FAST: Any = compiled("render._markdown")
if FAST is None:
    pytest.skip("render._markdown is not built", allow_module_level=True)

BOLD, END_BOLD, BR = Mark("b"), Mark("/b"), Mark("br")
FORMULA: Inline = (Mark("math"), "x|y", Mark("/math"))
DISPLAY: Inline = (Mark("math", "display"), "z", Mark("/math"))


def written(nodes: Any) -> Any:
    """The Markdown, or the kind of error that it comes to."""
    try:
        return markdown(nodes)
    except Exception as error:  # noqa: BLE001 - whatever it is, the two must agree on it
        return type(error)


def assert_same(nodes: Any) -> Any:
    found = written(nodes)
    with pure():
        assert written(nodes) == found
    return found


def test_it_is_in_use() -> None:
    assert "boilerstrip.render.markdown" in {module.__name__ for module in with_compiled()}


STARTS = (
    *("1.", "1. a", "1) a", "1a", "12345678901. a", "1", "-", "- a", "-a", "--", "---", "- - -", "+ a", "+a"),
    *(
        "*",
        "* a",
        "* * *",
        "***",
        "*a",
        "_ _ _",
        "___",
        "_a_",
        "#",
        "# a",
        "#a",
        "####### a",
        "a #",
        "## a ##",
    ),
    *(
        "> a",
        ">",
        "~",
        "~~~",
        "~~a",
        "= =",
        "===",
        "=a",
        "|",
        "|a",
        ": a",
        ":",
        "[",
        "[ ] a",
        "[x] a",
        "[x]a",
    ),
    *(
        "[X]",
        "[^1]: a",
        "[^1] a",
        "[a]: b",
        "[a](b)",
        "[a]",
        "`",
        "``",
        "```",
        "```a",
        "```a`",
        "````a",
        "`a`",
    ),
    *("a", "a\tb", "\N{EURO SIGN} 1.", "\N{ARABIC-INDIC DIGIT ONE}. a", "**", "**a**: b", "a]: b", "!"),
)


@pytest.mark.parametrize("words", STARTS)
def test_how_lines_begin(words: str) -> None:
    """As one piece, behind a line break, in a heading, in an item, a cell, as a linked word, and in bold."""
    for inline in (
        (words,),
        ("a", BR, words, BR, words),
        (words[:1], BR, words[1:] or "b"),
        (Mark("a", "https://example.org/"), words, Mark("/a"), ": b"),
        (BOLD, words, END_BOLD),
    ):
        paragraph = Paragraph(inline)
        assert_same([paragraph, Heading(3, inline)])
        assert_same([List(False, 1, ((paragraph,), (paragraph, List(True, 7, ((paragraph,),))))), paragraph])
        assert_same([Table((), 1, ("", "left"), ((Cell(True, inline), Cell(False, ())),) * 2)])


def test_signs_of_lists_beside_each_other() -> None:
    def item(*lists: List) -> tuple[Node, ...]:
        return (Paragraph(("a",)), *lists)

    plain, numbered = List(False, 1, (item(),)), List(True, 3, (item(), item()))
    found = assert_same(
        [plain, plain, plain, numbered, numbered, plain, Rule(), plain, Paragraph(("a",)), plain]
    )
    assert found.split("\n\n") == [
        *("- a", "* a", "- a", "3. a\n4. a", "3) a\n4) a", "- a", "---", "- a", "a", "- a"),
    ]
    assert (
        assert_same([List(False, 1, (item(plain), item(numbered)))])
        == "- a\n\n  - a\n\n- a\n\n  3. a\n  4. a"
    )
    assert assert_same([List(False, 1, (item(plain), item(plain)))]) == "- a\n  - a\n- a\n  - a"


def test_figures_are_no_nodes_of_their_own() -> None:
    """Lists on both sides of one are still beside each other, and one in an item counts for what is in it."""
    plain = List(False, 1, ((Paragraph(("a",)),),))
    lists = Figure((plain,), (plain,))
    assert assert_same([plain, lists, plain]) == "- a\n\n* a\n\n- a\n\n* a"
    assert assert_same([List(False, 1, ((Figure((Paragraph(("a",)),), (plain,)),),))]) == "- a\n  - a"
    image = Paragraph((Mark("img", "/i.png", "i"),))
    assert assert_same([Figure((image,), (), 'A "mill"')]) == '![i](/i.png "A \\"mill\\"")'


def test_code_and_blank_lines_in_items() -> None:
    code = Code("\tif a:\n\n\t\treturn  \n b\tc", "python")
    found = assert_same([List(True, 9, ((Paragraph(("a",)), code), (code,)))])
    assert found == (
        "9. a\n\n   ```python\n       if a:\n\n           return  \n    b\tc\n   ```\n\n"
        "10. ```python\n        if a:\n\n            return  \n     b\tc\n    ```"
    )


HOLDERS: dict[str, Any] = {
    "paragraph": Paragraph,
    "heading": lambda inline: Heading(2, inline),
    "list": lambda inline: List(False, 1, ((Paragraph(("a",)),), (Paragraph(inline),))),
    "caption": lambda inline: Table(inline, 0, ("",), ((Cell(False, ("a",)),),)),
    "cell": lambda inline: Table((), 0, ("",), ((Cell(False, ("a",)),), (Cell(False, inline),))),
    "quote": lambda inline: Quote((Paragraph(inline),)),
    "figure": lambda inline: Figure((Paragraph(inline),), ()),
    "figcaption": lambda inline: Figure((Paragraph(("a",)),), (Paragraph(inline),)),
    "callout": lambda inline: Callout("NOTE", (), (Paragraph(inline),)),
    "title": lambda inline: Callout("NOTE", inline, (Paragraph(("a",)),)),
    "footnote": lambda inline: Footnotes((Note("1", (Paragraph(inline),)),)),
}


@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
@pytest.mark.parametrize("formula", [FORMULA, DISPLAY], ids=["in a line", "display"])
def test_dollars_beside_a_formula_anywhere(holder: Any, formula: Inline) -> None:
    node, prices = holder(formula), Paragraph(("$2 and $3",))
    assert FAST.may_hold_formula([prices, node])
    assert assert_same([prices, node]).startswith("\\$2 and \\$3")
    assert_same([node, Paragraph(("a ", *formula, " b $1")), holder((*formula, " $1 $2"))])


def test_no_formula_is_seen_where_most_nodes_are() -> None:
    node = [
        holder(("$1 $2",)) for name, holder in HOLDERS.items() if name not in ("callout", "title", "footnote")
    ]
    assert not FAST.may_hold_formula([*node, Code("$x$", ""), Rule(), Verbatim("$x$", "x")])


TIDY = INLINES.map(lambda inline: tidy(inline, resolver(None), links=True, images="keep")).filter(bool)
CONTENTS = st.one_of(
    st.sampled_from([(start,) for start in STARTS]), TIDY, st.sampled_from([FORMULA, DISPLAY])
)
LEAVES = st.one_of(
    st.builds(Paragraph, CONTENTS),
    st.builds(Heading, st.integers(1, 6), CONTENTS),
    st.builds(Code, st.sampled_from(["a", "\ta\n\n\tb", "```"]), st.sampled_from(["", "c"])),
    st.builds(
        Table,
        st.one_of(st.just(()), CONTENTS),
        st.integers(0, 1),
        st.just(("", "right")),
        st.lists(
            st.tuples(*[st.builds(Cell, st.booleans(), st.one_of(st.just(()), CONTENTS))] * 2),
            min_size=1,
            max_size=3,
        ).map(tuple),
    ),
    st.just(Rule()),
    st.just(Verbatim("**a**\n\nb", "a\n\nb")),
)


def _containers(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    lists = st.lists(some, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(List, st.booleans(), st.sampled_from([1, 1, 9]), lists),
        lists.map(
            lambda items: List(
                False, 1, items, tuple([(None, True, False)[i % 3] for i in range(len(items))])
            )
        ),
        st.builds(Quote, some),
        st.builds(Figure, some, st.one_of(st.just(()), some)),
        st.builds(Callout, st.sampled_from(["NOTE", "TIP"]), st.one_of(st.just(()), CONTENTS), some),
        some.map(lambda nodes: Footnotes((Note("1", nodes), Note("a-b", nodes)))),
    )


@settings(max_examples=examples(400), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.recursive(LEAVES, _containers, max_leaves=8), max_size=4))
@example([])
@example([Figure((), ())])
@example([List(False, 1, ())])
@example([List(False, 1, ((),))])
def test_any_nodes(nodes: list[Node]) -> None:
    assert_same(nodes)
    if guarded(nodes) != nodes:
        assert FAST.may_hold_formula(nodes)


@pytest.mark.parametrize("broken", [(1,), (None,), ("a",), (("a",),), (Paragraph(()),), (Heading(2, ()),)])
def test_what_is_no_node_raises_and_does_not_crash(broken: Any) -> None:
    with pytest.raises((KeyError, TypeError, AttributeError, IndexError)):
        markdown(broken)
