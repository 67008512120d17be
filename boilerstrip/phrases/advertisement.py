"""Labels of advertisements. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": "advertisement | advertising | sponsored | advertisements",
        "de": "anzeige | werbung | gesponsert | reklame",
        "fr": "publicité | sponsorisé | publicités | contenu partenaire",
        "es": "publicidad | patrocinado | anuncio | espacio publicitario | publirreportaje",
        "it": "pubblicità | annuncio pubblicitario | sponsorizzato | inserzione",
        "pt": "publicidade | patrocinado | anúncio",
        "nl": "advertentie | advertenties | gesponsord | gesponsorde inhoud",
        "pl": (
            "reklama | reklamy | sponsorowane | artykuł sponsorowany | materiał sponsorowany | "
            "materiał partnera"
        ),
        "cs": "reklama | inzerce | komerční sdělení | sponzorováno | reklamní sdělení",
        "sk": "reklama | inzercia | sponzorované | reklamný oznam",
        "ru": "реклама | на правах рекламы | рекламный блок | спецпроект | партнёрский материал",
        "uk": "реклама | на правах реклами | рекламний блок | партнерський матеріал",
        "tr": "reklam | sponsorlu | reklamlar | reklamı kapat",
        "el": "διαφήμιση | χορηγούμενο | διαφημίσεις | χορηγούμενη δημοσίευση",
        "ar": "إعلان | إعلانات | محتوى مدفوع | محتوى ممول | الإعلان",
        "fa": "تبلیغات | آگهی | رپورتاژ | تبلیغ",
        "he": "פרסומת | תוכן שיווקי | פרסום ממומן | מודעה | תוכן ממומן | בשיתוף פרסומי",
        "zh": "广告 | 赞助内容 | 推广信息",
        "zh-hant": "廣告 | 贊助內容 | 業配文 | 工商服務",
        "ja": "広告 | スポンサーリンク | プロモーション | 提供記事 | スポンサードリンク",
        "ko": "광고 | 스폰서 | 협찬",
        "hi": "विज्ञापन | प्रायोजित | स्पॉन्सर्ड",
        "id": "iklan | pariwara | bersponsor | scroll untuk melanjutkan",
        "vi": "quảng cáo | được tài trợ | nội dung tài trợ | tin tài trợ",
        "th": "โฆษณา | ผู้สนับสนุน",
        "hu": "hirdetés | reklám | szponzorált | támogatott tartalom | hirdetések",
        "sv": "annons | annonser | reklam | betalt innehåll | sponsrat",
        "da": "annonce | annoncer | sponsoreret | annoncørbetalt indhold | reklame",
        "nb": "annonse | annonser | reklame | annonsørinnhold | sponset",
        "fi": "mainos | mainokset | kaupallinen yhteistyö | sponsoroitu | maksettu sisältö",
        "ro": "publicitate | reclamă | sponsorizat | reclama",
        "bg": "реклама | спонсорирано | платена публикация | платено съдържание",
        "hr": "oglas | promo sadržaj | sponzorirano | sponzorirani sadržaj | reklame",
    }
)
"""Language -> phrases, with `" | "` between them."""
