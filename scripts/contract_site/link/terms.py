"""Terms and abbreviations, found where the text itself defines them; nothing is guessed, so what is only used is in no list.

Four ways of defining count: a short form in parentheses whose letters are the initials of the words before it; a name in
quotes that something is ``hereinafter called`` or ``referred to as``; a word in quotes, or at the head of its sentence, that
``means`` or ``is defined as`` something; and the headings below a heading ``Definitions``. A definition reaches as far as it
says of itself (``in this Article``). Else a short form counts in the whole text, and so does a name that is given before the
main body or in its first article; everything else counts in its article only. What a memorandum or supplement defines counts
there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from contract_site.model.document import Block, BlockKind, Edition, Part, Provision
from contract_site.model.place import Container
from contract_site.model.term import DefinedTerm, Reach

SHORT = re.compile(
    r"""
    (?<! [\w’'&/.-] )  # at the start of a word only, or each letter of a long one is tried
    (?P<long> (?: [\w’'&/.-]+ \ + ){1,9} ) \( [“"]? (?P<short> [A-Z][A-Za-z]{1,6} ) [”"]? \)  # Relief Lamp Keeper (RLK)
    """,
    re.VERBOSE,
)
SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "&"})
NAMED = re.compile(
    r"""
    \b(?:hereinafter|herein|called|referred\ to|known\ as)\b[^.;“”"]{0,60}?
    [“"](?P<term>[^“”"]{2,60})[”"]      # (hereinafter referred to as the “Union”)
    """,
    re.VERBOSE,
)
MEANS = re.compile(
    r"""
    (?:[“"](?P<quoted>[^“”"]{2,60})[”"](?:\ as\ used\ (?:herein|in\ this\ \w+))?,?\ +    # “adverse decision” is an action which
       (?:means|refers\ to|shall\ mean|is\ defined\ as|shall\ be\ applied\ to|shall\ have\ the\ following\ meaning
         |is\ (?:an?|the)\b)
    | (?:^|(?<=[.:]\ ))(?:An?\ |The\ )?(?P<bare>[A-Za-z][\w\ -]{2,40}?)\ (?:is|are)\ defined\ as   # A grievance is defined as
    )
    """,
    re.VERBOSE,
)
HEADED = re.compile(r"(?:definitions?|definition of terms)", re.IGNORECASE)
ENDS = re.compile(r"(?<=[.;:?!”\"])(?!(?<=\b[A-Z]\.)\s+[A-Z]\.)\s+(?=[“\"(A-Z])")
"""Between two sentences; not in ``Washington, D. C.``"""
FINISHED = (".", "!", "?", ")", "]", "”", '"')
SAYS = frozenset({"is", "are", "was", "were", "mean", "means", "refers", "refer", "shall", "will", "include", "includes"})
"""What follows a term at the head of words that say what it is."""
WITHIN = re.compile(r"\b(?:in|of) this (?P<what>article|section|agreement|memorandum|supplement|appendix)\b", re.IGNORECASE)
REACHES = {"section": Reach.SECTION, "agreement": Reach.AGREEMENT}
LONGEST = 600
"""Characters of a meaning; longer ones are cut after a word."""


def defined_terms(edition: Edition) -> tuple[DefinedTerm, ...]:
    """Return the terms that an edition defines, in printed order; the same meaning of a term is there once a reach."""
    first = next((part for part in edition.parts if part.in_body), None)
    found = [term for part in edition.parts for provision in part.root.walk() for term in _terms(part, provision, first)]
    whole = {_key(each) for each in found if each.reach is Reach.AGREEMENT}
    kept: dict[tuple[str, ...], DefinedTerm] = {}
    for each in found:
        if each.reach is Reach.AGREEMENT:
            kept.setdefault((*_key(each), ""), each)
        elif _key(each) not in whole:
            kept.setdefault((*_key(each), each.page), each)
    return tuple(kept.values())


def _key(term: DefinedTerm) -> tuple[str, str]:
    return term.term.lower(), " ".join(term.meaning.lower().removesuffix("s").split())


def _terms(part: Part, provision: Provision, first: Part | None) -> Iterator[DefinedTerm]:
    if HEADED.fullmatch(provision.heading.text.strip(" .:–—-")):
        yield from _below(part, provision)
    heading = provision.heading.text
    yield from _short_forms(part, heading, provision.anchor)
    for block in provision.blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST):
            yield from _short_forms(part, block.text, block.anchor)
            yield from _named(part, block, Reach.AGREEMENT if part is first else Reach.PART)
            yield from _meant(part, provision, block)


def _below(part: Part, definitions: Provision) -> Iterator[DefinedTerm]:
    """The headings below a heading ``Definitions``, each with its own words.

    One without words of its own has terms below it only if a colon says so; else rules stand there. So they do where the
    heading only begins the sentence: ``Surplus Keepers— surplus keepers begin a new period``.
    """
    for provision in definitions.children:
        heading, words = provision.heading.text.strip(), " ".join(block.text for block in provision.blocks)
        term = heading.strip(" .:–—-")
        if heading and words and not _rules(term, words):
            meaning = _cut(_with_items(words, provision.children))
            yield DefinedTerm(term, meaning, Reach.PART, part.id, provision.anchor)
        if words or heading.endswith(":"):
            yield from _below(part, provision)


def _rules(term: str, words: str) -> bool:
    """Whether words go on from a term without saying what it is."""
    rest = words.lower().removeprefix(f"{term.lower()} ")
    return len(rest) < len(words) and rest.split(" ", 1)[0].strip(",") not in SAYS


def _with_items(words: str, items: Sequence[Provision]) -> str:
    """Words with the items below that their last sentence goes on in; alone if it is finished."""
    if words.endswith(FINISHED):
        return words
    return " ".join([words, *(" ".join(filter(None, (each.label.text, each.heading.text, each.text))) for each in items)])


def _short_forms(part: Part, text: str, anchor: str) -> Iterator[DefinedTerm]:
    for found in SHORT.finditer(text):
        short = found["short"].removesuffix("s")
        if sum(letter.isupper() for letter in short) >= 2 and (words := _initialled(found["long"], short)):
            yield DefinedTerm(short, words, Reach.PART if _apart(part) else Reach.AGREEMENT, part.id, anchor, abbreviates=True)


def _apart(part: Part) -> bool:
    """Whether it is an agreement of its own beside the main one."""
    return Container(part.container).kind in ("memo", "supplement")


def _initialled(text: str, short: str) -> str:
    """The last words of a text whose initials are the letters of a short form, or nothing; small words mostly have none."""
    words = text.split()
    return _matched(words, short, SMALL) or _matched(words, short, frozenset())


def _matched(words: Sequence[str], short: str, passed: Collection[str]) -> str:
    left = list(short.upper())
    for at in range(len(words) - 1, -1, -1):
        pieces = [piece for piece in words[at].split("-") if piece.lower() not in passed]
        initials = [piece[:1].upper() for piece in pieces]
        if initials != left[len(left) - len(initials) :]:
            return ""
        del left[len(left) - len(initials) :]
        if not left:
            return " ".join(words[at:])
    return ""


def _named(part: Part, block: Block, reach: Reach) -> Iterator[DefinedTerm]:
    before = not part.in_body and not _apart(part)
    for found in NAMED.finditer(block.text):
        yield _defined(part, block, found, (found["term"], Reach.AGREEMENT if before else reach))


def _meant(part: Part, provision: Provision, block: Block) -> Iterator[DefinedTerm]:
    for found in MEANS.finditer(block.text):
        term = _defined(part, block, found, (found["quoted"] or found["bare"], Reach.PART))
        ends = block.text.endswith(term.meaning)
        yield replace(term, meaning=_cut(_with_items(term.meaning, _below_block(provision, block)))) if ends else term


def _below_block(provision: Provision, block: Block) -> Sequence[Provision]:
    """The items of a provision that follow one of its paragraphs, up to the next paragraph."""
    after = provision.body[provision.body.index(block) + 1 :]
    return [each for each in takewhile(lambda each: isinstance(each, Provision), after) if isinstance(each, Provision)]


def _defined(part: Part, block: Block, found: re.Match[str], said: tuple[str, Reach]) -> DefinedTerm:
    term, default = said
    within = WITHIN.search(found[0])
    reach = REACHES.get(within["what"].lower(), Reach.PART) if within else default
    meaning = _cut(_sentence(block.text, found.start(), found.end()))
    return DefinedTerm(term.strip(" .,;:"), meaning, reach, part.id, block.anchor)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence of a text that holds a stretch of it."""
    ends = [match.start() for match in ENDS.finditer(text)]
    first = max((at for at in ends if at < start), default=0)
    return text[first : min((at for at in ends if at >= end), default=len(text))].strip()


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
