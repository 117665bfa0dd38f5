"""What typed citations are looked up in: an index of agreements, a table for each, and the opening words of each part.

Pages load them by script elements, because a page opened from a folder may load nothing else. A reader's browser loads
the index, the tables of the few agreements that a citation may mean, and the opening words of the parts it offers.

- What typed citations are looked up in is written as classic scripts, because a page opened from a folder can load nothing
  else: an index, a table an agreement (the tree without its words), and the opening words a part. A page loads the resolver
  when it is first asked, then the tables it needs, because thousands of agreements cannot be loaded on a phone.
- A citation without a year means what ``model/agreement.py`` says: national before local agreements, the newest edition of
  each. Roman numerals mean an edition that prints them, if it has the place; Arabic ones never lead into a superseded edition
  without a choice.
- A year means the edition that is called by it alone (``2024``); else all editions of an agreement that are called by it among
  other words (``2021–2024``, ``2024–2027``) or begin in it, and if none is called so those that end in it too. Where several
  of one agreement have the place all are offered, what begins in that year first: the older is never gone to silently.
- What the meant edition of an agreement lacks and another has is offered and said, never gone to: a printed citation without
  a year does not come to mean an older text because the newer left something out. Where the meant edition does not say how it
  stands and another is marked as in force, both are offered.
- Only one place beyond doubt is gone to at once. A level that is not there, a title half typed, a section without its
  article and a label printed twice are offers, because a wrong place looks like a right one. So is a place that two
  agreements in force have, one that only a local memorandum has, and one that was found while the table of a likelier
  agreement could not be loaded.
- Several citations in one entry are offered side by side, because no one of them is meant alone; what of them is not there
  is said.
- ``85g`` is 8.5.G if it can be cut in that way only and there is no Article 85.
- An anchor that is not on its page is mended by a script that is loaded only then: exact anchors cost every page 0.3 kB.
  What differs in capitals, in signs behind it or in words after it is gone to; what contradicts its page
  (``article-12/#8.5.G``) or is not there is answered by a line at the head of the page, because a reader who lands
  elsewhere than the address says must be told.
- An address that moved stands in the agreement's table too, and wins over every place that is only like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from contract_site.beside.corrected import listed_kinds
from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import list_title, lists_of
from contract_site.cite.addresses import Lists, page_url
from contract_site.cite.cite import citation, rank_word
from contract_site.cite.titles import display_title, shortened
from contract_site.data.script import script
from contract_site.model.agreement import agreement_of, answers_lists, as_meant, bare_rank
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision
from contract_site.model.page import DataFile, Entry
from contract_site.model.pinpoint import StepStyle
from contract_site.words.frame import status_key, status_words

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OPENING = 60
"""Characters of opening words that an offer shows."""


def goto_index(editions: Iterable[Edition], bare: Sequence[str] = ()) -> DataFile:
    """Return the index: a line for each edition, as a citation without a year means them.

    ``bare`` are the agreements, by id, that a citation means which names none.
    """
    return script("index.js", "goIndex", [_entry(each, bare_rank(each, bare)) for each in as_meant(editions, bare)])


def goto_comparisons(entries: Iterable[Entry]) -> DataFile:
    """Return the pages of all comparisons, as addresses that name two texts are looked up in: address, title, comparison.

    ``entries`` are what the site's contents say of comparisons. A file of its own, as few type such an address.
    """
    return script("index.js", "goComparisons", [row for entry in entries for row in _compared(entry, entry.title)])


def _compared(entry: Entry, whole: str) -> Iterator[list[str]]:
    if entry.path is not None:
        yield [page_url(entry.path).lstrip("/"), entry.title, "" if entry.title == whole else whole]
    for below in entry.below:
        yield from _compared(below, whole)


def goto_tables(edition: Edition, crossings: Crossings) -> Iterator[DataFile]:
    """Yield the table of an edition, and the opening words of each of its parts."""
    yield script(f"{edition.slug}.js", "goTables", _table(edition, crossings), edition.slug)
    for part in edition.parts:
        name = f"{edition.slug}/{part.id}"
        yield script(f"{name}.js", "goWords", [opening_words(part, each) for each in part.root.walk()], name)


def opening_words(part: Part, provision: Provision, most: int = OPENING) -> str:
    """Return the heading and first words of a provision (if it has none, of the first below it), ``most`` characters."""
    title = " ".join(display_title(part, provision).split())
    own = next(filter(None, map(_own_words, provision.walk())), "")
    if provision is part.root and not part.in_body:
        return shortened(own or title, most)
    return shortened(": ".join(filter(None, (title, own))) or provision.label.text, most)


def _own_words(provision: Provision) -> str:
    return " ".join(block.text for block in provision.blocks if block.kind is not BlockKind.CAPTION)


def _entry(edition: Edition, bare: int) -> list[object]:
    """What the index says of an edition.

    Slug, name, other names, status, whether it answers lists of another agreement, first and last year, what it implements and
    where, kinds of parts, articles, how near it is to what bare citations mean (1 the nearest, 0 not at all), what members
    of its field call an agreement that answers lists; then, where they say something else than the status and the slug, the
    status as scripts know it and the id of the agreement.
    """
    settings = edition.settings
    body = [part.root.pinpoint.anchor for part in edition.parts if part.in_body]
    kinds = {kind: None for part in edition.parts for kind in _kinds(part)}
    return [
        edition.slug,
        settings.brief,
        [settings.short, settings.title, settings.citation, *_without_year(edition)],
        status_words(edition),
        answers_lists(edition),
        settings.effective.year if settings.effective else 0,
        settings.expires.year if settings.expires else 0,
        settings.implements,
        settings.implements_at,
        " ".join(kinds),
        " ".join(body),
        bare,
        " ".join(edition.family.answers).lower(),
        *_said_otherwise(edition),
    ]


def _said_otherwise(edition: Edition) -> list[str]:
    """The status and the id of the agreement, each empty where the status or the slug says it; none that say nothing."""
    standing = status_key(edition) if status_key(edition) != status_words(edition) else ""
    agreement = agreement_of(edition) if agreement_of(edition) != edition.slug else ""
    return [standing, agreement] if agreement else [standing] if standing else []


def _without_year(edition: Edition) -> list[str]:
    """What one of many local agreements is called where nobody thinks of a year: ``Grey Rock Local``."""
    short = edition.settings.short
    name = " ".join(YEAR.sub(" ", short).split())
    return [name] if answers_lists(edition) and name != short and " " in name else []


def _kinds(part: Part) -> list[str]:
    """What a part can be called by kind: an appendix may be a memorandum too."""
    return list(dict.fromkeys((str(part.root.rank), *(["memorandum"] if part.memorandum else []))))


def _table(edition: Edition, crossings: Crossings) -> dict[str, object]:
    tables: list[list[object]] = []
    listed: list[list[object]] = []
    for index, part in enumerate(edition.parts):
        for block in (block for provision in part.root.walk() for block in provision.blocks):
            if block.table is not None and block.table.name:
                tables.append([block.table.name, index, block.anchor, shortened(block.table.title, OPENING)])
            if block.table is not None and block.table.lists == "memoranda":
                listed += [[row[0], index, block.anchor] for row in block.table.rows]
    return {
        "parts": [_part(part) for part in edition.parts],
        "tables": tables,
        "listed": listed,
        "lists": _lists(edition, crossings),
        "moved": _moved(edition, crossings),
    }


def _lists(edition: Edition, crossings: Crossings) -> list[list[str]]:
    """Addresses and titles of the pages that only list, and of those on which a long list goes on."""
    kinds = listed_kinds(edition, crossings.places(edition))
    return [
        *([each.kind.value, each.title] for each in lists_of(edition, crossings)),
        *([kind.page, f"{list_title(Lists.CORRECTIONS)}: {kind.title}"] for kind in kinds if kind.page),
    ]


def _moved(edition: Edition, crossings: Crossings) -> list[list[str]]:
    """Published addresses whose words have another address now, below the agreement's, and where they went."""
    ledger = crossings.relations.ledgers.get(edition.slug)
    return [[entry.old.removeprefix(f"{edition.slug}/"), entry.new] for entry in ledger.moved] if ledger else []


def _part(part: Part) -> list[str]:
    """Address, kinds, what its citations begin with, title, second address, and a line for each provision."""
    in_body = part.in_body
    cited = rank_word(part) if in_body else citation(part, part.root)
    return [part.id, " ".join(_kinds(part)), cited, part.title, part.also, "\n".join(_rows(part.root, 0))]


def _rows(provision: Provision, depth: int) -> Iterator[str]:
    """Lines of: depth, the last step of the anchor, how the step is cited, printed pages that begin, anchors of blocks."""
    steps = provision.pinpoint.steps
    style = ""
    if steps and steps[-1].style is StepStyle.BRACKETED:
        style = "("
    elif steps and steps[-1].style is StepStyle.NAMED:
        style = steps[-1].cited
    value = steps[-1].value if steps else provision.anchor
    cells = (str(depth), value, style, " ".join(_pages(provision)), " ".join(_blocks(provision)))
    yield "\t".join(cells).rstrip("\t")
    for child in provision.children:
        yield from _rows(child, depth + 1)


def _pages(provision: Provision) -> Iterator[str]:
    for words in (provision.label, provision.heading, *(block.words for block in provision.blocks)):
        yield from (mark.page for mark in words.marks if not mark.again)


def _blocks(provision: Provision) -> Iterator[str]:
    """Anchors of blocks below their provision's, ``p2-5`` for a run of paragraphs; named tables have their own list."""
    names = [name for block in provision.blocks if (name := _block_name(provision, block))]
    runs: list[list[str]] = []
    for before, name in pairwise(["", *names]):
        if before[:1] == name[:1] and before[1:].isdigit() and name[1:].isdigit() and int(name[1:]) == int(before[1:]) + 1:
            runs[-1] = [runs[-1][0], name[1:]]
        else:
            runs.append([name])
    yield from ("-".join(run) for run in runs)


def _block_name(provision: Provision, block: Block) -> str:
    if block.anchor == provision.anchor or (block.table is not None and block.table.name):
        return ""
    above = provision.pinpoint.anchor
    return block.anchor.removeprefix(f"{above}.") if above else block.anchor
