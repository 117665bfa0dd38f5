"""Labels at the head of a line that name a rank or only a number, in any language of the field: Article 5, § 4, 3.01."""

from __future__ import annotations

import re
from functools import lru_cache

from contract_site.model.rank_words import RANK_WORDS

_FORMS = {word.rstrip(".") for rank in RANK_WORDS if rank.opens for word in (*rank.printed.split(), *rank.cited)}
_WORDS = "|".join(re.escape(word) + r"\.?" * (len(word) < 5) for word in sorted(_FORMS, key=lambda word: (-len(word), word)))
_NUMBERS = (
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|(?:twenty|thirty|forty|fifty)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?"
)
LABEL = re.compile(
    rf"(?:(?:(?:{_WORDS})(?![^\W\d_])|§)\s*[#№\"“”]{{0,2}}\s*(?:\d+[A-Z]?(?:\.\d+)*|[IVXLC]+|[A-Z]|{_NUMBERS})(?!\w)[\"”]?|[A-Z]?\d{{1,3}}[A-Z]?(?:\.\d+)*(?![\w,/-])|[A-Z](?=[.\s]\s)|[IVXLC]+(?=[.)]\s))"
    r"\s*[.:)]?\s*[-–—]*\s*",
    re.IGNORECASE,
)
REMEMBERED = 1 << 16
"""Lines whose answers are kept: each line of a text is asked about again and again, and no agreement has more."""
_NOT_ALNUM = re.compile(r"[\W_]+")


@lru_cache(maxsize=REMEMBERED)
def squash(text: str) -> str:
    """Return the letters and figures of the text, case aside."""
    return _NOT_ALNUM.sub("", text.casefold())


@lru_cache(maxsize=REMEMBERED)
def starts_with_label(text: str) -> str:
    """Return the label that the text begins with, as printed and with what divides it from the title, or nothing."""
    match = LABEL.match(text)
    return match[0] if match else ""


def unmarked(text: str) -> str:
    """Return the text without the marks that Markdown puts before a heading."""
    return text.lstrip("#*_> ")
