"""Subjects read for a project: those of its families, with their places in its editions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from contract_site.beside.subjects import PlacedSubject, placed_subjects, present_subjects
from contract_site.build.project import Project
from contract_site.build.read_step import WORDS
from contract_site.editors.subjects import load_subjects
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.subject import Subject
from contract_site.shelf.box import Box
from contract_site.shelf.making import RecordPart
from contract_site.shelf.pickles import loaded, tree_in
from contract_site.shelf.shelf import Record

SUBJECTS = "subjects"
"""What steps are given of what members look for."""


def load_placed_subjects(project: Project, editions: Mapping[str, Edition]) -> tuple[PlacedSubject, ...]:
    """Read the subjects of the families of some editions and find their places. Raises SettingsError."""
    return placed_subjects(load_present_subjects(project, editions), editions)


def load_present_subjects(project: Project, editions: Mapping[str, Edition]) -> tuple[Subject, ...]:
    """Read the subjects that have a place in some editions, of which no words are needed. Raises SettingsError."""
    families = [edition.settings.family for edition in editions.values()]
    return present_subjects(load_subjects(project.agreements, families, project.shown(project.agreements)), editions)


def words_with_places(subjects: Iterable[Subject], editions: Mapping[str, Record]) -> dict[str, RecordPart]:
    """Return the words of those editions in which subjects have places, as parts of records for a step."""
    named = {slug for each in subjects for slug in each.places}
    return {f"{WORDS}/{slug}": RecordPart(record, WORDS) for slug, record in editions.items() if slug in named}


def subjects_in(box: Box, slugs: Iterable[str]) -> tuple[PlacedSubject, ...]:
    """Return the subjects in a box with their places in some editions, of which it holds the words."""
    texts = {slug: tree_in(box, name) for slug in slugs if (name := f"{WORDS}/{slug}") in box}
    return placed_subjects(loaded(box[SUBJECTS]), texts)


def words_of_subjects(subjects: Iterable[Subject], known: Iterable[Synonym]) -> Iterator[Synonym]:
    """Yield what members call subjects as words for search, but for what ``known`` lists say otherwise."""
    said_before = {words for synonym in known for words in synonym.said}
    for each in subjects:
        called = {words.lower().replace("’", "'"): None for words in (each.name, *each.also)}
        said = tuple(words for words in called if words not in said_before)
        if said and each.means:
            yield Synonym(said=said, means=each.means)
