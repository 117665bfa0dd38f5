"""The same pages as other generators make them: Material as it comes, and Furo where it is installed.

Material gets the Markdown that ours is built from. Furo gets the words that Material made of it, as HTML below headings of its
own, because its markup is another; so the frame around the words, what it loads and how it is shown are what differs.
"""

from __future__ import annotations

import json
import re
import subprocess
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from contract_site.measure.browsing import phone
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Page
from contract_site.site import generator
from contract_site.site.folder import write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FURO = Path("build", "beside", "bin", "sphinx-build")
"""Below the project; `make bench BESIDE=1` puts it there."""
MATERIAL: dict[str, object] = {
    "site_name": "Measured",
    "theme": {"name": "material", "font": False, "features": ["search.highlight", "search.suggest"]},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", "md_in_html", "tables", {"toc": {"toc_depth": 4}}],
    "validation": {
        "nav": {"omitted_files": "ignore", "not_found": "ignore"},
        "links": {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"},
    },
}
"""Material as it comes, with its search, but for the type it would fetch from another host."""
READ = """() => [...document.querySelector("article.md-content__inner").children].map((each) => [
  each.tagName, each.textContent, each.outerHTML,
])"""
"""What stands in the article of a page of Material's: of each element its name, its words, its HTML."""
MARKS = re.compile(r"[\s¶*`|_]+")
"""What a heading's words are without: signs that mean something in reStructuredText."""
CONFIGURATION = "project = 'Measured'\nhtml_theme = 'furo'\nextensions = []\nhtml_show_sourcelink = False\n"


def material(pages: Sequence[Page], folder: Path) -> Path:
    """Build pages with stock Material; return the site, below ``folder``. Raises ContractSiteError."""
    configuration, site = configured(pages, folder)
    generator.run_mkdocs(configuration)
    return site


def configured(pages: Sequence[Page], folder: Path) -> tuple[Path, Path]:
    """Write pages for stock Material below ``folder``; return its configuration, and where it will build the site."""
    documents, site = folder / "docs", folder / "material"
    for page in pages:
        write(documents / page.path, page.text)
    configuration = folder / "mkdocs.yml"
    settings = MATERIAL | {"docs_dir": str(documents), "site_dir": str(site)}
    write(configuration, json.dumps(settings))
    return configuration, site


def furo(browser: Browser, root: Path, site: Path, folder: Path) -> Path | None:
    """Build the words of a site of Material's with Furo; return the site, below ``folder``, or None where Furo is not.

    ``root`` is the project; the browser reads the pages. Raises ContractSiteError.
    """
    program = root / FURO
    if not program.exists():
        return None
    documents, made = folder / "rst", folder / "furo"
    pages = sorted(path for path in site.rglob("index.html"))
    with phone(browser, java_script_enabled=False) as page:
        for path in pages:
            target = documents / path.relative_to(site).with_suffix(".rst")
            target.parent.mkdir(parents=True, exist_ok=True)
            page.goto(path.as_uri())
            target.write_text("\n".join(_sections(page.evaluate(READ))), encoding="utf-8")
    home = documents / "index.rst"
    named = "\n".join(f"   {path.relative_to(site).with_suffix('').as_posix()}" for path in pages if path.parent != site)
    contents = f"\n.. toctree::\n   :hidden:\n\n{named}\n"
    home.write_text((home.read_text(encoding="utf-8") if home.exists() else "Home\n====\n") + contents, encoding="utf-8")
    (documents / "conf.py").write_text(CONFIGURATION, encoding="utf-8")
    command = [str(program), "-q", "-b", "dirhtml", str(documents), str(made)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise ContractSiteError(
            f"{program}:1: did not build the pages: {(result.stderr.strip() or 'no reason given').splitlines()[-1]}"
        )
    return made


def _sections(elements: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """The elements of an article as reStructuredText: its headings as such, all else as HTML."""
    held: list[str] = []
    for name, words, whole in elements:
        if name not in ("H1", "H2"):
            held.append(whole)
            continue
        yield from _raw(held)
        held = []
        title = MARKS.sub(" ", words).strip() or "Untitled"
        yield f"{title}\n{('=' if name == 'H1' else '-') * (2 * len(title))}\n"
    yield from _raw(held)


def _raw(held: Sequence[str]) -> Iterator[str]:
    if held:
        yield f".. raw:: html\n\n{textwrap.indent(''.join(held), '   ')}\n"
