"""Resolve citations against the tree: a target exists exactly once, or there is no link.

A path that begins with an article is looked up in the main body. A relative path is looked up below the provision where it
stands, then outwards from it, never from what was cited last. ``above`` and ``below`` must be true of the target.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contract_site.link.find import find_citations
from contract_site.link.memo_names import Patterns, find_memo_names, title_patterns
from contract_site.model.citation import (
    Ambiguous,
    Citation,
    External,
    Form,
    Links,
    Reference,
    Resolution,
    Resolved,
    Target,
    Unresolved,
)
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision, Rank
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.finding import Finding, SettingsError


@dataclass(frozen=True, slots=True)
class Tree:
    """An edition's provisions by page and anchor, with their order in print."""

    slug: str
    places: Mapping[tuple[str, str], int]
    """Order in print of every provision, by page and anchor."""
    body: Mapping[str, str]
    """Page of every provision of the main body, by anchor."""
    lower: Mapping[str, Sequence[str]]
    """Anchors of the main body by their lower-case form, for ``Section 1.c`` where ``C.`` is printed."""
    steps: Mapping[str, Sequence[Target]]
    """Steps of procedures, by their name (``step-2``)."""
    tables: Mapping[str, Sequence[Target]]
    parts: Mapping[str, Target]
    """Appendices and attachments, by name (``appendix-a``)."""
    memo_pages: Mapping[int, Sequence[Target]]
    """Memoranda by every printed page they stand on."""
    memo_starts: Mapping[int, Sequence[Target]]
    titles: Patterns = ()
    """What finds memoranda by title; the paths of their citations are ``memo:<page>`` or ``listed:<title>``."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where a citation stands: its edition's tree, its part, the trail of provisions from the part's root down."""

    tree: Tree
    part: Part
    trail: tuple[Provision, ...]
    national: Tree | None
    """For a local memorandum: the agreement that its ``Article`` means."""
    order: int = 0
    """Order in print of the last provision that begins at or before the citation's block."""


def plant(edition: Edition) -> Tree:
    """Return what can be cited in an edition."""
    places: dict[tuple[str, str], int] = {}
    body: dict[str, str] = {}
    steps: defaultdict[str, list[Target]] = defaultdict(list)
    tables: defaultdict[str, list[Target]] = defaultdict(list)
    for order, (part, provision) in enumerate(edition.provisions()):
        places[part.id, provision.anchor] = order
        if part.container == "body":
            body[provision.anchor] = part.id
        if provision.rank is Rank.STEP and part.container == "body":
            steps[provision.pinpoint.steps[-1].value].append(Target(edition.slug, part.id, provision.anchor))
        for block in provision.blocks:
            if block.table is not None and block.table.name:
                tables[block.anchor].append(Target(edition.slug, part.id, block.anchor))
    return Tree(
        edition.slug,
        places,
        body,
        _lower(body),
        steps,
        tables,
        dict(_named_parts(edition)),
        *_memoranda(edition),
        title_patterns(dict(_titles(edition))),
    )


def link_edition(edition: Edition, trees: Mapping[str, Tree]) -> Links:
    """Return every reference of an edition, in printed order."""
    tree = trees[edition.slug]
    national = trees.get(edition.settings.implements)
    references: list[Reference] = []
    for part in edition.parts:
        for trail in _trails((part.root,)):
            here = Standpoint(tree, part, trail, national)
            order = tree.places[part.id, trail[-1].anchor]
            for piece in trail[-1].body:
                if isinstance(piece, Provision):
                    order = max(tree.places[part.id, below.anchor] for below in piece.walk())
                else:
                    references += _of_block(edition, replace(here, order=order), piece)
    return Links(tuple(references))


def _of_block(edition: Edition, here: Standpoint, block: Block) -> Iterator[Reference]:
    if block.kind is BlockKind.CAPTION:
        return
    text = block.text
    named = find_memo_names(text, here.tree.titles)
    cited = [c for c in find_citations(text, edition.documents) if not _within(c, named)]
    if block.table is not None:  # salary tables are full of numbers: only words that name an article count
        forms = (Form.ARTICLE, Form.STEP) if block.table.lists else (Form.ARTICLE,)
        cited = [c for c in cited if c.form in forms]
    for citation in sorted([*named, *cited], key=lambda c: c.start):
        choice = _choice(edition.references, here, block, citation)
        resolution = _chosen(choice, citation, here) if choice else resolve(citation, here)
        if resolution is not None:
            yield Reference(here.part.id, here.trail[-1].anchor, block.anchor, resolution)


def resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means; None if it only names the place where it stands."""
    match citation.form:
        case Form.EXTERNAL:
            return External(citation, citation.document)
        case Form.ELSEWHERE:
            return Unresolved(citation, f"in a document that is only called '{citation.document}' here")
        case Form.ARTICLE | Form.DOTTED:
            return _absolute(citation, here.national or here.tree)
        case Form.ITEM:
            return _absolute(citation, here.tree)
        case Form.SECTION | Form.PARAGRAPH | Form.LABEL:
            return _relative(citation, here)
        case _:
            return BY_NAME[citation.form](citation, here)


# Each form -----------------------------------------------------------------------------------------------------------


def _absolute(citation: Citation, tree: Tree) -> Resolution:
    for path in (citation.path, *citation.shorter):
        anchors = _range(citation, path)
        if all(anchor in tree.body for anchor in anchors):
            targets = tuple(Target(tree.slug, tree.body[anchor], anchor) for anchor in anchors)
            return Resolved(_cut(citation, path), targets)
        if len(found := tree.lower.get(".".join(path).lower(), ())) == 1:
            return Resolved(_cut(citation, path), (Target(tree.slug, tree.body[found[0]], found[0]),))
    return Unresolved(citation, f"{tree.slug} has no provision {'.'.join(citation.path)}")


def _range(citation: Citation, path: tuple[str, ...]) -> list[str]:
    """The anchors a citation means: one, or for ``1 through 5`` all after the first up to the last."""
    first, last = citation.range_from[-1:], path[-1:]
    if citation.range_from and first[0].isdigit() and last[0].isdigit() and int(first[0]) < int(last[0]):
        return [".".join((*path[:-1], str(number))) for number in range(int(first[0]) + 1, int(last[0]) + 1)]
    if citation.range_from and len(first[0]) == len(last[0]) == 1 and first[0].isalpha() and first[0] < last[0]:
        return [".".join((*path[:-1], chr(code))) for code in range(ord(first[0]) + 1, ord(last[0]) + 1)]
    return [".".join(path)]


def _relative(citation: Citation, here: Standpoint) -> Resolution:
    page = here.part.id
    for path in (citation.path, *citation.shorter):
        for base in _bases(citation, here):
            anchors = [_below(base, steps) for steps in _range(citation, path)]
            if not all((page, anchor) in here.tree.places for anchor in anchors):
                continue
            orders = [here.tree.places[page, anchor] for anchor in anchors]
            if citation.direction and not all(_runs(citation.direction, order, here) for order in orders):
                continue
            if anchors[-1] == here.trail[-1].anchor and citation.direction == 0 and citation.form is Form.PARAGRAPH:
                continue
            return Resolved(_cut(citation, path), tuple(Target(here.tree.slug, page, anchor) for anchor in anchors))
    return Unresolved(citation, f"nothing numbered {'.'.join(citation.path)} stands around {here.trail[-1].anchor}")


def _bases(citation: Citation, here: Standpoint) -> Sequence[Provision]:
    """Where a relative path may begin, innermost first: sections of an article only at the article."""
    outwards = tuple(reversed(here.trail))
    if citation.form is Form.SECTION and citation.path[0].isdigit() and _has_sections(_division(here)):
        return (_division(here),)
    return outwards


def _division(here: Standpoint) -> Provision:
    """The article (or reprinted article) around the citation, or the part's root."""
    return next((node for node in reversed(here.trail) if node.rank in (Rank.ARTICLE, Rank.ITEM)), here.trail[0])


def _has_sections(node: Provision) -> bool:
    return any(child.rank is Rank.SECTION for child in node.children)


def _below(base: Provision, path: str) -> str:
    """The anchor of a path below a base; a root without a label of its own adds nothing."""
    return f"{base.pinpoint.anchor}.{path}" if base.pinpoint.steps else path


def _runs(direction: int, order: int, here: Standpoint) -> bool:
    """Whether a place stands before (``above``) or after the citation; the provision it stands in is neither."""
    own = here.tree.places[here.part.id, here.trail[-1].anchor]
    return order <= here.order and order != own if direction < 0 else order > here.order


def _step(citation: Citation, here: Standpoint) -> Resolution:
    tree = here.national or here.tree
    name = citation.path[0]
    candidates = [target for target in tree.steps.get(name, ()) if target.page == here.part.id] or list(
        tree.steps.get(name, ())
    )
    if len(candidates) != 1:
        return _one_of(citation, candidates, "no procedure has a step of this number")
    step = candidates[0]
    anchor = ".".join((step.anchor, *citation.path[1:]))
    if (step.page, anchor) not in tree.places:
        return Unresolved(citation, f"{step.anchor} has no {'.'.join(citation.path[1:])}")
    return Resolved(citation, (Target(tree.slug, step.page, anchor),))


def _enclosing(citation: Citation, here: Standpoint) -> Resolution | None:
    wanted = {"article": Rank.ARTICLE, "section": Rank.SECTION, "item": Rank.ITEM}.get(citation.path[0])
    if wanted is None:
        return None
    node = next((node for node in reversed(here.trail) if node.rank is wanted), None)
    if node is None:
        return None if citation.path[0] == "section" else Unresolved(citation, f"stands in no {citation.path[0]}")
    return Resolved(citation, (Target(here.tree.slug, here.part.id, node.anchor),))


def _named_part(citation: Citation, here: Standpoint) -> Resolution:
    target = here.tree.parts.get(citation.path[0])
    return Resolved(citation, (target,)) if target else Unresolved(citation, "no appendix or attachment has this name")


def _memo_page(citation: Citation, here: Standpoint) -> Resolution:
    tree = here.tree
    starting = [target for page in citation.path for target in tree.memo_starts.get(int(page), ())]
    if len(starting) == 1:
        return Resolved(citation, (starting[0],))
    if starting:
        return Ambiguous(citation, tuple(starting), f"{len(starting)} memoranda begin on the pages named")
    running = [target for page in citation.path for target in tree.memo_pages.get(int(page), ())]
    return _one_of(citation, running, "no memorandum stands on this page")


def _memo_name(citation: Citation, here: Standpoint) -> Resolution:
    kind, _, name = citation.path[0].partition(":")
    if kind == "listed":
        return External(citation, name)
    return Resolved(citation, (Target(here.tree.slug, name, ""),))


def _one_of(citation: Citation, candidates: Sequence[Target], otherwise: str) -> Resolution:
    if len(candidates) == 1:
        return Resolved(citation, tuple(candidates))
    return Ambiguous(citation, tuple(candidates), "several have this name") if candidates else Unresolved(citation, otherwise)


def _table(citation: Citation, here: Standpoint) -> Resolution:
    return _one_of(citation, here.tree.tables.get(citation.path[0], ()), "no table has this name")


BY_NAME: Mapping[Form, Callable[[Citation, Standpoint], Resolution | None]] = {
    Form.STEP: _step,
    Form.ENCLOSING: _enclosing,
    Form.TABLE: _table,
    Form.PART: _named_part,
    Form.MEMO_PAGE: _memo_page,
    Form.MEMO_NAME: _memo_name,
}
"""What resolves the forms that name their target by a word of their own."""


def _cut(citation: Citation, path: tuple[str, ...]) -> Citation:
    """The citation with the words of a shorter reading, if that is what exists."""
    if path == citation.path:
        return citation
    lost = len(citation.path) - len(path)
    words = citation.text
    for _ in range(lost):
        words = words[: max(words.rfind(" "), words.rfind("("), words.rfind("."), 1)].rstrip(" (.,")
    return Citation(
        text=words, start=citation.start, end=citation.start + len(words), form=citation.form, path=path,
        absolute=citation.absolute, direction=citation.direction,
    )  # fmt: skip


# Editors -------------------------------------------------------------------------------------------------------------


def _choice(choices: Sequence[ReferenceChoice], here: Standpoint, block: Block, citation: Citation) -> ReferenceChoice | None:
    for choice in choices:
        page = choice.page or (here.part.id if here.part.container == "body" else "")
        if page == here.part.id and choice.provision in (here.trail[-1].anchor, block.anchor) and choice.text == citation.text:
            return choice
    return None


def _chosen(choice: ReferenceChoice, citation: Citation, here: Standpoint) -> Resolution:
    targets: list[Target] = []
    for place in choice.to:
        page, _, anchor = place.partition("#") if "#" in place or "/" in place else (here.tree.body.get(place, ""), "", place)
        targets.append(Target(here.tree.slug, page, anchor))
    if not targets:
        return Unresolved(citation, choice.note or "editors link it nowhere", choice.note)
    return Resolved(citation, tuple(targets), choice.note)


def check_links(edition: Edition, links: Links) -> None:
    """Raise SettingsError if an editor's choice speaks of words that cite nothing, or leads to a place that is not there."""
    known = {(part.id, anchor) for part, provision in edition.provisions() for anchor in _anchors(provision)}
    known |= {(part.id, "") for part in edition.parts}
    for choice in edition.references:
        found = [r for r in links.references if _speaks_of(choice, r, edition)]
        place = f"references.toml of {edition.slug}: reference '{choice.text}' in {choice.provision}"
        if not found:
            raise SettingsError(f"{place}: these words cite nothing there; correct or remove the entry")
        resolution = found[0].resolution
        targets = resolution.targets if isinstance(resolution, Resolved) else ()
        if wrong := [target for target in targets if (target.page, target.anchor) not in known]:
            raise SettingsError(f"{place}: leads to '{wrong[0].page}#{wrong[0].anchor}', which is not there; correct to")


def reference_findings(edition: Edition, links: Links) -> Iterator[Finding]:
    """Yield a finding for each reference that is not linked, and why."""
    for reference in links.references:
        resolution = reference.resolution
        if isinstance(resolution, Unresolved | Ambiguous):
            line = edition.source.line_number(_offset(edition, reference))
            code = "L201" if isinstance(resolution, Unresolved) else "L202"
            yield Finding(edition.source.name, line, code, f"'{resolution.citation.text}' is not linked: {resolution.reason}")


def _speaks_of(choice: ReferenceChoice, reference: Reference, edition: Edition) -> bool:
    page = choice.page or next((p.id for p in edition.parts if p.id == reference.page and p.container == "body"), "")
    here = choice.provision in (reference.provision, reference.block)
    return page == reference.page and here and choice.text == reference.resolution.citation.text


def _anchors(provision: Provision) -> Iterator[str]:
    yield provision.anchor
    yield from (block.anchor for block in provision.blocks)


def _offset(edition: Edition, reference: Reference) -> int:
    """The source offset of the words of a reference."""
    for part, provision in edition.provisions():
        if part.id == reference.page and provision.anchor == reference.provision:
            for block in provision.blocks:
                if block.anchor == reference.block:
                    return max(0, block.words.cut(reference.resolution.citation.start).start_of_text)
    return 0


# What can be cited ---------------------------------------------------------------------------------------------------


def _trails(trail: tuple[Provision, ...]) -> Iterator[tuple[Provision, ...]]:
    yield trail
    for child in trail[-1].children:
        yield from _trails((*trail, child))


def _within(citation: Citation, others: Sequence[Citation]) -> bool:
    return any(other.start < citation.end and citation.start < other.end for other in others)


def _lower(body: Mapping[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for anchor in body:
        found[anchor.lower()].append(anchor)
    return dict(found)


def _named_parts(edition: Edition) -> Iterator[tuple[str, Target]]:
    for part in edition.parts:
        if part.root.rank is Rank.APPENDIX:
            yield part.id, Target(edition.slug, part.id, "")
        if part.root.rank is Rank.ATTACHMENT and part.memorandum:
            printed = part.root.heading.text.lower().split()
            if printed[:1] == ["attachment"] and len(printed) > 1 and len(printed[1]) == 1:
                yield f"attachment-{printed[1]}", Target(edition.slug, part.id, "")


def _memoranda(edition: Edition) -> tuple[dict[int, list[Target]], dict[int, list[Target]]]:
    on: defaultdict[int, list[Target]] = defaultdict(list)
    starts: defaultdict[int, list[Target]] = defaultdict(list)
    for part in edition.memoranda:
        if part.root.page is None or not part.root.page.isdigit():
            continue
        target = Target(edition.slug, part.id, "")
        first = int(part.root.page)
        starts[first].append(target)
        for page in range(first, int(part.last_page or first) + 1):
            on[page].append(target)
    return dict(on), dict(starts)


def _titles(edition: Edition) -> Iterator[tuple[str, str]]:
    for part in edition.memoranda:
        yield part.title, f"memo:{part.id}"
        plain = part.title.partition("(")[0].strip()
        if plain != part.title and len(plain.split()) > 1:
            yield plain, f"memo:{part.id}"
    for document in edition.documents:
        if document.listed:
            for words in document.words:
                yield words, f"listed:{document.name}"
