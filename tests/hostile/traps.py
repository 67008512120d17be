"""Long runs of what patterns repeat over: each in text, in a class, in an attribute and in the head."""

from __future__ import annotations

from tests.hostile.case import FIRST, LAST, Case, page, scaled

__all__ = ["CASES", "RUNS"]

_GROUP = "pattern"
_N = scaled(200_000, 2)

RUNS = {
    "spaces": " ",
    "no-break-spaces": "\N{NO-BREAK SPACE}",
    "newlines": "\n",
    "blank-lines": " \n",
    "tabs": "\t",
    "dots": ".",
    "dot-words": "a.",
    "commas": ",",
    "comma-words": "a, ",
    "digits": "7",
    "numbers": "7 ",
    "thousands": "1,",
    "dates": "2024-01-02 ",
    "date-pieces": "2024-",
    "times": "12:30",
    "addresses": "a@b.c ",
    "ats": "a@",
    "urls": "http://e.example/",
    "slashes": "/",
    "brackets": "[",
    "parentheses": "(",
    "braces": "{",
    "closing": "])}",
    "quoted-bracket": '<"',
    "angle": "<",
    "closing-angle": ">",
    "ampersands": "&",
    "entities": "&#",
    "dashes": "-",
    "long-dashes": "\N{EM DASH}",
    "dash-words": "a-",
    "underscores": "_",
    "stars": "*",
    "backticks": "`",
    "backslashes": "\\",
    "hashes": "#",
    "pipes": "|",
    "exclamations": "a!",
    "quotes": '"',
    "apostrophes": "'",
    "bylines": "By Ida Lomax and ",
    "by": "by ",
    "capitals": "Aa",
    "colons": "a:",
    "equals": "a=",
    "percent": "%20",
    "letters": "a",
    "accented": "\N{LATIN SMALL LETTER E WITH ACUTE}",
    "cjk": "\u6c34",
    "combining": "\u0301",
    "arabic": "\u0645",
    "comments": "<!--",
    "tags": "<a ",
    "end-tags": "</",
    "closing-comments": "-->",
    "cdata": "<![CDATA[",
    "instructions": "<?",
}
"""What is repeated, by name."""


def _trapped(unit: str) -> str:
    """A page with a run in every kind of place."""
    run = unit * (_N // len(unit))
    attribute = run.replace("&", "&amp;").replace('"', "&quot;")
    text = run.replace("&", "&amp;").replace("<", "&lt;")
    value, words = attribute[:50_000], text[:50_000]
    head = f'<meta name="author" content="{value}"><meta name="date" content="{value}">'
    inner = (
        f'<p>{text}x</p><pre>{text}x</pre><div class="{attribute}" style="{attribute}"><p>owlery</p></div>'
        f'<p class="byline">{words}</p><time datetime="{value}">{words}</time><h2>{words}</h2>'
        f'<p><a href="{value}">x</a><img srcset="{value}" alt="{value}"></p>'
        f'<pre class="{value}"><code>owlery</code></pre>'
    )
    return page(inner, head=head, title=words)


def _trap(name: str, unit: str) -> Case:
    return Case(f"pattern-{name}", _GROUP, lambda: _trapped(unit), (FIRST, LAST), ("owlery",))


def _raw(name: str, unit: str) -> Case:
    """The same with the run as markup, not as text."""
    return Case(
        f"pattern-raw-{name}",
        _GROUP,
        lambda: page(f"<p>owlery</p> {unit * (_N // len(unit))}"),
        shown=(FIRST, "owlery"),
    )


CASES = (
    *(_trap(name, unit) for name, unit in RUNS.items()),
    *(
        _raw(name, RUNS[name])
        for name in (
            "angle",
            "quoted-bracket",
            "comments",
            "tags",
            "end-tags",
            "cdata",
            "instructions",
            "entities",
        )
    ),
    _raw("meta-charset", "<meta charset "),
    _raw("body-ends", "</body "),
    _raw("bogus", "<!"),
    Case(
        "pattern-doctypes",
        _GROUP,
        lambda: "<!DOCTYPE html " * scaled(20_000, 2) + page("<p>owlery</p>"),
        shown=("owlery",),
    ),
)
