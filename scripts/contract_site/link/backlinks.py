"""What cites each place: the references of all editions turned round, each with its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from contract_site.model.citation import Backlink, Form, Links, Reference, Resolved, Target
from contract_site.model.document import Block, Edition

RELATIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("suspends", re.compile(r"\b(?:suspend\w*|lifted|waive[sd]?|moratorium)\b", re.IGNORECASE)),
    (
        "adds",
        re.compile(
            r"\b(?:[Aa]dd(?:ed|s)?\s+(?:to|the following)|amended to (?:add|include)|incorporated (?:into|as))\b", re.IGNORECASE
        ),
    ),
    ("amends", re.compile(r"\b(?:amend\w*|modif(?:y|ied|ies)|revis(?:e|ed)|replaced|chang(?:e|ed|es) to)\b", re.IGNORECASE)),
    ("interprets", re.compile(r"\b(?:interpret\w*|JCIM|Answer:|means\b|clarif\w*)", re.IGNORECASE)),
    (
        "applies",
        re.compile(
            r"\b(?:appl(?:y|ies|ying|ied|icable)|pursuant to|in accordance with|consistent with|under)\b", re.IGNORECASE
        ),
    ),
)
"""Words of the sentence that say what a memorandum does to what it cites, the strongest first."""
SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+(?=[“\"(\[]?[A-Z•])")
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|No|Nos|e\.g|i\.e|Jr|Re)\.|[A-Z]\.)\s*$")
LONGEST = 280

Backlinks = Mapping[Target, tuple[Backlink, ...]]


def turn_round(editions: Mapping[str, Edition], links: Mapping[str, Links]) -> Backlinks:
    """Return what cites each target, in printed order; a provision's citation of what it stands in does not count."""
    found: defaultdict[Target, list[Backlink]] = defaultdict(list)
    for slug, edition in editions.items():
        blocks = {(part.id, block.anchor): block for part, _, block in edition.blocks()}
        for reference in links[slug].references:
            for target in _targets(reference, slug):
                backlink = _backlink(slug, reference, blocks[reference.page, reference.block])
                if backlink not in found[target]:
                    found[target].append(backlink)
    return {target: tuple(backlinks) for target, backlinks in found.items()}


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence that holds ``text[start:end]``, at most about 280 characters of it, cut at words."""
    begin = 0
    stop = len(text)
    for match in SENTENCE_END.finditer(text):
        if ABBREVIATION.search(text[: match.start()]):
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end:
            stop = match.start()
            break
    if stop - begin <= LONGEST:
        return text[begin:stop].strip()
    left = max(begin, start - LONGEST // 2)
    right = min(stop, max(end, left + LONGEST))
    left = left if left == begin else text.find(" ", left, start) + 1 or left
    right = right if right == stop else text.rfind(" ", end, right) if " " in text[end:right] else right
    return ("…" if left > begin else "") + text[left:right].strip() + ("…" if right < stop else "")


def relation_of(sentence: str) -> str:
    """Return what the sentence says it does to what it cites: the first relation its words name, else ``mentions``."""
    return next((name for name, words in RELATIONS if words.search(sentence)), "mentions")


def _targets(reference: Reference, slug: str) -> Iterator[Target]:
    resolution = reference.resolution
    if not isinstance(resolution, Resolved) or resolution.citation.form is Form.ENCLOSING:
        return
    for target in resolution.targets:
        inside = target.slug == slug and target.page == reference.page
        if not (inside and _covers(target.anchor, reference.provision)):
            yield target


def _covers(anchor: str, provision: str) -> bool:
    return provision == anchor or provision.startswith(f"{anchor}.") or not anchor


def _backlink(slug: str, reference: Reference, block: Block) -> Backlink:
    citation = reference.resolution.citation
    sentence = sentence_around(block.text, citation.start, citation.end)
    relation = "noted" if citation.form is Form.MEMO_PAGE else relation_of(sentence)
    return Backlink(slug, reference.page, reference.provision, reference.block, sentence, relation)
