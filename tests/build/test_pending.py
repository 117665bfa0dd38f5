"""A made-up change of the invented agreements is told: what it rewords, moves, adds and loses, which links and claims flip."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.projects import ROOT, a_project

from contract_site.build.pending import ChangedClaim, Link, Weight, pending
from contract_site.build.pending_page import NOTHING, pending_lines, pending_page
from contract_site.cli import preview_change

SLUG = "keepers"


def provision(anchor: str, text: str, **more: object) -> dict[str, object]:
    url = f"/{SLUG}/article-1/#{anchor}"
    return {"url": url, "citation": f"Article {anchor}", "label": f"{anchor}.", "heading": None, "text": text, **more}


def reference(place: str, text: str, *to: str, **more: object) -> dict[str, object]:
    plain = {"from": place, "container": "body", "text": text, "to": list(to), "to_agreement": None, "external": None}
    return {**plain, "status": "resolved" if to else "unresolved", **more}


def a_site(folder: Path, provisions: list[Any], references: list[Any] = [], rows: list[Any] = [], table: str = "10") -> Path:  # noqa: B006
    compared = {"before": "a", "after": SLUG, "url": "/compare/a/keepers/", "data": "/data/compare/a--keepers.json"}
    tables = [
        {"id": "table-1", "container": "body", "title": "Pay", "name": "Table 1", "columns": ["Grade"], "rows": [[table]]}
    ]
    files = {
        "index.json": {"agreements": [{"slug": SLUG}], "comparisons": [compared]},
        f"{SLUG}.json": {"slug": SLUG, "provisions": provisions, "references": references, "tables": tables},
        "compare/a--keepers.json": {"rows": rows},
    }
    for name, content in files.items():
        path = folder / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    page = folder / SLUG / "article-1" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("".join(each["text"] for each in provisions), encoding="utf-8")
    return folder


def test_the_same_site_has_no_change(tmp_path: Path) -> None:
    sites = [a_site(tmp_path / name, [provision("1", "One.")], [reference("1", "Article 1", "1")]) for name in "ab"]

    assert pending(*sites).empty
    assert list(pending_lines(pending(*sites))) == [NOTHING]


def test_words_are_reworded_moved_added_and_removed(tmp_path: Path) -> None:
    before = a_site(
        tmp_path / "a",
        [provision("1", "Paid for 10 days."), provision("2", "Boats."), provision("3", "Gone."), provision("4", "X")],
    )
    after = a_site(
        tmp_path / "b",
        [
            provision("1", "Paid for 100 days."),
            provision("5", "Boats.", label="2."),
            provision("4", "X"),
            provision("6", "New."),
        ],
        table="11",
    )
    found = pending(before, after)

    assert [(each.before.url, each.after.url) for each in found.moved] == [("/keepers/article-1/#2", "/keepers/article-1/#5")]
    assert [each.url for each in found.added] == ["/keepers/article-1/#6"]
    assert [each.url for each in found.removed] == ["/keepers/article-1/#3"]
    assert [each.after.citation for each in found.reworded] == ["Article 1", "Table 1"]
    assert "  reworded: Article 1  1. Paid for [-10-] {+100+} days." in list(pending_lines(found))
    assert found.pages == (Weight("keepers/article-1/index.html", 29, 29),)


def test_words_that_stand_twice_are_never_said_to_have_moved(tmp_path: Path) -> None:
    before = a_site(tmp_path / "a", [provision("1", "Same.", label="x"), provision("2", "Same.", label="x")])
    after = a_site(tmp_path / "b", [provision("3", "Same.", label="x")])
    found = pending(before, after)

    assert (len(found.removed), len(found.added), found.moved) == (2, 1, ())


def test_links_and_claims_that_flip_are_told(tmp_path: Path) -> None:
    row = {"before": ["1"], "after": ["1"], "change": "unchanged"}
    before = a_site(tmp_path / "a", [provision("1", "x")], [reference("1", "Article 9", "9"), reference("1", "it", "2")], [row])
    after = a_site(
        tmp_path / "b",
        [provision("1", "x")],
        [reference("1", "Article 9"), reference("1", "it", "2", to_agreement="other")],
        [{**row, "change": "reworded"}],
    )
    found = pending(before, after)

    assert found.links == (
        Link("keepers:1", "Article 9", "9", "(unresolved)"),
        Link("keepers:1", "it", "2", "other:2"),
    )
    assert found.relations == (ChangedClaim("/compare/a/keepers/", "1 → 1", "unchanged", "reworded"),)


def test_source_text_is_no_markup_on_the_page(tmp_path: Path) -> None:
    before = a_site(tmp_path / "a", [provision("1", "<script>alert(1)</script> a $title")])
    after = a_site(tmp_path / "b", [provision("1", "<script>alert(2)</script> a $title"), provision("2", "<b>")])
    page = pending_page(pending(before, after), "<main>")

    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;main&gt;" in page


@pytest.mark.slow
def test_a_change_of_a_project_under_git_is_told_before_it_is_published(tmp_path: Path) -> None:
    project = a_project(tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=x", "-c", "user.email=x@y.z", "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", tmp_path, *command], check=True)
    path = project.agreements / "tiny-2024" / "corrections.toml"
    text = path.read_text(encoding="utf-8")
    assert 'text = "keepers"' in text
    path.write_text(text.replace('text = "keepers"', 'text = "watchmen"', 1), encoding="utf-8")
    found = CliRunner().invoke(preview_change, ["HEAD", "--project", str(tmp_path)])

    assert found.exit_code == 0, found.output
    lines = found.output.splitlines()
    assert lines[0].startswith("provisions and tables: 0 added, 0 removed, 0 moved, 1 reworded; links changed: 0;")
    assert (
        "  reworded: Article 4.2  Section 2. Allowances A boat allowance is paid to [-keepers-] {+watchmen+} who row to work."
        in lines
    )
    assert (tmp_path / "build" / "pending" / "index.html").read_text(encoding="utf-8").count("<ins>") == 1


def test_what_git_does_not_know_is_said_in_one_line(tmp_path: Path) -> None:
    subprocess.run(["git", "-C", tmp_path, "init", "-q"], check=True)
    for base in ("nowhere", "--output=x"):
        found = CliRunner().invoke(preview_change, ["--project", str(tmp_path), "--", base])
        assert found.exit_code == 1
        assert found.output.count("\n") == 1
        assert base in found.output
