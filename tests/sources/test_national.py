"""The 2010 national agreement: every provision under its right parent, with its printed page.

The tables beside this file hold what a reader found in the source, not what the program finds.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from tests.parse.texts import printed_words
from tests.sources.real import NATIONAL, body, edition, holders, offset_of, parts, rows

from contract_site.model.document import BlockKind, Provision, Rank
from contract_site.model.source import Words

pytestmark = pytest.mark.agreements("national-2010")


def in_order(provision: Provision) -> Iterator[Words]:
    """Every word of a provision and of all below it, as printed."""
    yield from (provision.label, provision.heading)
    for part in provision.body:
        yield from in_order(part) if isinstance(part, Provision) else (part.words,)


def in_body() -> list:
    return [provision for part, provision in edition(NATIONAL).provisions() if part.container == "body"]


def test_every_character_is_accounted_for_once() -> None:
    account = edition(NATIONAL).account

    assert account.unaccounted == ()
    assert account.twice == ()
    assert account.kept + account.removed == account.characters == len("".join(edition(NATIONAL).source.text.split()))


def test_only_furniture_with_a_known_reason_is_removed() -> None:
    """Anything new in this list is words that readers no longer see."""
    reasons = {item.reason for item in edition(NATIONAL).furniture}

    assert reasons == {
        "asterisks between documents",
        "contents list",
        "contents list of the article",
        "cover, printed twice",
        "dashes between the two columns",
        "dotted leaders",
        "hyphen of a word broken over two lines (Attend-ance)",
        "printed page number",
        "removed by a correction: full stop had fallen onto a line of its own",
        "text of the web page the copy was taken from, not of the agreement",
        "values of row M read a second time, without their commas",
    }
    assert sum(item.reason == "asterisks between documents" for item in edition(NATIONAL).furniture) == 53


@pytest.mark.parametrize(("rank", "count"), [(Rank.ARTICLE, 43), (Rank.SECTION, 157), (Rank.STEP, 4), (Rank.PARAGRAPH, 1074)])
def test_the_body_has_as_many_provisions_of_a_rank_as_the_book(rank: Rank, count: int) -> None:
    assert sum(provision.rank is rank for provision in in_body()) == count


def test_the_body_has_1278_provisions_each_with_an_anchor_of_its_own() -> None:
    anchors = Counter(provision.anchor for provision in in_body())

    assert len(anchors) == anchors.total() == 1278
    assert not [anchor for anchor in anchors if "~" in anchor]


def test_labels_are_printed_in_the_schemes_that_a_reader_counted() -> None:
    """``A.`` 345, ``1.`` 447, ``a.`` 167, ``(1)`` 66, ``(a)`` 35, ``a)`` 12, ``1)`` 2."""
    shapes = Counter(
        re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "1", provision.label.text)))
        for provision in in_body()
        if provision.rank is Rank.PARAGRAPH
    )

    # One letter lost its full stop in print: 36.2.A.
    assert shapes["A."] + shapes["A"] == 345
    assert {shape: count for shape, count in shapes.items() if shape[0] != "A"} == {
        "1.": 447, "a.": 167, "(1)": 66, "(a)": 35, "a)": 12, "1)": 2,
    }  # fmt: skip


@pytest.mark.parametrize("row", rows("outline"), ids=lambda row: f"{row['article']}.{row['section']}".rstrip("."))
def test_an_article_or_section_has_its_heading_page_and_number_of_items(row: dict[str, str]) -> None:
    provision = body(f"{row['article']}.{row['section']}".rstrip("."))

    assert provision.label.start_of_text == offset_of(row["line"])
    assert provision.heading.text == row["title"]
    assert provision.page == row["page"]
    assert sum(below.rank is Rank.PARAGRAPH for below in provision.walk()) == int(row["items"])


def test_the_table_of_articles_and_sections_is_whole() -> None:
    listed = [f"{row['article']}.{row['section']}".rstrip(".") for row in rows("outline")]

    assert listed == [provision.anchor for provision in in_body() if provision.rank in (Rank.ARTICLE, Rank.SECTION)]


@pytest.mark.parametrize("row", rows("provisions"), ids=lambda row: f"{row['part']}: {row['anchor']}")
def test_a_provision_stands_where_the_book_has_it(row: dict[str, str]) -> None:
    """Under its parent, on its page, from its line of the source."""
    trail = parts(NATIONAL)[row["part"]].root.trail(row["anchor"])
    provision = trail[-1]

    assert trail[-2].anchor == row["parent"]
    assert provision.page == row["page"]
    assert offset_of(row["line"]) <= provision.label.start_of_text < offset_of(str(int(row["line"]) + 1))
    own = " ".join([provision.heading.text, *(block.words.text for block in provision.blocks)])
    assert own.split()[: len(row["opening words"].split())] == row["opening words"].split()


def test_the_three_deepest_provisions_are_five_labels_below_their_section() -> None:
    depths = {provision.anchor: provision.anchor.count(".") for provision in in_body() if provision.rank is Rank.PARAGRAPH}
    deepest = max(depths.values())

    assert [anchor for anchor, depth in depths.items() if depth == deepest] == [
        "12.5.C.5.a.4.a", "12.5.C.5.a.4.b", "12.5.C.5.b.1.a",
    ]  # fmt: skip


@pytest.mark.parametrize("row", rows("not-provisions"), ids=lambda row: f"{row['line']} {row['words'][:30]}")
def test_a_line_that_looks_like_a_provision_is_text(row: dict[str, str]) -> None:
    offset = offset_of(row["line"])
    if offset not in holders():
        # The stray full stop of 36.1 is taken away by a correction.
        assert [item.reason for item in edition(NATIONAL).furniture if item.span.start == offset] == [
            "removed by a correction: full stop had fallen onto a line of its own"
        ]
        return
    part, provision, kind, _ = holders()[offset]

    assert kind not in ("label", "heading")
    assert row["provision"] in ("", provision.anchor)
    assert row["page"] in ("", part.id)


@pytest.mark.parametrize("row", rows("unlabelled"), ids=lambda row: f"{row['line']} {row['owner']}")
def test_a_paragraph_without_a_label_belongs_to_its_owner(row: dict[str, str]) -> None:
    offset = offset_of(row["line"])
    _, provision, kind, words = holders()[offset]

    assert provision.anchor == row["owner"]
    assert kind not in ("label", "heading")
    assert (words.start_of_text == offset) is (row["begins a block"] == "yes")


@pytest.mark.parametrize("line", [1475, 7131, 14293, 14565, 14591, 15829])
def test_a_line_set_short_in_the_middle_of_a_sentence_begins_no_paragraph(line: int) -> None:
    _, _, kind, words = holders()[offset_of(str(line))]

    assert kind not in ("label", "heading")
    assert words.start_of_text < offset_of(str(line))


def test_each_printed_page_is_marked_once_and_in_order() -> None:
    marks = [mark.page for words in printed_words(edition(NATIONAL)) for mark in words.marks]
    arabic = [page for page in marks if page.isdigit()]

    assert arabic == [str(number) for number in range(1, 215)]
    # i and ii stand in the cover and contents, which readers do not see.
    assert [page for page in marks if not page.isdigit()] == ["iii", "iv"]


def test_all_printed_page_numbers_are_furniture_once() -> None:
    text = edition(NATIONAL).source.text
    numbers = [text[i.span.start : i.span.end] for i in edition(NATIONAL).furniture if i.reason == "printed page number"]

    assert numbers == ["i", "ii", "iii", "iv", *(str(number) for number in range(1, 215))]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (3377, "su|pervisor"),
        (5507, "in|stallation"),
        (5623, "assign|ment"),
        (11379, "un|der"),
        (15653, "assign|ments"),
        (19165, "Techni|cal"),
    ],
)
def test_a_word_that_a_page_end_broke_is_whole(line: int, word: str) -> None:
    """Its second half, on the line after the page number, goes on without a space."""
    _, provision, _, _ = holders()[offset_of(str(line))]
    begin, end = word.split("|")
    marks = [(block.text, mark.offset) for block in provision.blocks for mark in block.words.marks]

    assert [text[offset:].startswith(end) for text, offset in marks if text[:offset].endswith(begin)] == [True]


def test_the_last_page_of_a_part_is_that_of_its_last_words() -> None:
    """Behind the last section of Article 28 a paragraph of the article stands, on the next page."""
    for part in edition(NATIONAL).parts:
        begun = [mark.page for words in in_order(part.root) for mark in words.marks if mark.offset < len(words.text)]

        assert begun[-1:] in ([], [part.last_page]), part.id
    assert parts(NATIONAL)["article-28"].last_page == "93"


@pytest.mark.parametrize("row", rows("memoranda"), ids=lambda row: row["title"])
def test_a_memorandum_has_its_title_form_and_pages(row: dict[str, str]) -> None:
    memorandum = next(part for part in edition(NATIONAL).memoranda if part.title == row["title"])
    first = min(words.start for words in (memorandum.root.heading, *(b.words for b in memorandum.root.blocks)) if words.pieces)

    assert memorandum.form == row["form"]
    assert (memorandum.root.page, memorandum.last_page) == (row["page"], row["last page"])
    assert first <= offset_of(row["line"]) + 1
    assert memorandum.container != "body"


def test_there_are_fifty_memoranda_in_the_order_of_the_contents() -> None:
    assert [part.title for part in edition(NATIONAL).memoranda] == [row["title"] for row in rows("memoranda")]


def test_reprinted_articles_are_in_appendix_a_and_never_in_the_body() -> None:
    """ARTICLE 7, 8, 9, 10, 11 and 19 stand in lines 17739 to 18153 a second time."""
    body_lines = range(offset_of("383"), offset_of("17171"))
    appendix = [p.anchor for p in parts(NATIONAL)["appendix-a"].root.walk() if p.rank is Rank.ARTICLE]

    assert appendix == [f"2.article-{number}" for number in (7, 8, 9, 10, 11, 19)]
    assert all(p.label.start_of_text in body_lines for p in in_body())
    assert Counter(p.anchor for p in in_body() if p.rank is Rank.ARTICLE) == Counter(str(n) for n in range(1, 44))


def test_the_reprint_of_9_7_keeps_its_printed_number() -> None:
    """Appendix A prints Section 8 where the body has Section 7."""
    anchors = [provision.anchor for provision in parts(NATIONAL)["appendix-a"].root.walk()]

    assert "2.article-9.8" in anchors
    assert "2.article-9.7" not in anchors


ARTICLES = [1, 2, 3, 5, 14, 15, 18, 20, 22, 23, 24, 27, 28, 31, 34, 36, 42, 43]
STATED = {
    **{str(article): "PSE" for article in ARTICLES},
    **dict.fromkeys(["17.2", "17.3", "17.4", "17.6", "17.7", "8.9", "10.2.B"], "PSE"),
    "32": "TE",
}
"""What a note under the provision says: 18 articles, 5 sections, 2 paragraphs, and Article 32 in the words of another group."""
REPRINTED = ["7.1.B", "8.2.A", "8.2.B", "8.3.p3", "8.4.G", "8.7", "8.8.D", "9.7", "11.6.D", "19.1.p4", "32"]
"""What applies because Appendix A reprints it, or lists it without a note of its own in the article."""


def test_statements_of_applicability_stand_on_what_they_name() -> None:
    stated = {p.anchor: s.group for p in in_body() for s in p.applies if not s.by}

    assert stated == STATED


def test_what_appendix_a_reprints_applies_to_pse_employees() -> None:
    by_provision = [p.anchor for p in in_body() for s in p.applies if s.by.startswith("appendix-a#") and s.group == "PSE"]
    by_block = [b.anchor for p in in_body() for b in p.blocks for s in b.applies if s.by.startswith("appendix-a#")]

    assert sorted(by_provision + by_block) == sorted(REPRINTED)


@pytest.mark.parametrize("anchor", list(STATED))
def test_a_statement_is_a_note_of_what_it_covers_in_its_own_words(anchor: str) -> None:
    provision = body(anchor)
    statement = next(s for s in provision.applies if not s.by)
    notes = [block.text for block in provision.blocks if block.kind is BlockKind.NOTE]

    assert statement.words in notes
    assert statement.words.startswith("(The preceding ")
    assert not [p.anchor for p in provision.walk() if p is not provision and statement.words in p.text]


def test_the_continuing_memoranda_are_all_listed() -> None:
    table = next(block.table for block in parts(NATIONAL)["appendices"].root.blocks if block.table)

    assert len(table.rows) == 64
    assert table.rows[0] == ("Memoranda of Understanding and Letters of Intent", "280")
    pages = [int(page) for _, page in table.rows]
    assert pages == sorted(pages)
    assert ("Article 39.1.C.8 - Abolishment", "376") in table.rows
    assert ("Time Limitations Concerning Bone Marrow, Stem Cell, Blood Platelet and Organ Donations", "312") in table.rows
