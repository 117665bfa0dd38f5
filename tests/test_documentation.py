"""The documents say what is there: commands, entries, keys, finding codes, modules; and their example and messages are real."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests import present
from tests.projects import TINY
from tests.test_architecture import syntax

from contract_site import cli
from contract_site.editors import settings
from contract_site.editors.reference import TABLES
from contract_site.model import bargaining, deadline, edition_settings, editorial, family, pay, site, strict, subject
from contract_site.model.comparison import ComparisonSettings

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "scripts" / "contract_site"
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")
CODE = re.compile(r"[RPLCS]\d{3}")
EXAMPLE = "agreements/exampleville-2021"


# Commands, entries, findings -----------------------------------------------------------------------------------------


def test_every_make_target_that_make_help_lists_is_explained() -> None:
    assert make_targets() <= set(re.findall(r"make ([a-z-]+)", first_cells(read("CONTRIBUTING.md"), "command")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_document_names_a_make_target_that_is_missing(document: str) -> None:
    named = set(re.findall(r"(?:`|^\$ |^)make ([a-z][a-z-]*)", read(document), re.MULTILINE))

    assert named <= make_targets() | {"help"}


def test_every_entry_in_scripts_is_explained_and_no_other() -> None:
    explained = set(re.findall(r"\w+\.(?:py|sh)", first_cells(read("CONTRIBUTING.md"), "entry")))

    assert explained == {path.name for path in (ROOT / "scripts").iterdir() if path.suffix in (".py", ".sh")}


def test_every_finding_code_is_explained_and_no_other() -> None:
    """A code is any string constant of the program that is a letter and three figures, wherever it stands."""
    emitted = {value for path in modules() for value in string_constants(path) if CODE.fullmatch(value)}

    assert emitted
    assert set(CODE.findall(first_cells(read("CONTRIBUTING.md"), "code"))) == emitted


# The files that editors keep -----------------------------------------------------------------------------------------


def test_every_settings_file_has_a_section_and_no_other() -> None:
    assert set(re.findall(r"^### `(\w+\.toml)`", read("CONTRIBUTING.md"), re.MULTILINE)) == {
        "agreement.toml",
        "site.toml",
        "family.toml",
        "bargaining.toml",
        *settings.TABLES,
    }


def test_every_class_of_the_editors_files_is_one_of_the_references_tables() -> None:
    """A new class of a settings file that the reference does not have would escape ``tests/editors/test_reference.py``."""
    classes = [
        kind
        for module in (editorial, edition_settings, site, family, bargaining, subject, pay, deadline)
        for kind in vars(module).values()
    ]
    kinds = {kind for kind in classes if isinstance(kind, type) and issubclass(kind, strict.Strict)}

    assert kinds - {strict.Strict, bargaining.Bargaining} == set(TABLES.values()) - {ComparisonSettings}


# The example of README.md --------------------------------------------------------------------------------------------


MISTAKES = {
    "unknown key": ("agreement.toml", "expires =", "expire ="),
    "missing key": ("agreement.toml", 'short = "Exampleville 2021"', ""),
    "unknown status": ("agreement.toml", '"expired" ', '"ended" '),
    "fingerprint asked for": (
        "agreement.toml",
        'sha256 = "9d4795890962ec66199c261f725202dd6e8faceaf8c1c9dc6ad7127cf480c12a"',
        'sha256 = "?"',
    ),
    "no heading": ("agreement.toml", 'kind = "articles"', 'kind = "items"'),
    "no label": ("structure.toml", 'owner = "2"', "label = true"),
    "words of a part": ("agreement.toml", 'opens = "Contents"', 'opens = "Index"'),
    "raw text not found": ("corrections.toml", '"folows"', '"folow s"'),
    "raw text twice": ("corrections.toml", '"folows"', '"o"'),
    "words of a paragraph": ("structure.toml", "This Article applies", "Another"),
    "unknown owner": ("structure.toml", 'owner = "2"', 'owner = "9"'),
    "never reached": ("structure.toml", 'line = 23\nopens = "This Article applies"', 'line = 3\nopens = "Recognition"'),
    "characters of a table": ("tables.toml", '"10"', '"12"'),
    "cells of a row": ("tables.toml", '["Clerk", "5"]', '["Clerk"]'),
    "words elsewhere": ("applicability.toml", "", '[[applies]]\ncovers = "3.A"\ngroup = "X"\nby = "article-3#3.Q"\n'),
}


@pytest.mark.parametrize(("file", "right", "wrong"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_the_readmes_example_gives_the_message_that_is_quoted(
    file: str, right: str, wrong: str, tmp_path: Path
) -> None:
    files = dict(readme_files())
    name = f"{EXAMPLE}/{file}"
    assert right in files.get(name, "")
    files[name] = files.get(name, "").replace(right, wrong, 1)
    for path, text in files.items():
        write(tmp_path / path, text)

    result = CliRunner().invoke(cli.check_agreements, ["--project", str(tmp_path), "--quiet"])

    assert result.exit_code == 1
    assert result.stderr.strip() in read("CONTRIBUTING.md").splitlines()


# ARCHITECTURE.md -----------------------------------------------------------------------------------------------------


def test_every_file_and_folder_in_the_architectures_tree_exists() -> None:
    # A fork that has taken the agreements out has none until it adds its own.
    here = (path for path in tree_paths() if not path.startswith("agreements/") or present.HERE != TINY)
    missing = [path for path in here if not any(ROOT.glob(re.sub(r"<\w+>", "*", path)))]

    assert missing == []


def test_every_room_of_the_package_is_in_the_architectures_table() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()} | {"cli"}
    rows = table_rows(read("ARCHITECTURE.md"), "part")

    assert sorted(row[0].strip("`") for row in rows) == sorted(rooms)
    assert [row[0] for row in rows if not row[3]] == []


def test_every_module_says_in_its_first_line_what_it_is_for_and_no_two_say_the_same() -> None:
    """What ``grep`` prints in ARCHITECTURE.md in place of a list of files: one whole sentence a module."""
    first = {path: (ast.get_docstring(syntax(path)) or "").partition("\n")[0] for path in modules()}

    assert [path.name for path, line in first.items() if not line.strip()] == []
    assert [line for line, times in Counter(first.values()).items() if times > 1] == []


def test_the_architecture_is_short_enough_to_be_read() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_bytes()) < 12_000


@pytest.mark.parametrize("folder", [".", "scripts", "tests"])
def test_every_folder_is_in_the_architectures_tree(folder: str) -> None:
    """What commands make is left out, and below tests/ the folders that mirror the package's."""
    made = {"build", "site", "test-results", "__pycache__"}
    mirrored = {path.name for path in PACKAGE.iterdir()} if folder == "tests" else set()
    folders = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir() if path.is_dir()]
    wanted = {path for path in folders if not path.startswith(".") and Path(path).name not in made | mirrored}

    assert sorted(wanted - tree_paths()) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_follow_the_architectures_table(path: Path) -> None:
    """What a module imports, also inside a function, is allowed to its part; ``__init__`` of the package imports nothing."""
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    layers = rooms_of_the_table()
    names = set(imports(path))
    ours = {f"{name}.".split(".")[1] for name in names if name.partition(".")[0] == "contract_site"}
    reserved = {library: owner for owner, row in layers.items() for library in re.findall(r"`(\w+)`", row[2])}

    allowed = allowed_parts(part, layers)

    assert sorted(ours - allowed - {part}) == []
    assert [name for name in sorted(names) if reserved.get(name.partition(".")[0], f"`{part}`") != f"`{part}`"] == []


@cache
def rooms_of_the_table() -> dict[str, list[str]]:
    """The rows of the architecture's table by their first cell."""
    return {row[0]: row for row in table_rows(read("ARCHITECTURE.md"), "part")}


def test_every_test_that_the_architecture_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.-]+\.py)(?:::(\w+))?`", read("ARCHITECTURE.md"))

    assert named
    for path, test in named:
        assert (ROOT / path).is_file(), path
        assert not test or f"def {test}(" in read(path), f"{path}::{test}"


# All of them ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_and_pictures_of_a_document_lead_to_files_and_headings(document: str) -> None:
    text = without_code(read(document))
    targets = re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    for target in targets:
        path, _, anchor = target.partition("#")
        if "://" in target:
            continue
        assert (ROOT / (path or document)).is_file(), target
        assert not anchor or anchor in anchors(read(path or document)), target


@pytest.mark.parametrize("picture", sorted((ROOT / "docs/assets/readme").glob("*.png")), ids=lambda path: path.name)
def test_the_readmes_pictures_are_small_and_shown(picture: Path) -> None:
    assert picture.stat().st_size < 120_000
    assert picture.relative_to(ROOT).as_posix() in read("README.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_paths_in_code_marks_exist(document: str) -> None:
    """``docs/about.md`` in a document is a file that is there; folders made by commands and invented ones aside."""
    named = re.findall(
        r"`((?:scripts|docs|overrides|requirements|\.github|tests)/[\w/.-]*|(?:model|read|parse|link|render|site)/\w+(?:\.py)?)`",
        read(document),
    )
    for path in named:
        inside = PACKAGE / (path if path.endswith(".py") else f"{path}.py")
        assert (ROOT / path).exists() or inside.exists(), path


# Reading the documents -----------------------------------------------------------------------------------------------


@cache
def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    """The targets that ``make help`` lists: those with a comment."""
    return set(re.findall(r"^([a-z][a-z-]*):.*  ## ", read("Makefile"), re.MULTILINE))


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The full names of what a module imports: ``contract_site.model.page``, ``yaml``."""
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "contract_site":
            yield from (f"contract_site.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def allowed_parts(part: str, layers: dict[str, list[str]]) -> set[str]:
    """The parts of the package that ``part`` may import, by the table of ARCHITECTURE.md."""
    if part == "__init__":
        return set()
    words = layers[f"`{part}`"][1]
    if words.startswith("every part"):
        return {name.strip("`") for name in layers} - set(re.findall(r"`(\w+)`", words))
    return set(re.findall(r"`(\w+)`", words))


def string_constants(path: Path) -> Iterator[str]:
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def table_rows(text: str, heading: str) -> list[list[str]]:
    """The rows of the table whose first heading is ``heading``, cell by cell."""
    below = text.split(f"\n| {heading} |", 1)[1].splitlines()[2:]
    rows = takewhile(lambda line: line.startswith("|"), below)
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]


def first_cells(text: str, heading: str) -> str:
    """The first column of that table, a cell a line."""
    return "\n".join(row[0] for row in table_rows(text, heading))


def readme_files() -> Iterator[tuple[str, str]]:
    """Yield each file of the example that the README gives, and its text."""
    blocks = re.compile(
        rf"(?:^`(?P<file>{EXAMPLE}/[\w.]+|exampleville-2021\.txt)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
        re.MULTILINE | re.DOTALL,
    )
    for match in blocks.finditer(read("README.md")):
        if match["file"]:
            # What is given to `make agreement` is kept as it is.
            yield match["file"].replace("exampleville-2021.txt", f"{EXAMPLE}/source.txt"), match["text"]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@cache
def tree_paths() -> frozenset[str]:
    """The paths in the tree of ARCHITECTURE.md: two spaces of indentation a level, names in the first column."""
    block = read("ARCHITECTURE.md").split("## The rooms", 1)[1].split("```text\n", 1)[1].split("```", 1)[0]
    found: set[str] = set()
    above: list[str] = []
    for line in block.splitlines():
        name = line.split()[0].rstrip("/") if line.strip() else ""
        level = (len(line) - len(line.lstrip())) // 2
        if name and level <= len(above):
            above = [*above[:level], name]
            found.add("/".join(above))
    return frozenset(found)


def without_code(text: str) -> str:
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL))


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings: as stated, else as code hosts make them."""
    found = set(re.findall(r"\{: #([\w-]+)", text))
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        found.add(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-"))
    return found
