"""Names under which pages keep what they say about themselves. Data only."""

from __future__ import annotations

import re
from typing import Final

from boilerstrip.patterns import late_pattern

__all__ = [
    "AUTHORS",
    "BARE",
    "BY",
    "CHANGED_RE",
    "DATE_KEY_RE",
    "DESCRIPTIONS",
    "HOME",
    "IMAGES",
    "KEYWORDS",
    "KEYWORD_RE",
    "LABELS",
    "LANGUAGE_RE",
    "MAX_KEYWORD",
    "MAX_TAGS",
    "MODIFIED",
    "MODIFIED_KEY_RE",
    "MODIFIED_LABEL_RE",
    "OTHER_CHANGE_RE",
    "OTHER_DATE_RE",
    "OTHER_LABEL_RE",
    "POSTED_BY",
    "PUBLISHED",
    "PUBLISHED_LABEL_RE",
    "TITLES",
    "WRITTEN_BY",
]

TITLES: Final = (
    "og:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "twitter:title",
    "headline",
)
AUTHORS: Final = (
    "citation_author",
    "citation_authors",
    "dc.creator",
    "dcterms.creator",
    "article:author",
    "author",
    "og:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "authors",
    "cxenseparse:author",
    "article_author",
)
PUBLISHED: Final = (
    "article:published_time",
    "og:published_time",
    "og:publication_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "article:published",
    "published_time",
    "publish_date",
    "publish-date",
    "publishdate",
    "published-date",
    "pubdate",
    "date",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "datecreated",
    "uploaddate",
)
MODIFIED: Final = (
    "article:modified_time",
    "og:updated_time",
    "og:modified_time",
    "datemodified",
    "dc.date.modified",
    "dcterms.modified",
    "article.updated",
    "last-modified",
    "lastmod",
    "revised",
    "modified",
    "govuk:public-updated-at",
    "govuk:updated-at",
)
DESCRIPTIONS: Final = (
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.abstract",
)
IMAGES: Final = (
    "og:image:secure_url",
    "og:image",
    "og:image:url",
    "twitter:image",
    "twitter:image:src",
    "image",
)
KEYWORDS: Final = (
    "news_keywords",
    "keywords",
    "parsely-tags",
    "sailthru.tags",
    "dc.subject",
    "citation_keywords",
)

# "Written by" as WordPress labels the first pair of a Twitter card, by language.
WRITTEN_BY: Final = frozenset(
    {
        "written by",
        "author",
        "by",
        "verfasst von",
        "geschrieben von",
        "écrit par",
        "escrito por",
        "scritto da",
        "geschreven door",
    }
    | {"napisane przez", "skrevet av", "skriven av", "написано автором", "автор"}
)
POSTED_BY: Final = (
    *("eingestellt von", "publicad[oa] por", "postado por", "publica(?:t|da) per", "publié par"),
    *("pubblicato da", "gepost door", "geplaatst door", "upplagd av", "lagt inn av", "indsendt af"),
    *("lähettänyt", "vystavil", "přidal", "uverejnil", "bejegyezte", "gönderen", "objavio", "publicat de"),
    *("trimis de", "postat de", "публикувано от", "αναρτήθηκε από", "diposting oleh", "diposkan oleh"),
    *("đăng bởi", "เขียนโดย", "مرسلة بواسطة", "ارسال شده توسط", "הועלה על ידי", "פורסם על ידי"),
    *("प्रस्तुतकर्ता", "投稿者", "作成者", "張貼者", "发帖者", "发布者", "작성자", "게시자"),
)
"""Patterns of what Blogger and others write before the name of who posted something."""
LABELS: Final = (
    *"автор авторка текст пише autorka autorė autors autorius yazan yazar kirjoittaja teksti text".split(),
    *"tekst författare forfatter szerző írta penulis piše pisze reporter scrie συντάκτης".split(),
    *"بقلم الكاتب تحریر نویسنده כתב लेखक लेखिका লেখক 作者 记者 記者 撰文 文 著者 執筆 글".split(),
    "tác giả",
)
"""What stands before the name of an author, and a colon or its like, beside the words of `people`."""
BARE: Final = (
    *"von par por di door av af oleh piše pisze пише".split(),
    *("geschrieben von", "écrit par", "publié par", "escrito por", "publicado por", "scritto da"),
    *("pubblicato da", "a cura di", "geschreven door", "skrevet av", "skrevet af", "skriven av"),
)
"""The same where no colon need follow."""
BY: Final = (
    *("by", "written by", "posted by", "words by", "story by", "text by", "reporting by"),
    *("words and photos by", "autor", "autora", "author", "auteur", "autore", "автор", *BARE),
    *"per da de nga του της מאת بقلم كتب نوشته".split(),
    "γράφει ο",
)
"""The same where the name is a link, at least."""
HOME: Final = frozenset(
    {"home", "homepage", "start", "startseite", "accueil", "inicio", "início", "strona główna"}
)
LANGUAGE_RE: Final = re.compile(
    r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z0-9-]{1,20})?", re.I
)
KEYWORD_RE: Final = late_pattern(r"\s?[,;]\s?")
MAX_TAGS: Final = 50
MAX_KEYWORD: Final = 80  # characters; longer is a sentence
# Names that sites make up themselves: "w-published-date", "cludo:date", "ms.date".
DATE_KEY_RE: Final = late_pattern(
    r"publish(?:ed)?[-_.:]?(?:date|time|at|on)?$|(?:^|[-_.:])date$|pubdate$|publicationdate$"
)
MODIFIED_KEY_RE: Final = late_pattern(
    r"(?:^|[-_.:])(?:last[-_]?)?(?:modified|updated?)(?:[-_.]?(?:date|time|at|on))?$"
)
OTHER_DATE_RE: Final = late_pattern(r"updat|modif|expir|valid|review|event|start|end|birth|available")
OTHER_CHANGE_RE: Final = late_pattern(r"next|price|stock|expir|valid|review|event|feed|auto|count")
"""Of changes that are none of the page's text."""
PUBLISHED_LABEL_RE: Final = late_pattern(
    r"datepublished|pubdate|publish|entry-date|post-date|posted|created|article"
)
MODIFIED_LABEL_RE: Final = late_pattern(r"datemodified|updated|modified")
# Of a `<time>` that belongs to something else on the page.
OTHER_LABEL_RE: Final = late_pattern(r"comment|review|card|related|teaser|reply")
CHANGED_RE: Final = late_pattern(
    r"\b(?:updated|modified|edited|revised|reviewed|aktualisiert|geändert|stand(?=:|\s\d)|actualizad|modifica"
    r"|aggiornat|bijgewerkt|gewijzigd|mise? à jour|modifié|actualizat|обновлен|изменен|оновлен"
    r"|zaktualizowan|aktualizováno|aktualizované|upraveno|ažurirano|ажурирано|uppdaterad|oppdatert|opdateret"
    r"|bearbeitet|editad[ao]|se editó|bewerkt|edytowan|отредактирован|відредагован|redigera|rediger[et]t"
    r"|päivitetty|muokattu|güncell|frissítve|módosítva|ενημερώθηκε|cập nhật|diperbarui)"
    r"|更新|修改|수정|עודכן|تحديث",
    re.I,
)
"""What a label of the day of a change begins with, or has in it."""
