"""A site in Spanish with an invented agreement of a port: two editions that share a year, the newer without a standing."""

from __future__ import annotations

from pathlib import Path

from tests.bad_projects import a_mini_agreement
from tests.projects import give_our_look, no_report

from contract_site.build import pipeline

ARTICLES = (
    (
        "RECONOCIMIENTO",
        "La Autoridad reconoce a la Unión como representante de los estibadores.",
        "Cada muelle tiene un delegado.",
    ),
    ("JORNADA", "La jornada será de ocho horas.", "El descanso dura quince minutos y no se descuenta."),
    ("SALARIOS", "El salario se paga cada viernes.", "Toda deducción del salario se explica por escrito."),
    ("VACACIONES", "Cada estibador acumula quince días de vacaciones.", "Las vacaciones se piden con un mes de antelación."),
    ("LICENCIAS", "La licencia por enfermedad se certifica.", "La licencia por duelo dura cinco días."),
    ("SENIORIDAD", "La senioridad se cuenta por muelle.", "Quien renuncia pierde su senioridad."),
    ("SEGURIDAD", "El casco se usa siempre.", "Las grúas se revisan cada mañana."),
    ("QUEJAS", "La queja se presenta en diez días.", "El árbitro decide en treinta días."),
)
"""Titles of articles, and the words of their two sections."""
ITEMS = "a) Esto vale para los turnos de día.\nb) Esto vale para los turnos de noche.\n"
NEWER = ("UNIFORMES", "La Autoridad entrega dos uniformes.", "El calzado se repone cada año.")
"""An article of the newer edition alone."""
OLDER = "Sección 3. Los turnos\nLos turnos rotan cada mes.\n"
"""A section of Article II in the older edition alone."""
SETTINGS = """slug = "puerto-{first}"
title = "Convenio colectivo del puerto {first}–{last}"
short = "{first}–{last}"
agreement = "puerto"
level = "local"
language = "es"
parties = ["Unión de Estibadores", "Autoridad del Puerto"]
status = "{status}"
{dates}
[source]
file = "source.txt"
sha256 = ""
"""
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
ENGLISH = """ARTICLE 1
DUES
Section 1. Deduction
The employer makes a deduction for dues and keeps the deduction apart.
Section 2. Change
Nothing has changed.
"""


def text(*, newer: bool) -> str:
    """Return the text of an edition."""
    articles = [*ARTICLES, NEWER] if newer else ARTICLES
    return "".join(_article(number, article, newer) for number, article in zip(ROMAN, articles, strict=False))


def _article(number: str, article: tuple[str, str, str], newer: bool) -> str:
    title, first, second = article
    more = OLDER if number == "II" and not newer else ""
    return f"ARTÍCULO {number}\n{title}\nSección 1. La regla\n{first}\n{ITEMS}Sección 2. Lo demás\n{second}\n{more}"


def settings(first: int, last: int, status: str, *, dated: bool = True) -> str:
    """Return the settings of an edition from a year to another."""
    dates = f"effective = {first}-07-01\nexpires = {last}-06-30\n" if dated else ""
    return SETTINGS.format(first=first, last=last, status=status, dates=dates)


def built(root: Path, *bare: str, older: str = "expired", newer: str = "not stated") -> Path:
    """Build the site of both editions with their standings, and of another union's agreement in English; return its folder."""
    give_our_look(root)
    site = f'name = "Puerto"\nlanguage = "es"\nbare_citations = {list(bare)}\n'.replace("'", '"')
    (root / "site.toml").write_text(site, encoding="utf-8")
    folder = root / "agreements"
    a_mini_agreement(folder / "puerto-2021", text(newer=False), settings(2021, 2024, older))
    a_mini_agreement(folder / "puerto-2024", text(newer=True), settings(2024, 2027, newer))
    other = settings(2023, 2026, "in force").replace('"puerto"', '"dues"').replace("puerto", "dues").replace('"es"', '"en"')
    a_mini_agreement(folder / "dues-2023", ENGLISH, other)
    pipeline.build_site(pipeline.Project(root, root / "site"), no_report, bundles=False)
    return root / "site"
