"""The list of subjects, A to Z, in members' words; and for each a page with the words of every agreement on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.subjects import PlacedSubject, SubjectPlace, topics_of
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.cite.titles import display_title
from contract_site.data.subjects import FILE
from contract_site.interface.formats import said_list
from contract_site.interface.say import later, say
from contract_site.model.agreement import names_apart
from contract_site.model.document import Edition
from contract_site.model.letters import alphabetical
from contract_site.model.page import Listed, Page
from contract_site.words.escape import attribute, escape, escape_start, front_matter
from contract_site.words.frame import dates, heading, status_class, status_words, way

TITLE = later("Subjects A–Z")
DESCRIPTION = later("What members look for, in their words, with the provisions of every agreement that deal with it.")
INTRODUCTION = later(
    "What members look for, in their words. Each subject leads to what every agreement here says on it. Editors chose the"
    " provisions; where a subject is missing, search for its words."
)
LONGEST = 1500
"""Characters of a place's words that a subject's page shows; then a link leads on."""
WHOLE = 12
"""Editions whose words a subject's page shows; of more it says where they stand."""
OTHER = later("Figures")
"""What subjects stand under that begin with no letter; the anchor there is the same in every language."""


def render_subjects(placed: Sequence[PlacedSubject], listed: Sequence[Listed]) -> Iterator[Page]:
    """Yield the list of subjects and the page of each; nothing if there are none. ``listed`` are all comparisons."""
    if not placed:
        return
    yield Page(addresses.SUBJECTS, "\n".join(_index(placed)))
    by_name = {each.subject.name: each for each in placed}
    for each in placed:
        near = [by_name[name] for name in each.subject.see_also if name in by_name]
        yield Page(addresses.subject_file(each.subject.id), "\n".join(_subject(each, near, listed)))


# The list --------------------------------------------------------------------------------------------------------------


def _index(placed: Sequence[PlacedSubject]) -> Iterator[str]:
    path = addresses.SUBJECTS
    title, letters = say(TITLE), _by_letter(placed)
    yield front_matter({"title": title, "description": say(DESCRIPTION), "subjects": True, "hide": ["toc"]})
    yield way(path, title)
    yield f"# {title} {{: #subjects }}\n"
    data = addresses.link(path, PurePosixPath("data", FILE))
    yield f"{say(INTRODUCTION)} " + say("[All as data (JSON)]({data}).", data=data) + "\n"
    links = " ".join(f"[{_letter(letter)}](#{_letter_anchor(letter)})" for letter in letters)
    label = attribute(say("Letters"))
    yield f'<nav class="letters" aria-label="{label}" markdown>\n\n{links}\n\n</nav>\n'
    for letter, entries in letters.items():
        yield f"## {_letter(letter)} {{: #{_letter_anchor(letter)} }}\n"
        rows = "\n".join(_entry(path, word, each) for word, each in entries)
        yield f'<div class="subjects" markdown>\n\n{rows}\n\n</div>\n'


def _by_letter(placed: Iterable[PlacedSubject]) -> dict[str, list[tuple[str, PlacedSubject]]]:
    """Names of subjects and other words for them, by first letter without its accent, in the order of the alphabet."""
    words = [(word, each) for each in placed for word in (each.subject.name, *each.subject.also)]
    found: defaultdict[str, list[tuple[str, PlacedSubject]]] = defaultdict(list)
    for word, each in sorted(words, key=lambda entry: (alphabetical(entry[0]), entry[1].subject.id)):
        first = alphabetical(word)[0][:1].upper()
        found[first if first.isalpha() else OTHER].append((word, each))
    return dict(sorted(found.items(), key=lambda entry: (entry[0] == OTHER, entry[0])))


def _letter(letter: str) -> str:
    return say(OTHER) if letter == OTHER else letter


def _letter_anchor(letter: str) -> str:
    return letter.lower()


def _entry(path: PurePosixPath, word: str, each: PlacedSubject) -> str:
    link = _subject_link(path, each)
    return (
        f"- {link}" if word == each.subject.name else "- " + say("{word}: see {subject}", word=escape_start(word), subject=link)
    )


def _subject_link(path: PurePosixPath, each: PlacedSubject) -> str:
    return f"[{escape(each.subject.name)}]({addresses.link(path, addresses.subject_file(each.subject.id))})"


def _link(path: PurePosixPath, place: SubjectPlace) -> str:
    return addresses.link(path, addresses.part_file(place.edition.slug, place.part.id), place.anchor)


# One subject -----------------------------------------------------------------------------------------------------------


def _subject(each: PlacedSubject, near: Sequence[PlacedSubject], listed: Sequence[Listed]) -> Iterator[str]:
    subject, path = each.subject, addresses.subject_file(each.subject.id)
    about = say("{subject}: what every agreement here says on it.", subject=subject.name)
    yield front_matter({"title": subject.name, "description": about, "subjects": True, "hide": ["toc"]})
    yield way(path, subject.name, (say(TITLE), addresses.SUBJECTS))
    yield f"# {escape_start(subject.name)} {{: #subject }}\n"
    if subject.also:
        yield say("Also: {words}", words=escape(", ".join(subject.also))) + "\n"
    if near:
        yield say("See also: {subjects}", subjects=", ".join(_subject_link(path, other) for other in near)) + "\n"
    data = addresses.link(path, PurePosixPath("data", addresses.subject_data(subject.id)))
    yield say("[These words as a table (CSV)]({data})", data=data) + "\n"
    yield from _sides(path, each)
    for concordance, topic in topics_of(subject, listed):
        name = say("{topic}: {editions} brought together", topic=topic.title, editions=said_list(concordance.between))
        yield f"[{escape(name)}]({addresses.link(path, topic.path)})\n"


def _sides(path: PurePosixPath, each: PlacedSubject) -> Iterator[str]:
    """The words of every edition, a section each; wide screens show them side by side."""
    yield '<div class="sides" markdown>\n'
    editions = list(each.by_edition())
    names = names_apart(edition for edition, _ in editions)
    for edition, places in editions[:WHOLE]:
        yield "<section markdown>\n"
        yield f"## {escape_start(names[edition.slug])} {{: #{edition.slug} }}\n"
        yield f"{_standing(edition)}\n"
        for place in places:
            yield from _place(path, place)
        yield "</section>\n"
    yield "</div>\n"
    if more := editions[WHOLE:]:
        yield heading(say("In {count} more", count=len(more)), "more")
        yield "\n".join(_led_to(path, names[edition.slug], edition, places) for edition, places in more) + "\n"


def _led_to(path: PurePosixPath, name: str, edition: Edition, places: Sequence[SubjectPlace]) -> str:
    """A line for an edition whose words are not shown: where they stand."""
    links = ", ".join(f"[{escape(citation(each.part, each.provision))}]({_link(path, each)})" for each in places)
    return f"- {escape_start(name)} ({escape(status_words(edition))}): {links}\n  {{: #{edition.slug} }}"


def _standing(edition: Edition) -> str:
    badge = f"**{status_words(edition).capitalize()}**{{: .badge .{status_class(edition)} }}"
    return f"{badge} {dates(edition)}".rstrip() + "\n{: .text-date }"


def _place(path: PurePosixPath, place: SubjectPlace) -> Iterator[str]:
    title = display_title(place.part, place.provision)
    name = " · ".join(dict.fromkeys(filter(None, (citation(place.part, place.provision), title))))
    anchor = addresses.quoted_anchor(place.edition.slug, place.part.id, place.anchor)
    yield f"### [{escape(name)}]({_link(path, place)}) {{: #{anchor} }}\n"
    shown, rest = _shown(place)
    lines = [*([f"{place.lead} …"] if place.lead else []), *shown.split("\n")]
    yield "\n".join(f"> {escape_start(line)}\n>" for line in lines if line.strip())
    if rest:
        more = say("Read on in {citation}", citation=citation(place.part, place.provision))
        yield f"\n[{escape(more)}]({_link(path, place)})"
    yield ""


def _shown(place: SubjectPlace) -> tuple[str, bool]:
    """Return the words of a place as far as its subject's page shows them, and whether more follow.

    A table with blank cells is only named: run together, its figures would stand under other headings than their own.
    """
    table = place.block.table if place.block else None
    if table and any("" in row for row in table.rows):
        return table.plain.split("\n", 1)[0], True
    return _cut(place.words)


def _cut(words: str) -> tuple[str, bool]:
    """Return the words as far as there is room for them, whole paragraphs if there are some, and whether more follow."""
    if len(words) <= LONGEST:
        return words, False
    line = words.rfind("\n", LONGEST // 2, LONGEST)
    cut = line if line > 0 else words.rfind(" ", 0, LONGEST)
    return words[: max(cut, 1)] + (" …" if line <= 0 else ""), True
