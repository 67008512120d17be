"""Elements nested deeper than any parser likes to follow."""

from __future__ import annotations

from tests.hostile.case import Case, scaled

__all__ = ["CASES"]

_GROUP = "depth"
_N = scaled(100_000)
_SHOWN = ("Bramblegate", "innermost", "Sedgewick")


def _nested(opening: str, closing: str = "", inner: str = "innermost words", n: int = _N) -> str:
    return (
        "<html><head><title>Deep</title></head><body><p>Bramblegate stands before it all.</p>"
        f"{opening * n}{inner}{closing * n}<p>Sedgewick stands after it all.</p></body></html>"
    )


def _deep(name: str, opening: str, closing: str = "", inner: str = "innermost words", n: int = _N) -> Case:
    return Case(f"depth-{name}", _GROUP, lambda: _nested(opening, closing, inner, n), shown=_SHOWN)


def _unseen(name: str, opening: str, closing: str) -> Case:
    """Nesting whose content is not shown as text; what stands around it must be."""
    return Case(f"depth-{name}", _GROUP, lambda: _nested(opening, closing, ""), shown=_SHOWN[::2])


def _halfway() -> str:
    """A word at every level."""
    return _nested("", inner="".join(f"<div>w{i} " for i in range(_N)) + "innermost" + "</div>" * _N)


def _broken_list() -> str:
    """Items in items, never closed, as an old editor leaves them; list markup is what is lost."""
    return _nested("<ul><li>item ", inner="innermost", n=_N)


CASES = (
    _deep("div", "<div>", "</div>"),
    _deep("div-unclosed", "<div>"),
    _deep("div-2100", "<div>", "</div>", n=2_100),
    _deep("div-300", "<div>", "</div>", n=300),
    _deep("span", "<span>", "</span>"),
    _deep("span-unclosed", "<span>"),
    _deep("div-attributes", '<div class="layout-row x" style="color: red">', "</div>"),
    _deep("list", "<ul><li>", "</li></ul>"),
    Case("depth-list-unclosed", _GROUP, _broken_list, shown=_SHOWN),
    _deep("table", "<table><tr><td>", "</td></tr></table>"),
    _deep("table-unclosed", "<table><tbody><tr><td>"),
    _deep("blockquote", "<blockquote>", "</blockquote>"),
    _deep("blockquote-unclosed", "<blockquote>"),
    _deep("em-in-a", '<em><a href="/x">', "</a></em>"),
    _deep("em-in-a-unclosed", '<em><a href="/x">'),
    _deep("b-i", "<b><i>", "</i></b>"),
    _deep("font-p", '<font color="red"><p>', "</p></font>"),
    _deep("font-p-unclosed", '<font color="red"><p>'),
    _unseen("svg", "<svg><g>", "</g></svg>"),
    _unseen("svg-unclosed", "<svg><g>", ""),
    _deep("svg-text", "<svg><text>", "</text></svg>", inner="")._replace(
        shown=_SHOWN[::2], warns=("text-left-out", "depth-flattened")
    ),
    _deep("section-article", "<section><article>", "</article></section>"),
    _deep("custom", "<x-box>", "</x-box>"),
    _deep("unknown", "<blink2>", "</blink2>"),
    _deep("details", "<details><summary>s</summary>", "</details>"),
    _deep("dl", "<dl><dd>", "</dd></dl>"),
    _deep("fieldset-form", "<fieldset>", "</fieldset>"),
    _deep("button", "<label>", "</label>"),
    _deep("sup", "<sup>", "</sup>"),
    _unseen("template", "<template>", "</template>"),
    _unseen("object", "<object>", "</object>"),
    _deep("script-between", "<div><script>if (a < b) x('</div>')</script>", "</div>", n=scaled(20_000, 4)),
    _deep("comment-between", "<div><!-- </div> -->", "</div>"),
    _deep("quoted-bracket", '<div title="a > b </div>">', "</div>"),
    Case("depth-words", _GROUP, _halfway, shown=(*_SHOWN, "w0", f"w{_N // 2}", f"w{_N - 1}")),
)
