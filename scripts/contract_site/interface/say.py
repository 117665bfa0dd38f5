"""Saying a message of the interface, with its values, in the language that is chosen."""

from __future__ import annotations

from gettext import NullTranslations

ENGLISH = NullTranslations()
"""Every message as the code has it."""
TWO_FORMS = "(n != 1)"
"""The rule of plurals of a language with a form for one and a form for all else."""


class Spoken:
    """The catalogue that this process says messages from: one for all, because a site has one language."""

    catalogue: NullTranslations = ENGLISH
    language: str = "en"
    """Its code: what pages say their language is, and by which dates are written and names put in order."""
    plural: str = TWO_FORMS
    """By which number it takes which form, as catalogues of gettext have it."""


def say(message: str, /, **values: object) -> str:
    """Return a message in the chosen language, its ``{names}`` replaced by the values.

    Values are set in as they are: what is Markdown or HTML in them is escaped by whoever gives them. A message without values
    is returned as the catalogue has it, so that braces need no doubling there.
    """
    said = Spoken.catalogue.gettext(message)
    return said.format_map(values) if values else said


def counted(one: str, many: str, number: int, /, **values: object) -> str:
    """Return the message for so many, ``{number}`` in it being that number: ``{number} section``, ``{number} sections``."""
    return Spoken.catalogue.ngettext(one, many, number).format_map({"number": number, **values})


def later(message: str) -> str:
    """Return a message as it stands, marked for the catalogue: for tables of phrases, which are said where they are used."""
    return message
