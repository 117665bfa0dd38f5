"""The page ``/go/`` that answers a citation in an address."""

from __future__ import annotations

from collections.abc import Sequence

from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.agreement import Agreement
from contract_site.model.document import Edition
from contract_site.model.page import Page
from contract_site.model.site import Examples
from contract_site.words.escape import attribute, escape, escape_start, front_matter
from contract_site.words.frame import heading
from contract_site.words.goto_field import goto_field
from contract_site.words.site_facts import without_article

TITLE = later("Go to a citation")
INTRODUCTION = later(
    "Type a citation as you would write it, or paste an address of this site. If it names one place, Enter goes there;"
    " if not, the places that it may name are listed."
)
WITHOUT_SCRIPT = later(
    "A citation can be found for you only with JavaScript, which is off here. Choose the agreement instead: its page lists"
    " every article, item and memorandum, and each begins with its sections."
)
TYPED = later("Capitals, dots, dashes and brackets make no difference.")
MEANT = later("Without a name or year, the {name} is meant: its edition in force, else the newest.")
ANY_MEANT = later("Without a name or year, the agreement in force is meant, else the newest.")
OTHERS = later("Other agreements that have the place are offered too.")
CHOOSE = later("Where several are in force, you choose.")
SEVERAL = later("Several citations in one entry (8.5.G and 12.3) are all offered.")


def render_goto(editions: Sequence[Edition], shown: Examples, meant: Agreement | None) -> Page:
    """Return the page that a citation in an address is answered on (``/go/?c=8.5.G``, ``/go/#8.5.G``)."""
    path = addresses.GOTO
    agreements = [
        f"- [{escape(edition.settings.title)}]({addresses.link(path, addresses.edition_file(edition.slug))})"
        for edition in editions
    ]
    examples = [f"- {escape_start(cited)}: {', '.join(map(_example, typed))}" for cited, *typed in shown.forms]
    lines = [
        front_matter({"title": say(TITLE), "description": say(INTRODUCTION), "goto": True, "hide": ["toc"]}),
        f"# {say(TITLE)} {{: #go }}\n",
        f"{say(INTRODUCTION)}\n",
        goto_field(path, asks="address"),
        f'<noscript><p class="note">{say(WITHOUT_SCRIPT)}</p></noscript>\n',
        heading(say("How citations may be typed"), "how"),
        *examples,
        f"\n{_rules(meant)}\n",
        heading(say("Agreements"), "agreements"),
        *agreements,
        "",
    ]
    return Page(path, "\n".join(lines))


def _rules(meant: Agreement | None) -> str:
    """What a citation means that does not say which agreement it is of."""
    which = say(MEANT, name=escape(without_article(meant.name))) if meant else say(ANY_MEANT)
    return " ".join((say(TYPED), which, say(OTHERS), *([] if meant else [say(CHOOSE)]), say(SEVERAL)))


def _example(typed: str) -> str:
    """A citation as a link to its answer; raw HTML, because no file answers to the address of a question."""
    return f'<a href="./?c={attribute(typed.replace(" ", "+"))}"><kbd>{escape(typed)}</kbd></a>'
