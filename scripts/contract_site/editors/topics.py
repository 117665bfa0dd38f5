"""Read a concordance that editors keep: which places of two agreements deal with the same topic."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from contract_site.editors.rows import TsvRow, read_rows, units
from contract_site.model.concordance import Relation, TopicRow
from contract_site.model.finding import SettingsError

TOPICS = "topics.tsv"
FIELDS = 6
SIDES = {Relation.NO_ANCESTOR: (False, True), Relation.NO_DESCENDANT: (True, False)}
"""Whether a row needs a place before and a place after; other relations need both."""


def load_topics(folder: Path, shown: str, titles: Mapping[str, str]) -> tuple[TopicRow, ...]:
    """Read a concordance's ``topics.tsv``; ``titles`` are its topics by id. Raises SettingsError, naming file and line."""
    name = f"{shown}/{TOPICS}"
    rows = tuple(_row(row, titles) for row in read_rows(folder / TOPICS, name, FIELDS, "a concordance needs this file"))
    _check_duplicates(rows)
    if empty := next((topic for topic in titles if all(row.topic != topic for row in rows)), None):
        raise SettingsError(f"{name}:1: topic '{empty}' of comparison.toml has no row; add one or remove the topic")
    return rows


def _row(row: TsvRow, titles: Mapping[str, str]) -> TopicRow:
    topic, before, after, relation, reviewed, note = row.fields
    if topic not in titles:
        raise SettingsError(f"{row.place}: unknown topic '{topic}'; [topics] of comparison.toml has no such key")
    found = TopicRow(
        topic=topic,
        before=units(before),
        after=units(after),
        relation=Relation(row.one_of("relation", relation, list(Relation))),
        reviewed=row.yes("reviewed", reviewed),
        note=note,
        place=row.place,
    )
    row.sides("place", (found.before, found.after), SIDES.get(found.relation, (True, True)), relation)
    return found


def _check_duplicates(rows: tuple[TopicRow, ...]) -> None:
    """Raise SettingsError for a row that another repeats, and for a place that has a relative and is said to have none."""
    seen: dict[tuple[str, tuple[str, ...], tuple[str, ...]], str] = {}
    related: dict[tuple[str, str], str] = {}
    for row in rows:
        key = row.topic, row.before, row.after
        if key in seen:
            raise SettingsError(f"{row.place}: repeats {seen[key]}; remove one of the rows")
        seen[key] = row.place
        if row.relation not in SIDES:
            related |= {("before", name): row.place for name in row.before} | {("after", name): row.place for name in row.after}
    for row in rows:
        if row.relation in SIDES:
            for side, name in [("before", name) for name in row.before] + [("after", name) for name in row.after]:
                if other := related.get((side, name)):
                    raise SettingsError(f"{row.place}: '{name}' has a relative in {other}; correct one of the rows")
