"""The page of deadlines: each time limit of a procedure with the words that set it, and a field that counts on the device."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from contract_site.beside.deadlines import DeadlinePlace, deadline_places
from contract_site.beside.lists import list_title
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.interface.say import counted, later, say
from contract_site.model.deadline import DayCount
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import heading
from contract_site.words.picture import element

QUOTED = later("The days are those of the words quoted.")
CALENDAR = later(
    "Saturdays, Sundays and holidays count, unless the words say otherwise; the day that is counted from does not."
)
SOME = later(
    "Where the words say “days” or “calendar days”, Saturdays, Sundays and holidays count; the day that is counted from does"
    " not."
)
WHOLE = later("Read the whole provision: other words of it, or an extension, may change a limit.")
COUNTED = later("What you enter stays on this device.")
UNCOUNTED = later("The agreement does not say which days these are, so no date is counted.")


def deadlines_page(edition: Edition) -> Page | None:
    """Return the page; None if editors listed no time limits. Raises SettingsError if one does not stand in its provision."""
    places = deadline_places(edition)
    if not places:
        return None
    longest = max(each.count.number for each in places)
    body = [f"{_introduction(places, longest)}\n", f'{say(COUNTED)}\n{{: .counts hidden="" }}\n']
    for number, (step, found) in enumerate(groupby(places, lambda each: each.deadline.step), start=1):
        body += [heading(escape_start(step), f"deadlines-{number}"), *_step(edition, list(found), longest)]
    return list_page(edition, Lists.DEADLINES, list_title(Lists.DEADLINES), body, look="figures")


def _introduction(places: Sequence[DeadlinePlace], longest: int) -> str:
    """What is true of the limits of this page: how their days are counted, if any are, and what the bars show."""
    countable = [each.count.countable for each in places]
    counting = CALENDAR if all(countable) else SOME if any(countable) else ""
    bars = say("Each bar shows the number of days; a full one is {longest}.", longest=longest)
    return " ".join((*(say(each) for each in (QUOTED, counting, WHOLE) if each), bars))


def _step(edition: Edition, places: Sequence[DeadlinePlace], longest: int) -> Iterator[str]:
    path = addresses.part_file(edition.slug, Lists.DEADLINES)
    for each in places:
        link = addresses.link(path, addresses.part_file(edition.slug, each.part.id), each.provision.anchor)
        counts = f' data-days="{each.count.number}"' if each.count.countable else ""
        yield f'<div class="deadline"{counts} data-since="{attribute(each.deadline.since)}" markdown>\n'
        limit = say("{days} from {since}.", days=escape(_days(each.count)), since=escape(each.deadline.since))
        yield f"**{escape_start(each.deadline.act)}:** {limit}\n"
        yield f"{_bar(each.count.number, longest)}\n"
        yield f"“{escape(each.deadline.words)}” ([{escape(citation(each.part, each.provision))}]({link}))\n"
        if not each.count.countable:
            yield f"{say(UNCOUNTED)}\n{{: .editorial }}\n"
        yield "</div>\n"


def _days(count: DayCount) -> str:
    """How many days a limit has, and of which kind they are."""
    match count.unit:
        case "working days":
            return counted("{number} working day", "{number} working days", count.number)
        case "work days":
            return counted("{number} work day", "{number} work days", count.number)
        case "business days":
            return counted("{number} business day", "{number} business days", count.number)
        case _:
            return counted("{number} day", "{number} days", count.number)


def _bar(days: int, longest: int) -> str:
    """The days as a bar as long as they are, beside the longest limit of the page; the words above say the same."""
    drawn = element("rect", width=days, height=1)
    return (
        f'<figure class="picture bar"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {longest} 1"'
        f' preserveAspectRatio="none" aria-hidden="true">{drawn}</svg></figure>\n'
    )
