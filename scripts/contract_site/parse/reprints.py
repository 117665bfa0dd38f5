"""Tell the articles that a document beside the body reprints from those that it only names."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.model.source import Line
from contract_site.parse.ranks import RANKS


def is_listed(index: int, lines: Sequence[Line]) -> bool:
    """Say whether an article is only named in a list of articles: the line before or behind names one in the same way."""
    word = lines[index].text.partition(" ")[0]
    around = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(line.text.startswith(f"{word} ") and _only_names(line) for line in around)


def printed_alike(index: int, other: int, lines: Sequence[Line]) -> bool:
    """Say whether the ranks that begin two lines are both in capitals, or neither: headings are, a name among them is not."""
    return lines[index].text[:2].isupper() == lines[other].text[:2].isupper()


def _only_names(line: Line) -> bool:
    """Say whether a line holds a word and a number only: ``Article 14``."""
    word, _, number = line.text.partition(" ")
    return word.lower() in RANKS and number.isalnum()


def lead_in(index: int, lines: Sequence[Line]) -> str:
    """The line above that leads in what stands at a line; a list of articles may stand between."""
    while index and _only_names(lines[index - 1]):
        index -= 1
    return lines[index - 1].text if index else ""
