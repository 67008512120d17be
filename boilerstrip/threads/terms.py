"""Words of class names, ids and properties inside a thread, and of its buttons. Data only."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABOUT",
    "ABOUT_ENDS",
    "ABOUT_PROPS",
    "ABOUT_STARTS",
    "ABOUT_WORDS",
    "ACTIONS",
    "ANSWERING",
    "ASIDE",
    "ASIDE_WORDS",
    "AUTHOR_ENDS",
    "AUTHOR_PARTS",
    "AUTHOR_PROPS",
    "AUTHOR_WEIGHTS",
    "BODY",
    "BODY_ENDS",
    "BODY_LAST",
    "BODY_PROPS",
    "BODY_WORDS",
    "DATE_EDGES",
    "DATE_HINTS",
    "DATE_PROPS",
    "DATE_WORDS",
    "DOWN",
    "ENTRY_ENDS",
    "ENTRY_NOUNS",
    "LATER",
    "LATER_SAID",
    "LATER_UNSPACED",
    "LOCKED",
    "MANY",
    "MEMBER",
    "MONTHS",
    "NEUTRAL",
    "NO_AUTHOR",
    "NO_BODY",
    "NO_PERMALINK",
    "NO_VOTE",
    "PARTS",
    "PERMALINK",
    "PROFILES",
    "PROFILE_HINTS",
    "QUOTES",
    "QUOTE_BUTTONS",
    "REPLIES",
    "UP",
    "VOTE_WEIGHTS",
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
ABOUT_PROPS: Final = (
    AUTHOR_PROPS
    | DATE_PROPS
    | {
        "datemodified",
        "interactionstatistic",
        "upvotecount",
        "downvotecount",
        "reviewrating",
        "url",
        "position",
    }
)

BODY_WORDS: Final = frozenset(
    "body content contents text prose markdown richtext description desc texto texte testo tekst"
    " inhalt contenu"
    " contenido contenuto conteudo cuerpo corpo corps tresc metin teks".split()
)
BODY_LAST: Final = frozenset("message messages msg md".split())
"""Words that name the words themselves where nothing follows them: "post-message", not "message-main"."""
BODY_ENDS: Final = ("text", "body", "content", "message")
NO_BODY: Final = frozenset({"context", "subtext", "alttext", "nobody", "somebody", "anybody"})
ABOUT_WORDS: Final = frozenset(
    "meta metadata metas author authors autor auteur autore verfasser user users username member"
    " members poster"
    " profile avatar gravatar userpic byline tagline date dates datum fecha data time times"
    " timestamp posted"
    " footer foot pie fuss pied header head cabecera kopf encabezado entete attribution toolbar"
    " tools actions"
    " action acciones aktionen actionbar buttons button btn btns controls control reply replies responder"
    " antworten repondre vote votes voting votos voto score points karma likes like liked rating"
    " ratings star"
    " stars signature sig sharing share menu dropdown popup tooltip nav navigation rank badge badges"
    " label labels permalink permalinks perma form respond report flag denunciar links says status"
    " flair info"
    " options edited edit editing count counter counts number reactions reaction react helpful joined"
    " location contact gadget collapse expand collapser collapsed toggle tooltip hint moderation moderator"
    " online offline commenter by who when ago userbox title subject titulo betreff sujet".split()
)
ABOUT_STARTS: Final = ("user", "author", "avatar", "profile", "signature", "vote", "button", "popup", "react")
ABOUT_ENDS: Final = (
    "meta",
    "info",
    "date",
    "time",
    "author",
    "profile",
    "footer",
    "header",
    "posthead",
    "postfoot",
    "button",
    "buttons",
    "controls",
    "actions",
    "menu",
    "avatar",
    "username",
    "toolbar",
    "signature",
    "votes",
    "linking",
)
ASIDE: Final = "aside"
ASIDE_WORDS: Final = frozenset("lastedited lastedit postedit editnote signature sig".split())
"""Words that say so wherever they stand."""
QUOTES: Final = frozenset(
    "quote quoted quotes quotation blockquote zitat cita citation bbcode quotetop quotemain".split()
)
QUOTE_BUTTONS: Final = frozenset("button btn link action multi icon reply".split())
"""Words beside "quote" where it is something to click."""

AUTHOR_WEIGHTS: Final = {
    **dict.fromkeys(
        "author autor auteur autore verfasser username nickname nick fn commenter hnuser poster"
        " creator displayname screenname postername membername authorname nombre".split(),
        3,
    ),
    **dict.fromkeys("user name member cite byline by who writer person fullname reviewer".split(), 2),
}
AUTHOR_PARTS: Final = tuple(
    word for word in AUTHOR_WEIGHTS if not any(part in word for part in AUTHOR_WEIGHTS if part != word)
)
"""What is in all words that have a weight: "user" is in "username" as well."""
AUTHOR_ENDS: Final = ("username", "author", "nickname")
NO_AUTHOR: Final = frozenset(
    "avatar image img picture photo pic rank title badge badges role label labels status location"
    " level posts"
    " count info bio joined email date time says meta link links icon signature gravatar userpic profile"
    " group extra extras details file product company domain site host field reputation score action"
    " actions"
    " attrs flair subreddit form menu contact online offline website like likes liked likers select".split()
)
VOTE_WEIGHTS: Final = {
    **dict.fromkeys("score votos voto votes vote voting points karma upvotes upvote rate".split(), 3),
    **dict.fromkeys("likes like liked thumbs thumb hearts heart".split(), 2),
}
NO_VOTE: Final = frozenset("user who reputation author rating stars member profile reaction_score".split())
UP: Final = frozenset("up upvote upvotes positive plus thumbsup favor".split())
DOWN: Final = frozenset("down downvote downvotes dislike dislikes negative minus thumbsdown contra".split())

DATE_WORDS: Final = frozenset(
    "date dates datum fecha data time timestamp posted published ago age when created postdate"
    " datetime relativetime"
    " timeago postedon submitted permalink".split()
)
LATER: Final = frozenset(
    "edit edited modified updated update lastedit lastedited joined join registered since seen last"
    " member birth".split()
)
"""Words beside a date that is not that of the entry."""
LATER_SAID: Final = frozenset(
    """enregistré enregistrée inscrit inscrite inscription depuis modifié modifiée modification édité
    éditée dernière registriert beigetreten seit dabei anmeldedatum anmeldungsdatum registrierung
    bearbeitet geändert zuletzt registrado registrada registro ingreso ingresó unió desde editado
    editada modificado modificada última cadastro cadastrado cadastrada registo entrou iscritto iscritta
    iscrizione registrato registrata modificato modificata ultima geregistreerd sinds bewerkt gewijzigd
    laatst rejestracja zarejestrowany zarejestrowana dołączył dołączyła edytowany edytowano ostatnio
    зарегистрирован зарегистрирована регистрация реєстрація зареєстрован зареєстрована отредактировано
    изменено последний registrován registrována upraveno naposledy registrerad registreret registrert
    redigerad redigeret redigert senast sidst sist tilmeldt liittynyt rekisteröitynyt muokattu kayıt
    katılım katıldı üyelik düzenlendi csatlakozott regisztrált szerkesztve înregistrat εγγραφή""".split()
)
"""Words that lines say beside such a date: of joining, of editing, of the last visit."""
MEMBER: Final = ("medlem", frozenset({"blev", "sedan", "siden"}))
"""The same in Scandinavian languages: a word that does beside one of the others."""
LATER_UNSPACED: Final = (
    "登録",
    "登录",
    "注册",
    "注冊",
    "加入",
    "가입",
    "編集",
    "编辑",
    "編輯",
    "수정",
    "更新",
)
"""The same in scripts without blanks between words."""
PROFILES: Final = ("profile", "userinfo", "userdetails", "userdata", "memberinfo", "authorinfo", "posterinfo")
"""What labels of an author's profile hold, without the signs between words."""

ENTRY_NOUNS: Final = frozenset(
    "comment comments comentario comentarios commentaire commentaires commento commenti kommentar"
    " kommentare"
    " komentarz komentar reactie yorum kommentti comentari reply review post message msg answer question"
    " postbit postcontainer response opinion respuesta antwort beitrag prispevek hozzaszolas opinia"
    " talkback bewertung kundenbewertung rezension kundenrezension valoracion resena recensione avis"
    " beoordeling avaliacao recenzja recenze".split()
)
ANSWERING: Final = frozenset(
    "comment comentario commentaire commento kommentar komentarz komentar reactie yorum kommentti comentari"
    " reply response answer respuesta resposta antwort note".split()
)
"""Words of names of what answers something; posts and messages may open a thread as well."""
NEUTRAL: Final = frozenset(
    "item wrap wrapper container box entry row block card single el element node unit inner js is has t id"
    " even odd alt depth level nivel root parent child top first last new old".split()
)
ENTRY_ENDS: Final = ("post", "comment", "message")
MANY: Final = frozenset(
    "comments posts replies messages reviews answers comentarios commentaires commenti bewertungen"
    " kundenbewertungen rezensionen kundenrezensionen valoraciones resenas opiniones recensioni"
    " beoordelingen avaliacoes opinie recenzje".split()
)
PARTS: Final = frozenset(
    "list area section wrapper thread threads stream feed body content text form meta header footer"
    " author count"
    " link links nav navigation pagination".split()
)

PERMALINK: Final = frozenset(
    "permalink permalinks bookmark bylink permanente permanent postcounter timestamp perma anchor".split()
)
NO_PERMALINK: Final = frozenset(
    "reply respond replytocom replyto quote report flag share edit delete vote like bookmark-click"
    " login multiquote"
    " newreply posting sendmessage complaint".split()
)
PROFILE_HINTS: Final = (
    *("/u", "user", "member", "profil", "people", "author", "/by/", "perfil", "benutzer", "/@", "/~", "uid"),
)
"""Of which the address of a person's page has one, in lower case."""

REPLIES: Final = frozenset(
    "reply replies like report flag quote upvote downvote antworten melden zitieren répondre signaler"
    " citer j'aime responder denunciar citar rispondi segnala cita responda curtir odpowiedz zgłoś cytuj"
    " ответить пожаловаться нравится цитировать відповісти yanıtla cevapla beğen svara svar gilla"
    " beantwoorden reageer reageren vastaa رد إبلاغ پاسخ 返信 回复 回覆 举报 いいね 답글 신고 balas"
    " trả reagovat odpovědět odpovedať răspunde odgovori απάντηση válasz ตอบกลับ जवाब उत्तर উত্তর הגב השב பதில்"
    " 답변".split()
)
ACTIONS: Final = REPLIES | frozenset(
    "share edit delete permalink teilen bearbeiten löschen partager compartir partilhar udostępnij"
    " поскаржитись поделиться thích lời báo cáo 通報 返信件 şikayet et reagovat nahlásit ilmoita"
    " anmäl rapporteer απάντηση αναφορά válasz jelentés laporkan ตอบกลับ รายงาน जवाब दें रिपोर्ट करें"
    " উত্তর দিন রিপোর্ট הגב דווח گزارش பதில் புகார்".split()
)
"""Words of which lines are made that hold nothing but what to do with an entry."""

MONTHS: Final = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
DATE_HINTS: Final = (
    *"yesterday today ago gestern heute eben hier hui ayer hoy ieri oggi ontem hoje gisteren vandaag wczoraj"
    " dzisiaj вчера сегодня вчора сьогодні dün bugün igår idag går eilen tänään včera dnes أمس اليوم"
    " 昨日 今日 昨天 今天 어제 오늘 hôm kemarin há před πριν sedan siden atrás geleden temu"
    " назад тому önce sitten trước lalu पहले পূর্বে আগে پیش قبل منذ לפני 前 전".split(),
    *("just now", "i dag", "vor ", "hace ", "il y a", " fa"),
)
"""A word of each kind of date that begins with a word, but for those of months; in lower case."""
DATE_EDGES: Final = frozenset(
    "yesterday today now ago gestern heute eben hier aujourd'hui ayer hoy hace ieri oggi fa ontem"
    " hoje há atrás vor"
    " gisteren vandaag geleden wczoraj dzisiaj temu вчера сегодня вчора сьогодні назад тому dün"
    " bugün önce igår idag"
    " går dag sedan siden eilen tänään sitten včera dnes před أمس اليوم منذ قبل קודם אתמול qua trước"
    " kemarin lalu पहले পূর্বে আগে پیش"
    " 昨日 今日 昨天 今天 어제 오늘".split()
)
"""Words of which one is the first or the last of a date without a digit."""
