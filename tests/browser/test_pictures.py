"""The pictures of the guides show what the pages say, and cost readers little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Browser
from tests.projects import ROOT

from contract_site.measure.picturing import FOLDER, PICTURES, ROWS, invented_site, take_pictures

PLACE = re.compile(r"!\[(?P<alt>[^\]]*)\]\(\.\./assets/guides/(?P<name>[\w-]+)\.webp\)\{: (?P<how>[^}]*) \}")
GUIDES = sorted((ROOT / "docs" / "guides").glob("*.md"))


def rows(text: str) -> Iterator[tuple[str, str, str]]:
    for line in text.splitlines()[1:]:
        name, file, words = line.split("\t")
        yield name, file, words


MADE = tuple(rows((ROOT / FOLDER / ROWS).read_text(encoding="utf-8")))


def test_every_picture_is_the_one_that_was_made() -> None:
    files = {path.stem: sha256(path.read_bytes()).hexdigest() for path in (ROOT / FOLDER).glob("*.webp")}

    assert files == {name: file for name, file, _ in MADE}
    assert [name for name, _, _ in MADE] == [each.name for each in PICTURES]


def test_no_picture_is_larger_than_a_page() -> None:
    assert {path.name for path in (ROOT / FOLDER).glob("*.webp") if path.stat().st_size > 40_000} == set()


def test_every_picture_stands_in_a_guide_is_told_in_words_and_loaded_only_when_it_is_reached() -> None:
    sizes = {each.name: 'width="{}" height="{}"'.format(*each.size) for each in PICTURES}
    places = [place for path in GUIDES for place in PLACE.finditer(path.read_text(encoding="utf-8"))]

    assert {place["name"] for place in places} == sizes.keys()
    assert sum(path.read_text(encoding="utf-8").count("![") for path in GUIDES) == len(places)
    for place in places:
        assert place["how"] == f'loading="lazy" {sizes[place["name"]]}'
        assert len(place["alt"].split()) > 8


def test_the_pages_still_say_what_the_pictures_show(browser: Browser, tmp_path: Path) -> None:
    """If this fails, look at what changed, then make the pictures anew: make pictures."""
    shown = {each.name: each.words for each in take_pictures(browser, invented_site(ROOT, tmp_path))}

    assert shown == {name: words for name, _, words in MADE}
