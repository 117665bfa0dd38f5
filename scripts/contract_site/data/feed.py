"""What changed in the texts as an Atom feed (RFC 4287) and as open data.

Every id and link of a feed is a whole address, so there is none where the site does not say its own. Its times are the start
of the recorded days, since a build has no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

from contract_site.beside.changed import ToldChange
from contract_site.cite import addresses
from contract_site.data.schema import FileModel, Model, to_json
from contract_site.interface.say import Spoken, say
from contract_site.model.page import DataFile
from contract_site.model.site import SiteSettings

ATOM = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"


class ChangeData(Model):
    """Something that changed in the texts."""

    on: str
    kind: str
    """``added``, ``corrections`` or ``moved``."""
    of: str
    """The slug of an edition, or the folder of a comparison."""
    title: str
    text: str
    """What happened, in the language of the site: ``3 corrections made``."""
    count: int
    url: str


class ChangesData(FileModel):
    """``/data/changes.json``."""

    changes: list[ChangeData]


def changes_data(told: Sequence[ToldChange]) -> ChangesData:
    """Return what changed as open data, the newest first."""
    return ChangesData(
        changes=[
            ChangeData(
                on=each.change.on.isoformat(),
                kind=each.change.kind,
                of=each.change.of,
                title=each.title,
                text=each.words,
                count=each.change.count,
                url=addresses.page_url(each.page),
            )
            for each in told
        ]
    )


def changes_files(told: Sequence[ToldChange]) -> list[DataFile]:
    """Return the file of what changed, below the folder of data; none where nothing is recorded."""
    return [DataFile(addresses.CHANGES_DATA, to_json(changes_data(told)))] if told else []


def feeds(told: Sequence[ToldChange], site: SiteSettings) -> list[DataFile]:
    """Return the feed, by its path from the root; none where nothing is recorded or the site does not say its address."""
    return [DataFile(addresses.FEED, atom(told, site))] if told and site.address else []


def atom(told: Sequence[ToldChange], site: SiteSettings) -> str:
    """Return the feed of changes, the newest first; ``site.address`` ends in a slash or not."""
    home = f"{site.address.rstrip('/')}/"
    page = home + addresses.page_url(addresses.CHANGES).lstrip("/")
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {f"{{{XML}}}lang": Spoken.language})
    _words(feed, "id", page)
    _words(feed, "title", say("{site}: changes in the texts", site=site.name))
    _words(feed, "updated", _time(max(each.change.on for each in told)))
    _words(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", site.name)
    _link(feed, page)
    _link(feed, home + addresses.FEED.as_posix(), rel="self", type="application/atom+xml")
    for each in told:
        entry = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
        _words(entry, "id", f"{page}#{each.change.anchor}")
        _words(entry, "title", f"{each.title}: {each.words}")
        _words(entry, "updated", _time(each.change.on))
        _link(entry, home + addresses.page_url(each.page).lstrip("/"))
        _words(entry, "summary", f"{each.title}: {each.words}.")
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _words(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = text


def _link(parent: ElementTree.Element, address: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}link", {"rel": "alternate", "type": "text/html", **attributes, "href": address})


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
