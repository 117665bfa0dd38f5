"""Step: an edition's folder in, the edition out, read and parsed; and what lists may know of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from contract_site.beside.notice import notice_places
from contract_site.build.boxed import as_json, files_of, unpacked
from contract_site.build.editions import load_folder
from contract_site.build.project import Project
from contract_site.data.fingerprints import words_sha256
from contract_site.data.search_records import searched_alone
from contract_site.editors.family import FILE
from contract_site.editors.ledger import MOVED, PUBLISHED
from contract_site.editors.rows import read_text
from contract_site.shelf.box import Box, pack
from contract_site.shelf.catalogue import LAYERS, as_known, as_said, layer_of, leads_to, linked_with, without_words
from contract_site.shelf.making import BuildStep
from contract_site.shelf.pickles import dumped

ELSEWHERE = re.compile(r'"(\.\./[^"\n]+)"')
"""How an agreement's files name those of another folder, as editions of one book do."""
WORDS, KNOWN, FACTS, SEARCHED, NOTICED = "words", "known", "facts", "searched", "noticed"
"""Parts of the record beside the layers; WORDS is the edition with the parties' words and nothing that editors say beside them,
NOTICED the provision that says when notice can be given, and its part, without their words."""


def read_step(project: Project, folder: Path) -> BuildStep:
    """Return the step that reads an edition's folder. Raises ContractSiteError if its settings cannot be read, OSError."""
    shown = project.shown(folder)
    settings = [*folder.glob("*.toml"), *_above(project, folder)]
    for path in settings:
        if not path.is_file():
            read_text(path, project.shown(path))  # which says what is wrong with a folder, or a link that leads nowhere
    files = files_of(project.root, {*settings, *_own(folder), *named_elsewhere(settings), *_families(project, settings)})
    # Of agreements/a/b only the first slash goes, so that it is told from agreements/a-b.
    name = f"editions/{shown.replace('/', '-', 1)}"
    return BuildStep(name, read, {"folder": shown.encode()}, files=files)


def read(box: Box) -> bytes:
    """Read and parse an edition's folder. Raises ContractSiteError."""
    shown = box.text("folder")
    with unpacked(box) as root:
        edition = load_folder(root / shown, shown)
    facts = {"slug": edition.slug, "linked": linked_with(edition), "leads": leads_to(edition)}
    counted = {"provisions": sum(1 for _ in edition.provisions()), "words": words_sha256(edition)}
    return pack(
        {
            WORDS: dumped(as_said(edition)),
            **{layer: dumped(layer_of(edition, layer)) for layer in LAYERS},
            KNOWN: dumped(as_known(edition)),
            FACTS: as_json(facts | counted),
            SEARCHED: dumped(searched_alone(edition)),
            NOTICED: dumped([without_words(each.part, each.provision) for each in notice_places([edition])]),
        }
    )


def _own(folder: Path) -> Iterator[Path]:
    """The files of an edition's folder but for its ledger, which says nothing of its text."""
    for path in folder.iterdir():
        if not path.name.startswith(".") and path.name not in (PUBLISHED, MOVED):
            yield from path.rglob("*") if path.is_dir() else (path,)


def _above(project: Project, folder: Path) -> Iterator[Path]:
    """The settings in the folders above, which editions of one agreement share."""
    for above in folder.parents:
        if not above.is_relative_to(project.agreements) or above == project.agreements:
            return
        yield from above.glob("*.toml")


def named_elsewhere(settings: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of other folders that settings (TOML) name, whether they are there or not."""
    for each in settings:
        for name in ELSEWHERE.findall(each.read_bytes().decode("utf-8", "replace")):
            yield Path(os.path.normpath(each.parent / name))


def _families(project: Project, settings: Iterable[Path]) -> Iterator[Path]:
    """The words of the families that settings name; what members say is read apart."""
    text = "".join(path.read_bytes().decode("utf-8", "replace") for path in settings)
    for family in project.families:
        if f'"{family.name}"' in text or f"'{family.name}'" in text:
            yield family / FILE
