"""What memoranda of the real agreements do to what they cite, as a reader found it sentence by sentence."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.link.texts import links_of, shown
from tests.sources.real import NATIONAL, edition, rows

from contract_site.link.backlinks import check_relations, turn_round

pytestmark = pytest.mark.agreements("national-2010")


def found() -> Counter[tuple[str, str, str, str, str]]:
    agreement = edition(NATIONAL)
    pages = {part.id for part in agreement.memoranda}
    return Counter(
        (each.page, each.block, shown(target, NATIONAL), each.relation, " ".join(each.sentence.split()))
        for target, places in turn_round({NATIONAL: agreement}, links_of(agreement)).items()
        for each in places
        if each.page in pages
    )


def test_every_relation_is_the_one_that_its_words_say() -> None:
    """``relations.tsv`` has every citation of every memorandum; nothing is shown that a person has not read."""
    read = Counter((row["memorandum"], row["place"], row["target"], row["relation"], row["words"]) for row in rows("relations"))

    assert sorted((found() - read).elements()) == [], "read these sentences, and write down what they say"
    assert sorted((read - found()).elements()) == [], "these are said no longer"


def test_what_editors_say_of_relations_speaks_of_words_that_stand_there() -> None:
    agreement = edition(NATIONAL)

    assert len(agreement.relations) > 5
    check_relations(agreement, links_of(agreement)[NATIONAL])
