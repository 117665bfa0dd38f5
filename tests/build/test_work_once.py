"""What a build does once: each settings file read, each history followed; counted on a small project."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.projects import a_project, no_report

from contract_site.beside.crossings import Crossings
from contract_site.beside.history import Histories
from contract_site.build import pipeline
from contract_site.editors import settings
from contract_site.pages.kin.comparisons import render_comparisons


def test_each_settings_file_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: Counter[str] = Counter()
    read_toml = settings._read_toml

    def counted(path: Path, shown: str) -> dict[str, object]:
        read[shown] += 1
        return read_toml(path, shown)

    monkeypatch.setattr(settings, "_read_toml", counted)
    project = a_project(tmp_path)
    pipeline.load_relations(project, pipeline.load_editions(project, no_report))

    assert any(name.endswith("agreement.toml") for name in read)
    assert any(name.endswith("comparison.toml") for name in read)
    assert set(read.values()) == {1}, read


def test_each_history_is_followed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    followed: Counter[tuple[str, str, str]] = Counter()
    stages = Histories._stages

    def counted(self, edition, part, provision):  # type: ignore[no-untyped-def]
        followed[edition.slug, part.id, provision.anchor] += 1
        return stages(self, edition, part, provision)

    monkeypatch.setattr(Histories, "_stages", counted)
    project = a_project(tmp_path)
    crossings = Crossings(pipeline.load_relations(project, pipeline.load_editions(project, no_report)))
    pipeline.refuse_broken_addresses(crossings)
    render_comparisons(crossings)

    assert followed
    assert set(followed.values()) == {1}
