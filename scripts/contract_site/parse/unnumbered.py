"""Read headings that have no number, where their look tells."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.apart.captions import is_capitals
from contract_site.model.source import Line
from contract_site.parse.labels import Proposal, Scheme, is_titled
from contract_site.parse.printed_numbers import Count, Number
from contract_site.parse.propose import Setting, hangs

HEADING = Scheme("heading", Count.WORDS)
"""The scheme of headings without a number."""
NO_NUMBER = Number(Count.WORDS, (), (), "")


def unnumbered(lines: Sequence[Line], index: int, setting: Setting) -> Proposal | None:
    """Return the line as a heading without a number, if it is set as one."""
    line = lines[index]
    text, look = line.text, line.look
    if not text or look.cells > 1 or look.number or len(text) > 80 or index + 1 >= len(lines) or text.endswith((",", ";")):
        return None
    capitals = is_capitals(text) and any(len(word) > 3 for word in text.split())
    if not (look.heading or capitals or ((look.bold or look.centred) and is_titled(text.rstrip(".:")))):
        return None
    if not look.heading and (
        text.endswith(".") or text[-1].isdigit() or hangs(lines[index - 1].text) or _goes_on(lines[index + 1])
    ):
        return None
    score = (2.0 if look.heading else 0.0) + 0.4 * capitals + 0.4 * look.bold + 0.4 * look.centred
    score += 0.3 if look.gap > setting.gap else 0.0
    return Proposal(index, HEADING, NO_NUMBER, None, 0, 0, text, score - 0.8, ("set as a heading",))


def _goes_on(after: Line) -> bool:
    return after.text[:1].islower()
