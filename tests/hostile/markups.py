"""Markup that is broken, obsolete, or meant to deceive a parser."""

from __future__ import annotations

from tests.hostile.case import FIRST, LAST, STORY, TAIL, Case, block_case, page

__all__ = ["CASES"]

_GROUP = "markup"
_ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
_BOMB = f'<!DOCTYPE html [<!ENTITY e0 "lollipop">{_ENTITIES}]>'
_QUADRATIC = f'<!DOCTYPE html [<!ENTITY big "{"lollipop " * 20_000}">]>'
_XXE = (
    '<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY far SYSTEM "http://127.0.0.1:9/x">'
    '<!ENTITY % more SYSTEM "http://127.0.0.1:9/dtd"> %more;]>'
)
_INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
_DOCTYPE = "<!DOCTYPE html>"


def _doctype(name: str, doctype: str, inner: str, absent: tuple[str, ...]) -> Case:
    return Case(
        f"markup-{name}",
        _GROUP,
        lambda: page(f"<p>{inner} owlery</p>").replace(_DOCTYPE, doctype),
        main=(FIRST, LAST),
        shown=("owlery",),
        absent=absent,
    )


def _whole(
    name: str, source: str, shown: str = f"{FIRST} {LAST}", absent: tuple[str, ...] = (), main: str = ""
) -> Case:
    return Case(f"markup-{name}", _GROUP, lambda: source, tuple(main.split()), tuple(shown.split()), absent)


def _in(name: str, inner: str, shown: str = "", absent: tuple[str, ...] = ()) -> Case:
    return block_case(_GROUP, name, lambda: inner, shown, absent)


def _open(name: str, inner: str, shown: str, absent: tuple[str, ...] = ()) -> Case:
    """An element that nothing closes, which takes the rest of the page in a browser too."""
    return Case(f"markup-{name}", _GROUP, lambda: page(inner), shown=(FIRST, *shown.split()), absent=absent)


_MXSS = (
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'></a></style></svg>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)></style></mglyph></mtext></math></form>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></p></noscript>",
    "<svg><foreignObject><iframe srcdoc='<img src=x onerror=alert(1)>'></iframe></foreignObject></svg>",
    "<table><tr><td><svg><desc><table><td>&lt;script&gt;alert(1)&lt;/script&gt;</td></table></desc></svg></td></tr></table>",
)
_LEFT_OUT = (
    "<svg><g><text>owlery</text></g></svg>",
    "<svg><foreignObject><b>owlery</b></foreignObject></svg>",
    '<iframe srcdoc="&lt;p&gt;owlery"></iframe>',
    '<object type="application/x-shockwave-flash"><param name="a"><p>owlery</p></object>',
    "<applet>owlery</applet>",
)
"""What browsers show and the block table does not hold."""
_HIDDEN = '<div style="display:none">lurking</div><div hidden>lurking</div><p style="visibility: hidden">lurking</p>'

CASES = (
    _doctype("entity-bomb", _BOMB, "&e9;", ("lollipoplollipop",)),
    _doctype("entity-quadratic", _QUADRATIC, "&big;" * 5_000, ("lollipop lollipop",)),
    _doctype("xxe", _XXE, "&secret;&far;", ("root:x", "daemon")),
    _doctype("doctype-long", "<!DOCTYPE " + "html " * 200_000 + ">", "", ()),
    _doctype("doctype-open-brackets", "<!DOCTYPE html [" + "<!ENTITY " * 50_000 + "]>", "", ())._replace(
        main=(), shown=("owlery",)
    ),
    _in("xinclude", f"{_INCLUDE}<p>owlery</p>", "owlery", ("root:x", "daemon")),
    _in("cdata", "<p>before <![CDATA[ hidden > owlery ]]> heron</p>", "heron"),
    _in("cdata-unclosed", "<p>owlery</p><![CDATA[ <p>heron</p>", "owlery heron"),
    _in(
        "conditional-comment",
        "<!--[if IE]><p>lurking</p><![endif]--><![if !IE]><p>owlery</p><![endif]>",
        "owlery",
        ("lurking",),
    ),
    _in(
        "comment-dashes",
        "<!----><p>owlery</p><!--->--><p>heron</p><!-- a -- b --!><p>egret</p>",
        "owlery egret",
    ),
    _open("comment-unclosed", "<p>owlery</p><!-- never closed ", "owlery"),
    _in("bogus-comments", "</ owl><!x><?y></><p>owlery</p><!><p>heron</p>", "owlery heron"),
    _open("script-unclosed", "<p>owlery</p><script>var a = '<p>heron</p>';", "owlery"),
    _open("style-unclosed", "<p>owlery</p><style>.a > .b {}", "owlery"),
    _open("textarea-unclosed", "<p>owlery</p><textarea>typed <b>words</b>", "owlery typed"),
    _open("xmp-unclosed", "<p>owlery</p><xmp>typed <b>words</b>", "owlery typed"),
    _open("plaintext", "<p>owlery</p><plaintext>typed <b>words</b></plaintext>", f"owlery typed {LAST}"),
    _open("listing-unclosed", "<p>owlery</p><listing>typed &amp; words", f"owlery typed {LAST}"),
    _whole("title-unclosed", f"<html><head><title>Owlery<body>{STORY}{TAIL}", ""),
    _whole("title-no-end", f"<html><head><title>Owlery</head><body>{STORY}{TAIL}</body></html>", ""),
    _in("xmp", "<xmp>typed <b>words</b> &amp;</xmp>", "typed"),
    _in("script-in-comment", "<script><!-- <script> a </script> --></script><p>owlery</p>", "owlery"),
    _in("script-false-end", "<script>x = '</scripty>' + \"</script >\n<p>owlery</p>", "owlery"),
    _whole(
        "frameset",
        '<html><head><title>Frames</title></head><frameset cols="20%,80%"><frame src="a.html"><frame src="b.html">'
        "<noframes><body><p>Owlery without frames</p></body></noframes></frameset></html>",
        "Owlery",
    ),
    _whole(
        "noscript-only",
        f"<html><body><div id=app></div><noscript>{STORY}{TAIL}</noscript><script>x()</script></body></html>",
    ),
    _whole(
        "noscript-in-head",
        f"<html><head><noscript><style>p{{}}</style>{STORY}</noscript></head><body>{TAIL}</body></html>",
        LAST,
    ),
    _whole(
        "shadow-root",
        f'<html><body><x-story><template shadowrootmode="open">{STORY}{TAIL}</template></x-story></body></html>',
    ),
    _in("template", "<template><p>lurking</p></template><p>owlery</p>", "owlery", ("lurking",)),
    *(
        _in(f"left-out-{at}", source)._replace(warns=("text-left-out",))
        for at, source in enumerate(_LEFT_OUT)
    ),
    _in(
        "srcdoc",
        '<iframe srcdoc="<p>lurking</p><script>alert(1)</script>"></iframe><p>owlery</p>',
        "owlery",
        ("alert(1)",),
    ),
    _in("iframe-text", "<iframe><p>lurking</p></iframe><p>owlery</p>", "owlery"),
    *(_in(f"mxss-{at}", f"<p>owlery</p>{source}", "owlery") for at, source in enumerate(_MXSS)),
    _in("hidden", f"{_HIDDEN}<p>owlery</p>", "owlery"),
    _in("self-closed", "<div/><p/>owlery<script/>x</script><p>heron</p><a/>egret", "owlery heron egret"),
    _in("body-end", "<p>owlery</p></body></html><p>heron</p>", "owlery heron"),
    _in("body-end-many", "<p>owlery</p>" + "</body></html>" * 100_000 + "<p>heron</p>", "owlery heron"),
    _in("body-end-nested", "<p>owlery</p></bo</body>dy></html</html>><p>heron</p>", "owlery heron"),
    _in("body-end-in-script", "<script>document.write('</body></html>')</script><p>owlery</p>", "owlery"),
    _in(
        "body-end-long",
        f"<p>owlery</p></body {'x=1 ' * 500}></html {'y' * 3000}><p>heron</p>",
        "owlery heron",
    ),
    _in(
        "body-again",
        "<p>owlery</p><html><head><title>No</title></head><body class=x><p>heron</p>",
        "owlery heron",
    ),
    _whole(
        "two-documents",
        page("<p>owlery</p>") + page("<p>heron</p>", title="Two"),
        f"{FIRST} owlery {LAST} heron",
    ),
    _whole("no-html-tag", f"{STORY}<p>owlery</p>{TAIL}", f"{FIRST} owlery {LAST}", main=FIRST),
    _whole("text-first", f"owlery before <b>any</b> tag{STORY}{TAIL}", f"owlery {FIRST} {LAST}"),
    _whole("head-only", f"<head><title>x</title>{STORY}{TAIL}"),
    _whole(
        "body-in-head",
        f"<html><head><div>owlery</div><title>late</title></head><body>{STORY}{TAIL}",
        f"owlery {FIRST}",
    ),
    _in("tag-cut", "<p>owlery</p><p cla", "owlery")._replace(main=(FIRST,)),
    _whole("cut-in-tag", page("<p>owlery</p>")[:-40] + "<a href='", f"{FIRST} owlery"),
    _whole("cut-in-entity", f"{STORY}<p>owlery &ea", f"{FIRST} owlery"),
    _whole("cut-in-comment", f"{STORY}<p>owlery</p><!--", f"{FIRST} owlery"),
    _in("table-text", "<table>owlery<tr>heron<td>egret</td></tr>plover</table>", "owlery heron egret plover"),
    _in("table-unclosed", "<table><tr><td>owlery<table><td>heron", "owlery heron"),
    _in(
        "select-markup", "<select><p>owlery</p><option>heron<div>egret</div></select><p>plover</p>", "plover"
    ),
    _in("lists-crossed", "<ul><p>owlery<li>heron</ul></li><ol></p><b>egret</ol></b>", "owlery heron egret"),
    _in("formatting-crossed", "<b><p>owlery<i></b>heron</p>egret</i>" * 500, "owlery heron egret"),
    _in("nested-links", "<a href=/a>owlery<a href=/b>heron<a href=/c>egret" * 200, "owlery heron egret"),
    _in("nested-forms", "<form><form><input><form>owlery</form>" * 500, "owlery"),
    _in(
        "entities",
        "<p>&#0;&#8;&#x80;&#xD800;&#x110000;&#99999999999999;&bogus;&amp;lt; &NotEqualTilde;&lt;b&gt; owlery</p>",
        "owlery <b>",
    ),
    _in("entity-control", "<p>owl&#8;ery her&#27;on eg&#x9b;ret</p>"),
    _in("quotes-odd", "<p title='a\"b>c'\"x=y' z=`q`>owlery</p><p =x \"=' '>heron</p>", "owlery heron"),
    _in("uppercase", "<P>OWLERY<BR><TaBle><TD>heron</TABLE>", "OWLERY heron"),
    _in(
        "namespaces",
        "<o:p>owlery</o:p><svg:p>heron</svg:p><fb:like>egret</fb:like><:x>plover</:x>",
        "owlery heron egret",
    ),
    _in(
        "odd-tag-names",
        '<p"x>owlery</p"x><a<b>heron</a<b><x\N{LATIN SMALL LETTER E WITH ACUTE}>egret</x>',
        "owlery heron egret",
    ),
    _in("long-tag-name", f"<{'x' * 1_000_000}>owlery</{'x' * 1_000_000}>", "owlery"),
    _in("long-attribute-name", f"<p {'y' * 1_000_000}=1>owlery</p>", "owlery"),
    _in("ruby-math", "<ruby>owlery<rp>(<rt>heron<rp>)</ruby><math><mi>x</mi><mo>=</mo></math>", "owlery"),
    _in("noembed", "<noembed><p>lurking</p></noembed><p>owlery</p>", "owlery"),
    _in(
        "marquee",
        "<marquee>owlery</marquee><blink>heron</blink><center>egret</center><nobr>plover",
        "owlery heron egret plover",
    ),
    _in(
        "server-code",
        "<?php echo '<p>'; ?><% if a > b %><p>owlery</p><#if x><p>heron</p></#if>",
        "owlery heron",
    ),
    _in("form-feed", "<p\x0cclass=x\x0b>owlery</p\x0c><p>heron\x0cegret</p>", "owlery heron egret"),
)
