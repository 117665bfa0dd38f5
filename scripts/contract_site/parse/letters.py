"""Find what a letter or memorandum is called: by its own line, the lines below, or its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.apart.captions import is_capitals
from contract_site.model.document import BlockKind
from contract_site.model.source import Line
from contract_site.parse import headings, memoranda
from contract_site.parse.choose import ChosenPart, Outline
from contract_site.parse.draft import DraftBlock, DraftNode
from contract_site.parse.labels import PROSE
from contract_site.parse.ranks import SUBJECT_WORDS
from contract_site.parse.unnumbered import HEADING

NAMES = re.compile(rf"between\b|entre\b|{SUBJECT_WORDS}\s*:|(?:memorand|letter|side letter)", re.IGNORECASE)
"""How a line of a letter's head begins that is no title."""
SUBJECT = re.compile(rf"\b{SUBJECT_WORDS}\s*:\s*(?P<title>\S.*)", re.IGNORECASE)
OWN_TITLE = re.compile(
    r"(?:[^\W\d][\w.’']*\s+){0,4}[^\W\d][\w.’']*\s*(?:\([^()]{1,20}\)\s*)?(?:(?:\#|no\.?)?\s*\d{1,3}|[A-Z])?\s*(?:[:–—-](?=\s)|(?<=\w)[–—])\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
"""A letter whose title stands on the line of its form: ``LOA #1 – Access to Services``."""


NUMBERED = re.compile(r"\d|\s[A-Z]\W*$")
"""A form with a number or a letter of its own: ``SIDE LETTER A``."""
NAMED = re.compile(r"\([A-Z][A-Za-z]{1,4}\)$")
"""A form that says what it is called, by which the text then cites it: ``Memorandum of Understanding (MoU)``."""
ADDRESSED = re.compile(r"(?:Mr|Mrs|Ms|Dr|Messrs|Dear|To|From|Attn)\b")
"""How a line of a letter's address begins."""


def name_letter(root: DraftNode, first: Line, title: str, form: int) -> None:
    """Give a letter its heading: what stands behind its form, or the form; a form with a number is its label."""
    printed = root.heading.text
    if title and printed.startswith(first.text) and printed.endswith(title) and len(printed) > form:
        words, root.heading = root.heading.cut(0, form).strip(), root.heading.cut(form).strip()
        if NUMBERED.search(words.text):
            root.label = words
        else:
            root.body.insert(0, DraftBlock(BlockKind.CAPTION, words, first.page))
    caption = root.body[0] if root.body else None
    if not isinstance(caption, DraftBlock) or caption.kind is not BlockKind.CAPTION or root.label.pieces:
        return
    words, long = caption.words, len(first.text)
    parties = words.cut(long).strip()
    if not printed or (NAMED.search(first.text) and memoranda.BETWEEN.match(parties.text)):
        root.heading, caption.words = words.cut(0, long).strip(), parties.joined(root.heading, " " if printed else "")
        if not caption.words.pieces:
            root.body.pop(0)


def subject_further_down(part: ChosenPart, outline: Outline) -> str:
    """The subject that a letter names below its parties, before its first label; empty if it names none."""
    labelled = (choice.proposal.index for choice, _ in part.labels if choice.proposal.scheme is not HEADING)
    end = min(next(labelled, part.end), part.opening.index + memoranda.LONGEST_HEAD)
    found = (SUBJECT.match(line.text) for line in outline.lines[part.opening.index + 1 : end])
    return next((match["title"].strip(" .") for match in found if match), "")


def same_title(part: ChosenPart, outline: Outline) -> Sequence[Line]:
    """The lines that go on with a title that begins behind the form and number of a letter: set as it is, straight below."""
    first = outline.lines[part.opening.index]
    found: list[Line] = []
    for line in outline.lines[part.opening.index + 1 : min(part.end, part.opening.index + 4)]:
        alike = (line.look.bold, line.look.size, line.look.heading) == (first.look.bold, first.look.size, first.look.heading)
        if not (first.look.bold or first.look.heading or is_capitals(first.text)) or not alike or NAMES.match(line.text):
            break
        if is_capitals(first.text) and not is_capitals(line.text):
            break
        found.append(line)
    return found


def title_below(part: ChosenPart, outline: Outline) -> Sequence[Line]:
    """The lines of the title that a letter prints straight below its form, where it names neither parties nor a subject."""
    lines = outline.lines[part.opening.index : part.end]
    labelled = {choice.proposal.index for choice, _ in part.labels if choice.proposal.scheme is not HEADING}
    found: list[Line] = []
    for index, line in enumerate(lines[1:4], start=part.opening.index + 1):
        set_out = is_capitals(line.text) or line.look.centred or line.look.bold
        if not set_out or index in labelled or line.text.endswith(".") or NAMES.match(line.text):
            break
        found.append(line)
    if any(NAMES.match(line.text) for line in lines[1:5]):
        return ()
    return found or [line for line in lines[1:2] if _is_plain_title(line, lines[2:3], part.opening.index + 2 in labelled)]


def _is_plain_title(line: Line, below: Sequence[Line], labelled: bool) -> bool:
    """Say whether a line that is set like the text is a letter's title all the same: no date and no name, and text is below."""
    title = headings.is_title(line.text) and not any(map(str.isdigit, line.text)) and ADDRESSED.match(line.text) is None
    return title and bool(below) and (labelled or PROSE.search(below[0].text) is not None)
