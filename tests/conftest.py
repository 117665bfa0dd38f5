"""What tests of several folders share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path

import pytest
from tests.projects import ROOT, a_project, no_report

from contract_site.build import pipeline

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what golden tests found, and fail so that it is read")


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Callable[[str, Mapping[str, str]], None]:
    """Compare files, by name, with those of a folder of tests/golden/. An update fails too: a person has to read it."""

    def check(name: str, found: Mapping[str, str]) -> None:
        folder = GOLDEN / name
        paths = [path for path in folder.rglob("*") if path.is_file()]
        kept = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}
        problems = [f"missing: {each}" for each in sorted(kept.keys() - found.keys())]
        problems += [f"unexpected: {each}" for each in sorted(found.keys() - kept.keys())]
        for each in sorted(found.keys() & kept.keys()):
            lines = unified_diff(
                kept[each].splitlines(), found[each].splitlines(), f"golden/{name}/{each}", "found", lineterm=""
            )
            problems += lines if found[each] != kept[each] else []
        if problems and request.config.getoption("--update-golden"):
            for each in kept.keys() - found.keys():
                (folder / each).unlink()
            for each, text in found.items():
                (folder / each).parent.mkdir(parents=True, exist_ok=True)
                (folder / each).write_text(text, encoding="utf-8", newline="\n")
            problems.insert(0, f"tests/golden/{name} was updated; read what changed, then run again without --update-golden")
        if problems:
            pytest.fail("\n".join(problems), pytrace=False)

    return check


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Project:
    """The site of the real agreements as the code now builds it."""
    return _built(pipeline_root=tmp_path_factory.mktemp("real"), agreements=ROOT / "agreements")


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Project:
    """The site of the invented agreements."""
    return _built(pipeline_root=tmp_path_factory.mktemp("tiny"), agreements=ROOT / "tests" / "agreements" / "tiny")


def _built(pipeline_root: Path, agreements: Path) -> pipeline.Project:
    project = a_project(pipeline_root, agreements)
    pipeline.build_site(project, no_report)
    return project
