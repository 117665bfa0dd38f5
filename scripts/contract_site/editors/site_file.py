"""Reads ``site.toml``, which says whose site it is, and says what is wrong with it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from contract_site.editors.rows import there_is
from contract_site.editors.settings import line_of, load_table
from contract_site.model.finding import SettingsError
from contract_site.model.site import Colors, SiteSettings, contrast

FILE = "site.toml"
COLOR = re.compile(r"#[0-9a-f]{6}")
ADDRESS = re.compile(r"https?://[^\s/?#]+/(?:[^\s?#]+/)?")
UNSAFE = re.compile(r"http://(?!(?:localhost|127\.0\.0\.1|\[::1\])[:/])")
"""An address at which anybody on the way can change the words, and browsers save nothing; on one's own machine nobody is."""
EXAMPLE = "https://contracts.example.org/"
REPORT = re.compile(r"mailto:[^\s?&]+@[^\s?&]+|https://(?=\S*\{title\})(?=\S*\{body\})\S+")
KEY = re.compile(r"RW[A-Za-z0-9+/]{54}")
"""A public key as minisign prints it."""
WHITE, NIGHT = "#ffffff", "#15181d"
"""The grounds that links stand on, by day and by night; the words of the head are white by both."""
GROUNDS = {"head": WHITE, "link": WHITE, "over": WHITE, "dark_head": WHITE, "dark_link": NIGHT, "dark_over": NIGHT}
ENOUGH = 4.5
"""The contrast that WCAG 2.2 (1.4.3, AA) asks of words."""


def load_site(root: Path) -> SiteSettings:
    """Read the ``site.toml`` of a project. Raises SettingsError, naming file and line, if it is missing or wrong."""
    path = root / FILE
    if not there_is(path):
        raise SettingsError(f'{FILE}:1: missing; say in it whose site this is, name = "…" at least')
    settings: SiteSettings = load_table(path, FILE, SiteSettings)
    _check_colors(settings.colors, path)
    if settings.address and (wrong := _wrong_address(settings.address)):
        raise SettingsError(f"{FILE}:{line_of(path, 'address')}: address '{settings.address}' {wrong}")
    if settings.report and not REPORT.fullmatch(settings.report):
        line = line_of(path, "report")
        raise SettingsError(
            f"{FILE}:{line}: report '{settings.report}' is no place for reports; write mailto:name@example.org, or an address"
            " that begins with https:// and has {title} and {body} in it"
        )
    if settings.signing_key and not KEY.fullmatch(settings.signing_key):
        line = line_of(path, "signing_key")
        raise SettingsError(
            f"{FILE}:{line}: signing_key is no public key of minisign; write the 56 characters that begin with RW"
            " in the second line of the file that minisign -G -p made"
        )
    for key in ("name", "notice"):
        if not getattr(settings, key).strip():
            raise SettingsError(f"{FILE}:{line_of(path, key)}: {key} is empty; every page says it, write it")
    if not (root / settings.logo).is_file():
        raise SettingsError(f"{FILE}:{line_of(path, 'logo')}: there is no picture {settings.logo}; name an SVG file")
    return settings


def _wrong_address(address: str) -> str:
    """What is wrong with the address of a site, in words that follow it; empty if nothing is."""
    if not re.match("https?://", address):
        return f"is not a whole one; write it as browsers show it, {EXAMPLE}, or leave it empty until you know it"
    if UNSAFE.match(address):
        return "begins with http://: on the way anybody could change the words, and readers can save nothing; write https://"
    if any(sign in address for sign in "?#") or len(address.split()) > 1:
        return f"has a ?, a # or a space in it; write the address of the site's first page only, as {EXAMPLE}"
    if not address.endswith("/"):
        return f"does not end with /, and pages are named behind it; write '{address}/'"
    return "" if ADDRESS.fullmatch(address) else f"names no host; write {EXAMPLE}"


def _check_colors(colors: Colors, path: Path) -> None:
    for field in fields(colors):
        color, ground = getattr(colors, field.name), GROUNDS[field.name]
        line = line_of(path, field.name)
        if not COLOR.fullmatch(color):
            raise SettingsError(f"{FILE}:{line}: {field.name} '{color}' is no color; write #rrggbb in small letters")
        if (found := contrast(color, ground)) < ENOUGH:
            beside = f"{color} beside {ground} has a contrast of {found:.1f}"
            raise SettingsError(f"{FILE}:{line}: {field.name}: {beside}; words need {ENOUGH}, choose another")
