"""Resolve citations against the tree: a target exists exactly once, or there is no link.

A path that begins with an article is looked up in the main body. A relative path is looked up below the provision where it
stands, then outwards from it, never from what was cited last. ``above`` and ``below`` must be true of the target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.link.citable import Tree
from contract_site.link.containers import Container, alike_form, readings
from contract_site.link.owners import TITLED
from contract_site.link.paths import in_numerals, in_range, split_glued
from contract_site.link.printed_titles import contradicting
from contract_site.link.readings import cut_to, ranges_of, readings_of
from contract_site.link.standpoint import Standpoint, bases_of
from contract_site.model.citation import (
    Ambiguous,
    Citation,
    External,
    Form,
    Resolution,
    Resolved,
    Target,
    Unresolved,
)
from contract_site.model.document import Provision, Rank


def resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means; None if it only names the place where it stands, or is none."""
    found = _resolve(citation, here)
    if isinstance(found, Resolved):
        found = _agreeing(citation, found, here.national or here.tree)
    return None if citation.weak and not isinstance(found, Resolved | Ambiguous) else found


def _resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    match citation.form:
        case Form.EXTERNAL:
            return External(citation, citation.document, here.tree.published.get(citation.path[0], ""))
        case Form.ELSEWHERE:
            return Unresolved(citation, f"in a document that is only called '{citation.document}' here")
        case Form.ARTICLE | Form.SECTION | Form.PARAGRAPH if citation.word == "title":
            return _in_division(citation, here) or _numbered(citation, here) or _relative(citation, here)
        case Form.PARAGRAPH if BIG_PART.match(citation.text) and len(citation.path) == 1:
            return _division_named(citation, here)
        case Form.ARTICLE | Form.DOTTED:
            if here.tree.items and here.national is None:
                return Unresolved(citation, "the agreement whose articles are meant is not here")
            return _absolute(citation, here, here.national or here.tree)
        case Form.ITEM:
            return _absolute(citation, here, here.tree) if here.tree.items else _relative(citation, here)
        case Form.SECTION | Form.PARAGRAPH | Form.LABEL:
            return _numbered(citation, here) or _relative(citation, here)
        case _:
            return BY_NAME[citation.form](citation, here)


def resolve_below(citation: Citation, target: Target, here: Standpoint) -> Resolution:
    """Return what a path means that goes on from a place where the file itself leads; the place, if there is no path."""
    if not citation.path:
        return Resolved(citation, (target,))
    container = here.tree.container(here.tree.containers_of[target.page])
    base = tuple(target.anchor.split(".")) if target.anchor else ()
    for path in readings(citation.path):
        for each in ranges_of(citation, path):
            anchors = [container.find((*base, *steps)) for steps in each]
            if all(anchors):
                return _once(citation, [Target(target.slug, container.pages[anchor], anchor) for anchor in anchors], here.tree)
    return Unresolved(citation, f"nothing numbered {'.'.join(citation.path)} stands in {target.anchor or target.page}")


Find = Callable[[Provision, tuple[str, ...], Standpoint], str]

# Each form -----------------------------------------------------------------------------------------------------------


def _absolute(citation: Citation, here: Standpoint, tree: Tree) -> Resolution:
    """A path that begins with an article: one of the appendix around the words, if that has it, else of the main body."""
    if citation.within.startswith(TITLED):
        return _in_titled(citation, here)
    if citation.within == "agreement" and not tree.body:
        return External(replace(citation, path=(ITS_AGREEMENT,)), f"{ITS_AGREEMENT} {'.'.join(citation.path)}")
    if citation.within == "document" and not here.part.in_body:
        return _relative(citation, here)
    own = here.tree.container(here.part.container)
    has_articles = here.part.container != "body" and own.words and "article" in own.words[0]
    if has_articles and tree is here.tree and citation.within != "agreement":
        found = _in_container(citation, own, tree, here)
        if found is not None:
            return found
    found = _in_container(citation, tree.container("body"), tree, here)
    return found if found is not None else _missing(citation, tree)


ITS_AGREEMENT = "the agreement that this document belongs to"
"""What a letter read alone calls the agreement whose articles it names."""


def _in_division(citation: Citation, here: Standpoint) -> Resolution | None:
    """``article 14 of chapter V``, where articles run on through the chapters: Article 14, if it stands in that chapter."""
    if len(citation.path) == 1:
        return _division_named(citation, here)
    inner = replace(citation, path=citation.path[1:], shorter=(), range_from=citation.range_from[1:])
    found = _in_container(inner, here.tree.container("body"), here.tree, here)
    if not isinstance(found, Resolved):
        return None
    over = {here.tree.divisions.get(target.page, "").rpartition("-")[2] for target in found.targets}
    number = alike_form(citation.path[:1], roman=True)
    return replace(found, citation=citation) if {alike_form((each,), roman=True) for each in over} == {number} else None


def _division_named(citation: Citation, here: Standpoint) -> Resolution:
    """``Chapter V``: the heading of that division, or what has this number where such words name the topmost provisions."""
    body = here.tree.container("body")
    if body.tops_are("title") and (found := _in_container(citation, body, here.tree, here)):
        return found
    names = [f"{word}-{citation.path[0].lower()}" for word in DIVISION_WORDS]
    return _one_of(citation, [each for name in names for each in _parts(name, here)], "no division has this number")


BIG_PART = re.compile(r"P(?:art|ARTS?|arts)\s+(?:\d|[IVX]+\b)")
"""``Part 2`` is a division of the whole text; ``part 2`` and ``Part B`` stand below a section."""


DIVISION_WORDS = ("part", "division", "chapter", "title")
"""How the pages of divisions are named."""


def _in_container(citation: Citation, container: Container, tree: Tree, here: Standpoint) -> Resolution | None:
    """The place in a container that a path from its top means."""
    for path in readings_of(citation):
        for each in ranges_of(citation, path):
            anchors = [container.find(steps) or container.find_printed(steps, here.trail) for steps in each]
            if all(anchors):
                targets = [Target(tree.slug, container.pages[anchor], anchor) for anchor in anchors]
                return _once(cut_to(citation, path), targets, tree)
    return None


def _missing(citation: Citation, tree: Tree) -> Unresolved:
    return Unresolved(citation, f"{tree.slug} has no provision {'.'.join(citation.path)}")


def _agreeing(citation: Citation, found: Resolved, tree: Tree) -> Resolution:
    """What a number means, unless a title beside it is that of another provision."""
    body = tree.containers_of.get(found.targets[0].page) == "body" if found.targets else False
    anchors = [target.anchor for target in found.targets]
    title, other = contradicting(citation, anchors, tree.headings) if body and citation.behind else ("", "")
    return Unresolved(citation, f"the title beside it, '{title}', is that of {other}") if title else found


def _in_titled(citation: Citation, here: Standpoint) -> Resolution:
    """What stands in the document beside the articles whose title the words name: ``§A.6 of the Standard Procedure``."""
    page = citation.within.removeprefix(TITLED)
    found = _in_container(citation, here.tree.container(here.tree.containers_of[page]), here.tree, here)
    return found or Unresolved(citation, f"{page} has no provision {'.'.join(citation.path)}")


def _numbered(citation: Citation, here: Standpoint) -> Resolution | None:
    """What a number means wherever it is cited: it is printed whole as a label, or runs through the whole container."""
    if citation.within.startswith(TITLED):
        return _in_titled(citation, here)
    home = here.tree.container(here.part.container)
    if citation.within == "document" and not here.part.in_body:
        return None
    body = here.tree.container("body")
    if citation.within == "agreement":
        if not body.pages:
            return External(replace(citation, path=(ITS_AGREEMENT,)), f"{ITS_AGREEMENT} {'.'.join(citation.path)}")
        nowhere = f"the agreement has no one provision {'.'.join(citation.path)}"
        return _by_number(citation, body, here) or Unresolved(citation, nowhere)
    if citation.within:
        return _by_number(citation, home, here) if _is_decimal(citation) else None
    found = _by_number(citation, home, here) or (_by_number(citation, body, here) if _is_decimal(citation) else None)
    other = _of_agreement(citation, body, here) if found is not None and not here.part.in_body else None
    return _either(citation, found, other) if found is not None and other is not None else found


def _of_agreement(citation: Citation, body: Container, here: Standpoint) -> Resolution | None:
    """What ``clause 2`` means in the agreement, said in a schedule, where both have bare numbers for their paragraphs."""
    home = here.tree.container(here.part.container)
    bare = home.tops_are("") and (body.tops_are("") or body.tops_are(citation.word))
    clause = citation.word in ("clause", "rule", "bylaw") and not _is_decimal(citation)
    return _in_container(citation, body, here.tree, here) if bare and clause else None


def _either(citation: Citation, found: Resolution, other: Resolution) -> Resolution:
    """No link, where both the document at hand and the agreement have what is cited."""
    if not isinstance(found, Resolved) or not isinstance(other, Resolved):
        return found
    reason = "both the document at hand and the agreement have such a number"
    return Ambiguous(citation, (found.targets[-1], other.targets[-1]), reason)


def _by_number(citation: Citation, container: Container, here: Standpoint) -> Resolution | None:
    for path in readings_of(citation):
        for each in ranges_of(citation, path):
            anchors = [_number_in(container, steps, citation, here) for steps in each]
            if all(anchors):
                targets = [Target(here.tree.slug, container.pages[anchor], anchor) for anchor in anchors]
                return _once(cut_to(citation, path), targets, here.tree)
    return None


def _number_in(container: Container, path: tuple[str, ...], citation: Citation, here: Standpoint) -> str:
    """The anchor of a path that begins with a whole decimal number, or with one of a level that runs through."""
    if anchor := container.find_printed(path, here.trail):
        return anchor
    if citation.form is not Form.SECTION and citation.word != "rule":
        return ""
    if container.tops_are(citation.word):
        return container.find(path)
    if citation.word and not container.has_word_below(citation.word) and (anchor := container.find_running(path)):
        return anchor
    if container.tops_are("") and not container.has_word_below(citation.word):
        return container.find(path)
    lettered = not container.numbered and len(path) > 1 and path[0].isdigit() and path[1].isalpha()
    return container.find(path) if lettered and container.words and "article" in container.words[0] else ""


def _is_decimal(citation: Citation) -> bool:
    return len(citation.path) > 1 and citation.path[0].isdigit() and citation.path[1].isdigit()


def _once(citation: Citation, targets: Sequence[Target], tree: Tree) -> Resolution:
    """The targets, unless a label on the way to one of them is printed twice."""
    for target in targets:
        steps = target.anchor.split(".")
        twins = [f"{'.'.join(steps[:count])}~2" for count in range(1, len(steps) + 1)]
        if second := next((twin for twin in twins if (target.page, twin) in tree.places), ""):
            candidates = (target, Target(target.slug, target.page, second))
            return Ambiguous(citation, candidates, f"{second.removesuffix('~2')} is printed twice")
    return Resolved(citation, tuple(targets))


def _relative(citation: Citation, here: Standpoint) -> Resolution:
    """What stands around the words: labels as written before labels in other letters or figures."""
    for path, base, find in _tries(citation, here):
        for each in ranges_of(citation, path):
            anchors = [find(base, steps, here) for steps in each]
            if all(anchors) and _fits(citation, anchors, here):
                targets = [Target(here.tree.slug, here.part.id, anchor) for anchor in anchors]
                return _once(cut_to(citation, path), targets, here.tree)
    return Unresolved(citation, f"nothing numbered {'.'.join(citation.path)} stands around {here.trail[-1].anchor}")


def _tries(citation: Citation, here: Standpoint) -> Iterator[tuple[tuple[str, ...], Provision, Find]]:
    """Every reading of a path with every place where it may begin, the likeliest first."""
    bases = bases_of(citation, here)
    for find in (_as_written, _as_printed):
        for path in readings_of(citation):
            yield from ((path, base, find) for base in bases)


def _fits(citation: Citation, anchors: Sequence[str], here: Standpoint) -> bool:
    """Whether places can be meant: above or below must be true of them, and a paragraph does not cite itself."""
    orders = [here.tree.places[here.part.id, anchor] for anchor in anchors]
    if citation.direction and not all(_runs(citation.direction, order, here) for order in orders):
        return False
    bare = citation.direction == 0 and citation.form is Form.PARAGRAPH and len(split_glued(citation.path)) == 1
    return not (bare and anchors[-1] == here.trail[-1].anchor)


def _as_written(base: Provision, path: tuple[str, ...], here: Standpoint) -> str:
    """The anchor of a path below a base; a root without a label of its own adds nothing. Empty if it is not there."""
    anchor = ".".join((*(step.value for step in base.pinpoint.steps), *path))
    return anchor if (here.part.id, anchor) in here.tree.places else ""


def _as_printed(base: Provision, path: tuple[str, ...], here: Standpoint) -> str:
    """The anchor of a path below a base, whatever its letters' case and its numbers' zeros."""
    container = here.tree.container(here.part.container)
    steps = tuple(step.value for step in base.pinpoint.steps)
    anchor = container.find_as_printed((*steps, *path)) or container.find_below(base, path, here.trail)
    return anchor if (here.part.id, anchor) in here.tree.places else ""


def _runs(direction: int, order: int, here: Standpoint) -> bool:
    """Whether a place really stands above or below the block; the provision the block stands in is neither."""
    own = here.tree.places[here.part.id, here.trail[-1].anchor]
    return order <= here.order and order != own if direction < 0 else order > here.order


def _step(citation: Citation, here: Standpoint) -> Resolution:
    """A step of the one procedure; in small letters outside the articles (``steps 1 and 2``), items of the list around it."""
    if not citation.absolute and not here.part.in_body:
        return _relative(replace(citation, path=(citation.path[0].removeprefix("step-"), *citation.path[1:])), here)
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
    """A document beside the articles, and what is cited within it."""
    if citation.range_from:
        return _named_parts(citation, here)
    part = _one_of(citation, _parts(citation.path[0], here), "no appendix or attachment has this name")
    if len(citation.path) == 1 or not isinstance(part, Resolved):
        return part
    container = here.tree.container(here.tree.containers_of[part.targets[0].page])
    inside = replace(citation, path=citation.path[1:], shorter=(), range_from=citation.range_from[1:])
    within = _in_container(inside, container, here.tree, here)
    if within is None:
        return Unresolved(citation, f"{citation.path[0]} has no provision {'.'.join(citation.path[1:])}")
    return replace(within, citation=citation)


def _parts(name: str, here: Standpoint) -> Sequence[Target]:
    """The documents of a name; of several the one that belongs to the same document as the words."""
    found = here.tree.parts.get(name, ())
    near = [target for target in found if here.tree.groups.get(target.page) == here.tree.groups.get(here.part.id)]
    return near if len(found) > 1 and len(near) == 1 else found


def _named_parts(citation: Citation, here: Standpoint) -> Resolution:
    """``Schedules 1 to 3``: all after the first up to the last."""
    kind, _, first = citation.range_from[0].rpartition("-")
    last = citation.path[0].rpartition("-")[2]
    steps = in_numerals(first, last) or in_range(first, last)
    found = [_parts(f"{kind}-{step}", here) for step in steps]
    if all(len(each) == 1 for each in found):
        return Resolved(citation, tuple(each[0] for each in found))
    return Unresolved(citation, "not every appendix or attachment of the range is here, once")


def _memo_page(citation: Citation, here: Standpoint) -> Resolution:
    tree = here.tree
    starting = [target for page in citation.path for target in tree.memo_starts.get(int(page), ())]
    if len(starting) == 1:
        return Resolved(citation, (starting[0],))
    if starting:
        return Ambiguous(citation, tuple(starting), f"{len(starting)} memoranda begin on the pages named")
    running = [target for page in citation.path for target in tree.memo_pages.get(int(page), ())]
    return _one_of(citation, running, "no memorandum stands on this page")


def _memo_name(citation: Citation, here: Standpoint) -> Resolution | None:
    kind, _, name = citation.path[0].partition(":")
    if kind == "several":
        return Ambiguous(citation, (), "several memoranda have this title")
    if kind == "listed":
        return External(citation, name)
    page, _, anchor = name.partition("#")
    if page == here.part.id:
        return None
    return Resolved(citation, (Target(here.tree.slug, page, anchor),))


def _one_of(citation: Citation, candidates: Sequence[Target], otherwise: str) -> Resolution:
    if len(candidates) == 1:
        return Resolved(citation, tuple(candidates))
    return Ambiguous(citation, tuple(candidates), "several have this name") if candidates else Unresolved(citation, otherwise)


def _table(citation: Citation, here: Standpoint) -> Resolution:
    """The table of this name; ``Table Four`` where only 4.1 and 4.2 have names means both."""
    name = citation.path[0]
    parts = [places for other, places in here.tree.tables.items() if other.startswith(f"{name}.")]
    if name not in here.tree.tables and parts and all(len(places) == 1 for places in parts):
        return Resolved(citation, tuple(places[0] for places in parts))
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
