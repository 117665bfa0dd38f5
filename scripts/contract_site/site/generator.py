"""Run MkDocs on the pages: a generated configuration that inherits the project's own, and the order of the pages."""

from __future__ import annotations

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from contract_site.model.finding import ContractSiteError
from contract_site.model.page import DataFile, Entry, Page, Redirect
from contract_site.model.site import SiteSettings, filled, filled_style
from contract_site.site.folder import take_over, write

REDIRECT = r"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Moved</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="{target}">
{refresh}<p>This page is now at <a id="moved-page" href="{target}">{target}</a>.</p>
{anchors}<script>
let asked = location.hash.slice(1);
try {{ asked = decodeURIComponent(asked); }} catch {{ asked = asked.replace(/%\w{{0,2}}/g, ""); }}
const like = (text) => text.replace(/[^\p{{L}}\p{{N}}]+$/u, "").toLowerCase();
const near = [...document.querySelectorAll("p[id]")].filter((each) => like(each.id) === like(asked));
const place = document.getElementById(asked || "moved-page") || (near.length === 1 ? near[0] : null);
const link = place ? place.closest("a") || place.querySelector("a") : null;
location.replace(link && place.id !== "moved-page" ? link.href : document.getElementById("moved-page").href + location.hash);
</script>
</html>
"""
"""A page that leads to another. Without JavaScript it goes there at once, unless anchors stood on it: an automatic step would
lose the anchor, so the reader takes it, from the line that the anchor leads to."""
MOVED = {"site_name": "name", "site_description": "description", "site_url": "address"}
"""Settings of MkDocs that are made from those of the site."""
REFRESH = '<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n'
ANCHOR = '<p id="{anchor}">{anchor} is now at <a href="{target}">{target}</a>.</p>\n'


def write_documents(pages: Sequence[Page], handwritten: Path, folder: Path, facts: Mapping[str, str]) -> None:
    """Fill ``folder`` with the hand-written pages and assets and the generated pages; ``facts`` stand at their places.

    Raises ContractSiteError if a generated page would take the place, or the address, of another.
    """
    if handwritten.is_dir():
        shutil.copytree(handwritten, folder, dirs_exist_ok=True)
        _fill(handwritten, folder, facts)
    written = [PurePosixPath(path.relative_to(folder).as_posix()) for path in sorted(folder.rglob("*.md"))]
    owners = {_published(path): path for path in written}
    for page in pages:
        path = folder / page.path
        if path.exists():
            raise ContractSiteError(f"{handwritten / page.path}:1: stands where the page of an agreement goes; rename it")
        other = owners.setdefault(_published(page.path), page.path)
        if other != page.path:
            raise ContractSiteError(
                f"{handwritten / page.path}:1: would have the address of {other}, capitals aside; give one another id or slug"
            )
        write(path, filled(page.text, facts))


def _fill(handwritten: Path, folder: Path, facts: Mapping[str, str]) -> None:
    """Fill the places of the copies of hand-written pages and styles."""
    for ending, fill in (("*.md", filled), ("*.css", filled_style)):
        for path in sorted(folder.rglob(ending)):
            try:
                write(path, fill(path.read_text(encoding="utf-8"), facts))
            except KeyError as error:
                shown = handwritten / path.relative_to(folder)
                raise ContractSiteError(
                    f"{shown}:1: there is no fact {error} of the site; known: {', '.join(sorted(facts))}"
                ) from None


def check_configuration(project: Path) -> None:
    """Raise ContractSiteError if ``mkdocs.yml`` cannot be read, or says what ``site.toml`` says."""
    settings = _settings(project)
    for key, moved in MOVED.items():
        if key in settings:
            raise ContractSiteError(f"{project / 'mkdocs.yml'}:1: {key} is now {moved} in site.toml; move it there")


def look(project: Path) -> dict[str, dict[str, list[str]]]:
    """Return what each kind of page looks and works by: ``extra.look`` of ``mkdocs.yml``, paths of styles and scripts by kind.

    Raises ContractSiteError if ``mkdocs.yml`` cannot be read or does not say it.
    """
    said = _extra(project, "look")
    if said is None or "read" not in said:
        raise ContractSiteError(
            f"{project / 'mkdocs.yml'}:1: extra.look has no kind of page called read, with its styles and scripts"
        )
    return said


def asked(project: Path) -> dict[str, list[str]]:
    """Return what pages load when it is asked for: ``extra.asked`` of ``mkdocs.yml``, paths of scripts by name.

    Raises ContractSiteError if ``mkdocs.yml`` cannot be read or does not say it.
    """
    said = _extra(project, "asked")
    if said is None:
        raise ContractSiteError(
            f"{project / 'mkdocs.yml'}:1: extra.asked does not say which scripts search and go-to are made of"
        )
    return said


def _extra(project: Path, name: str) -> dict[str, Any] | None:
    """A table of ``extra`` of ``mkdocs.yml``, if it is there and a table."""
    extra = _settings(project).get("extra")
    said = extra.get(name) if isinstance(extra, dict) else None
    return said if isinstance(said, dict) else None


def _settings(project: Path) -> dict[str, object]:
    path = project / "mkdocs.yml"
    try:
        settings = yaml_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise ContractSiteError(f"{path}:1: not UTF-8; save the file as UTF-8") from None
    except ConfigurationError as error:
        line = re.findall(r"line (\d+)", str(error))
        what = str(error).rpartition("configuration file: ")[2].splitlines()[0]
        raise ContractSiteError(f"{path}:{line[-1] if line else 1}: not valid YAML: {what}") from None
    if not settings or not isinstance(settings, dict):
        raise ContractSiteError(f"{path}:1: holds no settings, a line each: name, colon, value")
    return settings


def address_of(path: PurePosixPath) -> str:
    """Return the address of a page below the site's root, without a slash behind it."""
    return path.with_suffix("").as_posix().removesuffix("index").rstrip("/")


def _published(path: PurePosixPath) -> str:
    """The address of a page as hosts and disks see it that do not tell capitals from small letters."""
    return address_of(path).casefold()


def write_configuration(
    project: Path, documents: Path, site: Path, contents: Sequence[Entry], path: Path, said: Mapping[str, object]
) -> None:
    """Write the configuration that MkDocs is run with; ``said`` is what the site says of itself."""
    settings = {
        "INHERIT": str(project / "mkdocs.yml"),
        **said,
        "docs_dir": str(documents),
        "site_dir": str(site),
        "theme": {"custom_dir": str(project / "overrides")},
        "nav": [_nav(entry) for entry in contents],
    }
    write(path, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def own_words(settings: SiteSettings, hint: str) -> dict[str, object]:
    """Return the part of the configuration that ``site.toml`` decides; templates put texts into pages as they are."""
    words = {
        key: html.escape(value, quote=True)
        for key, value in (("notice", settings.notice), ("hint", hint), ("report", settings.report))
    }
    return {
        "site_name": html.escape(settings.name, quote=True),
        "site_description": html.escape(settings.description, quote=True),
        "site_url": settings.address,
        "extra": {**words, "head": settings.colors.head},
    }


def run_mkdocs(configuration: Path) -> None:
    """Build the site. Raises ContractSiteError with MkDocs' own complaint, also for a single warning."""
    _refuse(configuration, _mkdocs(configuration, "--strict"))


def _mkdocs(configuration: Path, *how: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-m", "mkdocs", "build", *how, "--config-file", str(configuration)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def _refuse(configuration: Path, result: subprocess.CompletedProcess[str]) -> None:
    """Raise ContractSiteError if MkDocs ended with a fault."""
    if result.returncode != 0:
        lines = _complaints(result.stderr)
        shown = "; ".join(line.strip() for line in lines[:5]) or (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ContractSiteError(f"{configuration}:1: MkDocs did not build the site: {shown}")


def _complaints(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith(("WARNING", "ERROR", "Error", "Aborted"))]


def _run_for_changed(configuration: Path) -> None:
    """Build the pages that are newer than what was made of them. Raises ContractSiteError as ``run_mkdocs`` does.

    Of such a build MkDocs itself warns, which with ``--strict`` would be its end; every other warning still is.
    """
    result = _mkdocs(configuration, "--dirty", "--no-strict")
    if [line for line in _complaints(result.stderr) if "'dirty' build" not in line]:
        result.returncode = result.returncode or 1
    _refuse(configuration, result)


def build_changed(project: Path, documents: Path, configuration: Path, kept: Path) -> None:
    """Build the site into ``kept/html`` as MkDocs would build it of ``documents``, making only the pages that changed.

    ``kept/docs`` takes over what differs. If the configuration, the order of pages or the theme changed, or files went, all is
    made anew; so it is after a build that failed. Raises ContractSiteError as ``run_mkdocs`` does.
    """
    state = kept / "state"
    look = _look(project, configuration, documents)
    same = state.is_file() and state.read_text(encoding="utf-8") == look
    state.unlink(missing_ok=True)
    if not same:
        for name in ("docs", "html"):
            shutil.rmtree(kept / name, ignore_errors=True)
    take_over(documents, kept / "docs")
    (_run_for_changed if same else run_mkdocs)(configuration)
    write(state, look)


def _look(project: Path, configuration: Path, documents: Path) -> str:
    """What every page depends on beside its own words: settings, order, templates, and which files there are."""
    files = [project / "mkdocs.yml", configuration, *sorted((project / "overrides").rglob("*"))]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()]
    names = sorted(path.relative_to(documents).as_posix() for path in documents.rglob("*") if path.is_file())
    return hashlib.sha256("\n".join([*hashes, *names]).encode()).hexdigest()


def write_redirects(redirects: Sequence[Redirect], site: Path) -> None:
    """Write a page at each second address that leads to the first, without JavaScript too.

    Raises ContractSiteError rather than take the place of a page.
    """
    for redirect in redirects:
        path = site / redirect.old / "index.html"
        if path.exists():
            raise ContractSiteError(f"{path}:1: stands where a redirect to {redirect.new} would go; take the redirect out")
        up = "../" * len(PurePosixPath(redirect.old).parts)
        target = html.escape(f"{up}{redirect.new}", quote=True)
        moved = [(html.escape(anchor, quote=True), html.escape(f"{up}{new}", quote=True)) for anchor, new in redirect.anchors]
        anchors = "".join(ANCHOR.format(anchor=anchor, target=new) for anchor, new in moved)
        refresh = "" if anchors else REFRESH.format(target=target)
        write(path, REDIRECT.format(target=target, refresh=refresh, anchors=anchors))


def write_data(files: Iterable[DataFile], folder: Path) -> None:
    """Write data below a folder of the documents, so that links to it are checked like all others."""
    for file in files:
        path = folder / file.path
        if path.exists():
            raise ContractSiteError(f"{path}:1: stands where a file of data goes; give the agreement another slug")
        write(path, file.text)


def _nav(entry: Entry) -> dict[str, object]:
    title = html.escape(entry.title, quote=True)
    if entry.path is not None:
        return {title: str(entry.path)}
    return {title: [_nav(below) for below in entry.below]}
