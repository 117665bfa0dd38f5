"""An address that was cut back leads to a page, whatever a site has."""

from __future__ import annotations

import pytest

from contract_site.build.pipeline import Project
from contract_site.cite.cut_back import cut_back

PAGES = ("index.html", "about/index.html", "mill-1952/index.html", "mill-1952/memo/wash-up/index.html")


@pytest.mark.parametrize(
    ("files", "cut", "leads"),
    [
        ((), "mill-1952/memo/", "mill-1952/"),
        (("mill-1952/memoranda/index.html",), "mill-1952/memo/", "mill-1952/memoranda/"),
        (("mill-1952/supplement/tools/index.html",), "mill-1952/supplement/", "mill-1952/"),
        (("compare/a/b/index.html",), "compare/a/", ""),
        (("compare/index.html", "compare/a/b/index.html"), "compare/a/", "compare/"),
        (("data/mill-1952.json",), "data/", "about/#data"),
        (("calendar/all.ics",), "calendar/", ""),
        (("calendar/agreement/mill.ics", "bargaining/index.html"), "calendar/agreement/", "bargaining/"),
        (("saved/index.html",), "offline/", "saved/"),
        (("saved/index.html",), "offline/lists/", "saved/"),
    ],
)
def test_a_folder_without_a_page_leads_to_the_nearest_one_that_tells_of_it(files, cut, leads):
    assert {each.old: each.new for each in cut_back({*PAGES, *files})}[cut] == leads


def test_a_page_is_never_led_away_from_and_folders_of_scripts_are_left_alone():
    files = {*PAGES, "go/mill-1952/article-1.js", "assets/look/read.css", "data/index.html", "data/x.json"}

    assert [each.old for each in cut_back(files)] == ["mill-1952/memo/", "offline/", "offline/lists/", "offline/sizes/"]


def test_every_folder_of_a_site_that_has_pages_below_it_has_one_itself(tiny_site: Project) -> None:
    pages = [path.parent for path in tiny_site.site.rglob("index.html")]
    above = {folder for page in pages for folder in page.parents if folder.is_relative_to(tiny_site.site)}
    files = {tiny_site.site / name for name in ("data", "calendar", "mine", "offline") if (tiny_site.site / name).exists()}

    assert [str(folder) for folder in sorted(above | files) if not (folder / "index.html").exists()] == []
