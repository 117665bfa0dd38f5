"""Lists that grow with the agreements of a site: from how many entries on they are grouped, folded, and can be narrowed.

What is narrowed is there without a script too, whole; the field is made by the script, which only these pages load.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.interface.say import say
from contract_site.words.escape import attribute
from contract_site.words.frame import NOT_WORDS

MANY = 24
"""Entries that a reader looks through without help: about two screens of a phone."""
NARROW = PurePosixPath("assets/asked")
FIELD = (
    '<div class="narrow" data-narrow="{entries}" data-label="{label}" data-told="{told}" {not_words} hidden></div>\n'
    '<link rel="stylesheet" href="{folder}narrow.css"><script src="{folder}narrow.js" defer></script>\n'
)


def narrowing(path: PurePosixPath, entries: str, count: int) -> Iterator[str]:
    """Yield the place of the field that narrows the list of a page, if so many entries are many.

    ``entries`` is the selector (CSS) of its entries; each is left whose words have all that is typed.
    """
    if count > MANY:
        yield FIELD.format(
            entries=attribute(entries),
            label=attribute(say("Narrow this list")),
            told=attribute(say("{shown} of {all}", shown="{shown}", all="{all}")),
            folder=addresses.folder_link(path, NARROW),
            not_words=NOT_WORDS,
        )
