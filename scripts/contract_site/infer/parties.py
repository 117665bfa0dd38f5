"""The parties of an agreement: whom its cover or its first sentences set beside each other as those who agree.

A name that is defined (“the Union”) ends where its definition begins, so two that are defined leave no doubt. Other names may
hold an “and” or a comma of their own: a person should look at them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contract_site.infer.capitals import Writing
from contract_site.infer.dates import DATE
from contract_site.infer.fact import Fact
from contract_site.infer.head import SAME_SIZE, HeadLine
from contract_site.model.document import Edition

Names = tuple[str, ...]

WORDS = (
    ("between|by and between", "and|&", "the"),
    ("entre", "et", "la|le|les|l['’]"),
    ("zwischen", "und", "dem|der|den|die"),
    ("entre", "y|e", "el|la|los|las|os?|as?"),
    ("tussen", "en", "de|het"),
    ("tra|fra", "e", "il|la|lo|gli|i|l['’]"),
    ("между", "и", ""),
)
"""What stands before both names, between them, and as an article at the head of each, in the languages that are read."""
_BETWEEN = "|".join(before for before, _, _ in WORDS)
_AND = "|".join(dict.fromkeys(and_ for _, and_, _ in WORDS))
BETWEEN = re.compile(rf"(?<!\W)\W*+(?:by and )?(?:{_BETWEEN})\W*+", re.IGNORECASE)
AND = re.compile(rf"(?<!\W)[^\w&]*+(?:{_AND})\W*+", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\b(?:agreement|contract|memorandum|convention|accord|\w*tarifvertrag|\w*vereinbarung|convenio|contrato|acuerdo|договор)\b",
    re.IGNORECASE,
)
"""What a line of a cover names that is no party."""
NO_NAME = re.compile(
    r"\b(?:effective|expires?|expiring|term|subject to|ratified|dated|en vigueur|gültig|vigente)\b", re.IGNORECASE
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_LINES = 6
"""Lines of a cover that one party's name takes."""
LONGEST = 200
_SIDE = (
    r"(?:d['’]une part|d['’]autre part|de (?:la )?una parte|de (?:la )?otra(?: parte)?|einerseits|andererseits"
    r"|(?:of|on|for) the (?:one|first|second|other) part)"
)
_CALLED = r"(?:here(?:in)?(?:after)?|ci-après|nachfolgend|nachstehend|im folgenden|en (?:lo )?(?:adelante|sucesivo))"
_DEFINED = rf"\s*,?\s*(?:\([^)]{{3,160}}\)|{_CALLED}\b[^,;]{{0,120}}|{_SIDE})"
_OPENS = rf"(?:,?\s*{_SIDE}\s*,)?\s+"
_NAMED = rf"\([^)]{{0,80}}(?:{_CALLED}|[“\"'‘«„])[^)]{{0,120}}\)|{_CALLED}\b[^,;]{{0,120}}"
GENERIC = (
    r"(?:company|corporation|employer|union|city|county|town|village|state|board|société|entreprise|association|syndicat"
    r"|empresa|compañía|sociedad|asociación|sindicato|firma)"
)
NAME = re.compile(rf"(?:{GENERIC}\s+(?:(?:of|de|du|des)\s+)?)?[“\"A-ZÀ-ÞА-Я]")
"""How a name begins: with a capital, a small word for what sort of party it is aside."""


def _stated(before: str, between: str, article: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield how a sentence of one language names both, each with whether there is no doubt."""
    the = rf"(?:(?i:{article})(?:\s+|(?<=['’])))?" if article else ""
    one = rf"\b(?i:{before})(?i:{_OPENS}){the}(?P<one>.{{3,200}}?)"
    other = rf"\s*,?\s+(?i:{between})(?i:{_OPENS}){the}(?P<other>.{{3,200}}?)"
    yield re.compile(one + f"(?i:{_DEFINED})" + other + f"(?i:{_DEFINED})", re.DOTALL), True
    yield re.compile(one + f"(?i:{_DEFINED})?" + other + r"\s*(?:[.;,(]|$)", re.DOTALL), False


STATED = tuple(each for words in WORDS for each in _stated(*words))
"""How sentences of each language name both, with whether that leaves no doubt."""
DEFINED = re.compile(
    rf"(?:^(?!(?i:this|these|whereas|in)\b)|\b(?i:by|of|between)\s+)(?:[Tt]he\s+)?(?P<one>(?:[^.;]|\.(?!\s+[A-Z])){{3,200}}?),?\s*(?i:{_NAMED})\s*,?\s+(?i:and|&)\s+(?:the\s+)?"
    rf"(?P<other>(?:[^.;]|\.(?!\s+[A-Z])){{3,200}}?),?\s*(?i:{_NAMED})"
)
"""``The Docks, hereinafter called “the Employer”, and the Ropers, hereinafter …``, without a word before them."""
_SAID = "“between … and …”"
_WAYS = (
    *((pattern, True, _SAID) for pattern, sure in STATED if sure),
    (DEFINED, True, "two that are named “hereinafter”"),
    *((pattern, False, _SAID) for pattern, sure in STATED if not sure),
)
"""How sentences name both, with whether that leaves no doubt and what it is called; those first that leave none."""
TITLED = re.compile(r"\b(?i:of|between)\s+(?i:the)\s+(?P<one>.{3,120}?)\s+(?i:and)\s+(?i:the)\s+(?P<other>.{3,120})$")
"""``Agreement of the Docks and the Ropers``."""
FIRST = 8
"""The paragraphs at the beginning of a text in which its parties are named."""


def parties_of(edition: Edition, head: Sequence[HeadLine], writing: Writing) -> Fact[Names] | None:
    """Return the parties that the cover or the first paragraphs of an agreement name, or None.

    A cover that says ``between`` comes first, then sentences that leave no doubt, then what a person should look at.
    """
    if (cover := _on_cover(head, writing)) is not None:
        return cover
    sentences = list(_in_sentences(edition))
    sure = next((fact for fact in sentences if fact.sure), None)
    rest = (each for find in (_in_title, _apart_by_and) for each in find(head, writing))
    return sure or next(rest, None) or next(iter(sentences), None)


def _on_cover(head: Sequence[HeadLine], writing: Writing) -> Fact[Names] | None:
    """The names on the lines behind a line that says no more than ``between``."""
    start = next((n for n, line in enumerate(head) if BETWEEN.fullmatch(line.text)), None)
    if start is None:
        return None
    middle = next((n for n in range(start + 1, len(head)) if AND.fullmatch(head[n].text)), None)
    if middle is None or not 1 < middle - start <= MOST_LINES + 1:
        return None
    one, other = head[start + 1 : middle], list(_name_lines(head[middle + 1 :]))
    if not other:
        return None
    why = f"between “{head[start].text}” and what follows “{head[middle].text}”"
    return Fact(_names(one, other, writing), head[start].number, why, sure=True)


def _in_title(head: Sequence[HeadLine], writing: Writing) -> Iterator[Fact[Names]]:
    """Yield the names in a title: ``Agreement between the Docks and the Ropers``, over several lines or ``of … and …``."""
    for n, line in enumerate(head):
        if not DOCUMENT.search(line.text):
            continue
        run = [line, *_name_lines(head[n + 1 :])]
        for words in dict.fromkeys((" ".join(each.text for each in run), line.text)):
            found = next((match for pattern in _TITLES if (match := pattern.search(words))), None)
            if found and _are_names(found):
                names = tuple(writing.of(" ".join(found[side].split())).strip(" ,;") for side in ("one", "other"))
                yield Fact(names, line.number, "the title", sure=False)


_TITLES = (TITLED, *(pattern for pattern, sure in STATED if not sure))


def _apart_by_and(head: Sequence[HeadLine], writing: Writing) -> Iterator[Fact[Names]]:
    """Yield the names above and below a line that says no more than ``and``."""
    for n, line in enumerate(head):
        if not AND.fullmatch(line.text):
            continue
        one, other = list(_name_lines(head[:n][::-1]))[::-1], list(_name_lines(head[n + 1 :]))
        if one and other and all(NAME.match(each[0].text) for each in (one, other)):
            yield Fact(_names(one, other, writing), line.number, f"above and below “{line.text}”", sure=False)


def _names(one: Sequence[HeadLine], other: Sequence[HeadLine], writing: Writing) -> Names:
    return tuple(writing.of(" ".join(line.text for line in lines)).strip(" ,;") for lines in (one, other))


def _name_lines(lines: Sequence[HeadLine]) -> Iterator[HeadLine]:
    """The lines of a name: up to a date, a line that names the document or its term or is set otherwise, or white space."""
    for n, line in enumerate(lines[:MOST_LINES]):
        other = YEAR.search(line.text) or DATE.search(line.text) or DOCUMENT.search(line.text) or NO_NAME.search(line.text)
        if other or BETWEEN.fullmatch(line.text) or (n and _apart(lines[n - 1], line)):
            return
        yield line


def _apart(before: HeadLine, line: HeadLine) -> bool:
    """Say whether a line is set otherwise than the one before it, or stands away from it."""
    return (
        abs(line.look.size - before.look.size) > SAME_SIZE
        or line.look.bold != before.look.bold
        or abs(line.number - before.number) > 2
    )


def _in_sentences(edition: Edition) -> Iterator[Fact[Names]]:
    first = [block for _, (_, _, block) in zip(range(FIRST), edition.printed(), strict=False)]
    for pattern, sure, why in _WAYS:
        for block in first:
            found = pattern.search(block.text)
            if found and _are_names(found):
                names = tuple(" ".join(found[side].split()).strip(" ,") for side in ("one", "other"))
                line = edition.source.line_number(max(0, block.words.start_of_text))
                yield Fact(names, line, f"{why} in the first paragraphs", sure)


def _are_names(found: re.Match[str]) -> bool:
    return all(NAME.match(found[side]) and len(found[side]) < LONGEST for side in ("one", "other"))
