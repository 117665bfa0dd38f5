"""Write the provisions of a part as Markdown: headings and paragraphs with ids, every label a link to itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contract_site.cite.cite import citation, follows
from contract_site.interface.say import say
from contract_site.model.document import Block, BlockKind, Part, Provision, Rank
from contract_site.model.source import Words
from contract_site.words.asides import Asides, row
from contract_site.words.beside_part import Beside
from contract_site.words.escape import escape, escape_start
from contract_site.words.notes import asides_of
from contract_site.words.tables import render_table
from contract_site.words.words import linked, page_mark, written

DEEPEST = 6
"""The deepest heading, and the deepest paragraph that is set in further than the one above it."""
LONG_TITLES = ((165, "longest"), (75, "longer"), (46, "long"))
"""From how many characters on a title has which class."""
HEADED_RANKS = frozenset({Rank.ARTICLE, Rank.SECTION, Rank.STEP, Rank.ITEM})


def render_body(beside: Beside) -> str:
    """Return the words of a part below its title: its own blocks and every provision, in printed order."""
    root = beside.part.root
    return "\n".join(filter(None, _body(root, beside, depth=0, level=1)))


def title_line(part: Part) -> str:
    """Return the page's first heading: the label as printed, which links to itself, and the printed heading.

    A part without a label has its title, as printed if what is printed is the title; see ``_subject``.
    """
    root = part.root
    if root.label.text:
        title = root.heading.text or part.title
        return f"# {_label(part, root)} {escape(title)} {{: #{root.anchor}{_length(title)} }}\n"
    title = root.heading.text if _heading_is_title(part) else part.title
    return f"# {escape_start(title)} {{: #{root.anchor}{_length(title)} }}\n"


def _length(title: str) -> str:
    """The class of a title that takes much of a phone's screen: it is set smaller there, so that the words begin on it."""
    return next((f" .{name}" for least, name in LONG_TITLES if len(title) >= least), "")


def first_page(part: Part) -> str:
    """Return the marks of the printed pages that begin at the part's own heading, as a paragraph; or nothing."""
    return _mark_line(part.root)


def first_doubts(beside: Beside) -> str:
    """Return what is doubtful in the part's own heading, as a paragraph; or nothing."""
    return _doubt_line(beside.part.root, beside)


def _body(node: Provision, beside: Beside, depth: int, level: int, carried: Sequence[Asides] = ()) -> Iterator[str]:
    """What a provision holds. ``carried`` lies beside a label above that has no words of its own (``C. 1. a.``).

    What lies beside the part as a whole stands above its words, so that a reader begins with them.
    """
    whole = node is beside.part.root
    below = () if whole else (*carried, (node, asides_of(node, beside)))
    subject = _subject(beside) if whole else ""
    for part in node.body:
        if subject and not (isinstance(part, Block) and part.kind is BlockKind.CAPTION):
            yield subject
            subject = ""
        if isinstance(part, Provision):
            bare = part is node.body[0] and not node.heading.text
            if not bare:
                yield row(beside.part, below, depth)
            yield from _provision(part, beside, depth, level, below if bare else ())
            below = ()
        elif not (part.anchor == node.anchor and _inline_label(node)):
            yield from _block(part, node, beside, depth)
    if subject:
        yield subject
    yield row(beside.part, below, depth)


def _subject(beside: Beside) -> str:
    """The printed heading of a part without a label, where it is not what the page is called; it follows the caption."""
    part = beside.part
    if part.root.label.text or not part.root.heading.text or _heading_is_title(part):
        return ""
    words = Words(tuple(piece for piece in part.root.heading.pieces if piece.page is None))  # marks stand above the text
    text = linked(words, beside.heading_references, beside.link_to, start=True)
    return f"{text}\n{{: .subject }}\n"


def _heading_is_title(part: Part) -> bool:
    """Whether what is printed over a part, before all else of it, is its title, in capitals or not."""
    first = next(iter(part.root.blocks), None)
    if first is not None and first.kind is BlockKind.CAPTION and first.words.start_of_text < part.root.heading.start_of_text:
        return False  # "Memorandum of Understanding – Foghorns": the form is printed before the title
    printed, title = (text.rstrip(" .:").casefold() for text in (part.root.heading.text, part.title))
    return printed == title


def _provision(node: Provision, beside: Beside, depth: int, level: int, carried: Sequence[Asides] = ()) -> Iterator[str]:
    own_depth = min(depth + 1, DEEPEST) if _is_paragraph(node) else 0
    own_level = level
    headed = node.rank in HEADED_RANKS and not _is_paragraph(node)
    if headed or (node.heading.text and not _inline_label(node)):
        own_level = min(level + 1, DEEPEST)
        yield _heading(node, beside, own_depth, own_level)
    elif _inline_label(node):
        yield _labelled(node, beside, own_depth)
    else:
        doubts = beside.doubts_beside(node.label)
        yield f"{_marks(node.label)}{_label(beside.part, node)}{doubts}\n{{: #{node.anchor} .d{own_depth} .empty }}\n"
    yield from _body(node, beside, own_depth, own_level, carried)


def _inline_label(node: Provision) -> bool:
    """Whether the label stands in one line with the first words: not where a title or nothing follows it."""
    if not _is_paragraph(node) or not node.blocks or node.blocks[0].anchor != node.anchor:
        return False
    first = node.body[0]
    if not isinstance(first, Block) or first.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
        return False
    return not node.heading.text or node.heading.text.endswith((".", ":"))


def _is_paragraph(node: Provision) -> bool:
    """Whether a provision is set as a paragraph is: so is a section that has nothing over it but a letter (``B.``)."""
    bare = not node.heading.text and bool(node.label.text) and " " not in node.label.text
    return node.rank is Rank.PARAGRAPH or (node.rank is Rank.SECTION and bare)


def _heading(node: Provision, beside: Beside, depth: int, level: int) -> str:
    """A heading line. Marks of printed pages stand in a line before it, so that lists of contents do not repeat them."""
    words = f" {escape(node.heading.text)}" if node.heading.text else ""
    classes = f" .d{depth}" if depth else ""
    line = f"{'#' * level} {_label(beside.part, node)}{words} {{: #{node.anchor}{classes} }}\n"
    return _mark_line(node) + line + _doubt_line(node, beside)


def _labelled(node: Provision, beside: Beside, depth: int) -> str:
    heading = f"**{written(node.heading)}** " if node.heading.text else ""
    first = node.blocks[0]
    text = beside.words(first.words, beside.references(first.anchor))
    label = f"{_marks(node.label)}{_label(beside.part, node)}{beside.doubts_beside(node.label, node.heading)}"
    return f"{label} {heading}{text}\n{{: #{node.anchor} .d{depth} }}\n"


def _label(part: Part, node: Provision) -> str:
    """The label as printed, a link to its own address; its title is its citation, unless where it stands says that."""
    title = "" if follows(part, node) else f' "{escape(citation(part, node))}"'
    return f"[{escape(node.label.text)}](#{node.anchor}{title}){{: .label }}"


def _marks(words: Words) -> str:
    return "".join(page_mark(mark) + " " for mark in words.marks)


def _mark_line(node: Provision) -> str:
    """A line of the printed pages that begin at a provision's label and heading."""
    marks = [page_mark(mark) for words in (node.label, node.heading) for mark in words.marks]
    return " ".join(marks) + "\n{: .mark-line }\n\n" if marks else ""


def _doubt_line(node: Provision, beside: Beside) -> str:
    """A line of the marks of a label or heading that is not certain; it stands below, so that contents do not repeat it."""
    marks = beside.doubts_beside(node.label, node.heading).strip()
    told = say("This heading {marks}", marks=marks)
    return f"\n{told}\n{{: .doubts data-search-exclude }}\n" if marks else ""


def _block(block: Block, node: Provision, beside: Beside, depth: int) -> Iterator[str]:
    if block.table is not None:
        yield from render_table(block, beside.references(block.anchor), beside.link_to, beside.doubts_beside(block.words))
        return
    references = beside.references(block.anchor)
    text = beside.words(block.words, references, start=True)
    classes = [f".d{depth}"] if depth else []
    mark, _, _ = block.words.text.partition(" ")
    if block.kind is BlockKind.LIST and _is_mark(mark):
        rest = beside.words(block.words.cut(len(mark) + 1), references, offset=len(mark) + 1)
        before = _marks(block.words.cut(0, len(mark) + 1))
        text = f'{before}<span class="marker">{escape(mark)}</span> {rest}'
        classes.append(".li")
    elif block.kind is BlockKind.LIST:
        classes.append(".entry")
    elif block.kind is BlockKind.NOTE:
        classes += [".remark", ".flush"] if depth else [".remark"]
    elif block.kind is BlockKind.CAPTION:
        classes.append(".form")
    elif depth:
        classes.append(".flush")
    anchor = f"#{block.anchor}" if block.anchor != node.anchor else ""
    attributes = " ".join(filter(None, (anchor, *classes)))
    yield f"{text}\n{{: {attributes} }}\n" if attributes else f"{text}\n"


def _is_mark(word: str) -> bool:
    """Whether a list entry's first word is its bullet, and not the first of its own words (a name in a list of names)."""
    return word == "o" or not any(character.isalnum() for character in word)
