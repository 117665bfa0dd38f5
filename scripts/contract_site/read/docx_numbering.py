"""Count the numbers that a Word file shows and does not hold: they follow from its list definitions.

Lists that share a definition (``abstractNum``) count on together; a list that overrides a level's start begins anew when it
is first used. A level forgets its count when one above it moves on, unless it says otherwise (``lvlRestart``). Rules: ECMA-376,
part 1, 17.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from contract_site.model.numeral import letters, number_words, roman
from contract_site.read.docx_package import MAIN, is_on, own, value
from contract_site.read.docx_styles import NumberedBy

LEVELS = 9
BULLET = "•"
PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class _Definition:
    """A list definition with its counts so far, by level."""

    levels: dict[int, etree._Element]
    counts: dict[int, int] = field(default_factory=dict)


class ListNumbers:
    """The lists of one file, and how far they have counted."""

    def __init__(self, numbering: etree._Element) -> None:
        abstract = {each.get(MAIN + "abstractNumId"): each for each in numbering.iter(MAIN + "abstractNum")}
        links = {value(each, "styleLink"): each for each in abstract.values() if own(each, "styleLink") is not None}
        self._definitions: dict[str | None, _Definition] = {}
        self._lists: dict[str | None, tuple[str | None, etree._Element]] = {}
        self._begun: set[tuple[str, int]] = set()
        self._by_style: dict[str, NumberedBy] = {}
        for key, each in abstract.items():
            definition = links.get(value(each, "numStyleLink"), each) if own(each, "numStyleLink") is not None else each
            levels = {int(level.get(MAIN + "ilvl", "0")): level for level in definition.findall(MAIN + "lvl")}
            self._definitions[key] = _Definition(levels)
        for each in numbering.findall(MAIN + "num"):
            self._lists[each.get(MAIN + "numId")] = (value(each, "abstractNumId"), each)

    def level_of_style(self, by: NumberedBy, style: str | None) -> int:
        """The level that a list keeps for a style; a style's own numbering often leaves its level to the list."""
        levels = self._levels(by)
        return next((level for level, each in levels.items() if value(each, "pStyle") == style and style), by.level)

    def next(self, by: NumberedBy) -> str:
        """Count a paragraph of a list and return what Word shows before it: a number, a bullet, or nothing."""
        key, _ = self._lists.get(by.list_id, (None, None))
        definition, levels = self._definitions.get(key), self._levels(by)
        level = levels.get(by.level)
        if definition is None or level is None:
            return ""
        self._begin(by, definition)
        kind = value(level, "numFmt") or "decimal"
        if kind == "bullet":
            return BULLET
        self._count(definition, levels, by.level)
        return (
            ""
            if kind == "none" and not PLACE.search(value(level, "lvlText") or "")
            else _shown(level, levels, definition.counts)
        )

    def _levels(self, by: NumberedBy) -> dict[int, etree._Element]:
        key, listed = self._lists.get(by.list_id, (None, None))
        definition = self._definitions.get(key)
        if definition is None or listed is None:
            return {}
        overrides = {int(each.get(MAIN + "ilvl", "0")): own(each, "lvl") for each in listed.findall(MAIN + "lvlOverride")}
        return definition.levels | {level: each for level, each in overrides.items() if each is not None}

    def _begin(self, by: NumberedBy, definition: _Definition) -> None:
        """Begin anew the levels whose start this list overrides, at its first paragraph."""
        _, listed = self._lists[by.list_id]
        for each in listed.findall(MAIN + "lvlOverride"):
            level, start = int(each.get(MAIN + "ilvl", "0")), value(each, "startOverride")
            if start is not None and (by.list_id, level) not in self._begun:
                self._begun.add((by.list_id, level))
                definition.counts[level] = int(start) - 1

    @staticmethod
    def _count(definition: _Definition, levels: dict[int, etree._Element], level: int) -> None:
        counts = definition.counts
        for above in range(level):
            counts.setdefault(above, _start(levels.get(above)))
        counts[level] = counts.get(level, _start(levels.get(level)) - 1) + 1
        for below in range(level + 1, LEVELS):
            restart = value(levels.get(below), "lvlRestart")
            if restart is None or (restart != "0" and level < int(restart)):
                counts.pop(below, None)


def _start(level: etree._Element | None) -> int:
    said = value(level, "start")
    return int(said) if said and said.isdigit() else 1 if said is None and level is not None else 0 if said == "0" else 1


def _shown(level: etree._Element, levels: dict[int, etree._Element], counts: dict[int, int]) -> str:
    legal = bool(is_on(level, "isLgl"))
    text = value(level, "lvlText") or ""

    def count(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        kind = value(levels.get(place), "numFmt") or "decimal"
        return _formatted(counts.get(place, _start(levels.get(place))), "decimal" if legal and kind != "decimalZero" else kind)

    return PLACE.sub(count, text).strip()


def _formatted(count: int, kind: str) -> str:
    """A count as Word writes it; what it has no form for it writes in figures."""
    if count > 0:
        match kind:
            case "lowerLetter" | "upperLetter":
                shown = letters((count - 1) % 26 + 1)[:1] * (1 + (count - 1) // 26)
                return shown.upper() if kind == "upperLetter" else shown
            case "lowerRoman" | "upperRoman" if count < 400:
                return roman(count).upper() if kind == "upperRoman" else roman(count)
            case "cardinalText":
                return number_words(count).capitalize()
            case _:
                pass
    return f"{count:02}" if kind == "decimalZero" else "" if kind == "none" else str(count)
