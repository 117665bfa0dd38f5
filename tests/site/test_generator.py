"""What is handed to MkDocs, and what is said when it refuses."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest
import yaml
from tests.projects import files_of, parse_page

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import DataFile, Entry, Page, Redirect
from contract_site.site import folder, generator


def a_page(path: str, text: str = "# Title\n") -> Page:
    return Page(PurePosixPath(path), text)


def test_documents_are_the_hand_written_ones_and_the_generated_ones(tmp_path: Path) -> None:
    folder.write(tmp_path / "docs" / "assets" / "x.css", "x")
    generator.write_documents([a_page("index.md"), a_page("a/b.md")], tmp_path / "docs", tmp_path / "all", {})
    generator.write_data([DataFile(PurePosixPath("a.json"), "{}\n")], tmp_path / "all" / "data")

    assert sorted(files_of(tmp_path / "all")) == ["a/b.md", "assets/x.css", "data/a.json", "index.md"]
    assert sorted(files_of(tmp_path / "docs")) == ["assets/x.css"]


def test_a_generated_page_never_takes_the_place_of_a_hand_written_one(tmp_path: Path) -> None:
    folder.write(tmp_path / "docs" / "national-2010" / "article-8.md", "mine")

    with pytest.raises(ContractSiteError, match=r"article-8\.md:1: stands where the page of an agreement goes; rename it"):
        generator.write_documents([a_page("national-2010/article-8.md")], tmp_path / "docs", tmp_path / "all", {})


@pytest.mark.parametrize(
    ("old", "new"),
    [("a/memo/x/", "a/appendix-a/"), ("a/x/", "a/y/"), ("a/memo/x/", "b/memo/deep/y/")],
    ids=["up a folder", "same folder", "another agreement"],
)
def test_a_redirect_leads_to_its_target_from_wherever_the_site_is(tmp_path: Path, old: str, new: str) -> None:
    generator.write_redirects([Redirect(old, new)], tmp_path)
    page = parse_page((tmp_path / old / "index.html").read_text(encoding="utf-8"))

    assert page.a is not None
    assert urljoin(f"https://host.example/below/{old}", str(page.a["href"])) == f"https://host.example/below/{new}"


def test_the_configuration_keeps_the_order_and_escapes_titles(tmp_path: Path) -> None:
    """MkDocs' templates write titles into pages as they are."""
    below = (Entry('<b> & "c"', PurePosixPath("a/index.md")), Entry("D: #1", PurePosixPath("a/d.md")))
    generator.write_configuration(
        tmp_path,
        tmp_path / "docs",
        tmp_path / "site",
        [Entry("A", None, below), Entry("Z", PurePosixPath("z.md"))],
        tmp_path / "c",
        {"site_name": "A"},
    )
    settings = yaml.safe_load((tmp_path / "c").read_text(encoding="utf-8"))

    assert settings["nav"] == [
        {"A": [{"&lt;b&gt; &amp; &quot;c&quot;": "a/index.md"}, {"D: #1": "a/d.md"}]},
        {"Z": "z.md"},
    ]
    assert settings["INHERIT"] == str(tmp_path / "mkdocs.yml")


COMPLAINTS = {
    "a page that is not there": ("[x](nowhere.md)", "nowhere.md"),
    "an anchor that is not there": ("[x](#nowhere)", "nowhere"),
    "an anchor that another page has not": ("[x](other.md#nowhere)", "nowhere"),
}


@pytest.mark.parametrize(("text", "named"), COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_a_broken_link_stops_the_build_and_is_named(tmp_path: Path, text: str, named: str) -> None:
    folder.write(tmp_path / "mkdocs.yml", (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"))
    folder.write(tmp_path / "overrides" / "none.html", "")
    generator.write_documents(
        [a_page("index.md", f"# A\n\n{text}\n"), a_page("other.md")], tmp_path / "none", tmp_path / "docs", {}
    )
    contents = [Entry("A", PurePosixPath("index.md")), Entry("B", PurePosixPath("other.md"))]
    generator.write_configuration(
        tmp_path, tmp_path / "docs", tmp_path / "site", contents, tmp_path / "build.yml", {"site_name": "A"}
    )

    with pytest.raises(ContractSiteError, match=f"MkDocs did not build the site: .*{named}"):
        generator.run_mkdocs(tmp_path / "build.yml")


@pytest.mark.parametrize(("one", "other"), [("a/b.md", "A/B.md"), ("a.md", "a/index.md"), ("Go/index.md", "go.md")])
def test_no_two_pages_have_addresses_that_differ_in_capitals_only(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(ContractSiteError, match=f"{other}:1: would have the address of {one}, capitals aside"):
        generator.write_documents([a_page(one), a_page(other)], tmp_path / "docs", tmp_path / "all", {})


def test_a_hand_written_page_keeps_its_address(tmp_path: Path) -> None:
    folder.write(tmp_path / "docs" / "about.md", "# About\n")

    with pytest.raises(ContractSiteError, match=r"About/index\.md:1: would have the address of about\.md"):
        generator.write_documents([a_page("About/index.md")], tmp_path / "docs", tmp_path / "all", {})


def test_a_redirect_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    folder.write(tmp_path / "a" / "b" / "index.html", "the words of a page")

    with pytest.raises(ContractSiteError, match="stands where a redirect to a/c/ would go"):
        generator.write_redirects([Redirect("a/b/", "a/c/")], tmp_path)
    assert (tmp_path / "a" / "b" / "index.html").read_text(encoding="utf-8") == "the words of a page"


def test_a_file_of_data_never_takes_the_place_of_another(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"index\.json:1: stands where a file of data goes"):
        generator.write_data([DataFile(PurePosixPath("index.json"), "{}\n")] * 2, tmp_path)


def test_a_redirect_page_keeps_every_anchor_without_javascript(tmp_path: Path) -> None:
    """It goes on by itself only where no anchor would be lost."""
    generator.write_redirects([Redirect("a/b/", "a/c/"), Redirect("a/d/", "a/c/", (("1.A", "a/c/#1.B"),))], tmp_path)
    plain, anchored = ((tmp_path / name / "index.html").read_text(encoding="utf-8") for name in ("a/b", "a/d"))
    place = parse_page(anchored).find(id="1.A")

    assert 'http-equiv="refresh" content="0; url=../../a/c/"' in plain
    assert "refresh" not in anchored
    assert place is not None
    assert [link["href"] for link in place.find_all("a")] == ["../../a/c/#1.B"]
