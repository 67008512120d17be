"""Labels and teasers of other pages. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "related articles | related posts | related stories | related: | related topics | "
            "more on the topic | more on this | read more | read also | also read | read next | "
            "see also: | you may also like | you might also like | recommended for you | most read | "
            "most popular | trending now | latest news | more from"
        ),
        "de": (
            "mehr zum thema | lesen sie auch | lesen sie mehr | auch interessant | meistgelesen | "
            "meistgelesene | ähnliche artikel | ähnliche beiträge | weitere artikel | weiterlesen | "
            "das könnte sie auch interessieren | das könnte dich auch interessieren | lies auch | "
            "passend zum thema | mehr lesen | verwandte artikel"
        ),
        "fr": (
            "à lire aussi | lire aussi | sur le même sujet | lire la suite | articles similaires | "
            "articles liés | lire également | les plus lus | vous aimerez aussi | "
            "dans la même rubrique | voir aussi : | pour aller plus loin | à découvrir aussi"
        ),
        "es": (
            "lea también | lee también | te puede interesar | noticias relacionadas | "
            "artículos relacionados | leer más | lo más leído | más leídas | más información: | "
            "te recomendamos | también te puede | entradas relacionadas | le puede interesar | "
            "sigue leyendo | ver también:"
        ),
        "it": (
            "leggi anche | articoli correlati | potrebbe interessarti | ti potrebbe interessare | "
            "leggi tutto | leggi di più | i più letti | le più lette | continua a leggere | vedi anche | "
            "altri articoli | leggi l'articolo"
        ),
        "pt": (
            "leia também | leia mais | veja também | ler mais | notícias relacionadas | "
            "artigos relacionados | mais lidas | matérias relacionadas | você pode gostar | leia ainda | "
            "posts relacionados | recomendado para você | mais lidos | veja mais | saiba mais"
        ),
        "nl": (
            "lees ook | lees meer | lees verder | gerelateerde artikelen | meest gelezen | "
            "misschien vind je | ook interessant | gerelateerde berichten | meer lezen | bekijk ook | "
            "meer over dit onderwerp"
        ),
        "pl": (
            "czytaj też | czytaj także | zobacz też | czytaj więcej | przeczytaj także | "
            "przeczytaj też | zobacz także | zobacz również | najczęściej czytane | podobne artykuły | "
            "powiązane artykuły | polecamy | czytaj dalej | czytaj również | może cię zainteresować"
        ),
        "cs": (
            "čtěte také | čtěte dále | přečtěte si také | související články | mohlo by vás zajímat | "
            "nejčtenější | číst dále | celý článek | podobné články | další články | číst více"
        ),
        "sk": (
            "čítajte aj | prečítajte si aj | súvisiace články | mohlo by vás zaujímať | najčítanejšie | "
            "čítať ďalej | podobné články | čítať viac | ďalšie články"
        ),
        "ru": (
            "читайте также | читайте ещё | по теме | читать далее | похожие статьи | похожие записи | "
            "самое читаемое | популярное | читать ещё | вам может быть интересно | вам также может | "
            "смотрите также: | подробнее | рекомендуем | похожие материалы"
        ),
        "uk": (
            "читайте також | читати далі | схожі статті | вас може зацікавити | найпопулярніше | "
            "більше по темі | за темою | дивіться також | детальніше | схожі публікації | вас також може"
        ),
        "tr": (
            "ilgili haberler | ilgili yazılar | devamını oku | bunlar da ilginizi | ilginizi çekebilir | "
            "benzer haberler | çok okunanlar | ayrıca okuyun | benzer yazılar | diğer haberler | "
            "ilgili içerikler"
        ),
        "el": (
            "διαβάστε επίσης | διαβάστε ακόμα | σχετικά άρθρα | διαβάστε περισσότερα | δείτε επίσης | "
            "περισσότερα για | σχετικές ειδήσεις | διαβάστε και"
        ),
        "ar": (
            "اقرأ أيض | مواضيع ذات صلة | مقالات ذات صلة | أخبار ذات صلة | اقرأ المزيد | الأكثر قراءة | "
            "شاهد أيض | قد يعجبك | اقرأ كذلك | إقرأ المزيد | قد يهمك | موضوعات متعلقة"
        ),
        "fa": (
            "بیشتر بخوانید | مطالب مرتبط | اخبار مرتبط | مقالات مرتبط | ادامه مطلب | پربازدیدترین | "
            "پربیننده\u200cترین | همچنین بخوانید | بخوانید: | مطالب پیشنهادی | خبرهای مرتبط | "
            "این مطلب را هم بخوانید | نوشته\u200cهای مشابه"
        ),
        "he": (
            "קראו עוד | קרא עוד | כתבות נוספות | קראו גם | עוד בנושא | אולי יעניין אותך | כתבות קשורות | "
            "הנקראות ביותר | מאמרים נוספים | להמשך קריאה | עוד באותו נושא | קרא גם"
        ),
        "zh": (
            "相关阅读 | 相关新闻 | 相关文章 | 推荐阅读 | 延伸阅读 | 猜你喜欢 | 热门文章 | 阅读更多 | "
            "相关推荐 | 阅读全文 | 为你推荐 | 更多精彩 | 热门推荐"
        ),
        "zh-hant": (
            "延伸閱讀 | 相關文章 | 相關新聞 | 推薦閱讀 | 閱讀更多 | 更多文章 | 熱門文章 | 猜你喜歡 | "
            "你可能也會喜歡 | 繼續閱讀 | 看更多 | 你可能有興趣 | 熱門新聞"
        ),
        "ja": (
            "関連記事 | あわせて読みたい | 関連ニュース | おすすめ記事 | 続きを読む | もっと見る | "
            "人気記事 | 合わせて読みたい | こちらもおすすめ | 関連リンク | アクセスランキング | "
            "新着記事 | もっと読む | 関連キーワード"
        ),
        "ko": (
            "관련기사 | 관련 기사 | 관련 글 | 많이 본 뉴스 | 더 보기 | 추천 기사 | 인기 기사 | "
            "함께 보면 좋은 | 더보기 | 인기글 | 관련뉴스 | 이 기사와 함께"
        ),
        "hi": (
            "यह भी पढ़ें | ये भी पढ़ें | और पढ़ें | संबंधित खबरें | इसे भी पढ़ें | संबंधित लेख | सबसे ज्यादा पढ़ी | आगे पढ़ें | "
            "पूरी खबर पढ़ें"
        ),
        "id": (
            "baca juga | artikel terkait | berita terkait | terpopuler | baca lebih lanjut | "
            "simak juga | lihat juga | artikel lainnya | berita lainnya | selengkapnya | pilihan untukmu"
        ),
        "vi": (
            "xem thêm | đọc thêm | bài viết liên quan | tin liên quan | có thể bạn quan tâm | đọc tiếp | "
            "tin cùng chuyên mục | bài liên quan | đọc nhiều nhất | có thể bạn sẽ thích | tin mới nhất | "
            "bài viết cùng chủ đề | tin đọc nhiều"
        ),
        "th": (
            "อ่านเพิ่มเติม | ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | อ่านต่อ | ข่าวแนะนำ | เรื่องที่คุณอาจสนใจ | "
            "บทความแนะนำ | ดูเพิ่มเติม | อ่านข่าวเพิ่มเติม | เรื่องน่าสนใจ | เนื้อหาที่เกี่ยวข้อง"
        ),
        "hu": (
            "kapcsolódó cikkek | olvasd el ezt is | ezt is olvasd el | ajánlott cikkek | "
            "legolvasottabb | tovább olvasom | bővebben | ez is érdekelhet | kapcsolódó bejegyzések | "
            "hasonló cikkek | olvassa el ezt is | további cikkek | elolvasom | legnépszerűbb cikkek"
        ),
        "sv": (
            "läs också | läs även | läs mer | relaterade artiklar | mest läst | fler artiklar | "
            "liknande artiklar | du kanske också gillar | mer om ämnet | relaterade inlägg | "
            "fortsätt läsa | läs vidare"
        ),
        "da": (
            "læs også | læs mere | relaterede artikler | mest læst | lignende artikler | "
            "flere artikler | måske er du også interesseret | læs videre | fortsæt læsning"
        ),
        "nb": (
            "les også | les mer | relaterte artikler | relaterte saker | mest lest | lignende artikler | "
            "flere saker | du liker kanske også | fortsett å lese | se også:"
        ),
        "fi": (
            "lue myös | lue lisää | lue seuraavaksi | luetuimmat | aiheeseen liittyvää | katso myös | "
            "samankaltaisia artikkeleita | suosituimmat | lisää aiheesta | saatat pitää myös | "
            "lue koko juttu"
        ),
        "ro": (
            "citește și | citește mai mult | citește mai departe | articole similare | știri similare | "
            "cele mai citite | te-ar putea interesa | vezi și | articole asemănătoare | citiți și | "
            "citește continuarea | mai multe despre"
        ),
        "bg": (
            "прочетете още | още по темата | свързани статии | прочети още | вижте още | "
            "подобни статии | най-четени | може да ви хареса | виж повече | вижте също | прочетете повече"
        ),
        "hr": (
            "pročitajte i | pročitaj više | povezani članci | možda će vas zanimati | najčitanije | "
            "pročitaj i | vezani članci | pročitajte više | slični članci | opširnije | pogledajte i"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
