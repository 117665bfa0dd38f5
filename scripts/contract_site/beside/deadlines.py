"""The time limits of an edition: what editors listed in ``deadlines.toml``, held against the words of its provisions."""

from __future__ import annotations

from dataclasses import dataclass

from contract_site.beside.places import in_body
from contract_site.model.deadline import DayCount, Deadline, day_counts
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.editorial import at_entry
from contract_site.model.finding import SettingsError

FILE = "deadlines.toml"


@dataclass(frozen=True, slots=True)
class DeadlinePlace:
    """A time limit, the provision that sets it, and the days that its words say."""

    deadline: Deadline
    part: Part
    provision: Provision
    count: DayCount


def deadline_places(edition: Edition) -> tuple[DeadlinePlace, ...]:
    """Return the time limits of an edition in the order of its file.

    Raises SettingsError if a place is not there, its words do not stand in it, or they say no number of days, or several.
    """
    found = in_body(edition)
    places = []
    for number, deadline in enumerate(edition.deadlines, start=1):
        file = at_entry(f"{edition.folder}/{FILE}", edition.entry_lines.get("deadline", ()), number)
        where = f"{file}: entry {number} of [[deadline]]"
        if deadline.place not in found:
            raise SettingsError(f"{where}: place '{deadline.place}' is no provision of {edition.slug}; correct it")
        part, provision = found[deadline.place]
        if _flat(deadline.words) not in _flat(provision.text):
            raise SettingsError(f"{where}: the words '{deadline.words}' do not stand in {deadline.place}; give them exactly")
        places.append(DeadlinePlace(deadline, part, provision, _count(deadline, where)))
    return tuple(places)


def _count(deadline: Deadline, where: str) -> DayCount:
    """The one number of days that the words say. Raises SettingsError."""
    try:
        counts = set(day_counts(deadline.words))
    except ValueError as error:
        raise SettingsError(f"{where}: {error}; leave the limit out until it is known which is meant") from None
    if len(counts) != 1:
        said = ", ".join(map(str, sorted(counts, key=str))) or "no number of days"
        raise SettingsError(f"{where}: its words say {said}; give words that say one")
    return counts.pop()


def _flat(words: str) -> str:
    """Words without the line ends and spaces between them, which a file may set otherwise."""
    return " ".join(words.split())
