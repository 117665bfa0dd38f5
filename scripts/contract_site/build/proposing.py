"""Subjects that an edition seems to deal with, for a person to accept: by its headings, definitions and printed subject index.

Nothing is decided here. What is proposed is text for ``subjects.toml``: a line for a subject that is there already and whose
words a heading has, an entry of its own for every other heading. Who accepts one reads the provision first.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from contract_site.build.project import Project
from contract_site.editors.subjects import load_subjects
from contract_site.model.document import Edition, Part, Provision
from contract_site.model.subject import Subject

LONGEST = 7
"""Words of a heading that can be a subject; longer ones are sentences."""
INDEX = re.compile(r"(?:alphabetical |subject |general )?index(?: of subjects)?", re.IGNORECASE)
TERM = re.compile(r"(?P<term>[^\W\d_].{1,80}?)[\s.,…·]+(?P<pages>\d{1,4}(?:\s*[,-]\s*\d{1,4})*)")
WORD = re.compile(r"[^\W\d_]{3,}")
DEFINED = re.compile(r"[“\"](?P<term>[^”\"]{2,60})[”\"],? (?:means|is defined as|refers to|shall mean|includes)\b")


def proposed_subjects(project: Project, edition: Edition) -> Iterator[str]:
    """Yield lines of TOML: what subjects of the edition's family, and which new ones, its provisions could stand under.

    Raises SettingsError if the subjects of the family are wrong.
    """
    known = load_subjects(project.agreements, [edition.settings.family], project.shown(project.agreements))
    listed = {name for subject in known for name in subject.places.get(edition.slug, ())}
    found: defaultdict[str, list[str]] = defaultdict(list)
    spelt: dict[str, str] = {}
    for said, place in (*_headings(edition), *_definitions(edition), *_indexed(edition)):
        words = spelt.setdefault(said.lower(), said)
        if place not in listed and place not in found[words]:
            found[words].append(place)
    named = _by_words(known)
    for words, places in sorted(found.items(), key=lambda each: each[0].lower()):
        if places:
            yield from _entry(words, places, edition.slug, _subject_in(words, named))


def _entry(words: str, places: Sequence[str], slug: str, subject: Subject | None) -> Iterator[str]:
    line = f"places.{slug} = {json.dumps(places, ensure_ascii=False)}"
    if subject is not None:
        yield f"# {words!r} has words of {subject.name!r}; if it is about that, add to its entry: {line}"
    else:
        yield from ("", "[[subject]]", f"name = {json.dumps(words, ensure_ascii=False)}", line)


def _headings(edition: Edition) -> Iterator[tuple[str, str]]:
    for part, provision in edition.provisions():
        heading = part.title if provision is part.root else provision.heading.text
        words = " ".join(heading.rstrip(" .:–—-").split())
        if words and len(words.split()) <= LONGEST:
            yield words.capitalize() if words.isupper() else words, _name(part, provision)


def _definitions(edition: Edition) -> Iterator[tuple[str, str]]:
    for part, provision, block in edition.blocks():
        for defined in DEFINED.finditer(block.text):
            yield defined["term"].strip(" ,."), _name(part, provision)


def _indexed(edition: Edition) -> Iterator[tuple[str, str]]:
    """The terms of a printed index, each with the first provision that begins on each of its pages."""
    first = _first_on_pages(edition)
    for part, _, block in edition.blocks():
        if INDEX.fullmatch(part.title.strip(" .")):
            for line in block.text.split("\n"):
                if term := TERM.fullmatch(line.strip()):
                    places = (first.get(page) for page in re.findall(r"\d+", term["pages"]))
                    yield from ((term["term"].strip(" .,"), place) for place in places if place)


def _first_on_pages(edition: Edition) -> Mapping[str, str]:
    first: dict[str, str] = {}
    for part, provision in edition.provisions():
        if provision.page and not INDEX.fullmatch(part.title.strip(" .")):
            first.setdefault(provision.page, _name(part, provision))
    return first


def _name(part: Part, provision: Provision) -> str:
    """The place as ``subjects.toml`` names it."""
    if provision is part.root:
        return provision.anchor if part.in_body else part.id
    return provision.anchor if part.in_body else f"{part.id}#{provision.anchor}"


def _by_words(subjects: Iterable[Subject]) -> list[tuple[frozenset[str], Subject]]:
    named = [(_words(name), subject) for subject in subjects for name in (subject.name, *subject.also)]
    return sorted(named, key=lambda each: -len(each[0]))


def _subject_in(words: str, named: Iterable[tuple[frozenset[str], Subject]]) -> Subject | None:
    """The subject all words of whose name, or of another word for it, stand in a heading; the longest name counts."""
    own = _words(words)
    return next((subject for name, subject in named if name and name <= own), None)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower().removesuffix("s") for word in WORD.findall(text))
