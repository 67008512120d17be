"""Lines that ask readers what they think of the page, in the languages whose sites do so most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from boilerstrip.block import BlockTable, Reason
from boilerstrip.patterns import late_pattern

__all__ = ["asks_for_feedback", "find_feedback"]

_LONGEST: Final = 60
"""Characters of such a line."""

_PART_EN: Final = (
    "page|article|answer|section|document|doc|guide|tutorial|topic|information|content|post|response|review"
)
_ASKS_RE: Final = late_pattern(
    rf"(?:was|is) (?:this|the) (?:(?:{_PART_EN}) )?(?:helpful|useful)(?: (?:for|to) you)?"
    rf"|(?:did|has|have) (?:this|the) (?:{_PART_EN}) help(?:ed)?(?: you)?"
    rf"|did (?:you find )?this (?:(?:{_PART_EN}) )?(?:helpful|useful)"
    rf"|did this (?:(?:{_PART_EN}) )?(?:answer your question|solve your (?:problem|issue))"
    rf"|how (?:helpful|useful) was this(?: (?:{_PART_EN}))?"
    r"|(?:war|waren|ist|fanden sie) (?:diese[rs]?|die|der) "
    r"(?:seite|artikel|beitrag|antwort|abschnitt|information(?:en)?) (?:für (?:sie|dich) )?"
    r"(?:hilfreich|nützlich)"
    r"|hat (?:ihnen|dir) (?:dieser|diese) (?:artikel|beitrag|seite|antwort) (?:weiter)?geholfen"
    r"|cet(?:te)? (?:article|page|réponse|information) vous a[ -]t[ -](?:il|elle) été utile"
    r"|¿?(?:(?:te|le) (?:ha resultado|resultó|fue) útil|(?:fue|ha sido) útil) (?:este|esta) "
    r"(?:artículo|página|información|respuesta|contenido)"
    r"|(?:questo|questa) (?:articolo|pagina|risposta) (?:ti |vi |le )?è stat[oa] utile"
    r"|(?:este|esta) (?:artigo|página|conteúdo|resposta) foi útil(?: para você)?"
    r"|(?:was|heeft|vond je) (?:dit|deze|die) (?:artikel|pagina|antwoord|informatie) (?:nuttig|je geholpen)"
    r"|czy (?:ten|ta|to) (?:artykuł|strona|odpowiedź) (?:był|była|było) (?:pomocn[ya]|przydatn[ya])"
    r"|(?:была|был|было) ли эт(?:а|от|о) (?:статья|страница|информация|ответ) полез(?:на|ен|ной|ным)"
    r"|помогла ли (?:вам )?эта статья"
    r"|var (?:den här|denna|denne|dette|den her) (?:artikeln?|sidan?|siden|svaret) "
    r"(?:till hjälp|nyttig|användbar|hjælpsom)"
    r"|byl[ao]? (?:tento|tato) (?:článek|stránka) užitečn[ýá]"
    r"|bu (?:makale|sayfa|yanıt) (?:yardımcı|yararlı|faydalı) oldu mu"
    r"|(?:この|こちらの)(?:記事|ページ|情報|回答)は(?:お)?役に立ちましたか"
    r"|(?:此|这篇|這篇|本)(?:页面?|文章|頁面?|文)(?:内容)?(?:对您|對您)?(?:是否)?有(?:帮助|幫助)[吗嗎]?",
    re.IGNORECASE,
)


def find_feedback(table: BlockTable, asking: Sequence[int]) -> dict[int, tuple[str, Reason]]:
    """Lines that ask readers what they think of the page, each with its role and the reason.

    Of 43 on the development pages the network would keep 1, out-of-fold; 1 is in a gold.

    Args:
        table: The page's blocks.
        asking: Kept ones that end with a question mark.
    """
    lines = {block: table.text[block].strip() for block in asking if table.n_chars[block] <= _LONGEST}
    return {
        block: ("other", Reason("phrase", line)) for block, line in lines.items() if asks_for_feedback(line)
    }


def asks_for_feedback(line: str) -> bool:
    """Whether a line is nothing but such a question.

    >>> asks_for_feedback("Was this page helpful?"), asks_for_feedback("Was this bridge helpful to traders?")
    (True, False)
    """
    words = " ".join(line.split()).rstrip(" ?？!.:")
    return len(words) <= _LONGEST and _ASKS_RE.fullmatch(words) is not None
