"""What every page of a comparison has around its rows: front matter, breadcrumb, status line, the switch of views."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Literal

from contract_site.beside.rows import ComparisonLayout
from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.pages.kin.changes import Naming
from contract_site.words.escape import attribute, escape, front_matter
from contract_site.words.frame import NOT_WORDS, way

Look = Literal["compare", "changes", "concordance"]
"""What a page has: rows of two texts, lists of changes or of pages, or the rows and lists of a concordance."""
COMPARISONS = later("Comparisons")
LEGEND = later(
    "<del>Struck</del> words stand in {before} only, <ins>underlined</ins> words in {after} only. Numbering style, capitals,"
    " kinds of quotes and dashes, hyphens at line ends, and commas and stops between words are not marked."
)


def head(title: str, description: str, *, hide: Sequence[str] = (), look: Look = "compare") -> str:
    """Return the front matter; ``look`` loads styles and script that no other page needs."""
    facts: dict[str, object] = {"title": title, "description": description, look: True}
    if hide:
        facts["hide"] = list(hide)
    return front_matter(facts)


def breadcrumb(layout: ComparisonLayout | None, path: PurePosixPath, here: str = "") -> str:
    """Return the way from the first page to this one; ``here`` is what this page is called, if it is not the first of them."""
    home = [] if layout is None else [(layout.comparison.settings.title, layout.file())]
    return way(path, here, (say(COMPARISONS), addresses.COMPARISONS), *home)


def views(layout: ComparisonLayout, naming: Naming, unchanged: int, rows: int) -> str:
    """Return the switch of views: form fields that work by style alone; the script keeps the place and the columns' heads."""
    before, after = (attribute(each) for each in (naming.before, naming.after))
    marked = say("Marked")
    third = say("Explanation") if has_explanations(layout) else ""
    hidden = escape(naming.hidden(unchanged, rows))
    return (
        f'<form class="views" autocomplete="off" {NOT_WORDS}>\n{choice(marked, before, after)}'
        f'<label class="only"><input type="checkbox" name="only"> {say(naming.only)}</label>\n'
        f'<p class="hiding">{hidden}</p>\n'
        f'<p class="heads" aria-hidden="true"><span>{before}</span><span>{after}</span><span>{third}</span></p>\n</form>\n'
    )


def choice(both: str, before: str, after: str) -> str:
    """Return the fields that choose what is shown: ``both`` texts, as they are called, or one of them."""
    show = say("Show")
    return (
        f"<fieldset>\n<legend>{show}</legend>\n"
        f'<label><input type="radio" name="view" value="marked" checked> <span>{both}</span></label>\n'
        f'<label><input type="radio" name="view" value="before"> <span>{before}</span></label>\n'
        f'<label><input type="radio" name="view" value="after"> <span>{after}</span></label>\n</fieldset>\n'
    )


def statements(naming: Naming, *more: str) -> Iterator[str]:
    """Yield what readers must know of the comparison, and of this page of it, as a note."""
    said = [each for each in (naming.statement, *more) if each]
    if said:
        yield f'<div class="note" {NOT_WORDS} markdown>\n'
        yield from (f"{each}\n" for each in said)
        yield "</div>\n"


def legend(naming: Naming) -> str:
    """Return what the marks mean."""
    words = say(LEGEND, before=escape(naming.in_before), after=escape(naming.in_after))
    return f"{words}\n{{: .legend }}\n"


def row_note(note: str) -> str:
    """Return what editors wrote of a row."""
    return say("**Editors’ note.** {note}", note=escape(note)) + "\n{: .editors }\n"


def pager(around: Sequence[str]) -> str:
    """Return the links to the pages before and after; nothing if there are none."""
    body, label = " ".join(filter(None, around)), attribute(say("Previous and next"))
    return f'<nav class="pager" aria-label="{label}" {NOT_WORDS} markdown>\n\n{body}\n\n</nav>\n' if body else ""


def has_explanations(layout: ComparisonLayout) -> bool:
    """Say whether there is a third column."""
    return bool(layout.after.explanations or layout.before.explanations)
