"""The page of pay: a finder by kind of employee, grade and step, a chart of the steps, and every rate as a table.

The finder is made by a script from the tables of this page, so that it says nothing that they do not. Without a script the
tables are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.beside.lists import TITLES
from contract_site.beside.paid import Paid, PaidScale, PaidWait, TablePlace, amount_of, paid, worked_out
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.pages.edition.step_chart import step_chart
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import NOT_WORDS, dates
from contract_site.words.tables import framed_table

INTRODUCTION = "Every figure is read from the agreement’s tables; each scale below names its own and links to it."
WAITS = "Time from step to step"
FINDER = f'<div class="finder" {NOT_WORDS} hidden></div>\n'
"""The place of the finder; nothing without a script."""


def pay_page(edition: Edition) -> Page | None:
    """Return the page of pay; None if nobody said which tables of the edition it is in. Raises SettingsError."""
    found = paid(edition)
    if not found.scales:
        return None
    body = [
        f"{INTRODUCTION}\n",
        FINDER,
        *(line for number, scale in enumerate(found.scales, start=1) for line in _scale(edition, scale, number)),
        *_waits(edition, found),
    ]
    return list_page(edition, Lists.PAY, TITLES[Lists.PAY], body, look="figures")


def _scale(edition: Edition, scale: PaidScale, number: int) -> Iterator[str]:
    told = scale.scale
    yield f"## {escape_start(told.kind)}: rates for {article(told.per)} {escape(told.per)} {{: #scale-{number} }}\n"
    yield f"{_sources(edition, scale.tables)}. {_dated(edition, scale)}\n"
    yield from step_chart(scale)
    grades = [f"{escape(grade)} {_of_table(scale, grade)}" for grade in scale.grades]
    columns = ["Grade" if scale.steps == ("",) else "Step", *grades]
    data = {"data-kind": told.kind, "data-per": told.per, "data-currency": told.currency}
    yield from framed_table("rates", told.kind, columns, (_rates(scale, step) for step in scale.steps), data)
    yield from _notes(scale.tables)
    yield from _rules(scale)


def article(word: str) -> str:
    """Return ``an`` before an hour and what begins with another sound of a vowel, else ``a``."""
    return "an" if word[:4] == "hour" or word[:1] in "aeio" else "a"


def _rates(scale: PaidScale, step: str) -> list[str]:
    found = (scale.rate(grade, step) for grade in scale.grades)
    return [escape(step or "Rate"), *(escape(each.amount) if each else "" for each in found)]


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
        f"[{escape(place.table.name or place.table.title or place.table.summary)}]"
        f"({addresses.link(path, addresses.part_file(edition.slug, place.part.id), place.block.anchor)})"
        f'{{: data-of="{attribute(place.block.anchor)}" }}'
        for place in tables
    )


def _dated(edition: Edition, scale: PaidScale) -> str:
    """From when the rates are, as far as the tables say, and what changes them."""
    path = addresses.part_file(edition.slug, Lists.PAY)
    term = f"; the agreement’s term is {dates(edition)}" if dates(edition) else ""
    said = (
        f"As printed: {escape(scale.scale.dated)}."
        if scale.scale.dated
        else f"The tables print no date of their own{escape(term)}."
    )
    links = ", ".join(
        f"[{escape(citation(part, each))}]({addresses.link(path, addresses.part_file(edition.slug, part.id), each.anchor)})"
        for part, each in scale.changed_by
    )
    return f"{said} During the term the rates are changed by {links}." if links else said


def _rules(scale: PaidScale) -> Iterator[str]:
    """What no table prints and the finder works out, with one cell as an example."""
    for rule in scale.rules:
        rate = scale.rates[0]
        place = ", ".join(filter(None, (f"Grade {rate.grade}", rate.step and f"step {rate.step}")))
        per, own = (f"{article(each)} {escape(each)}" for each in (rule.per, scale.scale.per))
        sign = escape(scale.scale.currency)
        example = f"{sign}{amount_of(rate.amount):,} gives {sign}{worked_out(rate, rule)}"
        yield (
            f"Not printed, worked out here: the rate for {per} is the one for {own} divided by {rule.divide:,}"
            f" ({escape(rule.because)}). {escape(place)}: {example}."
        )
        yield (
            f'{{: .worked-out data-kind="{attribute(rule.kind)}" data-per="{attribute(rule.per)}" data-divide="{rule.divide}"'
            f' data-because="{attribute(rule.because)}" }}\n'
        )


def _waits(edition: Edition, found: Paid) -> Iterator[str]:
    for number, wait in enumerate(found.waits, start=1):
        yield f"## {WAITS} {{: #wait-{number} }}\n"
        yield f"{_sources(edition, (wait.place,))}, in {escape(wait.wait.unit)}.\n"
        grades = list(dict.fromkeys(each.grade for each in wait.times))
        data = {"data-unit": wait.wait.unit, "data-table": wait.place.block.anchor}
        yield from framed_table("waits", WAITS, ["From", "To", *map(escape, grades)], _times(wait, grades), data)
        yield from _notes((wait.place,))


def _times(wait: PaidWait, grades: Sequence[str]) -> Iterator[list[str]]:
    cells = {(each.step, each.next, each.grade): each.time for each in wait.times}
    for step, following in dict.fromkeys((each.step, each.next) for each in wait.times):
        yield [escape(step), escape(following), *(escape(cells.get((step, following, grade), "")) for grade in grades)]
