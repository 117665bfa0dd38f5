"""A site put together from records: nothing stands twice, and no link leads to nothing."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from tests.projects import ROOT, files_of

from contract_site.build.assembly import Assembly, check_links, check_pages, sitemap_files
from contract_site.build.paged import built_parts
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Entry, Page
from contract_site.shelf.box import pack
from contract_site.shelf.shelf import Record, Shelf
from contract_site.site.built_pages import build_pages


def a_record(folder: Path, name: str, texts: dict[str, str], address: str = "") -> Record:
    """A record of pages, each with its text, built alone."""
    pages = [Page(PurePosixPath(path), text) for path, text in texts.items()]
    said = {"site_name": "A", "site_url": address}
    built = build_pages(ROOT, pages, [Entry("A", page.path) for page in pages], said)
    return Shelf(folder).put(name, {}, pack(built_parts(built, pages, ())))


@pytest.mark.parametrize("hands", [1, 3])
def test_a_site_has_the_files_of_all_records(tmp_path: Path, hands: int) -> None:
    records = [a_record(tmp_path / "shelf", name, {f"{name}/index.md": "# A\n"}) for name in ("a", "b")]
    assembly = Assembly(tmp_path / "site", hands)
    assembly.add(records)

    assert files_of(tmp_path / "site").keys() == assembly.owners.keys() == {"a/index.html", "b/index.html"}


def test_two_records_may_not_have_the_same_file(tmp_path: Path) -> None:
    assembly = Assembly(tmp_path / "site")
    assembly.add([a_record(tmp_path / "shelf", "a", {"x/index.md": "# A\n"})])

    with pytest.raises(ContractSiteError, match=r"x/index\.html:1: b has it and a too; give one another id or slug"):
        assembly.add([a_record(tmp_path / "shelf", "b", {"x/index.md": "# A\n"})])


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("../b/index.md", ""),
        ("../b/index.md#top", ""),
        ("../data/b.json", ""),
        ("../b/index.md#nowhere", r"a/index\.md leads to #nowhere of b/index\.md, which is not there"),
        ("../c/index.md", r"a/index\.md leads to c/index\.md, which is not there"),
        ("../data/c.json", r"a/index\.md leads to data/c\.json, which is not there"),
    ],
)
def test_a_link_from_record_to_record_that_leads_nowhere_stops_the_build(tmp_path: Path, link: str, said: str) -> None:
    one = a_record(tmp_path, "a", {"a/index.md": f"# A\n\n[x]({link})\n"})
    other = a_record(tmp_path, "b", {"b/index.md": "# B {: #top }\n"})

    if not said:
        check_links([one, other], {"data/b.json": ""})
        return
    with pytest.raises(ContractSiteError, match=said):
        check_links([one, other], {"data/b.json": ""})


def test_a_page_may_not_have_the_address_of_a_hand_written_one(tmp_path: Path) -> None:
    one = a_record(tmp_path, "site", {"about.md": "# A\n"})
    other = a_record(tmp_path, "a", {"About/index.md": "# A\n"})

    with pytest.raises(ContractSiteError, match=r"docs/About/index\.md:1: would have the address of about\.md"):
        check_pages(one, [other], tmp_path / "docs")


def test_the_packed_sitemap_names_no_system_and_no_time(tmp_path: Path) -> None:
    packed = sitemap_files([a_record(tmp_path, "a", {"": "Home"}, "https://x.example/")])["sitemap.xml.gz"]
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"


def test_the_sitemap_has_every_page_where_the_site_says_where_it_stands(tmp_path: Path) -> None:
    pages = {"a/index.md": "# A\n", "a/b.md": "# B\n"}
    here = sitemap_files([a_record(tmp_path, "a", pages, "https://x.example/")])["sitemap.xml"].decode()
    nowhere = sitemap_files([a_record(tmp_path, "b", pages)])["sitemap.xml"].decode()

    assert here.count("<loc>") == 2
    assert "<loc>https://x.example/a/b/</loc>" in here
    assert "<loc>" not in nowhere
