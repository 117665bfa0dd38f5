"""What holds of every learned outline: alike numbers give the same tree, a lost heading costs only its own provisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.infer.editions import an_edition
from tests.parse.generated import texts
from tests.parse.test_cases import CASES, read_cases
from tests.parse.texts import an_editorial, outline_of, parse_text

from contract_site.model.document import Edition, Provision
from contract_site.model.finding import SettingsError
from contract_site.model.numeral import roman
from contract_site.model.outline import KeptRow
from contract_site.model.source import Look

BOLD = Look(bold=True, gap=1)
DEEPEST = 12
TITLES = ("DOORS", "MATS", "BELLS", "WELLS", "GATES", "LAMPS", "OARS", "NETS", "SAILS", "KILNS")
HEADINGS: dict[str, Callable[[int], str]] = {
    "Article 1. Doors": lambda n: f"Article {n}. {TITLES[n - 1].title()}",
    "ARTICLE 1 / DOORS": lambda n: f"ARTICLE {n}\n{TITLES[n - 1]}",
    "ARTICLE I - DOORS": lambda n: f"ARTICLE {roman(n).upper()} - {TITLES[n - 1]}",
    "Clause 1: Doors": lambda n: f"Clause {n}: {TITLES[n - 1].title()}",
    "1.00 DOORS": lambda n: f"{n}.00 {TITLES[n - 1]}",
    "Rule 1 / Doors": lambda n: f"Rule {n}\n{TITLES[n - 1].title()}",
}
LABELS: dict[str, Callable[[int], str]] = {
    "1.": lambda n: f"{n}.",
    "(1)": lambda n: f"({n})",
    "a)": lambda n: f"{chr(96 + n)})",
    "A.": lambda n: f"{chr(64 + n)}.",
    "(a)": lambda n: f"({chr(96 + n)})",
}


def an_agreement(heading: Callable[[int], str], label: Callable[[int], str], inner: Callable[[int], str], articles: int) -> str:
    return "\n".join(line for n in range(1, articles + 1) for line in _article(heading(n), label, inner))


def _article(heading: str, label: Callable[[int], str], inner: Callable[[int], str]) -> Iterator[str]:
    yield heading
    for n in (1, 2, 3):
        yield f"{label(n)} The keeper of the house has these duties:"
        yield from (f"{inner(m)} It is done every morning and told to all." for m in (1, 2))


def test_a_title_in_full_width_stands_between_its_centred_label_and_a_centred_remark() -> None:
    title = "Boats, oars, nets and lamps lent to the crews of the outer harbour for the nights of the herring season"
    text = (
        f"Article 1\nHarbours\nHarbours are open all year.\nArticle 2\n{title}\n(Amended on 28 March 2012)\nBoats are lent.\n"
        "Article 3\nLamps\nLamps are lit at dusk.\n"
    )
    looks = {line: Look(centred=True, gap=int(line in (1, 4, 8))) for line in (1, 2, 4, 6, 8, 9)}
    parts = an_edition(text, looks).parts

    assert [part.root.heading.text for part in parts] == ["Harbours", title, "Lamps"]


def test_a_heading_straight_below_a_chapter_is_no_second_title_where_the_file_sets_it_further_in() -> None:
    text = "Meetings\nCalling\nMeetings are called by drum.\nVoting\nEach drummer has one vote.\nOfficers\nThere are two.\n"
    looks = {line: Look(heading=depth) for line, depth in {1: 1, 2: 2, 4: 2, 6: 1}.items()}
    root = an_edition(text, looks).parts[0].root

    assert (root.heading.text, root.blocks) == ("Meetings", ())
    assert [child.heading.text for child in root.children] == ["Calling", "Voting"]


@pytest.mark.parametrize("mark", ["•", "–"])
def test_what_a_file_shows_before_an_entry_and_does_not_hold_is_its_first_word(mark: str) -> None:
    text = (
        "ARTICLE 1 BOATS\nThe crew does this:\nties every boat;\nis paid.\nARTICLE 2 NETS\nDry.\nARTICLE 3 PAY\nIt is fair.\n"
    )
    edition = an_edition(text, {3: Look(number=mark, level=0), 4: Look(number=mark, level=0)})
    blocks = edition.parts[0].root.blocks

    assert [(block.kind.value, block.text) for block in blocks] == [
        ("paragraph", "The crew does this:"), ("list", f"{mark} ties every boat;"), ("list", f"{mark} is paid."),
    ]  # fmt: skip
    assert edition.account.unaccounted == edition.account.twice == ()


def shape(edition: Edition) -> list[object]:
    """The tree without what its labels print."""
    return [_shape(part.root) for part in edition.parts]


def _shape(provision: Provision) -> tuple[object, ...]:
    return (provision.heading.text.title(), provision.text, *map(_shape, provision.children))


@pytest.mark.parametrize(
    ("look", "found"),
    [
        pytest.param(replace(BOLD, lead=17), ["Boats", "nets and ropes", "Pay"], id="bold to its end, apart"),
        pytest.param(replace(BOLD, lead=9), ["Boats", "Pay"], id="only its label is bold"),
        pytest.param(replace(BOLD, lead=17, gap=0), ["Boats", "Pay"], id="bold, but the line before goes on"),
    ],
)
def test_a_title_in_small_letters_is_one_where_the_line_is_set_as_a_heading(look: Look, found: list[str]) -> None:
    text = "ARTICLE 1 Boats\nBoats are tied at dusk.\nARTICLE 2 nets and ropes\nThey are dry.\nARTICLE 3 Pay\nPay is fair.\n"
    edition = an_edition(text, {1: replace(BOLD, lead=15), 3: replace(look, lead=look.lead + 7), 5: replace(BOLD, lead=13)})

    assert [part.root.heading.text for part in edition.parts] == found


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("label", ["1.", "(1)", "A."])
def test_labels_of_every_kind_give_the_same_tree(heading: str, label: str) -> None:
    plain = parse_text(an_agreement(HEADINGS["Article 1. Doors"], LABELS["A."], LABELS["(a)"], 6))
    other = parse_text(an_agreement(HEADINGS[heading], LABELS[label], LABELS["a)"], 6))

    untitled = [str(part).replace(".'", "'") for part in shape(plain)]
    assert [str(part).replace(".'", "'") for part in shape(other)] == untitled
    assert len(plain.parts) == 6


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("lost", [2, 4, 5])
def test_a_lost_heading_costs_only_its_own_article(heading: str, lost: int) -> None:
    text = an_agreement(HEADINGS[heading], LABELS["(1)"], LABELS["a)"], 7)
    whole, damaged = parse_text(text), parse_text(text.replace(f"{HEADINGS[heading](lost)}\n", ""))

    kept = {part.id: outline_of_part(whole, part.id) for part in whole.parts}
    names = [part.id for part in damaged.parts]
    untouched = [name for position, name in enumerate(kept, start=1) if position not in (lost - 1, lost)]
    assert len(names) == 6
    assert {name: outline_of_part(damaged, name) for name in untouched} == {name: kept[name] for name in untouched}
    assert any(finding.code == "P403" for finding in damaged.findings)


def outline_of_part(edition: Edition, name: str) -> list[str]:
    part = next(part for part in edition.parts if part.id == name)
    return [f"{provision.anchor} {provision.text}" for provision in part.root.walk()]


@given(text=texts)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_text_nests_without_end(text: str) -> None:
    assert all(len(provision.pinpoint.steps) <= DEEPEST for _, provision in parse_text(text).provisions())


def test_the_same_list_over_and_over_is_not_nested() -> None:
    lists = "".join(
        f"The duties of the {n}th day are many and long.\nA. Sweep the yard.\nB. Fetch water.\n" for n in range(4, 40)
    )
    edition = parse_text(f"ARTICLE 1\nDUTIES\n{lists}")

    assert max(len(provision.pinpoint.steps) for _, provision in edition.provisions()) == 2


@given(st.integers(2, 6))
@settings(max_examples=5, deadline=None, derandomize=True)
def test_every_part_and_provision_is_a_row_with_a_reason(articles: int) -> None:
    edition = parse_text(an_agreement(HEADINGS["ARTICLE 1 / DOORS"], LABELS["A."], LABELS["(a)"], articles))

    assert len(edition.outline) == sum(1 for _ in edition.provisions())
    assert all(row.why and 0 < row.sure <= 1 for row in edition.outline)
    assert [row.kind for row in edition.outline].count("article") == articles


TEXT = "ARTICLE 1\nDOORS\nDoors are shut.\nARTICLE 2\nMATS\nMats are beaten.\nARTICLE 3\nBELLS\nBells ring.\n"


def test_a_row_that_editors_keep_wins() -> None:
    rows = (KeptRow(line=4, kind="text", opens="ARTICLE 2", place="outline.tsv:1"),)
    found = parse_text(TEXT, an_editorial(rows=rows))

    assert [part.id for part in found.parts] == ["article-1", "article-3"]
    assert "ARTICLE 2" in found.parts[0].root.text


def test_a_row_that_says_that_something_begins_wins_too() -> None:
    text = "ARTICLE 1\nWORK\n1. One.\n2. Two.\nThe list goes on with\n15. Fifteen.\n"
    rows = (KeptRow(line=6, kind="provision", opens="15. Fifteen", place="outline.tsv:1"),)

    assert not re.search(r"<1\.15>", outline_of(parse_text(text)))
    assert re.search(r"<1\.15>", outline_of(parse_text(text, an_editorial(rows=rows))))


@pytest.mark.parametrize("text", [pytest.param(text, id=title) for title, text, _ in read_cases(CASES / "learned.md")])
def test_all_rows_kept_change_nothing(text: str) -> None:
    found = parse_text(text)
    rows = tuple(
        KeptRow(line=row.line, depth=row.depth, kind=row.kind, opens=row.opens, place="outline.tsv:1") for row in found.outline
    )

    assert outline_of(parse_text(text, an_editorial(rows=rows))) == outline_of(found)


def test_a_row_whose_words_do_not_stand_at_its_line_is_refused() -> None:
    rows = (KeptRow(line=5, kind="text", opens="ARTICLE 2", place="outline.tsv:7"),)

    with pytest.raises(SettingsError, match=r"outline\.tsv:7: 'ARTICLE 2' does not stand at line 5"):
        parse_text(TEXT, an_editorial(rows=rows))
