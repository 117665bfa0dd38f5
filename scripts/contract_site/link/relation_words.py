"""What a sentence says that it does to the provision it cites: amends it, applies it, makes an exception to it, …

Only words that stand beside the citation count, and their negation turns them round: ``Article 13 does not apply``,
``no changes to the Article 12 time frames``. Where no rule reads them the relation is ``cites``; an editor who can read
them says so with a ``[[relation]]`` of ``references.toml``.
"""

from __future__ import annotations

import re

CITES = "cites"
NOUN = (
    r"(?:\s+(?:of|in)\s+(?:the|this|that)\s+(?:\d{4}\s+)?(?:National\s+)?(?:Agreement|Article|MOU|Memorandum))?"
    r"(?:\s+(?:provisions?|time\s+(?:limits?|frames?)|rules?|obligations?|requirements?|restrictions?|procedures?|criteria))?"
)
"""What may stand between a citation and its verb: ``Article 15 time limits``, ``Article 2 of this Agreement``."""
AUXILIARY = r"(?:shall|will|must|does|do|is|are|be|been|has|have|also|still|hereby|continues?\s+to|only)"
NOT = r"(?:not|no\s+longer|never)"
AFTER = re.compile(
    rf"""
    {NOUN} ,? \s+ (?: {AUXILIARY} \s+ ){{0,4}} (?P<not> {NOT} \s+ )? (?: be \s+ )?
    (?: (?P<adds> amended \s+ (?: to \s+ add | by \s+ (?: adding | the \s+ addition )) | supplemented )
      | (?P<amends> amended | modified | revised | changed | replaced | deleted )
      | (?P<suspends> suspended | lifted | waived )
      | (?P<keeps> remains? \s+ (?: unchanged | in \s+ (?: full \s+ force \s+ and \s+ )? effect ) )
      | (?P<interprets> interpreted | construed | means? | understood \s+ to \s+ mean )
      | (?P<applies> appl (?: y | ies | ied ) | applicable | adhered \s+ to | followed | observed ) ) \b
    """,
    re.VERBOSE,
)
"""What is said of the citation as its subject."""
NEGATED = {"adds": "keeps", "amends": "keeps", "suspends": "keeps", "applies": "disapplies"}
OF = r"(?:[\w.,’'“”()/-]+\s+){0,8}?(?:(?:of|in|by|under)\s+)?(?:the\s+)?[(“]?"
"""What may lead to a citation from the words that act on it: ``the provisions of``, ``the procedures in``."""
SO = r"(?<!not )(?<!not be )\b"
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(f"{pattern}$", re.IGNORECASE))
    for name, pattern in (
        ("keeps", r"\b(?:no|without\s+(?:any\s+)?)\s*changes?\s+(?:to|in)\s+(?:the\s+)?"),
        (
            "keeps",
            r"\b(?:nothing\s+in\b[^.;:]{0,120}?\b(?:shall|will|is|should)|(?:does|do|shall|will|should)\s+not)\s+"
            r"(?:diminish|affect|change|alter|limit|modify|amend|abridge|waive|impair|supersede|prejudice)\b[^.;:]{0,160}",
        ),
        (
            "excepts",
            r"\b(?:is|are|be|as)\s+(?:an\s+)?exceptions?\b[^.;:]{0,200}?\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,4}"
            r"(?:(?:of|in|under|pursuant\s+to)\s+)?(?:the\s+)?",
        ),
        ("excepts", r"\b(?:notwithstanding|exempt(?:ed)?\s+from)\s+" + OF),
        ("disapplies", r"\bnot\s+subject\s+to\s+" + OF),
        ("adds", SO + r"(?:add(?:ed|s)?(?:\s+the\s+following)?\s+to|incorporated\s+(?:in|into|as))\s+(?:the\s+)?"),
        ("amends", SO + r"(?:amend|modif(?:y|ie)|revise?|replace?|delete?)(?:s|ing)?\s+(?:the\s+)?(?:[\w-]+\s+(?:of|in)\s+)?"),
        ("amends", r"\b(?:amendments?|(?<!no )changes?|revisions?)\s+(?:to|in)\s+(?:the\s+)?"),
        ("suspends", SO + r"(?:suspend|lift|waiv)(?:e|s|es|ing)?\s+(?:the\s+)?(?:[\w-]+\s+(?:of|in)\s+)?"),
        ("interprets", SO + r"(?:interpret(?:s|ing)?|clarif(?:y|ies|ying))\s+(?:the\s+)?"),
        ("interprets", r"\b(?:interpretation|meaning|clarification)\s+of\s+(?:the\s+)?"),
        (
            "applies",
            SO + r"(?:appl(?:y|ies|ying)|utiliz(?:e|es|ing)|follow|compl(?:y|ies)\s+with|observe|adhere\s+to)\s+"
            r"(?:the\s+)?(?:(?:[\w,]+\s+){0,4}of\s+)?(?:the\s+)?",
        ),
        ("applies", SO + r"appl(?:y|ies|icable)\s+to\s+(?:the\s+)?(?:implementation\s+of\s+)?"),
        ("applies", SO + r"subject\s+to\s+" + OF),
    )
)
"""What leads to the citation as its object, the first that fits."""
ACCORDING = re.compile(
    rf"\b(?:in\s+accordance\s+with|pursuant\s+to|consistent\s+with|in\s+compliance\s+with)\s+{OF}$", re.IGNORECASE
)
MODAL = re.compile(r"\b(?:shall|will|must|may\s+only)\b(?!\s+not\b)", re.IGNORECASE)
BREAKS = re.compile(
    r"[;:]|\b(?:if|when|that|who|which|unless|whether|until|where|once|because|while|shall|will|must|may|can|not)\b",
    re.IGNORECASE,
)
"""What may not stand between the verb of a rule and ``in accordance with``: another clause, another verb, a negation."""
CONDITION = re.compile(
    r"\b(?:if|when(?:ever)?|unless|whether|until|before|once|where)\s+(?:[\w’'-]+\s+){0,3}?(?:(?:of|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
"""What makes a sentence about the citation no more than a case: ``if Article 2 is amended``."""
FOLLOWING = re.compile(r"\b(?:the\s+following|these|those)\b", re.IGNORECASE)
LED = re.compile(rf"(?P<not>\b{NOT}\s+)?\b(?:apply|applies|be\s+applicable)\b")
WIDE = 400
"""How many characters before and after a citation are read; the longest sentence costs no more."""


def relation_of(sentence: str, start: int, end: int) -> str:
    """Return what a sentence says that it does to what it cites in ``sentence[start:end]``; ``cites`` if it says nothing."""
    before, after = sentence[max(0, start - WIDE) : start], sentence[end : end + WIDE]
    said = AFTER.match(after)
    if said is not None and CONDITION.search(before) is None:
        name = said.lastgroup or CITES
        return NEGATED.get(name, CITES) if said["not"] else name
    named = next((name for name, words in BEFORE if words.search(before)), "")
    return named or ("applies" if _governed(before) else CITES)


def relation_of_led(lead: str) -> str:
    """Return what a lead-in (``the following articles apply to Relief Keepers:``) says of the entries that it leads to."""
    following = FOLLOWING.search(lead)
    said = LED.search(lead, following.end(), following.end() + WIDE) if following else None
    if said is None:
        return CITES
    return "disapplies" if said["not"] else "applies"


def relation_of_title(title: str) -> str:
    """Return what a memorandum whose title names a provision is to it."""
    return "interprets" if re.search(r"\bJCIM\b|\bInterpret", title) else "about"


def _governed(before: str) -> bool:
    """Whether a verb of a rule (``shall``, ``will``, ``must``) has something done in accordance with what is cited."""
    according = ACCORDING.search(before)
    if according is None:
        return False
    modals = list(MODAL.finditer(before, 0, according.start()))
    return bool(modals) and BREAKS.search(before, modals[-1].end(), according.start()) is None
