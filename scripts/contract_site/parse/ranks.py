"""What opens a part or provision where it is printed: words of ranks before numbers, letters and memoranda, headings alone."""

from __future__ import annotations

import re

from contract_site.model.letters import caseless
from contract_site.model.rank_words import Kind, printed_words, words_behind

RANKS: dict[str, tuple[Kind, str]] = {caseless(word): (rank.opens, rank.name) for word, rank in printed_words() if rank.opens}
"""Each printed word, in small letters, with its kind and the name under which its forms are one."""
RANK_WORD = rf"(?:{'|'.join(sorted(map(re.escape, RANKS), key=len, reverse=True))})"
"""Any of them, as a pattern."""
BEHIND: dict[str, tuple[Kind, str]] = {caseless(word): (rank.opens, rank.name) for word, rank in words_behind() if rank.opens}
"""The same of the words that are printed behind their number."""

ORDER = (
    "book",
    "title",
    "part",
    "chapter",
    "division",
    "abschnitt",
    "section",
    "article",
    "clause",
    "rule",
    "bylaw",
    "regulation",
    "item",
)
"""From the outermost to the innermost, where a document's own numbers do not say otherwise."""

LETTER = re.compile(
    r"""
    (?: (?: memorand(?:um|a) | letters? | statement | settlement )\s+ of \s+
        (?: understanding | agreement | intent | settlement )s? \b
      | side [\s-]* letters? \b
      | documents? \s+ no\. \s* \d
      | (?: letters? | memorand(?:um|a) ) \s* (?: \# | no\.? \s*\d | \d | re\s*: )
      | (?-i: LOU | LOA | MOU | MOA | MoU | M\.O\.U\. | L\.O\.U\. ) (?: \s* (?: \# | no\.? )? \s* \d+ | \s+ (?-i: [IVX]+ ) \b
          | \s*[-–—:] )
      | lettre \s+ d['’]entente | carta \s+ acuerdo )
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How letters and memoranda begin."""

SUBJECT_WORDS = "(?:re|subject|objet|asunto|betreff|oggetto|assunto|betreft)"
"""What stands before the colon behind which letters say what they are about; a part of patterns."""

CLOSING = re.compile(
    r"disposici(?:ón|ones)\s+(?:adicional|transitoria|final|derogatoria)(?:es)?\b|(?:schluss|übergangs)bestimmung(?:en)?$"
    r"|(?:(?:cláusulas|artículos)\s+)?transitori[ao]s\W*$|ge[çc]i[cç]i\s+madde\s+\d|ek\s+madde\s+\d",
    re.IGNORECASE,
)
"""How provisions begin that stand behind the articles and are not counted with them."""

SIGNED = re.compile(
    r"in witness (?:where|there)of\b|(?:signed|dated)\s+(?:at|this|on this)\b"
    r"|(?-i:F(?:or|OR))\s+(?:(?:and\s+)?on\s+behalf\s+of\s+)?the\s[^.;,]{2,40}?\s{3,}for\s"
    r"|fait\s+(?:à|en)\s.{2,40},\s+le\s|done\s+(?:at|in)\s.{2,40},\s+(?:on\s|this\s|\d)|en\s+fe\s+de\s+lo\s+cual\b",
    re.IGNORECASE,
)
"""How the end of an agreement begins at which the parties sign."""

OPENERS: dict[str, str] = {
    "preamble": "preamble", "préambule": "preamble", "preámbulo": "preamble", "преамбула": "preamble", "präambel": "preamble",
    "definitions": "definitions", "recitals": "recitals",
    "index": "index", "subject index": "index", "alphabetical index": "index",
    "signature page": "signatures", "signatures": "signatures", "signature": "signatures", "in witness whereof": "signatures",
    "ratification": "ratification", "ballot": "ballot", "ratification ballot": "ballot", "footnotes": "footnotes",
    "endnotes": "footnotes",
}  # fmt: skip
"""Headings without a number that open a part of their own wherever they stand beside articles."""
