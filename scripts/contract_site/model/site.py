"""What a site says of itself: the typed form of ``site.toml``, the one file that a fork changes.

Pages are made without knowing whose site they are for. Where a page says the site's name, an example or a color, it holds a
place (``<!--site:name-->``, in a style ``/*site:head*/``), which is filled when documents are written. Words of a source can
never be taken for one, because ``<`` is escaped in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from contract_site.model.strict import Strict

NAME, HINT, SEARCHED = "<!--site:name-->", "<!--site:hint-->", "<!--site:searched-->"
"""Places of the site's name, of what its fields for citations and for search show before one types."""
ASKED = "<!--site:asked-->"
"""The place of what fields for both show before one types."""
_IN_PAGES = re.compile(r"<!--site:(\w+)-->")
_IN_STYLES = re.compile(r"/\*site:(\w+)\*/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colors(Strict):
    """``[colors]`` of ``site.toml``: what is colored, by day and by night, as ``#rrggbb``."""

    head: str = "#1d3557"
    """The bar at the head, under white words, and the ground of the icons. Example: ``"#1d3557"``."""
    link: str = "#1b4f94"
    """Links, on white. Example: ``"#1b4f94"``."""
    over: str = "#0d376f"
    """Links under the pointer, on white. Example: ``"#0d376f"``."""
    dark_head: str = "#0d1c31"
    """The bar by night, under white words. Example: ``"#0d1c31"``."""
    dark_link: str = "#92bbf5"
    """Links by night, on nearly black. Example: ``"#92bbf5"``."""
    dark_over: str = "#bdd6fb"
    """Links under the pointer by night, on nearly black. Example: ``"#bdd6fb"``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples(Strict):
    """``[examples]`` of ``site.toml`` and of a family: citations that readers are shown. What is empty is said in general."""

    hint: str = ""
    """What fields for citations show before one types. Example: ``"4.2.B, art 7 sec 1, p. 12"``."""
    searched: str = ""
    """What fields of search show before one types. Example: ``"overtime"``."""
    provision: str = ""
    """A provision in words. Example: ``"Article 4, Section 2.B"``."""
    article: str = ""
    """Its article in words. Example: ``"Article 4"``."""
    anchor: str = ""
    """Its anchor. Example: ``"4.2.B"``."""
    dated: str = ""
    """Its anchor with the year of an edition, as an address has it. Example: ``"4.2.B+(2021)"``."""
    long: str = ""
    """A long citation. Example: ``"2021–2024 Agreement, Article 4, Section 2.B(3)"``."""
    short: str = ""
    """A short one. Example: ``"Art. 4.2.B(3) (2021)"``."""
    memorandum: str = ""
    """The citation of a memorandum. Example: ``"MOU Re: Job Sharing, 2 (2021, p. 80)"``."""
    inside: str = ""
    """An anchor inside a memorandum, with its page. Example: ``"memo/job-sharing/2"``."""
    forms: tuple[tuple[str, ...], ...] = ()
    """Forms in which citations may be typed: what is cited, then how it may be typed. Example: ``[["A memorandum", "MOU job
    sharing"]]``."""

    def over(self, other: Examples) -> Examples:
        """Return these examples, with those of the other where these have none."""
        empty = [field.name for field in fields(self) if not getattr(self, field.name)]
        return replace(self, **{name: getattr(other, name) for name in empty})


NO_EXAMPLES = Examples()
GENERAL = Examples(
    hint="4.2.B, art 7 sec 1, p. 12",
    searched="overtime",
    provision="Article 4, Section 2.B",
    article="Article 4",
    anchor="4.2.B",
    dated="4.2.B+(2021)",
    long="2021–2024 Agreement, Article 4, Section 2.B(3)",
    short="Art. 4.2.B(3) (2021)",
    memorandum="MOU Re: Job Sharing, 2 (2021, p. 80)",
    inside="memo/job-sharing/2",
    forms=(
        ("An article, section, paragraph", "4.2.B", "art 4 sec 2 B", "Section 2.B of Article 4", "42b"),
        ("A memorandum", "MOU job sharing"),
        ("A printed page, a table, an appendix", "p. 12", "Table 1", "Appendix A 2"),
        ("Another edition", "IV.2", "Art. 4.2 (2018)"),
    ),
)
"""Examples of no agreement in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings(Strict):
    """``site.toml``: whose site it is, how it looks, and which agreements it shows."""

    name: str
    """What the site is called, on every page, in e-books and on phones. Example: ``"Contract Reference"``."""
    language: str = "en"
    """The language of the site's own words, ``en`` or one that there is a catalogue for; the parties' words stay in theirs.
    Example: ``"es"``."""
    short: str = ""
    """What phones write under its icon; the name if left out. Example: ``"Contracts"``."""
    address: str = ""
    """Where it will stand: adds canonical links, whole addresses in tables, the address on paper and a picture to what shared
    links show. Example: ``"https://contracts.example.org/"``."""
    description: str = "Contracts to read, search, link and print. Unofficial copies for reference."
    """A sentence for search engines and links that are shared. Example: ``"Union contracts to read …"``."""
    notice: str = (
        "Unofficial copy for reference. The printed agreement signed by the parties prevails."
        " Links, indexes and marks are editorial and are not part of the agreement."
    )
    """What stands at the foot of every page, in every e-book and in every file to carry away. Example: ``"Unofficial copy for
    reference. …"``."""
    introduction: str = (
        "Contracts, provision by provision: every article, section and paragraph has an address of its own that equals its"
        " citation, so that you can read it in context, link to it and cite it."
    )
    """What the first page says below the name. Example: ``"Union contracts, provision by provision: …"``."""
    advice: str = ""
    """What the first page and the page about the site advise readers, after saying that the copies are unofficial. Example:
    ``"Talk to your steward."``."""
    about: str = "puts contracts on the web so that they can be read on any device, searched, and linked to exactly."
    """How the page about the site goes on after the site's name. Example: ``"puts union contracts on the web …"``."""
    sources: str = ""
    """What the page about the site says of its sources: Markdown, in paragraphs. Example: ``"The agreements of 1950 and 1952
    …"``."""
    contact: str = "The site is not published by the parties to the agreements and does not speak for them."
    """Who makes the site, and how to reach them: Markdown. Example: ``"Volunteers. …"``."""
    errors: str = "the publisher of this site"
    """Who is told of errors: words, or a link in Markdown. Example: ``"the publisher of this site"``."""
    report: str = ""
    """Where a report of an error goes, which the menu of each place then offers, filled in with citation, address and words: a
    mail address, or an issue tracker's, as ``"https://example.org/issues/new?title={title}&body={body}"``; left out: not
    offered. Example: ``"mailto:web@example.org"``."""
    signing_key: str = ""
    """The public key of minisign with which the downloads’ checksums are signed; the page “Why trust this copy” then says it,
    and how to check a file by it. Example: ``"RWQf6LRC…"``."""
    logo: str = "docs/assets/logo.svg"
    """A picture in SVG, drawn in white on nothing; the icons are made from it. Example: ``"docs/assets/logo.svg"``."""
    agreements: tuple[str, ...] = ()
    """The folders of the agreements that the site shows, or of some of their editions; all if left out. Example:
    ``["tiny-2024"]``."""
    bare_citations: tuple[str, ...] = ()
    """The agreements that a citation means which names none: the first of them that has the place, whatever else there is, in
    its newest edition that is neither tentative nor superseded; lists of agreements begin with them. Example:
    ``["keepers"]``."""
    colors: Colors = Colors()
    examples: Examples = NO_EXAMPLES


def filled(page: str, facts: Mapping[str, str]) -> str:
    """Return a page in Markdown with its places filled. Raises KeyError for a place that no fact is for."""
    return _IN_PAGES.sub(lambda match: facts[match[1]], page)


def filled_style(style: str, facts: Mapping[str, str]) -> str:
    """Return a style with its places filled. Raises KeyError for a place that no fact is for."""
    return _IN_STYLES.sub(lambda match: facts[match[1]], style)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors, ``#rrggbb``, as WCAG 2.2 counts it: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
