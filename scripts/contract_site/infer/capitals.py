"""Words of covers, which are set in capitals, as the text itself writes them elsewhere.

Names, and English titles, have a capital in every word but the small ones. A title in another language has none in what its
text writes small, and none in words for the kind of document; what the text has nowhere else gets one, because covers name
parties.
"""

from __future__ import annotations

import re
from collections import Counter

from contract_site.model.document import Edition
from contract_site.model.language import ENGLISH, spoken_in
from contract_site.model.language import SMALL as SMALL_OF

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
NAMES = re.compile(r"(?<![^\W_])[^\W\d_a-zà-ÿа-я]{2,}(?:[\s,.&]+(?:[^\W\d_a-zà-ÿа-я]{2,}|\d+))+(?![^\W_])")
"""Words in capitals that stand together in a sentence: a name set so, which says nothing of how its words are written."""
SHORT_OF = re.compile(r"\([^\W\d_]{2,8}\)|(?<![\w-])[A-Z]{1,4}(?:-[A-Z]{1,4})+(?![\w-])")
"""What is short for a name: ``(FRO)``, ``AFL-CIO``."""
BESIDE_SHORT = re.compile(
    r"(?<![\w-])(?<![A-Z\d&] )(?<![A-Z\d], )(?P<before>[A-Z]{3,8}),? (?:[A-Z]{1,4}-)+[A-Z]{1,4}(?![\w-])"
    r"|(?<![\w-])(?:[A-Z]{1,4}-)+[A-Z]{1,4},? (?P<after>[A-Z]{3,8})(?![\w-]|,? [A-Z\d&]{2})"
)
"""A word in capitals beside what is short for a name, inside a line that is not set so: it is short for one, too."""
UNSPOKEN = re.compile(r"(?!(?:LTD|ST|DR|MR|MRS|SR|JR|NR|PTY|BLVD)$)[B-DF-HJ-NP-TV-XZ]{2,}")
"""Letters that nobody can say as a word, but for those that every text cuts words to."""
MOSTLY = 0.7
"""A line with a larger share of its letters in capitals is set in capitals."""
SMALL = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
    | {"de", "des", "du", "et", "la", "le", "les", "en", "au", "aux", "und", "der", "die", "das", "y", "e"}
)
"""Words that titles leave small."""
OF_KINDS = frozenset(
    """colectivo colectiva trabajo convenio contrato acuerdo laboral general collective convention travail accord entreprise
    acordo coletivo coletiva trabalho contratto collettivo lavoro nazionale договор соглашение коллективный""".split()  # noqa: SIM905
)
"""Words for kinds of documents, which titles leave small in languages that write titles as sentences."""


class Writing:
    """How a text writes its words where it does not write everything in capitals."""

    def __init__(self, edition: Edition) -> None:
        forms: dict[str, Counter[str]] = {}
        short: set[str] = set()
        for line in edition.source.text.splitlines():
            if not _in_capitals(line):
                for word in WORD.findall(NAMES.sub(" ", line)):
                    forms.setdefault(word.lower(), Counter())[word] += 1
                short |= {found["before"] or found["after"] for found in BESIDE_SHORT.finditer(line)}
        self._language = spoken_in(edition.settings.language, edition.source.text)
        self._small = SMALL if self._language == ENGLISH else SMALL.union(SMALL_OF.get(self._language, "").split())
        self._forms = {word: counts.most_common(1)[0][0] for word, counts in forms.items()}
        self._short = frozenset(short)

    def title(self, words: str) -> str:
        """Return a title in capitals as the language of the text writes titles; others as they are."""
        small = () if self._language == ENGLISH else (*OF_KINDS, *(low for low, usual in self._forms.items() if low == usual))
        return self._with_small(words, self._small.union(small))

    def of(self, words: str) -> str:
        """Return a name in capitals as the text writes its words; others as they are."""
        return self._with_small(words, self._small)

    def _with_small(self, words: str, small: frozenset[str]) -> str:
        if not _in_capitals(words):
            return words
        short = [found.span() for found in SHORT_OF.finditer(words)]

        def written(found: re.Match[str]) -> str:
            kept = any(begin <= found.start() < end for begin, end in short)
            return found[0] if kept else self._word(found[0], small if found.start() else frozenset())

        return WORD.sub(written, words)

    def _word(self, word: str, small: frozenset[str]) -> str:
        usual = self._forms.get(word.lower(), "")
        if len(word) < 2 or not word.isupper() or any(sign.isdigit() for sign in word) or usual.isupper():
            return word
        if not usual and (word in self._short or UNSPOKEN.fullmatch(word)):
            return word
        if word.lower() in small:
            return word.lower()
        return word.capitalize() if usual in ("", word.lower()) else usual


def _in_capitals(words: str) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > MOSTLY * len(letters)
