"""What the words of class names, ids and properties say inside a thread. Data, and how it is looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = [
    "ABOUT",
    "BODY",
    "LOCKED",
    "AUTHOR_PROPS",
    "BODY_PROPS",
    "DATE_PROPS",
    "NO_PERMALINK",
    "PERMALINK",
    "author_weight",
    "entry_rank",
    "fold",
    "is_reply_word",
    "part_of",
    "tokens_of",
    "vote_weight",
    "words_of",
]

BODY: Final = "body"
"""An element of an entry's own words."""
ABOUT: Final = "about"
"""An element of who, when, votes, buttons."""
LOCKED: Final = "locked"
"""Own words whatever the words of elements inside say: a quotation, or what microdata call the text."""

BODY_PROPS: Final = frozenset({"text", "commenttext", "reviewbody", "articlebody"})
AUTHOR_PROPS: Final = frozenset({"author", "creator"})
DATE_PROPS: Final = frozenset({"datepublished", "datecreated", "commenttime", "uploaddate"})
_ABOUT_PROPS: Final = AUTHOR_PROPS | DATE_PROPS | {
    "datemodified", "interactionstatistic", "upvotecount", "downvotecount", "reviewrating", "url", "position"
}

_BODY_WORDS: Final = frozenset(
    "body content contents text prose markdown richtext description desc texto texte testo tekst inhalt contenu"
    " contenido contenuto conteudo cuerpo corpo corps tresc metin teks".split()
)
_BODY_LAST: Final = frozenset("message messages msg md comment review answer komentarz yorum kommentar".split())
"""Words that name the words themselves where nothing follows them: "post-message", not "message-main"."""
_BODY_ENDS: Final = ("text", "body", "content", "message")
_NO_BODY: Final = frozenset({"context", "subtext", "alttext", "nobody", "somebody", "anybody"})
_ABOUT_WORDS: Final = frozenset(
    "meta metadata metas author authors autor auteur autore verfasser user users username member members poster"
    " profile avatar gravatar userpic byline tagline date dates datum fecha data time times timestamp posted"
    " footer foot pie fuss pied header head cabecera kopf encabezado entete attribution toolbar tools actions"
    " action acciones aktionen actionbar buttons button btn btns controls control reply replies responder"
    " antworten repondre vote votes voting votos voto score points karma likes like liked rating ratings star"
    " stars signature sig sharing share menu dropdown popup tooltip nav navigation rank badge badges"
    " label labels permalink permalinks perma form respond report flag denunciar links says status flair info"
    " options edited edit editing count counter counts number reactions reaction react helpful joined"
    " location contact gadget collapse expand collapser collapsed toggle tooltip hint moderation moderator"
    " online offline commenter by who when ago userbox title subject titulo betreff sujet".split()
)
_ABOUT_STARTS: Final = ("user", "author", "avatar", "profile", "signature", "vote", "button", "popup", "react")
_ABOUT_ENDS: Final = (
    "meta", "info", "date", "time", "author", "profile", "footer", "header", "posthead", "postfoot", "button",
    "buttons", "controls", "actions", "menu", "avatar", "username", "toolbar", "signature", "votes", "linking",
)
_ASIDE: Final = "aside"
_ASIDE_WORDS: Final = frozenset("lastedited lastedit editnote signature sig".split())
"""Words that say so wherever they stand."""
_QUOTES: Final = frozenset("quote quoted quotes quotation blockquote zitat cita citation bbcode".split())
_QUOTE_BUTTONS: Final = frozenset("button btn link action multi icon reply".split())
"""Words beside "quote" where it is something to click."""

_AUTHOR_WEIGHTS: Final = {
    **dict.fromkeys("author autor auteur autore verfasser username nickname nick fn commenter hnuser poster"
                    " creator displayname screenname postername membername authorname nombre".split(), 3),
    **dict.fromkeys("user name member cite byline by who writer person fullname reviewer".split(), 2),
}
_AUTHOR_ENDS: Final = ("username", "author", "nickname")
_NO_AUTHOR: Final = frozenset(
    "avatar image img picture photo pic rank title badge badges role label labels status location level posts"
    " count info bio joined email date time says meta link links icon signature gravatar userpic profile"
    " group extra extras details file product company domain site host field reputation score action actions"
    " attrs flair subreddit form menu contact online offline website".split()
)
_VOTE_WEIGHTS: Final = {
    **dict.fromkeys("score votos voto votes vote voting points karma upvotes upvote rate".split(), 3),
    **dict.fromkeys("likes like liked thumbs thumb hearts heart".split(), 2),
}
_NO_VOTE: Final = frozenset("user reputation author rating stars member profile reaction_score".split())

_ENTRY_NOUNS: Final = frozenset(
    "comment comments comentario comentarios commentaire commentaires commento commenti kommentar kommentare"
    " komentarz komentar reactie yorum kommentti comentari reply review post message msg answer question"
    " postbit postcontainer response opinion respuesta antwort beitrag".split()
)
_NEUTRAL: Final = frozenset(
    "item wrap wrapper container box entry row block card single el element node unit inner js is has t id"
    " even odd alt depth level nivel root parent child top first last new old".split()
)
_ENTRY_ENDS: Final = ("post", "comment", "message")
_MANY: Final = frozenset("comments posts replies messages reviews answers comentarios commentaires commenti".split())
_PARTS: Final = frozenset(
    "list area section wrapper thread threads stream feed body content text form meta header footer author count"
    " link links nav navigation pagination".split()
)

PERMALINK: Final = frozenset(
    "permalink permalinks bookmark bylink permanente permanent postcounter timestamp perma anchor".split()
)
NO_PERMALINK: Final = frozenset(
    "reply respond replytocom replyto quote report flag share edit delete vote like bookmark-click login multiquote"
    " newreply posting sendmessage complaint".split()
)

_REPLIES: Final = frozenset(
    "reply replies like share report flag quote upvote downvote antworten melden zitieren répondre signaler"
    " citer j'aime responder denunciar citar rispondi segnala cita responda curtir odpowiedz zgłoś cytuj"
    " ответить пожаловаться нравится цитировать відповісти yanıtla cevapla beğen svara svar gilla"
    " beantwoorden reageer reageren vastaa رد إبلاغ پاسخ 返信 回复 回覆 举报 いいね 답글 신고 balas trả".split()
)

_SPLIT_RE: Final = re.compile(r"[^\W\d_]+")
_CAMEL_RE: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS_RE: Final = re.compile(r"[0-9]+")
_MOST_TOKENS: Final = 12
"""Class names of an element that are looked at; more is styling, not meaning."""
_LABEL_CAP: Final = 400


@lru_cache(maxsize=16_384)
def words_of(label: str) -> tuple[str, ...]:
    """The words of a class name, id or property, in lower case."""
    return tuple(_SPLIT_RE.findall(_CAMEL_RE.sub(" ", label[:_LABEL_CAP]).lower()))


@lru_cache(maxsize=16_384)
def fold(token: str) -> str:
    """A class name or id with each number as "0": `post-71220` and `post-71222` are of one kind."""
    return _DIGITS_RE.sub("0", token)


@lru_cache(maxsize=16_384)
def tokens_of(label: str) -> tuple[str, ...]:
    """The names in a class-and-id label, folded, each once."""
    return tuple(dict.fromkeys(fold(token) for token in label[:_LABEL_CAP].split()[:_MOST_TOKENS]))


@lru_cache(maxsize=16_384)
def part_of(label: str) -> str:
    """Which part of an entry an element with that class-and-id label is: BODY, ABOUT, LOCKED or "".

    The last telling word of a name decides ("comment-author-text" is text), the first telling name.
    """
    said = [_part_of_name(name) for name in label[:_LABEL_CAP].split()[:_MOST_TOKENS]]
    return ABOUT if _ASIDE in said else next(filter(None, said), "")


@lru_cache(maxsize=16_384)
def _part_of_name(name: str) -> str:
    words = words_of(name)
    if not _ASIDE_WORDS.isdisjoint(words):
        return _ASIDE
    if not _QUOTES.isdisjoint(words) and _QUOTE_BUTTONS.isdisjoint(words):
        return LOCKED
    is_head = True  # what follows, if anything, only says what it is of: not "text-normal"
    for at, word in enumerate(reversed(words)):
        if is_head and (word in _BODY_WORDS or (at == 0 and word in _BODY_LAST)):
            return BODY
        if word in _ABOUT_WORDS:
            return ABOUT
        if is_head and word.endswith(_BODY_ENDS) and word not in _NO_BODY:
            return BODY
        if word.startswith(_ABOUT_STARTS) or word.endswith(_ABOUT_ENDS):
            return ABOUT
        is_head = is_head and (word in _ENTRY_NOUNS or word in _NEUTRAL)
    return ""


def part_of_prop(prop: str) -> str:
    """The same for a microdata property."""
    names = prop.lower().split()
    if not BODY_PROPS.isdisjoint(names):
        return LOCKED
    return ABOUT if not _ABOUT_PROPS.isdisjoint(names) else ""


@lru_cache(maxsize=16_384)
def author_weight(label: str) -> int:
    """How surely an element with that class-and-id label holds a name, 0 for not at all."""
    return max(map(_author_weight_of, label[:_LABEL_CAP].split()[:_MOST_TOKENS]), default=0)


@lru_cache(maxsize=16_384)
def _author_weight_of(name: str) -> int:
    words = words_of(name)
    if not _NO_AUTHOR.isdisjoint(words):
        return 0
    return sum([_AUTHOR_WEIGHTS.get(word, 3 if word.endswith(_AUTHOR_ENDS) else 0) for word in words])


@lru_cache(maxsize=16_384)
def vote_weight(label: str) -> int:
    """How surely an element with that class-and-id label holds a count of votes, 0 for not at all."""
    words = words_of(label)
    if not _NO_VOTE.isdisjoint(words):
        return 0
    return max((_VOTE_WEIGHTS.get(word, 0) for word in words), default=0)


@lru_cache(maxsize=16_384)
def entry_rank(token: str) -> int:
    """How much a name says that its element is one entry: 3 "comment", 2 "comment-box", 1 "comment-list"."""
    words = words_of(token)
    is_of_many = bool(words) and (words[-1] in _MANY or (len(words) > 1 and words[-1] in _PARTS))
    if is_of_many:
        return 1 if not _ENTRY_NOUNS.isdisjoint(words) else 0
    telling = [word for word in words if word not in _NEUTRAL]
    if not telling:
        return 0
    if telling[-1].endswith(_ENTRY_ENDS) and telling[-1] not in _ENTRY_NOUNS:
        return 2
    if telling[-1] in _ENTRY_NOUNS or (telling[0] in _ENTRY_NOUNS and len(telling) == 1):
        return 3 if len(telling) == len(words) else 2
    return 1 if not _ENTRY_NOUNS.isdisjoint(words) else 0


def is_reply_word(text: str) -> bool:
    """Whether a short text is that of a button to reply, like or report, in some language."""
    return not _REPLIES.isdisjoint(text.lower().split())
