"""The commands: what they take, what they print, how they end.

Exit status: 0 fine, 1 a wrong input or findings that must not stand, 2 a wrong command.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from contract_site.beside.crossings import Crossings
from contract_site.build import editions, pipeline
from contract_site.data.agreement import agreement_data
from contract_site.data.comparison import comparison_data
from contract_site.data.schema import to_json
from contract_site.measure import building
from contract_site.model.citation import Links
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.published.ledger import addresses_line, recorded

ROOT = Path(__file__).resolve().parents[2]
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)

project_option = click.option(
    "--project", type=FOLDER, default=ROOT, show_default="this project", help="The folder with agreements/ and mkdocs.yml."
)
quiet_option = click.option("--quiet", is_flag=True, help="Print nothing but problems.")


MOST_REASONS = 20
"""How many reasons for removing words the account names; a source in columns has as many as it has stray marks."""


@click.command()
@project_option
@click.option("--site", type=FOLDER, default=None, help="Where the site goes; site/ in the project if not given.")
@click.option("--no-bundles", is_flag=True, help="Leave out the files of the downloads page.")
@quiet_option
def build_site(project: Path, site: Path | None, no_bundles: bool, quiet: bool) -> None:
    """Build the whole site from the agreements. The last site stays as it is until the new one is complete."""
    with _one_line_errors(), _progress(quiet) as report:
        place = pipeline.Project(project.resolve(), (site or project / "site").resolve())
        built = pipeline.build_site(place, report, bundles=not no_bundles)
    if not quiet:
        provisions = sum(1 for edition in built.editions for _ in edition.provisions())
        click.echo(f"{built.pages} pages, {provisions} provisions, agreements: {len(built.editions)}, in {place.site}")


@click.command()
@project_option
@quiet_option
def check_agreements(project: Path, quiet: bool) -> None:
    """Print every finding as `path:line: code message`, then the account of each source's characters."""
    with _one_line_errors(), _progress(quiet) as report:
        place = pipeline.Project(project.resolve(), project / "site")
        editions = pipeline.load_editions(place, report)
        relations = pipeline.load_relations(place, editions)
        findings = list(pipeline.findings_of(relations))
    for finding in findings:
        click.echo(str(finding))
    for edition in editions.values():
        for line in (*_account(edition), *_reference_counts(relations.links[edition.slug])):
            click.echo(line)
    for each in recorded(Crossings(relations)):
        click.echo(addresses_line(each))
    if any(edition.account.unaccounted or edition.account.twice for edition in editions.values()):
        sys.exit(1)


@click.command()
@project_option
@quiet_option
def record_addresses(project: Path, quiet: bool) -> None:
    """Add new addresses to the ledgers of published addresses (addresses.tsv), to be reviewed and committed."""
    with _one_line_errors(), _progress(quiet) as report:
        changes = pipeline.record_addresses(pipeline.Project(project.resolve(), project / "site"), report)
    for slug, change in changes.items():
        click.echo(f"{slug}: {len(change.added)} addresses added, {len(change.reworded)} with new opening words")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--settings", type=FILE, default=None, help="The agreement.toml to read it with; files beside it count too.")
@click.option(
    "--json",
    "out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=None,
    help="Write the data here; - for the screen.",
)
def inspect_agreement(file: tuple[Path, ...], settings: Path | None, out: Path | None) -> None:
    """Parse one agreement without building the site: print what was found, or write the same data as the site's.

    FILE is its text, PDF, Word file, web page or Markdown; several files, or a folder, are read one after the other.
    """
    with _one_line_errors():
        edition = editions.inspect_files(file, settings)
        relations = pipeline.relate_alone(edition)
        if out is not None and str(out) != "-":
            out.write_text(to_json(agreement_data(edition, Crossings(relations))), encoding="utf-8", newline="\n")
    if out is not None and str(out) == "-":
        click.echo(to_json(agreement_data(edition, Crossings(relations))), nl=False)
        return
    for finding in edition.findings:
        click.echo(str(finding))
    for line in _account(edition):
        click.echo(line)


@click.command()
@click.argument("before", required=False)
@click.argument("after", required=False)
@project_option
@click.option(
    "--json",
    "out",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=None,
    help="Write the data here; - for the screen.",
)
@click.option("--record", is_flag=True, help="Add rows to every lineage of the project for units that are in none.")
@click.option("--propose", is_flag=True, help="Show where the program would decide otherwise than the lineages do.")
def compare_editions(
    before: str | None, after: str | None, project: Path, out: Path | None, record: bool, propose: bool
) -> None:
    """Compare two agreements, BEFORE and AFTER: slugs of the project or files. Prints a summary, or writes the data."""
    place = pipeline.Project(project.resolve(), project / "site")
    if record or propose:
        with _one_line_errors():
            for line in pipeline.record_lineage(place) if record else pipeline.proposed_lineage(place):
                click.echo(line)
        return
    if before is None or after is None:
        raise click.UsageError("give BEFORE and AFTER, or --record, or --propose")
    with _one_line_errors():
        comparison = pipeline.compare_named(place, before, after)
        text = to_json(comparison_data(comparison))
        if out is not None and str(out) != "-":
            out.write_text(text, encoding="utf-8", newline="\n")
    if out is not None and str(out) == "-":
        click.echo(text, nl=False)
        return
    for change, count in comparison.summary.items():
        click.echo(f"{change.value}: {count}")


@click.command()
@project_option
@click.option("--agreement", default="national-2010", show_default=True, help="The folder whose source is parsed.")
@click.option("--runs", type=click.IntRange(min=1), default=3, show_default=True, help="The median of so many runs is shown.")
@quiet_option
def run_benchmarks(project: Path, agreement: str, runs: int, quiet: bool) -> None:
    """Measure parsing and building: compare the ratios inside a run, not the seconds of two."""
    place = pipeline.Project(project.resolve(), project / "site")
    with _one_line_errors():
        for line in building.measure(place, agreement, runs, _silent if quiet else _say):
            click.echo(line)


@contextmanager
def _one_line_errors() -> Iterator[None]:
    """End with one line and exit status 1 on a wrong input; on an interruption say that nothing was changed."""
    try:
        yield
    except ContractSiteError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"{error.filename or 'file'}:1: {error.strerror or error}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("interrupted; the last site stands as it was", err=True)
        sys.exit(130)


@contextmanager
def _progress(quiet: bool) -> Iterator[pipeline.Report]:
    """Yield what stages report to: a bar for each on a terminal, plain lines elsewhere, nothing if quiet."""
    if quiet:
        yield _no_report
        return
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_report
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as progress:
        tasks = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=total)
            progress.update(tasks[what], completed=done, total=total)

        yield report


def _say(what: str) -> None:
    click.echo(f"{what} …", err=True)


def _silent(_what: str) -> None:
    pass


def _no_report(_what: str, _done: int, _total: int) -> None:
    pass


def _plain_report(what: str, done: int, total: int) -> None:
    click.echo(f"{what}: {done} of {total}", err=True)


def _brief(reason: str) -> str:
    """A reason without what only one place says: each correction that removes words has its own."""
    return "by a correction" if reason.startswith("removed by a correction") else reason


def _account(edition: Edition) -> Iterator[str]:
    """Yield the account of a source's characters and the count of its provisions by container and rank."""
    account = edition.account
    shared = edition.folder and not edition.source.name.startswith(f"{edition.folder}/")
    name = f"{edition.folder} ({edition.source.name})" if shared else edition.source.name
    yield (
        f"{name}: {account.characters} characters: {account.kept} kept, {account.removed} removed, "
        f"{len(account.unaccounted)} unaccounted, {len(account.twice)} counted twice"
    )
    removed = Counter(_brief(furniture.reason) for furniture in edition.furniture)
    listed = sorted(sorted(removed, key=lambda reason: -removed[reason])[:MOST_REASONS])
    others = sum(removed.values()) - sum(removed[reason] for reason in listed)
    shown = [*(f"{reason} ({removed[reason]})" for reason in listed), *([f"for other reasons ({others})"] if others else [])]
    yield "  removed: " + (", ".join(shown) or "nothing")
    ranks: dict[str, Counter[str]] = {}
    for part, provision in edition.provisions():
        ranks.setdefault(part.container.partition(":")[0], Counter())[provision.rank.value] += 1
    for container, counts in ranks.items():
        kinds = ", ".join(f"{count} {rank}" for rank, count in counts.most_common())
        yield f"  {container}: {counts.total()} provisions: {kinds}"
    yield f"  {len(edition.memoranda)} memoranda, {len(edition.corrections)} corrections, {len(edition.notes)} editors’ notes"


def _reference_counts(links: Links) -> Iterator[str]:
    """Yield the counts of references by status and form."""
    counts: dict[str, Counter[str]] = {}
    for reference in links.references:
        status = type(reference.resolution).__name__.lower()
        counts.setdefault(status, Counter())[reference.resolution.citation.form.value] += 1
    for status, forms in sorted(counts.items()):
        listed = ", ".join(f"{count} {form}" for form, count in forms.most_common())
        yield f"  references {status}: {forms.total()}: {listed}"
