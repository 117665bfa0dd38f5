"""What keeps published addresses alive whose place has another address now; it works without JavaScript."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.interface.say import say
from contract_site.model.ledger import Ledger, Moved
from contract_site.model.page import Redirect
from contract_site.words.escape import escape
from contract_site.words.frame import NOT_WORDS


def moved_away(url: str, path: PurePosixPath, ledger: Ledger | None, standing: Collection[str] = ()) -> str:
    """Return a line, with the old anchor, for each address of a page that moved; ``url`` is the page's own.

    An anchor of ``standing`` is another provision's today and leads to it; its line says only where the old words went.
    """
    own = url.lstrip("/") + "#"
    moved = [entry for entry in ledger.moved if entry.old.startswith(own)] if ledger else []
    return "".join(_line(entry.old.removeprefix(own), entry.new, path, standing) for entry in moved)


def _line(anchor: str, new: str, path: PurePosixPath, standing: Collection[str]) -> str:
    link = f"[{escape(new)}]({addresses.link_to_url(path, new)})"
    if anchor in standing:
        told, name = say("What was {anchor} is now at {link}.", anchor=escape(anchor), link=link), ""
    else:
        told, name = say("{anchor} is now at {link}.", anchor=escape(anchor), link=link), f"#{anchor} "
    return f"{told}\n{{: {name}.moved {NOT_WORDS} }}\n\n"


def moved_pages(ledger: Ledger | None) -> Iterator[Redirect]:
    """Yield a redirect for each page that the ledger says has moved as a whole, with where its anchors went."""
    for entry in ledger.moved if ledger else ():
        if "#" not in entry.old:
            yield Redirect(entry.old, entry.new, tuple(_anchors(entry, ledger)) if ledger else ())


def _anchors(page: Moved, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield the published anchors of a page that moved; each is where the ledger says, or at the same one of the new page."""
    moved = {entry.old: entry.new for entry in ledger.moved}
    published = (item.address for item in ledger.published)
    for address in dict.fromkeys([*published, *moved]):
        of_page, anchor = addresses.page_and_anchor(address)
        if of_page == page.old and anchor:
            yield anchor, moved.get(address, f"{page.new}#{anchor}")
