"""Make the parts and their provisions from a chosen outline; the words between its rows become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from contract_site.apart.captions import is_capitals
from contract_site.model.document import Rank
from contract_site.model.editorial import Editorial, PartSettings
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.source import Line, Piece, SourceText, Words
from contract_site.parse import flush, headings, memoranda, paragraphs
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.draft import DraftNode, TableLines
from contract_site.parse.labels import Proposal, Scheme, is_titled
from contract_site.parse.letters import OWN_TITLE, SUBJECT, name_letter, same_title, subject_further_down, title_below
from contract_site.parse.levels import Place
from contract_site.parse.nest import Choice
from contract_site.parse.openings import Opens
from contract_site.parse.parts import Gathered, PartDraft, draft_container, tables_within
from contract_site.parse.printed_numbers import Count
from contract_site.parse.propose import Setting, hangs
from contract_site.parse.ranks import ORDER, Kind
from contract_site.parse.spacing import Layout, layout_of
from contract_site.parse.tables import place_tables
from contract_site.parse.titles import Title
from contract_site.parse.tree import GrowingTree, begin_text, close_to
from contract_site.parse.unnumbered import HEADING

BESIDE_RANKS = {"attachment": Rank.ATTACHMENT, "addendum": Rank.ATTACHMENT, "supplement": Rank.SUPPLEMENT}
"""Ranks of numbered documents beside the body; all others are appendices."""
OTHER = 0.12
"""By how much the height of letters differs where another kind of text begins, in that of most letters."""
HANGING = 3
"""Columns by which the lines of a paragraph stand further in than its label, from which on that is meant."""
FRONT, WHOLE = ("Front matter", "front"), ("Text", "text")
"""What the words before the first part are called, with the address of their page; and all words, where no part was found."""
CALLED = re.compile(r"\b(clause|rule|section|article|paragraph|item)s?\s+\d", re.IGNORECASE)


def draft_chosen(outline: Outline, editorial: Editorial, source: SourceText, gathered: Gathered) -> Iterator[PartDraft]:
    """Yield the parts of a chosen outline in printed order. Raises SettingsError if editors' tables do not fit their lines."""
    called, layout = _called(outline.lines), layout_of(outline)
    over: list[tuple[str, str]] = []
    for part in outline.parts:
        lines = outline.lines[part.opening.index : part.end]
        placed, left_out = place_tables(lines, tables_within(editorial, lines), source)
        gathered.furniture += left_out
        chosen = ChosenLabels.of(part, outline, layout)
        if part.opening.opens in (Opens.ARTICLE, Opens.GROUP, Opens.BESIDE):
            yield _within(_headed(part, placed, outline, chosen, called), part, over)
        elif part.opening.settings is not None:
            yield draft_container(placed, part.opening.settings, chosen)
        else:
            yield _unnumbered(part, placed, outline, chosen)


def _within(draft: PartDraft, part: ChosenPart, over: list[tuple[str, str]]) -> PartDraft:
    """Return the part with the group it stands in; ``over`` are the groups that are open, as (word, anchor)."""
    opens, proposal = part.opening.opens, part.opening.proposal
    if opens is Opens.BESIDE:
        over.clear()
    elif opens is Opens.GROUP and proposal is not None:
        order = ORDER.index(proposal.scheme.word)
        over[:] = [each for each in over if ORDER.index(each[0]) < order]
    within = over[-1][1] if over else ""
    if opens is Opens.GROUP and proposal is not None:
        over.append((proposal.scheme.word, draft.id))
    return replace(draft, within=within)


# Parts ----------------------------------------------------------------------------------------------------------------


def _headed(
    part: ChosenPart, placed: Sequence[Line | TableLines], outline: Outline, chosen: ChosenLabels, called: str
) -> PartDraft:
    """A part with a label: an article, a group of them, an appendix."""
    opening, proposal = part.opening, part.opening.proposal
    first = outline.lines[opening.index]
    if proposal is None:
        return _titled_only(placed, outline.lines[opening.index : opening.index + 1 + part.title.below], chosen)
    label, heading, text = _divided(first, proposal, part.title)
    rest: Sequence[Line | TableLines] = placed[1:]
    for line in outline.lines[opening.index + 1 : opening.index + 1 + part.title.below]:
        heading, rest = paragraphs.join_lines(heading, line), rest[1:]
    if text.pieces:
        rest = (first.with_words(text), *rest)
    value = _value(proposal)
    word = proposal.scheme.word or (called if opening.opens is Opens.ARTICLE else "appendix")
    name = f"{word.capitalize()} {value}"
    root = _root(opening.opens, word, value, first, proposal)
    root.label, root.heading = label, heading
    page_id = memoranda.slug(f"{word} {value.replace('.', ' dot ')}").replace("-dot-", ".") or f"part-{opening.index}"
    in_body = opening.opens is Opens.ARTICLE
    container = "body" if in_body else page_id
    if root.rank is Rank.SUPPLEMENT:
        page_id, container = f"supplement/{value.lower()}", f"supplement:{value.lower()}"
    return PartDraft(
        id=page_id, container=container, title=headings.title_case(heading.text.rstrip(" .:")), name=name, root=root,
        lines=tuple(rest), family="body" if in_body else opening.opens.value, chosen=chosen,
    )  # fmt: skip


def _root(opens: Opens, word: str, value: str, line: Line, proposal: Proposal) -> DraftNode:
    if opens is Opens.ARTICLE:
        rank = Rank.ITEM if word == "item" else Rank.ARTICLE
        return DraftNode(rank, line.page, Step(value), None, proposal.number.key[0])
    rank = Rank.PART if opens is Opens.GROUP else BESIDE_RANKS.get(word, Rank.APPENDIX)
    return DraftNode(rank, line.page)


def _titled_only(placed: Sequence[Line | TableLines], head: Sequence[Line], chosen: ChosenLabels) -> PartDraft:
    """A document beside the body whose heading, the lines ``head``, has no number: ``ANNEX ON FERRY LAMPS``."""
    root = DraftNode(Rank.APPENDIX, head[0].page)
    for line in head:
        root.heading = paragraphs.join_lines(root.heading, line)
    page_id = memoranda.slug(head[0].text) or "annex"
    title = headings.title_case(root.heading.text)
    return PartDraft(
        id=page_id, container=page_id, title=title, name=title, root=root, lines=tuple(placed[len(head) :]), family="beside",
        chosen=chosen,
    )  # fmt: skip


def _unnumbered(part: ChosenPart, placed: Sequence[Line | TableLines], outline: Outline, chosen: ChosenLabels) -> PartDraft:
    """What stands before the first article, a letter, a part with a well-known heading."""
    opening = part.opening
    first = outline.lines[opening.index]
    body = outline.lines[part.labels[0][0].proposal.index].number if part.labels else None
    kind, name, title, page_id = "notes", "", "", ""
    below: Sequence[Line] = ()
    form = len(first.text)
    if opening.opens is Opens.LETTER:
        kind = "memorandum"
        subject, own = SUBJECT.search(first.text), OWN_TITLE.match(first.text)
        if own is not None and subject is None:
            below, form = same_title(part, outline), own.start("title")
            title = " ".join((own["title"], *(line.text for line in below)))
        elif subject is None:
            below = title_below(part, outline)
            title = " ".join(line.text for line in below)
        else:
            title = subject["title"].strip(" .")
    elif opening.opens is Opens.NAMED:
        kind, name = ("preamble" if opening.name == "preamble" else "notes"), opening.name
        title = opening.name.capitalize()
    elif is_capitals(first.text):
        title = headings.title_case(first.text)
    else:
        # What stands before the first part, or all there is.
        title, page_id = FRONT if len(outline.parts) > 1 else WHOLE
    head = memoranda.read_head(outline.lines[opening.index : part.end], None)
    limit = body if body is not None and any(line.number >= body for line in (*head.caption, *head.title)) else None
    if below or form < len(first.text):
        behind = opening.index + 1 + len(below)
        limit = outline.lines[behind].number if behind < part.end else None
    elif kind == "memorandum" and not title and (not head.title or limit is not None):
        title = subject_further_down(part, outline) or first.text.strip(" .:")
    settings = PartSettings(line=first.number, opens=first.text, kind=kind, id=name or page_id, title=title, body=limit)  # type: ignore[arg-type]
    draft = draft_container(placed, settings, chosen)
    if not draft.root.heading.text and name and _is_heading(first):
        draft.root.heading = first.words
        draft = replace(draft, lines=draft.lines[1:])
    if opening.opens is Opens.LETTER:
        name_letter(draft.root, first, title, form)
    return draft


def _is_heading(line: Line) -> bool:
    return len(line.text) < 40 and not line.text.endswith(",")


def _divided(line: Line, proposal: Proposal, title: Title) -> tuple[Words, Words, Words]:
    """The words of a heading's line as label, title and text."""
    if proposal.counted:
        start = line.words.start
        label = Words((Piece(proposal.printed, start, start),))
        return (label, line.words, Words()) if title.on_line else (label, Words(), line.words)
    label = line.words.cut(proposal.begin, proposal.end).strip()
    rest = line.words.cut(proposal.end).strip()
    if not rest.text:
        return Words(label.pieces + rest.pieces), Words(), Words()
    return (label, rest, Words()) if title.on_line else (label, Words(), rest)


def _value(proposal: Proposal) -> str:
    return f"{proposal.number.value}-{proposal.through}" if proposal.through else proposal.number.value


def _called(lines: Sequence[Line]) -> str:
    """What the text itself calls the provisions that print a number only: ``clause`` in ``under clause 8``."""
    counted = Counter(match[1].lower() for line in lines for match in CALLED.finditer(line.text))
    return next((word for word, count in counted.most_common(1) if count > 2), "article")


# Provisions -----------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class ChosenLabels:
    """The labels chosen in a part, by the source offset of their line, and what was opened at them in the tree that grows."""

    at: Mapping[int, tuple[tuple[Choice, Title], ...]]
    setting: Setting
    layout: Layout
    opened: dict[Place, DraftNode] = field(default_factory=dict)
    given: dict[tuple[Place | None, Scheme], DraftNode] = field(default_factory=dict)
    """Parents that editors named, by the parent that was chosen and the kind of label."""
    indents: dict[int, float] = field(default_factory=dict)
    """The indent of each opened node's label, by the node's identity."""
    title_left: int = 0
    """So many of the next lines go on with the title of what was opened last."""
    line: Line | None = None
    before: Line | None = None
    """The line that is read, and the one before it."""

    @classmethod
    def of(cls, part: ChosenPart, outline: Outline, layout: Layout) -> ChosenLabels:
        """Return the labels of a part, ready for a tree."""
        by_line: dict[int, list[tuple[Choice, Title]]] = {}
        for choice, title in part.labels:
            by_line.setdefault(outline.lines[choice.proposal.index].words.start_of_text, []).append((choice, title))
        return cls({at: tuple(found) for at, found in by_line.items()}, outline.setting, layout)

    def fresh(self) -> ChosenLabels:
        """Return the same labels for a tree that begins to grow."""
        return ChosenLabels(self.at, self.setting, self.layout)

    def opens(self, tree: GrowingTree, line: Line) -> bool:
        """Open what begins at the line, if anything does, and read its words."""
        self.before, self.line = self.line, line
        if self.title_left:
            self.title_left -= 1
            tree.open[-1].heading = paragraphs.join_lines(tree.open[-1].heading, line)
            return True
        found = self.at.get(line.words.start_of_text) if line.text else None
        if not found:
            return False
        rest = self._open_all(tree, line.words, line, found)
        tree.before = None
        if rest.text:
            begin_text(tree, line, rest)
        elif rest.pieces:
            tree.open[-1].label = Words(tree.open[-1].label.pieces + rest.pieces)
        return True

    def table(self, tree: GrowingTree, table: TableLines, words: Words) -> Words:
        """Open what begins at a table, if anything does; return the words behind its label."""
        first = table.lines[0]
        self.before, self.line = None, table.lines[-1]
        found = self.at.get(first.words.start_of_text)
        return self._open_all(tree, words, first, found[:1]) if found else words

    def begins(self, tree: GrowingTree, line: Line) -> bool | None:
        """Say whether a paragraph begins at the line; None if only the widths of lines can tell."""
        before = self.before
        if before is None or tree.paragraph is None or line.tight or before.look.sheet != line.look.sheet:
            return None
        if line.look.number or line.look.cells or before.look.cells or before.look.number:
            return True
        if paragraphs.BULLET.match(line.text):
            return True
        if self._set_otherwise(before, line) or self._back_at_label(tree, before, line):
            return True
        left = before.look.level is not None and line.look.level is None and line.look.gap > 0
        if self.setting.whole or left or line.look.gap > self.setting.gap:
            if line.text[:1].islower():
                return self._closes_list(tree, before, line)
            return (self.setting.whole and before.text[-1:] not in "-/‑") or not (
                self._unfinished(before) or hangs(before.text)
            )
        if self.layout.parted:
            indented = self.setting.indents and line.look.indent > before.look.indent + 1
            return (
                indented and before.text.endswith((".", ":")) and not line.text[:1].islower() and self._not_label_line(before)
            )
        return None

    def _set_otherwise(self, before: Line, line: Line) -> bool:
        """Say whether a line is set in other letters than the one before, as the text is below a note or a caption."""
        look, other = line.look, before.look
        moved = abs(look.indent - other.indent) > HANGING or look.centred != other.centred
        ended = paragraphs.ENDS_SENTENCE.search(before.text) is not None
        return moved and ended and abs(look.size - other.size) > OTHER and not line.text[:1].islower()

    def _back_at_label(self, tree: GrowingTree, before: Line, line: Line) -> bool:
        """Say whether a line stands as far out as its provision's label, and those that go on with the label further in."""
        own = self.indents.get(id(tree.open[-1]))
        if not self.setting.indents or own is None or before.text[-1:] not in ".!?":
            return False
        return before.look.indent > own + HANGING and line.look.indent <= own + 1 and not line.text[:1].islower()

    def _closes_list(self, tree: GrowingTree, before: Line, line: Line) -> bool:
        """Say whether a line with a small letter, set apart, ends the sentence that a list stands in."""
        if not flush.is_entry(tree.open[-1]) or hangs(before.text):
            return False
        return before.text[-1:] in ".;,:—–-" or (not self._unfinished(before) and self._by_indent(tree, line) is not None)

    def owner(self, tree: GrowingTree, line: Line) -> DraftNode | None:
        """Return the open provision to which a new paragraph belongs, where words or its indent tell; else None."""
        node = tree.open[-1]
        if not line.text or line.look.centred or paragraphs.BULLET.match(line.text) or line.look.number:
            return None
        if tree.paragraph is not None and flush.goes_on_behind(tree.paragraph, line.text):
            return None
        by_indent = self._by_indent(tree, line)
        if tree.paragraph is not None and flush.completes(node, line.text):
            return by_indent if by_indent is not None and by_indent.parent is node.parent else node.parent
        if by_indent is not None:
            return by_indent
        own = self.indents.get(id(node))
        set_in = self.setting.indents and own is not None and line.look.indent > own + 1
        return None if set_in or tree.paragraph is None else flush.behind_list(node)

    def _by_indent(self, tree: GrowingTree, line: Line) -> DraftNode | None:
        if not self.setting.indents:
            return None
        node = tree.open[-1]
        while node.parent is not None and self._outside(node, line.look.indent):
            node = node.parent
        return node if node is not tree.open[-1] else None

    def _outside(self, node: DraftNode, indent: float) -> bool:
        """Say whether a paragraph at the indent stands too far out to belong to a node."""
        own = self.indents.get(id(node))
        if own is None or node.scheme is None or node.rank is Rank.STEP:
            return False
        before = self.before
        hanging = before is not None and self._not_label_line(before) and before.look.indent > own + HANGING
        return indent < own - 1 or ((self.layout.hanging or hanging) and indent <= own + 1 and own > 0)

    def _not_label_line(self, before: Line) -> bool:
        return before.words.start_of_text not in self.at

    def _unfinished(self, before: Line) -> bool:
        text = before.text
        if text[-1:] in '.:;!?”"’)' or is_capitals(text):
            return False
        return int(before.look.indent) + len(text) > 0.72 * self.setting.measure or text.endswith((",", " and", " or"))

    def _open_all(self, tree: GrowingTree, words: Words, line: Line, found: Sequence[tuple[Choice, Title]]) -> Words:
        """Open the provisions whose labels begin the words, one in the other; return the words behind them."""
        cut = 0
        for choice, title in found:
            proposal = choice.proposal
            parent = self._parent(tree, choice)
            # A paragraph that was given to a provision further out has closed what stood below it.
            while parent not in tree.open and parent.parent is not None:
                parent = parent.parent
            node = _node(proposal, parent, line)
            self._label(node, proposal, words)
            parent.add_child(node)
            close_to(tree, node)
            self.opened[Place(proposal.index, proposal.begin)] = node
            if not line.look.centred:
                self.indents[id(node)] = line.look.indent
            cut = proposal.end
            self.title_left = title.below
            lead = line.look.lead if choice is found[-1][0] else 0
            if title.on_line or (lead >= len(words.text) > cut and is_titled(proposal.rest.rstrip(".:"))):
                node.heading = words.cut(cut).strip()
                return Words()
            if cut + 2 < lead < len(words.text):
                node.heading, cut = words.cut(cut, lead).strip(), lead
        return words.cut(cut).strip()

    def _parent(self, tree: GrowingTree, choice: Choice) -> DraftNode:
        """The parent that was chosen for a label; where an editor names another, for the labels of its list behind it too."""
        key = (choice.parent, choice.proposal.scheme)
        if tree.owner is not None and not choice.proposal.begin:
            self.given[key] = tree.owner
        chosen = self.opened.get(choice.parent, tree.root) if choice.parent else tree.root
        return self.given.get(key, chosen)

    def _label(self, node: DraftNode, proposal: Proposal, words: Words) -> None:
        if proposal.counted:
            node.label = Words((Piece(proposal.printed, words.start, words.start),))
        else:
            node.label = words.cut(proposal.begin, proposal.end).strip()


def _node(proposal: Proposal, parent: DraftNode, line: Line) -> DraftNode:
    word, value = proposal.scheme.word, _value(proposal)
    order = proposal.number.key[0] if proposal.number.key else 0
    if proposal.scheme is HEADING:
        return DraftNode(Rank.SECTION, line.page, Step(memoranda.slug(line.text)[:40] or "heading", StepStyle.NAMED), None, 0)
    if proposal.kind is Kind.STEP:
        return DraftNode(Rank.STEP, line.page, Step(f"step-{value.lower()}", StepStyle.NAMED), None, order)
    if proposal.kind is Kind.SECTION:
        return DraftNode(Rank.SECTION, line.page, Step(_below(value, proposal, parent)), None, order)
    if proposal.kind is not None:
        rank = Rank.ARTICLE if proposal.kind is Kind.DIVISION else Rank.SECTION
        return DraftNode(rank, line.page, Step(f"{word}-{value.lower()}", StepStyle.NAMED), None, order)
    style = StepStyle.BRACKETED if proposal.scheme.marks == "()" else StepStyle.DOTTED
    rank = Rank.SECTION if proposal.scheme.count is Count.DECIMALS and parent.parent is None else Rank.PARAGRAPH
    return DraftNode(rank, line.page, Step(_below(value, proposal, parent), style), proposal.scheme, order)


def _below(value: str, proposal: Proposal, parent: DraftNode) -> str:
    """A number without what the provision above already says: ``02`` of 22.02 in Article 22, ``01`` of 4.01 in Article IV."""
    if proposal.scheme.count is not Count.DECIMALS:
        return value
    steps = parent.anchor.split(".")
    for first in range(len(steps)):
        above = ".".join(steps[first:])
        if value.startswith((f"{above}.", f"{above}-")):
            return value[len(above) + 1 :]
    head, _, rest = value.partition(".")
    return rest if parent.parent is None and parent.step and head == str(parent.ordinal) else value
