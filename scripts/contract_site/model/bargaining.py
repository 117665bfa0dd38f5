"""Bargaining: what reports say of agreements that are being made, and the window in which an agreement lets itself be ended.

Reports (a union's articles, a notice of the employer) are data of a family, ``families/<family>/bargaining.toml``. Each fact
and event names its report and paragraph and a few of its words, by which a reviewer finds it; what readers see is said in our
words. What no report says stays empty. Dates are as exact as the report has them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol

from contract_site.model.deadline import counted
from contract_site.model.strict import Strict

STATES = ("in force", "expired", "extended", "in negotiation", "first contract")
"""What a report can say an agreement's state is; one agreement may be in several."""
WORDS_AT_MOST = 8
"""Words of a report that a fact may quote to be found by: a sentence is never copied."""
_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<part>early|spring|summer|fall|winter|late)))?"
)
_PARTS = {"early": 1, "spring": 3, "summer": 6, "fall": 9, "winter": 12, "late": 11}


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A date as exact as it is known: a day, a month, a part of a year, a year. They sort by when they may begin."""

    year: int
    month: int = 0
    day: int = 0
    part: str = field(default="", compare=False)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read ``2025-05-17``, ``2024-10``, ``2024-fall`` or ``2022``. Raises ValueError."""
        found = _MOMENT.fullmatch(text)
        if found is None:
            raise ValueError(f"'{text}' is no date; write 2025-05-17, 2024-10, 2024-fall, 2024-early or 2022")
        month = int(found["month"] or _PARTS.get(found["part"] or "", 0))
        made = cls(int(found["year"]), month, int(found["day"] or 0), found["part"] or "")
        date(made.year, made.month or 1, made.day or 1)
        return made

    @property
    def exact(self) -> date | None:
        """The day, if it is known."""
        return date(self.year, self.month, self.day) if self.day else None

    def __str__(self) -> str:
        """Return it as it was written: ``2024-10``."""
        if self.part:
            return f"{self.year}-{self.part}"
        return "-".join([f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Strict):
    """``[[report]]`` of ``bargaining.toml``: an article or notice that tells of bargaining."""

    id: str
    """What facts and events call it. Example: ``"negotiations"``."""
    title: str
    """Its title as printed. Example: ``"Bargaining News"``."""
    dated: date
    """Its date as printed; no quotes. Example: ``2025-03-24``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargained(Strict):
    """``[[agreement]]`` of ``bargaining.toml``: an agreement that reports tell of, here or not."""

    id: str
    """The id of an agreement that is here (its key ``agreement``, else its slug), else one of its own. Example:
    ``"keepers"``."""
    name: str
    """What readers are told it is called. Example: ``"Keepers’ Agreement"``."""
    short: str = ""
    """What it is called where room is short; its name if left out. Example: ``"Keepers"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFact(Strict):
    """``[[fact]]`` of ``bargaining.toml``: one thing that a report says of an agreement."""

    about: str
    """The agreement, by its id. Example: ``"keepers"``."""
    what: Literal["parties", "unit", "state", "expires", "discussed", "notice"]
    """``"parties"``, ``"unit"``, ``"state"``, ``"expires"``, ``"discussed"`` or ``"notice"``. Example: ``"state"``."""
    value: str
    """What readers are told. Parties and states stand with ``; `` between them; states are ``in force``, ``expired``,
    ``extended``, ``in negotiation``, ``first contract``. For ``expires`` a date as exact as it is known: ``2025-05-17``,
    ``2024-10``, ``2024-fall``, ``2024-early``, ``2022``. For ``notice``: ``90 to 120 days``. Example: ``"expired; in
    negotiation"``."""
    printed: str = ""
    """A date as the report has it, where that is not the whole date. Example: ``"October"``."""
    report: str
    """The report, by its id. Example: ``"negotiations"``."""
    paragraph: int
    """The paragraph of the report, from 1; headings do not count. Example: ``6``."""
    words: str
    """At most eight of its words, by which the place is found. Example: ``"which expired in October"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Strict):
    """``[[event]]`` of ``bargaining.toml``: something that happened, or was to happen, on a date."""

    id: str
    """What calendars know it by, never changed once published. Example: ``"keepers-notice"``."""
    about: tuple[str, ...]
    """The agreements, by their ids. Example: ``["keepers"]``."""
    on: str
    """The date, as exact as it is known; only a whole date is in a calendar. Example: ``"2025-01-22"``."""
    printed: str
    """The date as the report has it. Example: ``"Jan. 22"``."""
    told: str
    """What happened, in your words. Example: ``"The union gave the employer notice."``."""
    planned: bool = False
    """That the report says it was to happen; it has happened if left out. Example: ``true``."""
    report: str
    """The report, by its id. Example: ``"negotiations"``."""
    paragraph: int
    """The paragraph of the report. Example: ``1``."""
    words: str
    """At most eight of its words. Example: ``"intent to bargain notice on Jan. 22"``."""

    @property
    def moment(self) -> Moment:
        """When it happened."""
        return Moment.parse(self.on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargaining(Strict):
    """``bargaining.toml``: all that the reports of a family tell."""

    report: tuple[Report, ...] = ()
    agreement: tuple[Bargained, ...] = ()
    fact: tuple[ReportedFact, ...] = ()
    event: tuple[Event, ...] = ()

    def only(self, about: str) -> Bargaining:
        """Return what is told of one agreement, by its id; of what it shares with others, its part."""
        facts = tuple(fact for fact in self.fact if fact.about == about)
        events = tuple(replace(event, about=(about,)) for event in self.event if about in event.about)
        told = {*(fact.report for fact in facts), *(event.report for event in events)}
        return Bargaining(
            report=tuple(report for report in self.report if report.id in told),
            agreement=tuple(each for each in self.agreement if each.id == about),
            fact=facts,
            event=events,
        )

    @property
    def reports(self) -> Mapping[str, Report]:
        """The reports by their ids."""
        return {each.id: each for each in self.report}

    def facts(self, about: str, what: str) -> tuple[ReportedFact, ...]:
        """Return the facts of one kind about an agreement, the newest report's first."""
        found = [fact for fact in self.fact if fact.about == about and fact.what == what]
        return tuple(sorted(found, key=lambda fact: self.reports[fact.report].dated, reverse=True))

    def events(self, about: str = "") -> tuple[Event, ...]:
        """Return the events about an agreement, or all, the earliest first."""
        found = [event for event in self.event if not about or about in event.about]
        return tuple(sorted(found, key=lambda event: event.moment))


class DaysOfNotice(Protocol):
    """A rule of notice: at most and at least so many days before an agreement expires."""

    @property
    def most(self) -> int:
        """At most."""
        ...

    @property
    def least(self) -> int:
        """At least."""
        ...


@dataclass(frozen=True, slots=True)
class ToldNotice:
    """A rule of notice as a report has it."""

    least: int
    most: int

    @classmethod
    def parse(cls, text: str) -> ToldNotice:
        """Read ``90 to 120 days``. Raises ValueError."""
        found = re.fullmatch(r"(\d{1,3}) to (\d{1,3}) days", text)
        if found is None or int(found[1]) > int(found[2]):
            raise ValueError(f"'{text}' is no rule of notice; write 90 to 120 days")
        return cls(int(found[1]), int(found[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRule(Strict):
    """``[notice]`` of ``agreement.toml``: when notice can be given to end or change the agreement, as it says itself."""

    place: str
    """The provision that says it, by its pinpoint; its words must have both numbers. Example: ``"43.2"``."""
    most: int
    """Notice can be given at most so many days before the last day. Example: ``120``."""
    least: int
    """At least so many. Example: ``90``."""


@dataclass(frozen=True, slots=True)
class NoticeWindow:
    """The days on which notice can be given to end or change an agreement: both count."""

    opens: date
    closes: date

    @classmethod
    def of(cls, rule: DaysOfNotice, expires: date) -> NoticeWindow:
        """Count back from the day on which an agreement expires: at most ``most`` days before it, at least ``least``."""
        return cls(counted(expires, -rule.most), counted(expires, -rule.least))
