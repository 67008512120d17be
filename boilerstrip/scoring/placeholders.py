"""What stands where a script has not been: "Loading…", fields of a template, hints how to move something.

In the languages whose sites do so most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Mark, Reason
from boilerstrip.patterns import late_pattern
from boilerstrip.vocabulary import HEADING_TAGS

__all__ = ["find_placeholders", "is_placeholder"]

_FIELD: Final = "{{"
_DOTS: Final = r"\s?(?:\.\.\.|…)"
_PLACEHOLDER_RE: Final = late_pattern(
    rf"(?:loading(?: [\w-]+){{0,2}}|please wait(?:,? loading)?){_DOTS}"
    rf"|(?:(?:[\w-]+ ){{0,2}}(?:wird|werden) geladen|(?:lädt|lade)(?: [\w-]+)?|laden){_DOTS}"
    rf"|(?:bezig met laden|chargement(?: en cours)?|cargando(?: [\w-]+)?|caricamento(?: in corso)?){_DOTS}"
    rf"|(?:carregando|a carregar|ładowanie|wczytywanie|načítání|načítám|laddar|läser in|indlæser"
    rf"|laster(?: inn)?|ladataan|betöltés|se încarcă|yükleniyor|(?:идёт |идет )?загрузка|завантаження"
    rf"|φόρτωση|đang tải|memuat|جار[يٍ]? التحميل|טוען|불러오는 중|로딩 ?중){_DOTS}"
    r"|(?:正在)?(?:加载|載入|加載)中?\s?(?:\.\.\.|…{1,2}|(?<=中))|(?:読み込み|ロード)中\s?(?:です)?(?:\.\.\.|…{0,2})"
    r"|\W{0,3}(?:\{{2,3}[^{}]{1,200}\}{2,3}[ ,/|-]{0,3}){1,4}"
    r"|(?:this|diese[rs]?|cet?(?:te)?|este|esta|questa|questo|deze|dit|det(?:ta|te)|denne)(?: \w+){1,3} "
    r"(?:requires|benötigt|erfordert|nécessite|requiere|richiede|requer|vereist|kräver|krever|kræver) "
    r"javascript\.?"
    r"|(?:scroll|swipe)(?: (?:left|right|down|sideways))?(?: for more| to (?:see|view)(?: more| all)?)",
    re.IGNORECASE,
)
_TOLD_TAGS: Final = frozenset({*HEADING_TAGS, "pre", "li", "td", "th", "dd", "dt"})
"""Elements whose words are what is told of, as the syntax of a template may be."""


def find_placeholders(
    table: BlockTable, short: Sequence[int], kept: Sequence[int]
) -> dict[int, tuple[str, Reason]]:
    """Blocks that are nothing but a placeholder, each with its role and the reason.

    Fields of a template stay on a page that speaks of them.

    Args:
        table: The page's blocks.
        short: Kept ones that may be one by how they end.
        kept: All kept ones.
    """
    found = [block for block in short if is_placeholder(table.text[block]) and not _is_told(table, block)]
    fields = {block for block in found if _FIELD in table.text[block]}
    if fields and any(_FIELD in table.text[block] for block in kept if block not in fields):
        found = [block for block in found if block not in fields]
    return {block: ("other", Reason("phrase", table.text[block].lower())) for block in found}


def is_placeholder(text: str) -> bool:
    """Whether a text stands where a script has not been.

    >>> is_placeholder("Loading reviews ..."), is_placeholder("{{ title }}"), is_placeholder("Loading a gun")
    (True, True, False)
    """
    return _PLACEHOLDER_RE.fullmatch(text.strip()) is not None


def _is_told(table: BlockTable, block: int) -> bool:
    """Whether a block is a heading, an item, a cell or code, or has code in it."""
    if table.tag[table.element[block]] in _TOLD_TAGS:
        return True
    return any(type(piece) is Mark and piece.kind == "code" for piece in table.inline[block])
