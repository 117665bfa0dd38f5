"""What editors decided about an earlier edition, brought to the words of the next one: what still fits, and how much does not.

An entry is found again by the words it speaks of: by its line, if that is found again in the new text (``moving_lines``), or by
its anchor, if the same words stand there. What is not found again is left out and counted; nothing is brought to other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from contract_site.build.moving_lines import lines_of, places_of
from contract_site.editors.written import toml_entry
from contract_site.model.document import Edition
from contract_site.model.edition_settings import AgreementSettings, PartSettings, Person
from contract_site.model.editorial import Editorial, HandTable

FILES: Mapping[str, Mapping[str, str]] = {
    "corrections.toml": {"correction": "corrections", "note": "notes"},
    "structure.toml": {"paragraph": "paragraphs"},
    "tables.toml": {"table": "tables"},
    "applicability.toml": {"applies": "applies"},
    "references.toml": {"document": "documents", "reference": "references", "relation": "relations"},
}
"""The tables of each file, and what of an agreement's decisions they hold."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What fits a new edition."""

    of: str = ""
    """The slug of the earlier edition."""
    settings: str = ""
    """Entries for the end of the file that says what it is: parts and groups."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The texts of the other files, by name."""
    left: Mapping[str, int] = field(default_factory=dict)
    """How many entries of each file do not fit."""


def take_over(earlier: Editorial, old: Edition, new: Edition) -> TakenOver:
    """Return what editors decided about the earlier edition, ``old``, that fits the words of the ``new`` one."""
    again = _Again(old, new)
    files: dict[str, str] = {}
    left: dict[str, int] = {}
    for file, tables in FILES.items():
        entries = [(table, entry) for table, name in tables.items() for entry in getattr(earlier, name)]
        found = [(table, moved) for table, entry in entries if (moved := again.entry(entry)) is not None]
        if found:
            head = f"# Taken over from {old.slug}, where the same words stand.\n\n"
            files[file] = head + "\n".join(toml_entry(table, entry) for table, entry in found)
        if len(found) < len(entries):
            left[file] = len(entries) - len(found)
    parts, groups = again.parts(earlier.agreement), again.groups(earlier.agreement)
    if len(parts) < len(earlier.agreement.part):
        left[new.said_in] = len(earlier.agreement.part)
    rows = [*(toml_entry("part", part) for part in parts), *(toml_entry("group", group) for group in groups)]
    told = f"\n# Taken over from {old.slug}, where the same words stand.\n" if rows else ""
    return TakenOver(old.slug, told + "\n".join(rows), files, left)


class _Again:
    """Finds the words of one edition in another."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self._lines, self._fresh = lines_of(old.source.text), lines_of(new.source.text)
        self._places = places_of(old.source.text, new.source.text)
        self._text = new.source.text.casefold()
        self._said = dict(_said(new))

    def entry(self, entry: Any) -> Any:
        """The entry at its words in the new edition; None if they do not stand there."""
        if isinstance(entry, HandTable):
            return self._table(entry)
        if hasattr(entry, "provision"):
            words = getattr(entry, "text", "") if not hasattr(entry, "certainty") else ""
            said = self._said.get((entry.page, entry.provision))
            is_note = not hasattr(entry, "to") and not hasattr(entry, "relation")
            return entry if said is not None and (is_note or words in said) else None
        if hasattr(entry, "words"):
            return entry if any(words.casefold() in self._text for words in entry.words) else None
        if hasattr(entry, "line"):
            return self._placed(entry)
        return entry

    def parts(self, earlier: AgreementSettings) -> Sequence[PartSettings]:
        """All parts at their places in the new edition, or none: a part reaches to the next one."""
        moved = [self._placed(part) for part in earlier.part]
        whole = [part for part in moved if part is not None]
        in_order = [part.line or part.at or 0 for part in whole]
        return whole if len(whole) == len(moved) and in_order == sorted(in_order) else ()

    def groups(self, earlier: AgreementSettings) -> Sequence[Person]:
        """The groups of employees that the new edition names."""
        return [group for group in earlier.group if any(words.casefold() in self._text for words in group.words)]

    def _placed(self, entry: Any) -> Any:
        if entry.line is None or getattr(entry, "body", None):
            return None
        line = self._line(entry.line)
        return None if line is None else replace(entry, line=line)

    def _table(self, table: HandTable) -> HandTable | None:
        rows = [number for number in range(table.first, table.last + 1) if self._words(number)]
        places = [place for number in rows if (place := self._line(number))]
        if table.at is not None or not rows or len(places) < len(rows):
            # Rows that stand twice in a book are found by standing in order.
            return self._run(table)
        return replace(table, first=places[0], last=places[-1]) if places == sorted(places) else None

    def _run(self, table: HandTable) -> HandTable | None:
        wanted = self._lines[table.first - 1 : table.last] if table.at is None else []
        count = len(wanted)
        found = [n for n in range(len(self._fresh) - count + 1) if count and self._fresh[n : n + count] == wanted]
        return replace(table, first=found[0] + 1, last=found[0] + count) if len(found) == 1 else None

    def _words(self, number: int) -> str:
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def _line(self, number: int) -> int | None:
        return self._places.get(number) if self._words(number) else None


def _said(edition: Edition) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what stands at each anchor, by the page that entries name and the anchor."""
    for part, provision in edition.provisions():
        page = "" if part.in_body else part.id
        yield (page, provision.anchor), f"{provision.heading.text} {provision.text}"
        for block in provision.blocks:
            yield (page, block.anchor), block.text
