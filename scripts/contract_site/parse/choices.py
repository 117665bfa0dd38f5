"""Bring the choices of editors to the lines and provisions they speak of, and refuse those that speak of nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_site.model.document import Applicability, Part, Provision
from contract_site.model.editorial import AppliesChoice, Editorial, ParagraphChoice
from contract_site.model.finding import SettingsError
from contract_site.model.place import BODY
from contract_site.model.source import Line, SourceText
from contract_site.parse.numbering import with_block_applying
from contract_site.parse.tree import GrowingTree


def named_offsets(editorial: Editorial) -> list[int]:
    """Return the source offsets that editors named, at which lines must begin."""
    places = [part.at for part in editorial.agreement.part] + [choice.at for choice in editorial.paragraphs]
    return [at for at in places if at is not None]


def choices_by_offset(lines: Sequence[Line], editorial: Editorial, source: SourceText) -> dict[int, ParagraphChoice]:
    """Return the editors' choices by the source offset of the line they stand at."""
    by_line = {line.number: line for line in reversed(lines) if line.text}
    found: dict[int, ParagraphChoice] = {}
    for choice in editorial.paragraphs:
        if choice.at is not None:
            offset, stands = choice.at, source.text.startswith(choice.opens, choice.at)
        else:
            line = by_line.get(choice.line or 0)
            offset, stands = (line.words.start_of_text, stands_at(choice.opens, line, source)) if line else (-1, False)
        if not stands:
            place = f"line {choice.line}" if choice.at is None else f"offset {choice.at}"
            entry = editorial.place_of(choice)
            raise SettingsError(f"{entry}: paragraph at {place}: '{choice.opens}' does not stand there in {source.name}")
        found[offset] = choice
    return found


def stands_at(words: str, line: Line, source: SourceText) -> bool:
    """Say whether the line begins with the words, as the source has them or as they were corrected."""
    return line.text.startswith(words) or source.text.startswith(words, line.words.start_of_text)


def check_choices(
    trees: Sequence[GrowingTree], choices: dict[int, ParagraphChoice], editorial: Editorial, source: SourceText
) -> None:
    """Raise SettingsError if a choice was never reached, names an owner that is not there, or sees a label where none is."""
    used = {offset for tree in trees for offset in tree.used}
    for offset in sorted(choices.keys() - used):
        line = source.line_number(offset)
        raise SettingsError(
            f"{editorial.place_of(choices[offset])}: paragraph at {source.name}:{line} is never reached; "
            "it stands in furniture, a heading or a table, or where no line begins"
        )
    for tree in trees:
        for owner in tree.unknown_owners:
            entry = next(editorial.place_of(choice) for choice in editorial.paragraphs if choice.owner == owner)
            raise SettingsError(f"{entry}: no provision has the anchor '{owner}'; correct the owner")
        for offset in tree.no_labels:
            entry, place = editorial.place_of(choices[offset]), f"{source.name}:{source.line_number(offset)}"
            raise SettingsError(
                f"{entry}: paragraph at {place}: label = true, but the line begins with no label, "
                "section or step; an article's heading cannot be told so. Correct the entry"
            )


def check_notes(parts: Sequence[Part], editorial: Editorial) -> None:
    """Raise SettingsError if an editors' note speaks of a provision that is not there."""
    known = {(place, anchor) for part in parts for place in (part.id, part.container) for anchor in _anchors(part)}
    for number, note in enumerate(editorial.notes, start=1):
        if (note.page or BODY, note.provision) not in known:
            path = editorial.entry("corrections.toml", "note", number)
            where = f"'{note.provision}'" + (f" on page '{note.page}'" if note.page else "")
            raise SettingsError(f"{path}: note on {where}: no provision has this anchor; correct provision or page")


def check_tables(placed: int, editorial: Editorial) -> None:
    """Raise SettingsError if a table was placed in no part: its lines lie in furniture, or in two parts."""
    if placed != len(editorial.tables):
        path = editorial.file("tables.toml")
        raise SettingsError(
            f"{path}: {len(editorial.tables) - placed} of the tables stand in furniture, in a contents list or across two "
            f"parts of {editorial.said_in}; correct their lines: {', '.join(str(table.first) for table in editorial.tables)}"
        )


def _anchors(part: Part) -> Iterator[str]:
    for provision in part.root.walk():
        yield provision.anchor
        yield from (block.anchor for block in provision.blocks)


def apply_choices(parts: list[Part], editorial: Editorial) -> list[Part]:
    """Put the statements of ``applicability.toml`` on what they cover."""
    for choice in editorial.applies:
        parts = _apply(parts, choice, editorial)
    return parts


def _apply(parts: list[Part], choice: AppliesChoice, editorial: Editorial) -> list[Part]:
    words = _words_at(parts, choice.by)
    path = editorial.file("applicability.toml")
    groups = [person.code for person in editorial.agreement.group]
    if choice.group not in groups:
        known = ", ".join(groups) or "none"
        raise SettingsError(
            f"{path}: covers '{choice.covers}': unknown group '{choice.group}'; {editorial.said_in} has {known}"
        )
    if words is None:
        raise SettingsError(f"{path}: covers '{choice.covers}': nothing stands at '{choice.by}'; give page#anchor")
    statement = Applicability(group=choice.group, words=words, by=choice.by, how=choice.how, note=choice.note)
    for index, part in enumerate(parts):
        if part.in_body and (root := with_block_applying(part.root, choice.covers, statement)) is not None:
            return [*parts[:index], replace(part, root=root), *parts[index + 1 :]]
    raise SettingsError(f"{path}: no provision or paragraph has the anchor '{choice.covers}'; correct covers")


def _words_at(parts: list[Part], place: str) -> str | None:
    page, _, anchor = place.partition("#")
    provisions = (provision for part in parts if part.id == page for provision in part.root.walk())
    return next((words for provision in provisions for at, words in _words_of(provision) if at == anchor), None)


def _words_of(provision: Provision) -> Iterator[tuple[str, str]]:
    yield provision.anchor, provision.heading.text or provision.text
    yield from ((block.anchor, block.text) for block in provision.blocks)
