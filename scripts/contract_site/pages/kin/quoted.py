"""A provision quoted whole on another page: its words, links and tables, each label a link to its place, no address twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.say import say
from contract_site.model.document import Block, BlockKind, Part, Provision
from contract_site.model.relation import Place
from contract_site.model.source import Words
from contract_site.words.escape import escape
from contract_site.words.tables import render_table
from contract_site.words.words import linked, title_attribute


def quoted(place: Place, path: PurePosixPath, crossings: Crossings) -> Iterator[str]:
    """Yield a provision and all below it as a page at ``path`` quotes them; its own label and heading are not repeated."""
    quote = _Quote(place, path, crossings)
    yield from quote.body(place.provision, 0)


class _Quote:
    def __init__(self, place: Place, path: PurePosixPath, crossings: Crossings) -> None:
        self.edition, self.part, self.path, self.crossings = place.edition, place.part, path, crossings
        self.notes = place.edition.notes_on(place.part)

    def body(self, node: Provision, depth: int) -> Iterator[str]:
        for text in self.notes.get(node.anchor, ()):
            note = say("**Editors’ note.** {note}", note=escape(text))
            yield f'<div class="note editor" markdown>\n\n{note}\n\n</div>\n'
        for piece in node.body:
            if isinstance(piece, Provision):
                yield from self._below(piece, depth + 1)
            elif piece.table is not None:
                yield from self._table(piece)
            elif piece.kind is not BlockKind.CAPTION:
                yield (
                    f"{self._words(piece, start=True)}\n{{: .d{depth} .flush }}\n"
                    if depth
                    else f"{self._words(piece, start=True)}\n"
                )

    def _below(self, node: Provision, depth: int) -> Iterator[str]:
        label = _label(self.path, self.part, node, self.edition.slug)
        heading = f" **{escape(node.heading.text)}**" if node.heading.text else ""
        first = node.body[0] if node.body else None
        joins = isinstance(first, Block) and first.table is None and first.kind is not BlockKind.CAPTION
        words = f" {self._words(first)}" if joins and isinstance(first, Block) else ""
        yield f"{label}{heading}{words}\n{{: .d{depth} }}\n"
        yield from self.body(replace(node, body=node.body[1:]) if joins else node, depth)

    def _words(self, block: Block, *, start: bool = False) -> str:
        words = Words(tuple(piece for piece in block.words.pieces if piece.page is None))
        references = self.crossings.of_block(self.edition, self.part, block.anchor)
        return linked(
            words,
            references,
            lambda target: (self.crossings.href(self.path, target), self.crossings.preview(target, self.edition)),
            start=start,
        )

    def _table(self, block: Block) -> Iterator[str]:
        own = addresses.quoted_anchor(self.edition.slug, self.part.id, block.anchor)
        words = Words(tuple(piece for piece in block.words.pieces if piece.page is None))
        yield from render_table(replace(block, anchor=own, words=words))


def _label(path: PurePosixPath, part: Part, node: Provision, slug: str) -> str:
    target = addresses.link(path, addresses.part_file(slug, part.id), node.anchor)
    return f'[{escape(node.label.text)}]({target} "{title_attribute(citation(part, node))}"){{: .label }}'
