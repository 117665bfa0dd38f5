"""The page of deadlines: each time limit of a procedure with the words that set it, and a field that counts on the device."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.beside.deadlines import DeadlinePlace, deadline_places
from contract_site.beside.lists import TITLES
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.picture import element

INTRODUCTION = (
    "The days are those of the words quoted. Saturdays, Sundays and holidays count, unless the words say otherwise; the day"
    " that is counted from does not. Read the whole provision: other words of it, or an extension, may change a limit."
)
COUNTED = "What you enter stays on this device."
UNCOUNTED = "The agreement does not say which days these are, so no date is counted."


def deadlines_page(edition: Edition) -> Page | None:
    """Return the page; None if editors listed no time limits. Raises SettingsError if one does not stand in its provision."""
    places = deadline_places(edition)
    if not places:
        return None
    longest = max(each.count.number for each in places)
    body = [f"{INTRODUCTION}\n", f'{COUNTED}\n{{: .counts hidden="" }}\n']
    for number, (step, found) in enumerate(groupby(places, lambda each: each.deadline.step), start=1):
        body += [f"## {escape_start(step)} {{: #deadlines-{number} }}\n", *_step(edition, list(found), longest)]
    return list_page(edition, Lists.DEADLINES, TITLES[Lists.DEADLINES], body, look="figures")


def _step(edition: Edition, places: Sequence[DeadlinePlace], longest: int) -> Iterator[str]:
    path = addresses.part_file(edition.slug, Lists.DEADLINES)
    for each in places:
        link = addresses.link(path, addresses.part_file(edition.slug, each.part.id), each.provision.anchor)
        counts = f' data-days="{each.count.number}"' if each.count.countable else ""
        yield f'<div class="deadline"{counts} data-since="{attribute(each.deadline.since)}" markdown>\n'
        yield f"**{escape_start(each.deadline.act)}:** {escape(str(each.count))} from {escape(each.deadline.since)}.\n"
        yield f"{_bar(each.count.number, longest)}\n"
        yield f"“{escape(each.deadline.words)}” ([{escape(citation(each.part, each.provision))}]({link}))\n"
        if not each.count.countable:
            yield f"{UNCOUNTED}\n{{: .editorial }}\n"
        yield "</div>\n"


def _bar(days: int, longest: int) -> str:
    """The days as a bar as long as they are, beside the longest limit of the page; the words above say the same."""
    drawn = element("rect", width=days, height=1)
    return (
        f'<figure class="picture bar"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {longest} 1"'
        f' preserveAspectRatio="none" aria-hidden="true">{drawn}</svg></figure>\n'
    )
