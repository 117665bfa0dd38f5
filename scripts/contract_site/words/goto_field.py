"""The field that a citation is typed in, and the one that takes words too."""

from __future__ import annotations

from pathlib import PurePosixPath

from contract_site.cite import addresses
from contract_site.interface.say import later, say
from contract_site.model.site import ASKED, HINT
from contract_site.words.escape import attribute
from contract_site.words.frame import NOT_WORDS

LABEL = later("Go to a citation")
FIELD = """<form class="goto" action="{action}" method="get" role="search" aria-label="{label}"{more} {not_words}>
<label for="goto-c">{label}</label>
<input id="goto-c" type="text" name="c" inputmode="text" enterkeyhint="go" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" placeholder="{hint}">
<button type="submit">{go}</button>
</form>
"""  # noqa: E501 (one tag, one line)
ONE_LABEL = later("Search, or go to a citation")
ONE = """<form class="goto" action="{action}" method="get" role="search" aria-label="{name}" data-words=""{more} {not_words}>
<label for="goto-c">{label}</label>
<input id="goto-c" type="search" name="q" inputmode="text" enterkeyhint="search" autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" placeholder="{hint}">
<button type="submit">{search}</button>
</form>
"""  # noqa: E501 (one tag, one line)


def one_field(page: PurePosixPath, label: str) -> str:
    """Return the field for a page about no one agreement: a citation goes, words search; without a script, too."""
    action = addresses.folder_link(page, addresses.SEARCH.with_suffix(""))
    name, search = attribute(say(ONE_LABEL)), attribute(say("Search"))
    return ONE.format(action=action, name=name, label=label, search=search, more="", not_words=NOT_WORDS, hint=ASKED)


def goto_field(page: PurePosixPath, agreement: str = "", asks: str = "", hint: str = "") -> str:
    """Return the field for a page; ``agreement`` is looked in first, ``asks`` says that the page's address is a question.

    ``hint`` is what it shows before one types: the site's, if empty.
    """
    action = addresses.folder_link(page, addresses.GOTO.parent)
    data = {"data-agreement": agreement, "data-asks": asks}
    more = "".join(f' {name}="{attribute(value)}"' for name, value in data.items() if value)
    label, go = attribute(say(LABEL)), attribute(say("Go"))
    return FIELD.format(action=action, label=label, go=go, more=more, not_words=NOT_WORDS, hint=attribute(hint) or HINT)
