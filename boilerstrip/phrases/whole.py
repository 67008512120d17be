"""Words that give a block away where they are all it says: labels of buttons and links. Data only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["WHOLE"]

_LABELS: Final = {
    "share": (
        "facebook | twitter | instagram | linkedin | youtube | pinterest | tiktok | threads | "
        "mastodon | bluesky | whatsapp | telegram | reddit | flipboard | snapchat | tumblr | vk | "
        "weibo | email this | share | tweet | pin it | teilen | partager | compartir | "
        "compartilhar | condividi | delen | udostępnij | sdílet | поделиться | paylaş | شارك | "
        "分享 | シェア | 공유 | chia sẻ | bagikan | megosztás | dela | distribuie | κοινοποίηση | "
        "del | jaa | แชร์ | שתף"
    ),
    "legal": (
        "privacy | terms | legal | imprint | conditions | copyright | accessibility | "
        "privacy & terms | terms & privacy | privacy & cookies | privacy and cookies | impressum | "
        "datenschutz | agb | confidentialité | "
        "privacidad | aviso legal | privacidade | note legali | colofon | regulamin | gizlilik | "
        "конфиденциальность | الخصوصية | 隐私 | プライバシー | 개인정보처리방침 | privacy e cookie | "
        "sekretess"
    ),
    "login": (
        "login | log in | sign in | log in register | register | sign up | my account | account | "
        "anmelden | einloggen | registrieren | connexion | se connecter | iniciar sesión | "
        "ingresar | entrar | accedi | inloggen | zaloguj | zaloguj się | přihlásit | войти | вход | "
        "увійти | giriş | giriş yap | تسجيل الدخول | 登录 | 登入 | ログイン | 로그인 | đăng nhập | "
        "masuk | bejelentkezés | logga in | autentificare | σύνδεση | log ind | kirjaudu | "
        "เข้าสู่ระบบ | התחברות"
    ),
    "search": (
        "search | suche | suchen | rechercher | recherche | buscar | pesquisar | cerca | zoeken | "
        "szukaj | hledat | поиск | найти | пошук | ara | بحث | جستجو | 搜索 | 搜尋 | 検索 | 검색 | "
        "tìm kiếm | cari | keresés | sök | caută | αναζήτηση | søg | haku | ค้นหา | חיפוש | खोजें"
    ),
    "advertisement": "anuncios | anúncios | annunci | oglasi",  # of classified ads, too, where more is said
    "newsletter": (
        "subscribe | subscribe now | abonnieren | s'abonner | suscribirse | assinar | iscriviti | "
        "abonneren | zapisz się | odebírat | подписаться | підписатися | abone ol | اشترك | 订阅 | "
        "訂閱 | 購読 | 구독 | đăng ký | berlangganan | feliratkozás | prenumerera | abonează-te | "
        "εγγραφή | tilmeld | tilaa | ติดตาม | הרשמה"
    ),
    "pagination": (
        "next | previous | prev | next › | ‹ previous | next » | « previous | older | newer | … | "
        "older post | newer post | "
        "weiter | zurück | suivant | précédent | siguiente | anterior | próximo | successivo | "
        "precedente | volgende | vorige | następna | poprzednia | další | předchozí | далее | "
        "назад | наступна | попередня | sonraki | önceki | التالي | السابق | 下一页 | 上一页 | "
        "次へ | 前へ | 다음 | 이전 | tiếp | trước | berikutnya | sebelumnya | következő | előző | "
        "nästa | föregående"
    ),
    "navigation": (
        "menu | home | contents | sitemap | site map | skip navigation | menü | startseite | "
        "sommaire | accueil | inicio | início | menú | spis treści | strona główna | obsah | "
        "главная | меню | головна | ana sayfa | الرئيسية | 首页 | 首頁 | ホーム | 홈 | trang chủ | "
        "beranda | kezdőlap | start | hem | acasă | αρχική | forside | etusivu | หน้าแรก"
    ),
    "comment": (
        "reply | replies | comments | 0 comments | no comments | comment | reviews | antworten | "
        "kommentare | répondre | commentaires | responder | comentarios | comentários | rispondi | "
        "commenti | reageer | reacties | odpowiedz | komentarze | odpovědět | ответить | "
        "комментарии | відповісти | yanıtla | yorumlar | رد | 回复 | 返信 | 답글 | trả lời"
    ),
}

WHOLE: Final = MappingProxyType(
    {label: role for role, labels in _LABELS.items() for label in labels.split(" | ")}
)
"""A whole block's text, lower case and without the marks around it -> its dropped role."""
