"""The catalogues brought up to the messages of the code, and what is wrong with them, each in a line.

Their files hold no places of the code and no dates, so that a change shows what was said otherwise and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Translated
from babel.messages.pofile import write_po

from contract_site.interface.catalogue import (
    ENDING,
    FOLDER,
    catalogue_files,
    first_of,
    languages,
    locale_of,
    merge,
    read_catalogue,
)
from contract_site.interface.extracting import Message, messages_of

NAMED = re.compile(r"\{\w*\}")
MARKED = re.compile(r"</?\w+|\*\*|`|\]\([^)]*\)|\{[:#][^}]*\}")
"""What a translation has to keep: tags, what makes words strong, code, where links lead, attributes."""
HEAD = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""
WIDTH = 128


def update_catalogues(root: Path) -> Iterator[str]:
    """Bring every catalogue up to the messages of the project in a folder; yield a line for each file. Raises CatalogueError.

    A translation stays; one of a message that was changed is marked as doubtful (``fuzzy``), and then is not used; one of a
    message that is gone is dropped.
    """
    wanted = messages_of(root)
    for language in languages()[1:]:
        files = catalogue_files(language)
        known = merge(language, files)
        for part, messages in wanted.items():
            updated = _updated(language, f"{part}{ENDING}", files, messages, known)
            (FOLDER / language / f"{part}{ENDING}").write_bytes(file_of(language, updated))
            left = sum(not _is_done(each) for each in updated if each.id)
            yield f"{language}/{part}{ENDING}: {len(messages)} messages" + (f", {left} to translate" if left else "")
        for name in files.keys() - {f"{part}{ENDING}" for part in wanted}:
            (FOLDER / language / name).unlink()
            yield f"{language}/{name}: removed, nothing says any of it"


def catalogue_problems(root: Path) -> Iterator[str]:
    """Yield a line for each thing that is wrong with the catalogues of the project in a folder. Raises CatalogueError."""
    wanted = messages_of(root)
    for language in languages()[1:]:
        files = catalogue_files(language)
        merge(language, files)
        for name in sorted({*files, *(f"{part}{ENDING}" for part in wanted)}):
            catalogue = read_catalogue(language, name, files.get(name, b""))
            messages = wanted.get(name.removesuffix(ENDING), [])
            yield from (f"{language}/{name}:1: {problem}" for problem in _problems(catalogue, messages))


def file_of(language: str, catalogue: Catalog) -> bytes:
    """Return a catalogue as its file has it: in alphabetical order, without places of the code and without dates."""
    body = BytesIO()
    write_po(body, catalogue, width=WIDTH, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    head = HEAD.format(language=language, plurals=Catalog(locale=locale_of(language)).plural_forms)
    return f"{head}\n{body.getvalue().decode().strip()}\n".encode()


def _updated(language: str, name: str, files: Mapping[str, bytes], messages: Sequence[Message], known: Catalog) -> Catalog:
    template = Catalog()
    for message in messages:
        template.add(message)
    found = read_catalogue(language, name, files.get(name, b""))
    found.update(template)
    for each in found:
        other = known.get(each.id) if each.id and not _is_done(each) else None
        if other is not None and _is_done(other):
            each.string, each.flags = other.string, each.flags - {"fuzzy"}
        each.auto_comments, each.previous_id = [], []
    return found


def _is_done(message: Translated) -> bool:
    return not message.fuzzy and all(_forms(message))


def _forms(message: Translated) -> list[str]:
    return [message.string or ""] if isinstance(message.string, str | None) else list(message.string)


def _problems(catalogue: Catalog, messages: Sequence[Message]) -> Iterator[str]:
    for message in messages:
        found = catalogue.get(message)
        if found is None or found.id != message:
            yield f"lacks '{first_of(message)}'; make words puts it there, translate it"
        elif not _is_done(found):
            what = "doubtful; read it, and take fuzzy out" if found.fuzzy else "not translated; translate it"
            yield f"'{first_of(message)}' is {what}"
        else:
            yield from _differences(message, _forms(found), catalogue.num_plurals)
    for each in catalogue:
        if each.id and each.id not in messages:
            yield f"'{first_of(each.id)}' is said nowhere; make words takes it out"


def _differences(message: Message, said: Sequence[str], forms: int) -> Iterator[str]:
    """Yield what a translation lost or added: names, tags, links; of one for a number, forms."""
    own = [message] if isinstance(message, str) else list(message)
    if len(own) > 1 and len(said) != forms:
        yield f"'{own[0]}' has {len(said)} forms; the language has {forms}"
    for form in said:
        names, wanted = {*NAMED.findall(form)}, {*NAMED.findall(own[-1])}
        if names - wanted or (form == said[-1] and wanted - names):
            yield f"'{own[0]}' has other names in {{}} than '{form}'; use the same"
        if Counter(MARKED.findall(form)) not in [Counter(MARKED.findall(each)) for each in own]:
            yield f"'{own[0]}' has other tags, marks or links than '{form}'; use the same"
