"""Find the words of a text that cite something: a small grammar of heads, paths, lists and directions.

Heads: ``Article``, ``Section``, ``paragraph``, ``subsection``, ``part``, ``item``, ``Step``, ``Table``, ``Appendix``,
``Attachment``, ``this Article``, dotted numbers, labels (bracketed or not) followed by above or below. A path is read behind
the head (``37, Section 3.A.4.a``), and a list goes on from it (``, b, or c``): each member replaces the step of its own kind.
What cites a statute, handbook, form or case is found first, and its words are not looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contract_site.link.documents import find_documents
from contract_site.model.citation import Citation, Form
from contract_site.model.editorial import DocumentName

HEAD = re.compile(
    r"""
      \b (?P<article> Articles? | ARTICLES? ) \s* (?= \d | [IVXL]+\b )                 # Article 12, Articles 7, 12 and 13
    | \b (?P<item> Items? ) \s+ (?= \d )                                   # Item 4, Section 1.C
    | \b (?P<section> [Ss]ections? ) \s+ (?= \d | [A-Z]\b | [IVX]+\b )      # Section 3.C, Section IV.B, Section C.5.b
    | \b (?P<paragraph> [Pp]aragraphs? | [Ss]ubsections? | [Pp]arts? | items? | Rules? )
         \s+ (?= \d | \(? [A-Za-z] [).,(] | [A-Zb-z]\b                        # paragraph b(3), part a. or b., Rule 13
                | a \s (?: and | or | & | through | above | below ) \b )        # not: parts a person took
    | \b (?P<step> [Ss]teps? ) \s+ (?= [1-9]\b )                            # Step 2, Steps 1 and 2
    | \b (?P<table> Tables? ) \s+ (?= \d | [A-Z][a-z]+ )                    # Table 4.1, Table Four
    | \b (?P<part> Appendix | Attachment ) \s+ (?= [A-Z]\b )                # Appendix A
    | \b [Tt]his \s+ (?P<enclosing> Article | Section | paragraph | Item ) \b
    | (?<![\w.$(-]) (?P<dotted> (?= \d{1,2} \. \d{1,2} (?: \. [A-Z] | [A-Z]\b ) ) )   # 12.5.C.4
    | (?<![\w.$-]) (?P<label> (?= \(? \d{1,2} \. [A-Z] (?: [.\s,)(;] | $ ) ) )         # 3.F.3, (4.C.6), 3.B, above
    | (?<![\w)]) (?P<bracketed> (?= \( (?: \d{1,2} | [A-Za-z] ) \) ) )           # (1) and (2) below, (B) above
    | (?<![\w.$(-]) (?P<bare> (?=                                            # C.1.b above, b(1) and (2) above, a, b and c
           [A-Z] \.? \d{1,2}\b | (?! [ap]\.m\. | i\.e\. | e\.g\. ) [A-Za-z] \.
         | [A-Z]\b | \d{1,2}\.?\s | \d{1,2},\s | [a-z] \( | \d{1,2} \. [a-z]
         | [a-z],\s | [a-z] \s (?: and | or | & ) \s [a-z]\b ) )
    """,
    re.VERBOSE,
)
STEP = re.compile(
    r"""
      \. \s? (?: \( (?P<after_stop> [a-z] | \d{1,2} | [A-Z] ) \) )              # .(6)   . (c)
    | \s? \( (?P<bracket> [a-z] | \d{1,2} | [A-Z] ) \.? \)                      # (6)    [space](6)    (6.)
    | \. Step \s (?P<step> \d )                                                # .Step 2
    | \. (?P<dotted> \d{1,2} | [A-Z] | [a-z] ) (?! [a-z0-9%] | [A-Z][A-Za-z] )               # .C
    | (?<= \d ) (?P<glued> [A-Za-h] ) (?! [A-Za-z] )                           # 10.2B, Section 1A, Paragraph 3b
    """,
    re.VERBOSE,
)
FIRST = re.compile(
    r"(?P<number>\d{1,2})(?!\d|%|\s?percent|,\d{3}|:\d)|(?P<roman>[IVXL]{1,6})\b|(?P<letter>[A-Za-z])(?![A-Za-z])|\((?P<bracket>[a-z]|\d{1,2}|[A-Z])\)"
)
GLUED_FIRST = re.compile(r"(?P<letter>[A-Z])(?P<number>\d{1,2})(?!\d)")
"""``B5`` for B.5."""
LOOSE = re.compile(
    r"(?:,?\s|\.\s)(?P<value>[A-Z]|\d{1,2}|[a-z])(?=\.?,|\.?\s(?:and|or|through|&|above|below|of\s+this)\b|\.?\s&|\.?\)|\.?$)"
)
"""A step after a space or comma, if a list, a direction or an end follows: ``Section 2, A and B``, ``Section 9.A 1, 2``."""
SECTION_AFTER = re.compile(
    r"(?:,?\s+(?:of\s+)?[Ss]ections?\s+|,\s+(?=[A-Z](?:\.\s?|,\s)\d))(?P<step>\d{1,2}(?!\d)|[A-Z](?![A-Za-z]))"
)
"""``Article 12, Section 5``; also ``Article XIV, B.6`` and ``Article XII, B, 10``."""
RULE_AFTER = re.compile(r",?\s+Rule\s+(?P<step>\d{1,2})(?!\d)")
"""``Section A, Rule 19``."""
STEP_AFTER = re.compile(r"[.,]?\s*,?\s*Step\s+(?P<number>\d)\b")
ARTICLE_AFTER = re.compile(r",?\s+(?:of\s+)?Article\s+(?P<number>\d{1,2}|[IVXL]+)\b(?!\s*,\s*[Ss]ection)(?!\.\d)")
NEXT = re.compile(
    r"\.?(?:\s*,\s*(?:and/or\s+|and\s+|or\s+)?|\s+(?:and/or|and|or|&)\s+|\s*(?P<range>\s+(?:through|thru|to)\s+|\s?[-–]\s?))(?:[Ss]ections?\s+(?=\d))?"
)
DIRECTION = re.compile(r"\.?,?\s*(?P<up>above|preceding|hereinabove)\b|\.?,?\s*(?P<down>below|following|hereinafter)\b")
UNITS = re.compile(
    r"\s*(?:%|percent|days?\b|hours?\b|weeks?\b|months?\b|years?\b|employees?\b|minutes?\b|cents?\b|points?\b|pay\b|or\s+more\b|calendar\b"
    r"|consecutive\b|work\b|miles?\b|full\b|additional\b|members?\b|representatives?\b|other\b|such\b)"
)
WORDS_OF_NUMBERS = {"One": "1", "Two": "2", "Three": "3", "Four": "4", "Five": "5", "Six": "6"}
COUNTED = re.compile(
    r"\b(?:levels?|grades?|functions?|tours?|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred)\s+$",
    re.IGNORECASE,
)
"""What makes the figures behind it no label: ``four (4)``, ``Level 6``."""
LED_BY = re.compile(r"\b(?:in|under|per|by|of|with|to)\s+$")
"""Words before a dotted label that make it a citation without a direction: ``as provided in A.1 and A.3``."""
OUTSIDE = re.compile(
    r"\.?,?\s+of\s+(?:the|that|said|such|an?)\s+(?P<what>(?:[A-Z]\w*\s+)*(?:Act|Law|Statutes?|Code|MOU|Memorandum|Handbook|Manual|Award|Settlement|Letter)\b)"
)
"""A relative path is not ours if the words go on to name another document."""
MEMO_NOTE = re.compile(r"[(\[]\s*see\s+memos?\b,?\s*(?:pages?|pp?\.)\s*(?P<pages>[^)\]]*)", re.IGNORECASE)
PAGES = re.compile(r"(?P<first>\d{1,3})(?:\s*[-–]\s*(?P<last>\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Path:
    """Steps read from the text, and where their words end."""

    steps: tuple[str, ...]
    end: int
    shorter: tuple[tuple[tuple[str, ...], int], ...] = ()
    """Readings that stop before a space, with their ends."""


def find_citations(text: str, documents: Sequence[DocumentName] = ()) -> list[Citation]:
    """Return the citations in one block's text, in order; their words do not overlap."""
    external = find_documents(text, documents)
    found: list[Citation] = list(external)
    blocked = [(citation.start, citation.end) for citation in external]
    position = 0
    for note in MEMO_NOTE.finditer(text):
        found += _memo_pages(text, note)
        blocked.append(note.span())
    while (head := HEAD.search(text, position)) is not None:
        position = max(head.end(), head.start() + 1)
        if any(start <= head.start() < end for start, end in blocked):
            continue
        citations = list(_read(text, head))
        if citations and not any(start < citations[-1].end and citations[0].start < end for start, end in blocked):
            found += citations
            position = max(position, citations[-1].end)
    return sorted(found, key=lambda citation: citation.start)


def _read(text: str, head: re.Match[str]) -> Iterator[Citation]:
    kind = head.lastgroup
    if kind == "enclosing":
        yield Citation(text=head[0], start=head.start(), end=head.end(), form=Form.ENCLOSING, path=(head["enclosing"].lower(),))
    elif kind == "table":
        yield from _table(text, head)
    elif kind == "part":
        letter = text[head.end()]
        end = head.end() + 1
        yield _citation(text, head.start(), end, Form.PART, (f"{head['part'].lower()}-{letter.lower()}",))
    elif kind == "step":
        yield from _steps(text, head)
    elif kind in ("article", "item"):
        yield from _absolute(text, head, Form.ARTICLE if kind == "article" else Form.ITEM)
    elif kind == "dotted":
        yield from _list(text, head.start(), head.start(), Form.DOTTED, absolute=True)
    elif kind in ("section", "paragraph"):
        yield from _relative(text, head, Form.SECTION if kind == "section" else Form.PARAGRAPH)
    else:
        yield from _labels(text, head)


def _absolute(text: str, head: re.Match[str], form: Form) -> Iterator[Citation]:
    yield from _list(text, head.start(), head.end(), form, absolute=True)


def _relative(text: str, head: re.Match[str], form: Form) -> Iterator[Citation]:
    citations = list(_list(text, head.start(), head.end(), form, absolute=False))
    if not citations:
        return
    outside = OUTSIDE.match(text, citations[-1].end)
    if outside is not None:
        for citation in citations:
            yield replace(citation, form=Form.ELSEWHERE, document=outside["what"])
        return
    reverse = ARTICLE_AFTER.match(text, citations[-1].end) if form is Form.SECTION else None
    if reverse is None:
        yield from citations
        return
    for index, citation in enumerate(citations):
        end = reverse.end() if index == len(citations) - 1 else citation.end
        shorter = tuple((reverse["number"], *path) for path in citation.shorter)
        path = (reverse["number"], *citation.path)
        yield Citation(
            text=text[citation.start : end],
            start=citation.start,
            end=end,
            form=Form.ARTICLE,
            path=path,
            shorter=shorter,
            absolute=True,
        )


def _labels(text: str, head: re.Match[str]) -> Iterator[Citation]:
    """Labels without a head count only if a direction follows them, or they are dotted and bracketed as a whole."""
    if COUNTED.search(text, 0, head.start()) is not None:
        return
    start = head.start() + (text[head.start()] == "(" and head.lastgroup != "bracketed")
    citations = list(_list(text, start, start, Form.LABEL, absolute=False))
    if not citations:
        return
    directed = citations[0].direction != 0
    dotted = head.lastgroup == "label" and len(citations[0].path) >= 2
    led = (
        len(citations[0].path) >= 2
        and citations[0].path[1].isdigit()
        and LED_BY.search(text, 0, start) is not None
        and "." in citations[0].text
    )
    if directed or dotted or led:
        yield from citations


def _steps(text: str, head: re.Match[str]) -> Iterator[Citation]:
    position = head.end()
    start = head.start()
    first = True
    while (number := re.compile(r"(\d)\b").match(text, position)) is not None:
        end, steps = _path_after(text, number.end(), (f"step-{number[1]}",))
        citation = _citation(text, start if first else number.start(), end, Form.STEP, steps)
        yield replace(citation, absolute=head["step"][0].isupper())
        follow = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\s(?:and|or|&)\s+)(?:[Ss]teps?\s+)?(?=\d\b)").match(text, end)
        if follow is None or UNITS.match(text, follow.end() + 1):
            return
        position, start, first = follow.end(), follow.end(), False


def _path_after(text: str, position: int, steps: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    while (match := STEP.match(text, position)) is not None and (match["bracket"] or match["after_stop"]):
        steps, position = (*steps, match["bracket"] or match["after_stop"]), match.end()
    return position, steps


def _table(text: str, head: re.Match[str]) -> Iterator[Citation]:
    match = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})?)|(?P<word>[A-Z][a-z]+)").match(text, head.end())
    if match is None or (match["word"] and match["word"] not in WORDS_OF_NUMBERS):
        return
    number = match["number"] or WORDS_OF_NUMBERS[match["word"]]
    yield _citation(text, head.start(), match.end(), Form.TABLE, (f"table-{number}",))


def _memo_pages(text: str, note: re.Match[str]) -> Iterator[Citation]:
    for page in PAGES.finditer(text, note.start("pages"), note.end("pages")):
        pages = tuple(str(number) for number in range(int(page["first"]), int(page["last"] or page["first"]) + 1))
        yield _citation(text, page.start(), page.end(), Form.MEMO_PAGE, pages)


# Lists and paths -----------------------------------------------------------------------------------------------------


def _list(text: str, start: int, position: int, form: Form, *, absolute: bool) -> Iterator[Citation]:
    """Yield the first path and the members of the list that goes on from it; all get the direction after the last."""
    path = _read_path(text, position, with_section=absolute)
    if path is None:
        return
    members: list[tuple[int, Path, tuple[str, ...]]] = [(start, path, ())]
    while (more := _next_member(text, members[-1][1], with_section=absolute)) is not None:
        members.append(more)
    direction, _ = _direction(text, members[-1][1].end)
    for begin, member, range_from in members:
        yield Citation(
            text=text[begin : member.end],
            start=begin,
            end=member.end,
            form=form,
            path=member.steps,
            shorter=tuple(steps for steps, _ in member.shorter),
            absolute=absolute,
            direction=direction,
            range_from=range_from,
        )


def _next_member(text: str, last: Path, *, with_section: bool) -> tuple[int, Path, tuple[str, ...]] | None:
    follow = NEXT.match(text, last.end)
    if follow is None:
        return None
    tail = _read_path(text, follow.end(), with_section=False)
    if tail is None or UNITS.match(text, tail.end) or not _ends_well(text, tail):
        return None
    if with_section and len(tail.steps) > 2 and tail.steps[0].isdigit() and tail.steps[1].isdigit():
        return follow.end(), tail, ()
    steps = _splice(last.steps, tail.steps)
    if steps is None:
        return None
    return follow.end(), Path(steps, tail.end), last.steps if follow["range"] else ()


def _ends_well(text: str, tail: Path) -> bool:
    """A member of a list is followed by punctuation, a connecting word or a direction; a lone small ``a`` is an article."""
    rest = text[tail.end :]
    if len(tail.steps) == 1 and tail.steps[0].isalpha():
        return (
            re.match(r"\.?(?:[,;:)\]]|\s*$|\s+(?:and|or|above|below|of|through|preceding|shall|is|are|will|\()|\.)", rest)
            is not None
        )
    return re.match(r"[A-Za-z]", rest) is None


def _splice(path: tuple[str, ...], tail: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the path with the tail in the place of the steps of its own kinds: (3, A, 4, a) and (b) give (3, A, 4, b)."""
    kinds, wanted = [_kind(step) for step in path], [_kind(step) for step in tail]
    for position in range(len(path) - len(tail), -1, -1):
        if kinds[position : position + len(tail)] == wanted and position + len(tail) == len(path):
            return path[:position] + tail
    for position in range(len(path) - 1, -1, -1):
        if kinds[position] == wanted[0]:
            return path[:position] + tail
    return None


def _kind(step: str) -> str:
    if step.isdigit():
        return "1"
    return "A" if step.isupper() else "a"


def _read_path(text: str, position: int, *, with_section: bool) -> Path | None:
    steps: tuple[str, ...]
    glued = GLUED_FIRST.match(text, position)
    if glued is not None:
        steps, position = (glued["letter"], glued["number"]), glued.end()
    else:
        first = FIRST.match(text, position)
        if first is None:
            return None
        steps, position = (first[first.lastgroup or 0],), first.end()
    shorter: list[tuple[tuple[str, ...], int]] = []
    while True:
        if with_section and len(steps) == 1 and (section := SECTION_AFTER.match(text, position)) is not None:
            steps, position = (*steps, section["step"]), section.end()
        elif with_section and len(steps) == 2 and (step := STEP_AFTER.match(text, position)) is not None:
            steps, position = (*steps, f"step-{step['number']}"), step.end()
        elif len(steps) == 1 and (rule := RULE_AFTER.match(text, position)) is not None:
            steps, position = (*steps, rule["step"]), rule.end()
        elif (match := STEP.match(text, position)) is not None and not _is_stop(text, match):
            value = match["after_stop"] or match["bracket"] or match["dotted"] or match["glued"] or f"step-{match['step']}"
            if text[position] == " ":
                shorter.append((steps, position))
            steps, position = (*steps, value), match.end()
        elif (loose := LOOSE.match(text, position)) is not None and _extends(steps, loose["value"]):
            shorter.append((steps, position))
            steps, position = (*steps, loose["value"]), loose.end()
        else:
            return Path(steps, position, tuple(reversed(shorter)))


def _is_stop(text: str, match: re.Match[str]) -> bool:
    """A dotted step must not be the first letter or figure of a new sentence; brackets never are."""
    return match["dotted"] is not None and re.match(r"\s?[’']", text[match.end() :]) is not None


def _extends(steps: tuple[str, ...], value: str) -> bool:
    """Whether a loose step goes deeper: its kind must differ from that of the step before (else it is a list)."""
    return _kind(value) != _kind(steps[-1]) and not (len(steps) == 1 and value.isdigit())


def _direction(text: str, position: int) -> tuple[int, int]:
    match = DIRECTION.match(text, position)
    if match is None:
        return 0, position
    return (-1 if match["up"] else 1), match.end()


def _citation(text: str, start: int, end: int, form: Form, path: tuple[str, ...]) -> Citation:
    return Citation(text=text[start:end], start=start, end=end, form=form, path=path)
