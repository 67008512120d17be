"""The next page and the previous post. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "next page | previous page | previous post | next post | load more | older posts | "
            "newer posts | previous article | next article | show more results | next » | « previous | "
            "← previous | next → | older entries | newer entries | posts navigation | posts pagination | "
            "post navigation | last page | page 1 of | page 2 of | go to page | older comments | "
            "newer comments | next story | previous story | view more posts | skip to page | "
            "view all posts"
        ),
        "de": (
            "nächste seite | vorherige seite | nächster beitrag | vorheriger beitrag | mehr laden | "
            "ältere beiträge | neuere beiträge | nächster artikel | vorheriger artikel | "
            "beitragsnavigation | weitere laden | seite 1 von | letzte seite | weitere beiträge laden | "
            "beitrags-navigation"
        ),
        "fr": (
            "page suivante | page précédente | article suivant | article précédent | charger plus | "
            "articles plus anciens | articles plus récents | voir plus d'articles | "
            "navigation de l'article | navigation des articles | publication suivante | "
            "publication précédente | page 1 sur | afficher plus"
        ),
        "es": (
            "página siguiente | página anterior | entrada siguiente | entrada anterior | cargar más | "
            "entradas anteriores | entradas siguientes | artículo anterior | artículo siguiente | "
            "navegación de entradas | siguiente página | siguiente artículo | ver más noticias | "
            "página 1 de | entradas más antiguas | entrada más reciente"
        ),
        "it": (
            "pagina successiva | pagina precedente | articolo successivo | articolo precedente | "
            "carica altri | articoli meno recenti | articoli più recenti | navigazione articoli | "
            "carica di più | prossimo articolo | mostra altri | post successivo | post precedente | "
            "pagina 1 di"
        ),
        "pt": (
            "próxima página | página seguinte | post anterior | próximo post | carregar mais | "
            "artigo anterior | próximo artigo | artigo seguinte | navegação de post | "
            "posts mais antigos | posts antigos | navegação de artigos | postagem mais antiga | "
            "postagem mais recente | próxima matéria | mostrar mais"
        ),
        "nl": (
            "volgende pagina | vorige pagina | volgend bericht | vorig bericht | meer laden | "
            "oudere berichten | nieuwere berichten | volgend artikel | vorig artikel | "
            "berichtnavigatie | laad meer | toon meer | pagina 1 van | bericht navigatie | "
            "berichtennavigatie"
        ),
        "pl": (
            "następna strona | poprzednia strona | następny wpis | poprzedni wpis | załaduj więcej | "
            "starsze wpisy | nowsze wpisy | następny artykuł | poprzedni artykuł | nawigacja wpisu | "
            "pokaż więcej | strona 1 z | stronicowanie wpisów | zobacz wpisy | wczytaj więcej"
        ),
        "cs": (
            "další stránka | předchozí stránka | další příspěvek | předchozí příspěvek | načíst další | "
            "starší příspěvky | novější příspěvky | následující článek | předchozí článek | "
            "navigace pro příspěvek | strana 1 z | zobrazit více | další strana | předchozí strana | "
            "starší články"
        ),
        "sk": (
            "ďalšia stránka | predchádzajúca stránka | ďalší príspevok | predchádzajúci príspevok | "
            "načítať ďalšie | staršie príspevky | novšie príspevky | nasledujúci článok | "
            "predchádzajúci článok | navigácia v článku | zobraziť viac | ďalšia strana | staršie články"
        ),
        "ru": (
            "следующая страница | предыдущая страница | следующая запись | предыдущая запись | "
            "загрузить ещё | показать ещё | следующая статья | предыдущая статья | "
            "навигация по записям | более старые записи | предыдущие записи | следующие записи | "
            "страница 1 из | следующая новость | предыдущая новость | ранние записи | "
            "постраничная навигация"
        ),
        "uk": (
            "наступна сторінка | попередня сторінка | наступний запис | попередній запис | "
            "завантажити ще | показати ще | наступна стаття | попередня стаття | навігація записів | "
            "старіші записи | новіші записи | сторінка 1 з | наступна новина | попередня новина | "
            "більше новин"
        ),
        "tr": (
            "sonraki sayfa | önceki sayfa | sonraki yazı | önceki yazı | daha fazla yükle | "
            "eski yazılar | sonraki haber | önceki haber | yazı gezinmesi | yazı dolaşımı | "
            "daha fazla göster | sayfa 1 / | önceki içerik | sonraki içerik | sonraki makale | "
            "önceki makale"
        ),
        "el": (
            "επόμενη σελίδα | προηγούμενη σελίδα | επόμενο άρθρο | προηγούμενο άρθρο | "
            "φόρτωση περισσότερων | παλαιότερα άρθρα | νεότερα άρθρα | πλοήγηση άρθρων | "
            "παλαιότερες αναρτήσεις | νεότερες αναρτήσεις | επόμενη ανάρτηση | προηγούμενη ανάρτηση"
        ),
        "ar": (
            "الصفحة التالية | الصفحة السابقة | المقال التالي | المقال السابق | تحميل المزيد | "
            "المزيد من المقالات | المقالة التالية | المقالة السابقة | تصفح المقالات | عرض المزيد | "
            "المقالات الأقدم | الموضوع السابق | الموضوع التالي | الخبر التالي | الخبر السابق | "
            "رسالة أقدم | رسالة أحدث"
        ),
        "fa": (
            "صفحه بعد | صفحه قبل | نوشته بعدی | نوشته قبلی | مطلب بعدی | مطلب قبلی | مطالب بیشتر | "
            "بارگذاری بیشتر | نوشته\u200cهای قدیمی\u200cتر | راهبری نوشته | نمایش بیشتر | مقاله بعدی | "
            "مقاله قبلی"
        ),
        "he": (
            "העמוד הבא | העמוד הקודם | לעמוד הבא | לעמוד הקודם | הפוסט הבא | הפוסט הקודם | טען עוד | "
            "הצג עוד | לכתבה הבאה | לכתבה הקודמת | המאמר הבא | המאמר הקודם | פוסטים ישנים | טענו עוד | "
            "ניווט בפוסטים"
        ),
        "zh": (
            "下一页 | 上一页 | 下一篇 | 上一篇 | 加载更多 | 查看更多 | 末页 | 文章导航 | 较旧的文章 | "
            "较新的文章 | 上一章 | 下一章 | 尾页 | 点击加载 | 跳转到第"
        ),
        "zh-hant": (
            "下一頁 | 上一頁 | 下一則 | 上一則 | 載入更多 | 較舊的文章 | 較新的文章 | 文章導覽 | "
            "最末頁 | 下篇文章 | 上篇文章 | 較舊文章 | 下一篇文章 | 上一篇文章 | 顯示更多"
        ),
        "ja": (
            "次のページ | 前のページ | 次の記事 | 前の記事 | さらに読み込む | 次へ | 前へ | "
            "投稿ナビゲーション | 過去の投稿 | 次の投稿 | 前の投稿 | 最後のページ | 最初のページ | "
            "古い記事へ | 投稿のページ送り"
        ),
        "ko": (
            "다음 페이지 | 이전 페이지 | 다음글 | 이전글 | 다음 글 | 이전 글 | 다음기사 | 이전기사 | "
            "다음 기사 | 이전 기사 | 글 탐색 | 글 네비게이션 | 처음 페이지 | 마지막 페이지 | 목록보기"
        ),
        "hi": (
            "अगला पेज | पिछला पेज | अगला लेख | पिछला लेख | और लोड करें | अगली खबर | पिछली खबर | पुरानी पोस्ट | "
            "अगला पृष्ठ | पिछला पृष्ठ | अगली पोस्ट | पिछली पोस्ट | और देखें | पोस्ट नेविगेशन"
        ),
        "id": (
            "halaman berikutnya | halaman sebelumnya | artikel berikutnya | artikel sebelumnya | "
            "muat lebih banyak | pos lama | pos baru | navigasi pos | berita berikutnya | "
            "berita sebelumnya | halaman selanjutnya | postingan lama | artikel selanjutnya | "
            "tampilkan lebih banyak | pos sebelumnya | pos berikutnya"
        ),
        "vi": (
            "trang tiếp theo | trang trước | trang sau | bài viết tiếp theo | bài viết trước | "
            "tải thêm | bài trước | bài cũ hơn | bài mới hơn | bài tiếp theo | điều hướng bài viết | "
            "trang cuối | trang kế | bài đăng cũ hơn | bài đăng mới hơn"
        ),
        "th": (
            "หน้าถัดไป | หน้าก่อนหน้า | เรื่องถัดไป | บทความถัดไป | บทความก่อนหน้า | โหลดเพิ่มเติม | เรื่องก่อนหน้า | "
            "โพสต์ถัดไป | โพสต์ก่อนหน้า | แนะแนวเรื่อง | ข่าวถัดไป | หน้าสุดท้าย | บทความที่เก่ากว่า | บทความที่ใหม่กว่า"
        ),
        "hu": (
            "következő oldal | előző oldal | következő bejegyzés | előző bejegyzés | "
            "továbbiak betöltése | újabb bejegyzések | következő cikk | előző cikk | "
            "bejegyzés navigáció | több betöltése | utolsó oldal | első oldal | régebbi bejegyzés"
        ),
        "sv": (
            "nästa sida | föregående sida | nästa inlägg | föregående inlägg | ladda fler | ladda mer | "
            "äldre inlägg | nyare inlägg | nästa artikel | föregående artikel | inläggsnavigering | "
            "visa fler | sista sidan | sida 1 av"
        ),
        "da": (
            "næste side | forrige side | næste indlæg | forrige indlæg | indlæs flere | ældre indlæg | "
            "nyere indlæg | næste artikel | forrige artikel | indlægsnavigation | vis flere | "
            "side 1 af | ældre opslag"
        ),
        "nb": (
            "neste side | forrige side | neste innlegg | forrige innlegg | last inn flere | last flere | "
            "eldre innlegg | nyere innlegg | neste artikkel | forrige artikkel | innleggsnavigasjon | "
            "vis flere | side 1 av | neste sak | eldre saker"
        ),
        "fi": (
            "seuraava sivu | edellinen sivu | seuraava artikkeli | edellinen artikkeli | lataa lisää | "
            "vanhemmat artikkelit | uudemmat artikkelit | artikkelien selaus | näytä lisää | "
            "seuraava kirjoitus | edellinen kirjoitus | vanhempia artikkeleita | artikkelien sivutus | "
            "viimeinen sivu | vanhempi teksti"
        ),
        "ro": (
            "pagina următoare | pagina anterioară | articolul următor | articolul anterior | "
            "articole mai vechi | articole mai noi | navigare în articole | vezi mai multe articole | "
            "articolul precedent | pagina 1 din | postare mai veche | postare mai nouă | "
            "încarcă mai mult | ultima pagină"
        ),
        "bg": (
            "следваща страница | предишна страница | следваща статия | предишна статия | зареди още | "
            "по-стари публикации | по-нови публикации | следваща публикация | предишна публикация | "
            "покажи още | по-стара публикация | последна страница | навигация в публикациите"
        ),
        "hr": (
            "sljedeća stranica | prethodna stranica | sljedeći članak | prethodni članak | učitaj više | "
            "učitaj još | starije objave | novije objave | navigacija objava | sljedeća objava | "
            "prethodna objava | prikaži više | stranica 1 od | stariji članci | sljedeća vijest"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
