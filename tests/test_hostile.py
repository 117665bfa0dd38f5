"""Source text is data: whatever characters an agreement holds, its page shows them, in order, and does nothing else with them.

Page by page, as MkDocs' Markdown makes it; `tests/site/test_hostile_site.py` has the site.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hostile import HOSTILE, an_edition, check_shown, check_tame, each, pages_as_html, words_of
from tests.projects import parse_page

from contract_site.model.document import Edition
from contract_site.model.edition_settings import PartSettings, Person, SourceSettings
from contract_site.model.editorial import AppliesChoice, Correction, EditorsNote, HandTable

# In every place where a source's words can stand ------------------------------------------------------------------------

PLACES = {
    "alone": "{}",
    "article without sections": "ARTICLE 1\nTITLE\n{}",
    "section": "ARTICLE 1\nTITLE\nSection 1. Title\n{}",
    "heading of a section": "ARTICLE 1\nTITLE\nSection 1. {}\nWords.",
    "label": "ARTICLE 1\nTITLE\nA. {}\nB. More.",
    "alone after a label": "ARTICLE 1\nTITLE\nA.\n{}\nB.\nMore.",
    "run-in heading": "ARTICLE 1\nTITLE\nA. Night Watches. {}",
    "deep": "ARTICLE 1\nTITLE\nA. One\n1. One\na. One:\n(1) {}\n(2) Two.",
    "step": "ARTICLE 1\nTITLE\nSection 1. Title\nStep 1:\n{}",
    "bullet": "ARTICLE 1\nTITLE\nWords:\n• {}\n• {}",
    "dash": "ARTICLE 1\nTITLE\nWords:\n— X {}\n— Y {}",
    "remark": "ARTICLE 1\nTITLE\nWords.\n[see Memo, page 1 {}]",
    "after a page number": "ARTICLE 1\nTITLE\nWords.\n1\n{}",
    "page number in a heading": "ARTICLE 1\nTITLE\nWords.\nARTICLE 2\n1\nTITLE\n{}",
    "page number in a bullet": "ARTICLE 1\nTITLE\nWords:\n1\n• {}\n2\n• {}",
    "article without a title": "ARTICLE 1\nwords {}",
    "preamble in capitals": "PREAMBLE\n{}\nARTICLE 1\nTITLE\nWords.",
    "between lines": "ARTICLE 1\nTITLE\nThe first line is so long that it seems to be a full on\n{}\nand the last line.",
    "memorandum": "MEMORANDUM OF UNDERSTANDING\nBETWEEN THE\nRe: Title {}\n{}",
    "memorandum's form": "MEMORANDUM OF UNDERSTANDING {}\nRe: Title\nWords.",
}


@pytest.mark.sampled(7)
@each
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_hostile_words_are_shown_in_every_place(place: str, words: str) -> None:
    check_shown(an_edition(place.replace("{}", words)))


SNIPPETS = st.sampled_from(sorted(HOSTILE.values()))
RANDOM = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
PUNCTUATION = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~^$&;:\"'= \t1aA/%@"), max_size=20)
STRUCTURE = st.sampled_from(
    [
        "ARTICLE 1",
        "ARTICLE 2",
        "ITEM 1",
        "Section 1.",
        "Section 2. ",
        "Step 1:",
        "A. ",
        "B. ",
        "1. ",
        "2. ",
        "a. ",
        "(1) ",
        "(a) ",
        "i. ",
        "1) ",
        "a) ",
        "I. ",
        "C. 1. a. ",
        "• ",
        "— ",
        "o ",
        "1",
        "2",
        "i",
        "Re: ",
        "MEMORANDUM OF UNDERSTANDING",
        "BETWEEN",
        "LETTER OF INTENT",
        "* * *",
        "TITLE IN CAPITALS",
        "Title ........ 7",
        "(The preceding Article shall apply to ",
        "thirty-",
        "",
    ]
)
LINES = st.builds("".join, st.lists(st.one_of(STRUCTURE, SNIPPETS, RANDOM, PUNCTUATION, st.just("su1\npervisor ")), max_size=3))
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join).filter(lambda text: text.strip("\ufeff").strip())


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_shown_word_for_word(text: str) -> None:
    check_shown(an_edition(text))


def test_a_memorandum_whose_title_has_no_latin_letter_has_an_address() -> None:
    check_shown(an_edition("MEMORANDUM OF UNDERSTANDING\nBETWEEN THE\nRe: 日本語\nWords."))


# In what editors write ------------------------------------------------------------------------------------------------

SOURCE = """ARTICLE 1
TITLE
A. First words, taut and {raw}.
B. Second words.
C. Grade 1
9
APPENDIX A
1. More words.
"""


def an_edition_described_as(words: str) -> Edition:
    """An edition whose editors wrote the words wherever they can write."""
    agreement = replace(
        an_edition("x").settings,
        title=words,
        name=words,
        short=words,
        parties=(words, words),
        note=words,
        citation=words,
        source=SourceSettings(file="source.txt", sha256="", description=words),
        group=(Person(code="G", name=words, words=("Nobody",)),),
        part=(
            PartSettings(line=1, opens="ARTICLE 1", kind="articles"),
            PartSettings(
                line=7, opens="APPENDIX A", kind="appendix", id="appendix-a", title=words, form=words, body=8, memorandum=True
            ),
        ),
    )
    table = HandTable(first=5, last=6, opens="C. Grade", summary=words, columns=("Grade", "9"), rows=(("1", ""),))
    return an_edition(
        SOURCE.replace("{raw}", "x"),
        agreement=agreement,
        corrections=(Correction(line=3, raw="taut", text="taught", reason=words, certainty="rival"),),
        notes=(EditorsNote(provision="1.B", text=words), EditorsNote(provision="1", page="appendix-a", text=words)),
        tables=(table,),
        applies=(AppliesChoice(covers="1.A", group="G", by="appendix-a#1", note=words),),
    )


@pytest.mark.sampled(7)
@each
def test_what_editors_write_is_shown_literally_on_every_page(words: str) -> None:
    edition = an_edition_described_as(words)
    pages = pages_as_html(edition)
    plain = " ".join(words_of(words))

    check_tame(edition, pages)
    for page, times in {"index": 8, "article-1": 6, "appendix-a": 4, "memoranda": 3, "tables": 2, "corrections": 5}.items():
        text = " ".join(words_of(parse_page(pages[f"invented/{page}.md"]).get_text()))
        assert text.count(plain) >= times, page


@pytest.mark.sampled(7)
@each
def test_cells_notes_and_names_of_tables_are_shown_literally(words: str) -> None:
    plain = " ".join(words_of(words))
    table = HandTable(
        first=1,
        last=2,
        opens="Table",
        name=f"Table 1 {words}",
        title=words,
        summary=words,
        spanner=words,
        columns=(words, words),
        rows=((words, ""), ("", words)),
        notes=(words, words),
    )
    edition = an_edition(f"Table 1 {words}\n" + f" {words} " * 8, tables=(table,))
    pages = pages_as_html(edition)
    figure = parse_page(pages[f"invented/{edition.parts[0].id}.md"]).figure

    check_tame(edition, pages)
    assert figure is not None
    assert [" ".join(words_of(cell.get_text())) for cell in figure.find_all(["th", "td"])] == [
        plain,
        plain,
        plain,
        "",
        "",
        plain,
    ]
    assert [" ".join(words_of(note.get_text())) for note in figure.select(".table-note")] == [plain, plain]
    assert figure.figcaption is not None
    assert words_of(figure.figcaption.get_text()) == words_of(f"Table 1 {words} {words} {words}")
