"""Tell a provision's heading from its text where both stand in one paragraph: ``Reversion. When …``, ``Coverage``."""

from __future__ import annotations

import re

from contract_site.model.document import BlockKind, Rank
from contract_site.model.months import NUMBERS
from contract_site.parse.draft import DraftBlock, DraftNode
from contract_site.parse.headings import is_title

RUN_IN = re.compile(r"(?P<heading>[A-Z][^.:;!?“”]{2,70}?)(?P<stop>[.:])\s+(?=[A-Z“\"(])")
ABBREVIATION = re.compile(r"\b(?:No|Nos|Mr|Ms|Mrs|Dr|Jr|Sr|St|Co|Inc|vs|v|U\.S)$")
ORDINAL = re.compile(r"\b\d{1,2}$")
"""A day before its month, which many languages write with a stop: ``Am 24. Dezember``."""
MONTH = re.compile(rf"(?:{'|'.join(NUMBERS)})\b", re.IGNORECASE)
SHORTEST = 3


def promote_headings(node: DraftNode) -> None:
    """Move run-in headings, and titles that only head what follows, out of the first paragraph, all over the tree."""
    for child in node.children:
        if (child.scheme is not None or child.rank is Rank.SECTION) and not child.heading.text:
            _promote(child)
        promote_headings(child)


def _promote(node: DraftNode) -> None:
    first = node.body[0] if node.body else None
    if not isinstance(first, DraftBlock) or first.kind is not BlockKind.PARAGRAPH:
        return
    text = first.words.text
    if (is_title(text) and len(text) > SHORTEST and _heads_what_follows(node)) or _heads_only_items(node, text):
        node.heading = first.words
        node.body.pop(0)
        return
    match = RUN_IN.match(text)
    if match is None or not is_title(match["heading"]) or len(match["heading"]) < SHORTEST:
        return
    if ABBREVIATION.search(match["heading"]) or (ORDINAL.search(match["heading"]) and MONTH.match(text, match.end())):
        return
    node.heading = first.words.cut(0, match.end()).strip()
    first.words = first.words.cut(match.end()).strip()


def _heads_only_items(node: DraftNode, text: str) -> bool:
    """A title that ends in a full stop heads a provision only if nothing but items follows: ``4. Reposting.`` / ``a. …``."""
    return text.endswith((".", ":")) and is_title(text[:-1]) and len(node.body) > 1 and isinstance(node.body[1], DraftNode)


def _heads_what_follows(node: DraftNode) -> bool:
    """A title alone heads a provision if items follow, or a paragraph that is not itself a title (then it is a list)."""
    if len(node.body) < 2:
        return False
    second = node.body[1]
    return isinstance(second, DraftNode) or second.kind is BlockKind.TABLE or not is_title(second.words.text)
