"""The files of a source printed in columns: read as they stand, or refused with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import TINY

from contract_site.build.pipeline import load_folder
from contract_site.model.finding import SettingsError

BOOK = TINY / "tiny-1952"


def a_copy(root: Path) -> Path:
    for name in ("tiny-1950", "tiny-1952"):
        shutil.copytree(TINY / name, root / name)
    return root / "tiny-1952"


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def first_row(file: str) -> tuple[int, str]:
    lines = (BOOK / file).read_text(encoding="utf-8").splitlines()
    return next((number, line) for number, line in enumerate(lines, start=1) if not line.startswith("#"))


@pytest.mark.parametrize("file", ["columns.tsv", "outline.tsv", "explanations.tsv"])
def test_a_row_of_another_width_is_refused(tmp_path: Path, file: str) -> None:
    folder = a_copy(tmp_path)
    number, row = first_row(file)
    change(folder / file, row, row + "\tmore")

    with pytest.raises(SettingsError, match=rf"book/{file}:{number}: \d fields? between tabs, but a row needs \d"):
        load_folder(folder, "book")


@pytest.mark.parametrize("file", ["columns.tsv", "outline.tsv", "explanations.tsv"])
def test_an_offset_that_is_no_number_is_refused(tmp_path: Path, file: str) -> None:
    folder = a_copy(tmp_path)
    number, row = first_row(file)
    change(folder / file, row, "x" + row)

    with pytest.raises(SettingsError, match=rf"book/{file}:{number}: 'x\d+' is no number"):
        load_folder(folder, "book")


def test_an_unknown_kind_is_shown_with_those_that_are_known(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    change(folder / "outline.tsv", "\tpart\t", "\tchapter\t")

    with pytest.raises(SettingsError, match=r"book/outline.tsv:2: unknown kind 'chapter'; known: part, contents, provision"):
        load_folder(folder, "book")


@pytest.mark.parametrize("file", ["columns.tsv", "outline.tsv", "explanations.tsv"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = a_copy(tmp_path)
    (folder / file).unlink()

    with pytest.raises(SettingsError, match=rf"book/{file}:1: cannot be read \(No such file or directory\)"):
        load_folder(folder, "book")


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "columns.tsv").write_bytes(b"0\t9\n\xff")

    with pytest.raises(SettingsError, match=r"book/columns.tsv:2: not UTF-8 \(byte 0xff at offset 4\)"):
        load_folder(folder, "book")


def test_two_editions_of_one_book_share_its_words_without_sharing_any() -> None:
    """Every character is shown by one edition at most, and what no edition shows is furniture of the book."""
    editions = [load_folder(TINY / name, name) for name in ("tiny-1950", "tiny-1952")]
    of_the_book = {"printed page number", "stray marks of the scan", "contents list", "hyphen at a line end of the print"}
    shown: list[set[int]] = []
    for edition in editions:
        removed = {at for item in edition.furniture for at in range(item.span.start, item.span.end)}
        shown.append({at for at, each in enumerate(edition.source.text) if at not in removed and not each.isspace()})
    nowhere = [item for item in editions[0].furniture if item.reason in of_the_book]

    assert shown[0].isdisjoint(shown[1])
    assert nowhere
    assert all(edition.account.unaccounted == edition.account.twice == () for edition in editions)
