"""What language a text says that it is in."""

from __future__ import annotations

from contract_site.infer.fact import Fact
from contract_site.model.document import Edition
from contract_site.model.language import language_of_text


def language_of(edition: Edition) -> Fact[str] | None:
    """Return the code of the language of an edition's words; None where they are too few, or of two languages alike."""
    language = language_of_text(edition.source.text)
    if language is None:
        return None
    why = f"by its small words, {language.found} times {', '.join(language.examples)} and the like"
    return Fact(language.code, 1, why, sure=True)
