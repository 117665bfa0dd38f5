"""What stands among the text and is not of it: line numbers in the margin, watermarks, remarks about the print."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.apart.rank_labels import squash
from contract_site.model.document import Furniture
from contract_site.model.source import Line

LINE_NUMBER = re.compile(r"(?P<number>\d{1,4})(?:\s{2,}|\t\s*|$)")
LINE_NUMBERS = "line numbers in the margin"
FEWEST = 10
"""Lines in a row with a number each, from which on the numbers may be those of lines."""
REVISED = re.compile(
    r"(?P<before>.*?)(?:^|(?<=\s{2})|(?<=\t))[\[(]?rev(?:ision|ised)?\s*(?:\.|:|\.:|#)\s*(?:date\s*:?\s*)?"
    r"(?:[\d][\d./-]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2},?\s+)?\d{4})[\])]?$",
    re.IGNORECASE,
)
REVISION_NOTE = "revision note"
LONGEST_REMARK = 120
LONGEST_WATERMARK = 70
WATERMARK = re.compile(
    r"(?:(?:final|tentative|working|preliminary)?\s*draft(?:\s+(?:copy|only|\d+|v?[\d.]+))?"
    r"(?:\s*[-–—]\s*(?:not for distribution|confidential))?|(?:strictly\s+)?(?:private\s*(?:and|&)\s*)?confidential"
    r"|unofficial(?:\s+copy)?|specimen|sample|uncontrolled(?:\s+copy)?|do not (?:copy|distribute)|not for distribution"
    r"|for (?:discussion|information|reference) (?:purposes )?only|entwurf|vertraulich|projet|brouillon|confidentiel"
    r"|borrador|confidencial)",
    re.IGNORECASE,
)
BLANK_PAGE = re.compile(
    r"\W*(?:(?:the\s+)?(?:remainder|rest|balance) of (?:this |the )?page (?:is )?|this page (?:is |has been |was )?)"
    r"(?:intentionally )?(?:left )?blank\W*",
    re.IGNORECASE,
)
CONTINUED = re.compile(
    r"\W*(?:continued (?:on|from) (?:the )?(?:next|previous|following|preceding) page|continued overleaf"
    r"|suite page suivante)\W*",
    re.IGNORECASE,
)
CONTINUES = re.compile(
    r"(?P<heading>\S.*?)\s*[-–—]?\s*[(\[]\s*(?:continued|cont(?:['’]?d)?\.?|suite|fortsetzung|continuación)\s*[)\]]$",
    re.IGNORECASE,
)


def take_line_numbers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Furniture, ...]]:
    """Return the lines without the numbers that count them in the margin, and those numbers.

    They are believed where ten lines in a row are counted and sentences go on over them, or where every fifth line of
    several sheets is.
    """
    numbered = dict(_line_numbers(lines))
    if not numbered:
        return tuple(lines), ()
    kept: list[Line] = []
    furniture: list[Furniture] = []
    for index, line in enumerate(lines):
        stop = numbered.get(index, 0)
        furniture += [Furniture(span, LINE_NUMBERS) for span in line.words.cut(0, stop).spans] if stop else []
        rest = line.words.cut(stop).strip() if stop else line.words
        if rest.pieces:
            kept.append(replace(line, words=rest, look=replace(line.look, indent=line.look.indent + _space(line, stop))))
    return tuple(kept), tuple(furniture)


def _space(line: Line, stop: int) -> int:
    """How many columns after its number the words of a line begin."""
    text = line.text
    return len(text) - len(text[stop:].lstrip()) if stop else 0


def _line_numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the index of each line with a number in the margin, and where that number ends."""
    groups: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        match = LINE_NUMBER.match(line.text)
        if match is not None and int(match["number"]) > 0:
            groups[line.look.sheet, int(match["number"]) - index].append((index, match.end("number")))
    fives = [group for group in groups.values() if len(group) >= 3 and _by_fives(lines, group)]
    counted = [group for group in groups.values() if len(group) >= FEWEST and _runs_over(lines, group)]
    for group in (*counted, *(fives if len(fives) > 1 else ())):
        yield from group


def _by_fives(lines: Sequence[Line], group: Sequence[tuple[int, int]]) -> bool:
    return all(int(lines[index].text[:stop]) % 5 == 0 for index, stop in group)


def _runs_over(lines: Sequence[Line], group: Sequence[tuple[int, int]]) -> bool:
    """Say whether every fifth of the lines goes on with a sentence of the line above."""
    onward = sum(lines[index].text[stop:].lstrip()[:1].islower() for index, stop in group)
    return 5 * onward >= len(group)


def find_remarks(lines: Sequence[Line], taken: Iterable[int] = ()) -> Mapping[int, tuple[int, str]]:
    """Return the lines, by index, that are or end in no text of the parties: where that begins in them, and why it is none."""
    apart = frozenset(taken)
    marks = Counter(squash(line.text) for line in lines if _is_watermark(line.text))
    seen: set[str] = set()
    found: dict[int, tuple[int, str]] = {}
    for index, line in enumerate(lines):
        if index not in apart and len(line.text) <= LONGEST_REMARK:
            remark = _remark(line.text, marks, seen)
            found |= {index: remark} if remark is not None else {}
        seen.add(squash(line.text[:LONGEST_REMARK]))
    return found


def _is_watermark(text: str) -> bool:
    return len(text) <= LONGEST_WATERMARK and WATERMARK.fullmatch(text.strip(" *-–—[]()")) is not None


def _remark(text: str, marks: Mapping[str, int], seen: set[str]) -> tuple[int, str] | None:
    if marks.get(squash(text), 0) > 2:
        return 0, "watermark"
    if BLANK_PAGE.fullmatch(text) or CONTINUED.fullmatch(text):
        return 0, "remark about the page"
    continues = CONTINUES.fullmatch(text) if text[-1:] in (")", "]") else None
    if continues is not None and squash(continues["heading"]) in seen:
        return 0, "heading repeated where its text goes on"
    revised = REVISED.fullmatch(text) if "rev" in text.casefold() else None
    return (len(revised["before"]), REVISION_NOTE) if revised else None
