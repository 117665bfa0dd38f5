"""Names of documents in languages that bend or join nouns: ``§ 7 des Tarifvertragsgesetzes``, ``ст. 5 Трудового кодекса``."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

GERMAN = re.compile(
    r"""
    \.?\)?\s{1,2}
    (?: (?P<ours> die(?:ses|ser|sem) \s{1,2} | des\s{1,2}vorliegenden \s{1,2} )
      | (?: (?:des|der|dem|vom|im) \s{1,2} (?: (?!(?:und|oder|die|der|das)\b) [a-zäöüß]{2,20} (?:en|es|er) \s{1,2} )? )? )
    (?P<noun> [A-ZÄÖÜ][a-zäöüA-Zß-]{0,40} (?:[Gg]esetz|[Oo]rdnung|[Vv]ertrag|[Vv]ereinbarung|[Ss]atzung|[Rr]ichtlinie|buch
      |[Aa]bkommen|[Vv]erfassung) | Gesetz | Tarifvertrag | Vertrag | Vereinbarung | Satzung | Verordnung | Ordnung )
    (?: e?s | en )? (?! [\w-] )
    """,
    re.VERBOSE,
)
RUSSIAN = re.compile(
    r"""
    (?: \.?\s{1,3} (?:подпункта|пункта|части|абзаца|статьи|главы) \s{1,3}
        (?: \d[\d.,-]{0,7} | (?:перв|втор|трет|четв)[а-яё]{2,8} ) ){0,3}
    \.?\)?,?\s{1,3} (?P<ours> (?:настоящ|данн)(?:его|ей|ого|ой|их|ых) \s{1,3} )?
    (?P<modifiers> (?: [А-Яа-яё-]{2,30} (?:ого|его|ой|ей|ых|их) \s{1,3} ){0,3}? )
    (?P<noun> [Кк]одекс(?:а|ов) | [Зз]акон(?:а|ов) | [Уу]каза | [Дд]екрета | [Пп]остановления | [Пп]оложения | [Пп]равил
      | [Ии]нструкции | [Уу]става | [Пп]риказа | [Кк]онституции | [Сс]оглашения | [Дд]ирективы | [Дд]оговора | ТК | ГК
      | НК | КЗоТ
    ) (?! \w )
    """,
    re.VERBOSE,
)
DUTCH = re.compile(
    r"""
    \.?\)?,?\s{1,2}
    (?: van \s{1,2} (?: (?P<ours> deze | dit ) | de | het ) \s{1,2} (?P<modifiers> (?: [\w-]{2,30}e? \s{1,2} )?? ) | (?=[A-Z]) )
    (?P<noun> [A-Za-z-]{0,40} (?: wet | besluit | wetboek | reglement | regeling | verordening | overeenkomst | verdrag )
      | (?i:cao) | statuten | akkoord ) (?! [\w-] ) (?P<whose> \s{1,2} [A-Z][\w-]{2,} )?
    """,
    re.VERBOSE,
)
NORDIC_NOUN = r"""(?: (?! (?:bo|(?:för|an|av|ut|upp|om|in|be)s?)lagen ) [A-ZÅÄÖÆØa-zåäöæø-]{0,40}
    (?: lagen | balken | förordningen | avtale[tn] | avtal | loven | lova | forskriften | overenskomsten | overenskomst
      | aftalen | aftale | stadgarna | vedtektene | vedtægterne | reglementet | bekendtgørelsen ) (?! [\w-] ) )"""
NORDIC = re.compile(
    rf"""
    \.?\)?,?\s{{1,2}} (?: (?:i|av|af) \s{{1,2}} )? (?: (?P<ours> detta | denna | denne | dette | dessa ) \s{{1,2}} )?
    (?P<noun> {NORDIC_NOUN} | (?<=§\s) (?!AND\b) [A-ZÅÄÖ]{{3,5}} (?! [\w-] ) )
    """,
    re.VERBOSE,
)
"""``7 § i detta avtal``, ``7 § medbestämmandelagen``, ``7 § LAS``."""
NORDIC_BEFORE = re.compile(rf"(?<![\w-]) (?P<noun> {NORDIC_NOUN} ) s? \s{{1,2}} $", re.VERBOSE)
LONGEST_NOUN = 60
SIGN_BEFORE = 12
"""How far before its end a Nordic citation has its sign."""
POLISH = re.compile(
    r"""
    \.?\)?,?\s{1,2} (?: (?P<ours> niniejsz(?:ego|ej) | tego | tej ) \s{1,2} )?
    (?P<noun> (?i: kodeksu | ustawy | rozporządzenia | konstytucji | regulaminu | układu | statutu | umowy | porozumienia
      | dyrektywy | uchwały ) ) (?! \w )
    """,
    re.VERBOSE,
)
ITALIAN = re.compile(
    r"""
    \.?\)?,?\s{1,2} (?: (?:del|dello|della|dei|di\s{1,2}cui\s{1,2}al|di\s{1,2}cui\s{1,2}alla) \s{1,2} | dell['’] )?
    (?P<noun> D\.\s?Lgs\.? | D\.?lgs\.? | D\.\s?[LM]\. | D\.\s?P\.\s?R\.? | L\. | [cC]\.\s?c\. | [cC]\.\s?p\.(?:\s?c\.)? )
    (?= \s | \) | , | ; | $ )
    """,
    re.VERBOSE,
)
"""Laws by their letters with stops: ``art. 2 del D.Lgs. 81/2008``, ``art. 2103 c.c.``."""
OWN_ELSEWHERE = frozenset(
    [
        "cao",
        "overeenkomst",
        "arbeidsovereenkomst",
        "akkoord",
        "avtal",
        "avtalet",
        "avtalen",
        "kollektivavtalet",
        "tariffavtalen",
        "aftale",
        "aftalen",
        "overenskomst",
        "overenskomsten",
        "tariffoverenskomsten",
        "stadgarna",
        "vedtektene",
        "vedtægterne",
        "układu",
        "umowy",
        "porozumienia",
    ]
)
"""Nouns by which an agreement calls itself in Dutch, the Nordic languages and Polish."""
GENERAL = frozenset(("tarifvertrag", "vertrag", "vereinbarung", "kollektivvertrag", "betriebsvereinbarung", "satzung"))
"""German nouns by which an agreement calls itself."""
CONTRACT = re.compile(r"договора$", re.IGNORECASE)
OF_ONES_OWN = frozenset(("", "коллективного"))
"""What stands before ``договора`` when it is the agreement at hand."""


@dataclass(frozen=True, slots=True)
class Genitive:
    """The name of a document, where its words end, and whether it is the agreement at hand."""

    name: str
    end: int
    ours: bool


def genitive_behind(text: str, end: int, own: Collection[str]) -> Genitive | None:
    """Return the document named directly behind a citation that ends at a place; None if none is.

    ``own`` are the words of what the agreement at hand is called, without case.
    """
    german = GERMAN.match(text, end)
    if german is not None:
        noun = german["noun"].casefold()
        return Genitive(german["noun"], german.end(), bool(german["ours"]) or noun in GENERAL or noun in own)
    russian = RUSSIAN.match(text, end)
    if russian is None:
        return _in_other_words(text, end, own)
    modifiers = russian["modifiers"].strip()
    own_contract = CONTRACT.match(russian["noun"]) is not None and modifiers.casefold() in OF_ONES_OWN
    return Genitive(f"{modifiers} {russian['noun']}".strip(), russian.end(), bool(russian["ours"]) or own_contract)


def noun_before(text: str, start: int, own: Collection[str]) -> str:
    """Return the Nordic law or agreement named directly before a citation: ``arbeidsmiljøloven § 7``; empty if none is."""
    match = NORDIC_BEFORE.search(text[max(0, start - LONGEST_NOUN) : start])
    return "" if match is None or _calls_itself(match["noun"], own) else match["noun"]


def _in_other_words(text: str, end: int, own: Collection[str]) -> Genitive | None:
    dutch = DUTCH.match(text, end)
    if dutch is not None:
        ours = dutch["ours"] or (not dutch["whose"] and _calls_itself(dutch["noun"], own))
        return Genitive(f"{dutch['noun']}{dutch['whose'] or ''}", dutch.end(), bool(ours))
    match = NORDIC.match(text, end) if "§" in text[max(0, end - SIGN_BEFORE) : end] else None
    match = match or POLISH.match(text, end)
    if match is not None:
        return Genitive(match["noun"], match.end(), bool(match["ours"]) or _calls_itself(match["noun"], own))
    italian = ITALIAN.match(text, end)
    return Genitive(italian["noun"], italian.end(), ours=False) if italian is not None else None


def _calls_itself(noun: str, own: Collection[str]) -> bool:
    """Whether a noun, as it stands or without the ending of its case, is what the agreement at hand is called."""
    folded = noun.casefold()
    return folded in OWN_ELSEWHERE or folded in own or folded.removesuffix("u") in own
