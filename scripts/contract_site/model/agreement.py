"""Agreements: the contract through all its editions; which stands below which, and the one order of editions.

Each edition says, or the folder it lies in, which agreement it is an edition of, and which it stands below: a local memorandum
below the agreement whose list of items it answers, side letters below a contract. Nothing else tells agreements apart; what
level one is of (national, local, company, city) is a word for readers and data.

- A citation that names no edition means one of its agreement: the newest, because that is what whoever quotes an agreement
  today has before them, and because most editors never say of an edition that it is in force. What is marked ``tentative``
  or ``superseded`` comes after all others, however new: the one does not bind yet, the other does no longer. So does what
  is marked ``expired`` where another edition is marked ``in force``, which is the only word that says so.
- Which agreement is meant ``site.toml`` writes down; where it does not, the one of the best standing.
- An edition without a first day is as new as the first year that its short name says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.model.document import Edition, Rank
from contract_site.model.edition_settings import AgreementSettings
from contract_site.model.finding import Finding, SettingsError

STANDINGS = ("in force", "expired", "not stated", "tentative", "superseded")
"""What an edition's standing is worth where it is not said which agreement is meant, the best first."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A contract through all its editions."""

    id: str
    name: str
    """What it is called through all editions; as its likeliest edition is, if that is not said."""
    parties: tuple[str, ...]
    """Those of its likeliest edition."""
    level: str
    """What level it is of, in a word; empty if that is not said."""
    parent: str
    """The agreement it stands below, by its id; empty if below none."""
    family: str
    """The words of its field; empty for the general ones."""
    editions: tuple[Edition, ...]
    """As a citation without a year means them: by standing, then the newest first."""


def agreement_of(edition: Edition) -> str:
    """Return the id of the agreement that an edition is one of: one of its own, called as its slug, if it says none."""
    return edition.settings.agreement or edition.slug


def stands_below(edition: Edition) -> bool:
    """Say whether an edition's agreement stands below another."""
    return bool(edition.settings.parent or edition.settings.implements)


def answers_lists(edition: Edition) -> bool:
    """Say whether an edition answers lists of another agreement: it stands below one, or its body consists of items."""
    return stands_below(edition) or any(part.root.rank is Rank.ITEM for part in edition.parts)


def as_listed(editions: Iterable[Edition], bare: Sequence[str] = ()) -> list[Edition]:
    """Return editions as lists show them: what stands below another agreement last, the newest first.

    Those of the agreements ``bare``, which a site is about before all others, come first, in their order.
    """
    return sorted(
        _newest_first(editions), key=lambda edition: (stands_below(edition), bare_rank(edition, bare) or len(bare) + 1)
    )


def as_found(editions: Iterable[Edition]) -> list[Edition]:
    """Return editions as results of search show them: superseded ones last, else as they are listed."""
    return sorted(as_listed(editions), key=lambda edition: edition.settings.status == "superseded")


def as_meant(editions: Iterable[Edition], bare: Sequence[str] = ()) -> list[Edition]:
    """Return editions as a citation without a year means them.

    Those of the agreements ``bare`` come first, in their order; then what stands below none. In each, the edition that is meant
    of every agreement comes before all others, the better standing first, then the newer; see above which is meant.
    """
    newest = sorted(editions, key=_begun, reverse=True)
    holding = {agreement_of(edition) for edition in newest if edition.settings.status == "in force"}
    meant: dict[str, Edition] = {}
    for edition in sorted(newest, key=lambda edition: _put_off(edition, holding)):
        meant.setdefault(agreement_of(edition), edition)

    def order(edition: Edition) -> tuple[int, bool, bool, int]:
        other = meant[agreement_of(edition)] is not edition
        standing = _put_off(edition, holding) if other else STANDINGS.index(edition.settings.status)
        return (bare_rank(edition, bare) or len(bare) + 1, stands_below(edition), other, standing)

    return sorted(newest, key=order)


def _put_off(edition: Edition, holding: Collection[str]) -> int:
    """How far its status puts an edition behind those that may be meant; ``holding`` are agreements with one in force."""
    status = edition.settings.status
    if status in ("tentative", "superseded"):
        return STANDINGS.index(status)
    return int(status == "expired" and agreement_of(edition) in holding)


def bare_rank(edition: Edition, bare: Sequence[str]) -> int:
    """Return at which place, from 1, an edition's agreement is among those that bare citations mean; 0 if at none."""
    own = agreement_of(edition)
    return bare.index(own) + 1 if own in bare else 0


def agreements_of(editions: Iterable[Edition]) -> tuple[Agreement, ...]:
    """Return the agreements that editions belong to, in the order in which lists show them.

    Raises SettingsError if two editions of one say different things of it, or one stands below itself or none that is here.
    """
    found: dict[str, list[Edition]] = {}
    for edition in as_listed(editions):
        found.setdefault(agreement_of(edition), []).append(edition)
    own = {edition.slug: name for name, each in found.items() for edition in each}
    made = {name: _agreement(name, as_meant(each), own) for name, each in found.items()}
    for each in made.values():
        _check_parents(each, made)
    return tuple(made.values())


def _agreement(name: str, editions: Sequence[Edition], own: Mapping[str, str]) -> Agreement:
    parents = [edition.settings.parent or own.get(edition.settings.implements, "") for edition in editions]
    first = editions[0].settings
    return Agreement(
        id=name,
        name=_one(editions, "agreement_name", [edition.settings.agreement_name for edition in editions]) or first.brief,
        parties=first.parties,
        level=_one(editions, "level", [edition.settings.level for edition in editions]),
        parent=_one(editions, "parent", parents),
        family=_one(editions, "family", [edition.settings.family for edition in editions]),
        editions=tuple(editions),
    )


def _one(editions: Sequence[Edition], key: str, values: Sequence[str]) -> str:
    """The value that all editions of an agreement give, those aside that give none. Raises SettingsError if there are two."""
    given = {value: edition for value, edition in zip(values, editions, strict=True) if value}
    if len(given) > 1:
        (one, first), (other, second) = list(given.items())[:2]
        where = f"{second.settings_file}:1: {key} is '{other}'"
        raise SettingsError(f"{where}, but {first.slug}, of the same agreement, has '{one}'; give both the same")
    return next(iter(given), "")


def _check_parents(agreement: Agreement, known: Mapping[str, Agreement]) -> None:
    """Raise SettingsError unless the agreements above are there, and none stands above itself."""
    where = f"{agreement.editions[0].settings_file}:1: parent"
    above, passed = agreement, {agreement.id}
    while above.parent:
        if above.parent not in known:
            raise SettingsError(f"{where} '{above.parent}' is no agreement here; known: {', '.join(sorted(known))}")
        if above.parent in passed:
            raise SettingsError(f"{where} '{above.parent}' stands below this agreement itself; correct one of them")
        above = known[above.parent]
        passed.add(above.id)


def names_apart(editions: Iterable[Edition]) -> Mapping[str, str]:
    """Return by slug what a list calls each of its editions: its brief name, and where others have the same, which it is.

    That is what short citations put in brackets, as a rule years; the address where even that is the same.
    """
    listed = {edition.slug: edition.settings for edition in editions}
    names = Counter(each.brief for each in listed.values())
    told = Counter((each.brief, each.short) for each in listed.values())

    def name(slug: str, settings: AgreementSettings) -> str:
        if names[settings.brief] == 1:
            return settings.brief
        return f"{settings.brief} ({settings.short if told[settings.brief, settings.short] == 1 else slug})"

    return {slug: name(slug, settings) for slug, settings in listed.items()}


def undated_findings(editions: Iterable[Edition]) -> Iterator[Finding]:
    """Yield a finding for each agreement of which several editions have no first day: their order in lists is that of names."""
    undated: dict[str, list[Edition]] = {}
    for edition in _newest_first(editions):
        if edition.settings.effective is None:
            undated.setdefault(agreement_of(edition), []).append(edition)
    for own in undated.values():
        if len(own) > 1:
            named = ", ".join(edition.slug for edition in own)
            message = f"no first day says which is newer, so lists have them by name: {named}; give each its effective date"
            yield Finding(own[0].settings_file, 1, "S105", f"{message}, if its text states one")


def _newest_first(editions: Iterable[Edition]) -> list[Edition]:
    """The editions by their first days, the newest first, and behind them those that say none.

    These are, agreement after agreement as they come, by the numbers and letters of their slugs, the higher first, as years in
    them stand: which folder holds one tells nothing.
    """
    given = list(editions)
    place = {name: at for at, name in reversed(list(enumerate(map(agreement_of, given))))}
    named = sorted(given, key=lambda edition: _by_numbers(edition.slug), reverse=True)
    together = sorted(named, key=lambda edition: place[agreement_of(edition)])
    # Of editions that begin on one day the order stays that in which they come.
    dated = [edition for edition in given if edition.settings.effective]
    dated.sort(key=lambda edition: str(edition.settings.effective), reverse=True)
    return [*dated, *(edition for edition in together if not edition.settings.effective)]


def _by_numbers(slug: str) -> list[tuple[int, str]]:
    """What a slug is sorted by: its numbers as such, so that 10 is more than 9."""
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in NUMBER.split(slug) if each]


def _begun(edition: Edition) -> str:
    """When an edition begins, in letters that sort by time; empty if neither its term nor its short name says."""
    year = YEAR.search(edition.settings.short)
    return str(edition.settings.effective or (year[0] if year else ""))
