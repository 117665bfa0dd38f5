"""Give every provision and block its pinpoint and anchor, and freeze the tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from contract_site.model.document import Applicability, Block, BlockKind, Provision
from contract_site.model.pinpoint import Pinpoint, Step
from contract_site.model.place import told_apart
from contract_site.parse.draft import DraftBlock, DraftNode


@dataclass(slots=True)
class Numbering:
    """What freezing needs to know about the part."""

    root_anchor: str
    group_code: Callable[[str], str]
    """Returns the code of a group by the words that name it, or an empty string."""
    repeated: list[tuple[str, str, int]]
    """Filled in: (anchor, source offset) of every label that occurs twice in one place."""


def freeze(root: DraftNode, numbering: Numbering) -> Provision:
    """Return the finished tree; ``numbering.repeated`` tells which labels had to be told apart by ``~2``.

    A root without a label whose anchor something below it has too (a memorandum named ``Article 7`` that reprints that
    article) gets its rank before its anchor.
    """
    pinpoint = Pinpoint((root.step,) if root.step else ())
    frozen = _freeze(root, pinpoint, numbering)
    if frozen.anchor not in _anchors_below(frozen):
        return frozen
    return _freeze(root, pinpoint, replace(numbering, root_anchor=f"{root.rank}-{numbering.root_anchor}", repeated=[]))


def _anchors_below(root: Provision) -> set[str]:
    """The anchors of everything in a part but its root and the root's first text."""
    first = next((block for block in root.blocks if block.kind is not BlockKind.CAPTION), None)
    own = {block.anchor for block in root.blocks if block is not first or block.table is not None}
    return own | {provision.anchor for child in root.children for provision in child.walk()}


def _freeze(node: DraftNode, pinpoint: Pinpoint, numbering: Numbering) -> Provision:
    anchor = pinpoint.anchor or numbering.root_anchor
    return Provision(
        rank=node.rank,
        pinpoint=pinpoint,
        anchor=anchor,
        label=node.label,
        heading=node.heading,
        page=node.page,
        body=tuple(_body(node, pinpoint, anchor, numbering)),
        applies=tuple(_statement(group, words, numbering) for group, words in node.groups),
    )


def _body(node: DraftNode, pinpoint: Pinpoint, anchor: str, numbering: Numbering) -> Iterator[Block | Provision]:
    seen: Counter[str] = Counter()
    paragraphs, tables = 1, 0
    fresh = True
    for part in node.body:
        if isinstance(part, DraftNode):
            fresh = False
            yield _freeze(part, pinpoint.below(_unique(part, seen, pinpoint, numbering)), numbering)
            continue
        if part.kind is BlockKind.CAPTION:
            own = "caption"
        elif part.table is not None:
            tables += 0 if part.table.name or part.table.id else 1
            own = part.table.id or (_slug(part.table.name) if part.table.name else _below(pinpoint, f"t{tables}"))
        elif fresh:
            own = anchor
        else:
            paragraphs += 1
            own = _below(pinpoint, f"p{paragraphs}")
        fresh = fresh and part.kind is BlockKind.CAPTION
        yield _block(part, own)


def _block(draft: DraftBlock, anchor: str) -> Block:
    return Block(kind=draft.kind, anchor=anchor, words=draft.words, page=draft.page, table=draft.table)


def _below(pinpoint: Pinpoint, name: str) -> str:
    return f"{pinpoint.anchor}.{name}" if pinpoint.steps else name


def _unique(node: DraftNode, seen: Counter[str], pinpoint: Pinpoint, numbering: Numbering) -> Step:
    step = node.step or Step("unnumbered")
    seen[step.value] += 1
    if seen[step.value] == 1:
        return step
    second = replace(step, value=told_apart(step.value, seen[step.value]))
    what, words = ("label", node.label) if node.label.pieces else ("heading", node.heading)
    numbering.repeated.append((what, pinpoint.below(second).anchor, words.start))
    return second


def _statement(group: str, words: str, numbering: Numbering) -> Applicability:
    return Applicability(group=numbering.group_code(group) or group, words=words)


def _slug(name: str) -> str:
    """``Table 1.1`` as an anchor: ``table-1.1``."""
    return re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-.")


def with_block_applying(root: Provision, anchor: str, statement: Applicability) -> Provision | None:
    """Return the tree with ``statement`` on the provision or block at ``anchor``; None if nothing has that anchor."""
    if root.anchor == anchor:
        return replace(root, applies=(*root.applies, statement))
    body: list[Block | Provision] = []
    found = False
    for part in root.body:
        changed: Block | Provision | None = None
        if not found:
            changed = _applying(part, anchor, statement)
        found = found or changed is not None
        body.append(changed or part)
    return replace(root, body=tuple(body)) if found else None


def _applying(part: Block | Provision, anchor: str, statement: Applicability) -> Block | Provision | None:
    if isinstance(part, Provision):
        return with_block_applying(part, anchor, statement)
    return replace(part, applies=(*part.applies, statement)) if part.anchor == anchor else None
