"""What readers are told of portions of articles reprinted for some employees, beside the articles they come from.

What is not reprinted is not gone: the article stands as it is. The words here never say “removed” or “changed”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.places import Places
from contract_site.beside.rows import ComparisonLayout
from contract_site.cite.cite import rank_word
from contract_site.interface.formats import said_list, said_number
from contract_site.interface.say import counted, later, say
from contract_site.model.comparison import Change, Mark, Row, Unit
from contract_site.model.document import Rank
from contract_site.pages.kin.changes import COUNTS, MOVES, Counting, Naming, inside, most_telling
from contract_site.words.escape import escape

PARAGRAPH = re.compile(r"\.p(\d+)$")
"""The second paragraph without a label, and so on, in an anchor."""
KINDS = {
    Change.UNCHANGED: later("Same words"),
    Change.REWORDED: later("Reworded"),
    Change.MOVED: later("Other number"),
    Change.MOVED_REWORDED: later("Other number and reworded"),
    Change.SPLIT: later("Split"),
    Change.MERGED: later("Merged"),
    Change.ADDED: later("Only in the reprint"),
    Change.REMOVED: later("Not reprinted"),
}
OF_REPRINTS: Mapping[Change, Counting] = {
    **COUNTS,
    Change.UNCHANGED: lambda count: counted("{number} same words", "{number} same words", count),
    Change.MOVED: lambda count: counted("{number} other number", "{number} other number", count),
    Change.MOVED_REWORDED: lambda count: counted(
        "{number} other number and reworded", "{number} other number and reworded", count
    ),
    Change.ADDED: lambda count: counted("{number} only in the reprint", "{number} only in the reprint", count),
    Change.REMOVED: lambda count: counted("{number} not reprinted", "{number} not reprinted", count),
}
HOW = {
    Change.UNCHANGED: later("same words"),
    Change.REWORDED: later("reworded"),
    Change.MOVED: later("same words, other number"),
    Change.MOVED_REWORDED: later("reworded, other number"),
    Change.SPLIT: later("split"),
    Change.MERGED: later("merged"),
    Change.ADDED: later("only here"),
    Change.REMOVED: later("in part"),
}
"""What is said of a provision that is reprinted, if at least some of it is."""
NUMBERED = HOW | {Change.MOVED: HOW[Change.UNCHANGED], Change.MOVED_REWORDED: HOW[Change.REWORDED]}
"""The same where the other number is said before it."""
STATEMENT = later(
    "**What a reprint is.** {copy} prints portions of articles again. The articles themselves stand as they are. Words that"
    " {copy} leaves out of an article do not apply by this reprint; “not reprinted” says only that, and not that they were"
    " removed from the agreement. What else applies, {copy} says itself."
)
STATEMENT_FOR = later(
    "**What a reprint is.** {copy} prints portions of articles again, as they apply to {whom}. The articles themselves stand"
    " as they are. Words that {copy} leaves out of an article do not apply to {whom} by this reprint; “not reprinted” says"
    " only that, and not that they were removed from the agreement. What else applies, {copy} says itself."
)


class ReprintNaming(Naming):
    """The words for an article and its reprint."""

    kinds = KINDS
    counts = OF_REPRINTS
    noun = "difference"
    totals_head = later("How the reprint differs")
    articles_head = later("Articles that are reprinted in part")
    changes_head = later("Every difference")
    mapped = later(
        "How many differences of each kind an article has; a darker cell has more. Each number leads to these differences."
    )
    strikes_removed = False
    only = later("Differences only")

    def __init__(self, layout: ComparisonLayout, places: tuple[Places, Places]) -> None:
        super().__init__(layout, places)
        copy = next(part for part in layout.after.parts if part.id == layout.after_address)
        self.article = next((rank_word(part) for part in layout.before.parts if part.in_body), "")
        self.before, self.after = say("Article"), copy.name
        self.in_before, self.in_after = say("the article"), copy.name
        self.heard = {Mark.STRIKE: say("in the article only:"), Mark.INSERT: say("in {copy} only:", copy=copy.name)}
        self.texts = ((say("Articles"), layout.before, ""), (say("Reprint"), layout.after, copy.id))
        self._whom = layout.comparison.settings.applies_to
        statement = STATEMENT_FOR if self._whom else STATEMENT
        self.statement = say(statement, copy=escape(copy.name), whom=escape(self._whom))
        self.order = say("In the order of {copy}; what it does not reprint stands where the article has it.", copy=copy.name)
        self.numbers_title = say("Where each portion comes from")
        self.derivation = say("which provision of an article each provision of {copy} reprints", copy=copy.name)
        self.disposition = say("where {copy} reprints each provision of these articles", copy=copy.name)
        self.derivation_columns = copy.name, say("reprints")
        self.disposition_columns = say("Article"), say("in {copy}", copy=copy.name)

    def number(self, changes: int) -> str:
        """Return so many rows that differ: ``3 differences``."""
        return counted("{number} difference", "{number} differences", changes)

    def compared(self, title: str) -> str:
        """Return the title of the page that compares an article with its reprint."""
        return say("{title}: the article and {copy}", title=title, copy=self.after)

    def part_statement(self, part: ComparedPart) -> str:
        """Return which sections of an article are not compared, because nothing of them is reprinted."""
        sections = [node for node in part.part.root.children if node.rank is Rank.SECTION]
        there = {unit.anchor for placed in part.rows for unit in placed.row.before}
        left = [node for node in sections if not there & {each.anchor for each in node.walk()}]
        if not left:
            return ""
        names = f"{self.article} {said_list([str(node.pinpoint) for node in left])}"
        said = say("Not compared here, because {copy} prints nothing of them: {sections}.", copy=self.after, sections=names)
        return escape(said)

    def counted(self, changes: int, rows: int) -> str:
        """Return how much differs, as lists of comparisons say it."""
        same, all_of = said_number(rows - changes), said_number(rows)
        return say("{same} of {rows} rows have the same words and number in {copy}", same=same, rows=all_of, copy=self.after)

    def hidden(self, unchanged: int, rows: int) -> str:
        """Return what is said where only differences are shown."""
        return counted(
            "{number} of {rows} rows, with the same words, is hidden.",
            "{number} of {rows} rows, with the same words, are hidden.",
            unchanged,
            rows=rows,
        )

    def number_newer(self, unit: Unit, _page: str) -> str:
        """Return what tables call a unit of the reprint, whose column names it."""
        return self.newer(unit, self.layout.after_address)

    def cite_older(self, unit: Unit, page: str) -> str:
        """Return what a link to a unit of an article says: ``Article 8.2.A``."""
        return f"{self.article} {self.older(unit, page)}"

    def cite_newer(self, unit: Unit, page: str) -> str:
        """Return what a link to a unit of the reprint says: ``Appendix A, 2.Article 8.2.A``."""
        return self.newer(unit, page)

    def same_number(self, one: Sequence[Unit], other: Sequence[Unit]) -> bool:
        """Say whether units of an article and of the reprint have the same numbers within the article."""
        return {_number(unit) for unit in one} == {_number(unit) for unit in other}

    def words(self, row: Row, page: str = "") -> str:  # noqa: ARG002 (what is told is the same everywhere)
        """Return how a row is reprinted: ``Same words``, ``Not reprinted in Appendix A``."""
        match row.change:
            case Change.ADDED:
                return say("Marks words left out") if _leaves_out(row) else say("Only in {copy}", copy=self.after)
            case Change.REMOVED:
                return say("Not reprinted in {copy}", copy=self.after)
            case Change.MOVED | Change.MOVED_REWORDED:
                numbers = said_list([_number(unit) for unit in row.after])
                return say("Reprinted as {numbers}: {how}", numbers=numbers, how=say(NUMBERED[row.change]))
            case _:
                return say(KINDS[row.change])

    def twin_name(self, rows: Sequence[PlacedRow], *, older: bool) -> str:  # noqa: ARG002 (the same of every row)
        """Return what a closed row at a provision calls its twin: the reprint, and at the reprint the article."""
        return self.after if older else say("article")

    def whole_twin(self, *, older: bool) -> str:
        """Return what leads from an article to its reprint beside it, and from the reprint to the articles."""
        if older and self._whom:
            return say("Compare this with what {copy} reprints of it for {whom}", copy=self.after, whom=self._whom)
        if older:
            return say("Compare this with what {copy} reprints of it", copy=self.after)
        return say("Compare the portions reprinted here with the articles they come from")

    def _of_heading(self, words: str) -> str:
        return say("Heading {told}", told=inside(words))

    def _at_newer(self, rows: Sequence[PlacedRow], _told: PlacedRow, _page: str) -> str:
        found = [placed for placed in rows if placed.row.before]
        if not found:
            return say("Not in the article")
        names = dict.fromkeys(self.older(unit).partition(" ¶")[0] for placed in found for unit in placed.row.before)
        article, how = f"{self.article} {said_list(list(names))}", say(HOW[most_telling(found).row.change])
        if any(_leaves_out(placed.row) for placed in rows):
            return say("From {article}: {how}, with words left out", article=article, how=how)
        return say("From {article}: {how}", article=article, how=how)

    def _at_older(self, rows: Sequence[PlacedRow], told: PlacedRow, _page: str) -> str:
        words = [placed for placed in rows if not placed.heading] or rows
        kinds = {placed.row.change for placed in words}
        if kinds == {Change.REMOVED}:
            return ""  # that something is not there is said where the texts stand side by side
        moved = told.row.change in MOVES
        kind = Change.REMOVED if Change.REMOVED in kinds else told.row.change
        how = say((NUMBERED if moved else HOW)[kind])
        if moved:
            how = say("as {number}, {how}", number=_number(told.row.after[0]), how=how)
        if self._whom:
            return say("Reprinted for {whom} in {copy}: {how}", whom=self._whom, copy=self.after, how=how)
        return say("Reprinted in {copy}: {how}", copy=self.after, how=how)


def _leaves_out(row: Row) -> bool:
    """Whether a row is no more than the asterisks that the reprint prints for words left out."""
    return not row.before and not any(character.isalnum() for unit in row.after for character in unit.text)


def _number(unit: Unit) -> str:
    """The number of a unit within its article, which a reprint puts below the item that brings it: ``9.8 ¶2``."""
    article = f"article-{unit.top}"
    number = unit.top + unit.anchor.partition(article)[2] if article in unit.anchor else unit.anchor
    return PARAGRAPH.sub(r" ¶\1", number)
