"""Grow the tree of one part from its lines: what was chosen opens provisions, everything else is text.

Text belongs to the provision printed last, unless its indent or an editor's choice names another owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from contract_site.model.document import BlockKind
from contract_site.model.editorial import ParagraphChoice
from contract_site.model.source import Line, Look, Piece, Words
from contract_site.parse import headings, paragraphs
from contract_site.parse.applicability import LONGEST
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
from contract_site.parse.tree_rules import TreeRules

UNKNOWN_CHOICE = ParagraphChoice(opens="")


@dataclass(slots=True)
class GrowingTree:
    """A tree, the path of nodes that are open, and the paragraph that may still grow."""

    root: DraftNode
    rules: TreeRules
    open: list[DraftNode] = field(default_factory=list)
    paragraph: DraftBlock | None = None
    owner: DraftNode | None = None
    """What an editor says that the line belongs to."""
    before: str | None = None
    """The text of the line before; None after a label or heading with nothing behind it."""
    look: Look = field(default_factory=Look)
    """How the line before was set; its indent is that of its text."""
    depths: list[tuple[int, str]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    no_labels: list[int] = field(default_factory=list)
    """Where editors see a label or heading and the words are none."""
    idle: list[int] = field(default_factory=list)
    """Where editors say what rules would do without them."""
    unknown_owners: list[str] = field(default_factory=list)
    """Owners that editors named and the tree does not have."""

    def __post_init__(self) -> None:
        self.open = [self.root]

    def measure(self) -> int | None:
        """How wide full lines are at this depth; None if that is not known."""
        return None if self.rules.measures is None else self.rules.measures().get(self.depth)

    def learn(self, text: str) -> None:
        """Keep how deep a line stands, on the pass that learns how wide lines are."""
        if self.rules.measures is None:
            self.depths.append((self.depth, text))

    @property
    def depth(self) -> int:
        """How many labelled levels below article and section the next line stands."""
        levels = len([True for node in self.open if node.scheme is not None])
        return levels + (self.paragraph is not None and self.paragraph.kind is BlockKind.LIST)


def grow_tree(root: DraftNode, lines: Iterable[Line | TableLines], rules: TreeRules) -> GrowingTree:
    """Read the lines into ``root`` and return the tree with what was learned on the way."""
    tree = GrowingTree(root, rules)
    for line in lines:
        if isinstance(line, TableLines):
            _read_table(tree, line)
        else:
            _read_line(tree, line)
    return tree


def _read_line(tree: GrowingTree, line: Line) -> None:
    choice = _choice_at(tree, line)
    if tree.rules.chosen.opens(tree, line):
        return
    if choice.label is True:
        tree.no_labels.append(line.words.start_of_text)
    _read_text(tree, line, choice)


def _choice_at(tree: GrowingTree, line: Line) -> ParagraphChoice:
    """What editors decided about a line, its owner applied."""
    choice = tree.rules.choices.get(line.words.start_of_text, UNKNOWN_CHOICE)
    tree.owner = None
    if choice is not UNKNOWN_CHOICE:
        tree.used.add(line.words.start_of_text)
        _apply_owner(tree, choice)
    return choice


def _apply_owner(tree: GrowingTree, choice: ParagraphChoice) -> None:
    if not choice.owner:
        return
    at_root = choice.owner == (tree.root.anchor or tree.rules.root_anchor)
    owner = tree.root if at_root else tree.root.known.get(choice.owner)
    tree.owner = owner
    if owner is None:
        tree.unknown_owners.append(choice.owner)
    elif owner is not tree.open[-1]:
        close_to(tree, owner)


def close_to(tree: GrowingTree, owner: DraftNode) -> None:
    """Make ``owner`` the innermost open node."""
    path = [owner]
    while path[0].parent is not None:
        path.insert(0, path[0].parent)
    tree.open = path
    tree.paragraph = None


# Text ----------------------------------------------------------------------------------------------------------------


def _read_text(tree: GrowingTree, line: Line, choice: ParagraphChoice) -> None:
    text = line.text
    if not text:
        _add_marks(tree, line)
        return
    if tree.rules.notes.statement(text) is not None:
        tree.paragraph = None
        _begin_block(tree, line, BlockKind.NOTE)
    elif tree.paragraph is None or _breaks(tree, line, choice):
        if not choice.owner and (owner := tree.rules.chosen.owner(tree, line)) is not None:
            close_to(tree, owner)
        _begin_block(tree, line)
    else:
        tree.paragraph.extend(line.words, paragraphs.between(tree.paragraph.last, line))
    tree.learn(text)
    tree.before, tree.look = text, line.look
    _finish_statement(tree)


def _breaks(tree: GrowingTree, line: Line, choice: ParagraphChoice) -> bool:
    by_rule = _breaks_by_rule(tree, line)
    if choice is UNKNOWN_CHOICE:
        return by_rule
    if choice.label is None and choice.begins == by_rule:
        tree.idle.append(line.words.start_of_text)
    return choice.begins


def _breaks_by_rule(tree: GrowingTree, line: Line) -> bool:
    if line.tight or headings.is_omission(line.text) or headings.is_omission(tree.before or ""):
        return not line.tight
    if tree.rules.run_on:
        return False
    if tree.paragraph is not None and tree.paragraph.kind is BlockKind.NOTE and tree.paragraph.unclosed > 0:
        return False
    if tree.paragraph is not None and paragraphs.continues_list(tree.paragraph.opening, line.text):
        return True
    if (begins := tree.rules.chosen.begins(tree, line)) is not None:
        return begins
    return paragraphs.begins_after(tree.before or "", tree.look, line, tree.measure, tree.rules.layout, tree.rules.notes)


def begin_text(tree: GrowingTree, line: Line, rest: Words) -> None:
    """Begin a block with the ``rest`` of a line after its label."""
    counted = replace(line.look, number="") if line.look.number else line.look
    _begin_block(tree, Line(line.number, rest, line.page, line.tight, line.parted, counted))
    tree.learn(line.text)
    tree.before = line.text
    tree.look = replace(line.look, indent=line.look.indent + len(line.text) - len(rest.text))


def _begin_block(tree: GrowingTree, line: Line, kind: BlockKind | None = None) -> None:
    if kind is None:
        last = tree.paragraph.opening if tree.paragraph else ""
        bullet = bool(line.look.number) or paragraphs.is_bullet(line.text) or paragraphs.continues_list(last, line.text)
        bullet = bullet or paragraphs.is_dash(line.text)
        remark = tree.rules.notes.begin_at(line.text)
        bullet = bullet and not headings.is_omission(line.text)
        kind = BlockKind.LIST if bullet else BlockKind.NOTE if remark else BlockKind.PARAGRAPH
    tree.paragraph = DraftBlock(kind, _marked(line), line.page)
    tree.open[-1].body.append(tree.paragraph)


def _marked(line: Line) -> Words:
    """The words of a line behind what its file shows before them and does not hold: a bullet, a number that is no label."""
    mark, start = " ".join(line.look.number.split("\t")), line.words.start
    return Words((Piece(f"{mark} ", start, start), *line.words.pieces)) if mark else line.words


def _add_marks(tree: GrowingTree, line: Line) -> None:
    """Keep page marks that stand before nothing."""
    if tree.paragraph is None:
        _begin_block(tree, line)
    elif line.words.pieces:
        tree.paragraph.extend(line.words, "")


def _finish_statement(tree: GrowingTree) -> None:
    """Once a statement of applicability is complete, give it to the provision it speaks of."""
    block = tree.paragraph
    if block is None or block.kind is not BlockKind.NOTE or block.length > LONGEST:
        return
    statement = tree.rules.notes.statement(block.words.text)
    if statement is None or not statement.complete:
        return
    owner = _covered(tree, statement.path)
    tree.open[-1].body.remove(block)
    owner.body.append(block)
    owner.groups.append((statement.group, block.words.text))
    close_to(tree, owner)


def _covered(tree: GrowingTree, path: Sequence[str]) -> DraftNode:
    """Return the open or last node that the statement's citation names; the innermost open one if it names none."""
    wanted = ".".join(path)
    if wanted == tree.root.anchor:
        return tree.root
    known = tree.root.known
    return known.get(wanted) or known.get(f"article-{wanted}") or tree.open[-1]


def _read_table(tree: GrowingTree, table: TableLines) -> None:
    _choice_at(tree, table.lines[0])
    first, *others = table.lines
    block = DraftBlock(BlockKind.TABLE, tree.rules.chosen.table(tree, table, first.words), first.page, table.table)
    for line in others:
        block.extend(line.words, paragraphs.between(block.last, line))
    tree.open[-1].body.append(block)
    tree.paragraph, tree.before = None, None
