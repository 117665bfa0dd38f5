"""Citations of divisions of the text: ``Chapter V``, ``Part 2``, ``Division 3 of Part 5``, ``article 14 of chapter V``."""

from __future__ import annotations

import re
from dataclasses import replace

from contract_site.link.containers import alike_form
from contract_site.link.lookup import in_container, one_of
from contract_site.link.named_targets import parts
from contract_site.link.standpoint import Standpoint
from contract_site.model.citation import Citation, Form, Resolution, Resolved, Target

BIG_PART = re.compile(r"P(?:art|ARTS?|arts)\s+(?:\d|[IVX]+\b)")
"""``Part 2`` is a division of the whole text; ``part 2`` and ``Part B`` stand below a section."""
DIVISION_WORDS = ("part", "division", "chapter", "title")
"""How the pages of divisions are named."""
DIVISION_OF = re.compile(r"(?P<inner>Division|Chapter|Title|Part)s?\s+[\w.-]{1,8}\s+of\s+(?P<outer>Part|Chapter|Title)\s")


def division(citation: Citation, here: Standpoint) -> Resolution | None:
    """Return what a citation means that names a division of the text; None if it names none, or something in one."""
    if citation.form is Form.SECTION and (found := _division_of(citation, here)) is not None:
        return found
    if citation.word == "title":
        return _in_division(citation, here)
    big = citation.form is Form.PARAGRAPH and len(citation.path) == 1 and BIG_PART.match(citation.text)
    return _division_named(citation, here) if big else None


def _in_division(citation: Citation, here: Standpoint) -> Resolution | None:
    """``article 14 of chapter V``, where articles run on through the chapters: Article 14, if it stands in that chapter."""
    if len(citation.path) == 1:
        return _division_named(citation, here)
    inner = replace(citation, path=citation.path[1:], shorter=(), range_from=citation.range_from[1:])
    found = in_container(inner, here.tree.container("body"), here.tree, here)
    if not isinstance(found, Resolved):
        return None
    over = {here.tree.divisions.get(target.page, "").rpartition("-")[2] for target in found.targets}
    number = alike_form(citation.path[:1], roman=True)
    return replace(found, citation=citation) if {alike_form((each,), roman=True) for each in over} == {number} else None


def _division_named(citation: Citation, here: Standpoint) -> Resolution:
    """``Chapter V``: the heading of that division, or what has this number where such words name the topmost provisions."""
    body = here.tree.container("body")
    if body.tops_are("title") and (found := in_container(citation, body, here.tree, here)):
        return found
    names = [f"{word}-{citation.path[0].lower()}" for word in DIVISION_WORDS]
    return one_of(citation, [each for name in names for each in parts(name, here)], "no division has this number")


def _division_of(citation: Citation, here: Standpoint) -> Resolution | None:
    """``Division 3 of Part 5``: the heading of that division under that part; None if the words are none of divisions."""
    named = DIVISION_OF.match(citation.text)
    if named is None or len(citation.path) != 2 or here.tree.container("body").tops_are("paragraph"):
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
