"""The title of an agreement: what its file marks as one, else the words at its head that name such a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.infer.capitals import Writing
from contract_site.infer.fact import Fact
from contract_site.infer.head import SAME_SIZE, HeadLine
from contract_site.infer.party_words import BETWEEN

NAMES = re.compile(
    r"\b(?:agreement|contract|by-?laws?|constitution|memorandum|charter|rules|regulations|convention|accord|statuts?|règlement"
    r"|\w*tarifvertrag|\w*vereinbarung|satzung|convenio|acuerdo|contrato|contratto|договор|соглашение|устав)\b",
    re.IGNORECASE,
)
"""Words for the documents of the field, in the languages whose texts were measured."""
KIND = re.compile(r"\b(?:collective|bargaining|labou?r|of|understanding)\b", re.IGNORECASE)
"""What else a title says that names a kind of document and not whose it is."""
ENGLISH = re.compile(r"\b(?:agreement|contract|memorandum|regulations|charter|constitution)\b", re.IGNORECASE)
SENTENCE = re.compile(r"[.;:]$|\b(?:shall|must|is|are|was|were|est|sont|ist|sind)\b", re.IGNORECASE)
LONGEST = 160
"""Characters of a line that may be a title."""
LONGEST_WITH_PARTIES = 260
LARGE = 1.2
"""Letters so many times as high as most are a title's."""
LARGEST = 0.1
"""Heights of letters, in that of most, that are by less below the largest are the largest, too: see ``SAME_SIZE``."""


def title_of(
    head: Sequence[HeadLine], matter: dict[str, tuple[int, str]], parties: Sequence[str], writing: Writing
) -> Fact[str] | None:
    """Return the title that the head of a document states, or None.

    ``matter`` is what its file says of itself. A title that only names the kind of document is joined with its ``parties``.
    """
    if "title" in matter:
        line, words = matter["title"]
        more = matter.get("subtitle", (0, ""))[1]
        return Fact(": ".join(filter(None, (words, more))), line, "the file's own title", sure=True)
    found = _marked(head) or _large(head) or _named(head) or _alone(head)
    if found is None:
        return None
    words = writing.title(found.value)
    if not KIND.sub("", NAMES.sub("", words)).split() and len(parties) == 2:
        english = ENGLISH.search(words)
        whole = f"{words} between {parties[0]} and {parties[1]}" if english else f"{words} ({'; '.join(parties)})"
        words = whole if len(whole) <= LONGEST_WITH_PARTIES else words
    return Fact(words, found.line, found.why, found.sure)


def _marked(head: Sequence[HeadLine]) -> Fact[str] | None:
    """The headings of the first rank that stand together and name a document."""
    run = next((run for run in _runs([line.look.heading == 1 for line in head], head) if _names(run)), [])
    named = [line for line in run if NAMES.search(line.text)]
    if not named:
        return None
    whole = " ".join(line.text for line in run)
    # Of a page whose site has a heading of its own above the document's, all but the document's are left.
    words = whole if len(named) == 1 else " ".join(line.text for line in run[run.index(named[0]) + 1 :])
    return Fact(words, named[-1].number, "the file's heading of the first rank", sure=len(named) == 1)


def _large(head: Sequence[HeadLine]) -> Fact[str] | None:
    """The words in the largest letters, if they name a document."""
    most = max((line.look.size for line in head), default=1.0)
    for size in sorted({line.look.size for line in head if line.look.size >= LARGE}, reverse=True):
        runs = (_title_lines(run) for run in _runs([abs(line.look.size - size) < SAME_SIZE for line in head], head))
        if run := next((run for run in runs if _names(run)), []):
            why = "the largest letters at the head" if size > most - LARGEST else "large letters at the head"
            return Fact(" ".join(line.text for line in run), run[0].number, why, sure=size > most - LARGEST)
    return None


def _named(head: Sequence[HeadLine]) -> Fact[str] | None:
    """The first line that names a document and is no sentence."""
    for index, line in enumerate(head):
        if NAMES.search(line.text) and not SENTENCE.search(line.text) and len(line.text) < LONGEST:
            return Fact(line.text, line.number, "a line at the head that names such a document", sure=not index)
    return None


def _alone(head: Sequence[HeadLine]) -> Fact[str] | None:
    """The one heading of the first rank, whatever it names."""
    marked = [line for line in head if line.look.heading == 1]
    if len(marked) != 1 or len(marked[0].text) > LONGEST:
        return None
    return Fact(marked[0].text, marked[0].number, "the file's one heading of the first rank", sure=False)


def _title_lines(run: Sequence[HeadLine]) -> list[HeadLine]:
    """The lines of a run up to where the parties begin."""
    stop = next((n for n, line in enumerate(run) if BETWEEN.fullmatch(line.text)), len(run))
    return list(run[:stop])


def _names(run: Sequence[HeadLine]) -> bool:
    return any(NAMES.search(line.text) for line in run)


def _runs(chosen: Sequence[bool], head: Sequence[HeadLine]) -> Iterator[list[HeadLine]]:
    """Yield the lines that stand together and are chosen."""
    for yes, group in groupby(zip(chosen, head, strict=True), key=lambda each: each[0]):
        if yes:
            yield [line for _, line in group]
