"""The pages of the site's own, which are no agreement's: the first, those at the end of the contents, what they lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.bargained import TableOfBargaining
from contract_site.beside.crossings import Crossings
from contract_site.beside.subjects import PlacedSubject
from contract_site.build.bargaining import load_table_of_bargaining
from contract_site.build.project import Project
from contract_site.build.shown import SiteWords
from contract_site.build.subjects import load_placed_subjects, words_of_subjects
from contract_site.data.calendar import with_days
from contract_site.editors.synonyms import load_every_synonym
from contract_site.model.agreement import as_listed
from contract_site.model.document import Edition
from contract_site.model.editorial import Synonym
from contract_site.model.page import Entry, Page
from contract_site.pages.edition.editors_pages import render_editors
from contract_site.pages.site import subject_pages
from contract_site.pages.site.bargaining_page import render_bargaining
from contract_site.pages.site.downloads_page import render_downloads
from contract_site.pages.site.goto_page import render_goto
from contract_site.pages.site.home import render_home
from contract_site.pages.site.search_page import search_page

HANDWRITTEN = {"Saved on this device": PurePosixPath("saved.md"), "About": PurePosixPath("about.md")}


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The pages of the site's own, and what was read for them."""

    home: Page
    pages: tuple[Page, ...]
    """All but the first."""
    contents: tuple[Entry, ...]
    synonyms: Sequence[Synonym]
    bargaining: TableOfBargaining
    subjects: tuple[PlacedSubject, ...]


def own_pages(project: Project, editions: Mapping[str, Edition], crossings: Crossings, words: SiteWords) -> OwnPages:
    """Make the pages of the site's own. Raises SettingsError if what editors keep for them is wrong."""
    ordered = as_listed(editions.values(), words.settings.bare_citations)
    subjects = load_placed_subjects(project, editions)
    synonyms = load_words_said(project, editions, subjects)
    told = load_table_of_bargaining(project, editions)
    listed, *by_subject = subject_pages.render_subjects(subjects, crossings.concorded) if subjects else (None,)
    guide, *citations = render_editors(ordered)
    last = {
        subject_pages.TITLE: listed,
        "Bargaining": render_bargaining(told, with_days(told)),
        "Search": search_page(ordered, crossings),
        "Go to a citation": render_goto(ordered, words.examples, words.meant),
        "For editors": guide,
        "Downloads": render_downloads(ordered),
    }
    present = {title: page for title, page in last.items() if page is not None}
    paths = {title: page.path for title, page in present.items()} | HANDWRITTEN
    return OwnPages(
        home=render_home(list(editions.values()), crossings, words.settings, (subjects, synonyms)),
        pages=(*citations, *by_subject, *present.values()),
        contents=tuple(Entry(title, path) for title, path in paths.items()),
        synonyms=synonyms,
        bargaining=told,
        subjects=subjects,
    )


def load_words_said(
    project: Project, editions: Mapping[str, Edition], subjects: Sequence[PlacedSubject] = ()
) -> tuple[Synonym, ...]:
    """Read the words that members say for those of agreements, those of subjects besides. Raises SettingsError."""
    families = {edition.settings.family for edition in editions.values()}
    known = load_every_synonym(project.agreements, project.shown(project.agreements), families)
    return (*words_of_subjects(subjects, known), *known)
