"""Lists of references beside the parties' words: what cites a provision, which memoranda touch it, what they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.crossings import CitedBy, Crossings
from contract_site.cite import addresses
from contract_site.cite.cite import page_range
from contract_site.interface.say import counted, later, say
from contract_site.model.agreement import stands_below
from contract_site.model.citation import Target
from contract_site.model.document import Edition, Part, Provision
from contract_site.words.asides import Aside, fold
from contract_site.words.escape import escape
from contract_site.words.notes import NOTE

SAID = {
    "suspends": (later("suspends it"), later("suspends {places}")),
    "adds": (later("adds to it"), later("adds to {places}")),
    "amends": (later("amends it"), later("amends {places}")),
    "excepts": (later("makes an exception to it"), later("makes an exception to {places}")),
    "disapplies": (later("says that it does not apply"), later("does not apply {places}")),
    "keeps": (later("says that it stays as it is"), later("leaves unchanged {places}")),
    "interprets": (later("interprets it"), later("interprets {places}")),
    "applies": (later("applies it"), later("applies {places}")),
    "about": (later("names it in its title"), later("is about {places}")),
    "cites": (later("cites it"), later("cites {places}")),
    "noted": (later("points to it"), later("noted at {places}")),
}
"""How readers are told what the words of a memorandum say of a provision: after its name, and of several by their names."""


def asides_below(crossings: Crossings, edition: Edition, part: Part, provision: Provision) -> Iterator[Aside]:
    """Yield what others say of a provision: editors of its references, what cites and touches it, local memoranda."""
    path = addresses.part_file(edition.slug, part.id)
    for words, note in crossings.editors_choices(edition, part, provision):
        told = say("**Editors’ note** on “{words}”. {note}", words=escape(words), note=escape(note))
        yield Aside((say(NOTE),), f"{told}\n")
    yield from _citing_asides(crossings, path, edition, part, provision)
    yield from _local(crossings, path, edition, part, provision)


def _citing_asides(
    crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision
) -> Iterator[Aside]:
    """What cites a provision, which memoranda touch it or are noted in its words, and which lists name it."""
    cited = list(dict.fromkeys(_citing(crossings, path, edition, part, provision)))
    listed = [each for each in cited if each.listed]
    by_memo = [each for each in cited if each.from_memorandum and not each.listed and each.page != part.id]
    plain = [each for each in cited if not each.listed and each not in by_memo]
    pages = {each.page for each in by_memo}
    noted = [memo for memo in crossings.noted_at(edition, part, provision) if memo.id not in pages]
    names = [counted("{number}\xa0cites it", "{number}\xa0cite it", len(plain))] if plain else []
    if memoranda := len(pages) + len(noted):
        names.append(counted("{number}\xa0memorandum", "{number}\xa0memoranda", memoranda))
    if names:
        rows = ["- " + say("{memorandum}: noted here", memorandum=_memo_link(path, edition, memo)) for memo in noted]
        yield Aside(tuple(names), _list([*map(_cited_row, (*plain, *by_memo)), *rows]))
    if listed:
        where = ", ".join(dict.fromkeys(f"[{escape(each.name)}]({each.href})" for each in listed))
        yield Aside(() if names else (say("listed"),), say("**Listed in** {places}", places=where) + "\n")


def _citing(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision) -> Iterator[CitedBy]:
    """What cites a provision, any paragraph of it or, for the whole of a part, its page."""
    anchors = [provision.anchor, *(block.anchor for block in provision.blocks), *([""] if provision is part.root else [])]
    for anchor in dict.fromkeys(anchors):
        yield from crossings.cited_by(path, edition, Target(edition.slug, part.id, anchor))


def _local(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision) -> Iterator[Aside]:
    """The local items that implement a provision, and where local memoranda stand side by side on its subject."""
    local = crossings.local_items(edition, provision)
    links = item_links(crossings, path, edition, part, provision)
    if local:
        items = ", ".join(
            f"[{escape(place.edition.settings.brief)}, {escape(place.part.name)}]"
            f"({addresses.link(path, addresses.part_file(place.edition.slug, place.part.id))})"
            for place in local
        )
        told = [
            say("**Local memoranda:** {items}", items=items),
            *([say("side by side: {items}", items=links)] if links else []),
        ]
        name = counted("{number}\xa0local memorandum", "{number}\xa0local memoranda", len(local))
        yield Aside((name,), f"{' · '.join(told)}\n{{: .local }}\n")
    elif links and not stands_below(edition):
        told_of = say("Local memoranda on the same subject: {items}", items=links)
        yield Aside((say("local memoranda"),), f"{told_of}\n{{: .twin }}\n")


def item_links(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision) -> str:
    """Return links to the items on whose pages a provision stands beside what local memoranda say; nothing if on none."""
    found = [
        (each.number, addresses.local_items_file(each.below, each.number))
        for each in crossings.items_at(edition, part, provision)
    ]
    return ", ".join(
        say("[item {number}]({link})", number=escape(number), link=addresses.link(path, page)) for number, page in found
    )


def touching_memoranda(crossings: Crossings, edition: Edition, part: Part) -> str:
    """Return the list of all memoranda that cite anything in an article or are noted there, folded; or nothing."""
    if not part.in_body:
        return ""
    path = addresses.part_file(edition.slug, part.id)
    memoranda = crossings.memoranda_of(edition, part)
    if not memoranda:
        return ""
    rows = [_memo_row(crossings, edition, path, memo, places) for memo, places in memoranda]
    return fold("memoranda", say("Memoranda\xa0({count})", count=len(rows)), [_list(rows)])


def memorandum_lists(crossings: Crossings, edition: Edition, part: Part) -> str:
    """Return, for a memorandum, what it cites and where it is cited from; or nothing."""
    if not part.memorandum:
        return ""
    path = addresses.part_file(edition.slug, part.id)
    cites = [
        f"- [{escape(crossings.name(target, edition))}]({crossings.href(path, target)})"
        for target in crossings.cites(edition, part)
    ]
    return fold("memoranda", say("Cites\xa0{count}", count=len(cites)), [_list(cites)]) if cites else ""


def _list(rows: Iterable[str]) -> str:
    return "\n".join([*rows, ""])


def _cited_row(each: CitedBy) -> str:
    relation = f" ({say(SAID[each.relation][0])})" if each.from_memorandum else ""
    return f"- [{escape(each.name)}]({each.href}){relation}: “{escape(each.sentence)}”"


def _memo_row(
    crossings: Crossings, edition: Edition, path: PurePosixPath, memo: Part, places: Sequence[tuple[str, Target]]
) -> str:
    by_relation: dict[str, list[str]] = {}
    for relation, target in places:
        where = f"[{escape(target.anchor)}]({crossings.href(path, target)})"
        by_relation.setdefault(SAID[relation][1], []).append(where)
    said = "; ".join(say(relation, places=", ".join(where)) for relation, where in by_relation.items())
    return f"- {_memo_link(path, edition, memo)}: {said}"


def _memo_link(path: PurePosixPath, edition: Edition, memo: Part) -> str:
    """A memorandum by its title, with its printed page."""
    link = addresses.link(path, addresses.part_file(edition.slug, memo.id))
    return f"[{escape(memo.title)}]({link}) ({page_range(memo.root.page, memo.root.page)})"
