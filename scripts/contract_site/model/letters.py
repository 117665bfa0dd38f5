"""Letters that are written in two ways: ligatures, full-width figures, ½ and 1/2, accents apart, marks that are not seen.

Sources come with all of them, and the texts are kept as received; what compares, finds or looks up words folds both sides
first. Only the form of a letter is folded. Capitals, quotes and dashes stay as they are, and so do letters that differ in
an accent, because they are other letters.

- Letters in two forms (ligatures, accents apart, ½ and 1/2) are folded by one module of the model, for all who compare or
  look up words; the text itself stays as received.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

CLUSTER = re.compile(
    r"""
      [\x00-\x7f]+ (?![\u0300-\u036f\u20d0-\u20f0])
    | . [\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]*
    """,
    re.VERBOSE | re.DOTALL,
)
"""Letters of ASCII that no mark follows, or one letter with its marks."""
SOFT = re.compile("[\u00ad]\\s+(?=\\w)")
"""A soft hyphen at a line's end, with the space that the end of the line became."""
OF_THEIR_OWN = re.compile("(n(?=\u0303)|и(?=\u0306)).")
"""Letters with a mark that are no form of the letter without it."""
DOTTED_OTHERWISE = str.maketrans({"İ": "i", "ı": "i"})
"""The Turkish letters that patterns take for i where case says nothing."""
APART = {"super": "^", "sub": "_"}
"""What stands before raised and lowered figures that follow a figure; before others it is a space."""
WRITTEN_OUT = {"№": "No. ", "⁄": "/"}
"""What compatibility of Unicode would glue to the figure that follows, or not fold."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text with its letters in one form, which knows where each of them stands in the text as received."""

    text: str
    places: tuple[int, ...]
    """For each character of ``text``, and for its end: the offset in the text as received."""


def fold(text: str) -> str:
    """Return the text with its letters in one form; as it is if it is plain ASCII."""
    return text if text.isascii() else folded(text).text


def in_plain_letters(text: str) -> str:
    """Return the words of a text as addresses and names of files have them: ASCII, in small letters, joined by hyphens.

    Letters lose their accents; what has no Latin letter and no figure leaves nothing.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def caseless(text: str) -> str:
    """Return the text in small letters, with what patterns that ignore case take for one: ``İ`` and ``ı`` are i, ``ſ`` is s."""
    return text.translate(DOTTED_OTHERWISE).casefold()


def alphabetical(text: str) -> tuple[str, str]:
    """Return what a name is sorted by: its letters without accents, so that É stands beside E; then the name itself.

    Letters that an alphabet has in a place of their own (Spanish ñ, Russian й) stand behind the one that they look like.
    """
    apart = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in OF_THEIR_OWN.sub("\\1\uffff", apart) if not unicodedata.combining(letter))
    return plain, text


def folded(text: str) -> Folded:
    """Return the text with its letters in one form, and the offset that each character has in ``text``."""
    if text.isascii():
        return Folded(text, tuple(range(len(text) + 1)))
    written: list[str] = []
    places: list[int] = []
    last = ""
    for start, cluster in _clusters(text):
        between, form = _between(last, cluster[0]), cluster if cluster.isascii() else _form(cluster)
        written += (between, form)
        places += [start] * len(between)
        places += range(start, start + len(form)) if cluster.isascii() else [start] * len(form)
        last = cluster[-1] if form else last
    return Folded("".join(written), (*places, len(text)))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each letter with its marks and its offset; a soft hyphen takes the end of its line with it."""
    at = 0
    while at < len(text):
        soft = SOFT.match(text, at)
        match = soft or CLUSTER.match(text, at)
        if match is None:  # pragma: no cover (any character is a cluster)
            return
        yield at, "\u00ad" if soft else match[0]
        at = match.end()


def _form(cluster: str) -> str:
    """One letter with its marks, in the form that all ways of writing it have in common."""
    if cluster[0] in WRITTEN_OUT:
        return WRITTEN_OUT[cluster[0]]
    if unicodedata.category(cluster[0]) == "Cf" or "\ufe00" <= cluster[0] <= "\ufe0f":
        return ""
    form = unicodedata.normalize("NFKC", cluster)
    if form.startswith(" ") and len(form) > 1:
        return cluster  # an accent that stands alone, “´”, is no space with an accent
    return form.replace("⁄", "/")


def _between(last: str, following: str) -> str:
    """What keeps a figure apart from the one before it: 3½ is 3 1/2 and not 31/2, 10² is not 102."""
    if not last or unicodedata.numeric(last, None) is None or unicodedata.numeric(following, None) is None:
        return ""
    before, now = _level(last), _level(following)
    return "" if now == before != "fraction" else APART.get(now, " ")


def _level(character: str) -> str:
    """How a figure stands: ``super``, ``sub``, ``fraction``, ``circle``; nothing if in the line."""
    tag = unicodedata.decomposition(character).partition(">")[0].removeprefix("<")
    return tag if tag in ("super", "sub", "fraction", "circle") else ""
