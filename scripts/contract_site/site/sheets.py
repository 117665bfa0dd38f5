"""What a page looks and works by, put together: one style sheet and one script for each kind of page.

A page loads one sheet and one script, because each request costs a phone a sixth of a second. What it loads when it is first
asked for (search, go to a citation) is one script each, for the same reason. A sheet has the rules that can match something on
a page of its kind, whether they are the theme's or ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path

from rjsmin import jsmin

from contract_site.model.finding import ContractSiteError
from contract_site.site.pruning import Names, pruned, squeezed

THEME = ("main.*.css", "palette.*.css")
"""The theme's sheets by their names, in the order in which it loads them."""
SHEET = re.compile(r'href="[^"]*assets/look/([\w-]+)\.css"')
"""What says of which kind a page is."""
FIRST = "read"
"""The kind of page whose sheets and scripts every other kind has too."""


def put_together(
    theme: Sequence[str],
    names: Mapping[str, Names],
    assets: Mapping[str, bytes],
    kinds: Mapping[str, Mapping[str, Sequence[str]]],
    asked: Mapping[str, Sequence[str]],
) -> dict[str, bytes]:
    """Return ``assets/look/<kind>.css`` and ``.js`` of a site, and ``assets/asked/…``, by their paths below it.

    ``theme`` are the theme's sheets; ``names`` those that pages of each kind have; ``assets`` the hand-written files by their
    paths below the site. ``kinds`` is what ``extra.look`` of mkdocs.yml says: for each kind of page the paths of its ``styles``
    and ``scripts`` below ``assets``. ``asked`` is what ``extra.asked`` says: the scripts of each ``assets/asked/<name>.js``,
    which pages load when it is asked for, and the styles of the ``.css`` beside it. Raises ContractSiteError if one of these is
    not there.
    """
    base, found = kinds.get(FIRST, {}), dict[str, bytes]()
    for kind, own in kinds.items():
        more: Mapping[str, Sequence[str]] = {} if kind == FIRST else own
        styles = [*_texts(assets, base.get("styles", ())), *_texts(assets, more.get("styles", ()))]
        scripts = [*_texts(assets, base.get("scripts", ())), *_texts(assets, more.get("scripts", ()))]
        own_names = replace(names.get(kind, Names()), words=script_words(assets, kinds, kind))
        found[f"assets/look/{kind}.css"] = f"{pruned(theme, list(styles), own_names)}\n".encode()
        found[f"assets/look/{kind}.js"] = _one(scripts).encode()
    for name, paths in asked.items():
        scripts = [path for path in paths if not path.endswith(".css")]
        styles = [squeezed(text) for text in _texts(assets, [path for path in paths if path.endswith(".css")], "extra.asked")]
        found[f"assets/asked/{name}.js"] = _one(_texts(assets, scripts, "extra.asked")).encode()
        if styles:
            found[f"assets/asked/{name}.css"] = ("\n".join(styles) + "\n").encode()
    return found


def script_words(assets: Mapping[str, bytes], kinds: Mapping[str, Mapping[str, Sequence[str]]], kind: str) -> set[str]:
    """Return every word of the scripts that may run on pages of a kind: all but those that pages of other kinds alone load."""
    here = {*kinds[kind].get("scripts", ()), *kinds.get(FIRST, {}).get("scripts", ())}
    elsewhere = {f"assets/{path}" for own in kinds.values() for path in own.get("scripts", ()) if path not in here}
    return {word for name in assets.keys() - elsewhere if name.endswith(".js") for word in _words_of(assets[name].decode())}


@cache
def _words_of(script: str) -> frozenset[str]:
    """Every word of a script, once for all kinds of pages."""
    scripted = Names()
    scripted.add_script(script)
    return frozenset(scripted.words)


def names_by_kind(pages: Iterable[str]) -> dict[str, Names]:
    """Return for each kind of page, by what looks it has, every name that one of some pages has."""
    found: dict[str, Names] = {}
    for text in pages:
        for kind in {*SHEET.findall(text)}:
            found.setdefault(kind, Names()).add_page(text)
    return found


@cache
def theme_sheets(folder: Path | None = None) -> tuple[str, ...]:
    """Return the theme's sheets, in the order in which it loads them. Raises ContractSiteError if they are not there."""
    where = folder or Path(str(resources.files("material"))) / "templates" / "assets" / "stylesheets"
    return tuple(_theme_sheet(where, pattern) for pattern in THEME)


def _theme_sheet(folder: Path, pattern: str) -> str:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise ContractSiteError(f"{folder}:1: not one {pattern}; this version of the theme is not known to the build")
    return found[0].read_text(encoding="utf-8")


def _one(scripts: Iterable[str]) -> str:
    """Scripts one after another, without comments and spaces.

    Names stay as they are. Of what shortens them minify-go 2.24.24 moved a declaration before what it needs; minify-html 0.18.1
    leaves them; esbuild 0.28 and terser 5 would save 0.8 to 1.4 kB of the 8 of a page, and need Node in every build.
    """
    return "".join(f"{_squeezed(script)};\n" for script in scripts)


@cache
def _squeezed(script: str) -> str:
    """A script without comments and spaces, once for all kinds of pages."""
    squeezed_script: str = jsmin(script)
    return squeezed_script.rstrip(";")


def _texts(assets: Mapping[str, bytes], paths: Iterable[str], where: str = "extra.look") -> Iterator[str]:
    for path in paths:
        try:
            yield assets[f"assets/{path}"].decode()
        except (KeyError, UnicodeDecodeError):
            raise ContractSiteError(f"mkdocs.yml:1: {where} names {path}, which cannot be read below docs/assets") from None
