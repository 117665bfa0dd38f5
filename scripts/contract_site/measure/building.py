"""Measure how fast a source is parsed, how that grows with its length, how long each stage takes, what files weigh.

A run says how things stand on one machine at one time: compare the ratios inside a run, not the seconds of two.
"""

from __future__ import annotations

import gzip
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from contract_site.build import editions, pipeline
from contract_site.build.project import Project
from contract_site.compare.comparison import compare
from contract_site.compare.units import units_of
from contract_site.editors.settings import load_comparison, load_editorial
from contract_site.measure import growing
from contract_site.measure.visiting import visits
from contract_site.model.comparison import Unit
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.read.pages import mark_pages
from contract_site.read.text import locate_corrections, read_source, split_lines

TIMES = (1, 4, 16)
COMPARED = (1, 4, 10)
LONG_WORD = re.compile(r"[A-Za-z]{4,}")
ARTICLE = re.compile(r"^(ARTICLE )(\d+)$", re.MULTILINE)
WEIGHED = (
    "index.html",
    "assets/look/read.css",
    "assets/look/read.js",
    "assets/asked/search.js",
    "search/data.js",
    "search/vocabulary.js",
)
HEAVIEST = 3
"""So many of an agreement's pages are weighed, the heaviest."""
BUNDLES = (".zip", ".html", ".epub")
AFTER = {"Writing the site’s own pages": "Putting the site together"}
"""What goes on after a stage has reported its end and before the next reports its beginning."""


@dataclass(frozen=True, slots=True)
class Growth:
    """How long a text takes, and the same text several times over."""

    times: int
    characters: int
    seconds: float

    @property
    def per_character(self) -> float:
        """The seconds that a character takes."""
        return self.seconds / self.characters


@dataclass(slots=True)
class Stages:
    """A report that notes when it was told what."""

    told: list[tuple[float, str, bool]] = field(default_factory=list)

    def __call__(self, what: str, done: int, total: int) -> None:
        """Note that so many of a stage's things are done."""
        self.told.append((time.perf_counter(), what, done >= total))

    def seconds(self) -> dict[str, float]:
        """Return how long each stage took, in the order they ran."""
        taken: dict[str, float] = {}
        for (start, what, ended), (end, _, _) in pairwise([*self.told, (time.perf_counter(), "", True)]):
            name = AFTER.get(what, what) if ended else what
            taken[name] = taken.get(name, 0.0) + end - start
        return taken


def measure(
    project: Project, agreement: str, runs: int, say: Callable[[str], None], copies: Sequence[int] = ()
) -> Iterator[str]:
    """Yield what is measured, a line each, telling ``say`` what is going on. Raises ContractSiteError.

    ``agreement`` is the slug of the one whose source is parsed; of several ``runs`` the median counts. With ``copies`` nothing
    is measured but what sites of so many copies of it cost.
    """
    if copies:
        yield from growing.of_copies(project, agreement, copies, say)
        return
    say("Parsing the source, stage by stage")
    folders = project.by_slug
    pipeline.check_slugs([agreement], folders)
    edition, lines = measure_stages(folders[agreement], runs)
    yield from (f"{agreement}: {len(edition.source.text):,} characters", *lines, "")
    say(f"Parsing its articles {', '.join(f'{times}x' for times in TIMES)}")
    yield from ("Growth (articles alone, without settings)", *growth_lines(measure_growth(articles(edition), runs)), "")
    if project.comparisons:
        say(f"Comparing two editions {', '.join(f'{times}x' for times in COMPARED)}")
        yield from ("Comparing (each copy in words of its own)", *comparison_lines(project, runs), "")
    yield from (*growing.of_copies(project, agreement, growing.COPIES, say), "")
    say("Building the site")
    with scratch_site(project.root) as place:
        stages = Stages()
        built = pipeline.build_site(place, stages)
        yield f"Building {built.pages} pages"
        yield from (f"  {name:<28}{taken:8.2f} s" for name, taken in stages.seconds().items())
        yield from ("", "Weight", *weights(place.site, edition.slug))
        yield from visits(place, edition, runs, say)
        yield from ("", "Downloads, beside the source of their agreement", *bundle_weights(place))


def measure_stages(folder: Path, runs: int) -> tuple[Edition, list[str]]:
    """Return the edition in a folder, and a line for each stage that makes it. Raises ContractSiteError."""
    editorial = load_editorial(folder, folder.name)
    path = folder / editorial.agreement.source.file

    def read() -> None:
        source = read_source(path, path.name)
        mark_pages(split_lines(source, locate_corrections(source, editorial.corrections, "corrections.toml")))

    def whole() -> Edition:
        return editions.load_folder(folder, folder.name)

    edition = whole()
    read_seconds, seconds = seconds_of(read, runs), seconds_of(whole, runs)
    megabytes = path.stat().st_size / 1_000_000
    return edition, [
        f"  {'read: file to lines':<28}{read_seconds:8.3f} s",
        f"  {'parse: lines to provisions':<28}{seconds - read_seconds:8.3f} s",
        f"  {'read and parse':<28}{seconds:8.3f} s {megabytes / seconds:8.2f} MB/s",
    ]


def articles(edition: Edition) -> str:
    """Return the stretch of the source that the articles take up."""
    spans = [
        span
        for part in edition.parts
        if part.in_body
        for provision in part.root.walk()
        for words in (provision.label, provision.heading, *(block.words for block in provision.blocks))
        for span in words.spans
    ]
    return edition.source.text[min(span.start for span in spans) : max(span.end for span in spans)] + "\n"


def copies(text: str, times: int) -> str:
    """Return the articles so many times over, numbered on: the parser takes a second Article 1 for words of the last."""
    step = max((int(number) for _, number in ARTICLE.findall(text)), default=0)

    def numbered_on(turn: int) -> str:
        return ARTICLE.sub(lambda found: f"{found[1]}{int(found[2]) + step * turn}", text)

    return "".join(map(numbered_on, range(times)))


def measure_growth(text: str, runs: int) -> list[Growth]:
    """Parse a text, and the same text several times over, in turns; return the median of each."""
    taken: dict[int, list[float]] = {times: [] for times in TIMES}
    texts = {times: copies(text, times) for times in TIMES}
    with tempfile.TemporaryDirectory() as folder:
        paths = {times: Path(folder) / f"text-{times}.txt" for times in TIMES}
        for times, path in paths.items():
            path.write_text(texts[times], encoding="utf-8", newline="\n")
        for _ in range(runs):
            for times, path in paths.items():
                taken[times].append(seconds_of(lambda path=path: editions.inspect_file(path, None), 1))  # type: ignore[misc]
    return [Growth(times, len(texts[times]), median(seconds)) for times, seconds in taken.items()]


def growth_lines(measured: list[Growth]) -> list[str]:
    """Return a line for each length: seconds, and how much more a character takes than in the shortest."""
    least = measured[0].per_character
    return [
        f"  {each.times:>3}x {each.characters:>12,} characters {each.seconds:8.3f} s"
        f" {each.per_character * 1e6:8.3f} µs a character, ratio {each.per_character / least:.2f}"
        for each in measured
    ]


def comparison_lines(project: Project, runs: int) -> Iterator[str]:
    """Yield how long the first comparison of the project takes, and how long with each text several times over."""
    editions = pipeline.load_editions(project, pipeline.unreported)
    settings = load_comparison(project.comparisons[0], project.comparisons[0].name)
    before, after = units_of(editions[settings.before]), units_of(editions[settings.after])
    least = 0.0
    for times in COMPARED:
        one, other = in_copies(before, times), in_copies(after, times)
        seconds = seconds_of(lambda one=one, other=other: compare(one, other, settings), runs)  # type: ignore[misc]
        each = seconds / (len(one) + len(other))
        least = least or each
        yield (
            f"  {times:>3}x {len(one) + len(other):>12,} units {seconds:13.3f} s {each * 1e3:8.3f} ms a unit,"
            f" ratio {each / least:.2f}"
        )


def in_copies(units: Sequence[Unit], times: int) -> list[Unit]:
    """Return the units so many times over, each copy with longer words of its own: copies alike would be one text."""
    return [
        replace(
            unit,
            name=f"{turn}-{unit.name}",
            page=f"{turn}-{unit.page}",
            top=f"{turn}-{unit.top}",
            text=LONG_WORD.sub(lambda found, turn=turn: found[0] + 2 * chr(97 + turn), unit.text),  # type: ignore[misc]
        )
        for turn in range(times)
        for unit in units
    ]


def longest(project: Project) -> str:
    """Return the slug of the agreement with the longest text. Raises ContractSiteError if there is none."""
    folders = project.by_slug
    sizes = {slug: sum(file.stat().st_size for file in folder.glob("source*")) for slug, folder in folders.items()}
    if not sizes:
        raise ContractSiteError(f"{project.agreements}:1: no agreement here; add a folder with an agreement.toml")
    return max(sizes, key=lambda name: sizes[name])


def weights(site: Path, slug: str) -> Iterator[str]:
    """Yield what some files of a site and an agreement's heaviest pages weigh, as they are and as servers send them."""
    pages = sorted((site / slug).rglob("index.html"), key=lambda path: path.stat().st_size, reverse=True)
    for name in (*WEIGHED, *(path.relative_to(site).as_posix() for path in pages[:HEAVIEST])):
        if (path := site / name).exists():
            content = path.read_bytes()
            yield f"  {name:<52}{len(content):>10,} bytes {len(gzip.compress(content, mtime=0)):>10,} gzip"


def bundle_weights(project: Project) -> Iterator[str]:
    """Yield what each file of the downloads page weighs, and how many times its agreement's source, or all sources, that is."""
    editions = pipeline.load_editions(project, pipeline.unreported).values()
    sources = {edition.slug: len(edition.source.text.encode()) for edition in editions}
    for path in sorted((project.site / "downloads").iterdir()):
        if path.name == "index.html" or path.suffix not in BUNDLES:
            continue
        named = [slug for slug in sources if slug in path.name]
        source = sources[max(named, key=len)] if named else sum(sources.values())
        size = path.stat().st_size
        yield f"  {path.name:<52}{size:>10,} bytes {size / source:>6.2f} x source"


def seconds_of(work: Callable[[], object], runs: int) -> float:
    """Return the median time that a piece of work takes."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


@contextmanager
def scratch_site(root: Path) -> Iterator[Project]:
    """Yield the project with its site and shelf in a scratch folder: all is made there, and what was built is left alone."""
    (root / "build").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="measured-", dir=root / "build") as folder:
        yield Project(root, Path(folder) / "site", Path(folder))
