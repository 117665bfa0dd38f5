"""The page of bargaining: the state of every agreement as reports and texts have it, a timeline, calendars, the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from contract_site.beside.bargained import BargainedAgreement, TableOfBargaining, told_window
from contract_site.beside.notice import NoticePlace
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.model.bargaining import Event, Moment, NoticeWindow, Report, ReportedFact
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.words.escape import escape, escape_start, front_matter
from contract_site.words.frame import dates, day_words, listing, status_words, way

TITLE = "Bargaining"
DESCRIPTION = "Which agreements are in force, expired or being negotiated, with dates and sources."
INTRODUCTION = (
    "What the reports listed below and the agreements themselves say of bargaining. Each fact names its source; what no source"
    " says is left out. A report tells how things stood on its date, not how they stand today."
)
NO_TEXT = "Text not available here."
LATER = "The reports tell of a later one."
PATH = addresses.BARGAINING


def render_bargaining(table: TableOfBargaining, calendars: frozenset[str]) -> Page | None:
    """Return the page, or nothing where nothing is told; ``calendars`` are the ids of the agreements that have one."""
    if not table.told:
        return None
    lines = [
        front_matter({"title": TITLE, "description": DESCRIPTION}),
        way(PATH, TITLE),
        f"# {TITLE} {{: #bargaining }}\n",
        f"{INTRODUCTION}\n",
        *_subscribe(calendars),
        *_overview(table),
        *(line for each in table.agreements for line in _agreement(each, table, each.id in calendars)),
        *_timeline(table),
        *_reports(table.reports),
    ]
    return Page(PATH, "\n".join(lines))


def _subscribe(calendars: frozenset[str]) -> Sequence[str]:
    if not calendars:
        return ()
    link = _file(addresses.CALENDARS / "all.ics")
    return (
        f"[Calendar of all dates]({link}) to subscribe to: last days of terms, days of notice, events whose day is known.\n",
    )


def _overview(table: TableOfBargaining) -> Iterator[str]:
    """One line an agreement: its state by the newest report, else by its likeliest text here."""
    rows = []
    for each in table.agreements:
        told = each.facts("state")
        as_told = f"{told[0].value} (as of {day_words(each.report_of(told[0]).dated)})" if told else ""
        state = as_told or (status_words(each.editions[0]) if each.editions else "")
        last = f"last day {day}" if (day := _last_day(each)) else ""
        rows.append(f"- [{escape(each.short)}](#{each.id}) {escape('; '.join(filter(None, (state, last))))}")
    yield listing(rows)


def _last_day(agreement: BargainedAgreement) -> str:
    if agreement.expires:
        return moment_words(agreement.expires)
    day = agreement.editions[0].settings.expires if agreement.editions else None
    return day_words(day) if day else ""


def _agreement(agreement: BargainedAgreement, table: TableOfBargaining, calendar: bool) -> Iterator[str]:
    yield f"## {escape_start(agreement.name)} {{: #{agreement.id} }}\n"
    yield "\n".join(f"- **{name}:** {words}" for name, words in _rows(agreement, table))
    if calendar:
        yield f"- [Calendar]({_file(addresses.agreement_calendar(agreement.id))})"
    yield ""


def _rows(agreement: BargainedAgreement, table: TableOfBargaining) -> Iterator[tuple[str, str]]:
    for fact in agreement.facts("state")[:1]:
        yield "State", f"{escape(fact.value)} {_as_of(agreement, fact, table)}"
    if agreement.parties:
        yield "Parties", escape("; ".join(agreement.parties))
    for fact in agreement.facts("unit"):
        yield "Unit", f"{escape(fact.value)} {_source(agreement, fact, table)}"
    for fact in agreement.facts("expires")[:1]:
        yield "Last day", f"{_printed(fact)} {_source(agreement, fact, table)}"
    yield from _notices(agreement, table)
    for fact in agreement.facts("discussed"):
        yield "Under discussion", f"{escape(fact.value)} {_source(agreement, fact, table)}"
    texts = [f"{_edition_link(edition)} ({_standing(edition)})" for edition in agreement.editions]
    later = f". {LATER}" if agreement.told_of_later else ""
    yield "Text here", "; ".join(texts) + later if texts else NO_TEXT


def _notices(agreement: BargainedAgreement, table: TableOfBargaining) -> Iterator[tuple[str, str]]:
    for each in agreement.notices:
        yield f"Notice ({escape(each.edition.settings.short)})", _rule(each)
    if window := told_window(agreement):
        fact = agreement.facts("notice")[0]
        yield "Notice", f"{_days(window)}: {escape(fact.value)} before the last day {_source(agreement, fact, table)}"


def _rule(notice: NoticePlace) -> str:
    """The rule of one edition with its provision, and the days it gives."""
    page = addresses.part_file(notice.edition.slug, notice.part.id)
    link = addresses.link(PATH, page, notice.provision.anchor)
    rule = f"{notice.rule.least} to {notice.rule.most} days before the last day"
    days = f"{_days(notice.window)}: " if notice.window else ""
    return f"{days}{rule} ([{escape(citation(notice.part, notice.provision))}]({link}))"


def _days(window: NoticeWindow) -> str:
    return f"{day_words(window.opens)} to {day_words(window.closes)}"


def _edition_link(edition: Edition) -> str:
    return f"[{escape(edition.settings.brief)}]({addresses.link(PATH, addresses.edition_file(edition.slug))})"


def _standing(edition: Edition) -> str:
    return escape(", ".join(filter(None, (dates(edition), status_words(edition)))))


def _printed(fact: ReportedFact) -> str:
    moment = Moment.parse(fact.value)
    printed = fact.printed or fact.value
    told = moment_words(moment)
    return escape(told if printed == told else f"{told} (“{printed}”)")


def moment_words(moment: Moment) -> str:
    """Return a date in words, as exact as it is known: ``October 2024``, ``fall of 2024``."""
    if moment.exact:
        return day_words(moment.exact)
    if moment.part:
        return f"{moment.part} {moment.year}" if moment.part in ("early", "late") else f"{moment.part} of {moment.year}"
    return f"{date(moment.year, moment.month, 1):%B} {moment.year}" if moment.month else str(moment.year)


def _as_of(agreement: BargainedAgreement, fact: ReportedFact, table: TableOfBargaining) -> str:
    return f"as of {day_words(agreement.report_of(fact).dated)} {_source(agreement, fact, table)}"


def _source(agreement: BargainedAgreement, told: ReportedFact | Event, table: TableOfBargaining) -> str:
    return _number(agreement.report_of(told), told.paragraph, table)


def _number(report: Report, paragraph: int, table: TableOfBargaining) -> str:
    """A link to the report in the list below, with the paragraph: ``[1, ¶ 5]``."""
    return f"[\\[{table.reports.index(report) + 1}, ¶&nbsp;{paragraph}\\]](#report-{report.id})"


def _timeline(table: TableOfBargaining) -> Iterator[str]:
    if not table.events:
        return
    yield "## Timeline {: #timeline }\n"
    for event, report, about in table.events:
        names = ", ".join(f"[{escape(each.short)}](#{each.id})" for each in about)
        planned = "Planned: " if event.planned else ""
        told = f"{planned}{escape(event.told)} {_number(report, event.paragraph, table)}"
        yield f"- **{escape(moment_words(event.moment))}** · {names}: {told}"
    yield ""


def _reports(reports: Sequence[Report]) -> Iterator[str]:
    if not reports:
        return
    yield "## Sources {: #sources }\n"
    for number, report in enumerate(reports, start=1):
        yield f"{number}. {escape(report.title)}, {day_words(report.dated)}\n    {{: #report-{report.id} }}"
    yield ""


def _file(path: PurePosixPath) -> str:
    """The link to a file that is published as it is."""
    return addresses.link(PATH, path)
