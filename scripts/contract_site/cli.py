"""The commands: what they take, what they print, how they end.

Exit status: 0 fine, 1 a wrong input or findings that must not stand, 2 a wrong command, 3 a text without articles.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from contract_site.beside.crossings import Crossings
from contract_site.build import editions, left_out, pipeline, updating
from contract_site.build.accounts import account_details, account_line, account_lines, outline_lines
from contract_site.build.adding import Request, add
from contract_site.build.checking import read_for_check
from contract_site.build.forking import fork_lines, make_fork, plan_fork, refusal
from contract_site.build.neighbours import Neighbours
from contract_site.build.pending_build import PAGE, pending_change
from contract_site.build.pending_page import pending_lines
from contract_site.build.plan import plan_lines
from contract_site.build.project import Project, nearby
from contract_site.build.proposing import proposed_subjects
from contract_site.build.refused import refused
from contract_site.build.removing import not_yet, plan_removal, removal_lines, remove
from contract_site.build.share import join, share_of
from contract_site.build.spoken import update_words_of
from contract_site.build.whole import MKDOCS
from contract_site.build.workers import makers
from contract_site.data.agreement import agreement_data
from contract_site.data.comparison import comparison_data
from contract_site.data.schema import to_json
from contract_site.desk.desk import Desk
from contract_site.desk.reading import progress_of
from contract_site.desk.server import serving
from contract_site.measure import building, picturing
from contract_site.model.finding import ContractSiteError
from contract_site.shelf.making import Report
from contract_site.site.preview import Preview, serve
from contract_site.site.zensical import ZENSICAL

ROOT = Path(__file__).resolve().parents[2]
FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
project_option = click.option(
    "--project", type=FOLDER, default=ROOT, show_default="this project", help="The folder with agreements/ and mkdocs.yml."
)
quiet_option = click.option("--quiet", is_flag=True, help="Print nothing but problems.")
OUT = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
json_option = click.option("--json", "out", type=OUT, default=None, help="Write the data here; - for the screen.")
NO_STRUCTURE = "P401"


@click.command()
@project_option
@click.option("--site", type=FOLDER, default=None, help="Where the site goes; site/ in the project if not given.")
@click.option("--no-bundles", is_flag=True, help="Leave out the files of the downloads page.")
@click.option("--engine", type=click.Choice([MKDOCS, ZENSICAL]), default=MKDOCS, help="What makes the pages.")
@click.option("--workers", type=click.IntRange(min=1), default=None, help="So many processes; one a processor if not given.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Have the workers of a Dask scheduler do it: tcp://host:8786.")
@click.option("--plan", is_flag=True, help="Only say what would be made, and why.")
@click.option("--shard", default="", metavar="I/N", help="Only make the records of a share of the agreements, for --join.")
@click.option("--join", "shelves", type=FOLDER, multiple=True, help="Take the records of a share from its shelf, build/shelf.")
@quiet_option
def build_site(
    project: Path,
    site: Path | None,
    no_bundles: bool,
    engine: str,
    workers: int | None,
    cluster: str,
    plan: bool,
    shard: str,
    shelves: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Build the site, only what changed is made again. The last site stays as it is until the new one is complete."""
    place = Project(project.resolve(), (site or project / "site").resolve())
    if plan:
        with _one_line_errors():
            click.echo("\n".join(plan_lines(place)))
        return
    with _one_line_errors(), _progress(quiet) as report, makers(workers, cluster) as making:
        if shard:
            slugs, count = pipeline.build_share(place, report, share_of(shard), bundles=not no_bundles, workers=making)
            said = f"share {shard}: {count} records made, agreements: {', '.join(slugs) or 'none'}"
        else:
            join(place, shelves)
            built = pipeline.build_site(place, report, bundles=not no_bundles, workers=making, engine=engine)
            said = f"{built.line}, in {nearby(place.site)}"
        click.echo("".join(f"{line}\n" for line in left_out.left_out(place)), nl=False, err=True)
    if not quiet:
        click.echo(said)


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@project_option
@click.option("--account", is_flag=True, help="Also why words were removed, and counts of provisions, references, addresses.")
@quiet_option
def check_agreements(slugs: tuple[str, ...], project: Path, account: bool, quiet: bool) -> None:
    """Print every finding as `path:line: code message`, then what became of each source's characters, in a line.

    With SLUGs only those agreements and the comparisons that name them.
    """
    with _one_line_errors(), _progress(quiet or not sys.stderr.isatty()) as report:
        place = Project(project.resolve(), project / "site")
        checked = read_for_check(place, slugs, report)
        relations, chosen = checked.relations, list(checked.editions.values())
        findings = [*map(str, pipeline.findings_of(relations, slugs)), *(() if slugs else left_out.left_out(place))]
        read = [progress_of(place.root / edition.folder, edition.folder, edition) for edition in chosen]
    click.echo("".join(f"{line}\n" for line in checked.left_out), nl=False, err=True)
    for line in (*findings, *account_lines(chosen, relations, account=account), *filter(None, read)):
        click.echo(line)
    if any(edition.account.unaccounted or edition.account.twice for edition in chosen):
        sys.exit(1)


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="Record also what changed in the texts, at this date.")
@project_option
@quiet_option
def record_addresses(slugs: tuple[str, ...], on: datetime | None, project: Path, quiet: bool) -> None:
    """Add new addresses to the ledgers of published addresses (addresses.tsv), to be reviewed and committed.

    With SLUGs only to those of these agreements and of the comparisons that name them. With --date also what changed in the
    texts since it was last recorded (changes.tsv), of which the site's feed tells.
    """
    with _one_line_errors(), _progress(quiet or not sys.stderr.isatty()) as report:
        changes, added = pipeline.record_addresses(
            Project(project.resolve(), project / "site"), report, on and on.date(), slugs
        )
    for each in added:
        click.echo(f"{each.on}: {each.of}: {each.kind}, {each.total} now")
    changed = {slug: change for slug, change in changes.items() if change.added or change.reworded}
    for slug, change in changed.items():
        click.echo(f"{slug}: {len(change.added)} addresses added, {len(change.reworded)} with new opening words")
    if not changed:
        click.echo("every address is recorded already")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--slug", required=True, help="Its address: small letters, figures and hyphens; never changed once published.")
@click.option("--edition-of", default="", help="The slug of an earlier edition: what fits is taken over, both are compared.")
@click.option("--update", "again", is_flag=True, help="The agreement is there: take this FILE in the place of its own.")
@click.option("--ocr", is_flag=True, help="A PDF is a scan: have ocrmypdf or tesseract recognise its letters.")
@project_option
def add_agreement(file: tuple[Path, ...], slug: str, edition_of: str, again: bool, ocr: bool, project: Path) -> None:
    """Add an agreement from its FILE: a PDF, a Word file, a web page, Markdown or text; several, or a folder, in their order.

    Prints what was taken for what and what to look at first. What stands in its folder already changes with --update only.
    """
    place = Project(project.resolve(), project / "site")
    request = Request(file, slug, edition_of, ocr)
    with _one_line_errors(), _progress(not sys.stderr.isatty()) as report:
        lines = list(updating.update(place, request, report) if again else add(place, request, report))
    click.echo("\n".join(lines))


@click.command()
@click.argument("names", nargs=-1, required=True)
@project_option
@click.option("--yes", is_flag=True, help="Remove it; without this it is only said what would be done.")
def remove_agreement(names: tuple[str, ...], project: Path, yes: bool) -> None:
    """Say which published addresses are given up if NAMES, slugs or agreements' ids, are removed; --yes removes them."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors():
        with _progress(not sys.stderr.isatty()) as report:
            removal = plan_removal(place, names, report)
        click.echo("\n".join(removal_lines(place, removal)))
        if yes:
            remove(place, removal)
    click.echo("removed" if yes else not_yet(names))


@click.command()
@click.argument("name")
@project_option
@click.option("--yes", is_flag=True, help="Do it; without this it is only said what would be done.")
def fork_project(name: str, project: Path, yes: bool) -> None:
    """Make a site of your own, called NAME: every agreement is taken out, invented ones take their place. For a copy only."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors():
        fork = plan_fork(place, name)
        for line in fork_lines(place, fork):
            click.echo(line)
        if yes:
            make_fork(place, fork)
            pipeline.record_addresses(place, pipeline.unreported)
    if yes:
        click.echo("done; make site builds it")
        return
    command = f'make fork NAME="{fork.name}" YES=1'
    reason = refusal(place, fork)
    click.echo(f"nothing is changed yet; {command} {f'is refused: {reason}' if reason else 'does it'}")


@click.command()
@click.argument("base")
@project_option
def preview_change(base: str, project: Path) -> None:
    """Say what the change since the commit BASE does: provisions, words, links, addresses, comparisons, bytes of pages."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors():
        found = pending_change(place, base)
    click.echo("\n".join(pending_lines(found)))
    click.echo(f"with redlines: {nearby(place.build / PAGE)}")


@click.command()
@project_option
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Where it listens; 0: any free port."
)
def serve_site(project: Path, port: int) -> None:
    """Show the site on this machine and build it again whenever one of its files changes. Ctrl-C stops."""
    root = project.resolve()
    site = root / "build" / "preview"
    build = [ROOT / "scripts" / "build_site.py", "--project", root, "--site", site, "--no-bundles", "--quiet"]
    with _one_line_errors(), suppress(KeyboardInterrupt):
        serve(Preview(root, site, [sys.executable, *map(str, build)], click.echo), port, threading.Event())


@click.command()
@click.argument("slug")
@project_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default="any free port", help="Where the desk listens.")
def review_agreement(slug: str, project: Path, port: int) -> None:
    """Open the reading desk of the agreement SLUG on this machine: its source beside what was found. Ctrl-C closes it."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors(), suppress(KeyboardInterrupt):
        folders = place.by_slug
        pipeline.check_slugs([slug], folders)
        desk = Desk(folders[slug], place.shown(folders[slug]), Neighbours(place, slug))
        with serving(desk, port) as address:
            click.echo(f"The desk is at {address} ({desk.progress}; Ctrl-C closes it)")
            if sys.stdout.isatty():
                click.launch(address)
            threading.Event().wait()


@click.command()
@click.argument("file", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--settings", type=FILE, default=None, help="Its agreement.toml or edition.toml; files beside that count too.")
@json_option
@click.option("--outline", is_flag=True, help="Print how parts and provisions were found, as rows that an editor may keep.")
def inspect_agreement(file: tuple[Path, ...], settings: Path | None, out: Path | None, outline: bool) -> None:
    """Parse one agreement without building the site: print what was found, or write the same data as the site's.

    FILE is its text, PDF, Word file, web page or Markdown; several files, or a folder, are read one after the other.
    Ends with status 3 where no articles were found.
    """
    with _one_line_errors():
        edition = editions.inspect_files(file, settings)
        relations = pipeline.relate_alone(edition)
        if out is not None and str(out) != "-":
            out.write_text(to_json(agreement_data(edition, Crossings(relations))), encoding="utf-8", newline="\n")
    if out is not None and str(out) == "-":
        click.echo(to_json(agreement_data(edition, Crossings(relations))), nl=False)
        return
    findings = tuple(pipeline.findings_alone(edition, relations))
    if outline:
        for line in outline_lines(edition, findings):
            click.echo(line)
        return
    for finding in findings:
        click.echo(str(finding))
    for line in (account_line(edition), *account_details(edition)):
        click.echo(line)
    if out is None and any(finding.code == NO_STRUCTURE for finding in edition.findings):
        sys.exit(3)


@click.command()
@click.argument("before", required=False)
@click.argument("after", required=False)
@project_option
@json_option
@click.option("--record", is_flag=True, help="Add rows to every lineage of the project for units that are in none.")
@click.option("--propose", is_flag=True, help="Show where the program would decide otherwise than the lineages do.")
def compare_editions(
    before: str | None, after: str | None, project: Path, out: Path | None, record: bool, propose: bool
) -> None:
    """Compare two agreements, BEFORE and AFTER: slugs of the project or files. Prints a summary, or writes the data."""
    place = Project(project.resolve(), project / "site")
    if record or propose:
        with _one_line_errors():
            lines = list(pipeline.record_lineage(place) if record else pipeline.proposed_lineage(place))
        for line in lines or ["every unit is in a row already" if record else "every row is as the program would pair it"]:
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
        if count:
            click.echo(f"{change.value}: {count}")


@click.command()
@click.argument("slug")
@project_option
def propose_subjects(slug: str, project: Path) -> None:
    """Print the subjects that the edition SLUG seems to deal with, as TOML for a person to read and accept."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors():
        pipeline.check_slugs([slug], place.by_slug)
        lines = list(proposed_subjects(place, pipeline.edition_named(place, slug)))
    for line in lines:
        click.echo(line)


@click.command()
@project_option
@click.option("--agreement", default="", help="The slug of the one that is parsed; the longest if not given.")
@click.option("--runs", type=click.IntRange(min=1), default=3, show_default=True, help="The median of so many runs is shown.")
@click.option("--copies", type=click.IntRange(min=1), multiple=True, help="Only build sites of so many agreements.")
@quiet_option
def run_benchmarks(project: Path, agreement: str, runs: int, copies: tuple[int, ...], quiet: bool) -> None:
    """Measure parsing and building: compare the ratios inside a run, not the seconds of two."""
    place = Project(project.resolve(), project / "site")
    with _one_line_errors():
        say = (lambda _: None) if quiet else _say
        for line in building.measure(place, agreement or building.longest(place), runs, say, copies):
            click.echo(line)


@click.command()
@project_option
def make_pictures(project: Path) -> None:
    """Make the pictures of the guides anew, from the site of the invented agreements."""
    with _one_line_errors():
        click.echo(picturing.make_guide_pictures(project.resolve()))


@click.command()
@project_option
def update_words(project: Path) -> None:
    """Bring the catalogues of the site's own words up to what code, templates and scripts say; translations stay."""
    with _one_line_errors():
        for line in update_words_of(project.resolve()):
            click.echo(line)


@contextmanager
def _one_line_errors() -> Iterator[None]:
    """End with one line and exit status 1 on a wrong input; on an interruption say that nothing was changed."""
    try:
        yield
    except (ContractSiteError, OSError) as error:
        click.echo(refused(error) if isinstance(error, OSError) else str(error), err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("interrupted; the last site stands as it was", err=True)
        sys.exit(130)


@contextmanager
def _progress(quiet: bool) -> Iterator[Report]:
    """Yield what stages report to: a bar for each on a terminal, plain lines elsewhere, nothing if quiet."""
    if quiet:
        yield pipeline.unreported
        return
    if not (console := Console(stderr=True)).is_terminal:
        yield _plain_report
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        tasks = {}

        def report(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what, total=total)
            progress.update(tasks[what], completed=done, total=total)

        yield report


def _say(what: str) -> None:
    click.echo(f"{what} …", err=True)


def _plain_report(what: str, done: int, total: int) -> None:
    click.echo(f"{what}: {done} of {total}", err=True)
