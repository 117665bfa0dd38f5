"""Addresses that readers get by cutting one back, at which no page stands: where each leads.

``/keepers-2024/memo/`` is what is left of the address of a memorandum. Hosts answer such a folder with a list of files, or with
nothing, each in its way. It leads to the list of memoranda if there is one; any other to the nearest page above it; a folder of
files for programs to the page that says what they are. Nothing was published at these addresses, so no ledger has them: a page
that is made there one day simply takes the place. Folders that only scripts ask (``assets/``, ``go/<slug>/``) stay as they
are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.model.page import Redirect

PAGE = "index.html"
LISTED = {"memo": str(addresses.Lists.MEMORANDA)}
"""Folders of parts that have a list of their own beside them."""
OF_FILES = {
    str(addresses.CALENDARS): "bargaining/",
    "data": "about/#data",
    "mine": "",
    "offline": "saved/",
}
"""Folders of files at the top of a site, and the page that offers or explains them."""
WRITTEN_LAST = ("offline/lists", "offline/sizes")
"""Folders of files that are written when all else is there."""


def cut_back(files: Collection[str]) -> Iterator[Redirect]:
    """Yield where each folder of a site leads that has pages below it, or files for programs, and no page of its own.

    ``files`` are all files of the site, by their paths below its root.
    """
    tops = set(OF_FILES)
    told = {
        folder
        for name in (*files, *(f"{folder}/{PAGE}" for folder in WRITTEN_LAST))
        if name.endswith(f"/{PAGE}") or name.partition("/")[0] in tops
        for folder in PurePosixPath(name).parents
    }
    for folder in sorted(told, key=str):
        if folder.name and f"{folder}/{PAGE}" not in files:
            yield Redirect(f"{folder}/", _leads(folder, files))


def _leads(folder: PurePosixPath, files: Collection[str]) -> str:
    if folder.parts[0] in OF_FILES:
        page = OF_FILES[folder.parts[0]]
        return page if f"{page.partition('#')[0]}{PAGE}" in files else ""
    beside = folder.with_name(LISTED.get(folder.name, folder.name))
    above = (each for each in (beside, *folder.parents) if f"{each}/{PAGE}" in files)
    return next((f"{each}/" for each in above), "")
