"""What is not the parties' text, set apart: tables of invented pages (``tests/cases/furniture/``) and what always holds."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parse.generated import texts
from tests.parse.test_cases import read_cases
from tests.parse.texts import a_source, an_editorial, outline_of, parse_text

from contract_site.apart.furniture import SetApart, set_apart
from contract_site.model.edition_settings import PartSettings
from contract_site.model.source import SourceSpan
from contract_site.read.text import split_lines

CASES = sorted((Path(__file__).parents[1] / "cases" / "furniture").glob("*.md"))
NEXT_SHEET = "<next sheet>\n"
moderately = settings(max_examples=150, deadline=None, derandomize=True)


def set_apart_of(text: str) -> SetApart:
    source = a_source(text)
    return set_apart(split_lines(source), source)


def shown(text: str) -> str:
    """What became of a text: each line that stays with its page, each mark, what was set apart, what contents lists say."""
    apart = set_apart_of(text)
    lines = [f"@{line.page or '?'} {_marked(line.words.pieces)}" for line in apart.lines]
    lines += [
        f"-- {item.reason}: {text[item.span.start : item.span.end]}" for item in sorted(apart.furniture, key=lambda i: i.span)
    ]
    lines += [f"* {entry.depth} {entry.label} | {entry.title} | {entry.page}" for entry in apart.contents]
    return "\n".join(re.sub(r" {2,}", "  ", line) for line in lines)


def _marked(pieces: Sequence[object]) -> str:
    return "".join(piece.text if piece.page is None else f"{{{piece.page}}}" for piece in pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(text, result, id=f"{path.stem}: {title}") for path in CASES for title, text, result in read_cases(path)],
)
def test_what_is_set_apart_and_why(text: str, expected: str) -> None:
    assert shown(text.replace(NEXT_SHEET, "\f")) == expected


# What always holds -----------------------------------------------------------------------------------------------------


def spans_of(text: str) -> tuple[list[SourceSpan], list[SourceSpan]]:
    apart = set_apart_of(text)
    return [span for line in apart.lines for span in line.words.spans], [item.span for item in apart.furniture]


@given(text=st.one_of(texts, st.lists(texts, min_size=2, max_size=5).map("\f".join)))
@moderately
def test_no_character_is_lost_and_none_is_in_both(text: str) -> None:
    kept, removed = spans_of(text)
    covered = sorted([*kept, *removed])

    assert all(after.start >= before.end for before, after in pairwise(covered))
    assert sum(len("".join(text[span.start : span.end].split())) for span in covered) == len("".join(text.split()))


@given(text=texts)
@moderately
def test_lines_stay_in_their_order(text: str) -> None:
    kept, _ = spans_of(text)

    assert kept == sorted(kept)


SENTENCES = [
    "The crew of each boat is paid on the last day of the month and the pay is counted by the mate,",
    "who signs for it in the book that lies in the cabin; nobody is paid twice for one voyage, and",
    "no voyage is counted that was not ended. The harbour master keeps the second copy of the book.",
    "Salt and rope are bought by the owner. A member of the crew who buys them is paid back within",
    "ten days, if the owner was told. Nets are mended on land by those who tore them, unless a storm",
    "tore them, of which the mate is judge. Lamps are lit at dusk and put out when the sun is seen.",
]


def an_agreement(articles: int) -> list[str]:
    """The lines of an invented agreement; every line is another, as in any text."""
    lines: list[str] = []
    for article in range(1, articles + 1):
        lines += [f"ARTICLE {article}", f"BOATS OF THE {chr(64 + article)} LINE"]
        for section in (1, 2, 3):
            lines.append(f"Section {section}. On the {article * 3 + section} boats of that line the rule is as follows.")
            lines += [f"{sentence[:-4]} {article}{section}{at}x{sentence[-4:]}" for at, sentence in enumerate(SENTENCES)]
    return lines


def in_sheets(lines: Sequence[str], length: int) -> Iterator[list[str]]:
    for start in range(0, len(lines), length):
        yield list(lines[start : start + length])


HEADS = [
    ([], ["{n}"]),
    ([], ["- {n} -"]),
    (["Fishers’ Agreement 2031–2034"], ["Page {n} of {all}"]),
    (["FISHERS’ AGREEMENT", "Local 12"], ["{n}"]),
    ([], ["Fishers’ Agreement        {n}"]),
    (["{n}", "Fishers’ Agreement"], []),
    ([], ["_______________", "2031–2034 Fishers’ Agreement -{n}-"]),
]


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("head", "foot"), HEADS)
@pytest.mark.parametrize("length", [17, 24, 31])
@pytest.mark.parametrize("first", [1, 7])
@pytest.mark.parametrize("between", ["\f", ""], ids=["sheets", "no sheets"])
def test_heads_and_feet_change_nothing_of_the_tree(
    head: list[str], foot: list[str], length: int, first: int, between: str
) -> None:
    sheets = list(in_sheets(an_agreement(9), length))
    numbers = [{"n": number, "all": first + len(sheets)} for number in range(first, first + len(sheets))]
    printed = [
        "\n".join([*(line.format(**n) for line in head), *sheet, *(line.format(**n) for line in foot)])
        for n, sheet in zip(numbers, sheets, strict=True)
    ]

    assert tree_of(("\n" + between).join(printed)) == tree_of("\n".join(an_agreement(9)))


def tree_of(text: str) -> str:
    """The parsed tree without pages and without what was set apart."""
    lines = [line for line in outline_of(parse_text(text)).splitlines() if not line.startswith(("-- ", "! "))]
    return re.sub(r"\{\w+\}| @\w+$", "", "\n".join(lines), flags=re.MULTILINE)


def test_a_text_without_sheets_repetition_and_contents_loses_nothing() -> None:
    assert set_apart_of("\n".join(an_agreement(20))).furniture == ()


ONE_LINE_SECTIONS = """ARTICLE 4
FERRIES
Section 1. The ferry crosses at noon.
Section 2. The ferryman has two coats.
ANNEX ON LAMPS
Section 1. Lamps burn oil.
Section 2. Lamps are filled."""


@pytest.mark.parametrize("part", [(), (PartSettings(line=1, opens="ARTICLE 4", kind="articles"),)], ids=["rules", "editors"])
def test_sections_of_one_line_are_never_a_contents_list(part: tuple[PartSettings, ...]) -> None:
    assert parse_text(ONE_LINE_SECTIONS, an_editorial(part=part)).furniture == ()


def test_every_line_is_on_the_sheet_that_page_numbers_make() -> None:
    sheets = list(in_sheets(an_agreement(9), 24))
    apart = set_apart_of("\n".join("\n".join([*sheet, str(number)]) for number, sheet in enumerate(sheets, 1)))

    assert [line.page for line in apart.lines] == [str(number) for number, sheet in enumerate(sheets, 1) for _ in sheet]
    assert [line.look.sheet for line in apart.lines] == [number for number, sheet in enumerate(sheets, 1) for _ in sheet]


@pytest.mark.parametrize("of_sheets", [True, False], ids=["sheets", "no sheets"])
def test_twice_the_text_takes_twice_the_steps(of_sheets: bool) -> None:
    small, large = (steps_of(a_book(articles, "\f" if of_sheets else "\n")) for articles in (24, 48))

    assert large < 2.5 * small


def a_book(articles: int, between: str) -> str:
    """An invented agreement with a contents list, heads and feet."""
    contents = ["Contents", *(f"ARTICLE {n} BOATS OF THE {chr(64 + n)} LINE ....... {n}" for n in range(1, articles + 1))]
    sheets = in_sheets([*contents, *an_agreement(articles)], 30)
    return between.join("\n".join(["Fishers’ Agreement", *sheet, f"Page {n}"]) for n, sheet in enumerate(sheets, 1))


def steps_of(text: str) -> int:
    """How many functions are called to set apart what is not the text."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    source = a_source(text)
    lines = split_lines(source)
    sys.setprofile(count)
    try:
        set_apart(lines, source)
    finally:
        sys.setprofile(None)
    return calls


# Heads that are none ----------------------------------------------------------------------------------------------------


def an_article(number: int, *, lines: int = 24) -> list[str]:
    """An article whose section has the title that all have, above a sentence that all begin with the same words."""
    opening = ["Section 1. Purpose", "All who keep the ferry and who live by it agree", f"on what {number} bells say at night."]
    return [f"ARTICLE {number}. BELLS", *opening, *(f"Bell {number} is rung {line} times by hand." for line in range(lines))]


def removed(lines: Sequence[str]) -> list[str]:
    """The texts of what was set apart."""
    text = "\n".join(lines) + "\n"
    return [text[item.span.start : item.span.end] for item in sorted(set_apart_of(text).furniture, key=lambda i: i.span)]


def test_a_title_that_every_article_has_again_is_no_head() -> None:
    assert removed([line for number in range(1, 7) for line in an_article(number)]) == []


def test_words_that_stand_again_inside_sentences_are_no_head() -> None:
    again = [["The ferry is kept by hand, and", "whoever rings the bell may", f"leave after {n} hours."] for n in range(6)]

    assert removed([line for n, lines in enumerate(again) for line in (*lines, *an_article(n + 1))]) == []


def test_a_section_title_at_some_page_ends_is_no_head() -> None:
    articles = [line for number in range(1, 10) for line in an_article(number, lines=26 + number % 4)]
    pages = [[*articles[first : first + 30], f"- {first // 30 + 1} -"] for first in range(0, len(articles), 30)]

    assert removed([line for page in pages for line in page]) == [page[-1] for page in pages]


def test_pages_that_are_counted_by_chapter() -> None:
    numbers = [f"{chapter}-{page}" for chapter in range(1, 5) for page in range(1, 2 + chapter)]
    pages = [
        [*(f"Bell {line} is rung by {number.replace('-', ' and ')} keepers." for line in range(20)), number]
        for number in numbers
    ]

    assert removed([line for page in pages for line in page]) == numbers


def test_the_first_article_is_not_taken_with_the_head_of_its_page() -> None:
    head = ["Ferry Agreement", "2040-2042"]
    pages = [[*head, *(["ARTICLE 1", "BELLS"] if page == 0 else []), *an_article(1, lines=22)[4:]] for page in range(6)]
    feet = [["ARTICLE 1", f"BELLS {page + 1} of 6"] for page in range(6)]
    kept = set_apart_of("\n".join(line for page, foot in zip(pages, feet, strict=True) for line in (*page, *foot)) + "\n").lines

    assert [line.text for line in kept[:2]] == ["ARTICLE 1", "BELLS"]
    assert sum(line.text == "ARTICLE 1" for line in kept) == 1
