"""The rooms of the package, held by the syntax of the code. Who may import whom says the table of ARCHITECTURE.md."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
PACKAGE = SCRIPTS / "contract_site"
MODULES = sorted(PACKAGE.rglob("*.py"))
SET_UP = {"find_browser.py"}
"""Entries that run before the package's requirements are there, so they hold their own code."""
ENTRIES = [path for path in sorted(SCRIPTS.glob("*.py")) if path.name not in SET_UP]

ONLY_IN = {
    "mkdocs": {"site"},
    "yaml": {"site"},
    "subprocess": {"git", "site", "read", "measure"},
    "watchdog": {"site"},
    "snowballstemmer": {"data"},
    "spellchecker": {"data"},
    "resvg_py": {"site"},
    "click": {"cli"},
    "rich": {"cli"},
    "pydantic": {"editors.settings", "data.schema"},
    "rapidfuzz": {"compare"},
    "bs4": {"read", "bundle"},
    "pypdfium2": {"read"},
    "markdown_it": {"read"},
    "lxml": {"read"},
    "werkzeug": {"desk"},
    "tomlkit": {"desk"},
    "distributed": {"build"},
    "babel": {"interface"},
    "pickle": {"shelf"},
}
DISKLESS = {"model", "apart", "infer", "parse", "link", "compare", "cite", "words", "beside", "published", "data", "pages"}
MIDDLE_FUNCTION, MOST_FUNCTIONS, LONGEST_FUNCTION = 6, 16, 42
"""Lines of a function: the median, what nine of ten stay within, and what none is longer than."""
LONGEST_MODULE = 400


def name_of(path: Path) -> str:
    """``parse.tree`` for contract_site/parse/tree.py."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def part_of(path: Path) -> str:
    return name_of(path).partition(".")[0]


@cache
def syntax(path: Path) -> ast.Module:
    """What a file says, read once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module that the file imports, also inside functions: ``contract_site.model.source``."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            module = node.module or ""
            below = [f"{module}.{alias.name}" for alias in node.names]
            yield from (each if (SCRIPTS / each.replace(".", "/")).with_suffix(".py").exists() else module for each in below)


def ours(path: Path) -> set[str]:
    """What the file imports of the package: ``model.source``."""
    prefix = PACKAGE.name + "."
    return {name.removeprefix(prefix) for name in imports(path) if name.startswith(prefix)}


every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def room_of(module: str) -> str:
    """The folder in which a module stands: ``pages.kin`` for pages/kin/twins.py."""
    return module.rpartition(".")[0]


def test_no_room_leads_back_to_itself() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        here = room_of(name_of(path))
        graph.setdefault(here, set()).update({room_of(name) for name in ours(path)} - {here})

    # Raises CycleError, naming the circle.
    assert list(TopologicalSorter(graph).static_order())


def test_no_room_holds_more_than_a_fifth_of_the_code() -> None:
    sizes: dict[str, int] = {}
    for path in MODULES:
        room = room_of(name_of(path))
        sizes[room] = sizes.get(room, 0) + len(path.read_text(encoding="utf-8").splitlines())

    assert {room: size for room, size in sizes.items() if size > sum(sizes.values()) / 5} == {}


def test_a_class_has_a_name_of_its_own() -> None:
    """One name for one idea: whoever searches for a class finds one, and no module needs ``import … as``."""
    homes: dict[str, list[str]] = {}
    for path in MODULES:
        for node in syntax(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(name_of(path))

    assert {name: where for name, where in homes.items() if len(where) > 1} == {}


@every_module
def test_a_tool_is_known_to_its_part_only(path: Path) -> None:
    used = {name.partition(".")[0] for name in imports(path)} & ONLY_IN.keys()

    assert {tool for tool in used if not {part_of(path), name_of(path)} & ONLY_IN[tool]} == set()


@every_module
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert len(text.splitlines()) <= LONGEST_MODULE
    assert [name for name, length in functions(path) if length > LONGEST_FUNCTION] == []


def functions(path: Path) -> list[tuple[str, int]]:
    """Every function of the file with its lines, from ``def`` to its end."""
    kinds = ast.FunctionDef, ast.AsyncFunctionDef
    found = [node for node in ast.walk(syntax(path)) if isinstance(node, kinds)]
    return [(node.name, (node.end_lineno or 0) - node.lineno + 1) for node in found]


def test_functions_are_short() -> None:
    lengths = sorted(length for path in MODULES for _, length in functions(path))

    assert median(lengths) <= MIDDLE_FUNCTION
    assert lengths[len(lengths) * 9 // 10] <= MOST_FUNCTIONS


def test_the_name_of_the_body_is_compared_in_one_module() -> None:
    """Whoever asks whether a part is in the body asks the part, its container, or ``BODY`` of ``model.place``."""
    asked = re.compile(r"""container[\w.()\[\] ]*(?:[!=]=|\()\s*["']body["']""")
    found = [name_of(path) for path in MODULES if asked.search(path.read_text(encoding="utf-8"))]

    assert found == []


def test_no_import_goes_in_a_circle() -> None:
    graph = {name_of(path): ours(path) for path in MODULES}

    # Raises CycleError, naming the circle.
    assert len(list(TopologicalSorter(graph).static_order())) >= len(MODULES)


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if part_of(path) in DISKLESS],
    ids=name_of,
)
def test_what_stands_between_reading_and_the_site_touches_no_disk(path: Path) -> None:
    """Nor does it look at the clock or ask another host. ``PurePosixPath``, which addresses are made of, is no disk."""
    tree = syntax(path)
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    used = {name for module in imports(path) for name in (module, module.partition(".")[0])}

    assert called & {"open", "print", "input"} == set()
    assert used & {"os", "sys", "shutil", "io", "tempfile", "glob", "socket", "urllib", "http", "time", "random"} == set()
    assert [alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "pathlib"
            for alias in node.names if alias.name != "PurePosixPath"] == []  # fmt: skip


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.name)
def test_an_entry_is_a_docstring_an_import_and_a_call(path: Path) -> None:
    tree = syntax(path)
    kinds = [type(node) for node in tree.body if not isinstance(node, ast.Import)]

    assert ast.get_docstring(tree)
    assert kinds == [ast.Expr, ast.ImportFrom, ast.If]
    assert {name.partition(".")[0] for name in imports(path)} - {"sys"} == {PACKAGE.name}


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.py")), ids=lambda path: path.name)
def test_an_entry_is_named_by_what_it_does_and_hides_no_module(path: Path) -> None:
    """Python puts the folder of the script first on its path, so a script named ``html.py`` would hide the library's."""
    verb, _, noun = path.stem.partition("_")

    assert verb
    assert noun
    assert path.stem not in sys.stdlib_module_names
    assert path.stem != PACKAGE.name
    assert path.stem not in {name.partition(".")[0] for module in MODULES for name in imports(module)}


def test_every_file_of_tests_is_collected(pytestconfig: pytest.Config) -> None:
    """A folder of tests called as pytest's own list of what it passes over (``build``) would never be run, and nobody told."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.name for path in Path(__file__).parent.rglob("*") if path.is_dir() and any(path.glob("test_*.py"))}

    assert "build" in folders
    assert [name for name in sorted(folders) if any(fnmatch(name, pattern) for pattern in passed_over)] == []
