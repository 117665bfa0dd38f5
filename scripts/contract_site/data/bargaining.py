"""What is known of bargaining as open data: agreements with states and dates, events, the reports that tell them."""

from __future__ import annotations

from contract_site.beside.bargained import BargainedAgreement, TableOfBargaining, told_window
from contract_site.cite import addresses
from contract_site.data.schema import FileModel, Model
from contract_site.model.bargaining import NoticeWindow, Report


class TellingData(Model):
    """Where a fact is told: a report and the paragraph of it, from 1."""

    report: str
    paragraph: int


class FactData(Model):
    """One thing that a report says of an agreement."""

    what: str
    """``parties``, ``unit``, ``state``, ``expires``, ``discussed`` or ``notice``."""
    value: str
    printed: str | None
    """A date as the report has it, where that is not the whole date."""
    told: TellingData


class WindowData(Model):
    """The days on which notice can be given to end or change an agreement; both count."""

    provision: str | None
    """The provision that gives the rule, as ``<slug>:<id>``; null if a report gives it."""
    opens: str
    closes: str


class BargainedData(Model):
    """An agreement; what no source says is null or empty."""

    id: str
    name: str
    texts: list[str]
    """Slugs of its editions that are here; empty if its text is not here."""
    parties: list[str]
    facts: list[FactData]
    windows: list[WindowData]
    url: str
    calendar: str | None


class EventData(Model):
    """Something that happened, or was to happen."""

    id: str
    about: list[str]
    on: str
    """As exact as it is known: ``2025-01-22``, ``2024-10``, ``2024-fall``, ``2022``."""
    printed: str
    text: str
    planned: bool
    told: TellingData


class ReportData(Model):
    """An article or notice that tells of bargaining."""

    id: str
    title: str
    dated: str


class BargainingData(FileModel):
    """``/data/bargaining.json``."""

    agreements: list[BargainedData]
    events: list[EventData]
    reports: list[ReportData]


def bargaining_data(table: TableOfBargaining, calendars: frozenset[str]) -> BargainingData:
    """Return what is known of bargaining; ``calendars`` are the ids of the agreements that have one."""
    return BargainingData(
        agreements=[_agreement(each, each.id in calendars) for each in table.agreements],
        events=[
            EventData(
                id=event.id,
                about=[each.id for each in about],
                on=str(event.moment),
                printed=event.printed,
                text=event.told,
                planned=event.planned,
                told=TellingData(report=event.report, paragraph=event.paragraph),
            )
            for event, _, about in table.events
        ],
        reports=[_report(each) for each in table.reports],
    )


def _agreement(agreement: BargainedAgreement, has_calendar: bool) -> BargainedData:
    return BargainedData(
        id=agreement.id,
        name=agreement.name,
        texts=[edition.slug for edition in agreement.editions],
        parties=list(agreement.parties),
        facts=[
            FactData(
                what=fact.what,
                value=fact.value,
                printed=fact.printed or None,
                told=TellingData(report=fact.report, paragraph=fact.paragraph),
            )
            for fact in agreement.told.fact
            if fact.about == agreement.id
        ],
        windows=[*_windows(agreement)],
        url=addresses.page_url(addresses.BARGAINING, agreement.id),
        calendar=f"/{addresses.agreement_calendar(agreement.id)}" if has_calendar else None,
    )


def _windows(agreement: BargainedAgreement) -> list[WindowData]:
    own = [
        _window(each.window, f"{each.edition.slug}:{each.provision.anchor}")
        for each in agreement.notices
        if each.window is not None
    ]
    told = told_window(agreement)
    return [*own, *([_window(told, None)] if told else [])]


def _window(window: NoticeWindow, provision: str | None) -> WindowData:
    return WindowData(provision=provision, opens=window.opens.isoformat(), closes=window.closes.isoformat())


def _report(report: Report) -> ReportData:
    return ReportData(id=report.id, title=report.title, dated=report.dated.isoformat())
