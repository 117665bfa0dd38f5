"""What lies beside one provision: to whom it applies, editors' notes, explanations, its history, and who speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.cite.cite import block_end, citation
from contract_site.model.document import Applicability, Block, Explanation, Provision
from contract_site.model.place import PlaceName
from contract_site.words.asides import Aside
from contract_site.words.beside_part import Beside
from contract_site.words.escape import escape

NOTE = "editors’ note"
"""What a closed row says of a note of the editors."""


def asides_of(provision: Provision, beside: Beside) -> tuple[Aside, ...]:
    """Return all that lies beside a provision, in the order in which its row names it."""
    return (*_notes(provision, beside), *beside.history(provision), *beside.told(provision))


def asides_above(beside: Beside) -> tuple[Aside, ...]:
    """Return what lies beside the part as a whole, but for its history, which has a place of its own above the words."""
    root = beside.part.root
    return (*_notes(root, beside), *beside.told(root))


def _notes(provision: Provision, beside: Beside) -> Iterator[Aside]:
    for text in beside.notes.get(provision.anchor, ()):
        yield Aside((NOTE,), f"**Editors’ note.** {escape(text)}\n")
    yield from (_applies(each, provision, None, beside) for each in provision.applies)
    for block in provision.blocks:
        yield from (_applies(each, provision, block, beside) for each in block.applies)
    yield from (_explanation(each, beside) for each in beside.explanations.get(provision.anchor, ()))


def _explanation(explanation: Explanation, beside: Beside) -> Aside:
    """An explanation, named as what it is, with links over what it cites."""
    paragraphs = "\n\n".join(beside.words(words, beside.explained(words), start=True) for words in explanation.words)
    whole = (
        f'<div role="note" markdown>\n\n**Explanation by the {escape(explanation.by)}.** Not agreed '
        f"text.\n\n{paragraphs}\n\n</div>\n"
    )
    return Aside(("explained",), whole)


def _applies(statement: Applicability, provision: Provision, block: Block | None, beside: Beside) -> Aside:
    """Whom a provision, or one paragraph of it, applies to, in the words that say so."""
    name = beside.groups.get(statement.group, statement.group)
    if statement.by:
        by = PlaceName.within(statement.by)
        words = f"[as {escape(beside.title(by.page))} {statement.how} it]({beside.link(by.page, by.anchor)})"
    else:
        printed = next((each.anchor for each in provision.blocks if each.text == statement.words), provision.anchor)
        words = f"[{escape(statement.words)}](#{printed})"
    note = f" {escape(statement.note)}" if statement.note else ""
    of = ""
    if end := block_end(provision, block):
        assert block is not None
        of = f"[{escape(citation(beside.part, provision) + end)}](#{block.anchor}): "
    return Aside((statement.group,), f"{of}**Applies to {escape(name)}**{{: .badge }} {words}{note}\n")
