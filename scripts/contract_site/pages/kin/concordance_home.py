"""The home of a concordance: what it is and is not, its topics, and where each article comes from and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.topics import PlacedCorrespondence, PlacedTopic, Share, TopicLayout
from contract_site.cite import addresses
from contract_site.interface.formats import said_list, said_number
from contract_site.interface.say import counted, later, say
from contract_site.model.concordance import Passage, Relation
from contract_site.model.document import Edition, Part
from contract_site.model.ledger import Ledger
from contract_site.model.page import Page
from contract_site.pages.kin.comparison_frame import head
from contract_site.pages.kin.sides import status_line
from contract_site.pages.kin.topic_frame import (
    breadcrumb,
    home_file,
    names,
    row_link,
    summed,
    told,
    topic_file,
)
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import NOT_WORDS, dates, part_title, status_words
from contract_site.words.moved import moved_away

NOT_A_REDLINE = later(
    "This is a concordance, not a redline: it brings together the places that deal with the same subject, topic by topic, and"
    " marks phrases of the older text that are found again in the newer. It does not say what was struck or inserted."
)
BAR = later(
    "The bars show how much of each text is found again (dark), deals with a subject that both have (light), or neither."
)


def concordance_home(layout: TopicLayout, ledger: Ledger | None = None) -> Page:
    """Return the home of a concordance."""
    path = home_file(layout)
    settings = layout.concordance.settings
    before, after = escape(layout.before.settings.short), escape(layout.after.settings.short)
    about = say("{title}: topic by topic, article to article.", title=settings.title)
    text = "\n".join(
        (
            head(settings.title, about, hide=("toc",), look="concordance"),
            breadcrumb(layout, path),
            f"# {escape_start(settings.title)} {{: #concordance }}\n",
            status_line((layout.before, layout.after)),
            _index(layout, path),
            f"{say(NOT_A_REDLINE)}\n",
            *_facts(layout, path),
            f"{escape_start(settings.note)}\n" if settings.note else "",
            "## " + say("Topics") + " {: #topics }\n",
            *_topics(layout, path),
            "## " + say("Where each article of {after} comes from", after=after) + " {: #ancestors }\n",
            f"{say(BAR)}\n{{: .legend }}\n",
            *_parts(layout, path, older=False),
            "## " + say("What became of each article of {before}", before=before) + " {: #descendants }\n",
            *_parts(layout, path, older=True),
            *filter(None, [moved_away(layout.page_url(), path, ledger)]),
        )
    )
    return Page(path, text)


def _index(layout: TopicLayout, path: PurePosixPath) -> str:
    """Every article of the newer agreement by its numeral, a link to where it comes from: who asks for one need not scroll."""
    links = " ".join(
        f"[{escape(_short(part))}]({addresses.link(path, path, addresses.descent_anchor(part.id, older=False))})"
        for part in layout.listed(older=False)
    )
    asked = say("An article of {edition}: {links}", edition=escape(layout.after.settings.short), links=links)
    label = attribute(say("Articles"))
    return f'<nav class="numerals" aria-label="{label}" {NOT_WORDS} markdown>\n\n{asked}\n\n</nav>\n'


def _facts(layout: TopicLayout, path: PurePosixPath) -> Iterator[str]:
    yield '<div class="facts" markdown>\n'
    for name, edition in ((say("Older"), layout.before), (say("Newer"), layout.after)):
        facts = " · ".join(filter(None, (dates(edition) or say("term not stated in the source"), status_words(edition))))
        own = addresses.link(path, addresses.edition_file(edition.slug))
        yield f"- **{name}:** [{escape(edition.settings.title)}]({own}) · {facts}"
    rows = list(layout.rows)
    reviewed = sum(placed.row.reviewed for placed in rows)
    counts = escape(summed(layout, rows))
    yield "- " + counted("**{number} topic,** {counts}", "**{number} topics,** {counts}", len(layout.topics), counts=counts)
    read, all_of = said_number(reviewed), said_number(len(rows))
    yield "- " + say("**Reviewed:** an editor read both texts for {reviewed} of {rows} rows", reviewed=read, rows=all_of)
    yield "\n</div>\n"


def _topics(layout: TopicLayout, path: PurePosixPath) -> Iterator[str]:
    """The topics, each with the articles of both agreements that deal with it."""
    before, after = layout.before.settings.short, layout.after.settings.short
    yield '<div class="topics" markdown>\n'
    for placed in layout.topics:
        link = addresses.link(path, topic_file(layout, placed.topic.id))
        older, newer = (_articles(layout, placed, older=older) for older in (True, False))
        sides = f"<span>{escape(before)}: {escape(older)}</span> <span>{escape(after)}: {escape(newer)}</span>"
        yield f"- [{escape(placed.topic.title)}]({link}) {sides}"
    yield "\n</div>\n"


def _articles(layout: TopicLayout, topic: PlacedTopic, *, older: bool) -> str:
    places = [place for placed in topic.rows for place in (placed.row.before if older else placed.row.after)]
    return ", ".join(_short(part) for part in _in_order(layout, places, older=older)) or "—"


def _short(part: Part) -> str:
    """A part's numeral, or its name where it has none."""
    return str(part.root.pinpoint) if part.in_body else part.name


def _in_order(layout: TopicLayout, places: Sequence[Passage], *, older: bool) -> list[Part]:
    named = {place.page for place in places}
    return [part for part in (layout.before if older else layout.after).parts if part.id in named]


def _parts(layout: TopicLayout, path: PurePosixPath, *, older: bool) -> Iterator[str]:
    """Every article and supplement of an agreement, with what it answers to: a list, each entry with an address of its own."""
    edition = layout.before if older else layout.after
    shares = layout.shares(older=older)
    yield '<ul class="descent" markdown>'
    for part in layout.listed(older=older):
        yield _entry(layout, edition, part, shares[part.id], path, older=older)
    yield "</ul>\n"


def _entry(layout: TopicLayout, edition: Edition, part: Part, share: Share, path: PurePosixPath, *, older: bool) -> str:
    rows = layout.in_part(edition, part)
    others = [place for placed in rows for place in (placed.row.after if older else placed.row.before)]
    answering = _in_order(layout, others, older=not older)
    kind = Relation.NO_DESCENDANT if older else Relation.NO_ANCESTOR
    names_of = said_list([each.name for each in answering])
    if answering:
        where = say("See {parts}", parts=names_of) if older else say("From {parts}", parts=names_of)
        summary = f"{where} · {_found(share)}"
    else:
        summary = told(layout, kind)
    own = addresses.link(path, addresses.part_file(edition.slug, part.id))
    lines = [
        f'<li id="{addresses.descent_anchor(part.id, older=older)}" markdown="block">\n',
        f"**[{escape(part_title(part))}]({own})**\n{_bar(share)}\n",
        f"{escape_start(summary)}\n",
    ]
    if answering:
        lines.append(_places(layout, rows, path, part, older=older))
    return "\n".join([*lines, "</li>"])


def _found(share: Share) -> str:
    if not share.found:
        return say("in other words")
    if not share.percent:
        return say("less than 1 % of its text is found again")
    return say("{percent} % of its text is found again", percent=share.percent)


def _places(layout: TopicLayout, rows: Sequence[PlacedCorrespondence], path: PurePosixPath, part: Part, *, older: bool) -> str:
    """The places of a part that answer to something, folded; then those that are said to answer to nothing."""
    related = [placed for placed in rows if placed.row.before and placed.row.after]
    alone = [placed for placed in rows if placed not in related]
    number = counted("{number} place", "{number} places", len(related))
    lines = [" · ".join(_related(layout, placed, path, part, older=older) for placed in related)]
    if alone:
        told_of = told(layout, Relation.NO_DESCENDANT if older else Relation.NO_ANCESTOR)
        links = " · ".join(_alone(layout, placed, path, part, older=older) for placed in alone)
        lines.append(f"{escape_start(told_of)}: {links}")
    listed = "\n\n".join(lines)
    return f"<details markdown>\n<summary>{number}</summary>\n\n{listed}\n\n</details>\n"


def _related(layout: TopicLayout, placed: PlacedCorrespondence, path: PurePosixPath, part: Part, *, older: bool) -> str:
    own = [place for place in (placed.row.before if older else placed.row.after) if place.page == part.id]
    others = placed.row.after if older else placed.row.before
    here, there = names(layout, own, older=older), names(layout, others, older=not older)
    arrow = "→" if older else "←"
    return f"[{escape(here)} {arrow} {escape(there)}]({row_link(layout, path, placed)})"


def _alone(layout: TopicLayout, placed: PlacedCorrespondence, path: PurePosixPath, part: Part, *, older: bool) -> str:
    own = [place for place in (placed.row.before if older else placed.row.after) if place.page == part.id]
    return f"[{escape(', '.join(layout.name(place, older=older) for place in own))}]({row_link(layout, path, placed)})"


def _bar(share: Share) -> str:
    """A bar whose stretches are as long as the shares; the words beside it say the first of them."""
    whole = share.found + share.same + share.alone
    drawn, start = "", 0
    for kind, count in (("found", share.found), ("same", share.same)):
        drawn += f'<rect class="{attribute(kind)}" x="{start}" width="{count}" height="1"/>' if count else ""
        start += count
    return f'<svg class="bar" viewBox="0 0 {whole or 1} 1" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
