"""The words between which agreements name their parties, in the languages that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from contract_site.model.months import NUMBERS

WORDS = (
    ("between|by and between", "and|&", "the"),
    ("entre", "et", "la|le|les|l['’]"),
    ("zwischen", "und", "dem|der|den|die"),
    ("entre", "y|e", "el|la|los|las|os?|as?"),
    ("tussen", "en", "de|het"),
    ("tra|fra", "e", "il|la|lo|gli|i|l['’]"),
    ("между", "и", ""),
)
"""What stands before both names, between them, and as an article at the head of each, in the languages that are read."""
_BEFORE = "|".join(before for before, _, _ in WORDS)
_AND = "|".join(dict.fromkeys(and_ for _, and_, _ in WORDS))
_UNDERSIGNED = r"(?:\s+(?:the (?:parties|undersigned)|les soussigné\w*|den parteien|de ondergetekenden|las partes|le parti))?"
_THE = r"(?:\s+(?:the|la|le|les|der|dem|den|die|el|los|las|il))?"
BETWEEN = re.compile(rf"(?<!\W)\W*+(?:by and )?(?:{_BEFORE}){_UNDERSIGNED}{_THE}\W*+", re.IGNORECASE)
OPENS_NAMES = re.compile(rf"\W*(?:by and )?(?:{_BEFORE})\b", re.IGNORECASE)
"""How a line of a cover begins that goes on with names."""
AND = re.compile(rf"(?<!\W)[^\w&]*+(?:{_AND}){_THE}\W*+", re.IGNORECASE)
ANDS = re.compile(rf"(?<!\w)(?:{_AND})(?!\w)", re.IGNORECASE)
DOCUMENT = re.compile(
    r"\b(?:agreement|contract|memorandum|convention|accord|\w*tarifvertrag|\w*vereinbarung|convenio|contrato"
    r"|acuerdo|договор)\b",
    re.IGNORECASE,
)
"""What a line of a cover names that is no party."""
NO_NAME = re.compile(
    r"\b(?:effective|expires?|expiring|term|subject to|ratified|dated|en vigueur|gültig|vigente)\b", re.IGNORECASE
)
LONGEST = 200
SIDE = (
    r"(?:d['’]une part|d['’]autre part|(?:de|por) (?:la )?una parte|(?:de|por) (?:la )?otra(?: parte)?"
    r"|por um lado|por outro(?: lado)?"
    r"|einerseits|andererseits|enerzijds|anderzijds|da una parte|dall['’]altra(?: parte)?"
    r"|с одной стороны|с другой стороны|(?:of|on|for) the (?:one|first|second|other) (?:part|hand|side))"
)
"""On which side a party stands."""
_CALLED = (
    r"(?:here(?:in)?(?:after)?|ci-après|nachfolgend|nachstehend|im folgenden|en (?:lo )?(?:adelante|sucesivo)|hierna|именуем\w+"
    r"|doravante|di seguito)"
)
_DEFINED = rf"\s*,?\s*(?:\([^)]{{3,160}}\)|{_CALLED}\b[^,;]{{0,120}}|{SIDE})"
_OPENS = rf"(?:,?\s*{SIDE}\s*,)?\s+"
NAMED = rf"(?:\([^)]{{0,80}}(?:{_CALLED}|[“\"'‘«„])[^)]{{0,120}}\)|{_CALLED}\b[^,;]{{0,120}})"
"""What a party is called from here on."""
NEXT_NAME = re.compile(rf"(?<!\s)\s*+{NAMED}\s*+,\s*+(?:and\s++)?(?:the\s++)?", re.IGNORECASE)
"""What stands between two names of which the first is defined."""
ASIDE = re.compile(
    rf"(?<!\s)\s*+(?:\((?=[^)]{{0,200}}?(?:{_CALLED}|[“\"‘«„]|'\w))[^)]{{0,300}}+\)|(?:,\s*+)?(?:[–—-]\s*+)?{SIDE}[\s,;:–—-]*$"
    r"|,\s+(?:an?\s+[a-z]|acting\b|by and through|its (?:successors|officers)|represented\b|représenté"
    r"|repräsentiert|vertreten\b"
    r"|representad|rappresentat|vertegenwoordigd|hereby\b|в лице).*$)",
    re.IGNORECASE | re.DOTALL,
)
"""What stands behind a name and is none of it: what it is called, on which side it is, what it is, who stands for it."""
ONE_MORE = re.compile(rf"\s*+(?:,\s*+)?(?i:{_AND})(?i:{_THE})\s+[“\"«A-ZÀ-ÞА-Я][^.;]{{2,200}}?(?i:{NAMED})")
"""One more name that is defined, behind the second."""
TOGETHER = re.compile(r"\b(?:together|collectively|jointly)\b", re.IGNORECASE)
"""A definition says so that is for several."""
BEHIND_NAMES = re.compile(
    rf"\W*(?:\d|for\b|from\b|covering\b|this\b|in\b|(?:{_BEFORE})\b|{'|'.join(NUMBERS)}|{NO_NAME.pattern}|{DOCUMENT.pattern})",
    re.IGNORECASE,
)
"""How a line begins that does not go on with the names above it: with a day, the term, what the document is."""
SENTENCE = re.compile(r"\b(?:agrees?|are|is|shall|hereby|have|has)\b")
"""What a line has that is no name's."""
GENERIC = (
    r"(?:company|corporation|employer|union|city|county|town|village|state|board|société|entreprise|association|syndicat"
    r"|empresa|compañía|sociedad|asociación|sindicato|firma)"
)
NAME = re.compile(rf"(?:{GENERIC}\s+(?:(?:of|de|du|des)\s+)?)?[“\"«A-ZÀ-ÞА-Я]")
"""How a name begins: with a capital, a small word for what sort of party it is aside."""
NO_PARTY = re.compile(
    rf"(?:[Tt]he\s+)?(?:(?i:{GENERIC})|(?:[Tt]he )?[Pp]arties(?: hereto)?|[Mm]anagement|[Ee]mployees?|[Ll]abou?r)[\s,:]*"
)
"""What is a party's part and not its name."""
OF_SEVERAL = re.compile(r"\b(?:of|for|de|du|des|der|für|di|degli|van|voor)\b", re.IGNORECASE)
"""What a name has that may go on behind “and”: ``Brotherhood of Locomotive Engineers and Trainmen``."""
OF_ITS_OWN = re.compile(
    rf"\b(?:{GENERIC}|inc|ltd|limited|llc|llp|lp|plc|corp|co|pty|gmbh|ag|s\.?a|n\.?v|university|college|schools?|district"
    r"|authority|hospital|center|centre|clinic|rail(?:way|road)|lines?|airlines?|transit|services?|council|department|federation"
    r"|brotherhood|guild|alliance|society|institute|commission|agency|group|bank|club|foundation|government|province|ministry"
    r"|local|lodge|division|chapter|region|of|de|du)\b",
    re.IGNORECASE,
)
"""What the name of another party has of its own: a word for what it is."""
OF_A_NAME = re.compile(
    r",\s*(?=(?:Inc|Ltd|LLC|LLP|L\.?P|Corp|Co|S\.?A|GmbH|AG|N\.?V|Local|Locals|Lodge|District|Council|Region"
    r"|Chapter|AFL|CLC|Unit|No"
    r"|International|Department)\b)"
)
"""A comma inside a name."""


def _stated(before: str, between: str, article: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield how a sentence of one language names both, each with whether there is no doubt."""
    the = rf"(?:(?i:{article})(?:\s+|(?<=['’])))?" if article else ""
    one = rf"\b(?i:{before})(?i:{_OPENS}){the}(?P<one>(?:(?!\b(?i:{before})\b).){{3,200}}?)"
    other = rf"\s*,?\s+(?i:{between})(?i:{_OPENS}){the}(?P<other>.{{3,200}}?)"
    yield re.compile(one + f"(?i:{_DEFINED})" + other + f"(?i:{_DEFINED})", re.DOTALL), True
    yield re.compile(one + f"(?i:{_DEFINED})?" + other + r"\s*(?:[.;,(]|$)", re.DOTALL), False


_STATED = tuple(each for words in WORDS for each in _stated(*words))
_SHORT = "|".join(rf"(?<=\b{word})" for word in ("Inc", "Ltd", "Co", "Corp", "No", "St", r"S\.A"))
_INSIDE = rf"(?:[^.;]|\.(?!\s+[A-ZÀ-Þ])|(?:{_SHORT})\.(?=\s+[A-ZÀ-Þ])){{3,200}}?"
"""Words inside a sentence. No point can be read in two ways, or a list of ``No. 1, No. 2`` would never be done."""
_DEFINED_NAMES = re.compile(
    rf"(?:^(?!(?i:this|these|whereas|in)\b)|\b(?i:by|of|between)\s+)(?:[Tt]he\s+"
    rf"|THE\s+)?(?P<one>{_INSIDE}),?\s*(?i:{NAMED})\s*,?"
    rf"(?i:\s*{SIDE}\s*,)?\s+(?i:and|&|и|y|et|und)\s+(?:[Tt]he\s+|THE\s+)?(?P<other>{_INSIDE}),?\s*(?i:{NAMED})"
)
"""``The Docks, hereinafter called “the Employer”, and the Ropers, hereinafter …``, without a word before them."""
_ONE_PART = re.compile(
    r"\b(?i:de|por)\s+(?i:la\s+)?(?i:una\s+parte),?\s+(?:(?i:el|la|los|las)\s+)?(?P<one>.{3,200}?),?\s+(?i:y)\s+"
    r"(?i:de|por)\s+(?i:la\s+)?(?i:otra)(?i:\s+parte)?,?\s+(?:(?i:el|la|los|las)\s+)?(?P<other>.{3,200}?)\s*(?:[.;,(]|$)",
    re.DOTALL,
)
_ARE = re.compile(
    r"\b(?i:parties\s+(?:to|of)\s+(?:this|the)\s+[\w ]{3,60}?\s+(?:are"
    r"|shall\s+be)):?\s+(?:[Tt]he\s+)?(?P<one>.{3,200}?)\s*,?\s+and\s+"
    r"(?:[Tt]he\s+)?(?P<other>.{3,200}?)\s*(?:,\s*\(|[.;]|$)",
    re.DOTALL,
)
_AGREE = re.compile(
    r"^(?:[Tt]he\s+)?(?P<one>[^.;]{3,120}?)\s+and\s+(?:[Tt]he\s+)?(?P<other>[^.;]{3,120}?)\s+(?:(?:do|have"
    r"|hereby|mutually)\s+){0,2}agreed?\b"
)


class Doubt(Enum):
    """Whether a sentence of some form leaves a doubt who its parties are."""

    NONE = "none"
    UNLESS_TWO = "unless it names just two"
    ALWAYS = "always"


WAYS = (
    *((pattern, Doubt.NONE, "“between … and …”") for pattern, sure in _STATED if sure),
    (_DEFINED_NAMES, Doubt.NONE, "two that are named “hereinafter”"),
    (_ONE_PART, Doubt.NONE, "“por una parte … y por la otra …”"),
    (_ARE, Doubt.UNLESS_TWO, "“the parties … are …”"),
    *((pattern, Doubt.UNLESS_TWO, "“between … and …”") for pattern, sure in _STATED if not sure),
    (_AGREE, Doubt.ALWAYS, "“… and … agree”"),
)
"""How sentences name both, whether that leaves a doubt, and what it is called; those first that leave none."""
LISTS = re.compile(
    r"\b(?:parties|made between|is between|covers(?: and binds)?|applies to|binding on|binds)\b[^.]{0,80}[:—–-]\s*$"
    r"|\bparties (?:to|bound by|covered by)\b[^.]{0,80}\b(?:are|is)\s*$",
    re.IGNORECASE,
)
"""What stands before a list of the parties: ``The parties to this Agreement are:``."""
TITLED = re.compile(r"\b(?i:of|between)\s+(?i:the)\s+(?P<one>.{3,120}?)\s+(?i:and)\s+(?i:the)\s+(?P<other>.{3,120})$")
"""``Agreement of the Docks and the Ropers``."""
TITLES = (TITLED, *(pattern for pattern, sure in _STATED if not sure))
