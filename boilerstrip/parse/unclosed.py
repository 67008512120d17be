"""Pages that lack a `</div>`: it is put in where browsers end the `<div>`, at the end of what is around it.

libxml2 ignores `</li>` or `</header>` while a `<div>` is open in it: the rest of the page would lie in there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from boilerstrip.compiled import compiled
from boilerstrip.parse.depth import CLOSES, WEIGHTS
from boilerstrip.parse.tokens import tags

__all__ = ["close_divs"]

COMPILED: Final = compiled("parse._source")
"""Finds the tags, where it is built."""

_DIV: Final = b"div"
_HEADINGS: Final = frozenset(b"h1 h2 h3 h4 h5 h6".split())
_LISTS: Final = frozenset(b"ol ul".split())
_TABLES: Final = frozenset(b"table tbody td tfoot th thead tr".split())
_LAID_OUT: Final = _TABLES | {_DIV}
_CAPSULES: Final = frozenset(b"applet marquee noscript object select template".split())
"""Elements that no end tag reaches out of, and whose own end all in them."""
_BOUNDS: Final = _TABLES | _CAPSULES | frozenset(b"caption math svg".split())
"""Elements that no end tag reaches out of; `</div>` and those of tables are as libxml2 takes them."""
_ENDING: Final = (
    _HEADINGS
    | _LISTS
    | _CAPSULES
    | frozenset(
        b"""address article aside blockquote button center dd details dialog dir dl dt fieldset figcaption
        figure footer header hgroup li main menu nav pre search section summary""".split()
    )
)
"""Elements whose end tag ends all in them (HTML Standard, 13.2.6.4.7): not so that of an inline element, a
`<form>` or one that the standard does not know. A `<p>` ends where a `<div>` begins."""
_FIRST_ENDED: Final = {
    **{name: _BOUNDS - {name} for name in _ENDING},
    **{name: (_BOUNDS | _HEADINGS) - {name} for name in _HEADINGS},
    b"li": _BOUNDS | _LISTS,
    **{name: frozenset(other for other in _LAID_OUT if WEIGHTS[other] > WEIGHTS[name]) for name in _LAID_OUT},
}
"""By the name of an end tag: what must not be open in the element for it to be ended."""
_NAMES: Final = frozenset({_DIV, *_ENDING, *_BOUNDS})


def close_divs(source: bytes) -> bytes:
    """The source with the `</div>`s that are not there; linear in its length."""
    pieces, start = list[bytes](), 0
    for at, n_open in _lacking(_tags(source)):
        pieces += source[start:at], b"</div>" * n_open
        start = at
    pieces.append(source[start:])
    return b"".join(pieces)


_Tag = tuple[int, bytes, bool]
"""Where it starts; its name in lower case; whether it is an end tag."""


def _tags(source: bytes) -> Iterable[_Tag]:
    """The tags that tell, without those that are start and end in one."""
    if COMPILED:
        found: list[_Tag] = COMPILED.tags_called(source, _NAMES)
        return found
    return (
        (at, name, is_end)
        for at, _, name, is_end, is_whole, _ in tags(source)
        if name in _NAMES and (is_end or not is_whole)
    )


def _lacking(found: Iterable[_Tag]) -> Iterator[tuple[int, int]]:
    """Where ends of `<div>`s are lacking, and how many."""
    opened = list[bytes]()
    places = {name: list[int]() for name in _NAMES}  # of each name, in `opened`
    for at, name, is_end in found:
        if not is_end:
            closed = CLOSES.get(name)
            while closed and opened and opened[-1] in closed:
                places[opened.pop()].pop()
            places[name].append(len(opened))
            opened.append(name)
        elif opened and opened[-1] == name:
            places[opened.pop()].pop()
        elif places[name] and name in _FIRST_ENDED:
            place, n_open = places[name][-1], 0
            if any(places[other] and places[other][-1] > place for other in _FIRST_ENDED[name]):
                continue
            while len(opened) > place:
                n_open += opened[-1] == _DIV
                places[opened.pop()].pop()
            if n_open and name not in _LAID_OUT:
                yield at, n_open
