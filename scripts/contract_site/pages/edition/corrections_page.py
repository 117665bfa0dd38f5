"""The pages of corrections and editors' notes: all that was done to the characters of a source, counted from what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from contract_site.beside.corrected import CorrectedKind, kinds_of, listed_kinds, made_corrections
from contract_site.beside.lists import TITLES
from contract_site.beside.places import Places
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.model.document import AppliedCorrection, Block, Edition, Part, Provision
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.page import Page
from contract_site.model.source import Piece, Words
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.doubts import left, place_in_list, uncertain
from contract_site.words.escape import attribute, escape
from contract_site.words.frame import NOT_WORDS

BY_CORRECTION = "removed by a correction"
OTHER_COLUMN = "column of another text"
SHORT = {BY_CORRECTION: "removed by a correction of this page", OTHER_COLUMN: "words of the book’s other columns"}
"""What the page calls reasons that are followed by details."""


def corrections_pages(edition: Edition, places: Places) -> list[Page]:
    """Return the list of corrections and editors' notes, then the pages of kinds that have one; none if nothing was done."""
    if not edition.corrections and not edition.notes:
        return []
    path = addresses.part_file(edition.slug, Lists.CORRECTIONS)
    listing = _Listing(edition, path, places)
    body = [listing.told(), *listing.notes(), *listing.choices(), *listing.doubts(), *listing.left(), *listing.corrections()]
    whole = list_page(edition, Lists.CORRECTIONS, TITLES[Lists.CORRECTIONS], [*body, *listing.moved(), *listing.not_shown()])
    return [whole, *(_kind_page(edition, places, kind) for kind in listed_kinds(edition, places) if kind.page)]


def _kind_page(edition: Edition, places: Places, kind: CorrectedKind) -> Page:
    path = addresses.part_file(edition.slug, kind.page)
    back = addresses.link(path, addresses.part_file(edition.slug, Lists.CORRECTIONS))
    told = f"{_counted(len(kind.made), 'correction')} of this kind. [All that was done to the copy]({back}).\n"
    return list_page(
        edition, kind.page, f"Corrections: {escape(kind.name)}", [told, *_Listing(edition, path, places).table(kind)]
    )


class _Listing:
    def __init__(self, edition: Edition, path: PurePosixPath, places: Places) -> None:
        self.edition, self.path, self.places = edition, path, places
        self.kinds = listed_kinds(edition, places)
        self.explained = made_corrections(edition, places, explanations=True)
        self.out_of_order = tuple(out_of_order(edition)) if edition.settings.columns else ()

    def told(self) -> str:
        """What was done, in numbers of what follows: nothing else was."""
        account = self.edition.account
        explained = len(self.explained)
        made = explained + sum(len(kind.made) for kind in self.kinds)
        done = [f"{_counted(made, 'correction')}, each with the characters as received and the reason"]
        if explained:
            done[0] += f" ({made - explained:,} in the agreement’s words, {explained:,} in the explanations)"
        if self.out_of_order:
            done.append(f"{_counted(len(self.out_of_order), 'place')} where lines stand in another order than in the copy")
        done.append(
            f"the removal of {account.removed:,} of the copy’s {account.characters:,} characters, white space aside, for the "
            "reasons counted at the end of this page"
        )
        return (
            f"What was done to the characters of the copy: {'; '.join(done)}. All others are shown as they were received. "
            "Notes that editors put beside provisions are listed too.\n"
        )

    def notes(self) -> Iterator[str]:
        """The editors' notes, each with its provision."""
        if self.edition.notes:
            yield "## Editors’ notes {: #notes }\n"
            for note in self.edition.notes:
                yield f"- {self._at(note.page, note.provision)}: {escape(note.text)}"
            yield ""

    def choices(self) -> Iterator[str]:
        """What editors decided about references and told readers."""
        chosen = [choice for choice in self.edition.references if choice.note]
        if chosen:
            yield "## Editors’ choices of references {: #references }\n"
            yield from map(self._choice, chosen)
            yield ""

    def doubts(self) -> Iterator[str]:
        """The readings that are not certain, to which the marks in the text lead."""
        found = uncertain(self.edition)
        if found:
            rivals = sum(1 for each in found if each.correction.certainty == "rival")
            yield "## Readings that are not certain {: #uncertain }\n"
            yield (
                "Corrections that restore words or labels which the copy does not make certain. Probable readings: "
                f"{len(found) - rivals:,}; readings beside which another is possible: {rivals:,}. Each is marked \\[?\\] at "
                "its place in the text. Words that nobody could read are \\[illegible\\] there.\n"
            )
            yield from map(self._marked, found)
            yield ""

    def left(self) -> Iterator[str]:
        """The odd words that were not corrected."""
        if found := left(self.edition):
            yield "## Odd words left as they are {: #left }\n"
            yield (
                f"{_counted(len(found), 'place')} where the copy has no word, or one twice, and it is not taken for a fault of "
                "the scan. Each is marked \\[sic\\] in the text.\n"
            )
            yield from map(self._marked, found)
            yield ""

    def corrections(self) -> Iterator[str]:
        """All corrections, those of explanations apart; where editors named kinds, a folded table for each, or a link to it."""
        for kinds, title, anchor in (
            (self.kinds, "Corrections", "corrections-list"),
            (kinds_of(self.explained), "Corrections in the explanations", "corrections-explanations"),
        ):
            if kinds and kinds[0].made:
                yield f"## {title} {{: #{anchor} }}\n"
                yield from self._kinds(kinds)

    def table(self, kind: CorrectedKind) -> Iterator[str]:
        """The corrections of a kind, a row each."""
        name = kind.name.lower() or "Corrections"
        return _framed(name, "| Where | As received | As shown | Reason |", "|---|---|---|---|", map(self._row, kind.made))

    def moved(self) -> Iterator[str]:
        """Where words of the copy were put into the order of the print."""
        if self.out_of_order:
            yield "## Lines put back in their order {: #order }\n"
            yield "The copy has these words elsewhere: the scan read the lines of the page in another order.\n"
            for part, provision, words in self.out_of_order:
                yield f"- {self._link(part, provision)}: “{escape(words)} …”"
            yield ""

    def not_shown(self) -> Iterator[str]:
        """Why characters are not shown, and how many; they add up to what was removed."""
        reasons: dict[str, list[int]] = {}
        for item in self.edition.furniture:
            told = next((short for reason, short in SHORT.items() if item.reason.startswith(reason)), item.reason)
            text = self.edition.source.text[item.span.start : item.span.end]
            reasons.setdefault(told, []).append(len("".join(text.split())))
        if reasons:
            yield "## What is not shown {: #not-shown }\n"
            yield from _framed("What is not shown", "| Why | Places | Characters |", "|---|---|---|", _reasons(reasons))

    def _choice(self, choice: ReferenceChoice) -> str:
        where = f"{'explanation of ' if choice.explanation else ''}{self._at(choice.page, choice.provision)}"
        return f"- {where}, “{escape(choice.text)}”: {escape(choice.note)}"

    def _kinds(self, kinds: Sequence[CorrectedKind]) -> Iterator[str]:
        if not kinds[0].name:
            yield from self.table(kinds[0])
            return
        leads = "leads to" if kinds[0].page else "opens"
        yield f"{_counted(sum(len(kind.made) for kind in kinds), 'place')}; the number of each kind {leads} its list.\n"
        for kind in kinds:
            told = f"{escape(kind.name)}: {len(kind.made):,}"
            if kind.page:
                yield f"- [{told}]({addresses.link(self.path, addresses.part_file(self.edition.slug, kind.page))})"
                continue
            yield f'<details class="corrections" {NOT_WORDS} markdown>\n<summary>{told}</summary>\n'
            yield from self.table(kind)
            yield "</details>\n"
        yield ""

    def _marked(self, applied: AppliedCorrection) -> str:
        """A place to which a mark in the text leads; no row of a table, so that the reason can be read on a phone."""
        correction = applied.correction
        shown = "" if correction.left else f", shown as “{escape(correction.text)}”"
        return (
            f"- {self._where(applied)}: “{escape(' '.join(correction.raw.split()))}”{shown}. **{correction.words_for_mark}.** "
            f"{escape(correction.reason).rstrip()}\n  {{: #{place_in_list(applied)} }}"
        )

    def _row(self, applied: AppliedCorrection) -> str:
        correction = applied.correction
        cells = (self._where(applied), escape(correction.raw), escape(correction.text) or "nothing", escape(correction.reason))
        return f"| {' | '.join(cells)} |"

    def _where(self, applied: AppliedCorrection) -> str:
        found = self.places.at_offset(applied.span.start)
        if found is None:
            return "removed from the text"
        return f"{'explanation of ' if self.places.explains(applied.span.start) else ''}{self._link(*found)}"

    def _at(self, page: str, anchor: str) -> str:
        found = self.places.at_anchor(page or "body", anchor)
        return self._link(*found) if found else escape(anchor)

    def _link(self, part: Part, provision: Provision) -> str:
        target = addresses.link(self.path, addresses.part_file(self.edition.slug, part.id), provision.anchor)
        return f"[{escape(citation(part, provision))}]({target})"


def out_of_order(edition: Edition) -> Iterator[tuple[Part, Provision, str]]:
    """Yield the places, with their first words, at which shown words stand before those above them in the source."""
    for part in edition.parts:
        end = -1
        for provision, words in _in_print(part.root):
            text = words.text
            at = 0
            for piece in words.pieces:
                if _reads(piece):
                    if piece.start < end:
                        yield part, provision, " ".join(text[at : at + 60].split()[:6])
                    end = piece.end
                at += len(piece.text)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _in_print(node: Provision) -> Iterator[tuple[Provision, Words]]:
    """Yield all words of a provision and of what stands below it, in the order in which they are shown."""
    yield node, node.label
    yield node, node.heading
    for each in node.body:
        if isinstance(each, Block):
            yield node, each.words
        else:
            yield from _in_print(each)


def _reads(piece: Piece) -> bool:
    return piece.page is None and piece.end > piece.start and bool(re.search(r"\w", piece.text))


def _reasons(reasons: Mapping[str, Sequence[int]]) -> Iterator[str]:
    for reason, counts in sorted(reasons.items(), key=lambda item: (-sum(item[1]), item[0])):
        yield f"| {escape(reason)} | {len(counts):,} | {sum(counts):,} |"
    yield f"| **Together** | {sum(map(len, reasons.values())):,} | {sum(map(sum, reasons.values())):,} |"


def _framed(name: str, head: str, line: str, rows: Iterable[str]) -> Iterator[str]:
    yield '<figure class="table words" markdown>\n'
    yield f'<div class="frame" role="region" aria-label="{attribute(name)}" tabindex="0" markdown>\n'
    yield head
    yield line
    yield from rows
    yield "\n</div>\n</figure>\n"
