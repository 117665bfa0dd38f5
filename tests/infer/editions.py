"""Editions of invented texts, read as a new agreement is: nobody has said anything about them yet."""

from collections.abc import Mapping
from dataclasses import replace

from contract_site.build.editions import parse_extracted
from contract_site.model.document import Edition
from contract_site.model.edition_settings import AgreementSettings, SourceSettings
from contract_site.model.editorial import Editorial
from contract_site.model.source import Look
from contract_site.read.extract import Extracted
from contract_site.read.text import decode_source

ARTICLES = "ARTICLE 1 BOATS\nBoats are tied at dusk.\nARTICLE 2 NETS\nNets are dried at dawn.\nARTICLE 3 PAY\nPay is fair.\n"


def an_edition(text: str, looks: Mapping[int, Look] | None = None) -> Edition:
    """The edition of a text; ``looks`` says how some of its lines are set."""
    source = decode_source(text.encode(), "pact.txt")
    if looks is not None:
        source = replace(source, looks=tuple(looks.get(n, Look()) for n in range(1, text.count("\n") + 1)))
    settings = AgreementSettings(
        slug="pact", title="pact", short="pact", level="national", parties=(), status="not stated",
        source=SourceSettings(file="pact.txt", sha256=""),
    )  # fmt: skip
    return parse_extracted(Extracted(source), Editorial(agreement=settings))
