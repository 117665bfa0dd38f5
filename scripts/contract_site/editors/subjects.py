"""Reads the subjects of a field, ``families/<family>/subjects.toml``, and says what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from contract_site.editors.family import FOLDER
from contract_site.editors.rows import there_is
from contract_site.editors.settings import entry_lines, load_tables
from contract_site.model.editorial import at_entry
from contract_site.model.finding import SettingsError
from contract_site.model.subject import Subject

FILE = "subjects.toml"


def load_subjects(agreements: Path, families: Iterable[str], shown: str) -> tuple[Subject, ...]:
    """Read the subjects of families, by their names; ``shown`` names the folder of agreements.

    Raises SettingsError, naming file and line, if a name is given twice, leads nowhere or makes no address.
    """
    found: dict[str, tuple[Subject, str]] = {}
    for family in sorted(filter(None, set(families))):
        path = agreements / FOLDER / family / FILE
        if there_is(path):
            _read(path, f"{shown}/{FOLDER}/{family}/{FILE}", found)
    names = {subject.name for subject, _ in found.values()}
    for subject, place in found.values():
        if unknown := next((name for name in subject.see_also if name not in names or name == subject.name), None):
            raise SettingsError(f"{place}: see_also names '{unknown}', which is no other subject; correct it")
    return tuple(subject for subject, _ in found.values())


def _read(path: Path, shown: str, found: dict[str, tuple[Subject, str]]) -> None:
    """Add the subjects of one file, by their ids, with the place of each."""
    subjects: tuple[Subject, ...] = load_tables(path, shown, {"subject": Subject})["subject"]
    lines = entry_lines(path, "subject")
    said: dict[str, str] = {word.lower(): place for subject, place in found.values() for word in (subject.name, *subject.also)}
    for number, subject in enumerate(subjects, start=1):
        place = at_entry(shown, lines, number)
        if not subject.id:
            raise SettingsError(f"{place}: name '{subject.name}' makes no address; use letters or figures")
        if subject.id in found:
            raise SettingsError(f"{place}: '{subject.name}' has the address of {found[subject.id][1]}; name it otherwise")
        if not all(word.strip() for word in subject.also):
            raise SettingsError(f"{place}: also has an empty word; write one or take it out")
        for word in (subject.name, *subject.also):
            if word.lower() in said:
                raise SettingsError(f"{place}: '{word}' is said in {said[word.lower()]} already; say it once")
            said[word.lower()] = place
        if wrong := next((each for each in subject.means if each != " ".join(each.lower().split()) or not each), None):
            raise SettingsError(f"{place}: means has '{wrong}'; write it in small letters, with one space between words")
        if not any(subject.places.values()):
            raise SettingsError(f"{place}: '{subject.name}' has no places; give it one")
        found[subject.id] = subject, place
