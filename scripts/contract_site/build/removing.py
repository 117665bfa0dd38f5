"""Take agreements out of a project: what goes with it, which published addresses are given up, and only then the files."""

from __future__ import annotations

import shlex
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.beside.crossings import Crossings
from contract_site.build import pipeline
from contract_site.build.comparing import load_settings, make_local_items
from contract_site.build.editions import load_folder
from contract_site.build.project import Project
from contract_site.build.read_step import named_elsewhere
from contract_site.build.shown import check_site
from contract_site.editors.folders import editions_in, settings_file, shared_file
from contract_site.editors.ledger import load_ledger, save_addresses
from contract_site.editors.settings import load_agreement, load_comparison
from contract_site.model.finding import ContractSiteError, Finding
from contract_site.model.ledger import Published
from contract_site.model.relation import Relations
from contract_site.published.ledger import broken_addresses, named, recorded
from contract_site.shelf.making import Report
from contract_site.site.folder import remove_folder


@dataclass(frozen=True, slots=True)
class Removal:
    """What taking editions out of a project would do."""

    folders: tuple[Path, ...]
    """The editions', and those of the comparisons that name one of them."""
    emptied: tuple[Path, ...]
    """The folders of agreements whose last editions these are."""
    given_up: Mapping[str, Sequence[Published]]
    """Published addresses that would be gone, by the ledger's folder."""
    findings: tuple[Finding, ...]
    """What there would be to look at afterwards, and is not now."""
    of_the_site: str = ""
    """What the site's own file would still name, in one line."""


def plan_removal(project: Project, names: Sequence[str], report: Report = pipeline.unreported) -> Removal:
    """Find out what removing what is named would do; nothing is changed.

    A name is an edition's slug, or an agreement's id, which means all its editions. What is named goes together, so that
    editions that need each other can go. Every agreement is read once, and what is compared without these is not compared
    again. Raises ContractSiteError if nothing is called so, or what is left would not build.
    """
    folders = project.by_slug
    slugs = _slugs(project, folders, names)
    gone = (*(folders[slug] for slug in slugs), *_comparisons_of(project, slugs))
    given_up = {project.shown(each): load_ledger(each, project.shown(each)).published for each in gone}
    if len(folders) == len(slugs):
        return Removal(gone, _emptied(gone), given_up, ())
    editions = pipeline.load_editions(project, report)
    report("Finding references", 0, 2)
    now = pipeline.load_relations(project, editions)
    report("Finding references", 1, 2)
    before = {str(finding) for finding in pipeline.findings_of(now)}
    _read_without(project, folders, slugs, gone)
    try:
        rest = _relations_without(project, now, slugs)
    except ContractSiteError as error:
        raise ContractSiteError(
            f"{' '.join(slugs)} cannot be removed, because something else needs it: {error}; mend that, or remove both together"
        ) from None
    report("Finding references", 2, 2)
    lost = _lost(rest)
    # Of the ledgers it is said which addresses are given up; that some are not recorded yet is no news.
    after = (finding for finding in pipeline.findings_of(rest) if finding.code[0] != "S" and str(finding) not in before)
    return Removal(gone, _emptied(gone), given_up | lost, tuple(after), _named_by_the_site(project, rest))


def _slugs(project: Project, folders: Mapping[str, Path], names: Sequence[str]) -> tuple[str, ...]:
    """Return the slugs of the editions that the names mean, each once. Raises ContractSiteError if one means none."""
    editions: dict[str, list[str]] = {}
    for slug, folder in folders.items():
        path = settings_file(folder)
        editions.setdefault(load_agreement(path, project.shown(path)).agreement or slug, []).append(slug)
    pipeline.check_slugs(names, {*folders, *editions})
    return tuple(dict.fromkeys(slug for name in names for slug in ([name] if name in folders else editions[name])))


def _read_without(project: Project, folders: Mapping[str, Path], slugs: Sequence[str], gone: Sequence[Path]) -> None:
    """Read, from a copy, the agreements whose files name files of what goes. Raises ContractSiteError, as they cannot be."""
    needing = {slug: folder for slug, folder in folders.items() if folder not in gone and _needs(folder, gone)}
    if not needing:
        return
    with tempfile.TemporaryDirectory() as scratch:
        copy = project.copied(Path(scratch).resolve(), without=gone)
        for slug, folder in needing.items():
            try:
                load_folder(copy.root / project.shown(folder), project.shown(folder))
            except ContractSiteError:
                raise ContractSiteError(
                    f"{' '.join(slugs)} cannot be removed alone: {project.shown(folder)} is read from its files; "
                    f'make remove AGREEMENT="{" ".join((*slugs, slug))}" says what removing both gives up'
                ) from None


def _needs(folder: Path, gone: Sequence[Path]) -> bool:
    """Say whether files of an agreement name one that goes, as editions of one book do."""
    files = (path for path in named_elsewhere(folder.glob("*.toml")) if path.is_file())
    return any(path.is_relative_to(there) for path in files for there in gone)


def _relations_without(project: Project, now: Relations, slugs: Sequence[str]) -> Relations:
    """Find what lies beside the trees of all agreements but some. Raises SettingsError."""
    editions = {each: edition for each, edition in now.editions.items() if each not in slugs}
    kept = load_settings(project.comparisons, project.root, editions, {*slugs})
    names = {*editions, *(settings.folder for _, settings in kept)}
    return pipeline.relate(
        editions,
        {name: ledger for name, ledger in now.ledgers.items() if name in names},
        tuple(each for each in now.comparisons if each.settings.folder in names),
        tuple(each for each in now.concordances if each.settings.folder in names),
        make_local_items(kept, editions, pipeline.implemented(editions)),
    )


def _named_by_the_site(project: Project, rest: Relations) -> str:
    """Return the line that would stop the next build, because `site.toml` calls what goes by its name."""
    try:
        check_site(project.root, rest.editions)
    except ContractSiteError as error:
        return f"{error}; write another there, or the next build stops"
    return ""


def _emptied(gone: Sequence[Path]) -> tuple[Path, ...]:
    holding = dict.fromkeys(shared.parent for shared in map(shared_file, gone) if shared is not None)
    return tuple(folder for folder in holding if {*editions_in(folder)} <= {*gone})


def removal_lines(project: Project, removal: Removal) -> Iterator[str]:
    """Yield what a removal would do: the addresses given up, ledger by ledger, and what there would be to look at."""
    for folder in removal.folders:
        shown = project.shown(folder)
        yield f"{shown}: the folder goes; {_given_up(removal.given_up[shown])}"
    yield from (f"{project.shown(folder)}: the folder goes with its last edition" for folder in removal.emptied)
    own = {project.shown(folder) for folder in removal.folders}
    for ledger, addresses in removal.given_up.items():
        if ledger not in own:
            yield f"{ledger}/addresses.tsv: {_given_up(addresses)}"
    yield from map(str, removal.findings)
    if removal.of_the_site:
        yield removal.of_the_site


def not_yet(names: Sequence[str]) -> str:
    """Return what is said where a removal was only planned: the command that does it."""
    return f"nothing is changed yet; make remove AGREEMENT={shlex.quote(' '.join(names))} YES=1 removes it"


def remove(project: Project, removal: Removal) -> None:
    """Take the addresses out of the ledgers that stay, then the folders."""
    gone = {project.shown(folder) for folder in removal.folders}
    for shown in removal.given_up.keys() - gone:
        lost = set(removal.given_up[shown])
        ledger = load_ledger(project.root / shown, shown)
        save_addresses(project.root / shown, [item for item in ledger.published if item not in lost])
    for folder in (*removal.folders, *removal.emptied):
        remove_folder(folder)


def _comparisons_of(project: Project, slugs: Sequence[str]) -> list[Path]:
    settings = ((folder, load_comparison(folder, project.shown(folder))) for folder in project.comparisons)
    return [folder for folder, each in settings if {*slugs} & {each.before, each.after}]


def _lost(rest: Relations) -> dict[str, Sequence[Published]]:
    """Return the published addresses that what stays would lose, by folder. Raises ContractSiteError if one would mislead."""
    lost: dict[str, Sequence[Published]] = {}
    for each in recorded(Crossings(rest)):
        if wrong := next((finding for finding in broken_addresses(each.change, each.path) if finding.code != "S101"), None):
            raise ContractSiteError(f"{wrong}; it cannot be removed before")
        if each.change.lost:
            lost[each.folder] = each.change.lost
    return lost


def _given_up(addresses: Sequence[Published]) -> str:
    if not addresses:
        return "it has no published address"
    return f"{len(addresses):,} published addresses are given up{named(addresses)}"
