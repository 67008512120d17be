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
them, whatever CSS's initial value says."""

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
        "article": "article* story *story entry-content post-content post-body post-text blog-post "
        "news-text name-body hentry recipe chapter *article articlebody storybody postbody",
        "content": "content *content prose rich-text richtext body text *text wysiwyg markdown rte copy "
        "description desc summary entry detail details paragraph",
        "main": "main *main primary center middle maincontent",
        "comment": "comment comments *comments *comment commentlist commenter commenttext disqus* "
        "wpdiscuz* wpd respond dsq kommentar* comentario* commentaire* komment* shoutbox guestbook "
        "reply replies livefyre* viafoura coral talk-stream",
        "forum": "message messages topic thread *thread forum* question answer answers posts postbody "
        "review reviews discussion*",
        "navigation": "nav* *nav menu* *menu breadcrumb* crumb crumbs sitemap skip-link skip-links "
        "skiplink tab tabs toolbar dropdown* offcanvas* hamburger subnav toc table-of on-page jump",
        "pagination": "paginat* pager paging page-numbers load-more next-prev prev-next post-nav "
        "pagenavi prevnext older newer",
        "header": "header* *header masthead topbar top-bar branding logo* *logo site-title",
        "footer": "footer* *footer foot colophon copyright* bottom-bar",
        "sidebar": "sidebar* *sidebar widget* *widget aside rail right-col left-col rightcol leftcol "
        "side-bar secondary",
        "related": "related* recommend* read-more read-next readmore more-from more-stories more-posts "
        "more-articles also-like also-read popular trending most-read most-viewed mostread similar "
        "latest recent up-next outbrain* taboola* suggest* cross-sell up-sell upsell* crosssell*",
        "share": "share* sharing social* *social *share addtoany* addthis* follow* sns facebook "
        "twitter whatsapp pinterest linkedin like likes sharedaddy sd-sharing",
        "advertisement": "ad ads adv advert* sponsor* dfp gpt adslot* adsense* adsby* banner* promo "
        "promos promotion* affiliate* billboard adunit* adbox *ads leaderboard",
        "newsletter": "newsletter* subscri* sign-up signup* mailchimp opt-in optin* mc mailing* "
        "email-capture *newsletter",
        "donation": "donat* support-us fundrais* patreon paypal* kofi contribute contribution "
        "contributions pledge* crowdfund* spende* *donation",
        "cookie": "cookie* consent* gdpr* cmp onetrust* cc usercentrics borlabs* didomi* privacy "
        "*consent *cookie",
        "author": "author-bio author-box author-info author-card author-profile author-desc "
        "about-author about-the authorbox authorbio bio biography",
        "byline": "byline* author authors date *date time meta *meta published posted timestamp credit "
        "credits dateline contributor* reading-time",
        "login": "login* log-in sign-in signin* register* registration account password my-account",
        "search": "search*",
        "popup": "modal* *modal popup* *popup overlay* lightbox* dialog* toast* drawer* notification* "
        "tooltip* alert*",
        "tags": "tag tags taglist tagcloud categories keywords topics labels hashtags",
        "caption": "caption* *caption photo-credit image-credit",
        "hidden": "hidden* *hidden sr-only sronly visually-hidden visuallyhidden screen-reader d-none "
        "assistive offscreen invisible",
        "paywall": "paywall* premium subscriber-only regwall* metered",
        "legal": "disclaimer* disclosure* terms legal imprint impressum license licence",
        "commerce": "cart* *cart price* *price prices buy checkout* wishlist* sku add-to addto* "
        "quantity basket* shipping stock instock swatch* variant*",
        "product": "product* *product *products",
        "teaser": "teaser* card cards *card tile tiles grid* item items excerpt carousel* slider* "
        "slide slides swiper* list *list feed loop slick* gallery*",
        "heading": "title *title headline* heading* subtitle head",
        "form": "form *form forms input field captcha* control controls btn *btn button* cta filter* sort*",
        "documentation": "doc docs documentation reference api rst sphinx* docusaurus* mkdocs* gitbook* "
        "docutils",
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
