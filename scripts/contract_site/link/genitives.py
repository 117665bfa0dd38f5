"""Names of documents that follow without a word for "of": ``§ 7 des Tarifvertragsgesetzes``, ``ст. 5 Трудового кодекса``."""

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
        return None
    modifiers = russian["modifiers"].strip()
    own_contract = CONTRACT.match(russian["noun"]) is not None and modifiers.casefold() in OF_ONES_OWN
    return Genitive(f"{modifiers} {russian['noun']}".strip(), russian.end(), bool(russian["ours"]) or own_contract)
