"""The home of a comparison: what is compared, how much changed and where, every change, and both tables of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.interface.formats import said_list, said_number
from contract_site.interface.say import say
from contract_site.model.comparison import Change
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.comparison_frame import (
    breadcrumb,
    has_explanations,
    head,
    statements,
)
from contract_site.pages.kin.sides import status_line
from contract_site.words.escape import attribute, escape, escape_start, in_summary
from contract_site.words.frame import NOT_WORDS, dates, part_title, status_words

OPENING = 36
"""How many characters of a row lists quote."""


def comparison_home(layout: ComparisonLayout, naming: Naming) -> Page:
    """Return the home of a comparison."""
    path = layout.file()
    settings = layout.comparison.settings
    text = "\n".join(
        (
            head(
                settings.title,
                say("{title}: what changed, article by article.", title=settings.title),
                hide=("toc",),
                look="changes",
            ),
            breadcrumb(layout, path),
            f"# {escape_start(settings.title)} {{: #compared }}\n",
            status_line((layout.before, layout.after)),
            *_compared(layout, naming, path),
            *statements(naming),
            f"## {say(naming.totals_head)} {{: #totals }}\n",
            _totals(layout, naming),
            f"## {say(naming.articles_head)} {{: #articles }}\n",
            *_articles(layout, naming, path),
            say("[Map of changes, by article and kind]({map})", map=addresses.link(path, layout.file(addresses.MAP))) + "\n",
            f"## {say(naming.changes_head)} {{: #changes }}\n",
            f"{escape(naming.order)}\n",
            *(_changes(layout, part, naming, path) for part in layout.parts),
            f"## {naming.numbers_title} {{: #numbers }}\n",
            _number_links(layout, naming, path),
        )
    )
    return Page(path, text)


def changed(part: ComparedPart) -> list[PlacedRow]:
    """Return the rows of a page that are not as they were."""
    return [placed for placed in part.rows if placed.row.change is not Change.UNCHANGED]


def _compared(layout: ComparisonLayout, naming: Naming, path: PurePosixPath) -> Iterator[str]:
    yield '<div class="facts" markdown>\n'
    for name, edition, page in naming.texts:
        facts = " · ".join(filter(None, (dates(edition) or say("term not stated in the source"), status_words(edition))))
        yield f"- **{name}:** {_text_link(path, edition, page)} · {facts}"
    rows = layout.comparison.rows
    reviewed = sum(row.reviewed for row in rows)
    if reviewed:
        seen, all_of = said_number(reviewed), said_number(len(rows))
        yield "- " + say("**Reviewed:** {reviewed} of {rows} rows were looked at by an editor", reviewed=seen, rows=all_of)
    if has_explanations(layout):
        yield f"- {_explained(layout)}"
    yield "\n</div>\n"
    if layout.comparison.settings.note:
        yield f"{escape_start(layout.comparison.settings.note)}\n"


def _explained(layout: ComparisonLayout) -> str:
    """Who wrote the explanations."""
    by = dict.fromkeys(each.by for edition in (layout.after, layout.before) for each in edition.explanations)
    words = escape(said_list(list(by)))
    return say("**Explanations:** by the {by}, beside the rows they are about; not agreed text", by=words)


def _text_link(path: PurePosixPath, edition: Edition, page: str) -> str:
    """A link to one of the texts: an agreement, or a part of one."""
    own = f"[{escape(edition.settings.title)}]({addresses.link(path, addresses.edition_file(edition.slug))})"
    part = next((part for part in edition.parts if part.id == page), None)
    if part is None:
        return own
    link = f"[{escape(part_title(part))}]({addresses.link(path, addresses.part_file(edition.slug, page))})"
    return say("{part} of the {agreement}", part=link, agreement=own)


def _totals(layout: ComparisonLayout, naming: Naming) -> str:
    """The kinds with their numbers, each with a bar; the numbers say all that the bars show."""
    counts = layout.comparison.summary
    most = max(counts.values(), default=1) or 1
    rows = [
        f'<li class="{kind}"><span>{naming.kind(kind)}</span> <b>{said_number(counts[kind])}</b>'
        f" {_bar(kind, counts[kind], most)}</li>"
        for kind in naming.kinds
    ]
    total = _total(layout, naming)
    return f'{total}\n\n<ul class="totals" data-noun="{naming.noun}">\n{"".join(rows)}\n</ul>\n'


def _total(layout: ComparisonLayout, naming: Naming) -> str:
    """How many rows there are, and how many new ones repeat what stands elsewhere."""
    number = said_number(len(layout.comparison.rows))
    said = say("{number} rows: paragraphs, list entries, tables and headings, paired by their words.", number=number)
    repeated = sum(bool(row.repeats) for row in layout.comparison.rows)
    if not repeated:
        return said
    before, number = escape(naming.before), said_number(repeated)
    return f"{said} " + say(
        "New rows that repeat words which stand elsewhere in {before}: {number}.", before=before, number=number
    )


def _bar(kind: Change, count: int, most: int) -> str:
    """A bar as long as the number says; ``most`` fills it."""
    drawn = f'<rect class="{kind}" width="{count}" height="1"/>' if count else ""
    return f'<svg class="bar" viewBox="0 0 {most} 1" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'


def _articles(layout: ComparisonLayout, naming: Naming, path: PurePosixPath) -> Iterator[str]:
    """The list of articles, each with how many changes there are of each kind; the script draws them as a bar."""
    yield '<div class="by-article" markdown>\n'
    for part in layout.parts:
        counts = Counter(placed.row.change for placed in part.rows)
        named = " ".join(f"<span>{naming.kind(kind)} <b>{counts[kind]}</b></span>" for kind in naming.kinds if counts[kind])
        yield f"- [{escape(naming.listed(part))}]({_link(layout, part, path)}) <span>{named}</span>"
    yield "\n</div>\n"


def _link(layout: ComparisonLayout, part: ComparedPart, path: PurePosixPath, anchor: str = "") -> str:
    return addresses.link(path, layout.file(part.id), anchor)


def list_anchor(part: ComparedPart) -> str:
    """Return the anchor of the list of an article's changes."""
    return f"in-{part.id.replace('/', '-')}"


def _changes(layout: ComparisonLayout, part: ComparedPart, naming: Naming, path: PurePosixPath) -> str:
    """Every change of an article, folded; the script filters these lists."""
    rows = changed(part)
    if not rows:
        return ""
    listed = "\n".join(_change(layout, part, placed, naming, path) for placed in rows)
    return (
        f'<details class="changes" id="{attribute(list_anchor(part))}" {NOT_WORDS} markdown>\n'
        f"<summary>{in_summary(naming.listed(part))}: <span>{naming.number(len(rows))}</span></summary>\n\n"
        f"{listed}\n\n</details>\n"
    )


def _change(layout: ComparisonLayout, part: ComparedPart, placed: PlacedRow, naming: Naming, path: PurePosixPath) -> str:
    row = placed.row
    name = naming.newer(row.after[0], part.id) if row.after else naming.older(row.before[0], part.id)
    unit = (row.after or row.before)[0]
    words = " ".join(unit.text.split())
    opening = words if len(words) <= OPENING else words[:OPENING].rsplit(" ", 1)[0] + "…"
    link = _link(layout, part, path, placed.anchor)
    return f"- [{escape(name)}]({link}){{: .{row.change} }} {escape(naming.words(row, part.id))}: {escape(opening)}"


def _number_links(layout: ComparisonLayout, naming: Naming, path: PurePosixPath) -> str:
    """The tables of numbers are as long as the agreements, so they have a page of their own."""
    page = layout.file(addresses.NUMBERS)
    derivation, disposition = (addresses.link(path, page, each) for each in (addresses.DERIVATION, addresses.DISPOSITION))
    rows = (
        say("[Derivation table]({link}): {told}", link=derivation, told=escape(naming.derivation)),
        say("[Disposition table]({link}): {told}", link=disposition, told=escape(naming.disposition)),
    )
    return "".join(f"- {row}\n" for row in rows)
