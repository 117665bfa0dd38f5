"""What keeps published addresses alive whose place has another address now; it works without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from contract_site.model.ledger import Ledger
from contract_site.model.page import Redirect
from contract_site.render import addresses
from contract_site.render.escape import escape
from contract_site.render.frame import NOT_WORDS


def moved_away(url: str, path: PurePosixPath, ledger: Ledger | None) -> str:
    """Return a line, with the old anchor, for each address of a page that moved; ``url`` is the page's own."""
    own = url.lstrip("/") + "#"
    moved = [entry for entry in ledger.moved if entry.old.startswith(own)] if ledger else []
    return "".join(
        f"{escape(entry.old.removeprefix(own))} is now at [{escape(entry.new)}]({addresses.link_to_url(path, entry.new)}).\n"
        f"{{: #{entry.old.removeprefix(own)} .moved {NOT_WORDS} }}\n\n"
        for entry in moved
    )


def moved_pages(ledger: Ledger | None) -> Iterator[Redirect]:
    """Yield a redirect for each page that the ledger says has moved as a whole."""
    for entry in ledger.moved if ledger else ():
        if "#" not in entry.old:
            yield Redirect(entry.old, entry.new)
