"""The two real agreements, read once, and the tables of what a reader found in them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from tests.present import BY_SLUG
from tests.projects import ROOT

from contract_site.build import pipeline
from contract_site.model.document import Block, Edition, Part, Provision, Table
from contract_site.model.source import Words

NATIONAL = "national-2010"
LMOU = "lmou-des-moines-bmc-2006"


@cache
def edition(slug: str) -> Edition:
    return pipeline.load_folder(BY_SLUG[slug], BY_SLUG[slug].relative_to(ROOT).as_posix())


def rows(name: str) -> list[dict[str, str]]:
    """A table of tests/sources/: tab-separated, its columns named in the first line."""
    with (Path(__file__).parent / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def line_starts(slug: str) -> tuple[int, ...]:
    """The offset of each line's first character; the first line is number 1."""
    starts = [0, 0]
    for line in edition(slug).source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return tuple(starts)


def offset_of(line: str) -> int:
    """The offset at which a line of the national agreement begins."""
    return line_starts(NATIONAL)[int(line)]


@cache
def holders() -> dict[int, tuple[Part, Provision, str | Block, Words]]:
    """For each offset of the national agreement that readers see: its part, provision, and label, heading or block."""
    found: dict[int, tuple[Part, Provision, str | Block, Words]] = {}
    for part, provision in edition(NATIONAL).provisions():
        kinds: list[tuple[str | Block, Words]] = [("label", provision.label), ("heading", provision.heading)]
        kinds += [(block, block.words) for block in provision.blocks]
        for kind, words in kinds:
            for span in words.spans:
                found |= dict.fromkeys(range(span.start, span.end), (part, provision, kind, words))
    return found


@cache
def parts(slug: str) -> dict[str, Part]:
    return {part.id: part for part in edition(slug).parts}


def body(anchor: str) -> Provision:
    """The provision of the national agreement's main body at ``anchor``."""
    root = parts(NATIONAL)[f"article-{anchor.partition('.')[0]}"].root
    return root.trail(anchor)[-1]


@cache
def tables() -> dict[str, Table]:
    """The national agreement's tables by page and anchor; those of articles by anchor alone."""
    return {
        block.anchor if part.container == "body" else f"{part.id}#{block.anchor}": block.table
        for part, provision in edition(NATIONAL).provisions()
        for block in provision.blocks
        if block.table is not None
    }
