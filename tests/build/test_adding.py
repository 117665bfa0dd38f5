"""An agreement is added from a file: its folder as written down, nothing half-written, nothing of an editor's changed."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.build.added import PDF, add, agreement, given
from tests.projects import a_project, documents_only, files_of, no_report
from tests.read.docxs import a_docx, a_list, a_num, p
from tests.read.pdfs import a_pdf

from contract_site.build import adding, pipeline
from contract_site.build.project import Project
from contract_site.model.agreement import agreements_of
from contract_site.model.finding import ContractSiteError

NUMBERED = a_list("1", ("upperRoman", "Article %1"), ("decimal", "%2."))
DOCX = a_docx(
    p("Aber Bylaws", more='<w:outlineLvl w:val="0"/>')
    + "".join(p(f"Head {n}", list_id="7") + p(f"Rule {n} holds at dusk.", list_id="7", level=1) for n in range(4)),
    numbering=NUMBERED + a_num("7", "1"),
)
VERSION = re.compile(r"(pypdfium2|lxml|markdown-it-py|beautifulsoup4) [\d.]+")


def test_the_folder_and_the_report_of_a_pdf_are_as_written_down(
    golden: Callable[[str, Mapping[str, str]], None], project: Project
) -> None:
    result = add(project, given(project, "ropes.pdf", PDF), "--slug", "ropes-2021")
    files = agreement(project, "ropes-2021")

    assert result.exit_code == 0, result.output
    assert files.pop("source.pdf") == PDF
    texts = {name: VERSION.sub(r"\1 VERSION", content.decode()) for name, content in files.items()}
    # The hash of rows that name the version.
    texts["agreement.toml"] = re.sub(r'(lines_sha256 = ")\w+', r"\1HASH", texts["agreement.toml"])
    golden("added", texts | {"report.txt": result.output})


@pytest.mark.parametrize(
    ("name", "data", "slug", "title"),
    [
        pytest.param("ropes.pdf", PDF, "ropes", "Collective Agreement between The Ropemakers and Aber Docks Ltd.", id="PDF"),
        pytest.param("bylaws.docx", DOCX, "bylaws", "Aber Bylaws", id="Word"),
        pytest.param(
            "pact.html", b"<html><h1>Aber Charter</h1>" + b"<h2>Article 1</h2><p>Boats <script>x</script>float.</p>" * 3,
            "pact", "Aber Charter", id="page",
        ),
        pytest.param(
            "pact.md", b"# Aber Rules\n\n## Article 1\n\nBoats float.\n\n## Article 2\n\nNets dry.\n", "pact", "Aber Rules",
            id="Markdown",
        ),
        pytest.param(
            "pact.txt", b"ABER AGREEMENT\nARTICLE 1\nBoats float.\nARTICLE 2\nNets dry.\n", "pact", "Aber Agreement", id="text"
        ),
        pytest.param("pact.txt", b"Boats float. Nets dry.\n", "pact", "pact", id="text of which nothing is known"),
    ],
)  # fmt: skip
def test_what_was_added_is_checked_and_built_as_it_stands(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, slug: str, title: str
) -> None:
    documents_only(monkeypatch)
    result = add(project, given(project, name, data), "--slug", slug)
    pipeline.build_site(project, no_report, bundles=False)
    editions = pipeline.load_editions(project, no_report)
    findings = pipeline.findings_of(pipeline.load_relations(project, editions))

    assert result.exit_code == 0, result.output
    assert editions[slug].settings.title == title
    assert not editions[slug].account.unaccounted
    assert [finding.code for finding in findings if finding.code.startswith("S")] == ["S104"]
    assert [path.name for path in project.build.glob("next-*")] == []


def test_a_second_run_changes_nothing_and_says_what_it_would_write(project: Project) -> None:
    path = given(project, "ropes.pdf", PDF)
    add(project, path, "--slug", "ropes")
    settings = project.agreements / "ropes" / "agreement.toml"
    again = add(project, path, "--slug", "ropes")
    settings.write_text(settings.read_text(encoding="utf-8").replace("“between”", "the cover").replace("2021–2024", "old"))
    before = files_of(project.root)
    changed = add(project, path, "--slug", "ropes")

    assert again.output == "agreements/ropes: is there already, and as a fresh run would write it\n"
    assert files_of(project.root) == before
    assert changed.output.splitlines()[0] == "agreements/ropes/agreement.toml: yours stays as it is; a fresh run would write:"
    assert '  -short = "old"' in changed.output.splitlines()
    assert '  +short = "2021–2024"' in changed.output.splitlines()
    assert changed.output.splitlines()[-1] == "nothing is changed"


@pytest.mark.parametrize(
    ("name", "data", "arguments", "why"),
    [
        pytest.param("a.pdf", PDF[:400], ("--slug", "a"), "the PDF cannot be read", id="half a PDF"),
        pytest.param("a.pdf", a_pdf([], []), ("--slug", "a"), "(a scan); have its letters recognised", id="a scan"),
        pytest.param("a.txt", b"", ("--slug", "a"), "empty", id="nothing"),
        pytest.param("a.pdf", PDF, ("--slug", "A b"), "slug 'A b' is no address", id="no address"),
        pytest.param("a.pdf", PDF, ("--slug", "go"), "an address of the site's own", id="an address of the site"),
        pytest.param("a.pdf", PDF, ("--slug", "a", "--edition-of", "b"), "there is no agreement 'b'", id="no earlier edition"),
        pytest.param("a.pdf", PDF, ("--slug", "a", "--update"), "there is no agreement 'a'", id="nothing to update"),
    ],
)
def test_what_cannot_be_added_ends_with_one_line_and_leaves_nothing(
    project: Project, name: str, data: bytes, arguments: tuple[str, ...], why: str
) -> None:
    path = given(project, name, data)
    before = files_of(project.root)

    result = add(project, path, *arguments)

    assert result.exit_code == 1
    assert why in result.output
    assert result.output.count("\n") == 1
    assert files_of(project.root) == before


def test_an_agreement_that_would_not_build_is_not_put_in_place(project: Project) -> None:
    (project.agreements / "mini" / "agreement.toml").write_text("slug = ")
    before = files_of(project.root)

    result = add(project, given(project, "ropes.pdf", PDF), "--slug", "ropes")

    assert result.exit_code == 1
    assert result.output.startswith("agreements/mini/agreement.toml:1: not valid TOML")
    assert files_of(project.root) == before


def test_what_the_text_may_say_is_offered_as_a_comment_and_holds_once_a_person_takes_it(project: Project) -> None:
    text = (
        "Agreement between Docks, Piers and Ropers\nARTICLE 1 BOATS\nIf nobody signs, this Agreement expires June 30, 2024.\n"
        "ARTICLE 2 NETS\nNets are dried at dawn.\nARTICLE 3 PAY\nPay is fair.\n"
    )
    result = add(project, given(project, "pact.txt", text.encode()), "--slug", "pact")
    path = project.agreements / "pact" / "agreement.toml"
    written = path.read_text(encoding="utf-8")

    assert tomllib.loads(written)["parties"] == []
    assert "expires" not in tomllib.loads(written)
    assert ": parties: perhaps Docks, Piers; Ropers  (not sure, so left out)\n" in result.output
    assert ": expires: perhaps 2024-06-30  (not sure, so left out)\n" in result.output
    taken = written.replace("parties = []\n", "").replace("# parties = ", "parties = ").replace("# expires = ", "expires = ")
    assert tomllib.loads(taken)["parties"] == ["Docks, Piers", "Ropers"]
    assert str(tomllib.loads(taken)["expires"]) == "2024-06-30"


# Another edition, another file -------------------------------------------------------------------------------------------


OLD = (
    "ABER AGREEMENT 2018\nBETWEEN\nTHE ROPEMAKERS\nAND\nABER DOCKS LTD.\nARTICLE 1\nROPES\n"
    "A. Ropes are teid at dusk by the Crew.\n"
    "B. Ropes are cut at dawn.\nARTICLE 2\nPAY\nA. Pay is by the day.\nC. Pay is by noon.\n"
)
NEW = OLD.replace("2018", "2021").replace("Ropes are cut at dawn.", "Ropes are cut at noon, by two.")
DECISIONS = {
    "corrections.toml": '[[correction]]\nline = 8\nraw = "teid"\ntext = "tied"\nreason = "misprint"\n\n'
    '[[correction]]\nline = 9\nraw = "cut"\ntext = "Cut"\nreason = "so in the book"\n\n'
    '[[note]]\nprovision = "2.C"\ntext = "There is no B."\n',
    "structure.toml": '[[paragraph]]\nline = 13\nopens = "C. Pay"\nlabel = true\n',
    "references.toml": '[[document]]\nname = "Tide Book"\nwords = ["Tide Book"]\n',
}


def test_another_edition_takes_over_what_fits_and_is_compared(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber-2018")
    folder = project.agreements / "aber-2018"
    for name, text in DECISIONS.items():
        (folder / name).write_text(text)
    with (folder / "agreement.toml").open("a") as settings:
        settings.write('\n[[group]]\ncode = "CR"\nname = "Crew of a boat"\nwords = ["the Crew"]\n')
    pipeline.record_addresses(project, no_report)

    result = add(project, given(project, "new.txt", NEW.encode()), "--slug", "aber-2021", "--edition-of", "aber-2018")
    new = {name: content.decode() for name, content in agreement(project, "aber-2021").items()}
    relations = pipeline.load_relations(project, pipeline.load_editions(project, no_report))
    [comparison] = relations.comparisons

    assert result.exit_code == 0, result.output
    corrections = tomllib.loads(new["corrections.toml"])
    assert [each["raw"] for each in corrections["correction"]] == ["teid"]
    assert [each["provision"] for each in corrections["note"]] == ["2.C"]
    assert tomllib.loads(new["structure.toml"])["paragraph"] == [{"line": 13, "opens": "C. Pay", "label": True}]
    assert [each["code"] for each in tomllib.loads(new["agreement.toml"])["group"]] == ["CR"]
    assert "references.toml" not in new
    assert "agreements/aber-2021/corrections.toml:1: entries of aber-2018 left out: 1;" in result.output
    assert (comparison.settings.before, comparison.settings.after) == ("aber-2018", "aber-2021")
    assert sum(comparison.summary.values()) > 0
    assert {each.code for each in pipeline.findings_of(relations) if each.code.startswith("S")} == {"S104", "S105"}


def test_another_edition_has_the_parties_that_an_editor_put_right(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber-2018")
    settings = project.agreements / "aber-2018" / "agreement.toml"
    right, written = ["Ropemakers’ Union", "Aber Docks Limited"], settings.read_text(encoding="utf-8")
    own = f"parties = {json.dumps(right, ensure_ascii=False)}"
    settings.write_text(re.sub(r"(?m)^parties = .*$", own, written), encoding="utf-8")

    result = add(project, given(project, "new.txt", NEW.encode()), "--slug", "aber-2021", "--edition-of", "aber-2018")
    new = agreement(project, "aber-2021")["agreement.toml"].decode()

    assert result.exit_code == 0, result.output
    assert tomllib.loads(new)["parties"] == right
    assert '# parties = ["The Ropemakers", "Aber Docks Ltd."]\n' in new
    assert ": As aber-2018; line 2 of this text names them as below; if they changed, " in result.output


SAME_TITLE = (
    "ABER AGREEMENT\nBETWEEN\nTHE ROPEMAKERS\nAND\nABER DOCKS LTD.\n{term}\nARTICLE 1\nROPES\n" + OLD.partition("ROPES\n")[2]
)


@pytest.mark.parametrize(
    ("term", "name", "said"),
    [
        ("May 1, 2021 to April 30, 2024", "Aber Agreement 2021–2024", "aber-2018 has the same title, so the years"),
        ("", None, '# name = "…": what menus call it; aber-2018 has the same title, so write what tells them apart.'),
    ],
)
def test_an_edition_with_the_title_of_the_earlier_one_is_called_by_its_years(
    project: Project, term: str, name: str | None, said: str
) -> None:
    old = SAME_TITLE.format(term="May 1, 2018 to April 30, 2021" if term else "")
    add(project, given(project, "old.txt", old.encode()), "--slug", "aber-2018")
    new = SAME_TITLE.format(term=term).replace("at dawn", "at noon")
    result = add(project, given(project, "new.txt", new.encode()), "--slug", "aber-later", "--edition-of", "aber-2018")
    first, second = (agreement(project, slug)["agreement.toml"].decode() for slug in ("aber-2018", "aber-later"))

    assert result.exit_code == 0, result.output
    assert (tomllib.loads(second)["title"], tomllib.loads(second).get("name")) == (tomllib.loads(first)["title"], name)
    assert said in second
    assert "name" not in tomllib.loads(first)


def test_until_its_addresses_are_recorded_a_title_may_be_corrected(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    folder = project.agreements / "aber"
    (folder / "structure.toml").write_text('[[paragraph]]\nline = 9\nopens = "B. Ropes"\nlabel = false\n')

    pipeline.record_addresses(project, no_report)
    assert "aber/article-1/#1.B" not in (folder / "addresses.tsv").read_text(encoding="utf-8")
    (folder / "structure.toml").write_text('[[paragraph]]\nline = 8\nopens = "A. Ropes"\nlabel = false\n')
    with pytest.raises(ContractSiteError, match=r"S101 the address aber/article-1/#1\.A "):
        pipeline.record_addresses(project, no_report)


@pytest.mark.parametrize("recorded", [True, False])
def test_another_file_records_addresses_only_where_they_were_recorded(project: Project, recorded: bool) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    if recorded:
        pipeline.record_addresses(project, no_report)
    result = add(project, given(project, "new.txt", OLD.encode() + b"D. Pay is fair.\n"), "--slug", "aber", "--update")

    assert result.exit_code == 0, result.output
    assert (project.agreements / "aber" / "addresses.tsv").exists() == recorded


def test_another_edition_lies_beside_the_earlier_one_in_the_folder_of_their_agreement(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber-2018")
    shared, folder = project.agreements / "aber", project.agreements / "aber" / "aber-2018"
    (project.agreements / "aber-2018").rename(project.agreements / "first")
    shared.mkdir()
    (project.agreements / "first").rename(folder)
    own = (folder / "agreement.toml").read_text(encoding="utf-8")
    (folder / "agreement.toml").unlink()
    (folder / "edition.toml").write_text(re.sub(r"^(agreement|parties) = .*\n", "", own, flags=re.MULTILINE), encoding="utf-8")
    (shared / "agreement.toml").write_text('agreement = "aber"\nparties = ["The Ropemakers", "Aber Docks Ltd."]\n')

    result = add(project, given(project, "new.txt", NEW.encode()), "--slug", "aber-2021", "--edition-of", "aber-2018")
    again = add(project, given(project, "new.txt", NEW.encode()), "--slug", "aber-2021", "--edition-of", "aber-2018")
    newer = add(project, given(project, "new.txt", NEW.replace("noon", "dusk").encode()), "--slug", "aber-2021", "--update")
    editions = pipeline.load_editions(project, no_report)
    [aber] = [each for each in agreements_of(editions.values()) if each.id == "aber"]

    assert result.exit_code == 0, result.output
    assert not {"agreement", "parties"} & tomllib.loads((shared / "aber-2021" / "edition.toml").read_text()).keys()
    assert (
        "# As agreement.toml above says; line 2 of the text names the same.\n"
        in (shared / "aber-2021" / "edition.toml").read_text()
    )
    assert "agreements/aber/aber-2021/edition.toml:" in result.output
    assert "; new: agreements/aber/aber-2021, agreements/compare/aber-2018--aber-2021\n" in result.output
    assert (aber.id, aber.parties) == ("aber", ("The Ropemakers", "Aber Docks Ltd."))
    assert [edition.slug for edition in aber.editions] == ["aber-2021", "aber-2018"]
    assert again.output == "agreements/aber/aber-2021: is there already, and as a fresh run would write it\n"
    assert newer.exit_code == 0, newer.output
    assert "at dusk, by two" in (shared / "aber-2021" / "source.txt").read_text()


def test_a_new_file_is_taken_in_the_place_of_the_old_and_what_editors_wrote_stays(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    settings = project.agreements / "aber" / "agreement.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace('"not stated"', '"expired"  # since the flood'), encoding="utf-8"
    )
    other = OLD.replace("at dawn", "at noon").encode()

    told = add(project, given(project, "new.txt", other), "--slug", "aber")
    result = add(project, given(project, "new.txt", other), "--slug", "aber", "--update")

    assert told.exit_code == 1
    assert told.output.startswith("agreements/aber:1: is there already, made from another file; nothing was added or changed. ")
    assert told.output.count("\n") == 1
    assert result.exit_code == 0, result.output
    assert agreement(project, "aber")["source.txt"] == other
    assert 'description = "new.txt, a text file."' in settings.read_text(encoding="utf-8")
    assert '"expired"  # since the flood' in settings.read_text(encoding="utf-8")
    assert pipeline.load_editions(project, no_report)["aber"].settings.status == "expired"


def test_settings_that_windows_saved_are_read_and_kept(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    settings = project.agreements / "aber" / "agreement.toml"
    settings.write_bytes(settings.read_text(encoding="utf-8").replace("not stated", "expired").encode("utf-16"))

    result = add(project, given(project, "new.txt", OLD.replace("at dawn", "at noon").encode()), "--slug", "aber", "--update")

    assert result.exit_code == 0, result.output
    assert pipeline.load_editions(project, no_report)["aber"].settings.status == "expired"


def test_decisions_go_with_their_lines_to_a_new_file_and_one_that_does_not_fit_stays_as_a_comment(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    folder = project.agreements / "aber"
    (folder / "corrections.toml").write_text(DECISIONS["corrections.toml"])
    (folder / "structure.toml").write_text(DECISIONS["structure.toml"])

    mended = "Printed anew\n" + OLD.replace("teid", "tied")
    result = add(project, given(project, "new.txt", mended.encode()), "--slug", "aber", "--update")

    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "agreements/aber: its files are taken anew; lines gone: 1, new: 2; entries brought to other lines: 2",
        "agreements/aber/corrections.toml:1: left out, as a comment: its words do not stand in the new text where they stood",
        "make check AGREEMENT=aber names what to look at",
    ]
    corrections = tomllib.loads((folder / "corrections.toml").read_text(encoding="utf-8"))
    assert [(each["line"], each["raw"]) for each in corrections["correction"]] == [(10, "cut")]
    assert '# raw = "teid"' in (folder / "corrections.toml").read_text(encoding="utf-8")
    assert pipeline.load_editions(project, no_report)["aber"].corrections[0].correction.line == 10


def test_a_new_file_in_which_a_named_part_does_not_stand_is_refused(project: Project) -> None:
    add(project, given(project, "old.txt", OLD.encode()), "--slug", "aber")
    with (project.agreements / "aber" / "agreement.toml").open("a") as settings:
        settings.write('\n[[part]]\nline = 1\nopens = "ABER"\nkind = "furniture"\nreason = "cover"\n')
        settings.write('\n[[part]]\nline = 6\nopens = "ARTICLE 1"\nkind = "articles"\n')
    before = files_of(project.root)

    result = add(project, given(project, "new.txt", OLD.replace("ABER AG", "DOCK AG").encode()), "--slug", "aber", "--update")

    assert result.exit_code == 1
    assert "part at line 1: the words 'ABER' do not stand there" in result.output
    assert files_of(project.root) == before


def test_what_is_tried_with_a_new_agreement_has_the_families_that_the_others_are_read_by(tmp_path: Path) -> None:
    project = a_project(tmp_path / "project")
    file = tmp_path / "rope.pdf"
    file.write_bytes(PDF)

    with adding.tried(project, adding.Request((file,), "rope")) as (_, scratch):
        assert [path.name for path in scratch.families] == ["keepers"]
