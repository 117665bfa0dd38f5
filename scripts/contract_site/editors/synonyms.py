"""Read the list of words that members say, and say exactly what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from contract_site.editors.rows import read_text
from contract_site.editors.settings import load_tables
from contract_site.model.editorial import Synonym
from contract_site.model.finding import SettingsError

SYNONYMS = "synonyms.toml"


def load_synonyms(folder: Path, shown: str) -> tuple[Synonym, ...]:
    """Read the list in the folder of agreements; a missing file is an empty one. Raises SettingsError, naming file and line."""
    name = f"{shown}/{SYNONYMS}"
    path = folder / SYNONYMS
    found: tuple[Synonym, ...] = load_tables(path, name, {"synonym": Synonym})["synonym"]
    said_before: set[str] = set()
    for number, synonym in enumerate(found, start=1):
        where = f"{name}:{_line(path, number)}: entry {number} of [[synonym]]"
        if not synonym.said or not synonym.means:
            raise SettingsError(f"{where}: 'said' and 'means' need at least one word each")
        for words in (*synonym.said, *synonym.means):
            if words != " ".join(words.lower().split()) or not words:
                raise SettingsError(f"{where}: '{words}' must be in small letters, with one space between words")
        for words in synonym.said:
            if words in said_before:
                raise SettingsError(f"{where}: '{words}' is said in an entry above; put what it means together")
            said_before.add(words)
    return found


def _line(path: Path, entry: int) -> int:
    """The line at which an entry begins."""
    lines = read_text(path, str(path)).splitlines()
    starts = [number for number, line in enumerate(lines, start=1) if line.strip().startswith("[[synonym]]")]
    return starts[entry - 1] if entry <= len(starts) else 1
