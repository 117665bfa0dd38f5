"""The parties of an agreement: whom its cover or its first sentences set beside each other as those who agree.

A name that is defined (“the Union”) ends where its definition begins, so two that are defined leave no doubt; nor do two with
but one “and” and no comma of a list between them. Other names may hold an “and” of their own, or be three: a person should
look at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from contract_site.infer.capitals import Writing
from contract_site.infer.dates import DATE
from contract_site.infer.fact import Fact
from contract_site.infer.head import SAME_SIZE, HeadLine
from contract_site.infer.party_words import (
    AND,
    ANDS,
    ASIDE,
    BEHIND_NAMES,
    BETWEEN,
    DOCUMENT,
    LISTS,
    LONGEST,
    NAME,
    NEXT_NAME,
    NO_NAME,
    NO_PARTY,
    OF_A_NAME,
    OF_ITS_OWN,
    OF_SEVERAL,
    ONE_MORE,
    OPENS_NAMES,
    SENTENCE,
    SIDE,
    TITLES,
    TOGETHER,
    WAYS,
    Doubt,
)  # fmt: skip
from contract_site.model.document import Edition

Names = tuple[str, ...]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SIDES = re.compile(rf"\W*{SIDE}\W*", re.IGNORECASE)
MOST_LINES = 6
"""Lines of a cover that one party's name takes."""
FIRST = 8
"""The paragraphs at the beginning of a text in which its parties are named."""
FIRST_PROVISIONS = 60
"""The provisions at the beginning of a text among which one may list them."""
LONGEST_LEAD, LONGEST_ENTRY = 60, 1_000
"""Characters that are told of what stands before a list, and of an entry that may be a name and what is said of it."""
LIST_END = re.compile(r"(?<![\s;,.])[\s;,.]*+(?:\band\b[\s;,.]*+)?$")
"""What parts the entries of a list."""
LONGEST_PARAGRAPH = 3_000
"""Characters of such a paragraph that are looked at: a text that runs on may be one."""


def parties_of(edition: Edition, head: Sequence[HeadLine], writing: Writing) -> Fact[Names] | None:
    """Return the parties that the cover or the first paragraphs of an agreement name, or None.

    A cover that says ``between`` comes first, then what leaves no doubt, then what a person should look at.
    """
    if (cover := _on_cover(head, writing)) is not None:
        return cover
    sentences = [*_in_sentences(edition, writing), *_in_lists(edition, writing)]
    rest = [each for find in (_in_title, _apart_by_and) for each in find(head, writing)]
    found = [*sentences, *rest]
    return next((fact for fact in found if fact.sure), None) or next(iter((*rest, *sentences)), None)


def _on_cover(head: Sequence[HeadLine], writing: Writing) -> Fact[Names] | None:
    """The names on the lines behind one that says no more than ``between``, parted by lines that say no more than ``and``."""
    start = next((n for n, line in enumerate(head) if BETWEEN.fullmatch(line.text)), None)
    if start is None:
        return None
    lines = head[start + 1 :]
    ands = [n for n, line in enumerate(lines) if AND.fullmatch(line.text)]
    if not ands or not 0 < ands[0] <= MOST_LINES:
        return None
    names, begin = [lines[: ands[0]]], ands[0] + 1
    for end in [*ands[1:], len(lines)]:
        found = list(_name_lines(lines[begin:end]))
        names += [found] if found else []
        if begin + len(found) < end:
            break
        begin = end + 1
    if len(names) < 2:
        return None
    why = f"between “{head[start].text}” and what follows “{lines[ands[0]].text}”"
    return Fact(tuple(_joined(each, writing) for each in names), head[start].number, why, sure=True)


def _in_title(head: Sequence[HeadLine], writing: Writing) -> Iterator[Fact[Names]]:
    """Yield the names in a title: ``Agreement between the Docks and the Ropers``, over several lines or ``of … and …``."""
    for n, line in enumerate(head):
        if not DOCUMENT.search(line.text) and not OPENS_NAMES.match(line.text):
            continue
        run = [line, *_name_lines(head[n + 1 :])]
        whole = " ".join(each.text for each in run)
        ended = not _goes_on(run[-1], head[n + len(run) : n + len(run) + 1])
        for words in dict.fromkeys((whole, line.text)):
            found = next((match for pattern in TITLES if (match := pattern.search(words))), None)
            if found and (names := _sides(found, writing)):
                # One line of several may end inside a name: "… and the Springfield" / "Police and Fire Association".
                yield Fact(names, line.number, "the title", sure=ended and words == whole and _are_two(found))


def _apart_by_and(head: Sequence[HeadLine], writing: Writing) -> Iterator[Fact[Names]]:
    """Yield the names above and below a line that says no more than ``and``."""
    for n, line in enumerate(head):
        if not AND.fullmatch(line.text):
            continue
        one, other = list(_name_lines(head[:n][::-1]))[::-1], list(_name_lines(head[n + 1 :]))
        if one and other and all(NAME.match(each[0].text) for each in (one, other)):
            names = _joined(one, writing), _joined(other, writing)
            yield Fact(names, line.number, f"above and below “{line.text}”", sure=False)


def _in_sentences(edition: Edition, writing: Writing) -> Iterator[Fact[Names]]:
    for _, (_, _, block) in zip(range(FIRST), edition.printed(), strict=False):
        line = edition.source.line_number(max(0, block.words.start_of_text))
        named = (
            Fact(names, line, f"{why} in the first paragraphs", _is_sure(found, doubt))
            for pattern, doubt, why in WAYS
            if (found := pattern.search(block.text[:LONGEST_PARAGRAPH])) and (names := _sides(found, writing))
        )
        yield from islice(named, 1)


def _in_lists(edition: Edition, writing: Writing) -> Iterator[Fact[Names]]:
    """Yield what is listed below words such as ``The parties to this Agreement are:``; it may be more than the parties."""
    for _, provision in islice(edition.provisions(), FIRST_PROVISIONS):
        opened = next((block for block in provision.blocks if LISTS.search(block.text)), None)
        listed = [child.blocks[0].text if child.blocks else child.heading.text for child in provision.children]
        if opened is None or len(listed) < 2 or any(len(words) > LONGEST_ENTRY for words in listed):
            continue
        names = tuple(_name(LIST_END.sub("", words), writing) for words in listed)
        if not all(NAME.match(name) and len(name) < LONGEST for name in names):
            continue
        line = edition.source.line_number(max(0, opened.words.start_of_text))
        yield Fact(names, line, f"listed below “{opened.text[-LONGEST_LEAD:].strip()}”", sure=False)


def _is_sure(found: re.Match[str], doubt: Doubt) -> bool:
    if doubt is not Doubt.NONE:
        return doubt is Doubt.UNLESS_TWO and _are_two(found)
    if ONE_MORE.match(found.string, found.end()):
        return False
    # One definition for several names does not say where each of them ends.
    return TOGETHER.search(found[0], found.end("one") - found.start(), found.start("other") - found.start()) is None


def _sides(found: re.Match[str], writing: Writing) -> Names:
    """The names of both sides; nothing if one is no name."""
    both = [name for side in ("one", "other") for name in NEXT_NAME.split(found[side])]
    names = tuple(_name(words, writing) for words in both)
    whole = all(NAME.match(words) and len(words) < LONGEST for words in both)
    return names if whole and all(names) and not any(NO_PARTY.fullmatch(name) for name in names) else ()


def _are_two(found: re.Match[str]) -> bool:
    """Say whether nothing but one ``and`` stands between two names, and no comma of a list, and they cannot be one."""
    words = OF_A_NAME.sub(" ", found[0][found.start("one") - found.start() :])
    between = found.string[found.end("one") : found.start("other")]
    one = OF_SEVERAL.search(found["one"]) and len(between.split()) == 1 and not OF_ITS_OWN.search(found["other"])
    return len(ANDS.findall(words)) == 1 and "," not in words and "&" not in between and not one


def _joined(lines: Sequence[HeadLine], writing: Writing) -> str:
    return _name(" ".join(line.text for line in lines), writing)


def _name(words: str, writing: Writing) -> str:
    """A party's name without what is said of it."""
    return writing.of(" ".join(ASIDE.sub("", " ".join(words.split())).split())).strip(" ,;:")


def _name_lines(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """The lines of a name: up to a date, a line that names the document or its term or is set otherwise, or white space."""
    for n, line in enumerate(lines[:MOST_LINES]):
        other = YEAR.search(line.text) or DATE.search(line.text) or DOCUMENT.search(line.text) or NO_NAME.search(line.text)
        if SENTENCE.search(line.text) or (n and SIDES.fullmatch(line.text)):
            return
        if other or BETWEEN.fullmatch(line.text) or (n and _apart(lines[n - 1], line)):
            return
        yield line


def _goes_on(last: HeadLine, behind: Sequence[HeadLine]) -> bool:
    """Say whether the line behind the last one of a name begins with words that may be the rest of it."""
    return any(not _apart(last, line) and BEHIND_NAMES.match(line.text) is None for line in behind)


def _apart(before: HeadLine, line: HeadLine) -> bool:
    """Say whether a line is set otherwise than the one before it, or stands away from it."""
    return (
        abs(line.look.size - before.look.size) > SAME_SIZE
        or line.look.bold != before.look.bold
        or (abs(line.number - before.number) > 1 and line.text.isupper() != before.text.isupper())
        or abs(line.number - before.number) > 2
    )
