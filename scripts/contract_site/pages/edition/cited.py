"""Lists of references beside the parties' words: what cites a provision, which memoranda touch it, what they cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from contract_site.beside.crossings import CitedBy, Crossings
from contract_site.cite import addresses
from contract_site.cite.cite import page_range
from contract_site.model.agreement import stands_below
from contract_site.model.citation import Target
from contract_site.model.document import Edition, Part, Provision
from contract_site.words.escape import escape
from contract_site.words.frame import NOT_WORDS

SAID = {
    "suspends": ("suspends it", "suspends"),
    "adds": ("adds to it", "adds to"),
    "amends": ("amends it", "amends"),
    "excepts": ("makes an exception to it", "makes an exception to"),
    "disapplies": ("says that it does not apply", "does not apply"),
    "keeps": ("says that it stays as it is", "leaves unchanged"),
    "interprets": ("interprets it", "interprets"),
    "applies": ("applies it", "applies"),
    "about": ("names it in its title", "is about"),
    "cites": ("cites it", "cites"),
    "noted": ("points to it", "noted at"),
}
"""How readers are told what the words of a memorandum say of a provision: after its name, and before the provision's."""


def below_provision(crossings: Crossings, edition: Edition, part: Part, provision: Provision) -> Iterator[str]:
    """Yield what stands below a provision's first words: the local items that implement it, and what cites it."""
    path = addresses.part_file(edition.slug, part.id)
    local = crossings.local_items(edition, provision)
    links = item_links(crossings, path, edition, part, provision)
    if local:
        items = ", ".join(
            f"[{escape(place.edition.settings.brief)}, {escape(place.part.name)}]"
            f"({addresses.link(path, addresses.part_file(place.edition.slug, place.part.id))})"
            for place in local
        )
        together = f" · side by side: {links}" if links else ""
        yield f'<div class="note local" {NOT_WORDS} markdown>\n\n**Local memoranda:** {items}{together}\n\n</div>\n'
    elif links and not stands_below(edition):
        yield f"Local memoranda on the same subject: {links}\n{{: .twin {NOT_WORDS} }}\n"
    for words, note in crossings.editors_choices(edition, part, provision):
        yield (
            f'<div class="note editor" {NOT_WORDS} markdown>\n\n**Editors’ note** on “{escape(words)}”. '
            f"{escape(note)}\n\n</div>\n"
        )
    targets = [Target(edition.slug, part.id, provision.anchor)]
    targets += [Target(edition.slug, part.id, block.anchor) for block in provision.blocks if block.anchor != provision.anchor]
    if provision is part.root:
        targets.append(Target(edition.slug, part.id, ""))
    cited = list(dict.fromkeys(each for target in targets for each in crossings.cited_by(path, edition, target)))
    if cited:
        yield _details(f"Cited by {len(cited)}", [_cited_row(each) for each in cited])


def item_links(crossings: Crossings, path: PurePosixPath, edition: Edition, part: Part, provision: Provision) -> str:
    """Return links to the items on whose pages a provision stands beside what local memoranda say; nothing if on none."""
    return ", ".join(
        f"[item {escape(number)}]({addresses.link(path, addresses.local_items_file(number))})"
        for number in crossings.item_numbers(edition, part, provision)
    )


def touching_memoranda(crossings: Crossings, edition: Edition, part: Part) -> str:
    """Return the list of memoranda that cite an article or are noted at it, folded; or nothing."""
    if not part.in_body:
        return ""
    path = addresses.part_file(edition.slug, part.id)
    memoranda = crossings.memoranda_of(edition, part)
    if not memoranda:
        return ""
    rows = [_memo_row(crossings, edition, path, memo, places) for memo, places in memoranda]
    return _details(f"Memoranda ({len(rows)})", rows, "memoranda")


def memorandum_lists(crossings: Crossings, edition: Edition, part: Part) -> str:
    """Return, for a memorandum, what it cites and where it is cited from; or nothing."""
    if not part.memorandum:
        return ""
    path = addresses.part_file(edition.slug, part.id)
    cites = [
        f"- [{escape(crossings.name(target, edition))}]({crossings.href(path, target)})"
        for target in crossings.cites(edition, part)
    ]
    return _details(f"Cites {len(cites)}", cites, "memoranda") if cites else ""


def _details(summary: str, rows: Sequence[str], kind: str = "cited") -> str:
    listed = "\n".join(rows)
    return f'<details class="{kind}" {NOT_WORDS} markdown>\n<summary>{summary}</summary>\n\n{listed}\n\n</details>\n'


def _cited_row(each: CitedBy) -> str:
    relation = f" ({SAID[each.relation][0]})" if each.from_memorandum else ""
    return f"- [{escape(each.name)}]({each.href}){relation}: “{escape(each.sentence)}”"


def _memo_row(
    crossings: Crossings, edition: Edition, path: PurePosixPath, memo: Part, places: Sequence[tuple[str, Target]]
) -> str:
    link = addresses.link(path, addresses.part_file(edition.slug, memo.id))
    by_relation: dict[str, list[str]] = {}
    for relation, target in places:
        where = f"[{escape(target.anchor)}]({crossings.href(path, target)})"
        by_relation.setdefault(SAID[relation][1], []).append(where)
    said = "; ".join(f"{relation} {', '.join(where)}" for relation, where in by_relation.items())
    return f"- [{escape(memo.title)}]({link}) ({page_range(memo.root.page, memo.root.page)}): {said}"
