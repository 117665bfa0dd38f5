"""Pieces of pages, feeds and fields, each said through the catalogue: in a language that says nothing, nothing is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath

import pytest
from tests.interface.silent import be_silent, words_read
from tests.words.test_marks import row

from contract_site.beside.changed import ToldChange
from contract_site.beside.corrected import CorrectedKind
from contract_site.beside.lists import list_title
from contract_site.cite.addresses import Lists
from contract_site.data.feed import atom
from contract_site.data.plain import llms
from contract_site.model.document import Table
from contract_site.model.editorial import Correction
from contract_site.model.ledger import Ledger, Moved
from contract_site.model.site import GENERAL, NO_EXAMPLES, SiteSettings
from contract_site.model.site_change import SiteChange
from contract_site.model.source import PageMark
from contract_site.words.doubts import certainty
from contract_site.words.frame import way
from contract_site.words.goto_field import goto_field, one_field
from contract_site.words.marks import newer
from contract_site.words.moved import moved_away
from contract_site.words.site_facts import site_facts
from contract_site.words.tables import summary
from contract_site.words.usual import examples_as_said, site_as_said
from contract_site.words.words import page_mark

SITE = SiteSettings(name="Bells", address="https://bells/")
HOME = PurePosixPath("bells", "index.md")
LEDGER = Ledger(moved=(Moved("bells/#1.A", "bells/#1.B"),))
FOUND = Table(name="", title="", summary="Bells: 3 rows", spanner="", columns=("Bells",), rows=(("Bells",),) * 3, notes=())
OURS = {"bells", "site", "name", "hint", "asked", "search", "xml", "version", "utf", "encoding"}
"""What is nobody's sentence: the invented name, places that a site fills, the head of a feed."""

DAY = date(2026, 5, 1)


def a_change(kind: str, count: int) -> ToldChange:
    return ToldChange(SiteChange(DAY, kind, "bells", count, 9), "Bells", HOME)


def site_says(site: SiteSettings) -> str:
    return " ".join((site.description, site.notice, site.introduction, site.about, site.contact, site.errors))


PIECES: Mapping[str, Callable[[], str]] = {
    "a field for citations": lambda: goto_field(HOME, "bells"),
    "a field for words and citations": lambda: one_field(PurePosixPath("index.md"), "Bells"),
    "the way to a page": lambda: way(PurePosixPath("bells", "memo", "x.md"), "Bells"),
    "an address that moved": lambda: moved_away("/bells/", HOME, LEDGER),
    "an address that another took": lambda: moved_away("/bells/", HOME, LEDGER, ["1.A"]),
    "a table that was found": lambda: summary(FOUND),
    "a changed row": lambda: newer(row("Bells bells bells bells", "Bells bells BELLS bells"), [""]),
    "a mark of a printed page": lambda: page_mark(PageMark(0, "Bells")),
    "one that goes on": lambda: page_mark(PageMark(0, "Bells", again=True)),
    "a certainty": lambda: certainty(Correction(line=1, raw="Bells", text="Bells", reason="", certainty="probable")),
    "a change: added": lambda: a_change("added", 1).words,
    "a change: corrected": lambda: a_change("corrections", 2).words,
    "a change: corrections withdrawn": lambda: a_change("corrections", -1).words,
    "a change: moved": lambda: a_change("moved", 1).words,
    "corrections of no kind": lambda: CorrectedKind("Other", ()).title,
    "titles of lists": lambda: " ".join(map(list_title, Lists)),
    "a note of the publisher's key": lambda: site_facts(SITE, NO_EXAMPLES, "", "Bells")["signature"],
    "what bare citations mean": lambda: " ".join(site_facts(SITE, NO_EXAMPLES, "", name)["bare"] for name in ("", "Bells")),
    "what a site says of itself": lambda: site_says(site_as_said(SITE)),
    "examples of citations": lambda: " ".join(what for what, *_ in examples_as_said(GENERAL).forms),
    "a feed": lambda: re.sub(r"<(?:id|updated|link)\b.*", "", atom([a_change("moved", 2)], SITE)),
    "what there is for programs": lambda: re.sub(r"\]\([^)]*\)", "]", llms([], site_as_said(SITE))),
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_pieces_say_nothing_but_through_the_catalogue(piece, monkeypatch):
    be_silent(monkeypatch)

    assert {*words_read(piece())} - OURS == set()
