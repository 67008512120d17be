"""The model that ships on pages in scripts it has hardly seen, and on lines that only their place explains."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from boilerstrip import Page, extract


class Text(NamedTuple):
    """What a small news page consists of, in one language."""

    code: str
    site: str
    menu: tuple[str, ...]
    title: str
    paragraphs: tuple[str, ...]
    related: tuple[str, ...]
    comments: tuple[str, ...]
    footer: str


CHINESE = Text(
    "zh",
    "运河日报",
    ("首页", "新闻", "经济", "文化", "体育", "关于我们"),
    "哈尔登船闸因闸门故障停航三天",
    (
        "周一清晨，哈尔登船闸的下闸门在关闭时突然卡住，等候通过的二十四艘驳船被迫停在河道两侧。闸站值班员说，他听到一声闷响，随后液压泵的压力迅速下降。",
        "运河管理局派出两名潜水员下水检查，发现闸门底部的一个铰链已经断裂。工程师估计，更换零件至少需要三天时间，而备用零件要从邻近的工厂运来。",
        "停航期间，船主们在岸边生火做饭，互相借用工具。一位船主说，他在这条河上跑了三十年，从来没有等过这么久，但是大家都很有耐心。",
        "管理局表示，今后每年春天都会对所有闸门进行一次全面检查，并且在主要船闸储备常用零件，以免类似的情况再次发生。",
    ),
    ("春季洪水预警发布", "新桥将于秋天通车", "渔业协会选出新会长"),
    ("希望早日修好。", "备用零件早就应该准备了！"),
    "版权所有 运河日报社",
)
THAI = Text(
    "th",
    "ข่าวริมคลอง",
    ("หน้าแรก", "ข่าว", "เศรษฐกิจ", "วัฒนธรรม", "กีฬา", "ติดต่อเรา"),
    "ประตูน้ำฮัลเดนชำรุด เรือบรรทุกสินค้าติดค้างสามวัน",
    (
        "เช้าวันจันทร์ที่ผ่านมา ประตูบานล่างของประตูน้ำฮัลเดนติดขัดขณะกำลังปิด ทำให้เรือบรรทุกสินค้ายี่สิบสี่ลำต้องจอดรออยู่สองฝั่งคลอง เจ้าหน้าที่ประจำสถานีเล่าว่าได้ยินเสียงดังทึบหนึ่งครั้ง จากนั้นแรงดันของปั๊มก็ลดลงอย่างรวดเร็ว",
        "สำนักงานคลองส่งนักประดาน้ำสองคนลงไปตรวจสอบ และพบว่าบานพับด้านล่างของประตูหักออกจากกัน วิศวกรคาดว่าการเปลี่ยนชิ้นส่วนจะใช้เวลาอย่างน้อยสามวัน เพราะต้องรออะไหล่จากโรงงานในเมืองใกล้เคียง",
        "ระหว่างที่รอ เจ้าของเรือพากันก่อไฟทำอาหารริมฝั่งและแบ่งปันเครื่องมือกัน คนหนึ่งบอกว่าเดินเรือในคลองนี้มาสามสิบปีแล้ว ไม่เคยต้องรอนานขนาดนี้มาก่อน แต่ทุกคนก็ใจเย็นดี",
        "สำนักงานคลองระบุว่าต่อจากนี้จะตรวจสอบประตูน้ำทุกแห่งในฤดูใบไม้ผลิของทุกปี และจะเก็บอะไหล่ที่ใช้บ่อยไว้ที่ประตูน้ำสายหลัก เพื่อไม่ให้เกิดเหตุการณ์เช่นนี้อีก",
    ),
    ("เตือนภัยน้ำท่วมฤดูใบไม้ผลิ", "สะพานใหม่จะเปิดใช้ปลายปี", "สมาคมประมงเลือกประธานคนใหม่"),
    ("ขอให้ซ่อมเสร็จเร็ว ๆ", "ควรเตรียมอะไหล่ไว้ตั้งนานแล้ว"),
    "สงวนลิขสิทธิ์ ข่าวริมคลอง",
)
RUSSIAN = Text(
    "ru",
    "Вестник канала",
    ("Главная", "Новости", "Экономика", "Культура", "Спорт", "Контакты"),
    "Шлюз Хальден остановлен на три дня из-за поломки ворот",
    (
        "Рано утром в понедельник нижние ворота шлюза Хальден заклинило при закрытии, и двадцать четыре баржи встали по обе стороны канала. Дежурный рассказал, что услышал глухой удар, после чего давление в насосе быстро упало.",
        "Управление канала отправило под воду двух водолазов, которые обнаружили, что нижняя петля ворот сломана. По оценке инженеров, замена займёт не меньше трёх дней: запасную деталь везут с завода в соседнем городе.",
        "Пока шёл ремонт, владельцы барж готовили еду на берегу и одалживали друг другу инструменты. Один из них сказал, что ходит по этой реке тридцать лет и никогда не ждал так долго, но все сохраняют терпение.",
        "В управлении заявили, что теперь все ворота будут проверять каждую весну, а на главных шлюзах появится запас самых нужных деталей, чтобы подобное не повторилось.",
    ),
    ("Предупреждение о весеннем паводке", "Новый мост откроют осенью", "Рыбаки выбрали председателя"),
    ("Надеюсь, скоро починят.", "Запасные части надо было готовить заранее!"),
    "Все права защищены. Вестник канала",
)
POLISH = Text(
    "pl",
    "Kurier Kanałowy",
    ("Strona główna", "Wiadomości", "Gospodarka", "Kultura", "Sport", "Kontakt"),
    "Śluza Halden zamknięta na trzy dni przez awarię wrót",
    (
        "W poniedziałek wczesnym rankiem dolne wrota śluzy Halden zablokowały się podczas zamykania, a dwadzieścia cztery barki utknęły po obu stronach kanału. Dyżurny opowiadał, że usłyszał głuche uderzenie, po którym ciśnienie w pompie szybko spadło.",
        "Zarząd kanału wysłał pod wodę dwóch nurków, którzy stwierdzili, że dolny zawias wrót jest pęknięty. Inżynierowie oceniają, że wymiana potrwa co najmniej trzy dni, ponieważ część zapasowa jedzie z fabryki w sąsiednim mieście.",
        "W czasie postoju właściciele barek gotowali na brzegu i pożyczali sobie narzędzia. Jeden z nich powiedział, że pływa po tej rzece od trzydziestu lat i nigdy nie czekał tak długo, ale wszyscy zachowują spokój.",
        "Zarząd zapowiada, że odtąd wszystkie wrota będą sprawdzane każdej wiosny, a przy głównych śluzach pojawi się zapas najpotrzebniejszych części, aby taka sytuacja się nie powtórzyła.",
    ),
    ("Ostrzeżenie przed wiosenną powodzią", "Nowy most otworzą jesienią", "Wędkarze wybrali prezesa"),
    ("Oby szybko naprawili.", "Części trzeba było przygotować wcześniej!"),
    "Wszelkie prawa zastrzeżone. Kurier Kanałowy",
)
ARABIC = Text(
    "ar",
    "صحيفة القناة",
    ("الرئيسية", "الأخبار", "الاقتصاد", "الثقافة", "الرياضة", "اتصل بنا"),
    "توقف هويس هالدن ثلاثة أيام بسبب عطل في البوابة",
    (
        "في الساعات الأولى من صباح الاثنين تعطلت البوابة السفلية لهويس هالدن أثناء إغلاقها، فتوقفت أربع وعشرون صندلا على جانبي القناة. وقال الموظف المناوب إنه سمع صوتا مكتوما ثم انخفض ضغط المضخة بسرعة.",
        "وأرسلت إدارة القناة غواصين اثنين لفحص البوابة، فتبين لهما أن المفصل السفلي قد انكسر. ويقدر المهندسون أن استبدال القطعة سيستغرق ثلاثة أيام على الأقل، لأنها ستنقل من مصنع في مدينة مجاورة.",
        "وخلال التوقف كان أصحاب الصنادل يطبخون على الضفة ويتبادلون الأدوات. وقال أحدهم إنه يعمل في هذا النهر منذ ثلاثين عاما ولم ينتظر قط كل هذا الوقت، لكن الجميع صابرون.",
        "وأعلنت الإدارة أن جميع البوابات ستفحص كل ربيع من الآن فصاعدا، وأن القطع الأكثر استعمالا ستخزن عند الأهوسة الرئيسية حتى لا يتكرر ما حدث.",
    ),
    ("تحذير من فيضان الربيع", "افتتاح الجسر الجديد في الخريف", "الصيادون ينتخبون رئيسا"),
    ("نرجو أن يتم الإصلاح قريبا.", "كان يجب تجهيز القطع من قبل!"),
    "جميع الحقوق محفوظة. صحيفة القناة",
)
TEXTS = (CHINESE, THAI, RUSSIAN, POLISH, ARABIC)


def page_in(text: Text) -> Page:
    menu = "".join(f'<li><a href="/{i}">{entry}</a></li>' for i, entry in enumerate(text.menu))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in text.paragraphs)
    related = "".join(f'<li><a href="/n/{i}">{entry}</a></li>' for i, entry in enumerate(text.related))
    comments = "".join(
        f'<li class="comment"><b>user{i}</b> <time>2025-03-0{i + 1}</time><p>{entry}</p></li>'
        for i, entry in enumerate(text.comments)
    )
    return extract(
        f'<html lang="{text.code}"><head><title>{text.title} - {text.site}</title></head><body>'
        f'<header><a href="/">{text.site}</a><nav><ul>{menu}</ul></nav></header>'
        f"<main><article><h1>{text.title}</h1>{body}</article>"
        f'<aside class="related"><ul>{related}</ul></aside><ol class="comments">{comments}</ol></main>'
        f"<footer><p>{text.footer}</p></footer></body></html>"
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.code)
def test_a_news_page_in_another_script_gives_its_article_and_nothing_else(text: Text) -> None:
    page = page_in(text)
    assert page.text.split("\n\n") == [text.title, *text.paragraphs]


PARAGRAPHS = [
    "The lower gate of the lock at Halden stuck on Monday morning while the keeper was closing it, and "
    "two dozen barges had to tie up on either side of the canal to wait for a repair.",
    "Divers found that a hinge at the foot of the gate had broken. A new one is on its way from a foundry "
    "in the next town, and the engineers expect to have the gate moving again by Thursday.",
    "The skippers have made the best of it. They cook on the bank, lend each other tools, and the oldest "
    "of them says that he has not waited so long in thirty years on the river.",
    "From next spring on all gates are to be examined once a year, the canal authority said, and the parts "
    "that wear most will be kept in store at the larger locks.",
]


def test_a_stray_teaser_in_an_article_goes_and_a_short_line_stays() -> None:
    """Both are a few words between two paragraphs; what tells them is what they are and what is around."""
    one, two, three, four = PARAGRAPHS
    body = (
        f"<p>{one}</p><p>Nobody was hurt.</p><p>{two}</p>"
        f'<p class="more"><a href="/n/7">Read more: How the lock was built</a></p><p>{three}</p><p>{four}</p>'
    )
    page = extract(
        "<html><head><title>Lock gate strands barges</title></head><body>"
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>'
        f"<main><article><h1>Lock gate strands barges</h1>{body}</article></main>"
        "<footer><p>© 2025 Canal Courier</p></footer></body></html>"
    )
    assert page.text.split("\n\n") == ["Lock gate strands barges", one, "Nobody was hurt.", two, three, four]
