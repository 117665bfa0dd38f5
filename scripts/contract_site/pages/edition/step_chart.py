"""A chart of a pay scale: a line for each grade, from step to step, with its grade at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.beside.paid import PaidScale, amount_of
from contract_site.interface.say import say
from contract_site.words.picture import element, number, picture, words

WIDTH, HEIGHT = 600, 340
LEFT, RIGHT, TOP, BOTTOM = 56, 32, 28, 34
APART = 13
"""Between the names of two lines, at least."""
Point = tuple[float, float]
LINES = 5
"""Lines across, at most, with amounts at their beginning."""


def step_chart(scale: PaidScale, per: str) -> Iterator[str]:
    """Yield the lines of the chart; nothing for a scale without steps, whose table says all at a glance.

    ``per`` is the time that its rates are for, as readers are told.
    """
    if len(scale.steps) < 3:
        return
    least, most = _between([float(amount_of(rate.amount)) for rate in scale.rates])
    label = say(
        "Chart: {kind}, rate for each {per} by step, a line for each of grades {first} to {last}. The table below has every"
        " figure.",
        kind=scale.scale.kind,
        per=per,
        first=scale.grades[0],
        last=scale.grades[-1],
    )
    lines = [_points(scale, grade, (least, most)) for grade in scale.grades]
    yield from picture(
        (WIDTH, HEIGHT),
        label,
        *_amounts(least, most, scale.scale.currency),
        *_steps(scale.steps),
        *(part for at, points in enumerate(lines) for part in _line(points, at)),
        *_names(scale.grades, [points[-1] for points in lines]),
        kind="chart",
    )


def _between(amounts: Sequence[float]) -> tuple[float, float]:
    """The round amounts between which all lie."""
    unit = _unit(min(amounts), max(amounts))
    return min(amounts) // unit * unit, -(-max(amounts) // unit) * unit


def _unit(least: float, most: float) -> float:
    """The round amount, 1, 2 or 5 and zeros, that divides the chart into a few lines."""
    unit = 0.01
    factors = (2, 2.5, 2)
    turn = 0
    while (most - least) / unit > LINES:
        unit *= factors[turn % 3]
        turn += 1
    return unit


def _amounts(least: float, most: float, currency: str) -> Iterator[str]:
    unit = _unit(least, most)
    for each in range(round((most - least) / unit) + 1):
        amount = least + each * unit
        y = _y(amount, least, most)
        yield element("path", d=f"M{LEFT} {number(y)}H{WIDTH - RIGHT}", class_="across")
        shown = f"{amount:,.0f}" if unit >= 1 else f"{amount:,.2f}"
        yield words(f"{currency}{shown}", LEFT - 6, y + 4, text_anchor="end")


def _steps(steps: Sequence[str]) -> Iterator[str]:
    for at, step in enumerate(steps):
        yield words(step, _x(at, len(steps)), HEIGHT - BOTTOM + 18, text_anchor="middle", class_="step")


def _points(scale: PaidScale, grade: str, between: tuple[float, float]) -> list[Point]:
    return [
        (_x(place, len(scale.steps)), _y(float(amount_of(rate.amount)), *between))
        for place, step in enumerate(scale.steps)
        if (rate := scale.rate(grade, step)) is not None
    ]


def _line(points: Sequence[Point], at: int) -> Iterator[str]:
    """One grade; lines that lie close are told apart by how they are dashed."""
    path = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    yield element("path", d=path, class_=f"line dash-{at % 3}")


def _names(grades: Sequence[str], ends: Sequence[Point]) -> Iterator[str]:
    """The grades on the right, from the lowest line up, none over another, each led to from the end of its line."""
    below = float(HEIGHT)
    for (x, y), grade in sorted(zip(ends, grades, strict=True), key=lambda each: -each[0][1]):
        below = min(y, below - APART)
        yield element("path", d=f"M{number(x + 2)} {number(y)}L{WIDTH - RIGHT + 2} {number(below)}", class_="lead")
        yield words(grade, WIDTH - RIGHT + 6, below + 4, class_="end")
    yield words(say("Grade"), WIDTH - 4, below - APART, class_="end", text_anchor="end")


def _x(place: int, count: int) -> float:
    return LEFT + 8 + place * (WIDTH - RIGHT - LEFT - 16) / max(1, count - 1)


def _y(amount: float, least: float, most: float) -> float:
    return HEIGHT - BOTTOM - (amount - least) * (HEIGHT - TOP - BOTTOM) / ((most - least) or 1)
