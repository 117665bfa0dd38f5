"""Reads the words of a field, ``families/<family>/family.toml``, and says what is wrong with them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from contract_site.editors.rows import there_is
from contract_site.editors.settings import line_of, load_table
from contract_site.model.edition_settings import EDITION
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.finding import SettingsError

FOLDER, FILE = "families", "family.toml"


def load_family(agreements: Path, name: str, asked: str) -> Family:
    """Read a family of a folder of agreements; the general one has no name. ``asked`` is the file that names it.

    Raises SettingsError, naming file and line, if it is missing or wrong.
    """
    if not name:
        return GENERAL_FAMILY
    path = agreements / FOLDER / name / FILE
    above = Path(asked).parent.parent
    above = above.parent if Path(asked).name == EDITION else above
    shown = f"{above.as_posix()}/{FOLDER}/{name}/{FILE}"
    if not there_is(path):
        raise SettingsError(f"{asked}:1: family is '{name}', but there is no {shown}; add it, or leave family out")
    state = path.stat()
    return _read(path, shown, (state.st_mtime_ns, state.st_size))


@cache
def _read(path: Path, shown: str, _state: tuple[int, int]) -> Family:
    """Read a family's file once for all agreements that it serves, until it is changed (``_state``)."""
    family: Family = load_table(path, shown, Family)
    for number, cited in enumerate(family.cites, start=1):
        if fault := cited.fault():
            line = line_of(path, "pattern", occurrence=number)
            raise SettingsError(f"{shown}:{line}: the pattern of '{cited.kind}' {fault}")
    for number, form in enumerate(family.statement, start=1):
        if fault := form.fault():
            line = line_of(path, "statement", occurrence=number)
            raise SettingsError(f"{shown}:{line}: a pattern of entry {number} of [[statement]] {fault}")
    for number, called in enumerate(family.called, start=1):
        try:
            re.compile(called.words)
        except re.error as error:
            line = line_of(path, "words", occurrence=number)
            raise SettingsError(f"{shown}:{line}: words '{called.words}' are no regular expression ({error})") from None
    return family
