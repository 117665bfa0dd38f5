"""Steps: hand-written assets and the logo in, what a site shares out; the names in all pages in, style sheets out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from contract_site.build.boxed import SITE, as_json, data_parts, files_of, from_json, unpacked
from contract_site.build.paged import NAMES, names_of
from contract_site.data.typed_words import rank_words
from contract_site.model.site import SiteSettings
from contract_site.shelf.box import Box, pack
from contract_site.shelf.making import ALL, FILE, BuildStep, RecordPart
from contract_site.shelf.pickles import dumped, loaded
from contract_site.shelf.shelf import Record
from contract_site.site.generator import asked, handwritten, look
from contract_site.site.look import write_look
from contract_site.site.pruning import Names
from contract_site.site.sheets import put_together, theme_sheets

SETTINGS = "settings"


def assets_step(root: Path, settings: SiteSettings, facts: Mapping[str, str]) -> BuildStep:
    """Return the step that makes what all pages share: hand-written files, icons, manifest; ``facts`` stand in styles."""
    files = [*(root / "docs").rglob("*"), root / "mkdocs.yml", root / settings.logo]
    named = files_of(root, (path for path in files if path.suffix != ".md"))
    return BuildStep("assets", make_assets, {SETTINGS: dumped(settings), "facts": as_json(facts)}, files=named)


def make_assets(box: Box) -> bytes:
    """Make what all pages share. Raises ContractSiteError."""
    with unpacked(box) as root:
        written = handwritten(root, from_json(box["facts"])).assets
        write_look(loaded(box[SETTINGS]), root, root / "look")
        drawn = {name: path.read_bytes() for name, path in files_of(root, (root / "look").rglob("*")).items()}
    shared = {**written, **{name.removeprefix(f"{FILE}look/"): content for name, content in drawn.items()}}
    ranks = data_parts([rank_words()], "assets/goto")
    return pack({**{f"{SITE}{name}": content for name, content in shared.items()}, **ranks})


def look_step(root: Path, assets: Record, pages: Sequence[Record]) -> BuildStep:
    """Return the step that makes what pages look and work by, of all pages of the site."""
    found = {kind: names.listed for kind, names in sorted(names_of(pages).items())}
    files = files_of(root, [root / "mkdocs.yml"])
    return BuildStep("look", make_look, {NAMES: as_json(found)}, {"assets": RecordPart(assets, ALL)}, files)


def make_look(box: Box) -> bytes:
    """Make style sheets and scripts. Raises ContractSiteError."""
    with unpacked(box) as root:
        return pack(look_parts(root, names_of([box]), Box(box["assets"])))


def look_parts(root: Path, names: Mapping[str, Names], assets: Box) -> dict[str, bytes]:
    """Return what pages with some names look and work by, as parts of a record, by the configuration in a folder.

    ``assets`` is the record of what all pages share.
    """
    made = put_together(theme_sheets(), names, assets.below(SITE), look(root), asked(root))
    return {f"{SITE}{name}": content for name, content in made.items()}
