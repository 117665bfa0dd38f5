"""Citations of divisions of the text: ``Chapter V``, ``Part 2``, ``Division 3 of Part 5``, ``article 14 of chapter V``."""

from __future__ import annotations

import re
from dataclasses import replace

from contract_site.link.containers import alike_form
from contract_site.link.lookup import in_container, one_of
from contract_site.link.named_targets import PART, in_parts, parts
from contract_site.link.paths import in_other_figures
from contract_site.link.standpoint import Standpoint
from contract_site.model.citation import Citation, Form, Resolution, Resolved, Target, Unresolved
from contract_site.model.place import BODY

BIG_PART = re.compile(r"P(?:art|ARTS?|arts)\s+(?:\d|[IVX]+\b)")
"""``Part 2`` is a division of the whole text; ``part 2`` and ``Part B`` stand below a section."""
DIVISION_WORDS = ("part", "division", "chapter", "title")
"""How the pages of divisions are named."""
CALLED = {
    "part": ("part",),
    "division": ("div",),
    "chapter": ("chap", "cap", "kap", "hoofd", "rozd", "глав"),
    "title": ("tit", "tít"),
}
"""How the words for each begin in the languages of agreements."""
DIVISION_OF = re.compile(r"(?P<inner>Division|Chapter|Title|Part)s?\s+[\w.-]{1,8}\s+of\s+(?P<outer>Part|Chapter|Title)\s")


def division(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means that names a division of the text; None if it names none, or something in one."""
    if not here.part.in_body and (own := _of_document(citation, here)) is not None:
        return own
    if citation.form is Form.PARAGRAPH and PART.match(citation.text) and here.tree.container(BODY).tops_are("paragraph"):
        return in_container(citation, here.tree.container(BODY), here.tree, here)
    if citation.form is Form.SECTION and (found := _division_of(citation, here)) is not None:
        return found
    if citation.word == "title":
        return _in_division(citation, here)
    big = citation.form is Form.PARAGRAPH and len(citation.path) == 1 and BIG_PART.match(citation.text)
    return _division_named(citation, here) if big else None


def _of_document(citation: Citation, here: Standpoint) -> Resolution | None:
    """``Part 2``, said in a schedule that has Parts, and what stands in it; None where it has none."""
    container = here.tree.container(here.part.container)
    path = in_parts(citation.text, citation.path, container)
    if path == citation.path:
        return None
    found = in_container(replace(citation, path=path, shorter=()), container, here.tree, here)
    return replace(found, citation=citation) if found else Unresolved(citation, f"{path[0]} has no such number here")


def _in_division(citation: Citation, here: Standpoint) -> Resolution | None:
    """``article 14 of chapter V``, where articles run on through the chapters: Article 14, if it stands in that chapter."""
    if len(citation.path) == 1:
        return _division_named(citation, here)
    inner = replace(citation, path=citation.path[1:], shorter=(), range_from=citation.range_from[1:])
    found = in_container(inner, here.tree.container(BODY), here.tree, here)
    if not isinstance(found, Resolved):
        return None
    over = {here.tree.divisions.get(target.page, "").rpartition("-")[2] for target in found.targets}
    number = alike_form(citation.path[:1], roman=True)
    return replace(found, citation=citation) if {alike_form((each,), roman=True) for each in over} == {number} else None


def _division_named(citation: Citation, here: Standpoint) -> Resolution:
    """``Chapter V``: the heading of that division, or what has this number where such words name the topmost provisions."""
    body = here.tree.container(BODY)
    if body.tops_are("title") and (found := in_container(citation, body, here.tree, here)):
        return found
    figures = (citation.path[0], *in_other_figures(citation.path[:1]))
    names = [f"{word}-{figure.lower()}" for word in DIVISION_WORDS for figure in figures]
    own = tuple(f"{word}-" for word, forms in CALLED.items() if citation.text.casefold().startswith(forms))
    every = [each for name in names for each in parts(name, here)]
    called = [each for name in names if name.startswith(own) for each in parts(name, here)] if own else []
    return one_of(citation, called or every, "no division has this number")


def _division_of(citation: Citation, here: Standpoint) -> Resolution | None:
    """``Division 3 of Part 5``: the heading of that division under that part; None if the words are none of divisions."""
    named = DIVISION_OF.match(citation.text)
    if named is None or len(citation.path) != 2 or here.tree.container(BODY).tops_are("paragraph"):
        return None
    inner, outer = (
        f"{named['inner'].lower()}-{citation.path[1].lower()}",
        f"{named['outer'].lower()}-{citation.path[0].lower()}",
    )
    found = [
        _headed(target, here) for target in here.tree.parts.get(inner, ()) if here.tree.divisions.get(target.page) == outer
    ]
    return one_of(citation, found, f"no {named['inner']} has this number in {named['outer']} {citation.path[0]}")


def _headed(target: Target, here: Standpoint) -> Target:
    """The heading of a page whose name has a count, because another division has its number."""
    return replace(target, anchor=next(iter(here.tree.container(here.tree.containers_of[target.page]).pages), ""))
