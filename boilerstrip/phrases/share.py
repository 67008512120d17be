"""Buttons to share, and social profiles. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": "share this | share on | share via | click to share | copy link | follow us",
        "de": "teilen | link kopieren | folgen sie uns | folge uns | teile diesen",
        "fr": "partager | partagez | copier le lien | suivez-nous | nous suivre",
        "es": "compartir | síguenos | copiar enlace | comparte esto | compártelo | síganos en",
        "it": "condividi | seguici | copia link | copia il link | fai clic per condividere",
        "pt": "compartilhar | compartilhe | partilhar | partilhe | siga-nos | copiar link",
        "nl": (
            "deel dit | delen op | delen via | volg ons | kopieer link | klik om te delen | deel op | "
            "deel via | artikel delen"
        ),
        "pl": (
            "udostępnij | podziel się | skopiuj link | kopiuj link | obserwuj nas | śledź nas | "
            "kliknij, aby udostępnić"
        ),
        "cs": "sdílet | sdílejte | sledujte nás | kopírovat odkaz | zkopírovat odkaz",
        "sk": "zdieľať | zdieľajte | sledujte nás | kopírovať odkaz | skopírovať odkaz",
        "ru": (
            "поделиться | поделитесь | скопировать ссылку | мы в соцсетях | рассказать друзьям | "
            "подписывайтесь на нас | копировать ссылку | отправить в telegram"
        ),
        "uk": (
            "поділитися | поділитись | поділіться | скопіювати посилання | ми в соцмережах | "
            "стежте за нами | копіювати посилання | розповісти друзям"
        ),
        "tr": "paylaş | paylaşın | bağlantıyı kopyala | bizi takip edin | linki kopyala | bizi takip et",
        "el": (
            "κοινοποίηση | κοινοποιήστε | ακολουθήστε μας | αντιγραφή συνδέσμου | μοιράσου το | μοιραστείτε"
        ),
        "ar": "شارك | مشاركة على | تابعنا | نسخ الرابط | تابعونا | انسخ الرابط | مشاركة المقال",
        "fa": (
            "اشتراک گذاری | اشتراک\u200cگذاری | به اشتراک بگذارید | کپی لینک | ما را دنبال کنید | "
            "ارسال به دوستان | لینک کوتاه | کپی کردن لینک"
        ),
        "he": "שתפו | שתף | העתק קישור | עקבו אחרינו | העתקת קישור | לשיתוף",
        "zh": "分享到 | 分享至 | 关注我们 | 复制链接 | 分享本文 | 微信扫一扫 | 扫码分享",
        "zh-hant": "分享到 | 分享至 | 追蹤我們 | 複製連結 | 分享本文 | 分享此文 | 分享這篇 | 分享給朋友",
        "ja": (
            "シェアする | ツイートする | リンクをコピー | フォローする | この記事をシェア | "
            "はてなブックマーク | urlをコピー | フォローしてね | lineで送る"
        ),
        "ko": "공유하기 | 링크 복사 | url 복사 | 팔로우하기 | 카카오톡으로 공유 | 페이스북 공유 | 주소복사",
        "hi": "शेयर करें | साझा करें | फॉलो करें | लिंक कॉपी करें | व्हाट्सएप पर शेयर | फेसबुक पर शेयर",
        "id": "bagikan | ikuti kami | salin tautan | salin link | share artikel ini | klik untuk berbagi",
        "vi": (
            "chia sẻ lên | chia sẻ bài viết | sao chép liên kết | theo dõi chúng tôi | chia sẻ qua | "
            "chia sẻ facebook | chia sẻ ngay | sao chép link | copy liên kết"
        ),
        "th": "แชร์ | คัดลอกลิงก์ | ติดตามเรา",
        "hu": (
            "megosztás | oszd meg | megosztom | ossza meg | kövess minket | link másolása | kövessen minket"
        ),
        "sv": (
            "dela på | dela artikel | följ oss | kopiera länk | dela inlägg | dela via | dela denna | "
            "klicka för att dela"
        ),
        "da": (
            "del på | del artiklen | del artikel | følg os | kopier link | del dette | "
            "klik for at dele | del med dine"
        ),
        "nb": "del på | del saken | del artikkelen | følg oss | kopier lenke | del denne | klikk for å dele",
        "fi": (
            "jaa facebookissa | jaa artikkeli | jaa tämä | seuraa meitä | kopioi linkki | jaa juttu | "
            "jaa whatsappissa | jaa twitterissä | jaa sivu | jaa sosiaalisessa"
        ),
        "ro": (
            "distribuie | urmărește-ne | copiază link | partajează | dă mai departe | urmăriți-ne | "
            "distribuiți"
        ),
        "bg": (
            "споделете | споделяне | последвайте ни | копирай линк | следвайте ни | "
            "копиране на връзката | сподели във facebook | сподели статията"
        ),
        "hr": "podijeli | podijelite | pratite nas | kopiraj link | kopiraj poveznicu",
    }
)
"""Language -> phrases, with `" | "` between them."""
