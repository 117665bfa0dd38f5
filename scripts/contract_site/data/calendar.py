"""Calendars to subscribe to: when agreements expire, when notice of it can be given, what happened in bargaining.

All entries are whole days, as the agreements count; a date that no source gives to the day is in no calendar. The stamp that
the standard (RFC 5545, 3.8.7.2) asks for is the day of the source, since a build has no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import PurePosixPath

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from contract_site.beside.bargained import BargainedAgreement, TableOfBargaining, told_window
from contract_site.cite import addresses
from contract_site.interface.formats import said_date
from contract_site.interface.say import Spoken, say
from contract_site.model.bargaining import NoticeWindow
from contract_site.model.page import DataFile
from contract_site.model.site import SiteSettings

PRODUCT = "-//{name}//Calendar//{language}"
WITHOUT_ADDRESS = "contract-reference.invalid"
"""What stands in place of the site's host where its address is not known (RFC 2606)."""


@dataclass(frozen=True, slots=True)
class Day:
    """An entry of a calendar: its id, its first and last day, what it says, the address it leads to, the day of its source."""

    id: str
    first: date
    last: date
    title: str
    more: str
    address: str
    known: date


def calendars(table: TableOfBargaining, site: SiteSettings) -> list[DataFile]:
    """Return a calendar of every agreement that has a date, and one of all, by their paths below their folder."""
    days = {each.id: [*_days(each)] for each in table.agreements}
    named = {each.id: each.name for each in table.agreements}
    files = [
        DataFile(PurePosixPath(f"agreement/{key}.ics"), _calendar(named[key], own, site)) for key, own in days.items() if own
    ]
    every = {day.id: day for own in days.values() for day in own}
    return [DataFile(PurePosixPath("all.ics"), _calendar(site.name, every.values(), site)), *files] if every else []


def with_days(table: TableOfBargaining) -> frozenset[str]:
    """Return the ids of the agreements that have a calendar."""
    return frozenset(each.id for each in table.agreements if any(_days(each)))


def _days(agreement: BargainedAgreement) -> Iterator[Day]:
    page = addresses.page_url(addresses.BARGAINING, agreement.id)
    for edition in agreement.editions:
        if expires := edition.settings.expires:
            home = addresses.url(edition.slug)
            title = say("{agreement}: last day of its term", agreement=edition.settings.brief)
            yield Day(f"expires.{edition.slug}", expires, expires, title, edition.settings.title, home, expires)
    for notice in agreement.notices:
        if notice.window:
            place = addresses.part_url(notice.edition, notice.part, notice.provision.anchor)
            known = notice.edition.settings.expires or notice.window.closes
            yield _window(notice.edition.slug, notice.edition.settings.brief, notice.window, place, known)
    if window := told_window(agreement):
        known = agreement.report_of(agreement.facts("notice")[0]).dated
        yield _window(agreement.id, agreement.name, window, page, known)
    for event in agreement.events:
        if day := event.moment.exact:
            report = agreement.report_of(event)
            source = f"{report.title}, {said_date(report.dated)}"
            yield Day(f"event.{event.id}", day, day, event.told, source, page, report.dated)


def _window(key: str, name: str, window: NoticeWindow, address: str, known: date) -> Day:
    title = say("{agreement}: notice to end or change it can be given", agreement=name)
    return Day(f"notice.{key}", window.opens, window.closes, title, say("Both days count."), address, known)


def _calendar(name: str, days: Iterable[Day], site: SiteSettings) -> str:
    made = Calendar()
    made.add("prodid", PRODUCT.format(name=site.name, language=Spoken.language.upper()))
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for day in sorted(days, key=lambda day: (day.first, day.id)):
        made.add_component(_entry(day, site))
    return str(made.to_ical(), "utf-8")


def host(address: str) -> str:
    """Return the host of a site's address, ``https://lights.example/x/``; a name that is nobody's if it has none."""
    return address.partition("://")[2].partition("/")[0] or WITHOUT_ADDRESS


def _entry(day: Day, site: SiteSettings) -> CalendarEvent:
    made = CalendarEvent()
    made.add("uid", f"{day.id}@{host(site.address)}")
    made.add("dtstamp", datetime.combine(day.known, time(), tzinfo=UTC))
    made.add("dtstart", day.first)
    made.add("dtend", day.last + timedelta(days=1))  # the day after the last, by the standard (3.6.1)
    made.add("summary", day.title)
    made.add("description", day.more)
    made.add("transp", "TRANSPARENT")
    if site.address:
        made.add("url", site.address.rstrip("/") + day.address)
    return made
