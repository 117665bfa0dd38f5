"""How an edition words what it is cited by: its ranks in its own words, its headings in capitals as its language writes titles.

English and Turkish titles have capitals in every word but the small ones. Other languages write a title as a sentence; what
the text itself writes with a capital within its sentences (a name, a German noun) keeps it there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from contract_site.apart.captions import is_capitals
from contract_site.model.document import Rank
from contract_site.model.language import ENGLISH, spoken_in
from contract_site.model.letters import caseless
from contract_site.model.numeral import roman_value
from contract_site.model.pinpoint import StepStyle
from contract_site.model.rank_names import NAMES, name_of_rank, printed_name
from contract_site.model.rank_words import RANK_WORDS
from contract_site.parse import headings
from contract_site.parse.draft import DraftNode

CITING = ("article", "clause", "section", "paragraph", "rule")
"""Ranks by which a text may cite what prints a number alone."""
FEWEST = 3
"""So often a text must call them so."""
IN_CAPITALS_EACH = frozenset({ENGLISH, "tr"})
"""Languages whose titles have a capital in every word."""
NOUNS = frozenset({"de"})
"""Languages that write nouns with a capital: a word that the text has nowhere else is rather one."""
LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
BEGINS = re.compile(r"(?:^|[.:;!?¿¡)\]\n•–—-])[\s“«\"'(*_]{0,6}$")
"""What stands before a word that has its capital because a sentence, an entry or a line begins with it."""
BEFORE = 6
"""Characters in which that is looked for."""
SENTENCE = re.compile(r"[.!?]\s+$")


@dataclass(frozen=True)
class Wording:
    """What the language of an edition decides while it is parsed. It has no slots, so that it keeps what was asked once."""

    language: str
    """Of its words: ``es``."""
    text: str = field(repr=False)
    """All of it."""

    @classmethod
    def of(cls, written: str, text: str) -> Wording:
        """Return the wording of a text, whose editors wrote down a language."""
        return cls(spoken_in(written, text), text)

    @cached_property
    def article(self) -> str:
        """The word for an article of which only a number is printed, by what the text calls it: ``Cláusula``."""
        counted = Counter({name: len(_citing(name).findall(self.text)) for name in CITING})
        name, count = counted.most_common(1)[0]
        return name_of_rank(name if count >= FEWEST else "article", self.language)

    def word(self, label: str, rank: str) -> str:
        """Return what a rank is called whose label is printed so: the label's word; the language's if there is none."""
        return printed_name(label, rank, self.language) or name_of_rank(rank, self.language)

    def beside(self, label: str, rank: str, value: str) -> str:
        """Return the name of what is cited by its whole label, in the printed order: ``Anexo 2``, ``II. fejezet``."""
        word = self.word(label, rank)
        at = caseless(label).find(caseless(word))
        number = label[: max(at, 0)].strip()
        return f"{number} {word.lower()}" if number and self.language != ENGLISH else f"{word} {value}"

    def title(self, text: str) -> str:
        """Return a heading printed in capitals as the language writes titles; anything else as it is."""
        if self.language in IN_CAPITALS_EACH or not is_capitals(text):
            return headings.title_case(text)
        return LETTERS.sub(lambda found: self._written(found[0], text[: found.start()]), text)

    def title_beside(self, text: str) -> str:
        """Return the title of what stands beside the articles; an English one keeps its capitals."""
        return text if self.language == ENGLISH else self.title(text)

    def said(self, name: str, english: str) -> str:
        """Return what the program calls a part without a heading, in the text's language; else ``english``."""
        return NAMES[name].get(self.language, english)

    def _written(self, word: str, before: str) -> str:
        usual = self._usual.get(word.lower(), "")
        first = not LETTERS.search(before) or SENTENCE.search(before) is not None
        if usual.isupper() and len(usual) > 1:
            return word
        if len(word) > 1 and roman_value(word) and not usual:
            return word
        capital = usual[:1].isupper() or (not usual and self.language in NOUNS)
        return word[0] + word[1:].lower() if first or capital else word.lower()

    @cached_property
    def _usual(self) -> dict[str, str]:
        """How the text mostly writes each word within its sentences, by the word in small letters."""
        forms: dict[str, Counter[str]] = {}
        lines = [line for line in self.text.splitlines() if not is_capitals(line)]
        for line in lines:
            for found in LETTERS.finditer(line):
                word = found[0]
                if word[0].islower() or not BEGINS.search(line[max(0, found.start() - BEFORE) : found.start()]):
                    forms.setdefault(word.lower(), Counter())[word] += 1
        return {word: counts.most_common(1)[0][0] for word, counts in forms.items()}


def name_ranks(roots: Sequence[DraftNode], wording: Wording) -> None:
    """Give every step of an edition's trees the word that its rank is called by, where the English name does not serve."""
    section = _usual_section(roots, wording)
    waiting = list(roots)
    while waiting:
        node = waiting.pop()
        waiting += node.children
        if node.step is not None and (word := _word(node, wording, section)):
            node.step = replace(node.step, word=word)


def _usual_section(roots: Sequence[DraftNode], wording: Wording) -> str:
    """What an edition mostly calls its sections; the word of its language if it prints none."""
    counted = Counter(word for root in roots for node in _sections(root) if (word := _printed_section(node, wording)))
    return next((word for word, _ in counted.most_common(1)), name_of_rank("section", wording.language))


def _sections(root: DraftNode) -> Iterator[DraftNode]:
    return (node for node in root.children if node.rank is Rank.SECTION)


def _printed_section(node: DraftNode, wording: Wording) -> str:
    ranks = ("section", "paragraph")
    return next(filter(None, (printed_name(node.label.text, rank, wording.language) for rank in ranks)), "")


def _word(node: DraftNode, wording: Wording, section: str) -> str:
    """The word of a step's rank; nothing where the English name of the rank serves."""
    assert node.step is not None
    if node.step.style is StepStyle.NAMED:
        return _named(node.step.value, node, wording)
    if node.rank is not Rank.SECTION:
        return ""
    word = _printed_section(node, wording) or section
    return "" if word == "Section" else word


def _named(value: str, node: DraftNode, wording: Wording) -> str:
    """What a step is called that is cited by a word and a number, or by a heading without one."""
    rank, _, number = value.partition("-")
    if rank in RANK_NAMES and node.label.text:
        word = wording.word(node.label.text, rank)
        return "" if word.lower() == rank else f"{word} {number.upper()}"
    return wording.title(node.heading.text.strip(" .:")) if wording.language != ENGLISH and not node.label.text else ""


RANK_NAMES = frozenset(rank.name for rank in RANK_WORDS if rank.opens)


def _citing(name: str) -> re.Pattern[str]:
    """How texts cite a rank by a whole number: ``cláusula 8``, ``cláusulas 8ª y 9ª``, not ``5.2``."""
    words = {word for rank in RANK_WORDS if rank.name == name for word in rank.cited}
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})\s+\d{{1,3}}(?!\d|\.\d)", re.IGNORECASE)
