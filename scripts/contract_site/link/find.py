"""Find the words of a text that cite something: a small grammar of heads, paths, lists and directions.

Heads: the words for ranks (``ranks.py``), ``Step``, ``Table``, documents beside the articles, ``this Article``, dotted numbers.
A path follows, then a list. Whose it is, if no statute's, form's or case's, the words around it say (``owners.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from contract_site.link.amending import governed
from contract_site.link.belonging import belonging
from contract_site.link.dated import date_behind
from contract_site.link.documents import find_documents
from contract_site.link.lists import Member, dashes_closed, read_list
from contract_site.link.owners import OwnNames, own_names
from contract_site.link.paths import (
    BY_NAME,
    NAMED_RANK,
    PERHAPS,
    TITLE_BETWEEN,
    UNITS,
    perhaps,
    read_path,
    read_rank,
    read_value,
)
from contract_site.link.ranks import ABOVE, BELOW, ONLY_INSIDE, CitedRank, any_of, exactly, side_name
from contract_site.link.side_documents import SIDE_HEAD, kind_at, read_inside, read_sides, side_at
from contract_site.link.signed import read_signed
from contract_site.link.steps import STEP_VALUE, read_steps
from contract_site.link.stretches import Stretches
from contract_site.model.citation import Citation, Form
from contract_site.model.editorial import DocumentName
from contract_site.model.family import GENERAL_FAMILY, Family
from contract_site.model.joining_words import OF
from contract_site.model.numeral import NUMBER_WORDS, roman_value

LED = (
    r"[Ss]ee|[Ss]ee\s+also|[Uu]nder|per|set\s+out\s+in|pursuant\s+to|accordance\s+with|subject\s+to|referred\s+to\s+in|[Dd]espite"
    r"|(?:provided|specified|described|defined|required|stated|mentioned|listed|set\s+forth|outlined|indicated|established|contained"
    r"|given|identified|laid\s+down|detailed|noted|permitted|allowed|prescribed|governed)\s+(?:for\s+)?(?:in|by|under)"
    r"|[Nn]otwithstanding|(?:[Aa]mend|[Mm]odify|[Rr]evise|[Dd]elete|[Rr]eplace|[Rr]enumber|[Ss]trike)(?:s|ing)?"
)

HEAD = re.compile(
    rf"""(?<!\w) (?:                                                       # never inside a word
      {NAMED_RANK}
    | \b (?P<step> [Ss]teps? | STEPS? ) \s+ (?= {STEP_VALUE} )                       # Step 2, Steps One and Two
    | \b (?P<table> Tables? ) \s+ (?= \d | [A-Z][a-z]+ )                    # Table 4.1, Table Four
    | {SIDE_HEAD}                                                          # Letter of Understanding #3, Schedule “A”
    | \b [Tt]his \s+ (?P<enclosing> Article | Section | paragraph | Item ) \b
    | (?<![\w.$(-]) (?P<dotted> (?= \d{{1,2}} \. \d{{1,2}} (?: \. [A-Z] | [A-Z]\b ) ) )   # 12.5.C.4
    | (?<= \s ) (?P<decimal> (?= [A-Z]? \d{{1,3}} (?: \. \d{{1,3}} )+ (?! \d | % | ,\d ) ) )      # see 6.3(5), A2.2
    | (?<![\w.,-]) (?P<signed> (?= \d{{1,3}} (?: \.\s? | \s ) § (?! \s?\d ) ) )          # 3. § (2), 3 §:n
    | (?<![\w.$-]) (?P<dashed> (?= \d{{1,3}}-\d{{1,2}} (?! [\w-] | \.\d ) ) )              # ci-dessus 28-1
    | \b (?:[Tt]he\s+)? (?:immediately\s+)? (?:preceding|foregoing) \s+ (?P<beside> Article | Section ) \b
      (?! \s*+,?\s*+ (?: Article | Section | \d | [IVX]+\b ) )                       # the preceding Section
    | (?<![\w.$-]) (?P<label> (?= \(? \d{{1,2}} \. [A-Z] (?: [.\s,)(;] | $ ) ) )         # 3.F.3, (4.C.6), 3.B, above
    | (?<![\w)]) (?P<bracketed> (?= \( (?: \d{{1,2}} | [A-Za-z] | [ivx]{{2,5}} ) \) ) )           # (1) and (2) below, (B) above
    | (?<![\w.$(-]) (?P<bare> (?=                                            # C.1.b above, b(1) and (2) above, a, b and c
           [A-Z] \.? \d{{1,2}}\b | (?! [ap]\.m\. | i\.e\. | e\.g\. ) [A-Za-z] \.
         | [A-Z]\b | \d{{1,2}}\.?\s | \d{{1,2}},\s | [a-z] \( | \d{{1,2}} \. [a-z]
         | [a-z],\s | [a-z] \s (?: and | or | & ) \s [a-z]\b ) )
    )""",
    re.VERBOSE,
)
DIRECTION = re.compile(rf"(?:(?<=\s[^\W\d_])\))?\.?,?\s{{0,5}}(?:(?P<up>{any_of(ABOVE)})|(?P<down>{any_of(BELOW)}))")
COUNTED = re.compile(
    r"\b(?:levels?|grades?|functions?|tours?|one|two|three|four|five|six|seven|eight|nine|ten|\w{1,9}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)\s{1,3}$",
    re.IGNORECASE,
)
"""What makes the figures behind it no label: ``four (4)``, ``Level 6``."""
LED_BY = re.compile(r"\b(?:in|under|per|by|of|with|to)\s{1,3}$")
"""Words before a dotted label that make it a citation without a direction: ``as provided in A.1 and A.3``."""
LED_TO = re.compile(rf"\b(?:{LED})\s{{1,3}}$".replace(r"\s+", r"\s{1,3}"))
"""Words before a decimal number that make it one of ours, if it is there: ``set out in 25.21``."""
ACROSS = re.compile(rf"(?<!\w)(?:{any_of((*ABOVE, *BELOW))})\s{{1,3}}$")
"""Words before a number that say where it stands: ``above 12-3``."""
AND_ALSO = re.compile(r"\b(?:and|or)\s{1,3}$")
SENTENCE_END = re.compile(r"[.;:]\s")
LOOK_BACK = 40
OUTWARDS = re.compile(rf"\)?,?\s+(?:{exactly(OF)})(?:\s+|(?<=['’]))|(?P<bare>,?\s+)")
"""What leads outwards from a path: ``B of Section 2``, ``Section 5, Article 38``, ``пункты 6-11 статьи 42``."""
WHOLE = re.compile(r"(?<![\w.])(?P<article>\d{1,3})\.\d{1,3}(?:\([A-Za-z0-9]{1,4}\))*$")
"""A number that holds its article's: ``12.04(B)``."""
PAGES = re.compile(r"(?P<first>\d{1,3})(?:\s?[-–]\s?(?P<last>\d{1,3}))?")
TABLE_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})?)|(?P<word>[A-Z][a-z]+)")
OUTER_FORMS = {
    "article": Form.ARTICLE,
    "side": Form.PART,
    "item": Form.ITEM,
    "section": Form.SECTION,
    "clause": Form.SECTION,
    "bylaw": Form.SECTION,
}
"""How what the words name around something is cited itself: ``fracción II de la cláusula 2``."""
COMPANY = re.compile(r"I(?:nc|NC)\.|[Ss][Uu][Bb]\s")
"""What is no inciso, ``Light and Sons, Inc. a company``, and what names a letter behind a ``lid`` only: ``lid 3 sub b``."""
UNNAMED = OwnNames()


def find_citations(
    text: str, documents: Sequence[DocumentName] = (), own: OwnNames = UNNAMED, family: Family = GENERAL_FAMILY
) -> list[Citation]:
    """Return the citations in one block's text, in order; their words do not overlap.

    ``documents`` are what editors listed; ``own`` is what the agreement at hand is called, ``family`` whose words it has.
    """
    own = own.joined(_named_own(tuple(documents)))
    external = find_documents(text, documents, family)
    notes = list(page_note(family.page_notes).finditer(text)) if family.page_notes else []
    found: list[Citation] = [*external, *(page for note in notes for page in _memo_pages(text, note))]
    taken = Stretches([*((each.start, each.end) for each in external), *(note.span() for note in notes)])
    outside = _Outside(external)
    refused = _Refused()
    position = 0
    last: Citation | None = None
    while (head := HEAD.search(text, position)) is not None:
        position = max(head.end(), head.start() + 1)
        if taken.meet(head.start(), head.start() + 1):
            continue
        read = _read(text, head, refused)
        read = list(dashes_closed(text, read)) if own.dashed else read
        citations = [each for each in read if not taken.meet(each.start, each.end)]
        if citations:
            citations = belonging(text, head, citations, outside.before(head.start(), last), own)
            found += citations
            last = citations[-1]
            position = max(position, last.end)
    return governed(text, sorted(found, key=lambda citation: citation.start), own)


@cache
def page_note(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for bracketed notes that lead to printed pages: ``[see Memos, pages 178 and 180]``."""
    return re.compile(rf"[(\[]\s*+(?:{exactly(words)})\b,?\s*+(?:pages?|pp?\.)\s*+(?P<pages>[^)\]\[(]*+)", re.IGNORECASE)


@cache
def _named_own(documents: tuple[DocumentName, ...]) -> OwnNames:
    return own_names([words for document in documents if document.own for words in document.words], ())


@dataclass(slots=True)
class _Refused:
    """How far a list of labels reached that cites nothing; what begins within it is no longer list of a citation."""

    end: int = 0
    led: int = -1
    """Where the last decimal number ended that words led to; ``see 2.5 for fees and 4.11 for hours`` goes on from it."""


class _Outside:
    """The documents outside that a text cites, in order."""

    def __init__(self, external: Sequence[Citation]) -> None:
        self._external = external
        self._starts = [each.start for each in external]

    def before(self, start: int, last: Citation | None) -> Citation | None:
        """Return what was cited last before a place: ``last``, of the words found so far, or a document outside."""
        at = bisect_right(self._starts, start) - 1
        outside = self._external[at] if at >= 0 else None
        return outside if outside is not None and (last is None or outside.start > last.start) else last


def _read(text: str, head: re.Match[str], refused: _Refused) -> list[Citation]:
    kind = head.lastgroup or ""
    if kind in BY_NAME:
        return _ranked(text, head, kind)
    if kind == "enclosing":
        return [_citation(text, head.start(), head.end(), Form.ENCLOSING, (head["enclosing"].lower(),))]
    if kind == "beside":
        return [replace(_citation(text, head.start(), head.end(), Form.ENCLOSING, (head["beside"].lower(),)), direction=-1)]
    if kind in READERS:
        return list(READERS[kind](text, head))
    if kind == "dotted":
        members = read_list(text, head.start(), head.start(), 1, stepped=True)
        return [replace(each, absolute=True) for each in _cited(text, members, Form.DOTTED)]
    return _decimals(text, head, refused) if kind == "decimal" else _labels(text, head, refused)


def _ranked(text: str, head: re.Match[str], name: str) -> list[Citation]:
    """The citations behind the word of a rank, each with what the words say that it lies in."""
    if COMPANY.match(text, head.start()):
        return []
    rank = BY_NAME[name]
    absolute = rank.form in (Form.ARTICLE, Form.ITEM)
    members = read_list(text, head.start(), head.end(), rank.level, stepped=absolute)
    read = [replace(each, absolute=absolute, word=name) for each in _cited(text, members, rank.form)]
    citations = [replace(each, path=perhaps(each.path, name)) for each in read]
    if not absolute and citations and len(first := "".join(citations[0].path[:1])) > 2 and first[:3].isdigit():
        citations = [replace(each, weak=True) for each in citations]  # a handbook's number, unless it is there
    if name == "article" and citations and (first := "".join(citations[0].path[:1])).isalpha() and not roman_value(first):
        citations = [replace(each, weak=True) for each in citations]  # Article A of an appendix, if it is there
    outer = _outer(text, members[-1].path.end, rank.level) if members else None
    if outer is None and ((name in ONLY_INSIDE and text[head.start()].isascii()) or _unlabelled(citations)):
        return []  # "at point A"; only "point C de l'article 14" cites
    return _inside(text, citations, *outer) if outer else citations


def _unlabelled(citations: Sequence[Citation]) -> bool:
    """Whether nothing is cited but what readers count: ``alinéa 2``."""
    return all(len(each.path) < 2 and "".join(each.path)[-1:] in ("", PERHAPS) for each in citations)


def _outer(text: str, position: int, level: int) -> tuple[str, tuple[str, ...], int] | None:
    """The rank further out that the words go on to name: its name, its path and where its words end."""
    title = TITLE_BETWEEN.match(text, position) if text.startswith(" (", position) else None
    between = OUTWARDS.match(text, title.end() if title else position)
    if between is None or (title and between["bare"]):
        return None
    inflected = between.end() < len(text) and "а" <= text[between.end()].lower() <= "я"  # пункты 6-11 статьи 42, пункты 1, 2
    beside = not between["bare"] or inflected
    side = (side_at(text, between.end()) or kind_at(text, between.end())) if beside else None
    if side is not None:
        return "side", (side[0],), side[1]
    found = read_rank(text, between.end())
    if found is None or (between["bare"] and found[0].name != "article" and not (inflected and "," not in between[0])):
        return None
    whole_part = text.startswith("Part", between.end())  # Division 3 of Part 5
    if found[0].level >= level and not whole_part:
        return None
    if between["bare"] and _counted_elsewhere(text, position, found):
        return None
    if between["bare"] and inflected and found[0].name == "article":
        path = read_value(text, found[1])
    else:
        path = read_path(text, found[1], found[0].level, stepped=found[0].name == "article", outside=level)
    if path is None or (between["bare"] and found[0].name == "article" and len(path.steps) > 1):
        return None
    further = _outer(text, path.end, found[0].level)
    return (further[0], further[1] + path.steps, further[2]) if further else (found[0].name, path.steps, path.end)


def _counted_elsewhere(text: str, position: int, outer: tuple[CitedRank, int]) -> bool:
    """Whether the number before begins with another article's than the one named behind it: ``§ 12.04(B), Art. 7``."""
    own, value = WHOLE.search(text[max(0, position - LOOK_BACK) : position]), read_value(text, outer[1])
    return own is not None and value is not None and value.steps[0].isdigit() and own["article"] != value.steps[0]


def _inside(text: str, citations: Sequence[Citation], name: str, path: tuple[str, ...], end: int) -> list[Citation]:
    """The citations, their paths going on from an outer one; the last takes the outer one's words."""
    form = OUTER_FORMS.get(name, citations[0].form)
    moved = [
        replace(
            each,
            form=form,
            path=path + each.path,
            shorter=tuple(path + shorter for shorter in each.shorter),
            range_from=path + each.range_from if each.range_from else (),
            absolute=form in (Form.ARTICLE, Form.ITEM),
            word=name,
        )
        for each in citations
    ]
    last = moved[-1]
    return [*moved[:-1], replace(last, text=text[last.start : end], end=end)]


def _labels(text: str, head: re.Match[str], refused: _Refused) -> list[Citation]:
    """Labels without a head count only if a direction follows them, or they are dotted and bracketed as a whole."""
    before = text[max(0, head.start() - LOOK_BACK) : head.start()]
    if COUNTED.search(before) is not None:
        return []
    start = head.start() + (text[head.start()] == "(" and head.lastgroup != "bracketed")
    first = read_path(text, start, 9)
    if first is None:
        return []
    dotted = head.lastgroup == "label" and len(first.steps) >= 2
    lettered = len(first.steps) >= 2 and first.steps[1].isdigit() and "." in text[start : first.end]  # A.3(4)
    led = lettered and (LED_BY.search(before) is not None or _goes_on(text, head, refused))
    if head.start() < refused.end and not (dotted or led):
        return []
    citations = _cited(text, read_list(text, start, start, 9), Form.LABEL)
    if citations[0].direction or dotted or led:
        return citations
    refused.end = citations[-1].end
    return []


def _decimals(text: str, head: re.Match[str], refused: _Refused) -> list[Citation]:
    """Decimal numbers that words lead to (``set out in 25.21``), or that steps follow; only if they are there."""
    before = text[max(0, head.start() - LOOK_BACK) : head.start()]
    first = read_path(text, head.start(), 9)
    if first is None:
        return []
    led = LED_TO.search(before) is not None or "(" in text[head.start() : first.end] or _goes_on(text, head, refused)
    led = led or (text[head.start()].isalpha() and LED_BY.search(before) is not None)  # in A2.2
    if head.start() < refused.end and not led:
        return []
    members = read_list(text, head.start(), head.start(), 9)
    citations = [replace(each, weak=True, word="clause") for each in _cited(text, members, Form.SECTION)]
    if (led or citations[0].direction) and UNITS.match(text, citations[-1].end) is None:
        refused.led = citations[-1].end
        return citations
    refused.end = citations[-1].end
    return []


def _dashed(text: str, head: re.Match[str]) -> list[Citation]:
    """A number with a dash (``28-1``), where words lead to it or say where it stands; only if it is there."""
    before = text[max(0, head.start() - LOOK_BACK) : head.start()]
    path = read_path(text, head.start(), 9)
    if path is None or len(path.steps) < 2:
        return []
    citations = [replace(each, weak=True) for each in _cited(text, [Member(head.start(), path)], Form.DOTTED)]
    led = LED_TO.search(before) is not None or ACROSS.search(before) is not None or bool(citations[0].direction)
    return citations if led and UNITS.match(text, path.end) is None else []


def _goes_on(text: str, head: re.Match[str], refused: _Refused) -> bool:
    """Whether a decimal number goes on from the last one that words led to, in the same sentence."""
    between = text[refused.led : head.start()] if 0 <= refused.led < head.start() <= refused.led + 80 else ""
    return AND_ALSO.search(between) is not None and SENTENCE_END.search(between) is None


def _table(text: str, head: re.Match[str]) -> list[Citation]:
    match = TABLE_NUMBER.match(text, head.end())
    if match is None or (match["word"] and match["word"].lower() not in NUMBER_WORDS):
        return []
    number = match["number"] or NUMBER_WORDS[match["word"].lower()]
    return [_citation(text, head.start(), match.end(), Form.TABLE, (f"table-{number}",))]


def _side(text: str, head: re.Match[str]) -> list[Citation]:
    """A document beside the articles, and a path within it (``Schedule B, Section 2``); each of ``Appendices A, B and C``."""
    listed = read_sides(text, head)
    if not listed:
        return []
    inside, end = read_inside(text, listed[-1].end) or ((), listed[-1].end)
    cited = [
        replace(
            _citation(text, each.begin, each.end, Form.PART, (each.name,)),
            word="side",
            range_from=each.range_from,
            weak=head["lone"] is not None,
        )
        for each in listed
    ]
    last = cited[-1]
    cited[-1] = replace(last, text=text[last.start : end], end=end, path=(*last.path, *inside))
    return cited


def _dated(text: str, head: re.Match[str]) -> list[Citation]:
    """A letter by its date (``Letter of Understanding dated May 3, 2004``); only if one of that date is there."""
    found = date_behind(text, head.end())
    if found is None:
        return []
    path = (f"{side_name(head['dated'])}@{found[0]}",)
    return [replace(_citation(text, head.start(), found[1], Form.PART, path), word="side", weak=True)]


READERS: Mapping[str, Callable[[str, re.Match[str]], Iterable[Citation]]] = {
    "dashed": _dashed,
    "signed": read_signed,
    "table": _table,
    "side": _side,
    "marked": _side,
    "lone": _side,
    "dated": _dated,
    "step": read_steps,
}
"""What reads the heads that need nothing else than the words behind them."""


def _memo_pages(text: str, note: re.Match[str]) -> Iterator[Citation]:
    for page in PAGES.finditer(text, note.start("pages"), note.end("pages")):
        pages = tuple(str(number) for number in range(int(page["first"]), int(page["last"] or page["first"]) + 1))
        yield _citation(text, page.start(), page.end(), Form.MEMO_PAGE, pages)


# Citations -------------------------------------------------------------------------------------------------------------


def _cited(text: str, members: Sequence[Member], form: Form) -> list[Citation]:
    """A citation for each member of a list; all get the direction after the last."""
    if not members:
        return []
    match = DIRECTION.match(text, members[-1].path.end)
    direction = (-1 if match["up"] else 1) if match is not None else 0
    return [
        replace(
            _citation(text, member.begin, member.path.end, form, member.path.steps),
            shorter=tuple(steps for steps, _ in member.path.shorter),
            direction=direction,
            range_from=member.range_from,
        )
        for member in members
    ]


def _citation(text: str, start: int, end: int, form: Form, path: tuple[str, ...]) -> Citation:
    return Citation(text=text[start:end], start=start, end=end, form=form, path=path)
