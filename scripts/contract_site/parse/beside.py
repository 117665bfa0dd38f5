"""Find what stands beside the body: appendices, schedules, letters, memoranda, parts with well-known headings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from contract_site.apart.captions import is_capitals
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line
from contract_site.parse import headings
from contract_site.parse.chains import LEAST, STRONG, Chain
from contract_site.parse.judge import hangs
from contract_site.parse.labels import PROSE, Proposal, is_titled
from contract_site.parse.openings import Opening, Opens, is_set_out
from contract_site.parse.printed_numbers import Count, follows
from contract_site.parse.ranks import CLOSING, LETTER, OPENERS, RANKS, SIGNED
from contract_site.parse.setting import Setting

DECIMAL = re.compile(r"\d{1,3}\.\d")
NUMBER_SIGN = re.compile(r"\b[Nn]os?\.\s*")
SEVERAL = re.compile(r"(?:memoranda|(?:side\s+)?letters)\b", re.IGNORECASE)
"""How a heading begins that stands over several letters, none of which it names: ``Memoranda of Understanding``."""
FURTHEST = 2_000
"""Lines behind a heading in which the article around it must go on, if it does."""
FEW = 8
"""Lines between the heading of an appendix and the first of what is counted below its letter."""
MANY_WORDS = 6
"""A heading in plain letters has fewer: ``Supplementary Provisions``."""
LONGEST_HEAD = 3
"""Lines between the heading of a letter and a second line that names its form."""


def find_beside(
    lines: Sequence[Line], proposals: Sequence[Sequence[Proposal]], articles: Chain, setting: Setting
) -> tuple[Opening, ...]:
    """The appendices, schedules, letters and memoranda, in printed order."""
    first = articles.members[0].index if articles.members else -1
    starts = {p.index for p in articles.members}
    found: list[Opening] = []
    for index, line in enumerate(lines):
        opening = _beside_at(index, line, proposals[index]) if index >= first and index not in starts else None
        if opening is None or not _stands_alone(lines, index, setting):
            continue
        if not _repeats(opening, found, lines) and not _inside(opening, articles, proposals, line):
            found.append(opening)
    return tuple(found)


def _beside_at(index: int, line: Line, proposals: Sequence[Proposal]) -> Opening | None:
    text = line.text
    numbered = next((p for p in proposals if p.kind is Kind.BESIDE), None)
    if numbered is not None:
        fits = not numbered.rest or is_titled(numbered.rest) or is_capitals(numbered.rest)
        return Opening(index, Opens.BESIDE, numbered, why=numbered.why) if fits else None
    word = re.match(r"[^\W\d]+", text)
    kind = RANKS.get(word[0].lower()) if word else None
    if CLOSING.match(text):
        return Opening(index, Opens.BESIDE, why=("provisions behind the articles",))
    set_out = is_set_out(line)
    if LETTER.match(text) and text[0].isupper() and (set_out or is_titled(NUMBER_SIGN.sub("", text))):
        return Opening(index, Opens.LETTER, why=("form of a letter or memorandum",))
    if kind is not None and kind[0] is Kind.BESIDE and set_out:
        return Opening(index, Opens.BESIDE, why=("heading without a number",))
    return None


def _stands_alone(lines: Sequence[Line], index: int, setting: Setting) -> bool:
    """Say whether a line may head a document: short, no sentence, and the line before has ended."""
    text = lines[index].text
    if (
        not text
        or len(text) > 110
        or PROSE.search(text)
        or text.endswith((",", ";"))
        or (text.endswith(".") and not (_brief(text) or CLOSING.match(text)))
    ):
        return False
    if index == 0:
        return True
    before = lines[index - 1]
    if hangs(before.text) and not before.text.isupper() and not lines[index].look.heading:
        return False
    look = lines[index].look
    apart = setting.whole or look.gap > setting.gap or look.sheet != before.look.sheet or (look.bold and not before.look.bold)
    ended = not before.text or before.text.endswith((".", ":", ";", "!", "?", ")", "]", "”"))
    return apart or ended or _no_sentence(before.text)


def _brief(text: str) -> bool:
    return len(text) < 60 and is_capitals(text)


def _no_sentence(text: str) -> bool:
    return len(text) < 60 and (is_capitals(text) or headings.is_title(text))


def _repeats(opening: Opening, found: Sequence[Opening], lines: Sequence[Line]) -> bool:
    """Say whether the line only goes on with the head of the document that is open, or names it again on a later page."""
    if not found:
        return False
    before = found[-1]
    if opening.opens is Opens.LETTER and lines[opening.index].look.sheet != lines[before.index].look.sheet:
        return False
    if SEVERAL.match(lines[before.index].text) and not SEVERAL.match(lines[opening.index].text):
        return False
    near = opening.index - before.index - 1 <= LONGEST_HEAD
    between = [line.text for line in lines[before.index + 1 : opening.index]] if near else []
    if near and all(len(text) < 80 and not text.endswith(".") for text in between):
        return opening.opens is Opens.LETTER or (opening.proposal is None and before.opens is Opens.BESIDE)
    if opening.proposal is None or before.proposal is None:
        same = lines[opening.index].text == lines[before.index].text
        return same and opening.opens is Opens.BESIDE and opening.proposal is before.proposal
    return (opening.proposal.scheme.word, opening.proposal.number.key) == (
        before.proposal.scheme.word,
        before.proposal.number.key,
    )


def _inside(opening: Opening, articles: Chain, proposals: Sequence[Sequence[Proposal]], line: Line) -> bool:
    """Say whether an article that is open goes on counting behind the line: then it is a table or heading inside it.

    So is a line that is set as the text is, where the next article follows: a form that is quoted, a schedule that is named.
    """
    behind = bisect_left(articles.members, opening.index, key=attrgetter("index"))
    if not 0 < behind < len(articles.members):
        return False
    if not is_set_out(line) and follows(articles.members[behind - 1].number.key, articles.members[behind].number.key) == 0:
        return True
    before, after = articles.members[behind - 1], min(articles.members[behind].index, opening.index + FURTHEST)
    return any(
        p.number.above == before.number.key and p.score > LEAST for i in range(opening.index, after) for p in proposals[i]
    )


def find_named(lines: Sequence[Line], articles: Chain, beside: Sequence[Opening]) -> Iterator[Opening]:
    """The parts with well-known headings, outside the run of articles."""
    first = articles.members[0].index if articles.members else len(lines)
    last = articles.members[-1].index if articles.members else -1
    # A letter is signed by itself.
    letters = min((each.index for each in beside if each.opens is Opens.LETTER and each.index > last), default=len(lines))
    signed = False
    for index, line in enumerate(lines):
        if first <= index <= last:
            continue
        name = OPENERS.get(line.text.strip(" .:").lower(), "")
        witness = not signed and 0 <= last < index < letters and SIGNED.match(line.text)
        signed = signed or bool(witness)
        if witness or (name and (line.look.heading or line.look.centred or line.look.bold or line.text.isupper())):
            yield Opening(index, Opens.NAMED, name=name or "signatures", why=("well-known heading",))


def of_the_body(
    articles: Chain, others: Sequence[Proposal], beside: Sequence[Opening], every: Sequence[Proposal], lines: Sequence[Line]
) -> Iterator[Proposal]:
    """Yield the articles without those that a document beside the body reprints: its first does not go on with the body's."""
    starts = sorted(opening.index for opening in beside)
    again = [other.index for other in others]
    counted = set(_counted_beside(articles, starts, every, lines))
    for p in articles.members:
        behind = bisect_left(starts, p.index)
        if p.index not in counted and (not behind or bisect_left(again, starts[behind - 1]) == bisect_left(again, p.index)):
            yield p


def _counted_beside(articles: Chain, starts: Sequence[int], every: Sequence[Proposal], lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines with bare numbers that a schedule behind the body counts from 1, though they go on with the body's.

    They are set as text where the body's are set as headings.
    """
    members = articles.members
    if not starts or not members or members[0].scheme.word:
        return
    own = {p.index for p in members}
    scheme = members[0].scheme
    first = [p.index for p in every if p.scheme == scheme and p.number.key == (1,) and p.index not in own]
    for p in members:
        behind = bisect_left(starts, p.index)
        begun = behind and bisect_left(first, starts[behind - 1]) != bisect_left(first, p.index)
        if begun and not _heads(p, lines) and _heads(members[0], lines):
            yield p.index


def _heads(p: Proposal, lines: Sequence[Line]) -> bool:
    return bool(p.listed) or lines[p.index].look.heading > 0 or lines[p.index].look.bold or is_capitals(p.rest)


def passed_over(articles: Chain, every: Sequence[Proposal]) -> list[Proposal]:
    """Headings of articles that leave little doubt and are not in the chain."""
    if not articles.members:
        return []
    members = {p.index for p in articles.members}
    word = articles.members[0].scheme.word
    if not word:
        return [p for p in articles.alike if p.score >= STRONG and p.index not in members]
    return [p for p in every if p.scheme.word == word and p.score >= STRONG and p.index not in members]


def begun_again(
    articles: Chain, others: Sequence[Proposal], beside: Sequence[Opening], lines: Sequence[Line]
) -> Iterator[Opening]:
    """Yield the documents behind the body that count their articles from 1 again without a heading known to us."""
    first = articles.members[0].index if articles.members else 0
    starts = sorted(opening.index for opening in beside)
    for p, after in pairwise(others):
        if p.number.key != (1,) or p.index < first or after.number.key != (2,):
            continue
        open_since = bisect_left(starts, p.index)
        if open_since and starts[open_since - 1] >= first and not _among(others, starts[open_since - 1], p.index):
            continue  # the document that is open counts its own articles
        head = _head_above(p.index, lines)
        if p.counted and DECIMAL.match(lines[head].text):
            continue  # a list that the file counts, below a heading with a number of its own (5.1 Powers)
        if bisect_left(starts, head) == bisect_left(starts, p.index):
            yield Opening(head, Opens.BESIDE, why=("articles begin again at 1",))


def _among(others: Sequence[Proposal], begin: int, end: int) -> bool:
    return any(begin <= other.index < end for other in others)


def lettered(every: Sequence[Proposal], articles: Chain, lines: Sequence[Line]) -> Iterator[Opening]:
    """Yield the appendices that print a letter only, set as headings like the articles before, or with others counted below.

    ``A. Procedure`` above ``A.1 Calling`` is one, and then ``B. Words`` is too.
    """
    level = lines[articles.members[0].index].look.heading if articles.members else 0
    behind = [p for p in every if articles.members and p.index > articles.members[-1].index]
    below = {p.number.above: p.index for p in reversed(behind) if p.number.key == (1,) and p.number.above and p.kind is None}
    expected, counted = 1, False
    for p in behind:
        capital = p.scheme.count is Count.CAPITALS and p.kind is None and not p.number.above and p.number.key == (expected,)
        if not capital or not (p.rest or p.listed):
            continue
        counted = counted or p.index < below.get((-expected,), -1) <= p.index + FEW
        set_out = p.listed or (level and 0 < lines[p.index].look.heading <= level) or (counted and is_titled(p.rest))
        if set_out:
            expected += 1
            yield Opening(p.index, Opens.BESIDE, p, why=p.why)


def _head_above(index: int, lines: Sequence[Line]) -> int:
    """The first of the lines straight above a heading that are set as headings too."""
    top = index
    for above in range(index - 1, max(-1, index - 9), -1):
        line = lines[above]
        if not line.text or len(line.text) > 110 or line.text.endswith((".", ";", ",")):
            break
        if is_set_out(line) or (above == index - 1 and headings.is_title(line.text) and len(line.text.split()) < MANY_WORDS):
            top = above
    return top
