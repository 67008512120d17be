"""What is written for screen readers, and for browsers that lack something. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "enable javascript | javascript is disabled | javascript is required | loading… | "
            "loading... | opens in a new tab | opens in a new window | opens in new window | "
            "opens in new tab | opens an external | toggle navigation | toggle menu | "
            "toggle search | open menu | close menu | close search | screen reader | please wait | "
            "your browser does not support | browser is not supported | browser is out of date | "
            "please enable | turn on javascript | (required) | close this dialog | close modal | "
            "show password | image may contain | click to expand | play video | "
            "video player is loading | this is a modal window | end of dialog window | "
            "beginning of dialog window | fullscreen | unmute | previous slide | next slide | "
            "jump to content | submenu"
        ),
        "de": (
            "javascript aktivieren | aktivieren sie javascript | javascript ist deaktiviert | "
            "wird geladen | lädt... | lädt… | öffnet in neuem | öffnet in einem neuen | "
            "navigation umschalten | menü öffnen | menü schließen | suche öffnen | "
            "navigation öffnen | inhalt überspringen | bitte warten | ihr browser unterstützt | "
            "zum seiteninhalt | bitte aktivieren sie | untermenü"
        ),
        "fr": (
            "activer javascript | activez javascript | chargement en cours | chargement... | "
            "chargement… | ouvre un nouvel onglet | s'ouvre dans un nouvel | nouvelle fenêtre | "
            "ouvrir le menu | fermer le menu | veuillez patienter | votre navigateur ne | "
            "contenu principal | javascript est désactivé | sous-menu"
        ),
        "es": (
            "habilitar javascript | habilite javascript | activar javascript | activa javascript | "
            "cargando... | cargando… | se abre en una ventana | se abre en una nueva | abrir menú | "
            "cerrar menú | tu navegador no | su navegador no | alternar navegación | alternar menú | "
            "espere por favor | pasar al contenido | javascript está desactivado | mostrar submenú"
        ),
        "it": (
            "abilita javascript | abilitare javascript | attiva javascript | caricamento in corso | "
            "caricamento... | caricamento… | si apre in una nuova | apri menu | chiudi menu | "
            "attendere prego | il tuo browser non | salta al menu | apre una nuova finestra | "
            "attendi..."
        ),
        "pt": (
            "ativar o javascript | habilite o javascript | ative o javascript | carregando... | "
            "carregando… | a carregar | abre em nova | abre numa nova | abrir menu | fechar menu | "
            "seu navegador não | aguarde... | alternar navegação | alternar menu | "
            "abre em uma nova | pular para o menu"
        ),
        "nl": (
            "schakel javascript in | javascript inschakelen | bezig met laden | laden... | laden… | "
            "opent in een nieuw | menu openen | menu sluiten | even geduld | "
            "uw browser ondersteunt | je browser ondersteunt | naar hoofdinhoud"
        ),
        "pl": (
            "włącz javascript | włącz obsługę javascript | ładowanie... | ładowanie… | "
            "trwa ładowanie | otwiera się w nowej | otwiera się w nowym | otwórz menu | "
            "zamknij menu | twoja przeglądarka nie | proszę czekać | pomiń nawigację | "
            "wczytywanie... | otwórz w nowej"
        ),
        "cs": (
            "zapněte javascript | povolte javascript | načítání... | načítání… | načítám | "
            "otevře se v novém | otevřít menu | zavřít menu | váš prohlížeč nepodporuje | "
            "čekejte prosím | přejít na hlavní | přeskočit navigaci | rozbalit menu"
        ),
        "sk": (
            "zapnite javascript | povoľte javascript | načítava sa | načítavam | otvorí sa v novom | "
            "otvoriť menu | zatvoriť menu | váš prehliadač nepodporuje | čakajte prosím | "
            "skočiť na obsah | preskočiť navigáciu"
        ),
        "ru": (
            "включите javascript | отключён javascript | загрузка... | загрузка… | идёт загрузка | "
            "откроется в новой | открывается в новом | открыть меню | закрыть меню | "
            "ваш браузер не | ваш браузер устарел | подождите... | пожалуйста, подождите | "
            "пропустить до содержимого | откроется в новом | перейти к навигации | показать меню"
        ),
        "uk": (
            "увімкніть javascript | завантаження... | завантаження… | відкриється в новому | "
            "відкривається в новому | відкрити меню | закрити меню | ваш браузер не підтримує | "
            "зачекайте... | будь ласка, зачекайте | перейти до змісту | пропустити навігацію"
        ),
        "tr": (
            "javascript'i etkinleştirin | javascript etkin değil | yükleniyor | "
            "yeni sekmede açılır | yeni pencerede açılır | menüyü aç | menüyü kapat | "
            "lütfen bekleyin | tarayıcınız | menüye geç"
        ),
        "el": (
            "ενεργοποιήστε τη javascript | φόρτωση... | φόρτωση… | ανοίγει σε νέα | ανοίγει σε νέο | "
            "άνοιγμα μενού | κλείσιμο μενού | παρακαλώ περιμένετε | το πρόγραμμα περιήγησής | "
            "μετάβαση στο κύριο"
        ),
        "ar": (
            "تفعيل جافا سكريبت | جاري التحميل | جار التحميل | يفتح في نافذة | يفتح في علامة | "
            "فتح القائمة | إغلاق القائمة | متصفحك لا يدعم | يرجى الانتظار | الرجاء الانتظار | "
            "الانتقال إلى المحتوى"
        ),
        "fa": (
            "جاوا اسکریپت | در حال بارگذاری | در حال بارگیری | در پنجره جدید باز | "
            "در برگه جدید باز | باز کردن منو | بستن منو | مرورگر شما | لطفا صبر کنید | "
            "لطفا منتظر بمانید"
        ),
        "he": (
            "נפתח בחלון חדש | נפתח בכרטיסייה חדשה | פתח תפריט | סגור תפריט | הדפדפן שלך | טוען... | "
            "יש להפעיל javascript | אנא המתן | דלג לתפריט | נפתח בלשונית | דלג על"
        ),
        "zh": (
            "启用javascript | 启用 javascript | 正在加载 | 加载中 | 在新窗口中打开 | 打开菜单 | "
            "关闭菜单 | 浏览器不支持 | 请稍候 | 展开菜单 | 跳过导航 | 浏览器版本过低"
        ),
        "zh-hant": (
            "啟用javascript | 啟用 javascript | 載入中 | 讀取中 | 在新視窗開啟 | 開啟選單 | "
            "關閉選單 | 瀏覽器不支援 | 請稍候 | 開新視窗 | 移至主內容 | 展開選單"
        ),
        "ja": (
            "javascriptを有効に | 読み込み中 | ロード中 | 新しいタブで開く | 新しいウィンドウで開 | "
            "メニューを開く | メニューを閉じる | お使いのブラウザ | しばらくお待ち | "
            "別ウィンドウで開 | 新規ウィンドウで開 | ナビゲーションをスキップ | 本文にスキップ | "
            "ナビゲーションを開"
        ),
        "ko": (
            "자바스크립트 | 로딩 중 | 로딩중 | 불러오는 중 | 새창 열림 | 새 창 열림 | 메뉴 열기 | "
            "메뉴 닫기 | 브라우저에서는 | 새창으로 열기 | 잠시만 기다려 | 콘텐츠로 바로가기 | "
            "내용으로 건너뛰기"
        ),
        "hi": (
            "लोड हो रहा है | जावास्क्रिप्ट सक्षम | नई विंडो में खुल | नए टैब में खुल | मेनू खोलें | "
            "मेनू बंद करें | कृपया प्रतीक्षा करें | आपका ब्राउज़र | इसे छोड़कर सामग्री"
        ),
        "id": (
            "aktifkan javascript | memuat... | memuat… | sedang memuat | buka di jendela baru | "
            "buka di tab baru | buka menu | tutup menu | browser anda | mohon tunggu | "
            "lewati navigasi | terbuka di tab"
        ),
        "vi": (
            "bật javascript | đang tải | mở trong cửa sổ mới | mở trong tab mới | mở menu | "
            "đóng menu | trình duyệt của bạn | vui lòng chờ | chuyển tới nội dung | "
            "nhảy đến nội dung | vui lòng đợi"
        ),
        "th": (
            "เปิดใช้งาน javascript | กำลังโหลด | เปิดในหน้าต่างใหม่ | เปิดในแท็บใหม่ | ปิดเมนู | "
            "เบราว์เซอร์ของคุณ | กรุณารอสักครู่ | โปรดรอสักครู่ | ข้ามเมนู | สลับเมนู"
        ),
        "hu": (
            "engedélyezze a javascript | javascript engedélyezése | betöltés... | betöltés… | "
            "betöltés alatt | új ablakban nyílik | új lapon nyílik | menü megnyitása | "
            "menü bezárása | az ön böngészője | kérjük, várjon | böngésződ nem"
        ),
        "sv": (
            "aktivera javascript | laddar... | laddar… | öppnas i ny | öppna meny | stäng meny | "
            "din webbläsare | vänligen vänta | till innehåll på sidan | hoppa över navigering | "
            "till huvudinnehållet"
        ),
        "da": (
            "aktiver javascript | indlæser... | indlæser… | åbner i nyt | åbner i en ny | åbn menu | "
            "luk menu | din browser understøtter | vent venligst"
        ),
        "nb": (
            "aktiver javascript i | slå på javascript | laster... | laster… | laster inn | "
            "åpnes i ny | åpne meny | lukk meny | nettleseren din | vennligst vent"
        ),
        "fi": (
            "ota javascript käyttöön | ladataan | avautuu uuteen | avautuu uudessa | avaa valikko | "
            "sulje valikko | selaimesi ei | odota hetki | siirry navigaatioon | siirry suoraan | "
            "ohita navigaatio"
        ),
        "ro": (
            "activați javascript | activează javascript | se încarcă | se deschide într-o | "
            "deschide meniul | închide meniul | browserul tău | browserul dumneavoastră | "
            "vă rugăm așteptați | te rugăm să aștepți | skip la conținut"
        ),
        "bg": (
            "включете javascript | зареждане... | зареждане… | зарежда се | отваря се в нов | "
            "отвори менюто | затвори менюто | вашият браузър | моля, изчакайте | прескочи към | "
            "премини към"
        ),
        "hr": (
            "omogućite javascript | učitavanje... | učitavanje… | učitava se | otvara se u novom | "
            "otvori izbornik | zatvori izbornik | vaš preglednik | molimo pričekajte | "
            "skoči do sadržaja"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
