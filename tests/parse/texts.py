"""Builders for the tests of parsing: a text in, an edition out, and an edition as plain text that a person can compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from tests.projects import ROOT

from contract_site.editors.family import load_family
from contract_site.model.document import Block, Edition, Part, Provision
from contract_site.model.edition_settings import AgreementSettings, Person, SourceSettings
from contract_site.model.editorial import Correction, Editorial
from contract_site.model.source import SourceText, Words
from contract_site.parse.edition import parse_edition
from contract_site.read.pages import mark_pages
from contract_site.read.text import locate_corrections, split_lines

FAMILY = load_family(ROOT / "tests" / "cases" / "link", "field", "tests/cases/link/x/agreement.toml")
"""The field of the cases, with its own handbooks, forms and notes."""
PSE = Person(code="PSE", name="Postal Support Employees", words=("PSE Employees", "PSEs"))


def an_editorial(layout: str = "lines", **tables: object) -> Editorial:
    """What editors decided about an invented agreement: by default nothing."""
    settings = AgreementSettings(
        slug="invented",
        title="An Invented Agreement",
        short="invented",
        level="national",
        parties=(),
        status="not stated",
        source=SourceSettings(file="source.txt", sha256="", layout=layout),
        part=tables.pop("part", ()),
        group=(PSE,),
    )
    return replace(Editorial(agreement=settings, family=FAMILY), **tables)


def a_source(text: str) -> SourceText:
    return SourceText("source.txt", text, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def parse_text(text: str, editorial: Editorial | None = None) -> Edition:
    """Read and parse a text as the pipeline does with a file's."""
    editorial = editorial or an_editorial()
    source = a_source(text)
    corrections = locate_corrections(source, editorial.corrections, "corrections.toml")
    lines = split_lines(source, corrections)
    return parse_edition(source, mark_pages(lines) if editorial.agreement.part else lines, corrections, editorial)


def a_correction(raw: str, text: str, **place: int) -> Correction:
    return Correction(raw=raw, text=text, reason="invented", **place)


def outline_of(edition: Edition) -> str:
    """The parsed tree as text, one line a provision or block, deeper ones indented.

    ``<anchor> label | heading`` is a provision, ``[kind anchor] text`` a block, ``{93}`` a printed page that begins there,
    ``@93`` the page a provision or block begins on, ``+PSE`` to whom it applies. Parts that are no article or item begin with
    a line ``== id | title | form``. After the tree: ``-- reason: words`` what was removed, ``! code`` the findings.
    """
    lines = [line for part in edition.parts for line in _part(part)]
    lines += [
        f"-- {item.reason}: {edition.source.text[item.span.start : item.span.end]}"
        for item in edition.furniture
        if item.reason != "printed page number"
    ]
    lines += [f"! {finding.code} {finding.message}" for finding in edition.findings]
    return "\n".join(lines)


def printed_words(edition: Edition) -> Iterator[Words]:
    """Every label, heading and block in the order a reader meets them."""
    for part in edition.parts:
        yield from _words(part.root)


def first_article(outline: str) -> str:
    """The outline below the heading of an article that a test needs but is not about."""
    return "\n".join(line.removeprefix("  ") for line in outline.splitlines()[1:])


def _words(provision: Provision) -> Iterator[Words]:
    caption = [block.words for block in provision.blocks if block.kind == "caption"]
    yield from (*caption, provision.label, provision.heading)
    for piece in provision.body:
        if isinstance(piece, Provision):
            yield from _words(piece)
        elif piece.kind != "caption":
            yield piece.words


def _part(part: Part) -> Iterator[str]:
    if part.container != "body":
        yield " | ".join(("== " + part.id, part.title, part.form)).removesuffix(" | ")
    yield from _provision(part.root, "")


def _provision(provision: Provision, indent: str) -> Iterator[str]:
    head = f"{indent}<{provision.anchor}> {_marked(provision.label)}".rstrip()
    head += f" | {_marked(provision.heading)}" if provision.heading.pieces else ""
    yield head + _page(provision.page) + "".join(f" +{statement.group}" for statement in provision.applies)
    for piece in provision.body:
        yield from _block(piece, indent + "  ") if isinstance(piece, Block) else _provision(piece, indent + "  ")


def _block(block: Block, indent: str) -> Iterator[str]:
    if block.table is None:
        yield f"{indent}[{block.kind} {block.anchor}] {_marked(block.words)}".rstrip() + _page(block.page)
        return
    yield f"{indent}[{block.kind} {block.anchor}]{_page(block.page)}"
    yield from (f"{indent}  {' / '.join(cells)}" for cells in _cells(block))


def _cells(block: Block) -> Sequence[tuple[str, ...]]:
    assert block.table is not None
    return [block.table.columns, *block.table.rows]


def _page(page: str | None) -> str:
    return "" if page is None else f" @{page}"


def _marked(words: Words) -> str:
    return "".join(piece.text if piece.page is None else f"{{{piece.page}}}" for piece in words.pieces)
