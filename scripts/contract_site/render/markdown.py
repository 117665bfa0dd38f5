"""Write the provisions of a part as Markdown: headings and paragraphs with ids, every label a link to itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contract_site.model.document import Applicability, Block, BlockKind, Part, Provision, Rank
from contract_site.model.source import Words
from contract_site.render.cite import citation
from contract_site.render.escape import attribute, escape, escape_start

DEEPEST = 6
HEADED_RANKS = frozenset({Rank.ARTICLE, Rank.SECTION, Rank.STEP, Rank.ITEM})


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the words of one part: editors' notes, group names, and how to link to other pages."""

    part: Part
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Editors' notes by anchor."""
    groups: Mapping[str, str] = field(default_factory=dict)
    """Names of groups of employees by code."""
    link: Callable[[str, str], str] = lambda _page, anchor: f"#{anchor}"
    """Returns a relative link to an anchor of another part of the edition."""
    title: Callable[[str], str] = lambda page: page
    """Returns the name of another part of the edition."""


def render_body(beside: Beside) -> str:
    """Return the words of a part below its title: its own blocks and every provision, in printed order."""
    root = beside.part.root
    return "\n".join(_body(root, beside, depth=0, level=1))


def title_line(part: Part) -> str:
    """Return the page's first heading: the label as printed, which links to itself, and the printed heading."""
    root = part.root
    if root.label.text:
        return f"# {_label(part, root)} {_words(root.heading) or escape(part.title)} {{: #{root.anchor} }}\n"
    return f"# {escape_start(part.title)} {{: #{root.anchor} }}\n"


def first_marks(part: Part) -> str:
    """Return the marks of the printed pages that begin at the part's own heading, as a paragraph; or nothing."""
    marks = [mark.page for words in (part.root.label, part.root.heading) for mark in words.marks]
    return _mark_line(marks)


def badges(provision: Provision, beside: Beside) -> Iterator[str]:
    """Yield a line for each statement on whom the provision applies to, in the statement's own words."""
    for statement in provision.applies:
        yield _badge(statement, provision, beside)


def _body(node: Provision, beside: Beside, depth: int, level: int) -> Iterator[str]:
    yield from badges(node, beside)
    for text in beside.notes.get(node.anchor, ()):
        yield f'<div class="note editor" markdown>\n\n**Editors’ note.** {escape(text)}\n\n</div>\n'
    for part in node.body:
        if isinstance(part, Provision):
            yield from _provision(part, beside, depth, level)
        elif not (part.anchor == node.anchor and _inline_label(node)):
            yield from _block(part, node, beside, depth)


def _provision(node: Provision, beside: Beside, depth: int, level: int) -> Iterator[str]:
    own_depth = depth + 1 if node.rank is Rank.PARAGRAPH else 0
    own_level = level
    if node.rank in HEADED_RANKS or (node.heading.text and not _inline_label(node)):
        own_level = min(level + 1, DEEPEST)
        yield _heading(node, beside, own_depth, own_level)
    elif _inline_label(node):
        yield _labelled(node, beside, own_depth)
    else:
        yield f"{_marks(node.label)}{_label(beside.part, node)}\n{{: #{node.anchor} .d{own_depth} .empty }}\n"
    yield from _body(node, beside, own_depth, own_level)


def _inline_label(node: Provision) -> bool:
    """Whether the label stands in one line with the first words: not where a title or nothing follows it."""
    if node.rank is not Rank.PARAGRAPH or not node.blocks or node.blocks[0].anchor != node.anchor:
        return False
    first = node.body[0]
    if not isinstance(first, Block) or first.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
        return False
    return not node.heading.text or node.heading.text.endswith((".", ":"))


def _heading(node: Provision, beside: Beside, depth: int, level: int) -> str:
    """A heading line. Marks of printed pages stand in a line before it, so that lists of contents do not repeat them."""
    marks = [mark.page for words in (node.label, node.heading) for mark in words.marks]
    words = f" {escape(node.heading.text)}" if node.heading.text else ""
    classes = f" .d{depth}" if depth else ""
    line = f"{'#' * level} {_label(beside.part, node)}{words} {{: #{node.anchor}{classes} }}\n"
    return _mark_line(marks) + line


def _labelled(node: Provision, beside: Beside, depth: int) -> str:
    heading = f"**{_words(node.heading)}** " if node.heading.text else ""
    text = _words(node.blocks[0].words)
    return f"{_marks(node.label)}{_label(beside.part, node)} {heading}{text}\n{{: #{node.anchor} .d{depth} }}\n"


def _label(part: Part, node: Provision) -> str:
    """The label as printed, a link to its own address."""
    return f'[{escape(node.label.text)}](#{node.anchor} "{escape(citation(part, node))}"){{: .label }}'


def _marks(words: Words) -> str:
    return "".join(_mark(mark.page) + " " for mark in words.marks)


def _mark_line(pages: Sequence[str]) -> str:
    return " ".join(map(_mark, pages)) + "\n{: .mark-line }\n\n" if pages else ""


def _block(block: Block, node: Provision, beside: Beside, depth: int) -> Iterator[str]:
    for statement in block.applies:
        yield _badge(statement, node, beside)
    if block.table is not None:
        yield from _table(block)
        return
    text = _words(block.words, start=True)
    classes = [f".d{depth}"] if depth else []
    if block.kind is BlockKind.LIST:
        mark, _, _ = block.words.text.partition(" ")
        text = f'<span class="marker">{escape(mark)}</span> {_words(block.words.cut(len(mark) + 1))}'
        classes.append(".li")
    elif block.kind is BlockKind.NOTE:
        classes += [".remark", ".flush"] if depth else [".remark"]
    elif block.kind is BlockKind.CAPTION:
        classes.append(".form")
    elif depth:
        classes.append(".flush")
    anchor = f"#{block.anchor}" if block.anchor != node.anchor else ""
    attributes = " ".join(filter(None, (anchor, *classes)))
    yield f"{text}\n{{: {attributes} }}\n" if attributes else f"{text}\n"


def _badge(statement: Applicability, node: Provision, beside: Beside) -> str:
    name = beside.groups.get(statement.group, statement.group)
    if statement.by:
        page, _, anchor = statement.by.partition("#")
        words = f"[as {escape(beside.title(page))} reprints it]({beside.link(page, anchor)})"
    else:
        printed = next((block.anchor for block in node.blocks if block.text == statement.words), node.anchor)
        words = f"[{escape(statement.words)}](#{printed})"
    note = f" {escape(statement.note)}" if statement.note else ""
    return f'<div class="note applies" markdown>\n\n**Applies to {escape(name)}**{{: .badge }} {words}{note}\n\n</div>\n'


def _table(block: Block) -> Iterator[str]:
    """A table in a frame of its own, which scrolls; its printed name, title and notes stand outside the frame."""
    table = block.table
    assert table is not None
    label = " ".join(filter(None, (table.name, table.title))) or table.summary
    numeric = sum(cell[:1] in "$0123456789." for row in table.rows for cell in row[1:] if cell)
    kind = "table" if 2 * numeric > sum(bool(cell) for row in table.rows for cell in row[1:]) else "table words"
    yield f'<figure class="{kind}" id="{attribute(block.anchor)}" markdown>'
    yield f"<figcaption markdown>\n\n{_caption(block)}\n\n</figcaption>"
    yield f'<div class="frame" role="region" aria-label="{attribute(label)}" tabindex="0" markdown>\n'
    yield _row(table.columns)
    yield "|" + "|".join(["---"] * len(table.columns)) + "|"
    yield from (_row(row) for row in table.rows)
    yield "\n</div>\n"
    for note in table.notes:
        yield f"{escape_start(note)}\n{{: .table-note }}\n"
    yield "</figure>\n"


def _caption(block: Block) -> str:
    """The table's name, which links to itself, its title, and the heading printed over its columns."""
    table = block.table
    assert table is not None
    name = f"[{escape(table.name or '▦')}](#{block.anchor}){{: .label }}"
    title = escape(table.title) if table.title else f'<span class="editorial">{escape(table.summary)}</span>'
    spanner = f' <span class="spanner">{escape(table.spanner)}</span>' if table.spanner else ""
    return f"{_marks(block.words)}{name} {title}{spanner}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(escape(cell) for cell in cells) + " |"


def _words(words: Words, *, start: bool = False) -> str:
    """The words as Markdown, with a mark where each printed page begins."""
    text = words.text
    pieces: list[str] = []
    position = 0
    for mark in words.marks:
        pieces += [escape(text[position : mark.offset]), _mark(mark.page)]
        position = mark.offset
    rest = text[position:]
    pieces.append(escape_start(rest) if start and not pieces else escape(rest))
    return "".join(pieces).strip()


def _mark(page: str) -> str:
    """The mark of a printed page: a link to itself, shown in the margin."""
    number = escape(page)
    return f'[{number}](#page-{number} "printed page {number}"){{: #page-{number} .page data-search-exclude }}'
