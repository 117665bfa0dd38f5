"""The feed of changes: valid by the rules of RFC 4287, and read back by another program; its addresses are the site's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from contract_site.beside.changed import ToldChange
from contract_site.data.feed import ATOM, atom, feeds
from contract_site.model.site import SiteSettings
from contract_site.model.site_change import SiteChange
from contract_site.pages.site.changes_page import render_changes

CORRECTED = SiteChange(date(2026, 5, 1), "corrections", "mill-1952", 3, 9)
TOLD = (
    ToldChange(CORRECTED, "1952 <Mill> & Sons", PurePosixPath("mill-1952", "corrections.md")),
    ToldChange(SiteChange(date(2026, 5, 1), "moved", "mill-1952", 1, 1), "1952 Mill", PurePosixPath("mill-1952", "index.md")),
    ToldChange(
        SiteChange(date(2026, 4, 1), "added", "compare/a--b", 1, 1), "A and B", PurePosixPath("compare", "a", "b", "index.md")
    ),
)
ADDRESSES = ["https://contracts.example.org/", "https://example.org/shelf", "http://localhost:8000/a/b/"]
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated")}
"""What a feed and an entry have exactly once (4.1.1, 4.1.2)."""
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
"""A date construct (3.3)."""


def faults(feed: str) -> Iterator[str]:
    """What RFC 4287 asks for and the feed does not have."""
    root = etree.fromstring(feed.encode())
    if root.tag != f"{{{ATOM}}}feed":
        yield "the root is no feed"
    for each in (root, *root.findall(f"{{{ATOM}}}entry")):
        yield from lacking(each, etree.QName(each).localname)
    ids = [each.text for each in root.iter(f"{{{ATOM}}}id")]
    if len(ids) != len(set(ids)):
        yield "two have one id"
    authors = root.findall(f"{{{ATOM}}}author")
    if not authors or any(len(each.findall(f"{{{ATOM}}}name")) != 1 for each in authors):
        yield "the feed has no author with a name"
    if not any(link.get("rel") == "self" for link in root.findall(f"{{{ATOM}}}link")):
        yield "the feed does not say where it is"


def lacking(each: etree._Element, kind: str) -> Iterator[str]:
    """What a feed or an entry lacks."""
    yield from (f"{kind} has not one {name}" for name in ONCE[kind] if len(each.findall(f"{{{ATOM}}}{name}")) != 1)
    links = each.findall(f"{{{ATOM}}}link")
    types = [(link.get("type"), link.get("hreflang")) for link in links if link.get("rel", "alternate") == "alternate"]
    if not types:
        yield f"{kind} has no alternate link"
    if len(types) != len(set(types)):
        yield f"{kind} has two alternate links of one type"
    if not DATE.fullmatch(each.findtext(f"{{{ATOM}}}updated") or ""):
        yield f"{kind} has no date"
    for address in [each.findtext(f"{{{ATOM}}}id") or "", *(link.get("href") or "" for link in links)]:
        if not urlsplit(address).scheme or not urlsplit(address).netloc:
            yield f"{kind} has '{address}', which is no whole address"


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_feed_is_valid_at_any_address(address: str) -> None:
    assert list(faults(atom(TOLD, SiteSettings(name="A & B", address=address)))) == []


def test_what_is_wrong_with_a_feed_would_be_found() -> None:
    feed = atom(TOLD, SiteSettings(name="A", address=ADDRESSES[0]))

    assert list(faults(feed.replace("T00:00:00Z", "", 1))) == ["feed has no date"]
    assert list(faults(feed.replace('rel="self"', 'rel="related"'))) == ["the feed does not say where it is"]
    assert "two have one id" in list(faults(feed.replace("#2026-05-01.moved.mill-1952", "#2026-05-01.corrections.mill-1952")))
    assert list(faults(feed.replace("<name>A</name>", ""))) == ["the feed has no author with a name"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_program_reads_what_was_written(address: str) -> None:
    home = address.rstrip("/") + "/"
    read = feedparser.parse(atom(TOLD, SiteSettings(name="A & B", address=address)).encode())

    assert not read.bozo
    assert read.version == "atom10"
    assert (read.feed.title, read.feed.author, read.feed.link) == ("A & B: changes in the texts", "A & B", f"{home}changes/")
    assert read.feed.updated == "2026-05-01T00:00:00Z"
    assert [(each.title, each.link, each.id) for each in read.entries] == [
        (
            "1952 <Mill> & Sons: 3 corrections made",
            f"{home}mill-1952/corrections/",
            f"{home}changes/#2026-05-01.corrections.mill-1952",
        ),
        (
            "1952 Mill: 1 address moved; the old ones lead there",
            f"{home}mill-1952/",
            f"{home}changes/#2026-05-01.moved.mill-1952",
        ),
        ("A and B: added", f"{home}compare/a/b/", f"{home}changes/#2026-04-01.added.compare-a--b"),
    ]


def test_the_page_has_every_anchor_of_the_feed() -> None:
    page = render_changes(TOLD, ADDRESSES[0])

    assert page is not None
    assert [each.change.anchor for each in TOLD] == re.findall(r'<span id="([^"]+)">', page.text)
    assert "[Feed to subscribe to](feed.xml)" in page.text


def test_without_an_address_there_is_no_feed_and_one_line_says_so() -> None:
    page = render_changes(TOLD, "")

    assert feeds(TOLD, SiteSettings(name="A")) == []
    assert page is not None
    assert "There is no feed, because the site does not know its address." in page.text
    assert "feed.xml" not in page.text


def test_where_nothing_is_recorded_there_is_neither_page_nor_feed() -> None:
    assert render_changes((), ADDRESSES[0]) is None
    assert feeds((), SiteSettings(name="A", address=ADDRESSES[0])) == []
