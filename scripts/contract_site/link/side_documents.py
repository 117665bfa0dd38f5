"""Documents beside the articles, as citations and headings name them: ``Appendix A``, ``Schedule “B”``, ``Letter #3``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contract_site.link.dated import LEADS
from contract_site.link.lists import NEXT
from contract_site.link.paths import SPELLED, read_path, read_rank
from contract_site.link.ranks import SIDE_WORDS, any_of, side_name
from contract_site.model.numeral import NUMBER_WORDS

MARKED = ("letter", "memorandum", "supplement", "addendum")
"""Kinds of documents of which a number counts only with a mark before it: ``Letter of Understanding #3``."""
NUMBER_MARK = r"(?:\#|(?:[Nn]os?|NOS?)\b\.?|Number\b|[Nn]r\.?|č\.|[Nn]uméro|[Nn][°º]|№)\s*"
MARK = re.compile(rf"(?:{NUMBER_MARK})?")
UNMARKED_WORDS = "|".join(any_of(words) for name, words in SIDE_WORDS.items() if name not in MARKED)
MARKED_WORDS = "|".join(any_of(SIDE_WORDS[name]) for name in MARKED)
LONE_WORDS = "|".join(any_of([word]) for name in MARKED for word in SIDE_WORDS[name] if " " in word)
SIDE_HEAD = (
    rf"(?<!\w)(?:(?=(?P<dated>{MARKED_WORDS}))(?P=dated)(?={LEADS})"
    rf"|(?:(?P<marked>{MARKED_WORDS})\s*+(?:{NUMBER_MARK}|(?=[“\"„«]))|(?P<side>{UNMARKED_WORDS})\s*+(?:{NUMBER_MARK})?)(?=(?:[“\"‘'„]|«\s?)?[A-Z\d])"
    rf"|(?P<lone>{LONE_WORDS}|LOU|LOA|MOU|MOA|Supplement|Addendum)\s++(?=\d{{1,2}}(?![\w%:/-]|\.\d)|[A-Z](?:[,.;:)–-]|\s(?:[–-]|and\b|or\b)|$)))"
)
"""The word for a document, with what must stand between it and its number, letter or date.

``LOU 3`` has no mark before its number; it is a citation only if there is such a document.
"""
SIDE = re.compile(SIDE_HEAD)
VALUE = re.compile(
    rf"(?:[“\"‘'„]|«\s?)?(?P<value>[A-Z]{{1,2}}-?\d{{1,2}}(?![\w%]|[.-]\d)|\d{{1,3}}-?[A-Z](?![\w-])|[A-Z]{{1,2}}\b(?!\w)|\d{{1,3}}(?![\d%]|\.\d)|[IVX]+\b|{SPELLED})(?:[”\"’'“]|\s?»)?"
)
KIND_WORD = re.compile(rf"(?P<kind>{UNMARKED_WORDS}|{MARKED_WORDS})(?!\w)")
KIND = re.compile(rf"(?:said\s{{1,3}})?{KIND_WORD.pattern}(?!\s{{0,3}}(?:\#|№|[Nn][o°]|\d|[A-Z“\"«]|of\b))")
BETWEEN = re.compile(r",?\s*+")
PLURAL = ("s", "memoranda", "приложения", "anlagen", "anhänge", "allegati")
IN_SMALL_LETTERS = ("appendix", "annex", "anlage", "приложение")
"""Kinds that are cited with a figure in small letters too: ``appendix 2``, but not ``schedule 4 hours``."""


def read_side(text: str, head: re.Match[str]) -> tuple[str, int] | None:
    """Return the name of the document whose word was found (``schedule-b``) and where its words end; None if it has none."""
    word = head["marked"] or head["side"] or head["lone"]
    value = VALUE.match(text, head.end())
    if value is None:
        return None
    name = side_name(word)
    if head["side"] and word.islower() and not value["value"][0].isupper() and name not in IN_SMALL_LETTERS:
        return None
    return f"{name}-{_plain(value['value'])}", value.end()


@dataclass(frozen=True, slots=True)
class SideCitation:
    """A document as a citation names it: where its words begin and end, its name, and the first of a range that it ends."""

    begin: int
    end: int
    name: str
    range_from: tuple[str, ...] = ()


def read_sides(text: str, head: re.Match[str]) -> list[SideCitation]:
    """Return the documents that words name, those of a list behind a plural one by one; empty if they name none."""
    found = read_side(text, head)
    if found is None:
        return []
    listed = [SideCitation(head.start(), found[1], found[0])]
    word = head["marked"] or head["side"] or head["lone"]
    kind, plural = side_name(word), any(part.endswith(PLURAL) for part in word.casefold().split())
    while plural and (further := _next_side(text, listed[-1], kind)) is not None:
        listed.append(further)
    return listed


def _next_side(text: str, last: SideCitation, kind: str) -> SideCitation | None:
    follow = NEXT.match(text, last.end)
    mark = MARK.match(text, follow.end()) if follow is not None else None
    value = VALUE.match(text, mark.end()) if mark is not None else None
    if follow is None or value is None:
        return None
    return SideCitation(follow.end(), value.end(), f"{kind}-{_plain(value['value'])}", (last.name,) if follow["range"] else ())


def read_inside(text: str, position: int) -> tuple[tuple[str, ...], int] | None:
    """Return the path within a document whose words end at a position, and where its words end: ``, Section 2``."""
    between = BETWEEN.match(text, position)
    found = read_rank(text, between.end()) if between is not None else None
    inner = read_path(text, found[1], found[0].level) if found is not None else None
    return (inner.steps, inner.end) if inner is not None else None


def side_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the name of the document that the words at a position name, and where they end; None if they name none."""
    head = SIDE.match(text, position)
    return read_side(text, head) if head is not None else None


def kind_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the kind of the document that is named without a number (``of the Appendix``), and where its word ends; else None.

    It ends in a dash, where the number would stand: ``appendix-``.
    """
    found = KIND.match(text, position)
    name = side_name(found["kind"]) if found is not None else ""
    if found is None or name in MARKED or (found["kind"].islower() and name not in IN_SMALL_LETTERS):
        return None
    return f"{name}-", found.end()


def kind_named(heading: str) -> str:
    """Return the kind of document that a heading begins with, numbered or not: ``appendix-``; empty if none."""
    found = KIND_WORD.match(heading.strip())
    return f"{side_name(found['kind'])}-" if found is not None else ""


def side_named(heading: str) -> str:
    """Return the name of the document beside the articles that a heading begins with: ``schedule-b``; empty if none does."""
    found = side_at(heading.strip(), 0)
    return found[0] if found is not None else ""


def _plain(printed: str) -> str:
    """The number or letter of a document as its name has it: ``3``, ``b``, ``iv``; a word as its figure."""
    words = re.split(r"[-\s]+", printed.lower())
    return str(sum(NUMBER_WORDS[word] for word in words)) if all(word in NUMBER_WORDS for word in words) else printed.lower()
