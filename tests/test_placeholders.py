"""What stands where a script has not been goes, if it is all that its block says."""

from __future__ import annotations

import pytest

from boilerstrip import extract
from tests.test_leftovers import ARTICLE, PARAGRAPH, left_over

LOADING = (
    *("Loading...", "Loading …", "LOADING REVIEWS...", "Loading more results...", "Please wait…"),
    *("Wird geladen …", "Die Karte wird geladen...", "Lädt…", "Lade Kommentare …", "Laden...", "Chargement…"),
    *(
        "Chargement en cours...",
        "Cargando…",
        "Cargando comentarios...",
        "Caricamento in corso…",
        "Carregando...",
    ),
    *(
        "Bezig met laden…",
        "Ładowanie…",
        "Načítání…",
        "Läser in…",
        "Indlæser...",
        "Laster inn…",
        "Betöltés...",
    ),
    *(
        "Загрузка…",
        "Идёт загрузка...",
        "Yükleniyor...",
        "加载中",
        "正在加载…",
        "載入中...",
        "読み込み中",
        "로딩중...",
    ),
)
FIELDS = ("{{ title }}", "{{{body}}}", "{{first}} {{last}}", '{{banner="/hire/one"}}', "— {{ author.name }}")
SCRIPTS = (
    *("This slideshow requires JavaScript.", "This photo gallery requires JavaScript"),
    *("Diese Diashow benötigt JavaScript.", "Ce diaporama nécessite JavaScript."),
    *("Esta presentación requiere JavaScript.", "Deze diavoorstelling vereist JavaScript."),
)
HINTS = (
    "SCROLL FOR MORE",
    "Swipe to view",
    "Swipe to see more",
    "Scroll right to view all",
    "Swipe for more",
)


@pytest.mark.parametrize("line", [*LOADING, *FIELDS, *SCRIPTS, *HINTS])
@pytest.mark.parametrize("form", ["<p>{}</p>", "<div class=box><span>{}</span></div>"])
def test_a_placeholder_goes(line: str, form: str) -> None:
    assert left_over(form.format(line)) == {line: ("other", "phrase", line.lower())}


@pytest.mark.parametrize(
    "line",
    [
        *("Loading", "Loading dock", "Loading a gun is the work of two men...", "Reloading...", "Unloading…"),
        *(
            "The page is loading...",
            "Scroll",
            "Scroll saws for more",
            "Swipe the card to pay.",
            "She said no…",
        ),
        *("Lorem ipsum dolor sit amet...", "Write {{ title }} into the head.", "{ title }", "{{}}", "水の中"),
        *("The gallery of the castle requires JavaScript and patience.", "It requires JavaScript."),
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert left_over(f"<p>{line}</p>") == {}


@pytest.mark.parametrize(
    "html",
    [
        "<pre>{{ title }}</pre>",
        "<p><code>{{ title }}</code></p>",
        "<ul><li>{{ title }}<li>{{ name }}</ul>",
        "<table><tr><td>{{ title }}<td>{{ name }}</table>",
        "<p>A field is written so:</p><p>{{ title }}</p><p>In a page {{ title }} is filled by the server.</p>",
        "<pre>Loading...</pre><p><code>Loading...</code></p>",
        "<h2>Loading cargo...</h2><p>It takes all day.</p>",
    ],
)
def test_what_is_told_of_stays(html: str) -> None:
    assert left_over(html) == {}


def test_in_documentation_they_stay() -> None:
    assert left_over("<p>{{ title }}</p><p>Loading...</p>", types={"documentation": 0.9}) == {}


def test_fields_do_not_save_what_loads() -> None:
    html = "<p>Loading...</p><p>{{ title }}</p><p>Write {{ title }} there.</p>"
    assert [*left_over(html, types=ARTICLE)] == ["Loading..."]


def test_the_page_is_written_without_them() -> None:
    prose = [PARAGRAPH.replace("Monday", f"day {day}") for day in range(6)]
    page = f"<article><h1>Locks</h1>{''.join(prose)}<p>Loading comments...</p>{prose[0]}<p>{{{{ ad }}}}</p></article>"
    markdown = extract(page).markdown
    assert "Loading" not in markdown
    assert "{{" not in markdown
    assert "day 5" in markdown
