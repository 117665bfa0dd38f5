"""What a citation belongs to, by the words around it: another document, what was just cited, the agreement, this section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contract_site.link.owners import Owner, OwnNames, owner_before, owner_behind
from contract_site.link.paths import BY_NAME
from contract_site.link.printed_titles import ROOM
from contract_site.model.citation import Citation, Form

BACK_AT = re.compile(
    r"\.?,?\s+(?:(?P<thereof>thereof|therein)\b|of\s+(?:the\s+)?(?:that|said|such|same)\s+"
    r"(?P<word>[Aa]rticle|[Ss]ection|[Cc]lause|[Rr]ule|[Pp]aragraph|Schedule|Appendix|Annexe?|Exhibit|Attachment|Addendum)\b)"
)
"""Words that point back at what was just cited: ``Section 2 of that Article``."""
THIS = re.compile(
    r"\.?,?\s+(?:of|du|de la)\s+(?:this|these|présent|présente)\s+"
    r"(?P<word>[Aa]rticle|[Ss]ection|[Cc]lause|[Rr]ule|[Ii]tem|ARTICLE|SECTION|chapitre"
    r"|Letter|Appendix|Schedule|Exhibit|Attachment|Annexe?|Addendum|Supplement|annexe|appendix|schedule)\b"
    r"|\)?,?\s+(?:de\s+est[ea]|del?\s+(?:la\s+)?presente)\s+(?P<es>artículo|cláusula|sección|anexo)\b"
    r"|\s+die(?:ses|ser)\s+(?P<de>Artikels|Paragraphen|Absatzes|Anlage)\b"
    r"|\.?\s+настоящ(?:его|ей)\s+(?P<ru>раздела|статьи|пункта)"
)
BEFORE_THIS = re.compile(
    r"\.?,?\s+of\s+(?:the\s+)?(?:immediately\s+)?(?:preceding|foregoing|previous)\s+"
    r"(?P<word>[Aa]rticle|[Ss]ection|[Cc]lause|[Ss]ubsection|[Ss]ub-?clause|[Pp]aragraph)\b(?!\s*(?:\d|\())"
)
"""What stands before the provision of the words: ``Item 2 of the preceding paragraph``."""
PRECEDING = "preceding:"
DOCUMENTS = ("schedule", "appendix", "annex", "annexe", "exhibit", "attachment", "addendum")
PLAN = re.compile(r"\)?\s(?:(?!or\b|and\b)[a-z]{2,15}\s){0,2}(?:plans?|accounts?|annuit(?:y|ies))\b")
"""What a section of the tax law is named for: ``a Section 125 plan``."""
EXCEPT = re.compile(r",?\s+(?:except|excepting|but\s+not|including)\s+(?:for\s+|in\s+)?$")
ITS = re.compile(r"\b(?:its|their)\s+$")
RANKS_AROUND = ("article", "section", "clause", "rule", "item", "chapitre")
FOREIGN = {
    "раздела": "section", "статьи": "article", "пункта": "clause", "artículo": "article", "cláusula": "clause",
    "sección": "section", "artikels": "article", "paragraphen": "section",
}  # fmt: skip


def belonging(
    text: str, head: re.Match[str], citations: Sequence[Citation], before: Citation | None, own: OwnNames
) -> list[Citation]:
    """Return the citations of one head with what the words around them say that they belong to.

    ``head`` is the match of the words they begin with, ``before`` what was cited last before them, ``own`` what the agreement
    at hand is called.
    """
    if citations[0].form in (Form.ENCLOSING, Form.STEP, Form.TABLE):
        return [_with_words_around(text, each) for each in citations]
    if not citations[0].absolute and head.lastgroup in BY_NAME:
        word = _points_back(text, head, citations[-1].end, before)
        if word is not None:
            return _pointing(citations, before, word)
    return _owned(text, head, citations, own)


def _points_back(text: str, head: re.Match[str], end: int, before: Citation | None) -> str | None:
    """The rank that the words point back at, empty if they say only ``thereof`` or ``its``; None if they do not."""
    back = BACK_AT.match(text, end)
    if back is not None:
        return (back["word"] or "").lower()
    if ITS.search(text, max(0, head.start() - 8), head.start()):
        return ""
    return "article" if before is not None and before.absolute and _excepted(text, before, head) else None


def _owned(text: str, head: re.Match[str], citations: Sequence[Citation], own: OwnNames) -> list[Citation]:
    end = citations[-1].end
    if citations[0].word == "section" and PLAN.match(text, end):
        return [replace(each, form=Form.ELSEWHERE, document="tax law", weak=True) for each in citations]
    if before_this := BEFORE_THIS.match(text, end):
        return [replace(each, within=f"{PRECEDING}{before_this['word'].lower()}") for each in citations]
    owner = owner_behind(text, citations[0].start, end, own)
    if owner is None and (this := THIS.match(text, end)):
        within = (this["word"] or this["es"] or this["de"] or this["ru"]).lower()
        within = FOREIGN.get(within, within)
        within = within if within in RANKS_AROUND else "document"
        return [replace(each, within=within) for each in citations]
    if citations[0].form is not Form.LABEL:
        owner = owner or owner_before(text, head.start(), own)
    if owner is None:
        return [_titled(text, each) for each in citations]
    if owner.name:
        return [of_another(each, owner) for each in citations]
    return [replace(each, within=owner.within) for each in citations]


def of_another(citation: Citation, owner: Owner) -> Citation:
    """The citation as one of another document; one that only its kind names stays open."""
    if not owner.proper:
        return replace(citation, form=Form.ELSEWHERE, document=owner.name, weak=False)
    document = f"{owner.name} {'.'.join(citation.path)}"
    return replace(citation, form=Form.EXTERNAL, path=(owner.name,), document=document, weak=False)


def _pointing(citations: Sequence[Citation], before: Citation | None, word: str) -> list[Citation]:
    """Citations within what was cited just before: ``Section 2 of that Article``, ``Section 2 thereof``, ``its Section 2``."""
    other = word in DOCUMENTS and before is not None and before.form is not Form.PART  # that Schedule, behind a clause
    if before is None or other or before.form in (Form.EXTERNAL, Form.ELSEWHERE, Form.MEMO_NAME) or not before.path:
        document = before.document if before is not None and before.document else f"that {word or 'document'}"
        return [replace(each, form=Form.ELSEWHERE, document=document) for each in citations]
    outer = before.path[: _depth(citations[0], before, word)]
    return [
        replace(
            each,
            form=before.form,
            path=outer + each.path,
            shorter=tuple(outer + shorter for shorter in each.shorter),
            range_from=outer + each.range_from if each.range_from else (),
            absolute=before.absolute,
            word=before.word,
            within=before.within,
        )
        for each in citations
    ]


def _depth(citation: Citation, before: Citation, word: str) -> int:
    """How many steps of what was cited before hold of a citation that points back at it."""
    if word == "section":
        return 2 if before.absolute else 1
    if before.form is Form.PART and word:
        return 1
    rank = BY_NAME.get(citation.word)
    at_top = word == "article" or (rank is not None and rank.level <= BY_NAME["section"].level)
    return 1 if at_top else len(before.path)


def _excepted(text: str, before: Citation, head: re.Match[str]) -> bool:
    """Whether only ``except`` stands between an article and what follows: ``Article 4, except Section 2``."""
    between = text[before.end : head.start()] if head.start() - before.end < 30 else ""
    return EXCEPT.match(between) is not None and head.lastgroup in BY_NAME


def _titled(text: str, citation: Citation) -> Citation:
    """The citation with the words around it, in which a printed title may stand."""
    return _with_words_around(text, citation) if citation.form in (Form.ARTICLE, Form.DOTTED, Form.SECTION) else citation


def _with_words_around(text: str, citation: Citation) -> Citation:
    behind = text[citation.end : citation.end + ROOM]
    return replace(citation, behind=behind, before=text[max(0, citation.start - ROOM) : citation.start])
