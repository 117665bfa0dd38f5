"""Labels that a list of the print leaves out: each is known, and readers are told of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from tests.sources.real import LMOU, NATIONAL, edition

from contract_site.model.document import Part, Provision

pytestmark = pytest.mark.agreements("lmou-des-moines-bmc-2006", "national-2010")


def value(provision: Provision) -> tuple[str, int]:
    """The kind of a label and its place in the row of its kind; a Roman numeral, step or reprinted article has none."""
    step = provision.pinpoint.steps[-1].value
    if step.isdigit():
        return "1", int(step)
    return ("A" if step.isupper() else "a", ord(step.lower()) - ord("a") + 1) if len(step) == 1 and step.isalpha() else ("", 0)


def gaps(slug: str) -> Iterator[tuple[Part, Provision]]:
    """Every labelled provision whose label is not the next after the one before it, or not the first of its list."""
    for part in edition(slug).parts:
        for parent in part.root.walk():
            labelled = [child for child in parent.children if child.pinpoint.steps]
            for before, child in pairwise([None, *labelled]):
                kind, place = value(child)
                expected = value(before)[1] + 1 if before is not None and value(before)[0] == kind else 1
                if kind and place != expected and "I" not in child.label.text and "V" not in child.label.text:
                    yield part, child


@pytest.mark.parametrize("slug", [NATIONAL, LMOU])
def test_a_label_is_left_out_only_where_a_reprint_leaves_words_out_or_an_editors_note_says_so(slug: str) -> None:
    noted = {(note.page or "body", note.provision) for note in edition(slug).notes}
    untold = [(part.id, child.anchor) for part, child in gaps(slug) if (part.id, child.anchor) not in noted]

    assert {page for page, anchor in untold if ".article-" not in anchor and not anchor.startswith("2.article-")} == set()


def test_the_notes_of_the_edition_have_no_third() -> None:
    assert [(part.id, child.anchor) for part, child in gaps(NATIONAL) if part.id == "notes"] == [("notes", "4")]
