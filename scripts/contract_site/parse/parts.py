"""Draft the parts of an edition: for each page of the site its empty root, its name, and the lines that will fill it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from contract_site.apart.contents import ContentsEntry
from contract_site.model.document import BlockKind, Furniture, Rank
from contract_site.model.edition_settings import PartSettings
from contract_site.model.editorial import Editorial
from contract_site.model.finding import Finding
from contract_site.model.outline import ChosenRow
from contract_site.model.source import Line, Words
from contract_site.parse import memoranda, paragraphs
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
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
    chosen: Chosen[Any]
    """What opens provisions in it."""
    memorandum: str = ""
    form: str = ""
    also: str = ""
    within: str = ""

    @property
    def slug(self) -> str:
        """The last name of its address: what editors call its root, where that has no label of its own."""
        return self.id.rpartition("/")[2]


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


def tables_within(editorial: Editorial, lines: Sequence[Line]) -> Editorial:
    """Return the decisions of editors with those of their tables only that stand within the lines."""
    first, last = (lines[0].number, lines[-1].number) if lines else (0, -1)
    return replace(editorial, tables=tuple(t for t in editorial.tables if first <= t.first and t.last <= last))


def draft_container(placed: Sequence[Line | TableLines], settings: PartSettings, chosen: Chosen[Any]) -> PartDraft:
    """Draft a part that is one document: notes, preamble, appendix, memorandum, attachment."""
    lines = [entry for entry in placed if isinstance(entry, Line)]
    head = memoranda.head_of(lines, settings)
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
        chosen=chosen,
        memorandum=(settings.also.rpartition("/")[2] or slug) if is_memo else "",
        form=settings.form or head.form if is_memo else "",
        also=settings.also,
    )


def _subject(text: str) -> str:
    match = memoranda.SUBJECT.match(text)
    return text[match.end() :] if match else text


def _container_name(settings: PartSettings, slug: str) -> str:
    if settings.kind == "appendix" and slug.startswith("appendix-"):
        return slug.replace("-", " ").title()
    return ""
