"""What was decided about lines goes with them to a new copy of the text: never to other words, and never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract_site.build.moving_lines import LEFT_OUT, bring_over, lines_of, places_of

TEXT = "PACT\nBoats\nA. Tie\nB. Cut\nNets\nA. Tie\nB. Dry\n"


@pytest.mark.parametrize(
    ("new", "places"),
    [
        pytest.param(TEXT, {n: n for n in range(1, 9)}, id="the same"),
        pytest.param("COVER\n" + TEXT, {n: n + 1 for n in range(1, 9)}, id="a line more before it"),
        pytest.param(
            TEXT.replace("A. Tie\nB. Cut", "A. Tie   well\nB. Cut"), {n: n for n in (1, 2, 4, 5, 6, 7, 8)}, id="a change"
        ),
        pytest.param(TEXT.replace("Boats\n", ""), {1: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6, 8: 7}, id="a line less"),
        pytest.param(TEXT.replace("B. Cut", "B.  Cut "), {n: n for n in range(1, 9)}, id="other spaces"),
        pytest.param("A. Tie\nA. Tie\n", {}, id="nothing that stands once"),
    ],
)
def test_where_lines_stand_now(new: str, places: dict[int, int]) -> None:
    assert dict(places_of(TEXT, new)) == places


WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "A. tie", ""]), max_size=30).map("\n".join)


@given(old=WORDS, new=WORDS)
def test_a_line_is_never_brought_to_other_words_nor_two_to_one(old: str, new: str) -> None:
    places = places_of(old, new)
    before, after = lines_of(old), lines_of(new)

    assert all(before[here - 1] == after[there - 1] for here, there in places.items())
    assert len(set(places.values())) == len(places)


CORRECTIONS = (
    '# Read by two.\n[[correction]]\nline = 3  # the pier\nraw = "Tie"\ntext = "tie"\nreason = "so"\n\n'
    '# The next.\n[[correction]]\nline = 4\nraw = "Cut"\ntext = "cut"\nreason = "so"\n\n'
    '[[note]]\nprovision = "1"\ntext = "line = 4"\n'
)
TABLES = '[[table]]\nfirst = 5\nlast = 7\nopens = "Nets"\ncolumns = ["a", "b"]\nrows = [\n  ["1", "2"],\n]\n'
OUTLINE = (
    "# line\tdepth\n3\t1\tprovision\tA.\tA.\t\t1.00\t\tA. Tie\n# 4\t1\tprovision\tA.\tB.\t\t0.50\t\tB. Cut\n"
    "4\t0\ttext\t\t\t\t1.00\t\tB. Cut\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corrections.toml").write_text(CORRECTIONS)
    (tmp_path / "tables.toml").write_text(TABLES)
    (tmp_path / "outline.tsv").write_text(OUTLINE)
    (tmp_path / "agreement.toml").write_text('slug = "a"\n\n[[part]]\nline = 1\nopens = "PACT"\nbody = 2\n')
    return tmp_path


def test_entries_go_with_their_lines_and_all_else_stays(folder: Path) -> None:
    moved = list(bring_over(folder, "agreement.toml", places_of(TEXT, "COVER\n" + TEXT)))

    assert (folder / "corrections.toml").read_text() == CORRECTIONS.replace("line = 3", "line = 4").replace(
        '\nline = 4\nraw = "Cut"', '\nline = 5\nraw = "Cut"'
    )
    assert (folder / "tables.toml").read_text() == TABLES.replace("first = 5\nlast = 7", "first = 6\nlast = 8")
    assert (folder / "outline.tsv").read_text() == OUTLINE.replace("\n4\t", "\n5\t").replace("\n3\t", "\n4\t").replace(
        "# 4\t", "# 5\t"
    )
    assert (folder / "agreement.toml").read_text() == 'slug = "a"\n\n[[part]]\nline = 2\nopens = "PACT"\nbody = 3\n'
    assert [(each.file, each.moved, each.left_out) for each in moved] == [
        ("agreement.toml", 1, ()), ("corrections.toml", 2, ()), ("tables.toml", 1, ()), ("outline.tsv", 3, ()),
    ]  # fmt: skip


def test_an_entry_whose_words_are_gone_stays_as_a_comment(folder: Path) -> None:
    new = TEXT.replace("B. Cut", "B. Hew").replace("B. Dry", "B. Dry them")
    moved = {each.file: each.left_out for each in bring_over(folder, "agreement.toml", places_of(TEXT, new))}

    assert moved == {"corrections.toml": (9,), "tables.toml": (1,), "outline.tsv": (3,)}
    assert f'{LEFT_OUT}\n# [[correction]]\n# line = 4\n# raw = "Cut"\n' in (folder / "corrections.toml").read_text()
    assert "# The next.\n" in (folder / "corrections.toml").read_text()
    assert (folder / "tables.toml").read_text().startswith(f"{LEFT_OUT}\n# [[table]]\n# first = 5\n")
    assert f"{LEFT_OUT}\n# 4\t0\ttext" in (folder / "outline.tsv").read_text()


def test_where_a_text_begins_is_never_brought_to_other_words(folder: Path) -> None:
    new = "COVER\n" + TEXT.replace("Boats", "Ships")
    moved = {each.file: each.left_out for each in bring_over(folder, "agreement.toml", places_of(TEXT, new))}

    expected = f'slug = "a"\n\n[[part]]\nline = 2\nopens = "PACT"\n{LEFT_OUT}\n# body = 2\n'
    assert (folder / "agreement.toml").read_text() == expected
    assert moved["agreement.toml"] == (3,)


def test_a_row_that_was_left_out_waits_for_a_person_through_later_copies(folder: Path) -> None:
    new = TEXT.replace("B. Cut", "B. Hew")
    list(bring_over(folder, "agreement.toml", places_of(TEXT, new)))
    list(bring_over(folder, "agreement.toml", places_of(new, "COVER\n" + new)))
    list(bring_over(folder, "agreement.toml", places_of("COVER\n" + new, "other words\n")))

    assert f"{LEFT_OUT}\n# 4\t0\ttext" in (folder / "outline.tsv").read_text()


def test_nothing_is_written_where_nothing_moves(folder: Path) -> None:
    assert list(bring_over(folder, "agreement.toml", places_of(TEXT, TEXT))) == []


def test_line_ends_and_spaces_of_a_file_stay(folder: Path) -> None:
    (folder / "structure.toml").write_bytes(b'[[paragraph]]\r\nline = 3  \r\nopens = "A. Tie"\r\n')
    list(bring_over(folder, "agreement.toml", places_of(TEXT, "COVER\n" + TEXT)))

    assert (folder / "structure.toml").read_bytes() == b'[[paragraph]]\r\nline = 4  \r\nopens = "A. Tie"\r\n'
