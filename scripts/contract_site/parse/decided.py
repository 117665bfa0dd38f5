"""Bring the rows of an outline that editors kept to the lines they speak of: what they say stands against what was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from contract_site.model.finding import SettingsError
from contract_site.model.outline import FURNITURE, HEADING, PARTS, TITLE, KeptRow
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal
from contract_site.parse.openings import Opening, Opens
from contract_site.parse.propose import DECIDED
from contract_site.parse.ranks import ORDER
from contract_site.parse.titles import Title
from contract_site.parse.unnumbered import HEADING as UNNUMBERED
from contract_site.parse.unnumbered import NO_NUMBER

SET_APART = "set apart by an editor"
"""Why readers do not see a line of which an editor said no more than that it is furniture."""
BY_EDITOR = ("decided by an editor",)


def kept_rows(lines: Sequence[Line], rows: Sequence[KeptRow]) -> dict[int, KeptRow]:
    """Return the rows that editors kept by the places of their lines among ``lines``; the first row of a line counts.

    Where a text runs on, several lines have one number, and the row's words tell which is meant.
    Raises SettingsError if the words of a row do not stand at its line.
    """
    places: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        places.setdefault(line.number, []).append(index)
    found: dict[int, KeptRow] = {}
    for row in rows:
        opened = (index for index in places.get(row.line, ()) if lines[index].text.startswith(row.opens.strip()))
        index = next(opened, -1)
        if index < 0:
            raise SettingsError(f"{row.place}: '{row.opens}' does not stand at line {row.line}; correct the row or take it out")
        found.setdefault(index, row)
    return found


def furniture_of(lines: Sequence[Line], rows: Sequence[KeptRow]) -> dict[int, str]:
    """Return, by line number, why a line that a row calls furniture is not the text, and nothing for every other row's line.

    Raises SettingsError if the words of such a line do not stand there.
    """
    kept_rows(lines, [row for row in rows if row.kind == FURNITURE])
    return {row.line: (row.why or SET_APART) if row.kind == FURNITURE else "" for row in rows}


def as_decided(
    openings: Sequence[Opening],
    proposals: Sequence[Sequence[Proposal]],
    forced: Mapping[int, bool],
    rows: Mapping[int, KeptRow],
) -> tuple[Opening, ...]:
    """Return the openings as editors decided: a part where a row says so, none where it says text or something inside a part.

    ``forced`` and ``rows`` are by the places of lines, as ``proposals`` are. The first part always begins at line 0.
    """
    found = {each.index: each for each in openings if forced.get(each.index, True)}
    for index, row in rows.items():
        if row.kind not in PARTS:
            found.pop(index, None)
        elif index not in found or found[index].opens.value != row.kind:
            found[index] = _opened(index, row.kind, proposals[index])
    found.setdefault(0, Opening(0, Opens.FRONT))
    return tuple(found[index] for index in sorted(found))


def beside_named(
    named: Sequence[Opening], proposals: Sequence[Sequence[Proposal]], rows: Mapping[int, KeptRow]
) -> tuple[Opening, ...]:
    """Return the openings of parts that ``agreement.toml`` names, with those that rows of an outline add between them."""
    added = {index: _opened(index, row.kind, proposals[index]) for index, row in rows.items() if row.kind in PARTS}
    found = added | {each.index: each for each in named}
    return tuple(found[index] for index in sorted(found))


def _opened(index: int, kind: str, proposals: Sequence[Proposal]) -> Opening:
    """The part of a kind that begins at a line; one whose kind needs a number or name that the line has not stands beside."""
    proposal = max(proposals, key=lambda p: (p.kind is not None, p.score), default=None)
    opens = Opens(kind)
    if opens is Opens.LETTER:
        return Opening(index, opens, why=BY_EDITOR)
    numbered = proposal is not None and (opens is not Opens.GROUP or proposal.scheme.word in ORDER)
    beside = proposal is not None and proposal.kind is Kind.BESIDE
    if opens in (Opens.NAMED, Opens.FRONT) or not numbered or beside:
        opens = Opens.BESIDE
    return Opening(index, opens, proposal, why=BY_EDITOR)


def with_headings(
    proposals: Sequence[Sequence[Proposal]], lines: Sequence[Line], rows: Mapping[int, KeptRow]
) -> tuple[tuple[Proposal, ...], ...]:
    """Return what each line could open, where a row says that it is a heading without a number nothing else."""
    return tuple(
        (_heading(index, lines[index]),) if index in rows and rows[index].kind == HEADING else tuple(found)
        for index, found in enumerate(proposals)
    )


def _heading(index: int, line: Line) -> Proposal:
    return Proposal(index, UNNUMBERED, NO_NUMBER, None, 0, 0, line.text, DECIDED, BY_EDITOR)


def as_titled(title: Title, index: int, rows: Mapping[int, KeptRow]) -> Title:
    """Return the title of what begins at line ``index`` with the lines below that rows say go on with it."""
    below = title.below
    while index + below + 1 in rows and rows[index + below + 1].kind == TITLE:
        below += 1
    return replace(title, on_line=title.on_line or not title.below, below=below) if below > title.below else title
