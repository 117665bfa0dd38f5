"""The parts that editors name: what readers do not see is set apart, and each of the others opens where an editor says.

A part of articles or items is opened at each of them by the numbers that run best in it, and among memoranda a page is opened
at each that is found, as in a source without named parts. What an editor names among them wins over what is found in its head.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from contract_site.apart.contents import CONTENTS_OF_ARTICLE, find_contents
from contract_site.model.document import Furniture
from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import SettingsError
from contract_site.model.outline import FURNITURE
from contract_site.model.rank_names import NAMES
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse import headings, memoranda
from contract_site.parse.beside import find_beside
from contract_site.parse.chains import Chain, best_chain
from contract_site.parse.choices import stands_at
from contract_site.parse.decided import SET_APART, kept_rows
from contract_site.parse.labels import Proposal
from contract_site.parse.openings import Opening, Opens
from contract_site.parse.parts import Gathered
from contract_site.parse.setting import Setting

NUMBERED = {"articles": "article", "items": "item"}
"""The word that opens each page of a part, by the part's kind."""
AMONG_MEMORANDA = ("memorandum", "appendix", "attachment")
"""Parts that editors may name among memoranda that are found."""
ASTERISKS = "asterisks between documents"
"""Why readers do not see a row of them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part that an editor named, and which of the lines that are kept are its own."""

    settings: PartSettings
    within: range
    holds_letters: bool = False
    """Letters and memoranda that are found in it open pages."""


@dataclass(frozen=True, slots=True)
class NamedParts:
    """The lines that readers see, and the parts that they fill."""

    lines: tuple[Line, ...]
    stretches: tuple[Stretch, ...]

    def openings(
        self, proposals: Sequence[Sequence[Proposal]], setting: Setting, *, editorial: Editorial, source: SourceText
    ) -> tuple[Opening, ...]:
        """Return where pages open. Raises SettingsError where a part has no heading of the kind that an editor gave it."""
        found: list[Opening] = []
        for stretch in self.stretches:
            if stretch.settings.kind in NUMBERED:
                found += _numbered(stretch, self.lines, proposals, editorial, source)
            else:
                found += _documents(stretch, self.lines, proposals, setting)
        return tuple(found)


def name_parts(lines: Sequence[Line], editorial: Editorial, source: SourceText, gathered: Gathered) -> NamedParts:
    """Return the parts that ``agreement.toml`` names; what readers do not see goes to ``gathered``.

    Raises SettingsError if the words a part opens with are not found at its place, or places do not ascend, or the words of a
    line that editors call furniture do not stand there.
    """
    kept: list[Line] = []
    apart = _called_furniture(lines, editorial)
    stretches: list[Stretch] = []
    letters = False
    for settings, own in _split(lines, editorial, source):
        if settings.kind in ("furniture", "contents"):
            _set_apart(settings, own, gathered)
            continue
        shown, separators = take_separators(_without(own, apart, gathered))
        gathered.furniture += separators
        if settings.kind in NUMBERED:
            shown = _without_lists(shown, gathered)
        letters = settings.kind == "memoranda" or (letters and settings.kind in AMONG_MEMORANDA)
        if shown:
            stretches.append(Stretch(settings, range(len(kept), len(kept) + len(shown)), letters))
        kept += shown
    return NamedParts(tuple(kept), tuple(stretches))


def _called_furniture(lines: Sequence[Line], editorial: Editorial) -> dict[int, str]:
    """Why lines are not the text of which rows of the outline say so, by the offsets at which the lines begin."""
    rows = kept_rows(lines, [row for row in editorial.rows if row.kind == FURNITURE])
    return {lines[index].words.start: row.why or SET_APART for index, row in rows.items()}


def _without(lines: Sequence[Line], apart: Mapping[int, str], gathered: Gathered) -> tuple[Line, ...]:
    """Set apart the lines that begin at some offsets, each for its reason."""
    found = {index: apart[line.words.start] for index, line in enumerate(lines) if line.words.start in apart}
    for index, reason in found.items():
        gathered.furniture += _furniture([lines[index]], reason)
    return tuple(_left(lines, found))


def take_separators(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Take out the rows of three asterisks that stand between documents."""
    apart = {index for index, line in enumerate(lines) if headings.is_separator(line.text)}
    furniture = _furniture([lines[index] for index in sorted(apart)], ASTERISKS)
    return tuple(_left(lines, apart)), tuple(furniture)


def _split(lines: Sequence[Line], editorial: Editorial, source: SourceText) -> Iterator[tuple[PartSettings, Sequence[Line]]]:
    """Yield each part with its lines; what stands before the first is the front matter."""
    named = editorial.agreement.part
    path = editorial.settings_file
    starts = [_start(part, lines, source, path) for part in named]
    for part, before, start in zip(named[1:], starts, starts[1:], strict=False):
        if start <= before:
            raise SettingsError(f"{path}: part '{part.opens}' does not stand after the part before it; put parts in order")
    yield _front(PartSettings(opens="", kind="notes"), editorial.agreement.language), lines[: starts[0]]
    for part, start, end in zip(named, starts, [*starts[1:], len(lines)], strict=True):
        yield part, lines[start:end]


def _front(settings: PartSettings, language: str) -> PartSettings:
    called = NAMES["front"].get(language, "Front matter")
    return PartSettings(opens="", kind="notes", id=settings.id or "front", title=settings.title or called)


def _start(part: PartSettings, lines: Sequence[Line], source: SourceText, path: str) -> int:
    """The first of the lines that belong to a part."""
    if part.at is not None:
        index = next((i for i, line in enumerate(lines) if _offset(line) >= part.at), len(lines))
        stands = source.text.startswith(part.opens, part.at)
    else:
        index = bisect_left(lines, part.line or 0, key=attrgetter("number"))
        line = lines[index] if index < len(lines) else None
        stands = line is not None and line.number == part.line and stands_at(part.opens, line, source)
    if not stands:
        raise SettingsError(f"{path}: part at {_place(part)}: the words '{part.opens}' do not stand there in {source.name}")
    return index


def _place(part: PartSettings) -> str:
    return f"line {part.line}" if part.at is None else f"offset {part.at}"


def _offset(line: Line) -> int:
    """Where a line's words begin, page marks before them aside."""
    return line.words.start_of_text if line.text else line.words.start


def _set_apart(settings: PartSettings, lines: Sequence[Line], gathered: Gathered) -> None:
    gathered.furniture += _furniture(lines, settings.reason or "contents list")
    gathered.furniture += [Furniture(span, "printed page number") for line in lines for span, _ in line.words.mark_spans]
    if settings.kind == "contents":
        gathered.contents.append(tuple(lines))


def _without_lists(lines: Sequence[Line], gathered: Gathered) -> tuple[Line, ...]:
    """Set apart the lists of sections that are printed below the headings of articles."""
    lists = find_contents(lines)
    apart = {index for each in lists for index in range(each.first, each.stop)}
    for each in lists:
        gathered.furniture += _furniture(lines[each.first : each.stop], CONTENTS_OF_ARTICLE)
    return tuple(_left(lines, apart))


def _left(lines: Sequence[Line], apart: Container[int]) -> Iterator[Line]:
    """Yield the lines that are not set apart, and the page marks of those that are."""
    for index, line in enumerate(lines):
        if index not in apart:
            yield line
        elif line.words.marks:
            yield line.with_words(Words(line.words.marks_only))


def _furniture(lines: Sequence[Line], reason: str) -> Iterator[Furniture]:
    return (Furniture(span, reason) for line in lines for span in line.words.spans)


# Openings -------------------------------------------------------------------------------------------------------------


def _numbered(
    stretch: Stretch,
    lines: Sequence[Line],
    proposals: Sequence[Sequence[Proposal]],
    editorial: Editorial,
    source: SourceText,
) -> Iterator[Opening]:
    settings, within = stretch.settings, stretch.within
    word = NUMBERED[settings.kind]
    numbered = best_chain(p for index in within for p in proposals[index] if p.scheme.word == word).members
    if not numbered:
        raise SettingsError(
            f"{editorial.settings_file}: part at {_place(settings)}: kind is '{settings.kind}', but no heading "
            f"{word.upper()} n stands below it in {source.name}; correct the kind, or the place at which the next part begins"
        )
    if numbered[0].index > within.start:
        yield _edited(_front(settings, editorial.agreement.language), range(within.start, numbered[0].index), lines)
    for proposal in numbered:
        yield Opening(proposal.index, Opens.ARTICLE, proposal, why=proposal.why)


def _documents(
    stretch: Stretch, lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], setting: Setting
) -> Iterator[Opening]:
    """Yield the one document of a stretch; behind its head those that are found, if letters may stand in it."""
    within, settings = stretch.within, stretch.settings
    settings = replace(settings, kind="memorandum") if settings.kind == "memoranda" else settings
    first = _edited(settings, within, lines)
    yield first
    behind = range(within.start + max(first.head, 1), within.stop if stretch.holds_letters else within.start)
    own = lines[behind.start : behind.stop]
    for found in find_beside(own, proposals[behind.start : behind.stop], Chain(), setting):
        index = behind.start + found.index
        if found.opens is Opens.LETTER:
            named = PartSettings(line=lines[index].number, opens=lines[index].text, kind="memorandum")
            yield _edited(named, range(index, within.stop), lines)


def _edited(settings: PartSettings, within: range, lines: Sequence[Line]) -> Opening:
    head = memoranda.head_of(lines[within.start : within.stop], settings)
    return Opening(
        within.start, Opens.EDITED, why=("named by an editor",), settings=settings, head=len(within) - len(head.body)
    )
