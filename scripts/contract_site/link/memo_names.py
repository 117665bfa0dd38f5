"""Find memoranda cited by their titles: ``the Night Watches MOU``, ``Memorandum of Understanding regarding …``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from contract_site.model.citation import Citation, Form

KIND = r"(?:(?:Memorandum|Memoranda|memorandum)(?:\s+of\s+(?:Understanding|Agreement))?|MOU|Memo|Letter\s+of\s+Intent)"
MENTIONED = re.compile(rf"\b{KIND}\b", re.IGNORECASE)
JOINT = r"(?:,?\s{0,3}\(?(?:[Rr][Ee]\s*:|[Rr]egarding|on|concerning|for|entitled|titled|about)?\s{0,3}[“\"]?)"
BETWEEN = r"[\s,]+(?:of\s+|the\s+)?"
"""What may stand between two words of a title: ``Subcontracting of Cleaning Services`` of the title without "of"."""
NAMED = r"(?:the\s+)?(?P<{}>[A-Z](?:[\w.]*\w)?(?:\s+(?:of\s+)?[A-Z](?:[\w.]*\w)?){{0,11}})"
PARTIES = re.compile(rf"\s+between\s+{NAMED.format('one')}\s+and\s+{NAMED.format('other')}")
"""Parties named after a title: ``between the Employer and the Keepers Union``."""
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class MemoTitles:
    """The titles of memoranda and the paths their citations get, by each title's rarest word."""

    by_word: Mapping[str, Sequence[tuple[int, str, str]]] = field(default_factory=dict)

    def in_text(self, text: str) -> list[tuple[re.Pattern[str], str]]:
        """Return what may find a title in a text: that of the titles whose rarest word stands in it, in their order."""
        found = [entry for word in _tokens(text) for entry in self.by_word.get(word, ())]
        return [(pattern, path) for _, title, path in sorted(found) for pattern in _patterns(title)]


def memo_titles(titles: Mapping[str, str]) -> MemoTitles:
    """Return what finds each title, and the path its citations get."""
    tokens = {title: _tokens(title) - {"and", "or", "of", "the"} for title in titles}
    common = Counter(word for words in tokens.values() for word in words)
    found: defaultdict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for order, (title, path) in enumerate(titles.items()):
        rarest = min(tokens[title], key=lambda word: (common[word], -len(word), word), default="")
        found[rarest].append((order, title, path))
    return MemoTitles(found)


def find_memo_names(text: str, titles: MemoTitles, parties: Sequence[str] = ()) -> list[Citation]:
    """Return the citations of memoranda by title, in order.

    A title counts only where a word for memorandum stands directly before or after it; of two that overlap the longer.
    If the words name parties and one is none of ``parties``, it is a memorandum of the same title that is not ours.
    """
    if MENTIONED.search(text) is None:
        return []
    found = sorted(_all(text, titles, parties), key=lambda citation: (citation.start, -citation.end))
    kept: list[Citation] = []
    for citation in found:
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return kept


@cache
def _patterns(title: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = BETWEEN.join(_word(word) for word in title.split())
    behind = re.compile(rf"\b{KIND}{JOINT}(?:the\s+)?{words}", re.IGNORECASE)
    return behind, re.compile(rf"\b{words}\s+(?:\([A-Z]+\)\s+)?{KIND}\b", re.IGNORECASE)


def _tokens(text: str) -> set[str]:
    """The words of a text, plural and singular alike."""
    return {word.removesuffix("s") for word in TOKEN.findall(text.casefold())}


def _all(text: str, titles: MemoTitles, parties: Sequence[str]) -> Iterator[Citation]:
    for pattern, path in titles.in_text(text):
        for match in pattern.finditer(text):
            named = PARTIES.match(text, match.end())
            if named is None or not parties or all(_is_one_of(parties, named[name]) for name in ("one", "other")):
                yield Citation(text=match[0], start=match.start(), end=match.end(), form=Form.MEMO_NAME, path=(path,))
            else:
                words = text[match.start() : named.end()]
                document = " ".join(words.split())
                yield Citation(
                    text=words, start=match.start(), end=named.end(), form=Form.EXTERNAL, path=(document,), document=document
                )


def _is_one_of(parties: Sequence[str], name: str) -> bool:
    """Whether a name is that of a party: its first words, or their initials (``TBA``)."""
    for party in parties:
        words = [word for word in party.partition(",")[0].split() if word[0].isupper()]
        if party.casefold().startswith(name.casefold()) or name.replace(".", "") == "".join(word[0] for word in words):
            return True
    return False


def _word(word: str) -> str:
    """A word of a title; its plural or singular, and any dash, will do."""
    if word in ("and", "or"):
        return "(?:and|or)"
    plain = re.escape(word.strip(",()"))
    plain = re.sub(r"(?:\\-|–)", r"[-–‑\\s]", plain)
    return rf"\(?{plain}\)?s?" if len(word) > 3 else rf"\(?{plain}\)?"
