"""Find the statutes, handbooks, forms, cases and other agreements that a text cites; they are never ours to link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from contract_site.model.citation import Citation, Form
from contract_site.model.editorial import DocumentName
from contract_site.model.family import GENERAL_FAMILY, CalledDocument, CitedDocument, Family

PLACE = r"(?:[Ss]ections?|§+|[Pp]arts?|[Ss]ubchapters?|[Cc]hapters?|[Tt]itles?|subpart|Articles?|paragraphs?|pages?)"
NUMBER = r"\d++[A-Za-z]?+(?:[.\-–]\d++[A-Za-z]?+)*(?![.\-–]\d)(?:\([a-z0-9]{1,6}\))*(?!\([a-z0-9]{1,6}\))"
NEXT = r"(?:\s*+,\s*+(?:(?:and|or)\s++)?|\s++(?:and|or)\s++)"
LIST = rf"{NUMBER}(?:{NEXT}{NUMBER})*(?!{NEXT}\d)"
INNER = PLACE.replace("|[Tt]itles?", "")
OF = rf"\s++of\s++{INNER}\s++"
NUMBERS = rf"{LIST}(?:{OF}{LIST}){{0,9}}(?!{OF}\d)"
"""Numbers of places: ``1, 2 and 3``, ``2 of Chapter 35``. No comma can be read in two ways, and nothing read is given back."""
PATTERNS: tuple[re.Pattern[str], ...] = (
    # 39 U.S.C. 1205; Title 5, United States Code, Section 8336(d)(2)
    re.compile(rf"\b(?P<name>\d+\s+U\.?\s?S\.?\s?C\.?)\s*(?:{PLACE}\s*)?(?P<place>{NUMBERS})?"),
    re.compile(
        rf"\b(?:(?:[Ss]ections?|[Ss]ubchapter\s+[IVX]+\s+of\s+[Cc]hapters?|[Cc]hapters?)\s*(?P<place>{NUMBERS}),?\s+(?:of\s+)?)?"
        rf"(?P<name>[Tt]itle\s+\d+)(?:,?\s+(?:of\s+the\s+)?(?:United\s+States\s+Code|U\.\s?S\.\s?(?:C\.|Code)))?"
        rf"(?:,?\s*{PLACE}\s+(?P<after>{NUMBERS}))?"
    ),
    # article L. 2221-1 du code du travail
    re.compile(r"\b[Aa]rticles?\s+(?P<name>[LRD]|A(?=\.?\s?\d{1,5}-\d))\.?\s?\*?(?P<place>\d{1,5}(?:-\d{1,3})*(?:,?\s(?:et|à)\s[LRDA]\.?\s?\d{1,5}(?:-\d{1,3})*)?)"),
    # D. no 2006-1336, 3 nov. 2006, art. 3
    re.compile(
        r"\b(?P<name>[DLO]\.\s?n[o°º]\s?\d{2,4}-\d{1,5})(?:,\s\d{1,2}(?:er)?\s[^\W\d_]{3,9}\.?\s\d{4})?"
        r"(?:,\s(?:[Aa]rt\.|[Aa]rticles?)\s?(?P<after>\d{1,4}))?"
    ),
    # 29 C.F.R. Part 541; 29 CFR § 541.2
    re.compile(rf"\b(?P<name>\d{{1,2}}\s+C\.?\s?F\.?\s?R\.?)\s*(?:{PLACE}\s*)?(?P<place>{NUMBERS})?"),
    # M.G.L. c. 150E, Section 5; G.L. c. 150E, § 5
    re.compile(rf"(?<![\w.])(?P<name>(?:[A-Z]\.){{2,4}}\s?(?:c|ch|chap)\.\s?\w{{1,6}})(?:,?\s*{PLACE}\s*(?P<after>{NUMBERS}))?"),
    # Minn. Stat. § 179A.03; Cal. Gov. Code § 3505
    re.compile(
        rf"(?<![\w.])(?P<name>(?:[A-Z][a-z]{{1,9}}\.\s?){{1,3}}(?:Stat|Code|Laws|Ann|Rev)\b\.?(?:\s(?:Ann|Stat)\.)?)"
        rf",?\s*(?:{PLACE}|[Cc]h\.|c\.)\s*(?P<after>{NUMBERS})"
    ),
    # Public Act 379, Section 5; Section 5 of P.A. 379; Bill 124; Policy 5, Section 3;
    # Directive 2009/38/EC, in particular Article 6
    re.compile(
        rf"(?:\b{PLACE}\s+(?P<place>{NUMBERS})\s+of\s+(?:the\s+)?)?"
        r"\b(?P<name>(?:Public\s+Act|P\.\s?A\.|(?:House|Senate|Assembly)\s+Bill|Bill|Act)\s+(?:No\.\s?|\#\s?)?\d[\w-]{0,8})\b"
        rf"(?:,\s*{PLACE}\s+(?P<after>{NUMBERS}))?"
    ),
    re.compile(
        r"\b(?P<name>(?:Policy|Regulation|Ordinance|Resolution|Directive|Bulletin|Circular)\s+(?:\([A-Z]{2,4}\)\s)?(?:No\.?\s?|\#\s?)?"
        rf"\d[\w./-]{{0,14}}),\s*(?:(?:in\sparticular|especially|notably)\s)?{PLACE}\s+(?P<after>{NUMBERS})"
    ),
    # Public Law 91-375, 1201(2); P. L. 89-301
    re.compile(r"\b(?P<name>(?:Public\s+Law|P\.\s?L\.)\s*\d+(?:[-‑]\d+)?)(?:,?\s+(?P<place>\d+(?:\(\w+\))*))?"),
    # Sec. 7 of Executive Order 10988
    re.compile(r"(?:\bSec(?:\.|tion)\s+(?P<place>\d+)\s+of\s+)?\b(?P<name>Executive\s+Order\s+(?:No\.\s*)?\d{3,6})\b"),
    # Section 8(d) of the National Labor Relations Act
    re.compile(
        rf"\b(?:{PLACE}\s+(?P<place>{NUMBERS})\s+of\s+(?:the\s+)?)?"
        rf"(?<![\w’'-])(?P<name>(?:[A-Z][\w’'-]++\s++)(?:(?:[A-Z][\w’'-]++|and|of|for)\s++){{0,7}}?(?:Act|Statutes|Revenue\s+Code))\b"
        rf"(?:\s+of\s+\d{{4}})?(?:,\s*{PLACE}\s+(?P<after>{NUMBERS}))?"
    ),
    # Forms 12 and up, Standard Form 1187, SF 95
    re.compile(r"\b(?P<name>(?:Standard\s+)?Form(?:\(s\))?s?\s+\d+[A-Z]?|SF\s+\d+)\b"),
    re.compile(r"\b(?P<name>Publication\s+\d+)\b"),
    # 331 NLRB 1407 (2000); Docket #10-5249
    re.compile(r"(?<![\w.])(?P<name>(?:[A-Z][\w.]++\s++){0,3}[A-Z][\w.]++,?\s++\d++\s++NLRB\s++\d++\s++\(\d{4}\))"),
    re.compile(r"\b(?P<name>Docket\s++(?:#\s*+)?[\d-]+)"),
    # page 305 of the 2000-2006 National Agreement; Article 9 of the 2006 National Agreement; the 1978 National Agreement
    re.compile(
        rf"(?:\b{PLACE}\s+(?P<place>[\w.()]++(?:\s*+[-–,]\s*+\d++|\s++and\s++\d++)*),?\s++(?:of|in)\s++the\s++)?"
        rf"(?<!\w)(?P<name>(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
        rf"\s+(?:National\s+|Collective\s+Bargaining\s+)?(?:Agreement|CBA|Contract))\b"
    ),
)  # fmt: skip
"""Documents that every agreement may cite; those of a field are in its family."""
SPACES = re.compile(r"\s+")


def find_documents(text: str, names: Sequence[DocumentName] = (), family: Family = GENERAL_FAMILY) -> list[Citation]:
    """Return the external citations in a text, in order; of two that overlap the longer one counts.

    ``names`` are the documents that editors listed, and what the text calls them; ``family`` has the patterns of the field.
    """
    found = sorted(_all(text, names, family), key=lambda citation: (citation.start, -citation.end))
    kept: list[Citation] = []
    for citation in found:
        if kept and citation.start < kept[-1].end:
            if citation.end - citation.start > kept[-1].end - kept[-1].start:
                kept[-1] = citation
            continue
        kept.append(citation)
    return kept


def _all(text: str, names: Sequence[DocumentName], family: Family) -> Iterator[Citation]:
    for document in names:
        if document.own:
            continue
        for call in document.words:
            pattern = _named(call)
            for match in pattern.finditer(text):
                yield _citation(match, document.name)
    own = {year for document in names if document.own for year in document.words}
    for pattern in (*PATTERNS, *family_patterns(family.cites)):
        for match in pattern.finditer(text):
            if SPACES.sub(" ", match["name"]) not in own:
                yield _citation(match, _normal(match["name"], family.called))


@cache
def family_patterns(cited: tuple[CitedDocument, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a field: a space is any white space, words and numbers of places are put in."""
    spaced = (each.pattern.replace(" ", r"\s++") for each in cited)
    return tuple(re.compile(each.replace("{PLACE}", PLACE).replace("{NUMBERS}", NUMBERS)) for each in spaced)


@cache
def _named(call: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in call.split())
    return re.compile(
        rf"(?:\b{PLACE}\s+(?P<place>{NUMBERS}),?\s+(?:(?:of|in)\s+(?:the\s+)?)?)?\b(?P<name>{words})\b"
        rf"(?:\s+\([A-Z]+\))?(?:,?\s*(?:{PLACE}\s+)?(?P<after>\d{{2,}}(?:\.\d+)*|\d\.\d+))?"
    )


def _citation(match: re.Match[str], name: str) -> Citation:
    groups = match.groupdict()
    place = groups.get("place") or groups.get("after") or ""
    document = f"{name} {SPACES.sub(' ', place)}".strip()
    return Citation(text=match[0], start=match.start(), end=match.end(), form=Form.EXTERNAL, path=(name,), document=document)


def _normal(name: str, called: Sequence[CalledDocument]) -> str:
    """One name for each document: white space folded, a form in the singular, a case with or without its comma."""
    plain = SPACES.sub(" ", name).strip()
    for each in called:
        plain = re.sub(f"^(?:{each.words})", each.name, plain)
    plain = re.sub(r"^Form(?:\(s\)|s) (?=\d)", "Form ", plain)
    plain = re.sub(r",(?= \d+ NLRB \d)", "", plain)
    plain = re.sub(r"^(\d+) U\.? ?S\.? ?C\.?$", r"\1 U.S.C.", plain)
    plain = re.sub(r"^P\. ?L\. ?(?=\d)", "Public Law ", plain)
    plain = re.sub(r"^(Executive Order) No\. ?", r"\1 ", plain)
    plain = re.sub(r"^[LRDA]$", "code", plain)
    plain = re.sub(r"^[Tt]itle (\d+)$", r"\1 U.S.C.", plain)
    return re.sub(r"^The ", "", plain)
