"""Read the lists of words that members say, and say exactly what is wrong with them.

What members of any trade say stands beside this module, as the words of no field in particular; what those of one field say
beside its family, and goes before. Editors review both: a wrong one sends readers to the wrong provision.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from contract_site.editors.family import FOLDER
from contract_site.editors.rows import there_is
from contract_site.editors.settings import entry_lines, load_tables
from contract_site.model.editorial import Synonym, at_entry
from contract_site.model.finding import SettingsError

SYNONYMS, GENERAL = "synonyms.toml", "general_synonyms.toml"


def load_every_synonym(agreements: Path, shown: str, families: Iterable[str]) -> tuple[Synonym, ...]:
    """Read the lists of families, by their folders' names, then the general one. Raises SettingsError, naming file and line.

    ``shown`` is what messages call the folder of agreements.
    """
    if there_is(agreements / SYNONYMS):
        raise SettingsError(f"{shown}/{SYNONYMS}:1: is read beside a family; move it to {shown}/{FOLDER}/<family>/{SYNONYMS}")
    own = [load_synonyms(agreements / FOLDER / name, f"{shown}/{FOLDER}/{name}") for name in sorted({*families} - {""})]
    return tuple(each for known in (*own, load_synonyms(Path(__file__).parent, "editors", GENERAL)) for each in known)


def load_synonyms(folder: Path, shown: str, file: str = SYNONYMS) -> tuple[Synonym, ...]:
    """Read the list in a folder; a missing file is an empty one. Raises SettingsError, naming file and line."""
    name = f"{shown}/{file}"
    path = folder / file
    found: tuple[Synonym, ...] = load_tables(path, name, {"synonym": Synonym})["synonym"]
    said_before: set[str] = set()
    for number, synonym in enumerate(found, start=1):
        if fault := _fault(synonym, said_before):
            place = at_entry(name, entry_lines(path, "synonym"), number)
            raise SettingsError(f"{place}: entry {number} of [[synonym]]: {fault}")
        said_before |= {*synonym.said}
    return found


def _fault(synonym: Synonym, said_before: Collection[str]) -> str:
    """What is wrong with an entry, in words; nothing if it is right."""
    if not synonym.said or not synonym.means:
        return "'said' and 'means' need at least one word each"
    for words in (*synonym.said, *synonym.means):
        if words != " ".join(words.lower().split()) or not words:
            return f"'{words}' must be in small letters, with one space between words"
    for at, words in enumerate(synonym.said):
        if words in said_before or words in synonym.said[:at]:
            return f"'{words}' is said in an entry above; put what it means together"
    return ""
