"""Every stage in order: read → parse → link → compare → render → site → bundle. No rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from contract_site.beside.crossings import Crossings
from contract_site.build.changes import record_changes
from contract_site.build.comparing import (
    compare_pair,
    load_settings,
    make_comparisons,
    make_concordances,
    make_local_items,
    proposed_rows,
    record_rows,
)
from contract_site.build.editions import inspect_file, load_folder
from contract_site.build.paged import refuse_broken
from contract_site.build.project import Project
from contract_site.build.share import BuildShare, make_share
from contract_site.build.spoken import in_its_language
from contract_site.build.whole import MKDOCS, Built, build
from contract_site.editors.ledger import load_ledger, save_addresses
from contract_site.link.backlinks import check_relations, turn_round
from contract_site.link.citable import plant
from contract_site.link.explained import explanation_findings, link_explanations
from contract_site.link.implements import check_items, implemented_items
from contract_site.link.references import check_links, its_agreement_findings, link_edition, reference_findings
from contract_site.link.terms import defined_terms
from contract_site.model.agreement import undated_findings
from contract_site.model.comparison import Comparison, ComparisonSettings, LocalItems
from contract_site.model.concordance import Concordance
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError, Finding, SettingsError
from contract_site.model.ledger import Ledger, LedgerChange
from contract_site.model.relation import Place, Relations
from contract_site.model.site_change import SiteChange
from contract_site.published.ledger import ledger_findings, recorded
from contract_site.shelf.lock import alone
from contract_site.shelf.making import Maker, Report, Workers
from contract_site.shelf.shelf import Shelf
from contract_site.site import folder

Load = Callable[[Path, str], Edition]
"""Gives the edition of an agreement's folder, which messages call by the second."""
WAITING = "Waiting for another build of this project"
"""What is reported while another has the shelf."""


def build_site(
    project: Project, report: Report, *, bundles: bool = True, workers: Workers | None = None, engine: str = MKDOCS
) -> Built:
    """Build the whole site, with or without its bundles, beside the last one and swap it in; ``engine`` makes its pages.

    What did not change since an earlier build is taken from the shelf. ``workers`` make the rest, if there are any.
    Raises ContractSiteError, leaving the last site as it was.
    """
    shelf = Shelf(project.build / "shelf")
    maker = Maker(shelf, workers, report)
    with alone(shelf.folder, lambda: report(WAITING, 0, 1)):
        folder.restore(project.site, project.build)
        folder.check_target(project.site)
        with folder.workshop(project.build) as work, in_its_language(project.root):
            if engine == MKDOCS:  # another writes where files are, and would change those of who keeps links to them
                folder.take_spare(project.build, work / "site")
            built = build(project, maker, work / "site", bundles=bundles, engine=engine)
            folder.swap_in(work / "site", project.site, project.build)
            folder.keep_spare(work / "site", project.build)
        shelf.keep_only(maker.names)
    return built


def build_share(
    project: Project, report: Report, share: BuildShare, *, bundles: bool = True, workers: Workers | None = None
) -> tuple[list[str], int]:
    """Make the records of a share of the agreements, with or without its bundles; return their slugs, and how many were made.

    Raises ContractSiteError.
    """
    shelf = Shelf(project.build / "shelf")
    maker = Maker(shelf, workers, report)
    with alone(shelf.folder, lambda: report(WAITING, 0, 1)), in_its_language(project.root):
        return make_share(project, maker, share, bundles=bundles), len(maker.made)


def load_editions(
    project: Project, report: Report, load: Load = load_folder, without: Collection[Path] = ()
) -> dict[str, Edition]:
    """Read and parse every edition but those in some folders, in the order of folder names. Raises ContractSiteError."""
    folders = [folder for folder in project.folders if folder not in without]
    if not folders:
        raise ContractSiteError(f"{project.agreements}:1: no agreement here; add a folder with an agreement.toml")
    editions: dict[str, Edition] = {}
    for done, each in enumerate(folders):
        report("Reading agreements", done, len(folders))
        edition = load(each, project.shown(each))
        if (owner := editions.get(edition.slug)) is not None:
            raise SettingsError(
                f"{edition.settings_file}:1: slug '{edition.slug}' is already that of {owner.settings_file}; give each its own"
            )
        editions[edition.slug] = edition
    report("Reading agreements", len(folders), len(folders))
    return editions


def load_ledgers(project: Project, editions: Mapping[str, Edition], without: Collection[Path] = ()) -> dict[str, Ledger]:
    """Read the record of published addresses of every agreement, by slug, and comparison, by folder. Raises SettingsError."""
    folders = {slug: edition.folder for slug, edition in editions.items()}
    folders |= {shown: shown for shown in (project.shown(each) for each in project.comparisons if each not in without)}
    return {name: load_ledger(project.root / shown, shown) for name, shown in folders.items()}


def load_comparisons(project: Project, editions: Mapping[str, Edition]) -> tuple[Comparison, ...]:
    """Read and make every comparison of the project that has a lineage. Raises SettingsError."""
    return make_comparisons(load_settings(project.comparisons, project.root, editions), editions)


def load_relations(
    project: Project, editions: Mapping[str, Edition], hidden: Collection[str] = (), without: Collection[Path] = ()
) -> Relations:
    """Find all that lies beside the trees of a project's agreements, but for comparisons with ``hidden`` ones, by slug.

    Comparisons in folders that it is to do ``without`` are not read. Raises SettingsError.
    """
    compared = [folder for folder in project.comparisons if folder not in without]
    kept = load_settings(compared, project.root, editions, hidden)
    concordances = make_concordances(kept, editions)
    items = make_local_items(kept, editions, implemented(editions))
    comparisons = make_comparisons(kept, editions)
    return relate(editions, load_ledgers(project, editions, without), comparisons, concordances, items)


def record_lineage(project: Project) -> Iterator[str]:
    """Add rows to every lineage for units that are in none, changing none; yield a line for each. Raises SettingsError."""
    editions = load_editions(project, unreported)
    return record_rows(load_comparisons(project, editions), project.root)


def proposed_lineage(project: Project) -> Iterator[str]:
    """Yield a line for each row of a lineage that the program would decide otherwise. Raises SettingsError."""
    editions = load_editions(project, unreported)
    return proposed_rows(load_comparisons(project, editions), project.root, editions)


def unreported(_what: str, _done: int, _total: int) -> None:
    """A report that nobody reads."""


def compare_named(project: Project, before: str, after: str) -> Comparison:
    """Compare two texts by slug or file, with the lineage of the pair if the project has one. Raises ContractSiteError."""
    one, other = edition_named(project, before), edition_named(project, after)
    return compare_pair(project.comparisons, project.root, one, other, (before, after))


def edition_named(project: Project, name: str) -> Edition:
    """Return the edition of a slug of the project, or of any file. Raises ContractSiteError."""
    folders = project.by_slug
    if name in folders:
        return load_folder(folders[name], project.shown(folders[name]))
    return inspect_file(Path(name), None)


def refuse_broken_addresses(crossings: Crossings) -> None:
    """Raise ContractSiteError, naming every place, if a published address would disappear or mislead."""
    refuse_broken(recorded(crossings))


def record_addresses(
    project: Project, report: Report, on: date | None = None, only: Collection[str] = ()
) -> tuple[dict[str, LedgerChange], tuple[SiteChange, ...]]:
    """Add today's new addresses to the ledger of every agreement and comparison; return what changed, by slug or folder.

    With ``only`` some agreements (slugs), to theirs and to those of the comparisons that name them. With a date, what changed
    in the texts is recorded at it, and returned. Raises ContractSiteError, writing nothing, if a published address would
    disappear or mislead.
    """
    editions = load_editions(project, report)
    check_slugs(only, editions)
    crossings = Crossings(load_relations(project, editions))
    refuse_broken_addresses(crossings)
    changes: dict[str, LedgerChange] = {}
    names = {*only, *_compared_with(crossings.relations, only)}
    for each in recorded(crossings):
        if only and each.name not in names:
            continue
        changes[each.name] = each.change
        known = {item.address for item in each.today}
        kept = [item for item in each.ledger.published if item.address not in known]
        save_addresses(project.root / each.folder, [*each.today, *kept])
    return changes, record_changes(project, crossings, on) if on else ()


def check_slugs(slugs: Iterable[str], known: Iterable[str]) -> None:
    """Raise ContractSiteError if one of the slugs is that of no agreement."""
    for slug in slugs:
        if slug not in known:
            raise ContractSiteError(f"there is no agreement '{slug}'; known: {', '.join(sorted(known))}")


def relate(
    editions: Mapping[str, Edition],
    ledgers: Mapping[str, Ledger],
    comparisons: Sequence[Comparison] = (),
    concordances: Sequence[Concordance] = (),
    items: Sequence[LocalItems] = (),
) -> Relations:
    """Find what lies beside the trees: references, what cites what, local items. Raises SettingsError."""
    trees = {slug: plant(edition) for slug, edition in editions.items()}
    links = {slug: link_edition(edition, trees) for slug, edition in editions.items()}
    for slug, edition in editions.items():
        check_links(edition, links[slug], editions)
        check_relations(edition, links[slug])
    return Relations(
        editions=editions,
        ledgers=ledgers,
        links=links,
        explained={slug: link_explanations(edition, trees) for slug, edition in editions.items()},
        backlinks=turn_round(editions, links),
        terms={slug: defined_terms(edition) for slug, edition in editions.items()},
        comparisons=comparisons,
        concordances=concordances,
        local_items=items,
        implemented=implemented(editions),
    )


def implemented(editions: Mapping[str, Edition]) -> dict[str, dict[str, Place]]:
    """Return the items that each edition answers, if it is a local agreement. Raises SettingsError."""
    return {slug: implemented_items(edition, editions) for slug, edition in editions.items()}


def relate_alone(edition: Edition) -> Relations:
    """Return what lies beside one edition when no other is read: references to another agreement stay unresolved."""
    editions, trees = {edition.slug: edition}, {edition.slug: plant(edition)}
    links, explained = {edition.slug: link_edition(edition, trees)}, {edition.slug: link_explanations(edition, trees)}
    terms = {edition.slug: defined_terms(edition)}
    return Relations(editions=editions, links=links, explained=explained, backlinks=turn_round(editions, links), terms=terms)


def findings_alone(edition: Edition, relations: Relations) -> Iterator[Finding]:
    """Yield what is found in one edition when no other is read: what its text says to another agreement is one finding."""
    yield from edition.findings
    yield from its_agreement_findings(edition, relations.links[edition.slug])


def findings_of(relations: Relations, only: Collection[str] = ()) -> Iterator[Finding]:
    """Yield every finding, or those of ``only`` some agreements (slugs): by agreement and place, then by comparison."""
    chosen = only or relations.editions
    ledgers = {each.name: each for each in recorded(Crossings(relations))}
    undated = list(undated_findings(relations.editions.values()))

    def published(name: str) -> Iterator[Finding]:
        own = ledgers.get(name)
        return ledger_findings(own.change, own.path) if own else iter(())

    for slug, edition in relations.editions.items():
        if slug not in chosen:
            continue
        explained = explanation_findings(edition, relations.explained.get(slug, {}))
        linked = (*check_items(edition, relations.implemented[slug]), *reference_findings(edition, relations.links[slug]))
        order = (each for each in undated if each.path == edition.settings_file)
        yield from sorted((*edition.findings, *linked, *explained, *order, *published(slug)))
    for settings, own in _compared_findings(relations):
        if settings.before in chosen or settings.after in chosen:
            yield from (*own, *published(settings.folder))


def _compared_with(relations: Relations, slugs: Collection[str]) -> Iterator[str]:
    """Yield the folders of what is compared with some agreements."""
    for settings, _ in _compared_findings(relations):
        if settings.before in slugs or settings.after in slugs:
            yield settings.folder


def _compared_findings(relations: Relations) -> Iterator[tuple[ComparisonSettings, Sequence[Finding]]]:
    """Yield the settings of everything that is compared, with the findings about it."""
    yield from ((each.settings, each.findings) for each in relations.comparisons)
    yield from ((each.settings, each.findings) for each in relations.concordances)
    yield from ((each.settings, ()) for each in relations.local_items)
