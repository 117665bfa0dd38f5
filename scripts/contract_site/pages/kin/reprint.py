"""What readers are told of portions of articles reprinted for some employees, beside the articles they come from.

What is not reprinted is not gone: the article stands as it is. The words here never say “removed” or “changed”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contract_site.beside.arrangement import ComparedPart, PlacedRow
from contract_site.beside.places import Places
from contract_site.beside.rows import ComparisonLayout
from contract_site.model.comparison import Change, Mark, Row, Unit
from contract_site.model.document import Rank
from contract_site.pages.kin.changes import MOVES, Naming, in_words, most_telling
from contract_site.words.escape import escape

PARAGRAPH = re.compile(r"\.p(\d+)$")
"""The second paragraph without a label, and so on, in an anchor."""
KINDS = {
    Change.UNCHANGED: "Same words",
    Change.REWORDED: "Reworded",
    Change.MOVED: "Other number",
    Change.MOVED_REWORDED: "Other number and reworded",
    Change.SPLIT: "Split",
    Change.MERGED: "Merged",
    Change.ADDED: "Only in the reprint",
    Change.REMOVED: "Not reprinted",
}
HOW = {
    Change.UNCHANGED: "same words",
    Change.REWORDED: "reworded",
    Change.MOVED: "same words, other number",
    Change.MOVED_REWORDED: "reworded, other number",
    Change.SPLIT: "split",
    Change.MERGED: "merged",
    Change.ADDED: "only here",
    Change.REMOVED: "in part",
}
"""What is said of a provision that is reprinted, if at least some of it is."""
STATEMENT = (
    "**What a reprint is.** {copy} prints portions of articles again{whom}. The articles themselves stand as they are. Words"
    " that {copy} leaves out of an article do not apply{to} by this reprint; “not reprinted” says only that, and not that they"
    " were removed from the agreement. What else applies, {copy} says itself."
)


class ReprintNaming(Naming):
    """The words for an article and its reprint."""

    kinds = KINDS
    noun = "difference"
    totals_head = "How the reprint differs"
    articles_head = "Articles that are reprinted in part"
    changes_head = "Every difference"
    strikes_removed = False
    only = "Differences only"

    def __init__(self, layout: ComparisonLayout, places: tuple[Places, Places]) -> None:
        super().__init__(layout, places)
        copy = next(part for part in layout.after.parts if part.id == layout.after_address)
        self.before, self.after = "Article", copy.name
        self.in_before, self.in_after = "the article", copy.name
        self.heard = {Mark.STRIKE: f"in {self.in_before} only:", Mark.INSERT: f"in {copy.name} only:"}
        self.texts = (("Articles", layout.before, ""), ("Reprint", layout.after, copy.id))
        whom = layout.comparison.settings.applies_to
        self._for = f" for {whom}" if whom else ""
        self.statement = STATEMENT.format(
            copy=escape(copy.name),
            whom=escape(f", as they apply to {whom}" if whom else ""),
            to=escape(f" to {whom}" if whom else ""),
        )
        self.order = f"In the order of {copy.name}; what it does not reprint stands where the article has it."
        self.numbers_title = "Where each portion comes from"
        self.derivation = f"which provision of an article each provision of {copy.name} reprints"
        self.disposition = f"where {copy.name} reprints each provision of these articles"
        self.derivation_columns = copy.name, "reprints"
        self.disposition_columns = "Article", f"in {copy.name}"

    def compared(self, title: str) -> str:
        """Return the title of the page that compares an article with its reprint."""
        return f"{title}: the article and {self.after}"

    def part_statement(self, part: ComparedPart) -> str:
        """Return which sections of an article are not compared, because nothing of them is reprinted."""
        sections = [node for node in part.part.root.children if node.rank is Rank.SECTION]
        there = {unit.anchor for placed in part.rows for unit in placed.row.before}
        left = [node for node in sections if not there & {each.anchor for each in node.walk()}]
        if not left:
            return ""
        names = f"{self.before} {in_words([str(node.pinpoint) for node in left])}"
        return f"Not compared here, because {escape(self.after)} prints nothing of them: {escape(names)}."

    def counted(self, changes: int, rows: int) -> str:
        """Return how much differs, as lists of comparisons say it."""
        return f"{rows - changes:,} of {rows:,} rows have the same words and number in {self.after}"

    def hidden(self, unchanged: int, rows: int) -> str:
        """Return what is said where only differences are shown."""
        return f"{unchanged} of {rows} rows, with the same words, {'is' if unchanged == 1 else 'are'} hidden."

    def number_newer(self, unit: Unit, _page: str) -> str:
        """Return what tables call a unit of the reprint, whose column names it."""
        return self.newer(unit, self.layout.after_address)

    def cite_older(self, unit: Unit, page: str) -> str:
        """Return what a link to a unit of an article says: ``Article 8.2.A``."""
        return f"{self.before} {self.older(unit, page)}"

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
                return "Marks words left out" if _leaves_out(row) else f"Only in {self.after}"
            case Change.REMOVED:
                return f"Not reprinted in {self.after}"
            case Change.MOVED | Change.MOVED_REWORDED:
                return f"Reprinted as {in_words([_number(unit) for unit in row.after])}: {HOW[row.change].partition(',')[0]}"
            case _:
                return KINDS[row.change]

    def twin_name(self, rows: Sequence[PlacedRow], *, older: bool) -> str:  # noqa: ARG002 (the same of every row)
        """Return what a closed row at a provision calls its twin: the reprint, and at the reprint the article."""
        return self.after if older else self.before.lower()

    def whole_twin(self, *, older: bool) -> str:
        """Return what leads from an article to its reprint beside it, and from the reprint to the articles."""
        if older:
            return f"Compare this with what {self.after} reprints of it{self._for}"
        return "Compare the portions reprinted here with the articles they come from"

    def _of_heading(self, words: str) -> str:
        return f"Heading {words[0].lower()}{words[1:]}"

    def _at_newer(self, rows: Sequence[PlacedRow], told: PlacedRow, _page: str) -> str:
        found = [placed for placed in rows if placed.row.before]
        if not found:
            return f"Not in the {self.before.lower()}"
        told = most_telling(found)
        names = dict.fromkeys(self.older(unit).partition(" ¶")[0] for placed in found for unit in placed.row.before)
        left = ", with words left out" if any(_leaves_out(placed.row) for placed in rows) else ""
        return f"From {self.before} {in_words(list(names))}: {HOW[told.row.change]}{left}"

    def _at_older(self, rows: Sequence[PlacedRow], told: PlacedRow, _page: str) -> str:
        words = [placed for placed in rows if not placed.heading] or rows
        kinds = {placed.row.change for placed in words}
        if kinds == {Change.REMOVED}:
            return ""  # that something is not there is said where the texts stand side by side
        how = "in part" if Change.REMOVED in kinds else HOW[told.row.change]
        if told.row.change in MOVES:
            how = f"as {_number(told.row.after[0])}, {how.partition(',')[0]}"
        return f"Reprinted{self._for} in {self.after}: {how}"


def _leaves_out(row: Row) -> bool:
    """Whether a row is no more than the asterisks that the reprint prints for words left out."""
    return not row.before and not any(character.isalnum() for unit in row.after for character in unit.text)


def _number(unit: Unit) -> str:
    """The number of a unit within its article, which a reprint puts below the item that brings it: ``9.8 ¶2``."""
    article = f"article-{unit.top}"
    number = unit.top + unit.anchor.partition(article)[2] if article in unit.anchor else unit.anchor
    return PARAGRAPH.sub(r" ¶\1", number)
