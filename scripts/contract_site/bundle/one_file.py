"""One agreement in one HTML file: nothing is asked for, and everything works without JavaScript."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from string import Template

from contract_site.bundle.content import BookContent, PageContent, divided
from contract_site.bundle.download import BundleError
from contract_site.bundle.indexes import citations, headings, printed_pages
from contract_site.bundle.places import BookPlaces, Ids, place
from contract_site.interface.say import Spoken, later, say
from contract_site.model.policy_hash import policy_hash

STYLES = ("page/contract.css", "page/beside.css", "page/references.css", "books/one-file.css")
COMPARED = (*STYLES[:-1], *(f"compare/{name}.css" for name in ("colors", "compare", "changes")), STYLES[-1])
"""Where a comparison is among its pages."""
SCRIPTS = (
    "page/element.js",
    "page/fold.js",
    "goto/anchor.js",
    "goto/paths.js",
    "goto/ranks.js",
    "goto/editions.js",
    "goto/read.js",
    "goto/find.js",
    "goto/offers.js",
    "books/one-file-goto.js",
    "books/one-file-laid.js",
    "books/one-file.js",
)
INDEX = "(window.contractReference ||= {}).goIndex = "
"""How the site's index of what citations may mean begins; a file has the entry of its own agreement."""
RESERVED = ("file-data", "file-top", "file-text", "file-citations", "file-headings", "file-pages", "file-find", "file-found")
CONTENTS = "contents"
"""The anchor of the contents on an agreement's own page."""
POLICY = "default-src 'none'; style-src {styles}; script-src {scripts}; img-src data:"
"""What a browser lets the file do: nothing that asks another place for anything, and no script or style but its own, which are
named by their hashes."""
PAUSE = "<script>\n0\n</script>"
STRETCH = 200_000
"""A script that does nothing, behind each so many characters of the file: a browser that has come to one draws what it has read
and reads on afterwards, where it would else read for a fifth of a second of a phone's time without hearing a tap."""
TABLE = re.compile(r"\(\(window\.contractReference \|\|= \{\}\)\.goTables \|\|= \{\}\)\[\"[^\"]+\"\] = (?P<table>\{.*\});")
"""How the table of an agreement is written."""
FACTS = later("Offline copy, version {version}. Date of the text: {term}. Source: {source}")
LAYOUT = Template("""<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="agreement" content="$slug">
<meta name="version" content="$version">
<title>$title</title>
<link rel="icon" href="data:,">
<style>
$styles
</style>
</head>
<body class="one-file" data-md-color-scheme="default" id="file-top">
<nav class="file-bar" aria-label="$label">
$bar
</nav>
<main class="md-content">
$sections
</main>
<footer class="cr-footer">
<p>$title. $facts</p>
<p>$notice</p>
<p><a href="#file-top">↑ $top</a></p>
</footer>
<script id="file-data" type="application/json">$data</script>
<script type="module">
$scripts
</script>
</body>
</html>
""")


def one_file(site: Path, content: BookContent, places: BookPlaces) -> str:
    """Return the book as one HTML file, with the styles and scripts of the site's assets."""
    ids = ids_of(content)
    places.write(ids, _link)
    own, *others = content.pages
    contents = place(ids, own, CONTENTS)
    lists = [citations(content.pages, _link), headings(content.pages, _link), printed_pages(content.pages, _link)]
    compared = any(page.chapter.kind == "comparison" for page in content.pages)
    styles, scripts = _assets(site, COMPARED if compared else STYLES), _assets(site, SCRIPTS)
    return LAYOUT.substitute(
        language=Spoken.language,
        policy=POLICY.format(styles=_hash(styles), scripts=f"{_hash(scripts)} {_hash('0')}"),
        slug=escape(content.text.slug),
        version=escape(content.version),
        title=escape(content.text.title),
        facts=escape(facts(content)),
        notice=escape(content.notice),
        label=escape(say("In this file")),
        top=say("To the top"),
        styles=styles,
        bar="\n".join(_bar(contents, lists)),
        sections="\n".join(_paused((_first_page(own, content), *lists, *(_section(page, contents) for page in others)))),
        data=_citations(site, content.text.slug),
        scripts=scripts,
    )


def _hash(text: str) -> str:
    """Name a style or script that stands between its tags on lines of its own."""
    return policy_hash(f"\n{text}\n")


def _link(_page: PageContent, _target: PageContent, anchor: str) -> str:
    return f"#{anchor}"


def facts(content: BookContent) -> str:
    """What a reader has to know of the file: its version, the date of the text, its source."""
    text = content.text
    term, source = text.dates or say("no term stated"), text.source or say("not stated.")
    return say(FACTS, version=content.version, term=term, source=source)


def ids_of(content: BookContent) -> Ids:
    """The ids of a file that holds all pages.

    An anchor of the agreement's body keeps its name, and so does a printed page; on all other pages the name of
    the page stands before it: ``memo/night-watches/2.C``.
    """
    taken, found = set(RESERVED), {}
    for page in content.pages:
        for anchor in page.anchors:
            name = _name(page, anchor, content.text.slug)
            while name in taken:
                name += "~"
            taken.add(name)
            found[page.chapter.address, anchor] = name
    return found


def _name(page: PageContent, anchor: str, slug: str) -> str:
    if page.chapter.body or anchor.startswith("page-"):
        return anchor
    path = "/".join(name for name in page.chapter.address.split("/") if name not in ("", slug)) or slug
    return path if anchor == path.rpartition("/")[2] else f"{path}/{anchor}"


def _paused(sections: Iterable[str]) -> Iterator[str]:
    """The sections of a file, with pauses between them."""
    length = 0
    for section in sections:
        yield section
        length += len(section)
        if length >= STRETCH:
            yield PAUSE
            length = 0


def _first_page(page: PageContent, content: BookContent) -> str:
    head, rest = divided(page, "h1, .status")
    said = f'<p class="file-facts">{escape(facts(content))} {escape(content.notice)}</p>'
    return f'<article class="md-content__inner md-typeset" id="file-text">\n{head}\n{said}\n{rest}\n</article>'


def _section(page: PageContent, contents: str) -> str:
    """A page of the site, below its heading folded by a tap; the text is open, so that finding and links need no script."""
    heading, rest = divided(page, "h1", without=".status, nav.pager")
    ways = "".join(pager.decode_contents().strip() for pager in page.tree.select("nav.pager"))
    chapter = page.chapter
    said, own = (f' lang="{escape(page.language)}"', f' lang="{Spoken.language}"') if page.language else ("", "")
    status = f"<span{own}>{escape(page.status)}</span>" if own and page.status else escape(page.status)
    summary = " · ".join(filter(None, (escape(chapter.title), status)))
    label, up = escape(say("From here")), say("Contents")
    return (
        f'<article{said} class="md-content__inner md-typeset part" data-address="{escape(chapter.address)}">\n{heading}\n'
        f'<details class="text" open>\n<summary>{summary}</summary>\n{rest}\n</details>\n'
        f'<nav{own} class="pager" aria-label="{label}">{ways}<p><a href="#{escape(contents)}">↑ {up}</a></p></nav>\n'
        "</article>"
    )


def _bar(contents: str, lists: list[str]) -> Iterator[str]:
    own, titles = say("Contents"), (say("Citations"), say("Headings"), say("Pages"))
    yield f'<a href="#{escape(contents)}">{own}</a>'
    for name, title, text in zip(("citations", "headings", "pages"), titles, lists, strict=True):
        if text:
            yield f'<a href="#file-{name}">{title}</a>'


def _citations(site: Path, slug: str) -> str:
    """The agreement's entry and table of what typed citations are looked up in, as JSON. Raises BundleError."""
    index = (site / "go" / "index.js").read_text(encoding="utf-8").strip()
    if not index.startswith(INDEX):
        raise BundleError(f"go/index.js: begins with {index[: len(INDEX)]!r}, not with {INDEX!r}")
    entries = [entry for entry in json.loads(index.removeprefix(INDEX).removesuffix(";")) if entry[0] == slug]
    table = TABLE.fullmatch((site / "go" / f"{slug}.js").read_text(encoding="utf-8").strip())
    if table is None:
        raise BundleError(f"go/{slug}.js: is not written as {TABLE.pattern}")
    data = {"index": entries, "tables": {slug: json.loads(table["table"])}}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _assets(site: Path, names: tuple[str, ...]) -> str:
    return "\n".join((site / "assets" / name).read_text(encoding="utf-8").strip() for name in names)
