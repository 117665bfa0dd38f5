"""Names of places are taken apart and put together without losing anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bad_projects import ROOT
from tests.present import POSTAL

from contract_site.cite.addresses import page_and_anchor
from contract_site.editors.ledger import load_ledger
from contract_site.model.place import Anchor, Container, Label, PlaceName, heading_name, row_anchor, told_apart

PAGES = st.from_regex(r"[a-z][a-z0-9-]{0,8}(/[a-z0-9-]{1,8})?", fullmatch=True)
VALUES = st.from_regex(r"[A-Za-z0-9-]{1,6}", fullmatch=True)
LABELS = st.builds(Label, VALUES, st.integers(1, 120))
ANCHORS = st.builds(Anchor, st.lists(LABELS, min_size=1, max_size=6).map(tuple)).filter(lambda a: not str(a).startswith("was-"))
SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True).filter(lambda slug: slug != "memo")
CONTAINERS = PAGES | PAGES.map(lambda page: f"memo:{page}")


@given(ANCHORS, st.booleans())
def test_an_anchor_reads_back_as_it_was_written(anchor: Anchor, removed: bool) -> None:
    written = Anchor(anchor.labels, removed)

    assert Anchor.parse(str(written)) == written


@given(st.text())
def test_no_text_is_lost_in_an_anchor(text: str) -> None:
    assert str(Anchor.parse(text)) == text
    assert str(Label.parse(text)) == text


@given(CONTAINERS, ANCHORS, SLUGS)
def test_a_place_reads_back_as_it_was_named(page: str, anchor: Anchor, slug: str) -> None:
    for place in (PlaceName("", str(anchor)), PlaceName(page, str(anchor)), PlaceName(f"memo/{page}")):
        assert PlaceName.within(str(place)) == place
        abroad = PlaceName(place.page, place.anchor, slug)
        assert PlaceName.parse(str(abroad)) == abroad


@pytest.mark.agreements(*POSTAL)
def test_every_published_place_reads_back_as_it_was_named() -> None:
    published = [
        item.address
        for folder in sorted((ROOT / "agreements").glob("**/addresses.tsv"))
        for item in load_ledger(folder.parent, folder.parent.name).published
    ]
    anchored = [divided for divided in map(page_and_anchor, published) if divided[1]]

    assert [str(Anchor.parse(anchor)) for _, anchor in anchored] == [anchor for _, anchor in anchored]
    for page, anchor in anchored:
        slug, _, path = page.strip("/").partition("/")
        place = PlaceName(path, anchor, slug)
        assert PlaceName.parse(str(place)) == place
    assert len(anchored) > len(published) // 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("8.5.G", PlaceName("", "8.5.G")),
        ("appendix-a#2.C", PlaceName("appendix-a", "2.C")),
        ("memo:x#2", PlaceName("memo:x", "2")),
        ("memo:x", PlaceName("memo:x")),
        ("memo/x", PlaceName("memo/x")),
        ("national-1966:VI.B", PlaceName("", "VI.B", "national-1966")),
        ("national-1966:memo:x#2", PlaceName("memo:x", "2", "national-1966")),
        ("national-1966:memo:x", PlaceName("memo:x", "", "national-1966")),
    ],
)
def test_a_place_is_named_as_data_and_editors_name_it(text: str, place: PlaceName) -> None:
    assert PlaceName.parse(text) == place
    assert str(place) == text


def test_a_slug_before_a_place_of_one_agreement_leads_nowhere() -> None:
    assert PlaceName.within("national-1966:8.5") == PlaceName("", "national-1966:8.5")


@pytest.mark.parametrize(
    ("text", "paragraph", "number", "last", "above"),
    [
        ("8.5.G.p2", 2, 2, "p2", "8.5.G"),
        ("8.5.G.t1", None, 1, "t1", "8.5.G"),
        ("p12", 12, 12, "p12", None),
        ("8.5.G", None, None, "G", "8.5"),
        ("table-1.1", None, None, "1", "table-1"),
        ("8.A~2", None, None, "A~2", "8"),
    ],
)
def test_an_anchor_tells_what_it_is_made_of(
    text: str, paragraph: int | None, number: int | None, last: str, above: str | None
) -> None:
    anchor = Anchor.parse(text)

    assert (anchor.paragraph, anchor.number, anchor.last) == (paragraph, number, last)
    assert (None if anchor.above is None else str(anchor.above)) == above
    assert anchor.first == text.split(".")[0]


def test_rows_and_what_occurs_twice_have_anchors_of_their_own() -> None:
    assert row_anchor("I.A", heading=True, removed=False) == heading_name("I.A") == "I.A.heading"
    assert row_anchor("IV.A.2", heading=False, removed=True) == "was-IV.A.2"
    assert Anchor.parse("was-IV.A.2").removed
    assert [told_apart("A", nth) for nth in (1, 2, 3)] == ["A", "A~2", "A~3"]
    assert Label.parse("A~2") == Label("A", 2)


@pytest.mark.parametrize(
    ("name", "kind", "is_body", "is_memorandum"),
    [("body", "body", True, False), ("memo:x", "memo", False, True), ("appendix-a", "appendix-a", False, False)],
)
def test_a_container_says_what_it_is(name: str, kind: str, is_body: bool, is_memorandum: bool) -> None:
    container = Container(name)

    assert (container.kind, container.is_body, container.is_memorandum) == (kind, is_body, is_memorandum)
