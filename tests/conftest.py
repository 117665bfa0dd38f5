"""What tests of several folders share."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests import ordered, present, sampled
from tests.interface.wrapped import LANGUAGE, write_language, write_pages
from tests.projects import ROOT, TINY, a_project, no_report, speak

from contract_site.build import pipeline
from contract_site.interface import catalogue

# How long an example takes says more about the machine than about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what golden tests found, and fail so that it is read")


LEFT_OUT = pytest.StashKey[tuple[int, dict[str, int]]]()
"""How many tests were left out, and how many of them want which folder of agreements."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark the tests of whole books, before `-m` is asked."""
    if present.of_a_whole_book(item):
        item.add_marker(pytest.mark.books)


@pytest.hookimpl(tryfirst=True, specname="pytest_collection_modifyitems")
def pytest_before_marks_are_asked(items: list[pytest.Item]) -> None:
    """Mark what `make quick` leaves out of long tables, before `-m` is asked."""
    sampled.leave_out_most(items)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of agreements that are not here, never silently; begin with those of built sites."""
    kept, left_out, wanted = present.split(items)
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = kept
        config.stash[LEFT_OUT] = len(left_out), dict(wanted)
    ordered.sites_first(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let a process that runs a share of the tests tell the one that prints."""
    if hasattr(session.config, "workeroutput") and LEFT_OUT in session.config.stash:
        session.config.workeroutput["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear it: each process has collected all tests, so any of them knows."""
    if told := getattr(node, "workeroutput", {}).get("left_out"):
        node.config.stash[LEFT_OUT] = told


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Say what was left out."""
    if LEFT_OUT in config.stash:
        count, wanted = config.stash[LEFT_OUT]
        terminalreporter.write_line(present.summary(count, Counter(wanted)))


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
    """The site of the agreements that are here as the code now builds it."""
    return _built_once(tmp_path_factory, "real", present.HERE)


@pytest.fixture(scope="session")
def published_site(request: pytest.FixtureRequest) -> pipeline.Project:
    """The built site with its downloads, which `make test` builds beforehand; where no agreement is here, the invented one."""
    project = pipeline.Project(ROOT, ROOT / "site")
    if project.agreements != present.HERE:
        return request.getfixturevalue("tiny_site")
    if not (project.site / "downloads" / "SHA256SUMS").exists():
        pipeline.build_site(project, no_report)
    return project


@pytest.fixture(scope="session")
def tiny_site(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Project:
    """The site of the invented agreements."""
    return _built_once(tmp_path_factory, "tiny", TINY)


@pytest.fixture(scope="session")
def spanish_site(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Project:
    """The site of the invented agreements for readers of Spanish."""
    return _built_once(tmp_path_factory, "spanish", TINY, "es")


@pytest.fixture(scope="session")
def wrapped_site(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Project:
    """The same in a language made up for tests, whose every message is between marks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "FOLDER", folder := tmp_path_factory.mktemp("catalogues"))
        write_language(folder)
        return _built_once(tmp_path_factory, "wrapped", TINY, LANGUAGE)


def _built_once(tmp_path_factory: pytest.TempPathFactory, name: str, agreements: Path, language: str = "") -> pipeline.Project:
    """Build a site once in a run: of processes that share the tests the first builds, the others wait for it."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared
    root, built, failed = (shared / f"shared-{name}{end}" for end in ("", "-built", "-failed"))
    try:
        root.mkdir()
    except FileExistsError:
        while not built.exists():
            assert not failed.exists(), f"another process could not build the site of {agreements}"
            time.sleep(0.1)
        return pipeline.Project(root, root / "site")
    try:
        project = a_project(root, agreements)
        if language:
            speak(project, language)
        if language == LANGUAGE:
            write_pages(project.root / "docs")
        pipeline.build_site(project, no_report)
        built.touch()
    finally:
        if not built.exists():
            failed.touch()
    return project
