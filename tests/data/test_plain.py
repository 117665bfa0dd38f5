"""The plain Markdown beside pages has the parties' words, all of them and no others, at the addresses of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests import present
from tests.projects import a_project, no_report
from tests.sources import real

from contract_site.build import pipeline
from contract_site.data.plain import INDEX, LLMS, escaped, llms, plain_files
from contract_site.model.document import Edition, Provision
from contract_site.model.page import DataFile
from contract_site.model.site import SiteSettings
from contract_site.published.ledger import published_addresses

SITE = SiteSettings(name="Lights", address="https://lights.example/")
COMMON_MARK = MarkdownIt("commonmark").enable("table")


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The invented agreements."""
    return pipeline.load_editions(a_project(tmp_path_factory.mktemp("plain")), no_report)


def test_every_word_of_every_part_is_there_once_in_its_order(editions: dict[str, Edition]) -> None:
    files = {file.path.as_posix(): file.text for each in editions.values() for file in plain_files(each, SITE)}

    for edition in editions.values():
        for part in edition.parts:
            assert shown_words(files[f"{edition.slug}/{part.id}/{INDEX}"]) == list(words_of(part.root))


@pytest.mark.agreements(*present.POSTAL)
@pytest.mark.parametrize("slug", present.BY_SLUG)
def test_every_word_of_the_real_agreements_is_there(slug: str) -> None:
    edition = real.edition(slug)
    files = {file.path.as_posix(): file.text for file in plain_files(edition, SITE)}

    for part in edition.parts:
        assert shown_words(files[f"{slug}/{part.id}/{INDEX}"]) == list(words_of(part.root))


def test_every_link_leads_to_a_published_address_or_to_another_of_these_files(editions: dict[str, Edition]) -> None:
    files = [file for each in editions.values() for file in plain_files(each, SITE)]
    files.append(DataFile(LLMS, llms(editions.values(), SITE)))
    known = {f"https://lights.example/{each.address}" for edition in editions.values() for each in published_addresses(edition)}
    known |= {f"https://lights.example/{file.path.as_posix()}" for file in files}
    known |= {f"https://lights.example/data/{name}.json" for name in ("index", "schema", *editions)}
    links = [link for file in files for link in re.findall(r"(?<=\]\()https://[^)]+", file.text)]

    assert len(links) > 100
    assert [link for link in links if link not in known] == []


def test_the_list_for_assistants_names_every_agreement_with_its_standing(editions: dict[str, Edition]) -> None:
    text = llms(editions.values(), SITE)
    lines = [line for line in text.splitlines() if line.startswith("- [")]

    assert text.startswith("# Lights\n\n> ")
    for edition in editions.values():
        [line] = [line for line in lines if f"/{edition.slug}/index.md)" in line]
        assert edition.settings.status.replace("not stated", "status not stated") in line


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60))
def test_no_words_can_become_markup(text: str) -> None:
    """Whatever stands in a source, a reader of Markdown shows it as it is, in one paragraph."""
    flat = " ".join(text.split())
    if not flat:
        return
    paragraph, *others = [token for token in COMMON_MARK.parse(escaped(text)) if token.type != "paragraph_close"]

    assert paragraph.type == "paragraph_open"
    assert [token.type for token in others] == ["inline"]
    assert {child.type for child in others[0].children or []} <= {"text", "text_special", "entity"}
    assert "".join(child.content for child in others[0].children or []) == flat


def shown_words(text: str) -> list[str]:
    """The words that a reader of Markdown shows, but for the head of the file and the citations before provisions."""
    shown: list[str] = []
    for token in COMMON_MARK.parse(text.split("\n\n", 2)[2]):
        if token.type == "inline":
            children = token.children or []
            begins = next((index + 1 for index, child in enumerate(children) if child.type == "link_close"), 0)
            shown += "".join(child.content for child in children[begins:]).split()
    return shown


def words_of(provision: Provision) -> Iterator[str]:
    """The words of a provision and all below it, in printed order; a table by its cells."""
    yield from f"{provision.label.text} {provision.heading.text}".split()
    for each in provision.body:
        if isinstance(each, Provision):
            yield from words_of(each)
        elif each.table:
            table = each.table
            cells = [cell for row in (table.columns, *table.rows) for cell in row]
            yield from " ".join((table.name, table.title, table.spanner, *cells, *table.notes)).split()
        else:
            yield from each.text.split()
