"""Reads what reports say of bargaining, ``families/<family>/bargaining.toml``, and says what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from contract_site.editors.family import FOLDER
from contract_site.editors.rows import there_is
from contract_site.editors.settings import entry_lines, load_table
from contract_site.model.bargaining import STATES, WORDS_AT_MOST, Bargaining, Event, Moment, ReportedFact, ToldNotice
from contract_site.model.editorial import at_entry
from contract_site.model.finding import SettingsError

FILE = "bargaining.toml"
READ: dict[str, Callable[[str], object]] = {"expires": Moment.parse, "notice": ToldNotice.parse}
"""What the values of facts are read by, if they are more than words."""


def load_bargaining(agreements: Path, families: Iterable[str], shown: str) -> tuple[Bargaining, ...]:
    """Read the reports of families, by their names; those without a file have none. ``shown`` names the folder of agreements.

    Raises SettingsError, naming file and line.
    """
    found = []
    for family in sorted(filter(None, set(families))):
        path = agreements / FOLDER / family / FILE
        if there_is(path):
            name = f"{shown}/{FOLDER}/{family}/{FILE}"
            bargaining: Bargaining = load_table(path, name, Bargaining)
            _check(bargaining, name, path)
            found.append(bargaining)
    return tuple(found)


def _check(bargaining: Bargaining, shown: str, path: Path) -> None:
    ids = {
        "report": [each.id for each in bargaining.report],
        "agreement": [each.id for each in bargaining.agreement],
        "event": [each.id for each in bargaining.event],
    }
    for table, given in ids.items():
        for number, fault in _twice(given):
            place = at_entry(shown, entry_lines(path, table), number)
            raise SettingsError(f"{place}: id '{fault}' is that of an entry above; give each its own")
    known = {each.id for each in bargaining.agreement}
    told: list[tuple[str, int, ReportedFact | Event]] = [
        *(("fact", number, each) for number, each in enumerate(bargaining.fact, start=1)),
        *(("event", number, each) for number, each in enumerate(bargaining.event, start=1)),
    ]
    for table, number, each in told:
        if fault := next(filter(None, (check(each, bargaining, known) for check in CHECKS)), ""):
            place = at_entry(shown, entry_lines(path, table), number)
            raise SettingsError(f"{place}: entry {number} of [[{table}]]: {fault}")


def _twice(ids: list[str]) -> Iterator[tuple[int, str]]:
    seen: Counter[str] = Counter()
    for number, each in enumerate(ids, start=1):
        seen[each] += 1
        if seen[each] > 1:
            yield number, each


def _unknown(told: ReportedFact | Event, bargaining: Bargaining, known: set[str]) -> str:
    """Name what it refers to and the file does not have."""
    if told.report not in bargaining.reports:
        return f"report '{told.report}' is none of [[report]]; add it or correct the id"
    about = (told.about,) if isinstance(told, ReportedFact) else told.about
    unknown = next((each for each in about if each not in known), None)
    return f"about '{unknown}' is none of [[agreement]]; add it or correct the id" if unknown else ""


def _unreadable(told: ReportedFact | Event, _bargaining: Bargaining, _known: set[str]) -> str:
    """Say what is wrong with a date or a rule of notice."""
    try:
        if isinstance(told, Event):
            Moment.parse(told.on)
        elif told.what in READ:
            READ[told.what](told.value)
    except ValueError as error:
        return str(error)
    return ""


def _unstated(told: ReportedFact | Event, _bargaining: Bargaining, _known: set[str]) -> str:
    states = told.value.split("; ") if isinstance(told, ReportedFact) and told.what == "state" else []
    unknown = next((state for state in states if state not in STATES), None)
    return f"unknown state '{unknown}'; known: {', '.join(STATES)}" if unknown is not None else ""


def _copied(told: ReportedFact | Event, _bargaining: Bargaining, _known: set[str]) -> str:
    if not 0 < len(told.words.split()) <= WORDS_AT_MOST:
        return f"words is '{told.words}'; give one to {WORDS_AT_MOST} words of the report, never its sentences"
    return "" if told.paragraph > 0 else "paragraph counts from 1"


CHECKS: tuple[Callable[[ReportedFact | Event, Bargaining, set[str]], str], ...] = (_unknown, _unreadable, _unstated, _copied)
"""What is checked of a fact or event, each giving what is wrong in words, or nothing."""
