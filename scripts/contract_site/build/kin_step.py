"""Step: the folder of a comparison in, with the editions it compares; what answers to what out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from contract_site.build.boxed import as_json, files_of, from_json, unpacked
from contract_site.build.comparing import make_comparisons, make_concordances, make_local_items, titled
from contract_site.build.layered import layered, layered_parts
from contract_site.build.project import Project
from contract_site.editors.ledger import MOVED, PUBLISHED
from contract_site.editors.lineage import load_forerunners
from contract_site.editors.settings import load_comparison
from contract_site.link.implements import implemented_items
from contract_site.model.comparison import ComparisonSettings
from contract_site.model.document import Edition
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import BuildStep
from contract_site.shelf.pickles import dumped
from contract_site.shelf.shelf import Record

KIN = "kin"
"""The part of the record: a comparison, a concordance, or the items of local memoranda."""


def kin_step(project: Project, folder: str, slugs: Sequence[str], editions: Mapping[str, Record]) -> BuildStep:
    """Return the step that makes the comparison in a folder, of editions that are read, in the order of folders."""
    files = (path for path in (project.root / folder).iterdir() if path.name not in (PUBLISHED, MOVED))
    parts = layered_parts(editions, slugs, ())
    named = {"folder": folder, "around": list(slugs)}
    return BuildStep(
        f"kin/{folder.replace('/', '-')}", compare, {"named": as_json(named)}, parts, files_of(project.root, files)
    )


def forerunners_of(project: Project, settings: ComparisonSettings) -> list[str]:
    """Return the slugs of the editions in which forerunners of items stand. Raises SettingsError."""
    if settings.kind != "items":
        return []
    return [each.slug for each in load_forerunners(project.root / settings.folder, settings.folder)]


def compare(box: Box) -> bytes:
    """Make a comparison. Raises ContractSiteError."""
    named = from_json(box["named"])
    editions: dict[str, Edition] = {slug: layered(box, slug, ()) for slug in named["around"]}
    with unpacked(box) as root:
        folder: Path = root / named["folder"]
        settings = titled(load_comparison(folder, named["folder"]), editions)
        kept = [(folder, settings)]
        if settings.kind == "concordance":
            made: Sequence[object] = make_concordances(kept, editions)
        elif settings.kind == "items":
            here = {slug: each for slug, each in editions.items() if each.settings.implements == settings.before}
            implemented = {slug: implemented_items(each, editions) for slug, each in here.items()}
            made = make_local_items(kept, editions, implemented)
        else:
            made = make_comparisons(kept, editions)
    return pack({KIN: dumped(made[0])})
