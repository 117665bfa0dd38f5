"""Parse an edition: divide its lines into parts, grow the tree of each, number it, and account for every character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from contract_site.apart.contents import entries_of_parts
from contract_site.apart.furniture import SetApart, set_apart
from contract_site.model.collation import ExplanationRow, OutlineRow
from contract_site.model.document import Account, AppliedCorrection, Block, Edition, Explanation, Furniture, Part, Provision
from contract_site.model.edition_settings import Person
from contract_site.model.editorial import Editorial, ParagraphChoice
from contract_site.model.finding import Finding
from contract_site.model.outline import FURNITURE, TEXT, TITLE, KeptRow
from contract_site.model.source import Line, SourceSpan, SourceText, Words
from contract_site.parse import account, paragraphs
from contract_site.parse.applicability import notes_of
from contract_site.parse.choices import (
    apply_choices,
    check_choices,
    check_notes,
    check_tables,
    choices_by_offset,
    named_offsets,
)
from contract_site.parse.choose import Outline, choose_outline
from contract_site.parse.contents_check import check_contents, check_entries
from contract_site.parse.decided import furniture_of, kept_rows
from contract_site.parse.doubts import doubts, doubts_of_extent, too_deep
from contract_site.parse.draft import TableLines
from contract_site.parse.explanations import attach_explanations
from contract_site.parse.grow import draft_chosen
from contract_site.parse.idle import idle_choices, idle_parts
from contract_site.parse.labels import printed_label, read_simple
from contract_site.parse.named_parts import name_parts, take_separators
from contract_site.parse.numbering import Numbering, freeze
from contract_site.parse.outlined import draft_outlined
from contract_site.parse.parts import Gathered, PartDraft
from contract_site.parse.rows import rows_of
from contract_site.parse.run_in import promote_headings
from contract_site.parse.run_on import LEARNED, NAMED, runs_on, split_run_on
from contract_site.parse.tree import GrowingTree, grow_tree
from contract_site.parse.tree_rules import TreeRules
from contract_site.parse.wording import Wording, name_ranks

SettingApart = Callable[[Sequence[Line], SourceText, Mapping[int, str]], SetApart]
"""How what is not the text is set apart, as ``apart.furniture.set_apart`` does it."""


def parse_edition(
    source: SourceText,
    lines: Sequence[Line],
    corrections: tuple[AppliedCorrection, ...],
    editorial: Editorial,
    setting_apart: SettingApart = set_apart,
) -> Edition:
    """Return the edition that the lines hold, with its account of characters and what a person should look at.

    ``setting_apart`` may remember what it found in the same lines before.

    Raises SettingsError only where a file that editors keep does not fit the source.
    """
    gathered = Gathered()
    if not editorial.agreement.part:
        lines = _without_furniture(setting_apart(lines, source, furniture_of(lines, editorial.rows)), gathered)
    layout = paragraphs.learn_layout(lines)
    run_on = editorial.agreement.source.layout == "run-on" or runs_on(lines)
    if run_on:
        lines = split_run_on(lines, named_offsets(editorial), NAMED if editorial.agreement.part else LEARNED)
    choices = choices_by_offset(lines, editorial, source)
    chosen = _choose(lines, choices, editorial, source, gathered)
    gathered.findings += too_deep(chosen, source)
    wording = Wording.of(editorial.agreement.language, source.text)
    drafts = list(draft_chosen(chosen, editorial, source, gathered, wording))
    trees = _grow(drafts, partial(TreeRules, choices=choices, layout=layout, run_on=run_on, notes=notes_of(editorial.family)))
    check_choices(trees, choices, editorial, source)
    gathered.findings += (*idle_parts(chosen, editorial, source), *idle_choices(trees, editorial, source))
    for tree in trees:
        promote_headings(tree.root)
    return _assemble(drafts, (), corrections, source, editorial, gathered, wording)


def _without_furniture(apart: SetApart, gathered: Gathered) -> Sequence[Line]:
    """Return the lines that are the parties' text; what is not goes to ``gathered``."""
    gathered.furniture += apart.furniture
    gathered.findings += apart.findings
    gathered.listed += apart.contents
    return apart.lines


def parse_outlined(
    source: SourceText,
    lines: Sequence[tuple[OutlineRow, Line]],
    explanations: Sequence[tuple[ExplanationRow, Words]],
    furniture: Sequence[Furniture],
    corrections: tuple[AppliedCorrection, ...],
    editorial: Editorial,
) -> Edition:
    """Return the edition whose outline is data, with what explains it.

    ``furniture`` is what reading already set apart. Raises SettingsError where a row does not fit the words at its place.
    """
    gathered = Gathered(furniture=list(furniture))
    wording = Wording.of(editorial.agreement.language, source.text)
    drafts = list(draft_outlined(lines, editorial, source, gathered, wording))
    choices = choices_by_offset([line for _, line in lines], editorial, source)
    rules = partial(TreeRules, choices=choices, notes=notes_of(editorial.family))
    check_choices(_grow(drafts, rules), choices, editorial, source)
    return _assemble(drafts, explanations, corrections, source, editorial, gathered, wording)


def _choose(
    lines: Sequence[Line],
    choices: Mapping[int, ParagraphChoice],
    editorial: Editorial,
    source: SourceText,
    gathered: Gathered,
) -> Outline:
    """Return the outline of the lines: in the parts that editors name, else wholly learned from its own numbers and looks."""
    if editorial.agreement.part:
        named = name_parts(lines, editorial, source, gathered)
        rows = kept_rows(named.lines, [row for row in editorial.rows if row.kind != FURNITURE])
        forced = _forced(named.lines, choices, rows, editorial)
        openings = partial(named.openings, editorial=editorial, source=source)
        chosen = choose_outline(named.lines, (), forced, named=openings, rows=rows)
        gathered.findings += doubts_of_extent(chosen, source)
        gathered.rows += rows_of(chosen)
        return chosen
    kept, separators = take_separators(lines)
    gathered.furniture += separators
    contents = [(entry.label, entry.title) for entry in gathered.listed]
    rows = kept_rows(kept, [row for row in editorial.rows if row.kind != FURNITURE])
    chosen = choose_outline(kept, contents, _forced(kept, choices, rows, editorial), rows=rows)
    gathered.findings += doubts(chosen, source)
    gathered.rows += rows_of(chosen)
    return chosen


def _forced(
    lines: Sequence[Line], choices: Mapping[int, ParagraphChoice], rows: Mapping[int, KeptRow], editorial: Editorial
) -> dict[int, bool]:
    """What editors decided of single lines: True for a label, False for text; the inner lines of their tables are text."""
    forced = {index: row.kind not in (TEXT, TITLE) for index, row in rows.items()}
    inner = {number for table in editorial.tables for number in range(table.first + 1, table.last + 1)}
    first = {table.first for table in editorial.tables}
    for index, line in enumerate(lines):
        choice = choices.get(line.words.start_of_text)
        if choice is not None and (choice.label is not None or (choice.owner and _begins_list(line))):
            forced[index] = choice.label is not False
        elif line.number in inner or (line.number in first and not printed_label(line.text)):
            forced[index] = False  # a label before the first row of a table is the table's
    return forced


def _begins_list(line: Line) -> bool:
    """Say whether the line begins with the first label of a list: under an owner that editors name, a list begins."""
    return any(p.number.key == (1,) and p.scheme.marks for p in read_simple(line.text, 0, 0))


def _assemble(
    drafts: Sequence[PartDraft],
    explanations: Sequence[tuple[ExplanationRow, Words]],
    corrections: tuple[AppliedCorrection, ...],
    source: SourceText,
    editorial: Editorial,
    gathered: Gathered,
    wording: Wording,
) -> Edition:
    """Number the parts, check what editors say of them, and take the account."""
    check_tables(sum(_by_hand(entry) for draft in drafts for entry in draft.lines), editorial)
    name_ranks([draft.root for draft in drafts], wording)
    parts = [_finish(draft, editorial, source, gathered, wording.language) for draft in drafts]
    parts = _tell_apart(apply_choices(parts, editorial))
    check_notes(parts, editorial)
    explained = attach_explanations(explanations, parts, editorial)
    columns = editorial.agreement.columns
    gathered.findings += check_contents(gathered.contents, parts, source, columns.listed_only if columns else ())
    gathered.findings += check_entries(entries_of_parts(gathered.listed), parts, source)
    gathered.furniture += (*_page_numbers(parts, editorial), *_removed_by_correction(corrections))
    taken = _taken(parts, explained, source, gathered)
    return Edition(
        settings=editorial.agreement,
        source=source,
        folder=editorial.folder,
        said_in=editorial.said_in,
        parts=tuple(parts),
        furniture=tuple(sorted(gathered.furniture, key=lambda item: item.span)),
        corrections=corrections,
        notes=editorial.notes,
        explanations=explained,
        documents=editorial.documents,
        pay=editorial.pay,
        deadlines=editorial.deadlines,
        entry_lines=editorial.lines,
        family=editorial.family,
        references=editorial.references,
        relations=editorial.relations,
        findings=tuple(sorted(gathered.findings)),
        account=taken,
        outline=tuple(gathered.rows),
    )


def _page_numbers(parts: Sequence[Part], editorial: Editorial) -> Iterator[Furniture]:
    """Yield the printed page numbers that are removed."""
    for each in account.page_numbers(parts):
        # A mark set where a page begins whose number stands elsewhere covers nothing.
        if editorial.collation or each.span.end > each.span.start:
            yield each


def _taken(parts: Sequence[Part], explained: Sequence[Explanation], source: SourceText, gathered: Gathered) -> Account:
    """The account of characters; those that are lost or counted twice are findings."""
    kept = [*account.kept_spans(parts), *(span for each in explained for words in each.words for span in words.spans)]
    taken = account.take_account(source, kept, gathered.furniture)
    gathered.findings += _account_findings(
        source, taken.unaccounted, "P101", "characters are in no block and no list of furniture"
    )
    gathered.findings += _account_findings(source, taken.twice, "P102", "characters are counted twice")
    return taken


def _by_hand(entry: Line | TableLines) -> bool:
    return isinstance(entry, TableLines) and not entry.found


def _grow(drafts: Sequence[PartDraft], rules: Callable[..., TreeRules]) -> list[GrowingTree]:
    """Grow every tree; where widths of lines must tell paragraphs, all of its family grow once before, to learn them."""
    fresh = [replace(draft.root, body=list(draft.root.body), groups=[], known={}) for draft in drafts]

    @cache
    def measures(family: str) -> Mapping[int, int]:
        learned: list[tuple[int, str]] = []
        for draft, root in zip(drafts, fresh, strict=True):
            if draft.family == family:
                first = rules(draft.chosen.fresh(), root_anchor=draft.slug)
                learned += grow_tree(root, draft.lines, first).depths
        return paragraphs.measures(learned)

    return [
        grow_tree(
            draft.root, draft.lines, rules(draft.chosen, root_anchor=draft.slug, measures=partial(measures, draft.family))
        )
        for draft in drafts
    ]


def _finish(draft: PartDraft, editorial: Editorial, source: SourceText, gathered: Gathered, language: str) -> Part:
    people = editorial.agreement.group
    numbering = Numbering(draft.slug, lambda words: group_code(words, people), [])
    root = freeze(draft.root, numbering)
    for what, anchor, offset in numbering.repeated:
        line = source.line_number(max(0, offset))
        where = f" (offset {offset})" if editorial.collation else ""
        message = f"{what} of '{anchor}'{where} occurs twice in one place; a {what} above it may be misread"
        gathered.findings.append(Finding(source.name, line, "P201", message))
    return Part(
        id=draft.id, container=draft.container, title=draft.title, name=draft.name or draft.title, root=root,
        memorandum=draft.memorandum, form=draft.form, also=draft.also, last_page=_last_page(root),
        language=language, within=draft.within,
    )  # fmt: skip


def _last_page(root: Provision, before: str | None = None) -> str | None:
    """The printed page on which the part's last words stand; a page mark after them begins the next part's page.

    In printed order: a paragraph of the part itself may stand behind its last section (Article 28 of 2010, p. 93).
    """
    page = root.page or before
    for each in root.body:
        page = _last_page(each, page) if isinstance(each, Provision) else _last_page_of_block(each, page)
    return page


def _last_page_of_block(block: Block, before: str | None) -> str | None:
    marks = reversed(block.words.marks)
    return next((mark.page for mark in marks if mark.offset < len(block.words.text)), block.page or before)


def group_code(words: str, people: Sequence[Person]) -> str:
    """Return the code of the group that the words name, or an empty string."""
    plain = " ".join(words.split()).lower()
    return next((person.code for person in people if plain in {name.lower() for name in person.words}), "")


def _tell_apart(parts: list[Part]) -> list[Part]:
    """Give parts that rules named alike addresses of their own."""
    seen: Counter[str] = Counter()
    told: list[Part] = []
    for part in parts:
        seen[part.id] += 1
        suffix = f"-{seen[part.id]}" if seen[part.id] > 1 else ""
        container = part.container if part.in_body else part.container + suffix
        told.append(replace(part, id=part.id + suffix, container=container) if suffix else part)
    return told


def _removed_by_correction(corrections: Sequence[AppliedCorrection]) -> Iterator[Furniture]:
    for applied in corrections:
        if not applied.correction.text.strip():
            yield Furniture(applied.span, f"removed by a correction: {applied.correction.reason}")


def _account_findings(source: SourceText, spans: Sequence[SourceSpan], code: str, what: str) -> Iterator[Finding]:
    for span in spans:
        words = " ".join(source.text[span.start : span.end].split())[:60]
        line = source.line_number(span.start)
        yield Finding(source.name, line, code, f"{what}: '{words}'; this is a fault of the program, please report it")
