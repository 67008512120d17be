"""What screen readers are told of a link: that it opens in a window of its own, or leads to another site."""

from __future__ import annotations

from typing import Final

__all__ = ["says_where_it_opens"]

_OUTSIDE: Final = frozenset(
    """external externer externe externes externen externo externa esterno esterna extern zewnętrzny
    zewnętrzna внешняя зовнішнє""".split()
)
_PLACES: Final = _OUTSIDE | frozenset(
    """tab tabs window windows fenster registerkarte onglet fenêtre pestaña ventana scheda finestra janela aba
    guia separador venster tabblad flik fönster fane faneblad vindue vindu karcie karta oknie kartě okně
    okna välilehteen välilehdessä ikkunaan ikkunassa sekmede pencerede окне вкладке вікні вкладці filă
    fereastră ablakban lapon kartici prozoru""".split()
)
"""Words for where a link leads, one of which is said."""
_TELLING: Final = _OUTSIDE | frozenset(
    """open opens opened opening new another separate öffnet öffnen geöffnet neuen neuem neues neuer ouvre
    ouvrir ouvrira ouverture nouvel nouvelle abre abrirá abrir nueva nuevo apre aprirà nuova
    nuovo nova novo opent geopend nieuw nieuwe öppnas nytt ny åbner åbnes åpner åpnes nyt otwiera
    otworzy nowej nowym otevře nové novém avautuu uuteen uudessa uudelle yeni açılır открывается
    откроется новом новой відкривається відкриється новому новій deschide nouă megnyílik új otvara novom
    novoj""".split()
)
"""Words for that it opens there, one of which is said as well."""
_OTHERS: Final = frozenset(
    """this link links website site page browser popup pop up will is in into on a an the different or sich
    wird einem einer ein eine seite webseite im s un une dans lien se en una um uma em num numa ligação
    enlace sitio sito si collegamento wordt een i et ett länk webbplats lenke się w do v linkki bir
    bağlantı в ссылка у посилання într o u""".split()
)
_KNOWN: Final = _PLACES | _TELLING | _OTHERS
_UNSPACED: Final = (
    *("新しいウィンドウ", "新しいタブ", "新規ウィンドウ", "別ウィンドウ", "別ウインドウ", "新窗口", "新标签"),
    *("新視窗", "新分頁", "새 창", "새창", "새 탭"),
)
"""The same in scripts that write words together."""
_MOST_UNSPACED: Final = 20
"""Characters of the sentence around those."""
_MARKS: Final = str.maketrans(dict.fromkeys("-()[]{}/|.,:;!?\u2013\u2014\u2197\u2019\"'", " "))


def says_where_it_opens(text: str) -> bool:
    """Whether words say of a link where it opens, and nothing else.

    >>> says_where_it_opens("(opens in a new tab)"), says_where_it_opens("a new window of the house")
    (True, False)
    """
    words = {*text.lower().translate(_MARKS).split()}
    if _PLACES.isdisjoint(words) or _TELLING.isdisjoint(words):
        is_short = not text.isascii() and len(text) <= _MOST_UNSPACED
        return is_short and any(part in text for part in _UNSPACED)
    return not any(map(str.isalpha, "".join(words - _KNOWN)))
