"""What is known of a site before its pages are made: from the settings of all editions, or from their records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contract_site.beside.bargained import is_told
from contract_site.beside.changed import ToldChange
from contract_site.beside.mine import local_editions
from contract_site.beside.subjects import present_subjects
from contract_site.build.bargaining import load_reports
from contract_site.build.boxed import files_of
from contract_site.build.changes import load_told_changes
from contract_site.build.comparing import load_settings
from contract_site.build.editions import load_decisions
from contract_site.build.kin_step import forerunners_of
from contract_site.build.paged import frame_of
from contract_site.build.project import Project
from contract_site.build.shown import SiteWords, shown_editions, words_of
from contract_site.build.site_step import beginning, ending
from contract_site.build.subjects import load_present_subjects, words_of_subjects
from contract_site.build.ways import Ways
from contract_site.cite import addresses
from contract_site.editors.ledger import MOVED, PUBLISHED
from contract_site.editors.site_file import load_site
from contract_site.editors.synonyms import load_every_synonym
from contract_site.model.agreement import as_listed
from contract_site.model.bargaining import Bargaining
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.source import SourceText
from contract_site.model.subject import Subject
from contract_site.pages.site.timeline_page import has_timeline
from contract_site.shelf.catalogue import NOTHING, leads_to
from contract_site.site import generator


@dataclass(frozen=True)
class SiteOutline:
    """What is known of a site before its pages are made."""

    project: Project
    words: SiteWords
    ways: Ways
    known: Mapping[str, Edition]
    """Its editions as lists know them, in the order of folders."""
    reports: Sequence[Bargaining]
    """What is told of bargaining."""
    subjects: Sequence[Subject]
    """What members look for, as far as its editions deal with it."""
    changes: Sequence[ToldChange]
    """What changed in its texts."""

    @property
    def ordered(self) -> list[Edition]:
        """The editions as lists show them."""
        return as_listed(self.known.values(), self.words.settings.bare_citations)

    @cached_property
    def chosen(self) -> list[str]:
        """The local agreements that readers can choose as theirs, by slug."""
        return [edition.slug for edition in local_editions(list(self.known.values()))]

    def synonyms(self, slugs: Iterable[str]) -> Sequence[Synonym]:
        """Return the words that members say for those of some editions. Raises SettingsError."""
        chosen = {slug: self.known[slug] for slug in slugs}
        return load_words_said(self.project, chosen, present_subjects(self.subjects, chosen))

    @cached_property
    def frame(self) -> dict[str, bytes]:
        """What stands around the words of every page."""
        known = self.known.values()
        found = {
            addresses.SUBJECTS: self.subjects,
            addresses.BARGAINING: is_told(known, self.reports),
            addresses.TIMELINE: has_timeline(known),
            addresses.CHANGES: self.changes,
        }
        return frame_of(self.project.root, self.words, beginning(), ending(path for path, told in found.items() if told))

    def ledgers(self, folders: Sequence[str]) -> dict[str, Path]:
        """Return the files of published addresses in some folders of editions or comparisons."""
        paths = (self.project.root / folder / name for folder in folders for name in (PUBLISHED, MOVED))
        return files_of(self.project.root, paths)


def outline_of(project: Project, every: Mapping[str, Edition], leads: Mapping[str, Sequence[str]]) -> SiteOutline:
    """Return what is known of a project's site by its editions as lists know them, and to which others words of each may lead.

    Raises ContractSiteError.
    """
    settings = load_site(project.root)
    known = shown_editions(every, settings)
    compared = {each.folder: each for _, each in load_settings(project.comparisons, project.root, known, every.keys() - known)}
    ways = Ways(
        leads={slug: [each for each in leads[slug] if each in known] for slug in known},
        settings=compared,
        forerunners={folder: forerunners_of(project, each) for folder, each in compared.items()},
    )
    generator.check_configuration(project.root)
    return SiteOutline(
        project=project,
        words=words_of(settings, known),
        ways=ways,
        known=known,
        reports=load_reports(project, known),
        subjects=load_present_subjects(project, known),
        changes=load_told_changes(project, known.values(), compared.values()),
    )


def load_words_said(project: Project, editions: Mapping[str, Edition], subjects: Sequence[Subject]) -> tuple[Synonym, ...]:
    """Read the words that members say for those of agreements, those of subjects besides. Raises SettingsError."""
    families = {edition.settings.family for edition in editions.values()}
    known = load_every_synonym(project.agreements, project.shown(project.agreements), families)
    return (*words_of_subjects(subjects, known), *known)


def described(project: Project) -> SiteOutline:
    """Return what is known of a project's site by its settings alone, without reading a text. Raises ContractSiteError."""
    editions = {edition.slug: edition for edition in (_described(project, folder) for folder in project.folders)}
    return outline_of(project, editions, {slug: leads_to(edition) for slug, edition in editions.items()})


def _described(project: Project, folder: Path) -> Edition:
    """An edition by what editors say of it, without its words."""
    shown = project.shown(folder)
    editorial = load_decisions(folder, shown)
    return Edition(
        settings=editorial.agreement,
        source=SourceText("", "", ""),
        folder=shown,
        parts=(),
        furniture=(),
        corrections=(),
        notes=(),
        documents=editorial.documents,
        family=editorial.family,
        said_in=editorial.said_in,
        references=editorial.references,
        findings=(),
        account=NOTHING,
    )
