"""What MkDocs is given: a configuration that inherits the project's own, hand-written pages, the order of pages."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load
from pathspec import GitIgnoreSpec

from contract_site.interface.catalogue import ENGLISH_CODE, direction
from contract_site.interface.say import Spoken, later, say
from contract_site.interface.script_words import said_script
from contract_site.interface.template_words import said_templates
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import Entry, Page, Redirect
from contract_site.model.site import SiteSettings, filled, filled_style
from contract_site.site.folder import write

REDIRECT = r"""<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="{target}">
{refresh}<p>{moved}</p>
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
TRANSLATED = re.compile(r"\.[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\.md$")
"""How the names of hand-written pages end that are in another language than English: ``about.es.md``."""
REFRESH = '<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n'
MOVED_PAGE = later('This page is now at <a id="moved-page" href="{target}">{target}</a>.')
MOVED_ANCHOR = later('{anchor} is now at <a href="{target}">{target}</a>.')


@dataclass(frozen=True, slots=True)
class Handwritten:
    """The folder ``docs``, with the places in its pages and styles filled."""

    pages: tuple[Page, ...]
    assets: Mapping[str, bytes]
    """All its other files that are published, by their paths below the site."""


def handwritten(project: Path, facts: Mapping[str, str]) -> Handwritten:
    """Read the hand-written pages and assets of a project; ``facts`` stand at their places.

    A page is taken in the site's language where there is one of it: ``about.es.md`` in the place of ``about.md``. Raises
    ContractSiteError.
    """
    left_out = GitIgnoreSpec.from_lines(str(_settings(project).get("exclude_docs") or "").splitlines())
    folder = project / "docs"
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    kept = {
        name: path
        for name, path in named.items()
        if not any(part.startswith(".") for part in name.split("/")) and not left_out.match_file(name)
    }
    pages = [Page(PurePosixPath(name), _filled(path, facts)) for name, path in _in_language(kept).items()]
    assets = {name: _asset(path, facts) for name, path in kept.items() if path.suffix != ".md"}
    return Handwritten(tuple(pages), assets)


def _in_language(files: Mapping[str, Path]) -> dict[str, Path]:
    """Those files that are pages, at the address of each the one in the site's language, or else in English.

    What is only named as a translation, and is one of no page, is a page of its own: ``minutes.old.md``.
    """
    ending = f".{Spoken.language}.md"
    pages = {name: path for name, path in files.items() if path.suffix == ".md"}
    plain = [name for name in pages if (of := TRANSLATED.sub(".md", name)) == name or of not in pages]
    return {name: pages.get(name.removesuffix(".md") + ending, pages[name]) for name in plain}


def _asset(path: Path, facts: Mapping[str, str]) -> bytes:
    if path.suffix == ".js":
        return said_script(_read(path)).encode()
    return _filled(path, facts).encode() if path.suffix == ".css" else path.read_bytes()


def _filled(path: Path, facts: Mapping[str, str]) -> str:
    """A hand-written page or style with its places filled."""
    try:
        return (filled_style if path.suffix == ".css" else filled)(_read(path), facts)
    except KeyError as error:
        raise ContractSiteError(f"{path}:1: there is no fact {error} of the site; known: {', '.join(sorted(facts))}") from None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ContractSiteError(f"{path}:1: not UTF-8; save the file as UTF-8") from None


def check_places(written: Iterable[PurePosixPath], made: Iterable[PurePosixPath], folder: Path) -> None:
    """Raise ContractSiteError if a page that is made would take the place, or the address, of another.

    ``written`` are the hand-written ones, which stand in ``folder``.
    """
    owners = {published(path): path for path in written}
    taken = set(owners.values())
    for path in made:
        if path in taken:
            raise ContractSiteError(f"{folder / path}:1: stands where the page of an agreement goes; rename it")
        other = owners.setdefault(published(path), path)
        if other != path:
            raise ContractSiteError(
                f"{folder / path}:1: would have the address of {other}, capitals aside; give one another id or slug"
            )
        taken.add(path)


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
    said = _table(_settings(project).get("extra")).get(name)
    return said if isinstance(said, dict) else None


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _settings(project: Path) -> dict[str, object]:
    path = project / "mkdocs.yml"
    try:
        settings = yaml_load(_read(path))
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


def published(path: PurePosixPath) -> str:
    """Return the address of a page as hosts and disks see it that do not tell capitals from small letters."""
    return address_of(path).casefold()


def write_configuration(
    project: Path, documents: Path, site: Path, contents: Sequence[Entry], path: Path, said: Mapping[str, object]
) -> None:
    """Write the configuration that MkDocs is run with; ``said`` is what the site says of itself."""
    settings = {
        "INHERIT": str(project / "mkdocs.yml"),
        **said,
        "extra": {**_table(said.get("extra")), **_spoken(project / "overrides")},
        "docs_dir": str(documents),
        "site_dir": str(site),
        "theme": {"custom_dir": str(project / "overrides")},
        "nav": [_nav(entry) for entry in contents],
    }
    write(path, yaml.safe_dump(settings, allow_unicode=True, sort_keys=False))


def _spoken(templates: Path) -> dict[str, object]:
    """What templates say in another language than English, and which it is; nothing in English, which stands in them."""
    if Spoken.language == ENGLISH_CODE:
        return {}
    words = said_templates(path.read_text(encoding="utf-8") for path in sorted(templates.rglob("*.html")))
    return {"language": Spoken.language, "direction": direction(), "words": words}


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
    """Build a site by a configuration of its own, in a process of its own. Raises ContractSiteError with MkDocs' complaint."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(configuration)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if result.returncode != 0:
        last = (result.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise ContractSiteError(f"{configuration}:1: MkDocs did not build the site: {last}")


def redirect_files(redirects: Iterable[Redirect], pages: Container[str]) -> dict[str, str]:
    """Return a page at each second address that leads to the first, without JavaScript too, by its path below the site.

    ``pages`` are the paths that are taken. Raises ContractSiteError rather than take the place of a page.
    """
    found: dict[str, str] = {}
    for redirect in redirects:
        path = f"{redirect.old.rstrip('/')}/index.html"
        if path in pages or path in found:
            raise ContractSiteError(f"{path}:1: stands where a redirect to {redirect.new} would go; take the redirect out")
        found[path] = _redirect(redirect)
    return found


def _redirect(redirect: Redirect) -> str:
    up = "../" * len(PurePosixPath(redirect.old).parts)
    target = html.escape(f"{up}{redirect.new}", quote=True)
    moved = [(html.escape(anchor, quote=True), html.escape(f"{up}{new}", quote=True)) for anchor, new in redirect.anchors]
    anchors = "".join(f'<p id="{anchor}">{say(MOVED_ANCHOR, anchor=anchor, target=new)}</p>\n' for anchor, new in moved)
    refresh = "" if anchors else REFRESH.format(target=target)
    page = say(MOVED_PAGE, target=target)
    return REDIRECT.format(
        language=Spoken.language, title=say("Moved"), target=target, refresh=refresh, moved=page, anchors=anchors
    )


def _nav(entry: Entry) -> dict[str, object]:
    title = html.escape(entry.title, quote=True)
    if entry.path is not None:
        return {title: str(entry.path)}
    return {title: [_nav(below) for below in entry.below]}
