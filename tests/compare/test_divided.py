"""The same words in other units: splits, merges, twins, lines that end elsewhere; and texts that were not taken apart."""

from __future__ import annotations

import pytest
from tests.parse.texts import parse_text

from contract_site.build.comparing import compare_texts
from contract_site.compare.recognised import Recognised, difference
from contract_site.compare.units import units_of
from contract_site.model.comparison import Change, Mark, Row
from contract_site.model.finding import SourceError

TURNED = {
    Change.SPLIT: Change.MERGED, Change.MERGED: Change.SPLIT, Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED,
}  # fmt: skip


def rows_of(before: str, after: str) -> tuple[Row, ...]:
    return compare_texts(parse_text(before), parse_text(after)).rows


def told(rows: tuple[Row, ...]) -> list[tuple[str, str, Change]]:
    """What became of each text; headings are left out."""
    return [
        (" ".join(unit.name for unit in row.before), " ".join(unit.name for unit in row.after), row.change)
        for row in rows
        if not any(unit.heading for unit in (*row.before, *row.after))
    ]


LIST = "1.1.A 1.1.A.1 1.1.A.2 1.1.A.3"
CUT = {
    "into a list": (
        "Keepers are given a lantern for the stairs, a coat of oiled wool, and two pairs of boots each year.",
        "Keepers are given:\n1. a lantern for the stairs;\n2. a coat of oiled wool; and\n3. two pairs of boots each year.",
        LIST,
    ),
    "into single words": ("Keepers bring oil, rope, and wicks.", "Keepers bring:\n1. oil;\n2. rope; and\n3. wicks.", LIST),
    "into two": (
        "A keeper rows out at dawn, or he waits for the tide.",
        "A keeper:\n1. rows out at dawn, or\n2. he waits for the tide.",
        "1.1.A 1.1.A.1 1.1.A.2",
    ),
    "with its end in the lead-in": (
        "Keepers are given a lantern, a coat, and boots every autumn.",
        "Every autumn keepers are given:\n1. a lantern;\n2. a coat; and\n3. boots.",
        LIST,
    ),
}


@pytest.mark.parametrize(("whole", "cut", "names"), CUT.values(), ids=CUT)
def test_a_paragraph_cut_into_items_is_split_and_the_other_way_merged(whole: str, cut: str, names: str) -> None:
    before, after = (f"ARTICLE 1\nLAMPS\nSection 1. Kit\nA. {text}\nB. The rest stays as it was.\n" for text in (whole, cut))

    assert told(rows_of(before, after)) == [("1.1.A", names, Change.SPLIT), ("1.1.B", "1.1.B", Change.UNCHANGED)]
    assert told(rows_of(after, before)) == [(names, "1.1.A", Change.MERGED), ("1.1.B", "1.1.B", Change.UNCHANGED)]


@pytest.mark.parametrize("name", ["into a list", "into single words", "into two"])
def test_words_that_were_only_cut_are_kept(name: str) -> None:
    whole, cut, _ = CUT[name]
    before, after = (f"ARTICLE 1\nLAMPS\nSection 1. Kit\nA. {text}\n" for text in (whole, cut))

    assert {segment.mark for row in rows_of(before, after) for segment in row.redline} == {Mark.KEEP}


def test_a_figure_that_changed_where_a_paragraph_was_cut_is_marked() -> None:
    head = "ARTICLE 1\nLAMPS\nSection 1. Kit\nA. Keepers are given"
    before = f"{head} 2 lanterns for the stairs, a coat of oiled wool, and boots each year.\n"
    after = f"{head}:\n1. 3 lanterns for the stairs;\n2. a coat of oiled wool; and\n3. boots each year.\n"
    rows = rows_of(before, after)

    assert told(rows) == [("1.1.A", LIST, Change.SPLIT)]
    assert [(s.mark, s.text) for s in rows[-1].redline if s.mark is not Mark.KEEP] == [(Mark.STRIKE, "2 "), (Mark.INSERT, "3 ")]


def test_a_list_whose_lead_in_took_words_from_its_items_stays_a_list() -> None:
    before = (
        "ARTICLE 1\nLAMPS\nSection 1. Kit\nA. Keepers shall not bring what is against:\n1. Rule.\n2. The custom of the yard.\n"
    )
    after = (
        "ARTICLE 1\nLAMPS\nSection 1. Kit\nA. Keepers shall not bring what:\n1. Is against rule.\n2. Is against the custom.\n"
    )

    assert ("1.1.A", "1.1.A", Change.REWORDED) in told(rows_of(before, after))


# Lines ----------------------------------------------------------------------------------------------------------------

SENTENCES = (
    "A cistern is filled in spring",
    "The smith is paid when the lid has held for a day",
    "The chain is given by the harbour and is oiled by the smith until the cistern is handed over to all of them",
)


def cistern(*lines: str) -> str:
    return "ARTICLE 1\nCISTERNS\nSection 1. Lids\nA. " + "\n".join(lines) + "\nB. A lid is round.\n"


LINES = {
    "one line": cistern(". ".join(SENTENCES) + "."),
    "a line each": cistern(*(f"{each}." for each in SENTENCES)),
    "two and one": cistern(f"{SENTENCES[0]}. {SENTENCES[1]}.", f"{SENTENCES[2]}."),
    "one and two": cistern(f"{SENTENCES[0]}.", f"{SENTENCES[1]}. {SENTENCES[2]}."),
}


def test_the_lines_do_make_other_paragraphs() -> None:
    units = {tuple(unit.text for unit in units_of(parse_text(text)) if not unit.heading) for text in LINES.values()}

    assert {len(each) for each in units} == {2, 3, 4}


@pytest.mark.parametrize("before", LINES.values(), ids=LINES)
@pytest.mark.parametrize("after", LINES.values(), ids=LINES)
def test_paragraphs_that_end_elsewhere_are_unchanged(before: str, after: str) -> None:
    rows = rows_of(before, after)

    assert {row.change for row in rows} == {Change.UNCHANGED}
    assert {segment.mark for row in rows for segment in row.redline} == {Mark.KEEP}


# Twins ----------------------------------------------------------------------------------------------------------------

HEAD = "ARTICLE 1\nGEAR\nSection 1. Nets. Nets are mended by the eldest.\n"
GONE = "Section 2. Floats. Floats are painted each spring.\nSection 3. Hooks. Hooks are filed on the bench.\n"


def levies(*titles: str) -> str:
    parts = [
        f"Section {n}. {title}\nA. The levy is set by the warden.\nB. The levy is a whole sum.\n"
        for n, title in enumerate(titles, 1)
    ]
    return "ARTICLE 2\nLEVIES\n" + "".join(parts)


def pairs(before: str, after: str) -> set[tuple[str, str, Change]]:
    return {each for each in told(rows_of(before, after)) if "2." in f"{each[0]} {each[1]}" and not each[0].startswith("1")}


def test_twins_stay_where_they_are_when_something_before_them_goes() -> None:
    both = {(name, name, Change.UNCHANGED) for name in ("2.1.A", "2.1.B", "2.2.A", "2.2.B")}
    old, new = HEAD + GONE + levies("Rising Levy", "Falling Levy"), HEAD + levies("Rising Levy", "Falling Levy")

    assert pairs(old, new) == both
    assert pairs(new, old) >= both
    assert all(row.change in (Change.UNCHANGED, Change.REMOVED) for row in rows_of(old, new))
    assert all(row.change in (Change.UNCHANGED, Change.ADDED) for row in rows_of(new, old))


def test_twins_go_with_their_heading() -> None:
    old, new = HEAD + levies("Rising Levy", "Falling Levy", "Winter Levy"), HEAD + levies("Rising Levy", "Winter Levy")

    assert pairs(old, new) == {
        ("2.1.A", "2.1.A", Change.UNCHANGED), ("2.1.B", "2.1.B", Change.UNCHANGED),
        ("2.2.A", "", Change.REMOVED), ("2.2.B", "", Change.REMOVED),
        ("2.3.A", "2.2.A", Change.MOVED), ("2.3.B", "2.2.B", Change.MOVED),
    }  # fmt: skip


# What was not recognised ----------------------------------------------------------------------------------------------

PROSE = "The keeper trims the lamp at dusk and writes it down. "
KNOWN = "".join(f"ARTICLE {n}\nLAMPS\nSection 1. {PROSE}\nSection 2. Rope is kept dry in the loft.\n" for n in range(1, 4))
UNKNOWN = "".join(f"{PROSE}\n" for _ in range(3))


@pytest.mark.parametrize(("before", "after"), [(KNOWN, UNKNOWN), (UNKNOWN, KNOWN), (UNKNOWN, UNKNOWN)])
def test_a_text_in_which_nothing_was_recognised_is_refused_in_one_line(before: str, after: str) -> None:
    with pytest.raises(SourceError) as caught:
        rows_of(before, after)

    assert "\n" not in str(caught.value)
    assert "recognised" in str(caught.value)


FULL = Recognised(name="full", articles=20, units=800, compared=100_000, kept=105_000)
LESS = {
    "no article": (
        Recognised("x", articles=0, units=40, compared=100_000, kept=105_000),
        "no article was recognised here, 20 in",
    ),
    "part of the words": (Recognised("x", articles=3, units=150, compared=20_000, kept=105_000), "19% of the words stand in"),
    "not taken apart": (Recognised("x", articles=20, units=40, compared=100_000, kept=105_000), "40 paragraphs and headings"),
    "a short text": (Recognised("x", articles=1, units=10, compared=1_500, kept=1_600), ""),
    "coarser": (Recognised("x", articles=20, units=200, compared=100_000, kept=105_000), ""),
    "much front matter": (Recognised("x", articles=20, units=700, compared=90_000, kept=160_000), ""),
}


@pytest.mark.parametrize(("less", "reason"), LESS.values(), ids=LESS)
def test_texts_of_which_one_was_hardly_recognised_cannot_be_compared(less: Recognised, reason: str) -> None:
    assert difference(less, FULL).startswith(reason)
    assert bool(difference(less, FULL)) is bool(reason)
    assert difference(FULL, less) == difference(FULL, FULL) == ""
