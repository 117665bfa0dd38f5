"""Dates, numbers and lists as the chosen language writes them; the rules are those of the Unicode CLDR.

English lists have no comma before “and”, as the site has always written them: that is what CLDR calls English of the world.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from contract_site.interface.catalogue import locale_of
from contract_site.interface.say import Spoken

LISTS = {"en": "en-001"}
"""The locale whose lists are written, where it is not that of the language."""
NUMBERS = {"es": "es-US"}
"""The locale whose numbers are written. The catalogue's Spanish is Puerto Rico's too; 2.080 beside $25,657 would be two."""


def said_date(day: date) -> str:
    """Return a day in words: ``May 20, 2015``, ``20 de mayo de 2015``."""
    return format_date(day, "long", locale=locale_of(Spoken.language))


def said_month(month: date) -> str:
    """Return the month of a day in words, with its year: ``May 2015``, ``mayo de 2015``."""
    return format_skeleton("yMMMM", month, locale=locale_of(Spoken.language))


def said_number(number: int) -> str:
    """Return a number in figures, with the mark that its thousands are told apart by: ``12,345``."""
    return format_decimal(number, locale=_of_numbers())


def said_tenths(number: float) -> str:
    """Return a number in figures with one behind the point: ``3.4``."""
    return format_decimal(round(number, 1), "#,##0.0", locale=_of_numbers())


def said_list(parts: Sequence[str]) -> str:
    """Return several things in one phrase: ``a, b and c``; nothing for none. They are set in as they are."""
    return format_list(parts, locale=locale_of(LISTS.get(Spoken.language, Spoken.language)))


def is_language(code: str) -> bool:
    """Say whether a code (BCP 47) begins with that of a language which the CLDR knows: ``es``, ``fr-CA``, ``moh``."""
    return code.partition("-")[0] in locale_of("en").languages


def _of_numbers() -> Locale:
    return locale_of(NUMBERS.get(Spoken.language, Spoken.language))
