"""All pages of all concordances, and their entries in the lists of comparisons."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.beside.topics import PlacedTopic, TopicLayout
from contract_site.cite import addresses
from contract_site.interface.say import counted
from contract_site.model.ledger import Ledger
from contract_site.model.page import Entry, Listed, ListedTopic, Page
from contract_site.pages.kin.concordance_home import concordance_home
from contract_site.pages.kin.topic_frame import home_file, topic_file
from contract_site.pages.kin.topic_page import topic_page
from contract_site.words.escape import escape


def concordance_pages(layout: TopicLayout, ledger: Ledger | None) -> Iterator[Page]:
    """Yield the home of a concordance, and a page for each topic."""
    yield concordance_home(layout, ledger)
    padded: list[PlacedTopic | None] = [None, *layout.topics, None]
    for index, placed in enumerate(layout.topics):
        path = topic_file(layout, placed.topic.id)
        links = []
        for other, form, kind in ((padded[index], "← {}", "prev"), (padded[index + 2], "{} →", "next")):
            title = escape(other.topic.title) if other else ""
            target = addresses.link(path, topic_file(layout, other.topic.id)) if other else ""
            links.append(f"[{form.format(title)}]({target}){{: .{kind} rel={kind} }}" if other else "")
        yield topic_page(layout, placed, (links[0], links[1]), ledger)


def concordance_entry(layout: TopicLayout) -> Entry:
    """Return the section of the site's contents that holds a concordance."""
    title = layout.concordance.settings.title
    below = (Entry(placed.topic.title, topic_file(layout, placed.topic.id)) for placed in layout.topics)
    return Entry(title, None, (Entry(title, home_file(layout)), *below))


def concordance_listed(layout: TopicLayout) -> Listed:
    """Return what lists say of a concordance."""
    settings = layout.concordance.settings
    told = counted(
        "{number} topic, article to article; no redline",
        "{number} topics, article to article; no redline",
        len(layout.topics),
    )
    topics = tuple(ListedTopic(each.topic.id, each.topic.title, topic_file(layout, each.topic.id)) for each in layout.topics)
    between = (layout.before.settings.short, layout.after.settings.short)
    return Listed(settings.title, home_file(layout), told, (settings.before, settings.after), topics, between)
