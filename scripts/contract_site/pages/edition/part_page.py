"""The page of one part: an article, a memorandum, an appendix, an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.terms import told_terms
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.say import say
from contract_site.model.document import BlockKind, Edition, Part, Provision
from contract_site.pages.edition.cited import asides_below, item_links, memorandum_lists, touching_memoranda
from contract_site.pages.edition.page_citations import page_citations
from contract_site.pages.edition.terms_page import term_asides
from contract_site.pages.kin.history_page import history_link
from contract_site.pages.kin.related import descent_links, related_links
from contract_site.pages.kin.twins import compared_links, twin_line, twin_links
from contract_site.words.asides import Aside, fold, row
from contract_site.words.beside_part import Beside
from contract_site.words.doubts import Doubts
from contract_site.words.escape import attribute, escape, escape_name, escape_start
from contract_site.words.frame import NOT_WORDS, breadcrumb, front_matter, part_title, status_line
from contract_site.words.markdown import first_doubts, first_page, render_body, title_line
from contract_site.words.moved import moved_away
from contract_site.words.notes import asides_above, editors_note


def part_page(edition: Edition, part: Part, before: Part | None, after: Part | None, crossings: Crossings) -> str:
    """Return the Markdown of a part's page, with links to the parts printed before and after it."""
    path = addresses.part_file(edition.slug, part.id)
    doubts = Doubts(edition, path)
    beside = _beside(path, edition, part, doubts, crossings)
    return "\n".join(
        filter(
            None,
            (
                _front_matter(edition, part, crossings),
                breadcrumb(edition, path, part.name if part.in_body else part.title),
                first_page(part),
                title_line(part),
                _status(edition, part),
                _memorandum_head(part),
                doubts.legend(part),
                first_doubts(beside),
                _above(path, edition, beside, crossings),
                render_body(beside),
                moved_away(
                    addresses.part_url(edition, part), path, crossings.relations.ledgers.get(edition.slug), _anchors(part)
                ),
                _pager(edition, path, before, after),
            ),
        )
    )


def _beside(path: PurePosixPath, edition: Edition, part: Part, doubts: Doubts, crossings: Crossings) -> Beside:
    """What stands beside the words of a part: notes, citations, histories, doubts."""
    told = told_terms(edition, part, crossings.relations.terms.get(edition.slug, ()))
    return Beside(
        part=part,
        notes=edition.notes_on(part),
        explanations=edition.explanations_on(part),
        groups={person.code: person.name for person in edition.settings.group},
        link=lambda page, anchor: addresses.link(path, addresses.part_file(edition.slug, page), anchor),
        title=lambda page: next((other.name for other in edition.parts if other.id == page), page),
        references=lambda block: crossings.of_block(edition, part, block),
        heading_references=crossings.of_heading(edition, part),
        link_to=lambda target: (crossings.href(path, target), crossings.preview(target, edition)),
        history=lambda provision: tuple(_history(path, edition, part, provision, crossings)),
        doubts=doubts,
        explained=lambda words: crossings.of_explanation(edition, words.start_of_text),
        told=lambda provision: (
            *term_asides(path, edition, provision, told, crossings),
            *asides_below(crossings, edition, part, provision),
        ),
    )


def _above(path: PurePosixPath, edition: Edition, beside: Beside, crossings: Crossings) -> str:
    """The one row above the words: what the part implements, its memoranda, its history, what else lies beside all of it."""
    part = beside.part
    asides = (*_other_edition_note(edition, part, crossings), *asides_above(beside))
    folds = (
        _implements(path, edition, part, crossings),
        touching_memoranda(crossings, edition, part),
        memorandum_lists(crossings, edition, part),
        _part_history(path, edition, beside, crossings),
        row(part, [(part.root, asides)], 0),
    )
    held = "".join(folds)
    return f'<div class="tools" {NOT_WORDS} markdown>\n\n{held}\n</div>\n' if held else ""


def _history(path: PurePosixPath, edition: Edition, part: Part, provision: Provision, crossings: Crossings) -> Iterator[Aside]:
    """What became of a provision in other texts, what is related to it there, and its history."""
    found = (
        *twin_links(crossings, path, edition, part, provision),
        *related_links(crossings.concorded, path, edition, part, provision),
    )
    history = history_link(crossings.histories, path, edition, part, provision)
    if line := twin_line((*(link for _, link in found), history)):
        yield Aside(tuple(name for name, _ in found) or (say("history"),), line)


def _part_history(path: PurePosixPath, edition: Edition, beside: Beside, crossings: Crossings) -> str:
    """The same of a part as a whole, folded."""
    part = beside.part
    links = (
        *compared_links(crossings, path, edition, part),
        *descent_links(crossings.concorded, path, edition, part),
        history_link(crossings.histories, path, edition, part),
    )
    lines = [twin_line(links, whole=True), *(aside.whole for aside in beside.history(part.root))]
    return fold("editions", say("History"), lines) if any(lines) else ""


def _front_matter(edition: Edition, part: Part, crossings: Crossings) -> str:
    citations = page_citations(edition, part, crossings.shared(edition))
    picture = addresses.picture(edition, part)
    return front_matter(edition, part_title(part), _description(edition, part), citations=citations, picture=str(picture))


def _description(edition: Edition, part: Part) -> str:
    blocks = (block for provision in part.root.walk() for block in provision.blocks)
    first = next((block.text for block in blocks if block.kind is not BlockKind.CAPTION), "")
    opening = " ".join(first.split())[:150]
    return f"{part_title(part)}, {edition.settings.title}: {opening}"


def _status(edition: Edition, part: Part) -> str:
    first, last = part.root.page, part.last_page
    if first is None:
        return status_line(edition, "")
    if last in (None, first):
        return status_line(edition, say("printed page\xa0{page}", page=first))
    return status_line(edition, say("printed pages\xa0{first}–{last}", first=first, last=last))


def _memorandum_head(part: Part) -> str:
    if not part.memorandum:
        return ""
    printed = [] if part.root.heading.text else [say("printed without a title")]
    form = escape_start(part.form) if part.form else say("Memorandum")
    return f"{' · '.join([form, *printed])}\n{{: .memo-facts {NOT_WORDS} }}\n"


def _implements(path: PurePosixPath, edition: Edition, part: Part, crossings: Crossings) -> str:
    """The national item that a local item implements, in its words, and whether the local title differs from them."""
    related = crossings.relations.implemented.get(edition.slug, {}).get(part.id)
    if related is None:
        return ""
    target = addresses.part_file(related.edition.slug, related.part.id)
    link = addresses.link(path, target, related.provision.anchor)
    national = " ".join(related.provision.text.split())
    told = [
        say(
            "[{citation}]({link}) of the {agreement}: “{words}”",
            citation=escape(citation(related.part, related.provision)),
            link=link,
            agreement=escape(related.edition.settings.brief),
            words=escape(national),
        )
    ]
    if _plain(national) != _plain(part.root.heading.text):
        told.append(say("The local title differs from these words."))
    if links := item_links(crossings, path, edition, part, part.root):
        told.append(say("All local memoranda side by side: {items}.", items=links))
    name = say("Implements\xa0{provision}", provision=related.provision.pinpoint)
    return fold("implements", name, [f"{' '.join(told)}\n"])


def _other_edition_note(edition: Edition, part: Part, crossings: Crossings) -> Iterator[Aside]:
    """What readers of a local memorandum are told where its page links into an edition that it does not mean."""
    related = part.id in crossings.relations.implemented.get(edition.slug, {})
    linked = related or any(target.slug != edition.slug for target in crossings.cites(edition, part))
    if linked and edition.settings.implements_note:
        yield editors_note(edition.settings.implements_note)


def _plain(text: str) -> str:
    """The text without case and punctuation, to compare titles."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))


def _pager(edition: Edition, path: PurePosixPath, before: Part | None, after: Part | None) -> str:
    links = []
    if before is not None:
        target = addresses.link(path, addresses.part_file(edition.slug, before.id))
        links.append(f"[← {escape_name(_short(before))}]({target}){{: .prev rel=prev }}")
    if after is not None:
        target = addresses.link(path, addresses.part_file(edition.slug, after.id))
        links.append(f"[{escape_name(_short(after))} →]({target}){{: .next rel=next }}")
    body = " ".join(links)
    label = attribute(say("Previous and next"))
    return f'<nav class="pager" aria-label="{label}" {NOT_WORDS} markdown>\n\n{body}\n\n</nav>\n'


def _short(part: Part) -> str:
    return part_title(part) if len(part_title(part)) < 60 else part_title(part)[:57].rstrip() + "…"


def _anchors(part: Part) -> set[str]:
    """Every anchor of a part's words."""
    provisions = list(part.root.walk())
    return {each.anchor for each in provisions} | {block.anchor for each in provisions for block in each.blocks}
