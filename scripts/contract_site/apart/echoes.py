"""Find running heads that change: the heading of an article, printed again at the head of the sheets on which it goes on."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from contract_site.apart.page_numbers import numbers_of
from contract_site.apart.rank_labels import squash, starts_with_label
from contract_site.model.source import Line

MOST_LINES = 3
"""Lines of a heading, and of a head that repeats it."""
LONGEST = 120
FEWEST = 3
"""Sheets with such a head from which on it is a habit."""
HABIT = 0.2
"""Share of the sheets that have one."""


def find_echoes(
    lines: Sequence[Line], sheets: Mapping[int, Sequence[int]], apart: Container[int], known: int
) -> tuple[int, ...]:
    """Return the indices of lines at the heads of ``sheets`` that only repeat a heading which stands elsewhere.

    ``apart`` are the indices of what is set apart, contents lists too; ``known`` counts the sheets on which running heads were
    found that repeat a heading.
    """
    inside = {sheet: [index for index in indices if index not in apart] for sheet, indices in sheets.items()}
    first = _headings(lines, inside)
    found = [echo for indices in inside.values() if (echo := _echo(lines, indices, first))]
    count = len(found) + known
    return tuple(index for echo in found for index in echo) if found and count >= max(FEWEST, HABIT * len(sheets)) else ()


def _headings(lines: Sequence[Line], inside: Mapping[int, Sequence[int]]) -> dict[str, int]:
    """The index of the first stand of what may be a heading; at the head of a sheet only a first one counts."""
    first: dict[str, int] = {}
    for indices in inside.values():
        for place in range(len(indices)):
            for words in _windows(lines, indices[place : place + MOST_LINES]):
                first.setdefault(words, indices[place])
                if place:
                    first.setdefault(f"{words}@{indices[0]}", indices[place])
    return first


def _echo(lines: Sequence[Line], indices: Sequence[int], first: Mapping[str, int]) -> Sequence[int]:
    """The lines at the head of a sheet that repeat a heading of a sheet before, or one that stands further down on it."""
    windows = list(_windows(lines, indices[:MOST_LINES]))
    for count in range(len(windows), 0, -1):
        words = windows[count - 1]
        if words and (first.get(words, indices[0]) < indices[0] or f"{words}@{indices[0]}" in first):
            return indices[:count]
    return ()


def _windows(lines: Sequence[Line], indices: Sequence[int]) -> Iterator[str]:
    """Yield the letters and figures of the first line, of the first two, of the first three; nothing for what is no title."""
    joined, label = "", starts_with_label(lines[indices[0]].text) if indices else ""
    for place, index in enumerate(indices):
        text = lines[index].text
        if len(text) > LONGEST or text[-1:] in ".;:,":
            return
        joined += squash(_without_page(text))
        yield joined if place or len(label) < len(text) else ""


def _without_page(text: str) -> str:
    number = next((each for each in numbers_of(text) if each.strong), None)
    return text[: number.begin] + text[number.stop :] if number else text
