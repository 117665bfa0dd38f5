"""What a person should look at in a new agreement, the weightiest first, and how long that takes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contract_site.build.first_settings import FirstEntry
from contract_site.build.moving_lines import MovedEntries
from contract_site.infer.numbering import numbering_of
from contract_site.model.document import Edition, Provision
from contract_site.model.finding import Finding

WEIGHTS = ("P401", "P405", "P402", "R301", "R302", "P404", "P403", "P406", "P408")
"""Findings by how much hangs on them; all others follow."""
SHOWN = 10
"""Findings that are named; `make check` names all."""
SECONDS = {"key": 15, "finding": 40, "table": 60, "row": 15, "page": 20}
"""Seconds that looking is reckoned with, an estimate that nobody has timed: a key against the cover, a finding in its place, a
table against its rows, a doubtful row of the outline, the heading of a page of the site."""


READ_ALOUD = 183
"""Words that adults read aloud in a minute, which is how a copy is compared with its source: the mean of 77 studies
(M. Brysbaert, How many words do we read per minute? Journal of Memory and Language 109, 2019)."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A new agreement as far as it is to be looked at."""

    folder: str
    """As messages call it."""
    settings: str
    """The text of the file that says what it is."""
    entries: tuple[FirstEntry, ...]
    edition: Edition
    tables: int
    doubtful: int
    """Rows in its ``outline.tsv``."""
    left: tuple[str, ...] = ()
    """What of an earlier edition does not fit it, a line each."""


def report_lines(new: ToRead) -> Iterator[str]:
    """Yield what was taken for what and how sure that is, what to look at first, and how many minutes that is."""
    file = new.edition.settings_file
    for entry in new.entries:
        if (told := _told(entry)) and entry.key != "slug":
            yield f"{file}:{_line(new.settings, entry)}: {entry.key}: {told}"
    yield f"{new.edition.source.name}: numbered {numbering_of(new.edition) or 'in no way that was recognised'}; {_counts(new)}"
    yield "Look at first:"
    yield from (f"  {line}" for line in _first(new, file))
    counts = _to_look_at(new)
    listed = ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for what, count in counts.items() if count)
    looking = _told_minutes(minutes(counts))
    yield f"In all {listed}: looking at them takes about {looking}, by a reckoning that nobody has timed."
    words = sum(_words(provision) for _, provision in new.edition.provisions())
    aloud = _told_minutes(max(1, round(words / READ_ALOUD)))
    yield f"Reading all {words:,} words beside the source takes about {aloud}, if done aloud ({READ_ALOUD} words a minute)."


def updated_lines(folder: str, moved: Sequence[MovedEntries], changed: tuple[int, int]) -> Iterator[str]:
    """Yield what became of the editors' entries in a folder whose text was taken anew: ``changed`` lines are gone and new."""
    count = sum(each.moved for each in moved)
    told = f"entries brought to other lines: {count}" if count else "every entry stands where it stood"
    yield f"{folder}: its files are taken anew; lines gone: {changed[0]}, new: {changed[1]}; {told}"
    for each in moved:
        yield from (
            f"{folder}/{each.file}:{line}: left out, as a comment: its words do not stand in the new text where they stood"
            for line in each.left_out
        )


def _told(entry: FirstEntry) -> str:
    """What was written for a key, or may be right and was not written."""
    if entry.offered is not None:
        return f"perhaps {_shown(entry.offered)}  (not sure, so left out)"
    if entry.value is None:
        return ""
    return f"{_shown(entry.value)}{'' if entry.sure else '  (not sure)'}"


def _to_look_at(new: ToRead) -> dict[str, int]:
    """How many there are of each thing to look at: all that is listed, and the heading of every page."""
    return {
        "key": len(new.entries), "finding": len(new.edition.findings), "row": new.doubtful, "table": new.tables,
        "page": len(new.edition.parts),
    }  # fmt: skip


def minutes(counts: Mapping[str, int]) -> int:
    """Return how many minutes looking at so many of each thing is reckoned with, at least one."""
    return max(1, math.ceil(sum(SECONDS[what] * count for what, count in counts.items()) / 60))


def _words(provision: Provision) -> int:
    """How many words a provision has of its own, label and heading too."""
    own = (provision.label.text, provision.heading.text, *(block.text for block in provision.blocks))
    return sum(len(words.split()) for words in own)


def _told_minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"


def _counts(new: ToRead) -> str:
    provisions = sum(1 for _ in new.edition.provisions())
    return f"{len(new.edition.parts)} pages, {provisions} provisions, tables recognised: {new.tables}"


def _first(new: ToRead, file: str) -> Iterator[str]:
    for entry in new.entries:
        if not entry.sure:
            yield f"{file}:{_line(new.settings, entry)}: {entry.why}"
    if program := new.edition.settings.source.recognised_by:
        told = f"its letters were recognised by {program}: read every page beside its picture (make review)"
        yield f"{new.edition.source.name}:1: {told}"
    yield from new.left
    findings = sorted(new.edition.findings, key=_weight)
    yield from map(str, findings[:SHOWN])
    if len(findings) > SHOWN:
        yield f"{new.edition.source.name}: {len(findings) - SHOWN} more; make check AGREEMENT={new.edition.slug}"
    if new.doubtful:
        which = "say which hold, there or at the desk (make review)"
        yield f"{new.folder}/outline.tsv:1: rows of the outline in doubt: {new.doubtful}; {which}"
    if new.tables:
        yield f"{new.folder}/tables.toml:1: look whether the first row of each table is its heading"


def _weight(finding: Finding) -> tuple[int, int]:
    return (WEIGHTS.index(finding.code) if finding.code in WEIGHTS else len(WEIGHTS), finding.line)


def _line(settings: str, entry: FirstEntry) -> int:
    """The line of the file at which the entry stands; its comment's where its key is left out."""
    *_, row = entry.rows
    return settings[: settings.index(f"\n{row}\n") + 1].count("\n") + 1


def _shown(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(str, value)) or "none"
    return str(value)
