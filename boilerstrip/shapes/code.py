"""The shapes of code on a page: boxes that hold lines without a `<pre>`, and what stands around code."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = [
    "BAR_TAGS",
    "CODE_BOXES",
    "CODE_CLASSES",
    "COPIER_ATTRIBUTES",
    "COPYING",
    "EXPLAINED",
    "GONE",
    "LINED_CODE",
    "LINE_RE",
    "MARGINAL_RE",
    "MARGIN_HINTS",
    "NO_LANGUAGES",
    "POP_UP_RE",
    "TYPED",
    "code_part",
    "is_copy_button",
    "is_typed",
    "language_of_figure",
    "language_of_wrapper",
]

CODE_BOXES: Final = frozenset(
    """highlighttable lntable rouge-table hljs-ln crayon-table syntaxhighlighter js-file-line-container
    cm-content codemirror-code view-lines ace_text-layer ltx_lstlisting""".split()
)
"""Classes of elements that are code though they are no `<pre>`: tables with the numbers in a column of
their own (Pygments, Chroma, Rouge, highlight.js, Crayon, GitHub and its gists), SyntaxHighlighter, LaTeXML,
and the editors CodeMirror, Monaco and Ace. In lower case, as all names here."""
LINED_CODE: Final = frozenset(
    """code code-block code-listing code-snippet codeblock codehilite fragment highlight program-listing
    programlisting source-code sourcecode""".split()
)
"""Classes of boxes of code, Doxygen's "fragment" among them, that hold lines or a `<pre>`."""

LINE_RE: Final = late_pattern(
    r"(?:^|\s)(?:line|token-line|(?:gatsby-highlight-)?code-?line(?:_\w{1,20})?|view-line|ace_line|cm-line|codemirror-line|crayon-line|"
    r"blob-code|hljs-ln-code|react-code-text|linecontent|ltx_listingline)(?:\s|$)",
    re.IGNORECASE,
)
"""Class attributes of elements that hold a line of code each."""

MARGINAL_RE: Final = late_pattern(
    r"(?:^|\s)(?:blob-num|linenos?|linenodiv|lineno|line[-_]?numbers?(?:-rows|-wrapper)?|lnt?|gutter|crayon-nums?|"
    r"hljs-ln-numbers|hljs-ln-n|codelinenumber(?:_\w{1,20})?|codemirror-(?:linenumber|gutter-wrapper)|cm-gutters|"
    r"ace_gutter|rouge-gutter|toolbar|ltx_tag_listingline|ltx_listing_data)(?:\s|$)",
    re.IGNORECASE,
)
"""Class attributes of what stands in the margin of code."""

EXPLAINED: Final = "twoslash"
"""Letters of the class of a `<pre>` in which words of the code have pop-ups with their types."""
POP_UP_RE: Final = late_pattern(
    r"(?:^|\s)(?:twoslash-(?:popup-[\w-]{1,40}|meta-line|completion-list)|meta-line|popover|ttc)(?:\s|$)",
    re.IGNORECASE,
)
"""Class attributes of what explains code, and shows where a pointer is: Twoslash (new and old), Doxygen."""

MARGIN_HINTS: Final = (
    *("line", "ln", "gutter", "num", "toolbar", "blob-code", "code-text", "listing", EXPLAINED),
    *("popover", "ttc"),
)
"""Letters of which each class has some that one of these three patterns finds."""
BAR_TAGS: Final = ("div", "header", "figcaption")
"""Tags of what stands above the code in a `<pre>` and tells of it."""

NO_LANGUAGES: Final = frozenset(
    {"auto", "default", "none", "nohighlight", "no-highlight", "null", "undefined"}
)
"""What highlighters write where no language is named."""

GONE: Final = frozenset(
    """line-numbers-wrapper codemirror-gutter-wrapper codemirror-gutters cm-gutters ace_gutter
    zeroclipboard-container crayon-toolbar crayon-plain-wrap gist-meta input_prompt output_prompt
    jp-inputprompt jp-outputprompt lineno-container enlighter-default""".split()
)
"""Classes of block-level elements that are no words of the page, wherever they stand."""
_BARS: Final = frozenset({"toolbar", "example-header"})
"""Classes that say the same inside an element that wraps code."""
_WRAPPERS: Final = frozenset({"code-toolbar", "code-example"})
CODE_CLASSES: Final = CODE_BOXES | GONE | _BARS | _WRAPPERS
"""Classes of elements around or beside code, but those that name a language."""
_LANGUAGE: Final = "language-"
_FIGURE: Final = "highlight"
"""Class of the figures around Hexo's listings, beside the name of the language."""
COPYING: Final = ("copy", "copied", "clipboard")
"""Letters of the names of buttons that copy."""
_COPIERS: Final = frozenset({"clipboard-copy", "copy-code", "copy-button"})
_COPY_RE: Final = late_pattern(
    r"copy(?: code| link| url| text| snippet)?(?: to (?:the )?(?:clipboard|heading))?|copied!?|"
    r"kopieren|code kopieren|kopiert!?|copier(?: le code)?|copié ?!?|copiar(?: código)?|¡?copiado!?|copia|"
    r"копировать|скопировать|скопировано!?|复制(?:代码)?|複製|已复制|コピー|복사",
    re.IGNORECASE,
)
"""All that a button says which copies code or an address."""
TYPED: Final = "white-space"
"""Part of the style of what may be code that was pasted from an editor, see `is_typed`."""
_TYPED_RE: Final = late_pattern(r"(?i)white-space\s{0,4}:\s{0,4}pre\s{0,4}(?:;|$|!)")
_TYPEWRITER_RE: Final = late_pattern(
    r"(?i)font(?:-family)?\s{0,4}:[^;]{0,200}?(?:monospace|consolas|courier|menlo|monaco)"
)
_LONGEST_SAID: Final = 80
"""Characters of what such a button says, blanks among them."""
COPIER_ATTRIBUTES: Final = frozenset(
    {
        "class",
        "aria-label",
        "title",
        "data-tooltip",
        "data-clipboard-target",
        "data-clipboard-text",
        "data-copy",
    }
)
"""Attributes of a button that may say that it copies."""


def code_part(tag: str, classes: Collection[str], attributes: dict[str, str]) -> str | None:
    """What an element around or beside code is, None for any other.

    Returns:
        "#gone" if it shows no words of the page, "#bar" if that holds inside a "#wrapper", which is what
        wraps code and what tells about it.

    >>> code_part("button", ["btn-copy"], {"class": "btn-copy"}), code_part("div", ["language-ts"], {})
    ('#gone', '#wrapper')
    """
    if tag in _COPIERS or not GONE.isdisjoint(classes):
        return "#gone"
    if tag == "button":
        said = " ".join([value for name, value in attributes.items() if name in COPIER_ATTRIBUTES]).lower()
        return "#gone" if any(letters in said for letters in COPYING) else None
    if not _BARS.isdisjoint(classes):
        return "#bar"
    is_wrapper = tag == "div" and any(name in _WRAPPERS or name.startswith(_LANGUAGE) for name in classes)
    return "#wrapper" if is_wrapper else None


def is_typed(style: str) -> bool:
    """Whether a style breaks no line and has letters of one width, as editors paste code (VS Code, Notion).

    >>> is_typed("font-family: Consolas, monospace; white-space: pre;"), is_typed("white-space: pre")
    (True, False)
    """
    return _TYPED_RE.search(style) is not None and _TYPEWRITER_RE.search(style) is not None


def is_copy_button(words: str) -> bool:
    """Whether that is all that a button says which copies something.

    >>> is_copy_button("Copy to clipboard"), is_copy_button("Copy machines")
    (True, False)
    """
    return len(words) <= _LONGEST_SAID and _COPY_RE.fullmatch(words.strip()) is not None


def language_of_wrapper(classes: Collection[str]) -> str:
    """The language that an element which wraps code says by its classes, in lower case; "" for none."""
    return next((name[len(_LANGUAGE) :] for name in classes if name.startswith(_LANGUAGE)), "")


def language_of_figure(label: str) -> str:
    """The language that Hexo writes as the other class of the figure around a listing, "" for none.

    >>> language_of_figure("highlight python")
    'python'
    """
    classes = label.split()
    return classes[1] if len(classes) == 2 and classes[0] == _FIGURE else ""
