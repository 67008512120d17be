"""The phrase tables: as written, in every spelling, found in what sites write and not in articles."""

from __future__ import annotations

import html
import unicodedata

import pytest

from boilerstrip.decide.told import phrases_of
from boilerstrip.features.arrays import PageArrays
from boilerstrip.features.joined import Joined
from boilerstrip.features.phrase_search import find_all
from boilerstrip.features.phrases import Told, find_phrases
from boilerstrip.parse import parse
from boilerstrip.phrases import LEARNED_ROLES, PHRASES
from boilerstrip.phrases.by_language import PHRASES_BY_LANGUAGE
from boilerstrip.phrases.whole import WHOLE
from boilerstrip.segment import segment
from boilerstrip.vocabulary import DROPPED_ROLES

MOST_USED = set(
    "en es de ja fr pt ru it nl pl tr zh zh-hant fa vi cs id ko uk hu sv ar ro el da fi th hi he".split()
)
"""The languages most used on the web, as codes of `PHRASES_BY_LANGUAGE`."""
CELLS = [(role, language) for role, table in PHRASES_BY_LANGUAGE.items() for language in table]


def told(*lines: str) -> Told:
    """What a page of these lines is told to hold, each a paragraph."""
    source = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    table = segment(parse(source).roots)
    assert table.text == list(lines), "each line is a block of its own"
    return find_phrases(PageArrays(table))


# The tables


def test_the_learned_roles_stand_in_the_order_of_the_columns() -> None:
    assert LEARNED_ROLES == (
        "donation",
        "newsletter",
        "cookie-notice",
        "related",
        "advertisement",
        "comment-form",
        "share",
    )
    assert tuple(PHRASES)[: len(LEARNED_ROLES)] == LEARNED_ROLES


def test_every_role_is_a_dropped_one() -> None:
    assert set(PHRASES) == set(PHRASES_BY_LANGUAGE)
    assert set(PHRASES) <= set(DROPPED_ROLES)
    assert set(DROPPED_ROLES) - set(PHRASES) == {"header", "footer", "duplicate", "other"}


@pytest.mark.parametrize("role", PHRASES_BY_LANGUAGE)
def test_every_role_has_phrases_in_the_languages_most_used(role: str) -> None:
    assert set(PHRASES_BY_LANGUAGE[role]) >= MOST_USED
    for language in MOST_USED:
        assert len(PHRASES_BY_LANGUAGE[role][language]) >= 2, language


def test_phrases_are_written_as_a_lower_cased_page_has_them() -> None:
    for role, language in CELLS:
        for phrase in PHRASES_BY_LANGUAGE[role][language]:
            assert phrase, (role, language)
            assert phrase == phrase.lower() == unicodedata.normalize("NFC", phrase), phrase
            assert phrase == " ".join(phrase.split()), phrase
            assert "|" not in phrase, phrase


def test_no_phrase_stands_twice_in_a_language() -> None:
    for role, language in CELLS:
        phrases = PHRASES_BY_LANGUAGE[role][language]
        assert len(phrases) == len(set(phrases)), (role, language)


def test_no_phrase_belongs_to_two_roles() -> None:
    owners: dict[str, str] = {}
    for role, phrases in PHRASES.items():
        for phrase in phrases:
            assert owners.setdefault(phrase, role) == role, phrase


def test_all_phrases_of_a_language_are_among_those_of_their_role() -> None:
    for role, language in CELLS:
        assert set(PHRASES_BY_LANGUAGE[role][language]) <= set(PHRASES[role])


@pytest.mark.parametrize(("role", "language"), CELLS)
def test_each_phrase_is_found_where_it_stands_alone(role: str, language: str) -> None:
    phrases = PHRASES_BY_LANGUAGE[role][language]
    found = told(*phrases).get(role, {})
    assert [phrase for i, phrase in enumerate(phrases) if i not in found] == []


# What sites write

WIDGETS = {
    "en": {
        "comment": "View all comments (14)",
        "login": "Forgot your password?",
        "search": "Search results for “lock gates”",
        "paywall": "Subscribe to continue reading this story",
        "legal": "© 2025 Orrin Courier. All Rights Reserved.",
        "pagination": "Older posts →",
        "breadcrumb": "You are here: Home",
        "author-bio": "Mara Ellwood is a freelance writer from Corran.",
        "hidden": "Opens in a new tab",
        "navigation": "Back to top ↑",
    },
    "de": {
        "donation": "Unterstützen Sie unsere Arbeit mit 5 Euro im Monat",
        "newsletter": "Jetzt Newsletter abonnieren!",
        "cookie-notice": "Diese Seite verwendet Cookies. Alle akzeptieren",
        "related": "Das könnte Sie auch interessieren",
        "comment-form": "Schreibe einen Kommentar",
        "comment": "Alle Kommentare anzeigen (23)",
        "login": "Passwort vergessen?",
        "legal": "Impressum | Datenschutz | AGB",
    },
    "fr": {
        "donation": "Je fais un don de 10 €",
        "newsletter": "Abonnez-vous à notre lettre d’information",
        "cookie-notice": "Continuer sans accepter →",
        "related": "À lire aussi : le canal rouvre au printemps",
        "comment-form": "Votre adresse e-mail ne sera pas publiée.",
        "paywall": "Article réservé aux abonnés",
        "author-bio": "À propos de l’auteur",
        "legal": "Mentions légales – CGU",
    },
    "es": {
        "newsletter": "Suscríbete a nuestro boletín",
        "cookie-notice": "Aceptar todas las cookies",
        "related": "Te puede interesar",
        "comment-form": "Deja una respuesta Cancelar la respuesta",
        "share": "Compartir en Facebook",
        "search": "¿Qué estás buscando?",
        "paywall": "Contenido exclusivo para suscriptores",
    },
    "pt": {
        "donation": "Apoie o nosso trabalho",
        "related": "Leia também",
        "comment-form": "O seu endereço de e-mail não será publicado.",
        "comment": "Ver todos os comentários",
        "login": "Esqueceu a senha?",
        "advertisement": "Continua após a publicidade",
    },
    "it": {
        "cookie-notice": "Accetta tutti i cookie",
        "related": "Potrebbe interessarti anche",
        "comment-form": "Lascia un commento",
        "author-bio": "Informazioni sull'autore",
        "legal": "Tutti i diritti riservati - P. IVA 00000000000",
        "pagination": "Articolo precedente",
    },
    "nl": {
        "donation": "Steun onze redactie",
        "newsletter": "Meld je aan voor de nieuwsbrief",
        "cookie-notice": "Cookies accepteren",
        "comment-form": "Plaats een reactie",
        "hidden": "Schakel JavaScript in",
        "navigation": "Inhoudsopgave",
    },
    "pl": {
        "donation": "Postaw mi kawę",
        "cookie-notice": "Zaakceptuj wszystkie",
        "related": "Najczęściej czytane",
        "share": "Udostępnij na Facebooku",
        "login": "Nie pamiętasz hasła?",
        "breadcrumb": "Jesteś tutaj: Aktualności",
    },
    "cs": {
        "newsletter": "Přihlaste se k odběru novinek",
        "cookie-notice": "Nastavení cookies",
        "related": "Mohlo by vás zajímat",
        "search": "Výsledky vyhledávání pro „zdymadlo“",
        "legal": "Všechna práva vyhrazena.",
    },
    "sk": {
        "related": "Prečítajte si aj",
        "comment-form": "Pridať komentár",
        "legal": "Všetky práva vyhradené",
    },
    "ru": {
        "donation": "Поддержать редакцию",
        "newsletter": "Подпишитесь на нашу рассылку",
        "related": "МАТЕРИАЛЫ ПО ТЕМЕ",
        "comment-form": "Обязательные поля помечены *",
        "comment": "Показать все комментарии",
        "login": "Забыли пароль?",
        "pagination": "Загрузить еще",
        "legal": "При использовании материалов ссылка обязательна",
    },
    "uk": {
        "newsletter": "Підпишіться на розсилку новин",
        "cookie-notice": "Ми використовуємо cookie",
        "comment-form": "Обов’язкові поля позначені *",
        "pagination": "Показати ще",
        "paywall": "Лише для підписників",
    },
    "bg": {
        "cookie-notice": "Използваме бисквитки",
        "related": "Още по темата",
        "legal": "Всички права запазени © 2025",
    },
    "tr": {
        "newsletter": "E-BÜLTEN",
        "related": "İlgili Haberler",
        "comment-form": "BİR YANIT YAZIN",
        "login": "Giriş Yap",
        "navigation": "İÇİNDEKİLER",
        "hidden": "Yükleniyor",
        "legal": "Tüm Hakları Saklıdır",
    },
    "el": {
        "related": "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ",
        "cookie-notice": "Αποδοχή όλων",
        "comment-form": "Αφήστε ένα σχόλιο",
        "legal": "Όροι χρήσης",
        "search": "Αποτελέσματα αναζήτησης",
    },
    "ar": {
        "donation": "تبرع الآن",
        "related": "اقرأ أيضا",
        "comment-form": "اترك تعليقاً",
        "login": "هل نسيت كلمة المرور؟",
        "legal": "جميع الحقوق محفوظة © 2025",
        "pagination": "المقال التالي",
    },
    "fa": {
        "related": "مطالب مرتبط",
        "comment-form": "دیدگاهتان را بنویسید",
        "comment": "آخرین دیدگاه ها",
        "cookie-notice": "این سایت از کوکي\u200cها استفاده می‌کند: تنظیمات کوکی",
        "navigation": "فهرست مطالب",
        "hidden": "در حال بارگذاری",
    },
    "he": {
        "newsletter": "הירשמו לניוזלטר שלנו",
        "related": "כתבות נוספות",
        "comment-form": "השאירו תגובה",
        "login": "שכחת סיסמה?",
        "legal": "כל הזכויות שמורות",
    },
    "zh": {
        "donation": "请我喝杯咖啡",
        "related": "推荐阅读",
        "comment-form": "您的邮箱地址不会被公开。",
        "comment": "查看全部评论",
        "login": "忘记密码？",
        "pagination": "上一篇：春汛预警",
        "legal": "版权所有 © 运河日报",
    },
    "zh-hant": {
        "related": "你可能也會喜歡",
        "comment-form": "取消回覆",
        "navigation": "回到頂端",
        "paywall": "訂戶限定",
        "search": "請輸入關鍵字",
    },
    "ja": {
        "donation": "ご支援をお願いします",
        "newsletter": "メールマガジンの登録はこちら",
        "related": "あわせて読みたい",
        "comment-form": "コメントをキャンセル",
        "paywall": "この記事は有料会員限定です。",
        "author-bio": "この記事を書いた人",
        "navigation": "目次",
    },
    "ko": {
        "donation": "정기후원 신청",
        "related": "많이 본 뉴스",
        "comment": "댓글 더보기",
        "login": "비밀번호 찾기",
        "legal": "무단전재 및 재배포 금지",
        "hidden": "로딩 중",
    },
    "vi": {
        "related": "Có thể bạn quan tâm",
        "comment-form": "Để lại một bình luận",
        "login": "Quên mật khẩu?",
        "share": "Chia sẻ bài viết",
        "navigation": "Mục lục",
    },
    "th": {
        "related": "ข่าวที่เกี่ยวข้อง",
        "cookie-notice": "เว็บไซต์นี้ใช้คุกกี้ ยอมรับทั้งหมด",
        "login": "ลืมรหัสผ่าน?",
        "legal": "สงวนลิขสิทธิ์ © 2568",
        "pagination": "บทความก่อนหน้า",
    },
    "hi": {
        "related": "यह भी \u092a\u095d\u0947\u0902: नहर कब खुलेगी",  # ṛha as one character
        "comment-form": "टिप्पणी करें",
        "login": "पासवर्ड भूल गए?",
        "legal": "सर्वाधिकार सुरक्षित",
        "navigation": "विषय सूची",
    },
    "id": {
        "related": "Baca Juga: Kanal dibuka kembali",
        "comment-form": "Tinggalkan Balasan",
        "login": "Lupa kata sandi?",
        "legal": "Pedoman Media Siber",
        "hidden": "Aktifkan JavaScript",
    },
    "hu": {
        "donation": "Támogasd a munkánkat!",
        "newsletter": "Iratkozz fel a hírlevelünkre!",
        "related": "Ez is érdekelhet",
        "login": "Elfelejtett jelszó",
        "legal": "Minden jog fenntartva.",
    },
    "sv": {
        "newsletter": "Prenumerera på vårt nyhetsbrev",
        "cookie-notice": "Vi använder cookies",
        "related": "Läs också",
        "share": "Dela på Facebook",
        "paywall": "Är du redan prenumerant?",
    },
    "da": {
        "donation": "Støt os med et beløb",
        "cookie-notice": "Accepter alle",
        "related": "Læs også",
        "advertisement": "Annonce",
        "navigation": "Til toppen",
    },
    "nb": {
        "newsletter": "Få nyhetsbrevet rett i innboksen",
        "related": "Les også",
        "comment-form": "Legg igjen en kommentar",
        "paywall": "Kun for abonnenter",
    },
    "fi": {
        "donation": "Tue työtämme",
        "newsletter": "Tilaa uutiskirje",
        "related": "Lue myös",
        "legal": "Kaikki oikeudet pidätetään",
        "login": "Unohditko salasanasi?",
    },
    "ro": {
        "related": "Citeşte şi: Canalul se redeschide",
        "comment-form": "Adresa ta de email nu va fi publicată.",
        "cookie-notice": "Politica de cookies",
        "legal": "Termeni si conditii",
        "login": "Ai uitat parola?",
    },
    "hr": {
        "cookie-notice": "Prihvati sve kolačiće",
        "related": "Možda će vas zanimati",
        "share": "Podijeli članak",
        "legal": "Sva prava pridržana.",
    },
}
"""Language -> role -> a line as its sites have it."""
LINES = [(language, role, line) for language, lines in WIDGETS.items() for role, line in lines.items()]


def test_the_lines_are_of_most_languages_and_all_roles() -> None:
    assert len(WIDGETS) >= 20
    assert {role for _, role, _ in LINES} == set(PHRASES)


@pytest.mark.parametrize(("language", "role", "line"), LINES)
def test_a_line_of_a_widget_is_told_by_a_phrase(language: str, role: str, line: str) -> None:
    assert 0 in told(line).get(role, {}), language


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("related", "Die Leser waren sich einig: das Weiterlesende zählt"),  # no single word as a stem
        ("share", "Die Anteilseigner urteilen am Freitag"),
        ("share", "I den nordlige delen av kommunen"),
        ("share", "Diario del viaje a la esclusa"),
        ("share", "Той сподели, че реката е спокойна"),
        ("advertisement", "Alle Termine anzeigen"),
        ("advertisement", "Ilan Kessler, 54"),
        ("cookie-notice", "Принять все меры!"),
        ("comment-form", "Vill inte kommentera"),
        ("donation", "Keçeci bağışçılara teşekkür etti"),
    ],
)
def test_a_short_line_that_only_looks_like_a_widget_holds_none(role: str, line: str) -> None:
    assert role not in told(line)


# What articles write

PROSE = [
    "The keeper said that he would support the repair if the canal authority paid for the new hinge.",
    "Nobody wanted to comment on the accident before the divers had seen the gate from below.",
    "Die Regierung will die Folgen mit einer Spende allein nicht lindern, sagte der Minister am Abend.",
    "Alle Schiffer mussten die neuen Regeln akzeptieren, auch wenn die Kosten dadurch deutlich stiegen.",
    "Le ministre a déclaré qu’il fallait accepter la décision du tribunal, même si elle déplaît aux bateliers.",
    "Les pêcheurs ont partagé leur repas avec les équipages bloqués des deux côtés de l’écluse.",
    "El alcalde pidió a los vecinos que apoyaran la obra y recordó que el canal es patrimonio de todos.",
    "La empresa no quiso hacer comentarios sobre la avería y remitió las preguntas al ministerio.",
    "Il sindaco ha condiviso la scelta dei tecnici e ha ringraziato i volontari per il lavoro svolto.",
    "O presidente da câmara disse que aceita todas as críticas, mas que a obra tinha de começar agora.",
    "De sluiswachter vertelde dat beide delen van de deur waren gescheurd en dat niemand gewond raakte.",
    "Minister zapowiedział, że rząd wesprze armatorów, którzy przez awarię ponieśli największe straty.",
    "Ministr uvedl, že stát přispěje na opravu vrat a že práce začnou ještě před koncem měsíce.",
    "Правительство обещало принять все меры, чтобы движение по каналу восстановили до конца недели.",
    "Уряд має прийняти всі потрібні рішення до п’ятниці, аби судна могли зробити перший рейс.",
    "Министърът сподели, че ремонтът ще продължи три дни, и прие всички предложения на инженерите.",
    "Bakan, onarımın üç gün süreceğini söyledi ve kanal idaresinin bütün önlemleri aldığını anlattı.",
    "Ο δήμαρχος στήριξε την πρόταση των μηχανικών και ζήτησε να αρχίσουν αμέσως οι εργασίες.",
    "وقال الوزير إن الحكومة ستتحمل كلفة الإصلاح، وإن مشاركة المهندسين كانت حاسمة في إنهاء الأزمة.",
    "وزیر گفت که دولت هزینه تعمیر را می‌پردازد و به نظر او کار تا پایان هفته تمام می‌شود.",
    "השר אמר כי שיתוף הפעולה עם המהנדסים הביא לפתרון מהיר, והודה להם על תרומתם לתיקון השער.",
    "部长表示，政府将承担维修费用，并感谢工程师们在寒冷的夜里连续工作，使航道提前恢复通行。",
    "部長表示，政府將負擔維修費用，並感謝工程師在寒冷的夜裡連續工作，使航道提前恢復通行。",
    "大臣は修理の費用を国が負担すると述べ、市場シェアの低い小さな船会社を支援する考えを示した。",
    "장관은 정부가 수리 비용을 부담하겠다고 밝혔으며, 두 기관이 정보를 공유해 사고를 막겠다고 말했다.",
    "Bộ trưởng chia sẻ với các chủ tàu rằng chính phủ sẽ trả chi phí sửa chữa trong tuần này.",
    "รัฐมนตรีแสดงความคิดเห็นว่ารัฐควรออกค่าซ่อมทั้งหมด และขอบคุณวิศวกรที่ทำงานตลอดคืน",
    "मंत्री ने कहा कि सरकार मरम्मत का खर्च उठाएगी और इंजीनियरों ने रात भर काम किया।",
    "Menteri mengatakan pemerintah akan menanggung biaya perbaikan dan berterima kasih kepada para insinyur.",
    "A miniszter szerint az állam támogatja a hajósokat, és minden javaslatot elfogad a mérnököktől.",
    "Ministern ville inte kommentera uppgifterna men sade att alla måste acceptera de nya reglerna.",
    "Ministeren sagde, at en del på kanalen skal skiftes, og at alle skippere har accepteret planen.",
    "Ministeri kommentoi vahinkoa lyhyesti eikä hyväksynyt kaikkia insinöörien ehdotuksia.",
    "Ministrul a spus că statul susține repararea porților și că inginerii acceptă toate condițiile.",
    "Ministar je rekao da država podržava popravak i da su inženjeri prihvatili sve uvjete.",
]
"""Sentences of articles, with words that widgets of their language have too."""


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_of_an_article_holds_no_phrase_that_is_learned(line: str) -> None:
    assert {role: found for role, found in told(line).items() if role in LEARNED_ROLES and found} == {}


# Spellings


@pytest.mark.parametrize(
    ("role", "written", "line"),
    [
        ("related", "ilgili haberler", "İlgili haberler"),
        ("related", "ilgili haberler", "İLGİLİ HABERLER"),
        ("comment-form", "yorum yazın", "YORUM YAZIN"),
        ("comment-form", "η ηλ. διεύθυνση σας δεν", "Η ΗΛ. ΔΙΕΥΘΥΝΣΗ ΣΑΣ ΔΕΝ ΔΗΜΟΣΙΕΥΕΤΑΙ"),
        ("related", "articole similare", "ARTICOLE SIMILARE"),
        ("donation", "susține-ne", "Sustine-ne"),
        ("donation", "susține-ne", "Susţine-ne"),
        ("related", "читайте ещё", "Читайте еще"),
        ("hidden", "menü schließen", "Menü schliessen"),
        ("comment-form", "أضف تعليق", "اضف تعليقا"),
        ("newsletter", "lettre d'information", "Notre Lettre d’Information"),
        ("comment", "آخرین دیدگاه‌ها", "آخرین دیدگاهها"),
        ("comment", "همه دیدگاه‌ها", "همه ديدگاه ها"),
    ],
)
def test_a_phrase_is_found_however_it_is_spelled(role: str, written: str, line: str) -> None:
    assert any(written in phrases for phrases in PHRASES_BY_LANGUAGE[role].values())
    assert 0 in told(line).get(role, {})


def test_labels_are_written_as_they_are_looked_up() -> None:
    for label, role in WHOLE.items():
        assert label == label.lower().strip() == unicodedata.normalize("NFC", label), label
        assert role in PHRASES


def test_a_label_says_what_a_block_is_only_if_it_is_all_it_says() -> None:
    table = segment(parse("<p>Facebook</p><p>« Weiter</p><p>Reply</p><p>Facebook bought it</p>").roots)
    said = phrases_of(table, [False] * 4, {})
    assert {block: one.role for block, one in said.items()} == {0: "share", 1: "pagination", 2: "comment"}


def test_no_phrase_is_passed_over() -> None:
    """Each is looked for where its words stand: at both ends of a text, behind a sign, and with an ending."""
    for role, phrases in PHRASES.items():
        for phrase in phrases:
            for page in (phrase, f"x {phrase}\ny", f"({phrase})"):
                found = [hit[:2] for hit in find_all(Joined([page], len(page)))]
                assert (role, phrase) in found, page


def test_a_phrase_that_asks_for_a_donation_says_more_than_the_name_of_a_payment() -> None:
    assert told("Donate with PayPal", "Support us: PayPal", "PayPal, Visa")["donation"] == {
        0: "donate",
        1: "support us",
        2: "paypal",
    }


@pytest.mark.parametrize(
    ("text", "is_advertisement"),
    [("Anuncio", True), ("Anuncios parecidos", False), ("Annunci simili", False), ("Publicidad", True)],
)
def test_classified_advertisements_are_none(text: str, is_advertisement: bool) -> None:
    assert ("advertisement" in told(text)) == is_advertisement
    assert WHOLE["anuncios"] == "advertisement"


def test_the_name_of_a_payment_alone_says_no_role() -> None:
    table = segment(parse("<p>Pay by PayPal</p><p>Donate with PayPal</p>").roots)
    found = phrases_of(table, [False, False], find_phrases(PageArrays(table)))
    assert {block: said.role for block, said in found.items()} == {1: "donation"}
