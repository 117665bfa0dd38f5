"""The map of memoranda: memoranda down, articles across, a mark where a memorandum cites an article or is cited by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import list_title
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.interface.say import later, say
from contract_site.model.document import Edition, Part
from contract_site.model.page import Page
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.escape import attribute, escape
from contract_site.words.tables import framed_table

INTRODUCTION = later(
    "● the memorandum cites the article; ○ only the article, or a provision of it, cites the memorandum. The mark leads to the"
    " memorandum, the number over a column to the article."
)


def memoranda_map(edition: Edition, crossings: Crossings) -> Page | None:
    """Return the page; None if no memorandum cites an article or is cited by one."""
    crossed = {memo.id: crossings.articles_of(edition, memo) for memo in edition.memoranda}
    articles = [part for part in edition.parts if any(part.id in found for found in crossed.values())]
    if not articles:
        return None
    memos = [memo for memo in edition.memoranda if crossed[memo.id]]
    return list_page(
        edition,
        Lists.CROSSED,
        list_title(Lists.CROSSED),
        [f"{say(INTRODUCTION)}\n", *_table(edition, memos, articles, crossed)],
        look="figures",
    )


def _table(
    edition: Edition, memos: Sequence[Part], articles: Sequence[Part], crossed: dict[str, dict[str, bool]]
) -> Iterator[str]:
    path = addresses.part_file(edition.slug, Lists.CROSSED)
    heads = [f"[{part.root.pinpoint}]({addresses.link(path, addresses.part_file(edition.slug, part.id))})" for part in articles]
    rows = []
    for memo in memos:
        link = addresses.link(path, addresses.part_file(edition.slug, memo.id))
        marks = (_mark(memo, part, link, crossed[memo.id]) for part in articles)
        rows.append([f"[{escape(memo.title)}]({link})", *marks])
    return framed_table("map crossed", list_title(Lists.CROSSED), [say("Memorandum"), *heads], rows)


def _mark(memo: Part, article: Part, link: str, crossed: dict[str, bool]) -> str:
    if article.id not in crossed:
        return ""
    cites = crossed[article.id]
    facts = {"memorandum": memo.title, "article": article.name}
    said = say("{memorandum} cites {article}", **facts) if cites else say("{memorandum} is cited by {article}", **facts)
    return f'[{"●" if cites else "○"}]({link}){{: aria-label="{attribute(said)}" }}'
