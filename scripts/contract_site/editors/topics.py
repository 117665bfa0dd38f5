"""Read a concordance that editors keep: which places of two agreements deal with the same topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from contract_site.model.concordance import Relation, TopicRow
from contract_site.model.finding import SettingsError

TOPICS = "topics.tsv"
FIELDS = 6
SIDES = {Relation.NO_ANCESTOR: (False, True), Relation.NO_DESCENDANT: (True, False)}
"""Whether a row needs a place before and a place after; other relations need both."""


def load_topics(folder: Path, shown: str, titles: Mapping[str, str]) -> tuple[TopicRow, ...]:
    """Read a concordance's ``topics.tsv``; ``titles`` are its topics by id. Raises SettingsError, naming file and line."""
    path = folder / TOPICS
    name = f"{shown}/{TOPICS}"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name}:1: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{name}:1: cannot be read ({error.strerror}); a concordance needs this file") from None
    rows = tuple(_rows(lines, name, titles))
    _check_duplicates(rows)
    if empty := next((topic for topic in titles if all(row.topic != topic for row in rows)), None):
        raise SettingsError(f"{name}:1: topic '{empty}' of comparison.toml has no row; add one or remove the topic")
    return rows


def _rows(lines: list[str], name: str, titles: Mapping[str, str]) -> Iterator[TopicRow]:
    for number, line in enumerate(lines, start=1):
        if line.strip() and not line.startswith("#"):
            yield _row(line, f"{name}:{number}", titles)


def _row(line: str, place: str, titles: Mapping[str, str]) -> TopicRow:
    fields = line.split("\t")
    if len(fields) != FIELDS:
        raise SettingsError(f"{place}: {len(fields)} fields between tabs, but a row needs {FIELDS}")
    topic, before, after, relation, reviewed, note = fields
    if topic not in titles:
        raise SettingsError(f"{place}: unknown topic '{topic}'; [topics] of comparison.toml has no such key")
    if relation not in [each.value for each in Relation]:
        raise SettingsError(f"{place}: unknown relation '{relation}'; known: {', '.join(Relation)}")
    if reviewed not in ("yes", "no"):
        raise SettingsError(f"{place}: reviewed is '{reviewed}'; write yes or no")
    row = TopicRow(
        topic=topic,
        before=_places(before),
        after=_places(after),
        relation=Relation(relation),
        reviewed=reviewed == "yes",
        note=note,
        place=place,
    )
    sides = SIDES.get(row.relation, (True, True))
    if (bool(row.before), bool(row.after)) != sides:
        wanted = " and ".join(
            f"{'a' if there else 'no'} place {side}" for there, side in zip(sides, ("before", "after"), strict=True)
        )
        raise SettingsError(f"{place}: '{relation}' needs {wanted}; correct the row")
    return row


def _places(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split())


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
