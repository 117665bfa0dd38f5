"""Step: an edition in; what is written beside its pages when they are made: what shared links show, and plain Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from contract_site.build.boxed import LAST, files_of, text_parts, unpacked
from contract_site.build.read_step import WORDS
from contract_site.data.plain import plain_files
from contract_site.editors.ledger import load_ledger
from contract_site.model.document import Edition
from contract_site.model.site import SiteSettings
from contract_site.pages.edition.shared_pages import pictures, shared_pages
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded, tree_in
from contract_site.shelf.shelf import Record
from contract_site.site.pictures import picture_files
from contract_site.site.shared_pages import shared_files

SETTINGS, FOLDER = "settings", "folder"
SHARED = "shared"
"""The part of the record that names the pages by which provisions are shared, a line each."""


def shared_step(root: Path, settings: SiteSettings, ledger: Mapping[str, Path], edition: Edition, read: Record) -> BuildStep:
    """Return the step that makes what is shown where links to an edition are shared, and its pages as plain Markdown.

    Of ``edition`` no words are needed, ``read`` is its record; ``ledger`` are the files of its published addresses, ``root`` is
    the project's folder, where the logo lies.
    """
    given = {SETTINGS: dumped(settings), FOLDER: edition.folder.encode()}
    files = {**files_of(root, [root / settings.logo]), **ledger}
    return BuildStep(f"shared/{edition.slug}", make_shared, given, {WORDS: RecordPart(read, WORDS)}, files)


def make_shared(box: Box) -> bytes:
    """Make what comes last of an edition. Raises ContractSiteError.

    Pictures are asked for by whole addresses only, so a site that does not know its own has none.
    """
    edition, settings, folder = tree_in(box, WORDS), loaded(box[SETTINGS]), box.text(FOLDER)
    with unpacked(box) as root:
        shared = dict(shared_files(shared_pages(edition, load_ledger(root / folder, folder)), settings))
        drawn = dict(picture_files(pictures(edition), root, settings)) if settings.address else {}
    plain = {str(file.path): file.text for file in plain_files(edition, settings)}
    return pack(
        {
            **text_parts(shared | plain, LAST),
            **{f"{LAST}{path}": content for path, content in drawn.items()},
            SHARED: "\n".join(shared).encode(),
        }
    )
