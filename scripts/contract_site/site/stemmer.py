"""lunr, as MkDocs brings it along: search without a server takes the stems of words from it."""

from __future__ import annotations

import importlib.resources
from pathlib import Path

from contract_site.site.folder import write


def write_stemmer(folder: Path) -> None:
    """Write ``lunr.js`` into a folder of the site."""
    package = importlib.resources.files("mkdocs.contrib.search")
    write(folder / "lunr.js", package.joinpath("templates", "search", "lunr.js").read_text(encoding="utf-8"))
