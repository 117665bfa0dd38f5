"""Make the comparisons, concordances and local items of a project from what editors decided about them; keep their lineages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from contract_site.compare.comparison import as_lineage, compare, proposals, written_row
from contract_site.compare.concordance import concord
from contract_site.compare.items import local_items
from contract_site.compare.recognised import check_compared, check_recognised
from contract_site.compare.units import reprinted, units_of_pair
from contract_site.editors.lineage import load_forerunners, load_lineage, save_lineage
from contract_site.editors.settings import load_comparison
from contract_site.editors.topics import load_topics
from contract_site.interface.say import say
from contract_site.model.comparison import Comparison, ComparisonSettings, LineageRow, LocalItems, Unit
from contract_site.model.concordance import Concordance
from contract_site.model.document import Edition
from contract_site.model.finding import SettingsError
from contract_site.model.relation import Place

Editions = Mapping[str, Edition]
"""All editions of the project, by slug."""


Kept = tuple[Path, ComparisonSettings]
"""The folder of something compared, and its settings."""


def load_settings(folders: Sequence[Path], root: Path, editions: Editions, hidden: Collection[str] = ()) -> tuple[Kept, ...]:
    """Read the settings of everything that is compared, in the order of folders, but for what names a ``hidden`` agreement.

    Raises SettingsError, also if one names an agreement that is not there.
    """
    return tuple(_settings(folders, root, editions, hidden))


def titled(settings: ComparisonSettings, editions: Editions) -> ComparisonSettings:
    """Return the settings of something compared with the title that readers see, where editors wrote none."""
    if settings.title:
        return settings
    sides = [editions[slug].settings for slug in (settings.before, settings.after)]
    before, after = (each.short for each in sides) if sides[0].short != sides[1].short else (each.slug for each in sides)
    return replace(settings, title=say("What changed from {before} to {after}", before=before, after=after))


def make_comparisons(kept: Sequence[Kept], editions: Editions) -> tuple[Comparison, ...]:
    """Make every comparison that has a lineage. Raises SettingsError."""
    return tuple(
        _made(settings, editions, load_lineage(folder, settings.folder))
        for folder, settings in kept
        if settings.kind in ("editions", "reprint")
    )


def make_concordances(kept: Sequence[Kept], editions: Editions) -> tuple[Concordance, ...]:
    """Make every concordance. Raises SettingsError."""
    return tuple(
        concord(
            editions[settings.before], editions[settings.after], settings, load_topics(folder, settings.folder, settings.topics)
        )
        for folder, settings in kept
        if settings.kind == "concordance"
    )


def make_local_items(
    kept: Sequence[Kept], editions: Editions, implemented: Mapping[str, Mapping[str, Place]]
) -> tuple[LocalItems, ...]:
    """Set the local memoranda beside each agreement whose items are to be compared. Raises SettingsError."""
    return tuple(
        local_items(settings, editions, implemented, load_forerunners(folder, settings.folder))
        for folder, settings in kept
        if settings.kind == "items"
    )


def compare_pair(folders: Sequence[Path], root: Path, before: Edition, after: Edition, names: tuple[str, str]) -> Comparison:
    """Compare two editions, with the lineage of the pair if the project has one of these slugs.

    Raises SettingsError for a lineage that does not fit, SourceError if so little of a text was recognised that the
    comparison would say nothing true.
    """
    for folder in folders:
        settings = load_comparison(folder, folder.relative_to(root).as_posix())
        if settings.kind == "editions" and (settings.before, settings.after) == names:
            return _checked(before, after, settings, load_lineage(folder, settings.folder))
    return compare_texts(before, after)


def compare_texts(before: Edition, after: Edition) -> Comparison:
    """Compare any two editions, without what editors decided about the pair. Raises SourceError as ``compare_pair``."""
    title = f"{before.settings.brief} and {after.settings.brief}"
    return _checked(before, after, ComparisonSettings(before=before.slug, after=after.slug, title=title))


def record_rows(comparisons: Sequence[Comparison], root: Path) -> Iterator[str]:
    """Add rows to each lineage for units that are in none, changing none; yield a line for each that gains some.

    Raises SettingsError.
    """
    for comparison in comparisons:
        folder = comparison.settings.folder
        added = len(comparison.rows) - len(load_lineage(root / folder, folder))
        if added:
            save_lineage(root / folder, as_lineage(comparison.rows))
            yield f"{folder}: {added} rows added"


def proposed_rows(comparisons: Sequence[Comparison], root: Path, editions: Editions) -> Iterator[str]:
    """Yield a line for each row of a lineage that the program would decide otherwise. Raises SettingsError."""
    for comparison in comparisons:
        settings = comparison.settings
        lineage = load_lineage(root / settings.folder, settings.folder)
        for row, other in proposals(compare(*_compared(settings, editions), settings), lineage):
            yield f"{row.place}: the program would pair {written_row(other)}, not {written_row(row)}"


def _settings(folders: Sequence[Path], root: Path, editions: Editions, hidden: Collection[str]) -> Iterator[Kept]:
    for folder in folders:
        shown = folder.relative_to(root).as_posix()
        settings = load_comparison(folder, shown)
        if settings.before in hidden or settings.after in hidden:
            continue
        for slug in filter(None, (settings.before, settings.after)):
            if slug not in editions:
                raise SettingsError(
                    f"{shown}/comparison.toml:1: there is no agreement '{slug}'; add its folder or correct the key"
                )
        yield folder, titled(settings, editions)


def _made(settings: ComparisonSettings, editions: Editions, lineage: Sequence[LineageRow]) -> Comparison:
    """A comparison of the project, with what editors decided about it."""
    if settings.kind == "reprint":
        return compare(*_compared(settings, editions), settings, lineage)
    return _checked(editions[settings.before], editions[settings.after], settings, lineage)


def _checked(before: Edition, after: Edition, settings: ComparisonSettings, lineage: Sequence[LineageRow] = ()) -> Comparison:
    """Two editions compared. Raises SourceError if that says nothing."""
    check_recognised(before, after)
    made = compare(*units_of_pair(before, after), settings, lineage)
    check_compared(made, before, after)
    return made


def _compared(settings: ComparisonSettings, editions: Editions) -> tuple[Sequence[Unit], Sequence[Unit]]:
    """Return the units of both texts of a comparison."""
    before, after = editions[settings.before], editions[settings.after]
    if settings.kind != "reprint":
        return units_of_pair(before, after)
    return reprinted(before, after, settings.page, settings.sections)
