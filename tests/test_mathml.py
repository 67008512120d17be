"""Presentation MathML as TeX, one construct each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from lxml import etree

from boilerstrip.parse import parse
from boilerstrip.segment.mathml import to_tex

CASES = {
    "identifier": ("<mi>x</mi>", "x"),
    "identifier upright": ('<mi mathvariant="normal">d</mi><mi>x</mi>', r"\mathrm{d}x"),
    "identifier bold": ('<mi mathvariant="bold">v</mi>', r"\mathbf{v}"),
    "identifier bold Greek": ('<mi mathvariant="bold">α</mi>', r"\boldsymbol{\alpha}"),
    "identifier double-struck": ('<mi mathvariant="double-struck">R</mi>', r"\mathbb{R}"),
    "letters of Unicode's mathematical alphabets": ("<mi>𝑥</mi><mo>∈</mo><mi>ℝ</mi><mi>𝒜</mi>", r"x \in \mathbb{R}\mathcal{A}"),
    "Greek before a letter": ("<mi>α</mi><mi>x</mi>", r"\alpha x"),
    "name": ("<mi>rank</mi>", r"\mathrm{rank}"),
    "name applied": ("<mi>rank</mi><mo>&#x2061;</mo><mi>A</mi>", r"\operatorname{rank}A"),
    "function": ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", r"\sin x"),
    "number": ("<mn>3.14</mn>", "3.14"),
    "invisible times": ("<mn>2</mn><mo>&#x2062;</mo><mi>x</mi>", "2x"),
    "relations": ("<mi>a</mi><mo>≤</mo><mi>b</mi><mo>≠</mo><mi>c</mi>", r"a \leq b \neq c"),
    "sign and difference": ("<mo>−</mo><mi>a</mi><mo>−</mo><mi>b</mi>", "-a - b"),
    "characters that TeX reads otherwise": ("<mn>5</mn><mo>%</mo><mo>#</mo><mo>{</mo><mo>}</mo>", r"5\%\#\{\}"),
    "text": ("<mi>x</mi><mtext> if and only if </mtext><mi>y</mi>", r"x\text{ if and only if }y"),
    "text escaped": ("<mtext>50% of a_b</mtext>", r"\text{50\% of a\_b}"),
    "string": ("<ms>on</ms>", r'\text{"on"}'),
    "spaces": ('<mi>a</mi><mspace width="1em"/><mi>b</mi><mspace width="0.167em"/><mi>c</mi>', r"a\quad b\,c"),
    "fraction": ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", r"\frac{a}{b}"),
    "fraction on a line": ('<mfrac bevelled="true"><mi>a</mi><mi>b</mi></mfrac>', "a/b"),
    "binomial": ('<mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo>', r"\binom{n}{k}"),
    "roots": ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt><mroot><mi>x</mi><mn>3</mn></mroot>", r"\sqrt{a + b}\sqrt[3]{x}"),
    "scripts": ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_{i}^{2}"),
    "script of a script": ("<msup><msub><mi>x</mi><mn>1</mn></msub><mn>2</mn></msup>", "{x_{1}}^{2}"),
    "prime": ("<msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><mi>x</mi><mo>)</mo>", "f'(x)"),
    "degrees": ("<msup><mn>90</mn><mo>°</mo></msup>", r"90^{\circ}"),
    "sum": ("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>", r"\sum_{i = 1}^{n}i"),
    "limit": ("<munder><mo>lim</mo><mrow><mi>n</mi><mo>→</mo><mi>∞</mi></mrow></munder>", r"\lim_{n \to \infty}"),
    "operator with a limit": ("<munder><mo>arg max</mo><mi>x</mi></munder>", r"\operatorname*{arg max}_{x}"),
    "accents": (
        "<mover><mi>x</mi><mo>^</mo></mover><mover><mi>v</mi><mo>→</mo></mover><mover><mi>x</mi><mo>˙</mo></mover>",
        r"\hat{x}\vec{v}\dot{x}",
    ),
    "wide accents": ("<mover><mrow><mi>A</mi><mi>B</mi></mrow><mo>¯</mo></mover>", r"\overline{AB}"),
    "brace": ("<munder><munder><mrow><mi>a</mi><mi>b</mi></mrow><mo>⏟</mo></munder><mi>n</mi></munder>", r"\underbrace{ab}_{n}"),
    "over something": ("<mover><mo>=</mo><mtext>def</mtext></mover>", r"\overset{\text{def}}{=}"),
    "arrow with words": ("<mover><mo>→</mo><mi>f</mi></mover>", r"\xrightarrow{f}"),
    "scripts before": ("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "{}_{6}^{14}C"),
    "scripts on both sides": (
        "<mmultiscripts><mi>X</mi><mi>a</mi><none/><mprescripts/><none/><mi>b</mi></mmultiscripts>",
        "{}^{b}X_{a}",
    ),
    "fences grow": ("<mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo>", r"\left( \frac{a}{b} \right)"),
    "fences stay": ("<mo>(</mo><mi>a</mi><mo>)</mo>", "(a)"),
    "bars grow": ("<mo>|</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>|</mo>", r"\left| \frac{a}{b} \right|"),
    "mfenced": ('<mfenced open="[" close=")"><mn>0</mn><mn>1</mn></mfenced>', "[0, 1)"),
    "matrix": (
        "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr>"
        "<mtr><mtd><mn>0</mn></mtd><mtd><mn>1</mn></mtd></mtr></mtable><mo>]</mo>",
        r"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
    ),
    "cases": (
        "<mi>f</mi><mo>=</mo><mrow><mo>{</mo><mtable><mtr><mtd><mn>0</mn></mtd><mtd><mtext>if </mtext><mi>x</mi></mtd></mtr>"
        "<mtr><mtd><mn>1</mn></mtd><mtd><mtext>else</mtext></mtd></mtr></mtable><mo></mo></mrow>",
        r"f = \begin{cases} 0 & \text{if }x \\ 1 & \text{else} \end{cases}",
    ),
    "aligned": (
        '<mtable columnalign="right left"><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mi>b</mi></mtd></mtr>'
        "<mtr><mtd></mtd><mtd><mo>=</mo><mi>c</mi></mtd></mtr></mtable>",
        r"\begin{aligned} a & = b \\  & = c \end{aligned}",
    ),
    "numbered": (
        "<mtable><mlabeledtr><mtd><mtext>(7)</mtext></mtd><mtd><mi>a</mi></mtd></mlabeledtr></mtable>",
        r"a \tag{7}",
    ),
    "boxed and struck out": (
        '<menclose notation="box"><mi>x</mi></menclose><menclose notation="updiagonalstrike"><mi>y</mi></menclose>',
        r"\boxed{x}\cancel{y}",
    ),
    "phantom, padding, style, error": (
        "<mphantom><mi>a</mi></mphantom><mpadded><mi>b</mi></mpadded><mstyle><mi>c</mi></mstyle><merror><mi>d</mi></merror>",
        r"\phantom{a}bcd",
    ),
    "semantics": ('<semantics><mi>x</mi><annotation-xml encoding="MathML-Content"><ci>x</ci></annotation-xml></semantics>', "x"),
    "action": ('<maction actiontype="toggle" selection="2"><mi>a</mi><mi>b</mi></maction>', "b"),
    "too few children": ("<mfrac><mi>a</mi></mfrac><msup/>", r"\frac{a}{}{}"),
    "nothing": ("<mrow></mrow>", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_construct(name: str) -> None:
    source, expected = CASES[name]
    root = parse(f"<p><math>{source}</math></p>").roots[0]
    assert to_tex(next(root.iter("math"))) == expected


def test_what_nests_too_deep_comes_as_text() -> None:
    math = etree.fromstring("<math>" + "<mrow>" * 200 + "<mi>x</mi>" + "</mrow>" * 200 + "</math>")
    assert to_tex(math) == r"\text{x}"


@pytest.mark.parametrize(
    "unit",
    [
        "<mi>x</mi>",
        "<mo>(</mo>",
        "<mo>(</mo><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>)</mo>",
        "<mo>|</mo>",
        "<mi>α</mi>",
    ],
)
def test_the_work_grows_with_the_formula(unit: str) -> None:
    """Lines that Python runs, which no other program changes; a tenth more than in proportion would be allowed."""

    def n_lines(n: int) -> int:
        math, lines = etree.fromstring(f"<math>{unit * n}</math>"), 0

        def count(frame: FrameType, event: str, argument: object) -> Callable[..., object]:
            nonlocal lines
            lines += event == "line"
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            to_tex(math)
        finally:
            sys.settrace(before)
        return lines

    assert 0 < n_lines(2_000) < 1.1 * 8 * n_lines(250)
