"""Pages of Markdown built by MkDocs, in memory, some at a time: those of an agreement, of a comparison, of the site itself.

MkDocs knows only the pages it is given. Any other that they lead to is taken to be there, at the address that MkDocs would give
it, and said: whoever puts the site together holds all that is said against all that was built, so that no link is dead. A page
built alone is therefore the same, byte for byte, as the page built among all others.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Entry, Page
from contract_site.site.generator import write_configuration

ENVIRONMENT = {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
"""No day of a build in any page; no advertisement of another program."""
SHOWN = 5
"""How many complaints are repeated."""


@dataclass(frozen=True, slots=True)
class Leading:
    """A link that leads out of the pages that are built together."""

    page: str
    """The Markdown file in which it stands."""
    target: str
    """The file that it leads to, below the documents."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class BuiltPages:
    """What MkDocs made."""

    files: Mapping[str, bytes]
    """Pages as browsers load them, by their paths below the site, in the order in which they were given."""
    addresses: tuple[str, ...]
    """Their whole addresses, where the site says where it will stand."""
    anchors: Mapping[str, tuple[str, ...]]
    """The anchors of each page, by its Markdown file."""
    leading: tuple[Leading, ...]


def build_pages(
    project: Path, pages: Sequence[Page], contents: Sequence[Entry], said: Mapping[str, object], templates: Sequence[str] = ()
) -> BuiltPages:
    """Build pages by the configuration and the theme in a project's folder.

    ``contents`` is the order of pages as their menus show it, of others too; ``said`` is what the site says of itself;
    ``templates`` are those of the theme that are pages by themselves (``404.html``). Raises ContractSiteError with MkDocs' own
    complaint, also for a single warning.
    """
    with tempfile.TemporaryDirectory() as scratch, _listening() as complaints, _environment():
        documents, site, path = Path(scratch, "docs"), Path(scratch, "site"), Path(scratch, "mkdocs.yml")
        documents.mkdir()
        write_configuration(project, documents, site, contents, path, said)
        made = _Made(pages)
        try:
            configuration = load_config(str(path), strict=False)
            configuration.plugins["pages"] = made
            configuration.theme.static_templates = set(templates)
            build(configuration)
        except (MkDocsException, SystemExit) as error:
            complaints.append(str(error))
        if complaints:
            raise ContractSiteError(
                f"{project / 'mkdocs.yml'}:1: MkDocs did not build the site: {'; '.join(complaints[:SHOWN])}"
            )
        files = made.files | {name: (site / name).read_bytes() for name in templates}
    return BuiltPages(files, tuple(made.addresses), made.anchors, tuple(made.leading))


class _Elsewhere(File):
    """A file that is not among those given: it has an address and nothing else."""


class _Files(Files):
    """The files given; for any other that is asked for, one elsewhere."""

    def __init__(self, files: Sequence[File], configuration: MkDocsConfig, leading: dict[str, dict[str, None]]) -> None:
        super().__init__(files)
        self._configuration = configuration
        self._elsewhere: dict[str, File] = {}
        self._leading = leading

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file given, or one elsewhere, noting that the page at hand leads there."""
        found = super().get_file_from_path(path)
        if found is not None or path.startswith(".."):
            return found
        page = self._configuration._current_page
        if page is not None:
            self._leading.setdefault(page.file.src_uri, {})[path] = None
        if path not in self._elsewhere:
            where = self._configuration
            self._elsewhere[path] = _Elsewhere(path, None, where.site_dir, where.use_directory_urls)
        return self._elsewhere[path]


class _Made(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Gives MkDocs its pages and takes from it what it makes of them."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._led: dict[str, dict[str, None]] = {}
        self.files: dict[str, bytes] = {}
        self.addresses: list[str] = []
        self.anchors: dict[str, tuple[str, ...]] = {}
        self.leading: list[Leading] = []

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 (the names that MkDocs gives)
        """Put the pages given in the place of whatever MkDocs found."""
        given = [File.generated(config, str(page.path), content=page.text) for page in self._pages]
        return _Files(given, config, self._led)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Take a finished page; MkDocs writes none that is empty."""
        self.files[page.file.dest_uri] = output.encode("utf-8", errors="xmlcharrefreplace")
        if page.canonical_url:
            self.addresses.append(page.canonical_url)
        name = page.file.src_uri
        self.anchors[name] = tuple(sorted(page.present_anchor_ids or ()))
        anchored = {to.src_uri: anchors for to, anchors in (page.links_to_anchors or {}).items()}
        for target in self._led.get(name, ()):
            self.leading += [Leading(name, target, anchor) for anchor in ("", *anchored.get(target, ()))]
        return ""


class _Complaints(logging.Handler):
    def __init__(self, heard: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        """Note a warning or an error."""
        self._heard.append(f"{record.levelname} - {record.getMessage()}")


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Yield what MkDocs complains of, while it does."""
    heard: list[str] = []
    handler, logger = _Complaints(heard), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)


@contextmanager
def _environment() -> Iterator[None]:
    """Set for a while what MkDocs reads from the environment."""
    before = {name: os.environ.get(name) for name in ENVIRONMENT}
    os.environ.update(ENVIRONMENT)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
