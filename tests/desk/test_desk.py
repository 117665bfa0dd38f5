"""A desk: what is decided can be taken back byte for byte; no other file is touched, and nobody's words are overwritten."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desk.desks import LEARNED, TEXT, a_desk, a_desk_among_others, a_folder, contents, decide, line_of

from contract_site.apart.furniture import FoundApart
from contract_site.build import remembered
from contract_site.desk.decided_lines import KINDS, Decision
from contract_site.desk.desk import Desk
from contract_site.desk.folder import WRITTEN, Folder, RefusedError
from contract_site.model.finding import ContractSiteError
from contract_site.model.source import Line
from contract_site.published.ledger import published_addresses

KEPT = {
    "structure": '# two lines that no rule can decide\r\n[[paragraph]]\r\nline = 7   # looked up\r\nopens = "Lamps"\r\n',
    "outline": "# kept\n12\t0\ttext\t\t\t\t0.40\t\tPrinted at\n",
}


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 16), st.integers(0, 2)), max_size=6))
@settings(max_examples=25, deadline=None)
def test_taking_everything_back_gives_every_file_back_byte_for_byte(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        desk = a_desk(Path(name) / "lamps", **KEPT)
        before = contents(desk.folder.path)
        for kind, line, more in steps:
            lines = desk.reading.leaves[0].lines
            until = lines[min(line + more, len(lines) - 1)].at
            words = {"raw": lines[line].text, "text": lines[line].text.lower(), "reason": "a trial"}
            try:
                desk.decide(Decision(kind=kind, at=lines[line].at, until=until, **words))
            except RefusedError:
                continue
            account = desk.reading.edition.account
            assert (account.unaccounted, account.twice) == ((), ())
            assert Desk(desk.folder.path, "agreements/lamps").reading == desk.reading
        while desk.steps:
            desk.undo()

        assert contents(desk.folder.path) == before


def test_a_decision_keeps_all_else_in_a_file(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps", **KEPT)
    decide(desk, "join", "2. It")
    decide(desk, "heading", "Lamps and")
    structure, outline = ((desk.folder.path / name).read_bytes().decode() for name in ("structure.toml", "outline.tsv"))

    assert structure.startswith(KEPT["structure"].rstrip())
    assert outline.splitlines()[0] == "# kept"
    assert outline.splitlines()[-1] == KEPT["outline"].splitlines()[-1]


def test_an_edition_in_the_folder_of_its_agreement_is_read_as_one_that_lies_alone(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "lamps" / "lamps-2021", re.sub(r"^(kind|parties) = .*\n", "", LEARNED, flags=re.MULTILINE))
    (folder / "agreement.toml").rename(folder / "edition.toml")
    (folder.parent / "agreement.toml").write_text('agreement = "lamp-trimmers"\nparties = ["One", "Other"]\n', encoding="utf-8")
    desk = Desk(folder, "agreements/lamps/lamps-2021")
    before = contents(folder)
    decide(desk, "heading", "Lamps and")

    assert contents(folder).keys() - before.keys() == {"outline.tsv"}
    assert desk.reading.edition.settings.parties == ("One", "Other")
    assert Desk(folder, "agreements/lamps/lamps-2021").reading == desk.reading


def test_a_file_that_changed_on_the_disk_is_not_overwritten_but_read_anew(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps")
    decide(desk, "heading", "Lamps and")
    other = "# written by hand\n8\t0\ttext\t\t\t\t1.00\t\tB. The day\n"
    (desk.folder.path / "outline.tsv").write_text(other, encoding="utf-8")

    with pytest.raises(RefusedError, match=r"outline\.tsv changed on the disk meanwhile and was read anew"):
        decide(desk, "furniture", "Printed at")
    assert (desk.folder.path / "outline.tsv").read_text(encoding="utf-8") == other
    assert line_of(desk, "B. The").held.role == "paragraph"
    with pytest.raises(RefusedError, match="nothing was decided"):
        desk.undo()
    decide(desk, "furniture", "Printed at")


def test_a_decision_writes_no_other_file_and_leaves_nothing_behind(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "project" / "lamps")
    around = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for kind, words in (("heading", "Lamps and"), ("join", "2. It"), ("furniture", "Printed")):
        decide(desk, kind, words)

    changed = {path for path in tmp_path.rglob("*") if path.is_file() and around.get(path) != path.read_bytes()}
    assert {path.name for path in changed} <= set(WRITTEN)
    assert {path.parent for path in changed} == {desk.folder.path}


@pytest.mark.parametrize("name", ["agreement.toml", "../outline.tsv", "source.txt", "/etc/hosts", "x/../outline.tsv", ""])
def test_no_other_name_is_a_file_of_the_desk(tmp_path: Path, name: str) -> None:
    folder = Folder(a_folder(tmp_path / "lamps"))
    before = contents(folder.path)

    with pytest.raises(RefusedError, match="does not write this file"):
        folder.write({name: "words"})
    assert contents(folder.path) == before


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.tsv"
    outside.write_text("# mine\n", encoding="utf-8")
    folder = a_folder(tmp_path / "lamps")
    (folder / "outline.tsv").symlink_to(outside)

    with pytest.raises(RefusedError, match="leads elsewhere"):
        Desk(folder, "agreements/lamps")
    assert outside.read_text(encoding="utf-8") == "# mine\n"


def test_a_folder_that_does_not_fit_is_one_line(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "lamps", outline="12\t0\ttext\t\t\t\t0.40\t\tnot there\n")

    with pytest.raises(ContractSiteError, match=r"outline\.tsv:1: 'not there' does not stand at line 12"):
        Desk(folder, "agreements/lamps")


def test_what_has_been_read_is_remembered_until_the_page_reads_otherwise(tmp_path: Path) -> None:
    text = TEXT.replace("B. The", "\fB. The")
    desk = a_desk(tmp_path / "lamps", text=text)
    for page in (1, 2):
        desk.mark(page, read=True)
    assert desk.progress == "read: 2 of 2 pages"

    decide(desk, "furniture", "Printed at")
    assert (desk.progress, desk.read) == ("read: 1 of 2 pages", {1})
    assert Desk(desk.folder.path, "agreements/lamps").progress == "read: 1 of 2 pages"
    desk.undo()
    assert desk.progress == "read: 2 of 2 pages"
    for page in (1, 2):
        desk.mark(page, read=False)
    assert not (desk.folder.path / "reading.tsv").exists()


def test_what_is_not_sure_is_listed_by_line_with_the_findings(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "lamps", text=TEXT.replace("2. It", "4. It").replace("ARTICLE 2", "ARTICLE 4"))

    assert [(look.line, look.code) for look in desk.review_points()] == [(4, "unsure"), (5, "P402"), (13, "P403")]


CITING = TEXT.replace("A. Pay is weekly.", "A. Pay is weekly, as in Article 9.")


def test_what_words_cite_in_vain_is_listed_when_it_was_asked_for(tmp_path: Path) -> None:
    desk = a_desk_among_others(tmp_path, CITING)
    assert list(desk.review_points()) == []

    desk.beside = desk.asked()
    assert [(look.line, look.code) for look in desk.review_points()] == [(16, "L201")]


def test_a_published_address_that_a_decision_takes_away_is_listed(tmp_path: Path) -> None:
    desk = a_desk_among_others(tmp_path)
    recorded = "".join(f"{each.address}\t{each.words}\n" for each in published_addresses(desk.reading.edition))
    (desk.folder.path / "addresses.tsv").write_text(recorded + "lamps/article-1/history/\tHours\n", encoding="utf-8")
    assert desk.asked() == ()

    decide(desk, "text", "B. The")
    found = desk.asked()
    assert {(each.code, each.path) for each in found} == {("S101", "agreements/lamps/addresses.tsv")}
    assert any("lamps/article-1/#1.B " in each.message for each in found)
    desk.beside = found
    assert {look.line for look in desk.review_points()} == {0}


def test_what_a_decision_cannot_change_is_not_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    find = remembered.find_apart

    def counted(lines: Sequence[Line]) -> FoundApart:
        asked.append(len(lines))
        return find(lines)

    monkeypatch.setattr(remembered, "find_apart", counted)
    desk = a_desk(tmp_path)
    for kind, opens in (("heading", "Lamps and Oil"), ("furniture", "Printed at"), ("split", "and the count")):
        decide(desk, kind, opens)
    assert len(asked) == 1

    decide(desk, "correct", "B. The day", raw="eigth", text="eight", reason="misprint")
    assert len(asked) == 2
    assert desk.reading == Desk(desk.folder.path, desk.shown).reading
