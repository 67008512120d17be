"""Boxes that ask for money. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "mul": "paypal | patreon | ko-fi | gofundme | bitcoin: | btc: | ethereum: | monero: | usdt:",
        "en": (
            "support us | support our work | support our journalism | support independent | donate | "
            "make a donation | your donation | one-time donation | monthly donation | buy me a coffee | "
            "tip jar"
        ),
        "de": (
            "jetzt spenden | spenden sie | unterstützen sie uns | unterstütze uns | spendenkonto | "
            "ihre spende | deine spende | mit ihrer spende | mit deiner spende"
        ),
        "fr": (
            "faire un don | soutenez-nous | soutenez notre | nous soutenir | faites un don | "
            "je fais un don | votre don"
        ),
        "es": (
            "haz una donación | dona ahora | apóyanos | hacer una donación | haga una donación | "
            "apoya nuestro | apoya el periodismo | donar ahora | tu donación | hazte socio"
        ),
        "it": (
            "sostienici | fai una donazione | dona ora | sostieni il nostro | la tua donazione | "
            "fare una donazione | supportaci"
        ),
        "pt": (
            "apoie-nos | faça uma doação | doe agora | fazer uma doação | apoie o nosso | apoie nosso | "
            "sua doação | apoie o jornalismo | faça um donativo"
        ),
        "nl": "doneer | steun ons | steun onze | doe een donatie | jouw donatie | word donateur",
        "pl": (
            "wesprzyj nas | przekaż darowiznę | wspieraj nas | postaw mi kawę | postaw nam kawę | "
            "zostań patronem | twoja darowizna | twoje wsparcie"
        ),
        "cs": "podpořte nás | podpořte naši | přispějte | staňte se dárcem | váš dar",
        "sk": "podporte nás | podporte našu | prispejte | váš dar",
        "ru": (
            "поддержать проект | поддержите нас | поддержи нас | пожертвовать | сделать пожертвование | "
            "поддержать нас | поддержать автора | помочь проекту | ваше пожертвование | "
            "поддержать редакцию"
        ),
        "uk": (
            "підтримати нас | підтримайте нас | підтримай нас | підтримати проєкт | "
            "підтримати редакцію | зробити донат"
        ),
        "tr": "bağış yap | bize destek ol | bizi destekle | destek olmak için | bağışınız | kahve ısmarla",
        "el": "υποστηρίξτε μας | κάντε μια δωρεά | κάντε δωρεά | στηρίξτε μας | στηρίξτε το έργο",
        "ar": "تبرع الآن | ادعمنا | تبرعوا الآن | ادعم عملنا | قدم تبرع | تبرعك",
        "fa": (
            "حمایت از ما | از ما حمایت کنید | کمک مالی به ما | همین حالا حمایت کنید | دونیت | "
            "حمایت مالی از ما"
        ),
        "he": "תרמו עכשיו | תרמו לנו | תמכו בנו | תרומה חודשית | תרומתכם | לתרומה לחצו",
        "zh": (
            "捐款 | 赞助我们 | 支持我们 | 捐助我们 | 打赏作者 | 赞赏作者 | 请我喝杯咖啡 | 立即捐赠 | "
            "请作者喝咖啡"
        ),
        "zh-hant": (
            "贊助我們 | 支持我們 | 捐助我們 | 立即捐款 | 立即捐贈 | 小額贊助 | 請我喝杯咖啡 | 定期定額捐款"
        ),
        "ja": "寄付する | 寄付のお願い | ご支援をお願い | ご支援ください | 寄付で応援 | ご寄付",
        "ko": "후원하기 | 후원 계좌 | 정기후원 | 기부하기 | 후원해 주세요 | 커피 사주기",
        "hi": "दान करें | दान दें | हमें सहयोग करें | हमारा समर्थन करें | आर्थिक सहयोग करें | हमारी पत्रकारिता का समर्थन",
        "id": "donasi | dukung kami | traktir kopi | dukung karya",
        "vi": (
            "ủng hộ chúng tôi | quyên góp ngay | ủng hộ tác giả | mời tôi ly cà phê | "
            "đóng góp cho chúng tôi | ủng hộ dự án"
        ),
        "th": "บริจาคตอนนี้ | สนับสนุนเรา | ร่วมบริจาค | บริจาคเงิน | เลี้ยงกาแฟ",
        "hu": (
            "támogass minket | támogasson minket | támogasd a munkánk | az ön adománya | az adományod | "
            "adományozz | adományozzon"
        ),
        "sv": (
            "stöd oss | ge en gåva | swisha | stötta oss | stöd vårt arbete | stötta vårt | "
            "bli månadsgivare | din gåva"
        ),
        "da": "støt os | støt vores | giv et bidrag | doner nu | dit bidrag | bliv støttemedlem",
        "nb": "støtt oss | støtt arbeidet vårt | vipps oss | doner nå | ditt bidrag",
        "fi": "tue meitä | lahjoita | tue työtämme | lahjoituksesi | tee lahjoitus",
        "ro": "donează | susține-ne | sprijină-ne | fă o donație | donația ta | redirecționează 3,5%",
        "bg": "дарете | подкрепете ни | направете дарение | подкрепи ни | вашето дарение",
        "hr": "doniraj | donirajte | podržite nas | podrži nas | vaša donacija | podržite naš rad",
    }
)
"""Language -> phrases, with `" | "` between them."""
