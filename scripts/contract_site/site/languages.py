"""The language of the parties' words, and that of the interface among them, said on the pages of an edition.

The interface is in the site's language. Where an edition is not, its words are marked as a whole, and what the site puts among
them is marked as the interface's again, so that a screen reader reads each in its own voice, and browsers hyphenate and
translate what they should. It is done on the built page, tag by tag, because all else that makes pages need not know of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from contract_site.interface.say import Spoken
from contract_site.model.language import base_language

ARTICLE = re.compile(r"<article\b(?P<rest>.*)</article>", re.DOTALL)
TAG = re.compile(r"""<(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^<>"]|"[^"]*")*)>""")
CONTENTS = re.compile(r'<h2 id="contents">.*?</div>', re.DOTALL)
"""The contents of an agreement on its own page."""
SHOWN = re.compile(
    r"""<(?P<name>[a-z][a-z0-9]*)(?P<rest>\s(?:[^<>"]|"[^"]*")*\bclass="(?:was|now)(?:\s[^"]*)?"(?:[^<>"]|"[^"]*")*)>"""
)
"""What shows the words of an edition, in comparisons and histories."""
MARKED = re.compile(r"\slang=")
"""What a tag has that is marked already, because texts in several languages stand beside each other."""
OF_THE_SITE = re.compile(
    r"""
      \b data-search-exclude \b
    | \b class="(?:[^"]*\s)? (?: beside | sections | editions | status | note | badge | editorial | legend | goto ) [\s"]
    """,
    re.VERBOSE,
)
"""What a tag has that opens something of the site's: what search leaves out, and what lies beside the words."""


def with_languages(files: Mapping[str, bytes], texts: Container[str], language: str) -> Mapping[str, bytes]:
    """Return pages about an agreement, by their paths, with its words marked as in ``language``.

    ``texts`` are those that hold them; others show some, in contents and in rows of comparisons and histories. Nothing is
    changed where that is the interface's.
    """
    if base_language(language) == base_language(Spoken.language):
        return files
    return {
        name: (marked if name in texts else marked_beside)(content.decode(), language).encode()
        for name, content in files.items()
    }


def marked(page: str, language: str) -> str:
    """Return a page whose article is marked as in ``language``, and what the site put into it as in its own."""
    return ARTICLE.sub(lambda article: f'<article lang="{language}"{TAG.sub(_told, article["rest"])}</article>', page)


def _told(tag: re.Match[str]) -> str:
    return f'<{tag["name"]} lang="{Spoken.language}"{tag["rest"]}>' if OF_THE_SITE.search(tag["rest"]) else tag[0]


def marked_beside(page: str, language: str) -> str:
    """Return a page that is the site's own with what it shows of the agreement marked: its contents, rows."""
    said = f' lang="{language}"'
    page = CONTENTS.sub(lambda contents: contents[0].replace("<ul>", f"<ul{said}>"), page)
    return SHOWN.sub(lambda tag: tag[0] if MARKED.search(tag["rest"]) else f"<{tag['name']}{said}{tag['rest']}>", page)
