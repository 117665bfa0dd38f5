"""Read headings that have no number, where their look tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.apart.captions import is_capitals
from contract_site.model.source import Line
from contract_site.parse.found_tables import is_parted
from contract_site.parse.headings import SMALL_WORDS, is_title
from contract_site.parse.judge import LARGER, hangs
from contract_site.parse.labels import PROSE, Proposal, Scheme, is_titled
from contract_site.parse.printed_numbers import Count, Number
from contract_site.parse.setting import Setting

HEADING = Scheme("heading", Count.WORDS)
"""The scheme of headings without a number."""
NO_NUMBER = Number(Count.WORDS, (), (), "")
LONGEST_PLAIN = 40
"""Characters of a title that nothing but its words and place tells."""
FEW_WORDS = 4
"""Words of a title in small letters that stands between blank lines: ``Sick pay``."""
PLAIN = -0.15
"""What such a title says for itself."""
MARKED, SET_OUT, APART, NEEDED = 2.0, 0.4, 0.3, 0.8
"""What the file's own mark says for a heading without a number; capitals, bold, centred, each; a gap above it; and what is
taken from their sum, so that one of them alone is not enough. Chosen by reading outlines, as those of ``judge``."""
CELLS = re.compile(r"\S(?: {3,}|\t)\S")
"""What stands between two cells of a row, in a text whose lines keep their spaces."""
ENDED = re.compile(r"[.!?][”\"’')\]]*$")


def unnumbered(lines: Sequence[Line], index: int, setting: Setting, proposals: Sequence[Sequence[Proposal]]) -> Proposal | None:
    """Return the line as a heading without a number, if it is set as one; ``proposals`` are the labels of all lines."""
    line = lines[index]
    text, look = line.text, line.look
    if not text or look.cells > 1 or look.number or len(text) > 80 or index + 1 >= len(lines) or text.endswith((",", ";")):
        return None
    set_out = look.heading or look.bold or look.centred or is_capitals(text)
    if not set_out and len(text.rstrip(":")) > LONGEST_PLAIN:
        return None  # a line of the text, as nearly all are: too long to be a title that only its words and place tell
    if _is_title_of_label(lines, index, proposals) or (not look.heading and _of_table(lines, index)):
        return None
    capitals = is_capitals(text) and any(len(word) > 2 and word.lower() not in SMALL_WORDS for word in text.split())
    if not (look.heading or look.bold or look.centred or capitals) and _plainly_titled(lines, index, setting, proposals):
        return Proposal(index, HEADING, NO_NUMBER, None, 0, 0, text, PLAIN, ("a title above a sentence",))
    if not (look.heading or capitals or ((look.bold or look.centred) and is_titled(text.rstrip(".:")))):
        return None
    if not look.heading and (
        text.endswith(".") or text[-1].isdigit() or hangs(lines[index - 1].text) or _goes_on(lines[index + 1])
    ):
        return None
    score = (MARKED if look.heading else 0.0) + SET_OUT * capitals + SET_OUT * look.bold + SET_OUT * look.centred
    score += APART if look.gap > setting.gap else 0.0
    return Proposal(index, HEADING, NO_NUMBER, None, 0, 0, text, score - NEEDED, ("set as a heading",))


def _is_title_of_label(lines: Sequence[Line], index: int, proposals: Sequence[Sequence[Proposal]]) -> bool:
    """Say whether the line above is a label alone that is set as this line is: then this is its title."""
    above, look = lines[index - 1], lines[index].look
    alone = any(not p.rest for p in proposals[index - 1]) and (look.bold or look.centred) and not look.heading
    return alone and (above.look.bold, above.look.centred) == (look.bold, look.centred)


def _of_table(lines: Sequence[Line], index: int) -> bool:
    """Say whether the line is a cell of a table, or several: cells beside each other are parted by wide spaces."""
    line = lines[index]
    around = [is_row(each) for each in (lines[index - 1], lines[index + 1])]
    set_out = line.look.bold or is_capitals(line.text)
    return is_row(line) or all(around) or (any(around) and not set_out)


def is_row(line: Line) -> bool:
    """Say whether a line is a row of a table: it has cells, or words with a wide space between them."""
    return line.look.cells > 1 or (is_parted(line.text) and CELLS.search(line.text) is not None)


def _plainly_titled(lines: Sequence[Line], index: int, setting: Setting, proposals: Sequence[Sequence[Proposal]]) -> bool:
    """Say whether a line that is set like the text is a title all the same: parted from what ended before, with text below."""
    line, before, after = lines[index], lines[index - 1], lines[index + 1]
    title = line.text.rstrip(":")
    alone = (
        line.look.gap > setting.gap < after.look.gap
        and is_titled(line.text)
        and len(title.split()) <= FEW_WORDS
        and not re.search(r"[.:]", line.text)
    )
    if len(title) > LONGEST_PLAIN or line.look.level is not None or not (is_title(title) or alone) or after.look.cells:
        return False
    labelled = proposals[index + 1]
    turned = before.look.sheet != line.look.sheet
    apart = setting.whole or line.look.gap > setting.gap or line.text[-1] == ":" or turned
    if not apart or not (turned or _has_ended(before, line)) or (line.text[-1] == ":" and (labelled or after.look.number)):
        return False
    below = labelled[0].rest if labelled else after.text
    return len(below) > 40 and below[:1].isupper() and PROSE.search(below) is not None


def _has_ended(before: Line, line: Line) -> bool:
    """Say whether a title may stand behind a line: it ends a sentence or is set as a heading, or both introduce something."""
    look = before.look
    set_out = look.heading > 0 or look.bold or look.size > LARGER or is_capitals(before.text)
    both = before.text.endswith(":") and line.text.endswith(":")
    return not before.text or set_out or both or ENDED.search(before.text) is not None


def _goes_on(after: Line) -> bool:
    return after.text[:1].islower()
