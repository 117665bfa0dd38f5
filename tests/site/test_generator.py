"""What is handed to MkDocs, and what is said when it refuses."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import pytest
import yaml
from tests.projects import ROOT, parse_page

from contract_site.interface.catalogue import speaking
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Entry, Page, Redirect
from contract_site.site import folder, generator
from contract_site.site.built_pages import Leading, build_pages


def a_page(path: str, text: str = "# Title\n") -> Page:
    return Page(PurePosixPath(path), text)


def test_hand_written_pages_and_assets_are_read_but_for_what_is_left_out(tmp_path: Path) -> None:
    folder.write(tmp_path / "mkdocs.yml", "exclude_docs: |\n  /assets/readme/\n  *.d.ts\n")
    for name in ("about.md", "assets/x.css", "assets/x.d.ts", "assets/readme/x.png", ".hidden"):
        folder.write(tmp_path / "docs" / name, "x")
    found = generator.handwritten(tmp_path, {})

    assert [str(page.path) for page in found.pages] == ["about.md"]
    assert list(found.assets) == ["assets/x.css"]


@pytest.mark.parametrize(("language", "about"), [("en", "English"), ("es", "español")])
def test_a_translated_page_takes_the_place_of_its_own_only(tmp_path: Path, language: str, about: str) -> None:
    folder.write(tmp_path / "mkdocs.yml", "theme: x\n")
    for name, text in (("about.md", "English"), ("about.es.md", "español"), ("minutes.old.md", "Minutes")):
        folder.write(tmp_path / "docs" / name, text)
    with speaking(language):
        found = generator.handwritten(tmp_path, {})

    assert {str(page.path): page.text for page in found.pages} == {"about.md": about, "minutes.old.md": "Minutes"}


def test_places_of_hand_written_pages_and_styles_are_filled(tmp_path: Path) -> None:
    folder.write(tmp_path / "mkdocs.yml", "theme: x\n")
    folder.write(tmp_path / "docs" / "about.md", "# <!--site:name-->\n")
    folder.write(tmp_path / "docs" / "x.css", "a { color: /*site:head*/ }")
    found = generator.handwritten(tmp_path, {"name": "Pier", "head": "red"})

    assert found.pages[0].text == "# Pier\n"
    assert found.assets["x.css"] == b"a { color: red }"
    with pytest.raises(ContractSiteError, match=r"about\.md:1: there is no fact 'name' of the site; known: head"):
        generator.handwritten(tmp_path, {"head": "red"})


@pytest.mark.parametrize("name", ["own.js", "own.css", "about.md"])
def test_a_hand_written_file_in_another_encoding_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    (tmp_path / "docs" / name).write_bytes("Prüfung".encode("latin-1"))

    with pytest.raises(ContractSiteError, match=rf"{name}:1: not UTF-8; save the file as UTF-8$"):
        generator.handwritten(tmp_path, {})


def paths(*names: str) -> list[PurePosixPath]:
    return [PurePosixPath(name) for name in names]


def test_a_generated_page_never_takes_the_place_of_a_hand_written_one(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"article-8\.md:1: stands where the page of an agreement goes; rename it"):
        generator.check_places(paths("national-2010/article-8.md"), paths("national-2010/article-8.md"), tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [("a/memo/x/", "a/appendix-a/"), ("a/x/", "a/y/"), ("a/memo/x/", "b/memo/deep/y/")],
    ids=["up a folder", "same folder", "another agreement"],
)
def test_a_redirect_leads_to_its_target_from_wherever_the_site_is(old: str, new: str) -> None:
    page = parse_page(generator.redirect_files([Redirect(old, new)], ())[f"{old}index.html"])

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
    "an anchor that is not there": ("[x](#nowhere)", "nowhere"),
    "an anchor that another page has not": ("[x](other.md#nowhere)", "nowhere"),
}


@pytest.mark.parametrize(("text", "named"), COMPLAINTS.values(), ids=COMPLAINTS.keys())
def test_a_broken_link_stops_the_build_and_is_named(text: str, named: str) -> None:
    contents = [Entry("A", PurePosixPath("index.md")), Entry("B", PurePosixPath("other.md"))]
    pages = [a_page("index.md", f"# A\n\n{text}\n"), a_page("other.md")]

    with pytest.raises(ContractSiteError, match=f"MkDocs did not build the site: .*{named}"):
        build_pages(ROOT, pages, contents, {"site_name": "A"})


def test_what_pages_lead_to_elsewhere_has_an_address_and_is_said() -> None:
    pages = [a_page("a/b.md", "# B\n\n[x](../c/index.md#1.A) [y](../data/c.json) [z](#b)\n")]
    built = build_pages(ROOT, pages, [Entry("B", PurePosixPath("a/b.md"))], {"site_name": "A"})
    page = parse_page(built.files["a/b/index.html"].decode())

    assert [link["href"] for link in page.select("article a")] == ["../../c/#1.A", "../../data/c.json", "#b"]
    assert built.leading[-3:] == (
        Leading("a/b.md", "c/index.md"), Leading("a/b.md", "c/index.md", "1.A"), Leading("a/b.md", "data/c.json")
    )  # fmt: skip
    assert "b" in built.anchors["a/b.md"]


def test_a_page_built_alone_is_the_page_built_among_others() -> None:
    pages = [a_page("a/index.md", "# A\n\n[b](../b/index.md)\n"), a_page("b/index.md", "# B\n\n[a](../a/index.md)\n")]
    contents = [Entry(name.upper(), PurePosixPath(f"{name}/index.md")) for name in "ab"]
    together = build_pages(ROOT, pages, contents, {"site_name": "A"}).files
    alone = {
        name: html for page in pages for name, html in build_pages(ROOT, [page], contents, {"site_name": "A"}).files.items()
    }

    assert alone == together


@pytest.mark.parametrize(("one", "other"), [("a/b.md", "A/B.md"), ("a.md", "a/index.md"), ("Go/index.md", "go.md")])
def test_no_two_pages_have_addresses_that_differ_in_capitals_only(tmp_path: Path, one: str, other: str) -> None:
    with pytest.raises(ContractSiteError, match=f"{other}:1: would have the address of {one}, capitals aside"):
        generator.check_places((), paths(one, other), tmp_path)


def test_a_hand_written_page_keeps_its_address(tmp_path: Path) -> None:
    with pytest.raises(ContractSiteError, match=r"About/index\.md:1: would have the address of about\.md"):
        generator.check_places(paths("about.md"), paths("About/index.md"), tmp_path)


def test_a_redirect_never_takes_the_place_of_a_page() -> None:
    with pytest.raises(ContractSiteError, match="stands where a redirect to a/c/ would go"):
        generator.redirect_files([Redirect("a/b/", "a/c/")], ["a/b/index.html"])


def test_a_redirect_page_keeps_every_anchor_without_javascript() -> None:
    """It goes on by itself only where no anchor would be lost."""
    found = generator.redirect_files([Redirect("a/b/", "a/c/"), Redirect("a/d/", "a/c/", (("1.A", "a/c/#1.B"),))], ())
    plain, anchored = (found[f"{name}/index.html"] for name in ("a/b", "a/d"))
    place = parse_page(anchored).find(id="1.A")

    assert 'http-equiv="refresh" content="0; url=../../a/c/"' in plain
    assert "refresh" not in anchored
    assert place is not None
    assert [link["href"] for link in place.find_all("a")] == ["../../a/c/#1.B"]
