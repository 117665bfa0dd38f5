"""What a Word file's styles say of a paragraph and its letters: a style goes on where the one it is based on ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from contract_site.read.docx_package import MAIN, is_on, own, value

TWIPS_A_CHARACTER = 110.0
"""A character of 11 points is about 5.5 points wide; Word counts twentieths of a point."""
HEADING = re.compile(r"heading (\d)$", re.IGNORECASE)
CONTENTS = re.compile(r"toc \d|table of figures", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberedBy:
    """The list that a paragraph belongs to, and its level from 0."""

    list_id: str
    level: int


class Styles:
    """The styles of one file, by their ids."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {each.get(MAIN + "styleId"): each for each in styles.iter(MAIN + "style")}
        self._defaults = own(styles, "docDefaults", "rPrDefault", "rPr")
        default = (
            each.get(MAIN + "styleId")
            for each in styles.iter(MAIN + "style")
            if each.get(MAIN + "type") == "paragraph" and each.get(MAIN + "default") in ("1", "true")
        )
        self._default = next(default, None)

    def chain(self, style: str | None) -> Iterator[etree._Element]:
        """Yield a style and those it is based on, nearest first."""
        seen: set[str | None] = set()
        style = style or self._default
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "basedOn")

    def heading(self, paragraph: etree._Element) -> int:
        """The level of heading, from 1, or 0."""
        direct = value(paragraph, "pPr", "outlineLvl")
        levels = [direct, *(value(each, "pPr", "outlineLvl") for each in self._of(paragraph))]
        named = [found[1] for each in self._of(paragraph) if (found := HEADING.match(value(each, "name") or ""))]
        if named:
            return int(named[0])
        level = next((level for level in levels if level is not None and level.isdigit()), "9")
        return int(level) + 1 if int(level) < 9 else 0

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Say whether the paragraph is an entry of a contents list that Word makes itself."""
        return any(CONTENTS.match(value(each, "name") or "") for each in self._of(paragraph))

    def numbered_by(self, paragraph: etree._Element) -> NumberedBy | None:
        """The list that numbers the paragraph; a number 0 takes it out of the list of its style."""
        direct, level = value(paragraph, "pPr", "numPr", "numId"), value(paragraph, "pPr", "numPr", "ilvl")
        for each in self._of(paragraph):
            direct = direct if direct is not None else value(each, "pPr", "numPr", "numId")
            level = level if level is not None else value(each, "pPr", "numPr", "ilvl")
        if direct in (None, "0"):
            return None
        return NumberedBy(str(direct), int(level) if level and level.isdigit() else 0)

    def style_of(self, paragraph: etree._Element) -> str | None:
        """The id of the paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._default

    def indent(self, paragraph: etree._Element) -> float:
        """White space left of the paragraph's first line, in characters."""
        sources = [own(paragraph, "pPr", "ind"), *(own(each, "pPr", "ind") for each in self._of(paragraph))]
        left, first = (self._measure(sources, names) for names in (("left", "start"), ("firstLine",)))
        return round(max(0, left + first - self._measure(sources, ("hanging",))) / TWIPS_A_CHARACTER, 1)

    def is_centred(self, paragraph: etree._Element) -> bool:
        """Say whether the paragraph stands in the middle."""
        given = [value(paragraph, "pPr", "jc"), *(value(each, "pPr", "jc") for each in self._of(paragraph))]
        return next((each for each in given if each is not None), "") == "center"

    def switch(self, paragraph: etree._Element, run: etree._Element, name: str) -> bool:
        """Say whether ``b``, ``i``, ``caps`` … is on for a run; what stands nearest to it decides."""
        direct = is_on(run, "rPr", name)
        if direct is not None:
            return direct
        named = list(self.chain(value(run, "rPr", "rStyle"))) if own(run, "rPr", "rStyle") is not None else []
        for each in (*named, *self._of(paragraph)):
            if (said := is_on(each, "rPr", name)) is not None:
                return said
        return bool(is_on(self._defaults, name)) if self._defaults is not None else False

    def size(self, paragraph: etree._Element, run: etree._Element) -> float:
        """The height of a run's letters in points."""
        given = [
            value(run, "rPr", "sz"),
            *(value(each, "rPr", "sz") for each in self._of(paragraph)),
            value(self._defaults, "sz"),
        ]
        said = next((each for each in given if each and each.isdigit()), "22")
        return int(said) / 2

    def _of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        return self.chain(value(paragraph, "pPr", "pStyle"))

    @staticmethod
    def _measure(sources: list[etree._Element | None], names: tuple[str, ...]) -> int:
        given = (each.get(MAIN + name) for each in sources if each is not None for name in names)
        said = next((each for each in given if each is not None), "0")
        return int(said) if re.fullmatch(r"-?\d{1,6}", said) else 0
