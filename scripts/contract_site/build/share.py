"""A share of a build: of the agreements of a site some, whole families of editions, so that several machines make a share each.

What they make is records. Whoever has the records of all shares on one shelf builds the site as ever, and finds them made.
Pages of items, which are of agreements of several shares, are made then, and the files to carry away that hold these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from contract_site.build.outline import SiteOutline, described
from contract_site.build.project import Project
from contract_site.build.read_step import read_step
from contract_site.build.whole import Made
from contract_site.model.finding import ContractSiteError
from contract_site.shelf.making import Maker
from contract_site.shelf.shelf import ENDING, Shelf


@dataclass(frozen=True, slots=True)
class BuildShare:
    """Which of how many shares: ``2/3``."""

    number: int
    """From 1."""
    of: int


def share_of(written: str) -> BuildShare:
    """Return a share as it is written: ``2/3``. Raises ContractSiteError."""
    number, _, of = written.partition("/")
    if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of)):
        raise ContractSiteError(f"--shard '{written}' is no share; write which of how many, as 2/3")
    return BuildShare(int(number), int(of))


def make_share(project: Project, maker: Maker, share: BuildShare, *, bundles: bool) -> list[str]:
    """Make the records of a share of a project's agreements, with or without its bundles; return their slugs.

    Raises ContractSiteError.
    """
    outline = described(project)
    own = slugs_of(outline, share)
    needed = outline.ways.in_order({slug for each in own for slug in outline.ways.around([each])})
    read = outline.ways.in_order({*needed, *(slug for each in needed for slug in outline.ways.leads[each])})
    steps = [read_step(project, project.root / outline.known[slug].folder) for slug in read]
    records = maker.make("Reading agreements", steps).values()
    made = Made(outline, maker, dict(zip(read, records, strict=True)), needed)
    made.make_pages(own)
    groups = [folders for folders in outline.ways.together() if _is_of(outline, folders, own)]
    made.make_comparisons(groups)
    if bundles:
        made.make_carried()
    return own


def slugs_of(outline: SiteOutline, share: BuildShare) -> list[str]:
    """Return the editions of a share: families go, the largest first, to the share that has least to read so far."""
    sizes = {slug: _size(outline.project.root / edition.folder) for slug, edition in outline.known.items()}
    families = sorted(outline.ways.families(), key=lambda family: (-sum(sizes[slug] for slug in family), family))
    shares: list[list[str]] = [[] for _ in range(share.of)]
    for family in families:
        min(shares, key=lambda slugs: sum(sizes[slug] for slug in slugs)).extend(family)
    return outline.ways.in_order(shares[share.number - 1])


def join(project: Project, shelves: Sequence[Path]) -> int:
    """Put the records of other shelves on that of a project; return how many. Raises ContractSiteError if one has none."""
    own = Shelf(project.build / "shelf")
    count = 0
    for folder in shelves:
        found = sorted(path for path in folder.rglob(f"*{ENDING}") if path.is_file())
        if not found:
            raise ContractSiteError(f"{folder}:1: holds no records; give the shelf of a share, build/shelf")
        for path in found:
            own.take_over(path, path.relative_to(folder).with_suffix("").as_posix())
        count += len(found)
    return count


def _is_of(outline: SiteOutline, folders: Iterable[str], slugs: Sequence[str]) -> bool:
    """Say whether the comparisons are all of texts among the slugs, and of no items, which are made with all others."""
    settings = [outline.ways.settings[folder] for folder in folders]
    return all(each.kind != "items" and {each.before, each.after or each.before} <= set(slugs) for each in settings)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
