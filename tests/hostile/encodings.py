"""Bytes in every charset, and what pages say about them that is not true."""

from __future__ import annotations

from tests.hostile.case import FIRST, LAST, Case, page

__all__ = ["CASES"]

_GROUP = "encoding"

_CHINESE = "村里的老水车停了十一年，星期二终于又转动起来。九个人每个星期六聚在一起修理它，换掉了四十一块橡木桨叶，还在地板下面找到一本旧账簿。"
_JAPANESE = "村の古い水車は十一年ぶりに火曜日に回り始めました。九人の仲間が毎週土曜日に集まり、四十一枚の羽根板を取り替え、床下から古い帳簿を見つけました。"
_KOREAN = "마을의 오래된 물레방아가 십일 년 만에 화요일에 다시 돌기 시작했다. 아홉 사람이 토요일마다 모여 마흔한 개의 날개판을 갈았다."
_RUSSIAN = "Старая мельница в верхней долине молчала одиннадцать лет, и во вторник её колесо снова повернулось. Девять человек собирались по субботам и заменили сорок одну дубовую лопасть."
_FRENCH = "Le vieux moulin s’était tu pendant onze années ; mardi, sa roue a tourné à nouveau. Neuf bénévoles se réunissaient le samedi, et l’été où tout était prêt, la rivière a baissé."


def _written(text: str, meta: str = "") -> str:
    paragraphs = "".join(f"<p>{text}</p>" for _ in range(4))
    return f"<html><head>{meta}<title>x</title></head><body><article>{paragraphs}</article></body></html>"


def _in(name: str, text: str, codec: str, meta: str = "", *, word: str = "") -> Case:
    """A text in a charset that says it is in another one (or nothing)."""
    told = word or text.partition(" ")[0]
    label = f'<meta charset="{meta}">' if meta else ""
    return Case(f"encoding-{name}", _GROUP, lambda: _written(text, label).encode(codec), shown=(told,))


def _bytes(name: str, data: bytes, shown: str, warns: tuple[str, ...] = ()) -> Case:
    return Case(f"encoding-{name}", _GROUP, lambda: data, shown=tuple(shown.split()), warns=warns)


_PAGE = page("<p>caf\N{LATIN SMALL LETTER E WITH ACUTE} owlery</p>")
_UTF8 = _PAGE.encode()
_STORY = f"{FIRST} owlery {LAST}"
_XML = '<?xml version="1.0" encoding="utf-16"?>'

CASES = (
    _bytes("nuls-everywhere", b"\0".join([_UTF8[i : i + 50] for i in range(0, len(_UTF8), 50)]), "owlery"),
    _bytes("nuls-flood", _UTF8.replace(b"owlery", b"owlery" + b"\0" * 500_000), _STORY, ("nul-characters",)),
    _bytes("nul-in-tag", _UTF8.replace(b"<p>caf", b"<p\0 id='x\0y'>caf"), _STORY),
    _bytes("truncated-utf8", _UTF8.replace(b"</html>", b"") + b"\xe6\x9d", _STORY),
    _bytes("invalid-utf8", _UTF8.replace(b"owlery", b"\xff\xfe owlery \xc0\xaf \xed\xa0\x80"), _STORY),
    _bytes("overlong-bracket", _UTF8.replace(b"owlery", b"owlery \xc0\xbcscript\xc0\xbe"), _STORY),
    _bytes("utf16-le-bom", b"\xff\xfe" + _PAGE.encode("utf-16-le"), _STORY),
    _bytes("utf16-be-bom", b"\xfe\xff" + _PAGE.encode("utf-16-be"), _STORY),
    _bytes("utf16-le-bare", _PAGE.encode("utf-16-le"), _STORY),
    _bytes("utf16-be-bare", _PAGE.encode("utf-16-be"), _STORY),
    _bytes("utf16-odd-length", _PAGE.encode("utf-16-le") + b"x", _STORY),
    _bytes("utf16-lone-surrogate", b"\xff\xfe" + _PAGE.encode("utf-16-le") + b"\x00\xd8", _STORY),
    _bytes("utf16-lying-meta", _UTF8.replace(b'"utf-8"', b'"utf-16"'), _STORY),
    _bytes("utf32-le-bom", b"\xff\xfe\0\0" + _PAGE.encode("utf-32-le"), _STORY),
    _bytes("utf32-be-bom", b"\0\0\xfe\xff" + _PAGE.encode("utf-32-be"), _STORY),
    _bytes("utf32-bare", _PAGE.encode("utf-32-le"), _STORY),
    _bytes("unknown-meta", _UTF8.replace(b'"utf-8"', b'"x-klingon-9"'), _STORY + " caf\u00e9"),
    _bytes("huge-meta", _UTF8.replace(b'"utf-8"', b'"' + b"utf" * 300_000 + b'"'), _STORY),
    _bytes("many-metas", _UTF8.replace(b"<title>", b'<meta charset="euc-kr">' * 20_000 + b"<title>"), _STORY),
    _bytes("codec-meta", _UTF8.replace(b'"utf-8"', b'"rot13"'), _STORY),
    _bytes("idna-meta", _UTF8.replace(b'"utf-8"', b'"idna"'), _STORY),
    Case(
        "encoding-utf7-meta",
        _GROUP,
        lambda: (
            page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4- owlery</p>").replace("utf-8", "utf-7").encode()
        ),
        shown=("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "owlery"),
    ),
    _bytes(
        "bom-against-meta",
        b"\xef\xbb\xbf" + _UTF8.replace(b'"utf-8"', b'"windows-1251"'),
        _STORY + " caf\u00e9",
    ),
    _bytes(
        "xml-declaration-lies",
        _XML.encode() + _UTF8.replace(b'<meta charset="utf-8">', b""),
        _STORY + " caf\u00e9",
    ),
    _in("gb18030", _CHINESE, "gb18030", "gb2312", word="村里的老水车"),
    _in("gb18030-bare", _CHINESE, "gb18030", word="村里的老水车"),
    _in("big5-lying", _CHINESE.translate({ord("转"): "轉"}), "gb18030", "big5", word="水"),
    _in("shift-jis", _JAPANESE, "cp932", "shift_jis", word="村の古い水車"),
    _in("shift-jis-bare", _JAPANESE, "cp932", word="村の古い水車"),
    _in("euc-jp-bare", _JAPANESE, "euc_jp", word="村の古い水車"),
    _in("iso-2022-jp", _JAPANESE, "iso2022_jp", word="村の古い水車"),
    _in("iso-2022-jp-lying", _JAPANESE, "iso2022_jp", "utf-8", word="村の古い水車"),
    _in("euc-kr", _KOREAN, "cp949", "euc-kr", word="물레방아가"),
    _in("euc-kr-bare", _KOREAN, "cp949", word="물레방아가"),
    _in("windows-1251", _RUSSIAN, "cp1251", "windows-1251"),
    _in("windows-1251-bare", _RUSSIAN, "cp1251"),
    _in("windows-1251-lying", _RUSSIAN, "cp1251", "utf-8"),
    _in("koi8-r", _RUSSIAN, "koi8-r", "koi8-r"),
    _in("koi8-r-bare", _RUSSIAN, "koi8-r"),
    _in("koi8-r-lying", _RUSSIAN, "koi8-r", "windows-1251"),
    _in("windows-1252-lying", _FRENCH, "cp1252", "utf-8", word="années"),
    _in("utf8-called-latin1", _FRENCH, "utf-8", "iso-8859-1", word="années"),
    _in("utf8-called-gbk", _CHINESE, "utf-8", "gbk", word="村里的老水车"),
)
