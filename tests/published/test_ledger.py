"""A published address is kept: a build that would break one stops, unless editors said where it went."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.bad_projects import ROOT, SETTINGS, a_mini_agreement
from tests.present import HERE, POSTAL
from tests.projects import TINY, give_our_look, no_report

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.editors.ledger import load_ledger
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError, SettingsError
from contract_site.model.ledger import Ledger, Moved, Published
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.kin.comparisons import render_comparisons
from contract_site.parse import numbering
from contract_site.published.ledger import broken_addresses, compare_ledger, published_addresses, recorded
from contract_site.words.moved import moved_pages

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

    change = compare_ledger(published_addresses(edition), a_ledger(edition))

    assert (change.added, change.reworded, change.lost, change.taken, change.breaks) == ((), (), (), (), False)


def test_every_provision_and_page_has_an_entry_with_its_opening_words(tmp_path: Path) -> None:
    published = {item.address: item.words for item in published_addresses(an_edition(tmp_path))}

    assert published["mini/article-1/"] == "Pay"
    assert published["mini/article-1/#1.A"] == "The first rule is that employees are paid for a fulltime"
    assert set(published) >= {"mini/article-1/#1", "mini/article-1/#1.B", "mini/article-2/", "mini/article-2/#2"}


def test_an_address_that_would_disappear_is_named(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SHORTER)

    change = compare_ledger(published_addresses(after), a_ledger(before))

    assert [item.address for item in change.lost] == ["mini/article-1/#1.B"]
    assert change.breaks


def test_an_address_that_would_stand_for_other_words_is_named_with_where_they_went(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SWAPPED)

    change = compare_ledger(published_addresses(after), a_ledger(before))

    moves = {(old.address, new.address) for old, new in change.taken}
    assert moves == {("mini/article-1/#1.A", "mini/article-1/#1.B"), ("mini/article-1/#1.B", "mini/article-1/#1.A")}


def test_a_mended_misprint_is_no_break(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    ledger = Ledger(tuple(Published(i.address, i.words.replace("first", "fisrt")) for i in published_addresses(before)))

    change = compare_ledger(published_addresses(before), ledger)

    assert [new.address for _, new in change.reworded] == ["mini/article-1/#1.A"]
    assert not change.breaks


def test_moved_says_where_an_address_went_and_the_old_place_leads_there(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SHORTER)
    ledger = a_ledger(before, Moved("mini/article-1/#1.B", "mini/article-1/#1.A"))
    relations = pipeline.relate({"mini": after}, {"mini": ledger})

    pages = {page.path.as_posix(): page.text for page in render_edition(after, Crossings(relations)).pages}

    assert not compare_ledger(published_addresses(after), ledger).breaks
    assert "{: #1.B .moved" in pages["mini/article-1.md"]
    assert "[mini/article-1/#1.A](#1.A)" in pages["mini/article-1.md"]


def test_an_address_that_stands_for_other_words_leads_to_them_and_a_line_says_where_the_old_ones_went(tmp_path: Path) -> None:
    before = an_edition(tmp_path / "before")
    after = an_edition(tmp_path / "after", SWAPPED)
    moves = Moved("mini/article-1/#1.A", "mini/article-1/#1.B"), Moved("mini/article-1/#1.B", "mini/article-1/#1.A")
    relations = pipeline.relate({"mini": after}, {"mini": a_ledger(before, *moves)})

    page = next(each for each in render_edition(after, Crossings(relations)).pages if each.path.name == "article-1.md").text

    assert "What was 1.A is now at [mini/article-1/#1.B](#1.B)." in page
    assert page.count("#1.A .") <= 1


def test_moved_must_lead_to_an_address_that_is_there(tmp_path: Path) -> None:
    after = an_edition(tmp_path, SHORTER)

    change = compare_ledger(published_addresses(after), Ledger(moved=(Moved("mini/article-1/#1.B", "mini/article-9/#9"),)))

    assert [entry.new for entry in change.dangling] == ["mini/article-9/#9"]
    assert change.breaks


def test_an_address_of_a_comparison_can_move_into_an_agreement_and_nowhere_else(tmp_path: Path) -> None:
    after = an_edition(tmp_path, SHORTER)
    ledger = Ledger(moved=(Moved("compare/a/b/#1.B", "mini/article-1/#1.A"),))

    assert compare_ledger((), ledger).breaks
    assert not compare_ledger((), ledger, {each.address for each in published_addresses(after)}).breaks


def a_site_of_its_own(root: Path) -> None:
    """What a site says of itself, at least, and what its pages look like."""
    (root / "site.toml").write_text('name = "Mini"\n', encoding="utf-8")
    give_our_look(root)


def test_a_changed_text_that_would_move_an_address_stops_build_and_recording(tmp_path: Path) -> None:
    a_site_of_its_own(tmp_path)
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
    first, _ = pipeline.record_addresses(project, no_report)
    second, _ = pipeline.record_addresses(project, no_report)

    assert len(first["mini"].added) > 4
    assert second["mini"].added == ()


def test_only_the_addresses_of_one_agreement_and_of_its_comparisons_are_recorded(tmp_path: Path) -> None:
    project = a_compared_project(tmp_path)
    other = a_mini_agreement(tmp_path / "agreements" / "other", BEFORE, SETTINGS.replace('slug = "mini"', 'slug = "other"'))

    changes, _ = pipeline.record_addresses(project, no_report, only=["older"])
    recorded = {path.parent.name for path in project.agreements.rglob("addresses.tsv")}

    assert set(changes) == {"older", *map(project.shown, project.comparisons)}
    assert recorded == {"older", *(folder.name for folder in project.comparisons)}
    with pytest.raises(ContractSiteError, match="there is no agreement 'nobody'"):
        pipeline.record_addresses(project, no_report, only=["nobody"])
    assert not (other / "addresses.tsv").exists()


def a_compared_project(root: Path, *lineage: str) -> pipeline.Project:
    """Two invented agreements of 1950 and 1952, compared with a lineage."""
    older, newer = (SETTINGS.replace('slug = "mini"', f'slug = "{slug}"') for slug in ("older", "newer"))
    a_mini_agreement(root / "agreements" / "older", BEFORE, older)
    a_mini_agreement(root / "agreements" / "newer", BEFORE, newer)
    folder = root / "agreements" / "compare" / "older--newer"
    folder.mkdir(parents=True)
    (folder / "comparison.toml").write_text('before = "older"\nafter = "newer"\ntitle = "T"\n', encoding="utf-8")
    write_lineage(root, *lineage)
    return pipeline.Project(root, root / "site")


def write_lineage(root: Path, *rows: str) -> None:
    path = root / "agreements" / "compare" / "older--newer" / "lineage.tsv"
    path.write_text("".join(row.replace(" ", "\t") + "\tyes\t\n" for row in rows), encoding="utf-8")


PAIRED = ("1.A 1.A unchanged", "1.B 1.B unchanged")
APART = ("1.A 1.A unchanged", "1.B - removed", "- 1.B added")


def test_every_page_and_row_of_a_comparison_has_an_entry(tmp_path: Path) -> None:
    project = a_compared_project(tmp_path, *APART)
    pipeline.record_addresses(project, no_report)
    folder = tmp_path / "agreements" / "compare" / "older--newer"
    published = {item.address: item.words for item in load_ledger(folder, "shown").published}

    assert published["compare/older/newer/"] == "T"
    assert published["compare/older/newer/article-1/#was-1.B"] == "The second rule is that the rates of pay are these:"
    assert set(published) >= {
        "compare/older/newer/numbers/#derivation",
        "compare/older/newer/article-1/",
        "compare/older/newer/article-1/#1.B",
        "compare/older/newer/article-1/#1.heading",
        "compare/older/newer/article-1/#1",
        "compare/older/newer/article-2/#2",
    }


def test_a_changed_lineage_that_would_lose_the_address_of_a_row_stops_build_and_recording(tmp_path: Path) -> None:
    a_site_of_its_own(tmp_path)
    project = a_compared_project(tmp_path, *APART)
    pipeline.record_addresses(project, no_report)
    ledger = (tmp_path / "agreements" / "compare" / "older--newer" / "addresses.tsv").read_bytes()
    write_lineage(tmp_path, *PAIRED)

    for act in (pipeline.build_site, pipeline.record_addresses):
        with pytest.raises(ContractSiteError, match=r"compare/older--newer/addresses\.tsv:1: S101 .*#was-1\.B .*disappear"):
            act(project, no_report)

    assert (tmp_path / "agreements" / "compare" / "older--newer" / "addresses.tsv").read_bytes() == ledger
    assert not project.site.exists()


def test_a_row_that_moved_leaves_a_line_at_its_old_place(tmp_path: Path) -> None:
    project = a_compared_project(tmp_path, *APART)
    pipeline.record_addresses(project, no_report)
    write_lineage(tmp_path, *PAIRED)
    page = "compare/older/newer/article-1/"
    moved = [f"{page}#was-1.B\t{page}#1.B", "compare/older/newer/article-9/\tcompare/older/newer/article-2/"]
    (tmp_path / "agreements" / "compare" / "older--newer" / "moved.tsv").write_text("\n".join(moved), encoding="utf-8")
    editions = pipeline.load_editions(project, no_report)
    relations = pipeline.load_relations(project, editions)
    found = render_comparisons(Crossings(relations))
    text = next(page.text for page in found.pages if page.path.stem == "article-1")

    pipeline.refuse_broken_addresses(Crossings(relations))
    assert f"was-1.B is now at [{page}#1.B](#1.B).\n{{: #was-1.B .moved" in text
    assert [(each.old, each.new) for each in found.redirects] == [
        ("compare/older/newer/article-9/", "compare/older/newer/article-2/")
    ]


def test_what_is_not_recorded_of_a_comparison_is_found(tmp_path: Path) -> None:
    project = a_compared_project(tmp_path, *PAIRED)
    editions = pipeline.load_editions(project, no_report)
    relations = pipeline.load_relations(project, editions)
    found = [finding for finding in pipeline.findings_of(relations) if "compare" in finding.path]

    assert [(finding.path, finding.code) for finding in found] == [
        ("agreements/compare/older--newer/lineage.tsv", "C101"),
        ("agreements/compare/older--newer/addresses.tsv", "S104"),
    ]


@pytest.mark.parametrize("line", ["no-tab-here", "\twords without an address", "mini/article-1/#1\t "])
def test_a_ledger_line_without_its_two_fields_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "addresses.tsv").write_text(f"mini/\tPay\n{line}\n", encoding="utf-8")

    with pytest.raises(
        SettingsError, match=r"agreements/mini/addresses\.tsv:2: (needs an address|1 field between tabs, but a row needs 2)"
    ):
        load_ledger(tmp_path, "agreements/mini")


@pytest.mark.books
@pytest.mark.skipif(HERE == TINY, reason="this project has no agreement yet")
def test_the_committed_ledgers_hold_every_address_of_the_real_agreements() -> None:
    """A changed parser that would move a published anchor fails here, and so does one that adds anchors unrecorded."""
    project = pipeline.Project(ROOT, ROOT / "site")
    editions = pipeline.load_editions(project, no_report)
    relations = pipeline.load_relations(project, editions)
    found = list(recorded(Crossings(relations)))

    assert {each.name for each in found} >= {*editions, *(comparison.settings.folder for comparison in relations.comparisons)}
    for each in found:
        assert not each.change.breaks
        assert each.change.added == (), "run make record, look at the diff, commit it"


def test_a_changed_parser_that_would_move_an_address_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text: only how labels are written in anchors has changed."""
    a_site_of_its_own(tmp_path)
    project = pipeline.Project(tmp_path, tmp_path / "site")
    a_mini_agreement(tmp_path / "agreements" / "mini", BEFORE)
    pipeline.record_addresses(project, no_report)
    unique = numbering._unique
    monkeypatch.setattr(numbering, "_unique", lambda *given: replace(step := unique(*given), value=step.value.lower()))

    with pytest.raises(ContractSiteError, match=r"S101 the address mini/article-1/#1\.A .* would disappear"):
        pipeline.build_site(project, no_report)
    assert not project.site.exists()


@pytest.mark.agreements(*POSTAL)
def test_the_own_page_and_the_lists_of_an_agreement_are_published_addresses_too() -> None:
    project = pipeline.Project(ROOT, ROOT / "site")
    published = {
        item.address
        for item in pipeline.load_ledgers(project, pipeline.load_editions(project, no_report))["national-2010"].published
    }

    assert published >= {f"national-2010/{page}" for page in ("", "memoranda/", "tables/", "corrections/", "documents/")}


def test_a_page_that_moved_takes_its_anchors_with_it(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    old = Published("mini/old/", "Pay"), Published("mini/old/#1.A", "The first rule"), Published("mini/old/#9", "gone")
    moved = Moved("mini/old/", "mini/article-1/"), Moved("mini/old/#9", "mini/article-2/#2")
    ledger = Ledger((*published_addresses(edition), *old), moved)

    (redirect,) = moved_pages(ledger)

    assert not compare_ledger(published_addresses(edition), ledger).breaks
    assert (redirect.old, redirect.new) == ("mini/old/", "mini/article-1/")
    assert redirect.anchors == (("1.A", "mini/article-1/#1.A"), ("9", "mini/article-2/#2"))


def test_an_anchor_of_a_moved_page_that_the_new_page_has_not_is_named(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    old = Published("mini/old/", "Pay"), Published("mini/old/#9", "gone")
    ledger = Ledger((*published_addresses(edition), *old), (Moved("mini/old/", "mini/article-1/"),))

    assert [item.address for item in compare_ledger(published_addresses(edition), ledger).lost] == ["mini/old/#9"]


def test_moved_cannot_lead_away_from_a_page_that_stands(tmp_path: Path) -> None:
    edition = an_edition(tmp_path)
    ledger = a_ledger(edition, Moved("mini/article-1/", "mini/article-2/"))

    (finding,) = broken_addresses(compare_ledger(published_addresses(edition), ledger), "addresses.tsv")

    assert "moved.tsv leads away from mini/article-1/, where a page stands" in str(finding)
