"""The words that citations use, as patterns of this package are built of them: ranks, documents, and what stands around them.

Words of ranks are those of ``model/rank_words``. A word counts as given, with a capital, and in capitals. Languages stand side
by side, because an agreement is cited in its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contract_site.model.citation import Form
from contract_site.model.rank_words import CITED, RANK_WORDS, cited_words


@dataclass(frozen=True, slots=True)
class CitedRank:
    """A rank as citations name it."""

    name: str
    level: int
    """Outermost first; a path goes on inwards from a lower to a higher level, and with ``of`` outwards."""
    form: Form
    words: tuple[str, ...]


RANKS = tuple(CitedRank(name, level, form, cited_words(name)) for name, (level, form) in CITED.items())
"""The ranks within a text."""

UNLABELLED = ("alinea", "sentence")
"""Ranks that readers count: an ``alinéa`` with a figure may have no label, a sentence has none."""
ONLY_INSIDE = ("point", "number")
"""Ranks that are cited within another: ``Nr. 4`` alone is a house, ``point 2`` an argument; not so a Russian ``пункт``."""

ITEMS = ("item", "items")
"""Words that name one rank with a capital, and another without."""

SIDE_WORDS: Mapping[str, tuple[str, ...]] = {
    rank.name: rank.cited for rank in RANK_WORDS if rank.cited and (rank.cited_as or rank.name) not in CITED
}
"""Documents beside the articles that have a number or a letter, by the name under which their words count as one."""

OWN_NOUNS = (
    "agreement", "contract", "constitution", "by-law", "by-laws", "bylaw", "bylaws", "charter", "convention", "covenant",
    "covenants", "declaration", "rules", "articles", "statuts", "règlement", "accord", "convenio", "convención", "contrato",
    "acuerdo", "contratto", "accordo", "acordo", "convenzione", "convenção", "договор", "договора", "договору",
    "договором", "соглашения",
)  # fmt: skip
"""What a text of this kind calls itself: ``this Agreement``, ``these By-Laws``."""

OTHER_NOUNS = (
    "act", "acts", "law", "laws", "code", "codes", "statute", "statutes", "ordinance", "ordinances", "regulation",
    "regulations", "pact", "compact", "treaty", "lease", "leases", "handbook", "manual", "award", "settlement",
    "memorandum", "memoranda", "mou", "moa", "letter", "plan", "policy", "policies", "order", "decree", "directive",
    "protocol", "resolution", "deed", "trust", "guidelines", "procedures", "framework", "bill", "loi", "lois", "code", "décret",
    "arrêté", "ordonnance", "avenant", "charte", "politique", "ley", "leyes", "código", "reglamento", "estatuto", "estatutos",
    "constitución", "decreto", "livre", "libro", "lei", "legge", "codice", "кодекса", "кодекс", "закона", "закон",
    "costituzione", "statuto", "regolamento", "constituição", "wet", "wetboek", "grondwet", "besluit", "statuten",
)  # fmt: skip
"""What only other documents are called."""

ABOVE = ("above", "preceding", "hereinabove", "ci-dessus", "précité", "anterior", "anteriores", "oben", "выше")
BELOW = ("below", "following", "hereinafter", "ci-dessous", "ci-après", "unten", "ниже")

POINTING = (
    "the", "that", "said", "such", "its", "their", "his", "her", "our", "any", "an", "a", "another", "each", "du", "de la",
    "de l'", "des", "del", "de", "la", "el", "los", "las", "dicha", "dicho", "ladite", "dudit", "cette", "cet", "ce",
    "het", "genoemde",
)  # fmt: skip
"""Words that lead to a document's name: ``of said Ordinance``, ``of its charter``."""

OURS = (
    "this", "these", "the present", "the within", "present", "présente", "présent", "la présente", "la presente", "el presente",
    "presente", "настоящего", "este", "esta", "estos", "estas", "questo", "questa", "présents", "présentes", "presenti",
    "presentes",
)  # fmt: skip
"""Words that say that the text itself is meant: ``of this Agreement``."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, as given, with a capital, and in capitals, the longest first."""
    forms = {form for word in words for form in (word, word[:1].upper() + word[1:], word.upper(), _titled(word))}
    return "|".join(_word(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def exactly(words: Iterable[str]) -> str:
    """Return a pattern for any of these words as given, the longest first."""
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


def pattern_of(name: str) -> str:
    """Return a pattern for the words of one rank."""
    rank = next(rank for rank in RANKS if rank.name == name)
    if not any(word.casefold() in ITEMS for word in rank.words):
        return any_of(rank.words)
    # Whether Item has a capital tells what it is; the others of its rank count with one, too.
    forms = {
        form for word in rank.words for form in ((word,) if word.casefold() in ITEMS else (word, _capital(word), word.upper()))
    }
    return "|".join(_word(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def side_name(word: str) -> str:
    """Return the name under which a word for a document beside the articles counts: ``annex`` for ``Annexe``."""
    folded = " ".join(word.casefold().split())
    return next(name for name, words in SIDE_WORDS.items() if folded in words)


def _titled(words: str) -> str:
    parts = [word if word == "of" else "-".join(map(_capital, word.split("-"))) for word in words.split()]
    return " ".join(parts)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _word(form: str) -> str:
    """A word in a pattern: any white space between its parts, no letter behind it."""
    plain = r"\s+".join(re.escape(part) for part in form.split())
    return plain + ("" if form[-1] in ".§'" else r"(?![^\W\d_])" if len(form) < 7 else r"(?:(?![^\W\d_])|(?=[lI]\d))")
