"""A scan is added where a program that recognises letters is there; where none is, a line says so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.build.added import COVER, PAGES, PDF, add, agreement, given
from tests.projects import documents_only, no_report
from tests.read.pdfs import a_pdf

from contract_site.build import pipeline
from contract_site.build.project import Project
from contract_site.model.finding import SourceError
from contract_site.read import recognise

SCAN = a_pdf([], [])


def a_program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, name: str = "ocrmypdf") -> None:
    """Put a program that is called so on the path, and no other that recognises letters."""
    folder.mkdir()
    for tool in ("cp", "cat", "head"):
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a POSIX shell")
def test_a_scan_is_read_where_the_program_is_there_and_readers_are_told(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents_only(monkeypatch)
    read = given(project, "read.pdf", PDF)
    a_program(
        tmp_path / "bin",
        monkeypatch,
        f'if [ "$1" = --version ]; then echo 16.4.2; exit; fi\nfor last; do :; done\ncp "{read}" "$last"',
    )

    result = add(project, given(project, "scan.pdf", SCAN), "--slug", "ropes", "--ocr")
    pipeline.build_site(project, no_report, bundles=False)

    assert result.exit_code == 0, result.output
    assert agreement(project, "ropes")["source.pdf"] == SCAN
    assert "its letters were recognised by ocrmypdf 16.4.2: read every page beside its picture" in result.output
    assert 'recognised_by = "ocrmypdf 16.4.2"' in agreement(project, "ropes")["agreement.toml"].decode()
    page = (project.site / "ropes" / "index.md").read_text(encoding="utf-8")
    assert "the letters were recognised in pictures of the pages (ocrmypdf 16.4.2)" in page.replace("\\", "")


HALF = a_pdf([], [(72, 740, "**ARTICLE 1"), (72, 726, "**ROPES"), (72, 700, "Ropes are tied at dusk.")], [], [])


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a POSIX shell")
def test_where_only_tesseract_is_there_it_reads_the_pictures_of_the_pages_without_words(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = given(project, "read.pdf", a_pdf(COVER, *PAGES[1:]))
    log = tmp_path / "log"
    listed = 'if [ "$1" = --list-langs ]; then echo "List of languages (3):"; echo fra; echo eng; echo osd; exit; fi'
    seen = f'echo "$3 $4 $5" > "{log}-options"'
    says = f'while read -r page; do head -c 4 "$page" >> "{log}"; done < "$1"\ncp "{read}" "$2.pdf"'
    version = 'if [ "$1" = --version ]; then echo "tesseract 5.3.0"; echo " leptonica-1.8"; exit; fi'
    a_program(tmp_path / "bin", monkeypatch, f"{version}\n{listed}\n{seen}\n{says}", name="tesseract")

    result = add(project, given(project, "scan.pdf", HALF), "--slug", "ropes", "--ocr")
    files = agreement(project, "ropes")
    sheets = files["source.text.txt"].decode().split("\f")

    assert result.exit_code == 0, result.output
    assert log.read_bytes() == b"\x89PNG" * 3
    assert log.with_name("log-options").read_text() == "-l eng+fra pdf\n"
    assert 'recognised_by = "tesseract 5.3.0"' in files["agreement.toml"].decode()
    assert files["source.pdf"] == HALF
    assert [next(line for line in sheet.splitlines() if line) for sheet in sheets] == [
        "COLLECTIVE AGREEMENT", "ARTICLE 1", "ARTICLE 2", "ARTICLE 3",
    ]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a POSIX shell")
@pytest.mark.parametrize(
    ("script", "why"),
    [
        pytest.param(
            'if [ "$1" = --version ]; then echo 16; exit; fi\necho too dark >&2; exit 2', "could not read the scan: too dark",
            id="fails",
        ),
        pytest.param("exit 0", "could not read the scan: status 0", id="makes nothing"),
    ],
)  # fmt: skip
def test_a_program_that_cannot_read_a_scan_is_quoted(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    a_program(tmp_path / "bin", monkeypatch, script)

    result = add(project, given(project, "scan.pdf", SCAN), "--slug", "ropes", "--ocr")

    assert (result.exit_code, why in result.output, result.output.count("\n")) == (1, True, 1)


def test_without_the_program_one_line_says_what_to_install(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    result = add(project, given(project, "scan.pdf", SCAN), "--slug", "ropes", "--ocr")

    assert result.exit_code == 1
    assert "none is installed here; install ocrmypdf or tesseract (for example: apt install ocrmypdf)" in result.output
    assert result.output.count("\n") == 1


def test_a_scan_that_is_no_whole_pdf_is_opened_behind_the_fence_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(tmp_path / "bin", monkeypatch, 'echo "tesseract 5.3.0"', "tesseract")
    (tmp_path / "scan.pdf").write_bytes(SCAN[: len(SCAN) // 8])

    with pytest.raises(
        SourceError, match=r"^scan\.pdf:1: the PDF cannot be read: it is locked or damaged; get a whole copy of it$"
    ):
        recognise.recognise(tmp_path / "scan.pdf", tmp_path / "copy.pdf", "scan.pdf")
    assert not hasattr(recognise, "pypdfium2")
