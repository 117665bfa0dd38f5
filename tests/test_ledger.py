"""A published address is kept: a build that would break one stops, unless editors said where it went."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bad_projects import ROOT, a_mini_agreement
from tests.projects import no_report

from contract_site import pipeline
from contract_site.ledger_files import load_ledger
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.ledger import Ledger, Moved, Published
from contract_site.render.crossings import Crossings
from contract_site.render.ledger import compare_ledger, published_addresses
from contract_site.render.pages import render_edition

BEFORE = """ARTICLE 1
PAY
A. The first rule is that employees are paid for a fulltime week.
B. The second rule is that the rates of pay are these:
ARTICLE 2
LEAVE
Leave is granted. A fulltime employee asks for leave before the fulltime week.
"""
SWAPPED = """ARTICLE 1
PAY
A. The second rule is that the rates of pay are these:
B. The first rule is that employees are paid for a fulltime week.
ARTICLE 2
LEAVE
Leave is granted. A fulltime employee asks for leave before the fulltime week.
"""
SHORTER = """ARTICLE 1
PAY
A. The first rule is that employees are paid for a fulltime week.
ARTICLE 2
LEAVE
Leave is granted. A fulltime employee asks for leave before the fulltime week.
"""


def an_edition(root: Path, source: str = BEFORE) -> Edition:
    folder = a_mini_agreement(root / "agreements" / "mini", source)
    return pipeline.load_folder(folder, "agreements/mini")


def a_ledger(edition: Edition, *moved: Moved) -> Ledger:
    return Ledger(published_addresses(edition), moved)


def test_an_unchanged_edition_changes_nothing(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)

    change = compare_ledger(edition, a_ledger(edition))

    assert (change.added, change.reworded, change.lost, change.taken, change.breaks) == ((), (), (), (), False)


def test_every_provision_and_page_has_an_entry_with_its_opening_words(tmp_path: Path) -> None:
    published = {item.address: item.words for item in published_addresses(an_edition(tmp_path))}

    assert published["mini/article-1/"] == "Pay"
    assert published["mini/article-1/#1.A"] == "The first rule is that employees are paid for a fulltime"
    assert set(published) >= {"mini/article-1/#1", "mini/article-1/#1.B", "mini/article-2/", "mini/article-2/#2"}


def test_an_address_that_would_disappear_is_named(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SHORTER)

    change = compare_ledger(after, a_ledger(before))

    assert [item.address for item in change.lost] == ["mini/article-1/#1.B"]
    assert change.breaks


def test_an_address_that_would_stand_for_other_words_is_named_with_where_they_went(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SWAPPED)

    change = compare_ledger(after, a_ledger(before))

    moves = {(old.address, new.address) for old, new in change.taken}
    assert moves == {("mini/article-1/#1.A", "mini/article-1/#1.B"), ("mini/article-1/#1.B", "mini/article-1/#1.A")}


def test_a_mended_misprint_is_no_break(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    ledger = Ledger(tuple(Published(i.address, i.words.replace("first", "fisrt")) for i in published_addresses(before)))

    change = compare_ledger(before, ledger)

    assert [new.address for _, new in change.reworded] == ["mini/article-1/#1.A"]
    assert not change.breaks


def test_moved_says_where_an_address_went_and_the_old_place_leads_there(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SHORTER)
    ledger = a_ledger(before, Moved("mini/article-1/#1.B", "mini/article-1/#1.A"))
    relations = pipeline.relate({"mini": after}, {"mini": ledger})

    pages = {page.path.as_posix(): page.text for page in render_edition(after, Crossings(relations)).pages}

    assert not compare_ledger(after, ledger).breaks
    assert "{: #1.B .moved" in pages["mini/article-1.md"]
    assert "[mini/article-1/#1.A](#1.A)" in pages["mini/article-1.md"]


def test_moved_must_lead_to_an_address_that_is_there(tmp_path: Path) -> None:
    after = an_edition(tmp_path, SHORTER)

    change = compare_ledger(after, Ledger(moved=(Moved("mini/article-1/#1.B", "mini/article-9/#9"),)))

    assert [entry.new for entry in change.dangling] == ["mini/article-9/#9"]
    assert change.breaks


def test_a_changed_text_that_would_move_an_address_stops_build_and_recording(tmp_path: Path) -> None:
    project = pipeline.Project(tmp_path, tmp_path / "site")
    folder = a_mini_agreement(tmp_path / "agreements" / "mini", BEFORE)
    pipeline.record_addresses(project, no_report)
    ledger = (folder / "addresses.tsv").read_bytes()
    (folder / "source.txt").write_text(SHORTER, encoding="utf-8", newline="\n")

    for act in (pipeline.build_site, pipeline.record_addresses):
        with pytest.raises(ContractSiteError, match=r"mini/article-1/#1\.B .* would disappear"):
            act(project, no_report)

    assert (folder / "addresses.tsv").read_bytes() == ledger
    assert not project.site.exists()


def test_recording_twice_adds_nothing(tmp_path: Path) -> None:
    project = pipeline.Project(tmp_path, tmp_path / "site")
    a_mini_agreement(tmp_path / "agreements" / "mini", BEFORE)
    first = pipeline.record_addresses(project, no_report)
    second = pipeline.record_addresses(project, no_report)

    assert len(first["mini"].added) > 4
    assert second["mini"].added == ()


@pytest.mark.parametrize("line", ["no-tab-here", "\twords without an address", "mini/article-1/#1\t "])
def test_a_ledger_line_without_its_two_fields_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "addresses.tsv").write_text(f"mini/\tPay\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"agreements/mini/addresses\.tsv:2: needs an address"):
        load_ledger(tmp_path, "agreements/mini")


def test_the_committed_ledgers_hold_every_address_of_the_real_agreements() -> None:
    """A changed parser that would move a published anchor fails here, and so does one that adds anchors unrecorded."""
    project = pipeline.Project(ROOT, ROOT / "site")
    ledgers = pipeline.load_ledgers(project)

    for slug, edition in pipeline.load_editions(project, no_report).items():
        change = compare_ledger(edition, ledgers[slug])

        assert not change.breaks
        assert change.added == ()
