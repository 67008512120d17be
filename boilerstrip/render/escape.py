"""Text -> Markdown that reads back as that text, with a backslash only where markup would begin.

The places are those of CommonMark 0.31 and of GFM (tables, strikethrough, task lists, footnotes).
"""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = [
    "LINE_STARTERS",
    "NUMBER",
    "SIGNS",
    "autolink",
    "code_span",
    "destination",
    "escape_at_signs",
    "escape_line",
    "escape_text",
    "fence",
    "is_definition",
    "titled",
]

# Each alternative is one character that could be markup where it stands. The edges of a text count
# as places where anything may be beyond: markup stands there.
_MARKUP: Final = r"""
    \\ (?= [!-/:-@\[-`{-~] | \Z )              # a backslash escapes punctuation
  | `
  | (?<![ ])\* | \*(?![ ])                     # between blanks it delimits nothing
  | (?<![^\W_])_ | _(?![^\W_])                 # nor inside a word
  | (?<=\w)~ | (?<=[^\w\s])~(?!\w) | ~(?=~|\Z) | \A~  # nothing is struck out that has no closer
  | \^ (?= \[ ) | \[ (?= \^ [^\s\[\]]{1,99} \] )    # footnote
  | < (?= [/!?] | [A-Za-z][A-Za-z0-9-]* (?: [\s/>] | \Z ) | [A-Za-z][A-Za-z0-9+.-]*: | [^\s<>]+@ )
  | & (?= \#[0-9]{1,7}; | \#[xX][0-9A-Fa-f]{1,6}; | [A-Za-z][A-Za-z0-9]{1,31}; )
"""
SIGNS: Final = "\\`*_~^[]<&"
"""The characters that the two patterns below match, to look only there: they are slow everywhere else."""
_SIGNS_RE: Final = re.compile(f"[{re.escape(SIGNS)}]")
_MARKUP_RE: Final = late_pattern(rf"{_MARKUP} | \] (?= \( )", re.VERBOSE)
_MARKUP_IN_LINK_RE: Final = late_pattern(rf"{_MARKUP} | [\[\]]", re.VERBOSE)
_ITEM_NUMBER_RE: Final = late_pattern(r"[0-9]{1,9}(?=[.)](?:[ ]|\Z))")
_LINE_START_RE: Final = late_pattern(
    r"""
    [-+*] (?= [ ] | \Z )                            # list item
  | \#{1,6} (?= [ ] | \Z )                          # heading
  | >                                              # quotation
  | ~{3}                                           # code fence
  | - (?= [ -]* \Z )                              # rule, together with an item's "-" before it
  | \[ (?= \^ [^\[\]\\]+ \]: )                     # footnote
  | \[ (?= [ xX]\] (?: [ ] | \Z ) )                # task
    """,
    re.VERBOSE,
)
_RULE_RE: Final = late_pattern(r"([*_])(?:[ ]*\1){2,}[ ]*\Z")
_DEFINITION_RE: Final = late_pattern(r"\[(?=[^\[\]\\]*(?:\\.[^\[\]\\]*)*\]:)", re.DOTALL)
_UNDERLINE_RE: Final = late_pattern(r"[-=|:] [-=|:+ ]* \Z", re.VERBOSE)
"""Lines that make the line before them a heading or the first row of a table."""
_FENCE_RE: Final = late_pattern("(`{3,})[^`]*")
"""A line that opens a fence of backticks; with more of them behind it would be none."""
LINE_STARTERS: Final = frozenset("0123456789-+*_#>~=|:[`")
_BACKTICKS_RE: Final = late_pattern("`+")
_AUTOLINK_RE: Final = late_pattern(
    r"https?://(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}(?:[/?#][A-Za-z0-9._~!$'()*,:@&=+?#/-]*)?"
    r"|[a-z0-9._+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}"
)
NUMBER: Final = "\x00"
"""Around the number that a link has in place of an address on its way into a list; no output holds a NUL."""
_ENTITY_RE: Final = late_pattern("&(?=[#A-Za-z][A-Za-z0-9]{1,31};)")


def escape_text(text: str, *, in_link: bool = False) -> str:
    """Inline text with a backslash before each character that would be markup where it stands.

    Args:
        text: One line without markup, white space folded.
        in_link: The text stands between the brackets of a link or an image.

    >>> escape_text("2 * 3 * 4, snake_case, *args, a < b, <b>, AT&T, &amp;")
    '2 * 3 * 4, snake_case, \\\\*args, a < b, \\\\<b>, AT&T, \\\\&amp;'
    """
    if (
        "*" in text
        or "_" in text
        or "`" in text
        or "\\" in text
        or "<" in text
        or "&" in text
        or "]" in text
        or "~" in text
        or "^" in text
        or (in_link and "[" in text)
    ):
        return escape_at_signs(text, in_link=in_link)
    return text


def escape_at_signs(text: str, *, in_link: bool) -> str:
    """The same of text that holds one of the characters that can be markup."""
    is_markup = (_MARKUP_IN_LINK_RE if in_link else _MARKUP_RE).match
    signs = map(re.Match.start, _SIGNS_RE.finditer(text))
    places = [at for at in signs if is_markup(text, at)]
    starts, ends = (0, *places), (*places, len(text))
    return "\\".join([text[start:end] for start, end in zip(starts, ends, strict=True)]) if places else text


def escape_line(line: str, *, goes_on: bool = False) -> str:
    """A written line of a paragraph that cannot be taken for the start of another kind of block.

    Args:
        line: The line, its text escaped.
        goes_on: It is not the paragraph's first.

    >>> escape_line("1. June 1990"), escape_line("# 1"), escape_line("#1")
    ('1\\\\. June 1990', '\\\\# 1', '#1')
    """
    if not line or line[0] not in LINE_STARTERS:
        return line
    if line[0] == "`":
        fenced = _FENCE_RE.fullmatch(line)
        return "\\`" * len(fenced[1]) + line[len(fenced[1]) :] if fenced else line
    if line[0].isdigit():
        number = _ITEM_NUMBER_RE.match(line)
        return f"{number[0]}\\{line[number.end() :]}" if number else line
    is_markup = _LINE_START_RE.match(line) or (goes_on and _UNDERLINE_RE.match(line)) or _RULE_RE.match(line)
    return f"\\{line}" if is_markup else line


def is_definition(paragraph: str) -> bool:
    """Whether a written paragraph begins as the definition of a link or footnote does.

    >>> is_definition("[1]: https://example.org"), is_definition("[1](https://example.org): x")
    (True, False)
    """
    return paragraph[:1] == "[" and "]:" in paragraph and _DEFINITION_RE.match(paragraph) is not None


def code_span(text: str) -> str:
    """Inline code, between more backticks than stand together in it.

    >>> code_span("a`b")
    '``a`b``'
    """
    ticks = _longer_than_any("`", text, 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fence(text: str) -> str:
    """The fence of a code block: at least three backticks, more than stand together in it."""
    return _longer_than_any("`", text, 3)


def autolink(text: str, address: str) -> str:
    """A link whose words are its address, in the short form; "" where it is no such.

    Left out as well are addresses in which readers see escapes, entities or names in punycode.

    >>> autolink("https://example.org/a_b", "https://example.org/a_b"), autolink("here", "https://example.org/")
    ('<https://example.org/a_b>', '')
    """
    if address not in (text, f"mailto:{text}") or "xn--" in text:
        return ""
    return f"<{text}>" if _AUTOLINK_RE.fullmatch(text) else ""


def destination(url: str) -> str:
    """A safe address as a link's target: what would end it, or be read as an entity, is escaped."""
    if ("(" in url or ")" in url) and not _is_balanced(url):
        url = url.replace("(", "\\(").replace(")", "\\)")
    return _ENTITY_RE.sub(r"\\&", url) if "&" in url and ";" in url else url


def titled(text: str) -> str:
    """Words as the title of an image, between double quotes."""
    return _ENTITY_RE.sub(r"\\&", text.replace("\\", "\\\\").replace('"', '\\"'))


def _is_balanced(url: str) -> bool:
    """Parentheses in pairs, not inside each other (CommonMark readers limit how deep they follow)."""
    depth = 0
    for char in url:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
        if not 0 <= depth <= 1:
            return False
    return depth == 0


def _longer_than_any(char: str, text: str, least: int) -> str:
    if char not in text:
        return char * least
    return char * max(least, 1 + max(map(len, _BACKTICKS_RE.findall(text))))
