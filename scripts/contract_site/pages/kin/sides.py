"""The editions that a page sets beside each other: what its status line calls them, and the language of each one's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contract_site.interface.say import say
from contract_site.model.agreement import names_apart
from contract_site.model.document import Edition
from contract_site.words.escape import escape_start
from contract_site.words.frame import NOT_WORDS, UNOFFICIAL, status_words


def status_line(editions: Iterable[Edition]) -> str:
    """Return the line that says which editions are shown, whether they are in force, and that the copies are unofficial."""
    shown = list({edition.slug: edition for edition in editions}.values())
    names = names_apart(shown)
    named = [f"{escape_start(names[each.slug])}, **{status_words(each)}**" for each in shown]
    copies = say("unofficial copies") if len(named) > 1 else say(UNOFFICIAL)
    return f"{' · '.join([*named, copies])}\n{{: .status {NOT_WORDS} }}\n"


def language_beside(edition: Edition, beside: Sequence[Edition]) -> str:
    """Return the language to mark an edition's words with; nothing if all ``beside`` it have one, as the page says."""
    several = len({each.settings.language for each in (edition, *beside)}) > 1
    return edition.settings.language if several else ""


def marked_in(language: str) -> str:
    """Return what marks a block of Markdown, inside its attribute list, as in a language; nothing if none is given."""
    return f"lang={language} " if language else ""


def tag_in(language: str) -> str:
    """Return what marks a tag as in a language; nothing if none is given."""
    return f' lang="{language}"' if language else ""
