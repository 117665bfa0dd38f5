"""What services are told of a shared link to a provision, and that its page never takes the place of another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from PIL import Image
from tests.projects import ROOT, a_project, no_report, parse_page

from contract_site.build import pipeline
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.model.ledger import Ledger
from contract_site.model.page import Picture, SharedPage
from contract_site.model.site import SiteSettings
from contract_site.pages.edition.shared_pages import pictures, shared_pages
from contract_site.site.folder import write
from contract_site.site.pictures import SIZE, picture_files
from contract_site.site.shared_pages import check_shared, shared_files

ADDRESS = "https://contracts.example/"
SITE = SiteSettings(name="Contract Reference", address=ADDRESS)
PAGE = SharedPage(
    address="keepers-2024/8.5.G/",
    target="keepers-2024/article-8/#8.5.G",
    name="Article 8.5.G",
    standing="2024 Agreement (in force; unofficial copy)",
    opening='Keepers shall have "two" lamps & no <script>alert(1)</script>.',
    picture="assets/pictures/keepers-2024/article-8.png",
    within=(("Article 8. Lamps </script>", "keepers-2024/article-8/"), ("2024 Agreement", "keepers-2024/")),
)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Edition, Ledger]]:
    """The invented agreements, each with its published addresses."""
    project = a_project(tmp_path_factory.mktemp("made"))
    found = pipeline.load_editions(project, no_report)
    ledgers = pipeline.load_ledgers(project, found)
    return [(edition, ledgers[slug]) for slug, edition in found.items()]


@pytest.fixture(scope="module")
def shared(editions: list[tuple[Edition, Ledger]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is written of them where links are shared, at an address."""
    folder = tmp_path_factory.mktemp("shared")
    for name, text in shared_files((page for each in editions for page in shared_pages(*each)), SITE):
        write(folder / name, text)
    drawn_into(folder, (each for edition, _ in editions for each in pictures(edition)))
    return folder


def drawn_into(folder: Path, drawn: Iterable[Picture]) -> None:
    for name, content in picture_files(drawn, ROOT, SITE):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def written(page: SharedPage, site: SiteSettings = SITE) -> BeautifulSoup:
    [(name, text)] = shared_files([page], site)
    assert name == f"{page.address}index.html"
    return parse_page(text)


def open_graph(tree: BeautifulSoup) -> dict[str, str]:
    """As https://ogp.me reads: every ``meta`` with a property."""
    return {str(tag["property"]): str(tag["content"]) for tag in tree.find_all("meta", property=True)}


def twitter(tree: BeautifulSoup) -> dict[str, str]:
    """As X reads a card: ``twitter:`` by name, and Open Graph for what is not there."""
    own = {str(tag["name"]): str(tag["content"]) for tag in tree.find_all("meta", attrs={"name": True})}
    graph = open_graph(tree)
    return {key: own.get(f"twitter:{key}", graph.get(f"og:{key}", "")) for key in ("card", "title", "description", "image")}


def linked_data(tree: BeautifulSoup) -> dict[str, object]:
    """As search engines read: the one script of JSON-LD."""
    [script] = tree.find_all("script", type="application/ld+json")
    found = json.loads(script.get_text())
    assert isinstance(found, dict)
    return found


def names_and_urls(work: object) -> Iterator[tuple[str, str]]:
    while isinstance(work, dict):
        assert work["@type"] == "CreativeWork"
        yield work["name"], work["url"]
        work = work.get("isPartOf")


def test_three_kinds_of_services_read_the_same_of_a_provision() -> None:
    tree = written(PAGE)
    graph, card, data = open_graph(tree), twitter(tree), linked_data(tree)

    assert graph == {
        "og:type": "article",
        "og:site_name": "Contract Reference",
        "og:title": "Article 8.5.G · 2024 Agreement (in force; unofficial copy)",
        "og:description": PAGE.opening,
        "og:url": f"{ADDRESS}keepers-2024/8.5.G/",
        "og:image": f"{ADDRESS}assets/pictures/keepers-2024/article-8.png",
    }
    assert card == {"card": "summary_large_image", **{key: graph[f"og:{key}"] for key in ("title", "description", "image")}}
    assert data["@context"] == "https://schema.org"
    assert list(names_and_urls(data)) == [
        ("Article 8.5.G", f"{ADDRESS}keepers-2024/article-8/#8.5.G"),
        ("Article 8. Lamps </script>", f"{ADDRESS}keepers-2024/article-8/"),
        ("2024 Agreement", f"{ADDRESS}keepers-2024/"),
    ]


def test_what_is_cited_stays_the_permanent_address_and_readers_go_on_to_it() -> None:
    tree = written(PAGE)
    [canonical] = tree.find_all("link", rel="canonical")
    [refresh] = tree.find_all("meta", attrs={"http-equiv": "refresh"})
    [robots] = tree.find_all("meta", attrs={"name": "robots"})
    [link] = tree.find_all("a")

    assert canonical["href"] == f"{ADDRESS}keepers-2024/article-8/#8.5.G"
    assert str(refresh["content"]) == "0; url=../article-8/#8.5.G"
    assert link["href"] == "../article-8/#8.5.G"
    assert robots["content"] == "noindex"
    assert tree.find("title").get_text().startswith("Article 8.5.G")  # type: ignore[union-attr]


def test_a_site_that_does_not_know_its_address_says_nothing_that_needs_it() -> None:
    tree = written(PAGE, replace(SITE, address=""))

    assert not open_graph(tree).keys() & {"og:url", "og:image"}
    assert twitter(tree)["card"] == "summary"
    assert [url for _, url in names_and_urls(linked_data(tree))][:2] == [
        "../../keepers-2024/article-8/#8.5.G",
        "../../keepers-2024/article-8/",
    ]


@pytest.mark.parametrize("other", ["keepers-2024/8.5.G", "keepers-2024/8.5.g", "KEEPERS-2024/8.5.G"])
def test_a_page_that_is_there_keeps_its_address(other: str) -> None:
    made = [name for name, _ in shared_files([PAGE], SITE)]

    with pytest.raises(ContractSiteError, match=r"stands where the page by which a provision is shared would go"):
        check_shared(made, [f"{other}/index.html"])
    check_shared(made, ["keepers-2024/8.5.H/index.html", "keepers-2024/8.5.G.html"])


def test_two_provisions_are_never_shared_by_one_address() -> None:
    with pytest.raises(ContractSiteError, match="would go"):
        list(shared_files([PAGE, replace(PAGE, address="keepers-2024/8.5.g/")], SITE))


def test_all_that_is_told_of_the_invented_agreements_is_there(shared: Path, tiny_site: pipeline.Project) -> None:
    """Targets, canonical addresses, works and pictures: each leads to a page or an anchor of the site, or to a picture."""
    count = 0
    for path in sorted(shared.rglob("index.html")):
        tree = parse_page(path.read_text(encoding="utf-8"))
        graph = open_graph(tree)
        here = ADDRESS + path.parent.relative_to(shared).as_posix() + "/"
        refresh = str(tree.select('meta[http-equiv="refresh"]')[0]["content"]).partition("url=")[2]
        places = [urljoin(here, refresh), *(url for _, url in names_and_urls(linked_data(tree)))]
        for place in places:
            page, anchor = urldefrag(place.removeprefix(ADDRESS))
            text = (tiny_site.site / page / "index.html").read_text(encoding="utf-8")
            assert not anchor or parse_page(text).find(id=anchor) is not None, place
        assert graph["og:url"] == here
        assert str(tree.select("link[rel=canonical]")[0]["href"]) == places[0] == places[1]
        assert (shared / graph["og:image"].removeprefix(ADDRESS)).is_file()
        assert len(path.read_bytes()) < 2500
        count += 1

    assert count > 60


def test_what_is_shared_is_in_no_list_for_saving_and_no_index(tiny_site: pipeline.Project) -> None:
    site = tiny_site.site
    saved = json.loads((site / "offline" / "lists" / "tiny-2024.json").read_text(encoding="utf-8"))["files"]
    listed = {address for address, _, _ in saved}

    assert (site / "tiny-2024" / "1.2.1" / "index.html").is_file()
    assert "tiny-2024/article-1/" in listed
    assert not {address for address in listed if address.startswith("tiny-2024/1.")}
    assert "/tiny-2024/1.2.1/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert not [path for path in (site / "downloads").rglob("*") if "1.2.1" in path.as_posix()]


def test_pictures_are_small_and_the_same_on_every_build(
    editions: list[tuple[Edition, Ledger]], shared: Path, tmp_path: Path
) -> None:
    drawn_into(tmp_path, (each for edition, _ in editions for each in pictures(edition)))
    drawn = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.png"))

    assert len(drawn) > 30
    for name in drawn:
        assert (tmp_path / name).read_bytes() == (shared / name).read_bytes()
        assert len((tmp_path / name).read_bytes()) < 40_000
        with Image.open(tmp_path / name) as picture:
            assert picture.size == SIZE


@pytest.mark.parametrize("title", ["Lamps", "W" * 200, "Lamps and horns " * 40, "Ж" * 30, ""])
def test_any_title_fits_between_the_margins(tmp_path: Path, title: str) -> None:
    path = PAGE.picture
    drawn_into(tmp_path, [Picture(PurePosixPath(path), "Article 8", title, title, "in force")])
    with Image.open(tmp_path / path) as picture:
        shades = picture.convert("RGB")
        ground = shades.getpixel((0, 0))
        margins = [shades.crop((0, 0, 60, SIZE[1])), shades.crop((SIZE[0] - 60, 0, *SIZE)), shades.crop((0, 590, *SIZE))]

    assert all(margin.getcolors() == [(margin.width * margin.height, ground)] for margin in margins)
