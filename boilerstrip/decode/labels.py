"""Charset labels: what a page calls its charset, the name it has here, and Python's codec for it."""

from __future__ import annotations

import codecs
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

__all__ = ["UTF_8", "WINDOWS_1252", "Charset", "by_label", "by_name"]


class Charset(NamedTuple):
    """A charset: its name in lower case as the Encoding Standard writes it, and Python's codec."""

    name: str
    codec: str


# name: (codec, further labels). After https://encoding.spec.whatwg.org/#names-and-labels; a codec is
# the superset that browsers use. Left out: what browsers refuse (utf-7, hz-gb-2312, iso-2022-kr).
_TABLE: Final = MappingProxyType(
    {
        "utf-8": ("utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8 utf8mb4"),
        "utf-16le": ("utf-16-le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16"),
        "utf-16be": ("utf-16-be", "unicodefffe"),
        "utf-32le": ("utf-32-le", "utf-32"),
        "utf-32be": ("utf-32-be", ""),
        "windows-1252": (
            "cp1252",
            "ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1"
            " iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 x-cp1252 windows1252",
        ),
        "windows-1250": ("cp1250", "cp1250 x-cp1250 windows1250"),
        "windows-1251": ("cp1251", "cp1251 x-cp1251 win-1251 windows1251"),
        "windows-1253": ("cp1253", "cp1253 x-cp1253"),
        "windows-1254": (
            "cp1254",
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 l5 latin5 x-cp1254",
        ),
        "windows-1255": ("cp1255", "cp1255 x-cp1255"),
        "windows-1256": ("cp1256", "cp1256 x-cp1256"),
        "windows-1257": ("cp1257", "cp1257 x-cp1257"),
        "windows-1258": ("cp1258", "cp1258 x-cp1258"),
        "windows-874": ("cp874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620"),
        "iso-8859-2": ("iso8859-2", "csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 l2 latin2"),
        "iso-8859-3": ("iso8859-3", "csisolatin3 iso8859-3 iso88593 iso_8859-3 l3 latin3"),
        "iso-8859-4": ("iso8859-4", "csisolatin4 iso8859-4 iso88594 iso_8859-4 l4 latin4"),
        "iso-8859-5": ("iso8859-5", "csisolatincyrillic cyrillic iso8859-5 iso88595 iso_8859-5"),
        "iso-8859-6": ("iso8859-6", "arabic asmo-708 csisolatinarabic iso8859-6 iso88596 iso_8859-6"),
        "iso-8859-7": ("iso8859-7", "csisolatingreek greek greek8 iso8859-7 iso88597 iso_8859-7"),
        "iso-8859-8": ("iso8859-8", "hebrew visual iso8859-8 iso88598 iso_8859-8 iso-8859-8-i logical"),
        "iso-8859-10": ("iso8859-10", "csisolatin6 iso8859-10 iso885910 l6 latin6"),
        "iso-8859-13": ("iso8859-13", "iso8859-13 iso885913"),
        "iso-8859-14": ("iso8859-14", "iso8859-14 iso885914"),
        "iso-8859-15": ("iso8859-15", "csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9"),
        "iso-8859-16": ("iso8859-16", ""),
        "koi8-r": ("koi8-r", "cskoi8r koi koi8 koi8_r"),
        "koi8-u": ("koi8-u", "koi8-ru"),
        "ibm866": ("cp866", "866 cp866 csibm866"),
        "x-mac-cyrillic": ("mac-cyrillic", "x-mac-ukrainian"),
        "macintosh": ("mac-roman", "csmacintosh mac x-mac-roman"),
        "gb18030": (
            "gb18030",
            "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936 gb-2312",
        ),
        "big5": ("cp950 big5hkscs", "big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 big-5 cp950"),
        "shift_jis": ("cp932", "csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932"),
        "euc-jp": ("euc_jis_2004", "cseucpkdfmtjapanese x-euc-jp eucjp"),
        "iso-2022-jp": ("iso2022_jp_ext", "csiso2022jp"),
        "euc-kr": (
            "cp949",
            "cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601"
            " windows-949 euckr cp949 uhc ks_c_5601",
        ),
    }
)

_BY_NAME: Final = MappingProxyType({name: Charset(name, row[0]) for name, row in _TABLE.items()})
_BY_LABEL: Final = MappingProxyType(
    {label: _BY_NAME[name] for name, row in _TABLE.items() for label in (name, *row[1].split())}
)
# Names Python gives its codecs, so that "latin_1" and "cp1251" lead to the entries above.
_BY_CODEC: Final = MappingProxyType(
    {codec: charset for charset in _BY_NAME.values() for codec in charset.codec.split()}
    | {
        codec: _BY_LABEL[label]
        for codec, label in (
            ("iso8859-1", "latin1"),
            ("iso8859-9", "latin5"),
            ("iso8859-11", "tis-620"),
            ("ascii", "ascii"),
            ("gbk", "gbk"),
            ("gb2312", "gb2312"),
            ("big5", "big5"),
            ("shift_jis", "sjis"),
            ("euc_jp", "euc-jp"),
            ("iso2022_jp", "iso-2022-jp"),
            ("euc_kr", "euc-kr"),
            ("utf-8-sig", "utf-8"),
        )
    }
)

UTF_8: Final = _BY_NAME["utf-8"]
WINDOWS_1252: Final = _BY_NAME["windows-1252"]

# What must mean itself in any charset a page can have: markup, and the escapes of the codecs that
# are no charset (utf-7, raw_unicode_escape).
_PLAIN: Final = "<html lang='en'> +AEE- \\u0041 ~{<:Ky2;~}"
_LABEL_LIMIT: Final = 40  # characters; the longest label above has 21


def by_name(name: str) -> Charset:
    """The charset of that name; KeyError where there is none."""
    return _BY_NAME[name]


@lru_cache(maxsize=256)
def by_label(label: str) -> Charset | None:
    """The charset a label stands for, by the Encoding Standard, else by Python's aliases.

    None where neither knows it, where it is no text encoding, and where ASCII bytes do not mean
    ASCII (EBCDIC, utf-7), since no page that says so is readable any other way.
    """
    label = label.strip().lower()
    if label in _BY_LABEL or len(label) > _LABEL_LIMIT or label == "idna":
        return _BY_LABEL.get(label)
    try:
        codec = codecs.lookup(label).name
        if codec in _BY_CODEC:
            return _BY_CODEC[codec]
        # str.encode refuses the codecs that give bytes for bytes ("hex", "zip").
        is_text = bool(_PLAIN.encode(codec))
        is_plain = is_text and _PLAIN.encode("ascii").decode(codec) == _PLAIN
        return Charset(codec.replace("_", "-"), codec) if is_plain else None
    except (LookupError, ValueError):
        return None
