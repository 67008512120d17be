"""Names of months. Data only."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["MONTHS"]

# None may be how a common word begins. Where languages contradict each other ("listopad" is October to
# Croats, November to Poles and Czechs), what more people mean is right.
_BEGINNINGS: Final = (
    "jan jän gen ene jaan tammik ianu yanv stycz sty ledn lede siječ sausi янв січ яну јан"
    " студз қаңт ocak ιαν ינואר בינואר يناير جانفي كانون_الثاني جنوری जनवरी জানু იან հունվ",
    "feb fév fev veeb helmik pebr lut úno velj vasar shku фев лют феб ақп şub φεβ פברואר"
    " בפברואר فبراير فيفري شباط فروری फ़र फर ফেব্রু თებ փետր",
    "mar mär mrz maa már bře ožu kovo бер март мар сакав наур mart μαρ μάρ מרץ במרץ מרס"
    " במרס مارس آذار مارچ मार्च মার্চ მარ մարտ",
    "apr avr abr kwi ápr huhti dubn dube travn trava baland pril апр кві красав сәу nis"
    " απρ אפריל באפריל أبريل ابريل إبريل أفريل نيسان اپریل अप्रैल এপ্রিল აპრ ապր",
    "may mai mag maj mei máj maí touko kvě svib geguž мая май мај трав мамы mayıs μαΐ μαϊ"
    " μάι μαι מאי במאי مايو ماي أيار مئی मई মে მაი մայ",
    "jun juin giu cze jún juun kesä iun iyun huny červe červn lipan lipn birž qer июн черв"
    " юни јун чэр маус haz ιουν ιούν יוני ביוני يونيو يونيه جوان حزيران جون जून জুন ივნ"
    " հունիս",
    "jul juil lug lip júl juul heinä iul iyul huly července červenec srpa srpnj liep korri"
    " июл лип юли јул ліп шілд tem ιουλ ιούλ יולי ביולי يوليو يوليه جويلية تموز جولائی जुल"
    " জুলা ივლ հուլ",
    "aug aoû aou ago août sie agu ágú avq avgu eloku ogos srpe srpn kolov rugp gusht авг"
    " серп жні тамы ağu αυγ αύγ אוגוסט באוגוסט أغسطس اغسطس أوت آب اگست अगस्त আগস্ট აგვ օգոս",
    "sep set wrz sze syys sentyabr sentabr zář ruj rugs shta сен вер сеп қырк eyl σεπ"
    " ספטמבר בספטמבר سبتمبر أيلول ستمبر सितं सितम् সেপ্টে სექ սեպ",
    "oct okt ott out paź paz lokak říj spali teto окт жовт кастр қаза eki οκτ אוקטובר"
    " באוקטובר أكتوبر اكتوبر تشرين_الأول اکتوبر अक्टू अक्तू অক্টো ოქტ հոկ",
    "nov lis nóv nobye noie noya marras studeno studeni lapkr nënt ноя лист ное нов ліст"
    " қара kas νοε νοέ נובמבר בנובמבר نوفمبر تشرين_الثاني نومبر नवंबर नवम्बर নভে ნოე նոյ",
    "dec dez dic déc gru dekab desem detse joulu disem disy prosi dhje груд дек дец снежн"
    " желт ara δεκ דצמבר בדצמבר ديسمبر كانون_الأول دسمبر दिसं दिसम् ডিসে დეკ դեկ",
)
MONTHS: Final = MappingProxyType(
    {
        beginning: month
        for month, beginnings in enumerate(_BEGINNINGS, start=1)
        for beginning in beginnings.split()
    }
)
"""Months from 1 on by the beginnings of their names in some forty languages, in lower case, `_` for a blank;
the longest that fits counts."""
