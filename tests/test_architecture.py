"""The house: imports point downward, files stay short, and nothing here reaches out to a network."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "boilerstrip"
MODULES = sorted(PACKAGE.rglob("*.py"))
COMPILED_PARTS = sorted(PACKAGE.rglob("*.pyx"))

FLOORS = {
    "cli": 6,
    "integrations": 6,
    "__main__": 6,
    "corpus": 5,
    "training": 5,
    "inspect": 5,
    "pipeline": 4,
    "pipeline_text": 4,
    "render": 3,
    "decide": 2,
    "scoring": 2,
    "decode": 1,
    "parse": 1,
    "elements": 1,
    "_names": 1,
    "_trees": 0,
    "segment": 1,
    "threads": 1,
    "textdump": 1,
    "metadata": 1,
    "features": 1,
    "images": 1,
    "errors": 0,
    "later": 0,
    "compiled": 0,
    "_acyclic": 0,
    "_building": 0,
    "_made": 0,
    "_ahead": 0,
    "_met": 0,
    "collector": 0,
    "heap": 0,
    "attributes": 0,
    "block": 0,
    "notices": 0,
    "page": 0,
    "patterns": 0,
    "record": 0,
    "resources": 0,
    "options": 0,
    "vocabulary": 0,
    "phrases": 0,
    "role_words": 0,
    "shapes": 0,
    "products": 0,
    "remembered": 0,
    "widths": 0,
    "words": 0,
    "xpaths": 0,
}
"""The floor of each room: a package directly below `boilerstrip`, or a module there."""

BESIDE = {
    ("segment", "elements"),
    ("segment", "images"),
    ("segment", "parse"),
    ("metadata", "segment"),
    ("features", "metadata"),
    ("threads", "metadata"),
    ("training", "corpus"),
    ("parse", "elements"),
    ("_names", "elements"),
    ("segment", "_names"),
    ("page", "block"),
    ("page", "later"),
    ("page", "notices"),
    ("page", "collector"),
    ("collector", "compiled"),
    ("block", "later"),
    ("widths", "patterns"),
    ("words", "remembered"),
    ("words", "vocabulary"),
    ("attributes", "patterns"),
    ("block", "xpaths"),
    ("xpaths", "patterns"),
    ("shapes", "patterns"),
    ("shapes", "vocabulary"),
    ("pipeline_text", "pipeline"),
    ("role_words", "vocabulary"),
    ("page", "options"),
    ("page", "record"),
    ("page", "resources"),
    ("record", "block"),
    ("record", "vocabulary"),
    ("options", "errors"),
    ("__main__", "cli"),
}
"""Doors between rooms of one floor."""

MOST_LINES = 300
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "urllib3",
    "httpx",
}

PARSING = {
    "HTMLParser",
    "HTMLPullParser",
    "XMLParser",
    "XMLPullParser",
    "fragments_fromstring",
    "fromstring",
    "iterparse",
}
TIMES_THE_BARE_PARSER = {"training.evaluate"}


def module_name(path: Path) -> str:
    """Dotted name below the package, "" for the package itself: `features.text`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {module_name(path) for path in MODULES}


def room(name: str) -> str:
    return name.partition(".")[0]


def import_nodes(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    """All imports that happen at run time, also those inside functions."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield node
    elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        for branch in node.orelse:
            yield from import_nodes(branch)
    else:
        for child in ast.iter_child_nodes(node):
            yield from import_nodes(child)


def imported(source: str) -> set[str]:
    """Full names of the modules that a source text imports, as far as they can be told apart."""
    found = set()
    for node in import_nodes(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
            continue
        assert node.level == 0, "imports are absolute"
        for alias in node.names:
            name = f"{node.module}.{alias.name}"
            found.add(name if name.removeprefix("boilerstrip.") in NAMES else node.module or "")
    return found


def below_package(source: str) -> set[str]:
    """Modules of this package that a source text imports, "" for the package itself."""
    return {name.partition(".")[2] for name in imported(source) if name.partition(".")[0] == "boilerstrip"}


def faults(importer: str, targets: set[str]) -> list[str]:
    """What is wrong with a module's imports of other modules of the package."""
    found = []
    floor = FLOORS[room(importer)]
    for target in sorted(targets):
        # The package's own face offers the pipeline: only what stands above that may use it.
        target_floor = FLOORS[room(target)] if target else FLOORS["pipeline"]
        same_room = room(importer) == room(target)
        if target_floor > floor:
            found.append(f"{importer} imports {target} from above")
        elif target_floor == floor and not same_room and (room(importer), room(target)) not in BESIDE:
            found.append(f"{importer} imports {target} from beside")
    return found


def test_every_module_has_a_floor() -> None:
    assert MODULES, "the package is not where this test looks for it"
    assert {room(name) for name in NAMES if name} <= set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_point_downward(path: Path) -> None:
    name, targets = module_name(path), below_package(path.read_text("utf-8"))
    if name:
        assert faults(name, targets) == []
    else:  # the package's face: values of the ground floor, and what it loads when it is asked for
        assert {target for target in targets if FLOORS[room(target)] > 0} <= {
            "pipeline",
            "pipeline_text",
            "render.replay",
        }


@pytest.mark.parametrize("path", COMPILED_PARTS, ids=module_name)
def test_imports_of_compiled_parts_point_downward(path: Path) -> None:
    source = path.read_text("utf-8")
    lines = re.findall(r"(?m)^[ \t]*(?:from|import) .*", source)
    assert all(line.startswith(("from ", "import ")) for line in lines), "imports stand at the top"
    targets = {
        found.rstrip(".") for found in re.findall(r"(?m)^(?:from|import) boilerstrip\.?([\w.]*)", source)
    }
    assert faults(module_name(path), targets - {""}) == []


def test_modules_import_each_other_in_no_circle() -> None:
    graph = {
        module_name(path): below_package(path.read_text("utf-8"))
        for path in MODULES
        if path.name != "__init__.py"
    }
    finished: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, f"a circle of imports: {' -> '.join((*way, name))}"
        if name not in finished:
            for target in sorted(graph.get(name, ())):
                visit(target, (*way, name))
            finished.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("from boilerstrip.render import render", {"render"}),
        ("import boilerstrip.cli.main", {"cli.main"}),
        ("def f():\n    from boilerstrip.pipeline import extract", {"pipeline"}),
        ("try:\n    import boilerstrip.decide\nexcept ImportError:\n    pass", {"decide"}),
        (
            "if TYPE_CHECKING:\n    from boilerstrip.pipeline import extract\nelse:\n    import boilerstrip.page",
            {"page"},
        ),
        ("from boilerstrip.features import text, measure", {"features", "features.text"}),
        ("from boilerstrip import extract", {""}),
        ("from boilerstrip import decide, __version__", {"", "decide"}),
    ],
)
def test_imports_are_seen_wherever_they_stand(source: str, targets: set[str]) -> None:
    assert below_package(source) == targets


def test_an_upward_import_would_be_seen() -> None:
    assert faults("segment", {"block", "images"}) == []
    assert faults("segment", {"pipeline"}) == ["segment imports pipeline from above"]
    assert faults("render.build", {"decide", "render.inline"}) == []
    assert faults("parse", {"metadata"}) == ["parse imports metadata from beside"]
    assert faults("decide", {""}) == ["decide imports  from above"]


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_no_file_is_too_long_to_read_at_once(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def names_used(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.ImportFrom):
        return {alias.name for alias in node.names}
    return {node.id} if isinstance(node, ast.Name) else set()


def test_one_module_makes_parsers() -> None:
    makers = {
        module_name(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if names_used(node) & PARSING
    }
    assert makers - TIMES_THE_BARE_PARSER == {"parse"}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_nothing_reaches_out_to_a_network(path: Path) -> None:
    names = imported(path.read_text("utf-8"))
    reached = {
        name for name in names if any(name == other or name.startswith(f"{other}.") for other in NETWORK)
    }
    assert reached == set()


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_every_module_starts_with_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))
