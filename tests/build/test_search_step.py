"""The index of search is made an edition at a time, and a tree that was asked for something is let go of like another."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from tests.projects import a_project, no_report

from contract_site.build import pipeline
from contract_site.build.search_step import BRIEFLY, POSTINGS
from contract_site.shelf.making import BuildStep, Maker
from contract_site.shelf.shelf import Record


@pytest.mark.slow
def test_no_step_is_given_the_indexes_of_two_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, list[str]] = {}
    make = Maker.make

    def noted(self: Maker, what: str, steps: list[BuildStep]) -> dict[str, Record]:
        for step in steps:
            given[step.name] = [part.name for part in step.parts.values()]
        return make(self, what, steps)

    monkeypatch.setattr(Maker, "make", noted)
    project = a_project(tmp_path)
    pipeline.build_site(project, no_report, bundles=False)

    having = {name: parts for name, parts in given.items() if POSTINGS in parts or BRIEFLY in parts}
    assert having.keys() == {f"stems/{slug}" for slug in project.by_slug}
    assert {parts.count(POSTINGS) for parts in having.values()} == {1}


def test_a_tree_that_was_asked_for_a_way_down_holds_nothing_of_itself(tmp_path: Path) -> None:
    editions = pipeline.load_editions(a_project(tmp_path), no_report)
    root = next(part.root for part in editions["tiny-2024"].parts if part.root.children)
    asked = root.children[0]
    assert root.trail(asked.anchor) == (root, asked)
    held = weakref.ref(root)
    gc.collect()
    gc.disable()
    try:
        del editions, root, asked
        assert held() is None
    finally:
        gc.enable()
