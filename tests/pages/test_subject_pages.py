"""Tests of the pages of subjects: what they show of a table, and under which letter each stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import markdown
import pytest
from bs4 import BeautifulSoup
from tests.projects import a_project, no_report

from contract_site.beside.subjects import PlacedSubject, SubjectPlace
from contract_site.build import pipeline
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.subject import Subject
from contract_site.pages.site.subject_pages import WHOLE, render_subjects


@pytest.mark.parametrize(("cells", "shown"), [(("7", "8"), True), (("", "8"), False)], ids=["full", "gap"])
def test_a_table_with_a_blank_cell_is_named_and_led_to(tmp_path: Path, cells: tuple[str, ...], shown: bool) -> None:
    edition, part, provision, block = a_table(tmp_path)
    assert block.table
    table = replace(block.table, name="Table 9", title="Lamps", columns=("Keepers", "Mates"), rows=(cells,))
    place = SubjectPlace(edition, part, provision, replace(block, table=table))
    subject = PlacedSubject(Subject(name="Lamps", places={edition.slug: ("1",)}), (place,))

    *_, page = render_subjects([subject], [])

    assert "> Table 9 Lamps" in page.text
    assert ("Mates" in page.text) is shown
    assert ("[Read on in " in page.text) is not shown


def test_a_letter_with_an_accent_stands_with_the_letter(tmp_path: Path) -> None:
    edition, part, provision, _ = a_table(tmp_path)
    places = (SubjectPlace(edition, part, provision),)
    names = ("Étape", "Echo", "Fog", "9 lamps")

    index, *_ = render_subjects([PlacedSubject(Subject(name=name), places) for name in names], [])

    shown = [line for line in index.text.splitlines() if line.startswith(("## ", "- "))]
    assert [line.partition(" {:")[0].partition("](")[0] for line in shown] == [
        "## E", "- [Echo", "- [Étape", "## F", "- [Fog", "## Figures", "- [9 lamps",
    ]  # fmt: skip


def test_of_many_editions_a_subject_shows_the_words_of_some_and_leads_to_all(tmp_path: Path) -> None:
    edition, part, provision, _ = a_table(tmp_path)
    names = [f"edition-{number}" for number in range(WHOLE + 2)]
    editions = [replace(edition, settings=replace(edition.settings, slug=name, title=name, name=name)) for name in names]
    subject = PlacedSubject(Subject(name="Lamps"), tuple(SubjectPlace(each, part, provision) for each in editions))

    *_, page = render_subjects([subject], [])

    assert page.text.count("<section") == WHOLE
    made = BeautifulSoup(markdown.markdown(page.text.partition("{: #more }")[2], extensions=["attr_list"]), "html.parser")
    assert [name for name in names[:WHOLE] if f"#{name} }}" not in page.text] == []
    assert [each.get("id") for each in made.find_all("li")] == names[WHOLE:]
    assert "{:" not in made.get_text()
    assert [name for name in names if f"{name}/{part.id}.md" not in page.text] == []


def a_table(folder: Path) -> tuple[Edition, Part, Provision, Block]:
    """The first table of the tiny editions, and where it stands."""
    editions = pipeline.load_editions(a_project(folder), no_report)
    return next(
        (edition, part, provision, block)
        for edition in editions.values()
        for part, provision in edition.provisions()
        for block in provision.blocks
        if block.table
    )
