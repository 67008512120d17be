"""Characters of formulas -> TeX commands, as MathML has them. Data only, and how a letter is looked up."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from types import MappingProxyType
from typing import Final

__all__ = [
    "ACCENTS",
    "BINARY",
    "CLOSING",
    "FENCES",
    "FUNCTIONS",
    "LARGE",
    "OPENING",
    "RELATIONS",
    "UNDER_ACCENTS",
    "VARIANTS",
    "symbol",
]


def _table(pairs: str) -> dict[str, str]:
    """Character and command in turn."""
    words = pairs.split()
    return {char: "\\" + command for char, command in zip(words[::2], words[1::2], strict=True)}


RELATIONS: Final = MappingProxyType(
    {char: char for char in "=<>:"}
    | _table(
        """≤ leq ≥ geq ≠ neq ≡ equiv ≈ approx ∼ sim ≃ simeq ≅ cong ∝ propto ∈ in ∉ notin ∋ ni ⊂ subset ⊃
        supset ⊆ subseteq ⊇ supseteq ⊄ not\\subset ⊊ subsetneq ≪ ll ≫ gg ≺ prec ≻ succ ⪯ preceq ⪰ succeq ≼
        preccurlyeq ≽ succcurlyeq ∣ mid ∤ nmid ∥ parallel ∦ nparallel ⟂ perp ⊢ vdash ⊣ dashv ⊨ models ⊧
        models ⊩ Vdash ≍ asymp ≐ doteq ≜ triangleq ≲ lesssim ≳ gtrsim ⩽ leqslant ⩾ geqslant ≦ leqq ≧ geqq
        ≮ nless ≯ ngtr ≰ nleq ≱ ngeq ≁ nsim ≇ ncong ≢ not\\equiv ⋈ bowtie → to ← leftarrow ↔
        leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ⟹ implies ⟸ impliedby ⟺ iff ↦ mapsto ⟼
        longmapsto ⟶ longrightarrow ⟵ longleftarrow ⟷ longleftrightarrow ↑ uparrow ↓ downarrow ↕
        updownarrow ⇑ Uparrow ⇓ Downarrow ↪ hookrightarrow ↩ hookleftarrow ↗ nearrow ↘ searrow ↙ swarrow ↖
        nwarrow ⇀ rightharpoonup ↼ leftharpoonup ⇌ rightleftharpoons ⇋ leftrightharpoons ⇝ rightsquigarrow
        ↠ twoheadrightarrow ↛ nrightarrow ⇏ nRightarrow ⊲ triangleleft ⊳ triangleright ⊑ sqsubseteq ⊒
        sqsupseteq ⌣ smile ⌢ frown"""
    )
)
BINARY: Final = MappingProxyType(
    {"+": "+", "-": "-", "−": "-", "*": "*", "∗": "*"}
    | _table(
        """± pm ∓ mp × times ÷ div · cdot ⋅ cdot ∘ circ ∙ bullet • bullet ⋆ star ∪ cup ∩ cap ∖ setminus ∧
        wedge ∨ vee ⊕ oplus ⊖ ominus ⊗ otimes ⊘ oslash ⊙ odot ⊎ uplus ⊔ sqcup ⊓ sqcap ⋄ diamond † dagger ‡
        ddagger ≀ wr ⨿ amalg ⊞ boxplus ⊟ boxminus ⊠ boxtimes ⊡ boxdot ⋉ ltimes ⋊ rtimes ∔ dotplus"""
    )
)
LARGE: Final = MappingProxyType(
    _table(
        """∑ sum ∏ prod ∐ coprod ∫ int ∬ iint ∭ iiint ∮ oint ⋃ bigcup ⋂ bigcap ⋁ bigvee ⋀ bigwedge ⨁ bigoplus
        ⨂ bigotimes ⨀ bigodot ⨄ biguplus ⨆ bigsqcup"""
    )
)
OPENING: Final = MappingProxyType(
    {"(": "(", "[": "[", "{": "\\{"} | _table("⟨ langle 〈 langle ⌊ lfloor ⌈ lceil ⌜ ulcorner")
)
CLOSING: Final = MappingProxyType(
    {")": ")", "]": "]", "}": "\\}"} | _table("⟩ rangle 〉 rangle ⌋ rfloor ⌉ rceil ⌝ urcorner")
)
FENCES: Final = MappingProxyType({**OPENING, **CLOSING, "|": "|", "‖": "\\|", "∥": "\\|", "∣": "|"})
_OTHERS: Final = {
    "#": "\\#",
    "%": "\\%",
    "&": "\\&",
    "_": "\\_",
    "$": "\\$",
    "\\": "\\backslash",
    "^": "\\wedge",
    "~": "\\sim",
    "°": "{}^\\circ",
    "‖": "\\|",
    "≔": ":=",
    "′": "'",
    "″": "''",
    "‴": "'''",
    "’": "'",
    "\N{NO-BREAK SPACE}": "\\ ",
    "\N{EN SPACE}": "\\enspace",
    "\N{EM SPACE}": "\\quad",
    "\N{THIN SPACE}": "\\,",
    "\N{HAIR SPACE}": "\\,",
    "\N{FOUR-PER-EM SPACE}": "\\:",
    "\N{MEDIUM MATHEMATICAL SPACE}": "\\:",
    "\N{THREE-PER-EM SPACE}": "\\;",
    **dict.fromkeys(
        "\N{ZERO WIDTH SPACE}\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}\N{INVISIBLE SEPARATOR}"
        "\N{INVISIBLE PLUS}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}",
        "",
    ),
    **_table(
        """α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ϑ vartheta ι iota κ
        kappa ϰ varkappa λ lambda μ mu µ mu ν nu ξ xi π pi ϖ varpi ρ rho ϱ varrho σ sigma ς varsigma τ tau
        υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ
        Upsilon Φ Phi Ψ Psi Ω Omega Ω Omega ∆ Delta ∞ infty ∂ partial ∇ nabla ∀ forall ∃ exists ∄ nexists
        ∅ emptyset ⌀ varnothing ¬ neg ⊤ top ⊥ bot ∠ angle ∡ measuredangle ∴ therefore ∵ because ℵ aleph ℶ
        beth ℏ hbar ℓ ell ℘ wp ı imath ȷ jmath … ldots ⋯ cdots ⋮ vdots ⋱ ddots √ surd ∎ blacksquare □
        square ■ blacksquare ◻ square △ triangle ▽ triangledown ◊ lozenge ★ bigstar ♠ spadesuit ♣ clubsuit
        ♥ heartsuit ♦ diamondsuit ♭ flat ♮ natural ♯ sharp ✓ checkmark § S ¶ P £ pounds ð eth"""
    ),
}

_SYMBOLS: Final = {**_OTHERS, **LARGE, **BINARY, **OPENING, **CLOSING, **RELATIONS}

FUNCTIONS: Final = frozenset(
    """arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf
    limsup ln log max min Pr sec sin sinh sup tan tanh""".split()
)
"""Names that are commands."""

ACCENTS: Final = MappingProxyType(
    {
        **dict.fromkeys("^ˆ\N{COMBINING CIRCUMFLEX ACCENT}", "hat"),
        **dict.fromkeys("~˜∼\N{COMBINING TILDE}", "tilde"),
        **dict.fromkeys("¯‾―─_\N{COMBINING OVERLINE}\N{COMBINING MACRON}", "bar"),
        **dict.fromkeys("→\N{COMBINING RIGHT ARROW ABOVE}⃑", "vec"),
        "←": "overleftarrow",
        "↔": "overleftrightarrow",
        **dict.fromkeys("˙\N{COMBINING DOT ABOVE}.", "dot"),
        **dict.fromkeys("¨\N{COMBINING DIAERESIS}", "ddot"),
        "⃛": "dddot",
        **dict.fromkeys("ˇ\N{COMBINING CARON}", "check"),
        **dict.fromkeys("˘\N{COMBINING BREVE}", "breve"),
        **dict.fromkeys("´\N{COMBINING ACUTE ACCENT}", "acute"),
        **dict.fromkeys("`\N{COMBINING GRAVE ACCENT}", "grave"),
        "˚": "mathring",
        "⏞": "overbrace",
        "⏜": "overparen",
    }
)
"""What stands over something, by the command."""
UNDER_ACCENTS: Final = MappingProxyType(
    {
        **dict.fromkeys("_¯‾―─\N{COMBINING LOW LINE}\N{COMBINING MACRON BELOW}", "underline"),
        "⏟": "underbrace",
        "⏝": "underparen",
        "→": "underrightarrow",
        "←": "underleftarrow",
    }
)
VARIANTS: Final = MappingProxyType(
    {
        "normal": "mathrm",
        "bold": "mathbf",
        "italic": "mathit",
        "bold-italic": "boldsymbol",
        "double-struck": "mathbb",
        "script": "mathcal",
        "bold-script": "mathcal",
        "fraktur": "mathfrak",
        "bold-fraktur": "mathfrak",
        "sans-serif": "mathsf",
        "bold-sans-serif": "mathsf",
        "sans-serif-italic": "mathsf",
        "sans-serif-bold-italic": "mathsf",
        "monospace": "mathtt",
    }
)
"""Values of `mathvariant`, by the command."""
_STYLES: Final = (
    ("DOUBLE-STRUCK", "mathbb"),
    ("SCRIPT", "mathcal"),
    ("FRAKTUR", "mathfrak"),
    ("BLACK-LETTER", "mathfrak"),
    ("SANS-SERIF", "mathsf"),
    ("MONOSPACE", "mathtt"),
    ("BOLD ITALIC", "boldsymbol"),
    ("BOLD", "mathbf"),
)
"""Words in the Unicode names of styled letters, by the command."""


@lru_cache(maxsize=4_096)
def symbol(char: str) -> str:
    """One character as TeX writes it, itself where TeX reads it as it is; commands end without a blank.

    >>> symbol("α"), symbol("ℝ"), symbol("𝐱"), symbol("𝑥"), symbol("7")
    ('\\\\alpha', '\\\\mathbb{R}', '\\\\mathbf{x}', 'x', '7')
    """
    if (known := _SYMBOLS.get(char)) is not None:
        return known
    plain = unicodedata.normalize("NFKC", char)
    if plain == char or len(plain) != 1 or not plain.isalnum():
        return char
    name = unicodedata.name(char, "")
    written = _SYMBOLS.get(plain, plain)
    style = next((command for word, command in _STYLES if word in name), None)
    return f"\\{style}{{{written}}}" if style else written
