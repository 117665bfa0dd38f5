"""The page of pay: a finder by kind of employee, grade and step, a chart of the steps, and every rate as a table.

The finder is made by a script from the tables of this page, so that it says nothing that they do not. Without a script the
tables are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.beside.lists import list_title
from contract_site.beside.paid import Paid, PaidScale, PaidWait, TablePlace, amount_of, paid, worked_out
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.interface.formats import said_number
from contract_site.interface.say import later, say
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.pay import Rate
from contract_site.pages.edition.list_pages import list_page
from contract_site.pages.edition.step_chart import step_chart
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import NOT_WORDS, dates, heading
from contract_site.words.tables import framed_table, summary

INTRODUCTION = later("Every figure is read from the agreement’s tables; each scale below names its own and links to it.")
WAITS = later("Time from step to step")
UNITS = frozenset(
    (
        later("hour"),
        later("day"),
        later("week"),
        later("pay period"),
        later("month"),
        later("year"),
        later("days"),
        later("weeks"),
        later("months"),
        later("years"),
    )
)
"""The times that editors give a rate or a waiting time for in these words; others are left in theirs."""
FINDER = f'<div class="finder" {NOT_WORDS} hidden></div>\n'
"""The place of the finder; nothing without a script."""


def pay_page(edition: Edition) -> Page | None:
    """Return the page of pay; None if nobody said which tables of the edition it is in. Raises SettingsError."""
    found = paid(edition)
    if not found.scales:
        return None
    body = [
        f"{say(INTRODUCTION)}\n",
        FINDER,
        *(line for number, scale in enumerate(found.scales, start=1) for line in _scale(edition, scale, number)),
        *_waits(edition, found),
    ]
    return list_page(edition, Lists.PAY, list_title(Lists.PAY), body, look="figures")


def _scale(edition: Edition, scale: PaidScale, number: int) -> Iterator[str]:
    told = scale.scale
    title = say("{kind}: rates for {per}", kind=escape_start(told.kind), per=_one(told.per))
    yield heading(title, f"scale-{number}")
    yield f"{_sources(edition, scale.tables)}. {_dated(edition, scale)}\n"
    yield from step_chart(scale, unit_said(told.per))
    grades = [f"{escape(grade)} {_of_table(scale, grade)}" for grade in scale.grades]
    columns = [say("Grade") if scale.steps == ("",) else say("Step"), *grades]
    data = {"data-kind": told.kind, "data-per": unit_said(told.per), "data-currency": told.currency}
    yield from framed_table("rates", told.kind, columns, (_rates(scale, step) for step in scale.steps), data)
    yield from _notes(scale.tables)
    yield from _rules(scale)


def _one(unit: str) -> str:
    """Return the time that a rate is for: with ``an`` before an hour and what begins with another sound of a vowel."""
    named = escape(unit_said(unit))
    return say("an {unit}", unit=named) if unit[:4] == "hour" or unit[:1] in "aeio" else say("a {unit}", unit=named)


def unit_said(unit: str) -> str:
    """Return a time that something is paid for, in the language of the readers if it is a usual one."""
    return say(unit) if unit in UNITS else unit


def _rates(scale: PaidScale, step: str) -> list[str]:
    found = (scale.rate(grade, step) for grade in scale.grades)
    return [escape(step or say("Rate")), *(escape(each.amount) if each else "" for each in found)]


def _notes(tables: Sequence[TablePlace]) -> Iterator[str]:
    """Each note once, with the tables that print it: the finder shows those of the tables that it answers from."""
    for note in dict.fromkeys(note for place in tables for note in place.table.notes):
        of = " ".join(place.block.anchor for place in tables if note in place.table.notes)
        yield f'{escape_start(note)}\n{{: .table-note data-notes="{attribute(of)}" }}\n'


def _of_table(scale: PaidScale, grade: str) -> str:
    """The mark in a heading by which the finder knows the table of a grade."""
    table = next(rate.table for rate in scale.rates if rate.grade == grade)
    return f'{{: data-table="{attribute(table)}" }}'


def _sources(edition: Edition, tables: Sequence[TablePlace]) -> str:
    """The tables, each a link: the finder takes them from here."""
    path = addresses.part_file(edition.slug, Lists.PAY)
    return "; ".join(
        f"[{escape(place.table.name or place.table.title or summary(place.table))}]"
        f"({addresses.link(path, addresses.part_file(edition.slug, place.part.id), place.block.anchor)})"
        f'{{: data-of="{attribute(place.block.anchor)}" }}'
        for place in tables
    )


def _dated(edition: Edition, scale: PaidScale) -> str:
    """From when the rates are, as far as the tables say, and what changes them."""
    path = addresses.part_file(edition.slug, Lists.PAY)
    if scale.scale.dated:
        said = say("As printed: {date}.", date=escape(scale.scale.dated))
    elif term := dates(edition):
        said = say("The tables print no date of their own; the agreement’s term is {term}.", term=escape(term))
    else:
        said = say("The tables print no date of their own.")
    links = ", ".join(
        f"[{escape(citation(part, each))}]({addresses.link(path, addresses.part_file(edition.slug, part.id), each.anchor)})"
        for part, each in scale.changed_by
    )
    changed = say("During the term the rates are changed by {places}.", places=links)
    return f"{said} {changed}" if links else said


def _rules(scale: PaidScale) -> Iterator[str]:
    """What no table prints and the finder works out, with one cell as an example."""
    for rule in scale.rules:
        rate = scale.rates[0]
        sign = escape(scale.scale.currency)
        told = say(
            "Not printed, worked out here: the rate for {per} is the one for {own} divided by {divide} ({because}). {place}:"
            " {amount} gives {result}.",
            per=_one(rule.per),
            own=_one(scale.scale.per),
            divide=said_number(rule.divide),
            because=escape(rule.because),
            place=escape(_cell(rate)),
            amount=f"{sign}{amount_of(rate.amount):,}",
            result=f"{sign}{worked_out(rate, rule)}",
        )
        yield told
        per = attribute(unit_said(rule.per))
        yield (
            f'{{: .worked-out data-kind="{attribute(rule.kind)}" data-per="{per}" data-divide="{rule.divide}"'
            f' data-because="{attribute(rule.because)}" }}\n'
        )


def _cell(rate: Rate) -> str:
    """Where a rate stands in its table."""
    if rate.step:
        return say("Grade {grade}, step {step}", grade=rate.grade, step=rate.step)
    return say("Grade {grade}", grade=rate.grade)


def _waits(edition: Edition, found: Paid) -> Iterator[str]:
    for number, wait in enumerate(found.waits, start=1):
        yield heading(say(WAITS), f"wait-{number}")
        told = say("{tables}, in {unit}.", tables=_sources(edition, (wait.place,)), unit=escape(unit_said(wait.wait.unit)))
        yield f"{told}\n"
        grades = list(dict.fromkeys(each.grade for each in wait.times))
        data = {"data-unit": unit_said(wait.wait.unit), "data-table": wait.place.block.anchor}
        columns = [say("From"), say("To"), *map(escape, grades)]
        yield from framed_table("waits", say(WAITS), columns, _times(wait, grades), data)
        yield from _notes((wait.place,))


def _times(wait: PaidWait, grades: Sequence[str]) -> Iterator[list[str]]:
    cells = {(each.step, each.next, each.grade): each.time for each in wait.times}
    for step, following in dict.fromkeys((each.step, each.next) for each in wait.times):
        yield [escape(step), escape(following), *(escape(cells.get((step, following, grade), "")) for grade in grades)]
