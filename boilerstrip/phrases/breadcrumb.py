"""The way from the front page to here. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "you are here | you are currently here | breadcrumb | breadcrumbs | home > | home › | "
            "home » | home / | back to all | back to category"
        ),
        "de": (
            "sie sind hier | du bist hier | sie befinden sich hier | startseite > | startseite › | "
            "startseite » | startseite / | brotkrumen | pfadnavigation | brotkrümelnavigation | "
            "aktuelle seite:"
        ),
        "fr": "vous êtes ici | fil d'ariane | accueil > | accueil › | accueil » | accueil /",
        "es": (
            "usted está aquí | estás aquí: | está aquí: | estás en: | inicio > | inicio › | inicio » | "
            "inicio / | ruta de navegación | se encuentra usted aquí | portada >"
        ),
        "it": (
            "sei qui: | tu sei qui | ti trovi in | home page > | briciole di pane | "
            "percorso di navigazione | ti trovi qui | siete qui | sei in:"
        ),
        "pt": (
            "você está aqui | está aqui: | está em: | você está em | início > | início › | início » | "
            "início / | página inicial > | página inicial » | trilha de navegação | navegação estrutural"
        ),
        "nl": (
            "u bent hier | je bent hier | u bevindt zich hier | kruimelpad | broodkruimel | "
            "je bevindt je hier | startpagina > | voorpagina >"
        ),
        "pl": (
            "tu jesteś | jesteś w | strona główna > | strona główna › | strona główna » | "
            "strona główna / | okruszki | ścieżka nawigacyjna | jesteś tu"
        ),
        "cs": (
            "jste zde | nacházíte se | drobečková navigace | úvod > | úvod » | úvodní stránka > | "
            "hlavní stránka > | domů > | cesta:"
        ),
        "sk": (
            "ste tu: | nachádzate sa | omrvinková navigácia | úvod › | úvodná stránka > | domov > | "
            "domov » | cesta k stránke"
        ),
        "ru": (
            "вы здесь | вы находитесь здесь | главная > | главная › | главная » | главная / | "
            "главная → | хлебные крошки | вы находитесь в | главная страница >"
        ),
        "uk": (
            "ви тут | ви знаходитесь тут | ви перебуваєте тут | головна > | головна › | головна » | "
            "головна / | хлібні крихти | головна сторінка > | рядок навігації"
        ),
        "tr": (
            "buradasınız | anasayfa > | anasayfa › | anasayfa » | anasayfa / | ana sayfa > | "
            "ana sayfa › | ana sayfa » | ana sayfa / | sayfa yolu | içerik haritası"
        ),
        "el": (
            "βρίσκεστε εδώ | είστε εδώ | είσαι εδώ | αρχική > | αρχική › | αρχική » | αρχική / | "
            "διαδρομή πλοήγησης | αρχική σελίδα >"
        ),
        "ar": (
            "أنت هنا | أنت الآن في | أنت تتصفح | الرئيسية > | الرئيسية › | الرئيسية » | الرئيسية / | "
            "مسار التنقل | الرئيسية <"
        ),
        "fa": (
            "شما اینجا هستید | شما در اینجا هستید | خانه > | خانه › | خانه » | خانه / | صفحه اصلی > | "
            "صفحه اصلی » | صفحه نخست > | صفحه اصلی / | مسیر شما"
        ),
        "he": (
            "אתה נמצא כאן | הינך נמצא כאן | אתם נמצאים כאן | ראשי > | ראשי » | דף הבית > | דף הבית » | "
            "דף הבית / | פירורי לחם | ראשי / | הנך נמצא כאן"
        ),
        "zh": (
            "当前位置 | 您的位置 | 您现在的位置 | 所在位置 | 首页 > | 首页> | 首页 › | 首页 » | 首页 / | "
            "你的位置 | 面包屑 | 您当前的位置"
        ),
        "zh-hant": (
            "目前位置 | 您在這裡 | 你在這裡 | 首頁 > | 首頁> | 首頁 › | 首頁 » | 首頁 / | 您的位置 | "
            "麵包屑 | 現在位置 | 您現在的位置："
        ),
        "ja": (
            "現在位置 | 現在地： | 現在のページ | トップ > | ホーム > | ホーム › | ホーム » | "
            "トップページ > | パンくず | top > | home＞ | トップ＞ | ホーム＞ | ここは"
        ),
        "ko": "현재위치 | 현재 위치 | 홈 > | 홈> | 홈 › | 홈 » | 현재 페이지 위치 | 페이지 경로 | 탐색 경로",
        "hi": "आप यहाँ हैं | आप यहां हैं | होम > | होम › | होम » | होम / | मुख्य पृष्ठ > | मुख्य पृष्ठ » | मुखपृष्ठ >",
        "id": (
            "anda di sini | anda berada di | beranda > | beranda › | beranda » | beranda / | "
            "halaman utama > | posisi anda"
        ),
        "vi": (
            "bạn đang ở | trang chủ > | trang chủ › | trang chủ » | trang chủ / | bạn đang xem: | "
            "vị trí của bạn | trang nhất >"
        ),
        "th": (
            "คุณอยู่ที่ | หน้าแรก > | หน้าแรก › | หน้าแรก » | หน้าแรก / | ตำแหน่งปัจจุบัน | หน้าหลัก > | หน้าหลัก » | หน้าหลัก /"
        ),
        "hu": (
            "ön itt van | itt vagy | jelenlegi hely | főoldal > | főoldal › | főoldal » | főoldal / | "
            "kezdőlap > | kezdőlap › | kezdőlap » | kezdőlap / | morzsamenü | ön itt áll | "
            "jelenlegi oldal"
        ),
        "sv": (
            "du är här | här är du | startsida > | startsida › | startsida » | startsida / | hem > | "
            "hem › | brödsmulor | länkstig | sökväg | start >"
        ),
        "da": (
            "du er her | forside > | forside › | forside » | forside / | forsiden > | brødkrumme | "
            "brødkrummesti | hjem > | du befinder dig her"
        ),
        "nb": (
            "du er her: | forsiden › | hjem › | hjem / | brødsmulesti | brødsmuler | forside: | "
            "du befinner deg her | navigasjonssti"
        ),
        "fi": (
            "olet tässä | olet täällä | etusivu > | etusivu › | etusivu » | etusivu / | murupolku | "
            "olet nyt | sijaintisi sivustolla"
        ),
        "ro": (
            "te afli aici | vă aflați aici | ești aici | sunteți aici | acasă > | acasă › | acasă » | "
            "acasă / | pagina principală > | prima pagină >"
        ),
        "bg": (
            "вие сте тук | намирате се тук | вие се намирате | начало > | начало › | начало » | "
            "начало / | ти си тук | навигационна пътека | намирате се в"
        ),
        "hr": (
            "nalazite se ovdje | ovdje ste | vi ste ovdje | naslovnica > | naslovnica › | naslovnica » | "
            "naslovnica / | početna > | početna » | početna / | nalazite se na | krušne mrvice"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
