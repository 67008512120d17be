"""What elements say they are for: the words, tags and types that give a dropped block its role. Data only.

The categories of `vocabulary` are columns of the model, which weighs them; what stands here names a role
outright, so words that only hint at one ("banner", "latest", "like") are left out.
"""

from __future__ import annotations

from types import MappingProxyType

from boilerstrip.vocabulary import CATEGORIES

__all__ = ["ROLE_OF_ARIA", "ROLE_OF_TAG", "ROLE_OF_TYPE", "ROLE_TERMS"]


def _terms(category: str, *, but: str = "", and_: str = "") -> str:
    """The terms of a category, but some, and some more."""
    left_out = but.split()
    return " ".join([*(term for term in CATEGORIES[category].split() if term not in left_out), *and_.split()])


ROLE_TERMS = MappingProxyType(
    {
        "cookie-notice": _terms(
            "cookie",
            but="cc privacy",
            and_="ccpa cmplz* cookiebot* cky qc-cmp privacy-banner "
            "fides trustarc* truste iubenda* klaro osano* termly* axeptio* tarteaucitron*",
        ),
        "comment-form": "respond comment-form commentform* reply-form add-comment post-comment new-comment "
        "write-review review-form write-comment leave-reply comment-box",
        "breadcrumb": "breadcrumb* crumb crumbs crumbtrail",
        "pagination": _terms(
            "pagination", and_="prev-post next-post post-navigation older-posts nav-previous"
        ),
        "paywall": _terms("paywall", but="premium"),
        "comment": _terms("comment", but="coral talk-stream reply replies", and_="review reviews"),
        "donation": _terms("donation"),
        "newsletter": _terms("newsletter", but="sign-up signup* mc opt-in optin*", and_="signup* sign-up"),
        "advertisement": _terms(
            "advertisement",
            but="banner* gpt leaderboard promo promos promotion* adv",
            and_="announcement-bar promo-banner promo-bar promobar adsbygoogle",
        ),
        "author-bio": _terms("author"),
        "login": _terms(
            "login", but="register* account password log-in sign-in", and_="forgot-password login-form"
        ),
        "search": _terms("search", and_="filter filters facet* sort-by refinement*"),
        "share": _terms(
            "share",
            but="like likes facebook twitter whatsapp pinterest linkedin share*",
            and_="share sharing sharebar share-buttons sharebuttons sharethis shareaholic socials",
        ),
        "related": _terms(
            "related",
            but="latest recent popular similar suggest* trending",
            and_="you-may also-bought teaser* "
            "latest-news latest-posts recent-posts popular-posts similar-products recently-viewed "
            "next-article",
        ),
        "legal": "disclaimer* imprint impressum copyright* *copyright copyrights privacy-policy "
        "terms-conditions terms-of fine-print legal-notice legalese mentions-legales",
        "footer": _terms("footer", but="foot copyright*"),
        "navigation": _terms(
            "navigation",
            but="tab tabs jump on-page breadcrumb* crumb crumbs",
            and_="tagcloud taglist tag-list hamburger megamenu* skip-to",
        ),
        "header": _terms("header", but="*header branding", and_="page-top sitename siteheader"),
        "hidden": _terms(
            "hidden",
            but="*hidden assistive",
            and_="noscript modal* *modal popup* lightbox* dialog* toast* "
            "tooltip* popover* loader spinner skeleton invalid-feedback form-fail form-error form-done",
        ),
    }
)
"""Dropped role -> the class and id words that name it, terms as in `vocabulary.CATEGORIES`. If one name says
several, the first counts."""

ROLE_OF_TAG = MappingProxyType(
    {"nav": "navigation", "footer": "footer", "header": "header", "dialog": "hidden", "search": "search",
     "menu": "navigation"}
)  # fmt: skip
ROLE_OF_ARIA = MappingProxyType(
    {
        "navigation": "navigation",
        "menu": "navigation",
        "menubar": "navigation",
        "menuitem": "navigation",
        "banner": "header",
        "contentinfo": "footer",
        "search": "search",
        "dialog": "hidden",
        "alertdialog": "hidden",
    }
)
"""Role that a WAI-ARIA role names."""

ROLE_OF_TYPE = MappingProxyType(
    {
        "Comment": "comment",
        "UserComments": "comment",
        "Review": "comment",
        "Answer": "comment",
        "BreadcrumbList": "breadcrumb",
        "SiteNavigationElement": "navigation",
        "WPHeader": "header",
        "WPFooter": "footer",
        "WPAdBlock": "advertisement",
        "SearchAction": "search",
    }
)
"""Role that a schema.org type names."""
