"""What cites each place: the references of all editions turned round, each with its sentence and what that says of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.link.lead_ins import blocks_with_leads
from contract_site.link.relation_words import CITES, relation_of, relation_of_led, relation_of_title
from contract_site.link.sentences import bounds_around, sentence_bounds, shortened
from contract_site.model.citation import Backlink, Citation, Form, Links, Reference, Resolved, Target
from contract_site.model.document import Block, Edition, Part
from contract_site.model.editorial import RelationChoice
from contract_site.model.finding import SettingsError

BETWEEN_MEMBERS = re.compile(
    r"\s*+(?:[,&](?:\s*(?:and/or|and|or)\b)?|(?:and/or|and|or)\b)\s*(?:(?:the\s+)?[Aa]rticles?\s+|[Ss]ections?\s+)?"
)
"""What stands between the members of one list of citations."""

Backlinks = Mapping[Target, tuple[Backlink, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A block whose words cite, with the words that lead to it and the choices of editors on it."""

    block: Block
    lead: str
    """The text that leads to it, if it is an entry of a list; else empty."""
    bounds: tuple[tuple[int, int], ...]
    """Its sentences."""
    lists: Mapping[int, tuple[int, int]]
    """By the start of each citation: the list it is a member of; what is said of one member is said of all."""
    choices: tuple[RelationChoice, ...]


def turn_round(editions: Mapping[str, Edition], links: Mapping[str, Links]) -> Backlinks:
    """Return what cites each target, in printed order; a provision's citation of what it stands in does not count.

    A memorandum whose title names a provision cites it with its title.
    """
    found: defaultdict[Target, dict[tuple[str, str, str, str, str], Backlink]] = defaultdict(dict)
    for slug, edition in editions.items():
        for target, backlink in (*_of_titles(slug, links[slug]), *_of_blocks(edition, links[slug])):
            key = (backlink.slug, backlink.page, backlink.block, backlink.provision, backlink.sentence)
            if key not in found[target] or found[target][key].relation == CITES:
                found[target][key] = backlink
    return {target: tuple(backlinks.values()) for target, backlinks in found.items()}


def check_relations(edition: Edition, links: Links) -> None:
    """Raise SettingsError if an editor says what words do that do not stand there once, or in which nothing is linked."""
    grouped = links.by_block()
    for choice in edition.relations:
        place = f"references.toml of {edition.slug}: relation '{choice.text}' in {choice.provision}"
        held = [(part, block) for part, _, block in edition.blocks() if _speaks_of(choice, part, block)]
        if len(held) != 1 or held[0][1].text.count(choice.text) != 1:
            raise SettingsError(f"{place}: these words do not stand there, or more than once; correct or remove the entry")
        part, block = held[0]
        references = [each.resolution for each in grouped.get((part.id, block.anchor), ())]
        if not any(isinstance(each, Resolved) and _holds(choice, block, each.citation) for each in references):
            raise SettingsError(f"{place}: no link stands in these words; give more of them, or remove the entry")


def _of_titles(slug: str, links: Links) -> Iterator[tuple[Target, Backlink]]:
    for title, reference in links.titles:
        if isinstance(reference.resolution, Resolved):
            relation = relation_of_title(title)
            for target in reference.resolution.targets:
                yield target, Backlink(slug, reference.page, reference.provision, reference.block, title, relation)


def _of_blocks(edition: Edition, links: Links) -> Iterator[tuple[Target, Backlink]]:
    grouped = links.by_block()
    for part, _, block, lead in blocks_with_leads(edition):
        if references := grouped.get((part.id, block.anchor)):
            choices = tuple(choice for choice in edition.relations if _speaks_of(choice, part, block))
            told = _Told(block, lead, sentence_bounds(block.text), dict(_lists(references, block.text)), choices)
            for reference in references:
                for target in _targets(reference, edition.slug):
                    yield target, _backlink(edition.slug, reference, told)


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


def _backlink(slug: str, reference: Reference, told: _Told) -> Backlink:
    citation = reference.resolution.citation
    sentence, relation = _said(told, citation)
    chosen = next((choice.relation for choice in told.choices if _holds(choice, told.block, citation)), "")
    if citation.form is Form.MEMO_PAGE:
        relation = "noted"
    return Backlink(slug, reference.page, reference.provision, reference.block, sentence, chosen or relation)


def _said(told: _Told, citation: Citation) -> tuple[str, str]:
    """The sentence around a citation, with the lead-in of an entry that says no more than the citation, and its relation."""
    text = told.block.text
    start, end = told.lists[citation.start]
    begin, stop = bounds_around(told.bounds, start, end)
    sentence = shortened(text, bounds_around(told.bounds, citation.start, citation.end), citation.start, citation.end)
    if not told.lead or text[:start].strip() or text[end:].strip(" .,;"):
        return sentence, relation_of(text[begin:stop], start - begin, end - begin)
    lead = told.lead[slice(*sentence_bounds(told.lead)[-1])]
    return f"{shortened(lead, (0, len(lead)), len(lead), len(lead))} {sentence}", relation_of_led(lead)


def _lists(references: Sequence[Reference], text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    run: list[Citation] = []
    for reference in references:
        citation = reference.resolution.citation
        if run and not BETWEEN_MEMBERS.fullmatch(text, run[-1].end, citation.start):
            yield from ((member.start, (run[0].start, run[-1].end)) for member in run)
            run = []
        run.append(citation)
    yield from ((member.start, (run[0].start, run[-1].end)) for member in run)


def _speaks_of(choice: RelationChoice, part: Part, block: Block) -> bool:
    in_part = choice.page == part.id or (not choice.page and part.in_body)
    return in_part and choice.provision == block.anchor


def _holds(choice: RelationChoice, block: Block, citation: Citation) -> bool:
    start = block.text.find(choice.text)
    return start <= citation.start and citation.end <= start + len(choice.text)
