"""Say what is doubtful about a chosen outline: headings that open nothing, numbers that skip, parts that are too large."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from contract_site.model.finding import Finding
from contract_site.model.source import SourceText
from contract_site.parse.chains import HUNDRED
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.labels import Proposal
from contract_site.parse.openings import Opens
from contract_site.parse.printed_numbers import Count, follows
from contract_site.parse.ways import DEEPEST

SURE = 1.1
"""What a line says for itself from which on it looks like a heading."""
LIKELY = 0.3
"""The same, where no article was found at all: better one line too many is named than none."""
HUGE = 0.4
"""Share of a text that no single part should hold."""
LONG = 20_000
"""Characters. Only a text as long as this is looked at for parts that are too large."""
MANY = 8
"""Labels of one kind that stay text and are more than a chance."""
NEAR = 2
"""How far above the last a number may stand and be one of the text: a sentence's ``3.`` at the beginning of its line."""
COLUMN = 3
"""Labels without text from which on they are a column that a scan read apart from its texts."""
SHOWN = 8
"""Lines that one finding names."""

LEFT_EMPTY = re.compile(
    r"\b(?:reserved?|deleted|repealed|revoked|rescinded|cancelled|omitted|vacant|void|blank|unused|not\s+used|no\s+longer"
    r"|réserv[ée]e?|supprimée?|abrogée?|sans\s+objet|derogad[oa]|suprimid[oa]|entfallen|weggefallen|aufgehoben|abrogat[oa])\b"
    r"|исключ|утратил",
    re.IGNORECASE,
)
"""How the heading of an article that was taken out says so."""
MISSING = re.compile(r"missing (?:after|before)")
"""What a label says of itself whose list skips numbers."""


def doubts(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Yield a finding for everything about the outline that a person should look at."""
    yield from _no_structure(outline, source)
    yield from _skips(outline, source)
    yield from _misread(outline, source)
    yield from _unopened(outline, source)
    yield from _unlabelled(outline, source)
    yield from _ahead(outline, source)
    yield from _lone_numbers(outline, source)
    yield from _labels_apart(outline, source)
    yield from doubts_of_extent(outline, source)


def doubts_of_extent(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Yield a finding for each part that may begin or end elsewhere than it does; editors' named parts are asked this, too."""
    yield from _huge(outline, source)
    yield from _empty(outline, source)


def too_deep(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Yield a finding where labels are text because they would stand too deep."""
    for index in outline.too_deep[:1]:
        message = (
            f"labels would stand more than {DEEPEST - 1} deep from here on; those stay text; look at the labels above them"
        )
        yield Finding(source.name, outline.lines[index].number, "P202", message)


def found_structure(outline: Outline) -> bool:
    """Say whether any article, document beside articles, or chapter that the file marks was found."""
    return any(_is_found(part, outline) for part in outline.parts)


def _is_found(part: ChosenPart, outline: Outline) -> bool:
    opens, marked = part.opening.opens, outline.lines[part.opening.index].look.heading > 0
    return opens in (Opens.ARTICLE, Opens.BESIDE, Opens.LETTER) or (opens is Opens.GROUP and marked)


def _no_structure(outline: Outline, source: SourceText) -> Iterator[Finding]:
    if found_structure(outline) or not outline.lines:
        return
    likely = sorted({p.index for line in outline.proposals for p in line if p.score > LIKELY and not p.begin})
    lines = _listed(outline, likely) if likely else "none"
    message = f"no article was found; lines that look like headings: {lines}; give an outline, or correct the headings"
    yield Finding(source.name, 1, "P401", message)


def _skips(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Numbers of articles, and of labels in one list, that are not there."""
    articles = [
        part.opening.proposal for part in outline.parts if part.opening.opens is Opens.ARTICLE and part.opening.proposal
    ]
    for before, after in pairwise(articles):
        missing = follows((before.through,) if before.through else before.number.key, after.number.key)
        hundreds = before.number.key[0] % HUNDRED == after.number.key[0] % HUNDRED == 0 and missing == HUNDRED - 1
        if missing > 0 and before.number.above == after.number.above and not hundreds:
            yield _at(
                outline, source, after, "P403", f"{missing} missing between {before.number.value} and {after.number.value}"
            )
    for part in outline.parts:
        for choice, _ in part.labels:
            if skip := next((why for why in choice.why if MISSING.search(why)), ""):
                yield _at(outline, source, choice.proposal, "P403", f"{choice.proposal.number.value}: {skip}")


def _misread(outline: Outline, source: SourceText) -> Iterator[Finding]:
    chosen = [part.opening.proposal for part in outline.parts if part.opening.proposal]
    chosen += [choice.proposal for part in outline.parts for choice, _ in part.labels]
    for proposal in chosen:
        if proposal.number.mended:
            printed = proposal.label_in(outline.lines[proposal.index].text)
            message = (
                f"'{printed}' is taken for {proposal.number.value}, as its neighbours count; correct it in corrections.toml"
            )
            yield _at(outline, source, proposal, "P404", message)


def _unopened(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Lines that look like headings of one kind and open nothing, one finding a kind."""
    opened = {part.opening.index for part in outline.parts}
    opened |= {choice.proposal.index for part in outline.parts for choice, _ in part.labels}
    heads = {part.opening.index + k for part in outline.parts for k in range(1, part.title.below + 1)}
    found: dict[str, list[int]] = defaultdict(list)
    for line in outline.proposals:
        for p in line[:1]:
            if p.kind is not None and p.score >= SURE and p.index not in opened | heads:
                found[p.scheme.shown].append(p.index)
    for shown, indices in found.items():
        message = f"{len(indices)} line(s) look like headings '{shown}' and open nothing: {_listed(outline, indices)}"
        yield Finding(source.name, outline.lines[indices[0]].number, "P402", message)


def _unlabelled(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Labels of one kind that open nothing, where they are many and more than those that open something."""
    opened = _opened(outline)
    used = _used(outline)
    found: dict[str, list[int]] = defaultdict(list)
    for line in outline.proposals:
        for p in line[:1]:
            if p.kind is None and p.scheme.marks and p.score >= 0 and p.index not in opened:
                found[p.scheme.shown].append(p.index)
    for shown, indices in found.items():
        if _are_many(indices, used[shown]):
            message = f"{len(indices)} lines begin with a label '{shown}' and stay text: {_listed(outline, indices)}"
            yield Finding(source.name, outline.lines[indices[0]].number, "P402", message)


def _ahead(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Bare numbers before words that stand behind a gap too wide for the search, and so stay text: 51 after 4."""
    opened, used = _opened(outline), _used(outline)
    last: dict[str, int] = {}
    found: dict[str, list[int]] = defaultdict(list)
    for line in outline.proposals:
        for p in line:
            shown = p.scheme.shown
            if p.number.key and p in opened.get(p.index, ()):
                last[shown] = p.number.key[0]
            elif p.index not in opened and _stands_ahead(p, last.get(shown)):
                found[shown].append(p.index)
    for shown, indices in found.items():
        if not _are_many(indices, used[shown]):
            message = (
                f"{len(indices)} line(s) begin with a number '{shown}' far ahead of the one before and stay text: "
                f"{_listed(outline, indices)}; keep a row in outline.tsv for each that is a heading or label"
            )
            yield Finding(source.name, outline.lines[indices[0]].number, "P402", message)


def _stands_ahead(p: Proposal, last: int | None) -> bool:
    """Say whether a reading is a bare number and a mark before words, far above the last that opened something."""
    bare = p.kind is None and p.scheme.count is Count.NUMBERS and bool(p.scheme.marks) and not (p.begin or p.hung)
    return bare and p.score >= 0 and p.rest[:1].isupper() and last is not None and p.number.key[0] > last + NEAR


def _opened(outline: Outline) -> dict[int, list[Proposal]]:
    """The readings that open something, by their lines; lines of titles and of parts without a label have none."""
    opening = [(part.opening.index, part.title, part.opening.proposal) for part in outline.parts]
    labels = [(each.proposal.index, title, each.proposal) for part in outline.parts for each, title in part.labels]
    heads = [*opening, *labels]
    opened: dict[int, list[Proposal]] = {index + k: [] for index, title, _ in heads for k in range(title.below + 1)}
    for index, _, proposal in heads:
        opened[index] += [proposal] if proposal is not None else []
    return opened


def _used(outline: Outline) -> Counter[str]:
    """How many labels open something, by their schemes."""
    return Counter(choice.proposal.scheme.shown for part in outline.parts for choice, _ in part.labels)


def _are_many(indices: Sequence[int], used: int) -> bool:
    return len(indices) > max(MANY, used)


def _huge(outline: Outline, source: SourceText) -> Iterator[Finding]:
    whole = sum(len(line.text) for line in outline.lines)
    if whole < LONG or len(outline.parts) < 2:
        return
    for part in outline.parts:
        share = _size(part, outline) / whole
        if share > HUGE:
            message = f"{share:.0%} of the text stands in the part that begins here; headings in it may be unread"
            yield Finding(source.name, outline.lines[part.opening.index].number, "P405", message)


def _empty(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Articles and documents beside them that are a heading and nothing else, and do not say why."""
    for part in outline.parts:
        first = part.opening.index + 1 + part.title.below
        named = part.opening.opens in (Opens.ARTICLE, Opens.BESIDE, Opens.LETTER)
        if not named or first < part.end or not _is_title_only(part):
            continue
        line = outline.lines[part.opening.index]
        if LEFT_EMPTY.search(" ".join(each.text for each in outline.lines[part.opening.index : first])) is None:
            message = f"'{line.text[:40]}' has no text; it may only name a part that stands elsewhere, or its text is another's"
            yield Finding(source.name, line.number, "P409", message)


def _is_title_only(part: ChosenPart) -> bool:
    """Say whether the words on a part's first line are no text: a title, or nothing behind the number."""
    proposal = part.opening.proposal
    return proposal is None or not proposal.rest or part.title.on_line


def _size(part: ChosenPart, outline: Outline) -> int:
    return sum([len(line.text) for line in outline.lines[part.opening.index : part.end]])


def _lone_numbers(outline: Outline, source: SourceText) -> Iterator[Finding]:
    opened = {choice.proposal.index for part in outline.parts for choice, _ in part.labels}
    opened |= {part.opening.index for part in outline.parts}
    lone = [i for i, line in enumerate(outline.lines) if line.text.isdigit() and len(line.text) < 4 and i not in opened]
    if len(lone) > 2:
        message = (
            f"{len(lone)} numbers alone on their lines stay in the text: {_listed(outline, lone)}; they may be pages or labels"
        )
        yield Finding(source.name, outline.lines[lone[0]].number, "P406", message)


def _labels_apart(outline: Outline, source: SourceText) -> Iterator[Finding]:
    """Labels straight below each other with no text between: a scan put them before the texts that they belong to."""
    for part in outline.parts:
        empty = [c.proposal for c, title in part.labels if not c.proposal.rest and not title.below and not c.proposal.counted]
        run: list[Proposal] = []
        for p in (*empty, None):
            if p is not None and (not run or (p.index == run[-1].index + 1 and p.scheme == run[-1].scheme)):
                run.append(p)
                continue
            if len(run) >= COLUMN:
                message = f"{len(run)} labels stand below each other without their texts; put each before its text in the file"
                yield _at(outline, source, run[0], "P410", message)
            run = [p] if p is not None else []


def _at(outline: Outline, source: SourceText, proposal: Proposal, code: str, message: str) -> Finding:
    return Finding(source.name, outline.lines[proposal.index].number, code, message)


def _listed(outline: Outline, indices: Sequence[int]) -> str:
    """The lines by number with their words, the first few of them."""
    shown = [f"line {outline.lines[i].number} '{outline.lines[i].text[:40]}'" for i in indices[:SHOWN]]
    return ", ".join(shown) + (f" and {len(indices) - SHOWN} more" if len(indices) > SHOWN else "")
