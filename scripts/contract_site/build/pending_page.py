"""What a change would do, as lines of text and as one page with redlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from string import Template

from contract_site.build.pending import Pending, Reworded
from contract_site.model.comparison import Mark

SHOWN = 20
"""Lines of a kind that the text lists; the page lists all."""
NOTHING = "the change adds, rewords, moves and removes nothing, and no page differs"
TAGS = {Mark.KEEP: "{}", Mark.STRIKE: "<del>{}</del>", Mark.INSERT: "<ins>{}</ins>"}
LAYOUT = Template("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>$title</title>
<style>
body { font: 1rem/1.5 sans-serif; max-width: 48rem; margin: 1rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem }
h2 { font-size: 1.2rem; margin-top: 2rem }
blockquote { font-family: serif; margin: .5rem 0 1.5rem; white-space: pre-line }
del { background: #fdd; color: #600 }
ins { background: #dfd; color: #040; text-decoration: none }
td { padding: .1rem .6rem .1rem 0 }
@media (prefers-color-scheme: dark) {
  body { background: #111; color: #ddd }
  del { background: #511; color: #fcc }
  ins { background: #153; color: #cfc }
}
</style>
<h1>$title</h1>
$body
</html>
""")


def pending_lines(found: Pending) -> Iterator[str]:
    """Yield what a change would do: a line of counts, then each kind with its places."""
    if found.empty:
        yield NOTHING
        return
    yield counts(found)
    yield from _listed("added", [f"{each.citation}  {each.url}" for each in found.added])
    yield from _listed("removed", [f"{each.citation}  {each.url}" for each in found.removed])
    yield from _listed("moved", [f"{each.before.url} → {each.after.url}" for each in found.moved])
    yield from _listed("reworded", [f"{each.after.citation}  {plain_redline(each)}" for each in found.reworded])
    yield from _listed(
        "link", [f"{each.place} “{each.words}”: {_led(each.before)} → {_led(each.after)}" for each in found.links]
    )
    yield from _listed(
        "row", [f"{each.comparison} {each.place}: {_led(each.before)} → {_led(each.after)}" for each in found.relations]
    )
    heavier = sorted(found.pages, key=lambda page: page.before - page.after)
    yield from _listed("page", [f"{page.page}  {page.after - page.before:+,} bytes" for page in heavier])


def counts(found: Pending) -> str:
    """Return how many provisions, links, rows and pages a change touches, in a line."""
    words = (
        (len(found.added), "added"),
        (len(found.removed), "removed"),
        (len(found.moved), "moved"),
        (len(found.reworded), "reworded"),
    )
    gained = sum(page.after - page.before for page in found.pages)
    return (
        f"provisions and tables: {', '.join(f'{number} {word}' for number, word in words)}; links changed: {len(found.links)}; "
        f"rows of comparisons changed: {len(found.relations)}; pages changed: {len(found.pages)} ({gained:+,} bytes)"
    )


def pending_page(found: Pending, base: str) -> str:
    """Return the same as a page: every place, with redlines of what is reworded."""
    title = f"What this change does to the site since {escape(base)}"
    if found.empty:
        return LAYOUT.substitute(title=title, body=f"<p>{NOTHING}</p>")
    body = [f"<p>{escape(counts(found))}</p>"]
    for name, each in (("Reworded", found.reworded), ("Moved", found.moved)):
        body += [f"<h2>{name}: {len(each)}</h2>" if each else "", *(_shown(pair) for pair in each)]
    for name, passages, tag in (("Added", found.added, "ins"), ("Removed", found.removed, "del")):
        body.append(f"<h2>{name}: {len(passages)}</h2>" if passages else "")
        body += [
            f"{_place(each.citation, each.url)}<blockquote><{tag}>{escape(each.words)}</{tag}></blockquote>"
            for each in passages
        ]
    body.append(
        _table("Links", [(each.place, each.words, _led(each.before), _led(each.after)) for each in found.links])
        + _table(
            "Rows of comparisons",
            [(each.comparison, each.place, _led(each.before), _led(each.after)) for each in found.relations],
        )
        + _table(
            "Pages",
            [(page.page, f"{page.before:,}", f"{page.after:,}", f"{page.after - page.before:+,}") for page in found.pages],
        )
    )
    return LAYOUT.substitute(title=title, body="\n".join(filter(None, body)))


def plain_redline(pair: Reworded) -> str:
    """Return a redline as text, [-struck-] and {+inserted+}, with what is kept far from it left out."""
    marked = {Mark.STRIKE: "[-{}-]", Mark.INSERT: "{{+{}+}}"}
    said, segments = [], pair.segments
    for segment in segments:
        if segment.mark is not Mark.KEEP:
            words = segment.text.rstrip()
            said.append(marked[segment.mark].format(words) + segment.text[len(words) :])
        elif len(segment.text) > 60:
            said.append(f"{segment.text[:25]}…{segment.text[-25:]}")
        else:
            said.append(segment.text)
    words = " ".join("".join(said).split())
    return words if any(segment.mark is not Mark.KEEP for segment in segments) else f"{words} (its letters or spaces only)"


def _shown(pair: Reworded) -> str:
    where = " → ".join(dict.fromkeys((pair.before.url, pair.after.url)))
    marked = "".join(TAGS[segment.mark].format(escape(segment.text)) for segment in pair.segments)
    return f"{_place(pair.after.citation, where)}<blockquote>{marked}</blockquote>"


def _place(citation: str, where: str) -> str:
    return f"<p>{escape(citation)} <code>{escape(where)}</code></p>"


def _table(name: str, rows: Sequence[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    lines = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<h2>{name}: {len(rows)}</h2>\n<table>{lines}</table>\n"


def _listed(kind: str, lines: Sequence[str]) -> Iterator[str]:
    yield from (f"  {kind}: {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  {kind}: {len(lines) - SHOWN} more, on the page"


def _led(where: str) -> str:
    return where or "nothing"
