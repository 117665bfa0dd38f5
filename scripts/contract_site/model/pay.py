"""Pay: which tables of an agreement say what is paid for a grade at a step, and how long one waits for the next.

Editors say in ``pay.toml`` which tables these are and how they lie; every figure is read from the tables. A table is named by
its anchor. Where an agreement prints no rate for an hour or a period, editors may give the rule by which it is worked out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contract_site.model.strict import Strict


@dataclass(frozen=True, slots=True, kw_only=True)
class PayScale(Strict):
    """``[[scale]]`` of ``pay.toml``: the tables with the rates of one kind of employee."""

    kind: str
    """Whom the rates are for. Example: ``"Full-time regular"``."""
    per: str
    """What time a rate is for. Example: ``"year"``."""
    tables: tuple[str, ...]
    """The anchors of the tables, in printed order. Example: ``["table-1.1", "table-1.2"]``."""
    across: Literal["grades", "steps"] = "grades"
    """What the columns are, ``"grades"`` if left out; the rows are the other. Example: ``"steps"``."""
    currency: str = ""
    """What stands before an amount where the table prints the number only. Example: ``"$"``."""
    single: str = ""
    """The label of the one row that holds rates, where there are no steps. Example: ``"Hourly Rates"``."""
    dated: str = ""
    """The words in the first table that say from when the rates are. Example: ``"Effective May 1, 2021"``."""
    changed_by: tuple[str, ...] = ()
    """The anchors of provisions that change the rates during the term. Example: ``["9.1", "9.3"]``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayWait(Strict):
    """``[[wait]]`` of ``pay.toml``: a table with the time from each step to the next."""

    table: str
    """The anchor of the table: its first column says from which step to which (``C-D``), the others are for a grade each, or
    several (``5-7``). Example: ``"table-3"``."""
    unit: str
    """What it counts in. Example: ``"weeks"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRule(Strict):
    """``[[worked_out]]`` of ``pay.toml``: a rate that no table prints, and how this site works it out."""

    kind: str
    """The ``kind`` of a ``[[scale]]``. Example: ``"Full-time regular"``."""
    per: str
    """What time the rate is for. Example: ``"pay period"``."""
    divide: int
    """What the printed rate is divided by, to the nearest hundredth. Example: ``26``."""
    because: str
    """Why, for readers. Example: ``"26 pay periods a year, of two weeks each"``."""


@dataclass(frozen=True, slots=True)
class Pay:
    """``pay.toml``: all of it; empty where an agreement has no such tables, or nobody said which they are."""

    scales: tuple[PayScale, ...] = ()
    waits: tuple[PayWait, ...] = ()
    rules: tuple[PayRule, ...] = ()


NO_PAY = Pay()
"""Nothing said of pay."""


@dataclass(frozen=True, slots=True)
class Rate:
    """One cell: what a grade is paid at a step, in the printed characters."""

    grade: str
    step: str
    """As printed; empty where there are no steps."""
    amount: str
    table: str
    """The anchor of its table."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One cell of a table of waiting times."""

    grade: str
    step: str
    next: str
    time: str
    table: str


@dataclass(frozen=True, slots=True)
class StepOrder:
    """Steps as tables have them one after another, brought into one order."""

    steps: tuple[str, ...] = ()

    def with_column(self, column: tuple[str, ...]) -> StepOrder:
        """Return the order with the steps of one more table: a new one follows the one that is printed before it."""
        merged = list(self.steps)
        at = 0
        for step in column:
            if step in merged:
                at = merged.index(step) + 1
            else:
                merged.insert(at, step)
                at += 1
        return StepOrder(tuple(merged))
