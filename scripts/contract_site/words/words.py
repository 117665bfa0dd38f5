"""Write words as Markdown: escaped, with a mark where each printed page begins and a link over each citation's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from contract_site.interface.say import say
from contract_site.model.citation import External, Form, Reference, Resolution, Resolved, Target
from contract_site.model.source import PageMark, Words
from contract_site.words.escape import escape, escape_start

LinkTo = Callable[[Target], tuple[str, str]]
"""Returns a target's relative link and what the link says of it."""
Mark = tuple[int, str]
"""Where in a text a mark stands, and the mark as Markdown."""


def written(words: Words, *, start: bool = False) -> str:
    """Return the words as Markdown, with a mark where each printed page begins; ``start`` if they begin a block."""
    return linked(words, (), None, start=start)


def linked(
    words: Words,
    references: Sequence[Reference],
    link_to: LinkTo | None,
    *,
    start: bool = False,
    offset: int = 0,
    doubts: Sequence[Mark] = (),
) -> str:
    """Return the words as Markdown with links over citations.

    ``references`` count in the block's text, of which the words begin at ``offset``. A page mark inside a citation stands
    before it and a mark of doubt behind it, because a link cannot hold another.
    """
    text = words.text
    events: list[tuple[int, int, str]] = [(mark.offset, mark.offset, page_mark(mark)) for mark in words.marks]
    behind = list(doubts)
    for reference in references:
        citation = reference.resolution.citation
        begin, end = citation.start - offset, citation.end - offset
        targets = _targets(reference.resolution)
        if link_to is None or not targets or begin < 0 or end > len(text):
            continue
        events = [(begin, begin, shown) if begin < at < end else (at, stop, shown) for at, stop, shown in events]
        behind = [(end, shown) if begin < at < end else (at, shown) for at, shown in behind]
        events.append((begin, end, _link(text[begin:end], reference.resolution, targets, link_to)))
    events += [(at, at, shown) for at, shown in behind]
    pieces: list[str] = []
    position = 0
    for begin, end, shown in sorted(events, key=lambda event: event[:2]):
        pieces += [_plain(text[position:begin], start=start and not pieces), shown]
        position = end
    pieces.append(_plain(text[position:], start=start and not pieces))
    return "".join(pieces).strip()


def page_mark(mark: PageMark) -> str:
    """Return the mark of a printed page: a link to itself, shown in the margin; where it goes on, to where it begins."""
    number = escape(mark.page)
    if mark.again:
        told = title_attribute(say("printed page {number} goes on", number=mark.page))
        return f'[{number}](#page-{number} "{told}"){{: .page data-search-exclude }}'
    told = title_attribute(say("printed page {number}", number=mark.page))
    return f'[{number}](#page-{number} "{told}"){{: #page-{number} .page data-search-exclude }}'


def title_attribute(text: str) -> str:
    """Return the text for the quoted title of a Markdown link."""
    return escape(text).replace('"', "&quot;")


def _targets(resolution: Resolution) -> Sequence[Target]:
    """Where the words lead; to the agreement's own page if they name an agreement of this site."""
    if isinstance(resolution, External):
        return (Target(resolution.published, "", ""),) if resolution.published else ()
    return resolution.targets if isinstance(resolution, Resolved) else ()


def _link(text: str, resolution: Resolution, targets: Sequence[Target], link_to: LinkTo) -> str:
    first = resolution.citation.form in (Form.CHOSEN, Form.TABLE)
    href, says = link_to(targets[0 if first else -1])
    if isinstance(resolution, Resolved) and resolution.note:
        says = say("{target} (editors: {note})", target=says, note=resolution.note)
    elif href.startswith("#"):
        return f"[{escape(text)}]({href}){{: .ref }}"  # what it leads to stands on this page, where scripts find it
    return f'[{escape(text)}]({href} "{title_attribute(says)}"){{: .ref }}'


def _plain(text: str, *, start: bool) -> str:
    if not start:
        return escape(text)
    return escape_start(text) + (" " if text.endswith(" ") and text.strip() else "")
