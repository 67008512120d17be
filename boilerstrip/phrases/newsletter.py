"""Boxes that ask for an e-mail address. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "mul": "newsletter | newsletters",
        "en": (
            "subscribe to our | sign up for our | your email address | enter your email | your inbox | "
            "email updates | mailing list"
        ),
        "de": (
            "e-mail-adresse eingeben | newsletter abonnieren | newsletter anmelden | "
            "ihre e-mail-adresse | deine e-mail-adresse | kostenlos abonnieren | in ihr postfach | "
            "in dein postfach"
        ),
        "fr": (
            "inscrivez-vous | abonnez-vous à notre | votre adresse e-mail | votre adresse email | "
            "lettre d'information | infolettre | dans votre boîte mail | votre adresse mail"
        ),
        "es": (
            "suscríbete | suscríbase a | boletín de noticias | nuestro boletín | tu correo electrónico | "
            "su correo electrónico | recibe en tu correo | escribe tu email"
        ),
        "it": (
            "iscriviti alla | iscriviti al | la tua email | la tua e-mail | nella tua casella | "
            "il tuo indirizzo email"
        ),
        "pt": (
            "assine nossa | assine a nossa | inscreva-se | subscreva a | seu e-mail | "
            "seu melhor e-mail | receba as novidades | o seu email"
        ),
        "nl": (
            "schrijf je in | nieuwsbrief | nieuwsbrieven | schrijf u in | jouw e-mailadres | "
            "je e-mailadres | uw e-mailadres | in je mailbox"
        ),
        "pl": "zapisz się | twój adres e-mail | podaj swój e-mail | podaj adres e-mail | newslettera",
        "cs": (
            "odebírat newsletter | odběr novinek | přihlaste se k odběru | přihlásit k odběru | "
            "váš e-mail | zadejte svůj e-mail | novinky na e-mail"
        ),
        "sk": (
            "odber noviniek | prihláste sa na odber | odoberať newsletter | váš e-mail | "
            "zadajte svoj e-mail | novinky na e-mail"
        ),
        "ru": (
            "подпишитесь | подписаться на | подпишись на | рассылка новостей | ваш e-mail | "
            "введите ваш email | подписка на рассылку | нашу рассылку | наша рассылка | введите e-mail"
        ),
        "uk": (
            "підпишіться | підписатися на | підпишись на | ваш email | розсилка новин | нашу розсилку | "
            "підписатись на | введіть email"
        ),
        "tr": "bültenimize | e-bülten | e-posta adresiniz | bültene abone ol | bültenine abone | bültenimiz",
        "el": "εγγραφείτε στο | ενημερωτικό δελτίο | το email σας | εγγραφή στο newsletter | λάβετε τα νέα",
        "ar": (
            "اشترك في | نشرتنا | النشرة البريدية | النشرة الإخبارية | بريدك الإلكتروني | "
            "القائمة البريدية | أدخل بريدك"
        ),
        "fa": "خبرنامه | ایمیل خود را وارد | ایمیل شما",
        "he": (
            "ניוזלטר | לניוזלטר | הירשמו לעדכונים | רשימת התפוצה | הצטרפו לרשימת | כתובת האימייל שלך | "
            "כתובת המייל שלכם"
        ),
        "zh": "订阅 | 您的邮箱 | 输入邮箱 | 邮件列表 | 您的电子邮件",
        "zh-hant": "訂閱 | 輸入您的 email | 您的電子郵件 | 輸入電子郵件",
        "ja": "メルマガ | ニュースレター | メールマガジン | メールアドレスを入力 | 無料メール会員",
        "ko": "뉴스레터 | 이메일 주소를 입력 | 구독하기 | 구독 신청 | 메일링 | 이메일로 받아보",
        "hi": "न्यूज़लेटर | न्यूजलेटर | सब्सक्राइब करें | सदस्यता लें | अपना ईमेल दर्ज करें | आपका ईमेल पता",
        "id": (
            "berlangganan newsletter | alamat email anda | masukkan email | daftar newsletter | "
            "buletin kami | langganan newsletter"
        ),
        "vi": "đăng ký nhận tin | nhận bản tin | email của bạn | nhập email",
        "th": "จดหมายข่าว | สมัครรับข่าวสาร | รับข่าวสารทางอีเมล | กรอกอีเมล | อีเมลของคุณ",
        "hu": (
            "hírlevél | hírlevelünk | hírlevélre | iratkozz fel | iratkozzon fel | az e-mail címed | "
            "az ön e-mail címe | hírlevelünkre"
        ),
        "sv": "nyhetsbrev | nyhetsbrevet | prenumerera på vårt | din e-postadress | anmäl dig till",
        "da": "nyhedsbrev | nyhedsbrevet | tilmeld dig | din e-mail",
        "nb": "nyhetsbrev | nyhetsbrevet | meld deg på | din e-postadresse | e-postadressen din",
        "fi": "uutiskirje | uutiskirjeen | uutiskirjeemme | sähköpostiosoitteesi",
        "ro": (
            "abonează-te la | abonați-vă la | buletin informativ | adresa ta de email | "
            "introdu adresa de email | înscrie-te la newsletter | adresa de e-mail"
        ),
        "bg": "абонирайте се | абонирай се | нашия бюлетин | вашият имейл | въведете имейл",
        "hr": (
            "prijavite se na newsletter | prijavi se na newsletter | prijava na newsletter | "
            "vaša e-mail adresa | tvoja e-mail adresa | upišite e-mail"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
