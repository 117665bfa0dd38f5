"""The cells that the desk proposes for lines that a person calls a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desk.desks import LEARNED, a_desk, decide
from tests.read.pdfs import a_pdf

from contract_site.desk import told
from contract_site.desk.cells import guessed, rows_of
from contract_site.desk.desk import Desk
from contract_site.desk.folder import RefusedError

ROWS = ["Grade   Step   Rate", "Cook   1   12.00", "2   13.00"]
PAGE = [(72, 740, "ARTICLE 1"), (72, 726, "Pay is weekly.")]
DRAWN = [
    (72, 700, "Grade"), (190, 700, "Step"), (330, 700, "Rate"), (72, 680, "Cook"), (192, 680, "1"), (330, 680, "12.00"),
    (192, 660, "2"), (330, 660, "13.00"),
]  # fmt: skip
RIGHT = "Grade | Step | Rate\nCook | 1 | 12.00\n | 2 | 13.00"
PAY = "Grade | Rate\nCook | 12.00\nMate | 9.00"
OTHER = "Grade Rate | \nCook | 12.00\nMate | 9.00"


def test_blank_cells_stand_where_the_page_has_them(tmp_path: Path) -> None:
    (tmp_path / "lamps").mkdir()
    (tmp_path / "lamps" / "source.pdf").write_bytes(a_pdf([*PAGE, *DRAWN, (72, 560, "It is paid on Fridays.")]))
    settings = LEARNED.replace("source.txt", "source.pdf")
    (tmp_path / "lamps" / "agreement.toml").write_text(settings, encoding="utf-8")
    desk = Desk(tmp_path / "lamps", "agreements/lamps")
    lines = [line for leaf in desk.reading.leaves for line in leaf.lines]
    first = next(line for line in lines if line.text.startswith("Grade"))

    assert told.cells(desk, first.at, lines[-2].at)["rows"] == RIGHT


def test_a_row_of_which_no_place_is_known_is_refused_and_not_filled_up() -> None:
    with pytest.raises(RefusedError, match="has 2 cells, the first row has 3; put a bar where the page has a blank cell"):
        rows_of(guessed(ROWS))


def test_tabs_of_the_file_tell_blank_cells() -> None:
    assert guessed([*(row.replace("   ", "\t") for row in ROWS[:2]), "\t2\t13.00"]) == RIGHT


def test_a_table_takes_the_place_of_those_among_its_lines(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    decide(desk, "table", "Grade", "Mate", text=PAY)
    lines = {line.text[:4]: line.at for leaf in desk.reading.leaves for line in leaf.lines}

    assert told.cells(desk, lines["Grad"], lines["Mate"])["replaces"] == ["9–11"]
    decide(desk, "table", "Grade", "Mate", text=OTHER)
    written = (desk.folder.path / "tables.toml").read_text(encoding="utf-8")
    assert written.count("[[table]]") == 1
    assert '"Grade Rate"' in written


def test_a_table_that_has_some_lines_of_another_is_refused_with_their_numbers(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    decide(desk, "table", "Grade", "Mate", text=PAY)

    with pytest.raises(RefusedError, match="lines 9–11 are already a table; take all of them"):
        decide(desk, "table", "Cook", "Mate", text="Cook | 12.00\nMate | 9.00")
    with pytest.raises(RefusedError, match="it is so already"):
        decide(desk, "table", "Grade", "Mate", text=PAY)
