"""The timeline of editions: when each was in force by its own words, and the years of which no text is here.

What is drawn is listed below it in the same order. Widths are shares of the picture's, so that it fits a phone with words of
their usual size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contract_site.cite import addresses
from contract_site.interface.formats import said_date
from contract_site.interface.say import counted, later, say
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.words.escape import attribute, escape, escape_start, front_matter
from contract_site.words.frame import dates, status_words, way
from contract_site.words.picture import element, number
from contract_site.words.usual import usual

TITLE = later("Timeline")
DESCRIPTION = later("When each edition was in force, and the years of which no text is here.")
INTRODUCTION = later("The terms that the texts here state. What is drawn is listed below.")
PATH = addresses.TIMELINE
ROW, AXIS, TOP = 40, 44, 8
"""Heights: of an edition's line, of the years below, of the room above."""
DECADE_FROM = 25
"""Years from which on only decades are written."""


@dataclass(frozen=True, slots=True)
class StatedTerm:
    """An edition with the first and last day of its term."""

    edition: Edition
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Days between terms that no text here states a term for; both count."""

    first: date
    last: date

    @property
    def length(self) -> str:
        """How long it is: ``43 years``, ``11 months``."""
        months = round((self.last - self.first).days / 30.44)
        years = round(months / 12)
        if years > 1:
            return counted("{number} year", "{number} years", years)
        if months > 1:
            return counted("{number} month", "{number} months", months)
        return counted("{number} day", "{number} days", (self.last - self.first).days + 1)


@dataclass(frozen=True, slots=True)
class LevelOfEditions:
    """The editions of one level, national or local; only among them is there a gap."""

    name: str
    terms: tuple[StatedTerm, ...]
    without: tuple[Edition, ...]
    """Those that do not state their term."""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The days between their terms of which no text is here."""
        found, until = [], self.terms[0].last if self.terms else date.min
        for term in self.terms[1:]:
            if term.first > until + timedelta(days=1):
                found.append(Gap(until + timedelta(days=1), term.first - timedelta(days=1)))
            until = max(until, term.last)
        return tuple(found)


def render_timeline(editions: Sequence[Edition]) -> Page | None:
    """Return the page; None where fewer than two editions state their term, which is no line yet."""
    levels = levels_of(editions)
    if not has_timeline(editions):
        return None
    lines = [
        front_matter({"title": say(TITLE), "description": say(DESCRIPTION), "figures": True, "hide": ["toc"]}),
        way(PATH, say(TITLE)),
        f"# {say(TITLE)} {{: #timeline }}\n",
        f"{say(INTRODUCTION)}\n",
        *(line for number_, level in enumerate(levels, start=1) for line in _level(level, number_)),
    ]
    return Page(PATH, "\n".join(lines))


def has_timeline(editions: Iterable[Edition]) -> bool:
    """Say whether enough editions state their term to draw a line."""
    return sum(1 for each in editions if each.settings.effective and each.settings.expires) > 1


def levels_of(editions: Sequence[Edition]) -> tuple[LevelOfEditions, ...]:
    """Return the editions level by level, each by its first day."""
    names = dict.fromkeys(edition.settings.level for edition in editions)
    return tuple(_of_level(name, [each for each in editions if each.settings.level == name]) for name in names)


def _of_level(name: str, editions: Sequence[Edition]) -> LevelOfEditions:
    days = [(each, each.settings.effective, each.settings.expires) for each in editions]
    terms = [StatedTerm(each, first, last) for each, first, last in days if first and last]
    known = {term.edition.slug for term in terms}
    without = tuple(each for each in editions if each.slug not in known)
    return LevelOfEditions(name, tuple(sorted(terms, key=lambda term: (term.first, term.last))), without)


def _level(level: LevelOfEditions, number_: int) -> Iterator[str]:
    name = escape_start(usual(level.name).capitalize() or say("Agreements"))
    yield f"## {name} {{: #level-{number_} }}\n"
    if level.terms:
        yield from _drawn(level)
    yield "\n".join([*_listed(level), *(_undated(each) for each in level.without)]) + "\n"


def _listed(level: LevelOfEditions) -> Iterator[str]:
    """Every term and gap in their order."""
    gaps = {gap.last + timedelta(days=1): gap for gap in level.gaps}
    for term in level.terms:
        if (gap := gaps.pop(term.first, None)) is not None:
            first, last = said_date(gap.first), said_date(gap.last)
            said = say(
                "{first} – {last}: no text here states a term for these {length}.", first=first, last=last, length=gap.length
            )
            yield f"- *{said}*"
        yield f"- {_link(term.edition)}: {escape(dates(term.edition))}, {escape(status_words(term.edition))}"


def _undated(edition: Edition) -> str:
    said = dates(edition)
    if said:
        return "- " + say("{edition}: {term}, not drawn", edition=_link(edition), term=escape(said))
    return "- " + say("{edition}: its text states no term, so it is not drawn", edition=_link(edition))


def _link(edition: Edition) -> str:
    return f"[{escape(edition.settings.brief)}]({addresses.link(PATH, addresses.edition_file(edition.slug))})"


def _drawn(level: LevelOfEditions) -> Iterator[str]:
    first, last = level.terms[0].first.year, max(term.last for term in level.terms).year + 1
    height = TOP + ROW * len(level.terms) + AXIS
    inside = (
        *_years(first, last, height),
        *(part for at, term in enumerate(level.terms) for part in _bar(term, TOP + ROW * at, first, last)),
        *_covered(level, height - AXIS + 6, first, last),
    )
    said = counted(
        "Timeline from {first} to {last}: {number} term. The list below says the same.",
        "Timeline from {first} to {last}: {number} terms. The list below says the same.",
        len(level.terms),
        first=first,
        last=last - 1,
    )
    yield (
        f'<figure class="picture timeline" data-search-exclude><svg xmlns="http://www.w3.org/2000/svg" width="100%"'
        f' height="{height}" role="img" aria-label="{attribute(said)}">{"".join(inside)}</svg></figure>\n'
    )


def _share(day: date, first: int, last: int) -> float:
    """Where a day lies between two years, in hundredths of the width."""
    whole = (date(last, 1, 1) - date(first, 1, 1)).days
    return 100 * (day - date(first, 1, 1)).days / whole


def _years(first: int, last: int, height: int) -> Iterator[str]:
    """The years below, or decades, each with a line up."""
    step = 10 if last - first >= DECADE_FROM else 1
    for year in range(-(-first // step) * step, last + 1, step):
        share = _share(date(year, 1, 1), first, last)
        x = f"{number(share)}%"
        yield element("line", x1=x, x2=x, y1=TOP, y2=height - AXIS + 12, class_="across")
        if 2 < share < 98:
            yield element("text", str(year), x=x, y=height - 6, text_anchor="middle")


def _bar(term: StatedTerm, y: int, first: int, last: int) -> Iterator[str]:
    """One term, its name above it on the side where there is more room."""
    begin, end = (_share(day, first, last) for day in (term.first, term.last))
    name = f"{term.edition.settings.short}: {term.first.year}–{term.last.year}"
    anchor, x = ("start", begin) if begin <= 50 else ("end", end)
    yield element("text", attribute(name), x=f"{number(x)}%", y=y + 14, text_anchor=anchor)
    yield element("rect", x=f"{number(begin)}%", y=y + 20, width=f"{number(max(0.5, end - begin))}%", height=12, class_="term")


def _covered(level: LevelOfEditions, y: int, first: int, last: int) -> Iterator[str]:
    """The line of all years: broken where no text is here, with how long."""
    for gap in level.gaps:
        begin, end = (_share(day, first, last) for day in (gap.first, gap.last))
        yield element("line", x1=f"{number(begin)}%", x2=f"{number(end)}%", y1=y, y2=y, class_="gap")
        if end - begin > 30:
            said = attribute(say("no text here: {length}", length=gap.length))
            yield element("text", said, x=f"{number((begin + end) / 2)}%", y=y + 16, text_anchor="middle")
