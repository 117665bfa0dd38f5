"""Build the tree of one part from its lines.

The rule for labels, measured on whole books: a label counts only if it is the next value of a list that is still
open, innermost first, or the first value of its kind of list; what stands before it must let a label follow. Everything
else is text of the provision printed last, unless an editor's choice names another owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from contract_site.apart.captions import is_capitals
from contract_site.model.document import BlockKind, Rank
from contract_site.model.editorial import ParagraphChoice
from contract_site.model.pinpoint import Step, StepStyle
from contract_site.model.source import Line, Look, Words
from contract_site.parse import headings, paragraphs
from contract_site.parse.applicability import LONGEST, read_statement
from contract_site.parse.draft import DraftBlock, DraftNode, TableLines
from contract_site.parse.enumeration import Label, Reading, follows_number_word, may_follow, read_label
from contract_site.parse.tree_rules import DEEPEST, TreeRules

UNKNOWN_CHOICE = ParagraphChoice(opens="")


@dataclass(slots=True)
class GrowingTree:
    """A tree, the path of nodes that are open, and the paragraph that may still grow."""

    root: DraftNode
    rules: TreeRules
    open: list[DraftNode] = field(default_factory=list)
    paragraph: DraftBlock | None = None
    before: str | None = None
    """The text of the line before; None after a label or heading with nothing behind it."""
    look: Look = field(default_factory=Look)
    """How the line before was set; its indent is that of its text."""
    title_open: DraftNode | None = None
    """A section whose title may go on in the next line."""
    depths: list[tuple[int, str]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    no_labels: list[int] = field(default_factory=list)
    """Where editors see a label or heading and the words are none."""
    unknown_owners: list[str] = field(default_factory=list)
    """Owners that editors named and the tree does not have."""
    too_deep: list[int] = field(default_factory=list)
    """Source offsets of labels that would open a provision deeper than any agreement has; they stay text."""

    def __post_init__(self) -> None:
        self.open = [self.root]

    @property
    def depth(self) -> int:
        """How many labelled levels below article and section the next line stands."""
        levels = sum(node.scheme is not None for node in self.open)
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
    opened = tree.rules.chosen.opens(tree, line) if tree.rules.chosen is not None else _opens_by_rule(tree, line, choice)
    if opened:
        return
    if choice.label is True:
        tree.no_labels.append(line.words.start_of_text)
    _read_text(tree, line, choice)


def _opens_by_rule(tree: GrowingTree, line: Line, choice: ParagraphChoice) -> bool:
    """Open what rules see at the line in a part that editors named, if anything; say whether they did."""
    forced = choice.label is True
    return choice.label is not False and (_read_heading(tree, line, forced=forced) or _read_labels(tree, line, forced=forced))


def _choice_at(tree: GrowingTree, line: Line) -> ParagraphChoice:
    """What editors decided about a line, its owner applied."""
    choice = tree.rules.choices.get(line.words.start_of_text, UNKNOWN_CHOICE)
    if choice is not UNKNOWN_CHOICE:
        tree.used.add(line.words.start_of_text)
        _apply_owner(tree, choice)
    return choice


def _apply_owner(tree: GrowingTree, choice: ParagraphChoice) -> None:
    if not choice.owner:
        return
    at_root = choice.owner == (tree.root.anchor or tree.rules.root_anchor)
    owner = tree.root if at_root else tree.root.known.get(choice.owner)
    if owner is None:
        tree.unknown_owners.append(choice.owner)
    else:
        close_to(tree, owner)


def close_to(tree: GrowingTree, owner: DraftNode) -> None:
    """Make ``owner`` the innermost open node."""
    path = [owner]
    while path[0].parent is not None:
        path.insert(0, path[0].parent)
    tree.open = path
    tree.paragraph = None


# Headings ------------------------------------------------------------------------------------------------------------


def _read_heading(tree: GrowingTree, line: Line, *, forced: bool) -> bool:
    """Open the article, section or step that the line heads; one that editors see (``forced``) need not fit its neighbours."""
    text = line.text
    if not forced and tree.title_open is not None and _continues_title(tree, text):
        node = tree.title_open
        node.heading = paragraphs.join_lines(node.heading, line)
        return True
    tree.title_open = None
    if not (forced or headings.may_be_heading(tree.before)):
        return False
    if tree.rules.reprints and (found := headings.read_division(text)) is not None:
        _open_division(tree, line, found)
        return True
    if (found := headings.read_section(text)) is not None and (forced or _fits_sections(tree, found)):
        _open_section(tree, line, found)
        return True
    if (found := headings.read_step(text)) is not None and (forced or _fits_steps(tree, found)):
        _open_step(tree, line, found)
        return True
    return False


def _continues_title(tree: GrowingTree, text: str) -> bool:
    node = tree.title_open
    assert node is not None
    if read_label(text) is not None or headings.read_section(text) is not None:
        return False
    if not node.heading.text or node.rank is Rank.ARTICLE or (node.step and node.step.style is StepStyle.NAMED):
        return is_capitals(text)
    full = tree.rules.measures.get(0, 0) if tree.rules.measures else 0
    wide = paragraphs.width(node.label.text + " " + node.heading.text) > 0.62 * full
    return wide and headings.is_title(text)


def _fits_sections(tree: GrowingTree, found: headings.Heading) -> bool:
    """A section's number follows the last one's, or begins; a reprint leaves sections out."""
    division = _division(tree)
    last = next((node for node in reversed(division.children) if node.rank is Rank.SECTION), None)
    if division is not tree.root:
        return last is None or found.ordinal > last.ordinal
    if last is None:
        return found.ordinal == 1
    return found.ordinal == last.ordinal + 1 or (found.ordinal == last.ordinal and found.value != str(last.ordinal))


def _fits_steps(tree: GrowingTree, found: headings.Heading) -> bool:
    section = _nearest(tree, Rank.SECTION) or _division(tree)
    last = next((node for node in reversed(section.children) if node.rank is Rank.STEP), None)
    return found.ordinal == (1 if last is None else last.ordinal + 1)


def _division(tree: GrowingTree) -> DraftNode:
    """The innermost open article, or the root."""
    return _nearest(tree, Rank.ARTICLE) or tree.root


def _nearest(tree: GrowingTree, rank: Rank) -> DraftNode | None:
    return next((node for node in reversed(tree.open) if node.rank is rank), None)


def _open_division(tree: GrowingTree, line: Line, found: headings.Heading) -> None:
    """Open a reprinted portion of an article under the item of the memorandum that brings it."""
    while tree.open[-1].rank in (Rank.ARTICLE, Rank.SECTION) or (_nearest(tree, Rank.ARTICLE) in tree.open[:-1]):
        tree.open.pop()
    step = Step(f"{found.word.lower()}-{found.value.lower()}", StepStyle.NAMED)
    _open_headed(tree, tree.open[-1], DraftNode(Rank.ARTICLE, line.page, step, None, found.ordinal), line, found)


def _open_section(tree: GrowingTree, line: Line, found: headings.Heading) -> None:
    node = DraftNode(Rank.SECTION, line.page, Step(found.value), None, found.ordinal)
    _open_headed(tree, _division(tree), node, line, found)


def _open_step(tree: GrowingTree, line: Line, found: headings.Heading) -> None:
    node = DraftNode(Rank.STEP, line.page, Step(f"step-{found.value}", StepStyle.NAMED), None, found.ordinal)
    _open_headed(tree, _nearest(tree, Rank.SECTION) or _division(tree), node, line, found)


def _open_headed(tree: GrowingTree, parent: DraftNode, node: DraftNode, line: Line, found: headings.Heading) -> None:
    node.label = line.words.cut(0, found.label_length).strip()
    rest = line.words.cut(found.label_length).strip()
    parent.add_child(node)
    close_to(tree, node)
    if is_capitals(rest.text) or headings.is_title(rest.text.rstrip(".:")) or not rest.text:
        node.heading = rest
        tree.before = None
        tree.title_open = node if node.rank is not Rank.STEP else None
    else:
        begin_text(tree, line, rest)
        tree.title_open = None


# Labels --------------------------------------------------------------------------------------------------------------


def _read_labels(tree: GrowingTree, line: Line, *, forced: bool) -> bool:
    """Open the provisions whose labels begin the line (``C. 1. a.``: three) and read what follows as their text."""
    rest = line.words
    opened = False
    while (label := read_label(rest.text)) is not None:
        target = _place_label(tree, label, tight=line.tight, compound=opened, forced=forced)
        if target is None:
            break
        parent, reading = target
        node = DraftNode(Rank.PARAGRAPH, line.page, label.step, reading.scheme, reading.ordinal)
        node.label = rest.cut(0, label.length).strip()
        parent.add_child(node)
        close_to(tree, node)
        rest = rest.cut(label.length)
        tree.before, opened = None, True
    if not opened:
        return False
    rest = rest.strip()
    if rest.text:
        begin_text(tree, line, rest)
    elif rest.pieces:
        tree.open[-1].label = Words(tree.open[-1].label.pieces + rest.pieces)
    return True


def _place_label(
    tree: GrowingTree, label: Label, *, tight: bool, compound: bool, forced: bool
) -> tuple[DraftNode, Reading] | None:
    """Return the parent under which the label opens a provision, and how to read it; None if it is not a label."""
    if compound:
        return _first_of_list(tree, label)
    if not forced:
        if tight or (tree.before or "").endswith(("-", "/")):
            return None
        if tree.rules.run_on:
            if tree.before is not None and follows_number_word(label, tree.before):
                return None
        elif not may_follow(label, tree.before):
            return None
    return _next_in_list(tree, label, forced=forced) or _first_of_list(tree, label)


def _next_in_list(tree: GrowingTree, label: Label, *, forced: bool) -> tuple[DraftNode, Reading] | None:
    # A list goes on after a paragraph that an editor gave to the provision above it.
    closed = tree.open[-1].children[-1:]
    for node in (*closed, *reversed(tree.open)):
        for reading in label.readings:
            if node.scheme == reading.scheme and node.parent is not None:
                follows = reading.ordinal > node.ordinal if forced else reading.ordinal == node.ordinal + 1
                if follows:
                    return node.parent, reading
    return None


def _first_of_list(tree: GrowingTree, label: Label) -> tuple[DraftNode, Reading] | None:
    parent = tree.open[-1]
    if len(tree.open) >= DEEPEST:
        if any(reading.ordinal == 1 for reading in label.readings):
            tree.too_deep.append(parent.label.start)
        return None
    lenient = tree.rules.reprints and parent.rank is Rank.SECTION and not parent.children
    for reading in label.readings:
        if reading.ordinal == 1:
            return parent, reading
        if lenient and label.printed[0].isupper():
            return parent, reading
    return None


# Text ----------------------------------------------------------------------------------------------------------------


def _read_text(tree: GrowingTree, line: Line, choice: ParagraphChoice) -> None:
    text = line.text
    if not text:
        _add_marks(tree, line)
        return
    if read_statement(text) is not None:
        tree.paragraph = None
        _begin_block(tree, line, BlockKind.NOTE)
    elif tree.paragraph is None or _breaks(tree, line, choice):
        if tree.rules.chosen is not None and not choice.owner and (owner := tree.rules.chosen.owner(tree, line)) is not None:
            close_to(tree, owner)
        _begin_block(tree, line)
    else:
        tree.paragraph.extend(line.words, paragraphs.between(tree.paragraph.last, line))
    tree.depths.append((tree.depth, text))
    tree.before, tree.look = text, line.look
    _finish_statement(tree)


def _breaks(tree: GrowingTree, line: Line, choice: ParagraphChoice) -> bool:
    if choice is not UNKNOWN_CHOICE:
        return choice.begins
    if line.tight or headings.OMISSION.match(line.text) or headings.OMISSION.match(tree.before or ""):
        return not line.tight
    if tree.rules.run_on:
        return False
    if tree.paragraph is not None and tree.paragraph.kind is BlockKind.NOTE and tree.paragraph.unclosed > 0:
        return False
    if tree.paragraph is not None and paragraphs.continues_list(tree.paragraph.opening, line.text):
        return True
    if tree.rules.chosen is not None and (begins := tree.rules.chosen.begins(tree, line)) is not None:
        return begins
    measure, layout = (tree.rules.measures or {}).get(tree.depth), tree.rules.layout
    if layout is not None:
        return paragraphs.begins_after(tree.before or "", tree.look, line, measure, layout)
    return paragraphs.begins_paragraph(tree.before or "", line.text, measure)


def begin_text(tree: GrowingTree, line: Line, rest: Words) -> None:
    """Begin a block with the ``rest`` of a line after its label."""
    _begin_block(tree, line.with_words(rest))
    tree.depths.append((tree.depth, line.text))
    tree.before = line.text
    tree.look = replace(line.look, indent=line.look.indent + len(line.text) - len(rest.text))


def _begin_block(tree: GrowingTree, line: Line, kind: BlockKind | None = None) -> None:
    if kind is None:
        last = tree.paragraph.opening if tree.paragraph else ""
        bullet = bool(line.look.number) or paragraphs.BULLET.match(line.text) or paragraphs.continues_list(last, line.text)
        remark = paragraphs.REMARK.match(line.text)
        bullet = bullet and not headings.OMISSION.match(line.text)
        kind = BlockKind.LIST if bullet else BlockKind.NOTE if remark else BlockKind.PARAGRAPH
    tree.paragraph = DraftBlock(kind, line.words, line.page)
    tree.open[-1].body.append(tree.paragraph)


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
    statement = read_statement(block.words.text)
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
    words = Words()
    for line in table.lines:
        words = paragraphs.join_lines(words, line)
    label = read_label(words.text) if tree.rules.chosen is None else None
    if tree.rules.chosen is not None:
        words = tree.rules.chosen.table(tree, table, words)
    if label is not None and (target := _place_label(tree, label, tight=False, compound=False, forced=False)):
        parent, reading = target
        node = DraftNode(Rank.PARAGRAPH, table.lines[0].page, label.step, reading.scheme, reading.ordinal)
        node.label = words.cut(0, label.length).strip()
        parent.add_child(node)
        close_to(tree, node)
        words = words.cut(label.length).strip()
    tree.open[-1].body.append(DraftBlock(BlockKind.TABLE, words, table.lines[0].page, table.table))
    tree.paragraph, tree.before, tree.title_open = None, None, None
