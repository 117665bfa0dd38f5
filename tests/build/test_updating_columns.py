"""A source printed in columns that is given again: the files of all editions that are read from it go with its words."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.build.added import add, agreement
from tests.build.added import given as given_file
from tests.projects import a_project, files_of, no_report

from contract_site.build import pipeline
from contract_site.build.moving_offsets import MovedOffsets
from contract_site.build.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return a_project(tmp_path / "project")


def text_of(project: Project) -> str:
    return agreement(project, "tiny-1952")["source.txt"].decode()


def words_of(project: Project) -> dict[str, list[str]]:
    editions = pipeline.load_editions(project, no_report)
    return {
        slug: [" ".join(block.text.split()) for _, _, block in editions[slug].blocks()] for slug in ("tiny-1950", "tiny-1952")
    }


@pytest.mark.parametrize("slug", ["tiny-1952", "tiny-1950"])
def test_all_rows_go_to_their_words_in_every_edition_of_the_book(project: Project, slug: str) -> None:
    before, old = words_of(project), text_of(project)
    new = old.replace("has eight hours", "has eight whole hours").replace("with Explanations", "with  Explanations", 1)

    result = add(project, given_file(project, "scan.txt", new.encode()), "--slug", slug, "--update")

    assert result.exit_code == 0, result.output
    assert text_of(project) == new
    after = words_of(project)
    assert after != before
    assert {each: [text.replace("eight whole", "eight") for text in texts] for each, texts in after.items()} == before
    for each in ("tiny-1950", "tiny-1952"):
        assert hashlib.sha256(new.encode()).hexdigest() in agreement(project, each)["agreement.toml"].decode()
    assert "agreements/tiny-1950: its files are taken anew; " in result.output


def test_a_correction_that_the_new_text_has_made_itself_stays_as_a_comment(project: Project) -> None:
    new = text_of(project).replace("well- being of the employees", "well-being of the employees")

    result = add(project, given_file(project, "scan.txt", new.encode()), "--slug", "tiny-1952", "--update")

    assert result.exit_code == 0, result.output
    corrections = agreement(project, "tiny-1952")["corrections.toml"].decode()
    assert '#     { at = 494, raw = "well- being"' in corrections
    assert "agreements/tiny-1952/corrections.toml:" in result.output
    assert any("well-being" in text for text in words_of(project)["tiny-1952"])


def test_a_row_whose_words_are_gone_is_refused_and_nothing_changes(project: Project) -> None:
    before = files_of(project.root)
    new = text_of(project).replace("ARTICLE I Recognition A. Coverage . This", "Other words. This")

    result = add(project, given_file(project, "scan.txt", new.encode()), "--slug", "tiny-1952", "--update")

    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert files_of(project.root) == before


WORDS = st.lists(st.sampled_from(["a", "b", "c", "D.", "of", "1."]), max_size=40).map(" ".join)


@given(old=WORDS, new=WORDS, offset=st.integers(0, 80))
def test_an_offset_never_goes_to_another_word(old: str, new: str, offset: int) -> None:
    words = old[offset:].split(" ")[0]
    place = MovedOffsets(old, new).words_at(offset, len(words))

    assert place is None or new.startswith(words, place)
