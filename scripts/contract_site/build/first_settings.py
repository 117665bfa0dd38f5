"""The first settings of a new agreement or edition: what its text says of itself, each key with the words that say so.

Where the text does not say, a key is left out, with a comment on what to write; the few that cannot be left out hold what can
be read by anybody as a gap (the slug as title, no parties, ``not stated``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contract_site.editors.written import toml_entry, toml_value
from contract_site.infer.capitals import Writing
from contract_site.infer.fact import Fact
from contract_site.infer.head import head_of, matter_of
from contract_site.infer.language import language_of
from contract_site.infer.numbering import numbering_of
from contract_site.infer.parties import parties_of
from contract_site.infer.term import term_of
from contract_site.infer.title import title_of
from contract_site.interface.catalogue import ENGLISH_CODE
from contract_site.model.document import Edition
from contract_site.model.edition_settings import AGREEMENT, EDITION, AgreementSettings, SourceSettings

HEAD = """\
# What this agreement is. A program filled it in from the text and says at each key by which words; correct what is wrong.
# CONTRIBUTING.md explains every key.
"""
YEARS = re.compile(r"(?<!\w)((?:19|20)\d\d)(?:\s*[-–—/]\s*((?:19|20)?\d\d))?(?!\d)")
TENTATIVE = re.compile(r"\btentative agreement\b", re.IGNORECASE)
LONGEST_NAME = 60
STANDINGS = '"in force", "expired", "tentative" or "superseded"'


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """A key of the first settings: what is written, why, and whether a person should look at it."""

    key: str
    value: object
    """None: the key is left out."""
    why: str
    sure: bool
    offered: object = None
    """What the text may say: written behind a comment's sign, until a person takes that away."""

    @property
    def rows(self) -> Iterator[str]:
        """The rows of the file: the comment, and the key where there is one."""
        yield f"# {' '.join(self.why.split())}"
        if self.offered is not None:
            yield from (f"# {row}" for row in f"{self.key} = {toml_value(self.offered)}".splitlines())
        if self.value is not None:
            yield f"{self.key} = {toml_value(self.value)}"


def first_entries(edition: Edition, slug: str, earlier: AgreementSettings | None) -> tuple[FirstEntry, ...]:
    """Return the keys at the top of the settings of an agreement that was read for the first time.

    What its text does not say and its ``earlier`` edition has is taken from there.
    """
    head, writing = head_of(edition), Writing(edition)
    parties = parties_of(edition, head, writing)
    own = edition.settings.parties or (earlier.parties if earlier else ())
    named = own or (parties.value if parties and parties.sure else ())
    title = title_of(head, matter_of(edition), named, writing)
    term = term_of(edition, head)
    effective, expires = _one(term.effective), _one(term.expires)
    return (
        FirstEntry("slug", slug, "Its address; never change it once published.", sure=True),
        _title(title, slug),
        *_name(title, named, effective, expires, earlier),
        _short(title, slug, effective, expires),
        *(() if edition.said_in == EDITION else _agreement(slug, earlier)),
        _parties(parties, earlier, edition),
        _day("effective", "first", term.effective),
        _day("expires", "last", term.expires),
        _status([line.text for line in head]),
        *_language(language_of(edition)),
    )


def first_settings(entries: Sequence[FirstEntry], edition: Edition, source: SourceSettings, more: str) -> str:
    """Return the file: the keys with their comments, where the text comes from, how it is numbered, and what else is kept."""
    rows = [row for entry in entries for row in entry.rows]
    numbering = numbering_of(edition)
    told = f"# How it is numbered, as its outline was read: {numbering}.\n" if numbering else "# No numbers were found in it.\n"
    return HEAD + "\n" + "".join(f"{row}\n" for row in rows) + "\n" + _source(source) + "\n" + told + more


def unknown_settings(slug: str, source: SourceSettings) -> str:
    """Return the settings of an agreement of which nothing is known yet, so that its text can be read."""
    rows = {"slug": slug, "title": slug, "short": slug, "parties": (), "status": "not stated"}
    return "".join(f"{key} = {toml_value(value)}\n" for key, value in rows.items()) + _source(source)


def _source(source: SourceSettings) -> str:
    return toml_entry("source", source).replace("[[source]]", "[source]")


def _from(fact: Fact[Any]) -> str:
    return f"Line {fact.line} of the text, {fact.why}{'' if fact.sure else ' (look at it)'}."


def _title(title: Fact[str] | None, slug: str) -> FirstEntry:
    if title is None:
        why = "The text has no title that was recognised; write it in the place of its address."
        return FirstEntry("title", slug, why, sure=False)
    return FirstEntry("title", title.value, _from(title), title.sure)


def _name(
    title: Fact[str] | None,
    parties: tuple[str, ...],
    effective: date | None,
    expires: date | None,
    earlier: AgreementSettings | None,
) -> Iterator[FirstEntry]:
    """What menus call it, where the title is too long for them, or its earlier edition's is the same."""
    if title is None:
        return
    if len(title.value) <= LONGEST_NAME:
        yield from _name_apart(title.value, effective, expires, earlier)
        return
    first = re.escape(parties[0]) if parties else ""
    plain = re.split(rf" (?:between |\(){first}", title.value)[0] if first else title.value
    years = _years(title.value, effective, expires)
    if plain == title.value or not years:
        why = f'name = "…": what menus call it; the title is long for that ({len(title.value)} letters).'
        yield FirstEntry("name", None, why, sure=False)
        return
    yield FirstEntry(
        "name", " ".join(filter(None, (plain, years))), "What menus call it: the title without the parties.", sure=True
    )


def _name_apart(
    title: str, effective: date | None, expires: date | None, earlier: AgreementSettings | None
) -> Iterator[FirstEntry]:
    """The name with the years of its term, where menus would call its earlier edition the same."""
    if earlier is None or _plain(title) not in (_plain(earlier.title), _plain(earlier.brief)):
        return
    years = _years(title, effective, expires)
    if years and years not in title:
        why = f"What menus call it: {earlier.slug} has the same title, so the years of its term tell them apart."
        yield FirstEntry("name", f"{title} {years}", why, sure=True)
    elif not years:
        why = f'name = "…": what menus call it; {earlier.slug} has the same title, so write what tells them apart.'
        yield FirstEntry("name", None, why, sure=False)


def _plain(title: str) -> str:
    """A title as it is compared: case and white space tell nothing."""
    return " ".join(title.casefold().split())


def _short(title: Fact[str] | None, slug: str, effective: date | None, expires: date | None) -> FirstEntry:
    years = _years(title.value if title else "", effective, expires)
    if years:
        return FirstEntry("short", years, "What short citations put in brackets: the years of its term.", sure=True)
    why = "What short citations put in brackets; write the year that it is called by, or a short name."
    return FirstEntry("short", _years(slug, None, None) or slug, why, sure=False)


def _years(title: str, effective: date | None, expires: date | None) -> str:
    if effective and expires:
        return f"{effective.year}–{expires.year}" if effective.year < expires.year else str(expires.year)
    found = list(YEARS.finditer(title))
    return "–".join(filter(None, found[-1].groups())) if found else ""


def _agreement(slug: str, earlier: AgreementSettings | None) -> Iterator[FirstEntry]:
    """Which agreement it is an edition of, of what level, in whose words: as its earlier edition says."""
    if earlier is None:
        why = "The agreement that this is an edition of; its next edition says the same."
        yield FirstEntry("agreement", slug, why, sure=True)
        return
    yield FirstEntry("agreement", earlier.agreement or earlier.slug, f"As {earlier.slug}.", sure=True)
    for key, value in (("level", earlier.level), ("family", earlier.family)):
        if value:
            yield FirstEntry(key, value, f"As {earlier.slug}.", sure=True)


def _parties(parties: Fact[tuple[str, ...]] | None, earlier: AgreementSettings | None, edition: Edition) -> FirstEntry:
    """The parties: the agreement's own where an earlier edition or the file above has them: editors may have put them right.

    Left out where all editions of the agreement have the same.
    """
    if shared := edition.settings.parties:
        return _own_parties(parties, shared, f"As {AGREEMENT} above says", None)
    if earlier and earlier.parties:
        return _own_parties(parties, earlier.parties, f"As {earlier.slug}", earlier.parties)
    if parties and parties.sure:
        return FirstEntry("parties", parties.value, _from(parties), sure=True)
    offered = parties.value if parties else None
    if parties:
        why = f'{_from(parties)} If the row below names them right, let it take the place of "parties = []".'
        return FirstEntry("parties", (), why, sure=False, offered=offered)
    why = 'The text names them in no words that are read; write both names, as ["The Union", "The Employer"].'
    return FirstEntry("parties", (), why, sure=False)


def _own_parties(
    parties: Fact[tuple[str, ...]] | None, own: tuple[str, ...], told: str, value: tuple[str, ...] | None
) -> FirstEntry:
    """The parties that an agreement has already; what its new text names otherwise is offered."""
    if parties and parties.value == own:
        return FirstEntry("parties", value, f"{told}; line {parties.line} of the text names the same.", sure=True)
    if parties is None:
        return FirstEntry("parties", value, f"{told}; this text names them in no words that are read.", sure=False)
    which = f'line {parties.line} of this text names them as below; if they changed, take the "# " away there'
    instead = ", and the row below it" if value else ""
    return FirstEntry("parties", value, f"{told}; {which}{instead}.", sure=False, offered=parties.value)


def _one(facts: Sequence[Fact[date]]) -> date | None:
    return facts[0].value if len(facts) == 1 and facts[0].sure else None


def _day(key: str, which: str, facts: Sequence[Fact[date]]) -> FirstEntry:
    if len(facts) == 1 and facts[0].sure:
        return FirstEntry(key, facts[0].value, _from(facts[0]), sure=True)
    if len(facts) == 1:
        why = f'{_from(facts[0])} If it is the {which} day of the term, take the "# " before the key away.'
        return FirstEntry(key, None, why, sure=False, offered=facts[0].value)
    told = "; ".join(f"{fact.value} (line {fact.line})" for fact in facts)
    said = f"the text names several: {told}" if facts else "the text states it in no words that are read"
    return FirstEntry(key, None, f"{key} = YYYY-MM-DD: the {which} day of the term; {said}.", sure=False)


def _language(language: Fact[str] | None) -> Iterator[FirstEntry]:
    """Its language, where it is not the one that is meant if none is named."""
    if language and language.value != ENGLISH_CODE:
        yield FirstEntry("language", language.value, f"Of the text, {language.why}.", sure=language.sure)


def _status(head: Sequence[str]) -> FirstEntry:
    if any(TENTATIVE.search(line) for line in head):
        return FirstEntry("status", "tentative", "Its head calls it a tentative agreement.", sure=True)
    return FirstEntry(
        "status", "not stated", f"No text can say whether it still holds; write {STANDINGS} if you know.", sure=False
    )
