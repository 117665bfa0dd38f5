"""The page ``/go/`` that answers a citation in an address."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.cite import addresses
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.words.escape import escape, front_matter
from contract_site.words.goto_field import goto_field

TITLE = "Go to a citation"
INTRODUCTION = (
    "Type a citation as you would write it, or paste an address of this site. If it names one place, Enter goes there;"
    " if not, the places that it may name are listed."
)
WITHOUT_SCRIPT = (
    "A citation can be found for you only with JavaScript, which is off here. Choose the agreement instead: its page lists"
    " every article, item and memorandum, and each begins with its sections."
)
RULES = (
    "Capitals, dots, dashes and brackets make no difference. Without a year, a national agreement is meant: the one in force,"
    " else the newest; other agreements that have the place are offered too. Where several are in force, you choose."
    " Several citations in one entry (8.5.G and 12.3) are all offered."
)
EXAMPLES = (
    ("An article, section, paragraph", "8.5.G", "art 8 sec 5 G", "Section 5.G of Article 8", "85g"),
    ("A step of a procedure", "Article 15.2 Step 2(d)"),
    ("An item of a local memorandum", "LMOU item 14", "item 4 section 1.C"),
    ("A memorandum", "MOU clerk craft jobs"),
    ("A printed page, a table, an appendix", "p. 93", "Table 1.1", "Appendix A 2.8"),
    ("Another edition", "XVI.B", "Art. 16.B (1964)"),
)
"""Forms of citations: what is cited, and how it may be typed."""


def render_goto(editions: Sequence[Edition]) -> Page:
    """Return the page that a citation in an address is answered on (``/go/?c=8.5.G``, ``/go/#8.5.G``)."""
    path = addresses.GOTO
    agreements = [
        f"- [{escape(edition.settings.title)}]({addresses.link(path, addresses.edition_file(edition.slug))})"
        for edition in editions
    ]
    examples = [f"- {cited}: {', '.join(map(_example, typed))}" for cited, *typed in EXAMPLES]
    lines = [
        front_matter({"title": TITLE, "description": INTRODUCTION, "goto": True, "hide": ["toc"]}),
        f"# {TITLE} {{: #go }}\n",
        f"{INTRODUCTION}\n",
        goto_field(path, asks="address"),
        f'<noscript><p class="note">{WITHOUT_SCRIPT}</p></noscript>\n',
        "## How citations may be typed {: #how }\n",
        *examples,
        f"\n{RULES}\n",
        "## Agreements {: #agreements }\n",
        *agreements,
        "",
    ]
    return Page(path, "\n".join(lines))


def _example(typed: str) -> str:
    """A citation as a link to its answer; raw HTML, because no file answers to the address of a question."""
    return f'<a href="./?c={typed.replace(" ", "+")}"><kbd>{escape(typed)}</kbd></a>'
