"""The benchmarks run on an agreement of any size. What they measure is never tested."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.projects import a_project, files_of

from contract_site.build import pipeline
from contract_site.cli import run_benchmarks
from contract_site.measure.building import Growth, Stages, articles, copies, growth_lines, measure_growth

AGREEMENT = "tiny-2024"


@pytest.mark.slow
def test_the_benchmarks_print_speed_growth_stages_and_weight_and_leave_the_project_as_it_is(tmp_path: Path) -> None:
    a_project(tmp_path)
    (tmp_path / "site").mkdir()
    before = files_of(tmp_path)
    arguments = ["--project", str(tmp_path), "--agreement", AGREEMENT, "--runs", "1", "--quiet"]
    result = CliRunner().invoke(run_benchmarks, arguments, catch_exceptions=False)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert re.search(r"read and parse +\d+\.\d+ s +\d+\.\d+ MB/s", result.stdout)
    assert re.findall(r"^ +(\d+)x .*ratio \d+\.\d\d$", result.stdout, re.MULTILINE) == ["1", "4", "16", "1", "4", "10"]
    assert re.search(r"^Building \d+ pages$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +Writing agreements +\d+\.\d+ s$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +search/data\.js +[\d,]+ bytes +[\d,]+ gzip$", result.stdout, re.MULTILINE)
    assert files_of(tmp_path) == before


def test_an_agreement_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(run_benchmarks, ["--project", str(tmp_path), "--agreement", "nowhere", "--quiet"])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "there is no agreement 'nowhere'; known: " in result.stderr


def test_growth_is_measured_on_copies_of_the_articles_that_the_parser_takes(tmp_path: Path) -> None:
    """Each copy is parsed as articles again, without what stands around them, so that the work grows with the text."""
    edition = pipeline.load_folder(a_project(tmp_path).agreements / AGREEMENT, AGREEMENT)
    text = articles(edition)
    (tmp_path / "once.txt").write_text(text, encoding="utf-8")
    (tmp_path / "four.txt").write_text(copies(text, 4), encoding="utf-8")
    once, four = (
        [part.name for part in pipeline.inspect_file(tmp_path / f"{name}.txt", None).parts] for name in ("once", "four")
    )

    assert text.rstrip("\n") in edition.source.text
    assert len(text) < len(edition.source.text)
    assert len(once) > 1
    assert four[: len(once)] == once
    assert len(set(four)) == len(four) == 4 * len(once)
    assert [each.characters for each in measure_growth(text, 1)] == [len(copies(text, times)) for times in (1, 4, 16)]


@pytest.mark.parametrize(
    ("seconds", "ratio"), [(4.0, "1.00"), (8.0, "2.00"), (2.0, "0.50")], ids=["linear", "twice as slow", "quicker"]
)
def test_the_ratio_compares_the_time_of_a_character(seconds: float, ratio: str) -> None:
    lines = growth_lines([Growth(1, 1000, 1.0), Growth(4, 4000, seconds)])

    assert lines[1].endswith(f"ratio {ratio}")


def test_the_time_after_a_stage_has_ended_is_not_its_own() -> None:
    own = "Writing the site’s own pages"
    taken = Stages([(0.0, own, False), (2.0, own, True), (5.0, "Making downloads", False)]).seconds()

    assert list(taken) == [own, "Putting the site together", "Making downloads"]
    assert (taken[own], taken["Putting the site together"]) == (2.0, 3.0)
