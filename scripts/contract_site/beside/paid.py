"""What an edition pays for each grade at each step, read from its tables as its ``pay.toml`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cached_property

from contract_site.beside.places import in_body
from contract_site.model.document import Block, Edition, Part, Provision, Table
from contract_site.model.editorial import at_entry
from contract_site.model.finding import SettingsError
from contract_site.model.pay import PayRule, PayScale, PayWait, Rate, StepOrder, Wait

FILE = "pay.toml"
_FROM_TO = re.compile(r"(?P<step>[^\s–-]{1,9})\s?[–-]\s?(?P<next>[^\s–-]{1,9})")
_MARK, _SUM = re.compile(r"[$€£¥]"), re.compile(r"\d[.,]\d|\d{4}")
"""A mark of a currency; a figure with decimals or thousands."""
_GRADES = re.compile(r"(?P<first>\d{1,3})\s?(?:[–-]|to|through)\s?(?P<last>\d{1,3})")


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A table and where it stands."""

    part: Part
    provision: Provision
    block: Block

    @property
    def table(self) -> Table:
        """The table."""
        assert self.block.table is not None
        return self.block.table


@dataclass(frozen=True)
class PaidScale:
    """The rates of one kind of employee, with their tables and the provisions that change them."""

    scale: PayScale
    tables: tuple[TablePlace, ...]
    rates: tuple[Rate, ...]
    changed_by: tuple[tuple[Part, Provision], ...]
    rules: tuple[PayRule, ...]

    @cached_property
    def grades(self) -> tuple[str, ...]:
        """The grades, in printed order."""
        return tuple(dict.fromkeys(rate.grade for rate in self.rates))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """The steps of all its tables in one order; one without a name where there are none."""
        order = StepOrder()
        for place in self.tables:
            found = (rate.step for rate in self.rates if rate.table == place.block.anchor)
            order = order.with_column(tuple(dict.fromkeys(found)))
        return order.steps

    def rate(self, grade: str, step: str) -> Rate | None:
        """Return the rate of a grade at a step, if a table has it."""
        return self._cells.get((grade, step))

    @cached_property
    def _cells(self) -> dict[tuple[str, str], Rate]:
        return {(rate.grade, rate.step): rate for rate in self.rates}


@dataclass(frozen=True, slots=True)
class PaidWait:
    """The waiting times of one table."""

    wait: PayWait
    place: TablePlace
    times: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Paid:
    """All rates and waiting times of an edition; none where its editors named no tables."""

    scales: tuple[PaidScale, ...] = ()
    waits: tuple[PaidWait, ...] = ()


def paid(edition: Edition) -> Paid:
    """Read the rates of an edition from its tables. Raises SettingsError if ``pay.toml`` does not fit them."""
    told = edition.pay
    places = {
        block.anchor: TablePlace(part, provision, block)
        for part, provision, block in edition.printed()
        if block.table is not None and part.in_body
    }
    kinds = {scale.kind for scale in told.scales}
    for number, rule in enumerate(told.rules, start=1):
        _check_rule(rule, kinds, _entry(edition, "worked_out", number))
    return Paid(
        tuple(_scale(edition, each, places, _entry(edition, "scale", n)) for n, each in enumerate(told.scales, start=1)),
        tuple(_wait(edition, each, places, _entry(edition, "wait", n)) for n, each in enumerate(told.waits, start=1)),
    )


def _entry(edition: Edition, table: str, number: int) -> str:
    """The place of an entry of ``pay.toml``, as messages name it."""
    return f"{at_entry(f'{edition.folder}/{FILE}', edition.entry_lines.get(table, ()), number)}:"


def _check_rule(rule: PayRule, kinds: Set[str], where: str) -> None:
    if rule.kind not in kinds:
        raise SettingsError(f"{where} [[worked_out]] is for '{rule.kind}', which is the kind of no [[scale]]; correct it")
    if rule.divide < 1:
        raise SettingsError(f"{where} [[worked_out]] of '{rule.kind}' divides by {rule.divide}; give a number from 1")


def _named(edition: Edition, names: Sequence[str], places: Mapping[str, TablePlace], where: str) -> tuple[TablePlace, ...]:
    if missing := next((name for name in names if name not in places), None):
        raise SettingsError(f"{where} table '{missing}' is no table of {edition.slug}; its page of tables links to each")
    return tuple(places[name] for name in names)


def worked_out(rate: Rate, rule: PayRule) -> str:
    """Return a rate that no table prints, to the nearest hundredth: ``1,663.31``."""
    return f"{(amount_of(rate.amount) / rule.divide).quantize(Decimal('0.01'), ROUND_HALF_UP):,}"


def amount_of(printed: str) -> Decimal:
    """Return the number that a cell prints: 43246 for ``43,246``, 12 for ``$12.00``. Raises InvalidOperation."""
    return Decimal(printed.replace(",", "").lstrip("$€£ "))


def _scale(edition: Edition, scale: PayScale, places: Mapping[str, TablePlace], where: str) -> PaidScale:
    tables = _named(edition, scale.tables, places, where)
    rates = tuple(rate for place in tables for rate in _rates(place, scale))
    if not rates:
        raise SettingsError(f"{where} the tables of '{scale.kind}' have no rates as they are said to lie; correct the entry")
    if wrong := next((rate for rate in rates if not _is_amount(rate.amount)), None):
        raise SettingsError(f"{where} '{wrong.amount}' in {wrong.table} is no amount; correct the entry of '{scale.kind}'")
    if other := next((name for name, place in zip(scale.tables, tables, strict=True) if not _pays(place, scale)), None):
        told = "no mark of a currency, decimal or thousands anywhere"
        raise SettingsError(f"{where} {other} has {told}, so it is no table of pay; name another, or say currency")
    if scale.dated and scale.dated not in tables[0].table.plain:
        raise SettingsError(f"{where} the words '{scale.dated}' do not stand in {scale.tables[0]}; correct dated")
    found = in_body(edition)
    if unknown := next((anchor for anchor in scale.changed_by if anchor not in found), None):
        raise SettingsError(f"{where} changed_by '{unknown}' is no provision of {edition.slug}; correct it")
    rules = tuple(rule for rule in edition.pay.rules if rule.kind == scale.kind)
    return PaidScale(scale, tables, rates, tuple(found[anchor] for anchor in scale.changed_by), rules)


def _pays(place: TablePlace, scale: PayScale) -> bool:
    """Whether anything in a table looks like money: other tables count minutes or days in figures as plain."""
    table = place.table
    return bool(scale.currency or _MARK.search(table.plain) or any(_SUM.search(cell) for row in table.rows for cell in row[1:]))


def _is_amount(printed: str) -> bool:
    try:
        return amount_of(printed) >= 0
    except InvalidOperation:
        return False


def _rates(place: TablePlace, scale: PayScale) -> Iterator[Rate]:
    """Yield the cells of a table that hold a rate, row after row."""
    anchor = place.block.anchor
    for row in place.table.rows:
        if scale.single and row[0] != scale.single:
            continue
        for column, amount in zip(place.table.columns[1:], row[1:], strict=True):
            if amount:
                grade, step = (column, row[0]) if scale.across == "grades" else (row[0], column)
                yield Rate(grade, "" if scale.single else step, amount, anchor)


def _wait(edition: Edition, wait: PayWait, places: Mapping[str, TablePlace], where: str) -> PaidWait:
    (place,) = _named(edition, [wait.table], places, where)
    return PaidWait(wait, place, tuple(_times(place)))


def _times(place: TablePlace) -> Iterator[Wait]:
    for row in place.table.rows:
        between = _FROM_TO.fullmatch(row[0].strip())
        if between is None:
            continue
        for column, time in zip(place.table.columns[1:], row[1:], strict=True):
            if time:
                yield from (
                    Wait(grade, between["step"], between["next"], time, place.block.anchor) for grade in _grades(column)
                )


def _grades(column: str) -> Iterator[str]:
    """Yield the grades that a column is for: ``5``, ``6`` and ``7`` for ``5-7``."""
    between = _GRADES.fullmatch(column.strip())
    if between is None:
        yield column.strip()
    else:
        yield from map(str, range(int(between["first"]), int(between["last"]) + 1))
