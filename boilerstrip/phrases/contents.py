"""Labels of tables of contents, which say nothing else. Data only."""

from __future__ import annotations

from types import MappingProxyType

__all__ = ["BY_LANGUAGE", "MAYBE"]

BY_LANGUAGE = MappingProxyType(
    {
        "en": (
            "table of contents | page contents | article contents | in this article | in this guide | "
            "in this post | in this story | in this tutorial | in this chapter | on this page | jump to | "
            "jump to section | jump to a section | select a section | quick links | contents [hide]"
        ),
        "de": "inhaltsverzeichnis | inhaltsübersicht | in diesem artikel | in diesem beitrag | "
        "auf dieser seite",
        "fr": "table des matières | dans cet article | sur cette page | sommaire de l'article",
        "es": (
            "tabla de contenido | tabla de contenidos | índice de contenido | índice de contenidos | "
            "contenido del artículo | índice del artículo | en este artículo | en esta página"
        ),
        "it": "indice dei contenuti | indice dell'articolo | in questo articolo | in questa pagina",
        "pt": (
            "índice de conteúdo | índice de conteúdos | tabela de conteúdo | tabela de conteúdos | "
            "conteúdo do artigo | neste artigo | nesta página"
        ),
        "nl": "inhoudsopgave | in dit artikel | op deze pagina",
        "pl": "spis treści | w tym artykule | na tej stronie",
        "cs": "obsah článku | v tomto článku | na této stránce",
        "sk": "obsah článku | v tomto článku | na tejto stránke",
        "ru": "содержание статьи | оглавление | в этой статье | на этой странице",
        "uk": "зміст статті | у цій статті | на цій сторінці",
        "tr": "içindekiler | içerik tablosu | bu yazıda | bu makalede | bu sayfada",
        "el": "πίνακας περιεχομένων | περιεχόμενα άρθρου | σε αυτό το άρθρο | σε αυτή τη σελίδα",
        "ar": "جدول المحتويات | محتويات المقال | في هذا المقال | في هذه الصفحة",
        "fa": "فهرست مطالب | در این صفحه",
        "he": "תוכן עניינים | תוכן העניינים | במאמר זה | בעמוד זה",
        "zh": "文章目录 | 本文目录",
        "zh-hant": "文章目錄 | 本文目錄",
        "ja": "目次 | この記事の目次 | この記事の内容 | このページの内容",
        "ko": "목차",
        "hi": "विषय सूची | विषय-सूची | इस लेख में | इस पृष्ठ पर",
        "id": "daftar isi | dalam artikel ini | di halaman ini",
        "vi": "mục lục | nội dung bài viết | trong bài viết này | trên trang này",
        "th": "สารบัญ | ในบทความนี้ | ในหน้านี้",
        "hu": "tartalomjegyzék | ebben a cikkben | ezen az oldalon",
        "sv": "innehållsförteckning | i den här artikeln | på den här sidan",
        "da": "indholdsfortegnelse | i denne artikel | på denne side",
        "nb": "innholdsfortegnelse | i denne artikkelen | på denne siden",
        "fi": "sisällysluettelo | tässä artikkelissa | tällä sivulla",
        "ro": "cuprinsul articolului | cuprins articol | în acest articol | pe această pagină",
        "bg": "съдържание на статията | в тази статия | на тази страница",
        "hr": "sadržaj članka | u ovom članku | na ovoj stranici",
    }
)
"""Language -> whole labels of a table of contents, with `" | "` between them."""

MAYBE = MappingProxyType(
    {
        "en": "contents",
        "de": "inhalt",
        "fr": "sommaire",
        "es": "contenido | contenidos | índice",
        "it": "sommario | indice | contenuti",
        "pt": "conteúdo | sumário | índice",
        "nl": "inhoud",
        "cs": "obsah",
        "sk": "obsah",
        "ru": "содержание",
        "uk": "зміст",
        "el": "περιεχόμενα",
        "zh": "目录",
        "zh-hant": "目錄",
        "hu": "tartalom",
        "sv": "innehåll",
        "da": "indhold",
        "nb": "innhold",
        "ro": "cuprins",
        "bg": "съдържание",
        "hr": "sadržaj",
    }
)
"""Language -> words that label a table of contents, but what a parcel or a parameter holds as well."""
