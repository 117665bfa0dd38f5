"""The histories of an article's provisions: what each said in every edition, oldest to newest, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.history import FoundAgain, Histories, Reworked, Stage
from contract_site.beside.topics import PlacedCorrespondence, TopicLayout
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.say import counted, later, say
from contract_site.model.comparison import Change, Unit
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.page import Page
from contract_site.pages.kin.changes import most_telling
from contract_site.pages.kin.comparison_frame import head
from contract_site.pages.kin.naming import naming_of
from contract_site.pages.kin.sides import language_beside, marked_in, status_line, tag_in
from contract_site.pages.kin.topic_frame import row_link
from contract_site.words import marks
from contract_site.words.escape import escape, escape_start
from contract_site.words.frame import part_title, way
from contract_site.words.passages import length, passage

TITLE = later("All editions")
SAME = later("The same words")
ABOUT = later("{part}, {agreement}: what each provision said in every edition.")
INTRODUCTION = later(
    "Each provision of {article} that has a twin in another edition, oldest text first: <del>struck</del> words went,"
    " <ins>underlined</ins> words came."
)
GAP = later(
    "Where editions are far apart, <mark>marked</mark> phrases are words of the edition before that are found again, and"
    " nothing is said of the others."
)
SHOWN = 5
"""So many citations of a stage are shown, or one more; of others, how many there are."""


def history_pages(edition: Edition, crossings: Crossings) -> Iterator[Page]:
    """Yield a page for each part of an edition of which any provision has a history."""
    for part in edition.parts:
        entries = [
            (provision, stages)
            for provision in part.root.walk()
            if (stages := crossings.histories.of(edition, part, provision))
        ]
        if entries:
            yield _page(edition, part, entries, crossings)


def history_link(
    histories: Histories, path: PurePosixPath, edition: Edition, part: Part, provision: Provision | None = None
) -> str:
    """Return the link that leads from a provision, or from its article, to its history; or nothing."""
    there = histories.of(edition, part, provision) if provision else histories.has(edition, part)
    target = addresses.link(path, addresses.history_file(edition.slug, part.id), provision.anchor if provision else "")
    words = say("History") if provision else say("All editions of its provisions")
    return f"[{words}]({target})" if there else ""


def _page(edition: Edition, part: Part, entries: Sequence[tuple[Provision, Sequence[Stage]]], crossings: Crossings) -> Page:
    path = addresses.history_file(edition.slug, part.id)
    name = part.name if part.in_body else part.title
    gap = any(isinstance(stage.came, FoundAgain) for _, stages in entries for stage in stages)
    shown = [stage for _, stages in entries for stage in stages]
    whole = addresses.link(path, addresses.part_file(edition.slug, part.id))
    legend = [say(INTRODUCTION, article=f"[{escape(name)}]({whole})"), *([say(GAP)] if gap else [])]
    text = "\n".join(
        (
            head(
                say("{part}: all editions", part=name),
                say(ABOUT, part=part_title(part), agreement=edition.settings.title),
                hide=("navigation", "toc"),
                look="concordance",
            ),
            _breadcrumb(edition, part, path),
            "# " + say("{part}: all editions", part=escape_start(part_title(part))) + " {: #history }\n",
            status_line(stage.edition for stage in sorted(shown, key=_term)),
            f"{' '.join(legend)}\n{{: .legend }}\n",
            *(_entry(edition, part, provision, stages, path, crossings) for provision, stages in entries),
        )
    )
    return Page(path, text)


def _breadcrumb(edition: Edition, part: Part, path: PurePosixPath) -> str:
    name = part.name if part.in_body else part.title
    agreement = (edition.settings.brief, addresses.edition_file(edition.slug))
    return way(path, say(TITLE), agreement, (name, addresses.part_file(edition.slug, part.id)))


def _entry(
    edition: Edition, part: Part, provision: Provision, stages: Sequence[Stage], path: PurePosixPath, crossings: Crossings
) -> str:
    name = str(provision.pinpoint) or part.title
    lines = [f"## [{escape(name)}](#{provision.anchor}){{: .label }} {{: #{provision.anchor} }}\n"]
    for stage in stages:
        lines.append(f'<div class="stage{" own" if stage.edition.slug == edition.slug else ""}" markdown>\n')
        lines.append(_told(stage, path, crossings))
        language = language_beside(stage.edition, [each.edition for each in stages])
        lines += _text(stage, crossings, language)
        lines.append("</div>\n")
    return "\n".join(lines)


def _told(stage: Stage, path: PurePosixPath, crossings: Crossings) -> str:
    """The line above a stage: its edition and citations, each a link, and how it came from the stage before."""
    cites = []
    for page, anchor in dict.fromkeys((unit.page, unit.provision) for unit in stage.units):
        target = addresses.link(path, addresses.part_file(stage.edition.slug, page), anchor)
        cites.append(f"[{escape(_name(stage.edition, page, anchor, crossings))}]({target}){{: .cite }}")
    more = len(cites) - SHOWN
    last = counted("and {number} more below them", "and {number} more below them", more)
    shown = cites if more <= 1 else [*cites[:SHOWN], last]
    came = _came(stage, path, crossings)
    return f"**{escape(stage.edition.settings.short)}** {' '.join(shown)} {came}\n{{: .what }}\n"


def _name(edition: Edition, page: str, anchor: str, crossings: Crossings) -> str:
    found = crossings.places(edition).at_anchor(page, anchor)
    assert found is not None, f"{page}#{anchor}"
    part, provision = found
    return str(provision.pinpoint) if part.in_body and provision is not part.root else citation(part, provision)


def _came(stage: Stage, path: PurePosixPath, crossings: Crossings) -> str:
    match stage.came:
        case Reworked(layout, rows):
            told, naming = most_telling(rows), naming_of(layout, crossings)
            words = naming.twin(rows, told.page, older=False, whole=False) or naming.words(told.row, told.page)
            return f"[{escape(words)}]({addresses.link(path, layout.file(told.page), told.anchor)}){{: .self }}"
        case FoundAgain(layout, rows):
            found = say("Words found again")
            links = [f"[{found}]({row_link(layout, path, placed)}){{: .self }}" for placed in rows]
            return " ".join(links)
        case None:
            return ""


def _term(stage: Stage) -> tuple[bool, str]:
    """What the editions are put in order by: when they began to hold; those that do not say it last."""
    first = stage.edition.settings.effective
    return first is None, first.isoformat() if first else stage.edition.slug


def _text(stage: Stage, crossings: Crossings, language: str) -> Iterator[str]:
    spoken = marked_in(language)
    match stage.came:
        case Reworked(layout, rows):
            naming = naming_of(layout, crossings)
            if all(placed.row.change is Change.UNCHANGED for placed in rows):
                yield f"<details markdown>\n<summary>{say(SAME)}</summary>\n"
                yield from _plain(stage, crossings, spoken)
                yield "</details>\n"
                return
            for placed in rows:
                row = placed.row
                if row.after:
                    labels = [naming.label(unit, older=False) for unit in row.after]
                    yield f"{marks.newer(row, labels)}\n{{: .now{' .head' if placed.heading else ''} {spoken}}}\n"
                else:
                    labels = [naming.label(unit, older=True) for unit in row.before]
                    yield f"{marks.older(row, labels)}\n{{: .now {spoken}}}\n"
        case FoundAgain(layout, rows):
            lines = _found_again(layout, rows)
            yield from _spoken(language, lines) if language else lines
        case None:
            yield from _plain(stage, crossings, spoken)


def _found_again(layout: TopicLayout, rows: Sequence[PlacedCorrespondence]) -> Iterator[str]:
    """The words of the newer text, with what stands in the older one too marked."""
    for placed in rows:
        offset = 0
        spans = [phrase.after for phrase in placed.row.found]
        for place in placed.row.after:
            yield from passage(place, layout.part(place, older=False), spans, offset)
            offset += length(place)


def _spoken(language: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"<div{tag_in(language)} markdown>\n"
    yield from lines
    yield "</div>\n"


def _plain(stage: Stage, crossings: Crossings, spoken: str) -> Iterator[str]:
    """The words of a stage, unmarked, with their printed labels."""
    places = crossings.places(stage.edition)
    for unit in stage.units:
        label = _label(unit, places.at_anchor(unit.page, unit.anchor))
        shown = f"<b>{escape(label)}</b> " if label else ""
        yield f"{shown}{marks.words(unit.text, start=not shown)}\n{{: .now{' .head' if unit.heading else ''} {spoken}}}\n"


def _label(unit: Unit, found: tuple[Part, Provision] | None) -> str:
    """The label printed before a unit's words: that of its provision, unless its heading has it."""
    assert found is not None, unit.name
    provision = found[1]
    first = unit.heading or (unit.anchor == provision.anchor and not provision.heading.text)
    return provision.label.text if first else ""
