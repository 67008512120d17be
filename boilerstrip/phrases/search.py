"""Search boxes, their hints, and lists of results. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "search for: | search results | no results found | no results for | search this site | "
            "search the site | search... | search … | search… | type and hit enter | type to search | "
            "advanced search | what are you looking for | enter your search | nothing found | "
            "your search did not | press enter to search | enter keyword | filter by | sort by: | "
            "refine results | clear filters | popular searches | hit enter to search"
        ),
        "de": (
            "suche nach | suchergebnisse | keine ergebnisse | keine treffer | erweiterte suche | "
            "website durchsuchen | wonach suchen sie | suchen... | suchen … | suchbegriff | "
            "detailsuche | filtern nach | sortieren nach | wonach suchst du | häufige suchbegriffe"
        ),
        "fr": (
            "rechercher : | rechercher: | résultats de recherche | résultats pour | aucun résultat | "
            "recherche avancée | rechercher sur le site | que recherchez-vous | rechercher... | "
            "rechercher… | lancer la recherche | filtrer par | trier par | recherches populaires | "
            "votre recherche"
        ),
        "es": (
            "buscar: | buscar por: | resultados de búsqueda | resultados de la búsqueda | "
            "sin resultados | no se encontraron resultados | búsqueda avanzada | qué estás buscando | "
            "buscar... | buscar… | filtrar por | ordenar por | escribe para buscar | resultados para | "
            "buscar en"
        ),
        "it": (
            "cerca: | ricerca per: | risultati della ricerca | risultati ricerca | nessun risultato | "
            "ricerca avanzata | cerca nel sito | cosa stai cercando | cerca... | cerca… | filtra per | "
            "ordina per | risultati per | cosa cerchi | avvia la ricerca"
        ),
        "pt": (
            "pesquisar por: | buscar por: | resultados da pesquisa | resultados da busca | "
            "nenhum resultado | busca avançada | pesquisa avançada | pesquisar no site | "
            "o que você procura | o que você está procurando | pesquisar... | pesquisar… | filtrar por | "
            "ordenar por | resultados para | digite sua busca | buscar no"
        ),
        "nl": (
            "zoeken naar: | zoek naar: | zoekresultaten | geen resultaten | uitgebreid zoeken | "
            "waar ben je naar op zoek | waar bent u naar op zoek | zoeken... | zoeken… | "
            "zoek op de site | filteren op | sorteer op | doorzoek de site | zoekterm | sorteren op"
        ),
        "pl": (
            "szukaj: | wyniki wyszukiwania | brak wyników | wyszukiwanie zaawansowane | "
            "szukaj w serwisie | czego szukasz | szukaj... | szukaj… | wyszukaj | wpisz szukaną frazę | "
            "sortuj według | filtruj według | nie znaleziono wyników | wyszukiwarka | szukana fraza"
        ),
        "cs": (
            "vyhledávání | žádné výsledky | hledat na webu | co hledáte | hledat... | hledat… | "
            "hledaný výraz | vyhledat | nic nebylo nalezeno | řadit podle | filtrovat podle | hledat:"
        ),
        "sk": (
            "vyhľadávanie | výsledky vyhľadávania | žiadne výsledky | hľadať na webe | čo hľadáte | "
            "hľadať... | hľadať… | hľadaný výraz | vyhľadať | nič sa nenašlo | zoradiť podľa | "
            "filtrovať podľa | hľadať:"
        ),
        "ru": (
            "поиск по сайту | результаты поиска | ничего не найдено | расширенный поиск | поиск: | "
            "поиск... | поиск… | найти: | что вы ищете | искать на сайте | введите запрос | "
            "по вашему запросу | сортировать по | фильтровать по | результаты по запросу | "
            "поисковый запрос | начните вводить"
        ),
        "uk": (
            "пошук по сайту | результати пошуку | нічого не знайдено | розширений пошук | пошук: | "
            "пошук... | пошук… | що ви шукаєте | шукати на сайті | введіть запит | за вашим запитом | "
            "сортувати за | фільтрувати за | знайти: | пошук на сайті | пошуковий запит"
        ),
        "tr": (
            "arama yap | arama sonuçları | sonuç bulunamadı | gelişmiş arama | sitede ara | "
            "ne aramıştınız | ne arıyorsunuz | ara... | ara… | arama: | aramak için | sırala: | "
            "filtrele | aradığınız kelime | arama kelimesi | haber ara | detaylı arama"
        ),
        "el": (
            "αναζήτηση | αποτελέσματα αναζήτησης | δεν βρέθηκαν αποτελέσματα | τι ψάχνετε | "
            "ταξινόμηση κατά | φιλτράρισμα | αναζητήστε"
        ),
        "ar": (
            "البحث عن | نتائج البحث | لا توجد نتائج | بحث متقدم | ابحث في الموقع | عما تبحث | "
            "البحث المتقدم | ابحث هنا | بحث عن | ابحث عن | لم يتم العثور على | ترتيب حسب | تصفية حسب | "
            "كلمة البحث | بحث..."
        ),
        "fa": (
            "جستجو برای | نتایج جستجو | نتیجه\u200cای یافت نشد | جستجوی پیشرفته | جستجو... | "
            "جستجو کنید | دنبال چه می\u200cگردید | موردی یافت نشد | مرتب سازی بر اساس | فیلتر بر اساس | "
            "عبارت جستجو | جستجو… | جستجو در"
        ),
        "he": (
            "חיפוש באתר | תוצאות חיפוש | לא נמצאו תוצאות | חיפוש מתקדם | חיפוש... | חיפוש עבור | "
            "חפש באתר | מה תרצו לחפש | מיין לפי | סינון לפי | חפש: | חיפוש: | הקלד לחיפוש"
        ),
        "zh": (
            "搜索结果 | 搜索： | 高级搜索 | 站内搜索 | 没有找到 | 未找到相关 | 请输入关键字 | "
            "输入关键词 | 热门搜索 | 搜索历史 | 请输入搜索 | 排序方式 | 大家都在搜 | 搜索内容"
        ),
        "zh-hant": (
            "搜尋結果 | 搜尋： | 進階搜尋 | 站內搜尋 | 找不到符合 | 查無資料 | 輸入關鍵字 | 熱門搜尋 | "
            "搜尋關鍵字 | 排序方式 | 搜尋… | 全站搜尋 | 搜尋..."
        ),
        "ja": (
            "検索結果 | サイト内検索 | 詳細検索 | 検索キーワード | 見つかりませんでした | "
            "キーワードを入力 | 検索： | 検索: | キーワード検索 | 検索する | 何をお探しですか | "
            "並べ替え | 絞り込み | 並び替え | 記事検索 | 人気の検索"
        ),
        "ko": (
            "검색결과 | 검색 결과 | 상세검색 | 상세 검색 | 검색어를 입력 | 통합검색 | 검색어 입력 | "
            "검색: | 결과가 없습니다 | 검색하기 | 인기 검색어 | 정렬 기준 | 인기검색어 | 통합 검색 | "
            "최근 검색어 | 사이트 검색"
        ),
        "hi": (
            "खोजें: | खोज परिणाम | कोई परिणाम नहीं | उन्नत खोज | यहां खोजें | आप क्या खोज रहे | सर्च करें | "
            "यहाँ खोजें | क्रमबद्ध करें | इसके लिए खोज | खोजने के लिए | फ़िल्टर करें"
        ),
        "id": (
            "hasil pencarian | cari: | tidak ada hasil | pencarian lanjutan | cari di sini | "
            "cari berita | apa yang anda cari | masukkan kata kunci | tidak ditemukan hasil | "
            "urutkan berdasarkan | filter berdasarkan | cari... | cari untuk: | pencarian untuk | "
            "cari artikel | ketik kata kunci"
        ),
        "vi": (
            "kết quả tìm kiếm | tìm kiếm: | không tìm thấy kết quả | tìm kiếm nâng cao | nhập từ khóa | "
            "bạn muốn tìm gì | bạn đang tìm gì | tìm kiếm cho | tìm kiếm... | tìm kiếm… | sắp xếp theo | "
            "lọc theo | tìm kiếm trên trang | từ khóa tìm kiếm | không có kết quả"
        ),
        "th": (
            "ผลการค้นหา | ค้นหา: | ค้นหาขั้นสูง | ไม่พบผลลัพธ์ | ค้นหาในเว็บไซต์ | ค้นหา... | คำค้นหา | ค้นหาสำหรับ | "
            "เรียงตาม | กรองตาม | ไม่พบข้อมูลที่ค้นหา"
        ),
        "hu": (
            "keresés: | keresés a | keresési eredmények | nincs találat | részletes keresés | "
            "mit keres | keresés... | keresés… | keresőszó | rendezés: | szűrés: | a keresés eredménye | "
            "írja be a keresett | találatok a | rendezés szerint | keresett kifejezés"
        ),
        "sv": (
            "sök efter: | sökresultat | inga resultat | inga träffar | avancerad sökning | "
            "sök på webbplatsen | vad letar du efter | sök... | sök… | sök på sajten | sortera efter | "
            "filtrera på | vad söker du | sök här | skriv sökord"
        ),
        "da": (
            "søg efter: | søgeresultater | ingen resultater | avanceret søgning | søg på siden | "
            "hvad leder du efter | søg... | søg… | sorter efter | filtrer efter | hvad søger du | "
            "indtast søgeord | søg her | søg på sitet"
        ),
        "nb": (
            "søk etter: | søkeresultater | ingen resultater | ingen treff | avansert søk | "
            "søk på nettstedet | hva leter du etter | søk... | søk… | sorter etter | filtrer på | "
            "søk her | hva søker du | skriv inn søkeord"
        ),
        "fi": (
            "haku: | hakutulokset | ei tuloksia | ei hakutuloksia | tarkennettu haku | hae sivustolta | "
            "mitä etsit | hae... | hae… | järjestä | etsi: | hakusana | suodata tulokset | "
            "etsi sivustolta"
        ),
        "ro": (
            "caută: | căutare: | rezultatele căutării | rezultate căutare | niciun rezultat | "
            "căutare avansată | caută pe site | caută după: | ce cauți | caută... | caută… | "
            "sortează după | filtrează după | rezultate pentru | nu s-au găsit rezultate | cuvânt cheie"
        ),
        "bg": (
            "търсене: | търсене за: | резултати от търсенето | няма намерени резултати | "
            "разширено търсене | търсене в сайта | какво търсите | търси... | търсене... | търсене… | "
            "подреди по | филтрирай по | няма резултати | въведете ключова дума | търси в сайта"
        ),
        "hr": (
            "traži: | pretraži: | rezultati pretrage | nema rezultata | napredno pretraživanje | "
            "napredna pretraga | pretraži stranicu | što tražite | pretraži... | pretraži… | "
            "sortiraj po | filtriraj po | upišite pojam | pretraga: | rezultati pretraživanja | "
            "upiši pojam"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
