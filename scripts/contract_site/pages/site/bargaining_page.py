"""The page of bargaining: the state of every agreement as reports and texts have it, a timeline, calendars, the reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from contract_site.beside.bargained import BargainedAgreement, TableOfBargaining, told_window
from contract_site.beside.notice import NoticePlace
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.formats import said_date, said_month
from contract_site.interface.say import later, say
from contract_site.model.bargaining import DaysOfNotice, Event, Moment, NoticeWindow, Report, ReportedFact, ToldNotice
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.words.escape import escape, escape_start, front_matter
from contract_site.words.frame import dates, heading, listing, status_words, way

TITLE = later("Bargaining")
DESCRIPTION = later("Which agreements are in force, expired or being negotiated, with dates and sources.")
INTRODUCTION = later(
    "What the reports listed below and the agreements themselves say of bargaining. Each fact names its source; what no source"
    " says is left out. A report tells how things stood on its date, not how they stand today."
)
SUBSCRIBE = later(
    "[Calendar of all dates]({calendar}) to subscribe to: last days of terms, days of notice, events whose day is known."
)
NO_TEXT = later("Text not available here.")
STATES = {
    "in force": later("in force"),
    "expired": later("expired"),
    "extended": later("extended"),
    "in negotiation": later("in negotiation"),
    "first contract": later("first contract"),
}
"""What readers are told of the state of an agreement."""
PARTS = {
    "early": later("early {year}"),
    "spring": later("spring of {year}"),
    "summer": later("summer of {year}"),
    "fall": later("fall of {year}"),
    "winter": later("winter of {year}"),
    "late": later("late {year}"),
}
"""What readers are told of a part of a year."""
PATH = addresses.BARGAINING


def render_bargaining(table: TableOfBargaining, calendars: frozenset[str]) -> Page | None:
    """Return the page, or nothing where nothing is told; ``calendars`` are the ids of the agreements that have one."""
    if not table.told:
        return None
    lines = [
        front_matter({"title": say(TITLE), "description": say(DESCRIPTION)}),
        way(PATH, say(TITLE)),
        f"# {say(TITLE)} {{: #bargaining }}\n",
        f"{say(INTRODUCTION)}\n",
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
    return (say(SUBSCRIBE, calendar=_file(addresses.CALENDARS / "all.ics")) + "\n",)


def _overview(table: TableOfBargaining) -> Iterator[str]:
    """One line an agreement: its state by the newest report, else by its likeliest text here."""
    rows = []
    for each in table.agreements:
        told = each.facts("state")
        as_told = _state_then(each, told[0]) if told else ""
        state = as_told or (status_words(each.editions[0]) if each.editions else "")
        last = say("last day {day}", day=day) if (day := _last_day(each)) else ""
        rows.append(f"- [{escape(each.short)}](#{each.id}) {escape('; '.join(filter(None, (state, last))))}")
    yield listing(rows)


def _state(fact: ReportedFact) -> str:
    """What a report says of the state, in words; editors may have said more than one."""
    states = fact.value.split("; ")
    return "; ".join(say(STATES[state]) if state in STATES else state for state in states)


def _state_then(agreement: BargainedAgreement, fact: ReportedFact) -> str:
    return say("{state} (as of {day})", state=_state(fact), day=said_date(agreement.report_of(fact).dated))


def _last_day(agreement: BargainedAgreement) -> str:
    if agreement.expires:
        return moment_words(agreement.expires)
    day = agreement.editions[0].settings.expires if agreement.editions else None
    return said_date(day) if day else ""


def _agreement(agreement: BargainedAgreement, table: TableOfBargaining, calendar: bool) -> Iterator[str]:
    yield f"## {escape_start(agreement.name)} {{: #{agreement.id} }}\n"
    yield "\n".join(f"- **{name}:** {words}" for name, words in _rows(agreement, table))
    if calendar:
        yield "- " + say("[Calendar]({calendar})", calendar=_file(addresses.agreement_calendar(agreement.id)))
    yield ""


def _rows(agreement: BargainedAgreement, table: TableOfBargaining) -> Iterator[tuple[str, str]]:
    for fact in agreement.facts("state")[:1]:
        yield say("State"), _as_of(agreement, fact, table)
    if agreement.parties:
        yield say("Parties"), escape("; ".join(agreement.parties))
    for fact in agreement.facts("unit"):
        yield say("Unit"), f"{escape(fact.value)} {_source(agreement, fact, table)}"
    for fact in agreement.facts("expires")[:1]:
        yield say("Last day"), f"{_printed(fact)} {_source(agreement, fact, table)}"
    yield from _notices(agreement, table)
    for fact in agreement.facts("discussed"):
        yield say("Under discussion"), f"{escape(fact.value)} {_source(agreement, fact, table)}"
    texts = [f"{_edition_link(edition)} ({_standing(edition)})" for edition in agreement.editions]
    yield say("Text here"), _texts("; ".join(texts), agreement)


def _texts(listed: str, agreement: BargainedAgreement) -> str:
    """The texts that are here, and whether reports tell of a later one."""
    if not listed:
        return say(NO_TEXT)
    return say("{texts}. The reports tell of a later one.", texts=listed) if agreement.told_of_later else listed


def _notices(agreement: BargainedAgreement, table: TableOfBargaining) -> Iterator[tuple[str, str]]:
    for each in agreement.notices:
        yield say("Notice ({edition})", edition=escape(each.edition.settings.short)), _rule(each)
    if window := told_window(agreement):
        fact = agreement.facts("notice")[0]
        rule = ToldNotice.parse(fact.value)
        yield say("Notice"), f"{_days(window)}: {_before(rule)} {_source(agreement, fact, table)}"


def _rule(notice: NoticePlace) -> str:
    """The rule of one edition with its provision, and the days it gives."""
    page = addresses.part_file(notice.edition.slug, notice.part.id)
    link = addresses.link(PATH, page, notice.provision.anchor)
    days = f"{_days(notice.window)}: " if notice.window else ""
    return f"{days}{_before(notice.rule)} ([{escape(citation(notice.part, notice.provision))}]({link}))"


def _before(rule: DaysOfNotice) -> str:
    return say("{least} to {most} days before the last day", least=rule.least, most=rule.most)


def _days(window: NoticeWindow) -> str:
    return say("{first} to {last}", first=said_date(window.opens), last=said_date(window.closes))


def _edition_link(edition: Edition) -> str:
    return f"[{escape(edition.settings.brief)}]({addresses.link(PATH, addresses.edition_file(edition.slug))})"


def _standing(edition: Edition) -> str:
    return escape(", ".join(filter(None, (dates(edition), status_words(edition)))))


def _printed(fact: ReportedFact) -> str:
    moment = Moment.parse(fact.value)
    printed = fact.printed or fact.value
    told = moment_words(moment)
    return escape(told if printed == told else say("{day} (“{printed}”)", day=told, printed=printed))


def moment_words(moment: Moment) -> str:
    """Return a date in words, as exact as it is known: ``October 2024``, ``fall of 2024``."""
    if moment.exact:
        return said_date(moment.exact)
    if moment.part:
        return say(PARTS[moment.part], year=moment.year)
    return said_month(date(moment.year, moment.month, 1)) if moment.month else str(moment.year)


def _as_of(agreement: BargainedAgreement, fact: ReportedFact, table: TableOfBargaining) -> str:
    day = said_date(agreement.report_of(fact).dated)
    told = say("{state} as of {day}", state=escape(_state(fact)), day=day)
    return f"{told} {_source(agreement, fact, table)}"


def _source(agreement: BargainedAgreement, told: ReportedFact | Event, table: TableOfBargaining) -> str:
    return _number(agreement.report_of(told), told.paragraph, table)


def _number(report: Report, paragraph: int, table: TableOfBargaining) -> str:
    """A link to the report in the list below, with the paragraph: ``[1, ¶ 5]``."""
    return f"[\\[{table.reports.index(report) + 1}, ¶&nbsp;{paragraph}\\]](#report-{report.id})"


def _timeline(table: TableOfBargaining) -> Iterator[str]:
    if not table.events:
        return
    yield heading(say("Timeline"), "timeline")
    for event, report, about in table.events:
        names = ", ".join(f"[{escape(each.short)}](#{each.id})" for each in about)
        what = say("Planned: {event}", event=escape(event.told)) if event.planned else escape(event.told)
        told = f"{what} {_number(report, event.paragraph, table)}"
        yield f"- **{escape(moment_words(event.moment))}** · {names}: {told}"
    yield ""


def _reports(reports: Sequence[Report]) -> Iterator[str]:
    if not reports:
        return
    yield heading(say("Sources"), "sources")
    for number, report in enumerate(reports, start=1):
        yield f"{number}. {escape(report.title)}, {said_date(report.dated)}\n    {{: #report-{report.id} }}"
    yield ""


def _file(path: PurePosixPath) -> str:
    """The link to a file that is published as it is."""
    return addresses.link(PATH, path)
