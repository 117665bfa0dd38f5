"""Words as they are searched: letters that can be written two ways become one.

The same as `page/fold.js`, which does it to what is typed; `tests/browser/test_fold.py` holds the two together.
"""

from __future__ import annotations

import re
import unicodedata

FRACTION = re.compile("(\\d)(?=[\u00bc-\u00be\u2150-\u215e\u2189])")
"""A figure before a fraction of one character, ``3½``, which is ``3 1/2``."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Soft hyphens, spaces of no width, and marks of the direction of writing."""
QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
)
SIGNS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-") | {"\u2044": "/", "ß": "ss"})


def searched(text: str) -> str:
    """Return a text with ligatures, full-width and accented letters as plain ones, nothing unseen in it; capitals stay."""
    if text.isascii():
        return text.replace("`", "'")
    one = FRACTION.sub(r"\1 ", unicodedata.normalize("NFC", text)).translate(QUOTES)
    # Quotes again after the letters were taken apart, because ‴ is three and ŉ holds one.
    apart = unicodedata.normalize("NFKD", one).translate(QUOTES)
    plain = "".join(character for character in apart if unicodedata.category(character) != "Mn")
    return INVISIBLE.sub("", plain).translate(SIGNS)


def respelled(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, each as it is searched and as it is written; a word that is searched as two is written once.

    Quotes, dashes and other marks alone make no other word.
    """
    return [pair for written in text.split() for pair in _respelled(written)]


def _respelled(written: str) -> list[tuple[str, str]]:
    if written.isascii():
        return [(written, written)]
    words = searched(written).split() or [written]
    if _letters(" ".join(words)) == _letters(written):
        return [(written, written)]
    return list(zip(words, [written, *[""] * (len(words) - 1)], strict=True))


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())
