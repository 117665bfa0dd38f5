"""Pay and deadlines as open data: what tables and words say, cell by cell and limit by limit."""

from __future__ import annotations

from typing import TypedDict

from contract_site.beside.deadlines import deadline_places
from contract_site.beside.paid import paid
from contract_site.data.schema import DeadlineData, RateData, WaitData
from contract_site.model.document import Edition


class Figures(TypedDict):
    """The fields of an agreement's data that hold figures."""

    pay: list[RateData]
    waits: list[WaitData]
    deadlines: list[DeadlineData]


def figures_data(edition: Edition) -> Figures:
    """Return rates, waiting times and time limits of an edition; empty where editors named none. Raises SettingsError."""
    found = paid(edition)
    return Figures(
        pay=[
            RateData(
                kind=scale.scale.kind,
                per=scale.scale.per,
                grade=rate.grade,
                step=rate.step or None,
                amount=rate.amount,
                table=rate.table,
            )
            for scale in found.scales
            for rate in scale.rates
        ],
        waits=[
            WaitData(
                grade=time.grade,
                step=time.step,
                next=time.next,
                time=time.time,
                unit=each.wait.unit,
                table=time.table,
            )
            for each in found.waits
            for time in each.times
        ],
        deadlines=[
            DeadlineData(
                step=place.deadline.step,
                act=place.deadline.act,
                since=place.deadline.since,
                days=place.count.number,
                unit=place.count.unit,
                in_=place.provision.anchor,
                words=place.deadline.words,
            )
            for place in deadline_places(edition)
        ],
    )
