"""Whose a citation is: that of the agreement at hand, or of another document that the words around it name.

``Article 2 of the Union Constitution`` and ``the City Code, Article I`` are never ours, whatever stands at our Article 2.
``of this Agreement``, ``hereof`` and the agreement's own name say that it is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from contract_site.link.ranks import OF, OTHER_NOUNS, OURS, OWN_NOUNS, POINTING, any_of, exactly

NOUN = any_of((*OWN_NOUNS, *OTHER_NOUNS))
CONNECTING = "and|or|of|to|in|for|by|with|as|is|are|be|shall|may|that|which|who|on|at|from|under"
MODIFIERS = rf"(?P<modifiers>(?:(?!(?:{CONNECTING})\b)[\w’'.&/–-]{{1,40}}\s{{1,3}}){{0,6}}?)"
OURS_WORDS = any_of(OURS)
POINTING_WORDS = exactly({form for word in POINTING for form in (word, word.capitalize())})
OF_WORDS = exactly(word for word in OF if word != "of the")
BEHIND = re.compile(
    rf"""
    \.?,?\)?\s{{0,3}} (?:
        (?P<hereof> hereof\b )
      | (?: (?:{OF_WORDS}) (?: \s{{1,3}} | (?<=['’]) ) )
        (?: (?P<ours> (?:{OURS_WORDS})\s{{1,3}} ) | (?P<pointing> (?:{POINTING_WORDS})\s{{1,3}} (?:said\s{{1,3}})? )? )
        {MODIFIERS} (?P<noun> (?:{NOUN}) ) (?P<number> \s{{1,3}} (?:No\.\s?)? \d[\d./-]{{0,20}}\d )?
      | (?=настоящего) (?P<ours_ru> настоящего\s{{1,3}} ) (?P<noun_ru> (?:{NOUN}) )
    )
    """,
    re.VERBOSE,
)
"""What stands behind a citation: ``of this Agreement``, ``of its charter``, ``of the Teamsters Agreement``."""
BEFORE = re.compile(
    rf"(?<![\w’'-])(?:(?P<ours>(?:{OURS_WORDS})\s{{1,3}})|(?P<pointing>(?:{POINTING_WORDS})\s{{1,3}}))?{MODIFIERS}(?P<noun>(?:{NOUN}))"
    r"(?P<between>[’']s?\s{1,3}|,\s{1,3}|\s{0,3}\(\s?|\s{1,3})$"
)
"""What stands before a citation: ``the City Code, Article I``, ``its Rules (Article 4)``."""
LOOK_BACK = 120
TITLED = "titled:"
OF_TITLE = re.compile(r"\.?,?\s{1,3}(?:of|in|to)\s{1,3}(?:(?:the|this)\s{1,3})?[“\"‘]?(?=[A-Z])")
LONGEST_TITLE = 200
LEADS_TO_NAME = re.compile(r"\W*(?:of\s+the|du|de\s+la|de\s+l['’]|des|del|de\s+el)(?![^\W\d_])")
DATED = re.compile(
    r"\s{1,3}(?:of|de|du|dated|dating\s+from|from)\s{1,3}(?:\d{1,2}(?:er)?\s{1,3}[^\W\d_]{3,10}\s{1,3})?(?P<year>(?:19|20)\d\d)\b"
)
"""A date behind the noun: ``de la convention de 1975``, ``of the agreement of 1999``."""
BRANDED = re.compile(
    r"\s{1,3}(?:national|nationale|interprofessionnel|interprofessionnelle|cadre|de\s+branche|nacional|marco)\b"
)
"""What says behind a noun that it is another document: ``de l'accord national``."""
NOUNS = frozenset((*OWN_NOUNS, *OTHER_NOUNS))
LAST_WORD = re.compile(r"(?<![\w-])([\w-]{1,30})(?:[’']s?)?[\s,(]{0,5}$")
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
    titles: Mapping[str, str] = field(default_factory=dict)
    """Pages of the documents beside its articles, by their titles without case."""

    def joined(self, other: OwnNames) -> OwnNames:
        """Return the names of both."""
        return replace(self, nouns=self.nouns | other.nouns, modifiers=self.modifiers | other.modifiers)


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
    """``agreement`` if the words say that the whole agreement is meant, not the memorandum or letter at hand; ``titled:`` and
    the page of the document beside the articles whose title they name."""


def own_names(names: Iterable[str], texts: Iterable[str]) -> OwnNames:
    """Return what an agreement is called, by its names and by what its text says of itself (``these By-Laws``)."""
    words = {word.casefold() for name in names for word in WORDS.findall(name)}
    nouns = {word for word in words if word in NOUNS}
    for text in texts:
        for match in SELF.finditer(text):
            nouns.add(match["noun"].casefold())
            words |= {word.casefold() for word in WORDS.findall(match["modifiers"])}
    return OwnNames(OwnNames().nouns | nouns, GENERAL | words)


def owner_behind(text: str, end: int, own: OwnNames) -> Owner | None:
    """Return whose a citation is by the words behind it; None if they do not say."""
    if page := _titled(text, end, own):
        return Owner("", within=f"{TITLED}{page}")
    match = BEHIND.match(text, end)
    if match is None:
        return None
    if match["hereof"]:
        return Owner("", match.end())
    if match["ours"] or match["ours_ru"]:
        noun = (match["noun"] or match["noun_ru"]).casefold()
        return Owner("", match.end(), within="agreement" if noun in OWN_NOUNS else "document")
    name = " ".join(f"{match['modifiers']}{match['noun']}".split())
    if not match["pointing"] and not _is_proper(text, match, name):
        return None
    return _told(match, name, own, match.end())


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
    before = text[max(0, start - LOOK_BACK) : start]
    last = LAST_WORD.search(before)
    if last is None or last[1].casefold() not in NOUNS:
        return None
    match = BEFORE.search(before)
    if match is None or match["ours"]:
        return None
    name = " ".join(f"{match['modifiers']}{match['noun']}".split())
    proper = name[:1].isupper() and (len(name.split()) > 1 or bool(match["pointing"]))
    if not proper and (match["between"].startswith(",") or not match["pointing"]):
        return None
    told = _told(match, name, own, 0)
    return told if told.name else None


def _is_proper(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a name without ``the`` before it is one: ``Article 2 of Regulation 213``, ``of the Bylaws``."""
    return name[:1].isupper() or LEADS_TO_NAME.match(text, match.start()) is not None


def _told(match: re.Match[str], name: str, own: OwnNames, end: int) -> Owner:
    pointing = (match["pointing"] or "the").split()[0].casefold()
    modifiers = {word.casefold() for word in WORDS.findall(match["modifiers"])}
    parties = pointing in ("their", "our") and modifiers and modifiers <= GENERAL
    ours = (parties or pointing in ("the", "our", "de", "la", "du", "des")) and match["noun"].casefold() in own.nouns
    dated = DATED.match(match.string, match.end("noun"))
    another = (dated and dated["year"] not in own.modifiers) or BRANDED.match(match.string, match.end("noun"))
    if ours and modifiers <= own.modifiers and not another:
        return Owner("", end, within="agreement")
    number = match.groupdict().get("number") or ""
    return Owner(f"{name} {number.strip()}".strip(), end, proper=bool(number) or _is_name(name))


def _is_name(words: str) -> bool:
    """Whether words are the name of one document: several, all but the small ones with a capital."""
    return len(words.split()) > 1 and all(word[0].isupper() for word in words.split())
