"""What printed explanations cite: the same grammar as for the parties' words, kept apart from their references.

An explanation is one party's account of a provision. Its citations are links, but they are not the parties' citing: nothing
is said to be "cited by" it. It stands at the provision that it explains, so ``Paragraph 2`` there is that paragraph itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from contract_site.link.citable import Tree
from contract_site.link.find import find_citations
from contract_site.link.resolve import resolve
from contract_site.link.standpoint import Standpoint
from contract_site.model.citation import Citation, Form, Reference, Resolution, Resolved, Target, Unresolved
from contract_site.model.document import Edition, Explanation
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.finding import Finding, SettingsError

Explained = Mapping[int, Sequence[Reference]]
"""The references of an edition's explanations, by the source offset at which the words of their paragraph begin."""

FORMER = re.compile(r"\b(?:former|old)\s+(?:[\"“]?\w+[\"”]?\s+)?$", re.IGNORECASE)
"""Words before a citation that make it one of the agreement that was replaced: ``former Section G``."""
OF_THE_FORMER = re.compile(r"\.?,?\s+(?:(?:of|in)\s+the\s+)?(?:former|old)\s+agreement\b", re.IGNORECASE)
"""The same behind it: ``Paragraph 4 of the old agreement``."""


def link_explanations(edition: Edition, trees: Mapping[str, Tree]) -> Explained:
    """Return the references of every explanation of an edition.

    Raises SettingsError if an editor's choice speaks of words that are not there, or leads to a place that is not there.
    """
    found: dict[int, Sequence[Reference]] = {}
    used: set[tuple[str, str, str]] = set()
    for explanation in edition.explanations:
        here = _standpoint(edition, explanation, trees)
        choices = [choice for choice in edition.references if _speaks_of(choice, explanation, here)]
        for words in explanation.words:
            references = tuple(_of_paragraph(edition, here, words.text, choices, trees))
            found[words.start_of_text] = references
            used |= {(here.part.id, here.trail[-1].anchor, each.resolution.citation.text) for each in references}
    _check_used(edition, used)
    return found


def explanation_findings(edition: Edition, explained: Explained) -> Iterator[Finding]:
    """Yield a finding for each citation of an explanation that is not linked, and why."""
    for start, references in explained.items():
        for resolution in (reference.resolution for reference in references):
            if isinstance(resolution, Unresolved):
                line = edition.source.line_number(start)
                words = f"'{resolution.citation.text}' in an explanation is not linked: {resolution.reason}"
                yield Finding(edition.source.name, line, "L201", words)


def _standpoint(edition: Edition, explanation: Explanation, trees: Mapping[str, Tree]) -> Standpoint:
    tree = trees[edition.slug]
    part = next(part for part in edition.parts if part.id == explanation.page)
    columns = edition.settings.columns
    cited = trees.get(columns.cites) if columns and columns.cites else None
    order = tree.places[part.id, explanation.anchor]
    return Standpoint(tree, part, part.root.trail(explanation.anchor), cited, order)


def _of_paragraph(
    edition: Edition, here: Standpoint, text: str, choices: Sequence[ReferenceChoice], trees: Mapping[str, Tree]
) -> Iterator[Reference]:
    chosen = [citation for choice in choices if (citation := _pointed_out(choice, text)) is not None]
    cited = [
        c
        for c in find_citations(text, edition.documents, family=edition.family)
        if not any(_overlap(c, other) for other in chosen)
    ]
    for citation in sorted([*chosen, *cited], key=lambda each: each.start):
        choice = next((choice for choice in choices if choice.text == citation.text), None)
        resolution = _chosen(edition, choice, citation, trees) if choice else _by_rule(edition, citation, here, text)
        if resolution is not None:
            yield Reference(here.part.id, here.trail[-1].anchor, here.trail[-1].anchor, resolution)


def _by_rule(edition: Edition, citation: Citation, here: Standpoint, text: str) -> Resolution | None:
    if FORMER.search(text, 0, citation.start) or OF_THE_FORMER.match(text, citation.end):
        return Unresolved(citation, "the agreement that was replaced is meant")
    columns = edition.settings.columns
    other = bool(columns and columns.cites)
    if other and here.national is None and citation.form is not Form.EXTERNAL:
        return Unresolved(citation, "the edition that is meant is not here")
    if other and citation.form not in (Form.ARTICLE, Form.DOTTED, Form.EXTERNAL):
        return Unresolved(citation, "another edition is meant; say which provision with a [[reference]]")
    own = here.trail[-1].anchor
    if citation.form in (Form.PARAGRAPH, Form.SECTION) and f".{own}".endswith(f".{'.'.join(citation.path)}"):
        return Resolved(citation, (Target(here.tree.slug, here.part.id, own),))
    return resolve(citation, here)


def _pointed_out(choice: ReferenceChoice, text: str) -> Citation | None:
    """The words of an editor's choice, where they stand in the text once."""
    if text.count(choice.text) != 1:
        return None
    start = text.index(choice.text)
    return Citation(text=choice.text, start=start, end=start + len(choice.text), form=Form.CHOSEN, path=())


def _overlap(one: Citation, other: Citation) -> bool:
    return one.start < other.end and other.start < one.end


def _chosen(edition: Edition, choice: ReferenceChoice, citation: Citation, trees: Mapping[str, Tree]) -> Resolution:
    if not choice.to:
        return Unresolved(citation, choice.note or "editors link it nowhere", choice.note)
    targets = [_target(edition, choice, place, trees) for place in choice.to]
    if None in targets:
        return Unresolved(citation, "the edition that is meant is not here")
    return Resolved(citation, tuple(filter(None, targets)), choice.note)


def _target(edition: Edition, choice: ReferenceChoice, place: str, trees: Mapping[str, Tree]) -> Target | None:
    """Where editors say that words lead; None if that edition is not read."""
    slug, _, rest = place.rpartition(":")
    tree = trees.get(slug or edition.slug)
    if tree is None:
        return None
    page, _, anchor = rest.partition("#")
    if "#" not in rest:
        page, anchor = tree.body.get(rest, ""), rest
    if (page, anchor) not in tree.places:
        raise SettingsError(f"{_named(edition, choice)}: leads to '{place}', which is not there; correct to")
    return Target(tree.slug, page, anchor)


def _speaks_of(choice: ReferenceChoice, explanation: Explanation, here: Standpoint) -> bool:
    in_part = choice.page == explanation.page or (not choice.page and here.part.in_body)
    return choice.explanation and in_part and choice.provision == explanation.anchor


def _check_used(edition: Edition, used: set[tuple[str, str, str]]) -> None:
    stands = {(anchor, text) for _, anchor, text in used}
    for choice in edition.references:
        if choice.explanation and (choice.provision, choice.text) not in stands:
            raise SettingsError(
                f"{_named(edition, choice)}: these words do not stand in its explanation, or more than once; "
                "correct or remove the entry"
            )


def _named(edition: Edition, choice: ReferenceChoice) -> str:
    return f"references.toml of {edition.slug}: reference '{choice.text}' in the explanation of {choice.provision}"
