"""Whose a citation is: that of the agreement at hand, or of another document that the words around it name.

``Article 2 of the Union Constitution`` and ``the City Code, Article I`` are never ours, whatever stands at our Article 2.
``of this Agreement``, ``hereof`` and the agreement's own name say that it is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from contract_site.link.abbreviated import (
    OF_AGREEMENTS,
    OF_SIDE_DOCUMENTS,
    given_letters,
    initials_of,
    letters_before,
    letters_behind,
)
from contract_site.link.genitives import genitive_behind, noun_before
from contract_site.link.ranks import OTHER_NOUNS, OURS, OWN_NOUNS, POINTING, any_of, exactly
from contract_site.model.joining_words import OF

NOUN = any_of((*OWN_NOUNS, *OTHER_NOUNS))
CONNECTING = "and|or|of|to|in|for|by|with|as|is|are|be|shall|may|that|which|who|on|at|from|under"
MODIFIERS = rf"(?P<modifiers>(?:(?!(?:{CONNECTING})\b)[\w’'.&/–-]{{1,40}}\s{{1,3}}){{0,6}}?)"
OURS_WORDS = any_of(OURS)
POINTING_WORDS = exactly({form for word in POINTING for form in (word, word.capitalize())})
OF_SEVERAL = ("dei", "degli", "delle", "dos", "das")
"""Words for "of the" before several: they lead to a document's name, and none is typed before what a citation is of."""
OF_WORDS = exactly((*(word for word in OF if word != "of the"), *OF_SEVERAL))
NUMBER = r"\s{1,3} (?: (?:[Nn]os?\.?|[Nn][°º]|\#|№)\s?\d[\d./-]{0,20} | \d[\d./-]{0,20}\d )"
"""The number of a document, in a verbose pattern: ``No. 18``, ``213``."""
BEHIND = re.compile(
    rf"""
    \.?,?\)?,?\s{{0,3}} (?:
        (?P<hereof> hereof\b )
      | (?: (?:{OF_WORDS}) (?: \s{{1,3}} | (?<=['’]) ) )
        (?: (?P<ours> (?:{OURS_WORDS})\s{{1,3}} ) | (?P<pointing> (?:{POINTING_WORDS})\s{{1,3}} (?:said\s{{1,3}})? )? )
        {MODIFIERS} (?P<noun> (?:{NOUN}) ) (?P<number> {NUMBER} )?
      | (?<=,)\s{{1,3}} (?: (?:Chapter|Title|Part|Division|Article|Volume)\s{{1,3}}[\w.-]{{1,12}},\s{{1,3}} ){{0,3}}
        (?=[A-Z]) (?P<named> (?: [A-Z][\w’'.&-]{{1,40}}\s{{1,3}} | of\s{{1,3}}(?:the\s{{1,3}})? ){{1,5}}?
          (?P<noun_named> (?:{NOUN}) ) )
    )
    """,
    re.VERBOSE,
)
"""What stands behind a citation: ``of this Agreement``, ``of its charter``, ``of the Teamsters Agreement``."""
BEFORE = re.compile(
    rf"(?<![\w’'-])(?:(?P<ours>(?:{OURS_WORDS})\s{{1,3}})|(?P<pointing>(?:{POINTING_WORDS})\s{{1,3}}))?{MODIFIERS}(?P<noun>(?:{NOUN}))"
    r"(?P<between>[’']s?\s{1,3}|,\s{1,3}|\s{0,3}\(\s?|\s{1,3}(?:(?:provides?|states?|requires?|prescribes?)\s{1,3})?(?:(?:under|at|in)\s{1,3})?)$"
)
"""What stands before a citation: ``the City Code, Article I``, ``its Rules (Article 4)``."""
UNREAD = re.compile(r"(?P<name>@[\w-]{2,40}|\{\{[^{}]{1,80}\}\})\)?,?\s{1,3}$")
"""A name that the file would fill in: ``{{< var names.bylaws >}} Article 5``, ``@dues, Item 2``."""
LEADS_IN = (["under"], ["at"], ["in"])
ANY = ("a", "an", "any", "each", "another")
OF_LETTERS_AND_PLANS = ("memorandum", "memoranda", "letter", "mou", "moa", "plan")
"""Nouns that may be called so within the agreement: ``under the Memorandum Section 2``."""
WITH_ARTICLES = ("constitution", "charter", "code", "act", "convention", "declaration", "law", "ordinance", "statute")
"""Documents whose articles are cited behind them: ``as the Constitution provides under Article 2``."""
LOOK_BACK = 120
SENTENCE_ENDS = re.compile(r"(?<![\w.])[a-z]{4,30}[.;:]\s{1,3}(?=[A-Z“\"])")
"""Where a sentence ends; no name goes on over it: ``Carts are greased. The City Code, Article I``."""
TITLED = "titled:"
THIS_AGREEMENT = "this agreement"
"""What ``of this Agreement`` means in a document that has articles of its own: that document may call itself so."""
OF_TITLE = re.compile(r"\.?,?\s{1,3}(?:of|in|to)\s{1,3}(?:(?:the|this)\s{1,3})?[“\"‘]?(?=[A-Z])")
LONGEST_TITLE = 200
LEADS_TO_NAME = re.compile(r"\W*(?:of\s+the|du|de\s+la|des|del|dell[aoe]|dei|degli|d[ao]s?)(?![^\W\d_])|\W*de(?:\s+l|ll)['’]")
DATED = re.compile(
    r"\s{1,3}(?:of|de|du|dated|dating\s+from|from)\s{1,3}(?:\d{1,2}(?:er)?\s{1,3}[^\W\d_]{3,10}\s{1,3})?(?P<year>(?:19|20)\d\d)\b"
)
"""A date behind the noun: ``de la convention de 1975``, ``of the agreement of 1999``."""
BRANDED = re.compile(
    r"\s{1,3}(?:national|nationale|interprofessionnel|interprofessionnelle|cadre|de\s+branche|nacional|marco"
    r"|interconfederale|quadro|individuale?|tipo|aziendale)\b"
)
"""What says behind a noun that it is another document: ``de l'accord national``."""
COLLECTIVE = re.compile(r"\s{1,3}(?:collecti(?:ve|f)|colecti?v[oa]|coletiva|collettivo)\b")
"""What says behind a noun that it is the agreement of the parties: ``de la convention collective``."""
PLAIN = frozenset(("contratto", "convenio", "accordo", "acordo", "convenção", "convenzione"))
PLAIN_END = re.compile(r"\s?(?:[.,;:)]|$)")
"""What stands behind the noun where it is the agreement at hand, as ``of the contract`` is: ``l'art. 2 del contratto,``."""
COLLECTIVE_WORDS = re.compile(r"(?:\s{1,3}(?:[Cc]ollecti|[Cc]olecti|[Nn]ation|[Nn]acion|[Cc]oletiv)[^\W\d_]{1,8}){1,2}")
NAMED_FOR = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?(?P<whose>[A-Z][\w’'-]{1,30})")
"""Whose a document is: ``the Rules of Court``, ``the Constitution of CEP``."""
ANYBODY = frozenset(
    (
        "association",
        "union",
        "company",
        "employer",
        "parties",
        "society",
        "club",
        "local",
        "corporation",
        "organization",
        "board",
    )
)
"""Words for the parties, which tell no document from another: ``the By-Laws of the Association``."""
NOUNS = frozenset((*OWN_NOUNS, *OTHER_NOUNS))
LAST_WORD = re.compile(
    r"(?<![\w-])([\w-]{1,30})(?:[’']s?)?(?:\s{1,3}(?:provides?|states?|requires?|prescribes?))?(?:\s{1,3}(?:under|at|in))?[\s,(]{0,5}$"
)
GENERAL = frozenset(
    ["collective", "bargaining", "labor", "labour", "present", "current", "entire", "working", "basic", "general", "parties"]
)
"""Words that tell no agreement from another: ``the Collective Bargaining Agreement``."""
SELF = re.compile(
    rf"(?:{OURS_WORDS})\s{{1,3}}(?P<modifiers>(?:[A-Z][\w-]{{1,30}}\s{{1,3}}){{0,4}}?)(?P<noun>(?:{any_of(OWN_NOUNS)}))"
)
WORDS = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*|(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What the agreement at hand is called: nouns, and the words that may stand before them."""

    nouns: frozenset[str] = frozenset(("agreement", "contract"))
    modifiers: frozenset[str] = GENERAL
    letters: frozenset[str] = OF_AGREEMENTS
    """Letters by which it is called: CBA."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Pages of the documents beside its articles, by their titles without case."""
    dashed: bool = False
    """Whether it numbers its provisions with a dash: ``1-204`` is one of them, and no range."""

    def joined(self, other: OwnNames) -> OwnNames:
        """Return the names of both."""
        letters = self.letters | other.letters
        joined = replace(self, nouns=self.nouns | other.nouns, modifiers=self.modifiers | other.modifiers, letters=letters)
        return replace(joined, dashed=self.dashed or other.dashed)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a citation is."""

    name: str
    """Empty if it is the agreement at hand."""
    end: int = 0
    """Where the words that say so end, if they stand behind the citation."""
    proper: bool = False
    """Whether it is the name of one document and not only of its kind: ``Union Constitution``, not ``lease``."""
    within: str = ""
    """``agreement`` if the words say that the whole agreement is meant, not the memorandum or letter at hand; ``this
    agreement`` if they say only "this"; ``titled:`` and the page of the document beside the articles whose title they name."""


def own_names(names: Iterable[str], texts: Iterable[str]) -> OwnNames:
    """Return what an agreement is called, by its names and by what its text says of itself (``these By-Laws``)."""
    names = tuple(names)
    words = {word.casefold() for name in names for word in WORDS.findall(name)}
    letters = {each for name in names for each in initials_of(name)}
    nouns = {word for word in words if word in NOUNS}
    for text in texts:
        for match in SELF.finditer(text):
            nouns.add(match["noun"].casefold())
            words |= {word.casefold() for word in WORDS.findall(match["modifiers"])}
            more = COLLECTIVE_WORDS.match(text, match.end())
            words_of_it = f"{match['modifiers']}{match['noun']}{more[0] if more else ''}"
            letters |= {given_letters(text, match.end()), *initials_of(words_of_it)}
    return OwnNames(OwnNames().nouns | nouns, GENERAL | words, OF_AGREEMENTS | letters)


def owner_behind(text: str, start: int, end: int, own: OwnNames) -> Owner | None:
    """Return whose a citation from ``start`` to ``end`` is by the words behind it; None if they do not say."""
    if page := _titled(text, end, own):
        return Owner("", within=f"{TITLED}{page}")
    match = BEHIND.match(text, end)
    return _by_noun(text, match, own) if match is not None else _by_other_words(text, start, end, own)


def _by_noun(text: str, match: re.Match[str], own: OwnNames) -> Owner | None:
    if match["named"]:
        return _named_behind(match, own)
    if match["hereof"]:
        return Owner("", match.end())
    if match["ours"]:
        return Owner("", match.end(), within=THIS_AGREEMENT if match["noun"].casefold() in OWN_NOUNS else "document")
    name = " ".join(f"{match['modifiers']}{match['noun']}".split())
    if not match["pointing"] and not _is_proper(text, match, name):
        return None
    return _told(match, name, own, match.end())


def _by_other_words(text: str, start: int, end: int, own: OwnNames) -> Owner | None:
    """By a name in the genitive, or by letters."""
    named = genitive_behind(text, end, own.modifiers | own.nouns)
    if named is not None:
        return Owner("", named.end, within="agreement") if named.ours else Owner(named.name, named.end)
    return _by_letters(letters_behind(text, start, end), own)


def _by_letters(letters: str, own: OwnNames) -> Owner | None:
    if not letters or letters in OF_SIDE_DOCUMENTS:
        return None
    called, _, which = letters.partition(" ")
    known = called in own.letters or called.casefold() in own.modifiers
    ours = known and (not which or which.casefold() in own.modifiers)
    return Owner("", within="agreement") if ours else Owner(letters)


def _named_behind(match: re.Match[str], own: OwnNames) -> Owner | None:
    """The document whose name follows a comma: ``Section 2, Municipal Code``; the agreement's own name says nothing."""
    if match["noun_named"].casefold() in OF_LETTERS_AND_PLANS:  # Letter #2, Side Letter A and …
        return None
    name = " ".join(match["named"].split())
    words = {word.casefold() for word in WORDS.findall(name)}
    ours = match["noun_named"].casefold() in own.nouns and words <= own.modifiers | own.nouns
    return (
        None
        if ours or not _is_name(name.replace(" of the ", " ").replace(" of ", " "))
        else Owner(name, match.end(), proper=True)
    )


def _titled(text: str, end: int, own: OwnNames) -> str:
    """The page of the document beside the articles whose title stands behind a citation; empty if none does."""
    of = OF_TITLE.match(text, end) if own.titles else None
    if of is None:
        return ""
    words = " ".join(text[of.end() : of.end() + LONGEST_TITLE].split())
    found = [title for title in own.titles if words[: len(title)].casefold() == title and not words[len(title) :][:1].isalnum()]
    return own.titles[max(found, key=len)] if found and words[0].isupper() else ""


def owner_before(text: str, start: int, own: OwnNames) -> Owner | None:
    """Return whose a citation is by the words directly before it; None if they do not say."""
    if (unread := UNREAD.search(text, max(0, start - LOOK_BACK), start)) is not None:
        return Owner(unread["name"])
    if letters := letters_before(text, start):
        return _by_letters(letters, own)
    if noun := noun_before(text, start, own.modifiers | own.nouns):
        return Owner(noun)
    before = SENTENCE_ENDS.split(text[max(0, start - LOOK_BACK) : start])[-1]
    last = LAST_WORD.search(before)
    if last is None or last[1].casefold() not in NOUNS:
        return None
    match = BEFORE.search(before)
    if match is None or match["ours"]:
        return None
    name = " ".join(f"{match['modifiers']}{match['noun']}".split())
    return _told_before(match, name, own) if _leads_on(match, name, own) else None


def _leads_on(match: re.Match[str], name: str, own: OwnNames) -> bool:
    """Whether a name before a citation says whose it is, and does not stand there by chance."""
    between, noun = match["between"], match["noun"]
    pointing = (match["pointing"] or "").strip().casefold()
    if between.split()[-1:] in LEADS_IN:  # as the Constitution provides under Article 2
        return noun.istitle() and bool(pointing) and noun.casefold() in WITH_ARTICLES
    if "(" in between and pointing in ANY:  # as for a General Resolution (§4.2)
        return False
    proper = name[:1].isupper() and (len(name.split()) > 1 or bool(pointing))
    return proper or _is_adjacent(match, own) or (bool(pointing) and not between.startswith(","))


def _told_before(match: re.Match[str], name: str, own: OwnNames) -> Owner | None:
    told = _told(match, name, own, 0)
    return told if told.name else None


def _is_adjacent(match: re.Match[str], own: OwnNames) -> bool:
    """Whether a name of one word stands directly before: ``Charter Section 5``."""
    noun = match["noun"]
    named = noun.istitle() and match["between"].isspace() and noun.casefold() in (*OTHER_NOUNS, "charter", "constitution")
    return named and noun.casefold() not in (*own.nouns, *OF_LETTERS_AND_PLANS)


def _is_proper(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a name without ``the`` before it is one: ``Article 2 of Regulation 213``, ``of the Bylaws``."""
    return name[:1].isupper() or LEADS_TO_NAME.match(text, match.start()) is not None


def _told(match: re.Match[str], name: str, own: OwnNames, end: int) -> Owner:
    pointing = (match["pointing"] or "the").split()[0].casefold()
    modifiers = {word.casefold() for word in WORDS.findall(match["modifiers"])}
    parties = pointing in ("their", "our") and modifiers and modifiers <= GENERAL
    ours = (parties or pointing in ("the", "our", "de", "la", "du", "des")) and match["noun"].casefold() in own.nouns
    ours = ours or (match["noun"].casefold() in PLAIN and PLAIN_END.match(match.string, match.end("noun")) is not None)
    ours = ours or COLLECTIVE.match(match.string, match.end("noun")) is not None
    number = match.groupdict().get("number") or ""
    if ours and modifiers <= own.modifiers and not number and not _is_another(match, own):
        return Owner("", end, within="agreement")
    return Owner(f"{name} {number.strip()}".strip(), end, proper=bool(number) or _is_name(name))


def _is_another(match: re.Match[str], own: OwnNames) -> bool:
    """Whether what follows the noun tells it from the agreement at hand: a date, a brand, whose it is."""
    text, end = match.string, match.end("noun")
    dated, named = DATED.match(text, end), NAMED_FOR.match(text, end)
    if (dated is not None and dated["year"] not in own.modifiers) or BRANDED.match(text, end):
        return True
    return named is not None and named["whose"].casefold() not in own.modifiers | ANYBODY


def _is_name(words: str) -> bool:
    """Whether words are the name of one document: several, all but the small ones with a capital."""
    return len(words.split()) > 1 and all(word[0].isupper() for word in words.split())
