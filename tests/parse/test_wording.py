"""An edition is cited in its own words: those that its labels print, else those of its language; its titles are written so."""

from __future__ import annotations

import pytest
from tests.parse.texts import an_editorial, parse_text

from contract_site.cite.cite import abridged, citation, spelt_out
from contract_site.model.document import Edition
from contract_site.model.rank_names import name_of_rank, printed_name, short_name
from contract_site.parse.wording import Wording

SPANISH = (
    "La jornada de los fareros del puerto se fija con el Sindicato, y las horas de los turnos del norte las paga la Naviera del"
    " Caribe con los sueldos del Artículo IV. Los fareros y las partes de la Comisión Mixta se reúnen con los del sur, y las"
    " torres del puerto, las de los faros y las luces del grupo son del Estado."
)
GERMAN = (
    "Die Arbeitszeit der Beschäftigten ist mit dem Rat und für die Türme von den Parteien zu regeln; das Gehalt wird nicht"
    " bei der Ablösung gezahlt, und der Urlaub ist ein Recht, das den Wärtern bei dem Betrieb zusteht."
)
FRENCH = (
    "Les gardiens des phares sont dans une équipe pour la nuit et sur les tours, qui est payée par la compagnie avec les"
    " primes des heures de travail."
)
ENGLISH = "The keeper of the light shall be paid for the hours that this agreement and the parties name, and not with the day."
LANGUAGES = {"es": SPANISH, "de": GERMAN, "fr": FRENCH, "en": ENGLISH}


def edition_of(language: str, *lines: str) -> Edition:
    """An edition whose lines stand apart, in the language of the words behind its last one."""
    return parse_text("\n\n".join((*lines, *[LANGUAGES[language]] * 4)) + "\n", an_editorial("lines"))


CITED = {
    "Spanish": (
        "es",
        ("ARTÍCULO I", "RECONOCIMIENTO", "Sección 1. Las partes.", "Sección 2. Los fareros.", "ARTÍCULO II", "SALARIOS",
         "Sección 1. Pago.", "Sección 2. Aumentos."),
        "II.2",
        ("Artículo II.2", "Art. II.2", "Artículo II, Sección 2"),
    ),
    "Spanish clauses": (
        "es",
        ("CLÁUSULA PRIMERA.- Partes.", "Las partes.", "CLÁUSULA SEGUNDA.- Pago.", "Horas.", "CLÁUSULA TERCERA.- Fin.", "Fin."),
        "2",
        ("Cláusula 2", "Cláusula 2", "Cláusula 2"),
    ),
    "French": (
        "fr",
        ("ARTICLE 1", "OBJET", "Section 1. Les parties.", "ARTICLE 2", "SALAIRES", "Section 1. Paie.", "Section 2. Primes."),
        "2.2",
        ("Article 2.2", "Art. 2.2", "Article 2, Section 2"),
    ),
    "German": (
        "de",
        ("§ 1 Geltung", "Die Türme.", "§ 2 Gehalt", "Das Gehalt.", "§ 3 Urlaub", "Der Urlaub."),
        "2",
        ("§ 2", "§ 2", "§ 2"),
    ),
    "an English rule": (
        "en",
        ("RULE 1", "SCOPE", "The lights.", "RULE 2", "HOURS", "The hours.", "RULE 3", "PAY", "The pay."),
        "2",
        ("Rule 2", "Rule 2", "Rule 2"),
    ),
    "English": (
        "en",
        ("ARTICLE 1", "SCOPE", "Section 1. The lights.", "ARTICLE 2", "HOURS", "Section 1. The hours.", "Section 2. The pay."),
        "2.2",
        ("Article 2.2", "Art. 2.2", "Article 2, Section 2"),
    ),
    "a word cut short": (
        "es",
        ("ART. 1", "ALCANCE", "Los faros.", "ART. 2", "HORAS", "Las horas.", "ART. 3", "PAGO", "El pago."),
        "2",
        ("Artículo 2", "Art. 2", "Artículo 2"),
    ),
    "numbers alone": (
        "es",
        ("1. ALCANCE", "1.1 Los faros.", "1.2 Las torres.", "2. HORAS", "2.1 Las horas.", "2.2 El turno.", "3. PAGO",
         "3.1 El pago."),
        "2.2",
        ("Artículo 2.2", "Art. 2.2", "Artículo 2, Sección 2"),
    ),
    "numbers alone that the text calls clauses": (
        "es",
        ("1. ALCANCE", "1.1 Según la cláusula 2.", "1.2 La cláusula 3 rige.", "2. HORAS", "2.1 Vea la cláusula 1.",
         "2.2 El turno.", "3. PAGO", "3.1 El pago."),
        "2.2",
        ("Cláusula 2.2", "Cláusula 2.2", "Cláusula 2, Sección 2"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "lines", "anchor", "forms"), CITED.values(), ids=CITED)
def test_an_edition_is_cited_in_its_own_words(
    language: str, lines: tuple[str, ...], anchor: str, forms: tuple[str, str, str]
) -> None:
    edition = edition_of(language, *lines)

    part, provision = next((part, each) for part, each in edition.provisions() if part.in_body and each.anchor == anchor)

    trail = part.root.trail(anchor)
    assert (citation(part, provision), abridged(part, provision), spelt_out(part, trail)) == forms


def test_addresses_and_ranks_say_nothing_of_the_language() -> None:
    spanish = edition_of("es", *CITED["Spanish"][1])

    places = [(part.id, each.anchor, str(each.rank)) for part, each in spanish.provisions() if part.in_body]

    assert places[3:] == [("article-ii", "II", "article"), ("article-ii", "II.1", "section"), ("article-ii", "II.2", "section")]


PRINTED = {
    "in capitals": ("ARTÍCULO II.-", "article", "es", "Artículo"),
    "several": ("ARTICLES 5 – 7", "article", "en", "Article"),
    "as given": ("Sección 2.", "section", "es", "Sección"),
    "the sign": ("§ 4", "section", "de", "§"),
    "behind the number": ("1 §", "section", "sv", "§"),
    "cut short": ("SEC. 3", "section", "en", "Section"),
    "cut short, with an accent": ("Čl. 5", "article", "cs", "Článek"),
    "cut short in a language whose word is not known": ("Kap. 5", "chapter", "fi", "Kap"),
    "none": ("5.01", "article", "es", ""),
    "of another rank": ("Sección 2.", "article", "es", ""),
}


@pytest.mark.parametrize(("label", "rank", "language", "word"), PRINTED.values(), ids=PRINTED)
def test_the_word_of_a_label_is_written_in_its_usual_letters(label: str, rank: str, language: str, word: str) -> None:
    assert printed_name(label, rank, language) == word


def test_a_language_that_has_no_word_for_a_rank_says_it_in_english() -> None:
    assert [name_of_rank("section", language) for language in ("es", "en", "xx")] == ["Sección", "Section", "Section"]


def test_a_word_for_articles_is_cut_short_as_its_language_does() -> None:
    words = ("Article", "Artículo", "Artikel", "Статья", "Článek", "Cláusula", "§", "Item")

    assert [short_name(word) for word in words] == ["Art.", "Art.", "Art.", "Ст.", "Čl.", "Cláusula", "§", "Item"]


TITLES = {
    "Spanish": ("es", "JORNADA DE TRABAJO", "Jornada de trabajo"),
    "a Spanish name": ("es", "PAGOS DE LA NAVIERA DEL CARIBE", "Pagos de la Naviera del Caribe"),
    "what a text always writes with a capital": ("es", "LA COMISIÓN MIXTA", "La Comisión Mixta"),
    "two sentences": ("es", "PAGO. HORAS", "Pago. Horas"),
    "a numeral": ("es", "TABLA DEL GRUPO II", "Tabla del grupo II"),
    "French": ("fr", "HEURES DE TRAVAIL", "Heures de travail"),
    "German nouns": ("de", "GEHALT UND ZULAGE BEI DER ABLÖSUNG", "Gehalt und Zulage bei der Ablösung"),
    "English": ("en", "HOURS OF WORK", "Hours of Work"),
    "no capitals": ("es", "Jornada De Trabajo", "Jornada De Trabajo"),
}


@pytest.mark.parametrize(("language", "printed", "title"), TITLES.values(), ids=TITLES)
def test_a_heading_in_capitals_is_written_as_its_language_writes_titles(language: str, printed: str, title: str) -> None:
    assert Wording.of("en", "\n".join([LANGUAGES[language]] * 4)).title(printed) == title


def test_a_language_that_editors_wrote_down_counts_before_what_is_found() -> None:
    assert Wording.of("pt-BR", ENGLISH * 4).language == "pt"


def test_what_stands_before_the_articles_is_called_as_the_language_writes_titles() -> None:
    spanish = edition_of("es", "CONVENIO COLECTIVO DE LA NAVIERA DEL CARIBE", *CITED["Spanish"][1])

    assert (spanish.parts[0].id, spanish.parts[0].title) == (
        "convenio-colectivo-de-la-naviera-del-caribe",
        "Convenio colectivo de la Naviera del Caribe",
    )
