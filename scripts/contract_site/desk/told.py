"""What the page of the desk is told, as values for JSON: the agreement, one page with its lines, boxes and provisions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from contract_site.desk.boxes import Box, around, boxes_of, cells_on
from contract_site.desk.cells import guessed
from contract_site.desk.decisions import tables_among
from contract_site.desk.desk import Desk
from contract_site.desk.leaves import LONG, Leaf, PlacedProvision, ReadLine
from contract_site.model.source import NUMBERED_END
from contract_site.read.grid import Cell
from contract_site.read.pictures import spots_on

Told = dict[str, object]


def agreement(desk: Desk) -> Told:
    """Return what is said of the whole agreement: its title, its pages, what to look at."""
    return {
        "title": desk.reading.edition.settings.title,
        "pages": [leaf.name for leaf in desk.reading.leaves],
        "read": sorted(desk.read),
        "progress": desk.progress,
        "steps": desk.steps,
        "looks": [
            {"line": look.line, "page": desk.reading.leaf_of(look.line), "code": look.code, "message": look.message}
            for look in desk.review_points()
        ],
    }


def page(desk: Desk, number: int) -> Told:
    """Return what is said of a page (from 1): its lines as the source has them, and what became of them."""
    leaf = desk.reading.leaves[number - 1]
    pictured = 0 < leaf.sheet <= len(desk.sheets)
    boxes = boxes_of(leaf.lines, spots_on(desk.sheets[leaf.sheet - 1])) if pictured else None
    placed: Sequence[Box | None] = boxes or [None] * len(leaf.lines)
    return {
        "number": number,
        "name": leaf.name,
        "picture": pictured,
        "lines": [_line(line, box) for line, box in zip(leaf.lines, placed, strict=True)],
        "boxes": [{"provision": place, "box": box} for place, box in around(leaf.lines, boxes)] if boxes else [],
        "provisions": _provisions(leaf, desk.reading.provisions),
    }


def cells(desk: Desk, at: int, until: int) -> Told:
    """Return the lines from one offset to another as the rows of a table, to be corrected."""
    every = [line for leaf in desk.reading.leaves for line in leaf.lines if at <= line.at <= until]
    lines = [line for line in every if not line.held or line.held.role != "furniture"]
    source = NUMBERED_END.split(desk.reading.edition.source.text)
    drawn = [cells for sheet, run in groupby(lines, key=lambda line: line.sheet) for cells in _drawn(desk, sheet, list(run))]
    there = tables_among(desk.folder.seen, lines)
    return {
        "rows": guessed([_with_ends(line, source[line.number - 1]) for line in lines], drawn if all(drawn) else ()),
        "replaces": [f"{first}–{last}" for _, first, last in there],
    }


def _drawn(desk: Desk, sheet: int, lines: Sequence[ReadLine]) -> list[Sequence[Cell]]:
    """The cells of the lines of a sheet as they are drawn; nothing for a line that is not found there with just its words."""
    if not 0 < sheet <= len(desk.sheets):
        return [()] * len(lines)
    return cells_on(lines, spots_on(desk.sheets[sheet - 1]))


def _with_ends(line: ReadLine, raw: str) -> str:
    """A line with the blank cells at its ends, which a line's words have not."""
    return raw.strip("\r\f") if raw.strip() == line.text.strip() else line.text


def _line(line: ReadLine, box: Box | None) -> Told:
    held = line.held
    return {
        "at": line.at,
        "number": line.number,
        "text": line.text,
        "role": held.role if held else "",
        "why": held.why if held else "",
        "provision": held.provision if held else -1,
        "depth": held.depth if held else -1,
        "first": line.first,
        "long": line.inner or len(line.text) > LONG,
        "box": box,
    }


def _provisions(leaf: Leaf, placed: Sequence[PlacedProvision]) -> list[Told]:
    """The provisions of a page in the order of its lines, each with the blocks that have a line on it."""
    runs = groupby((line for line in leaf.lines if line.held), key=lambda line: line.held.provision if line.held else -1)
    return [_provision(place, list(lines), placed) for place, lines in runs]


def _provision(place: int, lines: Sequence[ReadLine], placed: Sequence[PlacedProvision]) -> Told:
    if place < 0:
        return _furniture(lines)
    each = placed[place]
    begins = any(line.first and line.held and line.held.role in ("label", "heading") for line in lines)
    return {
        "at": lines[0].at,
        "provision": place,
        "depth": each.depth,
        "label": each.provision.label.text,
        "heading": each.provision.heading.text,
        "part": each.part.name,
        "anchor": each.provision.anchor,
        "rank": each.provision.rank.value,
        "goes_on": not begins,
        "why": "",
        "blocks": _blocks(each, lines),
    }


def _furniture(lines: Sequence[ReadLine]) -> Told:
    why = lines[0].held.why if lines[0].held else ""
    block = {"at": lines[0].at, "role": "furniture", "text": " ".join(line.text for line in lines)}
    nothing = dict.fromkeys(("label", "heading", "part", "anchor"), "")
    return {
        "at": lines[0].at, "provision": -1, "depth": -1, **nothing, "rank": "furniture", "goes_on": False, "why": why,
        "blocks": [block],
    }  # fmt: skip


def _blocks(each: PlacedProvision, lines: Sequence[ReadLine]) -> list[Told]:
    """The blocks that have one of the lines, each at the first of them; the one behind a label on its line too."""
    found: dict[int, int] = {}
    for line in lines:
        if line.held and line.held.block >= 0:
            found.setdefault(line.held.block, line.at)
        elif line.held and each.provision.blocks and _stands_in(line, each):
            found.setdefault(0, line.at)
    blocks = each.provision.blocks
    return [{"at": at, "role": blocks[number].kind.value, "text": blocks[number].text} for number, at in sorted(found.items())]


def _stands_in(line: ReadLine, each: PlacedProvision) -> bool:
    """Say whether the first block begins on a line that begins with a label or heading."""
    start = each.provision.blocks[0].words.start_of_text
    return line.at <= start < line.at + len(line.text) + 1
