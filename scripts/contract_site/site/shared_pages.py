"""The pages by which provisions are shared: what a message shows of a link, and the way on to the paragraph.

- A link with ``#`` previews as the whole page, because hosts are never told what stands behind it. So each provision has a
  small page of its own, which no reader stays on: it goes on at once, without JavaScript too.
- What is cited stays the permanent address with ``#``; it is the canonical one here too, and search engines are told to leave
  these pages out. ``og:url`` is the page's own address, because services that follow it would else show the whole article.
- They are written last, when the index of search, the bundles and the lists for saving are made: what leads on is of no use
  without a network, would be found twice by search, and a bundle would have thousands of files more. They are on no map of
  the site. Without a network their addresses are understood as citations, as all are that no page has.
- One small file a provision and one picture a part: a site grows by them as its agreements do, and no page with it.
- A page that would stand where another does, capitals aside, stops the build.
"""

from __future__ import annotations

import html
import json
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from contract_site.interface.say import Spoken
from contract_site.model.finding import ContractSiteError
from contract_site.model.page import SharedPage
from contract_site.model.place import seen_by_disks
from contract_site.model.site import SiteSettings

PAGE = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<meta name="description" property="og:description" content="{opening}">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{site}">
<meta property="og:title" content="{title}">
{absolute}<script type="application/ld+json">{data}</script>
<p><a href="{target}">{title}</a></p>
</html>
"""
ABSOLUTE = """<meta property="og:url" content="{own}">
<meta property="og:image" content="{picture}">
<meta name="twitter:card" content="summary_large_image">
"""
RELATIVE = '<meta name="twitter:card" content="summary">\n'
"""What services read only of whole addresses, and what is left where the site does not know its own."""


def shared_files(pages: Iterable[SharedPage], settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """Yield the page at each address by which a provision is shared, by its path below the site.

    Raises ContractSiteError, naming the address, rather than take the place of another of them.
    """
    taken: set[str] = set()
    for page in pages:
        address = seen_by_disks(page.address.strip("/"))
        if address in taken:
            raise ContractSiteError(f"{page.address}:1: the page by which {page.name} is shared would go there; rename it")
        taken.add(address)
        yield f"{page.address}index.html", _page(page, settings)


def check_shared(shared: Iterable[str], others: Iterable[str]) -> None:
    """Raise ContractSiteError if a page by which a provision is shared would stand where another page does, capitals aside.

    Both are paths of pages below the site.
    """
    taken = set(map(seen_by_disks, others))
    for path in shared:
        if seen_by_disks(path) in taken:
            raise ContractSiteError(f"{path}:1: stands where the page by which a provision is shared would go; rename it")


def _page(page: SharedPage, settings: SiteSettings) -> str:
    """The page as HTML; every word of a source is escaped. Without the site's address, addresses are relative ones."""
    root = settings.address or "../" * len(PurePosixPath(page.address).parts)
    target, _, anchor = page.target.partition("#")
    words = {
        "title": f"{page.name} · {page.standing}",
        "opening": page.opening,
        "site": settings.name,
        "canonical": root + page.target,
        "target": f"{posixpath.relpath(target, page.address)}/#{anchor}",
    }
    absolute = ABSOLUTE if settings.address else RELATIVE
    absolute = absolute.format(own=html.escape(root + page.address), picture=html.escape(root + page.picture))
    words["language"] = Spoken.language
    return PAGE.format(absolute=absolute, data=_data(page, root), **{name: html.escape(text) for name, text in words.items()})


def _data(page: SharedPage, root: str) -> str:
    """The same as JSON-LD: a work, and the works that it is part of. A ``<`` in it could end the script."""
    above: dict[str, object] | None = None
    for name, address in reversed(page.within):
        above = _work(name, root + address, above)
    whole = {"@context": "https://schema.org", **_work(page.name, root + page.target, above)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _work(name: str, url: str, above: dict[str, object] | None) -> dict[str, object]:
    return {"@type": "CreativeWork", "name": name, "url": url, **({"isPartOf": above} if above else {})}
