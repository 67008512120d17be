"""Dates in words of many languages, and in the order and with the signs that these write them in."""

from __future__ import annotations

import pytest

from boilerstrip.metadata import collect, read_metadata
from boilerstrip.metadata.dates import iso_date
from boilerstrip.parse import parse

# The names of the twelve months as dates have them, of languages that put the day before the month.
YEARS = {
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta"
    " lokakuuta marraskuuta joulukuuta",
    "et": "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
    "sr": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "el": "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου"
    " Νοεμβρίου Δεκεμβρίου",
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "hi": "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ka": "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "hy": "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
}
# A Croatian October is a Polish and a Czech November; the two are more.


@pytest.mark.parametrize("language", YEARS)
def test_months(language: str) -> None:
    for month, name in enumerate(YEARS[language].split(), start=1):
        if name != "-":
            assert (name, iso_date(f"5. {name} 2024")) == (name, f"2024-{month:02}-05")
            assert (name, iso_date(f"{name.capitalize()} 5, 2024")) == (name, f"2024-{month:02}-05")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024. szeptember 15., vasárnap", "2024-09-15"),
        ("2024. márc. 5.", "2024-03-05"),
        ("2024 m. kovo 5 d.", "2024-03-05"),
        ("2024. gada 5. martā", "2024-03-05"),
        ("Thứ ba, ngày 5 tháng 3 năm 2024", "2024-03-05"),
        ("5 tháng 12, 2024", "2024-12-05"),
        ("5 de marzo del 2024", "2024-03-05"),
        ("5th of March 2024", "2024-03-05"),
        ("5. 3. 2024 10:15", "2024-03-05T10:15:00"),
        ("2024. 3. 5. 10:15", "2024-03-05T10:15:00"),
        ("२०२४-०३-०५", "2024-03-05"),
        ("٥ مارس ٢٠٢٤", "2024-03-05"),
        ("5 كانون الثاني 2024", "2024-01-05"),
        ("5 تشرين الأول 2024", "2024-10-05"),
        ("5 آب 2024", "2024-08-05"),
        ("5 ΜΑΪΟΥ 2024", "2024-05-05"),
        # none
        ("5 students 2024", None),
        ("5 machines 2024", None),
        ("5 hundred 2024", None),
        ("5 noise 2024", None),
        ("Version 2.3. 2024", None),
        ("13 tháng 13, 2024", None),
        ("31. helmikuuta 2024", None),
    ],
)
def test_orders_and_signs(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_a_day_that_readers_see_in_words() -> None:
    page = "<html><body><h1>ملتان کے کمہار</h1><p>5 مارچ 2025</p><p>متن</p></body></html>"
    assert read_metadata(collect(parse(page).roots[0]), None).date == "2025-03-05"


@pytest.mark.parametrize(
    ("published", "modified"),
    [
        ("Publisert 3. mars 2025", "Oppdatert 5. mars 2025"),
        ("Közzétéve: 2025. március 3.", "Frissítve: 2025. március 5."),
        ("Julkaistu 3. maaliskuuta 2025", "Päivitetty 5. maaliskuuta 2025"),
        ("3. 3. 2025", "Aktualizováno 5. 3. 2025"),
        ("3 Mart 2025", "Güncelleme: 5 Mart 2025"),
        ("3 березня 2025", "Оновлено 5 березня 2025"),
        ("3. März 2025", "Stand: 5. März 2025"),
        ("2025年3月3日", "2025年3月5日更新"),
    ],
)
def test_the_day_of_a_change(published: str, modified: str) -> None:
    page = f"<html><body><h1>Weir</h1><p>{published}</p><p>{modified}</p><p>Text.</p></body></html>"
    read = read_metadata(collect(parse(page).roots[0]), None)
    assert (read.published, read.modified) == ("2025-03-03", "2025-03-05")
