"""What lies beside one provision: to whom it applies, editors' notes, explanations, its history, and who speaks of it."""

from __future__ import annotations

from collections.abc import Iterator

from contract_site.cite.cite import block_end, citation
from contract_site.interface.say import later, say
from contract_site.model.document import Applicability, Block, Explanation, Provision
from contract_site.model.place import PlaceName
from contract_site.words.asides import Aside
from contract_site.words.beside_part import Beside
from contract_site.words.escape import escape

NOTE = later("editors’ note")
"""What a closed row says of a note of the editors."""
REPRINTS = "reprints"


def asides_of(provision: Provision, beside: Beside) -> tuple[Aside, ...]:
    """Return all that lies beside a provision, in the order in which its row names it."""
    return (*_notes(provision, beside), *beside.history(provision), *beside.told(provision))


def asides_above(beside: Beside) -> tuple[Aside, ...]:
    """Return what lies beside the part as a whole, but for its history, which has a place of its own above the words."""
    root = beside.part.root
    return (*_notes(root, beside), *beside.told(root))


def editors_note(text: str) -> Aside:
    """Return what editors say of a provision, named as theirs."""
    return Aside((say(NOTE),), say("**Editors’ note.** {note}", note=escape(text)) + "\n")


def _notes(provision: Provision, beside: Beside) -> Iterator[Aside]:
    for text in beside.notes.get(provision.anchor, ()):
        yield editors_note(text)
    yield from (_applies(each, provision, None, beside) for each in provision.applies)
    for block in provision.blocks:
        yield from (_applies(each, provision, block, beside) for each in block.applies)
    yield from (_explanation(each, beside) for each in beside.explanations.get(provision.anchor, ()))


def _explanation(explanation: Explanation, beside: Beside) -> Aside:
    """An explanation, named as what it is, with links over what it cites."""
    paragraphs = "\n\n".join(beside.words(words, beside.explained(words), start=True) for words in explanation.words)
    whose = say("**Explanation by the {by}.** Not agreed text.", by=escape(explanation.by))
    return Aside((say("explained"),), f'<div role="note" markdown>\n\n{whose}\n\n{paragraphs}\n\n</div>\n')


def _applies(statement: Applicability, provision: Provision, block: Block | None, beside: Beside) -> Aside:
    """Whom a provision, or one paragraph of it, applies to, in the words that say so."""
    name = beside.groups.get(statement.group, statement.group)
    if statement.by:
        by = PlaceName.within(statement.by)
        words = f"[{_as_said(escape(beside.title(by.page)), statement.how)}]({beside.link(by.page, by.anchor)})"
    else:
        printed = next((each.anchor for each in provision.blocks if each.text == statement.words), provision.anchor)
        words = f"[{escape(statement.words)}](#{printed})"
    note = f" {escape(statement.note)}" if statement.note else ""
    of = ""
    if end := block_end(beside.part, provision, block):
        assert block is not None
        of = f"[{escape(citation(beside.part, provision) + end)}](#{block.anchor}): "
    told = say("Applies to {group}", group=escape(name))
    return Aside((statement.group,), f"{of}**{told}**{{: .badge }} {words}{note}\n")


def _as_said(part: str, how: str) -> str:
    """What the words of another part do to a provision; ``how`` is the editors' word for it, where it is not the usual one."""
    return say("as {part} reprints it", part=part) if how == REPRINTS else say("as {part} {how} it", part=part, how=how)
