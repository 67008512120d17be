"""Bytes to text: which charset a page is in, and how far what it says about that is true.

Evidence, strongest first; a declaration (hint, meta) is believed only while the bytes bear it out:

1. a byte order mark;
2. the zero bytes of UTF-16 and UTF-32, the escapes of ISO-2022-JP;
3. bytes that are valid UTF-8 with multi-byte sequences: no other charset produces those by chance;
4. the caller's hint, then `<meta>` or the XML declaration, if the text reads like a language;
5. the charset whose reading is most plausible, among ours and the detector library's;
6. windows-1252.

Bytes a charset does not define become U+FFFD and are counted in a warning (browsers turn those of
windows-1252 into invisible control characters, which says nothing to anybody).
"""

from __future__ import annotations

from typing import Final, NamedTuple

from boilerstrip.decode import rank
from boilerstrip.decode.alphabets import CHARSETS, SIBLINGS
from boilerstrip.decode.binary import known_file, looks_binary
from boilerstrip.decode.declared import declared_label
from boilerstrip.decode.labels import UTF_8, WINDOWS_1252, Charset, by_label, by_name
from boilerstrip.decode.plain import is_plain
from boilerstrip.decode.twice import may_be_twice, undo_second_encoding
from boilerstrip.decode.wide import by_mark, by_zeros
from boilerstrip.page import Encoding, PageWarning, warn

__all__ = ["Decoded", "decode"]

# A declared charset whose reading scores this (see `plausible`) is believed without a comparison.
_TRUSTED: Final = 0.65
# Another charset must beat a declared one by this much a character, and this much in all.
_CLEARLY: Final = 0.15
_CLEARLY_TOTAL: Final = 3.0
# A sibling charset differs in few letters: those must speak for it, one by itself does not.
_SIBLING_TOTAL: Final = 1.5
_WESTERN: Final = 0.1  # more a character over windows-1252, whose pages quote names from everywhere
# Below this nothing was recognised: the detector library is asked, then windows-1252 is taken.
_RECOGNISED: Final = 0.4
# Multi-byte sequences for each stray byte that make bytes UTF-8 with damage. Legacy texts reach
# 0.4 at most (EUC-JP, windows-874); where UTF-8 is declared less is asked.
_SOUND: Final = 10
_SOUND_DECLARED: Final = 2
# Fewer multi-byte sequences than this may be chance in a two-byte charset that is declared.
_CHANCE: Final = 6


class Decoded(NamedTuple):
    """A page as text, which has no NUL and no lone surrogate, so it always encodes to UTF-8.

    `page` is the text, or the bytes that were given where they are the same in UTF-8: to make a text of
    them and search it costs a tenth of a parse.
    """

    page: str | bytes
    encoding: Encoding
    warnings: tuple[PageWarning, ...]

    @property
    def text(self) -> str:
        """The text, made anew each time where `page` is bytes."""
        return self.page if isinstance(self.page, str) else self.page.decode()


class _Claim(NamedTuple):
    charset: Charset
    label: str
    evidence: str


class _Choice(NamedTuple):
    charset: Charset
    evidence: str
    disproved: str = ""  # the label that was declared and is wrong


def decode(data: bytes, hint: str | None = None) -> Decoded:
    """Decode a page.

    Args:
        data: The page as it was served, any bytes.
        hint: Charset label known from elsewhere (HTTP header, WARC record); unknown ones are ignored.

    Returns:
        Text, the charset with its evidence, and warnings: `not-html`, `empty-input`,
        `wrong-charset`, `undecodable`, `encoded-twice`, `nul-characters`. Bytes that are no text at
        all give "" and the encoding "binary". Nothing is raised, whatever the bytes are.
    """
    if type(data) is not bytes:
        data = bytes(data)  # numpy's, say: what is compiled reads no other class
    if what := known_file(data):
        return _not_text(what)
    marked = by_mark(data)
    if marked and marked[0] is not UTF_8:
        return _finish_wide(data[marked[1] :], _Choice(marked[0], "bom"))
    if not marked and (wide := by_zeros(data)):
        return _finish_wide(data, _Choice(wide, "pattern"))
    if looks_binary(data):
        return _not_text("binary data")
    data, n_nuls = (data.replace(b"\0", b""), data.count(0)) if b"\0" in data else (data, 0)
    if marked:
        data = data[marked[1] :]
        claims = [_Claim(UTF_8, "utf-8", "bom")]
    else:
        claims = _claims(data, hint)
        # With a "<" it is not empty, which a text would be asked.
        if not n_nuls and b"<" in data and is_plain(data) and (evidence := _utf8_evidence(data, claims)):
            return Decoded(data, Encoding(UTF_8.name, evidence), ())
    text, n_lost = rank.read(data, UTF_8)
    choice = _choose(data, claims, text, n_lost)
    n_undone = 0
    if choice.charset is not UTF_8:
        text, n_lost = rank.read(data, choice.charset)
    elif may_be_twice(data):
        text, n_undone = undo_second_encoding(text)
    return _finish(text, n_lost, choice, n_nuls, n_undone)


def _not_text(what: str) -> Decoded:
    return Decoded("", Encoding("binary", "pattern"), (warn("not-html", what),))


def _claims(data: bytes, hint: str | None) -> list[_Claim]:
    """The known charsets that are declared, the hint first."""
    labels = [(hint, "hint")] if hint else []
    labels += [(label, "meta") for label in declared_label(data)]
    found = [(by_label(label), label, evidence) for label, evidence in labels]
    # UTF-16 was looked for already: bytes that come this far are not in it, whatever they say.
    return [
        _Claim(UTF_8 if "utf-" in charset.name else charset, label.strip().lower(), evidence)
        for charset, label, evidence in found
        if charset
    ]


def _utf8_evidence(data: bytes, claims: list[_Claim]) -> str:
    """What speaks for UTF-8, of bytes that are valid; "" where something speaks for another charset."""
    if data.isascii():
        choice = _choose_ascii(data, claims)
        return choice.evidence if choice.charset is UTF_8 else ""
    said = [claim.evidence for claim in claims if claim.charset is UTF_8]
    return said[0] if said else "" if claims else "utf-8"


def _choose(data: bytes, claims: list[_Claim], text: str, n_lost: int) -> _Choice:
    """Which charset `data` is in; `text` is its reading as UTF-8, with `n_lost` stray bytes."""
    if data.isascii():
        return _choose_ascii(data, claims)
    if _is_utf8(data, claims, text, n_lost):
        for claim in claims:
            if claim.charset is UTF_8:
                return _Choice(UTF_8, claim.evidence)
        return _Choice(UTF_8, "utf-8", claims[0].label if claims else "")
    return _choose_legacy(data, claims)


def _choose_ascii(data: bytes, claims: list[_Claim]) -> _Choice:
    japanese = by_name("iso-2022-jp")
    # The one byte first: it is found 30 times faster than the sequence is missed.
    if b"\x1b" in data and (b"\x1b$B" in data or b"\x1b$@" in data):
        return _Choice(japanese, "pattern")
    for claim in claims:
        if claim.charset is not japanese:
            return _Choice(claim.charset, claim.evidence)
    return _Choice(UTF_8, "utf-8")


def _is_utf8(data: bytes, claims: list[_Claim], text: str, n_lost: int) -> bool:
    """Whether bytes outside ASCII are UTF-8, perhaps with a few stray or cut ones."""
    says_utf8 = any(claim.charset is UTF_8 for claim in claims)
    if not n_lost and (says_utf8 or not claims):
        return True
    n_sound = len(text) - len(text.encode("ascii", "ignore")) - n_lost
    if n_lost:
        cut_only = n_lost == 1 and text.endswith("\N{REPLACEMENT CHARACTER}")
        if cut_only and (n_sound or says_utf8):
            return True
        return n_sound >= n_lost * (_SOUND_DECLARED if says_utf8 else _SOUND)
    if n_sound >= _CHANCE:
        return True
    words = rank.sample(data)
    return rank.fit(words, UTF_8).score + _CLEARLY >= rank.fit(words, claims[0].charset).score


def _choose_legacy(data: bytes, claims: list[_Claim]) -> _Choice:
    """Believe a declared charset whose reading is plausible, else compare all."""
    words = rank.sample(data)
    declared = [(rank.fit(words, claim.charset), claim) for claim in claims if claim.charset is not UTF_8]
    for held, claim in declared:
        if held.score >= _TRUSTED:
            sibling = rank.best_fit(words, SIBLINGS.get(claim.charset.name, ()))
            if sibling and _beats(sibling, held):
                return _Choice(sibling.charset, "detector", claim.label)
            return _Choice(claim.charset, claim.evidence)
    best = rank.best_fit(words, CHARSETS) or rank.fit(words, WINDOWS_1252)
    if best.score < _RECOGNISED and not declared:
        other = rank.detected(data, words)
        best = other if other and rank.advantage(other) > rank.advantage(best) else best
    if declared:
        held, claim = max(declared, key=lambda pair: pair[0].score)
        if not _beats(best, held):
            return _Choice(claim.charset, claim.evidence)
    disproved = claims[0].label if claims else ""
    if best.score < _RECOGNISED and not declared:
        return _Choice(WINDOWS_1252, "fallback", disproved)
    return _Choice(best.charset, "detector", disproved)


def _beats(found: rank.Fit, held: rank.Fit) -> bool:
    """Whether a charset fits so much better than a declared one that the declaration is wrong."""
    if found.score < _RECOGNISED:
        return False
    if found.charset.name in SIBLINGS.get(held.charset.name, ()):
        lead = found.score - held.score
        return lead * held.n_chars >= _SIBLING_TOTAL and (
            held.charset is not WINDOWS_1252 or lead >= _WESTERN
        )
    lead = rank.advantage(found) - held.score
    return lead >= _CLEARLY and lead * held.n_chars >= _CLEARLY_TOTAL


def _finish_wide(data: bytes, choice: _Choice) -> Decoded:
    """The same for UTF-16 and UTF-32, whose zero bytes are no NULs: those are looked for in the text."""
    text, n_lost = rank.read(data, choice.charset)
    return _finish(text.replace("\0", ""), n_lost, choice, text.count("\0"))


def _finish(text: str, n_lost: int, choice: _Choice, n_nuls: int = 0, n_undone: int = 0) -> Decoded:
    """Put the result together and say what had to be given up."""
    warnings = []
    if not text or text.isspace():
        warnings.append(warn("empty-input"))
    if choice.disproved:
        warnings.append(warn("wrong-charset", f'"{choice.disproved}" but is {choice.charset.name}'))
    if n_lost:
        warnings.append(warn("undecodable", f"{n_lost} character{'s' if n_lost > 1 else ''}"))
    if n_undone:
        warnings.append(warn("encoded-twice", n_undone))
    if n_nuls:
        warnings.append(warn("nul-characters", n_nuls))
    return Decoded(text, Encoding(choice.charset.name, choice.evidence), tuple(warnings))
