"""Parts of a formula in a row: the blanks between them, and fences that grow with what is in them."""

from __future__ import annotations

from string import ascii_letters
from types import MappingProxyType
from typing import Final

from boilerstrip.segment.leaves import Part, ends_in_command

__all__ = ["BEGIN", "EMPTY", "END", "STACK", "grown", "row"]

_MATRICES: Final = MappingProxyType(
    {("(", ")"): "pmatrix", ("[", "]"): "bmatrix", ("|", "|"): "vmatrix", ("\\|", "\\|"): "Vmatrix"}
    | {("\\{", "\\}"): "Bmatrix", ("\\{", ""): "cases"}
)
BEGIN: Final = "\\begin{matrix} "
END: Final = " \\end{matrix}"
STACK: Final = "\\genfrac{}{}{0pt}{}"
_MOST_GROWN: Final = 20
"""Fences inside each other that grow; what is in one is copied."""
EMPTY: Final = Part("")
_RELATED: Final = frozenset({"rel", "bin", "open", "punct", "op", "space"})
"""Kinds after which a plus or minus is a sign."""


def row(parts: list[Part]) -> Part:
    """Parts one after the other."""
    parts = _fenced([part for part in parts if part.tex])
    if len(parts) < 2:
        return parts[0] if parts else EMPTY
    pieces: list[str] = []
    before = Part("", "open")
    for at, part in enumerate(parts):
        tex = part.tex
        is_last = at == len(parts) - 1
        if part.kind == "rel" or (part.kind == "bin" and before.kind not in _RELATED and not is_last):
            tex = f"{' ' * (at > 0)}{tex}{' ' * (not is_last)}"
        elif part.kind == "punct" and not is_last:
            tex += " "
        elif tex[0] in ascii_letters and pieces and ends_in_command(pieces[-1]):
            tex = f" {tex}"
        pieces.append(tex)
        before = part
    is_tall = any(part.tall for part in parts)
    is_one = parts[0].kind == "open" and parts[-1].kind == "close"
    return Part("".join(pieces), "fenced" if is_one else "row", is_tall)


def _fenced(parts: list[Part]) -> list[Part]:
    """The parts, those between fences that have to grow with them put together."""
    out: list[Part] = []
    opened: list[tuple[int, int]] = []  # places of opening fences in `out`, and the tall parts before each
    n_tall = 0
    for at, part in enumerate(parts):
        is_bar = part.kind == "bar"
        if part.kind == "open" or (is_bar and at == 0 and len(parts) > 2):
            opened.append((len(out), n_tall))
        elif (part.kind == "close" or (is_bar and at == len(parts) - 1)) and opened:
            start, n_before = opened.pop()
            if n_tall > n_before and len(opened) < _MOST_GROWN:
                out[start:] = [grown(out[start].tex, out[start + 1 :], part.tex)]
                n_tall = n_before + 1
                continue
        n_tall += part.tall
        out.append(part)
    if len(out) == 2 and out[0].kind == "open" and out[1].kind == "table":
        return [grown(out[0].tex, out[1:], "")]
    return out


def grown(left: str, inside: list[Part], right: str) -> Part:
    """What stands between two fences as high as itself; matrices and cases by their names."""
    if len(inside) == 1 and inside[0].kind == "table" and (name := _MATRICES.get((left, right))):
        body = inside[0].tex[len(BEGIN) : -len(END)]
        return Part(f"\\begin{{{name}}} {body} \\end{{{name}}}", "fenced", True)
    if len(inside) == 1 and inside[0].kind == "stack" and (left, right) == ("(", ")"):
        return Part(f"\\binom{inside[0].tex[len(STACK) :]}", "fenced", True)
    return Part(f"\\left{left or '.'} {row(inside).tex} \\right{right or '.'}", "fenced", True)
