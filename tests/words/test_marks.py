"""Redlines as pages show them: either text can be had back, marks are whole words, and what is heard is named once."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import as_html, parse_page

from contract_site.compare.comparison import make_row
from contract_site.model.comparison import Row, Unit
from contract_site.words import marks


def unit(text: str, name: str = "I.A", *, heading: bool = False) -> Unit:
    return Unit(name, "article-i", name, "I.A", "I", heading, "", text, (1,), "I")


def row(before: str, after: str) -> Row:
    return make_row((unit(before),), (unit(after),))


def text_without(tree: BeautifulSoup | Tag, *left_out: str) -> str:
    for each in tree.select(", ".join(left_out)):
        each.extract()
    return " ".join(tree.get_text(" " if tree.find("br") else "").split())


def older_text(compared: Row) -> str:
    return text_without(parse_page(as_html(marks.older(compared, ()))), ".heard")


def newer_text(compared: Row) -> str:
    return text_without(parse_page(as_html(marks.newer(compared, ()))), ".heard", ".gone", "del")


def folded(text: str) -> str:
    return " ".join(text.split())


WORDS = st.lists(
    st.sampled_from(["the", "postmaster", "shall", "meet", "(1)", "a)", "8.5.G", "may", "not,", "(s)", "1.", "*", "<b>", "&"]),
    min_size=1,
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(WORDS, WORDS)
def test_without_marks_each_text_reads_as_it_was(before: str, after: str) -> None:
    compared = row(before, after)

    assert older_text(compared) == folded(before)
    assert newer_text(compared) == folded(after)


def test_a_replaced_word_is_heard_as_removed_and_added_and_ends_once() -> None:
    compared = row(
        "The head of the postmaster shall meet the others there.", "The head of the office shall meet the others there."
    )

    assert marks.newer(compared, ()) == (
        'The head of the <del><span class="heard">removed: </span>postmaster</del> '
        '<ins><span class="heard">added: </span>office<span class="heard"> end</span></ins> shall meet the others there.'
    )
    assert marks.older(compared, ()) == (
        'The head of the <del><span class="heard">removed: </span>postmaster<span class="heard"> end</span></del> '
        "shall meet the others there."
    )


def test_what_is_new_or_removed_as_a_whole_says_so_in_its_own_line_only() -> None:
    assert marks.newer(make_row((), (unit("New words."),)), ("A.",)) == "<b>A.</b> <ins>New words.</ins>"
    assert marks.older(make_row((unit("Old words."),), ()), ("A.",)) == "<b>A.</b> <del>Old words.</del>"


def test_what_was_rewritten_stands_there_twice_without_marks() -> None:
    compared = row("Leave is granted by the postmaster.", "Every holiday falls on its own day of the calendar week.")

    assert compared.rewritten
    assert marks.shows_both(compared)
    assert marks.older(compared, ()) == "Leave is granted by the postmaster."
    assert marks.newer(compared, ()) == "Every holiday falls on its own day of the calendar week."


def test_each_unit_of_several_has_its_label() -> None:
    compared = make_row(
        (unit("One sentence here. Another sentence there."),),
        (unit("One sentence here."), unit("Another sentence there.", "I.B")),
    )

    assert marks.older(compared, ("A.",)).startswith("<b>A.</b> One sentence here.")
    assert marks.newer(compared, ("A.", "B.")) == "<b>A.</b> One sentence here.<br><b>B.</b> Another sentence there."


def test_rows_and_cells_of_a_table_stay_apart() -> None:
    compared = row("Tool\tFee\nSaw\t5", "Tool\tFee\nSaw\t6")
    html = parse_page(as_html(marks.newer(compared, ())))

    assert len(html.find_all("br")) == 1
    assert len(html.select(".cell")) == 2


def test_words_that_begin_like_a_list_or_heading_stay_words() -> None:
    for text in ("1. An hour", "- a dash", "# a sign", "> a sign"):
        assert older_text(row(text, text)) == text
