"""Menus, contents boxes and the way back to the top. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "skip to content | skip to main | skip to navigation | skip navigation | "
            "skip to primary | skip to footer | table of contents | back to top | main menu | "
            "in this article | on this page | jump to | go to top | return to top | scroll to top | "
            "site map | sitemap | quick links | main navigation | primary menu | footer menu | "
            "browse by | browse categories | all categories | in this guide | contents [ | go back | "
            "back to home | secondary navigation | user menu | mobile menu | explore topics | "
            "select language | change language | choose your country | page contents | menu close | "
            "filed under | back to blog | site navigation | skip to section"
        ),
        "de": (
            "zum inhalt springen | direkt zum inhalt | zum hauptinhalt | zur navigation springen | "
            "inhaltsverzeichnis | nach oben | zum seitenanfang | hauptmenü | in diesem artikel | "
            "auf dieser seite | hauptnavigation | zur startseite | seitenübersicht | "
            "alle kategorien | zurück zur übersicht | themenübersicht | sprache wählen | "
            "sprungmarken | schnellzugriff | alle ressorts | alle themen"
        ),
        "fr": (
            "aller au contenu | passer au contenu | accéder au contenu | aller à la navigation | "
            "table des matières | haut de page | retour en haut | menu principal | "
            "dans cet article | sur cette page | plan du site | retour à l'accueil | "
            "toutes les rubriques | toutes les catégories | navigation principale | accès rapide | "
            "choisir la langue | sommaire | remonter en haut"
        ),
        "es": (
            "saltar al contenido | ir al contenido | saltar a la navegación | tabla de contenido | "
            "volver arriba | menú principal | en este artículo | en esta página | mapa del sitio | "
            "mapa web | ir arriba | volver al inicio | todas las categorías | navegación principal | "
            "enlaces rápidos | seleccionar idioma | contenido del artículo | todas las secciones | "
            "subir al inicio | índice de contenido"
        ),
        "it": (
            "vai al contenuto | salta al contenuto | passa al contenuto | vai al menu | "
            "indice dei contenuti | torna su | torna in alto | torna all'inizio | menu principale | "
            "in questo articolo | in questa pagina | mappa del sito | navigazione principale | "
            "torna alla home | tutte le categorie | vai in alto | cosa troverai in | sommario | "
            "link utili | seleziona lingua | indice dell'articolo"
        ),
        "pt": (
            "pular para o conteúdo | ir para o conteúdo | saltar para o conteúdo | "
            "avançar para o conteúdo | índice de conteúdo | tabela de conteúdos | voltar ao topo | "
            "voltar para o topo | ir para o topo | neste artigo | nesta página | mapa do site | "
            "navegação principal | todas as categorias | links úteis | conteúdo do artigo | "
            "acesso rápido | selecionar idioma | ir ao topo | o que você vai ver | "
            "menu principal do | todas as editorias"
        ),
        "nl": (
            "naar de inhoud | spring naar inhoud | spring naar content | doorgaan naar inhoud | "
            "direct naar inhoud | inhoudsopgave | naar boven | hoofdmenu | in dit artikel | "
            "op deze pagina | hoofdnavigatie | alle categorieën | terug naar het overzicht | "
            "terug naar overzicht | snel naar | direct naar | kies je taal | terug naar home | "
            "alle onderwerpen | bovenkant pagina | terug naar de homepage"
        ),
        "pl": (
            "przejdź do treści | przejdź do głównej | przeskocz do treści | przejdź do nawigacji | "
            "przejdź do zawartości | spis treści | do góry | powrót na górę | wróć na górę | "
            "menu główne | w tym artykule | na tej stronie | mapa strony | mapa serwisu | "
            "nawigacja główna | wszystkie kategorie | powrót do strony | na skróty | wybierz język | "
            "główne menu | przejdź na górę | szybkie linki"
        ),
        "cs": (
            "přejít k obsahu | přeskočit na obsah | přejít na obsah | přejít k hlavnímu obsahu | "
            "obsah článku | nahoru | hlavní menu | v tomto článku | na této stránce | mapa stránek | "
            "mapa webu | hlavní navigace | všechny kategorie | zpět na úvod | rychlé odkazy | "
            "hlavní nabídka | zpět na hlavní | výběr jazyka | na začátek stránky | všechny rubriky"
        ),
        "sk": (
            "preskočiť na obsah | prejsť na obsah | prejsť k obsahu | prejsť na hlavný | "
            "obsah článku: | späť hore | späť nahor | hlavné menu | v tomto článku nájdete | "
            "na tejto stránke | mapa stránok | mapa stránky | hlavná navigácia | všetky kategórie | "
            "späť na úvod | rýchle odkazy | späť na hlavnú | hlavná ponuka | výber jazyka | "
            "všetky rubriky"
        ),
        "ru": (
            "перейти к содержимому | перейти к содержанию | перейти к основному | "
            "перейти к контенту | оглавление | содержание статьи | наверх | главное меню | "
            "в этой статье | на этой странице | карта сайта | основная навигация | все рубрики | "
            "все разделы | вернуться на главную | быстрые ссылки | выбрать язык | "
            "к началу страницы | основное меню | содержание: | все категории | вернуться к списку"
        ),
        "uk": (
            "перейти до вмісту | перейти до контенту | перейти до основного | зміст статті | "
            "нагору | повернутися вгору | головне меню | у цій статті | на цій сторінці | "
            "карта сайту | мапа сайту | основна навігація | усі рубрики | всі рубрики | "
            "усі категорії | на головну | вибрати мову | швидкі посилання | усі розділи"
        ),
        "tr": (
            "içeriğe geç | içeriğe atla | ana içeriğe | içindekiler | başa dön | yukarı çık | "
            "ana menü | bu yazıda | bu sayfada | site haritası | sayfa başına | yukarı dön | "
            "tüm kategoriler | ana sayfaya dön | içerik tablosu | dil seçin | hızlı erişim | "
            "hızlı bağlantılar | bu makalede | anasayfaya dön | başa git"
        ),
        "el": (
            "μετάβαση στο περιεχόμενο | μεταπηδήστε στο περιεχόμενο | παράκαμψη προς | "
            "πίνακας περιεχομένων | επιστροφή στην κορυφή | κύριο μενού | σε αυτό το άρθρο | "
            "σε αυτή τη σελίδα | χάρτης ιστότοπου | κύρια πλοήγηση | όλες οι κατηγορίες | "
            "χάρτης σελίδας | γρήγοροι σύνδεσμοι | επιστροφή στην αρχική | κεντρικό μενού | "
            "μετάβαση στην αρχή | περιεχόμενα άρθρου"
        ),
        "ar": (
            "التجاوز إلى المحتوى | تخطي إلى المحتوى | انتقل إلى المحتوى | تخطى إلى المحتوى | "
            "جدول المحتويات | العودة إلى الأعلى | القائمة الرئيسية | في هذا المقال | في هذه الصفحة | "
            "خريطة الموقع | زر الذهاب إلى الأعلى | جميع الأقسام | كل الأقسام | محتويات المقال | "
            "روابط سريعة | اختر اللغة | التصنيفات الرئيسية | الرجوع للأعلى | "
            "العودة إلى الصفحة الرئيسية | روابط مهمة | محتوى المقال"
        ),
        "fa": (
            "پرش به محتوا | رفتن به محتوا | رد کردن و رفتن به | فهرست مطالب | بازگشت به بالا | "
            "برگشت به بالا | منوی اصلی | در این مقاله می‌خوانید | در این صفحه | نقشه سایت | "
            "آنچه در این مقاله | همه دسته‌ها | دسته بندی‌ها | دسترسی سریع | لینک‌های مفید | "
            "بازگشت به صفحه اصلی | محتوای این صفحه | انتخاب زبان | رفتن به بالا"
        ),
        "he": (
            "דלג לתוכן | דילוג לתוכן | דלגו לתוכן | מעבר לתוכן | לדלג לתוכן | תוכן עניינים | "
            "תוכן העניינים | חזרה למעלה | תפריט ראשי | במאמר זה | בכתבה זו | מפת אתר | מפת האתר | "
            "לראש הדף | לראש העמוד | כל הקטגוריות | קישורים מהירים | חזרה לדף הבית | בחר שפה | "
            "ניווט ראשי | בעמוד זה"
        ),
        "zh": (
            "跳至内容 | 跳到内容 | 跳转到内容 | 跳到主要内容 | 跳至正文 | 文章目录 | 返回顶部 | "
            "回到顶部 | 网站地图 | 网站导航 | 主菜单 | 导航菜单 | 返回首页 | 本文目录 | 主导航 | "
            "全部分类 | 所有分类 | 快速导航 | 友情链接 | 选择语言 | 返回列表 | 栏目导航 | 目录导航"
        ),
        "zh-hant": (
            "跳至主要內容 | 跳到主要內容 | 跳至內容 | 跳到內容 | 文章目錄 | 回到頂端 | 返回頂部 | "
            "回頁首 | 網站地圖 | 網站導覽 | 主選單 | 回首頁 | 本文目錄 | 目錄導覽 | 所有分類 | "
            "快速連結 | 選擇語言 | 回列表 | 文章分類 | 相關連結 | 主要導覽 | 回上頁"
        ),
        "ja": (
            "コンテンツへスキップ | 本文へスキップ | コンテンツにスキップ | 本文へ移動 | "
            "メインコンテンツへ | 目次 | ページの先頭へ | トップへ戻る | ページトップ | "
            "メインメニュー | サイトマップ | この記事の内容 | カテゴリー一覧 | 上へ戻る | "
            "このページの内容 | グローバルナビゲーション | 一覧に戻る | 一覧へ戻る | ホームへ戻る | "
            "トップページへ戻る | カテゴリ一覧 | 先頭へ戻る | この記事でわかること | 言語を選択"
        ),
        "ko": (
            "본문 바로가기 | 컨텐츠로 건너뛰기 | 콘텐츠로 건너뛰기 | 메뉴 바로가기 | "
            "본문으로 바로가기 | 목차 | 맨 위로 | 맨위로 | 주메뉴 | 주 메뉴 | 사이트맵 | 전체메뉴 | "
            "전체 메뉴 | 상단으로 | 메인메뉴 | 카테고리 전체 | 홈으로 | 목록으로 | 바로가기 메뉴 | "
            "언어 선택 | 전체보기 메뉴 | 위로 가기"
        ),
        "hi": (
            "सामग्री पर जाएं | सामग्री पर जाएँ | मुख्य सामग्री पर | विषय सूची | विषय-सूची | "
            "ऊपर जाएं | ऊपर जाएँ | मुख्य मेनू | इस लेख में | इस पृष्ठ पर | साइट मैप | साइटमैप | "
            "मुख्य मेन्यू | सभी श्रेणियां | भाषा चुनें | होम पेज पर जाएं | त्वरित लिंक | "
            "सभी श्रेणियाँ | वापस ऊपर"
        ),
        "id": (
            "langsung ke konten | lewati ke konten | loncat ke konten | langsung ke isi | "
            "lompat ke konten | daftar isi | kembali ke atas | menu utama | dalam artikel ini | "
            "di halaman ini | peta situs | navigasi utama | semua kategori | kembali ke beranda | "
            "tautan cepat | isi artikel | pilih bahasa | ke atas halaman | isi halaman"
        ),
        "vi": (
            "chuyển đến nội dung | bỏ qua nội dung | bỏ qua đến nội dung | đi đến nội dung | "
            "mục lục | về đầu trang | lên đầu trang | menu chính | trong bài viết này | "
            "trên trang này | sơ đồ trang | sơ đồ website | nội dung bài viết | tất cả danh mục | "
            "nội dung chính | về trang chủ | liên kết nhanh | chọn ngôn ngữ | tất cả chuyên mục | "
            "quay lại đầu trang | trở lại trang chủ"
        ),
        "th": (
            "ข้ามไปยังเนื้อหา | ข้ามไปที่เนื้อหา | ข้ามไปเนื้อหา | สารบัญ | กลับสู่ด้านบน | "
            "กลับไปด้านบน | กลับขึ้นด้านบน | เมนูหลัก | ในบทความนี้ | ในหน้านี้ | แผนผังเว็บไซต์ | "
            "หมวดหมู่ทั้งหมด | กลับหน้าแรก | กลับไปหน้าแรก | ลิงก์ด่วน | เลือกภาษา | กลับหน้าหลัก | "
            "เลื่อนขึ้นด้านบน | เนื้อหาในบทความ"
        ),
        "hu": (
            "ugrás a tartalomra | tovább a tartalomra | tovább a tartalomhoz | "
            "kilépés a tartalomba | ugrás a fő | tartalomjegyzék | vissza a tetejére | főmenü | "
            "ebben a cikkben | ezen az oldalon | oldaltérkép | fő navigáció | összes kategória | "
            "vissza a főoldalra | gyorslinkek | lap tetejére | az oldal tetejére | elsődleges menü | "
            "nyelv kiválasztása | cikk tartalma"
        ),
        "sv": (
            "hoppa till innehåll | hoppa till huvudinnehåll | gå till innehåll | "
            "hoppa till navigering | innehållsförteckning | till toppen | huvudmeny | "
            "i den här artikeln | på den här sidan | webbplatskarta | huvudnavigering | "
            "alla kategorier | till startsidan | snabblänkar | sidans topp | primär meny | "
            "välj språk | i artikeln | tillbaka upp"
        ),
        "da": (
            "gå til indhold | spring til indhold | hop til indhold | videre til indhold | "
            "gå til hovedindhold | indholdsfortegnelse | til toppen | hovedmenu | i denne artikel | "
            "på denne side | sitemap og | hovednavigation | til forsiden | genveje | "
            "alle kategorier | vælg sprog | primær menu | alle emner"
        ),
        "nb": (
            "hopp til innhold | gå til innhold | hopp til hovedinnhold | gå til hovedinnhold | "
            "hopp rett til innholdet | innholdsfortegnelse | til toppen av siden | "
            "tilbake til toppen | hovedmeny | i denne artikkelen | på denne siden | nettstedskart | "
            "hovednavigasjon | til forsiden av | snarveier | alle kategorier: | velg språk | "
            "gå til toppen av | primærmeny | tilbake til forsiden | innhold i artikkelen"
        ),
        "fi": (
            "siirry sisältöön | hyppää sisältöön | siirry pääsisältöön | hyppää pääsisältöön | "
            "sisällysluettelo | takaisin ylös | sivun alkuun | päävalikko | tässä artikkelissa | "
            "tällä sivulla | sivukartta | päänavigaatio | kaikki kategoriat | takaisin etusivulle | "
            "pikalinkit | palaa etusivulle | palaa ylös | valitse kieli | siirry etusivulle | "
            "sivun sisältö | kaikki aiheet"
        ),
        "ro": (
            "sari la conținut | salt la conținut | treci la conținut | mergi la conținut | "
            "cuprins articol | înapoi sus | mergi sus | meniu principal | în acest articol | "
            "pe această pagină | harta site | navigare principală | toate categoriile | "
            "înapoi la prima pagină | linkuri rapide | meniul principal | alege limba | "
            "cuprinsul articolului | înapoi la început | înapoi în sus"
        ),
        "bg": (
            "към съдържанието | към основното съдържание | съдържание на статията | нагоре | "
            "към началото | основно меню | в тази статия | на тази страница | карта на сайта | "
            "главно меню | основна навигация | всички категории | към началната страница | "
            "бързи връзки | избери език | бързи линкове"
        ),
        "hr": (
            "preskoči na sadržaj | skoči na sadržaj | preskoči na glavni | idi na sadržaj | "
            "prijeđi na sadržaj | sadržaj članka | povratak na vrh | natrag na vrh | vrh stranice | "
            "glavni izbornik | u ovom članku | na ovoj stranici | mapa weba | mapa stranice | "
            "karta weba | glavna navigacija | sve kategorije | povratak na početnu | brzi linkovi | "
            "povratak na naslovnicu | odaberi jezik"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
