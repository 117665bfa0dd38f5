"""Documents that are called by letters: ``Section 8 of the NLRA``, ``§ 7 TVG``, ``ст. 5 ТК``, ``29 C.F.R. Section 541``.

Letters behind ``of the`` name a document in every language. Without such words they do so behind ``§``, behind a Russian
citation, and behind ``art.`` or an article with its own word before it (``l'article 5 CO``), because an English ``Article 5
FMLA leave`` goes on with the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from contract_site.link.ranks import OWN_NOUNS, any_of, exactly
from contract_site.model.joining_words import OF

LETTERS = r"(?:[A-ZÄÖÜ](?:\.?[A-Z]){1,6}\.?|[A-Z][A-Za-zÄÖÜäöü-]{1,10}[A-ZL]|[А-Я]{2,6}|[A-Z]\.\s?[a-z]\.)(?![\w’'-])"
ENGLISH = ("of", "of the")
OF_LETTERS = re.compile(
    rf"\.?,?\)?\s{{1,3}}(?:of\s{{1,3}}the|(?:{exactly(word for word in OF if word not in ENGLISH)}))"
    rf"(?:\s{{1,3}}|(?<=['’]))(?P<name>{LETTERS})"
)
"""``of the NLRA``, ``de l'ANI``, ``del ET``."""
LETTERS_ALONE = re.compile(rf"\.?\)?\s{{1,2}}(?P<name>{LETTERS})")
LONE = re.compile(r"§|[Aa]rt\.|[Aa]rtículo|[Aa]rtikel|[Aa]rticol[oi]|[Aa]rtigo|[а-яА-Я]")
"""What letters follow without a word between: ``§ 7 TVG``, ``art. 5 CO``, ``ст. 5 ТК``."""
FRENCH = re.compile(r"(?:\b[Ll]es|\baux|\bdes|[’'])\s?$")
"""What stands before a French citation: ``l'article 5 CO``."""
SHORT_NAME = re.compile(
    r"(?<![\w-])(?:\d{1,2}\s)?(?P<name>(?!(?:[IVXLC]+|AND|THE|FOR|PER|SEE)\b(?!\.))[A-Z](?:\.?[A-Z]){2,5}\.?)\s$"
)
"""The letters by which a statute is called: ``FLSA Section 7``, ``29 C.F.R. Section 541``."""
OF_AGREEMENTS = frozenset(("CBA", "JCBA", "MCA", "CCN", "CCT", "GAV", "CAO", "CCNL"))
"""Letters by which agreements call themselves."""
OF_SIDE_DOCUMENTS = frozenset(("MOU", "MOA", "LOU", "LOA", "AND"))
"""Letters by which their memoranda are called, and a word in capitals."""
GIVEN = re.compile(
    r"[^().;]{0,90}\((?:hereinafter|hereafter|ci-après|en adelante)?\s?(?:the|la|le|el)?\s?"
    r"[“\"‘«]\s?(?P<letters>[A-Z]{2,6})\s?[”\"’»]"
)
"""Letters that a text gives a document: ``(hereinafter the “NMA”)``."""
WHICH = re.compile(
    r"\s{1,2}(?:(?P<number>[Nn][°ºo]\.?\s?\d[\d/.-]{0,8}|\d{1,4}/\d{2,4}|\d{2}(?![\w-]))"
    r"|(?:des|du|de\s+la|de\s+l['’]|del|de\s+los|de\s+las)\s?(?P<whose>[^\W\d_]{3,20}))"
)
"""What says which of the documents it is that have the same letters: ``C.C.T. 659/13``, ``la CCN du tourisme``."""
SMALL = frozenset(("and", "or", "of", "the", "for", "between", "de", "des", "du", "la", "le", "et", "del", "y"))
NOUN_INITIALS = re.compile(rf"(?:{any_of(OWN_NOUNS)})$")


def letters_behind(text: str, start: int, end: int) -> str:
    """Return the letters by which the words behind a citation call its document, and which it is; empty if none do.

    ``start`` and ``end`` are those of the citation.
    """
    behind = OF_LETTERS.match(text, end)
    if behind is None and (LONE.match(text, start) or FRENCH.search(text, max(0, start - 6), start)):
        behind = LETTERS_ALONE.match(text, end)
    if behind is None or text[start : start + 3].isupper():
        return ""
    which = WHICH.match(text, behind.end())
    return " ".join((_plain(behind["name"]), *filter(None, which.groups() if which is not None else ())))


def letters_before(text: str, start: int) -> str:
    """Return the letters by which the words before a citation call its document; empty if none do."""
    short = SHORT_NAME.search(text, max(0, start - 24), start)
    return _plain(short["name"]) if short is not None and not text[start : start + 3].isupper() else ""


def given_letters(text: str, end: int) -> str:
    """Return the letters that a text gives the document whose name ends at a place; empty if none."""
    given = GIVEN.match(text, end)
    return given["letters"] if given is not None else ""


def initials_of(name: str) -> Iterable[str]:
    """Yield what the letters of a name may be: the first ones of the words that begin or end with its noun.

    ``Convention collective nationale`` gives CC and CCN, ``Master Labor Agreement`` MLA and LA.
    """
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", name) if word.casefold() not in SMALL][:12]
    for place, word in enumerate(words):
        if NOUN_INITIALS.match(word):
            yield from (_first_letters(words[place : place + count]) for count in range(2, 6))
            yield from (_first_letters(words[max(0, place - count) : place + 1]) for count in range(1, 5))


def _plain(letters: str) -> str:
    """Letters without stops, which one print sets and another does not; ``C.t.`` keeps them."""
    return letters.replace(".", "") if letters.replace(".", "").isupper() else letters


def _first_letters(words: Iterable[str]) -> str:
    return "".join(word[0].upper() for word in words)
