"""What search finds: a record for every provision that has words, and one for every table. Editors' words are in none.

- What is searched comes from the model, a record an address, because pages also hold what editors added. Every word of a
  provision is in one record and no other, so that nothing is found twice; a table is a record of its own.
- Members' words and misspelt ones are dealt with before an index is asked; a real word is never corrected.
- Letters in two forms (ligatures, accents, full-width, ½) are searched as one: ``fold.js`` and ``model/searched_words.py``
  do the same to what is typed and what is indexed.
- The dialog keeps its words in the entry of the browser's history, because “back” from a result has to return to the
  results.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contract_site.beside.crossings import Crossings
from contract_site.beside.lists import list_title, lists_of_figures
from contract_site.cite import addresses
from contract_site.cite.cite import citation, table_word
from contract_site.cite.titles import display_title
from contract_site.interface.say import later, say
from contract_site.model.agreement import answers_lists, as_found
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.place import Container
from contract_site.model.search_record import SearchedAgreement, SearchRecord
from contract_site.words.frame import status_key, status_words

Changes = tuple[Sequence[str], Sequence[tuple[str, str, Sequence[str]]]]
"""Ids of parts that have a history; titles and addresses of comparisons, and the parts that have a page of their own there."""
KINDS = {"memo": "memorandum", "appendix": "appendix", "supplement": "supplement", "attachment": "attachment"}
"""What filters call the containers beside the main body."""
BESIDE = 0.6
"""How much words count outside the articles and items: memoranda, reprints in an appendix, supplements."""
LISTED = later("Memoranda that the agreement lists by title only; their words are not printed in it.")
"""What a result says of a list whose rows are found."""
STANDING = {"superseded": 0.5, "tentative": 0.8}
"""How much the words of an edition count that is not, or not yet, what applies."""


def searched_agreements(editions: Sequence[Edition]) -> list[SearchedAgreement]:
    """Return the records of editions, of which it is not known what lies beside them, in the order of results."""
    return [searched_alone(edition) for edition in as_found(editions)]


def searched_alone(edition: Edition) -> SearchedAgreement:
    """Return the records of an edition of which it is not known what lies beside it."""
    return SearchedAgreement(
        slug=edition.slug,
        title=edition.settings.brief,
        status=status_words(edition),
        standing=status_key(edition),
        records=tuple(search_records(edition)),
        language=edition.settings.language,
        lists=tuple(
            (list_title(kind), addresses.url(edition.slug, kind).removeprefix("/")) for kind in lists_of_figures(edition)
        ),
    )


def changes_of(edition: Edition, crossings: Crossings) -> Changes:
    """Return where who asks what changed in an edition is sent: its parts with histories, its comparisons."""
    histories = tuple(part.id for part in edition.parts if crossings.histories.has(edition, part))
    return histories, tuple(_comparisons(edition.slug, crossings))


def with_changes(searched: SearchedAgreement, changes: Changes) -> SearchedAgreement:
    """Return the records of an edition, of which it is known what lies beside it."""
    histories, comparisons = changes
    return replace(
        searched, histories=tuple(histories), comparisons=tuple((title, url, tuple(pages)) for title, url, pages in comparisons)
    )


def _comparisons(slug: str, crossings: Crossings) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the comparisons of an edition with another: of those word by word none with what only reprints it."""
    by_words = [each for each in crossings.compared if each.comparison.settings.kind == "editions"]
    compared = [(each.comparison.settings, tuple(part.id for part in each.parts)) for each in by_words]
    for settings, pages in (*compared, *((each.settings, ()) for each in crossings.relations.concordances)):
        if slug in (settings.before, settings.after):
            yield settings.title, addresses.comparison_url(settings.before, settings.after).removeprefix("/"), pages


def search_records(edition: Edition) -> Iterator[SearchRecord]:
    """Yield the records of an edition, in printed order."""
    for part in edition.parts:
        yield from _records(edition, part, (part.root,))


def _records(edition: Edition, part: Part, trail: tuple[Provision, ...]) -> Iterator[SearchRecord]:
    provision = trail[-1]
    heading = provision.heading.text or (part.title if provision is part.root else "")
    text = "\n\n".join(block.text for block in provision.blocks if block.table is None)
    above = tuple(title for each in trail[:-1] if (title := display_title(part, each)))
    if heading or text:
        yield SearchRecord(
            url=_url(edition, part, provision.anchor),
            citation=citation(part, provision),
            kind=_kind(edition, part),
            trail=above,
            heading=heading,
            text=text,
            weight=_weight(edition, part),
        )
    own = tuple(filter(None, (display_title(part, provision),)))
    for block in provision.blocks:
        if block.table is not None:
            yield _table_record(edition, part, provision, block, (*above, *own))
    for child in provision.children:
        yield from _records(edition, part, (*trail, child))


def _table_record(edition: Edition, part: Part, provision: Provision, block: Block, trail: tuple[str, ...]) -> SearchRecord:
    table = block.table
    assert table is not None
    heading = " ".join(filter(None, (table.name, table.title)))
    return SearchRecord(
        url=_url(edition, part, block.anchor),
        citation=", ".join(filter(None, (citation(part, provision), table.name or table_word(part)))),
        kind="table",
        trail=trail,
        heading=heading,
        text=table.plain.removeprefix(heading).lstrip("\n"),
        labels=tuple(filter(None, (table.spanner, *table.columns, *(row[0] for row in table.rows if row)))),
        note=say(LISTED) if table.lists == "memoranda" else "",
        weight=_weight(edition, part),
    )


def _kind(edition: Edition, part: Part) -> str:
    if answers_lists(edition):
        return "local"
    if part.in_body:
        return "article"
    container = Container(part.container).kind.partition("-")[0]
    return KINDS.get(container, "other")


def _weight(edition: Edition, part: Part) -> float:
    return round(STANDING.get(edition.settings.status, 1.0) * (1.0 if part.in_body else BESIDE), 2)


def _url(edition: Edition, part: Part, anchor: str) -> str:
    return addresses.part_url(edition, part, anchor).removeprefix("/")
