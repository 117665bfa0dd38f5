"""The page of what changed in the texts, day by day, with the feed of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.beside.changed import ToldChange
from contract_site.cite import addresses
from contract_site.interface.formats import said_date
from contract_site.interface.say import later, say
from contract_site.model.page import Page
from contract_site.words.escape import escape, front_matter
from contract_site.words.frame import way

TITLE = later("Changes")
DESCRIPTION = later("Agreements added, corrections made, addresses moved: what changed in the texts of this site.")
INTRODUCTION = later(
    "Agreements and comparisons that were added, corrections that were made, addresses that moved; the newest first."
)
FEED = later("[Feed to subscribe to]({feed}): every change, as Atom.")
NO_FEED = later("There is no feed, because the site does not know its address.")
PATH = addresses.CHANGES


def render_changes(told: Sequence[ToldChange], address: str) -> Page | None:
    """Return the page, or nothing where nothing is recorded; ``address`` is the site's, without which there is no feed."""
    if not told:
        return None
    facts: dict[str, object] = {"title": say(TITLE), "description": say(DESCRIPTION), "hide": ["toc"]}
    if address:
        facts["feed"] = addresses.FEED.as_posix()
    lines = [
        front_matter(facts),
        way(PATH, say(TITLE)),
        f"# {say(TITLE)} {{: #changes }}\n",
        f"{say(INTRODUCTION)}\n",
        f"{say(FEED, feed=addresses.link(PATH, addresses.FEED)) if address else say(NO_FEED)}\n",
        *_days(told),
    ]
    return Page(PATH, "\n".join(lines))


def _days(told: Sequence[ToldChange]) -> Iterator[str]:
    for day, found in groupby(told, lambda each: each.change.on):
        yield f"## {said_date(day)} {{: #{day.isoformat()} }}\n"
        yield from map(_entry, found)
        yield ""


def _entry(told: ToldChange) -> str:
    link = addresses.link(PATH, told.page)
    return f'- <span id="{told.change.anchor}"></span>[{escape(told.title)}]({link}): {told.words}'
