"""One article compared: its rows side by side, and beside them what was printed to explain the changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.crossings import Crossings
from contract_site.beside.explained import ExplainedRows
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.interface.formats import said_list
from contract_site.interface.say import say
from contract_site.model.comparison import Change, Row, Unit
from contract_site.model.document import Edition, Explanation
from contract_site.model.ledger import Ledger
from contract_site.model.page import Page
from contract_site.pages.kin.changes import Naming
from contract_site.pages.kin.comparison_frame import (
    breadcrumb,
    head,
    legend,
    pager,
    row_note,
    statements,
    views,
)
from contract_site.pages.kin.sides import language_beside, marked_in, status_line
from contract_site.words import marks
from contract_site.words.doubts import Doubts
from contract_site.words.escape import escape, escape_start
from contract_site.words.frame import part_title
from contract_site.words.moved import moved_away
from contract_site.words.words import linked


def compared_part(
    layout: ComparisonLayout,
    part: ComparedPart,
    naming: Naming,
    explained: ExplainedRows,
    crossings: Crossings,
    around: tuple[str, str],
    ledger: Ledger | None = None,
) -> Page:
    """Return the page of one article compared; ``around`` are links to the pages before and after it."""
    path = layout.file(part.id)
    name = part.part.name if part.part.in_body else part.part.title
    counts = Counter(placed.row.change for placed in part.rows)
    told = naming.counted_kinds(counts)
    text = "\n".join(
        (
            head(
                say("{texts} compared", texts=naming.compared(name)),
                f"{part_title(part.part)}: {layout.comparison.settings.title}. {told}.",
                hide=("navigation", "toc"),
            ),
            breadcrumb(layout, path, name),
            f"# {escape_start(naming.compared(part_title(part.part)))} {{: #compared }}\n",
            status_line((layout.before, layout.after)),
            say("{counts}. Read the whole text: {texts}.", counts=told, texts=_whole_texts(layout, part, path)) + "\n",
            *statements(naming, naming.part_statement(part)),
            legend(naming),
            views(layout, naming, counts[Change.UNCHANGED], len(part.rows)),
            *_groups(layout, part, naming, explained, crossings, path),
            *filter(None, [moved_away(layout.page_url(part.id), path, ledger)]),
            pager(around),
        )
    )
    return Page(path, text)


def _whole_texts(layout: ComparisonLayout, part: ComparedPart, path: PurePosixPath) -> str:
    """Links to the parts compared, in both editions."""
    found: dict[tuple[str, str], str] = {}
    for placed in part.rows:
        for edition, units in ((layout.before, placed.row.before), (layout.after, placed.row.after)):
            for unit in units:
                found.setdefault((edition.slug, unit.page), unit.anchor if layout.reprint and unit.page != part.id else "")
    own = part.part.name
    editions = {edition.slug: edition for edition in (layout.before, layout.after)}
    parts = {(e.slug, p.id): p.name for e in editions.values() for p in e.parts}
    main = [each for each in found if each[1] == part.id or parts[each] == own or layout.reprint] or sorted(found)[:1]
    links = (
        (say("{part} of {edition}", part=parts[each], edition=editions[each[0]].settings.short), each)
        for each in sorted(main, key=lambda each: (layout.is_older(*each) is not True, each))
    )
    return said_list(
        [f"[{escape(name)}]({addresses.link(path, addresses.part_file(*each), found[each])})" for name, each in links]
    )


def _groups(
    layout: ComparisonLayout,
    part: ComparedPart,
    naming: Naming,
    explained: ExplainedRows,
    crossings: Crossings,
    path: PurePosixPath,
) -> Iterator[str]:
    """Yield the rows; those that an explanation is about stand in a group with it, so that it can stand beside them."""
    group: list[str] = []
    reach: frozenset[tuple[str, str]] = frozenset()
    for placed in part.rows:
        explanations = explained.at_row.get((placed.page, placed.anchor), ())
        if explanations or (reach and not _reached(placed, reach)):
            yield from _group(group, explained=bool(reach))
            group, reach = [], explained.reach.get((placed.page, placed.anchor), frozenset())
        group.append(_row(layout, placed, naming, path))
        if explanations:
            group.append(_why(layout, explanations, crossings, path))
    yield from _group(group, explained=bool(reach))


def _reached(placed: PlacedRow, reach: frozenset[tuple[str, str]]) -> bool:
    """Whether an explanation is about the row; what was removed in between stays with it."""
    return not placed.row.after or any((unit.page, unit.provision) in reach for unit in (*placed.row.after, *placed.row.before))


def _group(rows: Sequence[str], *, explained: bool) -> Iterator[str]:
    if rows:
        yield f'<div class="group{" explained" if explained else ""}" markdown>\n'
        yield from rows
        yield "</div>\n"


def _row(layout: ComparisonLayout, placed: PlacedRow, naming: Naming, path: PurePosixPath) -> str:
    row = placed.row
    labels = [naming.label(unit, older=True) for unit in row.before], [naming.label(unit, older=False) for unit in row.after]
    sides = layout.before, layout.after
    older, newer = (marked_in(language_beside(each, sides)) for each in sides)
    kinds = f"{row.change}{' both' if marks.shows_both(row) else ''}{' head' if placed.heading else ''}"
    if not row.after and not naming.strikes_removed:
        kinds += " left"
    lines = [
        f'<div class="row {kinds}" id="{placed.anchor}" markdown>\n',
        _what(layout, placed, naming, path),
    ]
    if row.note:
        lines.append(row_note(row.note))
    if row.before:
        was = _tag(row, naming.before) + marks.older(
            row, labels[0], naming.heard, marked=bool(row.after) or naming.strikes_removed
        )
        lines.append(
            _heading(was, f"was {older}", placed) if placed.heading and not row.after else f"{was}\n{{: .was {older}}}\n"
        )
    if row.after:
        now = ("" if placed.heading else _tag(row, naming.after)) + marks.newer(row, labels[1], naming.heard)
        lines.append(_heading(now, f"now {newer}", placed) if placed.heading else f"{now}\n{{: .now {newer}}}\n")
    return "\n".join([*lines, "</div>\n"])


def _tag(row: Row, name: str) -> str:
    """The name of the text, where both stand whole in one column."""
    return f'<b class="tag">{escape(name)}</b> ' if marks.shows_both(row) else ""


def _heading(words: str, side: str, placed: PlacedRow) -> str:
    return f"## {words} {{: #{placed.title} .{side}}}\n"


def _what(layout: ComparisonLayout, placed: PlacedRow, naming: Naming, path: PurePosixPath) -> str:
    """The line above a row: its citations in both editions, each a link to the provision, and the change, a link to the row.

    A reading in its words that is not certain is marked behind the citation.
    """
    row = placed.row
    older, newer = Doubts(layout.before, path), Doubts(layout.after, path)
    cites = [
        _cite(path, layout.before, unit, naming.cite_older(unit, placed.page)) + older.of_unit(unit) for unit in row.before
    ]
    cites += [_cite(path, layout.before, unit, naming.cite_older(unit, placed.page)) for unit in row.repeats]
    cites += [_cite(path, layout.after, unit, naming.cite_newer(unit, placed.page)) + newer.of_unit(unit) for unit in row.after]
    own = f"[{escape(naming.words(row, placed.page))}](#{placed.anchor}){{: .self }}"
    return f"{' '.join(cites)} {own}\n{{: .what }}\n"


def _cite(path: PurePosixPath, edition: Edition, unit: Unit, name: str) -> str:
    target = addresses.link(path, addresses.part_file(edition.slug, unit.page), unit.anchor)
    return f"[{escape(name)}]({target}){{: .cite }}"


def _why(layout: ComparisonLayout, explanations: Sequence[Explanation], crossings: Crossings, path: PurePosixPath) -> str:
    """What was printed to explain a change: not agreed text, and named as such."""
    written = ['<div class="why" markdown>\n']
    for explanation in explanations:
        own = any(each is explanation for each in layout.after.explanations)
        paragraphs = _paragraphs(layout.after if own else layout.before, explanation, crossings, path)
        by = say("**Explanation by the {by}.** Not agreed text.", by=escape(explanation.by))
        written.append(f'<div class="note explanation" role="note" markdown>\n\n{by}\n{{: .by }}\n\n{paragraphs}\n\n</div>\n')
    return "\n".join([*written, "</div>\n"])


def _paragraphs(edition: Edition, explanation: Explanation, crossings: Crossings, path: PurePosixPath) -> str:
    """The paragraphs of an edition's explanation as Markdown, with links and marks as on the edition's pages."""
    doubts = Doubts(edition, path)
    link_to = partial(crossings.linked_from, path, edition)
    return "\n\n".join(
        linked(words, crossings.of_explanation(edition, words.start_of_text), link_to, start=True, doubts=doubts(words))
        for words in explanation.words
    )
