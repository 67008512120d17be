"""The labels of tabs head their panels."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from boilerstrip import Page, extract
from tests.pure import pure
from tests.test_render import page_of, written

STARLIGHT = (
    "<my-tabs><div><ul role=tablist><li role=presentation><a role=tab href=#p0>npm</a></li>"
    "<li role=presentation><a role=tab href=#p1>Yarn</a></li></ul></div>"
    "<div id=p0 role=tabpanel><pre>npm i</pre></div><div id=p1 role=tabpanel hidden><pre>yarn add</pre></div></my-tabs>"
)
DOCUSAURUS = (
    "<div><ul role=tablist><li role=tab tabindex=0>npm</li><li role=tab tabindex=-1>Yarn</li></ul>"
    "<div><div role=tabpanel><pre>npm i</pre></div><div role=tabpanel hidden><pre>yarn add</pre></div></div></div>"
)
SPHINX = (
    "<div><div role=tablist><button role=tab id=t0>npm</button><button role=tab>Yarn</button></div>"
    "<div role=tabpanel aria-labelledby=t0><pre>npm i</pre></div><div role=tabpanel><pre>yarn add</pre></div></div>"
)
MKDOCS = (
    "<div><input type=radio id=t1 name=t checked><input type=radio id=t2 name=t><div class=tabbed-labels><label for=t1>npm</label>"
    "<label for=t2><svg></svg> Yarn</label></div><div><div><pre>npm i</pre></div><div><pre>yarn add</pre></div></div></div>"
)
VITEPRESS = (
    "<div class=vp-code-group><div class=tabs><input type=radio id=t1 name=g checked><label for=t1>npm</label>"
    "<input type=radio id=t2 name=g><label data-title=Yarn for=t2>Yarn</label></div>"
    "<div class=blocks><div class=active><pre>npm i</pre></div><div><pre>yarn add</pre></div></div></div>"
)
WRAPPED = VITEPRESS.replace("class=active", "class='language-sh active'").replace(
    "<pre>npm i", "<button class=copy></button><span class=lang>sh</span><pre>npm i"
)
WRITTEN = "**npm**\n\n```\nnpm i\n```\n\n**Yarn**\n\n```\nyarn add\n```"


@pytest.mark.parametrize("source", [STARLIGHT, DOCUSAURUS, SPHINX, MKDOCS, VITEPRESS])
def test_labels_head_their_panels(source: str) -> None:
    assert written(source) == WRITTEN
    assert page_of(source).text == "npm\n\nnpm i\n\nYarn\n\nyarn add"


def test_a_panel_that_wraps_code_tells_its_language() -> None:
    assert written(WRAPPED) == WRITTEN.replace("```\nnpm", "```sh\nnpm")


def test_each_list_of_tabs_has_its_own_panels() -> None:
    assert (
        written(DOCUSAURUS + "<p>Then start it.</p>" + SPHINX) == f"{WRITTEN}\n\nThen start it.\n\n{WRITTEN}"
    )


def test_a_panel_that_begins_with_its_label_is_not_headed_twice() -> None:
    assert written(SPHINX.replace("<pre>npm i", "<h3>npm</h3><pre>npm i")) == WRITTEN.replace(
        "**npm**", "### npm"
    )


@pytest.mark.parametrize(
    "source",
    [
        SPHINX.replace("<button role=tab>Yarn</button>", ""),  # two panels, one label
        SPHINX.replace("role=tabpanel", ""),
        SPHINX.replace(">npm<", f">{'npm ' * 11}<"),
        SPHINX.replace(">Yarn<", ">npm<"),
        MKDOCS.replace("type=radio", "type=checkbox"),
        MKDOCS.replace("for=t2", "for=t3"),
        MKDOCS.replace("</label></div>", "</label><i>which</i></div>"),
        MKDOCS.replace("<div><pre>yarn add</pre></div>", ""),
        "<div><div role=tab>npm</div><div role=tabpanel><pre>npm i</pre></div></div>",
        DOCUSAURUS.replace("<ul", "<section><div><div><div><ul").replace(
            "</ul>", "</ul></div></div></div></section>"
        ),
    ],
)
def test_other_tabs_stay_as_they_are(source: str) -> None:
    assert "**" not in written(source)


@pytest.mark.parametrize("is_pure", [True, False])
def test_the_label_of_a_kept_panel_is_kept(is_pure: bool) -> None:
    source = (Path(__file__).parent.parent / "samples" / "product-tabs.html").read_text()
    heading = "<h2>Specifications</h2>"
    assert heading in source
    with pure() if is_pure else nullcontext():
        page, other = extract(source.replace(heading, "")), extract(source)
    assert "**Specifications**\n\n|" in page.markdown
    assert _reasons(page) == [("kept-whole", "tabpanel")]
    # where the panel begins with it, that is enough
    assert "\n## Specifications\n\n|" in other.markdown
    (reason,) = _reasons(other)
    assert reason != ("kept-whole", "tabpanel")


def _reasons(page: Page) -> list[tuple[str, str]]:
    blocks = [block for block in page.blocks if block.kept and block.text == "Specifications"]
    return [(block.reason.code, block.reason.evidence) for block in blocks]
