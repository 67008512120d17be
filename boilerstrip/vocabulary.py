"""Word tables: tags, roles, and the class and id words that tell what an element is for.

Data only. A word category is one bit of a mask; `words.classify` gives the mask of a label.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = [
    "ARIA_ROLES",
    "BLOCK_TAGS",
    "CATEGORIES",
    "CATEGORY_BIT",
    "DROPPED_ROLES",
    "HEADING_TAGS",
    "KEPT_ROLES",
    "MARK_TAGS",
    "PREFORMATTED_TAGS",
    "SKIPPED_TAGS",
    "STRUCTURES",
    "STRUCTURE_SHIFT",
    "TAG_MASKS",
]

KEPT_ROLES = (
    "title",
    "heading",
    "paragraph",
    "list",
    "table",
    "code",
    "quote",
    "caption",
    "byline",
    "formula",
    "media",
)
DROPPED_ROLES = (
    "navigation",
    "breadcrumb",
    "pagination",
    "header",
    "footer",
    "comment",
    "comment-form",
    "donation",
    "advertisement",
    "newsletter",
    "cookie-notice",
    "share",
    "related",
    "author-bio",
    "login",
    "search",
    "paywall",
    "legal",
    "hidden",
    "duplicate",
    "other",
)

HEADING_TAGS = MappingProxyType({f"h{level}": level for level in range(1, 7)})
PREFORMATTED_TAGS = frozenset({"pre", "textarea", "listing", "xmp", "plaintext"})

BLOCK_TAGS = frozenset(
    """address article aside blockquote body button caption center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend
    li listing main menu menuitem nav noframes noscript ol optgroup option p plaintext pre search
    section select slot summary table tbody td textarea tfoot th thead tr ul xmp""".split()
)
"""Tags that bound a block. Custom elements (a hyphen in the name) bound one too: sites lay out with
them, whatever CSS's initial value says. In a sentence some do not, see `segment.inline`."""

SKIPPED_TAGS = frozenset(
    """applet area audio base basefont bgsound canvas col colgroup datalist embed frame head iframe
    input link meta noembed object param rp script source style svg template title track
    video""".split()
)
"""Tags whose content a browser does not show as text of the page (fallbacks, machinery, drawings)."""

MARK_TAGS = MappingProxyType(
    {
        "a": "a",
        "b": "b",
        "strong": "b",
        "i": "i",
        "em": "i",
        "code": "code",
        "tt": "code",
        "kbd": "code",
        "samp": "code",
        "del": "del",
        "s": "del",
        "strike": "del",
        "sup": "sup",
        "sub": "sub",
    }
)
"""Inline tags that a renderer writes, and the mark they become."""

CATEGORIES = MappingProxyType(
    {
        "article": "article* story *story entry-content post-content post-body post-text blog-post news-text "
        "name-body hentry recipe chapter *article articlebody storybody postbody artikel* beitrag* beitraege "
        "articulo* artigo* articolo* artykul* statya clanek* clanok* cikk makale* noticia noticias",
        "content": "content *content prose rich-text richtext body text *text wysiwyg markdown rte copy "
        "description desc summary entry detail details paragraph inhalt* contenu contenido* conteudo* "
        "contenuto* inhoud* tresc zawartosc icerik* soderzhanie sadrzaj obsah noidung noi-dung konten texto "
        "testo texte tekst* metin",
        "main": "main *main primary center middle maincontent hauptinhalt hauptspalte hauptbereich "
        "hoofdinhoud contenido-principal contenu-principal conteudo-principal contenuto-principale",
        "comment": "comment comments *comments *comment commentlist commenter commenttext disqus* wpdiscuz* "
        "wpd respond dsq kommentar* comentario* commentaire* komment* shoutbox guestbook reply replies "
        "livefyre* viafoura coral talk-stream yorum* comentar comentarii commenti reactie* komentar* "
        "hozzaszol* binhluan binh-luan leserbrief* avis-clients",
        "forum": "message messages topic thread *thread forum* question answer answers posts postbody review "
        "reviews discussion* foros konular konu reponses antworten respuestas diskuss* diskusj* diskuz* "
        "bewertungen kundenbewertung* rezension* kundenrezension* valoraciones resenas opiniones recensioni "
        "beoordelingen avaliacoes opinie recenzje",
        "navigation": "nav* *nav menu* *menu breadcrumb* crumb crumbs sitemap skip-link skip-links skiplink "
        "tab tabs toolbar dropdown* offcanvas* hamburger subnav toc table-of on-page jump brotkrumen "
        "brotkrume brotkrumel* migas migalhas kruimelpad* okruszki drobeck* fil-ariane nawigacja briciole "
        "inhaltsverzeichnis* sommaire sumario spis-tresci inhoudsopgave icindekiler sprungmarken danhmuc "
        "danh-muc onglet onglets hauptnav*",
        "pagination": "paginat* pager paging page-numbers load-more next-prev prev-next post-nav pagenavi "
        "prevnext older newer paginac* paginier* paginad* seitenzahl* seitennavigation weiterblaettern "
        "blaettern sayfalama stronicowanie paginering phantrang phan-trang",
        "header": "header* *header masthead topbar top-bar branding logo* *logo site-title kopfbereich "
        "kopfzeile seitenkopf cabecera* cabecalho* encabezado* entete en-tete intestazione testata naglowek "
        "hlavicka koptekst ustbilgi sidhuvud",
        "footer": "footer* *footer foot colophon copyright* bottom-bar fusszeile fussbereich fussnavigation "
        "fussnavi seitenfuss piedepagina pie-pagina pied-page piedpage piedipagina rodape* stopka paticka "
        "zapati lablec voettekst altbilgi sidfot podval subsol bunnfelt",
        "sidebar": "sidebar* *sidebar widget* *widget aside rail right-col left-col rightcol "
        "side-bar secondary seitenleiste* seitenspalte randspalte marginalspalte barra-lateral barralateral "
        "barre-laterale colonne-droite zijbalk* zijkolom panel-boczny kenar-cubugu yan-menu yanmenu "
        "oldalsav",
        "related": "related* recommend* read-more read-next readmore more-from more-stories more-posts "
        "more-articles also-like also-read popular trending most-read most-viewed mostread similar latest "
        "recent up-next outbrain* taboola* suggest* cross-sell up-sell upsell* crosssell* relacionad* "
        "verwandt* empfehlung* empfohlen* recomendad* recommand* similaires meistgelesen* gerelateerd* "
        "aanbevolen polecan* podobne powiazan* souvisejic* ilgili* benzer* ilginizi correlati consigliat* "
        "lire-aussi leia-mais leia-tambem leer-mas lea-tambien leggi-anche lees-ook mais-lidas mas-leidas "
        "mas-leido plus-lus meest-gelezen najczesciej pohozhie kapcsolodo* weiterlesen auch-interessant "
        "lienquan lien-quan terkait baca-juga populares populaires onerilen",
        "share": "share* sharing social* *social *share addtoany* addthis* follow* sns facebook twitter "
        "whatsapp pinterest linkedin like likes sharedaddy sd-sharing teilen partage* condivi* partilh* "
        "paylas* udostepn* sdilen* sdilet zdielat podeli podijeli megosztas bagikan redes-sociais "
        "reseaux-sociaux soziale-netzwerke sosyal* siguenos seguici obserwuj chiase chia-se podelitsya "
        "podelitca compartir compartilhar compartilhe comparte",
        "advertisement": "ad ads adv advert* sponsor* dfp gpt adslot* adsense* adsby* banner* promo promos "
        "promotion* affiliate* billboard adunit* adbox *ads leaderboard werbung* werbebanner werbemittel "
        "werbeblock anzeige anzeigen anzeigenblock publicidad* publicite* pubblicita* reklam* annonce "
        "annoncer annonser annons inzerce hirdetes* mainos mainokset iklan* quangcao quang-cao anuncio "
        "anuncios ogloszenie patrocin* gesponsert",
        "newsletter": "newsletter* subscri* sign-up signup* mailchimp opt-in optin* mc mailing* "
        "email-capture *newsletter nieuwsbrief* boletin* boletim infolettre nyhetsbrev* nyhedsbrev* "
        "hirlevel* bulten* ebulten rundbrief uutiskirje* suscri* inscrivez abonnieren biuletyn rassylka "
        "podpiska subskrypcja",
        "donation": "donat* support-us fundrais* patreon paypal* kofi contribute contribution contributions "
        "pledge* crowdfund* spende* *donation donaciones donacion doacao doacoes donazione donazioni "
        "darowizn* apoyanos soutenez faire-don unterstuetzen unterstuetze steun-ons bagis* pozhertv* doneer "
        "wesprzyj sostienici podporte apoie",
        "cookie": "cookie* consent* gdpr* onetrust* cc usercentrics borlabs* didomi* privacy *consent "
        "*cookie datenschutzbanner rgpd dsgvo lgpd cerez* ciastecz* evaste* kakor kvkk einwilligung* "
        "tarteaucitron*",
        "author": "author-bio author-box author-info author-card author-profile author-desc about-author "
        "about-the authorbox authorbio bio biography autorenbox autorenprofil autorenkasten autor-box "
        "autor-info autorbox sobre-autor acerca-autor ueber-autor over-auteur apropos-auteur yazar-bilgi "
        "biografia autorinfo",
        "byline": "byline* author authors date *date time meta *meta published posted timestamp credit "
        "credits dateline contributor* reading-time autor autora autores autoren auteur auteurs autore "
        "yazar* datum fecha fechas tarih* publicado publicada pubblicato veroeffentlicht redacteur* "
        "redaktor* redakteur* skribent* avtor forfatter* kirjoittaja journaliste ngaydang tacgia penulis",
        "login": "login* log-in sign-in signin* register* registration account password my-account anmelde* "
        "einloggen connexion ingresar iniciar-sesion acceso accedi logowanie zaloguj* prihlas* giris* uyelik "
        "inloggen aanmelden registrieren registrierung registrarse cadastro cadastrar belepes bejelentkez* "
        "kirjaudu voyti vhod registraciya rejestracj* mein-konto mon-compte mi-cuenta minha-conta minkonto "
        "hesabim passwort mot-passe contrasena logga-in logg-inn dangnhap dang-nhap masuk",
        "search": "search* suche* suchfeld* suchbox suchformular recherche* buscar busca buscador* busqueda* "
        "cerca ricerca* zoek* szukaj* wyszukiw* hledat hledani vyhled* poisk* kereso* kereses sokfalt soeg* "
        "pesquis* pencarian cautare timkiem tim-kiem arama aramasonuclari",
        "popup": "modal* *modal popup* *popup overlay* lightbox* dialog* toast* drawer* notification* "
        "tooltip* alert* ventana ventanas janela okienko",
        "tags": "tag tags taglist tagcloud categories keywords topics labels hashtags schlagwort* stichwort* "
        "etiqueta* etiket* mots-cles palabras-clave palavras-chave tagi stitky cimkek kategorie* kategori "
        "categoria* categorie rubrika rubriki trefwoord* avainsanat",
        "caption": "caption* *caption photo-credit image-credit bildunterschrift* bildtext* bildquelle* "
        "legenda leyenda pie-foto piedefoto didascalia bijschrift popisek billedtekst bildbeschreibung",
        "hidden": "hidden* *hidden sr-only sronly visually-hidden visuallyhidden screen-reader d-none "
        "assistive offscreen invisible versteckt* unsichtbar* oculto oculta ukryty ukryte skryty gizli",
        "paywall": "paywall* premium subscriber-only regwall* metered bezahlschranke abonnenten* abonnes "
        "suscriptores assinantes abbonati prenumerator* plusartikel aboteaser",
        "legal": "disclaimer* disclosure* terms legal imprint impressum license licence impressum* agb "
        "datenschutz* mentions-legales mentionslegales avisolegal rechtliches rechtshinweis* "
        "nutzungsbedingungen regulamin* polityka-prywatnosci gizlilik* privacidad* confidentialite* "
        "privatlivs* personvern* sekretess* tietosuoja* adatved* voorwaarden haftungsausschluss "
        "urheberrecht* derechos direitos droits kunye",
        "commerce": "cart* *cart price* *price prices buy checkout* wishlist* sku add-to addto* quantity "
        "basket* shipping stock instock swatch* variant* warenkorb* einkaufswagen carrito* carrinho* panier* "
        "carrello* winkelwagen* winkelmand* koszyk* kosik* sepet* korzin* kosar handlekurv* indkobskurv "
        "varukorg* ostoskori preis preise precio* preco precos prezzo* prijs* ceny fiyat* kaufen comprar "
        "acheter bestellen lieferung versand* envio livraison keranjang giohang gio-hang merkzettel",
        "product": "product* *product *products produkt* produto* produit* prodotto prodotti urun* tovar "
        "tovary termek* tuote* produk sanpham san-pham",
        "teaser": "teaser* card cards *card tile tiles grid* item items excerpt carousel* slider* slide "
        "slides swiper* list *list feed loop slick* gallery* lista listas kachel* tarjeta* kafelek kafelki "
        "karussell* aktuelles anriss",
        "heading": "title *title headline* heading* subtitle head titulo* titre* titolo titel* tytul* "
        "naslov* nadpis* baslik* zagolov* ueberschrift* otsikko* rubrik overskrift* schlagzeile* titulares "
        "tieude tieu-de judul",
        "form": "form *form forms input field captcha* control controls btn *btn button* cta filter* sort* "
        "formular formulare formulaire* formulario* formulier* eingabe* bouton boutons boton botones botao "
        "botoes pulsante przycisk* tlacitko dugme filtre filtres filtro filtros kontaktformular* campo",
        "documentation": "doc docs documentation reference api rst sphinx* docusaurus* mkdocs* gitbook* "
        "docutils dokumentation*",
        "code": "highlight* code* *code hljs prism* syntax* snippet*",
    }
)
"""Word categories and their terms.

A term is a word of a class name or id (the words of `postBody`, `post-body` and `post_body` are
"post" and "body"), with `*` for any letters behind or before it; "a-b" is two words in a row.
"""

CATEGORY_BIT = MappingProxyType({name: 1 << bit for bit, name in enumerate(CATEGORIES)})

_TAG_WORDS = MappingProxyType(
    {
        "article": CATEGORY_BIT["article"],
        "main": CATEGORY_BIT["main"],
        "nav": CATEGORY_BIT["navigation"],
        "menu": CATEGORY_BIT["navigation"],
        "header": CATEGORY_BIT["header"],
        "footer": CATEGORY_BIT["footer"],
        "aside": CATEGORY_BIT["sidebar"],
        "form": CATEGORY_BIT["form"],
        "button": CATEGORY_BIT["form"],
        "select": CATEGORY_BIT["form"],
        "textarea": CATEGORY_BIT["form"],
        "fieldset": CATEGORY_BIT["form"],
        "figcaption": CATEGORY_BIT["caption"],
        "caption": CATEGORY_BIT["caption"],
        "dialog": CATEGORY_BIT["popup"],
        "search": CATEGORY_BIT["search"],
    }
)
"""The word categories a tag says by itself."""

STRUCTURES = MappingProxyType(
    {
        "list": ("ul", "ol"),
        "table": ("table",),
        "quote": ("blockquote",),
        "figure": ("figure",),
        "article": ("article",),
        "main": ("main",),
        "form": ("form",),
        "details": ("details",),
    }
)
"""Groups of tags that matter to all they hold."""
STRUCTURE_SHIFT = len(CATEGORIES)
"""Their bits stand above those of the categories, in the same masks."""

_TAG_STRUCTURES = {
    tag: 1 << STRUCTURE_SHIFT + bit for bit, tags in enumerate(STRUCTURES.values()) for tag in tags
}
TAG_MASKS = MappingProxyType(
    {
        tag: _TAG_WORDS.get(tag, 0) | _TAG_STRUCTURES.get(tag, 0)
        for tag in sorted({*_TAG_WORDS, *_TAG_STRUCTURES})
    }
)
"""What a tag says by itself: categories and structures."""

ARIA_ROLES = MappingProxyType(
    {
        "navigation": CATEGORY_BIT["navigation"],
        "menu": CATEGORY_BIT["navigation"],
        "menubar": CATEGORY_BIT["navigation"],
        "menuitem": CATEGORY_BIT["navigation"],
        "tablist": CATEGORY_BIT["navigation"],
        "toolbar": CATEGORY_BIT["navigation"],
        "banner": CATEGORY_BIT["header"],
        "contentinfo": CATEGORY_BIT["footer"],
        "complementary": CATEGORY_BIT["sidebar"],
        "search": CATEGORY_BIT["search"],
        "main": CATEGORY_BIT["main"],
        "article": CATEGORY_BIT["article"],
        "dialog": CATEGORY_BIT["popup"],
        "alertdialog": CATEGORY_BIT["popup"],
        "alert": CATEGORY_BIT["popup"],
        "form": CATEGORY_BIT["form"],
        "button": CATEGORY_BIT["form"],
    }
)
"""What a WAI-ARIA role attribute says."""
