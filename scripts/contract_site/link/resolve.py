"""Resolve citations against the tree: a target exists exactly once, or there is no link.

A path that begins with an article is looked up in the main body. A relative path is looked up below the provision where it
stands, then outwards from it, never from what was cited last. ``above`` and ``below`` must be true of the target.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from contract_site.link.belonging import PRECEDING
from contract_site.link.bound_in import whole
from contract_site.link.citable import Tree
from contract_site.link.containers import CitableContainer, readings
from contract_site.link.divisions import division
from contract_site.link.lookup import in_container, once, one_of
from contract_site.link.named_targets import enclosing, memo_name, memo_page, named_part, of_preceding, table
from contract_site.link.owners import THIS_AGREEMENT, TITLED
from contract_site.link.paths import in_other_figures, split_glued
from contract_site.link.printed_titles import contradicting
from contract_site.link.readings import cut_to, ranges_of, readings_of
from contract_site.link.standpoint import Standpoint, bases_of
from contract_site.link.steps import is_of_pay
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
from contract_site.model.document import Provision
from contract_site.model.place import BODY


def resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means; None if it only names the place where it stands, or is none."""
    found = _resolve(citation, here)
    if citation.doubt and isinstance(found, Resolved):
        return Ambiguous(citation, found.targets, citation.doubt)
    if isinstance(found, Resolved):
        found = _agreeing(citation, found, here.meant)
    if citation.weak and not isinstance(found, Resolved | Ambiguous):
        return _of_its_agreement(citation) if _is_alone(citation, here) else None
    return _of_its_agreement(citation) if isinstance(found, Unresolved) and _names_alone(citation, here) else found


def _names_alone(citation: Citation, here: Standpoint) -> bool:
    """Whether an article, or a section that holds its article's number, is named in a memorandum read without its agreement."""
    article = citation.form is Form.ARTICLE or (citation.form is Form.SECTION and _is_decimal(citation))
    alone = bool(here.part.memorandum) and not here.meant.body and not here.tree.items
    return article and alone and not citation.direction and citation.within in ("", *AGREEMENT)


def _is_alone(citation: Citation, here: Standpoint) -> bool:
    """Whether a number with a letter (``17.3(a)``) is said in a memorandum that is read without its agreement."""
    return _is_decimal(citation) and len(citation.path) > 2 and not here.meant.body


def of_its_agreement(resolution: Resolution) -> bool:
    """Say whether something is the agreement's that a document read alone belongs to."""
    return isinstance(resolution, External) and resolution.citation.path == (ITS_AGREEMENT,)


def _of_its_agreement(citation: Citation) -> External:
    """What is the agreement's that a document read alone belongs to."""
    return External(replace(citation, path=(ITS_AGREEMENT,)), f"{ITS_AGREEMENT} {'.'.join(citation.path)}")


def _resolve(citation: Citation, here: Standpoint) -> Resolution | None:
    match citation.form:
        case Form.EXTERNAL:
            return External(citation, citation.document, here.tree.published.get(citation.path[0], ""))
        case Form.ELSEWHERE:
            return Unresolved(citation, f"in a document that is only called '{citation.document}' here")
        case Form.SECTION | Form.PARAGRAPH | Form.ITEM if citation.within.startswith(PRECEDING):
            return of_preceding(citation, here)
        case Form.ARTICLE | Form.SECTION | Form.PARAGRAPH if (found := division(citation, here)) is not None:
            return found
        case Form.TITLED:
            return in_container(citation, here.meant.container(BODY), here.meant, here)
        case Form.ARTICLE | Form.DOTTED:
            if here.tree.items and here.national is None:
                return Unresolved(citation, "the agreement whose articles are meant is not here")
            return _absolute(citation, here, here.meant)
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
                return once(citation, [Target(target.slug, container.pages[anchor], anchor) for anchor in anchors], here.tree)
    return Unresolved(citation, f"nothing numbered {'.'.join(citation.path)} stands in {target.anchor or target.page}")


Find = Callable[[Provision, tuple[str, ...], Standpoint], str]

# Each form -----------------------------------------------------------------------------------------------------------


def _absolute(citation: Citation, here: Standpoint, tree: Tree) -> Resolution:
    """A path that begins with an article: one of the appendix around the words, if that has it, else of the main body."""
    if citation.within.startswith(TITLED):
        return _in_titled(citation, here)
    if citation.within in AGREEMENT and not tree.body:
        return _of_its_agreement(citation)
    own = here.tree.container(here.part.container)
    if citation.within == "document" and not here.part.in_body:
        return in_container(citation, own, here.tree, here) or _relative(citation, here)
    if tree is here.tree and not here.part.in_body and (found := _of_its_own(citation, own, here)) is not None:
        return found
    body = tree.container(BODY)
    found = in_container(citation, body, tree, here)
    if found is None and body.tops_are("article") and (other := in_other_figures(citation.path)):
        found = in_container(replace(citation, path=other, shorter=()), body, tree, here)
    return found if found is not None else _missing(citation, tree)


def _of_its_own(citation: Citation, own: CitableContainer, here: Standpoint) -> Resolution | None:
    """What an article means in a document beside the body that has articles of its own; None if it is the agreement's."""
    apart = here.part.id in here.tree.apart
    if citation.within == "agreement" or (citation.within == THIS_AGREEMENT and not apart):
        return None
    found = in_container(citation, own, here.tree, here) if own.tops_are("article") else None
    nowhere = Unresolved(citation, f"the document at hand has articles of its own, and no {'.'.join(citation.path)} here")
    higher = citation.within != THIS_AGREEMENT and whole(citation.path[0]) > here.tree.apart.get(here.part.id, 0)
    return nowhere if found is None and apart and not higher else found


LEADS_NUMBER = re.compile(r"\d+|[A-Z]{1,2}\d{0,2}")
"""What stands before the first stop of a whole number: ``12.3``, ``A2.2``, ``A.1``."""
AGREEMENT = ("agreement", THIS_AGREEMENT)
"""What the words say of a citation that the whole agreement is meant by."""
ITS_AGREEMENT = "the agreement that this document belongs to"
"""What a letter read alone calls the agreement whose articles it names."""


def _missing(citation: Citation, tree: Tree) -> Unresolved:
    return Unresolved(citation, f"{tree.slug} has no provision {'.'.join(citation.path)}")


def _agreeing(citation: Citation, found: Resolved, tree: Tree) -> Resolution:
    """What a number means, unless a title beside it is that of another provision."""
    body = tree.containers_of.get(found.targets[0].page) == BODY if found.targets else False
    anchors = [target.anchor for target in found.targets]
    title, other = contradicting(citation, anchors, tree.headings) if body and citation.behind else ("", "")
    return Unresolved(citation, f"the title beside it, '{title}', is that of {other}") if title else found


def _in_titled(citation: Citation, here: Standpoint) -> Resolution:
    """What stands in the document beside the articles whose title the words name: ``§A.6 of the Standard Procedure``."""
    page = citation.within.removeprefix(TITLED)
    found = in_container(citation, here.tree.container(here.tree.containers_of[page]), here.tree, here)
    return found or Unresolved(citation, f"{page} has no provision {'.'.join(citation.path)}")


def _numbered(citation: Citation, here: Standpoint) -> Resolution | None:
    """What a number means wherever it is cited: it is printed whole as a label, or runs through the whole container."""
    if citation.within.startswith(TITLED):
        return _in_titled(citation, here)
    home = here.tree.container(here.part.container)
    if citation.within == "document" and not here.part.in_body:
        return None
    if citation.word == "paragraph" and "part-1" in home.tops and (anchor := home.find_running(citation.path)):
        return Resolved(citation, (Target(here.tree.slug, home.pages[anchor], anchor),))
    body = here.tree.container(BODY)
    itself = citation.within == THIS_AGREEMENT and here.part.id in here.tree.apart  # these Bylaws, bound in
    if citation.within in AGREEMENT and not itself:
        if not body.pages:
            return _of_its_agreement(citation)
        nowhere = f"the agreement has no one provision {'.'.join(citation.path)}"
        return _by_number(citation, body, here) or Unresolved(citation, nowhere)
    if itself:
        nowhere = f"the document at hand has no one provision {'.'.join(citation.path)}"
        return _by_number(citation, home, here) or Unresolved(citation, nowhere)
    if citation.within:
        return _by_number(citation, home, here) if _is_decimal(citation) else None
    own = _by_number(citation, home, here)
    if own is not None:
        other = _of_agreement(citation, body, here) if not here.part.in_body else None
        return _either(citation, own, other) if other is not None else own
    whole_number = _is_decimal(citation) or bool(body.find_printed(citation.path, here.trail))
    of_body = whole_number or (body.tops_are(citation.word) and not home.tops_are(citation.word))
    found = _by_number(citation, body, here) if of_body else None
    return found or (_of_appendix(citation, here) if whole_number else None)


def _of_appendix(citation: Citation, here: Standpoint) -> Resolution | None:
    """What a number that begins with a letter means (``A2.2``) where one document beside the body alone prints it."""
    if not citation.path[0][:1].isalpha():
        return None
    beside = [each for name, each in here.tree.containers.items() if name != BODY]
    printed = [each for each in beside if any(each.find_printed(path, ()) for path in readings_of(citation))]
    return _by_number(citation, printed[0], here) if len(printed) == 1 else None


def _of_agreement(citation: Citation, body: CitableContainer, here: Standpoint) -> Resolution | None:
    """What ``clause 2`` means in the agreement, said in a schedule, where both have bare numbers for their paragraphs."""
    home = here.tree.container(here.part.container)
    bare = home.tops_are("") and (body.tops_are("") or body.tops_are(citation.word))
    clause = citation.word in ("clause", "rule", "bylaw") and not _is_decimal(citation)
    return in_container(citation, body, here.tree, here) if bare and clause else None


def _either(citation: Citation, found: Resolution, other: Resolution) -> Resolution:
    """No link, where both the document at hand and the agreement have what is cited."""
    if not isinstance(found, Resolved) or not isinstance(other, Resolved):
        return found
    reason = "both the document at hand and the agreement have such a number"
    return Ambiguous(citation, (found.targets[-1], other.targets[-1]), reason)


def _by_number(citation: Citation, container: CitableContainer, here: Standpoint) -> Resolution | None:
    for path in readings_of(citation):
        for each in ranges_of(citation, path):
            anchors = [_number_in(container, steps, citation, here) for steps in each]
            if all(anchors):
                targets = [Target(here.tree.slug, container.pages[anchor], anchor) for anchor in anchors]
                return once(cut_to(citation, path), targets, here.tree)
    return None


def _number_in(container: CitableContainer, path: tuple[str, ...], citation: Citation, here: Standpoint) -> str:
    """The anchor of a path that begins with a whole decimal number, or with one of a level that runs through."""
    if anchor := container.find_printed(path, here.trail):
        return anchor
    if citation.form is not Form.SECTION and citation.word != "rule":
        return ""
    if container.tops_are(citation.word):
        return container.find(path)
    if citation.word and (anchor := container.find_running(path, citation.word)):
        return anchor
    if container.tops_are("") and not container.has_word_below(citation.word):
        return container.find(path)
    lettered = not container.numbered and len(path) > 1 and path[0].isdigit() and path[1].isalpha()
    return container.find(path) if lettered and container.words and "article" in container.words[0] else ""


def _is_decimal(citation: Citation) -> bool:
    return len(citation.path) > 1 and LEADS_NUMBER.fullmatch(citation.path[0]) is not None and citation.path[1].isdigit()


def _relative(citation: Citation, here: Standpoint) -> Resolution:
    """What stands around the words: labels as written before labels in other letters or figures."""
    for path, base, find in _tries(citation, here):
        for each in ranges_of(citation, path):
            anchors = [find(base, steps, here) for steps in each]
            if all(anchors) and _fits(citation, anchors, here):
                targets = [Target(here.tree.slug, here.part.id, anchor) for anchor in anchors]
                return once(cut_to(citation, path), targets, here.tree)
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
    if (
        citation.form is Form.SECTION
        and not citation.within
        and citation.path[0].isalpha()
        and _is_counted(citation.path, anchors[-1])
    ):
        return False
    bare = citation.direction == 0 and citation.form is Form.PARAGRAPH and len(split_glued(citation.path)) == 1
    return not (bare and anchors[-1] == here.trail[-1].anchor)


def _is_counted(path: Sequence[str], anchor: str) -> bool:
    """Whether the first letter of a path was taken for the place of an entry in a list: no such entry is called a section."""
    steps = anchor.split(".")
    return len(path[0]) == 1 and len(steps) >= len(path) and steps[-len(path)].isdigit()


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


def _step(citation: Citation, here: Standpoint) -> Resolution | None:
    """A step of the one procedure; in small letters outside the articles (``steps 1 and 2``), items of the list around it."""
    if not citation.absolute and not here.part.in_body:
        return _relative(replace(citation, path=(citation.path[0].removeprefix("step-"), *citation.path[1:])), here)
    tree = here.meant
    name = citation.path[0]
    candidates = [target for target in tree.steps.get(name, ()) if target.page == here.part.id] or list(
        tree.steps.get(name, ())
    )
    if len(candidates) != 1:
        return one_of(citation, candidates, "no procedure has a step of this number")
    step = candidates[0]
    anchor = ".".join((step.anchor, *citation.path[1:]))
    if step.page != here.part.id and is_of_pay(citation):
        return None
    if (step.page, anchor) not in tree.places:
        return Unresolved(citation, f"{step.anchor} has no {'.'.join(citation.path[1:])}")
    return Resolved(citation, (Target(tree.slug, step.page, anchor),))


BY_NAME: Mapping[Form, Callable[[Citation, Standpoint], Resolution | None]] = {
    Form.STEP: _step,
    Form.ENCLOSING: enclosing,
    Form.TABLE: table,
    Form.PART: named_part,
    Form.MEMO_PAGE: memo_page,
    Form.MEMO_NAME: memo_name,
}
"""What resolves the forms that name their target by a word of their own."""
