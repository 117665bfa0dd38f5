"""The pages of one edition: its own page, its parts, its memoranda, tables, corrections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.page import Entry, Page, Redirect
from contract_site.model.relation import Place
from contract_site.render import addresses
from contract_site.render.cite import citation, page_range
from contract_site.render.escape import attribute, escape, escape_start, front_matter
from contract_site.render.markdown import Beside, first_marks, render_body, title_line
from contract_site.render.places import Places

SITE = "Contract Reference"
NOT_WORDS = "data-search-exclude"
"""Marks what the editors put on a page and search should not find as the parties' words."""


@dataclass(frozen=True, slots=True)
class EditionPages:
    """Everything that the site shows of one edition."""

    pages: tuple[Page, ...]
    contents: Entry
    redirects: tuple[Redirect, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the pages of an edition need to know beyond its text."""

    related: Mapping[str, Place] = field(default_factory=dict)
    """By id of a part: the provision it implements."""
    noted: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    """By id of a part: the memoranda that its notes name."""


def render_edition(edition: Edition, surroundings: Surroundings) -> EditionPages:
    """Return all pages of an edition, their order, and the second addresses of its parts."""
    places = Places(edition)
    parts = [
        Page(addresses.part_file(edition.slug, part.id), _part_page(edition, part, before, after, surroundings))
        for before, part, after in _neighbours(edition.parts)
    ]
    lists = [page for page in (_memoranda_page(edition), _tables_page(edition), _corrections_page(edition, places)) if page]
    own = Page(addresses.edition_file(edition.slug), _edition_page(edition, lists))
    redirects = tuple(
        Redirect(f"{edition.slug}/{part.also}/", f"{edition.slug}/{part.id}/") for part in edition.parts if part.also
    )
    return EditionPages((own, *parts, *lists), _contents(edition, lists), redirects)


def part_title(part: Part) -> str:
    """Return what lists call a part: ``Article 8. Hours of Work``."""
    return part.title if part.name == part.title else f"{part.name}. {part.title}"


def dates(edition: Edition) -> str:
    """Return the term of the agreement in words, or an empty string if its source does not state it."""
    first, last = edition.settings.effective, edition.settings.expires
    if first is None or last is None:
        return ""
    return f"{_day(first)} – {_day(last)}"


def status_words(edition: Edition) -> str:
    """Return the edition's status as readers see it."""
    status = edition.settings.status
    return "status not stated" if status == "not stated" else status


def status_class(edition: Edition) -> str:
    """Return the class that styles the status."""
    return edition.settings.status.replace(" ", "-")


# One part ------------------------------------------------------------------------------------------------------------


def _part_page(
    edition: Edition, part: Part, before: Part | None, after: Part | None, surroundings: Surroundings
) -> str:
    path = addresses.part_file(edition.slug, part.id)
    notes: dict[str, list[str]] = {}
    for note in edition.notes:
        if (note.page or "body") == (part.id if note.page else part.container):
            notes.setdefault(note.provision, []).append(note.text)
    beside = Beside(
        part=part,
        notes=notes,
        groups={person.code: person.name for person in edition.settings.group},
        link=lambda page, anchor: addresses.link(path, addresses.part_file(edition.slug, page), anchor),
        title=lambda page: next((other.name for other in edition.parts if other.id == page), page),
    )
    return "\n".join(
        filter(
            None,
            (
                _front_matter(edition, part_title(part), _description(edition, part)),
                _breadcrumb(edition, path, part_title(part) if part.container == "body" else part.title),
                title_line(part),
                _status(edition, part),
                first_marks(part),
                _memorandum_head(part),
                _implements(path, surroundings.related.get(part.id)),
                _noted(edition, path, surroundings.noted.get(part.id, ())),
                render_body(beside),
                _pager(edition, path, before, after),
            ),
        )
    )


def _front_matter(edition: Edition, title: str, description: str) -> str:
    return front_matter(
        {
            "title": title,
            "description": description,
            "agreement": edition.slug,
            "tags": [edition.settings.title],
        }
    )


def _description(edition: Edition, part: Part) -> str:
    first = next((block.text for provision in part.root.walk() for block in provision.blocks), "")
    opening = " ".join(first.split())[:150]
    return f"{part_title(part)}, {edition.settings.title}: {opening}"


def _breadcrumb(edition: Edition, path: PurePosixPath, here: str) -> str:
    home = addresses.link(path, addresses.HOME)
    own = addresses.link(path, addresses.edition_file(edition.slug))
    memoranda = ""
    if path.parent.name == "memo":
        listed = addresses.link(path, addresses.part_file(edition.slug, "memoranda"))
        memoranda = f" › [Memoranda]({listed})"
    return (
        f'<nav class="breadcrumb" aria-label="Breadcrumb" {NOT_WORDS} markdown>\n\n'
        f"[{SITE}]({home}) › [{escape(edition.settings.title)}]({own}){memoranda} › {escape(here)}\n\n</nav>\n"
    )


def _status(edition: Edition, part: Part) -> str:
    pages = page_range(part.root.page, part.last_page).replace("pp.", "printed pages").replace("p.", "printed page")
    facts = [escape(edition.settings.title), f"**{status_words(edition)}**", pages, "unofficial copy"]
    return f"{' · '.join(filter(None, facts))}\n{{: .status .{status_class(edition)} {NOT_WORDS} }}\n"


def _memorandum_head(part: Part) -> str:
    if not part.memorandum:
        return ""
    printed = f"printed under the title “{escape(part.root.heading.text)}”" if part.root.heading.text else "printed without a title"
    form = escape(part.form) if part.form else "Memorandum"
    return f"{form} · {printed}\n{{: .memo-facts {NOT_WORDS} }}\n"


def _implements(path: PurePosixPath, related: Place | None) -> str:
    if related is None:
        return ""
    target = addresses.part_file(related.edition.slug, related.part.id)
    link = addresses.link(path, target, related.provision.anchor)
    words = escape(" ".join(related.provision.text.split()))
    name = escape(citation(related.part, related.provision))
    return (
        f'<div class="note implements" {NOT_WORDS} markdown>\n\n**Implements** [{name}]({link}) of the '
        f"{escape(related.edition.settings.title)}: “{words}”\n\n</div>\n"
    )


def _noted(edition: Edition, path: PurePosixPath, memoranda: Sequence[Part]) -> str:
    if not memoranda:
        return ""
    items = "\n".join(
        f"- [{escape(memo.title)}]({addresses.link(path, addresses.part_file(edition.slug, memo.id))}) "
        f"({page_range(memo.root.page, memo.root.page)})"
        for memo in memoranda
    )
    return (
        f'<details class="memoranda" {NOT_WORDS} markdown>\n<summary>Memoranda ({len(memoranda)})</summary>\n\n'
        f"Printed on the pages that this article’s notes name, or named after it:\n\n{items}\n\n</details>\n"
    )


def _pager(edition: Edition, path: PurePosixPath, before: Part | None, after: Part | None) -> str:
    links = []
    if before is not None:
        target = addresses.link(path, addresses.part_file(edition.slug, before.id))
        links.append(f"[← {escape(_short(before))}]({target}){{: .prev rel=prev }}")
    if after is not None:
        target = addresses.link(path, addresses.part_file(edition.slug, after.id))
        links.append(f"[{escape(_short(after))} →]({target}){{: .next rel=next }}")
    body = " ".join(links)
    return f'<nav class="pager" aria-label="Previous and next" {NOT_WORDS} markdown>\n\n{body}\n\n</nav>\n'


def _short(part: Part) -> str:
    return part_title(part) if len(part_title(part)) < 60 else part_title(part)[:57].rstrip() + "…"


def _neighbours(parts: Sequence[Part]) -> Iterator[tuple[Part | None, Part, Part | None]]:
    padded: list[Part | None] = [None, *parts, None]
    for index, part in enumerate(parts):
        yield padded[index], part, padded[index + 2]


# The edition's own page and its lists --------------------------------------------------------------------------------


def _edition_page(edition: Edition, lists: Sequence[Page]) -> str:
    settings = edition.settings
    path = addresses.edition_file(edition.slug)
    home = addresses.link(path, addresses.HOME)
    facts = [
        ("Parties", "; ".join(settings.parties)),
        ("Term", dates(edition) or "not stated in the source"),
        ("Status", status_words(edition)),
        ("Source", settings.source.description),
        ("Standing", settings.note),
    ]
    memoranda = bool(edition.memoranda)
    main = [part for part in edition.parts if part.id not in {memo.id for memo in edition.memoranda}]
    appendices = [part for part in edition.memoranda if not part.id.startswith("memo/")]
    rows = [_contents_row(path, edition, part) for part in [*main, *appendices]]
    listed = [f"- [{_list_title(page)}]({addresses.link(path, page.path)})" for page in lists]
    lines = [
        _front_matter(edition, settings.title, f"{settings.title}: contents, parties, term and status."),
        f'<nav class="breadcrumb" aria-label="Breadcrumb" {NOT_WORDS} markdown>\n\n[{SITE}]({home}) › {escape(settings.title)}\n\n</nav>\n',
        f"# {escape_start(settings.title)} {{: #{edition.slug} }}\n",
        f"{escape(settings.title)} · **{status_words(edition)}** · unofficial copy\n"
        f"{{: .status .{status_class(edition)} {NOT_WORDS} }}\n",
        '<div class="facts" markdown>\n\n' + "\n".join(f"- **{name}:** {escape(value)}" for name, value in facts if value) + "\n\n</div>\n",
        "## Contents {: #contents }\n",
        '<div class="contents" markdown>\n\n' + "\n".join(rows) + "\n\n</div>\n",
        "## Lists {: #lists }\n" if lists else "",
        '<div class="contents" markdown>\n\n' + "\n".join(listed) + "\n\n</div>\n" if lists else "",
    ]
    if memoranda:
        lines += ["## Memoranda {: #memoranda }\n", _memoranda_list(edition, path)]
    lines.append(f'The whole agreement as [open data]({_data_link(path, edition.slug)}) (JSON).\n{{: .data-link {NOT_WORDS} }}\n')
    return "\n".join(line for line in lines if line)


def _data_link(path: PurePosixPath, slug: str) -> str:
    return "../" * len(path.parent.parts) + f"data/{slug}.json"


def _contents_row(path: PurePosixPath, edition: Edition, part: Part) -> str:
    target = addresses.link(path, addresses.part_file(edition.slug, part.id))
    page = f' <span class="pg">{attribute(part.root.page)}</span>' if part.root.page else ""
    return f"- [{escape(part_title(part))}]({target}){page}"


def _list_title(page: Page) -> str:
    return {"memoranda": "Memoranda", "tables": "Tables", "corrections": "Corrections and editors’ notes"}[page.path.stem]


def _memoranda_list(edition: Edition, path: PurePosixPath) -> str:
    rows = "\n".join(_contents_row(path, edition, memo) for memo in edition.memoranda)
    return f'<div class="contents" markdown>\n\n{rows}\n\n</div>\n'


def _list_page(edition: Edition, name: str, title: str, body: Sequence[str]) -> Page:
    path = addresses.part_file(edition.slug, name)
    text = "\n".join(
        (
            _front_matter(edition, title, f"{title} of the {edition.settings.title}."),
            _breadcrumb(edition, path, title),
            f"# {title} {{: #{name} }}\n",
            f"{escape(edition.settings.title)} · **{status_words(edition)}** · unofficial copy\n"
            f"{{: .status .{status_class(edition)} {NOT_WORDS} }}\n",
            *body,
        )
    )
    return Page(path, text)


def _memoranda_page(edition: Edition) -> Page | None:
    if not edition.memoranda:
        return None
    path = addresses.part_file(edition.slug, "memoranda")
    rows = [
        f"- [{escape(memo.title)}]({addresses.link(path, addresses.part_file(edition.slug, memo.id))})"
        f" · {escape(memo.form or 'Memorandum')}"
        + (f' <span class="pg">{attribute(memo.root.page)}</span>' if memo.root.page else "")
        for memo in edition.memoranda
    ]
    count = f"{len(edition.memoranda)} memoranda, letters and settlements printed with the agreement, in printed order.\n"
    return _list_page(edition, "memoranda", "Memoranda", (count, '<div class="contents" markdown>\n', *rows, "\n</div>\n"))


def _tables_page(edition: Edition) -> Page | None:
    path = addresses.part_file(edition.slug, "tables")
    rows = [
        _table_row(edition, path, part, provision, block)
        for part, provision in edition.provisions()
        for block in provision.blocks
        if block.table is not None
    ]
    if not rows:
        return None
    return _list_page(edition, "tables", "Tables", ('<div class="contents" markdown>\n', *rows, "\n</div>\n"))


def _table_row(edition: Edition, path: PurePosixPath, part: Part, provision: Provision, block: Block) -> str:
    table = block.table
    assert table is not None
    title = f"{table.name}. {table.title}" if table.name else table.summary
    target = addresses.link(path, addresses.part_file(edition.slug, part.id), block.anchor)
    page = f' <span class="pg">{attribute(block.page)}</span>' if block.page else ""
    return f"- [{escape(title)}]({target}) · {escape(citation(part, provision))}{page}"


def _corrections_page(edition: Edition, places: Places) -> Page | None:
    if not edition.corrections and not edition.notes:
        return None
    path = addresses.part_file(edition.slug, "corrections")
    account = edition.account
    body = [
        "What editors changed in the copy of the source, each with the characters as received and the reason; and the notes"
        " they put beside provisions. Nothing else was changed.\n",
        f"Of the source’s {account.characters:,} characters (white space aside), {account.kept:,} are shown and"
        f" {account.removed:,} were taken out as page numbers, contents lists, covers and the like.\n",
    ]
    if edition.notes:
        body += ["## Editors’ notes {: #notes }\n", *(_note_row(edition, path, places, i) for i in range(len(edition.notes))), ""]
    if edition.corrections:
        body += [
            "## Corrections {: #corrections-list }\n",
            '<figure class="table words" markdown>\n<div class="frame" role="region" aria-label="Corrections" tabindex="0" markdown>\n',
            "| Where | As received | As shown | Reason |",
            "|---|---|---|---|",
            *(_correction_row(edition, path, places, i) for i in range(len(edition.corrections))),
            "\n</div>\n</figure>\n",
        ]
    return _list_page(edition, "corrections", "Corrections and editors’ notes", body)


def _note_row(edition: Edition, path: PurePosixPath, places: Places, index: int) -> str:
    note = edition.notes[index]
    found = places.at_anchor(note.page or "body", note.provision)
    if found is None:
        return f"- {escape(note.provision)}: {escape(note.text)}"
    part, provision = found
    target = addresses.link(path, addresses.part_file(edition.slug, part.id), provision.anchor)
    return f"- [{escape(citation(part, provision))}]({target}): {escape(note.text)}"


def _correction_row(edition: Edition, path: PurePosixPath, places: Places, index: int) -> str:
    applied = edition.corrections[index]
    found = places.at_offset(applied.span.start)
    where = "removed from the text"
    if found is not None:
        part, provision = found
        target = addresses.link(path, addresses.part_file(edition.slug, part.id), provision.anchor)
        where = f"[{escape(citation(part, provision))}]({target})"
    text = escape(applied.correction.text) or "nothing"
    return f"| {where} | {escape(applied.correction.raw)} | {text} | {escape(applied.correction.reason)} |"


def _contents(edition: Edition, lists: Sequence[Page]) -> Entry:
    """The order of an edition's pages: its own, its parts, its memoranda below their list, its other lists."""
    folder = [part for part in edition.parts if part.id.startswith("memo/")]
    parts = [
        Entry(part_title(part), addresses.part_file(edition.slug, part.id)) for part in edition.parts if part not in folder
    ]
    below = [Entry(edition.settings.title, addresses.edition_file(edition.slug)), *parts]
    for page in lists:
        title = _list_title(page)
        if page.path.stem == "memoranda":
            memos = tuple(Entry(memo.title, addresses.part_file(edition.slug, memo.id)) for memo in folder)
            below.append(Entry(title, None, (Entry(title, page.path), *memos)))
        else:
            below.append(Entry(title, page.path))
    return Entry(edition.settings.title, None, tuple(below))


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
