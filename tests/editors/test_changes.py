"""The record of changes: what is new is added once, at the date that is given; what is wrong with it is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contract_site.editors.changes import FILE, HEAD, load_changes, save_changes
from contract_site.model.finding import SettingsError
from contract_site.model.site_change import Standing, new_changes

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def test_what_changed_is_recorded_once(tmp_path: Path) -> None:
    for on, standing in ((MAY, Standing("mill", 3, 0)), (JUNE, Standing("mill", 5, 1)), (JULY, Standing("mill", 4, 1))):
        for _ in range(2):
            save_changes(tmp_path, new_changes(load_changes(tmp_path, "agreements"), (standing,), on))

    assert (tmp_path / FILE).read_text() == HEAD + (
        "2026-05-01\tadded\tmill\t1\t1\n"
        "2026-05-01\tcorrections\tmill\t0\t3\n"
        "2026-06-01\tcorrections\tmill\t2\t5\n"
        "2026-06-01\tmoved\tmill\t1\t1\n"
        "2026-07-01\tcorrections\tmill\t-1\t4\n"
    )


def test_without_a_file_nothing_is_recorded(tmp_path: Path) -> None:
    assert load_changes(tmp_path, "agreements") == ()


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("May 1\tadded\tmill\t1\t1", "'May 1' is no date; write 2026-05-01"),
        ("2026-05-01\tlost\tmill\t1\t1", "unknown change 'lost'; known: added, corrections, moved"),
        ("2026-05-01\tadded\tmill\tone\t1", "'one' is no number"),
        ("2026-05-01\tadded\tmill\t1", "fields"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / FILE).write_text(f"# a remark\n{row}\n")

    with pytest.raises(SettingsError, match=r"^agreements/changes\.tsv:2: ") as caught:
        load_changes(tmp_path, "agreements")
    assert says in str(caught.value)
