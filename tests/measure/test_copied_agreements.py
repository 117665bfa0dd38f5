"""Copies to measure with are agreements of their own, in words of their own, that read as the one they are made of."""

from __future__ import annotations

from pathlib import Path

from tests.projects import a_project, no_report

from contract_site.build import pipeline
from contract_site.measure.copied_agreements import copy_name, in_own_words, write_copies


def test_copies_have_the_outline_of_the_agreement_and_other_words(tmp_path: Path) -> None:
    project = a_project(tmp_path / "project")
    copied = write_copies(project, "tiny-2020", 3, tmp_path / "copies")
    original = pipeline.load_editions(project, no_report)["tiny-2020"]
    copies = pipeline.load_editions(copied, no_report)

    assert list(copies) == [copy_name(number) for number in range(3)]
    for edition in copies.values():
        assert [p.anchor for _, p in edition.provisions()] == [p.anchor for _, p in original.provisions()]
    assert len({edition.source.text for edition in copies.values()}) == 3


def test_only_rare_words_change_and_none_its_length() -> None:
    text = "the warden shall remember every lantern of the harbour"
    rare = frozenset(("warden", "remember", "lantern", "harbour"))
    versions = {in_own_words(text, number, rare) for number in range(40)}

    assert len(versions) > 5
    assert {len(version) for version in versions} == {len(text)}
    assert {version.split()[0] for version in versions} == {"the"}
    assert {version.split()[4] for version in versions} == {"every"}
