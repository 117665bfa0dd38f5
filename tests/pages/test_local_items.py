"""Local items beside the national item: every local memorandum under it, whole, and who says nothing; and its forerunners."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.hostile import an_edition, with_settings
from tests.projects import as_html, parse_page

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.compare.items import local_items
from contract_site.data.comparison import comparison_files
from contract_site.editors.lineage import load_forerunners
from contract_site.editors.settings import load_comparison
from contract_site.link.implements import implemented_items
from contract_site.model.comparison import ComparisonSettings, Forerunner, LocalItems
from contract_site.model.document import Edition
from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import EditorsNote, HandTable
from contract_site.model.finding import SettingsError
from contract_site.pages.edition.pages import render_edition
from contract_site.pages.kin.comparisons import render_comparisons
from contract_site.pages.kin.local_items import WHOLE
from contract_site.published.ledger import recorded

NATIONAL = """ARTICLE 5
LOCAL IMPLEMENTATION
A. Locals may settle what B names.
B. They may settle:
1. Wash-up time.
2. The choice of holidays.
3. The care of boats.
"""
EARLIER = "ARTICLE V\nWASHING\nA. Wash-up time is settled by each local.\nB. Locals may settle the subjects of A.\n"
ROCK = """ITEM 1
WASH-UP TIME
A. Ten minutes, as Article 5.A allows:
1. before meals;
2. after a watch.
Soap is supplied.
Soap 3
Towels 4
ITEM 3
PAINT
Boats are painted.
ITEM 4
CATS
There is a cat.
"""
SAND = "ITEM 1\nMORE WASH-UP TIME\nA. Five minutes.\nITEM 2\nTHE CHOICE OF HOLIDAYS\nBy seniority.\n"
FORERUNNER = Forerunner(
    item="5.B.1", slug="earlier", option="V.B", provision="V.A", opens="Wash-up time is", note="Words.", place="f.tsv:2"
)
SETTINGS = ComparisonSettings(kind="items", before="mill", title="Local items", folder="agreements/compare/mill--local")


def a_local(slug: str, text: str, **tables: object) -> Edition:
    first = [n for n, line in enumerate(text.splitlines(), start=1) if line in ("ITEM 1", "ITEM 3")]
    part = tuple(PartSettings(line=n, opens="ITEM", kind="items") for n in first)  # numbers of one part follow each other
    settings = with_settings(slug=slug, name=slug, level="local", implements="mill", implements_at="5.B", part=part)
    return an_edition(text, agreement=settings, **tables)


def set_beside(*forerunners: Forerunner) -> tuple[dict[str, Edition], LocalItems]:
    rows = (("Soap", "3"), ("Towels", "4"))
    table = HandTable(first=7, last=8, opens="Soap 3", summary="Supplies", columns=("", ""), rows=rows)
    found = (
        an_edition(NATIONAL, agreement=with_settings(slug="mill", name="Mill 1950")),
        an_edition(EARLIER, agreement=with_settings(slug="earlier", name="Mill 1940", short="1940")),
        a_local("lmou-rock", ROCK, tables=(table,), notes=(EditorsNote(provision="1.A", text="An editor says so."),)),
        a_local("lmou-sand", SAND),
    )
    editions = {edition.slug: edition for edition in found}
    implemented = {slug: implemented_items(edition, editions) for slug, edition in editions.items()}
    return editions, local_items(SETTINGS, editions, implemented, forerunners)


@pytest.fixture(scope="module")
def found() -> Crossings:
    editions, items = set_beside(FORERUNNER)
    return Crossings(pipeline.relate(editions, {}, items=[items]))


@pytest.fixture(scope="module")
def pages(found: Crossings) -> dict[str, str]:
    return {page.path.as_posix(): page.text for page in render_comparisons(found).pages}


def test_every_item_has_a_page_and_the_list_says_who_has_it(pages: dict[str, str]) -> None:
    assert list(pages) == [
        "compare/index.md",
        *(f"compare/local/{name}.md" for name in ("index", "item-1", "item-2", "item-3")),
    ]
    listed = " ".join(parse_page(as_html(pages["compare/local/index.md"])).get_text().split())

    assert "Item 1. Wash-up time In lmou-rock, lmou-sand · before: 1940, Article V.A" in listed
    assert "Item 2. The choice of holidays In lmou-sand · nothing in lmou-rock" in listed
    assert "Item 3. The care of boats In lmou-rock · nothing in lmou-sand" in listed
    assert "Local items without a national item lmou-rock, CATS" in listed


def test_the_page_of_an_item_has_the_national_words_then_every_local_one_then_the_forerunner(pages: dict[str, str]) -> None:
    tree = parse_page(as_html(pages["compare/local/item-1.md"]))

    assert [row["id"] for row in tree.select(".row")] == ["mill", "lmou-rock", "lmou-sand", "earlier.V.A"]
    assert [" ".join(row.h2.get_text().split()) for row in tree.select(".row") if row.h2] == [
        "Mill 1950, Article 5.B.1",
        "lmou-rock, Item 1",
        "lmou-sand, Item 1",
        "Before: Mill 1940, Article V.A",
    ]
    assert "2 of 2 local memoranda have this item." in tree.get_text()
    assert "1 of 2 local memoranda has this item." in pages["compare/local/item-2.md"]
    assert "No such item is in: lmou-rock." in pages["compare/local/item-2.md"]


def test_a_local_item_is_quoted_whole_with_labels_that_lead_to_its_page_and_no_address_twice(pages: dict[str, str]) -> None:
    tree = parse_page(as_html(pages["compare/local/item-1.md"]))
    rock = tree.select_one("#lmou-rock")
    assert rock is not None
    text = " ".join(rock.get_text().split())
    ids = [each["id"] for each in tree.find_all(id=True)]

    assert "A. Ten minutes, as Article 5.A allows:" in text
    assert "1. before meals; 2. after a watch. Soap is supplied." in text
    assert "An editor says so." in text
    assert [cell.get_text() for cell in rock.select("td")] == ["Soap", "3", "Towels", "4"]
    assert {link["href"] for link in rock.select("a.label")} >= {
        f"../../lmou-rock/item-1.md#{anchor}" for anchor in ("1.A", "1.A.1", "1.A.2")
    }
    assert [link["href"] for link in rock.select("a.ref")] == ["../../mill/article-5.md#5.A"]
    assert len(ids) == len(set(ids))


def test_what_the_local_title_says_otherwise_is_marked(pages: dict[str, str]) -> None:
    tree = parse_page(as_html(pages["compare/local/item-1.md"]))

    assert [len(tree.select(f"#{slug} :is(ins, del)")) > 0 for slug in ("lmou-rock", "lmou-sand")] == [False, True]
    assert "The title has other words than the national item." in pages["compare/local/item-3.md"]
    assert "<ins>" not in pages["compare/local/item-3.md"]


def test_items_lead_to_their_page_from_all_sides(found: Crossings) -> None:
    texts = {
        page.path.as_posix(): page.text
        for edition in found.relations.editions.values()
        for page in render_edition(edition, found).pages
    }

    assert "[item 1](../compare/local/item-1.md)" in texts["lmou-sand/item-1.md"]
    assert "item 2](../compare/local/item-2.md)" in texts["mill/article-5.md"]
    assert "Local memoranda on the same subject: [item 1](../compare/local/item-1.md)" in texts["earlier/article-v.md"]
    assert "compare/local" not in texts["lmou-rock/item-4.md"]


def test_the_data_of_a_local_memorandum_name_its_items_and_the_forerunners(found: Crossings) -> None:
    files = {entry.data: json.loads(file.text) for entry, file in comparison_files(found)}
    found_rows = files["/data/compare/mill--lmou-rock.json"]["rows"]
    rows = {(*row["before"], *row["after"]): (row["change"], row["url"]) for row in found_rows}

    assert set(files) == {"/data/compare/mill--lmou-rock.json", "/data/compare/mill--lmou-sand.json"}
    assert rows == {
        ("5.B.1", "1.heading"): ("unchanged", "/compare/local/item-1/#lmou-rock"),
        ("5.B.2",): ("removed", "/compare/local/item-2/#mill"),
        ("5.B.3", "3.heading"): ("reworded", "/compare/local/item-3/#lmou-rock"),
        ("4.heading",): ("added", "/lmou-rock/item-4/"),
    }
    assert files["/data/compare/mill--lmou-sand.json"]["forerunners"] == [
        {"item": "5.B.1", "option": "earlier:V.B", "provision": "earlier:V.A", "note": "Words."}
    ]


def test_addresses_of_items_are_recorded(found: Crossings) -> None:
    (own,) = (each for each in recorded(found) if each.folder == "agreements/compare/mill--local")

    assert {item.address for item in own.today} >= {
        "compare/local/", "compare/local/item-1/", "compare/local/item-1/#mill", "compare/local/item-1/#lmou-sand",
        "compare/local/item-1/#earlier.V.A", "compare/local/item-3/#lmou-rock",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"slug": "nobody"}, "f.tsv:2: there is no agreement 'nobody'"),
        ({"item": "5.B.9"}, "f.tsv:2: there is no '5.B.9' in mill"),
        ({"option": "list#x"}, "f.tsv:2: there is no 'list#x' in earlier"),
        ({"provision": "V.Z"}, "f.tsv:2: there is no 'V.Z' in earlier"),
        ({"opens": "Other"}, "f.tsv:2: 'V.A' does not begin with “Other”"),
    ],
)
def test_a_forerunner_that_is_not_there_is_refused(wrong: dict[str, str], says: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(says)):
        set_beside(replace(FORERUNNER, **wrong))  # type: ignore[arg-type]


def test_a_row_of_forerunners_needs_its_fields(tmp_path: Path) -> None:
    (tmp_path / "forerunners.tsv").write_text("# item\n5.B.1\tearlier\tV.B\tV.A\tWash\t\n5.B.1\tearlier\n", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"shown/forerunners\.tsv:3: 2 fields between tabs, but a row needs 6"):
        load_forerunners(tmp_path, "shown")


def of_many(count: int) -> dict[str, str]:
    """The pages of items of which so many local memoranda have the first, each in words of its own."""
    found = [
        an_edition(NATIONAL, agreement=with_settings(slug="mill", name="Mill 1950")),
        *(a_local(f"lmou-{number}", SAND.replace("Five", f"{number} own")) for number in range(count)),
    ]
    editions = {edition.slug: edition for edition in found}
    implemented = {slug: implemented_items(edition, editions) for slug, edition in editions.items()}
    items = local_items(SETTINGS, editions, implemented, ())
    relations = pipeline.relate(editions, {}, items=[items])
    return {page.path.as_posix(): page.text for page in render_comparisons(Crossings(relations)).pages}


def test_of_many_local_memoranda_an_item_has_a_line_each_at_its_address() -> None:
    pages = of_many(WHOLE + 1)
    tree = parse_page(as_html(pages["compare/local/item-1.md"]))
    links = tree.select(".memoranda li > a.ref")

    assert [link["id"] for link in links] == [f"lmou-{number}" for number in range(WHOLE + 1)]
    assert [link["href"] for link in links] == [f"../../lmou-{number}/item-1.md#1" for number in range(WHOLE + 1)]
    assert "own minutes" not in tree.get_text()
    assert "own minutes" in parse_page(as_html(of_many(WHOLE)["compare/local/item-1.md"])).get_text()
    assert f"In {WHOLE + 1} of {WHOLE + 1} local memoranda" in pages["compare/local/index.md"]


def test_the_list_of_items_does_not_grow_with_the_memoranda_and_a_page_by_a_line_each() -> None:
    few, more = of_many(20), of_many(40)
    lists, items = ([len(pages[f"compare/local/{name}.md"]) for pages in (few, more)] for name in ("index", "item-1"))

    assert lists[0] == lists[1]
    assert (items[1] - items[0]) / 20 < 400


def test_the_items_of_another_unions_list_have_pages_of_their_own_and_the_first_keep_theirs(pages: dict[str, str]) -> None:
    """Both lists have an item 1, of other subjects; together they would stand on one page."""
    ours, items = set_beside(FORERUNNER)
    other = replace(SETTINGS, before="quay", title="Wardens’ items", folder="agreements/compare/quay--local", address="wardens")
    local = a_local("lmou-quay", SAND.replace("WASH-UP TIME", "LAMP OIL"))
    theirs = {
        "quay": an_edition(
            NATIONAL.replace("Wash-up time", "Lamp oil"),
            agreement=with_settings(slug="quay", name="Quay 1960", agreement="quay"),
        ),
        "lmou-quay": replace(local, settings=replace(local.settings, implements="quay")),
    }
    implemented = {"lmou-quay": implemented_items(theirs["lmou-quay"], theirs)}
    both = [items, local_items(other, theirs, implemented, ())]
    crossings = Crossings(pipeline.relate({**ours, **theirs}, {}, items=both))
    made = {page.path.as_posix(): page.text for page in render_comparisons(crossings).pages}
    national = " ".join(parse_page(as_html(made["compare/local/wardens/item-1.md"])).get_text().split())
    published = {each.name: [item.address for item in each.today] for each in recorded(crossings)}
    data = {str(file.path): entry.url for entry, file in comparison_files(crossings)}
    linked = render_edition(theirs["quay"], crossings)
    article = next(page.text for page in linked.pages if page.path.name == "article-5.md")

    own = [path for path in pages if path.startswith("compare/local/")]
    assert [made[path] for path in own] == [pages[path] for path in own]
    assert {path for path in made if path.startswith("compare/local/wardens/")} == {
        f"compare/local/wardens/{name}.md" for name in ("index", "item-1", "item-2", "item-3")
    }
    assert "Item 1. Lamp oil" in national
    assert "Mill 1950" not in national
    assert "Comparisons › Wardens’ items › Item 1" in national
    assert {"compare/local/wardens/", "compare/local/wardens/item-1/#quay"} <= set(published["agreements/compare/quay--local"])
    assert not [each for each in published["agreements/compare/mill--local"] if "wardens" in each]
    assert data["compare/quay--lmou-quay.json"] == "/compare/local/wardens/"
    assert data["compare/mill--lmou-rock.json"] == "/compare/local/"
    assert "(../compare/local/wardens/item-1.md)" in article


@pytest.mark.parametrize(
    ("kind", "address"), [("items", "item-1"), ("items", "Wardens"), ("items", "a/b"), ("editions", "wardens")]
)
def test_a_folder_that_items_cannot_have_is_said_with_its_line(tmp_path: Path, kind: str, address: str) -> None:
    text = f'kind = "{kind}"\nbefore = "mill"\nafter = "x"\ntitle = "Items"\naddress = "{address}"\n'
    (tmp_path / "comparison.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match=rf"^x/comparison\.toml:5: address '{address}' is no folder of items; "):
        load_comparison(tmp_path, "x")
