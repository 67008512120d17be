"""Pages that are nothing but one article, in odd shapes: it is the main content, whatever holds it."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import FIRST, LAST, PROSE, STORY, TAIL, Case, page, scaled

__all__ = ["CASES"]

_GROUP = "article"
_ALL = STORY + TAIL
_LINES = "\n\n".join(PROSE)


def _holds(name: str, make: Callable[[], bytes | str], *, warns: tuple[str, ...] = ()) -> Case:
    return Case(f"article-{name}", _GROUP, make, main=(FIRST, LAST), shown=(FIRST, LAST), warns=warns)


def _in(name: str, opening: str, closing: str = "", inner: str = _ALL) -> Case:
    """The article in an element; `<html>` and `<body>` around it."""
    return _holds(name, lambda: f"<html><body>{opening}{inner}{closing}</body></html>")


def _long() -> str:
    """Prose of 5 MB: the story's first paragraph, the others over and over, its last one."""
    return " ".join([PROSE[0], *PROSE[1:3] * scaled(12_000), PROSE[3]])


_FRAMES = '<frameset cols="20%,80%"><frame src="a.html"><frame src="b.html">'

CASES = (
    _holds("paragraph-5mb", lambda: f"<html><body><p>{_long()}</p></body></html>"),
    _holds("text-5mb", lambda: f"<body>{_long()}"),
    _holds("pre-5mb", lambda: f"<body><pre>{_long()}</pre>"),
    _holds("lines-5mb", lambda: f"<body>{'<br>'.join([PROSE[0], *PROSE[1:3] * scaled(12_000), PROSE[3]])}"),
    _holds("br-million", lambda: f"<body>{STORY}{'<br>' * scaled(1_000_000)}{TAIL}"),
    _in("lines", "", inner="<br>".join(PROSE)),
    _in("lines-apart", "", inner="<br><br>".join(PROSE)),
    _in("spans", "<span>", "</span>", "</span> <span>".join(PROSE)),
    _in("divs", "<div>", "</div>", "</div><div>".join(PROSE)),
    _in("list", "<ul><li>", "</li></ul>", "</li><li>".join(PROSE)),
    _in("cell", "<table><tr><td>", "</td></tr></table>"),
    _in("rows", "<table><tr><td>", "</td></tr></table>", "</td></tr><tr><td>".join(PROSE)),
    _in("quote", "<blockquote>", "</blockquote>"),
    _in("form", "<form><fieldset>", "</fieldset></form>"),
    _in("details", "<details open><summary>More</summary>", "</details>"),
    _in("dialog", "<dialog open>", "</dialog>"),
    _in("font", "<center><font face=Arial size=2>", "</font></center>"),
    _in("marquee", "<marquee>", "</marquee>"),
    _in("custom", "<x-page><x-body>", "</x-body></x-page>"),
    _in("svg-unclosed", "<svg viewBox='0 0 1 1'><path d='M0 0'>"),
    _in("pre", "<pre>", "</pre>", _LINES),
    _in("listing", "<listing>", "</listing>", _LINES),
    _in("xmp", "<xmp>", "</xmp>", _LINES),
    _holds("plaintext", lambda: f"<body><plaintext>{_LINES}"),
    _in("textarea", "<textarea>", "</textarea>", _LINES),
    _holds("shadow-root", lambda: f'<x-a><template shadowrootmode="open">{_ALL}</template></x-a>'),
    _holds("noscript", lambda: f"<body><div id=app></div><noscript>{_ALL}</noscript><script>x()</script>"),
    _holds("noframes", lambda: f"<html>{_FRAMES}<noframes><body>{_ALL}</body></noframes></frameset></html>"),
    _holds("after-html", lambda: f"<html><head></head><body></body></html>{_ALL}"),
    _holds("in-head", lambda: f"<head><title>x</title>{_ALL}"),
    _holds("tags-unclosed", lambda: f"<html><body><div><b><i>{_ALL.replace('</p>', '')}"),
    _holds("deep", lambda: f"<body>{'<div>' * scaled(100_000)}{_ALL}", warns=("depth-flattened",)),
    _holds("utf16-le", lambda: page("").replace('<meta charset="utf-8">', "").encode("utf-16-le")),
    _holds("utf16-be-bom", lambda: b"\xfe\xff" + page("").encode("utf-16-be")),
    _holds("utf32", lambda: page("").encode("utf-32")),
)
