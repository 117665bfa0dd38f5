"""The language of the parties' words, and that of the interface among them, said on the pages of an edition.

The interface is in the site's language. Where an edition is not, its words are marked as a whole, and what the site puts among
them is marked as the interface's again, so that a screen reader reads each in its own voice, and browsers hyphenate and
translate what they should. It is done on the built page, tag by tag, because all else that makes pages need not know of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from contract_site.interface.say import Spoken

ARTICLE = re.compile(r"<article\b(?P<rest>.*)</article>", re.DOTALL)
TAG = re.compile(r"""<(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:[^<>"]|"[^"]*")*)>""")
OF_THE_SITE = re.compile(
    r"""
      \b data-search-exclude \b
    | \b class="(?:[^"]*\s)? (?: beside | sections | editions | status | note | badge | editorial | legend | goto ) [\s"]
    """,
    re.VERBOSE,
)
"""What a tag has that opens something of the site's: what search leaves out, and what lies beside the words."""


def with_languages(files: Mapping[str, bytes], pages: Container[str], language: str) -> Mapping[str, bytes]:
    """Return the files of a site with the words of some pages marked, by their paths, as in ``language``.

    Nothing is changed where that is the interface's.
    """
    if language.partition("-")[0] == Spoken.language.partition("-")[0]:
        return files
    return {name: marked(content.decode(), language).encode() if name in pages else content for name, content in files.items()}


def marked(page: str, language: str) -> str:
    """Return a page whose article is marked as in ``language``, and what the site put into it as in its own."""
    return ARTICLE.sub(lambda article: f'<article lang="{language}"{TAG.sub(_told, article["rest"])}</article>', page)


def _told(tag: re.Match[str]) -> str:
    return f'<{tag["name"]} lang="{Spoken.language}"{tag["rest"]}>' if OF_THE_SITE.search(tag["rest"]) else tag[0]
