"""Parse an edition: divide its lines into parts, grow the tree of each, number it, and account for every character."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from contract_site.model.document import (
    Applicability,
    AppliedCorrection,
    BlockKind,
    Edition,
    Furniture,
    Part,
    Provision,
    Rank,
)
from contract_site.model.editorial import AppliesChoice, Editorial, PartSettings, Person
from contract_site.model.finding import Finding, SettingsError
from contract_site.model.pinpoint import Step
from contract_site.model.source import Line, SourceText, Words
from contract_site.parse import account, headings, memoranda, outline, paragraphs
from contract_site.parse.contents import check_contents
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
from contract_site.parse.numbering import Numbering, freeze, with_block_applying
from contract_site.parse.run_in import promote_headings
from contract_site.parse.run_on import runs_on, split_run_on
from contract_site.parse.tables import place_tables
from contract_site.parse.tree import GrowingTree, TreeRules, grow_tree

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
    memorandum: str = ""
    form: str = ""
    also: str = ""


@dataclass(slots=True)
class Gathered:
    """What parsing collects beside the tree."""

    furniture: list[Furniture] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    contents: list[tuple[Line, ...]] = field(default_factory=list)


def parse_edition(
    source: SourceText, lines: Sequence[Line], corrections: tuple[AppliedCorrection, ...], editorial: Editorial
) -> Edition:
    """Return the edition that the lines hold, with its account of characters and what a person should look at.

    Raises SettingsError only where a file that editors keep does not fit the source.
    """
    gathered = Gathered()
    run_on = editorial.agreement.source.layout == "run-on" or runs_on(lines)
    if run_on:
        lines = split_run_on(lines, _offsets(editorial))
    choices = _choices(lines, editorial, source)
    drafts = list(_draft_parts(lines, editorial, source, gathered))
    trees = _grow(drafts, TreeRules(choices=choices, run_on=run_on))
    _check_choices(trees, choices, editorial, source)
    parts = [_finish(draft, tree, editorial, source, gathered) for draft, tree in zip(drafts, trees, strict=True)]
    parts = _tell_apart(_apply_choices(parts, editorial))
    gathered.findings += check_contents(gathered.contents, parts, source)
    gathered.furniture += account.page_numbers(parts)
    gathered.furniture += _removed_by_correction(corrections)
    taken = account.take_account(source, account.kept_spans(parts), gathered.furniture)
    gathered.findings += _account_findings(source, taken.unaccounted, "P101", "characters are in no block and no list of furniture")
    gathered.findings += _account_findings(source, taken.twice, "P102", "characters are counted twice")
    return Edition(
        settings=editorial.agreement,
        source=source,
        parts=tuple(parts),
        furniture=tuple(sorted(gathered.furniture, key=lambda item: item.span)),
        corrections=corrections,
        notes=editorial.notes,
        findings=tuple(sorted(gathered.findings)),
        account=taken,
    )


# Editors' choices ----------------------------------------------------------------------------------------------------


def _offsets(editorial: Editorial) -> list[int]:
    places = [part.at for part in editorial.agreement.part] + [choice.at for choice in editorial.paragraphs]
    return [at for at in places if at is not None]


def _choices(lines: Sequence[Line], editorial: Editorial, source: SourceText) -> dict[int, object]:
    """Return the editors' choices by the source offset of the line they stand at."""
    path = editorial.file("structure.toml")
    by_line = {line.number: line for line in reversed(lines) if line.text}
    found: dict[int, object] = {}
    for choice in editorial.paragraphs:
        if choice.at is not None:
            offset, stands = choice.at, source.text.startswith(choice.opens, choice.at)
        else:
            line = by_line.get(choice.line or 0)
            offset, stands = (line.words.start_of_text, outline.stands_at(choice.opens, line, source)) if line else (-1, False)
        if not stands:
            place = f"line {choice.line}" if choice.at is None else f"offset {choice.at}"
            raise SettingsError(f"{path}: paragraph at {place}: '{choice.opens}' does not stand there in {source.name}")
        found[offset] = choice
    return found


def _check_choices(
    trees: Sequence[GrowingTree], choices: dict[int, object], editorial: Editorial, source: SourceText
) -> None:
    used = {offset for tree in trees for offset in tree.used}
    for offset in sorted(choices.keys() - used):
        line = source.line_number(offset)
        raise SettingsError(
            f"{editorial.file('structure.toml')}: paragraph at {source.name}:{line} is never reached; "
            "it stands in furniture, a heading or a table, or where no line begins"
        )
    for tree in trees:
        for owner in tree.unknown_owners:
            raise SettingsError(f"{editorial.file('structure.toml')}: no provision has the anchor '{owner}'; correct the owner")


def _apply_choices(parts: list[Part], editorial: Editorial) -> list[Part]:
    """Put the statements of ``applicability.toml`` on what they cover."""
    for choice in editorial.applies:
        parts = _apply(parts, choice, editorial)
    return parts


def _apply(parts: list[Part], choice: AppliesChoice, editorial: Editorial) -> list[Part]:
    words = _words_at(parts, choice.by)
    path = editorial.file("applicability.toml")
    if words is None:
        raise SettingsError(f"{path}: covers '{choice.covers}': nothing stands at '{choice.by}'; give page#anchor")
    statement = Applicability(group=choice.group, words=words, by=choice.by, note=choice.note)
    for index, part in enumerate(parts):
        if part.container == "body" and (root := with_block_applying(part.root, choice.covers, statement)) is not None:
            return [*parts[:index], replace(part, root=root), *parts[index + 1 :]]
    raise SettingsError(f"{path}: no provision or paragraph has the anchor '{choice.covers}'; correct covers")


def _words_at(parts: list[Part], place: str) -> str | None:
    page, _, anchor = place.partition("#")
    for part in parts:
        if part.id == page:
            for provision in part.root.walk():
                if provision.anchor == anchor:
                    return provision.heading.text or provision.text
    return None


# Parts ---------------------------------------------------------------------------------------------------------------


def _draft_parts(
    lines: Sequence[Line], editorial: Editorial, source: SourceText, gathered: Gathered
) -> Iterator[PartDraft]:
    for part in outline.split_parts(lines, editorial, source):
        if part.settings.kind in ("furniture", "contents"):
            _keep_furniture(part, gathered)
            continue
        kept, separators = outline.take_separators(part.lines)
        gathered.furniture += separators
        placed, left_out = place_tables(kept, _tables_within(editorial, kept), source)
        gathered.furniture += left_out
        if part.settings.kind in ("articles", "items"):
            yield from _draft_divisions(kept, placed, part.settings, gathered)
        else:
            yield _draft_container(placed, part.settings)


def _keep_furniture(part: outline.PartLines, gathered: Gathered) -> None:
    reason = part.settings.reason or "contents list"
    gathered.furniture += outline.as_furniture(part.lines, reason)
    gathered.furniture += [
        Furniture(span, "printed page number") for line in part.lines for span, _ in line.words.mark_spans
    ]
    if part.settings.kind == "contents":
        gathered.contents.append(part.lines)


def _tables_within(editorial: Editorial, lines: Sequence[Line]) -> Editorial:
    first, last = (lines[0].number, lines[-1].number) if lines else (0, -1)
    return replace(editorial, tables=tuple(t for t in editorial.tables if first <= t.first and t.last <= last))


def _draft_divisions(
    lines: Sequence[Line], placed: Sequence[Line | TableLines], settings: PartSettings, gathered: Gathered
) -> Iterator[PartDraft]:
    for division in outline.split_divisions(lines):
        gathered.furniture += outline.as_furniture(division.contents, "contents list of the article")
        members = {id(line) for line in division.lines}
        own = tuple(
            entry for entry in placed if id(entry if isinstance(entry, Line) else _first(entry, lines)) in members
        )
        own = own if not division.contents else _with_marks(division.lines, own)
        yield _draft_division(division, own, settings)


def _first(table: TableLines, lines: Sequence[Line]) -> Line | None:
    return next((line for line in lines if line.number == table.lines[0].number), None)


def _with_marks(lines: Sequence[Line], own: tuple[Line | TableLines, ...]) -> tuple[Line | TableLines, ...]:
    """Bring back the page marks that stood in a list of contents."""
    marks = tuple(line for line in lines if not line.text and line.words.marks)
    known = {id(entry) for entry in own}
    return own if all(id(mark) in known for mark in marks) else (*marks, *own)


def _draft_division(
    division: outline.Division, own: tuple[Line | TableLines, ...], settings: PartSettings
) -> PartDraft:
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
        root.heading = paragraphs.join_lines(root.heading, rest[0].words, rest[0].tight)
        rest = rest[1:]
    return PartDraft(
        id=f"{found.word.lower()}-{found.value.lower()}", container="body", title=title_case(root.heading.text),
        name=f"{found.word} {found.value}", root=root, lines=rest, family="body",
    )  # fmt: skip


def _is_title_line(line: Line, root: DraftNode) -> bool:
    if root.label.pieces and headings.read_division(root.label.text + " " + root.heading.text) and len(root.heading.text) > 100:
        return False
    text = line.text
    return headings.is_capitals(text) and headings.read_section(text) is None and text[1:2] not in (".", ")")


def _draft_container(placed: Sequence[Line | TableLines], settings: PartSettings) -> PartDraft:
    """Draft a part that is one document: notes, preamble, appendix, memorandum, attachment."""
    lines = [entry for entry in placed if isinstance(entry, Line)]
    head = _head(lines, settings)
    rest = tuple(entry for entry in placed if not isinstance(entry, Line) or entry in head.body)
    page = lines[0].page if lines else None
    root = DraftNode(CONTAINER_RANKS[settings.kind], page)
    for line in head.title:
        root.heading = paragraphs.join_lines(root.heading, line.words, line.tight)
    caption = Words()
    for line in head.caption:
        caption = paragraphs.join_lines(caption, line.words, line.tight)
    if caption.pieces:
        root.body.append(DraftBlock(BlockKind.CAPTION, caption, page))
    title = settings.title or _subject(root.heading.text) or "Untitled"
    slug = settings.id or memoranda.slug(title)
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
    count = 1 if lines and (headings.is_capitals(lines[0].text) or lines[0].text.rstrip(":") == settings.title) else 0
    return memoranda.Head("", (), tuple(lines[:count]), tuple(lines[count:]))


def _subject(text: str) -> str:
    match = memoranda.SUBJECT.match(text)
    return text[match.end() :] if match else text


def _container_name(settings: PartSettings, slug: str) -> str:
    if settings.kind == "appendix" and slug.startswith("appendix-"):
        return slug.replace("-", " ").title()
    return ""


def title_case(text: str) -> str:
    """Return a heading printed in capitals as titles are written; anything else as it is."""
    if not headings.is_capitals(text):
        return text
    words = text.lower().split(" ")
    last = len(words) - 1
    return " ".join(
        word if word in headings.SMALL_WORDS and 0 < index < last else _capitalised(word) for index, word in enumerate(words)
    )


def _capitalised(word: str) -> str:
    for mark in ("-", "/"):
        if mark in word and word not in headings.SMALL_WORDS:
            return mark.join(_capitalised(half) for half in word.split(mark))
    letters = word.lstrip("(“\"'")
    return word[: len(word) - len(letters)] + letters[:1].upper() + letters[1:]


# Trees ---------------------------------------------------------------------------------------------------------------


def _grow(drafts: Sequence[PartDraft], rules: TreeRules) -> list[GrowingTree]:
    """Grow every tree twice: once to learn how wide lines are at each depth, once to find the paragraphs."""
    learned: dict[str, list[tuple[int, str]]] = {}
    for draft in drafts:
        tree = grow_tree(_copy(draft.root), draft.lines, _rules(draft, rules))
        learned.setdefault(draft.family, []).extend(tree.depths)
    known = {family: paragraphs.measures(depths) for family, depths in learned.items()}
    return [
        grow_tree(draft.root, draft.lines, _rules(draft, replace(rules, measures=known[draft.family])))
        for draft in drafts
    ]


def _rules(draft: PartDraft, rules: TreeRules) -> TreeRules:
    return replace(rules, reprints=draft.reprints, root_anchor=draft.id.rpartition("/")[2])


def _copy(root: DraftNode) -> DraftNode:
    return replace(root, body=list(root.body), groups=[])


def _finish(
    draft: PartDraft, tree: GrowingTree, editorial: Editorial, source: SourceText, gathered: Gathered
) -> Part:
    promote_headings(tree.root)
    people = editorial.agreement.group
    numbering = Numbering(draft.id.rpartition("/")[2], lambda words: group_code(words, people), [])
    root = freeze(tree.root, numbering)
    for anchor, offset in numbering.repeated:
        line = source.line_number(max(0, offset))
        message = f"label of '{anchor}' occurs twice in one place; a label above it may be misread"
        gathered.findings.append(Finding(source.name, line, "P201", message))
    return Part(
        id=draft.id, container=draft.container, title=draft.title, name=draft.name or draft.title, root=root,
        memorandum=draft.memorandum, form=draft.form, also=draft.also, last_page=_last_page(root),
    )  # fmt: skip


def _last_page(root: Provision) -> str | None:
    """The printed page on which the part's last words stand; a page mark after them begins the next part's page."""
    page = root.page
    for provision in root.walk():
        page = provision.page or page
        for block in provision.blocks:
            page = block.page or page
            page = next((m.page for m in reversed(block.words.marks) if m.offset < len(block.words.text)), page)
    return page


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
        container = part.container if part.container == "body" else part.container + suffix
        told.append(replace(part, id=part.id + suffix, container=container) if suffix else part)
    return told


def _removed_by_correction(corrections: Sequence[AppliedCorrection]) -> Iterator[Furniture]:
    for applied in corrections:
        if not applied.correction.text.strip():
            yield Furniture(applied.span, f"removed by a correction: {applied.correction.reason}")


def _account_findings(source: SourceText, spans: Sequence[object], code: str, what: str) -> Iterator[Finding]:
    for span in spans:
        words = " ".join(source.text[span.start : span.end].split())[:60]  # type: ignore[attr-defined]
        line = source.line_number(span.start)  # type: ignore[attr-defined]
        yield Finding(source.name, line, code, f"{what}: '{words}'; this is a fault of the program, please report it")
