"""Notices on cookies and consent. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "we use cookies | uses cookies | use of cookies | accept cookies | accept all | "
            "cookie policy | cookie settings | cookie preferences"
        ),
        "de": (
            "cookie-einstellungen | verwenden cookies | nutzt cookies | verwendet cookies | "
            "nutzen cookies | alle akzeptieren | cookies akzeptieren | cookie-richtlinie | "
            "nur notwendige cookies | setzt cookies"
        ),
        "fr": (
            "utilise des cookies | utilisons des cookies | tout accepter | continuer sans accepter | "
            "accepter les cookies | gestion des cookies | paramétrer les cookies | "
            "utilisation de cookies | politique de cookies | gérer les cookies"
        ),
        "es": (
            "utiliza cookies | utilizamos cookies | usamos cookies | aceptar cookies | aceptar todo | "
            "aceptar todas | política de cookies | uso de cookies | configurar cookies"
        ),
        "it": (
            "utilizza cookie | utilizza i cookie | utilizziamo i cookie | utilizziamo cookie | "
            "usiamo i cookie | accetta tutti | accetta i cookie | rifiuta tutto | "
            "continua senza accettare | preferenze cookie | informativa sui cookie"
        ),
        "pt": (
            "usamos cookies | utiliza cookies | utilizamos cookies | usa cookies | aceitar todos | "
            "aceitar cookies | aceitar e fechar | uso de cookies | política de cookies"
        ),
        "nl": (
            "gebruikt cookies | gebruiken cookies | cookies accepteren | accepteer cookies | "
            "alles accepteren | cookie-instellingen | cookiebeleid | cookievoorkeuren | "
            "maakt gebruik van cookies | accepteer alle"
        ),
        "pl": (
            "plików cookie | pliki cookie | polityka cookies | akceptuję wszystkie | "
            "zaakceptuj wszystkie | używa ciasteczek | używamy plików | odrzuć wszystkie"
        ),
        "cs": (
            "soubory cookie | souborů cookie | používáme cookies | přijmout vše | nastavení cookies | "
            "odmítnout vše | používá cookies | povolit vše"
        ),
        "sk": (
            "súbory cookie | súborov cookie | používame cookies | prijať všetko | prijať všetky | "
            "nastavenia cookies | odmietnuť všetko | používa cookies"
        ),
        "ru": (
            "файлы cookie | файлов cookie | используем cookie | использует cookie | используем куки | "
            "файлы куки | настройки cookie | использование cookie | использования cookie | "
            "принять все cookie | принять все файлы | куки-файлы"
        ),
        "uk": (
            "файли cookie | файлів cookie | використовуємо cookie | використовує cookie | файли кукі | "
            "налаштування cookie | прийняти всі cookie | прийняти всі файли"
        ),
        "tr": "çerez | çerezler | çerezleri | tümünü kabul et | çerezlerin | çerezlere",
        "el": (
            "χρησιμοποιούμε cookies | χρησιμοποιεί cookies | αποδοχή όλων | αποδοχή cookies | "
            "πολιτική cookies | ρυθμίσεις cookies | απόρριψη όλων"
        ),
        "ar": "ملفات تعريف الارتباط | قبول الكل | ملفات الارتباط | سياسة الكوكيز | نستخدم الكوكيز",
        "fa": "کوکی\u200cها | از کوکی | پذیرش همه | تنظیمات کوکی | سیاست کوکی",
        "he": (
            "עושה שימוש בעוגיות | קובצי cookie | קבצי עוגיות | משתמשים בעוגיות | מדיניות עוגיות | "
            "קבל הכל | שימוש בקבצי cookies | אישור כל העוגיות"
        ),
        "zh": (
            "使用cookie | 使用 cookie | cookie设置 | cookie 设置 | 接受所有cookie | 接受所有 cookie | "
            "cookie政策 | 接受全部cookie"
        ),
        "zh-hant": (
            "cookie設定 | cookie 設定 | 接受所有 cookie | 使用cookie技術 | cookie 政策 | "
            "接受全部 cookie | 使用 cookie"
        ),
        "ja": (
            "クッキー | cookieを使用 | cookie の使用 | すべて受け入れる | cookieの設定 | "
            "cookieポリシー | すべてのcookieを | すべて同意する"
        ),
        "ko": "쿠키 | 모두 수락 | 모두 동의하고",
        "hi": "कुकीज़ का उपयोग | कुकीज का उपयोग | सभी स्वीकार करें | कुकीज़ का इस्तेमाल | कुकी नीति | कुकी सेटिंग",
        "id": (
            "menggunakan cookie | kebijakan cookie | terima semua | terima cookie | pengaturan cookie | "
            "setuju dan tutup"
        ),
        "vi": "sử dụng cookie | chấp nhận tất cả | chính sách cookie | chấp nhận cookie | cài đặt cookie",
        "th": "คุกกี้ | ยอมรับทั้งหมด",
        "hu": (
            "sütiket használ | cookie-kat használ | süti beállítások | összes elfogadása | "
            "elfogadom a sütiket | cookie szabályzat | sütik kezelése | mindet elfogadom"
        ),
        "sv": (
            "använder cookies | använder kakor | godkänn alla | tillåt alla | cookieinställningar | "
            "cookiepolicy | hantera cookies | använder vi cookies | acceptera alla cookies | "
            "acceptera alla kakor"
        ),
        "da": (
            "bruger cookies | anvender cookies | accepter alle | tillad alle | cookieindstillinger | "
            "cookiepolitik | afvis alle | brug af cookies"
        ),
        "nb": "bruker cookies | godta alle | informasjonskapsler | avvis alle",
        "fi": (
            "käyttää evästeitä | käytämme evästeitä | hyväksy evästeet | evästeasetukset | "
            "evästekäytäntö | evästeiden käyttö | hyväksy kaikki evästeet | vain välttämättömät evästeet"
        ),
        "ro": (
            "folosește cookie | utilizează cookie | folosim cookie | module cookie | accept toate | "
            "politica de cookie | setări cookie | fișiere cookie | modulele cookie | acceptă toate cookie"
        ),
        "bg": "приемам всички | приеми всички | бисквитките | бисквитки",
        "hr": (
            "koristi kolačiće | koristimo kolačiće | prihvati sve | prihvati kolačiće | "
            "postavke kolačića | politika kolačića | prihvaćam sve"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
