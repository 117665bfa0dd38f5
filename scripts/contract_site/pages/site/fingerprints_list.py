"""What the page about trust lists of every edition: the fingerprints that a copy, or a source, can be held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from contract_site.cite import addresses
from contract_site.interface.say import say
from contract_site.model.agreement import names_apart
from contract_site.model.document import Edition
from contract_site.words.escape import attribute, escape


def fingerprints_list(editions: Sequence[Edition], words: Mapping[str, str]) -> str:
    """Return the list as Markdown of that page, an edition a heading; ``words`` are the fingerprints of words, by slug."""
    names = names_apart(editions)
    return "\n".join(line for edition in editions for line in _of(edition, names[edition.slug], words[edition.slug]))


def _of(edition: Edition, name: str, words: str) -> Iterator[str]:
    source = edition.settings.source
    names = ", ".join(f"<code>{attribute(name.rpartition('/')[2])}</code>" for name in source.files)
    target = addresses.link(addresses.TRUST, addresses.edition_file(edition.slug))
    yield f"### [{escape(name)}]({target}) {{: #{edition.slug} }}\n"
    yield "- " + say("Source as received ({files}): {hash}", files=names, hash=f"<code>{edition.source.sha256}</code>")
    if source.text_sha256:
        taken, by = f"<code>{source.text_sha256}</code>", escape(source.extracted_by)
        yield "- " + say("Text taken out of it ({by}): {hash}", by=by, hash=taken)
    yield "- " + say("The parties’ words: {hash}", hash=f"<code>{words}</code>") + "\n"
