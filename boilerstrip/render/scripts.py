"""Superscripts and subscripts for forms that have no markup for them: Unicode has signs for some."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.patterns import late_pattern

__all__ = ["SCRIPTS", "with_signs"]

_DIGITS: Final = "0123456789+-\N{MINUS SIGN}=()"
_RAISED: Final = str.maketrans(_DIGITS + "ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED: Final = str.maketrans(_DIGITS + "aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
_SIGN: Final = late_pattern(r"[0-9+\-\u2212=()]{1,40}")
_LISTED: Final = late_pattern(r"[0-9]{1,4}(?:\s?[,;\N{EN DASH}-]\s?[0-9]{1,4}){1,20}")
"""Numbers of notes beside each other."""
_LETTERS: Final = late_pattern(r"[^\W\d_]{1,60}\.?")
_FORMULA: Final = late_pattern(r"[\w\s+\-\u2212*/=().,\u00b7\u00d7]{1,40}")
SCRIPTS: Final[Mapping[str, str]] = MappingProxyType({"sup": "^", "sub": "_"})
"""Kinds of marks, and the sign of TeX for them."""
_SEEN_THROUGH: Final = frozenset({"a", "/a", "img"})
"""Marks that a style may leave out, and that therefore change nothing about the words."""
_NEAR: Final = 16
"""Marks between a superscript and the text that it is above, at most."""
_ORDINALS: Final = frozenset("aoer")
"""Letters that follow an abbreviation or a number as a superscript: nº, 1er, 2e."""


def with_signs(inline: Inline) -> Inline:
    """Tidy content in which a superscript or subscript is told apart by its characters.

    Where Unicode has a sign for each character, it is written in those: "x²", "H₂O". Else, where
    it may be an exponent or an index, as TeX has it: "x^(2n+1)", "x_max". Else it is as it was:
    "1st", "AcmeTM".
    """
    kept: list[str | Mark] = []
    opened: list[tuple[str, int]] = []
    for piece in inline:
        if isinstance(piece, str):
            kept.append(piece)
        elif piece.kind in SCRIPTS:
            opened.append((piece.kind, len(kept)))
        elif piece.kind[1:] in SCRIPTS and piece.kind[0] == "/":
            kind, at = opened.pop()
            if all(isinstance(part, str) or part.kind in _SEEN_THROUGH for part in kept[at:]):
                _write(kind, kept, at)
        else:
            kept.append(piece)
    return tuple(kept)


def _write(kind: str, kept: list[str | Mark], start: int) -> None:
    """Write the text from `start` on as it is told apart; it may stand in links."""
    places = [at for at in range(start, len(kept)) if isinstance(kept[at], str)]
    text = "".join([str(kept[at]) for at in places])
    written = _written(kind, text, _before(kept, start))
    if written == text:
        return
    if len(written) == len(text):  # character by character
        for at in places:
            n_chars = len(kept[at])
            kept[at], written = written[:n_chars], written[n_chars:]
        return
    sign, _, end = written.partition(text)
    kept[places[0]] = f"{sign}{kept[places[0]]}"
    kept[places[-1]] = f"{kept[places[-1]]}{end}"


def _before(kept: list[str | Mark], at: int) -> str:
    """The end of the text in front."""
    piece = next((piece for piece in reversed(kept[max(0, at - _NEAR) : at]) if isinstance(piece, str)), "")
    return piece[-2:]


def _written(kind: str, text: str, before: str) -> str:
    signs = _RAISED if kind == "sup" else _LOWERED
    base = before[-1:]
    is_single = base.isalnum() and not before[:-1].isalpha()
    if _SIGN.fullmatch(text) or (kind == "sup" and _LISTED.fullmatch(text)):
        return text.translate(signs)
    if not base.isalnum() and base not in (")", "]"):
        return text
    if _LETTERS.fullmatch(text):
        is_index = is_single and len(text) == 1 and not (kind == "sup" and text in _ORDINALS)
        if is_index and ord(text) in signs:
            return text.translate(signs)
        return f"{SCRIPTS[kind]}{text}" if is_index or (kind == "sub" and is_single) else text
    if is_single and _FORMULA.fullmatch(text):
        return f"{SCRIPTS[kind]}({text})"
    return text
