"""The words that join the places of citations, in every language: the one list, for all who read, cite or type them."""

from __future__ import annotations

AND = ("and/or", "and", "or", "et", "ou", "y", "e", "o", "und", "oder", "sowie", "en", "и", "или", "либо")
THROUGH = ("through", "thru", "to", "à", "al", "bis", "t/m", "по")
OF = (
    "of the",
    "of",
    "du",
    "de la",
    "de l'",
    "de l’",
    "des",
    "de",
    "del",
    "do",
    "da",
    "della",
    "dello",
    "dell'",
    "dell’",
    "der",
    "von",
    "van",
)
"""What leads outwards: ``paragraph B of Section 2``."""
LEADING = "el la los las le les il lo gli der die das dem den het według según segun selon nach gemäß en in nel nella im"
"""What else stands before a place where people type one and says nothing of it: ``en el artículo 5``."""
LABELS_TOO = {
    "ca": "a e i o u y",
    "es": "a e o u y",
    "gl": "a e o u y",
    "pt": "a e o y",
    "it": "a e o y",
    "fr": "a y",
    "de": "bis y",
    "ru": "и y",
    "uk": "і y",
}
"""Words that join and may be labels or parts of them, by the language of the reader: only between two places of one kind, and
only in that language, is ``5 o 6`` no ``5.o.6``. ``a`` and ``bis`` join a number and a greater one only."""
