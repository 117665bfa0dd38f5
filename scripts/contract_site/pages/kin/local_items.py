"""The pages of local items: one an item, with the national words, what each local memorandum says, and its forerunners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from contract_site.beside.crossings import Crossings
from contract_site.beside.items import Item, forerunner_anchor
from contract_site.cite import addresses
from contract_site.cite.cite import citation
from contract_site.interface.say import counted, later, say
from contract_site.model.citation import Target
from contract_site.model.comparison import Change, ComparisonSettings, Forerunner, Row
from contract_site.model.page import Entry, Listed, Page
from contract_site.model.place import PlaceName
from contract_site.model.relation import Place
from contract_site.pages.kin.comparison_frame import COMPARISONS, head, pager, row_note
from contract_site.pages.kin.quoted import quoted
from contract_site.words import marks
from contract_site.words.escape import escape, escape_start
from contract_site.words.frame import NOT_WORDS, status_words, way
from contract_site.words.long_lists import narrowing
from contract_site.words.words import title_attribute

LOCAL = later("Local items")
WITHOUT = later("Local items without a national item")
WORDS_WHOLE = later("The words of each are shown whole; the labels lead to them in their place.")
WORDS_LED_TO = later("Each of them is a line, which leads to its words.")
WHOLE = 12
"""Local memoranda whose words an item's page shows, one below the other; more are a line each."""


@dataclass(frozen=True, slots=True)
class _ItemList:
    """The items whose pages stand together, and what an editor says of them."""

    settings: ComparisonSettings
    items: Sequence[Item]

    def file(self, number: str = "") -> PurePosixPath:
        """The Markdown file of the list, or of one of its items."""
        return addresses.local_items_file(self.settings.address, number)


def _lists(crossings: Crossings) -> Iterator[_ItemList]:
    """Yield the lists of items: those whose pages are ``/compare/local/`` together, each other by itself."""
    settings: dict[str, ComparisonSettings] = {}
    for each in crossings.relations.local_items:
        settings.setdefault(each.settings.address, each.settings)
    for below, own in sorted(settings.items()):
        if items := [item for item in crossings.items if item.below == below]:
            yield _ItemList(own, items)


def local_pages(crossings: Crossings) -> Iterator[Page]:
    """Yield each list of local items, and the page of each item; nothing if no comparison of items is kept."""
    for listed in _lists(crossings):
        yield _home(listed, crossings)
        around = zip([None, *listed.items], listed.items, [*listed.items[1:], None], strict=False)
        yield from (_page(item, (before, after), listed, crossings) for before, item, after in around)


def local_entries(crossings: Crossings) -> Iterator[Entry]:
    """Yield the section of the site's contents that the pages of each list stand in."""
    for listed in _lists(crossings):
        title = listed.settings.title if listed.settings.address else say(LOCAL)
        below = (Entry(_titled(item), listed.file(item.number)) for item in listed.items)
        yield Entry(title, None, (Entry(title, listed.file()), *below))


def local_listed(crossings: Crossings, slug: str = "") -> Iterator[Listed]:
    """Yield what lists of comparisons say of the local items; the list of one edition counts those that have its words."""
    for listed in _lists(crossings):
        memoranda = {place.edition.slug for item in listed.items for place, _ in item.local}
        own = [item for item in listed.items if not slug or any(place.edition.slug == slug for place in item.places)]
        if not own and listed.settings.address:
            continue
        told = counted("{number} item", "{number} items", len(own))
        if not slug:
            told += ", " + counted("{number} local memorandum", "{number} local memoranda", len(memoranda))
        slugs = dict.fromkeys(place.edition.slug for item in listed.items for place in item.places)
        yield Listed(listed.settings.title, listed.file(), told, tuple(slugs))


def _titled(item: Item) -> str:
    return say("Item {number}. {title}", number=item.number, title=item.title)


# The list -------------------------------------------------------------------------------------------------------------


def _home(listed: _ItemList, crossings: Crossings) -> Page:
    path, settings = listed.file(), listed.settings
    about = say("{title}: what each local memorandum says on each item.", title=settings.title)
    rows = "\n".join(_listed(item, path) for item in listed.items)
    text = "\n".join(
        (
            head(settings.title, about, hide=("toc",)),
            _breadcrumb(path, listed),
            f"# {escape_start(settings.title)} {{: #compared }}\n",
            *([f"{escape_start(settings.note)}\n"] if settings.note else []),
            f'<div class="agreements items" {NOT_WORDS} markdown>\n\n{rows}\n\n</div>\n',
            *_without_item(crossings, listed),
        )
    )
    return Page(path, text)


def _listed(item: Item, path: PurePosixPath) -> str:
    page = addresses.local_items_file(item.below, item.number)
    has = [
        f"[{escape(place.edition.settings.brief)}]({addresses.link(path, page, place.edition.slug)})" for place, _ in item.local
    ]
    facts = [say("In {memoranda}", memoranda=", ".join(has)) if has else say("In no local memorandum here")]
    if item.silent:
        silent = ", ".join(escape(edition.settings.brief) for edition in item.silent)
        facts.append(say("nothing in {memoranda}", memoranda=silent))
    before = [
        f"[{escape(_short_name(place))}]({addresses.link(path, page, forerunner_anchor(place))})"
        for _, _, place in item.forerunners
    ]
    if len(has) + len(item.silent) > WHOLE:
        facts = [say("In {have} of {all} local memoranda", have=len(has), all=len(has) + len(item.silent))]
    elif before:
        facts.append(say("before: {places}", places=", ".join(dict.fromkeys(before))))
    return f"- [{escape(_titled(item))}]({addresses.link(path, page)})\n  {' · '.join(facts)}"


def _short_name(place: Place) -> str:
    return f"{place.edition.settings.short}, {citation(place.part, place.provision)}"


def _without_item(crossings: Crossings, listed: _ItemList) -> Iterator[str]:
    """Yield the local items that implement no national item: their numbers are not in its list."""
    rows = [
        (crossings.relations.editions[comparison.settings.after], row.after[0])
        for each in crossings.relations.local_items
        if each.settings.address == listed.settings.address
        for comparison in each.comparisons
        for row in comparison.rows
        if row.change is Change.ADDED
    ]
    if rows:
        yield f"## {say(WITHOUT)} {{: #without }}\n"
        for edition, unit in rows:
            link = addresses.link(listed.file(), addresses.part_file(edition.slug, unit.page))
            yield f"- [{escape(edition.settings.brief)}, {escape(unit.text)}]({link})"
        yield ""


# The page of an item --------------------------------------------------------------------------------------------------


def _page(item: Item, around: tuple[Item | None, Item | None], listed: _ItemList, crossings: Crossings) -> Page:
    path = listed.file(item.number)
    name, title, have = say("Item {number}", number=item.number), _titled(item), _having(item)
    about = say("{item} of local memoranda, {title}: {have}", item=name, title=item.title, have=have)
    shown = say(WORDS_WHOLE if len(item.local) <= WHOLE else WORDS_LED_TO)
    text = "\n".join(
        (
            head(title, about, hide=("toc",)),
            _breadcrumb(path, listed, name),
            f"# {escape_start(title)} {{: #compared }}\n",
            f"{have} {shown}\n",
            *_texts(item, path, crossings),
            *_silence(item),
            *(_forerunner(*each, path, crossings) for each in item.forerunners),
            _pager(around, path),
        )
    )
    return Page(path, text)


def _texts(item: Item, path: PurePosixPath, crossings: Crossings) -> Iterator[str]:
    """Yield the national words and those of each local memorandum; of many memoranda a line each, below what they answer."""
    if len(item.local) <= WHOLE:
        yield from (_text(place, path, crossings, _national_title(place)) for place in item.national)
        yield from (_text(place, path, crossings, _local_title(place), row) for place, row in item.local)
        return
    yield from narrowing(path, ".memoranda li", len(item.local))
    for national in item.national:
        yield _text(national, path, crossings, _national_title(national))
        yield from _lines(item, national.edition.slug, path, crossings)


def _lines(item: Item, national: str, path: PurePosixPath, crossings: Crossings) -> Iterator[str]:
    """Yield a line for each local memorandum that answers an agreement, by its slug; its link shows the words."""
    own = [place for place, _ in item.local if place.edition.settings.implements == national]
    if own:
        yield f'<div class="memoranda" {NOT_WORDS} markdown>\n'
        for place in own:
            target = addresses.link(path, addresses.part_file(place.edition.slug, place.part.id), place.provision.anchor)
            at = Target(place.edition.slug, place.part.id, place.provision.anchor)
            said = title_attribute(crossings.preview(at, place.edition))
            name, title = escape(place.edition.settings.brief), escape(place.provision.heading.text)
            yield f'- [{name}]({target} "{said}"){{: .ref #{place.edition.slug} }} {title}'
        yield "\n</div>\n"


def _having(item: Item) -> str:
    """How many local memoranda have the item, of how many."""
    have, all_of = len({place.edition.slug for place, _ in item.local}), len(item.local) + len(item.silent)
    if all_of == 1:
        return counted("{number} of 1 local memorandum has this item.", "{number} of 1 local memorandum have this item.", have)
    return counted(
        "{number} of {all} local memoranda has this item.",
        "{number} of {all} local memoranda have this item.",
        have,
        all=all_of,
    )


def _national_title(place: Place) -> str:
    return f"{place.edition.settings.brief}, {citation(place.part, place.provision)}"


def _local_title(place: Place) -> str:
    return f"{place.edition.settings.brief}, {place.part.name}"


def _text(place: Place, path: PurePosixPath, crossings: Crossings, title: str, row: Row | None = None) -> str:
    """One text on the item, whole, at an address of its own."""
    return "\n".join(
        (*_opened(place.edition.slug, place, path, title), *_own_title(place, row), *quoted(place, path, crossings), "</div>\n")
    )


def _opened(anchor: str, place: Place, path: PurePosixPath, title: str) -> Iterator[str]:
    target = addresses.link(path, addresses.part_file(place.edition.slug, place.part.id), place.provision.anchor)
    yield f'<div class="row item" id="{anchor}" markdown>\n'
    yield f"## {escape_start(title)} {{: #{anchor}.words .title }}\n"
    there, own = say("In its place"), say("Link to these words")
    yield (
        f"[{there}]({target}){{: .cite }} {escape(status_words(place.edition))} [{own}](#{anchor}){{: .self }}\n"
        f"{{: .what {NOT_WORDS} }}\n"
    )


def _own_title(place: Place, row: Row | None = None) -> Iterator[str]:
    """The printed heading; that of a local item with what differs from the national words marked."""
    if not place.provision.heading.text:
        return
    if row is None or not row.after[0].heading:
        yield f"{escape_start(place.provision.heading.text)}\n{{: .own-title }}\n"
        return
    yield f"{marks.newer(row, ())}\n{{: .own-title }}\n"
    if row.rewritten:
        yield _legend(say("The title has other words than the national item."))
    elif row.change is not Change.UNCHANGED:
        yield _legend(say("Title; what differs from the national words is marked."))


def _legend(said: str) -> str:
    return f"{said}\n{{: .legend {NOT_WORDS} }}\n"


def _silence(item: Item) -> Iterator[str]:
    if item.silent:
        names = ", ".join(escape(edition.settings.brief) for edition in item.silent)
        yield say("No such item is in: {memoranda}.", memoranda=names) + f"\n{{: .silent {NOT_WORDS} }}\n"


def _forerunner(each: Forerunner, option: Place, place: Place, path: PurePosixPath, crossings: Crossings) -> str:
    page = addresses.part_file(option.edition.slug, option.part.id)
    listed = addresses.link(path, page, PlaceName.within(each.option).anchor)
    note = [row_note(each.note)] if each.note else []
    before = f"{place.edition.settings.brief}, {citation(place.part, place.provision)}"
    option_link = f"[{escape(option.part.title)}]({listed})"
    return "\n".join(
        (
            *_opened(forerunner_anchor(place), place, path, say("Before: {place}", place=before)),
            _legend(say("Open to local negotiation then, by {list}.", list=option_link)),
            *note,
            *_own_title(place),
            *quoted(place, path, crossings),
            "</div>\n",
        )
    )


def _breadcrumb(path: PurePosixPath, listed: _ItemList, here: str = "") -> str:
    return way(path, here, (say(COMPARISONS), addresses.COMPARISONS), (listed.settings.title, listed.file()))


def _pager(around: tuple[Item | None, Item | None], path: PurePosixPath) -> str:
    links = []
    for item, form, kind in zip(around, ("← {}", "{} →"), ("prev", "next"), strict=True):
        if item is not None:
            target = addresses.link(path, addresses.local_items_file(item.below, item.number))
            name = escape(say("Item {number}", number=item.number))
            links.append(f"[{form.format(name)}]({target}){{: .{kind} rel={kind} }}")
    return pager(links)
