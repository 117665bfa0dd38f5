"""All that is known of bargaining, agreement by agreement: what reports tell, and what the texts that are here say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from contract_site.beside.notice import NoticePlace
from contract_site.model.agreement import agreements_of
from contract_site.model.bargaining import Bargaining, Event, Moment, NoticeWindow, Report, ReportedFact, ToldNotice
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError

NOTHING_TOLD = Bargaining()


@dataclass(frozen=True, slots=True, kw_only=True)
class BargainedAgreement:
    """An agreement, here or not, with all that is known of its bargaining."""

    id: str
    name: str
    short: str
    editions: tuple[Edition, ...]
    """Its editions that are here, as a citation without a year means them; none if its text is not here."""
    told: Bargaining
    """The reports that tell of it; nothing if none does."""
    notices: tuple[NoticePlace, ...]
    """What its editions say of notice."""

    def facts(self, what: str) -> tuple[ReportedFact, ...]:
        """Return what reports say of it in one respect, the newest first."""
        return self.told.facts(self.id, what)

    def report_of(self, told: ReportedFact | Event) -> Report:
        """Return the report that tells a fact or an event."""
        return self.told.reports[told.report]

    @property
    def events(self) -> tuple[Event, ...]:
        """What reports say happened, the earliest first."""
        return self.told.events(self.id)

    @property
    def parties(self) -> tuple[str, ...]:
        """Its parties, as a report names them, else as its text does; none if neither does."""
        if told := self.facts("parties"):
            return tuple(told[0].value.split("; "))
        return self.editions[0].settings.parties if self.editions else ()

    @property
    def told_of_later(self) -> bool:
        """Whether reports tell of a later edition than those that are here: of one that expires after all of them."""
        days = [edition.settings.expires for edition in self.editions if edition.settings.expires]
        return bool(self.expires and days and self.expires > Moment.parse(max(days).isoformat()))

    @property
    def expires(self) -> Moment | None:
        """When it expires as the newest report says; nothing if none does."""
        return Moment.parse(told[0].value) if (told := self.facts("expires")) else None


@dataclass(frozen=True)
class TableOfBargaining:
    """What the site knows of bargaining; its reports may tell of no agreement that is here."""

    agreements: tuple[BargainedAgreement, ...] = ()

    @property
    def told(self) -> bool:
        """Whether there is anything to tell: a report, or a rule of notice."""
        return any(each.told.report or each.notices for each in self.agreements)

    @property
    def events(self) -> tuple[tuple[Event, Report, tuple[BargainedAgreement, ...]], ...]:
        """Every event once, with its report and the agreements it is about, the earliest first."""
        found: dict[str, tuple[Event, Report, tuple[BargainedAgreement, ...]]] = {}
        for each in self.agreements:
            for event in each.events:
                about = found[event.id][2] if event.id in found else ()
                found[event.id] = event, each.report_of(event), (*about, each)
        return tuple(sorted(found.values(), key=lambda known: known[0].moment))

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """Every report once, the newest first."""
        found = {report.id: report for each in self.agreements for report in each.told.report}
        return tuple(sorted(found.values(), key=lambda report: report.dated, reverse=True))


def is_told(editions: Iterable[Edition], told: Sequence[Bargaining]) -> bool:
    """Say whether there will be anything to tell, by what editions say of themselves; their words are not needed."""
    return any(each.report and each.agreement for each in told) or any(edition.settings.notice for edition in editions)


def bargained(editions: Mapping[str, Edition], told: Sequence[Bargaining], notices: Sequence[NoticePlace]) -> TableOfBargaining:
    """Bring together what reports tell of agreements and what those that are here say: those that are told of first.

    ``notices`` are the rules of notice of the editions, of which no words are needed here. Raises SettingsError if two families
    tell of one agreement or event.
    """
    here = {each.id: each for each in agreements_of(editions.values())}
    tells = _tellers(told)
    named = {each.id: each for bargaining in told for each in bargaining.agreement}
    return TableOfBargaining(
        tuple(
            BargainedAgreement(
                id=key,
                name=here[key].name if key in here else named[key].name,
                short=(named[key].short or named[key].name) if key in named else here[key].name,
                editions=here[key].editions if key in here else (),
                told=tells.get(key, NOTHING_TOLD),
                notices=tuple(each for each in notices if key in here and each.edition.slug in _slugs(here[key].editions)),
            )
            for key in dict.fromkeys((*named, *here))
        )
    )


def _slugs(editions: Iterable[Edition]) -> set[str]:
    return {edition.slug for edition in editions}


def told_window(agreement: BargainedAgreement) -> NoticeWindow | None:
    """Return the days of notice where reports say both the rule and the day on which the agreement expires."""
    rules = agreement.facts("notice")
    day = agreement.expires.exact if agreement.expires else None
    return NoticeWindow.of(ToldNotice.parse(rules[0].value), day) if rules and day else None


def _tellers(told: Sequence[Bargaining]) -> dict[str, Bargaining]:
    """Which family's reports tell of each agreement. Raises SettingsError if two do."""
    found: dict[str, Bargaining] = {}
    events: set[str] = set()
    for bargaining in told:
        twice = [each.id for each in bargaining.agreement if each.id in found]
        twice += [each.id for each in bargaining.event if each.id in events]
        if twice:
            raise SettingsError(f"bargaining.toml of two families have the id '{twice[0]}'; give each its own")
        found |= {each.id: bargaining for each in bargaining.agreement}
        events |= {each.id for each in bargaining.event}
    return found
