"""What is printed in capitals, and what heads a document beside the articles."""

from __future__ import annotations

import re

CAPITALS = re.compile(r"[^\W\d_]{2}")
CAPTIONS = re.compile(r"MEMORANDUM OF (?:UNDERSTANDING|AGREEMENT)|LETTER OF (?:INTENT|UNDERSTANDING|AGREEMENT)")


def is_capitals(text: str) -> bool:
    """Say whether the text is printed in capitals, as headings are; scripts that have none print nothing so."""
    # The cheapest question first: nearly every line has a small letter.
    return text == text.upper() and text != text.lower() and CAPITALS.search(text) is not None


def is_caption(text: str) -> bool:
    """Say whether the text heads a document beside the articles: each of several memoranda may begin a page with it."""
    return is_capitals(text) and CAPTIONS.match(text) is not None
