"""Letters of the languages that are still found in pages of a legacy charset: data only.

Letter orders are rounded from general letter-frequency tables of each language; only the order is
used, so an error of a place or two is harmless. For languages in Latin script only the letters
outside ASCII are listed: the others are the same in every charset and say nothing.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["CHARSETS", "COMMON", "LETTERS", "SIBLINGS"]

LETTERS = MappingProxyType(
    {
        "be": "аніеоарстклядуўывзпмгйцбьчхжэшюёфщ",
        "bg": "аоиетнрсвлдпкмзгбуъчяжщйшхцюфьѝ",
        "mk": "аоиентрсвдклпмујзгбчшцжќфхњѓљџѕѝѐ",
        "ru": "оеаинтсрвлкмдпуяыьгзбчйхжюшцщэфъё",
        "sr": "аоиенрстјвукдпмлзбгчшцжњхћфљђџ",
        "uk": "оаинвітерслкмдупяьзбгчйхжцюєїшщфґ",
        "el": "αοιετσνηυρπκμλςόίάγδήέθφχύωώβξζψϊΐϋΰ",
        "he": "יוהלארתבמנשדקעפחםצטגןסכזךץף״׳",
        "yi": "אײַיןערטסדאַלױװבשגמפֿכםהזצקףחךץ",
        "ar": "اليمنتورعبةدسفهقحكجشطصخأىزذإضثغظءئؤآ،؛؟ـ",
        "fa": "اینردهموتبسشکزگلفقخپجدحعطآصذضچغءظثئژ،؛؟‌",
        "th": "านรอกเงมยลวดทสตะปบคหแจพชไขใโผถซธศภฟณญฐษฉฎฝอฤฮฆฬฏฑฒฌฅ่้ิีัู็์ำึืุ๊๋ๆฯ",
        "ca": "àéèóíòçúïü·",
        "cs": "íáéěřžýčšůúťňóď",
        "da": "øåæéöäü",
        "de": "üäößé",
        "en": "éïñèöüçáóíêôà",
        "es": "óíáéñú¿¡üºª",
        "et": "äõüöšž",
        "fi": "äöå",
        "fr": "éàèêçôùîûâëïœüÿæ",
        "hr": "čšžćđ",
        "hu": "áéöóőüíúű",
        "is": "áíðöéþóúýæ",
        "it": "àèùòìéóîº",
        "lt": "ėšųžčąūįę",
        "lv": "āīšēņļūžģčķ",
        "nl": "éëïèöüçê",
        "pl": "łęąóżśćńź",
        "pt": "ãçáéóíõêúâôàüºª",
        "ro": "ăîşţâșț",
        "sk": "áíčéšýžúľťňôäóďĺŕ",
        "sv": "äåöéü",
        "tr": "ıişğüöçâîû",
        "vi": "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    }
)
"""Lower-case letters of each language, most frequent first."""

COMMON = MappingProxyType(
    {
        "zh-hans": (
            "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说"
            "产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点"
            "从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原"
            "又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革"
            "位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强"
            "放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交"
            "受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八"
        ),
        "zh-hant": (
            "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說"
            "產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點"
            "從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原"
            "又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革"
            "位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強"
            "放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交"
            "受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八"
        ),
        "ja": (
            "日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先"
            "名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨会同事自社発者地業方新場員立開手力問代"
            "明動京目通言理体田主題意不作用度強公持野以思家世多正安院心界教文元重近考画海売知道集別物使品計死特"
            "私始朝運終台広住真有口少町料工建空急止送切転研足究楽起着店病質待試族銀早映親験英医仕去味写字答夜音"
            "注帰古歌買悪図週室歩風紙黒花春赤青館屋色走秋夏習駅洋旅服夕借曜飲肉貸堂鳥飯勉冬昼茶弟牛魚兄犬妹姉漢"
        ),
        "ko": (
            "이다의는에을가고한지하를은도서사로기어자그들인나리라시있해대아스일과정수게전보으부여원적"
            "제주장만구것상우조었성동공안미소오거신유경선면까며비모내국년관생중학문분방위더화했세연마"
            "말통무개진실치계재교용물터발산행였당때르회람할없요바드입니습업체식결명외배울영차려금현"
        ),
    }
)
"""The characters that make up about half of a running text, of languages with thousands of them."""

_CYRILLIC = ("ru", "uk", "bg", "sr", "mk", "be")
_WESTERN = ("de", "fr", "es", "pt", "it", "sv", "da", "nl", "ca", "fi", "is", "en")
_CENTRAL = ("pl", "cs", "hu", "ro", "sk", "hr", "de")

CHARSETS = MappingProxyType(
    {
        "windows-1252": _WESTERN,
        "windows-1251": _CYRILLIC,
        "windows-1250": _CENTRAL,
        "iso-8859-2": _CENTRAL,
        "gb18030": ("zh-hans", "zh-hant"),
        "shift_jis": ("ja",),
        "euc-jp": ("ja",),
        "euc-kr": ("ko",),
        "big5": ("zh-hant",),
        "koi8-r": ("ru", "bg"),
        "koi8-u": ("uk", "be"),
        "ibm866": ("ru", "uk", "bg", "be"),
        "iso-8859-5": _CYRILLIC,
        "x-mac-cyrillic": _CYRILLIC,
        "windows-1253": ("el",),
        "iso-8859-7": ("el",),
        "windows-1254": ("tr",),
        "windows-1255": ("he", "yi"),
        "windows-1256": ("ar", "fa"),
        "iso-8859-6": ("ar",),
        "windows-1257": ("lt", "lv", "et"),
        "windows-874": ("th",),
        "windows-1258": ("vi",),
        "macintosh": _WESTERN,
    }
)
"""The charsets that are tried where nothing trustworthy is declared, and the languages of each.

Of two that fit equally well the earlier one is taken.
"""

SIBLINGS = MappingProxyType(
    {
        "windows-1250": ("iso-8859-2", "windows-1252"),
        "iso-8859-2": ("windows-1250",),
        "windows-1252": ("windows-1250", "windows-1254"),
        "windows-1253": ("iso-8859-7",),
        "iso-8859-7": ("windows-1253",),
        "koi8-r": ("koi8-u",),
    }
)
"""Charsets that agree on most letters of a language, so that a text in one reads nearly well in the
other: the few places that differ decide."""
