"""The pages that list: an edition's own page, its memoranda, tables, corrections and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import EditionList, list_title
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation, rank_word
from contract_site.interface.say import Spoken, counted, say
from contract_site.model.citation import Target
from contract_site.model.document import Block, Edition, Part, Provision, Rank
from contract_site.model.page import Page
from contract_site.pages.kin.comparisons import comparison_rows
from contract_site.words.cards import cards
from contract_site.words.escape import attribute, escape, escape_start
from contract_site.words.frame import (
    NOT_WORDS,
    breadcrumb,
    dates,
    front_matter,
    heading,
    listing,
    part_title,
    status_line,
    status_words,
)
from contract_site.words.goto_field import goto_field
from contract_site.words.source_said import source_said
from contract_site.words.tables import linked_rows, summary

SHORT_ANCHOR = re.compile(r"(?=.{1,9}$)[0-9A-Za-z]{1,4}(?:\.[0-9A-Za-z]{1,3})*")
"""An anchor that somebody would type."""


def edition_page(edition: Edition, lists: Sequence[EditionList], crossings: Crossings) -> str:
    """Return the Markdown of the edition's own page: its contents, lists, memoranda, and what the text is."""
    settings = edition.settings
    path = addresses.edition_file(edition.slug)
    main = [part for part in edition.parts if part.id not in {memo.id for memo in edition.memoranda}]
    appendices = [part for part in edition.memoranda if not part.id.startswith("memo/")]
    rows = [_contents_row(path, edition, part) for part in [*main, *appendices]]
    compared = comparison_rows(crossings, path, edition.slug)
    listed = [f"- [{each.title}]({addresses.link(path, addresses.part_file(edition.slug, each.kind))})" for each in lists]
    description = say("{agreement}: contents, parties, term and status.", agreement=settings.title)
    lines = [
        front_matter(edition, settings.title, description, goto=True),
        breadcrumb(edition, path),
        f"# {escape_start(settings.title)} {{: #{edition.slug} }}\n",
        status_line(edition, dates(edition)),
        goto_field(path, edition.slug, hint=_hint(edition)),
        _saving(edition),
        heading(say("Contents"), "contents"),
        listing(rows),
    ]
    if compared:
        lines += [heading(say("Comparisons"), "comparisons"), listing(compared)]
    if lists:
        lines += [heading(say("Lists"), "lists"), listing(listed)]
    if edition.memoranda:
        lines += [
            heading(say("Memoranda"), "memoranda"),
            listing([_contents_row(path, edition, memo) for memo in edition.memoranda]),
        ]
    return "\n".join([*lines, *_about(path, edition)])


def _about(path: PurePosixPath, edition: Edition) -> list[str]:
    """The lines that say what the text is: its facts, where they can be checked, and the files to carry away."""
    settings = edition.settings
    facts = [
        (say("Parties"), "; ".join(settings.parties)),
        (say("Term"), dates(edition) or say("not stated in the source")),
        (say("Status"), status_words(edition)),
        (say("Source"), source_said(settings.source.description)),
        (say("Read by a machine"), _machine_read(settings.source.recognised_by)),
        (say("Standing"), settings.note),
    ]
    downloads = addresses.link(path, addresses.DOWNLOADS, edition.slug)
    trust = addresses.link(path, addresses.TRUST, edition.slug)
    return [
        heading(say("About this text"), "about-this-text"),
        "\n".join(f"- **{name}:** {escape(value)}" for name, value in facts if value),
        "- " + say("**Fingerprints:** [what a copy of it is held against]({link})", link=trust),
        "- " + say("**Data:** the whole agreement as [JSON]({link})", link=_data_link(path, edition.slug)),
        f'- {_offline(downloads)}\n  {{: data-online="" }}\n',
    ]


def _hint(edition: Edition) -> str:
    """What the field for citations shows: the site's examples where they are of this agreement's field, else a place in it."""
    articles = [part for part in edition.parts if part.in_body]
    of_field = edition.family.examples.hint and edition.family.language == Spoken.language
    if of_field or not articles:
        return ""
    middle = articles[len(articles) // 2]
    typed = [each for each in middle.root.walk() if SHORT_ANCHOR.fullmatch(each.anchor)]
    place = max(typed, key=lambda each: each.anchor.count("."), default=middle.root)
    return ", ".join(filter(None, (place.anchor, f"p. {place.page}" if place.page else "")))


def _machine_read(by: str) -> str:
    """What readers are told where a program recognised the letters of a scan; empty if none did."""
    return by and say(
        "the letters were recognised in pictures of the pages ({program}), so some may be wrong; the pages prevail", program=by
    )


def _saving(edition: Edition) -> str:
    """The place of the button that saves the agreement on the reader's device; empty and hidden where nothing can be saved."""
    return f'<div class="saving" data-saving="{attribute(edition.slug)}" {NOT_WORDS} hidden></div>\n'


def _offline(downloads: str) -> str:
    return say("**Offline:** [files to keep]({link}) and read without a network", link=downloads)


def _data_link(path: PurePosixPath, slug: str) -> str:
    return "../" * len(path.parent.parts) + f"data/{slug}.json"


def _contents_row(path: PurePosixPath, edition: Edition, part: Part) -> str:
    target = addresses.link(path, addresses.part_file(edition.slug, part.id))
    page = f' <span class="pg">{attribute(part.root.page)}</span>' if part.root.page else ""
    return f"- [{escape(part_title(part))}]({target}){page}"


def list_page(edition: Edition, name: str, title: str, body: Sequence[str], *, look: str = "") -> Page:
    """Return a page that lists: head, title, status line, and the body as Markdown; ``look`` as in the front matter."""
    path = addresses.part_file(edition.slug, name)
    description = say("{list} of the {agreement}.", list=title, agreement=edition.settings.title)
    text = "\n".join(
        (
            front_matter(edition, title, description, look=look),
            breadcrumb(edition, path, title),
            f"# {title} {{: #{path.stem} }}\n",
            status_line(edition, ""),
            *body,
        )
    )
    return Page(path, text)


def memoranda_page(edition: Edition, crossings: Crossings) -> Page | None:
    """Return the list of all memoranda, with the articles they touch and where they are cited; None if there are none."""
    if not edition.memoranda:
        return None
    path = addresses.part_file(edition.slug, "memoranda")
    count = counted(
        "{number} memorandum, letter or settlement printed with the agreement.",
        "{number} memoranda, letters and settlements printed with the agreement, in printed order.",
        len(edition.memoranda),
    )
    columns = (say("Memorandum"), say("Form"), say("Page"), say("Articles it cites"), say("Cited from"))
    rows = (_memorandum_row(edition, path, crossings, memo) for memo in edition.memoranda)
    table = cards("memoranda-list", columns, rows)
    body = (f"{count}\n", *table, *_continuing(edition, path, crossings))
    return list_page(edition, Lists.MEMORANDA, list_title(Lists.MEMORANDA), body)


def _continuing(edition: Edition, path: PurePosixPath, crossings: Crossings) -> Iterator[str]:
    """The memoranda that are only listed, as their table has them; those that name a provision link to it."""
    for part, _, block in edition.blocks():
        if block.table is None or block.table.lists != "memoranda":
            continue
        here = addresses.link(path, addresses.part_file(edition.slug, part.id), block.anchor)
        yield heading(say("Continuing memoranda"), "continuing")
        yield say("{summary} ([as printed]({link})).", summary=escape(summary(block.table)), link=here) + "\n"
        references = crossings.of_block(edition, part, block.anchor)
        rows = linked_rows(
            block.table, references, lambda target: (crossings.href(path, target), crossings.preview(target, edition))
        )
        yield listing([f"- {cells[0]}" + ' <span class="pg">' + cells[-1] + "</span>" for cells in rows])


def _memorandum_row(edition: Edition, path: PurePosixPath, crossings: Crossings, memo: Part) -> list[str]:
    link = addresses.link(path, addresses.part_file(edition.slug, memo.id))
    cited_pages = {target.page for target in crossings.cites(edition, memo)}
    articles = ", ".join(
        f"[{part.root.pinpoint}]({addresses.link(path, addresses.part_file(edition.slug, part.id))})"
        for part in edition.parts
        if part.id in cited_pages and part.root.rank is Rank.ARTICLE
    )
    places = dict.fromkeys(crossings.backlink_target(backlink) for _, backlink in crossings.cited_from(edition, memo))
    cited = ", ".join(
        f"[{escape(_without_article(crossings, place, edition))}]({crossings.href(path, place)})" for place in places
    )
    form = escape(memo.form or say("Memorandum"))
    return [f"[{escape(memo.title)}]({link})", form, escape(memo.root.page or ""), articles, cited]


def _without_article(crossings: Crossings, place: Target, edition: Edition) -> str:
    """The citation of a place; the number alone, if it is one of the edition's articles."""
    name, found = crossings.name(place, edition), crossings.place(place)
    is_article = found is not None and found.part.root.rank is Rank.ARTICLE
    return name.removeprefix(f"{rank_word(found.part)} ") if found is not None and is_article else name


def tables_page(edition: Edition) -> Page | None:
    """Return the list of all tables; None if there are none."""
    path = addresses.part_file(edition.slug, "tables")
    rows = [
        _table_row(edition, path, part, provision, block)
        for part, provision, block in edition.printed()
        if block.table is not None
    ]
    if not rows:
        return None
    return list_page(edition, Lists.TABLES, list_title(Lists.TABLES), (listing(rows),))


def _table_row(edition: Edition, path: PurePosixPath, part: Part, provision: Provision, block: Block) -> str:
    table = block.table
    assert table is not None
    title = f"{table.name}. {table.title}" if table.name else summary(table)
    target = addresses.link(path, addresses.part_file(edition.slug, part.id), block.anchor)
    page = f' <span class="pg">{attribute(block.page)}</span>' if block.page else ""
    return f"- [{escape(title)}]({target}) · {escape(citation(part, provision))}{page}"
