"""What the site says of the comparative print is true: citations, documents, doubts, odd words, gaps, repeated words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process
from rapidfuzz.distance import DamerauLevenshtein
from tests.projects import ROOT, no_report
from tests.sources.real import edition, rows

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.link.citable import plant
from contract_site.link.explained import link_explanations
from contract_site.model.agreement import stands_below
from contract_site.model.citation import External, Reference, Resolved
from contract_site.model.comparison import Change, Comparison, Row, Unit
from contract_site.model.document import Provision
from contract_site.pages.edition.corrections_page import corrections_pages
from contract_site.pages.edition.part_page import part_page

pytestmark = pytest.mark.agreements("lmou-des-moines-bmc-2006", "national-1964", "national-1966", "national-2010")

EDITIONS = ("national-1964", "national-1966")
both = pytest.mark.parametrize("slug", EDITIONS)

DOUBTFUL = re.compile(
    r"(?<!im)probab|(?<!un)likely|\bpossible|could|might|fairly|uncertain|unsure|not sure|cannot be excluded|\benough\b",
    re.IGNORECASE,
)
SURE = {
    280190: "“may be changed” is the reading",
    282701: "the letter is sure",
    302383: "the word is sure; only what the marks are is open",
    324977: "“may be” speaks of marks beside",
    5131: "the number is sure",
}
"""Corrections whose reasons have a word of doubt that is not about the reading shown, and why."""
GAP_WITHOUT_NOTE = {
    "XII.A": "two lists, a. to f. and 1. to 16., both whole",
    "seniority": "the second D. has a note of its own",
    "article-i": "a sample, of which only A. is shown",
    "article-vi": "a sample, of which only A. is shown",
    "X.H.1": "the note stands at X.H",
    "XV.A.2": "",
}
RUN_IN = {"XIV", "XX.B.eligibility-for-uniform-allowance", "explanatory-note.how-to-use.p2"}
"""Paragraphs that begin with words and a colon, and are no heading: a sentence of its own has no label in either edition."""
REVIEWED = frozenset((Path(__file__).parent / "rare-words.txt").read_text(encoding="utf-8").split())
"""Words that stand once, one letter away from a frequent one, and are what is meant."""
OTHER_SUBJECT = {"XV.B", "IX.S.1"}
"""New provisions that have most words of an older one, about something else."""


@cache
def crossings() -> Crossings:
    project = pipeline.Project(ROOT, ROOT / "site")
    return Crossings(pipeline.load_relations(project, pipeline.load_editions(project, no_report)))


@cache
def comparison() -> Comparison:
    return next(each for each in crossings().relations.comparisons if each.settings.before == "national-1964")


@cache
def pages(slug: str) -> dict[str, str]:
    return {part.id: part_page(edition(slug), part, None, None, crossings()) for part in edition(slug).parts}


def corrections(slug: str) -> str:
    return corrections_pages(edition(slug), crossings().places(edition(slug)))[0].text


def leads(reference: Reference) -> str:
    resolution = reference.resolution
    if isinstance(resolution, External):
        return f"document {resolution.document}"
    targets = resolution.targets if isinstance(resolution, Resolved) else ()
    return " ".join(f"{target.slug.removeprefix('national-')}:{target.anchor}" for target in targets)


def test_every_citation_of_an_explanation_leads_where_a_reader_found_it() -> None:
    trees = {slug: plant(edition(slug)) for slug in EDITIONS}
    found = [
        (slug.removeprefix("national-"), f"{each.page}#{each.provision}", each.resolution.citation.text, leads(each))
        for slug in EDITIONS
        for references in link_explanations(edition(slug), trees).values()
        for each in references
    ]

    assert found == [tuple(row.values()) for row in rows("explained-citations")]
    assert all(to for *_, to in found)


def test_an_explanation_is_not_the_parties_citing() -> None:
    """The explanation of 1966 XV.D.6 cites Article IX, as the provision does; nobody cites 1964 XV.D but an explanation."""
    backlinks = crossings().relations.backlinks

    assert not [
        each for target, found in backlinks.items() for each in found if each.slug != target.slug and "1964" in target.slug
    ]


def test_the_documents_that_the_print_names_are_found() -> None:
    links = crossings().relations.links
    found = [
        (slug[-4:], f"{each.page}#{each.block}", " ".join(each.resolution.citation.text.split()), each.resolution.document)
        for slug in EDITIONS
        for each in links[slug].references
        if isinstance(each.resolution, External)
    ]

    assert found == [tuple(row.values()) for row in rows("print-documents")]


def test_no_agreement_of_this_site_is_listed_as_one_that_is_not() -> None:
    """A document that is called by the year and kind of an agreement published here leads to it."""
    own = {
        edition.settings.short: slug for slug, edition in crossings().relations.editions.items() if not stands_below(edition)
    }
    for links in crossings().relations.links.values():
        for resolution in (each.resolution for each in links.references):
            if isinstance(resolution, External) and (year := re.match(r"(\d{4}) (?:National )?Agreement", resolution.document)):
                assert resolution.published == own.get(year[1], ""), resolution


@both
def test_a_reason_that_doubts_has_a_certainty(slug: str) -> None:
    for applied in edition(slug).corrections:
        correction = applied.correction
        named = correction.certainty or applied.span.start in SURE or "[illegible]" in correction.text or not correction.text
        assert named or not DOUBTFUL.search(correction.reason), (applied.span.start, correction.reason)


def test_the_labels_that_are_only_probable_are_those_that_a_reader_counted() -> None:
    labels = [
        each.correction.text
        for slug in EDITIONS
        for each in edition(slug).corrections
        if each.correction.kind.startswith("labels") and each.correction.certainty
    ]

    assert len(labels) == 23


@both
def test_each_doubt_and_each_odd_word_is_marked_once_where_it_stands(slug: str) -> None:
    marks = Counter(
        found for page in pages(slug).values() for found in re.findall(r"\]\([./]*corrections\.md#(reading-\d+)", page)
    )
    marked = {f"reading-{each.span.start}" for each in edition(slug).corrections if each.correction.certainty}

    assert marks == Counter(marked)
    assert all(f"{{: #{each} }}" in corrections(slug) for each in marked)


@both
def test_the_page_of_corrections_counts_all_that_was_done(slug: str) -> None:
    account, text = edition(slug).account, corrections(slug)
    made = [each for each in edition(slug).corrections if not each.correction.left]
    explained = sum(crossings().places(edition(slug)).explains(each.span.start) for each in made)
    hyphens = sum(item.reason == "hyphen at a line end of the print" for item in edition(slug).furniture)

    assert f"{len(made):,} corrections" in text
    assert f"({len(made) - explained:,} in the agreement’s words, {explained:,} in the explanations)" in text
    assert f"| hyphen at a line end of the print | {hyphens:,} | {hyphens:,} |" in text
    assert f"| {account.removed:,} |" in text.splitlines()[-4]
    assert "Nothing else was changed" not in text


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def kind_of(raw: str, text: str) -> str:
    """What befell the words, where the characters alone say it."""
    if letters(raw) != letters(text):
        return "wrong capitals" if letters(raw).casefold() == letters(text).casefold() else ""
    words = [sum(bool(letters(word)) for word in each.split()) for each in (raw, text)]
    if "".join(raw.split()) == "".join(text.split()) or words[1] < words[0]:
        return "broken words and spaces"
    rest = iter("".join(raw.split()))
    return "stray marks" if all(each in rest for each in "".join(text.split())) else "punctuation lost or misread"


@both
def test_corrections_are_called_what_they_are(slug: str) -> None:
    checked = {"stray marks", "wrong capitals", "broken words and spaces", "punctuation lost or misread", "misread letters"}
    for correction in (each.correction for each in edition(slug).corrections):
        kind = kind_of(correction.raw, correction.text)
        assert correction.kind not in checked or not kind or correction.kind == kind, correction


def vocabulary(slug: str) -> Counter[str]:
    words: Counter[str] = Counter()
    for _, provision in edition(slug).provisions():
        words.update(re.findall(r"[a-z]{4,}", f"{provision.heading.text} {provision.text}".lower()))
    return words


def test_no_word_that_is_none_stands_without_a_mark() -> None:
    own = {slug: vocabulary(slug) for slug in EDITIONS}
    print_ = own["national-1964"] + own["national-1966"]
    later = vocabulary("national-2010") + vocabulary("lmou-des-moines-bmc-2006")
    frequent = [word for word, count in (print_ + later).items() if count >= 4]
    for slug in EDITIONS:
        left = {
            word
            for each in edition(slug).corrections
            if each.correction.left
            for word in re.findall("[a-z]+", each.correction.text.lower())
        }
        single = [
            word
            for word, count in own[slug].items()
            if count == print_[word] == 1 and word not in left | REVIEWED and not later[word]
        ]
        near = [
            word for word in single if process.extractOne(word, frequent, scorer=DamerauLevenshtein.distance, score_cutoff=1)
        ]
        assert near == []


def test_a_section_out_of_order_has_its_printed_page_and_a_note() -> None:
    """The print of 1964 has H before F.5, on page 113."""
    supplement = next(part for part in edition("national-1964").parts if part.id == "supplement/seniority")
    pages_of = {each.anchor: each.page for each in supplement.root.walk()}

    assert [pages_of[anchor] for anchor in ("G", "H", "H.1", "H.1.a", "H.1.b", "H.2", "H.3", "H.4", "I")] == [
        "115",
        *["113"] * 7,
        "116",
    ]
    assert "page 113" in " ".join(edition("national-1964").notes_on(supplement)["H"])
    assert pages("national-1964")["supplement/seniority"].count("{: #page-113 .page") == 1
    assert '"printed page 113 goes on"' in pages("national-1964")["supplement/seniority"]


def gaps(node: Provision) -> bool:
    """Whether labels of a list are missing, out of order or the only one of their list."""
    values = [each.label.text.strip("(). ") for each in node.children]
    orders = [int(each) if each.isdigit() else ord(each.lower()) - 96 for each in values if each.isdigit() or len(each) == 1]
    unlabelled = bool(orders) and len(orders) < len(values)
    return bool(orders) and (orders != list(range(1, len(orders) + 1)) or len(orders) == 1 or unlabelled)


@both
def test_every_gap_of_labels_has_a_note(slug: str) -> None:
    for part in edition(slug).parts:
        notes = edition(slug).notes_on(part)
        for node in part.root.walk():
            assert not gaps(node) or node.anchor in notes or node.anchor in GAP_WITHOUT_NOTE, (part.id, node.anchor)


@both
def test_no_heading_is_run_into_its_text(slug: str) -> None:
    found = [
        block.anchor
        for _, _, block in edition(slug).blocks()
        if block.table is None and re.match(r"[A-Z][a-z]+(?: [A-Za-z]+){1,5}: [A-Z]", block.text)
    ]

    assert set(found) <= RUN_IN


def test_no_row_without_new_words_shows_any() -> None:
    for row in comparison().rows:
        if row.change in (Change.UNCHANGED, Change.MOVED):
            assert not [each for each in row.redline if each.mark != "keep" and re.search(r"\w", each.text)], row.after


def plain(unit: Unit) -> str:
    return re.sub(r"[^a-z0-9 ]", "", " ".join(unit.text.lower().split()))


def new_words(kind: Change) -> Iterator[tuple[Row, Unit]]:
    for row in comparison().rows:
        units = row.after if kind is Change.ADDED else row.before
        yield from ((row, unit) for unit in units if row.change is kind and not row.repeats and len(plain(unit).split()) > 5)


@pytest.mark.parametrize("kind", [Change.ADDED, Change.REMOVED])
def test_what_is_called_new_or_removed_stands_nowhere_in_the_other_edition(kind: Change) -> None:
    other = {
        unit.name: plain(unit) for row in comparison().rows for unit in (row.before if kind is Change.ADDED else row.after)
    }
    for _, unit in new_words(kind):
        alike = process.extractOne(plain(unit), other, scorer=fuzz.ratio, score_cutoff=95)
        assert alike is None or unit.name in OTHER_SUBJECT or "term of this supplemental agreement" in plain(unit), (
            unit.name,
            alike,
        )


def test_the_appeal_article_says_whose_words_it_repeats() -> None:
    row = next(
        each for each in comparison().rows if [unit.name for unit in each.after] == ["XXIII.promotion-appeal-procedure.J"]
    )

    assert [unit.anchor for unit in row.repeats] == ["IX.O"]
    assert row.similarity == 1


def test_the_prints_directions_are_said_to_be_those_of_the_print() -> None:
    front = next(part for part in edition("national-1966").parts if part.id == "front-matter")

    assert "does not say that an article was not changed" in " ".join(
        edition("national-1966").notes_on(front)["explanatory-note.how-to-use"]
    )
