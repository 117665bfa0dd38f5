"""What a page looks and works by, put together: one style sheet and one script for each kind of page.

A page loads one sheet and one script, because each request costs a phone a sixth of a second. What it loads when it is first
asked for (search, go to a citation) is one script each, for the same reason. A sheet has the rules that can match something on
a page of its kind, whether they are the theme's or ours.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rjsmin import jsmin

from contract_site.model.finding import ContractSiteError
from contract_site.site.folder import write
from contract_site.site.pruning import Names, pruned, squeezed

THEME = ("main.*.css", "palette.*.css")
"""The theme's sheets by their names, in the order in which it loads them."""
LEFT_BY_THE_THEME = ("javascripts", "stylesheets", "images")
SHEET = re.compile(r'href="[^"]*assets/look/([\w-]+)\.css"')
"""What says of which kind a page is."""
FIRST = "read"
"""The kind of page whose sheets and scripts every other kind has too."""


def put_together(
    site: Path, assets: Path, kinds: Mapping[str, Mapping[str, Sequence[str]]], asked: Mapping[str, Sequence[str]]
) -> None:
    """Write ``assets/look/<kind>.css`` and ``.js`` of a site that MkDocs has built, and take the theme's own files out.

    ``kinds`` is what ``extra.look`` of mkdocs.yml says: for each kind of page the paths of its ``styles`` and ``scripts`` below
    ``assets``. ``asked`` is what ``extra.asked`` says: the scripts of each ``assets/asked/<name>.js``, which pages load when it
    is asked for, and the styles of the ``.css`` beside it. Raises ContractSiteError if one of these is not there or the theme's
    sheets are not.
    """
    names = names_by_kind(site, assets, kinds)
    theme = [_theme_sheet(site, pattern) for pattern in THEME]
    base = kinds.get(FIRST, {})
    for kind, own in kinds.items():
        more: Mapping[str, Sequence[str]] = {} if kind == FIRST else own
        styles = [*_texts(assets, base.get("styles", ())), *_texts(assets, more.get("styles", ()))]
        scripts = [*_texts(assets, base.get("scripts", ())), *_texts(assets, more.get("scripts", ()))]
        write(site / "assets" / "look" / f"{kind}.css", f"{pruned(theme, list(styles), names[kind])}\n")
        write(site / "assets" / "look" / f"{kind}.js", _one(scripts))
    for name, paths in asked.items():
        scripts = [path for path in paths if not path.endswith(".css")]
        styles = [squeezed(text) for text in _texts(assets, [path for path in paths if path.endswith(".css")], "extra.asked")]
        write(site / "assets" / "asked" / f"{name}.js", _one(_texts(assets, scripts, "extra.asked")))
        if styles:
            write(site / "assets" / "asked" / f"{name}.css", "\n".join(styles) + "\n")
    for folder in LEFT_BY_THE_THEME:
        shutil.rmtree(site / "assets" / folder, ignore_errors=True)


def names_by_kind(site: Path, assets: Path, kinds: Iterable[str]) -> dict[str, Names]:
    """Return for each kind of page every name that one of its pages on a built site has or one of our scripts has words for."""
    found = {kind: Names() for kind in kinds}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        for kind in {*SHEET.findall(text)} & {*found}:
            found[kind].add_page(text)
    scripts = [script.read_text(encoding="utf-8") for script in sorted(assets.rglob("*.js"))]
    for names in found.values():
        for script in scripts:
            names.add_script(script)
    return found


def _theme_sheet(site: Path, pattern: str) -> str:
    found = sorted((site / "assets" / "stylesheets").glob(pattern))
    if len(found) != 1:
        raise ContractSiteError(
            f"{site}/assets/stylesheets:1: not one {pattern}; this version of the theme is not known to the build"
        )
    return found[0].read_text(encoding="utf-8")


def _one(scripts: Iterable[str]) -> str:
    """Scripts one after another, without comments and spaces.

    Names stay as they are. Of what shortens them minify-go 2.24.24 moved a declaration before what it needs; minify-html 0.18.1
    leaves them; esbuild 0.28 and terser 5 would save 0.8 to 1.4 kB of the 8 of a page, and need Node in every build.
    """
    return "".join(f"{jsmin(script).rstrip(';')};\n" for script in scripts)


def _texts(assets: Path, paths: Iterable[str], where: str = "extra.look") -> Iterator[str]:
    for path in paths:
        try:
            yield (assets / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise ContractSiteError(f"mkdocs.yml:1: {where} names {path}, which cannot be read below {assets}") from None
