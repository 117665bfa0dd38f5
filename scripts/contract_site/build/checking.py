"""What is read to check a project, or some of its agreements: what is wrong with the files of others does not stop their check.

An error names the file it is about. If that lies in the folder of an agreement that was not asked about, or in a comparison
that names none of those, the folder is left out, which is said, and the rest is read again (parsed once).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from contract_site.build import pipeline
from contract_site.build.bargaining import load_table_of_bargaining
from contract_site.build.editions import load_folder
from contract_site.build.figures import check_figures
from contract_site.build.outline import load_words_said
from contract_site.build.project import Project
from contract_site.build.shown import check_site
from contract_site.build.subjects import load_placed_subjects
from contract_site.editors.folders import settings_file, shared_file
from contract_site.editors.settings import load_agreement, load_comparison
from contract_site.model.document import Edition
from contract_site.model.finding import ContractSiteError
from contract_site.model.relation import Relations
from contract_site.shelf.making import Report

ABOUT = re.compile(r"(?P<path>[^:\n]+?)(?: of (?P<slug>[\w/-]+))?:")
"""How an error begins: with a path, or with a file's name and the slug of its agreement."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read for a check."""

    editions: Mapping[str, Edition]
    """Those that were asked about."""
    relations: Relations
    left_out: tuple[str, ...]
    """What is wrong with the files of others, a line each."""


def read_for_check(project: Project, slugs: Collection[str], report: Report) -> Checked:
    """Read a project to check the agreements of some slugs, or all. Raises ContractSiteError if their files are wrong."""
    trial = _Trial(project, slugs, report)
    while True:
        try:
            return trial.read()
        except ContractSiteError as error:
            found = trial.folders_of(str(error)) if slugs else set()
            if not found:
                raise ContractSiteError("\n".join((*trial.told, str(error)))) from None
            trial.without |= found
            trial.told.append(f"{error} (left out of this check)")


@dataclass
class _Trial:
    """The reading of a project, which is done again without what was wrong."""

    project: Project
    slugs: Collection[str]
    report: Report
    without: set[Path] = field(default_factory=set)
    told: list[str] = field(default_factory=list)
    parsed: dict[Path, Edition] = field(default_factory=dict)

    def read(self) -> Checked:
        """Read all that is not left out, and check what is asked about. Raises ContractSiteError."""
        place, slugs = self.project, self.slugs
        editions = pipeline.load_editions(place, self.report, self.load, self.without)
        pipeline.check_slugs(slugs, editions)
        chosen = {slug: edition for slug, edition in editions.items() if not slugs or slug in slugs}
        if not slugs:
            check_site(place.root, editions)
        load_words_said(place, chosen, [each.subject for each in load_placed_subjects(place, chosen)])
        load_table_of_bargaining(place, chosen)
        check_figures(chosen.values())
        relations = pipeline.load_relations(place, editions, self.hidden(), self.without)
        return Checked(chosen, relations, tuple(self.told))

    def load(self, path: Path, shown: str) -> Edition:
        """Return the edition of a folder, parsed once. Raises ContractSiteError."""
        if path not in self.parsed:
            self.parsed[path] = load_folder(path, shown)
        return self.parsed[path]

    def hidden(self) -> set[str]:
        """The slugs of agreements that are left out, as far as they can be read."""
        return {slug for folder in self.without for slug in _slugs_of(self.project, folder)}

    def folders_of(self, error: str) -> set[Path]:
        """Return the folders that an error is about, if they are of others and not left out yet."""
        about = ABOUT.match(error)
        if about is None:
            return set()
        path = PurePosixPath(about["path"])
        folders = [*self.project.folders, *self.project.comparisons]
        found = {folder for folder in folders if self._is_about(folder, path, about["slug"])}
        asked = any(not {*self.slugs}.isdisjoint(_slugs_of(self.project, folder)) for folder in found)
        return set() if asked else found - self.without

    def _is_about(self, folder: Path, path: PurePosixPath, slug: str | None) -> bool:
        shared = shared_file(folder)
        in_it = PurePosixPath(self.project.shown(folder)) in path.parents
        return in_it or bool(shared and self.project.shown(shared) == str(path)) or slug in set(_slugs_of(self.project, folder))


def _slugs_of(project: Project, folder: Path) -> Iterator[str]:
    """Yield the slugs of what a folder holds: an edition's own, those that a comparison names; by its name if not read."""
    try:
        if folder in project.comparisons:
            settings = load_comparison(folder, project.shown(folder))
            yield from filter(None, (settings.before, settings.after))
        else:
            path = settings_file(folder)
            yield load_agreement(path, project.shown(path)).slug
    except ContractSiteError:
        yield from folder.name.split("--")
