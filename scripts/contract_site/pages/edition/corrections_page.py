"""The pages of corrections and editors' notes: all that was done to the characters of a source, counted from what was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from contract_site.beside.corrected import CorrectedKind, kinds_of, listed_kinds, made_corrections
from contract_site.beside.lists import list_title
from contract_site.beside.places import Places
from contract_site.cite import addresses
from contract_site.cite.addresses import Lists
from contract_site.cite.cite import citation
from contract_site.interface.formats import said_number
from contract_site.interface.say import counted, later, say
from contract_site.model.document import AppliedCorrection, Block, Edition, Part, Provision
from contract_site.model.editorial import ReferenceChoice
from contract_site.model.page import Page
from contract_site.model.place import BODY
from contract_site.model.source import Piece, Words
from contract_site.pages.edition.list_pages import list_page
from contract_site.words.doubts import certainty, left, place_in_list, uncertain
from contract_site.words.escape import attribute, escape, in_summary
from contract_site.words.frame import NOT_WORDS, heading

BY_CORRECTION = "removed by a correction"
OTHER_COLUMN = "column of another text"
SHORT = {BY_CORRECTION: later("removed by a correction of this page"), OTHER_COLUMN: later("words of the book’s other columns")}
"""What the page calls reasons that are followed by details."""
BY_RULE = (
    later("asterisks between documents"),
    later("contents list"),
    later("contents list of the article"),
    later("explains another edition"),
    later("front matter of the file"),
    later("hyphen at a line end of the print"),
    later("line numbers in the margin"),
    later("printed page number"),
    later("revision note"),
    later("running head or foot"),
    later("set apart by an editor"),
)
"""The reasons that rules give; all others are editors' words."""


def corrections_pages(edition: Edition, places: Places) -> list[Page]:
    """Return the list of corrections and editors' notes, then the pages of kinds that have one; none if nothing was done."""
    if not edition.corrections and not edition.notes:
        return []
    path = addresses.part_file(edition.slug, Lists.CORRECTIONS)
    listing = _Listing(edition, path, places)
    body = [listing.told(), *listing.notes(), *listing.choices(), *listing.doubts(), *listing.left(), *listing.corrections()]
    whole = list_page(
        edition, Lists.CORRECTIONS, list_title(Lists.CORRECTIONS), [*body, *listing.moved(), *listing.not_shown()]
    )
    return [whole, *(_kind_page(edition, places, kind) for kind in listed_kinds(edition, places) if kind.page)]


def _kind_page(edition: Edition, places: Places, kind: CorrectedKind) -> Page:
    path = addresses.part_file(edition.slug, kind.page)
    back = addresses.link(path, addresses.part_file(edition.slug, Lists.CORRECTIONS))
    told = counted(
        "{count} correction of this kind. [All that was done to the copy]({link}).",
        "{count} corrections of this kind. [All that was done to the copy]({link}).",
        len(kind.made),
        count=said_number(len(kind.made)),
        link=back,
    )
    title = say("Corrections: {kind}", kind=escape(kind.title))
    return list_page(edition, kind.page, title, [f"{told}\n", *_Listing(edition, path, places).table(kind)])


class _Listing:
    def __init__(self, edition: Edition, path: PurePosixPath, places: Places) -> None:
        self.edition, self.path, self.places = edition, path, places
        self.kinds = listed_kinds(edition, places)
        self.explained = made_corrections(edition, places, explanations=True)
        self.out_of_order = tuple(out_of_order(edition)) if edition.settings.columns else ()

    def told(self) -> str:
        """What was done, in numbers of what follows: nothing else was."""
        account = self.edition.account
        done = [self._corrected()]
        if moved := len(self.out_of_order):
            done.append(
                counted(
                    "{count} place where lines stand in another order than in the copy",
                    "{count} places where lines stand in another order than in the copy",
                    moved,
                    count=said_number(moved),
                )
            )
        done.append(
            say(
                "the removal of {removed} of the copy’s {characters} characters, white space aside, for the reasons counted at"
                " the end of this page",
                removed=said_number(account.removed),
                characters=said_number(account.characters),
            )
        )
        told = say(
            "What was done to the characters of the copy: {done}. All others are shown as they were received. Notes that"
            " editors put beside provisions are listed too.",
            done="; ".join(done),
        )
        return f"{told}\n"

    def _corrected(self) -> str:
        """How many corrections were made, those of explanations told apart."""
        explained = len(self.explained)
        made = explained + sum(len(kind.made) for kind in self.kinds)
        if not explained:
            return counted(
                "{count} correction, each with the characters as received and the reason",
                "{count} corrections, each with the characters as received and the reason",
                made,
                count=said_number(made),
            )
        return counted(
            "{count} correction, each with the characters as received and the reason ({agreed} in the agreement’s words,"
            " {explained} in the explanations)",
            "{count} corrections, each with the characters as received and the reason ({agreed} in the agreement’s words,"
            " {explained} in the explanations)",
            made,
            count=said_number(made),
            agreed=said_number(made - explained),
            explained=said_number(explained),
        )

    def notes(self) -> Iterator[str]:
        """The editors' notes, each with its provision."""
        if self.edition.notes:
            yield heading(say("Editors’ notes"), "notes")
            for note in self.edition.notes:
                yield f"- {self._at(note.page, note.provision)}: {escape(note.text)}"
            yield ""

    def choices(self) -> Iterator[str]:
        """What editors decided about references and told readers."""
        chosen = [choice for choice in self.edition.references if choice.note]
        if chosen:
            yield heading(say("Editors’ choices of references"), "references")
            yield from map(self._choice, chosen)
            yield ""

    def doubts(self) -> Iterator[str]:
        """The readings that are not certain, to which the marks in the text lead."""
        found = uncertain(self.edition)
        if found:
            rivals = sum(1 for each in found if each.correction.certainty == "rival")
            yield heading(say("Readings that are not certain"), "uncertain")
            told = say(
                "Corrections that restore words or labels which the copy does not make certain. Probable readings: {probable};"
                " readings beside which another is possible: {rivals}. Each is marked \\[?\\] at its place in the text. Words"
                " that nobody could read are \\[illegible\\] there.",
                probable=said_number(len(found) - rivals),
                rivals=said_number(rivals),
            )
            yield f"{told}\n"
            yield from map(self._marked, found)
            yield ""

    def left(self) -> Iterator[str]:
        """The odd words that were not corrected."""
        if found := left(self.edition):
            yield heading(say("Odd words left as they are"), "left")
            told = counted(
                "{count} place where the copy has no word, or one twice, and it is not taken for a fault of the scan. Each is"
                " marked \\[sic\\] in the text.",
                "{count} places where the copy has no word, or one twice, and it is not taken for a fault of the scan. Each is"
                " marked \\[sic\\] in the text.",
                len(found),
                count=said_number(len(found)),
            )
            yield f"{told}\n"
            yield from map(self._marked, found)
            yield ""

    def corrections(self) -> Iterator[str]:
        """All corrections, those of explanations apart; where editors named kinds, a folded table for each, or a link to it."""
        for kinds, title, anchor in (
            (self.kinds, say("Corrections"), "corrections-list"),
            (kinds_of(self.explained), say("Corrections in the explanations"), "corrections-explanations"),
        ):
            if kinds and kinds[0].made:
                yield heading(title, anchor)
                yield from self._kinds(kinds)

    def table(self, kind: CorrectedKind) -> Iterator[str]:
        """The corrections of a kind, a row each."""
        name = kind.title.lower() or say("Corrections")
        columns = (say("Where"), say("As received"), say("As shown"), say("Reason"))
        return _framed(name, columns, map(self._row, kind.made))

    def moved(self) -> Iterator[str]:
        """Where words of the copy were put into the order of the print."""
        if self.out_of_order:
            yield heading(say("Lines put back in their order"), "order")
            told = say("The copy has these words elsewhere: the scan read the lines of the page in another order.")
            yield f"{told}\n"
            for part, provision, words in self.out_of_order:
                yield f"- {self._link(part, provision)}: “{escape(words)} …”"
            yield ""

    def not_shown(self) -> Iterator[str]:
        """Why characters are not shown, and how many; they add up to what was removed."""
        reasons: dict[str, list[int]] = {}
        for item in self.edition.furniture:
            told = reason_said(item.reason)
            text = self.edition.source.text[item.span.start : item.span.end]
            reasons.setdefault(told, []).append(len("".join(text.split())))
        if reasons:
            title = say("What is not shown")
            yield heading(title, "not-shown")
            yield from _framed(title, (say("Why"), say("Places"), say("Characters")), _reasons(reasons))

    def _choice(self, choice: ReferenceChoice) -> str:
        where = self._at(choice.page, choice.provision)
        where = say("explanation of {place}", place=where) if choice.explanation else where
        return f"- {where}, “{escape(choice.text)}”: {escape(choice.note)}"

    def _kinds(self, kinds: Sequence[CorrectedKind]) -> Iterator[str]:
        if not kinds[0].name:
            yield from self.table(kinds[0])
            return
        yield f"{_places_of(kinds)}\n"
        for kind in kinds:
            told = f"{kind.title}: {said_number(len(kind.made))}"
            if kind.page:
                yield f"- [{escape(told)}]({addresses.link(self.path, addresses.part_file(self.edition.slug, kind.page))})"
                continue
            yield f'<details class="corrections" {NOT_WORDS} markdown>\n<summary>{in_summary(told)}</summary>\n'
            yield from self.table(kind)
            yield "</details>\n"
        yield ""

    def _marked(self, applied: AppliedCorrection) -> str:
        """A place to which a mark in the text leads; no row of a table, so that the reason can be read on a phone."""
        correction = applied.correction
        facts = {
            "place": self._where(applied),
            "raw": escape(" ".join(correction.raw.split())),
            "certainty": certainty(correction),
            "reason": escape(correction.reason).rstrip(),
        }
        if correction.left:
            told = say("{place}: “{raw}”. **{certainty}.** {reason}", **facts)
        else:
            shown = escape(correction.text)
            told = say("{place}: “{raw}”, shown as “{shown}”. **{certainty}.** {reason}", shown=shown, **facts)
        return f"- {told}\n  {{: #{place_in_list(applied)} }}"

    def _row(self, applied: AppliedCorrection) -> str:
        correction = applied.correction
        shown = escape(correction.text) or say("nothing")
        cells = (self._where(applied), escape(correction.raw), shown, escape(correction.reason))
        return f"| {' | '.join(cells)} |"

    def _where(self, applied: AppliedCorrection) -> str:
        found = self.places.at_offset(applied.span.start)
        if found is None:
            return say("removed from the text")
        link = self._link(*found)
        return say("explanation of {place}", place=link) if self.places.explains(applied.span.start) else link

    def _at(self, page: str, anchor: str) -> str:
        found = self.places.at_anchor(page or BODY, anchor)
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


def _places_of(kinds: Sequence[CorrectedKind]) -> str:
    """How many places all kinds have, and what the number of each does."""
    number = sum(len(kind.made) for kind in kinds)
    if kinds[0].page:
        return counted(
            "{count} place; the number of each kind leads to its list.",
            "{count} places; the number of each kind leads to its list.",
            number,
            count=said_number(number),
        )
    return counted(
        "{count} place; the number of each kind opens its list.",
        "{count} places; the number of each kind opens its list.",
        number,
        count=said_number(number),
    )


def reason_said(reason: str) -> str:
    """Return why something is not shown: what rules say in the language of the readers, the rest in the editors' words."""
    if short := next((short for start, short in SHORT.items() if reason.startswith(start)), ""):
        return say(short)
    return say(reason) if reason in BY_RULE else reason


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
        yield f"| {escape(reason)} | {said_number(len(counts))} | {said_number(sum(counts))} |"
    together, places, characters = say("Together"), sum(map(len, reasons.values())), sum(map(sum, reasons.values()))
    yield f"| **{together}** | {said_number(places)} | {said_number(characters)} |"


def _framed(name: str, columns: Sequence[str], rows: Iterable[str]) -> Iterator[str]:
    yield '<figure class="table words" markdown>\n'
    yield f'<div class="frame" role="region" aria-label="{attribute(name)}" tabindex="0" markdown>\n'
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    yield from rows
    yield "\n</div>\n</figure>\n"
