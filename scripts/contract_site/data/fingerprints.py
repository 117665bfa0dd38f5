"""The fingerprints by which a copy of an edition is held against what was received, what is read, and what is published.

That of the words is made so that anybody can make it again from the published data, with a tool that most systems have:
the label, the heading and the text of each provision, an empty one too, each with a line end behind it; docs/trust.md has
the command. It changes if and only if a character of the parties' words does, so two copies with the same one say the same.
"""

from __future__ import annotations

import hashlib

from contract_site.data.schema import FingerprintsData
from contract_site.model.document import Edition


def fingerprints(edition: Edition, data: str) -> FingerprintsData:
    """Return the fingerprints of an edition whose published file of data is ``data``."""
    source = edition.settings.source
    return FingerprintsData(
        files=[name.rpartition("/")[2] for name in source.files],
        source=edition.source.sha256,
        text=source.text_sha256 or edition.source.sha256,
        words=words_sha256(edition),
        data=_sha256(data),
    )


def words_sha256(edition: Edition) -> str:
    """Return the fingerprint of the parties' words of an edition."""
    return _sha256("".join(f"{each.label.text}\n{each.heading.text}\n{each.text}\n" for _, each in edition.provisions()))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
