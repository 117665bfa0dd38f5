"""The catalogues: a folder for each language, its files in the format of gettext, read whole when a site is built in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from contract_site.interface.say import ENGLISH, Spoken

FOLDER = Path(__file__).parent
ENGLISH_CODE = "en"
"""The language that the code says its messages in, which has no catalogue."""
ENDING = ".po"
NAMED = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class CatalogueError(ValueError):
    """A catalogue cannot be used; the message is one line that names the file."""


def languages() -> tuple[str, ...]:
    """Return the languages in which a site can say its own words, by their codes, English first."""
    found = (path.name for path in sorted(FOLDER.iterdir()) if NAMED.fullmatch(path.name) and any(path.glob(f"*{ENDING}")))
    return (ENGLISH_CODE, *found)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have this process say its messages in a language, one of ``languages``; as before afterwards. Raises CatalogueError."""
    before = Spoken.language, Spoken.catalogue, Spoken.plural
    Spoken.language, Spoken.catalogue = language, catalogue_of(language)
    Spoken.plural = Catalog(locale=locale_of(language)).plural_expr
    try:
        yield
    finally:
        Spoken.language, Spoken.catalogue, Spoken.plural = before


def catalogue_of(language: str) -> NullTranslations:
    """Return the messages of a language; of English, none, because the code has them. Raises CatalogueError."""
    return ENGLISH if language == ENGLISH_CODE else _compiled(language, tuple(catalogue_files(language).items()))


def catalogue_files(language: str) -> Mapping[str, bytes]:
    """Return the files of a language's catalogue, by their names; none of English."""
    return (
        {}
        if language == ENGLISH_CODE
        else {path.name: path.read_bytes() for path in sorted((FOLDER / language).glob(f"*{ENDING}"))}
    )


@cache
def _compiled(language: str, files: tuple[tuple[str, bytes], ...]) -> NullTranslations:
    merged = merge(language, dict(files))
    written = BytesIO()
    write_mo(written, merged)
    written.seek(0)
    return GNUTranslations(written)


def merge(language: str, files: Mapping[str, bytes]) -> Catalog:
    """Return the messages of all files of a language as one catalogue.

    Raises CatalogueError for a file that is none, and for a message that two files translate in two ways.
    """
    merged = Catalog(locale=locale_of(language))
    owners: dict[object, str] = {}
    for name, content in files.items():
        for message in read_catalogue(language, name, content):
            if not message.id or not message.string:
                continue
            known = merged.get(message.id)
            if known is not None and known.string != message.string:
                raise CatalogueError(
                    f"{language}/{name}:1: translates '{first_of(message.id)}' otherwise than {language}/{owners[message.id]};"
                    " say it in one way, in both"
                )
            owners[message.id] = name
            merged.add(message.id, message.string, flags=message.flags)
    return merged


def read_catalogue(language: str, name: str, content: bytes) -> Catalog:
    """Return the messages of a file. Raises CatalogueError if it is no catalogue."""
    try:
        return read_po(BytesIO(content), locale=locale_of(language), charset="utf-8", abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, ValueError) as error:
        raise CatalogueError(f"{language}/{name}:1: is no catalogue of gettext: {str(error).splitlines()[0]}") from None


def first_of(message: object) -> str:
    """Return a message by which one knows it: of one with a plural the first form."""
    return str(message[0] if isinstance(message, list | tuple) else message)


def locale_of(language: str) -> Locale:
    """Return what the Common Locale Data Repository knows of a language. Raises CatalogueError if it does not know it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        raise CatalogueError(
            f"{language}:1: is no language that dates and numbers are known of; name the folder es, fr, …"
        ) from None


def direction() -> str:
    """Return in which direction the chosen language is written: ``ltr``, ``rtl``."""
    return locale_of(Spoken.language).text_direction
