"""Whatever characters two compared texts and their editors' words hold, the pages show them and do nothing else with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.hostile import ATTRIBUTES, TAGS, an_edition, each, names, with_settings, words_of
from tests.projects import as_html, parse_page

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.compare.comparison import as_lineage, compare
from contract_site.compare.items import local_items
from contract_site.compare.units import reprinted, units_of
from contract_site.link.implements import implemented_items
from contract_site.model.comparison import ComparisonSettings, Forerunner, LocalItems
from contract_site.model.document import Edition, Explanation
from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import EditorsNote
from contract_site.pages.kin.comparisons import render_comparisons

COMPARED_TAGS = TAGS | names("b br button del fieldset form h1 input ins label legend li rect svg")
COMPARED_ATTRIBUTES = ATTRIBUTES | names(
    "aria-hidden autocomplete checked data-noun height name preserveaspectratio role type value viewbox width x"
)
PLAIN = "Employees are paid for every full hour of work that they do in a week."


def tame(pages: dict[str, str]) -> None:
    """Every element and attribute is one that comparisons write themselves; no address stands twice on a page."""
    for path, page in pages.items():
        tree = parse_page(page)
        ids = [tag["id"] for tag in tree.find_all(id=True)]
        for tag in tree.find_all(True):
            assert tag.name in COMPARED_TAGS, (path, tag)
            assert {name.lower() for name in tag.attrs} <= COMPARED_ATTRIBUTES, (path, tag)
            assert not str(tag.get("href", "")).lower().startswith(("javascript:", "http", "//")), (path, tag)
        assert len(ids) == len(set(ids)), path


def pages_of(crossings: Crossings) -> dict[str, str]:
    return {page.path.as_posix(): as_html(page.text) for page in render_comparisons(crossings).pages}


def text_of(html: str, selector: str, left_out: str = ".heard") -> str:
    tree = parse_page(html)
    for heard in tree.select(left_out):
        heard.extract()
    return " ".join(" ".join(words_of(found.get_text())) for found in tree.select(selector))


def an_agreement(slug: str, text: str, words: str, **more: object) -> Edition:
    return an_edition(text, agreement=with_settings(slug=slug, title=words, name=words, short=words, citation=words, **more))


def two_editions(words: str) -> Crossings:
    """Editions with the words kept, struck, inserted, in headings, new and removed; explained and noted with them."""
    before = f"ARTICLE 1\nTITLE\nSection 1. Pay {words}\nA. {PLAIN} {words}\nB. Removed: {words}\nC. {PLAIN} One {words} two.\n"
    after = f"ARTICLE 1\nTITLE\nSection 1. Wages {words}\nA. {PLAIN} {words}\nC. {PLAIN} One two.\nD. Saws are lent: {words}\n"
    older, newer = an_agreement("older", before, words), an_agreement("newer", after, words)
    anchor = next(node.anchor for _, node in newer.provisions() if node.blocks)
    said = newer.parts[0].root.children[0].blocks or newer.parts[0].root.children[0].children[0].blocks
    newer = replace(newer, explanations=(Explanation(page="article-1", anchor=anchor, by=words, words=(said[0].words,)),))
    settings = ComparisonSettings(before="older", after="newer", title=f"T {words}", note=words)
    units = units_of(older), units_of(newer)
    lineage = [replace(row, note=words) for row in as_lineage(compare(*units, settings).rows)]
    return Crossings(pipeline.relate({"older": older, "newer": newer}, {}, [compare(*units, settings, lineage)]))


@pytest.mark.sampled(7)
@each
def test_two_editions_compared_show_hostile_words_literally(words: str) -> None:
    crossings = two_editions(words)
    pages = pages_of(crossings)
    page = pages["compare/older/newer/article-1.md"]
    plain = " ".join(words_of(words))
    layout = crossings.compared[0]

    tame(pages)
    for placed in layout.parts[0].rows:
        for side, units in (("was", placed.row.before), ("now", placed.row.after)):
            left_out = ".heard, .gone, .tag" + (", del" if side == "now" else "")
            shown = text_of(page, f"[id='{placed.anchor}'] > .{side}", left_out).replace(" ", "")
            for unit in units:
                assert "".join(words_of(unit.text)) in shown, (placed.anchor, side)
    assert text_of(page, ".editors").count(f"Editors’ note. {plain}") == len(layout.parts[0].rows)
    assert plain in text_of(page, ".explanation .by")
    home = text_of(pages["compare/older/newer/index.md"], "body, *")
    assert f"T {plain}" in home


def a_reprint(words: str) -> Crossings:
    text = f"ARTICLE 1\nTITLE\nSection 1. Pay {words}\nA. {PLAIN} {words}\nB. Kept out: {words}\nSection 2. Leave\nLeave.\n"
    copy = f"APPENDIX A\n1. For {words}:\nARTICLE 1\nTITLE\nSection 1. Pay {words}\nA. {PLAIN} {words} More.\n"
    parts = (
        PartSettings(line=1, opens="ARTICLE 1", kind="articles"),
        PartSettings(at=len(text), opens="APPENDIX A", kind="appendix", id="appendix-a", title=words, body=None),
    )
    edition = an_agreement("mill", text + copy, words, part=parts)
    settings = ComparisonSettings(
        kind="reprint", before="mill", after="mill", page="appendix-a", applies_to=words, title=words, note=words
    )
    return Crossings(pipeline.relate({"mill": edition}, {}, [compare(*reprinted(edition, edition, "appendix-a"), settings)]))


@pytest.mark.sampled(7)
@each
def test_a_reprint_shows_hostile_words_literally(words: str) -> None:
    pages = pages_of(a_reprint(words))
    plain = " ".join(words_of(words))

    tame(pages)
    for name in ("index", "article-1"):
        statement = text_of(pages[f"compare/mill/appendix-a/{name}.md"], ".note")
        assert statement.replace(" ", "").count(f"applyto{plain}".replace(" ", "")) == 2, name
    assert "Keptout:" + plain.replace(" ", "") in text_of(pages["compare/mill/appendix-a/article-1.md"], ".was").replace(
        " ", ""
    )


def some_items(words: str) -> Crossings:
    national = an_agreement("mill", f"ARTICLE 5\nLOCAL\nA. First.\nB. They may settle:\n1. Washing {words}\n2. Boats.\n", words)
    earlier = an_agreement("earlier", f"ARTICLE 5\nLOCAL\nA. Washing is settled. {words}\n", words)
    local = an_agreement("lmou", f"ITEM 1\nWASHING\nA. Ten minutes. {words}\nB. Five {words}\n", words, level="local",
                         implements="mill", implements_at="5.B")  # fmt: skip
    local = replace(local, notes=(EditorsNote(provision="1.A", text=words),))
    editions = {edition.slug: edition for edition in (national, earlier, local)}
    implemented = {slug: implemented_items(edition, editions) for slug, edition in editions.items()}
    settings = ComparisonSettings(kind="items", before="mill", title=words, note=words)
    forerunner = Forerunner(item="5.B.1", slug="earlier", option="5.A", provision="5.A", opens="Washing", note=words)
    items: LocalItems = local_items(settings, editions, implemented, [forerunner])
    return Crossings(pipeline.relate(editions, {}, items=[items]))


@pytest.mark.sampled(7)
@each
def test_local_items_show_hostile_words_literally(words: str) -> None:
    pages = pages_of(some_items(words))
    page = pages["compare/local/item-1.md"]
    plain = "".join(words_of(words))

    tame(pages)
    for anchor, opening in (("mill", "Washing"), ("lmou", "Tenminutes."), ("earlier.5.A", "Washingissettled.")):
        shown = text_of(page, f"[id='{anchor}']").replace(" ", "")
        assert f"{opening}{plain}" in shown, anchor
    assert f"Editors’note.{plain}" in text_of(page, "[id='lmou']").replace(" ", "")


@pytest.mark.parametrize("words", ["<b>x</b>", "{{ x }}", "[x](javascript:y)"])
def test_lists_of_comparisons_show_titles_literally(words: str) -> None:
    listed = text_of(pages_of(two_editions(words))["compare/index.md"], ".agreements")

    assert f"T {words}" in listed
