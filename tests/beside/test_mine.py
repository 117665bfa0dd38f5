"""What readers choose as theirs comes from data, and belongs beside what it answers and what it cites."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.present import POSTAL
from tests.projects import ROOT, a_project, no_report

from contract_site.beside.crossings import Crossings
from contract_site.beside.mine import OwnPlace, beside_local, beside_trade, local_editions, trades_of
from contract_site.build import pipeline
from contract_site.cite.cite import citation
from contract_site.data.mine import local_rows, mine_index, trade_rows
from contract_site.model.finding import SettingsError
from contract_site.model.page import DataFile

Row = tuple[str, str, str, bool]
"""The page, the anchor there, the citation of the reader's own place, whether it answers."""


def crossings_of(project: pipeline.Project) -> Crossings:
    return Crossings(pipeline.load_relations(project, pipeline.load_editions(project, no_report)))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Crossings:
    return crossings_of(a_project(tmp_path_factory.mktemp("mine") / "project"))


@pytest.fixture(scope="module")
def real() -> Crossings:
    return crossings_of(pipeline.Project(ROOT, ROOT / "site"))


def rows(found: Iterable[OwnPlace]) -> set[Row]:
    return {(each.at.page, each.at.anchor, citation(each.place.part, each.place.provision), each.answers) for each in found}


def files(crossings: Crossings) -> list[DataFile]:
    editions = list(crossings.relations.editions.values())
    rows_of_locals = [local_rows(each, crossings) for each in local_editions(editions)]
    return [*mine_index(editions), *rows_of_locals, *(file for each in editions for file in trade_rows(each, crossings))]


def data_of(crossings: Crossings) -> dict[str, object]:
    return {file.path.as_posix(): json.loads(file.text.partition(" = ")[2].rstrip(";\n")) for file in files(crossings)}


def test_an_item_belongs_beside_the_place_whose_list_it_answers(invented: Crossings) -> None:
    [local] = local_editions(list(invented.relations.editions.values()))

    assert rows(beside_local(local, invented)) == {
        ("article-5", "5.B.1", "Item 1", True),
        ("article-5", "5.B.2", "Item 2", True),
    }


def test_what_is_about_a_trade_belongs_beside_what_it_cites_and_not_beside_itself(invented: Crossings) -> None:
    relief, watch = trades_of(invented.relations.editions["tiny-2024"])

    assert (relief.id, watch.id) == ("keepers/relief-service", "keepers/watch-service")
    assert rows(beside_trade(watch, invented)) == {("article-4", "table-1", "Article 2.3", False)}
    assert ("article-5", "5", "Appendix A, 2", False) in rows(beside_trade(relief, invented))
    assert not {page for page, *_ in rows(beside_trade(relief, invented))} & {"appendix-a", "memo/relief-keepers"}


def test_the_data_name_every_choice_in_the_words_of_the_field_and_a_file_for_each(invented: Crossings) -> None:
    data = data_of(invented)

    assert data["index.js"] == {
        "locals": [["grey-rock", "Grey Rock LMA 2024", "local-tiny-2024", "tiny-2024", "station"]],
        "units": [
            [
                "keepers/relief-service", "Relief Service", "service",
                {"tiny-2024": ["tiny-2024/1", [
                    ["Appendix A. Relief Keepers’ Articles", "tiny-2024/appendix-a/"],
                    ["Relief Keepers", "tiny-2024/memo/relief-keepers/"],
                ]]},
            ],
            [
                "keepers/watch-service", "Watch Service", "service",
                {"tiny-2024": ["tiny-2024/2", [["Article 2. Hours of Work", "tiny-2024/article-2/"]]]},
            ],
        ],
    }  # fmt: skip
    assert data.keys() == {"index.js", "local-tiny-2024.js", "tiny-2024/1.js", "tiny-2024/2.js"}


def test_where_no_data_say_so_there_is_nothing_to_choose(tmp_path: Path) -> None:
    project = a_project(tmp_path / "project")
    for folder in project.folders:
        if folder.name not in ("tiny-1950", "tiny-1952", "tiny-1954"):
            for path in sorted(folder.rglob("*"), reverse=True):
                path.unlink()
            folder.rmdir()
    editions = pipeline.load_editions(project, no_report)

    assert files(Crossings(pipeline.relate(editions, {}))) == []


def test_a_part_that_is_not_there_is_named_with_its_file(tmp_path: Path) -> None:
    project = a_project(tmp_path / "project")
    file = project.agreements / "tiny-2024" / "agreement.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('["article-2"]', '["article-99"]'), encoding="utf-8")

    with pytest.raises(SettingsError, match=r"tiny-2024.*the unit 'Watch Service' names the part 'article-99'"):
        files(crossings_of(project))


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("article-30", "30.B.14", "Item 14", True), id="the list itself"),
        pytest.param(("article-8", "", "Item 14", True), id="the article that the list asks about"),
    ],
)
def test_the_local_item_on_overtime_lists_stands_at_the_article_on_hours(real: Crossings, row: Row) -> None:
    [local] = local_editions(list(real.relations.editions.values()))
    found = {(page, "" if anchor == "8" else anchor, *rest) for page, anchor, *rest in rows(beside_local(local, real))}

    assert row in found
    assert sum(page == "article-30" for page, *_ in found) >= 22


@pytest.mark.agreements(*POSTAL)
def test_four_crafts_have_articles_of_their_own(real: Crossings) -> None:
    units = list(trades_of(real.relations.editions["national-2010"]))
    clerks = rows(beside_trade(units[0], real))

    assert [unit.parts[0].id for unit in units] == ["article-37", "article-38", "article-39", "article-41"]
    assert ("article-12", "12", "Article 37.3.A.3", False) in clerks
