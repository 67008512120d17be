"""Who wrote it, in a sentence or two. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "about the author | about the writer | is a freelance writer | is a freelance journalist | "
            "is a writer based in | is a journalist based in | is a staff writer | is a senior writer | "
            "is a contributing writer | is a contributor to | is the author of | is a reporter for | "
            "is a senior editor | is an editor at | written by | posts by | view profile | "
            "meet the author | author archive | follow the author | about the contributor | "
            "articles by | see author's posts | contributing editor | when not writing | "
            "when she's not | when he's not | guest author | more from this author | author bio | "
            "about me"
        ),
        "de": (
            "über den autor | über die autorin | über den verfasser | zum autor | zur autorin | "
            "alle artikel von | alle beiträge von | ist freier journalist | ist freie journalistin | "
            "ist redakteur | zur person | mehr vom autor | arbeitet als freie | der autor ist | "
            "die autorin ist | weitere beiträge von | autorenprofil | weitere artikel von"
        ),
        "fr": (
            "à propos de l'auteur | sur l'auteur | tous les articles de | est journaliste | "
            "journaliste indépendant | l'auteur de cet article | est rédacteur | est rédactrice | "
            "voir tous ses articles | ses derniers articles | articles de l'auteur | écrit par | "
            "qui suis-je"
        ),
        "es": (
            "sobre el autor | sobre la autora | acerca del autor | acerca de la autora | "
            "ver todas las entradas de | todos los artículos de | es periodista | "
            "periodista especializad | más artículos de | escrito por | más del autor | es redactor | "
            "sobre mí | ver biografía | artículos del autor"
        ),
        "it": (
            "l'autore | l'autrice | sull'autore | tutti gli articoli di | giornalista professionista | "
            "giornalista pubblicista | scritto da | altri articoli dell'autore | è giornalista | "
            "chi sono | visualizza tutti gli articoli | biografia dell'autore | info autore"
        ),
        "pt": (
            "sobre o autor | sobre a autora | ver todos os posts de | todos os artigos de | "
            "é jornalista | jornalista formad | mais artigos de | escrito por: | mais do autor | "
            "quem escreve | publicado por | sobre mim | ver perfil do autor | todas as matérias de"
        ),
        "nl": (
            "over de auteur | over de schrijver | alle berichten van | alle artikelen van | "
            "is freelance journalist | is journalist bij | meer van deze auteur | geschreven door | "
            "is redacteur | meer artikelen van | over mij | bekijk profiel"
        ),
        "pl": (
            "o autorze | o autorce | wszystkie wpisy autora | zobacz wszystkie wpisy | "
            "wszystkie artykuły autora | więcej od autora | dziennikarz i | dziennikarka i | "
            "napisane przez | więcej artykułów autora | inne artykuły autora | redaktor portalu | "
            "o mnie | zobacz profil"
        ),
        "cs": (
            "o autorovi | o autorce | je novinář | více od autora | profil autora | "
            "zobrazit všechny příspěvky od | autor článku | autorka článku | redaktor webu | "
            "články autora | o mně"
        ),
        "sk": (
            "o autorovi článku | o autorke | všetky články autora | ďalšie články autora | "
            "viac od autora | profil redaktora | zobraziť všetky príspevky od | autor článku: | "
            "je novinár | články redaktora | o mne"
        ),
        "ru": (
            "об авторе | об авторах | все записи автора | все статьи автора | посмотреть все записи | "
            "другие статьи автора | автор статьи | автор материала | журналист и | "
            "все материалы автора | автор публикации | автор блога | обо мне | профиль автора | "
            "редактор сайта | ещё от автора"
        ),
        "uk": (
            "про автора | про авторку | усі записи автора | всі записи автора | всі статті автора | "
            "інші статті автора | автор статті | автор матеріалу | усі статті автора | "
            "переглянути всі записи | про мене | більше від автора | журналіст та | авторка статті"
        ),
        "tr": (
            "yazar hakkında | tüm yazıları | hakkında daha fazla | yazarı hakkında | yazar: | "
            "yazarın diğer | editör hakkında | yazara ait | diğer yazıları | yazar bilgisi | hakkımda"
        ),
        "el": (
            "σχετικά με τον συντάκτη | σχετικά με τον συγγραφέα | για τον συγγραφέα | όλα τα άρθρα του | "
            "δείτε όλα τα άρθρα | είναι δημοσιογράφος | περισσότερα από τον συντάκτη | "
            "για τον αρθρογράφο | ποιος είμαι | σχετικά με τη συντάκτρια"
        ),
        "ar": (
            "عن الكاتب | عن المؤلف | عن كاتب | مقالات الكاتب | كاتب وصحفي | صحفي وكاتب | كاتب صحفي | "
            "عرض كل مقالات | حول الكاتب | بقلم:"
        ),
        "fa": (
            "درباره نویسنده | درباره\u200cی نویسنده | همه نوشته\u200cهای | نوشته\u200cهای این نویسنده | "
            "روزنامه\u200cنگار و | مطالب نویسنده | سایر مقالات نویسنده | نویسنده مطلب | درباره من | "
            "نویسنده:"
        ),
        "he": (
            "על המחבר | על הכותב | אודות המחבר | אודות הכותב | כל הכתבות של | כל הפוסטים של | "
            "לכל הכתבות של | כתבות נוספות של | נכתב על ידי | עיתונאי ו | קצת עליי | כל המאמרים של"
        ),
        "zh": (
            "关于作者 | 作者简介 | 作者介绍 | 查看作者 | 作者的其他文章 | 作者的更多文章 | 本文作者 | "
            "作者专栏 | 专栏作家 | 自由撰稿人 | 更多文章来自 | 个人简介 | 责任编辑 | 作者主页"
        ),
        "zh-hant": (
            "關於作者 | 作者簡介 | 作者介紹 | 作者的其他文章 | 查看作者 | 更多作者文章 | 專欄作家 | "
            "自由撰稿人 | 關於我 | 文章作者 | 作者專欄 | 本文作者 | 撰文者 | 看所有文章"
        ),
        "ja": (
            "この記事を書いた人 | 著者について | 著者プロフィール | この著者の記事 | 筆者プロフィール | "
            "執筆者 | ライタープロフィール | 著者の記事一覧 | 監修者 | この記事の著者 | "
            "プロフィールを見る | フリーライター | この筆者の記事 | 投稿者プロフィール | "
            "編集部プロフィール"
        ),
        "ko": (
            "저자 소개 | 글쓴이 소개 | 작성자의 다른 글 | 기자의 다른 기사 | 기자 프로필 | 작가 소개 | "
            "필자 소개 | 기자 구독 | 이 기자의 다른 | 글쓴이의 다른 | 저자의 다른 | 다른기사 보기 | "
            "다른 기사 보기 | 기자 페이지"
        ),
        "hi": (
            "लेखक के बारे में | लेखक परिचय | लेखक का परिचय | लेखक की अन्य | के सभी लेख | स्वतंत्र पत्रकार | "
            "लेखक के अन्य लेख | के बारे में लेखक | लेखक स्वतंत्र | पत्रकारिता का अनुभव | लेखक की और खबरें"
        ),
        "id": (
            "tentang penulis | tentang pengarang | artikel lain dari penulis | lihat semua artikel | "
            "semua tulisan dari | ditulis oleh | lihat semua pos | penulis lepas | profil penulis | "
            "adalah seorang penulis | artikel penulis | tentang saya"
        ),
        "vi": (
            "về tác giả | giới thiệu tác giả | thông tin tác giả | bài viết của tác giả | "
            "bài viết khác của | xem thêm bài của | tất cả bài viết của | bài khác của tác giả | về tôi"
        ),
        "th": (
            "เกี่ยวกับผู้เขียน | เกี่ยวกับผู้แต่ง | ผู้เขียนบทความ | บทความอื่นของผู้เขียน | ดูบทความทั้งหมดของ | ประวัติผู้เขียน | "
            "ดูเรื่องทั้งหมดของ | นักเขียนอิสระ | เขียนโดย | บทความทั้งหมดโดย | เกี่ยวกับฉัน"
        ),
        "hu": (
            "a szerzőről | a szerző további | a szerző összes | szerzőnk | "
            "minden bejegyzés megtekintése | szerző további cikkei | a szerző cikkei | "
            "több cikk a szerzőtől | szabadúszó újságíró | a szerző bemutatkozása | rólam | írta:"
        ),
        "sv": (
            "om författaren | om skribenten | alla inlägg av | fler artiklar av | är frilansjournalist | "
            "mer av författaren | om journalisten | skriven av | fler inlägg av | är journalist på | "
            "är redaktör för | alla artiklar av | om mig"
        ),
        "da": (
            "om forfatteren | om skribenten | alle indlæg af | er freelancejournalist | mere af | "
            "artikler af | skrevet af | om journalisten | er journalist på"
        ),
        "nb": (
            "om forfatteren | om skribenten | alle innlegg av | flere artikler av | "
            "er frilansjournalist | flere saker av | skrevet av | om journalisten | er journalist i | "
            "om meg"
        ),
        "fi": (
            "kirjoittajasta | kirjoittaja on | katso kaikki artikkelit | "
            "kaikki kirjoittajan artikkelit | lisää kirjoittajalta | kirjoittajan muut | toimittaja on | "
            "näytä kaikki artikkelit | freelancetoimittaja | minusta"
        ),
        "ro": (
            "despre autor | despre autoare | vezi toate articolele | toate articolele de | "
            "articole de același autor | scris de | articolele autorului | mai multe de la autor | "
            "este jurnalist | mai multe articole de | articole scrise de | despre mine"
        ),
        "bg": (
            "за автора | за авторката | всички статии от автора | още от автора | всички публикации от | "
            "журналист и | вижте всички публикации | други статии от автора | автор на статията | "
            "публикации от автора | за мен"
        ),
        "hr": (
            "o autoru | o autorici | svi članci autora | više od autora | pogledaj sve objave | "
            "ostali članci autora | napisao je | napisala je | svi tekstovi autora | "
            "pogledajte sve članke | autor članka | više od istog autora | o meni"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
