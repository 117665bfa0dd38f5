"""Citations, addresses and Akoma Ntoso ids of the invented agreements, and of printed pages."""

from __future__ import annotations

from functools import cache
from pathlib import PurePosixPath

import pytest
from tests.projects import TINY

from contract_site.beside.places import Places
from contract_site.build.pipeline import load_folder
from contract_site.cite.addresses import link, part_url, url
from contract_site.cite.cite import citation, long_citation, page_range
from contract_site.cite.eid import eid
from contract_site.model.document import Edition, Part, Provision
from contract_site.words.frame import dates, part_title, status_words


@cache
def edition_of(slug: str) -> Edition:
    return load_folder(TINY / slug, slug)


def find(address: str) -> tuple[Edition, Part, tuple[Provision, ...]]:
    """The provision at an address (``tiny-2024/article-2#2.1.A``), with those above it."""
    path, _, anchor = address.partition("#")
    slug, _, page = path.partition("/")
    edition = edition_of(slug)
    part = next(part for part in edition.parts if part.id == page)
    return edition, part, part.root.trail(anchor or part.root.anchor)


NAMES = {
    "tiny-2024/article-2": ("Article 2", "art_2"),
    "tiny-2024/article-2#2.1": ("Article 2.1", "art_2__sec_1"),
    "tiny-2024/article-2#2.1.C.1.a": ("Article 2.1.C.1.a", "art_2__sec_1__subsec_C__para_1__subpara_a"),
    "tiny-2024/article-2#2.1.D.1.b.ii": ("Article 2.1.D(1)(b)(ii)", "art_2__sec_1__subsec_D__para_1__subpara_b__point_ii"),
    "tiny-2024/article-2#2.2.A.2.b": ("Article 2.2.A.2.b", "art_2__sec_2__subsec_A__para_2__subpara_b"),
    "tiny-2024/article-2#2.2.A~2": ("Article 2.2.A", "art_2__sec_2__subsec_A~2"),
    "tiny-2024/article-3#3.2.step-1.b": ("Article 3.2.Step 1.b", "art_3__sec_2__step_1__subsec_b"),
    "tiny-2024/article-5#5.B.1": ("Article 5.B.1", "art_5__subsec_B__para_1"),
    "tiny-2024/preamble": ("Preamble", "preamble"),
    "tiny-2024/memo/foghorn-practice": ("MOU Re: Foghorn Practice", "memo_foghorn-practice"),
    "tiny-2024/memo/foghorn-practice#II": ("MOU Re: Foghorn Practice, II", "memo_foghorn-practice__subsec_II"),
    "tiny-2024/appendix-a": ("Appendix A", "appendix_appendix-a"),
    "tiny-2024/appendix-a#2.article-2.1.A": (
        "Appendix A, 2.Article 2.1.A",
        "appendix_appendix-a__subsec_2__art_2__sec_1__subsec_A",
    ),
    "tiny-2024/attachment-a": ("Leave of Relief Keepers", "att_attachment-a"),
    "tiny-2020/article-ii#II.1.A": ("Article II.1.A", "art_II__sec_1__subsec_A"),
    "local-tiny-2024/item-1#1.B.2": ("Item 1.B(2)", "item_1__subsec_B__para_2"),
}


@pytest.mark.parametrize(("address", "cited"), [(address, names[0]) for address, names in NAMES.items()], ids=NAMES)
def test_a_provision_is_cited_as_this_field_cites(address: str, cited: str) -> None:
    _, part, trail = find(address)

    assert citation(part, trail[-1]) == cited


@pytest.mark.parametrize(("address", "expected"), [(address, names[1]) for address, names in NAMES.items()], ids=NAMES)
def test_a_provision_has_an_akoma_ntoso_id(address: str, expected: str) -> None:
    _, _, trail = find(address)

    assert eid(trail) == expected


@pytest.mark.parametrize("slug", ["tiny-2020", "tiny-2024", "local-tiny-2024"])
def test_no_two_provisions_of_an_agreement_share_an_id(slug: str) -> None:
    edition = edition_of(slug)
    ids = [eid(part.root.trail(provision.anchor)) for part, provision in edition.provisions()]

    assert sorted(ids) == sorted(set(ids))


def test_a_long_citation_names_the_agreement() -> None:
    edition, part, trail = find("tiny-2024/article-2#2.1.D.2")
    other, item, item_trail = find("local-tiny-2024/item-2")

    assert long_citation(edition, part, trail[-1]) == "2024–2028 Keepers’ Agreement, Article 2, Section 1.D(2)"
    assert long_citation(other, item, item_trail[-1]) == "Grey Rock Light Local Memorandum, 2024, Item 2"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (None, None, ""),
        (None, "3", ""),
        ("15", None, "p. 15"),
        ("15", "15", "p. 15"),
        ("15", "18", "pp. 15–18"),
        ("iii", "1", "pp. iii–1"),
    ],
)
def test_printed_pages_are_shown_as_a_range(first: str | None, last: str | None, shown: str) -> None:
    assert page_range(first, last) == shown


@pytest.mark.parametrize(
    ("source", "target", "anchor", "written"),
    [
        ("a/x.md", "a/x.md", "1.2", "#1.2"),
        ("a/x.md", "a/x.md", "", "x.md"),
        ("a/x.md", "a/y.md", "1", "y.md#1"),
        ("a/memo/x.md", "a/y.md", "1", "../y.md#1"),
        ("a/x.md", "a/memo/y.md", "", "memo/y.md"),
        ("a/x.md", "b/y.md", "", "../b/y.md"),
        ("index.md", "a/index.md", "", "a/index.md"),
        ("a/memo/x.md", "index.md", "", "../../index.md"),
    ],
)
def test_links_between_pages_are_relative(source: str, target: str, anchor: str, written: str) -> None:
    assert link(PurePosixPath(source), PurePosixPath(target), anchor) == written


def test_addresses_are_those_that_were_promised() -> None:
    edition, part, _ = find("tiny-2024/memo/foghorn-practice")

    assert url("tiny-2024") == "/tiny-2024/"
    assert part_url(edition, part) == "/tiny-2024/memo/foghorn-practice/"
    assert part_url(edition, part, "II") == "/tiny-2024/memo/foghorn-practice/#II"


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("tiny-2024/article-2", "Article 2. Hours of Work"),
        ("tiny-2024/preamble", "Preamble"),
        ("tiny-2024/memo/relief-keepers", "Relief Keepers"),
        ("tiny-2024/appendix-a", "Appendix A. Relief Keepers’ Articles"),
        ("local-tiny-2024/item-1", "Item 1. Wash-Up Time"),
    ],
)
def test_lists_call_a_part_by_name_and_title(address: str, title: str) -> None:
    assert part_title(find(address)[1]) == title


def test_the_term_is_in_words_and_only_where_the_source_states_it() -> None:
    assert dates(edition_of("tiny-2024")) == "March 1, 2024 – February 29, 2028"
    assert dates(edition_of("local-tiny-2024")) == ""
    assert status_words(edition_of("local-tiny-2024")) == "status not stated"


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("twelve (12) fall", "2.1.A"),
        ("pervisor agrees", "2.1.D.1.a"),
        ("Rest that is missed", "2.1.D"),
        ("kepers who row", "4.2"),
        ("Summer 20", "4.1"),
        ("LIGHTHOUSE KEEPERS UNION, LIGHT", "relief-keepers"),
        ("Table of Contents", None),
        ("THE BACK OF", None),
    ],
)
def test_the_provision_at_an_offset_of_the_source_is_found(words: str, anchor: str | None) -> None:
    edition = edition_of("tiny-2024")
    found = Places(edition).at_offset(edition.source.text.find(words))

    assert (found[1].anchor if found else None) == anchor


def test_an_anchor_is_looked_up_on_a_page_or_in_a_container() -> None:
    places = Places(edition_of("tiny-2024"))
    in_body, in_appendix = places.at_anchor("body", "3"), places.at_anchor("appendix-a", "3")

    assert in_body is not None
    assert in_appendix is not None
    assert (in_body[0].id, in_appendix[0].id) == ("article-3", "appendix-a")
    assert places.at_anchor("article-2", "2.1.D.p2") == places.at_anchor("body", "2.1.D")
    assert places.at_anchor("body", "99") is None
