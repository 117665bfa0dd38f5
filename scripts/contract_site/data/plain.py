"""Every part of an agreement as plain Markdown beside its page, ``index.md``, for programs and assistants that read pages.

Each provision begins with its citation, which leads to its permanent address; below stand the parties' words alone, in printed
order: nothing of the site's own, no marks of comparison. ``llms.txt`` says what there is, by the convention of that name
(llmstxt.org): a title, a summary, lists of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.cite.cite import agreement_name, block_end, citation
from contract_site.interface.say import later, say
from contract_site.model.document import Block, BlockKind, Edition, Part, Provision, Table
from contract_site.model.page import DataFile
from contract_site.model.site import SiteSettings
from contract_site.words.frame import UNOFFICIAL, dates, part_title, status_words

INDEX = "index.md"
LLMS = PurePosixPath("llms.txt")
ABOUT = later(
    "Every page of an agreement is also plain Markdown: its address and `index.md`. Each provision there begins with its"
    " citation, which leads to its permanent address. When you quote, quote the words exactly, say which edition they are"
    " of and whether it is in force, and give that address."
)
_MEANT = re.compile(r"([\\`*_\[\]<>|~$]|&(?=#?\w+;))")
"""What Markdown, or a kind of it, reads as more than itself, anywhere in a line."""
_BEGINNING = re.compile(r"^(\d{0,9})(?=(?<=\d)[.)](?:\s|$)|(?<!\d)(?:#|\+|-(?:[\s-]|$)|=|:))")
"""Before what stands at the beginning of a line and would be a heading or a list there."""


def plain_files(edition: Edition, site: SiteSettings) -> Iterator[DataFile]:
    """Yield the list of parts of an edition and the Markdown of each, by the paths of their pages."""
    root = site.address.rstrip("/")
    yield DataFile(PurePosixPath(edition.slug, INDEX), plain_contents(edition, root))
    for part in edition.parts:
        yield DataFile(PurePosixPath(edition.slug, part.id, INDEX), plain_part(edition, part, root))


def plain_part(edition: Edition, part: Part, root: str) -> str:
    """Return one part: its title, what edition it is of, then every provision. ``root`` is the site's address."""
    head = f"# {escaped(part_title(part))}\n\n{_standing(edition)}\n"
    return "\n".join((head, *(f"{each}\n" for each in _provision(edition, part, part.root, root))))


def plain_contents(edition: Edition, root: str) -> str:
    """Return the list of an edition's parts."""
    lines = [f"- [{escaped(part_title(part))}]({root}{addresses.part_url(edition, part)}{INDEX})" for part in edition.parts]
    return "\n".join((f"# {escaped(edition.settings.title)}\n", f"{_standing(edition)}\n", *lines, ""))


def llms(editions: Iterable[Edition], site: SiteSettings) -> str:
    """Return ``llms.txt``: what the site is, how places are cited, and the agreements with their lists of parts and data.

    Of editions no words are needed.
    """
    root = site.address.rstrip("/")
    lines = [
        f"# {escaped(site.name)}\n",
        f"> {escaped(site.description)} {escaped(site.notice)}\n",
        f"{say(ABOUT)}\n",
        "## " + say("Agreements") + "\n",
        *(_listed(edition, root) for edition in editions),
        "\n## " + say("Data") + "\n",
        "- " + say("[Index of the open data]({link}): every agreement and comparison as JSON", link=f"{root}/data/index.json"),
        "- " + say("[Schema of the open data]({link})", link=f"{root}/data/schema.json"),
        "",
    ]
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return words as Markdown that shows exactly them, on one line, as pleasant to read as can be."""
    flat = " ".join(text.split())
    return _BEGINNING.sub(r"\1\\", _MEANT.sub(r"\\\1", flat))


def _listed(edition: Edition, root: str) -> str:
    link = f"[{escaped(edition.settings.title)}]({root}{addresses.url(edition.slug)}{INDEX})"
    return f"- {link}: {_standing(edition)}; JSON: {root}/data/{edition.slug}.json"


def _standing(edition: Edition) -> str:
    facts = (agreement_name(edition), dates(edition), status_words(edition), say(UNOFFICIAL))
    return escaped(" · ".join(filter(None, facts)))


def _provision(edition: Edition, part: Part, provision: Provision, root: str) -> Iterator[str]:
    """Yield the provision's citation with label and heading, then blocks and children in printed order."""
    printed = " ".join(filter(None, (provision.label.text, provision.heading.text)))
    place = _place(edition, part, provision, provision.anchor, "", root)
    yield " ".join(filter(None, (place, f"**{escaped(printed)}**" if printed else "")))
    for each in provision.body:
        if isinstance(each, Provision):
            yield from _provision(edition, part, each, root)
        else:
            yield from _block(edition, part, provision, each, root)


def _block(edition: Edition, part: Part, provision: Provision, block: Block, root: str) -> Iterator[str]:
    if block.table:
        yield _place(edition, part, provision, block.anchor, block_end(part, provision, block), root)
        yield _table(block.table)
    elif block.kind is BlockKind.LIST:
        yield f"- {escaped(block.text)}"
    else:
        yield escaped(block.text)


def _place(edition: Edition, part: Part, provision: Provision, anchor: str, end: str, root: str) -> str:
    return f"[{escaped(citation(part, provision) + end)}]({root}{addresses.part_url(edition, part, anchor)})"


def _table(table: Table) -> str:
    named = " ".join(filter(None, (table.name, table.title)))
    head = [escaped(each) for each in (named, table.spanner) if each]
    rows = [table.columns, ("---",) * len(table.columns), *table.rows]
    cells = ["| " + " | ".join(cell if cell == "---" else escaped(cell) for cell in row) + " |" for row in rows]
    return "\n\n".join((*head, "\n".join(cells), *(escaped(note) for note in table.notes)))
