"""Every form of citation, for every rank; and that what a page tells its script makes each of them."""

from __future__ import annotations

import json

import pytest
from tests.present import BY_SLUG, POSTAL, missing
from tests.projects import TINY
from tests.sources.real import edition

from contract_site.build.pipeline import load_folder
from contract_site.cite.cite import citation, follows, long_citation, short_citation
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision
from contract_site.pages.edition.page_citations import between, derived, page_citations, places, tables

NATIONAL = "2010–2015 APWU–USPS National Agreement, "
OF_1966 = "1966 National Agreement (Post Office Department and Seven Employee Organizations), "
OF_1964 = "1964 National Agreement (Post Office Department and Six Employee Organizations), "
LOCAL = "Des Moines BMC LMOU (2006), "
FORMS = {
    "an article": ("national-2010/article-8#8", "Art. 8 (2010)", f"{NATIONAL}Article 8"),
    "a section": ("national-2010/article-8#8.5", "Art. 8.5 (2010)", f"{NATIONAL}Article 8, Section 5"),
    "a paragraph": ("national-2010/article-8#8.5.G", "Art. 8.5.G (2010)", f"{NATIONAL}Article 8, Section 5.G"),
    "a deep paragraph": (
        "national-2010/article-12#12.5.C.5.b.6",
        "Art. 12.5.C.5.b(6) (2010)",
        f"{NATIONAL}Article 12, Section 5.C.5.b(6)",
    ),
    "no sections": ("national-2010/article-3#3.A", "Art. 3.A (2010)", f"{NATIONAL}Article 3.A"),
    "a step": (
        "national-2010/article-15#15.2.step-2.d",
        "Art. 15.2.Step 2(d) (2010)",
        f"{NATIONAL}Article 15, Section 2, Step 2(d)",
    ),
    "no label": ("national-2010/article-8#8.5.G.p2", "Art. 8.5.G, ¶ 2 (2010)", f"{NATIONAL}Article 8, Section 5.G, ¶ 2"),
    "a named table": (
        "national-2010/article-9#table-1.1",
        "Art. 9, Table 1.1 (2010)",
        f"{NATIONAL}Article 9, Table 1.1",
    ),
    "a table": ("national-2010/article-9#9.2.t1", "Art. 9.2, table 1 (2010)", f"{NATIONAL}Article 9, Section 2, table 1"),
    "a memorandum": (
        "national-2010/memo/clerk-craft-jobs#clerk-craft-jobs",
        "MOU Re: Clerk Craft Jobs (2010, p. 178)",
        f"{NATIONAL}MOU Re: Clerk Craft Jobs (p. 178)",
    ),
    "in a memorandum": (
        "national-2010/memo/clerk-craft-jobs#2.C",
        "MOU Re: Clerk Craft Jobs, 2.C (2010, p. 178)",
        f"{NATIONAL}MOU Re: Clerk Craft Jobs, 2.C (p. 178)",
    ),
    "no number in a memorandum": (
        "national-2010/memo/clerk-craft-jobs#p2",
        "MOU Re: Clerk Craft Jobs, ¶ 2 (2010, p. 178)",
        f"{NATIONAL}MOU Re: Clerk Craft Jobs, ¶ 2 (p. 178)",
    ),
    "an appendix": ("national-2010/appendix-a#appendix-a", "Appendix A (2010, p. 167)", f"{NATIONAL}Appendix A (p. 167)"),
    "a reprint": (
        "national-2010/appendix-a#2.article-7.1.B.6.a",
        "Appendix A, 2.Article 7.1.B.6.a (2010, p. 167)",
        f"{NATIONAL}Appendix A, 2, Article 7, Section 1.B.6.a (p. 167)",
    ),
    "an attachment": (
        "national-2010/memo/pse-annual-leave-provisions#I.A.3.a",
        "PSE Annual Leave Provisions, I.A.3.a (2010, p. 175)",
        f"{NATIONAL}PSE Annual Leave Provisions, I.A.3.a (p. 175)",
    ),
    "the preamble": ("national-2010/preamble#preamble", "Preamble (2010, p. 1)", f"{NATIONAL}Preamble (p. 1)"),
    "Roman": ("national-1966/article-vi#VI.B.3", "Art. VI.B.3 (1966)", f"{OF_1966}Article VI, Section B.3"),
    "a paragraph of an article": ("national-1964/article-xxiii#XXIII.1", "Art. XXIII(1) (1964)", f"{OF_1964}Article XXIII(1)"),
    "a supplement": (
        "national-1966/supplement/seniority#D.12.f.1",
        "Supplemental Agreement: Seniority, D.12.f(1) (1966, p. 105)",
        f"{OF_1966}Supplemental Agreement: Seniority, D.12.f(1) (p. 105)",
    ),
    "a local item": ("lmou-des-moines-bmc-2006/item-2#2", "Item 2 (LMOU Des Moines BMC 2006)", f"{LOCAL}Item 2"),
    "a section of an item": (
        "lmou-des-moines-bmc-2006/item-4#4.1.C",
        "Item 4.1.C (LMOU Des Moines BMC 2006)",
        f"{LOCAL}Item 4, Section 1.C",
    ),
}


def find(address: str) -> tuple[Edition, Part, Provision, Block | None]:
    """The provision at an address, and the block if the address is one's."""
    path, _, anchor = address.partition("#")
    slug, _, page = path.partition("/")
    agreement = edition(slug)
    part = next(part for part in agreement.parts if part.id == page)
    for provision in part.root.walk():
        if provision.anchor == anchor:
            return agreement, part, provision, None
        for block in provision.blocks:
            if block.anchor == anchor:
                return agreement, part, provision, block
    raise LookupError(address)


@pytest.mark.agreements(*POSTAL)
@pytest.mark.parametrize(("address", "short", "long"), FORMS.values(), ids=FORMS.keys())
def test_every_rank_is_cited_as_the_field_cites_it(address: str, short: str, long: str) -> None:
    assert (short_citation(*find(address)), long_citation(*find(address))) == (short, long)


def all_editions() -> list[Edition]:
    invented = [load_folder(path.parent, path.parent.name) for path in sorted(TINY.glob("*/agreement.toml"))]
    return [*invented, *(load_folder(folder, folder.name) for folder in BY_SLUG.values() if folder.parent != TINY)]


def as_the_script_does(told: dict[str, object], part: Part, provision: Provision, block: Block | None) -> tuple[str, str]:
    """The short and the long citation, made of nothing but what the page tells its script and the titles of labels."""
    listed = {anchor: tuple(forms) for anchor, forms in told["places"].items()}  # type: ignore[attr-defined]
    anchor = "" if provision is part.root else provision.anchor
    forms = derived(listed, anchor, citation(part, provision), told.get("between", ""))  # type: ignore[attr-defined]
    assert forms is not None
    end = ""
    if block is not None and block.table is not None:
        owner, end = told["tables"][block.anchor]  # type: ignore[index]
        assert owner == anchor
    elif block is not None and block.anchor != provision.anchor and block.kind is not BlockKind.CAPTION:
        end = f"{told['paragraph']}{block.anchor.rpartition('p')[2]}"
    ends = told["ends"]
    return f"{forms[1]}{end}{ends[0]}", f"{told['agreement']}, {forms[2]}{end}{ends[1]}"  # type: ignore[index]


@pytest.mark.books
def test_what_a_page_tells_its_script_makes_every_citation() -> None:
    count = 0
    for agreement in all_editions():
        for part in agreement.parts:
            told = json.loads(page_citations(agreement, part, {}))
            for provision in part.root.walk():
                for block in (None, *provision.blocks):
                    made = as_the_script_does(told, part, provision, block)
                    assert made == (
                        short_citation(agreement, part, provision, block),
                        long_citation(agreement, part, provision, block),
                    )
                    count += 1

    assert count > (4000 if not missing(POSTAL) else 100)


@pytest.mark.books
def test_a_label_is_without_its_citation_only_where_the_parts_and_its_anchor_make_it() -> None:
    seen = dict.fromkeys((True, False), 0)
    for agreement in all_editions():
        for part in agreement.parts:
            for provision in part.root.walk():
                told = follows(part, provision)
                above, _, last = provision.anchor.removeprefix(part.root.anchor).rpartition(".")
                ending = f"{above}({last})" if provision.label.text.startswith("(") else f"{above}.{last}"
                assert not told or citation(part, provision) == f"{citation(part, part.root)}{ending}"
                assert not (told and (provision is part.root or "~" in last or not part.root.label.text))
                seen[told] += 1

    assert seen[True] > seen[False] > 10


@pytest.mark.agreements(*POSTAL)
def test_a_page_lists_only_what_does_not_follow_from_a_place_above_it() -> None:
    _, part, _, _ = find("national-2010/article-8#8")

    assert list(places(part)) == [""]
    assert between(part) == ", Section "
    assert tables(part) == {}
    assert find("national-2010/article-12#12")[1].root.anchor not in places(part)
