"""Tables that have no name of their own, memoranda that are only listed, and the lists that cite them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.link.texts import an_edition, references_of

from contract_site.link.lead_ins import blocks_with_leads
from contract_site.link.listed_titles import entry_titles, find_entry
from contract_site.model.editorial import DocumentName, HandTable

TEXT = """ARTICLE 1
LEAVE
A. The MOU on Leave Sharing is kept, as it was kept in all of the years before this one was made.
B. The following memoranda apply to casuals:
Leave Sharing
Work Travel, and Pay
Leave
That is all.
MEMORANDUM OF UNDERSTANDING
Re: What Continues
These continue:
Leave Sharing 309
Work, Travel and Pay 310
"""
LISTED = HandTable(
    first=12,
    last=13,
    opens="Leave Sharing",
    columns=("", ""),
    rows=(("Leave Sharing", "309"), ("Work, Travel and Pay", "310")),
    lists="memoranda",
)
LEAD = "The following memoranda apply to casuals:"


def test_a_table_of_which_only_parts_have_names_means_all_of_them() -> None:
    text = "ARTICLE 1\nPAY\nA. See Table Four and Table 5.\nTable 4.1 Rate\n3 12.00\nTable 4.2 Rate\n4 13.00\n"
    tables = tuple(
        HandTable(
            first=line, last=line + 1, opens="Table", name=f"Table 4.{number}", columns=("", "Rate"), rows=((grade, rate),)
        )
        for line, number, grade, rate in ((4, 1, "3", "12.00"), (6, 2, "4", "13.00"))
    )

    assert references_of(an_edition(text, tables=tables)) == [
        "1.A: Table Four -> table-4.1, table-4.2",
        "1.A: Table 5 -> unresolved: no table has this name",
    ]


def test_in_a_table_only_an_article_or_a_path_below_a_section_is_cited() -> None:
    text = (
        "ARTICLE 1\nPAY\nSection 1. Days\nA. So.\nSection 2. Steps\nPaid:\nStep 1 (under Section 1.A) 2\nStep 2 Section 3 9\n"
    )
    table = HandTable(
        first=7, last=8, opens="Step", columns=("", ""), rows=(("Step 1 (under Section 1.A)", "2"), ("Step 2 Section 3", "9"))
    )

    assert references_of(an_edition(text, tables=(table,))) == ["1.2.t1: Section 1.A -> 1.1.A"]


def listed_in(text: str, **choices: object) -> list[str]:
    return [line for line in references_of(an_edition(text, **choices)) if line.endswith("#t1")]


def test_without_a_list_of_memoranda_their_titles_lead_nowhere() -> None:
    assert listed_in(TEXT) == []


def test_titles_in_a_list_of_memoranda_lead_to_it_where_words_call_them_memoranda() -> None:
    assert listed_in(TEXT, tables=(LISTED,)) == [
        "1.A: MOU on Leave Sharing -> memo/what-continues#t1",
        "1.B.p2: Leave Sharing -> memo/what-continues#t1",
        "1.B.p3: Work Travel, and Pay -> memo/what-continues#t1",
    ]


def test_words_that_editors_list_lead_to_the_list_too() -> None:
    named = DocumentName(name="Leave (2006)", listed=True, words=("Sharing of Leave",))
    text = TEXT.replace("MOU on Leave Sharing", "MOU on Sharing of Leave")

    assert listed_in(text, tables=(LISTED,), documents=(named,))[0] == "1.A: MOU on Sharing of Leave -> memo/what-continues#t1"


def test_what_leads_to_an_entry_ends_with_the_first_sentence() -> None:
    text = TEXT.replace("That is all.", "That is all.\nLeave is short.")
    leads = {block.anchor: lead for _, _, block, lead in blocks_with_leads(an_edition(text))}

    assert [leads[anchor] for anchor in ("1.B", "1.B.p2", "1.B.p4", "1.B.p5", "1.B.p6")] == ["", LEAD, LEAD, LEAD, ""]


@given(st.text("LeavSharing ,.", max_size=30), st.sampled_from(["The following memoranda apply:", "These apply:", ""]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_only_a_whole_title_in_a_list_of_memoranda_is_cited(text: str, lead: str) -> None:
    entries = entry_titles({"Leave Sharing": "memo:x#t1"})
    found = find_entry(text, lead, entries)

    assert bool(found) == ("memoranda" in lead and text.replace(",", " ").replace(".", " ").split() == ["Leave", "Sharing"])
    assert all(text[each.start : each.end] == each.text for each in found)
