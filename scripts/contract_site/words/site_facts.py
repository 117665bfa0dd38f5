"""What pages say of their site, by the places that it is written at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from contract_site.interface.say import later, say
from contract_site.model.site import Examples, SiteSettings
from contract_site.words.escape import attribute, escape
from contract_site.words.usual import asked

IN_ATTRIBUTES = ("hint", "searched")
IN_MARKS = ("anchor", "dated", "inside")
"""Examples that stand in marks of code, where nothing is escaped."""

UNSIGNED = later("""\
The publisher of this site signs nothing. A fingerprint then shows that two files are the same, and not who made them: take
`SHA256SUMS` from the site itself, not from whoever gave you the file.""")
SIGNED = later("""\
The publisher signs that list. With [minisign](https://jedisct1.github.io/minisign/), a small free program, and the file
`SHA256SUMS.minisig` beside it, anybody can check that it is the publisher’s:

```text
minisign -V -P {key} -m SHA256SUMS
```

The key stands here and in the project’s `site.toml`. A key that you have seen at two places, or long ago, is worth more.""")
"""What the page about trust says of a signature; the key is checked to be letters, figures, ``+`` and ``/``."""


def site_facts(site: SiteSettings, examples: Examples, slug: str, bare: str) -> Mapping[str, str]:
    """Return what stands at each place of a document.

    ``slug`` is an agreement's; ``bare`` the name of the agreement that bare citations mean, empty if the site names none.
    """
    shown = {name: escape(value) for name, value in asdict(examples).items() if isinstance(value, str)}
    shown |= {name: attribute(getattr(examples, name)) for name in IN_ATTRIBUTES}
    shown |= {name: getattr(examples, name) for name in IN_MARKS} | {"asked": attribute(asked(examples))}
    markdown = {name: getattr(site, name) for name in ("about", "advice", "sources", "contact", "errors")}
    own = {"name": escape(site.name), "slug": slug, "bare": _bare(bare), "signature": _signature(site.signing_key)}
    return shown | markdown | asdict(site.colors) | own | {"numbered": _numbered()}


def _numbered() -> str:
    """What stands at the head of each printed sheet, as CSS has it."""
    words = say("page {page} of {pages}", page='" counter(page) "', pages='" counter(pages) "')
    return f'"{words}"'.removesuffix(' ""')


def _signature(key: str) -> str:
    return say(SIGNED, key=key) if key else say(UNSIGNED)


def _bare(name: str) -> str:
    if not name:
        return say("the agreement in force, or the newest")
    return say("the edition of the {agreement} that is in force, or its newest", agreement=escape(without_article(name)))


def without_article(name: str) -> str:
    """Return a name as it stands behind ``the``."""
    return name[4:] if name.casefold().startswith("the ") else name
