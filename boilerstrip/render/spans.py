"""A block's content -> Markdown: links, images, code spans, and emphasis where it can be read back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from boilerstrip.block import Inline, Mark
from boilerstrip.compiled import compiled
from boilerstrip.patterns import late_pattern
from boilerstrip.render.emphasis import DELIMITER_SET, Span, take_out_powerless
from boilerstrip.render.escape import autolink, code_span, destination, escape_text
from boilerstrip.render.formulas import DOLLARS, written_tex
from boilerstrip.render.marks import DELIMITERS
from boilerstrip.render.needless import without_needless
from boilerstrip.render.scripts import SCRIPTS, with_signs

__all__ = ["looked_over", "markdown_inline"]

COMPILED: Final = compiled("render._spans")
_DELIMITERS: Final = DELIMITERS | {f"/{kind}": sign for kind, sign in DELIMITERS.items()}
_SEAMS: Final = frozenset("!^][$<")
"""Characters that may become markup, or be markup no more, by what follows in the next part."""
_OPEN_ENTITY_RE: Final = late_pattern(r"&#?[A-Za-z0-9]{0,31}\Z")
_DIGITS: Final = frozenset("0123456789")


_Written = tuple[list[str], Sequence[int], Sequence[Span]]
"""Parts of Markdown, the indices of those that are text with backslashes, the emphasis among them."""


def markdown_inline(inline: Inline, hard_break: str) -> str:
    """Tidy content as Markdown; reads back as the same words.

    Emphasis whose delimiters would not be taken for such (CommonMark 6.2: next to a word on one
    side and punctuation on the other) is left out, its words stay.

    Args:
        inline: Content as `tidy` gives it.
        hard_break: What stands for a line break.
    """
    if COMPILED is not None:
        written = COMPILED.written(inline, hard_break)
    elif len(inline) == 1 and isinstance(text := inline[0], str):
        written = escape_text(text)
        if len(written) > len(text):
            written = [written], (0,), ()
    else:
        written = _written(inline, hard_break)
    return written if isinstance(written, str) else looked_over(written, inline, hard_break)


def looked_over(written: _Written | None, inline: Inline, hard_break: str) -> str:
    """What `_written` gave of content, once what cannot be read back is mended."""
    if written is None:
        return markdown_inline(with_signs(inline), hard_break)
    parts, texts, spans = written
    if spans:
        spans = [*map(Span._make, spans)]
        take_out_powerless(parts, spans)
    if texts:
        taken = {parts[at][:1] for span in spans for at in (span.start, span.end)}
        without_needless(parts, texts, taken)
    if COMPILED is None or COMPILED.have_seams(parts):
        _mend_seams(parts)
    return "".join(parts)


def _written(inline: Inline, hard_break: str) -> _Written | None:
    """Each piece as Markdown, nothing looked at twice yet; None where superscripts need signs first."""
    writer = _Writer(hard_break)
    for piece in inline:
        if isinstance(piece, str):
            writer.text.append(piece)
        elif piece.kind in SCRIPTS:
            return None
        else:
            writer.mark(piece)
    writer.flush()
    return writer.parts, writer.texts, writer.spans


class _Writer:
    """Writes pieces one by one; text gathers until markup follows, so that it is escaped as a whole."""

    __slots__ = (
        "address",
        "guards",
        "hard_break",
        "in_code",
        "in_math",
        "last_code",
        "link",
        "open",
        "parts",
        "spans",
        "text",
        "texts",
    )

    def __init__(self, hard_break: str) -> None:
        self.hard_break = hard_break
        self.parts: list[str] = []
        self.texts: list[int] = []  # the parts that are text with backslashes
        self.spans: list[Span] = []
        self.text: list[str] = []
        self.open: list[int] = []  # delimiters that wait for their partner
        self.link = ""  # target of the open link
        self.address = ""  # the same, as it is
        self.in_code = self.in_math = False
        self.guards = False  # whether a dollar gets a backslash
        self.last_code = -1  # the part that is the last code span

    def flush(self) -> None:
        if text := self.text:
            self._escaped(text[0] if len(text) == 1 else "".join(text), in_link=bool(self.link))
            self.text = []

    def _escaped(self, text: str, *, in_link: bool) -> None:
        escaped = escape_text(text, in_link=in_link)
        if self.guards:
            escaped = self._guarded(escaped)
        if len(escaped) > len(text):
            self.texts.append(len(self.parts))
        self.parts.append(escaped)

    def _guarded(self, escaped: str) -> str:
        return escaped.replace("$", "\\$") if self.guards else escaped

    def mark(self, mark: Mark) -> None:
        kind = mark[0]
        if self.in_code:
            self._mark_in_code(kind)
        elif self.in_math:
            self._formula()
        elif kind in _DELIMITERS:
            self._delimiter(kind)
        elif kind == "a":
            self.flush()
            self.parts.append("[")
            self.link = destination(mark.value)
            self.address = mark.value
        elif kind == "/a":
            if self.parts[-1] == "[" and (shown := autolink("".join(self.text), self.address)):
                self.parts[-1] = shown
                self.text = []
            else:
                self.flush()
                self.parts.append(f"]({self.link})")
            self.link = ""
        elif kind == "img":
            self.flush()
            alt = self._guarded(escape_text(mark.alt, in_link=True))
            self.parts.append(f"![{alt}]({destination(mark.value)})")
        elif kind == "br":
            self.flush()
            self.parts.append(self.hard_break)
        elif kind in ("code", "math"):
            self.flush()
            self.in_code, self.in_math = kind == "code", kind == "math"
        elif mark is DOLLARS:
            self.guards = True
        elif kind == "footnote":
            self.flush()
            self.parts.append(f"[^{mark.value}]")

    def _formula(self) -> None:
        if tex := written_tex("".join(self.text)):
            self.parts.append(f"${tex}$")
        self.text, self.in_math = [], False

    def _mark_in_code(self, kind: str) -> None:
        if kind == "/code":
            self._code()
            self.in_code = False
        elif kind == "br" and self.hard_break.isspace():
            self.text.append(" ")
        elif kind == "br":  # each line is a span
            if any(self.text):
                self._code()
            self.parts.append(self.hard_break)

    def _code(self) -> None:
        text, self.text = "".join(self.text), []
        # Two code spans side by side would be read as one; the delimiters between may go yet.
        at = len(self.parts) - 1
        while at >= 0 and self.parts[at] in DELIMITER_SET:
            at -= 1
        if at >= 0 and at == self.last_code:
            self._escaped(text, in_link=True)
        else:
            self.last_code = len(self.parts)
            self.parts.append(code_span(text))

    def _delimiter(self, kind: str) -> None:
        delimiter, parts = _DELIMITERS[kind], self.parts
        if self.text:
            self.flush()
        if kind[0] == "/":
            start, outer = self.open.pop(), -1
            for at in self.open:
                if parts[at][0] == delimiter[0]:
                    outer = at
            self.spans.append(Span(start, len(parts), outer))
        else:
            self.open.append(len(parts))
        parts.append(delimiter)


def _mend_seams(parts: list[str]) -> None:
    """Escape what becomes markup only where two parts meet: `!` or `^` and a link, `]` and `(`, the
    halves of an entity, a footnote's mark at the start of a line and a colon."""
    left, starts_line = -1, True
    for at, part in enumerate(parts):
        if not part:
            continue
        last = parts[left][-1] if left >= 0 else ""
        if last in _SEAMS or (last and "&" in parts[left]):
            seam = last + part[0]
            if seam == "![":
                parts[left] = parts[left][:-1] + "\\!"
            elif seam == "^[":
                parts[left] = parts[left][:-1] + "\\^"
            elif seam in ("](", "[^") or (seam == "]:" and starts_line and parts[left][:2] == "[^"):
                parts[at] = "\\" + part
            elif seam == "$$":  # two formulas
                parts[at] = " " + part
            elif seam[0] == "$" and seam[1] in _DIGITS:  # Pandoc takes no dollar before a digit for an end
                parts[at] = f"&#{ord(seam[1])};{part[1:]}"
            elif seam[0] == "<" and (seam[1].isalnum() or seam[1] in "/!?"):
                parts[left] = parts[left][:-1] + "\\<"
            elif "&" in parts[left] and (seam[1].isalnum() or seam[1] in "#;"):
                parts[left] = _OPEN_ENTITY_RE.sub(r"\\\g<0>", parts[left])
        starts_line = not last or last == "\n"
        left = at
