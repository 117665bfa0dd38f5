"""Two tables of numbers: where each provision comes from, and where each went; what went together stands in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.arrangement import PlacedRow
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.comparison import Unit
from contract_site.model.document import Part, Provision
from contract_site.model.page import Page
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.comparison_frame import breadcrumb, head
from contract_site.pages.kin.sides import status_line
from contract_site.words.escape import escape
from contract_site.words.frame import part_title

NOWHERE = "—"
SAME = later("same number")
KEY = later(
    "“Same number” stands where a provision and all that was compared below it kept their numbers, “{nowhere}” where the"
    " other text has none of it. Each number leads to its row."
)


def numbers_page(layout: ComparisonLayout, naming: Naming) -> Page:
    """Return the page of both tables: from the newer text back to the older, and from the older on to the newer."""
    path = layout.file(addresses.NUMBERS)
    title = naming.numbers_title
    derivation = _Table(layout, naming, path, older=False)
    disposition = _Table(layout, naming, path, older=True)
    text = "\n".join(
        (
            head(title, f"{title}: {layout.comparison.settings.title}.", hide=("toc",)),
            breadcrumb(layout, path, title),
            f"# {title} {{: #numbers }}\n",
            status_line((layout.before, layout.after)),
            say(KEY, nowhere=NOWHERE) + "\n",
            f"## {_capital(naming.derivation)} {{: #{addresses.DERIVATION} }}\n",
            *derivation.lines(naming.derivation_columns),
            f"## {_capital(naming.disposition)} {{: #{addresses.DISPOSITION} }}\n",
            *disposition.lines(naming.disposition_columns),
        )
    )
    return Page(path, text)


def _capital(words: str) -> str:
    return escape(words[0].upper() + words[1:])


def _older(placed: PlacedRow) -> tuple[Unit, ...]:
    return placed.row.before


def _newer(placed: PlacedRow) -> tuple[Unit, ...]:
    return placed.row.after


class _Table:
    """One of the tables: the provisions of one text, the older or the newer, and the units of the other that answer to them."""

    def __init__(self, layout: ComparisonLayout, naming: Naming, path: PurePosixPath, *, older: bool) -> None:
        self.layout, self.naming, self.path, self.older = layout, naming, path, older
        self.edition = layout.before if older else layout.after
        self.own, self.others = (_older, _newer) if older else (_newer, _older)
        names = (naming.number_older, naming.number_newer)
        self.own_name, self.other_name = names if older else names[::-1]

    def lines(self, columns: tuple[str, str]) -> Iterator[str]:
        """Yield the table as Markdown."""
        yield f"| {' | '.join(map(escape, columns))} |"
        yield "|---|---|"
        for part in self.layout.parts_of(older=self.older):
            entries = list(self._entries(part, part.root))
            if entries:
                yield f"| **{escape(part_title(part))}** | |"
                yield from entries
        yield ""

    def _entries(self, part: Part, provision: Provision) -> Iterator[str]:
        """Yield the lines of a provision and what stands below it: one line, if all is new, gone or under its old number."""
        below = [row for each in provision.walk() for row in self._rows(part, each)]
        if not below:
            return
        rows = self._rows(part, provision) or below[:1]
        alone = not provision.children
        told = ""
        if all(not self.others(row) for row in below):
            told = NOWHERE
        elif all(self._same(row) for row in below):
            told = say(SAME)
        if told:
            yield self._line(part, rows[0], provision, told, alone=alone)
            return
        if self._rows(part, provision):
            names = [self.other_name(unit, part.id) for row in rows for unit in self.others(row)]
            yield self._line(part, rows[0], provision, ", ".join(_ranges(names)) or NOWHERE, alone=True)
        for child in provision.children:
            yield from self._entries(part, child)

    def _rows(self, part: Part, provision: Provision) -> list[PlacedRow]:
        return list(self.layout.of_provision(self.edition.slug, part.id, provision.anchor))

    def _same(self, row: PlacedRow) -> bool:
        return self.naming.same_number(_older(row), _newer(row))

    def _line(self, part: Part, placed: PlacedRow, provision: Provision, told: str, *, alone: bool) -> str:
        unit = next(unit for unit in self.own(placed) if unit.page == part.id)
        own = self.own_name(unit, part.id) if unit.provision == provision.anchor else str(provision.pinpoint) or part.name
        link = addresses.link(self.path, self.layout.file(placed.page), placed.anchor)
        name = escape(own) if alone else say("{name} and all below", name=escape(own))
        return f"| [{name}]({link}) | {escape(told)} |"


def _ranges(names: Sequence[str]) -> Iterator[str]:
    """Yield each name once, paragraphs that follow each other in one: ``I.A``, ``I.A ¶4–9``."""
    runs: list[tuple[str, int, int]] = []
    for name in dict.fromkeys(names):
        base, _, number = name.rpartition(" ¶")
        counted = int(number) if base else 0
        if runs and counted and runs[-1][0] == base and runs[-1][2] == counted - 1:
            runs[-1] = (base, runs[-1][1], counted)
        else:
            runs.append((base or name, counted, counted))
    for base, first, last in runs:
        yield base if not first else f"{base} ¶{first}" if first == last else f"{base} ¶{first}–{last}"
