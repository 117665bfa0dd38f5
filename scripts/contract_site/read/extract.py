"""What a reader of a marked file hands on: its text, one line a line, and how each line is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contract_site.model.finding import Finding
from contract_site.model.source import Look, SourceText

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DIVIDED = re.compile(r"(?<![\w-])(?P<half>[^\W\d_]++(?:-[^\W\d_]++)*)-$")
REST = re.compile(r"(?P<half>[a-zà-öø-ÿа-яё][^\W\d_]*(?:-[^\W\d_]+)*)(?P<marks>[^\w\s]*)\s*")
MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|[\r\n])(?P<rows>.*?)^(?:---|\.\.\.)[ \t]*$(?:\r\n|[\r\n])?", re.DOTALL | re.MULTILINE
)
"""YAML at the head of a file, as programs that make sites put it there."""
MOST_AT_EDGES = 2
"""Lines of a running head, or of a foot, between the halves of a word."""
FRONT_MATTER = "front matter of the file"
Styled = tuple[str, bool, bool]
"""Some words of a line, whether they are bold, and whether they are in italics."""


@dataclass(frozen=True, slots=True)
class Called:
    """What a file calls places of its text, and the words of it that lead to a name that it does not have itself.

    ``@dues`` is a name that any file of the agreement may have, ``#dues`` one of this file, ``pay.html#dues`` one of another.
    """

    places: Mapping[str, int] = field(default_factory=dict)
    asked: tuple[tuple[int, int, str], ...] = ()
    """Where such words begin and end, and the name."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text taken out of a file, and what a person should know of the taking."""

    source: SourceText
    """Its text is what was taken out; its hash is that of the file as received."""
    findings: tuple[Finding, ...] = ()
    by: str = ""
    """The program that took it out, with its version; empty where the file is the text itself."""
    called: Called = Called()


def front_matter(text: str) -> tuple[list[str], str]:
    """Return the rows of the YAML at the head of the text, its marks left out, and the text after it."""
    found = MATTER.match(text)
    if found is None:
        return [], text
    return [row.strip() for row in found["rows"].splitlines() if row.strip()], text[found.end() :]


def written(lines: Iterable[tuple[str, Look]]) -> tuple[str, tuple[Look, ...], dict[int, int]]:
    """Return the lines as one text with a form feed before each new sheet, their looks, and the first line of each sheet.

    Looks stand in the order of the text's lines, the first for line 1.
    """
    text: list[str] = []
    looks: list[Look] = []
    first: dict[int, int] = {}
    for words, look in lines:
        fresh = bool(looks) and look.sheet != looks[-1].sheet
        looks.append(look)
        first.setdefault(look.sheet, len(looks))
        text.append(("\f" if fresh else "") + words.replace("\n", " ").replace("\r", " ").replace("\f", " "))
    return "".join(f"{line}\n" for line in text), tuple(looks), first


def set_in(pieces: Sequence[Styled], text: str, look: Look) -> tuple[str, Look]:
    """Return a line's words without white space at its ends, and its look with what the pieces say of weight and slant.

    ``text`` is the pieces' words as they are shown. The cells of a row are parted by tabs, so those at its ends stay.
    """
    lead, ended = 0, False
    for words, bold, _ in pieces:
        ended = ended or (bool(words.strip()) and not bold)
        lead = lead if ended else lead + len(words)
    ahead = len(text) - len(text.lstrip())
    shown = text if look.cells else text.strip()
    lead = max(0, min(lead - ahead, len(shown)))
    italic = all(slanted or not words.strip() for words, _, slanted in pieces)
    return shown, replace(look, bold=lead >= len(shown), lead=lead, italic=italic)


def without_line_hyphens(lines: Sequence[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Return the lines with words that a line end divided made whole again, each on the line where it begins.

    Whether the hyphen belongs to the word, the document says: ``re-`` / ``employ`` keeps it if ``re-employ`` stands
    elsewhere inside a line and ``reemploy`` does not. Where neither does, a line end put it there.
    """
    known = {word.casefold() for text, _ in lines for word in WORD.findall(text)}
    whole = list(lines)
    for index, (_, look) in enumerate(lines[:-1]):
        divided = DIVIDED.search(whole[index][0])
        found = divided and _rest_of(divided["half"], whole, index, known)
        if not divided or not found:
            continue
        place, rest = found
        halves = divided["half"], rest["half"]
        hyphen = "-" if "-".join(halves).casefold() in known and "".join(halves).casefold() not in known else ""
        whole[index] = (whole[index][0][:-1] + hyphen + rest["half"] + rest["marks"], look)
        whole[place] = (whole[place][0][rest.end() :], whole[place][1])
    return [(text, look) for text, look in whole if text]


def _rest_of(half: str, lines: Sequence[tuple[str, Look]], index: int, known: set[str]) -> tuple[int, re.Match[str]] | None:
    """Where the rest of a divided word stands: at the head of the next line; over the end of a sheet, behind a foot and a head.

    There it must be a word that stands elsewhere too: feet and heads could begin with small letters.
    """
    if rest := REST.match(lines[index + 1][0]):
        return index + 1, rest
    sheet = lines[index][1].sheet
    near = range(index + 2, min(len(lines), index + 2 + 2 * MOST_AT_EDGES))
    for place in [n for n in near if lines[n][1].sheet == sheet + 1][: MOST_AT_EDGES + 1]:
        rest = REST.match(lines[place][0])
        if rest and not {half.casefold() + rest["half"].casefold(), f"{half}-{rest['half']}".casefold()}.isdisjoint(known):
            return place, rest
    return None
