"""An agreement is the contract through all its editions; what its editions say of it must agree."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from tests.hostile import an_edition, with_settings

from contract_site.model.agreement import Agreement, agreements_of, as_found, as_listed, as_meant, names_apart, undated_findings
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError

TEXT = "ARTICLE 1\nPAY\nA. Each is paid.\n"


def an_edition_of(slug: str, **settings: object) -> Edition:
    return replace(
        an_edition(TEXT, agreement=with_settings(**{"slug": slug, "name": slug, "level": ""} | settings)),
        folder=f"agreements/{slug}",
    )


def test_editions_of_one_agreement_stand_together_the_likeliest_first() -> None:
    old = an_edition_of("school-2015", agreement="school", level="district", status="superseded")
    new = an_edition_of("school-2020", agreement="school", agreement_name="School Contract", status="in force")
    laws = an_edition_of("laws", agreement_name="Bylaws")
    letter = an_edition_of("letter", parent="school")

    found = agreements_of([letter, old, laws, new])

    assert [(each.id, each.name, each.level, each.parent) for each in found] == [
        ("school", "School Contract", "district", ""),
        ("laws", "Bylaws", "", ""),
        ("letter", "letter", "", "school"),
    ]
    assert [edition.slug for edition in found[0].editions] == ["school-2020", "school-2015"]


def test_what_answers_a_list_stands_below_the_agreement_that_has_it() -> None:
    contract = an_edition_of("mill-1950", agreement="mill")
    local = an_edition_of("pier", implements="mill-1950", implements_at="1")

    assert [(each.id, each.parent) for each in agreements_of([local, contract])] == [("mill", ""), ("pier", "mill")]


def test_lists_and_results_show_what_stands_below_another_last() -> None:
    letter, old, new = an_edition_of("letter", parent="new"), an_edition_of("old", status="superseded"), an_edition_of("new")

    assert [each.slug for each in as_listed([letter, old, new])] == ["old", "new", "letter"]
    assert [each.slug for each in as_listed([letter, old, new], ["new"])] == ["new", "old", "letter"]
    assert [each.slug for each in as_found([letter, old, new])] == ["new", "letter", "old"]


def test_editions_without_a_first_day_follow_by_name_whatever_their_folders_and_a_finding_says_so() -> None:
    dated = an_edition_of("pier-3", agreement="pier", effective=date(1990, 1, 1))
    undated = [an_edition_of(f"pier-{number}", agreement="pier", status="superseded") for number in (9, 10, 11)]
    for order in permutations([*undated, dated]):
        assert [each.slug for each in as_listed(order)] == ["pier-3", "pier-11", "pier-10", "pier-9"]
    (finding,) = undated_findings([*undated, dated, an_edition_of("mill")])

    assert str(finding) == (
        "agreements/pier-11/agreement.toml:1: S105 no first day says which is newer, so lists have them by name:"
        " pier-11, pier-10, pier-9; give each its effective date, if its text states one"
    )
    assert list(undated_findings([dated, undated[0], an_edition_of("mill"), an_edition_of("quay")])) == []


@pytest.mark.parametrize(
    ("editions", "bare", "meant"),
    [
        ("a-2021 expired", "", "a-2021"),
        ("a-2021 expired, a-2024 not stated", "a", "a-2024 a-2021"),
        ("a-2021 expired, a-2024 not stated", "", "a-2024 a-2021"),
        ("a-2021 superseded, a-2024 expired", "a", "a-2024 a-2021"),
        ("a-2021 in force, a-2024 not stated", "a", "a-2024 a-2021"),
        ("a-2021 in force, a-2024 tentative", "a", "a-2021 a-2024"),
        ("a-2021 expired, a-2024 tentative", "a", "a-2021 a-2024"),
        ("a-2021 superseded, a-2024 tentative", "a", "a-2024 a-2021"),
        ("a-2024 tentative", "a", "a-2024"),
        ("a-2021 in force, a-2024 expired", "a", "a-2021 a-2024"),
        ("a-2018 in force, a-2021 not stated, a-2024 expired", "a", "a-2021 a-2018 a-2024"),
        ("a-2018 not stated, a-2021 expired, a-2024 expired", "a", "a-2024 a-2021 a-2018"),
        ("a-2021 expired, b-2022 in force", "", "b-2022 a-2021"),
        ("a-2021 expired, b-2022 in force", "a", "a-2021 b-2022"),
        ("a-2021 expired, a-2024 not stated, b-2022 in force", "b a", "b-2022 a-2024 a-2021"),
        ("a-2018 expired, a-2021 in force, b-2020 expired, b-2024 not stated", "", "a-2021 b-2024 b-2020 a-2018"),
    ],
)
def test_of_each_agreement_the_newest_edition_is_meant_but_none_that_does_not_bind_yet(
    editions: str, bare: str, meant: str
) -> None:
    """Editions as ``agreement-year status``, in either order; whether the year is that of the term or of the short name."""
    given = [each.split(" ", 1) for each in editions.split(", ")]
    dated = [
        an_edition_of(slug, agreement=slug[0], status=status, effective=date(int(slug[2:]), 7, 1)) for slug, status in given
    ]
    named = [an_edition_of(slug, agreement=slug[0], status=status, short=f"Agreement of {slug[2:]}") for slug, status in given]

    for each in (dated, dated[::-1], named, named[::-1]):
        assert " ".join(edition.slug for edition in as_meant(each, bare.split())) == meant


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (
            {"agreement": "a", "level": "city"},
            {"agreement": "a", "level": "state"},
            r"level is '\w+', but \w+, of the same agreement",
        ),
        ({"parent": "nobody"}, {}, "agreements/one/agreement.toml:1: parent 'nobody' is no agreement here; known: one, other"),
        ({"parent": "other"}, {"parent": "one"}, "parent 'one' stands below this agreement itself|parent 'other' stands below"),
    ],
    ids=["two levels", "no such parent", "a circle"],
)
def test_what_does_not_agree_is_named(one: dict[str, object], other: dict[str, object], says: str) -> None:
    with pytest.raises(SettingsError, match=says) as caught:
        agreements_of([an_edition_of("one", **one), an_edition_of("other", **other)])
    assert re.match(r"agreements/\w+/agreement\.toml:1: [^\n]*$", str(caught.value))


def test_no_edition_is_lost() -> None:
    editions = [an_edition_of(f"e{number}", agreement=f"a{number % 3}") for number in range(9)]
    found: tuple[Agreement, ...] = agreements_of(editions)

    assert sorted(each.slug for agreement in found for each in agreement.editions) == sorted(each.slug for each in editions)


def test_editions_with_one_name_are_told_apart_in_lists() -> None:
    editions = [
        an_edition_of("pact-2017", name="", title="Pact", short="2017–2019"),
        an_edition_of("pact-2020", name="Pact", title="The Long Pact", short="2020–2022"),
        an_edition_of("rules-a", name="Rules", short="Rules"),
        an_edition_of("rules-b", name="Rules", short="Rules"),
        an_edition_of("laws", name="Laws", short="2020–2022"),
    ]

    assert [*names_apart(editions).values()] == [
        "Pact (2017–2019)", "Pact (2020–2022)", "Rules (rules-a)", "Rules (rules-b)", "Laws",
    ]  # fmt: skip
