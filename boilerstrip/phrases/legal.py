"""Copyright lines, terms, and links to them. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE"]

BY_LANGUAGE = MappingProxyType(
    {
        "mul": "© copyright | copyright ©",
        "en": (
            "privacy policy | terms of use | terms of service | terms and conditions | "
            "terms & conditions | disclaimer | copyright notice | privacy notice | legal notice | "
            "may not be reproduced | without prior written permission | do not sell my | "
            "affiliate disclosure | rights reserved | your privacy choices | accessibility statement | "
            "dmca | for informational purposes only | registered trademark | is a trademark of | "
            "content policy | licensed under | data protection policy | registered in england"
        ),
        "de": (
            "alle rechte vorbehalten | impressum | datenschutz | datenschutzerklärung | "
            "datenschutzhinweise | nutzungsbedingungen | allgemeine geschäftsbedingungen | agb | "
            "haftungsausschluss | nachdruck nur | widerrufsbelehrung | barrierefreiheitserklärung | "
            "urheberrechtlich geschützt | rechtliche hinweise"
        ),
        "fr": (
            "tous droits réservés | mentions légales | politique de confidentialité | "
            "conditions générales | conditions d'utilisation | données personnelles | "
            "protection des données | reproduction interdite | droits de reproduction | "
            "charte de confidentialité | cgu | cgv"
        ),
        "es": (
            "aviso legal | política de privacidad | términos y condiciones | condiciones de uso | "
            "términos de uso | prohibida su reproducción | prohibida la reproducción | "
            "protección de datos | derechos reservados | condiciones generales | "
            "descargo de responsabilidad"
        ),
        "it": (
            "informativa sulla privacy | informativa privacy | note legali | termini e condizioni | "
            "condizioni d'uso | riproduzione riservata | termini di servizio | p. iva | partita iva | "
            "diritti riservati | condizioni generali"
        ),
        "pt": (
            "política de privacidade | termos de uso | termos e condições | aviso legal e | "
            "direitos reservados | proibida a reprodução | termos de serviço | ficha técnica e | "
            "proteção de dados | condições gerais | estatuto editorial"
        ),
        "nl": (
            "privacybeleid | privacyverklaring | algemene voorwaarden | gebruiksvoorwaarden | "
            "privacy statement | colofon | auteursrecht voorbehouden | rechten voorbehouden | "
            "toegankelijkheidsverklaring | kvk-nummer"
        ),
        "pl": (
            "polityka prywatności | regulamin | nota prawna | prawa zastrzeżone | warunki korzystania | "
            "ochrona danych osobowych | rodo | kopiowanie treści"
        ),
        "cs": (
            "ochrana osobních údajů | zásady ochrany osobních | obchodní podmínky | podmínky použití | "
            "zpracování osobních údajů | práva vyhrazena | tiráž | prohlášení o přístupnosti"
        ),
        "sk": (
            "ochrana osobných údajov | zásady ochrany osobných | obchodné podmienky | "
            "podmienky používania | spracovanie osobných údajov | práva vyhradené | "
            "vyhlásenie o prístupnosti"
        ),
        "ru": (
            "все права защищены | политика конфиденциальности | пользовательское соглашение | "
            "правила использования | условия использования | персональных данных | "
            "перепечатка материалов | при использовании материалов | свидетельство о регистрации | "
            "отказ от ответственности | правовая информация | гиперссылка на | копирование материалов | "
            "публичная оферта | ссылка на сайт обязательна"
        ),
        "uk": (
            "усі права захищені | всі права захищені | політика конфіденційності | умови користування | "
            "правила користування | умови використання | персональних даних | "
            "при використанні матеріалів | передрук матеріалів | публічна оферта | правова інформація | "
            "угода користувача | використання матеріалів сайту"
        ),
        "tr": (
            "tüm hakları saklıdır | gizlilik politikası | kullanım koşulları | kullanım şartları | "
            "kvkk | aydınlatma metni | kişisel verilerin korunması | yasal uyarı | künye | "
            "her hakkı saklıdır | üyelik sözleşmesi | izinsiz kopyalanamaz"
        ),
        "el": (
            "με επιφύλαξη παντός δικαιώματος | πολιτική απορρήτου | όροι χρήσης | "
            "όροι και προϋποθέσεις | προστασία προσωπικών δεδομένων | αποποίηση ευθύνης | "
            "πνευματικά δικαιώματα | όλα τα δικαιώματα διατηρούνται | ταυτότητα ιστότοπου | "
            "απαγορεύεται η αναδημοσίευση"
        ),
        "ar": (
            "سياسة الخصوصية | شروط الاستخدام | الشروط والأحكام | اتفاقية الاستخدام | إخلاء المسؤولية | "
            "حقوق النشر | الحقوق محفوظة | إخلاء مسؤولية | شروط الخدمة | حقوق الملكية الفكرية"
        ),
        "fa": (
            "تمامی حقوق | کلیه حقوق | تمام حقوق | حریم خصوصی | قوانین و مقررات | شرایط استفاده | "
            "حقوق مادی و معنوی | با ذکر منبع | سلب مسئولیت | قوانین سایت | حق کپی"
        ),
        "he": (
            "מדיניות פרטיות | מדיניות הפרטיות | תנאי שימוש | תנאי השימוש | הצהרת נגישות | "
            "הזכויות שמורות | אין להעתיק | זכויות יוצרים | תקנון"
        ),
        "zh": (
            "版权所有 | 隐私政策 | 用户协议 | 服务条款 | 免责声明 | 使用条款 | 法律声明 | 保留所有权利 | "
            "未经授权 | 版权声明 | icp备 | 公网安备 | 隐私权政策 | 不得转载 | 许可证编号 | 营业执照"
        ),
        "zh-hant": (
            "版權所有 | 隱私權政策 | 服務條款 | 使用條款 | 免責聲明 | 著作權 | 保留所有權利 | 不得轉載 | "
            "版權聲明 | 未經授權 | 請勿轉載 | 隱私權聲明 | 隱私政策 | 私隱政策 | 會員條款"
        ),
        "ja": (
            "無断転載 | プライバシーポリシー | 利用規約 | 著作権 | 免責事項 | 特定商取引法 | 無断複製 | "
            "サイトポリシー | 転載を禁じます | 個人情報の取り扱い | 個人情報保護 | 運営会社"
        ),
        "ko": (
            "무단전재 | 무단 전재 | 개인정보처리방침 | 개인정보 처리방침 | 이용약관 | 재배포 금지 | "
            "저작권자 | 청소년보호정책 | 저작권 보호 | 사업자등록번호 | 재배포금지 | 사업자 등록번호 | "
            "개인정보취급방침 | 청소년보호책임자"
        ),
        "hi": (
            "गोपनीयता नीति | उपयोग की शर्तें | नियम और शर्तें | अस्वीकरण | सेवा की शर्तें | प्राइवेसी पॉलिसी | "
            "कॉपीराइट | नियम एवं शर्तें | सर्वाधिकार"
        ),
        "id": (
            "kebijakan privasi | syarat dan ketentuan | ketentuan layanan | pedoman media siber | "
            "syarat penggunaan | hak cipta | pedoman pemberitaan | syarat & ketentuan | "
            "dilarang mengutip | ketentuan pengguna"
        ),
        "vi": (
            "bảo lưu mọi quyền | chính sách bảo mật | điều khoản sử dụng | điều khoản dịch vụ | "
            "bản quyền thuộc | giữ bản quyền | ghi rõ nguồn | giấy phép số | chính sách quyền riêng tư | "
            "điều khoản và điều kiện | miễn trừ trách nhiệm | chịu trách nhiệm nội dung"
        ),
        "th": (
            "สงวนลิขสิทธิ์ | นโยบายความเป็นส่วนตัว | เงื่อนไขการใช้งาน | ข้อตกลงการใช้งาน | ข้อกำหนดและเงื่อนไข | "
            "ข้อกำหนดการใช้งาน | เงื่อนไขการให้บริการ | ข้อจำกัดความรับผิดชอบ | ลิขสิทธิ์ของ | สงวนสิทธิ์"
        ),
        "hu": (
            "minden jog fenntartva | adatvédelmi tájékoztató | felhasználási feltételek | "
            "adatkezelési tájékoztató | adatvédelmi nyilatkozat | impresszum | "
            "általános szerződési feltételek | jogi nyilatkozat | szerzői jog | ászf | adatvédelem"
        ),
        "sv": (
            "alla rättigheter förbehållna | integritetspolicy | användarvillkor | allmänna villkor | "
            "personuppgiftspolicy | ansvarig utgivare | personuppgifter | köpvillkor | "
            "eftertryck förbjudet | tillgänglighetsredogörelse | integritetspolicyn"
        ),
        "da": (
            "alle rettigheder forbeholdes | privatlivspolitik | persondatapolitik | handelsbetingelser | "
            "vilkår og betingelser | brugsvilkår | ophavsret | ansvarshavende chefredaktør | "
            "persondata | tilgængelighedserklæring | cvr-nr"
        ),
        "nb": (
            "alle rettigheter forbeholdt | personvern | personvernerklæring | brukervilkår | "
            "vilkår for bruk | ansvarlig redaktør | opphavsrett | salgsbetingelser | "
            "tilgjengelighetserklæring | org.nr | redaktøransvar"
        ),
        "fi": (
            "tietosuojaseloste | käyttöehdot | tietosuojakäytäntö | tietosuoja | rekisteriseloste | "
            "oikeudet pidätetään | saavutettavuusseloste | yleiset ehdot | y-tunnus | toimitusehdot"
        ),
        "ro": (
            "politica de confidențialitate | termeni și condiții | termeni de utilizare | "
            "prelucrarea datelor | drepturi rezervate | drepturile rezervate | "
            "protecția datelor personale | condiții de utilizare | anpc | notă legală | "
            "termenii și condițiile"
        ),
        "bg": (
            "всички права запазени | политика за поверителност | общи условия | условия за ползване | "
            "правата запазени | лични данни | защита на личните данни | условия за използване | "
            "авторски права | политика за лични"
        ),
        "hr": (
            "politika privatnosti | uvjeti korištenja | opći uvjeti | pravila privatnosti | "
            "zaštita osobnih podataka | prava pridržana | zaštita privatnosti | pravne napomene | "
            "izjava o pristupačnosti | sva prava zadržana"
        ),
    }
)
"""Language -> phrases, with `" | "` between them."""
