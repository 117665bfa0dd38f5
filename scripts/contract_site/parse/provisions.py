"""Open the provisions of a part at the labels that were chosen for it, and say whose each paragraph is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from contract_site.apart.captions import is_capitals
from contract_site.model.document import Rank
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.rank_words import Kind
from contract_site.model.source import Line, Piece, Words
from contract_site.parse import flush, memoranda, paragraphs
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.draft import DraftNode, TableLines
from contract_site.parse.found_tables import is_row_of_figures
from contract_site.parse.headings import read_leaders
from contract_site.parse.judge import FULL, hangs
from contract_site.parse.labels import Proposal, Scheme, is_titled
from contract_site.parse.levels import LabelPlace
from contract_site.parse.nest import Choice
from contract_site.parse.printed_numbers import Count
from contract_site.parse.setting import Setting
from contract_site.parse.spacing import Spacing
from contract_site.parse.titles import HALF, Title
from contract_site.parse.tree import GrowingTree, begin_text, close_to
from contract_site.parse.unnumbered import HEADING

OTHER = 0.12
"""By how much the height of letters differs where another kind of text begins, in that of most letters."""
HANGING = 3
"""Columns by which the lines of a paragraph stand further in than its label, from which on that is meant."""


class Told(NamedTuple):
    """What a line and the one before it tell of where paragraphs begin, whatever is open."""

    begins: bool
    """A paragraph begins."""
    small: bool
    """It is set apart and begins with a small letter: a paragraph begins if it ends the sentence around a list."""
    otherwise: bool | None
    """What holds if the tree tells nothing; None if only the widths of lines can tell."""


@dataclass(slots=True)
class ChosenLabels:
    """The labels chosen in a part, by the source offset of their line, and what was opened at them in the tree that grows."""

    at: Mapping[int, tuple[tuple[Choice, Title], ...]]
    setting: Setting
    spacing: Spacing
    opened: dict[LabelPlace, DraftNode] = field(default_factory=dict)
    given: dict[tuple[LabelPlace | None, Scheme], DraftNode] = field(default_factory=dict)
    """Parents that editors named, by the parent that was chosen and the kind of label."""
    indents: dict[int, float] = field(default_factory=dict)
    """The indent of each opened node's label, by the node's identity."""
    title_left: int = 0
    """So many of the next lines go on with the title of what was opened last."""
    whole: Mapping[int, Words] = field(default_factory=dict)
    """The words of the part's own line, label and all, by the source offset of the text behind it."""
    told: dict[int, Told] = field(default_factory=dict)
    """What each line tells, by the source offset of its text: the tree may grow twice, and its lines are the same."""
    line: Line | None = None
    before: Line | None = None
    """The line that is read, and the one before it."""

    @classmethod
    def of(cls, part: ChosenPart, outline: Outline, spacing: Spacing) -> ChosenLabels:
        """Return the labels of a part, ready for a tree."""
        by_line: dict[int, list[tuple[Choice, Title]]] = {}
        own, first = part.opening, outline.lines[part.opening.index].words
        behind = first.cut(own.proposal.end).strip().start_of_text if own.proposal is not None else -1
        for choice, title in part.labels:
            index = choice.proposal.index
            at = behind if index == own.index and choice.proposal.begin else outline.lines[index].words.start_of_text
            by_line.setdefault(at, []).append((choice, title))
        whole = {behind: first} if behind in by_line else {}
        return cls({at: tuple(found) for at, found in by_line.items()}, outline.setting, spacing, whole=whole)

    def fresh(self) -> ChosenLabels:
        """Return the same labels for a tree that begins to grow."""
        return ChosenLabels(self.at, self.setting, self.spacing, whole=self.whole, told=self.told)

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
        rest = self._open_all(tree, self.whole.get(line.words.start_of_text, line.words), line, found)
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
        at = line.words.start_of_text
        told = self.told.get(at) or self.told.setdefault(at, self._tell(before, line))
        if told.begins or self._back_at_label(tree, before, line) or self._ends_entry(tree, before, line):
            return True
        return self._closes_list(tree, before, line) if told.small else told.otherwise

    def _tell(self, before: Line, line: Line) -> Told:
        """What the two lines tell."""
        apart = self.setting.whole or line.look.gap > self.setting.gap
        dashed = paragraphs.begins_dashes(before.text, line.text) or (apart and paragraphs.is_dash(line.text))
        if dashed or self._begins_surely(before, line):
            return Told(begins=True, small=False, otherwise=None)
        left = before.look.level is not None and line.look.level is None and line.look.gap > 0
        if left or apart:
            ended = (self.setting.whole and before.text[-1:] not in "-/‑") or not (
                self._unfinished(before) or hangs(before.text)
            )
            return Told(begins=False, small=line.text[:1].islower(), otherwise=ended)
        if self.spacing.parted:
            indented = self.setting.indents and line.look.indent > before.look.indent + 1
            ended = indented and before.text.endswith((".", ":")) and not line.text[:1].islower()
            return Told(begins=False, small=False, otherwise=ended and self._not_label_line(before))
        return Told(begins=False, small=False, otherwise=None)

    def _begins_surely(self, before: Line, line: Line) -> bool:
        """Say whether a line cannot go on with the one before: an entry, a row, words behind a row, other letters."""
        if line.look.number or line.look.cells or before.look.cells or before.look.number:
            return True
        if paragraphs.is_bullet(line.text) or ("...." in before.text and read_leaders(before.text) is not None):
            return True
        row = is_row_of_figures(line.text) and (is_row_of_figures(before.text) or before.text.endswith(":"))
        return row or self._set_otherwise(before, line)

    def _set_otherwise(self, before: Line, line: Line) -> bool:
        """Say whether a line is set in other letters than the one before, as the text is below a note or a caption."""
        look, other = line.look, before.look
        if abs(look.size - other.size) <= OTHER or line.text[:1].islower():
            return False
        moved = abs(look.indent - other.indent) > HANGING or look.centred != other.centred
        return moved and paragraphs.ends_sentence(before.text)

    def _back_at_label(self, tree: GrowingTree, before: Line, line: Line) -> bool:
        """Say whether a line stands as far out as its provision's label, and those that go on with the label further in."""
        own = self.indents.get(id(tree.open[-1]))
        if not self.setting.indents or own is None or before.text[-1:] not in ".!?":
            return False
        return before.look.indent > own + HANGING and line.look.indent <= own + 1 and not line.text[:1].islower()

    def _ends_entry(self, tree: GrowingTree, before: Line, line: Line) -> bool:
        """Say whether a line with a small letter goes on with the sentence around a list whose short last entry ended."""
        own = self.indents.get(id(tree.open[-1]))
        short = int(before.look.indent) + len(before.text) <= HALF * self.setting.measure
        out = own is not None and self.setting.indents and line.look.indent <= own + 1
        return short and out and line.text[:1].islower() and before.text[-1:] not in ".!?:-" and flush.is_entry(tree.open[-1])

    def _closes_list(self, tree: GrowingTree, before: Line, line: Line) -> bool:
        """Say whether a line with a small letter, set apart, ends the sentence that a list stands in."""
        if not flush.is_entry(tree.open[-1]) or hangs(before.text):
            return False
        return before.text[-1:] in ".;,:—–-" or (not self._unfinished(before) and self._by_indent(tree, line) is not None)

    def owner(self, tree: GrowingTree, line: Line) -> DraftNode | None:
        """Return the open provision to which a new paragraph belongs, where words or its indent tell; else None."""
        node = tree.open[-1]
        if not line.text or line.look.centred or paragraphs.is_bullet(line.text) or line.look.number:
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
        return indent < own - 1 or ((self.spacing.hanging or hanging) and indent <= own + 1 and own > 0)

    def _not_label_line(self, before: Line) -> bool:
        return before.words.start_of_text not in self.at

    def _unfinished(self, before: Line) -> bool:
        text = before.text
        if text[-1:] in '.:;!?”"’)' or is_capitals(text):
            return False
        return int(before.look.indent) + len(text) > FULL * self.setting.measure or text.endswith((",", " and", " or"))

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
            self.opened[LabelPlace(proposal.index, proposal.begin)] = node
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
    word, value = proposal.scheme.word, proposal.value
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
