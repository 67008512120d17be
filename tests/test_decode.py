"""Bytes to text: every charset, with the right declaration, none, and a wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boilerstrip.decode import Decoded, decode
from boilerstrip.decode.labels import by_label
from boilerstrip.page import Encoding

# One text in many languages, written for this test: a town repairs its riverside.
TEXTS = {
    "ru": """Городские власти объявили о начале ремонта набережной. Работы начнутся в марте и продлятся
до конца осени, сообщила пресс-служба администрации. За это время строители обновят плитку, заменят
освещение и высадят около двухсот деревьев. Движение транспорта по соседним улицам ограничивать не
планируют, однако пешеходам придётся пользоваться временными мостками. «Мы хотим, чтобы жители смогли
гулять у реки уже следующей весной», — отметил главный архитектор города Сергей Ковалёв. Напомним, что
в последний раз набережную приводили в порядок более двадцати лет назад. Стоимость проекта оценивается
в 340 миллионов рублей, из них треть выделит областной бюджет. Подробности обещают опубликовать на
сайте мэрии, там же можно оставить предложения и замечания.""",
    "uk": """Міська влада оголосила про початок ремонту набережної. Роботи розпочнуться в березні й триватимуть
до кінця осені, повідомила пресслужба адміністрації. За цей час будівельники оновлять плитку, замінять
освітлення та висадять близько двохсот дерев. Рух транспорту сусідніми вулицями обмежувати не планують,
проте пішоходам доведеться користуватися тимчасовими містками. «Ми хочемо, щоб мешканці змогли гуляти
біля річки вже наступної весни», — зазначив головний архітектор міста. Її слова підтвердив і ґрунтовний
звіт фахівців, який оприлюднили цього тижня.""",
    "bg": """Общината обяви началото на ремонта на крайбрежната алея. Работата ще започне през март и ще
продължи до края на есента, съобщиха от пресцентъра на кметството. През това време строителите ще
подменят плочките и осветлението и ще засадят около двеста дървета. Движението по съседните улици няма
да бъде ограничавано, но пешеходците ще трябва да използват временни мостове. „Искаме хората да могат
да се разхождат край реката още следващата пролет“, каза главният архитект на града.""",
    "pl": """Władze miasta ogłosiły rozpoczęcie remontu bulwarów nad rzeką. Prace ruszą w marcu i potrwają do
późnej jesieni, poinformowało biuro prasowe urzędu. W tym czasie robotnicy wymienią płytki i oświetlenie
oraz posadzą około dwustu drzew. Ruch na sąsiednich ulicach nie będzie ograniczony, jednak piesi będą
musieli korzystać z tymczasowych kładek. „Chcemy, żeby mieszkańcy mogli spacerować nad wodą już przyszłej
wiosny” – powiedział główny architekt miasta. Ostatni raz bulwary odnawiano ponad dwadzieścia lat temu.
Wartość inwestycji oszacowano na trzydzieści milionów złotych, z czego jedną trzecią przekaże województwo.
Źródłem finansowania ma być również dotacja unijna.""",
    "cs": """Vedení města oznámilo začátek opravy nábřeží. Práce začnou v březnu a potrvají až do konce podzimu,
uvedlo tiskové oddělení magistrátu. Během té doby dělníci vymění dlažbu i osvětlení a vysadí přibližně
dvě stě stromů. Doprava v přilehlých ulicích omezena nebude, chodci však budou muset používat dočasné
lávky. „Chceme, aby se lidé mohli u řeky procházet už příští jaro,“ řekl hlavní architekt města. Naposledy
se nábřeží opravovalo před více než dvaceti lety. Žižkovští radní s plánem souhlasí, šťastní jsou ale jen
někteří. Cena projektu se odhaduje na sto šedesát milionů korun, třetinu zaplatí kraj.""",
    "hu": """A városvezetés bejelentette, hogy megkezdődik a rakpart felújítása. A munkák márciusban indulnak, és
késő őszig tartanak, közölte a polgármesteri hivatal sajtóirodája. Ez idő alatt kicserélik a burkolatot
és a világítást, valamint mintegy kétszáz fát ültetnek. A környező utcákban nem korlátozzák a forgalmat,
a gyalogosoknak viszont ideiglenes hidakat kell használniuk. A főépítész szerint a cél az, hogy a lakók
jövő tavasszal már sétálhassanak a folyó mellett. Legutóbb több mint húsz éve újították fel a rakpartot.""",
    "ro": """Primăria a anunţat începerea lucrărilor pe malul râului. Muncitorii vor schimba pavajul şi iluminatul
şi vor planta aproape două sute de copaci. Circulaţia pe străzile învecinate nu va fi restricţionată, însă
pietonii vor folosi podeţe provizorii. „Vrem ca oamenii să se poată plimba lângă apă încă din primăvara
viitoare”, a spus arhitectul-şef al oraşului. Ultima dată malul a fost reparat acum douăzeci de ani.
""",
    "el": """Ο δήμος ανακοίνωσε την έναρξη των εργασιών για την ανάπλαση της παραλίας. Τα έργα θα ξεκινήσουν τον
Μάρτιο και θα διαρκέσουν μέχρι το τέλος του φθινοπώρου, σύμφωνα με το γραφείο τύπου. Στο διάστημα αυτό τα
συνεργεία θα αλλάξουν τις πλάκες και τον φωτισμό και θα φυτέψουν περίπου διακόσια δέντρα. Η κυκλοφορία
στους γύρω δρόμους δεν θα διακοπεί, όμως οι πεζοί θα πρέπει να χρησιμοποιούν προσωρινές γέφυρες. Άλλωστε,
όπως είπε ο αρχιτέκτονας της πόλης, «θέλουμε οι κάτοικοι να περπατούν δίπλα στο νερό από την επόμενη
άνοιξη». Άνθρωποι και αρχές συμφωνούν. Έως τότε ζητείται υπομονή.""",
    "tr": """Belediye, sahil yolundaki yenileme çalışmalarının başladığını duyurdu. Çalışmalar mart ayında
başlayacak ve sonbaharın sonuna kadar sürecek. Bu süre içinde işçiler kaldırım taşlarını ve aydınlatmayı
değiştirecek, yaklaşık iki yüz ağaç dikecek. Çevredeki sokaklarda trafik kısıtlanmayacak, ancak yayalar
geçici köprüleri kullanmak zorunda kalacak. Şehrin baş mimarı, "İnsanların gelecek baharda nehir kıyısında
yürüyebilmesini istiyoruz" dedi. Sahil en son yirmi yıl önce düzenlenmişti. İlgililer görüş bekliyor.""",
    "he": """העירייה הודיעה על תחילת השיפוץ של הטיילת לאורך הנהר. העבודות יתחילו בחודש מרץ ויימשכו עד סוף
הסתיו, כך נמסר מלשכת הדובר. בתקופה זו יחליפו הפועלים את הריצוף ואת התאורה, ויישתלו כמאתיים עצים. התנועה
ברחובות הסמוכים לא תוגבל, אך הולכי הרגל יצטרכו להשתמש בגשרים זמניים. "אנחנו רוצים שהתושבים יוכלו לטייל
ליד המים כבר באביב הבא", אמר אדריכל העיר. בפעם האחרונה שופצה הטיילת לפני יותר מעשרים שנה.""",
    "ar": """أعلنت البلدية بدء أعمال ترميم الكورنيش على ضفة النهر. وستبدأ الأعمال في شهر مارس وتستمر حتى نهاية
الخريف، بحسب المكتب الصحفي. وخلال هذه الفترة سيستبدل العمال البلاط والإضاءة ويزرعون نحو مئتي شجرة. ولن
تتوقف حركة المرور في الشوارع المجاورة، لكن على المشاة استخدام جسور مؤقتة. وقال كبير مهندسي المدينة: "نريد
أن يتمكن السكان من التنزه قرب الماء منذ الربيع المقبل". وكانت آخر مرة جرى فيها ترميم الكورنيش قبل أكثر من
عشرين عاما.""",
    "zh": """市政府近日宣布，滨江步道的改造工程将于三月正式启动，预计持续到今年秋末。新闻办公室介绍说，施工期间工人们
将更换地砖和照明设备，并沿河种植大约两百棵树。周边道路的交通不会受到限制，但是行人需要使用临时便桥。城市总建筑师
表示：“我们希望居民明年春天就可以在河边散步。”据了解，这条步道上一次整修还是在二十多年以前。整个项目的费用估计为
三亿四千万元，其中三分之一由省里承担。更多的细节将在政府网站上公布，市民也可以在那里留下自己的意见和建议。""",
    "zht": """市政府近日宣布，濱江步道的改造工程將於三月正式啟動，預計持續到今年秋末。新聞辦公室介紹說，施工期間工人們
將更換地磚和照明設備，並沿河種植大約兩百棵樹。周邊道路的交通不會受到限制，但是行人需要使用臨時便橋。城市總建築師
表示：「我們希望居民明年春天就可以在河邊散步。」據了解，這條步道上一次整修還是在二十多年以前。整個計畫的費用估計為
三億四千萬元，其中三分之一由中央負擔。更多的細節將在政府網站上公布，市民也可以在那裡留下自己的意見和建議。""",
    "ja": """市は川沿いの遊歩道の改修工事を始めると発表した。工事は三月に始まり、秋の終わりまで続く予定だ。広報課によると、
この期間中に作業員が敷石と照明を取り替え、およそ二百本の木を植えるという。周辺の道路で交通規制は行わないが、歩行者は
仮設の橋を使うことになる。「来年の春には、住民のみなさんに川辺を散歩していただきたい」と市の主任建築家は話している。
遊歩道が前回整備されたのは二十年以上も前のことだ。プロジェクトの費用は三億四千万円と見積もられ、その三分の一を県が負担
する。くわしい内容は市のホームページで公開され、ご意見やご要望もそちらで受け付ける。""",
    "ko": """시는 강변 산책로 보수 공사를 시작한다고 발표했다. 공사는 3월에 시작해 늦가을까지 이어질 예정이다. 홍보실에 따르면
이 기간에 작업자들은 보도블록과 조명을 교체하고 나무 약 이백 그루를 심을 계획이다. 주변 도로의 교통은 통제하지 않지만
보행자는 임시 다리를 이용해야 한다. "내년 봄에는 주민들이 강가를 걸을 수 있기를 바랍니다"라고 시의 수석 건축가는 말했다.
산책로를 마지막으로 정비한 것은 이십여 년 전이다. 사업비는 삼백사십억 원으로 추산되며 그 가운데 삼분의 일은 도에서 부담한다.
자세한 내용은 시청 홈페이지에 공개되고 의견도 그곳에서 남길 수 있다.""",
    "de": """Die Stadtverwaltung hat den Beginn der Arbeiten am Flussufer angekündigt. Sie sollen im März anfangen
und bis zum späten Herbst dauern, teilte die Pressestelle mit. In dieser Zeit werden Pflaster und
Beleuchtung erneuert und rund zweihundert Bäume gepflanzt. Für den Verkehr in den umliegenden Straßen gibt
es keine Einschränkungen, Fußgänger müssen jedoch über Behelfsbrücken gehen. „Wir möchten, dass die Bürger
schon im nächsten Frühjahr am Wasser spazieren können“, sagte die Stadtbaumeisterin. Zuletzt war das Ufer
vor über zwanzig Jahren hergerichtet worden. Über die Kosten gab es Ärger im Rat.""",
    "fr": """La mairie a annoncé le début des travaux sur les quais de la rivière. Ils commenceront en mars et
dureront jusqu’à la fin de l’automne, a précisé le service de presse. Pendant cette période, les ouvriers
remplaceront le pavé et l’éclairage et planteront près de deux cents arbres. La circulation dans les rues
voisines ne sera pas limitée, mais les piétons devront emprunter des passerelles provisoires. « Nous
voulons que les habitants puissent se promener au bord de l’eau dès le printemps prochain », a déclaré
l’architecte en chef. Où trouver le reste ? Le coût, estimé à trois millions d’euros, fait déjà débat.""",
    "es": """El ayuntamiento anunció el comienzo de las obras en la ribera del río. Los trabajos empezarán en marzo y
durarán hasta finales del otoño, según informó la oficina de prensa. ¿Qué cambiará? Los obreros renovarán
el pavimento y la iluminación, y plantarán unos doscientos árboles. La circulación en las calles vecinas no
se limitará, pero los peatones tendrán que utilizar pasarelas provisionales. «Queremos que los vecinos
puedan pasear junto al agua la próxima primavera», señaló la arquitecta jefe. Hacía más de veinte años que
no se arreglaba la ribera, y los niños del barrio lo echaban de menos.""",
    "sv": """Kommunen har meddelat att arbetet vid åkanten börjar i mars och pågår till sen höst. Under tiden byts
beläggning och belysning ut och omkring tvåhundra träd planteras. Trafiken på gatorna intill påverkas inte,
men fotgängare får gå över tillfälliga broar. ”Vi vill att människor ska kunna gå längs vattnet redan nästa
vår”, säger stadsarkitekten. Senast stråket rustades upp var för över tjugo år sedan.""",
    "lt": """Miesto valdžia paskelbė, kad prasideda krantinės remontas. Darbai prasidės kovo mėnesį ir truks iki vėlyvo
rudens. Per tą laiką darbininkai pakeis grindinį ir apšvietimą, pasodins apie du šimtus medžių. Eismas
gretimose gatvėse nebus ribojamas, tačiau pėstieji turės naudotis laikinais tilteliais. „Norime, kad žmonės
jau kitą pavasarį galėtų vaikščioti prie upės“, – sakė vyriausiasis miesto architektas.""",
    "th": """เทศบาลประกาศเริ่มการปรับปรุงทางเดินริมแม่น้ำ งานจะเริ่มในเดือนมีนาคมและดำเนินไปจนถึงปลายปี ในช่วงนี้คนงานจะเปลี่ยน
พื้นทางเดินและไฟส่องสว่าง และจะปลูกต้นไม้ประมาณสองร้อยต้น การจราจรบนถนนข้างเคียงจะไม่ถูกจำกัด แต่คนเดินเท้าต้องใช้
สะพานชั่วคราว สถาปนิกของเมืองกล่าวว่าต้องการให้ประชาชนเดินเล่นริมน้ำได้ในปีหน้า""",
}

# language, charset, Python's codec for writing it
LEGACY = [
    ("ru", "windows-1251", "cp1251"),
    ("ru", "koi8-r", "koi8_r"),
    ("ru", "ibm866", "cp866"),
    ("ru", "iso-8859-5", "iso8859_5"),
    ("uk", "windows-1251", "cp1251"),
    ("uk", "koi8-u", "koi8_u"),
    ("bg", "windows-1251", "cp1251"),
    ("bg", "iso-8859-5", "iso8859_5"),
    ("pl", "windows-1250", "cp1250"),
    ("pl", "iso-8859-2", "iso8859_2"),
    ("cs", "windows-1250", "cp1250"),
    ("cs", "iso-8859-2", "iso8859_2"),
    ("hu", "windows-1250", "cp1250"),
    ("hu", "iso-8859-2", "iso8859_2"),
    ("ro", "windows-1250", "cp1250"),
    ("ro", "iso-8859-2", "iso8859_2"),
    ("el", "windows-1253", "cp1253"),
    ("el", "iso-8859-7", "iso8859_7"),
    ("tr", "windows-1254", "cp1254"),
    ("he", "windows-1255", "cp1255"),
    ("ar", "windows-1256", "cp1256"),
    ("ar", "iso-8859-6", "iso8859_6"),
    ("zh", "gb18030", "gb18030"),
    ("zht", "big5", "cp950"),
    ("ja", "shift_jis", "cp932"),
    ("ja", "euc-jp", "euc_jp"),
    ("ko", "euc-kr", "cp949"),
    ("de", "windows-1252", "cp1252"),
    ("fr", "windows-1252", "cp1252"),
    ("es", "windows-1252", "cp1252"),
    ("sv", "windows-1252", "cp1252"),
    ("lt", "windows-1257", "cp1257"),
    ("th", "windows-874", "cp874"),
]
CASES = pytest.mark.parametrize(("language", "charset", "codec"), LEGACY, ids=lambda value: value)
WRONG = [
    "utf-8",
    "iso-8859-1",
    "windows-1251",
    "koi8-r",
    "iso-8859-5",
    "windows-1250",
    "gb2312",
    "shift_jis",
    "euc-kr",
]


def page(language: str, label: str = "") -> str:
    """The text as a small page that declares `label`."""
    meta = f'<meta charset="{label}">' if label else ""
    paragraphs = "</p>\n<p>".join(TEXTS[language].split("\n"))
    return (
        f'<!DOCTYPE html>\n<html><head>{meta}<title>{TEXTS[language][:40]}</title><link rel="icon" href="/i.png">'
        f'</head><body><ul class="nav"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul>'
        f"<p>{paragraphs}</p><footer>2009 All rights reserved</footer></body></html>\n"
    )


def written(language: str, codec: str, label: str = "") -> bytes:
    """That page in a legacy charset, with references for what the charset lacks."""
    return page(language, label).encode(codec, "xmlcharrefreplace")


def codes(decoded: Decoded) -> list[str]:
    return [warning.code for warning in decoded.warnings]


@CASES
def test_declared_rightly(language: str, charset: str, codec: str) -> None:
    data = written(language, codec, charset)
    assert decode(data) == Decoded(data.decode(codec), Encoding(charset, "meta"), ())


@CASES
def test_undeclared(language: str, charset: str, codec: str) -> None:
    data = written(language, codec)
    decoded = decode(data)
    assert decoded.text == data.decode(codec)
    assert decoded.encoding.evidence == "detector"
    assert decoded.warnings == ()


@CASES
@pytest.mark.parametrize("label", WRONG)
def test_declared_wrongly(language: str, charset: str, codec: str, label: str) -> None:
    data = written(language, codec, label)
    decoded = decode(data)
    assert decoded.text == data.decode(codec)
    if data.decode(codec) != data.decode(by_label(label).codec.split()[0], "replace"):
        assert codes(decoded) == ["wrong-charset"]


@pytest.mark.parametrize(
    ("charset", "codec", "label"),
    [
        ("windows-1250", "cp1250", "iso-8859-2"),
        ("iso-8859-2", "iso8859_2", "windows-1250"),
    ],
)
@pytest.mark.parametrize("language", ["pl", "cs", "ro"])
def test_siblings_of_central_europe(language: str, charset: str, codec: str, label: str) -> None:
    data = written(language, codec, label)
    assert decode(data).text == data.decode(codec)


@pytest.mark.parametrize(("codec", "label"), [("cp1253", "iso-8859-7"), ("iso8859_7", "windows-1253")])
def test_greek_siblings_differ_in_one_capital(codec: str, label: str) -> None:
    data = written("el", codec, label)
    assert "Άλλωστε" in decode(data).text


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "label", ["windows-1251", "iso-8859-1", "gb2312", "shift_jis", "iso-8859-2", "utf-16"]
)
def test_utf8_declared_as_something_else(language: str, label: str) -> None:
    data = page(language, label).encode()
    decoded = decode(data)
    assert decoded.text == data.decode()
    assert decoded.encoding.name == "utf-8"
    assert codes(decoded) == ([] if label == "utf-16" else ["wrong-charset"])


def test_the_warning_says_both_charsets() -> None:
    decoded = decode(page("ru", "Windows-1251").encode())
    assert [w.message for w in decoded.warnings] == ['The page says "windows-1251" but is utf-8.']


@pytest.mark.parametrize("n_words", [3, 8])
@pytest.mark.parametrize(
    ("language", "codec"),
    [
        ("ru", "cp1251"),
        ("ru", "koi8_r"),
        ("ja", "cp932"),
        ("ja", "euc_jp"),
        ("zh", "gb18030"),
        ("zht", "cp950"),
        ("ko", "cp949"),
        ("el", "cp1253"),
        ("ar", "cp1256"),
        ("he", "cp1255"),
        ("de", "cp1252"),
        ("fr", "cp1252"),
    ],
)
def test_a_title_is_enough(language: str, codec: str, n_words: int) -> None:
    cjk = language in ("ja", "zh", "zht")
    title = TEXTS[language][: 3 * n_words] if cjk else " ".join(TEXTS[language].split()[:n_words])
    data = f"<html><head><title>{title}</title></head><body><p>Hello.</p></body></html>".encode(codec)
    assert decode(data).text == data.decode(codec)


@pytest.mark.parametrize("label", ["", "windows-1252", "iso-8859-1", "utf-8"])
@pytest.mark.parametrize(
    "text",
    [
        "It\u2019s \u201cfine\u201d \u2014 we don\u2019t know\u2026",
        "Copyright \xa9 2004 Jos\xe9 & Sons",
        "\xa3 10, 20 \xb0C, \xbd cup",
        "a caf\xe9 in Z\xfcrich, na\xefve",
        "\xab Nous \xbb, dit-elle",
    ],
)
def test_few_characters_outside_ascii_are_western(text: str, label: str) -> None:
    meta = f"<meta charset={label}>" if label else ""
    data = f"<html>{meta}<p>{text}</p></html>".encode("cp1252")
    assert decode(data).text == data.decode("cp1252")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (b"\xef\xbb\xbf", "utf-8", "utf-8"),
        (b"\xff\xfe", "utf-16-le", "utf-16le"),
        (b"\xfe\xff", "utf-16-be", "utf-16be"),
        (b"\xff\xfe\x00\x00", "utf-32-le", "utf-32le"),
        (b"\x00\x00\xfe\xff", "utf-32-be", "utf-32be"),
    ],
)
def test_byte_order_marks_win(mark: bytes, codec: str, name: str) -> None:
    text = page("ru", "koi8-r")
    assert decode(mark + text.encode(codec), "windows-1251") == Decoded(text, Encoding(name, "bom"), ())


def test_a_mark_before_legacy_text_is_not_believed() -> None:
    data = written("ru", "cp1251", "utf-8")
    assert decode(b"\xef\xbb\xbf" + data).text == data.decode("cp1251")


@pytest.mark.parametrize("language", ["de", "ru", "zh", "ja", "ar", "ko"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("label", ["", "utf-16", "windows-1251"])
def test_wide_without_a_mark(language: str, codec: str, label: str) -> None:
    text = page(language, label)
    name = codec.replace("-le", "le").replace("-be", "be")
    assert decode(text.encode(codec)) == Decoded(text, Encoding(name, "pattern"), ())


def test_wide_that_ends_within_a_character() -> None:
    data = page("zh").encode("utf-16-le")[:-1]
    decoded = decode(data)
    assert decoded.text.endswith("</html>\ufffd")
    assert codes(decoded) == ["undecodable"]


def test_lone_surrogates_are_replaced() -> None:
    for data in (
        "<p>a</p>".encode("utf-16-le") + b"\x00\xd8" + "<p>b</p>".encode("utf-16-le"),
        b"<p>a</p>\xed\xa0\x80<p>b</p>" + page("ru").encode(),
    ):
        assert "\ufffd" in decode(data).text
        decode(data).text.encode()


def test_the_hint_outranks_the_page() -> None:
    data = written("ru", "koi8_r", "windows-1251")
    assert decode(data, "KOI8-R").encoding == Encoding("koi8-r", "hint")
    assert decode(data, "koi8-r").warnings == ()


def test_a_wrong_hint_gives_way_to_the_page() -> None:
    data = written("ru", "koi8_r", "koi8-r")
    assert decode(data, "utf-8") == Decoded(data.decode("koi8_r"), Encoding("koi8-r", "meta"), ())
    assert decode(page("ru", "utf-8").encode(), "koi8-r").encoding == Encoding("utf-8", "meta")
    assert decode(data, "iso-8859-1").text == data.decode("koi8_r")


@pytest.mark.parametrize(
    "hint", ["", "x-unknown", "utf-7", "cp037", "rot13", "hex", "idna", "unicode_escape", "\0", "ü"]
)
def test_hints_that_are_no_charset_of_pages_are_ignored(hint: str) -> None:
    data = "<p>+AEE- café</p>".encode()
    assert decode(data, hint) == Decoded(data, Encoding("utf-8", "utf-8"), ())
    assert decode(data, hint).text == "<p>+AEE- café</p>"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("latin1", "windows-1252"),
        ("ISO-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"),
        ("latin_1", "windows-1252"),
        ("iso-8859-9", "windows-1254"),
        ("tis-620", "windows-874"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("x-sjis", "shift_jis"),
        ("windows-31j", "shift_jis"),
        ("ks_c_5601-1987", "euc-kr"),
        ("cp949", "euc-kr"),
        ("big5-hkscs", "big5"),
        ("cp1251", "windows-1251"),
        ("koi8_u", "koi8-u"),
        ("cp866", "ibm866"),
        ("mac_roman", "macintosh"),
        ("utf8", "utf-8"),
        ("utf_16_be", "utf-16be"),
        ("cp850", "cp850"),
    ],
)
def test_labels(label: str, name: str) -> None:
    found = by_label(label)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("label", "codec", "text"),
    [
        ("iso-8859-1", "cp1252", "“quoted” – it’s €5"),
        ("gb2312", "gb18030", "㐀 和 €，中文内容在这里"),
        ("shift_jis", "cp932", "①髙島屋の営業時間について"),
        ("euc-kr", "cp949", "똠방각하 뷁 이것은 한국어 문장이다"),
        ("big5", "cp950", "碁會 €，這是一個中文的句子"),
    ],
)
def test_labels_mean_the_superset(label: str, codec: str, text: str) -> None:
    data = f"<meta charset={label}><p>{text}</p>".encode(codec)
    assert decode(data).text == data.decode(codec)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="koi8-r">',
        "<META CHARSET=KOI8-R>",
        "<meta charset = 'koi8-r' />",
        '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
        '<meta content="text/html;charset=koi8-r" http-equiv=content-type>',
        '<meta name="description" content="about charset=utf-8"><meta charset=koi8-r>',
        '<meta charset="x-nothing"><meta charset="koi8-r">',
        "<!-- <meta charset=windows-1251> --><meta charset=koi8-r>",
        "<!-- " + "x" * 3000 + " --><meta charset=koi8-r>",
        '<?xml version="1.0" encoding="koi8-r"?>',
    ],
)
def test_where_a_page_declares_its_charset(head: str) -> None:
    assert decode(f"{head}<p>привет</p>".encode("koi8_r")).encoding == Encoding("koi8-r", "meta")


@pytest.mark.parametrize(
    "head", ["<!-- <meta charset=koi8-r>", "x" * 20_000 + "<meta charset=koi8-r>", "<metal charset=koi8-r>"]
)
def test_where_it_does_not(head: str) -> None:
    assert decode(f"{head}<p>plain</p>".encode()).encoding == Encoding("utf-8", "utf-8")


def test_few_stray_bytes_stay_utf8_and_are_counted() -> None:
    data = page("ru", "utf-8").encode().replace(b"</p>", b"\x96</p>", 3)
    decoded = decode(data)
    assert decoded.encoding == Encoding("utf-8", "meta")
    assert decoded.text.count("\ufffd") == 3
    assert [w.message for w in decoded.warnings] == ["3 characters could not be decoded and were replaced."]


@pytest.mark.parametrize("label", ["", "utf-8", "windows-1251"])
def test_utf8_cut_within_a_character(label: str) -> None:
    data = page("ru", label).encode()
    cut = data[: data.rindex("н".encode()) + 1]
    decoded = decode(cut)
    assert decoded.encoding.name == "utf-8"
    assert decoded.text.endswith("\ufffd")
    assert "undecodable" in codes(decoded)


def test_undefined_bytes_of_windows_1252_are_replaced() -> None:
    decoded = decode(b"<meta charset=latin1><p>caf\xe9 na\xefve fa\xe7ade \x81</p>")
    assert decoded.text.endswith("<p>café naïve façade \ufffd</p>")
    assert codes(decoded) == ["undecodable"]


def test_nuls_in_eight_bit_text_are_removed() -> None:
    decoded = decode(b"<p>on\0e</p>\0\0" + page("ru").encode())
    assert decoded.text == "<p>one</p>" + page("ru")
    assert [w.message for w in decoded.warnings] == ["3 NUL characters were removed."]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-32-be"])
def test_nuls_in_wide_text_are_removed(codec: str) -> None:
    decoded = decode(f"<p>on\0e</p>{page('de')}".encode(codec))
    assert decoded.text == f"<p>one</p>{page('de')}"
    assert codes(decoded) == ["nul-characters"]


def test_iso_2022_jp_by_its_escapes() -> None:
    data = page("ja").encode("iso2022_jp")
    assert decode(data) == Decoded(page("ja"), Encoding("iso-2022-jp", "pattern"), ())
    assert decode(written("ja", "iso2022_jp", "iso-2022-jp")).text == page("ja", "iso-2022-jp")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01\0\x01\0", "a GIF image"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a WebP image"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF document"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b"\x7fELF\x02\x01\x01", "an ELF program"),
        (b"\0\0\0\x20ftypisom\0\0\x02\0", "an MP4 video"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\0" * 5000, "binary data"),
    ],
)
def test_what_is_no_text(data: bytes, what: str) -> None:
    decoded = decode(data)
    assert decoded.text == ""
    assert [tuple(w) for w in decoded.warnings] == [("not-html", f"The input is not a web page: {what}.")]


@pytest.mark.parametrize(
    "data",
    [b"just words", b'{"json": true}', b"GIF of the day", b"MZ and BM are letters", b"\x01\x02<p>text</p>"],
)
def test_odd_text_is_left_to_the_parser(data: bytes) -> None:
    assert decode(data)[1:] == (Encoding("utf-8", "utf-8"), ())
    assert decode(data).text == data.decode()


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\x20\0", "\u3000\n".encode()]
)
def test_nothing_but_white_space(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text.strip() == ""
    assert codes(decoded) == ["empty-input"]


def test_two_characters_of_gbk_that_are_also_utf8() -> None:
    data = "<meta charset=gbk><p>前头</p>".encode("gbk")
    data.decode("utf-8")  # would be Greek and Cyrillic
    assert decode(data).text.endswith("<p>前头</p>")


@pytest.mark.parametrize(
    ("language", "codec"), [("pl", "cp852"), ("fr", "mac_roman"), ("tr", "cp857"), ("el", "cp737")]
)
def test_the_detector_library_knows_the_rest(language: str, codec: str) -> None:
    data = written(language, codec)
    assert decode(data).text == data.decode(codec)


def test_ascii_does_not_load_the_detector() -> None:
    import subprocess
    import sys

    script = (
        "import sys; from boilerstrip.decode import decode; decode(b'<p>a</p>'); decode('<p>ä</p>'.encode());"
        " decode('<meta charset=koi8-r><p>привет, мир</p>'.encode('koi8_r')); print('charset_normalizer' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


MARKUP = [
    b"<p>",
    b"</p>",
    b"<meta charset=",
    b"utf-8",
    b"koi8-r",
    b"gb2312",
    b"iso-2022-jp",
    b"utf-16",
    b">",
    b"<!--",
    b"\0",
    b" ",
]
LABELS = [None, "utf-8", "windows-1251", "utf-16", "shift_jis", "big5", "iso-2022-jp", "nonsense"]


@settings(derandomize=True, max_examples=150, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=400), st.lists(st.sampled_from(MARKUP) | st.binary(max_size=8)).map(b"".join)
    ),
    hint=st.sampled_from(LABELS) | st.text(max_size=12),
)
def test_any_bytes_give_text_that_encodes(data: bytes, hint: str | None) -> None:
    decoded = decode(data, hint)
    decoded.text.encode("utf-8")
    assert "\0" not in decoded.text
    assert decoded.encoding.name == decoded.encoding.name.lower()


# Encoded twice


def page_of(words: str) -> str:
    return f'<html><head><meta charset="utf-8"><title>Lock</title></head><body><p>{words}</p></body></html>'


def test_what_was_encoded_twice_is_put_right_and_said() -> None:
    right = page_of("It\u2019s the lock-keeper\u2019s caf\u00e9 \u2013 \u7dbe\u9e97 \U0001f6a2")
    decoded = decode(right.encode().decode("latin-1").encode())
    assert decoded.text == right
    assert [warning.code for warning in decoded.warnings] == ["encoded-twice"]
    assert "7 characters" in decoded.warnings[0].message


@pytest.mark.parametrize(
    "words",
    [
        "caf\u00e9 \u00c0 la carte, 5\u00a0\u20ac",  # no C1 control: as it stands
        "the sequence \u00c3\u00a9 stands for an accent",  # an article on the subject
        "a stray control \u0097 between words",  # no UTF-8 sequence around it
    ],
)
def test_what_was_encoded_once_stays(words: str) -> None:
    decoded = decode(page_of(words).encode())
    assert decoded.text == page_of(words)
    assert decoded.warnings == ()
