"""What must hold of every link in the real agreements, whatever else changes."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.link.conftest import Sources
from tests.link.texts import targets_of
from tests.present import BY_SLUG, POSTAL
from tests.projects import parse_page

from contract_site.build.pipeline import Project
from contract_site.link.lead_ins import blocks_with_leads
from contract_site.model.citation import Ambiguous, Form, Reference, Target, Unresolved
from contract_site.model.editorial import Relation

UNRESOLVED = Path(__file__).with_name("unresolved.txt")
SLUGS = sorted(BY_SLUG)


@cache
def data_of(site: Path, slug: str) -> Any:
    return json.loads((site / "data" / f"{slug}.json").read_text(encoding="utf-8"))


@cache
def ids_of(page: Path) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in parse_page(page.read_text(encoding="utf-8")).find_all(id=True))


def page_of(site: Path, target: Target) -> Path:
    return site / target.slug / target.page / "index.html"


def read_unresolved() -> list[str]:
    lines = UNRESOLVED.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def counts_for_backlinks(slug: str, reference: Reference, target: Target) -> bool:
    """Whether what a citation leads to lists it: not if it stands there itself, nor for ``this Article``."""
    inside = (target.slug, target.page) == (slug, reference.page) and (
        not target.anchor or f"{reference.provision}.".startswith(f"{target.anchor}.")
    )
    return reference.resolution.citation.form is not Form.ENCLOSING and not inside


# The words ------------------------------------------------------------------------------------------------------------


def test_each_citation_is_the_words_of_its_block(sources: Sources) -> None:
    for slug, reference in sources.references():
        citation = reference.resolution.citation
        text = sources.blocks[slug, reference.page, reference.block].text

        assert text[citation.start : citation.end] == citation.text, reference
        assert citation.text == citation.text.strip(), reference


def test_no_two_links_share_a_word(sources: Sources) -> None:
    for links in sources.links.values():
        for references in links.by_block().values():
            spans = [(each.resolution.citation.start, each.resolution.citation.end) for each in references]

            assert all(first[1] <= second[0] for first, second in pairwise(spans)), references


@pytest.mark.parametrize("slug", SLUGS)
def test_the_data_holds_every_reference_over_its_words(slug: str, real_site: Project, sources: Sources) -> None:
    """What other programs read is what the pages show: the same references, each where its provision's text has it."""
    data = data_of(real_site.site, slug)
    texts: dict[tuple[str, str], str] = {(each["container"], each["id"]): each["text"] for each in data["provisions"]}

    for each in data["references"]:
        assert texts[each["container"], each["from"]][each["start"] : each["end"]] == each["text"]
    told = Counter((each["from"], each["text"], each["status"], each["form"]) for each in data["references"])
    assert told == Counter(
        (each.provision, each.resolution.citation.text, type(each.resolution).__name__.lower(), each.resolution.citation.form)
        for each in sources.links[slug].references
    )


# The targets ----------------------------------------------------------------------------------------------------------


def test_each_target_is_a_place_on_a_built_page(real_site: Project, sources: Sources) -> None:
    for _, reference in sources.references():
        for target in targets_of(reference):
            page = page_of(real_site.site, target)

            assert page.is_file(), reference
            assert not target.anchor or target.anchor in ids_of(page), reference


def test_each_resolved_reference_is_a_link_on_its_page(real_site: Project, sources: Sources) -> None:
    """A reader finds at least as many links with these words on the page as the page has references of these words."""
    wanted: defaultdict[Path, Counter[str]] = defaultdict(Counter)
    for slug, reference in sources.references():
        if targets_of(reference):
            words = " ".join(reference.resolution.citation.text.split())
            wanted[real_site.site / slug / reference.page / "index.html"][words] += 1
    for page, words in wanted.items():
        main = parse_page(page.read_text(encoding="utf-8")).find("article")
        assert main is not None
        links = Counter(" ".join(link.get_text().split()) for link in main.find_all("a", href=True))

        assert words - links == Counter(), page


@pytest.mark.agreements(*POSTAL)
def test_only_a_local_memorandum_leads_into_another_agreement(sources: Sources) -> None:
    crossing = {(slug, target.slug) for slug, each in sources.references() for target in targets_of(each)}

    assert {pair for pair in crossing if pair[0] != pair[1]} == {("lmou-des-moines-bmc-2006", "national-2010")}


@pytest.mark.agreements(*POSTAL)
def test_a_page_of_a_local_memorandum_that_leads_into_another_edition_says_so_once(
    real_site: Project, sources: Sources
) -> None:
    local = sources.editions["lmou-des-moines-bmc-2006"]
    note = local.settings.implements_note
    leading = {each.page for each in sources.links[local.slug].references for t in targets_of(each) if t.slug != local.slug}
    leading |= {part.id for part in local.parts if part.id.startswith("item-")}

    assert note
    assert len(leading) >= 22
    for part in local.parts:
        page = parse_page((real_site.site / local.slug / part.id / "index.html").read_text(encoding="utf-8"))
        assert page.get_text().count(note) == (part.id in leading), part.id


@pytest.mark.agreements(*POSTAL)
def test_no_reference_to_a_document_outside_leads_to_a_provision(sources: Sources) -> None:
    """``Section 8(d) of the National Labor Relations Act`` is never ours, whatever stands at 8(d)."""
    outside = [each for _, each in sources.references() if each.resolution.citation.form is Form.EXTERNAL]

    assert len(outside) > 90
    assert [each for each in outside if targets_of(each)] == []


def test_an_article_named_alone_leads_to_that_article(sources: Sources) -> None:
    """The digits and letters of an absolute citation are those of its target, in order, except in ranges and
    where an editor chose it."""
    for slug, reference in sources.references():
        citation = reference.resolution.citation
        by_editor = (reference.provision, citation.text) in {(c.provision, c.text) for c in sources.editions[slug].references}
        if citation.form in (Form.ARTICLE, Form.DOTTED) and not citation.range_from and not by_editor:
            for target in targets_of(reference):
                assert target.anchor.casefold() == ".".join(citation.path).casefold(), reference


def test_above_is_above_and_below_is_below(sources: Sources) -> None:
    """A link whose words say ``above`` or ``below`` leads to a place before or after the words, never to where they stand."""
    for slug, reference in sources.references():
        direction = reference.resolution.citation.direction
        if not direction or reference.resolution.citation.absolute:
            continue
        part = next(part for part in sources.editions[slug].parts if part.id == reference.page)
        order = [provision.anchor for provision in part.root.walk()]
        for target in targets_of(reference):
            before = order.index(target.anchor) - order.index(reference.provision)

            assert (target.page, target.anchor) != (reference.page, reference.provision), reference
            assert before < 0 or direction > 0 or target.anchor.startswith(f"{reference.provision}."), reference
            assert before > 0 or direction < 0, reference


def test_a_relative_citation_stays_in_its_article_or_memorandum(sources: Sources) -> None:
    """Section 9.A in Article 16 is never that of Article 15, cited just before; only an editor's choice may lead away."""
    for slug, reference in sources.references():
        citation = reference.resolution.citation
        chosen = {(each.provision, each.text) for each in sources.editions[slug].references}
        by_editor = {(reference.provision, citation.text), (reference.block, citation.text)} & chosen
        if citation.form in (Form.SECTION, Form.PARAGRAPH, Form.LABEL, Form.ENCLOSING) and not by_editor:
            assert {target.page for target in targets_of(reference)} <= {reference.page}, reference


# What is not linked -----------------------------------------------------------------------------------------------------


@pytest.mark.agreements(*POSTAL)
def test_the_list_of_unresolved_references_only_becomes_shorter(sources: Sources) -> None:
    """Each reference that is not linked stands in ``unresolved.txt`` with the reason; a line whose reference is linked goes."""
    found = [
        f"{slug} {each.page}#{each.block}: {each.resolution.citation.text}: {each.resolution.reason}"
        for slug, each in sources.references()
        if isinstance(each.resolution, Unresolved | Ambiguous)
    ]
    listed = read_unresolved()

    assert not Counter(found) - Counter(listed), "new unresolved references: link them, or say why not"
    assert not Counter(listed) - Counter(found), "these are resolved or gone: take them off unresolved.txt"


# What cites what --------------------------------------------------------------------------------------------------------


def test_cited_by_is_the_exact_inverse_of_what_is_cited(sources: Sources) -> None:
    cited = {
        (target, slug, reference.page, reference.block)
        for slug, reference in sources.references()
        for target in targets_of(reference)
        if counts_for_backlinks(slug, reference, target)
    }
    titled = {
        (target, slug, reference.page, reference.block)
        for slug, links in sources.links.items()
        for _, reference in links.titles
        for target in targets_of(reference)
    }
    citing = [(target, each.slug, each.page, each.block) for target, found in sources.backlinks.items() for each in found]

    assert set(citing) == cited | titled
    assert all(sources.backlinks.values()), "a place that nothing cites has an entry"


def test_the_sentence_of_a_backlink_holds_the_citing_words(sources: Sources) -> None:
    relations = {*get_args(Relation), "noted"}
    leads = {
        (slug, part.id, block.anchor): lead
        for slug, edition in sources.editions.items()
        for part, _, block, lead in blocks_with_leads(edition)
    }
    titles = {(title, reference.page) for links in sources.links.values() for title, reference in links.titles}
    words: defaultdict[tuple[Target, str, str, str], list[str]] = defaultdict(list)
    for slug, reference in sources.references():
        for target in targets_of(reference):
            words[target, slug, reference.page, reference.block].append(reference.resolution.citation.text)
    for target, found in sources.backlinks.items():
        for each in found:
            assert each.relation in relations, each
            if (each.sentence, each.page) in titles:
                continue
            block, lead = sources.blocks[each.slug, each.page, each.block], leads[each.slug, each.page, each.block]

            assert each.sentence.strip("…") in f"{lead} {block.text}", each
            assert any(cited in each.sentence for cited in words[target, each.slug, each.page, each.block]), each
            assert len(each.sentence) <= 290 + len(lead) * (each.sentence not in block.text), each


@pytest.mark.agreements(*POSTAL)
def test_memoranda_in_the_data_agree_with_the_references(real_site: Project, sources: Sources) -> None:
    """``cites`` names every page outside that a memorandum's references lead to, and ``cited_by`` is the way back."""
    edition = sources.editions["national-2010"]
    told = {each["id"]: each for each in data_of(real_site.site, edition.slug)["memoranda"]}
    pages = {part.id: part.memorandum for part in edition.memoranda}
    cites: defaultdict[str, set[str]] = defaultdict(set)
    cited: defaultdict[str, set[str]] = defaultdict(set)
    titles = [reference for _, reference in sources.links[edition.slug].titles]
    for reference in (*titles, *sources.links[edition.slug].references):
        for target in targets_of(reference):
            if reference.page in pages and target.page != reference.page:
                cites[pages[reference.page]].add(target.anchor or target.page)
            if target.page in pages and target.page != reference.page:
                cited[pages[target.page]].add(reference.provision)

    assert told.keys() == set(pages.values())
    for memorandum, each in told.items():
        assert {_place(name) for name in each["cites"]} == cites[memorandum], memorandum
        assert {_place(name) for name in each["cited_by"]} == {_place(name) for name in cited[memorandum]}, memorandum


def _place(name: str) -> str:
    """The anchor of a place as the data names it; the page of a memorandum as a whole."""
    memorandum, hash_, anchor = name.removeprefix("memo:").partition("#")
    if hash_:
        return anchor
    return f"memo/{memorandum}" if name.startswith("memo:") else name
