"""Compare two texts: pair their units, say what became of each, and mark the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product, zip_longest

from contract_site.compare.align import align
from contract_site.compare.classify import change_of
from contract_site.compare.recut import recut
from contract_site.compare.redline import redline
from contract_site.compare.units import joined_ends, joined_text
from contract_site.compare.words import figures, likeness, tokens
from contract_site.model.comparison import REWRITTEN, Change, Comparison, ComparisonSettings, LineageRow, Row, Unit
from contract_site.model.finding import Finding, SettingsError

REWORDED = {Change.UNCHANGED: Change.REWORDED, Change.MOVED: Change.MOVED_REWORDED}
"""What a row is called if its words are not the same."""


def compare(
    before: Sequence[Unit], after: Sequence[Unit], settings: ComparisonSettings, lineage: Sequence[LineageRow] = ()
) -> Comparison:
    """Return the comparison of two texts.

    Rows of the lineage stand as they are; units that it does not name are paired by the program. Raises SettingsError,
    naming the row, if it names a unit that is not there or one that another row has, or calls a changed figure unchanged.
    """
    old = {unit.name: index for index, unit in enumerate(before)}
    new = {unit.name: index for index, unit in enumerate(after)}
    _check(lineage, old, new)
    rows: list[Row] = []
    for each in lineage:
        one, other = tuple(before[old[name]] for name in each.before), tuple(after[new[name]] for name in each.after)
        _check_figures(each, one, other)
        row = make_row(one, other, each)
        rows.append(_repeating(row, tuple(before[old[name]] for name in each.repeats)) if each.repeats else row)
    taken_old = {old[name] for each in lineage for name in each.before}
    taken_new = {new[name] for each in lineage for name in each.after}
    groups = [(ones, others) for ones, others in recut(before, after) if not taken_old & {*ones} and not taken_new & {*others}]
    fixed = [(old[each.before[0]], new[each.after[0]]) for each in lineage if each.before and each.after]
    fixed += [pair for ones, others in groups for pair in product(ones, others)]
    for ones, others in (*groups, *align(before, after, fixed).groups):
        free_old, free_new = [i for i in ones if i not in taken_old], [i for i in others if i not in taken_new]
        if free_old and free_new:
            rows.append(make_row(tuple(before[i] for i in free_old), tuple(after[i] for i in free_new)))
            taken_old.update(free_old)
            taken_new.update(free_new)
    rows += [make_row((), (unit,)) for index, unit in enumerate(after) if index not in taken_new]
    rows += [make_row((unit,), ()) for index, unit in enumerate(before) if index not in taken_old]
    return Comparison(
        settings=settings,
        rows=tuple(_in_order(rows, old, new)),
        findings=tuple(_findings(rows, lineage, settings)),
    )


def make_row(before: tuple[Unit, ...], after: tuple[Unit, ...], decided: LineageRow | None = None) -> Row:
    """Return the row of units that answer to each other, as decided or else as their words say."""
    old, new = joined_text(before), joined_text(after)
    alike = likeness(tokens(old), tokens(new)) if before and after else 0.0
    return Row(
        before=before,
        after=after,
        change=decided.change if decided else change_of(before, after),
        similarity=round(alike, 3),
        reviewed=decided.reviewed if decided else False,
        redline=redline(
            old, new, whole=bool(before and after) and alike < REWRITTEN, line_ends=(joined_ends(before), joined_ends(after))
        ),
        note=decided.note if decided else "",
    )


def _repeating(row: Row, repeats: tuple[Unit, ...]) -> Row:
    """The row of added words that stand in units of the older text, too."""
    alike = likeness(tokens(_text(repeats)), tokens(_text(row.after)))
    return replace(row, repeats=repeats, similarity=round(alike, 3))


def _text(units: Sequence[Unit]) -> str:
    return "\n\n".join(unit.text for unit in units)


def _check(lineage: Sequence[LineageRow], old: Mapping[str, int], new: Mapping[str, int]) -> None:
    seen: set[tuple[str, str]] = set()
    for row in lineage:
        for side, names, known in (("before", row.before, old), ("after", row.after, new)):
            for name in names:
                if name not in known:
                    raise SettingsError(f"{row.place}: there is no '{name}' in the text {side}; correct or remove the row")
                if (side, name) in seen:
                    raise SettingsError(f"{row.place}: '{name}' ({side}) stands in another row too; join the rows")
                seen.add((side, name))
        if missing := next((name for name in row.repeats if name not in old), None):
            raise SettingsError(f"{row.place}: there is no '{missing}' in the text before; correct or remove the row")
        if not row.before and not row.after:
            raise SettingsError(f"{row.place}: names no unit of either text; remove the row")


def _check_figures(row: LineageRow, before: Sequence[Unit], after: Sequence[Unit]) -> None:
    """Raise SettingsError if a row says that nothing was reworded and a figure or sign was."""
    if row.change not in (Change.UNCHANGED, Change.MOVED):
        return
    old, new = figures(joined_text(before)), figures(joined_text(after))
    at = next((at for at, (one, other) in enumerate(zip_longest(old, new)) if one != other), None)
    if at is not None:
        changed = f"{_figure(old, at)} became {_figure(new, at)}; call the row {REWORDED[row.change].value}"
        message = f"'{' '.join(row.before)}' is called {row.change.value}, but {changed}, or correct the source"
        raise SettingsError(f"{row.place}: {message}")


def _figure(found: Sequence[str], at: int) -> str:
    """A figure as messages show it, with the sign before it."""
    if at >= len(found):
        return "nothing"
    return "".join(found[at : at + 2]) if not any(map(str.isdigit, found[at])) else found[at]


def _in_order(rows: Sequence[Row], old: Mapping[str, int], new: Mapping[str, int]) -> Iterator[Row]:
    """Yield the rows in the order of the newer text; what was removed follows what stood before it in the older one."""
    place_of = {old[unit.name]: new[row.after[0].name] for row in rows if row.after for unit in row.before}
    after = {id(row): new[row.after[0].name] for row in rows if row.after}

    def place(row: Row) -> tuple[int, int, int]:
        if row.after:
            return after[id(row)], 0, 0
        own = old[row.before[0].name]
        earlier = next((place_of[index] for index in range(own - 1, -1, -1) if index in place_of), -1)
        return earlier, 1, own

    yield from sorted(rows, key=place)


def _findings(rows: Sequence[Row], lineage: Sequence[LineageRow], settings: ComparisonSettings) -> Iterator[Finding]:
    """Yield a finding if the lineage does not name every unit: what the program pairs could change with it."""
    named = {("before", name) for each in lineage for name in each.before} | {
        ("after", name) for each in lineage for name in each.after
    }
    unnamed = [unit.name for row in rows for unit in row.before if ("before", unit.name) not in named]
    unnamed += [unit.name for row in rows for unit in row.after if ("after", unit.name) not in named]
    if unnamed:
        message = f"{len(unnamed)} units are in no row of the lineage, the first {unnamed[0]}; run compare_editions.py --record"
        yield Finding(f"{settings.folder}/lineage.tsv", 1, "C101", message)


def proposals(computed: Comparison, lineage: Sequence[LineageRow]) -> Iterator[tuple[LineageRow, Row]]:
    """Yield the rows of a lineage that the program would decide otherwise, with what it would decide."""
    by_unit: dict[tuple[str, str], Row] = {}
    for row in computed.rows:
        by_unit |= {("before", unit.name): row for unit in row.before} | {("after", unit.name): row for unit in row.after}
    for each in lineage:
        names = [("before", name) for name in each.before] + [("after", name) for name in each.after]
        other = by_unit[names[0]]
        same = {u.name for u in other.before} == set(each.before) and {u.name for u in other.after} == set(each.after)
        if not same or other.change is not each.change:
            yield each, other


def as_lineage(rows: Sequence[Row]) -> Iterator[LineageRow]:
    """Yield rows as a lineage has them, none of them reviewed."""
    for row in rows:
        yield LineageRow(
            before=tuple(unit.name for unit in row.before),
            after=tuple(unit.name for unit in row.after),
            change=row.change,
            reviewed=row.reviewed,
            note=row.note,
        )


def written_row(row: LineageRow | Row) -> str:
    """Return a row in one line: ``IX.S > IX.T (moved)``."""
    before, after = (
        " ".join(each if isinstance(each, str) else each.name for each in side) or "-" for side in (row.before, row.after)
    )
    return f"{before} > {after} ({row.change.value})"
