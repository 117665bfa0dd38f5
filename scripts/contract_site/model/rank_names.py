"""What ranks are called where an edition is cited: in its own word, else in that of its language.

An edition that prints ARTÍCULO II is cited as Artículo II. Where it prints a number alone, its language says the word; where
it prints a word cut short (``ART. 5``, ``SEC. 2``), the whole one is said.
"""

from __future__ import annotations

import unicodedata

from contract_site.model.letters import caseless
from contract_site.model.rank_words import printed_words, words_behind

NAMES: dict[str, dict[str, str]] = {
    "article": {
        "es": "Artículo", "fr": "Article", "pt": "Artigo", "it": "Articolo", "de": "Artikel", "nl": "Artikel",
        "pl": "Artykuł", "cs": "Článek", "sk": "Článok", "hr": "Članak", "sl": "Člen", "ca": "Article", "gl": "Artigo",
        "tr": "Madde", "ru": "Статья", "uk": "Стаття", "sv": "Artikel", "da": "Artikel", "nb": "Artikkel",
    },
    "section": {
        "es": "Sección", "fr": "Section", "pt": "Seção", "it": "Sezione", "de": "Abschnitt", "nl": "Sectie", "pl": "Sekcja",
        "ca": "Secció", "gl": "Sección", "ru": "Раздел", "uk": "Розділ", "tr": "Bölüm", "cs": "Oddíl", "sk": "Oddiel",
    },
    "clause": {
        "es": "Cláusula", "fr": "Clause", "pt": "Cláusula", "it": "Clausola", "de": "Klausel", "ca": "Clàusula",
        "gl": "Cláusula",
    },
    "paragraph": {
        "es": "Párrafo", "fr": "Paragraphe", "pt": "Parágrafo", "it": "Paragrafo", "de": "Absatz", "nl": "Lid",
        "ru": "Пункт",
    },
    "rule": {"es": "Regla", "fr": "Règle", "pt": "Regra", "it": "Regola", "de": "Regel"},
    "chapter": {
        "es": "Capítulo", "fr": "Chapitre", "pt": "Capítulo", "it": "Capitolo", "de": "Kapitel", "nl": "Hoofdstuk",
        "pl": "Rozdział", "ru": "Глава", "ca": "Capítol", "gl": "Capítulo",
    },
    "step": {"es": "Paso", "fr": "Étape", "pt": "Etapa", "it": "Fase", "de": "Stufe"},
    "appendix": {
        "es": "Apéndice", "fr": "Appendice", "pt": "Apêndice", "it": "Appendice", "de": "Anhang", "nl": "Bijlage",
        "ru": "Приложение",
    },
    "front": {
        "es": "Páginas preliminares", "fr": "Pages préliminaires", "pt": "Páginas preliminares", "it": "Pagine preliminari",
        "de": "Vorspann", "ru": "Вступительная часть",
    },
    "text": {"es": "Texto", "fr": "Texte", "pt": "Texto", "it": "Testo", "de": "Text", "ru": "Текст"},
    "table": {"es": "tabla", "fr": "tableau", "pt": "tabela", "it": "tabella", "de": "Tabelle", "nl": "tabel", "ru": "таблица"},
}  # fmt: skip
"""The word for a rank in the languages that have another than English, as it stands at the head of a citation."""
SHORT = {"art": "Art.", "стат": "Ст.", "clan": "Čl."}
"""How a word for articles is cut short in a sentence, by how it begins; accents aside."""
_RANKS = {caseless(word): rank.name for word, rank in (*words_behind(), *printed_words())}


def name_of_rank(rank: str, language: str) -> str:
    """Return the word for a rank in a language: ``Sección``; in English where the language's is not known."""
    return NAMES.get(rank, {}).get(language) or rank.capitalize()


def printed_name(label: str, rank: str, language: str) -> str:
    """Return the word for a rank that a label prints, in its usual letters: ``Artículo`` of ``ARTÍCULO II.-``; nothing if none.

    ``rank`` is the name of its rank, as ``model/rank_words`` has it.
    """
    words = (word for word in _words(label) if _RANKS.get(caseless(word)) == rank)
    word = next(words, "")
    singular = word[:-1] if caseless(word[:-1]) in _RANKS and word[-1:] in "sS" else word
    whole = name_of_rank(rank, language)
    if len(singular) <= 4 and _plain(whole).startswith(_plain(singular)) and singular.isalpha():
        return whole if singular else ""
    return singular[:1].upper() + singular[1:].lower()


def short_name(word: str) -> str:
    """Return a word for articles as a sentence has room for it: ``Art.``; any other as it is."""
    plain = _plain(word)
    is_article = _RANKS.get(caseless(word)) == "article"
    return next((short for begins, short in SHORT.items() if is_article and plain.startswith(begins)), word)


def _words(label: str) -> list[str]:
    """The words of a label without its numbers and marks; the sign for sections is one."""
    return "".join(each if each.isalpha() or each in "§-" else " " for each in label).replace("§", " § ").split()


def _plain(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
