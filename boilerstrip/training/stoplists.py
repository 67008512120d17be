"""Languages for jusText, which counts the most frequent words of a page's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["ENGLISH", "STOPLISTS"]

ENGLISH: Final = "English"

_CODES: Final = """
af Afrikaans  an Aragonese  ar Arabic  ast Asturian  az Azerbaijani  be Belarusian  bg Bulgarian
bn Bengali  bpy Bishnupriya_Manipuri  br Breton  bs Bosnian  ca Catalan  ceb Cebuano  cs Czech
cv Chuvash  cy Welsh  da Danish  de German  el Greek  en English  eo Esperanto  es Spanish
et Estonian  eu Basque  fa Persian  fi Finnish  fil Tagalog  fr French  fy West_Frisian  ga Irish
gl Galician  gu Gujarati  he Hebrew  hi Hindi  hr Croatian  ht Haitian  hu Hungarian  hy Armenian
id Indonesian  ig Igbo  io Ido  is Icelandic  it Italian  jv Javanese  ka Georgian  kk Kazakh
kn Kannada  ko Korean  ku Kurdish  ky Kyrgyz  la Latin  lb Luxembourgish  lmo Lombard  lt Lithuanian
lv Latvian  mk Macedonian  ml Malayalam  mr Marathi  ms Malay  mt Maltese  nap Neapolitan
nb Norwegian_Bokmal  nds Low_Saxon  ne Nepali  new Newar  nl Dutch  nn Norwegian_Nynorsk
no Norwegian_Bokmal  oc Occitan  pl Polish  pms Piedmontese  pnb Western_Panjabi  pt Portuguese
qu Quechua  ro Romanian  ru Russian  rup Aromanian  scn Sicilian  sgs Samogitian  sh Serbo_Croatian
sk Slovak  sl Slovenian  sq Albanian  sr Serbian  su Sundanese  sv Swedish  sw Swahili  ta Tamil
te Telugu  tk Turkmen  tl Tagalog  tr Turkish  uk Ukrainian  ur Urdu  uz Uzbek  vi Vietnamese
vo Volapuk  wa Walloon  war Waray_Waray  yo Yoruba
"""

_WORDS: Final = _CODES.split()

STOPLISTS: Final[Mapping[str, str]] = MappingProxyType(dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)))
"""Primary language subtag (BCP 47) -> name of jusText's list."""
