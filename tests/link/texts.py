"""Builders for the tests of linking: a sentence or a small text in, lines of what its words point to out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.parse.texts import FAMILY, an_editorial, parse_text

from contract_site.link.citable import plant
from contract_site.link.find import find_citations
from contract_site.link.references import link_edition
from contract_site.model.citation import Ambiguous, Citation, External, Links, Reference, Resolved, Target
from contract_site.model.document import Edition
from contract_site.model.editorial import DocumentName

CASES = Path(__file__).parents[1] / "cases" / "link"
DOCUMENTS = (
    DocumentName(name="ELM", words=("Employee and Labor Relations Manual", "ELM")),
    DocumentName(name="2010 National Agreement", words=("2010 National Agreement",), own=True),
)
"""What the editors of the invented agreements say of documents."""


def read_cases(folder: str) -> Iterator[tuple[str, str, str]]:
    """Title with its file's name, text and expected lines of each case; a full stop on its own line stands between them."""
    for path in sorted((CASES / folder).glob("*.md")):
        parts = re.split(r"(?m)^\.\n", path.read_text(encoding="utf-8"))
        assert len(parts) % 3 == 1, f"{path.name}: a case lacks one of its three full stops"
        for before, text, lines in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield f"{path.stem}: {before.strip().splitlines()[-1]}", text.rstrip("\n"), lines.rstrip("\n")


def an_edition(text: str, *, slug: str = "invented", layout: str = "lines", implements: str = "", **tables: object) -> Edition:
    """An invented agreement parsed from a text; ``tables`` are what its editors decided."""
    editorial = an_editorial(layout, **{"documents": DOCUMENTS, **tables})
    parties = ("American Postal Workers Union, AFL-CIO", "United States Postal Service")
    settings = replace(editorial.agreement, slug=slug, implements=implements, parties=parties)
    return parse_text(text, replace(editorial, agreement=settings))


def links_of(*editions: Edition) -> dict[str, Links]:
    """The links of editions that are read together, by slug."""
    trees = {edition.slug: plant(edition) for edition in editions}
    return {edition.slug: link_edition(edition, trees) for edition in editions}


def citations_of(sentence: str) -> list[str]:
    """What a sentence cites, a line each: ``words -> form path``, then direction and where a range begins."""
    return [f"{citation.text} -> {_cited(citation)}" for citation in find_citations(sentence, DOCUMENTS, family=FAMILY)]


def references_of(*editions: Edition) -> list[str]:
    """What the first edition's words point to, a line each: ``block: words -> targets`` or why there is no link."""
    first = editions[0]
    return [f"{_place(each)}: {_means(each, first.slug)}" for each in links_of(*editions)[first.slug].references]


def targets_of(reference: Reference) -> tuple[Target, ...]:
    return reference.resolution.targets if isinstance(reference.resolution, Resolved) else ()


def shown(target: Target, slug: str) -> str:
    """A target as tests write it: an anchor of the main body, else ``page#anchor``; another edition's slug before it."""
    body = re.fullmatch(r"(?:article|item)-\w+", target.page) is not None
    place = target.anchor if body else f"{target.page}#{target.anchor}"
    return place if target.slug == slug else f"{target.slug}:{place}"


def _cited(citation: Citation) -> str:
    if citation.document:
        return f"{citation.form} {citation.document}"
    words = [citation.form, ".".join(citation.path)]
    words += ["from", ".".join(citation.range_from)] if citation.range_from else []
    words += ["doubtful"] if citation.doubt else []
    return " ".join([*words, *({-1: ["above"], 1: ["below"]}.get(citation.direction, []))])


def _place(reference: Reference) -> str:
    return reference.block if reference.page.startswith(("article-", "item-")) else f"{reference.page}#{reference.block}"


def _means(reference: Reference, slug: str) -> str:
    resolution = reference.resolution
    if isinstance(resolution, Resolved):
        means = ", ".join(shown(target, slug) for target in resolution.targets)
    elif isinstance(resolution, External):
        means = f"external {resolution.document}"
    else:
        kind = "ambiguous" if isinstance(resolution, Ambiguous) else "unresolved"
        means = f"{kind}: {resolution.reason}"
    return f"{resolution.citation.text} -> {means}"
