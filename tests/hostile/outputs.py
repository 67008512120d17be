"""Text and addresses that mean harm to whoever reads the output."""

from __future__ import annotations

from tests.hostile.case import FIRST, LAST, Case, block_case, page

__all__ = ["CASES"]

_GROUP = "output"

_ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " \x01 javascript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;&#97;vascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#0000106avascript:alert(1)",
    "javascript\N{FULLWIDTH COLON}alert(1)",
    "\N{ZERO WIDTH SPACE}javascript:alert(1)",
    "java\x00script:alert(1)",
    "java\N{SOFT HYPHEN}script:alert(1)",
    "javascript://%0aalert(1)",
    "javascript:alert(1)//http://e.example",
    "vbscript:msgbox(1)",
    "VBSCRIPT&#58;msgbox(1)",
    "data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "DATA:image/svg+xml,<svg onload=alert(1)>",
    "view-source:javascript:alert(1)",
    "feed:javascript:alert(1)",
    "blob:https://e.example/x",
    "file:///etc/passwd",
    "jar:javascript:alert(1)!/x",
    "http:javascript:alert(1)",
    "//javascript:alert(1)",
    "x-custom:run",
    "intent://scan/#Intent;scheme=x;end",
    "http://[x",
    'http://e.example/")<script>alert(1)</script>',
    "http://e.example/\\)](javascript:alert(1))",
    "ms-msdt:/id",
)
_LINK_FORMS = (
    '<a href="{0}">owlery</a>',
    '<p><img src="{0}" alt="owlery"> plover</p>',
    '<a href="{0}"><img src="{0}" alt="x">owlery</a>',
    '<svg><a xlink:href="{0}"><text>owlery</text></a></svg>',
    '<form action="{0}"><button formaction="{0}">owlery</button></form>',
    '<blockquote cite="{0}">owlery</blockquote>',
)

_IMITATIONS = {
    "links": "[owlery](javascript:alert(1)) ![x](data:text/html,1) [a]: javascript:alert(1) <javascript:alert(1)>",
    "reference": "[owlery]\n\n[owlery]: javascript:alert(1)",
    "html": "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; owlery &amp;lt;b&amp;gt;",
    "comment": "&lt;!-- owlery --&gt; &lt;?php ?&gt; &lt;![CDATA[ x ]]&gt;",
    "entities": "&amp;#106;avascript &amp;lt;script&amp;gt; owlery &amp;amp;",
    "rules": "--- owlery === *** ___",
    "headings": "# owlery ## x ====",
    "lists": "- owlery * x + y 1. z 1) w",
    "pipes": "| owlery | b | --- | c |",
    "fence": "```html owlery ``` ~~~ x ~~~",
    "emphasis": "*owlery* **x** _y_ ~~z~~ `w` ``v``",
    "backslashes": "\\owlery \\[x\\](y) C:\\\\x\\",
    "autolinks": "&lt;http://e.example/owlery&gt; www.e.example owl@e.example",
    "front-matter": "--- title: owlery ... x: !!python/object/apply:os.system [id]",
}
_FENCES = "<pre><code>owlery\n```\n&lt;script&gt;alert(1)&lt;/script&gt;\n````\n~~~~~~~~\n</code></pre>"
_FENCE_LONG = f"<pre>owlery\n{'`' * 5_000}\n&lt;b&gt;x&lt;/b&gt;</pre>"
_ESCAPES = (
    "\x1b[31mowlery\x1b[0m \x1b]8;;http://e.example\x07link\x1b]8;;\x07 \x1b]0;title\x07 \x9b31m \x07\x08\x08 \x1b[2J"
    " \x1bP1$r\x1b\\ \x0e\x0f \x7f"
)
_BIDI = "\u202eyrelwo\u202c owlery \u2066x \u2067y\u2069 \u202a\u202b \u200f\u200e \u061c"
_ZALGO = "owlery" + "".join(chr(0x300 + at % 0x60) for at in range(20_000))
_EMOJI = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f3f4\U000e0067\U000e0062\U000e007f \U0001f1e9\U0001f1ea"

_TITLES = {
    "yaml-colon": "key: value # no",
    "yaml-quotes": "\"it's\" 'both' \\ back",
    "yaml-tag": "!!python/object/apply:os.system ['id']",
    "yaml-list": "- [a, {b: c}] &amp;anchor *alias",
    "yaml-newlines": "one\ntwo\n---\nthree: 3\u2028four\u0085five",
    "yaml-bool": "no",
    "yaml-percent": "%YAML 1.2 @x `y`",
    "markup": "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))",
    "escapes": "red \x1b[31m \x9b \x07 \u202e title",
    "surrogates": "a\ud800b\udfffc",
}


def _addresses(form: str) -> str:
    return "".join(f"<p>x</p>{form.format(address)}" for address in _ADDRESSES)


def _titled(name: str, title: str) -> Case:
    return Case(
        f"output-title-{name}",
        _GROUP,
        lambda: page("<p>owlery</p>", title=title).replace(
            "<h1>The wheel turns again</h1>", f"<h1>{title}</h1>"
        ),
        main=(FIRST, LAST),
    )


def _in(name: str, inner: str, shown: str = "owlery", absent: tuple[str, ...] = ()) -> Case:
    return block_case(_GROUP, name, lambda: inner, shown, absent)


def _placed(text: str) -> str:
    """A text in every kind of place."""
    return (
        f"<p>{text}</p><h2>{text}</h2><ul><li>{text}</li></ul><blockquote><p>{text}</p></blockquote>"
        f"<table><tr><th>{text}</th></tr><tr><td>{text}</td></tr></table><pre>{text}</pre><p><code>{text}</code>"
        f'<a href="/x">{text}</a><b>{text}</b></p><figure><img src="/a.png" alt="x"><figcaption>{text}</figcaption></figure>'
    )


CASES = (
    *(_in(f"addresses-{at}", _addresses(form), "") for at, form in enumerate(_LINK_FORMS)),
    Case(
        "output-addresses-with-base",
        _GROUP,
        lambda: page(_addresses(_LINK_FORMS[0]), head='<base href="javascript:alert(1)//">'),
        main=(FIRST, LAST),
        url="https://mill.example/a/",
    ),
    Case(
        "output-bad-url-given",
        _GROUP,
        lambda: page('<a href="x">owlery</a>'),
        main=(FIRST, LAST),
        url="javascript:alert(1)",
    ),
    *(_in(f"imitates-{name}", _placed(text), "") for name, text in _IMITATIONS.items()),
    _in("alt-texts", "".join(f'<p><img src="/a.png" alt="{text}"></p>' for text in _IMITATIONS.values()), ""),
    _in("fences", _FENCES),
    _in("fence-long", _FENCE_LONG),
    _in(
        "code-language",
        '<pre lang="`x` ```\n# y" class="language-</code>"><code class="language-a`b">owlery</code></pre>',
    ),
    _in(
        "formulas",
        _placed(r"\(x &lt; &lt;/span&gt;&lt;script&gt;owlery\) $$\text{owlery} &lt;b onclick=x&gt;$$"),
        "",
    ),
    _in(
        "tasks",
        "<ul><li><input type=checkbox checked disabled onclick=x> owlery<li><input type=checkbox> x</ul>",
    ),
    _in("terminal", _placed(_ESCAPES), ""),
    _in("terminal-entities", _placed("&#27;[31mowlery&#x9b;31m&#7;&#8;&#127;"), ""),
    _in("bidi", _placed(_BIDI)),
    _in("bidi-flood", f"<p>owlery {chr(0x202B) * 200_000}</p>"),
    _in("bidi-pairs", f"<p>owlery {(chr(0x2067) + 'x') * 50_000}{chr(0x2069) * 50_000}</p>"),
    Case(
        "output-surrogates",
        _GROUP,
        lambda: page(_placed("owl\ud800 \udc00\ud83d owlery")),
        (FIRST, LAST),
        ("owlery",),
    ),
    _in("non-characters", _placed("owlery \ufffe\uffff\ufdd0 \U0001ffff")),
    _in("zero-width", f"<p>owlery {chr(0x200B) * 500_000} heron</p>", "owlery heron"),
    _in("zero-width-between", f"<p>owlery {chr(0x200D).join('heron' * 20_000)}</p>"),
    _in("zalgo", f"<p>{_ZALGO}</p>", ""),
    _in("emoji", _placed(_EMOJI + " owlery")),
    _in("line-separators", _placed("owlery\u2028\u2029\x0b\x0c\x1c\x1d\x85heron")),
    *(_titled(name, title) for name, title in _TITLES.items()),
    Case("output-title-1mb", _GROUP, lambda: page("", title="heron " * 170_000), main=(FIRST, LAST)),
    Case(
        "output-heading-1mb",
        _GROUP,
        lambda: page(f"<h1>{'heron ' * 170_000}</h1>").replace("<h1>The wheel turns again</h1>", ""),
        main=(FIRST, LAST),
    ),
    _in(
        "address-1mb",
        f'<a href="http://e.example/{"x" * 1_000_000}">owlery</a><img src="/{"y" * 1_000_000}.png">',
    ),
    _in(
        "addresses-long",
        "".join(f'<a href="http://e.example/{"(" * 1_000}{at}">owlery</a>' for at in range(1_000)),
    ),
    _in("brackets-in-links", f'<p><a href="/x">{"[" * 50_000}owlery{"]" * 50_000}</a></p>', ""),
    _in("empty-links", '<a href="/x"></a>' * 20_000 + "<p>owlery</p>"),
    _in("stars", f"<p>{'*' * 100_000} owlery {'_*' * 50_000}</p>"),
    _in("backticks", f"<p><code>{'` ' * 50_000}owlery</code></p>"),
    _in("marks-nested", "<b><i><b><i>" * 200 + "owlery" + "</i></b></i></b>" * 200),
)
