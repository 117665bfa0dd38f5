"""The page of one topic: what both agreements say of it, side by side, with the phrases that both have marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.topics import PlacedCorrespondence, PlacedTopic, TopicLayout
from contract_site.cite.titles import display_title
from contract_site.interface.formats import said_list
from contract_site.interface.say import later, say
from contract_site.model.concordance import Passage
from contract_site.model.document import Edition
from contract_site.model.ledger import Ledger
from contract_site.model.page import Page
from contract_site.pages.kin.comparison_frame import choice, head, pager, row_note
from contract_site.pages.kin.sides import language_beside, status_line, tag_in
from contract_site.pages.kin.topic_frame import breadcrumb, cite, summed, told, topic_file
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import NOT_WORDS, part_title
from contract_site.words.moved import moved_away
from contract_site.words.passages import length, passage

LEGEND = later(
    "<mark>Marked and underlined</mark> phrases stand in both texts. Nothing is said of the other words: whether they were"
    " struck, and when, these two texts alone cannot tell."
)
OPENING = 90
"""How many characters of a place without a counterpart are quoted."""


def topic_page(layout: TopicLayout, placed: PlacedTopic, around: tuple[str, str], ledger: Ledger | None = None) -> Page:
    """Return the page of a topic; ``around`` are links to the pages before and after it."""
    path = topic_file(layout, placed.topic.id)
    title = placed.topic.title
    years = said_list([layout.before.settings.short, layout.after.settings.short])
    summary = summed(layout, placed.rows)
    both = any(each.row.before and each.row.after for each in placed.rows)
    text = "\n".join(
        filter(
            None,
            (
                head(
                    f"{title}, {years}",
                    say(
                        "{title}: the places of {years} that deal with it. {counts}.", title=title, years=years, counts=summary
                    ),
                    hide=("navigation", "toc"),
                    look="concordance",
                ),
                breadcrumb(layout, path, title),
                f"# {escape_start(title)} {{: #topic }}\n",
                status_line((layout.before, layout.after)),
                f"{escape_start(summary)}.\n",
                f"{say(LEGEND)}\n{{: .legend }}\n" if any(each.row.found for each in placed.rows) else "",
                _views(layout) if both else "",
                '<div class="group" markdown>\n',
                *(_row(layout, each, path) for each in placed.rows),
                "</div>\n",
                moved_away(layout.page_url(placed.topic.id), path, ledger),
                pager(around),
            ),
        )
    )
    return Page(path, text)


def _views(layout: TopicLayout) -> str:
    """The switch between both texts and one of them: form fields that work by style alone."""
    both = say("Both")
    before, after = (attribute(each.settings.short) for each in (layout.before, layout.after))
    return (
        f'<form class="views" autocomplete="off" {NOT_WORDS}>\n{choice(both, before, after)}'
        f'<p class="heads" aria-hidden="true"><span>{before}</span><span>{after}</span></p>\n</form>\n'
    )


def _row(layout: TopicLayout, placed: PlacedCorrespondence, path: PurePosixPath) -> str:
    row = placed.row
    both = bool(row.before and row.after)
    kinds = f"{row.relation}{' both' if both else ''}"
    lines = [f'<div class="row {kinds}" id="{placed.anchor}" markdown>\n', _what(layout, placed, path)]
    if row.note:
        lines.append(row_note(row.note))
    if both:
        lines += _side(layout, row.before, [phrase.before for phrase in row.found], "was", older=True)
        lines += _side(layout, row.after, [phrase.after for phrase in row.found], "now", older=False)
    else:
        lines.append(_listed(layout, row.before or row.after, path, older=bool(row.before)))
    return "\n".join([*lines, "</div>\n"])


def _what(layout: TopicLayout, placed: PlacedCorrespondence, path: PurePosixPath) -> str:
    """The line above a row: its citations in both agreements, and the relation, a link to the row."""
    row = placed.row
    cites: list[str] = []
    if row.before and row.after:
        cites += [cite(layout, path, place, older=True, year=True) for place in row.before]
        cites += [cite(layout, path, place, older=False, year=True) for place in row.after]
    own = f"[{escape(told(layout, row.relation))}](#{placed.anchor}){{: .self }}"
    return f"{' '.join([*cites, own])}\n{{: .what }}\n"


def _side(
    layout: TopicLayout, places: Sequence[Passage], spans: Sequence[tuple[int, int]], side: str, *, older: bool
) -> Iterator[str]:
    edition = layout.before if older else layout.after
    yield f'<div class="{side}"{_spoken(layout, edition)} markdown>\n'
    yield f'<b class="tag">{escape(edition.settings.short)}</b>\n{{: .of }}\n'
    offset = 0
    for place in places:
        yield from passage(place, layout.part(place, older=older), spans, offset)
        offset += length(place)
    yield "</div>\n"


def _listed(layout: TopicLayout, places: Sequence[Passage], path: PurePosixPath, *, older: bool) -> str:
    """The places that answer to nothing: a link and a title or the opening words of each."""
    cites = ((cite(layout, path, place, older=older, year=True), _opening(layout, place, older=older)) for place in places)
    listed = "\n".join(f"- {link} {escape(opening)}" for link, opening in cites)
    spoken = _spoken(layout, layout.before if older else layout.after)
    return f'<div class="alone {"was" if older else "now"}"{spoken} markdown>\n\n{listed}\n\n</div>\n'


def _spoken(layout: TopicLayout, edition: Edition) -> str:
    return tag_in(language_beside(edition, (layout.before, layout.after)))


def _opening(layout: TopicLayout, place: Passage, *, older: bool) -> str:
    part = layout.part(place, older=older)
    trail = part.root.trail(place.anchor)
    title = display_title(part, trail[-1]) if trail else ""
    if title or not place.units:
        return "" if layout.name(place, older=older) == title else title or part_title(part)
    words = " ".join(next((unit.text for unit in place.units if not unit.heading), "").split())
    return words if len(words) <= OPENING else words[:OPENING].rsplit(" ", 1)[0] + "…"
