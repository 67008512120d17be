"""What stands where only subscribers read on. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "subscribe to read | already a subscriber | this article is for subscribers | "
            "subscribers only | subscriber-only | become a member to | become a subscriber | "
            "subscribe now | to continue reading | to read the full | unlock this article | "
            "unlock full access | start your free trial | free articles left | free articles remaining | "
            "free articles this month | exclusive to subscribers | already a member | "
            "this content is for | you have reached your limit | register to continue | "
            "subscribe for full access | premium content | cancel anytime | this post is for paid | "
            "already subscribed | sign in to read"
        ),
        "de": (
            "für abonnenten | bereits abonnent | jetzt weiterlesen | weiterlesen mit | "
            "diesen artikel weiterlesen | sie haben bereits ein abo | jetzt testen | jederzeit kündbar | "
            "kostenlos testen | artikel freischalten | digital-abo | plus-artikel | mit abo lesen | "
            "lesen sie diesen artikel mit | zugang freischalten | monatlich kündbar | jetzt abo"
        ),
        "fr": (
            "réservé aux abonnés | article réservé | déjà abonné | pour lire la suite | il vous reste | "
            "de cet article à lire | abonnez-vous | je m'abonne | s'abonner | sans engagement | "
            "accès illimité | débloquez cet article | essai gratuit | contenu réservé | "
            "profitez de l'offre | lire cet article en illimité | la suite est réservée"
        ),
        "es": (
            "solo para suscriptores | exclusivo para suscriptores | ya eres suscriptor | "
            "ya soy suscriptor | para seguir leyendo | contenido exclusivo para | hazte suscriptor | "
            "suscríbete ahora | artículo exclusivo | prueba gratis | cancela cuando quieras | "
            "si ya estás suscrito | has alcanzado el límite | artículo solo para | "
            "contenido para suscriptores"
        ),
        "it": (
            "solo per abbonati | riservato agli abbonati | sei già abbonato | sei già un abbonato | "
            "abbonati ora | abbonati subito | per continuare a leggere | abbonati per | "
            "contenuto riservato | disdici quando vuoi | prova gratis | articolo riservato | "
            "sblocca l'articolo | accesso illimitato | contenuto per abbonati | già abbonato?"
        ),
        "pt": (
            "exclusivo para assinantes | só para assinantes | conteúdo exclusivo para | já é assinante | "
            "assine para continuar | para continuar lendo | para continuar a ler | assine agora | "
            "assine já | artigo exclusivo | cancele quando quiser | acesso ilimitado | seja assinante | "
            "já sou assinante | reservado a assinantes | torne-se assinante | atingiu o limite de"
        ),
        "nl": (
            "alleen voor abonnees | exclusief voor abonnees | al abonnee | abonneer nu | "
            "lees verder met | verder lezen | dit artikel is exclusief | word abonnee | probeer gratis | "
            "maandelijks opzegbaar | onbeperkt toegang | neem een abonnement | onbeperkt lezen | "
            "dit artikel is alleen voor"
        ),
        "pl": (
            "tylko dla prenumeratorów | tylko dla subskrybentów | masz już prenumeratę | wykup dostęp | "
            "kup dostęp | aby czytać dalej | prenumeruj | artykuł dostępny tylko | "
            "dalszy ciąg artykułu | pozostało do przeczytania | treść dla prenumeratorów | "
            "dostęp premium | masz już dostęp | wykup prenumeratę | subskrybuj teraz | artykuł premium | "
            "odblokuj artykuł"
        ),
        "cs": (
            "pro předplatitele | předplatit | zaplaťte | mám předplatné | jste předplatitel | "
            "pokračování článku | odemknout článek | získat předplatné | prémiový obsah | "
            "zbývá vám přečíst | článek je zamčený | objednat předplatné"
        ),
        "sk": (
            "pre predplatiteľov | predplatiť | predplaťte si | už mám predplatné | odomknúť článok | "
            "pokračovanie článku | získať predplatné | kúpiť predplatné | prémiový obsah | "
            "zamknutý článok | máte predplatné"
        ),
        "ru": (
            "только для подписчиков | доступно по подписке | оформить подписку | уже подписаны | "
            "материал доступен только | чтобы читать дальше | оформите подписку | "
            "доступно только подписчикам | платный материал | доступ по подписке | вы уже подписчик | "
            "чтобы прочитать полностью | эксклюзивно для подписчиков | купить подписку | "
            "статья доступна только | чтобы дочитать"
        ),
        "uk": (
            "лише для підписників | тільки для підписників | доступно за передплатою | "
            "оформити передплату | вже маєте передплату | щоб читати далі | оформіть передплату | "
            "матеріал доступний лише | для передплатників | оформити підписку | щоб прочитати повністю | "
            "купити передплату | стаття доступна лише"
        ),
        "tr": (
            "abonelere özel | zaten abone misiniz | okumaya devam etmek için | devamını okumak için | "
            "abone olun | premium üyelere özel | bu içerik abonelere | abonelik başlat | "
            "ücretsiz deneyin | üyelere özel içerik | hemen abone ol | aboneliğiniz var mı | "
            "bu haber abonelere"
        ),
        "el": (
            "είστε ήδη συνδρομητής | γίνετε συνδρομητής | για να συνεχίσετε την ανάγνωση | "
            "αποκτήστε πρόσβαση | συνδρομητικό περιεχόμενο | γίνε συνδρομητής | για συνδρομητές | "
            "απεριόριστη πρόσβαση | συνέχισε την ανάγνωση"
        ),
        "ar": (
            "للمشتركين فقط | حصري للمشتركين | محتوى حصري | هل أنت مشترك | اشترك الآن | لمتابعة القراءة | "
            "لمواصلة القراءة | لقراءة المقال كامل | اشترك للمتابعة | محتوى مدفوع للمشتركين | "
            "اشترك لقراءة | الاشتراك المميز | مشترك بالفعل | هذا المقال للمشتركين"
        ),
        "fa": (
            "ویژه مشترکان | فقط برای مشترکان | برای ادامه مطالعه | خرید اشتراک | اشتراک ویژه | "
            "برای خواندن ادامه | مخصوص مشترکین | محتوای ویژه اعضا | مخصوص اعضای ویژه | تهیه اشتراک | "
            "برای مشاهده کامل | مشترک هستید"
        ),
        "he": (
            "למנויים בלבד | כתבה למנויים | כבר מנוי | להמשך קריאה הירשמו | רכישת מינוי | לרכישת מינוי | "
            "מינוי דיגיטלי | תוכן בלעדי למנויים | הצטרפו למנוי | כדי להמשיך לקרוא | רכשו מינוי | "
            "הכתבה זמינה למנויים"
        ),
        "zh": (
            "订阅后继续阅读 | 会员专享 | 开通会员 | 付费阅读 | 成为会员后 | 已是会员 | 试读结束 | "
            "购买后阅读全文 | 付费内容 | 登录后阅读全文 | 剩余内容需 | 解锁全文 | 会员可读 | 开通vip | "
            "本文为付费 | 成为付费会员"
        ),
        "zh-hant": (
            "訂閱後繼續閱讀 | 會員專屬 | 訂戶限定 | 付費會員 | 已經是會員 | 成為訂戶 | 解鎖全文 | "
            "會員限定 | 登入後閱讀全文 | 加入會員閱讀 | 訂閱看全文 | 付費訂閱 | 本文為訂閱 | 僅限會員"
        ),
        "ja": (
            "この記事は有料 | 会員限定 | 残り文字 | 続きを読むには | 会員登録すると | 有料記事 | "
            "有料会員になる | 購読者限定 | 有料プラン | 初月無料 | プレミアム会員 | 定期購読 | "
            "この続きは | ログインして続きを読む"
        ),
        "ko": (
            "구독자 전용 | 유료 회원 | 유료기사 | 유료 구독 | 구독하고 계속 | 로그인 후 이용 | "
            "회원 전용 | 프리미엄 회원 | 구독 후 이용 | 이미 구독 중 | 이 기사는 유료 | 무료 체험 | "
            "전문을 읽으려면"
        ),
        "hi": (
            "केवल सब्सक्राइबर्स के लिए | केवल सदस्यों के लिए | पूरा लेख पढ़ने के लिए | आगे पढ़ने के लिए | प्रीमियम सदस्य | "
            "पहले से सदस्य हैं | पहले से सब्सक्राइबर | अभी सब्सक्राइब करें | प्रीमियम कंटेंट | प्रीमियम लेख | "
            "पूरी खबर पढ़ने के लिए | सदस्य बनें"
        ),
        "id": (
            "khusus pelanggan | hanya untuk pelanggan | sudah berlangganan | untuk melanjutkan membaca | "
            "berlangganan sekarang | konten premium | langganan untuk membaca | mulai berlangganan | "
            "akses tanpa batas | untuk membaca artikel lengkap | sudah menjadi pelanggan | "
            "artikel premium"
        ),
        "vi": (
            "dành riêng cho thuê bao | dành cho hội viên | chỉ dành cho thành viên | để đọc tiếp | "
            "đăng ký để đọc | nội dung trả phí | đã là thành viên | nâng cấp tài khoản để | "
            "đọc toàn bộ bài viết | gói hội viên | nội dung dành riêng cho"
        ),
        "th": (
            "สำหรับสมาชิกเท่านั้น | เฉพาะสมาชิก | สมัครสมาชิกเพื่ออ่าน | เป็นสมาชิกอยู่แล้ว | เพื่ออ่านต่อ | เนื้อหาพรีเมียม | "
            "สมาชิกพรีเมียม | เนื้อหาสำหรับสมาชิก | ปลดล็อกบทความ"
        ),
        "hu": (
            "előfizetőknek | előfizetőink | már előfizető | fizess elő | fizessen elő | "
            "a cikk folytatásához | a teljes cikk elolvasásához | előfizetéssel olvasható | "
            "olvasd tovább előfizetéssel | előfizetek | prémium tartalom | van már előfizetésed | "
            "bármikor lemondható"
        ),
        "sv": (
            "för prenumeranter | redan prenumerant | läs hela artikeln | för att läsa vidare | "
            "för att fortsätta läsa | bli prenumerant | prova gratis | lås upp artikeln | "
            "artikeln är låst | köp prenumeration | logga in för att läsa | ingen bindningstid | "
            "prenumerera för att läsa"
        ),
        "da": (
            "for abonnenter | allerede abonnent | bliv abonnent | læs hele artiklen | "
            "for at læse videre | for at læse hele | prøv gratis | køb abonnement | "
            "artiklen er forbeholdt | log ind for at læse | ingen binding | få adgang til hele | "
            "artiklen kræver abonnement"
        ),
        "nb": (
            "for abonnenter | allerede abonnent | bli abonnent | for å lese videre | for å lese hele | "
            "prøv gratis | kjøp abonnement | logg inn for å lese | ingen bindingstid | kjøp tilgang | "
            "få tilgang til hele"
        ),
        "fi": (
            "tilaajille | oletko jo tilaaja | tilaa ja lue | jatka lukemista | lukeaksesi artikkelin | "
            "tilaa nyt | maksullinen sisältö | tilaajana | kokeile ilmaiseksi | lue koko artikkeli | "
            "avaa artikkeli | tilaajien etu | jatkaaksesi lukemista"
        ),
        "ro": (
            "doar pentru abonați | exclusiv pentru abonați | ești deja abonat | abonează-te acum | "
            "pentru a continua lectura | pentru a citi integral | conținut premium | devino abonat | "
            "articol pentru abonați | abonează-te pentru | cumpără abonament | "
            "pentru a citi mai departe | acces nelimitat"
        ),
        "bg": (
            "само за абонати | вече сте абонат | станете абонат | за да продължите | абонирайте се, за | "
            "съдържание за абонати | продължете да четете с | купете абонамент | "
            "за да прочетете цялата | статията е достъпна само | платено съдържание за"
        ),
        "hr": (
            "samo za pretplatnike | sadržaj za pretplatnike | već ste pretplatnik | "
            "postanite pretplatnik | za nastavak čitanja | pretplati se | pretplatite se | "
            "premium sadržaj | isključivo za pretplatnike | otključaj članak | za čitanje cijelog | "
            "članak dostupan samo | nastavi čitati uz"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
