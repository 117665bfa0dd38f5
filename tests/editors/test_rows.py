"""Files of rows that editors keep: read whatever program saved them, or refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.projects import TINY, a_project, no_report

from contract_site.build import pipeline
from contract_site.editors.bargaining import load_bargaining
from contract_site.editors.changes import load_changes
from contract_site.editors.rows import read_rows
from contract_site.editors.subjects import load_subjects
from contract_site.editors.synonyms import load_every_synonym
from contract_site.model.finding import SettingsError

ROWS = "# a comment\nalpha\tone\n\nbeta\ttwo\u2028lines\n"
READ = [("alpha", "one"), ("beta", "two\u2028lines")]


def the_tiny_project(tmp_path: Path) -> pipeline.Project:
    return a_project(tmp_path / "project")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(ROWS.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + ROWS.encode(), id="byte order mark"),
        pytest.param(ROWS.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(ROWS.encode("utf-16"), id="UTF-16, as a table program saves it"),
    ],
)
def test_rows_are_read_whatever_program_saved_them(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.tsv").write_bytes(data)

    rows = list(read_rows(tmp_path / "x.tsv", "shown/x.tsv", 2))

    assert [row.fields for row in rows] == READ
    assert [row.place for row in rows] == ["shown/x.tsv:2", "shown/x.tsv:4"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: path.write_bytes(b"a\tb\nc\t\xe9\n"), r"x\.tsv:2: not UTF-8 \(byte 0xe9", id="Latin-1"),
        pytest.param(lambda path: path.write_bytes(b"a\tb\nc\n"), r"x\.tsv:2: 1 field between tabs, .* needs 2", id="width"),
        pytest.param(lambda path: path.write_bytes(b"a\tb\n\0"), r"x\.tsv:2: binary file", id="binary"),
        pytest.param(lambda path: path.mkdir(), r"x\.tsv:1: cannot be read \(Is a directory\)", id="a folder"),
        pytest.param(lambda path: path.symlink_to(path), r"x\.tsv:1: cannot be read \(Too many levels", id="a link to itself"),
        pytest.param(lambda path: path.symlink_to("gone"), r"x\.tsv:1: cannot be read \(No such file", id="a link to nothing"),
    ],
)
def test_a_file_that_holds_no_rows_is_refused_at_its_place(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    make(tmp_path / "x.tsv")

    with pytest.raises(SettingsError, match=rf"^shown/{message}"):
        list(read_rows(tmp_path / "x.tsv", "shown/x.tsv", 2))


def test_a_missing_file_has_no_rows_unless_somebody_needs_it(tmp_path: Path) -> None:
    assert list(read_rows(tmp_path / "x.tsv", "shown/x.tsv", 2)) == []
    with pytest.raises(SettingsError, match=r"cannot be read \(No such file or directory\); a concordance needs this file"):
        list(read_rows(tmp_path / "x.tsv", "shown/x.tsv", 2, "a concordance needs this file"))


def test_every_file_of_a_project_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    """Settings, columns, lineages, topics, forerunners, ledgers: a mark changes nothing that is found."""
    project = the_tiny_project(tmp_path)
    plain = [str(finding) for finding in pipeline.findings_of(relations(project))]
    files = [path for path in project.agreements.rglob("*") if path.suffix in (".tsv", ".toml")]
    for path in files:
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    marked = [str(finding) for finding in pipeline.findings_of(relations(project))]

    assert {path.name for path in files} >= {"agreement.toml", "columns.tsv", "outline.tsv", "lineage.tsv"}
    assert marked == plain


@pytest.mark.parametrize("name", sorted({path.name for path in TINY.rglob("*") if path.suffix in (".tsv", ".toml")}))
def test_no_file_of_a_project_may_hold_other_bytes_than_text(tmp_path: Path, name: str) -> None:
    project = the_tiny_project(tmp_path)
    path = next(path for path in sorted(project.agreements.rglob("*")) if path.name == name)
    bad = path.read_bytes().count(b"\n") + 1
    path.write_bytes(path.read_bytes() + b"\xff")

    with pytest.raises(SettingsError) as caught:
        everything_read(project)

    shown = path.relative_to(project.root).as_posix()
    assert str(caught.value).startswith(f"{shown}:{bad}: not UTF-8")


def everything_read(project: pipeline.Project) -> None:
    families = [path.name for path in project.families]
    load_every_synonym(project.agreements, "agreements", families)
    load_subjects(project.agreements, families, "agreements")
    load_bargaining(project.agreements, ["keepers"], "agreements")
    load_changes(project.agreements, "agreements")
    relations(project)


def relations(project: pipeline.Project) -> pipeline.Relations:
    return pipeline.load_relations(project, pipeline.load_editions(project, no_report))
