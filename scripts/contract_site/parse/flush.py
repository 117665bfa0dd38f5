"""Whose paragraph it is that stands behind a list: its last entry's, or what the list stands in.

A list of parts of one sentence (``pays: (a) rent; (b) heat.``) is over with that sentence, so what stands behind it is not its
last entry's. Where entries are sentences of their own, words tell nothing; then the indent does, or the paragraph stays.
"""

from __future__ import annotations

import re

from contract_site.model.document import BlockKind, Rank
from contract_site.parse.draft import DraftBlock, DraftNode

ENDS_PART = re.compile(r"(?:[;,]|[;,]\s*(?:and|or|and/or|et|ou|y|o|und|oder|и|или))$")
"""How an entry ends that is a part of a sentence."""
ENDS_SENTENCE = re.compile(r"[.!?:][”\"’')\]]*$")


def is_entry(node: DraftNode) -> bool:
    """Say whether a node is an entry of a list: labelled, without a heading, and no step or section with a word."""
    return node.scheme is not None and node.rank is not Rank.STEP and node.parent is not None and not node.heading.text


def goes_on_behind(block: DraftBlock, text: str) -> bool:
    """Say whether a new paragraph behind an entry with a mark instead of a label goes on with the sentence around the list."""
    return block.kind is BlockKind.LIST and (text[:1].islower() or ENDS_SENTENCE.search(block.last) is None)


def completes(node: DraftNode, text: str) -> bool:
    """Say whether a new paragraph behind an entry goes on with the sentence the list stands in."""
    last = _last(node)
    if not is_entry(node) or last is None or last.endswith(":"):
        return False
    return text[:1].islower() or (_in_parts(node) and ENDS_SENTENCE.search(last) is None)


def behind_list(node: DraftNode) -> DraftNode | None:
    """Return what a paragraph behind an entry belongs to, if the list is over with its sentence; else None."""
    owner: DraftNode | None = None
    while node.parent is not None and is_entry(node) and _in_parts(node):
        owner = node = node.parent
    return owner


def _in_parts(node: DraftNode) -> bool:
    """Say whether the list of an entry is made of parts of one sentence: an entry before it ends as one."""
    assert node.parent is not None
    before = [each for each in node.parent.body[-3:-1] if isinstance(each, DraftNode) and each.scheme == node.scheme]
    return any(ENDS_PART.search(_deepest(each)) for each in before)


def _deepest(node: DraftNode) -> str:
    """The last line of an entry, with all that stands in it."""
    while node.body and isinstance(node.body[-1], DraftNode):
        node = node.body[-1]
    return _last(node) or ""


def _last(node: DraftNode) -> str | None:
    """The last line of a node's own text, if that is a single paragraph with or without a list of bullets."""
    blocks = [each for each in node.body if isinstance(each, DraftBlock)]
    if not blocks or sum(block.kind is BlockKind.PARAGRAPH for block in blocks) > 1:
        return None
    return blocks[-1].last
