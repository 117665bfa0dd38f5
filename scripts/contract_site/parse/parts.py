"""Draft the parts of an edition: for each page of the site its empty root, its name, and the lines that will fill it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from contract_site.apart.captions import is_capitals
from contract_site.apart.contents import ContentsEntry
from contract_site.model.document import BlockKind, Furniture, Rank
from contract_site.model.editorial import Editorial, PartSettings
from contract_site.model.finding import Finding
from contract_site.model.outline import ChosenRow
from contract_site.model.pinpoint import Step
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse import headings, memoranda, outline, paragraphs
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
from contract_site.parse.tables import place_tables
from contract_site.parse.tree_rules import Chosen

CONTAINER_RANKS = {
    "notes": Rank.PART,
    "preamble": Rank.PREAMBLE,
    "appendix": Rank.APPENDIX,
    "memorandum": Rank.MEMORANDUM,
    "attachment": Rank.ATTACHMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDraft:
    """A part before it is numbered: its empty root, the lines that will fill it, and what to call it."""

    id: str
    container: str
    title: str
    name: str
    root: DraftNode
    lines: tuple[Line | TableLines, ...]
    family: str
    """Parts of one family are set alike, so they teach each other how wide a line is."""
    reprints: bool = False
    chosen: Chosen[Any] | None = None
    """What opens provisions in it, where an outline was chosen."""
    memorandum: str = ""
    form: str = ""
    also: str = ""
    within: str = ""


@dataclass(slots=True)
class Gathered:
    """What parsing collects beside the tree."""

    furniture: list[Furniture] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    contents: list[tuple[Line, ...]] = field(default_factory=list)
    """The lines of contents lists that editors named."""
    listed: list[ContentsEntry] = field(default_factory=list)
    """The entries of contents lists that were found."""
    rows: list[ChosenRow] = field(default_factory=list)


def draft_parts(lines: Sequence[Line], editorial: Editorial, source: SourceText, gathered: Gathered) -> Iterator[PartDraft]:
    """Yield the parts in printed order; what readers do not see goes to ``gathered``. Raises SettingsError."""
    for part in outline.split_parts(lines, editorial, source):
        if part.settings.kind in ("furniture", "contents"):
            _keep_furniture(part, gathered)
            continue
        outline.check_headings(part, editorial, source)
        kept, separators = outline.take_separators(part.lines)
        gathered.furniture += separators
        placed, left_out = place_tables(kept, tables_within(editorial, kept), source)
        gathered.furniture += left_out
        if part.settings.kind in ("articles", "items"):
            divisions = map(outline.without_contents, outline.split_divisions(kept))
            yield from _draft_divisions(divisions, kept, placed, part.settings, gathered)
        else:
            yield draft_container(placed, part.settings)


def _keep_furniture(part: outline.PartLines, gathered: Gathered) -> None:
    reason = part.settings.reason or "contents list"
    gathered.furniture += outline.as_furniture(part.lines, reason)
    gathered.furniture += [Furniture(span, "printed page number") for line in part.lines for span, _ in line.words.mark_spans]
    if part.settings.kind == "contents":
        gathered.contents.append(part.lines)


def tables_within(editorial: Editorial, lines: Sequence[Line]) -> Editorial:
    """Return the decisions of editors with those of their tables only that stand within the lines."""
    first, last = (lines[0].number, lines[-1].number) if lines else (0, -1)
    return replace(editorial, tables=tuple(t for t in editorial.tables if first <= t.first and t.last <= last))


def _draft_divisions(
    divisions: Iterable[outline.Division],
    lines: Sequence[Line],
    placed: Sequence[Line | TableLines],
    settings: PartSettings,
    gathered: Gathered,
) -> Iterator[PartDraft]:
    first_of = {line.number: line for line in reversed(lines)}
    entries = {id(first_of[_number(entry)] if isinstance(entry, TableLines) else entry): entry for entry in placed}
    for division in divisions:
        gathered.furniture += outline.as_furniture(division.contents, "contents list of the article")
        own = tuple(entries[id(line)] for line in division.lines if id(line) in entries)
        own = own if not division.contents else _with_marks(division.lines, own)
        yield _draft_division(division, own, settings)


def _number(table: TableLines) -> int:
    """The line of the source at which a table begins."""
    return table.lines[0].number


def _with_marks(lines: Sequence[Line], own: tuple[Line | TableLines, ...]) -> tuple[Line | TableLines, ...]:
    """Bring back the page marks that stood in a list of contents."""
    marks = tuple(line for line in lines if not line.text and line.words.marks)
    known = {id(entry) for entry in own}
    return own if all(id(mark) in known for mark in marks) else (*marks, *own)


def _draft_division(division: outline.Division, own: tuple[Line | TableLines, ...], settings: PartSettings) -> PartDraft:
    found = division.found
    page = division.lines[0].page
    if found is None:
        part_id = settings.id or "front"
        root = DraftNode(Rank.PART, page)
        return PartDraft(
            id=part_id, container=part_id, title=settings.title or "Front matter", name="", root=root, lines=own,
            family="front",
        )  # fmt: skip
    rank = Rank.ITEM if found.word == "Item" else Rank.ARTICLE
    root = DraftNode(rank, page, Step(found.value), None, found.ordinal)
    head = division.lines[0].words
    root.label, root.heading = head.cut(0, found.label_length).strip(), head.cut(found.label_length).strip()
    rest = own[1:]
    while rest and isinstance(rest[0], Line) and _is_title_line(rest[0], root):
        root.heading = paragraphs.join_lines(root.heading, rest[0])
        rest = rest[1:]
    return PartDraft(
        id=f"{found.word.lower()}-{found.value.lower()}", container="body", title=headings.title_case(root.heading.text),
        name=f"{found.word} {found.value}", root=root, lines=rest, family="body",
    )  # fmt: skip


def _is_title_line(line: Line, root: DraftNode) -> bool:
    if root.label.pieces and headings.read_division(root.label.text + " " + root.heading.text) and len(root.heading.text) > 100:
        return False
    text = line.text
    return is_capitals(text) and headings.read_section(text) is None and text[1:2] not in (".", ")")


def draft_container(placed: Sequence[Line | TableLines], settings: PartSettings) -> PartDraft:
    """Draft a part that is one document: notes, preamble, appendix, memorandum, attachment."""
    lines = [entry for entry in placed if isinstance(entry, Line)]
    head = _head(lines, settings)
    kept = {id(line) for line in head.body}
    rest = tuple(entry for entry in placed if not isinstance(entry, Line) or id(entry) in kept)
    page = lines[0].page if lines else None
    root = DraftNode(CONTAINER_RANKS[settings.kind], page)
    for line in head.title:
        root.heading = paragraphs.join_lines(root.heading, line)
    caption = Words()
    for line in head.caption:
        caption = paragraphs.join_lines(caption, line)
    if caption.pieces:
        root.body.append(DraftBlock(BlockKind.CAPTION, caption, page))
    title = settings.title or _subject(root.heading.text) or "Untitled"
    slug = settings.id or memoranda.slug(title) or "untitled"
    is_memo = settings.kind == "memorandum" or settings.memorandum
    in_memo_folder = is_memo and settings.kind != "appendix"
    return PartDraft(
        id=f"memo/{slug}" if in_memo_folder else slug,
        container=f"memo:{slug}" if in_memo_folder else slug,
        title=title,
        name=_container_name(settings, slug),
        root=root,
        lines=rest,
        family=settings.kind,
        reprints=settings.kind != "preamble",
        memorandum=(settings.also.rpartition("/")[2] or slug) if is_memo else "",
        form=settings.form or head.form if is_memo else "",
        also=settings.also,
    )


def _head(lines: Sequence[Line], settings: PartSettings) -> memoranda.Head:
    if settings.kind in ("memorandum", "appendix", "attachment") or settings.body is not None:
        return memoranda.read_head(lines, settings.body)
    count = 1 if lines and (is_capitals(lines[0].text) or lines[0].text.rstrip(":") == settings.title) else 0
    return memoranda.Head("", (), tuple(lines[:count]), tuple(lines[count:]))


def _subject(text: str) -> str:
    match = memoranda.SUBJECT.match(text)
    return text[match.end() :] if match else text


def _container_name(settings: PartSettings, slug: str) -> str:
    if settings.kind == "appendix" and slug.startswith("appendix-"):
        return slug.replace("-", " ").title()
    return ""
